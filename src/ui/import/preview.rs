//! The first rows of a table with their numbers in the file, and above each column what it is taken for. Only what is in sight is drawn.

use egui::accesskit::Role;
use egui::{Align, Align2, Id, Layout, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

use crate::app::{ColumnChoice, ImportResult, ImportStep, ShownColumn, ShownTable};
use crate::say;
use crate::theme::Type;

use super::ImportForm;
use crate::ui::controls::{quiet, selector, selector_ui};

/// The width of a column and of the numbers of rows, the height of a row and of what stands above the columns, in points.
const COLUMN: f32 = 152.0;
const NUMBER: f32 = 54.0;
const ROW: f32 = 20.0;
const HEAD: f32 = 50.0;
/// How many columns beyond those in sight have their box, so that Tab comes to the next one.
const BEYOND: usize = 2;

/// A column by its letters and its heading.
fn name_of(column: &ShownColumn) -> String {
    if column.heading.is_empty() {
        column.letter.clone()
    } else {
        say!("import-window-column", letter = column.letter.as_str(), heading = column.heading.as_str())
    }
}

/// A table by its file and its sheet.
fn title_of(table: &ShownTable) -> String {
    if table.sheet.is_empty() {
        table.file.clone()
    } else {
        say!("import-window-table-name", file = table.file.as_str(), sheet = table.sheet.as_str())
    }
}

impl ImportForm<'_> {
    /// Which table is shown, which sheet is read, and how many rows there are.
    pub(super) fn tables_ui(&mut self, ui: &mut Ui, result: &ImportResult) {
        let tables = &result.draft.shown;
        ui.horizontal_wrapped(|ui| {
            if tables.len() > 1 {
                let choices: Vec<(usize, String)> =
                    tables.iter().enumerate().map(|(nth, table)| (nth, title_of(table))).collect();
                ui.label(say!("import-window-table"));
                if let Some(nth) = selector(ui, say!("import-window-table"), 300.0, &self.dialog.table, &choices) {
                    self.steps.push(ImportStep::ShowTable(nth));
                }
            }
            if !result.draft.sheets.is_empty() {
                let mut names: Vec<&String> = result.draft.sheets.iter().map(|(_, sheet)| sheet).collect();
                names.dedup();
                let all = (String::new(), say!("import-window-all-sheets").to_owned());
                let choices: Vec<(String, String)> =
                    [all].into_iter().chain(names.into_iter().map(|name| (name.clone(), name.clone()))).collect();
                ui.label(say!("import-window-sheet"));
                let chosen = &self.dialog.profile.sheet;
                if let Some(sheet) = selector(ui, say!("import-window-sheet"), 180.0, chosen, &choices) {
                    self.steps.push(ImportStep::SetSheet(sheet));
                }
            }
            if let Some(table) = self.dialog.shown() {
                let (rows, shown) = (table.of_rows, table.rows.len().min(100));
                ui.label(quiet(say!("import-window-rows-shown", rows = rows, shown = shown), self.tokens));
                if table.more_columns > 0 {
                    let more = say!("import-window-more-columns", more = table.more_columns);
                    ui.label(quiet(more, self.tokens));
                }
                self.missing_row_ui(ui, table);
            }
        });
    }

    /// Says that the row of a finding is not shown, as where its column is that of another table.
    fn missing_row_ui(&self, ui: &mut Ui, table: &ShownTable) {
        let Some((row, _)) = self.dialog.row else { return };
        if !table.rows.iter().any(|(number, _)| *number == row) {
            ui.label(quiet(say!("import-window-row-not-shown", row = row.to_string()), self.tokens));
        }
    }

    /// The table itself.
    pub(super) fn grid_ui(&mut self, ui: &mut Ui, result: &ImportResult, height: f32) {
        let Some(table) = result.draft.shown.get(self.dialog.table) else { return };
        let wanted = self.row_to_show(table);
        let size = vec2(NUMBER + COLUMN * table.columns.len() as f32, HEAD + ROW * table.rows.len() as f32);
        egui::Frame::new().stroke(Stroke::new(1.0, self.tokens.edge)).show(ui, |ui| {
            let area = ScrollArea::both().id_salt(("import-grid", self.dialog.table)).max_height(height);
            area.min_scrolled_height(height).auto_shrink([false, false]).show_viewport(ui, |ui, view| {
                let origin = ui.min_rect().min;
                ui.allocate_rect(Rect::from_min_size(origin, size), Sense::hover());
                let _ = ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                    node.set_role(Role::Table);
                    node.set_label(say!("import-window-preview", table = title_of(table)));
                    node.set_row_count(table.of_rows);
                    node.set_column_count(table.columns.len() + table.more_columns);
                });
                if let Some(nth) = wanted {
                    let at = origin + vec2(view.min.x, HEAD + ROW * nth as f32);
                    ui.scroll_to_rect(Rect::from_min_size(at, vec2(1.0, ROW)), Some(Align::Center));
                }
                self.rows_ui(ui, table, origin, view);
                self.heads_ui(ui, table, origin, view);
            });
        });
    }

    /// The row that was asked for since the frame before, as its place among those shown.
    fn row_to_show(&mut self, table: &ShownTable) -> Option<usize> {
        let (row, times) = self.dialog.row?;
        if self.window.rows_asked.replace(times) == Some(times) {
            return None;
        }
        table.rows.iter().position(|(number, _)| *number == row)
    }

    fn rows_ui(&self, ui: &Ui, table: &ShownTable, origin: egui::Pos2, view: Rect) {
        let tokens = self.tokens;
        let first = ((view.min.y / ROW).floor().max(0.0)) as usize;
        let last = ((((view.max.y - HEAD) / ROW).ceil()).max(0.0) as usize).min(table.rows.len());
        let columns = columns_in(view, table.columns.len());
        let within = Rect::from_min_size(origin + view.min.to_vec2(), view.size()).intersect(ui.clip_rect());
        for (nth, (number, cells)) in table.rows.iter().enumerate().take(last).skip(first) {
            let top = origin.y + HEAD + ROW * nth as f32;
            let left = origin.x + view.min.x;
            let rect = Rect::from_min_size(pos2(left, top), vec2(view.width(), ROW));
            let is_heading = table.header == Some(*number);
            let is_asked = self.dialog.row.is_some_and(|(row, _)| row == *number);
            if is_asked {
                ui.painter().rect_filled(rect, 0.0, tokens.selected);
            } else if is_heading {
                ui.painter().rect_filled(rect, 0.0, tokens.surface);
            }
            let response = ui.interact(rect.intersect(within), Id::unique(("import-row", *number)), Sense::hover());
            response.widget_info(|| {
                let cells = cells.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>().join("; ");
                let row = number.to_string();
                let spoken = if is_heading {
                    say!("import-window-heading-row", row = row, cells = cells)
                } else {
                    say!("import-window-row", row = row, cells = cells)
                };
                WidgetInfo::labeled(Role::Row, true, spoken)
            });
            for column in columns.clone() {
                let Some(cell) = cells.get(column).filter(|cell| !cell.is_empty()) else { continue };
                let is_left_out =
                    self.dialog.choice_of(table, column) == ColumnChoice::Role(crate::app::RoleProfile::LeaveOut);
                let at = origin + vec2(NUMBER + COLUMN * column as f32, HEAD + ROW * nth as f32);
                let cell_rect = Rect::from_min_size(at, vec2(COLUMN, ROW));
                let font = if is_heading { Type::Small.bold() } else { Type::Small.regular() };
                let ink = if is_left_out { tokens.quiet } else { tokens.ink };
                let clip = cell_rect.shrink2(vec2(4.0, 0.0)).intersect(within);
                let at = pos2(cell_rect.left() + 4.0, cell_rect.center().y);
                ui.painter().with_clip_rect(clip).text(at, Align2::LEFT_CENTER, cell, font, ink);
            }
            // The number stays in sight while the columns scroll.
            let number_rect = Rect::from_min_size(pos2(left, top), vec2(NUMBER, ROW));
            ui.painter().rect_filled(number_rect, 0.0, if is_asked { tokens.selected } else { tokens.surface });
            let at = pos2(number_rect.right() - 6.0, number_rect.center().y);
            ui.painter().text(at, Align2::RIGHT_CENTER, number, Type::Small.regular(), tokens.quiet);
        }
    }

    /// The columns with their boxes, which stay in sight while the rows scroll.
    fn heads_ui(&mut self, ui: &mut Ui, table: &ShownTable, origin: egui::Pos2, view: Rect) {
        let corner = origin + view.min.to_vec2();
        let head = Rect::from_min_size(corner, vec2(view.width(), HEAD));
        ui.painter().rect_filled(head, 0.0, self.tokens.surface);
        ui.painter().hline(head.x_range(), head.bottom(), Stroke::new(1.0, self.tokens.line));
        let seen = columns_in(view, table.columns.len());
        let (from, to) = (seen.start.saturating_sub(BEYOND), (seen.end + BEYOND).min(table.columns.len()));
        for nth in from..to {
            let Some(column) = table.columns.get(nth) else { continue };
            let at = pos2(origin.x + NUMBER + COLUMN * nth as f32, corner.y);
            let rect = Rect::from_min_size(at, vec2(COLUMN, HEAD)).shrink2(vec2(3.0, 2.0));
            let builder = UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)).id_salt(("head", nth));
            let mut child = ui.new_child(builder);
            let keep = Rect::from_min_max(pos2(corner.x + NUMBER, head.top()), head.max);
            child.set_clip_rect(keep.intersect(ui.clip_rect()));
            self.head_of_ui(&mut child, table, nth, column);
        }
        let corner_rect = Rect::from_min_size(corner, vec2(NUMBER, HEAD));
        ui.painter().rect_filled(corner_rect, 0.0, self.tokens.surface);
    }

    fn head_of_ui(&mut self, ui: &mut Ui, table: &ShownTable, nth: usize, column: &ShownColumn) {
        ui.spacing_mut().item_spacing = Vec2::splat(2.0);
        ui.scope(|ui| {
            ui.spacing_mut().interact_size.y = 0.0;
            ui.horizontal(|ui| {
                ui.label(quiet(&column.letter, self.tokens));
                let words = egui::RichText::new(&column.heading).font(Type::Small.bold());
                ui.add(egui::Label::new(words).truncate().selectable(false));
            });
        });
        let chosen = self.dialog.choice_of(table, nth);
        let name = say!("import-window-role-of", column = name_of(column));
        let mut choices: Vec<(ColumnChoice, String)> =
            ColumnChoice::CHOICES.iter().map(|choice| (*choice, choice.label().to_owned())).collect();
        if chosen == ColumnChoice::Label {
            choices.push((chosen, chosen.label().to_owned()));
        }
        if self.dialog.profile.columns.contains_key(&column.heading) {
            choices.push((ColumnChoice::Understood, ColumnChoice::Understood.label().to_owned()));
        }
        // A column without a heading can't be named in a profile.
        let (picked, response) = ui
            .add_enabled_ui(!column.heading.is_empty(), |ui| selector_ui(ui, &name, COLUMN - 8.0, &chosen, &choices))
            .inner;
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        if let Some(choice) = picked {
            self.steps.push(ImportStep::SetColumn(column.heading.clone(), choice));
        }
    }
}

/// The columns that are in sight.
fn columns_in(view: Rect, count: usize) -> std::ops::Range<usize> {
    let first = ((view.min.x / COLUMN).floor().max(0.0)) as usize;
    let last = (((view.max.x - NUMBER) / COLUMN).ceil().max(0.0)) as usize;
    first.min(count)..last.min(count)
}
