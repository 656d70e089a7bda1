//! Going about: rooms, councils, pins, filters, the selection.

use crate::model::{CouncilId, Dataset, OutcomeId, ProgrammeId};

use crate::app::context::{Context, Request};
use crate::app::settings::MyCouncil;
use crate::app::{CouncilScope, Effect, Scope, ScrollTarget, Tab, Views};

impl Views {
    /// Shows another tab; the editor is entered elsewhere.
    pub(in crate::app) fn show(&mut self, tab: Tab) {
        self.room = tab;
        self.missing = None;
        if tab == Tab::Council && self.council.is_none() {
            self.council = self.pages.listed.first().cloned();
        }
    }

    /// Compares one concept.
    pub(in crate::app) fn compare(&mut self, concept: String, dataset: &Dataset) {
        self.concept = concept;
        self.indicator = None;
        self.room = Tab::Compare;
        self.selected = None;
        self.missing = None;
        self.choose_kind(dataset);
    }

    /// Selects an outcome everywhere, or nothing.
    pub(in crate::app) fn select(&mut self, outcome: Option<OutcomeId>, cx: &mut Context<'_>) {
        self.selected = outcome;
        self.missing = None;
        self.follow_selection(cx);
    }

    /// Selects an outcome and brings it into view.
    pub(in crate::app) fn show_outcome(&mut self, outcome: OutcomeId, cx: &mut Context<'_>) {
        cx.effects.push(Effect::Scroll(ScrollTarget::Outcome(outcome.clone())));
        self.select(Some(outcome), cx);
    }

    /// Unticks all councils.
    pub(in crate::app) fn unpin_all(&mut self) {
        self.pinned.clear();
        self.council_scope = CouncilScope::All;
    }

    /// Goes to a programme, on the page of a council that has its figures, where any has.
    pub(in crate::app) fn show_programme(&mut self, programme: &ProgrammeId, scope: Scope, cx: &mut Context<'_>) {
        cx.effects.push(Effect::Scroll(ScrollTarget::Programme(programme.clone())));
        let place = cx.document.dataset.programme(programme).and_then(|p| {
            let with = p.places_with_figures();
            p.places.iter().find(|place| with.is_empty() || with.contains(place)).or(p.places.first()).cloned()
        });
        self.room = Tab::Council;
        if let Some(place) = place {
            self.go_to(place, scope, cx);
        }
    }

    /// From the wall a council leads to its own room; in Compare its row is selected, and in the table where that holds all.
    pub(in crate::app) fn go_to(&mut self, council: CouncilId, scope: Scope, cx: &mut Context<'_>) {
        let dataset = &cx.document.dataset;
        match self.room {
            Tab::Overview | Tab::SideBySide | Tab::Edit => self.room = Tab::Council,
            Tab::Compare => {
                self.selected = self.first_drawn_of(&council, dataset);
                self.missing = self.selected.is_none().then(|| council.clone());
                let shown = self.selected.clone().map(|row| Effect::Scroll(ScrollTarget::Outcome(row)));
                cx.effects.extend(shown);
            }
            Tab::Table => {
                if scope == Scope::All {
                    self.selected = self.first_listed_of(&council, dataset);
                }
            }
            Tab::Council => {
                let stays = self
                    .selected
                    .as_ref()
                    .and_then(|id| dataset.outcome(id))
                    .is_some_and(|l| l.outcome.places.contains(&council));
                if !stays {
                    self.selected = None;
                }
            }
        }
        cx.request(Request::RememberVisit(council.clone()));
        self.council = Some(council);
        cx.effects.push(Effect::Scroll(ScrollTarget::Council));
    }

    fn first_drawn_of(&self, council: &CouncilId, dataset: &Dataset) -> Option<OutcomeId> {
        let drawn = self.pages.compare.drawn();
        drawn.into_iter().find(|id| dataset.outcome(id).is_some_and(|l| l.outcome.places.contains(council))).cloned()
    }

    fn first_listed_of(&self, council: &CouncilId, dataset: &Dataset) -> Option<OutcomeId> {
        let mut outcomes = self.pages.table.iter().map(|line| &line.outcome);
        outcomes.find(|id| dataset.outcome(id).is_some_and(|l| l.outcome.places.contains(council))).cloned()
    }

    pub(in crate::app) fn step(&mut self, by: isize, scope: Scope, cx: &mut Context<'_>) {
        let listed = &self.pages.listed;
        let now = self.council.as_ref().and_then(|c| listed.iter().position(|l| l == c));
        let next = match now {
            Some(index) => index.saturating_add_signed(by).min(listed.len().saturating_sub(1)),
            None => 0,
        };
        if let Some(council) = listed.get(next).cloned() {
            self.go_to(council, scope, cx);
        }
    }

    pub(in crate::app) fn pin(&mut self, council: CouncilId) {
        let before = self.pinned.len();
        self.pinned.retain(|c| c != &council);
        if self.pinned.len() == before {
            // Who ticks one beside others while all are shown is left with all.
            if self.pinned.iter().all(|known| self.my_council.as_ref() == Some(known)) {
                self.council_scope = CouncilScope::Ticked;
            }
            let at = if self.my_council.as_ref() == Some(&council) { 0 } else { self.pinned.len() };
            self.pinned.insert(at, council);
        } else if self.pinned.is_empty() {
            self.council_scope = CouncilScope::All;
        }
    }

    /// Ticks every council of the list from the current one to this one, whichever stands first.
    pub(in crate::app) fn tick_to(&mut self, council: &CouncilId) {
        let listed = &self.pages.listed;
        let place = |id: &CouncilId| listed.iter().position(|known| known == id);
        let Some(to) = place(council) else { return };
        let from = self.council.as_ref().and_then(place).unwrap_or(to);
        let between: Vec<CouncilId> = listed.get(from.min(to)..=from.max(to)).unwrap_or_default().to_vec();
        for council in between {
            if !self.pinned.contains(&council) {
                self.pin(council);
            }
        }
        self.council = Some(council.clone());
    }

    /// The reader's own council and those that are ticked, in this order.
    pub(in crate::app) fn in_hand(&self) -> Vec<CouncilId> {
        let others = self.pinned.iter().filter(|id| self.my_council.as_ref() != Some(id));
        self.my_council.iter().chain(others).cloned().collect()
    }

    /// The council that is meant where none is named: the one whose page is on screen, the only one that is ticked, or the reader's own.
    pub(in crate::app) fn council_near(&self) -> Option<CouncilId> {
        let only = if let [only] = self.pinned.as_slice() { Some(only.clone()) } else { None };
        let on_screen = self.council.clone().filter(|_| self.room == Tab::Council);
        on_screen.or(only).or_else(|| self.my_council.clone())
    }

    /// Begins with the reader's own council at hand, while all are shown.
    pub(in crate::app) fn begin_with(&mut self, mine: Option<CouncilId>) {
        self.my_council = mine;
        if self.pinned.is_empty() {
            self.pinned.extend(self.my_council.clone());
        }
    }

    /// Makes the current council the reader's own, which is remembered, ticked and listed first; or takes that back.
    pub(in crate::app) fn toggle_mine(&mut self, cx: &mut Context<'_>) {
        let Some(council) = self.council.as_ref().and_then(|id| cx.document.dataset.council(id)) else { return };
        if self.my_council.as_ref() == Some(&council.id) {
            self.my_council = None;
            cx.settings.my_council = MyCouncil::default();
            return;
        }
        cx.settings.my_council = MyCouncil { id: council.id.to_string(), name: council.name.clone() };
        self.pinned.retain(|known| *known != council.id);
        self.pinned.insert(0, council.id.clone());
        self.my_council = Some(council.id.clone());
    }

    /// The list follows the selected outcome, unless its places already hold the current council.
    fn follow_selection(&mut self, cx: &mut Context<'_>) {
        let Some(located) = self.selected.as_ref().and_then(|id| cx.document.dataset.outcome(id)) else {
            return;
        };
        let places = &located.outcome.places;
        if self.council.as_ref().is_none_or(|c| !places.contains(c)) {
            self.council = places.first().cloned();
            cx.effects.push(Effect::Scroll(ScrollTarget::Council));
        }
    }
}
