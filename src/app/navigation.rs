//! Going about: rooms, councils, pins, filters, the selection.

use crate::model::{CouncilId, OutcomeId};

use super::{Action, CompareScope, Filters, State, Tab};

impl State {
    pub(super) fn navigate(&mut self, action: Action) {
        #[expect(clippy::wildcard_enum_match_arm, reason = "the other actions are carried out elsewhere")]
        match action {
            Action::NextCouncil if self.room == Tab::Edit => return self.step_in_outline(1),
            Action::PreviousCouncil if self.room == Tab::Edit => return self.step_in_outline(-1),
            Action::Show(Tab::Edit) => return self.enter_editor(),
            Action::Show(room) => {
                self.room = room;
                if room == Tab::Council && self.council.is_none() {
                    self.council = self.pages.listed.first().cloned();
                }
            }
            Action::GoTo(council) => self.go_to(council),
            Action::NextCouncil => self.step(1),
            Action::PreviousCouncil => self.step(-1),
            Action::Pin(council) => self.pin(council),
            Action::PinCurrent => {
                if let Some(council) = self.council.clone() {
                    self.pin(council);
                }
            }
            Action::UnpinAll => {
                self.pinned.clear();
                self.compare_scope = CompareScope::All;
            }
            Action::Compare(concept) => {
                self.concept = concept;
                self.indicator = None;
                self.room = Tab::Compare;
                self.selected = None;
                self.choose_kind();
            }
            Action::CompareIndicator(indicator) => self.indicator = indicator,
            Action::Draw(kind) => self.kind = kind,
            Action::Sort(order) => self.order = order,
            Action::CompareWhom(whom) => self.compare_scope = whom,
            Action::ToggleUnreal => self.shows_unreal = !self.shows_unreal,
            Action::ToggleSuppression => self.toggle_suppression(),
            Action::SuppressUpTo(up_to) => self.suppress_up_to(up_to),
            Action::TurnTable => self.turn_table(),
            Action::SortTable(column) => self.sort_table(column),
            Action::ShowColumn(column) => self.show_column(column),
            Action::FillTable(scope) => self.table.scope = scope,
            Action::Select(outcome) => {
                self.selected = outcome;
                self.follow_selection();
            }
            Action::Search(search) => self.filters.search = search,
            Action::FilterRegion(region) => self.filters.region = region,
            Action::FilterKind(kind) => self.filters.kind = kind,
            Action::FilterTopic(topic) => self.filters.topic = topic,
            Action::FilterSource(source) => self.filters.source = source,
            Action::FilterForm(form) => self.filters.form = form,
            Action::ClearFilters => self.filters = Filters::default(),
            _ => return,
        }
        self.rebuild_pages();
    }

    /// From the wall a council leads to its own room; in Compare its row is selected.
    fn go_to(&mut self, council: CouncilId) {
        match self.room {
            Tab::Overview | Tab::Edit => self.room = Tab::Council,
            Tab::Compare => self.selected = self.first_drawn_of(&council),
            Tab::Table => {
                if self.table.scope == super::Scope::All {
                    self.selected = self.first_listed_of(&council);
                }
            }
            Tab::Council => {
                let stays = self
                    .selected
                    .as_ref()
                    .and_then(|id| self.document.dataset.outcome(id))
                    .is_some_and(|l| l.outcome.places.contains(&council));
                if !stays {
                    self.selected = None;
                }
            }
        }
        self.remember_visit(&council);
        self.council = Some(council);
        self.wants_council_in_view = true;
    }

    fn first_drawn_of(&self, council: &CouncilId) -> Option<OutcomeId> {
        let dataset = &self.document.dataset;
        let drawn = self.pages.compare.drawn();
        drawn.into_iter().find(|id| dataset.outcome(id).is_some_and(|l| l.outcome.places.contains(council))).cloned()
    }

    fn first_listed_of(&self, council: &CouncilId) -> Option<OutcomeId> {
        let dataset = &self.document.dataset;
        let mut outcomes = self.pages.table.iter().map(|line| &line.outcome);
        outcomes.find(|id| dataset.outcome(id).is_some_and(|l| l.outcome.places.contains(council))).cloned()
    }

    fn step(&mut self, by: isize) {
        let listed = &self.pages.listed;
        let now = self.council.as_ref().and_then(|c| listed.iter().position(|l| l == c));
        let next = match now {
            Some(index) => index.saturating_add_signed(by).min(listed.len().saturating_sub(1)),
            None => 0,
        };
        if let Some(council) = listed.get(next).cloned() {
            self.go_to(council);
        }
    }

    fn pin(&mut self, council: CouncilId) {
        let before = self.pinned.len();
        self.pinned.retain(|c| c != &council);
        if self.pinned.len() == before {
            self.pinned.push(council);
            self.compare_scope = CompareScope::Pinned;
        } else if self.pinned.is_empty() {
            self.compare_scope = CompareScope::All;
        }
    }

    /// The list follows the selected outcome, unless its places already hold the current council.
    fn follow_selection(&mut self) {
        let Some(located) = self.selected.as_ref().and_then(|id| self.document.dataset.outcome(id)) else { return };
        let places = &located.outcome.places;
        if self.council.as_ref().is_none_or(|c| !places.contains(c)) {
            self.council = places.first().cloned();
            self.wants_council_in_view = true;
        }
    }
}
