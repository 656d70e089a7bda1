//! The life of a document in the window: opening, saving, questions before loss, changes by others, recovery, and what is
//! remembered of files. What is open, and how it is edited, is elsewhere; writing and journals are in `storage` and `recovery`.
//!
//! Files are read and written on threads of their own. What would take the open document's place stands as an [`PendingAction`]:
//! it is carried out at once where nothing would be lost, and after the answer where something would.

pub(in crate::app) mod path_probe;

mod clock;
mod confirm;
mod external_changes;
mod file_banner;
mod file_session;
mod file_status;
mod open;
mod pending;
mod recover;
mod save;
mod watch;
mod window_settings;

use crate::app::Question;
use std::path::{Path, PathBuf};

use crate::edit::Edit;
use crate::storage::{FileChange, Fingerprint};

pub use confirm::{Answer, ConfirmDialog, ConfirmView};
pub use file_banner::{BannerButton, BannerView};
pub use file_session::Failure;
pub use file_status::FileStatus;
pub use open::Opened;
pub use pending::PendingAction;
pub use recover::RecoveryOffer;
pub use save::file_holds_all;
pub use window_settings::{Placement, Recent};

pub(super) use file_session::FileSession;
pub(super) use file_status::{Compared, Theirs};
pub(super) use open::Read;
pub(super) use recover::{Looked, Restored};
pub(super) use save::Written;
pub(super) use window_settings::RECENT;

use super::{Document, NoticeKind, State};
use save::Saving;
use watch::Watch;
use window_settings::PlacementState;

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
    pub(super) saves: u64,
    /// Whether something is at a path that is being typed.
    pub(super) typed_path: path_probe::PathProbe,
    /// What is to be done once the dataset has a name and is saved.
    pub(super) waits_for_name: Option<PendingAction>,
    watch: Option<Watch>,
    placed: PlacementState,
}

impl Session {
    /// How the open document's file stands, as far as it is known.
    pub fn standing(&self) -> &FileStatus {
        &self.file.standing
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

impl State {
    /// Whether the edits that were found are offered now: not while one of them is on its way, or something else is asked first.
    pub fn shows_offers(&self) -> bool {
        let life = &self.session;
        let waits = life.is_restoring || life.waits_for_name.is_some() || life.saving.is_some();
        !life.offers.is_empty() && life.confirm.is_none() && self.session.question.is_none() && !waits
    }

    pub(super) fn handle(&mut self, action: SessionAction) {
        match action {
            SessionAction::Save => self.save(None),
            SessionAction::AskToSaveAs => self.ask_to_save_as(None),
            SessionAction::Revert => self.revert(),
            SessionAction::LookAtRecent => self.look_at_recent(),
            SessionAction::LookAtFile => self.look_at_file(),
            SessionAction::Reply(answer) => self.choose(answer),
            SessionAction::Bar(button) => self.press_banner(button),
            SessionAction::Restore(at) => self.ask_to_restore(at),
            SessionAction::DiscardRecovery(at) => self.ask_to_discard(at),
            SessionAction::NotNow => self.leave_offers(),
        }
    }

    pub(super) fn on_session_message(&mut self, message: SessionMessage) {
        match message {
            SessionMessage::Read(read) => self.was_read(*read),
            SessionMessage::Written(written) => self.written(*written),
            SessionMessage::Changed(number, asked, change) => self.file_changed(number, asked, change),
            SessionMessage::Theirs(number, theirs) => self.learn_theirs(number, *theirs),
            SessionMessage::Compared(number, compared) => self.compared(number, compared),
            SessionMessage::Looked(looked) => self.recovery_found(*looked),
            SessionMessage::Restored(restored) => self.restored(*restored),
            SessionMessage::Recents(recents) => self.session.recents = recents,
        }
    }

    /// What belongs to each frame: what the journal says, and what is to be remembered.
    pub(super) fn on_frame(&mut self) {
        if let Some(message) = self.session.file.journal_news() {
            self.notices.tell(NoticeKind::Error, message);
        }
        self.compare_if_edited();
        self.fit_screen();
        self.note();
    }

    /// Escape, while something is asked; tells whether there was something to close.
    pub(super) fn dismiss_confirmation(&mut self) -> bool {
        if self.session.confirm.is_some() {
            self.close_confirmation();
            return true;
        }
        if !self.session.offers.is_empty() {
            self.leave_offers();
            return true;
        }
        false
    }

    /// Begins to live: looks for what a crash left, and opens what is named, or what was open last. To be called once, after
    /// [`State::remember_in`].
    pub fn begin(&mut self, named: Option<&Path>) {
        self.look_for_recoveries();
        match named {
            Some(path) => self.open_because(path.to_path_buf(), open::Why::Named),
            None => self.reopen_last(),
        }
    }

    /// Hears of an edit that was made, be it done, undone or redone.
    pub(super) fn record_edit(&mut self, edit: &Edit) {
        let Session { file: file_session, data, .. } = &mut self.session;
        let stride = self.document.history.merge_policy();
        file_session.edited(edit, stride, &self.document.original, data.as_deref(), self.tasks.waker());
    }

    /// Watches the open file from now on, every two seconds.
    pub fn watch(&mut self) {
        self.session.watch = Some(Watch::begin(self.tasks.sender(), self.tasks.waker()));
        self.watch_file();
    }

    /// Takes a document in the open one's place, with what is held of it outside of memory. The journal of the one before goes.
    pub(super) fn replace_document(&mut self, document: Document, file_session: FileSession) {
        std::mem::replace(&mut self.session.file, file_session).let_go();
        self.reset_for_document(document);
        self.watch_file();
        self.remember_last();
    }

    /// Ends the document's life with the window: its journal goes where nothing in it is unsaved, and stays otherwise.
    pub(super) fn close_session(&mut self) {
        self.session.watch = None;
        let file_session = std::mem::take(&mut self.session.file);
        if self.document.history.is_modified() && !file_session.is_discarded {
            drop(file_session);
        } else {
            file_session.let_go();
        }
        self.session.offers.clear();
    }
}
