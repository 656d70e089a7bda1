//! Who names whom: which parts hold the id of another, and how to change or leave out what they hold.

use std::collections::HashSet;

use crate::model::{Council, CouncilId, Dataset, Outcome, OutcomeId, Programme, SavedView, SourceRef};

use super::{OutcomeParent, Part, PartId, PartPath};

/// Every part that names this id, in the order of the file.
pub fn who_names(dataset: &Dataset, id: &PartId) -> Vec<PartPath> {
    let mut places = Vec::new();
    for (n, council) in dataset.councils.iter().enumerate() {
        if council_names(council, id) {
            places.push(PartPath::Council(n));
        }
    }
    for (p, programme) in dataset.programmes.iter().enumerate() {
        if programme_names(programme, id) {
            places.push(PartPath::Programme(p));
        }
        places.extend(outcomes_naming(&programme.outcomes, OutcomeParent::Programme(p), id));
    }
    places.extend(outcomes_naming(&dataset.context, OutcomeParent::Context, id));
    let views = (0..).zip(&dataset.views).filter(|(_, view)| view_names(view, id));
    places.extend(views.map(|(n, _)| PartPath::SavedView(n)));
    places
}

/// The documents, councils and indicators that no other part names, in the order of the file: a slip in a name that was typed may have
/// left them.
pub fn unused(dataset: &Dataset) -> Vec<PartPath> {
    let (mut sources, mut councils, mut indicators) = (HashSet::new(), HashSet::new(), HashSet::new());
    for council in &dataset.councils {
        councils.extend(council.successors.iter().chain(&council.members));
    }
    for programme in &dataset.programmes {
        sources.extend(programme.sources.iter().map(|cited| &cited.source));
        councils.extend(&programme.places);
    }
    let in_programmes = dataset.programmes.iter().flat_map(|programme| &programme.outcomes);
    for outcome in in_programmes.chain(&dataset.context) {
        sources.extend(outcome.sources.iter().map(|cited| &cited.source));
        councils.extend(&outcome.places);
        indicators.insert(&outcome.indicator);
    }
    for view in &dataset.views {
        sources.extend(&view.source);
        councils.extend(&view.councils);
        indicators.extend(&view.indicator);
    }
    for release in &dataset.releases {
        sources.insert(&release.source);
    }
    for statistic in &dataset.statistics {
        councils.extend(statistic.places());
        indicators.insert(&statistic.indicator);
    }
    let mut unused = Vec::new();
    unused.extend(
        (0..).zip(&dataset.sources).filter(|(_, it)| !sources.contains(&it.id)).map(|(n, _)| PartPath::Source(n)),
    );
    unused.extend(
        (0..).zip(&dataset.councils).filter(|(_, it)| !councils.contains(&it.id)).map(|(n, _)| PartPath::Council(n)),
    );
    let indicators = (0..).zip(&dataset.indicators).filter(|(_, it)| !indicators.contains(&it.id));
    unused.extend(indicators.map(|(n, _)| PartPath::Indicator(n)));
    unused
}

fn outcomes_naming<'a>(list: &'a [Outcome], home: OutcomeParent, id: &'a PartId) -> impl Iterator<Item = PartPath> {
    let named = list.iter().enumerate().filter(move |(_, outcome)| outcome_names(outcome, id));
    named.map(move |(n, _)| PartPath::Outcome(home, n))
}

fn council_names(council: &Council, id: &PartId) -> bool {
    matches!(id, PartId::Council(id) if council.successors.contains(id) || council.members.contains(id))
}

fn programme_names(programme: &Programme, id: &PartId) -> bool {
    match id {
        PartId::Council(id) => programme.places.contains(id),
        PartId::Source(id) => programme.sources.iter().any(|r| &r.source == id),
        PartId::Indicator(_) | PartId::Programme(_) | PartId::Outcome(_) | PartId::SavedView(_) => false,
    }
}

fn outcome_names(outcome: &Outcome, id: &PartId) -> bool {
    match id {
        PartId::Council(id) => outcome.places.contains(id),
        PartId::Source(id) => outcome.sources.iter().any(|r| &r.source == id),
        PartId::Indicator(id) => &outcome.indicator == id,
        PartId::Outcome(id) => outcome.overlaps.contains(id) || outcome.disagrees_with.contains(id),
        PartId::Programme(_) | PartId::SavedView(_) => false,
    }
}

fn view_names(view: &SavedView, id: &PartId) -> bool {
    match id {
        PartId::Council(id) => view.councils.contains(id),
        PartId::Source(id) => view.source.as_ref() == Some(id),
        PartId::Indicator(id) => view.indicator.as_ref() == Some(id),
        PartId::Programme(_) | PartId::Outcome(_) | PartId::SavedView(_) => false,
    }
}

/// A list of ids in a part, whatever they are ids of.
pub(super) enum IdList<'a> {
    Councils(&'a mut Vec<CouncilId>),
    Outcomes(&'a mut Vec<OutcomeId>),
}

impl IdList<'_> {
    /// The id of this number.
    pub fn get(&self, at: usize) -> Option<String> {
        match self {
            Self::Councils(list) => list.get(at).map(ToString::to_string),
            Self::Outcomes(list) => list.get(at).map(ToString::to_string),
        }
    }

    /// Puts another id in place of the one of this number.
    pub fn set(&mut self, at: usize, id: &str) {
        match self {
            Self::Councils(list) => {
                if let Some(item) = list.get_mut(at) {
                    *item = CouncilId::new(id);
                }
            }
            Self::Outcomes(list) => {
                if let Some(item) = list.get_mut(at) {
                    *item = OutcomeId::new(id);
                }
            }
        }
    }

    /// Takes the id of this number out; `None` where there is none.
    pub fn remove(&mut self, at: usize) -> Option<()> {
        match self {
            Self::Councils(list) => (at < list.len()).then(|| drop(list.remove(at))),
            Self::Outcomes(list) => (at < list.len()).then(|| drop(list.remove(at))),
        }
    }

    pub fn is_empty(&self) -> bool {
        match self {
            Self::Councils(list) => list.is_empty(),
            Self::Outcomes(list) => list.is_empty(),
        }
    }
}

impl Part {
    /// The list of ids that this field is; `None` where it is none.
    pub(super) fn ids_mut(&mut self, field: &str) -> Option<IdList<'_>> {
        Some(match (self, field) {
            (Self::Council(it), "successors") => IdList::Councils(&mut it.successors),
            (Self::Council(it), "members") => IdList::Councils(&mut it.members),
            (Self::Programme(it), "places") => IdList::Councils(&mut it.places),
            (Self::Outcome(it), "places") => IdList::Councils(&mut it.places),
            (Self::SavedView(it), "councils") => IdList::Councils(&mut it.councils),
            (Self::Outcome(it), "overlaps") => IdList::Outcomes(&mut it.overlaps),
            (Self::Outcome(it), "disagrees_with") => IdList::Outcomes(&mut it.disagrees_with),
            _ => return None,
        })
    }

    /// The lists in which it names councils.
    pub(super) fn councils_mut(&mut self) -> Vec<&mut Vec<CouncilId>> {
        match self {
            Self::Council(council) => vec![&mut council.successors, &mut council.members],
            Self::Programme(programme) => vec![&mut programme.places],
            Self::Outcome(outcome) => vec![&mut outcome.places],
            Self::SavedView(view) => vec![&mut view.councils],
            Self::Facts(_) | Self::Source(_) | Self::Indicator(_) => Vec::new(),
        }
    }

    /// The documents it cites.
    pub(super) fn sources_mut(&mut self) -> Option<&mut Vec<SourceRef>> {
        match self {
            Self::Programme(programme) => Some(&mut programme.sources),
            Self::Outcome(outcome) => Some(&mut outcome.sources),
            Self::Facts(_) | Self::Source(_) | Self::Council(_) | Self::Indicator(_) | Self::SavedView(_) => None,
        }
    }

    /// The lists in which it names outcomes.
    pub(super) fn outcomes_mut(&mut self) -> Vec<&mut Vec<OutcomeId>> {
        match self {
            Self::Outcome(outcome) => vec![&mut outcome.overlaps, &mut outcome.disagrees_with],
            Self::Facts(_)
            | Self::Source(_)
            | Self::Council(_)
            | Self::Indicator(_)
            | Self::Programme(_)
            | Self::SavedView(_) => Vec::new(),
        }
    }

    /// Writes the new id wherever the part names the old one. Both are of one kind; otherwise nothing is changed.
    pub(super) fn rename(&mut self, old: &PartId, new: &PartId) {
        match (old, new) {
            (PartId::Council(old), PartId::Council(new)) => {
                for list in self.councils_mut() {
                    replace_all(list, old, new);
                }
            }
            (PartId::Outcome(old), PartId::Outcome(new)) => {
                for list in self.outcomes_mut() {
                    replace_all(list, old, new);
                }
            }
            (PartId::Source(old), PartId::Source(new)) => {
                for reference in self.sources_mut().into_iter().flatten().filter(|r| &r.source == old) {
                    reference.source = new.clone();
                }
                if let Self::SavedView(view) = self
                    && view.source.as_ref() == Some(old)
                {
                    view.source = Some(new.clone());
                }
            }
            (PartId::Indicator(old), PartId::Indicator(new)) => {
                let named = match self {
                    Self::Outcome(outcome) => Some(&mut outcome.indicator),
                    Self::SavedView(view) => view.indicator.as_mut(),
                    Self::Facts(_) | Self::Source(_) | Self::Council(_) | Self::Indicator(_) | Self::Programme(_) => {
                        None
                    }
                };
                if let Some(named) = named.filter(|named| *named == old) {
                    named.clone_from(new);
                }
            }
            _ => {}
        }
    }

    /// Leaves the id out of every list in which the part names it. An outcome can't be without its indicator, and keeps it.
    pub(super) fn forget(&mut self, id: &PartId) {
        match id {
            PartId::Council(id) => self.councils_mut().into_iter().for_each(|list| list.retain(|c| c != id)),
            PartId::Outcome(id) => self.outcomes_mut().into_iter().for_each(|list| list.retain(|o| o != id)),
            PartId::Source(id) => {
                if let Some(list) = self.sources_mut() {
                    list.retain(|r| &r.source != id);
                }
                if let Self::SavedView(view) = self {
                    view.source.take_if(|source| source == id);
                }
            }
            PartId::Indicator(id) => {
                if let Self::SavedView(view) = self {
                    view.indicator.take_if(|indicator| indicator == id);
                }
            }
            PartId::Programme(_) | PartId::SavedView(_) => {}
        }
    }
}

fn replace_all<T: PartialEq + Clone>(list: &mut [T], old: &T, new: &T) {
    for item in list.iter_mut().filter(|item| *item == old) {
        *item = new.clone();
    }
}
