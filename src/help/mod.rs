//! The help: its pages, read from Markdown into blocks, places within them, the glossary, finding words.
//!
//! The pages are `assets/help/*.md`, built into the program, so that they are there without a network; the same files can be read
//! on a forge. How a page looks, and the list of keys that is added to one of them, is the window's business.

mod find;
mod glossary;
mod markdown;

use std::sync::LazyLock;

pub use find::{Hit, find};
pub use glossary::{meaning, terms};
pub use markdown::{Face, PageBlock, TextSpan};

/// A page.
#[derive(Clone, Debug, PartialEq)]
pub struct HelpPage {
    /// Its name in links, which is its file's without the ending.
    pub name: &'static str,
    /// Its title.
    pub title: String,
    /// What it says, without the title.
    pub blocks: Vec<PageBlock>,
}

/// A place in the help: a page, and a heading within it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct HelpAnchor {
    /// The page's name.
    pub page: &'static str,
    /// The heading's anchor; empty for the beginning of the page.
    pub anchor: String,
}

impl HelpAnchor {
    /// The beginning of a page.
    pub const fn page(name: &'static str) -> Self {
        Self { page: name, anchor: String::new() }
    }

    /// The place of a rule of comparison, by its number from 1 to 15.
    pub fn rule(number: u8) -> Self {
        let starts = format!("r{number}-");
        Self { page: RULES, anchor: anchor_that(RULES, |anchor| anchor.starts_with(&starts)) }
    }

    /// What it means that figures may be compared, or not.
    pub fn comparing() -> Self {
        Self { page: COMPARE, anchor: anchor_that(COMPARE, |anchor| anchor.starts_with("may-they")) }
    }

    /// The place of a term in the glossary.
    pub fn term(term: &str) -> Self {
        let wanted = markdown::anchor(term);
        Self { page: GLOSSARY, anchor: anchor_that(GLOSSARY, |anchor| anchor == wanted) }
    }
}

/// The page that lists all others.
pub const CONTENTS: &str = "contents";
/// The page of the keys, to which the table of commands is added.
pub const KEYBOARD: &str = "keyboard";
/// The page of the rules of comparison.
pub const RULES: &str = "rules";
/// The page of Compare.
const COMPARE: &str = "compare";
/// The glossary.
pub const GLOSSARY: &str = "glossary";

/// Names and texts, in the order of the contents.
const FILES: [(&str, &str); 23] = [
    (CONTENTS, include_str!("../../assets/help/contents.md")),
    ("tour", include_str!("../../assets/help/tour.md")),
    ("finding", include_str!("../../assets/help/finding.md")),
    ("overview", include_str!("../../assets/help/overview.md")),
    (COMPARE, include_str!("../../assets/help/compare.md")),
    ("side-by-side", include_str!("../../assets/help/side-by-side.md")),
    ("council", include_str!("../../assets/help/council.md")),
    ("table", include_str!("../../assets/help/table.md")),
    ("views", include_str!("../../assets/help/views.md")),
    ("outcome", include_str!("../../assets/help/outcome.md")),
    ("saving-figures", include_str!("../../assets/help/saving-figures.md")),
    ("all-councils", include_str!("../../assets/help/all-councils.md")),
    ("editing", include_str!("../../assets/help/editing.md")),
    ("your-data", include_str!("../../assets/help/your-data.md")),
    ("importing", include_str!("../../assets/help/importing.md")),
    ("command-line", include_str!("../../assets/help/command-line.md")),
    ("small-counts", include_str!("../../assets/help/small-counts.md")),
    ("marks", include_str!("../../assets/help/marks.md")),
    (RULES, include_str!("../../assets/help/rules.md")),
    (GLOSSARY, include_str!("../../assets/help/glossary.md")),
    (KEYBOARD, include_str!("../../assets/help/keyboard.md")),
    ("accessibility", include_str!("../../assets/help/accessibility.md")),
    ("citing-and-privacy", include_str!("../../assets/help/citing-and-privacy.md")),
];

static PAGES: LazyLock<Vec<HelpPage>> =
    LazyLock::new(|| FILES.into_iter().map(|(name, text)| markdown::page(name, text)).collect());

/// Every page, in the order of the contents.
pub fn pages() -> &'static [HelpPage] {
    &PAGES
}

/// A page by its name; `None` where there is none of that name.
pub fn page(name: &str) -> Option<&'static HelpPage> {
    pages().iter().find(|page| page.name == name)
}

/// The anchor of the first heading of a page that fits; empty where none does.
fn anchor_that(name: &str, fits: impl Fn(&str) -> bool) -> String {
    let blocks = page(name).map_or(&[][..], |page| &page.blocks);
    let mut anchors = blocks.iter().filter_map(PageBlock::anchor);
    anchors.find(|anchor| fits(anchor)).unwrap_or_default().to_owned()
}
