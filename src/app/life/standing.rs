//! How the open document's file stands: as it was, changed by others, or gone; and the bar above the room that says so.

use std::path::Path;
use std::sync::Arc;

use crate::dataset::{Loaded, difference, to_ron_with};
use crate::model::Dataset;
use crate::storage::{Change, Fingerprint, backup_path};

use super::opening::{Opened, Openness, Why, load, name_of};
use super::saving::{Attempt, Over};
use super::{Ask, LifeAction, LifeNews, clock};
use crate::app::errand::{Errand, News};
use crate::app::{Severity, State};

/// How a file stands.
#[derive(Default)]
pub enum Standing {
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
    when: Option<String>,
    /// What differs, a line a part; or why it can't be told.
    differs: Result<Vec<String>, String>,
    fingerprint: Fingerprint,
    theirs: Option<(Loaded, String)>,
}

/// What came of reading the file as others left it.
pub(in crate::app) struct Theirs(Result<Changed, String>);

/// A button of the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarButton {
    /// Make the save again that failed.
    TryAgain,
    /// Save under another name.
    SaveAs,
    /// Write mine over theirs.
    KeepMine,
    /// Take theirs in place of mine.
    TakeTheirs,
    /// Save where the file was.
    SaveAnew,
    /// Put the failure away and go on editing.
    GoOn,
}

/// The bar in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarView {
    /// What happened.
    pub sentence: String,
    /// What it means, if there is more to say.
    pub more: String,
    /// What differs, a line a part.
    pub lines: Vec<String>,
    /// The buttons from left to right.
    pub buttons: Vec<(&'static str, BarButton)>,
}

/// Reads the file as others left it, and what differs from mine.
fn read_theirs(path: &Path, mine: &Dataset) -> Theirs {
    let when = std::fs::metadata(path).and_then(|metadata| metadata.modified()).ok().and_then(clock::told);
    Theirs(match load(path) {
        Ok((loaded, _)) => {
            let lines = difference(mine, &loaded.dataset).iter().map(ToString::to_string).collect();
            let base = to_ron_with(&loaded.dataset, loaded.line_ends);
            Ok(Changed { when, differs: Ok(lines), fingerprint: loaded.fingerprint, theirs: Some((loaded, base)) })
        }
        Err(error) => match Fingerprint::of_file(path) {
            Ok(fingerprint) => Ok(Changed { when, differs: Err(error.to_string()), fingerprint, theirs: None }),
            Err(_) => Err(error.to_string()),
        },
    })
}

impl State {
    /// What the bar about the file says; `None` where there is nothing to say.
    pub fn bar_view(&self) -> Option<BarView> {
        let name = &self.document.name;
        let save_as = ("Save as…", BarButton::SaveAs);
        if let Some(failure) = self.life.failure() {
            return Some(BarView {
                sentence: format!("Not saved; your edits are still here. {}.", failure.sentence.trim_end_matches('.')),
                more: String::new(),
                lines: Vec::new(),
                buttons: vec![("Try again", BarButton::TryAgain), save_as, ("Close", BarButton::GoOn)],
            });
        }
        match self.life.standing() {
            Standing::Same => None,
            Standing::Changed(changed) => Some(self.changed_view(changed)),
            Standing::Vanished => Some(BarView {
                sentence: format!("{name} was moved or deleted by someone else."),
                more: "What is open here is all there is of it until it is saved.".to_owned(),
                lines: Vec::new(),
                buttons: vec![("Save it there again", BarButton::SaveAnew), save_as],
            }),
            Standing::Unreachable(why) => Some(BarView {
                sentence: format!("{name} can't be reached: {why}."),
                more: "What is open stays open and can be edited; saving waits until the file is back, or takes another name."
                    .to_owned(),
                lines: Vec::new(),
                buttons: vec![save_as],
            }),
        }
    }

    fn changed_view(&self, changed: &Changed) -> BarView {
        let name = &self.document.name;
        let is_modified = self.has_unsaved();
        let when = changed.when.as_ref().map_or_else(String::new, |when| format!(" {when}"));
        let mut buttons = Vec::new();
        if changed.theirs.is_some() && !is_modified {
            buttons.push(("Reload", BarButton::TakeTheirs));
        }
        if !self.document.is_read_only {
            buttons.push(("Keep mine", BarButton::KeepMine));
        }
        if changed.theirs.is_some() && is_modified {
            buttons.push(("Take theirs", BarButton::TakeTheirs));
        }
        buttons.push(("Save as…", BarButton::SaveAs));
        let backup = self.document.path.as_deref().map(|path| name_of(&backup_path(path))).unwrap_or_default();
        let kept = format!("Keep mine saves what is open here; theirs stays beside it as {backup}.");
        let (more, lines) = match &changed.differs {
            Ok(lines) if lines.is_empty() => {
                (format!("It holds the same dataset as is open here, written differently. {kept}"), Vec::new())
            }
            Ok(lines) => (kept, lines.clone()),
            Err(error) => (format!("What they wrote can't be opened: {error}. {kept}"), Vec::new()),
        };
        BarView { sentence: format!("{name} was changed by someone else{when}."), more, lines, buttons }
    }

    pub(super) fn press_bar(&mut self, button: BarButton, ctx: &egui::Context) {
        match button {
            BarButton::TryAgain => {
                if let Some(failure) = self.life.custody.failure.take() {
                    self.write(failure.attempt, None, ctx);
                }
            }
            BarButton::GoOn => self.life.custody.failure = None,
            BarButton::SaveAs => self.live(LifeAction::AskToSaveAs, ctx),
            BarButton::KeepMine => {
                if let (Standing::Changed(changed), Some(path)) = (self.life.standing(), self.document.path.clone()) {
                    let over = Over::Known(changed.fingerprint);
                    self.write(Attempt { path, over }, None, ctx);
                }
            }
            BarButton::TakeTheirs if self.has_unsaved() => self.life.ask = Some(Ask::TakeTheirs),
            BarButton::TakeTheirs => self.take_theirs(),
            BarButton::SaveAnew => {
                if let Some(path) = self.document.path.clone() {
                    self.write(Attempt { path, over: Over::Nothing }, None, ctx);
                }
            }
        }
    }

    /// Takes the file as others left it; the edits go.
    pub(super) fn take_theirs(&mut self) {
        let Some(path) = self.document.path.clone() else { return };
        let Standing::Changed(changed) = std::mem::take(&mut self.life.custody.standing) else { return };
        let Some((loaded, base)) = changed.theirs else { return };
        self.take_opened(Opened {
            path,
            loaded,
            base,
            openness: Openness::StillHere,
            remark: None,
            is_read_only: self.document.is_read_only,
            mend: None,
            why: Why::Theirs,
            saves: self.life.saves,
        });
    }

    /// The file may not be what it was.
    pub(super) fn file_changed(
        &mut self,
        number: u64,
        asked: Fingerprint,
        change: Result<Change, String>,
        ctx: &egui::Context,
    ) {
        // What was asked before a save, or of another document, says nothing of now.
        if number != self.document_number || self.life.custody.seen() != Some(asked) || self.life.saving.is_some() {
            return;
        }
        match change {
            Ok(Change::Same) => self.file_is_back(),
            Ok(Change::Touched(now)) => {
                self.see(now);
                self.file_is_back();
            }
            Ok(Change::BecameReadOnly(now)) => {
                self.see(now);
                self.file_is_back();
                let told = format!(
                    "{} was marked as read-only by someone else; edits can be saved under another name.",
                    self.document.name
                );
                self.tell(Severity::Error, told);
            }
            Ok(Change::Changed) => self.read_theirs(ctx),
            Ok(Change::Vanished) => self.file_vanished(),
            Ok(Change::NotAFile) => self.unreachable("something that is no file stands in its place".to_owned()),
            Ok(Change::FolderVanished) => {
                self.unreachable("its folder is gone; perhaps a network drive is not connected".to_owned());
            }
            Err(why) => self.unreachable(why),
        }
    }

    fn unreachable(&mut self, why: String) {
        self.life.custody.standing = Standing::Unreachable(why);
    }

    pub(super) fn file_vanished(&mut self) {
        self.life.custody.standing = Standing::Vanished;
        // What is open is all there is, so that it may not be closed without a question.
        if !self.document.is_read_only {
            self.document.history.mark_unsaved();
        }
    }

    /// The file holds what it held.
    fn file_is_back(&mut self) {
        let custody = &mut self.life.custody;
        let was = std::mem::take(&mut custody.standing);
        if let (Standing::Vanished, Some(state)) = (was, custody.saved_state) {
            self.document.history.mark_saved_at(state);
        }
    }

    /// The file holds the same under another date or number.
    fn see(&mut self, now: Fingerprint) {
        let custody = &mut self.life.custody;
        if custody.fingerprint.is_some_and(|was| was.content() == now.content()) {
            custody.fingerprint = Some(now);
            custody.theirs = None;
        } else {
            custody.theirs = Some(now);
        }
        self.watch_file();
    }

    /// Reads what others wrote, to say what differs.
    pub(super) fn read_theirs(&mut self, ctx: &egui::Context) {
        let Some(path) = self.document.path.clone() else { return };
        let (number, mine) = (self.document_number, Arc::clone(&self.document.original));
        self.errands.give(Errand::Watching, ctx, move || {
            News::Life(LifeNews::Theirs(number, Box::new(read_theirs(&path, &mine))))
        });
    }

    pub(super) fn learn_theirs(&mut self, number: u64, theirs: Theirs) {
        if number != self.document_number {
            return;
        }
        match theirs.0 {
            Ok(changed) => {
                self.see(changed.fingerprint);
                if self.life.custody.theirs.is_some() {
                    self.life.custody.standing = Standing::Changed(Box::new(changed));
                } else {
                    self.file_is_back();
                }
            }
            Err(why) => self.unreachable(why),
        }
    }
}
