//! A table as CSV or JSON: cells quoted by RFC 4180, text that a spreadsheet would take for a formula made safe.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::figure::table::{COLUMNS, TableRow, Value};

use super::ExportError;

/// Whether a spreadsheet would take a cell for a formula and run it, or would once the cell is typed again.
pub(super) fn begins_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// Whether a CSV begins with a byte order mark. With it Excel takes a file that is opened by double click for UTF-8; without it
/// other programs find the name of the first column at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ByteOrderMark {
    /// The file begins with the header.
    #[default]
    Without,
    /// The file begins with U+FEFF in UTF-8.
    With,
}

/// The table as CSV without a byte order mark, its header always present.
///
/// # Errors
/// Only where a row can't be written, which does not happen in memory.
pub fn to_csv(rows: &[TableRow]) -> Result<Vec<u8>, ExportError> {
    to_marked_csv(rows, ByteOrderMark::Without)
}

/// The table as CSV, its header always present.
///
/// # Errors
/// Only where a row can't be written, which does not happen in memory.
pub fn to_marked_csv(rows: &[TableRow], mark: ByteOrderMark) -> Result<Vec<u8>, ExportError> {
    csv_of(COLUMNS, rows, mark)
}

/// A table with these columns as CSV, its header always present.
///
/// # Errors
/// Only where a row can't be written, which does not happen in memory.
pub fn csv_of(columns: &[&str], rows: &[TableRow], mark: ByteOrderMark) -> Result<Vec<u8>, ExportError> {
    let start = match mark {
        ByteOrderMark::With => "\u{feff}".into(),
        ByteOrderMark::Without => Vec::new(),
    };
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(start);
    writer.write_record(columns)?;
    for row in rows {
        writer.write_record(row.iter().map(cell))?;
    }
    writer.into_inner().map_err(|error| ExportError::Table { why: error.error().to_string() })
}

/// The table as JSON: a list of objects, one a row, with `null` where nothing was published.
///
/// # Errors
/// Only where a value can't be written, which does not happen with finite numbers.
pub fn to_json(rows: &[TableRow]) -> Result<Vec<u8>, ExportError> {
    json_of(COLUMNS, rows)
}

/// A table with these columns as JSON, as [`to_json`] writes it.
///
/// # Errors
/// Only where a value can't be written, which does not happen with finite numbers.
pub fn json_of(columns: &[&str], rows: &[TableRow]) -> Result<Vec<u8>, ExportError> {
    let mut text = String::from("[");
    for (row, begin) in rows.iter().zip(std::iter::once("\n").chain(std::iter::repeat(",\n"))) {
        let by_name: BTreeMap<&str, &Value> = columns.iter().copied().zip(row).collect();
        let line = |(name, value): (&str, &Value)| json(value).map(|told| format!("    \"{name}\": {told}"));
        let cells = by_name.into_iter().map(line).collect::<Result<Vec<String>, ExportError>>()?;
        text += &format!("{begin}  {{\n{}\n  }}", cells.join(",\n"));
    }
    text += if rows.is_empty() { "]\n" } else { "\n]\n" };
    Ok(text.into_bytes())
}

/// A cell's words for the clipboard: what would run is made safe, and what would end a cell or a row is a space.
pub fn pasted(text: &str) -> String {
    safe(text).replace(['\t', '\n', '\r'], " ")
}

fn json(value: &Value) -> Result<String, ExportError> {
    match value {
        Value::Empty => Ok("null".to_owned()),
        Value::Number(number) if is_whole(*number) => Ok(format!("{}", *number as i64)),
        Value::Number(number) => written(number),
        Value::Printed(number, decimals) => Ok(printed(*number, *decimals)),
        Value::Text(text) => written(text),
    }
}

fn written(value: &impl Serialize) -> Result<String, ExportError> {
    serde_json::to_string(value).map_err(|error| ExportError::Table { why: error.to_string() })
}

/// A published number as it was printed: 8.60 stays 8.60.
fn printed(number: f64, decimals: u8) -> String {
    // Adding zero turns −0 into 0.
    format!("{:.*}", usize::from(decimals), number + 0.0)
}

fn cell(value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Number(number) if is_whole(*number) => format!("{}", *number as i64),
        Value::Number(number) => format!("{number}"),
        Value::Printed(number, decimals) => printed(*number, *decimals),
        Value::Text(text) => safe(text),
    }
}

/// Whole numbers that fit an `i64` exactly.
fn is_whole(number: f64) -> bool {
    number.fract() == 0.0 && number.abs() < 9e15
}

/// A leading apostrophe keeps a spreadsheet from running text that begins like a formula.
fn safe(text: &str) -> String {
    if begins_a_formula(text) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(first: Value) -> TableRow {
        let mut row = vec![Value::Empty; COLUMNS.len()];
        if let Some(cell) = row.first_mut() {
            *cell = first;
        }
        row
    }

    #[test]
    fn text_that_begins_like_a_formula_is_made_safe_numbers_stay() {
        for start in ["=1+1", "+1", "-1", "@sum"] {
            let csv = String::from_utf8(to_csv(&[row(Value::Text(start.to_owned()))]).unwrap()).unwrap();
            assert!(csv.contains(&format!("\r\n'{start}")), "{csv}");
        }
        let csv = String::from_utf8(to_csv(&[row(Value::Number(-15.5))]).unwrap()).unwrap();
        assert!(csv.contains("\r\n-15.5,"), "{csv}");
    }

    #[test]
    fn published_numbers_keep_their_printed_decimals() {
        let row = row(Value::Printed(8.6, 2));
        assert!(String::from_utf8(to_csv(std::slice::from_ref(&row)).unwrap()).unwrap().contains("\r\n8.60,"));
        assert!(String::from_utf8(to_json(&[row]).unwrap()).unwrap().contains("\"council\": 8.60,"));
        assert_eq!(
            [printed(8.0, 2), printed(12.0, 0), printed(-0.5, 1), printed(-0.0, 0)],
            ["8.00", "12", "-0.5", "0"]
        );
    }

    #[test]
    fn an_empty_selection_is_a_header() {
        let csv = String::from_utf8(to_csv(&[]).unwrap()).unwrap();
        assert_eq!(csv.trim_end().split(',').count(), COLUMNS.len());
        assert_eq!(String::from_utf8(to_json(&[]).unwrap()).unwrap(), "[]\n");
    }
}
