//! Where a part of a dataset stands, by its number in its list, and how that is written as a path.
//!
//! Places are numbers, not ids, because an id may be missing or used twice while a dataset is being written. A place holds until
//! the next edit; a history applies its steps strictly in order, so that the places in them stay right.

use std::cmp::Ordering;
use std::fmt;

use super::part::outcomes_of;
use super::{EditOp, PartKind};
use crate::model::{CouncilId, Dataset, IndicatorId, OutcomeId, ProgrammeId, SavedViewId, SourceId};

/// The list an outcome stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OutcomeParent {
    /// The outcomes of the programme with this number, counted from 0.
    Programme(usize),
    /// The figures of no programme.
    Context,
}

impl OutcomeParent {
    /// Where the next outcome of it will stand.
    pub fn end(self, dataset: &Dataset) -> PartPath {
        PartPath::Outcome(self, outcomes_of(dataset, self).map_or(0, Vec::len))
    }

    /// Where it stands after a step; `None` where its programme was taken out.
    pub fn after(self, step: &EditOp) -> Option<Self> {
        match self {
            Self::Context => Some(self),
            Self::Programme(p) => PartPath::Programme(p).after(step).map(|place| Self::Programme(place.number())),
        }
    }
}

/// Where a part stands; numbers count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartPath {
    /// The facts of the dataset itself: title, licence, summary.
    Facts,
    /// A source.
    Source(usize),
    /// A council or other body.
    Council(usize),
    /// An indicator.
    Indicator(usize),
    /// A programme.
    Programme(usize),
    /// An outcome.
    Outcome(OutcomeParent, usize),
    /// A kept view.
    SavedView(usize),
}

impl PartPath {
    /// Every part of the dataset, in the order of the file.
    pub fn all(dataset: &Dataset) -> Vec<Self> {
        let mut places = vec![Self::Facts];
        places.extend((0..dataset.sources.len()).map(Self::Source));
        places.extend((0..dataset.councils.len()).map(Self::Council));
        places.extend((0..dataset.indicators.len()).map(Self::Indicator));
        for (p, programme) in dataset.programmes.iter().enumerate() {
            places.push(Self::Programme(p));
            places.extend((0..programme.outcomes.len()).map(|o| Self::Outcome(OutcomeParent::Programme(p), o)));
        }
        places.extend((0..dataset.context.len()).map(|o| Self::Outcome(OutcomeParent::Context, o)));
        places.extend((0..dataset.views.len()).map(Self::SavedView));
        places
    }

    /// The first source with this id.
    pub fn of_source(dataset: &Dataset, id: &SourceId) -> Option<Self> {
        dataset.sources.iter().position(|s| &s.id == id).map(Self::Source)
    }

    /// The first council with this id.
    pub fn of_council(dataset: &Dataset, id: &CouncilId) -> Option<Self> {
        dataset.councils.iter().position(|c| &c.id == id).map(Self::Council)
    }

    /// The first indicator with this id.
    pub fn of_indicator(dataset: &Dataset, id: &IndicatorId) -> Option<Self> {
        dataset.indicators.iter().position(|i| &i.id == id).map(Self::Indicator)
    }

    /// The first programme with this id.
    pub fn of_programme(dataset: &Dataset, id: &ProgrammeId) -> Option<Self> {
        dataset.programmes.iter().position(|p| &p.id == id).map(Self::Programme)
    }

    /// The first kept view with this id.
    pub fn of_view(dataset: &Dataset, id: &SavedViewId) -> Option<Self> {
        dataset.views.iter().position(|view| &view.id == id).map(Self::SavedView)
    }

    /// The first outcome with this id, those of programmes first.
    pub fn of_outcome(dataset: &Dataset, id: &OutcomeId) -> Option<Self> {
        let of_programmes = dataset.programmes.iter().enumerate().find_map(|(p, programme)| {
            let at = programme.outcomes.iter().position(|o| &o.id == id)?;
            Some(Self::Outcome(OutcomeParent::Programme(p), at))
        });
        let of_context =
            || dataset.context.iter().position(|o| &o.id == id).map(|at| Self::Outcome(OutcomeParent::Context, at));
        of_programmes.or_else(of_context)
    }

    /// The place that a path of a finding leads to, and the field in it: `programmes[3].outcomes[0].published.before[0]` is the
    /// outcome 0 of programme 3 and `published.before[0]`. A path that leads to no list belongs to the facts.
    pub fn of_path(path: &str) -> (Self, &str) {
        let facts = (Self::Facts, path);
        let Some((list, at, rest)) = element(path) else { return facts };
        match list {
            "sources" => (Self::Source(at), rest),
            "councils" => (Self::Council(at), rest),
            "indicators" => (Self::Indicator(at), rest),
            "context" => (Self::Outcome(OutcomeParent::Context, at), rest),
            "views" => (Self::SavedView(at), rest),
            "programmes" => match element(rest) {
                Some(("outcomes", outcome, rest)) => (Self::Outcome(OutcomeParent::Programme(at), outcome), rest),
                _ => (Self::Programme(at), rest),
            },
            _ => facts,
        }
    }

    /// The path of a field of this part, as findings write it; of the part itself where the field is empty.
    pub fn path_of(self, field: &str) -> String {
        let part = self.to_string();
        match (part.is_empty(), field.is_empty()) {
            (true, _) => field.to_owned(),
            (false, true) => part,
            (false, false) => format!("{part}.{field}"),
        }
    }

    /// The kind of part that stands there; `None` for the facts.
    pub fn kind(self) -> Option<PartKind> {
        match self {
            Self::Facts => None,
            Self::Source(_) => Some(PartKind::Source),
            Self::Council(_) => Some(PartKind::Council),
            Self::Indicator(_) => Some(PartKind::Indicator),
            Self::Programme(_) => Some(PartKind::Programme),
            Self::Outcome(..) => Some(PartKind::Outcome),
            Self::SavedView(_) => Some(PartKind::SavedView),
        }
    }

    /// Its number in its list, from 0; the facts stand in none and have 0.
    pub(super) fn number(self) -> usize {
        match self {
            Self::Facts => 0,
            Self::Source(n)
            | Self::Council(n)
            | Self::Indicator(n)
            | Self::Programme(n)
            | Self::Outcome(_, n)
            | Self::SavedView(n) => n,
        }
    }

    /// The place with this number in the same list.
    #[must_use]
    pub(super) fn with_number(self, n: usize) -> Self {
        match self {
            Self::Facts => Self::Facts,
            Self::Source(_) => Self::Source(n),
            Self::Council(_) => Self::Council(n),
            Self::Indicator(_) => Self::Indicator(n),
            Self::Programme(_) => Self::Programme(n),
            Self::Outcome(home, _) => Self::Outcome(home, n),
            Self::SavedView(_) => Self::SavedView(n),
        }
    }

    /// The length of the list it stands in; the facts are one.
    pub(super) fn list_length(self, dataset: &Dataset) -> usize {
        match self {
            Self::Facts => 1,
            Self::Source(_) => dataset.sources.len(),
            Self::Council(_) => dataset.councils.len(),
            Self::Indicator(_) => dataset.indicators.len(),
            Self::Programme(_) => dataset.programmes.len(),
            Self::Outcome(home, _) => outcomes_of(dataset, home).map_or(0, Vec::len),
            Self::SavedView(_) => dataset.views.len(),
        }
    }

    /// Where this part stands after a step; `None` where it was taken out.
    pub fn after(self, step: &EditOp) -> Option<Self> {
        match step {
            EditOp::Replace(..) => Some(self),
            EditOp::Tables(change) => change.keeps(self).then_some(self),
            EditOp::Insert(at, _) => Some(self.after_insertion(*at)),
            EditOp::Remove(at) => self.after_removal(*at),
            EditOp::Move(from, to) => match (self, *from, *to) {
                _ if self == *from => Some(*to),
                (Self::Outcome(OutcomeParent::Programme(p), o), Self::Programme(was), Self::Programme(is))
                    if p == was =>
                {
                    Some(Self::Outcome(OutcomeParent::Programme(is), o))
                }
                _ => self.after_removal(*from).map(|place| place.after_insertion(*to)),
            },
        }
    }

    fn after_insertion(self, at: Self) -> Self {
        match (self, at) {
            (Self::Outcome(OutcomeParent::Programme(p), o), Self::Programme(at)) if at <= p => {
                Self::Outcome(OutcomeParent::Programme(p + 1), o)
            }
            _ if at.with_number(self.number()) == self && at.number() <= self.number() => {
                self.with_number(self.number() + 1)
            }
            _ => self,
        }
    }

    fn after_removal(self, at: Self) -> Option<Self> {
        let next = |n: usize, at: usize| match n.cmp(&at) {
            Ordering::Less => Some(n),
            Ordering::Equal => None,
            Ordering::Greater => Some(n - 1),
        };
        Some(match (self, at) {
            (Self::Outcome(OutcomeParent::Programme(p), o), Self::Programme(at)) => {
                Self::Outcome(OutcomeParent::Programme(next(p, at)?), o)
            }
            _ if at.with_number(self.number()) == self => self.with_number(next(self.number(), at.number())?),
            _ => self,
        })
    }

    /// Numbers that sort as the parts stand in the file.
    pub(super) fn rank(self) -> (u8, usize, usize) {
        match self {
            Self::Facts => (0, 0, 0),
            Self::Source(n) => (1, n, 0),
            Self::Council(n) => (2, n, 0),
            Self::Indicator(n) => (3, n, 0),
            Self::Programme(n) => (4, n, 0),
            Self::Outcome(OutcomeParent::Programme(p), o) => (4, p, o + 1),
            Self::Outcome(OutcomeParent::Context, o) => (5, o, 0),
            Self::SavedView(n) => (6, n, 0),
        }
    }
}

/// `programmes[3].outcomes[0].id` is `programmes`, 3, and `outcomes[0].id`.
fn element(path: &str) -> Option<(&str, usize, &str)> {
    let (list, rest) = path.split_once('[')?;
    let (at, rest) = rest.split_once(']')?;
    Some((list, at.parse().ok()?, rest.strip_prefix('.').unwrap_or(rest)))
}

impl fmt::Display for PartPath {
    /// The path of the part, as findings write it; empty for the facts.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Facts => Ok(()),
            Self::Source(n) => write!(f, "sources[{n}]"),
            Self::Council(n) => write!(f, "councils[{n}]"),
            Self::Indicator(n) => write!(f, "indicators[{n}]"),
            Self::Programme(n) => write!(f, "programmes[{n}]"),
            Self::Outcome(OutcomeParent::Programme(p), o) => write!(f, "programmes[{p}].outcomes[{o}]"),
            Self::Outcome(OutcomeParent::Context, o) => write!(f, "context[{o}]"),
            Self::SavedView(n) => write!(f, "views[{n}]"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_to_its_part_and_back() {
        for (path, place, field) in [
            ("title", PartPath::Facts, "title"),
            ("sources[2].title", PartPath::Source(2), "title"),
            ("councils[0]", PartPath::Council(0), ""),
            ("indicators[11].unit", PartPath::Indicator(11), "unit"),
            ("programmes[3].places[1]", PartPath::Programme(3), "places[1]"),
            (
                "programmes[3].outcomes[0].published.before[0]",
                PartPath::Outcome(OutcomeParent::Programme(3), 0),
                "published.before[0]",
            ),
            ("views[1].councils[2]", PartPath::SavedView(1), "councils[2]"),
            ("context[4].overlaps[0]", PartPath::Outcome(OutcomeParent::Context, 4), "overlaps[0]"),
        ] {
            assert_eq!(PartPath::of_path(path), (place, field), "{path}");
            assert_eq!(place.path_of(field), path);
        }
        assert_eq!(PartPath::of_path("nothing[x]"), (PartPath::Facts, "nothing[x]"));
    }

    #[test]
    fn a_place_moves_with_what_is_put_in_taken_out_and_moved() {
        let of = |p: usize, o: usize| PartPath::Outcome(OutcomeParent::Programme(p), o);
        let part = || crate::edit::Facts::default().into();
        for (place, op, after) in [
            (PartPath::Council(2), EditOp::Insert(PartPath::Council(2), part()), Some(PartPath::Council(3))),
            (PartPath::Council(2), EditOp::Insert(PartPath::Council(3), part()), Some(PartPath::Council(2))),
            (PartPath::Council(2), EditOp::Insert(PartPath::Source(0), part()), Some(PartPath::Council(2))),
            (of(1, 0), EditOp::Insert(PartPath::Programme(0), part()), Some(of(2, 0))),
            (of(1, 0), EditOp::Remove(PartPath::Programme(0)), Some(of(0, 0))),
            (of(1, 0), EditOp::Remove(PartPath::Programme(1)), None),
            (of(1, 3), EditOp::Remove(of(1, 2)), Some(of(1, 2))),
            (of(1, 3), EditOp::Remove(of(0, 2)), Some(of(1, 3))),
            (of(1, 3), EditOp::Move(PartPath::Programme(1), PartPath::Programme(0)), Some(of(0, 3))),
            (of(0, 3), EditOp::Move(PartPath::Programme(1), PartPath::Programme(0)), Some(of(1, 3))),
            (of(0, 3), EditOp::Move(of(0, 3), of(0, 1)), Some(of(0, 1))),
            (of(0, 2), EditOp::Move(of(0, 3), of(0, 1)), Some(of(0, 3))),
        ] {
            assert_eq!(place.after(&op), after, "{place} after {op:?}");
        }
    }
}
