//! From what egui draws to the bytes of a file: shapes to SVG, PNG and PDF, tables to CSV, JSON and XLSX.
//!
//! An export is not a second drawing. [`headless`] runs egui with no window and no graphics card. One walk over the shapes
//! that came out of it (`canvas`) leads two writers: [`svg`] writes each of them, [`png`] paints it. [`pdf`] reads the first one's
//! elements and keeps their text. The same shapes give the same bytes on every run
//! and on every machine. A workbook ([`xlsx`]) holds the figure's own data with charts that a spreadsheet draws.
//!
//! Left out on purpose: dialogs and questions to the user (they belong to the window), and anything that knows what a figure
//! means.

pub mod batch;
pub mod booklet;
mod canvas;
mod error;
pub mod figure;
mod fonts;
mod format;
mod glyph_path;
mod glyphs;
pub mod headless;
mod page;
mod paint;
mod palette;
pub mod pdf;
mod pdf_headings;
mod pdf_pages;
pub mod png;
mod preset;
pub mod preview;
mod shaping;
mod slides;
pub mod svg;
mod svg_writer;
pub mod table;
#[cfg(test)]
mod tests;
mod text;
pub mod xlsx;

pub use error::ExportError;
pub use fonts::{BOLD_FAMILY, FontFaces, install_for_layout};
pub use format::{FigureExport, File, FileContent, Format};
pub use page::{About, LengthUnit, PageSheet};
pub use preset::{LEGIBLE_ON_A_SLIDE, Preset, millimetres, printers_points};
