//! The documents beside the sources: how long they may grow, that what they lead to is there, and that decisions have their day.

use std::path::Path;

use jiff::civil::Date;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{assert_none, files, root};

/// The most bytes of the two documents that everybody reads first.
const MOST: [(&str, usize); 2] = [("README.md", 6_000), ("ARCHITECTURE.md", 9_000)];
/// The page that leads to every decision.
const INDEX: &str = "assets/decisions/README.md";
/// Folders whose files the documents name.
const NAMED: [&str; 4] = ["src/", "assets/", "tests/", "data/"];

fn read(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap()
}

/// The documents by their path from the root; pages of the help have tests of their own.
fn documents() -> Vec<(String, String)> {
    let names = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "data/README.md", "tests/bench/README.md"];
    names.iter().map(|name| ((*name).to_owned(), read(name))).chain(files("assets/decisions", "md")).collect()
}

/// Where a document leads: the targets of its links and pictures that are no addresses on the web.
fn links(text: &str) -> Vec<String> {
    let targets = Parser::new(text).filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => Some(dest_url.to_string()),
        _ => None,
    });
    targets.filter(|target| !target.contains("://")).collect()
}

/// The headings of a document, by level and words.
fn headings(text: &str) -> Vec<(u8, String)> {
    let mut found: Vec<(u8, String)> = Vec::new();
    let mut is_inside = false;
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                found.push((level as u8, String::new()));
                is_inside = true;
            }
            Event::End(TagEnd::Heading(_)) => is_inside = false,
            Event::Text(words) | Event::Code(words) if is_inside => {
                found.last_mut().unwrap().1.push_str(&words);
            }
            _ => {}
        }
    }
    found
}

/// What a link calls a heading, as forges do it.
fn anchor(heading: &str) -> String {
    let kept = heading.to_lowercase();
    let kept = kept.chars().filter(|c| c.is_alphanumeric() || [' ', '-', '_'].contains(c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// The links and named paths of a document that lead to nothing.
fn lost(name: &str, text: &str) -> Vec<String> {
    let folder = Path::new(name).parent().unwrap();
    let mut faults = Vec::new();
    for link in links(text) {
        let (file, heading) = link.split_once('#').unwrap_or((&link, ""));
        let target = root().join(folder).join(file);
        let holds = |text: &str| headings(text).iter().any(|(_, words)| anchor(words) == heading);
        let is_there = match (file, heading) {
            ("", _) => holds(text),
            (_, "") => target.exists(),
            _ => std::fs::read_to_string(target).is_ok_and(|text| holds(&text)),
        };
        if !is_there {
            faults.push(format!("{name} links to {link}"));
        }
    }
    for event in Parser::new(text) {
        if let Event::Code(code) = event
            && NAMED.iter().any(|folder| code.starts_with(folder))
            // Up to a star: the folder of the files that are meant.
            && !root().join(code.split('*').next().unwrap()).exists()
        {
            faults.push(format!("{name} names {code}"));
        }
    }
    faults
}

/// The days that stand at the end of a decision's heading: of the decision, and of its last change.
fn days(heading: &str) -> Option<Vec<Date>> {
    let (_, days) = heading.strip_suffix(')')?.rsplit_once(" (")?;
    days.split(", changed ").map(|day| day.parse().ok()).collect()
}

/// What a page of decisions lacks.
fn undated(name: &str, text: &str) -> Vec<String> {
    let decisions: Vec<_> = headings(text).into_iter().filter(|(level, _)| *level == 2).collect();
    if decisions.is_empty() {
        return vec![format!("{name} decides nothing")];
    }
    let is_dated = |heading: &str| days(heading).is_some_and(|days| days.len() <= 2 && days.is_sorted());
    let without = decisions.into_iter().filter(|(_, heading)| !is_dated(heading));
    without.map(|(_, heading)| format!("{name}: no day in: {heading}")).collect()
}

#[test]
fn readme_and_architecture_stay_short() {
    let faults = MOST.into_iter().filter_map(|(name, most)| {
        let bytes = read(name).len();
        (bytes > most).then(|| format!("{name} has {bytes} bytes, and {most} at most are read"))
    });
    assert_none(&faults.collect::<Vec<_>>());
}

#[test]
fn documents_lead_to_files_that_are_there() {
    assert_none(&documents().iter().flat_map(|(name, text)| lost(name, text)).collect::<Vec<_>>());
}

#[test]
fn every_decision_is_in_the_index_and_has_its_day() {
    let listed = links(&read(INDEX));
    let pages: Vec<_> = files("assets/decisions", "md").into_iter().filter(|(name, _)| name != INDEX).collect();
    assert!(pages.len() > 5, "the decisions are found");
    let unlisted = pages.iter().filter_map(|(name, _)| {
        let file = name.rsplit('/').next().unwrap();
        (!listed.iter().any(|link| link == file)).then(|| format!("{name} is not in the index"))
    });
    let undated = pages.iter().flat_map(|(name, text)| undated(name, text));
    assert_none(&unlisted.chain(undated).collect::<Vec<_>>());
}

#[test]
fn planted_faults_of_documents_are_seen() {
    let text =
        "[a](assets/nowhere.md) [b](ARCHITECTURE.md#nowhere) ![c](nowhere.png) `src/nowhere.rs` `data/nowhere/*.ron`";
    assert_eq!(lost("README.md", text).len(), 5, "{:?}", lost("README.md", text));
    let text = "[a](README.md#words) [b](#a-heading) `src/main.rs` `say!` [c](https://example.org)\n\n## A heading";
    assert_eq!(lost("assets/decisions/README.md", text), ["assets/decisions/README.md links to README.md#words"]);
    for (heading, is_dated) in [
        ("Zoom (2026-11-22)", true),
        ("Zoom (2026-11-22, changed 2026-11-23)", true),
        ("Zoom", false),
        ("Zoom (2026-11-31)", false),
        ("Zoom (2026-11-23, changed 2026-11-22)", false),
    ] {
        assert_eq!(undated("zoom.md", &format!("# Zoom\n\n## {heading}")).is_empty(), is_dated, "{heading}");
    }
    assert_eq!(undated("zoom.md", "# Zoom").len(), 1);
}
