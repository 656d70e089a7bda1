//! The formats of figures and tables, what is known of each, and a figure's bytes in it: one place for window, command line and batch.

use std::path::Path;
use strum::{EnumCount, VariantArray};

use crate::figure::table::{TableRow, Value};
use crate::figure::{Figure, table};
use crate::model::{Dataset, View};
use crate::progress::{Progress, ProgressRange};
use crate::say;

use super::figure::{DRAWING, FigureLayout, PARTING, PageSize, pdf_of_pages};
use super::fonts::Medium;
use super::preview::two_sentences;
use super::slides::{pages, whole};
use super::table::{ByteOrderMark, to_json, to_marked_csv};
use super::{ExportError, FontFaces, Preset, xlsx};

/// A format that a figure or a table can be saved in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumCount, VariantArray)]
pub enum Format {
    /// Vector.
    Svg,
    /// Pixels.
    Png,
    /// A page whose words stay words.
    Pdf,
    /// The rows, with commas between their cells.
    Csv,
    /// The rows as a list of objects.
    Json,
    /// A workbook with charts that can be edited.
    Xlsx,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileContent {
    /// A figure as lines and letters, as large as one asks for.
    Drawing,
    /// A figure as pixels, as large and as fine as one asks for.
    Picture,
    /// The rows of what was selected, without title, notes or charts.
    Rows,
    /// The rows of a figure with its title, its notes and charts.
    Workbook,
}

/// Writes a table: its rows, which small counts were taken out, and whether it begins with a byte order mark where it can.
type TableWriter = fn(&[TableRow], Option<&str>, ByteOrderMark) -> Result<Vec<u8>, ExportError>;

/// Words of a format, looked up when they are asked for.
type FormatWords = fn() -> &'static str;

/// What is known of one format.
struct FormatFacts {
    /// The ending of its files, which is also its word on the command line and in the settings.
    ending: &'static str,
    content: FileContent,
    /// The bytes that each file begins with; empty where they are those of a text.
    signature: &'static [u8],
    /// Whether a file can begin with a byte order mark.
    has_mark: bool,
    /// The kind of file in the desktop's dialog, and what it is good for; `None` where no figure is saved in it.
    figure: Option<(FormatWords, FormatWords)>,
    /// What the command line says of a table in it, and its writer; `None` where it holds no table.
    table: Option<(FormatWords, TableWriter)>,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// All that differs between formats but the writing of a figure, which is in [`FigureExport::file`].
    fn facts(self) -> FormatFacts {
        match self {
            Self::Svg => FormatFacts {
                ending: "svg",
                content: FileContent::Drawing,
                signature: b"<svg",
                has_mark: false,
                figure: Some((|| say!("export-format-svg"), || say!("export-format-svg.purpose"))),
                table: None,
            },
            Self::Png => FormatFacts {
                ending: "png",
                content: FileContent::Picture,
                signature: b"\x89PNG",
                has_mark: false,
                figure: Some((|| say!("export-format-png"), || say!("export-format-png.purpose"))),
                table: None,
            },
            Self::Pdf => FormatFacts {
                ending: "pdf",
                content: FileContent::Drawing,
                signature: b"%PDF",
                has_mark: false,
                figure: Some((|| say!("export-format-pdf"), || say!("export-format-pdf.purpose"))),
                table: None,
            },
            Self::Csv => FormatFacts {
                ending: "csv",
                content: FileContent::Rows,
                signature: b"",
                has_mark: true,
                figure: Some((|| say!("export-format-csv"), || say!("export-format-csv.purpose"))),
                table: Some((|| say!("export-format-csv.table"), |rows, _, mark| to_marked_csv(rows, mark))),
            },
            Self::Json => FormatFacts {
                ending: "json",
                content: FileContent::Rows,
                signature: b"",
                has_mark: false,
                figure: None,
                table: Some((|| say!("export-format-json.table"), |rows, _, _| to_json(rows))),
            },
            Self::Xlsx => FormatFacts {
                ending: "xlsx",
                content: FileContent::Workbook,
                signature: b"PK",
                has_mark: false,
                figure: Some((|| say!("export-format-xlsx"), || say!("export-format-xlsx.purpose"))),
                table: Some((|| say!("export-format-xlsx.table"), |rows, note, _| xlsx::of_table(rows, note))),
            },
        }
    }

    /// The formats of a figure.
    pub fn of_figures() -> impl Iterator<Item = Self> + Clone {
        Self::ALL.into_iter().filter(|format| format.facts().figure.is_some())
    }

    /// The formats of a table.
    pub fn of_tables() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|format| format.facts().table.is_some())
    }

    /// The formats of a figure as a list in a sentence: each ending as `write` has it, and `last` before the last one.
    pub fn list_of_figures(write: impl Fn(&str) -> String, last: &str) -> String {
        let endings: Vec<String> = Self::of_figures().map(|format| write(format.ending())).collect();
        match endings.split_last() {
            Some((end, others)) => format!("{}{last}{end}", others.join(", ")),
            None => String::new(),
        }
    }

    /// The ending of its files, which is also its word on the command line.
    pub fn ending(self) -> &'static str {
        self.facts().ending
    }

    /// What its files hold.
    pub fn content(self) -> FileContent {
        self.facts().content
    }

    /// The bytes that each file begins with; empty where they are those of a text.
    pub fn signature(self) -> &'static [u8] {
        self.facts().signature
    }

    /// Whether a file can begin with a byte order mark.
    pub fn has_mark(self) -> bool {
        self.facts().has_mark
    }

    /// Whether a figure in it is as large as one asks for.
    pub fn has_size(self) -> bool {
        match self.content() {
            FileContent::Drawing | FileContent::Picture => true,
            FileContent::Rows | FileContent::Workbook => false,
        }
    }

    /// Whether a tall figure in it goes over several pages.
    pub fn has_pages(self) -> bool {
        match self {
            Self::Pdf => true,
            Self::Svg | Self::Png | Self::Csv | Self::Json | Self::Xlsx => false,
        }
    }

    /// Whether a figure in it has a resolution.
    pub fn has_pixels(self) -> bool {
        self.content() == FileContent::Picture
    }

    /// Whether a figure in it has its title and its notes.
    pub fn has_words(self) -> bool {
        self.content() != FileContent::Rows
    }

    /// The kind of file in the desktop's dialog; empty where no figure is saved in it.
    pub fn label(self) -> &'static str {
        self.facts().figure.map_or("", |(label, _)| label())
    }

    /// What a figure in it is good for, as a sentence; empty where no figure is saved in it.
    pub fn purpose(self) -> &'static str {
        self.facts().figure.map_or("", |(_, purpose)| purpose())
    }

    /// What the command line says of a table in it; empty where it holds none.
    pub fn about_table(self) -> &'static str {
        self.facts().table.map_or("", |(about, _)| about())
    }

    /// The format of a figure that a word or an ending means; `None` for any other.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::of_figures().find(|format| format.ending().eq_ignore_ascii_case(word))
    }

    /// The format of a figure that a file's ending says; `None` where it says none of these.
    pub fn of_path(path: &Path) -> Option<Self> {
        Self::of_word(&path.extension()?.to_string_lossy())
    }

    /// The rows that stand in a file or its preview: those of the whole selection, in dataset order, where it holds nothing else.
    pub fn rows(self, dataset: &Dataset, view: &View, figure: &Figure) -> Vec<TableRow> {
        match self.content() {
            FileContent::Rows => table::rows(dataset, view),
            FileContent::Drawing | FileContent::Picture | FileContent::Workbook => {
                table::rows_of_figure(dataset, figure)
            }
        }
    }

    /// The bytes of a table in this format; `suppressed` says which small counts were taken out. `None` where it holds no table.
    ///
    /// # Errors
    /// An [`ExportError`] where a row can't be written, or a sheet can't hold so many.
    pub fn table(
        self,
        rows: &[TableRow],
        suppressed: Option<&str>,
        mark: ByteOrderMark,
    ) -> Option<Result<Vec<u8>, ExportError>> {
        self.facts().table.map(|(_, write)| write(rows, suppressed, mark))
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
                remark = drawing.remark(fonts).into_iter().chain(drawing.remark_on_type()).reduce(two_sentences);
                drawing.svg(figure, fonts, rest)?.into_bytes()
            }
            Format::Png => {
                let drawing = self.drawing(stretch)?;
                remark = drawing.remark(fonts).into_iter().chain(drawing.remark_on_type()).reduce(two_sentences);
                drawing.png(figure, sheet.scale, fonts, rest)?
            }
            Format::Pdf => {
                // What fits no slide as one picture may fit several.
                let drawn =
                    if sheet.preset.is_some_and(Preset::is_slide) { None } else { Some(self.drawing(stretch)?) };
                let pages = pages(figure, drawn, sheet, rest.part(0.0..PARTING))?;
                let of_letters = pages.iter().find_map(|page| page.drawing.remark(fonts));
                let of_type = pages.iter().find_map(|page| page.drawing.remark_on_type());
                let pdf = pdf_of_pages(figure, pages, fonts, rest.part(PARTING..1.0))?;
                // It names the letters itself.
                let of_letters = pdf.conformance.remark().or(of_letters);
                remark = of_letters.into_iter().chain(of_type).reduce(two_sentences);
                pdf.bytes
            }
            Format::Csv => {
                let rows = format.rows(self.dataset, self.view, figure);
                stretch.report(1, 2)?;
                to_marked_csv(&rows, self.mark)?
            }
            Format::Json => {
                let rows = format.rows(self.dataset, self.view, figure);
                stretch.report(1, 2)?;
                to_json(&rows)?
            }
            Format::Xlsx => {
                let rows = format.rows(self.dataset, self.view, figure);
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
            none => Ok(none.insert(whole(self.figure, self.sheet, stretch.part(0.0..DRAWING))?)),
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
        assert_eq!(Format::of_word("json"), None, "no figure is saved as JSON");
    }
}
