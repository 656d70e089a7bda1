//! Where the reader is: the room and what is chosen in it, so that the same dataset read anew is shown at the same place.

use crate::edit::{Part, PartId, PartPath};
use crate::model::{CouncilId, FigureKind, IndicatorId, Order, OutcomeId};

use crate::app::{CompareScope, EditorAction, Filters, State, Tab};

/// A place in the window.
pub(in crate::app) struct Whereabouts {
    room: Tab,
    filters: Filters,
    council: Option<CouncilId>,
    pinned: Vec<CouncilId>,
    concept: String,
    indicator: Option<IndicatorId>,
    kind: FigureKind,
    order: Order,
    whom: CompareScope,
    selected: Option<OutcomeId>,
    /// The part whose form is shown, and its id where it has one.
    part: (PartPath, Option<PartId>),
}

impl State {
    /// Where the reader is now.
    pub(in crate::app) fn whereabouts(&self) -> Whereabouts {
        let place = self.editor.place;
        Whereabouts {
            room: self.views.room,
            filters: self.views.filters.clone(),
            council: self.views.council.clone(),
            pinned: self.views.pinned.clone(),
            concept: self.views.concept.clone(),
            indicator: self.views.indicator.clone(),
            kind: self.views.kind,
            order: self.views.order,
            whom: self.views.compare_scope,
            selected: self.views.selected.clone(),
            part: (place, Part::at(&self.document.original, place).and_then(|part| part.id())),
        }
    }

    /// Goes back there, as far as it exists in the dataset that is open now.
    pub(in crate::app) fn go_back_to(&mut self, was: Whereabouts) {
        let Whereabouts { room, filters, council, pinned, concept, indicator, kind, order, whom, selected, part } = was;
        (self.views.room, self.views.filters, self.views.council, self.views.pinned) = (room, filters, council, pinned);
        (self.views.concept, self.views.indicator, self.views.kind, self.views.order, self.views.compare_scope) =
            (concept, indicator, kind, order, whom);
        let dataset = self.document.dataset.clone();
        self.views.selected = selected.filter(|id| dataset.outcome(id).is_some());
        self.refresh_after_edit();
        let (place, id) = part;
        let there = match &id {
            // It may have another number in this version.
            Some(id) => id.place(&self.document.original),
            None => Part::at(&self.document.original, place).map(|_| place),
        };
        if let Some(place) = there {
            self.lend(|features, cx| features.editor.update(EditorAction::GoTo(place), room, cx));
            self.views.room = room;
        }
    }
}
