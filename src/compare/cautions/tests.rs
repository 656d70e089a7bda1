//! Which cautions apply, rule by rule.

use super::*;
use crate::{
    compare::examples::{
        change_only, compare, compare_one, dataset, flow, grade, indicator, level, outcome_of, pair, pair_stated, stock,
    },
    model::{Benchmark, BenchmarkValue, Direction, Fact, Indicator, Missing, Number, Period, SeriesPoint},
};

fn texts(indicator: &Indicator, published: Published) -> Vec<(u8, String)> {
    let (dataset, _) = compare_one(indicator, published);
    let comparison = compare(&dataset).remove(0);
    comparison.cautions.into_iter().map(|caution| (caution.rule.number(), caution.text)).collect()
}

fn rules(indicator: &Indicator, published: Published) -> Vec<u8> {
    texts(indicator, published).into_iter().map(|(rule, _)| rule).collect()
}

/// The cautions after a change to the outcome.
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
fn r3_before_and_after_that_do_not_stand_apart_are_said() {
    for measure in [flow(), stock()] {
        for (before, after, words) in [
            ("2016", "2016/17", "overlap"),
            ("2016/17", "2016", "overlap"),
            ("2015/2017", "2016", "overlap"),
            ("2016-03-31", "2016-03-31", "one and the same time"),
            ("2017", "2015", "lies before"),
        ] {
            let found = texts(&measure, pair(("52", before), ("81", after)));
            let told = found.iter().filter(|(rule, text)| *rule == 3 && text.contains(words)).count();
            assert_eq!(told, 1, "{before} to {after}: {found:?}");
        }
        let apart = texts(&measure, pair(("52", "2016"), ("81", "2017")));
        assert!(apart.is_empty(), "{apart:?}");
    }
}

#[test]
fn r6_a_share_of_fewer_than_ten_is_of_small_numbers() {
    let share = indicator(Measure::Share, "%");
    let of = |before: &str, after: &str| {
        let mut outcome = outcome_of(&share, "anyshire", "a", pair(("25", "2016"), ("50", "2017")));
        outcome.counted.before = Number::parse(before).ok();
        outcome.counted.after = Number::parse(after).ok();
        let dataset = dataset(vec![share.clone()], vec![outcome]);
        compare(&dataset).remove(0).cautions.iter().any(|c| c.rule == Rule::R6 && c.text.contains("Small numbers"))
    };
    for (before, after, small) in
        [("4", "8", true), ("40", "8", true), ("under 10", "40", true), ("10", "10", false), ("", "", false)]
    {
        assert_eq!(of(before, after), small, "{before} and {after}");
    }
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
        outcome.benchmark = Some(Benchmark { of: "national average".to_owned(), value, over: Period::not_stated() });
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
    let found: Vec<Vec<String>> =
        compare(&dataset).into_iter().map(|c| c.cautions.into_iter().map(|caution| caution.text).collect()).collect();
    assert_eq!(
        found[0],
        [
            "Counts some of the same people or events as \u{201c}flow in enquiries\u{201d}, so the two are never added.",
            "Another account of the same thing disagrees: \u{201c}stock in children\u{201d} (b). Both are shown as they were published.",
        ]
    );
    assert_eq!(
        found[1],
        ["Counts some of the same people or events as \u{201c}stock in children\u{201d}, so the two are never added."]
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

#[test]
fn r5_a_share_that_its_count_does_not_give_is_said() {
    let part = |share: &str| {
        let number = |text| Some(Number::parse(text).unwrap());
        Published::Part { count: number("28"), of: number("44"), share: number(share), period: Period::not_stated() }
    };
    assert_eq!(
        texts(&stock(), part("70")),
        [(5, "The source states a share of 70%, which 28 of 44 is not.".to_owned())]
    );
    assert_eq!(rules(&stock(), part("63.6")), [0_u8; 0]);
}
