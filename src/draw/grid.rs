//! Councils side by side: a column a council, a row a concept, and in each cell the small figures of what was published.

use egui::{Pos2, Rect, Stroke, StrokeKind, Vec2};

use crate::figure::comparability::Comparable;
use crate::figure::pages::Item;
use crate::figure::{Grid, GridCell, GridRow, Owner, words};
use crate::theme::{Type, space};

use super::{Drawing, Interactivity, OWN_BAR, name_font};

/// Width of the column that names the rows, as a share of the whole, and its least and greatest width in points.
const NAMES: f32 = 0.2;
const LEAST_NAMES: f32 = 150.0;
const MOST_NAMES: f32 = 260.0;
/// Where cells would be narrower than this beside the names, these stand above their row.
const LEAST_CELL: f32 = 170.0;
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
}

impl GridLayout {
    fn of(columns: usize, left: f32, width: f32) -> Self {
        let count = columns.max(1) as f32;
        let names = (width * NAMES).clamp(LEAST_NAMES, MOST_NAMES);
        let cell = (width - names) / count;
        if cell >= LEAST_CELL {
            Self { names: (left, names), cells: (left + names, cell), is_above: false }
        } else {
            Self { names: (left, width), cells: (left, width / count), is_above: true }
        }
    }

    fn cell(&self, index: usize) -> (f32, f32) {
        (self.cells.0 + index as f32 * self.cells.1 + PADDING, self.cells.1 - 2.0 * PADDING)
    }
}

impl Drawing<'_, '_> {
    /// Draws councils side by side; gives the y where they end.
    pub(super) fn grid(&mut self, grid: &Grid, origin: Pos2, width: f32) -> f32 {
        let tokens = self.setting.tokens;
        let layout = GridLayout::of(grid.columns.len(), origin.x, width);
        let right = origin.x + width;
        let mut y = self.grid_heads(grid, layout, origin.y) + PADDING;
        for (index, column) in grid.columns.iter().enumerate() {
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
            let heights =
                row.cells.iter().enumerate().map(|(index, cell)| self.cell_height(cell, layout.cell(index).1));
            let tallest = heights.fold(0.0, f32::max);
            for (index, cell) in row.cells.iter().enumerate() {
                let (left, wide) = layout.cell(index);
                self.cell(cell, Rect::from_min_size(Pos2::new(left, cells_top), Vec2::new(wide, tallest)));
            }
            y = named.max(cells_top + tallest) + PADDING;
            for index in 0..grid.columns.len() {
                if layout.is_above && index == 0 {
                    continue;
                }
                let x = layout.cells.0 + index as f32 * layout.cells.1;
                self.ui.painter().vline(x, cells_top - PADDING.min(space::XS)..=y, Stroke::new(1.0, tokens.line));
            }
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

    /// The councils' names at the top of their columns; gives the y where they end.
    fn grid_heads(&self, grid: &Grid, layout: GridLayout, top: f32) -> f32 {
        let tokens = self.setting.tokens;
        let mut bottom = top;
        for (index, column) in grid.columns.iter().enumerate() {
            let (left, wide) = layout.cell(index);
            let face = name_font(column.owner, Type::Heading);
            let below = self.paragraph(Pos2::new(left, top), &column.name, face, tokens.ink, wide);
            if column.owner == Owner::Own {
                let bar = Rect::from_min_max(Pos2::new(left - OWN_BAR - 4.0, top), Pos2::new(left - 4.0, below));
                self.ui.painter().rect_filled(bar, 1.0, tokens.accent);
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
        if self.setting.liveness == Interactivity::Static || !is_gone {
            return;
        }
        let band = Rect::from_min_max(Pos2::new(whole.left(), seen), Pos2::new(whole.right(), seen + height));
        self.ui.painter().rect_filled(band, 0.0, self.setting.tokens.surface);
        self.grid_heads(grid, layout, seen + space::XS);
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
        if layout.is_above {
            let beside = width - size.x - 8.0;
            let at = Pos2::new(chip.right() + 8.0, chip.top() + 1.0);
            return self.paragraph(at, &strip.reason, Type::Small.regular(), tokens.ink, beside).max(chip.bottom());
        }
        let at = Pos2::new(left, chip.bottom() + 3.0);
        self.paragraph(at, &words::sentence_case(&strip.reason), Type::Small.regular(), tokens.ink, width)
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
        let heights = cell.tiles.iter().map(|tile| self.inside_height(tile, width, DRAWING));
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
            let height = self.inside_height(tile, rect.width(), DRAWING);
            let inner = Rect::from_min_size(Pos2::new(rect.left(), y), Vec2::new(rect.width(), height));
            if let Some(fill) = self.emphasis(&tile.outcome) {
                self.ui.painter().rect_filled(inner.expand(4.0), 4.0, fill);
            }
            self.inside(tile, inner);
            // An outcome of several councils is one datum, which stands in the column of each.
            if self.walked.outcomes.contains(&tile.outcome) {
                self.also_datum(inner, &tile.outcome, &tile.spoken);
            } else {
                self.datum(inner, &tile.outcome, &tile.spoken);
            }
            y += height + space::S;
        }
    }
}
