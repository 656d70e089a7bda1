//! The sheet of words: what the figure says, which rules were applied and why, what was left out, where it comes from.

use rust_xlsxwriter::Worksheet;

use crate::figure::Figure;

use super::super::ExportError;
use super::NOTES;
use super::sheet::{Sheet, Styles};

const READING: [(&str, &str); 4] = [
    ("Values", "Unrounded, in the unit of their column; an empty cell was not published."),
    (
        "Bounds",
        "“Over”, “at least”, “about”, “up to” and the like stand in the columns that end in _bound; the true figure may lie \
         beyond the number, on the side that the word leaves open.",
    ),
    (
        "Periods",
        "As published: a date, a span, a length, or not stated; “(implied)” where the source does not say it outright.",
    ),
    (
        "Computed",
        "computed_change_percent, per_month_before and per_month_after are worked out from the published levels; everything \
         else is as published.",
    ),
];

/// The columns, in pixels: a word, and two that hold sentences.
const WIDTHS: [(u16, u32); 3] = [(0, 190), (1, 520), (2, 520)];

const MARKS: (&str, &str) = (
    "Marks in the charts",
    "Hollow: before. Filled: after, or a change. Hatched: estimate, target or plan. Grey: context. Dotted edge: small numbers.",
);

/// The notes of a figure.
pub fn write(worksheet: &mut Worksheet, figure: &Figure, styles: &Styles) -> Result<(), ExportError> {
    let mut sheet = begin(worksheet, styles)?;
    sheet.title(0, &figure.title)?;
    let mut at = 1;
    for (word, text) in
        [("Subtitle", figure.subtitle.as_str()), ("Sources", &figure.source), ("In words", &figure.alt), MARKS]
    {
        sheet.text(at, 0, word)?;
        sheet.paragraph(at, 1, text)?;
        at += 1;
    }
    at += 1;
    sheet.headings(at, ["Rule", "What was done", "Why"])?;
    at += 1;
    if figure.notes.is_empty() {
        sheet.text(at, 1, "No rule had to be applied.")?;
        at += 1;
    }
    for note in &figure.notes {
        sheet.text(at, 0, &format!("R{}: {}", note.rule.number(), note.rule.title()))?;
        sheet.paragraph(at, 1, &note.text)?;
        sheet.paragraph(at, 2, note.rule.why())?;
        at += 1;
    }
    if !figure.author_note.is_empty() {
        sheet.text(at, 0, "Author")?;
        sheet.paragraph(at, 1, &figure.author_note)?;
        at += 1;
    }
    at += 1;
    sheet.headings(at, ["Left out", "Which", "Why"])?;
    at += 1;
    if figure.left_out.is_empty() {
        sheet.text(at, 1, "Nothing: all that was selected is drawn.")?;
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
    sheet.title(0, "Outcomes, as published")?;
    sheet.text(1, 0, "Outcomes")?;
    let count = match outcomes {
        0 => "None: no outcome fits all that was asked for.".to_owned(),
        1 => "One row, one outcome.".to_owned(),
        more => format!("{more} rows, one for each outcome."),
    };
    sheet.paragraph(1, 1, &count)?;
    if let Some(sentence) = suppressed {
        sheet.text(2, 0, "Small counts")?;
        sheet.paragraph(2, 1, sentence)?;
    }
    reading(&mut sheet, if suppressed.is_some() { 4 } else { 3 })?;
    sheet.finish(200, &WIDTHS)
}

fn begin<'a>(worksheet: &'a mut Worksheet, styles: &'a Styles) -> Result<Sheet<'a>, ExportError> {
    worksheet.set_name(NOTES)?;
    Ok(Sheet::new(worksheet, styles))
}

fn reading(sheet: &mut Sheet<'_>, from: u32) -> Result<(), ExportError> {
    sheet.headings(from, ["How to read", "The sheet Figures", ""])?;
    for (at, (word, text)) in (from + 1..).zip(READING) {
        sheet.text(at, 0, word)?;
        sheet.paragraph(at, 1, text)?;
    }
    Ok(())
}
