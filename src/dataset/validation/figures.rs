//! The figures of each outcome: their form, their order, their signs, and R5.

use std::collections::HashMap;

use super::Placed;
use crate::compare::Reconciliation;
use crate::compare::reconciliation::reconcile;
use crate::dataset::fault::Fault;
use crate::dataset::finding::Problem;
use crate::model::{
    Bound, Change, ChangeUnit, Dataset, Form, Grade, Indicator, IndicatorId, KnownLevel, Level, Measure, Number,
    Outcome, PointValue, Published, SeriesPoint,
};

/// Checks what each outcome published.
pub(super) fn check(dataset: &Dataset, outcomes: &[&Placed<'_>], problems: &mut Vec<Problem>) {
    let indicators: HashMap<&IndicatorId, &Indicator> = dataset.indicators.iter().rev().map(|i| (&i.id, i)).collect();
    for Placed { outcome, path } in outcomes {
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
            let mend = "write `stated: [\"fell 12%\"]`, or publish a single level or a direction";
            let at = format!("{path}.published.stated");
            problems.push(Problem::error(at, "a change without any stated change", mend).about(Fault::NoChange));
        }
        Published::Pair { before, after, .. } => {
            if let (Some((from, _)), Some((_, to))) = (before.period.days(), after.period.days())
                && to < from
            {
                let sentence =
                    format!("the level after ({}) is dated before the level before ({})", after.period, before.period);
                problems.push(Problem::caution(
                    format!("{path}.published.after[1]"),
                    sentence,
                    "check which level came first",
                ));
            }
        }
        Published::Part { count, of, share, .. } => part(count.as_ref(), of.as_ref(), share.as_ref(), path, problems),
        Published::Rating { before, after } => {
            grade(before, &format!("{path}.published.before"), problems);
            grade(after, &format!("{path}.published.after"), problems);
        }
        Published::SingleGrade(single) => grade(single, &format!("{path}.published"), problems),
        Published::Series { points, .. } => series(points, path, problems),
        _ => {}
    }
}

fn grade(grade: &Grade, path: &str, problems: &mut Vec<Problem>) {
    if grade.grade.trim().is_empty() {
        problems.push(Problem::error(
            format!("{path}.grade"),
            "the grade is empty",
            "write it as printed, like \"good\"",
        ));
    }
}

fn part(count: Option<&Number>, of: Option<&Number>, share: Option<&Number>, path: &str, problems: &mut Vec<Problem>) {
    if count.is_none() && share.is_none() {
        let mend = "write `count: Some(28), of: Some(44)`, or `share: Some(64)`";
        let problem = Problem::error(format!("{path}.published"), "a part without a count or a share", mend);
        problems.push(problem.about(Fault::NoCount));
    }
    if let (Some(count), Some(of)) = (count, of)
        && least(count) > most(of)
    {
        let sentence = format!("{count} of {of} is more than all");
        problems.push(Problem::error(format!("{path}.published.count"), sentence, "check which number is the whole"));
    }
    if let Some(share) = share
        && (least(share) > 100.0 || most(share) < 0.0)
    {
        let sentence = format!("a share of {share} per cent is not between 0 and 100");
        problems.push(Problem::error(
            format!("{path}.published.share"),
            sentence,
            "write the share of the whole in per cent",
        ));
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
        let mend = "write `points: [(\"2015\", 344), …]`";
        let problem = Problem::error(format!("{path}.published.points"), "a series without any points", mend);
        problems.push(problem.about(Fault::NoPoints));
    }
    for (nth, pair) in points.windows(2).enumerate() {
        if let [earlier, later] = pair
            && let (Some((from, _)), Some((to, _))) = (earlier.period.days(), later.period.days())
            && to < from
        {
            let at = format!("{path}.published.points[{}]", nth + 1);
            let sentence = format!("the point {} stands after {}", later.period, earlier.period);
            problems.push(Problem::error(at, sentence, "put the points in order of time"));
        }
    }
}

/// The two numbers in `counted` are people or cases.
fn counted(outcome: &Outcome, path: &str, problems: &mut Vec<Problem>) {
    for (number, field) in [(&outcome.counted.before, "before"), (&outcome.counted.after, "after")] {
        if let Some(number) = number {
            not_negative(number, "a number of people or cases", &format!("{path}.counted.{field}"), problems);
        }
    }
}

fn not_negative(number: &Number, what: &str, path: &str, problems: &mut Vec<Problem>) {
    if number.value() < 0.0 {
        let sentence = format!("{what} can't be below zero, and this is {number}");
        problems.push(Problem::error(path, sentence, "write the level itself; a fall belongs in a change"));
    }
}

/// R8: grades are for indicators measured as ratings, and figures for all others. Directions are for both, and "two of three
/// boroughs" may be said of a rating.
fn form(published: &Published, indicator: &Indicator, path: &str, problems: &mut Vec<Problem>) {
    let is_graded = matches!(published, Published::Rating { .. } | Published::SingleGrade(_));
    let is_numeric = !is_graded && !matches!(published.form(), Form::Direction | Form::Part);
    let (name, at) = (&indicator.name, format!("{path}.published"));
    if indicator.measure == Measure::Rating && is_numeric {
        let sentence = format!("\"{name}\" is a rating, and a {} holds numbers", form_word(published));
        let mend = "write `rating(…)` or `grade(…)`, or change the indicator's measure";
        let fault = Fault::NumbersForGrades { indicator: name.clone() };
        problems.push(Problem::error(at, sentence, mend).about(fault));
    } else if indicator.measure != Measure::Rating && is_graded {
        let sentence = format!("\"{name}\" is not a rating, and a {} holds grades", form_word(published));
        let mend = "write `measure: rating` at the indicator, or publish figures";
        let fault = Fault::GradesForNumbers { indicator: name.clone() };
        problems.push(Problem::error(at, sentence, mend).about(fault));
    }
}

/// The word in the file, which tells `grade` from `single`.
fn form_word(published: &Published) -> &'static str {
    match published {
        Published::SingleGrade(_) => "grade",
        other => other.form().word(),
    }
}

/// Counts are never below zero. Money may be: a balance, a saving.
fn signs(published: &Published, indicator: &Indicator, path: &str, problems: &mut Vec<Problem>) {
    if !matches!(indicator.measure, Measure::Flow | Measure::Stock) || indicator.unit.contains('£') {
        return;
    }
    let mut level = |number: &Number, field: &str| {
        not_negative(number, "a count", &format!("{path}.published.{field}"), problems);
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
        _ => {}
    }
}

/// R5: where a published change can't be reconciled with the published levels, the reader sees a caution.
fn changes(published: &Published, indicator: &Indicator, path: &str, problems: &mut Vec<Problem>) {
    let Published::Pair { before, after, .. } = published else { return };
    for (nth, told) in reconcile(published).iter().enumerate() {
        let Reconciliation::Conflicts { stated: change, .. } = told else { continue };
        // Percentage points say nothing about levels in another unit.
        let comparable = change.unit != ChangeUnit::Points || indicator.unit.contains('%');
        if comparable {
            let (from, to) = (&before.number, &after.number);
            let sentence = format!(
                "the source states \"{change}\", and the levels {from} and {to} give {}",
                computed(from, to, change)
            );
            let mend = "check the figures against the source; if they are printed so, leave them";
            problems.push(Problem::caution(format!("{path}.published.stated[{nth}]"), sentence, mend));
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
