//! `import`: tables of official statistics become a dataset, and nothing is asked.

use std::borrow::Cow;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::arguments::ImportArguments;
use super::{CommandError, told};
use crate::dataset::{self, save_file};
use crate::import::{self, ImportDraft, ImportError, ImportFile, Profile};
use crate::model::Dataset;
use crate::progress::Progress;
use crate::storage::{Overwrite, system_reason};

/// Reads the files, writes what was found to `remarks` and the dataset to its file.
///
/// # Errors
/// A [`CommandError`] where a file can't be read or written, or nothing was made.
pub fn run(asked: &ImportArguments, out: &mut dyn Write, remarks: &mut dyn Write) -> Result<(), CommandError> {
    // What can't be written in the end is said before anything is read.
    let is_itself = asked.into.as_deref().is_some_and(|into| same_path(into, &asked.out));
    if asked.out.exists() && !asked.force && !is_itself {
        let path = asked.out.display();
        return Err(CommandError::failed(format!("{path} is there already; name another file, or add --force")));
    }
    let profile = match &asked.profile {
        Some(path) => profile(path)?,
        None => Profile::default(),
    };
    let old = match &asked.into {
        Some(path) => Some(dataset::load_file(path).map_err(CommandError::failed)?.dataset),
        None => None,
    };
    let files = files(&asked.files)?;
    let draft = import::read(&files, &profile, Progress::default().without_progress()).map_err(CommandError::failed)?;
    for finding in &draft.findings {
        told(writeln!(remarks, "{finding}"))?;
    }
    if draft.is_empty() {
        return Err(CommandError::failed("nothing was made of what was named; what stands above says why"));
    }
    let summary = summary(&draft);
    let made = match old {
        Some(mut old) => {
            tell_replaced(&old, &draft, remarks)?;
            draft.add_to(&mut old);
            old
        }
        None => draft.into_dataset(&profile),
    };
    let faults: Vec<String> =
        dataset::check(&made).into_iter().filter(dataset::Finding::is_error).map(|fault| fault.to_string()).collect();
    if !faults.is_empty() {
        return Err(CommandError::failed(format!("what was made can't be saved: {}", faults.join("\n"))));
    }
    let overwrite = if asked.force || is_itself { Overwrite::Replace } else { Overwrite::Refuse };
    save_file(&asked.out, &made, overwrite).map_err(CommandError::failed)?;
    told(writeln!(out, "{}: {summary}", asked.out.display()))
}

fn same_path(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

fn profile(path: &Path) -> Result<Profile, CommandError> {
    let shown = path.display();
    let text = fs::read_to_string(path)
        .map_err(|error| CommandError::failed(format!("{shown} can't be read ({})", system_reason(&error))))?;
    Profile::parse(&text).map_err(|error| CommandError::failed(format!("{shown}: {error}")))
}

/// The files with what is in them, and the companions that stand beside them.
fn files(named: &[PathBuf]) -> Result<Vec<ImportFile<'static>>, CommandError> {
    let mut paths: Vec<PathBuf> = named.to_vec();
    for path in named {
        let companion = path.with_extension("meta.csv");
        let is_csv = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
        if is_csv && companion.is_file() && !paths.contains(&companion) {
            paths.push(companion);
        }
    }
    paths.iter().map(|path| file(path)).collect()
}

fn file(path: &Path) -> Result<ImportFile<'static>, CommandError> {
    let shown = path.display().to_string();
    let unreadable =
        |error: std::io::Error| CommandError::failed(format!("{shown} can't be read ({})", system_reason(&error)));
    let metadata = fs::metadata(path).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(CommandError::failed(format!("{shown} is no file; name a CSV, XLSX, XLS or ODS file")));
    }
    // The size is looked at before a large file is read.
    if metadata.len() > import::MOST_BYTES {
        return Err(CommandError::failed(ImportError::TooLarge(shown, metadata.len())));
    }
    let bytes = fs::read(path).map_err(unreadable)?;
    let name = path.file_name().map_or_else(|| shown.clone(), |name| name.to_string_lossy().into_owned());
    Ok(ImportFile { name, bytes: Cow::Owned(bytes) })
}

/// Says which statistics of the dataset the new ones take the place of.
fn tell_replaced(old: &Dataset, draft: &ImportDraft, remarks: &mut dyn Write) -> Result<(), CommandError> {
    for statistic in &draft.statistics {
        if old.statistic(&statistic.id).is_some() {
            told(writeln!(remarks, "the dataset had the statistic {} already; it was replaced", statistic.id))?;
        }
    }
    for indicator in &draft.indicators {
        if old.indicator(&indicator.id).is_some_and(|known| known != indicator) {
            told(writeln!(remarks, "the dataset has the indicator {} with other words; they were kept", indicator.id))?;
        }
    }
    Ok(())
}

fn summary(draft: &ImportDraft) -> String {
    let (mut numbers, mut symbols) = (0, 0);
    for statistic in &draft.statistics {
        let (own_numbers, own_symbols) = statistic.counts();
        numbers += own_numbers;
        symbols += own_symbols;
    }
    format!(
        "{} statistics of {} indicators, {} places; {numbers} numbers, {symbols} symbols; {} findings",
        draft.statistics.len(),
        draft.indicators.len(),
        draft.places.len(),
        draft.findings.len()
    )
}
