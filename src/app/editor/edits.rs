//! Editing the open dataset: edits, undo and redo, new datasets, and copies of the read-only example.
//!
//! Every change to the dataset goes through here, so that the history, the journal and the rooms hear of each.

use crate::app::Effect;
use crate::app::FocusTarget;
use crate::app::ScrollTarget;
use std::sync::Arc;

use crate::dataset;
use crate::edit::{self, Edit, EditError, EditOp, History, PartPath, PlacedFinding, new_parts};
use crate::say;

use crate::app::document::DataVersion;
use crate::app::message::Message;
use crate::app::session::FileSession;
use crate::app::tasks::TaskKind;
use crate::app::{Document, NoticeKind, State, Tab};

/// With more outcomes than this the check runs elsewhere, and the last findings are shown meanwhile.
const MANY_OUTCOMES: usize = 400;

impl State {
    /// Makes an edit. The built-in example stays as it is: there a copy to edit is offered, and the edit waits for the answer.
    /// Tells whether the dataset holds now what was meant.
    pub fn edit(&mut self, edit: Edit) -> bool {
        if edit.is_empty() {
            return true;
        }
        if self.document.is_read_only {
            self.editor.texts_that_wait.clear();
            self.editor.copy_request = Some(Box::new(edit));
            return false;
        }
        let made = edit.clone();
        match self.document.commit(edit) {
            Ok(()) => {
                let target = target(&made.swaps, self.editor.place);
                self.edited(&made);
                self.show_edited(target);
                true
            }
            Err(error) => {
                self.not_edited(&error);
                false
            }
        }
    }

    /// Takes the last step back. In a field whose text the dataset does not hold, the text goes first.
    pub(in crate::app) fn undo(&mut self) {
        if let Some((place, field)) = self.editor.cursor.clone()
            && self.views.room == Tab::Edit
            && self.editor.drafts.drop_wrong(place, &field)
        {
            return;
        }
        let label = self.document.history.undo_label().map(str::to_owned);
        let undone = self.document.undo();
        if let (Ok(Some(_)), Some(label)) = (&undone, label) {
            self.announce(say!("announcement-undone", step = label));
        }
        self.stepped(undone, |swaps| brought_back(swaps).or_else(|| put_last(swaps)));
    }

    /// Takes the step again that was taken back last.
    pub(in crate::app) fn redo(&mut self) {
        let label = self.document.history.redo_label().map(str::to_owned);
        let redone = self.document.redo();
        if let (Ok(Some(_)), Some(label)) = (&redone, label) {
            self.announce(say!("announcement-redone", step = label));
        }
        self.stepped(redone, put_last);
    }

    fn stepped(&mut self, step: Result<Option<Edit>, EditError>, target: fn(&[EditOp]) -> Option<PartPath>) {
        match step {
            Ok(Some(made)) => {
                self.editor.drafts.drop_taken();
                let target = target(&made.swaps);
                self.edited(&made);
                self.show_edited(target);
            }
            Ok(None) => {}
            Err(error) => self.not_edited(&error),
        }
    }

    /// Hears of each edit that was made, be it done, undone or redone. A journal is fed from here.
    fn edited(&mut self, line: &Edit) {
        self.record_edit(line);
        // "Saved" and the like were said of the dataset before this edit.
        self.notices.retire_done();
        self.editor.forget_worked_out();
        for swap in &line.swaps {
            self.editor.drafts.follow(swap);
            self.editor.plans_follow(swap);
            if let Some(place) = self.editor.place.after(swap) {
                self.editor.place = place;
            }
            self.editor.finishing = self.editor.finishing.and_then(|at| at.after(swap));
            self.editor.cursor = self.editor.cursor.take().and_then(|(at, field)| Some((at.after(swap)?, field)));
        }
        if self.views.room == Tab::Edit {
            self.views.is_stale = true;
        } else {
            self.refresh_after_edit();
        }
    }

    /// Shows the part that an edit put in or changed.
    fn show_edited(&mut self, target: Option<PartPath>) {
        if let Some(place) = target
            && place != self.editor.place
        {
            self.editor.place = place;
            self.effects.push(Effect::Scroll(ScrollTarget::OutlineRow));
        }
        self.refresh_desk();
    }

    fn not_edited(&mut self, error: &EditError) {
        self.tell(NoticeKind::Error, say!("app-desk-not-changed", why = error.to_string()));
    }

    /// Brings the other rooms up to date after edits in the editor.
    pub(in crate::app) fn rebuild_if_stale(&mut self) {
        if std::mem::take(&mut self.views.is_stale) {
            self.refresh_after_edit();
        }
    }

    /// Opens an empty dataset that has no file yet, where it can be filled.
    pub(in crate::app) fn new_dataset(&mut self) {
        let name = say!("app-document-untitled");
        let dataset = Arc::new(new_parts::dataset(name));
        let file_session = FileSession::untitled(name, &dataset);
        self.replace_document(Document::untitled(name, dataset, History::new()), file_session);
        self.views.room = Tab::Edit;
        self.effects.push(Effect::Focus(FocusTarget::Field(PartPath::Facts, "title".to_owned())));
    }

    /// Goes on with a copy of the read-only example, which has no file yet, and makes the edit that waited for it. What is on
    /// screen stays on screen.
    pub(in crate::app) fn make_copy(&mut self) {
        let waiting = self.editor.copy_request.take();
        if !self.document.is_read_only {
            return;
        }
        let of = self.document.name.as_str();
        let name = match &self.document.path {
            None => say!("app-document-copy-of-built-in", name = of),
            Some(_) => say!("app-document-copy", name = of),
        };
        self.session.file = FileSession::untitled(&name, &self.document.original);
        let number = self.document.number + 1;
        let copy = Document::untitled(name, self.document.original.clone(), History::unsaved());
        self.document = Document { number, ..copy };
        self.watch_file();
        self.show_suppressed();
        match waiting {
            Some(edit) if !edit.is_empty() => {
                let texts = std::mem::take(&mut self.editor.texts_that_wait);
                if self.edit(*edit) {
                    for (place, field) in texts {
                        self.editor.drafts.take_one(place, &field);
                    }
                }
            }
            _ => self.refresh_desk(),
        }
    }

    /// Names the data on screen.
    pub fn data_version(&self) -> DataVersion {
        self.document.version()
    }

    /// Checks the dataset where it changed since the last check; a large one elsewhere, and what is found comes later.
    pub(in crate::app) fn check_if_changed(&mut self) {
        let version = self.data_version();
        if self.editor.checked == Some(version) || self.editor.checking.is_some() {
            return;
        }
        let dataset = self.document.original.clone();
        let outcomes = dataset.programmes.iter().map(|p| p.outcomes.len()).sum::<usize>() + dataset.context.len();
        if outcomes <= MANY_OUTCOMES {
            self.found(version, edit::check(&dataset));
        } else {
            self.editor.checking = Some(version);
            self.tasks.spawn(TaskKind::Checking, move |_| Message::Checked(version, edit::check(&dataset)));
        }
    }

    /// Takes in what a check found; what was found in an older state is shown until the next check is through.
    pub(in crate::app) fn found(&mut self, version: DataVersion, findings: Vec<PlacedFinding>) {
        self.editor.checking = None;
        if version.document != self.document.number {
            return;
        }
        self.editor.checked = Some(version);
        if self.document.history.is_modified() {
            let cautions = findings.iter().filter(|f| f.finding.severity == dataset::Severity::Caution);
            self.document.cautions = cautions.map(|f| f.finding.clone()).collect();
        }
        self.editor.heard(findings);
    }
}

/// The place that the last step puts something at.
fn put_last(swaps: &[EditOp]) -> Option<PartPath> {
    swaps.iter().rev().find_map(|swap| match swap {
        EditOp::Replace(place, _) | EditOp::Insert(place, _) | EditOp::Move(_, place) => Some(*place),
        EditOp::Remove(_) => None,
    })
}

/// The part that was deleted and is back; `None` where none is. What went with it stands after it in the file, and so comes back
/// after it.
fn brought_back(swaps: &[EditOp]) -> Option<PartPath> {
    swaps.iter().find_map(|swap| match swap {
        EditOp::Insert(place, _) => Some(*place),
        EditOp::Replace(..) | EditOp::Remove(_) | EditOp::Move(..) => None,
    })
}

/// Where to look after an edit: at the part that is on screen where it was changed, otherwise at what was put in last.
fn target(swaps: &[EditOp], on_screen: PartPath) -> Option<PartPath> {
    let changes_this = swaps.iter().any(|swap| matches!(swap, EditOp::Replace(place, _) if *place == on_screen));
    if changes_this {
        return None;
    }
    swaps.iter().rev().find_map(|swap| match swap {
        EditOp::Insert(place, _) | EditOp::Move(_, place) => Some(*place),
        EditOp::Replace(..) | EditOp::Remove(_) => None,
    })
}
