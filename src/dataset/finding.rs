//! Findings: what is wrong or doubtful in a dataset file, where it stands, and how to fix it.
//!
//! A [`Problem`] is a finding before its place in the text is known; checks name the field, positions give line and column.

use std::fmt;

use super::fault::Fault;
use crate::say;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The dataset can't be used as it is.
    Error,
    /// The dataset can be used, and a reader should know.
    Caution,
}

impl Severity {
    /// The word in messages.
    pub fn label(self) -> &'static str {
        match self {
            Self::Error => say!("check-error"),
            Self::Caution => say!("check-caution"),
        }
    }
}

/// One thing that is wrong or doubtful in a dataset file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// Line in the file, counted from 1; 0 where a dataset in memory was checked, which has no lines.
    pub line: usize,
    /// Column in the line, in characters, counted from 1; 0 where there are no lines.
    pub column: usize,
    /// The field it stands in, like `programmes[3].outcomes[0].published.before`, counted from 0; empty for the whole file.
    pub path: String,
    /// What is wrong, as a sentence without its full stop.
    pub sentence: String,
    /// How to fix it, without a full stop.
    pub fix: String,
    /// What it is about, for who tells it in other words than those of the file.
    pub fault: Fault,
}

impl Finding {
    /// The finding with the name of its file in front: `FILE:LINE:COLUMN: error: PATH: sentence; fix`.
    pub fn in_file<'a>(&'a self, file: &'a str) -> InFile<'a> {
        InFile { finding: self, file }
    }

    /// Whether it is an error, not a caution.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Finding {
    /// `LINE:COLUMN: error: PATH: sentence; fix`, with the path left out where it is the whole file, and the place where there
    /// are no lines.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "{}:{}: ", self.line, self.column)?;
        }
        write!(f, "{}: ", self.severity.label())?;
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&say!("check-and-fix", sentence = self.sentence.as_str(), fix = self.fix.as_str()))
    }
}

/// A finding that prints the name of its file first.
#[derive(Clone, Copy, Debug)]
pub struct InFile<'a> {
    finding: &'a Finding,
    file: &'a str,
}

impl fmt::Display for InFile<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.finding)
    }
}

/// A finding whose place in the text is not yet known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Problem {
    pub(super) severity: Severity,
    pub(super) path: String,
    pub(super) sentence: String,
    pub(super) fix: String,
    pub(super) fault: Fault,
}

impl Problem {
    /// An error in this field.
    pub(super) fn error(path: impl Into<String>, sentence: impl Into<String>, fix: impl Into<String>) -> Self {
        Self::new(Severity::Error, path.into(), sentence.into(), fix.into())
    }

    /// A caution about this field.
    pub(super) fn caution(path: impl Into<String>, sentence: impl Into<String>, fix: impl Into<String>) -> Self {
        Self::new(Severity::Caution, path.into(), sentence.into(), fix.into())
    }

    fn new(severity: Severity, path: String, sentence: String, fix: String) -> Self {
        Self { severity, path, sentence, fix, fault: Fault::AsSaid }
    }

    /// With what it is about.
    pub(super) fn about(self, fault: Fault) -> Self {
        Self { fault, ..self }
    }

    /// The finding at this line and column.
    pub(super) fn at(self, (line, column): (usize, usize)) -> Finding {
        let Self { severity, path, sentence, fix, fault } = self;
        Finding { severity, line, column, path, sentence, fix, fault }
    }
}
