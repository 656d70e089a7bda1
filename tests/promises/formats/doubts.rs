//! What can hardly be so is a caution at its line and column, and what is in order has none.

use sidebyside::dataset::load_text;

/// A dataset of one outcome: its indicator's unit and measure, what was published, and other fields.
fn made(unit: &str, measure: &str, published: &str, rest: &str) -> String {
    format!(
        r#"(format: 1, title: "Made up", licence: "CC0-1.0",
    sources: [(id: "s", title: "Report")],
    councils: [(id: "a", name: "Anyshire", kind: county, nation: england)],
    indicators: [
        (id: "i", name: "Indicator", concept: "c", topic: "T",
            unit: "{unit}",
            measure: {measure}),
    ],
    programmes: [], context: [
        (id: "x", places: ["a"], indicator: "i", {rest}
            published: {published},
            sources: [(source: "s", at: "page 1")]),
])"#
    )
}

/// All that is told of it, without the fixes.
fn told(unit: &str, measure: &str, published: &str, rest: &str) -> Vec<String> {
    let loaded = load_text(&made(unit, measure, published, rest)).unwrap_or_else(|errors| panic!("{errors:?}"));
    loaded.cautions.iter().map(|c| format!("{}:{} {}: {}", c.line, c.column, c.path, c.sentence)).collect()
}

/// A figure of children on a date, and what is told of it: nothing, or one caution with these words at this field.
#[track_caller]
fn of_children(published: &str, expected: Option<(&str, &str)>) {
    holds(&without_years(told("children", "stock", published, "")), published, expected);
}

/// Without that a stock has a day and no year, which is told of each period apart.
fn without_years(mut found: Vec<String>) -> Vec<String> {
    found.retain(|told| !told.contains("is counted on one day"));
    found
}

#[track_caller]
fn holds(found: &[String], what: &str, expected: Option<(&str, &str)>) {
    match expected {
        None => assert_eq!(found, [""; 0], "{what}"),
        Some((field, words)) => {
            assert_eq!(found.len(), 1, "{what}: {found:?}");
            assert!(found[0].contains(&format!("{field}: ")) && found[0].contains(words), "{what}: {found:?}");
        }
    }
}

#[test]
fn r3_times_that_do_not_stand_apart_are_told() {
    let after = "context[0].published.after[1]";
    for (before, later, expected) in [
        ("2016", "2016/17", Some((after, "overlap"))),
        ("2015/2017", "2016", Some((after, "overlap"))),
        ("2016-01/2016-12", "2016-06/2017-05", Some((after, "overlap"))),
        ("2016/17", "2016/17", Some((after, "one and the same time"))),
        ("2016-03-31", "2016-03-31", Some((after, "one and the same time"))),
        ("2017", "2015", Some((after, "dated before"))),
        ("2016-03-31", "2017-03-31", None),
        ("2016/17", "2017/18", None),
        ("12 months", "12 months", None),
    ] {
        for measure in ["flow", "stock"] {
            let published = format!(r#"pair(before: (52, "{before}"), after: (81, "{later}"))"#);
            let found = without_years(told("children", measure, &published, ""));
            holds(&found, &published, expected);
        }
    }
    let series = |one: &str, other: &str| format!(r#"series(points: [("{one}", 52), ("{other}", 81)])"#);
    of_children(&series("2016", "2016"), Some(("points[1]", "one and the same time")));
    of_children(&series("2016", "2016/17"), Some(("points[1]", "overlap")));
    of_children(&series("2016", "2017"), None);
}

#[test]
fn r3_lengths_that_differ_need_a_measure() {
    let published = r#"pair(before: (52, "2016"), after: (81, "2017-04/2017-09"))"#;
    let expected = Some(("context[0].published.after[1]", "nothing says whether \"Indicator\" is counted over a time"));
    holds(&told("enquiries", "not_stated", published, ""), "not stated", expected);
    holds(&told("enquiries", "flow", published, ""), "a flow", None);
    holds(&told("enquiries a month", "not_stated", published, ""), "averages", None);
    let same = r#"pair(before: (52, "2016"), after: (81, "2017"))"#;
    holds(&told("enquiries", "not_stated", same, ""), "equal lengths", None);
}

#[test]
fn r5_a_part_has_to_fit_its_share() {
    let part = |share: &str| format!(r#"part(count: Some(28), of: Some(44), share: Some("{share}"), period: "2017")"#);
    let field = "context[0].published.share";
    of_children(&part("70"), Some((field, "28 of 44 are 63.6%")));
    of_children(&part("63"), Some((field, "28 of 44 are 63.6%")));
    for fits in ["64", "63.6", "about 60", "over 60"] {
        of_children(&part(fits), None);
    }
    let found = load_text(&made("children", "stock", &part("70"), "")).unwrap().cautions.remove(0);
    assert_eq!((found.line, found.column), (11, 67), "{found}");
}

#[test]
fn r5_changes_of_one_thing_have_to_fit_each_other() {
    let change = |stated: &str, level: &str| format!("change(stated: [{stated}], over: \"2016/2017\", level: {level})");
    let second = "context[0].published.stated[1]";
    for (stated, level, expected) in [
        (r#""fell 12%", "rose 5""#, "None", Some((second, "can't both be right"))),
        (r#""fell 12%", "fell 5""#, "None", None),
        (r#""fell 12%", "fell 15%""#, "None", Some((second, "can't both be right"))),
        (r#""fell 12%", "fell 20""#, r#"Some(before(100, "2016"))"#, Some((second, "from 100"))),
        (r#""fell 12%", "fell 12""#, r#"Some(before(100, "2016"))"#, None),
        (r#""fell 25%", "fell 25""#, r#"Some(after(100, "2017"))"#, Some((second, "to 100"))),
        (r#""fell 20%", "fell 25""#, r#"Some(after(100, "2017"))"#, None),
        (r#""fell 12%", "rose 3 pp""#, "None", None),
    ] {
        of_children(&change(stated, level), expected);
    }
}

#[test]
fn r5_nothing_falls_by_more_than_all() {
    let change =
        |stated: &str, level: &str| format!("change(stated: [\"{stated}\"], over: \"2016/2017\", level: {level})");
    let field = "context[0].published.stated[0]";
    for (stated, level, expected) in [
        ("fell 150%", "None", Some((field, "more than all there can be"))),
        ("fell over 100%", "None", Some((field, "more than all there can be"))),
        ("fell 30", r#"Some(before(20, "2016"))"#, Some((field, "more than all there were (20)"))),
        ("rose 30", r#"Some(after(20, "2017"))"#, Some((field, "after it (20)"))),
        ("fell 100%", "None", None),
        ("rose 150%", "None", None),
        ("fell 20", r#"Some(before(20, "2016"))"#, None),
    ] {
        of_children(&change(stated, level), expected);
    }
    holds(&told("£", "stock", &change("fell 150%", "None"), ""), "a surplus may become a deficit", None);
    let benchmark = r#"benchmark: Some((of: "England", is: change("fell 150%"), over: "2016/2017")),"#;
    let found = told("children", "stock", &change("fell 10%", "None"), benchmark);
    holds(&found, benchmark, Some(("context[0].benchmark.is[0]", "more than all")));
}

#[test]
fn r5_a_share_lies_between_nothing_and_all() {
    let pair = |before: &str, after: &str| format!(r#"pair(before: ({before}, "2016"), after: ({after}, "2017"))"#);
    let words = "not between 0 and 100";
    for (published, field) in [
        (pair("60", "140"), "after[0]"),
        (pair("-5", "20"), "before[0]"),
        (pair("60", "\"over 100\""), "after[0]"),
        (r#"single(level: 140, period: "2016")"#.to_owned(), "level"),
        (r#"series(points: [("2016", 60), ("2017", 140)])"#.to_owned(), "points[1][1]"),
        (r#"change(stated: ["fell 12%"], level: Some(before(140, "2016")))"#.to_owned(), "level[0]"),
    ] {
        holds(&told("%", "share", &published, ""), &published, Some((field, words)));
        holds(&told("%", "average", &published, ""), "an average in per cent may be more", None);
    }
    for published in [pair("0", "100"), pair("60", "\"over 90\""), pair("60", "\"at least 100\"")] {
        holds(&told("%", "share", &published, ""), &published, None);
    }
}

#[test]
fn a_unit_that_will_be_misread_is_told() {
    let field = "6:19 indicators[0].unit";
    let pair = r#"pair(before: (52, "2016"), after: (81, "2017"))"#;
    for (unit, measure, words) in [
        ("children (percentage of all)", "stock", "taken for a count, because it does not begin with \"percentage\""),
        ("pupils, %", "stock", "does not begin with \"%\""),
        ("pupils as per cent of all", "not_stated", "does not begin with \"per cent\""),
        ("thousand £", "flow", "does not begin with \"£\""),
        ("cost in pounds", "flow", "does not begin with \"pounds\""),
        ("hours (% of all)", "flow", "taken for a length of time"),
        ("per cent", "flow", "is a share, and the measure says that something is counted"),
        ("per 10,000 children", "stock", "is a rate, and the measure says that something is counted"),
        ("enquiries a month", "flow", "an average over a time already"),
        ("pupils", "share", "taken for per cent"),
    ] {
        holds(&told(unit, measure, pair, ""), unit, Some((field, words)));
    }
    for (unit, measure) in [
        ("children", "stock"),
        ("£ thousand", "flow"),
        ("£ per week", "average"),
        ("% of children", "share"),
        ("families earning under £20,000", "flow"),
        ("children in the 10% most deprived areas", "stock"),
        ("people per car", "rate"),
        ("not stated", "share"),
    ] {
        holds(&told(unit, measure, pair, ""), unit, None);
    }
}

#[test]
fn r8_grades_fit_their_framework_and_their_order() {
    let grade = |grade: &str, framework: &str, date: &str| {
        format!(
            r#"(grade: "{grade}", framework: "{framework}", judgement: "overall effectiveness", date: "{date}", body: "Ofsted")"#
        )
    };
    let sif = "Ofsted single inspection framework (2013-2017)";
    let rated = |before: String, after: String| {
        let published = format!("rating(before: {before}, after: {after})");
        told("grade", "rating", &published, "")
    };
    let good = || grade("good", sif, "2017");
    for (before, after, expected) in [
        (grade("requires improvement to be good", sif, "2014"), good(), None),
        (grade("good", sif, "2012"), good(), Some(("before.date", "had not begun"))),
        (good(), grade("good", sif, "2019"), Some(("after.date", "had ended"))),
        (good(), grade("good", "Ofsted ILACS (from 2018)", "2018"), None),
        (grade("good", "A scheme (from 2015)", "2014"), good(), Some(("before.date", "had not begun"))),
        (good(), grade("inadequate", sif, "2014"), Some(("after.date", "dated before the grade before"))),
        (grade("inadequate", sif, "2017"), good(), Some(("after.date", "the same date"))),
        (grade("adequate", sif, "2014"), good(), Some(("before.grade", "not among the grades"))),
        (grade("good or outstanding", sif, "2014"), good(), None),
        (grade("adequate", "Ofsted, before 2013", "2010"), good(), None),
    ] {
        let what = format!("{before} to {after}");
        holds(&rated(before, after), &what, expected);
    }
    let single = format!("grade({})", grade("good", "Ofsted ILACS (from 2018)", "2016"));
    holds(&told("grade", "rating", &single, ""), &single, Some(("published.date", "had not begun")));
}

#[test]
fn one_thing_in_two_writings_is_told_and_is_counted_once() {
    let cautions = |concept: &str, unit: &str, after: &str| -> Vec<String> {
        let outcome = |id: &str, indicator: &str, after: &str| {
            format!(
                r#"(id: "{id}", places: ["a"], indicator: "{indicator}", sources: [(source: "s", at: "page 1")],
                published: pair(before: (100, "2016-03-31"), after: ({after}, "2017-03-31"))),"#
            )
        };
        let text = format!(
            r#"(format: 1, title: "Made up", licence: "CC0-1.0", sources: [(id: "s", title: "Report")],
            councils: [(id: "a", name: "Anyshire", kind: county, nation: england)],
            indicators: [
                (id: "one", name: "Children in care", concept: "children", topic: "T", unit: "children", measure: stock),
                (id: "two", name: "Looked after", concept: "{concept}", topic: "T", unit: "{unit}", measure: stock),
            ],
            programmes: [], context: [{}{}])"#,
            outcome("x", "one", "80"),
            outcome("y", "two", after)
        );
        let loaded = load_text(&text).unwrap_or_else(|errors| panic!("{errors:?}"));
        loaded.cautions.iter().map(|caution| format!("{}: {}", caution.path, caution.sentence)).collect()
    };
    let has = |found: &[String], path: &str, words: &str| {
        found.iter().any(|told| told.starts_with(path) && told.contains(words))
    };
    let concept =
        |found: &[String]| has(found, "indicators[1].concept: ", "differs from \"children\" only in how it is");
    let unit =
        |found: &[String]| has(found, "indicators[1].unit: ", "differs from \"children\", a unit of the same concept");
    let twice = |found: &[String]| has(found, "context[1]: ", "under another indicator, probably counted twice");
    for (writing, expected) in [
        (cautions("children", "children", "80"), [false, false, true]),
        (cautions("children", "Children", "80"), [false, true, true]),
        (cautions("Children ", "children", "80"), [true, false, true]),
        (cautions("CHILDREN", "Children", "90"), [true, true, false]),
        (cautions("families", "families", "80"), [false, false, false]),
    ] {
        assert_eq!([concept(&writing), unit(&writing), twice(&writing)], expected, "{writing:?}");
    }
}
