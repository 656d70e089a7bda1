//! What else to hide, because it would reveal a hidden number: secondary suppression.
//!
//! Rules, applied again and again until nothing more is hidden. Within one outcome: a stated change goes with a level;
//! count, share and whole go together. Between outcomes of one concept and the same places: the same figure printed twice, a
//! rate beside its number, a change stated elsewhere, a quotient ([`super::ratios`]). Between outcomes that name each other:
//! a difference or a rest that is the hidden number. Between totals, parts and breakdowns: all their equations at once
//! ([`super::equations`]).

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use crate::model::{ChangeUnit, Form, Interval, Measure, Published, Reason, UnitKind};

use super::Threshold;
use super::cells::{Cells, NumberCell, NumberSlot};
use super::count::{other_level, works_out_small};
use super::equations::Equations;
use super::facts::of_hundred;
use super::ratios::{Ratios, is_rate};
use super::things::Things;

/// Numbers closer than this are the same count.
const SAME: f64 = 0.5;

/// Hides everything that would reveal a hidden number, or a small count that nobody printed.
pub fn hide_what_gives_away(cells: &mut Cells<'_>, threshold: Threshold) {
    let things = Things::of(cells);
    let families = families(&things);
    let ratios = Ratios::of(cells, &things);
    let mut equations = Equations::of(cells, &things, &ratios, threshold);
    leads_to_a_small_count(cells, &families, threshold);
    differ_by_a_small_count(cells, &equations);
    ratios.hide(cells, &things, threshold);
    equations.hide(cells, threshold);
    if cells.all.iter().all(|cell| cell.hidden.is_none()) {
        return;
    }
    let linked = cells.linked();
    let twins = twins(cells, &families, &linked);
    loop {
        let mut changed = within_outcomes(cells);
        changed |= told_twice(cells, &twins);
        changed |= sizes_of_programmes(cells);
        changed |= changes_of_family(cells, &families);
        changed |= rates_of_programme(cells, &things);
        changed |= linked_outcomes(cells, &linked);
        changed |= ratios.hide(cells, &things, threshold);
        changed |= equations.hide(cells, threshold);
        if !changed {
            return;
        }
    }
}

/// Outcomes of one concept and the same places.
fn families(things: &Things) -> Vec<Vec<usize>> {
    let mut families: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (outcome, key) in things.concept.iter().copied().zip(things.places.iter().copied()).enumerate() {
        families.entry(key).or_default().push(outcome);
    }
    families.into_values().filter(|members| members.len() > 1).collect()
}

/// Two figures of one concept that differ by a small count: a total and its only part.
fn differ_by_a_small_count(cells: &mut Cells<'_>, equations: &Equations) {
    for &(smaller, larger) in &equations.close {
        if !cells.is_hidden(larger) {
            cells.hide(smaller, Reason::Secondary);
        }
    }
}

/// A change that one outcome states and that leads from a level of another one to a small count.
fn leads_to_a_small_count(cells: &mut Cells<'_>, families: &[Vec<usize>], threshold: Threshold) {
    for members in families {
        let mut giving: Vec<usize> = Vec::new();
        for &outcome in members {
            let Some(located) = cells.located(outcome) else { continue };
            let Published::Change { stated, over, .. } = &located.outcome.published else { continue };
            if is_amount_of_money(located.indicator) {
                continue;
            }
            let levels = members.iter().filter(|&&other| other != outcome).flat_map(|&other| cells.cells_of(other));
            let mut levels =
                levels.filter(|cell| cell.slot.is_level() && cell.hidden.is_none() && cells.is_count(cell));
            let gives = levels.any(|cell| {
                let meets = match (cell.days(), over.days()) {
                    (Some(a), Some(b)) => a.0 <= b.1 && b.0 <= a.1,
                    _ => true,
                };
                meets
                    && cell.value().filter(|value| *value > 0.0).is_some_and(|level| {
                        let stated = stated.iter().filter(|change| {
                            change.unit == ChangeUnit::Percent || located.indicator.may_count_people()
                        });
                        let ends = stated.flat_map(|change| {
                            [NumberSlot::Before, NumberSlot::After].map(|slot| other_level(level, slot, change))
                        });
                        ends.flatten().any(|other| works_out_small(other, threshold))
                    })
            });
            if gives {
                giving.push(outcome);
            }
        }
        for outcome in giving {
            cells.hide_slot(outcome, NumberSlot::Stated, Reason::Secondary);
        }
    }
}

/// A group size that one outcome of a programme hides is hidden in all of them.
fn sizes_of_programmes(cells: &mut Cells<'_>) -> bool {
    let key = |cell: &NumberCell| {
        let is_size = matches!(cell.slot, NumberSlot::GroupBefore | NumberSlot::GroupAfter);
        let located = cells.located(cell.outcome).filter(|_| is_size)?;
        let home = located.programme.map_or(located.outcome.id.as_str(), |programme| programme.id.as_str());
        Some((home, cell.value()?.to_bits()))
    };
    let hidden: BTreeSet<_> = cells.all.iter().filter(|cell| cell.hidden.is_some()).filter_map(key).collect();
    if hidden.is_empty() {
        return false;
    }
    let told: Vec<usize> = (cells.all.iter().enumerate())
        .filter(|(_, cell)| cell.hidden.is_none() && key(cell).is_some_and(|key| hidden.contains(&key)))
        .map(|(index, _)| index)
        .collect();
    let mut changed = false;
    for index in told {
        changed |= cells.hide(index, Reason::Secondary);
    }
    changed
}

/// Pairs of cells with the same figure, or the same in another unit.
fn twins(cells: &Cells<'_>, families: &[Vec<usize>], linked: &[BTreeSet<usize>]) -> Vec<(usize, usize)> {
    let mut found = BTreeSet::new();
    for members in families {
        let levels: Vec<usize> = (members.iter())
            .filter(|&&outcome| cells.located(outcome).is_none_or(|located| !is_amount_of_money(located.indicator)))
            .flat_map(|&outcome| cells.range(outcome))
            .filter(|&index| cells.all.get(index).is_some_and(|cell| cell.slot.is_level()))
            .collect();
        for (one, two) in may_be_the_same(cells, &levels, linked) {
            if let (Some(first), Some(second)) = (cells.all.get(one), cells.all.get(two)) {
                let are_linked = linked.get(first.outcome).is_some_and(|links| links.contains(&second.outcome));
                if first.outcome != second.outcome && tell_the_same(cells, first, second, are_linked) {
                    found.insert((one.min(two), one.max(two)));
                }
            }
        }
    }
    found.into_iter().collect()
}

/// Pairs worth a check: those whose days meet, and of those without days the ones with the same words, the same number or a
/// link.
fn may_be_the_same(cells: &Cells<'_>, levels: &[usize], linked: &[BTreeSet<usize>]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut dated = Vec::new();
    let mut by_words: HashMap<String, Vec<usize>> = HashMap::new();
    let mut by_number: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut by_outcome: HashMap<usize, Vec<usize>> = HashMap::new();
    for &index in levels {
        let Some(cell) = cells.all.get(index) else { continue };
        by_number.entry(cell.value().unwrap_or_default().to_bits()).or_default().push(index);
        by_outcome.entry(cell.outcome).or_default().push(index);
        match cell.days() {
            Some((from, to)) => dated.push((from, to, index)),
            None => by_words
                .entry(cell.period.as_ref().map(ToString::to_string).unwrap_or_default())
                .or_default()
                .push(index),
        }
    }
    dated.sort_unstable();
    for (at, &(_, to, one)) in dated.iter().enumerate() {
        let meeting = dated.iter().skip(at + 1).take_while(|(from, ..)| *from <= to);
        pairs.extend(meeting.map(|&(.., two)| (one, two)));
    }
    for one in by_words.values().flatten().copied() {
        let Some(cell) = cells.all.get(one) else { continue };
        let words = cell.period.as_ref().map(ToString::to_string).unwrap_or_default();
        let same_number = by_number.get(&cell.value().unwrap_or_default().to_bits()).into_iter().flatten();
        let of_linked =
            linked.get(cell.outcome).into_iter().flatten().filter_map(|other| by_outcome.get(other)).flatten();
        let same_words = by_words.get(&words).into_iter().flatten();
        pairs.extend(same_words.chain(same_number).chain(of_linked).map(|&two| (one, two)));
    }
    pairs
}

/// Pounds and grades of a concept say nothing of how many there were; a rate or a share does.
fn is_amount_of_money(indicator: &crate::model::Indicator) -> bool {
    let unit = &indicator.unit;
    let tells_a_part = indicator.measure == Measure::Rate || indicator.is_share() || unit.kind() == UnitKind::Rate;
    indicator.measure == Measure::Rating || unit.money().is_some() || !(unit.is_counted() || tells_a_part)
}

fn tell_the_same(cells: &Cells<'_>, one: &NumberCell, two: &NumberCell, are_linked: bool) -> bool {
    let flow = |cell: &NumberCell| cells.located(cell.outcome).is_some_and(|l| l.indicator.measure == Measure::Flow);
    let indicator = |cell: &NumberCell| cells.located(cell.outcome).map(|l| &l.indicator.id);
    // Two counting indicators with two numbers count two things; a rate and a number may be one.
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
        let hides = |slot: NumberSlot| cells.find(outcome, slot).is_some_and(|index| cells.is_hidden(index));
        let level = hides(NumberSlot::Before) || hides(NumberSlot::After);
        let (part, whole) = (hides(NumberSlot::Count) || hides(NumberSlot::Share), hides(NumberSlot::Whole));
        if level {
            changed |= cells.hide_slot(outcome, NumberSlot::Stated, Reason::Secondary);
        }
        if part || whole {
            changed |= cells.hide_slot(outcome, NumberSlot::Count, Reason::Secondary);
            changed |= cells.hide_slot(outcome, NumberSlot::Share, Reason::Secondary);
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

/// A change, stated by another outcome of the family in any unit, from a shown level to a hidden one.
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
                changed |= cells.hide_slot(outcome, NumberSlot::Stated, Reason::Secondary);
            }
        }
    }
    changed
}

/// A rate of another concept that moved as the hidden count did, in the same programme and places: 30 that "fell 86.7%" are 4.
fn rates_of_programme(cells: &mut Cells<'_>, things: &Things) -> bool {
    let home = |outcome: usize| {
        let programme = cells.located(outcome)?.programme?;
        Some((programme.id.as_str(), *things.places.get(outcome)?))
    };
    let mut rates: HashMap<(&str, usize), Vec<usize>> = HashMap::new();
    for outcome in (0..cells.outcomes.len()).filter(|&o| cells.located(o).is_some_and(|l| is_rate(l.indicator))) {
        if let Some(home) = home(outcome) {
            rates.entry(home).or_default().push(outcome);
        }
    }
    let mut giving: Vec<usize> = Vec::new();
    for outcome in (0..cells.outcomes.len()).filter(|_| !rates.is_empty()) {
        let [before, after] = [NumberSlot::Before, NumberSlot::After].map(|slot| {
            let index = cells.find(outcome, slot)?;
            let cell = cells.all.get(index).filter(|cell| cells.is_count(cell))?;
            Some((cell.hidden.is_some(), cell.value()?))
        });
        let (Some((hides_before, before)), Some((hides_after, after))) = (before, after) else { continue };
        if hides_before == hides_after || before <= 0.0 {
            continue;
        }
        for &rate in home(outcome).and_then(|home| rates.get(&home)).into_iter().flatten() {
            let meets = match (span(cells, outcome), span(cells, rate)) {
                (Some(one), Some(two)) => one.0 <= two.1 && two.0 <= one.1,
                _ => true,
            };
            let Some((by, cell)) = moved(cells, rate).filter(|_| meets) else { continue };
            let (known, hidden) = if hides_after { (before, after) } else { (after, before) };
            let ends = if hides_after { [known * by.low, known * by.high] } else { [known / by.high, known / by.low] };
            if ends[0] - SAME < hidden && hidden < ends[1] + SAME && ends[1] - ends[0] < 2.0 {
                giving.push(cell);
            }
        }
    }
    let mut changed = false;
    for cell in giving {
        changed |= cells.hide(cell, Reason::Secondary);
    }
    changed
}

/// From the first to the last day of an outcome; `None` where none is known.
fn span(cells: &Cells<'_>, outcome: usize) -> Option<(Date, Date)> {
    let published = &cells.located(outcome)?.outcome.published;
    let over = if let Published::Change { over, .. } = published { over.days() } else { None };
    let levels = cells.cells_of(outcome).iter().filter(|cell| cell.slot.is_level()).filter_map(NumberCell::days);
    levels.chain(over).reduce(|one, two| (one.0.min(two.0), one.1.max(two.1)))
}

/// The ratio of a figure after to before, and the cell that gives it; `None` where no shown cell does.
fn moved(cells: &Cells<'_>, outcome: usize) -> Option<(Interval, usize)> {
    let shown = |slot: NumberSlot| {
        let index = cells.find(outcome, slot).filter(|&index| !cells.is_hidden(index))?;
        Some((index, cells.all.get(index)?))
    };
    if let (Some((_, before)), Some((index, after))) = (shown(NumberSlot::Before), shown(NumberSlot::After)) {
        let (before, after) = (before.number?.possible(), after.number?.possible());
        return (before.low > 0.0)
            .then(|| (Interval { low: after.low / before.high, high: after.high / before.low }, index));
    }
    let (index, _) = shown(NumberSlot::Stated)?;
    let stated = cells.located(outcome)?.outcome.published.stated().iter();
    let by = stated.filter(|change| change.unit == ChangeUnit::Percent).map(|change| {
        let by = change.by.possible();
        of_hundred(if change.direction.sign() < 0.0 { by.negated() } else { by })
    });
    by.min_by(|one, two| (one.high - one.low).total_cmp(&(two.high - two.low))).map(|by| (by, index))
}

/// Outcomes that count the same events: the level itself, a difference of two levels, a part or its rest.
fn linked_outcomes(cells: &mut Cells<'_>, linked: &[BTreeSet<usize>]) -> bool {
    let mut giving: Vec<usize> = Vec::new();
    for cell in cells.all.iter().filter(|cell| cell.hidden.is_some() && cells.is_count(cell)) {
        let Some(hidden) = cell.value().filter(|value| *value > 0.0) else { continue };
        let is_it = |value: f64| (value - hidden).abs() < SAME;
        for &other in linked.get(cell.outcome).into_iter().flatten() {
            let shown = |slot: NumberSlot| {
                let index = cells.find(other, slot).filter(|&index| !cells.is_hidden(index))?;
                let cell = cells.all.get(index).filter(|cell| cells.is_count(cell))?;
                Some((index, cell.value()?))
            };
            let (before, after) = (shown(NumberSlot::Before), shown(NumberSlot::After));
            giving.extend([before, after].into_iter().flatten().filter(|(_, v)| is_it(*v)).map(|(index, _)| index));
            if let (Some((from, a)), Some((to, b))) = (before, after)
                && is_it((a - b).abs())
            {
                giving.push(if a > 0.0 && (b == 0.0 || a < b) { from } else { to });
            }
            let whole = shown(NumberSlot::Whole).map(|(_, value)| value);
            if let Some((index, part)) = shown(NumberSlot::Count)
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
