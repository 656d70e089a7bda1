//! New parts, with ids proposed from their names.

use std::collections::HashSet;

use crate::model::{
    Attribution, ComparedWith, Council, CouncilId, CouncilKind, Counted, CountedGroup, Dataset, Indicator, IndicatorId,
    Measure, Nation, Outcome, OutcomeId, Period, Polarity, Programme, ProgrammeId, Published, Role, SavedView,
    SavedViewId, Source, SourceId, SourceRef,
};
use crate::say;
use crate::words::letters::slug;

use super::{Part, PartPath, consequences};

/// The kinds of part that have ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartKind {
    /// A source.
    Source,
    /// A council or other body.
    Council,
    /// An indicator.
    Indicator,
    /// A programme.
    Programme,
    /// An outcome.
    Outcome,
    /// A kept view.
    SavedView,
}

impl PartKind {
    /// The word on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Council => "council",
            Self::Indicator => "indicator",
            Self::Programme => "programme",
            Self::Outcome => "outcome",
            Self::SavedView => "view",
        }
    }
}

/// The longest id that is proposed, in characters; a longer one may be written by hand.
const LONGEST: usize = 60;

/// An id made of a name, as [`crate::words::letters::slug`] writes it. A name without a letter or digit gives the word of the kind.
pub(super) fn id_of_name(name: &str, kind: PartKind) -> String {
    let id = slug(name, LONGEST);
    if id.is_empty() { kind.label().to_owned() } else { id }
}

/// An id for a new part with this name that nobody of its kind has yet: `foster-with-us`, or `foster-with-us-2`.
pub fn propose_id(dataset: &Dataset, kind: PartKind, name: &str) -> String {
    let taken = taken(dataset, kind);
    free(&id_of_name(name, kind), |id| taken.contains(id))
}

/// The name of a part that its id was made from, with its kind; `None` for facts and outcomes, whose ids follow no name.
fn name_of_id(part: &Part) -> Option<(PartKind, String)> {
    Some(match part {
        Part::Source(it) => (PartKind::Source, it.title.clone()),
        Part::Council(it) => (PartKind::Council, it.name.clone()),
        Part::Indicator(it) => (PartKind::Indicator, it.name.clone()),
        Part::Programme(it) => (PartKind::Programme, name_with_place(&it.places, &it.name)),
        Part::SavedView(it) => (PartKind::SavedView, it.name.clone()),
        Part::Facts(_) | Part::Outcome(_) => return None,
    })
}

/// The id that goes with the new name of the part at this place; `None` where it keeps its own. As long as an id is the one that was
/// made from the old name and nobody uses it, it follows the name.
pub(super) fn followed_id(dataset: &Dataset, place: PartPath, old: &Part, new: &Part) -> Option<String> {
    let ((kind, was), (_, is)) = (name_of_id(old)?, name_of_id(new)?);
    let (id, base, wanted) = (old.id()?, id_of_name(&was, kind), id_of_name(&is, kind));
    let rest = id.as_str().strip_prefix(&base)?;
    let is_numbered = rest.strip_prefix('-').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    let follows = (rest.is_empty() || is_numbered) && wanted != id.as_str() && wanted != base;
    (follows && consequences(dataset, place).is_empty()).then(|| propose_id(dataset, kind, &is))
}

/// The first of `base`, `base-2`, `base-3` … that is free.
pub(super) fn free(base: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut id = base.to_owned();
    let mut n: u64 = 2;
    while is_taken(&id) {
        id = format!("{base}-{n}");
        n += 1;
    }
    id
}

/// The ids in use.
pub(super) fn taken(dataset: &Dataset, kind: PartKind) -> HashSet<&str> {
    match kind {
        PartKind::Source => dataset.sources.iter().map(|s| s.id.as_str()).collect(),
        PartKind::Council => dataset.councils.iter().map(|c| c.id.as_str()).collect(),
        PartKind::Indicator => dataset.indicators.iter().map(|i| i.id.as_str()).collect(),
        PartKind::Programme => dataset.programmes.iter().map(|p| p.id.as_str()).collect(),
        PartKind::SavedView => dataset.views.iter().map(|v| v.id.as_str()).collect(),
        PartKind::Outcome => {
            let of_programmes = dataset.programmes.iter().flat_map(|p| &p.outcomes);
            of_programmes.chain(&dataset.context).map(|o| o.id.as_str()).collect()
        }
    }
}

/// An empty dataset that can be saved: it has a title and nothing else.
pub fn dataset(title: &str) -> Dataset {
    let title = if title.trim().is_empty() { say!("edits-untitled-dataset") } else { title.trim() };
    Dataset { title: title.to_owned(), ..Dataset::default() }
}

/// A new source.
pub fn source(dataset: &Dataset, title: &str) -> Source {
    Source {
        id: SourceId::new(propose_id(dataset, PartKind::Source, title)),
        title: title.to_owned(),
        publisher: String::new(),
        published: Period::not_stated(),
        file: None,
        note: String::new(),
    }
}

/// A new council of which only the name is known: a unitary authority in England, until something else is chosen.
/// [`super::facts::KnownCouncil::council`] makes one of which more is known.
pub fn council(dataset: &Dataset, name: &str) -> Council {
    Council {
        id: CouncilId::new(propose_id(dataset, PartKind::Council, name)),
        name: name.to_owned(),
        aliases: Vec::new(),
        kind: CouncilKind::Unitary,
        region: String::new(),
        nation: Nation::England,
        gss: None,
        from: None,
        until: None,
        successors: Vec::new(),
        members: Vec::new(),
        note: String::new(),
    }
}

/// The unit of what is counted as a grade.
pub const GRADE: &str = "grade";

/// A new indicator. Its concept is its name in small letters, which two ways to count one thing share.
pub fn indicator(dataset: &Dataset, name: &str, unit: &str, measure: Measure) -> Indicator {
    Indicator {
        id: IndicatorId::new(propose_id(dataset, PartKind::Indicator, name)),
        name: name.to_owned(),
        concept: name.trim().to_lowercase(),
        topic: String::new(),
        unit: unit.into(),
        measure,
        polarity: Polarity::Neither,
        definition: String::new(),
        statistic: None,
    }
}

/// What the id of a programme or of an outcome is made from: its first council and its name, because two councils may use one name.
fn name_with_place(places: &[CouncilId], name: &str) -> String {
    places.first().map_or_else(|| name.to_owned(), |place| format!("{place} {name}"))
}

/// A new programme of these councils.
pub fn programme(dataset: &Dataset, name: &str, places: Vec<CouncilId>) -> Programme {
    Programme {
        id: ProgrammeId::new(propose_id(dataset, PartKind::Programme, &name_with_place(&places, name))),
        name: name.to_owned(),
        places,
        topic: String::new(),
        dates: Period::not_stated(),
        summary: String::new(),
        claims: Vec::new(),
        sources: Vec::new(),
        outcomes: Vec::new(),
    }
}

/// A view under a name of its own, with a free id.
pub fn saved_view(dataset: &Dataset, name: &str, view: SavedView) -> SavedView {
    let name = name.trim();
    SavedView { id: SavedViewId::new(propose_id(dataset, PartKind::SavedView, name)), name: name.to_owned(), ..view }
}

/// A new outcome. What was published has no harmless default, so that it is asked for (R1); [`super::typed`] reads it from what
/// a person types.
pub fn outcome(
    dataset: &Dataset,
    indicator: &IndicatorId,
    places: Vec<CouncilId>,
    published: Published,
    sources: Vec<SourceRef>,
) -> Outcome {
    let named = name_with_place(&places, indicator.as_str());
    let compared_with = match published {
        Published::Single(_) | Published::SingleGrade(_) | Published::Rating { .. } => ComparedWith::NotApplicable,
        Published::Pair { .. }
        | Published::Change { .. }
        | Published::Direction { .. }
        | Published::Part { .. }
        | Published::Series { .. }
        | Published::Suppressed(_) => ComparedWith::Itself,
    };
    Outcome {
        id: OutcomeId::new(propose_id(dataset, PartKind::Outcome, &named)),
        indicator: indicator.clone(),
        places,
        counted: Counted { group: CountedGroup::NotStated, who: String::new(), before: None, after: None },
        role: Role::Outcome,
        attribution: Attribution::NotSaid,
        published,
        benchmark: None,
        compared_with,
        facts: Vec::new(),
        overlaps: Vec::new(),
        disagrees_with: Vec::new(),
        sources,
        notes: Vec::new(),
        withheld: None,
        statistic: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_of_small_letters_digits_and_hyphens() {
        for (name, id) in [("Ynys Môn", "ynys-mon"), ("日本", "council"), ("  ", "council")] {
            assert_eq!(propose_id(&Dataset::default(), PartKind::Council, name), id, "{name}");
        }
        let long = propose_id(&Dataset::default(), PartKind::Council, &"long word ".repeat(20));
        assert!(long.len() <= LONGEST && long.ends_with("-long-word"), "{long}");
    }

    #[test]
    fn a_proposed_id_is_free() {
        let mut made = dataset("Mine");
        for expected in ["leeds", "leeds-2", "leeds-3"] {
            let leeds = council(&made, "Leeds");
            assert_eq!(leeds.id.as_str(), expected);
            made.councils.push(leeds);
        }
    }
}
