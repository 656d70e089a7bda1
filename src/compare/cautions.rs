//! Which cautions apply to an outcome, in order of the rules.
//!
//! Cautions read what [`Comparison`] has worked out, and compute nothing. R2, R4, R7 and R15 have no caution of a single
//! outcome: the choice of what is drawn, the writing of numbers, the colours and the order keep them. R12 speaks through
//! [`super::Uncertainty`].

use super::{
    agreement,
    benchmark::{BenchmarkStanding, value_in_words},
    caution::{Caution, Rule},
    change,
    comparison::{Comparison, is_small},
    computed::{Computed, NoPercent},
    dataset_index::{DatasetIndex, Link},
    flow,
    months::{equal_lengths, is_whole_years},
    phrases::{self, AmountUnit, by_commas, computed_change, missing, with_thousands},
    rating::RatingChange,
    reconciliation::Reconciliation,
    suppression,
    timing::Timing,
};
use crate::model::{
    Bound, Change, ChangeUnit, Dataset, KnownLevel, Level, Located, Measure, Outcome, OutcomeId, PointValue, Published,
    Role,
};
use crate::say;
use crate::words::decimals::computed_decimals;

/// What this comparison must tell its reader.
pub(super) fn cautions(surroundings: &DatasetIndex<'_>, comparison: &Comparison<'_>) -> Vec<Caution> {
    let outcome = comparison.located.outcome;
    let mut found = Vec::new();
    found.extend(level_not_published(&outcome.published));
    found.extend(order_of_periods(&outcome.published));
    found.extend(periods(comparison));
    found.extend(comparison.reconciliations.iter().filter_map(|r| conflict(r, comparison)));
    if matches!(outcome.published, Published::Change { .. }) && comparison.contradicts_itself() {
        let unit = &comparison.located.indicator.unit;
        let stated: Vec<String> = comparison.stated.iter().map(|change| phrases::stated(change, unit)).collect();
        found.push(Caution::new(Rule::R5, say!("caution-stated-contradict", stated = by_commas(&stated))));
    }
    if let Published::Part { count: Some(count), of: Some(of), share: Some(share), .. } = &outcome.published
        && !agreement::part_fits(count, of, share)
    {
        let (count, of) = (phrases::as_printed(count), phrases::as_printed(of));
        let share = phrases::as_printed(share);
        found.push(Caution::new(Rule::R5, say!("caution-part-conflicts", count = count, of = of, share = share)));
    }
    found.extend(counts(comparison));
    found.extend(rating(comparison.rating));
    found.extend(role(outcome.role));
    found.extend(benchmark(comparison));
    found.extend(counted_once(surroundings, outcome));
    found.extend(comparison.evidence.cautions.iter().map(|text| Caution::new(Rule::R13, text)));
    found.extend(gaps(&outcome.published));
    found.extend(outcome.withheld.as_ref().and_then(suppression::sentence).map(|text| Caution::new(Rule::R14, text)));
    found
}

fn level_not_published(published: &Published) -> Option<Caution> {
    let text = match published {
        Published::Change { level: None, .. } => say!("caution-no-level"),
        Published::Change { level: Some(KnownLevel::Before(_)), .. } => {
            say!("caution-no-level-after")
        }
        Published::Change { level: Some(KnownLevel::After(_)), .. } => {
            say!("caution-no-level-before")
        }
        Published::Direction { .. } => say!("caution-no-level-no-change"),
        Published::Pair { .. }
        | Published::Rating { .. }
        | Published::Part { .. }
        | Published::Single(_)
        | Published::SingleGrade(_)
        | Published::Series { .. }
        | Published::Suppressed(_) => return None,
    };
    Some(Caution::new(Rule::R1, text))
}

/// R3: before and after that are the same time, overlap, or are in reverse order.
fn order_of_periods(published: &Published) -> Option<Caution> {
    let Published::Pair { before, after, .. } = published else { return None };
    let (from, to) = (before.period.label(), after.period.label());
    let text = match Timing::of(&before.period, &after.period) {
        Timing::InOrder | Timing::NotKnown => return None,
        Timing::Same => say!("caution-same-period", before = from),
        Timing::Overlapping => say!("caution-overlapping-periods", before = from, after = to),
        Timing::TurnedRound => say!("caution-periods-turned-round", before = from, after = to),
    };
    Some(Caution::new(Rule::R3, text))
}

/// R3: averages, part-years, and lengths that are not known.
fn periods(comparison: &Comparison<'_>) -> Vec<Caution> {
    let is_pair = matches!(comparison.located.outcome.published, Published::Pair { .. });
    let indicator = comparison.located.indicator;
    if comparison.change == Computed::None(NoPercent::LengthsDiffer) {
        return vec![Caution::new(Rule::R3, say!("caution-lengths-differ"))];
    }
    if !flow::adds_up(indicator) || !is_pair {
        return Vec::new();
    }
    let (Some(before), Some(after)) = (comparison.months_before, comparison.months_after) else {
        let text = say!("caution-length-not-known");
        return vec![Caution::new(Rule::R3, text)];
    };
    let mut found = Vec::new();
    if comparison.per_month.is_some()
        && let (Some(level_before), Some(level_after)) = (comparison.before(), comparison.after())
    {
        let caution = Caution::new(
            Rule::R3,
            say!(
                "caution-averages-a-month",
                over = months_in_words(before),
                against = months_in_words(after),
                before = average_in_words(level_before, before),
                after = average_in_words(level_after, after),
            ),
        );
        found.push(caution.told_with_averages());
    }
    if is_part_of_a_year(comparison) {
        let text = say!("caution-part-of-a-year");
        found.push(Caution::new(Rule::R3, text).told_with_averages());
    }
    found
}

/// Whether the levels of a flow were counted over parts of years that hold different seasons (R3).
pub(super) fn is_part_of_a_year(comparison: &Comparison<'_>) -> bool {
    let is_pair = matches!(comparison.located.outcome.published, Published::Pair { .. });
    let (Some(before), Some(after)) = (comparison.months_before, comparison.months_after) else { return false };
    let whole_years = is_whole_years(before) && is_whole_years(after);
    is_pair && flow::adds_up(comparison.located.indicator) && !whole_years && !same_season(comparison, before, after)
}

/// A level as an average a month, with its bound (R4).
fn average_in_words(level: &Level, months: f64) -> String {
    phrases::bounded(&level.number, |value| {
        let average = value / months;
        with_thousands(&format!("{:.*}", computed_decimals(average), average))
    })
}

/// Whether two periods of equal length begin in the same calendar month, so that they hold the same season.
fn same_season(comparison: &Comparison<'_>, before: f64, after: f64) -> bool {
    let month = |level: Option<&Level>| Some(level?.period.days()?.0.month());
    let months = (month(comparison.before()), month(comparison.after()));
    equal_lengths(before, after) && months.0.is_some() && months.0 == months.1
}

/// R5: what is stated against what the levels give.
fn conflict(reconciliation: &Reconciliation, comparison: &Comparison<'_>) -> Option<Caution> {
    let text = match reconciliation {
        Reconciliation::Fits { .. } => return None,
        Reconciliation::FitsCounts { stated } => {
            let stated = with_thousands(&phrases::stated(stated, &comparison.located.indicator.unit));
            return Some(Caution::new(Rule::R3, say!("caution-stated-of-counts", stated = stated)));
        }
        Reconciliation::NoBase { stated } => {
            say!("caution-stated-from-zero", stated = phrases::stated(stated, &comparison.located.indicator.unit))
        }
        Reconciliation::Conflicts { stated, computed_low, computed_high } => {
            let unit = AmountUnit::of(stated, &comparison.located.indicator.unit);
            let computed = match printed_change(comparison, stated) {
                Some(printed) => computed_change(printed, printed, unit),
                None => computed_change(*computed_low, *computed_high, unit),
            };
            let shown = with_thousands(&phrases::stated(stated, &comparison.located.indicator.unit));
            say!("caution-stated-conflicts", stated = shown, computed = computed)
        }
    };
    Some(Caution::new(Rule::R5, text))
}

/// The change between two exact levels as printed, in the unit of the stated one; their rounding would only blur the words.
fn printed_change(comparison: &Comparison<'_>, stated: &Change) -> Option<f64> {
    let exact = |level: &Level| (level.number.bound() == Bound::Exactly).then(|| level.number.value());
    let (before, after) = (exact(comparison.before()?)?, exact(comparison.after()?)?);
    match stated.unit {
        ChangeUnit::Percent if comparison.per_month.is_some() => comparison.change.value(),
        ChangeUnit::Percent => change::percent(before, after),
        ChangeUnit::Points | ChangeUnit::Unit => change::difference(before, after),
    }
}

/// R6: small numbers, and nothing from zero.
fn counts(comparison: &Comparison<'_>) -> Option<Caution> {
    if comparison.change == Computed::None(NoPercent::ZeroBase) {
        let text = say!("caution-none-before");
        return Some(Caution::new(Rule::R6, text));
    }
    let small =
        if small_sample(comparison.located) { say!("caution-small-sample") } else { say!("caution-small-numbers") };
    comparison.small_numbers.then(|| Caution::new(Rule::R6, small))
}

/// Whether a share, a rate or an average is of fewer than ten people or cases, before or after.
pub(super) fn small_sample(located: Located<'_>) -> bool {
    let Located { outcome, indicator, .. } = located;
    let of_people = match indicator.measure {
        Measure::Share | Measure::Rate | Measure::Average => true,
        Measure::Flow | Measure::Stock | Measure::NotStated => indicator.is_share(),
        Measure::Rating => false,
    };
    let whole = if let Published::Part { of, .. } = &outcome.published { of.as_ref() } else { None };
    let counted = [whole, outcome.counted.before.as_ref(), outcome.counted.after.as_ref()];
    of_people && counted.into_iter().flatten().any(is_small)
}

fn rating(change: Option<RatingChange>) -> Option<Caution> {
    match change? {
        RatingChange::Steps(_) => None,
        RatingChange::FrameworkChanged => Some(say!("caution-framework-changed")),
        RatingChange::FrameworkNotStated => Some(say!("caution-framework-not-stated")),
        RatingChange::JudgementDiffers => Some(say!("caution-judgement-differs")),
        RatingChange::DatesTurnedRound => Some(say!("caution-grades-turned-round")),
        RatingChange::UnknownScale => Some(say!("caution-unknown-scale")),
    }
    .map(|text| Caution::new(Rule::R8, text))
}

fn role(role: Role) -> Option<Caution> {
    let text = match role {
        Role::Outcome | Role::Context => return None,
        Role::Estimate => say!("caution-estimate"),
        Role::Target => say!("caution-target"),
        Role::Plan => say!("caution-plan"),
    };
    Some(Caution::new(Rule::R9, text))
}

fn benchmark(comparison: &Comparison<'_>) -> Option<Caution> {
    let benchmark = comparison.located.outcome.benchmark.as_ref()?;
    match comparison.benchmark {
        BenchmarkStanding::InWords(reason) => Some(Caution::new(
            Rule::R10,
            say!(
                "caution-benchmark-in-words",
                benchmark = benchmark.of.as_str(),
                value = value_in_words(&benchmark.value),
                reason = reason,
            ),
        )),
        BenchmarkStanding::None | BenchmarkStanding::OnLevels | BenchmarkStanding::OnChanges => None,
    }
}

/// The caution that two outcomes count some of the same (R11); it names the other one.
fn overlap_caution(name: &str) -> Caution {
    Caution::new(Rule::R11, say!("caution-overlap", name = name))
}

/// The cautions, with all overlaps in one that names every other outcome.
pub fn with_overlaps_together(dataset: &Dataset, outcome: &Outcome, cautions: &[Caution]) -> Vec<Caution> {
    let names = linked(&DatasetIndex::of(dataset), outcome, Link::Overlaps);
    if names.len() < 2 {
        return cautions.to_vec();
    }
    let single: Vec<Caution> = names.iter().map(|name| overlap_caution(name)).collect();
    let mut all = Some(Caution::new(Rule::R11, say!("caution-overlaps", names = by_commas(&names))));
    cautions
        .iter()
        .filter_map(|caution| if single.contains(caution) { all.take() } else { Some(caution.clone()) })
        .collect()
}

/// R11: shared events and other accounts, whichever of the two outcomes names the other.
fn counted_once(surroundings: &DatasetIndex<'_>, outcome: &Outcome) -> Vec<Caution> {
    let mut found = Vec::new();
    for name in linked(surroundings, outcome, Link::Overlaps) {
        found.push(overlap_caution(&name));
    }
    for name in linked(surroundings, outcome, Link::Disagrees) {
        let text = say!("caution-disagrees", name = name);
        found.push(Caution::new(Rule::R11, text));
    }
    found
}

/// The names of the outcomes that this one names, and of those that name it.
fn linked(surroundings: &DatasetIndex<'_>, outcome: &Outcome, link: Link) -> Vec<String> {
    let ids = surroundings.linked(outcome, link);
    ids.into_iter().map(|id| name(surroundings.dataset, outcome, &id)).collect()
}

/// The indicator's name, and what sets the other outcome apart: its places, or its documents where the places agree.
fn name(dataset: &Dataset, outcome: &Outcome, id: &OutcomeId) -> String {
    let Some(other) = dataset.outcome(id) else {
        return say!("caution-outcome", name = id.as_str());
    };
    let indicator = other.indicator.name.as_str();
    if other.outcome.places != outcome.places {
        let places = dataset.names(&other.outcome.places, say!("list-comma"));
        return say!("caution-outcome-of-places", name = indicator, places = places);
    }
    if other.outcome.indicator != outcome.indicator {
        return say!("caution-outcome", name = indicator);
    }
    say!("caution-outcome-of-sources", name = indicator, sources = dataset.source_titles(&other.outcome.sources))
}

fn gaps(published: &Published) -> Option<Caution> {
    let Published::Series { points, .. } = published else {
        return None;
    };
    let gaps: Vec<String> = points
        .iter()
        .filter_map(|point| match point.value {
            PointValue::Missing(reason) => {
                Some(say!("caution-missing-value", when = point.period.label(), reason = missing(reason)))
            }
            PointValue::Known(_) => None,
        })
        .collect();
    (!gaps.is_empty()).then(|| Caution::new(Rule::R14, say!("caution-missing", values = by_commas(&gaps))))
}

/// "12 months", "1 month", "2.8 months".
fn months_in_words(months: f64) -> String {
    let rounded = (months * 10.0).round() / 10.0;
    if (rounded - 1.0).abs() < f64::EPSILON {
        say!("number-one-month").to_owned()
    } else {
        say!("number-months", months = rounded.to_string())
    }
}

#[cfg(test)]
mod tests;
