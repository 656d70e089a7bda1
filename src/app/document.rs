//! The open dataset and where it came from.

use std::path::PathBuf;
use std::sync::Arc;

use crate::dataset::{self, Finding};
use crate::model::Dataset;

/// The open dataset.
#[derive(Clone, Debug)]
pub struct Document {
    /// The data.
    pub dataset: Arc<Dataset>,
    /// The name shown in the title bar.
    pub name: String,
    /// Its file; `None` for the built-in dataset.
    pub path: Option<PathBuf>,
    /// What a reader should know of it.
    pub cautions: Vec<Finding>,
}

impl Document {
    /// The dataset that is built in. If it were damaged the document is empty and its findings say why; a test keeps it whole.
    pub fn built_in() -> Self {
        let (dataset, cautions) = match dataset::load_builtin() {
            Ok(loaded) => (loaded.dataset, loaded.cautions),
            Err(findings) => (Dataset::default(), findings),
        };
        Self { dataset: Arc::new(dataset), name: "built-in dataset".to_owned(), path: None, cautions }
    }

    /// A dataset that was read from a file.
    pub fn from_file(path: PathBuf, loaded: dataset::Loaded) -> Self {
        let name = path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
        Self { dataset: Arc::new(loaded.dataset), name, path: Some(path), cautions: loaded.cautions }
    }
}
