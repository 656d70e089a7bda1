//! `claims`: what councils published, beside what the official statistics say of it.

use std::io::Write;

use super::arguments::ClaimsArguments;
use super::selection::{DefaultRoles, view};
use super::series::{bytes_of, write};
use super::{CommandError, load_shown, mark, told};
use crate::dataset::{self, BuiltIn};
use crate::figure::claims_table::{CLAIM_COLUMNS, claim_rows};
use crate::model::Reference;

/// Writes a row for each pair of dates that the words of a claim allow to the file that was named, or to `out`.
///
/// # Errors
/// A [`CommandError`] where a dataset can't be read, a name is not known, or the file can't be written.
pub fn run(asked: &ClaimsArguments, out: &mut dyn Write, remarks: &mut dyn Write) -> Result<(), CommandError> {
    let ClaimsArguments { table, reference, no_reference } = asked;
    let mark = mark(table.bom, std::iter::once(table.format))?;
    let mut dataset = load_shown(table.dataset.as_ref(), BuiltIn::Claims, &table.filters)?;
    let view = view(&dataset, &table.filters, DefaultRoles::All)?;
    if let Some(path) = reference {
        dataset.reference = Reference::of(dataset::load_file(path).map_err(CommandError::failed)?.dataset);
    } else if *no_reference {
        dataset.reference = Reference::default();
    }
    let rows = claim_rows(&dataset, &view);
    if rows.is_empty() {
        told(writeln!(remarks, "no claim of a council fits all that was asked for, so the table has no rows"))?;
    }
    let bytes = bytes_of(table.format, &CLAIM_COLUMNS, &rows, mark)?;
    write(&bytes, table.out.as_deref(), table.force, out)
}
