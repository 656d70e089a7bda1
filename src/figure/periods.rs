//! When: periods as bars on a common line of time, in words where no dates were published.
//!
//! A bar goes from the first to the last date. An end that was not stated is not drawn; a length without dates has no place on a
//! line of time, and stands in words (R1).

use crate::compare::Comparison;
use crate::compare::months::{beginning, end};
use crate::model::{KnownLevel, Period, Published, When};
use crate::say;

use super::{Cell, Fill, Mark, MarkOutline, MarkShape, MarkStyle, Panel, PanelRole, axis, mark_style, words};

/// A line of time reaches at least this far beyond an end that is not stated, in months.
const OPEN: f64 = 12.0;

/// The first and the last date, in months of the calendar; `None` where it was not stated.
type Ends = (Option<f64>, Option<f64>);

/// The panel of periods; where nobody gives a date it is one of words.
pub fn panel(drawn: &[Comparison<'_>]) -> Panel {
    let ends = |(from, to): Ends| {
        [from, to, from.map(|from| to.unwrap_or(from + OPEN)), to.map(|to| from.unwrap_or(to - OPEN))]
    };
    let dates: Vec<f64> = drawn.iter().filter_map(ends_of).flat_map(ends).flatten().collect();
    let earliest = dates.iter().copied().reduce(f64::min);
    let axis = earliest.zip(dates.iter().copied().reduce(f64::max)).map(|(from, to)| axis::of_time(from, to));
    Panel {
        role: PanelRole::Periods,
        title: say!("figure-period-axis").to_owned(),
        axis,
        side_words: None,
        weight: 0.7,
    }
}

/// The period of one outcome.
pub fn cell(comparison: &Comparison<'_>) -> Cell {
    let published = &comparison.located.outcome.published;
    let when = words::time_between(published);
    match ends_of(comparison) {
        Some((from, to)) => {
            let look = MarkStyle { outline: MarkOutline::Plain, ..mark_style::look(comparison, Fill::Solid) };
            Cell { marks: vec![Mark { shape: MarkShape::Period { from, to }, look, label: when }], text: String::new() }
        }
        None => Cell { marks: Vec::new(), text: in_words(published, when) },
    }
}

/// "over 18 months, dates not given"; "no period given".
fn in_words(published: &Published, when: String) -> String {
    if when == say!("period-not-stated") {
        return say!("figure-no-period").to_owned();
    }
    match over(published).and_then(Period::bare_length) {
        Some(length) => say!("figure-no-dates", length = length),
        None => when,
    }
}

/// The time that the source gives the change as a whole.
fn over(published: &Published) -> Option<&Period> {
    match published {
        Published::Pair { over, .. } | Published::Change { over, .. } | Published::Direction { over, .. } => Some(over),
        Published::Suppressed(remains) => Some(&remains.over),
        Published::Part { period, .. } => Some(period),
        Published::Rating { .. } | Published::Single(_) | Published::SingleGrade(_) | Published::Series { .. } => None,
    }
}

/// The dates between which something happened; `None` where none is known.
fn ends_of(comparison: &Comparison<'_>) -> Option<Ends> {
    let published = &comparison.located.outcome.published;
    let (before, after) = match published {
        Published::Pair { before, after, .. } => (Some(&before.period), Some(&after.period)),
        Published::Change { level, .. } => match level {
            Some(KnownLevel::Before(level)) => (Some(&level.period), None),
            Some(KnownLevel::After(level)) => (None, Some(&level.period)),
            None => (None, None),
        },
        Published::Rating { before, after } => (Some(&before.date), Some(&after.date)),
        Published::Series { points, .. } => (points.first().map(|p| &p.period), points.last().map(|p| &p.period)),
        Published::Single(single) => (Some(&single.period), Some(&single.period)),
        Published::SingleGrade(grade) => (Some(&grade.date), Some(&grade.date)),
        Published::Suppressed(remains) => (remains.before.period(), remains.after.period()),
        Published::Direction { .. } | Published::Part { .. } => (None, None),
    };
    let first = before.and_then(Period::days).map(|(first, _)| beginning(first));
    let last = after.and_then(Period::days).map(|(_, last)| end(last));
    let within = |(first, last)| (Some(beginning(first)), Some(end(last)));
    match over(published).map(|over| (&over.when, over.days())) {
        Some((_, Some(days))) => Some(within(days)),
        Some((When::Since(date), None)) => {
            let from = beginning(date.first_day());
            Some((Some(from), last.filter(|to| *to > from)))
        }
        // A length says how long, and a level of one side not when the other was.
        Some((When::Length { .. } | When::NotStated, None)) | None => {
            let both = first.zip(last).filter(|(from, to)| from < to);
            let is_pair = !matches!(published, Published::Change { .. });
            match both {
                Some((from, to)) => Some((Some(from), Some(to))),
                None if is_pair && first.is_some() != last.is_some() => Some((first, last)),
                None => None,
            }
        }
        Some((When::At(_) | When::Span(_), None)) => None,
    }
}
