//! What would take the open document's place, or end it, and waits where unsaved edits would be lost.

use super::save::{Attempt, Over};
use super::{Answer, ConfirmDialog, DocumentReplacement, FileSession, Opened, Session, SessionAction, ShownNext};
use crate::app::context::{Context, Elsewhere, Request};
use crate::app::document::PreparedDocument;
use crate::app::{Document, Effect, NoticeKind};
use crate::dataset::BuiltIn;
use crate::say;

/// Something that ends the open document.
pub enum PendingAction {
    /// Begin an empty dataset.
    New,
    /// Open a built-in dataset.
    BuiltIn(BuiltIn),
    /// Take what was read, be it another file or the same one anew.
    Open(Box<Opened>),
    /// Take what was imported.
    Imported(Box<PreparedDocument>),
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
            Self::BuiltIn(_) => say!("session-intend-built-in").to_owned(),
            Self::Open(opened) => opened.intended(),
            Self::Imported(_) => say!("session-intend-imported").to_owned(),
            Self::Restore(_) => say!("session-intend-restore").to_owned(),
            Self::Quit => say!("session-intend-quit").to_owned(),
        }
    }
}

impl Session {
    /// Does this now, or asks first where unsaved edits would be lost.
    pub(in crate::app) fn request(&mut self, pending: PendingAction, cx: &mut Context<'_>) {
        if self.confirm.is_some() {
            if let PendingAction::Open(opened) = pending {
                let told = say!("session-not-opened-asking", path = opened.path.display().to_string());
                cx.notices.tell(NoticeKind::Error, told);
            }
        } else if self.is_saving_this_state(cx.document) {
            self.save(Some(pending), cx);
        } else if cx.document.history.is_modified() || self.is_saving_this_document(cx.document) {
            // Also what was undone to the state before a save that runs: the file becomes another.
            self.confirm = Some(ConfirmDialog::Unsaved(pending));
        } else if cx.elsewhere.typed_only().is_some() {
            self.confirm = Some(ConfirmDialog::Typed(pending));
        } else {
            self.perform(pending, cx);
        }
    }

    /// Whether the window may close without a question.
    pub(in crate::app) fn may_close(&self, document: &Document, elsewhere: Elsewhere) -> bool {
        self.is_closing || !(has_unsaved(document, elsewhere) || self.is_saving_this_document(document))
    }

    /// Does this, whatever is lost by it.
    pub(super) fn perform(&mut self, pending: PendingAction, cx: &mut Context<'_>) {
        match pending {
            PendingAction::New => cx.request(Request::NewDataset),
            PendingAction::BuiltIn(which) => cx.request(Request::Replace(Box::new(DocumentReplacement {
                document: Document::built_in(which),
                file: FileSession::default(),
                shows: ShownNext::Overview,
                told: None,
            }))),
            // It was read before a save that has changed it.
            PendingAction::Open(opened) if opened.saves != self.saves && self.is_own(cx.document, &opened.path) => {
                self.open_because(opened.path, opened.why, cx);
            }
            PendingAction::Open(opened) => self.replace_with_opened(*opened, cx),
            PendingAction::Imported(made) => self.take_imported(*made, cx),
            PendingAction::Restore(at) => self.restore(at, cx),
            PendingAction::Quit => {
                self.file.is_discarded = true;
                if !std::mem::replace(&mut self.is_closing, true) {
                    cx.effects.push(Effect::Close);
                }
            }
        }
    }

    /// A dataset that was imported exists nowhere else: its journal begins at once.
    fn take_imported(&mut self, PreparedDocument { document, base }: PreparedDocument, cx: &mut Context<'_>) {
        let file = FileSession::imported(document.called(), base, self.data.as_deref(), cx.tasks.waker());
        let told = Some(say!("session-imported", statistics = document.original.statistics.len()));
        let shows = ShownNext::Overview;
        cx.request(Request::Replace(Box::new(DocumentReplacement { document, file, shows, told })));
    }

    pub(super) fn choose(&mut self, answer: Answer, cx: &mut Context<'_>) {
        let Some(ask) = self.confirm.take() else { return };
        match (ask, answer) {
            (ConfirmDialog::Unsaved(pending), Answer::Save) => self.save(Some(pending), cx),
            (ConfirmDialog::Unsaved(pending), Answer::Discard) if self.is_saving_this_document(cx.document) => {
                self.leave_after_save(pending);
            }
            (ConfirmDialog::Unsaved(pending) | ConfirmDialog::Typed(pending), Answer::Discard) => {
                self.perform(pending, cx);
            }
            (ConfirmDialog::Errors(_, then), Answer::GoOn) => {
                self.file.errors_agreed = true;
                self.save(then, cx);
            }
            (ConfirmDialog::Format(name, then), Answer::GoOn) => self.save_in_new_format(name, then, cx),
            (ConfirmDialog::Comments(_, then), Answer::GoOn) => {
                self.file.first_comment = None;
                self.save(then, cx);
            }
            (ConfirmDialog::Comments(_, then), Answer::SaveAs) => self.ask_to_save_as(then, cx),
            (ConfirmDialog::Elsewhere(mut opened), Answer::GoOn | Answer::ReadOnly) => {
                opened.open_as(answer);
                self.consider(opened, cx);
            }
            (ConfirmDialog::Fix(mut opened, ..), Answer::GoOn) => {
                opened.fix = None;
                self.consider(opened, cx);
            }
            (ConfirmDialog::TakeTheirs, Answer::GoOn) => self.take_theirs(cx),
            // Only over what was shown: what came since is refused by the save, and shown then.
            (ConfirmDialog::KeepMine(shown), Answer::GoOn) if self.newer_than(&shown).is_some() => {
                self.ask_to_keep_mine(cx);
            }
            (ConfirmDialog::KeepMine(shown), Answer::GoOn) => {
                if let Some(path) = cx.document.path.clone() {
                    self.write(Attempt { path, over: Over::Known(shown.fingerprint) }, None, cx);
                }
            }
            (ConfirmDialog::TakeTheirs | ConfirmDialog::KeepMine(_), Answer::SaveAs) => {
                self.update(SessionAction::AskToSaveAs, cx);
            }
            (ConfirmDialog::RestoreUncertain(at), Answer::GoOn) => self.request(PendingAction::Restore(at), cx),
            (ConfirmDialog::DiscardRecovery(at), Answer::Discard) => self.discard_recovery(at, cx),
            _ => {}
        }
    }

    pub(super) fn close_confirmation(&mut self) {
        self.confirm = None;
    }
}

/// Whether anything would be lost with the open document: edits, or what was typed and can't be saved yet.
pub(in crate::app) fn has_unsaved(document: &Document, elsewhere: Elsewhere) -> bool {
    document.history.is_modified() || elsewhere.typed_only().is_some()
}

impl Elsewhere {
    /// What was typed and is not in the dataset, in a sentence; `None` where there is nothing.
    pub(super) fn typed_only(self) -> Option<String> {
        self.has_typed().then(|| say!("session-typed-not-saved", texts = self.texts, begun = self.begun))
    }

    /// The same, after a save.
    pub(super) fn left_out_of_the_file(self) -> Option<String> {
        self.has_typed().then(|| say!("session-typed-not-in-the-file", texts = self.texts, begun = self.begun))
    }

    fn has_typed(self) -> bool {
        self.texts > 0 || self.begun > 0
    }
}
