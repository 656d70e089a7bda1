//! What Compare can be asked for: the concepts, by topic, those of several councils apart from those of one only.

use std::collections::{HashMap, HashSet};

use crate::figure::words::sentence_case;
use crate::model::{CouncilId, Dataset, Role};
use crate::say;
use crate::words::search::matches_search;

/// A concept that can be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConceptOffer {
    /// As the dataset names it.
    pub concept: String,
    /// Its topic, that of its first indicator.
    pub topic: String,
    /// "Looked-after children (9)": with the number of its outcomes.
    pub label: String,
    /// How many councils published something on it; context is not counted.
    pub councils: usize,
    /// What a search finds it by besides: topic and indicators.
    names: String,
}

impl ConceptOffer {
    /// Whether several councils published something on it.
    pub fn is_of_several(&self) -> bool {
        self.councils > 1
    }

    /// Whether it holds every word that was typed, or what its short forms stand for.
    pub fn fits(&self, typed: &str) -> bool {
        matches_search(&self.names, typed)
    }
}

/// The offers of these concepts: those of several councils first, then by topic and by name.
pub(in crate::app) fn offers(dataset: &Dataset, roles: &[Role], concepts: &[(String, usize)]) -> Vec<ConceptOffer> {
    let mut councils: HashMap<&str, HashSet<&CouncilId>> = HashMap::new();
    for located in dataset.outcomes().filter(|l| roles.contains(&l.outcome.role) && l.outcome.role != Role::Context) {
        let places = located.outcome.places.iter();
        let known = places.filter(|id| dataset.council(id).is_some_and(|council| council.kind.is_council()));
        councils.entry(located.indicator.concept.as_str()).or_default().extend(known);
    }
    let mut offers: Vec<ConceptOffer> = concepts
        .iter()
        .map(|(concept, n)| {
            let indicators: Vec<_> = dataset.indicators.iter().filter(|i| &i.concept == concept).collect();
            let topic = indicators.first().map_or("", |indicator| indicator.topic.as_str());
            let mut names = vec![concept.as_str(), topic];
            names.extend(indicators.iter().map(|indicator| indicator.name.as_str()));
            ConceptOffer {
                concept: concept.clone(),
                topic: topic.to_owned(),
                label: say!("compare-offer", concept = sentence_case(concept), n = *n),
                councils: councils.get(concept.as_str()).map_or(0, HashSet::len),
                names: names.join(" "),
            }
        })
        .collect();
    offers.sort_by_cached_key(|offer| (!offer.is_of_several(), offer.topic.to_lowercase(), offer.label.to_lowercase()));
    offers
}
