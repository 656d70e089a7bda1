//! Levels on an axis in the indicator's unit: the axis, its title, the words beside a level, and its benchmark.
//!
//! A range stands from its lower to its upper end and nowhere between, because nobody published its middle (R1, R4).

use crate::compare::months::{equal_lengths, months_of};
use crate::compare::{BenchmarkStanding, ChangeScale, Comparison, LevelScale, Rule};
use crate::model::{Benchmark, BenchmarkValue, Change, Indicator, Level, Measure, Number, OpenSide, Unit};
use crate::say;

use super::{Axis, Fill, Mark, MarkShape, Note, alt_text, axis, changes, groups, mark_style, words};

/// Where a published level stands on an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stand {
    /// The level, or the lower end of a range.
    pub at: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
}

impl Stand {
    /// A number as it was published, in its own unit.
    pub fn of(number: &Number) -> Self {
        Self { at: number.value(), high: number.range_high().filter(|high| *high > number.value()) }
    }

    /// Both ends.
    fn ends(self) -> impl Iterator<Item = f64> {
        std::iter::once(self.at).chain(self.high)
    }

    /// The end on the side of the higher values.
    pub fn top(self) -> f64 {
        self.high.unwrap_or(self.at)
    }
}

/// Where the level before stands; `None` where it was not published or can't be averaged.
pub fn before(comparison: &Comparison<'_>, scale: LevelScale) -> Option<Stand> {
    comparison.before_on(scale)?;
    stand(comparison.before()?, scale)
}

/// Where the level after stands; `None` where it was not published or can't be averaged.
pub fn after(comparison: &Comparison<'_>, scale: LevelScale) -> Option<Stand> {
    comparison.after_on(scale)?;
    stand(comparison.after()?, scale)
}

fn stand(level: &Level, scale: LevelScale) -> Option<Stand> {
    let Stand { at, high } = Stand::of(&level.number);
    Some(match scale {
        LevelScale::AsPublished => Stand { at, high },
        LevelScale::AverageAMonth => {
            let months = months_of(&level.period)?;
            Stand { at: at / months, high: high.map(|high| high / months) }
        }
    })
}

/// Both ends of both levels, as far as they stand on the axis.
fn ends(comparison: &Comparison<'_>, scale: LevelScale) -> impl Iterator<Item = f64> {
    [before(comparison, scale), after(comparison, scale)].into_iter().flatten().flat_map(Stand::ends)
}

/// Every level and benchmark that stands on the axis.
pub fn values<'c, 'd: 'c>(
    drawn: impl Iterator<Item = &'c Comparison<'d>>,
    scale: LevelScale,
    largest: f64,
) -> Vec<f64> {
    drawn.flat_map(|c| ends(c, scale).chain(benchmark(c, scale, largest).ok()).collect::<Vec<_>>()).collect()
}

/// Every level that stands on the axis, without benchmarks.
pub fn values_alone<'c, 'd: 'c>(drawn: impl Iterator<Item = &'c Comparison<'d>>, scale: LevelScale) -> Vec<f64> {
    drawn.flat_map(|c| ends(c, scale).collect::<Vec<_>>()).collect()
}

/// Context, or a benchmark, that is this many times the largest of the programmes' would leave them no room to be told apart.
const TOO_LARGE: f64 = 5.0;

/// The changes in per cent that any axis has room for beside small ones.
const ROOM_FOR_CHANGES: f64 = 20.0;

/// The largest level that may stand on the axis beside these outcomes; infinite where no programme's level stands there.
pub fn largest(drawn: &[Comparison<'_>], scale: LevelScale) -> f64 {
    let largest = drawn.iter().filter(|c| !groups::is_context(c)).map(|c| farthest(c, scale)).fold(0.0, f64::max);
    if largest > 0.0 { TOO_LARGE * largest } else { f64::INFINITY }
}

/// Whether it is context whose level would squeeze all others against the zero line.
pub fn is_too_large(comparison: &Comparison<'_>, scale: LevelScale, largest: f64) -> bool {
    groups::is_context(comparison) && farthest(comparison, scale) > largest
}

/// How far the levels reach from zero, on either side of it.
fn farthest(comparison: &Comparison<'_>, scale: LevelScale) -> f64 {
    ends(comparison, scale).map(f64::abs).fold(0.0, f64::max)
}

/// The largest change in per cent that a benchmark may have beside these outcomes.
pub fn largest_change(drawn: &[Comparison<'_>]) -> f64 {
    let changes = drawn.iter().flat_map(|c| alt_text::shown_values(c)).map(f64::abs);
    TOO_LARGE * changes.fold(ROOM_FOR_CHANGES, f64::max)
}

/// Levels in words, where no mark can stand: "71,800 to over 170,000".
pub fn in_words(comparison: &Comparison<'_>, scale: LevelScale) -> String {
    let ends = [(comparison.before(), comparison.before_on(scale)), (comparison.after(), comparison.after_on(scale))];
    match ends.map(|(level, at)| Some(label(comparison, level?, at?, scale))) {
        [Some(before), Some(after)] => say!("figure-from-to", before = before, after = after),
        [Some(before), None] => say!("figure-level-before", level = before),
        [None, Some(after)] => say!("figure-level-after", level = after),
        [None, None] => String::new(),
    }
}

/// "Level (children)", "Level (enquiries, average a month)".
pub fn panel_title(indicator: &Indicator, scale: LevelScale) -> String {
    let unit = if indicator.unit.is_not_stated() { say!("figure-unit-not-stated") } else { indicator.unit.as_str() };
    match scale {
        LevelScale::AsPublished => say!("figure-level-axis", unit = unit),
        LevelScale::AverageAMonth => say!("figure-level-axis-average", unit = unit),
    }
}

/// Where no level was published there is nothing to measure, and so no ticks.
pub fn axis(values: Vec<f64>, unit: &Unit) -> Axis {
    let empty = values.is_empty();
    let mut axis = axis::of_levels(values.into_iter(), unit);
    if empty {
        axis.ticks.retain(|tick| tick.at == 0.0);
        axis.ticks.iter_mut().for_each(|tick| tick.label.clear());
    }
    axis
}

/// A level in words; an average with the count it was worked out from (R3).
pub fn label(comparison: &Comparison<'_>, level: &Level, to: f64, scale: LevelScale) -> String {
    let indicator = comparison.located.indicator;
    match scale {
        LevelScale::AsPublished => words::level(&level.number, &indicator.unit),
        LevelScale::AverageAMonth => {
            let months = months_of(&level.period).map_or_else(String::new, words::months);
            let counted = words::level(&level.number, &indicator.unit);
            let average =
                changes::average(level, &indicator.unit).unwrap_or_else(|| words::computed_amount(to, &indicator.unit));
            say!("figure-level-average", average = average, counted = counted, months = months)
        }
    }
}

/// Why a stated level to compare with has no mark on an axis of levels, although its unit and period are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BenchmarkInWords {
    /// It is no level, or [`BenchmarkStanding`] tells it in words already.
    NotALevel,
    /// It was counted over another length of time than the levels, or over an unknown one (R3).
    OtherLength,
    /// Beside it the levels could not be told apart.
    TooLarge,
    /// It is a range, and nobody published its middle.
    Range,
}

/// Where a benchmark stands on the axis of levels, or why it has no mark there (R10); `largest` as of [`largest`].
pub fn benchmark(comparison: &Comparison<'_>, scale: LevelScale, largest: f64) -> Result<f64, BenchmarkInWords> {
    let (BenchmarkStanding::OnLevels, Some(stated)) = (comparison.benchmark, &comparison.located.outcome.benchmark)
    else {
        return Err(BenchmarkInWords::NotALevel);
    };
    let BenchmarkValue::Level(number) = &stated.value else { return Err(BenchmarkInWords::NotALevel) };
    if number.range_high().is_some() {
        return Err(BenchmarkInWords::Range);
    }
    let length = months_of(&stated.over);
    let at = match scale {
        LevelScale::AsPublished if lasts_as_long(comparison, length) => number.value(),
        LevelScale::AsPublished => return Err(BenchmarkInWords::OtherLength),
        LevelScale::AverageAMonth => number.value() / length.ok_or(BenchmarkInWords::OtherLength)?,
    };
    if at.abs() > largest { Err(BenchmarkInWords::TooLarge) } else { Ok(at) }
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

/// The benchmark's change in per cent where it has a mark on an axis of changes or of index points; `largest` as of
/// [`largest_change`].
pub fn benchmark_of_change<'a>(comparison: &Comparison<'a>, largest: f64) -> Option<(&'a Benchmark, &'a Change)> {
    let stated = comparison.located.outcome.benchmark.as_ref()?;
    match (comparison.benchmark, &stated.value) {
        (BenchmarkStanding::OnChanges, BenchmarkValue::Change(change))
            if comparison.change_scale == ChangeScale::Percent
                && change.signed_high().is_none()
                && change.signed().abs() <= largest =>
        {
            Some((stated, change))
        }
        _ => None,
    }
}

/// Whether the benchmark of an outcome has a mark on an axis of changes or of index points.
pub fn draws_benchmark_of_change(comparison: &Comparison<'_>, largest: f64) -> bool {
    benchmark_of_change(comparison, largest).is_some()
}

/// Notes on stated levels to compare with that have no mark on this axis of levels, with their figure and period (R10).
pub fn benchmarks_in_words(drawn: &[Comparison<'_>], scale: LevelScale, largest: f64) -> Vec<Note> {
    let told = drawn.iter().filter_map(|comparison| {
        let Err(why) = benchmark(comparison, scale, largest) else { return None };
        let stated = comparison.located.outcome.benchmark.as_ref()?;
        let BenchmarkValue::Level(number) = &stated.value else { return None };
        let (place, of) = (comparison.place.as_str(), stated.of.as_str());
        let figure = words::level(number, &comparison.located.indicator.unit);
        let when = words::period(&stated.over);
        let text = match why {
            BenchmarkInWords::NotALevel => return None,
            BenchmarkInWords::OtherLength => {
                say!("note-benchmark-other-length", place = place, benchmark = of, figure = figure, when = when)
            }
            BenchmarkInWords::TooLarge => {
                say!("note-benchmark-too-large", place = place, benchmark = of, figure = figure, when = when)
            }
            BenchmarkInWords::Range => {
                say!("note-benchmark-range", place = place, benchmark = of, figure = figure, when = when)
            }
        };
        Some(Note { rule: Rule::R10, text })
    });
    told.collect()
}

/// Notes on stated changes to compare with that have no mark on this axis of changes, with their figure and period (R10).
pub fn benchmarks_of_change_in_words(drawn: &[Comparison<'_>], largest: f64) -> Vec<Note> {
    let told = drawn.iter().filter_map(|comparison| {
        let stated = comparison.located.outcome.benchmark.as_ref()?;
        let (BenchmarkStanding::OnChanges, BenchmarkValue::Change(change)) = (comparison.benchmark, &stated.value)
        else {
            return None;
        };
        if draws_benchmark_of_change(comparison, largest) {
            return None;
        }
        let (place, of) = (comparison.place.as_str(), stated.of.as_str());
        let figure = words::change(change, &Unit::PERCENT);
        let when = words::period(&stated.over);
        let text = if change.signed_high().is_some() {
            say!("note-benchmark-range", place = place, benchmark = of, figure = figure, when = when)
        } else {
            say!("note-benchmark-change-too-large", place = place, benchmark = of, figure = figure, when = when)
        };
        Some(Note { rule: Rule::R10, text })
    });
    told.collect()
}

/// The mark of a stated level to compare with, if it may stand on this axis (R10).
pub fn benchmark_mark(comparison: &Comparison<'_>, scale: LevelScale, largest: f64) -> Option<Mark> {
    let at = benchmark(comparison, scale, largest).ok()?;
    let stated = comparison.located.outcome.benchmark.as_ref()?;
    let BenchmarkValue::Level(level) = stated.value else { return None };
    let unit = &comparison.located.indicator.unit;
    let number = words::level(&level, unit);
    let label = match scale {
        LevelScale::AsPublished => benchmark_label(stated, &number),
        LevelScale::AverageAMonth => say!(
            "figure-benchmark-average",
            benchmark = stated.of.as_str(),
            average = level.bound().phrase(&words::computed_amount(at, unit)),
            counted = number,
            when = words::period(&stated.over),
        ),
    };
    Some(benchmark_at(comparison, at, label))
}

/// A benchmark with its figure and its period: "England: 5%, 2017".
pub fn benchmark_label(stated: &Benchmark, figure: &str) -> String {
    say!("figure-benchmark-when", benchmark = stated.of.as_str(), figure = figure, when = words::period(&stated.over))
}

/// A benchmark's mark with its words.
pub fn benchmark_at(comparison: &Comparison<'_>, at: f64, label: String) -> Mark {
    let open = match comparison.located.outcome.benchmark.as_ref().map(|stated| &stated.value) {
        Some(BenchmarkValue::Level(number)) => number.bound().side(),
        Some(BenchmarkValue::Change(change)) => mark_style::open_change(change),
        Some(BenchmarkValue::UnsignedChange(_) | BenchmarkValue::Direction(_)) | None => OpenSide::Neither,
    };
    Mark { shape: MarkShape::Benchmark { at, open }, look: mark_style::look(comparison, Fill::Solid), label }
}

/// Whether a count on either side is below ten, so that the counts themselves lead.
pub fn counts_are_small(comparison: &Comparison<'_>) -> bool {
    comparison.located.indicator.counts_events()
        && [comparison.before(), comparison.after()].into_iter().flatten().any(|level| level.number.centre() < 10.0)
}
