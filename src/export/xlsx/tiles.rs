//! Small figures: one row of data for each bar, and a small chart for each that is drawn as bars, because no two share an axis.

use rust_xlsxwriter::{Chart, ChartType, ColNum, RowNum};

use crate::figure::{Figure, Fill, MarkShape, Tile, TileBody, TileGroup};
use crate::say;

use super::super::ExportError;
use super::paint::{self, BarOrientation, ChartValue, Legend, RangeColumns, SeriesRange};
use super::sheet::{self, ChartAnchor, HEADINGS_ROW, Plotted, Sheet, Styles};

/// More small charts than this make a workbook slow; the data has all.
const MOST_CHARTS: usize = 40;

/// The grid of charts: how many stand side by side, and how many columns and rows of the sheet each takes.
const ACROSS: usize = 3;
const COLUMNS_EACH: usize = 6;
const ROWS_EACH: usize = 14;
/// Size of a chart, in pixels: a column of the sheet is 64 wide, a row 20 high.
const WIDTH: u32 = 370;
const HEIGHT: u32 = 265;

const NAME: ColNum = 0;
const CAPTION: ColNum = 2;
const VALUE: ColNum = 3;
const LABEL: ColNum = 4;
const HIGH: ColNum = 8;
const UP: ColNum = 9;
const DOWN: ColNum = 10;

/// The headings of the columns.
fn headings() -> [&'static str; 8] {
    [
        say!("workbook-small-figure"),
        say!("workbook-heading"),
        say!("workbook-bar"),
        say!("workbook-value"),
        say!("workbook-in-words"),
        say!("workbook-change"),
        say!("workbook-period"),
        say!("workbook-caution"),
    ]
}

/// The headings of the columns of ranges, which stand only where there are any.
fn headings_of_ranges() -> [&'static str; 3] {
    [say!("workbook-value.high"), say!("workbook-value.range"), say!("workbook-value.down")]
}

/// One line of a small figure.
struct TileRow {
    caption: String,
    amount: Option<ChartValue>,
    words: String,
}

/// The sheet of data of small figures, with their charts.
pub fn data(figure: &Figure, groups: &[TileGroup], styles: &Styles) -> Result<Plotted, ExportError> {
    let tiles: Vec<(&TileGroup, &Tile, Vec<TileRow>)> =
        groups.iter().flat_map(|group| group.tiles.iter().map(move |tile| (group, tile, lines(&tile.body)))).collect();
    let drawable = tiles.iter().filter(|(_, _, lines)| is_drawn(lines)).count();
    let sentence = if drawable > MOST_CHARTS {
        say!("workbook-small-figures-many", most = MOST_CHARTS.to_string(), drawable = drawable.to_string())
    } else {
        say!("workbook-small-figures").to_owned()
    };
    let mut data = sheet::opening(figure, &sentence, styles)?;
    let mut sheet = Sheet::new(&mut data, styles);
    let amounts = || tiles.iter().flat_map(|(_, _, lines)| lines).filter_map(|line| line.amount.as_ref());
    let of_ranges = if amounts().any(|amount| amount.high.is_some()) { &headings_of_ranges()[..] } else { &[] };
    sheet.headings(HEADINGS_ROW, headings().into_iter().chain(of_ranges.iter().copied()))?;
    let mut charts: Vec<ChartAnchor> = Vec::new();
    let mut at = HEADINGS_ROW + 1;
    for (group, tile, lines) in &tiles {
        let first = at;
        for line in lines {
            sheet.text(
                at,
                NAME,
                &say!("workbook-tile-name", title = tile.title.as_str(), subtitle = tile.subtitle.as_str()),
            )?;
            sheet.text(at, 1, &group.heading)?;
            sheet.text(at, CAPTION, &line.caption)?;
            if let Some(amount) = &line.amount {
                sheet.number(at, VALUE, amount.value)?;
                if let (Some(high), Some(length)) = (amount.high, paint::length_of_range(amount)) {
                    sheet.number(at, HIGH, high)?;
                    // A spreadsheet draws no line where one of the two ways has no number at all.
                    sheet.number(at, UP, length.max(0.0))?;
                    sheet.number(at, DOWN, (-length).max(0.0))?;
                }
            }
            sheet.text(at, LABEL, &line.words)?;
            sheet.text(
                at,
                5,
                say!("workbook-tile-change", change = tile.headline.as_str(), caption = tile.headline_caption.as_str())
                    .trim(),
            )?;
            sheet.text(at, 6, &tile.foot)?;
            sheet.text(at, 7, &tile.flag)?;
            at += 1;
        }
        if is_drawn(lines) && charts.len() < MOST_CHARTS {
            charts.push(chart(tile, lines, (first, at.saturating_sub(1)), charts.len()));
        }
    }
    for (group, line) in groups.iter().flat_map(|group| group.listed.iter().map(move |line| (group, line))) {
        for item in &line.items {
            sheet.text(at, NAME, &item.text)?;
            sheet.text(at, 1, &group.heading)?;
            sheet.text(at, LABEL, &line.lead)?;
            at += 1;
        }
    }
    sheet.words_may_be_numbers(HEADINGS_ROW, LABEL, LABEL, usize::try_from(at - HEADINGS_ROW - 1).unwrap_or(0))?;
    sheet.finish(320, &[(NAME, 320)])?;
    data.set_freeze_panes(HEADINGS_ROW + 1, 1)?;
    Ok(Plotted { data, charts })
}

fn is_drawn(lines: &[TileRow]) -> bool {
    lines.iter().any(|line| line.amount.is_some())
}

fn lines(body: &TileBody) -> Vec<TileRow> {
    let words =
        |caption: &str, words: &str| TileRow { caption: caption.to_owned(), amount: None, words: words.to_owned() };
    match body {
        TileBody::Columns(columns) => columns
            .iter()
            .map(|column| TileRow {
                caption: column.caption.clone(),
                amount: Some(ChartValue {
                    value: column.value,
                    high: column.high,
                    label: column.label.clone(),
                    look: column.look,
                }),
                words: column.label.clone(),
            })
            .collect(),
        TileBody::Change { mark, caption, reach } => {
            let amount = if let MarkShape::Change { to, high, .. } = mark.shape
                && reach.is_some()
            {
                Some(ChartValue { value: to, high, label: mark.label.clone(), look: mark.look })
            } else {
                None
            };
            let caption = if caption.is_empty() {
                say!("workbook-bar-change").to_owned()
            } else {
                say!("workbook-bar-change-of", caption = caption.as_str())
            };
            vec![TileRow { caption, amount, words: mark.label.clone() }]
        }
        TileBody::Series { points, .. } => points
            .iter()
            .map(|point| TileRow {
                caption: point.caption.clone(),
                amount: point.value.map(|value| ChartValue {
                    value,
                    high: point.high,
                    label: point.label.clone(),
                    look: paint::plain(Fill::Solid),
                }),
                words: point.label.clone(),
            })
            .collect(),
        TileBody::Ladders { ladders, caption } => {
            let grades = ladders.iter().map(|ladder| words(&ladder.caption, &ladder.label));
            let change = (!caption.is_empty()).then(|| words(say!("workbook-bar-one-scale"), caption));
            grades.chain(change).collect()
        }
        TileBody::Part { label, caption, .. } => {
            let open = (!caption.is_empty()).then(|| words(say!("workbook-bar-part"), caption));
            std::iter::once(words(say!("workbook-bar-part"), label)).chain(open).collect()
        }
        TileBody::Number { label, caption } => vec![words(caption, label)],
    }
}

fn chart(tile: &Tile, lines: &[TileRow], rows: (RowNum, RowNum), index: usize) -> ChartAnchor {
    let mut chart = Chart::new(ChartType::Column);
    let amounts: Vec<Option<ChartValue>> = lines.iter().map(|line| line.amount.clone()).collect();
    let ranges = amounts.iter().flatten().any(|amount| amount.high.is_some()).then_some(RangeColumns {
        ends: HIGH,
        up: UP,
        down: Some(DOWN),
    });
    let place = SeriesRange { rows, categories: CAPTION, values: VALUE, name: (rows.0, NAME), ranges };
    paint::add_series(&mut chart, place, paint::plain(Fill::Solid), &amounts);
    paint::add_far_ends(&mut chart, place, &amounts);
    paint::dress(&mut chart, BarOrientation::Standing, (rows.0, NAME), &tile.spoken, Legend::Hidden);
    if !matches!(tile.body, TileBody::Change { .. }) && paint::begins_at_zero(amounts.iter()) {
        chart.y_axis().set_min(0);
    }
    paint::reach_ranges(&mut chart, BarOrientation::Standing, amounts.iter());
    chart.title().set_font(rust_xlsxwriter::ChartFont::new().set_size(10).set_bold());
    chart.set_width(WIDTH).set_height(HEIGHT);
    let row = RowNum::try_from(index / ACROSS * ROWS_EACH).unwrap_or(0);
    let column = ColNum::try_from(index % ACROSS * COLUMNS_EACH).unwrap_or(0);
    ChartAnchor { row, column, chart }
}
