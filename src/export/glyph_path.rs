//! Outlines: polygons, curves, rounded rectangles, bands and meshes, as steps of a pen; and numbers as SVG writes them.
//!
//! Every coordinate is rounded here to what a file holds, so that whoever paints an outline and whoever reads it in a file have
//! the same numbers. It knows nothing of colours or elements.

use egui::epaint::{BandShape, CornerRadius, Mesh, TextureId, WHITE_UV};
use egui::{Color32, Pos2, Rect};

use crate::say;

use super::ExportError;

/// How far a quarter circle's control points stand from its ends, as a share of the radius: 4/3 × (√2 − 1).
const QUARTER_CIRCLE: f32 = 0.552_284_8;

/// A coordinate or length with at most two decimals: 1/9600 inch at most beside its place, below what print or screen can show.
///
/// # Errors
/// A value that is infinite or not a number: it has no place on the page, and leaving it out would change the figure.
pub(super) fn number(value: f32) -> Result<String, ExportError> {
    decimal(value, 2)
}

/// A number with at most so many decimals.
///
/// # Errors
/// As [`number`].
pub(super) fn decimal(value: f32, decimals: u32) -> Result<String, ExportError> {
    if !value.is_finite() {
        return Err(ExportError::shape(say!("export-shape-not-a-number")));
    }
    let mut text = String::new();
    push_decimal(&mut text, value, decimals);
    Ok(text)
}

/// Appends a number with at most so many decimals, no zero at either end that could be left away, and no negative zero.
/// One that is not finite becomes 0 or the largest that there is.
pub(super) fn push_decimal(text: &mut String, value: f32, decimals: u32) {
    let one = 10_i64.pow(decimals);
    let scaled = (f64::from(value) * one as f64).round() as i64;
    if scaled < 0 {
        text.push('-');
    }
    let (whole, mut rest) = (scaled.unsigned_abs() / one.unsigned_abs(), scaled.unsigned_abs() % one.unsigned_abs());
    if whole > 0 || rest == 0 {
        push_digits(text, whole);
    }
    if rest > 0 {
        text.push('.');
        let mut place = one.unsigned_abs() / 10;
        while rest > 0 && place > 0 {
            text.push(digit(rest / place));
            rest %= place;
            place /= 10;
        }
    }
}

fn push_digits(text: &mut String, number: u64) {
    if number >= 10 {
        push_digits(text, number / 10);
    }
    text.push(digit(number % 10));
}

fn digit(digit: u64) -> char {
    u32::try_from(digit).ok().and_then(|digit| char::from_digit(digit, 10)).unwrap_or('0')
}

/// A value as a file holds it: in hundredths.
pub(super) fn rounded(value: f32) -> f32 {
    ((f64::from(value) * 100.0).round() / 100.0) as f32
}

/// One move of the pen, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum PathStep {
    /// Begins a contour.
    Move(Pos2),
    /// A straight line.
    Line(Pos2),
    /// A curve with one control point, to the last of the two.
    Quad([Pos2; 2]),
    /// A curve with two control points, to the last of the three.
    Cubic([Pos2; 3]),
    /// Back to where the contour began.
    Close,
}

/// Whether a line ends where it ends, or goes back to its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ContourEnd {
    /// The path stays open.
    Open,
    /// The path is closed.
    Closed,
}

impl ContourEnd {
    /// As egui says it.
    pub(super) fn of(closed: bool) -> Self {
        if closed { Self::Closed } else { Self::Open }
    }
}

/// Contours, in steps with rounded coordinates.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct GlyphPath {
    steps: Vec<PathStep>,
}

impl GlyphPath {
    /// Its steps, in the order in which they are drawn.
    pub(super) fn steps(&self) -> &[PathStep] {
        &self.steps
    }

    /// Whether there is nothing to draw.
    pub(super) fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// As the data of an SVG path, appended.
    pub(super) fn push_data(&self, text: &mut String) {
        for step in &self.steps {
            let (letter, points): (char, &[Pos2]) = match step {
                PathStep::Move(to) => ('M', std::slice::from_ref(to)),
                PathStep::Line(to) => ('L', std::slice::from_ref(to)),
                PathStep::Quad(points) => ('Q', points),
                PathStep::Cubic(points) => ('C', points),
                PathStep::Close => ('Z', &[]),
            };
            text.push(letter);
            for (nth, at) in points.iter().enumerate() {
                if nth > 0 {
                    text.push(' ');
                }
                push_decimal(text, at.x, 2);
                text.push(' ');
                push_decimal(text, at.y, 2);
            }
        }
    }

    /// Takes a step.
    ///
    /// # Errors
    /// A coordinate that is infinite or not a number: it has no place on the page, and leaving it out would change the figure.
    pub(super) fn push(&mut self, step: PathStep) -> Result<(), ExportError> {
        let on_page = |at: Pos2| {
            let lost = || ExportError::shape(say!("export-shape-not-a-number"));
            if at.is_finite() { Ok(Pos2::new(rounded(at.x), rounded(at.y))) } else { Err(lost()) }
        };
        self.steps.push(match step {
            PathStep::Move(to) => PathStep::Move(on_page(to)?),
            PathStep::Line(to) => PathStep::Line(on_page(to)?),
            PathStep::Quad([a, to]) => PathStep::Quad([on_page(a)?, on_page(to)?]),
            PathStep::Cubic([a, b, to]) => PathStep::Cubic([on_page(a)?, on_page(b)?, on_page(to)?]),
            PathStep::Close => PathStep::Close,
        });
        Ok(())
    }

    /// Adds straight lines from point to point. Fewer than two points draw nothing.
    fn push_polyline(&mut self, points: impl IntoIterator<Item = Pos2>, ends: ContourEnd) -> Result<(), ExportError> {
        let before = self.steps.len();
        for (nth, pos) in points.into_iter().enumerate() {
            self.push(if nth == 0 { PathStep::Move(pos) } else { PathStep::Line(pos) })?;
        }
        if self.steps.len() < before + 2 {
            self.steps.truncate(before);
        } else if ends == ContourEnd::Closed {
            self.push(PathStep::Close)?;
        }
        Ok(())
    }
}

/// Straight lines from point to point.
pub(super) fn polyline(points: impl IntoIterator<Item = Pos2>, ends: ContourEnd) -> Result<GlyphPath, ExportError> {
    let mut outline = GlyphPath::default();
    outline.push_polyline(points, ends)?;
    Ok(outline)
}

/// One curve from a point.
pub(super) fn curve(from: Pos2, step: PathStep, ends: ContourEnd) -> Result<GlyphPath, ExportError> {
    let mut outline = GlyphPath::default();
    outline.push(PathStep::Move(from))?;
    outline.push(step)?;
    if ends == ContourEnd::Closed {
        outline.push(PathStep::Close)?;
    }
    Ok(outline)
}

/// A rectangle with round corners, clockwise from its top left one. `grow` makes the radii wider or narrower with the
/// rectangle; a sharp corner stays sharp.
pub(super) fn rectangle(rect: Rect, corners: CornerRadius, grow: f32) -> Result<GlyphPath, ExportError> {
    let largest = 0.5 * rect.size().min_elem();
    let radius = |corner: u8| if corner == 0 { 0.0 } else { (f32::from(corner) + grow).clamp(0.0, largest) };
    let (nw, ne, se, sw) = (radius(corners.nw), radius(corners.ne), radius(corners.se), radius(corners.sw));
    let (left, right, top, bottom) = (rect.left(), rect.right(), rect.top(), rect.bottom());
    // Each corner: where the side before it ends, the corner itself, where the side after it begins, and the radius.
    let turns = [
        (Pos2::new(right - ne, top), rect.right_top(), Pos2::new(right, top + ne), ne),
        (Pos2::new(right, bottom - se), rect.right_bottom(), Pos2::new(right - se, bottom), se),
        (Pos2::new(left + sw, bottom), rect.left_bottom(), Pos2::new(left, bottom - sw), sw),
        (Pos2::new(left, top + nw), rect.left_top(), Pos2::new(left + nw, top), nw),
    ];
    let mut outline = GlyphPath { steps: Vec::with_capacity(10) };
    outline.push(PathStep::Move(Pos2::new(left + nw, top)))?;
    for (from, corner, to, radius) in turns {
        outline.push(PathStep::Line(from))?;
        if radius > 0.0 {
            let first = from + QUARTER_CIRCLE * (corner - from);
            let second = to + QUARTER_CIRCLE * (corner - to);
            outline.push(PathStep::Cubic([first, second, to]))?;
        }
    }
    outline.push(PathStep::Close)?;
    Ok(outline)
}

/// The outline of a band, before its rotation: one closed polygon for each run of valid samples, as egui draws it.
pub(super) fn band(shape: &BandShape) -> Result<GlyphPath, ExportError> {
    let valid = |p: &egui::epaint::BandPoint| p.is_finite() && p.y.min <= p.y.max;
    let mut outline = GlyphPath::default();
    for run in shape.points.split(|p| !valid(p)).filter(|run| run.len() > 1) {
        let lower = run.iter().map(|p| Pos2::new(p.x, p.y.min));
        let upper = run.iter().rev().map(|p| Pos2::new(p.x, p.y.max));
        outline.push_polyline(lower.chain(upper), ContourEnd::Closed)?;
    }
    Ok(outline)
}

/// A mesh of one colour as one path. As single triangles, the seams between them would show.
///
/// # Errors
/// A mesh with a texture or with several colours, and one whose triangles point outside its corners.
pub(super) fn mesh(mesh: &Mesh) -> Result<(GlyphPath, Color32), ExportError> {
    let mut outline = GlyphPath::default();
    let Some(first) = mesh.vertices.first() else { return Ok((outline, Color32::TRANSPARENT)) };
    if mesh.texture_id != TextureId::default() || mesh.vertices.iter().any(|v| v.uv != WHITE_UV) {
        return Err(ExportError::shape(say!("export-shape-mesh-texture")));
    }
    if mesh.vertices.iter().any(|v| v.color != first.color) {
        return Err(ExportError::shape(say!("export-shape-mesh-colours")));
    }
    let corner = |index: &u32| {
        let vertex = usize::try_from(*index).ok().and_then(|i| mesh.vertices.get(i));
        vertex.map(|v| v.pos).ok_or_else(|| ExportError::shape(say!("export-shape-mesh-corner")))
    };
    for triangle in mesh.indices.chunks_exact(3) {
        let [a, b, c] = triangle else { continue };
        let (a, b, c) = (corner(a)?, corner(b)?, corner(c)?);
        let (ab, ac) = (b - a, c - a);
        // All triangles turn the same way, so that those that overlap add up under the nonzero rule and leave no holes.
        let clockwise = ab.x * ac.y - ab.y * ac.x >= 0.0;
        outline.push_polyline(if clockwise { [a, b, c] } else { [a, c, b] }, ContourEnd::Closed)?;
    }
    Ok((outline, first.color))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn data(outline: &GlyphPath) -> String {
        let mut text = String::new();
        outline.push_data(&mut text);
        text
    }

    #[test]
    fn numbers_are_short_and_have_no_negative_zero() {
        let written = |value: f32| number(value).unwrap();
        for (value, text) in [
            (1.0, "1"),
            (-0.000_1, "0"),
            (2.5, "2.5"),
            (1.0 / 3.0, ".33"),
            (-12.05, "-12.05"),
            (-0.996, "-1"),
            (1e7, "10000000"),
        ] {
            assert_eq!(written(value), text);
        }
        assert_eq!(decimal(0.0135, 6).unwrap(), ".0135");
        assert!(number(f32::NAN).is_err() && number(f32::INFINITY).is_err());
    }

    #[test]
    fn a_band_stops_where_its_samples_are_not_numbers() {
        let sample = |x: f32, y: f32| egui::epaint::BandPoint::new(x, y..=y + 2.0);
        let points =
            vec![sample(0.0, 0.0), sample(1.0, 1.0), sample(2.0, f32::NAN), sample(3.0, 0.0), sample(4.0, 0.0)];
        let band = band(&BandShape::filled(points, Color32::BLACK)).unwrap();
        assert_eq!(data(&band), "M0 0L1 1L1 3L0 2ZM3 0L4 0L4 2L3 2Z");
    }

    #[test]
    fn triangles_of_a_mesh_all_turn_the_same_way() {
        let mut square = Mesh::default();
        for (x, y) in [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)] {
            square.colored_vertex(Pos2::new(x, y), Color32::RED);
        }
        square.add_triangle(0, 1, 2);
        square.add_triangle(0, 3, 2);
        let (outline, color) = mesh(&square).unwrap();
        assert_eq!((data(&outline).as_str(), color), ("M0 0L1 0L1 1ZM0 0L1 1L0 1Z", Color32::RED));
    }
}
