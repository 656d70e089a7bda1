//! Promises about editing: every change can be taken back and made again, byte for byte, and nothing is left dangling.

mod changes;
mod consequences;
mod copies;
mod random;
mod saying;
pub(crate) mod telling;
mod typing;
mod views;

use sidebyside::dataset::{BuiltIn, load_builtin, load_text};
use sidebyside::edit::check;
use sidebyside::model::Dataset;

/// The built-in dataset.
fn built_in() -> Dataset {
    load_builtin().unwrap_or_else(|findings| panic!("{findings:#?}")).dataset
}

/// The findings that say that something is named and is not there.
fn unknown(dataset: &Dataset) -> Vec<String> {
    let all = check(dataset).into_iter().map(|placed| placed.finding);
    all.filter(|f| f.sentence.starts_with("there is no ")).map(|f| f.sentence).collect()
}

#[test]
fn the_check_in_memory_tells_what_the_check_of_the_file_tells() {
    let mut told: Vec<(String, String)> =
        check(&built_in()).into_iter().map(|p| (p.place.path_of(&p.field), p.finding.sentence)).collect();
    let mut of_file: Vec<(String, String)> =
        load_text(BuiltIn::Claims.text()).unwrap().cautions.into_iter().map(|f| (f.path, f.sentence)).collect();
    told.sort();
    of_file.sort();
    assert_eq!(told, of_file);
    assert!(!told.is_empty());
}
