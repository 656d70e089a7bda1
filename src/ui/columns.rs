//! Widths of the table's columns, as they are seen and changed: the lines between columns, the entries of the menu Columns, how wide a
//! content is. What the widths are stands in the state, whoever changes them.

use egui::accesskit::{self, Live, Role};
use egui::{Color32, CursorIcon, Pos2, Rangef, Rect, Response, Sense, Stroke, Ui, WidgetInfo};

use crate::app::{Action, COMMANDS, ColumnStep, LEAST_WIDTH, MOST_WIDTH};
use crate::say;
use crate::theme::Type;

use super::controls::quiet;
use super::menu;
use super::shell::PanelContext;
use super::table::FrozenColumn;

/// How far from a line the pointer takes hold of it, in points.
const GRIP: f32 = 5.0;
/// What a heading takes beside its words: the blank and the mark that says which way it is sorted.
const SORTED: &str = "▼ ";

/// Tells the state where the keyboard is, or what was clicked, so that steps that name no column are about this one.
pub(super) fn at_ui(scene: &mut PanelContext<'_>, part: &Response, column: usize) {
    if (part.has_focus() || part.clicked()) && scene.state.table.current() != Some(column) {
        scene.send(Action::Column(ColumnStep::At(column)));
    }
}

/// The commands for widths, as entries of a menu.
pub(super) fn entries_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    for command in COMMANDS.iter().filter(|command| matches!(command.action, Action::Column(_))) {
        menu::entry_ui(ui, scene, command);
    }
}

/// What was done with a width: shown beside the number of rows, and spoken when there is time for it.
pub(super) fn said_ui(ui: &mut Ui, scene: &PanelContext<'_>) {
    let said = scene.state.table.said.as_deref().unwrap_or_default();
    // The node is there before it speaks, because a change of its words is what a screen reader hears of.
    let label = ui.label(quiet(said, scene.tokens));
    let _ = ui.ctx().accesskit_node_builder(label.id, |node| {
        node.set_role(Role::Status);
        node.set_label(said);
        node.set_live(Live::Polite);
    });
}

/// The lines right of the columns, which can be dragged and clicked twice, and which a screen reader finds as splitters. `top` is where
/// the table begins. Also measures a column that should be as wide as its content.
pub(super) fn dividers_ui(ui: &Ui, scene: &mut PanelContext<'_>, top: Pos2, frozen: &FrozenColumn) {
    let columns = scene.state.table.shown();
    let gap = ui.spacing().item_spacing.x;
    let lines = Rangef::new(top.y, ui.min_rect().bottom());
    let mut left = top.x;
    let mut fits = scene.requests.fit.filter(|index| columns.contains(index));
    for (at, column) in columns.into_iter().enumerate() {
        let width = scene.state.table.width(column);
        let begin = if at == 0 { left + frozen.shift } else { left };
        let line = begin + f32::from(width) + gap / 2.0;
        // What scrolled under the column that stands still is out of the pointer's reach.
        let is_covered = at > 0 && frozen.shift > 0.0 && line < frozen.right + GRIP;
        let grip = if is_covered {
            Rect::from_min_size(Pos2::new(line, top.y), egui::Vec2::ZERO)
        } else {
            Rect::from_x_y_ranges(line..=line, lines).expand2(egui::vec2(GRIP, 0.0))
        };
        let divider = divider_ui(ui, scene, column, grip);
        step_by_screen_reader(ui, scene, &divider, column);
        if divider.double_clicked() {
            fits = Some(column);
        } else if let Some(pointer) = divider.interact_pointer_pos().filter(|_| divider.dragged()) {
            drag(scene, column, pointer.x - begin - gap / 2.0);
        }
        if !is_covered {
            paint(ui, scene, &divider, line, lines);
        }
        left += f32::from(width) + gap;
    }
    if let Some(index) = fits {
        let width = content_width(ui, scene, index).clamp(f32::from(LEAST_WIDTH), f32::from(MOST_WIDTH));
        scene.send(Action::Column(ColumnStep::Fitted(index, width as u16)));
    }
}

/// The line right of a column: where it is taken hold of, and what a screen reader finds.
fn divider_ui(ui: &Ui, scene: &PanelContext<'_>, index: usize, grip: Rect) -> Response {
    let (column, width) = (scene.state.table.heading(index), scene.state.table.width(index));
    // No stop of the Tab key: who works by keyboard has keys for it in every cell.
    let id = ui.scope_id().with(("divider", index));
    let divider = ui.interact(grip, id, Sense::CLICK | Sense::DRAG);
    let name = say!("window-table-divider", column = column.as_str());
    divider.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, &name));
    let _ = ui.ctx().accesskit_node_builder(divider.id, |node| {
        node.set_description(say!("window-table-divider.hint"));
        node.set_numeric_value(f64::from(width));
        node.set_min_numeric_value(f64::from(LEAST_WIDTH));
        node.set_max_numeric_value(f64::from(MOST_WIDTH));
        node.add_action(accesskit::Action::Increment);
        node.add_action(accesskit::Action::Decrement);
    });
    divider
}

/// What a screen reader asked of the line.
fn step_by_screen_reader(ui: &Ui, scene: &mut PanelContext<'_>, divider: &Response, column: usize) {
    let asked = |action| ui.input(|i| i.num_accesskit_action_requests(divider.id, action));
    let steps = [
        (asked(accesskit::Action::Increment), ColumnStep::Wider),
        (asked(accesskit::Action::Decrement), ColumnStep::Narrower),
    ];
    for (times, step) in steps.into_iter().filter(|(times, _)| *times > 0) {
        scene.actions.push(Action::Column(ColumnStep::At(column)));
        scene.actions.extend(std::iter::repeat_n(Action::Column(step), times));
    }
}

/// The pointer draws the line to where the column would be so many points wide.
fn drag(scene: &mut PanelContext<'_>, column: usize, wanted: f32) {
    let wanted = wanted.clamp(f32::from(LEAST_WIDTH), f32::from(MOST_WIDTH)).round() as u16;
    // A pointer that is held still asks for nothing.
    if wanted != scene.state.table.width(column) {
        scene.actions.push(Action::Column(ColumnStep::To(column, wanted)));
    }
}

fn paint(ui: &Ui, scene: &PanelContext<'_>, divider: &Response, line: f32, lines: Rangef) {
    let is_held = divider.hovered() || divider.dragged();
    if is_held {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeColumn);
    }
    let (width, colour) = if is_held { (2.0, scene.tokens.accent) } else { (1.0, scene.tokens.line) };
    ui.painter().vline(line, lines, Stroke::new(width, colour));
}

/// How wide a column has to be so that nothing in it is cut off, in whole points; all its rows count, also those out of sight.
fn content_width(ui: &Ui, scene: &PanelContext<'_>, index: usize) -> f32 {
    let laid_out = |text: String, font| ui.painter().layout_no_wrap(text, font, Color32::PLACEHOLDER).size().x;
    let head = laid_out(format!("{SORTED}{}", scene.state.table.heading(index)), Type::Small.bold())
        + 2.0 * ui.spacing().button_padding.x;
    let cells =
        scene.state.views.pages.table.iter().filter_map(|line| line.cells.get(index)).map(|cell| cell.text.as_str());
    // Thousands of rows are weighed letter by letter, and only the widest is laid out.
    let font = Type::Body.regular();
    let weight = |text: &str| ui.fonts_mut(|fonts| text.chars().map(|c| fonts.glyph_width(&font, c)).sum::<f32>());
    let widest = cells.map(|text| (weight(text), text)).max_by(|(a, _), (b, _)| a.total_cmp(b));
    let content = widest.map_or(0.0, |(weight, text)| laid_out(text.to_owned(), font.clone()).max(weight));
    head.max(content).ceil() + 1.0
}
