//! Words follow the data: titles, alternative texts, small figures and rows say a direction only where the figures have one, and all
//! say the same (R3, R4, R5, R9, R11).

use sidebyside::figure::{Figure, MarkShape, TileBody, figure};
use sidebyside::model::{Dataset, FigureKind, Role, View};

use super::{cell, made, marks, on_axes, row, text, tile};

/// Outcomes of programmes and not of context, so that headlines count them.
fn outcomes(published: &[(&str, &str, &str)]) -> Dataset {
    let rows: Vec<[&str; 5]> =
        published.iter().map(|(place, indicator, pair)| [*place, *place, *indicator, *pair, "role: outcome"]).collect();
    made(&rows)
}

fn both(dataset: &Dataset) -> Figure {
    figure(dataset, &View::default(), FigureKind::Both).unwrap()
}

fn pair(before: &str, after: &str) -> String {
    format!("pair(before: ({before}, \"2015-03-31\"), after: ({after}, \"2016-03-31\"))")
}

#[test]
fn r4_a_title_claims_no_direction_that_bounds_leave_open() {
    for (before, after, says) in [
        ("50", "\"under 60\"", "before and after"),
        ("50", "\"over 50\"", "more after than before"),
        ("\"about 50\"", "\"about 52\"", "before and after"),
        ("50", "\"up to 60\"", "before and after"),
        ("100", "\"over 90\"", "before and after"),
        ("50", "50", "the same after as before"),
    ] {
        let dataset = outcomes(&[("a", "children", &pair(before, after))]);
        for kind in on_axes() {
            let title = figure(&dataset, &View::default(), kind).unwrap().title;
            assert!(title.ends_with(says), "{before} to {after}, {kind:?}: {title}");
        }
    }
}

#[test]
fn r4_what_is_unclear_is_counted_apart() {
    let dataset = outcomes(&[
        ("a", "children", &pair("50", "40")),
        ("b", "children", &pair("50", "\"up to 60\"")),
        ("c", "children", &pair("\"at least 50\"", "60")),
    ]);
    assert_eq!(both(&dataset).title, "Children: one place reports a fall, two are unclear");
}

#[test]
fn r5_a_contradiction_is_no_direction_in_any_words() {
    let against = r#"pair(before: (100, "2015-03-31"), after: (120, "2016-03-31"), stated: ["fell 5%"])"#;
    let dataset = outcomes(&[("a", "children", against)]);
    for kind in on_axes() {
        let figure = figure(&dataset, &View::default(), kind).unwrap();
        assert!(figure.title.contains("stated change does not fit"), "{kind:?}: {}", figure.title);
        let heard = "+20.0% worked out, stated as −5%, which does not fit these levels";
        assert!(figure.alt.contains(heard) && row(&figure, "a").spoken.contains(heard), "{}", figure.alt);
    }
    let six: Vec<(&str, &str, String)> = ["a", "b", "c", "d"]
        .into_iter()
        .enumerate()
        .map(|(n, place)| {
            let stated = r#"stated: ["rose 10%"]"#;
            (
                place,
                "children",
                format!("pair(before: ({}, \"2015-03-31\"), after: (30, \"2016-03-31\"), {stated})", 50 + n),
            )
        })
        .collect();
    let six: Vec<(&str, &str, &str)> = six.iter().map(|(a, b, c)| (*a, *b, c.as_str())).collect();
    let figure = both(&outcomes(&six));
    assert_eq!(figure.title, "Children: the stated changes do not fit the levels");
    assert!(!figure.alt.contains("The changes run"), "{}", figure.alt);
    assert!(figure.notes.iter().any(|note| note.text.starts_with("And")) || figure.notes.len() >= 4, "all are told");
}

#[test]
fn r5_stated_changes_that_contradict_each_other_are_told() {
    let published = r#"change(stated: ["fell 12%", "rose 5"], over: "2015/2016")"#;
    let figure = both(&outcomes(&[("a", "children", published)]));
    assert!(figure.title.ends_with("before and after"), "{}", figure.title);
    let spoken = &row(&figure, "a").spoken;
    assert!(spoken.contains("contradict each other"), "{spoken}");
    assert!(!figure.alt.contains("a: −12%."), "{}", figure.alt);
}

#[test]
fn r3_a_stated_percentage_of_counts_never_stands_for_averages() {
    for (published, average, counts, way) in [
        (
            r#"pair(before: (100, "2016"), after: (110, "2017/2018"), stated: ["rose 10%"])"#,
            "−45.0%",
            "+10%",
            "fewer a month",
        ),
        (
            r#"pair(before: (52, "2016-01-01/2016-12-31"), after: (81, "2017-04-01/2017-09-30"), stated: ["rose 56%"])"#,
            "+211.5%",
            "+56%",
            "more a month",
        ),
    ] {
        let dataset = outcomes(&[("a", "enquiries", published)]);
        let figures = |kind| figure(&dataset, &View::default(), kind).unwrap();
        for kind in [FigureKind::Both, FigureKind::Change, FigureKind::Index] {
            let figure = figures(kind);
            assert!(figure.title.contains(way), "{kind:?}: {}", figure.title);
            let label = &marks(&figure, "a").last().unwrap().label;
            if kind != FigureKind::Index {
                assert!(
                    label.starts_with(average) && label.contains(&format!("{counts} as published of the counts")),
                    "{label}"
                );
            }
            assert!(
                figure.alt.contains(average) && figure.notes.iter().any(|n| n.text.contains("the counts themselves"))
            );
        }
        let profile = figures(FigureKind::Profile);
        let tile = tile(&profile, "a");
        assert_eq!(tile.headline, average);
        assert!(tile.headline_caption.contains(counts), "{}", tile.headline_caption);
    }
}

#[test]
fn r3_a_source_that_compared_averages_itself_is_right() {
    let published = r#"pair(before: (52, "2016"), after: (81, "2017-04/2017-09"), stated: ["rose 212%"])"#;
    let figure = both(&outcomes(&[("a", "enquiries", published)]));
    assert_eq!(marks(&figure, "a").last().unwrap().label, "+212% as published");
    assert!(figure.notes.iter().all(|note| !note.text.contains("the counts themselves")));
}

#[test]
fn r9_targets_are_never_counted_with_outcomes() {
    let rows = |first: &'static str| {
        let fall = pair("50", "40");
        made(&[["x", "a", "children", &fall, first], ["y", "b", "children", &pair("50", "60"), "role: outcome"]])
    };
    let view = View { roles: vec![Role::Outcome, Role::Target].into(), ..View::default() };
    let mixed = figure(&rows("role: target"), &view, FigureKind::Both).unwrap();
    assert_eq!(mixed.title, "Children, Bordshire: more after than before");
    assert!(mixed.alt.contains("Targets: Anyshire."), "{}", mixed.alt);
    let alone = made(&[["x", "a", "children", &pair("50", "40"), "role: target"]]);
    assert_eq!(figure(&alone, &view, FigureKind::Both).unwrap().title, "Children: targets, not outcomes");
}

#[test]
fn r11_a_place_is_counted_once_and_a_group_by_its_places() {
    let rows = made(&[
        ["x", "a", "children", &pair("50", "40"), "role: outcome"],
        ["y", "a", "children", &pair("50", "50"), "role: outcome"],
        ["z", "b", "children", &pair("50", "45"), "role: outcome"],
    ]);
    let title = both(&rows).title;
    assert_eq!(title, "Children: two figures report falls, one reports no change");
}

#[test]
fn shares_change_in_points_however_their_unit_is_spelt() {
    for unit in ["%", "per cent", "percent", "percentage", "% of children", "pp"] {
        let mut dataset = outcomes(&[
            (
                "a",
                "attainment",
                r#"pair(before: (10, "2015-03-31"), after: (15, "2016-03-31"), stated: ["rose 5 pp"])"#,
            ),
            ("b", "attainment", r#"pair(before: ("60.12", "2015-03-31"), after: ("60.15", "2016-03-31"))"#),
            ("c", "attainment", r#"pair(before: (60, "2015-03-31"), after: ("over 70", "2016-03-31"))"#),
        ]);
        let attainment = dataset.indicators.iter_mut().find(|i| i.id.as_str() == "attainment").unwrap();
        attainment.unit = unit.into();
        let figure = both(&dataset);
        let change = |id: &str| marks(&figure, id).last().unwrap().label.clone();
        assert_eq!(change("a"), "+5 percentage points as published", "{unit}");
        assert_eq!(
            (change("b"), change("c")),
            ("+0.03 points worked out".into(), "over +10 points worked out".into()),
            "{unit}"
        );
        assert_eq!(cell(&dataset, "a", "computed_change_percent"), sidebyside::figure::table::Value::Empty, "{unit}");
        assert_eq!(cell(&dataset, "a", "computed_change_points"), sidebyside::figure::table::Value::Number(5.0));
        let profile = sidebyside::figure::figure(&dataset, &View::default(), FigureKind::Profile).unwrap();
        assert_eq!(tile(&profile, "c").headline, "over +10 points", "{unit}");
        let index = sidebyside::figure::figure(&dataset, &View::default(), FigureKind::Index).unwrap();
        assert_eq!(index.left_out.len(), 3, "{unit}: points have no place on an index");
    }
}

#[test]
fn r4_small_counts_keep_their_bound_in_the_headline() {
    let dataset = outcomes(&[("a", "children", &pair("8", "\"over 12\""))]);
    let profile = figure(&dataset, &View::default(), FigureKind::Profile).unwrap();
    assert_eq!(tile(&profile, "a").headline, "over +4");
}

#[test]
fn r4_averages_a_month_keep_their_bounds() {
    let dataset =
        outcomes(&[("a", "enquiries", r#"pair(before: ("over 60", "2016"), after: (20, "2017-01/2017-06"))"#)]);
    let figure = both(&dataset);
    assert_eq!(marks(&figure, "a")[0].label, "over 5 a month (over 60 in 12 months)");
    assert!(row(&figure, "a").spoken.contains("an average of over 5 a month to 3.3 a month"));
    let profile = sidebyside::figure::figure(&dataset, &View::default(), FigureKind::Profile).unwrap();
    let TileBody::Columns(columns) = &tile(&profile, "a").body else { panic!("no columns") };
    assert_eq!(columns[0].label, "over 5");
}

#[test]
fn r6_from_zero_no_percentage_is_drawn_whatever_is_stated() {
    let dataset = outcomes(&[(
        "a",
        "children",
        r#"pair(before: (0, "2015-03-31"), after: (5, "2016-03-31"), stated: ["rose 500%"])"#,
    )]);
    for kind in [FigureKind::Both, FigureKind::Change, FigureKind::Index] {
        let figure = figure(&dataset, &View::default(), kind).unwrap();
        let changes = figure.drawn().len();
        let has_mark =
            changes > 0 && marks(&figure, "a").iter().any(|mark| matches!(mark.shape, MarkShape::Change { .. }));
        assert!(!has_mark, "{kind:?}");
    }
    assert!(both(&dataset).alt.contains("No percentage: Anyshire (none before)."));
}

#[test]
fn r3_no_percentage_where_nothing_says_whether_it_adds_up() {
    let mut dataset =
        outcomes(&[("a", "enquiries", r#"pair(before: (52, "2016"), after: (81, "2017-04-01/2017-09-30"))"#)]);
    dataset.indicators.iter_mut().find(|i| i.id.as_str() == "enquiries").unwrap().measure =
        sidebyside::model::Measure::NotStated;
    let figure = both(&dataset);
    assert!(figure.title.ends_with("before and after"), "{}", figure.title);
    assert_eq!(row(&figure, "a").cells[1].text, "no percentage: different lengths of time");
    assert!(figure.notes.iter().any(|note| note.text.contains("different length")), "{:?}", figure.notes);
}

#[test]
fn r3_a_flow_that_is_a_month_already_is_not_divided_again() {
    let mut dataset =
        outcomes(&[("a", "enquiries", r#"pair(before: ("4.3", "2016"), after: ("13.5", "2017-04/2017-09"))"#)]);
    dataset.indicators.iter_mut().find(|i| i.id.as_str() == "enquiries").unwrap().unit = "enquiries a month".into();
    let figure = both(&dataset);
    assert_eq!(marks(&figure, "a")[0].label, "4.3");
    assert_eq!(cell(&dataset, "a", "per_month_before"), sidebyside::figure::table::Value::Empty);
}

#[test]
fn rows_that_would_read_alike_say_which_programme() {
    let with_programme = |id: &str, name: &str| {
        format!(
            r#"(id: "{id}", name: "{name}", places: ["a"], topic: "T", dates: "2017", summary: "S.", sources: [(source: "s", at: "1")],
               outcomes: [(id: "{id}-o", indicator: "children", published: {}, sources: [(source: "s", at: "1")])]),"#,
            pair("50", "40")
        )
    };
    let text = format!(
        r#"(format: 1, title: "Made up", licence: "CC0-1.0", sources: [(id: "s", title: "Report")],
            councils: [(id: "a", name: "Anyshire", kind: county, nation: england)],
            indicators: [(id: "children", name: "Children", concept: "children", topic: "T", unit: "children", measure: stock)],
            programmes: [{}{}])"#,
        with_programme("p", "Foster with us"),
        with_programme("q", "Foster more")
    );
    let dataset = sidebyside::dataset::load_text(&text).unwrap().dataset;
    for kind in [FigureKind::Both, FigureKind::Dumbbell, FigureKind::Change, FigureKind::Index] {
        let figure = figure(&dataset, &View::default(), kind).unwrap();
        assert!(row(&figure, "p-o").sublabel.contains("Foster with us"), "{kind:?}");
        assert!(row(&figure, "q-o").sublabel.contains("Foster more"), "{kind:?}");
    }
    let sidebyside::figure::Body::Slopes(groups) = figure(&dataset, &View::default(), FigureKind::Slope).unwrap().body
    else {
        panic!("no slopes");
    };
    assert_eq!(groups[0].lines[0].label, "Anyshire, Foster with us");
}

#[test]
fn money_keeps_the_factor_of_its_unit() {
    for (unit, written, shown) in
        [("£m", "1.8", "£1.8m"), ("£000", "450", "£450,000"), ("£", "450", "£450"), ("£bn", "2", "£2bn")]
    {
        let published = format!("pair(before: ({written}, \"2015\"), after: ({written}, \"2016\"))");
        let mut dataset = outcomes(&[("a", "costs", &published)]);
        dataset.indicators.iter_mut().find(|i| i.id.as_str() == "costs").unwrap().unit = unit.into();
        let figure = both(&dataset);
        assert_eq!(marks(&figure, "a")[0].label, shown, "{unit}");
    }
}

#[test]
fn tables_hold_parts_series_and_second_changes_whole() {
    let dataset = outcomes(&[
        ("a", "incidents", r#"part(count: Some(28), of: Some(30), share: Some("93.3"), period: "2016")"#),
        ("b", "incidents", r#"part(count: None, of: None, share: Some(10), period: "2016")"#),
        ("c", "children", r#"change(stated: ["rose 15%", "rose over 20000"], over: "2016")"#),
        ("d", "children", r#"series(points: [("2010", 100), ("2011", 110), ("2019", missing(suppressed))])"#),
    ]);
    assert_eq!(cell(&dataset, "a", "after"), text("28 (93.3%) of 30"));
    assert_eq!(cell(&dataset, "b", "after"), text("10%"));
    assert_eq!(cell(&dataset, "c", "also_stated"), text("rose over 20000 children"));
    let profile = figure(&dataset, &View::default(), FigureKind::Profile).unwrap();
    let rows = sidebyside::figure::table::rows_of_figure(&dataset, &profile);
    let at = |name: &str| sidebyside::figure::table::COLUMNS.iter().position(|c| *c == name).unwrap();
    let dates: Vec<_> = rows
        .iter()
        .filter(|row| row[at("outcome_id")] == text("d"))
        .map(|row| (row[at("after_period")].clone(), row[at("after")].clone()))
        .collect();
    let number = |number| sidebyside::figure::table::Value::Printed(number, 0);
    assert_eq!(
        dates,
        [(text("2010"), number(100.0)), (text("2011"), number(110.0)), (text("2019"), text("suppressed"))]
    );
    assert!(row_of_series(&profile).contains("2011: 110"));
}

fn row_of_series(profile: &Figure) -> String {
    tile(profile, "d").spoken.clone()
}

#[test]
fn a_change_without_a_shared_scale_has_no_length() {
    let dataset = outcomes(&[
        ("a", "children", r#"change(stated: ["rose 1079"], over: "2016")"#),
        ("b", "children", r#"change(stated: ["fell 140"], over: "2016")"#),
        ("c", "children", r#"change(stated: ["rose 17%"], over: "2016")"#),
    ]);
    let profile = figure(&dataset, &View::default(), FigureKind::Profile).unwrap();
    for (id, shown) in [("a", "+1,079"), ("b", "−140")] {
        let TileBody::Change { reach, mark, .. } = &tile(&profile, id).body else { panic!("no change") };
        assert_eq!((*reach, mark.label.as_str()), (None, shown));
    }
    assert!(matches!(tile(&profile, "c").body, TileBody::Change { reach: Some(_), .. }));
}

#[test]
fn r10_a_benchmark_never_vanishes_from_a_figure() {
    let level = r#"role: outcome, benchmark: Some((of: "England", is: level(95), over: "2016"))"#;
    let change = r#"role: outcome, benchmark: Some((of: "England", is: change("rose 8.6%"), over: "2015/2016"))"#;
    let dataset =
        made(&[["a", "a", "children", &pair("100", "90"), level], ["b", "b", "children", &pair("100", "80"), change]]);
    for kind in FigureKind::ALL {
        // A figure of series shows what the statistics say, and no benchmark of a document.
        if !kind.needs_one_concept() || kind.draws_series() {
            continue;
        }
        let figure = figure(&dataset, &View::default(), kind).unwrap();
        let told = |id: &str, words: &str| {
            let has_mark = kind != FigureKind::Slope
                && marks(&figure, id).iter().any(|mark| matches!(mark.shape, MarkShape::Benchmark { .. }));
            has_mark || figure.notes.iter().any(|note| note.text.contains("England") && note.text.contains(words))
        };
        assert!(told("a", "95") && told("b", "8.6%"), "{kind:?}: {:?}", figure.notes);
        assert!(figure.alt.contains("beside England: 95") && figure.alt.contains("rose by 8.6%"), "{}", figure.alt);
    }
}

#[test]
fn averages_of_money_are_money() {
    let published = r#"pair(before: (1200000, "2016"), after: (900000, "2017-01/2017-06"))"#;
    let dataset = outcomes(&[("a", "costs", published)]);
    let profile = figure(&dataset, &View::default(), FigureKind::Profile).unwrap();
    let tile = tile(&profile, "a");
    let TileBody::Columns(columns) = &tile.body else { panic!("no columns") };
    assert_eq!([columns[0].label.as_str(), columns[1].label.as_str()], ["£100,000", "£150,000"]);
    assert!(tile.foot.contains("£1.2m in 12 months, £900,000 in 6 months"), "{}", tile.foot);
}
