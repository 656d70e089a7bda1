//! R3: when the figures of each outcome were counted. Before and after that overlap, are the same or stand the wrong way round, and
//! lengths that differ where nothing says what that means.

use std::collections::HashMap;

use super::PathedOutcome;
use crate::compare::Timing;
use crate::compare::flow::lengths_differ_unsaid;
use crate::dataset::finding::Problem;
use crate::model::{Indicator, IndicatorId, Level, Period, Published, SeriesPoint};
use crate::say;

/// Checks the periods of each outcome.
pub(super) fn check(
    indicators: &HashMap<&IndicatorId, &Indicator>,
    outcomes: &[&PathedOutcome<'_>],
    problems: &mut Vec<Problem>,
) {
    for PathedOutcome { outcome, path } in outcomes {
        match &outcome.published {
            Published::Pair { before, after, .. } => {
                pair(before, after, path, problems);
                if let Some(indicator) = indicators.get(&outcome.indicator) {
                    lengths(before, after, indicator, path, problems);
                }
            }
            Published::Rating { before, after } => grades(&before.date, &after.date, path, problems),
            Published::Series { points, .. } => series(points, path, problems),
            Published::Change { .. }
            | Published::Direction { .. }
            | Published::Part { .. }
            | Published::Single(_)
            | Published::SingleGrade(_)
            | Published::Suppressed(_) => {}
        }
    }
}

fn pair(before: &Level, after: &Level, path: &str, problems: &mut Vec<Problem>) {
    let (from, to) = (before.period.to_string(), after.period.to_string());
    let (sentence, fix) = match Timing::of(&before.period, &after.period) {
        Timing::InOrder | Timing::NotKnown => return,
        Timing::TurnedRound => {
            (say!("check-levels-turned-round", after = to, before = from), say!("check-levels-turned-round.fix"))
        }
        Timing::Same => (say!("check-levels-of-one-time", before = from), say!("check-levels-of-one-time.fix")),
        Timing::Overlapping => {
            (say!("check-levels-overlap", before = from, after = to), say!("check-levels-overlap.fix"))
        }
    };
    problems.push(Problem::caution(format!("{path}.published.after[1]"), sentence, fix));
}

/// A measure that is not stated may be a flow, whose levels would then have to be averaged, or a stock, whose levels would not.
fn lengths(before: &Level, after: &Level, indicator: &Indicator, path: &str, problems: &mut Vec<Problem>) {
    if !lengths_differ_unsaid(indicator, before, after) {
        return;
    }
    let sentence = say!(
        "check-lengths-differ",
        before = before.period.to_string(),
        after = after.period.to_string(),
        name = indicator.name.as_str()
    );
    problems.push(Problem::caution(format!("{path}.published.after[1]"), sentence, say!("check-lengths-differ.fix")));
}

/// Grades are given at a date; one that is only known by its year may lie anywhere in it.
fn grades(before: &Period, after: &Period, path: &str, problems: &mut Vec<Problem>) {
    let (from, to) = (before.to_string(), after.to_string());
    let (sentence, fix) = match Timing::of(before, after) {
        Timing::InOrder | Timing::Overlapping | Timing::NotKnown => return,
        Timing::TurnedRound => {
            (say!("check-grades-turned-round", after = to, before = from), say!("check-grades-turned-round.fix"))
        }
        Timing::Same => (say!("check-grades-of-one-time", before = from), say!("check-grades-of-one-time.fix")),
    };
    problems.push(Problem::caution(format!("{path}.published.after.date"), sentence, fix));
}

/// Points that are turned round are an error, told with the form of the series.
fn series(points: &[SeriesPoint], path: &str, problems: &mut Vec<Problem>) {
    for (nth, pair) in points.windows(2).enumerate() {
        let [earlier, later] = pair else { continue };
        let (from, to) = (earlier.period.to_string(), later.period.to_string());
        let (sentence, fix) = match Timing::of(&earlier.period, &later.period) {
            Timing::InOrder | Timing::TurnedRound | Timing::NotKnown => continue,
            Timing::Same => (say!("check-points-of-one-time", point = from), say!("check-points-of-one-time.fix")),
            Timing::Overlapping => {
                (say!("check-points-overlap", earlier = from, later = to), say!("check-points-overlap.fix"))
            }
        };
        problems.push(Problem::caution(format!("{path}.published.points[{}]", nth + 1), sentence, fix));
    }
}
