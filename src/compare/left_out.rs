//! Why an outcome can't be on an axis, as a sentence (R2).
//!
//! [`super::axes`] decides which outcomes these are; here are only the reasons and words.

use super::{comparison::Comparison, computed::NoPercent};
use crate::say;

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
    /// The outcome is in another unit than the axis.
    OtherUnit {
        /// The unit of the outcome.
        unit: String,
        /// The unit of the axis.
        axis_unit: String,
    },
    /// The outcome counts something else than the axis, in the same unit.
    OtherIndicator {
        /// The name of the outcome's indicator.
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
    /// The change is stated in the unit, and no percentage is known.
    ChangeInUnit {
        /// The unit.
        unit: String,
    },
    /// The change is counted in per cent and the axis in percentage points, or the other way round.
    OtherChangeScale,
    /// The change is in percentage points, which an index has no place for.
    ShareOnIndex,
    /// No percentage could be computed.
    NoPercent(NoPercent),
    /// The others on the axis are averages a month, and the length of this period is not known.
    LengthNotKnown,
    /// A part of a whole has no before and after.
    Part,
    /// One figure has no before and after.
    Single,
    /// A series of dated values has more than two.
    Series,
    /// The outcome is a grade, and the axis is one of numbers.
    Grade,
    /// The outcome is a number, and the figure is one of grades.
    NotAGrade,
    /// The figure is suppressed.
    Suppressed,
}

impl LeftOutReason {
    /// The reason as a sentence.
    pub fn describe(&self) -> String {
        match self {
            Self::OtherUnit { unit, axis_unit } => {
                say!("left-out-other-unit", unit = unit.as_str(), axis = axis_unit.as_str())
            }
            Self::OtherIndicator { name, axis_name } => {
                say!("left-out-other-indicator", name = name.as_str(), axis = axis_name.as_str())
            }
            Self::ChangeOnly => say!("left-out-change-only").to_owned(),
            Self::OneLevel => say!("left-out-one-level").to_owned(),
            Self::DirectionOnly => say!("left-out-direction-only").to_owned(),
            Self::ChangeInUnit { unit } => {
                say!("left-out-change-in-unit", unit = unit.as_str())
            }
            Self::OtherChangeScale => say!("left-out-other-change-scale").to_owned(),
            Self::ShareOnIndex => say!("left-out-share-on-index").to_owned(),
            Self::NoPercent(reason) => reason.describe(),
            Self::LengthNotKnown => say!("left-out-length-not-known").to_owned(),
            Self::Part => say!("left-out-part").to_owned(),
            Self::Single => say!("left-out-single").to_owned(),
            Self::Series => say!("left-out-series").to_owned(),
            Self::Grade => say!("left-out-grade").to_owned(),
            Self::NotAGrade => say!("left-out-not-a-grade").to_owned(),
            Self::Suppressed => say!("left-out-suppressed").to_owned(),
        }
    }
}
