//! Where each field of a file stands: an index from field paths to places in the text.
//!
//! It is made by a small tolerant scanner of RON, apart from the parser, because serde gives a value and forgets where it
//! stood. It accepts anything, also what RON refuses; it never recurses, reads each byte once, and stops where a file is
//! deeper or larger than any dataset that RON would accept. It leaves out whether the text is right.
//!
//! Paths are names and indices (`programmes[3].outcomes[0].published.before[0]`). `Some(…)` and the second pair of brackets in
//! `grade((…))` add nothing to a path.

mod fields;

use std::collections::HashMap;
use std::ops::Range;

use crate::words::letters::name_of_letter;

/// RON itself gives up at 128 brackets.
const MAX_DEPTH: usize = 256;
/// More fields than a dataset of the largest allowed size has; keeps the memory for hostile files within bounds.
const MAX_NODES: usize = 4_000_000;

/// How a value is called within the value that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum PathSegment<'a> {
    Name(&'a str),
    Index(u32),
}

/// A value and its place.
#[derive(Clone, Debug)]
struct Node<'a> {
    /// The value that holds it; the root holds itself.
    parent: usize,
    key: PathSegment<'a>,
    span: Range<usize>,
}

/// What an open bracket means for the values in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ContainerKind {
    /// Each value is a child.
    Children,
    /// `Some(…)`: the value is the holder itself.
    Itself,
    /// `grade(…)`: a bracket that follows at once is the holder's own; anything else is a child.
    Variant,
}

/// An open bracket.
struct OpenBracket<'a> {
    node: usize,
    body: ContainerKind,
    /// The word before the bracket; empty where there is none.
    word: &'a str,
    next_index: u32,
}

/// The index of one text.
#[derive(Debug)]
pub(super) struct Positions<'a> {
    text: &'a str,
    nodes: Vec<Node<'a>>,
    /// Where the first comment stands.
    comment: Option<usize>,
    /// Where the first character outside of a text stands that looks like one that RON knows, and is not.
    stray: Option<usize>,
    /// Where `over:` stands inside `direction(fell, over: "…")`.
    over_names: Vec<Range<usize>>,
}

impl<'a> Positions<'a> {
    /// Scans the text, once and from front to back.
    pub(super) fn scan(text: &'a str) -> Self {
        let positions = Self { text, nodes: Vec::new(), comment: None, stray: None, over_names: Vec::new() };
        Scanner { positions, at: 0, frames: Vec::new(), key: None, word: None }.run()
    }

    /// Whether there is a comment anywhere; saving loses it.
    pub(super) fn has_comments(&self) -> bool {
        self.comment.is_some()
    }

    /// Line and column of the first comment, both from 1.
    pub(super) fn first_comment(&self) -> Option<(usize, usize)> {
        self.comment.and_then(|at| lines_and_columns(self.text, &[at]).first().copied())
    }

    /// The first character that is no RON and looks like it (a curly quote, a non-breaking space), with its line and column.
    pub(super) fn stray(&self) -> Option<(char, (usize, usize))> {
        let at = self.stray?;
        let letter = self.text.get(at..)?.chars().next()?;
        lines_and_columns(self.text, &[at]).first().map(|place| (letter, *place))
    }

    /// The text for RON to read: `direction(fell, over: "…")` mixes an unnamed with a named value, which reads well and which
    /// RON does not know, so that the name is blanked out. Every place stays where it was.
    pub(super) fn text_for_ron(&self) -> String {
        let mut readable = String::with_capacity(self.text.len());
        let mut at = 0;
        for name in &self.over_names {
            readable.push_str(self.text.get(at..name.start).unwrap_or_default());
            readable.extend(std::iter::repeat_n(' ', name.len()));
            at = name.end;
        }
        readable.push_str(self.text.get(at..).unwrap_or_default());
        readable
    }

    /// The text of the value at a path of one name, without what surrounds it; `None` where there is none.
    pub(super) fn text_at(&self, name: &str) -> Option<&'a str> {
        let node = self.nodes.iter().find(|node| node.parent == 0 && node.key == PathSegment::Name(name))?;
        self.text.get(node.span.clone())
    }

    /// Line and column of each path, in the order given; of the nearest holder where a field is not written.
    pub(super) fn places<'p>(&self, paths: impl Iterator<Item = &'p str>) -> Vec<(usize, usize)> {
        let children: HashMap<(usize, PathSegment<'_>), usize> =
            self.nodes.iter().enumerate().skip(1).map(|(at, node)| ((node.parent, node.key), at)).collect();
        let offsets: Vec<usize> = paths
            .map(|path| {
                let mut node = 0;
                for key in keys(path) {
                    let Some(&child) = children.get(&(node, key)) else { break };
                    node = child;
                }
                self.nodes.get(node).map_or(0, |node| node.span.start)
            })
            .collect();
        lines_and_columns(self.text, &offsets)
    }

    /// The path of the innermost value around this line and column (both from 1), empty for the file as a whole, and the line
    /// and column of the first character from there on that is not white space.
    pub(super) fn around(&self, line: usize, column: usize) -> (String, (usize, usize)) {
        let start: usize = self.text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let rest = self.text.get(start..).unwrap_or_default();
        let offset = start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
        let rest = self.text.get(offset..).unwrap_or_default();
        let offset = offset + (rest.len() - rest.trim_start().len());
        let place = lines_and_columns(self.text, &[offset]).first().copied().unwrap_or((line, column));
        (self.path_around(offset), place)
    }

    fn path_around(&self, offset: usize) -> String {
        // Nodes stand in the order in which they start, so that the last one at or before the place is in it or after it.
        let mut at = self.nodes.partition_point(|node| node.span.start <= offset).saturating_sub(1);
        let mut keys = Vec::new();
        while let Some(node) = self.nodes.get(at).filter(|_| at > 0) {
            if !keys.is_empty() || offset <= node.span.end {
                keys.push(node.key);
            }
            at = node.parent;
        }
        let parts = keys.into_iter().rev().enumerate().map(|(nth, key)| match key {
            PathSegment::Name(name) if nth == 0 => name.to_owned(),
            PathSegment::Name(name) => format!(".{name}"),
            PathSegment::Index(index) => format!("[{index}]"),
        });
        parts.collect::<Vec<_>>().concat()
    }
}

/// The keys a path is made of.
fn keys(path: &str) -> impl Iterator<Item = PathSegment<'_>> {
    path.split(['.', '[']).filter(|part| !part.is_empty()).map(|part| {
        part.strip_suffix(']').and_then(|index| index.parse().ok()).map_or(PathSegment::Name(part), PathSegment::Index)
    })
}

/// Line and column of each offset, both from 1, columns in characters; one pass over the text however many there are.
pub(super) fn lines_and_columns(text: &str, offsets: &[usize]) -> Vec<(usize, usize)> {
    let mut order: Vec<(usize, usize)> =
        offsets.iter().copied().enumerate().map(|(nth, offset)| (offset, nth)).collect();
    order.sort_unstable();
    let mut places = vec![(1, 1); offsets.len()];
    let (mut line, mut column, mut at) = (1, 1, 0);
    for (offset, nth) in order {
        for c in text.get(at..offset).unwrap_or_default().chars() {
            if c == '\n' {
                (line, column) = (line + 1, 1);
            } else {
                column += 1;
            }
        }
        at = offset.max(at);
        if let Some(place) = places.get_mut(nth) {
            *place = (line, column);
        }
    }
    places
}

/// The state of a scan.
struct Scanner<'a> {
    positions: Positions<'a>,
    at: usize,
    frames: Vec<OpenBracket<'a>>,
    /// The name in front of the value to come, and where the name starts.
    key: Option<&'a str>,
    /// A bare word that may turn out to be a name, a value, or the head of a bracket.
    word: Option<Range<usize>>,
}

impl<'a> Scanner<'a> {
    fn run(mut self) -> Positions<'a> {
        let bytes = self.positions.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            if self.positions.nodes.len() >= MAX_NODES || self.frames.len() >= MAX_DEPTH {
                break;
            }
            let next = bytes.get(self.at + 1).copied();
            match byte {
                b'/' if next == Some(b'/') => self.line_comment(),
                b'/' if next == Some(b'*') => self.block_comment(),
                b'"' => self.leaf(self.string_end(self.at + 1)),
                b'r' if self.raw_string_end().is_some() => self.leaf(self.raw_string_end().unwrap_or(self.at + 1)),
                b'\'' => self.leaf(self.char_end()),
                b'#' if next == Some(b'!') && self.frames.is_empty() => self.attribute(),
                b'(' | b'[' | b'{' => self.open(byte),
                b')' | b']' | b'}' => self.close(),
                b':' => self.colon(),
                b',' => {
                    self.finish_word();
                    self.key = None;
                    self.at += 1;
                }
                _ if is_word_byte(byte) => self.bare_word(),
                ..32 => {
                    self.look_for_stray(1);
                    self.at += 1;
                }
                _ => self.at += 1,
            }
        }
        self.finish_word();
        let end = self.at;
        while let Some(frame) = self.frames.pop() {
            self.end_node(frame.node, end);
        }
        self.positions
    }

    fn rest(&self) -> &'a str {
        self.positions.text.get(self.at..).unwrap_or_default()
    }

    /// Remembers the first character among the next bytes that RON does not know outside of a text, and that looks like one it knows.
    fn look_for_stray(&mut self, length: usize) {
        // RON takes these for white space.
        const SPACES: [char; 7] = ['\u{b}', '\u{c}', '\u{85}', '\u{200e}', '\u{200f}', '\u{2028}', '\u{2029}'];
        let is_stray = |c: char| !SPACES.contains(&c) && name_of_letter(c).is_some();
        if self.positions.stray.is_none() {
            let found = self.positions.text.get(self.at..self.at + length).and_then(|next| next.find(is_stray));
            self.positions.stray = found.map(|offset| self.at + offset);
        }
    }

    fn line_comment(&mut self) {
        self.positions.comment.get_or_insert(self.at);
        self.at += self.rest().find('\n').unwrap_or(self.rest().len());
    }

    /// Block comments nest.
    fn block_comment(&mut self) {
        self.positions.comment.get_or_insert(self.at);
        let bytes = self.positions.text.as_bytes();
        let mut depth = 0_usize;
        while let Some(pair) = bytes.get(self.at..self.at + 2) {
            match pair {
                b"/*" => (depth, self.at) = (depth + 1, self.at + 2),
                b"*/" => (depth, self.at) = (depth - 1, self.at + 2),
                _ => self.at += 1,
            }
            if depth == 0 {
                return;
            }
        }
        self.at = bytes.len();
    }

    /// Where a string ends whose text starts here.
    fn string_end(&self, mut at: usize) -> usize {
        let bytes = self.positions.text.as_bytes();
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'"' => return at + 1,
                b'\\' => at += 2,
                _ => at += 1,
            }
        }
        bytes.len()
    }

    /// Where a raw string (`r#"…"#`) ends that starts here; `None` where none starts.
    fn raw_string_end(&self) -> Option<usize> {
        let body = self.rest().strip_prefix('r')?.trim_start_matches('#');
        let hashes = self.rest().len() - 1 - body.len();
        let text = body.strip_prefix('"')?;
        let start = self.positions.text.len() - text.len();
        let ends = text.match_indices('"').find(|(quote, _)| {
            let after = text.as_bytes().get(quote + 1..).unwrap_or_default();
            after.iter().take(hashes).take_while(|&&byte| byte == b'#').count() == hashes
        });
        Some(ends.map_or(self.positions.text.len(), |(quote, _)| start + quote + 1 + hashes))
    }

    /// A character such as `'x'` or `'\u{e9}'`; a lone quote is stepped over.
    fn char_end(&self) -> usize {
        let escaped = self.rest().as_bytes().get(1) == Some(&b'\\');
        let close = self.rest().char_indices().skip(if escaped { 3 } else { 2 }).take(10).find(|&(_, c)| c == '\'');
        close.map_or(self.at + 1, |(quote, _)| self.at + quote + 1)
    }

    /// `#![enable(…)]` at the head of a file.
    fn attribute(&mut self) {
        self.at += self.rest().find(['\n', ']']).map_or(self.rest().len(), |end| end + 1);
    }

    fn bare_word(&mut self) {
        self.finish_word();
        let length = self.rest().bytes().take_while(|&byte| is_word_byte(byte)).count();
        self.look_for_stray(length);
        self.word = Some(self.at..self.at + length);
        self.at += length;
    }

    /// A value that ends here, with nothing in it.
    fn leaf(&mut self, end: usize) {
        self.finish_word();
        self.add(self.at..end);
        self.at = end;
    }

    /// A bare word that was no name and no head is a value.
    fn finish_word(&mut self) {
        if let Some(word) = self.word.take() {
            self.add(word);
        }
    }

    fn colon(&mut self) {
        if let Some(word) = self.word.take() {
            let name = self.positions.text.get(word.clone()).unwrap_or_default();
            self.key = Some(name);
            if name == "over"
                && self.frames.last().is_some_and(|frame| frame.word == "direction" && frame.next_index > 0)
            {
                self.positions.over_names.push(word.start..self.at + 1);
            }
        }
        self.at += 1;
    }

    fn open(&mut self, bracket: u8) {
        let head = self.word.take().filter(|_| bracket == b'(');
        let word = head.clone().and_then(|head| self.positions.text.get(head)).unwrap_or_default();
        let start = head.map_or(self.at, |head| head.start);
        let body = match word {
            "Some" => ContainerKind::Itself,
            "" => ContainerKind::Children,
            _ => ContainerKind::Variant,
        };
        let holder = self.frames.last();
        let is_holders_own = self.key.is_none()
            && bracket == b'('
            && word.is_empty()
            && holder.is_some_and(|frame| frame.body == ContainerKind::Variant && frame.next_index == 0);
        let node = match holder {
            Some(frame) if is_holders_own => frame.node,
            _ => self.add(start..start),
        };
        self.frames.push(OpenBracket { node, body, word, next_index: 0 });
        self.at += 1;
    }

    fn close(&mut self) {
        self.finish_word();
        self.key = None;
        self.at += 1;
        if let Some(frame) = self.frames.pop() {
            self.end_node(frame.node, self.at);
        }
    }

    fn end_node(&mut self, node: usize, end: usize) {
        if let Some(node) = self.positions.nodes.get_mut(node) {
            node.span.end = node.span.end.max(end);
        }
    }

    /// Notes a value and returns its number; inside `Some(…)` that is the holder's.
    fn add(&mut self, span: Range<usize>) -> usize {
        let name = self.key.take();
        let (parent, key) = match self.frames.last_mut() {
            Some(frame) if frame.body == ContainerKind::Itself => return frame.node,
            Some(frame) => {
                let key = name.map_or(PathSegment::Index(frame.next_index), PathSegment::Name);
                if name.is_none() {
                    frame.next_index = frame.next_index.saturating_add(1);
                }
                (frame.node, key)
            }
            None => (0, PathSegment::Name("")),
        };
        self.positions.nodes.push(Node { parent, key, span });
        self.positions.nodes.len() - 1
    }
}

/// Words, numbers and dates without quotes; letters outside ASCII are taken as a part of a word.
fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'+' | b'-' | b'.') || byte >= 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r##"#![enable(implicit_some)]
// a comment ( [ "
(
    format: 1, /* one /* two */ ) */
    title: "brackets ) ] \" and é", region: r#"raw " ) "#,
    programmes: [
        (id: "a", gss: Some("E1"), outcomes: [
            (published: pair(before: (40, "2016"), after: ("over 60", "2017"))),
            (published: grade((grade: "good")), level: Some(after(81, "2017")), c: 'x'),
        ]),
        (id: "b"),
    ],
)"##;

    fn place(path: &str) -> (usize, usize) {
        Positions::scan(TEXT).places([path].into_iter())[0]
    }

    #[test]
    fn a_field_is_found_at_its_line_and_column() {
        for (path, expected) in [
            ("", (3, 1)),
            ("format", (4, 13)),
            ("title", (5, 12)),
            ("region", (5, 45)),
            ("programmes[0].gss", (7, 24)),
            ("programmes[0].outcomes[0].published", (8, 25)),
            ("programmes[0].outcomes[0].published.before[1]", (8, 43)),
            ("programmes[0].outcomes[0].published.after[0]", (8, 60)),
            ("programmes[0].outcomes[1].published.grade", (9, 39)),
            ("programmes[0].outcomes[1].level[1]", (9, 71)),
            ("programmes[1].id", (11, 14)),
        ] {
            assert_eq!(place(path), expected, "{path}");
        }
    }

    #[test]
    fn a_field_that_is_not_written_is_told_at_its_holder() {
        assert_eq!(place("programmes[1].sources[3].at"), place("programmes[1]"));
        assert_eq!(place("nothing"), (3, 1));
    }

    #[test]
    fn a_place_leads_back_to_its_path() {
        let positions = Positions::scan(TEXT);
        let path = |line, column| positions.around(line, column).0;
        assert_eq!(path(8, 61), "programmes[0].outcomes[0].published.after[0]");
        assert_eq!(path(11, 14), "programmes[1].id");
        assert_eq!(path(13, 1), "");
        assert_eq!(path(900, 900), "");
        assert_eq!(positions.around(5, 11), ("title".to_owned(), (5, 12)));
    }

    #[test]
    fn only_real_comments_count_as_comments() {
        assert!(Positions::scan(TEXT).has_comments());
        assert!(!Positions::scan(r##"(a: "http://x /* y */", b: r#"//"#)"##).has_comments());
    }

    #[test]
    fn the_name_in_a_direction_is_blanked_and_nothing_else() {
        let text = r#"(a: direction(rose, over: "over: 1"), b: pair(over: "x"), c: direction(over: "x"))"#;
        let blanked = r#"(a: direction(rose,       "over: 1"), b: pair(over: "x"), c: direction(over: "x"))"#;
        assert_eq!(Positions::scan(text).text_for_ron(), blanked);
        assert_eq!(Positions::scan(text).places(["a.over"].into_iter()), [(1, 27)]);
    }
}
