//! Editing the open dataset: edits, undo and redo, and the check that follows them.
//!
//! Every change to the dataset goes through here, so that the history, the journal and the rooms hear of each.

use crate::dataset;
use crate::edit::{self, Edit, EditError, EditOp, PartPath, PlacedFinding};
use crate::say;

use crate::app::context::{Context, Request};
use crate::app::document::DataVersion;
use crate::app::message::Message;
use crate::app::tasks::TaskKind;
use crate::app::{Editor, Effect, NoticeKind, ScrollTarget, Tab};

/// With more outcomes than this the check runs elsewhere, and the last findings are shown meanwhile.
const MANY_OUTCOMES: usize = 400;
/// The same of statistics, which hold some thousand values each.
const MANY_STATISTICS: usize = 12;

impl Editor {
    /// Makes an edit. The built-in example stays as it is: there a copy to edit is offered, and the edit waits for the answer.
    /// Tells whether the dataset holds now what was meant.
    pub(in crate::app) fn edit(&mut self, edit: Edit, cx: &mut Context<'_>) -> bool {
        if edit.is_empty() {
            return true;
        }
        if cx.document.is_read_only {
            self.texts_that_wait.clear();
            self.copy_request = Some(Box::new(edit));
            return false;
        }
        let made = edit.clone();
        match cx.document.commit(edit) {
            Ok(()) => {
                let target = target(&made.ops, self.place);
                self.follow(made, target, cx);
                true
            }
            Err(error) => {
                not_edited(&error, cx);
                false
            }
        }
    }

    /// Makes an edit where it can be made, and tells why where it can't.
    pub(super) fn try_edit(&mut self, edit: Result<Edit, EditError>, cx: &mut Context<'_>) {
        match edit {
            Ok(edit) => drop(self.edit(edit, cx)),
            Err(error) => not_edited(&error, cx),
        }
    }

    /// Takes the last step back. In a field whose text the dataset does not hold, the text goes first.
    pub(in crate::app) fn undo(&mut self, room: Tab, cx: &mut Context<'_>) {
        if let Some((place, field)) = self.cursor.clone()
            && room == Tab::Edit
            && self.drafts.drop_wrong(place, &field)
        {
            return;
        }
        let label = cx.document.history.undo_label().map(str::to_owned);
        let undone = cx.document.undo();
        if let (Ok(Some(_)), Some(label)) = (&undone, label) {
            cx.notices.announce(say!("announcement-undone", step = label));
        }
        self.stepped(undone, |ops| brought_back(ops).or_else(|| put_last(ops)), cx);
    }

    /// Takes the step again that was taken back last.
    pub(in crate::app) fn redo(&mut self, cx: &mut Context<'_>) {
        let label = cx.document.history.redo_label().map(str::to_owned);
        let redone = cx.document.redo();
        if let (Ok(Some(_)), Some(label)) = (&redone, label) {
            cx.notices.announce(say!("announcement-redone", step = label));
        }
        self.stepped(redone, put_last, cx);
    }

    fn stepped(
        &mut self,
        step: Result<Option<Edit>, EditError>,
        target: fn(&[EditOp]) -> Option<PartPath>,
        cx: &mut Context<'_>,
    ) {
        match step {
            Ok(Some(made)) => {
                self.drafts.drop_taken();
                let target = target(&made.ops);
                self.follow(made, target, cx);
            }
            Ok(None) => {}
            Err(error) => not_edited(&error, cx),
        }
    }

    /// Follows an edit that was made, be it done, undone or redone, and shows the part that it put in or changed.
    fn follow(&mut self, made: Edit, target: Option<PartPath>, cx: &mut Context<'_>) {
        // "Saved" and the like were said of the dataset before this edit.
        cx.notices.retire_done();
        self.forget_worked_out();
        for op in &made.ops {
            self.drafts.follow(op);
            self.plans_follow(op);
            if let Some(place) = self.place.after(op) {
                self.place = place;
            }
            self.finishing = self.finishing.and_then(|at| at.after(op));
            self.new_part = self.new_part.and_then(|at| at.after(op));
            let left = std::mem::take(&mut self.left).into_iter();
            self.left = left.filter_map(|(at, field)| Some((at.after(op)?, field))).collect();
            self.cursor = self.cursor.take().and_then(|(at, field)| Some((at.after(op)?, field)));
        }
        if let Some(place) = target
            && place != self.place
        {
            self.place = place;
            cx.effects.push(Effect::Scroll(ScrollTarget::OutlineRow));
        }
        self.refresh(cx.document);
        cx.request(Request::Edited(Box::new(made)));
    }

    /// Makes the edit that waited for a copy of the read-only example, and takes the texts that it was made from.
    pub(in crate::app) fn edit_copy(&mut self, waiting: Option<Box<Edit>>, cx: &mut Context<'_>) {
        match waiting {
            Some(edit) if !edit.is_empty() => {
                let texts = std::mem::take(&mut self.texts_that_wait);
                if self.edit(*edit, cx) {
                    for (place, field) in texts {
                        self.drafts.take_one(place, &field);
                    }
                }
            }
            _ => self.refresh(cx.document),
        }
    }

    /// Checks the dataset where it changed since the last check; a large one elsewhere, and what is found comes later.
    pub(in crate::app) fn check_if_changed(&mut self, cx: &mut Context<'_>) {
        let version = cx.document.version();
        if self.checked == Some(version) || self.checking.is_some() {
            return;
        }
        let dataset = cx.document.original.clone();
        let outcomes = dataset.programmes.iter().map(|p| p.outcomes.len()).sum::<usize>() + dataset.context.len();
        if outcomes <= MANY_OUTCOMES && dataset.statistics.len() <= MANY_STATISTICS {
            self.found(version, edit::check(&dataset), cx);
        } else {
            self.checking = Some(version);
            cx.tasks.spawn(TaskKind::Checking, move |_| Message::Checked(version, edit::check(&dataset)));
        }
    }

    /// Takes in what a check found; what was found in an older state is shown until the next check is through.
    pub(in crate::app) fn found(&mut self, version: DataVersion, findings: Vec<PlacedFinding>, cx: &mut Context<'_>) {
        self.checking = None;
        if version.document != cx.document.number {
            return;
        }
        self.checked = Some(version);
        if cx.document.history.is_modified() {
            let cautions = findings.iter().filter(|f| f.finding.severity == dataset::Severity::Caution);
            cx.document.cautions = cautions.map(|f| f.finding.clone()).collect();
        }
        self.findings = findings;
        self.forget_worked_out();
    }
}

fn not_edited(error: &EditError, cx: &mut Context<'_>) {
    cx.notices.tell(NoticeKind::Error, say!("app-desk-not-changed", why = error.to_string()));
}

/// The place that the last step puts something at.
fn put_last(ops: &[EditOp]) -> Option<PartPath> {
    ops.iter().rev().find_map(|op| match op {
        EditOp::Replace(place, _) | EditOp::Insert(place, _) | EditOp::Move(_, place) => Some(*place),
        EditOp::Remove(_) | EditOp::Tables(_) => None,
    })
}

/// The part that was deleted and is back; `None` where none is. What went with it stands after it in the file, and so comes back
/// after it.
fn brought_back(ops: &[EditOp]) -> Option<PartPath> {
    ops.iter().find_map(|op| match op {
        EditOp::Insert(place, _) => Some(*place),
        EditOp::Replace(..) | EditOp::Remove(_) | EditOp::Move(..) | EditOp::Tables(_) => None,
    })
}

/// Where to look after an edit: at the part that is on screen where it was changed, otherwise at what was put in last.
fn target(ops: &[EditOp], on_screen: PartPath) -> Option<PartPath> {
    let changes_this = ops.iter().any(|op| matches!(op, EditOp::Replace(place, _) if *place == on_screen));
    if changes_this {
        return None;
    }
    ops.iter().rev().find_map(|op| match op {
        EditOp::Insert(place, _) | EditOp::Move(_, place) => Some(*place),
        EditOp::Replace(..) | EditOp::Remove(_) | EditOp::Tables(_) => None,
    })
}
