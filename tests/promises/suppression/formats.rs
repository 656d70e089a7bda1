//! In every format alike: what is suppressed, what stays, and nothing said where nothing was taken out.

use std::collections::BTreeSet;

use proptest::prelude::*;
use sidebyside::compare::Comparison;
use sidebyside::dataset::{load_text, to_ron};
use sidebyside::export::figure::{PageSize, to_pdf, to_svg};
use sidebyside::export::table::{to_csv, to_json};
use sidebyside::export::{FontFaces, Format, xlsx};
use sidebyside::figure::table::{COLUMNS, Value, rows, rows_of_figure, suppression_note};
use sidebyside::figure::{Body, datum, figure};
use sidebyside::model::{Dataset, FigureKind, Number, Published, View};

use super::*;
use crate::exports::pdf::words;

#[test]
fn portsmouths_22_to_1_is_22_to_suppressed_in_words_and_tables() {
    let public = public(&built_in(), 5);
    let located = public.outcome(&OutcomeId::new(INCIDENTS)).unwrap();
    assert_eq!(
        datum(&Comparison::of(&public, located)),
        "Portsmouth, domestic abuse incidents: 22 (12 months before the programme) to suppressed (12 months after completion)."
    );
    let row = &rows(&public, &view_of(&public, INCIDENTS))[0];
    let cell = |name: &str| row[COLUMNS.iter().position(|c| *c == name).unwrap()].clone();
    assert_eq!(cell("before").number(), Some(22.0));
    assert_eq!(cell("after"), Value::Text("suppressed".to_owned()));
    for empty in ["after_bound", "computed_change_percent", "interval_low", "interval_high", "stated_change"] {
        assert_eq!(cell(empty), Value::Empty, "{empty}");
    }
    assert_eq!(cell("interval_reason"), Value::Text("A figure that it would need is suppressed.".to_owned()));
    let Value::Text(note) = cell("note") else { panic!("the row says nothing") };
    assert!(note.contains("Suppressed: the level after. Counts of 1 to 5 are suppressed"), "{note}");
    let csv = String::from_utf8(to_csv(std::slice::from_ref(row)).unwrap()).unwrap();
    assert!(csv.contains(",22,exactly,12 months before the programme,suppressed,,"), "{csv}");
    let json = String::from_utf8(to_json(std::slice::from_ref(row)).unwrap()).unwrap();
    assert!(json.contains("\"after\": \"suppressed\""), "{json}");
}

#[test]
fn portsmouths_figure_says_it_in_every_format() {
    let public = public(&built_in(), 5);
    let note = "Counts of 1 to 5 are suppressed: one here.";
    for kind in [FigureKind::Both, FigureKind::Paired, FigureKind::Profile] {
        let figure = figure_of(&public, INCIDENTS, kind);
        assert!(
            figure.alt.contains(note) && figure.alt.contains("suppressed (12 months after completion)"),
            "{}",
            figure.alt
        );
        assert!(figure.notes.iter().any(|n| n.text == note), "{kind:?}");
        let drawn = format!("{:?}", figure.body);
        assert!(drawn.contains("suppressed") && !drawn.contains("to: 1.0") && !drawn.contains("value: 1.0"), "{drawn}");
        assert!(!drawn.contains("95") && !drawn.contains("21"), "{drawn}");
        let fonts = FontFaces::new();
        let svg = to_svg(&figure, PageSize::default(), &fonts).unwrap();
        assert!(svg.contains(note) && !svg.contains("22 to 1"), "the description of the drawing");
        let pdf = to_pdf(&figure, PageSize::default(), &fonts).unwrap().bytes;
        let said = words(&pdf).replace(' ', "");
        assert!(said.contains("Countsof1to5aresuppressed:onehere."), "{said}");
        assert!(said.contains("suppressed") && !said.contains("95.5%"), "{said}");
        let book = words_of_workbook(xlsx::of_figure(&rows_of_figure(&public, &figure), &figure).unwrap());
        assert!(book.contains(note) && book.contains("suppressed"), "{book}");
        assert!(!book.lines().any(|line| line == "1" || line == "-21" || line.starts_with("-95")), "{book}");
    }
    let told = suppression_note(&public, &View::default()).unwrap();
    let book = words_of_workbook(xlsx::of_table(&rows(&public, &View::default()), Some(&told)).unwrap());
    assert!(book.contains(&told), "{told}");
}

#[test]
fn the_panel_says_what_is_suppressed_and_why_and_counts_none() {
    let detail = detail_of(&public(&built_in(), 5), INCIDENTS);
    let figures: Vec<_> = detail.figures.iter().map(|f| (f.caption.as_str(), f.text.as_str())).collect();
    assert_eq!(figures, [("before", "22"), ("after", "suppressed")]);
    let lines =
        |heading: &str| detail.sections.iter().find(|s| s.heading == heading).map(|s| s.lines.join(" ")).unwrap();
    assert!(lines("Why suppressed").contains("recognised"));
    assert!(lines("What was published").contains("After: suppressed, 12 months after completion."));
    assert_eq!(
        lines("Worked out here"),
        "No percentage can be worked out, because a figure it would need is suppressed."
    );
    assert_eq!(lines("Interval"), "None. A figure that it would need is suppressed.");
    assert!(lines("Who was counted").contains("Words are withheld here"));
    assert!(detail.cautions.iter().any(|c| c.text.starts_with("Suppressed: the level after.")));
    assert!(detail.cautions.iter().all(|c| !c.text.contains("Small numbers")));
}

#[test]
fn zero_rates_and_pounds_stay_in_the_built_in_dataset() {
    let original = built_in();
    let public = public(&original, 5);
    for (before, after) in original.outcomes().zip(public.outcomes()) {
        let unit = before.indicator.unit.as_str();
        let is_part = matches!(before.outcome.published, Published::Part { .. });
        if !is_part && (unit.starts_with(['£', '%']) || unit.starts_with("per ")) {
            assert_eq!(before.outcome.published, after.outcome.published, "{}", before.outcome.id);
        }
    }
    let convictions =
        |d: &Dataset| d.outcome(&OutcomeId::new("portsmouth-up2u-convictions")).unwrap().outcome.published.clone();
    assert_eq!(convictions(&public), convictions(&original), "9 to 0 stays");
}

#[test]
fn r2_drawn_plus_left_out_is_what_was_selected_with_the_reason() {
    let public = public(&built_in(), 99);
    let concepts: BTreeSet<&str> = public.indicators.iter().map(|i| i.concept.as_str()).collect();
    let mut told = 0;
    for concept in concepts {
        let indicators = public.indicators.iter().filter(|i| i.concept == concept).map(|i| i.id.clone()).collect();
        let view = View { indicators, ..View::default() };
        let selected = view.select(&public).len();
        for kind in FigureKind::ALL {
            let figure = figure(&public, &view, kind).unwrap();
            assert_eq!(figure.drawn().len() + figure.left_out.len(), selected, "{concept}, {kind:?}");
            told += figure.left_out.iter().filter(|left| left.reason.contains("suppressed")).count();
            if selected > 0 && figure.left_out.len() == selected {
                assert!(matches!(figure.body, Body::Empty(_)), "{concept}, {kind:?}");
            }
        }
    }
    assert!(told > 10, "{told} outcomes are left out because they are suppressed");
}

#[test]
fn where_nothing_is_small_no_byte_changes() {
    let original = dataset::load_file(&crate::window::test_data("valid/small.ron"));
    let original = original.unwrap().dataset;
    let public = public(&original, 5);
    assert_eq!(public, original);
    let fonts = FontFaces::new();
    for format in Format::of_figures() {
        let file = |dataset: &Dataset| {
            let view = View::default();
            let figure = figure(dataset, &view, FigureKind::Profile).unwrap();
            format.file(dataset, &view, &figure, PageSize::default(), &fonts).unwrap().bytes
        };
        assert!(file(&public) == file(&original), "{format:?}");
    }
}

#[test]
fn saving_never_writes_what_is_left_after_suppression() {
    let text = to_ron(&public(&built_in(), 5));
    assert!(load_text(&text).is_err(), "a dataset with holes is not taken for one without");
}

/// A dataset whose small counts are primes that nothing else in it holds, so that each can be looked for.
fn marked(counts: &[(u8, u32, u8)]) -> Dataset {
    let mut outcomes = String::new();
    for (at, (small, large, form)) in counts.iter().enumerate() {
        let large = 1000 + large;
        let published = match form % 5 {
            0 => format!(
                "pair(before: ({large}, \"2015\"), after: ({small}, \"2016\"), stated: [\"fell {}\"])",
                large - u32::from(*small)
            ),
            1 => format!("pair(before: ({small}, \"2015\"), after: ({large}, \"2016\"))"),
            2 => format!("part(count: Some({small}), of: Some({large}), share: None, period: \"2016\")"),
            3 => format!("single(level: {small}, period: \"2016\")"),
            _ => format!("change(stated: [\"fell {large}\"], over: \"2016\", level: Some(after({small}, \"2016\")))"),
        };
        outcomes.push_str(&format!(
            "(id: \"o{at}\", indicator: \"lac\", places: [\"p{at}\"], published: {published}, notes: [\"It was {small}.\"],
              counted: (group: clients, who: \"{small} families\"), sources: [(source: \"doc\", at: \"page\")]),"
        ));
    }
    let mut councils = String::new();
    for (at, name) in (0..counts.len()).zip(["A", "B", "C", "D", "E", "F"]) {
        councils.push_str(&format!("(id: \"p{at}\", name: \"Place {name}\", kind: unitary, nation: england),"));
    }
    let text = format!(
        "(format: 1, title: \"T\", licence: \"CC0\", sources: [(id: \"doc\", title: \"Report\")], councils: [{councils}],
          indicators: [(id: \"lac\", name: \"Children\", concept: \"children\", topic: \"Children\", unit: \"children\", measure: stock)],
          programmes: [(id: \"p\", name: \"Programme\", places: [\"p0\"], topic: \"Children\", summary: \"For {} families.\",
            sources: [(source: \"doc\", at: \"page\")], outcomes: [{outcomes}])])",
        counts[0].0
    );
    load_text(&text).unwrap_or_else(|e| panic!("{e:?}\n{text}")).dataset
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_file_and_no_figure_holds_a_suppressed_count(
        counts in proptest::collection::vec(
            (prop::sample::select(vec![37_u8, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97]), 1_u32..8000, 0_u8..5),
            1..6,
        ),
    ) {
        let public = public(&marked(&counts), 99);
        let secrets: Vec<String> = counts.iter().map(|(small, ..)| small.to_string()).collect();
        let view = View::default();
        let mut said: Vec<String> = Vec::new();
        let rows = rows(&public, &view);
        said.push(String::from_utf8(to_csv(&rows).unwrap()).unwrap());
        said.push(String::from_utf8(to_json(&rows).unwrap()).unwrap());
        said.push(words_of_workbook(xlsx::of_table(&rows, None).unwrap()));
        for kind in FigureKind::ALL {
            let figure = figure(&public, &crate::view_for(&public, kind), kind).unwrap();
            // All that the drawing knows: marks, words, notes, alternative text.
            said.push(format!("{figure:?}"));
            said.push(words_of_workbook(xlsx::of_figure(&rows_of_figure(&public, &figure), &figure).unwrap()));
        }
        said.push(format!("{public:?}"));
        for located in public.outcomes() {
            said.push(format!("{:?}", detail_of(&public, located.outcome.id.as_str())));
        }
        for text in said {
            let tokens = tokens(&text);
            for secret in &secrets {
                let number = Number::parse(secret).unwrap().to_string();
                prop_assert!(!tokens.contains(&number), "{number} is in {text}");
            }
        }
    }
}
