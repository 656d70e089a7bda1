//! The preview: the real picture at its real proportions, or the first rows of the table.

use egui::{ScrollArea, Stroke, Ui, vec2};

use crate::app::PreviewImage;
use crate::say;
use crate::theme::Type;

use super::super::controls::{bold, caution, quiet};
use super::ExportForm;

/// The widest column of a table, in characters.
const WIDEST: usize = 40;

impl ExportForm<'_> {
    pub(super) fn preview_ui(&self, ui: &mut Ui, height: f32) {
        let preview = &self.dialog.preview;
        ui.horizontal(|ui| {
            ui.label(bold(say!("dialog-save-preview"), Type::Body));
            if preview.drawing {
                ui.label(quiet(say!("dialog-save-drawing"), self.tokens));
            } else if let PreviewImage::Rows(rows, of) = &preview.shown {
                let first = rows.len().saturating_sub(1);
                ui.label(quiet(say!("dialog-save-first-rows", first = first, of = *of), self.tokens));
            }
        });
        let left = height - 32.0;
        egui::Frame::new().stroke(Stroke::new(1.0, self.tokens.line)).corner_radius(4).inner_margin(2).show(ui, |ui| {
            let area = match &preview.shown {
                PreviewImage::Rows(..) => ScrollArea::both(),
                PreviewImage::Nothing | PreviewImage::Picture { .. } | PreviewImage::Fault(_) => ScrollArea::vertical(),
            };
            area.id_salt("export-preview").max_height(left).auto_shrink([false, false]).show(ui, |ui| {
                match &preview.shown {
                    PreviewImage::Nothing => {}
                    PreviewImage::Fault(sentence) => caution(ui, self.tokens, sentence),
                    PreviewImage::Picture { .. } => {
                        let Some(texture) = self.texture else { return };
                        let natural = texture.size_vec2() / ui.ctx().pixels_per_point();
                        let width = natural.x.min(ui.available_width());
                        let size = vec2(width, natural.y * width / natural.x.max(1.0));
                        let image = egui::Image::new((texture.id(), size)).alt_text(say!("dialog-save-preview.spoken"));
                        ui.add(image.fit_to_exact_size(size));
                    }
                    PreviewImage::Rows(rows, _) => rows_ui(ui, rows),
                }
            });
        });
    }
}

fn rows_ui(ui: &mut Ui, rows: &[Vec<String>]) {
    egui::Grid::new("export-rows").striped(false).min_row_height(20.0).spacing(vec2(14.0, 4.0)).show(ui, |ui| {
        for (number, row) in rows.iter().enumerate() {
            for cell in row {
                let short: String = cell.chars().take(WIDEST).collect();
                let text =
                    if short.len() < cell.len() { say!("dialog-save-cut-cell", beginning = short) } else { short };
                let text = if number == 0 { bold(text, Type::Small) } else { egui::RichText::new(text).small() };
                ui.add(egui::Label::new(text).extend());
            }
            ui.end_row();
        }
    });
}
