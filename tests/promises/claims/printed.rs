//! What the documents print, line by line, without a sentence of theirs: kept beside the tests, so that these need no documents.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::hash::Hasher as _;

use sidebyside::model::Dataset;
use siphasher::sip::SipHasher24;

use super::Documents;
use super::checking::cited;
use super::lists::{InWords, rows};
use super::token::{Token, tokens};

const HEADER: &str = "file\tline\thash\tprinted";

/// What one line prints.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrintedLine {
    /// Tells one wording of the line from another.
    pub hash: u64,
    /// Its numerals and grades.
    pub tokens: Vec<Token>,
    /// The words of it that stand for a figure, as `in_words.tsv` has them.
    pub words: BTreeSet<String>,
}

/// The lines that print a numeral or a grade and those that an outcome cites, by the first letters of the document's file name and
/// the line, from 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Printed(pub BTreeMap<(String, u32), PrintedLine>);

/// The part of a file name that names the document.
pub fn short(file: &str) -> &str {
    file.split('_').next().unwrap_or(file)
}

impl Printed {
    /// Reads the documents.
    pub fn of(dataset: &Dataset, documents: &Documents, in_words: &InWords) -> Self {
        let mut needed: BTreeMap<(String, u32), BTreeSet<String>> = BTreeMap::new();
        for located in dataset.outcomes() {
            for line in cited(dataset, located.outcome) {
                let rows = in_words.rows().iter().filter(|row| row.outcome == located.outcome.id.as_str());
                needed.entry(line).or_default().extend(rows.map(|row| row.words.clone()));
            }
        }
        let mut printed = BTreeMap::new();
        for (file, lines) in documents {
            for (line, text) in (1_u32..).zip(lines) {
                let at = (short(file).to_owned(), line);
                let (tokens, words) = (tokens(text), needed.remove(&at));
                if text.trim().is_empty() || (tokens.is_empty() && words.is_none()) {
                    continue;
                }
                let says = |words: &String| text.to_lowercase().contains(&words.to_lowercase());
                let words = words.into_iter().flatten().filter(says).collect();
                printed.insert(at, PrintedLine { hash: hash(text), tokens, words });
            }
        }
        Self(printed)
    }

    /// Reads what is kept: in the last cells a numeral has each value it may stand for behind a `=`, and words a quotation mark before
    /// them.
    pub fn parse(text: &str) -> Self {
        let lines = rows(text, HEADER).map(|cells| {
            let [file, line, hash, printed @ ..] = cells.as_slice() else {
                panic!("a row has too few cells: {cells:?}")
            };
            let mut read = PrintedLine { hash: u64::from_str_radix(hash, 16).unwrap(), ..PrintedLine::default() };
            for cell in printed {
                match (cell.strip_prefix('"'), cell.split_once('=')) {
                    (Some(words), _) => {
                        read.words.insert(words.to_owned());
                    }
                    (None, Some((numeral, values))) => {
                        let values = values.split('=').filter(|value| !value.is_empty());
                        let values = values.map(|value| value.parse().unwrap()).collect();
                        read.tokens.push(Token::Numeral(numeral.to_owned(), values));
                    }
                    (None, None) => read.tokens.push(Token::Grade((*cell).to_owned())),
                }
            }
            (((*file).to_owned(), line.parse().unwrap()), read)
        });
        Self(lines.collect())
    }

    /// As [`Printed::parse`] reads it.
    pub fn to_text(&self) -> String {
        let mut text = format!("{HEADER}\n");
        for ((file, line), printed) in &self.0 {
            write!(text, "{file}\t{line}\t{:016x}", printed.hash).unwrap();
            for token in &printed.tokens {
                match token {
                    Token::Grade(grade) => write!(text, "\t{grade}").unwrap(),
                    Token::Numeral(numeral, values) => {
                        let values: Vec<String> = values.iter().map(f64::to_string).collect();
                        write!(text, "\t{numeral}={}", values.join("=")).unwrap();
                    }
                }
            }
            for words in &printed.words {
                write!(text, "\t\"{words}").unwrap();
            }
            text.push('\n');
        }
        text
    }
}

fn hash(line: &str) -> u64 {
    let mut hasher = SipHasher24::new();
    hasher.write(line.as_bytes());
    hasher.finish()
}
