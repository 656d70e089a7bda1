//! Copying a part from one dataset into another, with what it names, and without making anything twice.

use std::collections::{HashMap, HashSet};

use crate::model::{
    Council, CouncilId, Dataset, Indicator, IndicatorId, Outcome, OutcomeId, Programme, ProgrammeId, Source, SourceId,
    SourceRef, same_name,
};

use crate::say;
use crate::words::search::matches_search;

use super::new_parts::{free, taken};
use super::part::outcomes_of;
use super::{Edit, EditError, EditOp, OutcomeParent, Part, PartKind, PartPath};

/// The parts of a dataset whose names fit a search, each as it is offered to be copied: programmes, context figures, indicators,
/// councils, documents.
pub fn copyable(source: &Dataset, search: &str) -> Vec<(PartPath, String)> {
    let mut places: Vec<PartPath> = (0..source.programmes.len()).map(PartPath::Programme).collect();
    places.extend((0..source.context.len()).map(|at| PartPath::Outcome(OutcomeParent::Context, at)));
    places.extend((0..source.indicators.len()).map(PartPath::Indicator));
    places.extend((0..source.councils.len()).map(PartPath::Council));
    places.extend((0..source.sources.len()).map(PartPath::Source));
    let named = places.into_iter().filter_map(|place| {
        let name = Part::at(source, place)?.name(source);
        let offer = match place {
            PartPath::Programme(at) => {
                let programme = source.programmes.get(at)?;
                let (outcomes, places) =
                    (programme.outcomes.len(), source.names(&programme.places, say!("list-comma")));
                say!("edits-offer-programme", name = name, outcomes = outcomes, places = places)
            }
            PartPath::Outcome(..) => say!("edits-offer-context", name = name),
            PartPath::Indicator(_) => say!("edits-offer-indicator", name = name),
            PartPath::Council(_) => say!("edits-offer-council", name = name),
            PartPath::Source(_) | PartPath::Facts | PartPath::SavedView(_) => say!("edits-offer-source", name = name),
        };
        Some((place, offer))
    });
    named.filter(|(_, offer)| matches_search(offer, search)).collect()
}

/// Copies a part of `source` to the end of its list in `target`, with the councils, indicators and documents it names, as one
/// step. A programme brings its outcomes; an outcome of a programme brings the programme, without its other outcomes.
///
/// What `target` has already is used: a council of the same code or name, an indicator of the same name, unit, concept and
/// measure, a document of the same title and publisher, a programme of the same name and places, an outcome with the same
/// content. Ids that are taken by something else get a number. Overlaps and disagreements with outcomes that are not copied
/// are left out. The edit is empty where everything is there already.
///
/// # Errors
/// There is nothing at the place, or it is the facts.
pub fn copy_into(target: &Dataset, source: &Dataset, place: PartPath) -> Result<Edit, EditError> {
    let part = Part::at(source, place).ok_or(EditError::nowhere(place))?;
    let mut copier =
        Copier { source, draft: target.clone(), ops: Vec::new(), councils: HashMap::new(), outcomes: HashMap::new() };
    match (place, &part) {
        (PartPath::Facts, _) => return Err(EditError::FactsStay),
        (_, Part::Source(it)) => drop(copier.source(&it.id)?),
        (_, Part::Council(it)) => drop(copier.council(&it.id)?),
        (_, Part::Indicator(it)) => drop(copier.indicator(&it.id)?),
        (PartPath::Programme(p), _) => {
            let home = copier.programme(p)?;
            copier.outcomes(OutcomeParent::Programme(p), home, None)?;
        }
        (PartPath::Outcome(OutcomeParent::Programme(p), o), _) => {
            let home = copier.programme(p)?;
            copier.outcomes(OutcomeParent::Programme(p), home, Some(o))?;
        }
        (PartPath::Outcome(OutcomeParent::Context, o), _) => {
            copier.outcomes(OutcomeParent::Context, OutcomeParent::Context, Some(o))?;
        }
        _ => return Err(EditError::nowhere(place)),
    }
    Ok(Edit::new(say!("edits-copy", part = part.name(source)), copier.ops))
}

struct Copier<'a> {
    source: &'a Dataset,
    /// The target with what was copied so far.
    draft: Dataset,
    ops: Vec<EditOp>,
    councils: HashMap<CouncilId, CouncilId>,
    outcomes: HashMap<OutcomeId, OutcomeId>,
}

impl Copier<'_> {
    fn put(&mut self, place: PartPath, part: Part) -> Result<(), EditError> {
        let op = EditOp::Insert(place, part);
        op.clone().apply(&mut self.draft)?;
        self.ops.push(op);
        Ok(())
    }

    /// The id, or one with a number where it is taken.
    fn free(&self, kind: PartKind, id: &str) -> String {
        let used = taken(&self.draft, kind);
        let promised: HashSet<&str> = match kind {
            PartKind::Council => self.councils.values().map(CouncilId::as_str).collect(),
            PartKind::Outcome => self.outcomes.values().map(OutcomeId::as_str).collect(),
            PartKind::Source | PartKind::Indicator | PartKind::Programme | PartKind::SavedView => HashSet::new(),
        };
        free(id, |id| used.contains(id) || promised.contains(id))
    }

    fn source(&mut self, id: &SourceId) -> Result<SourceId, EditError> {
        let Some(wanted) = self.source.source(id) else { return Ok(id.clone()) };
        let is_same = |there: &&Source| {
            there.title == wanted.title && there.publisher == wanted.publisher && there.file == wanted.file
        };
        if let Some(there) = self.draft.sources.iter().find(is_same) {
            return Ok(there.id.clone());
        }
        let new = SourceId::new(self.free(PartKind::Source, id.as_str()));
        let copy = Source { id: new.clone(), ..wanted.clone() };
        self.put(PartPath::Source(self.draft.sources.len()), copy.into())?;
        Ok(new)
    }

    fn indicator(&mut self, id: &IndicatorId) -> Result<IndicatorId, EditError> {
        let Some(wanted) = self.source.indicator(id) else { return Ok(id.clone()) };
        let is_same = |there: &&Indicator| {
            (&there.name, &there.unit, &there.concept, there.measure)
                == (&wanted.name, &wanted.unit, &wanted.concept, wanted.measure)
        };
        if let Some(there) = self.draft.indicators.iter().find(is_same) {
            return Ok(there.id.clone());
        }
        let new = IndicatorId::new(self.free(PartKind::Indicator, id.as_str()));
        let copy = Indicator { id: new.clone(), ..wanted.clone() };
        self.put(PartPath::Indicator(self.draft.indicators.len()), copy.into())?;
        Ok(new)
    }

    fn council(&mut self, id: &CouncilId) -> Result<CouncilId, EditError> {
        if let Some(known) = self.councils.get(id) {
            return Ok(known.clone());
        }
        let Some(wanted) = self.source.council(id) else { return Ok(id.clone()) };
        let is_same = |there: &&Council| match (&there.gss, &wanted.gss) {
            (Some(there), Some(wanted)) => there == wanted,
            _ => there.kind == wanted.kind && same_name(&there.name, &wanted.name),
        };
        if let Some(there) = self.draft.councils.iter().find(is_same) {
            self.councils.insert(id.clone(), there.id.clone());
            return Ok(there.id.clone());
        }
        let new = CouncilId::new(self.free(PartKind::Council, id.as_str()));
        // Before those it names, which may name it back.
        self.councils.insert(id.clone(), new.clone());
        let mut copy = Council { id: new.clone(), ..wanted.clone() };
        copy.successors = self.all_councils(&wanted.successors)?;
        copy.members = self.all_councils(&wanted.members)?;
        self.put(PartPath::Council(self.draft.councils.len()), copy.into())?;
        Ok(new)
    }

    fn all_councils(&mut self, ids: &[CouncilId]) -> Result<Vec<CouncilId>, EditError> {
        ids.iter().map(|id| self.council(id)).collect()
    }

    fn citations(&mut self, list: &[SourceRef]) -> Result<Vec<SourceRef>, EditError> {
        list.iter().map(|cited| Ok(SourceRef { source: self.source(&cited.source)?, ..cited.clone() })).collect()
    }

    /// The programme's home in the target, without outcomes where it is new there.
    fn programme(&mut self, at: usize) -> Result<OutcomeParent, EditError> {
        let nowhere = EditError::nowhere(PartPath::Programme(at));
        let wanted = self.source.programmes.get(at).ok_or(nowhere)?;
        let places = self.all_councils(&wanted.places)?;
        let is_same = |there: &Programme| there.name == wanted.name && there.places == places;
        if let Some(there) = self.draft.programmes.iter().position(is_same) {
            return Ok(OutcomeParent::Programme(there));
        }
        let id = ProgrammeId::new(self.free(PartKind::Programme, wanted.id.as_str()));
        let sources = self.citations(&wanted.sources)?;
        let copy = Programme { id, places, sources, outcomes: Vec::new(), ..wanted.clone() };
        let there = self.draft.programmes.len();
        self.put(PartPath::Programme(there), copy.into())?;
        Ok(OutcomeParent::Programme(there))
    }

    /// Copies the outcomes of a home, or the one with this number.
    fn outcomes(&mut self, from: OutcomeParent, to: OutcomeParent, only: Option<usize>) -> Result<(), EditError> {
        let all = outcomes_of(self.source, from).map_or(&[][..], Vec::as_slice);
        let wanted: Vec<&Outcome> =
            all.iter().enumerate().filter(|(n, _)| only.is_none_or(|only| *n == only)).map(|(_, o)| o).collect();
        let mut copies = Vec::new();
        for outcome in wanted {
            let mut copy = outcome.clone();
            copy.indicator = self.indicator(&outcome.indicator)?;
            copy.places = self.all_councils(&outcome.places)?;
            copy.sources = self.citations(&outcome.sources)?;
            let there = outcomes_of(&self.draft, to).and_then(|list| list.iter().find(|o| is_same(o, &copy)));
            if let Some(there) = there {
                self.outcomes.insert(outcome.id.clone(), there.id.clone());
            } else {
                copy.id = OutcomeId::new(self.free(PartKind::Outcome, outcome.id.as_str()));
                self.outcomes.insert(outcome.id.clone(), copy.id.clone());
                copies.push(copy);
            }
        }
        for mut copy in copies {
            for list in [&mut copy.overlaps, &mut copy.disagrees_with] {
                *list = list.iter().filter_map(|id| self.outcomes.get(id).cloned()).collect();
            }
            let at = outcomes_of(&self.draft, to).map_or(0, Vec::len);
            self.put(PartPath::Outcome(to, at), copy.into())?;
        }
        Ok(())
    }
}

/// Whether two outcomes say the same, whatever they are called and whom they name.
fn is_same(one: &Outcome, other: &Outcome) -> bool {
    let plain = |outcome: &Outcome| Outcome {
        id: OutcomeId::new(""),
        overlaps: Vec::new(),
        disagrees_with: Vec::new(),
        ..outcome.clone()
    };
    one.indicator == other.indicator && plain(one) == plain(other)
}
