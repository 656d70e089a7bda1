//! Counts that the quotient of two amounts reveals: a total at so much each, and a rate whose population another rate
//! reveals.
//!
//! £300,000 at £100,000 each are 3; 30 children who are 30 per 10,000 reveal 10,000, so a later 4 per 10,000 are 4. It
//! compares only figures of the same places; totals and averages only of one concept, rates only of one unit.

use std::collections::{BTreeMap, HashMap};

use crate::model::{Indicator, Interval, Measure, MoneyScale, Reason, UnitKind};

use super::Threshold;
use super::cells::{Cells, NumberCell};
use super::count::works_out_small;
use super::things::Things;

/// How many rates of one unit it asks for their population.
const MOST_RATES: usize = 12;

/// A total and an average that may be compared.
struct Pair {
    total: usize,
    average: usize,
    quotient: f64,
    concept: usize,
    places: usize,
}

/// Rates of one unit at one place, and of those with a number beside them the number, the rate and how many one unit of the rate is.
type Rates = (Vec<usize>, Vec<(usize, usize, f64)>);

/// The quotients of a dataset.
pub struct Ratios {
    pairs: Vec<Pair>,
    /// The rates of one unit at one place, with those beside a number: how many one unit of the rate is.
    rates: Vec<Rates>,
    /// The rates of one unit at one place, of so many people.
    of_one_unit: Vec<Vec<usize>>,
}

/// What a total or an average measures.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Amount {
    Money(char),
    Other(UnitKind),
}

/// The amount of one unit; `None` where it is none.
fn amount(indicator: &Indicator) -> Option<(Amount, f64)> {
    match indicator.unit.kind() {
        UnitKind::Money(money) => {
            let scale = match money.scale {
                MoneyScale::Hundredths => 0.01,
                MoneyScale::Whole => 1.0,
                MoneyScale::Thousands => 1e3,
                MoneyScale::Millions => 1e6,
                MoneyScale::Billions => 1e9,
            };
            Some((Amount::Money(money.sign.unwrap_or('£')), scale))
        }
        kind @ (UnitKind::Time | UnitKind::Measured) => Some((Amount::Other(kind), 1.0)),
        UnitKind::Counted
        | UnitKind::NotStated
        | UnitKind::Percent
        | UnitKind::Points
        | UnitKind::Rate
        | UnitKind::Scale
        | UnitKind::Grade => None,
    }
}

fn is_average(indicator: &Indicator) -> bool {
    let words = indicator.unit.as_str().to_lowercase();
    matches!(indicator.measure, Measure::Average | Measure::Rate)
        || (words.split_whitespace().any(|word| matches!(word, "per" | "each")) && !indicator.unit.is_per_time())
}

/// Whether it is so many to so many people.
pub fn is_rate(indicator: &Indicator) -> bool {
    indicator.measure == Measure::Rate || indicator.unit.kind() == UnitKind::Rate
}

/// Whether two cells may be of one time.
fn may_meet(one: &NumberCell, two: &NumberCell) -> bool {
    match (one.days(), two.days()) {
        (Some(a), Some(b)) => a.0 <= b.1 && b.0 <= a.1,
        _ => one.period == two.period || one.slot == two.slot,
    }
}

impl Ratios {
    /// The quotients between these cells.
    pub fn of(cells: &Cells<'_>, things: &Things) -> Self {
        let mut amounts: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
        let mut rates: BTreeMap<(usize, usize, Option<usize>), Vec<usize>> = BTreeMap::new();
        let mut counts: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
        for (index, cell) in cells.all.iter().enumerate().filter(|(_, cell)| cell.slot.is_level()) {
            let outcome = cell.outcome;
            let (Some(located), Some(&concept), Some(&places), Some(&unit)) = (
                cells.located(outcome),
                things.concept.get(outcome),
                things.places.get(outcome),
                things.unit.get(outcome),
            ) else {
                continue;
            };
            if cells.is_count(cell) {
                counts.entry((concept, places)).or_default().push(index);
            } else if amount(located.indicator).is_some() {
                amounts.entry((concept, places)).or_default().push(index);
            } else if is_rate(located.indicator) || located.indicator.is_share() {
                // What a share is of depends on the concept; a place's population does not.
                let of = (!is_rate(located.indicator)).then_some(concept);
                rates.entry((places, unit, of)).or_default().push(index);
            }
        }
        let mut found = Self { pairs: Vec::new(), rates: Vec::new(), of_one_unit: Vec::new() };
        for ((concept, places), cells_of) in amounts {
            for &total in &cells_of {
                for &average in &cells_of {
                    if let Some(quotient) = quotient(cells, total, average) {
                        found.pairs.push(Pair { total, average, quotient, concept, places });
                    }
                }
            }
        }
        found.pairs.sort_by_key(|pair| (pair.average, pair.total));
        for ((places, _, of), rates) in rates {
            if of.is_none() && rates.len() > 1 {
                found.of_one_unit.push(rates.clone());
            }
            let mut known = Vec::new();
            for &rate in &rates {
                let Some(cell) = cells.all.get(rate) else { continue };
                let Some(value) = cell.value().filter(|value| *value > 0.0) else { continue };
                let concept = things.concept.get(cell.outcome).copied().unwrap_or_default();
                let same_time = counts.get(&(concept, places)).into_iter().flatten().find_map(|&count| {
                    let other =
                        cells.all.get(count).filter(|other| other.period == cell.period && may_meet(cell, other))?;
                    Some((count, other.value().filter(|count| *count > 0.0)?))
                });
                if let Some((count, number)) = same_time.filter(|_| known.len() < MOST_RATES) {
                    known.push((count, rate, number / value));
                }
            }
            if !known.is_empty() {
                found.rates.push((rates, known));
            }
        }
        found
    }

    /// Every total with an average, and how many of the average make the total, at least and at most.
    pub fn quotients(&self, cells: &Cells<'_>) -> Vec<(usize, usize, Interval)> {
        let told = |pair: &Pair| {
            let possible =
                |index: usize| Some((cells.all.get(index)?.number?, cells.all.get(index)?.number?.possible()));
            let ((total, of_total), (each, of_each)) = (possible(pair.total)?, possible(pair.average)?);
            // The factor between the units of the two.
            let scale = pair.quotient / (total.centre() / each.centre());
            let low = scale * of_total.low.max(0.0) / of_each.high;
            let high = scale * of_total.high / of_each.low.max(f64::MIN_POSITIVE);
            (low.is_finite() && high.is_finite()).then_some((pair.total, pair.average, Interval { low, high }))
        };
        self.pairs.iter().filter(|pair| pair.quotient > 0.0).filter_map(told).collect()
    }

    /// The rates of one unit, place and concept, each with the others.
    pub fn rates(&self, cells: &Cells<'_>, things: &Things) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        for rates in &self.of_one_unit {
            for (at, &one) in rates.iter().take(MOST_RATES).enumerate() {
                for &two in rates.iter().take(MOST_RATES).skip(at + 1) {
                    let concept = |index: usize| cells.all.get(index).and_then(|cell| things.concept.get(cell.outcome));
                    if concept(one) == concept(two) {
                        pairs.push((one, two));
                    }
                }
            }
        }
        pairs
    }

    /// Hides averages and rates that reveal a hidden or small count. Returns whether it hid any.
    pub fn hide(&self, cells: &mut Cells<'_>, things: &Things, threshold: Threshold) -> bool {
        let mut hidden: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
        for (index, cell) in cells.all.iter().enumerate().filter(|(_, cell)| cell.hidden.is_some()) {
            if let (true, Some(&concept), Some(&places)) =
                (cells.is_count(cell), things.concept.get(cell.outcome), things.places.get(cell.outcome))
            {
                hidden.entry((concept, places)).or_default().push(index);
            }
        }
        let mut changed = false;
        for pair in &self.pairs {
            let is_it = |index: &usize| {
                let value = cells.all.get(*index).and_then(NumberCell::value);
                value.is_some_and(|value| value > 0.0 && (value - pair.quotient).abs() < 0.5)
            };
            let told = hidden.get(&(pair.concept, pair.places)).is_some_and(|hidden| hidden.iter().any(is_it));
            let shown = !cells.is_hidden(pair.total) && !cells.is_hidden(pair.average);
            if shown && (told || works_out_small(pair.quotient, threshold)) {
                changed |= cells.hide(pair.average, Reason::Secondary);
            }
        }
        for (rates, known) in &self.rates {
            for &rate in rates {
                let value = cells.all.get(rate).and_then(NumberCell::value).filter(|value| *value > 0.0);
                let gives = known.iter().any(|&(count, beside, of)| {
                    let shown = beside != rate && !cells.is_hidden(count) && !cells.is_hidden(beside);
                    shown && value.is_some_and(|value| works_out_small(value * of, threshold))
                });
                if gives {
                    changed |= cells.hide(rate, Reason::Secondary);
                }
            }
        }
        changed
    }
}

/// How many averages make the total, where one is an average of the other.
fn quotient(cells: &Cells<'_>, total: usize, average: usize) -> Option<f64> {
    let (whole, each) = (cells.all.get(total)?, cells.all.get(average)?);
    let (of_whole, of_each) = (cells.located(whole.outcome)?.indicator, cells.located(each.outcome)?.indicator);
    let ((one, one_scale), (two, two_scale)) = (amount(of_whole)?, amount(of_each)?);
    let fits = one == two && !is_average(of_whole) && is_average(of_each) && may_meet(whole, each);
    let (whole, each) = (whole.value()? * one_scale, each.value()? * two_scale);
    (fits && each > 0.0).then(|| whole / each)
}
