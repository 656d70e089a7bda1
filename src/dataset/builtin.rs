//! The datasets that are built into the application.

use std::path::PathBuf;
use std::sync::LazyLock;

use super::finding::Finding;
use super::load::{Loaded, load_text};
use crate::model::Dataset;

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

    /// Its word on the command line, where the path of a dataset may stand.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Claims => "programmes",
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

/// A dataset as a command names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatasetName {
    /// That of a file.
    File(PathBuf),
    /// One that is built in.
    BuiltIn(BuiltIn),
}

/// The built-in statistics, beside which any open dataset may be set. They are read once, when they are first asked for; `None` if they
/// were damaged, which a test excludes.
pub fn reference() -> Option<&'static Dataset> {
    static REFERENCE: LazyLock<Option<Dataset>> =
        LazyLock::new(|| BuiltIn::Statistics.load().ok().map(|loaded| loaded.dataset));
    REFERENCE.as_ref()
}

/// Loads the dataset that opens when none is named.
///
/// # Errors
/// As [`BuiltIn::load`].
pub fn load_builtin() -> Result<Loaded, Vec<Finding>> {
    BuiltIn::Claims.load()
}
