//! Going about: rooms, councils, pins, filters, the selection.

use crate::app::Effect;
use crate::app::ScrollTarget;
use crate::model::{CouncilId, OutcomeId, ProgrammeId};

use crate::app::{CompareScope, State, Tab};

impl State {
    /// Shows another tab.
    pub(in crate::app) fn show(&mut self, tab: Tab) {
        if tab == Tab::Edit {
            let selected = self.views.selected.clone().filter(|_| self.views.room != Tab::Edit);
            self.views.room = Tab::Edit;
            return self.lend(|features, cx| features.editor.enter(selected.as_ref(), cx));
        }
        self.views.room = tab;
        if tab == Tab::Council && self.views.council.is_none() {
            self.views.council = self.views.pages.listed.first().cloned();
        }
        self.rebuild_pages();
    }

    /// Compares one concept.
    pub(in crate::app) fn compare(&mut self, concept: String) {
        self.views.concept = concept;
        self.views.indicator = None;
        self.views.room = Tab::Compare;
        self.views.selected = None;
        self.choose_kind();
    }

    /// Selects an outcome everywhere, or nothing.
    pub(in crate::app) fn select(&mut self, outcome: Option<OutcomeId>) {
        self.views.selected = outcome;
        self.follow_selection();
    }

    /// Unticks all councils.
    pub(in crate::app) fn unpin_all(&mut self) {
        self.views.pinned.clear();
        self.views.compare_scope = CompareScope::All;
    }

    /// Goes to a programme, on the page of a council that has its figures, where any has.
    pub(in crate::app) fn show_programme(&mut self, programme: &ProgrammeId) {
        self.effects.push(Effect::Scroll(ScrollTarget::Programme(programme.clone())));
        let place = self.document.dataset.programme(programme).and_then(|p| {
            let with = p.places_with_figures();
            p.places.iter().find(|place| with.is_empty() || with.contains(place)).or(p.places.first()).cloned()
        });
        self.views.room = Tab::Council;
        if let Some(place) = place {
            self.go_to(place);
        }
    }

    /// From the wall a council leads to its own room; in Compare its row is selected.
    pub(in crate::app) fn go_to(&mut self, council: CouncilId) {
        match self.views.room {
            Tab::Overview | Tab::Edit => self.views.room = Tab::Council,
            Tab::Compare => self.views.selected = self.first_drawn_of(&council),
            Tab::Table => {
                if self.table.scope == crate::app::Scope::All {
                    self.views.selected = self.first_listed_of(&council);
                }
            }
            Tab::Council => {
                let stays = self
                    .views
                    .selected
                    .as_ref()
                    .and_then(|id| self.document.dataset.outcome(id))
                    .is_some_and(|l| l.outcome.places.contains(&council));
                if !stays {
                    self.views.selected = None;
                }
            }
        }
        self.palette.remember_visit(&council);
        self.views.council = Some(council);
        self.effects.push(Effect::Scroll(ScrollTarget::Council));
    }

    fn first_drawn_of(&self, council: &CouncilId) -> Option<OutcomeId> {
        let dataset = &self.document.dataset;
        let drawn = self.views.pages.compare.drawn();
        drawn.into_iter().find(|id| dataset.outcome(id).is_some_and(|l| l.outcome.places.contains(council))).cloned()
    }

    fn first_listed_of(&self, council: &CouncilId) -> Option<OutcomeId> {
        let dataset = &self.document.dataset;
        let mut outcomes = self.views.pages.table.iter().map(|line| &line.outcome);
        outcomes.find(|id| dataset.outcome(id).is_some_and(|l| l.outcome.places.contains(council))).cloned()
    }

    pub(in crate::app) fn step(&mut self, by: isize) {
        let listed = &self.views.pages.listed;
        let now = self.views.council.as_ref().and_then(|c| listed.iter().position(|l| l == c));
        let next = match now {
            Some(index) => index.saturating_add_signed(by).min(listed.len().saturating_sub(1)),
            None => 0,
        };
        if let Some(council) = listed.get(next).cloned() {
            self.go_to(council);
        }
    }

    pub(in crate::app) fn pin(&mut self, council: CouncilId) {
        let before = self.views.pinned.len();
        self.views.pinned.retain(|c| c != &council);
        if self.views.pinned.len() == before {
            self.views.pinned.push(council);
            self.views.compare_scope = CompareScope::Pinned;
        } else if self.views.pinned.is_empty() {
            self.views.compare_scope = CompareScope::All;
        }
    }

    /// The list follows the selected outcome, unless its places already hold the current council.
    fn follow_selection(&mut self) {
        let Some(located) = self.views.selected.as_ref().and_then(|id| self.document.dataset.outcome(id)) else {
            return;
        };
        let places = &located.outcome.places;
        if self.views.council.as_ref().is_none_or(|c| !places.contains(c)) {
            self.views.council = places.first().cloned();
            self.effects.push(Effect::Scroll(ScrollTarget::Council));
        }
    }
}
