//! The order of outcomes (R15).
//!
//! Definition: by the length of their period, then by name; or by name; or, if the reader chooses it, by size of change from
//! the largest fall to the largest rise. A size is the middle of the interval that bound and rounding leave open, or its
//! known end where the other is open; among equal sizes the one open outward comes further out. Lengths that agree to a
//! tenth of a month are equal here. An outcome without length, with only a direction, or without change comes last. Orders
//! are total: no NaN gets in, and equal outcomes keep their given order.

use std::cmp::Ordering;

use super::{
    caution::{Caution, Rule},
    comparison::{Comparison, ComputedChange, ShownChange},
    months::equal_lengths,
    reconciliation::possible_change,
};
use crate::model::{Bound, Direction, Interval, OpenSide, Order};
use crate::say;

/// Puts comparisons in order.
pub fn sort(comparisons: &mut [Comparison<'_>], order: Order) {
    match order {
        Order::Period => comparisons.sort_by(|a, b| by_duration(a, b).then_with(|| by_name(a, b))),
        Order::Name => comparisons.sort_by(by_name),
        Order::Change => comparisons.sort_by(|a, b| by_change(a, b).then_with(|| by_name(a, b))),
    }
}

/// Whether the outcomes cover periods of different or unknown length.
///
/// Never for fewer than two outcomes.
pub fn periods_differ(comparisons: &[Comparison<'_>]) -> bool {
    let [first, rest @ ..] = comparisons else {
        return false;
    };
    rest.iter().any(|other| match (first.duration_months, other.duration_months) {
        (Some(a), Some(b)) => !equal_lengths(a, b),
        _ => true,
    })
}

/// The caution of a ranking by size over different periods; `None` for the other orders and for equal periods.
pub fn ranking_caution(comparisons: &[Comparison<'_>], order: Order) -> Option<Caution> {
    (order == Order::Change && periods_differ(comparisons))
        .then(|| Caution::new(Rule::R15, say!("caution-ranked-over-unequal-periods")))
}

fn by_duration(a: &Comparison<'_>, b: &Comparison<'_>) -> Ordering {
    let tenths = |c: &Comparison<'_>| c.duration_months.map_or(f64::INFINITY, |months| (months * 10.0).round());
    tenths(a).total_cmp(&tenths(b))
}

fn by_name(a: &Comparison<'_>, b: &Comparison<'_>) -> Ordering {
    let name = |c: &Comparison<'_>| c.place.to_lowercase();
    name(a).cmp(&name(b))
}

fn by_change(a: &Comparison<'_>, b: &Comparison<'_>) -> Ordering {
    let (a, b) = (ChangePlace::of(a), ChangePlace::of(b));
    a.group.cmp(&b.group).then_with(|| a.size.total_cmp(&b.size)).then_with(|| a.outward.cmp(&b.outward))
}

/// An outcome's place in a ranking by size.
struct ChangePlace {
    /// 0 with a size, 1 to 3 with a direction only, 4 with neither.
    group: u8,
    /// The change in per cent.
    size: f64,
    /// −1 open towards larger falls, 1 towards larger rises, 0 closed.
    outward: i8,
}

impl ChangePlace {
    fn of(comparison: &Comparison<'_>) -> Self {
        let unsized_in = |group| Self { group, size: 0.0, outward: 0 };
        let of_levels = |computed: ComputedChange| match computed {
            ComputedChange::Value(change, bound) => Self::sized(open_interval(change, bound)),
            ComputedChange::Range(low, high) => Self::sized(Interval { low, high }),
        };
        match comparison.shown_change() {
            ShownChange::Computed(levels)
            | ShownChange::OfCounts { averages: levels, .. }
            | ShownChange::Conflict { levels, .. } => of_levels(levels),
            ShownChange::Stated(stated) => match comparison.computed_change() {
                Some(computed) => of_levels(computed),
                None => Self::sized(possible_change(stated)),
            },
            ShownChange::Direction(Direction::Fell) => unsized_in(1),
            ShownChange::Direction(Direction::Stable) => unsized_in(2),
            ShownChange::Direction(Direction::Rose) => unsized_in(3),
            ShownChange::Contradiction | ShownChange::None => unsized_in(4),
        }
    }

    fn sized(interval: Interval) -> Self {
        let (size, outward) = match (interval.low.is_finite(), interval.high.is_finite()) {
            (true, true) => (f64::midpoint(interval.low, interval.high), 0),
            (true, false) => (interval.low, 1),
            (false, true) => (interval.high, -1),
            (false, false) => (0.0, 0),
        };
        Self { group: 0, size, outward }
    }
}

/// A computed change is exact except its bound.
fn open_interval(percent: f64, bound: Bound) -> Interval {
    Interval {
        low: if bound.side() == OpenSide::Below { f64::NEG_INFINITY } else { percent },
        high: if bound.side() == OpenSide::Above { f64::INFINITY } else { percent },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        compare::examples::{change_only, compare, dataset, outcome_of, pair, stock},
        model::{Period, Published},
    };

    fn ordered(outcomes: Vec<(&str, Published)>, order: Order) -> Vec<String> {
        let outcomes = outcomes.into_iter().map(|(place, published)| outcome_of(&stock(), place, place, published));
        let dataset = dataset(vec![stock()], outcomes.collect());
        let mut comparisons = compare(&dataset);
        sort(&mut comparisons, order);
        comparisons.into_iter().map(|c| c.place).collect()
    }

    fn over(text: &str) -> Published {
        Published::Direction { direction: Direction::Rose, over: Period::parse(text).unwrap() }
    }

    #[test]
    fn r15_the_default_order_is_by_length_of_period_then_by_name() {
        let found = ordered(
            vec![
                ("wirral", over("5 years")),
                ("leeds", pair(("5", "2015"), ("6", "2016"))),
                ("Essex", pair(("5", "2016"), ("6", "2017"))),
                ("barnsley", over("not stated")),
                ("camden", over("6 months")),
            ],
            Order::Period,
        );
        // 2015 to 2016 and 2016 to 2017 are equal lengths, although one holds a leap day.
        assert_eq!(found, ["camden", "Essex", "leeds", "wirral", "barnsley"]);
    }

    #[test]
    fn r15_by_name_is_by_name() {
        let found = ordered(vec![("b", over("1 year")), ("C", over("2 years")), ("a", over("3 years"))], Order::Name);
        assert_eq!(found, ["a", "b", "C"]);
    }

    #[test]
    fn r4_a_ranking_uses_the_interval_that_is_left_open() {
        let found = ordered(
            vec![
                ("nothing", change_only(&["fell 12"], None)),
                ("direction", over("1 year")),
                ("levels", pair(("100", "2015"), ("130", "2016"))),
                ("range", change_only(&["rose between 33 and 67%"], None)),
                ("over 50", change_only(&["fell over 50%"], None)),
                ("exactly 50", change_only(&["fell 50%"], None)),
                ("rose 140", change_only(&["rose 140%"], None)),
                ("rose over 140", change_only(&["rose over 140%"], None)),
            ],
            Order::Change,
        );
        let expected =
            ["over 50", "exactly 50", "levels", "range", "rose 140", "rose over 140", "direction", "nothing"];
        assert_eq!(found, expected);
    }

    #[test]
    fn r15_a_ranking_over_different_periods_carries_a_caution() {
        let made = |lengths: &[&str]| {
            let outcomes = lengths.iter().map(|text| outcome_of(&stock(), text, text, over(text))).collect();
            dataset(vec![stock()], outcomes)
        };
        for (lengths, differ) in [
            (vec![], false),
            (vec!["not stated"], false),
            (vec!["12 months", "1 year"], false),
            (vec!["12 months", "18 months"], true),
            (vec!["12 months", "not stated"], true),
            (vec!["not stated", "not stated (implied)"], true),
        ] {
            let dataset = made(&lengths);
            let comparisons = compare(&dataset);
            assert_eq!(periods_differ(&comparisons), differ, "{lengths:?}");
            assert_eq!(ranking_caution(&comparisons, Order::Change).is_some(), differ, "{lengths:?}");
            assert_eq!(ranking_caution(&comparisons, Order::Period), None);
        }
    }
}
