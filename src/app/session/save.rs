//! Saving: to the document's own file or under another name, on a thread of its own. What fails leaves the edit in memory.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::dataset::{LineEnds, to_ron_with};
use crate::model::Dataset;
use crate::progress::ProgressRange;
use crate::recovery::{Claim, FileLock, Pass, Save, claim};
use crate::storage::{Backup, Fingerprint, Replacing, Saved, StorageError, Waited, write_watched};

use super::super::batch::in_the_window;
use super::super::{Action, EditorAction};
use super::open::name_of;
use super::{ConfirmDialog, Failure, FileStatus, PendingAction, SessionMessage};
use crate::app::document::DataVersion;
use crate::app::message::Message;
use crate::app::tasks::TaskKind;
use crate::app::{NoticeEnd, NoticeKind, Question, Replace, State};
use crate::say;

/// Said of a file that is saved while small counts are suppressed.
pub fn file_holds_all() -> &'static str {
    say!("life-file-holds-all")
}

/// The share of saving that is writing the dataset as text; the rest is bringing it to the disk.
const WORDING: f32 = 0.3;

/// A save that is under way.
pub(super) struct Saving {
    /// The document and the state of it that is being saved.
    data: DataVersion,
    /// What is to be done when nothing is left to save.
    then: Option<PendingAction>,
    /// What is to be done before that.
    next: Option<Next>,
}

/// What comes right after a save, where that was asked for while it ran.
enum Next {
    /// Save what was edited meanwhile.
    Save,
    /// Write this as well.
    Write(Attempt),
    /// Go on without what was edited meanwhile.
    Leave,
}

/// What is to be written, and over what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attempt {
    /// The file.
    pub path: PathBuf,
    /// What may stand there.
    pub over: Over,
}

/// What may be written over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Over {
    /// The file with this content: the one that was opened, or theirs where ours is kept.
    Known(Fingerprint),
    /// Nothing.
    Nothing,
    /// Whatever is there.
    Anything,
}

/// Why nothing was saved.
enum SaveFailure {
    /// It could not be written.
    Storage(StorageError),
    /// Another window has the file open.
    Elsewhere,
}

/// What came of a save.
pub(in crate::app) struct Written {
    data: DataVersion,
    attempt: Attempt,
    /// `None` where no journal was being written when the save began.
    save: Option<Save>,
    text: Arc<str>,
    presence: Option<FileLock>,
    result: Result<Saved, SaveFailure>,
}

/// What a thread needs to save.
struct Job {
    data: DataVersion,
    attempt: Attempt,
    dataset: Arc<Dataset>,
    line_ends: LineEnds,
    pass: Option<Pass>,
    /// The application's folder, where the file is not open here yet.
    claim_in: Option<PathBuf>,
}

impl Job {
    fn run(self, stretch: ProgressRange<'_>) -> Written {
        let Self { data, attempt, dataset, line_ends, pass, claim_in } = self;
        let text: Arc<str> = to_ron_with(&dataset, line_ends).into();
        let claimed = claim_in.map(|folder| claim(&folder, &attempt.path));
        if matches!((&claimed, &attempt.over), (Some(Claim::Elsewhere), Over::Nothing | Over::Anything)) {
            return Written { data, attempt, save: None, text, presence: None, result: Err(SaveFailure::Elsewhere) };
        }
        let save = pass.map(|pass| pass.saving(&attempt.path, text.clone()));
        if let Some(save) = &save {
            save.wait();
        }
        let replacing = match &attempt.over {
            Over::Known(fingerprint) => Replacing::Only(fingerprint),
            Over::Nothing => Replacing::None,
            Over::Anything => Replacing::Any,
        };
        let mut steps = Waited::new(stretch.part(WORDING..1.0), text.len());
        let result = write_watched(&attempt.path, text.as_bytes(), replacing, Backup::Keep, &mut steps);
        let presence = match claimed {
            Some(Claim::Ours(presence)) => Some(presence),
            _ => None,
        };
        Written { data, attempt, save, text, presence, result: result.map_err(SaveFailure::Storage) }
    }
}

impl State {
    /// Saves the dataset to its file and then does what waits. The built-in dataset, one without a file, and one that is open to
    /// read only are saved under another name.
    pub(super) fn save(&mut self, then: Option<PendingAction>) {
        let is_this_state = self.is_saving_this_state();
        if let Some(saving) = &mut self.session.saving {
            saving.then = then.or(saving.then.take());
            if !is_this_state && !matches!(saving.next, Some(Next::Write(_))) {
                saving.next = Some(Next::Save);
            }
            return;
        }
        let (Some(path), Some(fingerprint), false) =
            (self.document.path.clone(), self.session.file.fingerprint, self.document.is_read_only)
        else {
            return self.ask_to_save_as(then);
        };
        if then.is_none() && !self.document.history.is_modified() && matches!(self.session.standing(), FileStatus::Same)
        {
            return self.tell(NoticeKind::Done, say!("life-saved-already", name = self.document.called()));
        }
        let errors = self.errors();
        if errors > 0 && !self.session.file.errors_agreed {
            self.session.confirm = Some(ConfirmDialog::Errors(errors, then));
        } else if let Some(place) = self.session.file.first_comment {
            self.session.confirm = Some(ConfirmDialog::Comments(place, then));
        } else {
            self.write(Attempt { path, over: Over::Known(fingerprint) }, then);
        }
    }

    /// Asks for another name and saves the dataset there, which is its file from then on.
    pub(super) fn ask_to_save_as(&mut self, then: Option<PendingAction>) {
        self.session.waits_for_name = then;
        self.ask(Question::SaveAs);
    }

    /// A name was chosen.
    pub(in crate::app) fn save_under(&mut self, path: PathBuf, replace: Replace) {
        let then = self.session.waits_for_name.take();
        let path = std::path::absolute(&path).unwrap_or(path);
        match (self.is_own(&path) && !self.document.is_read_only, replace) {
            // Its own name: that is saving, with all that is asked before it.
            (true, Replace::Agreed) => self.save(then),
            (_, Replace::Agreed) => self.write(Attempt { path, over: Over::Anything }, then),
            (_, Replace::NotAsked) => self.write(Attempt { path, over: Over::Nothing }, then),
        }
    }

    pub(super) fn write(&mut self, attempt: Attempt, then: Option<PendingAction>) {
        if let Some(saving) = &mut self.session.saving {
            saving.then = then.or(saving.then.take());
            saving.next = Some(Next::Write(attempt));
            return;
        }
        self.document.history.end_merge();
        self.session.file.failure = None;
        let file_session = &self.session.file;
        let job = Job {
            data: self.data_version(),
            claim_in: self.session.data.clone().filter(|_| !file_session.has_open(&attempt.path)),
            attempt,
            dataset: self.document.original.clone(),
            line_ends: file_session.line_ends,
            pass: file_session.journal().map(|journal| journal.pass_at(journal.edits())),
        };
        self.session.saving = Some(Saving { data: job.data, then, next: None });
        self.tasks.spawn(TaskKind::Saving, move |work| {
            Message::Session(SessionMessage::Written(Box::new(job.run(work.whole()))))
        });
    }

    /// Whether this is the open document's own file.
    pub(in crate::app) fn is_own(&self, path: &Path) -> bool {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.session.file.has_open(&path) || self.document.path.as_deref() == Some(&path)
    }

    /// Whether a save is under way.
    pub fn is_saving(&self) -> bool {
        self.session.saving.is_some()
    }

    /// Whether what is in memory now is just being saved.
    pub(super) fn is_saving_this_state(&self) -> bool {
        self.session.saving.as_ref().is_some_and(|saving| saving.data == self.data_version())
    }

    /// Whether the open document is being saved, in whatever state.
    pub(super) fn is_saving_this_document(&self) -> bool {
        self.session.saving.as_ref().is_some_and(|saving| saving.data.document == self.session.document_number)
    }

    /// Does this once the save that runs is through, without what was edited since it began.
    pub(super) fn leave_after_save(&mut self, pending: PendingAction) {
        if let Some(saving) = &mut self.session.saving {
            (saving.then, saving.next) = (Some(pending), Some(Next::Leave));
        }
    }

    pub(super) fn written(&mut self, written: Written) {
        let (then, next) = self.session.saving.take().map_or((None, None), |saving| (saving.then, saving.next));
        self.session.saves += 1;
        let Written { data, attempt, save, text, presence, result } = written;
        match result {
            Ok(saved) => {
                let mut told = vec![say!("life-saved", path = attempt.path.display().to_string())];
                told.extend(saved.remark.clone());
                if data.document == self.session.document_number {
                    self.has_saved(data.state, &attempt.path, saved.fingerprint, presence);
                    self.journal_saved(save, &attempt.path, &text, saved.fingerprint);
                    let errors = self.errors();
                    if errors > 0 {
                        told.push(say!("life-saved-with-errors", errors = errors));
                    }
                }
                let left_out = self.left_out_of_the_file().filter(|_| data.document == self.session.document_number);
                let way = left_out
                    .is_some()
                    .then_some((say!("life-saved-go-there"), Action::Editor(EditorAction::GoToTyped)));
                told.extend(left_out);
                // It ends in a full stop of its own.
                told.extend(self.views.suppression.threshold().map(|_| file_holds_all().to_owned()));
                self.tell_with_way(NoticeKind::Done, told.join(". "), way);
                if data.document == self.session.document_number {
                    self.go_on(next, then);
                }
            }
            Err(fault) if data.document == self.session.document_number => {
                self.not_saved(attempt, fault, then);
                if let Some(Next::Write(dropped)) = next {
                    let told = say!("life-not-saved-as", path = dropped.path.display().to_string());
                    self.tell(NoticeKind::Error, told);
                }
            }
            Err(fault) => {
                self.tell(NoticeKind::Error, say!("life-not-saved-because", why = sentence(&attempt.path, &fault)));
            }
        }
    }

    /// After a save: what was asked for while it ran, and then what waits.
    fn go_on(&mut self, next: Option<Next>, then: Option<PendingAction>) {
        match (next, then) {
            (Some(Next::Write(attempt)), then) => self.write(attempt, then),
            (Some(Next::Save), then) => self.save(then),
            (Some(Next::Leave), Some(then)) => self.perform(then),
            (None, Some(then)) => self.request(then),
            (_, None) => {}
        }
    }

    /// The thread that saves broke down.
    pub(in crate::app) fn saving_broke_down(&mut self, told: &str) {
        self.session.saving = None;
        self.tell_until(NoticeEnd::Saved(self.session.document_number), format!("{} {told}", self.not_saved_words()));
    }

    /// The document is now that file, as it was in this state.
    fn has_saved(&mut self, state: u64, path: &Path, fingerprint: Fingerprint, presence: Option<FileLock>) {
        self.document.history.mark_saved_at(state);
        self.retire(NoticeEnd::Saved(self.session.document_number));
        self.document.path = Some(path.to_owned());
        self.document.name = name_of(path);
        self.document.is_read_only = false;
        self.document.is_recovered = false;
        let file_session = &mut self.session.file;
        file_session.fingerprint = Some(fingerprint);
        file_session.theirs = None;
        file_session.first_comment = None;
        file_session.standing = FileStatus::Same;
        file_session.saved_state = Some(state);
        if !file_session.has_open(path) {
            file_session.presence = presence;
        }
        self.watch_file();
        self.remember_recent(path);
        self.remember_last();
    }

    fn journal_saved(&mut self, save: Option<Save>, path: &Path, text: &Arc<str>, fingerprint: Fingerprint) {
        let file_session = &mut self.session.file;
        match (file_session.journal(), save) {
            (Some(journal), Some(save)) => journal.saved(save),
            // It was begun by an edit during the save, from what was being saved.
            (Some(journal), None) => journal.saved(journal.pass_at(0).saving(path, text.clone())),
            (None, _) => file_session.begins_from(path, text, fingerprint),
        }
    }

    fn not_saved(&mut self, attempt: Attempt, fault: SaveFailure, then: Option<PendingAction>) {
        match fault {
            // Trying again would find it there again: it is for a person to agree to, or to name another. What waits goes on waiting.
            SaveFailure::Storage(StorageError::Exists { .. }) if attempt.over == Over::Nothing && !self.is_asking() => {
                self.session.waits_for_name = then;
                self.ask_about_taken(Question::SaveAs, attempt.path);
            }
            SaveFailure::Storage(error @ (StorageError::ChangedByOthers { .. } | StorageError::Vanished { .. })) => {
                let told = say!("life-bar-not-saved", remark = self.not_saved_words(), why = error.to_string());
                self.tell_until(NoticeEnd::Saved(self.session.document_number), told);
                if matches!(error, StorageError::Vanished { .. }) {
                    self.file_vanished();
                } else {
                    self.read_theirs();
                }
            }
            // It was asked for here; a bar would ask to try again what was just put aside.
            SaveFailure::Storage(StorageError::Stopped { .. }) => {
                self.tell(NoticeKind::Done, say!("life-save-stopped").to_owned());
            }
            fault @ (SaveFailure::Storage(_) | SaveFailure::Elsewhere) => {
                let sentence = sentence(&attempt.path, &fault);
                self.session.file.failure = Some(Failure { sentence, attempt });
            }
        }
    }

    /// How many errors the dataset has, as far as it was checked.
    fn errors(&mut self) -> usize {
        self.check_if_changed();
        self.editor.findings.iter().filter(|found| found.finding.is_error()).count()
    }
}

fn sentence(path: &Path, fault: &SaveFailure) -> String {
    match fault {
        SaveFailure::Storage(error) => in_the_window(&error.to_string()),
        SaveFailure::Elsewhere => say!("life-not-saved-open-elsewhere", path = path.display().to_string()),
    }
}
