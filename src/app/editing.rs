//! Editing the open dataset: edits, undo and redo, new datasets, and copies of the read-only example.
//!
//! Every change to the dataset goes through here, so that the history, the journal and the rooms hear of each.

use crate::edit::{self, Edit, EditError, History, making};

use super::{Document, Severity, State};

/// What the example and copies of it are called.
const NEW_NAME: &str = "Untitled dataset";

impl State {
    /// Makes an edit. The built-in example stays as it is: there a copy to edit is offered, and the edit waits for the answer.
    pub fn edit(&mut self, edit: Edit) {
        if edit.is_empty() {
            return;
        }
        if self.document.is_read_only {
            self.wants_copy = Some(Box::new(edit));
            return;
        }
        let made = edit.clone();
        match self.document.commit(edit) {
            Ok(()) => self.edited(&made),
            Err(error) => self.not_edited(&error),
        }
    }

    /// Takes the last step back.
    pub(super) fn undo(&mut self) {
        match self.document.undo() {
            Ok(Some(made)) => self.edited(&made),
            Ok(None) => {}
            Err(error) => self.not_edited(&error),
        }
    }

    /// Takes the step again that was taken back last.
    pub(super) fn redo(&mut self) {
        match self.document.redo() {
            Ok(Some(made)) => self.edited(&made),
            Ok(None) => {}
            Err(error) => self.not_edited(&error),
        }
    }

    /// Hears of each edit that was made, be it done, undone or redone. A journal is fed from here.
    fn edited(&mut self, _line: &Edit) {
        self.refresh_after_edit();
    }

    fn not_edited(&mut self, error: &EditError) {
        self.tell(Severity::Error, format!("Not changed: {error}."));
    }

    /// Opens an empty dataset that has no file yet.
    pub(super) fn new_dataset(&mut self) {
        let dataset = std::sync::Arc::new(making::dataset(NEW_NAME));
        self.take(Document::untitled(NEW_NAME, dataset, History::new()));
    }

    /// Goes on with a copy of the read-only example, which has no file yet, and makes the edit that waited for it. What is on
    /// screen stays on screen.
    pub(super) fn make_copy(&mut self) {
        let waiting = self.wants_copy.take();
        if !self.document.is_read_only {
            return;
        }
        let name = format!("copy of the {}", self.document.name);
        self.document = Document::untitled(name, self.document.dataset.clone(), History::unsaved());
        self.document_number += 1;
        match waiting {
            Some(edit) if !edit.is_empty() => self.edit(*edit),
            _ => self.refresh_after_edit(),
        }
    }

    /// Names the data on screen: the document, and the state of its history. The same pair means the same data.
    pub fn data_version(&self) -> (u64, u64) {
        (self.document_number, self.document.history.state())
    }

    /// The findings of the dataset as it stands, with the part and the field of each.
    pub fn findings(&self) -> Vec<edit::PlacedFinding> {
        edit::check(&self.document.dataset)
    }
}
