//! From before to after in rows: a hollow dot, a filled dot and an arrow between them, on one axis of levels.
//!
//! It draws outcomes with both levels only; the rest is left out with its reason (R1, R2).

use crate::compare::{AxisNeed, BenchmarkStanding, ChangeScale, Comparison, LevelScale, one_axis, sort};
use crate::model::{Dataset, FigureKind, Indicator, Order};
use crate::say;

use super::{
    Beside, Body, Cell, Figure, Fill, LeftOutRow, LevelSlot, Mark, MarkShape, Panel, Row, Rows, alt_text, groups,
    levels, mark_style, notes, titles, words,
};

/// The figure of the kind `dumbbell`.
pub fn figure(dataset: &Dataset, comparisons: Vec<Comparison<'_>>, order: Order) -> Figure {
    let mut selection = one_axis(comparisons, AxisNeed::BothLevels);
    let scale = selection.scale;
    let mut left_out = notes::left_out_rows(&selection.left_out);
    left_out.extend(take_too_large(&mut selection.drawn, scale));
    let Some(indicator) = selection.drawn.first().map(|c| c.located.indicator) else {
        return super::nothing_stands(FigureKind::Dumbbell, left_out);
    };
    sort(&mut selection.drawn, order);
    let drawn = &selection.drawn;
    let largest = levels::largest(drawn, scale);
    let row = |comparison: &Comparison<'_>| Row {
        outcome: comparison.located.outcome.id.clone(),
        label: comparison.place.clone(),
        sublabel: words::time_between(&comparison.located.outcome.published),
        cells: vec![cell(comparison, scale, largest)],
        spoken: alt_text::datum(comparison),
    };
    let panels = vec![panel(drawn, indicator, scale, largest)];
    let body = Body::Rows(Rows { panels, groups: groups::by_period(drawn, order, row) });
    let title = titles::finding(drawn, indicator);
    let subtitle = titles::subtitle(indicator, scale, ChangeScale::Percent, AxisNeed::BothLevels);
    let alt = alt_text::alt_of_rows(&title, &subtitle, drawn, &left_out);
    let mut own = notes::of_axis(drawn, order, scale);
    notes::of_open_levels(drawn, &mut own);
    notes::of_ranges(drawn, &mut own);
    let mut in_words = levels::benchmarks_in_words(drawn, scale, largest);
    in_words.extend(notes::of_other_benchmarks(drawn, Some(BenchmarkStanding::OnLevels)));
    Figure {
        kind: FigureKind::Dumbbell,
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

/// Takes away context that would squeeze everything else against the zero line, and says so.
fn take_too_large(drawn: &mut Vec<Comparison<'_>>, scale: LevelScale) -> Vec<LeftOutRow> {
    let largest = levels::largest(drawn, scale);
    let too_large = |c: &Comparison<'_>| levels::is_too_large(c, scale, largest);
    let reason = say!("left-out-too-large");
    let taken = drawn.iter().filter(|c| too_large(c)).map(|c| notes::left_out_row(c, reason.to_owned())).collect();
    drawn.retain(|c| !too_large(c));
    taken
}

fn panel(drawn: &[Comparison<'_>], indicator: &Indicator, scale: LevelScale, largest: f64) -> Panel {
    Panel {
        title: levels::panel_title(indicator, scale),
        axis: Some(levels::axis(levels::values(drawn.iter(), scale, largest), &indicator.unit)),
        side_words: None,
        weight: 1.0,
    }
}

fn cell(comparison: &Comparison<'_>, scale: LevelScale, largest: f64) -> Cell {
    let mut cell = Cell::default();
    let (Some(before), Some(after)) = (comparison.before(), comparison.after()) else { return cell };
    let (Some(from), Some(to)) = (levels::before(comparison, scale), levels::after(comparison, scale)) else {
        return cell;
    };
    let rises = to.at + to.top() >= from.at + from.top();
    // Of two ranges that share a level nobody knows which way it went.
    let way = if to.at >= from.top() {
        Some((from.top(), to.at))
    } else if from.at >= to.top() {
        Some((from.at, to.top()))
    } else {
        None
    };
    if let Some((from, to)) = way {
        cell.marks.push(Mark {
            shape: MarkShape::Way { from, to },
            look: mark_style::look(comparison, Fill::Solid),
            label: String::new(),
        });
    }
    for (level, stand, slot, fill) in
        [(before, from, LevelSlot::Before, Fill::Hollow), (after, to, LevelSlot::After, Fill::Solid)]
    {
        let beside = if rises == (slot == LevelSlot::After) { Beside::Higher } else { Beside::Lower };
        let open = level.number.bound().side();
        let centre = if slot == LevelSlot::Before { comparison.before_on(scale) } else { comparison.after_on(scale) };
        cell.marks.push(Mark {
            shape: MarkShape::Dot { at: stand.at, high: stand.high, slot, beside, open },
            look: mark_style::look(comparison, fill),
            label: levels::label(comparison, level, centre.unwrap_or(stand.at), scale),
        });
    }
    cell.marks.extend(levels::benchmark_mark(comparison, scale, largest));
    cell
}
