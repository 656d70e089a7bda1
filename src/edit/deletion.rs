//! Deleting, with what others say of what is deleted.
//!
//! What can't be without the deleted part goes with it: outcomes of a deleted indicator, programmes and outcomes of a deleted
//! council alone, outcomes of a deleted programme, a view of a deleted council alone. What only names it stays and stops naming it. An outcome never goes because
//! a document was deleted: it stays, without a source, and the check asks for one.

use crate::model::Dataset;

use crate::say;

use super::change::has_twin;
use super::references::who_names;
use super::{Edit, EditError, EditOp, OutcomeParent, Part, PartId, PartPath};

/// What deleting a part would do to others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Consequences {
    /// Programmes, outcomes and kept views that would go with it, in the order of the file; the outcomes of a programme each.
    pub goes: Vec<PartPath>,
    /// Parts that would stay and stop naming what goes, in the order of the file.
    pub stops_naming: Vec<PartPath>,
    /// Outcomes among those that would be left without a source, which is an error until they have one.
    pub without_source: Vec<PartPath>,
}

impl Consequences {
    /// Whether nobody else is touched.
    pub fn is_empty(&self) -> bool {
        self.goes.is_empty() && self.stops_naming.is_empty()
    }

    /// One sentence for a question, like "3 outcomes go with it, and 2 others stop naming it."; empty where nobody is touched.
    pub fn describe(&self) -> String {
        let programmes = self.goes.iter().filter(|p| matches!(p, PartPath::Programme(_))).count();
        let views = self.goes.iter().filter(|p| matches!(p, PartPath::SavedView(_))).count();
        let outcomes = self.goes.len() - programmes - views;
        let mut parts = Vec::new();
        if programmes + outcomes > 0 {
            parts.push(say!("edits-goes-with-it", programmes = programmes, outcomes = outcomes));
        }
        if views > 0 {
            parts.push(say!("edits-views-go-with-it", n = views));
        }
        if !self.stops_naming.is_empty() {
            parts.push(say!("edits-stops-naming", n = self.stops_naming.len()));
        }
        if !self.without_source.is_empty() {
            parts.push(say!("edits-without-source", n = self.without_source.len()));
        }
        match parts.as_slice() {
            [] => String::new(),
            _ => say!("edits-consequences", list = parts.join(say!("list-comma"))),
        }
    }
}

/// A deletion as it would leave the others.
struct DeletionPlan {
    goes: Vec<PartPath>,
    changed: Vec<(PartPath, Part)>,
}

/// What deleting this part would do to others; nothing where the place is empty.
pub fn consequences(dataset: &Dataset, place: PartPath) -> Consequences {
    let Some(plan) = plan(dataset, place) else { return Consequences::default() };
    let without_source = plan.changed.iter().filter_map(|(at, part)| {
        let Part::Outcome(outcome) = part else { return None };
        outcome.sources.is_empty().then_some(*at)
    });
    Consequences {
        without_source: without_source.collect(),
        stops_naming: plan.changed.iter().map(|(at, _)| *at).collect(),
        goes: plan.goes,
    }
}

impl Edit {
    /// Deletes a part and takes the [`consequences`] along, as one step.
    ///
    /// # Errors
    /// There is no such place, or it is the facts.
    pub fn delete(dataset: &Dataset, place: PartPath) -> Result<Self, EditError> {
        if place == PartPath::Facts {
            return Err(EditError::FactsStay);
        }
        let part = Part::at(dataset, place).ok_or(EditError::nowhere(place))?;
        let label = say!("edits-delete", part = part.name(dataset));
        let Some(DeletionPlan { goes, changed }) = plan(dataset, place) else { return Err(EditError::nowhere(place)) };
        let mut ops: Vec<EditOp> = changed.into_iter().map(|(at, part)| EditOp::Replace(at, part)).collect();
        // An outcome of a programme that goes is carried by it. From the end, so that places before stay right.
        let with_programme = |at: &PartPath, goes: &[PartPath]| match at {
            PartPath::Outcome(OutcomeParent::Programme(p), _) => {
                place == PartPath::Programme(*p) || goes.contains(&PartPath::Programme(*p))
            }
            PartPath::Facts
            | PartPath::Source(_)
            | PartPath::Council(_)
            | PartPath::Indicator(_)
            | PartPath::Programme(_)
            | PartPath::Outcome(..)
            | PartPath::SavedView(_) => false,
        };
        let mut alone: Vec<PartPath> = goes.iter().copied().filter(|at| !with_programme(at, &goes)).collect();
        alone.push(place);
        alone.sort_by_key(|at| at.rank());
        ops.extend(alone.into_iter().rev().map(EditOp::Remove));
        Ok(Self::new(label, ops))
    }
}

fn plan(dataset: &Dataset, place: PartPath) -> Option<DeletionPlan> {
    let part = Part::at(dataset, place)?;
    let mut goes = Vec::new();
    if let PartPath::Programme(p) = place {
        goes.extend(outcomes_of(dataset, p));
    }
    // While a twin keeps the id, whoever names it still names something.
    let id = part.id().filter(|_| !has_twin(dataset, place, &part));
    let mut changed: Vec<(PartPath, Part)> = Vec::new();
    for at in id.iter().flat_map(|id| who_names(dataset, id)).filter(|&at| at != place) {
        let (Some(id), Some(mut other)) = (&id, Part::at(dataset, at)) else { continue };
        other.forget(id);
        if cannot_be_without(&other, id) {
            goes.push(at);
            if let PartPath::Programme(p) = at {
                goes.extend(outcomes_of(dataset, p));
            }
        } else {
            changed.push((at, other));
        }
    }
    goes.sort_by_key(|at| at.rank());
    goes.dedup();
    forget_gone(dataset, place, &goes, &mut changed);
    changed.retain(|(at, _)| !goes.contains(at));
    changed.sort_by_key(|(at, _)| at.rank());
    Some(DeletionPlan { goes, changed })
}

fn outcomes_of(dataset: &Dataset, programme: usize) -> Vec<PartPath> {
    let count = dataset.programmes.get(programme).map_or(0, |p| p.outcomes.len());
    (0..count).map(|o| PartPath::Outcome(OutcomeParent::Programme(programme), o)).collect()
}

/// An outcome without its indicator, an outcome or a programme without any place, a view of nobody that was one of somebody.
fn cannot_be_without(part: &Part, id: &PartId) -> bool {
    match (part, id) {
        (Part::Outcome(_), PartId::Indicator(_)) => true,
        (Part::Outcome(outcome), PartId::Council(_)) => outcome.places.is_empty(),
        (Part::Programme(programme), PartId::Council(_)) => programme.places.is_empty(),
        (Part::SavedView(view), PartId::Council(_)) => view.councils.is_empty(),
        _ => false,
    }
}

/// Outcomes that stay stop naming those that go.
fn forget_gone(dataset: &Dataset, place: PartPath, goes: &[PartPath], changed: &mut Vec<(PartPath, Part)>) {
    for &gone in goes {
        let Some(part) = Part::at(dataset, gone) else { continue };
        let Some(id @ PartId::Outcome(_)) = part.id() else { continue };
        let twin_stays = twins(dataset, &id).iter().any(|twin| *twin != place && !goes.contains(twin));
        if twin_stays {
            continue;
        }
        for at in who_names(dataset, &id).into_iter().filter(|at| !goes.contains(at) && *at != place) {
            if let Some((_, other)) = changed.iter_mut().find(|(changed, _)| *changed == at) {
                other.forget(&id);
            } else if let Some(mut other) = Part::at(dataset, at) {
                other.forget(&id);
                changed.push((at, other));
            }
        }
    }
}

/// Every outcome with this id.
fn twins(dataset: &Dataset, id: &PartId) -> Vec<PartPath> {
    let outcomes = PartPath::all(dataset).into_iter().filter(|at| matches!(at, PartPath::Outcome(..)));
    outcomes.filter(|&at| super::change::id_at(dataset, at) == Some(id.as_str())).collect()
}
