//! What can go wrong between a figure and its file, each as one sentence with the mend.

use thiserror::Error;

/// Why an export failed.
#[derive(Debug, Error)]
pub enum ExportError {
    /// A shape, or a property of one, that cannot be written as SVG without changing how it looks.
    #[error(
        "the figure holds {what}, which cannot be written to a file; please report this as a fault of Side by Side"
    )]
    Shape {
        /// The shape in words, with its article: "a mesh of several colours".
        what: String,
    },
    /// The page has no width or height, or one that is not a number.
    #[error("a picture of {width} × {height} points cannot be made; choose a width and a height above 0")]
    NoSize {
        /// The width asked for, in points.
        width: f32,
        /// The height asked for, in points.
        height: f32,
    },
    /// The width or height asked for is out of range.
    #[error("a {side} of {value} points is out of range; choose one from {low} to {high}")]
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
    #[error("a resolution of {dpi} dots an inch is out of range; choose one from {low} to {high}")]
    Resolution {
        /// What was asked for, in dots an inch.
        dpi: f32,
        /// The least.
        low: f32,
        /// The most.
        high: f32,
    },
    /// The table could not be written.
    #[error("the table could not be written ({why}); please report this as a fault of Side by Side")]
    Table {
        /// What the writer said.
        why: String,
    },
    /// The table could not be written as CSV.
    #[error("the table could not be written as CSV ({0}); please report this as a fault of Side by Side")]
    Csv(#[from] csv::Error),
    /// The picture would need more memory than is reasonable.
    #[error(
        "the picture would be {width} × {height} pixels, and {limit} million pixels are the most; \
         choose a smaller scale or fewer outcomes, or save it as PDF, which goes over pages"
    )]
    TooLarge {
        /// The width it would have, in pixels.
        width: u64,
        /// The height it would have, in pixels.
        height: u64,
        /// The most pixels in one picture, in millions.
        limit: u64,
    },
    /// The scale is zero, below it, or not a number.
    #[error("the scale {scale} is not above 0; choose a scale such as 1 or 2")]
    Scale {
        /// The scale asked for.
        scale: f32,
    },
    /// The SVG between the drawing and the picture is not well formed.
    #[error("the drawing could not be read as SVG ({0}); please report this as a fault of Side by Side")]
    Svg(#[from] usvg::Error),
    /// The page would be longer than a PDF can be.
    #[error(
        "a page would be {length:.0} points long, and {limit:.0} (200 inches) are the most in a PDF; \
         choose fewer councils or another width or height, or save it as SVG"
    )]
    PageTooLong {
        /// The longer side, in points.
        length: f32,
        /// The most, in points.
        limit: f32,
    },
    /// The PDF writer refused.
    #[error("the figure could not be written as PDF ({why}); please report this as a fault of Side by Side")]
    Pdf {
        /// What the writer said.
        why: String,
    },
    /// The workbook could not be written.
    #[error("the workbook could not be written ({0}); choose fewer outcomes, or save the table as CSV")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The PNG writer refused.
    #[error("the picture could not be written as PNG ({0}); please report this as a fault of Side by Side")]
    Png(#[from] ::png::EncodingError),
    /// The folder for a batch could not be made.
    #[error("{}: the folder can't be made ({source}); choose another one, or make it first", path.display())]
    Folder {
        /// The folder.
        path: std::path::PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
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
