//! One walk over the shapes of egui for every writer: what a shape consists of is decided here, and each writer says only how
//! an outline, an ellipse or a run of letters looks in its format. So no writer can forget a shape that another knows.
//!
//! A shape that cannot be written as it looks is an error that names it, never a gap in the figure. Feathering, pixel
//! rounding and other means of the screen are left out.

use egui::emath::TSTransform;
use egui::epaint::{
    ClippedShape, ColorMode, CubicBezierShape, PathStroke, QuadraticBezierShape, RectShape, Shape, TextShape,
};
use egui::{Color32, Pos2, Rect, Stroke, StrokeKind, Vec2};

use crate::progress::ProgressRange;
use crate::say;

use super::glyph_path::{self, ContourEnd, GlyphPath, PathStep, rounded};
use super::text::{self, GlyphRun, TextPiece};
use super::{ExportError, PageSheet};

/// Beyond this ratio a corner is cut off: right angles stay sharp, narrower ones do not become spikes. egui does the same.
pub(super) const MITER_LIMIT: f32 = 1.5;

/// Where shapes are put: a file of SVG, or pixels.
pub(super) trait Canvas: Sized {
    /// Contours with their colours.
    fn path(&mut self, outline: &GlyphPath, paint: Paint, turn: Option<Rotation>) -> Result<(), ExportError>;

    /// An ellipse, whose radii are above 0.
    fn ellipse(&mut self, center: Pos2, radius: Vec2, paint: Paint, turn: Option<Rotation>) -> Result<(), ExportError>;

    /// Letters in one colour that is seen.
    fn letters(&mut self, run: &GlyphRun, ink: Ink) -> Result<(), ExportError>;

    /// Puts everything that `inner` puts into this frame.
    fn within(
        &mut self,
        frame: GroupFrame,
        inner: &mut dyn FnMut(&mut Self) -> Result<(), ExportError>,
    ) -> Result<(), ExportError>;
}

/// What holds for a group of shapes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum GroupFrame {
    /// Only what lies in this rectangle is seen.
    Clip(Rect),
    /// All of it is turned.
    Turn(Rotation),
    /// None of it is seen; it is only asked whether it could be written.
    Unseen,
}

/// A clockwise rotation about a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rotation {
    /// In degrees, in hundredths.
    pub degrees: f32,
    /// The point that stays, in points.
    pub about: Pos2,
}

impl Rotation {
    /// A rotation in radians; `None` where there is none.
    fn of(angle: f32, about: Pos2) -> Result<Option<Self>, ExportError> {
        if angle == 0.0 {
            return Ok(None);
        }
        if !(angle.is_finite() && about.is_finite()) {
            return Err(lost());
        }
        let about = Pos2::new(rounded(about.x), rounded(about.y));
        Ok(Some(Self { degrees: rounded(angle.to_degrees()), about }))
    }
}

/// A colour that is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ink {
    /// Red, green and blue.
    pub rgb: [u8; 3],
    /// 255 where nothing shines through.
    pub alpha: u8,
}

impl Ink {
    /// A colour of egui.
    ///
    /// # Errors
    /// One that was never chosen, or that adds light to what is behind it.
    pub(super) fn of(color: Color32) -> Result<Self, ExportError> {
        if color == Color32::PLACEHOLDER {
            return Err(ExportError::shape(say!("export-shape-no-colour")));
        }
        if color.is_additive() {
            return Err(ExportError::shape(say!("export-shape-adding-light")));
        }
        let [r, g, b, alpha] = color.to_srgba_unmultiplied();
        Ok(Self { rgb: [r, g, b], alpha })
    }
}

/// The colours of a shape, at least one of which is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Paint {
    /// Within its contours.
    pub fill: Option<Ink>,
    /// Along them, with the width in points, in hundredths.
    pub stroke: Option<(Ink, f32)>,
}

impl Paint {
    /// `None` where neither fill nor stroke is seen.
    fn of(fill: Color32, stroke: Stroke) -> Result<Option<Self>, ExportError> {
        let fill = if fill == Color32::TRANSPARENT { None } else { Some(Ink::of(fill)?) };
        let stroke = if stroke.is_empty() {
            None
        } else if stroke.width.is_finite() {
            Some((Ink::of(stroke.color)?, rounded(stroke.width)))
        } else {
            return Err(lost());
        };
        Ok((fill.is_some() || stroke.is_some()).then_some(Self { fill, stroke }))
    }
}

fn lost() -> ExportError {
    ExportError::shape(say!("export-shape-not-a-number"))
}

/// Puts all the shapes on a page, in the order in which they are painted.
///
/// # Errors
/// The first shape that cannot be written.
pub(super) fn put<C: Canvas>(
    canvas: &mut C,
    shapes: &[ClippedShape],
    page: &PageSheet,
    stretch: ProgressRange<'_>,
) -> Result<(), ExportError> {
    let page = Rect::from_min_size(Pos2::ZERO, page.size);
    for (nth, ClippedShape { clip_rect, shape, transform_after_tessellation }) in shapes.iter().enumerate() {
        stretch.report(nth, shapes.len())?;
        if *transform_after_tessellation != TSTransform::IDENTITY {
            return Err(ExportError::shape(say!("export-shape-moved-layer")));
        }
        clipped(canvas, page, *clip_rect, shape)?;
    }
    Ok(())
}

/// Puts a shape within its clip rectangle; nothing where no part of it shows.
fn clipped<C: Canvas>(canvas: &mut C, page: Rect, clip: Rect, shape: &Shape) -> Result<(), ExportError> {
    if let Shape::Vec(shapes) = shape {
        return shapes.iter().try_for_each(|inner| clipped(canvas, page, clip, inner));
    }
    let bounds = bounds_of(shape);
    if bounds.any_nan() {
        return Err(lost());
    }
    // The edge of the picture cuts by itself whatever lies outside the page.
    let seen = clip.intersect(page);
    if seen.is_negative() || !seen.intersects(bounds) {
        canvas.within(GroupFrame::Unseen, &mut |canvas| one(canvas, shape))
    } else if clip.contains_rect(bounds.intersect(page)) {
        one(canvas, shape)
    } else {
        canvas.within(GroupFrame::Clip(seen), &mut |canvas| one(canvas, shape))
    }
}

/// Puts one shape, nothing for one that paints nothing.
fn one<C: Canvas>(canvas: &mut C, shape: &Shape) -> Result<(), ExportError> {
    match shape {
        // `clipped` takes groups apart before they come here.
        Shape::Noop | Shape::Vec(_) => Ok(()),
        Shape::Circle(circle) => {
            ellipse(canvas, circle.center, Vec2::splat(circle.radius), 0.0, circle.fill, circle.stroke)
        }
        Shape::Ellipse(round) => ellipse(canvas, round.center, round.radius, round.angle, round.fill, round.stroke),
        Shape::LineSegment { points, stroke } => line(canvas, *points, *stroke),
        Shape::Path(shape) => {
            let outline = glyph_path::polyline(shape.points.iter().copied(), ContourEnd::of(shape.closed))?;
            path(canvas, &outline, shape.fill, solid(&shape.stroke)?, None)
        }
        Shape::Band(band) => {
            if !band.stroke.is_empty() && band.stroke_kind != StrokeKind::Middle {
                return Err(ExportError::shape(say!("export-shape-band-not-centred")));
            }
            let turn = Rotation::of(band.angle, Pos2::ZERO)?;
            path(canvas, &glyph_path::band(band)?, band.fill, band.stroke, turn)
        }
        Shape::Rect(rect) => rectangle(canvas, rect),
        Shape::Text(text) => words(canvas, text),
        Shape::Mesh(mesh) => {
            let (outline, color) = glyph_path::mesh(mesh)?;
            path(canvas, &outline, color, Stroke::NONE, None)
        }
        Shape::QuadraticBezier(QuadraticBezierShape { points: [a, b, c], closed, fill, stroke }) => {
            let outline = glyph_path::curve(*a, PathStep::Quad([*b, *c]), ContourEnd::of(*closed))?;
            path(canvas, &outline, *fill, solid(stroke)?, None)
        }
        Shape::CubicBezier(CubicBezierShape { points: [a, b, c, d], closed, fill, stroke }) => {
            let outline = glyph_path::curve(*a, PathStep::Cubic([*b, *c, *d]), ContourEnd::of(*closed))?;
            path(canvas, &outline, *fill, solid(stroke)?, None)
        }
        Shape::Callback(_) => Err(ExportError::shape(say!("export-shape-graphics-card"))),
    }
}

/// Where a shape paints. That of text is where it was laid out, since its letters may have no picture here.
pub(super) fn bounds_of(shape: &Shape) -> Rect {
    let painted = shape.visual_bounding_rect();
    let Shape::Text(text) = shape else { return painted };
    let bounds = text.galley.rect.rotate_bb(egui::emath::Rot2::from_angle(text.angle));
    bounds.translate(text.pos.to_vec2()).union(painted)
}

fn path<C: Canvas>(
    canvas: &mut C,
    outline: &GlyphPath,
    fill: Color32,
    stroke: Stroke,
    turn: Option<Rotation>,
) -> Result<(), ExportError> {
    match Paint::of(fill, stroke)? {
        Some(paint) if !outline.is_empty() => canvas.path(outline, paint, turn),
        _ => Ok(()),
    }
}

fn line<C: Canvas>(canvas: &mut C, points: [Pos2; 2], stroke: Stroke) -> Result<(), ExportError> {
    path(canvas, &glyph_path::polyline(points, ContourEnd::Open)?, Color32::TRANSPARENT, stroke, None)
}

fn ellipse<C: Canvas>(
    canvas: &mut C,
    center: Pos2,
    radius: Vec2,
    angle: f32,
    fill: Color32,
    stroke: Stroke,
) -> Result<(), ExportError> {
    let Some(paint) = Paint::of(fill, stroke)?.filter(|_| radius.min_elem() > 0.0) else { return Ok(()) };
    if !(center.is_finite() && radius.is_finite()) {
        return Err(lost());
    }
    let center = Pos2::new(rounded(center.x), rounded(center.y));
    canvas.ellipse(center, Vec2::new(rounded(radius.x), rounded(radius.y)), paint, Rotation::of(angle, center)?)
}

/// A rectangle: its fill within the stroke, then the stroke on the side of the edge that it asks for.
fn rectangle<C: Canvas>(canvas: &mut C, shape: &RectShape) -> Result<(), ExportError> {
    if shape.brush.is_some() {
        return Err(ExportError::shape(say!("export-shape-rectangle-texture")));
    }
    if shape.blur_width > 0.0 {
        return Err(ExportError::shape(say!("export-shape-blurred")));
    }
    // Rectangles without an end are common for backgrounds; this is the limit egui sets as well.
    let limit = Rect::from_min_max(Pos2::new(-1e7, -1e7), Pos2::new(1e7, 1e7));
    let rect = shape.rect.intersect(limit);
    let RectShape { fill, stroke, corner_radius: corners, .. } = *shape;
    let turn = Rotation::of(shape.angle, rect.center())?;
    if rect.is_negative() {
        return Ok(());
    }
    if stroke.is_empty() {
        return path(canvas, &glyph_path::rectangle(rect, corners, 0.0)?, fill, Stroke::NONE, turn);
    }
    // How far the middle of the stroke stands outside the rectangle.
    let half = 0.5 * stroke.width;
    let outwards = match shape.stroke_kind {
        StrokeKind::Inside => -half,
        StrokeKind::Middle => 0.0,
        StrokeKind::Outside => half,
    };
    let outer = rect.expand(outwards + half);
    if outer.size().min_elem() <= 2.0 * stroke.width {
        // The stroke covers the whole rectangle.
        let outer = glyph_path::rectangle(outer, corners, outwards + half)?;
        return path(canvas, &outer, stroke.color, Stroke::NONE, turn);
    }
    let middle = glyph_path::rectangle(rect.expand(outwards), corners, outwards)?;
    if stroke.color.is_opaque() {
        return path(canvas, &middle, fill, stroke, turn);
    }
    // Under a stroke that lets light through, the fill must end where the stroke begins.
    let inner = glyph_path::rectangle(rect.expand(outwards - half), corners, outwards - half)?;
    path(canvas, &inner, fill, Stroke::NONE, turn)?;
    path(canvas, &middle, Color32::TRANSPARENT, stroke, turn)
}

fn words<C: Canvas>(canvas: &mut C, shape: &TextShape) -> Result<(), ExportError> {
    let pieces = text::pieces(shape)?;
    let mut put = |canvas: &mut C| {
        pieces.iter().try_for_each(|piece| match piece {
            TextPiece::Background(rect, color) => {
                path(canvas, &glyph_path::rectangle(*rect, 0.into(), 0.0)?, *color, Stroke::NONE, None)
            }
            TextPiece::Letters(run) => {
                if !(run.start.is_finite() && run.size.is_finite() && run.spacing.is_finite()) {
                    return Err(lost());
                }
                if run.color == Color32::TRANSPARENT { Ok(()) } else { canvas.letters(run, Ink::of(run.color)?) }
            }
            TextPiece::Line(points, stroke) => line(canvas, *points, *stroke),
        })
    };
    match Rotation::of(shape.angle, shape.pos)? {
        None => put(canvas),
        Some(turn) => canvas.within(GroupFrame::Turn(turn), &mut put),
    }
}

/// The stroke of a path as a plain one.
fn solid(stroke: &PathStroke) -> Result<Stroke, ExportError> {
    if stroke.is_empty() {
        return Ok(Stroke::NONE);
    }
    if stroke.kind != StrokeKind::Middle {
        return Err(ExportError::shape(say!("export-shape-path-not-centred")));
    }
    match &stroke.color {
        ColorMode::Solid(color) => Ok(Stroke::new(stroke.width, *color)),
        ColorMode::UV(_) => Err(ExportError::shape(say!("export-shape-many-coloured-line"))),
    }
}
