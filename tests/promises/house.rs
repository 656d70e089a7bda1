//! Promises about the sources and the documents beside them: who may use whom, what every file opens with, what stays out of them.
//!
//! The rules of who may use whom are read from the syntax of every file: imports, and paths such as `crate::model::View` or
//! `egui::Ui` in code and in types. Doc links and names inside the arguments of macros that are not plain expressions are
//! left out.

mod documents;
mod features;
mod modules;
mod names;
mod paths;
mod plurals;
mod words;

use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files below a folder with this ending, by their path from the root with `/` between its parts, and their text.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                let parts = path.strip_prefix(root()).unwrap().iter().map(|p| p.to_string_lossy());
                let name = parts.collect::<Vec<_>>().join("/");
                found.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

fn sources() -> Vec<(String, String)> {
    let sources = files("src", "rs");
    assert!(sources.len() > 80, "the sources are found");
    sources
}

#[track_caller]
fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    let all = sources().into_iter().chain(files("tests", "rs"));
    let without: Vec<String> = all
        .filter(|(_, text)| !text.lines().next().is_some_and(|l| l.starts_with("//! ") && l.len() > 20))
        .map(|(name, _)| name)
        .collect();
    assert_none(&without);
}

#[test]
fn no_file_is_longer_than_500_lines() {
    let long: Vec<String> = sources()
        .into_iter()
        .chain(files("tests", "rs"))
        .map(|(name, text)| (name, text.lines().count()))
        .filter(|(_, lines)| *lines > 500)
        .map(|(name, lines)| format!("{name} has {lines} lines"))
        .collect();
    assert_none(&long);
}

/// Folders and files that go into the repository and hold text.
fn tracked() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for folder in ["src", "tests", "data", "assets", ".ci"] {
        for ending in ["rs", "md", "ron", "svg", "snap", "sh", "yml", "toml", "ftl"] {
            all.extend(files(folder, ending));
        }
    }
    for entry in std::fs::read_dir(root()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        // A worktree has a file instead of a folder there, and it names its folder on the machine.
        if path.is_file() && name != ".git" {
            all.extend(std::fs::read_to_string(&path).ok().map(|text| (name, text)));
        }
    }
    all
}

#[test]
fn no_text_names_a_folder_of_somebodys_machine() {
    // Put together here, so that this file does not find itself.
    let folders = ["work", "root", "home", "Users"].map(|folder| format!("/{folder}/"));
    let mut faults = Vec::new();
    for (name, text) in tracked() {
        for (number, line) in text.lines().enumerate() {
            // Addresses on the web may have such a part.
            if !line.contains("://") && folders.iter().any(|folder| line.contains(folder.as_str())) {
                faults.push(format!("{name}:{}: {line}", number + 1));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn words_are_spelt_as_in_the_united_kingdom() {
    let american = ["color ", "colors ", "center of", "behavior", "gray ", "labeled ", "organization", "modeled"];
    let mut faults = Vec::new();
    for (name, text) in sources() {
        for (number, line) in text.lines().enumerate().filter(|(_, l)| l.trim_start().starts_with("//")) {
            let prose = line.to_lowercase();
            let words = prose.split('`').step_by(2).collect::<Vec<_>>().join(" ");
            for word in american.iter().filter(|word| words.contains(**word)) {
                faults.push(format!("{name}:{}: {word}: {line}", number + 1));
            }
        }
    }
    assert_none(&faults);
}
