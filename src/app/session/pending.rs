//! Intentions: what would take the open document's place, or end it, and waits where unsaved edits would be lost.

use super::save::{Attempt, Over};
use super::{Answer, ConfirmDialog, Opened, SessionAction};
use crate::app::Effect;
use crate::app::{Document, NoticeKind, State};
use crate::say;

/// Something that ends the open document.
pub enum PendingAction {
    /// Begin an empty dataset.
    New,
    /// Open the built-in example.
    BuiltIn,
    /// Take what was read, be it another file or the same one anew.
    Open(Box<Opened>),
    /// Restore recovered edits; the number of the offer.
    Restore(usize),
    /// Close the window.
    Quit,
}

impl PendingAction {
    /// What was asked for, in a sentence.
    pub(super) fn describe(&self) -> String {
        match self {
            Self::New => say!("session-intend-new").to_owned(),
            Self::BuiltIn => say!("session-intend-built-in").to_owned(),
            Self::Open(opened) => opened.intended(),
            Self::Restore(_) => say!("session-intend-restore").to_owned(),
            Self::Quit => say!("session-intend-quit").to_owned(),
        }
    }
}

impl State {
    /// Does this now, or asks first where unsaved edits would be lost.
    pub(in crate::app) fn request(&mut self, pending: PendingAction) {
        if self.session.confirm.is_some() {
            if let PendingAction::Open(opened) = pending {
                let told = say!("session-not-opened-asking", path = opened.path.display().to_string());
                self.notices.tell(NoticeKind::Error, told);
            }
        } else if self.is_saving_this_state() {
            self.save(Some(pending));
        } else if self.document.history.is_modified() || self.is_saving_this_document() {
            // Also what was undone to the state before a save that runs: the file becomes another.
            self.session.confirm = Some(ConfirmDialog::Unsaved(pending));
        } else if self.typed_only().is_some() {
            self.session.confirm = Some(ConfirmDialog::Typed(pending));
        } else {
            self.perform(pending);
        }
    }

    /// Whether the window may close without a question.
    pub fn may_close(&self) -> bool {
        self.session.is_closing || !(self.has_unsaved() || self.is_saving_this_document())
    }

    /// Whether anything would be lost with the open document: edits, or what was typed and can't be saved yet.
    pub(in crate::app) fn has_unsaved(&self) -> bool {
        self.document.history.is_modified() || self.typed_only().is_some()
    }

    /// What was typed and is not in the dataset, in a sentence; `None` where there is nothing.
    pub(super) fn typed_only(&self) -> Option<String> {
        let (texts, begun) = self.typed_parts()?;
        Some(say!("session-typed-not-saved", texts = texts, begun = begun))
    }

    /// The same, after a save.
    pub(super) fn left_out_of_the_file(&self) -> Option<String> {
        let (texts, begun) = self.typed_parts()?;
        Some(say!("session-typed-not-in-the-file", texts = texts, begun = begun))
    }

    fn typed_parts(&self) -> Option<(usize, usize)> {
        let (texts, begun) = (self.editor.drafts.waiting(), self.editor.plans().count());
        (texts > 0 || begun > 0).then_some((texts, begun))
    }

    /// Does this, whatever is lost by it.
    pub(super) fn perform(&mut self, pending: PendingAction) {
        match pending {
            PendingAction::New => self.new_dataset(),
            PendingAction::BuiltIn => self.replace_document(Document::built_in(), super::FileSession::default()),
            // It was read before a save that has changed it.
            PendingAction::Open(opened) if opened.saves != self.session.saves && self.is_own(&opened.path) => {
                self.open_because(opened.path, opened.why);
            }
            PendingAction::Open(opened) => self.replace_with_opened(*opened),
            PendingAction::Restore(at) => self.restore(at),
            PendingAction::Quit => {
                self.session.file.is_discarded = true;
                if !std::mem::replace(&mut self.session.is_closing, true) {
                    self.effects.push(Effect::Close);
                }
            }
        }
    }

    pub(super) fn choose(&mut self, answer: Answer) {
        let Some(ask) = self.session.confirm.take() else { return };
        match (ask, answer) {
            (ConfirmDialog::Unsaved(pending), Answer::Save) => self.save(Some(pending)),
            (ConfirmDialog::Unsaved(pending), Answer::Discard) if self.is_saving_this_document() => {
                self.leave_after_save(pending);
            }
            (ConfirmDialog::Unsaved(pending) | ConfirmDialog::Typed(pending), Answer::Discard) => {
                self.perform(pending);
            }
            (ConfirmDialog::Errors(_, then), Answer::GoOn) => {
                self.session.file.errors_agreed = true;
                self.save(then);
            }
            (ConfirmDialog::Comments(_, then), Answer::GoOn) => {
                self.session.file.first_comment = None;
                self.save(then);
            }
            (ConfirmDialog::Comments(_, then), Answer::SaveAs) => self.ask_to_save_as(then),
            (ConfirmDialog::Elsewhere(mut opened), Answer::GoOn | Answer::ReadOnly) => {
                opened.open_as(answer);
                self.consider(opened);
            }
            (ConfirmDialog::Mend(mut opened, ..), Answer::GoOn) => {
                opened.mend = None;
                self.consider(opened);
            }
            (ConfirmDialog::TakeTheirs, Answer::GoOn) => self.take_theirs(),
            // Only over what was shown: what came since is refused by the save, and shown then.
            (ConfirmDialog::KeepMine(shown), Answer::GoOn) if self.newer_than(&shown).is_some() => {
                self.ask_to_keep_mine();
            }
            (ConfirmDialog::KeepMine(shown), Answer::GoOn) => {
                if let Some(path) = self.document.path.clone() {
                    self.write(Attempt { path, over: Over::Known(shown.fingerprint) }, None);
                }
            }
            (ConfirmDialog::TakeTheirs | ConfirmDialog::KeepMine(_), Answer::SaveAs) => {
                self.handle(SessionAction::AskToSaveAs);
            }
            (ConfirmDialog::RestoreUncertain(at), Answer::GoOn) => self.request(PendingAction::Restore(at)),
            (ConfirmDialog::DiscardRecovery(at), Answer::Discard) => self.discard_recovery(at),
            _ => {}
        }
    }

    pub(super) fn close_confirmation(&mut self) {
        self.session.confirm = None;
    }
}
