//! Tables of official statistics put into a dataset, or taken out again, as one small step.
//!
//! The step holds the ends of five lists, from the first part that differs. Statistics are shared, so that it holds none of their values
//! twice.

use std::sync::Arc;

use crate::model::{Council, Dataset, Indicator, Release, Source, Statistic};

use super::{EditError, PartPath};

/// What takes the place of the end of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListEnd<T> {
    /// The first part that is replaced, from 0.
    pub at: usize,
    /// What stands from there on.
    pub parts: Vec<T>,
}

impl<T: Clone> ListEnd<T> {
    /// What makes `new` of `old`, where `is_same` tells that two parts are the same.
    fn between(old: &[T], new: &[T], is_same: impl Fn(&T, &T) -> bool) -> Self {
        let at = old.iter().zip(new).take_while(|(old, new)| is_same(old, new)).count();
        Self { at, parts: new.get(at..).unwrap_or_default().to_vec() }
    }

    /// Puts it in, and gives what stood there.
    fn swap(self, list: &mut Vec<T>) -> Self {
        let before = list.split_off(self.at.min(list.len()));
        list.extend(self.parts);
        Self { at: self.at, parts: before }
    }

    fn fits(&self, list: &[T]) -> bool {
        self.at <= list.len()
    }
}

/// The ends of the lists that an import changes.
#[derive(Clone, Debug, PartialEq)]
pub struct TablesChange {
    /// Sources.
    pub sources: ListEnd<Source>,
    /// Councils and other places.
    pub councils: ListEnd<Council>,
    /// Indicators.
    pub indicators: ListEnd<Indicator>,
    /// Releases.
    pub releases: ListEnd<Release>,
    /// Statistics.
    pub statistics: ListEnd<Arc<Statistic>>,
}

impl TablesChange {
    /// What makes the lists of `new` of those of `old`.
    pub fn between(old: &Dataset, new: &Dataset) -> Self {
        Self {
            sources: ListEnd::between(&old.sources, &new.sources, PartialEq::eq),
            councils: ListEnd::between(&old.councils, &new.councils, PartialEq::eq),
            indicators: ListEnd::between(&old.indicators, &new.indicators, PartialEq::eq),
            releases: ListEnd::between(&old.releases, &new.releases, PartialEq::eq),
            statistics: ListEnd::between(&old.statistics, &new.statistics, Arc::ptr_eq),
        }
    }

    /// How many values it holds, numbers and symbols.
    pub fn values(&self) -> usize {
        self.statistics.parts.iter().map(|statistic| statistic.periods().len() * statistic.places().len()).sum()
    }

    /// A dataset with nothing but the parts it puts in.
    pub(super) fn alone(&self) -> Dataset {
        Dataset {
            sources: self.sources.parts.clone(),
            councils: self.councils.parts.clone(),
            indicators: self.indicators.parts.clone(),
            releases: self.releases.parts.clone(),
            statistics: self.statistics.parts.clone(),
            ..Dataset::default()
        }
    }

    /// Where each of its lists begins, in the order of its fields.
    pub(super) fn begins(&self) -> [usize; 5] {
        [self.sources.at, self.councils.at, self.indicators.at, self.releases.at, self.statistics.at]
    }

    /// The change that puts the parts of `alone` behind these places.
    pub(super) fn of_parts(begins: [usize; 5], alone: Dataset) -> Self {
        let [sources, councils, indicators, releases, statistics] = begins;
        Self {
            sources: ListEnd { at: sources, parts: alone.sources },
            councils: ListEnd { at: councils, parts: alone.councils },
            indicators: ListEnd { at: indicators, parts: alone.indicators },
            releases: ListEnd { at: releases, parts: alone.releases },
            statistics: ListEnd { at: statistics, parts: alone.statistics },
        }
    }

    /// Makes the change, and gives the one that takes it back.
    pub(super) fn apply(self, dataset: &mut Dataset) -> Result<Self, EditError> {
        let fits = self.sources.fits(&dataset.sources)
            && self.councils.fits(&dataset.councils)
            && self.indicators.fits(&dataset.indicators)
            && self.releases.fits(&dataset.releases)
            && self.statistics.fits(&dataset.statistics);
        if !fits {
            return Err(EditError::nowhere(PartPath::Source(self.sources.at)));
        }
        Ok(Self {
            sources: self.sources.swap(&mut dataset.sources),
            councils: self.councils.swap(&mut dataset.councils),
            indicators: self.indicators.swap(&mut dataset.indicators),
            releases: self.releases.swap(&mut dataset.releases),
            statistics: self.statistics.swap(&mut dataset.statistics),
        })
    }

    /// Whether the step may take this place out: it stands where an end is replaced by fewer parts.
    pub(super) fn keeps(&self, place: PartPath) -> bool {
        let stays = |number: usize, at: usize, count: usize| number < at + count;
        match place {
            PartPath::Source(n) => stays(n, self.sources.at, self.sources.parts.len()),
            PartPath::Council(n) => stays(n, self.councils.at, self.councils.parts.len()),
            PartPath::Indicator(n) => stays(n, self.indicators.at, self.indicators.parts.len()),
            PartPath::Facts | PartPath::Programme(_) | PartPath::Outcome(..) | PartPath::SavedView(_) => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Edit, EditOp, History, from_journal_line, to_journal_line};
    use crate::model::{IndicatorId, Period, ReleaseId, StatisticId, StatisticValue};

    fn statistic(id: &str) -> Arc<Statistic> {
        let values = vec![StatisticValue::of_plain("12").unwrap()];
        let (indicator, release) = (IndicatorId::new("i"), ReleaseId::new("r"));
        let place = crate::model::CouncilId::new("leeds");
        let period = Period::parse("2018").unwrap();
        Arc::new(Statistic::new(StatisticId::new(id), indicator, release, vec![period], vec![place], values))
    }

    #[test]
    fn tables_are_one_step_that_shares_statistics_and_is_undone() {
        let mut dataset = crate::dataset::load_builtin().unwrap().dataset;
        dataset.statistics.push(statistic("old"));
        let before = dataset.clone();
        let mut after = before.clone();
        after.statistics.push(statistic("new"));
        after.councils.pop();
        let edit = Edit::new("Import", vec![EditOp::Tables(Box::new(TablesChange::between(&before, &after)))]);
        let mut history = History::new();
        history.commit(&mut dataset, edit).unwrap();
        assert_eq!(dataset, after);
        assert!(Arc::ptr_eq(&dataset.statistics[0], &before.statistics[0]), "what was there is not copied");
        history.undo(&mut dataset).unwrap();
        assert_eq!(dataset, before);
        assert_eq!(history.undo_label(), None, "it was one step");
        history.redo(&mut dataset).unwrap();
        assert_eq!(dataset, after);
    }

    #[test]
    fn a_line_of_the_journal_holds_a_small_change_of_tables() {
        let mut new = crate::dataset::load_builtin().unwrap().dataset;
        let old = new.clone();
        new.releases.push(Release::new(ReleaseId::new("r"), old.sources[0].id.clone()));
        new.statistics.push(statistic("new"));
        let edit = Edit::new("Import", vec![EditOp::Tables(Box::new(TablesChange::between(&old, &new)))]);
        assert_eq!(from_journal_line(&to_journal_line(&edit)).unwrap(), edit);
    }
}
