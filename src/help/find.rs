//! Finding words in the help: the headings and paragraphs that hold every word typed, headings and titles first.

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
    let typed = typed.to_lowercase();
    let words: Vec<&str> = typed.split_whitespace().collect();
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
    fn hit(self, words: &[&str]) -> Option<(u8, Hit)> {
        let heading = self.heading.to_lowercase();
        let holds = |text: &str| words.iter().all(|word| text.contains(word));
        let text = self.paragraphs.join(" ");
        let rank = if holds(&heading) {
            0
        } else if self.paragraphs.iter().any(|p| holds(&p.to_lowercase())) {
            1
        } else if holds(&format!("{heading} {}", text.to_lowercase())) {
            2
        } else {
            return None;
        };
        let excerpt = excerpt(&text, words);
        Some((rank, Hit { place: self.place, title: self.title, excerpt }))
    }
}

/// The words around the first word found, or the beginning.
fn excerpt(text: &str, words: &[&str]) -> String {
    let letters: Vec<char> = text.chars().collect();
    // Letter by letter, because a small letter may take more bytes than its large one.
    let small: Vec<char> = letters.iter().map(|c| c.to_lowercase().next().unwrap_or(*c)).collect();
    let found = words.first().and_then(|word| {
        let word: Vec<char> = word.chars().collect();
        small.windows(word.len().max(1)).position(|window| window == word)
    });
    let from = found.unwrap_or(0).saturating_sub(BEFORE);
    // From the beginning of a word.
    let from =
        if from == 0 { 0 } else { letters.iter().skip(from).position(|c| *c == ' ').map_or(from, |at| from + at + 1) };
    let shown: String = letters.iter().skip(from).take(EXCERPT).collect();
    let (before, after) = (if from > 0 { "… " } else { "" }, if letters.len() > from + EXCERPT { " …" } else { "" });
    format!("{before}{}{after}", shown.trim())
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

    #[test]
    fn an_excerpt_stands_around_the_word() {
        let long = format!("{} needle {}", "before ".repeat(30), "after ".repeat(60));
        let told = excerpt(&long, &["needle"]);
        assert!(told.starts_with("… before") && told.contains("needle after") && told.ends_with(" …"), "{told}");
    }
}
