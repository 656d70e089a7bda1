//! What the open dataset tells otherwise, one by one, with an answer for all that follow.

use egui::Ui;

use crate::app::{ConflictAnswer, ConflictStage, ImportStep};
use crate::say;
use crate::theme::{Type, space};

use super::ImportForm;
use crate::ui::controls::{bold, quiet};

impl ImportForm<'_> {
    pub(super) fn conflicts_ui(&mut self, ui: &mut Ui, stage: &ConflictStage) {
        let Some(conflict) = stage.conflicts.get(stage.answers.len()) else { return };
        let name = self.state.document.called();
        ui.label(bold(say!("import-window-conflicts", name = name), Type::Body));
        let (nth, of) = (stage.answers.len() + 1, stage.conflicts.len());
        ui.label(quiet(say!("import-window-conflict-number", nth = nth, of = of), self.tokens));
        ui.label(&conflict.sentence);
        ui.add_space(space::S);
        let mut for_all = stage.for_all;
        if of > nth && ui.checkbox(&mut for_all, say!("import-window-for-all")).changed() {
            self.steps.push(ImportStep::AnswerAll(for_all));
        }
        ui.horizontal_wrapped(|ui| {
            for (answer, words, hint) in [
                (ConflictAnswer::Both, say!("import-window-keep-both"), say!("import-window-keep-both-hint")),
                (ConflictAnswer::Replace, say!("import-window-take-new"), say!("import-window-take-new-hint")),
                (ConflictAnswer::Leave, say!("import-window-keep-old"), ""),
            ] {
                let button = ui.button(words);
                let button = if hint.is_empty() { button } else { button.on_hover_text(hint) };
                if button.clicked() {
                    self.steps.push(ImportStep::Answer(answer));
                }
            }
            if ui.button(say!("import-window-back")).clicked() {
                self.steps.push(ImportStep::Back);
            }
        });
    }
}
