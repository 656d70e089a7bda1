//! The bar above the room about the file: a save that failed, changes by others, a file that is gone; in words and buttons.

use crate::storage::backup_path;

use super::opening::name_of;
use super::saving::{Attempt, Over};
use super::standing::Changed;
use super::{Ask, LifeAction, Standing};
use crate::app::State;

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

impl State {
    /// What the bar about the file says; `None` where there is nothing to say.
    pub fn bar_view(&self) -> Option<BarView> {
        let name = &self.document.name;
        let save_as = ("Save as…", BarButton::SaveAs);
        if let Some(failure) = self.life.failure() {
            return Some(BarView {
                sentence: format!("{} {}.", self.not_saved_words(), failure.sentence.trim_end_matches('.')),
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
                buttons: vec![save_as, ("Save it there again", BarButton::SaveAnew)],
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

    /// How the telling of a failed save begins: edits are spoken of only where there are any.
    pub(super) fn not_saved_words(&self) -> &'static str {
        if self.has_unsaved() { "Not saved; your edits are still here." } else { "Not saved." }
    }

    /// The buttons stand in the same order and words whether or not there are edits: the harmless one first, and the one that
    /// takes the place of a colleague's work last.
    fn changed_view(&self, changed: &Changed) -> BarView {
        let name = &self.document.name;
        let when = changed.when.as_ref().map_or_else(String::new, |when| format!(" {when}"));
        let mut buttons = vec![("Save mine as…", BarButton::SaveAs)];
        let mut means = Vec::new();
        if changed.theirs.is_some() {
            buttons.push(("Take theirs", BarButton::TakeTheirs));
            let lost = if self.has_unsaved() { "; your unsaved edits would be lost, so it asks first" } else { "" };
            means.push(format!("Take theirs opens what they saved{lost}."));
        }
        if !self.document.is_read_only {
            buttons.push(("Keep mine…", BarButton::KeepMine));
            means.push(format!("Keep mine writes over it, and asks first; theirs is kept as {}.", self.backup_name()));
        }
        let means = means.join(" ");
        let (more, lines) = match &changed.differs {
            Ok(lines) if lines.is_empty() => {
                (format!("It holds the same dataset as is open here, written differently. {means}"), Vec::new())
            }
            Ok(lines) => (means, lines.clone()),
            Err(error) => (format!("What they wrote can't be opened: {error}. {means}"), Vec::new()),
        };
        BarView { sentence: format!("{name} was changed by someone else{when}."), more, lines, buttons }
    }

    /// What the version before is called once the file is saved.
    pub(super) fn backup_name(&self) -> String {
        self.document.path.as_deref().map(|path| name_of(&backup_path(path))).unwrap_or_default()
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
                if let Standing::Changed(changed) = self.life.standing() {
                    self.life.ask = Some(Ask::KeepMine(changed.fingerprint));
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
}
