//! Whether a figure holds what was typed word for word, so that nothing of what the source printed is lost: "doubled" is held as 100%,
//! "£1.2m" as about £1,200,000, "just under 60" as nearly 60.

use super::{CountedPhrase, number, tidy};
use crate::model::{Bound, KnownLevel, Number, PointValue, Published};

/// Whether each number of it stands in the text with its digits and with the word of its bound. Grades and directions have no number.
pub fn holds_as_printed(typed: &str, published: &Published) -> bool {
    let text = without_commas(&tidy(typed)).to_lowercase();
    numbers(published).iter().all(|number| {
        let digits = |value: f64| format!("{:.*}", usize::from(number.decimals()), value.abs());
        let bound = number.bound();
        stands_in(&text, &digits(number.value()))
            && number.range_high().is_none_or(|high| stands_in(&text, &digits(high)))
            && (bound == Bound::Exactly || text.contains(bound.keyword()))
    })
}

/// The text with "exactly" in front of each number that is taken as a rounded one though nobody wrote "about"; `None` where there is
/// none.
pub fn exactly(text: &str, counted: &CountedPhrase) -> Option<String> {
    let is_rounded = |words: &str| {
        let words = words.trim_matches(|c: char| matches!(c, '(' | ')' | ',' | ';'));
        number(words, counted).is_ok_and(|read| read.remark.is_some() && read.number.bound() == Bound::About)
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut written: Vec<String> = Vec::new();
    let (mut at, mut is_changed) = (0, false);
    while let Some(word) = words.get(at) {
        // "1.2 million" is one number of two words.
        let two = words.get(at + 1).map(|next| format!("{word} {next}"));
        let number = two.filter(|two| is_rounded(two)).or_else(|| is_rounded(word).then(|| (*word).to_owned()));
        at += number.as_ref().map_or(1, |number| number.split(' ').count());
        is_changed |= number.is_some();
        written.push(match number {
            Some(number) => match number.strip_prefix('(') {
                Some(inner) => format!("(exactly {inner}"),
                None => format!("exactly {number}"),
            },
            None => (*word).to_owned(),
        });
    }
    is_changed.then(|| written.join(" "))
}

fn numbers(published: &Published) -> Vec<Number> {
    match published {
        Published::Pair { before, after, stated, .. } => {
            let levels = [before.number, after.number].into_iter();
            levels.chain(stated.iter().map(|change| change.by)).collect()
        }
        Published::Change { stated, level, .. } => {
            let level = level.as_ref().map(|known| match known {
                KnownLevel::Before(level) | KnownLevel::After(level) => level.number,
            });
            stated.iter().map(|change| change.by).chain(level).collect()
        }
        Published::Part { count, of, share, .. } => [count, of, share].into_iter().flatten().copied().collect(),
        Published::Single(level) => vec![level.number],
        Published::Series { points, .. } => {
            let known = points.iter().filter_map(|point| match point.value {
                PointValue::Known(number) => Some(number),
                PointValue::Missing(_) => None,
            });
            known.collect()
        }
        Published::Direction { .. }
        | Published::Rating { .. }
        | Published::SingleGrade(_)
        | Published::Suppressed(_) => Vec::new(),
    }
}

/// Without the commas between thousands.
fn without_commas(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_between = letter == ','
            && kept.ends_with(|c: char| c.is_ascii_digit())
            && letters.peek().is_some_and(char::is_ascii_digit);
        if !is_between {
            kept.push(letter);
        }
    }
    kept
}

/// Whether these digits stand in the text as a number of their own: 12 does not in "120", in "1.12" or in "12m".
fn stands_in(text: &str, digits: &str) -> bool {
    text.match_indices(digits).any(|(at, found)| {
        let before = text.get(..at).unwrap_or_default();
        let behind = text.get(at + found.len()..).unwrap_or_default();
        let begins = !before.ends_with(|c: char| c.is_ascii_digit() || c == '.');
        let mut next = behind.chars();
        let ends = match next.next() {
            None => true,
            Some('.') => !next.next().is_some_and(|c| c.is_ascii_digit()),
            Some(letter) => !letter.is_ascii_digit() && !is_scale(behind),
        };
        begins && ends
    })
}

/// Whether letters right behind digits make another number of them: 12k, 12m, 12bn, 12 million.
fn is_scale(behind: &str) -> bool {
    let word: String = behind.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
    ["k", "m", "bn", "b", "thousand", "million", "billion"].contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::typed::statement;

    #[test]
    fn r1_what_is_held_otherwise_than_it_was_printed_is_known() {
        for (typed, is_held) in [
            ("780 to 626", true),
            ("1,204 to 986 in 2023", true),
            ("down by over 60 per cent", true),
            ("28 of 44 (64%)", true),
            ("12.50", true),
            ("fell since 2011", true),
            ("between 33 and 67", true),
            ("doubled", false),
            ("fell by a fifth", false),
            ("\u{a3}1.2m", false),
            ("1.2 million to 1.5 million", false),
            ("ten to one", false),
            ("just under 60", false),
            ("c. 45", false),
            ("two thirds", false),
        ] {
            let published = statement(typed, None).unwrap_or_else(|error| panic!("{typed}: {error}")).published;
            assert_eq!(holds_as_printed(typed, &published), is_held, "{typed}: {published:?}");
        }
    }
}
