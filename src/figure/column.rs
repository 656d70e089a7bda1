//! The columns of a saved table: the names that scripts rely on, and what stands over them for readers.

use strum::{IntoStaticStr, VariantArray, VariantNames};

use crate::say;

use super::cells;

/// A column, in the order of the table. Its name in a file is its own in small letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr, VariantArray, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum TableColumn {
    /// The councils and bodies.
    Council,
    /// The programme, if any.
    Programme,
    /// What is counted.
    Indicator,
    /// The unit it is counted in.
    Unit,
    /// What kind of measure it is.
    Measure,
    /// Whether less or more is better.
    Polarity,
    /// What kind of statement it is.
    Role,
    /// The form of what was published.
    Form,
    /// The level before.
    Before,
    /// What the words say of the level before.
    BeforeBound,
    /// When the level before was counted.
    BeforePeriod,
    /// The level after, or the one level.
    After,
    /// What the words say of the level after.
    AfterBound,
    /// When the level after was counted.
    AfterPeriod,
    /// The change as stated, in per cent where it is stated so.
    StatedChange,
    /// What the stated change is counted in.
    StatedChangeUnit,
    /// What the words say of the stated change.
    ChangeBound,
    /// The computed change in per cent.
    ComputedChangePercent,
    /// The average a month before.
    PerMonthBefore,
    /// The average a month after.
    PerMonthAfter,
    /// The lower limit of the computed change.
    IntervalLow,
    /// The upper limit of the computed change.
    IntervalHigh,
    /// Why there is no interval.
    IntervalReason,
    /// The benchmark.
    Benchmark,
    /// The documents it stands in.
    Source,
    /// Where in the documents it stands.
    Locator,
    /// The notes, and what was taken out.
    Note,
    /// Which way it went, where only that was published.
    Direction,
    /// The upper end of a range before.
    BeforeHigh,
    /// The upper end of a range after.
    AfterHigh,
    /// The far end of a stated range.
    StatedChangeHigh,
    /// The framework of grades.
    Framework,
    /// The time between, as stated.
    Over,
    /// The other stated changes.
    AlsoStated,
    /// What is left open of the computed change.
    ComputedBound,
    /// The id of the outcome.
    OutcomeId,
    /// The computed change in percentage points.
    ComputedChangePoints,
    /// The lower limit of the level.
    LevelLow,
    /// The upper limit of the level.
    LevelHigh,
    /// How many, of a part.
    PartCount,
    /// Of how many, of a part.
    PartWhole,
    /// The share of a part in per cent.
    PartShare,
}

/// How a reader is shown what a column holds.
#[derive(Clone, Copy)]
pub(super) enum ColumnContent {
    /// Text and numbers as they are.
    Plain,
    /// A number that was worked out, with one decimal.
    Rounded,
    /// A period, in words.
    Period,
    /// A keyword, which this turns into words; `None` of any other text.
    Keyword(fn(&str) -> Option<&'static str>),
}

impl TableColumn {
    /// Every column, in order.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    pub(super) fn content(self) -> ColumnContent {
        match self {
            Self::ComputedChangePercent
            | Self::LevelLow
            | Self::LevelHigh
            | Self::PerMonthBefore
            | Self::PerMonthAfter
            | Self::IntervalLow
            | Self::IntervalHigh => ColumnContent::Rounded,
            Self::BeforePeriod | Self::AfterPeriod | Self::Over => ColumnContent::Period,
            Self::Measure => ColumnContent::Keyword(cells::measure),
            Self::Polarity => ColumnContent::Keyword(cells::polarity),
            Self::Role => ColumnContent::Keyword(cells::role),
            Self::Form => ColumnContent::Keyword(cells::form),
            Self::Direction => ColumnContent::Keyword(cells::direction),
            Self::StatedChangeUnit => ColumnContent::Keyword(cells::change_unit),
            Self::BeforeBound | Self::AfterBound | Self::ChangeBound | Self::ComputedBound => {
                ColumnContent::Keyword(cells::bound)
            }
            Self::Council
            | Self::Programme
            | Self::Indicator
            | Self::Unit
            | Self::Before
            | Self::After
            | Self::StatedChange
            | Self::IntervalReason
            | Self::Benchmark
            | Self::Source
            | Self::Locator
            | Self::Note
            | Self::BeforeHigh
            | Self::AfterHigh
            | Self::StatedChangeHigh
            | Self::Framework
            | Self::AlsoStated
            | Self::OutcomeId
            | Self::ComputedChangePoints
            | Self::PartCount
            | Self::PartWhole
            | Self::PartShare => ColumnContent::Plain,
        }
    }

    /// What stands over it for readers.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Council => say!("table-column-council"),
            Self::Programme => say!("table-column-programme"),
            Self::Indicator => say!("table-column-indicator"),
            Self::Unit => say!("table-column-unit"),
            Self::Measure => say!("table-column-measure"),
            Self::Polarity => say!("table-column-polarity"),
            Self::Role => say!("table-column-role"),
            Self::Form => say!("table-column-form"),
            Self::Before => say!("table-column-before"),
            Self::BeforeBound => say!("table-column-before-bound"),
            Self::BeforePeriod => say!("table-column-before-period"),
            Self::After => say!("table-column-after"),
            Self::AfterBound => say!("table-column-after-bound"),
            Self::AfterPeriod => say!("table-column-after-period"),
            Self::StatedChange => say!("table-column-stated-change"),
            Self::StatedChangeUnit => say!("table-column-stated-change-unit"),
            Self::ChangeBound => say!("table-column-change-bound"),
            Self::ComputedChangePercent => say!("table-column-computed-change-percent"),
            Self::PerMonthBefore => say!("table-column-per-month-before"),
            Self::PerMonthAfter => say!("table-column-per-month-after"),
            Self::IntervalLow => say!("table-column-interval-low"),
            Self::IntervalHigh => say!("table-column-interval-high"),
            Self::IntervalReason => say!("table-column-interval-reason"),
            Self::Benchmark => say!("table-column-benchmark"),
            Self::Source => say!("table-column-source"),
            Self::Locator => say!("table-column-locator"),
            Self::Note => say!("table-column-note"),
            Self::Direction => say!("table-column-direction"),
            Self::BeforeHigh => say!("table-column-before-high"),
            Self::AfterHigh => say!("table-column-after-high"),
            Self::StatedChangeHigh => say!("table-column-stated-change-high"),
            Self::Framework => say!("table-column-framework"),
            Self::Over => say!("table-column-over"),
            Self::AlsoStated => say!("table-column-also-stated"),
            Self::ComputedBound => say!("table-column-computed-bound"),
            Self::OutcomeId => say!("table-column-outcome-id"),
            Self::ComputedChangePoints => say!("table-column-computed-change-points"),
            Self::LevelLow => say!("table-column-level-low"),
            Self::LevelHigh => say!("table-column-level-high"),
            Self::PartCount => say!("table-column-part-count"),
            Self::PartWhole => say!("table-column-part-whole"),
            Self::PartShare => say!("table-column-part-share"),
        }
    }
}
