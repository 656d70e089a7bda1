//! The open dataset and where it came from.

use std::path::PathBuf;
use std::sync::Arc;

use crate::dataset::{self, Finding};
use crate::model::Dataset;

/// The open dataset.
#[derive(Clone, Debug)]
pub struct Document {
    /// The data as it is shown: without its small counts while they are suppressed. Whatever leaves the window is made from it.
    pub dataset: Arc<Dataset>,
    /// The data as it was opened; only saving a copy asks for it.
    pub original: Arc<Dataset>,
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
        let dataset = Arc::new(dataset);
        Self { original: dataset.clone(), dataset, name: "built-in dataset".to_owned(), path: None, cautions }
    }

    /// A dataset that was read from a file.
    pub fn from_file(path: PathBuf, loaded: dataset::Loaded) -> Self {
        let name = path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
        let dataset = Arc::new(loaded.dataset);
        Self { original: dataset.clone(), dataset, name, path: Some(path), cautions: loaded.cautions }
    }
}
