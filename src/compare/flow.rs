//! Flows over periods of different length, as an average a month (R3).
//!
//! Definition: average a month = count ÷ length in months ([`months_of`]). Only flows are averaged: never stocks, rates,
//! averages, shares or ratings, and never an unstated measure. Lengths within 2% are equal, and the levels then compare as
//! they are. A count of zero is an average of zero; a length is never zero or NaN, so that an average is always finite.

use thiserror::Error;

use super::months::{equal_lengths, months_of};
use crate::model::{Indicator, Level, Measure, Published};
use crate::say;

/// What the axis of levels counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum LevelScale {
    /// The indicator's unit.
    #[default]
    AsPublished,
    /// The indicator's unit a month, because the counts cover different lengths; every display of a level must say so (R3).
    AverageAMonth,
}

/// The two levels of a flow as averages, in the indicator's unit a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PerMonth {
    /// Average a month before; from a bound its printed number, from a range the middle.
    pub before: f64,
    /// Average a month after; from a bound its printed number, from a range the middle.
    pub after: f64,
}

/// Why a flow's levels can't be compared: at least one count covers an unknown length of time.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("{}", say!("caution-flow-length-not-known"))]
pub struct LengthNotKnown;

/// Whether the indicator adds up over time, so that a count over a longer time is larger: a flow, unless it is an average already
/// ("enquiries a month") or a part of a whole.
pub fn adds_up(indicator: &Indicator) -> bool {
    indicator.measure == Measure::Flow && !indicator.unit.is_per_time() && !indicator.is_share()
}

/// The averages a month of a flow counted over periods of different length.
///
/// `Ok(None)` where there is nothing to average: not a flow, not a pair of levels, or equal lengths.
///
/// # Errors
/// [`LengthNotKnown`] for a pair of a flow where either length is unknown: it has no percentage and no interval.
pub fn per_month(indicator: &Indicator, published: &Published) -> Result<Option<PerMonth>, LengthNotKnown> {
    if !adds_up(indicator) {
        return Ok(None);
    }
    let Published::Pair { before, after, .. } = published else {
        return Ok(None);
    };
    let (Some(months_before), Some(months_after)) = (months_of(&before.period), months_of(&after.period)) else {
        return Err(LengthNotKnown);
    };
    if equal_lengths(months_before, months_after) {
        return Ok(None);
    }
    Ok(Some(PerMonth { before: before.number.centre() / months_before, after: after.number.centre() / months_after }))
}

/// Whether the two figures cover different lengths of time and nothing says how the indicator behaves over time, so that
/// neither they nor their averages may be compared (R3).
pub fn lengths_differ_unsaid(indicator: &Indicator, before: &Level, after: &Level) -> bool {
    let adds_up = indicator.measure == Measure::NotStated && !indicator.unit.is_per_time() && !indicator.is_share();
    let lengths = (months_of(&before.period), months_of(&after.period));
    adds_up && matches!(lengths, (Some(before), Some(after)) if !equal_lengths(before, after))
}

/// One level as an average a month; `None` where it is no flow or its length is not known.
pub fn average_a_month(indicator: &Indicator, level: &Level) -> Option<f64> {
    if !adds_up(indicator) {
        return None;
    }
    Some(level.number.centre() / months_of(&level.period)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::examples::{flow, indicator, pair};

    #[test]
    fn r3_fostering_enquiries_are_averaged_over_unequal_periods() {
        let published = pair(("52", "2016-01-01/2016-12-31"), ("81", "2017-04-01/2017-09-30"));
        let averages = per_month(&flow(), &published).unwrap().unwrap();
        assert!((averages.before - 52.0 / 12.0).abs() < 1e-12);
        assert!((averages.after - 13.5).abs() < 1e-12);
    }

    #[test]
    fn r3_equal_lengths_compare_as_they_are() {
        for (before, after) in [("2015", "2016"), ("12 months", "365 days"), ("2016/17", "2017-01/2017-12")] {
            assert_eq!(per_month(&flow(), &pair(("52", before), ("81", after))), Ok(None), "{before} {after}");
        }
    }

    #[test]
    fn r3_a_flow_of_unknown_length_is_not_compared() {
        for (before, after) in [("not stated", "2016"), ("2016", "since 2017"), ("2016-03-31", "2017-03-31")] {
            let found = per_month(&flow(), &pair(("52", before), ("81", after)));
            assert_eq!(found, Err(LengthNotKnown), "{before} {after}");
        }
    }

    #[test]
    fn r3_only_flows_are_spread_over_time() {
        let published = pair(("52", "2016"), ("81", "2017-04/2017-09"));
        for measure in Measure::ALL.into_iter().filter(|measure| *measure != Measure::Flow) {
            assert_eq!(per_month(&indicator(measure, "children"), &published), Ok(None), "{measure:?}");
        }
    }
}
