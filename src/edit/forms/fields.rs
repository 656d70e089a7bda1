//! The fields of parts whose text alone says what it means, named as in findings: what they show of the dataset, what a text in them
//! means, and the edit that it is.

use crate::edit::new_parts::followed_id;
use crate::edit::typed::{self, CountedPhrase, TypedError};
use crate::edit::{Edit, EditError, Part, PartPath, as_printed, with_printed};
use crate::model::{Dataset, Date, Number, Outcome, Period, Source, SourceRef, Unit};
use crate::say;

use super::describe_published;
use super::meaning::{
    FieldMeaning, code_meaning, date, date_meaning, number_meaning, period_meaning, statement_meaning, unit_meaning,
};

/// What a field holds.
enum FieldValue<'p> {
    Text(&'p mut String),
    /// A text each line.
    Lines(&'p mut Vec<String>),
    /// Names parted by semicolons.
    Names(&'p mut Vec<String>),
    /// A text, or nothing.
    Optional(&'p mut Option<String>),
    Code(&'p mut Option<String>),
    Date(&'p mut Option<Date>),
    Period(&'p mut Period),
    /// How many were counted.
    Heads(&'p mut Option<Number>),
    Unit(&'p mut Unit),
    /// The place in a document.
    Locator(&'p mut SourceRef),
}

/// What this field of the part holds; `None` where no such field is typed into.
fn value<'p>(part: &'p mut Part, field: &str) -> Option<FieldValue<'p>> {
    use FieldValue as V;
    Some(match (part, field) {
        (Part::Facts(it), "title") => V::Text(&mut it.title),
        (Part::Facts(it), "licence") => V::Text(&mut it.licence),
        (Part::Facts(it), "summary") => V::Text(&mut it.summary),
        (Part::Source(it), "title") => V::Text(&mut it.title),
        (Part::Source(it), "publisher") => V::Text(&mut it.publisher),
        (Part::Source(it), "published") => V::Period(&mut it.published),
        (Part::Source(it), "file") => V::Optional(&mut it.file),
        (Part::Source(it), "note") => V::Text(&mut it.note),
        (Part::Council(it), "name") => V::Text(&mut it.name),
        (Part::Council(it), "aliases") => V::Names(&mut it.aliases),
        (Part::Council(it), "note") => V::Text(&mut it.note),
        (Part::Council(it), "gss") => V::Code(&mut it.gss),
        (Part::Council(it), "from") => V::Date(&mut it.from),
        (Part::Council(it), "until") => V::Date(&mut it.until),
        (Part::Indicator(it), "name") => V::Text(&mut it.name),
        (Part::Indicator(it), "unit") => V::Unit(&mut it.unit),
        (Part::Indicator(it), "definition") => V::Text(&mut it.definition),
        (Part::Indicator(it), "concept") => V::Text(&mut it.concept),
        (Part::Indicator(it), "topic") => V::Text(&mut it.topic),
        (Part::Programme(it), "name") => V::Text(&mut it.name),
        (Part::Programme(it), "dates") => V::Period(&mut it.dates),
        (Part::Programme(it), "topic") => V::Text(&mut it.topic),
        (Part::Programme(it), "summary") => V::Text(&mut it.summary),
        (Part::Programme(it), "claims") => V::Lines(&mut it.claims),
        (Part::SavedView(it), "name") => V::Text(&mut it.name),
        (Part::Outcome(it), "counted.who") => V::Text(&mut it.counted.who),
        (Part::Outcome(it), "counted.before") => V::Heads(&mut it.counted.before),
        (Part::Outcome(it), "counted.after") => V::Heads(&mut it.counted.after),
        (Part::Outcome(it), "notes") => V::Lines(&mut it.notes),
        (part @ (Part::Programme(_) | Part::Outcome(_)), field) => {
            let nth: usize = field.strip_prefix("sources[")?.strip_suffix(']')?.parse().ok()?;
            V::Locator(part.sources_mut()?.get_mut(nth)?)
        }
        _ => return None,
    })
}

/// What an empty field is asked for, in the words of the check; `None` where it may be empty.
fn asked(part: &Part, field: &str) -> Option<&'static str> {
    Some(match (part, field) {
        (Part::Facts(_), "title") => say!("dataset-form-title.asked"),
        (Part::Source(_), "title") => say!("source-form-title.asked"),
        (Part::Council(_), "name") => say!("council-form-name.asked"),
        (Part::Indicator(_), "name") => say!("indicator-form-name.asked"),
        (Part::Indicator(_), "concept") => say!("indicator-form-concept.asked"),
        (Part::Programme(_), "name") => say!("programme-form-name.asked"),
        (Part::SavedView(_), "name") => say!("saved-views-name.asked"),
        _ => return None,
    })
}

/// Whether a field has several lines.
fn has_lines(field: &str) -> bool {
    matches!(field, "summary" | "note" | "notes" | "claims" | "definition")
}

/// Those who were counted, as an outcome's indicator and its own words call them.
fn heads(dataset: &Dataset, outcome: &Outcome) -> CountedPhrase {
    CountedPhrase::of_outcome(dataset, outcome).heads(&outcome.counted.who)
}

/// What a field shows while nothing is typed into it; empty where there is no such field.
pub fn shown(dataset: &Dataset, place: PartPath, field: &str) -> String {
    let Some(mut part) = Part::at(dataset, place) else { return String::new() };
    if field == "id" {
        return part.id().map_or_else(String::new, |id| id.as_str().to_owned());
    }
    match value(&mut part, field) {
        None => String::new(),
        Some(FieldValue::Text(text)) => std::mem::take(text),
        Some(FieldValue::Lines(lines)) => lines.join("\n"),
        Some(FieldValue::Names(names)) => names.join("; "),
        Some(FieldValue::Optional(text) | FieldValue::Code(text)) => text.take().unwrap_or_default(),
        Some(FieldValue::Date(date)) => date.map_or_else(String::new, |date| date.to_string()),
        Some(FieldValue::Period(period)) => super::published_fields::period_field(period),
        Some(FieldValue::Heads(number)) => number.as_ref().map_or_else(String::new, typed::number_text),
        Some(FieldValue::Unit(unit)) => unit.as_str().to_owned(),
        Some(FieldValue::Locator(cited)) => locator(cited),
    }
}

/// What a text in this field means.
pub fn meaning(dataset: &Dataset, place: PartPath, field: &str, text: &str) -> FieldMeaning {
    let Some(mut part) = Part::at(dataset, place) else { return FieldMeaning::plain() };
    if field == "id" {
        return id_meaning(dataset, place, text);
    }
    if let ("statement", Part::Outcome(outcome)) = (field, &part) {
        return match text.trim() {
            // What was typed last stands in the fields; here it is told how it was understood.
            "" => {
                let told = describe_published(&outcome.published, CountedPhrase::of_outcome(dataset, outcome).unit());
                FieldMeaning::Fine(say!("published-form-statement.understood-so-far", told = told))
            }
            _ => statement_meaning(text, dataset.indicator(&outcome.indicator)),
        }
        .unless_too_long(text, false);
    }
    // The check says that it is empty; an empty text is taken, so that it can be undone like any other.
    if text.trim().is_empty()
        && let Some(asked) = asked(&part, field)
    {
        return FieldMeaning::Fine(asked.to_owned());
    }
    let heads = if let Part::Outcome(outcome) = &part { heads(dataset, outcome) } else { CountedPhrase::default() };
    match value(&mut part, field) {
        None
        | Some(
            FieldValue::Text(_)
            | FieldValue::Lines(_)
            | FieldValue::Names(_)
            | FieldValue::Optional(_)
            | FieldValue::Locator(_),
        ) => FieldMeaning::plain(),
        Some(FieldValue::Code(_)) => code_meaning(text),
        Some(FieldValue::Date(_)) => date_meaning(text),
        Some(FieldValue::Period(_)) => period_meaning(text),
        Some(FieldValue::Heads(_)) => number_meaning(text, &heads),
        Some(FieldValue::Unit(_)) => unit_meaning(text),
    }
    .unless_too_long(text, has_lines(field))
}

/// The edit that a text in this field is; `None` where it is not understood, or where no such field is typed into.
pub fn edit(dataset: &Dataset, place: PartPath, field: &str, text: &str) -> Option<Edit> {
    if !meaning(dataset, place, field, text).is_understood() {
        return None;
    }
    if field == "id" {
        return with_id(dataset, place, text).ok();
    }
    if field == "statement" {
        return statement_edit(dataset, place, text);
    }
    changed(dataset, place, field, |part| {
        let heads =
            if let Part::Outcome(outcome) = &*part { heads(dataset, outcome) } else { CountedPhrase::default() };
        let some = |text: String| (!text.is_empty()).then_some(text);
        let list = |parts: std::str::Split<'_, char>| {
            parts.map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
        };
        match value(part, field)? {
            FieldValue::Text(held) => text.clone_into(held),
            FieldValue::Lines(held) => *held = list(text.split('\n')),
            FieldValue::Names(held) => *held = list(text.split(';')),
            FieldValue::Optional(held) => *held = some(text.trim().to_owned()),
            FieldValue::Code(held) => *held = some(text.trim().to_uppercase()),
            FieldValue::Date(held) => *held = date(text).ok()?,
            FieldValue::Period(held) => *held = typed::period(text).ok()?,
            FieldValue::Heads(held) => *held = typed::number(text, &heads).ok().map(|read| read.number),
            FieldValue::Unit(held) => *held = text.into(),
            FieldValue::Locator(held) => {
                if let Some(source) = dataset.source(&held.source) {
                    *held = cite(source, text);
                }
            }
        }
        Some(())
    })
    .ok()
}

/// The edit that changes a part. Its id follows its name, and the concept of an indicator does, as long as nobody wrote another.
///
/// # Errors
/// There is no such part, it has no such field, or as [`Edit::change`].
pub(super) fn changed(
    dataset: &Dataset,
    place: PartPath,
    field: &str,
    change: impl FnOnce(&mut Part) -> Option<()>,
) -> Result<Edit, EditError> {
    let old = Part::at(dataset, place).ok_or(EditError::nowhere(place))?;
    let mut new = old.clone();
    change(&mut new).ok_or(EditError::nowhere(place))?;
    if let (Part::Indicator(old), Part::Indicator(new)) = (&old, &mut new)
        && old.name != new.name
        && old.concept == old.name.trim().to_lowercase()
    {
        new.concept = new.name.trim().to_lowercase();
    }
    if let Some(id) = followed_id(dataset, place, &old, &new) {
        new = new.with_id(&id);
    }
    Edit::change(dataset, place, new, field)
}

/// What was typed as published; its words are kept in the notes where the figure holds them otherwise. What was kept of another figure
/// goes with it.
fn statement_edit(dataset: &Dataset, place: PartPath, text: &str) -> Option<Edit> {
    let Some(Part::Outcome(mut outcome)) = Part::at(dataset, place) else { return None };
    let counted = CountedPhrase::of_outcome(dataset, &outcome);
    outcome.published = typed::statement(text, Some(&counted)).ok()?.published;
    outcome.notes = with_printed(&outcome.notes, as_printed(text, &outcome.published));
    Edit::change(dataset, place, Part::Outcome(outcome), "published.statement").ok()
}

fn with_id(dataset: &Dataset, place: PartPath, id: &str) -> Result<Edit, EditError> {
    let part = Part::at(dataset, place).ok_or(EditError::nowhere(place))?;
    Edit::change(dataset, place, part.with_id(id), "id")
}

fn id_meaning(dataset: &Dataset, place: PartPath, text: &str) -> FieldMeaning {
    let is_letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    let error = if text.is_empty() || !text.bytes().all(is_letter) {
        TypedError::new(say!("fields-id.wrong"), say!("fields-id.fix"))
    } else if let Err(error) = with_id(dataset, place, text) {
        TypedError::new(error.to_string(), say!("fields-id.fix-other"))
    } else {
        return FieldMeaning::plain().unless_too_long(text, false);
    };
    FieldMeaning::Wrong(error)
}

/// A place in a document as typed: numbers are lines where the document has a file that is cited by line, everything else is words.
pub fn cite(source: &Source, locator: &str) -> SourceRef {
    let text = locator.trim();
    let words = text.trim_start_matches("lines").trim_start_matches("line").trim();
    let lines: Result<Vec<u32>, _> = words.split([',', ' ']).filter(|n| !n.is_empty()).map(str::parse).collect();
    let source_id = source.id.clone();
    match lines {
        Ok(lines) if source.file.is_some() && !lines.is_empty() => {
            SourceRef { source: source_id, lines, at: String::new() }
        }
        _ => SourceRef { source: source_id, lines: Vec::new(), at: text.to_owned() },
    }
}

/// The place in a document as a field shows it; [`cite`] reads it back, whatever the language.
fn locator(cited: &SourceRef) -> String {
    if cited.lines.is_empty() {
        return cited.at.clone();
    }
    let lines: Vec<String> = cited.lines.iter().map(ToString::to_string).collect();
    let word = if lines.len() == 1 { "line" } else { "lines" };
    format!("{word} {}", lines.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::load_builtin;
    use crate::edit::new_parts;

    /// Every field that is typed into, of any part.
    const FIELDS: [&str; 25] = [
        "title",
        "licence",
        "summary",
        "publisher",
        "published",
        "file",
        "note",
        "name",
        "aliases",
        "gss",
        "from",
        "until",
        "unit",
        "definition",
        "concept",
        "topic",
        "dates",
        "claims",
        "counted.who",
        "counted.before",
        "counted.after",
        "notes",
        "sources[0]",
        "sources[1]",
        "id",
    ];

    #[test]
    fn what_a_field_shows_means_what_the_dataset_holds() {
        let dataset = load_builtin().unwrap().dataset;
        let mut seen = std::collections::BTreeSet::new();
        for place in PartPath::all(&dataset) {
            for field in FIELDS {
                let text = shown(&dataset, place, field);
                if let Some(edit) = edit(&dataset, place, field, &text) {
                    assert!(edit.is_empty(), "{place} {field}: {text}");
                    seen.insert(field);
                } else {
                    assert_eq!(text, "", "{place} {field}");
                }
            }
        }
        assert_eq!(seen.len(), FIELDS.len(), "{seen:?}");
    }

    #[test]
    fn an_id_and_a_concept_follow_the_name_until_they_are_used() {
        let mut dataset = new_parts::dataset("Mine");
        dataset.indicators.push(new_parts::indicator(&dataset, "Enquiries", "", crate::model::Measure::Flow));
        let rename = |dataset: &mut Dataset, name: &str| {
            edit(dataset, PartPath::Indicator(0), "name", name).unwrap().apply(dataset).unwrap();
            let indicator = &dataset.indicators[0];
            (indicator.id.to_string(), indicator.concept.clone())
        };
        assert_eq!(rename(&mut dataset, "Brighton & Hove"), ("brighton-and-hove".into(), "brighton & hove".into()));
        dataset.indicators[0].concept = "homes".to_owned();
        assert_eq!(rename(&mut dataset, "Ynys M\u{f4}n"), ("ynys-mon".into(), "homes".into()));
        let published = typed::statement("52", None).unwrap().published;
        let id = dataset.indicators[0].id.clone();
        dataset.context.push(new_parts::outcome(&dataset, &id, Vec::new(), published, Vec::new()));
        assert_eq!(rename(&mut dataset, "Homes").0, "ynys-mon", "others name it");
    }

    #[test]
    fn a_text_that_is_not_understood_is_no_edit() {
        let dataset = load_builtin().unwrap().dataset;
        let other = dataset.councils[1].id.to_string();
        for (place, field, text) in [
            (PartPath::Council(0), "from", "2015 to 2017"),
            (PartPath::Council(0), "gss", "E1"),
            (PartPath::Council(0), "id", "Leeds"),
            (PartPath::Council(0), "id", &other),
            (PartPath::Source(0), "published", "soon"),
            (PartPath::Indicator(0), "unit", "60%"),
            (PartPath::Facts, "licence", &"x".repeat(600)),
            (PartPath::Facts, "nothing", "x"),
            (PartPath::Source(9999), "title", "x"),
        ] {
            assert_eq!(edit(&dataset, place, field, text), None, "{field}: {text}");
        }
        assert!(edit(&dataset, PartPath::Facts, "summary", &"x".repeat(600)).is_some());
        assert!(
            matches!(meaning(&dataset, PartPath::Facts, "title", " "), FieldMeaning::Fine(asked) if !asked.is_empty())
        );
    }
}
