//! Changes and averages in words: what was worked out from two levels, always with its bound and with the decimals that tell it from
//! nothing (R1, R4).
//!
//! Stated changes are written by [`super::words`]; which of the two stands where is for [`Comparison::shown_change`].

use crate::compare::months::months_of;
use crate::compare::phrases::{between, bounded, by_commas};
use crate::compare::{ChangeScale, Comparison, ComputedChange};
use crate::model::{Level, Unit};
use crate::say;
use crate::words::number_of;

use super::words;

/// The computed change with its bound: "over +136.8%", "+5 points", "between −16.7% and +25.0%"; `None` where none was computed.
pub fn computed(comparison: &Comparison<'_>) -> Option<String> {
    Some(of_levels(comparison, comparison.computed_change()?))
}

/// A computed change of this outcome in words.
pub fn of_levels(comparison: &Comparison<'_>, change: ComputedChange) -> String {
    let write = |value: f64| match comparison.change_scale {
        ChangeScale::Percent => words::percent(value),
        ChangeScale::Points => in_points(value, decimals(comparison)),
    };
    match change {
        ComputedChange::Value(value, bound) => bound.phrase(&write(value)),
        ComputedChange::Range(low, high) => between(&write(low), &write(high)),
    }
}

/// "+5 points", "+0.03 points".
pub fn in_points(value: f64, decimals: usize) -> String {
    let number = words::signed(value, decimals);
    say!("change-in-points", n = number_of(&number), number = number)
}

/// Every stated change in words: "−12%, +5".
pub fn all_stated(comparison: &Comparison<'_>) -> String {
    let unit = &comparison.located.indicator.unit;
    by_commas(&comparison.stated.iter().map(|change| words::change(change, unit)).collect::<Vec<_>>())
}

/// All that is stated where it can't be right as it stands, and why no mark stands for it (R5).
pub fn contradiction(comparison: &Comparison<'_>) -> String {
    let stated = all_stated(comparison);
    if comparison.before().is_some() && comparison.after().is_some() {
        say!("figure-stated-does-not-fit", n = comparison.stated.len(), stated = stated)
    } else {
        say!("figure-contradicts-itself", stated = stated)
    }
}

/// After minus before in the indicator's unit, with its sign and bound: "over +4", "−£1.2m"; `None` where there is none.
pub fn difference(comparison: &Comparison<'_>) -> Option<String> {
    let difference = comparison.difference?;
    let amount = words::amount(difference, decimals(comparison), &comparison.located.indicator.unit);
    let sign = if difference > 0.0 { "+" } else { "" };
    Some(comparison.computed_bound.phrase(&format!("{sign}{amount}")))
}

/// As many decimals as the two levels were printed with.
pub fn decimals(comparison: &Comparison<'_>) -> usize {
    let levels = [comparison.before(), comparison.after()];
    levels.into_iter().flatten().map(|level| usize::from(level.number.decimals())).max().unwrap_or_default()
}

/// A level as an average a month with its bound: "over 5", "between 1.7 and 3.3"; `None` where its length is not known.
pub fn average(level: &Level, unit: &Unit) -> Option<String> {
    let months = months_of(&level.period)?;
    Some(bounded(&level.number, |value| words::computed_amount(value / months, unit)))
}

/// Both levels as averages a month with their bounds; `None` where they are not compared that way.
pub fn averages(comparison: &Comparison<'_>) -> Option<(String, String)> {
    comparison.per_month?;
    let unit = &comparison.located.indicator.unit;
    Some((average(comparison.before()?, unit)?, average(comparison.after()?, unit)?))
}
