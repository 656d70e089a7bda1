//! Dates and periods as people in the UK write them: 30 September 2017; April to September 2017.
//!
//! The form that files use is the `Display` of the types in [`super::period`].

use super::{Date, Period, TimeUnit, When};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_name(month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|index| MONTHS.get(index)).copied().unwrap_or("")
}

impl Date {
    /// As written in the UK: "30 September 2017", "September 2017", "2016/17".
    pub fn in_words(self) -> String {
        match self {
            Self::Year(_) | Self::FinancialYear(_) => self.to_string(),
            Self::Month(year, month) => format!("{} {year}", month_name(month)),
            Self::Day(day) => format!("{} {} {}", day.day(), month_name(day.month()), day.year()),
        }
    }
}

impl Period {
    /// As a phrase that can stand alone: "2015", "the whole of 2016", "since 1 April 2017", "over 18 months",
    /// "period not stated". An implied one says so.
    pub fn in_words(&self) -> String {
        let words = match &self.when {
            When::At(at) => at.in_words(),
            When::Span(span) => span_words(span.from, span.to),
            When::Since(from) => format!("since {}", from.in_words()),
            When::Length { count, unit, anchor } => {
                let length = format!("{count} {}", unit_word(*unit, *count));
                if anchor.is_empty() { format!("over {length}") } else { format!("{length} {anchor}") }
            }
            When::NotStated => "period not stated".to_owned(),
        };
        if self.implied { format!("{words} (implied)") } else { words }
    }
}

fn unit_word(unit: TimeUnit, count: u16) -> &'static str {
    TimeUnit::ALL
        .into_iter()
        .find(|(u, _, _)| *u == unit)
        .map_or("", |(_, one, many)| if count == 1 { one } else { many })
}

/// Whole calendar years and whole months are told as such.
fn span_words(from: Date, to: Date) -> String {
    let (first, last) = (from.first_day(), to.last_day());
    let whole_months = first.day() == 1 && last == last.last_of_month();
    if matches!((from, to), (Date::Day(_) | Date::Month(..), Date::Day(_) | Date::Month(..))) && whole_months {
        let (begin, end) = (month_name(first.month()), month_name(last.month()));
        if first.year() == last.year() {
            if first.month() == 1 && last.month() == 12 {
                return format!("the whole of {}", first.year());
            }
            if first.month() == last.month() {
                return format!("{begin} {}", first.year());
            }
            return format!("{begin} to {end} {}", first.year());
        }
        return format!("{begin} {} to {end} {}", first.year(), last.year());
    }
    format!("{} to {}", from.in_words(), to.in_words())
}
