//! Notices: what was done, and what went wrong; and what a screen reader says next.
//!
//! One notice is shown at a time, the newest. What was done stands for a few seconds, or until the next thing is done, another dataset
//! is opened, or it is put away; while the pointer or the keyboard is at it, it stays. What went wrong stays until it is put away or the
//! log is read. The log keeps all of it.

use crate::say;

use super::Action;

/// How many notices the log keeps.
const LOGGED: usize = 200;

/// For how many seconds what was done is shown.
const STANDS: f64 = 8.0;

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
    /// What happened, and the fix.
    pub text: String,
    /// What leads to the place it tells of, with its words; `None` where it tells of no place.
    pub ways: Vec<(&'static str, Action)>,
    /// What ends it before it is put away.
    pub until: NoticeEnd,
    /// Since when it is shown, in seconds since the start, if its time runs.
    since: Option<f64>,
}

/// The ways from a notice to the file that it tells of: its path, and the file in its folder where that can be shown.
pub(super) fn ways_to_file(path: String) -> Vec<(&'static str, Action)> {
    let folder = super::containing_folder::can_show()
        .then(|| (say!("app-notice-show-in-folder"), Action::ShowInFolder(path.clone())));
    std::iter::once((say!("app-notice-copy-path"), Action::CopyPath(path))).chain(folder).collect()
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
        self.tell_with_way(severity, text, Vec::new());
    }

    /// Tells of something, with a button that leads to the place it tells of.
    pub(super) fn tell_with_way(
        &mut self,
        severity: NoticeKind,
        text: impl Into<String>,
        ways: Vec<(&'static str, Action)>,
    ) {
        let text = text.into();
        // What is told again is told once, as the newest.
        self.open.retain(|known| known.severity == NoticeKind::Error && known.text != text);
        let notice = self.log(severity, text, ways);
        self.open.push(notice);
    }

    /// Tells of a file that was saved.
    pub(super) fn tell_saved(&mut self, text: String, path: String) {
        self.tell_with_way(NoticeKind::Done, text, ways_to_file(path));
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
        self.log(severity, text, Vec::new());
    }

    fn log(&mut self, severity: NoticeKind, text: String, ways: Vec<(&'static str, Action)>) -> Notice {
        let notice = Notice { number: self.next_number, severity, text, ways, until: NoticeEnd::Never, since: None };
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

    /// Puts away what was done, and the newest of what went wrong.
    pub(super) fn dismiss_in_front(&mut self) {
        self.retire_done();
        self.open.pop();
    }

    /// Lets time pass: what was done goes when its time is over. `is_held` keeps it. Tells in how many seconds to come again.
    pub(super) fn pass(&mut self, now: f64, is_held: bool) -> Option<f32> {
        let mut next = None;
        self.open.retain_mut(|notice| {
            if notice.severity == NoticeKind::Error {
                return true;
            }
            if is_held || notice.since.is_none() {
                notice.since = Some(now);
            }
            let left = notice.since.unwrap_or(now) + STANDS - now;
            if left > 0.0 {
                next = Some(left as f32);
            }
            left > 0.0
        });
        next
    }

    /// Whether anything went wrong that was not put away.
    pub(super) fn has_errors(&self) -> bool {
        self.open.iter().any(|notice| notice.severity == NoticeKind::Error)
    }

    /// The notice that is shown, which is the newest, and how many are behind it.
    pub fn in_front(&self) -> Option<(&Notice, usize)> {
        self.open.last().map(|newest| (newest, self.open.len() - 1))
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
    #[test]
    fn what_was_done_goes_after_its_time_unless_it_is_held() {
        let mut notices = Notices::default();
        notices.tell(NoticeKind::Error, "lost");
        notices.tell(NoticeKind::Done, "saved");
        let shown = |notices: &Notices| notices.in_front().map(|(notice, behind)| (notice.text.clone(), behind));
        assert_eq!(notices.pass(10.0, false), Some(STANDS as f32));
        assert_eq!(shown(&notices), Some(("saved".to_owned(), 1)));
        assert_eq!(notices.pass(10.0 + STANDS, true), Some(STANDS as f32), "who reads it keeps it");
        assert_eq!(notices.pass(10.0 + 2.0 * STANDS, false), None);
        assert_eq!(shown(&notices), Some(("lost".to_owned(), 0)), "what went wrong stays");
        assert_eq!(notices.log.len(), 2);
    }
}
