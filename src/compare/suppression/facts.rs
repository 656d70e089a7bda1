//! What sources say of counts without a level: stated changes, rates beside rates, totals with averages.
//!
//! A change compares the counts at its end and its start; two rates of one place compare the counts of two times, because
//! their population is the same at each time; a total at so much each is a count. For a concept with several things, rates
//! and averages count as being of the one that the others add up to, or of the largest.

use std::collections::HashMap;

use crate::model::{Bound, ChangeUnit, Date, Interval, KnownLevel, Measure, Period, Published, When};

use super::cells::{Cells, NumberCell, NumberSlot};
use super::ratios::Ratios;
use super::things::{Things, Time};
use super::unknowns::CountOver;

/// A sum of counts, each by its number in the list, and the values it lies between.
pub struct CountFact {
    /// How often each count is in it.
    pub terms: Vec<(f64, usize)>,
    /// The least it may be.
    pub low: f64,
    /// The most.
    pub high: f64,
    /// The cells that state it; hide the last one first.
    pub told_by: Vec<usize>,
}

/// Itself.
const ONE: Interval = Interval { low: 1.0, high: 1.0 };

/// All such statements. Counts that are printed nowhere join the others.
pub fn facts(
    cells: &Cells<'_>,
    things: &Things,
    ratios: &Ratios,
    learned: &[(usize, usize, Vec<usize>)],
    counted: &mut Vec<CountOver>,
) -> Vec<CountFact> {
    let main = main_things(cells, things, learned, counted);
    let is_stock: HashMap<usize, bool> = (counted.iter())
        .filter_map(|count| Some((count.thing, cells.located(count.outcome)?.indicator.measure == Measure::Stock)))
        .collect();
    let mut count_at = |outcome: usize, thing: usize, period: &Period, time: Time| {
        let days = period.days();
        let spreads = days.is_some() && !is_stock.get(&thing).copied().unwrap_or(false);
        counted.push(CountOver { cell: None, outcome, thing, cluster: thing, days, spreads, time });
        counted.len() - 1
    };
    let mut found = Vec::new();
    for (outcome, located) in cells.outcomes.iter().enumerate() {
        let Published::Change { stated, over, level } = &located.outcome.published else { continue };
        let (Some(cell), Some(&thing), Some((before, after))) =
            (cells.find(outcome, NumberSlot::Stated), things.thing.get(outcome), ends(over, level.as_ref()))
        else {
            continue;
        };
        if !located.indicator.may_count_people() {
            continue;
        }
        let time = |period: &Period, is_before: bool| match period.days() {
            Some((from, to)) => Time::Days(from, to),
            None => Time::Words(period.to_string(), is_before),
        };
        let one = count_at(outcome, thing, &before, time(&before, true));
        let two = count_at(outcome, thing, &after, time(&after, false));
        for change in stated {
            let is_plain = change.by.decimals() == 0 && change.by.bound() == Bound::Exactly;
            let by = change.by.possible();
            let by = if change.direction.sign() < 0.0 { by.negated() } else { by };
            match change.unit {
                ChangeUnit::Percent => found.extend(against((two, of_hundred(by)), (one, ONE), &[cell])),
                ChangeUnit::Unit => found.push(CountFact {
                    terms: vec![(1.0, two), (-1.0, one)],
                    // A plain whole number is not rounded.
                    low: if is_plain { (by.low + 0.5).round() } else { by.low },
                    high: if is_plain { (by.high - 0.5).round() } else { by.high },
                    told_by: vec![cell],
                }),
                ChangeUnit::Points => {}
            }
        }
    }
    let mut at_cell = |cell: &NumberCell| {
        let thing = *main.get(things.concept.get(cell.outcome)?)?;
        Some(count_at(cell.outcome, thing, cell.period.as_ref()?, Time::of(cell)?))
    };
    for (one, two) in ratios.rates(cells, things) {
        let (Some(first), Some(second)) = (cells.all.get(one), cells.all.get(two)) else { continue };
        let (Some(first_rate), Some(second_rate)) = (first.number, second.number) else { continue };
        let (first_rate, second_rate) = (first_rate.possible(), second_rate.possible());
        let (Some(first), Some(second)) = (at_cell(first), at_cell(second)) else { continue };
        found.extend(against((second, second_rate), (first, first_rate), &[one, two]));
    }
    for (total, average, count) in ratios.quotients(cells) {
        if let Some(nth) = cells.all.get(average).and_then(&mut at_cell) {
            let told_by = vec![total, average];
            found.push(CountFact { terms: vec![(1.0, nth)], low: count.low, high: count.high, told_by });
        }
    }
    found
}

/// 1.05 to 1.15 for a rise of 10% that is rounded to whole tens.
pub fn of_hundred(by: Interval) -> Interval {
    Interval { low: (1.0 + by.low / 100.0).max(0.0), high: 1.0 + by.high / 100.0 }
}

/// Two counts have the ratio of two amounts.
fn against(one: (usize, Interval), two: (usize, Interval), told_by: &[usize]) -> Vec<CountFact> {
    let row = |times_one: f64, times_two: f64, low: f64, high: f64| CountFact {
        terms: vec![(times_one, one.0), (-times_two, two.0)],
        low,
        high,
        told_by: told_by.to_vec(),
    };
    let (of_one, of_two) = (one.1, two.1);
    let mut rows = Vec::new();
    if of_one.low.is_finite() && of_two.high.is_finite() {
        rows.push(row(of_two.high, of_one.low.max(0.0), -1e-6, f64::INFINITY));
    }
    if of_one.high.is_finite() && of_two.low.is_finite() {
        rows.push(row(of_two.low.max(0.0), of_one.high, f64::NEG_INFINITY, 1e-6));
    }
    rows
}

/// The start and end of a change: the level printed beside it, and the ends of its span.
fn ends(over: &Period, level: Option<&KnownLevel>) -> Option<(Period, Period)> {
    let at = |date: Date| Period { when: When::At(date), implied: over.implied };
    let span = match over.when {
        When::Span(span) => Some(span),
        When::At(_) | When::Since(_) | When::Length { .. } | When::NotStated => None,
    };
    let (from, to) = (span.map(|span| at(span.from)), span.map(|span| at(span.to)));
    match level {
        Some(KnownLevel::Before(level)) => Some((level.period.clone(), to?)),
        Some(KnownLevel::After(level)) => Some((from?, level.period.clone())),
        None => Some((from?, to?)),
    }
}

/// The thing of each concept that its rates and averages are of.
fn main_things(
    cells: &Cells<'_>,
    things: &Things,
    learned: &[(usize, usize, Vec<usize>)],
    counted: &[CountOver],
) -> HashMap<usize, usize> {
    let mut largest: HashMap<usize, HashMap<usize, f64>> = HashMap::new();
    for count in counted {
        let value = count.cell.and_then(|cell| cells.all.get(cell)?.value()).unwrap_or(0.0);
        if let Some(&concept) = things.concept.get(count.outcome) {
            let most = largest.entry(concept).or_default().entry(count.thing).or_insert(0.0);
            *most = most.max(value);
        }
    }
    let mut main: HashMap<usize, usize> = (largest.into_iter())
        .filter_map(|(concept, things)| {
            let largest = things.into_iter().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
            Some((concept, largest?.0))
        })
        .collect();
    main.extend(learned.iter().map(|&(concept, total, _)| (concept, total)));
    main
}
