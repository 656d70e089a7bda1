//! A figure as a file: drawn by the same code as in the window, in the light theme, still, never panned or zoomed.

use egui::epaint::ClippedShape;
use egui::{Margin, Shape, Vec2};

use crate::draw::{self, Extent, Interactivity, Measured, RowLayout, Setting};
use crate::figure::{Figure, left_out_sentences};
use crate::progress::{Progress, ProgressRange};
use crate::theme::{self, Tokens};

use super::fonts::Medium;
use super::headless::{self, HeadlessFrame};
use super::pdf::{PartRole, Pdf, TaggedPart};
use super::pdf_pages::leaves;
use super::{About, ExportError, FontFaces, PageSheet, install_for_layout, pdf, png, svg};

/// Space around a figure on its page, in points.
pub(super) const MARGIN: f32 = 20.0;

/// The share of making a file that is laying out its figure, and the share of the rest that is parting a tall one into pages of
/// a PDF.
pub(super) const DRAWING: f32 = 0.2;
const PARTING: f32 = 0.3;

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
    /// Width of the page in points, the margin included.
    pub width: f32,
    /// The least height of the page in points; a figure that needs more grows.
    pub least_height: f32,
    /// Pixels a point, for PNG.
    pub scale: f32,
}

impl Default for PageSize {
    fn default() -> Self {
        Self { width: DEFAULT_WIDTH, least_height: 0.0, scale: 2.0 }
    }
}

/// The shapes of a figure on its page, as the window's drawing code makes them.
///
/// # Errors
/// [`ExportError::Size`] where the page is too narrow, too wide or too high.
pub fn shapes(figure: &Figure, sheet: PageSize) -> Result<(HeadlessFrame, PageSheet), ExportError> {
    draw(figure, None, sheet, Progress::default().without_progress()).map(|drawing| (drawing.drawn, drawing.page))
}

/// A figure on its page, with what stands where.
#[derive(Clone)]
pub(super) struct FigureLayout {
    pub drawn: HeadlessFrame,
    pub page: PageSheet,
    pub measured: Measured,
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
        let frame = egui::Frame::new().inner_margin(Margin::same(MARGIN as i8));
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
        height + 2.0 * MARGIN
    });
    stretch.report(1, 1)?;
    let height = drawn.height.max(sheet.least_height).ceil();
    let page = PageSheet { size: Vec2::new(sheet.width, height), background: tokens.surface };
    Ok(FigureLayout { drawn, page, measured })
}

impl FigureLayout {
    /// What is to be said of letters that stand in it as boxes; `None` where there are none.
    pub(super) fn remark(&self, fonts: &FontFaces) -> Option<String> {
        let mut texts = Vec::new();
        for clipped in &self.drawn.shapes {
            texts_of(&clipped.shape, &mut texts);
        }
        fonts.remark_on(texts.into_iter(), Medium::Drawing)
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

    /// What was drawn of this figure, as PDF: on one page, or drawn anew on several.
    ///
    /// # Errors
    /// As [`to_pdf`].
    pub(super) fn pdf(
        &self,
        figure: &Figure,
        sheet: PageSize,
        fonts: &FontFaces,
        stretch: ProgressRange<'_>,
    ) -> Result<Pdf, ExportError> {
        let leaves = leaves(figure, self, sheet, stretch.part(0.0..PARTING))?.into_iter();
        let pages: Vec<pdf::PdfPage> = leaves
            .map(|leaf| pdf::PdfPage { page: leaf.drawing.page, parts: parts(&leaf.figure, leaf.drawing.drawn.shapes) })
            .collect();
        pdf::pdf_from_leaves(&pages, fonts, &about(figure), stretch.part(PARTING..1.0))
    }
}

/// The texts among shapes.
fn texts_of<'s>(shape: &'s Shape, texts: &mut Vec<&'s str>) {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the shapes are those of the toolkit")]
    match shape {
        Shape::Text(text) => texts.push(&text.galley.job.text),
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
    draw(figure, None, sheet, work.without_progress())?.svg(figure, fonts, work.without_progress())
}

/// A figure as PNG: the same shapes, painted.
///
/// # Errors
/// As [`to_svg`], and where the picture would be too large.
pub fn to_png(figure: &Figure, sheet: PageSize, fonts: &FontFaces) -> Result<Vec<u8>, ExportError> {
    let work = Progress::default();
    draw(figure, None, sheet, work.without_progress())?.png(figure, sheet.scale, fonts, work.without_progress())
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
    let FigureLayout { drawn, page, .. } = draw(figure, None, sheet, stretch.part(0.0..DRAWING))?;
    image(&drawn, &page, sheet.scale, fonts, stretch.part(DRAWING..1.0))
}

fn image(
    drawn: &HeadlessFrame,
    page: &PageSheet,
    scale: f32,
    fonts: &FontFaces,
    stretch: ProgressRange<'_>,
) -> Result<egui::ColorImage, ExportError> {
    let (size, pixels) = png::pixels_of_shapes(&drawn.shapes, page, fonts, scale, stretch)?;
    Ok(egui::ColorImage::from_rgba_premultiplied(size, &pixels))
}

/// A look at a figure before it is saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The picture, as the file would show it, smaller or larger.
    pub image: egui::ColorImage,
    /// The size of the page in points.
    pub page: Vec2,
    /// What is to be said of letters that stand in it as boxes; `None` where there are none.
    pub remark: Option<String>,
}

/// The picture that a file would show, `width` pixels wide, narrower where it would be higher than `highest` pixels.
///
/// # Errors
/// As [`to_svg`].
pub fn to_preview(
    figure: &Figure,
    sheet: PageSize,
    width: f32,
    highest: f32,
    fonts: &FontFaces,
    stretch: ProgressRange<'_>,
) -> Result<Preview, ExportError> {
    let drawing = draw(figure, None, sheet, stretch.part(0.0..DRAWING))?;
    let remark = drawing.remark(fonts);
    let FigureLayout { drawn, page, .. } = drawing;
    let scale = (width / page.size.x).min(highest / page.size.y);
    Ok(Preview { image: image(&drawn, &page, scale, fonts, stretch.part(DRAWING..1.0))?, page: page.size, remark })
}

/// A figure as PDF: the same shapes, with their words as text; on several pages where it is taller than A4 at this width, or
/// than [`PageSize::least_height`] where that is more.
///
/// # Errors
/// As [`to_svg`], and where the page would be longer than a PDF can be.
pub fn to_pdf(figure: &Figure, sheet: PageSize, fonts: &FontFaces) -> Result<Pdf, ExportError> {
    let work = Progress::default();
    draw(figure, None, sheet, work.without_progress())?.pdf(figure, sheet, fonts, work.without_progress())
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
