//! Rows of outcomes as plain data: their panels, axes and headings.

use crate::model::{Order, OutcomeId};

use super::{Cell, Owner};

/// Rows of outcomes, aligned across panels.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// The panels, from left to right.
    pub panels: Vec<Panel>,
    /// The rows, under their headings.
    pub groups: Vec<RowGroup>,
}

impl Rows {
    /// The same rows where there is no room for a panel of periods: their words stand below the names.
    #[must_use]
    pub fn with_periods_below_names(&self) -> Self {
        let mut rows = self.clone();
        let Some(index) = rows.panels.iter().position(|panel| panel.role == PanelRole::Periods) else { return rows };
        rows.panels.remove(index);
        for row in rows.groups.iter_mut().flat_map(|group| &mut group.rows) {
            let cell = row.cells.remove(index);
            let lines = [std::mem::take(&mut row.sublabel), cell.words().to_owned()];
            row.sublabel = lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        }
        rows
    }
}

/// One column of marks that share an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// What its marks are.
    pub role: PanelRole,
    /// What stands on the axis.
    pub title: String,
    /// The axis; `None` for a panel of words or of ladders, which have no common scale.
    pub axis: Option<Axis>,
    /// Words for the lower and the higher side of zero; empty where the axis has one side only.
    pub side_words: Option<(String, String)>,
    /// The share of the width, relative to the other panels.
    pub weight: f32,
}

/// What the marks of a panel are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PanelRole {
    /// Levels before and after.
    Levels,
    /// Changes, in per cent, in points or on an index.
    Changes,
    /// When, on a line of time.
    Periods,
    /// Grades and words.
    Words,
}

impl PanelRole {
    /// The order of rows that its heading stands for (R15).
    pub fn order(self) -> Option<Order> {
        match self {
            Self::Changes => Some(Order::Change),
            Self::Periods => Some(Order::Period),
            Self::Levels | Self::Words => None,
        }
    }
}

/// A linear axis in one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Lowest value; 0 where no level lies below.
    pub low: f64,
    /// Highest value.
    pub high: f64,
    /// Where marks begin: 0, or 100 for index points; the lowest value of a line of time, in months of the calendar.
    pub base: f64,
    /// Labelled values, in rising order.
    pub ticks: Vec<Tick>,
}

impl Axis {
    /// Whether a tick stands where marks begin.
    pub fn is_base(&self, tick: &Tick) -> bool {
        (tick.at - self.base).abs() < f64::EPSILON
    }
}

/// A labelled value of an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where.
    pub at: f64,
    /// As a person writes it.
    pub label: String,
}

/// Rows under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct RowGroup {
    /// The heading; empty where there is only one group.
    pub heading: String,
    /// The rows.
    pub rows: Vec<Row>,
}

/// One outcome in a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which outcome.
    pub outcome: OutcomeId,
    /// Whose.
    pub label: String,
    /// The programme, below the indicator where several stand together, or when, where no panel of periods says it; a last
    /// line tells alike rows apart.
    pub sublabel: String,
    /// One cell a panel.
    pub cells: Vec<Cell>,
    /// Whose it is, where the reader's own council is set apart.
    pub owner: Owner,
    /// The datum in words.
    pub spoken: String,
}
