//! The words that were changed in this session, figure by figure: those in use, and those that were typed and put aside.

use std::path::PathBuf;

use crate::figure::wording::Wording;
use crate::figure::{Body, Figure, figure};
use crate::model::{CouncilId, Dataset, FigureKind, View};

use crate::app::{Room, Scope, State};

/// What makes a figure: the dataset's file (`None` for the built-in one), what is asked for, and the kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureKey {
    /// The dataset's file.
    pub file: Option<PathBuf>,
    /// What is asked for.
    pub view: View,
    /// The kind.
    pub kind: FigureKind,
}

/// The words of the figures of this session.
#[derive(Clone, Debug, Default)]
pub struct Wordings {
    worded: Vec<Worded>,
}

#[derive(Clone, Debug)]
struct Worded {
    key: FigureKey,
    /// What the window and its exports show.
    used: Wording,
    /// What was typed when the dialog was last put aside; the same as `used` after saving.
    typed: Wording,
}

impl Wordings {
    /// The words in use.
    pub fn used(&self, key: &FigureKey) -> Option<&Wording> {
        self.of(key).map(|worded| &worded.used)
    }

    /// The words to begin with when the dialog opens again.
    pub fn typed(&self, key: &FigureKey) -> Wording {
        self.of(key).map(|worded| worded.typed.clone()).unwrap_or_default()
    }

    /// Takes words into use.
    pub fn take_into_use(&mut self, key: &FigureKey, wording: &Wording) {
        self.change(key, |worded| {
            worded.used = wording.clone();
            worded.typed = wording.clone();
        });
    }

    /// Keeps what was typed for the next time, without using it.
    pub fn put_aside(&mut self, key: &FigureKey, wording: &Wording) {
        self.change(key, |worded| worded.typed = wording.clone());
    }

    fn of(&self, key: &FigureKey) -> Option<&Worded> {
        self.worded.iter().find(|worded| &worded.key == key)
    }

    /// Changes the entry of a figure, a new one where there is none.
    fn change(&mut self, key: &FigureKey, change: impl FnOnce(&mut Worded)) {
        let at = self.worded.iter().position(|worded| &worded.key == key);
        let new = || Worded { key: key.clone(), used: Wording::default(), typed: Wording::default() };
        let mut worded = at.map_or_else(new, |at| self.worded.swap_remove(at));
        change(&mut worded);
        self.worded.push(worded);
    }
}

impl State {
    /// A figure of the window in the words in use.
    pub(in crate::app) fn in_words_used(&self, view: &View, kind: FigureKind, figure: Figure) -> Figure {
        match self.wordings.used(&self.figure_key(view.clone(), kind)) {
            Some(wording) => wording.applied(figure),
            None => figure,
        }
    }

    pub(in crate::app) fn figure_key(&self, view: View, kind: FigureKind) -> FigureKey {
        FigureKey { file: self.document.path.clone(), view, kind }
    }

    /// The figure on screen as it was written from the data, and what makes it.
    pub(super) fn written_on_screen(&self, dataset: &Dataset) -> (FigureKey, Figure) {
        let (room, scope) = (self.room, self.table.scope);
        let (view, kind) = match (room, scope) {
            (Room::Edit, _) => (self.desk_view().unwrap_or_else(|| self.overview_view()), FigureKind::Profile),
            (Room::Overview, _) | (Room::Table, Scope::All) => (self.overview_view(), FigureKind::Profile),
            (Room::Compare, _) | (Room::Table, Scope::Concept) => (self.compare_view(dataset), self.kind),
            (Room::Council, _) | (Room::Table, Scope::Council) => {
                let view = self.council_view();
                let figure = figure(dataset, &view, FigureKind::Profile).unwrap_or_default();
                return (self.figure_key(view, FigureKind::Profile), figure);
            }
        };
        let figure = self.draw(dataset, &view, kind);
        (self.figure_key(view, kind), figure)
    }

    /// A name for the file of the figure on screen: what it is about and its kind, in letters that every system takes.
    pub(super) fn suggested_name(&self) -> String {
        let council = self.council.as_ref().map_or("council", CouncilId::as_str);
        let (about, kind) = match (self.room, self.table.scope) {
            (Room::Edit, _) if self.desk_view().is_some() => ("outcome", FigureKind::Profile),
            (Room::Overview | Room::Edit, _) | (Room::Table, Scope::All) => ("overview", FigureKind::Profile),
            (Room::Compare, _) | (Room::Table, Scope::Concept) => (self.concept.as_str(), self.kind),
            (Room::Council, _) | (Room::Table, Scope::Council) => (council, FigureKind::Profile),
        };
        crate::export::batch::file_name(&format!("{about} {}", kind.word()))
    }
}

/// The rows that go with a figure: a figure of nothing has none, though its view would ask for everything.
pub(super) fn view_of_rows(key: &FigureKey, figure: &Figure) -> View {
    let mut view = key.view.clone();
    if matches!(figure.body, Body::Empty(_)) && figure.left_out.is_empty() && view.councils.is_empty() {
        view.councils.push(CouncilId::new(""));
    }
    view
}
