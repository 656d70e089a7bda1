//! Periods as people type them: `Apr–Sep 2017`, `2016/17`, `31 March 2018`, `01/04/2016–31/03/2017`, `18 months`, `Q1 2017/18`.
//!
//! Dates are in UK order. Where a writing means one thing to one reader and another to the next it is refused, and both are
//! offered: `2011-12` is December 2011 in the file and a financial year in many reports, `2016/2017` one financial year or
//! two calendar years, and the first quarter of 2017 begins in January or in April.

use jiff::civil;

use super::{TypedError, tidy};
use crate::model::{Date, Period, Span, TimeUnit, When};
use crate::say;

/// Months by their first three letters.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Reads a period. Nothing typed is not stated.
///
/// # Errors
/// A [`TypedError`] with examples, or with the meanings that a text may have.
pub fn period(text: &str) -> Result<Period, TypedError> {
    let tidied = tidy(text);
    if tidied.is_empty() || tidied == "n/a" || tidied == "unknown" {
        return Ok(Period::not_stated());
    }
    let (body, implied) = match tidied.strip_suffix("(implied)") {
        Some(body) => (body.trim_end(), true),
        None => (tidied.as_str(), false),
    };
    if let Some(error) = several_meanings(text, body) {
        return Err(error);
    }
    // The file's own grammar first, on the text as typed, because words that anchor a length keep their capitals.
    let as_typed = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Ok(period) = Period::parse(&as_typed).or_else(|_| Period::parse(&tidied)) {
        return Ok(period);
    }
    match read(body) {
        Some(When::Span(span)) if span.to.last_day() < span.from.first_day() => Err(TypedError::new(
            say!("typed-period-turned-round", typed = text.trim()),
            say!("typed-period-turned-round-mend"),
        )),
        Some(when) => Ok(Period { when, implied }),
        None if let Some(error) = no_such_day(body) => Err(error),
        None => Err(TypedError::new(say!("typed-no-period", typed = text.trim()), say!("typed-period-examples"))),
    }
}

/// An error where a text, or one side of a span, names a day that its month does not have.
fn no_such_day(text: &str) -> Option<TypedError> {
    let sides = [" to ", " and ", " until ", " - ", "\u{2013}", "/", "-"].iter().flat_map(|sign| text.split(sign));
    let words =
        ["since ", "from ", "between ", "year to ", "year ending ", "year ended ", "as at ", "in ", "on ", "to "];
    std::iter::once(text).chain(sides).find_map(|side| {
        let side = words.iter().fold(side.trim(), |side, word| side.strip_prefix(word).unwrap_or(side)).trim();
        let (year, month, day) = day_parts(side)?;
        let last = civil::Date::new(year, month, 1).ok()?.last_of_month();
        let in_words = Date::Month(year, month).in_words();
        let sentence = match day {
            _ if day <= last.day() => return None,
            29 => say!("typed-no-leap-year", year = year.to_string()),
            30..=31 => say!("typed-no-such-day", month = in_words.as_str(), day = day),
            _ => say!("typed-no-day-of-any-month", day = day),
        };
        Some(TypedError::new(sentence, say!("typed-no-such-day-mend", month = in_words, last = last.day())))
    })
}

/// The period as a field shows it: in words, which [`period`] reads back as the same; in the file's own writing where words would
/// not be read so.
pub fn period_text(of: &Period) -> String {
    let words = match of.when {
        When::At(date) => date_text(date),
        When::Since(date) => format!("since {}", date_text(date)),
        When::Span(Span { from: Date::Year(from), to: Date::Year(to) }) if to != from + 1 => format!("{from}/{to}"),
        When::Span(Span { from, to }) => format!("{} to {}", date_text(from), date_text(to)),
        When::Length { .. } | When::NotStated => return of.to_string(),
    };
    let words = if of.implied { format!("{words} (implied)") } else { words };
    if period(&words).as_ref() == Ok(of) { words } else { of.to_string() }
}

/// A date in the words that [`period`] reads.
fn date_text(date: Date) -> String {
    match date {
        Date::Year(_) | Date::FinancialYear(_) => date.to_string(),
        Date::Month(year, month) => in_words(year, month),
        Date::Day(day) => format!("{} {}", day.day(), in_words(day.year(), day.month())),
    }
}

fn in_words(year: i16, month: i8) -> String {
    let name = usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default();
    let mut letters = name.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    format!("{}{} {year}", first.map_or_else(String::new, String::from), letters.as_str())
}

/// Whether two digits are those of the year after.
fn is_next(year: i16, two_digits: i16) -> bool {
    two_digits == (year + 1) % 100
}

/// An error with the meanings of a text that has several.
fn several_meanings(typed: &str, body: &str) -> Option<TypedError> {
    let (since, date) = body.strip_prefix("since ").map_or(("", body), |date| ("since ", date));
    if let Some((first, last)) = date.split_once('-')
        && let (Some(first_year), 2) = (year(first), last.len())
        && let Ok(month) = last.parse::<i8>()
        && (1..=12).contains(&month)
        && is_next(first_year, month.into())
    {
        let choices = [format!("{since}{}", in_words(first_year, month)), format!("{since}{first}/{last}")];
        return Some(TypedError::either(typed.trim(), &choices));
    }
    let halves = date.split_once(['/', '-', '\u{2013}']);
    if let Some((first, last)) = halves
        && let (Some(from), Some(to)) = (year(first.trim()), year(last.trim()))
        && to == from + 1
    {
        let choices = [format!("{since}{from}/{:02}", to % 100), format!("{from} to {to}")];
        return Some(TypedError::either(typed.trim(), &choices));
    }
    if let Some((quarter, at)) = quarter(date)
        && let Some(of) = year(at)
    {
        let next = format!("Q{quarter} {of}/{:02}", (of + 1) % 100);
        let first = i16::from(quarter) * 3 - 2;
        let name = |month: i16| {
            usize::try_from(month - 1).ok().and_then(|m| MONTHS.get(m)).and_then(|n| n.get(..3)).unwrap_or_default()
        };
        let calendar = capitals(&format!("{} \u{2013} {} {of}", name(first), name(first + 2)));
        let calendar = calendar.replace(" \u{2013} ", "\u{2013}");
        return Some(TypedError::either(typed.trim(), &[calendar, next]));
    }
    if let Some(rest) = body.strip_prefix("over ")
        && matches!(Period::parse(rest), Ok(Period { when: When::Length { .. }, .. }))
    {
        return Some(TypedError {
            sentence: say!("typed-period-over", typed = typed.trim()),
            mend: say!("typed-period-over-mend", length = rest),
            choices: vec![rest.to_owned()],
        });
    }
    None
}

/// `q1 2017` is 1 and `2017`.
fn quarter(text: &str) -> Option<(u8, &str)> {
    let rest = text.strip_prefix("quarter ").or_else(|| text.strip_prefix('q'))?;
    let (number, at) = rest.split_once(' ')?;
    let number: u8 = number.parse().ok().filter(|n| (1..=4).contains(n))?;
    Some((number, at.strip_prefix("of ").unwrap_or(at)))
}

fn read(text: &str) -> Option<When> {
    let text = ["in ", "during ", "the ", "on ", "at ", "as at ", "for "]
        .iter()
        .fold(text, |text, word| text.strip_prefix(word).unwrap_or(text));
    if let Some(rest) = text.strip_prefix("since ") {
        return date(rest).map(When::Since);
    }
    for lead in ["year ending ", "year to ", "year ended "] {
        if let Some(rest) = text.strip_prefix(lead) {
            date(rest)?;
            return Some(When::Length { count: 1, unit: TimeUnit::Years, anchor: format!("to {}", capitals(rest)) });
        }
    }
    if let Some((number, of)) = quarter(text) {
        return quarter_of(number, of);
    }
    if let Some(date) = date(text) {
        return Some(When::At(date));
    }
    if let Some(span) = span(text) {
        return Some(When::Span(span));
    }
    if let Some(rest) = text.strip_prefix("from ").or_else(|| text.strip_prefix("from the ")) {
        return date(rest).map(When::Since);
    }
    length(text)
}

/// A quarter of a financial year: the first is April to June.
fn quarter_of(number: u8, of: &str) -> Option<When> {
    let Some(Date::FinancialYear(first)) = date(of) else { return None };
    let (year, month) = match number {
        1 => (first, 4),
        2 => (first, 7),
        3 => (first, 10),
        _ => (first + 1, 1),
    };
    Some(When::Span(Span { from: Date::Month(year, month), to: Date::Month(year, month + 2) }))
}

/// Two dates with a dash, "to" or "and" between; the first may leave the year to the second.
fn span(text: &str) -> Option<Span> {
    let text = text.strip_prefix("from ").or_else(|| text.strip_prefix("between ")).unwrap_or(text);
    let dashes = text.match_indices('-').map(|(at, dash)| (at, dash.len()));
    let others = [" to ", " and ", " until ", " \u{2013} ", "\u{2013}", " - "]
        .iter()
        .flat_map(|sign| text.match_indices(sign).map(|(at, sign)| (at, sign.len())));
    others.chain(dashes).find_map(|(at, length)| {
        let (first, last) = (text.get(..at)?.trim(), text.get(at + length..)?.trim());
        let to = date(last)?;
        Some(Span { from: date(first).or_else(|| without_year(first, to))?, to })
    })
}

/// `apr` before `sep 2017`, `1 april` before `30 september 2017`; only where it is earlier in the same year.
fn without_year(text: &str, to: Date) -> Option<Date> {
    let year = match to {
        Date::Month(year, _) => year,
        Date::Day(day) => day.year(),
        Date::Year(_) | Date::FinancialYear(_) => return None,
    };
    let from = date(&format!("{text} {year}"))?;
    (from.first_day() <= to.first_day()).then_some(from)
}

fn year(text: &str) -> Option<i16> {
    let is_year = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|year| is_year && (1000..=9000).contains(year))
}

fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.');
    let is_named = |name: &str| name == word || (word.len() >= 3 && word.len() <= 4 && name.starts_with(word));
    let at = MONTHS.iter().position(|name| is_named(name))?;
    i8::try_from(at + 1).ok()
}

fn day(word: &str) -> Option<i8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    let is_short = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|_| is_short)
}

fn on(year_of: i16, month_of: i8, day_of: i8) -> Option<Date> {
    civil::Date::new(year_of, month_of, day_of).ok().map(Date::Day)
}

/// One date: in words, with slashes or dots in UK order, or as the file has it.
fn date(text: &str) -> Option<Date> {
    let text = text.trim().trim_end_matches(',');
    if let Ok(Period { when: When::At(date), implied: false }) = Period::parse(text) {
        return Some(date);
    }
    if let Some((first, last)) = text.split_once(['-', '\u{2013}'])
        && let Some(first) = year(first)
        && last.len() == 2
        && let Ok(last) = last.parse::<i16>()
        && is_next(first, last)
    {
        // 2016-17; with a hyphen, those that could be a month were read as one above.
        return Some(Date::FinancialYear(first));
    }
    for lead in ["financial year ", "fy "] {
        if let Some(rest) = text.strip_prefix(lead) {
            return date(rest).filter(|date| matches!(date, Date::FinancialYear(_)));
        }
    }
    if let Some((year, month, day)) = day_parts(text) {
        return on(year, month, day);
    }
    let spaced = text.replace(',', " ").replace(" of ", " ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    match words.as_slice() {
        [name, of] if month(name).is_some() => Some(Date::Month(year(of)?, month(name)?)),
        [only] => {
            let parts: Vec<&str> = only.split(['/', '.']).collect();
            match parts.as_slice() {
                [of_month, of] => {
                    let number = day(of_month).filter(|month| (1..=12).contains(month))?;
                    Some(Date::Month(year(of)?, number))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// Year, month and day of a text that names a day, be there one or not: `31 February 2018` is 2018, 2 and 31.
fn day_parts(text: &str) -> Option<(i16, i8, i8)> {
    let spaced = text.trim().trim_end_matches(',').replace(',', " ").replace(" of ", " ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    match words.as_slice() {
        [at, name, of] if day(at).is_some() => Some((year(of)?, month(name)?, day(at)?)),
        [name, at, of] => Some((year(of)?, month(name)?, day(at)?)),
        [only] => match only.split(['/', '.', '-']).collect::<Vec<_>>().as_slice() {
            [of, of_month, at] if only.contains('-') => Some((year(of)?, day(of_month)?, day(at)?)),
            [at, of_month, of] => Some((year(of)?, day(of_month)?, day(at)?)),
            _ => None,
        },
        _ => None,
    }
}

/// `eighteen` is not known, `two years` is.
fn length(text: &str) -> Option<When> {
    const WORDS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let (count, rest) = text.split_once([' ', '-'])?;
    let count = match WORDS.iter().position(|word| *word == count) {
        Some(at) => at + 1,
        None if matches!(count, "a") => 1,
        None => count.parse().ok()?,
    };
    match Period::parse(&format!("{count} {rest}")) {
        Ok(Period { when: when @ When::Length { .. }, implied: false }) => Some(when),
        _ => None,
    }
}

/// Month names with their capitals, for words that are kept.
fn capitals(text: &str) -> String {
    let capital = |word: &str| match month(word) {
        Some(_) => word.chars().take(1).map(|c| c.to_ascii_uppercase()).chain(word.chars().skip(1)).collect(),
        None => word.to_owned(),
    };
    text.split(' ').map(capital).collect::<Vec<String>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reports_print_is_read_at_its_precision() {
        for (typed, written) in [
            ("Apr\u{2013}Sep 2017", "2017-04/2017-09"),
            ("Apr-Sep 2017", "2017-04/2017-09"),
            ("April to September 2017", "2017-04/2017-09"),
            ("between April 2016 and September 2017", "2016-04/2017-09"),
            ("2016/17", "2016/17"),
            ("2016-17", "2016/17"),
            ("2016\u{2013}17", "2016/17"),
            ("FY 2016/17", "2016/17"),
            ("2016/17 to 2018/19", "2016/17/2018/19"),
            ("2017", "2017"),
            ("in 2017", "2017"),
            ("2010 to 2017", "2010/2017"),
            ("2010-2017", "2010/2017"),
            ("March 2018", "2018-03"),
            ("Sept 2018", "2018-09"),
            ("03/2018", "2018-03"),
            ("31 March 2018", "2018-03-31"),
            ("31st March, 2018", "2018-03-31"),
            ("March 31, 2018", "2018-03-31"),
            ("31/03/2018", "2018-03-31"),
            ("4/3/2018", "2018-03-04"),
            ("01/04/2016\u{2013}31/03/2017", "2016-04-01/2017-03-31"),
            ("1 April to 30 September 2017", "2017-04-01/2017-09-30"),
            ("18 months", "18 months"),
            ("two years", "2 years"),
            ("12 months to March 2018", "12 months to March 2018"),
            ("year ending 31 March 2018", "1 year to 31 March 2018"),
            ("since 2011", "since 2011"),
            ("since April 2017", "since 2017-04"),
            ("from April 2017", "since 2017-04"),
            ("Q1 2016/17", "2016-04/2016-06"),
            ("Q4 2016/17", "2017-01/2017-03"),
            ("Jan\u{2013}Mar 2017", "2017-01/2017-03"),
            ("2017 (implied)", "2017 (implied)"),
            ("", "not stated"),
            ("Not stated", "not stated"),
        ] {
            let read = period(typed).unwrap_or_else(|e| panic!("{typed}: {e}"));
            assert_eq!(read.to_string(), written, "{typed}");
        }
    }

    #[test]
    fn what_may_mean_two_things_is_not_guessed_and_both_are_offered() {
        for (typed, choices) in [
            ("2011-12", ["December 2011", "2011/12"]),
            ("2016/2017", ["2016/17", "2016 to 2017"]),
            ("2016-2017", ["2016/17", "2016 to 2017"]),
            ("Q1 2017", ["Jan\u{2013}Mar 2017", "Q1 2017/18"]),
        ] {
            let error = period(typed).expect_err(typed);
            assert_eq!(error.choices, choices, "{typed}");
            for choice in choices {
                assert!(period(choice).is_ok(), "{choice}");
            }
        }
        assert_eq!(period("over 18 months").unwrap_err().choices, ["18 months"]);
    }

    #[test]
    fn a_day_that_its_month_does_not_have_is_told_as_such() {
        for (typed, sentence, last) in [
            ("31 February 2018", "February 2018 has no 31st", "28"),
            ("31st Feb 2018", "February 2018 has no 31st", "28"),
            ("30/02/2016", "February 2016 has no 30th", "29"),
            ("2018-02-30", "February 2018 has no 30th", "28"),
            ("February 29, 2018", "2018 is not a leap year, so February has no 29th", "28"),
            ("29 February 2100", "2100 is not a leap year, so February has no 29th", "28"),
            ("since 31 April 2017", "April 2017 has no 31st", "30"),
            ("1 March 2017 to 31 June 2017", "June 2017 has no 31st", "30"),
            ("1 March to 31 November 2017", "November 2017 has no 31st", "30"),
            ("01/04/2016\u{2013}31/09/2017", "September 2017 has no 31st", "30"),
            ("42 May 2017", "no month has 42 days", "31"),
        ] {
            let error = period(typed).expect_err(typed);
            assert_eq!(error.sentence, sentence, "{typed}");
            assert!(error.mend.contains(&format!("has {last} days")), "{typed}: {}", error.mend);
        }
        assert_eq!(period("29 February 2016").unwrap().to_string(), "2016-02-29");
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for typed in [
            "soon",
            "01/04/16",
            "Oct to Mar 2017",
            "31/02/2018",
            "13/2018",
            "March 18",
            "Q5 2016/17",
            "Sep 2017 to Apr 2017",
            "2018-2016",
            "2018/16",
        ] {
            assert!(period(typed).is_err(), "{typed}");
        }
    }
}
