//! `table`: every outcome as a row.

use std::io::Write;
use std::path::Path;

use super::arguments::{TableArguments, TableFormat};
use super::selection::{DefaultRoles, view};
use super::{CommandError, load_shown, mark, say_amounts, told};
use crate::export::table::{to_json, to_marked_csv};
use crate::export::xlsx;
use crate::figure::table::{rows, suppression_note};
use crate::storage::{Overwrite, write_file};

/// Writes the table to the file that was named, or to `out`.
///
/// # Errors
/// A [`CommandError`] where the dataset can't be read, a name is not known, or the file can't be written.
pub fn run(asked: &TableArguments, out: &mut dyn Write, remarks: &mut dyn Write) -> Result<(), CommandError> {
    let mark = mark(asked.bom, asked.format == TableFormat::Csv)?;
    if let Some(path) = &asked.out {
        fits_ending(asked.format, path)?;
    }
    let dataset = load_shown(asked.dataset.as_deref(), &asked.filters)?;
    let view = view(&dataset, &asked.filters, DefaultRoles::All)?;
    say_amounts(&dataset, &view, &asked.filters, remarks)?;
    let rows = rows(&dataset, &view);
    if rows.is_empty() {
        told(writeln!(remarks, "no outcome fits all that was asked for, so the table has no rows"))?;
    }
    let bytes = match asked.format {
        TableFormat::Csv => to_marked_csv(&rows, mark)?,
        TableFormat::Json => to_json(&rows)?,
        TableFormat::Xlsx => xlsx::of_table(&rows, suppression_note(&dataset, &view).as_deref())?,
    };
    match &asked.out {
        Some(path) => {
            let overwrite = if asked.force { Overwrite::Replace } else { Overwrite::Refuse };
            write_file(path, &bytes, overwrite).map_err(CommandError::failed)
        }
        None => told(out.write_all(&bytes).and_then(|()| out.flush())),
    }
}

/// Endings that say a format, so that a file of another one is not opened, or is taken for damaged.
const TELLING: [&str; 9] = ["csv", "json", "xlsx", "xls", "ods", "svg", "png", "pdf", "ron"];

/// Refuses a file whose ending says another format than the table has.
fn fits_ending(format: TableFormat, path: &Path) -> Result<(), CommandError> {
    let own = match format {
        TableFormat::Csv => "csv",
        TableFormat::Json => "json",
        TableFormat::Xlsx => "xlsx",
    };
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    if ending == own || !TELLING.contains(&ending.as_str()) {
        return Ok(());
    }
    let mend = match ending.as_str() {
        "csv" | "json" | "xlsx" => format!("write --format {ending}, or name a file that ends in .{own}"),
        _ => format!("name a file that ends in .{own}"),
    };
    Err(CommandError::misworded(format!("{}: the ending says another format than {own}; {mend}", path.display())))
}
