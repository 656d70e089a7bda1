//! The sheets of a workbook as grids: XLSX, XLS, ODS. A workbook that unpacks to too much, or has a password, is refused.

use std::io::{self, Cursor, Read};

use calamine::{Data, DataRef, ExcelDateTime, Ods, Range, Reader, Xls, Xlsx};

use super::grid::{CellGrid, GridBuilder};
use super::{ImportError, MOST_COLUMNS, OpenTable};
use crate::progress::ProgressRange;

/// The kinds of workbook that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WorkbookKind {
    /// XLSX or ODS: a package of files.
    Package,
    /// XLS, or an XLSX with a password.
    Compound,
}

/// To how many bytes a package may unpack: 512 MiB.
const MOST_UNPACKED: u64 = 512 * 1024 * 1024;
/// The most cells of a sheet, blank ones among others too.
const MOST_CELLS: usize = 20_000_000;
/// How many rows are read between two looks at whether to stop.
const ROWS_A_STEP: usize = 1 << 12;
/// What a cell with a formula holds that nobody has calculated yet.
const NO_VALUE: &str = "#N/A";

/// What kind of workbook begins like this; `None` for a text.
pub(super) fn kind_of(bytes: &[u8]) -> Option<WorkbookKind> {
    if bytes.starts_with(b"PK\x03\x04") {
        Some(WorkbookKind::Package)
    } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        Some(WorkbookKind::Compound)
    } else {
        None
    }
}

/// The sheets of a workbook.
pub(super) fn read(
    file: &str,
    kind: WorkbookKind,
    bytes: &[u8],
    progress: ProgressRange<'_>,
) -> Result<Vec<OpenTable>, ImportError> {
    let damaged = |why: String| ImportError::Damaged(file.to_owned(), why);
    match kind {
        WorkbookKind::Package => {
            let is_ods = look_into(file, bytes, progress)?;
            if is_ods {
                let mut workbook: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
                dense(file, &mut workbook, progress)
            } else {
                let mut workbook: Xlsx<_> =
                    Xlsx::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
                streamed(file, &mut workbook, progress)
            }
        }
        WorkbookKind::Compound => {
            // The names of the streams are in UTF-16.
            let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            if bytes.windows(name.len()).any(|window| window == name) {
                return Err(ImportError::Password(file.to_owned()));
            }
            #[expect(clippy::wildcard_enum_match_arm, reason = "the reader's list of faults is its own")]
            let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
                calamine::XlsError::Password => ImportError::Password(file.to_owned()),
                other => damaged(other.to_string()),
            })?;
            dense(file, &mut workbook, progress)
        }
    }
}

/// Unpacks a package into nothing, to see that it is no bomb, whatever size it claims; whether it is an ODS.
fn look_into(file: &str, bytes: &[u8], progress: ProgressRange<'_>) -> Result<bool, ImportError> {
    let damaged = |why: String| ImportError::Damaged(file.to_owned(), why);
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
    let (mut rest, mut is_ods, mut is_xlsx) = (MOST_UNPACKED, false, false);
    for nth in 0..package.len() {
        progress.report(0, 1)?;
        let entry = package.by_index(nth).map_err(|error| damaged(error.to_string()))?;
        if entry.encrypted() {
            return Err(ImportError::Password(file.to_owned()));
        }
        let name = entry.name().unwrap_or_default();
        is_ods |= name == "content.xml";
        is_xlsx |= name == "xl/workbook.xml";
        let unpacked = io::copy(&mut entry.take(rest), &mut io::sink()).map_err(|error| damaged(error.to_string()))?;
        rest -= unpacked;
        if rest == 0 {
            return Err(ImportError::Unpacks(file.to_owned(), MOST_UNPACKED));
        }
    }
    if is_ods || is_xlsx { Ok(is_ods) } else { Err(ImportError::Another(file.to_owned())) }
}

/// Sheets whose cells come one by one, so that a lone cell far away costs nothing.
fn streamed<R: Read + io::Seek>(
    file: &str,
    workbook: &mut Xlsx<R>,
    progress: ProgressRange<'_>,
) -> Result<Vec<OpenTable>, ImportError> {
    let mut tables = Vec::new();
    for name in workbook.sheet_names() {
        let damaged = |why: String| ImportError::Damaged(file.to_owned(), format!("{name}: {why}"));
        let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else { continue };
        let mut builder = GridBuilder::default();
        let mut count = 0;
        while let Some(cell) = cells.next_cell().map_err(|error| damaged(error.to_string()))? {
            let (row, column) = cell.get_position();
            let text = written_ref(cell.get_value());
            if text.is_empty() {
                continue;
            }
            let (row, column) = (row as usize, column as usize);
            if column >= MOST_COLUMNS {
                return Err(ImportError::TooWide(file.to_owned(), column + 1));
            }
            while builder.rows() < row {
                builder.end_row();
                if builder.rows() % ROWS_A_STEP == 0 {
                    progress.report(0, 1)?;
                }
            }
            while builder.width() < column {
                builder.cell("");
                count += 1;
            }
            builder.cell(&text);
            count += 1;
            if count > MOST_CELLS {
                return Err(ImportError::Unpacks(file.to_owned(), MOST_UNPACKED));
            }
        }
        if builder.width() > 0 {
            builder.end_row();
        }
        tables.push(OpenTable { sheet: name, grid: builder.into_grid(), findings: Vec::new() });
    }
    Ok(tables)
}

/// Sheets that are read whole.
fn dense<R: Reader<Cursor<B>>, B: AsRef<[u8]>>(
    file: &str,
    workbook: &mut R,
    progress: ProgressRange<'_>,
) -> Result<Vec<OpenTable>, ImportError>
where
    R::Error: std::fmt::Display,
{
    let names = workbook.sheet_names();
    let mut tables = Vec::new();
    for (nth, name) in names.iter().enumerate() {
        progress.step(nth, names.len()).report(0, 1)?;
        let Ok(range) = workbook.worksheet_range(name) else { continue };
        tables.push(OpenTable { sheet: name.clone(), grid: grid_of(file, &range)?, findings: Vec::new() });
    }
    Ok(tables)
}

fn grid_of(file: &str, range: &Range<Data>) -> Result<CellGrid, ImportError> {
    let (rows, columns) = range.get_size();
    if columns > MOST_COLUMNS {
        return Err(ImportError::TooWide(file.to_owned(), columns));
    }
    if rows.saturating_mul(columns) > MOST_CELLS {
        return Err(ImportError::Unpacks(file.to_owned(), MOST_UNPACKED));
    }
    let mut builder = GridBuilder::default();
    let (first_row, first_column) = range.start().unwrap_or_default();
    // What stands above and left of the first cell is blank, and counts.
    for _ in 0..first_row {
        builder.end_row();
    }
    for row in range.rows() {
        for _ in 0..first_column {
            builder.cell("");
        }
        for cell in row {
            builder.cell(&written(cell));
        }
        builder.end_row();
    }
    Ok(builder.into_grid())
}

/// A cell as a text: a date as a date, a number without what the computer's arithmetic added.
fn written(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(value) => value.to_string(),
        Data::Float(value) => value.to_string(),
        Data::Bool(value) => value.to_string(),
        Data::DateTime(date) => written_date(date),
        Data::Error(_) => NO_VALUE.to_owned(),
        // A kind of cell that a later version of the reader knows.
        #[expect(unreachable_patterns, reason = "the list of kinds may grow")]
        other => other.to_string(),
    }
}

fn written_ref(cell: &DataRef<'_>) -> String {
    written(&Data::from(cell.clone()))
}

fn written_date(date: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    if (hour, minute, second) == (0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
    }
}
