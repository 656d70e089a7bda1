//! The question that an edit of the read-only example raises: go on with a copy?

use egui::Context;

use crate::app::{Action, State};
use crate::say;
use crate::theme::{Tokens, space};

use super::controls::quiet;
use super::dialog::dialog_ui;

/// Shows the question while it is open; gives what was answered.
pub(super) fn show(ctx: &Context, state: &State, tokens: &Tokens) -> Vec<Action> {
    let Some(edit) = &state.editor.copy_request else { return Vec::new() };
    let mut actions = Vec::new();
    let shown = dialog_ui(ctx, say!("dialog-copy"), 460.0, |ui| {
        ui.label(if state.document.path.is_none() {
            say!("dialog-copy-example")
        } else {
            say!("dialog-copy-read-only")
        });
        if !edit.label.is_empty() {
            ui.label(quiet(say!("dialog-copy-edit", edit = edit.label.as_str()), tokens));
        }
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            if ui.button(say!("dialog-copy-make")).clicked() {
                actions.push(Action::MakeCopy);
            }
            if ui.button(say!("dialog-cancel")).clicked() {
                actions.push(Action::DropCopy);
            }
        });
    });
    if shown.wants_close && actions.is_empty() {
        actions.push(Action::DropCopy);
    }
    actions
}
