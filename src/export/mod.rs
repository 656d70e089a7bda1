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
mod canvas;
mod error;
mod face;
pub mod figure;
mod format;
mod glyphs;
pub mod headless;
mod leaves;
mod letters;
mod markup;
mod outline;
mod page;
mod paint;
mod palette;
pub mod pdf;
pub mod png;
pub mod svg;
pub mod table;
#[cfg(test)]
mod tests;
mod text;
pub mod xlsx;

pub use error::ExportError;
pub use face::{BOLD_FAMILY, FontFaces, install_for_layout};
pub use format::{Edition, File, Format};
pub use page::{About, Page};
