//! The open dataset, where it came from, and the way back over its edits.

use std::path::PathBuf;
use std::sync::Arc;

use crate::dataset::{self, Finding};
use crate::edit::{Edit, EditError, History};
use crate::model::Dataset;

/// The open dataset.
#[derive(Clone, Debug)]
pub struct Document {
    /// The data.
    pub dataset: Arc<Dataset>,
    /// The name shown in the title bar.
    pub name: String,
    /// Its file; `None` for the built-in dataset and for one that was never saved.
    pub path: Option<PathBuf>,
    /// What a reader should know of it, with line and column where it was read from a file.
    pub cautions: Vec<Finding>,
    /// What can be undone and redone, and whether it differs from what was saved.
    pub history: History,
    /// The built-in dataset is an example: it is read and copied from, never edited.
    pub is_read_only: bool,
}

impl Document {
    /// The dataset that is built in. If it were damaged the document is empty and its findings say why; a test keeps it whole.
    pub fn built_in() -> Self {
        let (dataset, cautions) = match dataset::load_builtin() {
            Ok(loaded) => (loaded.dataset, loaded.cautions),
            Err(findings) => (Dataset::default(), findings),
        };
        Self {
            dataset: Arc::new(dataset),
            name: "built-in dataset".to_owned(),
            path: None,
            cautions,
            history: History::new(),
            is_read_only: true,
        }
    }

    /// A dataset that was read from a file.
    pub fn from_file(path: PathBuf, loaded: dataset::Loaded) -> Self {
        let name = path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
        Self {
            dataset: Arc::new(loaded.dataset),
            name,
            path: Some(path),
            cautions: loaded.cautions,
            history: History::new(),
            is_read_only: false,
        }
    }

    /// A dataset in memory that has no file yet, and is as good as what would be lost with it.
    pub fn untitled(name: impl Into<String>, dataset: Arc<Dataset>, history: History) -> Self {
        let cautions = dataset::check(&dataset);
        Self { dataset, name: name.into(), path: None, cautions, history, is_read_only: false }
    }

    /// The name with a mark where there are edits that were not saved.
    pub fn title(&self) -> String {
        if self.history.is_modified() { format!("{} (unsaved edits)", self.name) } else { self.name.clone() }
    }

    /// Makes an edit and remembers the way back.
    ///
    /// # Errors
    /// An [`EditError`]; the document is as before.
    pub(super) fn commit(&mut self, edit: Edit) -> Result<(), EditError> {
        self.history.commit(Arc::make_mut(&mut self.dataset), edit)
    }

    /// Takes the last step back; gives the edit that was made for it.
    ///
    /// # Errors
    /// As [`History::undo`].
    pub(super) fn undo(&mut self) -> Result<Option<Edit>, EditError> {
        self.history.undo(Arc::make_mut(&mut self.dataset))
    }

    /// Takes the step again that was taken back last; gives the edit that was made for it.
    ///
    /// # Errors
    /// As [`History::redo`].
    pub(super) fn redo(&mut self) -> Result<Option<Edit>, EditError> {
        self.history.redo(Arc::make_mut(&mut self.dataset))
    }
}
