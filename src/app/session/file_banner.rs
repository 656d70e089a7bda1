//! The bar above the room about the file: a save that failed, changes by others, a file that is gone; in words and buttons.

use crate::say;
use crate::storage::backup_path;

use super::file_status::Changed;
use super::open::name_of;
use super::pending::has_unsaved;
use super::save::{Attempt, Over};
use super::{ConfirmDialog, FileStatus, Session, SessionAction};
use crate::app::Document;
use crate::app::context::{Context, Elsewhere};

/// A button of the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BannerButton {
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
pub struct BannerView {
    /// What happened.
    pub sentence: String,
    /// What it means, if there is more to say.
    pub more: String,
    /// What differs, a line a part.
    pub lines: Vec<String>,
    /// The buttons from left to right.
    pub buttons: Vec<(&'static str, BannerButton)>,
}

impl Session {
    /// What the bar about the file says; `None` where there is nothing to say.
    pub(in crate::app) fn banner_view(&self, document: &Document, elsewhere: Elsewhere) -> Option<BannerView> {
        let name = document.called();
        let save_as = (say!("session-save-as"), BannerButton::SaveAs);
        if let Some(failure) = self.failure() {
            return Some(BannerView {
                sentence: say!(
                    "session-bar-not-saved",
                    remark = not_saved_words(document, elsewhere),
                    why = failure.sentence.trim_end_matches('.')
                ),
                more: String::new(),
                lines: Vec::new(),
                buttons: vec![
                    (say!("session-try-again"), BannerButton::TryAgain),
                    save_as,
                    (say!("session-close"), BannerButton::GoOn),
                ],
            });
        }
        match self.file_status() {
            FileStatus::Same => None,
            FileStatus::Changed(changed) => Some(Self::changed_view(changed, document, elsewhere)),
            FileStatus::Vanished => Some(BannerView {
                sentence: say!("session-bar-vanished", name = name),
                more: say!("session-bar-vanished-meaning").to_owned(),
                lines: Vec::new(),
                buttons: vec![save_as, (say!("session-save-there-again"), BannerButton::SaveAnew)],
            }),
            FileStatus::Unreachable(why) => Some(BannerView {
                sentence: say!("session-bar-unreachable", name = name, why = why.as_str()),
                more: say!("session-bar-unreachable-meaning").to_owned(),
                lines: Vec::new(),
                buttons: vec![save_as],
            }),
        }
    }

    /// The buttons stand in the same order and words whether or not there are edits: the harmless one first, and the one that
    /// takes the place of a colleague's work last.
    fn changed_view(changed: &Changed, document: &Document, elsewhere: Elsewhere) -> BannerView {
        let name = document.called();
        let sentence = match &changed.when {
            Some(when) => say!("session-bar-changed-when", name = name, when = when.as_str()),
            None => say!("session-bar-changed", name = name),
        };
        let mut buttons = vec![(say!("session-save-mine-as"), BannerButton::SaveAs)];
        let mut means = Vec::new();
        if changed.theirs.is_some() {
            buttons.push((say!("session-take-theirs"), BannerButton::TakeTheirs));
            let asks = has_unsaved(document, elsewhere);
            let what = if asks { say!("session-bar-take-theirs-asks") } else { say!("session-bar-take-theirs") };
            means.push(what.to_owned());
        }
        if !document.is_read_only {
            buttons.push((say!("session-keep-mine"), BannerButton::KeepMine));
            means.push(say!("session-bar-keep-mine", backup = backup_name(document)));
        }
        let means = means.join(" ");
        let (more, lines) = match &changed.differs {
            Ok(lines) if lines.is_empty() => (format!("{} {means}", say!("session-bar-same")), Vec::new()),
            Ok(lines) => (means, lines.clone()),
            Err(error) => (format!("{} {means}", say!("session-bar-not-readable", why = error.as_str())), Vec::new()),
        };
        BannerView { sentence, more, lines, buttons }
    }

    pub(super) fn press_banner(&mut self, button: BannerButton, cx: &mut Context<'_>) {
        match button {
            BannerButton::TryAgain => {
                if let Some(failure) = self.file.failure.take() {
                    self.write(failure.attempt, None, cx);
                }
            }
            BannerButton::GoOn => self.file.failure = None,
            BannerButton::SaveAs => self.update(SessionAction::AskToSaveAs, cx),
            BannerButton::KeepMine => self.ask_to_keep_mine(cx),
            BannerButton::TakeTheirs if has_unsaved(cx.document, cx.elsewhere) => {
                self.confirm = Some(ConfirmDialog::TakeTheirs);
            }
            BannerButton::TakeTheirs => self.take_theirs(cx),
            BannerButton::SaveAnew => {
                if let Some(path) = cx.document.path.clone() {
                    self.write(Attempt { path, over: Over::Nothing }, None, cx);
                }
            }
        }
    }
}

/// How the telling of a failed save begins: edits are spoken of only where there are any.
pub(super) fn not_saved_words(document: &Document, elsewhere: Elsewhere) -> &'static str {
    if has_unsaved(document, elsewhere) { say!("session-not-saved-edits-are-here") } else { say!("session-not-saved") }
}

/// What the version before is called once the file is saved.
pub(super) fn backup_name(document: &Document) -> String {
    document.path.as_deref().map(|path| name_of(&backup_path(path))).unwrap_or_default()
}
