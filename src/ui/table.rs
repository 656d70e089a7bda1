//! Table: every outcome as a row; headings sort, a click selects everywhere.

use egui::accesskit::{Role, SortDirection};
use egui::{Align, Id, Layout, Margin, Rangef, Rect, Sense, Stroke, Ui, UiBuilder, vec2};
use egui_extras::{Column, TableBuilder};

use crate::app::{Action, COLUMN_GAP, ColumnOrder, ColumnStep, Scope};
use crate::figure::screen_table::{COLUMNS, ScreenColumn, heading};
use crate::figure::words::sentence_case;
use crate::say;
use crate::theme::Type;

use super::columns;
use super::controls::{bold, echo, quiet, selector};
use super::empty::ways_out_ui;
use super::focus::is_in;
use super::grid::{cell_ui, is_of_numbers, row_node, unit_ui, walk_ui};
use super::panes::Pane;
use super::rooms::follow_focus;
use super::shell::{Height, PanelContext};

const ROW: f32 = 27.0;
const HEADER: f32 = 30.0;
/// Between two rows.
const LINE_GAP: f32 = 2.0;
/// The first column stands still where it leaves at least this share of the width to the others.
const MOST_FROZEN: f32 = 0.5;
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
            if state.table.scope == Scope::Concept && state.views.date_offer().is_some() {
                ui.separator();
                let mut on = state.table.shows_dates;
                if ui.checkbox(&mut on, say!("window-table-every-date")).changed() {
                    scene.send(Action::ToggleDateColumns);
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
        let columns = state.table.shown();
        // In a low window the table scrolls with the controls above it and keeps a height of its own.
        let height = ui.available_height().clamp(LEAST_HEIGHT, MOST_HEIGHT);
        ui.spacing_mut().item_spacing = vec2(f32::from(COLUMN_GAP), LINE_GAP);
        let seen = Rangef::new(ui.cursor().left(), ui.cursor().left() + ui.available_width());
        let across = (seen.span() - ui.spacing().scroll.allocated_width()).max(0.0) as u16;
        if across != state.table.across() {
            scene.send(Action::Column(ColumnStep::Across(across)));
        }
        let lines = table_lines(scene);
        egui::ScrollArea::horizontal().id_salt("table-sideways").show(ui, |ui| {
            ui.set_min_height(height);
            let walk = walk_ui(ui, scene, &columns);
            let table_id = ui.unique_id();
            let top = ui.cursor().min;
            let frozen = FrozenColumn::of(scene, &columns, seen, top.x);
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
            let line_of = |row: usize| lines.iter().position(|line| *line == TableLine::Outcome(row));
            if let Some(line) = walk.scroll_to.and_then(line_of) {
                builder = builder.scroll_to_row(line, None);
            }
            let table = builder.header(HEADER, |mut header| {
                for (at, index) in columns.iter().enumerate() {
                    header.col(|ui| {
                        let rect = frozen.stand(ui, at);
                        heading_ui(ui, scene, *index, at, rect);
                    });
                }
            });
            let mut pressed = None;
            let mut rules = Vec::new();
            table.body(|body| {
                body.rows(ROW, lines.len(), |mut row| {
                    let (number, is_heading) = match lines.get(row.index()) {
                        Some(TableLine::Outcome(number)) => (*number, false),
                        Some(TableLine::Unit(number)) => (*number, true),
                        None => return,
                    };
                    let Some(line) = state.views.pages.table.get(number) else { return };
                    let is_open = !is_heading && state.views.selected.as_ref() == Some(&line.outcome);
                    row.set_selected(is_open);
                    let row_id = Id::unique(("table-row", number));
                    for (at, index) in columns.iter().enumerate() {
                        row.col(|ui| {
                            let rect = frozen.stand(ui, at);
                            if is_heading {
                                if at == 0 {
                                    unit_ui(ui, scene, number, rect, seen);
                                }
                                return;
                            }
                            if at == 0 {
                                row_node(ui, row_id, table_id, number, is_open);
                            }
                            let text = line.cells.get(*index).map_or("", |cell| cell.text.as_str());
                            let clicked = cell_ui(ui, scene, row_id, (number, at), *index, (rect, text));
                            if clicked {
                                pressed = Some(line.outcome.clone());
                            }
                        });
                    }
                    let response = row.response();
                    rules.push((response.rect.bottom(), is_heading));
                    if is_heading {
                        return;
                    }
                    if response.clicked() {
                        pressed = Some(line.outcome.clone());
                    }
                    echo(response, &line.spoken);
                });
            });
            rules_ui(ui, scene, &rules, top.y + HEADER);
            columns::dividers_ui(ui, scene, top, &frozen);
            if let Some(first) = columns.first()
                && frozen.shift > 0.0
            {
                // The headings that scrolled under it would take its clicks.
                let rect = Rect::from_x_y_ranges(frozen.left..=frozen.right, top.y..=top.y + HEADER);
                if ui.interact(rect, ui.scope_id().with("frozen-heading"), Sense::CLICK).clicked() {
                    scene.send(Action::SortTable(*first));
                }
            }
            follow_sideways(ui, &frozen);
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

/// A line of the table, by the number of its outcome's row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TableLine {
    /// The unit that this row and those below it share.
    Unit(usize),
    /// An outcome.
    Outcome(usize),
}

fn table_lines(scene: &PanelContext<'_>) -> Vec<TableLine> {
    let rows = scene.state.views.pages.table.iter().enumerate();
    rows.flat_map(|(number, row)| {
        let unit = row.heading.is_some().then_some(TableLine::Unit(number));
        unit.into_iter().chain([TableLine::Outcome(number)])
    })
    .collect()
}

/// The first column, which stands still while the others scroll sideways.
pub(super) struct FrozenColumn {
    /// Its left and right edge on screen. Right of it stand the others; where nothing stands still it has no width.
    pub left: f32,
    pub right: f32,
    /// How far it stands right of where it would have scrolled to.
    pub shift: f32,
}

impl FrozenColumn {
    fn of(scene: &PanelContext<'_>, columns: &[usize], seen: Rangef, begin: f32) -> Self {
        let is_council = columns.first() == Some(&ScreenColumn::Council.index());
        let width = columns.first().map_or(0.0, |index| f32::from(scene.state.table.width(*index) + COLUMN_GAP / 2));
        if is_council && columns.len() > 1 && width <= MOST_FROZEN * seen.span() {
            Self { left: seen.min, right: seen.min + width, shift: (seen.min - begin).max(0.0) }
        } else {
            Self { left: seen.min, right: seen.min, shift: 0.0 }
        }
    }

    /// Where a cell stands that was laid out as `ui`; keeps what scrolls from being seen under what stands still.
    fn stand(&self, ui: &mut Ui, at: usize) -> Rect {
        let rect = ui.max_rect();
        if self.shift <= 0.0 {
            return rect;
        }
        let clip = ui.clip_rect();
        if at == 0 {
            let rect = rect.translate(vec2(self.shift, 0.0));
            ui.set_clip_rect(Rect::from_x_y_ranges(rect.x_range(), clip.y_range()));
            return rect;
        }
        let left = clip.left().max(self.right);
        let seen = if left < clip.right() { clip.with_min_x(left) } else { Rect::NOTHING };
        ui.set_clip_rect(seen);
        rect
    }
}

/// A faint line below every row, and a stronger one below the name of a unit.
fn rules_ui(ui: &Ui, scene: &PanelContext<'_>, rules: &[(f32, bool)], top: f32) {
    let seen = ui.clip_rect();
    let painter = ui.painter().with_clip_rect(seen.with_min_y(top));
    for (bottom, is_heading) in rules {
        let colour = if *is_heading { scene.tokens.edge } else { scene.tokens.grid };
        painter.hline(seen.x_range(), bottom + ui.spacing().item_spacing.y / 2.0, Stroke::new(1.0, colour));
    }
}

/// Scrolls sideways to the cell that the keyboard has come to: what scrolls the rows keeps such wishes of its contents to itself.
fn follow_sideways(ui: &Ui, frozen: &FrozenColumn) {
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
        // Of a cell that is wider than the table its beginning; neither the bar that scrolls the rows nor what stands still covers it.
        let bar = ui.spacing().scroll.allocated_width();
        let stands_still = (rect.left() - frozen.left).abs() < 0.5;
        let left = rect.left() - if stands_still { 0.0 } else { frozen.right - frozen.left };
        let across = Rangef::new(left, (rect.right() + bar).min(left + seen.width()));
        ui.scroll_to_rect(Rect::from_x_y_ranges(across, seen.y_range()), None);
    }
}

fn heading_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, index: usize, at: usize, rect: Rect) {
    let column = scene.state.table.heading(index);
    // Before the words, so that it is seen where they are cut.
    let mark = match scene.state.table.sorted {
        Some((sorted, ColumnOrder::Up)) if sorted == index => "▲ ",
        Some((sorted, ColumnOrder::Down)) if sorted == index => "▼ ",
        _ => "",
    };
    let text = bold(format!("{mark}{column}"), Type::Small);
    let layout =
        if is_of_numbers(index) { Layout::right_to_left(Align::Center) } else { Layout::left_to_right(Align::Center) };
    let mut ui = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
    let button = ui.add(egui::Button::new(text).frame(false).truncate());
    columns::at_ui(scene, &button, index);
    let _ = ui.ctx().accesskit_node_builder(button.id, |node| {
        node.set_role(Role::ColumnHeader);
        node.set_label(match scene.state.table.sorted {
            Some((sorted, ColumnOrder::Up)) if sorted == index => {
                say!("window-table-heading.up", column = column.as_str())
            }
            Some((sorted, ColumnOrder::Down)) if sorted == index => {
                say!("window-table-heading.down", column = column.as_str())
            }
            _ => column.clone(),
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
