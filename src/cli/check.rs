//! `check`: every finding of datasets, with file, line and column.

use std::io::Write;
use std::path::PathBuf;

use super::{CommandError, told};
use crate::dataset::{self, LoadError};

/// Errors go to `remarks`, cautions and the summary to `out`.
///
/// # Errors
/// A [`CommandError`] after all files were read, if any has an error.
pub fn run(files: &[PathBuf], out: &mut dyn Write, remarks: &mut dyn Write) -> Result<(), CommandError> {
    let mut failed = 0;
    for path in files {
        let file = path.display().to_string();
        match dataset::load_file(path) {
            Ok(loaded) => {
                for sentence in &loaded.migrated {
                    told(writeln!(out, "{file}: {sentence}"))?;
                }
                for caution in &loaded.cautions {
                    told(writeln!(out, "{}", caution.in_file(&file)))?;
                }
                told(writeln!(
                    out,
                    "{file}: no errors, {}; {}, {}",
                    counted(loaded.cautions.len(), "caution"),
                    counted(loaded.dataset.programmes.len(), "programme"),
                    counted(loaded.dataset.outcomes().count(), "outcome")
                ))?;
            }
            Err(LoadError::Findings { findings, .. }) => {
                failed += 1;
                for finding in &findings {
                    let line = finding.in_file(&file);
                    told(if finding.is_error() { writeln!(remarks, "{line}") } else { writeln!(out, "{line}") })?;
                }
            }
            Err(other) => {
                failed += 1;
                told(writeln!(remarks, "{other}"))?;
            }
        }
    }
    if failed == 0 {
        return Ok(());
    }
    Err(CommandError::failed(format!(
        "{failed} of {} can't be used as {}",
        counted(files.len(), "dataset"),
        if failed == 1 { "it is" } else { "they are" }
    )))
}

/// "1 caution", "2 cautions".
fn counted(n: usize, one: &str) -> String {
    format!("{n} {one}{}", if n == 1 { "" } else { "s" })
}
