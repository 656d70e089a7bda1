//! When something was counted, at the precision that was published.
//!
//! How long a period is, in months, is arithmetic and lives in [`crate::compare`].

use std::fmt;

use jiff::civil;
use thiserror::Error;

use super::Explanation;
use super::explanation::print_explanation;
use crate::say;
use crate::words::letters::with_plain_spaces;

/// A date at the precision published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Date {
    /// "2015": the calendar year.
    Year(i16),
    /// "2016/17": April 2016 to March 2017, named by its first year.
    FinancialYear(i16),
    /// "2017-09".
    Month(i16, i8),
    /// "2017-09-30".
    Day(civil::Date),
}

impl Date {
    /// The first day it can mean.
    pub fn first_day(self) -> civil::Date {
        match self {
            Self::Year(year) => day(year, 1, 1),
            Self::FinancialYear(year) => day(year, 4, 1),
            Self::Month(year, month) => day(year, month, 1),
            Self::Day(date) => date,
        }
    }

    /// The last day it can mean.
    pub fn last_day(self) -> civil::Date {
        match self {
            Self::Year(year) => day(year, 12, 31),
            Self::FinancialYear(year) => day(year + 1, 3, 31),
            Self::Month(year, month) => day(year, month, 1).last_of_month(),
            Self::Day(date) => date,
        }
    }
}

/// Year and month were checked when the date was read, so that this never falls back in practice.
fn day(year: i16, month: i8, day: i8) -> civil::Date {
    civil::Date::new(year, month, day).unwrap_or(civil::Date::ZERO)
}

/// From the first day of one date to the last day of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// Where it begins.
    pub from: Date,
    /// Where it ends.
    pub to: Date,
}

/// The unit of a length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeUnit {
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
}

impl TimeUnit {
    /// Every unit with its words for one and for many.
    pub const ALL: [(Self, &'static str, &'static str); 4] = [
        (Self::Days, "day", "days"),
        (Self::Weeks, "week", "weeks"),
        (Self::Months, "month", "months"),
        (Self::Years, "year", "years"),
    ];

    fn word(self, count: u16) -> &'static str {
        let words = Self::ALL.into_iter().find(|(unit, _, _)| *unit == self);
        words.map_or("", |(_, one, many)| if count == 1 { one } else { many })
    }
}

/// What was said about time.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// At or in a date.
    At(Date),
    /// From one date to another.
    Span(Span),
    /// Since a date; the end is not stated.
    Since(Date),
    /// A length, with or without words that anchor it.
    Length {
        /// How many units; at least 1.
        count: u16,
        /// The unit.
        unit: TimeUnit,
        /// Words that anchor it ("to 2017", "before the programme"); empty where there are none.
        anchor: String,
    },
    /// The source does not say.
    NotStated,
}

/// A period, and whether the source states it or only implies it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// What was said.
    pub when: When,
    /// `true` where the source only implies it.
    pub implied: bool,
}

/// Why a text is not a period.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum PeriodError {
    /// The text is no period.
    NotAPeriod(String),
    /// A financial year in another writing than that of the file: the text, and how it is written here.
    WithADash(String, String),
    /// The end comes before the start.
    EndBeforeStart(String),
}

print_explanation!(PeriodError);

impl From<&PeriodError> for Explanation {
    fn from(error: &PeriodError) -> Self {
        match error {
            PeriodError::NotAPeriod(text) => {
                Self::new(say!("model-period-none", text = text.as_str()), say!("model-period-none.fix"))
            }
            PeriodError::WithADash(text, year) => Self::new(
                say!("model-period-none", text = text.as_str()),
                say!("model-period-with-a-dash.fix", year = year.as_str()),
            ),
            PeriodError::EndBeforeStart(text) => {
                Self::new(say!("model-period-reversed", text = text.as_str()), say!("model-period-reversed.fix"))
            }
        }
    }
}

impl Period {
    /// The source does not say when.
    pub fn not_stated() -> Self {
        Self { when: When::NotStated, implied: false }
    }

    /// Whether anything is known of it.
    pub fn is_stated(&self) -> bool {
        self.when != When::NotStated
    }

    /// Reads the writing that [`fmt::Display`] prints.
    ///
    /// # Errors
    /// A [`PeriodError`] that shows how periods are written.
    pub fn parse(text: &str) -> Result<Self, PeriodError> {
        let spaced = with_plain_spaces(text);
        let trimmed = spaced.trim();
        let (body, implied) = match trimmed.strip_suffix("(implied)") {
            Some(body) => (body.trim_end(), true),
            None => (trimmed, false),
        };
        let wrong = || match financial_year_with_a_dash(body) {
            Some(year) => PeriodError::WithADash(text.to_owned(), year),
            None => PeriodError::NotAPeriod(text.to_owned()),
        };
        let when = if body == "not stated" {
            When::NotStated
        } else if let Some(date) = body.strip_prefix("since ") {
            When::Since(parse_date(date.trim()).ok_or_else(wrong)?)
        } else if let Some(date) = parse_date(body) {
            When::At(date)
        } else if let Some((from, to)) = split_span(body) {
            if to.last_day() < from.first_day() {
                return Err(PeriodError::EndBeforeStart(text.to_owned()));
            }
            When::Span(Span { from, to })
        } else {
            parse_length(body).ok_or_else(wrong)?
        };
        Ok(Self { when, implied })
    }

    /// The first and last day, where both are known.
    pub fn days(&self) -> Option<(civil::Date, civil::Date)> {
        match self.when {
            When::At(date) => Some((date.first_day(), date.last_day())),
            When::Span(span) => Some((span.from.first_day(), span.to.last_day())),
            When::Since(_) | When::Length { .. } | When::NotStated => None,
        }
    }
}

/// A span is two dates with a slash; a financial year's own slash is told apart by its two-digit end.
fn split_span(text: &str) -> Option<(Date, Date)> {
    text.match_indices('/').find_map(|(at, _)| {
        let (from, rest) = text.split_at_checked(at)?;
        Some((parse_date(from)?, parse_date(rest.strip_prefix('/')?)?))
    })
}

fn parse_date(text: &str) -> Option<Date> {
    let digits = |s: &str, len: usize| s.len() == len && s.bytes().all(|b| b.is_ascii_digit());
    let year_of = |s: &str| -> Option<i16> {
        let year: i16 = if digits(s, 4) { s.parse().ok()? } else { return None };
        (1000..=9000).contains(&year).then_some(year)
    };
    if let Some((first, last)) = text.split_once('/') {
        let year = year_of(first)?;
        let last: i16 = if digits(last, 2) { last.parse().ok()? } else { return None };
        return (last == (year + 1) % 100).then_some(Date::FinancialYear(year));
    }
    let parts: Vec<&str> = text.split('-').collect();
    match parts.as_slice() {
        [year] => Some(Date::Year(year_of(year)?)),
        [year, month] if digits(month, 2) => {
            let (year, month) = (year_of(year)?, month.parse().ok()?);
            (1..=12).contains(&month).then_some(Date::Month(year, month))
        }
        [year, month, day] if digits(month, 2) && digits(day, 2) => {
            civil::Date::new(year_of(year)?, month.parse().ok()?, day.parse().ok()?).ok().map(Date::Day)
        }
        _ => None,
    }
}

/// "2016/17" for "2016-17" and "2016–17".
fn financial_year_with_a_dash(text: &str) -> Option<String> {
    let written = text.replace(['-', '\u{2013}'], "/");
    matches!(parse_date(&written), Some(Date::FinancialYear(_))).then_some(written)
}

fn parse_length(text: &str) -> Option<When> {
    let (count, rest) = text.split_once(' ')?;
    let count: u16 = count.parse().ok().filter(|&n| n > 0)?;
    let (word, anchor) = rest.split_once(' ').unwrap_or((rest, ""));
    let (unit, _, _) = TimeUnit::ALL.into_iter().find(|&(_, one, many)| word == one || word == many)?;
    Some(When::Length { count, unit, anchor: anchor.trim().to_owned() })
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year}"),
            Self::FinancialYear(year) => write!(f, "{year}/{:02}", (year + 1) % 100),
            Self::Month(year, month) => write!(f, "{year}-{month:02}"),
            Self::Day(date) => write!(f, "{date}"),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.when {
            When::At(date) => write!(f, "{date}")?,
            When::Span(span) => write!(f, "{}/{}", span.from, span.to)?,
            When::Since(date) => write!(f, "since {date}")?,
            When::Length { count, unit, anchor } => {
                write!(f, "{count} {}", unit.word(*count))?;
                if !anchor.is_empty() {
                    write!(f, " {anchor}")?;
                }
            }
            When::NotStated => f.write_str("not stated")?,
        }
        if self.implied { f.write_str(" (implied)") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_writing_is_read_and_written_alike() {
        for text in [
            "2015",
            "2016/17",
            "2017-09",
            "2017-09-30",
            "2016-01-01/2016-12-31",
            "2017-04/2017-09",
            "2010/2017",
            "2009/10/2017/18",
            "since 2017-04-01",
            "since 2011",
            "18 months",
            "3 years to 2017",
            "not stated",
            "12 months before the programme",
            "1 year (implied)",
            "2018-07 (implied)",
            "2016/2016/17",
        ] {
            assert_eq!(Period::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in ["", "soon", "2017-13", "2017-02-30", "17", "0 months", "2016/18", "since", "since soon"] {
            assert!(Period::parse(text).is_err(), "{text}");
        }
        assert!(matches!(Period::parse("2017-09/2017-04"), Err(PeriodError::EndBeforeStart(_))));
    }

    #[test]
    fn a_financial_year_runs_from_april_to_march() {
        let (from, to) = Period::parse("2016/17").unwrap().days().unwrap();
        assert_eq!((from.to_string(), to.to_string()), ("2016-04-01".into(), "2017-03-31".into()));
    }
}
