//! Which pairs of dates of a series the words of a claim allow (R19).
//!
//! Definition: a date that was said stands for each date of the series within it, or for the nearest one within half a year. "Since" goes to
//! one of the last three dates before the document came out. A length of time fits two dates that are as far apart within half a year.
//! Where nothing was said of the time, the last three dates before the document came out are compared.

use jiff::civil;

use crate::model::{Date, Measure, Period, TimeUnit, When};

/// Between which dates.
pub(super) enum ClaimTime {
    /// From one date to another.
    Between(Date, Date),
    /// Over this, as it was said.
    Over(When),
}

/// The dates of a series.
pub(super) struct SeriesDates<'a> {
    /// In order of time.
    pub(super) periods: Vec<&'a Period>,
    /// How they are counted.
    pub(super) measure: Measure,
}

/// So many dates before a document came out may be the end of what it tells, where it does not say.
const LAST_DATES: usize = 3;
/// A date of the series may be so many days from the one that was said, where none lies within it.
const NEAR_DAYS: i32 = 183;
/// Two dates may be so many months nearer or further apart than the length that was said.
const NEAR_MONTHS: i32 = 6;

impl<'a> SeriesDates<'a> {
    /// The pairs of dates that the words allow, later ones first.
    pub(super) fn allowed_by(&self, time: &ClaimTime, by: Option<civil::Date>) -> Vec<(&'a Period, &'a Period)> {
        let mut pairs = match time {
            ClaimTime::Between(from, to) => product(&self.at(*from), &self.at(*to)),
            ClaimTime::Over(When::Span(span)) => product(&self.at(span.from), &self.at(span.to)),
            ClaimTime::Over(When::At(date)) => {
                let start = date.first_day().yesterday().unwrap_or(date.first_day());
                product(&self.near(start), &self.near(date.last_day()))
            }
            ClaimTime::Over(When::Since(date)) => product(&self.at(*date), &self.before(by, LAST_DATES)),
            ClaimTime::Over(When::Length { count, unit, anchor }) => {
                let months = f64::from(*count) * months_of(*unit);
                let years = years_in(anchor);
                let starts = match years.as_slice() {
                    // "18 months between January 2015 and November 2016": both dates lie there.
                    [first, .., _] => self.since(*first),
                    [] | [_] => self.periods.clone(),
                };
                let ends = match years.as_slice() {
                    [first, .., last] => (*first..=*last).flat_map(|year| self.at(Date::Year(year))).collect(),
                    [year] => self.at(Date::Year(*year)),
                    [] if anchor.contains("publication") => self.before(by, 1),
                    [] => self.before(by, LAST_DATES),
                };
                let fits = |(from, to): &(&Period, &Period)| {
                    months_between(from, to)
                        .is_some_and(|gap| gap > 0 && (f64::from(gap) - months).abs() <= f64::from(NEAR_MONTHS))
                };
                product(&starts, &ends).into_iter().filter(fits).collect()
            }
            ClaimTime::Over(When::NotStated) => {
                let ends = self.before(by, 1);
                product(&self.before(by, LAST_DATES), &ends)
            }
        };
        pairs.retain(|(from, to)| months_between(from, to).is_some_and(|gap| gap > 0));
        pairs.sort_by_key(|(from, to)| std::cmp::Reverse((to.days(), from.days())));
        pairs
    }

    /// The dates within one that was said; where none is, the nearest one. What is counted over a time has to be counted over this time.
    fn at(&self, date: Date) -> Vec<&'a Period> {
        let (first, last) = (date.first_day(), date.last_day());
        let is_within = |period: &&&Period| {
            period.days().is_some_and(|(from, to)| match self.measure {
                Measure::Flow => days_between(from, first) <= 31 && days_between(to, last) <= 31,
                Measure::Stock
                | Measure::Rate
                | Measure::Average
                | Measure::Share
                | Measure::Rating
                | Measure::NotStated => to >= first && to <= last,
            })
        };
        let within: Vec<&Period> = self.periods.iter().filter(is_within).copied().collect();
        if within.is_empty() && self.measure != Measure::Flow { self.near(first) } else { within }
    }

    /// The date nearest to a day, where it is near enough.
    fn near(&self, day: civil::Date) -> Vec<&'a Period> {
        let distance = |period: &&Period| period.days().map_or(i32::MAX, |(_, last)| days_between(last, day));
        let nearest = self.periods.iter().copied().min_by_key(distance);
        nearest.filter(|period| distance(period) <= NEAR_DAYS).into_iter().collect()
    }

    /// The dates from a year on.
    fn since(&self, year: i16) -> Vec<&'a Period> {
        let is_since = |period: &&&Period| period.days().is_some_and(|(_, last)| last.year() >= year);
        self.periods.iter().filter(is_since).copied().collect()
    }

    /// The last few dates until a day.
    fn before(&self, by: Option<civil::Date>, number: usize) -> Vec<&'a Period> {
        let is_before = |period: &&&Period| period.days().is_some_and(|(_, last)| by.is_none_or(|by| last <= by));
        let before: Vec<&Period> = self.periods.iter().filter(is_before).copied().collect();
        before.get(before.len().saturating_sub(number)..).unwrap_or_default().to_vec()
    }
}

fn product<'a>(from: &[&'a Period], to: &[&'a Period]) -> Vec<(&'a Period, &'a Period)> {
    from.iter().flat_map(|from| to.iter().map(move |to| (*from, *to))).collect()
}

fn days_between(one: civil::Date, other: civil::Date) -> i32 {
    one.since(other).map_or(i32::MAX, |span| span.get_days().abs())
}

/// Whole months from the last day of one period to that of another, rounded; `None` where a day is not known.
fn months_between(from: &Period, to: &Period) -> Option<i32> {
    let ((_, from), (_, to)) = (from.days()?, to.days()?);
    let months = |date: civil::Date| i32::from(date.year()) * 12 + i32::from(date.month());
    Some(months(to) - months(from))
}

fn months_of(unit: TimeUnit) -> f64 {
    match unit {
        TimeUnit::Days => 12.0 / 365.25,
        TimeUnit::Weeks => 84.0 / 365.25,
        TimeUnit::Months => 1.0,
        TimeUnit::Years => 12.0,
    }
}

/// The years in words such as "to Spring 2017", in order of time.
fn years_in(words: &str) -> Vec<i16> {
    let numbers = words.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let mut years: Vec<i16> =
        numbers.filter_map(|digits| digits.parse().ok()).filter(|year| (1900..2200).contains(year)).collect();
    years.sort_unstable();
    years.dedup();
    years
}
