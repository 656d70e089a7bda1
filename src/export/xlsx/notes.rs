//! The sheet of words: what the figure says, which rules were applied and why, what was left out, where it comes from.

use rust_xlsxwriter::Worksheet;

use crate::figure::Figure;
use crate::say;

use super::super::ExportError;
use super::sheet::{Sheet, Styles};

/// How to read the columns: a word, and a sentence.
fn reading_words() -> [(&'static str, &'static str); 4] {
    [
        (say!("workbook-values"), say!("workbook-values.meaning")),
        (say!("workbook-bounds"), say!("workbook-bounds.meaning")),
        (say!("workbook-periods"), say!("workbook-periods.meaning")),
        (say!("workbook-computed"), say!("workbook-computed.meaning")),
    ]
}

/// The columns, in pixels: a word, and two that hold sentences.
const WIDTHS: [(u16, u32); 3] = [(0, 190), (1, 520), (2, 520)];

/// The notes of a figure.
pub fn write(worksheet: &mut Worksheet, figure: &Figure, styles: &Styles) -> Result<(), ExportError> {
    let mut sheet = begin(worksheet, styles)?;
    sheet.title(0, &figure.title)?;
    let mut at = 1;
    for (word, text) in [
        (say!("workbook-subtitle"), figure.subtitle.as_str()),
        (say!("workbook-sources"), &figure.source),
        (say!("workbook-in-words"), &figure.alt),
        (say!("workbook-marks"), say!("workbook-marks.meaning")),
    ] {
        sheet.text(at, 0, word)?;
        sheet.paragraph(at, 1, text)?;
        at += 1;
    }
    at += 1;
    sheet.headings(at, [say!("workbook-rule"), say!("workbook-done"), say!("workbook-why")])?;
    at += 1;
    if figure.notes.is_empty() {
        sheet.text(at, 1, say!("workbook-no-rule"))?;
        at += 1;
    }
    for note in &figure.notes {
        sheet.text(
            at,
            0,
            &say!("workbook-rule-name", number = note.rule.number().to_string(), title = note.rule.label()),
        )?;
        sheet.paragraph(at, 1, &note.text)?;
        sheet.paragraph(at, 2, note.rule.why())?;
        at += 1;
    }
    if !figure.author_note.is_empty() {
        sheet.text(at, 0, say!("workbook-author"))?;
        sheet.paragraph(at, 1, &figure.author_note)?;
        at += 1;
    }
    at += 1;
    sheet.headings(at, [say!("workbook-left-out"), say!("workbook-which"), say!("workbook-why")])?;
    at += 1;
    if figure.left_out.is_empty() {
        sheet.text(at, 1, say!("workbook-nothing-left-out"))?;
        at += 1;
    }
    for left in &figure.left_out {
        sheet.paragraph(at, 0, left.outcome.as_str())?;
        sheet.paragraph(at, 1, &left.name)?;
        sheet.paragraph(at, 2, &left.reason)?;
        at += 1;
    }
    reading(&mut sheet, at + 1)?;
    sheet.finish(200, &WIDTHS)
}

/// The notes of a table.
pub fn write_for_table(
    worksheet: &mut Worksheet,
    outcomes: usize,
    suppressed: Option<&str>,
    styles: &Styles,
) -> Result<(), ExportError> {
    let mut sheet = begin(worksheet, styles)?;
    sheet.title(0, say!("workbook-of-a-table"))?;
    sheet.text(1, 0, say!("workbook-outcomes"))?;
    sheet.paragraph(1, 1, &say!("workbook-rows", n = outcomes))?;
    if let Some(sentence) = suppressed {
        sheet.text(2, 0, say!("workbook-small-counts"))?;
        sheet.paragraph(2, 1, sentence)?;
    }
    reading(&mut sheet, if suppressed.is_some() { 4 } else { 3 })?;
    sheet.finish(200, &WIDTHS)
}

fn begin<'a>(worksheet: &'a mut Worksheet, styles: &'a Styles) -> Result<Sheet<'a>, ExportError> {
    worksheet.set_name(say!("workbook-sheet-notes"))?;
    Ok(Sheet::new(worksheet, styles))
}

fn reading(sheet: &mut Sheet<'_>, from: u32) -> Result<(), ExportError> {
    sheet.headings(from, [say!("workbook-how-to-read"), say!("workbook-of-the-sheet-figures"), ""])?;
    for (at, (word, text)) in (from + 1..).zip(reading_words()) {
        sheet.text(at, 0, word)?;
        sheet.paragraph(at, 1, text)?;
    }
    Ok(())
}
