//! Levels on an axis in the indicator's unit: the axis, its title, the words beside a level, and its benchmark.

use crate::compare::{BenchmarkStanding, Comparison, LevelScale};
use crate::model::{BenchmarkValue, Indicator, Level, Unit};
use crate::say;

use super::{Axis, Fill, Mark, MarkShape, axis, changes, groups, looks, words};

/// Every level and benchmark that stands on the axis.
pub fn values<'c, 'd: 'c>(drawn: impl Iterator<Item = &'c Comparison<'d>>, scale: LevelScale) -> Vec<f64> {
    drawn.flat_map(|c| [c.before_on(scale), c.after_on(scale), benchmark(c, scale)]).flatten().collect()
}

/// Context whose level is this many times the largest of the programmes' would leave them no room to be told apart.
const TOO_LARGE: f64 = 5.0;

/// The largest level that may stand on the axis beside these outcomes; infinite where no programme's level stands there.
pub fn largest(drawn: &[Comparison<'_>], scale: LevelScale) -> f64 {
    let largest = drawn.iter().filter(|c| !groups::is_context(c)).map(|c| highest(c, scale)).fold(0.0, f64::max);
    if largest > 0.0 { TOO_LARGE * largest } else { f64::INFINITY }
}

/// Whether it is context whose level would squeeze all others against the zero line.
pub fn is_too_large(comparison: &Comparison<'_>, scale: LevelScale, largest: f64) -> bool {
    groups::is_context(comparison) && highest(comparison, scale) > largest
}

fn highest(comparison: &Comparison<'_>, scale: LevelScale) -> f64 {
    [comparison.before_on(scale), comparison.after_on(scale)].into_iter().flatten().fold(0.0, f64::max)
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
            let months = crate::compare::months::months_of(&level.period).map_or_else(String::new, words::months);
            let counted = words::level(&level.number, &indicator.unit);
            let average =
                changes::average(level, &indicator.unit).unwrap_or_else(|| words::computed_amount(to, &indicator.unit));
            say!("figure-level-average", average = average, counted = counted, months = months)
        }
    }
}

/// Where a benchmark stands on the axis of levels; `None` where it has no mark there (R10).
fn benchmark(comparison: &Comparison<'_>, scale: LevelScale) -> Option<f64> {
    match (comparison.benchmark, comparison.located.outcome.benchmark.as_ref().map(|b| &b.value)) {
        // A benchmark is a level over its own time; among averages a month it would be in another unit.
        (BenchmarkStanding::OnLevels, Some(BenchmarkValue::Level(level))) if scale == LevelScale::AsPublished => {
            Some(level.centre())
        }
        _ => None,
    }
}

/// The mark of a stated level to compare with, if it may stand on this axis (R10).
pub fn benchmark_mark(comparison: &Comparison<'_>, scale: LevelScale) -> Option<Mark> {
    let at = benchmark(comparison, scale)?;
    let stated = comparison.located.outcome.benchmark.as_ref()?;
    let BenchmarkValue::Level(level) = stated.value else { return None };
    let number = words::level(&level, &comparison.located.indicator.unit);
    Some(benchmark_at(comparison, at, benchmark_label(&stated.of, &number)))
}

/// A benchmark with its figure: "England: 5%".
pub fn benchmark_label(of: &str, figure: &str) -> String {
    say!("figure-benchmark", benchmark = of, figure = figure)
}

/// A benchmark's mark with its words.
pub fn benchmark_at(comparison: &Comparison<'_>, at: f64, label: String) -> Mark {
    Mark { shape: MarkShape::Benchmark { at }, look: looks::look(comparison, Fill::Solid), label }
}

/// Whether a count on either side is below ten, so that the counts themselves lead.
pub fn counts_are_small(comparison: &Comparison<'_>) -> bool {
    comparison.located.indicator.counts_events()
        && [comparison.before(), comparison.after()].into_iter().flatten().any(|level| level.number.centre() < 10.0)
}
