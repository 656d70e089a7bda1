//! Names in a sentence as a source prints it: what is counted, whose figure it is, and the document; and the sentence without them.
//!
//! A name is found whatever its capitals, hyphens and accents, and by the short forms that people use. Nothing is guessed: a word that is not
//! in a name of the dataset, or of a known council, is left in the sentence.

use std::ops::Range;

use crate::edit::facts;
use crate::edit::typed::same_word;
use crate::model::{Council, Dataset, Indicator, IndicatorId, SourceId};
use crate::words::letters::folded;
use crate::words::search::written_out;

/// Words in front of what is counted that say nothing more.
const BEFORE_COUNTED: [&str; 7] = ["the", "number", "numbers", "of", "total", "our", "all"];
/// Words behind what is counted that say nothing more.
const BEHIND_COUNTED: [&str; 4] = ["number", "numbers", "figure", "figures"];
/// Words in front of a council that only lead to it.
const BEFORE_COUNCIL: [&str; 12] =
    ["in", "at", "for", "across", "within", "of", "the", "city", "county", "borough", "london", "royal"];
/// Words behind a council's name that belong to it.
const BEHIND_COUNCIL: [&str; 8] = ["city", "county", "borough", "district", "metropolitan", "council", "unitary", "s"];

/// A word of the sentence as it is compared, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
struct SentenceWord {
    text: String,
    at: Range<usize>,
}

/// What a sentence names.
#[derive(Clone, Debug, Default)]
pub(super) struct SentenceNames {
    /// What may be counted, the likeliest first, each with where it stands.
    pub indicators: Vec<(IndicatorId, Range<usize>)>,
    /// Whose figure it is, in the order in which they stand.
    pub councils: Vec<(Council, Range<usize>)>,
    /// The document.
    pub source: Option<(SourceId, Range<usize>)>,
}

/// Which words have to be the same.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WordOrder {
    /// Each word in its place, letter by letter.
    AsWritten,
    /// The same words in any order, whatever their number: "children looked after".
    Any,
}

fn words_of(sentence: &str) -> Vec<SentenceWord> {
    let mut words = Vec::new();
    let mut from = None;
    let ends = sentence.char_indices().map(|(at, c)| (at, c.is_alphanumeric())).chain([(sentence.len(), false)]);
    for (at, is_letter) in ends {
        match (from, is_letter) {
            (None, true) => from = Some(at),
            (Some(begun), false) => {
                let word = sentence.get(begun..at).unwrap_or_default();
                // A short form stands for all its words.
                let long = written_out(word).unwrap_or_else(|| word.to_owned());
                let parts = folded(&long);
                let parts = parts.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
                words.extend(parts.map(|part| SentenceWord { text: part.to_owned(), at: begun..at }));
                from = None;
            }
            (Some(_), true) | (None, false) => {}
        }
    }
    words
}

/// Where a name stands in the sentence, as numbers of its words; `None` where it does not.
fn found(words: &[SentenceWord], name: &str, order: WordOrder) -> Option<Range<usize>> {
    let name: Vec<String> = words_of(name).into_iter().map(|word| word.text).collect();
    if name.is_empty() || name.len() > words.len() {
        return None;
    }
    let fits = |window: &[SentenceWord]| match order {
        WordOrder::AsWritten => window.iter().map(|word| &word.text).eq(name.iter()),
        WordOrder::Any => {
            let mut left: Vec<&String> = name.iter().collect();
            window.iter().all(|word| {
                let at = left.iter().position(|known| same_word(known, &word.text));
                at.map(|at| left.swap_remove(at)).is_some()
            })
        }
    };
    let at = words.windows(name.len()).position(fits)?;
    Some(at..at + name.len())
}

/// These words with those around them that say nothing more.
fn widened(words: &[SentenceWord], mut at: Range<usize>, before: &[&str], behind: &[&str]) -> Range<usize> {
    while let Some(word) = at.start.checked_sub(1).and_then(|before| words.get(before))
        && before.contains(&word.text.as_str())
    {
        at.start -= 1;
    }
    while let Some(word) = words.get(at.end)
        && behind.contains(&word.text.as_str())
    {
        at.end += 1;
    }
    at
}

/// The bytes of these words.
fn bytes(words: &[SentenceWord], at: &Range<usize>) -> Range<usize> {
    let from = words.get(at.start).map_or(0, |word| word.at.start);
    let to = at.end.checked_sub(1).and_then(|last| words.get(last)).map_or(from, |word| word.at.end);
    from..to
}

impl SentenceNames {
    /// What the sentence names.
    pub fn of(dataset: &Dataset, sentence: &str) -> Self {
        let words = words_of(sentence);
        let source = source(dataset, &words);
        let taken = source.as_ref().map(|(_, at)| at.clone()).into_iter().collect::<Vec<_>>();
        let indicators = indicators(dataset, &words);
        let counted = indicators.first().map(|(_, at)| at.clone());
        let taken: Vec<Range<usize>> = taken.into_iter().chain(counted).collect();
        let councils = councils(dataset, sentence, &words, &taken);
        let in_bytes = |at: &Range<usize>| bytes(&words, at);
        Self {
            indicators: indicators
                .into_iter()
                .map(|(id, at)| (id, in_bytes(&widened(&words, at, &BEFORE_COUNTED, &BEHIND_COUNTED))))
                .collect(),
            councils: councils
                .into_iter()
                .map(|(council, at)| (council, in_bytes(&widened(&words, at, &BEFORE_COUNCIL, &BEHIND_COUNCIL))))
                .collect(),
            source: source.map(|(id, at)| (id, in_bytes(&at))),
        }
    }
}

/// Whether two runs of words share one.
fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// What may be counted: the longest name first, a name before a concept that several indicators share.
fn indicators(dataset: &Dataset, words: &[SentenceWord]) -> Vec<(IndicatorId, Range<usize>)> {
    let by = |indicator: &Indicator| {
        let name = found(words, &indicator.name, WordOrder::Any).map(|at| (at, 0));
        let concept = found(words, &indicator.concept, WordOrder::Any).map(|at| (at, 1));
        name.into_iter().chain(concept).max_by_key(|(at, rank)| (at.len(), 1 - rank))
    };
    let mut all: Vec<(usize, i32, &Indicator, Range<usize>)> = dataset
        .indicators
        .iter()
        .filter_map(|indicator| by(indicator).map(|(at, rank)| (at.len(), rank, indicator, at)))
        .collect();
    all.sort_by_key(|(length, rank, ..)| (std::cmp::Reverse(*length), *rank));
    all.into_iter().map(|(_, _, indicator, at)| (indicator.id.clone(), at)).collect()
}

fn source(dataset: &Dataset, words: &[SentenceWord]) -> Option<(SourceId, Range<usize>)> {
    let all = dataset.sources.iter().filter_map(|source| {
        Some((source.id.clone(), found(words, &source.title, WordOrder::AsWritten)?)).filter(|(_, at)| at.len() > 1)
    });
    all.max_by_key(|(_, at)| at.len())
}

/// The councils that are named, the longest names first where they overlap, and those of the dataset before others.
fn councils(
    dataset: &Dataset,
    sentence: &str,
    words: &[SentenceWord],
    taken: &[Range<usize>],
) -> Vec<(Council, Range<usize>)> {
    let is_capital = |at: &Range<usize>| {
        let first = words.get(at.start).and_then(|word| sentence.get(word.at.clone()));
        first.and_then(|word| word.chars().next()).is_some_and(char::is_uppercase)
    };
    let there = dataset.councils.iter().flat_map(|council| {
        let names = std::iter::once(&council.name).chain(&council.aliases);
        names.filter_map(|name| Some((council.clone(), found(words, name, WordOrder::AsWritten)?, 0)))
    });
    let is_there = |gss: &str| dataset.councils.iter().any(|council| council.gss.as_deref() == Some(gss));
    let others = facts::councils().iter().filter(|known| known.until.is_none() && !is_there(known.gss));
    let others = others.flat_map(|known| {
        let named = known.names().filter_map(|name| found(words, name, WordOrder::AsWritten));
        named.filter(is_capital).map(|at| (known.council(dataset), at, 1)).collect::<Vec<_>>()
    });
    let mut all: Vec<(Council, Range<usize>, i32)> = there.chain(others).collect();
    all.sort_by_key(|(_, at, rank)| (std::cmp::Reverse(at.len()), *rank, at.start));
    let mut kept: Vec<(Council, Range<usize>)> = Vec::new();
    for (council, at, _) in all {
        let is_free = !kept.iter().map(|(_, other)| other).chain(taken).any(|other| overlap(other, &at));
        if is_free && !kept.iter().any(|(other, _)| other.id == council.id) {
            kept.push((council, at));
        }
    }
    kept.sort_by_key(|(_, at)| at.start);
    kept
}

/// The sentence without these parts of it, and without the signs that only parted them from the rest.
pub(super) fn without(sentence: &str, parts: &[Range<usize>]) -> String {
    let mut kept = String::with_capacity(sentence.len());
    for (at, c) in sentence.char_indices() {
        let is_out = parts.iter().any(|part| part.contains(&at));
        kept.push(if is_out { ' ' } else { c });
    }
    // "Wolverhampton's" leaves its apostrophe, and a name in brackets leaves the brackets.
    let mut rest =
        kept.split_whitespace().filter(|word| !matches!(*word, "'" | "\u{2019}")).collect::<Vec<_>>().join(" ");
    for (sign, instead) in [
        ("( )", ""),
        ("()", ""),
        ("(, ", "("),
        ("(; ", "("),
        (", )", ")"),
        (" ,", ","),
        (" ;", ";"),
        (" )", ")"),
        ("( ", "("),
        (",,", ","),
        (", ,", ","),
        (";,", ","),
        (":,", ":"),
        (", and,", ","),
        (" and,", ","),
    ] {
        while rest.contains(sign) {
            rest = rest.replace(sign, instead);
        }
    }
    let parts = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '|' | '.');
    let mut rest = rest.trim_matches(parts);
    // A dash in front of a number is its sign.
    while let Some(behind) = ["- ", "\u{2013} ", "\u{2014} "].iter().find_map(|dash| rest.strip_prefix(dash)) {
        rest = behind.trim_start_matches(parts);
    }
    rest.trim_end_matches(|c: char| parts(c) || matches!(c, '-' | '\u{2013}' | '\u{2014}')).to_owned()
}

/// The ways in which the rest may be read: as it stands, and with a time that stands in front put behind.
pub(super) fn orders(rest: &str) -> Vec<String> {
    let mut ways = vec![rest.to_owned()];
    for (at, sign) in rest.match_indices(", ") {
        if let (Some(head), Some(tail)) = (rest.get(..at), rest.get(at + sign.len()..)) {
            let head = head.trim();
            ways.push(format!("{head} {tail}"));
            ways.push(format!("{tail} {}", head.to_lowercase()));
            ways.push(format!("{tail}, {head}"));
        }
    }
    ways
}

/// The ways to part a sentence that names nothing known into what is counted and what is said of it, the shortest name first.
pub(super) fn leads(rest: &str) -> Vec<(String, String)> {
    let begins: Vec<usize> = words_of(rest).into_iter().map(|word| word.at.start).filter(|at| *at > 0).collect();
    let parted = begins.into_iter().filter_map(|at| {
        let (head, tail) = (rest.get(..at)?, rest.get(at..)?);
        // A sign belongs to its number.
        let signs = head.trim_end_matches(['£', '-', '\u{2212}', '+']);
        let tail = format!("{}{tail}", head.strip_prefix(signs).unwrap_or_default());
        let name = signs.trim().trim_end_matches([',', ';', ':', '|', '\u{2013}']).trim();
        let is_name = name.chars().any(char::is_alphabetic) && !name.contains(|c: char| c.is_ascii_digit());
        is_name.then(|| (name.to_owned(), tail))
    });
    parted.collect()
}
