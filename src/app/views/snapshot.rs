//! Where the reader is: the tab and what is chosen in it, so that the same dataset read anew is shown at the same place.

use crate::compare::statistic_pairs::ChosenDates;
use crate::model::{CouncilId, Dataset, FigureKind, IndicatorId, Order, OutcomeId};

use crate::app::{CouncilScope, Filters, Tab, Views};

/// A place in the window.
pub(in crate::app) struct ViewSnapshot {
    tab: Tab,
    filters: Filters,
    council: Option<CouncilId>,
    pinned: Vec<CouncilId>,
    concept: String,
    indicator: Option<IndicatorId>,
    kind: FigureKind,
    order: Order,
    dates: ChosenDates,
    scope: CouncilScope,
    selected: Option<OutcomeId>,
}

impl Views {
    /// Where the reader is now.
    pub(in crate::app) fn snapshot(&self) -> ViewSnapshot {
        ViewSnapshot {
            tab: self.room,
            filters: self.filters.clone(),
            council: self.council.clone(),
            pinned: self.pinned.clone(),
            concept: self.concept.clone(),
            indicator: self.indicator.clone(),
            kind: self.kind,
            order: self.order,
            dates: self.dates.clone(),
            scope: self.council_scope,
            selected: self.selected.clone(),
        }
    }

    /// Goes back there; what no longer exists is for [`Views::keep_what_exists`].
    pub(in crate::app) fn go_back_to(&mut self, was: ViewSnapshot, dataset: &Dataset) {
        let ViewSnapshot { tab, filters, council, pinned, concept, indicator, kind, order, dates, scope, selected } =
            was;
        (self.room, self.filters, self.council, self.pinned) = (tab, filters, council, pinned);
        (self.concept, self.indicator, self.kind, self.order) = (concept, indicator, kind, order);
        self.dates = dates;
        self.council_scope = scope;
        self.selected = selected.filter(|id| dataset.outcome(id).is_some());
    }
}
