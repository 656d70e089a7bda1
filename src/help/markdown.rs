//! Markdown ─► blocks: headings, paragraphs, items of lists; runs of words within them, bold or leading somewhere.
//!
//! What the pages do not use is left out: tables, pictures, quotations, code, raw HTML. Words of such parts are kept as plain
//! words. Links lead to pages of the help only; the words of any other link are kept and lead nowhere.

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use super::{FILES, HelpAnchor, HelpPage};

/// A part of a page, from one end of the line to the other.
#[derive(Clone, Debug, PartialEq)]
pub enum PageBlock {
    /// A heading below the title.
    Heading {
        /// 2 for a section, 3 for a part of it.
        level: u8,
        /// Its words.
        text: String,
        /// What links call it.
        anchor: String,
    },
    /// A paragraph.
    Paragraph(Vec<TextSpan>),
    /// An item of a list.
    Item {
        /// How many lists it lies in, from 1.
        depth: u8,
        /// Its number; `None` in a list without numbers.
        number: Option<u64>,
        /// Its words.
        runs: Vec<TextSpan>,
    },
}

impl PageBlock {
    /// What links call it, if it is a heading.
    pub fn anchor(&self) -> Option<&str> {
        match self {
            Self::Heading { anchor, .. } => Some(anchor),
            Self::Paragraph(_) | Self::Item { .. } => None,
        }
    }

    /// Its words.
    pub fn text(&self) -> String {
        match self {
            Self::Heading { text, .. } => text.clone(),
            Self::Paragraph(runs) | Self::Item { runs, .. } => runs.iter().map(|run| run.text.as_str()).collect(),
        }
    }
}

/// How words look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// As usual.
    Plain,
    /// Bold.
    Bold,
}

/// Words that look alike and lead to the same place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextSpan {
    /// The words.
    pub text: String,
    /// How they look.
    pub face: Face,
    /// Where they lead, if anywhere.
    pub link: Option<HelpAnchor>,
}

/// What links call a heading: its words in small letters with hyphens, as forges do it.
pub fn anchor(heading: &str) -> String {
    let kept = heading.to_lowercase();
    kept.chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'))
        .map(|c| if c == ' ' { '-' } else { c })
        .collect()
}

/// The place that a link of a page leads to; `None` where it leads out of the help.
fn place(from: &'static str, link: &str) -> Option<HelpAnchor> {
    let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
    let name = if file.is_empty() { from } else { file.strip_suffix(".md")? };
    let (page, _) = FILES.iter().find(|(page, _)| *page == name)?;
    Some(HelpAnchor { page, anchor: anchor.to_owned() })
}

/// Reads a page.
pub(super) fn page(name: &'static str, text: &str) -> HelpPage {
    let mut reader = MarkdownReader { name, ..MarkdownReader::default() };
    for event in Parser::new(text) {
        reader.take(event);
    }
    HelpPage { name, title: reader.title, blocks: reader.blocks }
}

#[derive(Default)]
struct MarkdownReader {
    name: &'static str,
    title: String,
    blocks: Vec<PageBlock>,
    runs: Vec<TextSpan>,
    lists: Vec<Option<u64>>,
    bold: usize,
    link: Option<HelpAnchor>,
}

impl MarkdownReader {
    fn take(&mut self, event: Event<'_>) {
        #[expect(clippy::wildcard_enum_match_arm, reason = "the events are those of the reader of Markdown")]
        match event {
            Event::Text(text) | Event::Code(text) => self.words(&text),
            Event::SoftBreak | Event::HardBreak => self.words(" "),
            Event::Start(Tag::Strong) => self.bold += 1,
            Event::End(TagEnd::Strong) => self.bold = self.bold.saturating_sub(1),
            Event::Start(Tag::Link { dest_url, .. }) => self.link = place(self.name, &dest_url),
            Event::End(TagEnd::Link) => self.link = None,
            Event::Start(Tag::List(first)) => {
                // The words of an item end where a list within it begins.
                self.end_words();
                self.lists.push(first);
            }
            Event::End(TagEnd::List(_)) => {
                self.lists.pop();
            }
            Event::End(TagEnd::Paragraph | TagEnd::Item) => self.end_words(),
            Event::End(TagEnd::Heading(level)) => self.end_heading(level),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        let face = if self.bold > 0 { Face::Bold } else { Face::Plain };
        match self.runs.last_mut() {
            Some(last) if last.face == face && last.link == self.link => last.text.push_str(words),
            _ => self.runs.push(TextSpan { text: words.to_owned(), face, link: self.link.clone() }),
        }
    }

    fn end_words(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        if runs.is_empty() {
            return;
        }
        let depth = u8::try_from(self.lists.len()).unwrap_or(u8::MAX);
        let block = match self.lists.last_mut() {
            None => PageBlock::Paragraph(runs),
            Some(next) => {
                let number = *next;
                *next = number.map(|n| n + 1);
                PageBlock::Item { depth, number, runs }
            }
        };
        self.blocks.push(block);
    }

    fn end_heading(&mut self, level: HeadingLevel) {
        let text: String = std::mem::take(&mut self.runs).iter().map(|run| run.text.as_str()).collect();
        if level == HeadingLevel::H1 {
            self.title = text;
        } else {
            let level = if level == HeadingLevel::H2 { 2 } else { 3 };
            self.blocks.push(PageBlock::Heading { level, anchor: anchor(&text), text });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_paragraphs_lists_bold_words_and_links_are_read() {
        let read = page(
            "tour",
            "# Title\n\nOne **two**\nthree.\n\n## R3 Unequal periods\n\n- first\n- [second](rules.md#r4)\n\n1. one\n2. two",
        );
        assert_eq!(read.title, "Title");
        let PageBlock::Paragraph(runs) = &read.blocks[0] else { panic!("{read:?}") };
        let faces: Vec<(&str, Face)> = runs.iter().map(|r| (r.text.as_str(), r.face)).collect();
        assert_eq!(faces, [("One ", Face::Plain), ("two", Face::Bold), (" three.", Face::Plain)]);
        assert_eq!(read.blocks[1].anchor(), Some("r3-unequal-periods"));
        let PageBlock::Item { depth: 1, number: None, runs } = &read.blocks[3] else { panic!("{read:?}") };
        assert_eq!(runs[0].link, Some(HelpAnchor { page: "rules", anchor: "r4".to_owned() }));
        assert!(matches!(read.blocks[5], PageBlock::Item { number: Some(2), .. }), "{read:?}");
    }

    #[test]
    fn a_link_out_of_the_help_keeps_its_words_and_leads_nowhere() {
        let read = page("tour", "[the format](../../data/README.md) and [a site](https://example.org)");
        assert_eq!(read.blocks[0].text(), "the format and a site");
        let PageBlock::Paragraph(runs) = &read.blocks[0] else { panic!("{read:?}") };
        assert!(runs.iter().all(|run| run.link.is_none()));
    }
}
