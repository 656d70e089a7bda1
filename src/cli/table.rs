//! `table`: every outcome as a row.

use std::io::Write;
use std::path::Path;

use super::arguments::TableArguments;
use super::selection::{DefaultRoles, kept, view};
use super::{CommandError, load_shown, mark, say_amounts, told, with_statistics};
use crate::compare::statistic_pairs::ChosenDates;
use crate::dataset::BuiltIn;
use crate::export::Format;
use crate::figure::table::{rows, suppression_note};
use crate::storage::{Overwrite, write_file};

/// Writes the table to the file that was named, or to `out`.
///
/// # Errors
/// A [`CommandError`] where the dataset can't be read, a name is not known, or the file can't be written.
pub fn run(asked: &TableArguments, out: &mut dyn Write, remarks: &mut dyn Write) -> Result<(), CommandError> {
    let mark = mark(asked.bom, std::iter::once(asked.format))?;
    if let Some(path) = &asked.out {
        fits_ending(asked.format, path)?;
    }
    if asked.statistics {
        return super::series::pairs(asked, out, remarks);
    }
    let dataset = load_shown(asked.dataset.as_ref(), BuiltIn::Claims, &asked.filters)?;
    let (dataset, view) = if let Some(name) = &asked.kept.view {
        let (kept, absent) = kept(&dataset, name)?;
        absent.iter().try_for_each(|remark| told(writeln!(remarks, "{remark}")))?;
        let dates = ChosenDates::of_view(&dataset, &kept);
        let dataset = with_statistics(dataset, &dates);
        let view = kept.view(&dataset);
        (dataset, view)
    } else {
        let view = view(&dataset, &asked.filters, DefaultRoles::All)?;
        (with_statistics(dataset, &ChosenDates::default()), view)
    };
    say_amounts(&dataset, &view, &asked.filters, remarks)?;
    let rows = rows(&dataset, &view);
    if rows.is_empty() {
        told(writeln!(remarks, "no outcome fits all that was asked for, so the table has no rows"))?;
    }
    let bytes = match asked.format.table(&rows, suppression_note(&dataset, &view).as_deref(), mark) {
        Some(bytes) => bytes?,
        None => return Err(CommandError::misworded(format!("{} holds no table; see --help", asked.format.ending()))),
    };
    match &asked.out {
        Some(path) => {
            let overwrite = if asked.force { Overwrite::Replace } else { Overwrite::Refuse };
            write_file(path, &bytes, overwrite).map_err(CommandError::failed)
        }
        None => told(out.write_all(&bytes).and_then(|()| out.flush())),
    }
}

/// Endings that say a format which is not written here: a table under such a name would not be opened, or be taken for damaged.
const OTHERS: [&str; 3] = ["xls", "ods", "ron"];

/// Refuses a file whose ending says another format than the table has.
fn fits_ending(format: Format, path: &Path) -> Result<(), CommandError> {
    let own = format.ending();
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let said = Format::ALL.into_iter().find(|other| other.ending() == ending);
    if said == Some(format) || (said.is_none() && !OTHERS.contains(&ending.as_str())) {
        return Ok(());
    }
    let fix = if Format::of_tables().any(|other| Some(other) == said) {
        format!("write --format {ending}, or name a file that ends in .{own}")
    } else {
        format!("name a file that ends in .{own}")
    };
    Err(CommandError::misworded(format!("{}: the ending says another format than {own}; {fix}", path.display())))
}
