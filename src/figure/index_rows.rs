//! Changes on an axis where before is 100, for levels that can't share an axis: several ways to count one concept together.
//!
//! Definition: index = after ÷ before × 100 where both levels were published, else 100 plus the stated change in per cent
//! ([`change`]). No level stands on this axis (R1); what has only a direction has a mark without length.

use crate::compare::phrases::by_semicolons;
use crate::compare::{BenchmarkStanding, Comparison, ComputedChange, Rule, ShownChange, change};
use crate::model::{Bound, Change, Direction, Indicator, Polarity, Unit};
use crate::say;

use super::assembly::{Drawn, FigureParts, row};
use super::{
    Cell, Fill, Mark, MarkShape, Note, Panel, PanelRole, Row, axis, benchmarks, change_rows, changes, levels,
    mark_style, notes, words,
};

/// The parts of the kind `index`.
pub fn parts(drawn: &mut Drawn<'_>) -> FigureParts {
    drawn.sort();
    let indicators = indicators(&drawn.comparisons);
    let body = drawn.rows(vec![panel(drawn, &indicators)], |c| {
        let row = row(c, vec![cell(c, drawn)]);
        match indicators.as_slice() {
            [_] => row,
            _ if row.sublabel.is_empty() => Row { sublabel: c.located.indicator.name.clone(), ..row },
            _ => Row { sublabel: format!("{}\n{}", c.located.indicator.name, row.sublabel), ..row },
        }
    });
    let mut notes = notes::of_rules(&drawn.comparisons, own_notes(drawn));
    notes.extend(benchmarks::in_words(drawn, &[BenchmarkStanding::OnChanges]));
    drawn.of_concept(subtitle(&indicators), body, notes)
}

/// The indicators drawn, each once, in drawing order.
fn indicators<'a>(drawn: &[Comparison<'a>]) -> Vec<&'a Indicator> {
    let mut found: Vec<&Indicator> = Vec::new();
    for comparison in drawn {
        if found.iter().all(|known| known.id != comparison.located.indicator.id) {
            found.push(comparison.located.indicator);
        }
    }
    found
}

fn panel(drawn: &Drawn<'_>, indicators: &[&Indicator]) -> Panel {
    let values = drawn.comparisons.iter().flat_map(|c| {
        let computed = c.computed_change().map(|levels| change_rows::nearest_end(levels, 0.0));
        change_rows::values(c, drawn).chain(computed)
    });
    // Better and worse are said only where they mean the same for every row (R7).
    let first = indicators.first().map_or(Polarity::Neither, |i| i.polarity);
    let polarity = if indicators.iter().all(|i| i.polarity == first) { first } else { Polarity::Neither };
    Panel {
        role: PanelRole::Changes,
        title: say!("index-axis").to_owned(),
        axis: Some(axis::of_index(values.map(change::index_of_percent))),
        side_words: Some(change_rows::side_words(polarity)),
        weight: 1.0,
    }
}

fn cell(comparison: &Comparison<'_>, drawn: &Drawn<'_>) -> Cell {
    let mut cell = Cell::default();
    let unit = &comparison.located.indicator.unit;
    let look = mark_style::look(comparison, Fill::Solid);
    let on_index = |shape: MarkShape| match shape {
        MarkShape::Change { to, high, open } => {
            MarkShape::Change { to: change::index_of_percent(to), high: high.map(change::index_of_percent), open }
        }
        MarkShape::Between { low, high } => {
            MarkShape::Between { low: change::index_of_percent(low), high: change::index_of_percent(high) }
        }
        other @ (MarkShape::Bar { .. }
        | MarkShape::Dot { .. }
        | MarkShape::Way { .. }
        | MarkShape::DirectionOnly(_)
        | MarkShape::Benchmark { .. }
        | MarkShape::Period { .. }
        | MarkShape::Step { .. }) => other,
    };
    let of_stated = |stated: &Change, high: Option<f64>| MarkShape::Change {
        to: change::index_of_percent(stated.signed()),
        high: high.map(change::index_of_percent),
        open: mark_style::open_change(stated),
    };
    let of_levels =
        |levels: ComputedChange| (on_index(change_rows::of_levels(levels)), from_levels(comparison, levels));
    let (shape, label) = match comparison.shown_change() {
        // Where a stated and a computed change can't be reconciled both stay (R5).
        ShownChange::Conflict { stated, levels } => (
            of_stated(stated, Some(change_rows::nearest_end(levels, stated.signed()))),
            say!("index-stated-and-computed", stated = from_stated(stated, unit), computed = index_of_levels(levels)),
        ),
        ShownChange::Computed(levels) | ShownChange::OfCounts { averages: levels, .. } => of_levels(levels),
        ShownChange::Stated(stated) => match comparison.computed_change() {
            Some(levels) => of_levels(levels),
            None => (of_stated(stated, stated.signed_high()), from_stated(stated, unit)),
        },
        ShownChange::Direction(direction) => {
            cell.marks.push(mark_style::direction_mark(comparison, direction));
            return cell;
        }
        ShownChange::Contradiction => {
            cell.text = changes::contradiction(comparison);
            return cell;
        }
        ShownChange::None => return cell,
    };
    cell.marks.push(Mark { shape, look, label });
    cell.marks.extend(benchmarks::mark_of_change(comparison, drawn, change::index_of_percent, from_stated));
    cell
}

/// An index number with one decimal unless it is whole.
fn index_number(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    words::plain(rounded, usize::from((rounded - rounded.round()).abs() > 1e-9))
}

/// "84.5, from −15.5% stated"; "under 40, from down over 60% stated" (R4).
fn from_stated(stated: &Change, unit: &Unit) -> String {
    let to = index_number(change::index_of_percent(stated.signed()));
    let index = match (stated.signed_high(), bound_of_index(stated)) {
        (Some(high), _) => {
            let high = index_number(change::index_of_percent(high));
            let (from, to) = if stated.direction == Direction::Fell { (high, to) } else { (to, high) };
            say!("figure-from-to", before = from, after = to)
        }
        (None, bound) => bound.phrase(&to),
    };
    say!("index-from-stated", index = index, stated = words::change(stated, unit))
}

/// The bound that a stated change leaves on the index: a fall of over 60% is an index under 40.
fn bound_of_index(stated: &Change) -> Bound {
    match (stated.direction, stated.by.bound()) {
        (Direction::Fell, Bound::Over) => Bound::Under,
        (Direction::Fell, Bound::AtLeast) => Bound::UpTo,
        (Direction::Fell, Bound::Under) => Bound::Over,
        (Direction::Fell, Bound::UpTo) => Bound::AtLeast,
        (Direction::Fell, Bound::Nearly) => Bound::About,
        (_, bound) => bound,
    }
}

/// The index that two levels give, with its bound: "over 236.8", "83.3 to 125".
fn index_of_levels(levels: ComputedChange) -> String {
    let index = |percent: f64| index_number(change::index_of_percent(percent));
    match levels {
        ComputedChange::Value(percent, bound) => bound.phrase(&index(percent)),
        ComputedChange::Range(low, high) => say!("figure-from-to", before = index(low), after = index(high)),
    }
}

/// "80.3 computed, 780 to 626"; small counts come first (R6).
fn from_levels(comparison: &Comparison<'_>, change: ComputedChange) -> String {
    let unit = &comparison.located.indicator.unit;
    let number = index_of_levels(change);
    let (Some(before), Some(after)) = (comparison.before(), comparison.after()) else {
        return say!("figure-computed", percent = number);
    };
    let (before, after) = (words::level(&before.number, unit), words::level(&after.number, unit));
    let levels = changes::averages(comparison).map_or_else(
        || say!("figure-from-to", before = before, after = after),
        |(before, after)| say!("index-averages", before = before, after = after),
    );
    if levels::counts_are_small(comparison) {
        say!("index-small-counts", levels = levels, index = number)
    } else {
        say!("index-computed", index = number, levels = levels)
    }
}

fn subtitle(indicators: &[&Indicator]) -> String {
    let told = |i: &Indicator| {
        let unit = if i.unit.is_not_stated() { say!("figure-unit-not-stated") } else { i.unit.as_str() };
        say!("index-indicator", name = i.name.as_str(), unit = unit)
    };
    let names: Vec<String> = indicators.iter().map(|i| told(i)).collect();
    match names.as_slice() {
        [one] => say!("index-subtitle", indicator = one.as_str()),
        _ => say!(
            "index-subtitle-of-several",
            count = words::sentence_case(&words::count(names.len())),
            indicators = by_semicolons(&names),
        ),
    }
}

fn own_notes(drawn: &Drawn<'_>) -> Vec<Note> {
    let mut own = notes::of_axis(drawn);
    own.push(Note { rule: Rule::R1, text: say!("note-index-points").to_owned() });
    if drawn.comparisons.iter().any(|c| c.per_month.is_some()) {
        own.push(notes::averages());
    }
    notes::of_open_levels(&drawn.comparisons, &mut own);
    own
}
