//! Stated benchmarks: where one has a mark, and the notes on those that have none (R10).

use crate::compare::months::{equal_lengths, months_of};
use crate::compare::{BenchmarkStanding, ChangeScale, Comparison, LevelScale, Rule};
use crate::model::{Benchmark, BenchmarkValue, Change, Measure, OpenSide, Unit};
use crate::say;

use super::assembly::Drawn;
use super::{Fill, Mark, MarkShape, Note, mark_style, words};

/// Why a stated level to compare with has no mark on an axis of levels, although its unit and period are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BenchmarkInWords {
    /// The benchmark is no level, or [`BenchmarkStanding`] tells it in words already.
    NotALevel,
    /// The benchmark was counted over another length of time than the levels, or over an unknown one (R3).
    OtherLength,
    /// Beside the benchmark the levels could not be told apart.
    TooLarge,
    /// The benchmark is a range, and nobody published its middle.
    Range,
}

/// Where a benchmark stands on the axis of levels, or why it has no mark there.
pub fn benchmark(comparison: &Comparison<'_>, drawn: &Drawn<'_>) -> Result<f64, BenchmarkInWords> {
    let (BenchmarkStanding::OnLevels, Some(stated)) = (comparison.benchmark, &comparison.located.outcome.benchmark)
    else {
        return Err(BenchmarkInWords::NotALevel);
    };
    let BenchmarkValue::Level(number) = &stated.value else { return Err(BenchmarkInWords::NotALevel) };
    if number.range_high().is_some() {
        return Err(BenchmarkInWords::Range);
    }
    let length = months_of(&stated.over);
    let at = match drawn.scale {
        LevelScale::AsPublished if lasts_as_long(comparison, length) => number.value(),
        LevelScale::AsPublished => return Err(BenchmarkInWords::OtherLength),
        LevelScale::AverageAMonth => number.value() / length.ok_or(BenchmarkInWords::OtherLength)?,
    };
    if at.abs() > drawn.largest { Err(BenchmarkInWords::TooLarge) } else { Ok(at) }
}

/// Whether a benchmark of this length may stand beside the levels as they were published: counts over a time only where both
/// lasted equally long, anything else whatever its time.
fn lasts_as_long(comparison: &Comparison<'_>, length: Option<f64>) -> bool {
    let mut lengths = [comparison.months_before, comparison.months_after].into_iter().flatten().peekable();
    match comparison.located.indicator.measure {
        Measure::Flow => {
            let Some(length) = length.filter(|_| lengths.peek().is_some()) else { return false };
            lengths.all(|own| equal_lengths(own, length))
        }
        // What is not said to be counted over a time may be, where the two are known to differ.
        Measure::NotStated => length.is_none_or(|length| lengths.all(|own| equal_lengths(own, length))),
        Measure::Stock | Measure::Rate | Measure::Average | Measure::Share | Measure::Rating => true,
    }
}

/// The benchmark's change in per cent where it has a mark on an axis of changes or of index points.
pub fn of_change<'a>(comparison: &Comparison<'a>, drawn: &Drawn<'_>) -> Option<(&'a Benchmark, &'a Change)> {
    let stated = comparison.located.outcome.benchmark.as_ref()?;
    let (BenchmarkStanding::OnChanges, BenchmarkValue::Change(change)) = (comparison.benchmark, &stated.value) else {
        return None;
    };
    let fits = comparison.change_scale == ChangeScale::Percent
        && change.signed_high().is_none()
        && change.signed().abs() <= drawn.largest_change;
    fits.then_some((stated, change))
}

/// Notes on the benchmarks that have no mark in this figure, with their figure and period, so that none vanishes: levels first, then
/// changes, then those that it has no axis for. `axes` are those on which it has marks of benchmarks.
pub fn in_words(drawn: &Drawn<'_>, axes: &[BenchmarkStanding]) -> Vec<Note> {
    let mut notes: Vec<(u8, Note)> = drawn.comparisons.iter().filter_map(|c| note(c, drawn, axes)).collect();
    notes.sort_by_key(|(axis, _)| *axis);
    notes.into_iter().map(|(_, note)| note).collect()
}

fn note(comparison: &Comparison<'_>, drawn: &Drawn<'_>, axes: &[BenchmarkStanding]) -> Option<(u8, Note)> {
    let stated = comparison.located.outcome.benchmark.as_ref()?;
    let unit = &comparison.located.indicator.unit;
    let has_axis = axes.contains(&comparison.benchmark);
    let (place, of, when) = (comparison.place.as_str(), stated.of.as_str(), words::period(&stated.over));
    let not_drawn =
        |figure| say!("note-benchmark-not-drawn", place = place, benchmark = of, figure = figure, when = when.as_str());
    let of_range =
        |figure| say!("note-benchmark-range", place = place, benchmark = of, figure = figure, when = when.as_str());
    let (axis, text) = match (comparison.benchmark, &stated.value) {
        (BenchmarkStanding::OnLevels, BenchmarkValue::Level(number)) => {
            let figure = words::level(number, unit);
            match benchmark(comparison, drawn) {
                _ if !has_axis => (2, not_drawn(figure)),
                Ok(_) | Err(BenchmarkInWords::NotALevel) => return None,
                Err(BenchmarkInWords::OtherLength) => (
                    0,
                    say!("note-benchmark-other-length", place = place, benchmark = of, figure = figure, when = when),
                ),
                Err(BenchmarkInWords::TooLarge) => {
                    (0, say!("note-benchmark-too-large", place = place, benchmark = of, figure = figure, when = when))
                }
                Err(BenchmarkInWords::Range) => (0, of_range(figure)),
            }
        }
        (BenchmarkStanding::OnChanges, BenchmarkValue::Change(change)) => {
            let figure = words::change(change, unit);
            match of_change(comparison, drawn) {
                _ if !has_axis => (2, not_drawn(figure)),
                Some(_) => return None,
                None if change.signed_high().is_some() => (1, of_range(figure)),
                None => (
                    1,
                    say!(
                        "note-benchmark-change-too-large",
                        place = place,
                        benchmark = of,
                        figure = figure,
                        when = when
                    ),
                ),
            }
        }
        // A caution tells the others, with the reason.
        (
            BenchmarkStanding::OnLevels
            | BenchmarkStanding::OnChanges
            | BenchmarkStanding::None
            | BenchmarkStanding::InWords(_),
            _,
        ) => return None,
    };
    Some((axis, Note { rule: Rule::R10, text }))
}

/// The mark of a stated level to compare with, if it may stand on this axis.
pub fn mark(comparison: &Comparison<'_>, drawn: &Drawn<'_>) -> Option<Mark> {
    let at = benchmark(comparison, drawn).ok()?;
    let stated = comparison.located.outcome.benchmark.as_ref()?;
    let BenchmarkValue::Level(level) = stated.value else { return None };
    let unit = &comparison.located.indicator.unit;
    let number = words::level(&level, unit);
    let label = match drawn.scale {
        LevelScale::AsPublished => label(stated, &number),
        LevelScale::AverageAMonth => say!(
            "figure-benchmark-average",
            benchmark = stated.of.as_str(),
            average = level.bound().phrase(&words::computed_amount(at, unit)),
            counted = number,
            when = words::period(&stated.over),
        ),
    };
    Some(mark_at(comparison, at, label))
}

/// The mark of a stated change to compare with, if it may stand on this axis: `place` says where a change in per cent stands, `words`
/// how it reads there.
pub fn mark_of_change(
    comparison: &Comparison<'_>,
    drawn: &Drawn<'_>,
    place: impl Fn(f64) -> f64,
    words: impl Fn(&Change, &Unit) -> String,
) -> Option<Mark> {
    let (stated, change) = of_change(comparison, drawn)?;
    Some(mark_at(comparison, place(change.signed()), label(stated, &words(change, &Unit::PERCENT))))
}

/// A benchmark with its figure and its period: "England: 5%, 2017".
fn label(stated: &Benchmark, figure: &str) -> String {
    say!("figure-benchmark-when", benchmark = stated.of.as_str(), figure = figure, when = words::period(&stated.over))
}

fn mark_at(comparison: &Comparison<'_>, at: f64, label: String) -> Mark {
    let open = match comparison.located.outcome.benchmark.as_ref().map(|stated| &stated.value) {
        Some(BenchmarkValue::Level(number)) => number.bound().side(),
        Some(BenchmarkValue::Change(change)) => mark_style::open_change(change),
        Some(BenchmarkValue::UnsignedChange(_) | BenchmarkValue::Direction(_)) | None => OpenSide::Neither,
    };
    Mark { shape: MarkShape::Benchmark { at, open }, look: mark_style::look(comparison, Fill::Solid), label }
}
