//! `chart`: a figure as a file.

use std::io::Write;
use std::path::Path;

use super::arguments::ChartArguments;
use super::selection::{DefaultRoles, dates, kept, view};
use super::{CommandError, load_shown, mark, say_amounts, told, with_statistics};
use crate::compare::statistic_pairs::ChosenDates;
use crate::dataset::BuiltIn;
use crate::export::Preset;
use crate::export::figure::{PageSize, scale_of_dpi};
use crate::export::{FigureExport, FontFaces, Format};
use crate::figure::wording::Wording;
use crate::figure::{Body, SeveralConcepts, figure};
use crate::progress::Progress;
use crate::storage::{Overwrite, write_file};

/// Writes the figure to the file that was named.
///
/// # Errors
/// A [`CommandError`] where the dataset can't be read, a name is not known, the kind needs one concept and finds several, or a few councils and finds
/// others, or the file
/// can't be written.
pub fn run(asked: &ChartArguments, out: &mut dyn Write, remarks: &mut dyn Write) -> Result<(), CommandError> {
    let format = format(&asked.out)?;
    let ChartArguments { preset, width, height, scale, dpi, .. } = *asked;
    let sheet = sheet(SizeArguments { preset, width, height, scale, dpi })?;
    let mark = mark(asked.bom, std::iter::once(format))?;
    let dataset = load_shown(asked.dataset.as_ref(), BuiltIn::Claims, &asked.filters)?;
    let (dataset, view, kind, wording) = match (&asked.kept.view, asked.kind) {
        (Some(name), _) => {
            let (kept, absent) = kept(&dataset, name)?;
            absent.iter().try_for_each(|remark| told(writeln!(remarks, "{remark}")))?;
            let dates = ChosenDates::of_view(&dataset, &kept);
            let dataset = with_statistics(dataset, &dates);
            let view = kept.view(&dataset);
            (dataset, view, kept.figure_kind(), Wording::of_kept(&kept.words))
        }
        (None, kind) => {
            let mut view = view(&dataset, &asked.filters, DefaultRoles::OutcomesAndContext)?;
            (view.order, view.scale) = (asked.order, asked.axis);
            let dates = dates(&dataset, &view, asked.from.as_deref(), asked.to.as_deref())?;
            // The parser asks for the kind where no view is named.
            (with_statistics(dataset, &dates), view, kind.unwrap_or_default(), Wording::default())
        }
    };
    if let Some(many) = kind.councils().filter(|many| !many.contains(&view.councils.named().len())) {
        return Err(CommandError::misworded(format!(
            "a figure of the kind \"{}\" sets {} to {} councils beside one another; name each with --council \"NAME\"",
            kind.keyword(),
            many.start(),
            many.end()
        )));
    }
    say_amounts(&dataset, &view, &asked.filters, remarks)?;
    let figure = figure(&dataset, &view, kind).map_err(|several| CommandError::misworded(choices(&several)))?;
    let figure = wording.applied(figure);
    if matches!(figure.body, Body::Empty(_)) {
        told(writeln!(remarks, "the figure is empty: {}", figure.alt))?;
    }
    if asked.preset.is_some() && !format.has_size() {
        let ending = format.ending().to_uppercase();
        told(writeln!(
            remarks,
            "--preset is for figures with a size, which {ending} does not have; the file is as without it"
        ))?;
    }
    let fonts = FontFaces::new();
    let mut edition = FigureExport::new(&dataset, &view, &figure, sheet, &fonts).marked(mark);
    let file = edition.file(format, Progress::default().without_progress())?;
    if let Some(remark) = &file.remark {
        told(writeln!(remarks, "{remark}"))?;
    }
    let overwrite = if asked.force { Overwrite::Replace } else { Overwrite::Refuse };
    write_file(&asked.out, &file.bytes, overwrite).map_err(CommandError::failed)?;
    told(writeln!(out, "{}", asked.out.display()))
}

/// How to choose one of the concepts. All are named: one a line where there are more than the sentence of the window names, so that a
/// script can read them.
fn choices(several: &SeveralConcepts) -> String {
    if several.names_all() {
        return format!("{several}; choose one with --indicator \"NAME\"");
    }
    let SeveralConcepts { kind, found } = several;
    let first = format!(
        "a figure of the kind \"{kind}\" draws one concept, and the selection has {}; choose one of these with --indicator \"NAME\":",
        found.len()
    );
    std::iter::once(first).chain(found.iter().map(|concept| format!("  {concept}"))).collect::<Vec<_>>().join("\n")
}

/// The least height that was asked for; a height of nothing is a slip, not a wish.
pub(super) fn least_height(height: Option<f32>) -> Result<f32, CommandError> {
    let Some(height) = height else { return Ok(0.0) };
    if height >= 1.0 {
        Ok(height)
    } else {
        Err(CommandError::misworded(format!("a height of {height} points is out of range; choose one from 1 to 20000")))
    }
}

/// A size as it is asked for in words.
#[derive(Clone, Copy, Debug)]
pub(super) struct SizeArguments {
    pub preset: Option<Preset>,
    pub width: f32,
    pub height: Option<f32>,
    pub scale: Option<f32>,
    pub dpi: Option<f32>,
}

/// The page that is asked for.
pub(super) fn sheet(asked: SizeArguments) -> Result<PageSize, CommandError> {
    let height = least_height(asked.height)?;
    let scale = asked.dpi.map(scale_of_dpi).transpose()?.or(asked.scale);
    let Some(preset) = asked.preset else {
        return Ok(PageSize { width: asked.width, least_height: height, scale: scale.unwrap_or(1.0), preset: None });
    };
    if asked.height.is_some() && preset.is_slide() {
        let keyword = preset.keyword();
        return Err(CommandError::misworded(format!(
            "--height is not for --preset {keyword}, whose height follows from its width; leave it out"
        )));
    }
    let page = preset.page();
    Ok(PageSize { scale: scale.unwrap_or(page.scale), ..page.at_least(height) })
}

fn format(path: &Path) -> Result<Format, CommandError> {
    Format::of_path(path).ok_or_else(|| {
        CommandError::misworded(format!(
            "{}: the ending says no format for a chart; name a file that ends in {}",
            path.display(),
            Format::list_of_figures(|ending| format!(".{ending}"), " or ")
        ))
    })
}
