//! Whether words hold a number: in figures, written out, in Roman figures, as an ordinal, a multiple or a group of so many.
//!
//! Years and dates with a year stay ("2016/17", "31 March 2017"), because they reveal no count, and so do phrases in which a
//! number word counts nothing ("one-to-one", "third sector"), and "first", which is no number. Persons named one by one are
//! a number too ([`super::persons`]). It does not know other languages.

use unicode_normalization::char::is_combining_mark;

use crate::model::month_of_name;
use crate::words::letters::is_unseen;

use super::persons;

/// Phrases whose number word counts nothing.
const PHRASES: [&str; 13] = [
    "one-to-one",
    "one to one",
    "one-off",
    "one-stop",
    "one another",
    "no one",
    "at once",
    "second-hand",
    "third sector",
    "third party",
    "third parties",
    "fourth estate",
    "quarter of the year",
];

/// Numbers that begin longer words: "sixth", "sixfold", "sixty-six", "sixes".
const STEMS: [&str; 32] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fourty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
    "million",
    "billion",
];

/// What may follow a stem.
const ENDINGS: [&str; 11] = ["s", "es", "th", "ths", "fold", "some", "somes", "er", "ers", "plicate", "-fold"];

/// Irregular number words.
const WORDS: [&str; 66] = [
    "zero",
    "nil",
    "nought",
    "once",
    "twice",
    "thrice",
    "second",
    "seconds",
    "secondly",
    "third",
    "thirds",
    "thirdly",
    "fifth",
    "fifths",
    "eighth",
    "eighths",
    "ninth",
    "ninths",
    "twelfth",
    "twelfths",
    "twentieth",
    "thirtieth",
    "fortieth",
    "fiftieth",
    "sixtieth",
    "seventieth",
    "eightieth",
    "ninetieth",
    "half",
    "halves",
    "halve",
    "halved",
    "halving",
    "quarter",
    "quarters",
    "single",
    "singles",
    "singleton",
    "sole",
    "solitary",
    "couple",
    "couples",
    "pair",
    "pairs",
    "both",
    "dozen",
    "dozens",
    "duo",
    "duos",
    "duet",
    "trio",
    "trios",
    "quartet",
    "quartets",
    "quintet",
    "quintets",
    "sextet",
    "sextets",
    "septet",
    "octet",
    "twin",
    "twins",
    "umpteen",
    "score of",
    "treble",
    "trebles",
];

/// Beginnings of words that multiply: "doubling", "tripled", "quadruplets", "quintuple".
const MULTIPLES: [&str; 16] = [
    "doubl",
    "trebl",
    "tripl",
    "quadrupl",
    "quintupl",
    "sextupl",
    "septupl",
    "octupl",
    "nonupl",
    "decupl",
    "twosome",
    "threesome",
    "foursome",
    "fivesome",
    "quads",
    "quins",
];

/// Words before the number of a place in a document.
const LOCATORS: [&str; 44] = [
    "page",
    "pages",
    "p",
    "pp",
    "line",
    "lines",
    "l",
    "ll",
    "table",
    "tables",
    "section",
    "sections",
    "sect",
    "s",
    "paragraph",
    "paragraphs",
    "para",
    "paras",
    "chapter",
    "chapters",
    "ch",
    "figure",
    "figures",
    "fig",
    "figs",
    "row",
    "rows",
    "column",
    "columns",
    "slide",
    "slides",
    "annex",
    "appendix",
    "tab",
    "sheet",
    "cell",
    "cells",
    "note",
    "footnote",
    "box",
    "item",
    "part",
    "volume",
    "vol",
];

/// Whether the text holds a number that might reveal another.
pub fn hold_a_number(text: &str) -> bool {
    // Unseen characters and bare accents hide a word from a search, but not from a reader.
    let text: String = text.chars().filter(|chr| !is_unseen(*chr) && !is_combining_mark(*chr)).collect();
    if holds_roman(&text) || persons::are_named(&text) {
        return true;
    }
    let mut text = text.to_lowercase();
    for phrase in PHRASES {
        text = text.replace(phrase, " ");
    }
    let is_part = |chr: char| chr.is_alphanumeric() || matches!(chr, '/' | ',' | '.');
    let words: Vec<&str> = text.split(|chr| !is_part(chr)).map(|word| word.trim_matches(['/', ',', '.'])).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    (0..words.len()).any(|at| {
        let word = |nth: usize| words.get(nth).copied().unwrap_or_default();
        let is_day = month_of_name(word(at + 1)).is_some() && is_year(word(at + 2)) && day(word(at));
        is_number(word(at)) && !is_day
    })
}

/// Whether words for a place in a document hold another number than the place's.
pub fn locator_holds_a_number(text: &str) -> bool {
    let mut rest: Vec<&str> = Vec::new();
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut at = 0;
    while let Some(&word) = words.get(at) {
        at += 1;
        let bare = word.trim_matches(|chr: char| !chr.is_alphanumeric()).to_lowercase();
        let letters = bare.trim_end_matches(|chr: char| chr.is_ascii_digit() || matches!(chr, '.' | '-' | '–'));
        let is_glued = letters.len() < bare.len()
            && (LOCATORS.contains(&letters) || (letters.is_empty() && word.starts_with('§')));
        // A cell of a sheet.
        let is_cell = (1..=2).contains(&letters.len()) && letters.len() < bare.len() && letters != "x";
        if word.contains("://") || word.starts_with("www.") || is_glued || is_cell {
            continue;
        }
        if !LOCATORS.contains(&bare.as_str()) {
            rest.push(word);
            continue;
        }
        // The numbers behind the word, up to a mark that ends them.
        let mut ended = word.ends_with([':', ';']);
        let mut numbers = 0;
        while let Some(&next) = words.get(at).filter(|_| !ended) {
            let is_joint = numbers > 0 && matches!(next, "and" | "to" | "&" | "-" | "–" | "or");
            let number = next.trim_matches(|chr: char| !chr.is_alphanumeric());
            let is_place = number.chars().any(char::is_numeric) || is_roman(number) || number.len() == 1;
            if !(is_joint || is_place && number.len() <= 12) {
                break;
            }
            numbers += 1;
            at += 1;
            ended = next.ends_with([':', ';', ')']) || (next.ends_with(['.', ',']) && !follows_another(&words, at));
        }
        // "page 3 incidents" may be a page or three of something.
        let next = words.get(at).filter(|_| !ended && numbers > 0).map_or("", |next| next);
        let goes_on =
            matches!(next, "" | "of" | "in" | "on" | "at" | "top" | "bottom" | "left" | "right" | "above" | "below")
                || !next.starts_with(char::is_alphabetic)
                || LOCATORS.contains(&next.trim_matches(|chr: char| !chr.is_alphanumeric()).to_lowercase().as_str());
        if !goes_on {
            return true;
        }
    }
    hold_a_number(&rest.join(" "))
}

/// Whether the next word is one more number of a place, and not one of something else.
fn follows_another(words: &[&str], at: usize) -> bool {
    let is_number = |word: &str| word.starts_with(|chr: char| chr.is_ascii_digit());
    let ends = words.get(at + 1).is_none_or(|word| matches!(*word, "and" | "&" | "to") || is_number(word));
    words.get(at).is_some_and(|word| is_number(word))
        && (ends || words.get(at).is_some_and(|word| word.ends_with([',', ';', ':'])))
}

fn is_number(word: &str) -> bool {
    if word.chars().any(char::is_numeric) {
        return !is_year(word);
    }
    word.split(['/', ',', '.']).any(is_number_word)
}

fn is_number_word(word: &str) -> bool {
    WORDS.contains(&word) || MULTIPLES.iter().any(|begin| word.starts_with(begin)) || is_put_together(word)
}

/// "six", "sixes", "twentytwo", "sixfold": only stems and endings.
fn is_put_together(word: &str) -> bool {
    // Loved ones are no count.
    if word == "ones" {
        return false;
    }
    let mut open = vec![(word, false)];
    while let Some((rest, has_stem)) = open.pop() {
        if has_stem && (rest.is_empty() || ENDINGS.contains(&rest) || WORDS.contains(&rest)) {
            return true;
        }
        open.extend(STEMS.iter().filter_map(|stem| rest.strip_prefix(stem)).map(|rest| (rest, true)));
        if has_stem && let Some(rest) = rest.strip_prefix("and") {
            open.push((rest, true));
        }
    }
    false
}

/// Roman figures of at least two letters, or V and X alone: III, iv. I alone is a word.
fn holds_roman(text: &str) -> bool {
    text.split(|chr: char| !chr.is_alphanumeric()).any(is_roman)
}

fn is_roman(word: &str) -> bool {
    let upper = word.to_uppercase();
    let is_one_case = word == upper || word == word.to_lowercase();
    if !is_one_case || (word.len() < 2 && !matches!(word, "V" | "X")) {
        return false;
    }
    // Up to 89: more letters make words.
    let tens = ["LXXX", "LXX", "LX", "XL", "L", "XXX", "XX", "X", ""];
    let ones = ["VIII", "VII", "VI", "IV", "IX", "V", "III", "II", "I", ""];
    !upper.is_empty() && tens.iter().any(|ten| upper.strip_prefix(ten).is_some_and(|rest| ones.contains(&rest)))
}

/// The day of a month: 31, 1st.
fn day(word: &str) -> bool {
    let digits = word.trim_end_matches("st").trim_end_matches("nd").trim_end_matches("rd").trim_end_matches("th");
    digits.len() <= 2 && digits.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
}

/// "2015", "2016/17", "2015/2017".
fn is_year(word: &str) -> bool {
    let year = |text: &str| text.len() == 4 && text.parse().is_ok_and(|year: u16| (1900..2100).contains(&year));
    match word.split_once('/') {
        Some((first, last)) => {
            year(first) && (year(last) || (last.len() == 2 && last.bytes().all(|b| b.is_ascii_digit())))
        }
        None => year(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_could_tell_a_number_are_found() {
        for text in [
            "22 were followed up",
            "six in care, one in need",
            "Twenty-two.",
            "a single case",
            "1,234",
            "fell by half",
            "5%",
            "All but nineteenth of them stopped.",
            "The triplets.",
            "Twins.",
            "Incidents: III.",
            "¼ of a dozen",
            "Trio of cases",
            "two-and-twenty became a threesome",
            "Only a few: a boy and his 2nd cousin",
            "The number quadrupled.",
            "A fourfold rise",
            "four-fold",
            "It tripled and then doubled again",
            "An increase by a factor of IV",
            "Tenfold",
            "Every fifth one closed",
            "the third child",
            "a second child",
            "a quintet",
            "sixes and sevens",
            "quintupled",
            "halving",
            "twentytwo",
            "case iv",
            "\u{2162} cases",
            "thr\u{ad}ee",
            "fi\u{200b}ve",
            "3 may be known",
            "a pair of brothers",
        ] {
            assert!(hold_a_number(text), "{text}");
        }
    }

    #[test]
    fn years_dates_and_turns_of_phrase_are_no_numbers() {
        for text in [
            "",
            "by the end of 2016/17",
            "In 2015.",
            "One-to-one work",
            "nobody alone",
            "someone",
            "bonetwo",
            "Counted on 31 March 2017.",
            "First-time entrants",
            "often a tenant attends",
            "loved ones",
            "I was told",
            "the weight of a hundredweight",
            "mixed, civil and vivid",
        ] {
            assert!(!hold_a_number(text), "{text}");
        }
    }

    #[test]
    fn the_number_of_a_page_is_no_number() {
        for text in [
            "page 12",
            "page 12, table 3",
            "pp. 3–5",
            "p12",
            "Table 4.2, row 7",
            "pages 3, 5 and 9",
            "section 4.2 of the annex",
            "sheet 2, cell B3",
            "paragraph iv",
            "§3.2",
            "https://example.org/22",
            "the summary",
            "page 12, minutes of 31 March 2017",
        ] {
            assert!(!locator_holds_a_number(text), "{text}");
        }
        for text in [
            "page 12: only 3 incidents, was 22",
            "page 12, 3 incidents",
            "page 12 (three incidents)",
            "3 incidents, page 12",
            "page 3 incidents",
            "the third case",
        ] {
            assert!(locator_holds_a_number(text), "{text}");
        }
    }
}
