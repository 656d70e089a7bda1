//! Suggestions below a field: arrow keys choose one while the cursor stays in the field, Enter takes it, and a screen reader hears
//! which one is chosen.
//!
//! Which suggestions there are, and what taking one does, is for the field.

use egui::accesskit::Role;
use egui::{
    FocusDirection, Frame, Id, Key, LayerId, Modifiers, Order, Popup, PopupCloseBehavior, Rect, Response, Stroke, Ui,
};

use crate::say;
use crate::theme::Tokens;

/// What is chosen before an arrow key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AtFirst {
    /// The first suggestion: Enter takes it.
    TheFirst,
    /// None: Enter leaves the text as it was typed.
    None,
}

/// The keys that were pressed in a field with suggestions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SuggestionKeys {
    /// How many suggestions further down; negative is up.
    steps: isize,
}

/// Takes the arrow keys before the field sees them, where so many suggestions are offered that there is one to choose: where there
/// is none, the keys are the field's own. To be called before it is drawn.
pub(super) fn arrows(ui: &Ui, field: Id, offered: usize) -> SuggestionKeys {
    if offered == 0 || !ui.memory(|memory| memory.has_focus(field)) {
        return SuggestionKeys { steps: 0 };
    }
    let presses = |key| ui.input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key)).cast_signed();
    let (down, up) = (presses(Key::ArrowDown), presses(Key::ArrowUp));
    if down + up > 0 {
        // The toolkit would go to what lies below the field.
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    SuggestionKeys { steps: down - up }
}

/// Takes the key Enter where a suggestion is chosen, before the field sees it and is left by it.
pub(super) fn enter(ui: &Ui, field: Id) -> bool {
    ui.memory(|memory| memory.has_focus(field)) && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter))
}

/// Which of so many suggestions is chosen, for what is typed into the field; another text begins anew.
pub(super) fn chosen(
    ui: &Ui,
    field: Id,
    text: &str,
    pressed: SuggestionKeys,
    count: usize,
    first: AtFirst,
) -> Option<usize> {
    let start = (first == AtFirst::TheFirst).then_some(0);
    let kept = field.with("suggestion");
    let was: Option<(String, Option<usize>)> = ui.data(|data| data.get_temp(kept));
    let was = was.filter(|(of, _)| of == text).map_or(start, |(_, chosen)| chosen);
    let place = was.map_or(-1, usize::cast_signed).saturating_add(pressed.steps);
    let last = count.cast_signed() - 1;
    let now = usize::try_from(place.min(last).max(start.map_or(-1, |_| 0))).ok().filter(|now| *now < count);
    ui.data_mut(|data| data.insert_temp(kept, (text.to_owned(), now)));
    now
}

/// Lays the suggestions over what is below a field, so that nothing moves; above it where there is no room below. They are there while
/// the keyboard is in the field, at the button beside it or among them, and while the pointer is over them.
pub(super) fn popup_ui(ui: &Ui, tokens: &Tokens, own: [Id; 2], beside: Rect, contents: impl FnOnce(&mut Ui)) {
    let [field, _] = own;
    let id = field.with("suggestions");
    let layer = LayerId::new(Order::Foreground, id);
    let is_within = |focused: Id| {
        own.contains(&focused) || ui.ctx().read_response(focused).is_some_and(|response| response.layer_id == layer)
    };
    let is_pointed = || {
        let pointer = ui.input(|i| i.pointer.latest_pos());
        pointer.and_then(|at| ui.ctx().layer_id_at(at)) == Some(layer)
    };
    if !ui.memory(egui::Memory::focused).map_or_else(is_pointed, is_within) {
        return;
    }
    let frame = Frame::new().fill(tokens.surface).stroke(Stroke::new(1.0, tokens.edge)).corner_radius(6);
    Popup::new(id, ui.ctx().clone(), beside, ui.layer_id())
        .close_behavior(PopupCloseBehavior::IgnoreClicks)
        .frame(frame.inner_margin(4))
        .width(beside.width())
        .gap(3.0)
        .show(contents);
}

/// The suggestions as a list; the chosen one is the field's active descendant, which is what a screen reader speaks while the
/// cursor stays in the field.
pub(super) fn list_ui(ui: &mut Ui, label: &str, contents: impl FnOnce(&mut Ui)) {
    let spoken = say!("fields-suggestions", label = label);
    let list = egui::UiBuilder::new().accessibility_role(Role::ListBox).accessibility_label(spoken);
    ui.scope_builder(list, contents);
}

/// Tells and shows of one suggestion what it is, and whether it is the chosen one of its field.
pub(super) fn mark(ui: &Ui, tokens: &Tokens, field: Id, option: &Response, spoken: &str, is_chosen: bool) {
    option.widget_info(|| egui::WidgetInfo::labeled(Role::ListBoxOption, true, spoken));
    let _ = ui.ctx().accesskit_node_builder(option.id, |node| node.set_selected(is_chosen));
    if !is_chosen {
        return;
    }
    if ui.memory(|memory| memory.has_focus(field)) {
        let _ = ui.ctx().accesskit_node_builder(field, |node| node.set_active_descendant(option.id.accesskit_id()));
    }
    // Not by the ground's colour alone.
    let bar = Rect::from_min_size(option.rect.min, egui::vec2(3.0, option.rect.height()));
    ui.painter().rect_filled(bar, 1.0, tokens.accent);
}
