//! The question that an edit of the read-only example raises: go on with a copy?

use egui::Context;

use crate::app::{Action, State};
use crate::theme::{Tokens, space};

use super::controls::quiet;
use super::dialog::dialog_ui;

/// Shows the question while it is open; gives what was answered.
pub(super) fn show(ctx: &Context, state: &State, tokens: &Tokens) -> Vec<Action> {
    let Some(edit) = &state.wants_copy else { return Vec::new() };
    let mut actions = Vec::new();
    let shown = dialog_ui(ctx, "Make a copy to edit?", 460.0, |ui| {
        ui.label(if state.document.path.is_none() {
            "The built-in dataset is an example and stays as it is. A copy of it can be edited, and saved as your own."
        } else {
            "The file is open to read only, because another window has it open. A copy of it can be edited, and saved under \
             another name."
        });
        if !edit.label.is_empty() {
            ui.label(quiet(format!("In the copy: {}.", edit.label), tokens));
        }
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            if ui.button("Make a copy to edit").clicked() {
                actions.push(Action::MakeCopy);
            }
            if ui.button("Cancel").clicked() {
                actions.push(Action::DropCopy);
            }
        });
    });
    if shown.wants_close && actions.is_empty() {
        actions.push(Action::DropCopy);
    }
    actions
}
