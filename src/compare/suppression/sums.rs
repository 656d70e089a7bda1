//! Equations between the counts of a dataset: a total and the parts that make it up.
//!
//! A total is a figure for several councils beside figures for each, a figure for a year beside figures for its quarters, or a whole
//! beside all its parts. Found by exact cover: the parts share nothing and leave nothing out.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::model::{CouncilId, Measure, Reason};

use super::Threshold;
use super::cells::{Cell, Cells, Slot};

/// Steps of the search for covers of one total. Where they do not suffice every part is taken for one that gives it away.
const MOST_STEPS: usize = 20_000;

/// The councils of a figure.
type Places = BTreeSet<CouncilId>;

/// A cell with its first and last day.
type Dated = (usize, Date, Date);

/// A total and its parts, as indices of cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Sum {
    total: usize,
    parts: Vec<usize>,
}

impl Sum {
    /// What else has to be hidden so that no hidden number follows from the rest; `None` where nothing has to be.
    pub fn gives_away(&self, cells: &Cells<'_>, threshold: Threshold) -> Option<usize> {
        if self.parts.is_empty() {
            return (!cells.is_hidden(self.total)).then_some(self.total);
        }
        if !self.pins_down_one(cells, threshold) {
            return None;
        }
        let shown = |index: &&usize| !cells.is_hidden(**index);
        let value = |index: usize| cells.all.get(index).and_then(Cell::value).unwrap_or(0.0);
        let smallest = |zero: bool| {
            let parts = self.parts.iter().filter(shown).filter(|&&i| (value(i) == 0.0) == zero);
            parts.copied().min_by(|&a, &b| value(a).total_cmp(&value(b)))
        };
        smallest(false).or_else(|| (!cells.is_hidden(self.total)).then_some(self.total)).or_else(|| smallest(true))
    }

    /// Whether the numbers that are shown, and the bounds of those that are not, leave only one value for a hidden one.
    fn pins_down_one(&self, cells: &Cells<'_>, threshold: Threshold) -> bool {
        let mut rest = 0.0;
        let mut unknown: Vec<(f64, f64, f64)> = Vec::new();
        let signed = self.parts.iter().map(|&part| (1.0, part)).chain([(-1.0, self.total)]);
        for (sign, index) in signed {
            let Some(cell) = cells.all.get(index) else { return false };
            let up_to = f64::from(threshold.up_to());
            match cell.hidden {
                None => rest -= sign * cell.value().unwrap_or(0.0),
                Some(Reason::Primary) => unknown.push((sign, 1.0, up_to)),
                Some(Reason::Secondary) => unknown.push((sign, up_to + 1.0, f64::INFINITY)),
            }
        }
        (0..unknown.len()).any(|at| {
            let Some(&(sign, least, most)) = unknown.get(at) else { return false };
            let (mut low, mut high) = (rest, rest);
            for (other, &(other_sign, other_least, other_most)) in unknown.iter().enumerate() {
                if other == at {
                    continue;
                }
                let (near, far) =
                    if other_sign > 0.0 { (other_least, other_most) } else { (-other_most, -other_least) };
                low -= far;
                high -= near;
            }
            let (low, high) = if sign > 0.0 { (low, high) } else { (-high, -low) };
            high.min(most) - low.max(least) < 1.0 - 1e-9
        })
    }
}

/// When a count was made: by its days, or by its words and side where no days are known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Time {
    Days(Date, Date),
    Words(String, bool),
}

impl Time {
    fn of(cell: &Cell) -> Option<Self> {
        let period = cell.period.as_ref()?;
        Some(match period.days() {
            Some((from, to)) => Self::Days(from, to),
            None => Self::Words(period.to_string(), cell.slot == Slot::Before),
        })
    }
}

/// Every sum of the dataset.
pub fn sums(cells: &Cells<'_>) -> Vec<Sum> {
    let mut found = Vec::new();
    found.extend(over_places(cells));
    found.extend(over_time(cells));
    found.extend(of_wholes(cells));
    found
}

/// Counts that other outcomes may add up to.
fn counted<'c>(cells: &'c Cells<'_>) -> impl Iterator<Item = (usize, &'c Cell)> {
    cells.all.iter().enumerate().filter(|(_, cell)| cell.slot.is_level() && cells.is_count(cell))
}

fn over_places(cells: &Cells<'_>) -> Vec<Sum> {
    let mut groups: BTreeMap<(&str, Time), Vec<(usize, &Places)>> = BTreeMap::new();
    for (index, cell) in counted(cells) {
        let (Some(located), Some(places)) = (cells.located(cell.outcome), cells.places.get(cell.outcome)) else {
            continue;
        };
        let Some(time) = Time::of(cell) else { continue };
        groups.entry((located.indicator.id.as_str(), time)).or_default().push((index, places));
    }
    let mut found = Vec::new();
    for members in groups.values() {
        for &(total, whole) in members.iter().filter(|(_, places)| places.len() > 1) {
            let inside = |places: &Places| places.len() < whole.len() && places.is_subset(whole);
            let candidates: Vec<_> = members.iter().filter(|(_, places)| inside(places)).copied().collect();
            let next = |open: &Places| {
                let first = open.first().cloned();
                let fits = candidates.iter().filter(|(_, places)| {
                    first.as_ref().is_some_and(|first| places.contains(first)) && places.is_subset(open)
                });
                fits.map(|(index, places)| (*index, open.difference(places).cloned().collect())).collect::<Vec<_>>()
            };
            found.extend(covers(total, whole.clone(), &next, &BTreeSet::is_empty));
        }
    }
    found
}

fn over_time(cells: &Cells<'_>) -> Vec<Sum> {
    let mut groups: BTreeMap<(&str, &Places), Vec<Dated>> = BTreeMap::new();
    for (index, cell) in counted(cells) {
        let (Some(located), Some(places)) = (cells.located(cell.outcome), cells.places.get(cell.outcome)) else {
            continue;
        };
        let Some((from, to)) = cell.days().filter(|_| located.indicator.measure != Measure::Stock) else { continue };
        groups.entry((located.indicator.id.as_str(), places)).or_default().push((index, from, to));
    }
    let mut found = Vec::new();
    for members in groups.values() {
        for &(total, from, to) in members {
            let next = |open: &Option<Date>| {
                let begins = members.iter().filter(|(index, first, last)| {
                    *index != total && Some(*first) == *open && *last <= to && (*first, *last) != (from, to)
                });
                begins
                    .map(|(index, _, last)| (*index, if *last == to { None } else { last.tomorrow().ok() }))
                    .collect::<Vec<_>>()
            };
            found.extend(covers(total, Some(from), &next, &Option::is_none));
        }
    }
    found
}

/// Parts of one whole in one place that together are all of it.
fn of_wholes(cells: &Cells<'_>) -> Vec<Sum> {
    let mut groups: BTreeMap<(&Places, u64), Vec<usize>> = BTreeMap::new();
    for outcome in 0..cells.outcomes.len() {
        let (Some(count), Some(whole)) = (cells.find(outcome, Slot::Count), cells.find(outcome, Slot::Whole)) else {
            continue;
        };
        let value = cells.all.get(whole).and_then(Cell::value);
        let (Some(value), Some(places)) = (value, cells.places.get(outcome)) else { continue };
        groups.entry((places, value.to_bits())).or_default().push(count);
    }
    let mut found = Vec::new();
    for ((_, whole), parts) in groups {
        let sum: f64 = parts.iter().filter_map(|&i| cells.all.get(i)?.value()).sum();
        let first = parts.first().and_then(|&i| cells.all.get(i));
        let total = first.and_then(|cell| cells.find(cell.outcome, Slot::Whole));
        if let Some(total) = total.filter(|_| parts.len() > 1 && (sum - f64::from_bits(whole)).abs() < 0.5) {
            found.push(Sum { total, parts });
        }
    }
    found
}

/// Every way in which parts make up the total. `next` gives the parts that may come next and what they leave open.
fn covers<O>(total: usize, whole: O, next: &dyn Fn(&O) -> Vec<(usize, O)>, done: &dyn Fn(&O) -> bool) -> Vec<Sum> {
    let mut found = Vec::new();
    let mut open = vec![(Vec::new(), whole)];
    let mut steps = 0;
    while let Some((parts, left)) = open.pop() {
        steps += 1;
        if steps > MOST_STEPS {
            // Better too much hidden than too little: a total without parts is always hidden.
            found.push(Sum { total, parts: Vec::new() });
            break;
        }
        for (part, rest) in next(&left) {
            let parts: Vec<usize> = parts.iter().copied().chain([part]).collect();
            if done(&rest) {
                found.push(Sum { total, parts });
            } else {
                open.push((parts, rest));
            }
        }
    }
    found
}
