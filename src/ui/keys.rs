//! Keys: the shortcuts of the table of commands, arrows through the list, Escape. None fires from inside a text field, save
//! those with Ctrl and Escape.
//!
//! Undo inside a text field: a field of a form commits each valid keystroke, so that the dataset's history is its history, and
//! Ctrl+Z undoes there. Every other text field (a search, a path) keeps its own undo while it has the cursor.

use egui::{Context, Id, Key, KeyboardShortcut, Modifiers};

use crate::app::{Action, COMMANDS, State};

/// Redo's second key, which people know from other programs.
const REDO_TOO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Y);

/// What the keys pressed ask for.
pub(super) fn actions(ctx: &Context, state: &State) -> Vec<Action> {
    let mut actions = Vec::new();
    // Longer combinations first, so that Ctrl+Shift+E is not taken for Ctrl+E.
    let mut commands: Vec<_> = COMMANDS.iter().filter_map(|c| Some((c.shortcut?, &c.action))).collect();
    commands.push((REDO_TOO, &Action::Redo));
    commands.sort_by_key(|(shortcut, _)| !shortcut.modifiers.shift);
    if !state.is_asking() {
        let has_own_undo = has_own_undo(ctx);
        for (shortcut, action) in commands {
            if has_own_undo && matches!(action, Action::Undo | Action::Redo) {
                continue;
            }
            if ctx.input_mut(|i| i.consume_shortcut(&shortcut)) {
                actions.push(action.clone());
            }
        }
    }
    if egui::Popup::is_any_open(ctx) {
        return actions;
    }
    if ctx.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape)) {
        actions.push(Action::StepBack);
    }
    let typing = ctx.egui_wants_keyboard_input() || state.is_asking();
    if !typing {
        for (key, action) in [(Key::ArrowDown, Action::NextCouncil), (Key::ArrowUp, Action::PreviousCouncil)] {
            // A held key may come several times in one frame, and each is a step.
            let presses = ctx.input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key));
            actions.extend(std::iter::repeat_n(action, presses));
        }
    }
    actions
}

/// The field of a form that had the cursor when it was last drawn.
fn form_field() -> Id {
    Id::unique("form-field")
}

/// Remembers that this field takes part in the dataset's undo.
pub(in super::super::ui) fn shares_undo(ctx: &Context, field: Id) {
    ctx.data_mut(|data| data.insert_temp(form_field(), field));
}

/// Whether the cursor is in a text field that undoes its own typing.
fn has_own_undo(ctx: &Context) -> bool {
    let focused = ctx.memory(egui::Memory::focused);
    ctx.egui_wants_keyboard_input() && focused != ctx.data(|data| data.get_temp::<Id>(form_field()))
}
