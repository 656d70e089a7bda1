//! The values of a series found by place and date without a search, for figures and comparisons that ask for many of them.

use std::collections::HashMap;

use super::change::percent;
use super::statistics::{StandingValue, Vintage, Vintages};
use crate::model::{CouncilId, Period};

/// A series with its places and dates looked up once.
pub struct SeriesIndex<'a> {
    periods: Vec<&'a Period>,
    releases: Vec<IndexedRelease<'a>>,
}

/// A release, the newest first: where its places stand, and which of its dates is which of the series.
struct IndexedRelease<'a> {
    vintage: Vintage<'a>,
    places: HashMap<&'a CouncilId, usize>,
    dates: Vec<Option<usize>>,
}

impl<'a> SeriesIndex<'a> {
    /// The series of these releases.
    pub fn of(vintages: &Vintages<'a>) -> Self {
        let periods = vintages.periods();
        let indexed = |vintage: &Vintage<'a>| {
            let own = vintage.statistic.periods();
            let date = |period: &&Period| own.iter().position(|other| vintages.is_same_date(other, period));
            IndexedRelease {
                vintage: *vintage,
                places: vintage.statistic.places().iter().zip(0..).collect(),
                dates: periods.iter().map(date).collect(),
            }
        };
        let releases = vintages.members().iter().map(indexed).collect();
        Self { periods, releases }
    }

    /// Each date once, in order of time.
    pub fn periods(&self) -> &[&'a Period] {
        &self.periods
    }

    /// The place of a date among them, by its last day; `None` where the series does not have it.
    pub fn nth(&self, vintages: &Vintages<'a>, period: &Period) -> Option<usize> {
        self.periods.iter().position(|other| vintages.is_same_date(other, period))
    }

    /// What stands for a place at a date, as [`Vintages::standing`] has it.
    pub fn standing(&self, place: &CouncilId, nth: usize) -> Option<StandingValue<'a>> {
        self.releases.iter().find_map(|release| {
            let (at, date) = (*release.places.get(place)?, (*release.dates.get(nth)?)?);
            release.vintage.at(at, date)
        })
    }

    /// The number that stands there; `None` where there is none.
    pub fn value(&self, place: &CouncilId, nth: usize) -> Option<f64> {
        Some(self.standing(place, nth)?.value.ok()?.value())
    }

    /// The change of a place between two dates, in per cent; `None` where a value is missing or the base is zero.
    pub fn change(&self, place: &CouncilId, (from, to): (usize, usize)) -> Option<f64> {
        percent(self.value(place, from)?, self.value(place, to)?)
    }
}
