//! Undo and redo: one step for each thing a person meant to do.
//!
//! A step holds only the parts it changed. Edits of one field that follow each other become one step, until [`History::end_merge`]
//! says that the field was left. At most [`MAX_STEPS`] steps are kept; the oldest are forgotten first.

use std::collections::VecDeque;

use crate::model::Dataset;

use super::{Edit, EditError, EditOp, PartPath};

/// How many steps can be taken back.
pub const MAX_STEPS: usize = 1000;

/// How an edit stands to the step before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergePolicy {
    /// It begins a step.
    Begins,
    /// It is part of that step: one more letter typed into the same field.
    GoesOn,
}

/// A step that was taken, and how to take it back.
#[derive(Clone, Debug)]
struct HistoryEntry {
    /// Names the state that the dataset is in after the step.
    state: u64,
    /// Takes the step back.
    back: Edit,
}

/// What can be undone and redone, and which state was saved.
#[derive(Clone, Debug)]
pub struct History {
    done: VecDeque<HistoryEntry>,
    /// Steps that were taken back, the last one first to be taken again; each holds the edit forward and its state.
    undone: Vec<HistoryEntry>,
    /// The state before the first step that is kept.
    base: u64,
    saved: Option<u64>,
    next: u64,
    is_sealed: bool,
    /// Whether the last edit went on with the step before it.
    went_on: bool,
    /// How many steps are kept.
    most: usize,
}

impl Default for History {
    fn default() -> Self {
        Self::new()
    }
}

impl History {
    /// The history of a dataset that was just opened, and is as it was saved.
    pub fn new() -> Self {
        Self {
            done: VecDeque::new(),
            undone: Vec::new(),
            base: 0,
            saved: Some(0),
            next: 1,
            is_sealed: true,
            went_on: false,
            most: MAX_STEPS,
        }
    }

    /// The history of a dataset that was never saved: a new one, or one that was recovered.
    pub fn unsaved() -> Self {
        Self { saved: None, ..Self::new() }
    }

    /// The history of a dataset that is as it was saved, which forgets no step however many there are: for telling what a journal
    /// holds, and not for a window that stays open.
    pub fn of_all_steps() -> Self {
        Self { most: usize::MAX, ..Self::new() }
    }

    /// Makes an edit and remembers it; what was undone can't be redone then. An edit that changes nothing is not remembered, nor
    /// one that brings a field back to what it was before it was edited.
    ///
    /// # Errors
    /// An [`EditError`]; dataset and history are as before.
    pub fn commit(&mut self, dataset: &mut Dataset, edit: Edit) -> Result<(), EditError> {
        if edit.is_empty() {
            return Ok(());
        }
        let back = edit.apply(dataset)?;
        self.undone.clear();
        let state = self.next;
        self.next += 1;
        let goes_on =
            !self.is_sealed && back.field.is_some() && self.done.back().map(|s| &s.back.field) == Some(&back.field);
        self.is_sealed = back.field.is_none();
        self.went_on = goes_on;
        match self.done.back_mut().filter(|_| goes_on) {
            Some(last) => {
                last.state = state;
                last.back.label = back.label;
                last.back.ops = joined(back.ops, std::mem::take(&mut last.back.ops));
                if last.back.ops.iter().all(|op| is_there(dataset, op)) {
                    self.done.pop_back();
                    self.is_sealed = true;
                }
            }
            None => self.done.push_back(HistoryEntry { state, back }),
        }
        if self.done.len() > self.most
            && let Some(oldest) = self.done.pop_front()
        {
            self.base = oldest.state;
        }
        Ok(())
    }

    /// Makes an edit that a journal noted, where undo and redo stand as the edits that they made: one that does what undo would do
    /// takes the last step back, and one that does what redo would do takes it again, so that the steps are those that were left.
    ///
    /// One that went on with a step is neither: deleting a letter right after it was typed does what undo would do, and yet the
    /// step goes on. `None` where the journal does not say how the edit stood; then those of one field that follow each other melt.
    ///
    /// # Errors
    /// As [`Self::commit`].
    pub fn replay(&mut self, dataset: &mut Dataset, edit: Edit, policy: Option<MergePolicy>) -> Result<(), EditError> {
        match policy {
            Some(MergePolicy::GoesOn) => return self.commit(dataset, edit),
            Some(MergePolicy::Begins) => self.end_merge(),
            None => {}
        }
        let is = |step: Option<&HistoryEntry>| !edit.is_empty() && step.is_some_and(|step| step.back.ops == edit.ops);
        if is(self.done.back()) {
            self.undo(dataset).map(|_| ())
        } else if is(self.undone.last()) {
            self.redo(dataset).map(|_| ())
        } else {
            self.commit(dataset, edit)
        }
    }

    /// Takes the last step back, and gives the edit that was made for it, for the journal; `None` where there is none.
    ///
    /// # Errors
    /// An [`EditError`], where the dataset was changed outside of this history.
    pub fn undo(&mut self, dataset: &mut Dataset) -> Result<Option<Edit>, EditError> {
        (self.is_sealed, self.went_on) = (true, false);
        let Some(step) = self.done.back() else { return Ok(None) };
        let made = step.back.clone();
        let forward = made.clone().apply(dataset)?;
        let state = step.state;
        self.done.pop_back();
        self.undone.push(HistoryEntry { state, back: forward });
        Ok(Some(made))
    }

    /// Takes the step again that was taken back last, and gives the edit that was made for it; `None` where there is none.
    ///
    /// # Errors
    /// An [`EditError`], where the dataset was changed outside of this history.
    pub fn redo(&mut self, dataset: &mut Dataset) -> Result<Option<Edit>, EditError> {
        (self.is_sealed, self.went_on) = (true, false);
        let Some(step) = self.undone.last() else { return Ok(None) };
        let made = step.back.clone();
        let back = made.clone().apply(dataset)?;
        let state = step.state;
        self.undone.pop();
        self.done.push_back(HistoryEntry { state, back });
        Ok(Some(made))
    }

    /// What undo would take back, for the menu; `None` where there is nothing.
    pub fn undo_label(&self) -> Option<&str> {
        self.done.back().map(|step| step.back.label.as_str())
    }

    /// What redo would take again, for the menu; `None` where there is nothing.
    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|step| step.back.label.as_str())
    }

    /// The labels of the steps that can be taken back, the last one first.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.done.iter().rev().map(|step| step.back.label.as_str())
    }

    /// Ends the step that is being taken: the next edit of the same field is a step of its own. To be called when a field is left.
    pub fn end_merge(&mut self) {
        self.is_sealed = true;
    }

    /// Whether the last edit, undo or redo went on with the step before it, or began one; for the journal.
    pub fn merge_policy(&self) -> MergePolicy {
        if self.went_on { MergePolicy::GoesOn } else { MergePolicy::Begins }
    }

    /// Remembers that the dataset was saved as it is now.
    pub fn mark_saved(&mut self) {
        self.saved = Some(self.state());
        self.is_sealed = true;
    }

    /// Remembers that the dataset was saved as it was in a state, which may have been some edits ago: saving takes its time.
    pub fn mark_saved_at(&mut self, state: u64) {
        self.saved = Some(state);
        self.is_sealed = true;
    }

    /// Forgets that the dataset was ever saved, as when its file has gone.
    pub fn mark_unsaved(&mut self) {
        self.saved = None;
    }

    /// Names the state that the dataset is in; the same number means the same data.
    pub fn state(&self) -> u64 {
        self.done.back().map_or(self.base, |step| step.state)
    }

    /// Whether the dataset differs from what was saved. Undoing back to what was saved makes it unmodified again.
    pub fn is_modified(&self) -> bool {
        self.saved != Some(self.state())
    }
}

/// The way back over two edits. Where both only put one part in another's place, each place is put back once.
fn joined(later: Vec<EditOp>, earlier: Vec<EditOp>) -> Vec<EditOp> {
    let only_replaces = later.iter().chain(&earlier).all(|op| matches!(op, EditOp::Replace(..)));
    if !only_replaces {
        return later.into_iter().chain(earlier).collect();
    }
    let again: Vec<PartPath> = earlier.iter().map(EditOp::place).collect();
    later.into_iter().filter(|op| !again.contains(&op.place())).chain(earlier).collect()
}

/// Whether what the step would put there is there already.
fn is_there(dataset: &Dataset, op: &EditOp) -> bool {
    matches!(op, EditOp::Replace(place, part) if super::Part::at(dataset, *place).as_ref() == Some(part))
}
