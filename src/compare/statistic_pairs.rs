//! The two dates at which official statistics are compared, and a dataset in which each such pair stands as an outcome.

use std::collections::{BTreeMap, HashMap};

use super::statistics::{Vintages, all_vintages};
use crate::model::{Council, CouncilId, Dataset, Period, SavedView};

/// The dates that a reader chose, by concept. Every other concept has the latest two of each indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChosenDates(BTreeMap<String, (Period, Period)>);

/// The dates of a concept's statistics, and the two that are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateOffer {
    /// Every date that an indicator of the concept has, in order of time. Never empty.
    pub dates: Vec<Period>,
    /// The place of the first date among them.
    pub from: usize,
    /// The place of the second date among them.
    pub to: usize,
}

/// Which of the two dates moves, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStep {
    /// The first date to the one before it.
    FromEarlier,
    /// The first date to the one after it.
    FromLater,
    /// The second date to the one before it.
    ToEarlier,
    /// The second date to the one after it.
    ToLater,
}

impl ChosenDates {
    /// Whether every concept has the latest two.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Chooses the dates of a concept.
    pub fn choose(&mut self, concept: &str, from: Period, to: Period) {
        self.0.insert(concept.to_owned(), (from, to));
    }

    /// Chooses the dates of a concept by their words, as periods are written or as years; gives whether its statistics have both.
    pub fn choose_named(&mut self, dataset: &Dataset, concept: &str, from: &str, to: &str) -> bool {
        let found = date_of(dataset, concept, from).zip(date_of(dataset, concept, to));
        if let Some((from, to)) = found {
            let (from, to) = (from.clone(), to.clone());
            self.choose(concept, from, to);
            return true;
        }
        false
    }

    /// The dates that a kept view asks for, of its concept; none where it asks for none, or for dates that are not there.
    pub fn of_view(dataset: &Dataset, view: &SavedView) -> Self {
        let mut chosen = Self::default();
        if !view.from.is_empty() {
            chosen.choose_named(dataset, &view.concept, &view.from, &view.to);
        }
        chosen
    }

    /// Leaves the dates of a concept to the latest two again.
    pub fn forget(&mut self, concept: &str) {
        self.0.remove(concept);
    }

    /// The dates that were chosen for a concept; `None` where it has the latest two.
    pub fn chosen(&self, concept: &str) -> Option<&(Period, Period)> {
        self.0.get(concept)
    }

    /// The two dates at which an indicator is compared; `None` where it has no date at all. Of a single date both are the same.
    fn of<'a>(&'a self, vintages: &Vintages<'a>) -> Option<(&'a Period, &'a Period)> {
        match self.chosen(&vintages.indicator.concept) {
            Some((from, to)) => Some((from, to)),
            None => vintages.latest_two(),
        }
    }
}

impl DateOffer {
    /// What a concept's statistics offer; `None` where it has none.
    pub fn of(dataset: &Dataset, concept: &str, chosen: &ChosenDates) -> Option<Self> {
        let of_concept = dataset.indicators.iter().filter(|indicator| indicator.concept == concept);
        let all: Vec<Vintages<'_>> = of_concept.map(|indicator| Vintages::of(dataset, indicator)).collect();
        let with_most = all.iter().max_by_key(|vintages| vintages.periods().len())?;
        let mut dates: Vec<&Period> = with_most.periods();
        for period in all.iter().flat_map(Vintages::periods) {
            if !dates.iter().any(|other| with_most.is_same_date(other, period)) {
                dates.push(period);
            }
        }
        dates.sort_by_key(|period| period.days());
        let place = |asked: &Period| dates.iter().position(|date| with_most.is_same_date(date, asked));
        let (from, to) = match chosen.chosen(concept) {
            Some((from, to)) => (place(from), place(to)),
            None => (None, None),
        };
        let last = dates.len().checked_sub(1)?;
        let (from, to) = (from.unwrap_or(last.saturating_sub(1)), to.unwrap_or(last));
        Some(Self { dates: dates.into_iter().cloned().collect(), from, to })
    }

    /// The two dates after a step; `None` where there is no date to step to, or the first would no longer come before the second.
    pub fn stepped(&self, step: DateStep) -> Option<(&Period, &Period)> {
        let (from, to) = match step {
            DateStep::FromEarlier => (self.from.checked_sub(1)?, self.to),
            DateStep::FromLater => (self.from + 1, self.to),
            DateStep::ToEarlier => (self.from, self.to.checked_sub(1)?),
            DateStep::ToLater => (self.from, self.to + 1),
        };
        if from >= to {
            return None;
        }
        Some((self.dates.get(from)?, self.dates.get(to)?))
    }
}

/// The date of a concept's statistics that a word names: a period as it is written, or a year; `None` where it names none or several.
pub fn date_of<'a>(dataset: &'a Dataset, concept: &str, word: &str) -> Option<&'a Period> {
    let of_concept = dataset.indicators.iter().filter(|indicator| indicator.concept == concept);
    of_concept.map(|indicator| Vintages::of(dataset, indicator)).find_map(|vintages| vintages.named(word).ok())
}

/// The dataset with an outcome for each place and indicator of its statistics, so that figures, tables and every rule work with them as
/// with what documents published. One without statistics is as it was.
///
/// England and regions stand among them as context, as published (R18). Pairs that are among the outcomes already, of other dates, are
/// replaced.
pub fn with_pairs(dataset: &Dataset, chosen: &ChosenDates) -> Dataset {
    let mut whole = dataset.clone();
    whole.context.retain(|outcome| outcome.statistic.is_none());
    let councils: HashMap<&CouncilId, &Council> =
        dataset.councils.iter().map(|council| (&council.id, council)).collect();
    for vintages in all_vintages(dataset) {
        let Some((from, to)) = chosen.of(&vintages) else { continue };
        let pairs = vintages.pairs(from, to);
        let outcomes = pairs.iter().filter_map(|pair| pair.outcome(councils.get(pair.place)?));
        whole.context.extend(outcomes);
    }
    whole
}

#[cfg(test)]
mod tests;
