//! The open dataset, where it came from, and the way back over its edits.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::compare::Threshold;
use crate::compare::statistic_pairs::ChosenDates;
use crate::dataset::{self, BuiltIn, Finding};
use crate::edit::{Edit, EditError, History};
use crate::model::{Dataset, Reference};
use crate::say;

/// Which data: the number of the document, and the state of its history. The same version means the same data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DataVersion {
    /// How many documents were opened before this one.
    pub document: u64,
    /// The state of its history.
    pub state: u64,
}

/// The open dataset.
#[derive(Clone, Debug)]
pub struct Document {
    /// How many documents were opened before this one.
    pub number: u64,
    /// The data as it is shown: without its small counts while they are suppressed, and with an outcome for each pair of levels of
    /// official statistics. Whatever leaves the window is made from it.
    pub dataset: Arc<Dataset>,
    /// The data as it was opened; only saving a copy asks for it.
    pub original: Arc<Dataset>,
    /// Up to which count small counts are left out of what is shown; `None` while all numbers are shown.
    pub suppressed_up_to: Option<Threshold>,
    /// The dates at which official statistics are compared in what is shown.
    pub dates: ChosenDates,
    /// The name shown in the title bar.
    pub name: String,
    /// Its file; `None` for a built-in dataset and for one that was never saved.
    pub path: Option<PathBuf>,
    /// What a reader should know of it, with line and column where it was read from a file.
    pub cautions: Vec<Finding>,
    /// What can be undone and redone, and whether it differs from what was saved.
    pub history: History,
    /// A built-in dataset is an example: it is read and copied from, never edited.
    pub is_read_only: bool,
    /// Whether it was recovered after a crash and not saved since.
    pub is_recovered: bool,
}

/// A document that was made in memory, with its text as it begins.
pub struct PreparedDocument {
    /// The document.
    pub document: Document,
    /// Its dataset as RON.
    pub base: String,
}

impl Document {
    /// A dataset that is built in. If it were damaged the document is empty and its findings say why; a test keeps it whole.
    pub fn built_in(which: BuiltIn) -> Self {
        let (dataset, cautions) = match which.load() {
            Ok(loaded) => (loaded.dataset, loaded.cautions),
            Err(findings) => (Dataset::default(), findings),
        };
        let dataset = Arc::new(dataset);
        Self {
            number: 0,
            original: dataset.clone(),
            dataset,
            suppressed_up_to: None,
            dates: ChosenDates::default(),
            name: built_in_name(which).to_owned(),
            path: None,
            cautions,
            history: History::new(),
            is_read_only: true,
            is_recovered: false,
        }
    }

    /// A dataset that was read from a file.
    pub fn from_file(path: PathBuf, loaded: dataset::Loaded) -> Self {
        let name = path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
        let dataset = Arc::new(loaded.dataset);
        Self {
            number: 0,
            original: dataset.clone(),
            dataset,
            suppressed_up_to: None,
            dates: ChosenDates::default(),
            name,
            path: Some(path),
            cautions: loaded.cautions,
            history: History::new(),
            is_read_only: false,
            is_recovered: false,
        }
    }

    /// A dataset in memory that has no file yet, and is as good as what would be lost with it.
    pub fn untitled(name: impl Into<String>, dataset: Arc<Dataset>, history: History) -> Self {
        let cautions = dataset::check(&dataset);
        let original = dataset.clone();
        Self {
            number: 0,
            dataset,
            original,
            suppressed_up_to: None,
            dates: ChosenDates::default(),
            name: name.into(),
            path: None,
            cautions,
            history,
            is_read_only: false,
            is_recovered: false,
        }
    }

    /// Lets the built-in official statistics stand beside the dataset, or takes them away. What is shown follows when it is shown anew.
    pub(super) fn set_beside(&mut self, is_on: bool) {
        let reference = if is_on { Reference::lazy(dataset::reference) } else { Reference::default() };
        let shows_all = Arc::ptr_eq(&self.dataset, &self.original);
        Arc::make_mut(&mut self.original).reference = reference;
        if shows_all {
            self.dataset = self.original.clone();
        }
    }

    /// Names the data as they are now.
    pub fn version(&self) -> DataVersion {
        DataVersion { document: self.number, state: self.history.state() }
    }

    /// What it is called: the name of its file; while a new one has none, the title that it was given.
    pub fn called(&self) -> &str {
        let title = self.original.title.trim();
        let is_new = self.path.is_none() && self.name == say!("app-document-untitled");
        if is_new && !title.is_empty() { title } else { &self.name }
    }

    /// What it is called, with words where it was recovered, has edits that were not saved, or is open to read only.
    pub fn title(&self) -> String {
        let name = self.called();
        match (self.is_recovered, self.history.is_modified(), self.is_read_only && self.path.is_some()) {
            (true, true, _) => say!("app-document-recovered-unsaved", name = name),
            (true, false, _) => say!("app-document-recovered", name = name),
            (false, true, _) => say!("app-document-unsaved", name = name),
            (false, false, true) => say!("app-document-read-only", name = name),
            (false, false, false) => name.to_owned(),
        }
    }

    /// The folder to suggest for what is made from it: the last one, its own, or where papers are.
    pub(super) fn suggested_folder(&self, last: &str) -> PathBuf {
        if !last.is_empty() {
            return PathBuf::from(last);
        }
        let own = self.path.as_ref().and_then(|path| path.parent());
        own.filter(|folder| folder.is_absolute()).map_or_else(usual_folder, Path::to_path_buf)
    }

    /// Makes an edit and remembers the way back.
    ///
    /// # Errors
    /// An [`EditError`]; the document is as before.
    pub(super) fn commit(&mut self, edit: Edit) -> Result<(), EditError> {
        self.change(|history, dataset| history.commit(dataset, edit))
    }

    /// Takes the last step back; gives the edit that was made for it.
    ///
    /// # Errors
    /// As [`History::undo`].
    pub(super) fn undo(&mut self) -> Result<Option<Edit>, EditError> {
        self.change(History::undo)
    }

    /// Takes the step again that was taken back last; gives the edit that was made for it.
    ///
    /// # Errors
    /// As [`History::redo`].
    pub(super) fn redo(&mut self) -> Result<Option<Edit>, EditError> {
        self.change(History::redo)
    }

    /// Changes the dataset in place. Where all numbers are shown as they are, what is shown follows at once; where small counts are
    /// suppressed or statistics compared it follows when the rooms are brought up to date.
    fn change<T>(&mut self, change: impl FnOnce(&mut History, &mut Dataset) -> T) -> T {
        let shows_all = Arc::ptr_eq(&self.dataset, &self.original);
        if shows_all {
            // One owner while it is changed, so that it is not copied.
            self.dataset = Arc::default();
        }
        let done = change(&mut self.history, Arc::make_mut(&mut self.original));
        if shows_all {
            self.dataset = self.original.clone();
        }
        done
    }
}

/// What a built-in dataset is called in the title bar.
fn built_in_name(which: BuiltIn) -> &'static str {
    match which {
        BuiltIn::Claims => say!("app-document-built-in"),
        BuiltIn::Statistics => say!("app-document-built-in-statistics"),
    }
}

/// Where people keep their papers; the current folder where the system does not say.
fn usual_folder() -> PathBuf {
    let user = directories::UserDirs::new();
    let papers = user.as_ref().and_then(|dirs| dirs.document_dir().or(Some(dirs.home_dir())));
    papers.map(Path::to_path_buf).or_else(|| std::env::current_dir().ok()).unwrap_or_default()
}
