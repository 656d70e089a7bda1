//! The words for what is left where small counts are suppressed, and the note that says so.
//!
//! Nothing here could tell a hidden number: it is not in the data any more.

use crate::compare::suppression::{self, counts_in_words, instead_of_a_number};
use crate::compare::{Comparison, Rule};
use crate::model::{Form, Level, Outcome, Period, Place, Remains, Remnant, Withheld};

use super::detail::BigFigure;
use super::{Note, TileBody, words};

/// A level in words, or that it is suppressed; `None` where none was published.
pub fn end(remnant: &Remnant, unit: &str) -> Option<String> {
    match remnant {
        Remnant::NotPublished => None,
        Remnant::Known(level) => Some(words::level(&level.number, unit)),
        Remnant::Suppressed(_) => Some(instead_of_a_number().to_owned()),
    }
}

/// What is left, for the middle of a sentence: "22 (in 2016) to suppressed (in 2017)".
pub fn finding(remains: &Remains, unit: &str) -> String {
    let dated = |remnant: &Remnant, absent: &str| {
        let Some(number) = end(remnant, unit) else { return absent.to_owned() };
        match remnant.period().filter(|period| period.is_stated()) {
            Some(period) => format!("{number} ({})", words::period(period)),
            None => number,
        }
    };
    match remains.form {
        Form::Part => part(remains),
        Form::Single => dated(&remains.after, instead_of_a_number()),
        Form::Change => match (&remains.before, &remains.after) {
            (Remnant::NotPublished, Remnant::NotPublished) => "change suppressed".to_owned(),
            (Remnant::NotPublished, after) => format!("to {}, change suppressed", dated(after, "")),
            (before, _) => format!("from {}, change suppressed", dated(before, "")),
        },
        _ => format!("{} to {}", dated(&remains.before, "not published"), dated(&remains.after, "not published")),
    }
}

/// "suppressed of 33".
pub fn part(remains: &Remains) -> String {
    match &remains.whole {
        Some(whole) => format!("{} of {}", instead_of_a_number(), words::level(whole, "")),
        None => instead_of_a_number().to_owned(),
    }
}

/// What stands in a small figure in place of its bars.
pub fn tile_body(remains: &Remains, unit: &str) -> TileBody {
    let shown = |remnant: &Remnant| end(remnant, unit).unwrap_or_else(|| "not published".to_owned());
    let (label, caption) = match remains.form {
        Form::Pair if remains.is_bare() => (instead_of_a_number().to_owned(), "before and after".to_owned()),
        Form::Pair => {
            (format!("{} to {}", shown(&remains.before), shown(&remains.after)), "before to after".to_owned())
        }
        Form::Part => (part(remains), "part of a whole".to_owned()),
        Form::Change => {
            let told = [("from", &remains.before), ("to", &remains.after)];
            let level = told.into_iter().find_map(|(word, remnant)| Some(format!("{word} {}", end(remnant, unit)?)));
            (
                instead_of_a_number().to_owned(),
                level.map_or_else(|| "change".to_owned(), |level| format!("change, {level}")),
            )
        }
        _ => (shown(&remains.after), "one level, nothing to compare it with".to_owned()),
    };
    TileBody::Number { label, caption }
}

/// What is left in large characters.
pub fn big_figures(outcome: &Outcome, remains: &Remains, unit: &str) -> Vec<BigFigure> {
    let big = |caption: &str, text: String| BigFigure { caption: caption.to_owned(), text, below: String::new() };
    match remains.form {
        Form::Part => vec![big("part", part(remains))],
        Form::Pair | Form::Change => {
            let ends = [("before", &remains.before), ("after", &remains.after)];
            let ends = ends.into_iter().filter_map(|(word, remnant)| Some(big(word, end(remnant, unit)?)));
            let change = holds_change(outcome).then(|| big("stated", instead_of_a_number().to_owned()));
            ends.chain(change).collect()
        }
        _ => vec![big("level", end(&remains.after, unit).unwrap_or_else(|| instead_of_a_number().to_owned()))],
    }
}

/// What was published, as far as it may be told; `told` writes a level that is shown with its time.
pub fn published_lines(
    outcome: &Outcome,
    remains: &Remains,
    unit: &str,
    told: impl Fn(&Level) -> String,
) -> Vec<String> {
    if !matches!(remains.form, Form::Pair | Form::Change) {
        return vec![format!("{}.", words::sentence_case(&finding(remains, unit)))];
    }
    let line = |word: &str, remnant: &Remnant| match remnant {
        Remnant::NotPublished => None,
        Remnant::Known(level) => Some(format!("{word}: {}.", told(level))),
        Remnant::Suppressed(period) => Some(format!("{word}: {}, {}.", instead_of_a_number(), words::period(period))),
    };
    let change = holds_change(outcome).then(|| "The change that the source states is suppressed.".to_owned());
    [line("Before", &remains.before), line("After", &remains.after), change].into_iter().flatten().collect()
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
        Some("before suppressed")
    } else if remains.after.is_suppressed() {
        Some("after suppressed")
    } else {
        Some("change suppressed")
    }
}

/// Why numbers and words were taken out of an outcome; a caution says which.
pub fn lines(outcome: &Outcome) -> Vec<String> {
    let Some(withheld) = &outcome.withheld else { return Vec::new() };
    let mut lines = Vec::new();
    if !withheld.numbers.is_empty() {
        lines.push(
            "A count this small may let somebody be recognised, and what it could be worked out from is held back with it. \
             Both look alike, so that neither tells which is which; zero is not suppressed."
                .to_owned(),
        );
    }
    if withheld.words {
        lines.push("Words that hold numbers are withheld as well.".to_owned());
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
    let figures = |n: usize| if n == 1 { "figure" } else { "figures" };
    let counts = counts_in_words(up_to);
    let text = match (small, others) {
        (_, 0) => format!("{counts} are suppressed: {} here.", words::count(small)),
        (0, _) => format!(
            "{counts} are suppressed; here {} {} from which one could be worked out (secondary suppression).",
            words::count(others),
            figures(others)
        ),
        _ => format!(
            "{counts} are suppressed: {} here, and {} other {} from which they could be worked out (secondary suppression).",
            words::count(small),
            words::count(others),
            figures(others)
        ),
    };
    Some(Note { rule: Rule::R14, text })
}

/// Whether the stated changes of an outcome were taken out.
pub fn holds_change(outcome: &Outcome) -> bool {
    outcome.withheld.as_ref().is_some_and(|withheld| withheld.holds(&Place::Stated))
}

/// Whether the benchmark of an outcome was taken out.
pub fn holds_benchmark(outcome: &Outcome) -> bool {
    outcome.withheld.as_ref().is_some_and(|withheld| withheld.holds(&Place::Benchmark))
}
