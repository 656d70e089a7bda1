//! Periods as people type them: `Apr–Sep 2017`, `2016/17`, `31 March 2018`, `01/04/2016–31/03/2017`, `18 months`, `Q1 2017/18`.
//!
//! Dates are in UK order. Where a writing means one thing to one reader and another to the next it is refused, and both are
//! offered: `2011-12` is December 2011 in the file and a financial year in many reports, `2016/2017` one financial year or
//! two calendar years, and the first quarter of 2017 begins in January or in April.

use jiff::civil;

use super::dates::{academic_year, date, day, day_parts, is_next, month, of_financial_year, short_year, year};
use super::phrases::{BEFORE_A_DATE, YEAR_TO};
use super::quarters::Parts;
use super::{TypedError, tidy};
use crate::model::{Date, Period, Span, TimeUnit, When, name_of_month};
use crate::say;

/// What may stand between two dates; the first that leaves two dates parts them.
pub(super) const SPAN_SIGNS: [&str; 9] = [" to ", " and ", " & ", " until ", " \u{2013} ", "\u{2013}", " - ", "-", "/"];

/// What parts the words of a period.
const MARKS: [char; 5] = [' ', ',', '\u{2013}', '-', '/'];

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
            say!("typed-period-turned-round-fix"),
        )),
        Some(when) => Ok(Period { when, implied }),
        None if let Some(error) = no_such_day(body) => Err(error),
        None if let Some(long) = with_long_years(body).filter(|long| period(long).is_ok()) => {
            Err(TypedError::either(text.trim(), &[long]))
        }
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
        let in_words = Date::Month(year, month).label();
        let sentence = match day {
            _ if day <= last.day() => return None,
            29 => say!("typed-no-leap-year", year = year.to_string()),
            30..=31 => say!("typed-no-such-day", month = in_words.as_str(), day = day),
            _ => say!("typed-no-day-of-any-month", day = day),
        };
        Some(TypedError::new(sentence, say!("typed-no-such-day-fix", month = in_words, last = last.day())))
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
    let mut letters = name_of_month(month).chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    format!("{}{} {year}", first.map_or_else(String::new, String::from), letters.as_str())
}

/// An error with the meanings of a text that has several.
fn several_meanings(typed: &str, body: &str) -> Option<TypedError> {
    let body = without_lead(body);
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
    if let Some(meanings) = Parts::read(date).and_then(|parts| parts.meanings(since)) {
        return Some(TypedError::either(typed.trim(), &meanings));
    }
    if let Some(of) = of_financial_year(date).and_then(|of| year(of.trim()).or_else(|| year(&format!("20{of}")))) {
        // Of the two years that it touches, some name it by the first and some by the last.
        let choices = [of - 1, of].map(|first| format!("{since}{first}/{:02}", (first + 1) % 100));
        return Some(TypedError::either(typed.trim(), &choices));
    }
    if let Some(rest) = body.strip_prefix("over ")
        && matches!(Period::parse(rest), Ok(Period { when: When::Length { .. }, .. }))
    {
        return Some(TypedError {
            sentence: say!("typed-period-over", typed = typed.trim()),
            fix: say!("typed-period-over-fix", length = rest),
            choices: vec![rest.to_owned()],
        });
    }
    None
}

/// `march 17` as `March 2017`, which may be a day of March as well; `None` where there is no such year.
fn with_long_years(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_inclusive(MARKS).collect();
    let bare = |at: Option<usize>| at.and_then(|at| words.get(at)).map_or("", |word| word.trim_end_matches(MARKS));
    let long = |at: usize, word: &&str| {
        let mark = |at: Option<usize>| at.and_then(|at| words.get(at)).and_then(|word| word.chars().last());
        let (name, first) = (at.checked_sub(1), at.checked_sub(2));
        // "31 Mar 17" is a day, and the 16 of "Oct 16-Mar 17" is none of March.
        let has_day = day(bare(first)).is_some() && mark(first) == mark(name);
        let is_of_month = month(bare(name)).is_some() && !has_day;
        let of = bare(Some(at));
        let of_month = short_year(of).filter(|_| is_of_month && year(bare(Some(at + 1))).is_none());
        of_month.map_or_else(|| (*word).to_owned(), |year| word.replacen(of, &year.to_string(), 1))
    };
    let long: String = words.iter().enumerate().map(|(at, word)| long(at, word)).collect();
    (long != text).then(|| capitals(&long))
}

/// A text without words that may stand in front of a date and say nothing.
fn without_lead(text: &str) -> &str {
    BEFORE_A_DATE.iter().fold(text, |text, word| text.strip_prefix(word).unwrap_or(text))
}

fn read(text: &str) -> Option<When> {
    let text = without_lead(text);
    let parts = |text: &str| Parts::read(text).and_then(|parts| parts.of_financial_years());
    if let Some(rest) = text.strip_prefix("since ") {
        return date(rest).or_else(|| parts(rest).map(|span| span.from)).map(When::Since);
    }
    for lead in YEAR_TO {
        if let Some(rest) = text.strip_prefix(lead) {
            date(rest)?;
            return Some(When::Length { count: 1, unit: TimeUnit::Years, anchor: format!("to {}", capitals(rest)) });
        }
    }
    if let Some(year) = academic_year(text) {
        return Some(When::Span(Span { from: Date::Month(year, 9), to: Date::Month(year + 1, 8) }));
    }
    if let Some(span) = parts(text) {
        return Some(When::Span(span));
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

/// Two dates with a dash, "to" or "and" between; the first may leave the year to the second.
fn span(text: &str) -> Option<Span> {
    let text = text.strip_prefix("from ").or_else(|| text.strip_prefix("between ")).unwrap_or(text);
    SPAN_SIGNS.iter().flat_map(|sign| text.match_indices(sign)).find_map(|(at, sign)| {
        let (first, last) = (text.get(..at)?.trim(), text.get(at + sign.len()..)?.trim());
        // "Sep 17" is no day where a month stands in front of it.
        let of_short_year = || date(&with_long_years(last).filter(|_| month(first).is_some())?.to_lowercase());
        let to = date(last).or_else(of_short_year)?;
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

/// `18 months`, `two years`, `3 yrs`, `18mths`.
fn length(text: &str) -> Option<When> {
    const WORDS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    const SHORT: [(&str, &str); 9] = [
        ("yr", "year"),
        ("yrs", "years"),
        ("mth", "month"),
        ("mths", "months"),
        ("mnths", "months"),
        ("mo", "month"),
        ("mos", "months"),
        ("wk", "week"),
        ("wks", "weeks"),
    ];
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (count, rest) = match text.split_once([' ', '-']) {
        Some((count, rest)) if digits == 0 || digits == count.len() => (count, rest),
        _ => text.split_at_checked(digits)?,
    };
    let count = match WORDS.iter().position(|word| *word == count) {
        Some(at) => at + 1,
        None if count == "a" => 1,
        None if count == "eighteen" => 18,
        None => count.parse().ok()?,
    };
    let (unit, anchor) = rest.split_once(' ').map_or((rest, ""), |(unit, anchor)| (unit, anchor));
    let plain = unit.trim_end_matches('.');
    let unit = SHORT.iter().find(|(short, _)| *short == plain).map_or(unit, |(_, long)| *long);
    match Period::parse(format!("{count} {unit} {anchor}").trim()) {
        Ok(Period { when: when @ When::Length { .. }, implied: false }) => Some(when),
        _ => None,
    }
}

/// Month names with their capitals, for words that are kept.
pub(super) fn capitals(text: &str) -> String {
    let capital = |word: &str| match month(word.trim_end_matches(MARKS)) {
        Some(_) => word.chars().take(1).map(|c| c.to_ascii_uppercase()).chain(word.chars().skip(1)).collect(),
        None => word.to_owned(),
    };
    text.split_inclusive(MARKS).map(capital).collect()
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
            assert!(error.fix.contains(&format!("has {last} days")), "{typed}: {}", error.fix);
        }
        assert_eq!(period("29 February 2016").unwrap().to_string(), "2016-02-29");
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for typed in [
            "soon",
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
