//! What people type: numbers, changes, periods, grades and whole statements, as words and signs that a report would print.
//!
//! It maps onto the short grammar of the dataset file, which stays as it is. Bounds and printed digits are kept; where a text may
//! mean two things it is not guessed, and the error offers both. Nothing here panics, whatever is typed.

mod change;
mod change_words;
mod counted;
mod dates;
mod doubt;
mod ends;
mod grade;
mod number;
mod number_words;
mod pair;
mod period;
mod phrases;
mod printed;
mod quarters;
mod series;
mod statement;

use std::fmt;

use crate::say;
use crate::words::letters::is_unseen;

pub use change::{change, change_text, changes, changes_text, direction};
pub use counted::CountedPhrase;
pub(in crate::edit) use counted::same as same_word;
pub use grade::{grade, grades};
pub use number::{TypedNumber, TypedUnit, number, number_text};
pub use period::{period, period_text};
pub use printed::{exactly, holds_as_printed};
pub use series::{point_value, point_value_text, points, points_text};
pub use statement::{Statement, says_grades, statement};

/// How a dataset says that a source does not tell a unit or a framework; a word of the format and not of the window.
pub const NOT_STATED: &str = "not stated";

/// Why a typed text is not understood, and how to write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedError {
    /// What is wrong, as a sentence without its full stop.
    pub sentence: String,
    /// How to fix it, with examples, without a full stop.
    pub fix: String,
    /// What may have been meant, each written so that it is understood; empty where nothing is near. A form can offer them.
    pub choices: Vec<String>,
}

impl TypedError {
    /// Without a guess at what may have been meant.
    pub(in crate::edit) fn new(sentence: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), fix: fix.into(), choices: Vec::new() }
    }

    /// A text that may mean several things.
    fn either(typed: &str, choices: &[String]) -> Self {
        let quoted = choices.iter().map(|choice| say!("typed-choice", choice = choice.as_str()));
        let choice_of = quoted.reduce(|before, last| say!("typed-or", before = before, last = last));
        Self {
            sentence: say!("typed-several-meanings", typed = typed),
            fix: say!("typed-write", choices = choice_of.unwrap_or_default()),
            choices: choices.to_vec(),
        }
    }
}

impl fmt::Display for TypedError {
    /// `sentence; fix`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&say!("typed-error", sentence = self.sentence.as_str(), fix = self.fix.as_str()))
    }
}

impl std::error::Error for TypedError {}

/// Small letters, single plain spaces, one kind of dash and minus; the words for per cent and percentage points as signs. Characters
/// that nobody sees are left out.
fn tidy(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| c.is_whitespace() || !is_unseen(*c))
        .map(|c| match c {
            '\u{2212}' | '\u{2010}' | '\u{2011}' => '-',
            '\u{2014}' | '\u{2012}' | '\u{2015}' => '\u{2013}',
            '\u{2018}' | '\u{2019}' => '\'',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    let plain = with_minus(&plain);
    let spaced = plain.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let mut tidy = format!(" {spaced}");
    for (words, sign) in phrases::SIGNS {
        tidy = with_sign(&tidy, words, sign);
    }
    tidy.trim().replace(" %", "%")
}

/// The text with a sign for words, where no letter follows them.
fn with_sign(text: &str, words: &str, sign: &str) -> String {
    let mut signed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(words) {
        let is_whole = !after.starts_with(|c: char| c.is_alphanumeric());
        signed.push_str(before);
        signed.push_str(if is_whole { sign } else { words });
        rest = after;
    }
    signed.push_str(rest);
    signed
}

/// An en dash that stands in front of a number and behind none is a minus: `–15%`, `(–19.7%)`, and not `33–67`.
fn with_minus(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_sign = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| letters.get(before));
        let after = letters.get(at + 1);
        matches!(before, None | Some(' ' | '(' | '[' | '£' | ':'))
            && after.is_some_and(|c| c.is_ascii_digit() || matches!(c, '£' | '.'))
    };
    letters.iter().enumerate().map(|(at, c)| if *c == '\u{2013}' && is_sign(at) { '-' } else { *c }).collect()
}
