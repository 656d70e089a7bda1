//! Changes on an axis where before is 100, for levels that can't share an axis: several ways to count one concept together.
//!
//! Definition: index = after ÷ before × 100 where both levels were published, else 100 plus the stated change in per cent
//! ([`change`]). No level stands on this axis (R1); what has only a direction has a mark without length.

use crate::compare::phrases::by_semicolons;
use crate::compare::{
    AxisNeed, BenchmarkStanding, Comparison, ComputedChange, Rule, ShownChange, change, one_axis, sort,
};
use crate::model::{Bound, Change, Dataset, Direction, FigureKind, Indicator, Order, Polarity, Unit};
use crate::say;

use super::{
    Body, Cell, Figure, Fill, Mark, MarkShape, Note, Panel, Row, Rows, alt_text, axis, change_rows, changes, groups,
    levels, mark_style, notes, titles, words,
};

/// The figure of the kind `index`.
pub fn figure(dataset: &Dataset, comparisons: Vec<Comparison<'_>>, order: Order) -> Figure {
    let mut selection = one_axis(comparisons, AxisNeed::Index);
    let left_out = notes::left_out_rows(&selection.left_out);
    let Some(indicator) = selection.drawn.first().map(|c| c.located.indicator) else {
        return super::nothing_stands(FigureKind::Index, left_out);
    };
    sort(&mut selection.drawn, order);
    let drawn = &selection.drawn;
    let indicators = indicators(drawn);
    let largest = levels::largest_change(drawn);
    let row = |comparison: &Comparison<'_>| {
        let when = words::time_between(&comparison.located.outcome.published);
        let name = &comparison.located.indicator.name;
        Row {
            outcome: comparison.located.outcome.id.clone(),
            label: comparison.place.clone(),
            sublabel: if indicators.len() > 1 { format!("{name}\n{when}") } else { when },
            cells: vec![cell(comparison, largest)],
            spoken: alt_text::datum(comparison),
        }
    };
    let body = Body::Rows(Rows {
        panels: vec![panel(drawn, &indicators, largest)],
        groups: groups::by_period(drawn, order, row),
    });
    let title = titles::finding(drawn, indicator);
    let subtitle = subtitle(&indicators);
    let alt = alt_text::alt_of_rows(&title, &subtitle, drawn, &left_out);
    Figure {
        kind: FigureKind::Index,
        key: mark_style::key_of(&body),
        notes: notes::and(
            notes::of_rules(drawn, own_notes(drawn, order)),
            notes::and(
                levels::benchmarks_of_change_in_words(drawn, largest),
                notes::of_other_benchmarks(drawn, Some(BenchmarkStanding::OnChanges)),
            ),
        ),
        author_note: String::new(),
        source: notes::source_line(dataset, drawn),
        title,
        subtitle,
        body,
        left_out,
        alt,
    }
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

fn panel(drawn: &[Comparison<'_>], indicators: &[&Indicator], largest: f64) -> Panel {
    let values = drawn.iter().flat_map(|c| {
        let computed = c.computed_change().map(|levels| change_rows::nearest_end(levels, 0.0));
        let benchmark = levels::benchmark_of_change(c, largest).map(|(_, change)| change.signed());
        alt_text::shown_values(c).into_iter().chain(computed).chain(benchmark).collect::<Vec<_>>()
    });
    // Better and worse are said only where they mean the same for every row (R7).
    let first = indicators.first().map_or(Polarity::Neither, |i| i.polarity);
    let polarity = if indicators.iter().all(|i| i.polarity == first) { first } else { Polarity::Neither };
    Panel {
        title: say!("index-axis").to_owned(),
        axis: Some(axis::of_index(values.map(change::index_of_percent))),
        side_words: Some(change_rows::side_words(polarity)),
        weight: 1.0,
    }
}

fn cell(comparison: &Comparison<'_>, largest: f64) -> Cell {
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
    if let Some((stated, by)) = levels::benchmark_of_change(comparison, largest) {
        let label = levels::benchmark_label(stated, &from_stated(by, &Unit::PERCENT));
        cell.marks.push(levels::benchmark_at(comparison, change::index_of_percent(by.signed()), label));
    }
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

fn own_notes(drawn: &[Comparison<'_>], order: Order) -> Vec<Note> {
    let mut own = notes::of_axis(drawn, order, crate::compare::LevelScale::AsPublished);
    own.push(Note { rule: Rule::R1, text: say!("note-index-points").to_owned() });
    if drawn.iter().any(|c| c.per_month.is_some()) {
        own.push(notes::averages());
    }
    notes::of_open_levels(drawn, &mut own);
    own
}
