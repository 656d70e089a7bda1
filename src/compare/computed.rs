//! The change that is computed from two published levels, or the reason why there is none.
//!
//! Definition: (after ÷ before − 1) × 100, of the levels as printed, or of their averages a month where a flow was counted
//! over periods of different length (R3). Only two levels give it: never a direction, and never a change that the source
//! states (R1). For a share it is after − before, in percentage points. From zero there is no percentage (R6); a negative
//! base has none either. Nothing here is NaN, because published numbers are finite.

use super::{
    bound::{Bounded, bounded_change},
    change, flow,
};
use crate::model::{Bound, Change, ChangeUnit, Indicator, Measure, Number, Published};
use crate::say;

/// A computed change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Computed {
    /// The change, unrounded, in per cent of the level before or, for a share, in percentage points; its bound is beside it.
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
    /// The two figures cover different lengths of time, and nothing says whether they add up over time.
    LengthsDiffer,
    /// A level is suppressed.
    Suppressed,
    /// The words around the levels leave the change open.
    LevelsBounded,
    /// A level is a range, so the change is one too: its two ends in per cent.
    Range {
        /// The lower end in per cent.
        low: f64,
        /// The upper end in per cent.
        high: f64,
    },
}

impl NoPercent {
    /// The reason as a sentence.
    pub fn describe(self) -> String {
        match self {
            Self::LevelNotPublished => say!("computed-none-level-not-published").to_owned(),
            Self::NotAComparison => say!("computed-none-not-a-comparison").to_owned(),
            Self::Grades => say!("computed-none-grades").to_owned(),
            Self::ZeroBase => say!("computed-none-zero-base").to_owned(),
            Self::NegativeBase => say!("computed-none-negative-base").to_owned(),
            Self::LengthNotKnown => say!("computed-none-length-not-known").to_owned(),
            Self::LengthsDiffer => say!("computed-none-lengths-differ").to_owned(),
            Self::Suppressed => say!("computed-none-suppressed").to_owned(),
            Self::LevelsBounded => say!("computed-none-levels-bounded").to_owned(),
            Self::Range { low, high } => say!("computed-none-range", low = signed(low), high = signed(high)),
        }
    }

    /// The reason, short enough for a small figure.
    pub fn in_short(self) -> &'static str {
        match self {
            Self::LevelNotPublished | Self::NotAComparison => say!("computed-short-not-published"),
            Self::Grades => say!("computed-short-grades"),
            Self::ZeroBase => say!("computed-short-zero-base"),
            Self::NegativeBase => say!("computed-short-negative-base"),
            Self::LengthNotKnown => say!("computed-short-length-not-known"),
            Self::LengthsDiffer => say!("computed-short-lengths-differ"),
            Self::Suppressed => say!("computed-short-suppressed"),
            Self::LevelsBounded | Self::Range { .. } => say!("computed-short-levels-bounded"),
        }
    }
}

impl Computed {
    /// The change; `None` where there is a reason instead.
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

/// What a change is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum ChangeScale {
    /// Per cent of the level before.
    #[default]
    Percent,
    /// Percentage points, for parts of a whole: a percentage of a percentage would mislead.
    Points,
}

impl ChangeScale {
    /// The scale for one published account. A share whose source gives only a change in per cent keeps per cent.
    pub fn of(indicator: &Indicator, published: &Published) -> Self {
        let is_in_percent = |change: &Change| change.unit == ChangeUnit::Percent;
        let in_percent_only = matches!(published, Published::Change { stated, .. } if stated.iter().all(is_in_percent));
        if indicator.is_share() && !in_percent_only { Self::Points } else { Self::Percent }
    }

    /// Whether a stated change is on this scale. A share's unit is per cent, so an amount in it is in points.
    pub fn holds(self, change: &Change, indicator: &Indicator) -> bool {
        match (self, change.unit) {
            (Self::Percent, ChangeUnit::Percent) | (Self::Points, ChangeUnit::Points) => true,
            (Self::Points, ChangeUnit::Unit) => indicator.is_share(),
            (Self::Percent, ChangeUnit::Points | ChangeUnit::Unit) | (Self::Points, ChangeUnit::Percent) => false,
        }
    }
}

/// The change computed from one published account, in per cent or, for a share, in percentage points, with the bound from
/// its levels (R4).
pub fn computed_change(indicator: &Indicator, published: &Published) -> (Computed, Bound) {
    let none = |reason| (Computed::None(reason), Bound::Exactly);
    let (level_before, level_after) = match published {
        Published::Pair { before, after, .. } => (before, after),
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
    let (before, after) = (&level_before.number, &level_after.number);
    if indicator.is_share() {
        return within_bounds(before, after, change::difference);
    }
    if flow::lengths_differ_unsaid(indicator, level_before, level_after) {
        return none(NoPercent::LengthsDiffer);
    }
    // The averages differ from the levels by the lengths of the two periods, and so does the change of anything in between.
    let stretch = match flow::per_month(indicator, published) {
        Err(flow::LengthNotKnown) => return none(NoPercent::LengthNotKnown),
        Ok(None) => 1.0,
        Ok(Some(_)) => length_ratio(published).unwrap_or(1.0),
    };
    percent_of_numbers(before, after, stretch)
}

/// The change between two numbers; `stretch` multiplies the second to make them comparable.
fn percent_of_numbers(before: &Number, after: &Number, stretch: f64) -> (Computed, Bound) {
    let none = |reason| (Computed::None(reason), Bound::Exactly);
    let base = before.value();
    if before.range_high().unwrap_or(base) == 0.0 {
        return none(NoPercent::ZeroBase);
    }
    if base < 0.0 {
        return none(NoPercent::NegativeBase);
    }
    if after.bound() == Bound::Exactly && after.value() == 0.0 {
        return (Computed::Value(-100.0), Bound::Exactly);
    }
    // Below zero a larger base means a larger number, so that the bound would turn the other way.
    if after.value() < 0.0 && before.bound() != Bound::Exactly {
        return none(NoPercent::LevelsBounded);
    }
    within_bounds(before, after, |before, after| change::percent(before, after * stretch))
}

/// The change within the bounds of its levels; none if zero is the only base they allow.
fn within_bounds(before: &Number, after: &Number, change: impl Fn(f64, f64) -> Option<f64>) -> (Computed, Bound) {
    match bounded_change(before, after, change) {
        Some(Bounded::Value(value, bound)) => (Computed::Value(value), bound),
        Some(Bounded::Range { low, high }) => (Computed::None(NoPercent::Range { low, high }), Bound::Exactly),
        Some(Bounded::Open) => (Computed::None(NoPercent::LevelsBounded), Bound::Exactly),
        // A range that begins at zero has no percentage at one end.
        None if before.range_high().is_some() => (Computed::None(NoPercent::LevelsBounded), Bound::Exactly),
        None => (Computed::None(NoPercent::ZeroBase), Bound::Exactly),
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
        computed_change(&stock(), &pair((before, "2015"), (after, "2016")))
    }

    #[test]
    fn r3_barnsley_is_compared_by_the_month() {
        let published = pair(("52", "2016-01-01/2016-12-31"), ("81", "2017-04-01/2017-09-30"));
        let (found, bound) = computed_change(&flow(), &published);
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
    fn r6_a_change_has_a_number_or_the_reason_why_not() {
        let told = |before: &str, after: &str| {
            let found = percent(before, after).0;
            (found.value(), found.reason())
        };
        assert_eq!(told("50", "60"), (Some(20.0), None));
        assert_eq!(told("0", "5"), (None, Some(NoPercent::ZeroBase)));
        assert_eq!(told("over 60", "over 30"), (None, Some(NoPercent::LevelsBounded)));
    }

    #[test]
    fn r4_a_range_is_told_with_the_sign_of_each_end() {
        let sentence = percent("50", "between 45 and 67.1").0.reason().unwrap().describe();
        assert!(sentence.contains("\u{2212}10.0") && sentence.contains("+34.2"), "{sentence}");
    }

    #[test]
    fn r1_no_percentage_is_computed_from_a_stated_change() {
        let found = computed_change(&stock(), &change_only(&["fell 25"], None)).0;
        assert_eq!(found, Computed::None(NoPercent::LevelNotPublished));
    }

    #[test]
    fn r7_changes_of_a_share_are_counted_in_points() {
        let share = crate::compare::examples::indicator(Measure::Share, "%");
        let levels = pair(("40", "2015"), ("30", "2016"));
        assert_eq!(ChangeScale::of(&share, &levels), ChangeScale::Points);
        assert_eq!(ChangeScale::of(&share, &change_only(&["fell 10 pp"], None)), ChangeScale::Points);
        assert_eq!(ChangeScale::of(&share, &change_only(&["fell 25%"], None)), ChangeScale::Percent);
        assert_eq!(ChangeScale::of(&stock(), &levels), ChangeScale::Percent);
    }
}
