//! Writing cells: text that stays text, numbers that stay numbers, headings that are marked.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Chart, ColNum, Color, Format, FormatAlign, FormatBorder, IgnoreError, RowNum, Worksheet};

use crate::figure::Figure;
use crate::say;
use crate::theme::Tokens;

use super::super::ExportError;
use super::super::page::printable;
use super::super::table::begins_a_formula;
use super::chart_data;

/// The most characters (UTF-16 units) in one cell.
const MOST_IN_CELL: usize = 32_767;

/// Letters that fit in a line of the narrow and the wide columns of notes, on the safe side.
const LETTERS_NARROW: usize = 26;
const LETTERS_WIDE: usize = 74;
/// Height of a line of text, and the most a row can have, in pixels.
const LINE_PIXELS: usize = 20;
const MOST_ROW_PIXELS: u32 = 545;

/// The row of the headings of the chart's data; the rows above hold its words.
pub const HEADINGS_ROW: RowNum = 4;
/// The row of the words on the axes.
pub const AXES_ROW: RowNum = 3;

/// How cells look.
pub struct Styles {
    heading: Format,
    title: Format,
    plain: Format,
    quoted: Format,
    wrapped: Format,
    whole: Format,
}

impl Styles {
    /// The looks of all cells, from the light theme.
    pub fn new() -> Self {
        let tokens = Tokens::light();
        let plain = Format::new().set_align(FormatAlign::Top);
        Self {
            heading: Format::new()
                .set_bold()
                .set_align(FormatAlign::Top)
                .set_background_color(colour(tokens.selected))
                .set_border_bottom(FormatBorder::Thin)
                .set_border_bottom_color(colour(tokens.edge)),
            title: Format::new().set_bold().set_font_size(14),
            quoted: plain.clone().set_quote_prefix(),
            wrapped: plain.clone().set_text_wrap(),
            whole: plain.clone().set_num_format("#,##0"),
            plain,
        }
    }
}

/// A colour of the theme as the workbook writes it.
pub fn colour(colour: egui::Color32) -> Color {
    let [red, green, blue, _] = colour.to_array();
    Color::RGB(u32::from_be_bytes([0, red, green, blue]))
}

/// A sheet being written.
pub struct Sheet<'a> {
    worksheet: &'a mut Worksheet,
    styles: &'a Styles,
    /// The lines that rows of wrapped text need, where more than one.
    lines: BTreeMap<RowNum, usize>,
}

impl<'a> Sheet<'a> {
    /// Begins to write cells.
    pub fn new(worksheet: &'a mut Worksheet, styles: &'a Styles) -> Self {
        Self { worksheet, styles, lines: BTreeMap::new() }
    }

    /// Text, whatever it begins with; an empty one leaves the cell empty.
    pub fn text(&mut self, row: RowNum, column: ColNum, text: &str) -> Result<(), ExportError> {
        let format = if begins_a_formula(text) { &self.styles.quoted } else { &self.styles.plain };
        self.put(row, column, text, format)
    }

    /// A number, unrounded; whole ones show thousands commas.
    pub fn number(&mut self, row: RowNum, column: ColNum, number: f64) -> Result<(), ExportError> {
        let is_large = number.fract() == 0.0 && number.abs() >= 10_000.0;
        let format = if is_large { &self.styles.whole } else { &self.styles.plain };
        self.worksheet.write_number_with_format(row, column, number, format)?;
        Ok(())
    }

    /// A published number, shown with the decimals it was printed with.
    pub fn printed(&mut self, row: RowNum, column: ColNum, number: f64, decimals: u8) -> Result<(), ExportError> {
        if decimals == 0 {
            return self.number(row, column, number);
        }
        let whole = if number.abs() >= 10_000.0 { "#,##0" } else { "0" };
        let code = format!("{whole}.{}", "0".repeat(usize::from(decimals)));
        self.worksheet.write_number_with_format(
            row,
            column,
            number,
            &self.styles.plain.clone().set_num_format(code),
        )?;
        Ok(())
    }

    /// A row of marked headings from the first column on.
    pub fn headings<'t>(&mut self, row: RowNum, words: impl IntoIterator<Item = &'t str>) -> Result<(), ExportError> {
        for (column, word) in (0..).zip(words) {
            self.put(row, column, word, &self.styles.heading)?;
        }
        Ok(())
    }

    /// A large title.
    pub fn title(&mut self, row: RowNum, text: &str) -> Result<(), ExportError> {
        self.put(row, 0, text, &self.styles.title)
    }

    /// Text that wraps within its column: a narrow first one, wide ones beside it.
    pub fn paragraph(&mut self, row: RowNum, column: ColNum, text: &str) -> Result<(), ExportError> {
        let in_line = if column == 0 { LETTERS_NARROW } else { LETTERS_WIDE };
        let lines = text.lines().map(|line| line.chars().count().div_ceil(in_line).max(1)).sum::<usize>();
        let needed = self.lines.entry(row).or_insert(1);
        *needed = lines.max(*needed);
        self.put(row, column, text, &self.styles.wrapped)
    }

    /// Makes columns as wide as their text, up to `most` pixels, but those of `fixed` as wide as it says; prints on A4 across,
    /// all columns on one page.
    pub fn finish(self, most: u32, fixed: &[(ColNum, u32)]) -> Result<(), ExportError> {
        self.worksheet.set_autofit_max_width(most).autofit();
        for (row, lines) in self.lines.iter().filter(|(_, lines)| **lines > 1) {
            let pixels = u32::try_from(lines * LINE_PIXELS).unwrap_or(MOST_ROW_PIXELS).min(MOST_ROW_PIXELS);
            self.worksheet.set_row_height_pixels(*row, pixels)?;
        }
        for (column, pixels) in fixed {
            self.worksheet.set_column_width_pixels(*column, *pixels)?;
        }
        self.worksheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        Ok(())
    }

    /// Words below a heading that may look like numbers ("780") are meant to be words: no warning beside each.
    pub fn words_may_be_numbers(
        &mut self,
        heading: RowNum,
        first: ColNum,
        last: ColNum,
        rows: usize,
    ) -> Result<(), ExportError> {
        let end = heading + RowNum::try_from(rows).unwrap_or(0);
        self.worksheet.ignore_error_range(heading, first, end, last, IgnoreError::NumberStoredAsText)?;
        Ok(())
    }

    fn put(&mut self, row: RowNum, column: ColNum, text: &str, format: &Format) -> Result<(), ExportError> {
        if !text.is_empty() {
            self.worksheet.write_string_with_format(row, column, clean(text), format)?;
        }
        Ok(())
    }
}

/// The text as a cell can hold it: no control characters, and cut where it is too long.
pub fn clean(text: &str) -> String {
    cut(&printable(text), MOST_IN_CELL, say!("workbook-cut"))
}

/// The text with at most so many UTF-16 units, ending in `end` where it was cut.
pub fn cut(text: &str, most: usize, end: &str) -> String {
    if text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let mut left = most.saturating_sub(end.encode_utf16().count());
    let kept = text.chars().take_while(|chr| match left.checked_sub(chr.len_utf16()) {
        Some(rest) => {
            left = rest;
            true
        }
        None => false,
    });
    kept.collect::<String>() + end
}

/// A chart with its place on the chart sheet.
pub struct ChartAnchor {
    /// Row of its top left corner.
    pub row: RowNum,
    /// Column of its top left corner.
    pub column: ColNum,
    /// The chart.
    pub chart: Chart,
}

/// The sheet of data, and the charts that take their values from it.
pub struct Plotted {
    /// The data.
    pub data: Worksheet,
    /// The charts; none where no chart would be honest.
    pub charts: Vec<ChartAnchor>,
}

impl Plotted {
    /// Data without a chart.
    pub fn nothing(data: Worksheet) -> Self {
        Self { data, charts: Vec::new() }
    }
}

/// A sheet of data with its words above: title, subtitle, and a sentence about the chart.
pub fn opening(figure: &Figure, sentence: &str, styles: &Styles) -> Result<Worksheet, ExportError> {
    let mut data = Worksheet::new();
    data.set_name(chart_data())?;
    let mut sheet = Sheet::new(&mut data, styles);
    sheet.title(0, &figure.title)?;
    sheet.text(1, 0, &figure.subtitle)?;
    sheet.text(2, 0, sentence)?;
    Ok(data)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_too_long_says_that_it_was_cut() {
        assert_eq!(cut("children", 8, "…"), "children");
        assert_eq!(cut("children in care", 8, "…"), "childre…");
        // A letter outside the basic plane is two units and is never halved.
        assert_eq!(cut("a🙂b", 3, "…"), "a…");
        assert!(clean(&"a".repeat(40_000)).ends_with(say!("workbook-cut")));
    }
}
