//! How long a period is, and the time between two of them, in months.
//!
//! Definition (R3): whole calendar months count as months; every other span counts as its days ÷ 30.4375, which is the mean
//! month of the Julian year (365.25 ÷ 12). Two lengths within 2% of the longer one are equal. The time *between* a before
//! and an after (for R15's order) runs from the middle of the one to the middle of the other on a scale of calendar months,
//! so that 2015 to 2016 is 12 months whether or not one of them is a leap year. No source gives these; they are conventions.
//!
//! Nothing here is NaN: an unknown length is `None`. A length is never zero, because a span contains its first and last day.

use jiff::civil;

use crate::model::{Date, Period, Published, TimeUnit, When};

/// Days in the mean month: 365.25 ÷ 12.
pub const DAYS_PER_MONTH: f64 = 30.4375;

/// Lengths whose difference is at most this part of the longer one are equal (R3).
const EQUAL_WITHIN: f64 = 0.02;

/// The length of a period over which a flow was counted, in months.
///
/// `None` where the length is unknown: since a date, not stated, or a single day, on which a stock is counted but no
/// flow.
///
/// ```
/// use sidebyside::{compare::months::months_of, model::Period};
/// let months = |text: &str| months_of(&Period::parse(text).unwrap());
/// assert_eq!(months("2016-01-01/2016-12-31"), Some(12.0));
/// assert_eq!(months("2017-04/2017-09"), Some(6.0));
/// assert_eq!(months("since 2017-04-01"), None);
/// ```
pub fn months_of(period: &Period) -> Option<f64> {
    match &period.when {
        When::At(Date::Day(_)) | When::Since(_) | When::NotStated => None,
        When::At(date) => Some(covered(date.first_day(), date.last_day())),
        When::Span(span) => Some(covered(span.from.first_day(), span.to.last_day())),
        When::Length { count, unit, .. } => {
            let count = f64::from(*count);
            Some(match unit {
                TimeUnit::Days => count / DAYS_PER_MONTH,
                TimeUnit::Weeks => count * 7.0 / DAYS_PER_MONTH,
                TimeUnit::Months => count,
                TimeUnit::Years => count * 12.0,
            })
        }
    }
}

/// Whether two lengths in months are equal within 2% of the longer one (R3). Lengths that are not above zero equal nothing.
pub fn equal_lengths(a: f64, b: f64) -> bool {
    a > 0.0 && b > 0.0 && (a - b).abs() <= EQUAL_WITHIN * a.max(b) * (1.0 + 1e-12)
}

/// Whether a length in months is a whole number of years, within the 2% of [`equal_lengths`].
pub fn is_whole_years(months: f64) -> bool {
    let years = (months / 12.0).round();
    years >= 1.0 && equal_lengths(months, years * 12.0)
}

/// The time between before and after in months, for the default order (R15).
///
/// The length of `over` where the source states it; a date in `over` means its middle, so that "2010/2017" is seven
/// years. Otherwise the time from the middle of `before` (or from the date that `over` begins with, for "since") to the
/// middle of `after`. `None` where neither is known, or where after is not later than before.
pub fn duration_months(before: &Period, after: &Period, over: &Period) -> Option<f64> {
    let stated = match &over.when {
        When::Span(span) => Some(middle_of(span.to) - middle_of(span.from)),
        When::Length { .. } | When::At(_) | When::Since(_) | When::NotStated => months_of(over),
    };
    let positive = |months: &f64| *months > 0.0;
    stated.filter(positive).or_else(|| {
        let start = middle(before).or(match over.when {
            When::Since(date) => Some(middle_of(date)),
            When::At(_) | When::Span(_) | When::Length { .. } | When::NotStated => None,
        })?;
        Some(middle(after)? - start).filter(positive)
    })
}

/// The time that one account spans in months; `None` where it is unknown or there is only one point in time.
pub fn duration_of(published: &Published) -> Option<f64> {
    use crate::model::KnownLevel::{After, Before};
    let unknown = Period::not_stated();
    match published {
        Published::Pair { before, after, over, .. } => duration_months(&before.period, &after.period, over),
        Published::Change { over, level, .. } => match level {
            Some(Before(level)) => duration_months(&level.period, &unknown, over),
            Some(After(level)) => duration_months(&unknown, &level.period, over),
            None => duration_months(&unknown, &unknown, over),
        },
        Published::Direction { over, .. } => duration_months(&unknown, &unknown, over),
        Published::Rating { before, after } => duration_months(&before.date, &after.date, &unknown),
        Published::Series { points, .. } => duration_months(&points.first()?.period, &points.last()?.period, &unknown),
        Published::Suppressed(remains) => match (remains.before.period(), remains.after.period()) {
            (None, None) if !remains.over.is_stated() => None,
            (before, after) => duration_months(before.unwrap_or(&unknown), after.unwrap_or(&unknown), &remains.over),
        },
        Published::Part { .. } | Published::Single(_) | Published::SingleGrade(_) => None,
    }
}

/// Months from the first to the last day, both counted.
fn covered(first: civil::Date, last: civil::Date) -> f64 {
    if first.day() == 1 && last == last.last_of_month() {
        let months = |date: civil::Date| i32::from(date.year()) * 12 + i32::from(date.month());
        return f64::from(months(last) - months(first) + 1);
    }
    let days = last.duration_since(first).as_hours() / 24 + 1;
    days as f64 / DAYS_PER_MONTH
}

/// The middle of a period on the scale of calendar months; `None` where it has no dates.
pub fn middle(period: &Period) -> Option<f64> {
    period.days().map(|(first, last)| middle_of_days(first, last))
}

fn middle_of(date: Date) -> f64 {
    middle_of_days(date.first_day(), date.last_day())
}

fn middle_of_days(first: civil::Date, last: civil::Date) -> f64 {
    f64::midpoint(beginning(first), end(last))
}

/// Where a year begins on the scale of [`beginning`].
pub fn of_year(year: i32) -> f64 {
    f64::from(year) * 12.0 + 1.0
}

/// Calendar months since year 0 where a day begins; each month has the length 1 whatever its days.
pub fn beginning(day: civil::Date) -> f64 {
    calendar_months(day, day.day() - 1)
}

/// Calendar months since year 0 where a day ends.
pub fn end(day: civil::Date) -> f64 {
    calendar_months(day, day.day())
}

fn calendar_months(date: civil::Date, days_gone: i8) -> f64 {
    f64::from(date.year()) * 12.0 + f64::from(date.month()) + f64::from(days_gone) / f64::from(date.days_in_month())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn period(text: &str) -> Period {
        Period::parse(text).unwrap()
    }

    #[test]
    fn r3_whole_calendar_months_count_as_months_other_spans_as_days() {
        let cases = [
            ("2016-01-01/2016-12-31", 12.0),
            ("2017-04-01/2017-09-30", 6.0),
            ("2017-04/2017-09", 6.0),
            ("2016-02-01/2016-02-29", 1.0),
            ("2015", 12.0),
            ("2016/17", 12.0),
            ("2017-09", 1.0),
            ("2010/2017", 96.0),
            ("2009/10/2017/18", 108.0),
            ("18 months", 18.0),
            ("3 years to 2017", 36.0),
            ("1 year (implied)", 12.0),
            ("12 weeks", 84.0 / 30.4375),
            ("90 days", 90.0 / 30.4375),
            ("2016-02-01/2016-02-28", 28.0 / 30.4375),
            ("2017-04-06/2018-04-05", 365.0 / 30.4375),
            ("2017-01-05/2017-01-05", 1.0 / 30.4375),
        ];
        for (text, months) in cases {
            assert_eq!(months_of(&period(text)), Some(months), "{text}");
        }
    }

    #[test]
    fn r3_a_day_an_open_span_and_nothing_have_no_length() {
        for text in ["2017-09-30", "since 2011", "since 2017-04-01", "not stated"] {
            assert_eq!(months_of(&period(text)), None, "{text}");
        }
    }

    #[test]
    fn r3_lengths_within_two_per_cent_are_equal() {
        for (a, b, equal) in [
            (12.0, 12.0, true),
            (12.0, 365.0 / 30.4375, true),
            (100.0, 98.0, true),
            (100.0, 97.9, false),
            (12.0, 6.0, false),
            (0.0, 0.0, false),
            (f64::NAN, 1.0, false),
        ] {
            assert_eq!(equal_lengths(a, b), equal, "{a} {b}");
            assert_eq!(equal_lengths(b, a), equal, "{b} {a}");
        }
    }

    #[test]
    fn part_years_are_told_from_whole_years() {
        for (months, whole) in [(12.0, true), (11.99, true), (24.0, true), (6.0, false), (18.0, false), (0.1, false)] {
            assert_eq!(is_whole_years(months), whole, "{months}");
        }
    }

    #[test]
    fn r15_a_duration_is_stated_or_runs_from_middle_to_middle() {
        let cases = [
            ("2016-01-01/2016-12-31", "2017-04-01/2017-09-30", "not stated", Some(12.0)),
            ("2015", "2016", "not stated", Some(12.0)),
            ("2016", "2017", "not stated", Some(12.0)),
            ("2015-03-31", "2017-03-31", "not stated", Some(24.0)),
            ("2005/06", "2015/16", "not stated", Some(120.0)),
            ("not stated", "not stated", "18 months", Some(18.0)),
            ("2010", "2017", "5 years", Some(60.0)),
            ("not stated", "not stated", "2010/2017", Some(84.0)),
            ("not stated", "2017-09", "since 2017-04", Some(5.0)),
            ("not stated", "not stated", "since 2017-04", None),
            ("2017", "2016", "not stated", None),
            ("2017", "2017", "not stated", None),
            ("12 months before the programme", "12 months", "not stated", None),
        ];
        for (before, after, over, months) in cases {
            let found = duration_months(&period(before), &period(after), &period(over));
            assert_eq!(found.map(|m| (m * 1e6).round() / 1e6), months, "{before} {after} {over}");
        }
    }

    proptest! {
        #[test]
        fn a_length_in_months_is_above_zero_and_finite(from in 0_i64..20_000, days in 0_i64..20_000) {
            let first = civil::date(1990, 1, 1).saturating_add(jiff::Span::new().days(from));
            let last = first.saturating_add(jiff::Span::new().days(days));
            let months = months_of(&period(&format!("{first}/{last}"))).unwrap();
            prop_assert!(months > 0.0 && months.is_finite());
            // Calendar months are never further than one and a half days from mean months over a lifetime.
            let mean = (days + 1) as f64 / DAYS_PER_MONTH;
            prop_assert!((months - mean).abs() < 0.12, "{} {}", months, mean);
        }
    }
}
