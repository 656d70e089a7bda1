//! Writings of a period that mean one thing here and another to many who write reports, and how to write each so that nobody asks.
//!
//! "2010-11" is November 2010 and, in many reports, the financial year; "2016/2017" is two calendar years, and often one financial
//! year. Which of them was meant is never guessed here.

use std::fmt::Write as _;

use super::{BenchmarkValue, Date, Outcome, Period, Published, Span, When};

/// What a period says of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodReading {
    /// When something was counted.
    Counted,
    /// What lay between, when a thing was published or done: two years there are from one to the other.
    Between,
}

/// The two readings of one writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readings {
    /// What it means here, in a writing that has no second meaning.
    pub here: Period,
    /// What many reports mean by it.
    pub other: Period,
}

impl Period {
    /// Both readings of a writing that has two; `None` where it has one.
    ///
    /// ```
    /// use sidebyside::model::{Period, PeriodReading};
    /// let readings = Period::parse("2010-11").unwrap().readings(PeriodReading::Counted).unwrap();
    /// assert_eq!(readings.here.to_string(), "2010-11-01/2010-11-30");
    /// assert_eq!(readings.other.to_string(), "2010/11");
    /// assert!(Period::parse("2017-09").unwrap().readings(PeriodReading::Counted).is_none());
    /// ```
    pub fn readings(&self, timing: PeriodReading) -> Option<Readings> {
        let with = |when: When| Self { when, implied: self.implied };
        let days =
            |from: Date, to: Date| When::Span(Span { from: Date::Day(from.first_day()), to: Date::Day(to.last_day()) });
        let (here, other) = match self.when {
            When::At(month) => (days(month, month), When::At(as_financial_year(month)?)),
            When::Since(month) => (When::Since(Date::Day(month.first_day())), When::Since(as_financial_year(month)?)),
            When::Span(Span { .. }) if timing == PeriodReading::Between => return None,
            When::Span(Span { from: Date::Year(from), to: Date::Year(to) }) if to == from + 1 => {
                (days(Date::Year(from), Date::Year(to)), When::At(Date::FinancialYear(from)))
            }
            When::Span(Span { from, to }) => {
                // Both ends have to be readable as financial years, and one of them as a month.
                let either = |date: Date| match date {
                    Date::FinancialYear(_) => Some(date),
                    Date::Month(..) | Date::Year(_) | Date::Day(_) => as_financial_year(date),
                };
                let read = Span { from: either(from)?, to: either(to)? };
                if (read.from, read.to) == (from, to) || read.to.last_day() < read.from.first_day() {
                    return None;
                }
                (days(from, to), When::Span(read))
            }
            When::Length { .. } | When::NotStated => return None,
        };
        Some(Readings { here: with(here), other: with(other) })
    }

    /// The same period in a writing that has no second meaning.
    #[must_use]
    pub fn in_clear(self, timing: PeriodReading) -> Self {
        match self.readings(timing) {
            Some(readings) => readings.here,
            None => self,
        }
    }
}

/// A month whose writing is that of a financial year as well: 2010-11, and not 2010-12.
fn as_financial_year(date: Date) -> Option<Date> {
    match date {
        Date::Month(year, month) if i16::from(month) == (year + 1) % 100 => Some(Date::FinancialYear(year)),
        Date::Month(..) | Date::Year(_) | Date::FinancialYear(_) | Date::Day(_) => None,
    }
}

macro_rules! periods {
    ($(#[$doc:meta])* $name:ident $($mutable:tt)?) => {
        $(#[$doc])*
        pub fn $name(&$($mutable)? self) -> Vec<(String, PeriodReading, &$($mutable)? Period)> {
            use PeriodReading::{Between, Counted};
            let mut found: Vec<(String, PeriodReading, &$($mutable)? Period)> = Vec::new();
            let mut add = |field: &str, timing, period| found.push((["published", field].concat(), timing, period));
            match & $($mutable)? self.published {
                Published::Pair { before, after, over, .. } => {
                    add(".before[1]", Counted, & $($mutable)? before.period);
                    add(".after[1]", Counted, & $($mutable)? after.period);
                    add(".over", Between, over);
                }
                Published::Change { over, level, .. } => {
                    add(".over", Between, over);
                    if let Some(super::KnownLevel::Before(known) | super::KnownLevel::After(known)) = level {
                        add(".level[1]", Counted, & $($mutable)? known.period);
                    }
                }
                Published::Direction { over, .. } => add(".over", Between, over),
                Published::Rating { before, after } => {
                    add(".before.date", Between, & $($mutable)? before.date);
                    add(".after.date", Between, & $($mutable)? after.date);
                }
                Published::Part { period, .. } => add(".period", Counted, period),
                Published::Single(level) => add(".period", Counted, & $($mutable)? level.period),
                Published::SingleGrade(grade) => add(".date", Between, & $($mutable)? grade.date),
                Published::Series { points, start } => {
                    let mut field = String::new();
                    for (nth, point) in points.into_iter().enumerate() {
                        field.clear();
                        // Writing to a text can't fail.
                        let _ = write!(field, ".points[{nth}][0]");
                        add(&field, Counted, & $($mutable)? point.period);
                    }
                    if let Some(start) = start {
                        add(".start", Between, start);
                    }
                }
                Published::Suppressed(_) => {}
            }
            if let Some(benchmark) = & $($mutable)? self.benchmark {
                let timing = if matches!(benchmark.value, BenchmarkValue::Level(_)) { Counted } else { Between };
                found.push(("benchmark.over".to_owned(), timing, & $($mutable)? benchmark.over));
            }
            found
        }
    };
}

impl Outcome {
    periods! {
        /// Every period of the outcome with the field that holds it, as findings name it (`published.before[1]`), and what it says.
        periods
    }
    periods! {
        /// Every period of the outcome as [`Self::periods`] has them, to be changed.
        periods_mut mut
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_writing_with_two_meanings_has_both_and_each_has_one() {
        for (text, timing, here, other) in [
            ("2010-11", PeriodReading::Counted, "2010-11-01/2010-11-30", "2010/11"),
            ("2010-11", PeriodReading::Between, "2010-11-01/2010-11-30", "2010/11"),
            ("since 2008-09", PeriodReading::Between, "since 2008-09-01", "since 2008/09"),
            ("2016/2017", PeriodReading::Counted, "2016-01-01/2017-12-31", "2016/17"),
            ("1999/2000 (implied)", PeriodReading::Counted, "1999-01-01/2000-12-31 (implied)", "1999/00 (implied)"),
            ("2009-10/2010-11", PeriodReading::Counted, "2009-10-01/2010-11-30", "2009/10/2010/11"),
            ("2010-11/2016/17", PeriodReading::Counted, "2010-11-01/2017-03-31", "2010/11/2016/17"),
        ] {
            let readings = Period::parse(text).unwrap().readings(timing).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((readings.here.to_string().as_str(), readings.other.to_string().as_str()), (here, other));
            for one in [readings.here, readings.other] {
                assert!(one.readings(timing).is_none(), "{one}");
                assert_eq!(Period::parse(&one.to_string()).as_ref(), Ok(&one));
            }
        }
        for text in ["2017", "2016/17", "2017-09", "2010-12", "2010/2017", "2010-11/2011-03", "2009-10-11", "18 months"]
        {
            assert!(Period::parse(text).unwrap().readings(PeriodReading::Counted).is_none(), "{text}");
        }
        // From one year to the next is what a change lay between.
        assert!(Period::parse("2016/2017").unwrap().readings(PeriodReading::Between).is_none());
    }
}
