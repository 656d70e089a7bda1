//! A figure or a table as a workbook: the outcomes as rows, the figure's data with charts that can be edited, and the notes.
//!
//! A spreadsheet draws its own charts, so they are the one thing that is not drawn by this application: they hold the values
//! of the figure in its order, and each value's label is the cell that says it as published, so that "over 60" stays over 60.
//! What has no honest chart (grades, a direction without a figure) is told in words. Text is always text, never a formula.
//! The file bears a fixed date: the same figure gives the same bytes.

mod notes;
mod paint;
mod rows;
mod sheet;
mod tiles;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use crate::figure::table::{COLUMNS, TableRow, Value};
use crate::figure::{Body, Figure, TrendLine};
use crate::say;

use super::ExportError;
use sheet::{Sheet, Styles};

/// The name of the sheet that the charts take their values from.
fn chart_data() -> &'static str {
    say!("workbook-sheet-chart-data")
}

/// A figure as a workbook: its outcomes as in the CSV, its data with charts, its notes.
///
/// # Errors
/// Where there are more rows than a sheet can hold.
pub fn of_figure(rows: &[TableRow], figure: &Figure) -> Result<Vec<u8>, ExportError> {
    let styles = Styles::new();
    let mut book = workbook(&figure.title, &figure.alt)?;
    outcomes(book.add_worksheet(), rows, &styles)?;
    // The sheets are made in the order of their tabs, and the charts need the data's places only.
    let drawn = match &figure.body {
        Body::Rows(rows) => rows::data(figure, rows, &styles)?,
        Body::Slopes(groups) => rows::data(figure, &rows::of_slopes(groups), &styles)?,
        Body::Tiles(groups) => tiles::data(figure, groups, &styles)?,
        Body::Grid(grid) => tiles::data(figure, &grid.groups(), &styles)?,
        Body::Trend(trend) => tiles::data(figure, &[TrendLine::small_figures(&trend.lines, &trend.title)], &styles)?,
        Body::DotStrips(strips) => rows::data(figure, &rows::of_dot_strips(strips), &styles)?,
        Body::Empty(sentence) => sheet::Plotted::nothing(sheet::opening(figure, sentence, &styles)?),
    };
    if !drawn.charts.is_empty() {
        let chart_sheet = book.add_worksheet();
        chart_sheet
            .set_name(say!("workbook-sheet-chart"))?
            .set_active(true)
            .set_screen_gridlines(false)
            .set_landscape()
            .set_paper_size(9);
        chart_sheet.set_print_fit_to_pages(1, 0);
        for placed in &drawn.charts {
            chart_sheet.insert_chart(placed.row, placed.column, &placed.chart)?;
        }
    }
    book.push_worksheet(drawn.data);
    notes::write(book.add_worksheet(), figure, &styles)?;
    Ok(book.save_to_buffer()?)
}

/// A table as a workbook: the outcomes as in the CSV, and how to read them; `suppressed` says which small counts were taken out,
/// see [`crate::figure::table::suppression_note`].
///
/// # Errors
/// Where there are more rows than a sheet can hold.
pub fn of_table(rows: &[TableRow], suppressed: Option<&str>) -> Result<Vec<u8>, ExportError> {
    let styles = Styles::new();
    let mut book = workbook(say!("workbook-of-a-table"), "")?;
    outcomes(book.add_worksheet(), rows, &styles)?;
    notes::write_for_table(book.add_worksheet(), rows.len(), suppressed, &styles)?;
    Ok(book.save_to_buffer()?)
}

/// An empty workbook with its properties and a date that never changes.
fn workbook(title: &str, description: &str) -> Result<Workbook, ExportError> {
    let mut book = Workbook::new();
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?.and_hms(0, 0, 0)?;
    let properties = DocProperties::new()
        .set_title(sheet::clean(title))
        .set_comment(sheet::clean(description))
        .set_author("Side by Side")
        .set_creation_datetime(&date);
    book.set_properties(&properties);
    Ok(book)
}

/// One row an outcome, with the columns of the CSV.
fn outcomes(worksheet: &mut rust_xlsxwriter::Worksheet, rows: &[TableRow], styles: &Styles) -> Result<(), ExportError> {
    worksheet.set_name(say!("workbook-sheet-figures"))?;
    let mut sheet = Sheet::new(worksheet, styles);
    sheet.headings(0, COLUMNS.iter().copied())?;
    for (row, values) in (1..).zip(rows) {
        for (column, value) in (0..).zip(values) {
            match value {
                Value::Empty => {}
                Value::Number(number) => sheet.number(row, column, *number)?,
                Value::Printed(number, decimals) => sheet.printed(row, column, *number, *decimals)?,
                Value::Text(text) => sheet.text(row, column, text)?,
            }
        }
    }
    let last_row = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    sheet.finish(260, &[])?;
    worksheet.autofilter(0, 0, last_row, last_column(COLUMNS.len()))?;
    // The council stays in sight beside the columns far to the right.
    worksheet.set_freeze_panes(1, 1)?;
    // On paper the columns need several pages to stay readable; headings and councils stand on each.
    worksheet.set_print_fit_to_pages(5, 0).set_repeat_rows(0, 0)?.set_repeat_columns(0, 0)?;
    Ok(())
}

fn last_column(columns: usize) -> u16 {
    u16::try_from(columns.saturating_sub(1)).unwrap_or(u16::MAX)
}
