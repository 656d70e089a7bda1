//! Cells of the table as the keyboard and a screen reader walk them: Tab comes to the table once, arrows go from cell to cell.

use egui::accesskit::Role;
use egui::{Align, Align2, Id, Layout, Rangef, Rect, Sense, Ui, UiBuilder, WidgetInfo};

use crate::draw::roving::{TabStop, Walk, is_around, part, take_walks, tell_ui};
use crate::figure::screen_table::ScreenColumn;
use crate::say;
use crate::theme::Type;

use super::context_menu::MenuTarget;
use super::shell::PanelContext;

/// What the keyboard asks of the table.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct GridKeys {
    /// The row that has to be in view.
    pub scroll_to: Option<usize>,
}

/// Rows on a page.
const PAGE: usize = 10;

/// The cell that the keyboard is at, or comes to first.
fn place(ui: &Ui) -> (usize, usize) {
    ui.data(|data| data.get_temp(Id::unique("table-place"))).unwrap_or_default()
}

fn cell_id((row, column): (usize, usize)) -> Id {
    Id::unique(("table-cell", row, column))
}

/// Makes the surrounding `ui` the table, and carries out the arrow keys.
pub(super) fn walk_ui(ui: &Ui, scene: &PanelContext<'_>, columns: &[usize]) -> GridKeys {
    let rows = scene.state.views.pages.table.len();
    let _ = ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(Role::Table);
        node.set_label(say!("window-table-spoken"));
        node.set_row_count(rows);
        node.set_column_count(columns.len());
    });
    let Some(last) = rows.checked_sub(1) else { return GridKeys::default() };
    let (mut row, mut column) = place(ui);
    (row, column) = (row.min(last), column.min(columns.len().saturating_sub(1)));
    ui.data_mut(|data| data.insert_temp(Id::unique("table-place"), (row, column)));
    let has_focus = ui.memory(|memory| memory.has_focus(cell_id((row, column))));
    let waits = Id::unique("table-waits");
    let left: u8 = ui.data(|data| data.get_temp(waits)).unwrap_or_default();
    if left > 0 {
        // A row that has to be scrolled to is there only in one of the next frames; until then the focus waits for it.
        ui.data_mut(|data| data.insert_temp(waits, left - 1));
        ui.memory_mut(|memory| memory.request_focus(cell_id((row, column))));
        ui.ctx().request_repaint();
        return GridKeys { scroll_to: Some(row) };
    }
    if !has_focus && !is_around(ui) {
        return GridKeys::default();
    }
    let walks = take_walks(ui);
    if walks.is_empty() {
        return GridKeys::default();
    }
    ui.data_mut(|data| data.insert_temp(waits, 2_u8));
    for walk in walks {
        match walk {
            // The first key leads from the pane into the table.
            _ if !has_focus => {}
            Walk::Up => row = row.saturating_sub(1),
            Walk::Down => row = (row + 1).min(last),
            Walk::Left => column = column.saturating_sub(1),
            Walk::Right => column = (column + 1).min(columns.len().saturating_sub(1)),
            Walk::Home => column = 0,
            Walk::End => column = columns.len().saturating_sub(1),
            Walk::PageUp => row = row.saturating_sub(PAGE),
            Walk::PageDown => row = (row + PAGE).min(last),
            Walk::First => row = 0,
            Walk::Last => row = last,
        }
    }
    ui.data_mut(|data| data.insert_temp(Id::unique("table-place"), (row, column)));
    ui.memory_mut(|memory| memory.request_focus(cell_id((row, column))));
    GridKeys { scroll_to: Some(row) }
}

/// The node of a row, which its cells belong to, and whether its outcome is the one that is open.
pub(super) fn row_node(ui: &mut Ui, id: Id, table: Id, number: usize, is_open: bool) {
    let node = UiBuilder::new()
        .scope_id(id)
        .max_rect(ui.max_rect())
        .accessibility_parent(table)
        .accessibility_role(Role::Row)
        .accessibility_label(if is_open {
            say!("window-table-row.open", row = number + 1)
        } else {
            say!("window-table-row", row = number + 1)
        });
    let row = ui.new_child(node);
    let _ = row.ctx().accesskit_node_builder(id, |node| {
        node.set_row_index(number);
        node.set_selected(is_open);
    });
}

/// Whether the cells of a column are numbers, which stand on its right.
pub(super) fn is_of_numbers(column: usize) -> bool {
    // Behind all others stand the values of dates.
    ScreenColumn::ALL.get(column).is_none_or(|column| column.is_of_numbers())
}

/// The unit that the rows from this one on share.
pub(super) fn unit_ui(ui: &Ui, scene: &PanelContext<'_>, number: usize, rect: Rect, seen: Rangef) {
    let unit = scene.state.views.pages.table.get(number).and_then(|row| row.heading.as_deref()).unwrap_or_default();
    let response = ui.interact(rect, Id::unique(("table-unit", number)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, unit));
    let clip = Rect::from_x_y_ranges(seen, ui.clip_rect().y_range());
    let at = egui::pos2(rect.left(), rect.bottom() - 3.0);
    let painter = ui.painter().with_clip_rect(clip);
    painter.text(at, Align2::LEFT_BOTTOM, unit, Type::Small.bold(), scene.tokens.quiet);
}

/// A cell, where it stands and what it says; tells whether it was pressed.
pub(super) fn cell_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    row: Id,
    at: (usize, usize),
    column: usize,
    (rect, text): (Rect, &str),
) -> bool {
    let stop = if place(ui) == at { TabStop::Tab } else { TabStop::Arrows };
    let within = UiBuilder::new().max_rect(rect).accessibility_parent(row).layout(Layout::left_to_right(Align::Center));
    let response = ui.scope_builder(within, |ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        let response = part(ui, rect, cell_id(at), stop);
        super::columns::at_ui(scene, &response, column);
        let is_on_the_right = is_of_numbers(column);
        let column = scene.state.table.heading(column);
        let told = if text.is_empty() { say!("window-table-empty-cell") } else { text };
        let spoken = say!("window-table-cell", column = column.as_str(), row = at.0 + 1, value = told);
        response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &spoken));
        let _ = ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_row_index(at.0);
            node.set_column_index(at.1);
        });
        // Painted: the cell says the words already.
        let mut job = egui::text::LayoutJob::single_section(
            text.to_owned(),
            egui::text::TextFormat::simple(Type::Body.regular(), scene.tokens.ink),
        );
        job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width());
        let galley = ui.painter().layout_job(job);
        // Figures of this face are equally wide, so that those of one unit stand below each other.
        let left = if is_on_the_right { rect.right() - galley.size().x } else { rect.left() };
        let corner = egui::pos2(left, rect.center().y - galley.size().y / 2.0);
        if response.has_focus() && galley.elided {
            // Who works by keyboard need not widen the column to read what is cut off.
            tell_ui(ui, rect, text, scene.tokens);
        }
        ui.painter().galley(corner, galley, scene.tokens.ink);
        ui.allocate_rect(rect, Sense::hover());
        response
    });
    let response = response.inner;
    if let Some(line) = scene.state.views.pages.table.get(at.0) {
        scene.offer_menu(&response, || MenuTarget::Cell(line.outcome.clone(), text.to_owned()));
    }
    response.clicked()
}
