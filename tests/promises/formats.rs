//! Promises about dataset files.

use sidebyside::dataset::{load_text, to_ron};

/// The dataset in data/README.md.
fn readme_example() -> &'static str {
    let readme = include_str!("../../data/README.md");
    let (_, after) = readme.split_once("```ron\n").unwrap();
    after.split_once("```").unwrap().0
}

#[test]
fn the_example_in_the_readme_loads_and_survives_saving() {
    let loaded = load_text(readme_example()).unwrap_or_else(|findings| panic!("{findings:#?}"));
    assert_eq!(loaded.dataset.outcomes().count(), 4);
    assert_eq!(loaded.cautions, []);
    let written = to_ron(&loaded.dataset);
    println!("{written}");
    assert_eq!(load_text(&written).unwrap().dataset, loaded.dataset);
}
