//! Many figures in one go, of every council or of every kept view: a folder of files, on all cores, with progress and a stop that
//! leaves no half file.
//!
//! One figure is one piece of work; at any time each core holds one figure, so that memory does not grow with their number.
//! A figure is laid out once for all of its formats. Each file is written whole and then given its name; it is brought to the disk
//! after that, so that no drawing waits for the disk. A power cut in between may lose a figure, which can be made again.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::{fs, thread};

use crate::figure::wording::Wording;
use crate::figure::{ChosenDates, figure, with_pairs};
use crate::model::{CouncilId, Dataset, FigureKind, SavedView, View};
use crate::progress::Progress;
use crate::say;
use crate::storage::{Overwrite, sync, write_without_sync};
use crate::words::letters::slug;

use super::figure::PageSize;
use super::table::ByteOrderMark;
use super::{ExportError, FigureExport, FontFaces, Format};

/// Names that Windows keeps for devices, whatever their ending.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// The longest file name, in characters, without its ending.
const LONGEST_NAME: usize = 80;

/// What to make.
#[derive(Clone, Debug)]
pub struct Batch<'a> {
    /// From which dataset.
    pub dataset: &'a Dataset,
    /// The figures.
    pub items: Vec<BatchItem>,
    /// In which formats.
    pub formats: Vec<Format>,
    /// Into which folder; it is made if it is missing.
    pub folder: PathBuf,
    /// Whether files that are there are replaced.
    pub overwrite: Overwrite,
    /// How large each figure becomes.
    pub sheet: PageSize,
    /// What each CSV begins with.
    pub mark: ByteOrderMark,
}

/// One figure to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchItem {
    /// What it is of, as a reader calls it.
    pub name: String,
    /// The name of its files, without an ending.
    pub file: String,
    /// What it asks for.
    pub view: View,
    /// Its kind.
    pub kind: FigureKind,
    /// Its author's words.
    pub wording: Wording,
    /// The dates at which it compares official statistics; none for those of the batch's dataset.
    pub dates: ChosenDates,
}

/// How far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchProgress {
    /// Figures done.
    pub done: usize,
    /// Figures in all.
    pub of: usize,
    /// What the one is of that was finished last.
    pub name: String,
}

/// What was made, and what could not be and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The files, in the order of the figures.
    pub made: Vec<PathBuf>,
    /// What there is to say of files that were made, a sentence a figure.
    pub remarks: Vec<String>,
    /// What could not be made: the file or what it is of, and a sentence.
    pub failed: Vec<String>,
    /// Whether it was stopped before the end.
    pub stopped: bool,
}

/// What became of one figure.
struct ItemResult {
    index: usize,
    name: String,
    made: Vec<PathBuf>,
    remark: Option<String>,
    failed: Vec<String>,
    /// Whether it was stopped before all its files were made.
    cut: bool,
}

/// Makes the figures. `tell` is called on this thread after each figure; `work` may be stopped at any time: what is
/// being drawn then is left, and what is being written is finished.
///
/// # Errors
/// Where the folder can't be made; faults of single files are told in the summary.
pub fn run(batch: &Batch<'_>, work: &Progress, mut tell: impl FnMut(&BatchProgress)) -> Result<Summary, ExportError> {
    fs::create_dir_all(&batch.folder).map_err(|source| ExportError::Folder { path: batch.folder.clone(), source })?;
    let items = &batch.items;
    let next = AtomicUsize::new(0);
    let cores = thread::available_parallelism().map_or(1, usize::from).min(items.len().max(1));
    let mut pieces: Vec<ItemResult> = Vec::with_capacity(items.len());
    thread::scope(|scope| {
        let (sender, receiver) = channel();
        for _ in 0..cores {
            let sender = sender.clone();
            let next = &next;
            scope.spawn(move || {
                let fonts = FontFaces::new();
                while !work.is_stopped() {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(index) else { break };
                    // The receiver lives as long as this scope.
                    let _ = sender.send(piece(batch, index, item, &fonts, work));
                }
            });
        }
        drop(sender);
        for mut piece in receiver {
            brought_to_the_disk(&mut piece);
            let progress = BatchProgress { done: pieces.len() + 1, of: items.len(), name: piece.name.clone() };
            pieces.push(piece);
            tell(&progress);
        }
    });
    // The names are put down once for all. Where that can't be done the files are there nevertheless.
    let _ = sync(&batch.folder);
    pieces.sort_by_key(|piece| piece.index);
    let stopped = pieces.len() < items.len() || pieces.iter().any(|piece| piece.cut);
    let mut summary = Summary { stopped, ..Summary::default() };
    for piece in pieces {
        summary.made.extend(piece.made);
        summary.remarks.extend(piece.remark);
        summary.failed.extend(piece.failed);
    }
    Ok(summary)
}

/// The councils asked for, or all that an outcome of the view belongs to, in dataset order: those that get a figure.
pub fn councils(dataset: &Dataset, view: &View) -> Vec<CouncilId> {
    let selected = view.select(dataset);
    let has_outcome = |id: &CouncilId| selected.iter().any(|located| located.outcome.places.contains(id));
    let asked = |id: &CouncilId| view.councils.asks_for(id);
    dataset.councils.iter().map(|c| &c.id).filter(|id| asked(id) && has_outcome(id)).cloned().collect()
}

/// A figure of each council asked for, or of all that an outcome of the view belongs to, in dataset order.
pub fn council_items(dataset: &Dataset, view: &View) -> Vec<BatchItem> {
    let councils = councils(dataset, view);
    let names = file_names(councils.iter().map(CouncilId::as_str));
    let of_council = |(id, file): (CouncilId, String)| BatchItem {
        name: dataset.council(&id).map_or_else(|| id.to_string(), |c| c.name.clone()),
        file,
        view: View { councils: vec![id].into(), ..view.clone() },
        kind: FigureKind::Profile,
        wording: Wording::default(),
        dates: ChosenDates::default(),
    };
    councils.into_iter().zip(names).map(of_council).collect()
}

/// The figure of each kept view, in their order. What a view names and the dataset does not have is left out of it.
pub fn view_items(dataset: &Dataset) -> Vec<BatchItem> {
    let names = file_names(dataset.views.iter().map(|view| view.id.as_str()));
    let of_view = |(kept, file): (&SavedView, String)| {
        let there = kept.clone().with_what_is_there(dataset);
        BatchItem {
            name: kept.name.clone(),
            file,
            view: there.view(dataset),
            kind: there.figure_kind(),
            wording: Wording::of_kept(&there.words),
            dates: ChosenDates::of_view(dataset, &there),
        }
    };
    dataset.views.iter().zip(names).map(of_view).collect()
}

/// Waits for the disk here, while the other threads draw: what could not be brought there was not made.
fn brought_to_the_disk(piece: &mut ItemResult) {
    for path in std::mem::take(&mut piece.made) {
        match sync(&path) {
            Ok(()) => piece.made.push(path),
            Err(error) => piece.failed.push(error.to_string()),
        }
    }
}

fn piece(
    batch: &Batch<'_>,
    index: usize,
    BatchItem { name, file, view, kind, wording, dates }: &BatchItem,
    fonts: &FontFaces,
    work: &Progress,
) -> ItemResult {
    let name = name.clone();
    let mut piece = ItemResult { index, name, made: Vec::new(), remark: None, failed: Vec::new(), cut: false };
    let at_dates = (!dates.is_empty()).then(|| with_pairs(batch.dataset, dates));
    let dataset = at_dates.as_ref().unwrap_or(batch.dataset);
    let figure = match figure(dataset, view, *kind) {
        Ok(figure) => wording.applied(figure),
        Err(several) => {
            piece.failed.push(say!("export-of", what = piece.name.as_str(), why = several.to_string()));
            return piece;
        }
    };
    let mut edition = FigureExport::new(dataset, view, &figure, batch.sheet, fonts).marked(batch.mark);
    for format in &batch.formats {
        if work.is_stopped() {
            piece.cut = true;
            break;
        }
        let path = batch.folder.join(format!("{file}.{}", format.ending()));
        let written = edition
            .file(*format, work.without_progress())
            .and_then(|made| Ok((write_without_sync(&path, &made.bytes, batch.overwrite)?, made.remark)));
        match written {
            Ok(((), remark)) => {
                piece.made.push(path);
                let told = remark.map(|why| say!("export-of", what = piece.name.as_str(), why = why));
                piece.remark = piece.remark.take().or(told);
            }
            Err(ExportError::Stopped(_)) => piece.cut = true,
            Err(error) => piece.failed.push(told(&path, &error)),
        }
    }
    piece
}

/// Errors of storage name the file already.
fn told(path: &Path, error: &ExportError) -> String {
    if let ExportError::Storage(_) = error {
        return error.to_string();
    }
    say!("export-of", what = path.display().to_string(), why = error.to_string())
}

/// The name of the files of each id, without its ending: where several ids give one name, those after the first are numbered.
fn file_names<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken = HashSet::new();
    let free = |id: &str| {
        let name = file_name(id);
        let mut free = name.clone();
        let mut n = 2;
        while !taken.insert(free.clone()) {
            free = format!("{name}-{n}");
            n += 1;
        }
        free
    };
    ids.map(free).collect()
}

/// A name that every system takes: small letters, digits and hyphens, not too long, not a device of Windows.
pub fn file_name(text: &str) -> String {
    let name = slug(text, LONGEST_NAME);
    if name.is_empty() || RESERVED.contains(&name.as_str()) { format!("council-{name}") } else { name }
}

/// Why a file of this name could not be opened everywhere, in a sentence; `None` where it can.
pub fn caution_on_name(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_string_lossy();
    let stem = name.split('.').next().unwrap_or_default().trim();
    if RESERVED.contains(&stem.to_lowercase().as_str()) {
        return Some(say!("export-name-device", name = stem));
    }
    let found: String = name.chars().filter(|c| "<>:\"\\|?*".contains(*c) || c.is_control()).collect();
    (!found.is_empty()).then(|| say!("export-name-letters", letters = found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_windows_can_not_open_are_told() {
        for (name, told) in [
            ("CON.svg", true),
            ("papers/nul.tar.png", true),
            ("a\"b.svg", true),
            ("what?.svg", true),
            ("connect.svg", false),
            ("grüße 🏛.svg", false),
            ("it's.svg", false),
        ] {
            assert_eq!(caution_on_name(Path::new(name)).is_some(), told, "{name}");
        }
    }

    #[test]
    fn two_councils_never_share_a_file() {
        let ids = ["a-b", "a b", "A/B", "a-b-2", "c"];
        assert_eq!(file_names(ids.into_iter()), ["a-b", "a-b-2", "a-b-3", "a-b-2-2", "c"]);
    }

    #[test]
    fn file_names_are_safe_everywhere() {
        for (text, name) in [
            ("brighton-and-hove", "brighton-and-hove"),
            ("../../etc/passwd", "etc-passwd"),
            ("CON", "council-con"),
            ("a/b\\c:d*e?\"f\"<g>|h", "a-b-c-d-e-f-g-h"),
            ("🏛", "council-"),
            ("", "council-"),
        ] {
            assert_eq!(file_name(text), name);
        }
        assert!(file_name(&"x".repeat(500)).len() <= LONGEST_NAME);
    }
}
