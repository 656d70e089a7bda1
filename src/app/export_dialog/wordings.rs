//! The words that were changed in this session, figure by figure: those in use, and those that were typed and put aside.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::PathBuf;

use crate::figure::wording::Wording;
use crate::figure::{Body, Figure, figure};
use crate::model::{CouncilId, Dataset, FigureKind, View};

use crate::app::{Room, Scope, State};
use crate::compare::Threshold;

/// What makes a figure: the dataset, what is asked for, the kind, and what the data say. Where any of it is another, words that
/// were written for the one do not stand over the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureKey {
    /// The dataset's file; `None` where it has none.
    pub file: Option<PathBuf>,
    /// Which document it is, where it has no file.
    pub document: Option<u64>,
    /// Up to which count small counts are suppressed; `None` while all numbers are shown.
    pub suppressed: Option<Threshold>,
    /// Names everything that the figure says as it was written from the data; the same number means the same marks and words.
    pub says: u64,
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
        if self.wordings.worded.is_empty() {
            return figure;
        }
        match self.wordings.used(&self.figure_key(view.clone(), kind, &figure)) {
            Some(wording) => wording.applied(figure),
            None => figure,
        }
    }

    pub(in crate::app) fn figure_key(&self, view: View, kind: FigureKind, written: &Figure) -> FigureKey {
        let file = self.document.path.clone();
        let document = file.is_none().then_some(self.data_version().0);
        let suppressed = self.suppression.threshold();
        FigureKey { file, document, suppressed, says: says(written), view, kind }
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
                return (self.figure_key(view, FigureKind::Profile, &figure), figure);
            }
        };
        let figure = self.draw(dataset, &view, kind);
        (self.figure_key(view, kind, &figure), figure)
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

/// A number for all that a figure says, good for this session only.
fn says(figure: &Figure) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{figure:?}").hash(&mut hasher);
    hasher.finish()
}

/// The rows that go with a figure: a figure of nothing has none, though its view would ask for everything.
pub(super) fn view_of_rows(key: &FigureKey, figure: &Figure) -> View {
    let mut view = key.view.clone();
    if matches!(figure.body, Body::Empty(_)) && figure.left_out.is_empty() && view.councils.is_empty() {
        view.councils.push(CouncilId::new(""));
    }
    view
}
