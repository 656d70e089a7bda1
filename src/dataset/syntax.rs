//! Faults of syntax and type, put into words: RON stops at the first one.

use ron::error::{Error, SpannedError};

use super::finding::{Finding, Problem};
use super::positions::Positions;
use crate::say;
use crate::words::letters::name_of_letter;

/// The finding for RON's own error, with the field it stands in.
pub(super) fn finding(error: &SpannedError, positions: &Positions<'_>) -> Finding {
    if let Some((letter, place)) = positions.stray().filter(|(_, (line, _))| *line <= error.span.start.line)
        && let Some(name) = name_of_letter(letter)
    {
        let (path, _) = positions.around(place.0, place.1);
        let kind = match letter {
            '\u{2018}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{2033}' | '\u{ff02}' => "quote",
            letter if letter.is_whitespace() => "space",
            _ => "other",
        };
        let (sentence, fix) =
            (say!("syntax-stray-letter", letter = name), say!("syntax-stray-letter.fix", kind = kind));
        return Problem::error(path, sentence, fix).at(place);
    }
    let (path, place) = positions.around(error.span.start.line, error.span.start.col);
    // RON misses a field only where its holder ends; the holder's beginning is easier to find.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the errors are those of the reader of RON")]
    let place = match error.code {
        Error::MissingStructField { .. } => {
            positions.places([path.as_str()].into_iter()).first().copied().unwrap_or(place)
        }
        _ => place,
    };
    let (sentence, fix) = words(&error.code);
    Problem::error(path, sentence, fix).at(place)
}

/// Stands between sentence and fix in an error that goes through serde, which carries one text; no text of a file holds it unescaped.
const BETWEEN: char = '\u{1f}';

/// What is wrong and how to fix it as the one text that serde carries; [`words`] takes it apart again.
pub(super) fn through_serde(error: &Error) -> String {
    let (sentence, fix) = words(error);
    format!("{sentence}{BETWEEN}{fix}")
}

/// What is wrong, and how to fix it.
pub(super) fn words(error: &Error) -> (String, String) {
    let brackets = || say!("syntax-brackets.fix").to_owned();
    #[expect(clippy::wildcard_enum_match_arm, reason = "the errors are those of the reader of RON")]
    match error {
        Error::NoSuchStructField { expected, found, .. } => {
            let fields = listed(expected);
            let fix = match nearest(found, expected) {
                Some(near) => say!("syntax-no-such-field-near.fix", near = near, fields = fields),
                None => say!("syntax-no-such-field.fix", fields = fields),
            };
            (say!("syntax-no-such-field", found = found.as_str()), fix)
        }
        Error::MissingStructField { field, .. } => {
            (say!("syntax-missing-field", field = *field), say!("syntax-missing-field.fix", field = *field))
        }
        Error::DuplicateStructField { field, .. } => {
            (say!("syntax-field-twice", field = *field), say!("syntax-field-twice.fix").to_owned())
        }
        Error::NoSuchEnumVariant { expected, found, .. } => (
            say!("syntax-no-such-word", found = found.as_str()),
            say!("syntax-no-such-word.fix", words = listed(expected)),
        ),
        Error::InvalidValueForType { expected, found } => (
            say!("syntax-other-kind", expected = expected.trim_end_matches(','), found = found.as_str()),
            say!("syntax-as-shown").to_owned(),
        ),
        Error::ExpectedDifferentLength { expected, found } => (
            say!("syntax-other-length", expected = expected.as_str(), found = *found),
            say!("syntax-other-length.fix").to_owned(),
        ),
        Error::Eof => both(say!("syntax-end"), say!("syntax-end.fix")),
        Error::ExpectedStringEnd => both(say!("syntax-open-text"), say!("syntax-open-text.fix")),
        Error::UnclosedBlockComment => both(say!("syntax-open-comment"), say!("syntax-open-comment.fix")),
        Error::ExpectedString => both(say!("syntax-no-text"), say!("syntax-no-text.fix")),
        Error::ExpectedOption => both(say!("syntax-no-option"), say!("syntax-no-option.fix")),
        Error::ExpectedInteger | Error::IntegerOutOfBounds | Error::InvalidIntegerDigit { .. } => {
            both(say!("syntax-no-number"), say!("syntax-no-number.fix"))
        }
        Error::ExceededRecursionLimit => both(say!("syntax-too-deep"), say!("syntax-as-shown")),
        Error::TrailingCharacters => both(say!("syntax-trailing"), say!("syntax-trailing.fix")),
        Error::ExpectedDifferentStructName { found, .. } => {
            (say!("syntax-word-of-brackets", found = found.as_str()), say!("syntax-word-of-brackets.fix").to_owned())
        }
        Error::ExpectedNamedStructLike(_) | Error::ExpectedStructLike => {
            (say!("syntax-brackets").to_owned(), brackets())
        }
        Error::ExpectedComma => (say!("syntax-comma").to_owned(), brackets()),
        Error::Message(text) => match text.split_once(BETWEEN) {
            Some((sentence, fix)) => (sentence.to_owned(), fix.to_owned()),
            None => (in_small(text), say!("syntax-as-shown").to_owned()),
        },
        other => (in_small(&other.to_string()), brackets()),
    }
}

fn both(sentence: &str, fix: &str) -> (String, String) {
    (sentence.to_owned(), fix.to_owned())
}

/// RON's own words, which begin with a capital letter.
fn in_small(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_lowercase().chain(chars).collect())
}

fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            say!("syntax-or", others = rest.join(say!("list-comma")), last = last.as_str())
        }
        _ => quoted.concat(),
    }
}

fn nearest<'a>(wrong: &str, names: &[&'a str]) -> Option<&'a str> {
    let scored = names.iter().map(|&name| (strsim::jaro_winkler(wrong, name), name)).filter(|(score, _)| *score > 0.75);
    scored.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, name)| name)
}
