//! The last look at counts that share unknowns: whether each hidden number may be another one, and if not, what else to
//! hide.
//!
//! Every other set of whole numbers that fits the shown figures is an answer somebody might find; a number that is the same
//! in all of them is revealed. The search tries values above and below a number's true value, and values above the small
//! ones for a count that nobody printed. A search that ends without a result counts as finding no other answer, so that more
//! gets hidden. Answers are kept: they still fit when more is hidden.

use std::collections::BTreeSet;

use crate::model::Reason;

use super::cells::{Cells, NumberCell};
use super::component::Component;
use super::puzzle::{Puzzle, SearchResult, value_of};
use super::system::{LinearRow, Sum};

/// How many cells it tries as the one to hide.
const MOST_TRIED: usize = 60;

/// Contradictory rows that are left out one by one.
const MOST_CONTRADICTING: usize = 200;

/// A number that nobody may find out.
enum Asked<'a> {
    /// A hidden number.
    Hidden(&'a Sum),
    /// An unprinted count that must not turn out small.
    Unprinted(&'a Sum),
}

impl Component {
    /// A cell to hide, because a hidden number or a small count can be nothing else; `None` where none is needed.
    pub(super) fn pinned(&mut self, cells: &Cells<'_>, up_to: f64) -> Option<usize> {
        if self.answers.is_empty() {
            self.answers.push(self.true_numbers(cells)?);
        }
        let mut answers = std::mem::take(&mut self.answers);
        let found = self.first_pinned(cells, up_to, &mut answers);
        self.answers = answers;
        found
    }

    fn first_pinned(&self, cells: &Cells<'_>, up_to: f64, answers: &mut Vec<Vec<f64>>) -> Option<usize> {
        let none = BTreeSet::new();
        let truth = answers.first()?.clone();
        let shown = self.puzzle(cells, &none, None);
        let supposed = self.puzzle(cells, &none, Some(up_to));
        let (mut fit_all, fit_shown): (Vec<_>, Vec<_>) =
            answers.drain(..).partition(|numbers| supposed.is_answer(numbers));
        let mut hidden: Vec<&Sum> =
            self.entries.iter().filter(|entry| cells.is_hidden(entry.cell)).map(|entry| &entry.sum).collect();
        hidden.dedup();
        let to_hide = |asked: Asked<'_>, puzzle: &Puzzle, answers: &mut Vec<Vec<f64>>| {
            let is_told = asked.is_told(puzzle, &truth, up_to, answers);
            if is_told { self.to_hide(cells, &asked, &truth, up_to) } else { None }
        };
        let found = hidden.iter().find_map(|sum| to_hide(Asked::Hidden(sum), &supposed, &mut fit_all));
        answers.extend(fit_all.into_iter().chain(fit_shown));
        let alone = (0..self.unknowns).map(|unknown| Sum::from([(unknown, 1.0)]));
        let mut unprinted = alone.filter(|sum| !hidden.contains(&sum));
        found.or_else(|| unprinted.find_map(|sum| to_hide(Asked::Unprinted(&sum), &shown, answers)))
    }

    /// All that readers know while these cells are hidden too, with what they suppose of hidden numbers.
    fn puzzle(&self, cells: &Cells<'_>, also: &BTreeSet<usize>, up_to: Option<f64>) -> Puzzle {
        let is_shown = |cell: usize| !cells.is_hidden(cell) && !also.contains(&cell);
        let mut rows = self.relation_rows();
        rows.extend(self.told_rows(cells, &is_shown));
        let hidden = self.entries.iter().filter(|entry| !is_shown(entry.cell));
        rows.extend(hidden.filter_map(|entry| {
            let cell = cells.all.get(entry.cell)?;
            let reason = cell.hidden.or(Some(Reason::Secondary));
            let (low, high) = entry.supposed(cell, reason, up_to?);
            Some(LinearRow { sum: entry.sum.clone(), low, high, told_by: Sum::new() })
        }));
        Puzzle::of(rows, vec![(0.0, f64::INFINITY); self.unknowns])
    }

    /// Numbers that fit all that is printed. Of contradictory accounts the later ones are left out.
    fn true_numbers(&self, cells: &Cells<'_>) -> Option<Vec<f64>> {
        let mut near = vec![0.0; self.unknowns];
        for entry in self.entries.iter().filter(|entry| entry.is_plain() && entry.sum.len() == 1) {
            for unknown in entry.sum.keys() {
                if let (Some(near), Some(value)) =
                    (near.get_mut(*unknown), cells.all.get(entry.cell).and_then(NumberCell::value))
                {
                    *near = value;
                }
            }
        }
        let (relations, told) = (self.relation_rows(), self.told_rows(cells, &|_| true));
        let fit = |rows: Vec<LinearRow>| {
            let puzzle = Puzzle::of(rows, vec![(0.0, f64::INFINITY); self.unknowns]);
            match puzzle.answer(&Sum::new(), 0.0, 0.0, &near) {
                SearchResult::Fits(numbers) => Some(numbers),
                SearchResult::Nothing | SearchResult::Open => None,
            }
        };
        fit(relations.iter().chain(&told).cloned().collect()).or_else(|| {
            let mut agreeing = relations;
            let mut found = fit(agreeing.clone());
            for row in told.into_iter().take(MOST_CONTRADICTING) {
                agreeing.push(row);
                match fit(agreeing.clone()) {
                    Some(numbers) => found = Some(numbers),
                    None => drop(agreeing.pop()),
                }
            }
            found
        })
    }

    /// The cell to hide so that nobody can find this number: the cheapest that is enough alone, else the cheapest of those
    /// that together reveal it.
    fn to_hide(&self, cells: &Cells<'_>, asked: &Asked<'_>, truth: &[f64], up_to: f64) -> Option<usize> {
        let supposed = match asked {
            Asked::Hidden(_) => Some(up_to),
            Asked::Unprinted(_) => None,
        };
        let is_told =
            |also: &BTreeSet<usize>| asked.is_told(&self.puzzle(cells, also, supposed), truth, up_to, &mut Vec::new());
        let near = self.by_cost(cells, &self.near(cells, asked.sum()));
        let alone = near.iter().take(MOST_TRIED).copied().find(|&cell| !is_told(&BTreeSet::from([cell])));
        alone.or_else(|| {
            let mut hidden = BTreeSet::new();
            for &cell in near.iter().rev().take(MOST_TRIED) {
                hidden.insert(cell);
                if !is_told(&hidden) {
                    hidden.remove(&cell);
                }
            }
            near.iter().find(|cell| !hidden.contains(cell)).copied()
        })
    }

    /// The cells that tell anything of what is connected with a sum.
    fn near(&self, cells: &Cells<'_>, sum: &Sum) -> BTreeSet<usize> {
        let mut rows = self.relation_rows();
        rows.extend(self.told_rows(cells, &|cell| !cells.is_hidden(cell)));
        let mut unknowns: BTreeSet<usize> = sum.keys().copied().collect();
        let mut near = BTreeSet::new();
        loop {
            let (joined, others): (Vec<LinearRow>, Vec<LinearRow>) =
                rows.into_iter().partition(|row| row.sum.keys().any(|unknown| unknowns.contains(unknown)));
            if joined.is_empty() {
                return near;
            }
            near.extend(joined.iter().flat_map(|row| row.told_by.keys().copied()));
            unknowns.extend(joined.iter().flat_map(|row| row.sum.keys().copied()));
            rows = others;
        }
    }
}

impl Asked<'_> {
    fn sum(&self) -> &Sum {
        match self {
            Self::Hidden(sum) | Self::Unprinted(sum) => sum,
        }
    }

    /// Whether the puzzle has no other answer. New answers join the others.
    fn is_told(&self, puzzle: &Puzzle, truth: &[f64], up_to: f64, answers: &mut Vec<Vec<f64>>) -> bool {
        let sum = self.sum();
        let value = value_of(sum, truth);
        let known = |is_other: &dyn Fn(f64) -> bool, answers: &[Vec<f64>]| {
            answers.iter().any(|numbers| is_other(value_of(sum, numbers)))
        };
        let fits = |low: f64, high: f64, answers: &mut Vec<Vec<f64>>| match puzzle.answer(sum, low, high, truth) {
            SearchResult::Fits(numbers) => {
                answers.push(numbers);
                Some(true)
            }
            SearchResult::Nothing => Some(false),
            SearchResult::Open => None,
        };
        // A search that gave up found no other number, so the number counts as revealed.
        match self {
            Self::Hidden(_) => {
                !known(&|other| (other - value).abs() > 0.5, answers)
                    && fits(value + 1.0, f64::INFINITY, answers) != Some(true)
                    && (value < 1.0 || fits(0.0, value - 1.0, answers) != Some(true))
            }
            Self::Unprinted(_) => {
                !known(&|other| other > up_to, answers)
                    && fits(up_to + 1.0, f64::INFINITY, answers) != Some(true)
                    && fits(1.0, up_to, answers) != Some(false)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_that_ends_open_leaves_a_number_told() {
        // Twice as many as a dozen counts together are never odd, and no search of so few steps finds out.
        let told = |most: f64| {
            let sum: Sum = (0..12).map(|unknown| (unknown, 2.0)).collect();
            let row = LinearRow { sum, low: 401.0, high: most, told_by: Sum::new() };
            Puzzle::of(vec![row], vec![(0.0, f64::INFINITY); 12])
        };
        let (sum, truth) = (Sum::from([(0, 1.0)]), [10.0; 12]);
        let is_told = |asked: Asked<'_>, most: f64| asked.is_told(&told(most), &truth, 20.0, &mut Vec::new());
        assert!(matches!(told(401.0).answer(&sum, 11.0, f64::INFINITY, &truth), SearchResult::Open));
        assert!(is_told(Asked::Hidden(&sum), 401.0) && is_told(Asked::Unprinted(&sum), 401.0));
        assert!(!is_told(Asked::Hidden(&sum), 402.0) && !is_told(Asked::Unprinted(&sum), 402.0));
    }
}
