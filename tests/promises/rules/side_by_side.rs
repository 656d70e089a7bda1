//! Councils side by side: a column a council, a row a concept, gaps stated, and for each row whether it may be compared (R1, R2, R14).

use sidebyside::compare::Comparable;
use sidebyside::figure::{Body, Figure, Grid, GridRow, figure};
use sidebyside::model::{CouncilId, Dataset, FigureKind, View};

use super::{made, shipped};

fn of(dataset: &Dataset, councils: &[&str]) -> Figure {
    let councils: Vec<CouncilId> = councils.iter().map(|id| CouncilId::new(*id)).collect();
    figure(dataset, &View { councils: councils.into(), ..View::default() }, FigureKind::SideBySide).unwrap()
}

fn grid(figure: &Figure) -> &Grid {
    let Body::Grid(grid) = &figure.body else { panic!("no grid but {:?}", figure.body) };
    grid
}

fn row<'f>(figure: &'f Figure, concept: &str) -> &'f GridRow {
    grid(figure).rows.iter().find(|row| row.title == concept).unwrap_or_else(|| panic!("no row {concept}"))
}

#[test]
fn r1_columns_stand_as_asked_and_rows_are_aligned() {
    let figure = of(shipped(), &["leeds", "brighton-and-hove", "staffordshire"]);
    let names: Vec<&str> = grid(&figure).columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["Leeds", "Brighton and Hove", "Staffordshire"]);
    assert!(grid(&figure).rows.iter().all(|row| row.cells.len() == 3), "one cell a council");
    let care = row(&figure, "Looked-after children");
    let labels: Vec<String> = care.cells.iter().map(|cell| cell.tiles[0].spoken.clone()).collect();
    assert!(labels[0].contains("15.5%") && labels[1].contains("26%") && labels[2].contains("stable"), "{labels:?}");
    assert_eq!(care.answer.as_ref().unwrap().answer, Comparable::WithCare);
}

#[test]
fn r14_a_gap_is_stated_and_answers_nothing() {
    let figure = of(shipped(), &["leeds", "brighton-and-hove", "staffordshire"]);
    let plans = row(&figure, "Child protection plans");
    assert_eq!(plans.cells.iter().filter(|cell| cell.tiles.is_empty()).count(), 2);
    assert!(plans.cells.iter().all(|cell| cell.tiles.is_empty() != cell.gap.is_empty()));
    assert!(plans.answer.is_none(), "only one council published it");
    assert!(figure.alt.contains("Leeds: nothing on this"), "{}", figure.alt);
}

#[test]
fn grades_of_other_frameworks_may_not_be_compared() {
    let figure = of(shipped(), &["leeds", "brighton-and-hove"]);
    let grades = row(&figure, "Ofsted rating").answer.as_ref().unwrap();
    assert_eq!(grades.answer, Comparable::No);
    assert!(figure.alt.contains(&grades.text), "{}", figure.alt);
}

#[test]
fn a_topic_is_named_once_and_what_is_shared_comes_first() {
    let figure = of(shipped(), &["leeds", "brighton-and-hove", "staffordshire"]);
    let rows = &grid(&figure).rows;
    let topics: Vec<&str> = rows.iter().map(|row| row.topic.as_str()).filter(|topic| !topic.is_empty()).collect();
    let mut once = topics.clone();
    once.dedup();
    assert_eq!(topics, once);
    assert_eq!(rows[0].title, "Looked-after children");
    assert!(!rows[0].topic.is_empty());
}

#[test]
fn r11_what_councils_share_stands_in_each_column_as_one() {
    let pair = "pair(before: (50, \"2015\"), after: (60, \"2016\"))";
    let mut dataset = made(&[["joint", "a", "children", pair, ""], ["own", "b", "costs", pair, ""]]);
    dataset.context[0].places.push(CouncilId::new("b"));
    let figure = of(&dataset, &["a", "b"]);
    let children = row(&figure, "Children");
    assert!(children.cells.iter().all(|cell| cell.tiles.len() == 1), "{children:?}");
    assert_eq!(children.cells[0].tiles[0].subtitle, "together with Bordshire");
    assert_eq!(figure.drawn().len(), 2, "each outcome once");
    assert!(children.answer.is_none(), "one outcome is compared with nobody");
}

#[test]
fn r2_other_numbers_of_councils_draw_nothing_and_say_why() {
    for councils in [&["leeds"][..], &["leeds", "kent", "devon", "hull", "slough"]] {
        let figure = of(shipped(), councils);
        assert!(matches!(figure.body, Body::Empty(_)), "{councils:?}");
        assert!(figure.left_out.iter().all(|left| left.reason.contains("two to four councils")));
    }
}

#[test]
fn r10_a_benchmark_without_a_mark_stands_in_the_notes() {
    let pair = "pair(before: (50, \"2015\"), after: (60, \"2016\"))";
    let dataset = made(&[
        ["x", "a", "children", pair, "benchmark: Some((of: \"national average\", is: level(55), over: \"2016\"))"],
        ["y", "b", "children", pair, ""],
    ]);
    let figure = of(&dataset, &["a", "b"]);
    assert!(figure.notes.iter().any(|note| note.text.contains("national average")), "{:#?}", figure.notes);
}
