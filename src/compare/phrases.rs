//! Numbers with their bounds and units, changes, and lists, as parts of sentences.
//!
//! The words are those of the current edition. The caller decides on decimals and commas; a bound is never lost (R4). No
//! arithmetic.

use crate::model::{Bound, Change, ChangeUnit, Direction, Missing, Number, Unit};
use crate::say;
use crate::words::{number_of, thousands};

use super::singular;

/// What an amount is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountUnit<'a> {
    /// Per cent.
    Percent,
    /// Percentage points.
    Points,
    /// The indicator's unit; nothing where it is empty.
    Named(&'a str),
}

impl<'a> AmountUnit<'a> {
    /// The unit of a stated change, in its own words.
    pub fn of(stated: &Change, indicators: &'a Unit) -> Self {
        match stated.unit {
            ChangeUnit::Percent => Self::Percent,
            ChangeUnit::Points => Self::Points,
            // A percentage added to a share is in percentage points.
            ChangeUnit::Unit if indicators.is_share() => Self::Points,
            ChangeUnit::Unit => Self::Named(indicators.as_str()),
        }
    }

    /// With its unit: "5%", "5 percentage points", "5 children".
    pub fn amount(self, number: &str) -> String {
        match self {
            Self::Percent => say!("number-percent", number = number),
            Self::Points => say!("number-points", n = number_of(number), number = number),
            Self::Named("") => number.to_owned(),
            Self::Named(unit) => {
                say!("number-of-unit", number = number, unit = singular::unit_of(number, unit).as_ref())
            }
        }
    }
}

/// A number as it was written, with the bound around it: "52", "over 60", "between 33 and 67".
pub fn bounded(number: &Number, write: impl Fn(f64) -> String) -> String {
    match number.range_high() {
        Some(high) if number.bound() == Bound::Between => between(&write(number.value()), &write(high)),
        _ => number.bound().phrase(&write(number.value())),
    }
}

/// "between 33 and 67".
pub fn between(low: &str, high: &str) -> String {
    say!("number-between", low = low, high = high)
}

/// "fell", "rose", "stable".
pub fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Fell => say!("number-fell"),
        Direction::Rose => say!("number-rose"),
        Direction::Stable => say!("number-stable"),
    }
}

/// A change with its amount: "fell over 60%".
pub fn moved(direction: Direction, amount: &str) -> String {
    match direction {
        Direction::Fell => say!("number-fell-amount", amount = amount),
        Direction::Rose => say!("number-rose-amount", amount = amount),
        Direction::Stable => say!("number-stable-amount", amount = amount),
    }
}

/// A stated change as it was printed: "fell over 60%", "rose 29 children"; the name of the unit may be empty.
pub fn stated(change: &Change, unit: &Unit) -> String {
    let number = as_printed(&change.by);
    let amount = match change.unit {
        ChangeUnit::Points => say!("number-points-short", number = number),
        ChangeUnit::Percent | ChangeUnit::Unit => AmountUnit::of(change, unit).amount(&number),
    };
    moved(change.direction, &amount)
}

/// A number with the decimals it was printed with, and its bound: "over 60".
pub fn as_printed(number: &Number) -> String {
    let decimals = usize::from(number.decimals());
    bounded(number, |value| format!("{value:.decimals$}"))
}

/// Why a value is missing.
pub fn missing(reason: Missing) -> &'static str {
    match reason {
        Missing::NotPublished => say!("number-not-published"),
        Missing::Suppressed => say!("number-suppressed"),
        Missing::NotApplicable => say!("number-not-applicable"),
        Missing::RoundsToZero => say!("number-rounds-to-zero"),
        Missing::LowReliability => say!("number-low-reliability"),
    }
}

/// "a, b, c".
pub fn by_commas(items: &[String]) -> String {
    items.join(say!("list-comma"))
}

/// "a; b; c", of items that may hold commas.
pub fn by_semicolons<T: AsRef<str>>(items: &[T]) -> String {
    items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(say!("list-semicolon"))
}

/// "a, b and c"; `None` of nothing.
pub fn all_of(items: &[String]) -> Option<String> {
    match items.split_last()? {
        (only, []) => Some(only.clone()),
        (last, others) => Some(say!("list-and", others = by_commas(others), last = last.as_str())),
    }
}

/// A computed change between two ends: "a rise of 34.2%", "a fall of between 50.0% and 67.0%", "anything between a fall of 5.0% and a
/// rise of 3.0%", "a rise of at least 140.0%".
pub fn computed_change(low: f64, high: f64, unit: AmountUnit<'_>) -> String {
    // Adding zero turns −0 into 0.
    let round = |value: f64| (value * 10.0).round() / 10.0 + 0.0;
    let (low, high) = (round(low), round(high));
    // Per cent always has one decimal; a count has no more than its levels have.
    let number = |value: f64| {
        let written = if unit == AmountUnit::Percent { format!("{:.1}", value.abs()) } else { value.abs().to_string() };
        with_thousands(&written)
    };
    let amount = |value: f64| unit.amount(&number(value));
    if low < 0.0 && high > 0.0 {
        return match (low.is_finite(), high.is_finite()) {
            (true, true) => say!("number-computed-fall-to-rise", fall = amount(low), rise = amount(high)),
            (true, false) => say!("number-computed-above-fall", fall = amount(low)),
            (false, true) => say!("number-computed-below-rise", rise = amount(high)),
            (false, false) => say!("number-computed-uncertain").to_owned(),
        };
    }
    let falls = high <= 0.0 && low < 0.0;
    let (near, far) = if falls { (high, low) } else { (low, high) };
    if !far.is_finite() {
        return if falls {
            say!("number-computed-fall-at-least", amount = amount(near))
        } else {
            say!("number-computed-rise-at-least", amount = amount(near))
        };
    }
    if near.total_cmp(&far).is_eq() {
        return match near {
            0.0 => say!("number-computed-no-change").to_owned(),
            _ if falls => say!("number-computed-fall", amount = amount(near)),
            _ => say!("number-computed-rise", amount = amount(near)),
        };
    }
    let near = if unit == AmountUnit::Percent { amount(near) } else { number(near) };
    if falls {
        say!("number-computed-fall-between", near = near, far = amount(far))
    } else {
        say!("number-computed-rise-between", near = near, far = amount(far))
    }
}

/// Commas between thousands of every whole number in a phrase: "rose 24000 children" is "rose 24,000 children".
pub fn with_thousands(phrase: &str) -> String {
    let (mut written, mut rest) = (String::new(), phrase);
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        let (digits, after) = from.split_at(from.find(|c: char| !c.is_ascii_digit()).unwrap_or(from.len()));
        written.push_str(before);
        // Decimals behind a point get no commas.
        let is_whole = !written.ends_with('.');
        written.push_str(&if is_whole { thousands(digits) } else { digits.to_owned() });
        rest = after;
    }
    written + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_point_is_no_points() {
        for (number, words) in [
            ("1", "1 percentage point"),
            ("over 1", "over 1 percentage point"),
            ("2", "2 percentage points"),
            ("1.0", "1.0 percentage points"),
            ("between 0 and 1", "between 0 and 1 percentage points"),
            ("\u{2212}1", "\u{2212}1 percentage point"),
            ("1,001", "1,001 percentage points"),
        ] {
            assert_eq!(AmountUnit::Points.amount(number), words);
        }
    }

    #[test]
    fn thousands_have_commas_and_decimals_have_none() {
        for (plain, written) in [
            ("rose 24000 children", "rose 24,000 children"),
            ("fell 15.5%", "fell 15.5%"),
            ("1234567.8901", "1,234,567.8901"),
            ("between 900 and 1200", "between 900 and 1,200"),
        ] {
            assert_eq!(with_thousands(plain), written);
        }
    }

    #[test]
    fn r5_a_computed_change_is_told_in_words() {
        for (low, high, words) in [
            (34.15, 34.16, "a rise of 34.2%"),
            (-34.16, -34.15, "a fall of 34.2%"),
            (-67.0, -50.0, "a fall of between 50.0% and 67.0%"),
            (136.8, f64::INFINITY, "a rise of at least 136.8%"),
            (f64::NEG_INFINITY, -60.0, "a fall of at least 60.0%"),
            (-5.0, 3.0, "anything between a fall of 5.0% and a rise of 3.0%"),
            (0.0, 0.0, "no change"),
            (-0.01, 0.01, "no change"),
        ] {
            assert_eq!(computed_change(low, high, AmountUnit::Percent), words);
        }
        assert_eq!(computed_change(28.0, 30.0, AmountUnit::Named("children")), "a rise of between 28 and 30 children");
    }
}
