//! How much places of similar size usually move over so many years (R20).
//!
//! Definition: similar are the forty councils that are nearest in children aged 0 to 17, in the year of the first date; where the estimates
//! begin later, in their first year. Each of them is asked for its change in per cent over every stretch of so many years that the series
//! has, newest releases throughout, and the 10th and the 90th percentile of those changes are told, by linear interpolation between order
//! statistics (Hyndman and Fan 1996, type 7). The council itself is apart. A base of zero gives no change, and neither does a gap. With
//! fewer than twenty councils or three stretches nothing is told. It is neither a test nor an interval.

use super::change::percent;
use super::series_index::SeriesIndex;
use super::statistics::{Vintages, vintages_of};
use crate::model::{CouncilId, Dataset, IndicatorId, Period};
use crate::say;

/// The indicator of the population that sizes are taken from.
pub const POPULATION: &str = "population-0-17";
/// So many councils are similar.
const SIMILAR: usize = 40;
/// So many have to be there.
const LEAST_COUNCILS: usize = 20;
/// The series needs so many stretches.
const LEAST_STRETCHES: usize = 3;
/// A year, in months.
const YEAR: i32 = 12;

/// How similar councils moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OrdinaryMovement {
    /// The 10th percentile of their changes, in per cent.
    pub low: f64,
    /// The 90th.
    pub high: f64,
    /// Over how many years.
    pub years: i32,
    /// How many councils there are.
    pub councils: usize,
    /// How many stretches of so many years the series has.
    pub stretches: usize,
}

/// What similar councils did between the same two dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SimilarCouncils {
    /// How many have both values.
    pub councils: usize,
    /// How many of them fell.
    pub fell: usize,
    /// How many of them rose.
    pub rose: usize,
}

/// Why nothing is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoOrdinaryMovement {
    /// The size of the place is not known.
    NoSize,
    /// The two dates are no whole number of years apart.
    NoYears,
    /// So few similar councils have figures.
    FewCouncils(usize),
    /// The series has so few stretches of this length.
    FewStretches(usize),
}

impl NoOrdinaryMovement {
    /// The reason, in a sentence.
    pub fn describe(self) -> String {
        match self {
            Self::NoSize => say!("ordinary-no-size").to_owned(),
            Self::NoYears => say!("ordinary-no-years").to_owned(),
            Self::FewCouncils(n) => say!("ordinary-few-councils", n = n, least = LEAST_COUNCILS),
            Self::FewStretches(n) => say!("ordinary-few-stretches", n = n, least = LEAST_STRETCHES),
        }
    }
}

/// The councils of similar size, the nearest first; among equals in the order of their ids. `None` where the size of the place is not known.
pub fn similar<'a>(
    holder: &'a Dataset,
    vintages: &Vintages<'a>,
    place: &CouncilId,
    from: &Period,
) -> Option<Vec<&'a CouncilId>> {
    let sizes = vintages_of(holder, &IndicatorId::new(POPULATION))?;
    let index = SeriesIndex::of(&sizes);
    let at = index.nth(&sizes, size_date(&sizes, from)?)?;
    let size = |id: &CouncilId| index.value(id, at);
    let own = size(place)?;
    let is_council = |id: &CouncilId| holder.council(id).is_some_and(|council| council.kind.is_council());
    let others = vintages.places().into_iter().filter(|id| *id != place && is_council(id));
    let mut near: Vec<(f64, &CouncilId)> = others.filter_map(|id| Some(((size(id)? - own).abs(), id))).collect();
    near.sort_by(|(one, a), (other, b)| one.total_cmp(other).then_with(|| a.cmp(b)));
    near.truncate(SIMILAR);
    Some(near.into_iter().map(|(_, id)| id).collect())
}

/// The estimate of the first date's year, or the first or last one there is.
fn size_date<'a>(sizes: &Vintages<'a>, from: &Period) -> Option<&'a Period> {
    let year = |period: &Period| period.days().map(|(_, last)| last.year());
    let periods = sizes.periods();
    let asked = year(from)?;
    let of_year = periods.iter().find(|period| year(period) >= Some(asked));
    of_year.or(periods.last()).copied()
}

/// How similar councils moved over as many years as lie between two dates.
///
/// # Errors
/// A [`NoOrdinaryMovement`] with the reason where that can't be told.
pub fn ordinary_movement(
    holder: &Dataset,
    vintages: &Vintages<'_>,
    place: &CouncilId,
    (from, to): (&Period, &Period),
) -> Result<OrdinaryMovement, NoOrdinaryMovement> {
    let months = months_apart(from, to).filter(|months| *months >= YEAR && months % YEAR == 0);
    let months = months.ok_or(NoOrdinaryMovement::NoYears)?;
    let similar = similar(holder, vintages, place, from).ok_or(NoOrdinaryMovement::NoSize)?;
    let index = SeriesIndex::of(vintages);
    let dates = || index.periods().iter().enumerate();
    let stretches: Vec<(usize, usize)> = dates()
        .flat_map(|(from, start)| dates().map(move |(to, end)| ((from, to), months_apart(start, end))))
        .filter_map(|(stretch, apart)| (apart == Some(months)).then_some(stretch))
        .collect();
    let (mut changes, mut councils) = (Vec::new(), 0);
    let mut used = vec![false; stretches.len()];
    for id in similar {
        let mut has_any = false;
        for (stretch, used) in stretches.iter().zip(&mut used) {
            if let Some(change) = index.change(id, *stretch) {
                changes.push(change);
                (has_any, *used) = (true, true);
            }
        }
        councils += usize::from(has_any);
    }
    let stretches = used.into_iter().filter(|used| *used).count();
    if councils < LEAST_COUNCILS {
        return Err(NoOrdinaryMovement::FewCouncils(councils));
    }
    if stretches < LEAST_STRETCHES {
        return Err(NoOrdinaryMovement::FewStretches(stretches));
    }
    changes.sort_by(f64::total_cmp);
    let (low, high) = (quantile(&changes, 0.1), quantile(&changes, 0.9));
    let (Some(low), Some(high)) = (low, high) else { return Err(NoOrdinaryMovement::FewCouncils(0)) };
    Ok(OrdinaryMovement { low, high, years: months / YEAR, councils, stretches })
}

/// What the similar councils did between the two dates themselves; `None` where the size of the place is not known.
pub fn similar_between(
    holder: &Dataset,
    vintages: &Vintages<'_>,
    place: &CouncilId,
    (from, to): (&Period, &Period),
) -> Option<SimilarCouncils> {
    let similar = similar(holder, vintages, place, from)?;
    let index = SeriesIndex::of(vintages);
    let dates = (index.nth(vintages, from)?, index.nth(vintages, to)?);
    let changes: Vec<f64> = similar.into_iter().filter_map(|id| index.change(id, dates)).collect();
    Some(SimilarCouncils {
        councils: changes.len(),
        fell: changes.iter().filter(|change| **change < 0.0).count(),
        rose: changes.iter().filter(|change| **change > 0.0).count(),
    })
}

/// The change of a place in per cent, between what stands at two dates.
pub fn change(vintages: &Vintages<'_>, place: &CouncilId, (from, to): (&Period, &Period)) -> Option<f64> {
    let value = |period| Some(vintages.standing(place, period)?.value.ok()?.value());
    percent(value(from)?, value(to)?)
}

/// How many months lie between the ends of two periods; `None` where one has no dates.
fn months_apart(from: &Period, to: &Period) -> Option<i32> {
    let (from, to) = (from.days()?.1, to.days()?.1);
    Some((i32::from(to.year()) - i32::from(from.year())) * YEAR + i32::from(to.month()) - i32::from(from.month()))
}

/// A quantile of sorted numbers, by linear interpolation (type 7 of Hyndman and Fan); `None` of none.
///
/// ```
/// use sidebyside::compare::ordinary::quantile;
/// assert_eq!(quantile(&[1.0, 2.0, 3.0, 4.0], 0.25), Some(1.75));
/// assert_eq!(quantile(&[], 0.5), None);
/// ```
pub fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let at = share * last as f64;
    let below = at.floor();
    let (low, high) = (sorted.get(below as usize)?, sorted.get((below as usize + 1).min(last))?);
    Some(low + (high - low) * (at - below))
}
