//! The order in which outcomes stand (R15).
//!
//! Definition: by the length of their period, then by name; or by name; or, where the reader chooses it, by size of change from the
//! largest fall to the largest rise. A size is the middle of the interval that bound and rounding leave open, or its
//! known end where the other is open; among equal sizes the one that is open outward stands further out. Lengths that agree to a
//! tenth of a month are equal here. What has no length, only a direction, or no change comes last. Orders
//! are total: no NaN gets in, and equal outcomes keep the order they came in.

use std::cmp::Ordering;

use super::{
    caution::{Caution, Rule},
    comparison::{Comparison, ShownChange},
    months::equal_lengths,
    reconciliation::possible_change,
};
use crate::model::{Bound, Direction, Interval, Order};

/// Puts comparisons in order.
pub fn sort(comparisons: &mut [Comparison<'_>], order: Order) {
    match order {
        Order::Period => comparisons.sort_by(|a, b| by_duration(a, b).then_with(|| by_name(a, b))),
        Order::Name => comparisons.sort_by(by_name),
        Order::Change => comparisons.sort_by(|a, b| by_change(a, b).then_with(|| by_name(a, b))),
    }
}

/// Whether the outcomes cover periods of different length, or of a length that is not known.
///
/// Fewer than two outcomes differ in nothing.
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
    (order == Order::Change && periods_differ(comparisons)).then(|| {
        Caution::new(
            Rule::R15,
            "These are ranked by size of change, but over periods that differ in length or are not stated; a longer period leaves more time to change.",
        )
    })
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

/// Where an outcome stands when it is ranked by size.
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
        match comparison.shown_change() {
            ShownChange::Computed(percent, bound) => Self::sized(open_interval(percent, bound)),
            ShownChange::Stated(stated) => Self::sized(possible_change(stated)),
            ShownChange::Direction(Direction::Fell) => unsized_in(1),
            ShownChange::Direction(Direction::Stable) => unsized_in(2),
            ShownChange::Direction(Direction::Rose) => unsized_in(3),
            ShownChange::None => unsized_in(4),
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

/// A computed change is exact but for its bound.
fn open_interval(percent: f64, bound: Bound) -> Interval {
    Interval {
        low: if bound.is_open_below() { f64::NEG_INFINITY } else { percent },
        high: if bound.is_open_above() { f64::INFINITY } else { percent },
    }
}
