//! Units that will be read otherwise than they were meant: what the author should know of how their words are taken.
//!
//! A unit is read by its head ([`crate::model::Unit`]). It leaves out an empty unit, which is told with the names.

use std::collections::HashSet;

use super::PathedOutcome;
use crate::dataset::finding::Problem;
use crate::model::{Dataset, Indicator, IndicatorId, KnownLevel, Measure, Published, UnitKind};
use crate::say;

/// Checks the unit of each indicator.
pub(super) fn check(dataset: &Dataset, outcomes: &[&PathedOutcome<'_>], problems: &mut Vec<Problem>) {
    let with_levels: HashSet<&IndicatorId> = outcomes
        .iter()
        .filter(|placed| has_level(&placed.outcome.published))
        .map(|placed| &placed.outcome.indicator)
        .collect();
    for (nth, indicator) in dataset.indicators.iter().enumerate() {
        let unit = indicator.unit.as_str();
        let found = if let Some(word) = amount_within(indicator) {
            let taken = taken_for(indicator.unit.kind());
            Some((
                say!("check-unit-within", unit = unit, taken = taken, word = word.as_str()),
                say!("check-unit-within.fix", word = word.as_str()),
            ))
        } else {
            against_measure(indicator, with_levels.contains(&indicator.id))
        };
        if let Some((sentence, fix)) = found {
            problems.push(Problem::caution(format!("indicators[{nth}].unit"), sentence, fix));
        }
    }
}

/// A unit that says something else than the measure.
fn against_measure(indicator: &Indicator, has_levels: bool) -> Option<(String, String)> {
    let (unit, kind) = (indicator.unit.as_str(), indicator.unit.kind());
    let is_share = indicator.unit.is_share();
    let told = match indicator.measure {
        Measure::Flow | Measure::Stock if is_share => {
            (say!("check-unit-share-counted", unit = unit), say!("check-unit-share-counted.fix").to_owned())
        }
        Measure::Flow | Measure::Stock if kind == UnitKind::Rate => {
            (say!("check-unit-rate-counted", unit = unit), say!("check-unit-rate-counted.fix").to_owned())
        }
        Measure::Flow if indicator.unit.is_per_time() => {
            (say!("check-unit-averaged", unit = unit), say!("check-unit-averaged.fix").to_owned())
        }
        Measure::Share if has_levels && !is_share && kind != UnitKind::NotStated => {
            (say!("check-unit-no-share", unit = unit), say!("check-unit-no-share.fix").to_owned())
        }
        Measure::Flow
        | Measure::Stock
        | Measure::Rate
        | Measure::Average
        | Measure::Share
        | Measure::Rating
        | Measure::NotStated => return None,
    };
    Some(told)
}

/// The word for a share or for money that a unit holds after its head, where it is taken for something else. What has a number
/// beside it is part of a description: "families earning under £20,000", "the 10% most deprived".
fn amount_within(indicator: &Indicator) -> Option<String> {
    match indicator.unit.kind() {
        UnitKind::Percent | UnitKind::Points | UnitKind::Money(_) | UnitKind::Grade | UnitKind::NotStated => {
            return None;
        }
        UnitKind::Counted | UnitKind::Time | UnitKind::Measured | UnitKind::Rate | UnitKind::Scale => {}
    }
    let text = indicator.unit.as_str().to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    let ends_with_digit = |word: &&str| word.ends_with(|c: char| c.is_ascii_digit());
    words.iter().enumerate().find_map(|(nth, word)| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '%' | '£' | '€' | '$'));
        let before = nth.checked_sub(1).and_then(|nth| words.get(nth));
        let is_sign = bare.contains(['%', '£', '€', '$']);
        let after = words.get(nth + 1).map_or("", |word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        let is_word = matches!(
            bare,
            "percent" | "percentage" | "percentages" | "pct" | "pounds" | "euros" | "dollars" | "pence" | "gbp"
        );
        let is_per_cent = bare == "per" && after == "cent";
        let has_number = bare.contains(|c: char| c.is_ascii_digit()) || before.is_some_and(ends_with_digit);
        let found = (is_sign || is_word || is_per_cent) && !has_number;
        found.then(|| if is_per_cent { "per cent".to_owned() } else { bare.to_owned() })
    })
}

/// What kind of amount a unit is taken for, in words.
fn taken_for(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Counted | UnitKind::NotStated => say!("check-unit-taken-for-count"),
        UnitKind::Time => say!("check-unit-taken-for-time"),
        UnitKind::Measured => say!("check-unit-taken-for-measured"),
        UnitKind::Rate => say!("check-unit-taken-for-rate"),
        UnitKind::Scale | UnitKind::Grade => say!("check-unit-taken-for-scale"),
        UnitKind::Percent | UnitKind::Points => say!("check-unit-taken-for-share"),
        UnitKind::Money(_) => say!("check-unit-taken-for-money"),
    }
}

/// Whether an account holds a level in the indicator's unit.
fn has_level(published: &Published) -> bool {
    match published {
        Published::Pair { .. } | Published::Single(_) | Published::Series { .. } => true,
        Published::Change { level, .. } => matches!(level, Some(KnownLevel::Before(_) | KnownLevel::After(_))),
        Published::Direction { .. }
        | Published::Rating { .. }
        | Published::Part { .. }
        | Published::SingleGrade(_)
        | Published::Suppressed(_) => false,
    }
}
