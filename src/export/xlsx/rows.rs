//! Rows of outcomes: their data in the order of the figure, and a bar chart for each panel that has an axis.

use rust_xlsxwriter::{Chart, ChartAxisCrossing, ChartType, RowNum};

use crate::figure::{
    Cell, DotStrip, DotStrips, Figure, Fill, LevelSlot, Mark, MarkShape, Panel, PanelRole, Row, RowGroup, Rows,
    SlopeEnd, SlopeGroup, SlopeLine, StripDot,
};
use crate::say;

use super::super::ExportError;
use super::paint::{self, BarOrientation, ChartValue, Legend, RangeColumns, SeriesRange};
use super::sheet::{self, AXES_ROW, ChartAnchor, HEADINGS_ROW, Plotted, Sheet, Styles};

/// Width of a chart, in pixels.
const WIDTH: u32 = 900;
/// Height of one row of a chart, where labels are long enough to wrap, and of what stands above and below the rows, in pixels.
const ROW_HEIGHT: usize = 36;
const ROW_HEIGHT_WORDS: usize = 70;
const FRAME_HEIGHT: usize = 170;
/// Labels with more letters than this wrap.
const SHORT_LABEL: usize = 16;
/// Height of a row of the sheet, in pixels.
const SHEET_ROW: usize = 20;

const LABEL: u16 = 0;
const BEFORE: u16 = 4;
const AFTER: u16 = 5;
const CHANGE: u16 = 6;
const CHANGE_FAR: u16 = 7;
const BEFORE_WORDS: u16 = 8;
const AFTER_WORDS: u16 = 9;
const CHANGE_WORDS: u16 = 10;
const REMARK: u16 = 11;
const BEFORE_HIGH: u16 = 12;
const AFTER_HIGH: u16 = 13;
const BEFORE_RANGE: u16 = 14;
const AFTER_RANGE: u16 = 15;
const CHANGE_UP: u16 = 16;
const CHANGE_DOWN: u16 = 17;

/// The headings of the columns above.
fn headings() -> [&'static str; 12] {
    [
        say!("workbook-row"),
        say!("workbook-council"),
        say!("workbook-period"),
        say!("workbook-heading"),
        say!("workbook-before"),
        say!("workbook-after"),
        say!("workbook-change"),
        say!("workbook-change.far"),
        say!("workbook-before.words"),
        say!("workbook-after.words"),
        say!("workbook-change.words"),
        say!("workbook-remark"),
    ]
}

/// The headings of the columns of ranges, which stand only where there are any.
fn headings_of_ranges() -> [&'static str; 6] {
    [
        say!("workbook-before.high"),
        say!("workbook-after.high"),
        say!("workbook-before.range"),
        say!("workbook-after.range"),
        say!("workbook-change.up"),
        say!("workbook-change.down"),
    ]
}

/// One row of the figure, taken apart.
#[derive(Default)]
struct Datum {
    before: Option<ChartValue>,
    after: Option<ChartValue>,
    change: Option<ChartValue>,
    remarks: Vec<String>,
}

/// The sheet of data of a figure of rows, with its charts.
pub fn data(figure: &Figure, rows: &Rows, styles: &Styles) -> Result<Plotted, ExportError> {
    if rows.panels.iter().all(|panel| panel.role == PanelRole::Words) {
        return Ok(Plotted::nothing(words(figure, rows, styles)?));
    }
    let listed: Vec<(&RowGroup, &Row, Datum)> = rows
        .groups
        .iter()
        .flat_map(|group| group.rows.iter().map(move |row| (group, row, taken_apart(row, &rows.panels))))
        .collect();
    let charts = charts(figure, rows, &listed);
    let ranges = listed.iter().any(|(_, _, datum)| has_ranges([&datum.before, &datum.after, &datum.change]));
    let sentence = match (charts.is_empty(), ranges) {
        (true, _) => say!("workbook-no-values"),
        (false, true) => say!("workbook-bars-and-ranges"),
        (false, false) => say!("workbook-bars"),
    };
    let mut data = sheet::opening(figure, sentence, styles)?;
    let mut sheet = Sheet::new(&mut data, styles);
    sheet.text(AXES_ROW, LABEL, say!("workbook-on-the-axis"))?;
    for panel in rows.panels.iter().filter(|panel| panel.role != PanelRole::Periods) {
        let column = if is_change(panel) { CHANGE } else { BEFORE };
        sheet.text(AXES_ROW, column, &panel.title)?;
    }
    let of_ranges = if ranges { &headings_of_ranges()[..] } else { &[] };
    sheet.headings(HEADINGS_ROW, headings().into_iter().chain(of_ranges.iter().copied()))?;
    for (at, (group, row, datum)) in (HEADINGS_ROW + 1..).zip(&listed) {
        sheet.text(
            at,
            LABEL,
            &say!("workbook-row-name", label = row.label.as_str(), period = when(row, &rows.panels)),
        )?;
        sheet.text(at, 1, &row.label)?;
        sheet.text(at, 2, &when(row, &rows.panels))?;
        sheet.text(at, 3, &group.heading)?;
        for (amount, value, words) in [
            (&datum.before, BEFORE, BEFORE_WORDS),
            (&datum.after, AFTER, AFTER_WORDS),
            (&datum.change, CHANGE, CHANGE_WORDS),
        ] {
            let Some(amount) = amount else { continue };
            sheet.number(at, value, amount.value)?;
            sheet.text(at, words, &amount.label)?;
        }
        for (amount, high, range) in
            [(&datum.before, BEFORE_HIGH, BEFORE_RANGE), (&datum.after, AFTER_HIGH, AFTER_RANGE)]
        {
            let Some(amount) = amount else { continue };
            let (Some(upper), Some(length)) = (amount.high, paint::length_of_range(amount)) else { continue };
            sheet.number(at, high, upper)?;
            sheet.number(at, range, length)?;
        }
        if let Some(amount) = &datum.change
            && let (Some(far), Some(length)) = (amount.high, paint::length_of_range(amount))
        {
            sheet.number(at, CHANGE_FAR, far)?;
            // A spreadsheet draws no line where one of the two ways has no number at all.
            sheet.number(at, CHANGE_UP, length.max(0.0))?;
            sheet.number(at, CHANGE_DOWN, (-length).max(0.0))?;
        }
        sheet.text(at, REMARK, &datum.remarks.join(say!("list-semicolon")))?;
    }
    sheet.words_may_be_numbers(HEADINGS_ROW, BEFORE_WORDS, CHANGE_WORDS, listed.len())?;
    // The long sentences above the headings must not widen the first column.
    sheet.finish(320, &[(LABEL, 300)])?;
    data.set_freeze_panes(HEADINGS_ROW + 1, 1)?;
    Ok(Plotted { data, charts })
}

/// Whether any value is a range.
fn has_ranges<'a>(amounts: impl IntoIterator<Item = &'a Option<ChartValue>>) -> bool {
    amounts.into_iter().flatten().any(|amount| amount.high.is_some())
}

fn is_change(panel: &Panel) -> bool {
    panel.role == PanelRole::Changes
}

/// When, in words: as the panel of periods says it, or as it stands below the name.
fn when(row: &Row, panels: &[Panel]) -> String {
    let mut periods = row.cells.iter().zip(panels).filter(|(_, panel)| panel.role == PanelRole::Periods);
    periods.next().map_or_else(|| row.sublabel.clone(), |(cell, _)| told(cell))
}

fn taken_apart(row: &Row, panels: &[Panel]) -> Datum {
    let mut datum = Datum::default();
    for (cell, panel) in row.cells.iter().zip(panels).filter(|(_, panel)| panel.role != PanelRole::Periods) {
        for mark in &cell.marks {
            let amount = |value, high| Some(ChartValue { value, high, label: mark.label.clone(), look: mark.look });
            match mark.shape {
                MarkShape::Bar { to, high, slot: LevelSlot::Before, .. }
                | MarkShape::Dot { at: to, high, slot: LevelSlot::Before, .. } => {
                    datum.before = amount(to, high);
                }
                MarkShape::Bar { to, high, slot: LevelSlot::After, .. }
                | MarkShape::Dot { at: to, high, slot: LevelSlot::After, .. } => {
                    datum.after = amount(to, high);
                }
                // The two dots of a way are told already; a period has a column of its own.
                MarkShape::Way { .. } | MarkShape::Period { .. } => {}
                MarkShape::Change { to, high, .. } => {
                    datum.change = amount(to, high);
                }
                // A bar would end at one of two levels of which neither is known.
                MarkShape::Between { .. } => {
                    datum.remarks.push(say!("workbook-remark-on-the-change", remark = mark.label.as_str()));
                }
                MarkShape::DirectionOnly(_) | MarkShape::Benchmark { .. } | MarkShape::Step { .. } => {
                    datum.remarks.push(mark.label.clone());
                }
            }
        }
        if !cell.text.is_empty() && !datum.remarks.contains(&cell.text) {
            datum.remarks.push(if is_change(panel) {
                say!("workbook-remark-on-the-change", remark = cell.text.as_str())
            } else {
                cell.text.clone()
            });
        }
    }
    datum
}

/// A bar chart for the levels and one for the changes, where there are any.
fn charts(figure: &Figure, rows: &Rows, listed: &[(&RowGroup, &Row, Datum)]) -> Vec<ChartAnchor> {
    let before: Vec<Option<ChartValue>> = listed.iter().map(|(_, _, datum)| datum.before.clone()).collect();
    let after: Vec<Option<ChartValue>> = listed.iter().map(|(_, _, datum)| datum.after.clone()).collect();
    let change: Vec<Option<ChartValue>> = listed.iter().map(|(_, _, datum)| datum.change.clone()).collect();
    let levels = [
        (before, Fill::Hollow, BEFORE, RangeColumns { ends: BEFORE_HIGH, up: BEFORE_RANGE, down: None }),
        (after, Fill::Solid, AFTER, RangeColumns { ends: AFTER_HIGH, up: AFTER_RANGE, down: None }),
    ];
    let of_changes = RangeColumns { ends: CHANGE_FAR, up: CHANGE_UP, down: Some(CHANGE_DOWN) };
    let changes = [(change, Fill::Solid, CHANGE, of_changes)];
    let first = HEADINGS_ROW + 1;
    let last = HEADINGS_ROW + u32::try_from(listed.len()).unwrap_or(0);
    let mut placed: Vec<ChartAnchor> = Vec::new();
    let mut above = 0;
    for series in [&levels[..], &changes[..]] {
        let told: Vec<_> = series.iter().filter(|(amounts, ..)| amounts.iter().any(Option::is_some)).collect();
        let Some((_, _, axis_column, _)) = series.first().filter(|_| !told.is_empty()) else { continue };
        let mut chart = Chart::new(ChartType::Bar);
        let every = || told.iter().flat_map(|(amounts, ..)| amounts);
        let place = |values: u16, ranges: RangeColumns| SeriesRange {
            rows: (first, last),
            categories: LABEL,
            values,
            name: (HEADINGS_ROW, values),
            ranges: has_ranges(every()).then_some(ranges),
        };
        for (amounts, fill, values, ranges) in &told {
            paint::add_series(&mut chart, place(*values, *ranges), paint::plain(*fill), amounts);
        }
        for (amounts, _, values, ranges) in &told {
            paint::add_far_ends(&mut chart, place(*values, *ranges), amounts);
        }
        let legend = if told.len() > 1 { Legend::Above } else { Legend::Hidden };
        paint::dress(&mut chart, BarOrientation::Lying, (0, LABEL), &figure.alt, legend);
        // The first row stands on top, and the axis of values below the last.
        chart.y_axis().set_reverse().set_crossing(ChartAxisCrossing::Max);
        chart.x_axis().set_name((super::chart_data(), AXES_ROW, *axis_column));
        if *axis_column == BEFORE && paint::begins_at_zero(every()) {
            chart.x_axis().set_min(0);
        }
        paint::reach_ranges(&mut chart, BarOrientation::Lying, every());
        // Bars of index points begin where before stands.
        if let Some(base) = base_of_changes(rows).filter(|_| *axis_column == CHANGE) {
            chart.x_axis().set_crossing(ChartAxisCrossing::AxisValue(base));
        }
        let mut labels = every().flatten().map(|amount| &amount.label);
        let wraps = labels.any(|label| label.chars().count() > SHORT_LABEL);
        let height = FRAME_HEIGHT + listed.len() * if wraps { ROW_HEIGHT_WORDS } else { ROW_HEIGHT };
        chart.set_width(WIDTH).set_height(u32::try_from(height).unwrap_or(u32::MAX));
        placed.push(ChartAnchor { row: RowNum::try_from(above).unwrap_or(0), column: 0, chart });
        above += height / SHEET_ROW + 2;
    }
    placed
}

/// Where changes begin if not at zero.
fn base_of_changes(rows: &Rows) -> Option<f64> {
    let panel = rows.panels.iter().find(|panel| is_change(panel))?;
    panel.axis.as_ref().map(|axis| axis.base).filter(|base| base.abs() > f64::EPSILON)
}

/// Slopes as rows of levels before and after: a spreadsheet's lines can't keep their labels apart.
pub fn of_slopes(groups: &[SlopeGroup]) -> Rows {
    let mark = |end: &SlopeEnd, slot: LevelSlot| Mark {
        shape: MarkShape::Bar { to: end.at, high: end.high, slot, open: end.open },
        look: end.look,
        label: end.label.clone(),
    };
    let row = |group: &SlopeGroup, line: &SlopeLine| {
        let told = |title: &str, period: &str| {
            if period.is_empty() {
                title.to_owned()
            } else {
                say!("workbook-slope-end", title = title, period = period)
            }
        };
        Row {
            outcome: line.outcome.clone(),
            label: line.label.clone(),
            sublabel: [told(&group.before_title, &line.before.period), told(&group.after_title, &line.after.period)]
                .join(say!("list-semicolon")),
            cells: vec![Cell {
                marks: vec![mark(&line.before, LevelSlot::Before), mark(&line.after, LevelSlot::After)],
                text: String::new(),
            }],
            owner: line.owner,
            spoken: line.spoken.clone(),
        }
    };
    let panel = groups.first().map(|group| Panel {
        role: PanelRole::Levels,
        title: group.title.clone(),
        axis: Some(group.axis.clone()),
        side_words: None,
        weight: 1.0,
    });
    let grouped = groups.iter().map(|group| RowGroup {
        heading: group.heading.clone(),
        rows: group.lines.iter().map(|line| row(group, line)).collect(),
    });
    Rows { panels: panel.into_iter().collect(), groups: grouped.collect() }
}

/// Grades and other words, one column a panel, with no chart.
fn words(figure: &Figure, rows: &Rows, styles: &Styles) -> Result<rust_xlsxwriter::Worksheet, ExportError> {
    let mut data = sheet::opening(figure, say!("workbook-no-chart-of-grades"), styles)?;
    let mut sheet = Sheet::new(&mut data, styles);
    let titles = rows.panels.iter().map(|panel| panel.title.as_str());
    sheet.headings(HEADINGS_ROW, [say!("workbook-council"), say!("workbook-period")].into_iter().chain(titles))?;
    let listed = rows.groups.iter().flat_map(|group| &group.rows);
    for (at, row) in (HEADINGS_ROW + 1..).zip(listed) {
        sheet.text(at, 0, &row.label)?;
        sheet.text(at, 1, &row.sublabel)?;
        for (column, cell) in (2..).zip(&row.cells) {
            sheet.text(at, column, &told(cell))?;
        }
    }
    sheet.finish(320, &[(0, 220)])?;
    data.set_freeze_panes(HEADINGS_ROW + 1, 1)?;
    Ok(data)
}

/// What a cell says in words.
fn told(cell: &Cell) -> String {
    let labels = cell.marks.iter().map(|mark| mark.label.as_str());
    labels
        .chain(std::iter::once(cell.text.as_str()))
        .filter(|words| !words.is_empty())
        .collect::<Vec<_>>()
        .join(say!("list-semicolon"))
}

/// Strips of dots as rows: every council with its change, strip by strip.
pub fn of_dot_strips(strips: &DotStrips) -> Rows {
    let row = |dot: &StripDot| Row {
        outcome: dot.outcome.clone(),
        label: dot.label.clone(),
        sublabel: String::new(),
        cells: vec![Cell { marks: vec![dot.mark()], text: String::new() }],
        owner: dot.owner,
        spoken: dot.spoken.clone(),
    };
    let group = |strip: &DotStrip| RowGroup {
        heading: [strip.title.as_str(), strip.about.as_str()].join(say!("list-semicolon")),
        rows: strip.dots.iter().chain(&strip.nation).map(row).collect(),
    };
    let panel = Panel {
        role: PanelRole::Changes,
        title: strips.title.clone(),
        axis: Some(strips.axis.clone()),
        side_words: None,
        weight: 1.0,
    };
    Rows { panels: vec![panel], groups: strips.strips.iter().map(group).collect() }
}
