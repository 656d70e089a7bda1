//! What differs between the open dataset and the file as others left it, in the words of the window: figures as people read them,
//! parts by their names. What a reader has no other words for is told as files write it, so that nothing differs unseen.

use std::collections::HashMap;

use crate::compare::phrases::{by_commas, by_semicolons};
use crate::dataset::{Difference, DifferenceLine, FieldDifference, PartType, difference};
use crate::figure::detail::source_in_words;
use crate::figure::{outcome_text, words};
use crate::model::{Council, Counted, Dataset, Indicator, Number, Outcome, Programme, SourceRef, Unit};
use crate::say;

/// What differs, a line a part.
pub(super) fn lines(mine: &Dataset, theirs: &Dataset) -> Vec<String> {
    let lines = difference(mine, theirs);
    if lines.is_empty() {
        return Vec::new();
    }
    let (mine, theirs) = (PartIndex::new(mine), PartIndex::new(theirs));
    lines.into_iter().map(|line| in_words(line, &mine, &theirs).to_string()).collect()
}

fn in_words(line: DifferenceLine, mine: &PartIndex<'_>, theirs: &PartIndex<'_>) -> DifferenceLine {
    let DifferenceLine { part, id, name, difference } = line;
    let difference = match difference {
        Difference::Changed(fields) => {
            // Once for all fields of the part.
            let (here, there) = (mine.teller(part, &id), theirs.teller(part, &id));
            Difference::Changed(fields.into_iter().map(|field| told(field, here, there)).collect())
        }
        other @ (Difference::OnlyMine | Difference::OnlyTheirs | Difference::OtherOrder) => other,
    };
    DifferenceLine { part, id, name, difference }
}

/// A dataset whose parts are found by their ids at once, because in a reformatted file all of them may differ.
struct PartIndex<'a> {
    dataset: &'a Dataset,
    /// `None` where several parts of one kind have the id, so that none is told for another.
    parts: HashMap<(PartType, &'a str), Option<Known<'a>>>,
}

/// A part with fields that files write in code of their own.
#[derive(Clone, Copy)]
enum Known<'a> {
    Council(&'a Council),
    Indicator(&'a Indicator),
    Programme(&'a Programme),
    Outcome(&'a Outcome),
}

/// A part with the dataset it stands in.
type Teller<'a> = Option<(&'a Dataset, Known<'a>)>;

impl<'a> PartIndex<'a> {
    fn new(dataset: &'a Dataset) -> Self {
        let councils = dataset.councils.iter().map(|c| (PartType::Council, c.id.as_str(), Known::Council(c)));
        let indicators = dataset.indicators.iter().map(|i| (PartType::Indicator, i.id.as_str(), Known::Indicator(i)));
        let programmes = dataset.programmes.iter().map(|p| (PartType::Programme, p.id.as_str(), Known::Programme(p)));
        // Not `Dataset::outcomes`, which passes over those of an unknown indicator.
        let outcomes = dataset.programmes.iter().flat_map(|p| &p.outcomes).chain(&dataset.context);
        let outcomes = outcomes.map(|o| (PartType::Outcome, o.id.as_str(), Known::Outcome(o)));
        let mut parts = HashMap::new();
        for (part, id, known) in councils.chain(indicators).chain(programmes).chain(outcomes) {
            parts.entry((part, id)).and_modify(|known| *known = None).or_insert(Some(known));
        }
        Self { dataset, parts }
    }

    fn teller(&self, part: PartType, id: &str) -> Teller<'a> {
        Some((self.dataset, (*self.parts.get(&(part, id))?)?))
    }
}

/// The field with its values as people read them, where they are told apart by that.
fn told(mut field: FieldDifference, mine: Teller<'_>, theirs: Teller<'_>) -> FieldDifference {
    let of = |side: Teller<'_>, written: &Option<String>| {
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

/// The value of a field that files write in code of their own, with all that files hold of it, so that no part of it differs behind
/// another that is told; `None` for all other fields.
fn value(dataset: &Dataset, part: Known<'_>, field: &str) -> Option<String> {
    match part {
        Known::Council(council) => match field {
            "kind" => Some(council.kind.label().to_owned()),
            "nation" => Some(council.nation.label().to_owned()),
            "successors" => Some(dataset.names(&council.successors, say!("list-comma"))),
            "members" => Some(dataset.names(&council.members, say!("list-comma"))),
            _ => None,
        },
        Known::Indicator(indicator) if field == "measure" => Some(indicator.measure.describe().to_owned()),
        Known::Indicator(_) => None,
        Known::Programme(programme) => match field {
            "places" => Some(dataset.names(&programme.places, say!("list-comma"))),
            "sources" => Some(documents(dataset, &programme.sources)),
            _ => None,
        },
        Known::Outcome(outcome) => of_outcome(dataset, outcome, field),
    }
}

/// Documents by their titles, each with the place in it.
fn documents(dataset: &Dataset, references: &[SourceRef]) -> String {
    by_semicolons(&references.iter().map(|reference| source_in_words(dataset, reference)).collect::<Vec<_>>())
}

fn of_outcome(dataset: &Dataset, outcome: &Outcome, field: &str) -> Option<String> {
    let unit = dataset.indicator(&outcome.indicator).map_or(&Unit::NUMBER, |indicator| &indicator.unit);
    match field {
        "published" => Some(outcome_text::account(&outcome.published, unit)).filter(|words| !words.is_empty()),
        "benchmark" => outcome.benchmark.as_ref().map(|benchmark| outcome_text::benchmark(benchmark, unit)),
        "counted" => Some(counted(&outcome.counted)),
        "places" => Some(dataset.names(&outcome.places, say!("list-comma"))),
        "sources" => Some(documents(dataset, &outcome.sources)),
        "indicator" => dataset.indicator(&outcome.indicator).map(|indicator| indicator.name.clone()),
        "role" => Some(outcome.role.label().to_owned()),
        _ => None,
    }
}

fn counted(counted: &Counted) -> String {
    let number = |number: &Number| words::level(number, &Unit::NUMBER);
    let mut parts = vec![counted.group.label().to_owned()];
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;

    #[test]
    fn a_changed_place_in_a_document_is_told_beside_an_added_one() {
        let mine = Dataset::clone(&crate::app::Document::built_in(crate::dataset::BuiltIn::Claims).original);
        let mut theirs = mine.clone();
        let outcome = &mut theirs.programmes[0].outcomes[0];
        outcome.sources[0] = SourceRef { at: "page 99".to_owned(), lines: Vec::new(), ..outcome.sources[0].clone() };
        let another = mine.sources.iter().find(|source| source.id != outcome.sources[0].source).unwrap();
        outcome.sources.push(SourceRef { source: another.id.clone(), lines: vec![7], at: String::new() });
        let told = lines(&mine, &theirs).join(" ");
        assert!(told.contains("page 99"), "{told}");
        let both = documents(&theirs, &theirs.programmes[0].outcomes[0].sources);
        assert!(both.ends_with(&format!("page 99; {}, line 7", another.title)), "{both}");
    }

    #[test]
    fn of_several_parts_with_one_id_none_is_told_for_another() {
        let mut mine = Dataset::clone(&crate::app::Document::built_in(crate::dataset::BuiltIn::Claims).original);
        let council = Council { id: mine.councils[0].id.clone(), ..mine.councils[1].clone() };
        mine.councils.insert(1, council);
        let side = PartIndex::new(&mine);
        assert!(side.teller(PartType::Council, mine.councils[0].id.as_str()).is_none());
        assert!(side.teller(PartType::Council, mine.councils[2].id.as_str()).is_some());
    }

    #[test]
    fn a_document_that_is_not_there_is_told_by_its_id() {
        let reference = SourceRef { source: SourceId::new("lost"), lines: vec![1, 2], at: String::new() };
        assert_eq!(
            documents(
                &Dataset::clone(&crate::app::Document::built_in(crate::dataset::BuiltIn::Claims).original),
                &[reference]
            ),
            "lost, lines 1, 2"
        );
    }
}
