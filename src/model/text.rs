//! Letters as they are compared and as they are told: accents, dashes and spaces that look alike, and characters that nobody sees.
//!
//! What a text means is read elsewhere.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::say;

/// A text as it is searched and compared: small letters without their accents, in one Unicode writing, with plain spaces, hyphens
/// and apostrophes, and without characters that nobody sees.
///
/// ```
/// use sidebyside::model::folded;
/// assert_eq!(folded("Ynys Môn"), "ynys mon");
/// assert_eq!(folded("Ynys Mo\u{302}n"), folded("Ynys M\u{f4}n"));
/// ```
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().flat_map(folded_letter).collect()
}

/// What [`folded`] makes of one character; nothing of a mark over a letter.
pub fn folded_letter(letter: char) -> impl Iterator<Item = char> {
    let apart = std::iter::once(letter).nfkd().filter(|c| !is_combining_mark(*c) && !is_unseen(*c));
    apart.flat_map(char::to_lowercase).flat_map(|c| {
        let (first, second) = match c {
            '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{60}' | '\u{b4}' => ('\'', None),
            '\u{201c}' | '\u{201d}' => ('"', None),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => ('-', None),
            '\u{f8}' => ('o', None),
            '\u{142}' => ('l', None),
            '\u{111}' => ('d', None),
            '\u{e6}' => ('a', Some('e')),
            '\u{153}' => ('o', Some('e')),
            '\u{df}' => ('s', Some('s')),
            c if c.is_whitespace() => (' ', None),
            c => (c, None),
        };
        std::iter::once(first).chain(second)
    })
}

/// Whether each word of a search stands somewhere in a name, however both write accents and capitals. An empty search finds every name.
pub fn matches_search(name: &str, search: &str) -> bool {
    let name = folded(name);
    folded(search).split_whitespace().all(|word| name.contains(word))
}

/// A text as a name of small letters, digits and single hyphens, for ids and files: "Children's & families" is
/// `childrens-and-families`. At most so many characters long, and cut at a hyphen where there is one; empty where no letter or digit
/// of the alphabet is left.
pub fn slug(text: &str, most: usize) -> String {
    let mut slug = String::new();
    // "Children's" is one word.
    for c in folded(text).replace('&', " and ").chars().filter(|c| !matches!(c, '\'' | '.')) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    if slug.len() > most {
        slug.truncate(most);
        slug.truncate(slug.rfind('-').unwrap_or(most));
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// The text with a plain space for every other one: a non-breaking space, which a word processor writes, reads like one.
pub fn with_plain_spaces(text: &str) -> Cow<'_, str> {
    let is_other = |c: char| c != ' ' && c.is_whitespace();
    if text.contains(is_other) { Cow::Owned(text.replace(is_other, " ")) } else { Cow::Borrowed(text) }
}

/// Whether it is a character without width, which nobody sees.
pub fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The name of a character that can't be seen, or that is taken for another, with its number: "a non-breaking space (U+00A0)".
/// `None` for every other.
pub fn name_of_letter(letter: char) -> Option<String> {
    let code = format!("U+{:04X}", u32::from(letter));
    Some(match letter {
        ' ' | '\t' | '\n' | '\r' => return None,
        '\u{a0}' | '\u{202f}' | '\u{2007}' => say!("model-letter-no-break-space", code = code),
        '\u{200b}' => say!("model-letter-zero-width-space", code = code),
        '\u{feff}' => say!("model-letter-byte-order-mark", code = code),
        '\u{ad}' => say!("model-letter-soft-hyphen", code = code),
        '\u{201c}'..='\u{201f}' | '\u{2018}'..='\u{201b}' | '\u{ab}' | '\u{bb}' | '\u{2033}' | '\u{ff02}' => {
            say!("model-letter-curly-quote", code = code)
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' => say!("model-letter-dash", code = code),
        c if is_unseen(c) => say!("model-letter-unseen", code = code),
        c if c.is_whitespace() => say!("model-letter-other-space", code = code),
        c if c.is_control() => say!("model-letter-control", code = code),
        _ => return None,
    })
}

/// The name of the first character of a text that nobody sees, as [`name_of_letter`] has it.
pub fn unseen_letter(text: &str) -> Option<String> {
    let is_hidden = |c: &char| is_unseen(*c) || c.is_control() || (c.is_whitespace() && *c != ' ');
    text.chars().filter(is_hidden).find_map(name_of_letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_match_without_accents_and_in_either_unicode_form() {
        for (one, other) in [
            ("Ynys Môn", "ynys mon"),
            ("Ynys Mo\u{302}n", "YNYS M\u{d4}N"),
            ("Sir Ddinbych Ŵyl", "sir ddinbych wyl"),
            ("King\u{2019}s Lynn", "king's lynn"),
            ("Stoke\u{2013}on\u{2011}Trent", "stoke-on-trent"),
            ("Færøe\u{a0}\u{fb01}sh", "faeroe fish"),
            ("Le\u{200b}eds", "leeds"),
        ] {
            assert_eq!(folded(one), folded(other), "{one} / {other}");
        }
        assert_ne!(folded("Môn"), folded("Man"));
    }

    #[test]
    fn a_slug_has_only_small_letters_digits_and_hyphens() {
        for (text, name) in [
            ("Foster with Us!", "foster-with-us"),
            ("Children\u{2019}s services (2018)", "childrens-services-2018"),
            ("Brighton & Hove", "brighton-and-hove"),
            ("Ynys Mo\u{302}n", "ynys-mon"),
            ("../../etc/passwd", "etc-passwd"),
            ("a/b\\c:d*e?\"f\"<g>|h", "a-b-c-d-e-f-g-h"),
            ("\u{65e5}\u{672c} ", ""),
        ] {
            assert_eq!(slug(text, 60), name, "{text}");
        }
        assert_eq!((slug("no half word", 8).as_str(), slug("halfword", 4).as_str()), ("no-half", "half"));
    }

    #[test]
    fn a_character_that_nobody_sees_has_a_name_with_its_number() {
        assert_eq!(unseen_letter("fell\u{a0}15%").unwrap(), "a non-breaking space (U+00A0)");
        assert_eq!(unseen_letter("\u{200b}52").unwrap(), "a zero-width space (U+200B)");
        assert_eq!(name_of_letter('\u{201c}').unwrap(), "a curly quotation mark (U+201C)");
        assert_eq!(unseen_letter("Ynys Môn 52 \u{201c}"), None);
    }
}
