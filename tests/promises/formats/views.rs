//! Kept views in files, which came with format 2, and as the short text that a colleague pastes.

use proptest::prelude::*;
use sidebyside::dataset::{FIRST_FORMAT, format_of, load_text, to_ron};
use sidebyside::model::{SavedView, SavedViewId};

use super::datasets;
use crate::generation;

fn views() -> String {
    datasets("valid").into_iter().find(|(name, _)| name == "views").unwrap().1
}

#[test]
fn a_dataset_that_uses_nothing_new_is_written_as_format_1() {
    let mut dataset = load_text(&views()).unwrap().dataset;
    assert!(to_ron(&dataset).starts_with("(\n    format: 2,"), "{}", to_ron(&dataset));
    dataset.views.clear();
    assert_eq!(format_of(&dataset), FIRST_FORMAT);
    assert!(to_ron(&dataset).starts_with("(\n    format: 1,"));
    assert_eq!(load_text(&views()).unwrap().format, 2);
    assert_eq!(load_text(&to_ron(&dataset)).unwrap().format, 1);
}

#[test]
fn what_a_view_names_and_is_not_there_is_a_caution_at_its_place() {
    let text = views()
        .replace(r#"councils: ["anyshire", "elsewhere"], kind"#, r#"councils: ["anyshite", "elsewhere"], kind"#)
        .replace(
            r#"concept: "enquiries", indicator: Some("enquiries")"#,
            r#"concept: "inquiries", indicator: Some("x")"#,
        )
        .replace("topic: \"Fostering\",\n            source", "topic: \"Homes\",\n            source")
        .replace(r#"source: Some("report")"#, r#"source: Some("minutes")"#)
        .replace(r#"room: council, councils: ["anyshire"]"#, "room: council")
        .replace(
            r#"room: side_by_side, councils: ["anyshire", "elsewhere"]"#,
            r#"room: side_by_side, councils: ["anyshire"]"#,
        );
    let found = load_text(&text).unwrap().cautions;
    let line = |word: &str| 1 + text.lines().position(|line| line.contains(word)).unwrap();
    let of_views: Vec<_> = found.iter().filter(|f| f.path.starts_with("views[")).collect();
    let places: Vec<(&str, usize)> = of_views.iter().map(|f| (f.path.as_str(), f.line)).collect();
    assert_eq!(
        places,
        [
            ("views[0].concept", line("inquiries")),
            ("views[0].indicator", line("inquiries")),
            ("views[0].councils[0]", line("anyshite")),
            ("views[1].topic", line("Homes")),
            ("views[1].source", line("minutes")),
            ("views[2].councils", line("side_by_side")),
            ("views[3].councils", line("room: council")),
        ]
    );
    let told: Vec<String> = of_views.iter().map(ToString::to_string).collect();
    assert!(told[2].contains(r#"there is no council with the id "anyshite"; did you mean "anyshire"?"#), "{told:#?}");
    assert!(told[6].contains("is of 1 council, and this one names 0"), "{told:#?}");
    let dataset = load_text(&text).unwrap().dataset;
    let left = dataset.views[0].clone().with_what_is_there(&dataset);
    assert_eq!((left.councils.len(), left.concept.as_str(), left.indicator), (1, "", None));
}

#[test]
fn a_view_is_kept_under_an_id_and_a_name_like_any_part() {
    let text = views()
        .replace(r#"id: "beside""#, r#"id: "enquiries""#)
        .replace(r#"name: "Anyshire", room"#, r#"name: "", room"#);
    let told: Vec<String> = load_text(&text).unwrap_err().iter().map(ToString::to_string).collect();
    assert!(
        told.iter().any(|t| t.contains("views[2].id: the id \"enquiries\" already stands at views[0].id")),
        "{told:#?}"
    );
    assert!(told.iter().any(|t| t.contains("views[3].name: the name of the view is empty")), "{told:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_view_survives_its_short_text(view in generation::saved_view()) {
        let text = view.to_text();
        prop_assert!(!text.contains('\n'), "{}", text);
        let pasted = SavedView::of_text(&format!("Look:\n> {text}\n\nregards")).unwrap();
        prop_assert_eq!(pasted.skipped, Vec::<String>::new());
        prop_assert_eq!(SavedView { id: SavedViewId::new("v"), ..pasted.view }, view);
    }

    #[test]
    fn no_text_makes_a_view_of_it_panic(text in "(sidebyside-view 1:)?.{0,60}") {
        let _ = SavedView::of_text(&text);
    }
}
