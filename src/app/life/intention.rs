//! Intentions: what would take the open document's place, or end it, and waits where unsaved edits would be lost.

use super::saving::{Attempt, Over};
use super::{Answer, Ask, LifeAction, Opened};
use crate::app::{Document, Severity, State};
use crate::say;

/// Something that ends the open document.
pub enum Intention {
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

impl Intention {
    /// What was asked for, in a sentence.
    pub(super) fn words(&self) -> String {
        match self {
            Self::New => say!("life-intend-new").to_owned(),
            Self::BuiltIn => say!("life-intend-built-in").to_owned(),
            Self::Open(opened) => opened.intended(),
            Self::Restore(_) => say!("life-intend-restore").to_owned(),
            Self::Quit => say!("life-intend-quit").to_owned(),
        }
    }
}

impl State {
    /// Does this now, or asks first where unsaved edits would be lost.
    pub(in crate::app) fn intend(&mut self, intention: Intention, ctx: &egui::Context) {
        if self.life.ask.is_some() {
            if let Intention::Open(opened) = intention {
                let told = say!("life-not-opened-asking", path = opened.path.display().to_string());
                self.tell(Severity::Error, told);
            }
        } else if self.is_saving_this_state() {
            self.save(Some(intention), ctx);
        } else if self.document.history.is_modified() || self.is_saving_this_document() {
            // Also what was undone to the state before a save that runs: the file becomes another.
            self.life.ask = Some(Ask::Unsaved(intention));
        } else if self.typed_only().is_some() {
            self.life.ask = Some(Ask::Typed(intention));
        } else {
            self.carry_out(intention, ctx);
        }
    }

    /// Whether the window may close without a question.
    pub fn may_close(&self) -> bool {
        self.wants_to_quit || !(self.has_unsaved() || self.is_saving_this_document())
    }

    /// Whether anything would be lost with the open document: edits, or what was typed and can't be saved yet.
    pub(in crate::app) fn has_unsaved(&self) -> bool {
        self.document.history.is_modified() || self.typed_only().is_some()
    }

    /// What was typed and is not in the dataset, in a sentence; `None` where there is nothing.
    pub(super) fn typed_only(&self) -> Option<String> {
        let (texts, begun) = self.typed_parts()?;
        Some(say!("life-typed-not-saved", texts = texts, begun = begun))
    }

    /// The same, after a save.
    pub(super) fn left_out_of_the_file(&self) -> Option<String> {
        let (texts, begun) = self.typed_parts()?;
        Some(say!("life-typed-not-in-the-file", texts = texts, begun = begun))
    }

    fn typed_parts(&self) -> Option<(usize, usize)> {
        let (texts, begun) = (self.desk.drafts.waiting(), self.desk.plans().count());
        (texts > 0 || begun > 0).then_some((texts, begun))
    }

    /// Does this, whatever is lost by it.
    pub(super) fn carry_out(&mut self, intention: Intention, ctx: &egui::Context) {
        match intention {
            Intention::New => self.new_dataset(),
            Intention::BuiltIn => self.take_with(Document::built_in(), super::Custody::default()),
            // It was read before a save that has changed it.
            Intention::Open(opened) if opened.saves != self.life.saves && self.is_own(&opened.path) => {
                self.open_because(opened.path, opened.why, ctx);
            }
            Intention::Open(opened) => self.take_opened(*opened),
            Intention::Restore(at) => self.restore(at, ctx),
            Intention::Quit => {
                self.life.custody.is_discarded = true;
                self.wants_to_quit = true;
            }
        }
    }

    pub(super) fn reply(&mut self, answer: Answer, ctx: &egui::Context) {
        let Some(ask) = self.life.ask.take() else { return };
        match (ask, answer) {
            (Ask::Unsaved(intention), Answer::Save) => self.save(Some(intention), ctx),
            (Ask::Unsaved(intention), Answer::Discard) if self.is_saving_this_document() => {
                self.leave_after_save(intention);
            }
            (Ask::Unsaved(intention) | Ask::Typed(intention), Answer::Discard) => self.carry_out(intention, ctx),
            (Ask::Errors(_, then), Answer::GoOn) => {
                self.life.custody.errors_agreed = true;
                self.save(then, ctx);
            }
            (Ask::Comments(_, then), Answer::GoOn) => {
                self.life.custody.first_comment = None;
                self.save(then, ctx);
            }
            (Ask::Comments(_, then), Answer::SaveAs) => self.ask_to_save_as(then, ctx),
            (Ask::Elsewhere(mut opened), Answer::GoOn | Answer::ReadOnly) => {
                opened.open_as(answer);
                self.consider(opened, ctx);
            }
            (Ask::Mend(mut opened, ..), Answer::GoOn) => {
                opened.mend = None;
                self.consider(opened, ctx);
            }
            (Ask::TakeTheirs, Answer::GoOn) => self.take_theirs(),
            // Only over what was shown: what came since is refused by the save, and shown then.
            (Ask::KeepMine(shown), Answer::GoOn) if self.newer_than(&shown).is_some() => self.ask_to_keep_mine(),
            (Ask::KeepMine(shown), Answer::GoOn) => {
                if let Some(path) = self.document.path.clone() {
                    self.write(Attempt { path, over: Over::Known(shown.fingerprint) }, None, ctx);
                }
            }
            (Ask::TakeTheirs | Ask::KeepMine(_), Answer::SaveAs) => self.live(LifeAction::AskToSaveAs, ctx),
            (Ask::RestoreUncertain(at), Answer::GoOn) => self.intend(Intention::Restore(at), ctx),
            (Ask::DiscardRecovery(at), Answer::Discard) => self.discard_recovery(at),
            _ => {}
        }
    }

    pub(super) fn drop_ask(&mut self) {
        self.life.ask = None;
    }
}
