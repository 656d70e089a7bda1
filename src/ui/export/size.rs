//! Format, and the size by hand: what each format is for, width and height, the resolution of pictures.

use egui::Ui;

use crate::app::{Density, FigureFormat, Preset, SizeFaults, Sizing};
use crate::say;
use crate::theme::{Tokens, Type};

use super::super::controls::{Indent, ToggleShape, bold, caution, choice, fold_ui, quiet, selector};
use super::{ExportForm, Lines};

const NUMBER_WIDTH: f32 = 70.0;

impl ExportForm<'_> {
    pub(super) fn format_ui(&mut self, ui: &mut Ui) {
        ui.label(bold(say!("dialog-save-format"), Type::Body));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            for format in FigureFormat::of_figures() {
                let name = format.ending().to_uppercase();
                let on = self.draft.format == format;
                let spoken = say!("dialog-save-format-spoken", format = name.as_str());
                if choice(ui, self.tokens, ToggleShape::Chip, on, &name, &spoken).clicked() {
                    self.draft.format = format;
                }
            }
        });
        // As high as the longest of them, so that the name keeps its place whatever format is chosen.
        let (width, ink) = (ui.available_width(), self.tokens.quiet);
        let height = |format: FigureFormat| {
            ui.painter().layout(format.purpose().to_owned(), Type::Small.regular(), ink, width).size().y
        };
        let highest = FigureFormat::of_figures().map(height).fold(0.0, f32::max);
        ui.scope(|ui| {
            ui.set_min_height(highest);
            ui.label(quiet(self.draft.format.purpose(), self.tokens));
        });
    }

    /// How a table begins, below the name, which it does not move.
    pub(super) fn mark_ui(&mut self, ui: &mut Ui) {
        if self.draft.format.has_mark() {
            csv_ui(ui, self.tokens, &mut self.draft.csv_mark);
        }
    }

    /// What few need: a size by hand; that figures are light, and where small counts are suppressed.
    pub(super) fn options_ui(&mut self, ui: &mut Ui) {
        let (words, spoken) = (say!("save-figure-options"), say!("save-figure-options.spoken"));
        fold_ui(ui, words, spoken, "options-of-the-figure", Indent::Flush, |ui| {
            if self.draft.format.has_size() {
                let mut by_hand = self.draft.sizing.preset.is_none();
                if ui.checkbox(&mut by_hand, say!("save-figure-by-hand")).changed() {
                    self.draft.sizing.preset = if by_hand { None } else { Some(Preset::Page) };
                }
                if by_hand {
                    self.size_ui(ui);
                }
            }
            ui.label(quiet(say!("save-figure-options-colours"), self.tokens));
            ui.label(quiet(say!("save-figure-options-small-counts"), self.tokens));
        });
    }

    fn size_ui(&mut self, ui: &mut Ui) {
        let format = self.draft.format;
        let faults = self.draft.sizing.sheet(format).err().unwrap_or_default();
        ui.horizontal_wrapped(|ui| {
            ui.label(bold(say!("dialog-size"), Type::Body));
            let label = ui.label(say!("dialog-width")).id;
            let mut width = std::mem::take(&mut self.draft.sizing.width);
            self.field(ui, &mut width, label, NUMBER_WIDTH, Lines::One);
            self.draft.sizing.width = width;
            ui.label(say!("dialog-save-points"));
            let label = ui.label(say!("dialog-save-height")).id;
            let mut height = std::mem::take(&mut self.draft.sizing.height);
            let empty =
                super::field(&mut height, NUMBER_WIDTH + 14.0, Lines::One).hint_text(say!("dialog-save-height.empty"));
            self.add_field(ui, empty, label).on_hover_text(say!("dialog-save-height.hint"));
            self.draft.sizing.height = height;
            ui.label(say!("dialog-save-points"));
        });
        if format.has_pixels() {
            ui.horizontal_wrapped(|ui| {
                resolution_ui(ui, &mut self.draft.sizing);
                if self.draft.sizing.density == Density::Pixels {
                    let label = ui.label(say!("dialog-pixels")).id;
                    let mut pixels = std::mem::take(&mut self.draft.sizing.pixels);
                    self.field(ui, &mut pixels, label, NUMBER_WIDTH, Lines::One);
                    self.draft.sizing.pixels = pixels;
                }
            });
        }
        faults_ui(ui, self.tokens, &faults);
    }
}

pub(in super::super) fn resolution_ui(ui: &mut Ui, sizing: &mut Sizing) {
    ui.label(say!("dialog-resolution"));
    let densities: Vec<_> = Density::ALL.into_iter().map(|density| (density, density.label().to_owned())).collect();
    if let Some(density) = selector(ui, say!("dialog-resolution.spoken"), 170.0, &sizing.density, &densities) {
        sizing.density = density;
    }
}

pub(in super::super) fn faults_ui(ui: &mut Ui, tokens: &Tokens, faults: &SizeFaults) {
    for sentence in [&faults.width, &faults.height, &faults.pixels].into_iter().flatten() {
        caution(ui, tokens, sentence);
    }
}

/// How a CSV begins, and which file is the one for Excel.
pub(in super::super) fn csv_ui(ui: &mut Ui, tokens: &Tokens, has_mark: &mut bool) {
    ui.checkbox(has_mark, say!("dialog-csv-mark")).on_hover_text(say!("dialog-csv-mark.hint"));
    ui.label(quiet(say!("dialog-csv-excel"), tokens));
}
