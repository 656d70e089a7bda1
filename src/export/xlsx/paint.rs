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

/// The most steps of numbers from the least to the most that ranges reach.
const MOST_STEPS: f64 = 8.0;

/// The most characters in a chart's alternative text.
const MOST_ALT: usize = 255;

/// A value of a chart: what stands beside it and how it looks.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartValue {
    /// Where its bar ends, in the axis' unit; of a range the lower end, and of a range of changes the end nearer to no change.
    pub value: f64,
    /// The other end of a range.
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
    let mark = colour(match look.tone {
        Tone::Main => tokens.mark,
        Tone::Muted => tokens.mark_muted,
        Tone::Own => tokens.accent,
        Tone::Other => tokens.mark_other,
    });
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
    /// The columns of ranges, where there are any.
    pub ranges: Option<RangeColumns>,
}

/// Where the ranges of a series stand on the sheet of data.
#[derive(Clone, Copy, Debug)]
pub struct RangeColumns {
    /// Column of the ends at which no bar ends.
    pub ends: ColNum,
    /// Column of how far they go up from their bars.
    pub up: ColNum,
    /// Column of how far they go down, where any does.
    pub down: Option<ColNum>,
}

/// From the end of its bar to the other end of a range.
pub fn length_of_range(amount: &ChartValue) -> Option<f64> {
    amount.high.map(|high| high - amount.value)
}

/// Whether every value stands at zero or above, so that the axis may begin there.
pub fn begins_at_zero<'a>(amounts: impl Iterator<Item = &'a Option<ChartValue>>) -> bool {
    amounts.flatten().all(|amount| amount.value >= 0.0)
}

/// Where an axis of values has to begin and end so that no range runs out of it, and the step of its numbers: at least a step lies
/// beyond each end, for the label. `None` without ranges. A spreadsheet lays its axis out by the values alone.
fn span_of_ranges<'a>(amounts: impl Iterator<Item = &'a Option<ChartValue>>) -> Option<[f64; 3]> {
    let (mut low, mut high, mut has_ranges) = (0.0_f64, 0.0_f64, false);
    for amount in amounts.flatten() {
        let far = amount.high.unwrap_or(amount.value);
        low = low.min(amount.value).min(far);
        high = high.max(amount.value).max(far);
        has_ranges |= amount.high.is_some();
    }
    let least = (high - low) / MOST_STEPS;
    let power = 10_f64.powf(least.log10().floor());
    let step = [1.0, 2.0, 5.0].map(|times| times * power).into_iter().find(|step| *step >= least);
    let step = step.unwrap_or(10.0 * power);
    let beyond = |end: f64| if end > 0.0 { ((end / step).ceil() + 1.0) * step } else { 0.0 };
    (has_ranges && least > 0.0).then(|| [0.0 - beyond(-low), beyond(high), step])
}

/// Lays out an axis of values as far as its ranges reach, and a second one alike, which is not shown: it carries what is written
/// beyond their far ends.
pub fn reach_ranges<'a>(
    chart: &mut Chart,
    bars: BarOrientation,
    amounts: impl Iterator<Item = &'a Option<ChartValue>>,
) {
    let Some([low, high, step]) = span_of_ranges(amounts) else { return };
    match bars {
        BarOrientation::Lying => {
            chart.x_axis().set_min(low).set_max(high).set_major_unit(step);
            chart.x2_axis().set_min(low).set_max(high).set_hidden(true);
            chart.y2_axis().set_reverse().set_hidden(true);
        }
        BarOrientation::Standing => {
            chart.y_axis().set_min(low).set_max(high).set_major_unit(step);
            chart.y2_axis().set_min(low).set_max(high).set_hidden(true);
            chart.x2_axis().set_hidden(true);
        }
    }
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

/// A label that stays as it is published.
fn as_text(amount: &ChartValue) -> ChartDataLabel {
    // Only text that names a sheet's cell is taken for a reference, and no label may be taken for one.
    let text = printable(&amount.label).replace('!', "\u{ff01}");
    ChartDataLabel::new().set_value(text.trim_start_matches('=')).to_custom()
}

/// Adds a series. A label that is nothing but its number stays one, and follows the cell when that is changed; a label with
/// words ("over 60%", "−19.7% worked out") is text, so that bounds survive in every spreadsheet (R4).
pub fn add_series(chart: &mut Chart, place: SeriesRange, look: MarkStyle, amounts: &[Option<ChartValue>]) {
    let writing = amounts.iter().flatten().find_map(Writing::of);
    let labels: Vec<ChartDataLabel> = amounts
        .iter()
        .map(|amount| match amount {
            // A line goes on from the bar of a range: its label stands beyond that.
            Some(amount) if amount.high.is_some() => ChartDataLabel::new().set_hidden().to_custom(),
            Some(amount) if !amount.label.is_empty() && (writing.is_none() || Writing::of(amount) != writing) => {
                as_text(amount)
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
    let Some(ranges) = place.ranges else { return };
    let column = |column| ChartRange::new_from_range(chart_data(), first, column, last, column);
    let mut line = ChartLine::new();
    line.set_color(colour(Tokens::light().ink)).set_width(1.25);
    let mut whiskers = ChartErrorBars::new();
    whiskers.set_type(ChartErrorBarsType::Custom(column(ranges.up), column(ranges.down.unwrap_or(ranges.up))));
    let both = if ranges.down.is_some() { ChartErrorBarsDirection::Both } else { ChartErrorBarsDirection::Plus };
    whiskers.set_direction(both).set_format(&mut line);
    // The crate asks lying bars for those of x, and upright ones for those of y.
    series.set_x_error_bars(&whiskers).set_y_error_bars(&whiskers);
}

/// Adds what is written beyond the far ends of ranges: bars that nobody sees end there, in the same places, and hold the labels. To be
/// called for each series when all are added. Spreadsheets differ in which entry of the legend they leave out, so theirs are blank.
pub fn add_far_ends(chart: &mut Chart, place: SeriesRange, amounts: &[Option<ChartValue>]) {
    let Some(ranges) = place.ranges else { return };
    let (first, last) = place.rows;
    let labels: Vec<ChartDataLabel> = amounts
        .iter()
        .map(|amount| match amount {
            Some(amount) if amount.high.is_some() => as_text(amount),
            _ => ChartDataLabel::new().set_hidden().to_custom(),
        })
        .collect();
    chart
        .add_series()
        .set_name("\u{a0}")
        .set_categories((chart_data(), first, place.categories, last, place.categories))
        .set_values((chart_data(), first, ranges.ends, last, ranges.ends))
        .set_format(ChartFormat::new().set_no_fill().set_no_border())
        .set_gap(60)
        .set_secondary_axis(true)
        .set_data_label(ChartDataLabel::new().show_value().set_position(ChartDataLabelPosition::OutsideEnd))
        .set_custom_data_labels(&labels);
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
            [(-60.0, "down over 60%"), (-19.74, "−19.7% worked out"), (4.33, "4.3 a month (52 in 12 months)")]
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
