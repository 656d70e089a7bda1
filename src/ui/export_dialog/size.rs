//! Format and size: what each format is for, width and height with their millimetres, the resolution of pictures.

use egui::Ui;

use crate::app::{Density, FigureFormat, SizeFaults, Sizing, has_size, millimetres, pixels};
use crate::theme::{Tokens, Type};

use super::super::controls::{Shape, bold, caution, choice, quiet, selector};
use super::{Desk, Lines};

const NUMBER_WIDTH: f32 = 70.0;

impl Desk<'_> {
    pub(super) fn format_ui(&mut self, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            ui.label(bold("Format", Type::Body));
            for format in FigureFormat::ALL {
                let name = format.ending().to_uppercase();
                let on = self.draft.format == format;
                if choice(ui, self.tokens, Shape::Chip, on, &name, &format!("Format: {name}")).clicked() {
                    self.draft.format = format;
                }
            }
        });
        ui.label(quiet(purpose(self.draft.format), self.tokens));
    }

    pub(super) fn size_ui(&mut self, ui: &mut Ui) {
        let format = self.draft.format;
        if !has_size(format) {
            return;
        }
        let faults = self.draft.sizing.sheet(format).err().unwrap_or_default();
        ui.horizontal_wrapped(|ui| {
            ui.label(bold("Size", Type::Body));
            let label = ui.label("Width").id;
            let mut width = std::mem::take(&mut self.draft.sizing.width);
            self.field(ui, &mut width, label, NUMBER_WIDTH, Lines::One);
            self.draft.sizing.width = width;
            ui.label("points");
            let label = ui.label("Least height").id;
            let mut height = std::mem::take(&mut self.draft.sizing.height);
            let empty = super::field(&mut height, NUMBER_WIDTH + 14.0, Lines::One).hint_text("as needed");
            self.add_field(ui, empty, label)
                .on_hover_text("Empty: as tall as the figure needs. A figure that needs more grows.");
            self.draft.sizing.height = height;
            ui.label("points");
        });
        if format == FigureFormat::Png {
            ui.horizontal_wrapped(|ui| {
                resolution_ui(ui, &mut self.draft.sizing);
                if self.draft.sizing.density == Density::Pixels {
                    let label = ui.label("Pixels across").id;
                    let mut pixels = std::mem::take(&mut self.draft.sizing.pixels);
                    self.field(ui, &mut pixels, label, NUMBER_WIDTH, Lines::One);
                    self.draft.sizing.pixels = pixels;
                }
            });
        }
        faults_ui(ui, self.tokens, &faults);
        if faults == SizeFaults::default() {
            ui.label(quiet(self.size_in_words(), self.tokens));
        }
    }

    /// How large the file becomes: on paper, and in pixels.
    fn size_in_words(&self) -> String {
        let Ok(sheet) = self.draft.sizing.sheet(self.draft.format) else { return String::new() };
        let Some(page) = self.dialog.preview.page() else {
            return format!("{:.0} mm wide on paper; a point is 1/96 inch.", millimetres(sheet.width));
        };
        let paper = format!(
            "{:.0} × {:.0} points, on paper {:.0} × {:.0} mm",
            page.x,
            page.y,
            millimetres(page.x),
            millimetres(page.y)
        );
        match self.draft.format {
            FigureFormat::Png => match pixels(page, sheet.scale) {
                Ok([columns, rows]) => format!("{paper}; {columns} × {rows} pixels."),
                Err(sentence) => sentence,
            },
            _ => format!("{paper}."),
        }
    }
}

pub(in super::super) fn resolution_ui(ui: &mut Ui, sizing: &mut Sizing) {
    ui.label("Resolution");
    let densities: Vec<_> = Density::ALL.into_iter().map(|density| (density, density.title().to_owned())).collect();
    if let Some(density) = selector(ui, "Resolution of the picture", 170.0, &sizing.density, &densities) {
        sizing.density = density;
    }
}

pub(in super::super) fn faults_ui(ui: &mut Ui, tokens: &Tokens, faults: &SizeFaults) {
    for sentence in [&faults.width, &faults.height, &faults.pixels].into_iter().flatten() {
        caution(ui, tokens, sentence);
    }
}

/// What a format is for.
pub(in super::super) fn purpose(format: FigureFormat) -> &'static str {
    match format {
        FigureFormat::Svg => "A drawing that stays sharp at any size, for Word, PowerPoint and the web.",
        FigureFormat::Png => "A picture, for places that take no drawing.",
        FigureFormat::Pdf => "A page whose words can be selected, searched and read aloud.",
        FigureFormat::Csv => "The rows behind the figure, for any spreadsheet; it holds no title and no notes.",
        FigureFormat::Xlsx => "A workbook: the rows, a chart that can be edited, and the notes.",
    }
}
