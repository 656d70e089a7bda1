//! Dates and periods as people in the UK write them: 30 September 2017; April to September 2017.
//!
//! The form that files use is the `Display` of the types in [`super::period`].

use super::{Date, Period, TimeUnit, When};
use crate::say;

fn month_name(month: i8) -> &'static str {
    match month {
        1 => say!("period-january"),
        2 => say!("period-february"),
        3 => say!("period-march"),
        4 => say!("period-april"),
        5 => say!("period-may"),
        6 => say!("period-june"),
        7 => say!("period-july"),
        8 => say!("period-august"),
        9 => say!("period-september"),
        10 => say!("period-october"),
        11 => say!("period-november"),
        12 => say!("period-december"),
        _ => "",
    }
}

fn month_of(month: i8, year: i16) -> String {
    say!("period-month", month = month_name(month), year = year.to_string())
}

impl Date {
    /// As written in the UK: "30 September 2017", "September 2017", "2016/17".
    pub fn label(self) -> String {
        match self {
            Self::Year(_) | Self::FinancialYear(_) => self.to_string(),
            Self::Month(year, month) => month_of(month, year),
            Self::Day(day) => {
                say!("period-day", day = day.day(), month = month_name(day.month()), year = day.year().to_string())
            }
        }
    }
}

impl Period {
    /// A length that no words anchor to a date, "18 months"; `None` of all other periods. An implied one says so.
    pub fn bare_length(&self) -> Option<String> {
        match &self.when {
            When::Length { count, unit, anchor } if anchor.is_empty() => {
                Some(self.said(length_in_words(*unit, *count)))
            }
            When::At(_) | When::Span(_) | When::Since(_) | When::Length { .. } | When::NotStated => None,
        }
    }

    /// As a phrase that can stand alone: "2015", "the whole of 2016", "since 1 April 2017", "over 18 months",
    /// "period not stated". An implied one says so.
    pub fn label(&self) -> String {
        let words = match &self.when {
            When::At(at) => at.label(),
            When::Span(span) => span_words(span.from, span.to),
            When::Since(from) => say!("period-since", from = from.label()),
            When::Length { count, unit, anchor } => {
                let length = length_in_words(*unit, *count);
                if anchor.is_empty() {
                    say!("period-over", length = length)
                } else {
                    say!("period-anchored", length = length, anchor = anchor.as_str())
                }
            }
            When::NotStated => say!("period-not-stated").to_owned(),
        };
        self.said(words)
    }

    fn said(&self, words: String) -> String {
        if self.implied { say!("period-implied", period = words) } else { words }
    }
}

fn length_in_words(unit: TimeUnit, count: u16) -> String {
    match unit {
        TimeUnit::Days => say!("period-days", n = count),
        TimeUnit::Weeks => say!("period-weeks", n = count),
        TimeUnit::Months => say!("period-months", n = count),
        TimeUnit::Years => say!("period-years", n = count),
    }
}

/// Whole calendar years and whole months are told as such.
fn span_words(from: Date, to: Date) -> String {
    let (first, last) = (from.first_day(), to.last_day());
    let whole_months = first.day() == 1 && last == last.last_of_month();
    if matches!((from, to), (Date::Day(_) | Date::Month(..), Date::Day(_) | Date::Month(..))) && whole_months {
        if first.year() == last.year() {
            if first.month() == 1 && last.month() == 12 {
                return say!("period-whole-year", year = first.year().to_string());
            }
            if first.month() == last.month() {
                return month_of(first.month(), first.year());
            }
            let (begin, end) = (month_name(first.month()), month_name(last.month()));
            return say!("period-months-of-a-year", from = begin, to = end, year = first.year().to_string());
        }
        let (begin, end) = (month_of(first.month(), first.year()), month_of(last.month(), last.year()));
        return say!("period-from-to", from = begin, to = end);
    }
    say!("period-from-to", from = from.label(), to = to.label())
}
