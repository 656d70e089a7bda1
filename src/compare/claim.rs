//! A published claim beside the official series of what it counts (R19).
//!
//! Definition: the same indicator, place, people and period, at the precision of the words. Where the words leave the dates open, each
//! pair of dates that they allow has a row: "since 2011" in a document of 2017 may end at any of the three dates before it came out. The
//! newest release of each date stands (R16); where the release of the time gives another number, a row of its own says so. What differs is
//! told with what may be the reason, and nobody is said to be wrong.

use jiff::civil;

use super::Comparison;
use super::claim_dates::{ClaimTime, SeriesDates};
use super::comparison::ComputedChange;
use super::reconciliation::possible_change;
use super::statistics::{StandingValue, StatisticPair, Vintages, vintages_of};
use crate::model::{
    ChangeUnit, CouncilId, CountedGroup, Dataset, Date, Direction, Indicator, Interval, Located, Outcome, Period,
    Published, Role, StatisticId, When,
};
use crate::say;

/// What comes of setting a claim beside its series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimVerdict {
    /// Within rounding and bounds.
    Agrees,
    /// The same way, by another amount.
    Differs,
    /// The series went the other way.
    OtherDirection,
    /// There is no series, or it does not hold what is needed.
    CannotBeChecked,
    /// It counts other people, another unit or another place.
    NotComparable,
}

impl ClaimVerdict {
    /// The words in files and on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Agrees => say!("claim-agrees"),
            Self::Differs => say!("claim-differs"),
            Self::OtherDirection => say!("claim-other-direction"),
            Self::CannotBeChecked => say!("claim-cannot-be-checked"),
            Self::NotComparable => say!("claim-not-comparable"),
        }
    }
}

/// A claim with what its series says, the nearest pair of dates first. Never without a row.
#[derive(Clone, Debug)]
pub struct ClaimCheck<'a> {
    /// The series; `None` where there is none.
    pub series: Option<ClaimSeries<'a>>,
    /// A row for each pair of dates that the words allow.
    pub rows: Vec<ClaimRow<'a>>,
}

/// The series beside a claim.
#[derive(Clone, Debug)]
pub struct ClaimSeries<'a> {
    /// The dataset that has it.
    pub holder: &'a Dataset,
    /// Its releases.
    pub vintages: Vintages<'a>,
    /// The council as that dataset names it; `None` where it has none, or where the claim tells of several.
    pub place: Option<&'a CouncilId>,
}

/// A claim beside one pair of dates.
#[derive(Clone, Debug)]
pub struct ClaimRow<'a> {
    /// What the series says at the first date; `None` where no dates can be compared.
    pub from: Option<StandingValue<'a>>,
    /// What it says at the second date.
    pub to: Option<StandingValue<'a>>,
    /// The change of the series, in per cent; `None` where there is none.
    pub change_percent: Option<f64>,
    /// What comes of it.
    pub verdict: ClaimVerdict,
    /// Why, in a sentence; empty where nothing need be said.
    pub reason: String,
}

/// Whether a claim is set beside its series at all: what happened, and what is told of the situation; never targets, plans or estimates.
pub fn is_checked(outcome: &Outcome) -> bool {
    matches!(outcome.role, Role::Outcome | Role::Context) && outcome.statistic.is_none()
}

/// Sets an outcome beside its series. A dataset's own series comes before one that stands beside it.
pub fn check<'a>(dataset: &'a Dataset, located: &Located<'_>) -> ClaimCheck<'a> {
    let outcome = located.outcome;
    let closed = |series: Option<(&'a Dataset, Vintages<'a>)>, verdict, reason: &str| ClaimCheck {
        series: series.map(|(holder, vintages)| ClaimSeries { holder, vintages, place: None }),
        rows: vec![ClaimRow::closed(verdict, reason)],
    };
    if outcome.withheld.is_some() || matches!(outcome.published, Published::Suppressed(_)) {
        return closed(None, ClaimVerdict::CannotBeChecked, say!("claim-why-suppressed"));
    }
    let found = series_of(dataset, located.indicator);
    let Some((holder, vintages)) = found else {
        let reason = match &located.indicator.statistic {
            Some(id) => say!("claim-why-unknown-series", id = id.as_str()),
            None => say!("claim-why-no-series").to_owned(),
        };
        return closed(None, ClaimVerdict::CannotBeChecked, &reason);
    };
    let [place] = outcome.places.as_slice() else {
        return closed(Some((holder, vintages)), ClaimVerdict::NotComparable, say!("claim-why-several-places"));
    };
    let Some(place) = same_place(dataset, holder, &vintages, place) else {
        let name = dataset.names(std::slice::from_ref(place), "");
        let reason = say!("claim-why-no-place", place = name);
        return closed(Some((holder, vintages)), ClaimVerdict::CannotBeChecked, &reason);
    };
    let claim = ClaimedChange::of(dataset, located);
    let Some(claim) = claim else {
        return closed(Some((holder, vintages)), ClaimVerdict::CannotBeChecked, say!("claim-why-no-change"));
    };
    let other = why_not_comparable(located, &vintages);
    let dates = SeriesDates { periods: vintages.periods(), measure: vintages.indicator.measure };
    let pairs = dates.allowed_by(&claim.time, published_by(dataset, outcome));
    if pairs.is_empty() {
        return match other {
            Some(reason) => closed(Some((holder, vintages)), ClaimVerdict::NotComparable, &reason),
            None => closed(Some((holder, vintages)), ClaimVerdict::CannotBeChecked, say!("claim-why-no-dates")),
        };
    }
    let mut told: Vec<(f64, Vec<ClaimRow<'a>>)> = pairs
        .into_iter()
        .map(|(from, to)| {
            let newest = [vintages.standing(place, from), vintages.standing(place, to)];
            let of_time = [of_the_time(&vintages, place, from), of_the_time(&vintages, place, to)];
            let differs = newest.iter().zip(&of_time).any(|(newest, of_time)| match (newest, of_time) {
                (Some(newest), Some(of_time)) => newest.value != of_time.value,
                _ => false,
            });
            let row = |ends: [Option<StandingValue<'a>>; 2]| claim.beside(&vintages, place, ends, other.as_deref());
            let first = row(newest);
            let distance = claim.distance(&first, &vintages);
            let rows = std::iter::once(first).chain(differs.then(|| row(of_time))).collect();
            (distance, rows)
        })
        .collect();
    // A stable sort: among equals the later dates stay first.
    told.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let series = Some(ClaimSeries { holder, vintages, place: Some(place) });
    ClaimCheck { series, rows: told.into_iter().flat_map(|(_, rows)| rows).collect() }
}

impl ClaimRow<'_> {
    fn closed(verdict: ClaimVerdict, reason: &str) -> Self {
        Self { from: None, to: None, change_percent: None, verdict, reason: reason.to_owned() }
    }
}

/// The series that an indicator is linked to, with the dataset that holds it. One that has statistics itself needs no link.
pub fn series_of<'a>(dataset: &'a Dataset, indicator: &Indicator) -> Option<(&'a Dataset, Vintages<'a>)> {
    let Some(link) = &indicator.statistic else {
        return Some((dataset, vintages_of(dataset, &indicator.id)?));
    };
    std::iter::once(dataset).chain(dataset.reference.get()).find_map(|holder| Some((holder, linked(holder, link)?)))
}

/// The series that an id names: that of a statistic, or of an indicator which has statistics.
pub fn linked<'a>(dataset: &'a Dataset, id: &StatisticId) -> Option<Vintages<'a>> {
    let of_statistic = dataset.statistic(id).map(|statistic| &statistic.indicator);
    let of_indicator =
        || dataset.indicators.iter().map(|indicator| &indicator.id).find(|own| own.as_str() == id.as_str());
    vintages_of(dataset, of_statistic.or_else(of_indicator)?)
}

/// The place among those of the series: by its id, else by its code.
fn same_place<'a>(
    dataset: &Dataset,
    holder: &'a Dataset,
    vintages: &Vintages<'a>,
    place: &CouncilId,
) -> Option<&'a CouncilId> {
    let gss = dataset.council(place)?.gss.as_deref();
    let places = vintages.places();
    let by_id = places.iter().find(|other| **other == place);
    let by_code = || {
        places
            .iter()
            .find(|other| gss.is_some() && holder.council(other).is_some_and(|council| council.gss.as_deref() == gss))
    };
    by_id.or_else(by_code).copied()
}

/// Another unit, or other people.
fn why_not_comparable(located: &Located<'_>, vintages: &Vintages<'_>) -> Option<String> {
    let (own, series) = (&located.indicator.unit, &vintages.indicator.unit);
    if !own.is_not_stated() && own != series {
        return Some(say!("claim-why-unit", own = own.as_str(), series = series.as_str()));
    }
    let counted = &located.outcome.counted;
    if !counted.who.trim().is_empty() {
        return Some(say!("claim-why-people", who = counted.who.as_str()));
    }
    match counted.group {
        CountedGroup::Clients | CountedGroup::Sample => {
            Some(say!("claim-why-people", who = counted.group.label().to_lowercase()))
        }
        CountedGroup::WholeCouncil | CountedGroup::NotStated => None,
    }
}

/// The last day on which the documents of an outcome can have come out; `None` where no date is known.
fn published_by(dataset: &Dataset, outcome: &Outcome) -> Option<civil::Date> {
    let sources = outcome.sources.iter().filter_map(|reference| dataset.source(&reference.source));
    sources.filter_map(|source| source.published.days()).map(|(_, last)| last).max()
}

/// What the first release that has a date says of it.
fn of_the_time<'a>(vintages: &Vintages<'a>, place: &CouncilId, period: &Period) -> Option<StandingValue<'a>> {
    vintages.releases_of(place, period).pop()
}

/// What a claim says of a change.
struct ClaimedChange {
    direction: Option<Direction>,
    /// By how much, with its sign, as the words leave open.
    amount: Option<(Interval, ChangeUnit)>,
    time: ClaimTime,
}

impl ClaimedChange {
    /// `None` where it says no change.
    fn of(dataset: &Dataset, located: &Located<'_>) -> Option<Self> {
        match &located.outcome.published {
            Published::Pair { before, after, over, .. } => {
                let comparison = Comparison::of(dataset, *located);
                let amount = match comparison.computed_change()? {
                    // Two exact counts say their change to a tenth of a per cent.
                    ComputedChange::Value(percent, _) => Interval { low: percent - TENTH, high: percent + TENTH },
                    ComputedChange::Range(low, high) => Interval { low, high },
                };
                let time = match (&before.period.when, &after.period.when) {
                    (When::At(from), When::At(to)) => ClaimTime::Between(*from, *to),
                    (When::NotStated, When::NotStated) => ClaimTime::Over(over.when.clone()),
                    (from, to) => match (ends(from), ends(to)) {
                        (Some(from), Some(to)) => ClaimTime::Between(from, to),
                        _ => ClaimTime::Over(over.when.clone()),
                    },
                };
                let middle = f64::midpoint(amount.low, amount.high);
                Some(Self { direction: Some(direction_of(middle)), amount: Some((amount, ChangeUnit::Percent)), time })
            }
            Published::Change { stated, over, .. } => {
                let stated = stated.iter().min_by_key(|change| change.unit != ChangeUnit::Percent)?;
                let amount = Some((possible_change(stated), stated.unit));
                Some(Self { direction: Some(stated.direction), amount, time: ClaimTime::Over(over.when.clone()) })
            }
            Published::Direction { direction, over } => {
                Some(Self { direction: Some(*direction), amount: None, time: ClaimTime::Over(over.when.clone()) })
            }
            Published::Rating { .. }
            | Published::Part { .. }
            | Published::Single(_)
            | Published::SingleGrade(_)
            | Published::Series { .. }
            | Published::Suppressed(_) => None,
        }
    }

    fn beside<'a>(
        &self,
        vintages: &Vintages<'a>,
        place: &'a CouncilId,
        [from, to]: [Option<StandingValue<'a>>; 2],
        other: Option<&str>,
    ) -> ClaimRow<'a> {
        let pair = StatisticPair { indicator: vintages.indicator, place, from, to };
        let change_percent = pair.change_percent();
        let (verdict, reason) = match (other, pair.breaks().first(), pair.change()) {
            (Some(reason), ..) => (ClaimVerdict::NotComparable, reason.to_owned()),
            (None, Some(why), _) => (ClaimVerdict::CannotBeChecked, say!("claim-why-break", why = *why)),
            (None, None, None) => {
                let missing = [from, to].iter().find_map(|end| StatisticPair::gap(end.as_ref()));
                let why = missing.map_or("", |missing| missing.label());
                (ClaimVerdict::CannotBeChecked, say!("claim-why-gap", reason = why))
            }
            (None, None, Some(change)) => self.judge(change, change_percent),
        };
        ClaimRow { from, to, change_percent, verdict, reason }
    }

    /// The verdict on a change of the series, in its unit and in per cent.
    fn judge(&self, change: f64, percent: Option<f64>) -> (ClaimVerdict, String) {
        let series = direction_of(change);
        let in_words = percent.map_or_else(|| format!("{change:+}"), |percent| format!("{percent:+.1}%"));
        let in_words = in_words.replace('-', "−");
        let Some((amount, unit)) = self.amount else {
            return match self.direction {
                Some(direction) if direction == series => (ClaimVerdict::Agrees, String::new()),
                Some(Direction::Stable) => (ClaimVerdict::Differs, say!("claim-why-not-stable", change = in_words)),
                Some(_) | None => (ClaimVerdict::OtherDirection, say!("claim-why-other-way", change = in_words)),
            };
        };
        if self.direction.is_some_and(|direction| direction != Direction::Stable && series != direction) {
            return (ClaimVerdict::OtherDirection, say!("claim-why-other-way", change = in_words));
        }
        let measured = match unit {
            ChangeUnit::Percent => percent,
            ChangeUnit::Points | ChangeUnit::Unit => Some(change),
        };
        let Some(measured) = measured else {
            return (ClaimVerdict::CannotBeChecked, say!("claim-why-no-percent").to_owned());
        };
        if measured >= amount.low - EQUAL && measured <= amount.high + EQUAL {
            return (ClaimVerdict::Agrees, String::new());
        }
        let apart = apart(amount, measured);
        let by = match unit {
            ChangeUnit::Percent | ChangeUnit::Points => say!("claim-by-points", points = format!("{apart:.1}")),
            ChangeUnit::Unit => say!("claim-by-amount", amount = format!("{apart:.0}")),
        };
        (ClaimVerdict::Differs, say!("claim-why-differs", change = in_words, by = by))
    }

    /// How far a row is from the claim, by which the nearest comes first; where the claim gives no amount all are alike.
    fn distance(&self, row: &ClaimRow<'_>, vintages: &Vintages<'_>) -> f64 {
        let Some((amount, unit)) = self.amount else { return 0.0 };
        let (Some(from), Some(to)) = (&row.from, &row.to) else { return f64::INFINITY };
        let change = || Some(to.value.ok()?.value() - from.value.ok()?.value());
        let measured = match unit {
            ChangeUnit::Percent if !vintages.indicator.is_share() => row.change_percent,
            ChangeUnit::Percent | ChangeUnit::Points | ChangeUnit::Unit => change(),
        };
        measured.map_or(f64::INFINITY, |measured| apart(amount, measured))
    }
}

/// A twentieth of a per cent: what rounding to a tenth leaves open on either side.
const TENTH: f64 = 0.05;
/// Two numbers closer than this are one.
const EQUAL: f64 = 1e-9;

/// How far a number lies from what an amount leaves open, measured from the nearer end that is known; of an amount that rounds, from its
/// middle.
fn apart(amount: Interval, measured: f64) -> f64 {
    if amount.low.is_finite() && amount.high.is_finite() {
        return (measured - f64::midpoint(amount.low, amount.high)).abs();
    }
    let below = if amount.low.is_finite() { (amount.low - measured).max(0.0) } else { 0.0 };
    let above = if amount.high.is_finite() { (measured - amount.high).max(0.0) } else { 0.0 };
    below.max(above)
}

fn direction_of(change: f64) -> Direction {
    if change < 0.0 {
        Direction::Fell
    } else if change > 0.0 {
        Direction::Rose
    } else {
        Direction::Stable
    }
}

/// The date at which a level of a span stands: its end.
fn ends(when: &When) -> Option<Date> {
    match when {
        When::At(date) => Some(*date),
        When::Span(span) => Some(span.to),
        When::Since(_) | When::Length { .. } | When::NotStated => None,
    }
}
