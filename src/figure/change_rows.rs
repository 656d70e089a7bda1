//! Rows of one concept: levels before and after, changes in per cent, or both aligned.

use crate::compare::suppression::instead_of_a_number;
use crate::compare::{AxisNeed, Comparison, LevelScale, Reconciliation, Rule, ShownChange, one_axis, sort};
use crate::model::{Change, ChangeUnit, Dataset, FigureKind, Indicator, Order, Polarity, Published, Unit};
use crate::say;

use super::{
    Body, Cell, Figure, Fill, Mark, MarkShape, Note, Panel, Row, Rows, Slot, axis, groups, levels, looks, notes,
    spoken, suppressed, titles, words,
};

/// The figure of the kinds `both`, `paired` and `change`.
pub fn figure(dataset: &Dataset, comparisons: Vec<Comparison<'_>>, kind: FigureKind, order: Order) -> Figure {
    let need = match kind {
        FigureKind::Paired => AxisNeed::Levels,
        FigureKind::Change => AxisNeed::ChangePercent,
        _ => AxisNeed::LevelsAndChange,
    };
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
        panels.push(change_panel(drawn, indicator, largest_change));
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
            cells.push(change_cell(comparison, largest_change));
        }
        Row {
            outcome: comparison.located.outcome.id.clone(),
            label: comparison.place.clone(),
            sublabel: words::time_between(&comparison.located.outcome.published),
            cells,
            spoken: spoken::datum(comparison),
        }
    };
    let body = Body::Rows(Rows { panels, groups: groups::by_period(drawn, order, row) });
    let title = titles::finding(drawn, indicator);
    let subtitle = titles::subtitle(indicator, scale, need);
    let alt = spoken::alt_of_rows(&title, &subtitle, drawn, &left_out);
    let mut own = notes::of_axis(drawn, order, scale);
    if levels {
        notes::of_open_levels(drawn, &mut own);
        notes::of_ranges(drawn, &mut own);
    }
    if changes && drawn.iter().any(|c| levels::computed_range(c).is_some()) {
        own.push(Note { rule: Rule::R4, text: say!("note-range-of-change").to_owned() });
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
    Figure {
        kind,
        key: looks::key_of(&body),
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

fn change_panel(drawn: &[Comparison<'_>], indicator: &Indicator, largest: f64) -> Panel {
    let values = drawn.iter().flat_map(|c| {
        let range =
            c.stated.iter().filter(|s| s.unit == ChangeUnit::Percent).flat_map(|s| [Some(s.signed()), s.signed_high()]);
        let benchmark = levels::benchmark_of_change(c, largest).map(|(_, change)| change.signed());
        let computed = levels::computed_range(c).map(|(low, high)| [Some(low), Some(high)]).into_iter().flatten();
        range.chain(computed).chain([spoken::shown_percent(c), benchmark]).flatten().collect::<Vec<_>>()
    });
    Panel {
        title: say!("figure-change-axis").to_owned(),
        axis: Some(axis::of_changes(values)),
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
        (comparison.before(), comparison.before_on(scale), Slot::Before, Fill::Hollow),
        (comparison.after(), comparison.after_on(scale), Slot::After, Fill::Solid),
    ];
    for (level, place, slot, fill) in published {
        let (Some(level), Some(to)) = (level, place) else { continue };
        let stand = if slot == Slot::Before { levels::before } else { levels::after };
        let Some(stand) = stand(comparison, scale) else { continue };
        cell.marks.push(Mark {
            shape: MarkShape::Bar { to: stand.at, high: stand.high, slot, open: level.number.bound().side() },
            look: looks::look(comparison, fill),
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

fn change_cell(comparison: &Comparison<'_>, largest: f64) -> Cell {
    let mut cell = Cell::default();
    let unit = &comparison.located.indicator.unit;
    let stated = comparison.stated.iter().find(|c| c.unit == ChangeUnit::Percent);
    let look = looks::look(comparison, Fill::Solid);
    match (comparison.shown_change(), stated) {
        (ShownChange::Computed(value, bound), None) => cell.marks.push(Mark {
            shape: MarkShape::Change { to: value, high: None, open: bound.side() },
            look,
            label: computed_label(comparison),
        }),
        // Where a stated and a computed change agree the stated one stands; where they do not, both do (R5).
        (ShownChange::Computed(value, _), Some(stated)) => {
            let conflict = conflicts(comparison, stated);
            let label = if conflict {
                say!(
                    "figure-stated-and-computed",
                    stated = words::change(stated, unit),
                    computed = words::percent(value)
                )
            } else {
                say!("figure-stated", stated = words::change(stated, unit))
            };
            let high = if conflict { Some(value) } else { stated.signed_high() };
            let open = looks::open_change(stated);
            cell.marks.push(Mark { shape: MarkShape::Change { to: stated.signed(), high, open }, look, label });
        }
        (ShownChange::Stated(stated), _) => cell.marks.push(Mark {
            shape: MarkShape::Change {
                to: stated.signed(),
                high: stated.signed_high(),
                open: looks::open_change(stated),
            },
            look,
            label: words::change(stated, unit),
        }),
        (ShownChange::Direction(direction), _) => cell.marks.push(looks::direction_mark(comparison, direction)),
        (ShownChange::None, _) if levels::computed_range(comparison).is_some() => {
            cell.marks.extend(levels::range_mark(comparison));
        }
        (ShownChange::None, _) => {
            cell.text = match comparison.stated.first() {
                _ if suppressed::missing_end(comparison).is_some() => instead_of_a_number().to_owned(),
                Some(change) => say!("figure-no-percentage-published", change = words::change(change, unit)),
                None => say!("figure-no-percentage").to_owned(),
            };
        }
    }
    if let Some((benchmark, change)) = levels::benchmark_of_change(comparison, largest) {
        let label = levels::benchmark_label(benchmark, &words::change(change, &Unit::PERCENT));
        cell.marks.push(levels::benchmark_at(comparison, change.signed(), label));
    }
    cell
}

/// Whether this stated change can't be reconciled with the levels (R5).
pub fn conflicts(comparison: &Comparison<'_>, stated: &Change) -> bool {
    let told = |r: &Reconciliation| matches!(r, Reconciliation::Conflicts { stated: s, .. } if s == stated);
    comparison.reconciliations.iter().any(told)
}

/// Small counts come first, the percentage only beside them (R6).
fn computed_label(comparison: &Comparison<'_>) -> String {
    let percent = spoken::computed(comparison).unwrap_or_default();
    let unit = &comparison.located.indicator.unit;
    match &comparison.located.outcome.published {
        Published::Pair { before, after, .. } if levels::counts_are_small(comparison) => {
            say!(
                "figure-small-counts",
                before = words::level(&before.number, unit),
                after = words::level(&after.number, unit),
                percent = percent,
            )
        }
        // The change of a share is told in points as well; a percentage of a percentage alone would mislead.
        _ => match comparison.difference {
            Some(difference) if comparison.located.indicator.is_share() => {
                let sign = if difference > 0.0 { "+" } else { "" };
                let points = format!("{sign}{}", words::computed(difference));
                say!(
                    "figure-computed-in-points",
                    n = crate::words::number_of(&points),
                    percent = percent,
                    points = points
                )
            }
            _ => say!("figure-computed", percent = percent),
        },
    }
}
