//! R15: not a league table.

use sidebyside::compare::{Comparison, Rule};
use sidebyside::figure::{Body, Figure, Note, figure};
use sidebyside::model::{Dataset, FigureKind, Order, Role, View};

use super::{comparison, made, on_axes, shipped, view};

fn drawn(figure: &Figure) -> Vec<&str> {
    figure.drawn().iter().map(|id| id.as_str()).collect()
}

/// Four changes whose order by size, by name and by period differ.
fn four() -> Dataset {
    let change = |by: &str, over: &str| format!("change(stated: [\"{by}\"], over: \"{over}\")");
    made(&[
        ["long", "a", "children", &change("fell 5%", "2010/2017"), ""],
        ["short", "d", "children", &change("rose 50%", "12 months"), ""],
        ["unknown", "b", "children", &change("fell 90%", "not stated"), ""],
        ["short-too", "c", "children", &change("fell 10%", "1 year"), ""],
        ["nation", "b", "children", &change("fell 1%", "1 month"), "role: context"],
    ])
}

/// The note on the order of the rows; the first note says whether they may be compared.
fn ranking_note(figure: &Figure) -> Option<&Note> {
    let notes = figure.notes.iter().skip(usize::from(figure.comparability.is_some()));
    notes.into_iter().find(|note| note.rule == Rule::R15)
}

#[test]
fn r15_the_default_order_is_by_length_of_period_then_name() {
    assert_eq!(View::default().order, Order::Period);
    let dataset = four();
    for kind in [FigureKind::Both, FigureKind::Change] {
        let figure = figure(&dataset, &view("children"), kind).unwrap();
        assert_eq!(drawn(&figure), ["short-too", "short", "long", "unknown", "nation"], "context stands apart");
        let Body::Rows(rows) = &figure.body else { panic!("{figure:?}") };
        let headings: Vec<&str> = rows.groups.iter().map(|group| group.heading.as_str()).collect();
        assert_eq!(headings, ["", "Context: figures of no programme"], "a panel says how long");
        assert_eq!(ranking_note(&figure), None, "what is not ranked needs no word against ranking");
    }
}

#[test]
fn r15_ranking_by_size_is_the_readers_choice_with_a_caution() {
    let dataset = four();
    let ranked = View { order: Order::Change, ..view("children") };
    for kind in [FigureKind::Both, FigureKind::Change] {
        let figure = figure(&dataset, &ranked, kind).unwrap();
        assert_eq!(drawn(&figure), ["unknown", "short-too", "long", "short", "nation"]);
        let note = ranking_note(&figure).unwrap();
        assert_eq!(note.text, "Ranked by size at your request, but not a league table: the periods differ in length.");
    }
    let by_name = View { order: Order::Name, ..view("children") };
    let figure = figure(&dataset, &by_name, FigureKind::Change).unwrap();
    assert_eq!(drawn(&figure), ["long", "unknown", "short-too", "short", "nation"]);
}

#[test]
fn r15_size_does_not_decide_where_an_outcome_stands() {
    // The same four with all sizes turned round stand in the same order.
    let (dataset, mut turned) = (four(), four());
    for outcome in &mut turned.context {
        if let sidebyside::model::Published::Change { stated, .. } = &mut outcome.published {
            let by = format!("rose {}%", 100.0 - stated[0].by.value());
            stated[0] = sidebyside::model::Change::parse(&by).unwrap();
        }
    }
    for kind in FigureKind::ALL {
        let order = |dataset: &Dataset| {
            let figure = figure(dataset, &view("children"), kind).unwrap();
            drawn(&figure).into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(order(&dataset), order(&turned), "{kind:?}");
    }
}

#[test]
fn r15_every_shipped_concept_is_ordered_and_says_periods_differ() {
    let dataset = shipped();
    let mut differing = 0;
    for indicator in &dataset.indicators {
        for kind in on_axes() {
            let figure = figure(dataset, &view(indicator.id.as_str()), kind).unwrap();
            let Body::Rows(rows) = &figure.body else { continue };
            let mut before: Option<Comparison<'_>> = None;
            for row in rows.groups.iter().flat_map(|group| &group.rows) {
                let this = comparison(dataset, row.outcome.as_str());
                if let Some(before) = before {
                    let place = |c: &Comparison<'_>| {
                        let months = c.duration_months.map_or(i64::MAX, |months| (months * 10.0).round() as i64);
                        (c.located.outcome.role == Role::Context, months, c.place.to_lowercase())
                    };
                    assert!(place(&before) <= place(&this), "{} after {}", row.outcome, before.located.outcome.id);
                }
                before = Some(this);
            }
            let shown: Vec<Comparison<'_>> = drawn(&figure).into_iter().map(|id| comparison(dataset, id)).collect();
            let differ = sidebyside::compare::periods_differ(&shown);
            differing += usize::from(differ);
            assert_eq!(
                ranking_note(&figure),
                None,
                "{}: what is not ranked needs no word against ranking",
                indicator.id
            );
        }
    }
    assert!(differing > 3, "{differing}");
}
