//! Why a text can't be read as a number, a change or a period: what is wrong, and how to mend it.

use std::fmt;

use crate::say;

/// What is wrong with a text, and the mend, each without a full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What is wrong.
    pub sentence: String,
    /// How to mend it; `None` where whoever asked for the text has to say it.
    pub mend: Option<String>,
}

impl Explanation {
    /// A sentence with its mend.
    pub(super) fn new(sentence: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), mend: Some(mend.into()) }
    }
}

impl fmt::Display for Explanation {
    /// `sentence; mend`, or the sentence alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.mend {
            Some(mend) => f.write_str(&say!("check-and-mend", sentence = self.sentence.as_str(), mend = mend.as_str())),
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
