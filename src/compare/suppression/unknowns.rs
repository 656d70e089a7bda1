//! From counts to sums of unknowns: which counts belong together, and what each is the sum of.
//!
//! An unknown is the number of one thing at one place in one stretch of time. Councils that always come together are one
//! place, and such days one stretch. Things that add up to another wherever all are printed do so for every place and
//! stretch.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use crate::model::Measure;

use super::cells::Cells;
use super::component::Component;
use super::system::Sum;
use super::things::{Things, Time};

/// A count that is not yet a sum.
pub struct CountOver {
    /// Where it is printed; `None` where only others imply it.
    pub cell: Option<usize>,
    /// The outcome that gives its places.
    pub outcome: usize,
    /// What is counted.
    pub thing: usize,
    /// Things that add up to each other are in one cluster.
    pub cluster: usize,
    /// First and last day.
    pub days: Option<(Date, Date)>,
    /// Whether it is counted over its days, not on one of them.
    pub spreads: bool,
    /// When.
    pub time: Time,
}

/// Every count that is printed.
pub fn counted(cells: &Cells<'_>, things: &Things) -> Vec<CountOver> {
    let levels = cells.all.iter().enumerate().filter(|(_, cell)| cell.slot.is_level() && cells.is_count(cell));
    levels
        .filter_map(|(index, cell)| {
            let located = cells.located(cell.outcome)?;
            let spreads = located.indicator.measure != Measure::Stock && cell.days().is_some();
            let thing = *things.thing.get(cell.outcome)?;
            let (outcome, days, time) = (cell.outcome, cell.days(), Time::of(cell)?);
            Some(CountOver { cell: Some(index), outcome, thing, cluster: thing, days, spreads, time })
        })
        .collect()
}

/// Which counts are joined.
pub struct Groups(Vec<usize>);

impl Groups {
    /// So many counts, each on its own.
    pub fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// The representative of all counts joined with this one.
    pub fn root(&mut self, mut nth: usize) -> usize {
        while let Some(&up) = self.0.get(nth).filter(|&&up| up != nth) {
            let above = self.0.get(up).copied().unwrap_or(up);
            if let Some(own) = self.0.get_mut(nth) {
                *own = above;
            }
            nth = above;
        }
        nth
    }

    /// Joins two.
    pub fn join(&mut self, one: usize, two: usize) {
        let (one, two) = (self.root(one), self.root(two));
        if let Some(root) = self.0.get_mut(one.max(two)) {
            *root = one.min(two);
        }
    }
}

/// First and last day of a count.
type Dated = (Date, Date, usize);

/// Joins counts of one cluster that share a council and a time.
pub fn meet(cells: &Cells<'_>, counted: &[CountOver], groups: &mut Groups) {
    let mut at_once: HashMap<(usize, &str, &Time), usize> = HashMap::new();
    let mut over_time: HashMap<(usize, &str), Vec<Dated>> = HashMap::new();
    for (nth, count) in counted.iter().enumerate() {
        for council in cells.places.get(count.outcome).into_iter().flatten() {
            let council = council.as_str();
            if let Some((from, to)) = count.days.filter(|_| count.spreads) {
                over_time.entry((count.cluster, council)).or_default().push((from, to, nth));
            } else {
                let first = *at_once.entry((count.cluster, council, &count.time)).or_insert(nth);
                groups.join(first, nth);
            }
        }
    }
    for mut told in over_time.into_values() {
        told.sort_unstable();
        let mut last: Option<(Date, usize)> = None;
        for (from, to, nth) in told {
            match last {
                Some((end, other)) if from <= end => {
                    groups.join(other, nth);
                    last = Some((end.max(to), nth));
                }
                _ => last = Some((to, nth)),
            }
        }
    }
}

/// The time of an unknown: between two edges, or the moment of the count.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum CountedTime<'t> {
    Between(usize),
    At(&'t Time),
}

/// These counts as sums of unknowns; `learned` are the things that add up to another one.
pub fn component(
    cells: &Cells<'_>,
    counted: &[CountOver],
    members: &[usize],
    learned: &[(usize, usize, Vec<usize>)],
    forms: &mut [Sum],
) -> Component {
    let mut component = Component::default();
    let mut clusters: BTreeMap<usize, Vec<(usize, &CountOver)>> = BTreeMap::new();
    for (nth, count) in members.iter().filter_map(|&nth| Some((nth, counted.get(nth)?))) {
        clusters.entry(count.cluster).or_default().push((nth, count));
    }
    for counts in clusters.into_values() {
        let mut stands_in: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        let mut sets: BTreeMap<&BTreeSet<_>, usize> = BTreeMap::new();
        for (_, count) in &counts {
            let Some(places) = cells.places.get(count.outcome) else { continue };
            let next = sets.len();
            let set = *sets.entry(places).or_insert(next);
            for council in places {
                stands_in.entry(council.as_str()).or_default().insert(set);
            }
        }
        // The classes of councils in each set of places.
        let mut classes: BTreeMap<BTreeSet<usize>, usize> = BTreeMap::new();
        let mut of_sets: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); sets.len()];
        for stands_in in stands_in.into_values() {
            let next = classes.len();
            let class = *classes.entry(stands_in.clone()).or_insert(next);
            for set in stands_in {
                if let Some(own) = of_sets.get_mut(set) {
                    own.insert(class);
                }
            }
        }
        let mut edges: BTreeSet<Date> = BTreeSet::new();
        for (from, to) in counts.iter().filter(|(_, count)| count.spreads).filter_map(|(_, count)| count.days) {
            edges.extend([Some(from), to.tomorrow().ok()].into_iter().flatten());
        }
        let edges: Vec<Date> = edges.into_iter().collect();
        let mut unknowns: BTreeMap<(usize, usize, CountedTime<'_>), usize> = BTreeMap::new();
        for (nth, count) in &counts {
            let stretches: Vec<CountedTime<'_>> = match count.days.filter(|_| count.spreads) {
                Some((from, to)) => {
                    let begins = |edge: &Date| edges.partition_point(|known| known < edge);
                    let end = to.tomorrow().map_or(edges.len(), |end| begins(&end));
                    (begins(&from)..end).map(CountedTime::Between).collect()
                }
                None => vec![CountedTime::At(&count.time)],
            };
            let set = cells.places.get(count.outcome).and_then(|places| sets.get(places));
            let mut sum = Sum::new();
            for &class in set.and_then(|&set| of_sets.get(set)).into_iter().flatten() {
                for &stretch in &stretches {
                    let key = (count.thing, class, stretch);
                    sum.insert(*unknowns.entry(key).or_insert_with(|| component.unknown()), 1.0);
                }
            }
            if let Some(cell) = count.cell {
                component.take(cell, sum.clone());
            }
            if let Some(form) = forms.get_mut(*nth) {
                *form = sum;
            }
        }
        let things: BTreeSet<usize> = counts.iter().map(|(_, count)| count.thing).collect();
        for (_, total, parts) in learned
            .iter()
            .filter(|(_, total, parts)| parts.iter().chain([total]).filter(|thing| things.contains(thing)).count() > 1)
        {
            let of_it = |thing: usize| thing == *total || parts.contains(&thing);
            let told: BTreeSet<(usize, CountedTime<'_>)> = unknowns
                .keys()
                .filter(|(thing, ..)| of_it(*thing))
                .map(|&(_, class, stretch)| (class, stretch))
                .collect();
            for (class, stretch) in told {
                let mut unknown =
                    |thing: usize| *unknowns.entry((thing, class, stretch)).or_insert_with(|| component.unknown());
                let mut sum = Sum::from([(unknown(*total), 1.0)]);
                sum.extend(parts.iter().map(|&part| (unknown(part), -1.0)));
                component.relate(sum);
            }
        }
    }
    component
}
