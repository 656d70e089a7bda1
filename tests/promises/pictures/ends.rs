//! Open ends, ranges and benchmarks as marks: each has the end that was published, and no mark stands at one that was not.

use sidebyside::figure::{
    Body, Column, Figure, KeyEntry, Mark, MarkOutline, MarkShape, MarkStyle, SlopeLine, Tile, TileBody, figure,
};
use sidebyside::model::{FigureKind, OpenSide, Role, View};

use super::hard::named;

fn drawn(name: &str, kind: FigureKind) -> Figure {
    figure(&named(name), &View { roles: Role::ALL.into_iter().collect(), ..View::default() }, kind).unwrap()
}

/// The marks of an outcome in a figure of rows, without the way between two dots.
fn marks<'f>(figure: &'f Figure, outcome: &str) -> Vec<&'f Mark> {
    let Body::Rows(rows) = &figure.body else { panic!("no rows: {figure:?}") };
    let row = rows.groups.iter().flat_map(|g| &g.rows).find(|row| row.outcome.as_str() == outcome).unwrap();
    let marks = row.cells.iter().flat_map(|cell| &cell.marks);
    marks.filter(|mark| !matches!(mark.shape, MarkShape::Way { .. })).collect()
}

fn line<'f>(figure: &'f Figure, outcome: &str) -> &'f SlopeLine {
    let Body::Slopes(groups) = &figure.body else { panic!("no slopes") };
    groups.iter().flat_map(|g| &g.lines).find(|line| line.outcome.as_str() == outcome).unwrap()
}

fn tile<'f>(figure: &'f Figure, outcome: &str) -> &'f Tile {
    let Body::Tiles(groups) = &figure.body else { panic!("no tiles") };
    groups.iter().flat_map(|g| &g.tiles).find(|tile| tile.outcome.as_str() == outcome).unwrap()
}

fn columns<'f>(figure: &'f Figure, outcome: &str) -> &'f [Column] {
    let TileBody::Columns(columns) = &tile(figure, outcome).body else { panic!("no columns") };
    columns
}

fn close(found: f64, expected: f64) -> bool {
    (found - expected).abs() < 1e-3
}

#[test]
fn r4_a_range_stands_from_end_to_end_in_every_kind() {
    let both = drawn("ranges", FigureKind::Both);
    // 60 to between 50 and 75: −16.7% to +25%.
    let of_first = marks(&both, "o0");
    assert!(matches!(of_first[1].shape, MarkShape::Bar { to: 50.0, high: Some(75.0), .. }), "{of_first:?}");
    assert!(
        matches!(of_first[2].shape, MarkShape::Between { low, high } if close(low, -16.6667) && close(high, 25.0)),
        "{of_first:?}"
    );
    assert_eq!(of_first[2].label, "between \u{2212}16.7% and +25.0% worked out");
    // Between 10 and 20 to between 30 and 40: 30 ÷ 20 is +50%, 40 ÷ 10 is +300%.
    let change = marks(&both, "o3")[2].shape;
    assert!(
        matches!(change, MarkShape::Change { to, high: Some(high), .. } if close(to, 50.0) && close(high, 300.0)),
        "{change:?}"
    );
    let dots = drawn("ranges", FigureKind::Dumbbell);
    assert!(matches!(marks(&dots, "o0")[1].shape, MarkShape::Dot { at: 50.0, high: Some(75.0), .. }));
    let slopes = drawn("ranges", FigureKind::Slope);
    assert_eq!((line(&slopes, "o0").after.at, line(&slopes, "o0").after.high), (50.0, Some(75.0)));
    let wall = drawn("ranges", FigureKind::Profile);
    assert_eq!((columns(&wall, "o0")[1].value, columns(&wall, "o0")[1].high), (50.0, Some(75.0)));
    for figure in [both, dots, slopes, wall] {
        let told = figure.notes.iter().any(|note| note.text.contains("from its lower to its upper end"));
        assert!(told, "{:?}: {:?}", figure.kind, figure.notes);
        assert!(!figure.notes.iter().any(|note| note.text.contains("middle")), "{:?}", figure.notes);
    }
}

#[test]
fn of_two_ranges_that_overlap_no_way_is_told() {
    let dots = drawn("ranges", FigureKind::Dumbbell);
    let Body::Rows(rows) = &dots.body else { panic!("no rows") };
    for (outcome, ways) in [("o0", 0), ("o2", 0), ("o3", 1)] {
        let row = rows.groups.iter().flat_map(|g| &g.rows).find(|row| row.outcome.as_str() == outcome).unwrap();
        let found = row.cells[0].marks.iter().filter(|mark| matches!(mark.shape, MarkShape::Way { .. })).count();
        assert_eq!(found, ways, "{outcome}");
    }
}

#[test]
fn r4_an_average_of_a_range_is_a_range() {
    let both = drawn("ranges and open ends as averages a month", FigureKind::Both);
    // 20 and 40 in 6 months.
    let mark = marks(&both, "o1")[1];
    assert!(
        matches!(mark.shape, MarkShape::Bar { to, high: Some(high), .. } if close(to, 3.3333) && close(high, 6.6667))
    );
    assert_eq!(mark.label, "between 3.3 and 6.7 a month (between 20 and 40 in 6 months)");
    assert_eq!(marks(&both, "o0")[0].label, "over 5 a month (over 60 in 12 months)");
    let wall = drawn("ranges and open ends as averages a month", FigureKind::Profile);
    assert_eq!(columns(&wall, "o0")[0].label, "over 5");
}

#[test]
fn r4_an_open_end_points_both_ways_in_bars_and_columns() {
    for (outcome, open) in [("o0", OpenSide::Above), ("o3", OpenSide::Below)] {
        let both = drawn("open ends", FigureKind::Both);
        assert!(matches!(marks(&both, outcome)[1].shape, MarkShape::Bar { open: found, .. } if found == open));
        let wall = drawn("open ends", FigureKind::Profile);
        assert_eq!(columns(&wall, outcome)[1].open, open);
    }
    let TileBody::Series { points, missing } = &tile(&drawn("series", FigureKind::Profile), "o0").body.clone() else {
        panic!("no series")
    };
    assert_eq!(points[0].open, OpenSide::Above);
    assert_eq!((points[3].value, points[3].high), (Some(10.0), Some(20.0)));
    assert_eq!(
        missing,
        "2006/07: suppressed; 2007/08: not published; 2009/10: low reliability; 2010/11: rounds to zero"
    );
    let wall = drawn("series", FigureKind::Profile);
    let TileBody::Series { missing, .. } = &tile(&wall, "o1").body else { panic!("no series") };
    assert_eq!(missing, "5 suppressed");
}

#[test]
fn a_part_whose_two_numbers_pull_apart_has_no_bar_and_says_so() {
    let wall = drawn("parts of a whole", FigureKind::Profile);
    for (outcome, ends, side) in [
        ("o0", Some((28.0 / 44.0, None)), OpenSide::Above),
        ("o1", Some((28.0 / 44.0, None)), OpenSide::Below),
        ("o2", None, OpenSide::Neither),
        ("o3", Some((28.0 / 44.0, None)), OpenSide::Above),
        ("o4", Some((0.8, None)), OpenSide::Above),
        ("o5", Some((20.0 / 44.0, Some(30.0 / 44.0))), OpenSide::Neither),
    ] {
        let TileBody::Part { share, high, open, caption, .. } = &tile(&wall, outcome).body else { panic!("no part") };
        assert_eq!((share.map(|share| (share, *high)), *open), (ends, side), "{outcome}");
        assert_eq!(caption.is_empty(), ends.is_some(), "{outcome}: {caption}");
    }
}

#[test]
fn r10_a_benchmark_stands_only_at_its_length_and_the_axis_size() {
    let both = drawn("benchmarks", FigureKind::Both);
    let benchmark = |outcome: &str| {
        marks(&both, outcome).into_iter().find_map(|mark| match mark.shape {
            MarkShape::Benchmark { at, open } => Some((at, open, mark.label.as_str())),
            _ => None,
        })
    };
    assert_eq!(benchmark("o0"), None, "100 in twelve months beside half-years");
    assert_eq!(benchmark("o1"), Some((55.0, OpenSide::Above, "England: over 55, January to June 2017")));
    assert_eq!(benchmark("o2"), None, "83,000 would squeeze 60");
    assert_eq!(benchmark("o3"), Some((-3.0, OpenSide::Below, "England: down over 3%, 2016 to 2017")));
    assert_eq!(benchmark("o4"), None, "+900% would squeeze \u{2212}16.7%");
    for told in ["England, 100 (2017)", "England, 83,000 (January to June 2017)", "England, +900% (2016 to 2017)"] {
        assert!(both.notes.iter().any(|note| note.text.contains(told)), "{told}: {:?}", both.notes);
    }
    // Among averages a month it is the average of its own time: over 100 in twelve months is over 8.3.
    let averages = drawn("ranges and open ends as averages a month", FigureKind::Both);
    let mark =
        marks(&averages, "o2").into_iter().find(|mark| matches!(mark.shape, MarkShape::Benchmark { .. })).unwrap();
    assert!(matches!(mark.shape, MarkShape::Benchmark { at, open: OpenSide::Above } if close(at, 8.3333)), "{mark:?}");
    assert_eq!(mark.label, "England: over 8.3 a month (over 100, 2016)");
}

#[test]
fn slopes_with_levels_below_zero_do_not_say_they_begin_at_zero() {
    let below = drawn("all below zero", FigureKind::Slope);
    assert!(
        !below.subtitle.contains("begin at zero") && below.subtitle.contains("a line at zero"),
        "{}",
        below.subtitle
    );
    assert!(drawn("tiny rates", FigureKind::Slope).subtitle.contains("begin at zero"));
}

/// How the marks of an outcome look in a figure of any kind; nothing where it has none, or is left out.
fn looks(figure: &Figure, outcome: &str) -> Vec<MarkStyle> {
    match &figure.body {
        Body::Empty(_) | Body::Trend(_) | Body::DotStrips(_) => Vec::new(),
        Body::Grid(grid) => looks(&Figure { body: Body::Tiles(grid.groups()), ..figure.clone() }, outcome),
        Body::Rows(rows) => {
            let rows = rows.groups.iter().flat_map(|g| &g.rows).filter(|row| row.outcome.as_str() == outcome);
            let marks = rows.flat_map(|row| &row.cells).flat_map(|cell| &cell.marks);
            // Periods are not numbers, and so neither small nor large.
            marks.filter(|mark| !matches!(mark.shape, MarkShape::Period { .. })).map(|mark| mark.look).collect()
        }
        Body::Slopes(groups) => {
            let lines = groups.iter().flat_map(|g| &g.lines).filter(|line| line.outcome.as_str() == outcome);
            lines.flat_map(|line| [line.before.look, line.after.look]).collect()
        }
        Body::Tiles(_) => match &tile(figure, outcome).body {
            TileBody::Columns(columns) => columns.iter().map(|column| column.look).collect(),
            TileBody::Change { mark, .. } => vec![mark.look],
            TileBody::Ladders { ladders, .. } => ladders.iter().map(|ladder| ladder.look).collect(),
            TileBody::Part { look, .. } => vec![*look],
            TileBody::Series { points, .. } => points.iter().map(|point| point.look).collect(),
            TileBody::Number { .. } => Vec::new(),
        },
    }
}

#[test]
fn r5_of_two_contradicting_changes_none_is_drawn_both_are_told() {
    for kind in FigureKind::ALL {
        let figure = drawn("changes alone", kind);
        assert!(looks(&figure, "o7").is_empty() && looks(&figure, "o8").is_empty(), "{kind:?}: {figure:?}");
    }
    for kind in [FigureKind::Both, FigureKind::Change, FigureKind::Index] {
        let figure = drawn("changes alone", kind);
        let Body::Rows(rows) = &figure.body else { panic!("no rows") };
        let row = rows.groups.iter().flat_map(|g| &g.rows).find(|row| row.outcome.as_str() == "o7").unwrap();
        let both = "\u{2212}12%, +5 as published, which contradict each other";
        assert!(row.cells.iter().any(|cell| cell.text == both), "{kind:?}: {row:?}");
        assert!(figure.alt.contains("rose by 5, its stated changes contradict each other"), "{kind:?}: {}", figure.alt);
        // One that fits stands as ever.
        assert!(!looks(&figure, "o0").is_empty(), "{kind:?}");
    }
    let wall = drawn("changes alone", FigureKind::Profile);
    let TileBody::Number { label, .. } = &tile(&wall, "o7").body else { panic!("{:?}", tile(&wall, "o7")) };
    assert_eq!(label, "\u{2212}12%, +5");
}

#[test]
fn r6_small_samples_are_outlined_in_every_kind_and_no_large_one() {
    let mut kinds = 0;
    for kind in FigureKind::ALL {
        let figure = drawn("small samples", kind);
        if matches!(figure.body, Body::Empty(_)) {
            continue;
        }
        kinds += 1;
        let (small, large) = (looks(&figure, "o0"), looks(&figure, "o1"));
        assert!(
            !small.is_empty() && small.iter().all(|look| look.outline == MarkOutline::Dotted),
            "{kind:?}: {small:?}"
        );
        assert!(
            !large.is_empty() && large.iter().all(|look| look.outline == MarkOutline::Plain),
            "{kind:?}: {large:?}"
        );
        assert!(figure.key.contains(&KeyEntry::SmallNumbers), "{kind:?}");
    }
    assert_eq!(kinds, 6, "shares have no index, and no grades");
    assert!(drawn("small samples", FigureKind::Both).alt.contains("Small numbers: Anyshire 0."));
    let wall = drawn("small samples", FigureKind::Profile);
    assert_eq!((tile(&wall, "o0").flag.as_str(), tile(&wall, "o1").flag.as_str()), ("small numbers", ""));
}
