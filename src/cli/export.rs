//! `export`: every council's figures, or those of every kept view, into a folder, with a progress bar on a terminal and plain lines
//! elsewhere; and the councils' pages as a booklet, for which see [`super::booklet`].

use std::io::{IsTerminal, Write};

use super::arguments::ExportArguments;
use super::chart::{SizeArguments, sheet};
use super::selection::{DefaultRoles, view};
use super::{CommandError, booklet, load_shown, mark, say_amounts, told, with_statistics};
use crate::compare::statistic_pairs::ChosenDates;
use crate::dataset::BuiltIn;
use crate::export::Format;
use crate::export::batch::{Batch, BatchProgress, council_items, run as run_batch, view_items};
use crate::model::View;
use crate::progress::Progress;
use crate::storage::Overwrite;

/// Cells of the progress bar.
const BAR: usize = 30;

/// Makes the figures and tells how far it is and what came of it.
///
/// # Errors
/// A [`CommandError`] where a name or a format is not known, the folder can't be made, or a file could not be written.
pub fn run(asked: &ExportArguments, out: &mut dyn Write, remarks: &mut dyn Write) -> Result<(), CommandError> {
    let formats = formats(&asked.format)?;
    let mark = mark(asked.bom, formats.iter().copied())?;
    let booklet = booklet::file(asked)?;
    let folder = asked.out.as_ref().filter(|_| !formats.is_empty());
    if let Some(out) = folder.filter(|out| Format::of_path(out).is_some() && !out.is_dir()) {
        return Err(CommandError::misworded(format!(
            "{}: the ending is that of one file, and `export` fills a folder; name a folder, or use `chart`",
            out.display()
        )));
    }
    let dataset = load_shown(asked.dataset.as_ref(), BuiltIn::Claims, &asked.filters)?;
    let dataset = with_statistics(dataset, &ChosenDates::default());
    let (items, of) = if asked.views {
        (view_items(&dataset), View::default())
    } else {
        let view = view(&dataset, &asked.filters, DefaultRoles::OutcomesAndContext)?;
        (council_items(&dataset, &view), view)
    };
    say_amounts(&dataset, &of, &asked.filters, remarks)?;
    if let Some(file) = booklet {
        booklet::write(&dataset, &of, (&file, overwrite(asked)), out, remarks)?;
    }
    let Some(folder) = folder else { return Ok(()) };
    let ExportArguments { preset, width, height, scale, dpi, .. } = *asked;
    let sheet = sheet(SizeArguments { preset, width, height, scale, dpi })?;
    let batch =
        Batch { dataset: &dataset, items, formats, folder: folder.clone(), overwrite: overwrite(asked), sheet, mark };
    let on_terminal = std::io::stderr().is_terminal();
    let mut progress = Ok(());
    let summary = run_batch(&batch, &Progress::default(), |now| {
        let line = if on_terminal { bar(now) } else { format!("{} of {}: {}\n", now.done, now.of, now.name) };
        if progress.is_ok() {
            progress = write!(remarks, "{line}").and_then(|()| remarks.flush());
        }
    })?;
    told(progress)?;
    if on_terminal {
        told(writeln!(remarks))?;
    }
    for path in &summary.made {
        told(writeln!(out, "{}", path.display()))?;
    }
    if summary.made.is_empty() && summary.failed.is_empty() {
        let why =
            if asked.views { "no view is kept in this dataset" } else { "no outcome fits all that was asked for" };
        return told(writeln!(remarks, "{why}, so there is nothing to make"));
    }
    for remark in &summary.remarks {
        told(writeln!(remarks, "{remark}"))?;
    }
    told(writeln!(remarks, "{} made, {} not made", files(summary.made.len()), summary.failed.len()))?;
    if summary.failed.is_empty() { Ok(()) } else { Err(CommandError::failed(summary.failed.join("\n"))) }
}

fn overwrite(asked: &ExportArguments) -> Overwrite {
    if asked.force { Overwrite::Replace } else { Overwrite::Refuse }
}

fn files(n: usize) -> String {
    format!("{n} {}", if n == 1 { "file" } else { "files" })
}

/// One line that is written over itself.
fn bar(now: &BatchProgress) -> String {
    let filled = BAR * now.done / now.of.max(1);
    let bar = format!("{}{}", "#".repeat(filled), "-".repeat(BAR - filled));
    format!("\r[{bar}] {} of {} {:<40.40}", now.done, now.of, now.name)
}

fn formats(words: &[String]) -> Result<Vec<Format>, CommandError> {
    let mut formats = Vec::new();
    for word in words {
        let format = Format::of_word(word).ok_or_else(|| {
            let known = Format::list_of_figures(str::to_owned, ", ");
            CommandError::misworded(format!(
                "there is no format \"{word}\"; the formats are {known}, divided by commas"
            ))
        })?;
        if !formats.contains(&format) {
            formats.push(format);
        }
    }
    Ok(formats)
}
