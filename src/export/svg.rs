//! Shapes to an SVG file: assembled with text, flattened to outlines, and given its title and description.
//!
//! Text is turned into outlines because a reader without the font would see another one, with other widths. The words are
//! not lost: they stand in the description.

use egui::epaint::ClippedShape;
use usvg::{Indent, WriteOptions};

use super::face::FACE_NAME;
use super::markup::Markup;
use super::outline::number;
use super::page::{escaped, printable};
use super::{About, ExportError, FontFaces, Page};

/// Writes the shapes as a complete SVG file: one point is one CSS pixel, no font is needed to show it, and a screen reader
/// finds its title and description. The same shapes give the same text, byte for byte.
///
/// # Errors
/// A page without size, or a shape that cannot be written as it looks (a texture, a mesh of several colours, a position that
/// is not a number, and the like).
pub fn svg_from_shapes(
    shapes: &[ClippedShape],
    page: &Page,
    fonts: &FontFaces,
    about: &About,
) -> Result<String, ExportError> {
    let tree = tree_from_shapes(shapes, page, fonts)?;
    let prefix = prefix_of(&tree, about);
    let flat = tree.to_string(&WriteOptions { id_prefix: Some(prefix.clone()), ..write_options() });
    described(&flat, page, &prefix, about)
}

/// The same drawing as a tree in which text is still text, for formats that can carry it with its font.
///
/// # Errors
/// As [`svg_from_shapes`].
pub fn tree_from_shapes(shapes: &[ClippedShape], page: &Page, fonts: &FontFaces) -> Result<usvg::Tree, ExportError> {
    Ok(usvg::Tree::from_str(&document(shapes, page)?, &fonts.options())?)
}

/// The drawing as SVG with text elements that name the face.
fn document(shapes: &[ClippedShape], page: &Page) -> Result<String, ExportError> {
    let egui::Vec2 { x: width, y: height } = page.size;
    if !(width > 0.0 && height > 0.0 && width.is_finite() && height.is_finite()) {
        return Err(ExportError::NoSize { width, height });
    }
    let background = if page.background == egui::Color32::TRANSPARENT {
        Markup::of(&[], page)?
    } else {
        let sheet = egui::Rect::from_min_size(egui::Pos2::ZERO, page.size);
        let shape = egui::Shape::rect_filled(sheet, 0.0, page.background);
        Markup::of(&[ClippedShape::new(sheet, shape)], page)?
    };
    let (background, body) = (background.into_body()?, Markup::of(shapes, page)?.into_body()?);
    let (width, height) = (number(width)?, number(height)?);
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"{FACE_NAME}\">\n{background}{body}</svg>\n"
    ))
}

/// Three decimals, as in [`number`], keep the file small and its digits the same everywhere.
fn write_options() -> WriteOptions {
    WriteOptions {
        preserve_text: false,
        coordinates_precision: 3,
        transforms_precision: 6,
        indent: Indent::Spaces(1),
        ..WriteOptions::default()
    }
}

/// Puts title and description first in the file, where screen readers look for them. usvg knows neither.
fn described(flat: &str, page: &Page, prefix: &str, about: &About) -> Result<String, ExportError> {
    let (width, height) = (number(page.size.x)?, number(page.size.y)?);
    let (_, inner) = flat.split_once('>').unwrap_or_default();
    // A drawing with no element in it is written as one tag that closes itself.
    let inner = if inner.trim().is_empty() { "\n</svg>\n" } else { inner };
    let (title, description) = (escaped(&about.title), escaped(&about.description));
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" lang=\"en-GB\" aria-labelledby=\"{prefix}title {prefix}desc\">\n \
         <title id=\"{prefix}title\">{title}</title>\n <desc id=\"{prefix}desc\">{description}</desc>{inner}"
    ))
}

/// A prefix for the ids, made from the drawing and its words, so that several figures can stand in one web page without one
/// pointing into another.
fn prefix_of(tree: &usvg::Tree, about: &About) -> String {
    // FNV-1a (Fowler, Noll, Vo), 32 bits: it stays the same between releases of Rust, which the standard hasher does not.
    let text = format!("{}{}{}", tree.to_string(&write_options()), printable(&about.title), about.description);
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("f{hash:08x}-")
}
