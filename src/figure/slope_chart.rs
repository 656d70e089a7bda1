//! Slopes as plain data: upright axes, lines, and the words at both ends. It belongs to [`super::chart`].

use crate::model::OutcomeId;

use super::{Axis, MarkStyle, Owner};
use crate::model::OpenSide;

/// Lines between two upright axes of the same scale.
#[derive(Clone, Debug, PartialEq)]
pub struct SlopeGroup {
    /// The heading; empty where there is only one group.
    pub heading: String,
    /// What stands on both axes.
    pub title: String,
    /// The words above the axis before, with the period where all have the same.
    pub before_title: String,
    /// The words above the axis after, with the period where all have the same.
    pub after_title: String,
    /// The scale of both.
    pub axis: Axis,
    /// The lines.
    pub lines: Vec<SlopeLine>,
}

/// One outcome as a line from its level before to its level after.
#[derive(Clone, Debug, PartialEq)]
pub struct SlopeLine {
    /// Which outcome.
    pub outcome: OutcomeId,
    /// Whose.
    pub label: String,
    /// The end on the axis before.
    pub before: SlopeEnd,
    /// The end on the axis after.
    pub after: SlopeEnd,
    /// Whose it is, where the reader's own council is set apart.
    pub owner: Owner,
    /// The datum in words.
    pub spoken: String,
}

/// One end of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct SlopeEnd {
    /// Where, in the axis's unit; the lower end of a range.
    pub at: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// Where the value may lie further out or further in.
    pub open: OpenSide,
    /// How its dot looks.
    pub look: MarkStyle,
    /// The level in words.
    pub label: String,
    /// Its period; empty where it stands above the axis.
    pub period: String,
}
