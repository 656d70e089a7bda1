//! What is doubtful in a table, with its file, row and column. A finding does not stop the rest.

use std::fmt;

use crate::say;

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ImportFindingKind {
    /// A file that can't be read at all.
    Unreadable,
    /// How the bytes were read as letters.
    Encoding,
    /// The same file is named twice.
    SameFile,
    /// A table, or what belongs to it, is not understood.
    NotUnderstood,
    /// Rows, columns or values that are left out.
    LeftOut,
    /// Rows of other length than the rest.
    Ragged,
    /// A period that was taken from somewhere else, or can't be read.
    Period,
    /// More than one kind of year in one table.
    MixedYears,
    /// A place that was taken by its code or another name.
    Matched,
    /// A place that nobody knows.
    UnknownPlace,
    /// A code that belongs to another name.
    CodeOfAnother,
    /// The same value twice for one place and period.
    Duplicate,
    /// Two values for one place and period.
    Conflict,
    /// A symbol, and what it was taken for.
    Symbol,
    /// A symbol that nobody knows.
    UnknownSymbol,
    /// A number that is out of all proportion to its neighbours.
    OutOfProportion,
    /// A number that was read in another writing than plain digits.
    Writing,
    /// What a person has to confirm: measure, unit, polarity.
    ToConfirm,
}

/// Something doubtful, and what was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportFinding {
    /// What it is about.
    pub kind: ImportFindingKind,
    /// The file, with the sheet where there are several; empty where the sentence names it, or it is about none.
    pub file: String,
    /// The row in the file, from 1; `None` where it is about more than one.
    pub row: Option<u32>,
    /// The column as it is headed, or its letter; empty where it is about the row or the file.
    pub column: String,
    /// What was found and done, as a sentence without its full stop.
    pub sentence: String,
}

impl ImportFinding {
    /// A finding about a file.
    pub(super) fn of_file(kind: ImportFindingKind, file: &str, sentence: String) -> Self {
        Self { kind, file: file.to_owned(), row: None, column: String::new(), sentence }
    }

    /// The same in this row.
    pub(super) fn at_row(self, row: u32) -> Self {
        Self { row: Some(row), ..self }
    }

    /// The same in this column.
    pub(super) fn in_column(self, column: &str) -> Self {
        Self { column: column.to_owned(), ..self }
    }
}

impl fmt::Display for ImportFinding {
    /// `FILE:ROW: COLUMN: sentence`, without what is not known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.file.is_empty() {
            f.write_str(&self.file)?;
            if let Some(row) = self.row {
                write!(f, ":{row}")?;
            }
            f.write_str(": ")?;
        }
        if !self.column.is_empty() {
            write!(f, "{}: ", self.column)?;
        }
        f.write_str(&self.sentence)
    }
}

/// How many findings of one kind are told one by one for a table; the rest are counted.
const TOLD: usize = 20;

/// The findings of one table.
#[derive(Debug)]
pub(super) struct Findings {
    file: String,
    list: Vec<ImportFinding>,
    counts: Vec<(ImportFindingKind, usize)>,
}

impl Findings {
    pub(super) fn new(file: String) -> Self {
        Self { file, list: Vec::new(), counts: Vec::new() }
    }

    /// Adds what `sentence` says, unless enough of the kind was told already; then it is only counted.
    pub(super) fn add(
        &mut self,
        kind: ImportFindingKind,
        row: Option<u32>,
        column: &str,
        sentence: impl FnOnce() -> String,
    ) {
        if !self.counts.iter().any(|(other, _)| *other == kind) {
            self.counts.push((kind, 0));
        }
        let Some((_, count)) = self.counts.iter_mut().find(|(other, _)| *other == kind) else { return };
        *count += 1;
        if *count <= TOLD {
            let finding = ImportFinding::of_file(kind, &self.file, sentence()).in_column(column);
            self.list.push(ImportFinding { row, ..finding });
        }
    }

    /// The rows that they name.
    pub(super) fn rows(&self) -> impl Iterator<Item = u32> {
        self.list.iter().filter_map(|finding| finding.row)
    }

    /// All of them, each kind with a last line that counts those that were not told.
    pub(super) fn into_list(self) -> Vec<ImportFinding> {
        let mut list = self.list;
        for (kind, count) in self.counts {
            if count > TOLD {
                let sentence = say!("import-and-more", more = count - TOLD);
                let last = list.iter().rposition(|finding| finding.kind == kind).map_or(list.len(), |at| at + 1);
                list.insert(last, ImportFinding::of_file(kind, &self.file, sentence));
            }
        }
        list
    }
}
