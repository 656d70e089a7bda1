//! Finding words in the help: the headings and paragraphs that hold every word typed, headings and titles first.

use crate::words::search::{WordStart, excerpt, holds_words, search_words};

use super::{HelpAnchor, HelpPage, PageBlock};

/// A place that holds what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub place: HelpAnchor,
    /// The page's title, and the heading below it where there is one.
    pub title: String,
    /// The words around the first word found.
    pub excerpt: String,
}

/// So many characters stand before the word that was found, and so many in all.
const BEFORE: usize = 40;
const EXCERPT: usize = 140;

/// The sections that hold every word typed, those that hold them in their heading first; nothing for fewer than two letters.
pub fn find(pages: &[HelpPage], typed: &str) -> Vec<Hit> {
    let words = search_words(typed);
    if typed.trim().chars().count() < 2 {
        return Vec::new();
    }
    let mut hits: Vec<(u8, Hit)> = pages.iter().flat_map(sections).filter_map(|s| s.hit(&words)).collect();
    // A stable sort: equals stay in the order of the contents.
    hits.sort_by_key(|(rank, _)| *rank);
    hits.into_iter().map(|(_, hit)| hit).collect()
}

/// A heading with what stands below it.
struct HelpSection {
    place: HelpAnchor,
    title: String,
    heading: String,
    paragraphs: Vec<String>,
}

fn sections(page: &HelpPage) -> Vec<HelpSection> {
    let opening = HelpSection {
        place: HelpAnchor::page(page.name),
        title: page.title.clone(),
        heading: page.title.clone(),
        paragraphs: Vec::new(),
    };
    let mut sections = vec![opening];
    for block in &page.blocks {
        if let PageBlock::Heading { text, anchor, .. } = block {
            sections.push(HelpSection {
                place: HelpAnchor { page: page.name, anchor: anchor.clone() },
                title: format!("{}: {text}", page.title),
                heading: text.clone(),
                paragraphs: Vec::new(),
            });
        } else if let Some(section) = sections.last_mut() {
            section.paragraphs.push(block.text());
        }
    }
    sections
}

impl HelpSection {
    fn hit(self, words: &[String]) -> Option<(u8, Hit)> {
        let holds = |text: &str| holds_words(text, words, WordStart::Anywhere);
        let text = self.paragraphs.join(" ");
        let rank = if holds(&self.heading) {
            0
        } else if self.paragraphs.iter().any(|paragraph| holds(paragraph)) {
            1
        } else if holds(&format!("{} {text}", self.heading)) {
            2
        } else {
            return None;
        };
        let excerpt = excerpt(&text, words, BEFORE, EXCERPT);
        Some((rank, Hit { place: self.place, title: self.title, excerpt }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::help::markdown::page;

    #[test]
    fn headings_precede_paragraphs_and_each_word_has_to_be_there() {
        let pages = [page("tour", "# Tour\n\nAn interval is told.\n\n## Interval\n\nA range.")];
        let titles: Vec<String> = find(&pages, "interval").into_iter().map(|hit| hit.title).collect();
        assert_eq!(titles, ["Tour: Interval", "Tour"]);
        assert!(find(&pages, "interval nothing").is_empty() && find(&pages, "i").is_empty());
        assert_eq!(find(&pages, "TOLD")[0].excerpt, "An interval is told.");
    }
}
