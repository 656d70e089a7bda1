//! Councils side by side as plain data: a column a council, a row a concept. It belongs to [`super::chart`].

use super::comparability::ComparabilityStrip;
use super::{Owner, Tile, TileFrame, TileGroup};

/// A column for each council and a row for each concept that one of them published.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// The councils, from left to right.
    pub columns: Vec<GridColumn>,
    /// The concepts, those of one topic together.
    pub rows: Vec<GridRow>,
}

/// One council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridColumn {
    /// Its name.
    pub name: String,
    /// Whether it is the reader's own council.
    pub owner: Owner,
    /// What it is and where: "Metropolitan borough · Yorkshire and The Humber".
    pub about: String,
}

/// One concept.
#[derive(Clone, Debug, PartialEq)]
pub struct GridRow {
    /// The topic, above the first of its rows; empty above the others.
    pub topic: String,
    /// The concept as the dataset names it.
    pub concept: String,
    /// The concept.
    pub title: String,
    /// What is counted and how, where all cells count the same; empty otherwise.
    pub about: String,
    /// Whether the cells may be compared; `None` where only one council published anything.
    pub answer: Option<ComparabilityStrip>,
    /// One cell a council, in the order of the columns.
    pub cells: Vec<GridCell>,
}

/// What one council published on one concept.
#[derive(Clone, Debug, PartialEq)]
pub struct GridCell {
    /// Its outcomes, each as a small figure.
    pub tiles: Vec<Tile>,
    /// What is said where there are none.
    pub gap: String,
}

impl Grid {
    /// The small figures that are seen, row by row. An outcome of several councils stands in the column of each.
    pub fn tiles(&self) -> impl Iterator<Item = &Tile> {
        self.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.tiles)
    }

    /// The same as walls of small figures, one a concept, each under the name of its council: for what lists them.
    pub fn groups(&self) -> Vec<TileGroup> {
        let group = |row: &GridRow| {
            let named = |(cell, column): (&GridCell, &GridColumn)| {
                let title = |tile: &Tile| Tile { title: column.name.clone(), ..tile.clone() };
                cell.tiles.iter().map(title).collect::<Vec<_>>()
            };
            TileGroup {
                heading: row.title.clone(),
                aside: String::new(),
                listed: Vec::new(),
                tiles: row.cells.iter().zip(&self.columns).flat_map(named).collect(),
                max_columns: self.columns.len(),
                frame: TileFrame::Bare,
            }
        };
        self.rows.iter().map(group).collect()
    }
}
