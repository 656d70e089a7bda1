//! Rows of one concept: levels before and after, changes in per cent, or both aligned.

use crate::compare::phrases::by_commas;
use crate::compare::suppression::instead_of_a_number;
use crate::compare::{
    AxisNeed, BenchmarkStanding, ChangeScale, Comparison, Computed, ComputedChange, Rule, ShownChange,
};
use crate::model::{Change, OpenSide, Polarity, Published};
use crate::say;

use super::assembly::{Drawn, FigureParts, row};
use super::{
    Cell, Fill, Mark, MarkShape, Note, Panel, PanelRole, alt_text, axis, benchmarks, changes, groups, levels,
    mark_style, notes, statistics_notes, suppressed, titles, words,
};

/// The parts of the kinds `both`, `paired` and `change`.
pub fn parts(drawn: &mut Drawn<'_>) -> FigureParts {
    drawn.sort();
    let drawn = &*drawn;
    let (asked, changes) = (drawn.need != AxisNeed::ChangePercent, drawn.need != AxisNeed::Levels);
    let levels = asked && (!changes || needs_levels(drawn));
    let panels = [levels.then(|| levels::panel(drawn)), changes.then(|| change_panel(drawn))];
    let is_too_large = |c: &Comparison<'_>| levels::is_too_large(c, drawn.scale, drawn.largest);
    let body = drawn.rows(panels.into_iter().flatten().collect(), |c| {
        let level = levels.then(|| {
            if is_too_large(c) {
                // The words stay in the row, and the rows of the programmes keep the axis.
                Cell { marks: Vec::new(), text: say!("figure-too-large", levels = levels::in_words(c, drawn.scale)) }
            } else {
                level_cell(c, drawn)
            }
        });
        let mut row = row(c, level.into_iter().chain(changes.then(|| change_cell(c, drawn))).collect());
        if asked && !levels && has_level(c, drawn) {
            let above = if row.sublabel.is_empty() { "" } else { "\n" };
            row.sublabel.push_str(&format!("{above}{}", levels::in_words(c, drawn.scale)));
        }
        row
    });
    let mut own = notes::of_axis(drawn);
    if asked && !levels {
        own.push(Note { rule: Rule::R1, text: without_levels(drawn) });
    }
    if levels {
        notes::of_levels(&drawn.comparisons, &mut own);
    }
    if changes {
        if drawn.comparisons.iter().any(|c| matches!(c.computed_change(), Some(ComputedChange::Range(..)))) {
            own.push(Note { rule: Rule::R4, text: say!("note-range-of-change").to_owned() });
        }
        own.extend(notes::of_no_percentage(&drawn.comparisons));
    }
    if levels && drawn.comparisons.iter().any(is_too_large) {
        let is_official = drawn.comparisons.iter().any(statistics_notes::is_official);
        let text = if is_official { say!("note-regions-too-large") } else { say!("note-context-too-large") };
        own.push(Note { rule: Rule::R2, text: text.to_owned() });
    }
    let mut notes = notes::of_rules(&drawn.comparisons, own);
    let axes = [levels.then_some(BenchmarkStanding::OnLevels), changes.then_some(BenchmarkStanding::OnChanges)];
    notes.extend(benchmarks::in_words(drawn, &axes.into_iter().flatten().collect::<Vec<_>>()));
    drawn.of_concept(titles::subtitle(drawn), body, notes)
}

/// Whether levels have a column beside the changes: not where only context has one, nor where a single row of many has.
fn needs_levels(drawn: &Drawn<'_>) -> bool {
    let only_context = drawn.comparisons.iter().all(groups::is_context);
    let rows = || drawn.comparisons.iter().filter(|c| only_context || !groups::is_context(c));
    let with_level = rows().filter(|c| has_level(c, drawn) || levels::has_benchmark(c, drawn)).count();
    with_level > usize::from(rows().count() >= MANY)
}

/// Of so many rows a single one with levels tells them in words.
const MANY: usize = 4;

fn has_level(comparison: &Comparison<'_>, drawn: &Drawn<'_>) -> bool {
    levels::both(comparison, drawn.scale).next().is_some()
}

/// Says that there is no column of levels, and that the levels there are stand in words.
fn without_levels(drawn: &Drawn<'_>) -> String {
    let told = drawn.comparisons.iter().filter(|c| has_level(c, drawn));
    let told: Vec<String> = told.map(|c| c.place.clone()).collect();
    if told.is_empty() {
        say!("note-no-level-published").to_owned()
    } else {
        say!("note-few-levels-published", places = by_commas(&told))
    }
}

fn change_panel(drawn: &Drawn<'_>) -> Panel {
    let scale = drawn.change_scale;
    let values = drawn.comparisons.iter().filter(|c| c.change_scale == scale).flat_map(|c| values(c, drawn));
    let is_official = drawn.comparisons.iter().all(statistics_notes::is_official);
    Panel {
        role: PanelRole::Changes,
        title: match scale {
            ChangeScale::Percent if is_official => say!("figure-change-axis.worked-out").to_owned(),
            ChangeScale::Points if is_official => say!("figure-change-axis-points.worked-out").to_owned(),
            ChangeScale::Percent => say!("figure-change-axis").to_owned(),
            ChangeScale::Points => say!("figure-change-axis-points").to_owned(),
        },
        axis: Some(axis::of_changes(values, scale)),
        side_words: Some(side_words(drawn.indicator.polarity)),
        weight: 1.25,
    }
}

/// Every change that stands on the axis, and the benchmark's.
pub fn values(comparison: &Comparison<'_>, drawn: &Drawn<'_>) -> impl Iterator<Item = f64> {
    let benchmark = benchmarks::of_change(comparison, drawn).map(|(_, change)| change.signed());
    alt_text::shown_values(comparison).into_iter().chain(benchmark)
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

fn level_cell(comparison: &Comparison<'_>, drawn: &Drawn<'_>) -> Cell {
    let mut cell = Cell::default();
    let missing = suppressed::missing_end(comparison);
    for placed in levels::both(comparison, drawn.scale) {
        let label = levels::label(comparison, placed, drawn.scale);
        let levels::Stand { at: to, high } = placed.stand;
        cell.marks.push(Mark {
            shape: MarkShape::Bar { to, high, slot: placed.slot, open: placed.open },
            look: placed.look,
            label: match missing {
                Some(missing) => say!("figure-one-level", level = label, missing = missing),
                None => label,
            },
        });
    }
    cell.marks.extend(benchmarks::mark(comparison, drawn));
    if cell.marks.is_empty() {
        cell.text = match (comparison.before(), comparison.after()) {
            (None, None) if missing.is_some() => instead_of_a_number().to_owned(),
            (None, None) => say!("figure-level-not-published").to_owned(),
            _ => say!("figure-length-not-known").to_owned(),
        };
    }
    cell
}

fn change_cell(comparison: &Comparison<'_>, drawn: &Drawn<'_>) -> Cell {
    let mut cell = Cell::default();
    let unit = &comparison.located.indicator.unit;
    if comparison.shown_change() == ShownChange::Contradiction {
        cell.text = changes::contradiction(comparison);
        return cell;
    }
    if comparison.change_scale != drawn.change_scale {
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
    cell.marks.extend(benchmarks::mark_of_change(comparison, drawn, |percent| percent, words::change));
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
pub fn computed_label(comparison: &Comparison<'_>) -> String {
    let change = changes::computed(comparison).unwrap_or_default();
    let unit = &comparison.located.indicator.unit;
    if levels::counts_are_small(comparison)
        && let Published::Pair { before, after, .. } = &comparison.located.outcome.published
    {
        let (before, after) = (words::level(&before.number, unit), words::level(&after.number, unit));
        return say!("figure-small-counts", before = before, after = after, percent = change);
    }
    // Every change of official statistics is worked out, which the heading says once.
    if statistics_notes::is_official(comparison) { change } else { say!("figure-computed", percent = change) }
}
