//! Trends: lines over time with their names at the right end, pushed apart where they would touch.

use egui::{Align, Align2, Pos2, Rect, Stroke, Vec2};
use egui_plot::LineStyle;

use crate::figure::pages::Item;
use crate::figure::{Axis, Fill, MarkStyle, Owner, Tone, Trend, TrendLine, TrendPoint};
use crate::theme::{Type, space};

use super::Drawing;
use super::labels::{Wish, apart};
use super::marks::{DOT_RADIUS, Marks};
use super::plot::still_plot;

/// The height of the lines, in points.
const HEIGHT: f32 = 300.0;
/// Room within the plot beyond the outermost values, so that no dot is cut off.
const RIM: f32 = 10.0;
/// Between the end of a line and its name, and the piece of the line that stands before the name.
const LEAD: f32 = 12.0;
const SAMPLE: f32 = 22.0;
/// The share of the width that names take at most.
const NAMES: f32 = 0.3;
/// Thickness of a line of a council in hand, of context, and of one of a crowd.
const STRONG: f32 = 2.5;
const QUIET: f32 = 1.5;
const THIN: f32 = 0.75;
/// Radius of the dot of a date that nobody asks about.
const SMALL: f32 = 2.5;

impl Drawing<'_, '_> {
    /// Draws lines over time; gives the y where they end.
    pub(super) fn trend(&mut self, trend: &Trend, origin: Pos2, width: f32) -> f32 {
        let tokens = self.setting.tokens;
        let at = Pos2::new(origin.x, origin.y);
        let mut y = self.paragraph(at, &trend.title, Type::Small.bold(), tokens.ink, width) + space::S;
        let pen = self.pen();
        let small = Type::Small.regular();
        let ticks = trend.axis.ticks.iter().map(|tick| pen.width(&tick.label, small.clone()));
        let left = origin.x + ticks.fold(0.0, f32::max).ceil() + 8.0;
        let named = || trend.lines.iter().filter(|line| line.is_named);
        let names: Vec<_> = named().map(|line| self.line_name(line, width * NAMES)).collect();
        let widest = names.iter().map(|galley| galley.size().x).fold(0.0, f32::max).ceil();
        let right = origin.x + width - widest - LEAD - SAMPLE - RIM;
        let plot = Rect::from_min_max(Pos2::new(left, y), Pos2::new(right.max(left + 60.0), y));
        y = self.moments(trend, plot, y) + RIM;
        let plot = Rect::from_min_max(Pos2::new(plot.left(), y), Pos2::new(plot.right(), y + HEIGHT));
        self.trend_grid(trend, plot, origin.x);
        self.trend_plot(trend, plot);

        // Names stand at the last value of their line.
        let end = |line: &TrendLine| {
            let last = line.points.iter().rev().find_map(|point| Some((point.at, point.value?)));
            last.map(|(at, value)| Pos2::new(across(plot, &trend.time, at), down(plot, &trend.axis, value)))
        };
        let mut ends: Vec<_> = named().zip(names).filter_map(|(line, name)| Some((line, name, end(line)?))).collect();
        ends.sort_by(|(.., one), (.., other)| one.y.total_cmp(&other.y));
        let wish = |galley: &egui::Galley, at: &Pos2| Wish { middle: at.y, height: galley.size().y + 3.0 };
        let wishes: Vec<Wish> = ends.iter().map(|(_, galley, at)| wish(galley, at)).collect();
        let middles = apart(&wishes, plot.top() - RIM, plot.bottom() + RIM);
        for ((line, galley, end), middle) in ends.into_iter().zip(middles) {
            let corner = Pos2::new(plot.right() + LEAD + SAMPLE, middle - galley.size().y / 2.0);
            let rect = Rect::from_min_size(corner, galley.size());
            let from = Pos2::new(end.x + DOT_RADIUS + 1.0, end.y);
            let to = Pos2::new(plot.right() + LEAD - 2.0, middle);
            if to.x - from.x > 4.0 || (to.y - from.y).abs() > 3.0 {
                self.ui.painter().line_segment([from, to], Stroke::new(1.0, tokens.edge));
            }
            self.sample(line, nth_of(trend, line), Pos2::new(plot.right() + LEAD, middle));
            if let Some(fill) = line.outcomes.first().and_then(|outcome| self.emphasis(outcome)) {
                self.ui.painter().rect_filled(rect.expand(3.0), 3.0, fill);
            }
            self.ui.painter().galley(corner, galley, tokens.ink);
            self.line_data(line, trend, rect, plot);
        }
        // The crowd answers at the end of each line.
        let crowd: Vec<&TrendLine> = trend.lines.iter().filter(|line| !line.is_named).collect();
        for line in &crowd {
            let (Some(outcome), Some(at)) = (line.outcomes.first(), end(line)) else { continue };
            let rect = Rect::from_center_size(at, Vec2::splat(2.0 * DOT_RADIUS));
            self.datum_of_many(rect, outcome, &line.spoken, crowd.len());
        }
        y = plot.bottom() + RIM;
        for tick in &trend.time.ticks {
            let at = Pos2::new(across(plot, &trend.time, tick.at), y);
            self.pen().line(at, Align2::CENTER_TOP, &tick.label, Type::Small.regular(), tokens.quiet);
        }
        y += Type::Small.size() + space::M;
        let outcomes = trend.lines.iter().map(|line| line.outcomes.len()).sum();
        self.measured.items.push(Item { outcomes, height: y - origin.y, group: 0, heading: 0.0 });
        y
    }

    /// A piece of a line as it is drawn, before its name.
    fn sample(&self, line: &TrendLine, nth: usize, at: Pos2) {
        let is_context = line.look.tone == Tone::Muted;
        let colour = Marks::new(self.setting.tokens).colour(line.look.tone);
        let stroke = Stroke::new(if is_context { QUIET } else { STRONG }, colour);
        let path = [at, Pos2::new(at.x + SAMPLE - 6.0, at.y)];
        let painter = self.ui.painter();
        match style_of(if is_context { 0 } else { nth }) {
            LineStyle::Solid => drop(painter.line_segment(path, stroke)),
            LineStyle::Dashed { length } => {
                painter.extend(egui::Shape::dashed_line(&path, stroke, length / 2.0, length / 4.0));
            }
            LineStyle::Dotted { spacing } => {
                painter.extend(egui::Shape::dotted_line(&path, colour, spacing, STRONG / 2.0));
            }
        }
    }

    /// The name of a line with its last value.
    fn line_name(&self, line: &TrendLine, width: f32) -> std::sync::Arc<egui::Galley> {
        let tokens = self.setting.tokens;
        let is_strong = line.look.tone != Tone::Muted && line.owner != Owner::Other;
        let font = if is_strong { Type::Body.bold() } else { Type::Body.regular() };
        let last = line.points.iter().rev().find(|point| point.value.is_some());
        let words = last.map_or_else(|| line.label.clone(), |point| format!("{}  {}", line.label, point.label));
        self.pen().wrapped(&words, font, tokens.ink, width, Align::LEFT)
    }

    /// The words of moments above the lines, each in the first row in which it touches no other; gives the y where they end.
    fn moments(&self, trend: &Trend, plot: Rect, top: f32) -> f32 {
        let tokens = self.setting.tokens;
        let mut rows: Vec<f32> = Vec::new();
        let height = Type::Small.size() + 4.0;
        for moment in &trend.moments {
            let words =
                self.pen().wrapped(&moment.label, Type::Small.regular(), tokens.quiet, plot.width() / 2.0, Align::LEFT);
            let lines = words.rows.len().max(1);
            let x = across(plot, &trend.time, moment.at);
            let left = x.min(plot.right() - words.size().x).max(plot.left());
            let free = (0..=rows.len())
                .find(|row| (*row..row + lines).all(|row| rows.get(row).is_none_or(|end| *end < left - 6.0)));
            let row = free.unwrap_or_default();
            rows.resize(rows.len().max(row + lines), f32::NEG_INFINITY);
            for end in rows.iter_mut().skip(row).take(lines) {
                *end = left + words.size().x;
            }
            self.ui.painter().galley(Pos2::new(left, top + row as f32 * height), words, tokens.quiet);
        }
        top + rows.len() as f32 * height
    }

    fn trend_grid(&self, trend: &Trend, plot: Rect, left: f32) {
        let tokens = self.setting.tokens;
        let painter = self.ui.painter();
        for tick in &trend.axis.ticks {
            let y = down(plot, &trend.axis, tick.at);
            let colour = if trend.axis.is_base(tick) { tokens.edge } else { tokens.grid };
            painter.hline(plot.left()..=plot.right() + RIM, y, Stroke::new(1.0, colour));
            let at = Pos2::new(plot.left() - 6.0, y);
            let rect = self.pen().line(at, Align2::RIGHT_CENTER, &tick.label, Type::Small.regular(), tokens.quiet);
            debug_assert!(rect.left() >= left - 2.0);
        }
        for tick in &trend.time.ticks {
            painter.vline(across(plot, &trend.time, tick.at), plot.y_range(), Stroke::new(1.0, tokens.grid));
        }
    }

    fn trend_plot(&mut self, trend: &Trend, plot: Rect) {
        let rect = plot.expand(RIM);
        let mut marks = Marks::new(self.setting.tokens);
        let place = |point: &TrendPoint| {
            let value = point.value?;
            let at = Pos2::new(across(plot, &trend.time, point.at), down(plot, &trend.axis, value));
            Some([at.x - rect.left(), rect.bottom() - at.y])
        };
        for moment in &trend.moments {
            let x = across(plot, &trend.time, moment.at) - rect.left();
            let line = [[x, RIM], [x, rect.height()]];
            marks.path(&line, Stroke::new(1.0, self.setting.tokens.edge), LineStyle::Dashed { length: 5.0 });
        }
        // Context lies below the councils in hand.
        let (context, own): (Vec<_>, Vec<_>) = trend.lines.iter().partition(|line| line.look.tone == Tone::Muted);
        let numbered = context.into_iter().map(|line| (0, line)).chain(own.into_iter().enumerate());
        for (nth, line) in numbered {
            let colour = marks.colour(line.look.tone);
            let is_context = line.look.tone == Tone::Muted;
            let (thick, style) = match (is_context, line.is_named) {
                (_, false) => (THIN, LineStyle::Solid),
                (true, true) => (QUIET, LineStyle::Solid),
                (false, true) => (STRONG, style_of(nth)),
            };
            for stretch in stretches(line) {
                let points: Vec<[f32; 2]> = stretch.iter().filter_map(&place).collect();
                if points.len() > 1 {
                    marks.path(&points, Stroke::new(thick, colour), style);
                }
            }
            if !is_context && line.is_named {
                let all: Vec<[f32; 2]> = line.points.iter().filter_map(place).collect();
                marks.small_dots(&all, SMALL, colour);
            }
            for point in line.points.iter().filter(|_| !is_context && line.is_named) {
                if let (Some(fill), Some([x, y])) = (point.mark, place(point)) {
                    marks.dot(x, y, MarkStyle { fill, ..line.look });
                }
            }
        }
        let (x, y) = (0.0..=f64::from(rect.width()), 0.0..=f64::from(rect.height()));
        still_plot(self.ui, rect, "trend", x, y, marks.items);
        // The two dates that it is about have their values beside them where nothing else stands.
        let mut taken: Vec<Rect> = Vec::new();
        for point in trend.lines.iter().filter(|line| line.is_named).flat_map(|line| &line.points) {
            let (Some(fill), Some(value)) = (point.mark, point.value) else { continue };
            let at = Pos2::new(across(plot, &trend.time, point.at), down(plot, &trend.axis, value));
            let font = if fill == Fill::Solid { Type::Small.bold() } else { Type::Small.regular() };
            let size = Vec2::new(self.pen().width(&point.label, font.clone()), Type::Small.size());
            let above = Rect::from_center_size(Pos2::new(at.x, at.y - DOT_RADIUS - 9.0), size);
            let below = Rect::from_center_size(Pos2::new(at.x, at.y + DOT_RADIUS + 9.0), size);
            let free = [above, below].into_iter().find(|place| {
                plot.expand(RIM).contains_rect(*place)
                    && !taken.iter().any(|other| other.expand(2.0).intersects(*place))
            });
            if let Some(place) = free {
                let ink = self.setting.tokens.ink;
                self.pen().line(place.center(), Align2::CENTER_CENTER, &point.label, font, ink);
                taken.push(place);
            }
        }
    }

    /// Makes a line answer at its name and at each of its dates.
    fn line_data(&mut self, line: &TrendLine, trend: &Trend, name: Rect, plot: Rect) {
        let Some((first, rest)) = line.outcomes.split_first() else { return };
        self.datum(name, first, &line.spoken);
        for outcome in rest {
            self.walked.outcomes.push(outcome.clone());
            self.walked.rects.push(name);
        }
        for point in &line.points {
            let Some(value) = point.value else { continue };
            let at = Pos2::new(across(plot, &trend.time, point.at), down(plot, &trend.axis, value));
            let told = format!("{}: {}, {}", line.label, point.date, point.label);
            self.also_datum_at(Rect::from_center_size(at, Vec2::splat(12.0)), first, &told);
        }
    }
}

/// The place of a line among those of councils.
fn nth_of(trend: &Trend, line: &TrendLine) -> usize {
    let own = trend.lines.iter().filter(|other| other.look.tone != Tone::Muted);
    own.enumerate().find(|(_, other)| other.label == line.label).map_or(0, |(nth, _)| nth)
}

/// Lines of one colour are told apart by their dashes.
fn style_of(nth: usize) -> LineStyle {
    match nth {
        0 => LineStyle::Solid,
        1 => LineStyle::Dashed { length: 14.0 },
        2 => LineStyle::Dotted { spacing: 6.0 },
        _ => LineStyle::Dashed { length: 5.0 },
    }
}

/// The parts of a line between gaps and breaks.
fn stretches(line: &TrendLine) -> Vec<&[TrendPoint]> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (n, point) in line.points.iter().enumerate() {
        if point.value.is_none() {
            parts.push(line.points.get(from..n).unwrap_or_default());
            from = n + 1;
        } else if point.is_after_break {
            parts.push(line.points.get(from..n).unwrap_or_default());
            from = n;
        }
    }
    parts.push(line.points.get(from..).unwrap_or_default());
    parts
}

fn across(plot: Rect, axis: &Axis, at: f64) -> f32 {
    plot.left() + share(axis, at) * plot.width()
}

fn down(plot: Rect, axis: &Axis, at: f64) -> f32 {
    plot.bottom() - share(axis, at) * plot.height()
}

fn share(axis: &Axis, at: f64) -> f32 {
    let span = axis.high - axis.low;
    if span > 0.0 { ((at - axis.low) / span).clamp(0.0, 1.0) as f32 } else { 0.0 }
}
