//! What is suppressed, what stays, and an attacker who tries to work out the hidden numbers.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::compare::examples::{change_only, dataset, flow, indicator, level, outcome_of, pair, pair_stated, stock};
use crate::model::{
    Indicator, KnownLevel, Level, Measure, Number, Outcome, OutcomeId, Period, PointValue, Published, Remains,
    SeriesPoint,
};

fn number(text: &str) -> Number {
    Number::parse(text).unwrap()
}

fn at(up_to: u8) -> Threshold {
    Threshold::new(up_to).unwrap()
}

fn shown(dataset: &Dataset, id: &str) -> Published {
    dataset.outcome(&OutcomeId::new(id)).unwrap().outcome.published.clone()
}

fn alone(indicator: &Indicator, published: Published, up_to: u8) -> Published {
    let outcome = outcome_of(indicator, "anyshire", "a", published);
    shown(&withhold(&dataset(vec![indicator.clone()], vec![outcome]), at(up_to)), "a")
}

fn remains(published: &Published) -> &Remains {
    match published {
        Published::Suppressed(remains) => remains,
        other => panic!("nothing is suppressed: {other:?}"),
    }
}

fn part(count: Option<&str>, of: &str, share: Option<&str>) -> Published {
    let period = Period::parse("2016").unwrap();
    Published::Part { count: count.map(number), of: Some(number(of)), share: share.map(number), period }
}

fn rate() -> Indicator {
    Indicator { concept: "things".to_owned(), ..indicator(Measure::Rate, "per 10,000 children") }
}

#[test]
fn a_threshold_is_a_whole_number_from_1_to_99() {
    assert_eq!(Threshold::default().up_to(), 5);
    assert_eq!("7".parse::<Threshold>().unwrap().up_to(), 7);
    for text in ["0", "100", "-1", "2.5", "five", "", "500"] {
        let error = text.parse::<Threshold>().unwrap_err().to_string();
        assert!(error.contains("1 to 99") && error.contains(&format!("\"{text}\"")), "{error}");
    }
}

#[test]
fn a_small_count_is_taken_out_and_the_other_level_stays() {
    let published = alone(&flow(), pair_stated(("22", "2015"), ("1", "2016"), &["fell 21", "fell 95%"]), 5);
    let left = remains(&published);
    assert_eq!(left.before.level().unwrap().number, number("22"));
    assert!(left.after.is_suppressed() && left.after.level().is_none());
    assert_eq!(published.stated(), []);
    assert_eq!(published.form(), Form::Pair);
}

#[test]
fn zero_and_counts_above_the_threshold_stay() {
    for (before, after) in [("9", "0"), ("0", "0"), ("6", "7"), ("about 6", "nearly 8"), ("up to 6", "over 6")] {
        let published = pair((before, "2015"), (after, "2016"));
        assert_eq!(alone(&stock(), published.clone(), 5), published);
    }
}

#[test]
fn what_states_or_leaves_only_small_numbers_is_hidden() {
    for text in [
        "1",
        "5",
        "about 3",
        "over 3",
        "at least 5",
        "up to 5",
        "under 6",
        "under 3",
        "between 3 and 8",
        "nearly 6",
        "5.4",
        "0.6",
    ] {
        assert!(count::is_small(&number(text), at(5)), "{text}");
    }
    for text in [
        "0",
        "6",
        "under 7",
        "up to 6",
        "nearly 7",
        "5.5",
        "about 6",
        "about 10",
        "over 6",
        "between 6 and 9",
        "between 0 and 9",
    ] {
        assert!(!count::is_small(&number(text), at(5)), "{text}");
    }
}

#[test]
fn rates_shares_averages_and_pounds_are_no_counts() {
    for indicator in [
        rate(),
        indicator(Measure::Average, "months"),
        indicator(Measure::Share, "%"),
        indicator(Measure::Flow, "£"),
        indicator(Measure::NotStated, "euros"),
    ] {
        let published = pair(("4", "2015"), ("3", "2016"));
        assert_eq!(alone(&indicator, published.clone(), 5), published, "{}", indicator.unit);
    }
    let unsaid = indicator(Measure::NotStated, "children");
    assert!(remains(&alone(&unsaid, pair(("4", "2015"), ("30", "2016")), 5)).before.is_suppressed());
}

#[test]
fn a_part_goes_with_its_rest_and_a_share_with_its_count() {
    for (count, of, share) in
        [(Some("28"), "30", None), (Some("3"), "40", Some("7.5")), (None, "30", Some("10")), (Some("44"), "46", None)]
    {
        let published = alone(&flow(), part(count, of, share), 5);
        let left = remains(&published);
        assert_eq!(left.whole, Some(number(of)), "the whole may be told");
        assert!(left.after.is_suppressed());
    }
    assert!(remains(&alone(&flow(), part(Some("2"), "3", None), 5)).is_bare());
    for (count, of) in [("28", "44"), ("44", "44"), ("0", "44")] {
        assert_eq!(alone(&flow(), part(Some(count), of, None), 5), part(Some(count), of, None));
    }
}

#[test]
fn a_change_that_leads_to_a_small_count_is_hidden() {
    let known = |text: &str| Some(KnownLevel::Before(level((text, "2015"))));
    for stated in ["fell 21", "fell 95%"] {
        let left = alone(&stock(), change_only(&[stated], known("22")), 5);
        assert_eq!(remains(&left).before.level().unwrap().number, number("22"), "{stated}");
    }
    assert!(remains(&alone(&stock(), change_only(&["rose 3", "rose 2%"], None), 5)).is_bare());
    for (stated, level) in [("fell 12%", known("200")), ("rose 30", None), ("fell 95%", None)] {
        let published = change_only(&[stated], level);
        assert_eq!(alone(&stock(), published.clone(), 5), published);
    }
}

#[test]
fn a_rate_beside_its_number_and_a_second_account_go_too() {
    let mut other = outcome_of(&stock(), "a", "account", pair(("30", "2015"), ("6", "not stated")));
    other.disagrees_with = vec![OutcomeId::new("number")];
    let outcomes = vec![
        outcome_of(&stock(), "a", "number", pair(("30", "2015"), ("4", "2016"))),
        outcome_of(&rate(), "a", "rate", pair(("3.0", "2015"), ("0.4", "2016"))),
        outcome_of(&rate(), "a", "change", change_only(&["fell 86.7%"], None)),
        outcome_of(&rate(), "b", "elsewhere", pair(("3.0", "2015"), ("0.4", "2016"))),
        outcome_of(&stock(), "a", "next", pair(("4", "2016"), ("40", "2017"))),
        other,
    ];
    let public = withhold(&dataset(vec![stock(), rate()], outcomes), at(5));
    for id in ["number", "rate", "account"] {
        let published = shown(&public, id);
        assert!(remains(&published).after.is_suppressed() && !remains(&published).before.is_suppressed(), "{id}");
    }
    assert!(remains(&shown(&public, "next")).before.is_suppressed());
    assert!(remains(&shown(&public, "change")).is_bare());
    assert!(matches!(shown(&public, "elsewhere"), Published::Pair { .. }));
}

/// Numbers of places and their total.
fn with_total(sum: &str, numbers: &[(&str, &str)]) -> Dataset {
    let one = |place: &str, n: &str| outcome_of(&stock(), place, place, Published::Single(level((n, "2016-03-31"))));
    let places = numbers.iter().map(|(place, _)| crate::model::CouncilId::new(*place)).collect();
    let total = Outcome { places, id: OutcomeId::new("total"), ..one("a", sum) };
    dataset(vec![stock()], numbers.iter().map(|(place, n)| one(place, n)).chain([total]).collect())
}

/// A small count that could be worked out from the others.
fn of_four() -> Dataset {
    with_total("75", &[("a", "2"), ("b", "20"), ("c", "53"), ("d", "0")])
}

#[test]
fn of_a_total_the_next_smallest_other_is_hidden() {
    let public = withhold(&of_four(), at(5));
    assert!(remains(&shown(&public, "a")).is_bare() && remains(&shown(&public, "b")).is_bare());
    for id in ["c", "d", "total"] {
        assert!(matches!(shown(&public, id), Published::Single(_)), "{id} stays");
    }
}

#[test]
fn an_outcome_alone_hides_what_gives_another_away() {
    let second = |up_to| outcome_alone(&of_four(), Some(0), 1, up_to).unwrap();
    assert!(remains(&shown(&second(Some(at(5))), "b")).is_bare());
    assert!(matches!(shown(&second(None), "b"), Published::Single(_)));
    assert_eq!(second(None).outcomes().count(), 1);
    assert_eq!((outcome_alone(&of_four(), Some(1), 0, None), outcome_alone(&of_four(), None, 0, None)), (None, None));
}

#[test]
fn two_small_counts_that_their_sum_pins_down_are_not_left_alone() {
    // 22 less 20 are two for two that are one at least each.
    let public = withhold(&with_total("22", &[("a", "1"), ("b", "1"), ("c", "20")]), at(5));
    assert!(remains(&shown(&public, "c")).is_bare());
}

#[test]
fn quarters_of_a_year_and_parts_of_a_whole_are_sums_too() {
    let point = |period: &str, n: &str| SeriesPoint {
        period: Period::parse(period).unwrap(),
        value: PointValue::Known(number(n)),
    };
    let points = vec![point("2016-01/2016-03", "3"), point("2016-04/2016-06", "30"), point("2016-07/2016-12", "40")];
    let outcomes = vec![
        outcome_of(&flow(), "a", "series", Published::Series { points, start: None }),
        outcome_of(&flow(), "a", "year", Published::Single(level(("73", "2016")))),
    ];
    let public = withhold(&dataset(vec![flow()], outcomes), at(5));
    let Published::Series { points, .. } = shown(&public, "series") else { panic!("a series stays one") };
    let gaps: Vec<bool> = points.iter().map(|p| matches!(p.value, PointValue::Missing(_))).collect();
    assert_eq!(gaps, [true, true, false]);

    let parts = [("a", "4"), ("b", "16"), ("c", "30")];
    let kinds = parts.map(|(name, _)| indicator(Measure::Flow, name));
    let outcomes = parts.iter().zip(&kinds).map(|((id, n), kind)| outcome_of(kind, "a", id, part(Some(n), "50", None)));
    let public = withhold(&dataset(kinds.to_vec(), outcomes.collect()), at(5));
    assert!(
        matches!(shown(&public, "b"), Published::Suppressed(_))
            && matches!(shown(&public, "c"), Published::Part { .. })
    );
}

#[test]
fn an_outcome_that_counts_the_same_events_gives_nothing_away() {
    let mut closed = outcome_of(&flow(), "a", "closed", part(Some("40"), "44", None));
    closed.overlaps = vec![OutcomeId::new("open")];
    let outcomes = vec![closed, outcome_of(&stock(), "a", "open", pair(("44", "2015"), ("40", "2016")))];
    // 40 of 44 leaves four; so does 44 less 40, and the linked pair tells the 40.
    let public = withhold(&dataset(vec![flow(), stock()], outcomes), at(5));
    assert!(remains(&shown(&public, "closed")).after.is_suppressed());
    assert!(remains(&shown(&public, "open")).after.is_suppressed());
}

#[test]
fn words_with_numbers_go_where_a_number_went() {
    let mut outcome = outcome_of(&stock(), "a", "a", pair(("22", "2015"), ("1", "2016")));
    outcome.counted.who = "all but one of the families".to_owned();
    outcome.notes = vec!["Printed as 22 to 1.".to_owned(), "Counted in 2016/17.".to_owned()];
    let mut public = dataset(vec![stock()], vec![outcome]);
    public.programmes[0].summary = "It helped three families.".to_owned();
    public = withhold(&public, at(5));
    let programme = &public.programmes[0];
    assert_eq!(programme.summary, instead_of_words());
    assert_eq!(programme.outcomes[0].counted.who, instead_of_words());
    assert_eq!(programme.outcomes[0].notes, ["Counted in 2016/17.", instead_of_words()]);
    let withheld = programme.outcomes[0].withheld.as_ref().unwrap();
    assert!(withheld.words);
    assert_eq!(
        sentence(withheld).unwrap(),
        "Suppressed: the level after. Counts of 1 to 5 are suppressed, and other figures from which they could be worked out."
    );
}

fn single(n: &str) -> Published {
    Published::Single(level((n, "2016-03-31")))
}

fn of_places(id: &str, places: &[&str], n: &str) -> Outcome {
    let places = places.iter().map(|place| crate::model::CouncilId::new(*place)).collect();
    Outcome { places, ..outcome_of(&stock(), "a", id, single(n)) }
}

#[test]
fn a_small_rest_that_nobody_printed_is_not_left() {
    // 30 in a and b less 28 in b are 2.
    let outcomes = vec![of_places("ab", &["a", "b"], "30"), of_places("b", &["b"], "28")];
    let public = withhold(&dataset(vec![stock()], outcomes), at(5));
    assert!(remains(&shown(&public, "b")).is_bare());
    assert!(matches!(shown(&public, "ab"), Published::Single(_)));
    // 28 are 93.3% of 30.
    let period = Period::parse("2016").unwrap();
    let part = Published::Part { count: Some(number("28")), of: None, share: Some(number("93.3")), period };
    assert!(remains(&alone(&flow(), part, 5)).is_bare());
}

#[test]
fn several_equations_at_once_give_nothing_away() {
    // (23 + 43 - 60) / 2 = 3.
    let outcomes = vec![
        of_places("a", &["a"], "3"),
        of_places("ab", &["a", "b"], "23"),
        of_places("ac", &["a", "c"], "43"),
        of_places("bc", &["b", "c"], "60"),
    ];
    let public = withhold(&dataset(vec![stock()], outcomes), at(5));
    let left = ["ab", "ac", "bc"].iter().filter(|id| matches!(shown(&public, id), Published::Single(_))).count();
    assert_eq!(left, 2);
}

#[test]
fn a_group_of_groups_is_its_members() {
    let outcomes = vec![of_places("a", &["a"], "3"), of_places("b", &["b"], "20"), of_places("all", &["outer"], "23")];
    let mut all = dataset(vec![stock()], outcomes);
    let mut inner = all.councils[2].clone();
    inner.id = crate::model::CouncilId::new("inner");
    inner.members = ["a", "b"].map(crate::model::CouncilId::new).to_vec();
    all.councils[2].members = vec![inner.id.clone()];
    all.councils.push(inner);
    let public = withhold(&all, at(5));
    assert!(remains(&shown(&public, "b")).is_bare(), "23 less 20 are 3");
}

#[test]
fn a_breakdown_by_indicators_is_a_sum_concepts_have_one_writing() {
    let named = |id: &str, concept: &str| Indicator {
        id: crate::model::IndicatorId::new(id),
        concept: concept.to_owned(),
        ..stock()
    };
    let kinds = [named("all", "things"), named("boys", "Things "), named("girls", "THINGS")];
    let numbers = ["30", "18", "12"];
    for small in ["2", "12"] {
        let numbers = if small == "2" { ["30", "28", "2"] } else { numbers };
        let outcomes = kinds.iter().zip(numbers).map(|(kind, n)| outcome_of(kind, "a", kind.id.as_str(), single(n)));
        let public = withhold(&dataset(kinds.to_vec(), outcomes.collect()), at(5));
        assert_eq!(matches!(shown(&public, "boys"), Published::Suppressed(_)), small == "2", "{small}");
    }
}

#[test]
fn a_change_or_a_quotient_elsewhere_gives_no_small_count() {
    let stated = outcome_of(&stock(), "a", "change", change_only(&["fell 95%"], None));
    let public = withhold(&dataset(vec![stock()], vec![outcome_of(&stock(), "a", "n", single("22")), stated]), at(5));
    assert!(remains(&shown(&public, "change")).is_bare(), "22 less 95% are 1");
    let (total, each) = (indicator(Measure::Stock, "£"), indicator(Measure::Average, "£ per placement"));
    let outcomes =
        vec![outcome_of(&total, "a", "total", single("300000")), outcome_of(&each, "a", "each", single("100000"))];
    let public = withhold(&dataset(vec![total, each], outcomes), at(5));
    assert!(remains(&shown(&public, "each")).is_bare(), "they are 3");
}

#[test]
fn a_dataset_without_small_counts_comes_back_as_it_is() {
    let mut outcome = outcome_of(&stock(), "a", "a", pair(("22", "2015"), ("0", "2016")));
    outcome.notes = vec!["Two families, 22 to 0.".to_owned()];
    let dataset = dataset(vec![stock()], vec![outcome]);
    assert_eq!(withhold(&dataset, at(5)), dataset);
}

/// What an attacker may know of a figure: who, what, when, and the number if it is shown.
struct Seen {
    outcome: Outcome,
    slot: NumberField,
    level: Option<Level>,
}

fn levels(published: &Published) -> Vec<(NumberField, Period, Option<Number>)> {
    let known = |place: NumberField, level: &Level| (place, level.period.clone(), Some(level.number));
    let left = |place: NumberField, end: &crate::model::Remnant| {
        Some((place, end.period()?.clone(), end.level().map(|level| level.number)))
    };
    match published {
        Published::Pair { before, after, .. } => {
            vec![known(NumberField::Before, before), known(NumberField::After, after)]
        }
        Published::Single(level) => vec![known(NumberField::After, level)],
        Published::Suppressed(remains) => {
            [left(NumberField::Before, &remains.before), left(NumberField::After, &remains.after)]
                .into_iter()
                .flatten()
                .collect()
        }
        _ => Vec::new(),
    }
}

fn seen(dataset: &Dataset) -> Vec<Seen> {
    let of = |outcome: &Outcome| {
        let level = |period: Period, number: Option<Number>| number.map(|number| Level { number, period });
        let told = levels(&outcome.published).into_iter();
        told.map(|(slot, period, n)| Seen { outcome: outcome.clone(), slot, level: level(period, n) })
            .collect::<Vec<_>>()
    };
    dataset.outcomes().flat_map(|located| of(located.outcome)).collect()
}

/// Every value that the public dataset lets an attacker work out for one hidden level.
fn worked_out(public: &Dataset, target: &Seen, when: &Period) -> Vec<f64> {
    let all = seen(public);
    let number = |seen: &Seen| seen.level.as_ref().map(|level| level.number.centre());
    let same_time = |seen: &Seen| seen.level.as_ref().is_some_and(|level| &level.period == when);
    let same_kind = |seen: &Seen| seen.outcome.indicator == target.outcome.indicator;
    let places = |seen: &Seen| seen.outcome.places.iter().cloned().collect::<BTreeSet<_>>();
    let own = places(target);
    let mut found = Vec::new();
    // The other level and the stated change.
    for other in all.iter().filter(|other| other.outcome.id == target.outcome.id && other.slot != target.slot) {
        let stated = other.outcome.published.stated().iter().filter(|c| c.unit == crate::model::ChangeUnit::Unit);
        let sign = if target.slot == NumberField::After { 1.0 } else { -1.0 };
        found.extend(stated.filter_map(|change| Some(number(other)? + sign * change.centre())));
    }
    let here: Vec<&Seen> = all.iter().filter(|s| same_kind(s) && same_time(s) && s.level.is_some()).collect();
    // Another account.
    found.extend(here.iter().filter(|s| places(s) == own).filter_map(|s| number(s)));
    // A total less the others.
    for total in here.iter().filter(|s| places(s).len() > own.len() && own.is_subset(&places(s))) {
        let rest: BTreeSet<_> = places(total).difference(&own).cloned().collect();
        let mut sums: Vec<(BTreeSet<_>, f64)> = vec![(rest, 0.0)];
        while let Some((open, sum)) = sums.pop() {
            let Some(first) = open.first() else {
                found.extend(number(total).map(|total| total - sum));
                continue;
            };
            for other in here.iter().filter(|s| places(s).contains(first) && places(s).is_subset(&open)) {
                sums.push((open.difference(&places(other)).cloned().collect(), sum + number(other).unwrap_or(0.0)));
            }
        }
    }
    found
}

fn any_number() -> impl Strategy<Value = u32> {
    prop_oneof![3 => 1_u32..8, 1 => Just(0), 3 => 8_u32..60]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_small_count_can_be_worked_out(
        values in proptest::collection::vec((any_number(), any_number(), any::<bool>()), 3..9),
        extra in any_number(),
        with_totals in any::<bool>(),
        up_to in 1_u8..8,
    ) {
        let names = ["a", "b", "c", "d"];
        let mut outcomes: Vec<Outcome> = Vec::new();
        for (at, (before, after, stated)) in values.iter().enumerate() {
            let (from, to) = (before.to_string(), after.to_string());
            let change = if after < before { format!("fell {}", before - after) } else { format!("rose {}", after - before) };
            let stated: Vec<&str> = if *stated && after != before { vec![&change] } else { Vec::new() };
            let published = pair_stated((&from, "2015"), (&to, "2016"), &stated);
            // The first four are of one council each, the others second accounts.
            outcomes.push(outcome_of(&stock(), names[at % names.len()], &format!("o{at}"), published));
        }
        if with_totals {
            let first: Vec<_> = values.iter().take(names.len()).collect();
            let sum = |pick: &dyn Fn(&(u32, u32, bool)) -> u32, n: usize| first.iter().take(n).map(|v| pick(v)).sum::<u32>().to_string();
            for n in 2..=first.len() {
                let published = pair((&sum(&|v| v.0, n), "2015"), (&sum(&|v| v.1, n), "2016"));
                let places = names[..n].iter().map(|name| crate::model::CouncilId::new(*name)).collect();
                outcomes.push(Outcome { places, ..outcome_of(&stock(), "a", &format!("total{n}"), published) });
            }
        }
        outcomes.push(outcome_of(&stock(), "a", "extra", Published::Single(level((&extra.to_string(), "2016")))));
        let original = dataset(vec![stock()], outcomes);
        let public = withhold(&original, at(up_to));
        for located in original.outcomes() {
            for (slot, period, value) in levels(&located.outcome.published) {
                let value = value.unwrap().centre();
                if !(1.0..=f64::from(up_to)).contains(&value) {
                    continue;
                }
                let outcome = public.outcome(&located.outcome.id).unwrap().outcome.clone();
                let hidden = levels(&outcome.published).into_iter().find(|(s, _, _)| *s == slot).unwrap();
                prop_assert_eq!(hidden.2, None, "{} is shown", located.outcome.id);
                let target = Seen { outcome, slot, level: None };
                let found = worked_out(&public, &target, &period);
                prop_assert!(!found.contains(&value), "{}: {value} among {found:?} in {public:#?}", located.outcome.id);
            }
        }
        prop_assert_eq!(withhold(&public, at(up_to)).outcomes().count(), original.outcomes().count());
    }
}

#[test]
fn of_two_outcomes_with_one_id_neither_shows_a_small_count() {
    let levels = |before| pair((before, "2015"), ("400", "2016"));
    let outcomes =
        [levels("3"), levels("700"), levels("300")].map(|published| outcome_of(&stock(), "anyshire", "a", published));
    for turn in 0..3 {
        let mut outcomes = outcomes.to_vec();
        outcomes.rotate_left(turn);
        let public = withhold(&dataset(vec![stock()], outcomes), at(5));
        for located in public.outcomes() {
            assert!(!format!("{:?}", located.outcome.published).contains("value: 3.0"), "{located:?}");
        }
    }
}
