//! Tests of single steps of the arithmetic by which suppression sees what a reader could work out.

use std::collections::BTreeSet;

use super::bodies::Bodies;
use super::cells::Cells;
use super::component::{Component, CountEntry, StatedSum};
use super::ratios::Ratios;
use super::system::{LinearRow, Sum, System};
use super::things::{Things, Time};
use super::unknowns::{CountOver, Groups, counted, meet};
use super::{Threshold, amounts, breakdowns, component, count, counts, facts, withhold, words};
use crate::compare::Evidence;
use crate::compare::examples::{dataset, flow, indicator, level, outcome_of, pair, stock};
use crate::model::{
    Change, CouncilId, CouncilKind, Dataset, Indicator, IndicatorId, Measure, Number, NumberField, Outcome, OutcomeId,
    Period, ProgrammeId, Published, Reason, SourceId, SourceRef,
};

fn number(text: &str) -> Number {
    Number::parse(text).unwrap()
}

fn single(number: &str, period: &str) -> Published {
    Published::Single(level((number, period)))
}

/// Which of these outcomes suppression changes.
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
fn a_number_in_thousands_is_known_to_half_of_its_last_digit() {
    let told = component::told(&number("2.5"), 1000.0);
    assert!((told.low - 2450.0).abs() < 1e-6 && (told.high - 2550.0).abs() < 1e-6, "{told:?}");
}

#[test]
fn the_size_of_a_group_goes_where_a_share_of_it_is_small() {
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
fn millions_and_thousands_tell_a_number_as_pounds_do() {
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
fn amounts_without_days_on_one_side_are_of_one_time() {
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
fn a_rate_goes_with_the_hidden_number_of_the_same_days() {
    let rate = indicator(Measure::Rate, "per 10,000 children");
    let outcomes = vec![
        outcome_of(&flow(), "a", "number", single("3", "2016/17")),
        outcome_of(&rate, "a", "rate", single("7.5", "2016/17")),
        outcome_of(&rate, "a", "later", single("40", "2018/19")),
    ];
    assert_eq!(touched(vec![flow(), rate], outcomes), ["number", "rate"]);
}

#[test]
fn a_difference_in_a_named_outcome_tells_no_hidden_number() {
    let places = Indicator { concept: "places".to_owned(), ..indicator(Measure::Stock, "places") };
    for (after, hidden) in [("43", vec!["small", "named"]), ("60", vec!["small"])] {
        let mut named = outcome_of(&places, "a", "named", pair(("40", "2015"), (after, "2016")));
        named.overlaps = vec![OutcomeId::new("small")];
        let outcomes = vec![outcome_of(&stock(), "a", "small", single("3", "2016")), named];
        assert_eq!(touched(vec![stock(), places.clone()], outcomes), hidden, "40 to {after}");
    }
}

#[test]
fn a_renamed_body_is_the_one_it_was() {
    let outcomes = ["old", "new"].map(|place| outcome_of(&stock(), place, place, single("30", "2016")));
    let mut dataset = dataset(vec![stock()], outcomes.to_vec());
    let (old, new) = (CouncilId::new("old"), CouncilId::new("new"));
    dataset.councils[0].successors = vec![new.clone()];
    let behind = |dataset: &Dataset| Bodies::of(dataset).behind(std::slice::from_ref(&new));
    assert_eq!(behind(&dataset), BTreeSet::from([old.clone()]));
    dataset.councils[1].kind = CouncilKind::Unitary;
    assert_eq!(behind(&dataset), BTreeSet::from([old, new.clone()]));
}

/// Children of several kinds with numbers in each of these years, and the sums among them.
fn told_of(years: &[(&str, &[&str])]) -> breakdowns::Breakdowns {
    let kind =
        |nth: usize| Indicator { name: format!("kind {nth}"), id: IndicatorId::new(format!("kind-{nth}")), ..stock() };
    let kinds: Vec<Indicator> = (0..years[0].1.len()).map(kind).collect();
    let of_year = |(year, numbers): &(&str, &[&str])| {
        let told = kinds.iter().zip(*numbers);
        let of = |(kind, told): (&Indicator, &&str)| {
            outcome_of(kind, "a", &format!("{} in {year}", kind.id.as_str()), single(told, year))
        };
        told.map(of).collect::<Vec<_>>()
    };
    let dataset = dataset(kinds.clone(), years.iter().flat_map(of_year).collect());
    let cells = Cells::of(&dataset);
    let timed: Vec<(usize, Time)> =
        (cells.all.iter().enumerate()).map(|(n, cell)| (n, Time::of(cell).unwrap())).collect();
    breakdowns::breakdowns(&cells, &Things::of(&cells), &timed, Threshold::default())
}

fn sums_of(numbers: &[&str]) -> Vec<(usize, Vec<usize>)> {
    told_of(&[("2016", numbers)]).sums
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
fn a_zero_is_hidden_last_and_a_part_before_its_total() {
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
fn whole_people_under_six_are_five_at_most() {
    let told = |text: &str| component::told(&number(text), 1.0);
    assert!((told("under 6").high - 5.0).abs() < 1e-9, "{:?}", told("under 6"));
    assert!((told("over 6").low - 7.0).abs() < 1e-9, "{:?}", told("over 6"));
    assert!((told("12").low - 12.0).abs() < 1e-9 && (told("12").high - 12.0).abs() < 1e-9);
}

#[test]
fn things_add_up_only_where_they_do_in_every_year() {
    let both: [(&str, &[&str]); 2] = [("2016", &["40", "25", "15"]), ("2017", &["50", "30", "20"])];
    assert_eq!(told_of(&both).learned.len(), 1);
    let one: [(&str, &[&str]); 2] = [("2016", &["40", "25", "15"]), ("2017", &["50", "20", "9"])];
    let told = told_of(&one);
    assert_eq!((told.sums, told.learned), (vec![(0, vec![1, 2])], vec![]));
}

#[test]
fn figures_that_differ_by_a_small_count_are_close() {
    for (numbers, close) in [(["30", "28"], vec![(1, 0)]), (["30", "20"], vec![]), (["30", "25"], vec![(1, 0)])] {
        assert_eq!(told_of(&[("2016", &numbers[..])]).close, close, "{numbers:?}");
    }
}

#[test]
fn numbers_that_went_are_counted_by_why_they_went() {
    let rate = indicator(Measure::Rate, "per 10,000 children");
    let outcomes = vec![
        outcome_of(&flow(), "a", "one", single("3", "2016/17")),
        outcome_of(&rate, "a", "rate", single("7.5", "2016/17")),
        outcome_of(&flow(), "b", "two", single("4", "2016/17")),
    ];
    let public = withhold(&dataset(vec![flow(), rate], outcomes), Threshold::default());
    assert_eq!(counts(public.outcomes().filter_map(|located| located.outcome.withheld.as_ref())), (2, 1));
}

#[test]
fn amounts_are_named_up_to_a_number_of_names() {
    let names = ["Cost (£)", "Waiting (days)"].map(str::to_owned);
    assert_eq!(amounts::not_taken_for_counts(&[], 3), None);
    let told = |most: usize| amounts::not_taken_for_counts(&names, most).unwrap();
    assert!(told(2).contains("Cost (£)") && told(2).contains("Waiting (days)"), "{}", told(2));
    assert!(told(1).contains("Cost (£)") && !told(1).contains("Waiting"), "{}", told(1));
    assert!(told(0).contains('2') && !told(0).contains("Cost"), "{}", told(0));
}

#[test]
fn too_many_unknowns_hide_every_total_beside_a_hidden_number() {
    let outcomes = ["3", "30"].map(|told| outcome_of(&stock(), "a", told, single(told, "2016")));
    let dataset = dataset(vec![stock()], outcomes.to_vec());
    let mut cells = Cells::of(&dataset);
    let mut counts = Component::default();
    counts.unknowns = 6_001;
    counts.take(0, Sum::from([(0, 1.0)]));
    counts.take(1, Sum::from([(0, 1.0), (1, 1.0)]));
    assert!(!counts.hide(&mut cells, Threshold::default()) && !cells.is_hidden(1));
    cells.hide(0, Reason::Primary);
    assert!(counts.hide(&mut cells, Threshold::default()) && cells.is_hidden(1));
}

#[test]
fn other_hidden_numbers_are_supposed_to_be_above_the_small_ones() {
    for (told, low) in [("5", 0.0), ("6", 6.0)] {
        let dataset = dataset(vec![stock()], vec![outcome_of(&stock(), "a", "a", single(told, "2016"))]);
        let cells = Cells::of(&dataset);
        let entry = CountEntry { cell: 0, sum: Sum::new(), scale: 1.0 };
        assert_eq!(entry.supposed(&cells.all[0], Some(Reason::Secondary), 5.0), (low, f64::INFINITY), "{told}");
    }
}

#[test]
fn a_groups_size_goes_where_its_share_is_a_small_count() {
    let share = indicator(Measure::Share, "%");
    for (people, is_hidden) in [("30", true), ("300", false), ("3000", false)] {
        let mut outcome = outcome_of(&share, "a", "a", single("10", "2016"));
        outcome.counted.after = Some(number(people));
        let public = withhold(&dataset(vec![share.clone()], vec![outcome]), Threshold::default());
        let left = public.outcome(&OutcomeId::new("a")).unwrap().outcome.withheld.clone();
        assert_eq!(left.is_some_and(|withheld| withheld.holds(&NumberField::GroupSize)), is_hidden, "{people}");
    }
}

#[test]
fn words_that_name_a_suppressed_outcome_go_elsewhere_too() {
    for (names_it, note) in [(true, None), (false, Some("Three of them stayed."))] {
        let mut naming = outcome_of(&stock(), "b", "naming", single("60", "2010"));
        naming.notes = vec!["Three of them stayed.".to_owned()];
        naming.overlaps = if names_it { vec![OutcomeId::new("small")] } else { Vec::new() };
        let mut dataset = dataset(vec![stock()], vec![outcome_of(&stock(), "a", "small", single("3", "2016"))]);
        let mut other = dataset.programmes[0].clone();
        (other.id, other.outcomes) = (ProgrammeId::new("other"), vec![naming]);
        dataset.programmes.push(other);
        let public = withhold(&dataset, Threshold::default());
        let notes = &public.outcome(&OutcomeId::new("naming")).unwrap().outcome.notes;
        assert_eq!(notes.iter().find(|told| told.contains("Three")).map(String::as_str), note);
    }
}

#[test]
fn a_place_in_a_document_stays_where_it_holds_no_other_number() {
    for (at, is_withheld) in [("page 3", false), ("page 3, 4 boys", true)] {
        let mut small = outcome_of(&stock(), "a", "small", single("3", "2016"));
        small.sources = vec![SourceRef { source: SourceId::new("paper"), lines: Vec::new(), at: at.to_owned() }];
        let public = withhold(&dataset(vec![stock()], vec![small]), Threshold::default());
        let left = public.outcome(&OutcomeId::new("small")).unwrap().outcome;
        assert_eq!(
            (left.sources[0].at != at, left.withheld.as_ref().unwrap().words),
            (is_withheld, is_withheld),
            "{at}"
        );
    }
    assert!(!words::locator_holds_a_number("B4"), "a cell of a sheet");
    assert!(!words::locator_holds_a_number("page unknown"), "no number is behind the word");
    assert!(words::hold_a_number("45 March 2016") && !words::hold_a_number("31 March 2016"));
}

#[test]
fn what_a_hidden_pair_was_compared_with_is_still_told() {
    let outcome = outcome_of(&stock(), "a", "a", pair(("30", "2015"), ("3", "2016")));
    let public = withhold(&dataset(vec![stock()], vec![outcome.clone()]), Threshold::default());
    let left = public.outcome(&OutcomeId::new("a")).unwrap().outcome;
    assert!(matches!(left.published, Published::Suppressed(_)));
    assert_eq!(Evidence::of(left).maryland, Evidence::of(&outcome).maryland);
    assert!(Evidence::of(left).maryland.is_some());
}

#[test]
fn a_change_of_people_is_an_equation_and_one_of_pounds_is_none() {
    for (indicator, equations) in [(stock(), 1), (indicator(Measure::Stock, "£"), 0)] {
        let published = Published::Change {
            stated: vec![Change::parse("fell 12").unwrap()],
            over: Period::parse("2015/2016").unwrap(),
            level: None,
        };
        let dataset = dataset(vec![indicator.clone()], vec![outcome_of(&indicator, "a", "a", published)]);
        let cells = Cells::of(&dataset);
        let things = Things::of(&cells);
        let ratios = Ratios::of(&cells, &things);
        assert_eq!(facts::facts(&cells, &things, &ratios, &[], &mut Vec::new()).len(), equations);
    }
}

#[test]
fn rates_of_a_concept_are_of_the_count_that_is_printed_of_it() {
    let rate = indicator(Measure::Rate, "per 10,000 children");
    let outcomes = vec![
        outcome_of(&stock(), "a", "number", single("300", "2015")),
        outcome_of(&rate, "a", "rate", single("30", "2015")),
        outcome_of(&rate, "a", "later", single("20", "2016")),
    ];
    let dataset = dataset(vec![stock(), rate], outcomes);
    let cells = Cells::of(&dataset);
    let things = Things::of(&cells);
    let mut counted = counted(&cells, &things);
    let found = facts::facts(&cells, &things, &Ratios::of(&cells, &things), &[], &mut counted);
    assert!(!found.is_empty());
    assert!(counted.iter().all(|count| count.thing == things.thing[0]));
}

#[test]
fn shares_of_two_concepts_are_of_two_wholes() {
    let share = indicator(Measure::Share, "%");
    let other = Indicator { concept: "others".to_owned(), id: IndicatorId::new("other"), ..share.clone() };
    let outcomes = |second: &Indicator| {
        vec![
            outcome_of(&stock(), "a", "number", single("10", "2016")),
            outcome_of(&share, "a", "share", single("50", "2016")),
            outcome_of(second, "a", "second", single("15", "2017")),
        ]
    };
    assert_eq!(touched(vec![stock(), share.clone()], outcomes(&share)), ["second"], "15% of 20 are 3");
    assert!(touched(vec![stock(), share.clone(), other.clone()], outcomes(&other)).is_empty());
}

#[test]
fn a_quotient_lies_within_what_rounding_leaves_of_both() {
    let (total, each) =
        (indicator(Measure::Stock, "£ million"), indicator(Measure::Average, "£ thousand per placement"));
    let outcomes = vec![
        outcome_of(&total, "a", "total", single("0.3", "2016")),
        outcome_of(&each, "a", "each", single("100", "2016")),
    ];
    let dataset = dataset(vec![total, each], outcomes);
    let mut cells = Cells::of(&dataset);
    let things = Things::of(&cells);
    let ratios = Ratios::of(&cells, &things);
    let [(0, 1, told)] = ratios.quotients(&cells)[..] else { panic!("there is one quotient") };
    assert!((told.low - 250.0 / 100.5).abs() < 1e-6 && (told.high - 350.0 / 99.5).abs() < 1e-6, "{told:?}");
    assert!(ratios.hide(&mut cells, &things, Threshold::default()) && cells.is_hidden(1));
    assert!(!ratios.hide(&mut cells, &things, Threshold::default()));
}

#[test]
fn a_rate_from_which_a_small_count_follows_is_said_to_be_hidden() {
    let rate = indicator(Measure::Rate, "per 10,000 children");
    let outcomes = vec![
        outcome_of(&stock(), "a", "number", single("30", "2015")),
        outcome_of(&rate, "a", "rate", single("30", "2015")),
        outcome_of(&rate, "a", "later", single("4", "2016")),
    ];
    let dataset = dataset(vec![stock(), rate], outcomes);
    let mut cells = Cells::of(&dataset);
    let things = Things::of(&cells);
    let ratios = Ratios::of(&cells, &things);
    assert!(ratios.hide(&mut cells, &things, Threshold::default()) && cells.is_hidden(2));
    assert!(!ratios.hide(&mut cells, &things, Threshold::default()));
}

#[test]
fn a_change_stated_elsewhere_goes() {
    let stated = crate::compare::examples::pair_stated(("100", "2001"), ("80", "2002"), &["fell 20"]);
    let outcomes = vec![
        outcome_of(&stock(), "a", "small", single("3", "2016")),
        outcome_of(&stock(), "a", "change", crate::compare::examples::change_only(&["fell 40%"], None)),
        outcome_of(&stock(), "a", "earlier", stated),
    ];
    assert_eq!(touched(vec![stock()], outcomes), ["small", "change"]);
}

#[test]
fn twice_a_count_that_is_three_or_more_leaves_the_rest_of_a_sum() {
    let sum = Sum::from([(0, 1.0), (1, 2.0)]);
    let row = LinearRow { sum, low: 10.0, high: 10.0, told_by: Sum::from([(7, 1.0)]) };
    let bounds = System::of(std::iter::once(row)).bounds(vec![(0.0, f64::INFINITY), (3.0, f64::INFINITY)], Vec::new());
    assert_eq!((bounds.of(0), bounds.of(1)), ((0.0, 4.0), (3.0, 5.0)));
}

#[test]
fn one_whole_answer_is_told_until_what_tells_it_is_hidden() {
    let outcomes = ["3", "2", "60"].map(|told| outcome_of(&stock(), "a", told, single(told, "2016")));
    let dataset = dataset(vec![stock()], outcomes.to_vec());
    let mut cells = Cells::of(&dataset);
    let mut counts = Component::default();
    for cell in 0..2 {
        let unknown = counts.unknown();
        counts.take(cell, Sum::from([(unknown, 1.0)]));
        cells.hide(cell, Reason::Primary);
    }
    // Twice the one and three times the other are 12: from 1 to 5 that is only 3 and 2.
    counts.told.push(StatedSum { sum: Sum::from([(0, 2.0), (1, 3.0)]), low: 12.0, high: 12.0, by: vec![2] });
    assert_eq!(counts.pinned(&cells, 5.0), Some(2));
    cells.hide(2, Reason::Secondary);
    assert_eq!(counts.pinned(&cells, 5.0), None);
}

#[test]
fn an_unprinted_count_of_at_most_five_is_told_to_be_small() {
    for (high, hidden) in [(5.0, Some(0)), (6.0, None)] {
        let dataset = dataset(vec![stock()], vec![outcome_of(&stock(), "a", "a", single("60", "2016"))]);
        let mut counts = Component::default();
        let unknown = counts.unknown();
        counts.told.push(StatedSum { sum: Sum::from([(unknown, 1.0)]), low: 1.0, high, by: vec![0] });
        assert_eq!(counts.pinned(&Cells::of(&dataset), 5.0), hidden, "at most {high}");
    }
}
