//! What follows the room: the selected outcome with its neighbours, and the council that was looked for and has no row.

use crate::model::{Dataset, OutcomeId};
use crate::say;

use crate::app::Views;

impl Views {
    /// That a council has no row in Compare: it published nothing on the concept, or this figure does not draw it.
    pub(in crate::app) fn missing_in_words(&self, dataset: &Dataset) -> Option<String> {
        let council = self.missing.as_ref().and_then(|id| dataset.council(id))?;
        let is_own = |id: &OutcomeId| dataset.outcome(id).is_some_and(|l| l.outcome.places.contains(&council.id));
        let left_out = self.pages.compare.left_out.iter().find(|row| is_own(&row.outcome));
        let (place, concept) = (council.name.as_str(), self.concept.as_str());
        Some(match left_out {
            Some(row) => {
                say!(
                    "compare-missing-drawn",
                    place = place,
                    concept = concept,
                    reason = row.reason.trim_end_matches('.')
                )
            }
            None => say!("compare-missing", place = place, concept = concept),
        })
    }

    /// Lets the selected outcome go where the room does not show it; `shown` are the outcomes of the room in reading order.
    pub(in crate::app) fn keep_selection_among(&mut self, shown: &[&OutcomeId]) {
        if self.selected.as_ref().is_some_and(|selected| !shown.contains(&selected)) {
            self.selected = None;
            self.pages.detail = None;
        }
    }

    /// Which outcomes stand before and after the selected one among those of the room.
    pub(in crate::app) fn find_beside(&self, shown: &[&OutcomeId]) -> [Option<OutcomeId>; 2] {
        let Some(at) = shown.iter().position(|outcome| Some(*outcome) == self.selected.as_ref()) else {
            return [None, None];
        };
        let other = |at: Option<usize>| at.and_then(|at| shown.get(at)).map(|outcome| (*outcome).clone());
        [other(at.checked_sub(1)), other(at.checked_add(1))]
    }
}
