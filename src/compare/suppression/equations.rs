//! Equations between the counts of a dataset: its totals, parts, quarters and breakdowns, all together.
//!
//! Each count is a sum of unknowns: each the number of one thing at one place in one stretch of time. Figures for several
//! councils, for a year and for its quarters are sums of the same unknowns, so one system has them all, with two more kinds
//! of equation: a part and its rest make a whole, and a figure that others of its concept add up to is their total. Cells
//! that share no unknown are apart, so that a large dataset is many small systems. Unprinted numbers count too: 30 in two
//! councils and 28 in one of them leave 2.

use std::collections::{BTreeMap, HashMap};

use crate::model::Published;

use super::Threshold;
use super::breakdowns::breakdowns;
use super::cells::{Cells, NumberSlot};
use super::component::{Component, CountEntry, StatedSum};
use super::count;
use super::facts::facts;
use super::ratios::Ratios;
use super::system::Sum;
use super::things::{Things, Time};
use super::unknowns::{CountOver, Groups, component, counted, meet};

/// All equations of a dataset.
pub struct Equations {
    components: Vec<Component>,
    /// Two counts of one concept that differ by a small count, the smaller first.
    pub close: Vec<(usize, usize)>,
}

impl Equations {
    /// The equations between these cells.
    pub fn of(cells: &Cells<'_>, things: &Things, ratios: &Ratios, threshold: Threshold) -> Self {
        let mut counted: Vec<CountOver> = counted(cells, things);
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
            component.told.push(StatedSum { sum, low: fact.low, high: fact.high, by: fact.told_by });
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

    /// Hides further cells so that no count follows from the rest. Returns whether it did.
    pub fn hide(&mut self, cells: &mut Cells<'_>, threshold: Threshold) -> bool {
        let mut changed = false;
        for component in &mut self.components {
            changed |= component.hide(cells, threshold);
        }
        changed
    }
}

/// A part of a whole: the cell of its count or, if only the share was printed, that of the share.
struct PartCell {
    count: Option<usize>,
    share: Option<usize>,
    whole: Option<usize>,
    value: f64,
}

/// A whole with all its parts printed at one place.
struct Whole {
    value: f64,
    parts: Vec<PartCell>,
}

fn wholes(cells: &Cells<'_>, things: &Things) -> Vec<Whole> {
    let mut groups: BTreeMap<(usize, u64), Whole> = BTreeMap::new();
    for (outcome, located) in cells.outcomes.iter().enumerate() {
        let Published::Part { count, of, share, .. } = &located.outcome.published else { continue };
        let whole = cells.find(outcome, NumberSlot::Whole);
        // A count and its share give the whole.
        let told =
            of.map(|of| of.centre()).or_else(|| count::whole_of(count.as_ref()?, share.as_ref()?).map(f64::round));
        let (Some(of), Some(&places)) = (told, things.places.get(outcome)) else { continue };
        let Some(value) = count.map(|count| count.centre()).or_else(|| Some(share.as_ref()?.centre() / 100.0 * of))
        else {
            continue;
        };
        let count = cells
            .find(outcome, NumberSlot::Count)
            .filter(|&cell| cells.all.get(cell).is_some_and(|c| cells.is_count(c)));
        let share = cells.find(outcome, NumberSlot::Share);
        let group = groups.entry((places, of.to_bits()));
        let whole_of = group.or_insert_with(|| Whole { value: of, parts: Vec::new() });
        whole_of.parts.push(PartCell { count, share, whole, value });
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
            component.entries.extend(part.whole.map(|cell| CountEntry {
                cell,
                sum: Sum::from([(whole, 1.0)]),
                scale: 1.0,
            }));
            let known = part.count.and_then(form_of).cloned();
            let form = known.unwrap_or_else(|| Sum::from([(component.unknown(), 1.0)]));
            if let Some(cell) = part.share {
                component.entries.push(CountEntry { cell, sum: form.clone(), scale: self.value / 100.0 });
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
