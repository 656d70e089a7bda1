//! From a table as it is published to statistics: CSV, XLSX, XLS and ODS become a draft with findings, and nothing is asked.
//!
//! Bytes come in and values go out: no file of its own, no window. A table is read into a [`grid`], [`layout`] looks what its rows
//! and columns stand for, [`gather`] takes the values, [`draft`] makes statistics of them. What is doubtful becomes a finding with
//! its file, row and column, and does not stop the rest; nothing is left out without one.

mod columns;
mod delimited;
mod doubts;
mod draft;
mod encoding;
mod filters;
mod finding;
mod gather;
mod grid;
mod layout;
mod making;
mod meta;
mod naming;
mod period_text;
mod place_columns;
mod places;
mod preview;
mod profile;
mod sheet;
mod symbols;
mod values;

use std::borrow::Cow;

use thiserror::Error;

use crate::progress::{ProgressRange, Stopped};
use crate::say;

pub use columns::ColumnRole;
pub use draft::{ImportDraft, Understood};
pub use filters::{FilterKept, FilterUse};
pub use finding::{ImportFinding, ImportFindingKind};
pub use layout::Arrangement;
pub use preview::{ShownColumn, ShownTable};
pub use profile::{IndicatorProfile, Profile, ProfileError, ReleaseProfile, RoleProfile};

/// The largest file that is read, in bytes: 256 MiB.
pub const MOST_BYTES: u64 = 256 * 1024 * 1024;
/// The most columns of a table, as many as a spreadsheet has.
pub const MOST_COLUMNS: usize = 16_384;

/// A file to import.
#[derive(Clone, Debug)]
pub struct ImportFile<'a> {
    /// Its name without the folder; a period may stand in it.
    pub name: String,
    /// What is in it.
    pub bytes: Cow<'a, [u8]>,
}

/// Why a file can't be imported at all. Each is one sentence that names the file and the fix.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ImportError {
    /// There is nothing in it.
    #[error("{}", say!("import-empty", file = .0.as_str()))]
    Empty(String),
    /// It is larger than [`MOST_BYTES`]: its size in bytes.
    #[error("{}", say!("import-too-large", file = .0.as_str(), size = .1.to_string(), most = MOST_BYTES.to_string()))]
    TooLarge(String, u64),
    /// A row has more than [`MOST_COLUMNS`] columns.
    #[error("{}", say!("import-too-wide", file = .0.as_str(), columns = *.1, most = MOST_COLUMNS))]
    TooWide(String, usize),
    /// It holds NUL bytes, so that it is no text: the row of the first.
    #[error("{}", say!("import-not-text", file = .0.as_str(), row = *.1))]
    NotText(String, usize),
    /// A quotation mark is never closed: the row it stands in.
    #[error("{}", say!("import-open-quote", file = .0.as_str(), row = *.1))]
    OpenQuote(String, usize),
    /// The workbook has a password.
    #[error("{}", say!("import-password", file = .0.as_str()))]
    Password(String),
    /// The workbook would unpack to more than is read: to so many bytes.
    #[error("{}", say!("import-unpacks", file = .0.as_str(), most = .1.to_string()))]
    Unpacks(String, u64),
    /// The workbook is damaged: what its reader said.
    #[error("{}", say!("import-damaged", file = .0.as_str(), why = .1.as_str()))]
    Damaged(String, String),
    /// It is a file of another kind.
    #[error("{}", say!("import-another", file = .0.as_str()))]
    Another(String),
    /// It was stopped by whoever waited for it.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

/// Reads files into a draft. A companion `NAME.meta.csv` beside `NAME.csv` is read with it.
///
/// A file that can't be read at all is a finding as well, and the others are read.
///
/// # Errors
/// [`Stopped`] where it is to stop.
pub fn read(files: &[ImportFile<'_>], profile: &Profile, progress: ProgressRange<'_>) -> Result<ImportDraft, Stopped> {
    let mut draft = ImportDraft::default();
    let tables: Vec<&ImportFile<'_>> = files.iter().filter(|file| !meta::is_meta(&file.name)).collect();
    let mut seen: Vec<&ImportFile<'_>> = Vec::new();
    for (nth, file) in tables.iter().enumerate() {
        let step = progress.step(nth, tables.len());
        if let Some(same) = seen.iter().find(|other| other.bytes == file.bytes) {
            draft.finding(ImportFinding::of_file(
                ImportFindingKind::SameFile,
                &file.name,
                say!("import-same-file", other = same.name.as_str()),
            ));
            continue;
        }
        seen.push(file);
        let companion = files.iter().find(|other| meta::is_meta_of(&other.name, &file.name));
        let (meta, faults) = companion.map_or_else(Default::default, |companion| meta::read(companion));
        draft.findings.extend(faults);
        let opened = match open(file, step.part(0.0..0.4)) {
            Ok(opened) => opened,
            Err(ImportError::Stopped(stopped)) => return Err(stopped),
            Err(error) => {
                draft.finding(ImportFinding::of_file(ImportFindingKind::Unreadable, "", error.to_string()));
                continue;
            }
        };
        for table in opened {
            draft.findings.extend(table.findings);
            if !table.sheet.is_empty() {
                draft.sheets.push((file.name.clone(), table.sheet.clone()));
            }
            let source = draft::TableName { file: file.name.clone(), sheet: table.sheet };
            draft::add_table(&mut draft, &source, &table.grid, &meta, profile, step.part(0.4..1.0))?;
        }
    }
    for orphan in files.iter().filter(|file| meta::is_meta(&file.name)) {
        if !tables.iter().any(|table| meta::is_meta_of(&orphan.name, &table.name)) {
            let sentence = say!("import-meta-alone").to_owned();
            draft.finding(ImportFinding::of_file(ImportFindingKind::NotUnderstood, &orphan.name, sentence));
        }
    }
    draft.finish(profile);
    Ok(draft)
}

/// A table of a file: the only one of a CSV, each sheet of a workbook.
struct OpenTable {
    /// The name of the sheet; empty for a text.
    sheet: String,
    grid: grid::CellGrid,
    findings: Vec<ImportFinding>,
}

fn open(file: &ImportFile<'_>, progress: ProgressRange<'_>) -> Result<Vec<OpenTable>, ImportError> {
    let name = || file.name.clone();
    let size = file.bytes.len() as u64;
    if size > MOST_BYTES {
        return Err(ImportError::TooLarge(name(), size));
    }
    progress.report(0, 1)?;
    if let Some(kind) = sheet::kind_of(&file.bytes) {
        return sheet::read(&file.name, kind, &file.bytes, progress);
    }
    let (text, findings) = encoding::decode(&file.name, &file.bytes)?;
    let grid = delimited::read(&file.name, text, progress)?;
    Ok(vec![OpenTable { sheet: String::new(), grid, findings }])
}
