//! `export`: every council's figures, or those of every kept view, into a folder, with a progress bar on a terminal and plain lines elsewhere.

use std::io::{IsTerminal, Write};

use super::arguments::ExportArguments;
use super::chart::least_height;
use super::selection::{DefaultRoles, view};
use super::{CommandError, load_shown, mark, say_amounts, told};
use crate::export::Format;
use crate::export::batch::{Batch, BatchProgress, council_items, run as run_batch, view_items};
use crate::export::figure::{PageSize, scale_of_dpi};
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
    if Format::of_path(&asked.out).is_some() && !asked.out.is_dir() {
        return Err(CommandError::misworded(format!(
            "{}: the ending is that of one file, and `export` fills a folder; name a folder, or use `chart`",
            asked.out.display()
        )));
    }
    let dataset = load_shown(asked.dataset.as_deref(), &asked.filters)?;
    let (items, of) = if asked.views {
        (view_items(&dataset), View::default())
    } else {
        let view = view(&dataset, &asked.filters, DefaultRoles::OutcomesAndContext)?;
        (council_items(&dataset, &view), view)
    };
    say_amounts(&dataset, &of, &asked.filters, remarks)?;
    let scale = asked.dpi.map_or(Ok(asked.scale), scale_of_dpi)?;
    let batch = Batch {
        dataset: &dataset,
        items,
        formats,
        folder: asked.out.clone(),
        overwrite: if asked.force { Overwrite::Replace } else { Overwrite::Refuse },
        sheet: PageSize { width: asked.width, least_height: least_height(asked.height)?, scale },
        mark,
    };
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
