//! A cell as a value: a number in any usual writing, or a symbol.

use std::borrow::Cow;

use crate::model::{MOST_DIGITS, StatisticValue};

/// How a number was written, where it was not by plain digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a sign that may stand at a number beside any other")]
pub(super) struct NumberWriting {
    /// In brackets: below zero.
    pub(super) is_bracketed: bool,
    /// With a sign for per cent.
    pub(super) has_percent: bool,
    /// With a sign for pounds.
    pub(super) has_pounds: bool,
    /// What it is multiplied by: thousand, million, billion; 0 where it is written in full.
    pub(super) power: u8,
    /// Marks of footnotes stand behind it.
    pub(super) has_mark: bool,
    /// It has more digits than are kept, and was rounded.
    pub(super) is_rounded: bool,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum CellReading<'a> {
    /// Nothing.
    Nothing,
    /// A number.
    Number(StatisticValue, NumberWriting),
    /// Something else.
    Symbol(&'a str),
}

/// Reads a cell.
pub(super) fn read(text: &str) -> CellReading<'_> {
    if text.is_empty() {
        return CellReading::Nothing;
    }
    if let Some(value) = StatisticValue::of_plain(text) {
        return CellReading::Number(value, NumberWriting::default());
    }
    match written(text) {
        Some((value, writing)) => CellReading::Number(value, writing),
        None => CellReading::Symbol(text),
    }
}

/// A number in a writing other than plain digits.
fn written(text: &str) -> Option<(StatisticValue, NumberWriting)> {
    let mut writing = NumberWriting::default();
    let mut rest = text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{202f}');
    if let Some(inner) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        writing.is_bracketed = true;
        rest = inner.trim();
    }
    let mut is_negative = writing.is_bracketed;
    if let Some(inner) = rest.strip_prefix(['-', '\u{2212}']) {
        is_negative = !is_negative;
        rest = inner.trim_start();
    }
    rest = rest.strip_prefix('+').unwrap_or(rest);
    if let Some(inner) = rest.strip_prefix('£') {
        writing.has_pounds = true;
        rest = inner.trim_start();
    }
    if !rest.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let is_number =
        |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let end = rest.find(|letter: char| !is_number(letter)).unwrap_or(rest.len());
    let (number, tail) = rest.split_at_checked(end)?;
    let number = number.trim_end_matches(['\u{a0}', '\u{202f}', '\u{2009}']);
    let tail = tail.trim().to_lowercase();
    match tail.as_str() {
        "" => {}
        "%" | "per cent" => writing.has_percent = true,
        "k" if writing.has_pounds => writing.power = 3,
        "m" | "million" if writing.has_pounds => writing.power = 6,
        "bn" | "billion" if writing.has_pounds => writing.power = 9,
        exponent if exponent.starts_with('e') && exponent.len() > 1 => {
            let value = format!("{number}{exponent}").parse::<f64>().ok().filter(|value| value.is_finite())?;
            return Some((rounded(&format!("{value}"), is_negative, &mut writing)?, writing));
        }
        mark if is_mark(mark) => writing.has_mark = true,
        _ => return None,
    }
    let digits = grouped(number)?;
    let sign = if is_negative { "-" } else { "" };
    let value = match StatisticValue::of_plain(&format!("{sign}{digits}")) {
        Some(value) => value,
        None => rounded(&digits, is_negative, &mut writing)?,
    };
    Some((value, writing))
}

/// Marks of footnotes and revisions behind a number.
fn is_mark(tail: &str) -> bool {
    let inner = tail.trim_matches(['(', ')', '[', ']', ' ']);
    let is_sign = |letter: char| {
        matches!(letter, '*' | '^' | '~' | '\u{2020}' | '\u{2021}' | '#' | '\u{b9}' | '\u{b2}' | '\u{b3}')
    };
    matches!(inner, "r" | "p" | "e" | "b" | "revised" | "provisional" | "estimate")
        || (!tail.is_empty() && tail.chars().all(is_sign))
        || (tail.starts_with('[') && tail.ends_with(']') && inner.starts_with("note"))
}

/// Digits without what groups them: "1,234.5", "1 234". `None` where the groups are no thousands.
fn grouped(number: &str) -> Option<Cow<'_, str>> {
    let is_group = |letter: char| matches!(letter, ',' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    if !number.contains(is_group) {
        return Some(Cow::Borrowed(number));
    }
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let mut groups = whole.split(is_group);
    let first = groups.next()?;
    if !(1..=3).contains(&first.len()) || !groups.all(|group| group.len() == 3) || fraction.contains(is_group) {
        return None;
    }
    Some(Cow::Owned(number.chars().filter(|letter| !is_group(*letter)).collect()))
}

/// A number of too many digits, as spreadsheets keep 0.1 and 0.2 together, at the digits that are kept.
fn rounded(digits: &str, is_negative: bool, writing: &mut NumberWriting) -> Option<StatisticValue> {
    let value: f64 = digits.parse().ok().filter(|value: &f64| value.is_finite() && value.abs() < 1e15)?;
    let whole = if value.abs() < 1.0 { 1 } else { value.abs().log10().floor() as usize + 1 };
    let decimals = digits.split_once('.').map_or(0, |(_, tail)| tail.len()).min(MOST_DIGITS.saturating_sub(whole));
    let text = format!("{value:.decimals$}");
    // Zeros that only the rounding made are none that were printed.
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    writing.is_rounded = digits.bytes().filter(u8::is_ascii_digit).count() > MOST_DIGITS;
    StatisticValue::of_plain(&format!("{}{text}", if is_negative { "-" } else { "" }))
}

/// Whether a text is a number in any writing.
pub(super) fn is_number(text: &str) -> bool {
    matches!(read(text), CellReading::Number(..))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_every_usual_writing() {
        for (text, number) in [
            ("1448", "1448"),
            ("79.0", "79.0"),
            ("1,234", "1234"),
            ("1\u{a0}234", "1234"),
            ("54,870.5", "54870.5"),
            ("\u{a0}12\u{a0}", "12"),
            ("12%", "12"),
            ("12.5 %", "12.5"),
            ("(45)", "-45"),
            ("-45", "-45"),
            ("\u{2212}45", "-45"),
            ("£1.2m", "1.2"),
            ("£1,200", "1200"),
            ("1234*", "1234"),
            ("1,234 [r]", "1234"),
            ("45 [note 3]", "45"),
            ("1.2E3", "1200"),
            ("0.30000000000000004", "0.3"),
            ("14.285714285714286", "14.2857142857143"),
        ] {
            match read(text) {
                CellReading::Number(value, _) => assert_eq!(value.number().unwrap().to_string(), number, "{text}"),
                other => panic!("{text}: {other:?}"),
            }
        }
        for text in ["x", "..", "12,34", "1,2345", "Leeds", "E06000001", "12 to 15", "<5", "-", "1.2m", "3 children"] {
            assert_eq!(read(text), CellReading::Symbol(text), "{text}");
        }
        assert_eq!(read(""), CellReading::Nothing);
    }

    #[test]
    fn how_a_number_was_written_is_kept() {
        let writing = |text| match read(text) {
            CellReading::Number(_, writing) => writing,
            other => panic!("{other:?}"),
        };
        assert!(writing("12%").has_percent && writing("(45)").is_bracketed && writing("7*").has_mark);
        assert_eq!((writing("£1.2m").power, writing("£3bn").power, writing("£9k").power), (6, 9, 3));
        assert!(writing("0.30000000000000004").is_rounded && !writing("0.3").is_rounded);
    }
}
