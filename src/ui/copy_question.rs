//! The question that an edit of the read-only example raises: go on with a copy?

use egui::{Context, Id};

use crate::app::{Action, State};
use crate::theme::{Tokens, Type, space};

use super::controls::{bold, quiet};

/// Shows the question while it is open; gives what was answered.
pub(super) fn show(ctx: &Context, state: &State, tokens: &Tokens) -> Vec<Action> {
    let Some(edit) = &state.wants_copy else { return Vec::new() };
    let mut actions = Vec::new();
    let frame = egui::Frame::window(&ctx.style_of(ctx.theme())).inner_margin(egui::Margin::same(18));
    let modal = egui::Modal::new(Id::unique("copy-question")).frame(frame).show(ctx, |ui| {
        ui.set_width(460.0);
        ui.label(bold("Make a copy to edit?", Type::Heading));
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
            let go = ui.button("Make a copy to edit");
            if ui.memory(|memory| memory.focused().is_none()) {
                go.request_focus();
            }
            if go.clicked() {
                actions.push(Action::MakeCopy);
            }
            if ui.button("Cancel").clicked() {
                actions.push(Action::DropCopy);
            }
        });
    });
    if modal.should_close() && actions.is_empty() {
        actions.push(Action::DropCopy);
    }
    actions
}
