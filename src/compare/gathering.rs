//! Which cautions apply to an outcome, in order of the rules.
//!
//! It reads what [`Comparison`] has worked out, and computes nothing of its own. R2, R4, R7 and R15 have no caution of a single
//! outcome: they are kept in what is drawn, in how numbers are written, in colours and in the order. R12 speaks through
//! [`super::Uncertainty`].

use super::{
    benchmark::{BenchmarkStanding, value_in_words},
    caution::{Caution, Rule},
    change,
    comparison::Comparison,
    computed::{Computed, NoPercent},
    months::{equal_lengths, is_whole_years},
    rating::RatingChange,
    reconciliation::Reconciliation,
    suppression,
};
use crate::model::{
    Bound, Change, ChangeUnit, Dataset, Indicator, KnownLevel, Level, Measure, Outcome, OutcomeId, PointValue,
    Published, Role,
};

/// How the caution of overlapping outcomes begins (R11).
pub const OVERLAPS: &str = "Counts some of the same people or events as";

/// How it ends.
pub const NEVER_ADDED: &str = ", so the two are never added.";

/// What a reader has to be told of this comparison.
pub(super) fn cautions(dataset: &Dataset, comparison: &Comparison<'_>) -> Vec<Caution> {
    let outcome = comparison.located.outcome;
    let mut found = Vec::new();
    found.extend(level_not_published(&outcome.published));
    found.extend(periods(comparison));
    found.extend(comparison.reconciliations.iter().filter_map(|r| conflict(r, comparison)));
    found.extend(counts(comparison));
    found.extend(rating(comparison.rating));
    found.extend(role(outcome.role));
    found.extend(benchmark(comparison));
    found.extend(counted_once(dataset, outcome));
    found.extend(comparison.evidence.cautions.iter().map(|text| Caution::new(Rule::R13, text)));
    found.extend(gaps(&outcome.published));
    found.extend(outcome.withheld.as_ref().and_then(suppression::sentence).map(|text| Caution::new(Rule::R14, text)));
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
    let whole_years = is_whole_years(before) && is_whole_years(after);
    if !whole_years && !same_season(comparison, before, after) {
        let text = "A part of a year is compared, and seasons or a campaign may be part of the difference.";
        found.push(Caution::new(Rule::R3, text));
    }
    found
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
        Reconciliation::NoBase { stated } => {
            format!("The source states that it {stated}, but from zero there is no percentage to check this with.")
        }
        Reconciliation::Conflicts { stated, computed_low, computed_high } => {
            let unit = unit_of(stated, comparison.located.indicator);
            let computed = match printed_change(comparison, stated) {
                Some(printed) => change_in_words(printed, printed, &unit),
                None => change_in_words(*computed_low, *computed_high, &unit),
            };
            let shown = match stated.unit {
                ChangeUnit::Unit => format!("{stated}{unit}"),
                ChangeUnit::Percent | ChangeUnit::Points => stated.to_string(),
            };
            let shown = with_thousands(&shown);
            format!("The source states that it {shown}, but the levels it prints give {computed}.")
        }
    };
    Some(Caution::new(Rule::R5, text))
}

/// The change between two exact levels as printed, in the unit of the stated one; their rounding would only blur the words.
fn printed_change(comparison: &Comparison<'_>, stated: &Change) -> Option<f64> {
    let exact = |level: &Level| (level.number.bound() == Bound::Exactly).then(|| level.number.value());
    let (before, after) = (exact(comparison.before()?)?, exact(comparison.after()?)?);
    match stated.unit {
        ChangeUnit::Percent => change::percent(before, after),
        ChangeUnit::Points | ChangeUnit::Unit => change::difference(before, after),
    }
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
            Some("The two grades are not known to judge the same thing, so no step is counted between them.")
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
        BenchmarkStanding::InWords(reason) => Some(Caution::new(
            Rule::R10,
            format!("Benchmark \u{201c}{}\u{201d}, {}: {reason}", benchmark.of, value_in_words(&benchmark.value)),
        )),
        BenchmarkStanding::None | BenchmarkStanding::OnLevels | BenchmarkStanding::OnChanges => None,
    }
}

/// R11: shared events and other accounts, whichever of the two outcomes names the other.
fn counted_once(dataset: &Dataset, outcome: &Outcome) -> Vec<Caution> {
    let linked = |own: &[OutcomeId], of: fn(&Outcome) -> &[OutcomeId]| {
        let mut ids: Vec<OutcomeId> = own.to_vec();
        // Each outcome asks all others, so that none is looked at more closely than its list.
        let of_programmes = dataset.programmes.iter().flat_map(|programme| &programme.outcomes);
        for other in of_programmes.chain(&dataset.context) {
            if of(other).contains(&outcome.id) && !ids.contains(&other.id) {
                ids.push(other.id.clone());
            }
        }
        ids.into_iter().map(|id| name(dataset, outcome, &id)).collect::<Vec<_>>()
    };
    let mut found = Vec::new();
    for name in linked(&outcome.overlaps, |other| &other.overlaps) {
        let text = format!("{OVERLAPS} {name}{NEVER_ADDED}");
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
            PointValue::Missing(reason) => Some(format!("{} ({})", point.period.in_words(), reason.word())),
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

/// Commas between thousands of every whole number in a phrase: "rose 24000 children" is "rose 24,000 children".
fn with_thousands(phrase: &str) -> String {
    let mut written = String::new();
    let mut decimals = false;
    let letters: Vec<char> = phrase.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let rest = letters.iter().skip(at).take_while(|c| c.is_ascii_digit()).count();
        let within = at > 0 && letters.get(at - 1).is_some_and(char::is_ascii_digit);
        if within && !decimals && rest > 0 && rest % 3 == 0 {
            written.push(',');
        }
        decimals = letter.is_ascii_digit() && (decimals || (at > 0 && letters.get(at - 1) == Some(&'.')));
        written.push(*letter);
    }
    written
}

/// "a rise of 34.2%", "a fall of between 50.0% and 67.0%", "a change between −5% and 3%", "a rise of at least 140.0%".
fn change_in_words(low: f64, high: f64, unit: &str) -> String {
    // Adding zero turns −0 into 0.
    let round = |value: f64| (value * 10.0).round() / 10.0 + 0.0;
    let (low, high) = (round(low), round(high));
    // What is computed in per cent has one decimal always; a count has none that its levels have not.
    let number = |value: f64| {
        let written = if unit.starts_with('%') { format!("{:.1}", value.abs()) } else { value.abs().to_string() };
        with_thousands(&written)
    };
    let amount = |value: f64| format!("{}{unit}", number(value));
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
        let near = if unit.starts_with(' ') { number(near) } else { amount(near) };
        format!("a {word} of between {near} and {}", amount(far))
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn thousands_have_commas_and_decimals_have_none() {
        for (plain, written) in [
            ("rose 24000 children", "rose 24,000 children"),
            ("fell 15.5%", "fell 15.5%"),
            ("1234567.8901", "1,234,567.8901"),
            ("between 900 and 1200", "between 900 and 1,200"),
        ] {
            assert_eq!(with_thousands(plain), written);
        }
    }
    use super::*;
    use crate::{
        compare::examples::{
            change_only, compare, compare_one, dataset, flow, grade, indicator, level, outcome_of, pair, pair_stated,
            stock,
        },
        model::{Benchmark, BenchmarkValue, Direction, Fact, Missing, Number, Period, SeriesPoint},
    };

    fn texts(indicator: &Indicator, published: Published) -> Vec<(u8, String)> {
        let (dataset, _) = compare_one(indicator, published);
        let comparison = compare(&dataset).remove(0);
        comparison.cautions.into_iter().map(|caution| (caution.rule.number(), caution.text)).collect()
    }

    fn rules(indicator: &Indicator, published: Published) -> Vec<u8> {
        texts(indicator, published).into_iter().map(|(rule, _)| rule).collect()
    }

    /// The cautions of an outcome that is changed before it is compared.
    fn rules_with(change: impl Fn(&mut Outcome)) -> Vec<u8> {
        let mut outcome = outcome_of(&stock(), "anyshire", "a", pair(("52", "2016"), ("81", "2017")));
        change(&mut outcome);
        let dataset = dataset(vec![stock()], vec![outcome]);
        compare(&dataset).remove(0).cautions.into_iter().map(|caution| caution.rule.number()).collect()
    }

    #[test]
    fn a_plain_pair_needs_no_caution() {
        assert_eq!(rules(&stock(), pair(("52", "2016"), ("81", "2017"))), [0_u8; 0]);
        assert_eq!(rules(&flow(), pair(("52", "2016"), ("81", "2017"))), [0_u8; 0]);
    }

    #[test]
    fn r1_a_level_that_was_not_published_is_said() {
        let known = || Some(KnownLevel::Before(level(("60", "2015"))));
        let direction = Published::Direction { direction: Direction::Fell, over: Period::not_stated() };
        for published in [change_only(&["fell 12%"], None), change_only(&["fell 12%"], known()), direction] {
            let found = texts(&stock(), published);
            assert_eq!(found.len(), 1);
            assert!(found[0].0 == 1 && found[0].1.contains("published"), "{found:?}");
        }
    }

    #[test]
    fn r3_barnsley_carries_the_average_and_the_part_year() {
        let found = texts(&flow(), pair(("52", "2016-01-01/2016-12-31"), ("81", "2017-04-01/2017-09-30")));
        assert_eq!(
            found[0],
            (3, "Counted over 12 months and 6 months, so compared as an average a month: 4.3 against 13.5.".to_owned())
        );
        assert!(found[1].0 == 3 && found[1].1.contains("seasons"), "{found:?}");
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn r3_part_years_and_unknown_lengths_are_said() {
        let flows = |before, after| rules(&flow(), pair(("52", before), ("81", after)));
        assert_eq!(flows("2016-01/2016-06", "2016-07/2016-12"), [3], "other seasons");
        assert_eq!(flows("2016-04/2016-09", "2017-04/2017-09"), [0_u8; 0], "the same season");
        assert_eq!(flows("2016", "since 2017"), [3]);
        assert_eq!(flows("2015", "2016-01/2017-12"), [3], "averaged, but over whole years");
        assert_eq!(rules(&stock(), pair(("52", "2016-01/2016-06"), ("81", "2017"))), [0_u8; 0], "a stock");
    }

    #[test]
    fn r5_homeless_households_say_both_figures() {
        let found = texts(&stock(), pair_stated(("62,420", "2010"), ("83,740", "2017"), &["rose 26%"]));
        assert_eq!(
            found,
            [(5, "The source states that it rose 26%, but the levels it prints give a rise of 34.2%.".to_owned())]
        );
        let fits = pair_stated(("71,800", "2005/06"), ("over 170,000", "2015/16"), &["rose 140%"]);
        assert_eq!(rules(&stock(), fits), [0_u8; 0]);
        let in_unit = texts(&stock(), pair_stated(("52", "2016"), ("81", "2017"), &["rose 40"]));
        assert_eq!(
            in_unit[0].1,
            "The source states that it rose 40 children, but the levels it prints give a rise of 29 children."
        );
    }

    #[test]
    fn r5_a_computed_change_is_told_in_words() {
        for (low, high, words) in [
            (34.15, 34.16, "a rise of 34.2%"),
            (-34.16, -34.15, "a fall of 34.2%"),
            (-67.0, -50.0, "a fall of between 50.0% and 67.0%"),
            (136.8, f64::INFINITY, "a rise of at least 136.8%"),
            (f64::NEG_INFINITY, -60.0, "a fall of at least 60.0%"),
            (-5.0, 3.0, "anything between a fall of 5.0% and a rise of 3.0%"),
            (0.0, 0.0, "no change"),
            (-0.01, 0.01, "no change"),
        ] {
            assert_eq!(change_in_words(low, high, "%"), words);
        }
        assert_eq!(change_in_words(28.0, 30.0, " children"), "a rise of between 28 and 30 children");
    }

    #[test]
    fn r6_small_numbers_and_nothing_from_zero() {
        assert_eq!(rules(&stock(), pair(("9", "2016"), ("3", "2017"))), [6]);
        assert_eq!(rules(&stock(), pair(("0", "2016"), ("3", "2017"))), [6]);
        assert_eq!(rules(&indicator(Measure::Average, "months"), pair(("9", "2016"), ("3", "2017"))), [0_u8; 0]);
    }

    #[test]
    fn r8_a_changed_framework_is_said() {
        let ratings = |before, after| {
            let published = Published::Rating { before: grade("adequate", before), after: grade("good", after) };
            rules(&indicator(Measure::Rating, "grade"), published)
        };
        assert_eq!(ratings("Ofsted before 2013", "Ofsted single inspection framework (2013-2017)"), [8]);
        assert_eq!(ratings("Ofsted before 2013", "Ofsted before 2013"), [0_u8; 0]);
        assert_eq!(ratings("not stated", "not stated"), [8]);
    }

    #[test]
    fn r9_r10_r13_what_the_data_says_is_passed_on() {
        assert_eq!(rules_with(|outcome| outcome.role = Role::Target), [9]);
        assert_eq!(rules_with(|outcome| outcome.facts = vec![Fact::PickedAtABadMoment]), [13]);
        let leeds = |outcome: &mut Outcome| {
            let value = BenchmarkValue::UnsignedChange(Number::parse("8.6").unwrap());
            outcome.benchmark =
                Some(Benchmark { of: "national average".to_owned(), value, over: Period::not_stated() });
        };
        assert_eq!(rules_with(leeds), [10]);
    }

    #[test]
    fn r11_shared_events_and_other_accounts_are_named_on_both_sides() {
        let years = || pair(("52", "2016"), ("81", "2017"));
        let mut incidents = outcome_of(&stock(), "a", "incidents", years());
        incidents.overlaps = vec![OutcomeId::new("arrests")];
        let arrests = outcome_of(&flow(), "a", "arrests", years());
        let mut other = outcome_of(&stock(), "b", "other", years());
        other.disagrees_with = vec![OutcomeId::new("incidents")];
        let dataset = dataset(vec![stock(), flow()], vec![incidents, arrests, other]);
        let found: Vec<Vec<String>> = compare(&dataset)
            .into_iter()
            .map(|c| c.cautions.into_iter().map(|caution| caution.text).collect())
            .collect();
        assert_eq!(
            found[0],
            [
                "Counts some of the same people or events as \u{201c}flow in enquiries\u{201d}, so the two are never added.",
                "Another account of the same thing disagrees: \u{201c}stock in children\u{201d} (b). Both are shown as they were published.",
            ]
        );
        assert_eq!(
            found[1],
            [
                "Counts some of the same people or events as \u{201c}stock in children\u{201d}, so the two are never added."
            ]
        );
        assert!(found[2][0].contains("(a)"), "{:?}", found[2]);
    }

    #[test]
    fn r14_a_gap_in_a_series_is_said_with_its_reason() {
        let point = |period, value| SeriesPoint { period: Period::parse(period).unwrap(), value };
        let points = vec![
            point("2015", PointValue::Known(Number::parse("344").unwrap())),
            point("2016", PointValue::Missing(Missing::Suppressed)),
        ];
        let found = texts(&stock(), Published::Series { points, start: None });
        assert_eq!(found, [(14, "Values are missing: 2016 (suppressed).".to_owned())]);
    }
}
