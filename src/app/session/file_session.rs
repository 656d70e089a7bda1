//! What the window holds of the open document outside of memory: what its file was, its journal, and that it is open here.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::dataset::{LineEnds, to_ron_with};
use crate::edit::{Edit, MergePolicy, to_journal_line_of};
use crate::model::Dataset;
use crate::recovery::{FileLock, Journal, Start};
use crate::storage::Fingerprint;

use super::FileStatus;
use super::open::name_of;
use super::save::Attempt;
use crate::app::tasks::Waker;

/// A save that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Why, and the fix.
    pub sentence: String,
    /// What was to be written, to try again.
    pub(super) attempt: Attempt,
}

/// What is held of the open document; the default is of one without a file and without a journal.
#[derive(Default)]
pub(in crate::app) struct FileSession {
    /// What the file held when it was opened or saved; `None` while there is no file.
    pub fingerprint: Option<Fingerprint>,
    /// What the file holds as others left it, where it is known; then it is what is watched.
    pub theirs: Option<Fingerprint>,
    /// How the lines of the file end.
    pub line_ends: LineEnds,
    /// The first comment of the file, which saving would lose: line and column.
    pub first_comment: Option<(usize, usize)>,
    /// The version of the format that others can open: the one the file is written in, or that was agreed to; 0 while there is no file.
    pub format: u32,
    /// Whether it was agreed to that a dataset with errors is saved.
    pub errors_agreed: bool,
    /// How the file stands.
    pub status: FileStatus,
    /// Why the last save failed.
    pub failure: Option<Failure>,
    /// The state that was saved last, for a file that vanishes and comes back.
    pub saved_state: Option<u64>,
    /// What it may be saved as while it has no file; `None` where nothing is known of one.
    pub suggested: Option<PathBuf>,
    /// That the file is open here.
    pub presence: Option<FileLock>,
    /// Whether the unsaved edits were let go of, so that they need not be recovered.
    pub is_discarded: bool,
    journalling: Journalling,
}

/// The journal, which is begun with the first edit, so that reading a dataset writes nothing.
#[derive(Default)]
enum Journalling {
    /// There is no folder for journals.
    #[default]
    Nowhere,
    /// What it would begin from.
    Ready(Box<Start>),
    /// It is being written.
    Going(Journal),
}

/// The longest line of an edit of tables, in bytes; a longer one is told by the whole dataset.
const LONGEST_LINE: usize = 64 * 1024;
/// With more values than this the line is longer for certain, and is not made.
const MOST_VALUES: usize = 32 * 1024;

/// The line of an edit; `None` where it would be too long.
fn line_of(edit: &Edit, policy: MergePolicy) -> Option<String> {
    let values = edit.values();
    if values == 0 {
        return Some(to_journal_line_of(edit, policy));
    }
    (values <= MOST_VALUES).then(|| to_journal_line_of(edit, policy)).filter(|line| line.len() <= LONGEST_LINE)
}

impl FileSession {
    /// Of a document without a file. `base` is what it begins from.
    pub fn untitled(name: &str, base: &Dataset) -> Self {
        Self::untitled_of(name, to_ron_with(base, LineEnds::Unix))
    }

    /// Of a document that was imported: what it begins from exists nowhere else, so that the journal begins at once.
    pub fn imported(name: &str, base: String, data: Option<&Path>, waker: Waker) -> Self {
        let mut own = Self::untitled_of(name, base);
        own.saved_state = None;
        if let Some(data) = data
            && let Journalling::Ready(start) = std::mem::take(&mut own.journalling)
        {
            // The import is the edit that no file holds.
            own.journalling =
                Journalling::Going(Journal::begin(data, Start { folded: 1, ..*start }, move || waker.wake()));
        }
        own
    }

    /// The same, where the dataset was written already.
    fn untitled_of(name: &str, base: String) -> Self {
        let start = Start { name: name.to_owned(), base, ..Start::default() };
        Self { journalling: Journalling::Ready(Box::new(start)), saved_state: Some(0), ..Self::default() }
    }

    /// Of a document that was read from a file. `base` is the dataset as it would be written.
    pub fn of_file(path: &Path, base: String, fingerprint: Fingerprint) -> Self {
        let file = Some((path.to_owned(), fingerprint.content()));
        let start = Start { name: name_of(path), base, file, ..Start::default() };
        let journalling = Journalling::Ready(Box::new(start));
        Self { fingerprint: Some(fingerprint), journalling, saved_state: Some(0), ..Self::default() }
    }

    /// Goes on with a journal that holds what was recovered.
    pub fn resume(&mut self, journal: Journal) {
        self.journalling = Journalling::Going(journal);
    }

    /// Hears of an edit that was made: it is in the journal within two seconds, by the journal's own thread.
    pub fn edited(
        &mut self,
        edit: &Edit,
        policy: MergePolicy,
        dataset: &Arc<Dataset>,
        data: Option<&Path>,
        waker: Waker,
    ) {
        if let Journalling::Ready(_) = &self.journalling
            && let Some(data) = data
            && let Journalling::Ready(start) = std::mem::take(&mut self.journalling)
        {
            self.journalling = Journalling::Going(Journal::begin(data, *start, move || waker.wake()));
        }
        if let Journalling::Going(journal) = &mut self.journalling {
            if let Some(line) = line_of(edit, policy) {
                journal.edit(line);
            } else {
                let (dataset, line_ends) = (Arc::clone(dataset), self.line_ends);
                journal.edit_by_base(move || to_ron_with(&dataset, line_ends));
            }
            if journal.is_large() {
                journal.rebase(to_ron_with(dataset, self.line_ends));
            }
        }
    }

    /// The journal, if one is being written.
    pub fn journal(&self) -> Option<&Journal> {
        match &self.journalling {
            Journalling::Going(journal) => Some(journal),
            Journalling::Nowhere | Journalling::Ready(_) => None,
        }
    }

    /// A document whose journal was not begun begins it from what was saved now.
    pub fn begins_from(&mut self, path: &Path, base: &str, fingerprint: Fingerprint) {
        let file = Some((path.to_owned(), fingerprint.content()));
        let start = Start { name: name_of(path), base: base.to_owned(), file, ..Start::default() };
        self.journalling = Journalling::Ready(Box::new(start));
    }

    /// What the file held when it was last looked at.
    pub fn seen(&self) -> Option<Fingerprint> {
        self.theirs.or(self.fingerprint)
    }

    /// What the journal has to say.
    pub fn journal_news(&self) -> Option<String> {
        self.journal().and_then(Journal::take_notice)
    }

    /// Whether the file is open in this window.
    pub fn has_open(&self, path: &Path) -> bool {
        self.presence.as_ref().is_some_and(|presence| presence.is_of(path))
    }

    /// Nothing is unsaved any more, or it was let go of: the journal goes.
    pub fn let_go(self) {
        if let Journalling::Going(journal) = self.journalling {
            journal.close();
        }
    }
}
