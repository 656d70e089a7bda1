//! What can go wrong between a figure and its file, each as one sentence that says what to do.

use thiserror::Error;

use crate::progress::Stopped;
use crate::say;

/// Why an export failed.
#[derive(Debug, Error)]
pub enum ExportError {
    /// A shape, or a property of one, that cannot be written as SVG without changing how it looks.
    #[error("{}", say!("export-shape", what = what.as_str()))]
    Shape {
        /// The shape in words, with its article: "a mesh of several colours".
        what: String,
    },
    /// The page has no width or height, or one that is not a number.
    #[error("{}", say!("export-no-size", width = width.to_string(), height = height.to_string()))]
    NoSize {
        /// The width asked for, in points.
        width: f32,
        /// The height asked for, in points.
        height: f32,
    },
    /// The width or height asked for is out of range.
    #[error("{}", say!("export-size", side = *side, value = value.to_string(), low = low.to_string(), high = high.to_string()))]
    Size {
        /// "width" or "height".
        side: &'static str,
        /// What was asked for, in points.
        value: f32,
        /// The least, in points.
        low: f32,
        /// The most, in points.
        high: f32,
    },
    /// The resolution asked for is out of range.
    #[error("{}", say!("export-resolution", dpi = dpi.to_string(), low = low.to_string(), high = high.to_string()))]
    Resolution {
        /// What was asked for, in dots an inch.
        dpi: f32,
        /// The least.
        low: f32,
        /// The most.
        high: f32,
    },
    /// A slide can't hold so much, however small its type.
    #[error("{}", say!("export-slide-full"))]
    SlideTooFull,
    /// The table could not be written.
    #[error("{}", say!("export-table", why = why.as_str()))]
    Table {
        /// What the writer said.
        why: String,
    },
    /// The table could not be written as CSV.
    #[error("{}", say!("export-csv", why = .0.to_string()))]
    Csv(#[from] csv::Error),
    /// The picture would need more memory than is reasonable.
    #[error("{}", say!("export-too-large", width = width.to_string(), height = height.to_string(), limit = limit.to_string()))]
    TooLarge {
        /// The width it would have, in pixels.
        width: u64,
        /// The height it would have, in pixels.
        height: u64,
        /// The most pixels in one picture, in millions.
        limit: u64,
    },
    /// The scale is zero, below it, or not a number.
    #[error("{}", say!("export-scale", scale = scale.to_string()))]
    Scale {
        /// The scale asked for.
        scale: f32,
    },
    /// The SVG between the drawing and the picture is not well formed.
    #[error("{}", say!("export-svg", why = .0.to_string()))]
    Svg(#[from] usvg::Error),
    /// The page would be longer than a PDF can be.
    #[error("{}", say!("export-page-too-long", length = format!("{length:.0}"), limit = format!("{limit:.0}")))]
    PageTooLong {
        /// The longer side, in points.
        length: f32,
        /// The most, in points.
        limit: f32,
    },
    /// The PDF writer refused.
    #[error("{}", say!("export-pdf", why = why.as_str()))]
    Pdf {
        /// What the writer said.
        why: String,
    },
    /// The workbook could not be written.
    #[error("{}", say!("export-xlsx", why = .0.to_string()))]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The PNG writer refused.
    #[error("{}", say!("export-png", why = .0.to_string()))]
    Png(#[from] ::png::EncodingError),
    /// The folder for a batch could not be made.
    #[error("{}", say!("export-folder", path = path.display().to_string(), why = source.to_string()))]
    Folder {
        /// The folder.
        path: std::path::PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// Whoever waited stopped the work.
    #[error(transparent)]
    Stopped(#[from] Stopped),
    /// The file could not be written.
    #[error(transparent)]
    Storage(#[from] crate::storage::StorageError),
}

impl ExportError {
    /// A shape that cannot be written, in words with its article.
    pub(super) fn shape(what: impl Into<String>) -> Self {
        Self::Shape { what: what.into() }
    }
}
