//! Whether a change that a source states can be reconciled with the two levels it prints (R5).
//!
//! Definition: interval arithmetic. Bound and rounding leave each level an interval ([`Number::possible`]); the change computed
//! from the two intervals is an interval as well, and the stated change fits where the two share a value. Levels are taken as
//! printed, also where a flow was counted over periods of different length: that is what the source computed from. No
//! source gives the convention. Levels that are printed as zero or more are taken to be zero or more. From a printed
//! zero no percentage can be checked; a base whose interval only touches zero leaves the change open above.

use super::change;
use crate::model::{Change, ChangeUnit, Interval, Number, Published};

/// A stated change beside the published levels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reconciliation {
    /// The levels can give the stated change.
    Fits {
        /// The change as stated.
        stated: Change,
    },
    /// The levels can't give the stated change; both stay, with a caution.
    Conflicts {
        /// The change as stated.
        stated: Change,
        /// The least signed change that the levels leave possible, in the unit of the stated one.
        computed_low: f64,
        /// The greatest signed change that the levels leave possible; may be infinite.
        computed_high: f64,
    },
    /// A percentage is stated although the level before is zero or below, so that it can't be checked.
    NoBase {
        /// The change as stated.
        stated: Change,
    },
}

/// Compares each change that a pair states with its two levels; empty for every other form.
pub fn reconcile(published: &Published) -> Vec<Reconciliation> {
    let Published::Pair { before, after, stated, .. } = published else {
        return Vec::new();
    };
    stated.iter().map(|&stated| reconcile_one(&before.number, &after.number, stated)).collect()
}

fn reconcile_one(before: &Number, after: &Number, stated: Change) -> Reconciliation {
    let (from, to) = (possible_level(before), possible_level(after));
    let computed = match stated.unit {
        ChangeUnit::Percent if before.centre() <= 0.0 => return Reconciliation::NoBase { stated },
        ChangeUnit::Percent => percent_interval(from, to),
        // A difference of shares in per cent is in percentage points.
        ChangeUnit::Points | ChangeUnit::Unit => Interval { low: to.low - from.high, high: to.high - from.low },
    };
    if computed.meets(widened(possible_change(&stated))) {
        Reconciliation::Fits { stated }
    } else {
        Reconciliation::Conflicts { stated, computed_low: computed.low, computed_high: computed.high }
    }
}

/// The signed changes that the words of a stated change leave possible.
pub fn possible_change(stated: &Change) -> Interval {
    let by = stated.by.possible();
    // The amount of a change has no sign, so that "up to 12" ends at zero.
    let by = Interval { low: by.low.max(0.0), high: by.high };
    if stated.direction.sign() < 0.0 { by.negated() } else { by }
}

fn possible_level(number: &Number) -> Interval {
    let possible = number.possible();
    if number.value() >= 0.0 { Interval { low: possible.low.max(0.0), high: possible.high } } else { possible }
}

/// The percentages between two intervals whose base lies at or above zero.
fn percent_interval(from: Interval, to: Interval) -> Interval {
    // The least change has the greatest base, unless the level after lies below zero.
    let least_base = if to.low >= 0.0 { from.high } else { from.low };
    let low = if least_base.is_infinite() { -100.0 } else { percent_or(least_base, to.low, f64::NEG_INFINITY) };
    let high = percent_or(from.low, to.high, f64::INFINITY);
    Interval { low, high }
}

fn percent_or(before: f64, after: f64, otherwise: f64) -> f64 {
    change::percent(before, after).unwrap_or(otherwise)
}

/// A little wider, so that a binary fraction such as 25.5 against 25.499… is not taken for a conflict.
fn widened(interval: Interval) -> Interval {
    let slack = |end: f64| if end.is_finite() { end.abs().max(1.0) * 1e-9 } else { 0.0 };
    Interval { low: interval.low - slack(interval.low), high: interval.high + slack(interval.high) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::examples::pair_stated;

    fn one(before: &str, after: &str, stated: &str) -> Reconciliation {
        reconcile(&pair_stated((before, "2010"), (after, "2017"), &[stated])).remove(0)
    }

    fn fits(before: &str, after: &str, stated: &str) -> bool {
        matches!(one(before, after, stated), Reconciliation::Fits { .. })
    }

    #[test]
    fn r5_what_rounding_and_bounds_leave_open_fits_and_the_rest_does_not() {
        for (before, after, stated) in [
            ("52", "81", "rose 29"),
            ("62420", "83740", "rose over 30%"),
            ("about 110", "nearly 60", "fell about 45%"),
            ("under 10", "20", "rose 400%"),
            ("40", "under 20", "fell over 60%"),
            ("over 100", "over 100", "fell 99%"),
        ] {
            assert!(fits(before, after, stated), "{before} to {after}, {stated}");
        }
        for (before, after, stated) in [
            ("52", "81", "fell 29"),
            ("52", "81", "rose 27"),
            ("71800", "over 170000", "rose 130%"),
            ("100", "under 50", "fell 40%"),
            ("65", "60", "fell 9 pp"),
        ] {
            assert!(!fits(before, after, stated), "{before} to {after}, {stated}");
        }
    }

    #[test]
    fn r5_homeless_households_conflict_with_the_stated_rise() {
        let Reconciliation::Conflicts { stated, computed_low, computed_high } = one("62,420", "83,740", "rose 26%")
        else {
            panic!("stated +26% was taken to fit +34.2%");
        };
        assert_eq!(stated.to_string(), "rose 26%");
        assert!(computed_low < 34.1557 && 34.1557 < computed_high && computed_high - computed_low < 0.01);
    }

    #[test]
    fn r5_what_fits_within_rounding_and_bounds_is_no_conflict() {
        for (before, after, stated, expected) in [
            ("71,800", "over 170,000", "rose 140%", true),
            ("71,800", "over 170,000", "rose 130%", false),
            ("62,420", "83,740", "rose 34%", true),
            ("62,420", "83,740", "fell 34%", false),
            ("52", "81", "rose 29", true),
            ("52", "81", "rose 56%", true),
            ("52", "81", "rose 40", false),
            ("60", "45", "fell 25%", true),
            ("60", "45", "fell over 20%", true),
            ("60", "45", "fell over 30%", false),
            ("60", "45", "fell up to 30%", true),
            ("60", "66", "fell up to 30%", false),
            ("40", "43", "rose 3 pp", true),
            ("40", "48", "rose 3 pp", false),
            ("about 110", "about 40", "fell 60%", true),
            ("under 150,000", "200,000", "rose 20%", false),
            ("under 150,000", "200,000", "rose 90%", true),
            ("over 60", "30", "fell 80%", true),
            ("over 60", "30", "fell 20%", false),
            ("22", "0", "fell 100%", true),
            ("60", "90", "rose between 33 and 67%", true),
        ] {
            assert_eq!(fits(before, after, stated), expected, "{before} to {after}, {stated}");
        }
    }

    #[test]
    fn r5_a_percentage_from_zero_can_not_be_checked() {
        assert!(matches!(one("0", "5", "rose 500%"), Reconciliation::NoBase { .. }));
        assert!(fits("0", "5", "rose 5"));
    }
}
