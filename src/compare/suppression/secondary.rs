//! What else is hidden, because a hidden number could be worked out from it: secondary suppression.
//!
//! Rules, applied again and again until nothing more is hidden. Within one outcome: a stated change goes with a level, count, share
//! and whole go together. Between outcomes of one concept and the same places: the same figure told twice, a rate beside its number,
//! a change stated elsewhere. Between outcomes that name each other: a difference or a rest that is the hidden number. Between
//! a total and its parts: the smallest other part, see [`super::sums`].

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Form, Measure, Reason, UnitKind};

use super::Threshold;
use super::cells::{Cell, Cells, Slot};
use super::sums::{Sum, sums};

/// Numbers closer than this are the same count.
const SAME: f64 = 0.5;

/// Hides everything from which a hidden number could be worked out.
pub fn hide_what_gives_away(cells: &mut Cells<'_>, threshold: Threshold) {
    if cells.all.iter().all(|cell| cell.hidden.is_none()) {
        return;
    }
    let families = families(cells);
    let linked = cells.linked();
    let twins = twins(cells, &families, &linked);
    let sums = sums(cells);
    loop {
        let mut changed = within_outcomes(cells);
        changed |= told_twice(cells, &twins);
        changed |= changes_of_family(cells, &families);
        changed |= linked_outcomes(cells, &linked);
        changed |= by_sums(cells, &sums, threshold);
        if !changed {
            return;
        }
    }
}

/// Outcomes of one concept and the same places.
fn families(cells: &Cells<'_>) -> Vec<Vec<usize>> {
    let mut families: BTreeMap<(&str, &BTreeSet<_>), Vec<usize>> = BTreeMap::new();
    for (index, (located, places)) in cells.outcomes.iter().zip(&cells.places).enumerate() {
        families.entry((located.indicator.concept.as_str(), places)).or_default().push(index);
    }
    families.into_values().filter(|members| members.len() > 1).collect()
}

/// Pairs of cells that tell the same figure, or the same in another unit.
fn twins(cells: &Cells<'_>, families: &[Vec<usize>], linked: &[BTreeSet<usize>]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let levels = |outcome: usize| {
        let amount = cells.located(outcome).is_none_or(|l| is_amount_of_money(l.indicator));
        cells.range(outcome).filter(move |&i| !amount && cells.all.get(i).is_some_and(|c| c.slot.is_level()))
    };
    for members in families {
        for (at, &one) in members.iter().enumerate() {
            for &two in members.iter().skip(at + 1) {
                for a in levels(one) {
                    for b in levels(two) {
                        let are_linked = linked.get(one).is_some_and(|links| links.contains(&two));
                        if let (Some(first), Some(second)) = (cells.all.get(a), cells.all.get(b))
                            && tell_the_same(cells, first, second, are_linked)
                        {
                            found.push((a, b));
                        }
                    }
                }
            }
        }
    }
    found
}

/// Pounds and grades of a concept say nothing of how many there were; a rate or a share does.
fn is_amount_of_money(indicator: &crate::model::Indicator) -> bool {
    let unit = &indicator.unit;
    let tells_a_part = indicator.measure == Measure::Rate || indicator.is_share() || unit.kind() == UnitKind::Rate;
    indicator.measure == Measure::Rating || unit.money().is_some() || !(unit.is_counted() || tells_a_part)
}

fn tell_the_same(cells: &Cells<'_>, one: &Cell, two: &Cell, are_linked: bool) -> bool {
    let flow = |cell: &Cell| cells.located(cell.outcome).is_some_and(|l| l.indicator.measure == Measure::Flow);
    let indicator = |cell: &Cell| cells.located(cell.outcome).map(|l| &l.indicator.id);
    // Two indicators that both count, with two numbers, count two things; a rate and a number tell one.
    let both_count = cells.is_count(one) && cells.is_count(two);
    if both_count && indicator(one) != indicator(two) && one.value() != two.value() {
        return false;
    }
    match (one.days(), two.days()) {
        (Some(a), Some(b)) if a == b => true,
        (Some(a), Some(b)) if !flow(one) && !flow(two) => a.0 <= b.1 && b.0 <= a.1,
        (Some(_), Some(_)) => false,
        _ => {
            let same_words = one.period.as_ref().is_some_and(|p| p.is_stated() && Some(p) == two.period.as_ref());
            let same_number = indicator(one) == indicator(two) && one.value() == two.value();
            same_words || same_number || (are_linked && one.slot == two.slot)
        }
    }
}

fn within_outcomes(cells: &mut Cells<'_>) -> bool {
    let mut changed = false;
    for outcome in 0..cells.outcomes.len() {
        let hides = |slot: Slot| cells.find(outcome, slot).is_some_and(|index| cells.is_hidden(index));
        let level = hides(Slot::Before) || hides(Slot::After);
        let (part, whole) = (hides(Slot::Count) || hides(Slot::Share), hides(Slot::Whole));
        if level {
            changed |= cells.hide_slot(outcome, Slot::Stated, Reason::Secondary);
        }
        if part || whole {
            changed |= cells.hide_slot(outcome, Slot::Count, Reason::Secondary);
            changed |= cells.hide_slot(outcome, Slot::Share, Reason::Secondary);
        }
    }
    changed
}

fn told_twice(cells: &mut Cells<'_>, twins: &[(usize, usize)]) -> bool {
    let mut changed = false;
    for &(one, two) in twins {
        for (from, to) in [(one, two), (two, one)] {
            if cells.is_hidden(from) {
                changed |= cells.hide(to, Reason::Secondary);
            }
        }
    }
    changed
}

/// A change that another outcome of the family states, in whatever unit, leads from a level that is shown to one that is not.
fn changes_of_family(cells: &mut Cells<'_>, families: &[Vec<usize>]) -> bool {
    let mut changed = false;
    for members in families {
        let touched = |outcome: &&usize| {
            cells.cells_of(**outcome).iter().any(|cell| cell.hidden.is_some() && cell.slot.is_level())
        };
        if members.iter().find(touched).is_none() {
            continue;
        }
        for &outcome in members {
            let form = cells.located(outcome).map(|l| l.outcome.published.form());
            if form == Some(Form::Change) {
                changed |= cells.hide_slot(outcome, Slot::Stated, Reason::Secondary);
            }
        }
    }
    changed
}

/// Outcomes that count the same events: the level itself, a difference of two levels, a part or its rest.
fn linked_outcomes(cells: &mut Cells<'_>, linked: &[BTreeSet<usize>]) -> bool {
    let mut giving: Vec<usize> = Vec::new();
    for cell in cells.all.iter().filter(|cell| cell.hidden.is_some() && cells.is_count(cell)) {
        let Some(hidden) = cell.value().filter(|value| *value > 0.0) else { continue };
        let is_it = |value: f64| (value - hidden).abs() < SAME;
        for &other in linked.get(cell.outcome).into_iter().flatten() {
            let shown = |slot: Slot| {
                let index = cells.find(other, slot).filter(|&index| !cells.is_hidden(index))?;
                let cell = cells.all.get(index).filter(|cell| cells.is_count(cell))?;
                Some((index, cell.value()?))
            };
            let (before, after) = (shown(Slot::Before), shown(Slot::After));
            giving.extend([before, after].into_iter().flatten().filter(|(_, v)| is_it(*v)).map(|(index, _)| index));
            if let (Some((from, a)), Some((to, b))) = (before, after)
                && is_it((a - b).abs())
            {
                giving.push(if a > 0.0 && (b == 0.0 || a < b) { from } else { to });
            }
            let whole = shown(Slot::Whole).map(|(_, value)| value);
            if let Some((index, part)) = shown(Slot::Count)
                && (is_it(part) || whole.is_some_and(|whole| is_it(whole - part)))
            {
                giving.push(index);
            }
        }
    }
    let mut changed = false;
    for index in giving {
        changed |= cells.hide(index, Reason::Secondary);
    }
    changed
}

fn by_sums(cells: &mut Cells<'_>, sums: &[Sum], threshold: Threshold) -> bool {
    let mut changed = false;
    for sum in sums {
        while let Some(index) = sum.gives_away(cells, threshold) {
            if !cells.hide(index, Reason::Secondary) {
                break;
            }
            changed = true;
        }
    }
    changed
}
