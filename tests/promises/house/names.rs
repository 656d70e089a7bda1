//! One name for one thing: no type of the crate has the name of another, and no name of a test has to be read twice.

use std::collections::BTreeMap;

use super::{assert_none, files, sources};

/// The most letters that the name of a function may have, and so the name of a test.
const LONGEST: usize = 60;

/// Names that two types may share, each with the reason. At most eight.
const SHARED: [(&str, &str); 0] = [];

/// The name that a line gives a type; `None` where it gives none. The types that a trait asks for stand within an `impl` and are no names.
fn named(line: &str) -> Option<&str> {
    let text = line.trim_start();
    let text = match text.strip_prefix("pub") {
        Some(rest) => rest.trim_start_matches(|c: char| c != ' ').trim_start(),
        None => text,
    };
    let (kind, rest) = text.split_once(' ')?;
    let is_type = matches!(kind, "struct" | "enum" | "trait" | "union") || (kind == "type" && !line.starts_with(' '));
    let name = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()?;
    (is_type && name.starts_with(|c: char| c.is_ascii_uppercase())).then_some(name)
}

fn shared(sources: &[(String, String)]) -> Vec<String> {
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (path, text) in sources {
        for (at, line) in text.lines().enumerate() {
            if let Some(name) = named(line) {
                places.entry(name).or_default().push(format!("{path}:{}", at + 1));
            }
        }
    }
    let several = places
        .into_iter()
        .filter(|(name, places)| places.len() > 1 && !SHARED.iter().any(|(shared, _)| shared == name));
    several.map(|(name, places)| format!("{name}: {}", places.join(", "))).collect()
}

/// The functions whose names are longer than [`LONGEST`].
fn long(sources: &[(String, String)]) -> Vec<String> {
    let mut long = Vec::new();
    for (path, text) in sources {
        for (at, line) in text.lines().enumerate() {
            let names = line.split("fn ").skip(1);
            let names = names.filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next());
            long.extend(names.filter(|name| name.len() > LONGEST).map(|name| format!("{path}:{}: {name}", at + 1)));
        }
    }
    long
}

#[test]
fn no_name_of_a_test_is_longer_than_60_letters() {
    assert_none(&long(&[sources(), files("tests", "rs")].concat()));
    let planted = |letters: usize| long(&[("a.rs".to_owned(), format!("    async fn {}() {{\n", "a".repeat(letters)))]);
    assert_eq!((planted(LONGEST).len(), planted(LONGEST + 1).len()), (0, 1));
}

#[test]
fn no_two_types_have_one_name() {
    let shared = shared(&sources());
    assert!(shared.is_empty(), "give each type a name of its own:\n{}", shared.join("\n"));
    assert!(SHARED.len() <= 8 && SHARED.iter().all(|(_, reason)| !reason.is_empty()));
}

#[test]
fn a_planted_name_that_two_types_share_is_seen() {
    let source = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    let planted = [
        source("src/a.rs", "pub struct Place {\n"),
        source("src/b.rs", "mod tests {\n    pub(super) enum Place<'a> {\n"),
        source("src/c.rs", "impl Iterator for A {\n    type Item = u8;\n"),
        source("src/d.rs", "impl Iterator for B {\n    type Item = u8;\n"),
    ];
    assert_eq!(shared(&planted), ["Place: src/a.rs:1, src/b.rs:2"]);
}
