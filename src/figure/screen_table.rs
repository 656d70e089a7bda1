//! The table as people read it, on screen and in the clipboard: each number with its sign, its unit and its bound, in one cell (R4).
//!
//! A level that stands alone has a column of its own, because it is neither before nor after anything. The columns that scripts rely
//! on, with bare values, are in [`super::table`].

use strum::{EnumString, VariantArray, VariantNames};

use std::collections::HashMap;

use crate::compare::phrases;
use crate::compare::statistics::{Vintages, vintages_of};
use crate::compare::suppression::instead_of_a_number;
use crate::compare::{Comparison, DatasetIndex, PerMonth};
use crate::model::{
    Dataset, Form, Grade, IndicatorId, KnownLevel, Level, OutcomeId, Period, PointValue, Published, Remnant,
    SeriesPoint, Unit, View,
};
use crate::say;

use super::screen_cells::{TableCell, in_unit};
use super::table::{RowFacts, TableColumn, shown};
use super::{alt_text, changes, suppressed, words};

/// The names of the columns, in order, as settings keep them.
pub const COLUMNS: &[&str] = <ScreenColumn as VariantNames>::VARIANTS;

/// A column on screen, in the order of the table. One that is called as a column of a saved table is about what that one holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, VariantArray, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum ScreenColumn {
    /// As [`TableColumn::Council`].
    Council,
    /// As [`TableColumn::Programme`].
    Programme,
    /// As [`TableColumn::Indicator`].
    Indicator,
    /// As [`TableColumn::Unit`].
    Unit,
    /// As [`TableColumn::Measure`].
    Measure,
    /// As [`TableColumn::Polarity`].
    Polarity,
    /// As [`TableColumn::Role`].
    Role,
    /// As [`TableColumn::Form`].
    Form,
    /// As [`TableColumn::Before`].
    Before,
    /// As [`TableColumn::BeforePeriod`].
    BeforePeriod,
    /// As [`TableColumn::After`].
    After,
    /// As [`TableColumn::AfterPeriod`].
    AfterPeriod,
    /// A level that stands alone.
    Level,
    /// When that level was counted.
    LevelPeriod,
    /// Every stated change, or the direction; where none was stated, the one that was worked out.
    Change,
    /// As [`TableColumn::ComputedChangePercent`].
    ComputedChangePercent,
    /// The time between.
    Period,
    /// As [`TableColumn::PerMonthBefore`].
    PerMonthBefore,
    /// As [`TableColumn::PerMonthAfter`].
    PerMonthAfter,
    /// The limits of the computed change.
    Interval,
    /// As [`TableColumn::IntervalReason`].
    IntervalReason,
    /// As [`TableColumn::Benchmark`].
    Benchmark,
    /// As [`TableColumn::Source`].
    Source,
    /// As [`TableColumn::Locator`].
    Locator,
    /// As [`TableColumn::Note`].
    Note,
    /// As [`TableColumn::Framework`].
    Framework,
    /// As [`TableColumn::OutcomeId`].
    OutcomeId,
}

/// Where the cells of a column come from.
enum ColumnSource {
    /// They say what the saved table holds, in words.
    Saved(TableColumn),
    /// They are of the screen alone, under this heading.
    Own(&'static str, fn(&Comparison<'_>) -> TableCell),
}

impl ScreenColumn {
    /// Every column, in order.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// The column in which a number of this name stands with its sign, unit and bound, be it the name of a column here or of one
    /// of a saved table; `None` of any other name.
    pub fn of_name(name: &str) -> Option<Self> {
        match name {
            "before_bound" | "before_high" => Some(Self::Before),
            "after_bound" | "after_high" => Some(Self::After),
            "stated_change" | "stated_change_unit" | "stated_change_high" | "change_bound" | "also_stated"
            | "direction" => Some(Self::Change),
            "computed_bound" => Some(Self::ComputedChangePercent),
            "interval_low" | "interval_high" => Some(Self::Interval),
            "over" => Some(Self::Period),
            same => same.parse().ok(),
        }
    }

    /// Its place in the order of the table.
    pub fn index(self) -> usize {
        self as usize
    }

    /// Whether its cells are numbers, which stand with their last figures below each other.
    pub fn is_of_numbers(self) -> bool {
        match self {
            Self::Before
            | Self::After
            | Self::Level
            | Self::Change
            | Self::ComputedChangePercent
            | Self::PerMonthBefore
            | Self::PerMonthAfter
            | Self::Interval => true,
            Self::Council
            | Self::Programme
            | Self::Indicator
            | Self::Unit
            | Self::Measure
            | Self::Polarity
            | Self::Role
            | Self::Form
            | Self::BeforePeriod
            | Self::AfterPeriod
            | Self::LevelPeriod
            | Self::Period
            | Self::IntervalReason
            | Self::Benchmark
            | Self::Source
            | Self::Locator
            | Self::Note
            | Self::Framework
            | Self::OutcomeId => false,
        }
    }

    fn source(self) -> ColumnSource {
        match self {
            Self::Council => ColumnSource::Saved(TableColumn::Council),
            Self::Programme => ColumnSource::Saved(TableColumn::Programme),
            Self::Indicator => ColumnSource::Saved(TableColumn::Indicator),
            Self::Unit => ColumnSource::Saved(TableColumn::Unit),
            Self::Measure => ColumnSource::Saved(TableColumn::Measure),
            Self::Polarity => ColumnSource::Saved(TableColumn::Polarity),
            Self::Role => ColumnSource::Saved(TableColumn::Role),
            Self::Form => ColumnSource::Saved(TableColumn::Form),
            Self::Before => ColumnSource::Own(TableColumn::Before.heading(), |c| ends(c).before.cell),
            Self::BeforePeriod => {
                ColumnSource::Own(TableColumn::BeforePeriod.heading(), |c| when(ends(c).before.period))
            }
            Self::After => ColumnSource::Own(TableColumn::After.heading(), |c| ends(c).after.cell),
            Self::AfterPeriod => ColumnSource::Own(TableColumn::AfterPeriod.heading(), |c| when(ends(c).after.period)),
            Self::Level => ColumnSource::Own(say!("table-column-level"), |c| ends(c).alone.cell),
            Self::LevelPeriod => ColumnSource::Own(say!("table-column-level-period"), |c| when(ends(c).alone.period)),
            Self::Change => ColumnSource::Own(say!("table-column-change"), TableCell::change),
            Self::ComputedChangePercent => {
                ColumnSource::Own(say!("table-column-computed-change"), TableCell::computed_change)
            }
            Self::Period => ColumnSource::Own(say!("table-column-period"), |c| {
                TableCell::words(words::time_between(&c.located.outcome.published))
            }),
            Self::PerMonthBefore => ColumnSource::Own(TableColumn::PerMonthBefore.heading(), |c| {
                a_month(c, c.before(), |averages| averages.before)
            }),
            Self::PerMonthAfter => ColumnSource::Own(TableColumn::PerMonthAfter.heading(), |c| {
                a_month(c, c.after(), |averages| averages.after)
            }),
            Self::Interval => ColumnSource::Own(say!("table-column-interval"), interval),
            Self::IntervalReason => ColumnSource::Saved(TableColumn::IntervalReason),
            Self::Benchmark => ColumnSource::Saved(TableColumn::Benchmark),
            Self::Source => ColumnSource::Saved(TableColumn::Source),
            Self::Locator => ColumnSource::Saved(TableColumn::Locator),
            Self::Note => ColumnSource::Saved(TableColumn::Note),
            Self::Framework => ColumnSource::Saved(TableColumn::Framework),
            Self::OutcomeId => ColumnSource::Saved(TableColumn::OutcomeId),
        }
    }

    fn cell(self, facts: &RowFacts<'_>, comparison: &Comparison<'_>) -> TableCell {
        match self.source() {
            ColumnSource::Saved(column) => TableCell::words(shown(column, &facts.value(column))),
            ColumnSource::Own(_, cell) => cell(comparison),
        }
    }
}

/// One outcome as a line on screen: its cells and its words.
#[derive(Clone, Debug, PartialEq)]
pub struct ScreenRow {
    /// Which outcome.
    pub outcome: OutcomeId,
    /// One cell a column, and behind them one for each date where these are shown.
    pub cells: Vec<TableCell>,
    /// The datum in words.
    pub spoken: String,
    /// What stands above it: the unit of this line and those below it, where lines of several units are sorted by their numbers.
    pub heading: Option<String>,
}

/// The lines of what a view asks for, in dataset order.
pub fn lines(dataset: &Dataset, view: &View) -> Vec<ScreenRow> {
    let around = DatasetIndex::of(dataset);
    let line = |located| {
        let comparison = Comparison::within(&around, located);
        let facts = RowFacts::of(&around, &comparison);
        ScreenRow {
            outcome: comparison.located.outcome.id.clone(),
            cells: <ScreenColumn as VariantArray>::VARIANTS
                .iter()
                .map(|column| column.cell(&facts, &comparison))
                .collect(),
            spoken: alt_text::datum(&comparison),
            heading: None,
        }
    };
    view.select(dataset).into_iter().map(line).collect()
}

/// Adds a cell for each date to the rows of official statistics: the value of its newest release, or why there is none. Other rows stay
/// empty there.
pub fn add_dates(dataset: &Dataset, rows: &mut [ScreenRow], dates: &[Period]) {
    let mut known: HashMap<IndicatorId, Option<Vintages<'_>>> = HashMap::new();
    for row in rows {
        let located = dataset.outcome(&row.outcome).filter(|located| located.outcome.statistic.is_some());
        let Some((indicator, place)) =
            located.and_then(|located| Some((located.indicator, located.outcome.places.first()?)))
        else {
            row.cells.extend(dates.iter().map(|_| TableCell::nothing()));
            continue;
        };
        let vintages = known.entry(indicator.id.clone()).or_insert_with(|| vintages_of(dataset, &indicator.id));
        let cell = |date: &Period| match vintages.as_ref().and_then(|v| v.standing(place, date)).map(|v| v.value) {
            Some(Ok(number)) => TableCell::level(&number, &indicator.unit),
            Some(Err(reason)) => TableCell::words(phrases::missing(reason).to_owned()),
            None => TableCell::nothing(),
        };
        row.cells.extend(dates.iter().map(cell));
    }
}

/// The heading of the column of this name.
pub fn heading(name: &str) -> &'static str {
    match name.parse().map(ScreenColumn::source) {
        Ok(ColumnSource::Saved(column)) => column.heading(),
        Ok(ColumnSource::Own(heading, _)) => heading,
        Err(_) => "",
    }
}

fn interval(comparison: &Comparison<'_>) -> TableCell {
    let Some((low, high)) = comparison.uncertainty.percent_limits() else { return TableCell::nothing() };
    let text = phrases::between(&words::percent(low), &words::percent(high));
    TableCell::computed(low, &Unit::PERCENT, text)
}

/// An average a month with its bound and its unit (R3, R4).
fn a_month(comparison: &Comparison<'_>, level: Option<&Level>, which: impl Fn(PerMonth) -> f64) -> TableCell {
    let unit = &comparison.located.indicator.unit;
    let average = level.and_then(|level| changes::average(level, unit));
    match (comparison.per_month, average) {
        (Some(averages), Some(average)) => {
            let text = say!("table-a-month", average = in_unit(average, unit));
            TableCell::computed(which(averages), unit, text)
        }
        _ => TableCell::nothing(),
    }
}

fn when(period: Option<&Period>) -> TableCell {
    TableCell::words(period.map_or_else(String::new, |period| {
        if period.is_stated() { words::period(period) } else { say!("table-not-stated").to_owned() }
    }))
}

/// An end of what was published: its cell, and when that was.
struct LevelCell<'p> {
    cell: TableCell,
    period: Option<&'p Period>,
}

impl Default for LevelCell<'_> {
    fn default() -> Self {
        Self { cell: TableCell::nothing(), period: None }
    }
}

impl<'p> LevelCell<'p> {
    fn of_level(level: &'p Level, unit: &Unit) -> Self {
        Self { cell: TableCell::level(&level.number, unit), period: Some(&level.period) }
    }

    fn of_grade(grade: &'p Grade) -> Self {
        Self { cell: TableCell::words(grade.grade.clone()), period: Some(&grade.date) }
    }

    fn of_point(point: Option<&'p SeriesPoint>, unit: &Unit) -> Self {
        let Some(point) = point else { return Self::default() };
        let cell = match &point.value {
            PointValue::Known(number) => TableCell::level(number, unit),
            PointValue::Missing(reason) => TableCell::words(phrases::missing(*reason).to_owned()),
        };
        Self { cell, period: Some(&point.period) }
    }

    fn of_remnant(remnant: &'p Remnant, unit: &Unit) -> Self {
        let cell = match remnant {
            Remnant::Known(level) => TableCell::level(&level.number, unit),
            Remnant::Suppressed(_) => TableCell::words(instead_of_a_number().to_owned()),
            Remnant::NotPublished => TableCell::nothing(),
        };
        Self { cell, period: remnant.period() }
    }
}

/// What was published before, after, and with nothing before or after it.
#[derive(Default)]
struct LevelCells<'p> {
    before: LevelCell<'p>,
    after: LevelCell<'p>,
    alone: LevelCell<'p>,
}

fn ends<'p>(comparison: &Comparison<'p>) -> LevelCells<'p> {
    let (published, unit) = (&comparison.located.outcome.published, &comparison.located.indicator.unit);
    let level = |level| LevelCell::of_level(level, unit);
    match published {
        Published::Pair { before, after, .. } => {
            LevelCells { before: level(before), after: level(after), ..LevelCells::default() }
        }
        Published::Change { level: known, .. } => match known {
            Some(KnownLevel::Before(before)) => LevelCells { before: level(before), ..LevelCells::default() },
            Some(KnownLevel::After(after)) => LevelCells { after: level(after), ..LevelCells::default() },
            None => LevelCells::default(),
        },
        Published::Direction { .. } => LevelCells::default(),
        Published::Rating { before, after } => LevelCells {
            before: LevelCell::of_grade(before),
            after: LevelCell::of_grade(after),
            ..LevelCells::default()
        },
        Published::Part { period, .. } => LevelCells {
            alone: LevelCell { cell: TableCell::part(published, unit), period: Some(period) },
            ..LevelCells::default()
        },
        Published::Single(single) => LevelCells { alone: level(single), ..LevelCells::default() },
        Published::SingleGrade(grade) => LevelCells { alone: LevelCell::of_grade(grade), ..LevelCells::default() },
        Published::Series { points, .. } => LevelCells {
            before: LevelCell::of_point(points.first(), unit),
            after: LevelCell::of_point(points.last(), unit),
            ..LevelCells::default()
        },
        Published::Suppressed(remains) => {
            let after = LevelCell::of_remnant(&remains.after, unit);
            match remains.form {
                Form::Part => {
                    let cell = TableCell::words(suppressed::part(remains));
                    LevelCells { alone: LevelCell { cell, ..after }, ..LevelCells::default() }
                }
                Form::Single => LevelCells { alone: after, ..LevelCells::default() },
                Form::Pair | Form::Change | Form::Direction | Form::Rating | Form::Series => {
                    LevelCells { before: LevelCell::of_remnant(&remains.before, unit), after, ..LevelCells::default() }
                }
            }
        }
    }
}
