//! What an import makes: places, indicators, releases and statistics, with all that was found on the way.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::columns::ColumnRole;
use super::finding::{Findings, ImportFinding, ImportFindingKind};
use super::grid::CellGrid;
use super::layout::{self, Arrangement, Reading};
use super::meta::Meta;
use super::places::PlaceList;
use super::preview::ShownTable;
use super::profile::{IndicatorProfile, Profile};
use super::{gather, making};
use crate::model::{Council, CouncilId, Dataset, Indicator, IndicatorId, Release, Source, Statistic, same_name};
use crate::progress::{ProgressRange, Stopped};
use crate::say;

/// What was understood of a table, for showing it.
#[derive(Clone, Debug, PartialEq)]
pub struct Understood {
    /// The file.
    pub file: String,
    /// The sheet; empty where there is only one table.
    pub sheet: String,
    /// How it lies.
    pub arrangement: Arrangement,
    /// The row of headings, from 1.
    pub header: u32,
    /// How many rows it has, with those above and below the table.
    pub rows: usize,
    /// Each column's heading and what it stands for.
    pub columns: Vec<(String, ColumnRole)>,
}

/// What an import makes, before it becomes a dataset.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportDraft {
    /// What was understood of each table.
    pub tables: Vec<Understood>,
    /// The first rows of each table, also of those that are not understood.
    pub shown: Vec<ShownTable>,
    /// The sheets of workbooks, each with its file, also those that the profile leaves out.
    pub sheets: Vec<(String, String)>,
    /// The name that the import gave each indicator, by which a profile knows it.
    pub origins: BTreeMap<IndicatorId, String>,
    /// The places of all statistics.
    pub places: Vec<Council>,
    /// What is counted.
    pub indicators: Vec<Indicator>,
    /// The publications.
    pub sources: Vec<Source>,
    /// The tables that were released.
    pub releases: Vec<Release>,
    /// The statistics.
    pub statistics: Vec<Statistic>,
    /// What is doubtful, in the order of the files.
    pub findings: Vec<ImportFinding>,
}

/// A table by its file and its sheet.
pub(super) struct TableName {
    pub(super) file: String,
    pub(super) sheet: String,
}

impl TableName {
    /// As it is told in findings.
    pub(super) fn shown(&self) -> String {
        if self.sheet.is_empty() { self.file.clone() } else { format!("{} ({})", self.file, self.sheet) }
    }
}

impl ImportDraft {
    pub(super) fn finding(&mut self, finding: ImportFinding) {
        self.findings.push(finding);
    }

    /// Whether nothing was made.
    pub fn is_empty(&self) -> bool {
        self.statistics.is_empty()
    }

    /// Says what the profile names and no table has.
    pub(super) fn finish(&mut self, profile: &Profile) {
        let missing = |from: &str| !self.indicators.iter().any(|indicator| indicator.name == from);
        let taken: Vec<&IndicatorProfile> = profile.indicators.iter().collect();
        let lost: Vec<String> = taken
            .iter()
            .filter(|known| missing(&known.from) && (known.name.is_empty() || missing(&known.name)))
            .map(|known| known.from.clone())
            .collect();
        for from in lost {
            let sentence = say!("import-profile-without", name = from.as_str());
            self.findings.push(ImportFinding::of_file(ImportFindingKind::NotUnderstood, "", sentence));
        }
        let mut headings = profile.columns.keys().chain(profile.filters.keys());
        let known =
            |heading: &String| self.shown.iter().any(|table| table.columns.iter().any(|own| own.heading == *heading));
        let lost: Vec<String> = headings.by_ref().filter(|heading| !known(heading)).cloned().collect();
        for heading in lost {
            let sentence = say!("import-profile-column", name = heading.as_str());
            self.findings.push(ImportFinding::of_file(ImportFindingKind::NotUnderstood, "", sentence));
        }
    }

    /// The draft as a dataset of its own.
    pub fn into_dataset(self, profile: &Profile) -> Dataset {
        let first = self.sources.first().map(|source| source.title.clone()).unwrap_or_default();
        let or = |said: &str, otherwise: &str| if said.is_empty() { otherwise.to_owned() } else { said.to_owned() };
        let licences: Vec<&str> = self.releases.iter().map(|release| release.licence.as_str()).collect();
        let licence = licences.iter().find(|licence| !licence.is_empty()).copied().unwrap_or_default();
        let mut dataset = Dataset {
            title: or(&profile.title, &first),
            licence: or(&profile.licence, &or(licence, say!("import-licence-not-said"))),
            summary: profile.summary.clone(),
            ..Dataset::default()
        };
        self.add_to(&mut dataset);
        dataset
    }

    /// Puts the draft into a dataset that has others already: a place of the same code is the same place, and an indicator of the same
    /// id the same indicator.
    pub fn add_to(self, dataset: &mut Dataset) {
        let mut place_of: HashMap<CouncilId, CouncilId> = HashMap::new();
        for place in self.places {
            let is_same = |other: &&Council| match (&place.gss, &other.gss) {
                (Some(own), Some(other)) => own == other,
                (None, _) | (_, None) => other.id == place.id || same_name(&other.name, &place.name),
            };
            if let Some(known) = dataset.councils.iter().find(is_same) {
                place_of.insert(place.id, known.id.clone());
                continue;
            }
            let is_taken = dataset.councils.iter().any(|other| other.id == place.id);
            let suffix = place.gss.clone().unwrap_or_else(|| "2".to_owned()).to_lowercase();
            let id = if is_taken { CouncilId::new(format!("{}-{suffix}", place.id)) } else { place.id.clone() };
            place_of.insert(place.id.clone(), id.clone());
            dataset.councils.push(Council { id, ..place });
        }
        for indicator in self.indicators {
            if dataset.indicator(&indicator.id).is_none() {
                dataset.indicators.push(indicator);
            }
        }
        dataset
            .sources
            .extend(self.sources.into_iter().filter(|own| dataset.source(&own.id).is_none()).collect::<Vec<_>>());
        for release in self.releases {
            dataset.releases.retain(|other| other.id != release.id);
            dataset.releases.push(release);
        }
        for statistic in self.statistics {
            let statistic =
                statistic.with_places(|place| place_of.get(place).cloned().unwrap_or_else(|| place.clone()));
            dataset.statistics.retain(|other| other.id != statistic.id);
            dataset.statistics.push(Arc::new(statistic));
        }
    }
}

/// Adds what a table makes to a draft.
pub(super) fn add_table(
    draft: &mut ImportDraft,
    name: &TableName,
    grid: &CellGrid,
    meta: &Meta,
    profile: &Profile,
    progress: ProgressRange<'_>,
) -> Result<(), Stopped> {
    let mut findings = Findings::new(name.shown());
    if !profile.sheet.is_empty() && !name.sheet.is_empty() && profile.sheet != name.sheet {
        return Ok(());
    }
    let reading = Reading { file: &name.file, meta, profile };
    let mut place_list = PlaceList::of(std::mem::take(&mut draft.places));
    let layout = layout::understand(grid, &reading, &mut place_list, &mut findings);
    draft.shown.push(ShownTable::of(name, grid, layout.as_ref()));
    if let Some(layout) = layout.filter(|layout| layout.is_whole) {
        let gathered = gather::gather(grid, &layout, &reading, &mut place_list, &mut findings, progress)?;
        let columns = layout.columns.iter().map(|column| (column.heading.clone(), column.role)).collect();
        draft.tables.push(Understood {
            file: name.file.clone(),
            sheet: name.sheet.clone(),
            arrangement: layout.arrangement,
            header: CellGrid::number(layout.header),
            rows: grid.len(),
            columns,
        });
        making::make(draft, name, &reading, &place_list.list, &gathered, layout.titles, &mut findings);
    }
    if let Some(shown) = draft.shown.last_mut() {
        shown.show_rows(grid, findings.rows());
    }
    // Places that no statistic has would stand in the dataset without a figure.
    draft.places = place_list.list;
    let has_figures = |place: &Council| draft.statistics.iter().any(|statistic| statistic.places().contains(&place.id));
    draft.places = draft.places.iter().filter(|place| has_figures(place)).cloned().collect();
    draft.findings.extend(findings.into_list());
    Ok(())
}
