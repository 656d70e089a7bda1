//! Views that are kept in the dataset: keeping what is on screen under a name, opening one, going from one to the next, and the short
//! text that a colleague pastes. Renaming, moving and deleting them are edits of parts like any other, and are the editor's.

use crate::edit::{Edit, PartPath, new_parts};
use crate::model::{AbsentName, Dataset, SavedView, SavedViewId};
use crate::say;
use crate::words::letters::folded;

use crate::app::context::Context;
use crate::app::{Effect, NoticeKind};

/// A step with kept views.
#[derive(Clone, Debug, PartialEq)]
pub enum SavedViewsStep {
    /// Ask for the name of what is on screen.
    AskToKeep,
    /// Keep what is on screen under this name; a view of the same name is replaced.
    Keep(String),
    /// Open a kept view.
    Open(SavedViewId),
    /// Open the one after the one that was opened last; after the last comes the first.
    Next,
    /// Open the one before it; before the first comes the last.
    Previous,
    /// Show all of them, to be opened, renamed, moved and deleted.
    ShowAll,
    /// Copy what is on screen as a short text.
    Copy,
    /// Copy a kept view as a short text.
    CopyKept(SavedViewId),
    /// Ask for the short text of a view.
    AskToPaste,
    /// Open the view of a short text.
    Paste(String),
    /// Close the dialog.
    Close,
}

impl SavedViewsStep {
    /// Whether it needs to know what is on screen.
    pub(in crate::app) fn looks_at_screen(&self) -> bool {
        match self {
            Self::AskToKeep | Self::Keep(_) | Self::Copy => true,
            Self::Open(_)
            | Self::Next
            | Self::Previous
            | Self::ShowAll
            | Self::CopyKept(_)
            | Self::AskToPaste
            | Self::Paste(_)
            | Self::Close => false,
        }
    }
}

/// The dialog that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedViewsDialog {
    /// It asks for a name, and suggests this one.
    Keep(String),
    /// It asks for a short text.
    Paste,
    /// It shows all kept views.
    All,
}

/// What a step asks of the whole, because it crosses features.
pub(in crate::app) enum ViewRequest {
    /// Make this edit, and then tell this.
    Edit(Box<Edit>, String),
    /// Show this view.
    Show(Box<SavedView>),
}

/// What is known of kept views besides what the dataset holds.
#[derive(Default)]
pub struct SavedViews {
    /// The dialog, while one is open.
    pub dialog: Option<SavedViewsDialog>,
    /// The view that was opened or kept last; `None` before the first.
    pub opened: Option<SavedViewId>,
}

impl SavedViews {
    /// Carries out a step. `on_screen` is what could be kept, with its name as suggested; `None` where nothing could.
    pub(in crate::app) fn update(
        &mut self,
        step: SavedViewsStep,
        on_screen: Option<SavedView>,
        cx: &mut Context<'_>,
    ) -> Option<ViewRequest> {
        match step {
            SavedViewsStep::AskToKeep => self.dialog = on_screen.map(|view| SavedViewsDialog::Keep(view.name)),
            SavedViewsStep::Keep(name) => return self.keep(&name, on_screen?, cx),
            SavedViewsStep::Open(id) => {
                let view = cx.document.dataset.views.iter().find(|view| view.id == id).cloned()?;
                return Some(self.open(&view, Vec::new(), cx));
            }
            SavedViewsStep::Next => return self.step(1, cx),
            SavedViewsStep::Previous => return self.step(-1, cx),
            SavedViewsStep::ShowAll => self.dialog = Some(SavedViewsDialog::All),
            SavedViewsStep::Copy => copy(&on_screen?, cx),
            SavedViewsStep::CopyKept(id) => {
                copy(&cx.document.dataset.views.iter().find(|view| view.id == id).cloned()?, cx);
            }
            SavedViewsStep::AskToPaste => self.dialog = Some(SavedViewsDialog::Paste),
            SavedViewsStep::Paste(text) => return self.paste(&text, cx),
            SavedViewsStep::Close => self.dialog = None,
        }
        None
    }

    /// After another dataset was opened.
    pub(in crate::app) fn reset(&mut self) {
        *self = Self::default();
    }

    fn keep(&mut self, name: &str, view: SavedView, cx: &mut Context<'_>) -> Option<ViewRequest> {
        self.dialog = None;
        let dataset = &cx.document.original;
        let at = same_name(dataset, name);
        let kept = match at.and_then(|at| dataset.views.get(at)) {
            Some(was) => SavedView { id: was.id.clone(), name: was.name.clone(), ..view },
            None => new_parts::saved_view(dataset, name, view),
        };
        let edit = match at {
            Some(at) => Edit::change(dataset, PartPath::SavedView(at), kept.clone().into(), ""),
            None => Edit::add(dataset, PartPath::SavedView(dataset.views.len()), kept.clone()),
        };
        let label = say!("saved-views-keep-label", name = kept.name.as_str());
        self.opened = Some(kept.id);
        match edit {
            Ok(edit) => {
                let told = say!("saved-views-kept", name = kept.name);
                Some(ViewRequest::Edit(Box::new(Edit { label, ..edit }), told))
            }
            Err(error) => {
                cx.notices.tell(NoticeKind::Error, error.to_string());
                None
            }
        }
    }

    /// Opens a view with what is left of it, and says what is not. `told` was said of it before.
    fn open(&mut self, view: &SavedView, mut told: Vec<String>, cx: &mut Context<'_>) -> ViewRequest {
        let dataset = &cx.document.dataset;
        told.extend(view.absent(dataset).iter().map(AbsentName::sentence));
        let there = view.clone().with_what_is_there(dataset);
        if there.councils.is_empty() && !view.councils.is_empty() {
            told.push(say!("saved-views-nobody-left").to_owned());
        }
        self.opened = dataset.views.iter().find(|kept| kept.id == view.id).map(|kept| kept.id.clone());
        let called = if view.name.is_empty() { say!("saved-views-a-view") } else { view.name.as_str() };
        if told.is_empty() {
            cx.notices.announce(say!("saved-views-opened", name = called));
        } else {
            let what = told.join(say!("list-semicolon"));
            cx.notices.tell(NoticeKind::Error, say!("saved-views-opened-without", name = called, what = what));
        }
        if self.dialog == Some(SavedViewsDialog::Paste) {
            self.dialog = None;
        }
        ViewRequest::Show(Box::new(there))
    }

    fn step(&mut self, by: isize, cx: &mut Context<'_>) -> Option<ViewRequest> {
        let views = &cx.document.dataset.views;
        let now = self.opened.as_ref().and_then(|id| views.iter().position(|view| &view.id == id));
        let next = match (now, by) {
            (Some(now), _) => now.checked_add_signed(by).unwrap_or(views.len().saturating_sub(1)),
            (None, 1..) => 0,
            (None, _) => views.len().saturating_sub(1),
        };
        let view = views.get(next).or(views.first()).cloned()?;
        Some(self.open(&view, Vec::new(), cx))
    }

    fn paste(&mut self, text: &str, cx: &mut Context<'_>) -> Option<ViewRequest> {
        match SavedView::of_text(text) {
            Ok(pasted) => Some(self.open(&pasted.view, pasted.skipped, cx)),
            Err(error) => {
                cx.notices.tell(NoticeKind::Error, error.to_string());
                None
            }
        }
    }
}

/// The number of the view that this name would replace.
fn same_name(dataset: &Dataset, name: &str) -> Option<usize> {
    dataset.views.iter().position(|view| folded(view.name.trim()) == folded(name.trim()))
}

/// Whether a view of this name is kept already.
pub fn is_view_name_taken(dataset: &Dataset, name: &str) -> bool {
    same_name(dataset, name).is_some()
}

fn copy(view: &SavedView, cx: &mut Context<'_>) {
    cx.effects.push(Effect::CopyText(view.to_text()));
    cx.notices.tell(NoticeKind::Done, say!("saved-views-copied").to_owned());
}
