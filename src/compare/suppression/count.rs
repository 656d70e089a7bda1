//! Which numbers are small counts, printed or one step away: primary suppression.
//!
//! Definition: a count is small where its words state a number from 1 to the threshold, or allow no whole number above it.
//! "About 3", "over 3" and "between 3 and 8" state a 3; "under 6" leaves 0 to 5 and is hidden at 5, so that all counts that
//! low look alike; "nearly 6" of whole people is 5; "about 6" may be more than 5 and stays. A number with decimals is small
//! where it rounds to a small one. Zero stays: it is nobody.
//!
//! One step away is an unprinted small count that one sum gives: the rest of a part (28 of 30; 28, which are 93.3%), the
//! part that a share of a whole or of a group makes (10% of 30), the other level of a change ("fell 21" from 22). A
//! difference between two printed levels of one outcome is no count: it may be people who came less people who left.

use crate::model::{Change, ChangeUnit, End, Number, Published, Reason};

use super::Threshold;
use super::cells::{Cells, NumberCell, NumberSlot};

/// Whether a count is small.
pub fn is_small(number: &Number, threshold: Threshold) -> bool {
    let up_to = f64::from(threshold.up_to());
    let states = |value: f64| value > 0.0 && value.round() <= up_to;
    let leaves = most_whole(number).is_some_and(|most| number.value() > 0.0 && (1.0..=up_to).contains(&most));
    states(number.value()) || number.range_high().is_some_and(states) || leaves
}

/// The largest whole number that the words allow; `None` where they allow any.
fn most_whole(number: &Number) -> Option<f64> {
    match number.bound().high() {
        End::Beyond => Some(number.value().ceil() - 1.0),
        End::HalfDigit => Some(number.value().round()),
        End::LastUnit | End::Printed | End::Second => Some(number.possible().high.floor()),
        End::Open => None,
    }
}

/// Whether a computed number is a small count, once it is rounded.
pub(super) fn works_out_small(value: f64, threshold: Threshold) -> bool {
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
            let indicator = located.indicator;
            let is_counted = indicator.unit.is_counted() || indicator.unit.is_share();
            // A count and its share give the whole.
            let whole = of.map(|of| of.centre()).or_else(|| whole_of(count.as_ref()?, share.as_ref()?));
            let part = part(count.as_ref(), of.as_ref(), share.as_ref());
            let is_small =
                |part: f64, whole: f64| works_out_small(part, threshold) || works_out_small(whole - part, threshold);
            let given = part.is_some_and(|part| {
                works_out_small(part, threshold) || whole.is_some_and(|whole| is_small(part, whole))
            });
            if is_counted && given {
                cells.hide_slot(outcome, NumberSlot::Count, Reason::Primary);
                cells.hide_slot(outcome, NumberSlot::Share, Reason::Primary);
            } else if is_counted && whole.is_none() {
                for size in [NumberSlot::GroupBefore, NumberSlot::GroupAfter] {
                    let people = value_of(cells, outcome, size);
                    let part = |people: f64| {
                        count.map_or_else(
                            || Some(share.as_ref()?.centre() / 100.0 * people),
                            |count| Some(count.centre()),
                        )
                    };
                    if people.is_some_and(|people| part(people).is_some_and(|part| is_small(part, people))) {
                        cells.hide_slot(outcome, size, Reason::Secondary);
                    }
                }
            }
        }
        Published::Change { stated, .. } if located.indicator.may_count_people() => {
            let levels: Vec<&NumberCell> = cells.cells_of(outcome).iter().filter(|cell| cell.slot.is_level()).collect();
            let in_unit = |change: &Change| change.unit == ChangeUnit::Unit && is_small(&change.by, threshold);
            let other_level = |change: &Change| {
                levels.iter().any(|cell| {
                    let other = cell.value().and_then(|level| other_level(level, cell.slot, change));
                    other.is_some_and(|other| works_out_small(other, threshold))
                })
            };
            if stated.iter().any(|change| in_unit(change) || other_level(change)) {
                cells.hide_slot(outcome, NumberSlot::Stated, Reason::Primary);
            }
        }
        Published::Pair { .. }
        | Published::Change { .. }
        | Published::Direction { .. }
        | Published::Rating { .. }
        | Published::Single(_)
        | Published::SingleGrade(_)
        | Published::Series { .. }
        | Published::Suppressed(_) => {}
    }
    // A share of so many people tells how many they are.
    if located.indicator.is_share() && !matches!(located.outcome.published, Published::Part { .. }) {
        let sizes = [NumberSlot::GroupBefore, NumberSlot::GroupAfter];
        let shares: Vec<(NumberSlot, f64)> = (cells.cells_of(outcome).iter())
            .filter(|cell| cell.slot.is_level())
            .filter_map(|cell| Some((cell.slot, cell.value()?)))
            .collect();
        for (size, other) in [(sizes[0], sizes[1]), (sizes[1], sizes[0])] {
            let Some(people) = value_of(cells, outcome, size) else { continue };
            let is_alone = cells.find(outcome, other).is_none();
            let gives = shares.iter().any(|&(level, share)| {
                let belongs = match level {
                    NumberSlot::Before => size == NumberSlot::GroupBefore || is_alone,
                    NumberSlot::After => size == NumberSlot::GroupAfter || is_alone,
                    NumberSlot::Stated
                    | NumberSlot::Count
                    | NumberSlot::Share
                    | NumberSlot::Whole
                    | NumberSlot::Point(_)
                    | NumberSlot::GroupBefore
                    | NumberSlot::GroupAfter
                    | NumberSlot::Benchmark => true,
                };
                let part = share / 100.0 * people;
                belongs && (works_out_small(part, threshold) || works_out_small(people - part, threshold))
            });
            if gives {
                cells.hide_slot(outcome, size, Reason::Secondary);
            }
        }
    }
}

fn value_of(cells: &Cells<'_>, outcome: usize, slot: NumberSlot) -> Option<f64> {
    cells.find(outcome, slot).and_then(|index| cells.all.get(index)?.value())
}

/// The whole from a part and its share.
pub(super) fn whole_of(count: &Number, share: &Number) -> Option<f64> {
    (share.centre() > 0.0).then(|| count.centre() / (share.centre() / 100.0))
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
pub(super) fn other_level(level: f64, slot: NumberSlot, change: &Change) -> Option<f64> {
    let by = change.centre();
    match (change.unit, slot) {
        (ChangeUnit::Unit, NumberSlot::Before) => Some(level + by),
        (ChangeUnit::Unit, _) => Some(level - by),
        (ChangeUnit::Percent, NumberSlot::Before) => Some(level * (1.0 + by / 100.0)),
        (ChangeUnit::Percent, _) if by > -100.0 => Some(level / (1.0 + by / 100.0)),
        (ChangeUnit::Percent | ChangeUnit::Points, _) => None,
    }
}
