//! Each shape of egui as SVG elements, in the order they are painted, with text still as text.
//!
//! A shape that cannot be written as it looks is an error that names it, never a gap in the figure. Feathering, pixel
//! rounding and other means of the screen are left out.

use egui::emath::TSTransform;
use egui::epaint::{
    CircleShape, ClippedShape, ColorMode, CubicBezierShape, EllipseShape, PathStroke, QuadraticBezierShape, RectShape,
    Shape, TextShape,
};
use egui::{Color32, Pos2, Rect, Stroke, StrokeKind};

use super::outline::{self, number, point};
use super::page::escaped;
use super::text::{self, Piece, Run};
use super::{ExportError, Page};

/// Beyond this ratio a corner is cut off: right angles stay sharp, narrower ones do not become spikes. egui does the same.
const MITER_LIMIT: &str = "1.5";

/// The elements of one page as they are gathered.
pub(super) struct Markup {
    page: Rect,
    /// The clip rectangles in use; their place is their number in the ids.
    clips: Vec<Rect>,
    body: String,
}

impl Markup {
    /// The elements of all the shapes.
    ///
    /// # Errors
    /// The first shape that cannot be written.
    pub(super) fn of(shapes: &[ClippedShape], page: &Page) -> Result<Self, ExportError> {
        let page = Rect::from_min_size(Pos2::ZERO, page.size);
        let mut markup = Self { page, clips: Vec::new(), body: String::new() };
        for ClippedShape { clip_rect, shape, transform_after_tessellation } in shapes {
            if *transform_after_tessellation != TSTransform::IDENTITY {
                return Err(ExportError::shape("a layer that was moved or zoomed as a whole"));
            }
            markup.clipped(*clip_rect, shape)?;
        }
        Ok(markup)
    }

    /// The elements and the definitions they refer to.
    pub(super) fn into_body(self) -> Result<String, ExportError> {
        let mut defs = String::new();
        for (index, clip) in self.clips.iter().enumerate() {
            let data = outline::rectangle(*clip, 0.into(), 0.0)?;
            defs.extend(["<clipPath id=\"clip", &index.to_string(), "\"><path d=\"", &data, "\"/></clipPath>\n"]);
        }
        Ok(if defs.is_empty() { self.body } else { format!("<defs>\n{defs}</defs>\n{}", self.body) })
    }

    /// Writes a shape within its clip rectangle; nothing where no part of it shows.
    fn clipped(&mut self, clip: Rect, shape: &Shape) -> Result<(), ExportError> {
        if let Shape::Vec(shapes) = shape {
            return shapes.iter().try_for_each(|inner| self.clipped(clip, inner));
        }
        let bounds = shape.visual_bounding_rect();
        if bounds.any_nan() {
            return Err(ExportError::shape("a shape with a position or size that is not a number"));
        }
        // The edge of the picture cuts by itself whatever lies outside the page.
        let seen = clip.intersect(self.page);
        if seen.is_negative() || !seen.intersects(bounds) {
            return element(shape).map(drop);
        }
        let markup = element(shape)?;
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
            self.body.extend(["<g clip-path=\"url(#clip", &index.to_string(), ")\">\n", &markup, "</g>\n"]);
        }
        Ok(())
    }
}

/// The elements of one shape, or nothing for one that paints nothing.
fn element(shape: &Shape) -> Result<String, ExportError> {
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
        Shape::Text(text) => text_elements(text),
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

fn text_elements(shape: &TextShape) -> Result<String, ExportError> {
    let mut markup = String::new();
    for piece in text::pieces(shape)? {
        markup.push_str(&match piece {
            Piece::Background(rect, color) => {
                path_element(&outline::rectangle(rect, 0.into(), 0.0)?, color, Stroke::NONE, "")?
            }
            Piece::Letters(run) => run_element(&run)?,
            Piece::Line(points, stroke) => line_element(points, stroke)?,
        });
    }
    let turn = rotation(shape.angle, shape.pos)?;
    Ok(if turn.is_empty() || markup.is_empty() { markup } else { format!("<g{turn}>\n{markup}</g>\n") })
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
        attribute.extend([" ", name, "-opacity=\"", &number(f32::from(a) / 255.0)?, "\""]);
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
