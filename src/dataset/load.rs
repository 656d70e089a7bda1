//! Loading: from a file or a text to a dataset, or to all that is wrong with it.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::finding::{Finding, Problem, Severity};
use super::lookalike::{self, Lookalike};
use super::migration::{self, MIGRATIONS, Migrated, Migration};
use super::positions::Positions;
use super::save::LineEnds;
use super::version::{FIRST_FORMAT, LATEST};
use super::{conversion, syntax, validation, version};
use crate::model::Dataset;
use crate::progress::{Progress, ProgressRange, Stopped};
use crate::say;
use crate::storage::{Fingerprint, system_reason};

/// The largest file that is read, in bytes: 64 MiB, a thousand times the built-in dataset.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// How many bytes are read at a time.
const PIECE: u64 = 256 * 1024;

/// The share of opening a file that is reading its bytes, from a disk that is near; the rest is making sense of them.
const READING: f32 = 0.1;

/// A dataset that was read without errors.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The dataset.
    pub dataset: Dataset,
    /// What a reader should know of it, in the order of the file.
    pub cautions: Vec<Finding>,
    /// What was changed to bring an older format up to date, one sentence a step; empty for the latest version.
    pub migrated: Vec<String>,
    /// Whether the text has comments, which saving would lose.
    pub has_comments: bool,
    /// Line and column (both from 1) of the first comment; `None` where there is none.
    pub first_comment: Option<(usize, usize)>,
    /// The version of the format that it was written in.
    pub format: u32,
    /// How its lines end, so that saving changes no more lines than it must.
    pub line_ends: LineEnds,
    /// What was read, to be asked with before the file is written over. A text that stood in no file has one too.
    pub fingerprint: Fingerprint,
}

/// Why a file can't be used. Each is one sentence that names the file, the place and the fix.
#[derive(Debug, Error)]
pub enum LoadError {
    /// There is no such file.
    #[error("{}", say!("load-missing", path = path.display().to_string()))]
    Missing {
        /// The file as named.
        path: PathBuf,
    },
    /// It is a folder.
    #[error("{}", say!("load-folder", path = path.display().to_string()))]
    Folder {
        /// The folder as named.
        path: PathBuf,
    },
    /// It is a device or a pipe.
    #[error("{}", say!("load-no-file", path = path.display().to_string()))]
    NotAFile {
        /// The device as named.
        path: PathBuf,
    },
    /// The system does not let it be read.
    #[error("{}", say!("load-unreadable", path = path.display().to_string(), why = system_reason(source), fix = unreadable_fix(source)))]
    Unreadable {
        /// The file as named.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// There is nothing in it.
    #[error("{}", say!("load-empty", path = path.display().to_string(), latest = FIRST_FORMAT.to_string()))]
    Empty {
        /// The file as named.
        path: PathBuf,
    },
    /// It is larger than [`MAX_BYTES`].
    #[error("{}", say!("load-too-large", path = path.display().to_string(), bytes = bytes.to_string(), most = MAX_BYTES.to_string()))]
    TooLarge {
        /// The file as named.
        path: PathBuf,
        /// Its size in bytes.
        bytes: u64,
    },
    /// It is a file of another kind.
    #[error("{}", say!("load-another", path = path.display().to_string(), what = *what, latest = FIRST_FORMAT.to_string()))]
    Another {
        /// The file as named.
        path: PathBuf,
        /// What it is, as "a PNG picture".
        what: &'static str,
    },
    /// It is text in UTF-16.
    #[error("{}", say!("load-utf-16", path = path.display().to_string()))]
    Utf16 {
        /// The file as named.
        path: PathBuf,
    },
    /// It is not text in UTF-8.
    #[error("{}", say!("load-not-utf-8", path = path.display().to_string(), line = line.to_string(), column = column.to_string(), byte = byte.to_string()))]
    NotUtf8 {
        /// The file as named.
        path: PathBuf,
        /// Line of the first wrong byte, from 1.
        line: usize,
        /// Column of the first wrong byte, in characters, from 1.
        column: usize,
        /// The first wrong byte's place in the file, from 0.
        byte: usize,
    },
    /// It was stopped by whoever waited for it.
    #[error(transparent)]
    Stopped(#[from] Stopped),
    /// Its text has errors; cautions are told with them.
    #[error("{}", told(path, findings))]
    Findings {
        /// The file as named.
        path: PathBuf,
        /// What is wrong, in the order of the file; never empty.
        findings: Vec<Finding>,
    },
}

/// What a person can do about a file that can't be read.
fn unreadable_fix(error: &io::Error) -> &'static str {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the list of kinds is open")]
    match error.kind() {
        io::ErrorKind::PermissionDenied => say!("load-unreadable-not-allowed"),
        _ => say!("load-unreadable-drive"),
    }
}

/// The first error, and how many more there are.
fn told(path: &Path, findings: &[Finding]) -> String {
    let mut errors = findings.iter().filter(|finding| finding.is_error());
    let first = errors.next().map_or_else(String::new, |first| first.in_file(&path.display().to_string()).to_string());
    match errors.count() {
        0 => first,
        more => say!("load-and-more-errors", first = first, more = more),
    }
}

/// Reads a dataset file.
///
/// # Errors
/// A [`LoadError`]. Nothing in the file, however damaged, makes it panic or hang.
pub fn load_file(path: &Path) -> Result<Loaded, LoadError> {
    load_file_watched(path, Progress::default().whole())
}

/// Reads a dataset file as [`load_file`] does, and tells `stretch` how far it is.
///
/// # Errors
/// As [`load_file`], and [`LoadError::Stopped`].
pub fn load_file_watched(path: &Path, stretch: ProgressRange<'_>) -> Result<Loaded, LoadError> {
    let here = || path.to_path_buf();
    #[expect(clippy::wildcard_enum_match_arm, reason = "the list of kinds is open")]
    let unreadable = |source: io::Error| match source.kind() {
        io::ErrorKind::NotFound => LoadError::Missing { path: here() },
        _ => LoadError::Unreadable { path: here(), source },
    };
    // Size and kind are looked at before the file is opened: opening a pipe would wait for its other end.
    let metadata = path.metadata().map_err(unreadable)?;
    if metadata.is_dir() {
        return Err(LoadError::Folder { path: here() });
    }
    if !metadata.is_file() {
        return Err(LoadError::NotAFile { path: here() });
    }
    if metadata.len() > MAX_BYTES {
        return Err(LoadError::TooLarge { path: here(), bytes: metadata.len() });
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    // Looked at before reading: what is written meanwhile then looks changed, and not the other way round.
    let metadata = file.metadata().map_err(unreadable)?;
    let mut reader = file.take(MAX_BYTES + 1);
    let size = usize::try_from(metadata.len()).unwrap_or(0);
    let reading = stretch.part(0.0..READING);
    // A network drive may take its time for each piece.
    while reader.by_ref().take(PIECE).read_to_end(&mut bytes).map_err(unreadable)? > 0 {
        reading.report(bytes.len(), size)?;
    }
    if bytes.len() as u64 > MAX_BYTES {
        return Err(LoadError::TooLarge { path: here(), bytes: bytes.len() as u64 });
    }
    match lookalike::of_bytes(&bytes) {
        Some(Lookalike::Other(what)) => return Err(LoadError::Another { path: here(), what }),
        Some(Lookalike::Utf16) => return Err(LoadError::Utf16 { path: here() }),
        None => {}
    }
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) => text,
        Err(error) => {
            let good =
                bytes.get(..error.valid_up_to()).and_then(|good| std::str::from_utf8(good).ok()).unwrap_or_default();
            let line = 1 + good.matches('\n').count();
            let column = 1 + without_mark(good).rsplit('\n').next().unwrap_or_default().chars().count();
            return Err(LoadError::NotUtf8 { path: here(), line, column, byte: good.len() });
        }
    };
    if without_mark(text).trim().is_empty() {
        return Err(LoadError::Empty { path: here() });
    }
    let understanding = stretch.part(READING..1.0);
    let loaded = load_with(text, MIGRATIONS, LoadRequest::Finished, understanding).map_err(|halt| match halt {
        Halt::Stopped(stopped) => LoadError::Stopped(stopped),
        Halt::Findings(findings) => match lookalike::of_text(without_mark(text)) {
            Some(what) => LoadError::Another { path: here(), what },
            None => LoadError::Findings { path: here(), findings },
        },
    })?;
    Ok(Loaded { fingerprint: Fingerprint::of_file_with(&bytes, &metadata), ..loaded })
}

/// The text without the byte order mark that some editors put in front.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Reads a dataset from its text.
///
/// # Errors
/// All findings, errors and cautions, in the order of the text; where the syntax or a type is off, the first fault alone.
pub fn load_text(text: &str) -> Result<Loaded, Vec<Finding>> {
    load_with(text, MIGRATIONS, LoadRequest::Finished, Progress::default().without_progress()).map_err(Halt::findings)
}

/// Reads a dataset that may be half done, as a journal of unsaved edits holds it: what its checks find, errors too, stands in
/// [`Loaded::cautions`] and does not keep it from being opened again.
///
/// # Errors
/// All findings, where the text can't be turned into a dataset at all. What [`super::to_ron`] writes always can.
pub fn load_draft(text: &str) -> Result<Loaded, Vec<Finding>> {
    load_with(text, MIGRATIONS, LoadRequest::Draft, Progress::default().without_progress()).map_err(Halt::findings)
}

/// What is asked of a dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LoadRequest {
    /// That it has no errors.
    Finished,
    /// That it can be read.
    Draft,
}

/// Why reading ended without a dataset.
pub(super) enum Halt {
    /// It was stopped.
    Stopped(Stopped),
    /// What was found, errors among it.
    Findings(Vec<Finding>),
}

impl Halt {
    /// What was found; nothing where nobody looked to the end.
    pub(super) fn findings(self) -> Vec<Finding> {
        match self {
            Self::Stopped(Stopped) => Vec::new(),
            Self::Findings(findings) => findings,
        }
    }
}

impl From<Stopped> for Halt {
    fn from(stopped: Stopped) -> Self {
        Self::Stopped(stopped)
    }
}

impl From<Vec<Finding>> for Halt {
    fn from(findings: Vec<Finding>) -> Self {
        Self::Findings(findings)
    }
}

/// Reads a dataset with these migrations from older versions.
pub(super) fn load_with(
    whole: &str,
    migrations: &[Migration],
    asking: LoadRequest,
    stretch: ProgressRange<'_>,
) -> Result<Loaded, Halt> {
    let text = without_mark(whole);
    if text.trim().is_empty() {
        let fix = say!("load-no-text.fix", latest = FIRST_FORMAT.to_string());
        return Err(vec![Problem::error("", say!("load-no-text"), fix).at((1, 1))].into());
    }
    let written = Positions::scan(text);
    let oldest = migrations.first().map_or(FIRST_FORMAT, |first| first.from);
    let version =
        version::find(&written, oldest).map_err(|problem| placed(vec![*problem], &written))?.unwrap_or(LATEST);
    let Migrated { text: latest, told: migrated, trace } = migration::migrate(text, version, migrations);
    stretch.report(15, 100)?;
    let positions = Positions::scan(&latest);
    stretch.report(30, 100)?;
    let in_file = |findings: Vec<Finding>| trace.in_file(findings, text, &latest);
    let file =
        ron::from_str(&positions.text_for_ron()).map_err(|error| in_file(vec![syntax::finding(&error, &positions)]))?;
    stretch.report(60, 100)?;
    let (dataset, mut problems) = conversion::to_model(file);
    stretch.report(70, 100)?;
    let is_readable = problems.iter().all(|problem| problem.severity == Severity::Caution);
    version::check_fields(&positions, version.max(FIRST_FORMAT), &mut problems);
    validation::check(&dataset, &mut problems);
    stretch.report(95, 100)?;
    let findings = in_file(placed(problems, &positions));
    let will_do = match asking {
        LoadRequest::Finished => !findings.iter().any(Finding::is_error),
        LoadRequest::Draft => is_readable,
    };
    if !will_do {
        return Err(findings.into());
    }
    Ok(Loaded {
        dataset,
        cautions: findings,
        migrated,
        has_comments: written.has_comments(),
        first_comment: written.first_comment(),
        format: version,
        line_ends: LineEnds::of(text),
        fingerprint: Fingerprint::of_bytes(whole.as_bytes()),
    })
}

/// Checks a dataset in memory: the same rules as for a file, without lines and columns. [`Finding::path`] tells the place.
///
/// Findings stand in the order in which the rules find them.
pub fn check(dataset: &Dataset) -> Vec<Finding> {
    let mut problems = Vec::new();
    validation::check(dataset, &mut problems);
    problems.into_iter().map(|problem| problem.at((0, 0))).collect()
}

/// The problems at their places, in the order of the text.
fn placed(problems: Vec<Problem>, positions: &Positions<'_>) -> Vec<Finding> {
    if problems.is_empty() {
        return Vec::new();
    }
    let places = positions.places(problems.iter().map(|problem| problem.path.as_str()));
    let mut findings: Vec<Finding> =
        problems.into_iter().zip(places).map(|(problem, place)| problem.at(place)).collect();
    findings.sort_by_key(|finding| (finding.line, finding.column, finding.severity));
    findings
}
