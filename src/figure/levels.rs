//! Levels on an axis in the indicator's unit: the axis, its title, and the words beside a level.
//!
//! A range stands from its lower to its upper end and nowhere between, because nobody published its middle (R1, R4).

use crate::compare::months::months_of;
use crate::compare::{Comparison, LevelScale};
use crate::model::{Indicator, Level, Number, OpenSide, Unit};
use crate::say;

use super::assembly::Drawn;
use super::benchmarks::benchmark;
use super::{
    Axis, Fill, LevelSlot, MarkStyle, Panel, PanelRole, alt_text, axis, changes, groups, mark_style, statistics_notes,
    words,
};

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

/// A published level where it stands on an axis, with the look of its mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedLevel<'a> {
    /// As it was published.
    pub level: &'a Level,
    /// Where both ends stand.
    pub stand: Stand,
    /// The middle, from which an average is written.
    pub centre: f64,
    /// Before or after.
    pub slot: LevelSlot,
    /// How the mark looks.
    pub look: MarkStyle,
    /// Where the value may lie further out or further in.
    pub open: OpenSide,
}

/// The level before; `None` where it was not published or can't be averaged.
pub fn before<'a>(comparison: &Comparison<'a>, scale: LevelScale) -> Option<PlacedLevel<'a>> {
    placed(comparison, scale, comparison.before()?, comparison.before_on(scale)?, LevelSlot::Before)
}

/// The level after; `None` where it was not published or can't be averaged.
pub fn after<'a>(comparison: &Comparison<'a>, scale: LevelScale) -> Option<PlacedLevel<'a>> {
    placed(comparison, scale, comparison.after()?, comparison.after_on(scale)?, LevelSlot::After)
}

fn placed<'a>(
    comparison: &Comparison<'a>,
    scale: LevelScale,
    level: &'a Level,
    centre: f64,
    slot: LevelSlot,
) -> Option<PlacedLevel<'a>> {
    let Stand { at, high } = Stand::of(&level.number);
    let stand = match scale {
        LevelScale::AsPublished => Stand { at, high },
        LevelScale::AverageAMonth => {
            let months = months_of(&level.period)?;
            Stand { at: at / months, high: high.map(|high| high / months) }
        }
    };
    let fill = if slot == LevelSlot::Before { Fill::Hollow } else { Fill::Solid };
    let look = mark_style::look(comparison, fill);
    Some(PlacedLevel { level, stand, centre, slot, look, open: level.number.bound().side() })
}

/// Before and after, as far as they stand on the axis.
pub fn both<'a>(comparison: &Comparison<'a>, scale: LevelScale) -> impl Iterator<Item = PlacedLevel<'a>> {
    [before(comparison, scale), after(comparison, scale)].into_iter().flatten()
}

/// Both ends of both levels, as far as they stand on the axis.
pub fn ends(comparison: &Comparison<'_>, scale: LevelScale) -> impl Iterator<Item = f64> {
    both(comparison, scale).flat_map(|placed| placed.stand.ends())
}

/// Context, or a benchmark, that is this many times the largest of the programmes' would leave them no room to be told apart.
const TOO_LARGE: f64 = 5.0;

/// Among official statistics of many places context stands on the axis only where it is hardly larger than the largest of them.
const TOO_LARGE_AMONG_STATISTICS: f64 = 1.25;

/// The changes in per cent that any axis has room for beside small ones.
const ROOM_FOR_CHANGES: f64 = 20.0;

/// The largest level that may stand on the axis beside these outcomes, as [`Drawn::largest`] says.
pub fn largest(drawn: &[Comparison<'_>], scale: LevelScale) -> f64 {
    let largest = drawn.iter().filter(|c| !groups::is_context(c)).map(|c| farthest(c, scale)).fold(0.0, f64::max);
    let is_official = drawn.iter().any(statistics_notes::is_official);
    let times = if is_official { TOO_LARGE_AMONG_STATISTICS } else { TOO_LARGE };
    if largest > 0.0 { times * largest } else { f64::INFINITY }
}

/// Whether it is context whose level would squeeze all others against the zero line.
pub fn is_too_large(comparison: &Comparison<'_>, scale: LevelScale, largest: f64) -> bool {
    groups::is_context(comparison) && farthest(comparison, scale) > largest
}

/// How far the levels reach from zero, on either side of it.
fn farthest(comparison: &Comparison<'_>, scale: LevelScale) -> f64 {
    ends(comparison, scale).map(f64::abs).fold(0.0, f64::max)
}

/// The largest change that a benchmark may have beside these outcomes, as [`Drawn::largest_change`] says.
pub fn largest_change(drawn: &[Comparison<'_>]) -> f64 {
    let changes = drawn.iter().flat_map(|c| alt_text::shown_values(c)).map(f64::abs);
    TOO_LARGE * changes.fold(ROOM_FOR_CHANGES, f64::max)
}

/// Levels in words, where no mark can stand: "71,800 to over 170,000".
pub fn in_words(comparison: &Comparison<'_>, scale: LevelScale) -> String {
    let words = |placed: PlacedLevel<'_>| label(comparison, placed, scale);
    match (before(comparison, scale).map(words), after(comparison, scale).map(words)) {
        (Some(before), Some(after)) => say!("figure-from-to", before = before, after = after),
        (Some(before), None) => say!("figure-level-before", level = before),
        (None, Some(after)) => say!("figure-level-after", level = after),
        (None, None) => String::new(),
    }
}

/// Whether a stated benchmark stands among its levels.
pub fn has_benchmark(comparison: &Comparison<'_>, drawn: &Drawn<'_>) -> bool {
    benchmark(comparison, drawn).is_ok()
}

/// The panel of levels. Where few levels were published the changes get the room.
pub fn panel(drawn: &Drawn<'_>) -> Panel {
    let stands = |c: &&Comparison<'_>| !is_too_large(c, drawn.scale, drawn.largest);
    let on_axis = |c| ends(c, drawn.scale).chain(benchmark(c, drawn).ok());
    let values: Vec<f64> = drawn.comparisons.iter().filter(stands).flat_map(on_axis).collect();
    let weight = match values.len() {
        0 => 0.5,
        few if few * 2 < drawn.comparisons.len() => 0.75,
        _ => 1.0,
    };
    let (title, axis) = (panel_title(drawn.indicator, drawn.scale), axis(values, &drawn.indicator.unit));
    Panel { role: PanelRole::Levels, title, axis: Some(axis), side_words: None, weight }
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
pub fn label(comparison: &Comparison<'_>, placed: PlacedLevel<'_>, scale: LevelScale) -> String {
    let unit = &comparison.located.indicator.unit;
    let counted = words::level(&placed.level.number, unit);
    match scale {
        LevelScale::AsPublished => counted,
        LevelScale::AverageAMonth => {
            let months = months_of(&placed.level.period).map_or_else(String::new, words::months);
            let average = average(placed.level, placed.centre, unit);
            say!("figure-level-average", average = average, counted = counted, months = months)
        }
    }
}

/// A level as an average a month; `worked_out` where its own words can't be.
pub fn average(level: &Level, worked_out: f64, unit: &Unit) -> String {
    changes::average(level, unit).unwrap_or_else(|| words::computed_amount(worked_out, unit))
}

/// Whether a count on either side is below ten, so that the counts themselves lead.
pub fn counts_are_small(comparison: &Comparison<'_>) -> bool {
    comparison.located.indicator.counts_events()
        && [comparison.before(), comparison.after()].into_iter().flatten().any(|level| level.number.centre() < 10.0)
}
