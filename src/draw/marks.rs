//! One grammar of marks: hollow = before; filled = after, or the end of a change; arrow end = bound; dashed = direction only;
//! hatched = estimate, target or plan; muted = context; dotted outline = small numbers.
//!
//! Marks are made in points on both axes, so that a bar is as thick and a dot as round in every figure.

use egui::{Color32, Rect, Stroke};
use egui_plot::{Bar, BarChart, Line, LineStyle, MarkerShape, PlotItem, PlotPoints, Points};

use crate::figure::{Fill, MarkOutline, MarkStyle, Tone};
use crate::model::OpenSide;
use crate::theme::Tokens;

/// Thickness of the line of a change and of outlines.
const LINE: f32 = 3.0;
const EDGE: f32 = 1.75;
/// Radius of a dot.
pub(super) const DOT_RADIUS: f32 = 5.0;
/// From the middle of a dot to its dotted outline.
pub(super) const DOTTED: f32 = 8.0;
/// Room for the arrow of a bound beside a dot.
pub(super) const STUB: f32 = 15.0;
const ARROW: f32 = 6.5;
/// Thickness of the way from before to after, and length of its arrow.
pub(super) const WAY: f32 = 2.0;
const HEAD: f32 = 6.0;

/// Which way an arrow points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ArrowDirection {
    Left,
    Right,
    Up,
    Down,
}

/// Collects the items of one plot. Its coordinates are points, y upwards.
pub(super) struct Marks<'t> {
    tokens: &'t Tokens,
    pub items: Vec<Box<dyn PlotItem>>,
}

impl<'t> Marks<'t> {
    pub fn new(tokens: &'t Tokens) -> Self {
        Self { tokens, items: Vec::new() }
    }

    pub fn colour(&self, tone: Tone) -> Color32 {
        match tone {
            Tone::Main => self.tokens.mark,
            Tone::Muted => self.tokens.mark_muted,
            Tone::Own => self.tokens.accent,
            Tone::Other => self.tokens.mark_other,
        }
    }

    /// A bar that fills `rect` (y upwards), in its look.
    pub fn bar(&mut self, rect: Rect, look: MarkStyle) {
        let colour = self.colour(look.tone);
        if rect.width().min(rect.height()) < 2.0 * EDGE {
            // Too thin for an outline.
            self.rect(rect, colour, Stroke::NONE);
            return;
        }
        let dotted = look.outline == MarkOutline::Dotted;
        let inner = if dotted && look.fill == Fill::Solid { rect.shrink(2.5) } else { rect };
        let fill = if look.fill == Fill::Solid { colour } else { Color32::TRANSPARENT };
        if look.fill == Fill::Solid && inner.is_positive() {
            self.rect(inner, fill, Stroke::NONE);
        }
        if look.fill != Fill::Solid || dotted {
            if dotted {
                self.dashed_rect(rect.shrink(EDGE / 2.0), colour);
            } else {
                self.rect(rect.shrink(EDGE / 2.0), Color32::TRANSPARENT, Stroke::new(EDGE, colour));
            }
        }
        if look.fill == Fill::Hatched {
            self.hatching(rect.shrink(1.0), colour);
        }
    }

    /// The part of a bar between the two ends of a range: a dashed outline.
    pub fn range_of_bar(&mut self, rect: Rect, look: MarkStyle) {
        let colour = self.colour(look.tone);
        self.dashed_rect(rect.shrink((EDGE / 2.0).min(rect.width().min(rect.height()) / 2.0)), colour);
    }

    /// A step that was not attained: an empty box.
    pub fn faint(&mut self, rect: Rect) {
        self.rect(rect.shrink(0.5), Color32::TRANSPARENT, Stroke::new(1.0, self.tokens.edge));
    }

    fn rect(&mut self, rect: Rect, fill: Color32, stroke: Stroke) {
        let bar = Bar::new(f64::from(rect.center().x), f64::from(rect.height()))
            .vertical()
            .width(f64::from(rect.width()))
            .base_offset(f64::from(rect.min.y))
            .fill(fill)
            .stroke(stroke);
        self.items.push(Box::new(BarChart::new("", vec![bar]).allow_hover(false)));
    }

    fn dashed_rect(&mut self, rect: Rect, colour: Color32) {
        let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
        for pair in corners.windows(2) {
            if let [a, b] = pair {
                let stroke = Stroke::new(EDGE, colour);
                self.path(&[[a.x, a.y], [b.x, b.y]], stroke, LineStyle::Dashed { length: 4.0 });
            }
        }
    }

    /// Slanted lines within `rect`.
    fn hatching(&mut self, rect: Rect, colour: Color32) {
        let step = 5.0;
        let mut offset = -rect.height() + step;
        while offset < rect.width() {
            let from_x = offset.max(0.0);
            let from_y = from_x - offset;
            let to_x = (offset + rect.height()).min(rect.width());
            let to_y = to_x - offset;
            let a = [rect.min.x + from_x, rect.min.y + from_y];
            let b = [rect.min.x + to_x, rect.min.y + to_y];
            self.path(&[a, b], Stroke::new(1.25, colour), LineStyle::Solid);
            offset += step;
        }
    }

    pub fn path(&mut self, points: &[[f32; 2]], stroke: Stroke, style: LineStyle) {
        let points: PlotPoints<'static> = points.iter().map(|[x, y]| [f64::from(*x), f64::from(*y)]).collect();
        self.items.push(Box::new(Line::new("", points).stroke(stroke).style(style).allow_hover(false)));
    }

    /// A horizontal line of a change, from `from` to `to`, with its end.
    pub fn change(&mut self, from: f32, to: f32, y: f32, look: MarkStyle, open: OpenSide) {
        let colour = self.colour(look.tone);
        let style = if look.fill == Fill::Hatched { LineStyle::Dashed { length: 6.0 } } else { LineStyle::Solid };
        self.path(&[[from, y], [to, y]], Stroke::new(LINE, colour), style);
        let (out, back) = if to < from {
            (ArrowDirection::Left, ArrowDirection::Right)
        } else {
            (ArrowDirection::Right, ArrowDirection::Left)
        };
        let outwards = if to < from { OpenSide::Below } else { OpenSide::Above };
        match open {
            OpenSide::Neither => self.dot(to, y, look),
            side if side == outwards => self.arrow(to, y, out, colour),
            OpenSide::Above | OpenSide::Below => {
                self.dot(to, y, look);
                self.arrow(to + if to < from { 12.0 } else { -12.0 }, y, back, colour);
            }
        }
    }

    /// The far end of a range: a dashed line and a hollow dot.
    pub fn range(&mut self, from: f32, to: f32, y: f32, look: MarkStyle) {
        let colour = self.colour(look.tone);
        self.path(&[[from, y], [to, y]], Stroke::new(LINE, colour), LineStyle::Dashed { length: 5.0 });
        self.dot(to, y, MarkStyle { fill: Fill::Hollow, ..look });
    }

    /// The way between the two ends of a range, and its far end, in its own look.
    pub fn range_of_dots(&mut self, from: f32, to: f32, y: f32, look: MarkStyle) {
        let colour = self.colour(look.tone);
        self.path(&[[from, y], [to, y]], Stroke::new(WAY, colour), LineStyle::Dashed { length: 4.0 });
        self.dot(to, y, look);
    }

    pub fn dot(&mut self, x: f32, y: f32, look: MarkStyle) {
        let colour = self.colour(look.tone);
        self.marker(x, y, MarkerShape::Circle, DOT_RADIUS, colour);
        if look.fill != Fill::Solid {
            self.marker(x, y, MarkerShape::Circle, DOT_RADIUS - EDGE, self.tokens.surface);
        }
        if look.fill == Fill::Hatched {
            self.hatched_dot(x, y, colour);
        }
        if look.outline == MarkOutline::Dotted {
            self.dashed_rect(Rect::from_center_size(egui::pos2(x, y), egui::Vec2::splat(2.0 * DOTTED)), colour);
        }
    }

    /// Slanted lines within a dot.
    fn hatched_dot(&mut self, x: f32, y: f32, colour: Color32) {
        let radius = DOT_RADIUS - 0.5;
        for offset in [-2.6_f32, 0.0, 2.6] {
            // A slanted line at this distance from the middle, as far as the circle goes.
            let half = (radius * radius - offset * offset).max(0.0).sqrt() * std::f32::consts::FRAC_1_SQRT_2;
            let (dx, dy) = (offset * std::f32::consts::FRAC_1_SQRT_2, -offset * std::f32::consts::FRAC_1_SQRT_2);
            let ends = [[x + dx - half, y + dy - half], [x + dx + half, y + dy + half]];
            self.path(&ends, Stroke::new(1.25, colour), LineStyle::Solid);
        }
    }

    pub fn arrow(&mut self, x: f32, y: f32, way: ArrowDirection, colour: Color32) {
        let shape = match way {
            ArrowDirection::Left => MarkerShape::Left,
            ArrowDirection::Right => MarkerShape::Right,
            ArrowDirection::Up => MarkerShape::Up,
            ArrowDirection::Down => MarkerShape::Down,
        };
        self.marker(x, y, shape, ARROW, colour);
    }

    /// The way from a dot before to a dot after at the same height, with an open arrow that touches the latter.
    pub fn way(&mut self, from: f32, to: f32, y: f32, look: MarkStyle) {
        let colour = self.colour(look.tone);
        let ahead = if to < from { -1.0 } else { 1.0 };
        let (start, tip) = (from + ahead * DOT_RADIUS, to - ahead * (DOT_RADIUS + 1.0));
        self.path(&[[start, y], [tip, y]], Stroke::new(WAY, colour), LineStyle::Solid);
        let length = HEAD.min((tip - start) * ahead);
        let back = tip - ahead * length;
        let head = [[back, y + HEAD * 0.8], [tip, y], [back, y - HEAD * 0.8]];
        self.path(&head, Stroke::new(WAY, colour), LineStyle::Solid);
    }

    /// Many dots of one colour as one item.
    pub fn small_dots(&mut self, places: &[[f32; 2]], radius: f32, colour: Color32) {
        if !places.is_empty() {
            let points: Vec<[f64; 2]> = places.iter().map(|[x, y]| [f64::from(*x), f64::from(*y)]).collect();
            let points = Points::new("", points).shape(MarkerShape::Circle).radius(radius);
            self.items.push(Box::new(points.color(colour).filled(true).allow_hover(false)));
        }
    }

    pub fn diamond(&mut self, x: f32, y: f32, colour: Color32) {
        self.marker(x, y, MarkerShape::Diamond, DOT_RADIUS, colour);
    }

    fn marker(&mut self, x: f32, y: f32, shape: MarkerShape, radius: f32, colour: Color32) {
        let points = Points::new("", vec![[f64::from(x), f64::from(y)]]);
        self.items.push(Box::new(points.shape(shape).radius(radius).color(colour).filled(true).allow_hover(false)));
    }

    /// A short dashed arrow without length: only the direction is known.
    pub fn direction(&mut self, from: f32, reach: f32, y: f32, tone: Tone) {
        let colour = self.colour(tone);
        let stroke = Stroke::new(2.25, colour);
        let style = LineStyle::Dashed { length: 5.0 };
        if reach == 0.0 {
            self.path(&[[from - 16.0, y], [from + 16.0, y]], stroke, style);
            return;
        }
        self.path(&[[from, y], [from + reach, y]], stroke, style);
        self.arrow(from + reach, y, if reach < 0.0 { ArrowDirection::Left } else { ArrowDirection::Right }, colour);
    }
}
