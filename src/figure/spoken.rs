//! What a figure says to somebody who hears it: one sentence a datum, one paragraph a figure.

use crate::compare::{Comparison, RatingChange, ShownChange};
use crate::model::{Bound, ChangeUnit, Form, Level, Published, Role};

use super::{suppressed, words};

/// One datum in words: "Leeds, looked-after children: fell by 15.5%, since 2011, level not published."
pub fn datum(comparison: &Comparison<'_>) -> String {
    let outcome = comparison.located.outcome;
    let indicator = comparison.located.indicator;
    let mut text = format!("{}, {}: {}", comparison.place, lower_first(&indicator.name), finding(comparison));
    let when = words::time_between(&outcome.published);
    let tells_dates = matches!(&outcome.published, Published::Suppressed(remains) if remains.form != Form::Part && remains.form != Form::Change);
    if !tells_dates && !matches!(outcome.published, Published::Pair { .. } | Published::Rating { .. }) {
        text.push_str(", ");
        text.push_str(&when);
    }
    if matches!(outcome.published, Published::Change { level: None, .. } | Published::Direction { .. }) {
        text.push_str(", level not published");
    }
    if outcome.role != Role::Outcome {
        text.push_str(", ");
        text.push_str(outcome.role.word());
    }
    text.push('.');
    text
}

/// What was published, and the computed change beside it.
pub fn finding(comparison: &Comparison<'_>) -> String {
    let unit = comparison.located.indicator.unit.as_str();
    match &comparison.located.outcome.published {
        Published::Pair { before, after, .. } => {
            let mut text = format!("{} to {}", dated(before, unit), dated(after, unit));
            if let Some(averages) = comparison.per_month {
                text.push_str(&format!(
                    ", an average of {} a month to {} a month",
                    words::computed(averages.before),
                    words::computed(averages.after)
                ));
            }
            if let Some(percent) = computed(comparison) {
                text.push_str(&format!(", {percent} computed"));
            }
            for stated in comparison.stated {
                text.push_str(&format!(", stated as {}", words::change(stated, unit)));
            }
            text
        }
        Published::Change { stated, level, .. } => {
            let mut text = stated.iter().map(|c| words::change_phrase(c, unit)).collect::<Vec<_>>().join(", ");
            match level {
                Some(crate::model::KnownLevel::Before(known)) => {
                    text.push_str(&format!(", from {}, level after not published", dated(known, unit)));
                }
                Some(crate::model::KnownLevel::After(known)) => {
                    text.push_str(&format!(", to {}, level before not published", dated(known, unit)));
                }
                None => {}
            }
            text
        }
        Published::Direction { direction, .. } => format!("{}, no figure published", direction.word()),
        Published::Rating { before, after } => {
            let steps = comparison.rating.map_or_else(String::new, |rating| format!(", {}", rating_words(rating)));
            format!(
                "{} ({}) to {} ({}){steps}",
                before.grade,
                words::period(&before.date),
                after.grade,
                words::period(&after.date)
            )
        }
        Published::Part { .. } => part(&comparison.located.outcome.published),
        Published::Single(level) => format!("{}, nothing to compare it with", words::level(&level.number, unit)),
        Published::SingleGrade(grade) => format!("{}, nothing to compare it with", grade.grade),
        Published::Series { points, .. } => format!("a series of {} values", words::count(points.len())),
        Published::Suppressed(remains) => suppressed::finding(remains, unit),
    }
}

/// The computed change in per cent with its bound: "over +136.8%"; `None` where none was computed.
pub fn computed(comparison: &Comparison<'_>) -> Option<String> {
    let percent = words::percent(comparison.percent.value()?);
    Some(match comparison.computed_bound {
        Bound::Exactly | Bound::Between => percent,
        bound => format!("{} {percent}", bound.word()),
    })
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
        RatingChange::FrameworkChanged => "framework changed".to_owned(),
        RatingChange::FrameworkNotStated => "framework not stated".to_owned(),
        RatingChange::JudgementDiffers => "judgements may differ".to_owned(),
        RatingChange::UnknownScale => "scale not known".to_owned(),
    }
}

fn dated(level: &Level, unit: &str) -> String {
    let number = words::level(&level.number, unit);
    if level.period.is_stated() { format!("{number} ({})", words::period(&level.period)) } else { number }
}

/// "28 of 44", "over 80% of 524", "over 80%".
pub fn part(published: &Published) -> String {
    let Published::Part { count, of, share, .. } = published else { return String::new() };
    let first = match (count, share) {
        (Some(count), Some(share)) => {
            format!("{} ({})", words::level(count, ""), words::level(share, "%"))
        }
        (Some(count), None) => words::level(count, ""),
        (None, Some(share)) => words::level(share, "%"),
        (None, None) => "some".to_owned(),
    };
    match of {
        Some(of) => format!("{first} of {}", words::level(of, "")),
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
    let mut text = format!("{title}. {what}");
    let mut sized: Vec<(&str, f64, String)> =
        drawn.iter().filter_map(|c| drawn_change(c).map(|(at, words)| (c.place.as_str(), at, words))).collect();
    sized.sort_by(|a, b| a.1.total_cmp(&b.1));
    match sized.as_slice() {
        [] => {}
        [(place, _, words)] => text.push_str(&format!(" {place}: {words}.")),
        [(lowest, _, low), .., (highest, _, high)] => {
            text.push_str(&format!(" The changes run from {low} ({lowest}) to {high} ({highest})."));
        }
    }
    let without_level = drawn.iter().filter(|c| c.before().is_none() && c.after().is_none()).count();
    for comparison in drawn.iter().filter(|c| matches!(c.located.outcome.published, Published::Suppressed(_))) {
        text.push_str(&format!(" {}: {}.", comparison.place, finding(comparison)));
    }
    if without_level > 0 {
        text.push_str(&format!(
            " For {} of {} no level was published, so none is drawn.",
            words::count(without_level),
            words::count(drawn.len())
        ));
    }
    let directions = drawn.iter().filter(|c| c.located.outcome.published.form() == Form::Direction).count();
    if directions > 0 {
        text.push_str(&format!(" {} only a direction.", sentence_count(directions, "gives", "give")));
    }
    for sentence in super::left_out_sentences(left_out) {
        text.push(' ');
        text.push_str(&sentence);
    }
    text
}

fn sentence_count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", words::sentence_case(&words::count(n)), if n == 1 { one } else { many })
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
        Some(stated) => Some((stated.centre(), words::change(stated, ""))),
        None => Some((shown_percent(comparison)?, computed(comparison)?)),
    }
}
