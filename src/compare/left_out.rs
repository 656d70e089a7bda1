//! Why an outcome can't stand on an axis, as a sentence (R2).
//!
//! Which outcomes these are is for [`super::axes`]; here are only the reasons and their words.

use super::{comparison::Comparison, computed::NoPercent};

/// An outcome that can't be drawn here.
#[derive(Clone, Debug)]
pub struct LeftOut<'a> {
    /// The outcome.
    pub comparison: Comparison<'a>,
    /// Why.
    pub reason: LeftOutReason,
}

/// Why an outcome is left out.
#[derive(Clone, Debug, PartialEq)]
pub enum LeftOutReason {
    /// It is in another unit than the axis.
    OtherUnit {
        /// Its unit.
        unit: String,
        /// The unit of the axis.
        axis_unit: String,
    },
    /// It counts something else than the axis, in the same unit.
    OtherIndicator {
        /// Its indicator's name.
        name: String,
        /// The name of the indicator on the axis.
        axis_name: String,
    },
    /// Only a change was published.
    ChangeOnly,
    /// Only one of the two levels was published.
    OneLevel,
    /// Only a direction was published.
    DirectionOnly,
    /// Its change is stated in its unit, and a percentage can't be told.
    ChangeInUnit {
        /// The unit.
        unit: String,
    },
    /// No percentage could be computed.
    NoPercent(NoPercent),
    /// The others on the axis are averages a month, and its length is not known.
    LengthNotKnown,
    /// It is so many of so many.
    Part,
    /// It is one figure.
    Single,
    /// It is a series of dated values.
    Series,
    /// It is a grade, and the axis is one of numbers.
    Grade,
    /// It is a number, and the figure is one of grades.
    NotAGrade,
    /// What would stand here is suppressed.
    Suppressed,
}

impl LeftOutReason {
    /// The reason as a sentence.
    pub fn sentence(&self) -> String {
        match self {
            Self::OtherUnit { unit, axis_unit } => {
                format!("Its unit is \u{201c}{unit}\u{201d}, and this axis is in \u{201c}{axis_unit}\u{201d}.")
            }
            Self::OtherIndicator { name, axis_name } => {
                format!("It counts \u{201c}{name}\u{201d}, and this axis \u{201c}{axis_name}\u{201d}.")
            }
            Self::ChangeOnly => "Only the change was published, so there is no level to draw.".to_owned(),
            Self::OneLevel => {
                "Only one of the two levels was published, so there is no other to join it to.".to_owned()
            }
            Self::DirectionOnly => "Only the direction was published, so there is no level to draw.".to_owned(),
            Self::ChangeInUnit { unit } => {
                format!(
                    "Its change is stated in \u{201c}{unit}\u{201d}, not in per cent, and both levels were not published."
                )
            }
            Self::NoPercent(reason) => reason.sentence(),
            Self::LengthNotKnown => {
                "The others are averages a month, and it is not known how long this one was counted.".to_owned()
            }
            Self::Part => "It is so many of so many, with no before and after.".to_owned(),
            Self::Single => "It is a single figure, with nothing to compare it with.".to_owned(),
            Self::Series => "It is a series of dated values, which needs an axis of time.".to_owned(),
            Self::Grade => "It is a grade, which has no place on an axis of numbers.".to_owned(),
            Self::NotAGrade => "It is not a rating before and after.".to_owned(),
            Self::Suppressed => {
                "What would stand here is suppressed: it is a small count, or one could be worked out from it."
                    .to_owned()
            }
        }
    }
}
