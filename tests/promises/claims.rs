//! The dataset that ships says what its five documents say: no more and no less.
//!
//! Every numeral and every word of a grade in the documents is claimed by an outcome that cites its line, or is left out with
//! a reason (`tests/data/claims/left_out.tsv`). And back: every figure, grade and date of an outcome stands on a line that the
//! outcome cites, in digits or in the words of `tests/data/claims/in_words.tsv`. Each row of the two lists has to be needed.
//!
//! The documents are not part of this repository, but what they print is: `tests/data/claims/printed.tsv` holds the numerals and
//! grades of each line, and a hash of the line. The dataset is held to that always. Where the documents are at hand, in the folder
//! that the variable `SIDEBYSIDE_DOCUMENTS` names, else in `../shared/documents`, the list is held to them.

mod checking;
mod lists;
mod outcome;
mod printed;
mod token;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sidebyside::dataset::load_builtin;
use sidebyside::model::Dataset;

use checking::faults;
use lists::{InWords, LeftOut};
use printed::Printed;

/// The documents' lines, by file name.
type Documents = BTreeMap<String, Vec<String>>;

fn shipped() -> Dataset {
    load_builtin().unwrap().dataset
}

/// The documents that the dataset's sources name; `None` where they are not at hand.
fn documents(dataset: &Dataset) -> Option<Documents> {
    let named = std::env::var_os("SIDEBYSIDE_DOCUMENTS").map(PathBuf::from);
    let folder = named.clone().unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/documents"));
    let mut documents = Documents::new();
    for file in dataset.sources.iter().filter_map(|source| source.file.clone()) {
        let path = folder.join(&file);
        match std::fs::read_to_string(&path) {
            Ok(text) => documents.insert(file, text.lines().map(str::to_owned).collect()),
            Err(error) if named.is_some() => panic!("{}: {error}", path.display()),
            Err(_) => return None,
        };
    }
    Some(documents)
}

fn list(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/claims").join(name)).unwrap()
}

#[test]
fn the_dataset_says_what_its_documents_say_and_no_more() {
    let dataset = shipped();
    let (left_out, in_words) = (LeftOut::parse(&list("left_out.tsv")), InWords::parse(&list("in_words.tsv")));
    let kept = Printed::parse(&list("printed.tsv"));
    if let Some(documents) = documents(&dataset) {
        let printed = Printed::of(&dataset, &documents, &in_words);
        if printed != kept {
            let new = std::env::temp_dir().join("sidebyside-printed.tsv");
            std::fs::write(&new, printed.to_text()).unwrap();
            panic!("tests/data/claims/printed.tsv is not what the documents print; {} is", new.display());
        }
    }
    assert!(kept.0.len() > dataset.sources.len(), "what the documents print is kept");
    let found = faults(&dataset, &kept, &left_out, &in_words);
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_reference_names_a_line_of_a_document() {
    let dataset = shipped();
    for source in &dataset.sources {
        assert!(source.file.as_deref().is_some_and(|file| !file.is_empty()), "{}", source.id);
    }
    let of_outcomes = dataset.outcomes().flat_map(|located| &located.outcome.sources);
    let of_programmes = dataset.programmes.iter().flat_map(|programme| &programme.sources);
    let mut count = 0;
    for reference in of_outcomes.chain(of_programmes) {
        assert!(dataset.source(&reference.source).is_some(), "{reference:?}");
        assert!(!reference.lines.is_empty() && reference.lines.iter().all(|&line| line >= 1), "{reference:?}");
        assert!(reference.at.is_empty(), "{reference:?} is told by lines and in words");
        count += reference.lines.len();
    }
    assert!(count > dataset.outcomes().count());
}

#[test]
fn every_row_of_the_lists_gives_its_reason() {
    let dataset = shipped();
    let files: Vec<&str> = dataset.sources.iter().filter_map(|source| source.file.as_deref()).collect();
    for row in LeftOut::parse(&list("left_out.tsv")).rows() {
        assert!(files.iter().any(|file| file.starts_with(&row.file)), "{row:?}");
        assert!(row.line >= 1 && !row.token.is_empty() && !row.reason.is_empty(), "{row:?}");
    }
    for row in InWords::parse(&list("in_words.tsv")).rows() {
        assert!(dataset.outcomes().any(|located| located.outcome.id.as_str() == row.outcome), "{row:?}");
        assert!(!row.words.is_empty(), "{row:?}");
    }
}
