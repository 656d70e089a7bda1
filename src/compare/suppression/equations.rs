//! Equations between the counts of a dataset: what its totals, parts, quarters and breakdowns tell of each other, all together.
//!
//! Each count is a sum of unknowns: so many of one thing at one place in one stretch of time. Figures for several councils, for a year
//! and for its quarters are sums of the same unknowns, and so they all stand in one system. Two more kinds of equations join it: a part
//! and its rest make its whole, and a figure that other figures of the concept add up to is taken for their total. Cells that share no
//! unknown are apart, so that a large dataset is many small systems. A number that nobody printed counts as well: 30 in two councils
//! and 28 in one of them leave 2.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use crate::model::{Bound, Interval, Measure, Number, Published, Reason};

use super::Threshold;
use super::breakdowns::breakdowns;
use super::cells::{Cell, Cells, Slot};
use super::count;
use super::system::{Row, Sum, System};
use super::things::{Things, Time};

/// Above this many unknowns at once every total beside a hidden number is hidden instead.
const MOST_UNKNOWNS: usize = 6_000;

/// A count as a sum of unknowns.
struct Entry {
    cell: usize,
    sum: Sum,
    /// What one unit of the cell is in the unknowns: a share of a whole of 40 is 0.4 people a per cent.
    scale: f64,
}

/// Counts that share unknowns, directly or by others.
struct Component {
    entries: Vec<Entry>,
    /// Sums that are zero: a total less its parts.
    relations: Vec<Sum>,
    unknowns: usize,
    /// How many of its cells were hidden when it was last looked at; `None` before.
    seen: Option<usize>,
}

/// All equations of a dataset.
pub struct Equations {
    components: Vec<Component>,
    /// Two counts of one concept that differ by a small count, the smaller first.
    pub close: Vec<(usize, usize)>,
}

/// A count before it is written as a sum.
struct Counted {
    cell: usize,
    thing: usize,
    days: Option<(Date, Date)>,
    spreads: bool,
    time: Time,
}

impl Equations {
    /// The equations between these cells.
    pub fn of(cells: &Cells<'_>, things: &Things, threshold: Threshold) -> Self {
        let counted: Vec<Counted> = (cells.all.iter().enumerate())
            .filter(|(_, cell)| cell.slot.is_level() && cells.is_count(cell))
            .filter_map(|(index, cell)| {
                let located = cells.located(cell.outcome)?;
                let spreads = located.indicator.measure != Measure::Stock && cell.days().is_some();
                let thing = *things.thing.get(cell.outcome)?;
                Some(Counted { cell: index, thing, days: cell.days(), spreads, time: Time::of(cell)? })
            })
            .collect();
        let told =
            breakdowns(cells, things, &counted.iter().map(|c| (c.cell, c.time.clone())).collect::<Vec<_>>(), threshold);
        let at: HashMap<usize, usize> = counted.iter().enumerate().map(|(nth, c)| (c.cell, nth)).collect();
        let mut groups = Groups::new(counted.len());
        meet(cells, &counted, &mut groups);
        for (total, parts) in &told.sums {
            for part in parts {
                if let (Some(&one), Some(&two)) = (at.get(total), at.get(part)) {
                    groups.join(one, two);
                }
            }
        }
        let wholes = wholes(cells, things);
        for whole in &wholes {
            let mut parts = whole.parts.iter().filter_map(|part| at.get(&part.count?));
            if let Some(first) = parts.next() {
                parts.for_each(|other| groups.join(*first, *other));
            }
        }
        let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for nth in 0..counted.len() {
            members.entry(groups.root(nth)).or_default().push(nth);
        }
        let mut components: HashMap<usize, Component> = HashMap::new();
        let mut forms: HashMap<usize, Sum> = HashMap::new();
        for (root, members) in members {
            let component = component(cells, &counted, &members);
            forms.extend(component.entries.iter().map(|entry| (entry.cell, entry.sum.clone())));
            components.insert(root, component);
        }
        for (total, parts) in told.sums {
            let Some(root) = at.get(&total).map(|&nth| groups.root(nth)) else { continue };
            let mut sum = forms.get(&total).cloned().unwrap_or_default();
            for part in parts {
                for (unknown, weight) in forms.get(&part).into_iter().flatten() {
                    *sum.entry(*unknown).or_insert(0.0) -= weight;
                }
            }
            if let Some(component) = components.get_mut(&root) {
                component.relations.push(sum);
            }
        }
        let mut alone: Vec<Component> = Vec::new();
        for whole in wholes {
            let root = whole.parts.iter().find_map(|part| Some(groups.root(*at.get(&part.count?)?)));
            match root.and_then(|root| components.get_mut(&root)) {
                Some(component) => whole.join(component, &forms),
                None => {
                    let mut component =
                        Component { entries: Vec::new(), relations: Vec::new(), unknowns: 0, seen: None };
                    whole.join(&mut component, &forms);
                    alone.push(component);
                }
            }
        }
        let mut components: Vec<Component> = components.into_values().chain(alone).collect();
        components.retain(|component| component.entries.len() > 1);
        components.sort_by_key(|component| component.entries.first().map(|entry| entry.cell));
        Self { components, close: told.close }
    }

    /// Hides what else has to be hidden so that no count follows from the rest. Gives whether anything was.
    pub fn hide(&mut self, cells: &mut Cells<'_>, threshold: Threshold) -> bool {
        let mut changed = false;
        for component in &mut self.components {
            changed |= component.hide(cells, threshold);
        }
        changed
    }
}

impl Component {
    fn hidden(&self, cells: &Cells<'_>) -> usize {
        self.entries.iter().filter(|entry| cells.is_hidden(entry.cell)).count()
    }

    fn hide(&mut self, cells: &mut Cells<'_>, threshold: Threshold) -> bool {
        let hidden = self.hidden(cells);
        if self.seen == Some(hidden) {
            return false;
        }
        let is_plain = self.relations.is_empty() && self.entries.iter().all(|entry| entry.sum.len() == 1);
        if (hidden == 0 && is_plain) || hidden == self.entries.len() {
            self.seen = Some(hidden);
            return false;
        }
        let mut changed = false;
        if self.unknowns > MOST_UNKNOWNS {
            for entry in self.entries.iter().filter(|entry| hidden > 0 && entry.sum.len() > 1) {
                changed |= cells.hide(entry.cell, Reason::Secondary);
            }
        } else {
            while let Some(cell) = self.gives_away(cells, threshold) {
                if !cells.hide(cell, Reason::Secondary) {
                    break;
                }
                changed = true;
            }
        }
        self.seen = Some(self.hidden(cells));
        changed
    }

    /// A cell that has to be hidden, because with the others it tells a number that is hidden or small; `None` where none has.
    fn gives_away(&self, cells: &Cells<'_>, threshold: Threshold) -> Option<usize> {
        let system = System::of(self.rows(cells).into_iter());
        let is_hidden = |entry: &&Entry| cells.is_hidden(entry.cell);
        for entry in self.entries.iter().filter(is_hidden) {
            if let Some(told_by) = system.told(&entry.sum)
                && let Some(cell) = self.best(cells, told_by)
            {
                return Some(cell);
            }
        }
        let up_to = f64::from(threshold.up_to());
        let mut alone = vec![(0.0, f64::INFINITY); self.unknowns];
        let mut of_several: Vec<Row> = Vec::new();
        let mut known: BTreeSet<usize> = BTreeSet::new();
        for entry in self.entries.iter().filter(|entry| is_hidden(entry) && entry.scale == 1.0) {
            let Some(cell) = cells.all.get(entry.cell) else { continue };
            let (low, high) = what_a_reader_supposes(cell, up_to);
            match entry.sum.keys().next() {
                Some(&unknown) if entry.sum.len() == 1 => {
                    known.insert(unknown);
                    if let Some(within) = alone.get_mut(unknown) {
                        *within = (low.max(within.0), high.min(within.1));
                    }
                }
                _ => of_several.push(Row { sum: entry.sum.clone(), low, high, told_by: Sum::new() }),
            }
        }
        let bounds = system.bounds(alone, of_several);
        for entry in self.entries.iter().filter(is_hidden) {
            let (low, high) = bounds.of_sum(&entry.sum);
            if high - low < 1.0 - 1e-9
                && let Some(cell) = self.best(cells, bounds.because_of(entry.sum.keys().copied()))
            {
                return Some(cell);
            }
        }
        // Counts that nobody printed, and that can only be small.
        (0..self.unknowns).filter(|unknown| !known.contains(unknown)).find_map(|unknown| {
            let (_, high) = bounds.of(unknown);
            let is_small = (1.0..=up_to).contains(&high);
            is_small.then(|| self.best(cells, bounds.because_of(std::iter::once(unknown)))).flatten()
        })
    }

    /// What the cells that are shown tell, the most exact and the shortest first.
    fn rows(&self, cells: &Cells<'_>) -> Vec<Row> {
        let mut rows: Vec<Row> = (self.relations.iter())
            .map(|sum| Row { sum: sum.clone(), low: 0.0, high: 0.0, told_by: Sum::new() })
            .collect();
        let shown = self.entries.iter().filter(|entry| !cells.is_hidden(entry.cell));
        rows.extend(shown.filter_map(|entry| {
            let number = cells.all.get(entry.cell)?.number?;
            let told = told(&number, entry.scale);
            let told_by = Sum::from([(entry.cell, 1.0)]);
            Some(Row { sum: entry.sum.clone(), low: told.low, high: told.high, told_by })
        }));
        rows.sort_by(|a, b| (a.high - a.low).total_cmp(&(b.high - b.low)).then(a.sum.len().cmp(&b.sum.len())));
        rows
    }

    /// Of these cells the one whose loss costs least: a part before a total, small before large, zero last.
    fn best(&self, cells: &Cells<'_>, told_by: Vec<usize>) -> Option<usize> {
        let told_by: BTreeSet<usize> = told_by.into_iter().filter(|&cell| !cells.is_hidden(cell)).collect();
        let cost = |entry: &Entry| {
            let value = cells.all.get(entry.cell).and_then(Cell::value).unwrap_or(0.0);
            (value == 0.0, entry.sum.len(), value, entry.cell)
        };
        let told = self.entries.iter().filter(|entry| told_by.contains(&entry.cell)).map(cost);
        let best = told.min_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)).then(a.3.cmp(&b.3)));
        best.map(|(.., cell)| cell)
    }

    /// The sum of unknowns of a cell, or a new unknown where it has none.
    fn unknown(&mut self) -> usize {
        self.unknowns += 1;
        self.unknowns - 1
    }
}

/// What somebody who knows the rules supposes of a hidden count: the small ones are told by their number, the others are above.
fn what_a_reader_supposes(cell: &Cell, up_to: f64) -> (f64, f64) {
    let is_small = cell.value().is_some_and(|value| value <= up_to);
    match cell.hidden {
        Some(Reason::Primary) if is_small => (1.0, up_to),
        Some(Reason::Secondary) if !is_small => (up_to + 1.0, f64::INFINITY),
        _ => (0.0, f64::INFINITY),
    }
}

/// The whole counts that a published number leaves possible; a plain whole count is not rounded.
pub(super) fn told(number: &Number, scale: f64) -> Interval {
    let possible = number.possible();
    if scale == 1.0 && number.decimals() == 0 && number.bound() == Bound::Exactly {
        return Interval { low: number.value(), high: number.value() };
    }
    let (above, below) = match number.bound() {
        _ if scale != 1.0 || number.decimals() > 0 => (0.0, 0.0),
        Bound::Over => (1.0, 0.0),
        Bound::Under | Bound::Nearly => (0.0, 1.0),
        Bound::Exactly | Bound::About | Bound::AtLeast | Bound::UpTo | Bound::Between => (0.0, 0.0),
    };
    Interval { low: scale * (possible.low + above).max(0.0), high: scale * (possible.high - below) }
}

/// Which counts are joined.
struct Groups(Vec<usize>);

impl Groups {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn root(&mut self, mut nth: usize) -> usize {
        while let Some(&up) = self.0.get(nth).filter(|&&up| up != nth) {
            let above = self.0.get(up).copied().unwrap_or(up);
            if let Some(own) = self.0.get_mut(nth) {
                *own = above;
            }
            nth = above;
        }
        nth
    }

    fn join(&mut self, one: usize, two: usize) {
        let (one, two) = (self.root(one), self.root(two));
        if let Some(root) = self.0.get_mut(one.max(two)) {
            *root = one.min(two);
        }
    }
}

/// Joins counts of one thing that share a council and a time.
fn meet(cells: &Cells<'_>, counted: &[Counted], groups: &mut Groups) {
    let mut at_once: HashMap<(usize, &str, &Time), usize> = HashMap::new();
    let mut over_time: HashMap<(usize, &str), Vec<(Date, Date, usize)>> = HashMap::new();
    for (nth, count) in counted.iter().enumerate() {
        let places = cells.all.get(count.cell).and_then(|cell| cells.places.get(cell.outcome));
        for council in places.into_iter().flatten() {
            match count.days.filter(|_| count.spreads) {
                Some((from, to)) => over_time.entry((count.thing, council.as_str())).or_default().push((from, to, nth)),
                None => {
                    let first = *at_once.entry((count.thing, council.as_str(), &count.time)).or_insert(nth);
                    groups.join(first, nth);
                }
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

/// The time of an unknown: between two edges, or when all of it was counted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stretch<'t> {
    Between(usize),
    At(&'t Time),
}

/// These counts as sums of unknowns: councils that always stand together are one, and so are days.
fn component(cells: &Cells<'_>, counted: &[Counted], members: &[usize]) -> Component {
    let mut component = Component { entries: Vec::new(), relations: Vec::new(), unknowns: 0, seen: None };
    let mut of_things: BTreeMap<usize, Vec<&Counted>> = BTreeMap::new();
    for count in members.iter().filter_map(|&nth| counted.get(nth)) {
        of_things.entry(count.thing).or_default().push(count);
    }
    for counts in of_things.into_values() {
        let mut stands_in: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (nth, count) in counts.iter().enumerate() {
            let places = cells.all.get(count.cell).and_then(|cell| cells.places.get(cell.outcome));
            for council in places.into_iter().flatten() {
                stands_in.entry(council.as_str()).or_default().push(nth);
            }
        }
        let mut classes: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
        for counts in stands_in.into_values() {
            let next = classes.len();
            classes.entry(counts).or_insert(next);
        }
        let mut edges: BTreeSet<Date> = BTreeSet::new();
        for (from, to) in counts.iter().filter(|count| count.spreads).filter_map(|count| count.days) {
            edges.extend([Some(from), to.tomorrow().ok()].into_iter().flatten());
        }
        let edges: Vec<Date> = edges.into_iter().collect();
        let mut sums: Vec<Sum> = vec![Sum::new(); counts.len()];
        let mut unknowns: BTreeMap<(usize, Stretch<'_>), usize> = BTreeMap::new();
        for (stands_in, class) in &classes {
            for &nth in stands_in {
                let (Some(count), Some(sum)) = (counts.get(nth), sums.get_mut(nth)) else { continue };
                let stretches: Vec<Stretch<'_>> = match count.days.filter(|_| count.spreads) {
                    Some((from, to)) => {
                        let begins = |edge: &Date| edges.partition_point(|known| known < edge);
                        let end = to.tomorrow().map_or(edges.len(), |end| begins(&end));
                        (begins(&from)..end).map(Stretch::Between).collect()
                    }
                    None => vec![Stretch::At(&count.time)],
                };
                for stretch in stretches {
                    let unknown = *unknowns.entry((*class, stretch)).or_insert_with(|| component.unknown());
                    sum.insert(unknown, 1.0);
                }
            }
        }
        let own = counts.iter().zip(sums).map(|(count, sum)| Entry { cell: count.cell, sum, scale: 1.0 });
        component.entries.extend(own);
    }
    component
}

/// A part of a whole: the cell of its count or, where only the share was printed, that of the share.
struct Part {
    count: Option<usize>,
    share: Option<usize>,
    whole: usize,
    value: f64,
}

/// A whole with all the parts of it that are told at one place.
struct Whole {
    value: f64,
    parts: Vec<Part>,
}

fn wholes(cells: &Cells<'_>, things: &Things) -> Vec<Whole> {
    let mut groups: BTreeMap<(usize, u64), Whole> = BTreeMap::new();
    for (outcome, located) in cells.outcomes.iter().enumerate() {
        let Published::Part { count, of, share, .. } = &located.outcome.published else { continue };
        let (Some(whole), Some(of), Some(&places)) = (cells.find(outcome, Slot::Whole), of, things.places.get(outcome))
        else {
            continue;
        };
        let Some(value) = count::part(count.as_ref(), Some(of), share.as_ref()) else { continue };
        let count =
            cells.find(outcome, Slot::Count).filter(|&cell| cells.all.get(cell).is_some_and(|c| cells.is_count(c)));
        let share = cells.find(outcome, Slot::Share);
        let group = groups.entry((places, of.centre().to_bits()));
        let whole_of = group.or_insert_with(|| Whole { value: of.centre(), parts: Vec::new() });
        whole_of.parts.push(Part { count, share, whole, value });
    }
    groups.into_values().collect()
}

impl Whole {
    /// Adds the whole, its parts and their rests to a component.
    fn join(self, component: &mut Component, forms: &HashMap<usize, Sum>) {
        let whole = component.unknown();
        let all: f64 = self.parts.iter().map(|part| part.value).sum();
        let is_all = self.parts.len() > 1 && (all - self.value).abs() < 0.5;
        let mut less_its_parts = Sum::from([(whole, 1.0)]);
        for part in self.parts {
            component.entries.push(Entry { cell: part.whole, sum: Sum::from([(whole, 1.0)]), scale: 1.0 });
            let known = part.count.and_then(|cell| forms.get(&cell)).cloned();
            let form = known.unwrap_or_else(|| Sum::from([(component.unknown(), 1.0)]));
            if let Some(cell) = part.share {
                component.entries.push(Entry { cell, sum: form.clone(), scale: self.value / 100.0 });
            }
            let mut rest = Sum::from([(whole, 1.0), (component.unknown(), -1.0)]);
            for (unknown, weight) in form {
                *rest.entry(unknown).or_insert(0.0) -= weight;
                *less_its_parts.entry(unknown).or_insert(0.0) -= weight;
            }
            component.relations.push(rest);
        }
        if is_all {
            component.relations.push(less_its_parts);
        }
    }
}
