//! How RON is laid out for people to read: what fits stands on one line, the rest is broken with one part a line.
//!
//! It knows brackets, commas and texts, and nothing of datasets.

use std::fmt::Write;

/// What still fits on a line, in characters: wide enough for a council, a source or an indicator, so that lists read as tables.
const WIDTH: usize = 190;
const INDENT: usize = 4;

/// When a block is broken into lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BlockLayout {
    /// Only where it does not fit.
    Fit,
    /// Always.
    Tall,
}

/// A piece of RON.
#[derive(Clone, Debug)]
pub(super) enum RonBlock {
    /// Something without parts.
    Word(String),
    /// Parts between brackets.
    Group {
        /// Everything in front of the first part: `(`, `[`, `pair(`, `Some((`.
        open: String,
        /// The parts, with their names where they have one.
        parts: Vec<(&'static str, RonBlock)>,
        /// The closing brackets.
        close: &'static str,
        /// When it is broken.
        shape: BlockLayout,
    },
}

impl RonBlock {
    /// A bare word or number.
    pub(super) fn word(word: impl Into<String>) -> Self {
        Self::Word(word.into())
    }

    /// A text between quotes.
    ///
    /// Only quotes, backslashes and characters that can't be seen are escaped, so that "Children's" stays readable, which RON's
    /// own writer would turn into `Children\'s`.
    pub(super) fn text(text: &str) -> Self {
        let mut quoted = String::with_capacity(text.len() + 2);
        quoted.push('"');
        for c in text.chars() {
            match c {
                '"' => quoted.push_str("\\\""),
                '\\' => quoted.push_str("\\\\"),
                '\n' => quoted.push_str("\\n"),
                '\r' => quoted.push_str("\\r"),
                '\t' => quoted.push_str("\\t"),
                c if c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{feff}') => {
                    quoted.extend(c.escape_unicode());
                }
                c => quoted.push(c),
            }
        }
        quoted.push('"');
        Self::Word(quoted)
    }

    /// A list, on one line where it fits.
    pub(super) fn list(items: impl IntoIterator<Item = Self>) -> Self {
        let parts = items.into_iter().map(|item| ("", item)).collect();
        Self::Group { open: "[".to_owned(), parts, close: "]", shape: BlockLayout::Fit }
    }

    /// Parts without names between brackets.
    pub(super) fn tuple(open: &str, items: impl IntoIterator<Item = Self>) -> Self {
        Self::fields(open, items.into_iter().map(|item| ("", item)).collect())
    }

    /// Named parts between brackets; there are as many closing ones as opening ones.
    pub(super) fn fields(open: &str, parts: Vec<(&'static str, Self)>) -> Self {
        let close = if open.matches('(').count() > 1 { "))" } else { ")" };
        Self::Group { open: open.to_owned(), parts, close, shape: BlockLayout::Fit }
    }

    /// The same block, always broken into lines; a group without parts stays as it is.
    pub(super) fn tall(mut self) -> Self {
        if let Self::Group { shape, parts, .. } = &mut self
            && !parts.is_empty()
        {
            *shape = BlockLayout::Tall;
        }
        self
    }

    /// The whole text, with a line break at its end.
    pub(super) fn into_text(self) -> String {
        let mut out = String::new();
        self.write(0, 0, &mut out);
        out.push('\n');
        out
    }

    /// Its parts, with their names where they have one.
    pub(super) fn parts(&self) -> &[(&'static str, Self)] {
        match self {
            Self::Word(_) => &[],
            Self::Group { parts, .. } => parts,
        }
    }

    /// On one line however long, for words about it.
    pub(super) fn flat(&self) -> String {
        match self {
            Self::Word(word) => word.clone(),
            Self::Group { open, parts, close, .. } => {
                let parts: Vec<String> =
                    parts.iter().map(|(name, block)| format!("{}{}", label(name), block.flat())).collect();
                format!("{open}{}{close}", parts.join(", "))
            }
        }
    }

    /// On one line; `None` where a part of it is always broken.
    fn on_one_line(&self) -> Option<String> {
        let (open, parts, close) = match self {
            Self::Word(word) => return Some(word.clone()),
            Self::Group { shape: BlockLayout::Tall, .. } => return None,
            Self::Group { open, parts, close, .. } => (open, parts, close),
        };
        let mut line = open.clone();
        for (nth, (name, block)) in parts.iter().enumerate() {
            line.push_str(if nth == 0 { "" } else { ", " });
            line.push_str(&label(name));
            line.push_str(&block.on_one_line()?);
        }
        line.push_str(close);
        Some(line)
    }

    /// `taken` is what already stands on the line, and what has to follow on it.
    fn write(&self, indent: usize, taken: usize, out: &mut String) {
        let line = self.on_one_line().filter(|line| indent + taken + line.chars().count() <= WIDTH);
        match (self, line) {
            (_, Some(line)) => out.push_str(&line),
            (Self::Word(word), None) => out.push_str(word),
            (Self::Group { open, parts, close, .. }, None) => {
                out.push_str(open);
                for (name, block) in parts {
                    let label = label(name);
                    let inner = indent + INDENT;
                    // Writing to a String does not fail.
                    let _ = write!(out, "\n{:inner$}{label}", "");
                    block.write(inner, label.chars().count() + 1, out);
                    out.push(',');
                }
                let _ = write!(out, "\n{:indent$}{close}", "");
            }
        }
    }
}

fn label(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!("{name}: ") }
}
