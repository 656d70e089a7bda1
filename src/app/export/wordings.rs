//! The words that were changed in this session, figure by figure: those in use, and those that were typed and put aside.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::PathBuf;
use std::sync::Arc;

use crate::compare::{Threshold, withhold};
use crate::edit::{OutcomeParent, PartPath};
use crate::figure::wording::Wording;
use crate::figure::{Body, Figure, figure};
use crate::model::{CouncilId, Dataset, FigureKind, Filter, OutcomeId, View};

use crate::app::{Scope, State, Tab, planned};

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
    /// The one outcome that is drawn, in the room Edit; `None` where the view says all.
    pub outcome: Option<OutcomeId>,
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
    /// Whether no figure has words of its author's own.
    pub fn is_empty(&self) -> bool {
        self.worded.is_empty()
    }

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
        if self.export.wordings.worded.is_empty() {
            return figure;
        }
        match self.export.wordings.used(&self.figure_key(view.clone(), kind, &figure)) {
            Some(wording) => wording.applied(figure),
            None => figure,
        }
    }

    pub(in crate::app) fn figure_key(&self, view: View, kind: FigureKind, written: &Figure) -> FigureKey {
        let file = self.document.path.clone();
        let document = file.is_none().then_some(self.session.document_number);
        let suppressed = self.views.suppression.threshold();
        FigureKey { file, document, suppressed, says: says(written), view, kind, outcome: None }
    }

    /// The figure on screen as it was written from the data, what makes it, and the data. `None` in the room Edit where no
    /// outcome is on screen.
    pub(super) fn written_on_screen(&self) -> Option<(FigureKey, Figure, Arc<Dataset>)> {
        let dataset = self.document.dataset.clone();
        let (view, kind) = match (self.views.room, self.table.scope) {
            (Tab::Edit, _) => return self.written_at_desk(),
            (Tab::Overview, _) | (Tab::Table, Scope::All) => (self.overview_view(), FigureKind::Profile),
            (Tab::Compare, _) | (Tab::Table, Scope::Concept) => (self.compare_view(&dataset), self.views.kind),
            (Tab::Council, _) | (Tab::Table, Scope::Council) => {
                let view = self.council_view();
                let figure = figure(&dataset, &view, FigureKind::Profile).unwrap_or_default();
                return Some((self.figure_key(view, FigureKind::Profile, &figure), figure, dataset));
            }
        };
        let figure = self.draw(&dataset, &view, kind);
        Some((self.figure_key(view, kind, &figure), figure, dataset))
    }

    /// The small figure beside the form, and the one outcome that it draws: not others of the same programme and places, nor
    /// the part behind the sheet of a new outcome.
    fn written_at_desk(&self) -> Option<(FigureKey, Figure, Arc<Dataset>)> {
        let (figure, _) = self.editor.preview.as_deref()?;
        let dataset = self.outcome_at_desk()?;
        let outcome = dataset.outcomes().next()?.outcome.id.clone();
        let view = if self.editor.plan.is_some() { View::default() } else { self.desk_view().unwrap_or_default() };
        let key = FigureKey { outcome: Some(outcome), ..self.figure_key(view, FigureKind::Profile, figure) };
        Some((key, figure.clone(), Arc::new(dataset)))
    }

    /// The dataset with the outcome on screen alone. Small counts are suppressed among all outcomes first, since what is
    /// suppressed in one may be worked out from the others.
    fn outcome_at_desk(&self) -> Option<Dataset> {
        let mut dataset = (*self.document.original).clone();
        let place = match &self.editor.plan {
            None => self.editor.place,
            Some(plan) => {
                let outcome = planned(&dataset, plan)?;
                dataset = plan.with_its_parts(&dataset).into_owned();
                let outcomes = match plan.home {
                    OutcomeParent::Context => &mut dataset.context,
                    OutcomeParent::Programme(p) => &mut dataset.programmes.get_mut(p)?.outcomes,
                };
                outcomes.push(outcome);
                PartPath::Outcome(plan.home, outcomes.len() - 1)
            }
        };
        let PartPath::Outcome(home, at) = place else { return None };
        if let Some(threshold) = self.views.suppression.threshold() {
            dataset = withhold(&dataset, threshold);
        }
        match home {
            OutcomeParent::Context => {
                dataset.context = vec![dataset.context.get(at)?.clone()];
                dataset.programmes.clear();
            }
            OutcomeParent::Programme(p) => {
                let mut programme = dataset.programmes.get(p)?.clone();
                programme.outcomes = vec![programme.outcomes.get(at)?.clone()];
                programme.claims.clear();
                dataset.programmes = vec![programme];
                dataset.context.clear();
            }
        }
        Some(dataset)
    }

    /// A name for the file of the figure on screen: what it is about and its kind, in letters that every system takes.
    pub(super) fn suggested_name(&self) -> String {
        let council = self.views.council.as_ref().map_or("council", CouncilId::as_str);
        let (about, kind) = match (self.views.room, self.table.scope) {
            (Tab::Edit, _) if self.editor.preview.is_some() => ("outcome", FigureKind::Profile),
            (Tab::Overview | Tab::Edit, _) | (Tab::Table, Scope::All) => ("overview", FigureKind::Profile),
            (Tab::Compare, _) | (Tab::Table, Scope::Concept) => (self.views.concept.as_str(), self.views.kind),
            (Tab::Council, _) | (Tab::Table, Scope::Council) => (council, FigureKind::Profile),
        };
        crate::export::batch::file_name(&format!("{about} {}", kind.keyword()))
    }
}

/// A number for all that a figure says, good for this session only.
fn says(figure: &Figure) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{figure:?}").hash(&mut hasher);
    hasher.finish()
}

/// The rows that go with a figure: a figure of nothing has none, though its view may ask for everything.
pub(super) fn view_of_rows(key: &FigureKey, figure: &Figure) -> View {
    let mut view = key.view.clone();
    if matches!(figure.body, Body::Empty(_)) && figure.left_out.is_empty() && view.councils == Filter::All {
        view.councils = Vec::new().into();
    }
    view
}
