//! The datasets that are built into the application.

use super::finding::Finding;
use super::load::{Loaded, load_text};

/// A dataset that is built in. One match a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BuiltIn {
    /// What councils' programmes are said to have changed.
    Claims,
    /// Official statistics of every council in England.
    Statistics,
}

impl BuiltIn {
    /// All of them; the first is what opens.
    pub const ALL: [Self; 2] = [Self::Claims, Self::Statistics];

    /// What it is called where a file's name would stand.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Claims => "programmes.ron",
            Self::Statistics => "statistics.ron",
        }
    }

    /// Its text, as it stands in `data/`.
    pub fn text(self) -> &'static str {
        match self {
            Self::Claims => include_str!("../../data/programmes.ron"),
            Self::Statistics => include_str!("../../data/statistics.ron"),
        }
    }

    /// Its word on the command line.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Claims => "claims",
            Self::Statistics => "statistics",
        }
    }

    /// Loads it. It is parsed each time that it is asked for, and not before.
    ///
    /// # Errors
    /// Its findings, if it has errors; a test makes sure that it has none.
    pub fn load(self) -> Result<Loaded, Vec<Finding>> {
        load_text(self.text())
    }
}

/// Loads the dataset that opens when none is named.
///
/// # Errors
/// As [`BuiltIn::load`].
pub fn load_builtin() -> Result<Loaded, Vec<Finding>> {
    BuiltIn::Claims.load()
}
