//! Where the figure goes, what stands in the way, and the buttons.

use egui::{Align, Layout, Ui};

use crate::app::{ExportStep, caution_on_name, typed_path};
use crate::say;

use super::super::controls::{begin_at_stem, caution, quiet, tick};
use super::super::progress::progress_ui;
use super::{ExportForm, Lines};

impl ExportForm<'_> {
    pub(super) fn place_ui(&mut self, ui: &mut Ui) {
        ui.horizontal(|ui| {
            let label = ui.label(say!("dialog-save-as")).id;
            let choose = 92.0;
            let width = ui.available_width() - choose - 16.0;
            let mut path = self.draft.path.clone();
            let response = self.field(ui, &mut path, label, width, Lines::One);
            self.draft.path = path;
            if self.fresh {
                begin_at_stem(&response, &self.draft.path);
            }
            let hint = say!("dialog-save-choose-hint");
            if ui.add(egui::Button::new(say!("dialog-choose"))).on_hover_text(hint).clicked() {
                self.steps.push(ExportStep::Choose);
            }
        });
        let target = self.dialog.target();
        if self.dialog.no_desktop_dialog {
            ui.label(quiet(say!("dialog-no-desktop"), self.tokens));
        }
        if let Ok(path) = &target {
            if path.as_path() != typed_path(&self.draft.path) {
                ui.label(quiet(say!("dialog-save-ending", path = path.display().to_string()), self.tokens));
            }
            if let Some(sentence) = caution_on_name(path) {
                caution(ui, self.tokens, &sentence);
            }
            if self.dialog.look.as_ref().is_some_and(|look| &look.path == path && !look.folder)
                && self.dialog.fault.is_none()
            {
                caution(ui, self.tokens, say!("dialog-save-no-folder"));
            }
        }
        if let Some(remark) = &self.dialog.preview.remark {
            caution(ui, self.tokens, remark);
        }
        if self.dialog.exists() {
            let (agree, entered) = tick(ui, &mut self.draft.replace, say!("dialog-save-replace"));
            self.entered |= entered;
            if self.leads_to_agreeing {
                agree.request_focus();
            }
            if self.dialog.refused > 0 && !self.draft.replace {
                caution(ui, self.tokens, say!("save-figure-there"));
            }
        }
        if let Some(fault) = &self.dialog.fault {
            caution(ui, self.tokens, fault);
        }
        let obstacle = self.dialog.obstacle();
        // The sentences above come and go; a screen reader's press of a button is for the button that it found before.
        let buttons = egui::UiBuilder::new().scope_id(egui::Id::unique("figure-buttons"));
        ui.scope_builder(buttons, |ui| self.buttons_ui(ui, obstacle));
    }

    fn buttons_ui(&mut self, ui: &mut Ui, obstacle: Option<String>) {
        ui.horizontal(|ui| {
            if ui.add_enabled(obstacle.is_none(), egui::Button::new(say!("dialog-save-now"))).clicked() {
                self.steps.push(ExportStep::Save);
            }
            if self.draft.wording != self.dialog.used {
                let hint = say!("dialog-save-keep.hint");
                if ui.button(say!("dialog-save-keep")).on_hover_text(hint).clicked() {
                    self.steps.push(ExportStep::KeepWords);
                }
            }
            if ui.button(say!("dialog-cancel")).on_hover_text(say!("dialog-save-cancel-hint")).clicked() {
                self.steps.push(ExportStep::Close);
            }
            ui.with_layout(Layout::left_to_right(Align::Center).with_main_wrap(true), |ui| {
                if let Some(busy) = self.busy {
                    if progress_ui(ui, busy, self.tokens) {
                        self.steps.push(ExportStep::Stop);
                    }
                } else if let Some(sentence) = obstacle {
                    ui.label(quiet(sentence, self.tokens));
                }
            });
        });
    }
}
