//! Whether the parts of a dataset agree with each other: errors that make it unusable, and cautions a reader should see.
//!
//! Every check goes on after a fault, so that all are told at once. Problems name their field; places come from
//! [`super::positions`]. What can't be read at all was found by [`super::conversion`].

mod accounts;
mod figures;
mod grades;
mod identity;
mod periods;
mod statistics;
mod timing;
mod together;
mod units;
mod views;

use std::collections::{HashMap, HashSet};

pub(crate) use periods::{academic_year, months_of_financial_year};

use super::finding::Problem;
use crate::model::{Dataset, Indicator, IndicatorId, Outcome};

/// An outcome with its path in the file.
struct PathedOutcome<'a> {
    outcome: &'a Outcome,
    path: String,
}

/// Checks the dataset and adds what it finds to what is already known.
pub(super) fn check(dataset: &Dataset, problems: &mut Vec<Problem>) {
    let outcomes = placed(dataset);
    // An outcome whose figures could not be read holds a stand-in, which is not worth a second finding.
    let unread: HashSet<String> = problems
        .iter()
        .filter_map(|problem| problem.path.split_once(".published"))
        .map(|(path, _)| path.to_owned())
        .collect();
    let read: Vec<&PathedOutcome<'_>> = outcomes.iter().filter(|placed| !unread.contains(&placed.path)).collect();
    identity::check(dataset, &outcomes, problems);
    // Of two with the same id the first counts, here as everywhere.
    let indicators: HashMap<&IndicatorId, &Indicator> = dataset.indicators.iter().rev().map(|i| (&i.id, i)).collect();
    units::check(dataset, &read, problems);
    figures::check(&indicators, &read, problems);
    grades::check(&read, problems);
    timing::check(&indicators, &read, problems);
    together::check(&indicators, &read, problems);
    periods::check(dataset, &read, problems);
    accounts::check(dataset, &read, problems);
    statistics::check(dataset, problems);
    views::check(dataset, problems);
}

/// Every outcome, programmes first, with its path.
fn placed(dataset: &Dataset) -> Vec<PathedOutcome<'_>> {
    let of_programmes = dataset.programmes.iter().enumerate().flat_map(|(p, programme)| {
        let numbered = programme.outcomes.iter().enumerate();
        numbered.map(move |(o, outcome)| PathedOutcome { outcome, path: format!("programmes[{p}].outcomes[{o}]") })
    });
    let of_context =
        dataset.context.iter().enumerate().map(|(o, outcome)| PathedOutcome { outcome, path: format!("context[{o}]") });
    of_programmes.chain(of_context).collect()
}
