//! Edits: what a person meant to do, with its label, as small steps that can be taken back together.

use crate::model::{Council, Dataset, Indicator, Outcome, Programme, SavedView, Source};

use crate::say;

use super::references::who_names;
use super::words::change_label;
use super::{EditError, EditOp, Facts, OutcomeParent, Part, PartPath, propose_id};

/// One thing a person did.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// What it does, as the menu says after "Undo": "Change the level after of Fostering enquiries, Barnsley".
    pub label: String,
    /// The steps, in order. None where nothing would change.
    pub ops: Vec<EditOp>,
    /// The field it changes, as a path; edits of one field that follow each other are one step of the history. `None` where the
    /// edit is always a step of its own.
    pub field: Option<String>,
}

impl Edit {
    /// An edit that is a step of its own.
    pub fn new(label: impl Into<String>, ops: Vec<EditOp>) -> Self {
        Self { label: label.into(), ops, field: None }
    }

    /// Whether it would change nothing.
    pub fn is_empty(&self) -> bool {
        self.ops.is_empty()
    }

    /// How many values of official statistics it holds: what makes its line in a journal long.
    pub fn values(&self) -> usize {
        let values = self.ops.iter().map(|op| if let EditOp::Tables(change) = op { change.values() } else { 0 });
        values.sum()
    }

    /// Makes the edit, whole or not at all, and gives the one that takes it back.
    ///
    /// # Errors
    /// The first [`EditError`]; the dataset is as before.
    pub fn apply(self, dataset: &mut Dataset) -> Result<Self, EditError> {
        let mut done = Vec::with_capacity(self.ops.len());
        for op in self.ops {
            match op.apply(dataset) {
                Ok(back) => done.push(back),
                Err(error) => {
                    for back in done.into_iter().rev() {
                        // What was just done can be taken back: nothing happened since.
                        back.apply(dataset)?;
                    }
                    return Err(error);
                }
            }
        }
        done.reverse();
        Ok(Self { label: self.label, ops: done, field: self.field })
    }

    /// Puts another part in the place of one. `field` is the field that is being changed, written as in findings
    /// (`published.after[0]`), empty for several at once.
    ///
    /// Where the id changes, all who name it follow in the same step; kept views follow a concept that nothing else counts. Where the places of a programme change, its outcomes that
    /// had the same places follow, as they would in the file.
    ///
    /// # Errors
    /// There is no such place, the part is of another kind, or the new id is taken.
    pub fn change(dataset: &Dataset, place: PartPath, part: Part, field: &str) -> Result<Self, EditError> {
        let old = Part::at(dataset, place).ok_or(EditError::nowhere(place))?;
        let path = place.path_of(field);
        let label = change_label(field, &old.name(dataset));
        let mut part = without_outcomes(part);
        let mut ops = Vec::new();
        if part != old {
            let followers = followers(dataset, place, &old, &mut part)?;
            ops.push(EditOp::Replace(place, part));
            ops.extend(followers);
        }
        Ok(Self { label, ops, field: (!field.is_empty()).then_some(path) })
    }

    /// Changes the facts of the dataset.
    ///
    /// # Errors
    /// None in practice; see [`Self::change`].
    pub fn facts(dataset: &Dataset, field: &str, change: impl FnOnce(&mut Facts)) -> Result<Self, EditError> {
        let Some(Part::Facts(mut facts)) = Part::at(dataset, PartPath::Facts) else { return Err(EditError::FactsStay) };
        change(&mut facts);
        Self::change(dataset, PartPath::Facts, facts.into(), field)
    }

    /// Changes a source.
    ///
    /// # Errors
    /// As [`Self::change`].
    pub fn source(
        dataset: &Dataset,
        at: usize,
        field: &str,
        change: impl FnOnce(&mut Source),
    ) -> Result<Self, EditError> {
        let place = PartPath::Source(at);
        let mut source = dataset.sources.get(at).cloned().ok_or(EditError::nowhere(place))?;
        change(&mut source);
        Self::change(dataset, place, source.into(), field)
    }

    /// Changes a council or other body.
    ///
    /// # Errors
    /// As [`Self::change`].
    pub fn council(
        dataset: &Dataset,
        at: usize,
        field: &str,
        change: impl FnOnce(&mut Council),
    ) -> Result<Self, EditError> {
        let place = PartPath::Council(at);
        let mut council = dataset.councils.get(at).cloned().ok_or(EditError::nowhere(place))?;
        change(&mut council);
        Self::change(dataset, place, council.into(), field)
    }

    /// Changes an indicator.
    ///
    /// # Errors
    /// As [`Self::change`].
    pub fn indicator(
        dataset: &Dataset,
        at: usize,
        field: &str,
        change: impl FnOnce(&mut Indicator),
    ) -> Result<Self, EditError> {
        let place = PartPath::Indicator(at);
        let mut indicator = dataset.indicators.get(at).cloned().ok_or(EditError::nowhere(place))?;
        change(&mut indicator);
        Self::change(dataset, place, indicator.into(), field)
    }

    /// Changes a programme; the closure sees it without its outcomes, which stay.
    ///
    /// # Errors
    /// As [`Self::change`].
    pub fn programme(
        dataset: &Dataset,
        at: usize,
        field: &str,
        change: impl FnOnce(&mut Programme),
    ) -> Result<Self, EditError> {
        let place = PartPath::Programme(at);
        let Some(Part::Programme(mut programme)) = Part::at(dataset, place) else {
            return Err(EditError::nowhere(place));
        };
        change(&mut programme);
        Self::change(dataset, place, Part::Programme(programme), field)
    }

    /// Changes an outcome.
    ///
    /// # Errors
    /// As [`Self::change`].
    pub fn outcome(
        dataset: &Dataset,
        home: OutcomeParent,
        at: usize,
        field: &str,
        change: impl FnOnce(&mut Outcome),
    ) -> Result<Self, EditError> {
        let place = PartPath::Outcome(home, at);
        let Some(Part::Outcome(mut outcome)) = Part::at(dataset, place) else {
            return Err(EditError::nowhere(place));
        };
        change(&mut outcome);
        Self::change(dataset, place, Part::Outcome(outcome), field)
    }

    /// Puts a new part in at a place. Its id must be free; [`super::propose_id`] finds one.
    ///
    /// # Errors
    /// The place is beyond the end of its list, of another kind, or the id is taken.
    pub fn add(dataset: &Dataset, place: PartPath, part: impl Into<Part>) -> Result<Self, EditError> {
        let part = part.into();
        if let Some(id) = part.id()
            && id.place(dataset).is_some()
        {
            return Err(EditError::IdTaken(id.as_str().to_owned()));
        }
        let label = say!("edits-add", part = part.name(dataset));
        Ok(Self::new(label, vec![EditOp::Insert(place, part)]))
    }

    /// Puts a copy of a part below it, with an id of its own. A programme is copied without its outcomes: one outcome told twice would
    /// be counted twice (R11).
    ///
    /// # Errors
    /// There is no such place, or it is the facts.
    pub fn duplicate(dataset: &Dataset, place: PartPath) -> Result<Self, EditError> {
        let part = Part::at(dataset, place).ok_or(EditError::nowhere(place))?;
        let (Some(kind), Some(id)) = (place.kind(), part.id()) else { return Err(EditError::FactsStay) };
        let label = say!("edits-duplicate", part = part.name(dataset));
        let copy = part.with_id(&propose_id(dataset, kind, id.as_str()));
        Ok(Self { label, ..Self::add(dataset, place.with_number(place.number() + 1), copy)? })
    }

    /// Moves a part down its list by so many places, up where they are negative; it stays where its list ends.
    ///
    /// # Errors
    /// There is nothing at the place.
    pub fn shift_by(dataset: &Dataset, place: PartPath, by: isize) -> Result<Self, EditError> {
        let to = place.number().checked_add_signed(by).filter(|to| *to < place.list_length(dataset));
        Self::shift(dataset, place, place.with_number(to.unwrap_or(place.number())))
    }

    /// Moves a part within its list, or an outcome to another home. `to` is counted after the part was taken out.
    ///
    /// # Errors
    /// There is nothing at `from`.
    pub fn shift(dataset: &Dataset, from: PartPath, to: PartPath) -> Result<Self, EditError> {
        let part = Part::at(dataset, from).ok_or(EditError::nowhere(from))?;
        let label = say!("edits-move", part = part.name(dataset));
        let ops = if from == to { Vec::new() } else { vec![EditOp::Move(from, to)] };
        Ok(Self::new(label, ops))
    }
}

/// Outcomes are parts of their own.
fn without_outcomes(mut part: Part) -> Part {
    if let Part::Programme(programme) = &mut part {
        programme.outcomes.clear();
    }
    part
}

/// What has to change with a part: who names its id, and outcomes that have the places of their programme.
fn followers(dataset: &Dataset, place: PartPath, old: &Part, new: &mut Part) -> Result<Vec<EditOp>, EditError> {
    let mut ops = Vec::new();
    if let (Some(old_id), Some(new_id)) = (old.id(), new.id())
        && old_id != new_id
    {
        if new_id.place(dataset).is_some() {
            return Err(EditError::IdTaken(new_id.as_str().to_owned()));
        }
        // Of two with one id the first is the one that is meant, and who names it stays with it.
        if old_id.place(dataset) == Some(place) {
            new.rename(&old_id, &new_id);
            for named in who_names(dataset, &old_id).into_iter().filter(|&named| named != place) {
                if let Some(mut part) = Part::at(dataset, named) {
                    part.rename(&old_id, &new_id);
                    ops.push(EditOp::Replace(named, part));
                }
            }
        }
    }
    if let (Part::Indicator(was), Part::Indicator(is)) = (old, &*new)
        && was.concept != is.concept
        && !dataset.indicators.iter().any(|other| other.id != was.id && other.concept == was.concept)
    {
        // Nothing counts the concept under its old name any more.
        follow_concept(dataset, &was.concept, &is.concept, &mut ops);
    }
    if let (PartPath::Programme(at), Part::Programme(was), Part::Programme(is)) = (place, old, new)
        && was.places != is.places
        && let Some(programme) = dataset.programmes.get(at)
    {
        for (n, outcome) in programme.outcomes.iter().enumerate().filter(|(_, o)| o.places == was.places) {
            let mut outcome = outcome.clone();
            outcome.places.clone_from(&is.places);
            ops.push(EditOp::Replace(PartPath::Outcome(OutcomeParent::Programme(at), n), outcome.into()));
        }
    }
    Ok(ops)
}

/// Kept views of a concept follow its new name, beside what they follow already.
fn follow_concept(dataset: &Dataset, was: &str, is: &str, ops: &mut Vec<EditOp>) {
    for (n, view) in dataset.views.iter().enumerate().filter(|(_, view)| !was.is_empty() && view.concept == was) {
        let place = PartPath::SavedView(n);
        let known = ops.iter_mut().find_map(|op| match op {
            EditOp::Replace(at, Part::SavedView(view)) if *at == place => Some(view),
            EditOp::Replace(..) | EditOp::Insert(..) | EditOp::Remove(_) | EditOp::Move(..) | EditOp::Tables(_) => None,
        });
        match known {
            Some(view) => is.clone_into(&mut view.concept),
            None => {
                ops.push(EditOp::Replace(place, SavedView { concept: is.to_owned(), ..view.clone() }.into()));
            }
        }
    }
}

/// Whether another part of the kind has the same id.
pub(super) fn has_twin(dataset: &Dataset, place: PartPath, part: &Part) -> bool {
    let Some(id) = part.id() else { return false };
    let same_kind = |other: &PartPath| std::mem::discriminant(other) == std::mem::discriminant(&place);
    let others = PartPath::all(dataset).into_iter().filter(|other| *other != place && same_kind(other));
    others.filter_map(|other| id_at(dataset, other)).any(|other| other == id.as_str())
}

/// The id that stands at a place.
pub(super) fn id_at(dataset: &Dataset, place: PartPath) -> Option<&str> {
    match place {
        PartPath::Facts => None,
        PartPath::Source(n) => dataset.sources.get(n).map(|s| s.id.as_str()),
        PartPath::Council(n) => dataset.councils.get(n).map(|c| c.id.as_str()),
        PartPath::Indicator(n) => dataset.indicators.get(n).map(|i| i.id.as_str()),
        PartPath::Programme(n) => dataset.programmes.get(n).map(|p| p.id.as_str()),
        PartPath::SavedView(n) => dataset.views.get(n).map(|v| v.id.as_str()),
        PartPath::Outcome(home, n) => super::part::outcomes_of(dataset, home)?.get(n).map(|o| o.id.as_str()),
    }
}
