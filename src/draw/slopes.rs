//! Slopes: two upright axes, a line an outcome, and its words at both ends, pushed apart where they would touch.
//!
//! The figure grows as tall as its labels need; none is left away, and a thin line leads from a label to its dot.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Align2, Galley, Pos2, Rect, Stroke, Vec2};
use egui_plot::LineStyle;

use crate::figure::pages::Item;
use crate::figure::{Fill, MarkOutline, Owner, SlopeEnd, SlopeGroup, SlopeLine};
use crate::model::OpenSide;
use crate::theme::{Type, space};

use super::Drawing;
use super::labels::{Wish, apart};
use super::marks::{ArrowDirection, DOT_RADIUS, Marks, STUB, WAY};
use super::plot::still_plot;

/// Between an axis and its labels, for the lines that lead to them.
const LEAD: f32 = 28.0;
/// A page narrower than this is narrow, in points.
const NARROW: f32 = 400.0;
/// The axes are at least this far apart.
const LEAST_INNER: f32 = 60.0;
/// The axes are at least this tall.
const LEAST_HEIGHT: f32 = 280.0;
/// A group of few lines needs less.
const LEAST_HEIGHT_OF_FEW: f32 = 160.0;
/// Up to this many lines are few.
const FEW: usize = 4;
/// More lines than this have their periods beside the names.
const MANY: usize = 12;
/// Between two labels.
const BETWEEN: f32 = 3.0;
/// Room within the plot beyond the axes, so that no dot is cut off.
const RIM: f32 = 22.0;

/// Before or after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SlopeSide {
    Before,
    After,
}

/// Where a label's period stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PeriodOn {
    /// On a line of its own, which leaves the lines more width.
    Below,
    /// On the same line, which leaves the labels more height.
    Beside,
}

/// A label with the place of its dot, in points from the top of the axes.
struct Label<'f> {
    line: &'f SlopeLine,
    galley: Arc<Galley>,
    /// Where its dot is.
    dot: f32,
    /// Where its middle stands.
    middle: f32,
}

impl Drawing<'_, '_> {
    /// Draws groups of slopes one below the other; gives the y where they end.
    pub(super) fn slopes(&mut self, groups: &[SlopeGroup], origin: Pos2, width: f32) -> f32 {
        let mut y = origin.y;
        for (index, group) in groups.iter().enumerate() {
            if index > 0 {
                y += space::L;
            }
            let top = y;
            y = self.slope_group(group, index, Pos2::new(origin.x, y), width);
            let (outcomes, height) = (group.lines.len(), y - top + space::L);
            self.measured.items.push(Item { outcomes, height, group: index, heading: 0.0 });
        }
        y
    }

    fn slope_group(&mut self, group: &SlopeGroup, index: usize, origin: Pos2, width: f32) -> f32 {
        let tokens = self.setting.tokens;
        let mut y = origin.y;
        if !group.heading.is_empty() {
            let at = Pos2::new(origin.x, y);
            y = self.paragraph(at, &group.heading, Type::Small.bold(), tokens.quiet, width) + 2.0;
            self.ui.painter().hline(origin.x..=origin.x + width, y, Stroke::new(1.0, tokens.line));
            y += space::S;
        }
        let at = Pos2::new(origin.x, y);
        y = self.paragraph(at, &group.title, Type::Small.bold(), tokens.ink, width) + space::XS;

        // On a narrow page the words need the room of the lines that lead to them.
        let least_lead = if width < NARROW { LEAD / 2.0 } else { LEAD };
        let most = ((width - 2.0 * least_lead - LEAST_INNER) / 2.0).min(width * 0.38);
        let galleys = |end: SlopeSide, lines: PeriodOn| -> Vec<(&SlopeLine, Arc<Galley>)> {
            group.lines.iter().map(|line| (line, self.end_label(line, end, most, lines))).collect()
        };
        let (mut before, mut after) =
            (galleys(SlopeSide::Before, PeriodOn::Below), galleys(SlopeSide::After, PeriodOn::Below));
        if group.lines.len() > MANY {
            (before, after) =
                (galleys(SlopeSide::Before, PeriodOn::Beside), galleys(SlopeSide::After, PeriodOn::Beside));
        }
        let widest = |labels: &[(&SlopeLine, Arc<Galley>)]| {
            labels.iter().map(|(_, galley)| galley.size().x).fold(0.0, f32::max).ceil()
        };
        let (wide_before, wide_after) = (widest(&before), widest(&after));
        let needed = |labels: &[(&SlopeLine, Arc<Galley>)]| {
            labels.iter().map(|(_, galley)| galley.size().y + BETWEEN).sum::<f32>()
        };
        let least = if group.lines.len() < FEW { LEAST_HEIGHT_OF_FEW } else { LEAST_HEIGHT };
        let height = needed(&before).max(needed(&after)).max(least);
        let before = placed(group, before, SlopeSide::Before, height);
        let after = placed(group, after, SlopeSide::After, height);
        // The further a label was pushed, the more room its line has to lead there.
        let pushed = before.iter().chain(&after).map(|label| (label.dot - label.middle).abs()).fold(0.0, f32::max);
        let spare = (width - wide_before - wide_after - 2.0 * least_lead - LEAST_INNER).max(0.0);
        let lead = least_lead + (pushed * 0.12).min(spare * 0.16);
        let left = origin.x + wide_before + lead;
        let right = origin.x + width - wide_after - lead;
        y = self.axis_titles(group, y, (origin.x, left), (right, origin.x + width)) + RIM;

        self.slope_emphases(&before, (origin.x, left - lead), y);
        self.slope_emphases(&after, (right + lead, origin.x + width), y);
        let axes = Rect::from_min_max(Pos2::new(left, y), Pos2::new(right, y + height));
        self.slope_plot(group, index, axes, lead, [&before, &after]);
        for (labels, x) in [(&before, left - lead), (&after, right + lead)] {
            for label in labels {
                let corner = Pos2::new(x, y + label.middle - label.galley.size().y / 2.0);
                self.ui.painter().galley(corner, label.galley.clone(), tokens.ink);
            }
        }
        for label in &before {
            let rect = label_rect(label, (origin.x, left - lead), y);
            self.datum(rect, &label.line.outcome, &label.line.spoken);
        }
        for label in &after {
            let rect = label_rect(label, (right + lead, origin.x + width), y);
            self.also_datum(rect, &label.line.outcome, &label.line.spoken);
        }
        y + height + RIM + Type::Small.size() + space::S
    }

    /// The level nearest to the axis, then whose it is, and the period below.
    fn end_label(&self, line: &SlopeLine, end: SlopeSide, most: f32, on: PeriodOn) -> Arc<Galley> {
        let tokens = self.setting.tokens;
        let (slope_end, align) = match end {
            SlopeSide::Before => (&line.before, Align::RIGHT),
            SlopeSide::After => (&line.after, Align::LEFT),
        };
        let number = (slope_end.label.as_str(), TextFormat::simple(Type::Body.bold(), tokens.ink));
        let face = if line.owner == Owner::Own { Type::Body.bold() } else { Type::Body.regular() };
        let name = (line.label.as_str(), TextFormat::simple(face, tokens.ink));
        let period = (slope_end.period.as_str(), TextFormat::simple(Type::Small.regular(), tokens.quiet));
        let mut parts = vec![name, number];
        if on == PeriodOn::Beside && !slope_end.period.is_empty() {
            parts.insert(0, period.clone());
        }
        if end == SlopeSide::After {
            parts.reverse();
        }
        let mut job = LayoutJob::default();
        for (index, (words, format)) in parts.into_iter().enumerate() {
            job.append(if index > 0 { "  " } else { "" }, 0.0, format.clone());
            job.append(words, 0.0, format);
        }
        if on == PeriodOn::Below && !slope_end.period.is_empty() {
            job.append(&format!("\n{}", period.0), 0.0, period.1);
        }
        job.wrap.max_width = most;
        job.halign = align;
        self.ui.painter().layout_job(job)
    }

    /// The words above the two axes; gives the y where they end.
    fn axis_titles(&self, group: &SlopeGroup, y: f32, before: (f32, f32), after: (f32, f32)) -> f32 {
        let tokens = self.setting.tokens;
        let pen = self.pen();
        // Each has its labels' width and up to the middle between the axes, so that the two never meet.
        let half = (after.0 - before.1) / 2.0 - 6.0;
        let left = before.1 + half.min(30.0);
        let right = after.0 - half.min(30.0);
        let font = Type::Body.bold();
        let words = pen.wrapped(&group.before_title, font.clone(), tokens.ink, left - before.0, Align::RIGHT);
        let bottom = pen.right_paragraph(Pos2::new(left, y), words, tokens.ink);
        let words = pen.wrapped(&group.after_title, font, tokens.ink, after.1 - right, Align::LEFT);
        bottom.max(pen.right_paragraph(Pos2::new(right, y), words, tokens.ink))
    }

    fn slope_emphases(&self, labels: &[Label<'_>], across: (f32, f32), top: f32) {
        for label in labels {
            if let Some(fill) = self.emphasis(&label.line.outcome) {
                self.ui.painter().rect_filled(label_rect(label, across, top), 4.0, fill);
            }
        }
    }

    /// The axes, the lines and their dots, and the lines that lead to the labels.
    fn slope_plot(&mut self, group: &SlopeGroup, index: usize, axes: Rect, lead: f32, ends: [&[Label<'_>]; 2]) {
        let tokens = self.setting.tokens;
        let rect = axes.expand2(Vec2::new(lead, RIM));
        let (left, right) = (lead, lead + axes.width());
        let height = rect.height();
        // Upwards from the bottom of the plot, as marks are.
        let up = |from_top: f32| height - RIM - from_top;
        let mut marks = Marks::new(tokens);
        let edge = Stroke::new(1.5, tokens.edge);
        for x in [left, right] {
            marks.path(&[[x, up(axes.height())], [x, up(0.0)]], edge, LineStyle::Solid);
        }
        let zero = up(level(group, zero_of(group), axes.height()));
        let (thick, colour) = if has_two_sides(group) { (1.5, tokens.edge) } else { (1.0, tokens.grid) };
        marks.path(&[[left, zero], [right, zero]], Stroke::new(thick, colour), LineStyle::Solid);
        for (labels, x, side) in [(ends[0], left, -1.0_f32), (ends[1], right, 1.0)] {
            for label in labels {
                if (label.dot - label.middle).abs() > 2.0 {
                    let near = [x + side * (DOT_RADIUS + 4.0), up(label.dot)];
                    let far = [x + side * (lead - 3.0), up(label.middle)];
                    marks.path(&[near, far], Stroke::new(1.0, tokens.edge), LineStyle::Solid);
                }
            }
        }
        for line in &group.lines {
            let look = line.after.look;
            let style = if look.fill == Fill::Hatched { LineStyle::Dashed { length: 6.0 } } else { LineStyle::Solid };
            let colour = marks.colour(look.tone);
            // Of a range both ends have their line: what was counted lies between the two.
            let is_range = line.before.high.is_some() || line.after.high.is_some();
            let style = if is_range { LineStyle::Dashed { length: 3.0 } } else { style };
            for ends in lines_of(line) {
                let [from, to] = ends.map(|at| up(level(group, at, axes.height())));
                marks.path(&[[left, from], [right, to]], Stroke::new(WAY, colour), style);
            }
        }
        for line in &group.lines {
            for (end, x) in [(&line.before, left), (&line.after, right)] {
                let high = end.high.map(|high| up(level(group, high, axes.height())));
                end_mark(&mut marks, end, x, up(level(group, end.at, axes.height())), high);
            }
        }
        let salt = format!("slopes-{index}");
        still_plot(self.ui, rect, &salt, 0.0..=f64::from(rect.width()), 0.0..=f64::from(height), marks.items);
        let zero = group.axis.ticks.iter().find(|tick| tick.at == 0.0);
        if let Some(tick) = zero.filter(|_| has_two_sides(group)) {
            self.zero_label(group, &tick.label, axes);
        }
        // The arrow of a bound and a dotted outline may reach below the axes.
        let reaches_below = |end: &SlopeEnd| end.open == OpenSide::Below || end.look.outline == MarkOutline::Dotted;
        let reaches = group.lines.iter().any(|line| reaches_below(&line.before) || reaches_below(&line.after));
        let below = if reaches { RIM - 2.0 } else { DOT_RADIUS + 3.0 };
        if let Some(zero) = zero.filter(|_| group.axis.low >= 0.0) {
            for x in [axes.left(), axes.right()] {
                let at = Pos2::new(x, axes.bottom() + below);
                self.pen().line(at, Align2::CENTER_TOP, &zero.label, Type::Small.regular(), tokens.quiet);
            }
        }
    }

    /// The words of a zero line that runs between the axes, where most lines keep clear of them.
    fn zero_label(&self, group: &SlopeGroup, words: &str, axes: Rect) {
        let tokens = self.setting.tokens;
        let zero = level(group, zero_of(group), axes.height());
        let clear = |across: f32| {
            let heights = group.lines.iter().flat_map(lines_of).map(|[from, to]| {
                let [from, to] = [from, to].map(|at| level(group, at, axes.height()));
                (from + (to - from) * across - zero).abs()
            });
            heights.fold(f32::INFINITY, f32::min)
        };
        let places = (3..=7_u8).map(|tenth| f32::from(tenth) / 10.0);
        let across = places.max_by(|a, b| clear(*a).total_cmp(&clear(*b))).unwrap_or(0.5);
        let at = Pos2::new(axes.left() + across * axes.width(), axes.top() + zero);
        let width = self.pen().width(words, Type::Small.regular());
        // No line runs through words.
        let behind = Rect::from_center_size(at, Vec2::new(width + 6.0, Type::Small.size()));
        self.ui.painter().rect_filled(behind, 0.0, tokens.surface);
        self.pen().line(at, Align2::CENTER_CENTER, words, Type::Small.regular(), tokens.quiet);
    }
}

/// Where zero stands, or the end of the axis nearest to it.
fn zero_of(group: &SlopeGroup) -> f64 {
    0.0_f64.clamp(group.axis.low, group.axis.high.max(group.axis.low))
}

/// Whether levels lie below zero, so that the zero line is not the foot of the axes.
fn has_two_sides(group: &SlopeGroup) -> bool {
    group.axis.low < 0.0
}

/// The lines of an outcome: one, or, where an end is a range, one between the lower and one between the upper ends.
fn lines_of(line: &SlopeLine) -> Vec<[f64; 2]> {
    let low = [line.before.at, line.after.at];
    let high = [line.before.high.unwrap_or(line.before.at), line.after.high.unwrap_or(line.after.at)];
    let is_range = line.before.high.is_some() || line.after.high.is_some();
    if is_range { vec![low, high] } else { vec![low] }
}

/// Where the words of an end would like to stand: at its dot, or halfway between the two ends of a range.
fn beside(end: &SlopeEnd) -> f64 {
    f64::midpoint(end.at, end.high.unwrap_or(end.at))
}

/// How far a level is from the top of the axes.
fn level(group: &SlopeGroup, at: f64, height: f32) -> f32 {
    let span = group.axis.high - group.axis.low;
    let share = if span > 0.0 { (group.axis.high - at) / span } else { 1.0 };
    share.clamp(0.0, 1.0) as f32 * height
}

/// The labels of one axis, pushed apart; among equal levels the one whose other end is higher stands higher.
fn placed<'f>(
    group: &SlopeGroup,
    labels: Vec<(&'f SlopeLine, Arc<Galley>)>,
    end: SlopeSide,
    height: f32,
) -> Vec<Label<'f>> {
    let levels = |line: &SlopeLine| match end {
        SlopeSide::Before => (beside(&line.before), beside(&line.after)),
        SlopeSide::After => (beside(&line.after), beside(&line.before)),
    };
    let mut sorted = labels;
    sorted.sort_by(|(a, _), (b, _)| {
        let (a_here, a_there) = levels(a);
        let (b_here, b_there) = levels(b);
        b_here.total_cmp(&a_here).then_with(|| b_there.total_cmp(&a_there)).then_with(|| a.label.cmp(&b.label))
    });
    let wish = |(line, galley): &(&SlopeLine, Arc<Galley>)| Wish {
        middle: level(group, levels(line).0, height),
        height: galley.size().y + BETWEEN,
    };
    let wishes: Vec<Wish> = sorted.iter().map(wish).collect();
    // A label at the very top or bottom may stand half outside the axes, where its dot is.
    let half = |wish: Option<&Wish>| wish.map_or(0.0, |wish| (wish.height / 2.0).min(RIM - 4.0));
    let middles = apart(&wishes, -half(wishes.first()), height + half(wishes.last()));
    sorted
        .into_iter()
        .zip(wishes.iter().map(|wish| wish.middle))
        .zip(middles)
        .map(|(((line, galley), dot), middle)| Label { line, galley, dot, middle })
        .collect()
}

fn label_rect(label: &Label<'_>, (left, right): (f32, f32), top: f32) -> Rect {
    let height = label.galley.size().y;
    Rect::from_min_size(Pos2::new(left, top + label.middle - height / 2.0), Vec2::new(right - left, height))
}

fn end_mark(marks: &mut Marks<'_>, end: &SlopeEnd, x: f32, up: f32, high: Option<f32>) {
    if let Some(high) = high {
        let colour = marks.colour(end.look.tone);
        marks.path(&[[x, up], [x, high]], Stroke::new(WAY, colour), LineStyle::Dashed { length: 4.0 });
        marks.dot(x, high, end.look);
    }
    marks.dot(x, up, end.look);
    let away = DOT_RADIUS + STUB / 2.0 + if end.look.outline == MarkOutline::Dotted { 2.0 } else { 0.0 };
    let colour = marks.colour(end.look.tone);
    match end.open {
        OpenSide::Neither => {}
        OpenSide::Above => marks.arrow(x, up + away, ArrowDirection::Up, colour),
        OpenSide::Below => marks.arrow(x, up - away, ArrowDirection::Down, colour),
    }
}
