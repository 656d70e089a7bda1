//! Councils side by side: a column a council, a row a concept, and in each cell the small figures of what was published.

use egui::accesskit::Role;
use egui::{Pos2, Rect, Stroke, StrokeKind, Vec2};

use crate::figure::comparability::{ComparabilityStrip, Comparable};
use crate::figure::pages::Item;
use crate::figure::{Grid, GridCell, GridColumn, GridRow, Owner, words};
use crate::say;
use crate::theme::{Type, space};

use super::roving::{TabStop, part, tell_ui};
use super::{Drawing, Interactivity, OWN_BAR, name_font};

/// Width of the column that names the rows, as a share of the whole, and its least and greatest width in points.
const NAMES: f32 = 0.2;
const LEAST_NAMES: f32 = 150.0;
const MOST_NAMES: f32 = 260.0;
/// Where cells would be narrower than this beside the names, these stand above their row.
const LEAST_CELL: f32 = 170.0;
/// Cells narrower than this stand on two lines.
const LEAST_BESIDE: f32 = 90.0;
/// In a cell narrower than this every point is needed.
const NARROW_CELL: f32 = 130.0;
/// Between a line and what stands next to it.
const PADDING: f32 = 10.0;
/// Height of a drawing in a cell, where its words need no more.
const DRAWING: f32 = 60.0;
/// Height of the box that says that nothing was published.
const GAP_HEIGHT: f32 = 30.0;

/// Where names and cells stand.
#[derive(Clone, Copy)]
struct GridLayout {
    /// Left edge and width of what names a row.
    names: (f32, f32),
    /// Left edge of the first cell, and the width of each.
    cells: (f32, f32),
    is_above: bool,
    /// How many cells stand beside each other; where these are fewer than there are councils, each cell has its council's name.
    per_line: usize,
    is_one_line: bool,
    /// Between a line and what stands next to it across.
    padding: f32,
}

impl GridLayout {
    fn of(columns: usize, left: f32, width: f32) -> Self {
        let count = columns.max(1) as f32;
        let names = (width * NAMES).clamp(LEAST_NAMES, MOST_NAMES);
        let cell = (width - names) / count;
        if cell >= LEAST_CELL {
            Self {
                names: (left, names),
                cells: (left + names, cell),
                is_above: false,
                per_line: columns,
                is_one_line: true,
                padding: PADDING,
            }
        } else {
            let per_line = if width / count < LEAST_BESIDE { columns.div_ceil(2) } else { columns };
            let cell = width / per_line.max(1) as f32;
            let padding = if cell < NARROW_CELL { PADDING / 2.0 } else { PADDING };
            Self {
                names: (left, width),
                cells: (left, cell),
                is_above: true,
                per_line,
                is_one_line: per_line >= columns,
                padding,
            }
        }
    }

    /// Where the column of a cell begins.
    fn left_of(&self, index: usize) -> f32 {
        self.cells.0 + (index % self.per_line.max(1)) as f32 * self.cells.1
    }

    /// Left edge and width of what stands in a cell.
    fn cell(&self, index: usize) -> (f32, f32) {
        (self.left_of(index) + self.padding, self.cells.1 - 2.0 * self.padding)
    }
}

impl Drawing<'_, '_> {
    /// Draws councils side by side; gives the y where they end.
    pub(super) fn grid(&mut self, grid: &Grid, origin: Pos2, width: f32) -> f32 {
        let tokens = self.setting.tokens;
        let layout = GridLayout::of(grid.columns.len(), origin.x, width);
        let right = origin.x + width;
        let is_one_line = layout.is_one_line;
        let heads = if is_one_line { grid.columns.as_slice() } else { &[] };
        let mut y = self.grid_heads(heads, 0, layout, origin.y) + PADDING;
        for (index, column) in heads.iter().enumerate() {
            let (left, wide) = layout.cell(index);
            let rect = Rect::from_min_max(Pos2::new(left, origin.y), Pos2::new(left + wide, y));
            self.heading(rect, index, &column.name);
        }
        let heading = y - origin.y;
        for (number, row) in grid.rows.iter().enumerate() {
            let top = y;
            if !row.topic.is_empty() {
                let at = Pos2::new(origin.x, y + space::M);
                y = self.paragraph(at, &row.topic, Type::Heading.bold(), tokens.ink, width) + space::XS;
                let rect = Rect::from_min_max(at, Pos2::new(right, y));
                self.heading(rect, grid.columns.len() + number, &row.topic);
            }
            self.ui.painter().hline(origin.x..=right, y, Stroke::new(1.0, tokens.line));
            let begin = y + PADDING;
            let named = self.row_names(row, layout, begin);
            let cells_top = if layout.is_above { named + space::XS } else { begin };
            let mut line_top = cells_top;
            let per_line = layout.per_line.max(1);
            for (nth, (cells, columns)) in row.cells.chunks(per_line).zip(grid.columns.chunks(per_line)).enumerate() {
                let first = nth * per_line;
                let top =
                    if is_one_line { line_top } else { self.grid_heads(columns, first, layout, line_top) + space::XS };
                let heights =
                    cells.iter().zip(first..).map(|(cell, index)| self.cell_height(cell, layout.cell(index).1));
                let tallest = heights.fold(0.0, f32::max);
                for (cell, index) in cells.iter().zip(first..) {
                    let (left, wide) = layout.cell(index);
                    self.cell(cell, Rect::from_min_size(Pos2::new(left, top), Vec2::new(wide, tallest)));
                }
                let bottom = top + tallest + PADDING;
                let bottom = if is_one_line { bottom.max(named + PADDING) } else { bottom };
                for index in (first..first + cells.len()).skip(usize::from(layout.is_above)) {
                    let lines = line_top - PADDING.min(space::XS)..=bottom;
                    self.ui.painter().vline(layout.left_of(index), lines, Stroke::new(1.0, tokens.line));
                }
                line_top = bottom;
            }
            y = line_top.max(named + PADDING);
            let outcomes = row.cells.iter().map(|cell| cell.tiles.len()).sum();
            self.measured.items.push(Item {
                outcomes,
                height: y - top,
                group: number,
                heading: if number == 0 { heading } else { 0.0 },
            });
        }
        self.ui.painter().hline(origin.x..=right, y, Stroke::new(1.0, tokens.line));
        self.heads_in_sight(grid, layout, Rect::from_min_max(origin, Pos2::new(right, y)), heading);
        y + space::S
    }

    /// The councils' names at the top of their columns, which are counted from `first`; gives the y where they end.
    fn grid_heads(&self, columns: &[GridColumn], first: usize, layout: GridLayout, top: f32) -> f32 {
        let tokens = self.setting.tokens;
        let mut bottom = top;
        for (column, index) in columns.iter().zip(first..) {
            let (left, wide) = layout.cell(index);
            let face = name_font(column.owner, Type::Heading);
            let name = self.pen().fitted(&column.name, face, tokens.ink, wide, egui::Align::LEFT);
            let below = top + name.size().y;
            self.ui.painter().galley(Pos2::new(left, top), name, tokens.ink);
            if column.owner == Owner::Own {
                let bar = Rect::from_min_max(Pos2::new(left - OWN_BAR - 4.0, top), Pos2::new(left - 4.0, below));
                self.ui.painter().rect_filled(bar, 1.0, tokens.accent);
            }
            if !layout.is_one_line {
                bottom = bottom.max(below);
                continue;
            }
            let below =
                self.paragraph(Pos2::new(left, below), &column.about, Type::Small.regular(), tokens.quiet, wide);
            bottom = bottom.max(below);
        }
        bottom
    }

    /// In the window the names stay at the top while the rows scroll below them.
    fn heads_in_sight(&self, grid: &Grid, layout: GridLayout, whole: Rect, height: f32) {
        let seen = self.ui.clip_rect().top();
        let is_gone = seen > whole.top() && seen + height < whole.bottom();
        if self.setting.liveness == Interactivity::Static || !is_gone || !layout.is_one_line {
            return;
        }
        let band = Rect::from_min_max(Pos2::new(whole.left(), seen), Pos2::new(whole.right(), seen + height));
        self.ui.painter().rect_filled(band, 0.0, self.setting.tokens.surface);
        self.grid_heads(&grid.columns, 0, layout, seen + space::XS);
        self.ui.painter().hline(band.x_range(), band.bottom(), Stroke::new(1.0, self.setting.tokens.edge));
    }

    /// What the row is about and whether its cells may be compared; gives the y where it ends.
    fn row_names(&mut self, row: &GridRow, layout: GridLayout, top: f32) -> f32 {
        let tokens = self.setting.tokens;
        let (left, width) = (layout.names.0, layout.names.1 - if layout.is_above { 0.0 } else { PADDING });
        let mut y = self.paragraph(Pos2::new(left, top), &row.title, Type::Body.bold(), tokens.ink, width);
        if !row.about.is_empty() {
            y = self.paragraph(Pos2::new(left, y), &row.about, Type::Small.regular(), tokens.quiet, width);
        }
        let Some(strip) = &row.answer else { return y };
        let label = strip.answer.label();
        let font = Type::Small.bold();
        let size = Vec2::new(self.pen().width(label, font.clone()) + 12.0, 18.0);
        let chip = Rect::from_min_size(Pos2::new(left, y + 4.0), size);
        let (fill, ink) = match strip.answer {
            Comparable::Yes => (tokens.accent, tokens.on_accent),
            Comparable::WithCare | Comparable::No => (tokens.surface, tokens.ink),
        };
        self.ui.painter().rect(chip, 4.0, fill, Stroke::new(1.0, tokens.accent), StrokeKind::Inside);
        self.pen().line(chip.center(), egui::Align2::CENTER_CENTER, label, font, ink);
        if self.setting.liveness == Interactivity::Interactive {
            self.answer_button(row, strip, chip);
        }
        if layout.is_above {
            let beside = width - size.x - 8.0;
            let at = Pos2::new(chip.right() + 8.0, chip.top() + 1.0);
            return self.paragraph(at, &strip.reason, Type::Small.regular(), tokens.ink, beside).max(chip.bottom());
        }
        let at = Pos2::new(left, chip.bottom() + 3.0);
        self.paragraph(at, &words::sentence_case(&strip.reason), Type::Small.regular(), tokens.ink, width)
    }

    /// The answer of a row leads to its concept in Compare, where it stands with its reasons; under the pointer it is told in full.
    fn answer_button(&mut self, row: &GridRow, strip: &ComparabilityStrip, rect: Rect) {
        let id = self.id.with(("answer", row.concept.as_str()));
        let response = part(self.ui, rect, id, TabStop::Tab).on_hover_cursor(egui::CursorIcon::PointingHand);
        let name = say!("grid-answer-spoken", answer = strip.answer.label(), concept = row.concept.as_str());
        response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, &name));
        let _ = self.ui.ctx().accesskit_node_builder(id, |node| node.set_description(strip.text.as_str()));
        if response.has_focus() {
            tell_ui(self.ui, rect, &strip.text, self.setting.tokens);
        }
        if response.on_hover_text(&strip.text).clicked() {
            self.concept = Some(row.concept.clone());
        }
    }

    fn cell_height(&self, cell: &GridCell, width: f32) -> f32 {
        if cell.tiles.is_empty() {
            let words = self.pen().wrapped(
                &cell.gap,
                Type::Small.regular(),
                self.setting.tokens.quiet,
                width - 16.0,
                egui::Align::LEFT,
            );
            return (words.size().y + 12.0).max(GAP_HEIGHT);
        }
        let heights =
            cell.tiles.iter().map(|tile| self.tile_heights(std::slice::from_ref(tile), width, DRAWING).total());
        heights.sum::<f32>() + space::S * (cell.tiles.len() - 1) as f32
    }

    fn cell(&mut self, cell: &GridCell, rect: Rect) {
        let tokens = self.setting.tokens;
        if cell.tiles.is_empty() {
            let box_height = self.cell_height(cell, rect.width());
            let box_rect = Rect::from_min_size(rect.min, Vec2::new(rect.width(), box_height));
            let corners = [
                box_rect.left_top(),
                box_rect.right_top(),
                box_rect.right_bottom(),
                box_rect.left_bottom(),
                box_rect.left_top(),
            ];
            self.ui.painter().extend(egui::Shape::dashed_line(&corners, Stroke::new(1.0, tokens.edge), 4.0, 3.0));
            let at = box_rect.min + Vec2::new(8.0, 6.0);
            self.paragraph(at, &cell.gap, Type::Small.regular(), tokens.quiet, rect.width() - 16.0);
            return;
        }
        let mut y = rect.top();
        for tile in &cell.tiles {
            let heights = self.tile_heights(std::slice::from_ref(tile), rect.width(), DRAWING);
            let height = heights.total();
            let inner = Rect::from_min_size(Pos2::new(rect.left(), y), Vec2::new(rect.width(), height));
            self.bare_tile(tile, inner, heights);
            y += height + space::S;
        }
    }
}
