//! Every outcome as a row of a table, with the columns that scripts rely on.
//!
//! Values are unrounded; empty means not published. How cells are quoted in a file is the business of [`crate::export`].

use std::collections::HashMap;

use strum::VariantNames;

use crate::compare::phrases::AmountUnit;
use crate::compare::suppression::{self, instead_of_a_number};
use crate::compare::{ChangeScale, Comparison, DatasetIndex};
use crate::model::{
    BenchmarkValue, Bound, Change, ChangeUnit, Dataset, Form, Indicator, Located, Number, Outcome, OutcomeId, Period,
    Published, SeriesPoint, View,
};
use crate::say;

use super::column::ColumnContent;
use super::sides::{Sides, sides};
use super::{Figure, cells, suppressed, words};

pub use super::column::TableColumn;

/// The names of the columns, in order, as files write them.
pub const COLUMNS: &[&str] = <TableColumn as VariantNames>::VARIANTS;

/// A cell: a number that stays one, or text.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Not published, or not applicable.
    Empty,
    /// A number that was worked out, unrounded.
    Number(f64),
    /// A published number, with the decimals it was printed with: 8.60 stays 8.60.
    Printed(f64, u8),
    /// Text.
    Text(String),
}

impl Value {
    /// The number, however many decimals it was printed with; `None` of anything else.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) | Self::Printed(number, _) => Some(*number),
            Self::Empty | Self::Text(_) => None,
        }
    }
}

/// One outcome.
pub type TableRow = Vec<Value>;

/// The rows of what a view asks for, in dataset order; each has one value a column.
pub fn rows(dataset: &Dataset, view: &View) -> Vec<TableRow> {
    let around = DatasetIndex::of(dataset);
    view.select(dataset)
        .into_iter()
        .map(|located| RowFacts::of(&around, &Comparison::within(&around, located)).row())
        .collect()
}

/// The rows of a figure: what it draws in its own order, then what it leaves out. A series has a row for each of its dates, with the
/// value of that date in the columns of the level after.
pub fn rows_of_figure(dataset: &Dataset, figure: &Figure) -> Vec<TableRow> {
    let left_out = figure.left_out.iter().map(|left| &left.outcome);
    let wanted = figure.drawn().into_iter().chain(left_out);
    let mut located: HashMap<&OutcomeId, Located<'_>> = dataset.outcomes().map(|l| (&l.outcome.id, l)).collect();
    let around = DatasetIndex::of(dataset);
    let of_outcome = |l: Located<'_>| {
        let comparison = Comparison::within(&around, l);
        let mut facts = RowFacts::of(&around, &comparison);
        let Published::Series { points, .. } = &l.outcome.published else { return vec![facts.row()] };
        let of_point = |point: &SeriesPoint| {
            facts.sides = Sides::of_point(point);
            facts.row()
        };
        points.iter().map(of_point).collect()
    };
    wanted.filter_map(|id| located.remove(id)).flat_map(of_outcome).collect()
}

/// What the values of a row are read from.
pub(super) struct RowFacts<'c> {
    around: &'c DatasetIndex<'c>,
    comparison: &'c Comparison<'c>,
    sides: Sides,
    /// The stated change that has columns of its own: one in per cent, where there is one.
    stated: Option<&'c Change>,
}

impl<'c> RowFacts<'c> {
    pub(super) fn of(around: &'c DatasetIndex<'c>, comparison: &'c Comparison<'c>) -> Self {
        let stated = &comparison.stated;
        let sides = sides(&comparison.located.outcome.published, comparison.located.indicator);
        let stated = stated.iter().find(|change| change.unit == ChangeUnit::Percent).or(stated.first());
        Self { around, comparison, sides, stated }
    }

    fn row(&self) -> TableRow {
        TableColumn::ALL.iter().map(|column| self.value(*column)).collect()
    }

    /// The value in a column.
    pub(super) fn value(&self, column: TableColumn) -> Value {
        let Self { around, comparison, sides, stated } = self;
        let (outcome, indicator) = (comparison.located.outcome, comparison.located.indicator);
        let limits = comparison.uncertainty.percent_limits();
        let level_limits = comparison.uncertainty.level_limits();
        match column {
            TableColumn::Council => text(&around.names(&outcome.places, "; ")),
            TableColumn::Programme => text(comparison.located.programme.map_or("", |p| &p.name)),
            TableColumn::Indicator => text(&indicator.name),
            TableColumn::Unit => text(indicator.unit.as_str()),
            TableColumn::Measure => text(indicator.measure.keyword()),
            TableColumn::Polarity => text(indicator.polarity.keyword()),
            TableColumn::Role => text(outcome.role.keyword()),
            TableColumn::Form => text(outcome.published.form().keyword()),
            TableColumn::Before => number_or(sides.before.as_ref(), &sides.before_text),
            TableColumn::BeforeBound => bound(sides.before.as_ref()),
            TableColumn::BeforePeriod => period(sides.before_period.as_ref()),
            TableColumn::After => number_or(sides.after.as_ref(), &sides.after_text),
            TableColumn::AfterBound => bound(sides.after.as_ref()),
            TableColumn::AfterPeriod => period(sides.after_period.as_ref()),
            TableColumn::StatedChange => match stated {
                None if suppressed::holds_change(outcome) => text(instead_of_a_number()),
                stated => stated.map_or(Value::Empty, |c| Value::Printed(c.signed(), c.by.decimals())),
            },
            TableColumn::StatedChangeUnit => {
                stated.map_or(Value::Empty, |c| text(stated_unit(c.unit, indicator.unit.as_str())))
            }
            TableColumn::ChangeBound => stated.map_or(Value::Empty, |c| text(c.by.bound().keyword())),
            TableColumn::ComputedChangePercent => change_in(comparison, ChangeScale::Percent),
            TableColumn::PerMonthBefore => comparison.per_month.map_or(Value::Empty, |m| Value::Number(m.before)),
            TableColumn::PerMonthAfter => comparison.per_month.map_or(Value::Empty, |m| Value::Number(m.after)),
            TableColumn::IntervalLow => limits.map_or(Value::Empty, |(low, _)| Value::Number(low)),
            TableColumn::IntervalHigh => limits.map_or(Value::Empty, |(_, high)| Value::Number(high)),
            TableColumn::IntervalReason => match outcome.published.form() {
                Form::Pair | Form::Change if limits.is_none() => {
                    text(&comparison.uncertainty.reason().unwrap_or_default())
                }
                Form::Pair
                | Form::Change
                | Form::Direction
                | Form::Rating
                | Form::Part
                | Form::Single
                | Form::Series => Value::Empty,
            },
            TableColumn::Benchmark => text(&benchmark(comparison)),
            TableColumn::Source => text(&around.dataset.source_titles(&outcome.sources)),
            TableColumn::Locator => text(&around.dataset.locators(&outcome.sources)),
            TableColumn::Note => text(&notes(outcome)),
            TableColumn::Direction => direction(&outcome.published),
            TableColumn::BeforeHigh => upper(sides.before),
            TableColumn::AfterHigh => upper(sides.after),
            TableColumn::StatedChangeHigh => {
                stated.and_then(|c| Some(Value::Printed(c.signed_high()?, c.by.decimals()))).unwrap_or(Value::Empty)
            }
            TableColumn::Framework => text(&sides.framework),
            TableColumn::Over => period(sides.over.as_ref()),
            TableColumn::AlsoStated => {
                let also = comparison.stated.iter().filter(|change| Some(*change) != *stated);
                text(&also.map(|change| stated_with_unit(change, indicator)).collect::<Vec<_>>().join("; "))
            }
            TableColumn::ComputedBound => {
                comparison.change.value().map_or(Value::Empty, |_| text(comparison.computed_bound.keyword()))
            }
            TableColumn::OutcomeId => text(outcome.id.as_str()),
            TableColumn::ComputedChangePoints => change_in(comparison, ChangeScale::Points),
            TableColumn::LevelLow => level_limits.map_or(Value::Empty, |(low, _)| Value::Number(low)),
            TableColumn::LevelHigh => level_limits.map_or(Value::Empty, |(_, high)| Value::Number(high)),
            TableColumn::PartCount => part_value(&outcome.published, |count, _, _| count),
            TableColumn::PartWhole => part_value(&outcome.published, |_, whole, _| whole),
            TableColumn::PartShare => part_value(&outcome.published, |_, _, share| share),
        }
    }
}

/// Which way it went, where only that was published.
fn direction(published: &Published) -> Value {
    let Published::Direction { direction, .. } = published else { return Value::Empty };
    text(direction.keyword())
}

/// The computed change, where it is counted in this.
fn change_in(comparison: &Comparison<'_>, scale: ChangeScale) -> Value {
    let change = comparison.change.value().filter(|_| comparison.change_scale == scale);
    change.map_or(Value::Empty, Value::Number)
}

/// A printed number of a part of a whole: how many, of how many, per cent; with a bound it is text.
fn part_value(
    published: &Published,
    which: impl Fn(Option<Number>, Option<Number>, Option<Number>) -> Option<Number>,
) -> Value {
    let Published::Part { count, of, share, .. } = published else { return Value::Empty };
    match which(*count, *of, *share) {
        Some(number) if number.bound() == Bound::Exactly => number_or(Some(&number), ""),
        Some(number) => text(&number.to_string()),
        None => Value::Empty,
    }
}

/// "rose over 20000 children", "fell 12%".
fn stated_with_unit(change: &Change, indicator: &Indicator) -> String {
    match change.unit {
        ChangeUnit::Unit if !indicator.unit.is_not_stated() => {
            AmountUnit::Named(indicator.unit.as_str()).amount(&change.to_string())
        }
        ChangeUnit::Percent | ChangeUnit::Points | ChangeUnit::Unit => change.to_string(),
    }
}

fn stated_unit(unit: ChangeUnit, indicator_unit: &str) -> &str {
    match unit {
        ChangeUnit::Percent => "%",
        ChangeUnit::Points => cells::PERCENTAGE_POINTS,
        ChangeUnit::Unit => indicator_unit,
    }
}

/// The notes of an outcome, and what was taken out of it.
fn notes(outcome: &Outcome) -> String {
    let suppressed = outcome.withheld.as_ref().and_then(suppression::sentence);
    outcome.notes.iter().cloned().chain(suppressed).collect::<Vec<_>>().join(" ")
}

/// What a reader of the rows that a view asks for has to be told of small counts; `None` where nothing was taken out.
pub fn suppression_note(dataset: &Dataset, view: &View) -> Option<String> {
    suppressed::note(view.select(dataset).into_iter().map(|located| located.outcome)).map(|note| note.text)
}

fn benchmark(comparison: &Comparison<'_>) -> String {
    if suppressed::holds_benchmark(comparison.located.outcome) {
        return instead_of_a_number().to_owned();
    }
    let Some(benchmark) = &comparison.located.outcome.benchmark else { return String::new() };
    let value = match &benchmark.value {
        BenchmarkValue::Level(number) => number.to_string(),
        BenchmarkValue::Change(change) => change.to_string(),
        BenchmarkValue::UnsignedChange(number) => say!("detail-sign-not-stated", change = format!("{number}%")),
        BenchmarkValue::Direction(direction) => direction.keyword().to_owned(),
    };
    let (of, period) = (benchmark.of.as_str(), &benchmark.over);
    if period.is_stated() {
        say!("table-benchmark-when", benchmark = of, value = value, when = period.to_string())
    } else {
        say!("figure-benchmark", benchmark = of, figure = value)
    }
}

fn text(words: &str) -> Value {
    if words.is_empty() { Value::Empty } else { Value::Text(words.to_owned()) }
}

fn number_or(number: Option<&Number>, words: &str) -> Value {
    number.map_or_else(|| text(words), |n| Value::Printed(n.value(), n.decimals()))
}

/// The upper end of a range.
fn upper(number: Option<Number>) -> Value {
    number.and_then(|n| Some(Value::Printed(n.range_high()?, n.decimals()))).unwrap_or(Value::Empty)
}

fn bound(number: Option<&Number>) -> Value {
    number.map_or(Value::Empty, |n| text(n.bound().keyword()))
}

fn period(period: Option<&Period>) -> Value {
    period.map_or(Value::Empty, |p| text(&p.to_string()))
}

/// A value as a person reads it: thousands commas, a real minus sign, periods in words. Published numbers keep every decimal,
/// computed ones have one. Files and the clipboard hold the value itself.
pub fn shown(column: TableColumn, value: &Value) -> String {
    match (column.content(), value) {
        (_, Value::Empty) => String::new(),
        (ColumnContent::Rounded, Value::Number(number)) => words::plain(*number, 1),
        (_, Value::Number(number)) => words::plain(*number, decimals(*number)),
        (_, Value::Printed(number, decimals)) => words::plain(*number, usize::from(*decimals)),
        (ColumnContent::Period, Value::Text(text)) => in_words(text),
        (ColumnContent::Keyword(words), Value::Text(text)) => words(text).unwrap_or(text).to_owned(),
        (ColumnContent::Plain | ColumnContent::Rounded, Value::Text(text)) => text.clone(),
    }
}

/// As many decimals as a number has, at most four.
fn decimals(number: f64) -> usize {
    number.to_string().split_once('.').map_or(0, |(_, fraction)| fraction.len().min(4))
}

/// A period in words; what is none stays as it is.
fn in_words(text: &str) -> String {
    match Period::parse(text) {
        Ok(period) if period.is_stated() => words::period(&period),
        Ok(_) => say!("table-not-stated").to_owned(),
        Err(_) => text.to_owned(),
    }
}
