//! When something was counted: writings with two meanings, years of other kinds, dates that can't be, and days that whole months hide.
//!
//! Only what is doubtful is asked about, and nothing is guessed; the order of levels and points is asked in [`super::figures`].

use std::collections::{HashMap, HashSet};

use jiff::civil;

use super::PathedOutcome;
use crate::compare::months::{equal_lengths, months_of};
use crate::dataset::fault::Fault;
use crate::dataset::finding::Problem;
use crate::model::{
    Dataset, Date, Indicator, IndicatorId, Measure, Outcome, Period, PeriodReading, Published, Source, SourceId, Span,
    When,
};
use crate::say;
use crate::words::letters::folded;

/// Words of authors that tell an academic year.
const ACADEMIC: [&str; 2] = ["academic year", "school year"];

/// A span of at least so many days is a year.
const DAYS_OF_A_YEAR: i32 = 360;

/// Checks the periods of sources, programmes and outcomes.
pub(super) fn check(dataset: &Dataset, outcomes: &[&PathedOutcome<'_>], problems: &mut Vec<Problem>) {
    for (nth, source) in dataset.sources.iter().enumerate() {
        two_readings(&source.published, PeriodReading::Between, format!("sources[{nth}].published"), problems);
    }
    for (nth, programme) in dataset.programmes.iter().enumerate() {
        two_readings(&programme.dates, PeriodReading::Between, format!("programmes[{nth}].dates"), problems);
    }
    let indicators: HashMap<&IndicatorId, &Indicator> = dataset.indicators.iter().rev().map(|i| (&i.id, i)).collect();
    let sources: HashMap<&SourceId, &Source> = dataset.sources.iter().rev().map(|s| (&s.id, s)).collect();
    let concept = |outcome: &Outcome| indicators.get(&outcome.indicator).map(|i| folded(i.concept.trim()));
    let by_the_day: HashSet<String> = outcomes
        .iter()
        .filter(|placed| counted(placed.outcome).any(|period| matches!(period.when, When::At(Date::Day(_)))))
        .filter_map(|placed| concept(placed.outcome))
        .collect();
    let today = jiff::Zoned::now().date();
    for PathedOutcome { outcome, path } in outcomes {
        readings(outcome, path, problems);
        let published = last_published(outcome, &sources);
        to_come(outcome, path, today, published, problems);
        let Some(indicator) = indicators.get(&outcome.indicator) else { continue };
        academic(outcome, indicator, path, problems);
        match indicator.measure {
            Measure::Stock => {
                let is_beside_a_day = by_the_day.contains(&folded(indicator.concept.trim()));
                stock(outcome, indicator, is_beside_a_day, path, problems);
            }
            Measure::Flow => days_of_months(outcome, path, problems),
            Measure::Rate | Measure::Average | Measure::Share | Measure::Rating | Measure::NotStated => {}
        }
    }
}

/// The periods in which something was counted.
fn counted(outcome: &Outcome) -> impl Iterator<Item = &Period> {
    outcome
        .periods()
        .into_iter()
        .filter(|(_, timing, _)| *timing == PeriodReading::Counted)
        .map(|(_, _, period)| period)
}

/// "2010-11" and "2016/2017", as the form asks about them.
fn readings(outcome: &Outcome, path: &str, problems: &mut Vec<Problem>) {
    // Beside other months of a series, a month is one.
    let is_month = |period: &Period| {
        matches!(period.when, When::At(Date::Month(..))) && period.readings(PeriodReading::Counted).is_none()
    };
    let is_monthly =
        matches!(&outcome.published, Published::Series { points, .. } if points.iter().any(|p| is_month(&p.period)));
    for (field, timing, period) in outcome.periods() {
        let is_point = field.starts_with("published.points[");
        if !(is_monthly && is_point) {
            two_readings(period, timing, format!("{path}.{field}"), problems);
        }
    }
}

fn two_readings(period: &Period, timing: PeriodReading, path: String, problems: &mut Vec<Problem>) {
    let Some(readings) = period.readings(timing) else { return };
    let (clear, other) = (readings.here.to_string(), readings.other.to_string());
    let sentence =
        say!("check-two-readings", text = period.to_string(), here = period.label(), other = readings.other.label());
    let fix = say!("check-two-readings.fix", other = other, clear = clear);
    problems.push(Problem::caution(path, sentence, fix).about(Fault::TwoReadings));
}

/// The day on which the last of its sources was published, at the latest; `None` where one does not say.
fn last_published(outcome: &Outcome, sources: &HashMap<&SourceId, &Source>) -> Option<civil::Date> {
    let days = outcome.sources.iter().map(|cited| Some(sources.get(&cited.source)?.published.days()?.1));
    days.collect::<Option<Vec<_>>>()?.into_iter().max()
}

/// What is told as having happened can't have begun after today, nor after it was published.
fn to_come(
    outcome: &Outcome,
    path: &str,
    today: civil::Date,
    published: Option<civil::Date>,
    problems: &mut Vec<Problem>,
) {
    if !outcome.role.is_shown_by_default() {
        return;
    }
    for (field, _, period) in outcome.periods() {
        let begins = match period.when {
            When::At(date) | When::Since(date) => date.first_day(),
            When::Span(span) => span.from.first_day(),
            When::Length { .. } | When::NotStated => continue,
        };
        let (text, at) = (period.to_string(), format!("{path}.{field}"));
        if begins > today {
            let fix = say!("check-still-to-come.fix");
            problems.push(Problem::caution(at, say!("check-still-to-come", text = text), fix));
        } else if let Some(published) = published.filter(|published| begins > *published) {
            let sentence = say!("check-after-its-source", text = text, published = published.to_string());
            problems.push(Problem::caution(at, sentence, say!("check-after-its-source.fix")));
        }
    }
}

/// A financial year where the words, or the period beside it, are those of an academic one.
fn academic(outcome: &Outcome, indicator: &Indicator, path: &str, problems: &mut Vec<Problem>) {
    let periods = outcome.periods();
    let beside = periods.iter().find(|(_, _, period)| is_academic(period)).map(|(_, _, period)| period.to_string());
    let texts = [&indicator.name, &indicator.definition].into_iter().chain(&outcome.notes);
    let is_said = || texts.map(|text| folded(text)).any(|text| ACADEMIC.iter().any(|words| text.contains(words)));
    if beside.is_none() && !is_said() {
        return;
    }
    for (field, _, period) in &periods {
        let Some((academic, financial)) = academic_year(period).zip(months_of_financial_year(period)) else { continue };
        let (text, at) = (period.to_string(), format!("{path}.{field}"));
        let sentence = match &beside {
            Some(other) => say!("check-academic-beside", text = text, other = other.as_str()),
            None => say!("check-academic-said", text = text),
        };
        let fix = say!("check-academic.fix", academic = academic.to_string(), financial = financial.to_string());
        problems.push(Problem::caution(at, sentence, fix).about(Fault::OtherYear));
    }
}

/// September to August.
fn is_academic(period: &Period) -> bool {
    period.days().is_some_and(|(from, to)| {
        (from.month(), from.day(), to.month(), to.day()) == (9, 1, 8, 31) && to.year() == from.year() + 1
    })
}

/// The academic year that begins in the same year as this financial one.
pub(crate) fn academic_year(period: &Period) -> Option<Period> {
    let When::At(Date::FinancialYear(year)) = period.when else { return None };
    let when = When::Span(Span { from: Date::Month(year, 9), to: Date::Month(year + 1, 8) });
    Some(Period { when, implied: period.implied })
}

/// The same financial year as its months, which nobody takes for another year.
pub(crate) fn months_of_financial_year(period: &Period) -> Option<Period> {
    let When::At(Date::FinancialYear(year)) = period.when else { return None };
    let when = When::Span(Span { from: Date::Month(year, 4), to: Date::Month(year + 1, 3) });
    Some(Period { when, implied: period.implied })
}

/// A stock is counted on a day. A calendar year is asked about only where another outcome of the concept names its day.
fn stock(outcome: &Outcome, indicator: &Indicator, is_beside_a_day: bool, path: &str, problems: &mut Vec<Problem>) {
    for (field, timing, period) in outcome.periods() {
        let is_year = match period.when {
            When::At(Date::FinancialYear(_)) => true,
            When::At(Date::Year(_)) => is_beside_a_day,
            When::Span(span) => {
                let days = span.from.first_day().until(span.to.last_day());
                days.is_ok_and(|days| days.get_days() >= DAYS_OF_A_YEAR) && is_beside_a_day
            }
            When::At(Date::Month(..) | Date::Day(_)) | When::Since(_) | When::Length { .. } | When::NotStated => false,
        };
        if timing == PeriodReading::Counted && is_year && !field.starts_with("benchmark") {
            let sentence = say!("check-stock-of-a-year", name = indicator.name.as_str(), text = period.to_string());
            problems.push(Problem::caution(format!("{path}.{field}"), sentence, say!("check-stock-of-a-year.fix")));
        }
    }
}

/// R3 takes whole months as equal; where their days differ by more than its own 2%, the calendar is part of the change.
fn days_of_months(outcome: &Outcome, path: &str, problems: &mut Vec<Problem>) {
    let Published::Pair { before, after, .. } = &outcome.published else { return };
    let days = |period: &Period| {
        let (from, to) = period.days()?;
        Some(from.until(to).ok()?.get_days() + 1)
    };
    if let (Some(one), Some(other)) = (months_of(&before.period), months_of(&after.period))
        && let (Some(days_before), Some(days_after)) = (days(&before.period), days(&after.period))
        && equal_lengths(one, other)
        && !equal_lengths(days_before.into(), days_after.into())
    {
        let sentence = say!(
            "check-days-of-months",
            before = before.period.label(),
            before_days = days_before,
            after = after.period.label(),
            after_days = days_after
        );
        problems.push(Problem::caution(
            format!("{path}.published.after[1]"),
            sentence,
            say!("check-days-of-months.fix"),
        ));
    }
}
