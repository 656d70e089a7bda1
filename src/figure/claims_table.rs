//! Published claims beside the official series as a table (R19).

use crate::compare::claim::{ClaimRow, check, is_checked};
use crate::compare::statistics::StandingValue;
use crate::model::{Dataset, Located, View};

use super::outcome_text;
use super::statistics_table::{joined, release_name};
use super::table::{TableRow, Value};
use super::words;

/// The columns, a row for each pair of dates that the words of a claim allow.
pub const CLAIM_COLUMNS: [&str; 15] = [
    "council",
    "outcome",
    "indicator",
    "role",
    "claim",
    "claim_period",
    "series",
    "release",
    "from_period",
    "from_value",
    "to_period",
    "to_value",
    "series_change_percent",
    "verdict",
    "reason",
];

/// Every claim of a council that the view asks for, beside its series: the nearest pair of dates first. Targets, plans and estimates are
/// no claims.
pub fn claim_rows(dataset: &Dataset, view: &View) -> Vec<TableRow> {
    let of_council = |located: &Located<'_>| {
        located.outcome.places.iter().any(|id| dataset.council(id).is_some_and(|council| council.kind.is_council()))
    };
    view.select(dataset)
        .into_iter()
        .filter(|located| is_checked(located.outcome) && of_council(located))
        .flat_map(|located| {
            let checked = check(dataset, &located);
            let series = checked.series.as_ref().map_or("", |series| series.vintages.indicator.name.as_str());
            checked.rows.iter().map(|row| claim_row(dataset, &located, series, row)).collect::<Vec<_>>()
        })
        .collect()
}

fn claim_row(dataset: &Dataset, located: &Located<'_>, series: &str, row: &ClaimRow<'_>) -> TableRow {
    let outcome = located.outcome;
    let ends = [row.from.as_ref(), row.to.as_ref()];
    let period = |end: Option<&StandingValue<'_>>| text(&end.map_or_else(String::new, |end| end.period.to_string()));
    let value = |end: Option<&StandingValue<'_>>| match end.and_then(|end| end.value.ok()) {
        Some(number) => Value::Printed(number.value(), number.decimals()),
        None => Value::Empty,
    };
    vec![
        text(&dataset.names(&outcome.places, "; ")),
        text(outcome.id.as_str()),
        text(&located.indicator.name),
        text(outcome.role.keyword()),
        text(&outcome_text::account(&outcome.published, &located.indicator.unit)),
        text(&words::time_between(&outcome.published)),
        text(series),
        text(&joined(ends, " / ", release_name)),
        period(ends[0]),
        value(ends[0]),
        period(ends[1]),
        value(ends[1]),
        row.change_percent.map_or(Value::Empty, Value::Number),
        text(row.verdict.label()),
        text(&row.reason),
    ]
}

fn text(text: &str) -> Value {
    if text.is_empty() { Value::Empty } else { Value::Text(text.to_owned()) }
}
