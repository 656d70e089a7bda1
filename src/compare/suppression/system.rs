//! Sums of unknown whole numbers, and what follows from all of them together.
//!
//! Definition: each row is a sum of unknowns that lies between two values. The rows are brought to echelon form (Gaussian
//! elimination with back substitution), so that a sum of unknowns is determined if and only if the rows add up to it. Bounds
//! narrow the rest until nothing moves: each unknown of a sum lies within what the others leave. This finds less than a
//! search of all whole numbers would; that is for the last look ([`super::audit`]). Values are finite; a bound may be
//! infinite.

use std::collections::{BTreeMap, BTreeSet};

/// Smaller weights count as zero.
const NOTHING: f64 = 1e-9;

/// How often bounds pass through all rows.
const MOST_ROUNDS: usize = 30;

/// The weight of each unknown in a sum.
pub type Sum = BTreeMap<usize, f64>;

/// A sum of unknowns, its bounds, and the cells that give them.
#[derive(Clone, Debug)]
pub struct LinearRow {
    /// The unknowns.
    pub sum: Sum,
    /// The least it may be.
    pub low: f64,
    /// The most.
    pub high: f64,
    /// The cells that give it.
    pub told_by: Sum,
}

impl LinearRow {
    fn take_away(&mut self, weight: f64, other: &Self) {
        add(&mut self.sum, -weight, &other.sum);
        add(&mut self.told_by, -weight, &other.told_by);
        let (least, most) = if weight > 0.0 { (other.low, other.high) } else { (other.high, other.low) };
        self.low -= weight * most;
        self.high -= weight * least;
    }

    fn scale(&mut self, by: f64) {
        for weight in self.sum.values_mut().chain(self.told_by.values_mut()) {
            *weight *= by;
        }
        (self.low, self.high) = (self.low * by, self.high * by);
        if by < 0.0 {
            std::mem::swap(&mut self.low, &mut self.high);
        }
    }
}

fn add(sum: &mut Sum, weight: f64, other: &Sum) {
    for (&unknown, &times) in other {
        let now = sum.get(&unknown).copied().unwrap_or(0.0) + weight * times;
        if now.abs() < NOTHING {
            sum.remove(&unknown);
        } else {
            sum.insert(unknown, now);
        }
    }
}

/// Rows in echelon form: the first unknown of each is in no other, and has the weight 1.
#[derive(Default)]
pub struct System {
    rows: BTreeMap<usize, LinearRow>,
}

impl System {
    /// The system of these rows. It keeps the first of equal rows.
    pub fn of(rows: impl Iterator<Item = LinearRow>) -> Self {
        let mut system = Self::default();
        for row in rows {
            let mut row = system.reduced(row);
            let Some((&lead, &weight)) = row.sum.first_key_value() else { continue };
            row.scale(1.0 / weight);
            system.rows.insert(lead, row);
        }
        let leads: Vec<usize> = system.rows.keys().rev().copied().collect();
        for lead in leads {
            let Some(mut row) = system.rows.remove(&lead) else { continue };
            row = system.reduced(row);
            system.rows.insert(lead, row);
        }
        system
    }

    /// The rest of a row without its known parts.
    pub fn reduced(&self, mut row: LinearRow) -> LinearRow {
        let mut from = 0;
        while let Some((lead, weight)) =
            row.sum.range(from..).find(|(lead, _)| self.rows.contains_key(lead)).map(|(&lead, &weight)| (lead, weight))
        {
            if let Some(other) = self.rows.get(&lead) {
                row.take_away(weight, other);
            }
            from = lead + 1;
        }
        row
    }

    /// The cells that together give this sum a finite width; `None` where they leave it open.
    pub fn told(&self, sum: &Sum) -> Option<Vec<usize>> {
        let row = self.reduced(LinearRow { sum: sum.clone(), low: 0.0, high: 0.0, told_by: Sum::new() });
        (row.sum.is_empty() && row.low.is_finite() && row.high.is_finite()).then(|| row.told_by.into_keys().collect())
    }

    /// Bounds of every unknown: its own, and what the rows and these other rows leave.
    pub fn bounds(&self, alone: Vec<(f64, f64)>, others: Vec<LinearRow>) -> Bounds {
        let others = others.into_iter().map(|row| self.reduced(row));
        let rows: Vec<LinearRow> = self.rows.values().cloned().chain(others).collect();
        let why = vec![[None, None]; alone.len()];
        let mut bounds = Bounds { within: alone, why, rows };
        for _ in 0..MOST_ROUNDS {
            if !bounds.narrow() {
                break;
            }
        }
        bounds
    }
}

/// The bounds of each unknown.
pub struct Bounds {
    within: Vec<(f64, f64)>,
    /// The row that gave the lower and the upper bound.
    why: Vec<[Option<usize>; 2]>,
    rows: Vec<LinearRow>,
}

impl Bounds {
    /// The least and the most that an unknown may be.
    pub fn of(&self, unknown: usize) -> (f64, f64) {
        self.within.get(unknown).copied().unwrap_or((0.0, f64::INFINITY))
    }

    fn narrow(&mut self) -> bool {
        let mut moved = false;
        for nth in 0..self.rows.len() {
            let Some(row) = self.rows.get(nth) else { continue };
            // The least and most of the whole sum; open ends are counted, because infinity can't be subtracted again.
            let (mut least, mut most, mut open_below, mut open_above) = (0.0, 0.0, 0_usize, 0_usize);
            let ends = |unknown: usize, weight: f64| {
                let (low, high) = self.of(unknown);
                if weight > 0.0 { (weight * low, weight * high) } else { (weight * high, weight * low) }
            };
            for (&unknown, &weight) in &row.sum {
                let (low, high) = ends(unknown, weight);
                if low.is_finite() {
                    least += low;
                } else {
                    open_below += 1;
                }
                if high.is_finite() { most += high } else { open_above += 1 }
            }
            let mut found: Vec<(usize, f64, f64)> = Vec::new();
            for (&unknown, &weight) in &row.sum {
                let (low, high) = ends(unknown, weight);
                let others_least = match (open_below, low.is_finite()) {
                    (0, _) => least - low,
                    (1, false) => least,
                    _ => f64::NEG_INFINITY,
                };
                let others_most = match (open_above, high.is_finite()) {
                    (0, _) => most - high,
                    (1, false) => most,
                    _ => f64::INFINITY,
                };
                let (one, two) = ((row.low - others_most) / weight, (row.high - others_least) / weight);
                found.push((unknown, one.min(two), one.max(two)));
            }
            for (unknown, low, high) in found {
                let (Some(within), Some(why)) = (self.within.get_mut(unknown), self.why.get_mut(unknown)) else {
                    continue;
                };
                let (low, high) = ((low - 1e-6).ceil(), (high + 1e-6).floor());
                // Contradictory accounts narrow nothing.
                if low > within.1 || high < within.0 {
                    continue;
                }
                if low > within.0 {
                    (within.0, why[0], moved) = (low, Some(nth), true);
                }
                if high < within.1 {
                    (within.1, why[1], moved) = (high, Some(nth), true);
                }
            }
        }
        moved
    }

    /// The least and the most that a sum of unknowns may be.
    pub fn of_sum(&self, sum: &Sum) -> (f64, f64) {
        sum.iter().fold((0.0, 0.0), |(least, most), (&unknown, &weight)| {
            let (low, high) = self.of(unknown);
            let (low, high) = if weight > 0.0 { (low, high) } else { (high, low) };
            (least + weight * low, most + weight * high)
        })
    }

    /// The cells behind the bounds of these unknowns.
    pub fn because_of(&self, unknowns: impl Iterator<Item = usize>) -> Vec<usize> {
        let mut open: Vec<usize> = unknowns.collect();
        let (mut seen, mut rows, mut cells) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        while let Some(unknown) = open.pop() {
            if !seen.insert(unknown) {
                continue;
            }
            for nth in self.why.get(unknown).into_iter().flatten().flatten() {
                if let Some(row) = self.rows.get(*nth).filter(|_| rows.insert(*nth)) {
                    cells.extend(row.told_by.keys().copied());
                    open.extend(row.sum.keys().copied());
                }
            }
        }
        cells.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(unknowns: &[usize], value: f64, cell: usize) -> LinearRow {
        let sum = unknowns.iter().map(|&unknown| (unknown, 1.0)).collect();
        LinearRow { sum, low: value, high: value, told_by: Sum::from([(cell, 1.0)]) }
    }

    #[test]
    fn three_pairs_tell_each_of_three() {
        // (23 + 43 - 60) / 2 = 3.
        let rows = [row(&[0, 1], 23.0, 10), row(&[0, 2], 43.0, 11), row(&[1, 2], 60.0, 12)];
        let system = System::of(rows.clone().into_iter());
        assert_eq!(system.told(&Sum::from([(0, 1.0)])), Some(vec![10, 11, 12]));
        let bounds = system.bounds(vec![(0.0, f64::INFINITY); 3], Vec::new());
        assert_eq!((bounds.of(0), bounds.of(1), bounds.of(2)), ((3.0, 3.0), (20.0, 20.0), (40.0, 40.0)));
        let system = System::of(rows.into_iter().take(2));
        assert_eq!(system.told(&Sum::from([(0, 1.0)])), None);
    }

    #[test]
    fn bounds_pin_down_what_sums_leave_open() {
        let system = System::of([row(&[0, 1, 2], 15.0, 7)].into_iter());
        assert_eq!(system.told(&Sum::from([(0, 1.0)])), None);
        let bounds = system.bounds(vec![(1.0, 5.0); 3], Vec::new());
        assert_eq!(bounds.of(1), (5.0, 5.0));
        assert_eq!(bounds.because_of([1].into_iter()), [7]);
    }
}
