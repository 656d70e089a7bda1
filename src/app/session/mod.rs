//! The life of a document in the window: opening, saving, questions before loss, changes by others, recovery, and what is
//! remembered of files. What is open, and how it is edited, is elsewhere; writing and journals are in `storage` and `recovery`.
//!
//! Files are read and written on threads of their own. What would take the open document's place stands as an [`PendingAction`]:
//! it is carried out at once where nothing would be lost, and after the answer where something would.

pub(in crate::app) mod path_probe;

mod ask;
mod clock;
mod confirm;
mod external_changes;
mod file_banner;
mod file_session;
mod file_status;
mod open;
mod pending;
mod recent;
mod recover;
mod save;
mod watch;

use std::path::PathBuf;

use crate::dataset::DatasetName;
use crate::edit::Edit;
use crate::storage::{FileChange, Fingerprint, StorageError};

pub use ask::holds_all;
pub use confirm::{Answer, ConfirmDialog, ConfirmView};
pub use file_banner::{BannerButton, BannerView};
pub use file_session::Failure;
pub use file_status::FileStatus;
pub use open::Opened;
pub use pending::PendingAction;
pub use recent::Recent;
pub use recover::RecoveryOffer;
pub use save::file_holds_all;

pub(super) use file_session::FileSession;
pub(super) use file_status::{Compared, Theirs};
pub(super) use open::Read;
pub(super) use pending::has_unsaved;
pub(super) use recent::RECENT;
pub(super) use recover::{Looked, Restored};
pub(super) use save::Written;

use super::Question;
use super::context::Context;
use super::{Document, NoticeKind};
use recent::remember_last;
use save::Saving;
use watch::Watch;

/// What can be asked about the open document and its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionAction {
    /// Save the dataset to its file.
    Save,
    /// Ask where to save the dataset under another name, which is its file from then on.
    AskToSaveAs,
    /// Go back to what the file holds.
    Revert,
    /// Look which of the recent files are there.
    LookAtRecent,
    /// Look whether the file is what it was.
    LookAtFile,
    /// Answer the question that is asked.
    Reply(Answer),
    /// A button of the bar about the file.
    Bar(BannerButton),
    /// Offer the edits back that were found.
    Restore(usize),
    /// Let go of edits that were found.
    DiscardRecovery(usize),
    /// Leave what was found for the next start.
    NotNow,
}

/// What comes back from threads.
pub(super) enum SessionMessage {
    /// A dataset was read, or could not be.
    Read(Box<Read>),
    /// A dataset was saved, or could not be.
    Written(Box<Written>),
    /// A copy of the document of this number was written, with a sentence if there is more to say of it, or could not be.
    CopyWritten(u64, PathBuf, Result<Option<String>, StorageError>),
    /// A file of this document is not what it was.
    Changed(u64, Fingerprint, Result<FileChange, String>),
    /// The file as others left it was read.
    Theirs(u64, Box<Theirs>),
    /// Mine was compared with theirs again.
    Compared(u64, Compared),
    /// What a crash left.
    Looked(Box<Looked>),
    /// Edits were made again, or could not be.
    Restored(Box<Restored>),
    /// Which of the recent files are there.
    Recents(Vec<Recent>),
    /// Whether a file is at a path that is being typed.
    PathLooked(PathBuf, bool),
}

/// A document that takes the open one's place.
pub(super) struct DocumentReplacement {
    /// The document.
    pub document: Document,
    /// What is held of it outside of memory.
    pub file: FileSession,
    /// What the window shows of it.
    pub shows: ShownNext,
    /// What the reader is told, if anything.
    pub told: Option<String>,
}

/// What the window shows of a document that took another's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ShownNext {
    /// The first tab.
    Overview,
    /// The place where the reader was, as far as it is still there.
    SamePlace,
    /// The tab where the reader was.
    SameTab,
    /// The editor.
    Editor,
}

/// What the window knows of files.
#[derive(Default)]
pub struct Session {
    /// The question that is being asked by a field for a path.
    pub question: Option<Question>,
    /// Whether the window was asked to close.
    pub is_closing: bool,
    /// The question that is asked.
    pub confirm: Option<ConfirmDialog>,
    /// Edits that a crash left, as long as they are offered.
    pub offers: Vec<RecoveryOffer>,
    /// Whether one of the offers is being restored; the others wait for it.
    is_restoring: bool,
    /// Recent files, as last looked at.
    pub recents: Vec<Recent>,
    /// The application's folder; `None` where nothing is kept, as in most tests.
    pub(super) data: Option<PathBuf>,
    /// What is held of the open document outside of memory.
    pub(super) file: FileSession,
    saving: Option<Saving>,
    /// How many saves have ended, to know what was read before one.
    saves: u64,
    /// Whether something is at a path that is being typed.
    typed_path: path_probe::PathProbe,
    /// What is to be done once the dataset has a name and is saved.
    waits_for_name: Option<PendingAction>,
    watch: Option<Watch>,
}

impl Session {
    /// How the open document's file stands, as far as it is known.
    pub fn file_status(&self) -> &FileStatus {
        &self.file.status
    }

    /// Why the last save failed, until it is put away.
    pub fn failure(&self) -> Option<&Failure> {
        self.file.failure.as_ref()
    }

    /// Whether a dialog is open that has the keyboard to itself.
    pub fn is_asking(&self) -> bool {
        self.confirm.is_some() || !self.offers.is_empty()
    }
}

impl Session {
    /// Whether the edits that were found are offered now: not while one of them is on its way, or something else is asked first.
    pub fn shows_offers(&self) -> bool {
        let waits = self.is_restoring || self.waits_for_name.is_some() || self.saving.is_some();
        !self.offers.is_empty() && self.confirm.is_none() && self.question.is_none() && !waits
    }

    /// Carries out an action.
    pub(super) fn update(&mut self, action: SessionAction, cx: &mut Context<'_>) {
        match action {
            SessionAction::Save => self.save(None, cx),
            SessionAction::AskToSaveAs => self.ask_to_save_as(None, cx),
            SessionAction::Revert => self.revert(cx),
            SessionAction::LookAtRecent => self.probe_recent(cx),
            SessionAction::LookAtFile => self.check_file(cx),
            SessionAction::Reply(answer) => self.choose(answer, cx),
            SessionAction::Bar(button) => self.press_banner(button, cx),
            SessionAction::Restore(at) => self.ask_to_restore(at, cx),
            SessionAction::DiscardRecovery(at) => self.ask_to_discard(at),
            SessionAction::NotNow => self.leave_offers(),
        }
    }

    /// Takes in what threads bring back.
    pub(super) fn on_message(&mut self, message: SessionMessage, cx: &mut Context<'_>) {
        match message {
            SessionMessage::Read(read) => self.was_read(*read, cx),
            SessionMessage::Written(written) => self.written(*written, cx),
            SessionMessage::CopyWritten(number, path, result) => self.copy_written(number, path, result, cx),
            SessionMessage::Changed(number, asked, change) => self.file_changed(number, asked, change, cx),
            SessionMessage::Theirs(number, theirs) => self.learn_theirs(number, *theirs, cx),
            SessionMessage::Compared(number, compared) => self.compared(number, compared, cx),
            SessionMessage::Looked(looked) => self.recovery_found(*looked, cx),
            SessionMessage::Restored(restored) => self.restored(*restored, cx),
            SessionMessage::Recents(recents) => self.recents = recents,
            SessionMessage::PathLooked(path, is_there) => self.path_looked(&path, is_there, cx),
        }
    }

    /// What belongs to each frame: what the journal says, and what differs from theirs after an edit.
    pub(super) fn on_frame(&mut self, cx: &mut Context<'_>) {
        if let Some(message) = self.file.journal_news() {
            cx.notices.tell(NoticeKind::Error, message);
        }
        self.compare_if_edited(cx);
    }

    /// Escape, while something is asked; tells whether there was something to close.
    pub(super) fn dismiss_confirmation(&mut self) -> bool {
        if self.confirm.is_some() {
            self.close_confirmation();
            return true;
        }
        let has_offers = !self.offers.is_empty();
        self.leave_offers();
        has_offers
    }

    /// Begins to live: looks for what a crash left, and opens what is named, or what was open last.
    pub(super) fn begin(&mut self, named: Option<&DatasetName>, cx: &mut Context<'_>) {
        self.look_for_recoveries(cx);
        match named {
            Some(DatasetName::File(path)) => self.open_because(path.clone(), open::Why::Named, cx),
            Some(DatasetName::BuiltIn(which)) => self.request(PendingAction::BuiltIn(*which), cx),
            None => self.reopen_last(cx),
        }
    }

    /// Hears of an edit that was made, be it done, undone or redone.
    pub(super) fn record_edit(&mut self, edit: &Edit, cx: &mut Context<'_>) {
        let merges = cx.document.history.merge_policy();
        self.file.edited(edit, merges, &cx.document.original, self.data.as_deref(), cx.tasks.waker());
    }

    /// Watches the open file from now on, every two seconds.
    pub(super) fn watch(&mut self, cx: &mut Context<'_>) {
        self.watch = Some(Watch::begin(cx.tasks.sender(), cx.tasks.waker()));
        self.watch_file(cx);
    }

    /// Holds another document, which is open already, outside of memory. The journal of the one before goes.
    pub(super) fn hold(&mut self, file: FileSession, cx: &mut Context<'_>) {
        std::mem::replace(&mut self.file, file).let_go();
        // What waited for a name was about the document before.
        self.waits_for_name = None;
        self.question = self.question.filter(|asked| !matches!(asked, Question::SaveAs | Question::SaveCopy));
        self.watch_file(cx);
        remember_last(cx);
    }

    /// Ends the document's life with the window: its journal goes where nothing in it is unsaved, and stays otherwise.
    pub(super) fn close(&mut self, document: &Document) {
        self.watch = None;
        let file = std::mem::take(&mut self.file);
        if document.history.is_modified() && !file.is_discarded {
            drop(file);
        } else {
            file.let_go();
        }
        self.offers.clear();
    }
}
