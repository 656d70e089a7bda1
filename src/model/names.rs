//! When two names mean the same: without regard to case, accents, punctuation, "&" and "and", or the words city, county, borough,
//! district and council. A part of a word never matches: York is not North Yorkshire.

use crate::words::letters::plain_text;

/// The most characters of a name, a title or any other text of one line: no document has a longer one, and a longer one fits no
/// figure and no list.
pub const LONGEST_NAME: usize = 500;

/// Words that do not tell two bodies apart.
const SILENT: [&str; 13] =
    ["and", "of", "the", "city", "county", "borough", "district", "council", "authority", "£", "€", "$", "%"];

/// The words of a name that count.
fn telling_words(name: &str) -> Vec<String> {
    let all: Vec<String> = plain_text(name).split_whitespace().map(str::to_owned).collect();
    let telling: Vec<String> = all.iter().filter(|w| !SILENT.contains(&w.as_str())).cloned().collect();
    if telling.is_empty() { all } else { telling }
}

/// The words of a name that count, as one text: the same for two names that mean the same, empty where there are none.
pub fn name_key(name: &str) -> String {
    telling_words(name).join(" ")
}

/// Whether two names mean the same.
pub fn same_name(a: &str, b: &str) -> bool {
    let words = telling_words(a);
    !words.is_empty() && words == telling_words(b)
}

/// The names nearest to one that is not known, nearest first, at most three.
pub fn nearest<'a>(asked: &str, names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = telling_words(asked).join(" ");
    let mut rated: Vec<(f64, &str)> =
        names.map(|name| (strsim::jaro_winkler(&wanted, &telling_words(name).join(" ")), name)).collect();
    rated.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    rated.dedup_by(|a, b| a.1 == b.1);
    rated.into_iter().filter(|(rating, _)| *rating > 0.6).take(3).map(|(_, name)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_match_without_case_punctuation_and_silent_words() {
        for (asked, name) in [
            ("leeds city council", "Leeds"),
            ("Brighton and Hove", "Brighton & Hove"),
            ("BRIGHTON & HOVE CITY COUNCIL", "Brighton and Hove"),
            ("city of wolverhampton", "Wolverhampton"),
            ("isle-of-wight", "Isle of Wight"),
            ("St. Helens", "St Helens"),
            ("Ynys Mon", "Ynys Môn"),
            ("Ynys Mo\u{302}n", "Ynys M\u{f4}n"),
            ("King\u{2019}s Lynn", "King's Lynn"),
            ("Stoke\u{2013}on\u{2013}Trent", "Stoke-on-Trent"),
            ("E08000035", "e08000035"),
        ] {
            assert!(same_name(asked, name), "{asked} / {name}");
        }
    }

    #[test]
    fn a_part_of_a_word_or_of_a_name_is_no_match() {
        for (asked, name) in
            [("York", "North Yorkshire"), ("Bright", "Brighton and Hove"), ("", "Leeds"), ("council", "Leeds")]
        {
            assert!(!same_name(asked, name), "{asked} / {name}");
        }
    }

    #[test]
    fn the_nearest_names_come_first() {
        assert_eq!(nearest("Ledes", ["Leeds", "Portsmouth", "Devon"].into_iter()).first(), Some(&"Leeds"));
    }
}
