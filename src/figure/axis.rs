//! Axes with round, labelled values.

use super::words;
use super::{Axis, Tick};
use crate::compare::ChangeScale;
use crate::model::Unit;
use crate::say;

/// Ticks are multiples of 1, 2, 2.5 or 5 times a power of ten, about this many of them.
const WANTED: f64 = 5.0;

/// Where before stands on an index axis.
const BEFORE: f64 = 100.0;

/// An axis of levels: from zero to the highest, in the indicator's unit.
pub fn of_levels(values: impl Iterator<Item = f64>, unit: &Unit) -> Axis {
    let high = values.filter(|v| v.is_finite()).fold(0.0, f64::max);
    let high = if high > 0.0 { high } else { 1.0 };
    axis(0.0, high, 0.0, |value, decimals| words::amount(value, decimals, unit))
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
    let mut axis = axis(low, high, BEFORE, words::plain);
    let step = match axis.ticks.as_slice() {
        [first, second, ..] => second.at - first.at,
        _ => high - low,
    };
    // The base line is always told, and no other value crowds it.
    axis.ticks.retain(|tick| (tick.at - BEFORE).abs() > step * 0.4);
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
    axis(low, high, 0.0, |value, decimals| {
        let sign = if value > 0.0 { "+" } else { "" };
        let number = format!("{sign}{}", words::plain(value, decimals));
        match scale {
            ChangeScale::Percent => say!("number-percent", number = number),
            ChangeScale::Points => number,
        }
    })
}

fn axis(low: f64, high: f64, base: f64, label: impl Fn(f64, usize) -> String) -> Axis {
    let step = round_step((high - low) / WANTED);
    let decimals = usize::from(step < 1.0 || (step - step.round()).abs() > 1e-9);
    let (first, last) = ((low / step).ceil() as i64, (high / step).floor() as i64);
    let ticks = (first..=last)
        .map(|index| {
            let at = index as f64 * step;
            Tick { at, label: label(at, decimals) }
        })
        .collect();
    Axis { low, high, base, ticks }
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
