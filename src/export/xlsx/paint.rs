//! The grammar of marks in a spreadsheet's own charts: hollow before, filled after, hatched estimates, grey context.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLegendPosition,
    ChartLine, ChartLineDashType, ChartPatternFill, ChartPatternFillType, ChartPoint, ChartSolidFill, ColNum, RowNum,
};

use crate::figure::{Fill, Look, Outline, Tone};
use crate::theme::Tokens;

use super::CHART_DATA;
use super::sheet::{colour, cut};

/// The most characters in a chart's alternative text.
const MOST_ALT: usize = 255;

/// A value of a chart: what stands beside it and how it looks.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// Where it ends, in the axis' unit.
    pub value: f64,
    /// As published; may be empty.
    pub label: String,
    /// How it looks.
    pub look: Look,
}

/// The look of an outcome's own mark.
pub const fn plain(fill: Fill) -> Look {
    Look { fill, tone: Tone::Main, outline: Outline::Plain }
}

/// A look as fill and edge.
pub fn format(look: Look) -> ChartFormat {
    let tokens = Tokens::light();
    let mark = colour(if look.tone == Tone::Muted { tokens.mark_muted } else { tokens.mark });
    let ground = colour(tokens.surface);
    let mut edge = ChartLine::new();
    edge.set_color(mark).set_width(1.25);
    if look.outline == Outline::Dotted {
        edge.set_dash_type(ChartLineDashType::SquareDot);
    }
    let mut format = ChartFormat::new();
    format.set_border(&edge);
    match look.fill {
        Fill::Hollow => format.set_solid_fill(ChartSolidFill::new().set_color(ground)),
        Fill::Solid => format.set_solid_fill(ChartSolidFill::new().set_color(mark)),
        Fill::Hatched => format.set_pattern_fill(
            ChartPatternFill::new()
                .set_pattern(ChartPatternFillType::DiagonalStripesWideUpwards)
                .set_foreground_color(mark)
                .set_background_color(ground),
        ),
    };
    format
}

/// Where a series stands on the sheet of data.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// First and last row of its values.
    pub rows: (RowNum, RowNum),
    /// Column of the categories.
    pub categories: ColNum,
    /// Column of the values.
    pub values: ColNum,
    /// Column of the values as published.
    pub labels: ColNum,
    /// The cell of its name.
    pub name: (RowNum, ColNum),
}

/// Adds a series whose labels are the cells that tell its values as published, so that bounds survive (R4).
pub fn add_series(chart: &mut Chart, place: Place, look: Look, amounts: &[Option<Amount>]) {
    let labels: Vec<ChartDataLabel> = (place.rows.0..)
        .zip(amounts)
        .map(|(row, amount)| match amount {
            Some(amount) if !amount.label.is_empty() => {
                ChartDataLabel::new().set_value((CHART_DATA, row, place.labels)).to_custom()
            }
            _ => ChartDataLabel::default(),
        })
        .collect();
    let points: Vec<ChartPoint> = amounts
        .iter()
        .map(|amount| match amount {
            Some(amount) if amount.look != look => ChartPoint::new().set_format(&mut format(amount.look)),
            _ => ChartPoint::default(),
        })
        .collect();
    let (first, last) = place.rows;
    let series = chart.add_series();
    series
        .set_name((CHART_DATA, place.name.0, place.name.1))
        .set_categories((CHART_DATA, first, place.categories, last, place.categories))
        .set_values((CHART_DATA, first, place.values, last, place.values))
        .set_format(&mut format(look))
        .set_data_label(ChartDataLabel::new().show_value().set_position(ChartDataLabelPosition::OutsideEnd))
        .set_custom_data_labels(&labels);
    if amounts.iter().flatten().any(|amount| amount.look != look) {
        series.set_points(&points);
    }
}

/// What all charts share: quiet grid lines, a legend only where there are several series, alternative text.
pub fn dress(chart: &mut Chart, title: (RowNum, ColNum), alt: &str, legend: Legend) {
    let tokens = Tokens::light();
    let mut large = ChartFont::new();
    large.set_size(13).set_bold().set_color(colour(tokens.ink));
    chart.title().set_name((CHART_DATA, title.0, title.1)).set_font(&large).set_overlay(false);
    match legend {
        Legend::Above => chart.legend().set_position(ChartLegendPosition::Top),
        Legend::Hidden => chart.legend().set_hidden(),
    };
    chart.y_axis().set_major_gridlines_line(ChartLine::new().set_color(colour(tokens.grid)));
    // Names stand at the edge, not on the zero line where negative bars would cover them.
    chart.x_axis().set_label_position(ChartAxisLabelPosition::Low);
    chart.set_alt_text(cut(alt, MOST_ALT, "… (all of it on the sheet Notes)"));
}

/// Whether a chart says what its series are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Legend {
    /// Between title and chart.
    Above,
    /// One series needs none.
    Hidden,
}
