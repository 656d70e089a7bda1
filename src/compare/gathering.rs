//! Which cautions apply to an outcome, in order of the rules.
//!
//! It reads what [`Comparison`] has worked out, and computes nothing of its own. R2, R4, R7 and R15 have no caution of a single
//! outcome: they are kept in what is drawn, in how numbers are written, in colours and in the order. R12 speaks through
//! [`super::Uncertainty`].

use super::{
    benchmark::BenchmarkStanding,
    caution::{Caution, Rule},
    comparison::Comparison,
    computed::{Computed, NoPercent},
    months::{equal_lengths, is_whole_years},
    rating::RatingChange,
    reconciliation::Reconciliation,
};
use crate::model::{
    Change, ChangeUnit, Dataset, Indicator, KnownLevel, Measure, Outcome, OutcomeId, PointValue, Published, Role,
};

/// What a reader has to be told of this comparison.
pub(super) fn cautions(dataset: &Dataset, comparison: &Comparison<'_>) -> Vec<Caution> {
    let outcome = comparison.located.outcome;
    let mut found = Vec::new();
    found.extend(level_not_published(&outcome.published));
    found.extend(periods(comparison));
    found.extend(comparison.reconciliations.iter().filter_map(|r| conflict(r, comparison.located.indicator)));
    found.extend(counts(comparison));
    found.extend(rating(comparison.rating));
    found.extend(role(outcome.role));
    found.extend(benchmark(comparison));
    found.extend(counted_once(dataset, outcome));
    found.extend(comparison.evidence.cautions.iter().map(|text| Caution::new(Rule::R13, text)));
    found.extend(gaps(&outcome.published));
    found
}

fn level_not_published(published: &Published) -> Option<Caution> {
    let text = match published {
        Published::Change { level: None, .. } => "Neither level was published, only the change.",
        Published::Change { level: Some(KnownLevel::Before(_)), .. } => {
            "The level after was not published, only the level before and the change."
        }
        Published::Change { level: Some(KnownLevel::After(_)), .. } => {
            "The level before was not published, only the level after and the change."
        }
        Published::Direction { .. } => "Neither level nor change was published, only the direction.",
        _ => return None,
    };
    Some(Caution::new(Rule::R1, text))
}

/// R3: averages, part-years, and lengths that are not known.
fn periods(comparison: &Comparison<'_>) -> Vec<Caution> {
    let is_pair = matches!(comparison.located.outcome.published, Published::Pair { .. });
    if comparison.located.indicator.measure != Measure::Flow || !is_pair {
        return Vec::new();
    }
    let (Some(before), Some(after)) = (comparison.months_before, comparison.months_after) else {
        let text = "It is not known how long each count lasted, so that there is neither a percentage nor an interval.";
        return vec![Caution::new(Rule::R3, text)];
    };
    let mut found = Vec::new();
    if let Some(averages) = comparison.per_month {
        found.push(Caution::new(
            Rule::R3,
            format!(
                "Counted over {} and {}, so compared as an average a month: {:.1} against {:.1}.",
                months_in_words(before),
                months_in_words(after),
                averages.before,
                averages.after
            ),
        ));
    }
    if !(is_whole_years(before) && is_whole_years(after)) && !same_season(comparison, before, after) {
        let text = "A part of a year is compared, and seasons or a campaign may be part of the difference.";
        found.push(Caution::new(Rule::R3, text));
    }
    found
}

/// Whether two periods of equal length begin in the same calendar month, so that they hold the same season.
fn same_season(comparison: &Comparison<'_>, before: f64, after: f64) -> bool {
    let month = |level: Option<&crate::model::Level>| Some(level?.period.days()?.0.month());
    let months = (month(comparison.before()), month(comparison.after()));
    equal_lengths(before, after) && months.0.is_some() && months.0 == months.1
}

/// R5: what is stated against what the levels give.
fn conflict(reconciliation: &Reconciliation, indicator: &Indicator) -> Option<Caution> {
    let text = match reconciliation {
        Reconciliation::Fits { .. } => return None,
        Reconciliation::NoBase { stated } => {
            format!("The source states that it {stated}, but from zero there is no percentage to check this with.")
        }
        Reconciliation::Conflicts { stated, computed_low, computed_high } => {
            let unit = unit_of(stated, indicator);
            let computed = change_in_words(*computed_low, *computed_high, &unit);
            let shown = match stated.unit {
                ChangeUnit::Unit => format!("{stated}{unit}"),
                ChangeUnit::Percent | ChangeUnit::Points => stated.to_string(),
            };
            format!("The source states that it {shown}, but the levels it prints give {computed}.")
        }
    };
    Some(Caution::new(Rule::R5, text))
}

fn unit_of(stated: &Change, indicator: &Indicator) -> String {
    match stated.unit {
        ChangeUnit::Percent => "%".to_owned(),
        ChangeUnit::Points => " percentage points".to_owned(),
        ChangeUnit::Unit => format!(" {}", indicator.unit),
    }
}

/// R6: small numbers, and nothing from zero.
fn counts(comparison: &Comparison<'_>) -> Option<Caution> {
    if comparison.percent == Computed::None(NoPercent::ZeroBase) {
        let text = "There were none before, and there is no percentage from zero.";
        return Some(Caution::new(Rule::R6, text));
    }
    comparison.small_numbers.then(|| {
        let text =
            "Small numbers: with fewer than ten in the base, one case more or less moves a percentage a long way.";
        Caution::new(Rule::R6, text)
    })
}

fn rating(change: Option<RatingChange>) -> Option<Caution> {
    match change? {
        RatingChange::Steps(_) => None,
        RatingChange::FrameworkChanged => {
            Some("The framework of inspection changed, so no step is counted between the two grades.")
        }
        RatingChange::FrameworkNotStated => {
            Some("The framework of inspection is not stated for both grades, so no step is counted between them.")
        }
        RatingChange::JudgementDiffers => {
            Some("The two grades judge different things, so no step is counted between them.")
        }
        RatingChange::UnknownScale => {
            Some("The scale of these grades is not known here, so no step is counted between them.")
        }
    }
    .map(|text| Caution::new(Rule::R8, text))
}

fn role(role: Role) -> Option<Caution> {
    let text = match role {
        Role::Outcome | Role::Context => return None,
        Role::Estimate => "This is an estimate, not a count of what happened.",
        Role::Target => "This is a target, not what happened.",
        Role::Plan => "This is a plan, not what happened.",
    };
    Some(Caution::new(Rule::R9, text))
}

fn benchmark(comparison: &Comparison<'_>) -> Option<Caution> {
    let benchmark = comparison.located.outcome.benchmark.as_ref()?;
    match comparison.benchmark {
        BenchmarkStanding::InWords(reason) => {
            Some(Caution::new(Rule::R10, format!("Benchmark \u{201c}{}\u{201d}: {reason}", benchmark.of)))
        }
        BenchmarkStanding::None | BenchmarkStanding::OnLevels | BenchmarkStanding::OnChanges => None,
    }
}

/// R11: shared events and other accounts, whichever of the two outcomes names the other.
fn counted_once(dataset: &Dataset, outcome: &Outcome) -> Vec<Caution> {
    let linked = |own: &[OutcomeId], of: fn(&Outcome) -> &[OutcomeId]| {
        let mut ids: Vec<OutcomeId> = own.to_vec();
        for other in dataset.outcomes().map(|located| located.outcome) {
            if of(other).contains(&outcome.id) && !ids.contains(&other.id) {
                ids.push(other.id.clone());
            }
        }
        ids.into_iter().map(|id| name(dataset, outcome, &id)).collect::<Vec<_>>()
    };
    let mut found = Vec::new();
    for name in linked(&outcome.overlaps, |other| &other.overlaps) {
        let text = format!("Counts some of the same events as {name}, so the two are never added.");
        found.push(Caution::new(Rule::R11, text));
    }
    for name in linked(&outcome.disagrees_with, |other| &other.disagrees_with) {
        let text =
            format!("Another account of the same thing disagrees: {name}. Both are shown as they were published.");
        found.push(Caution::new(Rule::R11, text));
    }
    found
}

/// The indicator's name, with what tells the other outcome apart: its places, and its documents where the places agree.
fn name(dataset: &Dataset, outcome: &Outcome, id: &OutcomeId) -> String {
    let Some(other) = dataset.outcome(id) else {
        return format!("\u{201c}{id}\u{201d}");
    };
    let indicator = &other.indicator.name;
    if other.outcome.places != outcome.places {
        return format!("\u{201c}{indicator}\u{201d} ({})", dataset.names(&other.outcome.places, ", "));
    }
    if other.outcome.indicator != outcome.indicator {
        return format!("\u{201c}{indicator}\u{201d}");
    }
    format!("\u{201c}{indicator}\u{201d} in {}", dataset.source_titles(&other.outcome.sources))
}

fn gaps(published: &Published) -> Option<Caution> {
    let Published::Series { points, .. } = published else {
        return None;
    };
    let missing: Vec<String> = points
        .iter()
        .filter_map(|point| match point.value {
            PointValue::Missing(reason) => Some(format!("{} ({})", point.period, reason.word())),
            PointValue::Known(_) => None,
        })
        .collect();
    (!missing.is_empty()).then(|| Caution::new(Rule::R14, format!("Values are missing: {}.", missing.join(", "))))
}

/// "12 months", "1 month", "2.8 months".
fn months_in_words(months: f64) -> String {
    let rounded = (months * 10.0).round() / 10.0;
    let word = if (rounded - 1.0).abs() < f64::EPSILON { "month" } else { "months" };
    format!("{rounded} {word}")
}

/// "a rise of 34.2%", "a fall of between 50% and 67%", "a change between −5% and 3%", "a rise of at least 140%".
fn change_in_words(low: f64, high: f64, unit: &str) -> String {
    let round = |value: f64| (value * 10.0).round() / 10.0;
    let (low, high) = (round(low), round(high));
    let amount = |value: f64| format!("{}{unit}", value.abs());
    if low < 0.0 && high > 0.0 {
        return match (low.is_finite(), high.is_finite()) {
            (true, true) => format!("anything between a fall of {} and a rise of {}", amount(low), amount(high)),
            (true, false) => format!("anything above a fall of {}", amount(low)),
            (false, true) => format!("anything below a rise of {}", amount(high)),
            (false, false) => "no certain change".to_owned(),
        };
    }
    let (word, near, far) = if high <= 0.0 && low < 0.0 { ("fall", high, low) } else { ("rise", low, high) };
    if !far.is_finite() {
        format!("a {word} of at least {}", amount(near))
    } else if near.total_cmp(&far).is_eq() {
        if near == 0.0 { "no change".to_owned() } else { format!("a {word} of {}", amount(near)) }
    } else {
        format!("a {word} of between {} and {}", amount(near), amount(far))
    }
}
