//! Slopes: a line an outcome from its level before to its level after, between two upright axes.
//!
//! The figure draws outcomes with both levels of one indicator only; the rest is left out with its reason (R1, R2). Context has axes of
//! its own, because a national level beside councils' would press them together. Where labels stand is for the drawing.

use crate::compare::{Comparison, LevelScale, Rule, periods_differ};
use crate::model::{Period, Published};
use crate::say;

use super::assembly::{Drawn, FigureParts};
use super::{
    Body, Note, Owner, SlopeEnd, SlopeGroup, SlopeLine, alt_text, benchmarks, groups, levels, notes, titles, words,
};

/// The parts of the kind `slope`.
pub fn parts(drawn: &mut Drawn<'_>) -> FigureParts {
    drawn.sort();
    let (context, own): (Vec<_>, Vec<_>) = drawn.comparisons.iter().partition(|c| groups::is_context(c));
    let of_own = (!own.is_empty()).then(|| group("", &own, drawn));
    let heading = say!("slope-context", context = groups::context_heading());
    let of_context = (!context.is_empty()).then(|| group(&heading, &context, drawn));
    let mut slopes: Vec<SlopeGroup> = of_own.into_iter().chain(of_context).collect();
    let apart = groups::told_apart(&drawn.comparisons);
    for line in slopes.iter_mut().flat_map(|group| &mut group.lines) {
        if let Some(by) = apart.get(&line.outcome) {
            line.label = say!("figure-told-apart", words = line.label.as_str(), by = by.as_str());
        }
    }
    let subtitle = titles::subtitle(drawn);
    let subtitle = if drawn.comparisons.iter().flat_map(|c| levels::ends(c, drawn.scale)).any(|value| value < 0.0) {
        say!("slope-subtitle-below-zero", subtitle = subtitle)
    } else {
        say!("slope-subtitle", subtitle = subtitle)
    };
    let notes = notes::of_rules(&drawn.comparisons, own_notes(drawn));
    drawn.of_concept(subtitle, Body::Slopes(slopes), notes)
}

fn group(heading: &str, members: &[&Comparison<'_>], drawn: &Drawn<'_>) -> SlopeGroup {
    let (indicator, scale) = (drawn.indicator, drawn.scale);
    // A benchmark has no place between these axes, however near it is.
    let values = members.iter().flat_map(|c| levels::ends(c, scale)).collect();
    let (before, after) = (shared_period(members, before_period), shared_period(members, after_period));
    let told = |period: &Option<String>| period.clone().filter(|period| !period.is_empty());
    SlopeGroup {
        heading: heading.to_owned(),
        title: levels::panel_title(indicator, scale),
        before_title: told(&before)
            .map_or_else(|| say!("slope-before").to_owned(), |when| say!("slope-before-when", when = when)),
        after_title: told(&after)
            .map_or_else(|| say!("slope-after").to_owned(), |when| say!("slope-after-when", when = when)),
        axis: levels::axis(values, &indicator.unit),
        lines: members.iter().filter_map(|c| line(c, scale, before.is_none(), after.is_none())).collect(),
    }
}

/// The period in words where all have the same.
fn shared_period(drawn: &[&Comparison<'_>], told: impl Fn(&Comparison<'_>) -> String) -> Option<String> {
    let mut periods = drawn.iter().map(|c| told(c));
    let first = periods.next()?;
    periods.all(|period| period == first).then_some(first)
}

/// When the level before was counted; nothing where only the time between was stated, which stands at the other end.
fn before_period(comparison: &Comparison<'_>) -> String {
    match comparison.before().map(|level| &level.period) {
        Some(period) if period.is_stated() || between(comparison).is_none() => words::period(period),
        _ => String::new(),
    }
}

/// When the level after was counted, or how long after the level before.
fn after_period(comparison: &Comparison<'_>) -> String {
    match (comparison.after().map(|level| &level.period), between(comparison)) {
        (Some(period), Some(between)) if !period.is_stated() => words::period(between),
        (Some(period), _) => words::period(period),
        (None, _) => String::new(),
    }
}

/// The time between before and after, where it was stated as such.
fn between<'a>(comparison: &Comparison<'a>) -> Option<&'a Period> {
    let Published::Pair { over, .. } = &comparison.located.outcome.published else { return None };
    over.is_stated().then_some(over)
}

fn line(comparison: &Comparison<'_>, scale: LevelScale, tells_before: bool, tells_after: bool) -> Option<SlopeLine> {
    let end = |placed: levels::PlacedLevel<'_>, period: Option<String>| SlopeEnd {
        at: placed.stand.at,
        high: placed.stand.high,
        open: placed.open,
        look: placed.look,
        label: levels::label(comparison, placed, scale),
        period: period.unwrap_or_default(),
    };
    Some(SlopeLine {
        outcome: comparison.located.outcome.id.clone(),
        label: comparison.place.clone(),
        before: end(levels::before(comparison, scale)?, tells_before.then(|| before_period(comparison))),
        after: end(levels::after(comparison, scale)?, tells_after.then(|| after_period(comparison))),
        owner: Owner::default(),
        spoken: alt_text::datum(comparison),
    })
}

fn own_notes(drawn: &Drawn<'_>) -> Vec<Note> {
    let mut own = notes::of_axis(drawn);
    // The place of a label on these axes is its level, whatever order was asked for.
    if drawn.comparisons.len() > 1 && !periods_differ(&drawn.comparisons) {
        own.push(Note { rule: Rule::R15, text: say!("note-slopes-no-ranking").to_owned() });
    }
    notes::of_levels(&drawn.comparisons, &mut own);
    // A benchmark has one level and one time, and so no place between these two axes.
    own.extend(benchmarks::in_words(drawn, &[]));
    own
}
