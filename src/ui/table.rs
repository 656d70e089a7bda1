//! Table: every outcome as a row; headings sort, a click selects everywhere.

use egui::accesskit::{Role, SortDirection};
use egui::{Align, Id, Layout, Margin, Rangef, Rect, Sense, Stroke, Ui};
use egui_extras::{Column, TableBuilder};

use crate::app::{Action, ColumnOrder, Scope};
use crate::figure::screen_table::{COLUMNS, heading};
use crate::figure::words::sentence_case;
use crate::say;
use crate::theme::Type;

use super::columns;
use super::controls::{bold, echo, quiet, selector};
use super::empty::ways_out_ui;
use super::focus::is_in;
use super::grid::{cell_ui, row_node, walk_ui};
use super::panes::Pane;
use super::rooms::follow_focus;
use super::shell::{Height, PanelContext};

const ROW: f32 = 27.0;
/// The table is at least this tall, and without an end of its own where the whole room scrolls.
const LEAST_HEIGHT: f32 = 150.0;
const MOST_HEIGHT: f32 = 4_000.0;
/// A menu at least this tall shows the commands for widths and columns below them.
const ROOMY_MENU: f32 = 300.0;

pub(super) fn bar_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let state = scene.state;
    let mut scopes =
        vec![(Scope::All, say!("window-table-all").to_owned()), (Scope::Concept, sentence_case(&state.views.concept))];
    if let Some(council) = state.views.council.as_ref().and_then(|id| state.document.dataset.council(id)) {
        scopes.push((Scope::Council, council.name.clone()));
    }
    if let Some(scope) = selector(ui, say!("window-table-scope"), 170.0, &state.table.scope, &scopes) {
        scene.send(Action::FillTable(scope));
    }
    ui.menu_button(say!("window-table-columns"), |ui| {
        // In a low window the menu scrolls.
        let most = (ui.ctx().content_rect().height() - 150.0).clamp(90.0, 420.0);
        egui::ScrollArea::vertical().max_height(most).min_scrolled_height(most.min(90.0)).show(ui, |ui| {
            // Where the menu shows a few lines only, they are the columns it is named after.
            let is_low = most < ROOMY_MENU;
            if !is_low {
                columns::entries_ui(ui, scene);
                ui.separator();
            }
            for (index, column) in COLUMNS.iter().enumerate() {
                let mut on = state.table.columns.contains(&index);
                if ui.checkbox(&mut on, heading(column)).changed() {
                    scene.send(Action::ShowColumn(index));
                }
            }
            if is_low {
                ui.separator();
                columns::entries_ui(ui, scene);
            }
        });
    });
    if ui.button(say!("window-table-copy")).on_hover_text(say!("window-table-copy.hint")).clicked() {
        scene.send(Action::CopyTable);
    }
    if state.table.said.is_none() {
        // What is said of a width takes its place, so that the table does not move down by a line.
        let rows = quiet(say!("window-table-rows", n = state.views.pages.table.len()), scene.tokens);
        ui.add(egui::Label::new(rows).extend());
    }
    columns::said_ui(ui, scene);
}

pub(super) fn table_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let state = scene.state;
    let tokens = scene.tokens;
    if state.views.pages.table.is_empty() {
        ui.add_space(12.0);
        ui.label(if state.document.dataset.outcomes().next().is_none() {
            say!("window-table-no-outcomes")
        } else if state.views.filters.is_active() {
            say!("window-table-nothing-fits")
        } else {
            say!("window-table-nothing-here")
        });
        ways_out_ui(ui, scene);
        return;
    }
    let frame = egui::Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(8)
        .inner_margin(Margin::same(8))
        .outer_margin(Margin { left: 0, right: 10, top: 0, bottom: 4 });
    frame.show(ui, |ui| {
        let columns = state.table.columns.clone();
        // In a low window the table scrolls with the controls above it and keeps a height of its own.
        let height = ui.available_height().clamp(LEAST_HEIGHT, MOST_HEIGHT);
        egui::ScrollArea::horizontal().id_salt("table-sideways").show(ui, |ui| {
            ui.set_min_height(height);
            let walk = walk_ui(ui, scene, &columns);
            let table_id = ui.unique_id();
            let top = ui.cursor().min;
            let mut builder = TableBuilder::new(ui)
                .id_salt("table")
                // For the pointer alone: headings and cells have controls of their own for the keyboard, and a stop of the Tab key
                // around each would have no name and never end.
                .sense(Sense::CLICK)
                // The widths are this application's own, so that keyboard and screen reader can change them as well.
                .resizable(false)
                .animate_scrolling(false)
                .auto_shrink([false, false])
                .cell_layout(Layout::left_to_right(Align::Center));
            for index in &columns {
                builder = builder.column(Column::exact(f32::from(state.table.width(*index))).clip(true));
            }
            if let Some(row) = walk.scroll_to {
                builder = builder.scroll_to_row(row, None);
            }
            let table = builder.header(30.0, |mut header| {
                for (at, index) in columns.iter().enumerate() {
                    header.col(|ui| heading_ui(ui, scene, *index, at));
                }
            });
            let mut pressed = None;
            table.body(|body| {
                body.rows(ROW, state.views.pages.table.len(), |mut row| {
                    let number = row.index();
                    let Some(line) = state.views.pages.table.get(number) else { return };
                    let is_open = state.views.selected.as_ref() == Some(&line.outcome);
                    row.set_selected(is_open);
                    let row_id = Id::unique(("table-row", number));
                    for (at, index) in columns.iter().enumerate() {
                        row.col(|ui| {
                            if at == 0 {
                                row_node(ui, row_id, table_id, number, is_open);
                            }
                            let text = line.cells.get(*index).map_or("", |cell| cell.text.as_str());
                            let clicked = cell_ui(ui, scene, row_id, (number, at), *index, text);
                            if clicked {
                                pressed = Some(line.outcome.clone());
                            }
                        });
                    }
                    let response = row.response();
                    if response.clicked() {
                        pressed = Some(line.outcome.clone());
                    }
                    echo(response, &line.spoken);
                });
            });
            columns::dividers_ui(ui, scene, top);
            follow_sideways(ui);
            if let Some(outcome) = pressed {
                let again = state.views.selected.as_ref() == Some(&outcome);
                scene.send(Action::Select((!again).then_some(outcome)));
            }
        });
    });
    if scene.height == Height::Low {
        follow_focus(ui);
    }
}

/// Scrolls sideways to the cell that the keyboard has come to: what scrolls the rows keeps such wishes of its contents to itself.
fn follow_sideways(ui: &Ui) {
    let Some(id) = ui.memory(egui::Memory::focused) else { return };
    let followed = Id::unique("table-followed");
    if ui.data(|data| data.get_temp(followed)) == Some(id) {
        return;
    }
    // A row that has to be scrolled to first is there in one of the next frames.
    let Some(rect) = ui.ctx().viewport(|viewport| viewport.this_pass.widgets.get(id).map(|widget| widget.rect)) else {
        return;
    };
    ui.data_mut(|data| data.insert_temp(followed, id));
    if is_in(ui.ctx(), Pane::Figure) && id != Pane::Figure.id() {
        let seen = ui.clip_rect();
        // Of a cell that is wider than the table its beginning; the bar that scrolls the rows covers nothing.
        let bar = ui.spacing().scroll.allocated_width();
        let across = Rangef::new(rect.left(), (rect.right() + bar).min(rect.left() + seen.width()));
        ui.scroll_to_rect(Rect::from_x_y_ranges(across, seen.y_range()), None);
    }
}

fn heading_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, index: usize, at: usize) {
    let Some(column) = COLUMNS.get(index) else { return };
    let mark = match scene.state.table.sorted {
        Some((sorted, ColumnOrder::Up)) if sorted == index => " ▲",
        Some((sorted, ColumnOrder::Down)) if sorted == index => " ▼",
        _ => "",
    };
    let text = bold(format!("{}{mark}", heading(column)), Type::Small);
    let button = ui.add(egui::Button::new(text).frame(false).truncate());
    columns::at_ui(scene, &button, index);
    let _ = ui.ctx().accesskit_node_builder(button.id, |node| {
        node.set_role(Role::ColumnHeader);
        node.set_label(match scene.state.table.sorted {
            Some((sorted, ColumnOrder::Up)) if sorted == index => {
                say!("window-table-heading.up", column = heading(column))
            }
            Some((sorted, ColumnOrder::Down)) if sorted == index => {
                say!("window-table-heading.down", column = heading(column))
            }
            _ => heading(column).to_owned(),
        });
        node.set_column_index(at);
        match scene.state.table.sorted {
            Some((sorted, ColumnOrder::Up)) if sorted == index => node.set_sort_direction(SortDirection::Ascending),
            Some((sorted, ColumnOrder::Down)) if sorted == index => node.set_sort_direction(SortDirection::Descending),
            _ => node.clear_sort_direction(),
        }
    });
    if button.on_hover_text(say!("window-table-sort")).clicked() {
        scene.send(Action::SortTable(index));
    }
}
