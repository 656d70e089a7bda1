//! Counts that share unknowns, and which of them to hide so that no hidden number follows from the others.

use std::collections::BTreeSet;

use crate::model::{Bound, Interval, Number, Reason};

use super::Threshold;
use super::cells::{Cells, NumberCell};
use super::system::{LinearRow, Sum, System};

/// With more unknowns than this it hides every total beside a hidden number instead.
const MOST_UNKNOWNS: usize = 6_000;

/// A count as a sum of unknowns.
pub struct CountEntry {
    /// Where it is printed.
    pub cell: usize,
    /// The unknowns.
    pub sum: Sum,
    /// One unit of the cell in unknowns: for a share of a whole of 40, 0.4 people per cent.
    pub scale: f64,
}

/// Counts that share unknowns, directly or by others.
#[derive(Default)]
pub struct Component {
    /// The counts that are printed.
    pub entries: Vec<CountEntry>,
    /// What is told of several.
    pub told: Vec<StatedSum>,
    /// Sums that are zero: a total less its parts.
    pub relations: Vec<Sum>,
    /// How many unknowns there are.
    pub unknowns: usize,
    /// How many of its cells were hidden at its last check; `None` before.
    seen: Option<usize>,
    /// Numbers that fit what is shown, the true ones first.
    pub answers: Vec<Vec<f64>>,
}

impl CountEntry {
    /// What a reader who knows the rules can suppose of the sum while the cell is hidden: small counts lie within the
    /// threshold, others above it.
    pub fn supposed(&self, cell: &NumberCell, reason: Option<Reason>, up_to: f64) -> (f64, f64) {
        let value = cell.value().map_or(0.0, |value| (value * self.scale).round());
        match reason {
            Some(Reason::Primary) if (1.0..=up_to).contains(&value) => (1.0, up_to),
            Some(Reason::Secondary) if value > up_to => (up_to + 1.0, f64::INFINITY),
            _ => (0.0, f64::INFINITY),
        }
    }

    /// Whether the cell is the sum itself.
    pub fn is_plain(&self) -> bool {
        is_one(self.scale)
    }
}

fn is_one(scale: f64) -> bool {
    (scale - 1.0).abs() < f64::EPSILON
}

/// A statement about several counts at once, in words or amounts: so many per cent less, so much each.
pub struct StatedSum {
    /// The sum.
    pub sum: Sum,
    /// The least it may be.
    pub low: f64,
    /// The most.
    pub high: f64,
    /// The cells that state it; hide the last one first.
    pub by: Vec<usize>,
}

impl Component {
    fn hidden(&self, cells: &Cells<'_>) -> usize {
        let told_by = self.told.iter().flat_map(|told| told.by.iter().copied());
        self.entries.iter().map(|entry| entry.cell).chain(told_by).filter(|&cell| cells.is_hidden(cell)).count()
    }

    /// Hides further cells where needed. Returns whether it did.
    pub fn hide(&mut self, cells: &mut Cells<'_>, threshold: Threshold) -> bool {
        let hidden = self.hidden(cells);
        if self.seen == Some(hidden) {
            return false;
        }
        let is_plain =
            self.relations.is_empty() && self.told.is_empty() && self.entries.iter().all(|entry| entry.sum.len() == 1);
        let is_shown = |cell: usize| !cells.is_hidden(cell);
        let tells_nothing = !self.entries.iter().any(|entry| is_shown(entry.cell))
            && !self.told.iter().any(|told| told.by.iter().all(|&cell| is_shown(cell)));
        if (hidden == 0 && is_plain) || tells_nothing {
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

    /// A cell to hide, because with the others it reveals a hidden or small number; `None` where there is none.
    fn gives_away(&mut self, cells: &Cells<'_>, threshold: Threshold) -> Option<usize> {
        let system = System::of(self.rows(cells).into_iter());
        let is_hidden = |entry: &&CountEntry| cells.is_hidden(entry.cell);
        for entry in self.entries.iter().filter(is_hidden) {
            if let Some(told_by) = system.told(&entry.sum)
                && let Some(cell) = self.best(cells, told_by)
            {
                return Some(cell);
            }
        }
        let up_to = f64::from(threshold.up_to());
        let mut alone = vec![(0.0, f64::INFINITY); self.unknowns];
        let mut of_several: Vec<LinearRow> = Vec::new();
        let mut known: BTreeSet<usize> = BTreeSet::new();
        for entry in self.entries.iter().filter(is_hidden) {
            let Some(cell) = cells.all.get(entry.cell) else { continue };
            let (low, high) = entry.supposed(cell, cell.hidden, up_to);
            match entry.sum.keys().next() {
                Some(&unknown) if entry.sum.len() == 1 => {
                    known.insert(unknown);
                    if let Some(within) = alone.get_mut(unknown) {
                        *within = (low.max(within.0), high.min(within.1));
                    }
                }
                _ => of_several.push(LinearRow { sum: entry.sum.clone(), low, high, told_by: Sum::new() }),
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
        // Unprinted counts that can only be small. A hidden number already says that it may be small, so only shown cells
        // are used here.
        let bounds = system.bounds(vec![(0.0, f64::INFINITY); self.unknowns], self.open_rows(cells));
        let unprinted = (0..self.unknowns).filter(|unknown| !known.contains(unknown));
        let only_small = unprinted.filter(|&unknown| (1.0..=up_to).contains(&bounds.of(unknown).1));
        let mut because_of = only_small.map(|unknown| bounds.because_of(std::iter::once(unknown)));
        because_of.find_map(|cells_of| self.best(cells, cells_of)).or_else(|| self.pinned(cells, up_to))
    }

    /// Statements with an open end: "over 60", and changes and rates, which compare two counts.
    fn open_rows(&self, cells: &Cells<'_>) -> Vec<LinearRow> {
        let mut rows = self.told_rows(cells, &|cell| !cells.is_hidden(cell));
        rows.retain(|row| !(row.high - row.low).is_finite());
        rows
    }

    /// Statements of a finite width, the most exact and shortest first.
    fn rows(&self, cells: &Cells<'_>) -> Vec<LinearRow> {
        let mut rows = self.relation_rows();
        let told = self.told_rows(cells, &|cell| !cells.is_hidden(cell));
        rows.extend(told.into_iter().filter(|row| (row.high - row.low).is_finite()));
        rows.sort_by(|a, b| (a.high - a.low).total_cmp(&(b.high - b.low)).then(a.sum.len().cmp(&b.sum.len())));
        rows
    }

    /// What holds whatever is shown.
    pub fn relation_rows(&self) -> Vec<LinearRow> {
        let relations = self.relations.iter();
        relations.map(|sum| LinearRow { sum: sum.clone(), low: 0.0, high: 0.0, told_by: Sum::new() }).collect()
    }

    /// What the shown cells state.
    pub fn told_rows(&self, cells: &Cells<'_>, is_shown: &dyn Fn(usize) -> bool) -> Vec<LinearRow> {
        let shown = self.entries.iter().filter(|entry| is_shown(entry.cell));
        let levels = shown.filter_map(|entry| {
            let number = cells.all.get(entry.cell)?.number?;
            let told = told(&number, entry.scale);
            let told_by = Sum::from([(entry.cell, 1.0)]);
            Some(LinearRow { sum: entry.sum.clone(), low: told.low, high: told.high, told_by })
        });
        let shown = self.told.iter().filter(|told| told.by.iter().all(|&cell| is_shown(cell)));
        let others = shown.map(|told| {
            let told_by = told.by.iter().map(|&cell| (cell, 1.0)).collect();
            LinearRow { sum: told.sum.clone(), low: told.low, high: told.high, told_by }
        });
        levels.chain(others).collect()
    }

    /// The cheapest to hide of these cells.
    fn best(&self, cells: &Cells<'_>, told_by: Vec<usize>) -> Option<usize> {
        self.by_cost(cells, &told_by.into_iter().collect()).first().copied()
    }

    /// The shown ones of these cells, cheapest to hide first: statements about several counts before a count, a part before
    /// a total, small before large, zero last. If it has a total and an average, the average comes last.
    pub fn by_cost(&self, cells: &Cells<'_>, of: &BTreeSet<usize>) -> Vec<usize> {
        let is_asked = |cell: usize| of.contains(&cell) && !cells.is_hidden(cell);
        let mut found: Vec<usize> = Vec::new();
        for cell in self.told.iter().filter_map(|told| told.by.last()).copied().filter(|&cell| is_asked(cell)) {
            if !found.contains(&cell) {
                found.push(cell);
            }
        }
        let cost = |entry: &CountEntry| {
            let value = entry.scale * cells.all.get(entry.cell).and_then(NumberCell::value).unwrap_or(0.0);
            (value == 0.0, entry.sum.len(), value, entry.cell)
        };
        let asked = self.entries.iter().filter(|entry| is_asked(entry.cell) && !found.contains(&entry.cell));
        let mut levels: Vec<_> = asked.map(cost).collect();
        levels.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)).then(a.3.cmp(&b.3)));
        levels.dedup();
        found.extend(levels.into_iter().map(|(.., cell)| cell));
        found
    }

    /// A count as a sum of unknowns.
    pub fn take(&mut self, cell: usize, sum: Sum) {
        self.entries.push(CountEntry { cell, sum, scale: 1.0 });
    }

    /// A sum that is zero.
    pub fn relate(&mut self, sum: Sum) {
        self.relations.push(sum);
    }

    /// A new unknown.
    pub fn unknown(&mut self) -> usize {
        self.unknowns += 1;
        self.unknowns - 1
    }
}

/// The whole counts that a published number allows; a plain whole count is not rounded.
pub fn told(number: &Number, scale: f64) -> Interval {
    let possible = number.possible();
    if is_one(scale) && number.decimals() == 0 && number.bound() == Bound::Exactly {
        return Interval { low: number.value(), high: number.value() };
    }
    let is_counted = is_one(scale) && number.decimals() == 0;
    let next = |is_left_out: bool| if is_counted && is_left_out { 1.0 } else { 0.0 };
    let (above, below) = (next(number.bound().leaves_out_low()), next(number.bound().leaves_out_high()));
    Interval { low: scale * (possible.low + above).max(0.0), high: scale * (possible.high - below) }
}
