//! Text on a figure: laid out, measured and put at a place.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Align2, Color32, FontId, Galley, Painter, Pos2, Rect};

/// Letters are made no smaller than this to fit.
const LEAST_LETTERS: f32 = 7.5;

/// What text is put down with.
pub(super) struct TextStyle<'a> {
    pub painter: &'a Painter,
}

impl TextStyle<'_> {
    /// Lays text out within `width`, wrapping it.
    pub fn wrapped(&self, words: &str, font: FontId, colour: Color32, width: f32, align: Align) -> Arc<Galley> {
        let mut job = LayoutJob::single_section(words.to_owned(), TextFormat::simple(font, colour));
        job.wrap.max_width = width;
        job.halign = align;
        self.painter.layout_job(job)
    }

    /// Words on as few lines as fit into `width`, in smaller letters where the longest of them alone would not fit.
    pub fn fitted(&self, words: &str, font: FontId, colour: Color32, width: f32, align: Align) -> Arc<Galley> {
        let longest = words.split_whitespace().map(|word| self.width(word, font.clone())).fold(0.0, f32::max);
        let mut font = font;
        if longest > width {
            font.size = (font.size * (width - 1.0) / longest * 2.0).floor() / 2.0;
            font.size = font.size.max(LEAST_LETTERS);
        }
        self.wrapped(words, font, colour, width, align)
    }

    /// Width of one line of text.
    pub fn width(&self, words: &str, font: FontId) -> f32 {
        self.painter.layout_no_wrap(words.to_owned(), font, Color32::PLACEHOLDER).size().x
    }

    /// One line of text, anchored at a point; gives the rectangle it takes.
    pub fn line(&self, at: Pos2, anchor: Align2, words: &str, font: FontId, colour: Color32) -> Rect {
        if words.is_empty() {
            return Rect::from_min_size(at, egui::Vec2::ZERO);
        }
        let galley = self.painter.layout_no_wrap(words.to_owned(), font, colour);
        let rect = anchor.anchor_size(at, galley.size());
        self.painter.galley(rect.min, galley, colour);
        rect
    }

    /// Wrapped text from a top left corner; gives the y where it ends.
    pub fn paragraph(&self, at: Pos2, words: &str, font: FontId, colour: Color32, width: f32) -> f32 {
        let galley = self.wrapped(words, font, colour, width, Align::LEFT);
        let height = galley.size().y;
        self.painter.galley(at, galley, colour);
        at.y + height
    }

    /// Wrapped text whose right edge is at `right`; gives the y where it ends.
    pub fn right_paragraph(&self, right: Pos2, galley: Arc<Galley>, colour: Color32) -> f32 {
        let height = galley.size().y;
        // Without words there is no right edge to stand at.
        if !galley.text().is_empty() {
            self.painter.galley(right, galley, colour);
        }
        right.y + height
    }
}
