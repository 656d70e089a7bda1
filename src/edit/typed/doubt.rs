//! Statements that may mean two things, or that hold a sign instead of a number: what is asked about them, and what may have been
//! meant.
//!
//! Each choice is a text that is understood; one that would not be is not offered.

use super::number::{TypedUnit, read};
use super::pair::end_of_movement;
use super::period::period;
use super::phrases::IN_EVERY;
use super::series::is_missing_mark;
use super::statement::with_period;
use super::{CountedPhrase, TypedError, statement};
use crate::model::{Bound, Direction, Form, Published};
use crate::say;

use super::change::times_more;

/// Signs in front of a period in a statement.
const BEFORE_A_PERIOD: [&str; 10] =
    [" in ", " since ", " over ", " during ", " at ", " on ", " for ", " by ", " (", ", "];

/// Why a text that is understood in one way has to be asked about all the same.
pub(super) fn of_one_reading(text: &str, tidied: &str, counted: Option<&CountedPhrase>) -> Option<TypedError> {
    let (first, last) = dashed(tidied)?;
    let range = if value(first)? <= value(last)? { [first, last] } else { [last, first] };
    let [low, high] = range;
    either(text, &[format!("{first} to {last}"), format!("between {low} and {high}")], counted)
}

/// `1,204–986`: a fall from one to the other, or a range.
fn dashed(text: &str) -> Option<(&str, &str)> {
    let places = text.char_indices().filter(|(at, c)| *at > 0 && matches!(c, '-' | '\u{2013}'));
    let mut parted = places.filter_map(|(at, c)| Some((text.get(..at)?.trim(), text.get(at + c.len_utf8()..)?.trim())));
    parted.find(|(first, last)| value(first).is_some() && value(last).is_some())
}

/// A plain number of a text.
fn value(text: &str) -> Option<f64> {
    let typed = read(text)?;
    (typed.number.bound() == Bound::Exactly && text.contains(|c: char| c.is_ascii_digit()))
        .then(|| typed.number.value())
}

/// What a text that is not understood may mean; `None` where nothing is near.
pub(super) fn of_no_reading(text: &str, tidied: &str, counted: Option<&CountedPhrase>) -> Option<TypedError> {
    missing_end(tidied, counted)
        .or_else(|| one_in(text, tidied, counted))
        .or_else(|| counts_or_shares(text, tidied, counted))
        .or_else(|| times_more(tidied).and_then(|choices| either(text, &choices, counted)))
        .or_else(|| from_or_of(text, tidied, counted))
        .or_else(|| no_beginning(text, tidied, counted))
        .or_else(|| periods(text, tidied, counted))
}

/// Where words say that it rose and the two levels that it fell.
pub(super) fn contradiction(text: &str, published: &Published, said: Option<Direction>) -> Option<TypedError> {
    let Published::Pair { before, after, .. } = published else { return None };
    let exact = [before, after].iter().all(|level| level.number.bound() == Bound::Exactly);
    let went = after.number.value() - before.number.value();
    if !exact || went * said?.sign() >= 0.0 {
        return None;
    }
    let number = |of: &crate::model::Level| super::number_text(&of.number);
    let choices =
        [format!("{} to {}", number(before), number(after)), format!("{} to {}", number(after), number(before))];
    let error = TypedError::either(text.trim(), &choices);
    Some(TypedError { sentence: say!("typed-said-otherwise", typed = text.trim()), ..error })
}

/// The error that offers those of the choices that are understood.
fn either(text: &str, choices: &[String], counted: Option<&CountedPhrase>) -> Option<TypedError> {
    let understood: Vec<String> =
        choices.iter().filter(|choice| statement::read_statement(choice, counted).is_ok()).cloned().collect();
    (!understood.is_empty()).then(|| TypedError::either(text.trim(), &understood))
}

/// The sign for a number that was not published, where one side of a statement is one.
fn mark(side: &str) -> Option<&str> {
    with_period(side).into_iter().map(|(head, _)| head).find(|&head| is_missing_mark(head))
}

/// `c to 12`, `12 to n/a`, `*`: a sign for a number that was not published.
fn missing_end(tidied: &str, counted: Option<&CountedPhrase>) -> Option<TypedError> {
    let lead = tidied.strip_prefix("from ").unwrap_or(tidied);
    if let Some((first, last)) = lead.split_once(" to ") {
        let (sign, other) = match (mark(first), mark(last)) {
            (Some(sign), _) => (sign, last),
            (None, Some(sign)) => (sign, first),
            (None, None) => return None,
        };
        let sentence = say!("typed-missing-end", mark = sign);
        let fix = say!("typed-missing-end-fix", form = Form::Series.label());
        let choices = Some(other.to_owned()).filter(|other| statement::read_statement(other, counted).is_ok());
        return Some(TypedError { sentence, fix, choices: choices.into_iter().collect() });
    }
    let sign = mark(tidied)?;
    Some(TypedError::new(
        say!("typed-number-withheld", mark = sign),
        say!("typed-number-withheld-fix", form = Form::Series.label()),
    ))
}

/// `1 in 5` is a share of about 20%, or one of five.
fn one_in(text: &str, tidied: &str, counted: Option<&CountedPhrase>) -> Option<TypedError> {
    let (some, rest) = tidied.split_once(" in ").or_else(|| tidied.split_once(IN_EVERY))?;
    let rest = rest.strip_prefix("every ").unwrap_or(rest);
    let (end, behind) = rest.split_once(' ').map_or((rest, ""), |(end, behind)| (end, behind));
    let (part, whole) = (value_of_word(some)?, value_of_word(end)?);
    if !(part > 0.0 && whole >= part) {
        return None;
    }
    let percent = part / whole * 100.0;
    let share = if percent.fract() == 0.0 {
        format!("{percent}%")
    } else {
        format!("{} {percent:.0}%", Bound::About.keyword())
    };
    let behind = if behind.is_empty() { String::new() } else { format!(" {behind}") };
    either(text, &[format!("{share}{behind}"), format!("{part} of {whole}{behind}")], counted)
}

/// `45 (12%) to 60 (15%)`: two counts, or two shares.
fn counts_or_shares(text: &str, tidied: &str, counted: Option<&CountedPhrase>) -> Option<TypedError> {
    let (mut counts, mut shares, mut rest, mut found) = (String::new(), String::new(), tidied, 0);
    while let Some((head, behind)) = rest.split_once(" (") {
        let (share, after) = behind.split_once(')').filter(|(share, _)| share.ends_with('%'))?;
        let before = head.rfind(' ').map_or("", |at| &head[..=at]);
        counts.push_str(head);
        shares.push_str(&format!("{before}{share}"));
        (rest, found) = (after, found + 1);
    }
    (found == 2).then(|| either(text, &[counts + rest, shares + rest], counted))?
}

/// A whole number in digits or in words.
fn value_of_word(text: &str) -> Option<f64> {
    let typed = read(text).filter(|typed| typed.unit == TypedUnit::None && typed.remark.is_none())?;
    Some(typed.number.value()).filter(|value| value.fract() == 0.0 && typed.number.bound() == Bound::Exactly)
}

/// `reduced to 626` does not say from what.
fn no_beginning(text: &str, tidied: &str, counted: Option<&CountedPhrase>) -> Option<TypedError> {
    let end = end_of_movement(tidied)?;
    let error = TypedError::new(say!("typed-no-beginning", typed = text.trim()), say!("typed-statement-examples"));
    let choices = Some(end.to_owned()).filter(|end| statement::read_statement(end, counted).is_ok());
    Some(TypedError { choices: choices.into_iter().collect(), ..error })
}

/// `626 from 780` is a fall, or a part of a whole.
fn from_or_of(text: &str, tidied: &str, counted: Option<&CountedPhrase>) -> Option<TypedError> {
    let (first, last) = tidied.split_once(" from ")?;
    value(first)?;
    either(text, &[format!("{last} to {first}"), format!("{first} of {last}")], counted)
}

/// `52 in Q1 2017 to 81 in Q2 2017`: each period in the calendar's meaning, and each in that of the financial year.
fn periods(text: &str, tidied: &str, counted: Option<&CountedPhrase>) -> Option<TypedError> {
    let mut found: Vec<(usize, &str, Vec<String>)> = Vec::new();
    for sign in BEFORE_A_PERIOD {
        for (at, _) in tidied.match_indices(sign) {
            let start = at + sign.len();
            let Some(rest) = tidied.get(start..) else { continue };
            let ends = [" to ", ", ", "; ", ")", " (", " and "].iter().filter_map(|end| rest.find(end));
            let end = ends.min().unwrap_or(rest.len());
            let Some(words) = rest.get(..end) else { continue };
            let choices = period(words).err().map(|error| error.choices).filter(|choices| !choices.is_empty());
            if let Some(choices) = choices.filter(|_| found.iter().all(|(other, ..)| *other != start)) {
                found.push((start, words, choices));
            }
        }
    }
    if found.is_empty() {
        return None;
    }
    found.sort_by_key(|(at, ..)| std::cmp::Reverse(*at));
    let written = |financial: bool| {
        found.iter().fold(tidied.to_owned(), |mut whole, (at, words, choices)| {
            let choice = choices.iter().find(|choice| choice.contains('/') == financial).or(choices.first());
            whole.replace_range(*at..at + words.len(), choice.map_or(*words, String::as_str));
            whole
        })
    };
    let mut choices = vec![written(false), written(true)];
    choices.dedup();
    // Of the two years of "FY17" both are financial ones.
    if let [(at, words, both)] = found.as_slice()
        && both.iter().all(|choice| choice.contains('/'))
    {
        choices = both
            .iter()
            .map(|choice| {
                let mut whole = tidied.to_owned();
                whole.replace_range(*at..at + words.len(), choice);
                whole
            })
            .collect();
    }
    either(text, &choices, counted)
}
