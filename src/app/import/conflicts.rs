//! Adding what was imported to a dataset that has others already: what both have and tell otherwise is asked, one by one.

use std::collections::HashMap;
use std::sync::Arc;

use crate::dataset;
use crate::edit::{Edit, EditOp, TablesChange};
use crate::import::ImportDraft;
use crate::model::{Dataset, IndicatorId, ReleaseId, SourceId, Statistic, StatisticId};
use crate::say;
use crate::words::thousands;

/// What is done with a statistic that the dataset tells otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConflictAnswer {
    /// Both stay, as two releases; the newer one stands.
    Both,
    /// The imported one takes the place of the other.
    Replace,
    /// The imported one is left out.
    Leave,
}

/// A statistic that the dataset tells otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportConflict {
    /// What differs, as a sentence.
    pub sentence: String,
    /// The statistic's number among those that were imported.
    pub(super) statistic: usize,
}

/// A statistic that is to be added.
#[derive(Debug)]
struct Incoming {
    statistic: Statistic,
    /// The statistics of the dataset that it stands against.
    against: Vec<StatisticId>,
    /// Whether the dataset has it as it is.
    is_there: bool,
}

/// What would be added, and what has to be asked before.
#[derive(Debug)]
pub(in crate::app) struct ImportPlan {
    old: Arc<Dataset>,
    /// The dataset with the new places, indicators, sources and releases, and without the new statistics.
    merged: Dataset,
    incoming: Vec<Incoming>,
    pub(super) conflicts: Vec<ImportConflict>,
    /// What else is to be told.
    remarks: Vec<String>,
}

/// What adding comes to.
pub(in crate::app) struct AddedTables {
    pub(super) edit: Edit,
    pub(super) told: String,
}

/// The first of `id`, `id-2`, `id-3` … that is free.
fn free(id: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let others = (2..).map(|nth| format!("{id}-{nth}"));
    std::iter::once(id.to_owned()).chain(others).find(|id| !is_taken(id)).unwrap_or_default()
}

/// Looks what adding a draft would do.
pub(super) fn plan(old: &Arc<Dataset>, mut draft: ImportDraft) -> ImportPlan {
    let mut remarks = Vec::new();
    part_indicators(old, &mut draft, &mut remarks);
    part_releases(old, &mut draft);
    let ids: Vec<StatisticId> = draft.statistics.iter().map(|statistic| statistic.id.clone()).collect();
    for (nth, statistic) in draft.statistics.iter_mut().enumerate() {
        // An id that no dataset has, so that nothing is replaced before it was asked.
        statistic.id = StatisticId::new(format!("\u{1}{nth}"));
    }
    let mut merged = Dataset::clone(old);
    draft.add_to(&mut merged);
    let added = merged.statistics.split_off(old.statistics.len());
    let (mut incoming, mut conflicts) = (Vec::new(), Vec::new());
    for (statistic, id) in added.into_iter().zip(ids) {
        let mut statistic = Arc::unwrap_or_clone(statistic);
        statistic.id = id;
        let same_id = old.statistic(&statistic.id);
        let is_there = same_id.is_some_and(|known| **known == statistic);
        let mut against: Vec<StatisticId> = Vec::new();
        let mut first = None;
        let others = old.statistics.iter().filter(|other| other.indicator == statistic.indicator);
        let suspects = others.filter(|other| other.id != statistic.id).chain(same_id);
        for other in suspects.filter(|_| !is_there) {
            let difference = difference(&merged, other, &statistic);
            if difference.is_some() || other.id == statistic.id {
                against.push(other.id.clone());
                first = first.or(difference);
            }
        }
        if !against.is_empty() {
            let name = name_of(&merged, &statistic.indicator);
            let sentence = first.unwrap_or_else(|| say!("import-window-conflict-same", name = name));
            conflicts.push(ImportConflict { sentence, statistic: incoming.len() });
        }
        incoming.push(Incoming { statistic, against, is_there });
    }
    ImportPlan { old: Arc::clone(old), merged, incoming, conflicts, remarks }
}

fn name_of(dataset: &Dataset, indicator: &IndicatorId) -> String {
    dataset.indicator(indicator).map_or_else(|| indicator.to_string(), |indicator| indicator.name.clone())
}

/// An indicator of the same id that is counted otherwise is another one.
fn part_indicators(old: &Dataset, draft: &mut ImportDraft, remarks: &mut Vec<String>) {
    for nth in 0..draft.indicators.len() {
        let Some(own) = draft.indicators.get(nth) else { continue };
        let Some(known) = old.indicator(&own.id) else { continue };
        if known.unit == own.unit && known.measure == own.measure {
            continue;
        }
        let is_taken =
            |id: &str| old.indicators.iter().chain(&draft.indicators).any(|indicator| indicator.id.as_str() == id);
        let (was, id) = (own.id.clone(), IndicatorId::new(free(own.id.as_str(), is_taken)));
        remarks.push(say!("import-window-another-indicator", name = own.name.as_str(), unit = own.unit.as_str()));
        for statistic in draft.statistics.iter_mut().filter(|statistic| statistic.indicator == was) {
            statistic.indicator = id.clone();
        }
        if let Some(own) = draft.indicators.get_mut(nth) {
            own.id = id;
        }
    }
}

/// A release of the same id that is not the same is another one, and so is a source.
fn part_releases(old: &Dataset, draft: &mut ImportDraft) {
    for source in &mut draft.sources {
        if old.source(&source.id).is_some_and(|known| known != source) {
            let id = SourceId::new(free(source.id.as_str(), |id| old.source(&SourceId::new(id)).is_some()));
            let was = std::mem::replace(&mut source.id, id.clone());
            for release in draft.releases.iter_mut().filter(|release| release.source == was) {
                release.source = id.clone();
            }
        }
    }
    for release in &mut draft.releases {
        if old.release(&release.id).is_some_and(|known| known != release) {
            let id = ReleaseId::new(free(release.id.as_str(), |id| old.release(&ReleaseId::new(id)).is_some()));
            let was = std::mem::replace(&mut release.id, id.clone());
            for statistic in draft.statistics.iter_mut().filter(|statistic| statistic.release == was) {
                statistic.release = id.clone();
            }
        }
    }
}

/// Where two statistics have other numbers for one place and period, as a sentence; `None` where they have not.
fn difference(dataset: &Dataset, old: &Statistic, new: &Statistic) -> Option<String> {
    let places: HashMap<_, usize> = old.places().iter().enumerate().map(|(nth, place)| (place, nth)).collect();
    let periods: Vec<Option<usize>> =
        new.periods().iter().map(|period| old.periods().iter().position(|other| other == period)).collect();
    let (mut count, mut first) = (0_usize, None);
    for (place, values) in new.by_place() {
        let Some(row) = places.get(place).map(|nth| old.values_at(*nth)) else { continue };
        for ((value, at), period) in values.iter().zip(&periods).zip(new.periods()) {
            let Some(other) = at.and_then(|at| row.get(at)) else { continue };
            let (Some(own), Some(theirs)) = (value.number(), other.number()) else { continue };
            if (own.value() - theirs.value()).abs() > f64::EPSILON {
                count += 1;
                first =
                    first.or_else(|| Some((place.clone(), period.to_string(), theirs.to_string(), own.to_string())));
            }
        }
    }
    let (place, period, theirs, own) = first?;
    let place = dataset.council(&place).map_or_else(|| place.to_string(), |council| council.name.clone());
    let name = name_of(dataset, &new.indicator);
    let more = count - 1;
    Some(say!(
        "import-window-conflict",
        name = name,
        place = place,
        period = period,
        old = thousands(&theirs),
        new = thousands(&own),
        more = more
    ))
}

impl ImportPlan {
    /// The edit that adds what the answers leave, one for each conflict.
    ///
    /// # Errors
    /// What keeps the result from being a dataset, in a sentence.
    pub(super) fn finish(&self, answers: &[ConflictAnswer]) -> Result<AddedTables, String> {
        let mut made = self.merged.clone();
        let mut remarks = self.remarks.clone();
        let (mut added, mut there, mut left) = (0_usize, 0_usize, 0_usize);
        for (nth, incoming) in self.incoming.iter().enumerate() {
            let at = self.conflicts.iter().position(|conflict| conflict.statistic == nth);
            let answer = at.and_then(|at| answers.get(at)).copied().unwrap_or(ConflictAnswer::Both);
            if incoming.is_there {
                there += 1;
                continue;
            }
            if answer == ConflictAnswer::Leave {
                left += 1;
                continue;
            }
            if answer == ConflictAnswer::Replace {
                made.statistics.retain(|statistic| !incoming.against.contains(&statistic.id));
            }
            let id = free(incoming.statistic.id.as_str(), |id| made.statistic(&StatisticId::new(id)).is_some());
            let mut statistic = incoming.statistic.clone();
            statistic.id = StatisticId::new(id);
            made.statistics.push(Arc::new(statistic));
            added += 1;
        }
        self.drop_unused(&mut made);
        let known: Vec<String> = errors(&self.old);
        if let Some(fault) = errors(&made).into_iter().find(|fault| !known.contains(fault)) {
            return Err(fault);
        }
        let mut told = vec![say!("import-window-added", added = added)];
        if there > 0 {
            told.push(say!("import-window-there-already", there = there));
        }
        if left > 0 {
            told.push(say!("import-window-left-out", left = left));
        }
        told.append(&mut remarks);
        let change = TablesChange::between(&self.old, &made);
        let ops = if added == 0 { Vec::new() } else { vec![EditOp::Tables(Box::new(change))] };
        Ok(AddedTables { edit: Edit::new(say!("import-window-edit", added = added), ops), told: told.join(" ") })
    }

    /// Takes out what came with statistics that were left out, and releases that were replaced whole.
    fn drop_unused(&self, made: &mut Dataset) {
        let old = &self.old;
        let statistics = made.statistics.clone();
        let had = |release: &ReleaseId| old.statistics.iter().any(|statistic| statistic.release == *release);
        made.releases.retain(|release| {
            let is_used = statistics.iter().any(|statistic| statistic.release == release.id);
            is_used || (old.release(&release.id).is_some() && !had(&release.id))
        });
        let is_counted = |id: &IndicatorId| statistics.iter().any(|statistic| statistic.indicator == *id);
        made.indicators.retain(|indicator| old.indicator(&indicator.id).is_some() || is_counted(&indicator.id));
        made.councils.retain(|council| {
            old.council(&council.id).is_some()
                || statistics.iter().any(|statistic| statistic.places().contains(&council.id))
        });
        let releases = &made.releases;
        made.sources.retain(|source| {
            old.source(&source.id).is_some() || releases.iter().any(|release| release.source == source.id)
        });
    }
}

fn errors(dataset: &Dataset) -> Vec<String> {
    dataset::check(dataset).into_iter().filter(dataset::Finding::is_error).map(|fault| fault.to_string()).collect()
}
