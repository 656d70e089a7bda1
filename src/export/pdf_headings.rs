//! What leads through a PDF: bookmarks by its headings, and contents whose lines are links.

use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Rect as PdfRect};
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::{Identifier, Tag, TagGroup, TagTree};

use super::pdf::{PartRole, TaggedPart, one_line};

/// The headings so far, each with its level and where it stands.
#[derive(Default)]
pub(super) struct Bookmarks {
    found: Vec<(u16, String, XyzDestination)>,
}

impl Bookmarks {
    /// Takes in a part of a page, counted from 0, whose upper edge is so many points of PDF below that of the page.
    pub(super) fn take(&mut self, part: &TaggedPart, page: usize, top: f32) {
        let (level, words, top) = match &part.role {
            // The whole page belongs to its headline.
            PartRole::Heading(words) => (1, words, 0.0),
            PartRole::Subheading(level, words) => (*level, words, top),
            PartRole::Paragraph(_) | PartRole::Picture(_) | PartRole::Entry(..) | PartRole::Folio => return,
        };
        self.found.push((level, one_line(words), XyzDestination::new(page, Point::from_xy(0.0, top))));
    }

    /// The bookmarks, those of lower levels within those of higher ones; one with the file's title where there is no heading.
    pub(super) fn into_outline(self, title: &str) -> Outline {
        let mut outline = Outline::new();
        let mut rest = self.found.into_iter().peekable();
        if rest.peek().is_none() {
            outline.push_child(OutlineNode::new(title.to_owned(), XyzDestination::new(0, Point::from_xy(0.0, 0.0))));
        }
        while let Some(first) = rest.next() {
            outline.push_child(node(first, &mut rest));
        }
        outline
    }
}

/// A bookmark with those below it.
fn node(
    (level, words, to): (u16, String, XyzDestination),
    rest: &mut std::iter::Peekable<std::vec::IntoIter<(u16, String, XyzDestination)>>,
) -> OutlineNode {
    // The file's own is open, so that what it leads to is seen at once.
    let mut node = OutlineNode::new(words, to).with_open(level == 1);
    while let Some(below) = rest.next_if(|(next, ..)| *next > level) {
        node.push_child(self::node(below, rest));
    }
    node
}

/// A link from a place on a page to another page, counted from 0, with what it leads to.
pub(super) fn link(area: PdfRect, to: usize, words: &str) -> Annotation {
    let page = XyzDestination::new(to, Point::from_xy(0.0, 0.0));
    Annotation::new_link(LinkAnnotation::new(area, Target::Destination(page.into())), Some(one_line(words)))
}

/// Lines of contents that follow one another, over pages too.
#[derive(Default)]
pub(super) struct Contents {
    lines: Vec<TagGroup>,
}

impl Contents {
    /// A line with its words, what was drawn of it, and its link.
    pub(super) fn add(&mut self, words: String, content: Identifier, link: Option<Identifier>) {
        let mut linked = TagGroup::new(Tag::Link.with_alt_text(Some(words)));
        linked.push(content);
        if let Some(link) = link {
            linked.push(link);
        }
        let mut reference = TagGroup::new(Tag::Reference);
        reference.push(linked);
        let mut line = TagGroup::new(Tag::TOCI);
        line.push(reference);
        self.lines.push(line);
    }

    /// Puts the lines so far into the tree as one table of contents.
    pub(super) fn end(&mut self, tags: &mut TagTree) {
        if self.lines.is_empty() {
            return;
        }
        let mut contents = TagGroup::new(Tag::TOC);
        for line in self.lines.drain(..) {
            contents.push(line);
        }
        tags.push(contents);
    }
}
