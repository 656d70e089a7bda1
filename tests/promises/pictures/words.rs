//! The words of figures as text snapshots: title, subtitle, key, rows with their marks, notes, what is left out, alt text.

use std::fmt::Write;

use sidebyside::dataset::load_file;
use sidebyside::figure::{Body, Cell, Figure, MarkShape, TileBody, figure};
use sidebyside::model::{Dataset, FigureKind, Role, View};

use super::generated;

/// A figure as text, everything that a reader can see and hear, one thing a line.
fn told(figure: &Figure) -> String {
    let mut text = format!("{}\n{}\n", figure.title, figure.subtitle);
    let _ = writeln!(text, "key: {}", figure.key.iter().map(|k| k.label()).collect::<Vec<_>>().join(" | "));
    match &figure.body {
        Body::Empty(sentence) => {
            let _ = writeln!(text, "empty: {sentence}");
        }
        Body::Trend(trend) => {
            for line in &trend.lines {
                let _ = writeln!(text, "- {}\n    heard: {}", line.label, line.spoken);
            }
        }
        Body::DotStrips(strips) => {
            for strip in &strips.strips {
                let _ = writeln!(text, "# {} / {}\n    heard: {}", strip.title, strip.about, strip.spoken);
            }
        }
        Body::Grid(grid) => text.push_str(&told(&Figure { body: Body::Tiles(grid.groups()), ..figure.clone() })),
        Body::Rows(rows) => {
            for panel in &rows.panels {
                let ticks = panel.axis.iter().flat_map(|a| &a.ticks).map(|t| t.label.as_str()).collect::<Vec<_>>();
                let _ = writeln!(text, "panel: {} [{}]", panel.title, ticks.join(" "));
            }
            for group in &rows.groups {
                let _ = writeln!(text, "# {}", group.heading);
                for row in &group.rows {
                    let _ = writeln!(text, "- {} ({})", row.label, row.sublabel);
                    row.cells.iter().for_each(|cell| tell_cell(&mut text, cell));
                    let _ = writeln!(text, "    heard: {}", row.spoken);
                }
            }
        }
        Body::Slopes(groups) => {
            for group in groups {
                let _ = writeln!(text, "# {} / {}", group.heading, group.title);
                let _ = writeln!(text, "{} / {}", group.before_title, group.after_title);
                for line in &group.lines {
                    let ends = [&line.before, &line.after].map(|end| {
                        let look = end.look;
                        let (fill, tone, outline) = (look.fill, look.tone, look.outline);
                        format!(
                            "{} at {:.1} {:?} {fill:?} {tone:?} {outline:?} [{}]",
                            end.label, end.at, end.open, end.period
                        )
                    });
                    let _ = writeln!(text, "- {}: {}", line.label, ends.join(" | "));
                    let _ = writeln!(text, "    heard: {}", line.spoken);
                }
            }
        }
        Body::Tiles(groups) => {
            for group in groups {
                let _ = writeln!(text, "# {} / {}", group.heading, group.aside);
                for tile in &group.tiles {
                    let _ = writeln!(text, "- {} / {} / {}", tile.title, tile.subtitle, tile.foot);
                    tell_tile(&mut text, &tile.body);
                    let _ = writeln!(text, "    {} {} [{}]", tile.headline, tile.headline_caption, tile.flag);
                    let _ = writeln!(text, "    heard: {}", tile.spoken);
                }
            }
        }
    }
    for note in &figure.notes {
        let _ = writeln!(text, "note R{}: {}", note.rule.number(), note.text);
    }
    for row in &figure.left_out {
        let _ = writeln!(text, "left out: {}. {}", row.name, row.reason);
    }
    let _ = writeln!(text, "{}\nalt: {}", figure.source, figure.alt);
    text
}

fn tell_cell(text: &mut String, cell: &Cell) {
    for mark in &cell.marks {
        let shape = match mark.shape {
            MarkShape::Bar { to, high, slot, open } => format!("bar {slot:?} to {to:.1}{} {open:?}", upper(high)),
            MarkShape::Dot { at, high, slot, beside, open } => {
                format!("dot {slot:?} at {at:.1}{} {beside:?} {open:?}", upper(high))
            }
            MarkShape::Between { low, high } => format!("between {low:.1} and {high:.1}"),
            MarkShape::Way { from, to } => format!("way from {from:.1} to {to:.1}"),
            MarkShape::Change { to, high, open } => format!("change to {to:.1} {high:?} {open:?}"),
            MarkShape::DirectionOnly(direction) => format!("{direction:?} without a figure"),
            MarkShape::Benchmark { at, open } => format!("benchmark at {at:.1} {open:?}"),
            MarkShape::Period { from, to } => format!("period {} to {}", at(from), at(to)),
            MarkShape::Step { step, of } => format!("step {step} of {of}"),
        };
        let look = mark.look;
        let _ = writeln!(text, "    {shape} {:?} {:?} {:?}: {}", look.fill, look.tone, look.outline, mark.label);
    }
    if !cell.text.is_empty() {
        let _ = writeln!(text, "    \"{}\"", cell.text);
    }
}

/// Months of the calendar, in years.
fn at(end: Option<f64>) -> String {
    end.map_or_else(|| "not stated".to_owned(), |months| format!("{:.2}", (months - 1.0) / 12.0))
}

/// The upper end of a range.
fn upper(high: Option<f64>) -> String {
    high.map_or_else(String::new, |high| format!(" and {high:.1}"))
}

fn tell_tile(text: &mut String, body: &TileBody) {
    let told = match body {
        TileBody::Columns(columns) => {
            let told = columns.iter().map(|c| {
                format!("{}: {} at {:.1}{} {:?} {:?}", c.caption, c.label, c.value, upper(c.high), c.look.fill, c.open)
            });
            told.collect::<Vec<_>>().join(" | ")
        }
        TileBody::Change { mark, caption, .. } => format!("{:?}: {} / {caption}", mark.shape, mark.label),
        TileBody::Ladders { ladders, caption } => {
            let told = ladders.iter().map(|l| format!("{} {:?} {}", l.label, l.step, l.caption));
            format!("{} / {caption}", told.collect::<Vec<_>>().join(" | "))
        }
        TileBody::Part { share, high, label, caption, open, .. } => {
            format!("{label} {share:?}{} {open:?} {caption}", upper(*high))
        }
        TileBody::Number { label, caption } => format!("{label} / {caption}"),
        TileBody::Series { points, missing } => {
            let told = points.iter().map(|p| format!("{}: {} {:?}{}", p.caption, p.label, p.value, upper(p.high)));
            format!("{} / {missing}", told.collect::<Vec<_>>().join(" | "))
        }
    };
    let _ = writeln!(text, "    {}", told.trim_end());
}

fn every_form() -> Dataset {
    load_file(&crate::window::test_data("valid/every-form.ron")).unwrap().dataset
}

fn assert_snapshot(name: &str, figure: &Figure) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, told(figure)));
}

#[test]
fn levels_and_changes_of_seven_councils() {
    assert_snapshot("both", &generated::figure_of(&generated::dataset(7), FigureKind::Both));
}

#[test]
fn levels_alone_leave_out_what_has_none() {
    assert_snapshot("paired", &generated::figure_of(&generated::dataset(7), FigureKind::Paired));
}

#[test]
fn grades_of_four_councils() {
    assert_snapshot("rating", &generated::figure_of(&generated::dataset(4), FigureKind::Rating));
}

#[test]
fn small_figures_of_every_form() {
    let dataset = every_form();
    let view = View { roles: Role::ALL.into_iter().collect(), ..View::default() };
    assert_snapshot("profile", &figure(&dataset, &view, FigureKind::Profile).unwrap());
}

#[test]
fn a_flow_over_unequal_periods_stands_as_an_average_a_month() {
    let dataset = sidebyside::dataset::load_builtin().unwrap().dataset;
    let indicators =
        dataset.indicators.iter().filter(|i| i.concept == "fostering enquiries").map(|i| i.id.clone()).collect();
    assert_snapshot(
        "average-a-month",
        &figure(&dataset, &View { indicators, ..View::default() }, FigureKind::Both).unwrap(),
    );
}

#[test]
fn nothing_selected_is_an_honest_empty_figure() {
    let view = View { topics: vec!["no such topic".to_owned()].into(), ..View::default() };
    assert_snapshot("empty", &figure(&generated::dataset(1), &view, FigureKind::Both).unwrap());
}

#[test]
fn alt_text_names_the_largest_the_smallest_and_what_is_missing() {
    let figure = generated::figure_of(&generated::dataset(7), FigureKind::Both);
    for words in ["The changes run from", "no level was published", "only a direction"] {
        assert!(figure.alt.contains(words), "{words:?} is not in: {}", figure.alt);
    }
    let Body::Rows(rows) = &figure.body else { panic!("rows") };
    let mut ends: Vec<(f64, &str)> = Vec::new();
    for row in rows.groups.iter().flat_map(|g| &g.rows) {
        for mark in row.cells.iter().flat_map(|c| &c.marks) {
            if let MarkShape::Change { to, .. } = mark.shape {
                ends.push((to, row.label.as_str()));
            }
        }
    }
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (first, last) = (ends[0].1, ends[ends.len() - 1].1);
    assert!(figure.alt.contains(first) && figure.alt.contains(last), "{first} and {last}: {}", figure.alt);

    let alone = generated::figure_of(&generated::dataset(7), FigureKind::Paired);
    assert!(!alone.left_out.is_empty());
    for row in &alone.left_out {
        assert!(alone.alt.contains(&row.reason), "{} is not in: {}", row.reason, alone.alt);
    }
}
