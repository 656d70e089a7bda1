//! Words in a text: whether it holds them, and what stands around them.

use crate::model::{folded, folded_letter};
use crate::say;

/// How many characters of a note are told, and how many of them before the word that was found.
const EXCERPT: usize = 90;
const BEFORE: usize = 24;

/// Letters as they are compared.
pub(in crate::app) fn plain(text: &str) -> String {
    folded(text).replace('&', "and")
}

/// The words of a search, as they are compared.
pub(in crate::app) fn words(search: &str) -> Vec<String> {
    search.split_whitespace().map(plain).collect()
}

/// Whether a sentence holds every word, each at the beginning of one of its own: "no" is not found in "know".
pub(in crate::app) fn holds_all<W: AsRef<str>>(text: &str, words: &[W]) -> bool {
    let text = plain(text);
    let begins = |at: usize| text.get(..at).and_then(|t| t.chars().next_back()).is_none_or(|c| !c.is_alphanumeric());
    words.iter().all(|word| text.match_indices(word.as_ref()).any(|(at, _)| begins(at)))
}

/// The words around the first of these that is found.
pub(in crate::app) fn excerpt<W: AsRef<str>>(text: &str, words: &[W]) -> String {
    let letters: Vec<char> = text.chars().collect();
    // Each compared letter with the place of the one it was made of.
    let small: Vec<(usize, char)> =
        letters.iter().enumerate().flat_map(|(at, c)| folded_letter(*c).map(move |small| (at, small))).collect();
    let place = |word: &W| {
        let word: Vec<char> = word.as_ref().chars().collect();
        let mut windows = small.windows(word.len().max(1));
        let found = windows.find(|window| window.iter().map(|(_, c)| c).eq(word.iter()))?;
        found.first().map(|(at, _)| *at)
    };
    let found = words.iter().find_map(place).unwrap_or(0);
    let near = found.saturating_sub(BEFORE);
    // From the beginning of a word.
    let from =
        if near == 0 { 0 } else { (near..found).find(|at| letters.get(*at) == Some(&' ')).map_or(near, |at| at + 1) };
    let shown: String = letters.iter().skip(from).take(EXCERPT).collect();
    let shown = shown.trim();
    match (from > 0, letters.len() > from + EXCERPT) {
        (true, true) => say!("app-search-excerpt-middle", words = shown),
        (true, false) => say!("app-search-excerpt-end", words = shown),
        (false, true) => say!("app-search-excerpt-beginning", words = shown),
        (false, false) => shown.to_owned(),
    }
}
