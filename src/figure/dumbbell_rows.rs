//! From before to after in rows: a hollow dot, a filled dot and an arrow between them, on one axis of levels.
//!
//! The figure draws outcomes with both levels only; the rest is left out with its reason (R1, R2).

use crate::compare::{BenchmarkStanding, Comparison};
use crate::say;

use super::assembly::{Drawn, FigureParts, row};
use super::{Beside, Cell, Fill, LevelSlot, Mark, MarkShape, benchmarks, levels, mark_style, notes, titles};

/// The parts of the kind `dumbbell`.
pub fn parts(drawn: &mut Drawn<'_>) -> FigureParts {
    let (scale, largest) = (drawn.scale, drawn.largest);
    // Context would squeeze everything else against the zero line.
    drawn.leave_out(say!("left-out-too-large"), |c| levels::is_too_large(c, scale, largest));
    drawn.sort();
    let body = drawn.rows(vec![levels::panel(drawn)], |c| row(c, vec![cell(c, drawn)]));
    let mut own = notes::of_axis(drawn);
    notes::of_levels(&drawn.comparisons, &mut own);
    let mut notes = notes::of_rules(&drawn.comparisons, own);
    notes.extend(benchmarks::in_words(drawn, &[BenchmarkStanding::OnLevels]));
    drawn.of_concept(titles::subtitle(drawn), body, notes)
}

fn cell(comparison: &Comparison<'_>, drawn: &Drawn<'_>) -> Cell {
    let mut cell = Cell::default();
    let (Some(before), Some(after)) = (levels::before(comparison, drawn.scale), levels::after(comparison, drawn.scale))
    else {
        return cell;
    };
    let (from, to) = (before.stand, after.stand);
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
    for end in [before, after] {
        let beside = if rises == (end.slot == LevelSlot::After) { Beside::Higher } else { Beside::Lower };
        let (at, high) = (end.stand.at, end.stand.high);
        cell.marks.push(Mark {
            shape: MarkShape::Dot { at, high, slot: end.slot, beside, open: end.open },
            look: end.look,
            label: levels::label(comparison, end, drawn.scale),
        });
    }
    cell.marks.extend(benchmarks::mark(comparison, drawn));
    cell
}
