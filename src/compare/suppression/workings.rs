//! Tests of single steps of the arithmetic that suppression does to see what a reader could work out.

use std::collections::BTreeSet;

use super::bodies::Bodies;
use super::cells::Cells;
use super::component::Component;
use super::system::{LinearRow, Sum, System};
use super::things::{Things, Time};
use super::unknowns::{CountOver, Groups, counted, meet};
use super::{Threshold, breakdowns, component, count, withhold};
use crate::compare::examples::{dataset, flow, indicator, level, outcome_of, pair, stock};
use crate::model::{
    CouncilId, CouncilKind, Dataset, Indicator, Measure, Number, NumberField, Outcome, OutcomeId, Period, Published,
};

fn number(text: &str) -> Number {
    Number::parse(text).unwrap()
}

fn single(number: &str, period: &str) -> Published {
    Published::Single(level((number, period)))
}

/// Which of these outcomes are no longer as they were published once small counts are taken out.
fn touched(indicators: Vec<Indicator>, outcomes: Vec<Outcome>) -> Vec<String> {
    let dataset = dataset(indicators, outcomes);
    let public = withhold(&dataset, Threshold::default());
    let changed = dataset.outcomes().zip(public.outcomes()).filter(|(one, two)| one.outcome != two.outcome);
    changed.map(|(one, _)| one.outcome.id.to_string()).collect()
}

#[test]
fn a_part_that_is_not_printed_is_its_share_of_the_whole() {
    assert_eq!(count::part(None, Some(&number("50")), Some(&number("8"))), Some(4.0));
    assert_eq!(count::part(Some(&number("3")), Some(&number("50")), Some(&number("8"))), Some(3.0));
    assert_eq!(count::part(None, Some(&number("50")), None), None);
}

#[test]
fn a_number_in_thousands_is_known_to_half_of_its_last_digit_in_thousands() {
    let told = component::told(&number("2.5"), 1000.0);
    assert!((told.low - 2450.0).abs() < 1e-6 && (told.high - 2550.0).abs() < 1e-6, "{told:?}");
}

#[test]
fn the_size_of_a_group_goes_where_a_share_of_it_is_a_small_count() {
    for (people, is_hidden) in [("30", true), ("300", false)] {
        let published =
            Published::Part { count: None, of: None, share: Some(number("10")), period: Period::not_stated() };
        let mut outcome = outcome_of(&stock(), "anyshire", "a", published);
        outcome.counted.before = Some(number(people));
        let public = withhold(&dataset(vec![stock()], vec![outcome]), Threshold::default());
        let left = &public.outcome(&OutcomeId::new("a")).unwrap().outcome;
        let is_withheld = left.withheld.as_ref().is_some_and(|withheld| withheld.holds(&NumberField::GroupSize));
        assert_eq!(is_withheld, is_hidden, "{people}");
    }
}

#[test]
fn millions_and_thousands_tell_of_how_many_there_were_as_pounds_do() {
    let (total, each) =
        (indicator(Measure::Stock, "£ million"), indicator(Measure::Average, "£ thousand per placement"));
    for (spent, hidden) in [("0.3", vec!["each"]), ("30", vec![])] {
        let outcomes = vec![
            outcome_of(&total, "a", "total", single(spent, "2016")),
            outcome_of(&each, "a", "each", single("100", "2016")),
        ];
        assert_eq!(
            touched(vec![total.clone(), each.clone()], outcomes),
            hidden,
            "£{spent} million at £100 thousand each"
        );
    }
}

#[test]
fn amounts_without_days_are_of_one_time_where_they_stand_on_one_side() {
    let (total, each) = (indicator(Measure::Stock, "£"), indicator(Measure::Average, "£ per placement"));
    let outcomes = vec![
        outcome_of(&total, "a", "total", single("300000", "18 months")),
        outcome_of(&each, "a", "each", single("100000", "2 years")),
    ];
    assert_eq!(touched(vec![total.clone(), each.clone()], outcomes), ["each"]);
    let before_and_after = vec![
        outcome_of(&total, "a", "total", pair(("300000", "18 months"), ("99", "3 years"))),
        outcome_of(&each, "a", "each", single("100000", "2 years")),
    ];
    assert!(touched(vec![total, each], before_and_after).is_empty(), "what was spent before, and what one costs after");
}

#[test]
fn a_rate_of_events_goes_with_their_hidden_number_of_the_same_days() {
    let rate = indicator(Measure::Rate, "per 10,000 children");
    let outcomes = vec![
        outcome_of(&flow(), "a", "number", single("3", "2016/17")),
        outcome_of(&rate, "a", "rate", single("7.5", "2016/17")),
        outcome_of(&rate, "a", "later", single("40", "2018/19")),
    ];
    assert_eq!(touched(vec![flow(), rate], outcomes), ["number", "rate"]);
}

#[test]
fn a_difference_in_an_outcome_that_is_named_tells_no_hidden_number() {
    let places = Indicator { concept: "places".to_owned(), ..indicator(Measure::Stock, "places") };
    for (after, hidden) in [("43", vec!["small", "named"]), ("60", vec!["small"])] {
        let mut named = outcome_of(&places, "a", "named", pair(("40", "2015"), (after, "2016")));
        named.overlaps = vec![OutcomeId::new("small")];
        let outcomes = vec![outcome_of(&stock(), "a", "small", single("3", "2016")), named];
        assert_eq!(touched(vec![stock(), places.clone()], outcomes), hidden, "40 to {after}");
    }
}

#[test]
fn a_body_under_a_new_name_is_the_one_it_was_and_one_of_another_kind_is_more() {
    let outcomes = ["old", "new"].map(|place| outcome_of(&stock(), place, place, single("30", "2016")));
    let mut dataset = dataset(vec![stock()], outcomes.to_vec());
    let (old, new) = (CouncilId::new("old"), CouncilId::new("new"));
    dataset.councils[0].successors = vec![new.clone()];
    let behind = |dataset: &Dataset| Bodies::of(dataset).behind(std::slice::from_ref(&new));
    assert_eq!(behind(&dataset), BTreeSet::from([old.clone()]));
    dataset.councils[1].kind = CouncilKind::Unitary;
    assert_eq!(behind(&dataset), BTreeSet::from([old, new.clone()]));
}

/// The number of children of several kinds in 2016, and what they add up to.
fn sums_of(numbers: &[&str]) -> Vec<(usize, Vec<usize>)> {
    let kind = |nth: usize| Indicator {
        name: format!("kind {nth}"),
        id: crate::model::IndicatorId::new(format!("kind-{nth}")),
        ..stock()
    };
    let kinds: Vec<Indicator> = (0..numbers.len()).map(kind).collect();
    let told = kinds.iter().zip(numbers);
    let outcomes = told.map(|(kind, number)| outcome_of(kind, "a", kind.id.as_str(), single(number, "2016"))).collect();
    let dataset = dataset(kinds.clone(), outcomes);
    let cells = Cells::of(&dataset);
    let timed: Vec<(usize, Time)> =
        (cells.all.iter().enumerate()).map(|(n, cell)| (n, Time::of(cell).unwrap())).collect();
    breakdowns::breakdowns(&cells, &Things::of(&cells), &timed, Threshold::default()).sums
}

#[test]
fn parts_are_those_that_add_up_to_their_total_and_no_others() {
    assert_eq!(sums_of(&["40", "25", "12", "3"]), [(0, vec![1, 2, 3])]);
    assert_eq!(sums_of(&["40", "25", "12", "4"]), []);
    assert_eq!(sums_of(&["40", "25", "15", "3"]), [(0, vec![1, 2])], "3 is no part");
}

#[test]
fn three_times_a_count_in_one_sum_is_taken_away_from_another() {
    let row = |weights: &[(usize, f64)], value: f64, cell: usize| LinearRow {
        sum: weights.iter().copied().collect(),
        low: value,
        high: value,
        told_by: Sum::from([(cell, 1.0)]),
    };
    // 23 are one and three times another; 9 are both.
    let system = System::of([row(&[(0, 1.0), (1, 3.0)], 23.0, 5), row(&[(0, 1.0), (1, 1.0)], 9.0, 6)].into_iter());
    let bounds = system.bounds(vec![(0.0, f64::INFINITY); 2], Vec::new());
    assert_eq!((bounds.of(0), bounds.of(1)), ((2.0, 2.0), (7.0, 7.0)));
    let halves = System::of([row(&[(0, 2.0), (1, 4.0)], 46.0, 5), row(&[(0, 1.0), (1, 1.0)], 16.0, 6)].into_iter());
    let bounds = halves.bounds(vec![(0.0, f64::INFINITY); 2], Vec::new());
    assert_eq!((bounds.of(0), bounds.of(1)), ((9.0, 9.0), (7.0, 7.0)));
}

#[test]
fn events_of_two_years_share_no_unknown_and_are_apart() {
    for (second, together) in [("2017/18", false), ("2016/2017", true)] {
        let years = [("one", "2016/17"), ("two", second)];
        let outcomes = years.map(|(id, year)| outcome_of(&flow(), "a", id, single("30", year)));
        let dataset = dataset(vec![flow()], outcomes.to_vec());
        let cells = Cells::of(&dataset);
        let counted: Vec<CountOver> = counted(&cells, &Things::of(&cells));
        let mut groups = Groups::new(counted.len());
        meet(&cells, &counted, &mut groups);
        assert_eq!(groups.root(0) == groups.root(1), together, "{second}");
    }
}

#[test]
fn a_zero_is_the_last_to_be_hidden_and_a_part_goes_before_its_total() {
    let outcomes = ["0", "20", "30"].map(|told| outcome_of(&stock(), "a", told, single(told, "2016")));
    let dataset = dataset(vec![stock()], outcomes.to_vec());
    let cells = Cells::of(&dataset);
    let mut counts = Component::default();
    for cell in 0..2 {
        let unknown = counts.unknown();
        counts.take(cell, Sum::from([(unknown, 1.0)]));
    }
    counts.take(2, Sum::from([(0, 1.0), (1, 1.0)]));
    assert_eq!(counts.by_cost(&cells, &BTreeSet::from([0, 1, 2])), [1, 2, 0]);
}

#[test]
fn whole_people_under_six_are_five_at_most_and_over_six_are_seven_at_least() {
    let told = |text: &str| component::told(&number(text), 1.0);
    assert!((told("under 6").high - 5.0).abs() < 1e-9, "{:?}", told("under 6"));
    assert!((told("over 6").low - 7.0).abs() < 1e-9, "{:?}", told("over 6"));
    assert!((told("12").low - 12.0).abs() < 1e-9 && (told("12").high - 12.0).abs() < 1e-9);
}
