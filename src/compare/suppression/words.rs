//! Whether words hold a number, in figures or written out.
//!
//! Years stay ("2016/17", "in 2015"), because no count can be worked out from them, and so do phrases in which a number word
//! counts nothing ("one-to-one"). Ordinals, and counts that only grammar tells ("a child"), are not found.

/// Phrases whose number word counts nothing.
const PHRASES: [&str; 7] = ["one-to-one", "one to one", "one-off", "one-stop", "one another", "no one", "at once"];

/// Number words; a word that is put together from them ("twenty-two") holds one of them.
const NUMBER_WORDS: [&str; 46] = [
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
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
    "once",
    "twice",
    "thrice",
    "single",
    "sole",
    "couple",
    "pair",
    "both",
    "dozen",
    "half",
    "halved",
    "third",
    "thirds",
    "quarter",
    "quarters",
    "doubled",
    "trebled",
];

/// Whether the text holds a number from which another might be worked out.
pub fn hold_a_number(text: &str) -> bool {
    let mut text = text.to_lowercase();
    for phrase in PHRASES {
        text = text.replace(phrase, " ");
    }
    let is_part = |chr: char| chr.is_alphanumeric() || matches!(chr, '/' | ',' | '.');
    text.split(|chr| !is_part(chr)).map(|word| word.trim_matches(['/', ',', '.'])).any(is_number)
}

fn is_number(word: &str) -> bool {
    if word.chars().any(char::is_numeric) {
        return !is_year(word);
    }
    word.split(['/', ',', '.']).any(|part| NUMBER_WORDS.contains(&part))
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
        ] {
            assert!(hold_a_number(text), "{text}");
        }
    }

    #[test]
    fn years_and_turns_of_phrase_are_no_numbers() {
        for text in ["", "by the end of 2016/17", "In 2015.", "One-to-one work", "nobody alone", "someone", "bonetwo"] {
            assert!(!hold_a_number(text), "{text}");
        }
    }
}
