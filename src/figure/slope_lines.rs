//! Slopes: a line an outcome from its level before to its level after, between two upright axes.
//!
//! It draws outcomes with both levels of one indicator only; the rest is left out with its reason (R1, R2). Context has axes of
//! its own, because a national level beside councils' would press them together. Where labels stand is for the drawing.

use crate::compare::{AxisNeed, ChangeScale, Comparison, LevelScale, Rule, one_axis, sort};
use crate::model::{Dataset, FigureKind, Indicator, Level, Order, Period, Published};
use crate::say;

use super::{
    Body, Figure, Fill, Note, SlopeEnd, SlopeGroup, SlopeLine, alt_text, groups, levels, mark_style, notes, titles,
    words,
};

/// The figure of the kind `slope`.
pub fn figure(dataset: &Dataset, comparisons: Vec<Comparison<'_>>, order: Order) -> Figure {
    let mut selection = one_axis(comparisons, AxisNeed::BothLevels);
    let scale = selection.scale;
    let left_out = notes::left_out_rows(&selection.left_out);
    let Some(indicator) = selection.drawn.first().map(|c| c.located.indicator) else {
        return super::nothing_stands(FigureKind::Slope, left_out);
    };
    sort(&mut selection.drawn, order);
    let drawn = &selection.drawn;
    let (context, own): (Vec<_>, Vec<_>) = drawn.iter().partition(|c| groups::is_context(c));
    let of_own = (!own.is_empty()).then(|| group("", &own, indicator, scale));
    let heading = say!("slope-context", context = groups::context_heading());
    let of_context = (!context.is_empty()).then(|| group(&heading, &context, indicator, scale));
    let mut slopes: Vec<SlopeGroup> = of_own.into_iter().chain(of_context).collect();
    let apart = groups::told_apart(drawn);
    for line in slopes.iter_mut().flat_map(|group| &mut group.lines) {
        if let Some(by) = apart.get(&line.outcome) {
            line.label = say!("figure-told-apart", words = line.label.as_str(), by = by.as_str());
        }
    }
    let body = Body::Slopes(slopes);
    let title = titles::finding(drawn, indicator);
    let subtitle = titles::subtitle(indicator, scale, ChangeScale::Percent, AxisNeed::BothLevels);
    let subtitle = if levels::values_alone(drawn.iter(), scale).iter().any(|value| *value < 0.0) {
        say!("slope-subtitle-below-zero", subtitle = subtitle)
    } else {
        say!("slope-subtitle", subtitle = subtitle)
    };
    let alt = alt_text::alt_of_rows(&title, &subtitle, drawn, &left_out);
    Figure {
        kind: FigureKind::Slope,
        key: mark_style::key_of(&body),
        notes: notes::of_rules(drawn, own_notes(drawn, order, scale)),
        author_note: String::new(),
        source: notes::source_line(dataset, drawn),
        title,
        subtitle,
        body,
        left_out,
        alt,
    }
}

fn group(heading: &str, drawn: &[&Comparison<'_>], indicator: &Indicator, scale: LevelScale) -> SlopeGroup {
    // A benchmark has no place between these axes, however near it is.
    let values = levels::values_alone(drawn.iter().copied(), scale);
    let (before, after) = (shared_period(drawn, before_period), shared_period(drawn, after_period));
    let told = |period: &Option<String>| period.clone().filter(|period| !period.is_empty());
    SlopeGroup {
        heading: heading.to_owned(),
        title: levels::panel_title(indicator, scale),
        before_title: told(&before)
            .map_or_else(|| say!("slope-before").to_owned(), |when| say!("slope-before-when", when = when)),
        after_title: told(&after)
            .map_or_else(|| say!("slope-after").to_owned(), |when| say!("slope-after-when", when = when)),
        axis: levels::axis(values, &indicator.unit),
        lines: drawn.iter().filter_map(|c| line(c, scale, before.is_none(), after.is_none())).collect(),
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
    match &comparison.located.outcome.published {
        Published::Pair { over, .. } if over.is_stated() => Some(over),
        Published::Pair { .. }
        | Published::Change { .. }
        | Published::Direction { .. }
        | Published::Rating { .. }
        | Published::Part { .. }
        | Published::Single(_)
        | Published::SingleGrade(_)
        | Published::Series { .. }
        | Published::Suppressed(_) => None,
    }
}

fn line(comparison: &Comparison<'_>, scale: LevelScale, tells_before: bool, tells_after: bool) -> Option<SlopeLine> {
    let end = |level: &Level, stand: levels::Stand, at: f64, fill: Fill, period: Option<String>| SlopeEnd {
        at: stand.at,
        high: stand.high,
        open: level.number.bound().side(),
        look: mark_style::look(comparison, fill),
        label: levels::label(comparison, level, at, scale),
        period: period.unwrap_or_default(),
    };
    Some(SlopeLine {
        outcome: comparison.located.outcome.id.clone(),
        label: comparison.place.clone(),
        before: end(
            comparison.before()?,
            levels::before(comparison, scale)?,
            comparison.before_on(scale)?,
            Fill::Hollow,
            tells_before.then(|| before_period(comparison)),
        ),
        after: end(
            comparison.after()?,
            levels::after(comparison, scale)?,
            comparison.after_on(scale)?,
            Fill::Solid,
            tells_after.then(|| after_period(comparison)),
        ),
        spoken: alt_text::datum(comparison),
    })
}

fn own_notes(drawn: &[Comparison<'_>], order: Order, scale: LevelScale) -> Vec<Note> {
    let mut own = notes::of_axis(drawn, order, scale);
    // The place of a label on these axes is its level, whatever order was asked for.
    if drawn.len() > 1 && !own.iter().any(|n| n.rule == Rule::R15) {
        let text = say!("note-slopes-no-ranking");
        own.push(Note { rule: Rule::R15, text: text.to_owned() });
    }
    notes::of_open_levels(drawn, &mut own);
    notes::of_ranges(drawn, &mut own);
    // A benchmark has one level and one time, and so no place between these two axes.
    own.extend(notes::of_other_benchmarks(drawn, None));
    own
}
