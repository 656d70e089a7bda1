//! What a figure says to somebody who hears it: one sentence a datum, one paragraph a figure.

use crate::compare::phrases::{self, by_commas, by_semicolons};
use crate::compare::{Comparison, ComputedChange, RatingChange, Reconciliation, ShownChange};
use crate::model::{Change, Form, Grade, Level, Number, PointValue, Published, Role, SeriesPoint, Unit};
use crate::say;

use super::{changes, outcome_text, suppressed, words};

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
    if comparison.small_numbers {
        parts.push(say!("tile-small-numbers").to_owned());
    }
    if let Some(benchmark) = &outcome.benchmark {
        parts.push(say!("alt-benchmark", benchmark = outcome_text::benchmark(benchmark, &indicator.unit)));
    }
    if outcome.role != Role::Outcome {
        parts.push(outcome.role.label().to_owned());
    }
    let (place, name) = (comparison.place.as_str(), lower_first(&indicator.name));
    say!("alt-datum", place = place, indicator = name, finding = by_commas(&parts))
}

/// What was published, and the computed change beside it.
pub fn finding(comparison: &Comparison<'_>) -> String {
    let unit = &comparison.located.indicator.unit;
    match &comparison.located.outcome.published {
        Published::Pair { before, after, .. } => {
            let mut parts = vec![say!("figure-from-to", before = dated(before, unit), after = dated(after, unit))];
            if let Some((before, after)) = changes::averages(comparison) {
                parts.push(say!("alt-averages", before = before, after = after));
            }
            if let Some(change) = changes::computed(comparison) {
                parts.push(say!("figure-computed", percent = change));
            }
            if let Some(reason) = comparison.change.reason().filter(|_| comparison.computed_change().is_none()) {
                parts.push(say!("alt-no-percentage", reason = reason.in_short()));
            }
            for stated in comparison.stated {
                parts.push(spoken_stated(comparison, stated));
            }
            by_commas(&parts)
        }
        Published::Change { stated, level, .. } => {
            let mut parts: Vec<String> = stated.iter().map(|c| words::change_phrase(c, unit)).collect();
            match level {
                Some(crate::model::KnownLevel::Before(known)) => {
                    parts.push(say!("alt-from-level", level = dated(known, unit)));
                }
                Some(crate::model::KnownLevel::After(known)) => {
                    parts.push(say!("alt-to-level", level = dated(known, unit)));
                }
                None => {}
            }
            if comparison.contradicts_itself() {
                parts.push(say!("alt-contradicts-itself").to_owned());
            }
            by_commas(&parts)
        }
        Published::Direction { direction, .. } => say!("alt-direction", direction = phrases::direction(*direction)),
        Published::Rating { before, after } => {
            let dated =
                |grade: &Grade| say!("alt-dated", figure = grade.grade.as_str(), when = words::period(&grade.date));
            let mut parts = vec![say!("figure-from-to", before = dated(before), after = dated(after))];
            parts.extend(comparison.rating.map(rating_words));
            by_commas(&parts)
        }
        Published::Part { .. } => part(&comparison.located.outcome.published),
        Published::Single(level) => say!("alt-single", figure = words::level(&level.number, unit)),
        Published::SingleGrade(grade) => say!("alt-single", figure = grade.grade.as_str()),
        Published::Series { points, .. } => {
            let value = |value: &PointValue| match value {
                PointValue::Known(number) => words::level(number, unit),
                PointValue::Missing(reason) => phrases::missing(*reason).to_owned(),
            };
            let dated = |p: &SeriesPoint| say!("alt-point", when = words::period(&p.period), value = value(&p.value));
            let values: Vec<String> = points.iter().map(dated).collect();
            let count = words::count(points.len());
            say!("alt-series", n = points.len(), count = count, values = by_semicolons(&values))
        }
        Published::Suppressed(remains) => suppressed::finding(remains, unit),
    }
}

/// A stated change beside two levels, and how it stands to them (R3, R5).
fn spoken_stated(comparison: &Comparison<'_>, stated: &Change) -> String {
    let change = words::change(stated, &comparison.located.indicator.unit);
    match comparison.reconciliation_of(stated) {
        Some(Reconciliation::Conflicts { .. }) => say!("alt-stated-conflicts", change = change),
        Some(Reconciliation::FitsCounts { .. }) => say!("alt-stated-of-counts", change = change),
        Some(Reconciliation::Fits { .. } | Reconciliation::NoBase { .. }) | None => {
            say!("alt-stated", change = change)
        }
    }
}

/// What became of a rating, for the middle of a sentence.
pub fn rating_words(rating: RatingChange) -> String {
    let words = rating.describe();
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
        say!("alt-dated", figure = number, when = words::period(&level.period))
    } else {
        number
    }
}

/// "28 of 44", "over 80% of 524", "over 80%".
pub fn part(published: &Published) -> String {
    let Published::Part { count, of, share, .. } = published else { return String::new() };
    let number = |number: &Number| words::level(number, &Unit::NUMBER);
    part_of(
        count.as_ref().map(number),
        of.as_ref().map(number),
        share.map(|share| words::level(&share, &Unit::PERCENT)),
    )
}

/// A part of a whole, as far as each is known.
pub fn part_of(count: Option<String>, whole: Option<String>, share: Option<String>) -> String {
    let part = match (count, share) {
        (Some(count), Some(share)) => say!("alt-count-and-share", count = count, share = share),
        (Some(part), None) | (None, Some(part)) => part,
        (None, None) => say!("alt-some").to_owned(),
    };
    match whole {
        Some(whole) => say!("alt-part-of", part = part, whole = whole),
        None => part,
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

/// The alternative text of rows after their title: the largest fall and rise, what contradicts itself, what is small, what is missing
/// and why.
pub fn of_rows(drawn: &[Comparison<'_>], left_out: &[super::LeftOutRow]) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut sized: Vec<(&str, f64, String)> =
        drawn.iter().filter_map(|c| drawn_change(c).map(|(at, words)| (c.place.as_str(), at, words))).collect();
    sized.sort_by(|a, b| a.1.total_cmp(&b.1));
    match sized.as_slice() {
        [] => {}
        [(place, _, words)] => {
            sentences.push(say!("alt-figure-of-place", place = *place, finding = words.as_str()));
        }
        [(_, low, words), .., (_, high, _)] if (high - low).abs() < 1e-9 => {
            sentences.push(say!("alt-figure-all-the-same", change = words.as_str()));
        }
        [(lowest, _, low), .., (highest, _, high)] => sentences.push(say!(
            "alt-figure-range",
            low = low.as_str(),
            lowest = *lowest,
            high = high.as_str(),
            highest = *highest,
        )),
    }
    let told = |comparison: &&Comparison<'_>| {
        let published = &comparison.located.outcome.published;
        comparison.contradicts_itself()
            || matches!(published, Published::Suppressed(_))
            || matches!(comparison.shown_change(), ShownChange::OfCounts { .. })
    };
    for comparison in drawn.iter().filter(told) {
        sentences.push(say!("alt-figure-of-place", place = comparison.place.as_str(), finding = finding(comparison)));
    }
    let without_level = drawn.iter().filter(|c| c.before().is_none() && c.after().is_none()).count();
    if without_level > 0 {
        let with_level = drawn.len() - without_level;
        let (count, of) = (words::count(without_level), words::count(drawn.len()));
        sentences.push(say!("alt-figure-without-level", n = with_level, count = count, of = of));
    }
    let directions = drawn.iter().filter(|c| c.located.outcome.published.form() == Form::Direction).count();
    if directions > 0 {
        let count = words::sentence_case(&words::count(directions));
        sentences.push(say!("alt-figure-directions", n = directions, count = count));
    }
    sentences.extend(without_percentage(drawn));
    let named = |holds: &dyn Fn(&Comparison<'_>) -> bool| {
        let mut places: Vec<&str> = drawn.iter().filter(|c| holds(c)).map(|c| c.place.as_str()).collect();
        places.dedup();
        (!places.is_empty()).then(|| by_semicolons(&places))
    };
    if let Some(places) = named(&|c| c.small_numbers) {
        sentences.push(say!("alt-figure-small-numbers", places = places));
    }
    for (role, words) in [
        (Role::Estimate, say!("alt-figure-estimates")),
        (Role::Target, say!("alt-figure-targets")),
        (Role::Plan, say!("alt-figure-plans")),
        (Role::Context, say!("alt-figure-context")),
    ] {
        if let Some(places) = named(&|c| c.located.outcome.role == role) {
            sentences.push(say!("alt-figure-of-place", place = words, finding = places));
        }
    }
    for comparison in drawn {
        if let Some(benchmark) = &comparison.located.outcome.benchmark {
            let told = outcome_text::benchmark(benchmark, &comparison.located.indicator.unit);
            sentences.push(say!("alt-figure-benchmark", place = comparison.place.as_str(), benchmark = told));
        }
    }
    sentences.extend(super::left_out_sentences(left_out));
    sentences
}

/// The places with two levels and no percentage, each with its reason; `None` where there are none.
fn without_percentage(drawn: &[Comparison<'_>]) -> Option<String> {
    let reasons =
        drawn.iter().filter(|c| matches!(c.located.outcome.published, Published::Pair { .. })).filter_map(|c| {
            let reason = c.change.reason().filter(|_| c.computed_change().is_none())?;
            Some(say!("alt-figure-reason", place = c.place.as_str(), reason = reason.in_short()))
        });
    let reasons: Vec<String> = reasons.collect();
    (!reasons.is_empty()).then(|| say!("alt-figure-no-percentage", places = by_semicolons(&reasons)))
}

/// Every number where a mark of this change stands, or reaches to.
pub fn shown_values(comparison: &Comparison<'_>) -> Vec<f64> {
    let of_levels = |levels: ComputedChange| match levels {
        ComputedChange::Value(value, _) => vec![value],
        ComputedChange::Range(low, high) => vec![low, high],
    };
    let of_stated = |stated: &Change| std::iter::once(stated.signed()).chain(stated.signed_high()).collect::<Vec<_>>();
    match comparison.shown_change() {
        ShownChange::Computed(levels) => of_levels(levels),
        ShownChange::Stated(stated) => of_stated(stated),
        ShownChange::OfCounts { averages, .. } => of_levels(averages),
        ShownChange::Conflict { stated, levels } => [of_stated(stated), of_levels(levels)].concat(),
        ShownChange::Contradiction | ShownChange::Direction(_) | ShownChange::None => Vec::new(),
    }
}

/// The change whose mark is drawn, and its words with their bound (R4) and where they come from (R1): "+34.2% computed", "down over
/// 60%". `None` where what is stated does not fit the levels: then there is no one change (R5).
fn drawn_change(comparison: &Comparison<'_>) -> Option<(f64, String)> {
    let of_levels = |levels: ComputedChange| {
        let at = match levels {
            ComputedChange::Value(value, _) => value,
            ComputedChange::Range(low, high) => f64::midpoint(low, high),
        };
        (at, say!("figure-computed", percent = changes::of_levels(comparison, levels)))
    };
    match comparison.shown_change() {
        ShownChange::Computed(levels) | ShownChange::OfCounts { averages: levels, .. } => Some(of_levels(levels)),
        ShownChange::Stated(_) if comparison.contradicts_itself() => None,
        ShownChange::Stated(stated) => {
            Some((stated.centre(), words::change(stated, &comparison.located.indicator.unit)))
        }
        ShownChange::Conflict { .. } | ShownChange::Contradiction | ShownChange::Direction(_) | ShownChange::None => {
            None
        }
    }
}
