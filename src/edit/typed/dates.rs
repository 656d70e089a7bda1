//! One date as people type it: in words, with slashes, dots or hyphens in UK order, with a year of two digits, or as the file has it.
//!
//! Spans, lengths and texts with several meanings are [`super::period`]'s.

use jiff::civil;

use super::phrases::{ACADEMIC_YEAR, CALENDAR_YEAR, FINANCIAL_YEAR, FINANCIAL_YEAR_BEHIND, FIRST_DAY, LAST_DAY};
use crate::model::{Date, Period, When, month_of_name};

/// A year of four digits.
pub(super) fn year(text: &str) -> Option<i16> {
    let is_year = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|year| is_year && (1000..=9000).contains(year))
}

/// The first year of two digits that is taken to be of the century before.
const OLDEST_OF_TWO: i16 = 60;

/// A year of two digits, with or without an apostrophe: `17` is 2017, `98` is 1998.
pub(super) fn short_year(text: &str) -> Option<i16> {
    let digits = text.strip_prefix('\'').unwrap_or(text);
    let is_short = digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit());
    let year: i16 = digits.parse().ok().filter(|_| is_short)?;
    Some(if year < OLDEST_OF_TWO { 2000 + year } else { 1900 + year })
}

/// A year of four digits or of two.
pub(super) fn long_or_short_year(text: &str) -> Option<i16> {
    year(text).or_else(|| short_year(text))
}

/// The number of a month by its name or the first letters of it.
pub(super) fn month(word: &str) -> Option<i8> {
    month_of_name(word.trim_end_matches('.'))
}

/// Whether two digits are those of the year after.
pub(super) fn is_next(year: i16, two_digits: i16) -> bool {
    two_digits == (year + 1) % 100
}

/// The number of a day: `31`, `1st`.
pub(super) fn day(word: &str) -> Option<i8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    let is_short = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|_| is_short)
}

/// A text after the words that say that it is a financial year: `fy 16/17`, `fy2016/17`, `financial year 2017`.
pub(super) fn of_financial_year(text: &str) -> Option<&str> {
    let lead = FINANCIAL_YEAR.iter().find_map(|lead| text.strip_prefix(lead));
    let behind = FINANCIAL_YEAR_BEHIND.iter().find_map(|end| text.strip_suffix(end));
    let close = || text.strip_prefix("fy").filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == '\''));
    lead.or(behind).or_else(close)
}

/// The first year of a financial year in any writing: `2016/17`, `16/17`, `2016-17`; `2016/2017` only where it is said to be one.
pub(super) fn financial_year(text: &str, is_said: bool) -> Option<i16> {
    let (first, last) = text.split_once(['/', '-', '\u{2013}'])?;
    let (from, is_short) = year(first).map(|year| (year, false)).or_else(|| Some((short_year(first)?, true)))?;
    let follows = match last.len() {
        2 => last.bytes().all(|b| b.is_ascii_digit()) && is_next(from, last.parse().ok()?),
        4 => is_said && !is_short && year(last)? == from + 1,
        _ => false,
    };
    follows.then_some(from)
}

/// The first year of an academic or school year: `academic year 2016/17`, `2016/17 school year`, `ay 16/17`.
pub(super) fn academic_year(text: &str) -> Option<i16> {
    let rest = ACADEMIC_YEAR.iter().find_map(|words| {
        let behind = || text.strip_suffix(words).and_then(|rest| rest.strip_suffix(' '));
        text.strip_prefix(words).map(str::trim_start).or_else(behind)
    })?;
    financial_year(rest.strip_prefix("of ").unwrap_or(rest).trim(), true)
}

/// One date: in words, with slashes or dots in UK order, or as the file has it.
pub(super) fn date(text: &str) -> Option<Date> {
    let text = text.trim().trim_end_matches(',');
    if let Ok(Period { when: When::At(date), implied: false }) = Period::parse(text) {
        return Some(date);
    }
    // 2016-17; with a hyphen, those that could be a month were read as one above.
    if let Some(year) = financial_year(text, false) {
        return Some(Date::FinancialYear(year));
    }
    if let Some(rest) = of_financial_year(text) {
        return financial_year(rest.trim(), true).map(Date::FinancialYear);
    }
    if let Some(rest) = text.strip_prefix(CALENDAR_YEAR) {
        return year(rest).map(Date::Year);
    }
    if let Some(edge) = edge(text) {
        return Some(edge);
    }
    if let Some((year, month, day)) = day_parts(text) {
        return civil::Date::new(year, month, day).ok().map(Date::Day);
    }
    let spaced = text.replace(',', " ").replace(" of ", " ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    match words.as_slice() {
        [name, of] => {
            // "March 17" may be a day of a year that is not said; "March '17" is none.
            let said = year(of).or_else(|| short_year(of).filter(|_| of.starts_with('\'')))?;
            Some(Date::Month(said, month(name)?))
        }
        [only] => {
            let (first, of) = only.split_once(['/', '.', '-', '\u{2013}'])?;
            if let Some(named) = month(first) {
                return Some(Date::Month(long_or_short_year(of)?, named));
            }
            let is_dashed = only.contains(['-', '\u{2013}']);
            let number = day(first).filter(|month| (1..=12).contains(month) && !is_dashed)?;
            Some(Date::Month(year(of)?, number))
        }
        _ => None,
    }
}

/// `end of march 2017` is its last day, `start of 2016/17` its first.
fn edge(text: &str) -> Option<Date> {
    let of = |leads: &[&str]| leads.iter().find_map(|lead| date(text.strip_prefix(lead)?));
    let not_a_day = |date: &Date| !matches!(date, Date::Day(_));
    let last = of(&LAST_DAY).filter(not_a_day).map(|date| Date::Day(date.last_day()));
    last.or_else(|| of(&FIRST_DAY).filter(not_a_day).map(|date| Date::Day(date.first_day())))
}

/// Year, month and day of a text that names a day, be there one or not: `31 February 2018` is 2018, 2 and 31.
pub(super) fn day_parts(text: &str) -> Option<(i16, i8, i8)> {
    let spaced = text.trim().trim_end_matches(',').replace(',', " ").replace(" of ", " ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    match words.as_slice() {
        [at, name, of] if day(at).is_some() => Some((long_or_short_year(of)?, month(name)?, day(at)?)),
        [name, at, of] => Some((year(of)?, month(name)?, day(at)?)),
        [only] => match only.split(['/', '.', '-']).collect::<Vec<_>>().as_slice() {
            [of, of_month, at] if year(of).is_some() => {
                only.contains('-').then_some(())?;
                Some((year(of)?, day(of_month)?, day(at)?))
            }
            [at, name, of] if month(name).is_some() => Some((long_or_short_year(of)?, month(name)?, day(at)?)),
            [at, of_month, of] => Some((long_or_short_year(of)?, day(of_month)?, day(at)?)),
            _ => None,
        },
        _ => None,
    }
}
