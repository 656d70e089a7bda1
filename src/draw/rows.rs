//! Rows: one outcome a row, its panels aligned, names to the left, every mark with its words.

use std::sync::Arc;

use egui::{Align, Align2, Color32, Galley, Pos2, Rect, Stroke, Vec2};
use egui_plot::LineStyle;

use crate::figure::pages::Item;
use crate::figure::{LevelSlot, Mark, MarkShape, Owner, PanelRole, Row, Rows};
use crate::theme::{Type, space};

use super::labels::Scale;
use super::marks::Marks;
use super::panels::{LadderWords, Names, PanelRect, RowLayout};
use super::plot::still_plot;
use super::row_marks::{GAP, LADDER, Middle, TextRole, ladder, nudge, place_mark, room_of_bar};
use super::{Drawing, OWN_BAR, name_font};

const ROW_HEIGHT: f32 = 42.0;
const BENCHMARK_ROW: f32 = 18.0;
const HEADING_HEIGHT: f32 = 26.0;
/// Over a name that stands above its row.
const ABOVE: f32 = 4.0;

/// Of more rows than this, a screen reader is given those on screen and how many there are.
const MANY_ROWS: usize = 60;

/// A row or heading with its place from the top of the body.
enum RowLine<'f> {
    Heading(&'f str, f32),
    Row(&'f Row, f32, f32),
}

impl Drawing<'_, '_> {
    /// Draws rows; gives the y where they end.
    pub(super) fn rows(&mut self, rows: &Rows, origin: Pos2, width: f32) -> f32 {
        let folded;
        let rows = if self.has_room_for_periods(rows, origin.x, width) {
            rows
        } else {
            folded = rows.with_periods_below_names();
            &folded
        };
        let (names, panels) = if let Some(layout) = &self.measured.rows {
            (layout.names, layout.placed(rows, origin.x))
        } else {
            match self.beside_names(rows, origin.x, width) {
                (names, panels, true) => (Names::Beside(names), panels),
                (.., false) => (Names::Above(width), self.place_panels(rows, origin.x, width).0),
            }
        };
        let (lines, body_height) = self.lines(rows, names, &panels);
        self.measured.items = items(&lines);
        self.measured.rows = Some(RowLayout::of(names, &panels, origin.x));
        let top = origin.y + self.header_height(&panels);
        self.emphases(&lines, origin.x, width, top);
        for index in 0..panels.len() {
            self.panel(&panels, index, &lines, names, (top, body_height));
        }
        self.names(&lines, origin.x, names, (width, top));
        let bottom = top + body_height;
        self.covered = top - origin.y;
        let number = lines.iter().filter(|line| matches!(line, RowLine::Row(..))).count();
        for line in &lines {
            if let RowLine::Row(row, y, height) = line {
                let rect = Rect::from_min_size(Pos2::new(origin.x, top + y), Vec2::new(width, *height));
                if number > MANY_ROWS {
                    self.datum_of_many(rect, &row.outcome, &row.spoken, number);
                } else {
                    self.datum(rect, &row.outcome, &row.spoken);
                }
            }
        }
        self.covered = 0.0;
        let body = Rect::from_min_max(Pos2::new(origin.x, top), Pos2::new(origin.x + width, bottom));
        self.headings(&panels, names, body);
        bottom
    }

    /// Whether periods have a panel of their own: on all pages of a figure, or on none.
    pub(super) fn has_room_for_periods(&self, rows: &Rows, left: f32, width: f32) -> bool {
        match &self.measured.rows {
            Some(layout) => layout.panels.len() == rows.panels.len(),
            None => self.beside_names(rows, left, width).2,
        }
    }

    /// The width of the column of names, the panels beside it, and whether all their words have room.
    fn beside_names<'f>(&self, rows: &'f Rows, left: f32, width: f32) -> (f32, Vec<PanelRect<'f>>, bool) {
        let names = self.name_width(rows, width);
        let (panels, all_fit) = self.place_panels(rows, left + names + space::L, width - names - space::L);
        (names, panels, all_fit)
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

    fn lines<'f>(&self, rows: &'f Rows, names: Names, panels: &[PanelRect<'_>]) -> (Vec<RowLine<'f>>, f32) {
        let mut lines = Vec::new();
        let mut y = 0.0;
        for group in &rows.groups {
            if !group.heading.is_empty() {
                lines.push(RowLine::Heading(&group.heading, y));
                y += HEADING_HEIGHT;
            }
            for row in &group.rows {
                let height = self.row_height(row, names, panels);
                lines.push(RowLine::Row(row, y, height));
                y += height;
            }
        }
        (lines, y + space::XS)
    }

    pub(super) fn remark(&self, words: &str, width: f32) -> Arc<Galley> {
        self.pen().wrapped(words, Type::Small.regular(), self.setting.tokens.quiet, width, Align::LEFT)
    }

    /// A grade in bold, wrapped.
    pub(super) fn grade(&self, words: &str, width: f32) -> Arc<Galley> {
        self.pen().wrapped(words, Type::Body.bold(), self.setting.tokens.ink, width, Align::LEFT)
    }

    /// The name of a row and what stands below it, and how tall both are.
    fn name(&self, row: &Row, names: Names) -> (Arc<Galley>, Option<Arc<Galley>>, f32) {
        let (pen, tokens) = (self.pen(), self.setting.tokens);
        let align = Align::LEFT;
        let label = pen.wrapped(&row.label, name_font(row.owner, Type::Body), tokens.ink, names.width(), align);
        let sublabel = (!row.sublabel.is_empty())
            .then(|| pen.wrapped(&row.sublabel, Type::Small.regular(), tokens.quiet, names.width(), align));
        let tall = label.size().y + sublabel.as_ref().map_or(0.0, |words| words.size().y);
        (label, sublabel, tall)
    }

    /// The height of what stands above the marks of a row.
    fn above(&self, row: &Row, names: Names) -> f32 {
        match names {
            Names::Beside(_) => 0.0,
            Names::Above(_) => ABOVE + self.name(row, names).2,
        }
    }

    fn row_height(&self, row: &Row, names: Names, panels: &[PanelRect<'_>]) -> f32 {
        let above = self.above(row, names);
        let named = if above > 0.0 { 0.0 } else { self.name(row, names).2 + 8.0 };
        // Words in a panel without an axis wrap, those below a ladder too.
        let worded = row.cells.iter().zip(panels).filter(|(_, placed)| placed.scale.is_none()).map(|(cell, placed)| {
            let text = self.remark(&cell.text, placed.width).size().y + 8.0;
            let below = cell.marks.iter().filter(|_| placed.ladder_words == LadderWords::Below);
            below.map(|mark| LADDER + self.grade(&mark.label, placed.width).size().y + 12.0).fold(text, f32::max)
        });
        let periods = row.cells.iter().zip(panels).filter(|(_, placed)| placed.panel.role == PanelRole::Periods);
        let periods = periods.map(|(cell, placed)| self.period_height(cell, placed) + 8.0);
        let named = periods.fold(worded.fold(named, f32::max), f32::max);
        let benchmark = self.benchmark_height(row, panels);
        let with_marks = |placed: &&PanelRect<'_>| placed.panel.role != PanelRole::Periods;
        let labels =
            row.cells.iter().zip(panels).filter(|(_, placed)| with_marks(placed)).flat_map(|(cell, placed)| {
                let wraps = cell.marks.iter().filter(|m| wraps(m) && !is_benchmark(m));
                wraps.map(|mark| self.label(mark, placed.most).size().y + 8.0)
            });
        // Words that take several lines stand in their half of the row.
        let halves = row.cells.iter().zip(panels).flat_map(|(cell, placed)| {
            cell.marks.iter().filter_map(|mark| {
                let (scale, axis) = (placed.scale?, placed.panel.axis.as_ref()?);
                half_of(mark, nudge(&cell.marks, scale))?;
                let room = room_of_bar(mark, scale, axis, placed.width).unwrap_or(placed.most);
                let words = self.label_within(mark, placed.most, room);
                (words.rows.len() > 1).then_some(2.0 * words.size().y + 8.0)
            })
        });
        above + named.max(halves.chain(labels).fold(ROW_HEIGHT, f32::max) + benchmark)
    }

    /// What a row needs below its marks for a benchmark.
    fn benchmark_height(&self, row: &Row, panels: &[PanelRect<'_>]) -> f32 {
        let labels = row.cells.iter().zip(panels).flat_map(|(cell, placed)| {
            let benchmarks = cell.marks.iter().filter(|m| is_benchmark(m));
            benchmarks.map(|mark| self.label(mark, placed.most).size().y)
        });
        labels.fold(0.0, |most, height| most.max(height.max(BENCHMARK_ROW)))
    }

    /// The words beside a mark; those of a bar wrap where they would leave the panel.
    fn label_within(&self, mark: &Mark, most: f32, room: f32) -> Arc<Galley> {
        let galley = self.label(mark, most);
        // The row has grown for words that wrap; only those of bars are fitted here.
        if wraps(mark) || galley.size().x <= room + 1.0 { galley } else { self.label_wrapped(mark, room.max(40.0)) }
    }

    /// The words beside a mark.
    pub(super) fn label(&self, mark: &Mark, most: f32) -> Arc<Galley> {
        self.label_wrapped(mark, if wraps(mark) { most } else { f32::INFINITY })
    }

    fn label_wrapped(&self, mark: &Mark, most: f32) -> Arc<Galley> {
        let role = TextRole::of(mark);
        let colour = match role {
            TextRole::Value => self.setting.tokens.ink,
            TextRole::Remark => self.setting.tokens.quiet,
        };
        self.pen().wrapped(&mark.label, role.font(), colour, most, Align::LEFT)
    }

    /// Whether any of a line can be seen; in a file all of them can.
    fn is_on_screen(&self, line: &RowLine<'_>, top: f32) -> bool {
        let (y, height) = match line {
            RowLine::Heading(_, y) => (*y, HEADING_HEIGHT),
            RowLine::Row(_, y, height) => (*y, *height),
        };
        let seen = self.ui.clip_rect().y_range();
        top + y <= seen.max && top + y + height >= seen.min
    }

    /// The fills behind the selected and the hovered row, put down before any mark.
    fn emphases(&self, lines: &[RowLine<'_>], left: f32, width: f32, top: f32) {
        for line in lines {
            if let RowLine::Row(row, y, height) = line
                && let Some(fill) = self.emphasis(&row.outcome)
            {
                let rect = Rect::from_min_size(Pos2::new(left, top + y), Vec2::new(width, *height));
                self.ui.painter().rect_filled(rect, 6.0, fill);
            }
        }
    }

    fn names(&self, lines: &[RowLine<'_>], left: f32, names: Names, (width, top): (f32, f32)) {
        let tokens = self.setting.tokens;
        let pen = self.pen();
        for line in lines.iter().filter(|line| self.is_on_screen(line, top)) {
            match line {
                RowLine::Heading(words, y) => {
                    let at = Pos2::new(left, top + y + HEADING_HEIGHT - 7.0);
                    // The grid does not run through a heading.
                    let size = egui::vec2(pen.width(words, Type::Small.bold()) + 6.0, Type::Small.size() + 5.0);
                    let behind = Rect::from_min_size(Pos2::new(left, at.y - size.y), size);
                    self.ui.painter().rect_filled(behind, 0.0, tokens.surface);
                    pen.line(at, Align2::LEFT_BOTTOM, words, Type::Small.bold(), tokens.quiet);
                    let rule = top + y + HEADING_HEIGHT - 4.0;
                    self.ui.painter().hline(left..=left + width, rule, Stroke::new(1.0, tokens.line));
                }
                RowLine::Row(row, y, height) => {
                    let (label, sublabel, tall) = self.name(row, names);
                    if row.owner == Owner::Own {
                        let place =
                            Rect::from_min_size(Pos2::new(left - OWN_BAR - 5.0, top + y), Vec2::new(OWN_BAR, *height));
                        self.ui.painter().rect_filled(place.shrink2(Vec2::new(0.0, 3.0)), 1.0, tokens.accent);
                    }
                    match names {
                        Names::Beside(_) => {
                            let mut at = Pos2::new(left, top + y + (height - tall) / 2.0);
                            for words in std::iter::once(label).chain(sublabel) {
                                let below = at.y + words.size().y;
                                self.ui.painter().galley(at, words, tokens.ink);
                                at.y = below;
                            }
                        }
                        Names::Above(_) => {
                            let mut at = Pos2::new(left, top + y + ABOVE);
                            // No line of the grid runs through words.
                            let behind = self.emphasis(&row.outcome).unwrap_or(tokens.surface);
                            for words in std::iter::once(label).chain(sublabel) {
                                let place = Rect::from_min_size(at, words.size());
                                self.ui.painter().rect_filled(place.expand2(Vec2::new(2.0, -1.0)), 0.0, behind);
                                at.y = place.bottom();
                                self.ui.painter().galley(place.min, words, tokens.ink);
                            }
                        }
                    }
                }
            }
        }
    }

    fn panel(
        &mut self,
        panels: &[PanelRect<'_>],
        index: usize,
        lines: &[RowLine<'_>],
        names: Names,
        (top, height): (f32, f32),
    ) {
        let Some(placed) = panels.get(index) else { return };
        let tokens = self.setting.tokens;
        let rect = Rect::from_min_size(Pos2::new(placed.left, top), Vec2::new(placed.width, height));
        let mut marks = Marks::new(tokens);
        if let Some(scale) = placed.scale {
            self.grid_of(placed, scale, rect.height(), &mut marks);
        }
        let base = placed.base();
        let mut words: Vec<(Pos2, Align2, Arc<Galley>, Color32)> = Vec::new();
        for line in lines.iter().filter(|line| self.is_on_screen(line, top)) {
            let RowLine::Row(row, y, row_height) = line else { continue };
            let Some(cell) = row.cells.get(index) else { continue };
            let above = self.above(row, names);
            let (y, row_height) = (y + above, row_height - above);
            let behind = self.emphasis(&row.outcome).unwrap_or(tokens.surface);
            let mut put =
                |x: f32, y: f32, anchor: Align2, galley| words.push((Pos2::new(x, y), anchor, galley, behind));
            let benchmark = if cell.marks.iter().any(is_benchmark) { self.benchmark_height(row, panels) } else { 0.0 };
            let middle = y + (row_height - benchmark) / 2.0;
            let up = height - middle;
            if placed.panel.role == PanelRole::Periods {
                let (at, galley) = self.period(cell, placed, up, &mut marks);
                put(placed.left + at.x, top + height - at.y, Align2::LEFT_TOP, galley);
                continue;
            }
            for mark in &cell.marks {
                match (placed.scale, &placed.panel.axis) {
                    (Some(scale), Some(axis)) => {
                        let below = height - (y + row_height - benchmark / 2.0 - 2.0);
                        let middle = Middle { up, below, nudge: nudge(&cell.marks, scale) };
                        let (at, anchor) = place_mark(&mut marks, mark, scale, axis, middle);
                        if !mark.label.is_empty() {
                            // What the panel has room for on this side is the most that the words may take.
                            let room = if anchor == Align2::LEFT_CENTER { placed.width - at.x } else { at.x };
                            let galley = self.label_within(mark, placed.most, room);
                            let half = half_of(mark, middle.nudge).filter(|_| galley.rows.len() > 1);
                            let (up, anchor) = match half {
                                Some(LevelSlot::Before) => (middle.up, Align2([anchor.x(), Align::BOTTOM])),
                                Some(LevelSlot::After) => (middle.up, Align2([anchor.x(), Align::TOP])),
                                None => (at.y, anchor),
                            };
                            put(placed.left + at.x, top + height - up, anchor, galley);
                        }
                    }
                    _ => {
                        if let MarkShape::Step { step, of } = mark.shape {
                            self.step(placed, mark, (step, of), &mut marks, (top + y, row_height, height - y));
                        }
                    }
                }
            }
            if !cell.text.is_empty() {
                let worded = placed.scale.is_none();
                let x = if worded { placed.left } else { placed.left + base + GAP + 2.0 };
                let galley = self.remark(&cell.text, (rect.right() - x).max(40.0));
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

    /// A ladder with its grade, beside it or below it. `(top, height, up)` are the row's: its top on the page, its height,
    /// and its top from the foot of the panel.
    fn step(
        &self,
        placed: &PanelRect<'_>,
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

    /// Grid and zero line.
    fn grid_of(&self, placed: &PanelRect<'_>, scale: Scale, height: f32, marks: &mut Marks<'_>) {
        let tokens = self.setting.tokens;
        let Some(axis) = &placed.panel.axis else { return };
        // The base line comes first, so that it lies below none; on a line of time no date is more than another.
        let (base, others): (Vec<_>, Vec<_>) = axis.ticks.iter().partition(|tick| axis.is_base(tick));
        for tick in base.iter().chain(&others) {
            let x = scale.points(tick.at);
            let strong = axis.is_base(tick) && placed.panel.role != PanelRole::Periods;
            let (stroke, colour) = if strong { (1.5, tokens.edge) } else { (1.0, tokens.grid) };
            marks.path(&[[x, 0.0], [x, height]], Stroke::new(stroke, colour), LineStyle::Solid);
        }
    }
}

/// The rows with their heights, in the groups that their headings begin.
fn items(lines: &[RowLine<'_>]) -> Vec<Item> {
    let (mut group, mut heading) = (0, 0.0);
    let mut items = Vec::with_capacity(lines.len());
    for line in lines {
        match line {
            RowLine::Heading(..) => (group, heading) = (group + 1, HEADING_HEIGHT),
            RowLine::Row(_, _, height) => items.push(Item { outcomes: 1, height: *height, group, heading }),
        }
    }
    items
}

/// The half of its row that belongs to a mark: to a bar, and to a dot that steps out of the way of another.
fn half_of(mark: &Mark, nudge: f32) -> Option<LevelSlot> {
    match mark.shape {
        MarkShape::Bar { slot, .. } => Some(slot),
        MarkShape::Dot { slot, .. } => (nudge > 0.0).then_some(slot),
        MarkShape::Way { .. }
        | MarkShape::Change { .. }
        | MarkShape::Between { .. }
        | MarkShape::DirectionOnly(_)
        | MarkShape::Benchmark { .. }
        | MarkShape::Period { .. }
        | MarkShape::Step { .. } => None,
    }
}

fn is_benchmark(mark: &Mark) -> bool {
    matches!(mark.shape, MarkShape::Benchmark { .. })
}

/// Whether the words beside a mark may take several lines: those that have a row for themselves.
fn wraps(mark: &Mark) -> bool {
    !matches!(mark.shape, MarkShape::Bar { .. } | MarkShape::Step { .. })
}
