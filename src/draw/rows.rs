//! Rows: one outcome a row, its panels aligned, names to the left, every mark with its words.

use egui::{Align, Align2, Pos2, Rect, Stroke, Vec2};
use egui_plot::LineStyle;

use crate::figure::{Mark, MarkShape, Open, Row, Rows, Slot, Tone};
use crate::model::Direction;
use crate::theme::{Type, space};

use super::Drawing;
use super::labels::Scale;
use super::marks::Marks;
use super::panels::{BENCHMARK, DIRECTION_REACH, GAP, LADDER, LadderWords, Measures, Placed, STEP, ladder_width};
use super::plot::still_plot;

const ROW_HEIGHT: f32 = 42.0;
const BENCHMARK_ROW: f32 = 18.0;
const HEADING_HEIGHT: f32 = 26.0;
const TICKS_HEIGHT: f32 = 20.0;
const BAR: f32 = 12.0;

/// A row or heading with its place from the top of the body.
enum Line<'f> {
    Heading(&'f str, f32),
    Row(&'f Row, f32, f32),
}

impl Drawing<'_, '_> {
    /// Draws rows; gives the y where they end.
    pub(super) fn rows(&mut self, rows: &Rows, origin: Pos2, width: f32) -> f32 {
        let names = self.name_width(rows, width);
        let panels = self.place_panels(rows, origin.x + names + space::L, width - names - space::L);
        let (lines, body_height) = self.lines(rows, names, &panels);
        let top = origin.y + self.header_height(&panels);
        self.emphases(&lines, origin.x, width, top);
        for (index, placed) in panels.iter().enumerate() {
            self.panel(placed, index, &lines, top, body_height);
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

    fn lines<'f>(&self, rows: &'f Rows, names: f32, panels: &[Placed<'f>]) -> (Vec<Line<'f>>, f32) {
        let mut lines = Vec::new();
        let mut y = 0.0;
        for group in &rows.groups {
            if !group.heading.is_empty() {
                lines.push(Line::Heading(&group.heading, y));
                y += HEADING_HEIGHT;
            }
            for row in &group.rows {
                let height = self.row_height(row, names, panels);
                lines.push(Line::Row(row, y, height));
                y += height;
            }
        }
        (lines, y + space::XS)
    }

    fn remark(&self, words: &str, width: f32) -> std::sync::Arc<egui::Galley> {
        self.pen().wrapped(words, Type::Small.regular(), self.setting.tokens.quiet, width, Align::LEFT)
    }

    /// A grade in bold, wrapped.
    pub(super) fn grade(&self, words: &str, width: f32) -> std::sync::Arc<egui::Galley> {
        self.pen().wrapped(words, Type::Body.bold(), self.setting.tokens.ink, width, Align::LEFT)
    }

    fn row_height(&self, row: &Row, names: f32, panels: &[Placed<'_>]) -> f32 {
        let pen = self.pen();
        let ink = self.setting.tokens.ink;
        let label = pen.wrapped(&row.label, Type::Body.bold(), ink, names, Align::RIGHT).size().y;
        let sublabel = pen.wrapped(&row.sublabel, Type::Small.regular(), ink, names, Align::RIGHT).size().y;
        let named = label + if row.sublabel.is_empty() { 0.0 } else { sublabel } + 8.0;
        // Words in a panel without an axis wrap, those below a ladder too.
        let worded = row.cells.iter().zip(panels).filter(|(_, placed)| placed.scale.is_none()).map(|(cell, placed)| {
            let text = self.remark(&cell.text, placed.width).size().y + 8.0;
            let below = cell.marks.iter().filter(|_| placed.ladder_words == LadderWords::Below);
            below.map(|mark| LADDER + self.grade(&mark.label, placed.width).size().y + 12.0).fold(text, f32::max)
        });
        let named = worded.fold(named, f32::max);
        let benchmark = row.cells.iter().flat_map(|c| &c.marks).any(|m| matches!(m.shape, MarkShape::Benchmark { .. }));
        let marked = ROW_HEIGHT + if benchmark { BENCHMARK_ROW } else { 0.0 };
        named.max(marked)
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

    fn panel(&mut self, placed: &Placed<'_>, index: usize, lines: &[Line<'_>], top: f32, height: f32) {
        let tokens = self.setting.tokens;
        let rect = Rect::from_min_size(Pos2::new(placed.left, top), Vec2::new(placed.width, height));
        let mut marks = Marks::new(tokens);
        if let Some(scale) = placed.scale {
            self.axis(placed, scale, rect, &mut marks);
        }
        self.header(placed, rect);
        let mut words: Vec<(Pos2, Align2, &str, Role)> = Vec::new();
        for line in lines {
            let Line::Row(row, y, row_height) = line else { continue };
            let Some(cell) = row.cells.get(index) else { continue };
            let has_benchmark = cell.marks.iter().any(|m| matches!(m.shape, MarkShape::Benchmark { .. }));
            let middle = y + (row_height - if has_benchmark { BENCHMARK_ROW } else { 0.0 }) / 2.0;
            for mark in &cell.marks {
                let up = height - middle;
                match placed.scale {
                    Some(scale) => {
                        let (at, anchor, role) = place_mark(&mut marks, mark, scale, placed.measures(), up);
                        let at = Pos2::new(placed.left + at.x, top + height - at.y);
                        words.push((at, anchor, &mark.label, role));
                    }
                    None => {
                        if let MarkShape::Step { step, of } = mark.shape {
                            self.step(placed, mark, (step, of), &mut marks, (top + y, *row_height, height - y));
                        }
                    }
                }
            }
            if !cell.text.is_empty() {
                let zero = placed.scale.map_or(0.0, |s| s.points(0.0_f64.max(s.low)));
                let at = Pos2::new(placed.left + zero + GAP + 2.0, top + middle);
                if placed.scale.is_some() {
                    words.push((at, Align2::LEFT_CENTER, &cell.text, Role::Remark));
                } else {
                    let galley = self.remark(&cell.text, placed.width);
                    let corner = Pos2::new(placed.left, top + middle - galley.size().y / 2.0);
                    self.ui.painter().galley(corner, galley, tokens.quiet);
                }
            }
        }
        let salt = format!("panel-{index}");
        let x_range = 0.0..=f64::from(placed.width);
        still_plot(self.ui, rect, &salt, x_range, 0.0..=f64::from(height), marks.items);
        for (at, anchor, label, role) in words {
            self.beside_mark(rect, at, anchor, label, role);
        }
    }

    /// Words beside a mark; where the panel is too narrow for them they wrap.
    fn beside_mark(&self, panel: Rect, at: Pos2, anchor: Align2, label: &str, role: Role) {
        let tokens = self.setting.tokens;
        let (font, colour) = match role {
            Role::Value => (Type::Body.bold(), tokens.ink),
            Role::Remark => (Type::Small.regular(), tokens.quiet),
        };
        let pen = self.pen();
        let rightwards = anchor == Align2::LEFT_CENTER;
        let room = if rightwards { panel.right() - at.x } else { at.x - panel.left() };
        if pen.width(label, font.clone()) <= room + 1.0 {
            pen.line(at, anchor, label, font, colour);
            return;
        }
        let align = if rightwards { Align::LEFT } else { Align::RIGHT };
        let galley = pen.wrapped(label, font, colour, room.max(40.0), align);
        self.ui.painter().galley(Pos2::new(at.x, at.y - galley.size().y / 2.0), galley, colour);
    }

    /// A ladder with its grade, beside it or below it. `(top, height, up)` are the row's: its top on the page, its height,
    /// and its top from the foot of the panel.
    fn step(
        &self,
        placed: &Placed<'_>,
        mark: &Mark,
        (step, of): (usize, usize),
        marks: &mut Marks<'_>,
        (top, height, up): (f32, f32, f32),
    ) {
        let ink = self.setting.tokens.ink;
        match placed.ladder_words {
            LadderWords::Beside => {
                let right = ladder(marks, mark, step, of, up - height / 2.0);
                let at = Pos2::new(placed.left + right + GAP, top + height / 2.0);
                self.pen().line(at, Align2::LEFT_CENTER, &mark.label, Type::Body.bold(), ink);
            }
            LadderWords::Below => {
                let grade = self.grade(&mark.label, placed.width);
                let above = (height - LADDER - 4.0 - grade.size().y) / 2.0;
                ladder(marks, mark, step, of, up - above - LADDER / 2.0);
                self.ui.painter().galley(Pos2::new(placed.left + 2.0, top + above + LADDER + 4.0), grade, ink);
            }
        }
    }

    /// Grid, zero line and tick labels; a label that would touch its neighbour is left away, never the end ones' grid.
    fn axis(&self, placed: &Placed<'_>, scale: Scale, rect: Rect, marks: &mut Marks<'_>) {
        let tokens = self.setting.tokens;
        let Some(axis) = &placed.panel.axis else { return };
        let pen = self.pen();
        let mut free_from = f32::NEG_INFINITY;
        for tick in &axis.ticks {
            let x = scale.points(tick.at);
            let zero = tick.at == 0.0;
            let (stroke, colour) = if zero { (1.5, tokens.edge) } else { (1.0, tokens.grid) };
            marks.path(&[[x, 0.0], [x, rect.height()]], Stroke::new(stroke, colour), LineStyle::Solid);
            let width = pen.width(&tick.label, Type::Small.regular());
            let centre = (rect.left() + x).max(rect.left() + width / 2.0 - 8.0);
            if centre - width / 2.0 > free_from {
                let at = Pos2::new(centre, rect.bottom() + 3.0);
                pen.line(at, Align2::CENTER_TOP, &tick.label, Type::Small.regular(), tokens.quiet);
                free_from = centre + width / 2.0 + 8.0;
            }
        }
    }
}

/// Whether words are a value or a remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Value,
    Remark,
}

/// Puts a mark down around the height `up`; gives where its words stand.
fn place_mark(marks: &mut Marks<'_>, mark: &Mark, scale: Scale, measures: Measures, up: f32) -> (Pos2, Align2, Role) {
    let zero = scale.points(0.0_f64.clamp(scale.low, scale.high));
    match mark.shape {
        MarkShape::Bar { to, slot, open } => {
            let end = scale.points(to);
            let middle = match slot {
                Slot::Before => up + BAR / 2.0 + 1.5,
                Slot::After => up - BAR / 2.0 - 1.5,
            };
            // A level of zero still shows a line, so that "none" is not mistaken for missing.
            let right = end.max(zero + 1.5);
            let rect = Rect::from_min_max(Pos2::new(zero, middle - BAR / 2.0), Pos2::new(right, middle + BAR / 2.0));
            marks.bar(rect, mark.look);
            let mut label = right + GAP;
            if open == Open::Outwards {
                let colour = marks.colour(mark.look.tone);
                marks.arrow(right + 6.0, middle, super::marks::Way::Right, colour);
                label += 10.0;
            }
            (Pos2::new(label, middle), Align2::LEFT_CENTER, Role::Value)
        }
        MarkShape::Change { to, high, open } => {
            let end = scale.points(to);
            marks.change(zero, end, up, mark.look, open);
            let mut far = end;
            if let Some(high) = high {
                far = scale.points(high);
                marks.range(end, far, up, mark.look);
            }
            across(zero, far - zero, GAP, up, Role::Value)
        }
        MarkShape::DirectionOnly(direction) => {
            let reach = direction.sign() as f32 * DIRECTION_REACH;
            marks.direction(zero, reach, up, mark.look.tone);
            if direction == Direction::Stable {
                return across(zero + 16.0, -1.0, GAP, up, Role::Remark);
            }
            across(zero, reach, GAP, up, Role::Remark)
        }
        MarkShape::Benchmark { at } => {
            let x = scale.points(at);
            let y = up - ROW_HEIGHT / 2.0 - 2.0;
            let colour = marks.colour(Tone::Muted);
            marks.path(&[[zero, y], [x, y]], Stroke::new(1.0, colour), LineStyle::Solid);
            marks.diamond(x, y, colour);
            match measures {
                Measures::Levels => (Pos2::new(x + BENCHMARK + GAP, y), Align2::LEFT_CENTER, Role::Remark),
                Measures::Changes => across(zero, x - zero, GAP, y, Role::Remark),
            }
        }
        MarkShape::Step { .. } => (Pos2::new(zero, up), Align2::LEFT_CENTER, Role::Value),
    }
}

/// At the zero line, on the other side of it than the mark.
fn across(zero: f32, reach: f32, gap: f32, up: f32, role: Role) -> (Pos2, Align2, Role) {
    if reach < 0.0 {
        (Pos2::new(zero + gap, up), Align2::LEFT_CENTER, role)
    } else {
        (Pos2::new(zero - gap, up), Align2::RIGHT_CENTER, role)
    }
}

/// A ladder of grades lying on its side, the lowest to the left; gives its right edge.
fn ladder(marks: &mut Marks<'_>, mark: &Mark, step: usize, of: usize, up: f32) -> f32 {
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
