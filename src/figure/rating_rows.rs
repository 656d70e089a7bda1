//! Ratings: the grade before and the grade after, each as a step on its own scale (R8).

use crate::compare::ladder::RatingLadder;
use crate::compare::{Comparison, RatingChange};
use crate::model::{Framework, Grade, Published};
use crate::say;

use super::assembly::{Drawn, FigureParts, row};
use super::{
    Body, Cell, Fill, Mark, MarkShape, Panel, PanelRole, Row, RowGroup, Rows, alt_text, mark_style, notes, words,
};

/// The parts of the kind `rating`.
pub fn parts(drawn: &mut Drawn<'_>) -> FigureParts {
    drawn.sort();
    let comparisons = &drawn.comparisons;
    let panel = |title: &str, weight: f32| Panel {
        role: PanelRole::Words,
        title: title.to_owned(),
        axis: None,
        side_words: None,
        weight,
    };
    let better = |c: &&Comparison<'_>| matches!(c.rating, Some(RatingChange::Steps(steps)) if steps > 0);
    let better = comparisons.iter().filter(better).count();
    let title = match comparisons.as_slice() {
        [only] => say!("title-one-rating", place = only.place.as_str()),
        several => say!("title-ratings", count = words::sentence_case(&words::count(several.len()))),
    };
    let mut spoken: Vec<String> = comparisons.iter().map(alt_text::datum).collect();
    if better > 0 {
        spoken.push(say!("alt-ratings-better", count = words::sentence_case(&words::count(better))));
    }
    let rows = comparisons.iter().map(|c| Row { sublabel: when(c), ..row(c, cells(c)) }).collect();
    let body = Body::Rows(Rows {
        panels: vec![
            panel(say!("rating-column-before"), 1.0),
            panel(say!("rating-column-after"), 1.0),
            panel(say!("rating-column-steps"), 0.8),
        ],
        groups: vec![RowGroup { heading: String::new(), rows }],
    });
    let subtitle = say!("title-ratings-subtitle").to_owned();
    FigureParts { title, subtitle, body, spoken, notes: notes::of_rules(comparisons, Vec::new()) }
}

fn when(comparison: &Comparison<'_>) -> String {
    words::time_between(&comparison.located.outcome.published)
}

fn cells(comparison: &Comparison<'_>) -> Vec<Cell> {
    let Published::Rating { before, after } = &comparison.located.outcome.published else { return Vec::new() };
    let steps = comparison.rating.map_or_else(String::new, |r| words::sentence_case(&alt_text::rating_words(r)));
    vec![
        grade_cell(comparison, before, Fill::Hollow),
        grade_cell(comparison, after, Fill::Solid),
        Cell { marks: Vec::new(), text: steps },
    ]
}

fn grade_cell(comparison: &Comparison<'_>, grade: &Grade, fill: Fill) -> Cell {
    let words = |text: String| Cell { marks: Vec::new(), text };
    match ladder_step(grade) {
        Some((step, of)) => {
            let (shape, look) = (MarkShape::Step { step, of }, mark_style::look(comparison, fill));
            Cell { marks: vec![Mark { shape, look, label: grade.grade.clone() }], text: String::new() }
        }
        None if grade.framework.as_ref().is_some_and(Framework::tells) => {
            words(say!("rating-grade-scale-not-known", grade = grade.grade.as_str()))
        }
        None => words(say!("rating-grade-framework-not-stated", grade = grade.grade.as_str())),
    }
}

/// Which step of how many a grade is; `None` where its scale is not known.
pub fn ladder_step(grade: &Grade) -> Option<(usize, usize)> {
    let ladder = RatingLadder::of(grade)?;
    Some((ladder.place(&grade.grade)?, ladder.grades().len()))
}
