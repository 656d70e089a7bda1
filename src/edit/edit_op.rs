//! The four small steps that every edit is made of. Each, once taken, gives the step that takes it back.

use std::mem;

use thiserror::Error;

use crate::model::{Dataset, Outcome};

use crate::say;

use super::{Facts, OutcomeParent, Part, PartPath, TablesChange};

/// Why an edit can't be made. The dataset is as it was before.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum EditError {
    /// There is nothing at the place.
    #[error("{}", say!("edits-no-such-place", place = .0.as_str()))]
    NoSuchPlace(String),
    /// A part of another kind belongs there.
    #[error("{}", say!("edits-wrong-kind", place = .0.as_str()))]
    WrongKind(String),
    /// The id is another part's.
    #[error("{}", say!("edits-id-taken", id = .0.as_str()))]
    IdTaken(String),
    /// Title and licence can be changed, not deleted, moved or made again.
    #[error("{}", say!("edits-facts-stay"))]
    FactsStay,
    /// A line of the journal can't be read.
    #[error("{}", say!("edits-journal-unreadable", why = .0.as_str()))]
    Journal(String),
}

impl EditError {
    pub(super) fn nowhere(place: PartPath) -> Self {
        Self::NoSuchPlace(place.path_of(""))
    }
}

/// One small step.
#[derive(Clone, Debug, PartialEq)]
pub enum EditOp {
    /// Another part takes the place of one. Outcomes stay with their place, not with the programme that is replaced.
    Replace(PartPath, Part),
    /// A new part is put in at a place; what stood there and after it moves on by one. A programme brings its outcomes.
    Insert(PartPath, Part),
    /// The part at a place is taken out, a programme with its outcomes.
    Remove(PartPath),
    /// A part is taken out at the first place and put in at the second, which is counted after it was taken out. The list is the
    /// same, or for outcomes that of another programme.
    Move(PartPath, PartPath),
    /// The ends of the lists that hold tables of official statistics are replaced.
    Tables(Box<TablesChange>),
}

/// Puts in, or tells that the list is too short.
fn insert<T>(list: &mut Vec<T>, at: usize, item: T, place: PartPath) -> Result<(), EditError> {
    if at > list.len() {
        return Err(EditError::nowhere(place));
    }
    list.insert(at, item);
    Ok(())
}

fn remove<T>(list: &mut Vec<T>, at: usize, place: PartPath) -> Result<T, EditError> {
    if at >= list.len() {
        return Err(EditError::nowhere(place));
    }
    Ok(list.remove(at))
}

fn replace<T>(list: &mut [T], at: usize, item: T, place: PartPath) -> Result<T, EditError> {
    list.get_mut(at).map(|old| mem::replace(old, item)).ok_or(EditError::nowhere(place))
}

fn outcomes(dataset: &mut Dataset, home: OutcomeParent, place: PartPath) -> Result<&mut Vec<Outcome>, EditError> {
    match home {
        OutcomeParent::Programme(at) => {
            dataset.programmes.get_mut(at).map(|p| &mut p.outcomes).ok_or(EditError::nowhere(place))
        }
        OutcomeParent::Context => Ok(&mut dataset.context),
    }
}

impl EditOp {
    /// Takes the step, and gives the one that takes it back.
    ///
    /// # Errors
    /// An [`EditError`]; the dataset is untouched then.
    pub fn apply(self, dataset: &mut Dataset) -> Result<Self, EditError> {
        match self {
            Self::Replace(place, part) => Ok(Self::Replace(place, replace_part(dataset, place, part)?)),
            Self::Insert(place, part) => {
                insert_part(dataset, place, part)?;
                Ok(Self::Remove(place))
            }
            Self::Remove(place) => Ok(Self::Insert(place, remove_part(dataset, place)?)),
            Self::Move(from, to) => {
                let part = remove_part(dataset, from)?;
                match insert_part(dataset, to, part.clone()) {
                    Ok(()) => Ok(Self::Move(to, from)),
                    Err(error) => {
                        insert_part(dataset, from, part)?;
                        Err(error)
                    }
                }
            }
            Self::Tables(change) => Ok(Self::Tables(Box::new(change.apply(dataset)?))),
        }
    }

    /// The place it begins at.
    pub fn place(&self) -> PartPath {
        match self {
            Self::Replace(place, _) | Self::Insert(place, _) | Self::Remove(place) | Self::Move(place, _) => *place,
            Self::Tables(change) => PartPath::Source(change.sources.at),
        }
    }
}

fn replace_part(dataset: &mut Dataset, place: PartPath, part: Part) -> Result<Part, EditError> {
    match (place, part) {
        (PartPath::Facts, Part::Facts(facts)) => Ok(Part::Facts(Facts {
            title: mem::replace(&mut dataset.title, facts.title),
            licence: mem::replace(&mut dataset.licence, facts.licence),
            summary: mem::replace(&mut dataset.summary, facts.summary),
        })),
        (PartPath::Source(n), Part::Source(new)) => replace(&mut dataset.sources, n, new, place).map(Into::into),
        (PartPath::Council(n), Part::Council(new)) => replace(&mut dataset.councils, n, *new, place).map(Into::into),
        (PartPath::Indicator(n), Part::Indicator(new)) => {
            replace(&mut dataset.indicators, n, new, place).map(Into::into)
        }
        (PartPath::Programme(n), Part::Programme(mut new)) => {
            let old = dataset.programmes.get_mut(n).ok_or(EditError::nowhere(place))?;
            new.outcomes = mem::take(&mut old.outcomes);
            Ok(mem::replace(old, *new).into())
        }
        (PartPath::SavedView(n), Part::SavedView(new)) => replace(&mut dataset.views, n, *new, place).map(Into::into),
        (PartPath::Outcome(home, n), Part::Outcome(new)) => {
            replace(outcomes(dataset, home, place)?, n, *new, place).map(Into::into)
        }
        _ => Err(EditError::WrongKind(place.path_of(""))),
    }
}

fn insert_part(dataset: &mut Dataset, place: PartPath, part: Part) -> Result<(), EditError> {
    match (place, part) {
        (PartPath::Facts, _) => Err(EditError::FactsStay),
        (PartPath::Source(n), Part::Source(new)) => insert(&mut dataset.sources, n, new, place),
        (PartPath::Council(n), Part::Council(new)) => insert(&mut dataset.councils, n, *new, place),
        (PartPath::Indicator(n), Part::Indicator(new)) => insert(&mut dataset.indicators, n, new, place),
        (PartPath::Programme(n), Part::Programme(new)) => insert(&mut dataset.programmes, n, *new, place),
        (PartPath::SavedView(n), Part::SavedView(new)) => insert(&mut dataset.views, n, *new, place),
        (PartPath::Outcome(home, n), Part::Outcome(new)) => insert(outcomes(dataset, home, place)?, n, *new, place),
        _ => Err(EditError::WrongKind(place.path_of(""))),
    }
}

fn remove_part(dataset: &mut Dataset, place: PartPath) -> Result<Part, EditError> {
    match place {
        PartPath::Facts => Err(EditError::FactsStay),
        PartPath::Source(n) => remove(&mut dataset.sources, n, place).map(Into::into),
        PartPath::Council(n) => remove(&mut dataset.councils, n, place).map(Into::into),
        PartPath::Indicator(n) => remove(&mut dataset.indicators, n, place).map(Into::into),
        PartPath::Programme(n) => remove(&mut dataset.programmes, n, place).map(Into::into),
        PartPath::SavedView(n) => remove(&mut dataset.views, n, place).map(Into::into),
        PartPath::Outcome(home, n) => remove(outcomes(dataset, home, place)?, n, place).map(Into::into),
    }
}
