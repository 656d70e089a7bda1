//! Which numbers are small counts, printed or one step away: primary suppression.
//!
//! Definition: a count is small where its words state a number from 1 to the threshold, or where every whole number that they leave
//! possible lies at or below it. "About 3", "over 3" and "between 3 and 8" state a 3; "under 6" leaves 0 to 5 and is hidden at 5,
//! so that all counts that low are told alike; "about 6" and "nearly 6" may be more than 5 and stay. Zero stays: nobody is in it.
//!
//! One step away is a small count that nobody printed, but that one sum gives: the rest of a part (28 of 30), the part that a share
//! of a whole makes (10% of 30), the other level of a change ("fell 21" from 22). A difference between two printed levels is not
//! taken for a count: it may be people who came less people who left.

use crate::model::{Bound, Change, ChangeUnit, Number, Published, Reason};

use super::Threshold;
use super::cells::{Cell, Cells, Slot};

/// Whether a count is small.
pub fn is_small(number: &Number, threshold: Threshold) -> bool {
    let up_to = f64::from(threshold.up_to());
    let states = |value: f64| value > 0.0 && value <= up_to;
    let below = number.bound() == Bound::Under && number.value() > 0.0 && number.value() <= up_to + 1.0;
    states(number.value()) || number.range_high().is_some_and(states) || below
}

/// Whether a number that was worked out is a small count, once it is rounded.
fn works_out_small(value: f64, threshold: Threshold) -> bool {
    let whole = value.round();
    whole >= 1.0 && whole <= f64::from(threshold.up_to())
}

/// Hides every small count.
pub fn hide_small(cells: &mut Cells<'_>, threshold: Threshold) {
    for index in 0..cells.all.len() {
        let Some(cell) = cells.all.get(index) else { continue };
        let small = cells.is_count(cell) && cell.number.is_some_and(|number| is_small(&number, threshold));
        if small {
            cells.hide(index, Reason::Primary);
        }
    }
    for outcome in 0..cells.outcomes.len() {
        hide_one_step_away(cells, outcome, threshold);
    }
}

fn hide_one_step_away(cells: &mut Cells<'_>, outcome: usize, threshold: Threshold) {
    let Some(located) = cells.located(outcome) else { return };
    match &located.outcome.published {
        Published::Part { count, of, share, .. } => {
            let Some(part) = part(count.as_ref(), of.as_ref(), share.as_ref()) else { return };
            let rest = of.map(|of| of.centre() - part);
            let is_counted = cells.cells_of(outcome).iter().any(|cell| cells.is_count(cell));
            if is_counted && (works_out_small(part, threshold) || rest.is_some_and(|r| works_out_small(r, threshold))) {
                cells.hide_slot(outcome, Slot::Count, Reason::Primary);
                cells.hide_slot(outcome, Slot::Share, Reason::Primary);
            }
        }
        Published::Change { stated, .. } if located.indicator.may_count_people() => {
            let levels: Vec<&Cell> = cells.cells_of(outcome).iter().filter(|cell| cell.slot.is_level()).collect();
            let in_unit = |change: &Change| change.unit == ChangeUnit::Unit && is_small(&change.by, threshold);
            let other_level = |change: &Change| {
                levels.iter().any(|cell| {
                    let other = cell.value().and_then(|level| other_level(level, cell.slot, change));
                    other.is_some_and(|other| works_out_small(other, threshold))
                })
            };
            if stated.iter().any(|change| in_unit(change) || other_level(change)) {
                cells.hide_slot(outcome, Slot::Stated, Reason::Primary);
            }
        }
        _ => {}
    }
    // A share of so many people tells how many they are.
    if located.indicator.is_share() {
        for (level, size) in [(Slot::Before, Slot::GroupBefore), (Slot::After, Slot::GroupAfter)] {
            let told = |slot: Slot| cells.find(outcome, slot).and_then(|index| cells.all.get(index)?.value());
            let (Some(share), Some(people)) = (told(level), told(size)) else { continue };
            let part = share / 100.0 * people;
            if works_out_small(part, threshold) || works_out_small(people - part, threshold) {
                cells.hide_slot(outcome, size, Reason::Secondary);
            }
        }
    }
}

/// So many, printed or worked out from the share.
pub fn part(count: Option<&Number>, of: Option<&Number>, share: Option<&Number>) -> Option<f64> {
    match (count, of, share) {
        (Some(count), _, _) => Some(count.centre()),
        (None, Some(of), Some(share)) => Some(share.centre() / 100.0 * of.centre()),
        _ => None,
    }
}

/// The level at the other end of a stated change.
fn other_level(level: f64, slot: Slot, change: &Change) -> Option<f64> {
    let by = change.centre();
    match (change.unit, slot) {
        (ChangeUnit::Unit, Slot::Before) => Some(level + by),
        (ChangeUnit::Unit, _) => Some(level - by),
        (ChangeUnit::Percent, Slot::Before) => Some(level * (1.0 + by / 100.0)),
        (ChangeUnit::Percent, _) if by > -100.0 => Some(level / (1.0 + by / 100.0)),
        (ChangeUnit::Percent | ChangeUnit::Points, _) => None,
    }
}
