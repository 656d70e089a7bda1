//! What was published of an outcome, in the form it was published in.
//!
//! Each form holds just what its source printed. A change has at most one level, a direction has none: the other level can't
//! be drawn because there is nowhere to write it (R1).

use std::fmt;
use strum::{EnumCount, VariantArray};

use thiserror::Error;

use crate::say;

use super::explanation::print_explanation;
use super::{Explanation, Framework, Number, NumberError, Period, Remains};
use crate::words::letters::with_plain_spaces;

/// Which way something moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumCount, VariantArray)]
pub enum Direction {
    /// Went down.
    Fell,
    /// Went up.
    Rose,
    /// Said to have stayed the same.
    Stable,
}

impl Direction {
    /// Every direction, in the order of the enum.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// The word used in files and on screen.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Fell => "fell",
            Self::Rose => "rose",
            Self::Stable => "stable",
        }
    }

    /// −1 for a fall, 1 for a rise, 0 for no change.
    pub fn sign(self) -> f64 {
        match self {
            Self::Fell => -1.0,
            Self::Rose => 1.0,
            Self::Stable => 0.0,
        }
    }
}

/// What a stated change is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChangeUnit {
    /// Per cent of the level before.
    Percent,
    /// Percentage points.
    Points,
    /// The indicator's own unit.
    Unit,
}

/// A change as stated: which way, and by how much.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Fell or rose; never stable.
    pub direction: Direction,
    /// By how much, without a sign.
    pub by: Number,
    /// In what.
    pub unit: ChangeUnit,
}

/// Why a text is not a change.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ChangeError {
    /// It does not begin with "fell" or "rose".
    NoDirection(String),
    /// The amount is no number.
    Amount(#[from] NumberError),
    /// The amount has a sign.
    Signed(String),
}

print_explanation!(ChangeError);

impl From<&ChangeError> for Explanation {
    fn from(error: &ChangeError) -> Self {
        match error {
            ChangeError::NoDirection(text) => Self::new(
                say!("model-change-no-direction"),
                say!("model-change-no-direction.fix", text = text.as_str()),
            ),
            ChangeError::Amount(why) => {
                let Self { sentence, fix } = why.into();
                Self { sentence: say!("model-change-amount", why = sentence), fix }
            }
            ChangeError::Signed(text) => {
                Self::new(say!("model-change-signed"), say!("model-change-signed.fix", text = text.as_str()))
            }
        }
    }
}

impl Change {
    /// Reads `fell 15.5%`, `rose over 150%`, `fell 3 pp`, `rose 29`.
    ///
    /// # Errors
    /// A [`ChangeError`] that shows how changes are written.
    pub fn parse(text: &str) -> Result<Self, ChangeError> {
        let spaced = with_plain_spaces(text);
        let text = spaced.trim();
        let (direction, rest) = [Direction::Fell, Direction::Rose]
            .into_iter()
            .find_map(|d| text.strip_prefix(d.keyword())?.strip_prefix(' ').map(|rest| (d, rest)))
            .ok_or_else(|| ChangeError::NoDirection(text.to_owned()))?;
        let (amount, unit) = if let Some(amount) = rest.strip_suffix('%') {
            (amount, ChangeUnit::Percent)
        } else if let Some(amount) = rest.strip_suffix("pp") {
            (amount, ChangeUnit::Points)
        } else {
            (rest, ChangeUnit::Unit)
        };
        let by = Number::parse(amount)?;
        if by.value() < 0.0 {
            return Err(ChangeError::Signed(text.to_owned()));
        }
        Ok(Self { direction, by, unit })
    }

    /// The stated amount with the sign of its direction; the nearer end of a range.
    pub fn signed(&self) -> f64 {
        self.direction.sign() * self.by.value()
    }

    /// The far end of a range, with the sign of its direction.
    pub fn signed_high(&self) -> Option<f64> {
        self.by.range_high().map(|high| self.direction.sign() * high)
    }

    /// Where a mark of this change ends: the middle of a range.
    pub fn centre(&self) -> f64 {
        self.direction.sign() * self.by.centre()
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            ChangeUnit::Percent => "%",
            ChangeUnit::Points => " pp",
            ChangeUnit::Unit => "",
        };
        write!(f, "{} {}{unit}", self.direction.keyword(), self.by)
    }
}

/// A published level and when it was counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// The level, in the indicator's unit.
    pub number: Number,
    /// When, at the precision published.
    pub period: Period,
}

/// The one level that may accompany a stated change.
#[derive(Clone, Debug, PartialEq)]
pub enum KnownLevel {
    /// The level before.
    Before(Level),
    /// The level after.
    After(Level),
}

/// A grade, on its own scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grade {
    /// As printed, in small letters: "requires improvement".
    pub grade: String,
    /// The inspection framework; `None` where none is stated.
    pub framework: Option<Framework>,
    /// What was judged: "overall effectiveness".
    pub judgement: String,
    /// Date of the inspection, not of its publication.
    pub date: Period,
    /// Who inspected.
    pub body: String,
}

/// Why a value is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Missing {
    /// The source does not give it.
    NotPublished,
    /// Held back to protect people.
    Suppressed,
    /// There can be none.
    NotApplicable,
    /// Not zero, but rounds to it.
    RoundsToZero,
    /// Withheld because it is unreliable.
    LowReliability,
}

impl Missing {
    /// The reason in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::NotPublished => "not published",
            Self::Suppressed => "suppressed",
            Self::NotApplicable => "not applicable",
            Self::RoundsToZero => "rounds to zero",
            Self::LowReliability => "low reliability",
        }
    }
}

/// A value of a series, or the reason why there is none (R14).
#[derive(Clone, Debug, PartialEq)]
pub enum PointValue {
    /// The value, in the indicator's unit.
    Known(Number),
    /// Why it is missing.
    Missing(Missing),
}

/// One dated value of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesPoint {
    /// When.
    pub period: Period,
    /// What.
    pub value: PointValue,
}

/// What was published, in the form it was published in.
#[derive(Clone, Debug, PartialEq)]
pub enum Published {
    /// A level before and a level after.
    Pair {
        /// The level before.
        before: Level,
        /// The level after.
        after: Level,
        /// The change, where the source states it beside the levels.
        stated: Vec<Change>,
        /// How long lay between the two, where the source says so.
        over: Period,
    },
    /// A change, with at most one of its two levels.
    Change {
        /// In per cent, in the unit, or both; never empty.
        stated: Vec<Change>,
        /// Over what time.
        over: Period,
        /// The one level that was published, if any.
        level: Option<KnownLevel>,
    },
    /// Only which way it went.
    Direction {
        /// Which way.
        direction: Direction,
        /// Over what time.
        over: Period,
    },
    /// A grade before and a grade after.
    Rating {
        /// The grade before.
        before: Grade,
        /// The grade after.
        after: Grade,
    },
    /// So many of so many.
    Part {
        /// How many; `None` where only the share was printed.
        count: Option<Number>,
        /// Of how many; `None` where not printed.
        of: Option<Number>,
        /// The share in per cent, where printed.
        share: Option<Number>,
        /// When.
        period: Period,
    },
    /// One level with nothing to compare it with.
    Single(Level),
    /// One grade with nothing to compare it with.
    SingleGrade(Grade),
    /// Dated values.
    Series {
        /// In order of time.
        points: Vec<SeriesPoint>,
        /// When the programme started, if stated.
        start: Option<Period>,
    },
    /// What is left after small counts were taken out. In memory only: no file holds it.
    Suppressed(Remains),
}

/// The form of evidence, for filters and counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumCount, VariantArray)]
pub enum Form {
    /// Both levels.
    Pair,
    /// A change only.
    Change,
    /// A direction only.
    Direction,
    /// Grades.
    Rating,
    /// So many of so many.
    Part,
    /// One level or grade.
    Single,
    /// Dated values.
    Series,
}

impl Form {
    /// Every form, in the order in which they are listed.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// The word in tables that are saved, which scripts rely on in every language; the window has words of its own.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Pair => "pair",
            Self::Change => "change",
            Self::Direction => "direction",
            Self::Rating => "rating",
            Self::Part => "part",
            Self::Single => "single",
            Self::Series => "series",
        }
    }

    /// The words on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Pair => say!("model-form-pair"),
            Self::Change => say!("model-form-change"),
            Self::Direction => say!("model-form-direction"),
            Self::Rating => say!("model-form-rating"),
            Self::Part => say!("model-form-part"),
            Self::Single => say!("model-form-single"),
            Self::Series => say!("model-form-series"),
        }
    }
}

impl Published {
    /// Its form.
    pub fn form(&self) -> Form {
        match self {
            Self::Pair { .. } => Form::Pair,
            Self::Change { .. } => Form::Change,
            Self::Direction { .. } => Form::Direction,
            Self::Rating { .. } => Form::Rating,
            Self::Part { .. } => Form::Part,
            Self::Single(_) | Self::SingleGrade(_) => Form::Single,
            Self::Series { .. } => Form::Series,
            Self::Suppressed(remains) => remains.form,
        }
    }

    /// The changes the source states.
    pub fn stated(&self) -> &[Change] {
        match self {
            Self::Pair { stated, .. } | Self::Change { stated, .. } => stated,
            Self::Direction { .. }
            | Self::Rating { .. }
            | Self::Part { .. }
            | Self::Single(_)
            | Self::SingleGrade(_)
            | Self::Series { .. }
            | Self::Suppressed(_) => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r4_a_change_keeps_direction_bound_and_unit() {
        for (text, signed, unit) in [
            ("fell 15.5%", -15.5, ChangeUnit::Percent),
            ("rose over 150%", 150.0, ChangeUnit::Percent),
            ("fell 3 pp", -3.0, ChangeUnit::Points),
            ("rose 29", 29.0, ChangeUnit::Unit),
            ("rose between 33 and 67%", 33.0, ChangeUnit::Percent),
        ] {
            let change = Change::parse(text).unwrap();
            assert_eq!((change.signed(), change.unit), (signed, unit), "{text}");
            assert_eq!(change.to_string(), text);
        }
    }

    #[test]
    fn a_change_without_direction_or_with_a_sign_is_refused() {
        for text in ["15%", "fell", "fell -3%", "down 3%", "rose NaN%", "stable 3%"] {
            assert!(Change::parse(text).is_err(), "{text}");
        }
    }
}
