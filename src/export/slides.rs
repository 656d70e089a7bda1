//! Which page a figure is laid out on: the one that was asked for, or of several slides the one with the largest type that holds it.
//!
//! A slide is 16 to 9 and nothing else. As one picture the figure gets smaller type until it fits, down to the last width of the preset,
//! and beyond that it is refused. As PDF it goes over several slides instead, as soon as type would become too small for a room.

use crate::figure::Figure;
use crate::progress::ProgressRange;

use super::ExportError;
use super::figure::{FigureLayout, PageSize, draw};
use super::pdf_pages::{FigurePage, leaves};
use super::preset::LEGIBLE_ON_A_SLIDE;

impl FigureLayout {
    /// Whether it is as high as its page may be.
    fn fits(&self) -> bool {
        self.page.size.y <= self.sheet.page_height()
    }

    /// Whether its type can still be read at the back of a room.
    fn is_legible(&self) -> bool {
        self.smallest_type().is_none_or(|smallest| smallest >= LEGIBLE_ON_A_SLIDE - 0.05)
    }
}

/// The figure on one page.
///
/// # Errors
/// As [`super::figure::shapes`].
pub(super) fn whole(figure: &Figure, page: PageSize, stretch: ProgressRange<'_>) -> Result<FigureLayout, ExportError> {
    let Some(preset) = page.preset.filter(|preset| preset.is_slide()) else {
        return draw(figure, None, page, stretch);
    };
    let pages = preset.pages(page);
    for (nth, page) in pages.iter().enumerate() {
        let drawing = draw(figure, None, *page, stretch.step(nth, pages.len()))?;
        if drawing.fits() {
            return Ok(drawing);
        }
    }
    Err(ExportError::SlideTooFull)
}

/// The figure on as many pages as a PDF of it has; `drawn` is the figure on one page, where that is known already.
///
/// # Errors
/// As [`super::figure::shapes`].
pub(super) fn pages(
    figure: &Figure,
    drawn: Option<&FigureLayout>,
    page: PageSize,
    stretch: ProgressRange<'_>,
) -> Result<Vec<FigurePage>, ExportError> {
    let Some(preset) = page.preset.filter(|preset| preset.is_slide()) else {
        return match drawn {
            Some(drawing) => leaves(figure, drawing, page, stretch),
            None => leaves(figure, &draw(figure, None, page, stretch)?, page, stretch),
        };
    };
    let slides = preset.pages(page);
    let mut smallest = None;
    for (nth, page) in slides.iter().enumerate() {
        let stretch = stretch.step(nth, slides.len());
        let drawing = draw(figure, None, *page, stretch)?;
        // One slide is better than several as long as everybody can read it.
        if !drawing.is_legible() {
            break;
        }
        if drawing.fits() {
            return leaves(figure, &drawing, *page, stretch);
        }
        smallest = Some(nth);
    }
    for (nth, page) in slides.iter().enumerate().skip(smallest.unwrap_or(0)) {
        let stretch = stretch.step(nth, slides.len());
        let drawing = draw(figure, None, *page, stretch)?;
        let pages = leaves(figure, &drawing, *page, stretch)?;
        if pages.iter().all(|page| page.drawing.fits()) {
            return Ok(pages);
        }
    }
    Err(ExportError::SlideTooFull)
}
