//! Laid-out text as runs for SVG: where each piece of one format begins, on which baseline, in which face.
//!
//! The shaping itself (kerning, ligatures) is left to usvg with the very same font files; a position for each letter would
//! break ligatures apart. A piece ends wherever egui places the next letter somewhere the shaper would not: at tabs, thin
//! spaces and justified gaps.

use egui::epaint::TextShape;
use egui::epaint::text::{ByteRangeExt as _, Glyph, LayoutJob, LayoutSection, PlacedRow};
use egui::{Color32, Pos2, Rect, Stroke, Vec2};

use crate::say;

use super::ExportError;
use super::fonts::weight_of;

/// A gap in points between where a letter ends and the next begins that no rounding explains.
const GAP: f32 = 0.6;

/// A piece of text in one format that the shaper can set from its start.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct GlyphRun {
    /// The start of the first letter, on the baseline, in points.
    pub start: Pos2,
    /// The letters; no white space at either end.
    pub text: String,
    /// The size of the em in points.
    pub size: f32,
    /// CSS font-weight: 400 or 700.
    pub weight: u16,
    /// Extra space between letters, in points.
    pub spacing: f32,
    /// The colour of the letters.
    pub color: Color32,
}

/// What a text shape consists of, in the order it is painted. Coordinates are those before the shape's rotation.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum TextPiece {
    /// A rectangle behind the letters.
    Background(Rect, Color32),
    /// Letters.
    Letters(GlyphRun),
    /// A line under or through the letters.
    Line([Pos2; 2], Stroke),
}

/// Takes a text shape apart.
///
/// # Errors
/// Slanted text and families other than the application's own two.
pub(super) fn pieces(shape: &TextShape) -> Result<Vec<TextPiece>, ExportError> {
    let mut out = Vec::new();
    if shape.opacity_factor <= 0.0 {
        return Ok(out);
    }
    let colors = Colors { shape };
    let mut sections = Sections::new(&shape.galley.job);
    for row in &shape.galley.rows {
        let origin = shape.pos + row.pos.to_vec2();
        let spans = from_right_to_left(shape).map_or_else(|| sections.spans(row), |span| vec![span]);
        for (section, glyphs) in spans {
            span(section, &glyphs, origin.to_vec2(), colors, &mut out)?;
        }
        if shape.underline != Stroke::NONE && row.size.x > 0.0 {
            let bounds = Rect::from_min_size(origin, row.size);
            out.push(TextPiece::Line([bounds.left_bottom(), bounds.right_bottom()], shape.underline));
        }
    }
    Ok(out)
}

/// How the shape changes the colours of its layout.
#[derive(Clone, Copy)]
struct Colors<'a> {
    shape: &'a TextShape,
}

impl Colors<'_> {
    fn of_letters(self, color: Color32) -> Color32 {
        self.of_other(self.shape.override_text_color.unwrap_or(color))
    }

    fn of_other(self, color: Color32) -> Color32 {
        let color = if color == Color32::PLACEHOLDER { self.shape.fallback_color } else { color };
        if self.shape.opacity_factor < 1.0 { color.gamma_multiply(self.shape.opacity_factor) } else { color }
    }
}

/// Writes the letters of one section within one row.
fn span(
    section: &LayoutSection,
    glyphs: &[Glyph],
    origin: Vec2,
    colors: Colors<'_>,
    out: &mut Vec<TextPiece>,
) -> Result<(), ExportError> {
    let (Some(first), Some(last)) = (glyphs.first(), glyphs.last()) else { return Ok(()) };
    let format = &section.format;
    if format.italics {
        return Err(ExportError::shape(say!("export-shape-slanted")));
    }
    let weight = weight_of(&format.font_id.family)?;
    let extent = first.logical_rect().with_max_x(last.max_x()).translate(origin);

    if format.background != Color32::TRANSPARENT {
        out.push(TextPiece::Background(extent.expand(format.expand_bg), colors.of_other(format.background)));
    }
    let new_run = |glyph: &Glyph| GlyphRun {
        start: glyph.pos + origin,
        text: String::new(),
        size: format.font_id.size,
        weight,
        spacing: format.extra_letter_spacing,
        color: colors.of_letters(format.color),
    };
    let mut run: Option<GlyphRun> = None;
    let mut end_x = first.pos.x;
    for glyph in glyphs {
        let moved = (glyph.pos.x - end_x - format.extra_letter_spacing).abs() > GAP + format.extra_letter_spacing.abs();
        if moved || is_placed_by_egui(glyph.chr) {
            finish(run.take(), out);
        }
        end_x = glyph.max_x();
        match &mut run {
            _ if is_placed_by_egui(glyph.chr) => {}
            Some(run) => run.text.push(glyph.chr),
            // White space draws nothing, so a run begins at its first letter.
            None if glyph.chr.is_whitespace() => {}
            None => {
                let mut begun = new_run(glyph);
                begun.text.push(glyph.chr);
                run = Some(begun);
            }
        }
    }
    finish(run, out);

    let mut line = |stroke: Stroke, y: f32| {
        if !stroke.is_empty() {
            let stroke = Stroke::new(stroke.width, colors.of_other(stroke.color));
            out.push(TextPiece::Line([Pos2::new(extent.left(), y), Pos2::new(extent.right(), y)], stroke));
        }
    };
    line(format.underline, extent.bottom());
    line(format.strikethrough, extent.center().y);
    Ok(())
}

fn finish(run: Option<GlyphRun>, out: &mut Vec<TextPiece>) {
    if let Some(mut run) = run {
        run.text.truncate(run.text.trim_end().len());
        out.push(TextPiece::Letters(run));
    }
}

/// Characters whose width egui decides itself, whatever the font says.
fn is_placed_by_egui(chr: char) -> bool {
    matches!(chr, '\t' | '\u{2009}' | '\u{202f}')
}

/// Walks the job's text beside its glyphs, because a finished layout no longer says which section a glyph belongs to.
struct Sections<'a> {
    /// Each character of the text that is still to come, with its section.
    coming: Vec<(char, &'a LayoutSection)>,
    /// How many of them have been passed.
    passed: usize,
}

impl<'a> Sections<'a> {
    fn new(job: &'a LayoutJob) -> Self {
        let coming =
            job.sections.iter().flat_map(|s| s.byte_range.slice(&job.text).chars().map(move |chr| (chr, s))).collect();
        Self { coming, passed: 0 }
    }

    /// The glyphs of a row, one group for each section in it, each with the letter of the text that it stands for.
    fn spans(&mut self, row: &PlacedRow) -> Vec<(&'a LayoutSection, Vec<Glyph>)> {
        let mut spans: Vec<(&'a LayoutSection, Vec<Glyph>)> = Vec::new();
        let mut before = None;
        for glyph in &row.glyphs {
            let drawn = glyph.chr;
            let Some((section, chr)) = self.next(drawn, before) else { continue };
            before = Some(drawn);
            let glyph = standing_for(*glyph, chr);
            match spans.last_mut() {
                Some((last, glyphs)) if std::ptr::eq(*last, section) => glyphs.push(glyph),
                _ => spans.push((section, vec![glyph])),
            }
        }
        spans
    }

    /// The section and the letter of the next glyph. Line ends have no glyph and are skipped; a character that is not in the text (the
    /// "…" of a shortened row) goes with the one before it; a sign of several parts has its first letter at several glyphs, each of
    /// which stands for the next letter of the text.
    fn next(&mut self, chr: char, before: Option<char>) -> Option<(&'a LayoutSection, char)> {
        if chr != '\n' {
            while let Some(('\n', _)) = self.coming.get(self.passed) {
                self.passed += 1;
            }
        }
        let rest = self.coming.get(self.passed..).unwrap_or_default();
        if before == Some(chr)
            && let Some((letter, section)) = rest.first().filter(|(letter, _)| *letter != chr)
        {
            self.passed += 1;
            return Some((section, *letter));
        }
        if let Some(skipped) = rest.iter().position(|(c, _)| *c == chr) {
            self.passed += skipped + 1;
        }
        let (_, section) = self.coming.get(self.passed.saturating_sub(1))?;
        Some((section, chr))
    }
}

/// The glyphs of a row that is all of a text in one format, which is written from right to left: the layout has its letters in the order
/// in which they stand, and some of them twice.
fn from_right_to_left(shape: &TextShape) -> Option<(&LayoutSection, Vec<Glyph>)> {
    let ([section], [row]) = (shape.galley.job.sections.as_slice(), shape.galley.rows.as_slice()) else { return None };
    let text = &shape.galley.job.text;
    let first = text.chars().find(|c| c.is_alphabetic())?;
    let is_turned = matches!(first, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    if !is_turned || shape.galley.elided || text.contains('\n') {
        return None;
    }
    let last = *row.glyphs.last()?;
    let letters = text.chars().enumerate();
    let glyphs = letters.map(|(nth, chr)| standing_for(*row.glyphs.get(nth).unwrap_or(&last), chr)).collect();
    Some((section, glyphs))
}

/// The glyph as one of another letter of the text.
fn standing_for(mut glyph: Glyph, chr: char) -> Glyph {
    glyph.chr = chr;
    glyph
}
