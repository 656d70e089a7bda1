//! The edges of the panes beside the room, which can be dragged, stepped by keyboard and clicked twice for their usual place.

use egui::accesskit::{self, Role};
use egui::{CursorIcon, FocusDirection, Id, Key, Modifiers, Rect, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::app::{Action, SidePane, State};
use crate::say;

use super::shell::PanelContext;

/// Width of the list of councils and of the outcome, in points.
const USUAL: [f32; 2] = [262.0, 296.0];
/// Below this width of the window both are narrower, so that the figure keeps its room.
pub(super) const NARROW: f32 = 1180.0;
const USUAL_IN_NARROW: [f32; 2] = [196.0, 244.0];
/// The room keeps at least this much, in points.
const LEAST_ROOM: f32 = 360.0;
/// How far from its line an edge can be taken hold of.
const GRIP: f32 = 4.0;
/// How far a key moves an edge.
const STEP: f32 = 16.0;

fn of(pane: SidePane, [list, outcome]: [f32; 2]) -> f32 {
    match pane {
        SidePane::List => list,
        SidePane::Outcome => outcome,
    }
}

/// The width of a pane in a window of this width: as the reader left it, or the usual one.
pub(super) fn width_of(state: &State, pane: SidePane, window: f32) -> f32 {
    let usual = of(pane, if window < NARROW { USUAL_IN_NARROW } else { USUAL });
    match state.window.pane_widths.get(pane) {
        0 => usual,
        chosen => f32::from(chosen).clamp(SidePane::LEAST, most(state, pane, window)),
    }
}

/// The most that a pane may have: the room and the other pane keep theirs.
fn most(state: &State, pane: SidePane, window: f32) -> f32 {
    let other = match pane {
        SidePane::List => SidePane::Outcome,
        SidePane::Outcome => SidePane::List,
    };
    let chosen = state.window.pane_widths.get(other);
    let others = if chosen == 0 { of(other, USUAL_IN_NARROW) } else { f32::from(chosen) };
    (window - LEAST_ROOM - others).max(SidePane::LEAST)
}

/// The edge of a pane that stands at `pane_rect`, in a window of this width.
pub(super) fn splitter_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, pane: SidePane, pane_rect: Rect, window: f32) {
    let (line, outwards) = match pane {
        SidePane::List => (pane_rect.right(), 1.0),
        SidePane::Outcome => (pane_rect.left(), -1.0),
    };
    let grip = Rect::from_x_y_ranges(line..=line, pane_rect.y_range()).expand2(vec2(GRIP, 0.0));
    let response = ui.interact(grip, Id::unique(("splitter", pane)), Sense::click_and_drag());
    let (width, most) = (pane_rect.width(), most(scene.state, pane, window));
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, pane.label()));
    let _ = ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_description(say!("splitter.hint"));
        node.set_numeric_value(f64::from(width));
        node.set_min_numeric_value(f64::from(SidePane::LEAST));
        node.set_max_numeric_value(f64::from(most));
        node.add_action(accesskit::Action::Increment);
        node.add_action(accesskit::Action::Decrement);
    });
    let asked = |action| ui.input(|i| i.num_accesskit_action_requests(response.id, action)) as f32;
    let mut steps = asked(accesskit::Action::Increment) - asked(accesskit::Action::Decrement);
    let mut resets = response.double_clicked();
    if response.has_focus() {
        let pressed = |key| ui.input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key)) as f32;
        let moved = pressed(Key::ArrowRight) - pressed(Key::ArrowLeft);
        steps += moved * outwards;
        resets |= pressed(Key::Home) > 0.0;
        if moved != 0.0 || resets {
            ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        }
    }
    let dragged = response.interact_pointer_pos().filter(|_| response.dragged() && response.drag_delta().x != 0.0);
    let wanted = match dragged {
        Some(pointer) => width + (pointer.x - line) * outwards,
        None => width + steps * STEP,
    };
    let wanted = wanted.clamp(SidePane::LEAST, most).round();
    if resets {
        scene.send(Action::SizePane(pane, 0));
    } else if (wanted - width).abs() >= 1.0 && (dragged.is_some() || steps != 0.0) {
        scene.send(Action::SizePane(pane, wanted as u16));
    }
    let is_held = response.hovered() || response.dragged();
    if is_held {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeColumn);
    }
    let (thickness, colour) = if is_held { (2.0, scene.tokens.accent) } else { (1.0, scene.tokens.line) };
    ui.painter().vline(line, pane_rect.y_range(), Stroke::new(thickness, colour));
}
