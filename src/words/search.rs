//! Finding what somebody typed: every word has to be there, whatever its capitals, accents, dashes and spaces. Misspelt words are not corrected.

use crate::say;

use super::letters::{folded, folded_letter};

/// How many characters of a note are told, and how many of them before the word that was found.
pub const EXCERPT: usize = 90;
/// See [`EXCERPT`].
pub const BEFORE: usize = 24;

/// Where a word that was typed may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordStart {
    /// Anywhere in a name: its beginning may not be what is remembered.
    Anywhere,
    /// At the beginning of a word of a sentence: "no" is not found in "know".
    OfAWord,
}

/// The words that were typed, as they are compared.
pub fn search_words(typed: &str) -> Vec<String> {
    folded(typed).split_whitespace().map(str::to_owned).collect()
}

/// What was typed with the short forms that people use written out: "CLA" is looked after children. `None` where there is none in it.
pub fn written_out(typed: &str) -> Option<String> {
    let forms: Vec<(&str, &str)> = say!("search-short-forms").split(';').filter_map(|f| f.split_once('=')).collect();
    let long = |word: &str| {
        let found = forms.iter().find(|(short, _)| short.trim().eq_ignore_ascii_case(word))?;
        Some(found.1.trim())
    };
    let words: Vec<&str> = typed.split_whitespace().collect();
    let has_short = words.iter().any(|word| long(word).is_some());
    has_short.then(|| words.iter().map(|word| long(word).unwrap_or(word)).collect::<Vec<_>>().join(" "))
}

/// Whether a text holds every word.
pub fn holds_words<W: AsRef<str>>(text: &str, words: &[W], start: WordStart) -> bool {
    if words.is_empty() {
        return true;
    }
    let text = folded(text);
    let begins = |at: usize| start == WordStart::Anywhere || begins_word(&text, at);
    words.iter().all(|word| text.match_indices(word.as_ref()).any(|(at, _)| begins(at)))
}

/// Whether a name holds every word that was typed, each anywhere in it, or what its short forms stand for; nothing typed finds every
/// name.
pub fn matches_search(name: &str, typed: &str) -> bool {
    let holds = |typed: &str| holds_words(name, &search_words(typed), WordStart::Anywhere);
    holds(typed) || written_out(typed).is_some_and(|typed| holds(&typed))
}

/// Whether a word begins at this byte of a text.
pub fn begins_word(text: &str, at: usize) -> bool {
    text.get(..at).and_then(|before| before.chars().next_back()).is_none_or(|c| !c.is_alphanumeric())
}

/// The words around the first of these that is found, or the beginning: at most so many characters, so many of them before it.
pub fn excerpt<W: AsRef<str>>(text: &str, words: &[W], before: usize, most: usize) -> String {
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
    let near = found.saturating_sub(before);
    // From the beginning of a word.
    let from =
        if near == 0 { 0 } else { (near..found).find(|at| letters.get(*at) == Some(&' ')).map_or(near, |at| at + 1) };
    let shown: String = letters.iter().skip(from).take(most).collect();
    let shown = shown.trim();
    match (from > 0, letters.len() > from + most) {
        (true, true) => say!("app-search-excerpt-middle", words = shown),
        (true, false) => say!("app-search-excerpt-end", words = shown),
        (false, true) => say!("app-search-excerpt-beginning", words = shown),
        (false, false) => shown.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_to_be_there_in_a_sentence_at_the_start_of_one() {
        let holds = |text, typed, start| holds_words(text, &search_words(typed), start);
        for start in [WordStart::Anywhere, WordStart::OfAWord] {
            assert!(holds("Ynys Môn & Gwynedd", "GWYN mon and", start));
            assert!(!holds("Ynys Môn", "mon gwynedd", start));
        }
        assert!(holds("we know", "no", WordStart::Anywhere) && !holds("we know", "no", WordStart::OfAWord));
    }

    #[test]
    fn short_forms_that_people_use_find_what_they_stand_for() {
        for (short, name) in [
            ("CLA", "Looked-after children"),
            ("lac", "Children looked after"),
            ("CIN", "Children in need"),
            ("cp plans", "Child protection plans"),
            ("DTOC", "Delayed transfers of care"),
        ] {
            assert!(matches_search(name, short), "{short}");
        }
        assert!(written_out("claim").is_none() && !matches_search("Looked-after children", "claim"));
    }

    #[test]
    fn an_excerpt_stands_around_the_word() {
        let long = format!("{} needle {}", "before ".repeat(30), "after ".repeat(60));
        let told = excerpt(&long, &["needle"], 40, 140);
        assert!(told.starts_with("… before") && told.contains("needle after") && told.ends_with(" …"), "{told}");
    }
}
