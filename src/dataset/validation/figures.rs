//! The figures of each outcome: their form, their signs, and a stated change beside two levels (R5).

use std::collections::HashMap;

use super::PathedOutcome;
use crate::compare::Reconciliation;
use crate::compare::reconciliation::reconcile;
use crate::dataset::fault::Fault;
use crate::dataset::finding::Problem;
use crate::model::{
    Bound, Change, ChangeUnit, Form, Indicator, IndicatorId, KnownLevel, Level, Measure, Number, Outcome, PointValue,
    Published, SeriesPoint,
};
use crate::say;

/// Checks what each outcome published.
pub(super) fn check(
    indicators: &HashMap<&IndicatorId, &Indicator>,
    outcomes: &[&PathedOutcome<'_>],
    problems: &mut Vec<Problem>,
) {
    for PathedOutcome { outcome, path } in outcomes {
        shape(&outcome.published, path, problems);
        counted(outcome, path, problems);
        if let Some(indicator) = indicators.get(&outcome.indicator) {
            form(&outcome.published, indicator, path, problems);
            signs(&outcome.published, indicator, path, problems);
            changes(&outcome.published, indicator, path, problems);
        }
    }
}

/// What each form needs, whatever the indicator.
fn shape(published: &Published, path: &str, problems: &mut Vec<Problem>) {
    match published {
        Published::Change { stated, .. } if stated.is_empty() => {
            let fix = say!("check-no-change.fix");
            let at = format!("{path}.published.stated");
            problems.push(Problem::error(at, say!("check-no-change"), fix).about(Fault::NoChange));
        }
        Published::Part { count, of, share, .. } => part(count.as_ref(), of.as_ref(), share.as_ref(), path, problems),
        Published::Series { points, .. } => series(points, path, problems),
        Published::Pair { .. }
        | Published::Change { .. }
        | Published::Direction { .. }
        | Published::Rating { .. }
        | Published::Single(_)
        | Published::SingleGrade(_)
        | Published::Suppressed(_) => {}
    }
}

fn part(count: Option<&Number>, of: Option<&Number>, share: Option<&Number>, path: &str, problems: &mut Vec<Problem>) {
    if count.is_none() && share.is_none() {
        let fix = say!("check-empty-part.fix");
        let problem = Problem::error(format!("{path}.published"), say!("check-empty-part"), fix);
        problems.push(problem.about(Fault::NoCount));
    }
    if let (Some(count), Some(of)) = (count, of)
        && least(count) > most(of)
    {
        let sentence = say!("check-more-than-all", count = count.to_string(), of = of.to_string());
        problems.push(Problem::error(format!("{path}.published.count"), sentence, say!("check-more-than-all.fix")));
    }
    if let Some(share) = share
        && (least(share) > 100.0 || most(share) < 0.0)
    {
        let sentence = say!("check-no-share", share = share.to_string());
        problems.push(Problem::error(format!("{path}.published.share"), sentence, say!("check-no-share.fix")));
    }
}

/// The least a number of people can be; a plain count is not rounded.
fn least(number: &Number) -> f64 {
    if number.bound() == Bound::Exactly { number.value() } else { number.possible().low }
}

/// The most a number of people can be.
fn most(number: &Number) -> f64 {
    if number.bound() == Bound::Exactly { number.value() } else { number.possible().high }
}

fn series(points: &[SeriesPoint], path: &str, problems: &mut Vec<Problem>) {
    if points.is_empty() {
        let fix = say!("check-no-points.fix");
        let problem = Problem::error(format!("{path}.published.points"), say!("check-no-points"), fix);
        problems.push(problem.about(Fault::NoPoints));
    }
    for (nth, pair) in points.windows(2).enumerate() {
        if let [earlier, later] = pair
            && let (Some((from, _)), Some((to, _))) = (earlier.period.days(), later.period.days())
            && to < from
        {
            let at = format!("{path}.published.points[{}]", nth + 1);
            let sentence = say!(
                "check-points-turned-round",
                later = later.period.to_string(),
                earlier = earlier.period.to_string()
            );
            problems.push(Problem::error(at, sentence, say!("check-points-turned-round.fix")));
        }
    }
}

/// The two numbers in `counted` are people or cases.
fn counted(outcome: &Outcome, path: &str, problems: &mut Vec<Problem>) {
    for (number, field) in [(&outcome.counted.before, "before"), (&outcome.counted.after, "after")] {
        if let Some(number) = number {
            not_negative(number, "people", &format!("{path}.counted.{field}"), problems);
        }
    }
}

fn not_negative(number: &Number, what: &str, path: &str, problems: &mut Vec<Problem>) {
    if number.value() < 0.0 {
        let sentence = say!("check-below-zero", what = what, number = number.to_string());
        problems.push(Problem::error(path, sentence, say!("check-below-zero.fix")));
    }
}

/// R8: grades are for indicators measured as ratings, and figures for all others. Directions are for both, and "two of three
/// boroughs" may be said of a rating.
fn form(published: &Published, indicator: &Indicator, path: &str, problems: &mut Vec<Problem>) {
    let is_graded = matches!(published, Published::Rating { .. } | Published::SingleGrade(_));
    let is_numeric = !is_graded && !matches!(published.form(), Form::Direction | Form::Part);
    let (name, at) = (&indicator.name, format!("{path}.published"));
    if indicator.measure == Measure::Rating && is_numeric {
        let sentence = say!("check-rating-with-numbers", name = name.as_str(), form = form_word(published));
        let fix = say!("check-rating-with-numbers.fix");
        let fault = Fault::NumbersForGrades { indicator: name.clone() };
        problems.push(Problem::error(at, sentence, fix).about(fault));
    } else if indicator.measure != Measure::Rating && is_graded {
        let sentence = say!("check-grades-of-no-rating", name = name.as_str(), form = form_word(published));
        let fix = say!("check-grades-of-no-rating.fix");
        let fault = Fault::GradesForNumbers { indicator: name.clone() };
        problems.push(Problem::error(at, sentence, fix).about(fault));
    }
}

/// The word in the file, which tells `grade` from `single`.
fn form_word(published: &Published) -> &'static str {
    match published {
        Published::SingleGrade(_) => "grade",
        other @ (Published::Pair { .. }
        | Published::Change { .. }
        | Published::Direction { .. }
        | Published::Rating { .. }
        | Published::Part { .. }
        | Published::Single(_)
        | Published::Series { .. }
        | Published::Suppressed(_)) => other.form().keyword(),
    }
}

/// Counts are never below zero. Money may be: a balance, a saving.
fn signs(published: &Published, indicator: &Indicator, path: &str, problems: &mut Vec<Problem>) {
    if !matches!(indicator.measure, Measure::Flow | Measure::Stock) || indicator.unit.money().is_some() {
        return;
    }
    let mut level = |number: &Number, field: &str| {
        not_negative(number, "count", &format!("{path}.published.{field}"), problems);
    };
    match published {
        Published::Pair { before, after, .. } => {
            level(&before.number, "before[0]");
            level(&after.number, "after[0]");
        }
        Published::Change { level: Some(KnownLevel::Before(known) | KnownLevel::After(known)), .. } => {
            level(&known.number, "level[0]");
        }
        Published::Single(Level { number, .. }) => level(number, "level"),
        Published::Part { count, of, .. } => {
            for (number, field) in [(count, "count"), (of, "of")] {
                if let Some(number) = number {
                    level(number, field);
                }
            }
        }
        Published::Series { points, .. } => {
            for (nth, point) in points.iter().enumerate() {
                if let PointValue::Known(number) = &point.value {
                    level(number, &format!("points[{nth}][1]"));
                }
            }
        }
        Published::Change { .. }
        | Published::Direction { .. }
        | Published::Rating { .. }
        | Published::SingleGrade(_)
        | Published::Suppressed(_) => {}
    }
}

/// R5: where a published change can't be reconciled with the published levels, the reader sees a caution.
fn changes(published: &Published, indicator: &Indicator, path: &str, problems: &mut Vec<Problem>) {
    let Published::Pair { before, after, stated, .. } = published else { return };
    for told in reconcile(indicator, published) {
        let Reconciliation::Conflicts { stated: change, .. } = &told else { continue };
        // Not every stated change is reconciled, so that the place is asked of the dataset.
        if let Some(nth) = stated.iter().position(|known| known == change) {
            let (from, to) = (&before.number, &after.number);
            let sentence = say!(
                "check-change-conflicts",
                change = change.to_string(),
                from = from.to_string(),
                to = to.to_string(),
                computed = computed(from, to, change)
            );
            let fix = say!("check-change-conflicts.fix");
            problems.push(Problem::caution(format!("{path}.published.stated[{nth}]"), sentence, fix));
        }
    }
}

/// The change between the printed levels, in the unit of the stated one.
fn computed(before: &Number, after: &Number, stated: &Change) -> String {
    let difference = after.value() - before.value();
    match stated.unit {
        ChangeUnit::Percent => format!("{:+.1}%", difference / before.value() * 100.0),
        ChangeUnit::Points => format!("{difference:+.1} pp"),
        ChangeUnit::Unit => {
            let places = usize::from(before.decimals().max(after.decimals()));
            format!("{difference:+.places$}")
        }
    }
}
