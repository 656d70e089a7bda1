//! The first rows of a table as they stand in its file, with what each column was taken for: for somebody who looks whether that is right.

use super::draft::TableName;
use super::filters::FilterUse;
use super::grid::CellGrid;
use super::layout::{Layout, column_letter, one_line};
use super::profile::RoleProfile;
use crate::model::Period;

/// How many rows are shown from the top.
const ROWS: usize = 100;
/// The most columns that are shown.
const COLUMNS: usize = 300;
/// The most letters of a cell that are shown.
const LETTERS: usize = 120;

/// A column with what it was taken for.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownColumn {
    /// Its letters in a spreadsheet.
    pub letter: String,
    /// Its heading as a profile knows it; may be empty.
    pub heading: String,
    /// What it was taken for, in the word of a profile; `None` for words that explain the filter in front of it.
    pub role: Option<RoleProfile>,
    /// The period of its values, where the heading says it.
    pub period: Option<Period>,
    /// Whether its values are those of one place, which its heading names.
    pub is_place: bool,
}

/// A table as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShownTable {
    /// The file.
    pub file: String,
    /// The sheet; empty where there is only one table.
    pub sheet: String,
    /// The row of headings, from 1; `None` where none was found.
    pub header: Option<u32>,
    /// The columns, at most 300.
    pub columns: Vec<ShownColumn>,
    /// How many columns there are beyond those.
    pub more_columns: usize,
    /// The first 100 rows and those that findings name, each with its number in the file, from 1.
    pub rows: Vec<(u32, Vec<String>)>,
    /// How many rows the table has.
    pub of_rows: usize,
    /// What was done with its filters.
    pub filters: Vec<FilterUse>,
}

impl ShownTable {
    /// The columns of a table, without its rows.
    pub(super) fn of(name: &TableName, grid: &CellGrid, layout: Option<&Layout>) -> Self {
        let columns: Vec<ShownColumn> = if let Some(layout) = layout {
            layout
                .columns
                .iter()
                .map(|column| ShownColumn {
                    letter: column_letter(column.index),
                    heading: column.heading.clone(),
                    role: column.in_profile(),
                    period: column.period.clone(),
                    is_place: column.place.is_some(),
                })
                .collect()
        } else {
            let width = (0..grid.len().min(ROWS)).map(|row| grid.width(row)).max().unwrap_or_default();
            let column = |index: usize| ShownColumn {
                letter: column_letter(index),
                heading: String::new(),
                role: None,
                period: None,
                is_place: false,
            };
            (0..width).map(column).collect()
        };
        let more_columns = columns.len().saturating_sub(COLUMNS);
        Self {
            file: name.file.clone(),
            sheet: name.sheet.clone(),
            header: layout.map(|layout| CellGrid::number(layout.header)),
            columns: columns.into_iter().take(COLUMNS).collect(),
            more_columns,
            rows: Vec::new(),
            of_rows: grid.len(),
            filters: Vec::new(),
        }
    }

    /// Its first rows, and those of these numbers.
    pub(super) fn show_rows(&mut self, grid: &CellGrid, named: impl Iterator<Item = u32>) {
        let named = named.filter_map(|number| usize::try_from(number).ok()?.checked_sub(1));
        let mut rows: Vec<usize> = named.filter(|row| *row < grid.len()).chain(0..grid.len().min(ROWS)).collect();
        rows.sort_unstable();
        rows.dedup();
        let width = self.columns.len();
        let cell = |row: usize, column: usize| {
            let text = grid.cell(row, column);
            let cut = text.char_indices().nth(LETTERS).map_or(text, |(end, _)| text.get(..end).unwrap_or_default());
            one_line(cut)
        };
        let shown = |row: usize| {
            let width = width.min(grid.width(row));
            (CellGrid::number(row), (0..width).map(|column| cell(row, column)).collect())
        };
        self.rows = rows.into_iter().map(shown).collect();
    }
}
