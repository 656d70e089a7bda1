//! R1: nothing is invented. R14: a missing value is a reason and a gap.

use egui::epaint::Shape;

use sidebyside::compare::Rule;
use sidebyside::export::figure::{PageSize, shapes};
use sidebyside::figure::table::Value;
use sidebyside::figure::{Body, Figure, KeyEntry, LevelSlot, MarkShape, PanelRole, TileBody, figure};
use sidebyside::model::{FigureKind, Form, KnownLevel, OpenSide, Published, View};

use super::{
    cautions, cell, figure_of, find_row, level_marks, made, marks, on_axes, row, section, shipped, tile, view, words,
};

/// Columns that only a published level fills.
const LEVEL_COLUMNS: [&str; 9] = [
    "before",
    "before_bound",
    "before_high",
    "after",
    "after_bound",
    "after_high",
    "computed_change_percent",
    "per_month_before",
    "per_month_after",
];

/// The shipped outcomes of which no level was published.
fn without_level() -> Vec<(&'static str, Form)> {
    shipped()
        .outcomes()
        .filter(|located| {
            matches!(located.outcome.published, Published::Change { level: None, .. } | Published::Direction { .. })
        })
        .map(|located| (located.outcome.id.as_str(), located.outcome.published.form()))
        .collect()
}

#[test]
fn r1_a_level_that_was_not_published_is_drawn_nowhere() {
    let all = without_level();
    assert!(all.len() > 90, "{}", all.len());
    for (id, _) in &all {
        for kind in FigureKind::ALL {
            let figure = figure_of(shipped(), id, kind);
            assert_eq!(level_marks(&figure, id), [0.0; 0], "{kind:?} draws a level of {id}");
        }
        assert!(!cautions(shipped(), id, Rule::R1).is_empty(), "{id}");
    }
}

#[test]
fn r1_level_not_published_stands_in_its_place() {
    let mut on_both = 0;
    for (id, form) in without_level() {
        let figure = figure_of(shipped(), id, FigureKind::Both);
        if let Some(row) = find_row(&figure, id) {
            on_both += 1;
            // Without a column of levels a note says it.
            let note = figure.notes.iter().any(|n| n.rule == Rule::R1 && n.text.starts_with("No level was published"));
            assert!(row.cells[0].text == "level not published" || note, "{id}");
            assert!(row.spoken.contains("level not published"), "{}", row.spoken);
        }
        let paired = figure_of(shipped(), id, FigureKind::Paired);
        assert!(find_row(&paired, id).is_none(), "{id} has no level to stand among levels");
        let left_out = paired.left_out.iter().find(|left| left.outcome.as_str() == id).unwrap();
        assert!(
            left_out.reason.contains("published")
                || left_out.reason.contains("Its unit")
                || left_out.reason.contains("It counts"),
            "{left_out:?}"
        );
        let profile = figure_of(shipped(), id, FigureKind::Profile);
        let TileBody::Change { mark, caption, .. } = &tile(&profile, id).body else { panic!("{id}") };
        assert_eq!(caption, "level not published", "{id}");
        assert_eq!(matches!(mark.shape, MarkShape::DirectionOnly(_)), form == Form::Direction, "{id}");
    }
    assert!(on_both > 60, "{on_both}");
}

#[test]
fn r1_the_table_of_a_change_alone_has_no_level_or_computed_cell() {
    for (id, _) in without_level() {
        for column in LEVEL_COLUMNS {
            assert_eq!(cell(shipped(), id, column), Value::Empty, "{column} of {id}");
        }
    }
}

#[test]
fn r1_of_one_published_level_only_that_one_is_drawn() {
    let dataset = made(&[
        [
            "from",
            "a",
            "children",
            "change(stated: [\"fell 20%\"], over: \"2016/2018\", level: Some(before(500, \"2016\")))",
            "",
        ],
        [
            "to",
            "b",
            "children",
            "change(stated: [\"fell 20%\"], over: \"2016/2018\", level: Some(after(400, \"2018\")))",
            "",
        ],
    ]);
    for (id, level, slot, empty, full) in
        [("from", 500.0, LevelSlot::Before, "after", "before"), ("to", 400.0, LevelSlot::After, "before", "after")]
    {
        for kind in [FigureKind::Both, FigureKind::Paired] {
            let figure = figure_of(&dataset, id, kind);
            assert_eq!(level_marks(&figure, id), [level], "{kind:?}");
            assert!(matches!(marks(&figure, id)[0].shape, MarkShape::Bar { slot: found, .. } if found == slot));
        }
        assert_eq!(level_marks(&figure_of(&dataset, id, FigureKind::Profile), id), [0.0; 0]);
        assert_eq!(cell(&dataset, id, empty), Value::Empty);
        assert_eq!(cell(&dataset, id, full).number(), Some(level));
        assert_eq!(cell(&dataset, id, "computed_change_percent"), Value::Empty);
    }
    // And so for each change of the shipped dataset that has one.
    let mut found = 0;
    for located in shipped().outcomes() {
        if let Published::Change { level: Some(known), .. } = &located.outcome.published {
            found += 1;
            let (KnownLevel::Before(level) | KnownLevel::After(level)) = known;
            let figure = figure_of(shipped(), located.outcome.id.as_str(), FigureKind::Both);
            assert_eq!(level_marks(&figure, located.outcome.id.as_str()), [level.number.centre()]);
        }
    }
    assert!(found > 0);
}

#[test]
fn r1_what_is_computed_is_marked_as_computed() {
    for located in shipped().outcomes().filter(|l| l.outcome.published.form() == Form::Pair) {
        let id = located.outcome.id.as_str();
        let change = figure_of(shipped(), id, FigureKind::Change);
        for mark in marks(&change, id) {
            let has_stated = !located.outcome.published.stated().is_empty();
            assert!(
                mark.label.contains("worked out") || (has_stated && mark.label.contains("as published")),
                "{}",
                mark.label
            );
        }
        let profile = figure_of(shipped(), id, FigureKind::Profile);
        let tile = tile(&profile, id);
        let is_stated =
            !located.outcome.published.stated().is_empty() && tile.headline_caption.starts_with("as published");
        assert!(tile.headline == "no %" || is_stated || tile.headline_caption.contains("worked out"), "{tile:?}");
    }
}

/// A series with a gap in its middle and one that is whole.
fn series() -> sidebyside::model::Dataset {
    made(&[
        [
            "gap",
            "a",
            "children",
            "series(points: [(\"2015\", 300), (\"2016\", missing(suppressed)), (\"2017\", 100)])",
            "",
        ],
        ["whole", "b", "children", "series(points: [(\"2015\", 300), (\"2016\", 200), (\"2017\", 100)])", ""],
    ])
}

#[test]
fn r14_a_suppressed_value_is_a_gap_with_its_reason_and_no_zero() {
    let dataset = series();
    let figure = figure_of(&dataset, "gap", FigureKind::Profile);
    let TileBody::Series { points, .. } = &tile(&figure, "gap").body else { panic!("{figure:?}") };
    let values: Vec<Option<f64>> = points.iter().map(|point| point.value).collect();
    assert_eq!(values, [Some(300.0), None, Some(100.0)]);
    assert_eq!((points[1].caption.as_str(), points[1].label.as_str()), ("2016", "suppressed"));
    assert_eq!(cautions(&dataset, "gap", Rule::R14), ["Values are missing: 2016 (suppressed)."]);
    assert!(section(&dataset, "gap", "What was published").contains("2016: suppressed"));
    assert!(cautions(&dataset, "whole", Rule::R14).is_empty());
    // Nothing is computed from a series, and no other kind draws it.
    assert_eq!(cell(&dataset, "gap", "computed_change_percent"), Value::Empty);
    for kind in on_axes() {
        let figure = figure_of(&dataset, "gap", kind);
        assert!(figure.drawn().is_empty() && figure.left_out[0].reason.contains("series"), "{kind:?}");
    }
}

#[test]
fn r14_every_reason_is_told_in_its_words() {
    for (reason, told) in [
        ("not_published", "not published"),
        ("suppressed", "suppressed"),
        ("not_applicable", "not applicable"),
        ("rounds_to_zero", "rounds to zero"),
        ("low_reliability", "low reliability"),
    ] {
        let points = format!("series(points: [(\"2015\", 300), (\"2016\", missing({reason}))])");
        let dataset = made(&[["s", "a", "children", &points, ""]]);
        let figure = figure_of(&dataset, "s", FigureKind::Profile);
        assert!(words(&figure).iter().any(|word| word == told), "{told}");
        assert_eq!(cell(&dataset, "s", "after"), super::text(told), "no zero in the table");
    }
}

/// How many lines of a figure rise or fall: the axes lie flat.
fn sloped_lines(figure: &Figure) -> usize {
    fn count(shape: &Shape) -> usize {
        let slopes = |a: egui::Pos2, b: egui::Pos2| (a.x - b.x).abs() > 5.0 && (a.y - b.y).abs() > 5.0;
        match shape {
            Shape::Vec(shapes) => shapes.iter().map(count).sum(),
            Shape::LineSegment { points: [a, b], .. } => usize::from(slopes(*a, *b)),
            Shape::Path(path) if !path.closed => path.points.windows(2).filter(|ends| slopes(ends[0], ends[1])).count(),
            _ => 0,
        }
    }
    let (drawn, _) = shapes(figure, PageSize::default()).unwrap();
    drawn.shapes.iter().map(|clipped| count(&clipped.shape)).sum()
}

#[test]
fn r14_no_line_is_drawn_across_a_gap() {
    let dataset = series();
    assert_eq!(sloped_lines(&figure_of(&dataset, "whole", FigureKind::Profile)), 2);
    assert_eq!(sloped_lines(&figure_of(&dataset, "gap", FigureKind::Profile)), 0);
}

/// What is written in a drawing.
fn words_in(shape: &Shape) -> String {
    match shape {
        Shape::Vec(shapes) => shapes.iter().map(words_in).collect(),
        Shape::Text(text) => text.galley.text().to_owned(),
        _ => String::new(),
    }
}

#[test]
fn r1_an_empty_figure_says_why_once() {
    let dataset = made(&[["up", "a", "children", "direction(rose, over: \"2016\")", ""]]);
    let paired = figure(&dataset, &View::default(), FigureKind::Paired).unwrap();
    let Body::Empty(sentence) = &paired.body else { panic!("{paired:?}") };
    let reason = "Only the direction was published, so there is no level to draw.";
    assert!(paired.alt.starts_with(sentence.as_str()), "{sentence}");
    assert_eq!((paired.alt.matches(reason).count(), paired.left_out[0].reason.as_str()), (1, reason), "{}", paired.alt);
    let (drawn, _) = shapes(&paired, PageSize::default()).unwrap();
    let words = drawn.shapes.iter().map(|clipped| words_in(&clipped.shape)).collect::<String>();
    assert_eq!(words.matches("Left out:").count(), 1, "the reason stands below the sentence, and not in it: {words}");
    let both = figure(&dataset, &View::default(), FigureKind::Both).unwrap();
    assert!(both.notes.iter().any(|note| note.text.starts_with("No level was published")), "{:?}", both.notes);
}

#[test]
fn r4_a_whole_that_is_open_leaves_its_part_open_the_other_way() {
    for (of, expected) in [("44", OpenSide::Neither), ("at least 44", OpenSide::Below), ("up to 44", OpenSide::Above)] {
        let part = format!("part(count: Some(28), of: Some(\"{of}\"), period: \"2016\")");
        let dataset = made(&[["p", "a", "children", &part, ""]]);
        let figure = figure(&dataset, &View::default(), FigureKind::Profile).unwrap();
        let Body::Tiles(groups) = &figure.body else { panic!("no small figures") };
        let TileBody::Part { open, .. } = &groups[0].tiles[0].body else { panic!("no part") };
        assert_eq!(*open, expected, "{of}");
    }
}

#[test]
fn r1_no_column_of_levels_stands_where_no_row_needs_one() {
    let fell = "change(stated: [\"fell 5%\"], over: \"2016\")";
    let pair = "pair(before: (50, \"2015\"), after: (60, \"2016\"))";
    let columns = |outcomes: &[[&str; 5]]| {
        let figure = figure(&made(outcomes), &view("children"), FigureKind::Both).unwrap();
        let Body::Rows(rows) = &figure.body else { panic!("{figure:?}") };
        let roles: Vec<PanelRole> = rows.panels.iter().map(|panel| panel.role).collect();
        let said = figure.notes.iter().any(|note| note.rule == Rule::R1 && note.text.contains("changes are drawn"));
        (roles, said)
    };
    let (changes, all) =
        (vec![PanelRole::Changes, PanelRole::Periods], vec![PanelRole::Levels, PanelRole::Changes, PanelRole::Periods]);
    let context = ["nation", "b", "children", pair, "role: context"];
    assert_eq!(columns(&[["one", "a", "children", fell, ""]]), (changes.clone(), true));
    assert_eq!(columns(&[["one", "a", "children", fell, ""], context]), (changes.clone(), true));
    assert_eq!(columns(&[["one", "a", "children", pair, ""], context]), (all, false));
    // One row of four tells its levels below its name.
    let four = [["p", "a", "children", pair, ""], ["q", "b", "children", fell, ""], ["r", "c", "children", fell, ""]];
    let four = [&four[..], &[["s", "d", "children", fell, ""]]].concat();
    assert_eq!(columns(&four), (changes, true));
    let drawn = figure(&made(&four), &view("children"), FigureKind::Both).unwrap();
    assert!(row(&drawn, "p").sublabel.contains("50 to 60"), "{:?}", row(&drawn, "p"));
}

#[test]
fn r1_a_period_is_drawn_only_between_dates_that_were_stated() {
    let over = |over: &str| format!("change(stated: [\"fell 5%\"], over: \"{over}\")");
    let (span, since, length, nothing) = (over("2016/2017"), over("since 2011"), over("18 months"), over("not stated"));
    let dataset = made(&[
        ["span", "a", "children", &span, ""],
        ["since", "b", "children", &since, ""],
        ["length", "c", "children", &length, ""],
        ["nothing", "d", "children", &nothing, ""],
    ]);
    for kind in [FigureKind::Both, FigureKind::Change, FigureKind::Index] {
        let figure = figure(&dataset, &view("children"), kind).unwrap();
        let when = |id: &str| {
            let cell = row(&figure, id).cells.last().unwrap();
            (cell.marks.first().map(|mark| mark.shape), cell.words().to_owned())
        };
        let year = |year: f64| Some(year * 12.0 + 1.0);
        let drawn = |from, to| Some(MarkShape::Period { from, to });
        assert_eq!(when("span"), (drawn(year(2016.0), year(2018.0)), "2016 to 2017".to_owned()));
        assert_eq!(when("since"), (drawn(year(2011.0), None), "since 2011".to_owned()));
        assert_eq!(when("length"), (None, "18 months, dates not given".to_owned()));
        assert_eq!(when("nothing"), (None, "no period given".to_owned()));
        assert!(figure.key.contains(&KeyEntry::OpenPeriod), "{kind:?}");
    }
}
