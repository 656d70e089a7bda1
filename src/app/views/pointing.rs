//! What the pointer is at, so that a council lights up in the list and in the figure together.

use std::collections::BTreeSet;

use crate::model::{CouncilId, Dataset, OutcomeId};

use crate::app::Views;

/// What the pointer is at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PointedAt {
    /// A council, in the list or among the chips.
    Council(CouncilId),
    /// An outcome, in the figure.
    Outcome(OutcomeId),
}

/// What lights up for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pointing {
    /// What the pointer is at; `None` where it is at neither a council nor an outcome.
    pub at: Option<PointedAt>,
    /// Councils in the list.
    pub councils: BTreeSet<CouncilId>,
    /// Outcomes in the figure.
    pub outcomes: BTreeSet<OutcomeId>,
}

impl Views {
    /// The pointer is somewhere else.
    pub(in crate::app) fn point_at(&mut self, at: Option<PointedAt>, dataset: &Dataset) {
        let mut pointing = Pointing { at, ..Pointing::default() };
        match &pointing.at {
            Some(PointedAt::Council(council)) => {
                let its = dataset.outcomes().filter(|located| located.outcome.places.contains(council));
                pointing.outcomes = its.map(|located| located.outcome.id.clone()).collect();
            }
            Some(PointedAt::Outcome(outcome)) => {
                let places = dataset.outcome(outcome).map(|located| located.outcome.places.as_slice());
                pointing.councils = places.unwrap_or_default().iter().cloned().collect();
            }
            None => {}
        }
        self.pointing = pointing;
    }
}
