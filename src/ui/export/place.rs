//! Where the figure goes, what stands in the way, and the buttons.

use egui::{Align, Layout, Ui};

use crate::app::{ExportStep, caution_on_name, typed_path};
use crate::say;
use crate::theme::{Tokens, Type};

use super::super::controls::{begin_at_stem, bold, caution, live_ui, quiet, tick};
use super::super::progress::progress_ui;
use super::{ExportForm, Lines};

impl ExportForm<'_> {
    /// The name of the file, and its folder.
    pub(super) fn name_ui(&mut self, ui: &mut Ui) {
        // What stands above it comes and goes with the format, which the name that is typed may change.
        let name = egui::UiBuilder::new().scope_id(egui::Id::unique("figure-name"));
        ui.scope_builder(name, |ui| self.path_ui(ui));
    }

    fn path_ui(&mut self, ui: &mut Ui) {
        let label = ui.label(bold(say!("dialog-save-as"), Type::Body)).id;
        let width = ui.available_width();
        let mut path = self.draft.path.clone();
        let response = self.field(ui, &mut path, label, width, Lines::One);
        self.draft.path = path;
        if self.fresh {
            begin_at_stem(&response, &self.draft.path);
        }
        ui.horizontal(|ui| {
            let hint = say!("dialog-save-choose-hint");
            let folder = self.dialog.folder().map(|folder| folder.display().to_string());
            let another = ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let another =
                    ui.add(egui::Button::new(say!("save-figure-another-folder"))).on_hover_text(hint).clicked();
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    if let Some(folder) = &folder {
                        let words = say!("save-figure-in-folder", folder = folder.as_str());
                        // The end of a long path says more than its beginning; the whole of it is told on hovering.
                        ui.add(egui::Label::new(quiet(words, self.tokens)).truncate()).on_hover_text(folder);
                    }
                });
                another
            });
            if another.inner {
                self.steps.push(ExportStep::Choose);
            }
        });
        if let Some(folder) = &self.dialog.typed_folder {
            let label = ui.label(bold(say!("dialog-all-folder"), Type::Body)).id;
            let mut typed = folder.clone();
            let response = self.field(ui, &mut typed, label, width, Lines::One);
            if self.leads_to_folder {
                response.request_focus();
            }
            if typed != *folder {
                self.steps.push(ExportStep::Folder(typed));
            }
        }
        if self.dialog.no_desktop_dialog {
            ui.label(quiet(say!("dialog-no-desktop"), self.tokens));
        }
    }

    /// What stands in the way, and the buttons.
    pub(super) fn foot_ui(&mut self, ui: &mut Ui) {
        let target = self.dialog.target();
        if let Ok(path) = &target {
            if path.file_name() != typed_path(&self.draft.path).file_name() {
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
        ui.scope_builder(buttons, |ui| self.buttons_ui(ui, obstacle.as_deref()));
    }

    fn buttons_ui(&mut self, ui: &mut Ui, obstacle: Option<&str>) {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui.add_enabled(obstacle.is_none(), primary(say!("dialog-save-now"), self.tokens)).clicked() {
                    self.steps.push(ExportStep::Save);
                }
                let can_copy = obstacle.is_none() && self.draft.format.has_size();
                let copy = ui.add_enabled(can_copy, egui::Button::new(say!("save-figure-copy")));
                let copy = copy.on_hover_text(say!("save-figure-copy.hint"));
                if copy.on_disabled_hover_text(say!("save-figure-copy.not")).clicked() {
                    self.steps.push(ExportStep::Copy);
                }
                if ui.button(say!("dialog-cancel")).on_hover_text(say!("dialog-save-cancel-hint")).clicked() {
                    self.steps.push(ExportStep::Close);
                }
                if self.draft.wording != self.dialog.used {
                    let hint = say!("dialog-save-keep.hint");
                    if ui.button(say!("dialog-save-keep")).on_hover_text(hint).clicked() {
                        self.steps.push(ExportStep::KeepWords);
                    }
                }
                ui.with_layout(Layout::left_to_right(Align::Center).with_main_wrap(true), |ui| {
                    self.told_ui(ui, obstacle);
                });
            });
        });
    }

    /// How far it is, what stands in the way, what was done, or which keys do it.
    fn told_ui(&mut self, ui: &mut Ui, obstacle: Option<&str>) {
        if let Some(busy) = self.busy {
            if progress_ui(ui, busy, self.tokens) {
                self.steps.push(ExportStep::Stop);
            }
            return;
        }
        let told = self.dialog.told.unwrap_or_default();
        live_ui(ui, "figure-told", told);
        let words = match (obstacle, told) {
            (Some(sentence), _) => sentence,
            (None, "") => say!("save-figure-keys"),
            (None, told) => told,
        };
        ui.add(egui::Label::new(quiet(words, self.tokens)).wrap());
    }
}

/// The button that does what the dialog is for.
fn primary<'a>(words: &'a str, tokens: &Tokens) -> egui::Button<'a> {
    let words = egui::RichText::new(words).font(Type::Body.bold()).color(tokens.on_accent);
    egui::Button::new(words).fill(tokens.accent).min_size(egui::vec2(96.0, 30.0))
}
