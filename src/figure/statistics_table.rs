//! Official statistics as tables: every value of every release, and the change between two dates.

use crate::compare::statistics::{PeriodChoice, StandingValue, StatisticPair, Vintages, all_vintages};
use crate::model::{CouncilId, Dataset, Filter, Missing, Number, Period, View};

use super::table::{TableRow, Value};

/// The columns of every value of every release.
pub const SERIES_COLUMNS: [&str; 10] =
    ["place", "gss", "indicator", "unit", "period", "value", "reason", "source", "release", "locator"];

/// The columns of the change between two dates.
pub const PAIR_COLUMNS: [&str; 15] = [
    "place",
    "gss",
    "indicator",
    "unit",
    "measure",
    "from_period",
    "from_value",
    "from_reason",
    "to_period",
    "to_value",
    "to_reason",
    "change",
    "change_percent",
    "source",
    "release",
];

/// Which two dates are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PairDates {
    /// The first date, as a period is printed or as a year; `None` for the one before the second.
    pub from: Option<String>,
    /// The second date; `None` for the latest.
    pub to: Option<String>,
}

/// A date that an indicator does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMissing {
    /// The name of the indicator.
    pub indicator: String,
    /// What was asked for.
    pub asked: String,
    /// Why it names no date.
    pub why: PeriodChoice,
    /// The dates it has.
    pub known: Vec<Period>,
}

/// The indicators with statistics that the view asks for. A view of programmes asks for none: statistics belong to no programme.
pub fn asked_for<'a>(dataset: &'a Dataset, view: &View) -> Vec<Vintages<'a>> {
    if view.programmes != Filter::All {
        return Vec::new();
    }
    let fits = |vintages: &Vintages<'_>| {
        view.indicators.asks_for(&vintages.indicator.id) && view.topics.asks_for(&vintages.indicator.topic)
    };
    all_vintages(dataset).into_iter().filter(fits).collect()
}

/// Whether the view asks for this place.
fn asks_for(dataset: &Dataset, view: &View, place: &CouncilId) -> bool {
    let region = dataset.council(place).map(|council| council.region.as_str()).unwrap_or_default();
    view.councils.asks_for(place) && view.regions.any(|asked| asked == region)
}

/// Every value of every release: by indicator, place and date, the newest release first.
pub fn series_rows(dataset: &Dataset, view: &View) -> Vec<TableRow> {
    let mut rows = Vec::new();
    for vintages in asked_for(dataset, view) {
        let periods = vintages.periods();
        for place in vintages.places() {
            if !asks_for(dataset, view, place) {
                continue;
            }
            for period in &periods {
                for standing in vintages.releases_of(place, period) {
                    rows.push(series_row(dataset, &vintages, place, &standing));
                }
            }
        }
    }
    rows
}

fn series_row(dataset: &Dataset, vintages: &Vintages<'_>, place: &CouncilId, standing: &StandingValue<'_>) -> TableRow {
    let [name, gss] = place_cells(dataset, place);
    vec![
        name,
        gss,
        text(&vintages.indicator.name),
        text(vintages.indicator.unit.as_str()),
        text(&standing.period.to_string()),
        value(standing.value.ok()),
        reason(standing.value.err()),
        text(&source_title(dataset, standing)),
        text(&release_name(standing)),
        text(&locator(standing)),
    ]
}

/// The change between two dates: a row for each place and indicator.
///
/// # Errors
/// The [`DateMissing`] of the first indicator, where no indicator has the dates. One that lacks them beside others that have them
/// has no rows, and stands in the second part.
pub fn pair_rows(
    dataset: &Dataset,
    view: &View,
    dates: &PairDates,
) -> Result<(Vec<TableRow>, Vec<DateMissing>), Box<DateMissing>> {
    let (mut rows, mut missing, mut has_any) = (Vec::new(), Vec::new(), false);
    for vintages in asked_for(dataset, view) {
        match two_dates(&vintages, dates) {
            Ok((from, to)) => {
                has_any = true;
                let pairs = vintages.pairs(from, to);
                let pairs = pairs.iter().filter(|pair| asks_for(dataset, view, pair.place));
                rows.extend(
                    pairs
                        .filter(|pair| pair.from.is_some() || pair.to.is_some())
                        .map(|pair| pair_row(dataset, pair, (from, to))),
                );
            }
            Err(lacking) => missing.push(lacking),
        }
    }
    match missing.first() {
        Some(first) if !has_any => Err(Box::new(first.clone())),
        Some(_) | None => Ok((rows, missing)),
    }
}

/// The two dates of an indicator: those that are named, otherwise the latest and the one before it.
///
/// # Errors
/// A [`DateMissing`] where a word names no date of the indicator, or several.
pub fn two_dates<'a>(vintages: &Vintages<'a>, dates: &PairDates) -> Result<(&'a Period, &'a Period), DateMissing> {
    let known = vintages.periods();
    let named = |asked: &String| {
        vintages.named(asked).map_err(|why| DateMissing {
            indicator: vintages.indicator.name.clone(),
            asked: asked.clone(),
            why,
            known: known.iter().copied().cloned().collect(),
        })
    };
    let none = || DateMissing {
        indicator: vintages.indicator.name.clone(),
        asked: String::new(),
        why: PeriodChoice::None,
        known: Vec::new(),
    };
    let to = match &dates.to {
        Some(asked) => named(asked)?,
        None => known.last().copied().ok_or_else(none)?,
    };
    let before = || known.iter().rev().find(|period| period.days() < to.days()).copied().unwrap_or(to);
    let from = match &dates.from {
        Some(asked) => named(asked)?,
        None => before(),
    };
    Ok((from, to))
}

fn pair_row(dataset: &Dataset, pair: &StatisticPair<'_>, (from, to): (&Period, &Period)) -> TableRow {
    let [name, gss] = place_cells(dataset, pair.place);
    let number = |number: Option<f64>| number.map_or(Value::Empty, Value::Number);
    let period = |end: Option<&StandingValue<'_>>, asked: &Period| {
        text(&end.map_or_else(|| asked.to_string(), |standing| standing.period.to_string()))
    };
    let (first, second) = (pair.from.as_ref(), pair.to.as_ref());
    vec![
        name,
        gss,
        text(&pair.indicator.name),
        text(pair.indicator.unit.as_str()),
        text(pair.indicator.measure.keyword()),
        period(first, from),
        value(first.and_then(|standing| standing.value.ok())),
        reason(StatisticPair::gap(first)),
        period(second, to),
        value(second.and_then(|standing| standing.value.ok())),
        reason(StatisticPair::gap(second)),
        number(pair.change().map(tidy)),
        number(pair.change_percent()),
        text(&joined([first, second], "; ", |standing| source_title(dataset, standing))),
        text(&joined([first, second], " / ", release_name)),
    ]
}

/// A difference of two printed numbers without what binary arithmetic adds: 0.3 − 0.1 is 0.2.
fn tidy(difference: f64) -> f64 {
    const PLACES: f64 = 1e9;
    (difference * PLACES).round() / PLACES
}

/// What is said of both ends, once where it is the same.
pub(super) fn joined(
    ends: [Option<&StandingValue<'_>>; 2],
    separator: &str,
    say: impl Fn(&StandingValue<'_>) -> String,
) -> String {
    let mut said: Vec<String> = Vec::new();
    for one in ends.into_iter().flatten().map(say) {
        if !said.contains(&one) {
            said.push(one);
        }
    }
    said.join(separator)
}

fn place_cells(dataset: &Dataset, place: &CouncilId) -> [Value; 2] {
    match dataset.council(place) {
        Some(council) => [text(&council.name), council.gss.as_deref().map_or(Value::Empty, text)],
        None => [text(place.as_str()), Value::Empty],
    }
}

fn text(text: &str) -> Value {
    if text.is_empty() { Value::Empty } else { Value::Text(text.to_owned()) }
}

fn value(number: Option<Number>) -> Value {
    number.map_or(Value::Empty, |number| Value::Printed(number.value(), number.decimals()))
}

fn reason(missing: Option<Missing>) -> Value {
    missing.map_or(Value::Empty, |missing| text(missing.label()))
}

fn source_title(dataset: &Dataset, standing: &StandingValue<'_>) -> String {
    let source = &standing.vintage.release.source;
    dataset.source(source).map_or_else(|| source.to_string(), |source| source.title.clone())
}

/// A release by its date, where that is known.
pub(super) fn release_name(standing: &StandingValue<'_>) -> String {
    let release = standing.vintage.release;
    if release.released.is_stated() { release.released.to_string() } else { release.id.to_string() }
}

/// `FILE:ROW`; the file or the address alone where no row is known.
fn locator(standing: &StandingValue<'_>) -> String {
    let release = standing.vintage.release;
    match standing.row {
        Some(row) if !release.file.is_empty() => format!("{}:{row}", release.file),
        Some(_) | None if !release.file.is_empty() => release.file.clone(),
        Some(_) | None => release.address.clone(),
    }
}
