//! The buttons of the dialog, how far the work is, and what stands in the way.

use std::time::Duration;

use egui::{Button, Ui};

use crate::app::{ImportStep, ProfileQuestion};
use crate::say;

use super::ImportForm;
use crate::ui::controls::{caution, live_ui, quiet};
use crate::ui::progress::progress_ui;

/// How often how far it is is looked at.
const GLANCE: Duration = Duration::from_millis(100);

impl ImportForm<'_> {
    pub(super) fn foot_ui(&mut self, ui: &mut Ui) {
        if let Some(asking) = &self.dialog.asking {
            self.profile_path_ui(ui, asking);
        }
        if let Some(fault) = &self.dialog.fault {
            caution(ui, self.tokens, fault);
        }
        ui.separator();
        let obstacle = self.dialog.obstacle();
        let asks = self.dialog.stage.as_ref().is_some_and(|stage| stage.answers.len() < stage.conflicts.len());
        let can_go = obstacle.is_none() && !asks;
        let busy = self.dialog.busy();
        ui.horizontal_wrapped(|ui| {
            if ui.add_enabled(can_go, Button::new(say!("import-window-make"))).clicked() {
                self.steps.push(ImportStep::Make);
            }
            let add = ui.add_enabled(can_go, Button::new(say!("import-window-add")));
            if add.on_hover_text(say!("import-window-add-hint")).clicked() {
                self.steps.push(ImportStep::AddToOpen);
            }
            let is_free = busy.is_none();
            for (question, words) in [
                (ProfileQuestion::Use, say!("import-window-use-profile")),
                (ProfileQuestion::Save, say!("import-window-save-profile")),
            ] {
                let is_possible = is_free && (question == ProfileQuestion::Use || self.dialog.result.is_some());
                if ui.add_enabled(is_possible, Button::new(words)).clicked() {
                    self.steps.push(ImportStep::AskProfile(question));
                }
            }
            if ui.button(say!("import-window-cancel")).clicked() {
                self.steps.push(ImportStep::Close);
            }
            if let Some(busy) = busy {
                ui.ctx().request_repaint_after(GLANCE);
                if progress_ui(ui, busy, self.tokens) {
                    self.steps.push(ImportStep::Stop);
                }
            } else if self.dialog.is_stopped {
                if ui.button(say!("import-window-read-again")).clicked() {
                    self.steps.push(ImportStep::ReadAgain);
                }
                ui.label(quiet(say!("import-window-was-stopped"), self.tokens));
            } else if let Some(obstacle) = obstacle.filter(|_| self.dialog.fault.is_none()) {
                ui.label(quiet(obstacle, self.tokens));
            } else if let Some(told) = &self.dialog.told {
                ui.label(quiet(told, self.tokens));
            }
        });
        live_ui(ui, "import", self.dialog.told.as_deref().unwrap_or_default());
    }
}
