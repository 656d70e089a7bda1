//! What differs between the open dataset and the file as others left it, in the words of the window: figures as people read them,
//! parts by their names. What a reader has no other words for is told as files write it, so that nothing differs unseen.

use crate::compare::phrases::by_commas;
use crate::dataset::{Difference, DifferenceLine, FieldDifference, Part, difference};
use crate::edit::{self, Place};
use crate::figure::{account, words};
use crate::model::{CouncilId, Counted, Dataset, IndicatorId, Number, Outcome, OutcomeId, ProgrammeId};
use crate::say;

/// What differs, a line a part.
pub(super) fn lines(mine: &Dataset, theirs: &Dataset) -> Vec<String> {
    difference(mine, theirs).into_iter().map(|line| in_words(line, mine, theirs).to_string()).collect()
}

fn in_words(line: DifferenceLine, mine: &Dataset, theirs: &Dataset) -> DifferenceLine {
    let DifferenceLine { part, id, name, difference } = line;
    let difference = match difference {
        Difference::Changed(fields) => {
            let told = |field| told(field, sides(mine, part, &id).as_ref(), sides(theirs, part, &id).as_ref());
            Difference::Changed(fields.into_iter().map(told).collect())
        }
        other => other,
    };
    DifferenceLine { part, id, name, difference }
}

/// A part with the dataset it stands in.
type Side<'a> = (&'a Dataset, edit::Part);

/// The part of this id; `None` of the dataset's facts, and where it is not there.
fn sides<'a>(dataset: &'a Dataset, part: Part, id: &str) -> Option<Side<'a>> {
    let place = match part {
        Part::Dataset | Part::Source => None,
        Part::Council => Place::of_council(dataset, &CouncilId::new(id)),
        Part::Indicator => Place::of_indicator(dataset, &IndicatorId::new(id)),
        Part::Programme => Place::of_programme(dataset, &ProgrammeId::new(id)),
        Part::Outcome => Place::of_outcome(dataset, &OutcomeId::new(id)),
    }?;
    Some((dataset, edit::Part::at(dataset, place)?))
}

/// The field with its values as people read them, where they are told apart by that.
fn told(mut field: FieldDifference, mine: Option<&Side<'_>>, theirs: Option<&Side<'_>>) -> FieldDifference {
    let of = |side: Option<&Side<'_>>, written: &Option<String>| {
        written.as_ref().map(|written| {
            side.and_then(|(dataset, part)| value(dataset, part, field.field)).unwrap_or_else(|| plainly(written))
        })
    };
    let (mine, theirs) = (of(mine, &field.mine), of(theirs, &field.theirs));
    if mine != theirs {
        (field.mine, field.theirs) = (mine, theirs);
    }
    field
}

/// The value of a field that files write in code of their own; `None` for all others.
fn value(dataset: &Dataset, part: &edit::Part, field: &str) -> Option<String> {
    match part {
        edit::Part::Council(council) => match field {
            "kind" => Some(council.kind.title().to_owned()),
            "nation" => Some(council.nation.title().to_owned()),
            "successors" => Some(dataset.names(&council.successors, say!("list-comma"))),
            "members" => Some(dataset.names(&council.members, say!("list-comma"))),
            _ => None,
        },
        edit::Part::Indicator(indicator) if field == "measure" => Some(indicator.measure.meaning().to_owned()),
        edit::Part::Programme(programme) => match field {
            "places" => Some(dataset.names(&programme.places, say!("list-comma"))),
            "sources" => Some(dataset.source_titles(&programme.sources)),
            _ => None,
        },
        edit::Part::Outcome(outcome) => of_outcome(dataset, outcome, field),
        _ => None,
    }
}

fn of_outcome(dataset: &Dataset, outcome: &Outcome, field: &str) -> Option<String> {
    let unit = dataset.indicator(&outcome.indicator).map_or("", |indicator| indicator.unit.as_str());
    match field {
        "published" => Some(account::account(&outcome.published, unit)).filter(|words| !words.is_empty()),
        "benchmark" => outcome.benchmark.as_ref().map(|benchmark| account::benchmark(benchmark, unit)),
        "counted" => Some(counted(&outcome.counted)),
        "places" => Some(dataset.names(&outcome.places, say!("list-comma"))),
        "sources" => Some(dataset.source_titles(&outcome.sources)),
        "indicator" => dataset.indicator(&outcome.indicator).map(|indicator| indicator.name.clone()),
        "role" => Some(outcome.role.in_words().to_owned()),
        _ => None,
    }
}

fn counted(counted: &Counted) -> String {
    let number = |number: &Number| words::level(number, "");
    let mut parts = vec![counted.group.words().to_owned()];
    parts.extend(Some(counted.who.clone()).filter(|who| !who.is_empty()));
    parts.extend(counted.before.as_ref().map(|before| say!("account-before", level = number(before))));
    parts.extend(counted.after.as_ref().map(|after| say!("account-after", level = number(after))));
    by_commas(&parts)
}

/// What files write, without their brackets: `Some("E08000035")` is `"E08000035"`, `[same_people]` is `same people`.
fn plainly(written: &str) -> String {
    let inner = written.strip_prefix("Some(").and_then(|rest| rest.strip_suffix(')')).unwrap_or(written);
    let inner = inner.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(inner);
    if inner.contains('"') { inner.to_owned() } else { inner.replace('_', " ") }
}
