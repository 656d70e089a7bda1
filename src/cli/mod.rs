//! The command line: the same views, figures and tables as in the window, for scripts and tests.
//!
//! It runs without a display. Every error is one sentence on standard error that names the file, the place and the fix.

mod arguments;
mod booklet;
mod chart;
mod check;
mod claims;
mod export;
mod import;
mod selection;
mod series;
mod table;

use std::fmt;
use std::io::Write;

use crate::compare::statistic_pairs::{ChosenDates, with_pairs};
use crate::compare::suppression::{amounts, not_taken_for_counts};
use crate::compare::{Threshold, withhold};
use crate::dataset::{self, BuiltIn};
use crate::export::table::ByteOrderMark;
use crate::export::{ExportError, FileContent, Format};
use crate::model::{Dataset, Reference, View};

pub use crate::dataset::DatasetName;
pub use arguments::{Arguments, parse};

/// How a command ended, as an exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitStatus {
    /// 0: done.
    Done,
    /// 1: the data has errors, a file can't be read or written, no window can be opened.
    Failed,
    /// 2: the words of the command are off.
    Misworded,
}

impl ExitStatus {
    /// The exit code.
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::Misworded => 2,
        }
    }
}

/// Why a command stopped: how it ends, and one sentence for standard error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommandError {
    /// How it ends.
    pub ending: ExitStatus,
    /// The sentence; several lines where the data has several errors.
    pub sentence: String,
}

impl CommandError {
    fn failed(reason: impl fmt::Display) -> Self {
        Self { ending: ExitStatus::Failed, sentence: reason.to_string() }
    }

    fn misworded(reason: impl fmt::Display) -> Self {
        Self { ending: ExitStatus::Misworded, sentence: reason.to_string() }
    }
}

impl From<ExportError> for CommandError {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Size { .. }
            | ExportError::Scale { .. }
            | ExportError::Resolution { .. }
            | ExportError::NoSize { .. }
            | ExportError::SlideTooFull
            | ExportError::TooLarge { .. } => Self::misworded(error),
            other @ (ExportError::Shape { .. }
            | ExportError::Table { .. }
            | ExportError::Csv(_)
            | ExportError::Svg(_)
            | ExportError::PageTooLong { .. }
            | ExportError::Pdf { .. }
            | ExportError::Xlsx(_)
            | ExportError::Png(_)
            | ExportError::Folder { .. }
            | ExportError::Stopped(_)
            | ExportError::Storage(_)) => Self::failed(other),
        }
    }
}

/// What the arguments ask for.
#[derive(Clone, Debug, PartialEq)]
pub enum Invocation {
    /// Open the window, on this dataset, on the one that was open last, or on a built-in one.
    Window(Option<DatasetName>),
    /// Run a command without a window.
    Command(Box<arguments::HeadlessCommand>),
}

/// Whether the result of a command can be shown on a terminal; asked only where standard output is one.
///
/// # Errors
/// A [`CommandError`] where it would be a workbook, which only a file or another program can take.
pub fn fits_terminal(command: &arguments::HeadlessCommand) -> Result<(), CommandError> {
    match command {
        arguments::HeadlessCommand::Table(asked)
            if asked.format.content() == FileContent::Workbook && asked.out.is_none() =>
        {
            Err(CommandError::misworded(format!(
                "a workbook can't be shown on a terminal; name a file with --out, such as --out table.{}",
                asked.format.ending()
            )))
        }
        arguments::HeadlessCommand::Check(_)
        | arguments::HeadlessCommand::Table(_)
        | arguments::HeadlessCommand::Chart(_)
        | arguments::HeadlessCommand::Export(_)
        | arguments::HeadlessCommand::Import(_)
        | arguments::HeadlessCommand::Series(_)
        | arguments::HeadlessCommand::Claims(_) => Ok(()),
    }
}

/// Runs a command without a window, writing its result to `out` and its remarks to `remarks`.
///
/// # Errors
/// A [`CommandError`] with the exit code and the sentence for standard error.
pub fn run(
    command: &arguments::HeadlessCommand,
    out: &mut dyn Write,
    remarks: &mut dyn Write,
) -> Result<(), CommandError> {
    match command {
        arguments::HeadlessCommand::Check(files) => check::run(&files.datasets, out, remarks),
        arguments::HeadlessCommand::Table(asked) => table::run(asked, out, remarks),
        arguments::HeadlessCommand::Chart(asked) => chart::run(asked, out, remarks),
        arguments::HeadlessCommand::Export(asked) => export::run(asked, out, remarks),
        arguments::HeadlessCommand::Import(asked) => import::run(asked, out, remarks),
        arguments::HeadlessCommand::Series(asked) => series::run(asked, out, remarks),
        arguments::HeadlessCommand::Claims(asked) => claims::run(asked, out, remarks),
    }
}

/// The named dataset, or this built-in one.
fn load(named: Option<&DatasetName>, otherwise: BuiltIn) -> Result<Dataset, CommandError> {
    let which = match named {
        Some(DatasetName::File(path)) => {
            return dataset::load_file(path).map(|loaded| loaded.dataset).map_err(CommandError::failed);
        }
        Some(DatasetName::BuiltIn(which)) => *which,
        None => otherwise,
    };
    which.load().map(|loaded| loaded.dataset).map_err(|findings| {
        let lines: Vec<String> = findings.iter().map(|f| f.in_file(which.file_name()).to_string()).collect();
        CommandError::failed(lines.join("\n"))
    })
}

/// The dataset to show: the named one or this built-in one, without its small counts where that is asked for.
fn load_shown(
    named: Option<&DatasetName>,
    otherwise: BuiltIn,
    filters: &arguments::FilterArguments,
) -> Result<Dataset, CommandError> {
    // A misworded command is answered before a file is read.
    let threshold: Option<Threshold> = match &filters.suppress {
        Some(up_to) => Some(up_to.parse().map_err(|error| CommandError::misworded(format!("--suppress: {error}")))?),
        None => None,
    };
    let mut dataset = load(named, otherwise)?;
    dataset.reference = Reference::lazy(dataset::reference);
    Ok(match threshold {
        Some(threshold) => withhold(&dataset, threshold),
        None => dataset,
    })
}

/// The dataset with an outcome for each pair of levels of official statistics at these dates, as the window shows it.
fn with_statistics(dataset: Dataset, dates: &ChosenDates) -> Dataset {
    if dataset.statistics.is_empty() { dataset } else { with_pairs(&dataset, dates) }
}

/// The mark that `--bom` asks for; only CSV has one.
fn mark(asked: bool, mut formats: impl Iterator<Item = Format>) -> Result<ByteOrderMark, CommandError> {
    match (asked, formats.any(Format::has_mark)) {
        (true, false) => {
            Err(CommandError::misworded("--bom is for CSV, the only format that has a byte order mark; leave it out"))
        }
        (true, true) => Ok(ByteOrderMark::With),
        (false, _) => Ok(ByteOrderMark::Without),
    }
}

/// Says what was taken for an amount, and so not for a small count, among the outcomes of this view; nothing where none is suppressed.
fn say_amounts(
    dataset: &Dataset,
    view: &View,
    filters: &arguments::FilterArguments,
    remarks: &mut dyn Write,
) -> Result<(), CommandError> {
    let all = |_| not_taken_for_counts(&amounts(view.select(dataset).into_iter()), usize::MAX);
    match filters.suppress.as_ref().and_then(all) {
        Some(sentence) => told(writeln!(remarks, "{sentence}")),
        None => Ok(()),
    }
}

/// A pipe that was closed at the other end is no fault of this command.
fn told(result: std::io::Result<()>) -> Result<(), CommandError> {
    match result {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => {
            Err(CommandError::failed(format!("standard output can't be written ({error}); name a file with --out")))
        }
    }
}
