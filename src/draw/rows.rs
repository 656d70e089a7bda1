//! Rows: one outcome a row, its panels aligned, names to the left, every mark with its words.

use egui::{Align, Align2, Color32, Pos2, Rect, Stroke, Vec2};
use egui_plot::LineStyle;

use crate::figure::{Axis, Mark, MarkShape, Panel, Row, Rows, Tick};
use crate::theme::{Type, space};

use super::Drawing;
use super::labels::{LabelRoom, Scale, Side};
use super::marks::Marks;
use super::plot::still_plot;
use super::row_marks::{GAP, Middle, Role, ladder, nudge, place_mark};

const ROW_HEIGHT: f32 = 42.0;
/// Marks stay this far from a panel's edges.
const INSET: f32 = 8.0;
const BENCHMARK_ROW: f32 = 18.0;
const HEADING_HEIGHT: f32 = 26.0;
const HEADER_HEIGHT: f32 = 22.0;
const TICKS_HEIGHT: f32 = 20.0;
const SIDE_WORDS: f32 = 17.0;
/// Where labels do not fit on one line, none takes more than this share of its panel.
const LABEL_SHARE: f32 = 0.42;

/// A row or heading with its place from the top of the body.
enum Line<'f> {
    Heading(&'f str, f32),
    Row(&'f Row, f32, f32),
}

/// A panel's place on the page.
struct Placed<'f> {
    panel: &'f Panel,
    left: f32,
    scale: Option<Scale>,
    width: f32,
    /// The width at which labels wrap; without end where all fit on one line.
    most: f32,
}

impl Placed<'_> {
    /// Where marks begin, in points from the left edge.
    fn base(&self) -> f32 {
        match (self.scale, &self.panel.axis) {
            (Some(scale), Some(axis)) => scale.points(axis.base.clamp(scale.low, scale.high)),
            _ => 0.0,
        }
    }
}

impl Drawing<'_, '_> {
    /// Draws rows; gives the y where they end.
    pub(super) fn rows(&mut self, rows: &Rows, origin: Pos2, width: f32) -> f32 {
        let names = self.name_width(rows, width);
        let panels = self.place_panels(rows, origin.x + names + space::L, width - names - space::L);
        let worded = panels.iter().filter(|p| p.scale.is_none()).map(|p| p.width).fold(f32::INFINITY, f32::min);
        let (lines, body_height) = self.lines(rows, names, worded, &panels);
        let top = origin.y + self.header_height(&panels);
        self.emphases(&lines, origin.x, width, top);
        for index in 0..panels.len() {
            self.panel(&panels, index, &lines, top, body_height);
        }
        self.names(&lines, origin.x, names, width, top);
        let mut bottom = top + body_height;
        if rows.panels.iter().any(|p| p.axis.is_some()) {
            bottom += TICKS_HEIGHT;
        }
        for line in &lines {
            if let Line::Row(row, y, height) = line {
                let rect = Rect::from_min_size(Pos2::new(origin.x, top + y), Vec2::new(width, *height));
                self.datum(rect, &row.outcome, &row.spoken);
            }
        }
        bottom
    }

    /// The width of the column of names: as the longest needs, within reason; longer ones wrap.
    fn name_width(&self, rows: &Rows, width: f32) -> f32 {
        let pen = self.pen();
        let widest = rows
            .groups
            .iter()
            .flat_map(|g| &g.rows)
            .map(|row| {
                let label = pen.width(&row.label, Type::Body.bold());
                label.max(pen.width(&row.sublabel, Type::Small.regular()))
            })
            .fold(90.0, f32::max);
        widest.min((width * 0.28).max(110.0)).ceil() + 2.0
    }

    fn lines<'f>(&self, rows: &'f Rows, names: f32, wrap: f32, panels: &[Placed<'_>]) -> (Vec<Line<'f>>, f32) {
        let mut lines = Vec::new();
        let mut y = 0.0;
        for group in &rows.groups {
            if !group.heading.is_empty() {
                lines.push(Line::Heading(&group.heading, y));
                y += HEADING_HEIGHT;
            }
            for row in &group.rows {
                let height = self.row_height(row, names, wrap, panels);
                lines.push(Line::Row(row, y, height));
                y += height;
            }
        }
        (lines, y + space::XS)
    }

    fn remark(&self, words: &str, width: f32) -> std::sync::Arc<egui::Galley> {
        self.pen().wrapped(words, Type::Small.regular(), self.setting.tokens.quiet, width, Align::LEFT)
    }

    fn row_height(&self, row: &Row, names: f32, wrap: f32, panels: &[Placed<'_>]) -> f32 {
        let pen = self.pen();
        let ink = self.setting.tokens.ink;
        let label = pen.wrapped(&row.label, Type::Body.bold(), ink, names, Align::RIGHT).size().y;
        let sublabel = pen.wrapped(&row.sublabel, Type::Small.regular(), ink, names, Align::RIGHT).size().y;
        let named = label + if row.sublabel.is_empty() { 0.0 } else { sublabel } + 8.0;
        // Words in a panel without an axis wrap; three panels or fewer share what the names leave.
        let worded = row.cells.iter().filter(|c| !c.text.is_empty()).map(|c| self.remark(&c.text, wrap).size().y + 8.0);
        let named = worded.fold(named, f32::max);
        let benchmark = self.benchmark_height(row, panels);
        let labels = row.cells.iter().zip(panels).flat_map(|(cell, placed)| {
            let wraps = cell.marks.iter().filter(|m| wraps(m) && !is_benchmark(m));
            wraps.map(|mark| self.label(mark, placed.most).size().y + 8.0)
        });
        named.max(labels.fold(ROW_HEIGHT, f32::max) + benchmark)
    }

    /// What a row needs below its marks for a benchmark.
    fn benchmark_height(&self, row: &Row, panels: &[Placed<'_>]) -> f32 {
        let labels = row.cells.iter().zip(panels).flat_map(|(cell, placed)| {
            let benchmarks = cell.marks.iter().filter(|m| is_benchmark(m));
            benchmarks.map(|mark| self.label(mark, placed.most).size().y)
        });
        labels.fold(0.0, |most, height| most.max(height.max(BENCHMARK_ROW)))
    }

    /// The words beside a mark.
    pub(super) fn label(&self, mark: &Mark, most: f32) -> std::sync::Arc<egui::Galley> {
        let most = if wraps(mark) { most } else { f32::INFINITY };
        let (font, colour) = match Role::of(mark) {
            Role::Value => (Type::Body.bold(), self.setting.tokens.ink),
            Role::Remark => (Type::Small.regular(), self.setting.tokens.quiet),
        };
        self.pen().wrapped(&mark.label, font, colour, most, Align::LEFT)
    }

    fn place_panels<'f>(&self, rows: &'f Rows, left: f32, width: f32) -> Vec<Placed<'f>> {
        let gaps = space::L * rows.panels.len().saturating_sub(1) as f32;
        let weight: f32 = rows.panels.iter().map(|p| p.weight).sum();
        let mut x = left;
        let mut placed = Vec::new();
        for (index, panel) in rows.panels.iter().enumerate() {
            let panel_width = ((width - gaps) * panel.weight / weight.max(0.01)).max(60.0);
            let scaled = panel.axis.as_ref().map(|axis| {
                let (scale, fits) = self.scale(rows, index, panel_width, axis, f32::INFINITY);
                if fits {
                    return (scale, f32::INFINITY);
                }
                let most = panel_width * LABEL_SHARE;
                (self.scale(rows, index, panel_width, axis, most).0, most)
            });
            let (scale, most) = scaled.map_or((None, f32::INFINITY), |(scale, most)| (Some(scale), most));
            placed.push(Placed { panel, left: x, scale, width: panel_width, most });
            x += panel_width + space::L;
        }
        placed
    }

    /// The scale of a panel on which its labels fit, and whether they do.
    fn scale(&self, rows: &Rows, index: usize, width: f32, axis: &Axis, most: f32) -> (Scale, bool) {
        let mut labels = Vec::new();
        for row in rows.groups.iter().flat_map(|g| &g.rows) {
            if let Some(cell) = row.cells.get(index) {
                self.label_rooms(cell, axis, most, &mut labels);
            }
        }
        labels.push(LabelRoom { at: axis.high, points: INSET, side: Side::Right });
        // Bars of levels start at the panel's edge: nothing stands left of zero.
        if axis.low < axis.base || labels.iter().any(|l| l.side == Side::Left) {
            labels.push(LabelRoom { at: axis.low, points: INSET, side: Side::Left });
        }
        let scale = Scale::fitting(axis.low, axis.high, width, &labels);
        (scale, scale.holds(&labels))
    }

    /// The fills behind the selected and the hovered row, put down before any mark.
    fn emphases(&self, lines: &[Line<'_>], left: f32, width: f32, top: f32) {
        for line in lines {
            if let Line::Row(row, y, height) = line
                && let Some(fill) = self.emphasis(&row.outcome)
            {
                let rect = Rect::from_min_size(Pos2::new(left, top + y), Vec2::new(width, *height));
                self.ui.painter().rect_filled(rect, 6.0, fill);
            }
        }
    }

    fn names(&self, lines: &[Line<'_>], left: f32, names: f32, width: f32, top: f32) {
        let tokens = self.setting.tokens;
        let pen = self.pen();
        for line in lines {
            match line {
                Line::Heading(words, y) => {
                    let at = Pos2::new(left, top + y + HEADING_HEIGHT - 7.0);
                    // The grid does not run through a heading.
                    let size = egui::vec2(pen.width(words, Type::Small.bold()) + 6.0, Type::Small.size() + 5.0);
                    let behind = Rect::from_min_size(Pos2::new(left, at.y - size.y), size);
                    self.ui.painter().rect_filled(behind, 0.0, tokens.surface);
                    pen.line(at, Align2::LEFT_BOTTOM, words, Type::Small.bold(), tokens.quiet);
                    let rule = top + y + HEADING_HEIGHT - 4.0;
                    self.ui.painter().hline(left..=left + width, rule, Stroke::new(1.0, tokens.line));
                }
                Line::Row(row, y, height) => {
                    let label = pen.wrapped(&row.label, Type::Body.bold(), tokens.ink, names, Align::RIGHT);
                    let sublabel = pen.wrapped(&row.sublabel, Type::Small.regular(), tokens.quiet, names, Align::RIGHT);
                    let tall = label.size().y + if row.sublabel.is_empty() { 0.0 } else { sublabel.size().y };
                    let right = left + names;
                    let mut at = Pos2::new(right, top + y + (height - tall) / 2.0);
                    at.y = pen.right_paragraph(at, label, tokens.ink);
                    if !row.sublabel.is_empty() {
                        pen.right_paragraph(at, sublabel, tokens.quiet);
                    }
                }
            }
        }
    }

    fn panel(&mut self, panels: &[Placed<'_>], index: usize, lines: &[Line<'_>], top: f32, height: f32) {
        let Some(placed) = panels.get(index) else { return };
        let tokens = self.setting.tokens;
        let rect = Rect::from_min_size(Pos2::new(placed.left, top), Vec2::new(placed.width, height));
        let mut marks = Marks::new(tokens);
        if let Some(scale) = placed.scale {
            self.axis(placed, scale, rect, &mut marks);
        }
        self.header(placed, rect);
        let base = placed.base();
        let mut words: Vec<(Pos2, Align2, std::sync::Arc<egui::Galley>, Color32)> = Vec::new();
        for line in lines {
            let Line::Row(row, y, row_height) = line else { continue };
            let Some(cell) = row.cells.get(index) else { continue };
            let behind = self.emphasis(&row.outcome).unwrap_or(tokens.surface);
            let mut put =
                |x: f32, y: f32, anchor: Align2, galley| words.push((Pos2::new(x, y), anchor, galley, behind));
            let benchmark = if cell.marks.iter().any(is_benchmark) { self.benchmark_height(row, panels) } else { 0.0 };
            let middle = y + (row_height - benchmark) / 2.0;
            let up = height - middle;
            for mark in &cell.marks {
                match (placed.scale, &placed.panel.axis) {
                    (Some(scale), Some(axis)) => {
                        let below = height - (y + row_height - benchmark / 2.0 - 2.0);
                        let middle = Middle { up, below, nudge: nudge(&cell.marks, scale) };
                        let (at, anchor) = place_mark(&mut marks, mark, scale, axis, middle);
                        if !mark.label.is_empty() {
                            put(placed.left + at.x, top + height - at.y, anchor, self.label(mark, placed.most));
                        }
                    }
                    _ => {
                        if let MarkShape::Step { step, of } = mark.shape {
                            let right = ladder(&mut marks, mark, step, of, up);
                            let galley = self.label(mark, f32::INFINITY);
                            put(placed.left + right + GAP, top + middle, Align2::LEFT_CENTER, galley);
                        }
                    }
                }
            }
            if !cell.text.is_empty() {
                let worded = placed.scale.is_none();
                let galley = self.remark(&cell.text, if worded { placed.width } else { f32::INFINITY });
                let x = if worded { placed.left } else { placed.left + base + GAP + 2.0 };
                put(x, top + middle, Align2::LEFT_CENTER, galley);
            }
        }
        let salt = format!("panel-{index}");
        let x_range = 0.0..=f64::from(placed.width);
        still_plot(self.ui, rect, &salt, x_range, 0.0..=f64::from(height), marks.items);
        for (at, anchor, galley, behind) in words {
            let place = anchor.anchor_size(at, galley.size());
            // No line runs through words.
            self.ui.painter().rect_filled(place.expand2(Vec2::new(1.0, -4.0)), 0.0, behind);
            self.ui.painter().galley(place.min, galley, tokens.ink);
        }
    }

    /// Grid, zero line and tick labels; a label that would touch its neighbour is left away, never the end ones' grid.
    fn axis(&self, placed: &Placed<'_>, scale: Scale, rect: Rect, marks: &mut Marks<'_>) {
        let tokens = self.setting.tokens;
        let Some(axis) = &placed.panel.axis else { return };
        let pen = self.pen();
        let mut taken: Vec<(f32, f32)> = Vec::new();
        // The base line's label comes first, so that no other takes its place.
        let is_base = |tick: &Tick| (tick.at - axis.base).abs() < f64::EPSILON;
        let (base, others): (Vec<_>, Vec<_>) = axis.ticks.iter().partition(|tick| is_base(tick));
        for tick in base.iter().chain(&others) {
            let x = scale.points(tick.at);
            let (stroke, colour) = if is_base(tick) { (1.5, tokens.edge) } else { (1.0, tokens.grid) };
            marks.path(&[[x, 0.0], [x, rect.height()]], Stroke::new(stroke, colour), LineStyle::Solid);
            let half = pen.width(&tick.label, Type::Small.regular()) / 2.0;
            let (low, high) = (rect.left() + half - 8.0, rect.right() - half + 8.0);
            let centre = (rect.left() + x).min(high).max(low);
            if taken.iter().all(|(left, right)| centre + half < left - 8.0 || centre - half > right + 8.0) {
                let at = Pos2::new(centre, rect.bottom() + 3.0);
                pen.line(at, Align2::CENTER_TOP, &tick.label, Type::Small.regular(), tokens.quiet);
                taken.push((centre - half, centre + half));
            }
        }
    }

    fn header_height(&self, panels: &[Placed<'_>]) -> f32 {
        let tallest = panels.iter().map(|placed| {
            let title = self.header_title(placed).size().y;
            if self.side_words_beside(placed) { title } else { title + SIDE_WORDS }
        });
        tallest.fold(HEADER_HEIGHT - 6.0, f32::max) + 6.0
    }

    fn header_title(&self, placed: &Placed<'_>) -> std::sync::Arc<egui::Galley> {
        let ink = self.setting.tokens.ink;
        self.pen().wrapped(&placed.panel.title, Type::Small.bold(), ink, placed.width, Align::LEFT)
    }

    /// Whether the words for the two sides stand on the line of the title; true where there are none.
    fn side_words_beside(&self, placed: &Placed<'_>) -> bool {
        let Some((low, high)) = side_words(placed.panel) else { return true };
        let pen = self.pen();
        let needed = pen.width(&low, Type::Small.regular()) + pen.width(&high, Type::Small.regular());
        self.header_title(placed).size().x + 14.0 + needed + 16.0 <= placed.width
    }

    fn header(&self, placed: &Placed<'_>, rect: Rect) {
        let tokens = self.setting.tokens;
        let pen = self.pen();
        let y = rect.top() - 4.0;
        let galley = self.header_title(placed);
        let beside = self.side_words_beside(placed);
        let title_bottom = if beside { y } else { y - SIDE_WORDS };
        let title = Rect::from_min_size(Pos2::new(rect.left(), title_bottom - galley.size().y), galley.size());
        self.ui.painter().galley(title.min, galley, tokens.ink);
        let Some((low, high)) = side_words(placed.panel) else { return };
        let base = rect.left() + placed.base();
        let low_width = pen.width(&low, Type::Small.regular());
        let high_width = pen.width(&high, Type::Small.regular());
        let free_from = if beside { title.right() + 14.0 } else { rect.left() };
        let high_left = (base + 10.0).max(free_from + low_width + 16.0).min(rect.right() - high_width);
        let low_right = (base - 10.0).max(free_from + low_width).min(high_left - 16.0);
        pen.line(Pos2::new(low_right, y), Align2::RIGHT_BOTTOM, &low, Type::Small.regular(), tokens.quiet);
        pen.line(Pos2::new(high_left, y), Align2::LEFT_BOTTOM, &high, Type::Small.regular(), tokens.quiet);
    }
}

/// The words for the two sides of the base line, with their arrows.
fn side_words(panel: &Panel) -> Option<(String, String)> {
    let (low, high) = panel.side_words.as_ref()?;
    Some((format!("← {low}"), format!("{high} →")))
}

fn is_benchmark(mark: &Mark) -> bool {
    matches!(mark.shape, MarkShape::Benchmark { .. })
}

/// Whether the words beside a mark may take several lines: those that have a row for themselves.
fn wraps(mark: &Mark) -> bool {
    !matches!(mark.shape, MarkShape::Bar { .. } | MarkShape::Step { .. })
}
