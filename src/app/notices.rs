//! Notices: what was done, and what went wrong; and what a screen reader says next.
//!
//! What was done is shown until the next thing is done, another dataset is opened, or it is put away. What went wrong stays until
//! it is put away or the log is read, the newest in front. No clock takes anything away, and the log keeps all of it.

use crate::say;

use super::Action;

/// How many notices the log keeps.
const LOGGED: usize = 200;

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something was done.
    Done,
    /// Something went wrong.
    Error,
}

impl NoticeKind {
    /// Its name in the log.
    pub fn label(self) -> &'static str {
        match self {
            Self::Done => say!("app-notice-done"),
            Self::Error => say!("app-notice-error"),
        }
    }
}

/// One notice.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Its number, for putting it away.
    pub number: u64,
    /// How much it matters.
    pub severity: NoticeKind,
    /// What happened, and the mend.
    pub text: String,
    /// What leads to the place it tells of, with its words; `None` where it tells of no place.
    pub way: Option<(&'static str, Action)>,
    /// What ends it before it is put away.
    pub until: NoticeEnd,
}

/// When what a notice tells is not true any more, or does not matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoticeEnd {
    /// It stays true.
    #[default]
    Never,
    /// When the document of this number is saved, or another stands in its place.
    Saved(u64),
    /// When a dataset is opened.
    Opened,
}

/// What the window tells its reader. Every feature may tell something here.
#[derive(Clone, Debug, Default)]
pub struct Notices {
    /// Those that were not put away, oldest first.
    pub open: Vec<Notice>,
    /// Every one since the start, oldest first.
    pub log: Vec<Notice>,
    /// What a screen reader says next, when there is time for it; nobody sees it.
    pub said: String,
    next_number: u64,
}

impl Notices {
    /// Tells of something.
    pub(super) fn tell(&mut self, severity: NoticeKind, text: impl Into<String>) {
        self.tell_with_way(severity, text, None);
    }

    /// Tells of something, with a button that leads to the place it tells of.
    pub(super) fn tell_with_way(
        &mut self,
        severity: NoticeKind,
        text: impl Into<String>,
        way: Option<(&'static str, Action)>,
    ) {
        let text = text.into();
        // What is told again is told once, as the newest.
        self.open.retain(|known| known.severity == NoticeKind::Error && known.text != text);
        let notice = self.log(severity, text, way);
        self.open.push(notice);
    }

    /// Tells of something that went wrong, and goes by itself.
    pub(super) fn tell_until(&mut self, until: NoticeEnd, text: String) {
        self.tell(NoticeKind::Error, text);
        if let Some(notice) = self.open.last_mut() {
            notice.until = until;
        }
    }

    /// Keeps in the log what is shown elsewhere.
    pub(super) fn log_only(&mut self, severity: NoticeKind, text: String) {
        self.log(severity, text, None);
    }

    fn log(&mut self, severity: NoticeKind, text: String, way: Option<(&'static str, Action)>) -> Notice {
        let notice = Notice { number: self.next_number, severity, text, way, until: NoticeEnd::Never };
        self.next_number += 1;
        if self.log.len() >= LOGGED {
            self.log.remove(0);
        }
        self.log.push(notice.clone());
        notice
    }

    /// Has a screen reader say this, even where it said the same before.
    pub(super) fn announce(&mut self, words: impl Into<String>) {
        let mut words = words.into();
        if words == self.said {
            // Words that do not change are not spoken; nobody hears a space.
            words.push(' ');
        }
        self.said = words;
    }

    /// Takes away what was told until now.
    pub(super) fn retire(&mut self, end: NoticeEnd) {
        self.open.retain(|notice| notice.until != end);
    }

    /// What was done was done to the dataset as it was before.
    pub(super) fn retire_done(&mut self) {
        self.open.retain(|notice| notice.severity == NoticeKind::Error);
    }

    /// Puts the notice of this number away.
    pub(super) fn dismiss(&mut self, number: u64) {
        self.open.retain(|notice| notice.number != number);
    }

    /// Puts away what is in front.
    pub(super) fn dismiss_in_front(&mut self) {
        let shown: Vec<u64> = self.in_front().0.into_iter().map(|notice| notice.number).collect();
        self.open.retain(|notice| !shown.contains(&notice.number));
    }

    /// Whether anything went wrong that was not put away.
    pub(super) fn has_errors(&self) -> bool {
        self.open.iter().any(|notice| notice.severity == NoticeKind::Error)
    }

    /// The notices that are in front, the newest error first and then what was done last; and how many errors are behind them.
    pub fn in_front(&self) -> (Vec<&Notice>, usize) {
        let newest = |severity| self.open.iter().rev().find(|notice| notice.severity == severity);
        let shown = [newest(NoticeKind::Error), newest(NoticeKind::Done)].into_iter().flatten().collect();
        let errors = self.open.iter().filter(|notice| notice.severity == NoticeKind::Error).count();
        (shown, errors.saturating_sub(1))
    }

    /// The log as text, a line a notice.
    pub fn log_text(&self) -> String {
        let line =
            |notice: &Notice| say!("app-notice-line", severity = notice.severity.label(), text = notice.text.as_str());
        self.log.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

/// The sentence as it is right in a window, where replacing is a tick and no option.
pub(super) fn in_the_window(sentence: &str) -> String {
    sentence.replace(say!("storage-exists-force"), say!("save-all-tick-replace"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_told_with_what_the_window_can_do() {
        let there = crate::storage::StorageError::Exists { path: std::path::PathBuf::from("a.svg") };
        let told = in_the_window(&there.to_string());
        assert!(told.ends_with("choose another name or tick Replace files that are there"), "{told}");
    }
}
