//! Every number of a dataset as a cell, hidden or shown, and its slot in its outcome.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;

use crate::model::{
    BenchmarkValue, ChangeUnit, CouncilId, Dataset, KnownLevel, Located, Number, OutcomeId, Period, PointValue,
    Published, Reason,
};

use super::bodies::Bodies;

/// The place of a number in its outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumberSlot {
    /// The level before.
    Before,
    /// The level after, or the one level.
    After,
    /// All changes that the source states.
    Stated,
    /// So many …
    Count,
    /// … per cent …
    Share,
    /// … of so many.
    Whole,
    /// A value of a series, by its index.
    Point(usize),
    /// The size of the group before.
    GroupBefore,
    /// The size of the group after.
    GroupAfter,
    /// The benchmark.
    Benchmark,
}

impl NumberSlot {
    /// Whether it is a size of something at a time, which other outcomes may print too.
    pub fn is_level(self) -> bool {
        matches!(self, Self::Before | Self::After | Self::Count | Self::Point(_))
    }
}

/// A number of an outcome.
#[derive(Clone, Debug)]
pub struct NumberCell {
    /// The outcome, by its index.
    pub outcome: usize,
    /// Its place there.
    pub slot: NumberSlot,
    /// The number; `None` for stated changes, which are hidden or shown together.
    pub number: Option<Number>,
    /// When; `None` where the slot has no time of its own.
    pub period: Option<Period>,
    /// Why it is hidden; `None` while it is shown.
    pub hidden: Option<Reason>,
}

impl NumberCell {
    /// The printed number; the middle of a range.
    pub fn value(&self) -> Option<f64> {
        self.number.map(|number| number.centre())
    }

    /// The first and last day of its period, where both are known.
    pub fn days(&self) -> Option<(Date, Date)> {
        self.period.as_ref().and_then(Period::days)
    }
}

/// All numbers of a dataset.
pub struct Cells<'a> {
    /// The outcomes, in dataset order.
    pub outcomes: Vec<Located<'a>>,
    /// The councils of each outcome; a group's one by one.
    pub places: Vec<BTreeSet<CouncilId>>,
    /// The numbers, those of one outcome together.
    pub all: Vec<NumberCell>,
    /// The cells of each outcome.
    of_outcome: Vec<std::ops::Range<usize>>,
    by_id: HashMap<&'a OutcomeId, usize>,
}

impl<'a> Cells<'a> {
    /// The numbers of this dataset, all shown.
    pub fn of(dataset: &'a Dataset) -> Self {
        let outcomes: Vec<Located<'a>> = dataset.outcomes().collect();
        let mut cells = Vec::new();
        let mut of_outcome = Vec::with_capacity(outcomes.len());
        for (index, located) in outcomes.iter().enumerate() {
            let from = cells.len();
            let mut put = |slot: NumberSlot, number: Option<Number>, period: Option<&Period>| {
                cells.push(NumberCell { outcome: index, slot, number, period: period.cloned(), hidden: None });
            };
            take_published(&located.outcome.published, &mut put);
            let counted = &located.outcome.counted;
            for (slot, number) in [(NumberSlot::GroupBefore, counted.before), (NumberSlot::GroupAfter, counted.after)] {
                if number.is_some() {
                    put(slot, number, None);
                }
            }
            if let Some(benchmark) = &located.outcome.benchmark {
                let number = match &benchmark.value {
                    BenchmarkValue::Level(number) => Some(*number),
                    BenchmarkValue::Change(change) if change.unit == ChangeUnit::Unit => Some(change.by),
                    BenchmarkValue::Change(_) | BenchmarkValue::UnsignedChange(_) | BenchmarkValue::Direction(_) => {
                        None
                    }
                };
                put(NumberSlot::Benchmark, number, Some(&benchmark.over));
            }
            of_outcome.push(from..cells.len());
        }
        let mut bodies = Bodies::of(dataset);
        let places = outcomes.iter().map(|located| bodies.behind(&located.outcome.places)).collect();
        let by_id = outcomes.iter().enumerate().map(|(index, located)| (&located.outcome.id, index)).collect();
        Self { outcomes, places, all: cells, of_outcome, by_id }
    }

    /// The outcome that a cell belongs to.
    pub fn located(&self, outcome: usize) -> Option<Located<'a>> {
        self.outcomes.get(outcome).copied()
    }

    /// The indices of an outcome's cells.
    pub fn range(&self, outcome: usize) -> std::ops::Range<usize> {
        self.of_outcome.get(outcome).cloned().unwrap_or(0..0)
    }

    /// The cells of an outcome.
    pub fn cells_of(&self, outcome: usize) -> &[NumberCell] {
        self.all.get(self.range(outcome)).unwrap_or_default()
    }

    /// The cell of an outcome in this slot.
    pub fn find(&self, outcome: usize, slot: NumberSlot) -> Option<usize> {
        self.range(outcome).find(|&index| self.all.get(index).is_some_and(|cell| cell.slot == slot))
    }

    /// Whether a cell is hidden.
    pub fn is_hidden(&self, index: usize) -> bool {
        self.all.get(index).is_some_and(|cell| cell.hidden.is_some())
    }

    /// Hides a cell; the first reason stays. Gives whether it was shown before.
    pub fn hide(&mut self, index: usize, reason: Reason) -> bool {
        match self.all.get_mut(index) {
            Some(cell) if cell.hidden.is_none() => {
                cell.hidden = Some(reason);
                true
            }
            _ => false,
        }
    }

    /// Hides the cell of an outcome in this slot, if it has one.
    pub fn hide_slot(&mut self, outcome: usize, slot: NumberSlot, reason: Reason) -> bool {
        self.find(outcome, slot).is_some_and(|index| self.hide(index, reason))
    }

    /// Whether the cell counts single people, cases or things.
    pub fn is_count(&self, cell: &NumberCell) -> bool {
        let Some(located) = self.located(cell.outcome) else { return false };
        match cell.slot {
            NumberSlot::Count | NumberSlot::Whole => {
                located.indicator.unit.is_counted() || located.indicator.unit.is_share()
            }
            NumberSlot::GroupBefore | NumberSlot::GroupAfter => true,
            NumberSlot::Before | NumberSlot::After | NumberSlot::Point(_) | NumberSlot::Benchmark => {
                located.indicator.may_count_people()
            }
            NumberSlot::Stated | NumberSlot::Share => false,
        }
    }

    /// The outcomes that count some of the same events, or give another account of them, whichever of the two says so.
    pub fn linked(&self) -> Vec<BTreeSet<usize>> {
        let mut linked = vec![BTreeSet::new(); self.outcomes.len()];
        for (index, located) in self.outcomes.iter().enumerate() {
            for id in located.outcome.overlaps.iter().chain(&located.outcome.disagrees_with) {
                let Some(&other) = self.by_id.get(id).filter(|other| **other != index) else { continue };
                for (one, two) in [(index, other), (other, index)] {
                    if let Some(links) = linked.get_mut(one) {
                        links.insert(two);
                    }
                }
            }
        }
        linked
    }
}

fn take_published(published: &Published, put: &mut impl FnMut(NumberSlot, Option<Number>, Option<&Period>)) {
    match published {
        Published::Pair { before, after, stated, .. } => {
            put(NumberSlot::Before, Some(before.number), Some(&before.period));
            put(NumberSlot::After, Some(after.number), Some(&after.period));
            if !stated.is_empty() {
                put(NumberSlot::Stated, None, None);
            }
        }
        Published::Change { level, .. } => {
            match level {
                Some(KnownLevel::Before(level)) => put(NumberSlot::Before, Some(level.number), Some(&level.period)),
                Some(KnownLevel::After(level)) => put(NumberSlot::After, Some(level.number), Some(&level.period)),
                None => {}
            }
            put(NumberSlot::Stated, None, None);
        }
        Published::Single(level) => put(NumberSlot::After, Some(level.number), Some(&level.period)),
        Published::Part { count, of, share, period } => {
            for (slot, number) in [(NumberSlot::Count, count), (NumberSlot::Share, share), (NumberSlot::Whole, of)] {
                if number.is_some() {
                    put(slot, *number, Some(period));
                }
            }
        }
        Published::Series { points, .. } => {
            for (index, point) in points.iter().enumerate() {
                if let PointValue::Known(number) = point.value {
                    put(NumberSlot::Point(index), Some(number), Some(&point.period));
                }
            }
        }
        Published::Direction { .. }
        | Published::Rating { .. }
        | Published::SingleGrade(_)
        | Published::Suppressed(_) => {}
    }
}
