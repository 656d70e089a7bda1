//! What a figure says to somebody who hears it: one sentence a datum, one paragraph a figure.

use crate::compare::phrases::{self, by_commas};
use crate::compare::{Comparison, RatingChange, ShownChange};
use crate::model::{ChangeUnit, Form, Grade, Level, Published, Role, Unit};
use crate::say;

use super::{suppressed, words};

/// One datum in words: "Leeds, looked-after children: fell by 15.5%, since 2011, level not published."
pub fn datum(comparison: &Comparison<'_>) -> String {
    let outcome = comparison.located.outcome;
    let indicator = comparison.located.indicator;
    let mut parts = vec![finding(comparison)];
    let when = words::time_between(&outcome.published);
    let tells_dates = matches!(&outcome.published, Published::Suppressed(remains) if remains.form != Form::Part && remains.form != Form::Change);
    if !tells_dates && !matches!(outcome.published, Published::Pair { .. } | Published::Rating { .. }) {
        parts.push(when);
    }
    if matches!(outcome.published, Published::Change { level: None, .. } | Published::Direction { .. }) {
        parts.push(say!("figure-level-not-published").to_owned());
    }
    if outcome.role != Role::Outcome {
        parts.push(outcome.role.in_words().to_owned());
    }
    let (place, name) = (comparison.place.as_str(), lower_first(&indicator.name));
    say!("spoken-datum", place = place, indicator = name, finding = by_commas(&parts))
}

/// What was published, and the computed change beside it.
pub fn finding(comparison: &Comparison<'_>) -> String {
    let unit = &comparison.located.indicator.unit;
    match &comparison.located.outcome.published {
        Published::Pair { before, after, .. } => {
            let mut parts = vec![say!("figure-from-to", before = dated(before, unit), after = dated(after, unit))];
            if let Some(averages) = comparison.per_month {
                let (before, after) = (words::computed(averages.before), words::computed(averages.after));
                parts.push(say!("spoken-averages", before = before, after = after));
            }
            if let Some(percent) = computed(comparison) {
                parts.push(say!("figure-computed", percent = percent));
            }
            for stated in comparison.stated {
                parts.push(say!("spoken-stated", change = words::change(stated, unit)));
            }
            by_commas(&parts)
        }
        Published::Change { stated, level, .. } => {
            let mut parts: Vec<String> = stated.iter().map(|c| words::change_phrase(c, unit)).collect();
            match level {
                Some(crate::model::KnownLevel::Before(known)) => {
                    parts.push(say!("spoken-from-level", level = dated(known, unit)));
                }
                Some(crate::model::KnownLevel::After(known)) => {
                    parts.push(say!("spoken-to-level", level = dated(known, unit)));
                }
                None => {}
            }
            by_commas(&parts)
        }
        Published::Direction { direction, .. } => say!("spoken-direction", direction = phrases::direction(*direction)),
        Published::Rating { before, after } => {
            let dated =
                |grade: &Grade| say!("spoken-dated", figure = grade.grade.as_str(), when = words::period(&grade.date));
            let mut parts = vec![say!("figure-from-to", before = dated(before), after = dated(after))];
            parts.extend(comparison.rating.map(rating_words));
            by_commas(&parts)
        }
        Published::Part { .. } => part(&comparison.located.outcome.published),
        Published::Single(level) => say!("spoken-single", figure = words::level(&level.number, unit)),
        Published::SingleGrade(grade) => say!("spoken-single", figure = grade.grade.as_str()),
        Published::Series { points, .. } => say!("spoken-series", n = points.len(), count = words::count(points.len())),
        Published::Suppressed(remains) => suppressed::finding(remains, unit),
    }
}

/// The computed change in per cent with its bound: "over +136.8%"; `None` where none was computed.
pub fn computed(comparison: &Comparison<'_>) -> Option<String> {
    let percent = words::percent(comparison.percent.value()?);
    Some(phrases::with_bound(comparison.computed_bound, &percent))
}

/// What became of a rating, for the middle of a sentence.
pub fn rating_words(rating: RatingChange) -> String {
    let words = rating.words();
    lower_first(words.trim_end_matches('.'))
}

/// What became of a rating, in as few words as a small figure has room for.
pub fn rating_in_short(rating: RatingChange) -> String {
    match rating {
        RatingChange::Steps(_) => rating_words(rating),
        RatingChange::FrameworkChanged => say!("rating-short-framework-changed").to_owned(),
        RatingChange::FrameworkNotStated => say!("rating-short-framework-not-stated").to_owned(),
        RatingChange::JudgementDiffers => say!("rating-short-judgement-differs").to_owned(),
        RatingChange::DatesTurnedRound => say!("rating-short-dates-turned-round").to_owned(),
        RatingChange::UnknownScale => say!("rating-short-unknown-scale").to_owned(),
    }
}

fn dated(level: &Level, unit: &Unit) -> String {
    let number = words::level(&level.number, unit);
    if level.period.is_stated() {
        say!("spoken-dated", figure = number, when = words::period(&level.period))
    } else {
        number
    }
}

/// "28 of 44", "over 80% of 524", "over 80%".
pub fn part(published: &Published) -> String {
    let Published::Part { count, of, share, .. } = published else { return String::new() };
    let first = match (count, share) {
        (Some(count), Some(share)) => {
            say!(
                "spoken-count-and-share",
                count = words::level(count, &Unit::NUMBER),
                share = words::level(share, &Unit::PERCENT)
            )
        }
        (Some(count), None) => words::level(count, &Unit::NUMBER),
        (None, Some(share)) => words::level(share, &Unit::PERCENT),
        (None, None) => say!("spoken-some").to_owned(),
    };
    match of {
        Some(of) => say!("spoken-part-of", part = first, whole = words::level(of, &Unit::NUMBER)),
        None => first,
    }
}

/// The first letter small, unless the word is an abbreviation or a name ("GCSE", "Ofsted").
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() && !text.starts_with("Ofsted") => {
            first.to_lowercase().collect::<String>() + text.get(first.len_utf8()..).unwrap_or_default()
        }
        _ => text.to_owned(),
    }
}

/// Alt text of rows: what is compared, the largest fall and rise, what is missing and why.
pub fn alt_of_rows(title: &str, what: &str, drawn: &[Comparison<'_>], left_out: &[super::LeftOutRow]) -> String {
    let mut sentences = vec![say!("spoken-alt", title = title, what = what)];
    let mut sized: Vec<(&str, f64, String)> =
        drawn.iter().filter_map(|c| drawn_change(c).map(|(at, words)| (c.place.as_str(), at, words))).collect();
    sized.sort_by(|a, b| a.1.total_cmp(&b.1));
    match sized.as_slice() {
        [] => {}
        [(place, _, words)] => {
            sentences.push(say!("spoken-alt-of-place", place = *place, finding = words.as_str()));
        }
        [(lowest, _, low), .., (highest, _, high)] => sentences.push(say!(
            "spoken-alt-range",
            low = low.as_str(),
            lowest = *lowest,
            high = high.as_str(),
            highest = *highest,
        )),
    }
    for comparison in drawn.iter().filter(|c| matches!(c.located.outcome.published, Published::Suppressed(_))) {
        sentences.push(say!("spoken-alt-of-place", place = comparison.place.as_str(), finding = finding(comparison),));
    }
    let without_level = drawn.iter().filter(|c| c.before().is_none() && c.after().is_none()).count();
    if without_level > 0 {
        let (count, of) = (words::count(without_level), words::count(drawn.len()));
        sentences.push(say!("spoken-alt-without-level", n = without_level, count = count, of = of));
    }
    let directions = drawn.iter().filter(|c| c.located.outcome.published.form() == Form::Direction).count();
    if directions > 0 {
        let count = words::sentence_case(&words::count(directions));
        sentences.push(say!("spoken-alt-directions", n = directions, count = count));
    }
    sentences.extend(super::left_out_sentences(left_out));
    sentences.join(" ")
}

/// The change in per cent that is drawn, if any.
pub fn shown_percent(comparison: &Comparison<'_>) -> Option<f64> {
    match comparison.shown_change() {
        ShownChange::Computed(value, _) => Some(value),
        ShownChange::Stated(change) => Some(change.centre()),
        _ => None,
    }
}

/// The change in per cent whose mark is drawn, and its words with their bound (R4): "+34.2%", "down over 60%". A stated one
/// stands before the computed one where both are known (R5).
fn drawn_change(comparison: &Comparison<'_>) -> Option<(f64, String)> {
    match comparison.stated.iter().find(|c| c.unit == ChangeUnit::Percent) {
        Some(stated) => Some((stated.centre(), words::change(stated, &Unit::NUMBER))),
        None => Some((shown_percent(comparison)?, computed(comparison)?)),
    }
}
