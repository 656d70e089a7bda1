//! Promises about public papers: a suppressed count is in no figure, no word, no table and no file, and the figure says so.

mod attacker;
pub mod every_output;
mod formats;

use std::io::{Cursor, Read as _};

use sidebyside::compare::{Comparison, Threshold, withhold};
use sidebyside::dataset;
use sidebyside::figure::detail::{Detail, detail};
use sidebyside::figure::{Figure, figure};
use sidebyside::model::{Dataset, FigureKind, OutcomeId, OwnWords, SavedView, SavedViewId, View};

/// Portsmouth's "22 to 1": the incidents of the clients of one programme, before and after.
const INCIDENTS: &str = "portsmouth-up2u-incidents";

fn built_in() -> Dataset {
    dataset::load_builtin().unwrap().dataset
}

fn public(dataset: &Dataset, up_to: u8) -> Dataset {
    withhold(dataset, Threshold::new(up_to).unwrap())
}

/// The outcome's indicator, at its own places.
fn view_of(dataset: &Dataset, id: &str) -> View {
    let located = dataset.outcome(&OutcomeId::new(id)).unwrap();
    View {
        indicators: vec![located.indicator.id.clone()].into(),
        councils: located.outcome.places.clone().into(),
        ..View::default()
    }
}

fn figure_of(dataset: &Dataset, id: &str, kind: FigureKind) -> Figure {
    figure(dataset, &view_of(dataset, id), kind).unwrap()
}

fn detail_of(dataset: &Dataset, id: &str) -> Detail {
    let located = dataset.outcome(&OutcomeId::new(id)).unwrap();
    detail(dataset, &Comparison::of(dataset, located))
}

/// Every number and word of a text, apart from each other: "22" is not in "2016".
fn tokens(text: &str) -> Vec<String> {
    let parts = text.split(|chr: char| !chr.is_alphanumeric() && chr != '.');
    parts.map(|part| part.trim_matches('.').trim_end_matches(".0").to_owned()).filter(|part| !part.is_empty()).collect()
}

/// All that a reader of a workbook can find: texts, and numbers of cells and charts.
fn words_of_workbook(bytes: Vec<u8>) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut said = String::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut part = String::new();
        file.read_to_string(&mut part).unwrap();
        let Ok(document) = usvg::roxmltree::Document::parse(&part) else { continue };
        let is_sheet = name.starts_with("xl/worksheets/");
        for node in document.descendants() {
            // A cell of text holds only the place of its text in the list of texts.
            let is_text_cell = node.tag_name().name() == "v"
                && node.parent().is_some_and(|cell| is_sheet && cell.attribute("t") == Some("s"));
            let wanted = ["t", "v", "description", "title"].contains(&node.tag_name().name()) && !is_text_cell;
            if wanted && let Some(text) = node.text() {
                said.push_str(text);
                said.push('\n');
            }
        }
        let described = document.descendants().filter_map(|node| node.attribute("descr"));
        said.extend(described.map(|text| format!("{text}\n")));
    }
    said
}

#[test]
fn names_and_words_of_kept_views_tell_no_number() {
    let mut dataset = built_in();
    let words = OwnWords { note: "Only 3 children".to_owned(), ..OwnWords::default() };
    let named = |id: &str, name: &str| SavedView {
        id: SavedViewId::new(id),
        name: name.to_owned(),
        words: words.clone(),
        ..SavedView::default()
    };
    dataset.views = vec![named("incidents-22-to-1", "Incidents: 22 to 1"), named("fostering", "Fostering")];
    let public = withhold(&dataset, Threshold::default());
    let told: Vec<(&str, &str)> = public.views.iter().map(|view| (view.id.as_str(), view.name.as_str())).collect();
    assert_eq!(told, [("view-1", "View 1"), ("fostering", "Fostering")]);
    assert!(public.views.iter().all(|view| !view.words.note.contains('3')), "{:?}", public.views);
}
