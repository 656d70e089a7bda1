//! What the forms share: ids that follow names while nobody uses them, periods and their words, errors of this room.

use crate::edit::new_parts::slug;
use crate::edit::typed::{self, TypedError};
use crate::edit::{Part, PartKind, PartPath, consequences, propose_id};
use crate::figure::words;
use crate::model::{
    CouncilId, Dataset, Date, IndicatorId, LONGEST_NAME, OutcomeId, Period, ProgrammeId, SourceId, When,
};
use crate::say;

use super::field::FieldMeaning;

/// An error of this room, in the words of those of [`typed`].
pub(super) fn wrong(sentence: impl Into<String>, mend: impl Into<String>) -> TypedError {
    TypedError { sentence: sentence.into(), mend: mend.into(), choices: Vec::new() }
}

/// The most characters of a text of several lines.
const LONGEST_TEXT: usize = 20_000;

/// Refuses a text that would fit no figure and no list; `None` where it fits.
pub(super) fn too_long(text: &str, rows: usize) -> Option<TypedError> {
    let most = if rows > 1 { LONGEST_TEXT } else { LONGEST_NAME };
    let count = text.chars().count();
    let is_long = count > most;
    is_long.then(|| {
        let mend = if rows > 1 { say!("fields-too-long.mend") } else { say!("fields-too-long.mend-line") };
        wrong(say!("fields-too-long", count = count.to_string(), most = most.to_string()), mend)
    })
}

/// How a period was understood: "1 April to 30 September 2017, stated".
pub(super) fn period_words(period: &Period) -> String {
    let told = match (&period.when, period.days()) {
        (When::NotStated, _) => return say!("fields-period-not-stated").to_owned(),
        (When::At(Date::Day(_)), _) | (_, None) => words::period(&Period { implied: false, ..period.clone() }),
        (_, Some((from, to))) => {
            let to_words = words::date(Date::Day(to));
            let from_words = if from.year() == to.year() {
                words::date(Date::Day(from)).replace(&format!(" {}", from.year()), "")
            } else {
                words::date(Date::Day(from))
            };
            say!("fields-period-days", from = from_words, to = to_words)
        }
    };
    let told = words::sentence_case(&told);
    if period.implied {
        say!("fields-period-implied", period = told)
    } else {
        say!("fields-period-stated", period = told)
    }
}

/// What a text says about time.
pub(super) fn read_period(text: &str) -> FieldMeaning {
    match typed::period(text) {
        Ok(_) if text.trim().is_empty() => FieldMeaning::Fine(String::new()),
        Ok(period) => FieldMeaning::Fine(period_words(&period)),
        Err(error) => FieldMeaning::Wrong(error),
    }
}

/// A date, or nothing.
///
/// # Errors
/// The text is no date.
pub(super) fn date(text: &str) -> Result<Option<Date>, TypedError> {
    match typed::period(text)?.when {
        When::NotStated => Ok(None),
        When::At(date) => Ok(Some(date)),
        When::Span(_) | When::Since(_) | When::Length { .. } => {
            Err(wrong(say!("fields-span"), say!("fields-span.mend")))
        }
    }
}

/// What a text says about a date.
pub(super) fn read_date(text: &str) -> FieldMeaning {
    match date(text) {
        Ok(None) => FieldMeaning::Fine(String::new()),
        Ok(Some(date)) => FieldMeaning::Fine(words::date(date)),
        Err(error) => FieldMeaning::Wrong(error),
    }
}

/// A text that must not be empty.
pub(super) fn not_empty(asked: &'static str) -> impl Fn(&str) -> FieldMeaning {
    // The check says that it is empty; an empty text is taken, so that it can be undone like any other.
    move |text| {
        if text.trim().is_empty() { FieldMeaning::Fine(asked.to_owned()) } else { FieldMeaning::Fine(String::new()) }
    }
}

/// The part with another id.
pub(super) fn with_id(mut part: Part, id: &str) -> Part {
    match &mut part {
        Part::Facts(_) => {}
        Part::Source(it) => it.id = SourceId::new(id),
        Part::Council(it) => it.id = CouncilId::new(id),
        Part::Indicator(it) => it.id = IndicatorId::new(id),
        Part::Programme(it) => it.id = ProgrammeId::new(id),
        Part::Outcome(it) => it.id = OutcomeId::new(id),
    }
    part
}

/// The id that goes with a new name: as long as the id was made from the old name and nobody uses it, it follows the name.
pub(super) fn followed_id(dataset: &Dataset, place: PartPath, kind: PartKind, old: &str, new: &str) -> Option<String> {
    let part = Part::at(dataset, place)?;
    let id = part.id()?;
    let base = slug(old, kind);
    let rest = id.as_str().strip_prefix(&base)?;
    let is_numbered = rest.strip_prefix('-').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    if !(rest.is_empty() || is_numbered) || !consequences(dataset, place).is_empty() {
        return None;
    }
    let wanted = slug(new, kind);
    if wanted == id.as_str() || wanted == base { None } else { Some(propose_id(dataset, kind, new)) }
}
