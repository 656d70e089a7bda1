//! Indicators: what is counted, in which unit, and whether less of it is better.

use crate::say;
use strum::{EnumCount, VariantArray};

use super::{IndicatorId, StatisticId, Unit};

/// How an indicator behaves over time; it decides what may be averaged per month (R3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumCount, VariantArray)]
pub enum Measure {
    /// Counted over a time: enquiries, admissions.
    Flow,
    /// Counted on a day: looked-after children on 31 March.
    Stock,
    /// So many per so many people.
    Rate,
    /// A mean of something.
    Average,
    /// A part of a whole, in per cent.
    Share,
    /// A grade.
    Rating,
    /// The source does not say.
    NotStated,
}

impl Measure {
    /// Every measure, in the order of the enum.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// The word in files and tables, which scripts rely on in every language; the window has words of its own.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Flow => "flow",
            Self::Stock => "stock",
            Self::Rate => "rate",
            Self::Average => "average",
            Self::Share => "share",
            Self::Rating => "rating",
            Self::NotStated => "not stated",
        }
    }

    /// What the word means, for a reader.
    pub fn describe(self) -> &'static str {
        match self {
            Self::Flow => say!("model-meaning-flow"),
            Self::Stock => say!("model-meaning-stock"),
            Self::Rate => say!("model-meaning-rate"),
            Self::Average => say!("model-meaning-average"),
            Self::Share => say!("model-meaning-share"),
            Self::Rating => say!("model-meaning-rating"),
            Self::NotStated => say!("model-meaning-not-stated"),
        }
    }
}

/// Whether less or more of it is better (R7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, EnumCount, VariantArray)]
pub enum Polarity {
    /// Fewer is better.
    LowerIsBetter,
    /// More is better.
    HigherIsBetter,
    /// Neither; the default.
    #[default]
    Neither,
}

impl Polarity {
    /// Every polarity, in the order of the enum.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// The words in tables that are saved, which scripts rely on in every language; the window has words of its own.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::LowerIsBetter => "lower is better",
            Self::HigherIsBetter => "higher is better",
            Self::Neither => "neither",
        }
    }
}

/// What is counted, in one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Unique among the indicators.
    pub id: IndicatorId,
    /// Its name.
    pub name: String,
    /// What is counted, whatever the unit; a number and a rate of one concept are two indicators.
    pub concept: String,
    /// The topic it is listed under.
    pub topic: String,
    /// Its unit: "children", "per 10,000 children", "£", "%", "months", "grade".
    pub unit: Unit,
    /// How it behaves over time.
    pub measure: Measure,
    /// Whether less or more is better.
    pub polarity: Polarity,
    /// What exactly is counted; may be empty.
    pub definition: String,
    /// The official series that counts the same of the same people, by the id of its statistic or indicator; `None` where none does.
    pub statistic: Option<StatisticId>,
}

impl Indicator {
    /// Whether it is a part of a whole, so that its changes are told in percentage points: by its measure, or by its unit.
    pub fn is_share(&self) -> bool {
        self.measure == Measure::Share || self.unit.is_share()
    }

    /// Whether it counts people or events one by one: a flow or a stock whose unit is no amount (R6, R12).
    pub fn counts_events(&self) -> bool {
        matches!(self.measure, Measure::Flow | Measure::Stock) && self.unit.is_counted()
    }

    /// Whether its numbers may be small counts of people. Where the source does not say how it was measured, a number is taken for
    /// a count, because the other mistake would show what should be hidden.
    pub fn may_count_people(&self) -> bool {
        matches!(self.measure, Measure::Flow | Measure::Stock | Measure::NotStated) && self.unit.is_counted()
    }

    /// The concept in one writing, so that two that differ only in capitals, blanks, accents or punctuation are one.
    pub fn concept_key(&self) -> String {
        crate::words::letters::plain_text(&self.concept)
    }
}
