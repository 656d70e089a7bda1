//! Notices: what was done, and what went wrong.
//!
//! What was done is shown until the next thing is done, another dataset is opened, or it is put away. What went wrong stays until
//! it is put away or the log is read, the newest in front. No clock takes anything away, and the log keeps all of it.

use crate::app::State;

use crate::say;

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
    pub way: Option<(&'static str, crate::app::Action)>,
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

impl State {
    /// Tells of something.
    pub(in crate::app) fn tell(&mut self, severity: NoticeKind, text: String) {
        self.tell_with_way(severity, text, None);
    }

    /// Tells of something, with a button that leads to the place it tells of.
    pub(in crate::app) fn tell_with_way(
        &mut self,
        severity: NoticeKind,
        text: String,
        way: Option<(&'static str, crate::app::Action)>,
    ) {
        // What is told again is told once, as the newest.
        self.window.notices.retain(|known| known.severity == NoticeKind::Error && known.text != text);
        let notice = Notice { number: self.window.next_notice, severity, text, way, until: NoticeEnd::Never };
        self.log(&notice);
        self.window.notices.push(notice);
        self.window.next_notice += 1;
    }

    /// Tells of something that went wrong, and goes by itself.
    pub(in crate::app) fn tell_until(&mut self, until: NoticeEnd, text: String) {
        self.tell(NoticeKind::Error, text);
        if let Some(notice) = self.window.notices.last_mut() {
            notice.until = until;
        }
    }

    /// Takes away what was told until now.
    pub(in crate::app) fn retire(&mut self, end: NoticeEnd) {
        self.window.notices.retain(|notice| notice.until != end);
    }

    /// The notices that are in front, the newest error first and then what was done last; and how many errors are behind them.
    pub fn notices_shown(&self) -> (Vec<&Notice>, usize) {
        let newest = |severity| self.window.notices.iter().rev().find(|notice| notice.severity == severity);
        let shown = [newest(NoticeKind::Error), newest(NoticeKind::Done)].into_iter().flatten().collect();
        let errors = self.window.notices.iter().filter(|notice| notice.severity == NoticeKind::Error).count();
        (shown, errors.saturating_sub(1))
    }

    /// Puts away what is in front.
    pub(in crate::app) fn dismiss_shown(&mut self) {
        let shown: Vec<u64> = self.notices_shown().0.into_iter().map(|notice| notice.number).collect();
        self.window.notices.retain(|notice| !shown.contains(&notice.number));
    }
}
