//! The table view: which rows, which columns, in which order, and copying them.

pub(in crate::app) mod columns;

use std::collections::BTreeMap;

use crate::export::table::pasted;
use crate::figure::screen_cells::{by_column, head_groups};
use crate::figure::screen_table::{COLUMNS, ScreenColumn, ScreenRow, add_dates, heading, lines};
use crate::figure::words::period;
use crate::model::{Dataset, Period, View};
use crate::say;

use crate::app::context::Context;
use crate::app::{ColumnOrder, Effect, NoticeKind, Scope, Tab};

/// How the table is filled, sorted and shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableSetting {
    /// Which outcomes.
    pub scope: Scope,
    /// The column it is sorted by, as an index into [`COLUMNS`]; `None` for the dataset's order.
    pub sorted: Option<(usize, ColumnOrder)>,
    /// The columns shown, as indices into [`COLUMNS`], in their order.
    pub columns: Vec<usize>,
    /// Whether official statistics have a column for each of their dates.
    pub shows_dates: bool,
    /// The dates that have a column now, behind all others; none where none are shown.
    pub dates: Vec<Period>,
    /// The widths that somebody chose, in points, by column; see [`TableSetting::width`].
    pub widths: BTreeMap<usize, u16>,
    /// How wide the table is on screen, in points; 0 until it was shown.
    pub(in crate::app) across: u16,
    /// The column where the keyboard is, or was last.
    pub(in crate::app) at: Option<usize>,
    /// What was done with a width, in a sentence; `None` once something else was done.
    pub said: Option<String>,
}

impl Default for TableSetting {
    fn default() -> Self {
        let usual = ScreenColumn::ALL.iter().filter(|column| columns::usual(**column).shown);
        let columns = usual.map(|column| column.index()).collect();
        Self {
            scope: Scope::All,
            sorted: None,
            columns,
            shows_dates: false,
            dates: Vec::new(),
            widths: BTreeMap::new(),
            across: 0,
            at: None,
            said: None,
        }
    }
}

impl TableSetting {
    /// From a figure to its table; from the table back to the figure it belongs to. Gives the tab that is shown then.
    pub(super) fn turn(&mut self, tab: Tab) -> Tab {
        let (shown, scope) = match (tab, self.scope) {
            (Tab::Overview | Tab::SideBySide, _) => (Tab::Table, Scope::All),
            (Tab::Compare, _) => (Tab::Table, Scope::Concept),
            (Tab::Council, _) => (Tab::Table, Scope::Council),
            (Tab::Table | Tab::Edit, Scope::All) => (Tab::Overview, Scope::All),
            (Tab::Table | Tab::Edit, Scope::Concept) => (Tab::Compare, Scope::Concept),
            (Tab::Table | Tab::Edit, Scope::Council) => (Tab::Council, Scope::Council),
        };
        self.scope = scope;
        shown
    }

    /// A click on a heading: up, down, and back to the dataset's order.
    pub(super) fn sort(&mut self, column: usize) {
        self.sorted = match self.sorted {
            Some((now, ColumnOrder::Up)) if now == column => Some((column, ColumnOrder::Down)),
            Some((now, ColumnOrder::Down)) if now == column => None,
            _ => Some((column, ColumnOrder::Up)),
        };
    }

    /// How wide the table is on screen, in points; 0 until it was shown.
    pub fn across(&self) -> u16 {
        self.across
    }

    /// The columns on screen: those that were chosen, and behind them the dates.
    pub fn shown(&self) -> Vec<usize> {
        self.columns.iter().copied().chain(COLUMNS.len()..COLUMNS.len() + self.dates.len()).collect()
    }

    /// What stands over a column; empty where there is none at this place.
    pub fn heading(&self, index: usize) -> String {
        match (COLUMNS.get(index), index.checked_sub(COLUMNS.len()).and_then(|nth| self.dates.get(nth))) {
            (Some(name), _) => heading(name).to_owned(),
            (None, Some(date)) => period(date),
            (None, None) => String::new(),
        }
    }

    /// Gives these dates a column each where dates are shown, and none otherwise.
    pub(super) fn keep_dates(&mut self, dates: Option<&[Period]>) {
        let dates = dates.filter(|_| self.shows_dates && self.scope == Scope::Concept).unwrap_or_default();
        if self.dates != dates {
            self.dates = dates.to_vec();
            self.sorted = self.sorted.filter(|(column, _)| *column < COLUMNS.len() + self.dates.len());
        }
    }

    /// Shows or hides a column.
    pub(super) fn show_column(&mut self, column: usize) {
        let columns = &mut self.columns;
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

    /// The rows of a view, sorted.
    pub(super) fn rows(&self, dataset: &Dataset, view: &View) -> Vec<ScreenRow> {
        let mut rows = lines(dataset, view);
        add_dates(dataset, &mut rows, &self.dates);
        if let Some((column, way)) = self.sorted {
            rows.sort_by(|a, b| by_column(a, b, column, way == ColumnOrder::Down));
            head_groups(&mut rows, column);
        }
        rows
    }

    /// These rows in the columns shown, as cells that a spreadsheet takes, in the same words: a number without its unit and its
    /// bound would say something else.
    pub(super) fn cells(&self, rows: &[ScreenRow]) -> String {
        let columns = self.shown();
        let headings = columns.iter().map(|index| self.heading(*index));
        let mut text = headings.collect::<Vec<_>>().join("\t");
        for row in rows {
            text.push('\n');
            let cells = columns.iter().filter_map(|i| row.cells.get(*i)).map(|cell| pasted(&cell.text));
            text.push_str(&cells.collect::<Vec<_>>().join("\t"));
        }
        text
    }

    /// Copies these rows.
    pub(super) fn copy(&self, rows: &[ScreenRow], cx: &mut Context<'_>) {
        cx.effects.push(Effect::CopyText(self.cells(rows)));
        cx.notices.tell(NoticeKind::Done, say!("app-table-copied", n = rows.len()));
    }
}
