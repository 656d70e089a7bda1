//! A text with separators as a grid: commas, semicolons, tabs or bars, quoted cells, lines that end in any way.
//!
//! A cell stays where it is in the text; only doubled quotation marks are taken out, in place.

use super::grid::{CellGrid, CellRange};
use super::{ImportError, MOST_COLUMNS};
use crate::progress::ProgressRange;

/// The separators that are tried, the usual one first.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How many lines are looked at to find the separator.
const SAMPLE_LINES: usize = 50;
/// How many rows are read between two looks at whether to stop.
const ROWS_A_STEP: usize = 1 << 14;

/// The rows of a text.
pub(super) fn read(file: &str, text: String, progress: ProgressRange<'_>) -> Result<CellGrid, ImportError> {
    let separator = separator_of(&text);
    let length = text.len();
    let mut bytes = text.into_bytes();
    let mut cells = Vec::with_capacity(length / 10);
    let mut ends: Vec<usize> = Vec::with_capacity(length / 80);
    let (mut at, mut start) = (0, 0);
    while at < length {
        let (range, next) = if bytes.get(at) == Some(&b'"') {
            quoted(&mut bytes, at + 1, separator)
                .ok_or_else(|| ImportError::OpenQuote(file.to_owned(), ends.len() + 1))?
        } else {
            let rest = bytes.get(at..).unwrap_or_default();
            let long = rest.iter().position(|byte| *byte == separator || *byte == b'\n' || *byte == b'\r');
            let to = at + long.unwrap_or(rest.len());
            (place(at, to), to)
        };
        cells.push(range);
        match bytes.get(next) {
            Some(byte) if *byte == separator => {
                at = next + 1;
                if at < length {
                    continue;
                }
                cells.push(place(length, length));
            }
            Some(b'\r') if bytes.get(next + 1) == Some(&b'\n') => at = next + 2,
            _ => at = next + 1,
        }
        if cells.len() - start > MOST_COLUMNS {
            return Err(ImportError::TooWide(file.to_owned(), cells.len() - start));
        }
        start = cells.len();
        ends.push(start);
        if ends.len().is_multiple_of(ROWS_A_STEP) {
            progress.report(at, length)?;
        }
    }
    // Taking out quotation marks leaves letters whole.
    let text = String::from_utf8(bytes).unwrap_or_default();
    Ok(CellGrid::new(text, cells, ends))
}

fn place(from: usize, to: usize) -> CellRange {
    CellRange { from: u32::try_from(from).unwrap_or(u32::MAX), to: u32::try_from(to).unwrap_or(u32::MAX) }
}

/// A quoted cell that begins here, behind its mark, with the place behind it; `None` where it is never closed. What stands between
/// the closing mark and the separator belongs to the cell, as spreadsheets take it.
fn quoted(bytes: &mut [u8], from: usize, separator: u8) -> Option<(CellRange, usize)> {
    let (mut read, mut write, mut is_open) = (from, from, true);
    loop {
        let byte = bytes.get(read).copied();
        match byte {
            Some(b'"') if is_open && bytes.get(read + 1) == Some(&b'"') => read += 1,
            Some(b'"') if is_open => {
                is_open = false;
                read += 1;
                continue;
            }
            None if is_open => return None,
            None => break,
            Some(other) if !is_open && (other == separator || other == b'\n' || other == b'\r') => break,
            Some(_) => {}
        }
        if let (Some(byte), Some(slot)) = (byte, bytes.get_mut(write)) {
            *slot = byte;
        }
        read += 1;
        write += 1;
    }
    let range = place(from, write);
    // What was moved away must not stand there as half a letter.
    bytes.get_mut(write..read).unwrap_or_default().fill(b' ');
    Some((range, read))
}

/// The separator that gives the lines most often the same number of cells, and more than one.
fn separator_of(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(SAMPLE_LINES).collect();
    let rated = SEPARATORS.into_iter().map(|separator| {
        let mut counts: Vec<usize> = lines.iter().map(|line| separators_in(line, separator)).collect();
        counts.sort_unstable();
        let usual = counts.get(counts.len() / 2).copied().unwrap_or_default();
        let agreeing = counts.iter().filter(|count| **count == usual).count();
        (separator, if usual == 0 { 0 } else { agreeing * 1000 + usual.min(999) })
    });
    rated.rev().max_by_key(|(_, rating)| *rating).map_or(b',', |(separator, _)| separator)
}

/// How many of these separators stand outside quotation marks.
fn separators_in(line: &str, separator: u8) -> usize {
    let mut is_quoted = false;
    let mut count = 0;
    for byte in line.bytes() {
        is_quoted ^= byte == b'"';
        count += usize::from(!is_quoted && byte == separator);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::Progress;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let grid = read("f.csv", text.to_owned(), Progress::default().whole()).unwrap();
        (0..grid.len()).map(|row| grid.row(row).map(str::to_owned).collect()).collect()
    }

    #[test]
    fn quotes_line_ends_and_separators_are_read_as_in_a_spreadsheet() {
        for (text, expected) in [
            ("a,b\n1,2\n", vec![vec!["a", "b"], vec!["1", "2"]]),
            ("a;b\r\n\"1,5\";2", vec![vec!["a", "b"], vec!["1,5", "2"]]),
            ("a\tb\r1\t2", vec![vec!["a", "b"], vec!["1", "2"]]),
            ("a,b\n\"say \"\"hé\"\", please\",2\n", vec![vec!["a", "b"], vec!["say \"hé\", please", "2"]]),
            ("a,b\n\"two\nlines\",2\n", vec![vec!["a", "b"], vec!["two\nlines", "2"]]),
            ("a,b\n\n1,\n", vec![vec!["a", "b"], vec![""], vec!["1", ""]]),
            ("a|b|c\n007|\"\"|x", vec![vec!["a", "b", "c"], vec!["007", "", "x"]]),
            ("a,b\n1,", vec![vec!["a", "b"], vec!["1", ""]]),
            ("a,b\n1,2,3\n4\n", vec![vec!["a", "b"], vec!["1", "2", "3"], vec!["4"]]),
        ] {
            assert_eq!(rows(text), expected, "{text:?}");
        }
    }

    #[test]
    fn the_rows_agree_with_the_csv_crate() {
        let text = "a,b,c\n\"x,\"\"y\",\"\",3\n 1 ,\"2\r\n\",é\n";
        let mut reader = csv::ReaderBuilder::new().has_headers(false).trim(csv::Trim::All).from_reader(text.as_bytes());
        let expected: Vec<Vec<String>> =
            reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(rows(text), expected);
    }

    #[test]
    fn an_open_quote_and_too_many_columns_are_named() {
        let fails = |text: String| read("f.csv", text, Progress::default().whole()).unwrap_err();
        assert_eq!(fails("a,b\n\"1,2\n3,4\n".to_owned()), ImportError::OpenQuote("f.csv".to_owned(), 2));
        assert!(matches!(fails("1,".repeat(100_000)), ImportError::TooWide(_, 100_001)));
        let work = Progress::default();
        work.stop();
        let many = "1,2\n".repeat(ROWS_A_STEP);
        assert!(matches!(read("f.csv", many, work.whole()), Err(ImportError::Stopped(_))));
    }
}
