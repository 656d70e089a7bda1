//! Whether outcomes that stand together may be compared with one another, and every reason against it.
//!
//! Definition: *no* where fewer than two places have a figure, or where concepts, units, bases or scales differ, or only some are
//! changes; *with care* where length or dates differ or are not stated, a number is only a bound or a direction, only some people
//! or part of a year were counted, numbers are small, or an account does not fit itself; *yes* otherwise. The weakest reason
//! decides. One outcome is compared with nobody, and gets no answer. Estimates, targets and plans are not set beside outcomes (R9),
//! and context answers for itself unless it is all that a single place could be compared with. The words are in
//! [`crate::figure::comparability`]. No formula, and no NaN.

mod reasons;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use strum::{EnumCount, VariantArray};

use super::{
    comparison::Comparison,
    left_out::{LeftOut, LeftOutReason},
};
use crate::model::{CouncilId, Role};

/// Whether outcomes may be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Comparable {
    /// As they are.
    Yes,
    /// With something to be said along with it.
    WithCare,
    /// Not with one another.
    No,
}

/// Why outcomes may not be compared as they are, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumCount, VariantArray)]
pub enum ComparabilityReason {
    /// Only one place has a figure, or none.
    FewerThanTwo,
    /// They are of different concepts.
    Concepts,
    /// They are in different units.
    Units,
    /// They are rates or shares of different things.
    Bases,
    /// They stand on different scales: per cent and points, or grades of different frameworks.
    Scales,
    /// Some are changes, and others have no before and after.
    Forms,
    /// They count under different names in one unit.
    Definitions,
    /// The time between before and after differs in length.
    Lengths,
    /// How long it was from before to after is not known of all.
    LengthsNotStated,
    /// It was equally long, and not at the same time.
    Dates,
    /// It was equally long, and not of all is it known when.
    DatesNotStated,
    /// A number is only a bound or a range.
    Bounds,
    /// Only the direction is known.
    Directions,
    /// A programme's clients or a sample were counted, and not the whole council.
    Clients,
    /// Counts of parts of years that hold different seasons.
    PartOfYear,
    /// The base is below ten.
    SmallNumbers,
    /// What was stated does not fit what was published with it.
    Conflicts,
    /// A number is suppressed.
    Suppressed,
    /// They are estimates, targets or plans.
    NotOutcomes,
}

impl ComparabilityReason {
    /// Every reason, the weakest first.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// What it makes of the comparison.
    pub fn answer(self) -> Comparable {
        match self {
            Self::FewerThanTwo | Self::Concepts | Self::Units | Self::Bases | Self::Scales | Self::Forms => {
                Comparable::No
            }
            Self::Definitions
            | Self::Lengths
            | Self::LengthsNotStated
            | Self::Dates
            | Self::DatesNotStated
            | Self::Bounds
            | Self::Directions
            | Self::Clients
            | Self::PartOfYear
            | Self::SmallNumbers
            | Self::Conflicts
            | Self::Suppressed
            | Self::NotOutcomes => Comparable::WithCare,
        }
    }
}

/// The answer for outcomes that stand together.
#[derive(Clone, Debug)]
pub struct Comparability<'c, 'd> {
    /// What it was asked of: the outcomes, or context and what is meant to happen where there is nothing else.
    pub asked: Vec<&'c Comparison<'d>>,
    /// The reasons, the weakest first; none where the answer is yes.
    pub reasons: Vec<ComparabilityReason>,
}

impl<'c, 'd> Comparability<'c, 'd> {
    /// The answer for what one figure draws; what it left out tells why fewer than two may be left. Who was asked for by name is told in
    /// the order of `named`. `None` of one outcome.
    pub fn of(drawn: &'c [Comparison<'d>], left_out: &'c [LeftOut<'d>], named: &[CouncilId]) -> Option<Self> {
        if drawn.len() + left_out.len() < 2 {
            return None;
        }
        let mut asked = asked(drawn);
        let place = |c: &Comparison<'_>| {
            named.iter().position(|id| c.located.outcome.places.contains(id)).unwrap_or(named.len())
        };
        asked.sort_by_key(|c| place(c));
        let mut reasons = Vec::new();
        if asked.len() < 2 || places(&asked).len() < 2 {
            reasons.push(ComparabilityReason::FewerThanTwo);
            reasons.extend(left_out.iter().filter_map(|left| apart(&left.reason)));
            reasons.sort_unstable();
            reasons.dedup();
        } else {
            reasons.extend(
                ComparabilityReason::ALL.into_iter().filter(|reason| !reasons::who(*reason, &asked).is_empty()),
            );
        }
        Some(Self { asked, reasons })
    }

    /// Whether they may be compared.
    pub fn answer(&self) -> Comparable {
        self.reasons.first().map_or(Comparable::Yes, |reason| reason.answer())
    }

    /// The outcomes that a reason is about; all of them where they differ among one another.
    pub fn who(&self, reason: ComparabilityReason) -> Vec<&'c Comparison<'d>> {
        reasons::who(reason, &self.asked)
    }
}

/// The outcomes; context beside a single place; else context, else whatever is there.
fn asked<'c, 'd>(drawn: &'c [Comparison<'d>]) -> Vec<&'c Comparison<'d>> {
    let with = |holds: &dyn Fn(Role) -> bool| -> Vec<&'c Comparison<'d>> {
        drawn.iter().filter(|c| holds(c.located.outcome.role)).collect()
    };
    let outcomes = with(&|role| role == Role::Outcome);
    if places(&outcomes).len() > 1 {
        return outcomes;
    }
    let happened = with(&Role::is_shown_by_default);
    if happened.is_empty() { with(&|_| true) } else { happened }
}

fn places<'d>(asked: &[&Comparison<'d>]) -> BTreeSet<&'d CouncilId> {
    asked.iter().flat_map(|c| &c.located.outcome.places).collect()
}

/// The reason that keeps an outcome off an axis, where it is one against comparing as well.
fn apart(reason: &LeftOutReason) -> Option<ComparabilityReason> {
    match reason {
        LeftOutReason::OtherUnit { .. } => Some(ComparabilityReason::Units),
        LeftOutReason::OtherIndicator { .. } => Some(ComparabilityReason::Definitions),
        LeftOutReason::OtherChangeScale | LeftOutReason::ShareOnIndex => Some(ComparabilityReason::Scales),
        LeftOutReason::Part
        | LeftOutReason::Single
        | LeftOutReason::Series
        | LeftOutReason::Grade
        | LeftOutReason::NotAGrade => Some(ComparabilityReason::Forms),
        LeftOutReason::Suppressed => Some(ComparabilityReason::Suppressed),
        LeftOutReason::ChangeOnly
        | LeftOutReason::OneLevel
        | LeftOutReason::DirectionOnly
        | LeftOutReason::ChangeInUnit { .. }
        | LeftOutReason::NoPercent(_)
        | LeftOutReason::LengthNotKnown => None,
    }
}
