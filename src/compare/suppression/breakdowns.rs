//! Figures of one concept, place and time that add up to another: a breakdown by indicators, such as girls and boys of all
//! children.
//!
//! No dataset says that one indicator is a part of another, so the numbers decide: a figure that others add up to counts as
//! their total. Two that differ by a small count pass for a total and its only part, unless both are parts of one total
//! anywhere, or the smaller is the larger at another place or time.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Interval;

use super::Threshold;
use super::cells::{Cells, NumberCell, NumberSlot};
use super::component::told;
use super::things::{Things, Time};

/// Steps of the search for parts of one total; after them it tries only all others together.
const MOST_STEPS: usize = 3_000;

/// Most sums kept for one place and time.
const MOST_SUMS: usize = 40;

/// The sums among the numbers of one concept.
#[derive(Default)]
pub struct Breakdowns {
    /// A total and its parts, as cells.
    pub sums: Vec<(usize, Vec<usize>)>,
    /// Two that differ by a small count, the smaller first.
    pub close: Vec<(usize, usize)>,
    /// A thing and the things that add up to it wherever all of them are told, by the number of their concept.
    pub learned: Vec<(usize, usize, Vec<usize>)>,
}

/// Finds them among these counts.
pub fn breakdowns(cells: &Cells<'_>, things: &Things, counted: &[(usize, Time)], threshold: Threshold) -> Breakdowns {
    let mut groups: BTreeMap<(usize, usize, &Time), BTreeMap<usize, usize>> = BTreeMap::new();
    for (index, time) in counted {
        let Some(cell) = cells.all.get(*index) else { continue };
        let (Some(&concept), Some(&places), Some(&thing)) =
            (things.concept.get(cell.outcome), things.places.get(cell.outcome), things.thing.get(cell.outcome))
        else {
            continue;
        };
        groups.entry((concept, places, time)).or_default().entry(thing).or_insert(*index);
    }
    let value = |index: usize| cells.all.get(index).and_then(NumberCell::value).unwrap_or(0.0);
    let mut of_concepts: BTreeMap<usize, Vec<BTreeMap<usize, Interval>>> = BTreeMap::new();
    for (&(concept, ..), group) in groups.iter().filter(|(_, group)| group.len() > 2) {
        let possible = |index: usize| Some(told(&cells.all.get(index)?.number?, 1.0));
        let told = group.iter().filter_map(|(&thing, &index)| Some((thing, possible(index)?))).collect();
        of_concepts.entry(concept).or_default().push(told);
    }
    let mut found = Breakdowns::default();
    // Pairs whose first was larger somewhere, and so is no part of the second.
    let mut was_larger = BTreeSet::new();
    let mut close: Vec<(usize, usize)> = Vec::new();
    for ((concept, ..), group) in groups.into_iter().filter(|(_, group)| group.len() > 1) {
        let thing_of: BTreeMap<usize, usize> = group.iter().map(|(&thing, &index)| (index, thing)).collect();
        let mut told: Vec<(usize, f64)> = group.into_values().map(|index| (index, value(index))).collect();
        told.retain(|(_, value)| *value > 0.0);
        told.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let before = found.sums.len();
        for at in 0..told.len() {
            if found.sums.len() - before < MOST_SUMS {
                found.sums.extend(parts_of(&told, at));
            }
        }
        let own = found.sums.get(before..).unwrap_or_default();
        for (total, parts) in own {
            let Some(&total) = thing_of.get(total) else { continue };
            let mut parts: Vec<usize> = parts.iter().filter_map(|part| thing_of.get(part).copied()).collect();
            parts.sort_unstable();
            let learned = (concept, total, parts);
            let told = of_concepts.get(&concept).map(Vec::as_slice).unwrap_or_default();
            if !found.learned.contains(&learned) && holds_everywhere(told, learned.1, &learned.2) {
                found.learned.push(learned);
            }
        }
        for (at, (one, most)) in told.iter().enumerate() {
            let smaller = told.iter().skip(at + 1).filter(|(_, value)| value < most);
            was_larger.extend(smaller.filter_map(|(two, _)| Some((*thing_of.get(one)?, *thing_of.get(two)?))));
        }
        for (&(larger, most), &(smaller, least)) in told.iter().zip(told.iter().skip(1)) {
            let apart = (most - least).round();
            let in_one_sum = own.iter().any(|(_, parts)| parts.contains(&larger) && parts.contains(&smaller));
            let small = (1.0..=f64::from(threshold.up_to())).contains(&apart) && least > f64::from(threshold.up_to());
            // The whole gives the rest of a part.
            let is_part = |index: usize| cells.all.get(index).is_some_and(|cell| cell.slot == NumberSlot::Count);
            if small && !in_one_sum && !is_part(smaller) && !is_part(larger) {
                close.push((smaller, larger));
            }
        }
    }
    let thing = |index: usize| cells.all.get(index).and_then(|cell| things.thing.get(cell.outcome)).copied();
    close.retain(|&(smaller, larger)| match (thing(smaller), thing(larger)) {
        (Some(smaller), Some(larger)) => {
            let are_parts = found.learned.iter().any(|(.., parts)| parts.contains(&smaller) && parts.contains(&larger));
            !are_parts && !was_larger.contains(&(smaller, larger))
        }
        _ => true,
    });
    found.close = close;
    found
}

/// Whether the parts may add up to the total wherever all are printed: "over 58" may be 60.
fn holds_everywhere(told: &[BTreeMap<usize, Interval>], total: usize, parts: &[usize]) -> bool {
    told.iter().all(|told| {
        let of_parts: Option<Vec<&Interval>> = parts.iter().map(|part| told.get(part)).collect();
        let (Some(total), Some(of_parts)) = (told.get(&total), of_parts) else { return true };
        let (low, high) = of_parts.iter().fold((0.0, 0.0), |(low, high), part| (low + part.low, high + part.high));
        low <= total.high + 0.5 && total.low <= high + 0.5
    })
}

/// Every way in which at least two smaller ones add up to this one.
fn parts_of(told: &[(usize, f64)], at: usize) -> Vec<(usize, Vec<usize>)> {
    let Some(&(total, whole)) = told.get(at) else { return Vec::new() };
    let others: Vec<(usize, f64)> = told.iter().skip(at + 1).filter(|(_, value)| *value < whole).copied().collect();
    let all: f64 = others.iter().map(|(_, value)| value).sum();
    if others.len() < 2 || all < whole - 0.5 {
        return Vec::new();
    }
    let mut left: Vec<f64> = vec![0.0; others.len() + 1];
    for (nth, (_, value)) in others.iter().enumerate().rev() {
        let after = left.get(nth + 1).copied().unwrap_or(0.0);
        if let Some(here) = left.get_mut(nth) {
            *here = after + value;
        }
    }
    let mut found = Vec::new();
    let mut open: Vec<(usize, f64, Vec<usize>)> = vec![(0, whole, Vec::new())];
    let mut steps = 0;
    while let Some((nth, missing, parts)) = open.pop() {
        steps += 1;
        if steps > MOST_STEPS || found.len() >= MOST_SUMS {
            break;
        }
        if missing.abs() < 0.5 {
            if parts.len() > 1 {
                found.push((total, parts));
            }
            continue;
        }
        let Some(&(index, value)) = others.get(nth) else { continue };
        if missing < 0.0 || left.get(nth).is_some_and(|left| *left < missing - 0.5) {
            continue;
        }
        open.push((nth + 1, missing, parts.clone()));
        let with_it = parts.into_iter().chain([index]).collect();
        open.push((nth + 1, missing - value, with_it));
    }
    if steps > MOST_STEPS && (all - whole).abs() < 0.5 {
        found.push((total, others.into_iter().map(|(index, _)| index).collect()));
    }
    found
}
