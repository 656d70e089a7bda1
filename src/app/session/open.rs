//! Opening: reading a file, learning whether another window has it open, and taking it in the open document's place.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::dataset::{self, LoadError, Loaded, to_ron_with};
use crate::edit::placed;
use crate::recovery::{Claim, FileLock, claim};
use crate::storage::Fingerprint;

use super::{
    Answer, ConfirmDialog, DocumentReplacement, FileSession, PendingAction, Session, SessionMessage, ShownNext,
};
use crate::app::context::{Context, Request};
use crate::app::message::Message;
use crate::app::tasks::TaskKind;
use crate::app::{Document, NoticeEnd, NoticeKind};
use crate::progress::{Progress, ProgressRange};
use crate::say;

/// The share of opening that is reading the file and making sense of it; the rest is writing it as it would be saved, to know
/// later what has changed.
const LOADING: f32 = 0.8;

/// Why a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Why {
    /// It was asked for.
    Asked,
    /// To go back to what was saved.
    Revert,
    /// Others changed it, and theirs is taken.
    Theirs,
    /// It was open when the window was closed.
    Last,
    /// It was named when the window was started.
    Named,
}

/// Whether it is open in another window.
#[derive(Debug)]
pub(super) enum OpenElsewhere {
    /// It is open here only.
    Here(FileLock),
    /// It was open here before.
    StillHere,
    /// Another window has it, and it was not asked yet how to open it.
    Elsewhere,
    /// Another window may have it, or there is no folder to tell each other in.
    Untold,
}

/// A file that was read.
pub struct Opened {
    pub(super) path: PathBuf,
    pub(super) loaded: Loaded,
    /// The dataset as it would be written.
    pub(super) base: String,
    pub(super) openness: OpenElsewhere,
    /// What can't be told about other windows, in a sentence.
    pub(super) remark: Option<String>,
    pub(super) is_read_only: bool,
    /// The first error and how many there are, until it is agreed to open it all the same.
    pub(super) fix: Option<(String, usize)>,
    pub(super) why: Why,
    /// How many saves had ended when reading began.
    pub(super) saves: u64,
}

/// What came of reading a file.
pub(in crate::app) struct Read {
    path: PathBuf,
    why: Why,
    result: Result<Opened, LoadError>,
    work: Arc<Progress>,
}

impl Opened {
    /// The name of the file.
    pub fn name(&self) -> String {
        name_of(&self.path)
    }

    /// What is to be done with it, in a sentence.
    pub(super) fn intended(&self) -> String {
        match self.why {
            Why::Revert => say!("session-intend-revert", name = self.name()),
            Why::Asked | Why::Theirs | Why::Last | Why::Named => say!("session-intend-open", name = self.name()),
        }
    }

    /// How to open what another window has open.
    pub(super) fn open_as(&mut self, answer: Answer) {
        self.is_read_only = answer == Answer::ReadOnly;
        self.openness = OpenElsewhere::Untold;
    }
}

pub(super) fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// Reads a file; one with errors, if it can be opened to be fixed, comes with the first of them.
pub(super) fn load(path: &Path, stretch: ProgressRange<'_>) -> Result<(Loaded, Option<(String, usize)>), LoadError> {
    match dataset::load_file_watched(path, stretch) {
        Ok(loaded) => Ok((loaded, None)),
        Err(LoadError::Findings { path: at, findings }) => {
            let errors = findings.iter().filter(|finding| finding.is_error());
            match draft(path) {
                Some(loaded) => {
                    // In the words of the forms, since that is where it will be fixed.
                    let first = errors.clone().next().map_or_else(String::new, |first| {
                        let told = placed(&loaded.dataset, first.clone());
                        let (line, column) = (first.line, first.column);
                        say!(
                            "session-fix-first",
                            line = line,
                            column = column,
                            sentence = told.sentence,
                            fix = told.fix
                        )
                    });
                    let count = errors.count();
                    Ok((loaded, Some((first, count))))
                }
                None => Err(LoadError::Findings { path: at, findings }),
            }
        }
        Err(error) => Err(error),
    }
}

/// The file as a half-done dataset.
fn draft(path: &Path) -> Option<Loaded> {
    let fingerprint = Fingerprint::of_file(path).ok()?;
    let loaded = dataset::load_draft(&std::fs::read_to_string(path).ok()?).ok()?;
    // Of the same bytes, what the folder says of them is worth having.
    let is_same = fingerprint.content() == loaded.fingerprint.content();
    Some(Loaded { fingerprint: if is_same { fingerprint } else { loaded.fingerprint }, ..loaded })
}

/// Reads a file and says in the application's folder that it is open here. `is_here` where it was already.
fn read(path: PathBuf, why: Why, data: Option<&Path>, is_here: bool, saves: u64, work: Arc<Progress>) -> Read {
    let path = std::path::absolute(&path).unwrap_or(path);
    let loaded = load(&path, work.whole().part(0.0..LOADING)).and_then(|loaded| {
        // Another window is told only of what is going to be open here.
        work.whole().report(9, 10)?;
        Ok(loaded)
    });
    let result = loaded.map(|(loaded, fix)| {
        let (openness, remark) = match data {
            _ if is_here => (OpenElsewhere::StillHere, None),
            None => (OpenElsewhere::Untold, None),
            Some(data) => match claim(data, &path) {
                Claim::Ours(presence) => (OpenElsewhere::Here(presence), None),
                Claim::Elsewhere => (OpenElsewhere::Elsewhere, None),
                Claim::Unknown(sentence) => (OpenElsewhere::Untold, Some(sentence)),
            },
        };
        let base = to_ron_with(&loaded.dataset, loaded.line_ends);
        Opened { path: path.clone(), loaded, base, openness, remark, is_read_only: false, fix, why, saves }
    });
    Read { path, why, result, work }
}

impl Session {
    pub(in crate::app) fn open(&mut self, path: PathBuf, cx: &mut Context<'_>) {
        self.open_because(path, Why::Asked, cx);
    }

    pub(super) fn revert(&mut self, cx: &mut Context<'_>) {
        if let Some(path) = cx.document.path.clone() {
            self.open_because(path, Why::Revert, cx);
        }
    }

    pub(super) fn open_because(&mut self, path: PathBuf, why: Why, cx: &mut Context<'_>) {
        let is_here = self.file.has_open(&path);
        let (data, saves) = (self.data.clone(), self.saves);
        cx.tasks.spawn(TaskKind::Opening, move |work| {
            Message::Session(SessionMessage::Read(Box::new(read(
                path,
                why,
                data.as_deref(),
                is_here,
                saves,
                Arc::clone(work),
            ))))
        });
    }

    /// A dataset that can't be read leaves what was open as it is.
    pub(super) fn was_read(&mut self, read: Read, cx: &mut Context<'_>) {
        // It was told when it was stopped; whatever came of it since is not wanted.
        if read.work.is_stopped() {
            return;
        }
        match read.result {
            Ok(opened) => self.consider(Box::new(opened), cx),
            Err(error) if read.why == Why::Last => {
                cx.settings.last.clear();
                cx.notices.tell(NoticeKind::Error, say!("session-last-not-opened", why = error.to_string()));
            }
            Err(error) => {
                self.forget_recent_if_gone(&read.path, &error);
                cx.notices.tell_until(NoticeEnd::Opened, format!("{} {error}", say!("session-not-opened")));
            }
        }
    }

    /// Asks what is to be asked before a file is opened, one after the other.
    pub(super) fn consider(&mut self, opened: Box<Opened>, cx: &mut Context<'_>) {
        if self.confirm.is_some() {
            self.request(PendingAction::Open(opened), cx);
        } else if let Some((first, count)) = opened.fix.clone() {
            self.confirm = Some(ConfirmDialog::Fix(opened, first, count));
        } else if matches!(opened.openness, OpenElsewhere::Elsewhere) {
            self.confirm = Some(ConfirmDialog::Elsewhere(opened));
        } else {
            self.request(PendingAction::Open(opened), cx);
        }
    }

    pub(super) fn replace_with_opened(&mut self, opened: Opened, cx: &mut Context<'_>) {
        let Opened { path, loaded, base, openness, remark, is_read_only, why, .. } = opened;
        let mut file_session = FileSession::of_file(&path, base, loaded.fingerprint);
        file_session.line_ends = loaded.line_ends;
        file_session.format = loaded.format;
        file_session.first_comment = loaded.first_comment;
        file_session.presence = match openness {
            OpenElsewhere::Here(presence) => Some(presence),
            OpenElsewhere::StillHere => self.file.presence.take().filter(|presence| presence.is_of(&path)),
            OpenElsewhere::Elsewhere | OpenElsewhere::Untold => None,
        };
        let errors = loaded.cautions.iter().filter(|finding| finding.is_error()).count();
        let mut told = vec![match why {
            Why::Asked | Why::Last | Why::Named => say!("session-opened", name = name_of(&path)),
            Why::Revert => say!("session-reverted", name = name_of(&path)),
            Why::Theirs => say!("session-theirs-taken", name = name_of(&path)),
        }];
        told.extend(loaded.migrated.iter().cloned());
        if errors > 0 {
            told.push(say!("session-opened-with-errors", errors = errors));
        }
        if is_read_only {
            told.push(say!("session-opened-read-only").to_owned());
        }
        told.extend(remark);
        self.remember_recent(&path, cx);
        let mut document = Document::from_file(path, loaded);
        document.is_read_only = is_read_only;
        let shows = match why {
            Why::Asked => ShownNext::Overview,
            // The same dataset read anew is shown where the reader was.
            Why::Revert | Why::Theirs => ShownNext::SamePlace,
            // While it was read the built-in dataset stood in the room that was remembered, or that the reader went to since. Of
            // that dataset nothing is taken along.
            Why::Last | Why::Named => ShownNext::SameTab,
        };
        // What could not be opened before no longer matters.
        cx.notices.retire(NoticeEnd::Opened);
        let told = Some(told.join(" "));
        cx.request(Request::Replace(Box::new(DocumentReplacement { document, file: file_session, shows, told })));
    }
}
