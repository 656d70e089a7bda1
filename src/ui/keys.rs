//! Keys: the shortcuts of the table of commands, arrows through the list, Escape. None fires from inside a text field where
//! it would be editing text, and while a dialog is open only those for zoom and for stopping long work.
//!
//! Undo inside a text field: a field of a form commits each valid keystroke, so that the dataset's history is its history, and
//! Ctrl+Z undoes there. Every other text field (a search, a path) keeps its own undo while it has the cursor.

use egui::{Context, Event, FocusDirection, Id, Key, KeyboardShortcut, Modifiers};

use crate::app::{Action, COMMANDS, ColumnStep, SavedViewsStep, State, Tab, ZoomStep};

use super::councils::list_id;
use super::focus::{Focus, has_dialog, is_within};
use super::list_keys;
use super::panes::Pane;
use super::presentation;

/// Keys that edit text or move in it, alone or with Ctrl.
const EDITING: [Key; 16] = [
    Key::A,
    Key::C,
    Key::V,
    Key::X,
    Key::Y,
    Key::Z,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::Home,
    Key::End,
    Key::Delete,
    Key::Backspace,
    Key::Insert,
    Key::Enter,
];

/// Whether a shortcut would be typing or editing in a text field.
fn edits_text(shortcut: KeyboardShortcut) -> bool {
    let is_function = shortcut.logical_key.name().len() > 1 && shortcut.logical_key.name().starts_with('F');
    let has_modifier = shortcut.modifiers.command || shortcut.modifiers.ctrl || shortcut.modifiers.alt;
    EDITING.contains(&shortcut.logical_key) || (!has_modifier && !is_function)
}

/// Whether pressing twice goes twice as far.
fn is_a_step(action: &Action) -> bool {
    matches!(
        action,
        Action::GoToPane(_)
            | Action::Zoom(_)
            | Action::NextCouncil
            | Action::PreviousCouncil
            | Action::SavedViews(SavedViewsStep::Next | SavedViewsStep::Previous)
            | Action::Column(ColumnStep::Wider | ColumnStep::Narrower)
    )
}

/// Whether a key that does nothing now says why. Who undoes goes on until there is nothing left, and who holds an arrow key until the
/// end: there nothing was expected.
fn tells_why_not(shortcut: KeyboardShortcut, action: &Action) -> bool {
    let is_arrow = [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight].contains(&shortcut.logical_key);
    !is_arrow && !matches!(action, Action::Undo | Action::Redo)
}

/// Whether it is for the window as a whole, whatever is laid over it.
fn is_over_dialogs(action: &Action) -> bool {
    matches!(action, Action::Zoom(_) | Action::StopWork)
}

/// Redo's second key, which people know from other programs.
const REDO_TOO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Y);

/// Takes a digit by the place of its key where Ctrl is held: on a French keyboard the key of 4 types an apostrophe, and a digit only
/// with Shift.
fn digits_by_place(ctx: &Context) {
    const DIGITS: [Key; 7] = [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6];
    ctx.input_mut(|input| {
        for event in &mut input.events {
            if let Event::Key { key, physical_key: Some(place), modifiers, .. } = event
                && modifiers.command
                && !modifiers.alt
                && !modifiers.shift
                && DIGITS.contains(place)
                && !key.name().starts_with(|c: char| c.is_ascii_alphanumeric() && key.name().len() == 1)
            {
                *key = *place;
            }
        }
    });
}

/// Takes out keys that were pressed with Ctrl and Alt together. On many keyboards that is how a letter is typed (é, €), which comes as
/// text of its own; it is no shortcut of this window, of a dialog or of a text field.
fn drop_letters_of_alt(ctx: &Context) {
    let types = |modifiers: &Modifiers| modifiers.alt && (modifiers.ctrl || modifiers.command);
    ctx.input_mut(|i| {
        let is_held = types(&i.modifiers);
        #[expect(clippy::wildcard_enum_match_arm, reason = "the events are those of the toolkit")]
        i.events.retain(|event| match event {
            Event::Key { pressed: true, modifiers, .. } => !types(modifiers),
            Event::Copy | Event::Cut | Event::Paste(_) => !is_held,
            _ => true,
        });
    });
}

/// What the keys pressed ask for.
pub(super) fn actions(ctx: &Context, state: &State, focus: &mut Focus) -> Vec<Action> {
    digits_by_place(ctx);
    let mut actions = Vec::new();
    drop_letters_of_alt(ctx);
    let typing = ctx.text_edit_focused();
    let asks = state.is_asking() || state.window.overlay.is_some();
    // Longer combinations first, so that Ctrl+Shift+E is not taken for Ctrl+E.
    let mut commands: Vec<_> = COMMANDS.iter().filter_map(|c| Some((c.shortcut?, &c.action))).collect();
    // Ctrl and + is Ctrl and = without Shift on most keyboards.
    commands.push((REDO_TOO, &Action::Redo));
    let shares_undo = is_form_field(ctx);
    let larger = Action::Zoom(ZoomStep::In);
    commands.push((KeyboardShortcut::new(Modifiers::COMMAND, Key::Equals), &larger));
    if asks || has_dialog(ctx) {
        commands.retain(|(_, action)| is_over_dialogs(action));
    }
    commands.sort_by_key(|(shortcut, _)| !shortcut.modifiers.shift);
    for (shortcut, action) in commands {
        let undoes_here = shares_undo && matches!(action, Action::Undo | Action::Redo);
        let editing = typing && edits_text(shortcut) && !undoes_here;
        // With Shift the same key opens the menu of what has the keyboard.
        let is_of_a_part = *action == Action::OpenMenu && ctx.input(|i| i.modifiers.shift);
        if editing || is_of_a_part {
            continue;
        }
        let presses = ctx.input_mut(|i| i.count_and_consume_key(shortcut.modifiers, shortcut.logical_key));
        if presses == 0 {
            continue;
        }
        if let Some(why) = state.why_not(action) {
            if tells_why_not(shortcut, action) {
                actions.push(Action::TellWhyNot(why));
            }
        } else {
            // A slow frame may bring several presses; what goes a step further takes each of them.
            let times = if is_a_step(action) { presses } else { 1 };
            actions.extend(std::iter::repeat_n(action.clone(), times));
        }
    }
    actions.extend(zoom_steps(ctx).into_iter().filter(|action| state.why_not(action).is_none()));
    if egui::Popup::is_any_open(ctx) || (has_dialog(ctx) && !asks) {
        // A menu and a dialog close by themselves.
        return actions;
    }
    if ctx.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape)) {
        if typing && !state.can_step_back() {
            // Nothing is left to close, so Escape leads out of the field.
            focus.go(ctx, Pane::Councils);
        }
        actions.push(Action::StepBack);
    }
    if !asks && !typing && state.window.presents {
        actions.extend(presentation::steps(ctx, state));
        return actions;
    }
    if alt_alone(ctx) && !asks {
        actions.push(Action::OpenMenu);
    }
    if !asks && !typing {
        actions.extend(pasted(ctx));
    }
    if !asks && walks_list(ctx, state) {
        let is_in_list = !typing && state.views.room != Tab::Edit && ctx.memory(egui::Memory::focused).is_some();
        if is_in_list {
            // With Shift the same arrows tick.
            actions.extend(list_keys::ticks(ctx, state));
        }
        for (key, action) in [(Key::ArrowDown, Action::NextCouncil), (Key::ArrowUp, Action::PreviousCouncil)] {
            // A held key may come several times in one frame, and each is a step.
            let presses = ctx.input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key));
            if presses > 0 {
                ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
            }
            actions.extend(std::iter::repeat_n(action, presses));
        }
        if is_in_list {
            actions.extend(list_keys::action(ctx, state));
        }
    }
    actions
}

/// How far the wheel turns with Ctrl held, as the logarithm of the toolkit's factor, for a step of zoom: one notch of a usual wheel.
const NOTCH: f32 = 0.2;
/// After so many seconds without turning the next turn begins anew.
const TURN: f64 = 0.5;

/// The steps of zoom that the wheel asks for while Ctrl is held, or two fingers that spread.
fn zoom_steps(ctx: &Context) -> Vec<Action> {
    let (factor, now) = ctx.input(|input| (input.zoom_delta(), input.time));
    let id = Id::unique("turned");
    if (factor - 1.0).abs() < f32::EPSILON {
        return Vec::new();
    }
    let (turned, when): (f32, f64) = ctx.data(|data| data.get_temp(id)).unwrap_or_default();
    let turned = factor.ln() + if now - when > TURN { 0.0 } else { turned };
    let steps = (turned / NOTCH).trunc();
    ctx.data_mut(|data| data.insert_temp(id, (turned - steps * NOTCH, now)));
    let step = if steps > 0.0 { ZoomStep::In } else { ZoomStep::Out };
    vec![Action::Zoom(step); steps.abs() as usize]
}

/// Whether Alt was pressed and let go with nothing else in between, which opens the menu on Windows.
fn alt_alone(ctx: &Context) -> bool {
    let id = Id::unique("alt-held");
    #[expect(clippy::wildcard_enum_match_arm, reason = "the events are those of the toolkit")]
    let (is_held, is_alone) = ctx.input(|input| {
        let pressed = input.events.iter().any(|event| match event {
            Event::Key { pressed, .. } | Event::PointerButton { pressed, .. } => *pressed,
            Event::Text(_) | Event::MouseWheel { .. } => true,
            _ => false,
        });
        let others = input.modifiers.ctrl || input.modifiers.shift || input.modifiers.mac_cmd;
        (input.modifiers.alt, input.focused && !pressed && !others)
    });
    let was_held: bool = ctx.data(|data| data.get_temp(id)).unwrap_or_default();
    // Once something else was pressed, Alt has to be let go before it counts again.
    let spoilt = Id::unique("alt-spoilt");
    let was_spoilt: bool = ctx.data(|data| data.get_temp(spoilt)).unwrap_or_default();
    let is_spoilt = (is_held || was_held) && (was_spoilt || !is_alone);
    ctx.data_mut(|data| {
        data.insert_temp(id, is_held);
        data.insert_temp(spoilt, is_spoilt && is_held);
    });
    was_held && !is_held && !is_spoilt
}

/// What is pasted where nothing takes text can only be meant as a view.
fn pasted(ctx: &Context) -> Option<Action> {
    ctx.input(|input| {
        input.events.iter().find_map(|event| {
            let Event::Paste(text) = event else { return None };
            Some(Action::SavedViews(SavedViewsStep::Paste(text.clone())))
        })
    })
}

/// The field of a form that had the cursor when it was last drawn.
fn form_field() -> Id {
    Id::unique("form-field")
}

/// Remembers that this field takes part in the dataset's undo.
pub(in super::super::ui) fn shares_undo(ctx: &Context, field: Id) {
    ctx.data_mut(|data| data.insert_temp(form_field(), field));
}

/// Whether the cursor is in a field of a form.
fn is_form_field(ctx: &Context) -> bool {
    let focused = ctx.memory(egui::Memory::focused);
    focused.is_some() && focused == ctx.data(|data| data.get_temp::<Id>(form_field()))
}

/// Arrows belong to the list on the left while nothing has the focus, and while the list has it.
fn walks_list(ctx: &Context, state: &State) -> bool {
    let Some(focused) = ctx.memory(egui::Memory::focused) else { return true };
    let list = if state.views.room == Tab::Edit { Pane::Councils.id() } else { list_id() };
    focused == Pane::Councils.id() || is_within(ctx, focused, list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_edit_text_are_known() {
        for (modifiers, key) in [
            (Modifiers::COMMAND, Key::Z),
            (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z),
            (Modifiers::COMMAND, Key::ArrowUp),
            (Modifiers::NONE, Key::Delete),
            (Modifiers::SHIFT, Key::Questionmark),
        ] {
            assert!(edits_text(KeyboardShortcut::new(modifiers, key)), "{key:?}");
        }
        for (modifiers, key) in [(Modifiers::COMMAND, Key::K), (Modifiers::NONE, Key::F6), (Modifiers::SHIFT, Key::F6)]
        {
            assert!(!edits_text(KeyboardShortcut::new(modifiers, key)), "{key:?}");
        }
    }
}
