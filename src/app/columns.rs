//! How wide the columns of the table are. Pointer, keyboard and screen reader all change the same widths, which are kept by the
//! column's name.
//!
//! How wide the content of a column is, only who draws it can measure: see `wants_fit`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::figure::table::{COLUMNS, heading};
use crate::say;

use super::{Action, State, TableSetting};

/// The narrowest column, in points: less would hide what there is to take hold of.
pub const LEAST_WIDTH: u16 = 44;
/// The widest column, in points. A note of many sentences would push all others off the window.
pub const MOST_WIDTH: u16 = 640;
/// How much wider or narrower a press of a key makes a column, in points.
const STEP: u16 = 20;

/// What is done with the columns of the table. Columns are named by their index into [`COLUMNS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnStep {
    /// The keyboard, or a click, came to this column; the steps that name none are about it.
    At(usize),
    /// So many points wide, as the pointer draws it; held to [`LEAST_WIDTH`] and [`MOST_WIDTH`].
    To(usize, u16),
    /// A step wider.
    Wider,
    /// A step narrower.
    Narrower,
    /// As wide as its content.
    Fit,
    /// This one as wide as its content, which was measured to be so many points.
    Fitted(usize, u16),
    /// All as wide as they usually are.
    Usual,
}

/// What is remembered of the table from one time to the next; columns by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableMemory {
    /// The columns shown; none stands for the usual ones.
    pub columns: Vec<String>,
    /// The widths that were chosen, in points.
    pub widths: BTreeMap<String, u16>,
}

/// How wide a column is until somebody changes it, in points.
fn usual_width(index: usize) -> u16 {
    match COLUMNS.get(index).copied().unwrap_or_default() {
        "programme" | "indicator" | "interval_reason" | "note" | "source" | "locator" => 210,
        "council" | "before_period" | "after_period" | "benchmark" | "framework" | "outcome_id" => 150,
        "before" | "after" | "stated_change" | "computed_change_percent" => 96,
        _ => 86,
    }
}

impl TableSetting {
    /// How wide a column is, in points.
    pub fn width(&self, index: usize) -> u16 {
        self.widths.get(&index).copied().unwrap_or_else(|| usual_width(index))
    }

    /// The column that is made wider or narrower: where the keyboard is, or was last; `None` where that is not on screen.
    pub fn current(&self) -> Option<usize> {
        self.at.filter(|at| self.columns.contains(at))
    }

    fn set_width(&mut self, index: usize, width: u16) {
        let width = width.clamp(LEAST_WIDTH, MOST_WIDTH);
        if width == usual_width(index) {
            self.widths.remove(&index);
        } else if index < COLUMNS.len() {
            self.widths.insert(index, width);
        }
    }
}

impl State {
    /// Carries out what is done with columns; gives back any other action. No figure and no row depends on it.
    pub(super) fn size_columns(&mut self, action: Action) -> Option<Action> {
        let Action::Column(step) = action else {
            // What was said of a width is said until something else is done.
            self.table.said = None;
            return Some(action);
        };
        let table = &mut self.table;
        match (step, table.current()) {
            (ColumnStep::At(index), _) => table.at = Some(index),
            (ColumnStep::To(index, width), _) => {
                table.said = None;
                table.set_width(index, width);
            }
            (ColumnStep::Fitted(index, width), _) => {
                table.set_width(index, width);
                table.wants_fit = None;
                table.said = Some(told(table, index));
            }
            (ColumnStep::Usual, _) => {
                table.widths.clear();
                table.said = Some(say!("app-columns-usual").to_owned());
            }
            (ColumnStep::Fit, now) => table.wants_fit = now,
            (ColumnStep::Wider, Some(index)) => {
                table.set_width(index, table.width(index).saturating_add(STEP));
                table.said = Some(told(table, index));
            }
            (ColumnStep::Narrower, Some(index)) => {
                table.set_width(index, table.width(index).saturating_sub(STEP));
                table.said = Some(told(table, index));
            }
            (ColumnStep::Wider | ColumnStep::Narrower, None) => {}
        }
        None
    }

    /// What is to be remembered of the table.
    pub(super) fn table_memory(&self) -> TableMemory {
        let name = |index: &usize| COLUMNS.get(*index).map(|name| (*name).to_owned());
        let usual = self.table.columns == TableSetting::default().columns;
        TableMemory {
            columns: if usual { Vec::new() } else { self.table.columns.iter().filter_map(name).collect() },
            widths: self.table.widths.iter().filter_map(|(index, width)| Some((name(index)?, *width))).collect(),
        }
    }

    /// Puts on what was remembered of the table, as far as this version has it.
    pub(super) fn put_on_table(&mut self) {
        let index = |name: &String| COLUMNS.iter().position(|column| column == name);
        let mut columns: Vec<usize> = self.memory.table.columns.iter().filter_map(index).collect();
        columns.sort_unstable();
        columns.dedup();
        if !columns.is_empty() {
            self.table.columns = columns;
        }
        for (name, width) in &self.memory.table.widths {
            if let Some(index) = index(name) {
                self.table.set_width(index, *width);
            }
        }
    }
}

/// How wide a column is now, in a sentence.
fn told(table: &TableSetting, index: usize) -> String {
    let column = COLUMNS.get(index).map_or("", |column| heading(column));
    let points = table.width(index);
    match points {
        LEAST_WIDTH => say!("app-column-narrowest", column = column, n = usize::from(points)),
        MOST_WIDTH => say!("app-column-widest", column = column, n = usize::from(points)),
        _ => say!("app-column-width", column = column, n = usize::from(points)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Asking;

    #[test]
    fn what_is_remembered_of_columns_is_read_tolerantly() {
        let mut state = State::new(Asking::Field);
        let names = ["after", "colour", "council", "after"];
        state.memory.table = TableMemory {
            columns: names.map(str::to_owned).to_vec(),
            widths: [("after", 300), ("colour", 90), ("council", 9)].map(|(name, n)| (name.to_owned(), n)).into(),
        };
        state.put_on_table();
        let shown: Vec<&str> = state.table.columns.iter().filter_map(|index| COLUMNS.get(*index)).copied().collect();
        assert_eq!(shown, ["council", "after"]);
        let widths: Vec<u16> = state.table.columns.iter().map(|index| state.table.width(*index)).collect();
        assert_eq!(widths, [LEAST_WIDTH, 300]);
        assert_eq!(state.table_memory().columns, ["council", "after"]);
    }
}
