//! Shapes to an SVG file: assembled with words as outlines, and given its title and description.
//!
//! Words are written as the outlines of their letters because a reader without the font would see another one, with other
//! widths. Each distinct letter stands once in the file and is placed wherever it occurs. The words are not lost: each line of
//! them is the label of its letters, and all that the figure says stands in the description.

use egui::epaint::ClippedShape;

use crate::progress::ProgressRange;

use super::fonts::FACE_NAME;
use super::glyph_path::number;
use super::page::escaped;
use super::preset::millimetres;
use super::svg_writer::{Markup, PREFIX, TextMode};
use super::{About, ExportError, FontFaces, LengthUnit, PageSheet};

/// Writes the shapes as a complete SVG file: one point is one CSS pixel before the page's zoom, no font is needed to show it, and a screen reader
/// finds its title and description. The same shapes give the same text, byte for byte.
///
/// # Errors
/// A page without size, or a shape that cannot be written as it looks (a texture, a mesh of several colours, a position that
/// is not a number, and the like).
pub fn svg_from_shapes(
    shapes: &[ClippedShape],
    page: &PageSheet,
    fonts: &FontFaces,
    about: &About,
    stretch: ProgressRange<'_>,
) -> Result<String, ExportError> {
    let body = body(shapes, page, TextMode::Outlines(fonts), stretch)?;
    let (width, height) = (number(page.size.x)?, number(page.size.y)?);
    let (across, down) = (length(page.comes_out().x, page.unit)?, length(page.comes_out().y, page.unit)?);
    let (title, description) = (escaped(&about.title), escaped(&about.description));
    let file = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{across}\" \
         height=\"{down}\" viewBox=\"0 0 {width} {height}\" role=\"img\" lang=\"en-GB\" \
         aria-labelledby=\"{PREFIX}title {PREFIX}desc\">\n<title id=\"{PREFIX}title\">{title}</title>\n\
         <desc id=\"{PREFIX}desc\">{description}</desc>\n{body}</svg>\n"
    );
    let prefix = prefix_of(&file);
    Ok(file.replace(PREFIX, &prefix))
}

/// The same drawing as a tree in which text is still text, for formats that can carry it with its font.
///
/// # Errors
/// As [`svg_from_shapes`].
pub fn tree_from_shapes(
    shapes: &[ClippedShape],
    page: &PageSheet,
    fonts: &FontFaces,
    stretch: ProgressRange<'_>,
) -> Result<usvg::Tree, ExportError> {
    let body = body(shapes, page, TextMode::Text, stretch)?.replace(PREFIX, "f");
    let (width, height) = (number(page.size.x)?, number(page.size.y)?);
    let document = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"{FACE_NAME}\">\n{body}</svg>\n"
    );
    Ok(usvg::Tree::from_str(&document, &fonts.options())?)
}

/// A length of points in its unit.
fn length(points: f32, unit: LengthUnit) -> Result<String, ExportError> {
    match unit {
        LengthUnit::Pixels => number(points),
        LengthUnit::Millimetres => Ok(format!("{}mm", number(millimetres(points))?)),
    }
}

/// The sheet and the shapes on it as elements.
fn body(
    shapes: &[ClippedShape],
    page: &PageSheet,
    words: TextMode<'_>,
    stretch: ProgressRange<'_>,
) -> Result<String, ExportError> {
    let egui::Vec2 { x: width, y: height } = page.size;
    if !(width > 0.0 && height > 0.0 && width.is_finite() && height.is_finite()) {
        return Err(ExportError::NoSize { width, height });
    }
    let mut body = String::new();
    if page.background != egui::Color32::TRANSPARENT {
        let sheet = egui::Rect::from_min_size(egui::Pos2::ZERO, page.size);
        let shape = egui::Shape::rect_filled(sheet, 0.0, page.background);
        body = Markup::of(&[ClippedShape::new(sheet, shape)], page, words, stretch.part(0.0..0.0))?.into_body()?;
    }
    body.push_str(&Markup::of(shapes, page, words, stretch)?.into_body()?);
    Ok(body)
}

/// A prefix for the ids, made from the whole file, so that several figures can stand in one web page without one pointing into
/// another.
fn prefix_of(file: &str) -> String {
    // FNV-1a (Fowler, Noll, Vo), 32 bits: it stays the same between releases of Rust, which the standard hasher does not.
    let hash = file.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    // A letter and five of 36 characters: every letter on the page points to its outline by this name, so it is short.
    let character = |place: u32| char::from_digit(hash / 36_u32.pow(place) % 36, 36).unwrap_or('0');
    let letter = char::from_digit(10 + hash % 26, 36).unwrap_or('f');
    [letter].into_iter().chain((1..6).map(character)).collect()
}
