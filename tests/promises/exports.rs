//! Promises about files that are taken away: what a reader of the file finds in it, whatever program reads it.

mod booklet;
mod letters;
mod pages;
mod painting;
pub mod pdf;
mod presets;
mod stopping;
mod xlsx;

use sidebyside::dataset;
use sidebyside::figure::{Figure, figure};
use sidebyside::model::{Dataset, FigureKind, View};

/// A dataset whose words would do harm if a file took them for more than words, with bounds, an estimate and a context figure.
fn mischief() -> Dataset {
    let loaded = dataset::load_text(
        r#"(
            format: 1,
            title: "=cmd|' /C calc'!A1",
            licence: "CC0",
            sources: [(id: "doc", title: "Report <script>alert(1)</script> & Co")],
            councils: [
                (id: "leeds", name: "Leeds", kind: metropolitan, nation: england),
                (id: "plus", name: "+SUM(1;2)", kind: unitary, nation: england),
            ],
            indicators: [(id: "lac", name: "Looked-after children", concept: "looked-after children", topic: "Children",
                unit: "children", measure: stock)],
            programmes: [(
                id: "programme", name: "@Programme", places: ["leeds"], topic: "Children", summary: "A programme.",
                sources: [(source: "doc", at: "page 1")],
                outcomes: [
                    (id: "levels", indicator: "lac", sources: [(source: "doc", at: "=page(1)")], notes: ["=1+1"],
                        published: pair(before: ("over 780", "2016-03-31"), after: (626, "2017-09-30"))),
                    (id: "change", indicator: "lac", places: ["plus"], sources: [(source: "doc", at: "-2")],
                        published: change(stated: ["fell over 60%"], over: "18 months")),
                    (id: "target", indicator: "lac", places: ["plus"], role: target, sources: [(source: "doc", at: "page 3")],
                        published: change(stated: ["fell 20%"], over: "18 months")),
                ],
            )],
        )"#,
    );
    loaded.unwrap().dataset
}

fn built_in() -> Dataset {
    dataset::load_builtin().unwrap().dataset
}

/// The figure of one indicator of the built-in dataset, or of the whole of another one.
fn figure_of(dataset: &Dataset, indicator: Option<&str>, kind: FigureKind) -> Figure {
    let indicators = dataset
        .indicators
        .iter()
        .filter(|i| indicator.is_none_or(|concept| i.concept == concept))
        .map(|i| i.id.clone())
        .collect();
    figure(dataset, &View { indicators, ..crate::view_for(dataset, kind) }, kind).unwrap()
}
