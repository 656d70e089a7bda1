//! The dataset: everything a file holds, with look-ups by id.

use std::collections::HashMap;
use std::sync::Arc;

use crate::say;

use super::Reference;
use super::{
    Council, CouncilId, Indicator, IndicatorId, Outcome, OutcomeId, Period, ProgrammeId, Release, ReleaseId, SavedView,
    SourceId, Statistic, StatisticId,
};

/// A document.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Unique among the sources.
    pub id: SourceId,
    /// Its title.
    pub title: String,
    /// Who published it; may be empty.
    pub publisher: String,
    /// When.
    pub published: Period,
    /// The document's file name, where references are by line.
    pub file: Option<String>,
    /// What a reader should know; may be empty.
    pub note: String,
}

/// Where in a document something is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceRef {
    /// The document.
    pub source: SourceId,
    /// Lines of the document's file, counted from 1; empty where the place is told in words.
    pub lines: Vec<u32>,
    /// The place in words ("page 12"); empty where it is told by lines.
    pub at: String,
}

/// What councils did.
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    /// Unique among the programmes.
    pub id: ProgrammeId,
    /// Its name.
    pub name: String,
    /// Where; never empty.
    pub places: Vec<CouncilId>,
    /// The topic it is listed under.
    pub topic: String,
    /// When, as stated.
    pub dates: Period,
    /// What was done, in the dataset author's own words.
    pub summary: String,
    /// What was claimed in words only.
    pub claims: Vec<String>,
    /// Where it is written.
    pub sources: Vec<SourceRef>,
    /// What changed; may be empty.
    pub outcomes: Vec<Outcome>,
}

impl Programme {
    /// Whose figures it has: the places of its outcomes.
    pub fn places_with_figures(&self) -> Vec<CouncilId> {
        let mut places = Vec::new();
        for place in self.outcomes.iter().flat_map(|outcome| &outcome.places) {
            if !places.contains(place) {
                places.push(place.clone());
            }
        }
        places
    }

    /// Whose figures alone it has, where it is shared by more: what is said of its success is said of them, and of no other place.
    /// `None` where no place goes without, or none has a figure.
    pub fn told_of(&self) -> Option<Vec<CouncilId>> {
        let with = self.places_with_figures();
        let is_lent = !with.is_empty() && self.places.iter().any(|place| !with.contains(place));
        is_lent.then_some(with)
    }
}

/// Everything a dataset file holds. References between its parts are checked when it is loaded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    /// Its title.
    pub title: String,
    /// The licence of the data.
    pub licence: String,
    /// What it is; may be empty.
    pub summary: String,
    /// The documents.
    pub sources: Vec<Source>,
    /// Councils and other bodies.
    pub councils: Vec<Council>,
    /// What is counted.
    pub indicators: Vec<Indicator>,
    /// What councils did.
    pub programmes: Vec<Programme>,
    /// Outcomes of no programme: national and county-wide figures.
    pub context: Vec<Outcome>,
    /// Tables of official statistics.
    pub releases: Vec<Release>,
    /// Official statistics; shared, so that an edit of something else copies none of their values.
    pub statistics: Vec<Arc<Statistic>>,
    /// Views that are kept under a name, in the order in which they are presented.
    pub views: Vec<SavedView>,
    /// Official statistics beside it, which are no part of it.
    pub reference: Reference,
}

/// An outcome with the programme and the indicator it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Located<'a> {
    /// The outcome.
    pub outcome: &'a Outcome,
    /// Its indicator.
    pub indicator: &'a Indicator,
    /// Its programme; `None` for context.
    pub programme: Option<&'a Programme>,
}

impl Dataset {
    /// The council with this id.
    pub fn council(&self, id: &CouncilId) -> Option<&Council> {
        self.councils.iter().find(|c| &c.id == id)
    }

    /// The indicator with this id.
    pub fn indicator(&self, id: &IndicatorId) -> Option<&Indicator> {
        self.indicators.iter().find(|i| &i.id == id)
    }

    /// The source with this id.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|s| &s.id == id)
    }

    /// The programme with this id.
    pub fn programme(&self, id: &ProgrammeId) -> Option<&Programme> {
        self.programmes.iter().find(|p| &p.id == id)
    }

    /// The release with this id.
    pub fn release(&self, id: &ReleaseId) -> Option<&Release> {
        self.releases.iter().find(|release| &release.id == id)
    }

    /// The statistic with this id.
    pub fn statistic(&self, id: &StatisticId) -> Option<&Arc<Statistic>> {
        self.statistics.iter().find(|statistic| &statistic.id == id)
    }

    /// Every outcome, programmes first in file order, then context.
    pub fn outcomes(&self) -> impl Iterator<Item = Located<'_>> {
        let of_programmes = self.programmes.iter().flat_map(|p| p.outcomes.iter().map(move |o| (Some(p), o)));
        let mut indicators: HashMap<&IndicatorId, &Indicator> = HashMap::with_capacity(self.indicators.len());
        for indicator in &self.indicators {
            indicators.entry(&indicator.id).or_insert(indicator);
        }
        of_programmes.chain(self.context.iter().map(|o| (None, o))).filter_map(move |(programme, outcome)| {
            let indicator = *indicators.get(&outcome.indicator)?;
            Some(Located { outcome, indicator, programme })
        })
    }

    /// The outcome with this id.
    pub fn outcome(&self, id: &OutcomeId) -> Option<Located<'_>> {
        let of_programmes = self.programmes.iter().flat_map(|p| p.outcomes.iter().map(move |o| (Some(p), o)));
        let mut all = of_programmes.chain(self.context.iter().map(|o| (None, o)));
        // Only the one that is asked for is looked at more closely than its id.
        let (programme, outcome) = all.find(|(_, outcome)| &outcome.id == id)?;
        Some(Located { outcome, indicator: self.indicator(&outcome.indicator)?, programme })
    }

    /// The names of these councils, joined by `separator`.
    pub fn names(&self, places: &[CouncilId], separator: &str) -> String {
        places
            .iter()
            .map(|id| self.council(id).map_or(id.as_str(), |c| c.name.as_str()))
            .collect::<Vec<_>>()
            .join(separator)
    }

    /// `FILE:LINE` for a source that is cited by line, the words of the place otherwise; several joined by "; ".
    pub fn locators(&self, references: &[SourceRef]) -> String {
        let mut parts = Vec::new();
        for reference in references {
            let source = self.source(&reference.source);
            match source.and_then(|s| s.file.as_deref()) {
                Some(file) if !reference.lines.is_empty() => {
                    parts.extend(reference.lines.iter().map(|line| format!("{file}:{line}")));
                }
                _ if !reference.at.is_empty() => parts.push(reference.at.clone()),
                _ => {
                    parts
                        .extend(reference.lines.iter().map(|line| say!("model-locator-line", line = line.to_string())));
                }
            }
        }
        parts.join("; ")
    }

    /// The titles of the documents cited, each once, joined by "; ".
    pub fn source_titles(&self, references: &[SourceRef]) -> String {
        let mut titles: Vec<&str> = Vec::new();
        for reference in references {
            let title = self.source(&reference.source).map_or(reference.source.as_str(), |s| s.title.as_str());
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
        titles.join("; ")
    }
}
