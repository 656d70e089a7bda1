//! Whether a change that a source states can be reconciled with the two levels it prints (R5).
//!
//! Definition: interval arithmetic. Bound and rounding make each level an interval ([`Number::possible`]); the change
//! computed from the two is an interval as well, and the stated change fits where the two share a value. A plain whole count
//! was not rounded. For a flow over periods of different length a percentage may be of the printed counts or of their
//! averages a month; both are tried, averages first. Percentage points of a non-share describe something else and are not
//! compared. No source gives the convention. Levels that are printed as zero or more are taken to be zero or more. From a
//! printed zero no percentage can be checked; a base whose interval only touches zero leaves the change open above.

use super::{change, flow, months::months_of};
use crate::model::{Bound, Change, ChangeUnit, Indicator, Interval, Number, Published};

/// A stated change beside the published levels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reconciliation {
    /// The levels can give the stated change.
    Fits {
        /// The change as stated.
        stated: Change,
    },
    /// The printed counts give the stated change, but their averages a month, which are what compares, do not (R3).
    FitsCounts {
        /// The change as stated.
        stated: Change,
    },
    /// The levels can't give the stated change; both stay, with a caution.
    Conflicts {
        /// The change as stated.
        stated: Change,
        /// The least signed change that the levels allow, in the unit of the stated one.
        computed_low: f64,
        /// The greatest signed change that the levels allow; may be infinite.
        computed_high: f64,
    },
    /// A percentage is stated although the level before is zero or below: it can't be checked.
    NoBase {
        /// The change as stated.
        stated: Change,
    },
}

impl Reconciliation {
    /// The change as stated.
    pub fn stated(&self) -> &Change {
        match self {
            Self::Fits { stated }
            | Self::FitsCounts { stated }
            | Self::Conflicts { stated, .. }
            | Self::NoBase { stated } => stated,
        }
    }
}

/// Compares each comparable change that a pair states with its two levels; empty for every other form.
pub fn reconcile(indicator: &Indicator, published: &Published) -> Vec<Reconciliation> {
    let Published::Pair { before, after, stated, .. } = published else {
        return Vec::new();
    };
    let is_count = indicator.may_count_people() && !indicator.unit.is_not_stated();
    let (from, to) = (possible_level(&before.number, is_count), possible_level(&after.number, is_count));
    let comparable = |change: &&Change| change.unit != ChangeUnit::Points || indicator.is_share();
    let stated = stated.iter().filter(comparable);
    stated
        .map(|&stated| {
            if stated.unit == ChangeUnit::Percent && before.number.centre() <= 0.0 {
                return Reconciliation::NoBase { stated };
            }
            let averages = flow::per_month(indicator, published).unwrap_or(None);
            let stretch = averages.and_then(|_| Some(months_of(&before.period)? / months_of(&after.period)?));
            match stretch {
                Some(stretch) if stated.unit == ChangeUnit::Percent => {
                    let averaged = Interval { low: to.low * stretch, high: to.high * stretch };
                    reconcile_percent(from, averaged, to, stated)
                }
                // A difference of two averages can't be a number of people or events.
                Some(_) => match reconcile_one(from, to, stated) {
                    Reconciliation::Fits { stated } => Reconciliation::FitsCounts { stated },
                    other @ (Reconciliation::FitsCounts { .. }
                    | Reconciliation::Conflicts { .. }
                    | Reconciliation::NoBase { .. }) => other,
                },
                None => reconcile_one(from, to, stated),
            }
        })
        .collect()
}

/// A percentage against averages a month, and against the printed counts.
fn reconcile_percent(from: Interval, averaged: Interval, counted: Interval, stated: Change) -> Reconciliation {
    match (reconcile_one(from, averaged, stated), reconcile_one(from, counted, stated)) {
        (Reconciliation::Conflicts { .. }, Reconciliation::Fits { stated }) => Reconciliation::FitsCounts { stated },
        (by_the_month, _) => by_the_month,
    }
}

fn reconcile_one(from: Interval, to: Interval, stated: Change) -> Reconciliation {
    let computed = match stated.unit {
        ChangeUnit::Percent => percent_interval(from, to),
        // A difference of shares in per cent is in percentage points.
        ChangeUnit::Points | ChangeUnit::Unit => Interval { low: to.low - from.high, high: to.high - from.low },
    };
    if widened(computed).meets(widened(possible_change(&stated))) {
        Reconciliation::Fits { stated }
    } else {
        Reconciliation::Conflicts { stated, computed_low: computed.low, computed_high: computed.high }
    }
}

/// The signed changes that the words of a stated change allow.
pub fn possible_change(stated: &Change) -> Interval {
    let by = stated.by.possible();
    // The amount of a change has no sign, so that "up to 12" ends at zero.
    let by = Interval { low: by.low.max(0.0), high: by.high };
    if stated.direction.sign() < 0.0 { by.negated() } else { by }
}

/// The possible values of a number of people, cases or things: a plain whole number was counted, not rounded.
pub(super) fn possible_count(number: &Number) -> Interval {
    if number.bound() == Bound::Exactly && number.decimals() == 0 {
        Interval { low: number.value(), high: number.value() }
    } else {
        number.possible()
    }
}

fn possible_level(number: &Number, is_count: bool) -> Interval {
    let possible = if is_count { possible_count(number) } else { number.possible() };
    if number.value() >= 0.0 { Interval { low: possible.low.max(0.0), high: possible.high } } else { possible }
}

/// The percentages between two intervals whose base lies at or above zero.
fn percent_interval(from: Interval, to: Interval) -> Interval {
    // The least change has the greatest base, unless the level after is below zero.
    let least_base = if to.low >= 0.0 { from.high } else { from.low };
    let low = if least_base.is_infinite() { -100.0 } else { percent_or(least_base, to.low, f64::NEG_INFINITY) };
    let high = percent_or(from.low, to.high, f64::INFINITY);
    Interval { low, high }
}

fn percent_or(before: f64, after: f64, otherwise: f64) -> f64 {
    change::percent(before, after).unwrap_or(otherwise)
}

/// Slightly wider, so that a binary fraction such as 25.5 against 25.499… is no conflict.
pub(super) fn widened(interval: Interval) -> Interval {
    let slack = |end: f64| if end.is_finite() { end.abs().max(1.0) * 1e-9 } else { 0.0 };
    Interval { low: interval.low - slack(interval.low), high: interval.high + slack(interval.high) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::examples::{flow, indicator, pair_stated, stock};
    use crate::model::Measure;

    fn one(before: &str, after: &str, stated: &str) -> Reconciliation {
        let indicator = if stated.contains("pp") { indicator(Measure::Share, "%") } else { stock() };
        reconcile(&indicator, &pair_stated((before, "2010"), (after, "2017"), &[stated])).remove(0)
    }

    fn fits(before: &str, after: &str, stated: &str) -> bool {
        matches!(one(before, after, stated), Reconciliation::Fits { .. })
    }

    #[test]
    fn r5_what_rounding_and_bounds_leave_open_fits_and_no_more() {
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
        assert!((computed_low - 34.1557).abs() < 1e-4 && (computed_high - 34.1557).abs() < 1e-4);
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
    fn r5_whole_counts_are_exact() {
        for (before, after, stated, expected) in [
            ("10", "12", "rose 29%", false),
            ("10", "12", "rose 20%", true),
            ("100", "135", "rose 34%", false),
            ("3", "2", "fell 40%", false),
            ("3", "2", "fell 33%", true),
            ("10.0", "12.0", "rose 21%", true),
        ] {
            assert_eq!(fits(before, after, stated), expected, "{before} to {after}, {stated}");
        }
    }

    #[test]
    fn r3_r5_a_percentage_is_of_the_averages_or_of_the_counts() {
        let beside = |stated| {
            let published = pair_stated(("52", "2016"), ("81", "2017-04-01/2017-09-30"), &[stated]);
            reconcile(&flow(), &published).remove(0)
        };
        assert!(matches!(beside("rose 212%"), Reconciliation::Fits { .. }), "a source that compared averages is right");
        assert!(matches!(beside("rose 56%"), Reconciliation::FitsCounts { .. }));
        assert!(matches!(beside("rose 29"), Reconciliation::FitsCounts { .. }));
        assert!(matches!(beside("rose 90%"), Reconciliation::Conflicts { .. }));
    }

    #[test]
    fn r5_points_of_something_else_are_not_compared_with_a_count() {
        let published = pair_stated(("100", "2015"), ("80", "2016"), &["fell 3 pp"]);
        assert!(reconcile(&stock(), &published).is_empty());
    }

    #[test]
    fn r5_a_percentage_from_zero_can_not_be_checked() {
        assert!(matches!(one("0", "5", "rose 500%"), Reconciliation::NoBase { .. }));
        assert!(fits("0", "5", "rose 5"));
    }
}
