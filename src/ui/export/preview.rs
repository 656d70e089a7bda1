//! The preview: the real pages at their real proportions, or the first rows of the table; below it what comes out.

use egui::{Align, Layout, ScrollArea, Stroke, Ui, vec2};

use crate::app::{ExportStep, PreviewImage, PreviewScale, millimetres, pixels};
use crate::say;
use crate::theme::{Type, space};
use crate::words::thousands;

use super::super::controls::{ToggleShape, bold, caution, choice, quiet};
use super::ExportForm;

/// The widest column of a table, in characters.
const WIDEST: usize = 40;
/// What heading and the line below take of the height, in points.
const HEADING: f32 = 30.0;
const LINE: f32 = 36.0;
/// The edge around the pages, in points.
const EDGE: f32 = 8.0;

impl ExportForm<'_> {
    /// The preview, this high with its heading and the line below it, whatever it shows.
    pub(super) fn preview_ui(&mut self, ui: &mut Ui, height: f32) {
        let width = ui.available_width();
        ui.allocate_ui_with_layout(vec2(width, HEADING), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(vec2(width, HEADING));
            self.preview_heading_ui(ui);
        });
        let spacing = 2.0 * ui.spacing().item_spacing.y;
        let size = vec2(width, (height - HEADING - LINE - spacing).max(80.0));
        let room = size - vec2(2.0 * EDGE, 2.0 * EDGE);
        let frame = egui::Frame::new().fill(self.tokens.ground).stroke(Stroke::new(1.0, self.tokens.line));
        frame.corner_radius(4).inner_margin(EDGE).show(ui, |ui| {
            ui.set_min_size(room);
            ui.set_max_size(room);
            self.pages_ui(ui);
        });
        // Beside the bar that scrolls.
        let told = (room.floor() - vec2(10.0, 0.0), self.dialog.preview.scale);
        if self.dialog.preview.room != Some(told.0) {
            self.steps.push(ExportStep::ShowPreview(told.0, told.1));
        }
        ui.allocate_ui(vec2(width, LINE), |ui| {
            ui.set_min_size(vec2(width, LINE));
            ui.add(egui::Label::new(quiet(self.size_in_words(), self.tokens)).wrap());
        });
    }

    fn preview_heading_ui(&mut self, ui: &mut Ui) {
        let preview = &self.dialog.preview;
        ui.label(bold(say!("dialog-save-preview"), Type::Body));
        if preview.drawing {
            ui.label(quiet(say!("dialog-save-drawing"), self.tokens));
        } else if let PreviewImage::Rows(rows, of) = &preview.shown {
            let first = rows.len().saturating_sub(1);
            ui.label(quiet(say!("dialog-save-first-rows", first = first, of = *of), self.tokens));
        }
        let Some(room) = preview.room.filter(|_| self.draft.format.has_size()) else { return };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let (whole, fit) = (say!("save-figure-actual"), say!("save-figure-fit"));
            for (scale, words, spoken) in [
                (PreviewScale::Actual, whole, say!("save-figure-actual.spoken")),
                (PreviewScale::Fit, fit, say!("save-figure-fit.spoken")),
            ] {
                let is_on = preview.scale == scale;
                if choice(ui, self.tokens, ToggleShape::Chip, is_on, words, spoken).clicked() {
                    self.steps.push(ExportStep::ShowPreview(room, scale));
                }
            }
        });
    }

    fn pages_ui(&self, ui: &mut Ui) {
        let shown = &self.dialog.preview.shown;
        ScrollArea::both().id_salt("export-preview").auto_shrink([false, false]).show(ui, |ui| match shown {
            PreviewImage::Nothing => {}
            PreviewImage::Fault(sentence) => {
                caution(ui, self.tokens, &say!("save-figure-no-preview", why = sentence.as_str()));
            }
            PreviewImage::Picture { .. } => {
                let Some(texture) = self.texture else { return };
                let size = texture.size_vec2() / ui.ctx().pixels_per_point();
                let image = egui::Image::new((texture.id(), size)).alt_text(say!("dialog-save-preview.spoken"));
                ui.horizontal_top(|ui| {
                    ui.add_space(((ui.available_width() - size.x) / 2.0).max(0.0));
                    let response = ui.add(image.fit_to_exact_size(size));
                    ui.painter().rect_stroke(
                        response.rect,
                        0.0,
                        Stroke::new(1.0, self.tokens.line),
                        egui::StrokeKind::Outside,
                    );
                });
            }
            PreviewImage::Rows(rows, _) => rows_ui(ui, rows),
        });
    }

    /// What comes out: how large on paper or on screen, its smallest type, its pixels, its pages.
    fn size_in_words(&self) -> String {
        if !self.draft.format.has_size() {
            return say!("save-figure-no-size").to_owned();
        }
        let Ok(sheet) = self.draft.sizing.sheet(self.draft.format) else { return String::new() };
        let PreviewImage::Picture { page, pages, smallest_type, .. } = &self.dialog.preview.shown else {
            return String::new();
        };
        if self.dialog.preview.drawing {
            return String::new();
        }
        let smallest = smallest_type.map_or_else(String::new, |size| format!("{size:.1}"));
        let (width, height) = (whole(page.x), whole(page.y));
        let (across, down) = (whole(millimetres(page.x)), whole(millimetres(page.y)));
        let preset = sheet.preset.map_or("none", |preset| preset.keyword());
        let size = say!(
            "save-figure-comes-out",
            preset = preset,
            width = width,
            height = height,
            across = across,
            down = down,
            smallest = smallest
        );
        let pixels = if self.draft.format.has_pixels() { pixels(*page, sheet.scale) } else { Ok([0, 0]) };
        let pixels = match pixels {
            Ok([0, _]) => String::new(),
            Ok([columns, rows]) => {
                let (columns, rows) = (thousands(&columns.to_string()), thousands(&rows.to_string()));
                say!("save-figure-pixels-out", columns = columns, rows = rows)
            }
            Err(sentence) => sentence,
        };
        let is_tall = sheet.preset.is_some_and(|preset| page.y > preset.tallest()) && *pages == 1;
        let pages = if is_tall {
            say!("save-figure-tall").to_owned()
        } else if *pages > 1 {
            say!("save-figure-pages", n = *pages)
        } else {
            String::new()
        };
        let remark = sheet.preset.map_or("", |preset| preset.remark());
        let parts = [size.as_str(), pixels.as_str(), pages.as_str(), remark];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// A length without decimals, with thousands commas.
fn whole(length: f32) -> String {
    thousands(&format!("{length:.0}"))
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
