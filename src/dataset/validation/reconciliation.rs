//! R5: can a published change be reconciled with the published levels, within rounding and bounds?
//!
//! Percentage change is (after − before) ÷ before × 100. Before and after are intervals, as [`Number::possible`] leaves them;
//! the change is then an interval too, with its ends where after ÷ before is smallest and largest. It meets the interval of
//! the stated change, or it does not. From a base of zero, or one that may be negative,
//! nothing is refuted. An end that is not finite
//! refutes nothing on its side, and NaN (∞ ÷ ∞) is taken as such an end.

use crate::model::{Change, ChangeUnit, Interval, Measure, Number};

const EVERYTHING: Interval = Interval { low: f64::NEG_INFINITY, high: f64::INFINITY };

/// Whether the stated change may be true of the two levels.
pub(super) fn reconciles(before: &Number, after: &Number, stated: &Change, measure: Measure) -> bool {
    let (from, to) = (level(before, measure), level(after, measure));
    let possible = match stated.unit {
        ChangeUnit::Percent if before.value() == 0.0 => EVERYTHING,
        ChangeUnit::Percent => percent(from, to),
        ChangeUnit::Unit | ChangeUnit::Points => Interval { low: to.low - from.high, high: to.high - from.low },
    };
    // "Under 5%" leaves the far end open, but the direction was stated.
    let by = stated.by.possible();
    let by = Interval { low: by.low.max(0.0), high: by.high };
    let claimed = if stated.direction.sign() < 0.0 { by.negated() } else { by };
    // Half a unit of the last digit is not always exact in binary: 33.85 − 0.005 must still touch 33.845.
    let slack = 1e-9 * (1.0 + stated.by.value().abs());
    Interval { low: claimed.low - slack, high: claimed.high + slack }.meets(possible)
}

/// What a level can be: counts, rates and shares are never below zero.
fn level(number: &Number, measure: Measure) -> Interval {
    let Interval { low, high } = number.possible();
    let never_negative = matches!(measure, Measure::Flow | Measure::Stock | Measure::Rate | Measure::Share);
    if never_negative && number.value() >= 0.0 { Interval { low: low.max(0.0), high } } else { Interval { low, high } }
}

fn percent(before: Interval, after: Interval) -> Interval {
    if before.low < 0.0 || before.high <= 0.0 {
        return EVERYTHING;
    }
    let low = after.low / if after.low >= 0.0 { before.high } else { before.low };
    let high = after.high / if after.high >= 0.0 { before.low } else { before.high };
    let or = |ratio: f64, end: f64| if ratio.is_nan() { end } else { (ratio - 1.0) * 100.0 };
    Interval { low: or(low, f64::NEG_INFINITY), high: or(high, f64::INFINITY) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(before: &str, after: &str, stated: &str) -> bool {
        let number = |text: &str| Number::parse(text).unwrap();
        reconciles(&number(before), &number(after), &Change::parse(stated).unwrap(), Measure::Stock)
    }

    #[test]
    fn r5_a_change_that_fits_within_rounding_and_bounds_is_no_caution() {
        for (before, after, stated) in [
            ("71800", "over 170000", "rose 140%"),
            ("52", "81", "rose 29"),
            ("52", "81", "rose 56%"),
            ("62420", "83740", "rose 34.2%"),
            ("62420", "83740", "rose over 30%"),
            ("about 110", "nearly 60", "fell about 45%"),
            ("0", "5", "rose 500%"),
            ("under 10", "20", "rose 400%"),
            ("40", "under 20", "fell over 60%"),
            ("65", "60", "fell 5 pp"),
            ("over 100", "over 100", "fell 99%"),
        ] {
            assert!(fits(before, after, stated), "{before} to {after}, {stated}");
        }
    }

    #[test]
    fn r5_a_change_that_does_not_fit_is_told() {
        for (before, after, stated) in [
            ("62420", "83740", "rose 26%"),
            ("52", "81", "fell 29"),
            ("52", "81", "fell 56%"),
            ("52", "81", "rose 27"),
            ("71800", "over 170000", "rose 130%"),
            ("100", "under 50", "fell 40%"),
            ("65", "60", "fell 9 pp"),
        ] {
            assert!(!fits(before, after, stated), "{before} to {after}, {stated}");
        }
    }
}
