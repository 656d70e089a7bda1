//! The formats of a figure, and a figure's bytes in each: one place for window, command line and batch.

use std::path::Path;
use strum::{EnumCount, VariantArray};

use crate::figure::table::Value;
use crate::figure::{Figure, table};
use crate::model::{Dataset, View};
use crate::progress::{Progress, ProgressRange};

use super::figure::{DRAWING, FigureLayout, PageSize, draw};
use super::fonts::Medium;
use super::table::{ByteOrderMark, to_marked_csv};
use super::{ExportError, FontFaces, xlsx};

/// A format that a figure can be saved in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumCount, VariantArray)]
pub enum Format {
    /// Vector.
    Svg,
    /// Pixels.
    Png,
    /// A page whose words stay words.
    Pdf,
    /// The rows behind it.
    Csv,
    /// A workbook with charts that can be edited.
    Xlsx,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// The ending of its files, which is also its word on the command line.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// The format that a word or an ending means; `None` for any other.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.ending().eq_ignore_ascii_case(word))
    }

    /// The format that a file's ending says; `None` where it says none of these.
    pub fn of_path(path: &Path) -> Option<Self> {
        Self::of_word(&path.extension()?.to_string_lossy())
    }

    /// The bytes of a figure in this format. `view` is what the figure was made from; CSV holds its rows in dataset order.
    ///
    /// # Errors
    /// An [`ExportError`] where the page has an impossible size or a shape can't be written.
    pub fn file(
        self,
        dataset: &Dataset,
        view: &View,
        figure: &Figure,
        sheet: PageSize,
        fonts: &FontFaces,
    ) -> Result<File, ExportError> {
        FigureExport::new(dataset, view, figure, sheet, fonts).file(self, Progress::default().without_progress())
    }
}

/// One figure that becomes files in one format or several: it is laid out once, when the first of them asks for it.
pub struct FigureExport<'a> {
    dataset: &'a Dataset,
    view: &'a View,
    figure: &'a Figure,
    sheet: PageSize,
    fonts: &'a FontFaces,
    mark: ByteOrderMark,
    drawing: Option<FigureLayout>,
}

impl<'a> FigureExport<'a> {
    /// Nothing is done yet. `view` is what the figure was made from.
    pub fn new(
        dataset: &'a Dataset,
        view: &'a View,
        figure: &'a Figure,
        sheet: PageSize,
        fonts: &'a FontFaces,
    ) -> Self {
        Self { dataset, view, figure, sheet, fonts, mark: ByteOrderMark::default(), drawing: None }
    }

    /// With or without a byte order mark, as CSV.
    #[must_use]
    pub fn marked(self, mark: ByteOrderMark) -> Self {
        Self { mark, ..self }
    }

    /// The bytes in a format.
    ///
    /// # Errors
    /// As [`Format::file`], and [`ExportError::Stopped`] where `stretch` is.
    pub fn file(&mut self, format: Format, stretch: ProgressRange<'_>) -> Result<File, ExportError> {
        let mut remark = None;
        let (figure, sheet, fonts) = (self.figure, self.sheet, self.fonts);
        let rest = stretch.part(DRAWING..1.0);
        let bytes = match format {
            Format::Svg => {
                let drawing = self.drawing(stretch)?;
                remark = drawing.remark(fonts);
                drawing.svg(figure, fonts, rest)?.into_bytes()
            }
            Format::Png => {
                let drawing = self.drawing(stretch)?;
                remark = drawing.remark(fonts);
                drawing.png(figure, sheet.scale, fonts, rest)?
            }
            Format::Pdf => {
                let drawing = self.drawing(stretch)?;
                let pdf = drawing.pdf(figure, sheet, fonts, rest)?;
                // It names the letters itself.
                remark = pdf.standing.remark().or_else(|| drawing.remark(fonts));
                pdf.bytes
            }
            Format::Csv => {
                let rows = table::rows(self.dataset, self.view);
                stretch.report(1, 2)?;
                to_marked_csv(&rows, self.mark)?
            }
            Format::Xlsx => {
                let rows = table::rows_of_figure(self.dataset, figure);
                stretch.report(1, 3)?;
                let cells = rows.iter().flatten().filter_map(|cell| match cell {
                    Value::Text(text) => Some(text.as_str()),
                    Value::Empty | Value::Number(_) | Value::Printed(..) => None,
                });
                remark = fonts.remark_on(cells.chain([figure.title.as_str()]), Medium::Workbook);
                xlsx::of_figure(&rows, figure)?
            }
        };
        stretch.report(1, 1)?;
        Ok(File { bytes, remark })
    }

    fn drawing(&mut self, stretch: ProgressRange<'_>) -> Result<&FigureLayout, ExportError> {
        match &mut self.drawing {
            Some(drawing) => Ok(drawing),
            none => Ok(none.insert(draw(self.figure, None, self.sheet, stretch.part(0.0..DRAWING))?)),
        }
    }
}

/// The bytes of a file, and what there is to say of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// A sentence for whoever asked for it; `None` where there is nothing to say.
    pub remark: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_known_by_its_ending_whatever_its_case() {
        assert_eq!(Format::of_path(Path::new("a/b.SVG")), Some(Format::Svg));
        assert_eq!(Format::of_path(Path::new("svg")), None);
        assert_eq!(Format::of_word("docx"), None);
    }
}
