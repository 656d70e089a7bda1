//! Strips of dots: every council a dot at its change, those in hand named, the middle half shaded.

use egui::{Align2, Pos2, Rect, Stroke, Vec2};
use egui_plot::LineStyle;

use crate::figure::pages::Item;
use crate::figure::{Axis, DotStrip, DotStrips, Owner, StripDot, Tone};
use crate::theme::{Type, space};

use super::Drawing;
use super::marks::{DOT_RADIUS, Marks};
use super::plot::still_plot;

/// The height in which the dots of a strip stand, in points.
const BAND: f32 = 76.0;
/// The height of a line of names above the dots.
const LANE: f32 = 18.0;
/// Most lines of names.
const LANES: usize = 4;
/// Radius of the dot of a council that is not named.
const SMALL: f32 = 3.0;
/// Dots and names stay this far from the edges.
const INSET: f32 = 24.0;

impl Drawing<'_, '_> {
    /// Draws strips of dots; gives the y where they end.
    pub(super) fn dot_strips(&mut self, strips: &DotStrips, origin: Pos2, width: f32) -> f32 {
        let tokens = self.setting.tokens;
        let mut y = origin.y;
        for (number, strip) in strips.strips.iter().enumerate() {
            let top = y;
            let at = Pos2::new(origin.x, y);
            y = self.paragraph(at, &strip.title, Type::Body.bold(), tokens.ink, width);
            self.heading(Rect::from_min_max(at, Pos2::new(origin.x + width, y)), number, &strip.spoken);
            y = self.paragraph(Pos2::new(origin.x, y), &strip.about, Type::Small.regular(), tokens.quiet, width);
            y = self.dot_strip(strip, (number, &strips.axis), Pos2::new(origin.x, y + space::XS), width);
            if number + 1 == strips.strips.len() {
                let at = Pos2::new(origin.x + width / 2.0, y);
                y = self.pen().line(at, Align2::CENTER_TOP, &strips.title, Type::Small.bold(), tokens.ink).bottom();
            }
            y += space::L;
            let outcomes = strip.selected();
            self.measured.items.push(Item { outcomes, height: y - top, group: 0, heading: 0.0 });
        }
        y
    }

    /// One strip; gives the y where it ends.
    fn dot_strip(&mut self, strip: &DotStrip, (number, axis): (usize, &Axis), origin: Pos2, width: f32) -> f32 {
        let tokens = self.setting.tokens;
        let at = |value: f64| {
            let span = axis.high - axis.low;
            let share = if span > 0.0 { ((value - axis.low) / span).clamp(0.0, 1.0) as f32 } else { 0.5 };
            origin.x + INSET + share * (width - 2.0 * INSET)
        };
        let named: Vec<&StripDot> =
            strip.dots.iter().filter(|dot| dot.is_named || dot.owner == Owner::Own).chain(&strip.nation).collect();
        // Names stand above the dots, each in the first line in which it touches no other.
        let mut lanes: Vec<Vec<Rect>> = Vec::new();
        let mut places: Vec<(usize, Rect)> = Vec::new();
        for dot in &named {
            let size = Vec2::new(self.pen().width(&dot.label, name_font(dot)), LANE - 2.0);
            let x = at(dot.at)
                .clamp(origin.x + size.x / 2.0, (origin.x + width - size.x / 2.0).max(origin.x + size.x / 2.0));
            let rect = Rect::from_center_size(Pos2::new(x, 0.0), size);
            let is_free =
                |lane: &Vec<Rect>| !lane.iter().any(|other| other.expand2(Vec2::new(4.0, 0.0)).intersects(rect));
            let lane = lanes.iter().position(is_free).unwrap_or(lanes.len()).min(LANES - 1);
            lanes.resize_with(lanes.len().max(lane + 1), Vec::new);
            if let Some(own) = lanes.get_mut(lane) {
                own.push(rect);
            }
            places.push((lane, rect));
        }
        let head = lanes.len() as f32 * LANE;
        let band = Rect::from_min_max(
            Pos2::new(origin.x, origin.y + head),
            Pos2::new(origin.x + width, origin.y + head + BAND),
        );
        if let Some((low, high)) = strip.usual {
            let usual = Rect::from_x_y_ranges(at(low)..=at(high), band.y_range());
            self.ui.painter().rect_filled(usual, 0.0, tokens.hovered);
        }
        for tick in &axis.ticks {
            let colour = if axis.is_base(tick) { tokens.edge } else { tokens.grid };
            self.ui.painter().vline(at(tick.at), band.y_range(), Stroke::new(1.0, colour));
        }
        let up = |y: f32| band.bottom() - y;
        let mut marks = Marks::new(tokens);
        if let Some([low, middle, high]) = strip.quarters {
            let colour = tokens.edge;
            let (low, middle, high) = (at(low) - band.left(), at(middle) - band.left(), at(high) - band.left());
            let foot = 5.0;
            marks.path(&[[low, foot], [high, foot]], Stroke::new(5.0, colour), LineStyle::Solid);
            marks.path(&[[middle, 0.0], [middle, 12.0]], Stroke::new(2.0, tokens.ink), LineStyle::Solid);
        }
        let dots: Vec<(Pos2, &StripDot)> = swarm(&strip.dots, &at, band);
        for tone in [Tone::Muted, Tone::Other, Tone::Main] {
            let of_tone =
                |(_, dot): &&(Pos2, &StripDot)| dot.look.tone == tone && !dot.is_named && dot.owner != Owner::Own;
            let points: Vec<[f32; 2]> =
                dots.iter().filter(of_tone).map(|(p, _)| [p.x - band.left(), up(p.y)]).collect();
            let colour = marks.colour(tone);
            marks.small_dots(&points, SMALL, colour);
        }
        for (place, dot) in dots.iter().filter(|(_, dot)| dot.is_named || dot.owner == Owner::Own) {
            marks.dot(place.x - band.left(), up(place.y), dot.look);
        }
        if let Some(nation) = &strip.nation {
            marks.diamond(at(nation.at) - band.left(), band.height() - DOT_RADIUS - 2.0, tokens.ink);
        }
        let (x, y) = (0.0..=f64::from(band.width()), 0.0..=f64::from(band.height()));
        still_plot(self.ui, band, &format!("dot-strip-{number}"), x, y, marks.items);
        let lowest_first = {
            let mut order: Vec<_> = named.iter().zip(places).collect();
            order.sort_by_key(|(_, (lane, _))| std::cmp::Reverse(*lane));
            order
        };
        for (dot, (lane, rect)) in lowest_first {
            let y = origin.y + head - (lane as f32 + 0.5) * LANE;
            let rect = rect.translate(Vec2::new(0.0, y));
            // No line runs through words.
            self.ui.painter().rect_filled(rect.expand2(Vec2::new(2.0, 0.0)), 0.0, tokens.surface);
            self.pen().line(rect.center(), Align2::CENTER_CENTER, &dot.label, name_font(dot), tokens.ink);
            let place = dots.iter().find(|(_, other)| other.outcome == dot.outcome).map(|(place, _)| place.y);
            let to = place.map_or(band.top() + 2.0, |y| y - DOT_RADIUS);
            let line = [Pos2::new(at(dot.at), rect.bottom() - 1.0), Pos2::new(at(dot.at), to)];
            self.ui.painter().line_segment(line, Stroke::new(1.0, tokens.edge));
            if strip.nation.as_ref() == Some(*dot) {
                self.datum(rect, &dot.outcome, &dot.spoken);
            } else {
                self.also_datum_at(rect, &dot.outcome, &dot.spoken);
            }
        }
        let count = dots.len();
        for (place, dot) in &dots {
            let rect = Rect::from_center_size(*place, Vec2::splat(2.0 * DOT_RADIUS));
            self.datum_of_many(rect, &dot.outcome, &dot.spoken, count);
        }
        let below = band.bottom() + 2.0;
        let mut bottom = below;
        for tick in &axis.ticks {
            let at = Pos2::new(at(tick.at), below);
            let rect = self.pen().line(at, Align2::CENTER_TOP, &tick.label, Type::Small.regular(), tokens.quiet);
            bottom = bottom.max(rect.bottom());
        }
        bottom + 2.0
    }
}

fn name_font(dot: &StripDot) -> egui::FontId {
    if dot.look.tone == Tone::Muted && dot.owner != Owner::Own { Type::Small.regular() } else { Type::Small.bold() }
}

/// Where the dots stand: at their change, one above the other where they would lie on each other.
fn swarm<'d>(dots: &'d [StripDot], at: &impl Fn(f64) -> f32, band: Rect) -> Vec<(Pos2, &'d StripDot)> {
    let (step, middle) = (2.0 * SMALL + 0.5, band.center().y);
    let most = ((band.height() / 2.0 - DOT_RADIUS - 8.0) / step).floor().max(0.0);
    let mut placed: Vec<(Pos2, &StripDot)> = Vec::with_capacity(dots.len());
    for dot in dots {
        let x = at(dot.at);
        let is_free = |y: f32| {
            !placed.iter().rev().take_while(|(p, _)| x - p.x < step).any(|(p, _)| (p.y - y).abs() < step - 0.1)
        };
        let offsets = (0..=most as usize).flat_map(|n| [-(n as f32) * step, n as f32 * step]);
        let offset = offsets.into_iter().find(|offset| is_free(middle + offset)).unwrap_or(0.0);
        placed.push((Pos2::new(x, middle + offset), dot));
    }
    placed
}
