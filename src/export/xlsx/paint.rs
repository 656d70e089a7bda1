//! The grammar of marks in a spreadsheet's own charts: hollow before, filled after, hatched estimates, grey context.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartDataLabel, ChartDataLabelPosition, ChartErrorBars, ChartErrorBarsDirection,
    ChartErrorBarsType, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartPatternFill,
    ChartPatternFillType, ChartPoint, ChartRange, ChartSolidFill, ColNum, RowNum,
};

use crate::figure::{Fill, MarkOutline, MarkStyle, Tone};
use crate::say;
use crate::theme::Tokens;

use super::super::page::printable;
use super::chart_data;
use super::sheet::{colour, cut};

/// The most characters in a chart's alternative text.
const MOST_ALT: usize = 255;

/// A value of a chart: what stands beside it and how it looks.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartValue {
    /// Where it ends, in the axis' unit; the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// As published; may be empty.
    pub label: String,
    /// How it looks.
    pub look: MarkStyle,
}

/// The look of an outcome's own mark.
pub const fn plain(fill: Fill) -> MarkStyle {
    MarkStyle { fill, tone: Tone::Main, outline: MarkOutline::Plain }
}

/// A look as fill and edge.
pub fn format(look: MarkStyle) -> ChartFormat {
    let tokens = Tokens::light();
    let mark = colour(if look.tone == Tone::Muted { tokens.mark_muted } else { tokens.mark });
    let ground = colour(tokens.surface);
    let mut edge = ChartLine::new();
    edge.set_color(mark).set_width(1.25);
    if look.outline == MarkOutline::Dotted {
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
pub struct SeriesRange {
    /// First and last row of its values.
    pub rows: (RowNum, RowNum),
    /// Column of the categories.
    pub categories: ColNum,
    /// Column of the values.
    pub values: ColNum,
    /// The cell of its name.
    pub name: (RowNum, ColNum),
    /// Column of what ranges add to the values, where there are any.
    pub ranges: Option<ColNum>,
}

/// From the lower to the upper end of a range.
pub fn length_of_range(amount: &ChartValue) -> Option<f64> {
    amount.high.map(|high| high - amount.value)
}

/// Whether every value stands at zero or above, so that the axis may begin there.
pub fn begins_at_zero<'a>(amounts: impl Iterator<Item = &'a Option<ChartValue>>) -> bool {
    amounts.flatten().all(|amount| amount.value >= 0.0)
}

/// Where an axis of values has to end so that no range runs out of it, as a round number; `None` where the values reach as far. A
/// spreadsheet lays its axis out by the values alone.
pub fn end_of_ranges<'a>(amounts: impl Iterator<Item = &'a Option<ChartValue>>) -> Option<f64> {
    let (mut value, mut high) = (0.0_f64, 0.0_f64);
    for amount in amounts.flatten() {
        value = value.max(amount.value);
        high = high.max(amount.high.unwrap_or(amount.value));
    }
    let step = 10_f64.powf(high.log10().floor()) / 2.0;
    (high > value).then(|| (high / step).ceil() * step)
}

/// How a plain number is written: "1,234", "£300", "62%", "+17%".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Writing {
    /// Whether a rise has its sign.
    signed: bool,
    currency: Option<char>,
    percent: bool,
}

impl Writing {
    /// The writing of a label that says nothing but its value; `None` for one with words, a bound or fewer digits.
    fn of(amount: &ChartValue) -> Option<Self> {
        let signed = amount.label.starts_with('+');
        let rest = amount.label.strip_prefix(['+', '\u{2212}']).unwrap_or(&amount.label);
        let currency = rest.chars().next().filter(|chr| matches!(chr, '£' | '€'));
        let rest = rest.trim_start_matches(['£', '€']);
        let percent = rest.ends_with('%');
        let number: f64 = rest.trim_end_matches('%').replace(',', "").parse().ok()?;
        ((number - amount.value.abs()).abs() < 1e-9).then_some(Self { signed, currency, percent })
    }

    /// The number format of a spreadsheet that writes so.
    fn format(self, digits: &str) -> String {
        let currency = self.currency.map(|sign| format!("\"{sign}\"")).unwrap_or_default();
        let percent = if self.percent { "\"%\"" } else { "" };
        let body = format!("{currency}{digits}{percent}");
        let plus = if self.signed { "+" } else { "" };
        format!("{plus}{body};\"\u{2212}\"{body};{body}")
    }
}

/// Adds a series. A label that is nothing but its number stays one, and follows the cell when that is changed; a label with
/// words ("over 60%", "−19.7% computed") is text, so that bounds survive in every spreadsheet (R4).
pub fn add_series(chart: &mut Chart, place: SeriesRange, look: MarkStyle, amounts: &[Option<ChartValue>]) {
    let writing = amounts.iter().flatten().find_map(Writing::of);
    let labels: Vec<ChartDataLabel> = amounts
        .iter()
        .map(|amount| match amount {
            Some(amount) if !amount.label.is_empty() && (writing.is_none() || Writing::of(amount) != writing) => {
                // Only text that names a sheet's cell is taken for a reference, and no label may be taken for one.
                let text = printable(&amount.label).replace('!', "\u{ff01}");
                ChartDataLabel::new().set_value(text.trim_start_matches('=')).to_custom()
            }
            _ => ChartDataLabel::default(),
        })
        .collect();
    let whole = amounts.iter().flatten().all(|amount| amount.value.fract() == 0.0);
    let mut shown = ChartDataLabel::new();
    shown.show_value().set_position(ChartDataLabelPosition::OutsideEnd);
    if let Some(writing) = writing {
        shown.set_num_format(writing.format(if whole { "#,##0" } else { "General" }));
    }
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
        .set_name((chart_data(), place.name.0, place.name.1))
        .set_categories((chart_data(), first, place.categories, last, place.categories))
        .set_values((chart_data(), first, place.values, last, place.values))
        .set_format(&mut format(look))
        .set_gap(60)
        .set_data_label(&shown)
        .set_custom_data_labels(&labels);
    if amounts.iter().flatten().any(|amount| amount.look != look) {
        series.set_points(&points);
    }
    if let Some(ranges) = place.ranges {
        let lengths = || ChartRange::new_from_range(chart_data(), first, ranges, last, ranges);
        let mut line = ChartLine::new();
        line.set_color(colour(Tokens::light().ink)).set_width(1.25);
        let mut whiskers = ChartErrorBars::new();
        whiskers.set_type(ChartErrorBarsType::Custom(lengths(), lengths()));
        whiskers.set_direction(ChartErrorBarsDirection::Plus).set_format(&mut line);
        // The crate asks lying bars for those of x, and upright ones for those of y.
        series.set_x_error_bars(&whiskers).set_y_error_bars(&whiskers);
    }
}

/// What all charts share: quiet grid lines, a legend only where there are several series, alternative text.
pub fn dress(chart: &mut Chart, bars: BarOrientation, title: (RowNum, ColNum), alt: &str, legend: Legend) {
    let tokens = Tokens::light();
    let mut large = ChartFont::new();
    large.set_size(13).set_bold().set_color(colour(tokens.ink));
    chart.title().set_name((chart_data(), title.0, title.1)).set_font(&large).set_overlay(false);
    match legend {
        Legend::Above => chart.legend().set_position(ChartLegendPosition::Top),
        Legend::Hidden => chart.legend().set_hidden(),
    };
    let mut grid = ChartLine::new();
    grid.set_color(colour(tokens.grid));
    // The crate calls the horizontal axis x, also where bars lie and the names stand on the vertical one. Names stand at the
    // edge, not on the zero line where negative bars would cover them.
    match bars {
        BarOrientation::Lying => {
            chart.x_axis().set_major_gridlines(true).set_major_gridlines_line(&grid);
            chart.y_axis().set_major_gridlines(false).set_label_position(ChartAxisLabelPosition::Low);
        }
        BarOrientation::Standing => {
            chart.y_axis().set_major_gridlines_line(&grid);
            chart.x_axis().set_label_position(ChartAxisLabelPosition::Low);
        }
    }
    chart.set_alt_text(cut(&printable(alt), MOST_ALT, say!("workbook-cut-picture")));
}

/// Which way the bars go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarOrientation {
    /// From left to right, one below the other: room for long names.
    Lying,
    /// Upright.
    Standing,
}

/// Whether a chart says what its series are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Legend {
    /// Between title and chart.
    Above,
    /// One series needs none.
    Hidden,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(value: f64, label: &str) -> ChartValue {
        ChartValue { value, high: None, label: label.to_owned(), look: plain(Fill::Solid) }
    }

    #[test]
    fn r4_a_label_with_words_is_never_turned_into_a_bare_number() {
        for (value, label) in
            [(-60.0, "down over 60%"), (-19.74, "−19.7% computed"), (4.33, "4.3 a month (52 in 12 months)")]
        {
            assert_eq!(Writing::of(&amount(value, label)), None, "{label}");
        }
        // A rounded label is not its value either.
        assert_eq!(Writing::of(&amount(1_800_000.0, "£1.8m")), None);
    }

    #[test]
    fn a_plain_label_keeps_its_sign_currency_and_unit() {
        let format = |value, label: &str| Writing::of(&amount(value, label)).unwrap().format("#,##0");
        assert_eq!(format(1234.0, "1,234"), "#,##0;\"−\"#,##0;#,##0");
        assert_eq!(format(17.0, "+17%"), "+#,##0\"%\";\"−\"#,##0\"%\";#,##0\"%\"");
        assert_eq!(format(300.0, "£300"), "\"£\"#,##0;\"−\"\"£\"#,##0;\"£\"#,##0");
    }
}
