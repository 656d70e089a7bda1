//! `claims`: what councils published, beside what the official statistics say of it.

use std::io::Write;

use super::arguments::ClaimsArguments;
use super::selection::{DefaultRoles, view};
use super::series::{bytes_of, write};
use super::{CommandError, load_shown, mark, told};
use crate::dataset;
use crate::figure::claims_table::{CLAIM_COLUMNS, claim_rows};

/// Writes a row for each pair of dates that the words of a claim allow to the file that was named, or to `out`.
///
/// # Errors
/// A [`CommandError`] where a dataset can't be read, a name is not known, or the file can't be written.
pub fn run(asked: &ClaimsArguments, out: &mut dyn Write, remarks: &mut dyn Write) -> Result<(), CommandError> {
    let ClaimsArguments { table, reference, no_reference } = asked;
    let mark = mark(table.bom, std::iter::once(table.format))?;
    let dataset = load_shown(table.dataset.as_deref(), &table.filters)?;
    let view = view(&dataset, &table.filters, DefaultRoles::All)?;
    let reference = match reference {
        Some(path) => Some(dataset::load_file(path).map_err(CommandError::failed)?.dataset),
        None if *no_reference => None,
        // The built-in statistics come with the dataset that holds them.
        None => None,
    };
    let rows = claim_rows(&dataset, reference.as_ref(), &view);
    if rows.is_empty() {
        told(writeln!(remarks, "no claim of a council fits all that was asked for, so the table has no rows"))?;
    }
    let bytes = bytes_of(table.format, &CLAIM_COLUMNS, &rows, mark)?;
    write(&bytes, table.out.as_deref(), table.force, out)
}
