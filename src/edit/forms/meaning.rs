//! What a text in a field means: how it was understood in words, what is asked for, or what is wrong with it.

use crate::edit::typed::{self, CountedPhrase, TypedError};
use crate::edit::{as_printed, facts};
use crate::figure::words::{self, sentence_case};
use crate::model::{Date, Indicator, LONGEST_NAME, Period, Unit, When};
use crate::say;

use super::describe_published;

/// The most characters of a text of several lines.
const LONGEST_TEXT: usize = 20_000;

/// What a text in a field means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldMeaning {
    /// It is understood, and so; empty where that needs no words.
    Fine(String),
    /// It is understood, and so; it may also be written in one of these ways.
    Either(String, TypedError),
    /// Something is asked for.
    Missing(String),
    /// It is not understood.
    Wrong(TypedError),
}

impl FieldMeaning {
    /// It is understood, and needs no words.
    pub fn plain() -> Self {
        Self::Fine(String::new())
    }

    /// Whether the dataset can hold what it means.
    pub fn is_understood(&self) -> bool {
        matches!(self, Self::Fine(_) | Self::Either(..))
    }

    /// This meaning; a text that would fit no figure and no list is wrong whatever it means.
    #[must_use]
    pub fn unless_too_long(self, text: &str, has_lines: bool) -> Self {
        too_long(text, has_lines).map_or(self, Self::Wrong)
    }
}

/// Refuses a text that would fit no figure and no list; `None` where it fits.
pub(super) fn too_long(text: &str, has_lines: bool) -> Option<TypedError> {
    let (most, fix) = if has_lines {
        (LONGEST_TEXT, say!("fields-too-long.fix"))
    } else {
        (LONGEST_NAME, say!("fields-too-long.fix-line"))
    };
    let count = text.chars().count();
    let sentence = || say!("fields-too-long", count = count.to_string(), most = most.to_string());
    (count > most).then(|| TypedError::new(sentence(), fix))
}

/// How a period was understood: "1 April to 30 September 2017, stated".
fn period_words(period: &Period) -> String {
    let told = match (&period.when, period.days()) {
        (When::NotStated, _) => return say!("fields-period-not-stated").to_owned(),
        (When::At(Date::Day(_)), _) | (_, None) => words::period(&Period { implied: false, ..period.clone() }),
        (_, Some((from, to))) => {
            let first = words::date(Date::Day(from));
            let first = if from.year() == to.year() { first.replace(&format!(" {}", from.year()), "") } else { first };
            say!("fields-period-days", from = first, to = words::date(Date::Day(to)))
        }
    };
    let told = sentence_case(&told);
    if period.implied {
        say!("fields-period-implied", period = told)
    } else {
        say!("fields-period-stated", period = told)
    }
}

/// What a text says about time.
pub(super) fn period_meaning(text: &str) -> FieldMeaning {
    match typed::period(text) {
        Ok(_) if text.trim().is_empty() => FieldMeaning::plain(),
        Ok(period) => FieldMeaning::Fine(period_words(&period)),
        Err(error) => FieldMeaning::Wrong(error),
    }
}

/// Reads a date, or nothing.
///
/// # Errors
/// The text is no date.
pub(super) fn date(text: &str) -> Result<Option<Date>, TypedError> {
    match typed::period(text)?.when {
        When::NotStated => Ok(None),
        When::At(date) => Ok(Some(date)),
        When::Span(_) | When::Since(_) | When::Length { .. } => {
            Err(TypedError::new(say!("fields-span"), say!("fields-span.fix")))
        }
    }
}

/// What a text says about a date.
pub(super) fn date_meaning(text: &str) -> FieldMeaning {
    match date(text) {
        Ok(date) => FieldMeaning::Fine(date.map_or_else(String::new, words::date)),
        Err(error) => FieldMeaning::Wrong(error),
    }
}

/// What a text says as a number of what is counted.
pub fn number_meaning(text: &str, counted: &CountedPhrase) -> FieldMeaning {
    let unit = counted.unit();
    if text.trim().is_empty() {
        return FieldMeaning::plain();
    }
    match typed::number(text, counted) {
        Ok(read) => {
            let level = words::level(&read.number, unit);
            let mut said = match unit.as_str() {
                // The sign stands at the number already, or there is no unit to tell.
                "" => level,
                _ if unit.is_written_with_the_number() || unit.is_not_stated() => level,
                // "41 per 10,000 children", but "780, in children": a bound may stand before the number.
                rate if rate.starts_with("per ") => say!("published-form-read-rate", level = level, unit = rate),
                unit => say!("published-form-read-unit", level = level, unit = unit),
            };
            if let Some(remark) = &read.remark {
                said = say!("published-form-read-remark", read = said, remark = sentence_case(remark));
            }
            FieldMeaning::Fine(sentence_case(&said))
        }
        Err(error) => FieldMeaning::Wrong(error),
    }
}

/// What a text says as one or more stated changes, parted by semicolons.
pub(super) fn changes_meaning(text: &str, counted: &CountedPhrase) -> FieldMeaning {
    match typed::changes(text, counted) {
        Ok(changes) if changes.is_empty() && !text.trim().is_empty() => {
            FieldMeaning::Wrong(TypedError::new(say!("published-form-no-change"), say!("published-form-no-change.fix")))
        }
        Ok(changes) => {
            let told = changes.iter().map(|change| words::change_phrase(change, counted.unit()));
            let said = told.reduce(|changes, last| say!("published-form-read-changes", changes = changes, last = last));
            FieldMeaning::Fine(sentence_case(&said.unwrap_or_default()))
        }
        Err(error) => FieldMeaning::Wrong(error),
    }
}

/// How a whole statement was understood, as figures of this indicator; of any, where nobody knows yet what is counted.
pub fn statement_meaning(text: &str, indicator: Option<&Indicator>) -> FieldMeaning {
    if text.trim().is_empty() {
        return FieldMeaning::plain();
    }
    let unit = indicator.map_or(&Unit::NUMBER, |i| &i.unit);
    let counted = indicator.map(CountedPhrase::of);
    match typed::statement(text, counted.as_ref()) {
        Ok(statement) => {
            let mut said =
                say!("published-form-statement.understood", told = describe_published(&statement.published, unit));
            for remark in &statement.remarks {
                said = format!("{said} {}", sentence_case(remark));
            }
            match typed::exactly(text, &counted.unwrap_or_default()) {
                Some(choice) => {
                    let choices = vec![choice];
                    FieldMeaning::Either(said, TypedError { sentence: String::new(), fix: String::new(), choices })
                }
                None => FieldMeaning::Fine(said),
            }
        }
        Err(error) => FieldMeaning::Wrong(error),
    }
}

/// How the statement of a new outcome was understood, with what the notes will keep of its words.
pub(in crate::edit) fn new_statement_meaning(text: &str, indicator: Option<&Indicator>) -> FieldMeaning {
    if text.trim().is_empty() {
        return FieldMeaning::Missing(say!("new-outcome-statement-asked").to_owned());
    }
    let counted = indicator.map(CountedPhrase::of);
    let meaning = statement_meaning(text, indicator);
    let printed = typed::statement(text, counted.as_ref()).ok().and_then(|it| as_printed(text, &it.published));
    let Some(printed) = printed else { return meaning };
    let told = |understood: &str| say!("new-outcome-as-printed-kept", understood = understood, printed = printed);
    match meaning {
        FieldMeaning::Fine(words) => FieldMeaning::Fine(told(&words)),
        FieldMeaning::Either(words, choices) => FieldMeaning::Either(told(&words), choices),
        FieldMeaning::Missing(_) | FieldMeaning::Wrong(_) => meaning,
    }
}

/// A unit says what is counted; a text that begins with a number is a figure in the wrong field.
pub fn unit_meaning(text: &str) -> FieldMeaning {
    if text.trim().trim_start_matches(['-', '\u{2212}', '+']).starts_with(|c: char| c.is_ascii_digit()) {
        let (sentence, fix) = (say!("indicator-form-unit.number"), say!("indicator-form-unit.number-fix"));
        return FieldMeaning::Wrong(TypedError::new(sentence, fix));
    }
    FieldMeaning::plain().unless_too_long(text, false)
}

/// What a text says as the GSS code of a council.
pub(super) fn code_meaning(text: &str) -> FieldMeaning {
    let is_code = |code: &str| {
        matches!(code.as_bytes(), [letter, digits @ ..]
            if letter.is_ascii_alphabetic() && digits.len() == 8 && digits.iter().all(u8::is_ascii_digit))
    };
    match (text.trim(), facts::by_gss(&text.trim().to_uppercase())) {
        ("", _) => FieldMeaning::plain(),
        (_, Some(known)) => {
            FieldMeaning::Fine(say!("council-form-gss.understood", name = known.name, kind = known.kind.label()))
        }
        (code, None) if is_code(code) => FieldMeaning::Fine(say!("council-form-gss.unknown").to_owned()),
        (code, None) => FieldMeaning::Wrong(TypedError::new(
            say!("council-form-gss.wrong", code = code),
            say!("council-form-gss.fix"),
        )),
    }
}
