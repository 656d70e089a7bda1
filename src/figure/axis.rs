//! Axes with round, labelled values.
//!
//! Definition: ticks are whole multiples of a round step; their labels have as many decimals as the step has, so that no two of
//! them are alike and none is rounded. Zero is on every axis of levels and of changes, and 100 on every axis of index points.

use super::words;
use super::{Axis, Tick};
use crate::compare::ChangeScale;
use crate::compare::months::of_year;
use crate::model::Unit;
use crate::say;

/// Ticks are multiples of 1, 2, 2.5 or 5 times a power of ten, about this many of them.
const WANTED: f64 = 5.0;

/// Where before stands on an index axis.
const BEFORE: f64 = 100.0;

/// More decimals than this are not told apart by a 64-bit float.
const MOST_DECIMALS: usize = 15;

/// What may stand between two ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Between {
    /// Any number.
    Fractions,
    /// Whole numbers only: there is no half child.
    WholeNumbers,
}

/// An axis of levels in the indicator's unit: from zero, or from the lowest level below it, to the highest, or to zero.
pub fn of_levels(values: impl Iterator<Item = f64>, unit: &Unit) -> Axis {
    let (mut low, mut high, mut whole) = (0.0_f64, 0.0_f64, unit.is_counted());
    for value in values.filter(|v| v.is_finite()) {
        low = low.min(value);
        high = high.max(value);
        whole &= value.fract() == 0.0;
    }
    if low == 0.0 && high == 0.0 {
        high = 1.0;
    }
    let between = if whole { Between::WholeNumbers } else { Between::Fractions };
    // Where levels lie on both sides of zero, each side has a tick that says so.
    let step = step(low, high, between);
    if low < 0.0 && high > 0.0 {
        (low, high) = (low.min(-step), high.max(step));
    }
    axis((low, high), step, 0.0, |value, decimals| words::amount(value, decimals, unit))
}

/// An axis of index points, with 100 always on it and labelled: before.
pub fn of_index(values: impl Iterator<Item = f64>) -> Axis {
    let (mut low, mut high) = (BEFORE, BEFORE);
    for value in values.filter(|v| v.is_finite()) {
        low = low.min(value);
        high = high.max(value);
    }
    if low == BEFORE && high == BEFORE {
        (low, high) = (80.0, 120.0);
    }
    let mut axis = axis((low, high), step(low, high, Between::Fractions), BEFORE, words::plain);
    let apart = match axis.ticks.as_slice() {
        [first, second, ..] => second.at - first.at,
        _ => high - low,
    };
    // The base line is always told, and no other value crowds it.
    axis.ticks.retain(|tick| (tick.at - BEFORE).abs() > apart * 0.4);
    let place = axis.ticks.iter().position(|tick| tick.at > BEFORE).unwrap_or(axis.ticks.len());
    axis.ticks.insert(place, Tick { at: BEFORE, label: say!("axis-before-is-100").to_owned() });
    axis
}

/// An axis of changes in per cent, with zero always on it.
pub fn of_changes(values: impl Iterator<Item = f64>, scale: ChangeScale) -> Axis {
    let (mut low, mut high) = (0.0_f64, 0.0_f64);
    for value in values.filter(|v| v.is_finite()) {
        low = low.min(value);
        high = high.max(value);
    }
    if low == 0.0 && high == 0.0 {
        (low, high) = (-20.0, 20.0);
    }
    axis((low, high), step(low, high, Between::Fractions), 0.0, |value, decimals| {
        let sign = if value > 0.0 { "+" } else { "" };
        let number = format!("{sign}{}", words::plain(value, decimals));
        match scale {
            ChangeScale::Percent => say!("number-percent", number = number),
            ChangeScale::Points => number,
        }
    })
}

/// Years between two ticks of a line of time.
const YEARS: [i32; 7] = [1, 2, 5, 10, 20, 50, 100];
/// A line of time has at most so many ticks.
const MOST_YEARS: i32 = 6;

/// A line of time in months of the calendar, of whole years, with a tick where a year begins.
pub fn of_time(from: f64, to: f64) -> Axis {
    let year = |months: f64| (months - 1.0) / 12.0;
    let (first, last) = (year(from).floor() as i32, year(to).ceil() as i32);
    let last = last.max(first + 1);
    let step = YEARS.into_iter().find(|step| (last - first) / step < MOST_YEARS).unwrap_or(1000);
    let ticks = (first..=last)
        .filter(|year| year % step == 0)
        .map(|year| Tick { at: of_year(year), label: year.to_string() })
        .collect();
    Axis { low: of_year(first), high: of_year(last), base: of_year(first), ticks }
}

/// The distance of two ticks.
fn step(low: f64, high: f64, between: Between) -> f64 {
    let step = round_step((high - low) / WANTED);
    match between {
        Between::Fractions => step,
        // Of 2.5 to 2.
        Between::WholeNumbers => step.floor().max(1.0),
    }
}

fn axis((low, high): (f64, f64), step: f64, base: f64, label: impl Fn(f64, usize) -> String) -> Axis {
    let decimals = decimals_of(step);
    let (first, last) = ((low / step).ceil() as i64, (high / step).floor() as i64);
    let ticks = (first..=last)
        .map(|index| {
            let at = index as f64 * step;
            Tick { at, label: label(at, decimals) }
        })
        .collect();
    Axis { low, high, base, ticks }
}

/// As many decimals as a step has: 0 for 20, 2 for 0.05, 3 for 0.025.
fn decimals_of(step: f64) -> usize {
    let is_whole = |decimals: &usize| {
        let scaled = step * 10f64.powi(i32::try_from(*decimals).unwrap_or(i32::MAX));
        (scaled - scaled.round()).abs() < 1e-6 * scaled.max(1.0) && scaled.round() >= 1.0
    };
    (0..=MOST_DECIMALS).find(is_whole).unwrap_or(MOST_DECIMALS)
}

/// The round number nearest above `rough`.
fn round_step(rough: f64) -> f64 {
    if !rough.is_finite() || rough <= 0.0 {
        return 1.0;
    }
    let power = 10f64.powf(rough.log10().floor());
    let scaled = rough / power;
    let round = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().find(|r| scaled <= *r + 1e-9).unwrap_or(10.0);
    round * power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_start_at_zero_and_ticks_are_round() {
        let axis = of_levels([626.0, 780.0].into_iter(), &"children".into());
        assert!(axis.low.abs() < f64::EPSILON);
        let labels: Vec<_> = axis.ticks.iter().map(|t| t.label.as_str()).collect();
        assert_eq!(labels, ["0", "200", "400", "600"]);
    }

    #[test]
    fn levels_below_zero_have_their_ticks_below_zero() {
        let axis = of_levels([-0.5, -0.2, 0.1].into_iter(), &"points of a score".into());
        assert!((axis.low + 0.5).abs() < f64::EPSILON && (axis.high - 0.2).abs() < f64::EPSILON);
        assert_eq!(labels(&axis), ["\u{2212}0.4", "\u{2212}0.2", "0.0", "0.2"]);
        let all_below = of_levels([-30.0, -10.0].into_iter(), &"\u{a3}".into());
        assert!(all_below.high.abs() < f64::EPSILON);
        assert_eq!(labels(&all_below), ["\u{2212}\u{a3}30", "\u{2212}\u{a3}20", "\u{2212}\u{a3}10", "\u{a3}0"]);
        let millions = of_levels([-12e6, 2e6].into_iter(), &"\u{a3}".into());
        assert_eq!(labels(&millions), ["\u{2212}\u{a3}10m", "\u{2212}\u{a3}5m", "\u{a3}0", "\u{a3}5m"]);
    }

    #[test]
    fn ticks_have_as_many_decimals_as_their_step() {
        let rate = |values: [f64; 2]| labels(&of_levels(values.into_iter(), &"per child".into()));
        assert_eq!(rate([0.12, 0.18]), ["0.00", "0.05", "0.10", "0.15"]);
        assert_eq!(rate([0.012, 0.034]), ["0.00", "0.01", "0.02", "0.03"]);
        assert_eq!(rate([0.1, 0.12]), ["0.000", "0.025", "0.050", "0.075", "0.100"]);
        let changes = labels(&of_changes([0.03, -0.01].into_iter(), ChangeScale::Percent));
        assert_eq!(changes, ["\u{2212}0.01%", "0.00%", "+0.01%", "+0.02%", "+0.03%"]);
    }

    #[test]
    fn counts_have_whole_ticks_only() {
        let children = |values: &[f64]| labels(&of_levels(values.iter().copied(), &"children".into()));
        assert_eq!(children(&[0.0, 0.0]), ["0", "1"]);
        assert_eq!(children(&[1.0, 2.0]), ["0", "1", "2"]);
        assert_eq!(children(&[0.0, 12.0]), ["0", "2", "4", "6", "8", "10", "12"]);
        assert_eq!(children(&[0.4, 0.5]).last().map(String::as_str), Some("0.5"), "an average of a count");
    }

    #[test]
    fn no_two_ticks_of_an_axis_are_alike_whatever_its_values() {
        let units = ["children", "%", "\u{a3}", "\u{a3}m", "\u{a3}000", "per child", "score"];
        for exponent in -9..15 {
            for scale in [1.0, 1.3, 2.4, 4.9, 7.7, 9.99] {
                let most = scale * 10f64.powi(exponent);
                for (low, high) in
                    [(0.0, most), (-most, 0.0), (-most, most), (-most / 40.0, most), (most, most * 1.001)]
                {
                    for unit in units {
                        no_two_alike(&of_levels([low, high].into_iter(), &unit.into()));
                    }
                    no_two_alike(&of_changes([low, high].into_iter(), ChangeScale::Percent));
                    no_two_alike(&of_index([100.0 + low, 100.0 + high].into_iter()));
                }
            }
        }
    }

    fn no_two_alike(axis: &Axis) {
        let mut labels = labels(axis);
        assert!(labels.iter().all(|label| !label.contains("\u{2212}0") || label.contains("\u{2212}0.")), "{labels:?}");
        labels.sort();
        let all = labels.len();
        labels.dedup();
        assert_eq!(labels.len(), all, "{axis:?}");
    }

    fn labels(axis: &Axis) -> Vec<String> {
        axis.ticks.iter().map(|tick| tick.label.clone()).collect()
    }

    #[test]
    fn changes_have_zero_and_both_signs() {
        let axis = of_changes([-26.0, 17.0].into_iter(), ChangeScale::Percent);
        let labels: Vec<_> = axis.ticks.iter().map(|t| t.label.as_str()).collect();
        assert_eq!(labels, ["\u{2212}20%", "\u{2212}10%", "0%", "+10%"]);
    }

    #[test]
    fn an_index_axis_always_tells_where_before_stands() {
        for values in [vec![54.0, 84.5], vec![160.0], vec![9_900.0], vec![0.0, 133.0], Vec::new()] {
            let axis = of_index(values.into_iter());
            assert_eq!(
                axis.ticks.iter().filter(|t| (t.at - 100.0).abs() < 1e-9).map(|t| &t.label).collect::<Vec<_>>(),
                ["100 = before"]
            );
            assert!(axis.ticks.is_sorted_by(|a, b| a.at < b.at) && (axis.base - 100.0).abs() < 1e-9, "{axis:?}");
        }
    }

    #[test]
    fn nothing_to_measure_still_gives_an_axis() {
        assert!(of_levels(std::iter::empty(), &"x".into()).high > 0.0);
        assert!(of_changes([f64::NAN, 0.0].into_iter(), ChangeScale::Percent).ticks.len() > 2);
    }
}
