//! Series as people type or paste them: a period and a value a line, `2015: 344`, `2016: suppressed`.

use super::number::number_text;
use super::{CountedPhrase, TypedError, number, period, period_text, tidy};
use crate::model::{Missing, PointValue, SeriesPoint};
use crate::say;

/// Words and the signs of official statistics for a value that is missing. A lone hyphen or two points are not among them,
/// because they mean different things in different tables.
const MISSING: [(&str, Missing); 16] = [
    ("not published", Missing::NotPublished),
    ("not available", Missing::NotPublished),
    ("missing", Missing::NotPublished),
    ("x", Missing::NotPublished),
    ("suppressed", Missing::Suppressed),
    ("confidential", Missing::Suppressed),
    ("c", Missing::Suppressed),
    ("not applicable", Missing::NotApplicable),
    ("n/a", Missing::NotApplicable),
    ("z", Missing::NotApplicable),
    ("rounds to zero", Missing::RoundsToZero),
    ("low", Missing::RoundsToZero),
    ("k", Missing::RoundsToZero),
    ("low reliability", Missing::LowReliability),
    ("unreliable", Missing::LowReliability),
    ("u", Missing::LowReliability),
];

/// Whether a tidied text is a word or a sign for a value that is missing.
pub(super) fn is_missing_mark(text: &str) -> bool {
    let bare = text.trim_matches(['[', ']', '(', ')']);
    let is_sign = |c: char| matches!(c, '*' | '.' | ':' | '-' | '\u{2013}');
    MISSING.iter().any(|(words, _)| *words == bare) || bare == "na" || (!bare.is_empty() && bare.chars().all(is_sign))
}

/// Reads a value of a series: a number, or the reason why there is none.
///
/// # Errors
/// A [`TypedError`]; an empty text is asked for its reason (R14).
pub fn point_value(text: &str, counted: &CountedPhrase) -> Result<PointValue, TypedError> {
    let tidied = tidy(text);
    let bare = tidied.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(&tidied);
    if let Some((_, reason)) = MISSING.iter().find(|(words, _)| *words == bare) {
        return Ok(PointValue::Missing(*reason));
    }
    if tidied.is_empty() || tidied.chars().all(|c| matches!(c, '-' | '.' | ':' | '~' | '*' | '\u{2013}')) {
        let reasons = ["not published", "suppressed", "not applicable", "rounds to zero", "low reliability"];
        return Err(TypedError {
            sentence: say!("typed-value-missing").to_owned(),
            fix: say!("typed-value-missing-fix").to_owned(),
            choices: reasons.map(str::to_owned).to_vec(),
        });
    }
    number(text, counted).map(|typed| PointValue::Known(typed.number))
}

/// The value as a field shows it; [`point_value`] reads it back.
pub fn point_value_text(value: &PointValue) -> String {
    match value {
        PointValue::Known(number) => number_text(number),
        PointValue::Missing(reason) => reason.label().to_owned(),
    }
}

/// Reads a series: a point a line, or several parted by semicolons; in each a period and a value, parted by a colon or a tab.
///
/// # Errors
/// The first [`TypedError`], with the line it is in.
pub fn points(text: &str, counted: &CountedPhrase) -> Result<Vec<SeriesPoint>, TypedError> {
    let lines = text.split(['\n', ';']).map(str::trim).enumerate().filter(|(_, line)| !line.is_empty());
    let points: Result<Vec<SeriesPoint>, TypedError> = lines
        .map(|(nth, line)| {
            let parted = line.split_once('\t').or_else(|| line.split_once(':'));
            let Some((when, what)) = parted else {
                return Err(TypedError::new(
                    say!("typed-line-without-period-and-value", nth = (nth + 1).to_string(), line = line),
                    say!("typed-line-example"),
                ));
            };
            let in_line = |mut error: TypedError| {
                error.sentence = say!("typed-in-line", nth = (nth + 1).to_string(), sentence = error.sentence);
                error
            };
            Ok(SeriesPoint {
                period: period(when).map_err(in_line)?,
                value: point_value(what, counted).map_err(in_line)?,
            })
        })
        .collect();
    match points {
        Ok(points) if points.is_empty() => Err(TypedError::new(say!("typed-no-points"), say!("typed-no-points-fix"))),
        points => points,
    }
}

/// The series as a field shows it, a point a line; [`points`] reads it back.
pub fn points_text(points: &[SeriesPoint]) -> String {
    let line = |p: &SeriesPoint| format!("{}: {}", period_text(&p.period), point_value_text(&p.value));
    points.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(text: &str) -> Result<Vec<SeriesPoint>, TypedError> {
        super::points(text, &CountedPhrase::default())
    }

    #[test]
    fn a_series_is_read_by_line_and_a_missing_value_needs_a_reason() {
        let read = points("2015: 344\n2016/17\tc; March 2018: over 1,200").unwrap();
        assert_eq!(points_text(&read), "2015: 344\n2016/17: suppressed\nMarch 2018: over 1,200");
        let error = points("2015: 344\n2016: -").unwrap_err();
        assert!(error.sentence.starts_with("line 2:") && error.choices.len() == 5, "{error}");
        for text in ["", "2015 344", "2015: soon", "soon: 3"] {
            assert!(points(text).is_err(), "{text}");
        }
    }
}
