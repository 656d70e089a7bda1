//! Every outcome as a row of a table, with the columns that scripts rely on.
//!
//! Values are unrounded; empty means not published. How cells are quoted in a file is the business of [`crate::export`].

use std::collections::HashMap;

use crate::compare::phrases::AmountUnit;
use crate::compare::suppression::{self, instead_of_a_number};
use crate::compare::{ChangeScale, Comparison, DatasetIndex};
use crate::model::{
    BenchmarkValue, Bound, Change, ChangeUnit, Dataset, Form, Indicator, Located, Number, Outcome, OutcomeId, Period,
    PointValue, Published, SeriesPoint, View,
};
use crate::say;

use super::sides::sides;
use super::{Figure, cells, suppressed, words};

/// The columns, in order.
pub const COLUMNS: [&str; 42] = [
    "council",
    "programme",
    "indicator",
    "unit",
    "measure",
    "polarity",
    "role",
    "form",
    "before",
    "before_bound",
    "before_period",
    "after",
    "after_bound",
    "after_period",
    "stated_change",
    "stated_change_unit",
    "change_bound",
    "computed_change_percent",
    "per_month_before",
    "per_month_after",
    "interval_low",
    "interval_high",
    "interval_reason",
    "benchmark",
    "source",
    "locator",
    "note",
    "direction",
    "before_high",
    "after_high",
    "stated_change_high",
    "framework",
    "over",
    "also_stated",
    "computed_bound",
    "outcome_id",
    "computed_change_points",
    "level_low",
    "level_high",
    "part_count",
    "part_whole",
    "part_share",
];

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
    view.select(dataset).into_iter().map(|located| row(&around, &Comparison::within(&around, located))).collect()
}

/// The rows of a figure: what it draws in its own order, then what it leaves out. A series has a row for each of its dates, with the
/// value of that date in the columns of the level after.
pub fn rows_of_figure(dataset: &Dataset, figure: &Figure) -> Vec<TableRow> {
    let left_out = figure.left_out.iter().map(|left| &left.outcome);
    let wanted = figure.drawn().into_iter().chain(left_out);
    let mut located: HashMap<&OutcomeId, Located<'_>> = dataset.outcomes().map(|l| (&l.outcome.id, l)).collect();
    let around = DatasetIndex::of(dataset);
    let of_outcome = |l: Located<'_>| {
        let whole = row(&around, &Comparison::within(&around, l));
        match &l.outcome.published {
            Published::Series { points, .. } => points.iter().map(|point| row_of_point(&whole, point)).collect(),
            Published::Pair { .. }
            | Published::Change { .. }
            | Published::Direction { .. }
            | Published::Rating { .. }
            | Published::Part { .. }
            | Published::Single(_)
            | Published::SingleGrade(_)
            | Published::Suppressed(_) => vec![whole],
        }
    };
    wanted.filter_map(|id| located.remove(id)).flat_map(of_outcome).collect()
}

/// The row of a series with the value of one date, or the reason why there is none (R14).
fn row_of_point(series: &TableRow, point: &SeriesPoint) -> TableRow {
    let (number, reason) = match point.value {
        PointValue::Known(number) => (Some(number), ""),
        PointValue::Missing(reason) => (None, reason.label()),
    };
    let value = |column: &str, otherwise: &Value| match column {
        "before" | "before_bound" | "before_period" | "before_high" => Value::Empty,
        "after" => number_or(number.as_ref(), reason),
        "after_bound" => bound(number.as_ref()),
        "after_period" => period(Some(&point.period)),
        "after_high" => upper(number),
        _ => otherwise.clone(),
    };
    COLUMNS.iter().zip(series).map(|(column, otherwise)| value(column, otherwise)).collect()
}

pub(super) fn row(around: &DatasetIndex<'_>, comparison: &Comparison<'_>) -> TableRow {
    let dataset = around.dataset;
    let outcome = comparison.located.outcome;
    let indicator = comparison.located.indicator;
    let sides = sides(&outcome.published, indicator);
    let first_stated = comparison.stated.first();
    let percent_first = comparison.stated.iter().find(|c| c.unit == ChangeUnit::Percent).or(first_stated);
    let also = comparison.stated.iter().filter(|c| Some(*c) != percent_first);
    let limits = comparison.uncertainty.percent_limits();
    let level_limits = comparison.uncertainty.level_limits();
    let wants_reason = matches!(outcome.published.form(), Form::Pair | Form::Change) && limits.is_none();
    let direction = match &outcome.published {
        Published::Direction { direction, .. } => direction.keyword().to_owned(),
        Published::Pair { .. }
        | Published::Change { .. }
        | Published::Rating { .. }
        | Published::Part { .. }
        | Published::Single(_)
        | Published::SingleGrade(_)
        | Published::Series { .. }
        | Published::Suppressed(_) => String::new(),
    };
    let places = around.names(&outcome.places, "; ");
    vec![
        text(&places),
        text(comparison.located.programme.map_or("", |p| &p.name)),
        text(&indicator.name),
        text(indicator.unit.as_str()),
        text(indicator.measure.keyword()),
        text(indicator.polarity.keyword()),
        text(outcome.role.keyword()),
        text(outcome.published.form().keyword()),
        number_or(sides.before.as_ref(), &sides.before_text),
        bound(sides.before.as_ref()),
        period(sides.before_period.as_ref()),
        number_or(sides.after.as_ref(), &sides.after_text),
        bound(sides.after.as_ref()),
        period(sides.after_period.as_ref()),
        match percent_first {
            None if suppressed::holds_change(outcome) => text(instead_of_a_number()),
            stated => stated.map_or(Value::Empty, |c| Value::Printed(c.signed(), c.by.decimals())),
        },
        percent_first.map_or(Value::Empty, |c| text(stated_unit(c.unit, indicator.unit.as_str()))),
        percent_first.map_or(Value::Empty, |c| text(c.by.bound().keyword())),
        change_in(comparison, ChangeScale::Percent),
        comparison.per_month.map_or(Value::Empty, |m| Value::Number(m.before)),
        comparison.per_month.map_or(Value::Empty, |m| Value::Number(m.after)),
        limits.map_or(Value::Empty, |(low, _)| Value::Number(low)),
        limits.map_or(Value::Empty, |(_, high)| Value::Number(high)),
        if wants_reason { text(&comparison.uncertainty.reason().unwrap_or_default()) } else { Value::Empty },
        text(&benchmark(comparison)),
        text(&dataset.source_titles(&outcome.sources)),
        text(&dataset.locators(&outcome.sources)),
        text(&notes(outcome)),
        text(&direction),
        upper(sides.before),
        upper(sides.after),
        percent_first.and_then(|c| Some(Value::Printed(c.signed_high()?, c.by.decimals()))).unwrap_or(Value::Empty),
        text(&sides.framework),
        period(sides.over.as_ref()),
        text(&also.map(|change| stated_with_unit(change, indicator)).collect::<Vec<_>>().join("; ")),
        comparison.change.value().map_or(Value::Empty, |_| text(comparison.computed_bound.keyword())),
        text(outcome.id.as_str()),
        change_in(comparison, ChangeScale::Points),
        level_limits.map_or(Value::Empty, |(low, _)| Value::Number(low)),
        level_limits.map_or(Value::Empty, |(_, high)| Value::Number(high)),
        part_value(&outcome.published, |count, _, _| count),
        part_value(&outcome.published, |_, whole, _| whole),
        part_value(&outcome.published, |_, _, share| share),
    ]
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
pub fn shown(column: &str, value: &Value) -> String {
    match (column, value) {
        (_, Value::Empty) => String::new(),
        (
            "computed_change_percent"
            | "level_low"
            | "level_high"
            | "per_month_before"
            | "per_month_after"
            | "interval_low"
            | "interval_high",
            Value::Number(number),
        ) => words::plain(*number, 1),
        (_, Value::Number(number)) => words::plain(*number, decimals(*number)),
        (_, Value::Printed(number, decimals)) => words::plain(*number, usize::from(*decimals)),
        ("before_period" | "after_period" | "over", Value::Text(text)) => in_words(text),
        (_, Value::Text(text)) => cells::in_words(column, text).map_or_else(|| text.clone(), str::to_owned),
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

/// A column's heading for readers; scripts rely on its name in [`COLUMNS`].
pub fn heading(column: &'static str) -> &'static str {
    match column {
        "council" => say!("table-column-council"),
        "programme" => say!("table-column-programme"),
        "indicator" => say!("table-column-indicator"),
        "unit" => say!("table-column-unit"),
        "measure" => say!("table-column-measure"),
        "polarity" => say!("table-column-polarity"),
        "role" => say!("table-column-role"),
        "form" => say!("table-column-form"),
        "before" => say!("table-column-before"),
        "before_bound" => say!("table-column-before-bound"),
        "before_period" => say!("table-column-before-period"),
        "after" => say!("table-column-after"),
        "after_bound" => say!("table-column-after-bound"),
        "after_period" => say!("table-column-after-period"),
        "stated_change" => say!("table-column-stated-change"),
        "stated_change_unit" => say!("table-column-stated-change-unit"),
        "change_bound" => say!("table-column-change-bound"),
        "computed_change_percent" => say!("table-column-computed-change-percent"),
        "per_month_before" => say!("table-column-per-month-before"),
        "per_month_after" => say!("table-column-per-month-after"),
        "interval_low" => say!("table-column-interval-low"),
        "interval_high" => say!("table-column-interval-high"),
        "interval_reason" => say!("table-column-interval-reason"),
        "benchmark" => say!("table-column-benchmark"),
        "source" => say!("table-column-source"),
        "locator" => say!("table-column-locator"),
        "note" => say!("table-column-note"),
        "direction" => say!("table-column-direction"),
        "before_high" => say!("table-column-before-high"),
        "after_high" => say!("table-column-after-high"),
        "stated_change_high" => say!("table-column-stated-change-high"),
        "framework" => say!("table-column-framework"),
        "over" => say!("table-column-over"),
        "also_stated" => say!("table-column-also-stated"),
        "computed_bound" => say!("table-column-computed-bound"),
        "outcome_id" => say!("table-column-outcome-id"),
        "computed_change_points" => say!("table-column-computed-change-points"),
        "level_low" => say!("table-column-level-low"),
        "level_high" => say!("table-column-level-high"),
        "part_count" => say!("table-column-part-count"),
        "part_whole" => say!("table-column-part-whole"),
        "part_share" => say!("table-column-part-share"),
        other => other,
    }
}
