//! `export --booklet`: the councils' pages as one PDF.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::arguments::ExportArguments;
use super::{CommandError, told};
use crate::export::batch::councils;
use crate::export::booklet::{Binding, booklet};
use crate::export::{FontFaces, Format};
use crate::model::{Dataset, View};
use crate::progress::Progress;
use crate::storage::{Overwrite, write_file};

/// The name of a booklet in a folder.
const NAME: &str = "booklet.pdf";

/// The file that a booklet is asked for in; `None` where none is asked for.
///
/// # Errors
/// A [`CommandError`] where no file is named, or one that is no PDF, or none beside the folder that figures are asked for in.
pub(super) fn file(asked: &ExportArguments) -> Result<Option<PathBuf>, CommandError> {
    let is_pdf = |path: &Path| Format::of_path(path) == Some(Format::Pdf) && !path.is_dir();
    let Some(named) = &asked.booklet else { return Ok(None) };
    let file = match (named, &asked.out) {
        (Some(file), Some(out)) if asked.format.is_empty() => {
            return Err(CommandError::misworded(format!(
                "{} and {}: a booklet is one file; name it once, after --booklet or after --out",
                file.display(),
                out.display()
            )));
        }
        (Some(file), _) => file.clone(),
        (None, Some(out)) if asked.format.is_empty() && Format::of_path(out).is_some() && !out.is_dir() => out.clone(),
        (None, Some(out)) => out.join(NAME),
        (None, None) => {
            return Err(CommandError::misworded(
                "--booklet needs a file to write; name one that ends in .pdf, such as --booklet councils.pdf",
            ));
        }
    };
    if !is_pdf(&file) {
        return Err(CommandError::misworded(format!(
            "{}: a booklet is a PDF; name a file that ends in .pdf, and a dataset before --booklet",
            file.display()
        )));
    }
    Ok(Some(file))
}

/// Writes the booklet of the councils that the view asks for and that have an outcome, and tells its name.
///
/// # Errors
/// A [`CommandError`] where it can't be drawn or written.
pub(super) fn write(
    dataset: &Dataset,
    view: &View,
    (file, overwrite): (&Path, Overwrite),
    out: &mut dyn Write,
    remarks: &mut dyn Write,
) -> Result<(), CommandError> {
    let councils = councils(dataset, view);
    if councils.is_empty() {
        return told(writeln!(remarks, "no outcome fits all that was asked for, so there is no booklet to make"));
    }
    let work = Progress::default();
    let made = booklet(dataset, view, (&councils, Binding::Booklet), &FontFaces::new(), work.without_progress())?;
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)
            .map_err(|source| crate::export::ExportError::Folder { path: folder.to_path_buf(), source })?;
    }
    write_file(file, &made.bytes, overwrite).map_err(CommandError::failed)?;
    if let Some(remark) = made.conformance.remark() {
        told(writeln!(remarks, "{remark}"))?;
    }
    told(writeln!(out, "{}", file.display()))
}
