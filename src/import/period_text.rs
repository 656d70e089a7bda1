//! Periods as tables write them: "2014", "2014-15", "201415", "Mar-19", "31 March 2018", with the kind of year that stands beside
//! them, and those that stand in a heading or in the name of a file.

use jiff::civil;

use crate::model::{Date, Period, Span, When, month_of_name};

/// The years that a number of four digits may be.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2099;

/// A period that stands within a text, and the text without it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct DatedText {
    /// The period.
    pub(super) period: Period,
    /// The text with `{}` in its place: the same for the columns of one series.
    pub(super) family: String,
}

fn at(date: Date) -> Period {
    Period { when: When::At(date), implied: false }
}

fn span(from: Date, to: Date) -> Period {
    Period { when: When::Span(Span { from, to }), implied: false }
}

/// The last day of March of a year, for what is counted on it.
pub(super) fn at_31_march(year: i16) -> Option<Period> {
    civil::Date::new(year, 3, 31).ok().map(|day| at(Date::Day(day)))
}

/// The year of a period that is one year.
pub(super) fn year_of(period: &Period) -> Option<i16> {
    match period.when {
        When::At(Date::Year(year)) => Some(year),
        When::At(Date::FinancialYear(year)) => Some(year + 1),
        When::At(Date::Month(..) | Date::Day(_))
        | When::Span(_)
        | When::Since(_)
        | When::Length { .. }
        | When::NotStated => None,
    }
}

/// Reads a whole text as a period; `None` where it is none.
pub(super) fn read(text: &str) -> Option<Period> {
    let text = text.trim();
    // A spreadsheet's date at midnight.
    let text = text.strip_suffix(" 00:00:00").or_else(|| text.strip_suffix("T00:00:00")).unwrap_or(text);
    if let Some(day) = iso_or_british(text) {
        return Some(at(Date::Day(day)));
    }
    let dated = find(text)?;
    let rest = dated.family.replace("{}", " ").to_lowercase();
    let is_whole = rest
        .split_whitespace()
        .all(|word| matches!(word, "fy" | "financial" | "year" | "ending" | "at" | "on" | "as" | "to"));
    is_whole.then_some(dated.period)
}

fn iso_or_british(text: &str) -> Option<civil::Date> {
    if let Ok(date) = text.parse::<civil::Date>() {
        return Some(date);
    }
    let mut parts = text.split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    civil::Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// What is wrong with a period and the words beside it that say which kind of year it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PeriodFault {
    /// It is no period.
    NotAPeriod,
    /// Six digits that are not two years in a row: "201720".
    NotInARow,
    /// The kind of year is not known.
    UnknownKind,
}

/// Reads a period with the kind of year that stands beside it, as the Department for Education's tables write them.
pub(super) fn with_identifier(text: &str, identifier: &str) -> Result<Period, PeriodFault> {
    let identifier = identifier.trim().to_lowercase();
    let six = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    let years = || -> Option<(i16, i16)> { Some((text.get(..4)?.parse().ok()?, text.get(4..)?.parse().ok()?)) };
    if six && years().is_some_and(|(first, last)| (first + 1) % 100 != last) {
        return Err(PeriodFault::NotInARow);
    }
    let plain = read(text).ok_or(PeriodFault::NotAPeriod)?;
    let first = match plain.when {
        When::At(Date::Year(year) | Date::FinancialYear(year)) => year,
        When::At(Date::Month(..) | Date::Day(_))
        | When::Span(_)
        | When::Since(_)
        | When::Length { .. }
        | When::NotStated => {
            return Ok(plain);
        }
    };
    let of_two = matches!(plain.when, When::At(Date::FinancialYear(_)));
    let month = |offset: i16, month: i8| Date::Month(first + offset, month);
    let quarter = identifier.rsplit(' ').next().and_then(|last| match last {
        "q1" => Some(0),
        "q2" => Some(1),
        "q3" => Some(2),
        "q4" => Some(3),
        _ => None,
    });
    Ok(match identifier.as_str() {
        "" | "calendar year" | "reporting year" | "year" if !of_two => plain,
        "" | "financial year" | "tax year" if of_two => plain,
        "academic year" if of_two => span(month(0, 9), month(1, 8)),
        "part 1 (april to september)" => span(month(0, 4), month(0, 9)),
        "part 2 (october to march)" => span(month(0, 10), month(1, 3)),
        other if quarter.is_some() && (other.starts_with("financial") || other.starts_with("calendar")) => {
            let nth = quarter.unwrap_or_default();
            if other.starts_with("calendar") {
                span(month(0, nth * 3 + 1), month(0, nth * 3 + 3))
            } else if nth == 3 {
                span(month(1, 1), month(1, 3))
            } else {
                span(month(0, nth * 3 + 4), month(0, nth * 3 + 6))
            }
        }
        other => match month_of_name(other) {
            Some(number) => at(month(0, number)),
            None => return Err(PeriodFault::UnknownKind),
        },
    })
}

/// Finds the one period that stands in a text: in a heading such as `CLA_Mar2014`, or in the name of a file.
pub(super) fn find(text: &str) -> Option<DatedText> {
    let bytes = text.as_bytes();
    let mut found: Option<(usize, usize, Period)> = None;
    let mut nth = 0;
    while nth < bytes.len() {
        if !bytes.get(nth).is_some_and(u8::is_ascii_digit) {
            nth += 1;
            continue;
        }
        let end = digits_end(bytes, nth);
        match year_at(text, nth, end) {
            Some((to, date)) => {
                let (from, date) = with_month(text, nth, date);
                // The last one counts: "July 2018 data for 2016-17" names the later of two otherwise.
                found = Some((from, to, at(date)));
                nth = to;
            }
            None => match short_year(text, nth, end) {
                Some((from, date)) => {
                    found = Some((from, end, at(date)));
                    nth = end;
                }
                None => nth = end,
            },
        }
    }
    let (from, to, period) = found?;
    let family = format!("{}{{}}{}", text.get(..from)?, text.get(to..)?);
    Some(DatedText { period, family })
}

fn digits_end(bytes: &[u8], from: usize) -> usize {
    from + bytes.get(from..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// A year that begins here, and where it ends: "2014", "201415", "2014-15", "2014/2015".
fn year_at(text: &str, from: usize, end: usize) -> Option<(usize, Date)> {
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<i16>().ok();
    match end - from {
        4 => {
            let year = number(from..end).filter(|year| YEARS.contains(year))?;
            let tail = text.get(end..).unwrap_or_default();
            let mut letters = tail.chars();
            let separator = letters.next().filter(|letter| matches!(letter, '-' | '/' | '\u{2013}' | '_'));
            let Some(separator) = separator else { return Some((end, Date::Year(year))) };
            let second = end + separator.len_utf8();
            let second_end = digits_end(text.as_bytes(), second);
            let last = match second_end - second {
                2 => number(second..second_end),
                4 => number(second..second_end).filter(|last| *last == year + 1).map(|last| last % 100),
                _ => None,
            };
            match last {
                Some(last) if last == (year + 1) % 100 => Some((second_end, Date::FinancialYear(year))),
                // "2016/18" is no year, and "2017-09" a month of one.
                Some(month @ 1..=12) if separator == '-' && second_end - second == 2 => {
                    let month = i8::try_from(month).ok()?;
                    let day = text.get(second_end..second_end + 3).and_then(|tail| tail.strip_prefix('-'));
                    let day =
                        day.and_then(|day| day.parse().ok()).and_then(|day| civil::Date::new(year, month, day).ok());
                    Some(match day {
                        Some(day) => (second_end + 3, Date::Day(day)),
                        None => (second_end, Date::Month(year, month)),
                    })
                }
                Some(_) if matches!(separator, '/' | '\u{2013}') || second_end - second == 2 && separator == '-' => {
                    None
                }
                Some(_) | None => Some((end, Date::Year(year))),
            }
        }
        6 => {
            let (year, last) = (number(from..from + 4)?, number(from + 4..end)?);
            (YEARS.contains(&year) && (year + 1) % 100 == last).then_some((end, Date::FinancialYear(year)))
        }
        _ => None,
    }
}

/// The word directly in front, without what divides it from here: its beginning and the word.
fn word_before(text: &str, from: usize) -> Option<(usize, &str)> {
    let before = text.get(..from)?;
    let trimmed = before.trim_end_matches([' ', '_', '-', '\'', '\u{2019}', '.']);
    let start = trimmed.char_indices().rev().take_while(|(_, letter)| letter.is_alphabetic()).last()?.0;
    Some((start, trimmed.get(start..)?))
}

/// The month, and the day, that stand in front of a year.
fn with_month(text: &str, from: usize, date: Date) -> (usize, Date) {
    let Date::Year(year) = date else { return (from, date) };
    let Some((start, month)) =
        word_before(text, from).and_then(|(start, word)| Some((start, month_of_name(&word.to_lowercase())?)))
    else {
        return (from, date);
    };
    let before = text.get(..start).unwrap_or_default().trim_end();
    let before = before.strip_suffix("st").or_else(|| before.strip_suffix("th")).unwrap_or(before);
    let digits = before.len() - before.trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
    let day = before.get(before.len() - digits..).and_then(|day| day.parse::<i8>().ok());
    match day.and_then(|day| civil::Date::new(year, month, day).ok()) {
        Some(day) if digits <= 2 => (before.len() - digits, Date::Day(day)),
        Some(_) | None => (start, Date::Month(year, month)),
    }
}

/// A month with a year of two digits: "Mar-19".
fn short_year(text: &str, from: usize, end: usize) -> Option<(usize, Date)> {
    if end - from != 2 {
        return None;
    }
    let (start, month) =
        word_before(text, from).and_then(|(start, word)| Some((start, month_of_name(&word.to_lowercase())?)))?;
    let year: i16 = text.get(from..end)?.parse().ok()?;
    Some((start, Date::Month(if year < 70 { 2000 + year } else { 1900 + year }, month)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_in_every_usual_writing() {
        for (text, period) in [
            ("2014", "2014"),
            ("2014/15", "2014/15"),
            ("2014-15", "2014/15"),
            ("2014\u{2013}15", "2014/15"),
            ("2014-2015", "2014/15"),
            ("201415", "2014/15"),
            ("FY 2014-15", "2014/15"),
            ("Mar-19", "2019-03"),
            ("Mar 2019", "2019-03"),
            ("March 2019", "2019-03"),
            ("31 March 2018", "2018-03-31"),
            ("31/03/2018", "2018-03-31"),
            ("2018-03-31", "2018-03-31"),
            ("2018-03-31 00:00:00", "2018-03-31"),
            ("2017-09", "2017-09"),
        ] {
            assert_eq!(read(text).map(|period| period.to_string()).as_deref(), Some(period), "{text}");
        }
        for text in ["2016/18", "201720", "Leeds", "12", "1,234", "36 months", "Mid2009Pop0-17", "2016/17 revised", "x"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_heading_gives_its_period_and_its_family() {
        for (text, period, family) in [
            ("CLA_Mar2014", "2014-03", "CLA_{}"),
            ("CLA_Rate2014", "2014", "CLA_Rate{}"),
            ("2019-03-31", "2019-03-31", "{}"),
            ("Rate 2019-03", "2019-03", "Rate {}"),
            ("MarTotal_2010", "2010", "MarTotal_{}"),
            ("Mid2009Pop0-17", "2009", "Mid{}Pop0-17"),
            ("Number of enquiries 2017-18", "2017/18", "Number of enquiries {}"),
            ("Fostering_in_England_2017-18_dataset", "2017/18", "Fostering_in_England_{}_dataset"),
            ("Local_authority_level_fostering_data_2018_to_2019", "2019", ""),
        ] {
            let dated = find(text).unwrap();
            assert_eq!(dated.period.to_string(), period, "{text}");
            assert!(family.is_empty() || dated.family == family, "{text}: {}", dated.family);
        }
        assert_eq!(find("CLA_male"), None);
        assert_eq!(find("E06000001"), None);
    }

    #[test]
    fn the_kind_of_year_says_which_days_are_meant() {
        for (text, identifier, period) in [
            ("2024", "Reporting year", "2024"),
            ("2024", "Calendar year", "2024"),
            ("202324", "Financial year", "2023/24"),
            ("202324", "Academic year", "2023-09/2024-08"),
            ("202021", "Part 1 (April to September)", "2020-04/2020-09"),
            ("202021", "Financial year Q4", "2021-01/2021-03"),
            ("2024", "January", "2024-01"),
        ] {
            assert_eq!(with_identifier(text, identifier).unwrap().to_string(), period, "{text} {identifier}");
        }
        assert_eq!(with_identifier("201720", "Academic year"), Err(PeriodFault::NotInARow));
        assert_eq!(with_identifier("2017", "Autumn term"), Err(PeriodFault::UnknownKind));
        assert_eq!(with_identifier("2016/18", ""), Err(PeriodFault::NotAPeriod));
    }
}
