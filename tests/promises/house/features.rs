//! The features of `app` stand for themselves: none reaches the whole state, and none imports another.

use std::collections::{BTreeMap, BTreeSet};

use super::assert_none;
use super::modules::sources_in_use;
use super::paths::{Named, paths};

/// The folders of `src/app`, each a feature.
const FEATURES: [&str; 11] =
    ["batch", "editor", "export", "import", "palette", "paper", "saved_views", "session", "table", "views", "window"];

/// The files whose methods reach the whole state, with what for.
const REACH_THE_STATE: [(&str, &str); 5] = [
    ("src/app/state.rs", "it is declared there, and lent"),
    ("src/app/update.rs", "every action, and what follows in several features"),
    ("src/app/message.rs", "every message of a task"),
    ("src/app/on_screen.rs", "what is on screen depends on tabs, table, editor and words of figures"),
    ("src/app/availability.rs", "whether a command can be used depends on every feature"),
];

fn place(file: &str) -> Vec<String> {
    let inner = file.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    inner.split('/').map(str::to_owned).collect()
}

fn feature_of(file: &str) -> Option<&str> {
    let (folder, _) = file.strip_prefix("src/app/")?.split_once('/')?;
    FEATURES.contains(&folder).then_some(folder)
}

fn in_use(text: &str, file: &str) -> Vec<Named> {
    paths(text, &place(file)).into_iter().filter(|named| !named.in_tests).collect()
}

/// The names that `src/app/mod.rs` takes up from a feature, each with the feature.
fn taken_up(app: &str) -> BTreeMap<String, String> {
    let named = in_use(app, "src/app/mod.rs").into_iter();
    let from = named.filter(|named| named.parts.first().is_some_and(|first| FEATURES.contains(&first.as_str())));
    from.filter_map(|named| Some((named.parts.last()?.clone(), named.parts.first()?.clone()))).collect()
}

/// What a file of a feature names of other features. Whoever offers an action names the words it is made of.
fn crossings(
    file: &str,
    text: &str,
    from: &BTreeMap<String, String>,
    words: &BTreeSet<String>,
) -> BTreeSet<(String, String)> {
    let Some(own) = feature_of(file) else { return BTreeSet::new() };
    let others = in_use(text, file).into_iter().filter_map(|named| {
        let ["crate", "app", name, ..] = named.parts.iter().map(String::as_str).collect::<Vec<_>>()[..] else {
            return None;
        };
        let feature = if FEATURES.contains(&name) { name.to_owned() } else { from.get(name)?.clone() };
        (feature != own && !words.contains(name)).then(|| (feature, named.parts.join("::")))
    });
    others.collect()
}

fn text_of<'s>(sources: &'s [(String, String)], file: &str) -> &'s str {
    sources.iter().find(|(known, _)| known == file).map_or("", |(_, text)| text)
}

#[test]
fn only_named_files_reach_the_whole_state() {
    let sources = sources_in_use();
    let reaching = sources.iter().filter(|(_, text)| text.lines().any(|line| line.starts_with("impl State {")));
    let reaching: Vec<&str> = reaching.map(|(file, _)| file.as_str()).collect();
    let mut named: Vec<&str> = REACH_THE_STATE.iter().map(|(file, _)| *file).collect();
    named.sort_unstable();
    assert_eq!(BTreeSet::from_iter(reaching), BTreeSet::from_iter(named));
}

#[test]
fn features_of_app_do_not_import_each_other() {
    let sources = sources_in_use();
    let from = taken_up(text_of(&sources, "src/app/mod.rs"));
    assert!(from.len() > 20, "the names of mod.rs are read: {from:?}");
    let words = in_use(text_of(&sources, "src/app/action.rs"), "src/app/action.rs");
    let words: BTreeSet<String> = words.into_iter().filter_map(|named| named.parts.last().cloned()).collect();
    let faults = sources.iter().flat_map(|(file, text)| {
        let crossings = crossings(file, text, &from, &words).into_iter();
        crossings.map(move |(feature, path)| format!("{file} names {path} of {feature}"))
    });
    assert_none(&faults.collect::<Vec<_>>());
}

#[test]
fn planted_crossings_of_features_are_seen() {
    let from = BTreeMap::from([("Filters".to_owned(), "views".to_owned())]);
    let words = BTreeSet::from(["HelpStep".to_owned()]);
    for (file, text, seen) in [
        ("src/app/table/mod.rs", "use crate::app::views::pages::Pages;", true),
        ("src/app/table/mod.rs", "use crate::app::Filters;", true),
        ("src/app/table/columns.rs", "use super::super::views::Views;", true),
        ("src/app/table/columns.rs", "fn f() { crate::app::Filters::default(); }", true),
        ("src/app/views/pages.rs", "use crate::app::Filters;", false),
        ("src/app/palette/index.rs", "use crate::app::HelpStep;", false),
        ("src/app/update.rs", "use super::views::Views;", false),
        ("src/app/table/mod.rs", "#[cfg(test)] mod tests { use crate::app::Filters; }", false),
    ] {
        assert_eq!(!crossings(file, text, &from, &words).is_empty(), seen, "{file}: {text}");
    }
}
