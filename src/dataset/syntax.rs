//! Faults of syntax and type, put into words: RON stops at the first one.

use ron::error::{Error, SpannedError};

use super::finding::{Finding, Problem};
use super::positions::Positions;

/// The finding for RON's own error, with the field it stands in.
pub(super) fn finding(error: &SpannedError, positions: &Positions<'_>) -> Finding {
    let (path, place) = positions.around(error.span.start.line, error.span.start.col);
    // RON misses a field only where its holder ends; the holder's beginning is easier to find.
    let place = match error.code {
        Error::MissingStructField { .. } => {
            positions.places([path.as_str()].into_iter()).first().copied().unwrap_or(place)
        }
        _ => place,
    };
    let (sentence, mend) = words(&error.code);
    Problem::error(path, sentence, mend).at(place)
}

/// What is wrong, and how to mend it.
pub(super) fn words(error: &Error) -> (String, String) {
    let brackets = "look here and just before for a missing comma, quote or bracket".to_owned();
    match error {
        Error::NoSuchStructField { expected, found, .. } => {
            let nearest = nearest(found, expected).map_or(String::new(), |name| format!("did you mean `{name}`? "));
            (
                format!("there is no field `{found}` here"),
                format!(
                    "{nearest}{} {}",
                    if nearest.is_empty() { "the fields are" } else { "The fields are" },
                    listed(expected)
                ),
            )
        }
        Error::MissingStructField { field, .. } => {
            (format!("the field `{field}` is missing"), format!("write `{field}: …` between these brackets"))
        }
        Error::DuplicateStructField { field, .. } => {
            (format!("the field `{field}` is written twice"), "keep one of the two".to_owned())
        }
        Error::NoSuchEnumVariant { expected, found, .. } => {
            (format!("`{found}` is not a word that can stand here"), format!("write {}", listed(expected)))
        }
        Error::InvalidValueForType { expected, found } => (
            format!("here should be {}, and there is {found}", expected.trim_end_matches(',')),
            "write it as data/README.md shows".to_owned(),
        ),
        Error::ExpectedDifferentLength { expected, found } => (
            format!("here should be {expected}, and there are {found} parts"),
            "write all the parts that data/README.md shows".to_owned(),
        ),
        Error::Eof => {
            ("the file ends in the middle".to_owned(), "close what is open, or fetch a whole copy".to_owned())
        }
        Error::ExpectedStringEnd => {
            ("a text has no closing quote".to_owned(), "write \" at its end, and \\\" for a quote in it".to_owned())
        }
        Error::UnclosedBlockComment => ("a comment is not closed".to_owned(), "write */ at its end".to_owned()),
        Error::ExpectedString => ("here should be a text".to_owned(), "put it between quotes".to_owned()),
        Error::ExpectedOption => (
            "a field that may be empty is not written so".to_owned(),
            "write Some(…) around its value, or None".to_owned(),
        ),
        Error::ExpectedInteger | Error::IntegerOutOfBounds | Error::InvalidIntegerDigit { .. } => {
            ("here should be a whole number from 0 up".to_owned(), "write it in digits".to_owned())
        }
        Error::ExceededRecursionLimit => {
            ("brackets are nested deeper than in any dataset".to_owned(), "write it as data/README.md shows".to_owned())
        }
        Error::TrailingCharacters => (
            "something follows after the end of the dataset".to_owned(),
            "remove it, or look for a bracket too many".to_owned(),
        ),
        Error::ExpectedDifferentStructName { found, .. } => {
            (format!("the word `{found}` can't stand here"), "write its brackets ( ) alone".to_owned())
        }
        Error::ExpectedNamedStructLike(_) | Error::ExpectedStructLike => {
            ("an opening bracket ( should stand here".to_owned(), brackets)
        }
        Error::ExpectedComma => ("a comma should stand here".to_owned(), brackets),
        // What this application's own readers say already ends in a mend.
        Error::Message(text) => match text.rsplit_once("; ") {
            Some((sentence, mend)) => (sentence.to_owned(), mend.to_owned()),
            None => (in_small(text), "write it as data/README.md shows".to_owned()),
        },
        other => (in_small(&other.to_string()), brackets),
    }
}

/// RON's own words, which begin with a capital letter.
fn in_small(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_lowercase().chain(chars).collect())
}

fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}

fn nearest<'a>(wrong: &str, names: &[&'a str]) -> Option<&'a str> {
    let scored = names.iter().map(|&name| (strsim::jaro_winkler(wrong, name), name)).filter(|(score, _)| *score > 0.75);
    scored.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, name)| name)
}
