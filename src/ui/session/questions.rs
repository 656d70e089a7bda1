//! A question in front of the window. Its first button has the focus; Escape leaves everything as it is.

use egui::Context;

use crate::app::{Action, Answer, SessionAction, State};
use crate::theme::space;

use super::super::dialog::dialog_ui;

pub(super) fn show(ctx: &Context, state: &State) -> Vec<Action> {
    let Some(view) = state.confirm_view() else { return Vec::new() };
    let mut answer = None;
    let shown = dialog_ui(ctx, &view.title, 480.0, |ui| {
        for sentence in &view.sentences {
            ui.label(sentence);
        }
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            for (nth, (label, given)) in view.buttons.iter().enumerate() {
                let button = ui.button(*label);
                if nth == 0 && ui.memory(|memory| memory.focused().is_none()) {
                    button.request_focus();
                }
                if button.clicked() {
                    answer = Some(*given);
                }
            }
        });
    });
    if shown.wants_close && answer.is_none() {
        answer = Some(Answer::Cancel);
    }
    answer.map(|answer| Action::Session(SessionAction::Reply(answer))).into_iter().collect()
}
