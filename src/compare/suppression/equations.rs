//! Equations between the counts of a dataset: what its totals, parts, quarters and breakdowns tell of each other, all together.
//!
//! Each count is a sum of unknowns: so many of one thing at one place in one stretch of time. Figures for several councils, for a year
//! and for its quarters are sums of the same unknowns, and so they all stand in one system. Two more kinds of equations join it: a part
//! and its rest make its whole, and a figure that other figures of the concept add up to is taken for their total. Cells that share no
//! unknown are apart, so that a large dataset is many small systems. A number that nobody printed counts as well: 30 in two councils
//! and 28 in one of them leave 2.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::model::{Bound, Interval, Number, Published, Reason};

use super::Threshold;
use super::breakdowns::breakdowns;
use super::cells::{Cell, Cells, Slot};
use super::count;
use super::facts::facts;
use super::ratios::Ratios;
use super::system::{Row, Sum, System};
use super::things::{Things, Time};
use super::unknowns::{Counted, Groups, component, counted, meet};

/// Above this many unknowns at once every total beside a hidden number is hidden instead.
const MOST_UNKNOWNS: usize = 6_000;

/// Up to this many unknowns at once each hidden number is tried by supposing that it is another one.
const MOST_PROBED: usize = 120;

/// A count that may be this large is not tried for being a small one.
const MOST_OPEN: f64 = 1_000.0;

/// A count as a sum of unknowns.
struct Entry {
    cell: usize,
    sum: Sum,
    /// What one unit of the cell is in the unknowns: a share of a whole of 40 is 0.4 people a per cent.
    scale: f64,
}

/// Counts that share unknowns, directly or by others.
#[derive(Default)]
pub(super) struct Component {
    entries: Vec<Entry>,
    told: Vec<Told>,
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

impl Entry {
    /// Whether the cell is the sum itself.
    fn is_plain(&self) -> bool {
        is_one(self.scale)
    }
}

fn is_one(scale: f64) -> bool {
    (scale - 1.0).abs() < f64::EPSILON
}

/// What is told of several counts at once, in words or by amounts: so many per cent less, so much each.
struct Told {
    sum: Sum,
    low: f64,
    high: f64,
    by: Vec<usize>,
}

impl Equations {
    /// The equations between these cells.
    pub fn of(cells: &Cells<'_>, things: &Things, ratios: &Ratios, threshold: Threshold) -> Self {
        let mut counted: Vec<Counted> = counted(cells, things);
        let timed: Vec<(usize, Time)> = counted.iter().filter_map(|c| Some((c.cell?, c.time.clone()))).collect();
        let found = breakdowns(cells, things, &timed, threshold);
        let at: HashMap<usize, usize> = counted.iter().enumerate().filter_map(|(n, c)| Some((c.cell?, n))).collect();
        let mut clusters: HashMap<usize, usize> = HashMap::new();
        for (_, total, parts) in &found.learned {
            let cluster = parts.iter().chain([total]).find_map(|thing| clusters.get(thing)).copied().unwrap_or(*total);
            clusters.extend(parts.iter().chain([total]).map(|&thing| (thing, cluster)));
        }
        let facts = facts(cells, things, ratios, &found.learned, &mut counted);
        for count in &mut counted {
            count.cluster = clusters.get(&count.thing).copied().unwrap_or(count.thing);
        }
        let mut groups = Groups::new(counted.len());
        meet(cells, &counted, &mut groups);
        for (total, parts) in &found.sums {
            for part in parts {
                if let (Some(&one), Some(&two)) = (at.get(total), at.get(part)) {
                    groups.join(one, two);
                }
            }
        }
        for fact in &facts {
            if let Some((first, others)) = fact.terms.split_first() {
                for other in others {
                    groups.join(first.1, other.1);
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
        let mut forms: Vec<Sum> = vec![Sum::new(); counted.len()];
        for (root, members) in members {
            components.insert(root, component(cells, &counted, &members, &found.learned, &mut forms));
        }
        let form = |cell: usize| at.get(&cell).and_then(|&nth| forms.get(nth));
        for (total, parts) in found.sums {
            let Some(root) = at.get(&total).map(|&nth| groups.root(nth)) else { continue };
            let mut sum = form(total).cloned().unwrap_or_default();
            for part in parts {
                for (unknown, weight) in form(part).into_iter().flatten() {
                    *sum.entry(*unknown).or_insert(0.0) -= weight;
                }
            }
            if let Some(component) = components.get_mut(&root) {
                component.relations.push(sum);
            }
        }
        for fact in facts {
            let Some(component) = fact.terms.first().and_then(|term| components.get_mut(&groups.root(term.1))) else {
                continue;
            };
            let mut sum = Sum::new();
            for (weight, nth) in fact.terms {
                for (unknown, times) in forms.get(nth).into_iter().flatten() {
                    *sum.entry(*unknown).or_insert(0.0) += weight * times;
                }
            }
            sum.retain(|_, weight| weight.abs() > 1e-9);
            component.told.push(Told { sum, low: fact.low, high: fact.high, by: fact.told_by });
        }
        let mut alone: Vec<Component> = Vec::new();
        for whole in wholes {
            let root = whole.parts.iter().find_map(|part| Some(groups.root(*at.get(&part.count?)?)));
            if let Some(component) = root.and_then(|root| components.get_mut(&root)) {
                whole.join(component, &form);
            } else {
                let mut component = Component::default();
                whole.join(&mut component, &form);
                alone.push(component);
            }
        }
        let mut components: Vec<Component> = components.into_values().chain(alone).collect();
        components.retain(|component| component.entries.len() + component.told.len() > 1);
        components.sort_by_key(|component| component.entries.first().map(|entry| entry.cell));
        Self { components, close: found.close }
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
        let told_by = self.told.iter().flat_map(|told| told.by.iter().copied());
        self.entries.iter().map(|entry| entry.cell).chain(told_by).filter(|&cell| cells.is_hidden(cell)).count()
    }

    fn hide(&mut self, cells: &mut Cells<'_>, threshold: Threshold) -> bool {
        let hidden = self.hidden(cells);
        if self.seen == Some(hidden) {
            return false;
        }
        let is_plain =
            self.relations.is_empty() && self.told.is_empty() && self.entries.iter().all(|entry| entry.sum.len() == 1);
        if (hidden == 0 && is_plain) || self.entries.iter().all(|entry| cells.is_hidden(entry.cell)) {
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
        for entry in self.entries.iter().filter(|entry| is_hidden(entry) && entry.is_plain()) {
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
        of_several.extend(self.open_rows(cells));
        let bounds = system.bounds(alone, of_several);
        for entry in self.entries.iter().filter(is_hidden) {
            let (low, high) = bounds.of_sum(&entry.sum);
            if high - low < 1.0 - 1e-9
                && let Some(cell) = self.best(cells, bounds.because_of(entry.sum.keys().copied()))
            {
                return Some(cell);
            }
        }
        // What sums and bounds leave open, and every other value would contradict.
        let probes = self.unknowns <= MOST_PROBED;
        for entry in self.entries.iter().filter(|entry| probes && is_hidden(entry) && entry.is_plain()) {
            let (Some(&unknown), Some(value)) =
                (entry.sum.keys().next(), cells.all.get(entry.cell).and_then(Cell::value))
            else {
                continue;
            };
            let is_pinned = entry.sum.len() == 1
                && bounds.refuse(unknown, 0.0, value - 1.0)
                && bounds.refuse(unknown, value + 1.0, f64::INFINITY);
            if is_pinned && let Some(cell) = self.best(cells, bounds.near(unknown)) {
                return Some(cell);
            }
        }
        // Counts that nobody printed, and that can only be small. That a number is hidden says by itself that it may be small, and so
        // only what is shown is asked.
        let bounds = system.bounds(vec![(0.0, f64::INFINITY); self.unknowns], self.open_rows(cells));
        (0..self.unknowns).filter(|unknown| !known.contains(unknown)).find_map(|unknown| {
            let (_, high) = bounds.of(unknown);
            if (1.0..=up_to).contains(&high) {
                return self.best(cells, bounds.because_of(std::iter::once(unknown)));
            }
            let only_small =
                probes && high > up_to && high < MOST_OPEN && bounds.refuse(unknown, up_to + 1.0, f64::INFINITY);
            only_small.then(|| self.best(cells, bounds.near(unknown))).flatten()
        })
    }

    /// What is told with an end open: "over 60", and changes and rates, which set two counts against each other.
    fn open_rows(&self, cells: &Cells<'_>) -> Vec<Row> {
        self.told_rows(cells).into_iter().filter(|row| !(row.high - row.low).is_finite()).collect()
    }

    /// What is known to a finite width, the most exact and the shortest first.
    fn rows(&self, cells: &Cells<'_>) -> Vec<Row> {
        let relations = self.relations.iter();
        let mut rows: Vec<Row> =
            relations.map(|sum| Row { sum: sum.clone(), low: 0.0, high: 0.0, told_by: Sum::new() }).collect();
        rows.extend(self.told_rows(cells).into_iter().filter(|row| (row.high - row.low).is_finite()));
        rows.sort_by(|a, b| (a.high - a.low).total_cmp(&(b.high - b.low)).then(a.sum.len().cmp(&b.sum.len())));
        rows
    }

    /// What is told by cells that are shown.
    fn told_rows(&self, cells: &Cells<'_>) -> Vec<Row> {
        let shown = self.entries.iter().filter(|entry| !cells.is_hidden(entry.cell));
        let levels = shown.filter_map(|entry| {
            let number = cells.all.get(entry.cell)?.number?;
            let told = told(&number, entry.scale);
            let told_by = Sum::from([(entry.cell, 1.0)]);
            Some(Row { sum: entry.sum.clone(), low: told.low, high: told.high, told_by })
        });
        let shown = self.told.iter().filter(|told| !told.by.iter().any(|&cell| cells.is_hidden(cell)));
        let others = shown.map(|told| {
            let told_by = told.by.iter().map(|&cell| (cell, 1.0)).collect();
            Row { sum: told.sum.clone(), low: told.low, high: told.high, told_by }
        });
        levels.chain(others).collect()
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
        // A change, a rate or an average costs less than a level. Of a total and an average the average is named last.
        let amounts = self.told.iter().filter_map(|told| told.by.last());
        amounts.copied().find(|cell| told_by.contains(cell)).or(best.map(|(.., cell)| cell))
    }

    /// A count as a sum of unknowns.
    pub(super) fn take(&mut self, cell: usize, sum: Sum) {
        self.entries.push(Entry { cell, sum, scale: 1.0 });
    }

    /// A sum that is zero.
    pub(super) fn relate(&mut self, sum: Sum) {
        self.relations.push(sum);
    }

    /// A new unknown.
    pub(super) fn unknown(&mut self) -> usize {
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
    if is_one(scale) && number.decimals() == 0 && number.bound() == Bound::Exactly {
        return Interval { low: number.value(), high: number.value() };
    }
    let (above, below) = match number.bound() {
        _ if !is_one(scale) || number.decimals() > 0 => (0.0, 0.0),
        Bound::Over => (1.0, 0.0),
        Bound::Under | Bound::Nearly => (0.0, 1.0),
        Bound::Exactly | Bound::About | Bound::AtLeast | Bound::UpTo | Bound::Between => (0.0, 0.0),
    };
    Interval { low: scale * (possible.low + above).max(0.0), high: scale * (possible.high - below) }
}

/// A part of a whole: the cell of its count or, where only the share was printed, that of the share.
struct Part {
    count: Option<usize>,
    share: Option<usize>,
    whole: Option<usize>,
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
        let whole = cells.find(outcome, Slot::Whole);
        // So many that are such a share tell of how many.
        let told =
            of.map(|of| of.centre()).or_else(|| count::whole_of(count.as_ref()?, share.as_ref()?).map(f64::round));
        let (Some(of), Some(&places)) = (told, things.places.get(outcome)) else { continue };
        let Some(value) = count.map(|count| count.centre()).or_else(|| Some(share.as_ref()?.centre() / 100.0 * of))
        else {
            continue;
        };
        let count =
            cells.find(outcome, Slot::Count).filter(|&cell| cells.all.get(cell).is_some_and(|c| cells.is_count(c)));
        let share = cells.find(outcome, Slot::Share);
        let group = groups.entry((places, of.to_bits()));
        let whole_of = group.or_insert_with(|| Whole { value: of, parts: Vec::new() });
        whole_of.parts.push(Part { count, share, whole, value });
    }
    groups.into_values().collect()
}

impl Whole {
    /// Adds the whole, its parts and their rests to a component.
    fn join<'f>(self, component: &mut Component, form_of: &dyn Fn(usize) -> Option<&'f Sum>) {
        let whole = component.unknown();
        let all: f64 = self.parts.iter().map(|part| part.value).sum();
        let is_all = self.parts.len() > 1 && (all - self.value).abs() < 0.5;
        let mut less_its_parts = Sum::from([(whole, 1.0)]);
        for part in self.parts {
            component.entries.extend(part.whole.map(|cell| Entry { cell, sum: Sum::from([(whole, 1.0)]), scale: 1.0 }));
            let known = part.count.and_then(form_of).cloned();
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
