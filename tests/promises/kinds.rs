//! Promises about the kinds `dumbbell`, `slope` and `index`: what stands on them, what does not, and that no label ever overlaps
//! another, vanishes or leaves the page.

use std::fmt::Write as _;

use egui::{Rect, Shape, pos2, vec2};
use sidebyside::dataset::load_text;
use sidebyside::draw::{self, Extent, Interactivity, Setting};
use sidebyside::export::figure::{PageSize, shapes};
use sidebyside::export::headless;
use sidebyside::figure::{Body, Cell, Figure, Fill, KeyEntry, MarkOutline, MarkShape, Row, SlopeLine, Tone, figure};
use sidebyside::model::{Dataset, FigureKind, IndicatorId, OpenSide, Role, View};
use sidebyside::theme::{self, Tokens};

const KINDS: [FigureKind; 3] = [FigureKind::Dumbbell, FigureKind::Slope, FigureKind::Index];

/// A dataset of councils C0, C1, …, each with the outcomes written for it.
fn dataset(names: &[String], outcomes: &[String], context: &str) -> Dataset {
    let mut councils = String::new();
    let mut places = String::new();
    for (index, name) in names.iter().enumerate() {
        writeln!(councils, r#"(id: "c{index}", name: "{name}", kind: unitary, nation: england),"#).unwrap();
        write!(places, r#""c{index}","#).unwrap();
    }
    let text = format!(
        r#"(format: 1, title: "Made up", licence: "CC0-1.0",
        sources: [(id: "s", title: "A made-up source")],
        councils: [{councils} (id: "england", name: "England", kind: nation, nation: england)],
        indicators: [
            (id: "lac", name: "Looked-after children", concept: "care", topic: "T", unit: "children", measure: stock),
            (id: "rate", name: "Looked-after children, rate", concept: "care", topic: "T", unit: "per 10,000", measure: rate),
            (id: "enquiries", name: "Fostering enquiries", concept: "enquiries", topic: "T", unit: "enquiries", measure: flow),
        ],
        programmes: [(id: "p", name: "P", places: [{places}], topic: "T", dates: "2017", summary: "Made up.",
            sources: [(source: "s", at: "1")], outcomes: [{}])],
        context: [{context}],
        )"#,
        outcomes.concat()
    );
    load_text(&text).map_err(|findings| findings.iter().map(ToString::to_string).collect::<String>()).unwrap().dataset
}

fn outcome(id: &str, indicator: &str, place: &str, role: &str, published: &str) -> String {
    format!(
        r#"(id: "{id}", indicator: "{indicator}", places: ["{place}"], role: {role}, published: {published},
            sources: [(source: "s", at: "1")]),"#
    )
}

fn pair(before: &str, after: &str) -> String {
    format!(r#"pair(before: ({before}, "2015-03-31"), after: ({after}, "2017-03-31"))"#)
}

fn view(indicator: &str) -> View {
    View { indicators: vec![IndicatorId::new(indicator)].into(), ..View::default() }
}

fn drawn(dataset: &Dataset, view: &View, kind: FigureKind) -> Figure {
    figure(dataset, view, kind).unwrap()
}

/// One council with these outcomes of the stock "lac", as a figure.
fn of_one(published: &[&str], kind: FigureKind) -> Figure {
    let outcomes: Vec<String> = published
        .iter()
        .enumerate()
        .map(|(index, published)| outcome(&format!("o{index}"), "lac", "c0", "outcome", published))
        .collect();
    drawn(&dataset(&["Anyshire".to_owned()], &outcomes, ""), &view("lac"), kind)
}

fn rows(figure: &Figure) -> Vec<&Row> {
    match &figure.body {
        Body::Rows(rows) => rows.groups.iter().flat_map(|group| &group.rows).collect(),
        _ => Vec::new(),
    }
}

fn cells(figure: &Figure) -> Vec<&Cell> {
    rows(figure).into_iter().flat_map(|row| &row.cells).collect()
}

fn lines(figure: &Figure) -> Vec<&SlopeLine> {
    match &figure.body {
        Body::Slopes(groups) => groups.iter().flat_map(|group| &group.lines).collect(),
        _ => Vec::new(),
    }
}

/// Every word that a figure has to show: names, periods, levels, changes.
fn words(figure: &Figure) -> Vec<String> {
    let mut words = Vec::new();
    for row in rows(figure) {
        words.extend([row.label.clone(), row.sublabel.clone()]);
        words.extend(row.cells.iter().flat_map(|cell| &cell.marks).map(|mark| mark.label.clone()));
    }
    for line in lines(figure) {
        for end in [&line.before, &line.after] {
            words.extend([line.label.clone(), end.label.clone(), end.period.clone()]);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Every text of a figure on its page: its words, and a rectangle for each of its lines, without the space above and below.
fn texts(figure: &Figure, width: f32) -> (Vec<(String, Vec<Rect>)>, Rect) {
    let (made, page) = shapes(figure, PageSize { width, ..PageSize::default() }).unwrap();
    let mut found = Vec::new();
    for clipped in &made.shapes {
        collect(&clipped.shape, &mut found);
    }
    (found, Rect::from_min_size(pos2(0.0, 0.0), page.size))
}

fn collect(shape: &Shape, found: &mut Vec<(String, Vec<Rect>)>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, found)),
        Shape::Text(text) => {
            let lines = text.galley.rows.iter().filter(|row| row.size.x > 0.0);
            let lines =
                lines.map(|row| Rect::from_min_size(text.pos + row.pos.to_vec2(), row.size).shrink2(vec2(0.5, 3.0)));
            found.push((text.galley.text().to_owned(), lines.collect()));
        }
        _ => {}
    }
}

/// What is wrong with the labels of a figure on a page of this width.
fn faults(figure: &Figure, width: f32) -> Vec<String> {
    let (texts, page) = texts(figure, width);
    let mut faults = Vec::new();
    for (index, (words, lines)) in texts.iter().enumerate() {
        if let Some(line) = lines.iter().find(|line| !page.contains_rect(**line)) {
            faults.push(format!("{words:?} leaves the page at {line:?}"));
        }
        for (others, other_lines) in texts.iter().skip(index + 1) {
            if lines.iter().any(|line| other_lines.iter().any(|other| line.intersects(*other))) {
                faults.push(format!("{words:?} overlaps {others:?}"));
            }
        }
    }
    // Labels of slopes hold a name, a level and a period in one text.
    let count = |word: &String| texts.iter().filter(|(text, _)| text.contains(word)).count();
    let all = words(figure);
    for word in &all {
        let wanted = all.iter().filter(|other| *other == word).count();
        if count(word) < wanted {
            faults.push(format!("{word:?} stands {} times instead of {wanted}", count(word)));
        }
    }
    faults
}

const NAMES: [&str; 12] = [
    "Hull",
    "Bournemouth, Christchurch and Poole",
    "Herefordshire, County of",
    "Kent",
    "Bath and North East Somerset",
    "Cheshire West and Chester",
    "King's Lynn and West Norfolk",
    "Leeds",
    "Windsor and Maidenhead",
    "Rhondda Cynon Taf",
    "Wyre",
    "North Northamptonshire and West Northamptonshire together",
];

/// Councils whose levels are bunched, far apart, equal, zero, bounded and ranges, over several periods.
fn crowd(councils: usize) -> Dataset {
    let names: Vec<String> =
        (0..councils).map(|i| if i < 12 { NAMES[i].to_owned() } else { format!("{} {i}", NAMES[i % 12]) }).collect();
    let mut outcomes = Vec::new();
    for index in 0..councils {
        let place = format!("c{index}");
        let base = [600 + index % 7, 12 + index, 3 + index % 9, 40 * index + 1, 611, 9_870][index % 6];
        let after = base * [70, 130, 100, 99, 101, 25][(index / 2) % 6] / 100;
        let bounds = ["", "over ", "", "under ", "about ", ""];
        let (from, to) = (bounds[index % 6], bounds[(index / 3) % 6]);
        let after = if index % 8 == 5 { format!("between {after} and {}", after + 7) } else { format!("{to}{after}") };
        let before = if after.starts_with("between") { base.to_string() } else { format!("{from}{base}") };
        let when = ["2015-03-31", "2011-03-31", "2014-09-30"][index % 3];
        let published = format!(r#"pair(before: ("{before}", "{when}"), after: ("{after}", "2017-03-31"))"#);
        let role = if index % 13 == 4 { "target" } else { "outcome" };
        outcomes.push(outcome(&format!("a{index}"), "lac", &place, role, &published));
        if index % 4 == 1 {
            let change =
                ["fell over 60%", "rose between 33 and 67%", "rose nearly 300%", "fell about 12%"][(index / 4) % 4];
            let published = format!(r#"change(stated: ["{change}"], over: "18 months")"#);
            outcomes.push(outcome(&format!("b{index}"), "lac", &place, "outcome", &published));
        }
        if index % 5 == 2 {
            let published = pair(&(30 + index).to_string(), &(36 + index / 2).to_string());
            outcomes.push(outcome(&format!("r{index}"), "rate", &place, "outcome", &published));
        }
        let months = ["2017-04-01/2017-09-30", "2017-01-01/2017-12-31"][index % 2];
        let published =
            format!(r#"pair(before: ({base}, "2016-01-01/2016-12-31"), after: ({}, "{months}"))"#, base / 2 + 3);
        outcomes.push(outcome(&format!("e{index}"), "enquiries", &place, "outcome", &published));
    }
    let context = outcome("england", "lac", "england", "context", &pair("69480", "72670"));
    dataset(&names, &outcomes, &context)
}

#[test]
fn labels_never_overlap_vanish_or_leave_the_page() {
    for councils in [1, 5, 20, 60] {
        let dataset = crowd(councils);
        for kind in KINDS {
            for indicator in ["lac", "enquiries"] {
                let figure = drawn(&dataset, &view(indicator), kind);
                for width in [320.0, 500.0, 1000.0] {
                    let found = faults(&figure, width);
                    assert!(found.is_empty(), "{kind:?} of {councils}, {indicator}, {width} wide: {found:#?}");
                }
            }
        }
    }
}

#[test]
fn several_ways_to_count_keep_their_labels_apart_on_an_index() {
    let asked = View { indicators: ["lac", "rate"].map(IndicatorId::new).to_vec().into(), ..View::default() };
    for councils in [1, 20, 60] {
        let figure = drawn(&crowd(councils), &asked, FigureKind::Index);
        let found = faults(&figure, 1000.0);
        assert!(found.is_empty(), "{councils}: {found:#?}");
    }
}

#[test]
fn r2_drawn_plus_left_out_is_exactly_what_was_selected() {
    let dataset = crowd(20);
    for kind in FigureKind::ALL {
        for indicator in ["lac", "enquiries"] {
            let view = view(indicator);
            let figure = drawn(&dataset, &view, kind);
            let mut told: Vec<String> = figure.drawn().into_iter().map(ToString::to_string).collect();
            told.extend(figure.left_out.iter().map(|left| left.outcome.to_string()));
            let mut asked: Vec<String> =
                view.select(&dataset).iter().map(|located| located.outcome.id.to_string()).collect();
            told.sort();
            asked.sort();
            assert_eq!(told, asked, "{kind:?}");
            assert!(figure.left_out.iter().all(|left| left.reason.ends_with('.')));
        }
    }
}

#[test]
fn r1_a_level_that_was_not_published_is_never_drawn() {
    let change = r#"change(stated: ["fell 15.5%"], over: "18 months")"#;
    let one_level = r#"change(stated: ["rose 29"], over: "18 months", level: Some(after(81, "2017")))"#;
    let direction = r#"direction(fell, over: "18 months")"#;
    for kind in [FigureKind::Dumbbell, FigureKind::Slope] {
        let figure = of_one(&[change, one_level, direction], kind);
        assert!(matches!(figure.body, Body::Empty(_)), "{kind:?}");
        let reasons: Vec<&str> = figure.left_out.iter().map(|left| left.reason.as_str()).collect();
        assert!(reasons[0].starts_with("Only the change was published"));
        assert!(reasons[1].starts_with("Only one of the two levels was published"));
        assert!(reasons[2].starts_with("Only the direction was published"));
    }
    let figure = of_one(&[change, one_level, direction], FigureKind::Index);
    let marks: Vec<_> = cells(&figure).into_iter().flat_map(|cell| &cell.marks).collect();
    assert!(marks.iter().any(|mark| mark.label == "84.5, from \u{2212}15.5% stated"));
    assert!(marks.iter().any(|mark| matches!(mark.shape, MarkShape::DirectionOnly(_))));
    assert!(figure.left_out[0].reason.contains("not in per cent"));
}

#[test]
fn r1_an_index_has_a_base_line_of_100_and_is_marked_computed() {
    let figure = of_one(&[&pair("780", "626")], FigureKind::Index);
    let Body::Rows(rows) = &figure.body else { panic!("no rows") };
    let axis = rows.panels[0].axis.as_ref().unwrap();
    assert!((axis.base - 100.0).abs() < 1e-9);
    let mark = &cells(&figure)[0].marks[0];
    assert_eq!(mark.label, "80.3 worked out, 780 to 626");
    assert!(matches!(mark.shape, MarkShape::Change { to, .. } if (to - 80.256).abs() < 1e-3));
}

#[test]
fn r2_concepts_share_no_figure_but_ways_to_count_share_an_index() {
    let dataset = crowd(5);
    for kind in FigureKind::ALL.into_iter().filter(|kind| kind.needs_one_concept()) {
        let several = figure(&dataset, &View::default(), kind).unwrap_err();
        assert_eq!(several.found, ["care", "enquiries"]);
    }
    let asked = View { indicators: ["lac", "rate"].map(IndicatorId::new).to_vec().into(), ..View::default() };
    let index = drawn(&dataset, &asked, FigureKind::Index);
    assert!(index.subtitle.contains("Looked-after children (children); Looked-after children, rate (per 10,000)"));
    assert!(index.drawn().iter().any(|id| id.as_str() == "r2") && index.drawn().iter().any(|id| id.as_str() == "a0"));
    for kind in [FigureKind::Dumbbell, FigureKind::Slope] {
        let figure = drawn(&dataset, &asked, kind);
        let left = figure.left_out.iter().find(|left| left.outcome.as_str() == "r2").unwrap();
        assert!(left.reason.starts_with("Its unit is"), "{kind:?}");
    }
}

#[test]
fn r11_a_title_counts_a_place_that_falls_and_rises_once() {
    let outcomes = [
        outcome("n", "lac", "c0", "outcome", &pair("800", "700")),
        outcome("r", "rate", "c0", "outcome", &pair("60", "66")),
        outcome("m", "lac", "c1", "outcome", &pair("500", "400")),
    ];
    let dataset = dataset(&["Hull".to_owned(), "Leeds".to_owned()], &outcomes, "");
    assert_eq!(
        drawn(&dataset, &View::default(), FigureKind::Index).title,
        "Care: two figures report falls, one reports a rise"
    );
    assert_eq!(drawn(&dataset, &view("lac"), FigureKind::Index).title, "Care: two places report falls");
}

#[test]
fn r11_a_title_says_places_and_outcomes_where_one_reports_twice() {
    let outcomes = [
        outcome("a", "lac", "c0", "outcome", &pair("800", "700")),
        outcome("b", "lac", "c0", "outcome", &pair("500", "450")),
        outcome("c", "lac", "c1", "outcome", &pair("500", "400")),
    ];
    let dataset = dataset(&["Hull".to_owned(), "Leeds".to_owned()], &outcomes, "");
    let figure = drawn(&dataset, &view("lac"), FigureKind::Paired);
    assert_eq!(figure.title, "Care: two places report falls (three outcomes)");
}

#[test]
fn r14_a_gap_of_a_series_names_its_period_in_words() {
    let published = r#"series(points: [("2010", 10), ("2011-04-01/2012-03-31", missing(suppressed))])"#;
    let dataset = dataset(&["Hull".to_owned()], &[outcome("s", "lac", "c0", "outcome", published)], "");
    let comparison = sidebyside::compare::Comparison::of(&dataset, dataset.outcomes().next().unwrap());
    assert!(comparison.cautions.iter().any(|caution| caution.text.contains("April 2011 to March 2012")));
}

#[test]
fn r3_flows_over_unequal_periods_are_averages_and_say_so() {
    let published = r#"pair(before: (52, "2016-01-01/2016-12-31"), after: (81, "2017-04-01/2017-09-30"))"#;
    let outcomes = [outcome("o", "enquiries", "c0", "outcome", published)];
    let dataset = dataset(&["Barnsley".to_owned()], &outcomes, "");
    for kind in KINDS {
        let figure = drawn(&dataset, &view("enquiries"), kind);
        let told = words(&figure).join("; ");
        assert!(told.contains("13.5 a month") && told.contains("4.3"), "{kind:?}: {told}");
        assert!(figure.notes.iter().any(|note| note.text.contains("average a month")), "{kind:?}");
    }
    let index = drawn(&dataset, &view("enquiries"), FigureKind::Index);
    assert!(words(&index).iter().any(|word| word.starts_with("311.5 worked out")));
}

#[test]
fn r4_bounds_survive_in_marks_and_words() {
    let bounded = pair(r#""under 60""#, r#""over 70""#);
    let dumbbell = of_one(&[&bounded], FigureKind::Dumbbell);
    let open: Vec<(OpenSide, &str)> = cells(&dumbbell)[0]
        .marks
        .iter()
        .filter_map(|mark| match mark.shape {
            MarkShape::Dot { open, .. } => Some((open, mark.label.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(open, [(OpenSide::Below, "under 60"), (OpenSide::Above, "over 70")]);
    let slope = of_one(&[&bounded], FigureKind::Slope);
    let line = lines(&slope)[0];
    assert_eq!((line.before.open, line.after.open), (OpenSide::Below, OpenSide::Above));
    assert_eq!((line.before.label.as_str(), line.after.label.as_str()), ("under 60", "over 70"));
    for (stated, words, open) in [
        ("fell over 60%", "under 40, from down over 60% stated", OpenSide::Below),
        ("fell up to 20%", "at least 80, from down up to 20% stated", OpenSide::Above),
        ("rose nearly 300%", "nearly 400, from up nearly 300% stated", OpenSide::Neither),
        ("fell between 33 and 67%", "33 to 67, from down between 33% and 67% stated", OpenSide::Neither),
    ] {
        let published = format!(r#"change(stated: ["{stated}"], over: "18 months")"#);
        let index = of_one(&[&published], FigureKind::Index);
        let mark = &cells(&index)[0].marks[0];
        assert_eq!(mark.label, words);
        assert!(matches!(mark.shape, MarkShape::Change { open: found, .. } if found == open), "{stated}: {mark:?}");
    }
    for figure in [&dumbbell, &slope] {
        assert!(figure.key.contains(&KeyEntry::OpenBound));
        assert!(figure.notes.iter().any(|note| note.text.contains("an arrow marks the open end")));
    }
}

#[test]
fn r5_a_stated_change_that_misfits_stays_by_the_computed_one() {
    let published = r#"pair(before: (62420, "2010"), after: (83740, "2017"), stated: ["rose 26%"])"#;
    let index = of_one(&[published], FigureKind::Index);
    let label = &cells(&index)[0].marks[0].label;
    assert_eq!(label, "126, from +26% stated; 134.2 worked out");
}

#[test]
fn r6_small_counts_lead_and_are_dotted() {
    let small = pair("8", "2");
    let index = of_one(&[&small], FigureKind::Index);
    assert_eq!(cells(&index)[0].marks[0].label, "8 to 2 (index 25 worked out)");
    for kind in KINDS {
        let figure = of_one(&[&small], kind);
        assert!(figure.key.contains(&KeyEntry::SmallNumbers), "{kind:?}");
    }
    let slope = of_one(&[&small], FigureKind::Slope);
    assert_eq!(lines(&slope)[0].before.look.outline, MarkOutline::Dotted);
    let from_zero = of_one(&[&pair("0", "5")], FigureKind::Index);
    assert!(from_zero.left_out[0].reason.contains("none from zero"));
}

#[test]
fn r9_what_is_not_real_is_hatched_and_context_muted_and_apart() {
    let outcomes = [
        outcome("o", "lac", "c0", "outcome", &pair("780", "626")),
        outcome("t", "lac", "c1", "target", &pair("500", "400")),
    ];
    let near = outcome("e", "lac", "england", "context", &pair("900", "950"));
    let dataset = dataset(&["Anyshire".to_owned(), "Othershire".to_owned()], &outcomes, &near);
    for kind in KINDS {
        let figure = drawn(&dataset, &view("lac"), kind);
        assert!(figure.key.contains(&KeyEntry::Unreal) && figure.key.contains(&KeyEntry::Context), "{kind:?}");
        let hidden = View { roles: vec![Role::Outcome].into(), ..view("lac") };
        assert!(!drawn(&dataset, &hidden, kind).key.contains(&KeyEntry::Unreal), "{kind:?}");
    }
    let slope = drawn(&dataset, &view("lac"), FigureKind::Slope);
    let Body::Slopes(groups) = &slope.body else { panic!("no slopes") };
    assert_eq!(groups.len(), 2);
    assert!(groups[1].heading.starts_with("Context") && groups[1].lines[0].after.look.tone == Tone::Muted);
    assert!(groups[0].lines.iter().any(|line| line.after.look.fill == Fill::Hatched));
    let dumbbell = drawn(&dataset, &view("lac"), FigureKind::Dumbbell);
    let Body::Rows(rows) = &dumbbell.body else { panic!("no rows") };
    assert!(rows.groups.last().unwrap().heading.starts_with("Context"));
}

#[test]
fn the_key_explains_only_marks_that_occur() {
    let plain = pair("780", "626");
    let key = |kind| of_one(&[&plain], kind).key;
    assert_eq!(key(FigureKind::Dumbbell), [KeyEntry::BeforeDot, KeyEntry::AfterDot, KeyEntry::Way]);
    assert_eq!(key(FigureKind::Slope), [KeyEntry::BeforeDot, KeyEntry::AfterDot]);
    assert_eq!(key(FigureKind::Index), [KeyEntry::Change]);
}

#[test]
fn r15_a_slope_says_that_its_order_is_no_ranking() {
    let dataset = crowd(5);
    let slope = drawn(&dataset, &view("enquiries"), FigureKind::Slope);
    assert!(
        slope.notes.iter().any(|note| note.text.contains("no ranking") || note.text.contains("Not a league table"))
    );
}

#[test]
fn every_figure_says_the_finding_and_tells_who_cannot_see_it() {
    for kind in KINDS {
        let figure = of_one(&[&pair("780", "626")], kind);
        assert_eq!(figure.title, "Care, Anyshire: fewer after than before");
        assert!(figure.alt.contains("Anyshire") && figure.alt.contains("\u{2212}19.7%"), "{}", figure.alt);
    }
}

#[test]
fn a_figure_in_the_window_has_the_shapes_of_the_one_on_paper() {
    let tokens = Tokens::light();
    let drawn_as = |figure: &Figure, liveness: Interactivity| {
        let setup = |context: &egui::Context| {
            theme::install_fonts(context);
            theme::install_style(context, &tokens);
        };
        let made = headless::shapes_of(vec2(900.0, 4000.0), setup, |ui| {
            let setting = Setting { tokens: &tokens, liveness, extent: Extent::Whole, selected: None, order: None };
            draw::figure_ui(ui, figure, setting).height
        });
        made.shapes.iter().map(|clipped| format!("{:?}", clipped.shape)).collect::<Vec<_>>()
    };
    for kind in KINDS {
        let figure = drawn(&crowd(20), &view("lac"), kind);
        let (live, still) = (drawn_as(&figure, Interactivity::Interactive), drawn_as(&figure, Interactivity::Static));
        assert!(live.len() > 100, "{kind:?}");
        assert!(live == still, "{kind:?}: {} shapes in the window, {} on paper", live.len(), still.len());
    }
}

#[test]
fn r2_context_that_would_squeeze_the_rest_is_told_beside_levels() {
    let outcomes = [outcome("o", "lac", "c0", "outcome", &pair("780", "626"))];
    for (england, drawn_as) in [("72670", 0), ("3000", 2)] {
        let context = outcome("e", "lac", "england", "context", &pair(england, england));
        let dataset = dataset(&["Leeds".to_owned()], &outcomes, &context);
        for kind in [FigureKind::Both, FigureKind::Paired] {
            let figure = drawn(&dataset, &view("lac"), kind);
            let Body::Rows(rows) = &figure.body else { panic!("{kind:?} has rows") };
            let cells: Vec<&Cell> = rows.groups.iter().flat_map(|g| &g.rows).map(|row| &row.cells[0]).collect();
            assert_eq!((cells[0].marks.len(), cells[1].marks.len()), (2, drawn_as), "{kind:?}, {england}");
            let told = figure.notes.iter().any(|note| note.text.contains("told in words"));
            assert_eq!(told, drawn_as == 0, "{kind:?}, {england}");
            assert_eq!(cells[1].text == "72,670 to 72,670, too large to draw here", drawn_as == 0, "{}", cells[1].text);
            let high = rows.panels[0].axis.as_ref().unwrap().high;
            assert!(if drawn_as == 0 { high < 1000.0 } else { high >= 3000.0 }, "{high}");
        }
    }
}
