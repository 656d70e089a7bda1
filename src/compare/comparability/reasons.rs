//! Which outcomes each reason against comparing is about.

use super::{ComparabilityReason, places};
use crate::compare::{
    cautions,
    comparison::{Comparison, ComputedChange, ShownChange},
    months::equal_lengths,
    rating::{self, RatingChange},
};
use crate::model::{Bound, CountedGroup, Form, Grade, KnownLevel, Number, Period, Published, UnitKind, When};

/// Of these, the ones that a reason is about: some of them, or all where they differ.
pub(super) fn who<'c, 'd>(reason: ComparabilityReason, asked: &[&'c Comparison<'d>]) -> Vec<&'c Comparison<'d>> {
    let some = |holds: &dyn Fn(&Comparison<'_>) -> bool| asked.iter().copied().filter(|c| holds(c)).collect();
    let all_if = |differ: bool| if differ { asked.to_vec() } else { Vec::new() };
    match reason {
        ComparabilityReason::FewerThanTwo => all_if(places(asked).len() < 2),
        ComparabilityReason::Concepts => {
            all_if(differ(asked, |a, b| a.located.indicator.concept == b.located.indicator.concept))
        }
        ComparabilityReason::Units => all_if(differ(asked, |a, b| units(a, b) != Some(ComparabilityReason::Units))),
        ComparabilityReason::Bases => all_if(differ(asked, |a, b| units(a, b) != Some(ComparabilityReason::Bases))),
        ComparabilityReason::Scales => all_if(two_scales(asked)),
        ComparabilityReason::Forms => all_if(differ(asked, |a, b| {
            is_change(&a.located.outcome.published) == is_change(&b.located.outcome.published)
        })),
        ComparabilityReason::Definitions => {
            all_if(differ(asked, |a, b| a.located.indicator.id == b.located.indicator.id || units(a, b).is_some()))
        }
        ComparabilityReason::Lengths => {
            let mut known = asked.iter().filter_map(|c| c.duration_months);
            let first = known.next();
            all_if(first.is_some_and(|first| known.any(|other| !equal_lengths(first, other))))
        }
        ComparabilityReason::LengthsNotStated => {
            some(&|c| is_change(&c.located.outcome.published) && c.duration_months.is_none())
        }
        ComparabilityReason::Dates => {
            let dated: Vec<_> =
                asked.iter().copied().filter(|c| time_of(&c.located.outcome.published).is_some()).collect();
            let elsewhen = |a: &Comparison<'d>, b: &Comparison<'d>| {
                !equally_long(a, b) || time_of(&a.located.outcome.published) == time_of(&b.located.outcome.published)
            };
            all_if(differ(&dated, elsewhen))
        }
        // Where the lengths differ or are not known, that is the reason.
        ComparabilityReason::DatesNotStated if differ(asked, equally_long) => Vec::new(),
        ComparabilityReason::DatesNotStated => {
            some(&|c| c.duration_months.is_some() && time_of(&c.located.outcome.published).is_none())
        }
        ComparabilityReason::Bounds => some(&has_bound),
        ComparabilityReason::Directions => some(&|c| c.located.outcome.published.form() == Form::Direction),
        ComparabilityReason::Clients => {
            some(&|c| matches!(c.located.outcome.counted.group, CountedGroup::Clients | CountedGroup::Sample))
        }
        ComparabilityReason::PartOfYear => some(&cautions::is_part_of_a_year),
        ComparabilityReason::SmallNumbers => some(&|c| c.small_numbers),
        ComparabilityReason::Conflicts => some(&|c| c.contradicts_itself()),
        ComparabilityReason::Suppressed => some(&|c| matches!(c.located.outcome.published, Published::Suppressed(_))),
        ComparabilityReason::NotOutcomes => some(&|c| !c.located.outcome.role.is_shown_by_default()),
    }
}

/// Whether it was equally long from before to after in both; not where either length is unknown.
fn equally_long(a: &Comparison<'_>, b: &Comparison<'_>) -> bool {
    matches!((a.duration_months, b.duration_months), (Some(a), Some(b)) if equal_lengths(a, b))
}

/// Whether any of them is not like the first.
fn differ<'d>(asked: &[&Comparison<'d>], alike: impl Fn(&Comparison<'d>, &Comparison<'d>) -> bool) -> bool {
    let Some((first, rest)) = asked.split_first() else { return false };
    rest.iter().any(|other| !alike(first, other))
}

/// How the units of two outcomes differ; `None` where they are one.
fn units(a: &Comparison<'_>, b: &Comparison<'_>) -> Option<ComparabilityReason> {
    let (a, b) = (&a.located.indicator.unit, &b.located.indicator.unit);
    if a.base() == b.base() && a.kind() == b.kind() {
        None
    } else if a.kind() == b.kind() && matches!(a.kind(), UnitKind::Rate | UnitKind::Percent) {
        Some(ComparabilityReason::Bases)
    } else {
        Some(ComparabilityReason::Units)
    }
}

/// Whether grades are of several frameworks, or changes in per cent and in points. What has neither stands on every scale.
fn two_scales(asked: &[&Comparison<'_>]) -> bool {
    let graded: Vec<&Grade> = asked.iter().filter_map(|c| first_grade(&c.located.outcome.published)).collect();
    let others = graded.split_first().map(|(one, rest)| rest.iter().any(|other| is_apart(rating::steps(one, other))));
    let mut sized = asked.iter().filter(|c| c.is_sized()).map(|c| c.change_scale);
    let first = sized.next();
    others == Some(true)
        || (!graded.is_empty() && graded.len() < asked.len())
        || asked.iter().any(|c| c.rating.is_some_and(is_apart))
        || sized.any(|scale| Some(scale) != first)
}

fn is_apart(change: RatingChange) -> bool {
    match change {
        RatingChange::FrameworkChanged
        | RatingChange::FrameworkNotStated
        | RatingChange::JudgementDiffers
        | RatingChange::UnknownScale => true,
        RatingChange::Steps(_) | RatingChange::DatesTurnedRound => false,
    }
}

fn first_grade(published: &Published) -> Option<&Grade> {
    match published {
        Published::Rating { before: grade, .. } | Published::SingleGrade(grade) => Some(grade),
        Published::Pair { .. }
        | Published::Change { .. }
        | Published::Direction { .. }
        | Published::Part { .. }
        | Published::Single(_)
        | Published::Series { .. }
        | Published::Suppressed(_) => None,
    }
}

/// Whether it tells a before and an after.
fn is_change(published: &Published) -> bool {
    let form = match published {
        Published::SingleGrade(_) => return false,
        Published::Suppressed(remains) => remains.form,
        told @ (Published::Pair { .. }
        | Published::Change { .. }
        | Published::Direction { .. }
        | Published::Rating { .. }
        | Published::Part { .. }
        | Published::Single(_)
        | Published::Series { .. }) => told.form(),
    };
    match form {
        Form::Pair | Form::Change | Form::Direction | Form::Rating | Form::Series => true,
        Form::Part | Form::Single => false,
    }
}

/// When it was, told by two dates; `None` where it is only a length, has no end, or is not stated.
fn time_of(published: &Published) -> Option<(When, When)> {
    let dated = |period: &Period| period.days().is_some();
    let of = |before: &Period, after: &Period, over: &Period| {
        if dated(over) {
            Some((over.when.clone(), over.when.clone()))
        } else {
            (dated(before) && dated(after)).then(|| (before.when.clone(), after.when.clone()))
        }
    };
    let unknown = Period::not_stated();
    match published {
        Published::Pair { before, after, over, .. } => of(&before.period, &after.period, over),
        Published::Change { over, .. } | Published::Direction { over, .. } => of(&unknown, &unknown, over),
        Published::Rating { before, after } => of(&before.date, &after.date, &unknown),
        Published::Series { points, .. } => of(&points.first()?.period, &points.last()?.period, &unknown),
        Published::Part { period, .. } => of(&unknown, &unknown, period),
        Published::Single(single) => of(&unknown, &unknown, &single.period),
        Published::SingleGrade(grade) => of(&unknown, &unknown, &grade.date),
        Published::Suppressed(remains) => {
            of(remains.before.period().unwrap_or(&unknown), remains.after.period().unwrap_or(&unknown), &remains.over)
        }
    }
}

/// Whether the change, or the number where there is none, is only a bound or a range.
fn has_bound(comparison: &Comparison<'_>) -> bool {
    let inexact = |number: &Number| number.bound() != Bound::Exactly;
    match comparison.shown_change() {
        ShownChange::Computed(levels) | ShownChange::OfCounts { averages: levels, .. } => match levels {
            ComputedChange::Value(_, bound) => bound != Bound::Exactly,
            ComputedChange::Range(..) => true,
        },
        ShownChange::Stated(stated) | ShownChange::Conflict { stated, .. } => inexact(&stated.by),
        ShownChange::Direction(_) => false,
        ShownChange::Contradiction | ShownChange::None => numbers(comparison).into_iter().any(inexact),
    }
}

fn numbers<'d>(comparison: &Comparison<'d>) -> Vec<&'d Number> {
    match &comparison.located.outcome.published {
        Published::Pair { before, after, .. } => vec![&before.number, &after.number],
        Published::Change { stated, level, .. } => {
            let level = level.as_ref().map(|known| match known {
                KnownLevel::Before(level) | KnownLevel::After(level) => &level.number,
            });
            stated.iter().map(|change| &change.by).chain(level).collect()
        }
        Published::Part { count, of, share, .. } => [count, of, share].into_iter().flatten().collect(),
        Published::Single(single) => vec![&single.number],
        Published::Direction { .. }
        | Published::Rating { .. }
        | Published::SingleGrade(_)
        | Published::Series { .. }
        | Published::Suppressed(_) => Vec::new(),
    }
}
