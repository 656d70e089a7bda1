//! `table`: every outcome as a row.

use std::io::Write;

use super::arguments::{TableArguments, TableFormat};
use super::selection::{DefaultRoles, view};
use super::{Stop, load_shown, say_amounts, told};
use crate::export::table::{to_csv, to_json};
use crate::export::xlsx;
use crate::figure::table::{rows, suppression_note};
use crate::storage::{Overwrite, write_file};

/// Writes the table to the file that was named, or to `out`.
///
/// # Errors
/// A [`Stop`] where the dataset can't be read, a name is not known, or the file can't be written.
pub fn run(asked: &TableArguments, out: &mut dyn Write, remarks: &mut dyn Write) -> Result<(), Stop> {
    let dataset = load_shown(asked.dataset.as_deref(), &asked.filters)?;
    let view = view(&dataset, &asked.filters, DefaultRoles::All)?;
    say_amounts(&dataset, &view, &asked.filters, remarks)?;
    let rows = rows(&dataset, &view);
    if rows.is_empty() {
        told(writeln!(remarks, "no outcome fits all that was asked for, so the table has no rows"))?;
    }
    let bytes = match asked.format {
        TableFormat::Csv => to_csv(&rows)?,
        TableFormat::Json => to_json(&rows)?,
        TableFormat::Xlsx => xlsx::of_table(&rows, suppression_note(&dataset, &view).as_deref())?,
    };
    match &asked.out {
        Some(path) => {
            let overwrite = if asked.force { Overwrite::Replace } else { Overwrite::Refuse };
            write_file(path, &bytes, overwrite).map_err(Stop::failed)
        }
        None => told(out.write_all(&bytes).and_then(|()| out.flush())),
    }
}
