//! A figure as a file: drawn by the same code as in the window, in the light theme, still, never panned or zoomed.

use egui::epaint::{ClippedShape, TextShape};
use egui::{Margin, Shape, Vec2};

use crate::draw::{self, Extent, Interactivity, Measured, RowLayout, Setting};
use crate::figure::{Figure, left_out_sentences};
use crate::progress::{Progress, ProgressRange};
use crate::say;
use crate::theme::{self, Tokens};

use super::fonts::Medium;
use super::headless::{self, HeadlessFrame};
use super::pdf::{PartRole, Pdf, TaggedPart};
use super::pdf_pages::FigurePage;
use super::preset::{LEGIBLE_ON_A_SLIDE, Preset, printers_points};
use super::slides::{pages, whole};
use super::{About, ExportError, FontFaces, PageSheet, install_for_layout, pdf, png, svg};

/// Space around a figure on its page where nothing else is asked for, in points.
const MARGIN: f32 = 20.0;

/// Height of A4 as a share of its width.
const A4: f32 = 297.0 / 210.0;

/// The share of making a file that is laying out its figure, and the share of the rest that is parting a tall one into pages of
/// a PDF.
pub(super) const DRAWING: f32 = 0.2;
pub(super) const PARTING: f32 = 0.3;

/// The width of a page where none is asked for, in points.
pub const DEFAULT_WIDTH: f32 = 1000.0;

/// The widest and the narrowest page, in points.
pub const WIDTHS: std::ops::RangeInclusive<f32> = 320.0..=6000.0;

/// Dots to the inch at a scale of 1: a point is a CSS pixel.
pub const DOTS_PER_INCH: f32 = 96.0;

/// The coarsest and the finest picture, in dots to the inch.
pub const RESOLUTIONS: std::ops::RangeInclusive<f32> = 24.0..=2400.0;

/// The scale that gives so many dots to the inch, with the figure's size on paper kept.
///
/// # Errors
/// [`ExportError::Resolution`] where it is out of [`RESOLUTIONS`].
pub fn scale_of_dpi(dpi: f32) -> Result<f32, ExportError> {
    if RESOLUTIONS.contains(&dpi) {
        Ok(dpi / DOTS_PER_INCH)
    } else {
        Err(ExportError::Resolution { dpi, low: *RESOLUTIONS.start(), high: *RESOLUTIONS.end() })
    }
}

/// How large a figure becomes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageSize {
    /// Width of the page as it is laid out, in points, the margin included.
    pub width: f32,
    /// The least height of the page as it is laid out, in points; a figure that needs more grows.
    pub least_height: f32,
    /// Pixels a point as it comes out, for PNG.
    pub scale: f32,
    /// What it is for, which says how large it comes out; `None` for as large as it is laid out.
    pub preset: Option<Preset>,
}

impl PageSize {
    /// Where nothing is asked for.
    pub const USUAL: Self = Self { width: DEFAULT_WIDTH, least_height: 0.0, scale: 2.0, preset: None };

    /// How many times as large it comes out as it is laid out.
    pub fn zoom(&self) -> f32 {
        self.preset.map_or(1.0, |preset| preset.width() / self.width)
    }

    /// The same page, which comes out at least this high, in points.
    #[must_use]
    pub fn at_least(self, height: f32) -> Self {
        Self { least_height: height / self.zoom(), ..self }
    }

    /// Space around the figure, in points.
    pub(super) fn margin(&self) -> f32 {
        self.preset.map_or(MARGIN, Preset::margin)
    }

    /// How high the pages of a PDF are that has several, in points.
    pub(super) fn page_height(&self) -> f32 {
        let usual = || (self.width * A4).floor();
        self.preset.map_or_else(usual, |preset| preset.page_height(self.width)).max(self.least_height)
    }
}

impl Default for PageSize {
    fn default() -> Self {
        Self::USUAL
    }
}

/// The shapes of a figure on its page, as the window's drawing code makes them.
///
/// # Errors
/// [`ExportError::Size`] where the page is too narrow, too wide or too high, and [`ExportError::SlideTooFull`] where no slide can hold it.
pub fn shapes(figure: &Figure, sheet: PageSize) -> Result<(HeadlessFrame, PageSheet), ExportError> {
    whole(figure, sheet, Progress::default().without_progress()).map(|drawing| (drawing.drawn, drawing.page))
}

/// A figure on its page, with what stands where.
#[derive(Clone)]
pub(super) struct FigureLayout {
    pub drawn: HeadlessFrame,
    pub page: PageSheet,
    pub measured: Measured,
    pub sheet: PageSize,
}

/// Draws a figure, its rows laid out as those of the figure that it is a page of.
///
/// # Errors
/// As [`shapes`].
pub(super) fn draw(
    figure: &Figure,
    rows: Option<&RowLayout>,
    sheet: PageSize,
    stretch: ProgressRange<'_>,
) -> Result<FigureLayout, ExportError> {
    if !WIDTHS.contains(&sheet.width) {
        return Err(ExportError::Size { side: "width", value: sheet.width, low: *WIDTHS.start(), high: *WIDTHS.end() });
    }
    if !(0.0..=20_000.0).contains(&sheet.least_height) {
        return Err(ExportError::Size { side: "height", value: sheet.least_height, low: 1.0, high: 20_000.0 });
    }
    let tokens = Tokens::light();
    let setup = |ctx: &egui::Context| {
        install_for_layout(ctx);
        theme::install_style(ctx, &tokens);
    };
    let mut measured = Measured::default();
    let drawn = headless::shapes_of(Vec2::new(sheet.width, sheet.least_height.max(100.0)), setup, |ui| {
        let frame = egui::Frame::new().inner_margin(Margin::same(sheet.margin() as i8));
        let mut height = 0.0;
        frame.show(ui, |ui| {
            let setting = Setting {
                tokens: &tokens,
                liveness: Interactivity::Static,
                extent: Extent::Whole,
                selected: None,
                order: None,
            };
            let done = draw::page_ui(ui, figure, rows, setting);
            (height, measured) = (done.height, done.measured);
        });
        height + 2.0 * sheet.margin()
    });
    stretch.report(1, 1)?;
    let height = drawn.height.max(sheet.least_height).ceil();
    let mut page = PageSheet::of(Vec2::new(sheet.width, height), tokens.surface);
    if let Some(preset) = sheet.preset {
        (page.zoom, page.unit) = (sheet.zoom(), preset.unit());
    }
    Ok(FigureLayout { drawn, page, measured, sheet })
}

impl FigureLayout {
    /// The texts on it.
    fn texts(&self) -> Vec<&TextShape> {
        let mut texts = Vec::new();
        for clipped in &self.drawn.shapes {
            texts_of(&clipped.shape, &mut texts);
        }
        texts
    }

    /// The size of the smallest type on it as it comes out, in points of a printer; `None` without words.
    pub(super) fn smallest_type(&self) -> Option<f32> {
        let sizes = self.texts().into_iter().filter(|text| !text.galley.job.text.trim().is_empty());
        let sizes = sizes.flat_map(|text| &text.galley.job.sections).map(|section| section.format.font_id.size);
        sizes.reduce(f32::min).map(|size| printers_points(size * self.page.zoom))
    }

    /// What is to be said of letters that stand in it as boxes; `None` where there are none.
    pub(super) fn remark(&self, fonts: &FontFaces) -> Option<String> {
        fonts.remark_on(self.texts().into_iter().map(|text| text.galley.job.text.as_str()), Medium::Drawing)
    }

    /// What is to be said of type that is too small for a slide; `None` where it is large enough, and where it is for no slide.
    pub(super) fn remark_on_type(&self) -> Option<String> {
        let smallest = self.smallest_type()?;
        let is_small = self.sheet.preset.is_some_and(Preset::is_slide) && smallest < LEGIBLE_ON_A_SLIDE - 0.05;
        is_small.then(|| say!("export-slide-small", smallest = format!("{smallest:.0}"), legible = LEGIBLE_ON_A_SLIDE))
    }

    /// What was drawn, as pixels.
    ///
    /// # Errors
    /// As [`to_png`].
    pub(super) fn image(
        &self,
        scale: f32,
        fonts: &FontFaces,
        stretch: ProgressRange<'_>,
    ) -> Result<egui::ColorImage, ExportError> {
        let (size, pixels) = png::pixels_of_shapes(&self.drawn.shapes, &self.page, fonts, scale, stretch)?;
        Ok(egui::ColorImage::from_rgba_premultiplied(size, &pixels))
    }

    /// What was drawn of this figure, as SVG.
    ///
    /// # Errors
    /// As [`to_svg`].
    pub(super) fn svg(
        &self,
        figure: &Figure,
        fonts: &FontFaces,
        stretch: ProgressRange<'_>,
    ) -> Result<String, ExportError> {
        svg::svg_from_shapes(&self.drawn.shapes, &self.page, fonts, &about(figure), stretch)
    }

    /// What was drawn of this figure, as PNG.
    ///
    /// # Errors
    /// As [`to_png`].
    pub(super) fn png(
        &self,
        figure: &Figure,
        scale: f32,
        fonts: &FontFaces,
        stretch: ProgressRange<'_>,
    ) -> Result<Vec<u8>, ExportError> {
        png::png_from_shapes(&self.drawn.shapes, &self.page, fonts, scale, &about(figure), stretch)
    }
}

/// Pages of a figure as PDF.
///
/// # Errors
/// As [`to_pdf`].
pub(super) fn pdf_of_pages(
    figure: &Figure,
    pages: Vec<FigurePage>,
    fonts: &FontFaces,
    stretch: ProgressRange<'_>,
) -> Result<Pdf, ExportError> {
    let page = |page: FigurePage| pdf::PdfPage {
        page: page.drawing.page,
        parts: parts(&page.figure, page.drawing.drawn.shapes),
    };
    let pages: Vec<pdf::PdfPage> = pages.into_iter().map(page).collect();
    pdf::pdf_from_leaves(&pages, fonts, &about(figure), stretch)
}

/// The texts among shapes.
fn texts_of<'s>(shape: &'s Shape, texts: &mut Vec<&'s TextShape>) {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the shapes are those of the toolkit")]
    match shape {
        Shape::Text(text) => texts.push(text),
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| texts_of(shape, texts)),
        _ => {}
    }
}

/// A figure as SVG.
///
/// # Errors
/// Where the page has an impossible size, or a shape can't be written.
pub fn to_svg(figure: &Figure, sheet: PageSize, fonts: &FontFaces) -> Result<String, ExportError> {
    let work = Progress::default();
    whole(figure, sheet, work.without_progress())?.svg(figure, fonts, work.without_progress())
}

/// A figure as PNG: the same shapes, painted.
///
/// # Errors
/// As [`to_svg`], and where the picture would be too large.
pub fn to_png(figure: &Figure, sheet: PageSize, fonts: &FontFaces) -> Result<Vec<u8>, ExportError> {
    let work = Progress::default();
    whole(figure, sheet, work.without_progress())?.png(figure, sheet.scale, fonts, work.without_progress())
}

/// A figure as pixels, for the clipboard.
///
/// # Errors
/// As [`to_png`].
pub fn to_pixels(
    figure: &Figure,
    sheet: PageSize,
    fonts: &FontFaces,
    stretch: ProgressRange<'_>,
) -> Result<egui::ColorImage, ExportError> {
    whole(figure, sheet, stretch.part(0.0..DRAWING))?.image(sheet.scale, fonts, stretch.part(DRAWING..1.0))
}

/// A figure as PDF: the same shapes, with their words as text; on several pages where it is taller than [`PageSize`] lets a page be.
///
/// # Errors
/// As [`to_svg`], and where the page would be longer than a PDF can be.
pub fn to_pdf(figure: &Figure, sheet: PageSize, fonts: &FontFaces) -> Result<Pdf, ExportError> {
    let work = Progress::default();
    let pages = pages(figure, None, sheet, work.without_progress())?;
    pdf_of_pages(figure, pages, fonts, work.without_progress())
}

/// The shapes as parts in reading order: headline, subtitle, picture, notes, what was left out, source.
///
/// The drawing does not say which shape is the headline, but its text does: words that stand on the page as a whole are
/// parted from the picture, and everything else is the picture.
fn parts(figure: &Figure, shapes: Vec<ClippedShape>) -> Vec<TaggedPart> {
    let empty = |role| TaggedPart { role, shapes: Vec::new() };
    let paragraph = |words: &String| empty(PartRole::Paragraph(words.clone()));
    let mut above = vec![empty(PartRole::Heading(figure.title.clone())), paragraph(&figure.subtitle)];
    let mut picture = empty(PartRole::Picture(figure.alt.clone()));
    let mut below: Vec<TaggedPart> = figure.notes.iter().map(|note| paragraph(&note.text)).collect();
    below.extend((!figure.author_note.is_empty()).then(|| paragraph(&figure.author_note)));
    below.extend(left_out_sentences(&figure.left_out).iter().map(paragraph));
    below.push(paragraph(&figure.source));
    for clipped in shapes {
        #[expect(clippy::wildcard_enum_match_arm, reason = "the shapes are those of the toolkit")]
        let home = match &clipped.shape {
            Shape::Text(text) => above
                .iter_mut()
                .chain(&mut below)
                .find(|part| part.shapes.is_empty() && part.role.words() == text.galley.job.text),
            _ => None,
        };
        home.unwrap_or(&mut picture).shapes.push(clipped);
    }
    let all = above.into_iter().chain(std::iter::once(picture)).chain(below);
    all.filter(|part| !part.shapes.is_empty()).collect()
}

fn about(figure: &Figure) -> About {
    About { title: figure.title.clone(), description: figure.alt.clone() }
}
