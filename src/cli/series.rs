//! `series` and `table --statistics`: official statistics as tables.

use std::io::Write;
use std::path::Path;

use super::arguments::{SeriesArguments, TableArguments};
use super::selection::{DefaultRoles, view};
use super::{CommandError, load_shown, mark, told};
use crate::compare::statistics::PeriodChoice;
use crate::dataset::BuiltIn;
use crate::export::Format;
use crate::export::table::{ByteOrderMark, csv_of, json_of};
use crate::figure::statistics_table::{DateMissing, PAIR_COLUMNS, PairDates, SERIES_COLUMNS, pair_rows, series_rows};
use crate::figure::table::TableRow;
use crate::storage::{Overwrite, write_file};

/// Writes every value of every release to the file that was named, or to `out`.
///
/// # Errors
/// A [`CommandError`] where the dataset can't be read, a name is not known, or the file can't be written.
pub fn run(asked: &SeriesArguments, out: &mut dyn Write, remarks: &mut dyn Write) -> Result<(), CommandError> {
    let mark = mark(asked.bom, std::iter::once(asked.format))?;
    let dataset = load_shown(asked.dataset.as_ref(), BuiltIn::Statistics, &asked.filters)?;
    let view = view(&dataset, &asked.filters, DefaultRoles::All)?;
    let rows = series_rows(&dataset, &view);
    if rows.is_empty() {
        told(writeln!(remarks, "no statistic fits all that was asked for, so the table has no rows"))?;
    }
    let bytes = bytes_of(asked.format, &SERIES_COLUMNS, &rows, mark)?;
    write(&bytes, asked.out.as_deref(), asked.force, out)
}

/// Writes the change between two dates to the file that was named, or to `out`.
///
/// # Errors
/// As [`run`]; also where no indicator has the dates that were named.
pub fn pairs(asked: &TableArguments, out: &mut dyn Write, remarks: &mut dyn Write) -> Result<(), CommandError> {
    let mark = mark(asked.bom, std::iter::once(asked.format))?;
    let dataset = load_shown(asked.dataset.as_ref(), BuiltIn::Statistics, &asked.filters)?;
    let view = view(&dataset, &asked.filters, DefaultRoles::All)?;
    let dates = PairDates { from: asked.from.clone(), to: asked.to.clone() };
    let (rows, missing) =
        pair_rows(&dataset, &view, &dates).map_err(|lacking| CommandError::misworded(sentence(&lacking)))?;
    for lacking in &missing {
        told(writeln!(remarks, "{}; it has no rows", sentence(lacking)))?;
    }
    if rows.is_empty() {
        told(writeln!(remarks, "no statistic fits all that was asked for, so the table has no rows"))?;
    }
    let bytes = bytes_of(asked.format, &PAIR_COLUMNS, &rows, mark)?;
    write(&bytes, asked.out.as_deref(), asked.force, out)
}

/// Why an indicator has no such date, and which dates it has.
pub(super) fn sentence(lacking: &DateMissing) -> String {
    let list =
        |periods: &[crate::model::Period]| periods.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    match &lacking.why {
        PeriodChoice::None => {
            format!("{} has no figures for \"{}\"; it has {}", lacking.indicator, lacking.asked, list(&lacking.known))
        }
        PeriodChoice::Several(several) => {
            format!("\"{}\" names several dates of {}; name one of {}", lacking.asked, lacking.indicator, list(several))
        }
    }
}

pub(super) fn bytes_of(
    format: Format,
    columns: &[&str],
    rows: &[TableRow],
    mark: ByteOrderMark,
) -> Result<Vec<u8>, CommandError> {
    match format {
        Format::Csv => Ok(csv_of(columns, rows, mark)?),
        Format::Json => Ok(json_of(columns, rows)?),
        Format::Svg | Format::Png | Format::Pdf | Format::Xlsx => Err(CommandError::misworded(format!(
            "statistics are not written as {}; name --format csv or json",
            format.ending()
        ))),
    }
}

pub(super) fn write(bytes: &[u8], path: Option<&Path>, force: bool, out: &mut dyn Write) -> Result<(), CommandError> {
    match path {
        Some(path) => {
            let overwrite = if force { Overwrite::Replace } else { Overwrite::Refuse };
            write_file(path, bytes, overwrite).map_err(CommandError::failed)
        }
        None => told(out.write_all(bytes).and_then(|()| out.flush())),
    }
}
