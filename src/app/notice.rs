//! Notices: what was done, and what went wrong, until they are put away.

use crate::say;

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Something was done.
    Done,
    /// Something went wrong.
    Error,
}

impl Severity {
    /// Its name in the log.
    pub fn title(self) -> &'static str {
        match self {
            Self::Done => say!("app-notice-done"),
            Self::Error => say!("app-notice-error"),
        }
    }
}

/// One notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its number, for putting it away.
    pub number: u64,
    /// How much it matters.
    pub severity: Severity,
    /// What happened, and the mend.
    pub text: String,
}
