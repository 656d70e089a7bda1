//! Rows of one concept: levels before and after, changes in per cent, or both aligned.

use crate::compare::suppression::instead_of_a_number;
use crate::compare::{
    AxisNeed, BenchmarkStanding, ChangeScale, Comparison, Computed, ComputedChange, LevelScale, Rule, ShownChange,
    one_axis, sort,
};
use crate::model::{Change, Dataset, FigureKind, Indicator, OpenSide, Order, Polarity, Published, Unit};
use crate::say;

use super::{
    Body, Cell, Figure, Fill, LevelSlot, Mark, MarkShape, Note, Panel, Row, Rows, alt_text, axis, changes, groups,
    levels, mark_style, notes, suppressed, titles, words,
};

/// The figure of the kinds that need levels, changes in per cent, or both.
pub fn figure(
    dataset: &Dataset,
    comparisons: Vec<Comparison<'_>>,
    (kind, need): (FigureKind, AxisNeed),
    order: Order,
) -> Figure {
    let mut selection = one_axis(comparisons, need);
    let left_out = notes::left_out_rows(&selection.left_out);
    let Some(indicator) = selection.drawn.first().map(|c| c.located.indicator) else {
        return super::nothing_stands(kind, left_out);
    };
    sort(&mut selection.drawn, order);
    let drawn = &selection.drawn;
    let scale = selection.scale;
    let (levels, changes) = (need != AxisNeed::ChangePercent, need != AxisNeed::Levels);
    let largest = levels::largest(drawn, scale);
    let largest_change = levels::largest_change(drawn);
    let mut panels = Vec::new();
    if levels {
        panels.push(level_panel(drawn, indicator, scale, largest));
    }
    if changes {
        panels.push(change_panel(drawn, indicator, selection.change_scale, largest_change));
    }
    let row = |comparison: &Comparison<'_>| {
        let mut cells = Vec::new();
        if levels {
            cells.push(if levels::is_too_large(comparison, scale, largest) {
                // The words stay in the row, and the rows of the programmes keep the axis.
                Cell { marks: Vec::new(), text: say!("figure-too-large", levels = levels::in_words(comparison, scale)) }
            } else {
                level_cell(comparison, scale, largest)
            });
        }
        if changes {
            cells.push(change_cell(comparison, selection.change_scale, largest_change));
        }
        Row {
            outcome: comparison.located.outcome.id.clone(),
            label: comparison.place.clone(),
            sublabel: words::time_between(&comparison.located.outcome.published),
            cells,
            spoken: alt_text::datum(comparison),
        }
    };
    let body = Body::Rows(Rows { panels, groups: groups::by_period(drawn, order, row) });
    let title = titles::finding(drawn, indicator);
    let subtitle = titles::subtitle(indicator, scale, selection.change_scale, need);
    let alt = alt_text::alt_of_rows(&title, &subtitle, drawn, &left_out);
    let mut own = notes::of_axis(drawn, order, scale);
    if levels {
        notes::of_open_levels(drawn, &mut own);
        notes::of_ranges(drawn, &mut own);
    }
    if changes && drawn.iter().any(|c| matches!(c.computed_change(), Some(ComputedChange::Range(..)))) {
        own.push(Note { rule: Rule::R4, text: say!("note-range-of-change").to_owned() });
    }
    if changes {
        own.extend(notes::of_no_percentage(drawn));
    }
    if levels && drawn.iter().any(|c| levels::is_too_large(c, scale, largest)) {
        own.push(Note { rule: Rule::R2, text: say!("note-context-too-large").to_owned() });
    }
    let mut in_words = Vec::new();
    if levels {
        in_words.extend(levels::benchmarks_in_words(drawn, scale, largest));
    }
    if changes {
        in_words.extend(levels::benchmarks_of_change_in_words(drawn, largest_change));
    }
    if levels != changes {
        let axis = if levels { BenchmarkStanding::OnLevels } else { BenchmarkStanding::OnChanges };
        in_words.extend(notes::of_other_benchmarks(drawn, Some(axis)));
    }
    Figure {
        kind,
        key: mark_style::key_of(&body),
        notes: notes::and(notes::of_rules(drawn, own), in_words),
        author_note: String::new(),
        source: notes::source_line(dataset, drawn),
        title,
        subtitle,
        body,
        left_out,
        alt,
    }
}

fn level_panel(drawn: &[Comparison<'_>], indicator: &Indicator, scale: LevelScale, largest: f64) -> Panel {
    let values = levels::values(drawn.iter().filter(|c| !levels::is_too_large(c, scale, largest)), scale, largest);
    Panel {
        title: levels::panel_title(indicator, scale),
        // Where few levels were published the changes get the room.
        weight: if values.is_empty() {
            0.5
        } else if values.len() * 2 < drawn.len() {
            0.75
        } else {
            1.0
        },
        axis: Some(levels::axis(values, &indicator.unit)),
        side_words: None,
    }
}

fn change_panel(drawn: &[Comparison<'_>], indicator: &Indicator, scale: ChangeScale, largest: f64) -> Panel {
    let values = drawn.iter().filter(|c| c.change_scale == scale).flat_map(|c| {
        let benchmark = levels::benchmark_of_change(c, largest).map(|(_, change)| change.signed());
        alt_text::shown_values(c).into_iter().chain(benchmark).collect::<Vec<_>>()
    });
    Panel {
        title: match scale {
            ChangeScale::Percent => say!("figure-change-axis").to_owned(),
            ChangeScale::Points => say!("figure-change-axis-points").to_owned(),
        },
        axis: Some(axis::of_changes(values, scale)),
        side_words: Some(side_words(indicator.polarity)),
        weight: 1.25,
    }
}

/// The words for the lower and the higher side of the base line (R7).
pub fn side_words(polarity: Polarity) -> (String, String) {
    let (low, high) = match polarity {
        Polarity::Neither => (say!("figure-less"), say!("figure-more")),
        Polarity::LowerIsBetter => (say!("figure-less-better"), say!("figure-more-worse")),
        Polarity::HigherIsBetter => (say!("figure-less-worse"), say!("figure-more-better")),
    };
    (low.to_owned(), high.to_owned())
}

fn level_cell(comparison: &Comparison<'_>, scale: LevelScale, largest: f64) -> Cell {
    let mut cell = Cell::default();
    let published = [
        (comparison.before(), comparison.before_on(scale), LevelSlot::Before, Fill::Hollow),
        (comparison.after(), comparison.after_on(scale), LevelSlot::After, Fill::Solid),
    ];
    for (level, place, slot, fill) in published {
        let (Some(level), Some(to)) = (level, place) else { continue };
        let stand = if slot == LevelSlot::Before { levels::before } else { levels::after };
        let Some(stand) = stand(comparison, scale) else { continue };
        cell.marks.push(Mark {
            shape: MarkShape::Bar { to: stand.at, high: stand.high, slot, open: level.number.bound().side() },
            look: mark_style::look(comparison, fill),
            label: match suppressed::missing_end(comparison) {
                Some(missing) => {
                    say!("figure-one-level", level = levels::label(comparison, level, to, scale), missing = missing)
                }
                None => levels::label(comparison, level, to, scale),
            },
        });
    }
    cell.marks.extend(levels::benchmark_mark(comparison, scale, largest));
    if cell.marks.is_empty() {
        cell.text = match (comparison.before(), comparison.after()) {
            (None, None) if suppressed::missing_end(comparison).is_some() => instead_of_a_number().to_owned(),
            (None, None) => say!("figure-level-not-published").to_owned(),
            _ => say!("figure-length-not-known").to_owned(),
        };
    }
    cell
}

fn change_cell(comparison: &Comparison<'_>, scale: ChangeScale, largest: f64) -> Cell {
    let mut cell = Cell::default();
    let unit = &comparison.located.indicator.unit;
    if comparison.shown_change() == ShownChange::Contradiction {
        cell.text = changes::contradiction(comparison);
        return cell;
    }
    if comparison.change_scale != scale {
        let stated = comparison.stated.first().map(|change| words::change(change, unit));
        cell.text = stated.or_else(|| changes::computed(comparison)).unwrap_or_default();
        return cell;
    }
    let look = mark_style::look(comparison, Fill::Solid);
    let change = |shape: MarkShape, label: String| Mark { shape, look, label };
    match comparison.shown_change() {
        ShownChange::Computed(levels) => cell.marks.push(change(of_levels(levels), computed_label(comparison))),
        ShownChange::Stated(stated) => {
            let words = words::change(stated, unit);
            // Beside two levels a reader might take it for what they give.
            let is_beside_levels = comparison.before().is_some() && comparison.after().is_some();
            let label = if is_beside_levels { say!("figure-stated", stated = words) } else { words };
            cell.marks.push(change(of_stated(stated), label));
        }
        ShownChange::OfCounts { stated, averages } => {
            let label = say!(
                "figure-stated-of-counts",
                averages = changes::of_levels(comparison, averages),
                stated = words::change(stated, unit)
            );
            cell.marks.push(change(of_levels(averages), label));
        }
        ShownChange::Conflict { stated, levels } => {
            let label = say!(
                "figure-stated-and-computed",
                stated = words::change(stated, unit),
                computed = changes::of_levels(comparison, levels)
            );
            let shape = MarkShape::Change {
                to: stated.signed(),
                high: Some(nearest_end(levels, stated.signed())),
                open: mark_style::open_change(stated),
            };
            cell.marks.push(change(shape, label));
        }
        ShownChange::Direction(direction) => cell.marks.push(mark_style::direction_mark(comparison, direction)),
        ShownChange::Contradiction => {}
        ShownChange::None => {
            cell.text = match (comparison.stated.first(), comparison.change) {
                _ if suppressed::missing_end(comparison).is_some() => instead_of_a_number().to_owned(),
                (_, Computed::None(reason)) if comparison.before().is_some() && comparison.after().is_some() => {
                    say!("figure-no-percentage-because", reason = reason.in_short())
                }
                (Some(change), _) => say!("figure-no-percentage-published", change = words::change(change, unit)),
                (None, _) => say!("figure-no-percentage").to_owned(),
            };
        }
    }
    if let Some((benchmark, change)) = levels::benchmark_of_change(comparison, largest) {
        let label = levels::benchmark_label(benchmark, &words::change(change, &Unit::PERCENT));
        cell.marks.push(levels::benchmark_at(comparison, change.signed(), label));
    }
    cell
}

/// The mark of a change that was worked out; the nearer end of a range comes first.
pub fn of_levels(levels: ComputedChange) -> MarkShape {
    match levels {
        ComputedChange::Value(to, bound) => MarkShape::Change { to, high: None, open: bound.side() },
        ComputedChange::Range(low, high) => {
            if low < 0.0 && high > 0.0 {
                return MarkShape::Between { low, high };
            }
            let (near, far) = if high <= 0.0 { (high, low) } else { (low, high) };
            MarkShape::Change { to: near, high: Some(far), open: OpenSide::Neither }
        }
    }
}

fn of_stated(stated: &Change) -> MarkShape {
    MarkShape::Change { to: stated.signed(), high: stated.signed_high(), open: mark_style::open_change(stated) }
}

/// The end of a computed change that lies nearest to a number.
pub fn nearest_end(levels: ComputedChange, to: f64) -> f64 {
    match levels {
        ComputedChange::Value(value, _) => value,
        ComputedChange::Range(low, high) => to.clamp(low.min(high), high.max(low)),
    }
}

/// Small counts come first, the percentage only beside them (R6).
fn computed_label(comparison: &Comparison<'_>) -> String {
    let change = changes::computed(comparison).unwrap_or_default();
    let unit = &comparison.located.indicator.unit;
    match &comparison.located.outcome.published {
        Published::Pair { before, after, .. } if levels::counts_are_small(comparison) => {
            say!(
                "figure-small-counts",
                before = words::level(&before.number, unit),
                after = words::level(&after.number, unit),
                percent = change,
            )
        }
        Published::Pair { .. }
        | Published::Change { .. }
        | Published::Direction { .. }
        | Published::Rating { .. }
        | Published::Part { .. }
        | Published::Single(_)
        | Published::SingleGrade(_)
        | Published::Series { .. }
        | Published::Suppressed(_) => say!("figure-computed", percent = change),
    }
}
