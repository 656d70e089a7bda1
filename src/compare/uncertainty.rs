//! An interval for a change, or every reason why there is none (R12).
//!
//! Definition: an interval is given for a pair of exact counts of a flow whose events are said to be independent, over known
//! lengths that do not overlap, from a base above zero: the ratio of two rates, as a change in per cent. It belongs to the
//! shown change and always contains it: lengths that are equal for the change (R3) are equal here, and counts of clients
//! need the same number of clients before and after. For a pair of shares of two independent samples of known size it is
//! Newcombe's, in percentage points; for one share of one sample Wilson's, in per cent. Otherwise it lists the reasons,
//! those about the people counted first. Sources of the formulas: [`super::interval`]. The words never explain a movement.
//! No NaN: published numbers are finite.

use super::{
    computed::signed,
    interval,
    months::{equal_lengths, months_of},
    timing::Timing,
};
use crate::model::{
    Bound, Counted, CountedGroup, Fact, Indicator, Level, Measure, Number, NumberField, Outcome, Period, Published,
    Role,
};
use crate::say;

/// An interval, or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub enum Uncertainty {
    /// Of the change in per cent.
    Interval {
        /// Lower limit in per cent; at least −100.
        low_percent: f64,
        /// Upper limit in per cent; finite.
        high_percent: f64,
        /// The method, in words.
        method: &'static str,
    },
    /// Of the difference of two shares, in percentage points: it has no place on an axis of per cent.
    Points {
        /// Lower limit in percentage points.
        low_points: f64,
        /// Upper limit in percentage points.
        high_points: f64,
        /// The method, in words.
        method: &'static str,
    },
    /// Of one share of a sample: a level, not a change.
    Level {
        /// Lower limit in per cent; at least 0.
        low_percent: f64,
        /// Upper limit in per cent; at most 100.
        high_percent: f64,
        /// The method, in words.
        method: &'static str,
    },
    /// None, for these reasons; never empty.
    Refused(Vec<Refusal>),
}

/// A reason why there is no interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// The same people stand behind both figures.
    SamePeople,
    /// Clients were chosen because of the thing counted.
    ChosenClients,
    /// Events repeat, or are counted by another outcome as well.
    OverlappingEvents,
    /// Everyone was counted.
    FullCount,
    /// A change or a direction was published, and not both levels.
    LevelsNotPublished,
    /// Before and after are one and the same period.
    SamePeriod,
    /// Some of the time belongs to both periods.
    OverlappingPeriods,
    /// The period after lies before the period before.
    PeriodsTurnedRound,
    /// Nobody published how long each count lasted.
    ExposureNotKnown,
    /// The numbers of people behind the two counts differ, so that it would be of the rate for each of them.
    AnotherQuantity,
    /// Nobody published how many people were counted, or the number does not fit the share.
    SampleSizeNotKnown,
    /// The figures are not whole counts of events over a time.
    NotCounts,
    /// The counts are larger than the method reaches.
    CountsTooLarge,
    /// The number and the share that were printed do not fit each other.
    FiguresDisagree,
    /// Nothing says that the events are independent.
    NotSaidToBeIndependent,
    /// There were none before.
    ZeroBase,
    /// A figure is only a bound.
    BoundedFigures,
    /// There is no before and after in numbers.
    NotAComparison,
    /// An estimate, a target or a plan.
    NotMeasured,
    /// A figure it needs is suppressed; other reasons might reveal that figure and are not given.
    Suppressed,
}

impl Refusal {
    /// The reason as a sentence.
    pub fn describe(self) -> &'static str {
        match self {
            Self::SamePeople => say!("interval-none-same-people"),
            Self::ChosenClients => say!("interval-none-chosen-clients"),
            Self::OverlappingEvents => {
                say!("interval-none-overlapping-events")
            }
            Self::FullCount => say!("interval-none-full-count"),
            Self::LevelsNotPublished => say!("interval-none-levels-not-published"),
            Self::SamePeriod => say!("interval-none-same-period"),
            Self::OverlappingPeriods => say!("interval-none-overlapping-periods"),
            Self::PeriodsTurnedRound => say!("interval-none-periods-turned-round"),
            Self::ExposureNotKnown => say!("interval-none-exposure-not-known"),
            Self::AnotherQuantity => say!("interval-none-another-quantity"),
            Self::SampleSizeNotKnown => say!("interval-none-sample-size-not-known"),
            Self::NotCounts => say!("interval-none-not-counts"),
            Self::CountsTooLarge => say!("interval-none-counts-too-large"),
            Self::FiguresDisagree => say!("interval-none-figures-disagree"),
            Self::NotSaidToBeIndependent => say!("interval-none-not-said-to-be-independent"),
            Self::ZeroBase => say!("interval-none-zero-base"),
            Self::BoundedFigures => say!("interval-none-bounded-figures"),
            Self::NotAComparison => say!("interval-none-not-a-comparison"),
            Self::NotMeasured => say!("interval-none-not-measured"),
            Self::Suppressed => say!("interval-none-suppressed"),
        }
    }
}

impl Uncertainty {
    /// The interval of the change in one outcome, or the reasons why there is none.
    pub fn of(indicator: &Indicator, outcome: &Outcome) -> Self {
        let mut reasons = Vec::new();
        let (before, after) = match &outcome.published {
            Published::Pair { before, after, .. } if indicator.measure != Measure::Rating => (before, after),
            Published::Change { .. } | Published::Direction { .. } => {
                reasons.extend(barred_by_people(indicator, outcome));
                reasons.push(Refusal::LevelsNotPublished);
                return Self::Refused(reasons);
            }
            Published::Suppressed(_) => return Self::Refused(vec![Refusal::Suppressed]),
            Published::Part { .. } | Published::Single(_) if is_sample(outcome) => {
                return Self::of_one_share(indicator, outcome);
            }
            Published::Pair { .. }
            | Published::Rating { .. }
            | Published::Part { .. }
            | Published::Single(_)
            | Published::SingleGrade(_)
            | Published::Series { .. } => return Self::Refused(vec![Refusal::NotAComparison]),
        };
        if lacks_group_size(outcome) {
            return Self::Refused(vec![Refusal::Suppressed]);
        }
        reasons.extend(barred_by_people(indicator, outcome));
        reasons.extend(barred_by_time(before, after));
        let found = if is_in_per_cent(indicator) && is_sample(outcome) {
            shares(outcome, before, after)
        } else if indicator.measure == Measure::Flow && indicator.counts_events() && !indicator.unit.is_per_time() {
            counts(outcome, before, after)
        } else {
            Err(vec![Refusal::NotCounts])
        };
        match found {
            Ok(interval) if reasons.is_empty() => {
                if indicator.measure == Measure::Flow && !outcome.has(Fact::IndependentEvents) {
                    return Self::Refused(vec![Refusal::NotSaidToBeIndependent]);
                }
                interval
            }
            Ok(_) => Self::Refused(reasons),
            Err(more) => {
                for reason in more {
                    if !reasons.contains(&reason) {
                        reasons.push(reason);
                    }
                }
                Self::Refused(reasons)
            }
        }
    }

    /// The interval of one share of a sample, or the reasons why there is none.
    fn of_one_share(indicator: &Indicator, outcome: &Outcome) -> Self {
        if lacks_group_size(outcome) {
            return Self::Refused(vec![Refusal::Suppressed]);
        }
        let reasons: Vec<Refusal> = [
            (outcome.has(Fact::ChosenClients), Refusal::ChosenClients),
            (outcome.has(Fact::OverlappingEvents), Refusal::OverlappingEvents),
            (outcome.has(Fact::FullCount), Refusal::FullCount),
            (is_unreal(outcome.role), Refusal::NotMeasured),
        ]
        .into_iter()
        .filter_map(|(holds, reason)| holds.then_some(reason))
        .collect();
        match one_share(indicator, outcome) {
            Ok((low, high)) if reasons.is_empty() => Self::Level {
                low_percent: low * 100.0,
                high_percent: high * 100.0,
                method: say!("interval-method-share"),
            },
            Ok(_) => Self::Refused(reasons),
            Err(reason) => Self::Refused(reasons.into_iter().chain([reason]).collect()),
        }
    }

    /// The limits of the change in per cent; `None` where there is no interval, or one of something else.
    pub fn percent_limits(&self) -> Option<(f64, f64)> {
        match self {
            Self::Interval { low_percent, high_percent, .. } => Some((*low_percent, *high_percent)),
            Self::Points { .. } | Self::Level { .. } | Self::Refused(_) => None,
        }
    }

    /// The limits of a single share in per cent; `None` where there is no interval, or one of a change.
    pub fn level_limits(&self) -> Option<(f64, f64)> {
        match self {
            Self::Level { low_percent, high_percent, .. } => Some((*low_percent, *high_percent)),
            Self::Interval { .. } | Self::Points { .. } | Self::Refused(_) => None,
        }
    }

    /// Why there are no limits in per cent, in sentences; `None` where there are.
    pub fn reason(&self) -> Option<String> {
        match self {
            Self::Interval { .. } | Self::Level { .. } => None,
            Self::Points { low_points, high_points, .. } => {
                Some(say!("interval-in-points", low = signed(*low_points), high = signed(*high_points)))
            }
            Self::Refused(reasons) => {
                Some(reasons.iter().map(|reason| reason.describe()).collect::<Vec<_>>().join(" "))
            }
        }
    }
}

/// The reasons about who was counted, and about the kind of statement.
fn barred_by_people(indicator: &Indicator, outcome: &Outcome) -> Vec<Refusal> {
    let counted = &outcome.counted;
    let same_people = outcome.has(Fact::SamePeople);
    let stock_of_all = indicator.measure == Measure::Stock && counted.group == CountedGroup::WholeCouncil;
    let needs_number = same_people || is_sample(outcome) || counted.group == CountedGroup::Clients;
    [
        (same_people, Refusal::SamePeople),
        (outcome.has(Fact::ChosenClients), Refusal::ChosenClients),
        (outcome.has(Fact::OverlappingEvents) || !outcome.overlaps.is_empty(), Refusal::OverlappingEvents),
        (outcome.has(Fact::FullCount) || stock_of_all, Refusal::FullCount),
        (needs_number && people(counted).is_none(), Refusal::SampleSizeNotKnown),
        (is_unreal(outcome.role), Refusal::NotMeasured),
    ]
    .into_iter()
    .filter_map(|(holds, reason)| holds.then_some(reason))
    .collect()
}

/// The reason about when the two were counted: events in both counts are not independent.
fn barred_by_time(before: &Level, after: &Level) -> Option<Refusal> {
    match Timing::of(&before.period, &after.period) {
        Timing::Same => Some(Refusal::SamePeriod),
        Timing::Overlapping => Some(Refusal::OverlappingPeriods),
        Timing::TurnedRound => Some(Refusal::PeriodsTurnedRound),
        Timing::InOrder | Timing::NotKnown => None,
    }
}

fn is_unreal(role: Role) -> bool {
    matches!(role, Role::Estimate | Role::Target | Role::Plan)
}

/// Whether its numbers are parts of a whole in per cent: a share "per 1,000 pupils" is none, nor is an average in per cent.
fn is_in_per_cent(indicator: &Indicator) -> bool {
    let unit = &indicator.unit;
    indicator.measure == Measure::Share && (unit.is_share() || unit.is_not_stated())
}

fn lacks_group_size(outcome: &Outcome) -> bool {
    outcome.withheld.as_ref().is_some_and(|withheld| withheld.holds(&NumberField::GroupSize))
}

fn is_sample(outcome: &Outcome) -> bool {
    outcome.has(Fact::Sample) || outcome.counted.group == CountedGroup::Sample
}

/// The ratio of two counts of a flow, as a change in per cent.
fn counts(outcome: &Outcome, before: &Level, after: &Level) -> Result<Uncertainty, Vec<Refusal>> {
    let mut reasons = Vec::new();
    if !is_exact(&before.number) || !is_exact(&after.number) {
        reasons.push(Refusal::BoundedFigures);
    } else if whole(&before.number).is_none() || whole(&after.number).is_none() {
        reasons.push(Refusal::NotCounts);
    }
    if whole(&before.number) == Some(0) {
        reasons.push(Refusal::ZeroBase);
    }
    let lengths = exposures(&before.period, &after.period);
    if lengths.is_none() {
        reasons.push(Refusal::ExposureNotKnown);
    }
    if numbers_differ(outcome) {
        reasons.push(Refusal::AnotherQuantity);
    }
    let limits = || {
        let (exposure0, exposure1) = lengths?;
        interval::ratio_of_two_rates(whole(&after.number)?, exposure1, whole(&before.number)?, exposure0)
    };
    match limits() {
        Some((low, high)) if reasons.is_empty() => Ok(Uncertainty::Interval {
            low_percent: (low - 1.0) * 100.0,
            high_percent: (high - 1.0) * 100.0,
            method: say!("interval-method-ratio"),
        }),
        _ if reasons.is_empty() => Err(vec![Refusal::CountsTooLarge]),
        _ => Err(reasons),
    }
}

/// The length of each count in months; 1 and 1 where they are equal for the change (R3), so the interval is of the same one.
fn exposures(before: &Period, after: &Period) -> Option<(f64, f64)> {
    let (before, after) = (months_of(before)?, months_of(after)?);
    Some(if equal_lengths(before, after) { (1.0, 1.0) } else { (before, after) })
}

/// Whether the numbers of clients or of the sample differ before and after: the interval would be of the rate for each of
/// them, but the shown change is of the count.
fn numbers_differ(outcome: &Outcome) -> bool {
    let of_people = is_sample(outcome) || outcome.counted.group == CountedGroup::Clients;
    of_people && people(&outcome.counted).is_some_and(|(before, after)| before != after)
}

/// Wilson's limits of the one published share of a sample, between 0 and 1.
fn one_share(indicator: &Indicator, outcome: &Outcome) -> Result<(f64, f64), Refusal> {
    let (cases, all) = match &outcome.published {
        Published::Part { count: Some(count), of: Some(of), share, .. } => {
            if !is_exact(count) || !is_exact(of) {
                return Err(Refusal::BoundedFigures);
            }
            let (Some(cases), Some(all)) = (whole(count), whole(of)) else { return Err(Refusal::NotCounts) };
            if share.as_ref().is_some_and(|share| !super::agreement::part_fits(count, of, share)) {
                return Err(Refusal::FiguresDisagree);
            }
            (cases, all)
        }
        Published::Part { share: Some(share), of, .. } => cases_of(share, of.as_ref(), outcome)?,
        Published::Single(level) if is_in_per_cent(indicator) => cases_of(&level.number, None, outcome)?,
        Published::Part { .. } => return Err(Refusal::SampleSizeNotKnown),
        Published::Pair { .. }
        | Published::Change { .. }
        | Published::Direction { .. }
        | Published::Rating { .. }
        | Published::Single(_)
        | Published::SingleGrade(_)
        | Published::Series { .. }
        | Published::Suppressed(_) => return Err(Refusal::NotAComparison),
    };
    interval::wilson(cases, all).ok_or(Refusal::NotCounts)
}

/// The cases and size of the sample behind a share; the size is the part's whole, else the one number counted.
fn cases_of(share: &Number, of: Option<&Number>, outcome: &Outcome) -> Result<(u64, u64), Refusal> {
    if !is_exact(share) {
        return Err(Refusal::BoundedFigures);
    }
    let Counted { before, after, .. } = &outcome.counted;
    let stated = of.or(after.as_ref()).or(before.as_ref());
    let is_one = of.is_some() || before.is_none() || after.is_none() || before == after;
    let all = stated.filter(|_| is_one).and_then(whole).filter(|&all| all > 0).ok_or(Refusal::SampleSizeNotKnown)?;
    cases(share, all).map(|cases| (cases, all)).ok_or(Refusal::SampleSizeNotKnown)
}

/// The difference of two shares of independent samples, in percentage points.
fn shares(outcome: &Outcome, before: &Level, after: &Level) -> Result<Uncertainty, Vec<Refusal>> {
    if !is_exact(&before.number) || !is_exact(&after.number) {
        return Err(vec![Refusal::BoundedFigures]);
    }
    let limits = || {
        let (n0, n1) = people(&outcome.counted)?;
        interval::newcombe(cases(&after.number, n1)?, n1, cases(&before.number, n0)?, n0)
    };
    let (low, high) = limits().ok_or(vec![Refusal::SampleSizeNotKnown])?;
    Ok(Uncertainty::Points {
        low_points: low * 100.0,
        high_points: high * 100.0,
        method: say!("interval-method-shares"),
    })
}

/// How many of `n` a printed share in per cent means; `None` where no whole number of them rounds to it.
fn cases(share: &Number, n: u64) -> Option<u64> {
    let nearest = (share.value() / 100.0 * n as f64).round();
    let possible = share.possible();
    let back = nearest / n as f64 * 100.0;
    let fits = (0.0..=n as f64).contains(&nearest) && possible.low - 1e-9 <= back && back <= possible.high + 1e-9;
    fits.then(|| to_count(nearest)).flatten()
}

/// How many people were counted before and after; `None` where either is not stated exactly.
fn people(counted: &Counted) -> Option<(u64, u64)> {
    let number = |number: &Option<Number>| number.as_ref().and_then(whole).filter(|&n| n > 0);
    Some((number(&counted.before)?, number(&counted.after)?))
}

/// An exact whole number of zero or more.
fn whole(number: &Number) -> Option<u64> {
    if is_exact(number) { to_count(number.value()) } else { None }
}

/// Counts stay far below 2⁵³, so that the whole number is the same in both types.
#[allow(clippy::cast_sign_loss)]
fn to_count(value: f64) -> Option<u64> {
    ((0.0..=9e15).contains(&value) && value.fract() == 0.0).then_some(value as u64)
}

fn is_exact(number: &Number) -> bool {
    number.bound() == Bound::Exactly
}

#[cfg(test)]
mod tests;
