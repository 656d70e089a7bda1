//! The path of a profile, where the desktop has no dialog for it.

use egui::{Key, TextEdit, Ui};

use crate::app::{ImportStep, ProfileDialog, ProfileQuestion};
use crate::say;

use super::ImportForm;
use crate::ui::controls::caution;

impl ImportForm<'_> {
    pub(super) fn profile_path_ui(&mut self, ui: &mut Ui, asking: &ProfileDialog) {
        let (label, verb) = match asking.question {
            ProfileQuestion::Use => (say!("import-window-path-to-use"), say!("import-window-use")),
            ProfileQuestion::Save => (say!("import-window-path-to-save"), say!("import-window-save")),
        };
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(label).id;
            let mut path = asking.path.clone();
            let width = (ui.available_width() - 180.0).clamp(120.0, 520.0);
            let response = ui.add(TextEdit::singleline(&mut path).desired_width(width)).labelled_by(label);
            if response.changed() {
                self.steps.push(ImportStep::TypeProfile(path));
            }
            let entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
            if ui.button(verb).clicked() || entered {
                self.steps.push(ImportStep::AnswerProfile);
            }
            if ui.button(say!("import-window-put-aside")).clicked() {
                self.steps.push(ImportStep::DropProfile);
            }
            if asking.question == ProfileQuestion::Save {
                let mut replace = asking.replace;
                if ui.checkbox(&mut replace, say!("import-window-replace")).changed() {
                    self.steps.push(ImportStep::ReplaceProfile(replace));
                }
            }
        });
        if let Some(fault) = &asking.fault {
            caution(ui, self.tokens, fault);
        }
    }
}
