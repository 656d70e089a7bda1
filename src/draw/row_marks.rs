//! The marks of a row: where each stands in its panel, where its words stand, and the room they need.

use egui::{Align2, FontId, Pos2, Rect, Stroke, Vec2};
use egui_plot::LineStyle;

use crate::figure::{Axis, Beside, Cell, Fill, LevelSlot, Mark, MarkOutline, MarkShape, MarkStyle, Tone};
use crate::model::{Direction, OpenSide};
use crate::theme::Type;

use super::Drawing;
use super::labels::{LabelRoom, LabelSide, Scale};
use super::marks::{ArrowDirection, DOT_RADIUS, DOTTED, Marks, STUB};

/// Height of a ladder of grades and width of one of its steps.
pub(super) const LADDER: f32 = 18.0;
const STEP: f32 = 17.0;
/// Marks stay this far from a panel's edges.
pub(super) const INSET: f32 = 8.0;
const BAR: f32 = 12.0;
/// Between a mark and its words.
pub(super) const GAP: f32 = 6.0;
/// Length of the dashed arrow of a direction without a figure.
const DIRECTION_REACH: f32 = 34.0;
/// Two dots with less than this between them stand one above the other.
const NEAR: f32 = 4.0;

/// Whether words are a value or a remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextRole {
    Value,
    Remark,
}

impl TextRole {
    pub fn of(mark: &Mark) -> Self {
        match mark.shape {
            MarkShape::DirectionOnly(_) | MarkShape::Benchmark { .. } | MarkShape::Period { .. } => Self::Remark,
            MarkShape::Bar { .. }
            | MarkShape::Dot { .. }
            | MarkShape::Way { .. }
            | MarkShape::Change { .. }
            | MarkShape::Between { .. }
            | MarkShape::Step { .. } => Self::Value,
        }
    }

    pub fn font(self) -> FontId {
        match self {
            Self::Value => Type::Body.bold(),
            Self::Remark => Type::Small.regular(),
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
        let near = (axis.high - axis.low).abs() * NEAR_BASE;
        let one_sided = axis.low >= base;
        for mark in &cell.marks {
            let words = self.label(mark, most).size().x + GAP + 4.0;
            // The words of a change stand across the base line from it, so that marks and words share the width.
            let across = |value: f64| if value < base { LabelSide::Right } else { LabelSide::Left };
            let (at, extra, side) = match mark.shape {
                MarkShape::Bar { to, high, open, .. } => {
                    let span = BarSpan::of(to, high, axis);
                    (span.outer, if open == OpenSide::Neither { 4.0 } else { 14.0 }, span.side)
                }
                MarkShape::Dot { at, high, beside, open, .. } => {
                    let reach = dot_reach(mark, open, beside);
                    match beside {
                        Beside::Lower => (at, reach, LabelSide::Left),
                        Beside::Higher => (high.unwrap_or(at), reach, LabelSide::Right),
                    }
                }
                MarkShape::Change { to, high, open } => {
                    let end = high.unwrap_or(to);
                    if lies_on_both_sides(to, end, base) {
                        labels.push(LabelRoom { at: to.min(end), points: INSET + 4.0, side: LabelSide::Left });
                        (to.max(end), reach_of_change(mark, OpenSide::Above) + GAP, LabelSide::Right)
                    } else {
                        let own_side = if end < base { LabelSide::Left } else { LabelSide::Right };
                        labels.push(LabelRoom { at: end, points: INSET + 4.0, side: own_side });
                        let nearest = (to - base).abs().min((end - base).abs());
                        let clear = if nearest < near { reach_of_change(mark, open) } else { 0.0 };
                        (base, GAP + clear, across(end))
                    }
                }
                MarkShape::Between { low, high } => {
                    labels.push(LabelRoom { at: low, points: INSET + 4.0, side: LabelSide::Left });
                    (high, reach_of_change(mark, OpenSide::Neither) + GAP, LabelSide::Right)
                }
                MarkShape::DirectionOnly(direction) => {
                    let own_side = if direction == Direction::Fell { LabelSide::Left } else { LabelSide::Right };
                    labels.push(LabelRoom { at: base, points: DIRECTION_REACH + INSET, side: own_side });
                    let extra = if direction == Direction::Stable { 22.0 } else { GAP };
                    (base, extra, across(base + direction.sign() - 0.5))
                }
                MarkShape::Benchmark { at, open } if one_sided => {
                    (at, GAP + reach_of_benchmark(open), LabelSide::Right)
                }
                MarkShape::Benchmark { at, open } => {
                    labels.push(LabelRoom {
                        at,
                        points: INSET + 4.0,
                        side: if at < base { LabelSide::Left } else { LabelSide::Right },
                    });
                    let clear = if (at - base).abs() < near { reach_of_benchmark(open) } else { 0.0 };
                    (base, GAP + clear, across(at))
                }
                MarkShape::Way { .. } | MarkShape::Period { .. } | MarkShape::Step { .. } => continue,
            };
            labels.push(LabelRoom { at, points: words + extra, side });
        }
        if !cell.text.is_empty() {
            let points = (pen.width(&cell.text, Type::Small.regular()) + GAP + 4.0).min(width * 0.9);
            labels.push(LabelRoom { at: base, points, side: LabelSide::Right });
        }
    }
}

/// A mark that lies within this part of the axis from the base line may reach across it.
const NEAR_BASE: f64 = 0.1;

/// Whether the two ends of a mark lie on different sides of the base line, so that neither side is free for words.
fn lies_on_both_sides(a: f64, b: f64, base: f64) -> bool {
    (a - base) * (b - base) < 0.0
}

/// How far the end of a change reaches around its place.
fn reach_of_change(mark: &Mark, open: OpenSide) -> f32 {
    match open {
        OpenSide::Neither if mark.look.outline == MarkOutline::Dotted => DOTTED,
        OpenSide::Neither => DOT_RADIUS,
        OpenSide::Above | OpenSide::Below => DOT_RADIUS + STUB,
    }
}

/// How far a benchmark reaches around its place.
fn reach_of_benchmark(open: OpenSide) -> f32 {
    if open == OpenSide::Neither { DOT_RADIUS } else { DOT_RADIUS + STUB }
}

/// A bar on its axis: what is certain of it, what a range adds, and where its words stand.
#[derive(Clone, Copy, Debug, PartialEq)]
struct BarSpan {
    /// From the base line to here; nothing is certain of a range around it.
    certain: Option<f64>,
    /// The two ends of a range.
    range: Option<(f64, f64)>,
    /// The end at which its words stand.
    outer: f64,
    side: LabelSide,
}

impl BarSpan {
    fn of(to: f64, high: Option<f64>, axis: &Axis) -> Self {
        let base = axis.base;
        let Some(high) = high else {
            // Words of a bar without a length stand where the axis has room.
            let below = to < base || (to <= base && axis.high <= base && axis.low < base);
            let side = if below { LabelSide::Left } else { LabelSide::Right };
            return Self { certain: Some(to), range: None, outer: to, side };
        };
        if to >= base {
            Self { certain: Some(to), range: Some((to, high)), outer: high, side: LabelSide::Right }
        } else if high <= base {
            Self { certain: Some(high), range: Some((to, high)), outer: to, side: LabelSide::Left }
        } else {
            Self { certain: None, range: Some((to, high)), outer: high, side: LabelSide::Right }
        }
    }

    /// From the outer end to where its words begin.
    fn words(open: OpenSide) -> f32 {
        GAP + if open == OpenSide::Neither { 0.0 } else { 10.0 }
    }

    /// Where its words begin, in points.
    fn words_at(self, open: OpenSide, scale: Scale, zero: f32) -> f32 {
        let outer = scale.points(self.outer);
        match self.side {
            LabelSide::Left => outer.min(zero - LEAST_BAR) - Self::words(open),
            LabelSide::Right => outer.max(zero + LEAST_BAR) + Self::words(open),
        }
    }
}

/// A bar is never so short that it can't be seen.
const LEAST_BAR: f32 = 1.5;

/// The width of a ladder of so many steps.
pub(super) fn ladder_width(steps: usize) -> f32 {
    2.0 + steps as f32 * (STEP + 3.0)
}

/// From the middle of a dot to where its words may begin.
fn dot_reach(mark: &Mark, open: OpenSide, beside: Beside) -> f32 {
    let radius = if mark.look.outline == MarkOutline::Dotted { DOTTED } else { DOT_RADIUS };
    radius + if stands_in_the_way(open, beside) { STUB } else { 0.0 }
}

/// How far two dots at almost the same place step out of each other's way, so that neither they nor the arrow of a bound
/// between them touch.
pub(super) fn nudge(marks: &[Mark], scale: Scale) -> f32 {
    let ends = |wanted: LevelSlot| {
        marks.iter().find_map(|mark| {
            let MarkShape::Dot { at, high, slot, .. } = mark.shape else { return None };
            (slot == wanted).then(|| (scale.points(at), scale.points(high.unwrap_or(at))))
        })
    };
    let distance = match (ends(LevelSlot::Before), ends(LevelSlot::After)) {
        (Some((low, high)), Some((other_low, other_high))) => (other_low - high).max(low - other_high).max(0.0),
        _ => f32::INFINITY,
    };
    let inner = |mark: &&Mark| matches!(mark.shape, MarkShape::Dot { open, beside, .. } if open != OpenSide::Neither && !stands_in_the_way(open, beside));
    let dotted = marks.iter().any(|mark| mark.look.outline == MarkOutline::Dotted);
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
        MarkShape::Bar { to, high, slot, open } => {
            let span = BarSpan::of(to, high, axis);
            let middle = match slot {
                LevelSlot::Before => up + BAR / 2.0 + 1.5,
                LevelSlot::After => up - BAR / 2.0 - 1.5,
            };
            let across = |a: f32, b: f32| {
                Rect::from_min_max(Pos2::new(a.min(b), middle - BAR / 2.0), Pos2::new(a.max(b), middle + BAR / 2.0))
            };
            if let Some(certain) = span.certain {
                // A level of zero still shows a line, so that "none" is not mistaken for missing.
                let end = scale.points(certain);
                let end = match span.side {
                    LabelSide::Left => end.min(zero - LEAST_BAR),
                    LabelSide::Right => end.max(zero + LEAST_BAR),
                };
                marks.bar(across(zero, end), mark.look);
            }
            if let Some((low, high)) = span.range {
                marks.range_of_bar(across(scale.points(low), scale.points(high)), mark.look);
            }
            let words = span.words_at(open, scale, zero);
            let outwards = if span.side == LabelSide::Left { -1.0 } else { 1.0 };
            // The arrow stands beyond the end of the bar, where it can be seen, and points to where the level may lie.
            let arrow = words - outwards * (BarSpan::words(open) - 6.0);
            let colour = marks.colour(mark.look.tone);
            match open {
                OpenSide::Neither => {}
                OpenSide::Above => marks.arrow(arrow, middle, ArrowDirection::Right, colour),
                OpenSide::Below => marks.arrow(arrow, middle, ArrowDirection::Left, colour),
            }
            let anchor = if span.side == LabelSide::Left { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER };
            (Pos2::new(words, middle), anchor)
        }
        MarkShape::Dot { at, high, slot, beside, open } => {
            let x = scale.points(at);
            let up = if slot == LevelSlot::Before { up + middle.nudge } else { up - middle.nudge };
            let top = high.map(|high| scale.points(high));
            if let Some(top) = top {
                marks.range_of_dots(x, top, up, mark.look);
            }
            marks.dot(x, up, mark.look);
            let top = top.unwrap_or(x);
            let side = match open {
                OpenSide::Neither => 0.0,
                OpenSide::Above => 1.0,
                OpenSide::Below => -1.0,
            };
            if side != 0.0 {
                let colour = marks.colour(mark.look.tone);
                let way = if side > 0.0 { ArrowDirection::Right } else { ArrowDirection::Left };
                marks.arrow(x + side * (DOT_RADIUS + STUB / 2.0), up, way, colour);
            }
            let away = dot_reach(mark, open, beside) + GAP;
            match beside {
                Beside::Lower => (Pos2::new(x - away, up), Align2::RIGHT_CENTER),
                Beside::Higher => (Pos2::new(top + away, up), Align2::LEFT_CENTER),
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
            if lies_on_both_sides(to, high.unwrap_or(to), axis.base) {
                let right = end.max(far) + reach_of_change(mark, OpenSide::Above) + GAP;
                return (Pos2::new(right, up), Align2::LEFT_CENTER);
            }
            let nearest = (end - zero).abs().min((far - zero).abs());
            let clear = (reach_of_change(mark, open) - nearest).max(0.0);
            across(zero, far - zero, GAP + clear, up)
        }
        MarkShape::Between { low, high } => {
            let (low, high) = (scale.points(low), scale.points(high));
            let look = MarkStyle { fill: Fill::Hollow, ..mark.look };
            marks.range_of_dots(low, high, up, look);
            marks.dot(low, up, look);
            (Pos2::new(high + reach_of_change(mark, OpenSide::Neither) + GAP, up), Align2::LEFT_CENTER)
        }
        MarkShape::DirectionOnly(direction) => {
            let reach = direction.sign() as f32 * DIRECTION_REACH;
            marks.direction(zero, reach, up, mark.look.tone);
            if direction == Direction::Stable {
                return across(zero + 16.0, -1.0, GAP, up);
            }
            across(zero, reach, GAP, up)
        }
        MarkShape::Benchmark { at, open } => {
            let x = scale.points(at);
            let y = middle.below;
            let colour = marks.colour(Tone::Muted);
            marks.path(&[[zero, y], [x, y]], Stroke::new(1.0, colour), LineStyle::Solid);
            marks.diamond(x, y, colour);
            match open {
                OpenSide::Neither => {}
                OpenSide::Above => marks.arrow(x + DOT_RADIUS + STUB / 2.0, y, ArrowDirection::Right, colour),
                OpenSide::Below => marks.arrow(x - DOT_RADIUS - STUB / 2.0, y, ArrowDirection::Left, colour),
            }
            if axis.low >= axis.base {
                let reach = if open == OpenSide::Above { reach_of_benchmark(open) } else { 4.0 };
                return (Pos2::new(x + GAP + reach, y), Align2::LEFT_CENTER);
            }
            let clear = (reach_of_benchmark(open) - (x - zero).abs()).max(0.0);
            across(zero, x - zero, GAP + clear, y)
        }
        MarkShape::Period { .. } | MarkShape::Step { .. } => (Pos2::new(zero, up), Align2::LEFT_CENTER),
    }
}

/// The room for the words of a bar in a panel of this width; `None` of another mark.
pub(super) fn room_of_bar(mark: &Mark, scale: Scale, axis: &Axis, width: f32) -> Option<f32> {
    let MarkShape::Bar { to, high, open, .. } = mark.shape else { return None };
    let zero = scale.points(axis.base.clamp(scale.low, scale.high));
    let span = BarSpan::of(to, high, axis);
    let at = span.words_at(open, scale, zero);
    Some(if span.side == LabelSide::Left { at } else { width - at })
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
