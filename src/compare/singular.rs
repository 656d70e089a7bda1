//! The unit of a number where the number is one: "1 child", never "1 children".
//!
//! A unit is free text, so only its head changes: the last plural before the first word of a further phrase. Joined words
//! ("children and young people") stay, and so do words without a known plural.

use std::borrow::Cow;

/// Words that begin a phrase behind the head: "children in need", "people aged 16 to 18".
const FURTHER: [&str; 19] = [
    "of", "in", "on", "per", "a", "an", "each", "every", "to", "from", "at", "by", "for", "with", "without", "under",
    "over", "aged", "who",
];

/// Words whose singular is the same.
const SAME: [&str; 4] = ["series", "species", "premises", "news"];

/// The unit after a number: singular where the only number is one.
pub fn unit_of<'u>(number: &str, unit: &'u str) -> Cow<'u, str> {
    let mut told = number.split_whitespace().filter(|word| word.ends_with(|c: char| c.is_ascii_digit()));
    let is_one =
        told.next().is_some_and(|word| word.trim_start_matches(['+', '-', '\u{2212}']) == "1") && told.next().is_none();
    if is_one { of_one(unit) } else { Cow::Borrowed(unit) }
}

fn of_one(unit: &str) -> Cow<'_, str> {
    let words: Vec<&str> = unit.split(' ').collect();
    if words.iter().any(|word| matches!(*word, "and" | "or" | "&")) {
        return Cow::Borrowed(unit);
    }
    let begins = |word: &&str| FURTHER.contains(word) || word.starts_with(['(', '/']);
    let end = words.iter().position(begins).unwrap_or(words.len());
    let turned = words.iter().enumerate().take(end).rev().find_map(|(at, word)| Some((at, singular(word)?)));
    let Some((at, one)) = turned else { return Cow::Borrowed(unit) };
    let mut said: Vec<&str> = words;
    if let Some(word) = said.get_mut(at) {
        *word = &one;
    }
    Cow::Owned(said.join(" "))
}

/// The singular of a plural; `None` for any other word.
fn singular(word: &str) -> Option<String> {
    let lower = word.to_lowercase();
    if SAME.contains(&lower.as_str()) {
        return None;
    }
    let stem = |end: &str, one: &str| word.strip_suffix(end).map(|stem| format!("{stem}{one}"));
    match lower.as_str() {
        "men" | "women" => return stem("en", "an"),
        "people" => return stem("eople", "erson"),
        _ => {}
    }
    if ["ss", "us", "is"].iter().any(|end| lower.ends_with(end)) {
        return None;
    }
    if lower.ends_with("children") {
        return stem("ren", "");
    }
    stem("ies", "y")
        .or_else(|| {
            ["sses", "shes", "ches", "xes"].iter().find(|end| word.ends_with(**end)).and_then(|_| stem("es", ""))
        })
        .or_else(|| stem("s", ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_a_unit_is_no_plural() {
        for (unit, one) in [
            ("children", "child"),
            ("looked-after children", "looked-after child"),
            ("Children in need", "Child in need"),
            ("men", "man"),
            ("people waiting over 28 days", "person waiting over 28 days"),
            ("enquiries", "enquiry"),
            ("addresses", "address"),
            ("cases", "case"),
            ("families with children", "family with children"),
            ("children and young people", "children and young people"),
            ("homelessness", "homelessness"),
            ("per 10,000 children", "per 10,000 children"),
            ("premises", "premises"),
            ("kWh", "kWh"),
        ] {
            assert_eq!(unit_of("1", unit), one);
            assert_eq!(unit_of("over +1", unit), one);
            for several in ["0", "2", "1.0", "11", "1,001", "between 0 and 1"] {
                assert_eq!(unit_of(several, unit), unit, "{several}");
            }
        }
    }
}
