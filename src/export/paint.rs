//! Shapes as pixels: painted from the same walk that SVG is written from, with the library that resvg paints with.
//!
//! Shapes are filled as a reader of the SVG would fill them (same numbers, same rules for fills, lines and clips); a test compares the two. It knows
//! nothing of files.

use std::rc::Rc;
use std::sync::MutexGuard;

use egui::epaint::ClippedShape;
use egui::{Color32, Pos2, Rect, Vec2};
use tiny_skia::{FillRule, Mask, Path, PathBuilder, Pixmap, Stroke, Transform};

use crate::progress::ProgressRange;

use super::canvas::{self, Canvas, GroupFrame, Ink, MITER_LIMIT, Paint, Rotation};
use super::glyph_path::{self, GlyphPath, PathStep};
use super::glyphs::{Coverage, Glyphs, LARGEST};
use super::text::GlyphRun;
use super::{ExportError, FontFaces, PageSheet};

/// Paints the shapes of a page on a picture of so many columns and rows, `scale` pixels to the point.
///
/// # Errors
/// A picture without size, and the first shape that cannot be painted as it looks.
pub(super) fn painted(
    shapes: &[ClippedShape],
    page: &PageSheet,
    fonts: &FontFaces,
    scale: f32,
    (columns, rows): (u32, u32),
    stretch: ProgressRange<'_>,
) -> Result<Pixmap, ExportError> {
    let none = ExportError::NoSize { width: page.size.x * scale, height: page.size.y * scale };
    let mut pixmap = Pixmap::new(columns, rows).ok_or(none)?;
    if page.background != Color32::TRANSPARENT {
        let Ink { rgb: [r, g, b], alpha } = Ink::of(page.background)?;
        pixmap.fill(tiny_skia::Color::from_rgba8(r, g, b, alpha));
    }
    let state = PaintState { transform: Transform::from_scale(scale, scale), turned: false, unseen: false, clip: None };
    let mut painter = Painter { pixmap, fonts, glyphs: fonts.glyphs(), scale, state, clip: None };
    canvas::put(&mut painter, shapes, page, stretch)?;
    Ok(painter.pixmap)
}

struct Painter<'f> {
    pixmap: Pixmap,
    fonts: &'f FontFaces,
    glyphs: MutexGuard<'f, Glyphs>,
    /// Pixels to the point.
    scale: f32,
    state: PaintState,
    /// The clip before, which is often the next one too.
    clip: Option<(Rect, Rc<Mask>)>,
}

/// What the frames around a shape make of it.
#[derive(Clone)]
struct PaintState {
    /// From points to pixels.
    transform: Transform,
    /// Whether it is more than the scale.
    turned: bool,
    /// Whether nothing is to be painted.
    unseen: bool,
    clip: Option<Rc<Mask>>,
}

impl Painter<'_> {
    fn transform(&self, turn: Option<Rotation>) -> Transform {
        match turn {
            Some(Rotation { degrees, about }) => {
                self.state.transform.pre_concat(Transform::from_rotate_at(degrees, about.x, about.y))
            }
            None => self.state.transform,
        }
    }

    fn fill_and_stroke(&mut self, path: &Path, paint: Paint, turn: Option<Rotation>) {
        let transform = self.transform(turn);
        let clip = self.state.clip.as_deref();
        if let Some(ink) = paint.fill {
            self.pixmap.fill_path(path, &colour(ink), FillRule::Winding, transform, clip);
        }
        // A line so thin that its width rounds to nothing is not seen in the SVG either.
        if let Some((ink, width)) = paint.stroke.filter(|(_, width)| *width > 0.0) {
            let stroke = Stroke { width, miter_limit: MITER_LIMIT, ..Stroke::default() };
            self.pixmap.stroke_path(path, &colour(ink), &stroke, transform, clip);
        }
    }

    /// The pixels of a rectangle on the page, the ones at its edge in part.
    fn mask(&mut self, clip: Rect) -> Result<Option<Rc<Mask>>, ExportError> {
        if let Some((known, mask)) = &self.clip
            && *known == clip
        {
            return Ok(Some(Rc::clone(mask)));
        }
        let Some(mut mask) = Mask::new(self.pixmap.width(), self.pixmap.height()) else { return Ok(None) };
        if let Some(path) = path_of(&glyph_path::rectangle(clip, 0.into(), 0.0)?) {
            mask.fill_path(&path, FillRule::Winding, true, Transform::from_scale(self.scale, self.scale));
        }
        let mask = Rc::new(mask);
        self.clip = Some((clip, Rc::clone(&mask)));
        Ok(Some(mask))
    }
}

impl Canvas for Painter<'_> {
    fn path(&mut self, outline: &GlyphPath, paint: Paint, turn: Option<Rotation>) -> Result<(), ExportError> {
        if !self.state.unseen
            && let Some(path) = path_of(outline)
        {
            self.fill_and_stroke(&path, paint, turn);
        }
        Ok(())
    }

    fn ellipse(&mut self, center: Pos2, radius: Vec2, paint: Paint, turn: Option<Rotation>) -> Result<(), ExportError> {
        let oval = tiny_skia::Rect::from_xywh(center.x - radius.x, center.y - radius.y, 2.0 * radius.x, 2.0 * radius.y);
        if !self.state.unseen
            && let Some(path) = oval.and_then(PathBuilder::from_oval)
        {
            self.fill_and_stroke(&path, paint, turn);
        }
        Ok(())
    }

    fn letters(&mut self, run: &GlyphRun, ink: Ink) -> Result<(), ExportError> {
        let face = self.fonts.shaping(run.weight)?;
        if self.state.unseen {
            return Ok(());
        }
        let unit = run.size / face.units_per_em();
        let start = Pos2::new(glyph_path::rounded(run.start.x), glyph_path::rounded(run.start.y));
        let size = run.size * self.scale;
        let colour = colour(ink);
        for glyph in face.run(run).iter() {
            let at = Pos2::new(start.x + glyph.x as f32 * unit, start.y + glyph.y as f32 * unit);
            if self.state.turned || size > LARGEST {
                if let Some(path) = self.glyphs.path(face, run.weight, glyph.id) {
                    let placed = self.state.transform.pre_translate(at.x, at.y).pre_scale(unit, unit);
                    let clip = self.state.clip.as_deref();
                    self.pixmap.fill_path(path, &colour, FillRule::Winding, placed, clip);
                }
                continue;
            }
            let place = (at.x * self.scale, at.y * self.scale);
            if let Some((column, row, coverage)) = self.glyphs.coverage(face, run.weight, glyph.id, size, place) {
                stamp(&mut self.pixmap, coverage, (column, row), ink, self.state.clip.as_deref());
            }
        }
        Ok(())
    }

    fn within(
        &mut self,
        frame: GroupFrame,
        inner: &mut dyn FnMut(&mut Self) -> Result<(), ExportError>,
    ) -> Result<(), ExportError> {
        let before = self.state.clone();
        match frame {
            GroupFrame::Unseen => self.state.unseen = true,
            GroupFrame::Turn(turn) => {
                self.state.transform = self.transform(Some(turn));
                self.state.turned = true;
            }
            GroupFrame::Clip(clip) => self.state.clip = self.mask(clip)?,
        }
        let put = inner(self);
        self.state = before;
        put
    }
}

/// An outline for the painter; `None` where there is nothing to paint.
fn path_of(outline: &GlyphPath) -> Option<Path> {
    let mut path = PathBuilder::new();
    for step in outline.steps() {
        match step {
            PathStep::Move(to) => path.move_to(to.x, to.y),
            PathStep::Line(to) => path.line_to(to.x, to.y),
            PathStep::Quad([a, to]) => path.quad_to(a.x, a.y, to.x, to.y),
            PathStep::Cubic([a, b, to]) => path.cubic_to(a.x, a.y, b.x, b.y, to.x, to.y),
            PathStep::Close => path.close(),
        }
    }
    path.finish()
}

fn colour(ink: Ink) -> tiny_skia::Paint<'static> {
    let Ink { rgb: [r, g, b], alpha } = ink;
    let mut paint = tiny_skia::Paint::default();
    paint.set_color_rgba8(r, g, b, alpha);
    paint.anti_alias = true;
    paint
}

/// A product of two shares of 255, as a share of 255.
fn share(a: u8, b: u8) -> u8 {
    let product = u32::from(a) * u32::from(b) + 128;
    ((product + (product >> 8)) >> 8) as u8
}

/// Lays a colour over the picture wherever a glyph covers it.
fn stamp(pixmap: &mut Pixmap, coverage: &Coverage, (column, row): (i32, i32), ink: Ink, clip: Option<&Mask>) {
    let (left, top) = (column + coverage.left, row + coverage.top);
    let (Ok(columns), Ok(rows)) = (usize::try_from(pixmap.width()), usize::try_from(pixmap.height())) else { return };
    // What stands left of the picture is passed over; what stands right of it has no pixel.
    let passed = usize::try_from(-left).unwrap_or(0);
    let from = usize::try_from(left).unwrap_or(0);
    let pixels = pixmap.data_mut().as_chunks_mut::<4>().0;
    for (nth, covered) in coverage.data.chunks_exact(coverage.columns.max(1)).enumerate() {
        let line = i32::try_from(nth).ok().and_then(|nth| usize::try_from(top + nth).ok());
        let Some(line) = line.filter(|line| *line < rows) else { continue };
        let begin = line * columns + from.min(columns);
        let end = (line + 1) * columns;
        let (Some(pixels), Some(covered)) = (pixels.get_mut(begin..end), covered.get(passed..)) else { continue };
        let clip = clip.and_then(|clip| clip.data().get(begin..end));
        for (nth, (pixel, covered)) in pixels.iter_mut().zip(covered).enumerate() {
            let covered = match clip {
                Some(clip) => share(*covered, clip.get(nth).copied().unwrap_or(0)),
                None => *covered,
            };
            if covered > 0 {
                lay(pixel, ink, share(covered, ink.alpha));
            }
        }
    }
}

/// Lays a colour over one pixel, which is premultiplied.
fn lay(pixel: &mut [u8; 4], Ink { rgb: [r, g, b], .. }: Ink, alpha: u8) {
    for (channel, colour) in pixel.iter_mut().zip([r, g, b, u8::MAX]) {
        *channel = share(colour, alpha).saturating_add(share(*channel, u8::MAX - alpha));
    }
}
