//! The view: what is asked for. The window and the command line build the same one.

use std::collections::HashSet;
use strum::{EnumCount, VariantArray};

use crate::say;

use super::{CouncilId, Dataset, Form, IndicatorId, Located, ProgrammeId, Role, SourceId};

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
}

impl FigureKind {
    /// Every kind that can be drawn.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// The word on the command line.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Paired => "paired",
            Self::Change => "change",
            Self::Dumbbell => "dumbbell",
            Self::Slope => "slope",
            Self::Index => "index",
            Self::Rating => "rating",
            Self::Profile => "profile",
        }
    }

    /// The words on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Both => say!("model-figure-both"),
            Self::Paired => say!("model-figure-paired"),
            Self::Change => say!("model-figure-change"),
            Self::Dumbbell => say!("model-figure-dumbbell"),
            Self::Slope => say!("model-figure-slope"),
            Self::Index => say!("model-figure-index"),
            Self::Rating => say!("model-figure-rating"),
            Self::Profile => say!("model-figure-profile"),
        }
    }

    /// Whether it draws one concept only (R2).
    pub fn needs_one_concept(self) -> bool {
        !matches!(self, Self::Rating | Self::Profile)
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

    /// The words on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Period => say!("model-order-period"),
            Self::Name => say!("model-order-name"),
            Self::Change => say!("model-order-change"),
        }
    }
}

/// What is asked for. An empty list asks for everything.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct View {
    /// These councils or bodies.
    pub councils: Vec<CouncilId>,
    /// These indicators.
    pub indicators: Vec<IndicatorId>,
    /// These programmes.
    pub programmes: Vec<ProgrammeId>,
    /// These topics, of the indicator or of the programme.
    pub topics: Vec<String>,
    /// These regions.
    pub regions: Vec<String>,
    /// These roles.
    pub roles: Vec<Role>,
    /// These forms of evidence.
    pub forms: Vec<Form>,
    /// Outcomes of these documents.
    pub sources: Vec<SourceId>,
    /// In which order.
    pub order: Order,
}

impl View {
    /// The outcomes that are asked for, in file order.
    pub fn select<'a>(&self, dataset: &'a Dataset) -> Vec<Located<'a>> {
        // A search may ask for hundreds of councils, so they are looked up and not gone through for each outcome.
        let councils: HashSet<&CouncilId> = self.councils.iter().collect();
        let in_regions: HashSet<&CouncilId> =
            dataset.councils.iter().filter(|c| self.regions.contains(&c.region)).map(|c| &c.id).collect();
        dataset.outcomes().filter(|located| self.asks_for(&councils, &in_regions, located)).collect()
    }

    fn asks_for(
        &self,
        councils: &HashSet<&CouncilId>,
        in_regions: &HashSet<&CouncilId>,
        located: &Located<'_>,
    ) -> bool {
        let outcome = located.outcome;
        let programme = located.programme;
        (councils.is_empty() || outcome.places.iter().any(|id| councils.contains(id)))
            && either(&self.indicators, |id| &outcome.indicator == id)
            && either(&self.programmes, |id| programme.is_some_and(|p| &p.id == id))
            && either(&self.topics, |t| &located.indicator.topic == t || programme.is_some_and(|p| &p.topic == t))
            && (self.regions.is_empty() || outcome.places.iter().any(|id| in_regions.contains(id)))
            && either(&self.roles, |role| &outcome.role == role)
            && either(&self.forms, |form| &outcome.published.form() == form)
            && either(&self.sources, |id| outcome.sources.iter().any(|s| &s.source == id))
    }
}

fn either<T>(asked: &[T], holds: impl Fn(&T) -> bool) -> bool {
    asked.is_empty() || asked.iter().any(holds)
}
