//! Whether words count people by naming them one by one: "a mother, her son and her daughter" are three.
//!
//! Persons in the singular count, by kin and by age; "each child" and "every mother" are nobody in particular. It does not
//! find one person alone, names, or persons by their work ("a nurse").

/// Persons by kin and by age, in the singular.
const PERSONS: [&str; 56] = [
    "adolescent",
    "adult",
    "aunt",
    "auntie",
    "baby",
    "boy",
    "boyfriend",
    "brother",
    "carer",
    "child",
    "cousin",
    "dad",
    "daughter",
    "father",
    "foster-carer",
    "girl",
    "girlfriend",
    "godson",
    "goddaughter",
    "gran",
    "grandad",
    "granddad",
    "grandma",
    "grandpa",
    "granny",
    "guardian",
    "husband",
    "infant",
    "lad",
    "lady",
    "lodger",
    "man",
    "mother",
    "mum",
    "mummy",
    "nan",
    "neighbour",
    "nephew",
    "newborn",
    "niece",
    "orphan",
    "parent",
    "pensioner",
    "sibling",
    "sister",
    "son",
    "spouse",
    "teenager",
    "toddler",
    "uncle",
    "widow",
    "widower",
    "wife",
    "woman",
    "youngster",
    "youth",
];

/// Their prefixes for more distant kin.
const KIN: [&str; 7] = ["grand", "great-", "step", "half-", "foster-", "ex-", "god"];

/// Words after which a person is nobody in particular.
const NOBODY: [&str; 6] = ["each", "every", "any", "per", "no", "whole"];

/// Whether at least two persons are named, each in the singular.
pub fn are_named(text: &str) -> bool {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|chr: char| !(chr.is_alphabetic() || chr == '-')).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let mut before = "";
    let mut named = 0;
    for word in words {
        if is_person(word) && !NOBODY.contains(&before) {
            named += 1;
        }
        before = word;
    }
    named > 1
}

fn is_person(word: &str) -> bool {
    let word = word.trim_matches('-');
    let mut word = word.strip_suffix("-in-law").unwrap_or(word);
    loop {
        if PERSONS.contains(&word) {
            return true;
        }
        let Some(rest) = KIN.iter().find_map(|kin| word.strip_prefix(kin)) else { return false };
        word = rest.trim_start_matches('-');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_named_one_by_one_are_counted() {
        for text in [
            "A mother, her son and her daughter.",
            "Mother and child left the area.",
            "A boy and his cousin",
            "the girl’s step-father",
            "The grandmother; a great-aunt; the baby",
            "His mother-in-law and his ex-wife",
            "a MAN and a woman",
        ] {
            assert!(are_named(text), "{text}");
        }
        for text in [
            "",
            "A mother of children",
            "Mothers and daughters were asked.",
            "a plan for each child and every parent",
            "one person per child, whatever the parent says",
            "manual work and a womanly art",
        ] {
            assert!(!are_named(text), "{text}");
        }
    }
}
