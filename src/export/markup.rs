//! Each shape of egui as SVG elements, in the order they are painted, with words as text or as outlines.
//!
//! A shape that cannot be written as it looks is an error that names it, never a gap in the figure. Feathering, pixel
//! rounding and other means of the screen are left out.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use egui::emath::TSTransform;
use egui::epaint::{
    CircleShape, ClippedShape, ColorMode, CubicBezierShape, EllipseShape, PathStroke, QuadraticBezierShape, RectShape,
    Shape, TextShape,
};
use egui::{Color32, Pos2, Rect, Stroke, StrokeKind};

use super::outline::{self, decimal, number, point};
use super::page::escaped;
use super::text::{self, Piece, Run};
use super::{ExportError, FontFaces, Page};

/// Beyond this ratio a corner is cut off: right angles stay sharp, narrower ones do not become spikes. egui does the same.
const MITER_LIMIT: &str = "1.5";

/// Stands for the prefix of ids until the whole drawing is known; no text of a figure can hold this character.
pub(super) const PREFIX: char = '\u{1}';

/// How words are written.
#[derive(Clone, Copy, Debug)]
pub(super) enum Words<'f> {
    /// As text that names its face, for a reader that has it.
    Text,
    /// As the outlines of their letters, each distinct one written once and placed wherever it occurs.
    Outlines(&'f FontFaces),
}

/// The elements of one page as they are gathered.
pub(super) struct Markup<'f> {
    page: Rect,
    words: Words<'f>,
    /// The clip rectangles in use; their place is their number in the ids.
    clips: Vec<Rect>,
    /// The glyphs in use, by weight and number in the face, each with its place in the ids.
    glyphs: BTreeMap<(u16, u32), usize>,
    /// Their outlines, in the order of the ids.
    outlines: String,
    body: String,
}

impl<'f> Markup<'f> {
    /// The elements of all the shapes.
    ///
    /// # Errors
    /// The first shape that cannot be written.
    pub(super) fn of(shapes: &[ClippedShape], page: &Page, words: Words<'f>) -> Result<Self, ExportError> {
        let page = Rect::from_min_size(Pos2::ZERO, page.size);
        let mut markup = Self {
            page,
            words,
            clips: Vec::new(),
            glyphs: BTreeMap::new(),
            outlines: String::new(),
            body: String::new(),
        };
        for ClippedShape { clip_rect, shape, transform_after_tessellation } in shapes {
            if *transform_after_tessellation != TSTransform::IDENTITY {
                return Err(ExportError::shape("a layer that was moved or zoomed as a whole"));
            }
            markup.clipped(*clip_rect, shape)?;
        }
        Ok(markup)
    }

    /// The elements and the definitions they refer to. Ids begin with [`PREFIX`].
    pub(super) fn into_body(self) -> Result<String, ExportError> {
        let mut defs = self.outlines;
        for (index, clip) in self.clips.iter().enumerate() {
            let data = outline::rectangle(*clip, 0.into(), 0.0)?;
            defs.push_str(&format!("<clipPath id=\"{PREFIX}c{index}\"><path d=\"{data}\"/></clipPath>\n"));
        }
        Ok(if defs.is_empty() { self.body } else { format!("<defs>\n{defs}</defs>\n{}", self.body) })
    }

    /// Writes a shape within its clip rectangle; nothing where no part of it shows.
    fn clipped(&mut self, clip: Rect, shape: &Shape) -> Result<(), ExportError> {
        if let Shape::Vec(shapes) = shape {
            return shapes.iter().try_for_each(|inner| self.clipped(clip, inner));
        }
        let bounds = bounds_of(shape);
        if bounds.any_nan() {
            return Err(ExportError::shape("a shape with a position or size that is not a number"));
        }
        // The edge of the picture cuts by itself whatever lies outside the page.
        let seen = clip.intersect(self.page);
        if seen.is_negative() || !seen.intersects(bounds) {
            return self.element(shape).map(drop);
        }
        let markup = self.element(shape)?;
        if markup.is_empty() {
            return Ok(());
        }
        if clip.contains_rect(bounds.intersect(self.page)) {
            self.body.push_str(&markup);
        } else {
            let known = self.clips.iter().position(|c| *c == seen);
            let index = known.unwrap_or(self.clips.len());
            if known.is_none() {
                self.clips.push(seen);
            }
            self.body.push_str(&format!("<g clip-path=\"url(#{PREFIX}c{index})\">\n{markup}</g>\n"));
        }
        Ok(())
    }

    /// The elements of one shape, or nothing for one that paints nothing.
    fn element(&mut self, shape: &Shape) -> Result<String, ExportError> {
        match shape {
            // `clipped` takes groups apart before they come here.
            Shape::Noop | Shape::Vec(_) => Ok(String::new()),
            Shape::Circle(circle) => circle_element(circle),
            Shape::Ellipse(ellipse) => ellipse_element(ellipse),
            Shape::LineSegment { points, stroke } => line_element(*points, *stroke),
            Shape::Path(path) => {
                let closing = if path.closed { "Z" } else { "" };
                let data = outline::polyline(path.points.iter().copied(), closing)?;
                path_element(&data, path.fill, solid(&path.stroke)?, "")
            }
            Shape::Band(band) => {
                if !band.stroke.is_empty() && band.stroke_kind != StrokeKind::Middle {
                    return Err(ExportError::shape("a band whose outline is not centred on its edge"));
                }
                path_element(&outline::band(band)?, band.fill, band.stroke, &rotation(band.angle, Pos2::ZERO)?)
            }
            Shape::Rect(rect) => rect_element(rect),
            Shape::Text(text) => self.text_elements(text),
            Shape::Mesh(mesh) => {
                let (data, color) = outline::mesh(mesh)?;
                path_element(&data, color, Stroke::NONE, "")
            }
            Shape::QuadraticBezier(QuadraticBezierShape { points: [a, b, c], closed, fill, stroke }) => {
                let closing = if *closed { "Z" } else { "" };
                let data = format!("M{}Q{} {}{closing}", point(*a)?, point(*b)?, point(*c)?);
                path_element(&data, *fill, solid(stroke)?, "")
            }
            Shape::CubicBezier(CubicBezierShape { points: [a, b, c, d], closed, fill, stroke }) => {
                let closing = if *closed { "Z" } else { "" };
                let data = format!("M{}C{} {} {}{closing}", point(*a)?, point(*b)?, point(*c)?, point(*d)?);
                path_element(&data, *fill, solid(stroke)?, "")
            }
            Shape::Callback(_) => Err(ExportError::shape("a part that the graphics card paints by itself")),
        }
    }

    fn text_elements(&mut self, shape: &TextShape) -> Result<String, ExportError> {
        let mut markup = String::new();
        for piece in text::pieces(shape)? {
            markup.push_str(&match piece {
                Piece::Background(rect, color) => {
                    path_element(&outline::rectangle(rect, 0.into(), 0.0)?, color, Stroke::NONE, "")?
                }
                Piece::Letters(run) => match self.words {
                    Words::Text => run_element(&run)?,
                    Words::Outlines(faces) => self.letters(&run, faces)?,
                },
                Piece::Line(points, stroke) => line_element(points, stroke)?,
            });
        }
        let turn = rotation(shape.angle, shape.pos)?;
        Ok(if turn.is_empty() || markup.is_empty() { markup } else { format!("<g{turn}>\n{markup}</g>\n") })
    }

    /// Words as glyphs in the units of their face, scaled to their size. The words themselves stand beside them as a label.
    fn letters(&mut self, run: &Run, faces: &FontFaces) -> Result<String, ExportError> {
        let paint = paint(run.color, Stroke::NONE)?;
        if paint.is_empty() {
            return Ok(String::new());
        }
        let face = faces.shaping(run.weight)?;
        let scale = run.size / face.units_per_em();
        let mut uses = String::new();
        for glyph in face.shape(&run.text, (run.spacing / scale).round() as i32) {
            let next = self.glyphs.len();
            let index = match self.glyphs.entry((run.weight, glyph.id)) {
                Entry::Occupied(known) => *known.get(),
                Entry::Vacant(new) => {
                    let data = face.outline(glyph.id);
                    self.outlines.push_str(&format!("<path id=\"{PREFIX}{next}\" d=\"{data}\"/>\n"));
                    *new.insert(next)
                }
            };
            uses.push_str(&format!("<use xlink:href=\"#{PREFIX}{index}\""));
            for (name, at) in [("x", glyph.x), ("y", glyph.y)] {
                if at != 0 {
                    uses.push_str(&format!(" {name}=\"{at}\""));
                }
            }
            uses.push_str("/>");
        }
        let (start, scale, words) = (point(run.start)?, decimal(scale, 7)?, escaped(&run.text));
        Ok(format!("<g transform=\"translate({start}) scale({scale})\"{paint} aria-label=\"{words}\">{uses}</g>\n"))
    }
}

/// Where a shape paints. That of text is where it was laid out, since its letters may have no picture here.
pub(super) fn bounds_of(shape: &Shape) -> Rect {
    match shape {
        Shape::Text(text) => {
            let bounds = text.galley.rect.rotate_bb(egui::emath::Rot2::from_angle(text.angle));
            bounds.translate(text.pos.to_vec2()).union(shape.visual_bounding_rect())
        }
        other => other.visual_bounding_rect(),
    }
}

fn circle_element(circle: &CircleShape) -> Result<String, ExportError> {
    let paint = paint(circle.fill, circle.stroke)?;
    if circle.radius <= 0.0 || paint.is_empty() {
        return Ok(String::new());
    }
    let (x, y, r) = (number(circle.center.x)?, number(circle.center.y)?, number(circle.radius)?);
    Ok(format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"{paint}/>\n"))
}

fn ellipse_element(ellipse: &EllipseShape) -> Result<String, ExportError> {
    let paint = paint(ellipse.fill, ellipse.stroke)?;
    if ellipse.radius.min_elem() <= 0.0 || paint.is_empty() {
        return Ok(String::new());
    }
    let (x, y) = (number(ellipse.center.x)?, number(ellipse.center.y)?);
    let (rx, ry) = (number(ellipse.radius.x)?, number(ellipse.radius.y)?);
    let turn = rotation(ellipse.angle, ellipse.center)?;
    Ok(format!("<ellipse cx=\"{x}\" cy=\"{y}\" rx=\"{rx}\" ry=\"{ry}\"{paint}{turn}/>\n"))
}

fn line_element(points: [Pos2; 2], stroke: Stroke) -> Result<String, ExportError> {
    path_element(&outline::polyline(points, "")?, Color32::TRANSPARENT, stroke, "")
}

/// A rectangle: its fill within the stroke, then the stroke on the side of the edge that it asks for.
fn rect_element(shape: &RectShape) -> Result<String, ExportError> {
    if shape.brush.is_some() {
        return Err(ExportError::shape("a rectangle with a texture"));
    }
    if shape.blur_width > 0.0 {
        return Err(ExportError::shape("a rectangle with blurred edges"));
    }
    // Rectangles without an end are common for backgrounds; this is the limit egui sets as well.
    let limit = Rect::from_min_max(Pos2::new(-1e7, -1e7), Pos2::new(1e7, 1e7));
    let rect = shape.rect.intersect(limit);
    let RectShape { fill, stroke, corner_radius: corners, .. } = *shape;
    let turn = rotation(shape.angle, rect.center())?;
    if rect.is_negative() {
        return Ok(String::new());
    }
    if stroke.is_empty() {
        return path_element(&outline::rectangle(rect, corners, 0.0)?, fill, Stroke::NONE, &turn);
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
        return path_element(&outline::rectangle(outer, corners, outwards + half)?, stroke.color, Stroke::NONE, &turn);
    }
    let middle = outline::rectangle(rect.expand(outwards), corners, outwards)?;
    if stroke.color.is_opaque() {
        return path_element(&middle, fill, stroke, &turn);
    }
    // Under a stroke that lets light through, the fill must end where the stroke begins.
    let inner = outline::rectangle(rect.expand(outwards - half), corners, outwards - half)?;
    let mut markup = path_element(&inner, fill, Stroke::NONE, &turn)?;
    markup.push_str(&path_element(&middle, Color32::TRANSPARENT, stroke, &turn)?);
    Ok(markup)
}

fn run_element(run: &Run) -> Result<String, ExportError> {
    let paint = paint(run.color, Stroke::NONE)?;
    if paint.is_empty() {
        return Ok(String::new());
    }
    let (x, y, size, weight) = (number(run.start.x)?, number(run.start.y)?, number(run.size)?, run.weight);
    let spacing =
        if run.spacing == 0.0 { String::new() } else { format!(" letter-spacing=\"{}\"", number(run.spacing)?) };
    let text = escaped(&run.text);
    Ok(format!(
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\"{spacing}{paint} \
         xml:space=\"preserve\">{text}</text>\n"
    ))
}

/// A path with its colours; nothing if it would paint nothing.
fn path_element(data: &str, fill: Color32, stroke: Stroke, transform: &str) -> Result<String, ExportError> {
    let paint = paint(fill, stroke)?;
    let nothing = data.is_empty() || paint.is_empty();
    Ok(if nothing { String::new() } else { format!("<path d=\"{data}\"{paint}{transform}/>\n") })
}

/// The attributes for fill and stroke; nothing if neither is seen.
fn paint(fill: Color32, stroke: Stroke) -> Result<String, ExportError> {
    let filled = fill != Color32::TRANSPARENT;
    if !filled && stroke.is_empty() {
        return Ok(String::new());
    }
    let mut attributes = if filled { color("fill", fill)? } else { " fill=\"none\"".to_owned() };
    if !stroke.is_empty() {
        attributes.push_str(&color("stroke", stroke.color)?);
        let width = number(stroke.width)?;
        attributes.extend([" stroke-width=\"", &width, "\" stroke-miterlimit=\"", MITER_LIMIT, "\""]);
    }
    Ok(attributes)
}

/// One colour as an attribute, with its opacity where it is not whole.
fn color(name: &str, value: Color32) -> Result<String, ExportError> {
    if value == Color32::PLACEHOLDER {
        return Err(ExportError::shape("a shape whose colour was never chosen"));
    }
    if value.is_additive() {
        return Err(ExportError::shape("a colour that adds light to what is behind it"));
    }
    let [r, g, b, a] = value.to_srgba_unmultiplied();
    let mut attribute = format!(" {name}=\"#{r:02x}{g:02x}{b:02x}\"");
    if a < 255 {
        attribute.extend([" ", name, "-opacity=\"", &decimal(f32::from(a) / 255.0, 3)?, "\""]);
    }
    Ok(attribute)
}

/// The stroke of a path as a plain one.
fn solid(stroke: &PathStroke) -> Result<Stroke, ExportError> {
    if stroke.is_empty() {
        return Ok(Stroke::NONE);
    }
    if stroke.kind != StrokeKind::Middle {
        return Err(ExportError::shape("a path whose line is not centred on its edge"));
    }
    match &stroke.color {
        ColorMode::Solid(color) => Ok(Stroke::new(stroke.width, *color)),
        ColorMode::UV(_) => Err(ExportError::shape("a line that changes its colour along the way")),
    }
}

/// A clockwise rotation in radians about a point, as an attribute.
fn rotation(angle: f32, center: Pos2) -> Result<String, ExportError> {
    if angle == 0.0 {
        return Ok(String::new());
    }
    let (degrees, x, y) = (number(angle.to_degrees())?, number(center.x)?, number(center.y)?);
    Ok(format!(" transform=\"rotate({degrees} {x} {y})\""))
}
