//! The table view: which rows, which columns, in which order, and copying them.

pub(in crate::app) mod columns;

use crate::app::Effect;
use std::collections::BTreeMap;

use crate::export::table::pasted;
use crate::figure::screen_table::{COLUMNS, ScreenRow, by_column, heading, lines};
use crate::model::{Dataset, View};
use crate::say;

use crate::app::{NoticeKind, State, Tab};

/// Columns that are shown until the reader chooses others.
const USUAL: [&str; 9] =
    ["council", "indicator", "before", "after", "level", "change", "computed_change_percent", "period", "form"];

/// Which outcomes the table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Scope {
    /// All that the filters let through.
    #[default]
    All,
    /// Those of the concept in Compare.
    Concept,
    /// Those of the current council.
    Council,
}

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnOrder {
    /// Smallest, or A, first, within one unit.
    Up,
    /// Largest, or Z, first, within one unit; what was not published stays last.
    Down,
}

/// How the table is filled, sorted and shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableSetting {
    /// Which outcomes.
    pub scope: Scope,
    /// The column it is sorted by, as an index into [`COLUMNS`]; `None` for the dataset's order.
    pub sorted: Option<(usize, ColumnOrder)>,
    /// The columns shown, as indices into [`COLUMNS`], in their order.
    pub columns: Vec<usize>,
    /// The widths that somebody chose, in points, by column; see [`TableSetting::width`].
    pub widths: BTreeMap<usize, u16>,
    /// The column where the keyboard is, or was last.
    pub(in crate::app) at: Option<usize>,
    /// What was done with a width, in a sentence; `None` once something else was done.
    pub said: Option<String>,
}

impl Default for TableSetting {
    fn default() -> Self {
        let columns = COLUMNS.iter().enumerate().filter(|(_, name)| USUAL.contains(name)).map(|(i, _)| i).collect();
        Self { scope: Scope::All, sorted: None, columns, widths: BTreeMap::new(), at: None, said: None }
    }
}

impl State {
    /// From a figure to its table; from the table back to the figure it belongs to.
    pub(in crate::app) fn turn_table(&mut self) {
        (self.views.room, self.table.scope) = match (self.views.room, self.table.scope) {
            (Tab::Overview, scope) => (Tab::Table, if scope == Scope::All { scope } else { Scope::All }),
            (Tab::Compare, _) => (Tab::Table, Scope::Concept),
            (Tab::Council, _) => (Tab::Table, Scope::Council),
            (Tab::Table | Tab::Edit, Scope::All) => (Tab::Overview, Scope::All),
            (Tab::Table | Tab::Edit, Scope::Concept) => (Tab::Compare, Scope::Concept),
            (Tab::Table | Tab::Edit, Scope::Council) => (Tab::Council, Scope::Council),
        };
    }

    /// A click on a heading: up, down, and back to the dataset's order.
    pub(in crate::app) fn sort_table(&mut self, column: usize) {
        self.table.sorted = match self.table.sorted {
            Some((now, ColumnOrder::Up)) if now == column => Some((column, ColumnOrder::Down)),
            Some((now, ColumnOrder::Down)) if now == column => None,
            _ => Some((column, ColumnOrder::Up)),
        };
    }

    pub(in crate::app) fn show_column(&mut self, column: usize) {
        let columns = &mut self.table.columns;
        if columns.contains(&column) {
            // The last column stays, so that there is always a table.
            if columns.len() > 1 {
                columns.retain(|c| *c != column);
            }
        } else if column < COLUMNS.len() {
            columns.push(column);
            columns.sort_unstable();
        }
    }

    pub(in crate::app) fn table_lines(&self, dataset: &Dataset) -> Vec<ScreenRow> {
        if self.views.filters.narrows_places() && self.views.pages.listed.is_empty() {
            return Vec::new();
        }
        let mut lines = lines(dataset, &self.table_view(dataset));
        if let Some((column, way)) = self.table.sorted {
            lines.sort_by(|a, b| by_column(a, b, column, way == ColumnOrder::Down));
        }
        lines
    }

    pub(in crate::app) fn table_view(&self, dataset: &Dataset) -> View {
        match self.table.scope {
            Scope::All => self.overview_view(),
            Scope::Concept => self.compare_view(dataset),
            Scope::Council => View { councils: self.views.council.clone().into(), ..self.overview_view() },
        }
    }

    /// The rows and columns on screen, as cells that a spreadsheet takes, in the same words: a number without its unit and its
    /// bound would say something else.
    pub fn table_cells(&self) -> String {
        let headings = self.table.columns.iter().filter_map(|i| COLUMNS.get(*i)).map(|c| heading(c));
        let mut text = headings.collect::<Vec<_>>().join("\t");
        for line in &self.views.pages.table {
            text.push('\n');
            let cells = self.table.columns.iter().filter_map(|i| line.cells.get(*i)).map(|cell| pasted(&cell.text));
            text.push_str(&cells.collect::<Vec<_>>().join("\t"));
        }
        text
    }

    pub(in crate::app) fn copy_table(&mut self) {
        self.effects.push(Effect::CopyText(self.table_cells()));
        let n = self.views.pages.table.len();
        self.tell(NoticeKind::Done, say!("app-table-copied", n = n));
    }
}
