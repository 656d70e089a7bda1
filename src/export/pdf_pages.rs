//! The pages of a figure for PDF: one as high as it needs, or several of the proportions of A4 where it is taller than that.

use egui::Vec2;

use crate::draw::Measured;
use crate::figure::pages::{PageSpace, continued, plan, split};
use crate::figure::{Body, Figure};
use crate::progress::ProgressRange;
use crate::theme::space;

use super::figure::{FigureLayout, PageSize, draw};
use super::{ExportError, PageSheet};

/// A page of a figure: the figure that it shows, and its drawing.
pub(super) struct FigurePage {
    /// What stands on it.
    pub figure: Figure,
    /// How.
    pub drawing: FigureLayout,
}

/// The pages of a figure that was drawn as a whole. A page is as high as [`PageSize::page_height`] says; only what can't be parted makes one
/// higher.
///
/// # Errors
/// As [`super::figure::shapes`].
pub(super) fn leaves(
    figure: &Figure,
    whole: &FigureLayout,
    sheet: PageSize,
    stretch: ProgressRange<'_>,
) -> Result<Vec<FigurePage>, ExportError> {
    let (height, margin) = (sheet.page_height(), sheet.margin());
    let Measured { items, head, body, rows } = &whole.measured;
    if whole.page.size.y <= height || items.is_empty() || matches!(figure.body, Body::Empty(_)) {
        return Ok(vec![FigurePage { figure: figure.clone(), drawing: whole.clone() }]);
    }
    let mut group = None;
    let in_items = items.iter().map(|item| {
        let heading = if group == Some(item.group) { 0.0 } else { item.heading };
        group = Some(item.group);
        item.height + heading
    });
    // Heads and ticks of panels, the space around all, and the gap below the body, which stands on every page.
    let around = body - in_items.sum::<f32>() + 2.0 * margin + space::M;
    let notes = whole.drawn.height - 2.0 * margin - space::M - head - body;
    let next = split(&Figure { title: continued(&figure.title, 999, 999), ..figure.clone() }, items, &[1]);
    let next_head = match next.first() {
        Some(page) => draw(page, rows.as_ref(), sheet, stretch.part(0.0..0.0))?.measured.head,
        None => *head,
    };
    let room = PageSpace { first: height - head - around, next: height - next_head - around, notes };
    let pages = split(figure, items, &plan(items, room));
    let of = pages.len();
    let drawn = pages.into_iter().enumerate().map(|(nth, page)| {
        let mut drawing = draw(&page, rows.as_ref(), sheet, stretch.step(nth, of))?;
        // Pages of one figure are of one size, as paper is.
        let high = drawing.page.size.y.max(height);
        drawing.page = PageSheet { size: Vec2::new(sheet.width, high), ..drawing.page };
        Ok(FigurePage { figure: page, drawing })
    });
    drawn.collect()
}
