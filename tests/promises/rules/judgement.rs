//! R7: polarity is data. R8: ratings are steps. R9: roles stay apart. R10: benchmarks.

use sidebyside::app::{FileDialogs, State};
use sidebyside::compare::Rule;
use sidebyside::figure::table::Value;
use sidebyside::figure::{Body, Figure, Fill, KeyEntry, MarkShape, TileBody, figure};
use sidebyside::model::{FigureKind, Polarity, Role, View};

use super::{
    cautions, cell, figure_of, is_unreal, located, made, marks, on_axes, row, section, shipped, text, the_rows, tile,
    view, words,
};

#[test]
fn r7_looked_after_children_are_more_or_less_never_better() {
    for kind in FigureKind::ALL {
        let figure = figure(shipped(), &view("looked-after-children"), kind).unwrap();
        // The titles of the documents judge as they like.
        for word in words(&figure).into_iter().filter(|word| *word != figure.source) {
            let word = word.to_lowercase();
            for judging in ["better", "worse", "improve", "success"] {
                assert!(!word.contains(judging), "{kind:?}: {word}");
            }
        }
        if let Body::Rows(rows) = &figure.body {
            for (low, high) in rows.panels.iter().filter_map(|panel| panel.side_words.as_ref()) {
                assert_eq!((low.as_str(), high.as_str()), ("less", "more"));
            }
        }
    }
    for indicator in &shipped().indicators {
        if indicator.name.contains("ooked-after") || indicator.concept.contains("child protection plans") {
            assert_eq!(indicator.polarity, Polarity::Neither, "{}", indicator.id);
        }
    }
}

#[test]
fn r7_where_there_is_a_polarity_the_axis_says_the_better_side() {
    let pair = "pair(before: (50, \"2015\"), after: (60, \"2016\"))";
    for (indicator, low, high) in [
        ("incidents", "less (better)", "more (worse)"),
        ("attainment", "less (worse)", "more (better)"),
        ("children", "less", "more"),
    ] {
        let dataset = made(&[["x", "a", indicator, pair, ""]]);
        let figure = figure_of(&dataset, "x", FigureKind::Change);
        let sides = the_rows(&figure).panels[0].side_words.clone().unwrap();
        assert_eq!(sides, (low.to_owned(), high.to_owned()), "{indicator}");
    }
    assert_eq!(cell(shipped(), "portsmouth-up2u-incidents", "polarity"), text("lower is better"));
    assert_eq!(cell(shipped(), "leeds-children-in-care", "polarity"), text("neither"));
}

#[test]
fn r8_across_frameworks_no_step_is_counted() {
    let (dataset, id) = (shipped(), "wolverhampton-ofsted");
    let figure = figure_of(dataset, id, FigureKind::Rating);
    assert_eq!(row(&figure, id).cells[2].text, "Framework changed, so no step is counted");
    let steps: Vec<&MarkShape> = marks(&figure, id).iter().map(|mark| &mark.shape).collect();
    assert_eq!(steps, [&MarkShape::Step { step: 1, of: 4 }, &MarkShape::Step { step: 2, of: 4 }]);
    assert!(cautions(dataset, id, Rule::R8)[0].contains("The framework of inspection changed"));
    assert!(figure.notes.iter().any(|note| note.rule == Rule::R8 && note.text.contains("framework")));
    let profile = figure_of(dataset, id, FigureKind::Profile);
    let TileBody::Ladders { caption, .. } = &tile(&profile, id).body else { panic!("no ladders") };
    assert_eq!(caption, "framework changed");
    for column in ["computed_change_percent", "stated_change", "interval_low"] {
        assert_eq!(cell(dataset, id, column), Value::Empty, "{column}");
    }
}

#[test]
fn r8_on_one_scale_steps_are_counted() {
    let dataset = shipped();
    for (id, told) in [
        ("rotherham-ofsted", "Two steps better"),
        ("east-riding-ofsted", "Not known to be the same judgement, so no step is counted"),
        ("norfolk-ofsted", "Framework not stated, so no step is counted"),
        ("brighton-and-hove-ofsted", "Framework changed, so no step is counted"),
    ] {
        assert_eq!(row(&figure_of(dataset, id, FigureKind::Rating), id).cells[2].text, told, "{id}");
    }
    assert!(cautions(dataset, "rotherham-ofsted", Rule::R8).is_empty());
    let everything = figure(dataset, &View::default(), FigureKind::Rating).unwrap();
    assert!(the_rows(&everything).panels.iter().all(|panel| panel.axis.is_none()), "grades have no common axis");
    let both = figure_of(dataset, "rotherham-ofsted", FigureKind::Both);
    assert!(both.drawn().is_empty() && both.left_out[0].reason.contains("grade"), "{both:?}");
}

#[test]
fn r8_two_of_three_boroughs_is_kept_as_said() {
    let id = "triborough-boroughs-outstanding";
    assert_eq!(cell(shipped(), id, "after"), text("2 of 3"));
    assert_eq!(cell(shipped(), id, "form"), text("part"));
    let profile = figure_of(shipped(), id, FigureKind::Profile);
    let TileBody::Part { label, .. } = &tile(&profile, id).body else { panic!("no part") };
    assert_eq!(label, "2 of 3");
}

/// Whether an outcome is hatched, where it has a mark at all.
fn hatched(figure: &Figure, id: &str) -> Option<bool> {
    let of_rows = marks(figure, id).iter().map(|mark| mark.look.fill == Fill::Hatched).reduce(|a, b| a && b);
    of_rows.or_else(|| {
        let tile = super::find_tile(figure, id)?;
        match &tile.body {
            TileBody::Columns(columns) => {
                columns.iter().map(|column| column.look.fill == Fill::Hatched).reduce(|a, b| a && b)
            }
            TileBody::Change { mark, .. } => Some(mark.look.fill == Fill::Hatched),
            TileBody::Ladders { ladders, .. } => {
                ladders.iter().map(|ladder| ladder.look.fill == Fill::Hatched).reduce(|a, b| a && b)
            }
            TileBody::Part { look, .. } => Some(look.fill == Fill::Hatched),
            TileBody::Series { points, .. } => {
                points.iter().map(|point| point.look.fill == Fill::Hatched).reduce(|a, b| a && b)
            }
            TileBody::Number { .. } => None,
        }
    })
}

#[test]
fn r9_estimates_targets_and_plans_are_hidden_until_asked_for() {
    let state = State::new(FileDialogs::Field);
    let unreal = |figure: &Figure| {
        let drawn = figure.drawn();
        drawn.iter().filter(|id| is_unreal(located(shipped(), id.as_str()).outcome.role)).count()
    };
    let shown = state.figure_on_screen();
    assert!(shown.drawn().len() > 90);
    assert_eq!(unreal(shown), 0, "the window opens without them");
    assert!(Role::ALL.into_iter().all(|role| role.is_shown_by_default() != is_unreal(role)));
    let default = View { roles: vec![Role::Outcome, Role::Context].into(), ..View::default() };
    let figure = figure(shipped(), &default, FigureKind::Profile).unwrap();
    assert_eq!(unreal(&figure), 0);
    assert!(!figure.key.contains(&KeyEntry::Unreal));
}

#[test]
fn r9_asked_for_they_are_hatched_and_nothing_else_is() {
    let dataset = shipped();
    let everything = figure(dataset, &View::default(), FigureKind::Profile).unwrap();
    assert!(everything.key.contains(&KeyEntry::Unreal));
    let mut seen = 0;
    for located in dataset.outcomes() {
        let (id, role) = (located.outcome.id.as_str(), located.outcome.role);
        let tile = tile(&everything, id);
        match hatched(&everything, id) {
            Some(is_hatched) => assert_eq!(is_hatched, is_unreal(role), "{id}"),
            // A number alone has no mark to hatch: it says what it is in words.
            None => {
                assert_eq!(
                    tile.flag == role.keyword(),
                    is_unreal(role) || role == Role::Context,
                    "{id}: {}",
                    tile.flag
                );
            }
        }
        if is_unreal(role) {
            seen += 1;
            assert_eq!(tile.flag, role.keyword(), "{id}");
            assert!(tile.spoken.contains(role.keyword()), "{}", tile.spoken);
            assert!(!cautions(dataset, id, Rule::R9).is_empty(), "{id}");
        }
    }
    assert!(seen >= 17, "{seen}");
    let pair = "pair(before: (50, \"2015\"), after: (60, \"2016\"))";
    for role in ["estimate", "target", "plan"] {
        let dataset =
            made(&[["real", "a", "children", pair, ""], ["unreal", "b", "children", pair, &format!("role: {role}")]]);
        for kind in on_axes() {
            let figure = figure(&dataset, &view("children"), kind).unwrap();
            assert_eq!(hatched(&figure, "unreal"), Some(true), "{role} {kind:?}");
            assert_eq!(hatched(&figure, "real"), Some(false), "{role} {kind:?}");
            assert!(figure.key.contains(&KeyEntry::Unreal));
        }
    }
}

/// Marks of benchmarks in a figure.
fn benchmarks(figure: &Figure, id: &str) -> Vec<f64> {
    let at = |mark: &&sidebyside::figure::Mark| match mark.shape {
        MarkShape::Benchmark { at, .. } => Some(at),
        _ => None,
    };
    marks(figure, id).iter().filter_map(at).collect()
}

#[test]
fn r10_leeds_is_set_against_an_average_whose_sign_is_not_stated() {
    let (dataset, id) = (shipped(), "leeds-children-in-care");
    for kind in FigureKind::ALL {
        let figure = figure(dataset, &view("looked-after-children"), kind).unwrap();
        assert_eq!(benchmarks(&figure, id), [0.0; 0], "{kind:?}");
        assert!(!figure.key.contains(&KeyEntry::Benchmark), "{kind:?}");
    }
    let told = section(dataset, id, "Benchmark");
    assert!(told.contains("8.6%, sign not stated") && told.contains("whether it rose or fell"), "{told}");
    let figure = figure_of(dataset, id, FigureKind::Both);
    let note = figure.notes.iter().find(|note| note.rule == Rule::R10).unwrap();
    assert!(note.text.contains("national average") && note.text.contains("isn’t drawn"), "{}", note.text);
    assert_eq!(cell(dataset, id, "benchmark"), text("national average: 8.6%, sign not stated, since 2011 (implied)"));
    assert!(!words(&figure).iter().any(|word| word.contains("+8.6") || word.contains("\u{2212}8.6")));
}

#[test]
fn r10_a_benchmark_has_a_mark_only_in_its_unit_with_its_period() {
    let pair = "pair(before: (50, \"2015\"), after: (60, \"2016\"))";
    for (benchmark, drawn) in [
        ("is: change(\"rose 8.6%\"), over: \"2015/2016\"", vec![8.6]),
        ("is: level(55), over: \"2016\"", vec![55.0]),
        ("is: change(\"rose 8.6%\")", vec![]),
        ("is: level(55)", vec![]),
        ("is: change(\"rose 8\"), over: \"2016\"", vec![]),
        ("is: unsigned_change(\"8.6%\"), over: \"2016\"", vec![]),
        ("is: direction(rose), over: \"2016\"", vec![]),
    ] {
        let rest = format!("benchmark: Some((of: \"England\", {benchmark}))");
        let dataset = made(&[["x", "a", "children", pair, &rest]]);
        let figure = figure_of(&dataset, "x", FigureKind::Both);
        assert_eq!(benchmarks(&figure, "x"), drawn, "{benchmark}");
        assert_eq!(figure.key.contains(&KeyEntry::Benchmark), !drawn.is_empty());
        assert_eq!(cautions(&dataset, "x", Rule::R10).is_empty(), !drawn.is_empty(), "{benchmark}");
        assert!(section(&dataset, "x", "Benchmark").starts_with("England: "), "told in words in any case");
    }
}

#[test]
fn r9_a_series_that_was_not_measured_is_hatched_and_explained() {
    let series = "series(points: [(\"2015\", 300), (\"2016\", 200)])";
    for (role, expected) in [("estimate", true), ("outcome", false)] {
        let role = format!("role: {role},");
        let dataset = made(&[["s", "a", "children", series, &role]]);
        let figure = figure_of(&dataset, "s", FigureKind::Profile);
        assert_eq!(hatched(&figure, "s"), Some(expected), "{role}");
        assert_eq!(figure.key.contains(&KeyEntry::Unreal), expected, "{role}");
    }
}
