//! The marks of a row: where each stands in its panel, where its words stand, and the room they need.

use egui::{Align2, Pos2, Rect, Stroke, Vec2};
use egui_plot::LineStyle;

use crate::figure::{Axis, Beside, Cell, Mark, MarkShape, Outline, Slot, Tone};
use crate::model::{Direction, OpenSide};
use crate::theme::Type;

use super::Drawing;
use super::labels::{LabelRoom, Scale, Side};
use super::marks::{DOT_RADIUS, DOTTED, Marks, STUB, Way};
use super::panels::{INSET, LADDER, STEP, ladder_width};

const BAR: f32 = 12.0;
/// Between a mark and its words.
pub(super) const GAP: f32 = 6.0;
/// Length of the dashed arrow of a direction without a figure.
const DIRECTION_REACH: f32 = 34.0;
/// Two dots with less than this between them stand one above the other.
const NEAR: f32 = 4.0;

/// Whether words are a value or a remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Value,
    Remark,
}

impl Role {
    pub fn of(mark: &Mark) -> Self {
        match mark.shape {
            MarkShape::DirectionOnly(_) | MarkShape::Benchmark { .. } => Self::Remark,
            _ => Self::Value,
        }
    }
}

/// The heights at which a row's marks stand, in points from the bottom of the panel.
#[derive(Clone, Copy, Debug)]
pub(super) struct Middle {
    /// The middle of the marks.
    pub up: f32,
    /// The middle of the benchmark below them.
    pub below: f32,
    /// How far two dots at almost the same place step out of each other's way.
    pub nudge: f32,
}

impl Drawing<'_, '_> {
    /// The room that the words of a cell need beside their places.
    pub(super) fn label_rooms(&self, cell: &Cell, axis: &Axis, most: f32, width: f32, labels: &mut Vec<LabelRoom>) {
        let pen = self.pen();
        let base = axis.base;
        let one_sided = axis.low >= base;
        for mark in &cell.marks {
            let words = self.label(mark, most).size().x + GAP + 4.0;
            // The words of a change stand across the base line from it, so that marks and words share the width.
            let across = |value: f64| if value < base { Side::Right } else { Side::Left };
            let (at, extra, side) = match mark.shape {
                MarkShape::Bar { to, open, .. } => (to, if open == OpenSide::Above { 14.0 } else { 4.0 }, Side::Right),
                MarkShape::Dot { at, beside, open, .. } => {
                    (at, dot_reach(mark, open, beside), if beside == Beside::Lower { Side::Left } else { Side::Right })
                }
                MarkShape::Change { to, high, .. } => {
                    let end = high.unwrap_or(to);
                    let own_side = if end < base { Side::Left } else { Side::Right };
                    labels.push(LabelRoom { at: end, points: INSET + 4.0, side: own_side });
                    (base, GAP, across(end))
                }
                MarkShape::DirectionOnly(direction) => {
                    let own_side = if direction == Direction::Fell { Side::Left } else { Side::Right };
                    labels.push(LabelRoom { at: base, points: DIRECTION_REACH + INSET, side: own_side });
                    let extra = if direction == Direction::Stable { 22.0 } else { GAP };
                    (base, extra, across(base + direction.sign() - 0.5))
                }
                MarkShape::Benchmark { at } if one_sided => (at, GAP, Side::Right),
                MarkShape::Benchmark { at } => (base, GAP, across(at)),
                MarkShape::Way { .. } | MarkShape::Step { .. } => continue,
            };
            labels.push(LabelRoom { at, points: words + extra, side });
        }
        if !cell.text.is_empty() {
            let points = (pen.width(&cell.text, Type::Small.regular()) + GAP + 4.0).min(width * 0.9);
            labels.push(LabelRoom { at: base, points, side: Side::Right });
        }
    }
}

/// From the middle of a dot to where its words may begin.
fn dot_reach(mark: &Mark, open: OpenSide, beside: Beside) -> f32 {
    let radius = if mark.look.outline == Outline::Dotted { DOTTED } else { DOT_RADIUS };
    radius + if stands_in_the_way(open, beside) { STUB } else { 0.0 }
}

/// How far two dots at almost the same place step out of each other's way, so that neither they nor the arrow of a bound
/// between them touch.
pub(super) fn nudge(marks: &[Mark], scale: Scale) -> f32 {
    let ways = marks.iter().filter_map(|mark| match mark.shape {
        MarkShape::Way { from, to } => Some((scale.points(from) - scale.points(to)).abs()),
        _ => None,
    });
    let distance = ways.fold(f32::INFINITY, f32::min);
    let inner = |mark: &&Mark| matches!(mark.shape, MarkShape::Dot { open, beside, .. } if open != OpenSide::Neither && !stands_in_the_way(open, beside));
    let dotted = marks.iter().any(|mark| mark.look.outline == Outline::Dotted);
    let (reach, step) = if dotted { (2.0 * DOTTED, DOTTED + 1.0) } else { (2.0 * DOT_RADIUS, DOT_RADIUS + 1.0) };
    let near = reach + NEAR + STUB * marks.iter().filter(inner).count() as f32;
    if distance < near { step } else { 0.0 }
}

/// Whether the arrow of a bound stands between a dot and its words.
fn stands_in_the_way(open: OpenSide, beside: Beside) -> bool {
    matches!((open, beside), (OpenSide::Above, Beside::Higher) | (OpenSide::Below, Beside::Lower))
}

/// Puts a mark down; gives where its words stand.
pub(super) fn place_mark(
    marks: &mut Marks<'_>,
    mark: &Mark,
    scale: Scale,
    axis: &Axis,
    middle: Middle,
) -> (Pos2, Align2) {
    let zero = scale.points(axis.base.clamp(scale.low, scale.high));
    let up = middle.up;
    match mark.shape {
        MarkShape::Bar { to, slot, open } => {
            let end = scale.points(to);
            let middle = match slot {
                Slot::Before => up + BAR / 2.0 + 1.5,
                Slot::After => up - BAR / 2.0 - 1.5,
            };
            // A level of zero still shows a line, so that "none" is not mistaken for missing.
            let right = bar_end(end, zero);
            let rect = Rect::from_min_max(Pos2::new(zero, middle - BAR / 2.0), Pos2::new(right, middle + BAR / 2.0));
            marks.bar(rect, mark.look);
            if open == OpenSide::Above {
                let colour = marks.colour(mark.look.tone);
                marks.arrow(right + 6.0, middle, Way::Right, colour);
            }
            (Pos2::new(words_of_bar(end, zero, open), middle), Align2::LEFT_CENTER)
        }
        MarkShape::Dot { at, slot, beside, open } => {
            let x = scale.points(at);
            let up = if slot == Slot::Before { up + middle.nudge } else { up - middle.nudge };
            marks.dot(x, up, mark.look);
            let side = match open {
                OpenSide::Neither => 0.0,
                OpenSide::Above => 1.0,
                OpenSide::Below => -1.0,
            };
            if side != 0.0 {
                let colour = marks.colour(mark.look.tone);
                let way = if side > 0.0 { Way::Right } else { Way::Left };
                marks.arrow(x + side * (DOT_RADIUS + STUB / 2.0), up, way, colour);
            }
            let away = dot_reach(mark, open, beside) + GAP;
            match beside {
                Beside::Lower => (Pos2::new(x - away, up), Align2::RIGHT_CENTER),
                Beside::Higher => (Pos2::new(x + away, up), Align2::LEFT_CENTER),
            }
        }
        MarkShape::Way { from, to } => {
            if middle.nudge == 0.0 {
                marks.way(scale.points(from), scale.points(to), up, mark.look);
            }
            (Pos2::new(zero, up), Align2::LEFT_CENTER)
        }
        MarkShape::Change { to, high, open } => {
            let end = scale.points(to);
            marks.change(zero, end, up, mark.look, open);
            let mut far = end;
            if let Some(high) = high {
                far = scale.points(high);
                marks.range(end, far, up, mark.look);
            }
            across(zero, far - zero, GAP, up)
        }
        MarkShape::DirectionOnly(direction) => {
            let reach = direction.sign() as f32 * DIRECTION_REACH;
            marks.direction(zero, reach, up, mark.look.tone);
            if direction == Direction::Stable {
                return across(zero + 16.0, -1.0, GAP, up);
            }
            across(zero, reach, GAP, up)
        }
        MarkShape::Benchmark { at } => {
            let x = scale.points(at);
            let y = middle.below;
            let colour = marks.colour(Tone::Muted);
            marks.path(&[[zero, y], [x, y]], Stroke::new(1.0, colour), LineStyle::Solid);
            marks.diamond(x, y, colour);
            if axis.low >= axis.base {
                return (Pos2::new(x + GAP + 4.0, y), Align2::LEFT_CENTER);
            }
            across(zero, x - zero, GAP, y)
        }
        MarkShape::Step { .. } => (Pos2::new(zero, up), Align2::LEFT_CENTER),
    }
}

/// Where a bar ends that is never so short that it can't be seen.
fn bar_end(end: f32, zero: f32) -> f32 {
    end.max(zero + 1.5)
}

/// Where the words of a bar begin.
fn words_of_bar(end: f32, zero: f32, open: OpenSide) -> f32 {
    bar_end(end, zero) + GAP + if open == OpenSide::Above { 10.0 } else { 0.0 }
}

/// The room for the words of a bar in a panel of this width, and its half of the row; `None` of another mark.
pub(super) fn room_of_bar(mark: &Mark, scale: Scale, axis: &Axis, width: f32) -> Option<(f32, Slot)> {
    let MarkShape::Bar { to, slot, open } = mark.shape else { return None };
    let zero = scale.points(axis.base.clamp(scale.low, scale.high));
    Some((width - words_of_bar(scale.points(to), zero, open), slot))
}

/// At the base line, on the other side of it than the mark.
fn across(zero: f32, reach: f32, gap: f32, up: f32) -> (Pos2, Align2) {
    if reach < 0.0 {
        (Pos2::new(zero + gap, up), Align2::LEFT_CENTER)
    } else {
        (Pos2::new(zero - gap, up), Align2::RIGHT_CENTER)
    }
}

/// A ladder of grades lying on its side, the lowest to the left; gives its right edge.
pub(super) fn ladder(marks: &mut Marks<'_>, mark: &Mark, step: usize, of: usize, up: f32) -> f32 {
    for index in 0..of {
        let tall = 8.0 + 3.0 * index as f32;
        let left = ladder_width(index);
        let rect = Rect::from_min_size(Pos2::new(left, up - LADDER / 2.0), Vec2::new(STEP, tall));
        if index == step {
            marks.bar(rect, mark.look);
        } else {
            marks.faint(rect);
        }
    }
    ladder_width(of)
}
