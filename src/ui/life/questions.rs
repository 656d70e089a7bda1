//! A question in front of the window. Its first button has the focus; Escape leaves everything as it is.

use egui::{Context, Id};

use crate::app::{Action, Answer, LifeAction, State};
use crate::theme::{Type, space};

use super::super::controls::bold;

pub(super) fn show(ctx: &Context, state: &State) -> Vec<Action> {
    let Some(view) = state.ask_view() else { return Vec::new() };
    let mut answer = None;
    let frame = egui::Frame::window(&ctx.style_of(ctx.theme())).inner_margin(egui::Margin::same(18));
    // Each question is a window of its own, so that the focus of one is not that of the next.
    let modal = egui::Modal::new(Id::unique(("life-question", &view.title))).frame(frame).show(ctx, |ui| {
        ui.set_width(480.0);
        ui.add(egui::Label::new(bold(&view.title, Type::Heading)).wrap());
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
    if modal.should_close() && answer.is_none() {
        answer = Some(Answer::Cancel);
    }
    answer.map(|answer| Action::Life(LifeAction::Reply(answer))).into_iter().collect()
}
