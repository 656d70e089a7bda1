//! Saving: to the document's own file or under another name, on a thread of its own. What fails leaves the edit in memory.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::dataset::{FIRST_FORMAT, LineEnds, format_of, to_ron_with};
use crate::model::Dataset;
use crate::progress::ProgressRange;
use crate::recovery::{Claim, FileLock, Pass, Save, claim};
use crate::storage::{Backup, Fingerprint, Replacing, Saved, StorageError, Waited, write_watched};

use super::confirm::SaveName;
use super::file_banner::not_saved_words;
use super::file_status::read_theirs_elsewhere;
use super::open::name_of;
use super::recent::remember_last;
use super::{ConfirmDialog, Failure, FileStatus, PendingAction, Session, SessionMessage};
use crate::app::context::Context;
use crate::app::document::DataVersion;
use crate::app::message::Message;
use crate::app::notices::{in_the_window, ways_to_file};
use crate::app::tasks::TaskKind;
use crate::app::{Action, Document, EditorAction, NoticeEnd, NoticeKind, Question, Replace};
use crate::say;

/// Said of a file that is saved while small counts are suppressed.
pub fn file_holds_all() -> &'static str {
    say!("session-file-holds-all")
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

impl Session {
    /// Saves the dataset to its file and then does what waits. The built-in dataset, one without a file, and one that is open to
    /// read only are saved under another name.
    pub(super) fn save(&mut self, then: Option<PendingAction>, cx: &mut Context<'_>) {
        let is_this_state = self.is_saving_this_state(cx.document);
        if let Some(saving) = &mut self.saving {
            saving.then = then.or(saving.then.take());
            if !is_this_state && !matches!(saving.next, Some(Next::Write(_))) {
                saving.next = Some(Next::Save);
            }
            return;
        }
        let (Some(path), Some(fingerprint), false) =
            (cx.document.path.clone(), self.file.fingerprint, cx.document.is_read_only)
        else {
            return self.ask_to_save_as(then, cx);
        };
        if then.is_none() && !cx.document.history.is_modified() && matches!(self.file_status(), FileStatus::Same) {
            return cx.notices.tell(NoticeKind::Done, say!("session-saved-already", name = cx.document.called()));
        }
        if self.asks_about_format(cx.document) {
            self.confirm = Some(ConfirmDialog::Format(SaveName::Own, then));
            return;
        }
        let errors = cx.elsewhere.errors;
        if errors > 0 && !self.file.errors_agreed {
            self.confirm = Some(ConfirmDialog::Errors(errors, then));
        } else if let Some(place) = self.file.first_comment {
            self.confirm = Some(ConfirmDialog::Comments(place, then));
        } else {
            self.write(Attempt { path, over: Over::Known(fingerprint) }, then, cx);
        }
    }

    /// Asks for another name and saves the dataset there, which is its file from then on.
    pub(super) fn ask_to_save_as(&mut self, then: Option<PendingAction>, cx: &mut Context<'_>) {
        if self.asks_about_format(cx.document) {
            self.confirm = Some(ConfirmDialog::Format(SaveName::Other, then));
            return;
        }
        self.waits_for_name = then;
        self.ask(Question::SaveAs, cx);
    }

    /// Whether the dataset needs a version of the format that older copies of the application can't open, and nobody agreed to that
    /// yet. The file they could open would be lost to them.
    fn asks_about_format(&self, document: &Document) -> bool {
        let needed = format_of(&document.original);
        needed > FIRST_FORMAT && needed > self.file.format
    }

    /// It was agreed to.
    pub(super) fn save_in_new_format(&mut self, name: SaveName, then: Option<PendingAction>, cx: &mut Context<'_>) {
        self.file.format = format_of(&cx.document.original);
        match name {
            SaveName::Own => self.save(then, cx),
            SaveName::Other => self.ask_to_save_as(then, cx),
        }
    }

    /// A name was chosen.
    pub(in crate::app) fn save_under(&mut self, path: PathBuf, replace: Replace, cx: &mut Context<'_>) {
        let then = self.waits_for_name.take();
        let path = std::path::absolute(&path).unwrap_or(path);
        match (self.is_own(cx.document, &path) && !cx.document.is_read_only, replace) {
            // Its own name: that is saving, with all that is asked before it.
            (true, Replace::Agreed) => self.save(then, cx),
            (_, Replace::Agreed) => self.write(Attempt { path, over: Over::Anything }, then, cx),
            (_, Replace::NotAsked) => self.write(Attempt { path, over: Over::Nothing }, then, cx),
        }
    }

    pub(super) fn write(&mut self, attempt: Attempt, then: Option<PendingAction>, cx: &mut Context<'_>) {
        if let Some(saving) = &mut self.saving {
            saving.then = then.or(saving.then.take());
            saving.next = Some(Next::Write(attempt));
            return;
        }
        cx.document.history.end_merge();
        self.file.failure = None;
        let file_session = &self.file;
        let job = Job {
            data: cx.document.version(),
            claim_in: self.data.clone().filter(|_| !file_session.has_open(&attempt.path)),
            attempt,
            dataset: cx.document.original.clone(),
            line_ends: file_session.line_ends,
            pass: file_session.journal().map(|journal| journal.pass_at(journal.edits())),
        };
        self.saving = Some(Saving { data: job.data, then, next: None });
        cx.tasks.spawn(TaskKind::Saving, move |work| {
            Message::Session(SessionMessage::Written(Box::new(job.run(work.whole()))))
        });
    }

    /// Whether this is the open document's own file.
    pub(in crate::app) fn is_own(&self, document: &Document, path: &Path) -> bool {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.file.has_open(&path) || document.path.as_deref() == Some(&path)
    }

    /// Whether a save is under way.
    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// Whether what is in memory now is just being saved.
    pub(super) fn is_saving_this_state(&self, document: &Document) -> bool {
        self.saving.as_ref().is_some_and(|saving| saving.data == document.version())
    }

    /// Whether the open document is being saved, in whatever state.
    pub(super) fn is_saving_this_document(&self, document: &Document) -> bool {
        self.saving.as_ref().is_some_and(|saving| saving.data.document == document.number)
    }

    /// Does this once the save that runs is through, without what was edited since it began.
    pub(super) fn leave_after_save(&mut self, pending: PendingAction) {
        if let Some(saving) = &mut self.saving {
            (saving.then, saving.next) = (Some(pending), Some(Next::Leave));
        }
    }

    pub(super) fn written(&mut self, written: Written, cx: &mut Context<'_>) {
        let (then, next) = self.saving.take().map_or((None, None), |saving| (saving.then, saving.next));
        self.saves += 1;
        let Written { data, attempt, save, text, presence, result } = written;
        match result {
            Ok(saved) => {
                let mut told = vec![say!("session-saved", path = attempt.path.display().to_string())];
                told.extend(saved.remark.clone());
                if data.document == cx.document.number {
                    self.has_saved(data.state, &attempt.path, saved.fingerprint, presence, cx);
                    self.journal_saved(save, &attempt.path, &text, saved.fingerprint);
                    let errors = cx.elsewhere.errors;
                    if errors > 0 {
                        told.push(say!("session-saved-with-errors", errors = errors));
                    }
                }
                let left_out = cx.elsewhere.left_out_of_the_file().filter(|_| data.document == cx.document.number);
                let ways = match left_out {
                    Some(_) => vec![(say!("session-saved-go-there"), Action::Editor(EditorAction::GoToTyped))],
                    None => ways_to_file(attempt.path.display().to_string()),
                };
                told.extend(left_out);
                // It ends in a full stop of its own.
                told.extend(cx.document.suppressed_up_to.map(|_| file_holds_all().to_owned()));
                cx.notices.tell_with_way(NoticeKind::Done, told.join(". "), ways);
                if data.document == cx.document.number {
                    self.go_on(next, then, cx);
                }
            }
            Err(fault) if data.document == cx.document.number => {
                self.not_saved(attempt, fault, then, cx);
                if let Some(Next::Write(dropped)) = next {
                    let told = say!("session-not-saved-as", path = dropped.path.display().to_string());
                    cx.notices.tell(NoticeKind::Error, told);
                }
            }
            Err(fault) => {
                cx.notices
                    .tell(NoticeKind::Error, say!("session-not-saved-because", why = sentence(&attempt.path, &fault)));
            }
        }
    }

    /// After a save: what was asked for while it ran, and then what waits.
    fn go_on(&mut self, next: Option<Next>, then: Option<PendingAction>, cx: &mut Context<'_>) {
        match (next, then) {
            (Some(Next::Write(attempt)), then) => self.write(attempt, then, cx),
            (Some(Next::Save), then) => self.save(then, cx),
            (Some(Next::Leave), Some(then)) => self.perform(then, cx),
            (None, Some(then)) => self.request(then, cx),
            (_, None) => {}
        }
    }

    /// The thread that saves broke down.
    pub(in crate::app) fn saving_broke_down(&mut self, told: &str, cx: &mut Context<'_>) {
        self.saving = None;
        cx.notices.tell_until(
            NoticeEnd::Saved(cx.document.number),
            format!("{} {told}", not_saved_words(cx.document, cx.elsewhere)),
        );
    }

    /// The document is now that file, as it was in this state.
    fn has_saved(
        &mut self,
        state: u64,
        path: &Path,
        fingerprint: Fingerprint,
        presence: Option<FileLock>,
        cx: &mut Context<'_>,
    ) {
        cx.document.history.mark_saved_at(state);
        cx.notices.retire(NoticeEnd::Saved(cx.document.number));
        cx.document.path = Some(path.to_owned());
        cx.document.name = name_of(path);
        cx.document.is_read_only = false;
        cx.document.is_recovered = false;
        let file_session = &mut self.file;
        file_session.fingerprint = Some(fingerprint);
        file_session.theirs = None;
        file_session.first_comment = None;
        file_session.status = FileStatus::Same;
        file_session.saved_state = Some(state);
        if !file_session.has_open(path) {
            file_session.presence = presence;
        }
        self.watch_file(cx);
        self.remember_recent(path, cx);
        remember_last(cx);
    }

    fn journal_saved(&mut self, save: Option<Save>, path: &Path, text: &Arc<str>, fingerprint: Fingerprint) {
        let file_session = &mut self.file;
        match (file_session.journal(), save) {
            (Some(journal), Some(save)) => journal.saved(save),
            // It was begun by an edit during the save, from what was being saved.
            (Some(journal), None) => journal.saved(journal.pass_at(0).saving(path, text.clone())),
            (None, _) => file_session.begins_from(path, text, fingerprint),
        }
    }

    fn not_saved(&mut self, attempt: Attempt, fault: SaveFailure, then: Option<PendingAction>, cx: &mut Context<'_>) {
        match fault {
            // Trying again would find it there again: it is for a person to agree to, or to name another. What waits goes on waiting.
            SaveFailure::Storage(StorageError::Exists { .. })
                if attempt.over == Over::Nothing && !cx.elsewhere.is_asking =>
            {
                self.waits_for_name = then;
                self.ask_about_taken(Question::SaveAs, attempt.path);
            }
            SaveFailure::Storage(error @ (StorageError::ChangedByOthers { .. } | StorageError::Vanished { .. })) => {
                let told = say!(
                    "session-bar-not-saved",
                    remark = not_saved_words(cx.document, cx.elsewhere),
                    why = error.to_string()
                );
                cx.notices.tell_until(NoticeEnd::Saved(cx.document.number), told);
                if matches!(error, StorageError::Vanished { .. }) {
                    self.file_vanished(cx);
                } else {
                    read_theirs_elsewhere(cx);
                }
            }
            // It was asked for here; a bar would ask to try again what was just put aside.
            SaveFailure::Storage(StorageError::Stopped { .. }) => {
                cx.notices.tell(NoticeKind::Done, say!("session-save-stopped").to_owned());
            }
            fault @ (SaveFailure::Storage(_) | SaveFailure::Elsewhere) => {
                let sentence = sentence(&attempt.path, &fault);
                self.file.failure = Some(Failure { sentence, attempt });
            }
        }
    }
}

fn sentence(path: &Path, fault: &SaveFailure) -> String {
    match fault {
        SaveFailure::Storage(error) => in_the_window(&error.to_string()),
        SaveFailure::Elsewhere => say!("session-not-saved-open-elsewhere", path = path.display().to_string()),
    }
}
