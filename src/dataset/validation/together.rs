//! R5: what one outcome prints together and what can't be so: a part with its share, changes that contradict each other, falls of
//! more than all, shares outside 0 to 100. A stated change beside two levels is told with the figures.

use std::collections::HashMap;

use super::PathedOutcome;
use crate::compare::agreement::{contradiction, goes_below_zero, part_fits};
use crate::dataset::finding::Problem;
use crate::model::{
    BenchmarkValue, Bound, Change, Indicator, IndicatorId, KnownLevel, Measure, Number, PointValue, Published,
};
use crate::say;

/// Checks what each outcome prints together.
pub(super) fn check(
    indicators: &HashMap<&IndicatorId, &Indicator>,
    outcomes: &[&PathedOutcome<'_>],
    problems: &mut Vec<Problem>,
) {
    for PathedOutcome { outcome, path } in outcomes {
        if let Published::Part { count: Some(count), of: Some(of), share: Some(share), .. } = &outcome.published {
            part(count, of, share, path, problems);
        }
        let Some(indicator) = indicators.get(&outcome.indicator) else { continue };
        let benchmark = outcome.benchmark.as_ref().map(|benchmark| &benchmark.value);
        if is_part_of_a_whole(indicator) {
            for (number, field) in levels(&outcome.published) {
                share(&number, &format!("{path}.published.{field}"), problems);
            }
            if let Some(BenchmarkValue::Level(number)) = benchmark {
                share(number, &format!("{path}.benchmark.is[0]"), problems);
            }
        }
        if let Published::Change { stated, level, .. } = &outcome.published {
            changes(indicator, stated, level.as_ref(), path, problems);
        }
        if let Some(BenchmarkValue::Change(change)) = benchmark
            && goes_below_zero(indicator, change, None)
        {
            below_zero(change, None, format!("{path}.benchmark.is[0]"), problems);
        }
    }
}

/// "28 of 44" with a printed share of 70%.
fn part(count: &Number, of: &Number, share: &Number, path: &str, problems: &mut Vec<Problem>) {
    if part_fits(count, of, share) {
        return;
    }
    let computed = count.centre() / of.centre() * 100.0;
    let sentence = say!(
        "check-part-conflicts",
        share = share.to_string(),
        count = count.to_string(),
        of = of.to_string(),
        computed = format!("{computed:.1}")
    );
    problems.push(Problem::caution(format!("{path}.published.share"), sentence, say!("check-change-conflicts.fix")));
}

/// Whether its levels are parts of a whole: an average or a rate in per cent may be more than all, or less than nothing.
fn is_part_of_a_whole(indicator: &Indicator) -> bool {
    match indicator.measure {
        Measure::Share => true,
        Measure::Flow | Measure::Stock | Measure::NotStated => indicator.unit.kind() == crate::model::UnitKind::Percent,
        Measure::Rate | Measure::Average | Measure::Rating => false,
    }
}

/// Each level of an account, with its field.
fn levels(published: &Published) -> Vec<(Number, String)> {
    match published {
        Published::Pair { before, after, .. } => {
            vec![(before.number, "before[0]".to_owned()), (after.number, "after[0]".to_owned())]
        }
        Published::Change { level: Some(KnownLevel::Before(level) | KnownLevel::After(level)), .. } => {
            vec![(level.number, "level[0]".to_owned())]
        }
        Published::Single(level) => vec![(level.number, "level".to_owned())],
        Published::Series { points, .. } => {
            let known = points.iter().enumerate().filter_map(|(nth, point)| match point.value {
                PointValue::Known(number) => Some((number, format!("points[{nth}][1]"))),
                PointValue::Missing(_) => None,
            });
            known.collect()
        }
        Published::Change { level: None, .. }
        | Published::Direction { .. }
        | Published::Rating { .. }
        | Published::Part { .. }
        | Published::SingleGrade(_)
        | Published::Suppressed(_) => Vec::new(),
    }
}

fn share(number: &Number, at: &str, problems: &mut Vec<Problem>) {
    let (bound, possible, value) = (number.bound(), number.possible(), number.value());
    let (low, high) = if bound == Bound::Exactly { (value, value) } else { (possible.low, possible.high) };
    let is_over_all = low > 100.0 || (low >= 100.0 && bound.leaves_out_low());
    let is_under_nothing = high < 0.0 || (high <= 0.0 && bound.leaves_out_high() && !bound.is_approximate());
    if is_over_all || is_under_nothing {
        let sentence = say!("check-share-beyond", share = number.to_string());
        problems.push(Problem::caution(at, sentence, say!("check-share-beyond.fix")));
    }
}

fn changes(
    indicator: &Indicator,
    stated: &[Change],
    level: Option<&KnownLevel>,
    path: &str,
    problems: &mut Vec<Problem>,
) {
    for (nth, change) in stated.iter().enumerate() {
        if goes_below_zero(indicator, change, level) {
            below_zero(change, level, format!("{path}.published.stated[{nth}]"), problems);
        }
    }
    let Some((first, second)) = contradiction(indicator, stated, level) else { return };
    let (Some(one), Some(other)) = (stated.get(first), stated.get(second)) else { return };
    let (one, other) = (one.to_string(), other.to_string());
    let sentence = match level {
        None => say!("check-changes-contradict", one = one, other = other),
        Some(KnownLevel::Before(level)) => {
            say!("check-changes-contradict-from", one = one, other = other, level = level.number.to_string())
        }
        Some(KnownLevel::After(level)) => {
            say!("check-changes-contradict-to", one = one, other = other, level = level.number.to_string())
        }
    };
    let fix = say!("check-change-conflicts.fix");
    problems.push(Problem::caution(format!("{path}.published.stated[{second}]"), sentence, fix));
}

fn below_zero(change: &Change, level: Option<&KnownLevel>, at: String, problems: &mut Vec<Problem>) {
    let change = change.to_string();
    let sentence = match level {
        Some(KnownLevel::Before(level)) => {
            say!("check-fell-by-more-from", change = change, level = level.number.to_string())
        }
        Some(KnownLevel::After(level)) => {
            say!("check-fell-by-more-to", change = change, level = level.number.to_string())
        }
        None => say!("check-fell-by-more", change = change),
    };
    problems.push(Problem::caution(at, sentence, say!("check-change-conflicts.fix")));
}
