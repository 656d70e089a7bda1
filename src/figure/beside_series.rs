//! What the official series says beside an outcome, in sentences (R19, R20): the headline, each pair of dates that the words of the claim
//! allow with its verdict, and how much councils of this size usually move.

use crate::compare::Comparison;
use crate::compare::claim::{ClaimRow, ClaimVerdict, check, is_checked};
use crate::compare::ordinary::{change, ordinary_movement, similar_between};
use crate::compare::statistics::{StandingValue, Vintages, vintages_of};
use crate::model::{CouncilId, CouncilKind, Dataset, Period};
use crate::say;

use super::series_members::name_of;
use super::statistics_table::{joined, release_name};
use super::{statistics_notes, words};

/// A place of a series at two dates.
#[derive(Clone, Copy)]
struct Stretch<'a> {
    holder: &'a Dataset,
    vintages: &'a Vintages<'a>,
    place: &'a CouncilId,
    from: &'a Period,
    to: &'a Period,
}

/// Everything that is said of an outcome beside its series; nothing where it has none.
pub fn lines(dataset: &Dataset, comparison: &Comparison<'_>) -> Vec<String> {
    let (outcome, indicator) = (comparison.located.outcome, comparison.located.indicator);
    if statistics_notes::is_official(comparison) {
        return of_official(dataset, comparison);
    }
    if !is_checked(outcome) || (indicator.statistic.is_none() && vintages_of(dataset, &indicator.id).is_none()) {
        return Vec::new();
    }
    let checked = check(dataset, &comparison.located);
    let mut lines = Vec::new();
    let nearest = checked.rows.first();
    let ends = nearest.and_then(|row| Some((row.from.as_ref()?, row.to.as_ref()?)));
    let series = checked.series.as_ref();
    let stretch = series.zip(ends).and_then(|(series, (from, to))| {
        let (holder, vintages, place) = (series.holder, &series.vintages, series.place?);
        Some(Stretch { holder, vintages, place, from: from.period, to: to.period })
    });
    lines.extend(stretch.and_then(|stretch| headline(&stretch)));
    // What may be the reason is told once.
    lines.extend(checked.rows.iter().enumerate().map(|(nth, row)| match nth {
        0 => row_in_words(row),
        _ => dates_in_words(row).unwrap_or_default(),
    }));
    // Of a claim that counts something else the series tells nothing.
    if nearest.is_some_and(|row| row.verdict != ClaimVerdict::NotComparable) {
        lines.extend(stretch.map(|stretch| ordinary(&stretch)));
    }
    if let Some(series) = series {
        let (name, title) = (series.vintages.indicator.name.as_str(), series.holder.title.as_str());
        lines.push(say!("series-named", name = name, title = title));
    }
    lines
}

/// What is said of two dates of a statistic: what England and councils of this size did between them, and usually do.
fn of_official(dataset: &Dataset, comparison: &Comparison<'_>) -> Vec<String> {
    let outcome = comparison.located.outcome;
    let is_council = |id: &&CouncilId| dataset.council(id).is_some_and(|council| council.kind.is_council());
    let place = outcome.places.first().filter(is_council);
    let levels = comparison.before().zip(comparison.after());
    let vintages = vintages_of(dataset, &outcome.indicator);
    let (Some(place), Some((before, after)), Some(vintages)) = (place, levels, vintages) else { return Vec::new() };
    let stretch = Stretch { holder: dataset, vintages: &vintages, place, from: &before.period, to: &after.period };
    headline(&stretch).into_iter().chain([ordinary(&stretch)]).collect()
}

/// "Leeds fell 14.4% (2011 to 2016); England rose 7.5%; of the 40 nearest in size 16 fell."
fn headline(stretch: &Stretch<'_>) -> Option<String> {
    let Stretch { holder, vintages, place, from, to } = *stretch;
    let own = change(vintages, place, (from, to))?;
    let mut parts = vec![place_moved(holder, vintages, place, (from, to))?];
    let nation = holder.councils.iter().find(|council| council.kind == CouncilKind::Nation);
    if let Some((nation, moved)) = nation.and_then(|nation| Some((nation, change(vintages, &nation.id, (from, to))?))) {
        parts.push(say!(
            "series-nation-moved",
            place = nation.name.as_str(),
            way = way(moved),
            percent = percent(moved)
        ));
    }
    if let Some(similar) = similar_between(holder, vintages, place, (from, to)).filter(|similar| similar.councils > 0) {
        let (same, way) = if own < 0.0 { (similar.fell, "fell") } else { (similar.rose, "rose") };
        parts.push(say!("series-similar-moved", councils = similar.councils, same = same, way = way));
    }
    Some(format!("{}.", parts.join("; ")))
}

/// "Leeds fell 14.4% (2011 to 2016)"; `None` where a value is missing or the base is zero.
pub fn place_moved(
    holder: &Dataset,
    vintages: &Vintages<'_>,
    place: &CouncilId,
    (from, to): (&Period, &Period),
) -> Option<String> {
    let own = change(vintages, place, (from, to))?;
    Some(say!(
        "series-place-moved",
        place = name_of(holder, place),
        way = way(own),
        percent = percent(own),
        from = from.days()?.1.year().to_string(),
        to = to.days()?.1.year().to_string()
    ))
}

/// How councils of this size usually move, or why that is not told.
fn ordinary(stretch: &Stretch<'_>) -> String {
    let Stretch { holder, vintages, place, from, to } = *stretch;
    match ordinary_movement(holder, vintages, place, (from, to)) {
        Ok(usual) => {
            let own = change(vintages, place, (from, to));
            let stands = match own {
                Some(own) if own < usual.low => "below",
                Some(own) if own > usual.high => "above",
                Some(_) => "within",
                None => "none",
            };
            say!(
                "ordinary-between",
                low = words::percent(usual.low),
                high = words::percent(usual.high),
                years = usual.years,
                count = words::count(usual.years.unsigned_abs() as usize),
                stands = stands
            )
        }
        Err(why) => say!("ordinary-not-told", why = why.describe()),
    }
}

/// "31 March 2011 to 31 March 2016: 1,448 to 1,239, −14.4%: differs. The series …"
pub fn row_in_words(row: &ClaimRow<'_>) -> String {
    let told = dates_in_words(row).unwrap_or_else(|| format!("{}.", words::sentence_case(row.verdict.label())));
    [told, row.reason.clone()].join(" ").trim_end().to_owned()
}

/// The same without the reason; `None` where there are no dates.
fn dates_in_words(row: &ClaimRow<'_>) -> Option<String> {
    let (from, to) = (row.from.as_ref()?, row.to.as_ref()?);
    let value = |end: &StandingValue<'_>| match end.value {
        Ok(number) => words::plain(number.value(), usize::from(number.decimals())),
        Err(reason) => reason.label().to_owned(),
    };
    Some(say!(
        "series-row",
        from = words::period(from.period),
        to = words::period(to.period),
        before = value(from),
        after = value(to),
        change = row.change_percent.map_or_else(String::new, words::percent),
        has_change = if row.change_percent.is_some() { "yes" } else { "no" },
        release = joined([Some(from), Some(to)], " / ", release_name),
        verdict = row.verdict.label()
    ))
}

fn way(change: f64) -> &'static str {
    if change < 0.0 {
        "fell"
    } else if change > 0.0 {
        "rose"
    } else {
        "stayed"
    }
}

/// A size without its sign.
fn percent(change: f64) -> String {
    format!("{}%", words::plain(change.abs(), 1))
}
