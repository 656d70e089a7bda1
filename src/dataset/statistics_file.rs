//! Releases and statistics as serde reads them, and as the model has them: lists that version 2 of the format adds.
//!
//! A row of values is one line of text, which is read here because what its symbols mean stands in its release.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::{Deserializer, Error, SeqAccess, Visitor};

use super::finding::Problem;
use super::words::MissingWord;
use crate::model::{
    Break, CouncilId, Explanation, IndicatorId, Period, Release, ReleaseId, RowError, SourceId, Statistic, StatisticId,
    StatisticValue, Symbol, TableRows, parse_row, parse_table_rows,
};
use crate::say;

fn not_stated() -> String {
    String::from("not stated")
}

/// A symbol, its meaning, and what the release says of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SymbolFile {
    text: String,
    meaning: MissingWord,
    #[serde(default)]
    note: String,
}

/// A table as it was released.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReleaseFile {
    id: String,
    source: String,
    #[serde(default = "not_stated")]
    released: String,
    #[serde(default)]
    licence: String,
    #[serde(default)]
    attribution: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    file: String,
    #[serde(default)]
    boundaries: String,
    #[serde(default)]
    rounding: String,
    #[serde(default)]
    suppression: String,
    #[serde(default)]
    symbols: Vec<SymbolFile>,
    #[serde(default)]
    footnotes: Vec<String>,
}

/// A date at which a series breaks.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BreakFile {
    at: String,
    why: String,
}

/// A place, its values, and the rows of the table they stand in, where those are known.
#[derive(Clone, Debug)]
pub(super) struct RowFile {
    place: String,
    values: String,
    rows: String,
}

impl<'de> Deserialize<'de> for RowFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct RowVisitor;
        impl<'de> Visitor<'de> for RowVisitor {
            type Value = RowFile;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(say!("check-row-parts"))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<RowFile, A::Error> {
                let place = parts.next_element()?.ok_or_else(|| Error::invalid_length(0, &self))?;
                let values = parts.next_element()?.ok_or_else(|| Error::invalid_length(1, &self))?;
                Ok(RowFile { place, values, rows: parts.next_element()?.unwrap_or_default() })
            }
        }
        deserializer.deserialize_tuple(3, RowVisitor)
    }
}

/// One indicator from one release.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StatisticFile {
    id: String,
    indicator: String,
    release: String,
    periods: Vec<String>,
    #[serde(default)]
    breaks: Vec<BreakFile>,
    #[serde(default)]
    footnotes: Vec<String>,
    rows: Vec<RowFile>,
}

/// The releases and statistics of a file, and what in them can't be read.
pub(super) fn to_model(
    releases: Vec<ReleaseFile>,
    statistics: Vec<StatisticFile>,
    problems: &mut Vec<Problem>,
) -> (Vec<Release>, Vec<Arc<Statistic>>) {
    let releases: Vec<Release> = releases
        .into_iter()
        .enumerate()
        .map(|(nth, file)| release(&format!("releases[{nth}]"), file, problems))
        .collect();
    let by_id: HashMap<&str, &Release> = releases.iter().rev().map(|release| (release.id.as_str(), release)).collect();
    let mut before: Option<TableRows> = None;
    let mut read = Vec::with_capacity(statistics.len());
    for (nth, file) in statistics.into_iter().enumerate() {
        let release = by_id.get(file.release.as_str()).copied();
        let made = statistic(&format!("statistics[{nth}]"), file, release, before.as_ref(), problems);
        before = made.rows().cloned().or(before);
        read.push(Arc::new(made));
    }
    (releases, read)
}

fn release(path: &str, file: ReleaseFile, problems: &mut Vec<Problem>) -> Release {
    let symbols = file.symbols.into_iter();
    Release {
        released: period(&format!("{path}.released"), &file.released, problems).unwrap_or_else(Period::not_stated),
        licence: file.licence,
        attribution: file.attribution,
        address: file.address,
        file: file.file,
        boundaries: file.boundaries,
        rounding: file.rounding,
        suppression: file.suppression,
        symbols: symbols
            .map(|symbol| Symbol { text: symbol.text, meaning: symbol.meaning.into(), note: symbol.note })
            .collect(),
        footnotes: file.footnotes,
        ..Release::new(ReleaseId::new(file.id), SourceId::new(file.source))
    }
}

fn period(path: &str, text: &str, problems: &mut Vec<Problem>) -> Option<Period> {
    match Period::parse(text) {
        Ok(period) => Some(period),
        Err(error) => {
            let told = Explanation::from(&error);
            let fix = told.fix.unwrap_or_else(|| say!("syntax-as-shown").to_owned());
            problems.push(Problem::error(path, told.sentence, fix));
            None
        }
    }
}

fn statistic(
    path: &str,
    file: StatisticFile,
    release: Option<&Release>,
    before: Option<&TableRows>,
    problems: &mut Vec<Problem>,
) -> Statistic {
    let mut periods = Vec::with_capacity(file.periods.len());
    for (nth, text) in file.periods.iter().enumerate() {
        periods.push(period(&format!("{path}.periods[{nth}]"), text, problems).unwrap_or_else(Period::not_stated));
    }
    let width = periods.len();
    let (mut places, mut values, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for (nth, row) in file.rows.into_iter().enumerate() {
        let read =
            release.map_or_else(|| Ok(vec![StatisticValue::ABSENT; width]), |own| parse_row(&row.values, width, own));
        let path = || format!("{path}.rows[{nth}]");
        match read {
            Ok(read) => values.extend(read),
            Err(error) => {
                problems.push(row_problem(&path(), &error));
                values.extend(vec![StatisticValue::ABSENT; width]);
            }
        }
        if !row.rows.is_empty() {
            match table_rows(&row.rows, width) {
                Some(read) => rows.extend(read),
                None => problems.push(Problem::error(
                    path(),
                    say!("check-table-rows", text = row.rows.as_str(), periods = width),
                    say!("check-table-rows.fix"),
                )),
            }
        }
        places.push(CouncilId::new(row.place));
    }
    let mut breaks = Vec::new();
    for (nth, file) in file.breaks.into_iter().enumerate() {
        if let Some(at) = period(&format!("{path}.breaks[{nth}].at"), &file.at, problems) {
            breaks.push(Break { at, why: file.why });
        }
    }
    let (id, indicator) = (StatisticId::new(file.id), IndicatorId::new(file.indicator));
    let made = Statistic::new(id, indicator, ReleaseId::new(file.release), periods, places, values);
    // Statistics of one table mostly stand in the same rows, which are kept once.
    let shared = before.filter(|before| before.as_ref() == rows.as_slice()).cloned();
    let mut made = made.with_rows(shared.unwrap_or_else(|| rows.into()));
    made.breaks = breaks;
    made.footnotes = file.footnotes;
    made
}

/// The rows of one place: one for each period, or one for all.
fn table_rows(text: &str, width: usize) -> Option<Vec<u32>> {
    let rows = parse_table_rows(text, width.max(1))?;
    match rows.as_slice() {
        [only] => Some(vec![*only; width]),
        rows if rows.len() == width => Some(rows.to_vec()),
        _ => None,
    }
}

fn row_problem(path: &str, error: &RowError) -> Problem {
    match error {
        RowError::Length(values, periods) => Problem::error(
            path,
            say!("check-row-length", values = *values, periods = *periods),
            say!("check-row-length.fix"),
        ),
        RowError::Unknown(text) => {
            Problem::error(path, say!("check-row-value", text = text.as_str()), say!("check-row-value.fix"))
        }
    }
}
