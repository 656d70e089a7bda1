//! Promises about files that people own: never half of one, the previous one kept, others' changes noticed, edits given back
//! after a crash.

mod changes;
mod differences;
mod faults;
mod journal;
mod kills;
mod presence;

use std::fs;
use std::path::Path;

use sidebyside::dataset::{load_text, to_ron};
use sidebyside::model::Dataset;

/// The dataset after this many edits, as its file.
fn version(edits: u64) -> String {
    let title = format!("{edits} edits");
    // Some hundred kilobytes, so that it is written in several pieces.
    let summary = format!("{edits} ").repeat(if edits.is_multiple_of(4) { 150_000 } else { 10 });
    to_ron(&Dataset { title, licence: "CC0-1.0".to_owned(), summary, ..Dataset::default() })
}

/// How many edits a file or a text holds that [`version`] made; fails where it is not whole.
#[track_caller]
fn edits_in(text: &str) -> u64 {
    let title = load_text(text).unwrap().dataset.title;
    let edits = title.strip_suffix(" edits").unwrap().parse().unwrap();
    assert!(text == version(edits), "the text of {edits} edits is whole");
    edits
}

/// The names in a folder, in order.
fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
