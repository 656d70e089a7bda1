//! From paths to a draft, on a thread of its own: the one function that makes what the preview shows and the import takes.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::dataset;
use crate::import::{self, ImportDraft, ImportError, ImportFile, MOST_BYTES, Profile};
use crate::model::{CouncilKind, Period, Statistic};
use crate::progress::{ProgressRange, Stopped};
use crate::say;
use crate::storage::system_reason;

use super::steps::MissingName;

/// The endings of tables, which are imported where a dataset is opened.
pub const TABLE_ENDINGS: [&str; 6] = ["csv", "tsv", "txt", "xlsx", "xls", "ods"];

/// How many bytes are read between two looks at whether to stop.
const CHUNK: usize = 1 << 20;

/// Whether a path is that of a table, by its ending.
pub fn is_table(path: &Path) -> bool {
    path.extension().is_some_and(|ending| TABLE_ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// A file that was read into memory.
#[derive(Clone, Debug)]
pub struct ImportSource {
    /// Where it is.
    pub path: PathBuf,
    /// Its name without the folder.
    pub name: String,
    bytes: Arc<[u8]>,
}

impl ImportSource {
    /// Whether it only says of another table what its columns are.
    pub fn is_companion(&self) -> bool {
        self.name.to_lowercase().ends_with(".meta.csv")
    }
}

/// What was made of the files with a profile.
#[derive(Debug)]
pub struct ImportResult {
    /// What an import takes.
    pub draft: ImportDraft,
    /// What it was made with.
    pub profile: Profile,
    /// How many numbers it holds, and how many symbols in place of one.
    pub counts: (usize, usize),
    /// The periods of all statistics, the earliest first.
    pub periods: Vec<String>,
    /// How many places there are of each kind.
    pub places: Vec<(CouncilKind, usize)>,
    /// What the profile names and no table has.
    pub missing: Vec<MissingName>,
    /// What keeps it from being a dataset, a sentence each.
    pub errors: Vec<String>,
}

/// What a task brings back: the files with those that were added, and what came of them.
pub(in crate::app) struct ReadFiles {
    pub(super) files: Vec<ImportSource>,
    /// Files that could not be read, a sentence each.
    pub(super) faults: Vec<String>,
    pub(super) result: ImportResult,
}

/// Reads the files that were added, and makes a draft of all.
pub(super) fn read(
    known: &[ImportSource],
    added: &[PathBuf],
    profile: &Profile,
    progress: ProgressRange<'_>,
) -> Result<ReadFiles, Stopped> {
    let mut files = known.to_vec();
    let mut faults = Vec::new();
    let loading = progress.part(0.0..0.2);
    let paths = with_companions(added);
    for (nth, path) in paths.iter().enumerate() {
        if files.iter().any(|file| file.path == *path) {
            continue;
        }
        match load(path, loading.step(nth, paths.len())) {
            Ok(file) => files.push(file),
            Err(LoadFault::Stopped(stopped)) => return Err(stopped),
            Err(LoadFault::Sentence(sentence)) => faults.push(sentence),
        }
    }
    let result = make(&files, profile, progress.part(0.2..1.0))?;
    Ok(ReadFiles { files, faults, result })
}

/// What the files make with this profile.
fn make(files: &[ImportSource], profile: &Profile, progress: ProgressRange<'_>) -> Result<ImportResult, Stopped> {
    let borrowed: Vec<ImportFile<'_>> = files
        .iter()
        .map(|file| ImportFile { name: file.name.clone(), bytes: Cow::Borrowed(file.bytes.as_ref()) })
        .collect();
    let draft = import::read(&borrowed, profile, progress.part(0.0..0.9))?;
    let mut counts = (0, 0);
    for statistic in &draft.statistics {
        let (numbers, symbols) = statistic.counts();
        counts = (counts.0 + numbers, counts.1 + symbols);
    }
    let errors = if draft.is_empty() { Vec::new() } else { errors_of(&draft, profile) };
    progress.report(1, 1)?;
    let missing = missing(&draft, profile);
    let (periods, places) = (periods_of(&draft), places_of(&draft));
    Ok(ImportResult { draft, profile: profile.clone(), counts, periods, places, missing, errors })
}

fn periods_of(draft: &ImportDraft) -> Vec<String> {
    let mut periods: Vec<&Period> = Vec::new();
    for period in draft.statistics.iter().flat_map(Statistic::periods) {
        if !periods.contains(&period) {
            periods.push(period);
        }
    }
    periods.sort_by_key(|period| period.days());
    periods.into_iter().map(Period::label).collect()
}

fn places_of(draft: &ImportDraft) -> Vec<(CouncilKind, usize)> {
    let count = |kind: CouncilKind| draft.places.iter().filter(|place| place.kind == kind).count();
    CouncilKind::ALL.into_iter().map(|kind| (kind, count(kind))).filter(|(_, count)| *count > 0).collect()
}

fn errors_of(draft: &ImportDraft, profile: &Profile) -> Vec<String> {
    let made = draft.clone().into_dataset(profile);
    dataset::check(&made).into_iter().filter(dataset::Finding::is_error).map(|fault| fault.to_string()).collect()
}

/// What the profile names and no table has.
fn missing(draft: &ImportDraft, profile: &Profile) -> Vec<MissingName> {
    if draft.shown.is_empty() {
        return Vec::new();
    }
    let has = |heading: &String| {
        draft.shown.iter().any(|table| table.columns.iter().any(|column| column.heading == *heading))
    };
    let mut headings: Vec<&String> = profile.columns.keys().chain(profile.filters.keys()).collect();
    headings.sort_unstable();
    headings.dedup();
    let columns = headings.into_iter().filter(|heading| !has(heading)).cloned().map(MissingName::Column);
    let is_made = |from: &String| draft.origins.values().any(|origin| origin == from);
    let indicators = profile.indicators.iter().map(|known| &known.from).filter(|from| !is_made(from));
    columns.chain(indicators.cloned().map(MissingName::Indicator)).collect()
}

/// The paths, each with the companion that stands beside it.
fn with_companions(added: &[PathBuf]) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for path in added {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
        let companion = path.with_extension("meta.csv");
        let is_csv = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
        let companion = (is_csv && companion.is_file()).then_some(companion);
        for path in [path].into_iter().chain(companion) {
            if !paths.contains(&path) {
                paths.push(path);
            }
        }
    }
    paths
}

/// Why a file is not read.
enum LoadFault {
    Stopped(Stopped),
    Sentence(String),
}

fn load(path: &Path, progress: ProgressRange<'_>) -> Result<ImportSource, LoadFault> {
    let shown = path.display().to_string();
    let unreadable = |error: std::io::Error| {
        LoadFault::Sentence(say!("import-window-unreadable", path = shown.as_str(), why = system_reason(&error)))
    };
    let metadata = fs::metadata(path).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(LoadFault::Sentence(say!("import-window-no-file", path = shown.as_str())));
    }
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron")) {
        return Err(LoadFault::Sentence(say!("import-window-dataset", path = shown.as_str())));
    }
    // The size is looked at before a large file is read.
    if metadata.len() > MOST_BYTES {
        return Err(LoadFault::Sentence(ImportError::TooLarge(shown, metadata.len()).to_string()));
    }
    let size = usize::try_from(metadata.len()).unwrap_or_default();
    let mut bytes = Vec::with_capacity(size);
    let mut file = File::open(path).map_err(unreadable)?;
    // One more than the limit, so that a file that grows meanwhile is noticed.
    while bytes.len() as u64 <= MOST_BYTES {
        progress.report(bytes.len(), size.max(1)).map_err(LoadFault::Stopped)?;
        if file.by_ref().take(CHUNK as u64).read_to_end(&mut bytes).map_err(unreadable)? == 0 {
            break;
        }
    }
    if bytes.len() as u64 > MOST_BYTES {
        return Err(LoadFault::Sentence(ImportError::TooLarge(shown, bytes.len() as u64).to_string()));
    }
    let name = path.file_name().map_or_else(|| shown.clone(), |name| name.to_string_lossy().into_owned());
    Ok(ImportSource { path: path.to_path_buf(), name, bytes: bytes.into() })
}
