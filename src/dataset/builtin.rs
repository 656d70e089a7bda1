//! The dataset that is built into the application.

use super::finding::Finding;
use super::load::{Loaded, load_text};

/// What it is called where a file's name would stand.
pub const BUILTIN_NAME: &str = "programmes.ron";

/// Its text, as it stands in `data/programmes.ron`.
pub const BUILTIN_TEXT: &str = include_str!("../../data/programmes.ron");

/// Loads it.
///
/// # Errors
/// Its findings, if it has errors; a test makes sure that it has none.
pub fn load_builtin() -> Result<Loaded, Vec<Finding>> {
    load_text(BUILTIN_TEXT)
}
