//! Ratings: the grade before and the grade after, each as a step on its own scale (R8).

use crate::compare::ladder::{RatingLadder, is_stated, plain};
use crate::compare::{AxisNeed, Comparison, one_axis, sort};
use crate::model::{Dataset, FigureKind, Grade, Order, Published};
use crate::say;

use super::{
    Body, Cell, Figure, Fill, Mark, MarkShape, Panel, Row, RowGroup, Rows, alt_text, mark_style, notes, words,
};

/// The figure of the kind `rating`.
pub fn figure(dataset: &Dataset, comparisons: Vec<Comparison<'_>>, order: Order) -> Figure {
    let mut selection = one_axis(comparisons, AxisNeed::Ratings);
    let left_out = notes::left_out_rows(&selection.left_out);
    if selection.drawn.is_empty() {
        return super::empty(FigureKind::Rating, say!("rating-none-drawn"), left_out);
    }
    sort(&mut selection.drawn, order);
    let drawn = &selection.drawn;
    let panel = |title: &str, weight: f32| Panel { title: title.to_owned(), axis: None, side_words: None, weight };
    let rows: Vec<Row> = drawn.iter().filter_map(row).collect();
    let better =
        drawn.iter().filter(|c| matches!(c.rating, Some(crate::compare::RatingChange::Steps(steps)) if steps > 0));
    let better = better.count();
    let title = if rows.len() == 1 {
        say!("title-one-rating", place = drawn.first().map_or("", |c| c.place.as_str()))
    } else {
        say!("title-ratings", count = words::sentence_case(&words::count(rows.len())))
    };
    let subtitle = say!("title-ratings-subtitle").to_owned();
    let mut alt = say!("alt-figure", title = title.as_str(), what = subtitle.as_str());
    alt.push(' ');
    alt.push_str(&drawn.iter().map(alt_text::datum).collect::<Vec<_>>().join(" "));
    if better > 0 {
        alt.push(' ');
        alt.push_str(&say!("alt-ratings-better", count = words::sentence_case(&words::count(better))));
    }
    let body = Body::Rows(Rows {
        panels: vec![
            panel(say!("rating-column-before"), 1.0),
            panel(say!("rating-column-after"), 1.0),
            panel(say!("rating-column-steps"), 0.8),
        ],
        groups: vec![RowGroup { heading: String::new(), rows }],
    });
    Figure {
        kind: FigureKind::Rating,
        key: mark_style::key_of(&body),
        notes: notes::of_rules(drawn, Vec::new()),
        author_note: String::new(),
        source: notes::source_line(dataset, drawn),
        title,
        subtitle,
        body,
        left_out,
        alt,
    }
}

fn row(comparison: &Comparison<'_>) -> Option<Row> {
    let Published::Rating { before, after } = &comparison.located.outcome.published else { return None };
    let steps = comparison.rating.map_or_else(String::new, |r| words::sentence_case(&alt_text::rating_words(r)));
    Some(Row {
        outcome: comparison.located.outcome.id.clone(),
        label: comparison.place.clone(),
        sublabel: words::time_between(&comparison.located.outcome.published),
        cells: vec![
            grade_cell(comparison, before, Fill::Hollow),
            grade_cell(comparison, after, Fill::Solid),
            Cell { marks: Vec::new(), text: steps },
        ],
        spoken: alt_text::datum(comparison),
    })
}

fn grade_cell(comparison: &Comparison<'_>, grade: &Grade, fill: Fill) -> Cell {
    match ladder_step(grade) {
        Some((step, of)) => Cell {
            marks: vec![Mark {
                shape: MarkShape::Step { step, of },
                look: mark_style::look(comparison, fill),
                label: grade.grade.clone(),
            }],
            text: String::new(),
        },
        None if is_stated(&plain(&grade.framework)) => {
            Cell { marks: Vec::new(), text: say!("rating-grade-scale-not-known", grade = grade.grade.as_str()) }
        }
        None => {
            Cell { marks: Vec::new(), text: say!("rating-grade-framework-not-stated", grade = grade.grade.as_str()) }
        }
    }
}

/// Which step of how many a grade is; `None` where its scale is not known.
pub fn ladder_step(grade: &Grade) -> Option<(usize, usize)> {
    let ladder = RatingLadder::of(grade)?;
    Some((ladder.place(&grade.grade)?, ladder.grades().len()))
}
