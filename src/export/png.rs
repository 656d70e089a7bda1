//! Shapes to PNG: painted, and written with their physical size and alternative text.
//!
//! The picture shows what `canvas` walks over for SVG as well, so that no shape can stand in one file of a figure and not in the other.

use std::io::BufWriter;

use egui::epaint::ClippedShape;
use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter, PixelDimensions, Unit};
use tiny_skia::Pixmap;

use crate::progress::ProgressRange;

use super::page::printable;
use super::paint;
use super::palette::{Indexed, indexed};
use super::{About, ExportError, FontFaces, PageSheet};

/// The most pixels in one picture, in millions: 256 MB of memory while it is painted.
pub const MOST_MEGAPIXELS: u64 = 64;

/// How hard the pixels are packed. Level 6 makes files a twentieth smaller and packs three times as long; level 1 makes them half as
/// large again.
const PACKING: DeflateCompression = DeflateCompression::Level(3);

/// The share of making a picture that is painting it; the rest is packing its pixels.
const PAINTING: f32 = 0.5;

/// Pixels per metre at scale 1, which is 96 to the inch of 25.4 mm.
const PIXELS_PER_METRE: f32 = 96.0 / 0.0254;

/// Paints shapes as PNG, `scale` pixels to the point of the page as it comes out.
///
/// The file says how large it is meant to be (96 dots per inch × scale), so that it keeps its size in a text processor, and
/// carries title and description as text. The same shapes give the same bytes.
///
/// # Errors
/// A scale that is not above 0, a picture without pixels or with more than [`MOST_MEGAPIXELS`] million, and a shape that cannot
/// be painted as it looks.
pub fn png_from_shapes(
    shapes: &[ClippedShape],
    page: &PageSheet,
    fonts: &FontFaces,
    scale: f32,
    about: &About,
    stretch: ProgressRange<'_>,
) -> Result<Vec<u8>, ExportError> {
    let pixmap = painted(shapes, page, fonts, scale, stretch.part(0.0..PAINTING))?;
    encode(&pixmap, scale, about, stretch.part(PAINTING..1.0))
}

/// Paints shapes as pixels: columns and rows, and red, green, blue and alpha, premultiplied, row by row.
///
/// # Errors
/// As [`png_from_shapes`].
pub fn pixels_of_shapes(
    shapes: &[ClippedShape],
    page: &PageSheet,
    fonts: &FontFaces,
    scale: f32,
    stretch: ProgressRange<'_>,
) -> Result<([usize; 2], Vec<u8>), ExportError> {
    let pixmap = painted(shapes, page, fonts, scale, stretch)?;
    let none = ExportError::NoSize { width: 0.0, height: 0.0 };
    let (Ok(columns), Ok(rows)) = (usize::try_from(pixmap.width()), usize::try_from(pixmap.height())) else {
        return Err(none);
    };
    Ok(([columns, rows], pixmap.take()))
}

/// Whether a sheet of this size in points can be painted at this scale; asked before anything is written or painted.
///
/// # Errors
/// As [`png_from_shapes`].
pub fn fits(width: f32, height: f32, scale: f32) -> Result<(), ExportError> {
    pixels(width, height, scale).map(drop)
}

fn painted(
    shapes: &[ClippedShape],
    page: &PageSheet,
    fonts: &FontFaces,
    scale: f32,
    stretch: ProgressRange<'_>,
) -> Result<Pixmap, ExportError> {
    let out = page.comes_out();
    let size = pixels(out.x, out.y, scale)?;
    paint::painted(shapes, page, fonts, scale * page.zoom, size, stretch)
}

/// Columns and rows of a picture, rounded to whole ones.
fn pixels(width: f32, height: f32, scale: f32) -> Result<(u32, u32), ExportError> {
    if !(scale > 0.0 && scale.is_finite()) {
        return Err(ExportError::Scale { scale });
    }
    let none = ExportError::NoSize { width: width * scale, height: height * scale };
    let (columns, rows) = (whole(width * scale), whole(height * scale));
    if columns.saturating_mul(rows) > MOST_MEGAPIXELS * 1_000_000 {
        return Err(ExportError::TooLarge { width: columns, height: rows, limit: MOST_MEGAPIXELS });
    }
    match (u32::try_from(columns), u32::try_from(rows)) {
        (Ok(columns), Ok(rows)) if columns > 0 && rows > 0 => Ok((columns, rows)),
        _ => Err(none),
    }
}

#[expect(clippy::cast_sign_loss, reason = "a negative length becomes 0, which is refused as such")]
fn whole(length: f32) -> u64 {
    length.round() as u64
}

#[expect(clippy::cast_sign_loss, reason = "the scale was found to be above 0")]
fn encode(pixmap: &Pixmap, scale: f32, about: &About, stretch: ProgressRange<'_>) -> Result<Vec<u8>, ExportError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(BufWriter::new(&mut bytes), pixmap.width(), pixmap.height());
    let (color, palette, data) = samples(pixmap);
    stretch.report(1, 2)?;
    encoder.set_color(color);
    encoder.set_depth(BitDepth::Eight);
    if !palette.is_empty() {
        encoder.set_palette(palette);
    }
    encoder.set_deflate_compression(PACKING);
    // Flat colours pack best as they are; every filter makes new values at their edges.
    encoder.set_filter(Filter::NoFilter);
    let density = (PIXELS_PER_METRE * scale).round() as u32;
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: density, yppu: density, unit: Unit::Meter }));
    for (keyword, text) in [("Title", &about.title), ("Description", &about.description)] {
        if !text.is_empty() {
            encoder.add_itxt_chunk(keyword.to_owned(), printable(text))?;
        }
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&data)?;
    writer.finish()?;
    Ok(bytes)
}

/// The pixels as PNG stores them: by number of a palette, as red, green and blue, or with alpha. A sheet without gaps needs no
/// alpha, and some text processors show alpha as grey.
fn samples(pixmap: &Pixmap) -> (ColorType, Vec<u8>, Vec<u8>) {
    if let Some(Indexed { palette, pixels }) = indexed(pixmap) {
        return (ColorType::Indexed, palette, pixels);
    }
    let opaque = pixmap.pixels().iter().all(|pixel| pixel.alpha() == u8::MAX);
    let mut data = Vec::with_capacity(pixmap.pixels().len() * 4);
    for pixel in pixmap.pixels() {
        let color = pixel.demultiply();
        data.extend([color.red(), color.green(), color.blue()]);
        if !opaque {
            data.push(color.alpha());
        }
    }
    (if opaque { ColorType::Rgb } else { ColorType::Rgba }, Vec::new(), data)
}
