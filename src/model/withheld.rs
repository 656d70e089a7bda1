//! What is left of an account, and what was taken out of it, where small counts are suppressed.
//!
//! These exist in memory only: no file holds them, nothing reads them from one, and the numbers that were taken out are not in
//! them. What is taken out is decided in [`crate::compare::suppression`].

use super::{Form, Level, Number, Period};

/// One end of an account of which something was taken out.
#[derive(Clone, Debug, PartialEq)]
pub enum Remnant {
    /// It was never published.
    NotPublished,
    /// It was published and may be shown.
    Known(Level),
    /// It was published and taken out; its period stays.
    Suppressed(Period),
}

impl Remnant {
    /// The level; `None` where there is none to show.
    pub fn level(&self) -> Option<&Level> {
        match self {
            Self::Known(level) => Some(level),
            Self::NotPublished | Self::Suppressed(_) => None,
        }
    }

    /// Its period; `None` where it was never published.
    pub fn period(&self) -> Option<&Period> {
        match self {
            Self::Known(level) => Some(&level.period),
            Self::Suppressed(period) => Some(period),
            Self::NotPublished => None,
        }
    }

    /// Whether it was taken out.
    pub fn is_suppressed(&self) -> bool {
        matches!(self, Self::Suppressed(_))
    }
}

/// What is left of an account after numbers were taken out of it. It states no change: whatever was stated went with them.
#[derive(Clone, Debug, PartialEq)]
pub struct Remains {
    /// The form it was published in.
    pub form: Form,
    /// The level before.
    pub before: Remnant,
    /// The level after; the one level of a single figure; what was counted of a part.
    pub after: Remnant,
    /// The whole of a part, where it may be shown.
    pub whole: Option<Number>,
    /// How long lay between before and after, where the source says so.
    pub over: Period,
}

impl Remains {
    /// Whether no number of it is left.
    pub fn is_bare(&self) -> bool {
        self.before.level().is_none() && self.after.level().is_none() && self.whole.is_none()
    }
}

/// A number of an outcome, by where it stands.
#[derive(Clone, Debug, PartialEq)]
pub enum NumberField {
    /// The level before.
    Before,
    /// The level after, or the one level.
    After,
    /// The changes that the source states.
    Stated,
    /// What was counted of a part, and its share.
    Count,
    /// The whole of a part.
    Whole,
    /// A value of a series.
    Point(Period),
    /// How many people or cases were counted before or after.
    GroupSize,
    /// The benchmark.
    Benchmark,
}

/// Why a number was taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// It is a small count.
    Primary,
    /// A small count could be worked out from it.
    Secondary,
}

/// What was taken out of an outcome, and by which threshold.
#[derive(Clone, Debug, PartialEq)]
pub struct Withheld {
    /// Counts from 1 up to this one are small; from 1 to 99.
    pub up_to: u8,
    /// The numbers that were taken out, in the order of [`NumberField`].
    pub numbers: Vec<(NumberField, Reason)>,
    /// Whether words that hold numbers were taken out: notes, who was counted, what a benchmark is of.
    pub words: bool,
}

impl Withheld {
    /// How many numbers were taken out for this reason.
    pub fn count(&self, reason: Reason) -> usize {
        self.numbers.iter().filter(|(_, why)| *why == reason).count()
    }

    /// Whether the number in this place was taken out.
    pub fn holds(&self, place: &NumberField) -> bool {
        self.numbers.iter().any(|(taken, _)| taken == place)
    }
}
