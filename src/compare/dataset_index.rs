//! What the outcomes of a dataset know of one another, looked up once for all: which other outcomes name this one (R11), and
//! the names of its places. A search of the whole dataset for each outcome would take the square of their number.
//!
//! The index borrows the dataset, and each page of work makes a new one, so no edit has to keep it up to date. No formula.

use std::collections::HashMap;

use crate::model::{CouncilId, Dataset, Outcome, OutcomeId};

/// A kind of link between outcomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// Both count some of the same people or events.
    Overlaps,
    /// The two are accounts of one thing that disagree.
    Disagrees,
}

impl Link {
    /// The outcomes that this one names itself.
    fn named_by(self, outcome: &Outcome) -> &[OutcomeId] {
        match self {
            Self::Overlaps => &outcome.overlaps,
            Self::Disagrees => &outcome.disagrees_with,
        }
    }
}

/// Other outcomes that name one, by its id, in dataset order.
type NamedBy<'d> = HashMap<&'d OutcomeId, Vec<&'d OutcomeId>>;

/// A dataset with its look-ups.
#[derive(Debug)]
pub struct DatasetIndex<'d> {
    /// The dataset.
    pub dataset: &'d Dataset,
    names: HashMap<&'d CouncilId, &'d str>,
    overlaps: NamedBy<'d>,
    disagrees: NamedBy<'d>,
}

impl<'d> DatasetIndex<'d> {
    /// Goes through the dataset once.
    pub fn of(dataset: &'d Dataset) -> Self {
        let mut names = HashMap::with_capacity(dataset.councils.len());
        for council in &dataset.councils {
            // Of two with one id the first counts, as in every look-up.
            names.entry(&council.id).or_insert(council.name.as_str());
        }
        let (mut overlaps, mut disagrees) = (NamedBy::new(), NamedBy::new());
        let of_programmes = dataset.programmes.iter().flat_map(|programme| &programme.outcomes);
        for outcome in of_programmes.chain(&dataset.context) {
            for (link, named) in [(Link::Overlaps, &mut overlaps), (Link::Disagrees, &mut disagrees)] {
                for other in link.named_by(outcome) {
                    named.entry(other).or_default().push(&outcome.id);
                }
            }
        }
        Self { dataset, names, overlaps, disagrees }
    }

    /// The names of these councils, joined by `separator`; the id where the dataset has no such council.
    pub fn names(&self, places: &[CouncilId], separator: &str) -> String {
        let name =
            |id: &CouncilId| self.names.get(id).map_or_else(|| id.as_str().to_owned(), |name| (*name).to_owned());
        places.iter().map(name).collect::<Vec<_>>().join(separator)
    }

    /// The outcomes that this one names, then those that name it, each once (R11).
    pub(super) fn linked(&self, outcome: &Outcome, link: Link) -> Vec<OutcomeId> {
        let named_by = match link {
            Link::Overlaps => &self.overlaps,
            Link::Disagrees => &self.disagrees,
        };
        let mut ids = link.named_by(outcome).to_vec();
        for other in named_by.get(&outcome.id).into_iter().flatten() {
            if !ids.contains(other) {
                ids.push((*other).clone());
            }
        }
        ids
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::examples::{dataset, outcome_of, pair, stock};

    #[test]
    fn r11_an_overlap_named_from_both_sides_is_linked_once() {
        let made = |id: &str, overlaps: &[&str]| {
            let mut outcome = outcome_of(&stock(), "a", id, pair(("52", "2016"), ("81", "2017")));
            outcome.overlaps = overlaps.iter().map(|id| OutcomeId::new(*id)).collect();
            outcome
        };
        let all =
            dataset(vec![stock()], vec![made("one", &["two"]), made("two", &["three", "one"]), made("three", &[])]);
        let around = DatasetIndex::of(&all);
        let linked = |id: &str| {
            let outcome = all.outcome(&OutcomeId::new(id)).unwrap().outcome;
            let ids = around.linked(outcome, Link::Overlaps);
            ids.iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(linked("one"), ["two"]);
        assert_eq!(linked("two"), ["three", "one"]);
        assert_eq!(linked("three"), ["two"]);
    }

    #[test]
    fn a_place_that_is_not_in_the_dataset_goes_by_its_id() {
        let empty = Dataset::default();
        let places = [CouncilId::new("leeds"), CouncilId::new("hull")];
        assert_eq!(DatasetIndex::of(&empty).names(&places, "; "), "leeds; hull");
    }
}
