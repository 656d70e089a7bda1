//! Periods: bars on a common line of time, dashed towards a date that was not stated, with their words below.

use std::sync::Arc;

use egui::{Galley, Pos2, Rect, Stroke};
use egui_plot::LineStyle;

use crate::figure::{Cell, MarkShape};

use super::Drawing;
use super::marks::Marks;
use super::panels::PanelRect;

/// Thickness of the bar of a period.
const BAR: f32 = 6.0;
/// A period is never so short that it can't be seen, and a date whose other end is not stated has a bar of this length.
const LEAST: f32 = 3.0;
/// Between a bar and its words.
const BELOW: f32 = 1.0;

impl Drawing<'_, '_> {
    fn words_of_period(&self, cell: &Cell, placed: &PanelRect<'_>) -> Arc<Galley> {
        self.remark(cell.words(), placed.width)
    }

    /// The height of a bar with its words.
    pub(super) fn period_height(&self, cell: &Cell, placed: &PanelRect<'_>) -> f32 {
        let bar = if cell.marks.is_empty() { 0.0 } else { BAR + BELOW };
        bar + self.words_of_period(cell, placed).size().y
    }

    /// Puts the bar of a period down around a middle; gives its words and the corner where they begin, y upwards.
    pub(super) fn period(
        &self,
        cell: &Cell,
        placed: &PanelRect<'_>,
        middle: f32,
        marks: &mut Marks<'_>,
    ) -> (Pos2, Arc<Galley>) {
        let words = self.words_of_period(cell, placed);
        let top = middle + self.period_height(cell, placed) / 2.0;
        let (Some(mark), Some(scale)) = (cell.marks.first(), placed.scale) else { return (Pos2::new(0.0, top), words) };
        let MarkShape::Period { from, to } = mark.shape else { return (Pos2::new(0.0, top), words) };
        let bar = |left: f32, right: f32| Rect::from_min_max(Pos2::new(left, top - BAR), Pos2::new(right, top));
        let mut dashes = |from: f32, to: f32| {
            let (y, stroke) = (top - BAR / 2.0, Stroke::new(2.25, marks.colour(mark.look.tone)));
            marks.path(&[[from, y], [to, y]], stroke, LineStyle::Dashed { length: 5.0 });
        };
        let (low, high) = (scale.points(placed.axis_low()), scale.points(placed.axis_high()));
        let left = match (from.map(|at| scale.points(at)), to.map(|at| scale.points(at))) {
            (Some(from), Some(to)) => {
                marks.bar(bar(from, to.max(from + LEAST)), mark.look);
                from
            }
            (Some(from), None) => {
                dashes(from + LEAST, high);
                marks.bar(bar(from, from + LEAST), mark.look);
                from
            }
            (None, Some(to)) => {
                dashes(low, to - LEAST);
                marks.bar(bar(to - LEAST, to), mark.look);
                low
            }
            (None, None) => low,
        };
        let left = left.min(placed.width - words.size().x).max(0.0);
        (Pos2::new(left, top - BAR - BELOW), words)
    }
}
