//! R2: one axis, one unit, one concept; drawn and left out together are exactly what was selected.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::subsequence;

use sidebyside::figure::table::{COLUMNS, Value, rows};
use sidebyside::figure::{Body, Panel, PanelRole, figure};
use sidebyside::model::{Dataset, FigureKind, Filter, Form, IndicatorId, Located, Order, Role, View};

use super::{made, shipped, view};

/// The outcomes that a view asks for, told anew: every filter that asks for anything has to hold.
fn asked_for(dataset: &Dataset, view: &View) -> Vec<String> {
    fn wants<T>(asked: &Filter<T>, holds: impl FnOnce(&[T]) -> bool) -> bool {
        match asked {
            Filter::All => true,
            Filter::These(these) => holds(these),
        }
    }
    let holds = |located: &Located<'_>| {
        let (outcome, programme) = (located.outcome, located.programme);
        let mut regions = outcome.places.iter().filter_map(|id| dataset.council(id)).map(|council| &council.region);
        let topics = [Some(&located.indicator.topic), programme.map(|p| &p.topic)];
        wants(&view.councils, |these| outcome.places.iter().any(|id| these.contains(id)))
            && wants(&view.indicators, |these| these.contains(&outcome.indicator))
            && wants(&view.programmes, |these| programme.is_some_and(|p| these.contains(&p.id)))
            && wants(&view.topics, |these| topics.into_iter().flatten().any(|topic| these.contains(topic)))
            && wants(&view.regions, |these| regions.any(|region| these.contains(region)))
            && wants(&view.roles, |these| these.contains(&outcome.role))
            && wants(&view.forms, |these| these.contains(&outcome.published.form()))
            && wants(&view.sources, |these| outcome.sources.iter().any(|s| these.contains(&s.source)))
    };
    let mut ids: Vec<String> = dataset.outcomes().filter(holds).map(|l| l.outcome.id.to_string()).collect();
    ids.sort();
    ids
}

/// Views that ask for a little of everything: a filter asks for all more often than not, and now and then for none.
fn views() -> impl Strategy<Value = View> {
    fn some<T: Clone + std::fmt::Debug + 'static>(all: Vec<T>, most: usize) -> BoxedStrategy<Filter<T>> {
        let most = most.min(all.len());
        prop_oneof![3 => Just(Filter::All), 1 => subsequence(all, 0..=most).prop_map(Filter::These)].boxed()
    }
    let dataset = shipped();
    let topics: BTreeSet<_> = dataset.indicators.iter().map(|indicator| indicator.topic.clone()).collect();
    let regions: BTreeSet<_> = dataset.councils.iter().map(|council| council.region.clone()).collect();
    let concepts: Vec<Vec<IndicatorId>> = concepts(dataset);
    let indicators = prop_oneof![
        2 => Just(Filter::All),
        1 => some(dataset.indicators.iter().map(|i| i.id.clone()).collect(), 4),
        3 => proptest::sample::select(concepts).prop_map(Filter::These),
    ];
    let places = (
        some(dataset.councils.iter().map(|c| c.id.clone()).collect(), 20),
        some(regions.into_iter().collect(), 3),
        some(dataset.programmes.iter().map(|p| p.id.clone()).collect(), 20),
    );
    let rest = (
        some(topics.into_iter().collect(), 3),
        some(Role::ALL.to_vec(), 3),
        some(Form::ALL.to_vec(), 4),
        some(dataset.sources.iter().map(|s| s.id.clone()).collect(), 3),
        proptest::sample::select(Order::ALL.to_vec()),
    );
    (places, indicators, rest).prop_map(
        |((councils, regions, programmes), indicators, (topics, roles, forms, sources, order))| View {
            scale: sidebyside::model::SeriesScale::default(),
            councils,
            indicators,
            programmes,
            topics,
            regions,
            roles,
            forms,
            sources,
            order,
        },
    )
}

/// The indicators of each concept.
fn concepts(dataset: &Dataset) -> Vec<Vec<IndicatorId>> {
    let concepts: BTreeSet<&str> = dataset.indicators.iter().map(|i| i.concept.as_str()).collect();
    concepts
        .into_iter()
        .map(|concept| dataset.indicators.iter().filter(|i| i.concept == concept).map(|i| i.id.clone()).collect())
        .collect()
}

/// Holds the rule for one view and one kind.
fn hold(dataset: &Dataset, view: &View, kind: FigureKind) {
    let selected = asked_for(dataset, view);
    match figure(dataset, view, kind) {
        Ok(figure) => {
            let mut shown: Vec<String> = figure.drawn().iter().map(ToString::to_string).collect();
            shown.extend(figure.left_out.iter().map(|left| left.outcome.to_string()));
            shown.sort();
            assert_eq!(shown, selected, "{kind:?} of {view:?}");
            for left in &figure.left_out {
                assert!(!left.name.is_empty() && left.reason.ends_with('.'), "{left:?}");
            }
            one_unit(dataset, &figure.body);
            assert!((1..=12).contains(&figure.title.split_whitespace().count()), "{}", figure.title);
        }
        Err(several) => {
            assert!(kind.needs_one_concept(), "{kind:?}");
            assert!(several.found.len() > 1, "{several:?}");
            let found: BTreeSet<&str> = several.found.iter().map(String::as_str).collect();
            let of = |id: &String| super::located(dataset, id).indicator.concept.as_str();
            assert_eq!(found, selected.iter().map(of).collect::<BTreeSet<_>>(), "{kind:?} of {view:?}");
        }
    }
}

/// What stands on an axis is of one indicator, or in index points of one concept; each panel has one axis at most.
fn one_unit(dataset: &Dataset, body: &Body) {
    if let Body::Slopes(groups) = body {
        let drawn = groups.iter().flat_map(|group| &group.lines);
        let indicators: BTreeSet<&str> =
            drawn.map(|line| super::located(dataset, line.outcome.as_str()).indicator.id.as_str()).collect();
        assert_eq!(indicators.len(), 1, "{indicators:?} share two axes");
    }
    let Body::Rows(rows) = body else { return };
    if rows.panels.iter().all(|panel| panel.axis.is_none()) {
        return;
    }
    let drawn = rows.groups.iter().flat_map(|group| &group.rows);
    let counts = |panel: &&Panel| panel.role != PanelRole::Periods;
    let in_index_points = rows.panels.iter().filter(counts).all(|panel| panel.title == "Index (before = 100)");
    let counted = drawn.map(|row| super::located(dataset, row.outcome.as_str()).indicator);
    let counted: BTreeSet<&str> =
        counted.map(|indicator| if in_index_points { &indicator.concept } else { indicator.id.as_str() }).collect();
    assert_eq!(counted.len(), 1, "{counted:?} share an axis");
    for row in rows.groups.iter().flat_map(|group| &group.rows) {
        assert_eq!(row.cells.len(), rows.panels.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn r2_drawn_and_left_out_are_exactly_what_was_selected(view in views()) {
        for kind in FigureKind::ALL {
            hold(shipped(), &view, kind);
        }
        let id = COLUMNS.iter().position(|column| *column == "outcome_id").unwrap();
        let mut in_table: Vec<String> = rows(shipped(), &view)
            .into_iter()
            .map(|mut row| match row.swap_remove(id) {
                Value::Text(id) => id,
                other => panic!("{other:?}"),
            })
            .collect();
        in_table.sort();
        prop_assert_eq!(in_table, asked_for(shipped(), &view));
    }
}

#[test]
fn r2_every_concept_of_the_shipped_dataset_keeps_to_one_unit() {
    for indicators in concepts(shipped()) {
        let view = View { indicators: indicators.into(), ..View::default() };
        for kind in FigureKind::ALL {
            hold(shipped(), &view, kind);
        }
    }
}

#[test]
fn r2_a_number_and_a_rate_never_share_an_axis() {
    let pair = "pair(before: (50, \"2015\"), after: (60, \"2016\"))";
    let dataset = made(&[
        ["rate", "a", "rate", pair, ""],
        ["number", "a", "children", pair, ""],
        ["other-number", "b", "children", pair, ""],
    ]);
    for kind in super::on_axes() {
        let view =
            View { indicators: vec![IndicatorId::new("rate"), IndicatorId::new("children")].into(), ..View::default() };
        let figure = figure(&dataset, &view, kind).unwrap();
        let drawn: Vec<&str> = figure.drawn().iter().map(|id| id.as_str()).collect();
        assert_eq!(drawn, ["number", "other-number"]);
        assert_eq!(figure.left_out[0].outcome.as_str(), "rate");
        let reason = "Its unit is \u{201c}per 10,000 children\u{201d}, and this axis is in \u{201c}children\u{201d}.";
        assert_eq!(figure.left_out[0].reason, reason);
        assert!(figure.alt.contains(reason), "what is missing is heard as well: {}", figure.alt);
    }
    let profile = figure(&dataset, &View::default(), FigureKind::Profile).unwrap();
    assert_eq!(profile.drawn().len(), 3, "each has an axis of its own");
}

#[test]
fn r2_several_concepts_are_named_where_one_is_drawn() {
    let pair = "pair(before: (50, \"2015\"), after: (60, \"2016\"))";
    let dataset = made(&[["x", "a", "costs", pair, ""], ["y", "a", "children", pair, ""]]);
    for kind in super::on_axes() {
        let several = figure(&dataset, &View::default(), kind).unwrap_err();
        assert_eq!(several.found, ["costs", "children"]);
        assert!(several.to_string().ends_with("the selection has 2: costs; children"), "{several}");
        assert!(figure(&dataset, &view("costs"), kind).is_ok());
    }
    assert!(figure(&dataset, &View::default(), FigureKind::Rating).is_ok());
}
