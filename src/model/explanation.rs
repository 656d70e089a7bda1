//! Why a text can't be read as a number, a change or a period: what is wrong, and how to fix it.

use std::fmt;

use crate::say;

/// What is wrong with a text, and the fix, each without a full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What is wrong.
    pub sentence: String,
    /// How to fix it; `None` where whoever asked for the text has to say it.
    pub fix: Option<String>,
}

impl Explanation {
    /// A sentence with its fix.
    pub(super) fn new(sentence: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), fix: Some(fix.into()) }
    }
}

impl fmt::Display for Explanation {
    /// `sentence; fix`, or the sentence alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.fix {
            Some(fix) => f.write_str(&say!("check-and-fix", sentence = self.sentence.as_str(), fix = fix.as_str())),
            None => f.write_str(&self.sentence),
        }
    }
}

/// Lets an error of reading print its explanation.
macro_rules! print_explanation {
    ($error:ty) => {
        impl fmt::Display for $error {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                crate::model::Explanation::from(self).fmt(f)
            }
        }
    };
}
pub(super) use print_explanation;
