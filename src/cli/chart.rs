//! `chart`: a figure as a file.

use std::io::Write;
use std::path::Path;

use super::arguments::ChartArguments;
use super::selection::{DefaultRoles, view};
use super::{Stop, load, told};
use crate::export::FontFaces;
use crate::export::figure::{Sheet, to_pdf, to_png, to_svg};
use crate::export::table::to_csv;
use crate::export::xlsx;
use crate::figure::{Body, figure, table};
use crate::storage::{Overwrite, write_file};

/// The formats a chart can have, by the ending of its file.
enum Format {
    Svg,
    Png,
    Pdf,
    Csv,
    Xlsx,
}

/// Writes the figure to the file that was named.
///
/// # Errors
/// A [`Stop`] where the dataset can't be read, a name is not known, the kind needs one concept and finds several, or the file
/// can't be written.
pub fn run(asked: &ChartArguments, out: &mut dyn Write, remarks: &mut dyn Write) -> Result<(), Stop> {
    let format = format(&asked.out)?;
    let dataset = load(asked.dataset.as_deref())?;
    let mut view = view(&dataset, &asked.filters, DefaultRoles::OutcomesAndContext)?;
    view.order = asked.order.into();
    let figure = figure(&dataset, &view, asked.kind.into())
        .map_err(|several| Stop::misworded(format!("{several}; choose one with --indicator")))?;
    if let Body::Empty(sentence) = &figure.body {
        told(writeln!(remarks, "the figure is empty: {sentence}"))?;
    }
    let sheet =
        Sheet { width: asked.width, least_height: asked.height.map_or(Ok(0.0), least_height)?, scale: asked.scale };
    let bytes = match format {
        Format::Svg => to_svg(&figure, sheet, &FontFaces::new())?.into_bytes(),
        Format::Png => to_png(&figure, sheet, &FontFaces::new())?,
        Format::Pdf => {
            let pdf = to_pdf(&figure, sheet, &FontFaces::new())?;
            if let Some(remark) = pdf.standing.remark() {
                told(writeln!(remarks, "{remark}"))?;
            }
            pdf.bytes
        }
        Format::Xlsx => xlsx::of_figure(&table::rows_of_figure(&dataset, &figure), &figure)?,
        Format::Csv => to_csv(&table::rows(&dataset, &view))?,
    };
    let overwrite = if asked.force { Overwrite::Replace } else { Overwrite::Refuse };
    write_file(&asked.out, &bytes, overwrite).map_err(Stop::failed)?;
    told(writeln!(out, "{}", asked.out.display()))
}

/// A height of nothing is a slip, not a wish.
fn least_height(height: f32) -> Result<f32, Stop> {
    if height >= 1.0 {
        Ok(height)
    } else {
        Err(Stop::misworded(format!("a height of {height} points is out of range; choose one from 1 to 20000")))
    }
}

fn format(path: &Path) -> Result<Format, Stop> {
    let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "svg" => Ok(Format::Svg),
        "png" => Ok(Format::Png),
        "pdf" => Ok(Format::Pdf),
        "csv" => Ok(Format::Csv),
        "xlsx" => Ok(Format::Xlsx),
        _ => Err(Stop::misworded(format!(
            "{}: the ending says no format for a chart; name a file that ends in .svg, .png, .pdf, .csv or .xlsx",
            path.display()
        ))),
    }
}
