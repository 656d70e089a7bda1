//! The view: what is asked for. The window and the command line build the same one.

use std::collections::HashSet;
use std::ops::RangeInclusive;
use strum::{EnumCount, VariantArray};

use crate::say;

use super::{CouncilId, Dataset, Filter, Form, IndicatorId, Located, ProgrammeId, Role, SourceId};

/// The kinds of figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, EnumCount, VariantArray)]
pub enum FigureKind {
    /// Levels and changes, aligned in rows.
    #[default]
    Both,
    /// Levels before and after, in rows.
    Paired,
    /// Changes in per cent, in rows.
    Change,
    /// From the level before to the level after, in rows: two dots and an arrow.
    Dumbbell,
    /// From the level before to the level after, a line each between two upright axes.
    Slope,
    /// Changes on an axis where before is 100, in rows; several ways to count one concept may stand on it.
    Index,
    /// Grades before and after, as steps.
    Rating,
    /// Everything, each outcome as a small figure with its own axis.
    Profile,
    /// Everything of a few councils: a column a council, a row a concept.
    SideBySide,
    /// The official series of councils over time.
    Trend,
    /// Every council a dot at its change between two dates, those in hand named.
    Strip,
}

/// Which concepts a kind of figure draws (R2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ConceptScope {
    /// One only.
    One,
    /// As many as are asked for.
    Any,
}

impl FigureKind {
    /// Every kind that can be drawn.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// The word on the command line, the words on screen, and which concepts it draws.
    fn facts(self) -> (&'static str, fn() -> &'static str, ConceptScope) {
        match self {
            Self::Both => ("both", || say!("model-figure-both"), ConceptScope::One),
            Self::Paired => ("paired", || say!("model-figure-paired"), ConceptScope::One),
            Self::Change => ("change", || say!("model-figure-change"), ConceptScope::One),
            Self::Dumbbell => ("dumbbell", || say!("model-figure-dumbbell"), ConceptScope::One),
            Self::Slope => ("slope", || say!("model-figure-slope"), ConceptScope::One),
            Self::Index => ("index", || say!("model-figure-index"), ConceptScope::One),
            Self::Rating => ("rating", || say!("model-figure-rating"), ConceptScope::Any),
            Self::Profile => ("profile", || say!("model-figure-profile"), ConceptScope::Any),
            Self::SideBySide => ("side-by-side", || say!("model-figure-side-by-side"), ConceptScope::Any),
            Self::Trend => ("trend", || say!("model-figure-trend"), ConceptScope::One),
            Self::Strip => ("strip", || say!("model-figure-strip"), ConceptScope::One),
        }
    }

    /// The word on the command line.
    pub fn keyword(self) -> &'static str {
        self.facts().0
    }

    /// The words on screen.
    pub fn label(self) -> &'static str {
        (self.facts().1)()
    }

    /// Whether it sets councils beside one another, so that a reader has to know whether they may be compared.
    pub fn compares_councils(self) -> bool {
        match self {
            Self::Both
            | Self::Paired
            | Self::Change
            | Self::Dumbbell
            | Self::Slope
            | Self::Index
            | Self::Rating
            | Self::Trend
            | Self::Strip => true,
            // There each row has an answer of its own.
            Self::Profile | Self::SideBySide => false,
        }
    }

    /// How many councils have to be named for it; `None` where any number may be, and none as well.
    pub fn councils(self) -> Option<RangeInclusive<usize>> {
        match self {
            Self::SideBySide => Some(2..=4),
            Self::Both
            | Self::Paired
            | Self::Change
            | Self::Dumbbell
            | Self::Slope
            | Self::Index
            | Self::Rating
            | Self::Profile
            | Self::Trend
            | Self::Strip => None,
        }
    }

    /// Whether it draws official series rather than the outcomes themselves (R19).
    pub fn draws_series(self) -> bool {
        match self {
            Self::Trend | Self::Strip => true,
            Self::Both
            | Self::Paired
            | Self::Change
            | Self::Dumbbell
            | Self::Slope
            | Self::Index
            | Self::Rating
            | Self::Profile
            | Self::SideBySide => false,
        }
    }

    /// Whether it draws one concept only (R2).
    pub fn needs_one_concept(self) -> bool {
        self.facts().2 == ConceptScope::One
    }
}

/// In which order outcomes stand (R15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, EnumCount, VariantArray)]
pub enum Order {
    /// By length of period, then by name: the default.
    #[default]
    Period,
    /// By name.
    Name,
    /// By size of change; the reader's own choice, and it carries a caution.
    Change,
}

impl Order {
    /// Every order.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// The word on the command line.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Period => "period",
            Self::Name => "name",
            Self::Change => "change",
        }
    }

    /// The words on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Period => say!("model-order-period"),
            Self::Name => say!("model-order-name"),
            Self::Change => say!("model-order-change"),
        }
    }
}

/// What the axis of a trend counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, EnumCount, VariantArray)]
pub enum SeriesScale {
    /// Levels as published.
    #[default]
    Level,
    /// The first date is 100.
    Index,
    /// Change in per cent since the first date.
    Change,
}

impl SeriesScale {
    /// Every scale.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// The word on the command line.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Index => "index",
            Self::Change => "change",
        }
    }

    /// The words on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Level => say!("model-scale-level"),
            Self::Index => say!("model-scale-index"),
            Self::Change => say!("model-scale-change"),
        }
    }
}

/// What is asked for; by default everything.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct View {
    /// These councils or bodies.
    pub councils: Filter<CouncilId>,
    /// These indicators.
    pub indicators: Filter<IndicatorId>,
    /// These programmes.
    pub programmes: Filter<ProgrammeId>,
    /// These topics, of the indicator or of the programme.
    pub topics: Filter<String>,
    /// These regions.
    pub regions: Filter<String>,
    /// These roles.
    pub roles: Filter<Role>,
    /// These forms of evidence.
    pub forms: Filter<Form>,
    /// Outcomes of these documents.
    pub sources: Filter<SourceId>,
    /// In which order.
    pub order: Order,
    /// What the axis of a trend counts.
    pub scale: SeriesScale,
}

impl View {
    /// The outcomes that are asked for, in file order.
    pub fn select<'a>(&self, dataset: &'a Dataset) -> Vec<Located<'a>> {
        // A search may ask for hundreds of councils, so they are looked up and not gone through for each outcome.
        let councils = match &self.councils {
            Filter::All => None,
            Filter::These(these) => Some(these.iter().collect::<HashSet<_>>()),
        };
        let in_regions = match &self.regions {
            Filter::All => None,
            Filter::These(these) => Some(
                dataset.councils.iter().filter(|c| these.contains(&c.region)).map(|c| &c.id).collect::<HashSet<_>>(),
            ),
        };
        let is_in = |places: &Option<HashSet<&CouncilId>>, located: &Located<'_>| {
            places.as_ref().is_none_or(|places| located.outcome.places.iter().any(|id| places.contains(id)))
        };
        let asked =
            |located: &Located<'_>| is_in(&councils, located) && is_in(&in_regions, located) && self.asks_for(located);
        dataset.outcomes().filter(asked).collect()
    }

    /// Whether an outcome is asked for by all but its place.
    fn asks_for(&self, located: &Located<'_>) -> bool {
        let outcome = located.outcome;
        let programme = located.programme;
        self.indicators.asks_for(&outcome.indicator)
            && self.programmes.any(|id| programme.is_some_and(|p| &p.id == id))
            && self.topics.any(|t| &located.indicator.topic == t || programme.is_some_and(|p| &p.topic == t))
            && self.roles.asks_for(&outcome.role)
            && self.forms.asks_for(&outcome.published.form())
            && self.sources.any(|id| outcome.sources.iter().any(|s| &s.source == id))
    }
}
