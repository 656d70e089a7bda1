//! Promises about dataset files: what is read, what is told of a fault and where, what damage does, and what saving keeps.

mod damage;
mod doubts;
mod faults;
mod lookalikes;
mod old;
mod round_trip;
mod views;

use std::path::{Path, PathBuf};

/// The dataset in data/README.md.
fn readme_example() -> &'static str {
    let readme = include_str!("../../data/README.md");
    let (_, after) = readme.split_once("```ron\n").unwrap();
    after.split_once("```").unwrap().0
}

/// A folder of datasets for tests.
fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

/// The datasets of a folder by name, in order.
fn datasets(name: &str) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = std::fs::read_dir(folder(name))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), std::fs::read_to_string(&path).unwrap()))
        .collect();
    all.sort();
    all
}
