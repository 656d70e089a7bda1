//! What may share an axis, and what is left out and why (R2).
//!
//! Definition: one axis has one unit and one concept, so it holds at most one indicator: of several, the one whose drawable
//! outcomes show most (two levels more than a change, a change more than a direction, a programme more than context), or the
//! first given if they tie. Index points (before = 100) are a unit of their own, so every way to count one concept may share
//! an index axis. Context stays beside outcomes of its indicator. A flow's levels share an axis as published only while
//! every known length is equal; otherwise all become averages a month (R3). Each outcome that can't be drawn is listed with
//! its reason: drawn plus left out is exactly the input. No formula, no NaN.

use super::{
    caution::{Caution, Rule},
    comparison::{Comparison, ShownChange},
    computed::{ChangeScale, Computed, NoPercent},
    flow::{self, LevelScale},
    left_out::{LeftOut, LeftOutReason},
    months::equal_lengths,
};
use crate::model::{ChangeUnit, Form, Indicator, IndicatorId, Measure, Published, Role};
use crate::say;

/// What a panel draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AxisNeed {
    /// Levels before and after, on one axis in the indicator's unit.
    Levels,
    /// Two levels of each outcome, on one axis in the indicator's unit.
    BothLevels,
    /// Changes in per cent, on one axis.
    ChangePercent,
    /// Changes of any indicator of one concept, on one axis where before is 100.
    Index,
    /// Both, aligned: an outcome needs only one.
    LevelsAndChange,
    /// Grades, each on its own scale.
    Ratings,
    /// Everything, each outcome with an axis of its own.
    Profile,
}

/// What a panel draws and what it leaves out; together exactly the selection.
#[derive(Clone, Debug, Default)]
pub struct Selection<'a> {
    /// What is on the axis, in the order given.
    pub drawn: Vec<Comparison<'a>>,
    /// The others, in the order given, with the reason.
    pub left_out: Vec<LeftOut<'a>>,
    /// What the axis of levels counts.
    pub scale: LevelScale,
    /// What the axis of changes counts.
    pub change_scale: ChangeScale,
}

impl Selection<'_> {
    /// What the axis of levels must tell its reader; `None` where it counts what was published (R3).
    pub fn scale_caution(&self) -> Option<Caution> {
        (self.scale == LevelScale::AverageAMonth).then(|| {
            let text = say!("caution-averages-on-axis");
            Caution::new(Rule::R3, text)
        })
    }
}

/// Divides the selected outcomes into those that may share the axes of one panel and those that may not.
///
/// Give them in dataset order, so that a tie between indicators goes to the first; sort what is drawn afterwards.
pub fn one_axis(comparisons: Vec<Comparison<'_>>, need: AxisNeed) -> Selection<'_> {
    let winner = if has_one_indicator(need) { winner(&comparisons, need) } else { None };
    let scale = winner.map_or(LevelScale::AsPublished, |winner| level_scale(&comparisons, winner, need));
    let change_scale = winner.map_or(ChangeScale::Percent, |winner| change_scale(&comparisons, winner));
    let mut selection = Selection { scale, change_scale, ..Selection::default() };
    for comparison in comparisons {
        let stands = standing(&comparison, need, scale).and_then(|()| shares_axis(&comparison, winner));
        match stands.and_then(|()| has_change_scale(&comparison, need, scale, change_scale)) {
            Ok(()) => selection.drawn.push(comparison),
            Err(reason) => selection.left_out.push(LeftOut { comparison, reason }),
        }
    }
    selection
}

/// Grades and small figures have an axis each, and an index has one unit for all.
fn has_one_indicator(need: AxisNeed) -> bool {
    !matches!(need, AxisNeed::Index | AxisNeed::Ratings | AxisNeed::Profile)
}

/// How much an outcome shows on an axis: two levels more than a change, a change more than a direction, and a programme more
/// than context.
fn weight(comparison: &Comparison<'_>) -> usize {
    let outcome = comparison.located.outcome;
    let told = match outcome.published {
        Published::Pair { .. } => 3,
        Published::Change { .. } => 2,
        Published::Direction { .. }
        | Published::Rating { .. }
        | Published::Part { .. }
        | Published::Single(_)
        | Published::SingleGrade(_)
        | Published::Series { .. }
        | Published::Suppressed(_) => 1,
    };
    if outcome.role == Role::Context { told } else { 2 * told }
}

/// The indicator whose drawable outcomes show most; the first of several.
fn winner<'a>(comparisons: &[Comparison<'a>], need: AxisNeed) -> Option<&'a Indicator> {
    let mut votes: Vec<(&'a Indicator, usize)> = Vec::new();
    for comparison in comparisons {
        if standing(comparison, need, LevelScale::AsPublished).is_err() {
            continue;
        }
        let indicator = comparison.located.indicator;
        match votes.iter_mut().find(|(other, _)| other.id == indicator.id) {
            Some((_, told)) => *told += weight(comparison),
            None => votes.push((indicator, weight(comparison))),
        }
    }
    // `max_by_key` would return the last of equals.
    votes.into_iter().rev().max_by_key(|&(_, told)| told).map(|(indicator, _)| indicator)
}

/// Whether this indicator's levels are drawn as published or as averages a month.
fn level_scale(comparisons: &[Comparison<'_>], indicator: &Indicator, need: AxisNeed) -> LevelScale {
    if !flow::adds_up(indicator) || need == AxisNeed::ChangePercent {
        return LevelScale::AsPublished;
    }
    let mut lengths = comparisons
        .iter()
        .filter(|c| is_of(c, &indicator.id) && standing(c, need, LevelScale::AsPublished).is_ok())
        .flat_map(|c| [c.months_before, c.months_after])
        .flatten();
    let Some(first) = lengths.next() else {
        return LevelScale::AsPublished;
    };
    if lengths.all(|length| equal_lengths(first, length)) { LevelScale::AsPublished } else { LevelScale::AverageAMonth }
}

/// What most changes of this indicator are counted in; points if they tie.
fn change_scale(comparisons: &[Comparison<'_>], indicator: &Indicator) -> ChangeScale {
    let sized = |scale: ChangeScale| {
        let of_scale = |c: &&Comparison<'_>| is_of(c, &indicator.id) && c.change_scale == scale && c.is_sized();
        comparisons.iter().filter(of_scale).count()
    };
    let (points, percent) = (sized(ChangeScale::Points), sized(ChangeScale::Percent));
    if points > 0 && points >= percent { ChangeScale::Points } else { ChangeScale::Percent }
}

/// Whether its change has the axis's unit; an outcome with levels needs no change.
fn has_change_scale(
    comparison: &Comparison<'_>,
    need: AxisNeed,
    scale: LevelScale,
    change_scale: ChangeScale,
) -> Result<(), LeftOutReason> {
    let other = comparison.is_sized() && comparison.change_scale != change_scale;
    match need {
        AxisNeed::ChangePercent if other => Err(LeftOutReason::OtherChangeScale),
        AxisNeed::LevelsAndChange if other => {
            has_levels(comparison, scale).map_err(|_| LeftOutReason::OtherChangeScale)
        }
        AxisNeed::Index if comparison.is_sized() && comparison.change_scale == ChangeScale::Points => {
            Err(LeftOutReason::ShareOnIndex)
        }
        AxisNeed::Index
        | AxisNeed::Levels
        | AxisNeed::BothLevels
        | AxisNeed::ChangePercent
        | AxisNeed::LevelsAndChange
        | AxisNeed::Ratings
        | AxisNeed::Profile => Ok(()),
    }
}

fn is_of(comparison: &Comparison<'_>, id: &IndicatorId) -> bool {
    &comparison.located.indicator.id == id
}

/// Whether it belongs on this indicator's axis; everything does where each has its own.
fn shares_axis(comparison: &Comparison<'_>, winner: Option<&Indicator>) -> Result<(), LeftOutReason> {
    let own = comparison.located.indicator;
    match winner {
        Some(axis) if axis.id != own.id => Err(if axis.unit == own.unit {
            LeftOutReason::OtherIndicator { name: own.name.clone(), axis_name: axis.name.clone() }
        } else {
            LeftOutReason::OtherUnit { unit: own.unit.to_string(), axis_unit: axis.unit.to_string() }
        }),
        _ => Ok(()),
    }
}

/// Whether an outcome has anything that this panel draws.
fn standing(comparison: &Comparison<'_>, need: AxisNeed, scale: LevelScale) -> Result<(), LeftOutReason> {
    let published = &comparison.located.outcome.published;
    match need {
        AxisNeed::Profile => Ok(()),
        AxisNeed::Ratings if matches!(published, Published::Rating { .. }) => Ok(()),
        AxisNeed::Ratings => Err(LeftOutReason::NotAGrade),
        AxisNeed::Levels => has_form(comparison).and_then(|()| has_levels(comparison, scale)),
        AxisNeed::BothLevels => has_form(comparison).and_then(|()| has_both_levels(comparison, scale)),
        AxisNeed::ChangePercent | AxisNeed::Index => has_form(comparison).and_then(|()| has_change(comparison)),
        AxisNeed::LevelsAndChange => {
            has_form(comparison)?;
            // The reason for the change is the fuller one: it also says that levels are missing.
            has_levels(comparison, scale).or_else(|_| has_change(comparison))
        }
    }
}

/// Whether it has a before and after in numbers.
fn has_form(comparison: &Comparison<'_>) -> Result<(), LeftOutReason> {
    match &comparison.located.outcome.published {
        Published::Part { .. } => Err(LeftOutReason::Part),
        Published::Single(_) => Err(LeftOutReason::Single),
        Published::Series { .. } => Err(LeftOutReason::Series),
        Published::Rating { .. } | Published::SingleGrade(_) => Err(LeftOutReason::Grade),
        _ if comparison.located.indicator.measure == Measure::Rating => Err(LeftOutReason::Grade),
        Published::Suppressed(remains) => match remains.form {
            Form::Part => Err(LeftOutReason::Part),
            _ if remains.is_bare() => Err(LeftOutReason::Suppressed),
            Form::Pair | Form::Change | Form::Direction | Form::Rating | Form::Single | Form::Series => Ok(()),
        },
        Published::Pair { .. } | Published::Change { .. } | Published::Direction { .. } => Ok(()),
    }
}

/// Whether at least one level was published; a pair with a level that can't be averaged fails.
fn has_levels(comparison: &Comparison<'_>, scale: LevelScale) -> Result<(), LeftOutReason> {
    let published = &comparison.located.outcome.published;
    let levels = [comparison.before(), comparison.after()].into_iter().flatten().count();
    let placed = [comparison.before_on(scale), comparison.after_on(scale)].into_iter().flatten().count();
    if levels > 0 && placed == levels {
        return Ok(());
    }
    Err(if levels > 0 {
        LeftOutReason::LengthNotKnown
    } else if matches!(published, Published::Suppressed(_)) {
        LeftOutReason::Suppressed
    } else if matches!(published, Published::Direction { .. }) {
        LeftOutReason::DirectionOnly
    } else {
        LeftOutReason::ChangeOnly
    })
}

fn has_both_levels(comparison: &Comparison<'_>, scale: LevelScale) -> Result<(), LeftOutReason> {
    let published = &comparison.located.outcome.published;
    if matches!(published, Published::Change { level: Some(_), .. }) {
        return Err(LeftOutReason::OneLevel);
    }
    if matches!(published, Published::Suppressed(_)) {
        return Err(LeftOutReason::Suppressed);
    }
    has_levels(comparison, scale)
}

fn has_change(comparison: &Comparison<'_>) -> Result<(), LeftOutReason> {
    if comparison.shown_change() != ShownChange::None {
        return Ok(());
    }
    if matches!(comparison.located.outcome.published, Published::Suppressed(_)) {
        return Err(LeftOutReason::Suppressed);
    }
    let in_unit = comparison.stated.iter().find(|change| change.unit != ChangeUnit::Percent);
    Err(match (in_unit, comparison.change) {
        (Some(change), Computed::None(NoPercent::LevelNotPublished)) => LeftOutReason::ChangeInUnit {
            unit: if change.unit == ChangeUnit::Points {
                say!("number-percentage-points").to_owned()
            } else {
                comparison.located.indicator.unit.to_string()
            },
        },
        (_, Computed::None(reason)) => LeftOutReason::NoPercent(reason),
        (_, Computed::Value(_)) => LeftOutReason::ChangeOnly,
    })
}

#[cfg(test)]
mod tests;
