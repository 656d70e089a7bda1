//! R3: unequal periods. R4: bounds survive. R5: published against worked out. R6: counts first.

use sidebyside::compare::Rule;
use sidebyside::figure::table::Value;
use sidebyside::figure::{Body, KeyEntry, MarkOutline, MarkShape, TileBody, figure};
use sidebyside::model::{Bound, FigureKind, Number, OpenSide, Order, View};

use super::{
    cautions, cell, close, comparison, figure_of, in_full, level_marks, made, marks, row, section, shipped, text,
    the_rows, tile, view, words,
};

const BARNSLEY: &str = "barnsley-fostering-enquiries";
const HOMELESS: &str = "england-homeless-households";
const ENQUIRIES: &str = "england-child-protection-enquiries-2006-2016";

fn number(value: &Value) -> f64 {
    value.number().unwrap_or_else(|| panic!("{value:?} is no number"))
}

#[test]
fn r3_barnsley_is_an_average_a_month_never_fifty_six_per_cent() {
    let dataset = shipped();
    close(number(&cell(dataset, BARNSLEY, "per_month_before")), 52.0 / 12.0);
    close(number(&cell(dataset, BARNSLEY, "per_month_after")), 13.5);
    close(number(&cell(dataset, BARNSLEY, "computed_change_percent")), 211.5385);
    for kind in FigureKind::ALL {
        for view in [view("fostering-enquiries"), super::view_of(&super::located(dataset, BARNSLEY))] {
            let figure = figure(dataset, &view, kind).unwrap();
            for word in words(&figure) {
                for never in ["56%", "55.8", "55.77", "162"] {
                    assert!(!word.contains(never), "{kind:?}: {word}");
                }
            }
        }
    }
    let figure = figure_of(dataset, BARNSLEY, FigureKind::Change);
    assert_eq!(marks(&figure, BARNSLEY)[0].label, "+211.5% worked out");
    let told = cautions(dataset, BARNSLEY, Rule::R3);
    assert!(told[0].contains("12 months and 6 months") && told[0].contains("4.3 against 13.5"), "{told:?}");
    assert!(told[1].contains("seasons or a campaign"), "{told:?}");
}

#[test]
fn r3_a_bar_at_a_level_that_nobody_counted_says_average_a_month() {
    let dataset = shipped();
    for kind in [FigureKind::Both, FigureKind::Paired] {
        let figure = figure_of(dataset, BARNSLEY, kind);
        assert_eq!(the_rows(&figure).panels[0].title, "Level (enquiries, average a month)");
        let bars = marks(&figure, BARNSLEY);
        let labels: Vec<&str> = bars.iter().take(2).map(|mark| mark.label.as_str()).collect();
        assert_eq!(labels, ["4.3 a month (52 in 12 months)", "13.5 a month (81 in 6 months)"]);
        let levels = level_marks(&figure, BARNSLEY);
        close(levels[0], 52.0 / 12.0);
        close(levels[1], 13.5);
        assert!(figure.subtitle.contains("average a month"), "{}", figure.subtitle);
        assert!(figure.notes.iter().any(|note| note.rule == Rule::R3 && note.text.contains("average a month")));
    }
    let profile = figure_of(dataset, BARNSLEY, FigureKind::Profile);
    let barnsley = tile(&profile, BARNSLEY);
    let TileBody::Columns(columns) = &barnsley.body else { panic!("no columns") };
    assert!(barnsley.subtitle.ends_with("average a month"), "{}", barnsley.subtitle);
    assert!(barnsley.foot.ends_with("52 in 12 months, 81 in 6 months"), "{}", barnsley.foot);
    assert_eq!(columns.iter().map(|c| c.label.as_str()).collect::<Vec<_>>(), ["4.3", "13.5"]);
}

#[test]
fn r3_every_other_bar_stands_at_a_level_that_was_published() {
    for located in shipped().outcomes() {
        let id = located.outcome.id.as_str();
        let comparison = comparison(shipped(), id);
        let published: Vec<f64> =
            [comparison.before(), comparison.after()].into_iter().flatten().map(|l| l.number.centre()).collect();
        for kind in [FigureKind::Both, FigureKind::Paired] {
            let figure = figure_of(shipped(), id, kind);
            if let Body::Rows(rows) = &figure.body
                && !rows.panels[0].title.contains("average a month")
            {
                for level in level_marks(&figure, id) {
                    assert!(published.contains(&level), "{id} has a bar at {level}, and {published:?} was published");
                }
            }
        }
    }
}

#[test]
fn r3_levels_of_flows_share_an_axis_only_over_equal_lengths() {
    let dataset = made(&[
        ["year", "a", "enquiries", "pair(before: (120, \"2015\"), after: (240, \"2016\"))", ""],
        ["half", "b", "enquiries", "pair(before: (60, \"2015-01/2015-06\"), after: (66, \"2016-01/2016-06\"))", ""],
        ["unknown", "c", "enquiries", "pair(before: (500, \"not stated\"), after: (700, \"2016\"))", ""],
        ["stock", "d", "children", "pair(before: (500, \"2015\"), after: (700, \"2017-01/2017-06\"))", ""],
    ]);
    let paired = figure(&dataset, &view("enquiries"), FigureKind::Paired).unwrap();
    assert!(the_rows(&paired).panels[0].title.contains("average a month"));
    assert_eq!(level_marks(&paired, "year"), [10.0, 20.0]);
    assert_eq!(level_marks(&paired, "half"), [10.0, 11.0]);
    assert_eq!(paired.left_out[0].outcome.as_str(), "unknown");
    assert!(paired.left_out[0].reason.contains("not known how long"), "{:?}", paired.left_out);
    // Alone, the year's counts compare as they were published.
    let alone = figure_of(&dataset, "year", FigureKind::Paired);
    assert_eq!(the_rows(&alone).panels[0].title, "Level (enquiries)");
    assert_eq!(level_marks(&alone, "year"), [120.0, 240.0]);
    // A length that is not known gives neither a percentage nor an interval; a stock is never spread over time.
    for column in ["computed_change_percent", "per_month_before", "interval_low", "interval_high"] {
        assert_eq!(cell(&dataset, "unknown", column), Value::Empty, "{column}");
    }
    assert_eq!(cell(&dataset, "unknown", "interval_reason"), text("It is not known how long each count lasted."));
    close(number(&cell(&dataset, "stock", "computed_change_percent")), 40.0);
    assert_eq!(cell(&dataset, "stock", "per_month_before"), Value::Empty);
    assert_eq!(level_marks(&figure_of(&dataset, "stock", FigureKind::Both), "stock"), [500.0, 700.0]);
}

#[test]
fn r4_over_sixty_stays_over_sixty() {
    let (dataset, id) = (shipped(), "isle-of-wight-admissions-residential-care");
    assert_eq!(cell(dataset, id, "stated_change").number(), Some(-60.0));
    assert_eq!(cell(dataset, id, "change_bound"), text("over"));
    for kind in [FigureKind::Both, FigureKind::Change] {
        let figure = figure_of(dataset, id, kind);
        let mark = *marks(&figure, id).last().unwrap();
        assert_eq!(mark.label, "down over 60%");
        assert!(matches!(mark.shape, MarkShape::Change { to: -60.0, open: OpenSide::Below, .. }), "{mark:?}");
        assert!(figure.key.contains(&KeyEntry::OpenBound));
        assert!(figure.notes.iter().any(|note| note.rule == Rule::R4), "{:?}", figure.notes);
        assert!(row(&figure, id).spoken.contains("fell by over 60%"));
        assert!(figure.alt.contains("over 60%"), "what is heard keeps the bound: {}", figure.alt);
    }
    let profile = figure_of(dataset, id, FigureKind::Profile);
    let TileBody::Change { mark, .. } = &tile(&profile, id).body else { panic!("no change") };
    assert!(matches!(mark.shape, MarkShape::Change { open: OpenSide::Below, .. }) && mark.label == "down over 60%");
    assert!(in_full(dataset, id).figures.iter().any(|big| big.text == "down over 60%"));
}

#[test]
fn r4_every_bound_survives_in_words_table_and_open_end() {
    for kind in Bound::ALL {
        if kind == Bound::Between {
            // A range has two ends; it follows below.
            continue;
        }
        let written = if kind == Bound::Exactly { "60".to_owned() } else { format!("{} 60", kind.keyword()) };
        let possible = Number::parse(&written).unwrap().possible();
        let open = match (possible.low.is_finite(), possible.high.is_finite()) {
            (true, true) => OpenSide::Neither,
            (_, false) => OpenSide::Above,
            (false, true) => OpenSide::Below,
        };
        let bound = kind.keyword();
        let change = format!("change(stated: [\"fell {written}%\"], over: \"2016\")");
        let levels = format!("pair(before: (40, \"2015\"), after: (\"{written}\", \"2016\"))");
        let dataset = made(&[["change", "a", "children", &change, ""], ["level", "b", "children", &levels, ""]]);
        assert_eq!(cell(&dataset, "change", "change_bound"), text(bound));
        assert_eq!(cell(&dataset, "level", "after_bound"), text(bound));
        let figure = figure(&dataset, &View::default(), FigureKind::Both).unwrap();
        let change = *marks(&figure, "change").last().unwrap();
        assert!(matches!(change.shape, MarkShape::Change { open: found, .. } if found == open.turned()), "{change:?}");
        let level = marks(&figure, "level")[1];
        assert!(matches!(level.shape, MarkShape::Bar { open: found, .. } if found == open), "{level:?}");
        assert_eq!(level.label, written);
        assert_eq!(figure.key.contains(&KeyEntry::OpenBound), open != OpenSide::Neither);
        if bound != "exactly" {
            assert!(change.label.contains(bound) && row(&figure, "level").spoken.contains(&written));
            assert!(figure.alt.contains(bound), "{}", figure.alt);
        }
    }
    let range =
        made(&[["range", "a", "children", "change(stated: [\"rose between 33 and 67%\"], over: \"2016\")", ""]]);
    assert_eq!(cell(&range, "range", "stated_change_high").number(), Some(67.0));
    let figure = figure_of(&range, "range", FigureKind::Change);
    assert!(matches!(marks(&figure, "range")[0].shape, MarkShape::Change { to: 33.0, high: Some(67.0), .. }));
    assert!(figure.alt.contains("between 33% and 67%"), "{}", figure.alt);
}

#[test]
fn r4_order_by_size_puts_the_open_end_further_out() {
    let change = |by: &str| format!("change(stated: [\"{by}\"], over: \"2016\")");
    let dataset = made(&[
        ["fell-60", "a", "children", &change("fell 60%"), ""],
        ["fell-over-60", "b", "children", &change("fell over 60%"), ""],
        ["rose-over-60", "c", "children", &change("rose over 60%"), ""],
        ["rose-60", "d", "children", &change("rose 60%"), ""],
    ]);
    let view = View { order: Order::Change, ..view("children") };
    let figure = figure(&dataset, &view, FigureKind::Change).unwrap();
    let drawn: Vec<&str> = figure.drawn().iter().map(|id| id.as_str()).collect();
    assert_eq!(drawn, ["fell-over-60", "fell-60", "rose-60", "rose-over-60"]);
}

#[test]
fn r5_homeless_households_keep_both_changes_and_a_caution() {
    let dataset = shipped();
    assert_eq!(cell(dataset, HOMELESS, "stated_change").number(), Some(26.0));
    close(number(&cell(dataset, HOMELESS, "computed_change_percent")), 34.1557);
    let caution = "The source states that it rose 26%, but the levels it prints give a rise of 34.2%.";
    assert_eq!(cautions(dataset, HOMELESS, Rule::R5), [caution]);
    for kind in [FigureKind::Both, FigureKind::Change] {
        let figure = figure_of(dataset, HOMELESS, kind);
        let mark = *marks(&figure, HOMELESS).last().unwrap();
        assert_eq!(mark.label, "+26% as published, +34.2% worked out");
        let MarkShape::Change { to, high: Some(high), .. } = mark.shape else { panic!("{mark:?}") };
        close(to, 26.0);
        close(high, 34.1557);
        assert!(figure.notes.iter().any(|n| n.rule == Rule::R5 && n.text == format!("England: {caution}")));
        let spoken = &row(&figure, HOMELESS).spoken;
        assert!(spoken.contains("+34.2% worked out") && spoken.contains("stated as +26%"), "{spoken}");
    }
    let profile = figure_of(dataset, HOMELESS, FigureKind::Profile);
    let homeless = tile(&profile, HOMELESS);
    assert_eq!(homeless.flag, "context · stated change does not fit");
    assert_eq!(homeless.headline, "+26%");
    assert_eq!(homeless.headline_caption, "as published; +34.2% worked out");
    assert!(in_full(dataset, HOMELESS).cautions.iter().any(|c| c.text == caution));
}

#[test]
fn r5_a_bound_that_leaves_room_is_no_conflict() {
    let dataset = shipped();
    assert_eq!(cautions(dataset, ENQUIRIES, Rule::R5), [""; 0]);
    let figure = figure_of(dataset, ENQUIRIES, FigureKind::Both);
    assert!(!figure.notes.iter().any(|note| note.rule == Rule::R5));
    assert_eq!(cell(dataset, ENQUIRIES, "stated_change").number(), Some(140.0));
    assert_eq!(cell(dataset, ENQUIRIES, "after_bound"), text("over"));
    assert!(row(&figure, ENQUIRIES).spoken.contains("over +136.8% worked out, stated as +140%"));
}

#[test]
fn r6_small_counts_come_first_and_the_percentage_beside_them() {
    let dataset = shipped();
    for (id, counts, percent, difference) in [
        ("portsmouth-up2u-incidents", "22 to 1", "\u{2212}95.5%", "\u{2212}21"),
        ("portsmouth-up2u-arrests", "18 to 1", "\u{2212}94.4%", "\u{2212}17"),
        ("portsmouth-up2u-convictions", "9 to 0", "\u{2212}100.0%", "\u{2212}9"),
    ] {
        let figure = figure_of(dataset, id, FigureKind::Change);
        assert_eq!(marks(&figure, id)[0].label, format!("{counts} ({percent} worked out)"));
        let profile = figure_of(dataset, id, FigureKind::Profile);
        let tile = tile(&profile, id);
        assert_eq!(
            (tile.headline.as_str(), tile.headline_caption.as_str()),
            (difference, &*format!("{percent} worked out"))
        );
        assert_eq!(level_marks(&profile, id).len(), 2);
    }
}

#[test]
fn r6_below_ten_in_the_base_small_numbers_is_said_and_seen() {
    let dataset = shipped();
    for (id, small) in [("portsmouth-up2u-convictions", true), ("portsmouth-up2u-incidents", false)] {
        let profile = figure_of(dataset, id, FigureKind::Profile);
        assert_eq!(tile(&profile, id).flag == "small numbers", small, "{id}");
        let both = figure_of(dataset, id, FigureKind::Both);
        let outline = if small { MarkOutline::Dotted } else { MarkOutline::Plain };
        assert!(marks(&both, id).iter().all(|mark| mark.look.outline == outline), "{id}");
        assert_eq!(both.key.contains(&KeyEntry::SmallNumbers), small, "{id}");
        assert_eq!(cautions(dataset, id, Rule::R6).len(), usize::from(small), "{id}");
        assert_eq!(both.notes.iter().any(|note| note.rule == Rule::R6), small, "{id}");
    }
    // For counts, not for averages, rates or money.
    let pair = "pair(before: (9, \"2015\"), after: (3, \"2016\"))";
    for (indicator, small) in [
        ("enquiries", true),
        ("children", true),
        ("rate", false),
        ("wait", false),
        ("costs", false),
        ("attainment", false),
    ] {
        let dataset = made(&[["x", "a", indicator, pair, ""]]);
        assert_eq!(comparison(&dataset, "x").small_numbers, small, "{indicator}");
        assert_eq!(cautions(&dataset, "x", Rule::R6).len(), usize::from(small), "{indicator}");
    }
}

#[test]
fn r6_from_zero_there_is_no_percentage() {
    let dataset = made(&[["zero", "a", "enquiries", "pair(before: (0, \"2015\"), after: (5, \"2016\"))", ""]]);
    assert_eq!(cell(&dataset, "zero", "computed_change_percent"), Value::Empty);
    assert_eq!(cell(&dataset, "zero", "interval_low"), Value::Empty);
    assert!(cautions(&dataset, "zero", Rule::R6)[0].contains("no percentage from zero"));
    for kind in FigureKind::ALL {
        let figure = figure_of(&dataset, "zero", kind);
        assert!(!words(&figure).iter().any(|word| word.contains('%') && word.contains('+')), "{kind:?}: {figure:?}");
    }
    assert_eq!(level_marks(&figure_of(&dataset, "zero", FigureKind::Both), "zero"), [0.0, 5.0]);
    assert!(section(&dataset, "zero", "Worked out here").contains("there is none from zero"));
    let change = figure_of(&dataset, "zero", FigureKind::Change);
    assert!(change.left_out[0].reason.contains("none from zero"), "{:?}", change.left_out);
}
