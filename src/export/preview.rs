//! A look at a figure before it is saved: its pages as the file would show them, one below the other.

use egui::{Color32, ColorImage, Vec2};

use crate::figure::Figure;
use crate::progress::ProgressRange;

use super::figure::{DRAWING, FigureLayout, PageSize};
use super::slides::{pages, whole};
use super::{ExportError, FontFaces, Format};

/// Between two pages, in pixels of the screen.
const GAP: usize = 12;

/// A page that is much taller than the room is not made smaller than this share of what is as wide as the room; it scrolls.
const LEAST_SHARE: f32 = 0.55;

/// How large a preview is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PreviewSize {
    /// The room into which a page is fitted, in pixels; `None` for as large as it comes out.
    pub room: Option<Vec2>,
    /// Pixels of the screen to the point, which no page is made larger than.
    pub pixels_per_point: f32,
    /// The longest side of a picture, in pixels.
    pub longest: f32,
}

/// A look at a figure before it is saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The pages, as the file would show them, smaller or larger.
    pub image: ColorImage,
    /// The size of a page as it comes out, in points.
    pub page: Vec2,
    /// How many pages there are.
    pub pages: usize,
    /// The smallest type as it comes out, in points of a printer; `None` without words.
    pub smallest_type: Option<f32>,
    /// What is to be said of the letters; `None` where there is nothing.
    pub remark: Option<String>,
}

/// The picture that a file of this format would show.
///
/// # Errors
/// As [`super::figure::to_svg`].
pub fn to_preview(
    figure: &Figure,
    format: Format,
    sheet: PageSize,
    size: PreviewSize,
    fonts: &FontFaces,
    stretch: ProgressRange<'_>,
) -> Result<Preview, ExportError> {
    let laying = stretch.part(0.0..DRAWING);
    let drawings: Vec<FigureLayout> = if format.has_pages() {
        pages(figure, None, sheet, laying)?.into_iter().map(|page| page.drawing).collect()
    } else {
        vec![whole(figure, sheet, laying)?]
    };
    let outs = || drawings.iter().map(|drawing| drawing.page.comes_out());
    let page = outs().fold(Vec2::ZERO, Vec2::max);
    let gaps = (GAP * drawings.len().saturating_sub(1)) as f32;
    let height: f32 = outs().map(|out| out.y).sum();
    let fitted = size.room.map_or(f32::INFINITY, |room| {
        let (wide, high) = (room.x / page.x, room.y / page.y);
        wide.min(high.max(wide * LEAST_SHARE))
    });
    let most = (size.longest / page.x).min((size.longest - gaps).max(1.0) / height);
    let scale = fitted.min(size.pixels_per_point).min(most);
    let painting = stretch.part(DRAWING..1.0);
    let images = drawings.iter().enumerate().map(|(nth, drawing)| {
        let image = drawing.image(scale, fonts, painting.step(nth, drawings.len()))?;
        painting.report(nth + 1, drawings.len())?;
        Ok(image)
    });
    let image = below_each_other(images.collect::<Result<_, ExportError>>()?);
    let of_letters = drawings.iter().find_map(|drawing| drawing.remark(fonts));
    let of_type = drawings.iter().find_map(FigureLayout::remark_on_type);
    Ok(Preview {
        image,
        page,
        pages: drawings.len(),
        smallest_type: drawings.iter().filter_map(FigureLayout::smallest_type).reduce(f32::min),
        remark: of_letters.into_iter().chain(of_type).reduce(two_sentences),
    })
}

/// One sentence after another.
pub(super) fn two_sentences(mut first: String, second: String) -> String {
    first.extend([" ".to_owned(), second]);
    first
}

/// Pictures of one width as one picture.
fn below_each_other(images: Vec<ColorImage>) -> ColorImage {
    let width = images.iter().map(ColorImage::width).max().unwrap_or_default();
    let mut all = ColorImage::new([width, 0], Vec::new());
    for image in images {
        if all.size[1] > 0 {
            all.pixels.extend(std::iter::repeat_n(Color32::TRANSPARENT, width * GAP));
        }
        for row in image.pixels.chunks(image.width().max(1)) {
            all.pixels.extend(row.iter().copied().chain(std::iter::repeat(Color32::TRANSPARENT)).take(width));
        }
    }
    all.size[1] = all.pixels.len() / width.max(1);
    all.source_size = Vec2::new(all.size[0] as f32, all.size[1] as f32);
    all
}
