//! How the open document's file stands: as it was, changed by others, or gone. What the bar above the room says of it is elsewhere.

use std::path::Path;
use std::sync::Arc;

use crate::dataset::{Loaded, to_ron_with};
use crate::model::Dataset;
use crate::storage::{FileChange, Fingerprint};

use super::external_changes::lines;
use super::open::{OpenElsewhere, Opened, Why, load};
use super::{ConfirmDialog, Session, SessionMessage, clock};
use crate::app::NoticeKind;
use crate::app::context::Context;
use crate::app::document::DataVersion;
use crate::app::message::Message;
use crate::app::tasks::TaskKind;
use crate::progress::Progress;
use crate::say;

/// How a file stands.
#[derive(Default)]
pub enum FileStatus {
    /// As it was opened or saved, or there is none.
    #[default]
    Same,
    /// Others changed it.
    Changed(Box<Changed>),
    /// It was moved or deleted.
    Vanished,
    /// It can't be looked at; why, in a sentence.
    Unreachable(String),
}

/// The file as others left it.
pub struct Changed {
    /// When they wrote it; `None` where the file system does not say.
    pub(super) when: Option<String>,
    /// What differs, a line a part; or why it can't be told.
    pub(super) differs: Result<Vec<String>, String>,
    pub(super) fingerprint: Fingerprint,
    pub(super) theirs: Option<Arc<Opening>>,
    /// The state of mine that was compared with theirs, so that a later edit is noticed.
    compared: u64,
    is_comparing: bool,
}

/// What theirs is once it is taken.
pub(super) struct Opening {
    pub(super) loaded: Loaded,
    base: String,
}

/// What came of comparing anew.
pub(in crate::app) struct Compared {
    fingerprint: Fingerprint,
    state: u64,
    lines: Vec<String>,
}

/// What came of reading the file as others left it.
pub(in crate::app) struct Theirs(Result<Changed, String>);

/// Reads the file as others left it, and what differs from mine.
fn read_theirs(path: &Path, mine: &Dataset, compared: u64) -> Theirs {
    let is_comparing = false;
    let when = std::fs::metadata(path).and_then(|metadata| metadata.modified()).ok().and_then(clock::told);
    Theirs(match load(path, Progress::default().without_progress()) {
        Ok((loaded, _)) => {
            let differs = Ok(lines(mine, &loaded.dataset));
            let (fingerprint, base) = (loaded.fingerprint, to_ron_with(&loaded.dataset, loaded.line_ends));
            let theirs = Some(Arc::new(Opening { loaded, base }));
            Ok(Changed { when, differs, fingerprint, theirs, compared, is_comparing })
        }
        Err(error) => match Fingerprint::of_file(path) {
            Ok(fingerprint) => {
                let differs = Err(error.to_string());
                Ok(Changed { when, differs, fingerprint, theirs: None, compared, is_comparing })
            }
            Err(_) => Err(error.to_string()),
        },
    })
}

/// Reads what others wrote, to say what differs.
pub(super) fn read_theirs_elsewhere(cx: &mut Context<'_>) {
    let Some(path) = cx.document.path.clone() else { return };
    let DataVersion { document: number, state } = cx.document.version();
    let mine = Arc::clone(&cx.document.original);
    cx.tasks.spawn(TaskKind::Watching, move |_| {
        Message::Session(SessionMessage::Theirs(number, Box::new(read_theirs(&path, &mine, state))))
    });
}

impl Session {
    /// Takes the file as others left it; the edits go.
    pub(super) fn take_theirs(&mut self, cx: &mut Context<'_>) {
        let Some(path) = cx.document.path.clone() else { return };
        let FileStatus::Changed(changed) = std::mem::take(&mut self.file.status) else { return };
        let Some(theirs) = changed.theirs else { return };
        let Opening { loaded, base } = Arc::try_unwrap(theirs)
            .unwrap_or_else(|shared| Opening { loaded: shared.loaded.clone(), base: shared.base.clone() });
        self.replace_with_opened(
            Opened {
                path,
                loaded,
                base,
                openness: OpenElsewhere::StillHere,
                remark: None,
                is_read_only: cx.document.is_read_only,
                fix: None,
                why: Why::Theirs,
                saves: self.saves,
            },
            cx,
        );
    }

    /// The file may not be what it was.
    pub(super) fn file_changed(
        &mut self,
        number: u64,
        asked: Fingerprint,
        change: Result<FileChange, String>,
        cx: &mut Context<'_>,
    ) {
        // What was asked before a save, or of another document, says nothing of now.
        if number != cx.document.number || self.file.seen() != Some(asked) || self.saving.is_some() {
            return;
        }
        match change {
            Ok(FileChange::Same) => self.file_is_as_seen(cx),
            Ok(FileChange::Touched(now)) => {
                self.see(now, cx);
                self.file_is_as_seen(cx);
            }
            Ok(FileChange::BecameReadOnly(now)) => {
                self.see(now, cx);
                self.file_is_as_seen(cx);
                let told = say!("session-marked-read-only", name = cx.document.name.as_str());
                cx.notices.tell(NoticeKind::Error, told);
            }
            Ok(FileChange::Changed) => read_theirs_elsewhere(cx),
            Ok(FileChange::Vanished) => self.file_vanished(cx),
            Ok(FileChange::NotAFile) => self.unreachable(say!("session-unreachable-no-file").to_owned()),
            Ok(FileChange::FolderVanished) => {
                self.unreachable(say!("session-unreachable-no-folder").to_owned());
            }
            Err(why) => self.unreachable(why),
        }
    }

    fn unreachable(&mut self, why: String) {
        self.file.status = FileStatus::Unreachable(why);
        self.drop_ask_about_theirs();
    }

    /// Theirs is not there any more, so nothing is to be asked about it.
    fn drop_ask_about_theirs(&mut self) {
        if matches!(self.confirm, Some(ConfirmDialog::TakeTheirs | ConfirmDialog::KeepMine(_))) {
            self.close_confirmation();
        }
    }

    pub(super) fn file_vanished(&mut self, cx: &mut Context<'_>) {
        self.file.status = FileStatus::Vanished;
        self.drop_ask_about_theirs();
        // What is open is all there is, so that it may not be closed without a question.
        if !cx.document.is_read_only {
            cx.document.history.mark_unsaved();
        }
    }

    /// The file holds what it held when it was last looked at. Once others have changed it that is theirs, and it stays told.
    fn file_is_as_seen(&mut self, cx: &mut Context<'_>) {
        let file_session = &self.file;
        match (file_session.theirs, &file_session.status) {
            (None, _) => self.file_is_back(cx),
            (Some(_), FileStatus::Changed(_)) => {}
            // It had gone meanwhile, so what differs is not told any more.
            (Some(_), FileStatus::Same | FileStatus::Vanished | FileStatus::Unreachable(_)) => {
                read_theirs_elsewhere(cx);
            }
        }
    }

    /// The file holds what it held.
    fn file_is_back(&mut self, cx: &mut Context<'_>) {
        self.drop_ask_about_theirs();
        self.was_there_again(cx);
        self.file.status = FileStatus::Same;
    }

    /// What was marked as unsaved only because the file had gone is not unsaved once there is a file again.
    fn was_there_again(&mut self, cx: &mut Context<'_>) {
        if let (FileStatus::Vanished, Some(state)) = (&self.file.status, self.file.saved_state) {
            cx.document.history.mark_saved_at(state);
        }
    }

    /// The file holds the same under another date or number.
    fn see(&mut self, now: Fingerprint, cx: &mut Context<'_>) {
        let file_session = &mut self.file;
        if file_session.fingerprint.is_some_and(|was| was.content() == now.content()) {
            file_session.fingerprint = Some(now);
            file_session.theirs = None;
        } else {
            file_session.theirs = Some(now);
        }
        self.watch_file(cx);
    }

    /// Compares with theirs anew where mine was edited since, one comparison at a time.
    pub(super) fn compare_if_edited(&mut self, cx: &mut Context<'_>) {
        let DataVersion { document: number, state } = cx.document.version();
        let FileStatus::Changed(changed) = &mut self.file.status else { return };
        let Some(theirs) = changed.theirs.clone().filter(|_| changed.compared != state && !changed.is_comparing) else {
            return;
        };
        changed.is_comparing = true;
        let (mine, fingerprint) = (Arc::clone(&cx.document.original), changed.fingerprint);
        cx.tasks.spawn(TaskKind::Watching, move |_| {
            let lines = lines(&mine, &theirs.loaded.dataset);
            Message::Session(SessionMessage::Compared(number, Compared { fingerprint, state, lines }))
        });
    }

    pub(super) fn compared(&mut self, number: u64, message: Compared, cx: &mut Context<'_>) {
        // What was said of a version before theirs, or of another document, says nothing of now.
        if let FileStatus::Changed(changed) = &mut self.file.status
            && number == cx.document.number
            && changed.fingerprint == message.fingerprint
        {
            (changed.is_comparing, changed.compared, changed.differs) = (false, message.state, Ok(message.lines));
        }
    }

    pub(super) fn learn_theirs(&mut self, number: u64, theirs: Theirs, cx: &mut Context<'_>) {
        if number != cx.document.number {
            return;
        }
        match theirs.0 {
            Ok(changed) => {
                self.see(changed.fingerprint, cx);
                if self.file.theirs.is_some() {
                    self.was_there_again(cx);
                    self.file.status = FileStatus::Changed(Box::new(changed));
                } else {
                    self.file_is_back(cx);
                }
            }
            Err(why) => self.unreachable(why),
        }
    }
}
