//! The words for what is left where small counts are suppressed, and the note that says so.
//!
//! Nothing here could tell a hidden number: it is not in the data any more.

use crate::compare::suppression::{self, counts_in_words, instead_of_a_number};
use crate::compare::{Comparison, Rule};
use crate::model::{Form, Level, NumberField, Outcome, Period, Remains, Remnant, Unit, Withheld};
use crate::say;

use super::detail::BigFigure;
use super::{Note, TileBody, words};

/// A level in words, or that it is suppressed; `None` where none was published.
pub fn end(remnant: &Remnant, unit: &Unit) -> Option<String> {
    match remnant {
        Remnant::NotPublished => None,
        Remnant::Known(level) => Some(words::level(&level.number, unit)),
        Remnant::Suppressed(_) => Some(instead_of_a_number().to_owned()),
    }
}

/// What is left, for the middle of a sentence: "22 (in 2016) to suppressed (in 2017)".
pub fn finding(remains: &Remains, unit: &Unit) -> String {
    let dated = |remnant: &Remnant, absent: &str| {
        let Some(number) = end(remnant, unit) else { return absent.to_owned() };
        match remnant.period().filter(|period| period.is_stated()) {
            Some(period) => say!("alt-dated", figure = number, when = words::period(period)),
            None => number,
        }
    };
    match remains.form {
        Form::Part => part(remains),
        Form::Single => dated(&remains.after, instead_of_a_number()),
        Form::Change => match (&remains.before, &remains.after) {
            (Remnant::NotPublished, Remnant::NotPublished) => say!("suppressed-change").to_owned(),
            (Remnant::NotPublished, after) => say!("suppressed-change-to", level = dated(after, "")),
            (before, _) => say!("suppressed-change-from", level = dated(before, "")),
        },
        Form::Pair | Form::Direction | Form::Rating | Form::Series => {
            let dated = |remnant: &Remnant| dated(remnant, say!("number-not-published"));
            say!("figure-from-to", before = dated(&remains.before), after = dated(&remains.after))
        }
    }
}

/// "suppressed of 33".
pub fn part(remains: &Remains) -> String {
    match &remains.whole {
        Some(whole) => say!("alt-part-of", part = instead_of_a_number(), whole = words::level(whole, &Unit::NUMBER)),
        None => instead_of_a_number().to_owned(),
    }
}

/// What stands in a small figure in place of its bars.
pub fn tile_body(remains: &Remains, unit: &Unit) -> TileBody {
    let shown = |remnant: &Remnant| end(remnant, unit).unwrap_or_else(|| say!("number-not-published").to_owned());
    let (label, caption) = match remains.form {
        Form::Pair if remains.is_bare() => {
            (instead_of_a_number().to_owned(), say!("suppressed-caption-before-and-after").to_owned())
        }
        Form::Pair => {
            let label = say!("figure-from-to", before = shown(&remains.before), after = shown(&remains.after));
            (label, say!("suppressed-caption-before-to-after").to_owned())
        }
        Form::Part => (part(remains), say!("suppressed-caption-part").to_owned()),
        Form::Change => {
            let caption = match (end(&remains.before, unit), end(&remains.after, unit)) {
                (Some(before), _) => say!("suppressed-caption-change-from", level = before),
                (None, Some(after)) => say!("suppressed-caption-change-to", level = after),
                (None, None) => say!("suppressed-caption-change").to_owned(),
            };
            (instead_of_a_number().to_owned(), caption)
        }
        Form::Direction | Form::Rating | Form::Single | Form::Series => {
            (shown(&remains.after), say!("tile-one-level").to_owned())
        }
    };
    TileBody::Number { label, caption }
}

/// What is left in large characters.
pub fn big_figures(outcome: &Outcome, remains: &Remains, unit: &Unit) -> Vec<BigFigure> {
    let big = |caption: &str, text: String| BigFigure { caption: caption.to_owned(), text, below: String::new() };
    match remains.form {
        Form::Part => vec![big(say!("detail-big-part"), part(remains))],
        Form::Pair | Form::Change => {
            let ends = [(say!("detail-big-before"), &remains.before), (say!("detail-big-after"), &remains.after)];
            let ends = ends.into_iter().filter_map(|(word, remnant)| Some(big(word, end(remnant, unit)?)));
            let change =
                holds_change(outcome).then(|| big(say!("detail-big-stated"), instead_of_a_number().to_owned()));
            ends.chain(change).collect()
        }
        Form::Direction | Form::Rating | Form::Single | Form::Series => vec![big(
            say!("detail-big-level"),
            end(&remains.after, unit).unwrap_or_else(|| instead_of_a_number().to_owned()),
        )],
    }
}

/// What was published, as far as it may be told; `told` writes a level that is shown with its time.
pub fn published_lines(
    outcome: &Outcome,
    remains: &Remains,
    unit: &Unit,
    told: impl Fn(&Level) -> String,
) -> Vec<String> {
    if !matches!(remains.form, Form::Pair | Form::Change) {
        return vec![format!("{}.", words::sentence_case(&finding(remains, unit)))];
    }
    let when = |remnant: &Remnant| match remnant {
        Remnant::NotPublished => None,
        Remnant::Known(level) => Some(told(level)),
        Remnant::Suppressed(period) => {
            Some(say!("detail-when", figure = instead_of_a_number(), when = words::period(period)))
        }
    };
    let before = when(&remains.before).map(|told| say!("detail-before", told = told));
    let after = when(&remains.after).map(|told| say!("detail-after", told = told));
    let change = holds_change(outcome).then(|| say!("suppressed-stated-change").to_owned());
    [before, after, change].into_iter().flatten().collect()
}

/// The time from before to after, as far as it was published.
pub fn over(remains: &Remains, from_to: impl Fn(&Period, &Period) -> String) -> String {
    match (remains.before.period(), remains.after.period()) {
        _ if remains.over.is_stated() || remains.form == Form::Change => words::period(&remains.over),
        (Some(before), Some(after)) => from_to(before, after),
        (Some(one), None) | (None, Some(one)) => words::period(one),
        (None, None) => words::period(&remains.over),
    }
}

/// What is missing beside the one level that is drawn: "after suppressed"; `None` where nothing is.
pub fn missing_end(comparison: &Comparison<'_>) -> Option<&'static str> {
    let crate::model::Published::Suppressed(remains) = &comparison.located.outcome.published else { return None };
    if remains.before.is_suppressed() {
        Some(say!("suppressed-before"))
    } else if remains.after.is_suppressed() {
        Some(say!("suppressed-after"))
    } else {
        Some(say!("suppressed-change"))
    }
}

/// Why numbers and words were taken out of an outcome; a caution says which.
pub fn lines(outcome: &Outcome) -> Vec<String> {
    let Some(withheld) = &outcome.withheld else { return Vec::new() };
    let mut lines = Vec::new();
    if !withheld.numbers.is_empty() {
        lines.push(say!("suppressed-why").to_owned());
    }
    if withheld.words {
        lines.push(say!("suppressed-words-as-well").to_owned());
    }
    lines
}

/// The note below a figure or a table; `None` where nothing of these outcomes was taken out.
pub fn note<'a>(outcomes: impl Iterator<Item = &'a Outcome>) -> Option<Note> {
    let withheld: Vec<&Withheld> = outcomes.filter_map(|outcome| outcome.withheld.as_ref()).collect();
    let up_to = withheld.first()?.up_to;
    let (small, others) = suppression::counts(withheld.into_iter());
    if small + others == 0 {
        return None;
    }
    let counts = counts_in_words(up_to);
    let text = match (small, others) {
        (_, 0) => say!("suppressed-note", counts = counts, small = words::count(small)),
        (0, _) => say!("suppressed-note-others", counts = counts, n = others, others = words::count(others)),
        _ => say!(
            "suppressed-note-both",
            counts = counts,
            small = words::count(small),
            n = others,
            others = words::count(others),
        ),
    };
    Some(Note { rule: Rule::R14, text })
}

/// Whether the stated changes of an outcome were taken out.
pub fn holds_change(outcome: &Outcome) -> bool {
    outcome.withheld.as_ref().is_some_and(|withheld| withheld.holds(&NumberField::Stated))
}

/// Whether the benchmark of an outcome was taken out.
pub fn holds_benchmark(outcome: &Outcome) -> bool {
    outcome.withheld.as_ref().is_some_and(|withheld| withheld.holds(&NumberField::Benchmark))
}
