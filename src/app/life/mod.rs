//! The life of a document in the window: opening, saving, questions before loss, changes by others, recovery, and what is
//! remembered of files. What is open, and how it is edited, is elsewhere; writing and journals are in `storage` and `recovery`.
//!
//! Files are read and written on threads of their own. What would take the open document's place stands as an [`Intention`]:
//! it is carried out at once where nothing would be lost, and after the answer where something would.

mod ask;
mod bar;
mod clock;
mod custody;
mod differing;
mod intention;
mod opening;
mod recovering;
mod remembered;
mod saving;
mod standing;
mod watch;

use std::path::{Path, PathBuf};

use crate::edit::Edit;
use crate::storage::{Change, Fingerprint};

pub use ask::{Answer, Ask, AskView};
pub use bar::{BarButton, BarView};
pub use custody::Failure;
pub use intention::Intention;
pub use opening::Opened;
pub use recovering::Offer;
pub use remembered::{Placement, Recent};
pub use saving::file_holds_all;
pub use standing::Standing;

pub(super) use custody::Custody;
pub(super) use opening::Read;
pub(super) use recovering::{Looked, Restored};
pub(super) use remembered::RECENT;
pub(super) use saving::Written;
pub(super) use standing::{Compared, Theirs};

use super::{Document, Severity, State};
use remembered::Placed;
use saving::Saving;
use watch::Watch;

/// What can be asked about the open document and its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LifeAction {
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
    Bar(BarButton),
    /// Offer the edits back that were found.
    Restore(usize),
    /// Let go of edits that were found.
    DiscardRecovery(usize),
    /// Leave what was found for the next start.
    NotNow,
}

/// What comes back from threads.
pub(super) enum LifeNews {
    /// A dataset was read, or could not be.
    Read(Box<Read>),
    /// A dataset was saved, or could not be.
    Written(Box<Written>),
    /// A file of this document is not what it was.
    Changed(u64, Fingerprint, Result<Change, String>),
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
pub struct Life {
    /// The question that is asked.
    pub ask: Option<Ask>,
    /// Edits that a crash left, as long as they are offered.
    pub offers: Vec<Offer>,
    /// Whether one of the offers is being restored; the others wait for it.
    is_restoring: bool,
    /// Recent files, as last looked at.
    pub recents: Vec<Recent>,
    /// The application's folder; `None` where nothing is kept, as in most tests.
    pub(super) data: Option<PathBuf>,
    /// The window to wake when the journal has something to say.
    ctx: Option<egui::Context>,
    /// What is held of the open document outside of memory.
    pub(super) custody: Custody,
    saving: Option<Saving>,
    /// How many saves have ended, to know what was read before one.
    pub(super) saves: u64,
    /// Whether something is at a path that is being typed.
    pub(super) typed_path: super::path_look::PathLook,
    /// What is to be done once the dataset has a name and is saved.
    pub(super) waits_for_name: Option<Intention>,
    watch: Option<Watch>,
    placed: Placed,
}

impl Life {
    /// How the open document's file stands, as far as it is known.
    pub fn standing(&self) -> &Standing {
        &self.custody.standing
    }

    /// Why the last save failed, until it is put away.
    pub fn failure(&self) -> Option<&Failure> {
        self.custody.failure.as_ref()
    }

    /// Whether a dialog is open that has the keyboard to itself.
    pub fn is_asking(&self) -> bool {
        self.ask.is_some() || !self.offers.is_empty()
    }
}

impl State {
    /// Whether the edits that were found are offered now: not while one of them is on its way, or something else is asked first.
    pub fn shows_offers(&self) -> bool {
        let life = &self.life;
        let waits = life.is_restoring || life.waits_for_name.is_some() || life.saving.is_some();
        !life.offers.is_empty() && life.ask.is_none() && self.question.is_none() && !waits
    }

    pub(super) fn live(&mut self, action: LifeAction, ctx: &egui::Context) {
        match action {
            LifeAction::Save => self.save(None, ctx),
            LifeAction::AskToSaveAs => self.ask_to_save_as(None, ctx),
            LifeAction::Revert => self.revert(ctx),
            LifeAction::LookAtRecent => self.look_at_recent(ctx),
            LifeAction::LookAtFile => self.look_at_file(ctx),
            LifeAction::Reply(answer) => self.reply(answer, ctx),
            LifeAction::Bar(button) => self.press_bar(button, ctx),
            LifeAction::Restore(at) => self.ask_to_restore(at, ctx),
            LifeAction::DiscardRecovery(at) => self.ask_to_discard(at),
            LifeAction::NotNow => self.leave_offers(),
        }
    }

    pub(super) fn hear_of_life(&mut self, news: LifeNews, ctx: &egui::Context) {
        match news {
            LifeNews::Read(read) => self.was_read(*read, ctx),
            LifeNews::Written(written) => self.written(*written, ctx),
            LifeNews::Changed(number, asked, change) => self.file_changed(number, asked, change, ctx),
            LifeNews::Theirs(number, theirs) => self.learn_theirs(number, *theirs),
            LifeNews::Compared(number, compared) => self.compared(number, compared),
            LifeNews::Looked(looked) => self.recovery_found(*looked),
            LifeNews::Restored(restored) => self.restored(*restored, ctx),
            LifeNews::Recents(recents) => self.life.recents = recents,
        }
    }

    /// What belongs to each frame: what the journal says, and what is to be remembered.
    pub(super) fn live_on(&mut self, ctx: &egui::Context) {
        if self.life.ctx.is_none() {
            self.life.ctx = Some(ctx.clone());
        }
        if let Some(news) = self.life.custody.journal_news() {
            self.tell(Severity::Error, news);
        }
        self.compare_if_edited(ctx);
        self.fit_screen(ctx);
        self.note(ctx);
    }

    /// Escape, while something is asked; tells whether there was something to close.
    pub(super) fn step_back_in_life(&mut self) -> bool {
        if self.life.ask.is_some() {
            self.drop_ask();
            return true;
        }
        if !self.life.offers.is_empty() {
            self.leave_offers();
            return true;
        }
        false
    }

    /// Begins to live: looks for what a crash left, and opens what is named, or what was open last. To be called once, after
    /// [`State::remember_in`].
    pub fn begin(&mut self, named: Option<&Path>, ctx: &egui::Context) {
        self.look_for_recoveries(ctx);
        match named {
            Some(path) => self.open_because(path.to_path_buf(), opening::Why::Named, ctx),
            None => self.reopen_last(ctx),
        }
    }

    /// Hears of an edit that was made, be it done, undone or redone.
    pub(super) fn keep_edit(&mut self, edit: &Edit) {
        let Life { custody, data, ctx, .. } = &mut self.life;
        let stride = self.document.history.stride();
        custody.edited(edit, stride, &self.document.original, data.as_deref(), ctx.as_ref());
    }

    /// Watches the open file from now on, every two seconds.
    pub fn watch(&mut self, ctx: &egui::Context) {
        self.life.watch = Some(Watch::begin(self.errands.sender(), ctx.clone()));
        self.watch_file();
    }

    /// Takes a document in the open one's place, with what is held of it outside of memory. The journal of the one before goes.
    pub(super) fn take_with(&mut self, document: Document, custody: Custody) {
        std::mem::replace(&mut self.life.custody, custody).let_go();
        self.take_in(document);
        self.watch_file();
        self.remember_last();
    }

    /// Ends the document's life with the window: its journal goes where nothing in it is unsaved, and stays otherwise.
    pub(super) fn end_life(&mut self) {
        self.life.watch = None;
        let custody = std::mem::take(&mut self.life.custody);
        if self.document.history.is_modified() && !custody.is_discarded {
            drop(custody);
        } else {
            custody.let_go();
        }
        self.life.offers.clear();
    }
}
