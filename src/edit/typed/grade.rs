//! Grades as people type them: `Good`, `Inadequate to Good`.

use super::{TypedError, tidy};
use crate::say;

/// Grades that inspectors of councils' services give or gave.
pub(super) const KNOWN_GRADES: [&str; 12] = [
    "outstanding",
    "good",
    "adequate",
    "requires improvement",
    "requires improvement to be good",
    "inadequate",
    "satisfactory",
    "excellent",
    "promising",
    "uncertain",
    "poor",
    "fair",
];

/// The longest grade that is taken, in characters.
const LONGEST: usize = 60;

/// Reads one grade, in small letters as the model holds it. A grade that is not known is taken as typed, because there are many
/// scales; one that is nearly known is asked about.
///
/// # Errors
/// A [`TypedError`]: nothing, a number, or a probable slip with the grade that was probably meant.
pub fn grade(text: &str) -> Result<String, TypedError> {
    let tidied = tidy(text);
    if tidied.is_empty() {
        return Err(TypedError::new(say!("typed-grade-missing"), say!("typed-grade-examples")));
    }
    if KNOWN_GRADES.contains(&tidied.as_str()) {
        return Ok(tidied);
    }
    let rated = KNOWN_GRADES.iter().map(|known| (strsim::jaro_winkler(known, &tidied), *known));
    if let Some((_, near)) = rated.filter(|(likeness, _)| *likeness > 0.92).max_by(|a, b| a.0.total_cmp(&b.0)) {
        return Err(TypedError {
            sentence: say!("typed-grade-unknown", typed = text.trim()),
            fix: say!("typed-grade-near", grade = near),
            choices: vec![near.to_owned()],
        });
    }
    let is_word = tidied.starts_with(char::is_alphabetic) && tidied.chars().count() <= LONGEST;
    if !is_word || tidied.chars().all(|c| c.is_ascii_digit() || c == '.') {
        return Err(TypedError::new(say!("typed-no-grade", typed = text.trim()), say!("typed-grade-examples")));
    }
    Ok(tidied)
}

/// Reads a grade before and a grade after.
///
/// # Errors
/// A [`TypedError`]: there are not two, or one of them is none.
pub fn grades(text: &str) -> Result<(String, String), TypedError> {
    let tidied = tidy(text).replace("->", " to ").replace('→', " to ");
    let tidied = tidied.strip_prefix("from ").unwrap_or(&tidied);
    let Some((before, after)) = tidied.split_once(" to ").filter(|(before, _)| *before != "requires improvement")
    else {
        // "requires improvement to be good" has a "to" of its own.
        return match tidied.strip_prefix("requires improvement to ") {
            Some(after) => {
                let (before, after) = match after.strip_prefix("be good to ") {
                    Some(after) => ("requires improvement to be good", after),
                    None => ("requires improvement", after),
                };
                Ok((before.to_owned(), grade(after)?))
            }
            None => {
                Err(TypedError::new(say!("typed-no-two-grades", typed = text.trim()), say!("typed-grade-examples")))
            }
        };
    };
    Ok((grade(before)?, grade(after)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_are_read_as_printed_and_slips_are_asked_about() {
        let pair = |a: &str, b: &str| Ok((a.to_owned(), b.to_owned()));
        assert_eq!(grades("Inadequate to Good"), pair("inadequate", "good"));
        assert_eq!(grades("Requires improvement to Good"), pair("requires improvement", "good"));
        assert_eq!(
            grades("requires improvement to be good to outstanding"),
            pair("requires improvement to be good", "outstanding")
        );
        assert_eq!(grades("from Adequate \u{2192} Good"), pair("adequate", "good"));
        assert_eq!(grade("Inadequte").unwrap_err().choices, ["inadequate"]);
        for text in ["", "52", "Good"] {
            assert!(grades(text).is_err(), "{text}");
        }
        assert_eq!(grade("three stars"), Ok("three stars".to_owned()));
    }
}
