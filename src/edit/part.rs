//! The parts a dataset is made of, each as a value that can be put in another's place.

use crate::model::{
    Council, CouncilId, Dataset, Indicator, IndicatorId, Outcome, OutcomeId, Programme, ProgrammeId, SavedView,
    SavedViewId, Source, SourceId,
};

use crate::say;

use super::{OutcomeParent, PartPath};

/// What is said of the dataset itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Its title.
    pub title: String,
    /// The licence of the data.
    pub licence: String,
    /// What it is; may be empty.
    pub summary: String,
}

/// One part of a dataset.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// What is said of the dataset itself.
    Facts(Facts),
    /// A source.
    Source(Source),
    /// A council or other body.
    Council(Box<Council>),
    /// An indicator.
    Indicator(Indicator),
    /// A programme. Its outcomes are parts of their own: where one programme replaces another the outcomes stay, and only
    /// what is put in or taken out carries them.
    Programme(Box<Programme>),
    /// An outcome.
    Outcome(Box<Outcome>),
    /// A view that is kept.
    SavedView(Box<SavedView>),
}

/// The id of a part.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PartId {
    /// Of a source.
    Source(SourceId),
    /// Of a council.
    Council(CouncilId),
    /// Of an indicator.
    Indicator(IndicatorId),
    /// Of a programme.
    Programme(ProgrammeId),
    /// Of an outcome.
    Outcome(OutcomeId),
    /// Of a kept view.
    SavedView(SavedViewId),
}

impl PartId {
    /// The id as it is written.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Source(id) => id.as_str(),
            Self::Council(id) => id.as_str(),
            Self::Indicator(id) => id.as_str(),
            Self::Programme(id) => id.as_str(),
            Self::Outcome(id) => id.as_str(),
            Self::SavedView(id) => id.as_str(),
        }
    }

    /// Where the first part with this id stands.
    pub fn place(&self, dataset: &Dataset) -> Option<PartPath> {
        match self {
            Self::Source(id) => PartPath::of_source(dataset, id),
            Self::Council(id) => PartPath::of_council(dataset, id),
            Self::Indicator(id) => PartPath::of_indicator(dataset, id),
            Self::Programme(id) => PartPath::of_programme(dataset, id),
            Self::Outcome(id) => PartPath::of_outcome(dataset, id),
            Self::SavedView(id) => PartPath::of_view(dataset, id),
        }
    }
}

impl From<Facts> for Part {
    fn from(facts: Facts) -> Self {
        Self::Facts(facts)
    }
}

impl From<Source> for Part {
    fn from(source: Source) -> Self {
        Self::Source(source)
    }
}

impl From<Council> for Part {
    fn from(council: Council) -> Self {
        Self::Council(Box::new(council))
    }
}

impl From<Indicator> for Part {
    fn from(indicator: Indicator) -> Self {
        Self::Indicator(indicator)
    }
}

impl From<Programme> for Part {
    fn from(programme: Programme) -> Self {
        Self::Programme(Box::new(programme))
    }
}

impl From<Outcome> for Part {
    fn from(outcome: Outcome) -> Self {
        Self::Outcome(Box::new(outcome))
    }
}

impl From<SavedView> for Part {
    fn from(view: SavedView) -> Self {
        Self::SavedView(Box::new(view))
    }
}

/// The outcomes of a home; `None` where there is no such programme.
pub fn outcomes_of(dataset: &Dataset, home: OutcomeParent) -> Option<&Vec<Outcome>> {
    match home {
        OutcomeParent::Programme(at) => dataset.programmes.get(at).map(|p| &p.outcomes),
        OutcomeParent::Context => Some(&dataset.context),
    }
}

/// A programme without its outcomes.
fn alone(programme: &Programme) -> Programme {
    Programme {
        id: programme.id.clone(),
        name: programme.name.clone(),
        places: programme.places.clone(),
        topic: programme.topic.clone(),
        dates: programme.dates.clone(),
        summary: programme.summary.clone(),
        claims: programme.claims.clone(),
        sources: programme.sources.clone(),
        outcomes: Vec::new(),
    }
}

impl Part {
    /// A copy of the part at this place, a programme without its outcomes; `None` where there is nothing.
    pub fn at(dataset: &Dataset, place: PartPath) -> Option<Self> {
        match place {
            PartPath::Facts => Some(Self::Facts(Facts {
                title: dataset.title.clone(),
                licence: dataset.licence.clone(),
                summary: dataset.summary.clone(),
            })),
            PartPath::Source(n) => dataset.sources.get(n).cloned().map(Into::into),
            PartPath::Council(n) => dataset.councils.get(n).cloned().map(Into::into),
            PartPath::Indicator(n) => dataset.indicators.get(n).cloned().map(Into::into),
            PartPath::Programme(n) => dataset.programmes.get(n).map(|p| alone(p).into()),
            PartPath::Outcome(home, n) => outcomes_of(dataset, home)?.get(n).cloned().map(Into::into),
            PartPath::SavedView(n) => dataset.views.get(n).cloned().map(Into::into),
        }
    }

    /// Its id; `None` for the facts.
    pub fn id(&self) -> Option<PartId> {
        match self {
            Self::Facts(_) => None,
            Self::Source(source) => Some(PartId::Source(source.id.clone())),
            Self::Council(council) => Some(PartId::Council(council.id.clone())),
            Self::Indicator(indicator) => Some(PartId::Indicator(indicator.id.clone())),
            Self::Programme(programme) => Some(PartId::Programme(programme.id.clone())),
            Self::Outcome(outcome) => Some(PartId::Outcome(outcome.id.clone())),
            Self::SavedView(view) => Some(PartId::SavedView(view.id.clone())),
        }
    }

    /// The part with another id; facts have none and stay as they are.
    #[must_use]
    pub fn with_id(mut self, id: &str) -> Self {
        match &mut self {
            Self::Facts(_) => {}
            Self::Source(it) => it.id = SourceId::new(id),
            Self::Council(it) => it.id = CouncilId::new(id),
            Self::Indicator(it) => it.id = IndicatorId::new(id),
            Self::Programme(it) => it.id = ProgrammeId::new(id),
            Self::Outcome(it) => it.id = OutcomeId::new(id),
            Self::SavedView(it) => it.id = SavedViewId::new(id),
        }
        self
    }

    /// Its name, as a label says it: an outcome is called by its indicator and its places.
    pub fn name(&self, dataset: &Dataset) -> String {
        let named = |name: &str, id: &str| if name.trim().is_empty() { id.to_owned() } else { name.to_owned() };
        match self {
            Self::Facts(_) => say!("edits-the-dataset").to_owned(),
            Self::Source(source) => named(&source.title, source.id.as_str()),
            Self::Council(council) => named(&council.name, council.id.as_str()),
            Self::Indicator(indicator) => named(&indicator.name, indicator.id.as_str()),
            Self::Programme(programme) => named(&programme.name, programme.id.as_str()),
            Self::SavedView(view) => named(&view.name, view.id.as_str()),
            Self::Outcome(outcome) => {
                let indicator = dataset.indicator(&outcome.indicator);
                let indicator = indicator.map_or(outcome.indicator.as_str(), |i| i.name.as_str());
                let name = named(indicator, outcome.id.as_str());
                match dataset.names(&outcome.places, say!("list-comma")) {
                    places if places.is_empty() => name,
                    places => say!("edits-outcome-of-places", name = name, places = places),
                }
            }
        }
    }
}
