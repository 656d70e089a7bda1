//! Table: every outcome as a row; headings sort, a click selects everywhere.

use egui::accesskit::Role;
use egui::{Align, Layout, Margin, Sense, Stroke, Ui, WidgetInfo};
use egui_extras::{Column, TableBuilder};

use crate::app::{Action, Scope, Way};
use crate::figure::table::{COLUMNS, heading, shown};
use crate::figure::words::sentence_case;
use crate::theme::Type;

use super::controls::{bold, quiet, selector};
use super::shell::Scene;

const ROW: f32 = 27.0;

pub(super) fn bar_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let state = scene.state;
    let mut scopes = vec![(Scope::All, "All outcomes".to_owned()), (Scope::Concept, sentence_case(&state.concept))];
    if let Some(council) = state.council.as_ref().and_then(|id| state.document.dataset.council(id)) {
        scopes.push((Scope::Council, council.name.clone()));
    }
    if let Some(scope) = selector(ui, "Rows of the table", 170.0, &state.table.scope, &scopes) {
        scene.send(Action::FillTable(scope));
    }
    ui.menu_button("Columns", |ui| {
        egui::ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            for (index, column) in COLUMNS.iter().enumerate() {
                let mut on = state.table.columns.contains(&index);
                if ui.checkbox(&mut on, heading(column)).changed() {
                    scene.send(Action::ShowColumn(index));
                }
            }
        });
    });
    if ui.button("Copy as cells").on_hover_text("Paste the table into a spreadsheet").clicked() {
        scene.send(Action::CopyTable);
    }
    ui.label(quiet(format!("{} rows", state.pages.table.len()), scene.tokens));
}

pub(super) fn table_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let state = scene.state;
    let tokens = scene.tokens;
    if state.pages.table.is_empty() {
        ui.add_space(12.0);
        ui.label("No outcome fits. Press Escape to clear the search and the filters.");
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
        let height = ui.available_height();
        egui::ScrollArea::horizontal().id_salt("table-sideways").show(ui, |ui| {
            ui.set_min_height(height);
            let mut builder = TableBuilder::new(ui)
                .id_salt(("table", columns.len()))
                .sense(Sense::click())
                .resizable(true)
                .auto_shrink([false, false])
                .cell_layout(Layout::left_to_right(Align::Center));
            for index in &columns {
                builder = builder.column(Column::initial(width_of(*index)).at_least(44.0).clip(true));
            }
            let table = builder.header(30.0, |mut header| {
                for index in &columns {
                    header.col(|ui| heading_ui(ui, scene, *index));
                }
            });
            table.body(|body| {
                body.rows(ROW, state.pages.table.len(), |mut row| {
                    let number = row.index();
                    let Some(line) = state.pages.table.get(number) else { return };
                    row.set_selected(state.selected.as_ref() == Some(&line.outcome));
                    for index in &columns {
                        row.col(|ui| {
                            let text = line.row.get(*index).map(shown).unwrap_or_default();
                            let response = ui.add(egui::Label::new(&text).truncate().selectable(false));
                            let column = COLUMNS.get(*index).map_or(String::new(), |c| heading(c));
                            let told = if text.is_empty() { "not published" } else { &text };
                            response.widget_info(|| {
                                WidgetInfo::labeled(Role::Cell, true, format!("{column}, row {}: {told}", number + 1))
                            });
                        });
                    }
                    let response = row.response();
                    if response.clicked() {
                        let again = state.selected.as_ref() == Some(&line.outcome);
                        scene.send(Action::Select((!again).then(|| line.outcome.clone())));
                    }
                    response.on_hover_text(&line.spoken);
                });
            });
        });
    });
}

fn heading_ui(ui: &mut Ui, scene: &mut Scene<'_>, index: usize) {
    let Some(column) = COLUMNS.get(index) else { return };
    let mark = match scene.state.table.sorted {
        Some((sorted, Way::Up)) if sorted == index => " ▲",
        Some((sorted, Way::Down)) if sorted == index => " ▼",
        _ => "",
    };
    let text = bold(format!("{}{mark}", heading(column)), Type::Small);
    let button = ui.add(egui::Button::new(text).frame(false).truncate());
    if button.on_hover_text("Sort by this column; again for the other way, and again for the dataset's order").clicked()
    {
        scene.send(Action::SortTable(index));
    }
}

fn width_of(index: usize) -> f32 {
    match COLUMNS.get(index).copied().unwrap_or_default() {
        "programme" | "indicator" | "interval_reason" | "note" | "source" | "locator" => 210.0,
        "council" | "before_period" | "after_period" | "benchmark" | "framework" | "outcome_id" => 150.0,
        "before" | "after" | "stated_change" | "computed_change_percent" => 96.0,
        _ => 86.0,
    }
}
