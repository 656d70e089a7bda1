//! What small figures draw: upright bars on both sides of zero, a change, a part of a whole, a number. Series stand in
//! [`super::series`], grades with the cards in [`super::tiles`].

use std::sync::Arc;

use egui::{Align, Align2, Galley, Pos2, Rect, Stroke, Vec2};
use egui_plot::LineStyle;

use crate::figure::{Column, Fill, Mark, MarkOutline, MarkShape, MarkStyle, Tone};
use crate::model::OpenSide;
use crate::theme::Type;

use super::Drawing;
use super::marks::{ArrowDirection, Marks};

/// Height of a line of words below a body.
pub(super) const CAPTION: f32 = 17.0;
/// Height of the arrow beyond a bar that may be longer or shorter.
const ARROW: f32 = 14.0;
/// Bars have at least this height to show themselves in, and more where they go both ways.
const LEAST_BARS: f32 = 44.0;
const LEAST_BARS_BOTH_WAYS: f32 = 70.0;
/// A bar is never so short that it can't be seen.
const LEAST_BAR: f32 = 1.5;
/// Between the end of a bar and its words.
const BESIDE: f32 = 2.0;
/// Above a number that stands alone, where there is room: at one height in all figures of a line, however long their words.
const ABOVE_NUMBER: f32 = 16.0;

/// The bar of a part of a whole.
#[derive(Clone, Copy, Debug)]
pub(super) struct PartBar {
    pub share: Option<f64>,
    pub high: Option<f64>,
    pub look: MarkStyle,
    pub open: OpenSide,
}

/// Columns laid out: how wide each is, and what room their words need above and below the bars.
struct ColumnsPlan {
    labels: Vec<Arc<Galley>>,
    pitch: f32,
    above: f32,
    below: f32,
    /// The lowest and the highest value.
    ends: (f64, f64),
}

impl ColumnsPlan {
    fn goes_both_ways(&self) -> bool {
        self.ends.0 < 0.0 && self.ends.1 > 0.0
    }
}

/// Whether a column hangs from the zero line.
fn hangs(column: &Column) -> bool {
    column.value < 0.0 && column.high.is_none_or(|high| high <= 0.0)
}

impl Drawing<'_, '_> {
    fn columns_plan(&self, columns: &[Column], width: f32) -> ColumnsPlan {
        let pen = self.pen();
        let ink = self.setting.tokens.ink;
        let label = |c: &Column| pen.fitted(&c.label, Type::Body.bold(), ink, width, Align::Center);
        let labels: Vec<Arc<Galley>> = columns.iter().map(label).collect();
        let widest = labels.iter().map(|galley| galley.size().x).fold(0.0, f32::max);
        let pitch = (width / columns.len().max(1) as f32).min((widest + 10.0).max(78.0));
        // Words that are wider than their share of the width stand above each other like stairs.
        let stairs = widest + 6.0 > pitch;
        let room = |hanging: bool| {
            let side = columns.iter().zip(&labels).filter(|(column, _)| hangs(column) == hanging);
            let heights = side.map(|(column, galley)| {
                let arrow = if column.open == OpenSide::Neither { 0.0 } else { ARROW };
                galley.size().y + BESIDE + 1.0 + arrow
            });
            if stairs { heights.sum::<f32>() } else { heights.fold(0.0, f32::max) }
        };
        let ends = columns.iter().flat_map(|c| [c.value, c.high.unwrap_or(c.value)]);
        let ends = ends.fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
        ColumnsPlan { pitch, above: room(false), below: room(true), labels, ends }
    }

    pub(super) fn columns_height(&self, columns: &[Column], width: f32) -> f32 {
        let plan = self.columns_plan(columns, width);
        let bars = if plan.goes_both_ways() { LEAST_BARS_BOTH_WAYS } else { LEAST_BARS };
        plan.above + bars + plan.below + CAPTION
    }

    pub(super) fn columns(&self, columns: &[Column], rect: Rect, marks: &mut Marks<'_>) {
        let tokens = self.setting.tokens;
        let pen = self.pen();
        let plan = self.columns_plan(columns, rect.width());
        let (low, high) = plan.ends;
        let span = if high > low { high - low } else { 1.0 };
        // Downwards from the top of the drawing, as words are; marks are put down upwards from its foot.
        let (top, foot) = (plan.above, rect.height() - CAPTION - plan.below);
        let place = |value: f64| foot - ((value - low) / span) as f32 * (foot - top);
        let up = |down: f32| rect.height() - down;
        let zero = place(0.0);
        let bar = (plan.pitch * 0.56).min(42.0);
        let line = [[0.0, up(zero)], [plan.pitch * columns.len() as f32, up(zero)]];
        marks.path(&line, Stroke::new(1.5, tokens.edge), LineStyle::Solid);
        // What words keep clear of: bars with their arrows, and words put down before.
        let mut taken: Vec<Rect> = Vec::new();
        for (index, column) in columns.iter().enumerate() {
            let centre = plan.pitch * (index as f32 + 0.5);
            taken.push(column_bar(marks, column, (centre, bar), (zero, rect.height()), place));
        }
        for (index, (column, galley)) in columns.iter().zip(&plan.labels).enumerate() {
            let centre = plan.pitch * (index as f32 + 0.5);
            let size = galley.size();
            let half = size.x / 2.0;
            let middle = centre.max(half).min((rect.width() - half).max(half));
            let own = taken.get(index).copied().unwrap_or(Rect::NOTHING);
            let down = if hangs(column) { own.max.y + BESIDE } else { own.min.y - BESIDE - size.y };
            let mut label = Rect::from_min_size(Pos2::new(middle - half, down), size);
            // Each step leaves one more of what is taken behind, so that this ends.
            while let Some(other) = taken.iter().find(|t| t.expand2(Vec2::new(3.0, 0.0)).intersect(label).is_positive())
            {
                let step =
                    if hangs(column) { other.max.y + 0.5 - label.min.y } else { other.min.y - 0.5 - label.max.y };
                label = label.translate(Vec2::new(0.0, step));
            }
            taken.push(label);
            // A centred galley hangs from its middle.
            let at = rect.min + Vec2::new(middle, label.min.y);
            self.ui.painter().galley(at, galley.clone(), tokens.ink);
            let caption_at = Pos2::new(rect.left() + centre, rect.bottom());
            pen.line(caption_at, Align2::CENTER_BOTTOM, &column.caption, Type::Small.regular(), tokens.quiet);
        }
    }

    /// Above the line of a change, and from it to the caption below.
    fn change_words(&self, mark: &Mark, caption: &str, width: f32) -> (Arc<Galley>, Arc<Galley>) {
        let (pen, tokens) = (self.pen(), self.setting.tokens);
        let label = pen.fitted(&mark.label, Type::Body.bold(), tokens.ink, width, Align::Center);
        (label, pen.fitted(caption, Type::Small.regular(), tokens.quiet, width, Align::Center))
    }

    pub(super) fn change_height(&self, mark: &Mark, caption: &str, width: f32) -> f32 {
        let (label, caption) = self.change_words(mark, caption, width);
        label.size().y + 17.0 + 18.0 + caption.size().y
    }

    pub(super) fn change_tile(&self, reach: f64, mark: &Mark, caption: &str, rect: Rect, marks: &mut Marks<'_>) {
        let tokens = self.setting.tokens;
        let (label, caption) = self.change_words(mark, caption, rect.width());
        let side = (rect.width() / 2.0 - 10.0).max(20.0);
        let zero = rect.width() / 2.0;
        let foot = caption.size().y;
        let above = label.size().y + 17.0;
        let spare = (rect.height() - foot - above - 18.0).max(0.0);
        let up = foot + 18.0 + spare / 2.0;
        let scaled = |value: f64| if reach > 0.0 { (value / reach) as f32 * side } else { 0.0 };
        let end = match mark.shape {
            MarkShape::Change { to, high, open } => {
                let end = zero + scaled(to);
                marks.change(zero, end, up, mark.look, open);
                if let Some(high) = high {
                    marks.range(end, zero + scaled(high), up, mark.look);
                }
                zero + scaled(high.unwrap_or(to))
            }
            MarkShape::DirectionOnly(direction) => {
                let length = direction.sign() as f32 * 44.0;
                marks.direction(zero, length, up, mark.look.tone);
                zero + length
            }
            MarkShape::Between { low, high } => {
                let look = MarkStyle { fill: Fill::Hollow, ..mark.look };
                marks.range_of_dots(zero + scaled(low), zero + scaled(high), up, look);
                marks.dot(zero + scaled(low), up, look);
                zero
            }
            MarkShape::Bar { .. }
            | MarkShape::Dot { .. }
            | MarkShape::Way { .. }
            | MarkShape::Benchmark { .. }
            | MarkShape::Period { .. }
            | MarkShape::Step { .. } => zero,
        };
        // The words keep to their side of the zero line where there is room, and else may cross above it.
        let half = label.size().x / 2.0;
        let middle = f32::midpoint(zero, end);
        let centre = match end.total_cmp(&zero) {
            std::cmp::Ordering::Less => middle.min(zero - 6.0 - half).max(half),
            std::cmp::Ordering::Greater => middle.max(zero + 6.0 + half).min(rect.width() - half),
            std::cmp::Ordering::Equal => zero,
        };
        marks.path(&[[zero, up - 16.0], [zero, up + 16.0]], Stroke::new(1.5, tokens.edge), LineStyle::Solid);
        let crosses = (centre - half) < zero && zero < (centre + half);
        let lift = if crosses { 17.0 } else { 9.0 };
        let painter = self.ui.painter();
        let at = Pos2::new(rect.left() + centre, rect.bottom() - up - lift - label.size().y);
        painter.galley(at, label, tokens.ink);
        painter.galley(Pos2::new(rect.left() + zero, rect.bottom() - foot), caption, tokens.quiet);
    }

    fn part_words(&self, label: &str, caption: &str, width: f32) -> (Arc<Galley>, Arc<Galley>) {
        let (pen, tokens) = (self.pen(), self.setting.tokens);
        let label = pen.fitted(label, Type::Heading.bold(), tokens.ink, width, Align::LEFT);
        (label, pen.fitted(caption, Type::Small.regular(), tokens.quiet, width, Align::LEFT))
    }

    pub(super) fn part_height(&self, share: Option<f64>, label: &str, caption: &str, width: f32) -> f32 {
        let (label, caption) = self.part_words(label, caption, width);
        let caption = if caption.text().is_empty() { 0.0 } else { caption.size().y };
        label.size().y + if share.is_some() { 30.0 } else { 0.0 } + caption + 4.0
    }

    pub(super) fn part(&self, bar: PartBar, label: &str, caption: &str, rect: Rect, marks: &mut Marks<'_>) {
        let tokens = self.setting.tokens;
        let height = self.part_height(bar.share, label, caption, rect.width());
        let (label, caption) = self.part_words(label, caption, rect.width());
        let painter = self.ui.painter();
        let mut down = (rect.height() - height).clamp(0.0, ABOVE_NUMBER);
        let tall = label.size().y;
        painter.galley(Pos2::new(rect.left(), rect.top() + down), label, tokens.ink);
        down += tall + 4.0;
        if let Some(share) = bar.share {
            part_bar(marks, bar, share, (rect.width(), rect.height() - down - 9.0));
            down += 26.0;
        }
        painter.galley(Pos2::new(rect.left(), rect.top() + down), caption, tokens.quiet);
    }

    fn number_words(&self, label: &str, caption: &str, width: f32) -> (Arc<Galley>, Arc<Galley>) {
        let (pen, tokens) = (self.pen(), self.setting.tokens);
        // Several lines of large letters would be louder than what they say.
        let font =
            if pen.width(label, Type::Number.bold()) > width { Type::Heading.bold() } else { Type::Number.bold() };
        let label = pen.fitted(label, font, tokens.ink, width, Align::LEFT);
        (label, pen.fitted(caption, Type::Small.regular(), tokens.quiet, width, Align::LEFT))
    }

    pub(super) fn number_height(&self, label: &str, caption: &str, width: f32) -> f32 {
        let (label, caption) = self.number_words(label, caption, width);
        label.size().y + caption.size().y
    }

    pub(super) fn number(&self, label: &str, caption: &str, rect: Rect) {
        let tokens = self.setting.tokens;
        let (label, caption) = self.number_words(label, caption, rect.width());
        let spare = (rect.height() - label.size().y - caption.size().y).clamp(0.0, ABOVE_NUMBER);
        let at = Pos2::new(rect.left(), rect.top() + spare);
        let below = at + Vec2::new(0.0, label.size().y);
        let painter = self.ui.painter();
        painter.galley(at, label, tokens.ink);
        painter.galley(below, caption, tokens.quiet);
    }
}

/// One upright bar with what is open of it; gives the room it takes. `(centre, bar)` are its middle and width, `(zero, height)`
/// the zero line and the height of the drawing, downwards.
fn column_bar(
    marks: &mut Marks<'_>,
    column: &Column,
    (centre, bar): (f32, f32),
    (zero, height): (f32, f32),
    place: impl Fn(f64) -> f32,
) -> Rect {
    let across = |a: f32, b: f32| {
        Rect::from_min_max(Pos2::new(centre - bar / 2.0, a.min(b)), Pos2::new(centre + bar / 2.0, a.max(b)))
    };
    let up = |rect: Rect| {
        Rect::from_min_max(Pos2::new(rect.min.x, height - rect.max.y), Pos2::new(rect.max.x, height - rect.min.y))
    };
    let low = column.value;
    let high = column.high.unwrap_or(low);
    let hanging = hangs(column);
    // What is certain of a range is its end nearer to zero, and nothing where it lies around zero.
    let certain = if hanging { Some(high) } else { Some(low).filter(|low| *low >= 0.0) };
    let mut taken = across(zero, zero);
    if let Some(certain) = certain {
        let end = if hanging { place(certain).max(zero + LEAST_BAR) } else { place(certain).min(zero - LEAST_BAR) };
        let rect = across(zero, end);
        marks.bar(up(rect), column.look);
        taken = taken.union(rect);
    }
    if column.high.is_some() {
        let rect = across(place(low), place(high));
        marks.range_of_bar(up(rect), column.look);
        taken = taken.union(rect);
    }
    let way = match column.open {
        OpenSide::Neither => return taken,
        OpenSide::Above => ArrowDirection::Up,
        OpenSide::Below => ArrowDirection::Down,
    };
    let colour = marks.colour(column.look.tone);
    let down = if hanging { taken.max.y + ARROW / 2.0 } else { taken.min.y - ARROW / 2.0 };
    marks.arrow(centre, height - down, way, colour);
    taken.union(across(taken.min.y, down + if hanging { ARROW / 2.0 } else { -ARROW / 2.0 }))
}

/// A lying bar whose whole is outlined. A part larger than the whole is drawn as large as it is. `(width, up)` are the width of
/// the drawing, and the middle of the bar from its foot.
fn part_bar(marks: &mut Marks<'_>, bar: PartBar, share: f64, (width, up): (f32, f32)) {
    let far = bar.high.unwrap_or(share);
    let most = far.max(1.0);
    let room = width - 14.0;
    let across = |from: f64, to: f64| {
        let (left, right) = ((from / most) as f32 * room, (to / most) as f32 * room);
        Rect::from_min_max(Pos2::new(left, up - 9.0), Pos2::new(right.max(left), up + 9.0))
    };
    let certain = across(0.0, share.max(0.0));
    marks.bar(certain, bar.look);
    if bar.high.is_some() {
        marks.range_of_bar(across(share.max(0.0), far.max(0.0)), bar.look);
    }
    let outline = MarkStyle { fill: Fill::Hollow, tone: Tone::Muted, outline: MarkOutline::Plain };
    marks.bar(across(0.0, 1.0), outline);
    let way = match bar.open {
        OpenSide::Neither => return,
        OpenSide::Above => ArrowDirection::Right,
        OpenSide::Below => ArrowDirection::Left,
    };
    let colour = marks.colour(bar.look.tone);
    marks.arrow(certain.right() + 7.0, up, way, colour);
}
