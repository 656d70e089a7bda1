//! Cells of the table on screen: their words, by what they are sorted, and which of them stand together.

use std::cmp::Ordering;

use crate::compare::phrases::{self, AmountUnit, by_semicolons};
use crate::compare::suppression::instead_of_a_number;
use crate::compare::{ChangeScale, Comparison, ComputedChange, ShownChange};
use crate::model::{Bound, Change, ChangeUnit, Direction, Number, OpenSide, Published, Unit};
use crate::say;

use super::screen_table::ScreenRow;
use super::{alt_text, changes, suppressed, words};

/// A cell: its words, and by what it is sorted.
#[derive(Clone, Debug, PartialEq)]
pub struct TableCell {
    /// What it says; empty where nothing was published.
    pub text: String,
    key: SortKey,
}

/// By what a cell is sorted; amounts come first, and what was not published last.
#[derive(Clone, Debug, PartialEq)]
enum SortKey {
    /// A number, among those of the same unit only.
    Amount { unit: UnitRank, value: f64, open: OpenSide },
    /// Words, without regard to case.
    Words(String),
    /// Nothing was published.
    Nothing,
}

/// The order of units in one column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum UnitRank {
    Percent,
    Points,
    /// In lower case, then as it is written.
    Other(String, String),
}

impl UnitRank {
    fn of(unit: &Unit) -> Self {
        let written = unit.as_str();
        if unit.is_share() { Self::Percent } else { Self::Other(written.to_lowercase(), written.to_owned()) }
    }

    fn of_change(change: &Change, unit: &Unit) -> Self {
        match change.unit {
            ChangeUnit::Percent => Self::Percent,
            ChangeUnit::Points => Self::Points,
            ChangeUnit::Unit => Self::of(unit),
        }
    }

    fn label(&self) -> String {
        match self {
            Self::Percent => Unit::PERCENT.as_str().to_owned(),
            Self::Points => say!("table-group-points").to_owned(),
            Self::Other(_, written) => written.clone(),
        }
    }
}

impl TableCell {
    pub(super) fn nothing() -> Self {
        Self { text: String::new(), key: SortKey::Nothing }
    }

    pub(super) fn words(text: String) -> Self {
        if text.is_empty() {
            return Self::nothing();
        }
        let key = SortKey::Words(text.to_lowercase());
        Self { text, key }
    }

    pub(super) fn level(number: &Number, unit: &Unit) -> Self {
        let key = SortKey::Amount { unit: UnitRank::of(unit), value: number.value(), open: open_side(number.bound()) };
        Self { text: level(number, unit), key }
    }

    pub(super) fn computed(value: f64, unit: &Unit, text: String) -> Self {
        Self { text, key: SortKey::Amount { unit: UnitRank::of(unit), value, open: OpenSide::Neither } }
    }

    /// "28 of 44 cases", "over 80%".
    pub(super) fn part(published: &Published, unit: &Unit) -> Self {
        let Published::Part { count, of, share, .. } = published else { return Self::nothing() };
        let told = alt_text::part(published);
        let counts_cases = unit.is_counted() && (count.is_some() || of.is_some());
        let text = if counts_cases { in_unit(told, unit) } else { told };
        let key = match (share, count) {
            (Some(share), _) => Self::level(share, &Unit::PERCENT).key,
            (None, Some(count)) => Self::level(count, unit).key,
            (None, None) => SortKey::Words(text.to_lowercase()),
        };
        Self { text, key }
    }

    /// The change as it was published, in per cent first: "up over 150%", "−26%; −140 children", "fell". Where nobody published it,
    /// what was worked out here, which says so; where what was published can't be right, both (R5).
    pub(super) fn change(comparison: &Comparison<'_>) -> Self {
        let stated = Self::stated_change(comparison);
        let worked_out = || {
            let cell = Self::computed_change(comparison);
            let text = say!("table-worked-out", change = cell.text.as_str());
            Self { text, key: cell.key }
        };
        if stated.text.is_empty() {
            return if comparison.computed_change().is_some() { worked_out() } else { stated };
        }
        match comparison.shown_change() {
            ShownChange::Conflict { .. } | ShownChange::OfCounts { .. } => {
                Self { text: by_semicolons(&[stated.text, worked_out().text]), key: stated.key }
            }
            ShownChange::Computed(_)
            | ShownChange::Stated(_)
            | ShownChange::Contradiction
            | ShownChange::Direction(_)
            | ShownChange::None => stated,
        }
    }

    fn stated_change(comparison: &Comparison<'_>) -> Self {
        let outcome = comparison.located.outcome;
        let unit = &comparison.located.indicator.unit;
        if let Published::Direction { direction, .. } = &outcome.published {
            return Self::words(phrases::direction(*direction).to_owned());
        }
        let (percent, others): (Vec<&Change>, Vec<&Change>) =
            comparison.stated.iter().partition(|change| change.unit == ChangeUnit::Percent);
        let all: Vec<&Change> = percent.into_iter().chain(others).collect();
        let Some(first) = all.first() else {
            let is_hidden = suppressed::holds_change(outcome);
            return Self::words(if is_hidden { instead_of_a_number().to_owned() } else { String::new() });
        };
        let told: Vec<String> = all.iter().map(|change| of_change(change, unit)).collect();
        let key = SortKey::Amount {
            unit: UnitRank::of_change(first, unit),
            value: first.signed(),
            open: match first.direction {
                // "Down over 60%" is open below.
                Direction::Fell => open_side(first.by.bound()).turned(),
                Direction::Rose | Direction::Stable => open_side(first.by.bound()),
            },
        };
        Self { text: by_semicolons(&told), key }
    }

    /// The computed change with its bound, of a share in points.
    pub(super) fn computed_change(comparison: &Comparison<'_>) -> Self {
        let (Some(change), Some(text)) = (comparison.computed_change(), changes::computed(comparison)) else {
            return Self::nothing();
        };
        let unit = match comparison.change_scale {
            ChangeScale::Percent => UnitRank::Percent,
            ChangeScale::Points => UnitRank::Points,
        };
        let (value, open) = match change {
            ComputedChange::Value(value, bound) => (value, bound.side()),
            ComputedChange::Range(low, _) => (low, OpenSide::Neither),
        };
        Self { text, key: SortKey::Amount { unit, value, open } }
    }

    /// What a reader may sort it among: its unit; that it is words; that nothing was published.
    fn group(&self) -> String {
        match &self.key {
            SortKey::Amount { unit, .. } => unit.label(),
            SortKey::Words(_) => say!("table-group-words").to_owned(),
            SortKey::Nothing => say!("table-group-nothing").to_owned(),
        }
    }
}

/// The order of two lines by a column: within one unit by size and, where that ties, by what their bounds leave open (R4). Per cent
/// comes first, then the other units, whichever way it is sorted; then words, and last what was not published.
pub fn by_column(a: &ScreenRow, b: &ScreenRow, column: usize, is_downwards: bool) -> Ordering {
    let turned = |order: Ordering| if is_downwards { order.reverse() } else { order };
    let key = |line: &'_ ScreenRow| line.cells.get(column).map(|cell| cell.key.clone());
    match (key(a), key(b)) {
        (
            Some(SortKey::Amount { unit: left, value: x, open: a }),
            Some(SortKey::Amount { unit: right, value: y, open: b }),
        ) => left.cmp(&right).then_with(|| turned(x.total_cmp(&y).then_with(|| openness(a).cmp(&openness(b))))),
        (Some(SortKey::Words(a)), Some(SortKey::Words(b))) => turned(a.cmp(&b)),
        (a, b) => rank(a.as_ref()).cmp(&rank(b.as_ref())),
    }
}

/// Puts the unit above the first of the lines that share it, in lines that were sorted by a column of numbers; nothing where all of them
/// have one unit.
pub fn head_groups(rows: &mut [ScreenRow], column: usize) {
    let cell = |row: &'_ ScreenRow| row.cells.get(column).map(|cell| (cell.group(), rank(Some(&cell.key))));
    let groups: Vec<Option<(String, u8)>> = rows.iter().map(cell).collect();
    let has_numbers = groups.iter().flatten().any(|(_, rank)| *rank == 0);
    let differ = groups.windows(2).any(|pair| pair.first() != pair.last());
    let mut before = None;
    for (row, group) in rows.iter_mut().zip(groups) {
        row.heading =
            group.as_ref().filter(|_| has_numbers && differ && group != before).map(|(label, _)| label.clone());
        before = group;
    }
}

fn rank(key: Option<&SortKey>) -> u8 {
    match key {
        Some(SortKey::Amount { .. }) => 0,
        Some(SortKey::Words(_)) => 1,
        Some(SortKey::Nothing) | None => 2,
    }
}

/// Where a number may lie beside one that is printed alike; "nearly" lies below it.
fn open_side(bound: Bound) -> OpenSide {
    if bound == Bound::Nearly { OpenSide::Below } else { bound.side() }
}

fn openness(side: OpenSide) -> i8 {
    match side {
        OpenSide::Below => -1,
        OpenSide::Neither => 0,
        OpenSide::Above => 1,
    }
}

/// A level with its bound and its unit: "over 60 children", "62%", "about £1.8m".
fn level(number: &Number, unit: &Unit) -> String {
    in_unit(words::level(number, unit), unit)
}

/// A number in words with its unit, where that does not stand in them already and is known.
pub(super) fn in_unit(number: String, unit: &Unit) -> String {
    if unit.is_written_with_the_number() || unit.is_not_stated() {
        return number;
    }
    AmountUnit::Named(unit.as_str()).amount(&number)
}

fn of_change(change: &Change, unit: &Unit) -> String {
    let told = words::change(change, unit);
    match change.unit {
        ChangeUnit::Percent | ChangeUnit::Points => told,
        ChangeUnit::Unit => in_unit(told, unit),
    }
}
