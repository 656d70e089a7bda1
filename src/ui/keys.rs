//! Keys: the shortcuts of the table of commands, arrows through the list, Escape. None fires from inside a text field, save
//! those with Ctrl and Escape.

use egui::{Context, Key, Modifiers};

use crate::app::{Action, COMMANDS, State};

/// What the keys pressed ask for.
pub(super) fn actions(ctx: &Context, state: &State) -> Vec<Action> {
    let mut actions = Vec::new();
    // Longer combinations first, so that Ctrl+Shift+E is not taken for Ctrl+E.
    let mut commands: Vec<_> = COMMANDS.iter().filter_map(|c| Some((c.shortcut?, &c.action))).collect();
    commands.sort_by_key(|(shortcut, _)| !shortcut.modifiers.shift);
    if !state.is_asking() {
        for (shortcut, action) in commands {
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
