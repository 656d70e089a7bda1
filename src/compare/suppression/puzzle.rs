//! A search of whole numbers: whether others than the true ones fit all that is told.
//!
//! Definition: an answer gives every unknown a whole number so that every row holds. The search starts at a known answer, clamps it into what
//! the rows leave, and moves one unknown of a row that fails at a time: first the half of its values that fulfils the row, then the
//! other half, so that nothing is left out. It ends with an answer, with the certainty that there is none, or, after too many steps,
//! with neither. Values are finite: no unknown is larger than a few times the largest number that is told.

use super::system::{LinearRow, Sum};

/// Steps of one search.
const MOST_STEPS: usize = 3_000;

/// Terms of rows that one search may read.
const MOST_WORK: usize = 3_000_000;

/// How often, on average, one step reads a row.
const MOST_ROUNDS: usize = 60;

/// Sums this close to a bound hold.
const NEAR: f64 = 1e-6;

/// The bounds of an unknown.
type Within = (f64, f64);

/// All that is known of some unknowns.
pub struct Puzzle {
    rows: Vec<LinearRow>,
    /// The rows of each unknown.
    rows_of: Vec<Vec<usize>>,
    within: Vec<Within>,
    /// Whether the rows leave each unknown a value.
    is_possible: bool,
}

/// How a search ended.
pub enum SearchResult {
    /// These numbers fit.
    Fits(Vec<f64>),
    /// None do.
    Nothing,
    /// There were too many to try.
    Open,
}

impl Puzzle {
    /// The puzzle of these rows; `within` bounds each unknown alone.
    pub fn of(rows: Vec<LinearRow>, mut within: Vec<Within>) -> Self {
        let ends = rows.iter().flat_map(|row| [row.low, row.high]).chain(within.iter().flat_map(|w| [w.0, w.1]));
        let largest = ends.filter(|end| end.is_finite()).fold(0.0, |most: f64, end| most.max(end.abs()));
        for (_, high) in &mut within {
            *high = high.min(4.0 * largest + 1_000.0);
        }
        let mut rows_of = vec![Vec::new(); within.len()];
        for (nth, row) in rows.iter().enumerate() {
            for &unknown in row.sum.keys() {
                if let Some(of) = rows_of.get_mut(unknown) {
                    of.push(nth);
                }
            }
        }
        let mut puzzle = Self { rows, rows_of, within, is_possible: true };
        let mut within = std::mem::take(&mut puzzle.within);
        let nothing = LinearRow { sum: Sum::new(), low: 0.0, high: 0.0, told_by: Sum::new() };
        let mut search = Search { puzzle: &puzzle, asked: &nothing, near: &[], work: 0 };
        let is_possible = search.narrow(&mut within, (0..puzzle.rows.len()).collect());
        (puzzle.within, puzzle.is_possible) = (within, is_possible);
        puzzle
    }

    /// Whether these numbers fit.
    pub fn is_answer(&self, numbers: &[f64]) -> bool {
        let fits = |(number, within): (&f64, &Within)| within.0 <= *number && *number <= within.1;
        numbers.iter().zip(&self.within).all(fits) && self.rows.iter().all(|row| gap(row, numbers) == 0.0)
    }

    /// An answer with this sum between two values, as near to these numbers as it soon finds.
    pub fn answer(&self, sum: &Sum, low: f64, high: f64, near: &[f64]) -> SearchResult {
        if !self.is_possible {
            return SearchResult::Nothing;
        }
        let asked = LinearRow { sum: sum.clone(), low, high, told_by: Sum::new() };
        Search { puzzle: self, asked: &asked, near, work: 0 }.run()
    }
}

/// The value of a sum.
pub fn value_of(sum: &Sum, numbers: &[f64]) -> f64 {
    sum.iter().map(|(&unknown, weight)| weight * numbers.get(unknown).copied().unwrap_or(0.0)).sum()
}

/// By how much a row's sum would have to rise; below zero: to fall; zero where it holds.
fn gap(row: &LinearRow, numbers: &[f64]) -> f64 {
    let value = value_of(&row.sum, numbers);
    if value < row.low - NEAR {
        row.low - value
    } else if value > row.high + NEAR {
        row.high - value
    } else {
        0.0
    }
}

struct Search<'p> {
    puzzle: &'p Puzzle,
    /// The extra row, beside those of the puzzle.
    asked: &'p LinearRow,
    near: &'p [f64],
    work: usize,
}

impl<'p> Search<'p> {
    fn row(&self, nth: usize) -> &'p LinearRow {
        self.puzzle.rows.get(nth).unwrap_or(self.asked)
    }

    fn run(mut self) -> SearchResult {
        let asked = self.puzzle.rows.len();
        let mut open: Vec<(Vec<Within>, Vec<usize>)> = vec![(self.puzzle.within.clone(), vec![asked])];
        let mut steps = 0;
        while let Some((mut within, moved)) = open.pop() {
            steps += 1;
            if steps > MOST_STEPS || self.work > MOST_WORK {
                return SearchResult::Open;
            }
            if !self.narrow(&mut within, moved) {
                continue;
            }
            let near = self.near.iter().copied().chain(std::iter::repeat(0.0));
            let numbers: Vec<f64> = within.iter().zip(near).map(|(w, near)| near.clamp(w.0, w.1)).collect();
            let failing = (0..=asked).rev().map(|nth| (nth, gap(self.row(nth), &numbers))).find(|(_, gap)| *gap != 0.0);
            let Some((failing, gap)) = failing else { return SearchResult::Fits(numbers) };
            let Some((unknown, upper, lower)) = self.halves(failing, gap, &within, &numbers) else { continue };
            let moved = self.rows_with(unknown);
            let with = |half: Within| {
                let mut within = within.clone();
                if let Some(own) = within.get_mut(unknown) {
                    *own = half;
                }
                (within, moved.clone())
            };
            open.extend([with(lower), with(upper)]);
        }
        SearchResult::Nothing
    }

    /// An unknown of a failing row, with the half of its values that fulfils the row and the half that does not.
    fn halves(&self, nth: usize, gap: f64, within: &[Within], numbers: &[f64]) -> Option<(usize, Within, Within)> {
        let movable = self.row(nth).sum.iter().filter_map(|(&unknown, &weight)| {
            let (&(low, high), &now) = (within.get(unknown)?, numbers.get(unknown)?);
            let up = (gap > 0.0) == (weight > 0.0);
            let room = if up { high - now } else { now - low };
            (room >= 1.0).then_some((unknown, weight, up, room))
        });
        let rows = |unknown: usize| self.puzzle.rows_of.get(unknown).map_or(0, Vec::len);
        let (unknown, weight, up, room) =
            movable.min_by(|a, b| a.3.min(50.0).total_cmp(&b.3.min(50.0)).then(rows(a.0).cmp(&rows(b.0))))?;
        let by = (gap / weight).abs().ceil().clamp(1.0, room);
        let (&(low, high), &now) = (within.get(unknown)?, numbers.get(unknown)?);
        Some(if up {
            (unknown, (now + by, high), (low, now + by - 1.0))
        } else {
            (unknown, (low, now - by), (now - by + 1.0, high))
        })
    }

    /// The rows that an unknown stands in.
    fn rows_with(&self, unknown: usize) -> Vec<usize> {
        let asked = self.asked.sum.contains_key(&unknown).then_some(self.puzzle.rows.len());
        self.puzzle.rows_of.get(unknown).into_iter().flatten().copied().chain(asked).collect()
    }

    /// Narrows the bounds of each unknown, starting with these rows. Returns whether each has a value left.
    fn narrow(&mut self, within: &mut [Within], mut open: Vec<usize>) -> bool {
        let mut waits = vec![false; self.puzzle.rows.len() + 1];
        let mut left = MOST_ROUNDS * waits.len();
        while let Some(nth) = open.pop() {
            left -= 1;
            if left == 0 {
                return true;
            }
            if let Some(waits) = waits.get_mut(nth) {
                *waits = false;
            }
            let row = self.row(nth);
            self.work += row.sum.len();
            let ends = |unknown: usize, weight: f64, within: &[Within]| {
                let (low, high) = within.get(unknown).copied().unwrap_or((0.0, 0.0));
                if weight > 0.0 { (weight * low, weight * high) } else { (weight * high, weight * low) }
            };
            let (least, most) = row.sum.iter().fold((0.0, 0.0), |(least, most), (&unknown, &weight)| {
                let (low, high) = ends(unknown, weight, within);
                (least + low, most + high)
            });
            if least > row.high + NEAR || most < row.low - NEAR {
                return false;
            }
            let mut moved: Vec<usize> = Vec::new();
            for (&unknown, &weight) in &row.sum {
                let (low, high) = ends(unknown, weight, within);
                let (one, two) = ((row.low - (most - high)) / weight, (row.high - (least - low)) / weight);
                let (low, high) = ((one.min(two) - NEAR).ceil(), (one.max(two) + NEAR).floor());
                let Some(own) = within.get_mut(unknown) else { continue };
                if low > own.0 || high < own.1 {
                    *own = (low.max(own.0), high.min(own.1));
                    if own.0 > own.1 {
                        return false;
                    }
                    moved.push(unknown);
                }
            }
            for unknown in moved {
                for nth in self.rows_with(unknown) {
                    if let Some(waits) = waits.get_mut(nth).filter(|waits| !**waits) {
                        *waits = true;
                        open.push(nth);
                    }
                }
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_finds_other_numbers_where_there_are_any() {
        let row = |unknowns: &[usize], value: f64| LinearRow {
            sum: unknowns.iter().map(|&unknown| (unknown, 1.0)).collect(),
            low: value,
            high: value,
            told_by: Sum::new(),
        };
        let pairs = [row(&[0, 1], 23.0), row(&[0, 2], 43.0), row(&[1, 2], 60.0)];
        let (truth, first) = ([3.0, 20.0, 40.0], Sum::from([(0, 1.0)]));
        for (low, high) in [(0.0, 2.0), (4.0, f64::INFINITY)] {
            let ask = |rows: &[LinearRow]| {
                Puzzle::of(rows.to_vec(), vec![(0.0, f64::INFINITY); 3]).answer(&first, low, high, &truth)
            };
            assert!(matches!(ask(&pairs), SearchResult::Nothing));
            let SearchResult::Fits(others) = ask(&pairs[..2]) else { panic!("two sums leave other numbers") };
            assert!((low..=high).contains(&others[0]), "{others:?}");
            assert!(Puzzle::of(pairs[..2].to_vec(), vec![(0.0, f64::INFINITY); 3]).is_answer(&others), "{others:?}");
        }
    }
}
