//! What official statistics add to a figure: the years between the two dates, rows by region, and notes of release, boundaries, breaks
//! and gaps (R16, R17).

use crate::compare::Comparison;
use crate::compare::Rule;
use crate::compare::months::middle;
use crate::compare::phrases::{by_semicolons, missing};
use crate::compare::statistics::vintages_of;
use crate::model::{Dataset, Missing, Number, OpenSide, Order, Period};
use crate::say;

use super::assembly::Drawn;
use super::groups::context_heading;
use super::levels::Stand;
use super::{Fill, Note, Row, RowGroup, SeriesMark, TileBody, mark_style, notes, small_multiples, words};

/// More rows than this are read by region.
const MANY: usize = 20;

/// Whether it sets two dates of a statistic beside each other.
pub fn is_official(comparison: &Comparison<'_>) -> bool {
    comparison.located.outcome.statistic.is_some()
}

/// The two dates in words, where all of several rows are official statistics of the same two.
pub fn shared_dates(drawn: &[Comparison<'_>]) -> Option<String> {
    let mut told = drawn.iter().map(|c| is_official(c).then(|| words::time_between(&c.located.outcome.published)));
    let first = told.next()??;
    (drawn.len() > 1 && told.all(|other| other.as_deref() == Some(first.as_str()))).then_some(first)
}

/// What a reader should know of the statistics that are drawn: which release, which boundaries, where a series breaks and why a level
/// is missing. Each once, with the places where it does not hold of all.
pub fn notes(dataset: &Dataset, drawn: &[Comparison<'_>]) -> Vec<Note> {
    let official: Vec<&Comparison<'_>> = drawn.iter().filter(|c| is_official(c)).collect();
    let told = official.iter().flat_map(|c| {
        let release = release_in_words(dataset, c);
        release.into_iter().chain(c.located.outcome.notes.iter().cloned()).map(|text| (text, c.place.as_str()))
    });
    notes::grouped(told)
        .into_iter()
        .map(|(text, mut places)| {
            places.sort_unstable();
            places.dedup();
            let text = if places.len() == official.len() {
                text
            } else {
                say!("note-of-places", places = notes::named(&places), note = text)
            };
            Note { rule: Rule::R16, text }
        })
        .collect()
}

/// "Official statistics as released on 14 November 2024.", "… in 2024."
fn release_in_words(dataset: &Dataset, comparison: &Comparison<'_>) -> Option<String> {
    let statistic = dataset.statistic(comparison.located.outcome.statistic.as_ref()?)?;
    let release = dataset.release(&statistic.release)?;
    let date = release.released.is_stated().then(|| words::period(&release.released))?;
    let kind = if release.released.days().is_some_and(|(first, last)| first == last) { "day" } else { "span" };
    Some(say!("note-released", kind = kind, date = date))
}

/// The attributions that the licences of the statistics ask for, each once.
pub fn attributions(dataset: &Dataset, drawn: &[Comparison<'_>]) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for comparison in drawn {
        let statistic = comparison.located.outcome.statistic.as_ref().and_then(|id| dataset.statistic(id));
        let release = statistic.and_then(|statistic| dataset.release(&statistic.release));
        let attribution = release.map(|release| release.attribution.trim()).unwrap_or_default();
        if !attribution.is_empty() && !told.iter().any(|other| other == attribution) {
            told.push(attribution.to_owned());
        }
    }
    told
}

/// The values of a statistic from the first of its two dates to the second, where there are others between them; `None` where there are
/// not.
pub fn years_between(dataset: &Dataset, comparison: &Comparison<'_>) -> Option<TileBody> {
    let outcome = comparison.located.outcome;
    outcome.statistic.as_ref()?;
    let vintages = vintages_of(dataset, &outcome.indicator)?;
    let (before, after) = (comparison.before()?, comparison.after()?);
    let place = outcome.places.first()?;
    let (first, last) = (before.period.days()?, after.period.days()?);
    let between = vintages
        .periods()
        .into_iter()
        .filter(|period| period.days().is_some_and(|days| days.1 >= first.1 && days.1 <= last.1));
    let unit = &comparison.located.indicator.unit;
    let points: Vec<SeriesMark> = between
        .filter_map(|period| {
            let value = vintages.standing(place, period)?.value;
            let stand = value.as_ref().ok().map(Stand::of);
            Some(SeriesMark {
                caption: words::period(period),
                at: middle(period),
                value: stand.map(|stand| stand.at),
                high: stand.and_then(|stand| stand.high),
                open: OpenSide::Neither,
                label: match &value {
                    Ok(number) => words::level(number, unit),
                    Err(reason) => missing(*reason).to_owned(),
                },
                look: mark_style::look(comparison, Fill::Solid),
            })
        })
        .collect();
    (points.len() > 2).then(|| TileBody::Series { missing: small_multiples::missing_in_words(&points), points })
}

/// Every date of a place's statistic, the latest first, as its newest release has it; what a release before it had otherwise stands
/// behind it (R16).
pub fn every_date(dataset: &Dataset, comparison: &Comparison<'_>) -> Vec<String> {
    let outcome = comparison.located.outcome;
    let vintages = outcome.statistic.as_ref().and_then(|_| vintages_of(dataset, &outcome.indicator));
    let (Some(vintages), Some(place)) = (vintages, outcome.places.first()) else { return Vec::new() };
    let unit = &comparison.located.indicator.unit;
    let in_words = |value: &Result<Number, Missing>| match value {
        Ok(number) => words::level(number, unit),
        Err(reason) => missing(*reason).to_owned(),
    };
    let line = |period: &Period| {
        let releases = vintages.releases_of(place, period);
        let (newest, before) = releases.split_first()?;
        let (date, value) = (words::sentence_case(&words::period(period)), in_words(&newest.value));
        let others: Vec<String> = before
            .iter()
            .filter(|other| other.value != newest.value)
            .map(|other| {
                let released = words::period(&other.vintage.release.released);
                say!("detail-released-before", value = in_words(&other.value), date = released)
            })
            .collect();
        let mut line = say!("detail-at-date", date = date, value = value);
        if !others.is_empty() {
            line = say!("detail-revised", line = line, others = by_semicolons(&others));
        }
        Some(line)
    };
    vintages.periods().into_iter().rev().filter_map(line).collect()
}

/// Rows of many places by their region, in alphabetical order; places without one come last. Fewer rows, rows that are not all
/// official, and rows in another order than the usual one stay together.
pub fn by_region(drawn: &Drawn<'_>, mut groups: Vec<RowGroup>) -> Vec<RowGroup> {
    let (dataset, is_usual) = (drawn.dataset, drawn.view.order == Order::default());
    let drawn = &drawn.comparisons;
    let region_of = |row: &Row| {
        let of_row = drawn.iter().find(|c| c.located.outcome.id == row.outcome);
        let place = of_row.and_then(|c| c.located.outcome.places.first());
        place.and_then(|id| dataset.council(id)).map_or(String::new(), |council| council.region.clone())
    };
    let is_split = |group: &RowGroup| group.heading.is_empty() && group.rows.len() > MANY;
    if !drawn.iter().all(is_official) {
        return groups;
    }
    for group in groups.iter_mut().filter(|group| group.heading == context_heading()) {
        say!("figure-heading-regions").clone_into(&mut group.heading);
    }
    if !is_usual || !groups.iter().any(is_split) {
        return groups;
    }
    let mut split = Vec::new();
    for group in groups {
        if !is_split(&group) {
            split.push(group);
            continue;
        }
        let mut regions = notes::grouped(group.rows.into_iter().map(|row| (region_of(&row), row)));
        regions.sort_by(|(one, _), (other, _)| (one.is_empty(), one).cmp(&(other.is_empty(), other)));
        split.extend(regions.into_iter().map(|(heading, rows)| RowGroup {
            heading: if heading.is_empty() { say!("figure-no-region").to_owned() } else { heading },
            rows,
        }));
    }
    split
}
