//! The change in per cent that is computed from two published levels, or the reason why there is none.
//!
//! Definition: (after ÷ before − 1) × 100, of the levels as printed, or of their averages a month where a flow was counted over
//! periods of different length (R3). It is computed from two levels only: never from a direction, and never from a change
//! that the source states (R1). From zero there is no percentage (R6); a negative base has none either. Nothing here is
//! NaN, because published numbers are finite.

use super::{bound::bound_of_change, change, flow};
use crate::model::{Bound, Indicator, Interval, Measure, Number, OpenSide, Published};
use crate::say;

/// A computed change in per cent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Computed {
    /// The change in per cent of the level before, unrounded; its bound stands beside it.
    Value(f64),
    /// Why there is none.
    None(NoPercent),
}

/// Why no change in per cent is computed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NoPercent {
    /// The source gives a change or a direction, and not both levels.
    LevelNotPublished,
    /// There are no two figures of the same thing: one level, a part of a whole, a series.
    NotAComparison,
    /// Grades are steps on a scale, not amounts (R8).
    Grades,
    /// The level before is zero (R6).
    ZeroBase,
    /// The level before is below zero.
    NegativeBase,
    /// A flow was counted over a time of unknown length (R3).
    LengthNotKnown,
    /// A level is suppressed.
    Suppressed,
    /// The words around the levels leave the change open.
    LevelsBounded,
    /// A level is a range, so that the change is one too: its two ends in per cent.
    Range {
        /// The lower end in per cent.
        low: f64,
        /// The upper end in per cent.
        high: f64,
    },
}

impl NoPercent {
    /// The reason as a sentence.
    pub fn sentence(self) -> String {
        match self {
            Self::LevelNotPublished => say!("computed-none-level-not-published").to_owned(),
            Self::NotAComparison => say!("computed-none-not-a-comparison").to_owned(),
            Self::Grades => say!("computed-none-grades").to_owned(),
            Self::ZeroBase => say!("computed-none-zero-base").to_owned(),
            Self::NegativeBase => say!("computed-none-negative-base").to_owned(),
            Self::LengthNotKnown => say!("computed-none-length-not-known").to_owned(),
            Self::Suppressed => say!("computed-none-suppressed").to_owned(),
            Self::LevelsBounded => say!("computed-none-levels-bounded").to_owned(),
            Self::Range { low, high } => say!("computed-none-range", low = signed(low), high = signed(high)),
        }
    }
}

impl Computed {
    /// The change in per cent; `None` where there is a reason instead.
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Value(percent) => Some(percent),
            Self::None(_) => None,
        }
    }

    /// Why there is no percentage; `None` where there is one.
    pub fn reason(self) -> Option<NoPercent> {
        match self {
            Self::Value(_) => None,
            Self::None(reason) => Some(reason),
        }
    }
}

/// A number with its sign and one decimal: "+34.2", "−5.0".
pub(super) fn signed(value: f64) -> String {
    format!("{value:+.1}").replace('-', "\u{2212}")
}

/// The computed change in per cent of one published account, with the bound that its levels leave (R4).
pub fn computed_percent(indicator: &Indicator, published: &Published) -> (Computed, Bound) {
    let none = |reason| (Computed::None(reason), Bound::Exactly);
    let (before, after) = match published {
        Published::Pair { before, after, .. } => (&before.number, &after.number),
        Published::Change { .. } | Published::Direction { .. } => return none(NoPercent::LevelNotPublished),
        Published::Rating { .. } | Published::SingleGrade(_) => return none(NoPercent::Grades),
        Published::Suppressed(_) => return none(NoPercent::Suppressed),
        Published::Part { .. } | Published::Single(_) | Published::Series { .. } => {
            return none(NoPercent::NotAComparison);
        }
    };
    if indicator.measure == Measure::Rating {
        return none(NoPercent::Grades);
    }
    // The averages differ from the levels by the lengths of the two periods, and so does the change of anything in between.
    let stretch = match flow::per_month(indicator, published) {
        Err(flow::LengthNotKnown) => return none(NoPercent::LengthNotKnown),
        Ok(None) => 1.0,
        Ok(Some(_)) => length_ratio(published).unwrap_or(1.0),
    };
    percent_of_numbers(before, after, stretch)
}

/// The change between two numbers whose second is multiplied by `stretch` to make the two comparable.
fn percent_of_numbers(before: &Number, after: &Number, stretch: f64) -> (Computed, Bound) {
    let none = |reason| (Computed::None(reason), Bound::Exactly);
    let base = before.value();
    if before.range_high().unwrap_or(base) == 0.0 {
        return none(NoPercent::ZeroBase);
    }
    if base < 0.0 {
        return none(NoPercent::NegativeBase);
    }
    let percent = |before: f64, after: f64| change::percent(before, after * stretch);
    if after.bound() == Bound::Exactly && after.value() == 0.0 {
        return (Computed::Value(-100.0), Bound::Exactly);
    }
    let range = || {
        let closed =
            |number: &Number| Interval { low: number.value(), high: number.range_high().unwrap_or(number.value()) };
        let open = |number: &Number| number.bound().side() != OpenSide::Neither;
        let a_range = before.range_high().is_some() || after.range_high().is_some();
        let (from, to) = (closed(before), closed(after));
        if !a_range || open(before) || open(after) || to.low < 0.0 {
            return None;
        }
        Some(NoPercent::Range { low: percent(from.high, to.low)?, high: percent(from.low, to.high)? })
    };
    // Below zero a larger base means a larger number, so that the bound would turn the other way.
    let told = bound_of_change(before, after).filter(|_| after.value() >= 0.0 || before.bound() == Bound::Exactly);
    match (told, percent(base, after.value())) {
        (Some(bound), Some(value)) => (Computed::Value(value), bound),
        (Some(_), None) => none(NoPercent::ZeroBase),
        (None, _) => none(range().unwrap_or(NoPercent::LevelsBounded)),
    }
}

/// Length before divided by length after, both in months.
fn length_ratio(published: &Published) -> Option<f64> {
    let Published::Pair { before, after, .. } = published else {
        return None;
    };
    Some(super::months::months_of(&before.period)? / super::months::months_of(&after.period)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::examples::{change_only, flow, pair, stock};

    fn percent(before: &str, after: &str) -> (Computed, Bound) {
        computed_percent(&stock(), &pair((before, "2015"), (after, "2016")))
    }

    #[test]
    fn r3_barnsley_is_compared_by_the_month() {
        let published = pair(("52", "2016-01-01/2016-12-31"), ("81", "2017-04-01/2017-09-30"));
        let (found, bound) = computed_percent(&flow(), &published);
        // 13.5 a month against 4.333…: +211.5%, and not the +55.8% of the raw counts.
        assert!((found.value().unwrap() - 211.538_461_538).abs() < 1e-6);
        assert_eq!(bound, Bound::Exactly);
    }

    #[test]
    fn r4_a_bounded_level_gives_a_bounded_percentage() {
        let (found, bound) = percent("71,800", "over 170,000");
        assert!((found.value().unwrap() - 136.768_802).abs() < 1e-5);
        assert_eq!(bound, Bound::Over);
        assert_eq!(percent("over 60", "30"), (Computed::Value(-50.0), Bound::Under));
        assert_eq!(percent("over 60", "over 30").0, Computed::None(NoPercent::LevelsBounded));
        assert_eq!(percent("over 60", "0"), (Computed::Value(-100.0), Bound::Exactly));
        assert_eq!(percent("50", "between 60 and 75").0, Computed::None(NoPercent::Range { low: 20.0, high: 50.0 }));
    }

    #[test]
    fn r6_from_zero_there_is_no_percentage_but_a_reason() {
        assert_eq!(percent("0", "5").0, Computed::None(NoPercent::ZeroBase));
        assert_eq!(percent("about 0", "5").0, Computed::None(NoPercent::ZeroBase));
        assert_eq!(percent("-2", "5").0, Computed::None(NoPercent::NegativeBase));
        assert_eq!(percent("between 0 and 2", "5").0, Computed::None(NoPercent::LevelsBounded));
    }

    #[test]
    fn r1_no_percentage_is_computed_from_a_stated_change() {
        let found = computed_percent(&stock(), &change_only(&["fell 25"], None)).0;
        assert_eq!(found, Computed::None(NoPercent::LevelNotPublished));
    }
}
