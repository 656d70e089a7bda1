//! Each reason against comparing has an example here, and is its weakest.

use super::*;
use crate::{
    compare::examples::{change_only, compare, dataset, grade, indicator, level, outcome_of, pair, pair_stated, stock},
    model::{
        Change, CountedGroup, Dataset, Direction, Form, Indicator, Measure, Outcome, Period, Published, Remains,
        Remnant,
    },
};

/// Two councils, each with one outcome of its indicator.
fn two(one: (&Indicator, Published), other: (&Indicator, Published)) -> Dataset {
    let of =
        |(indicator, published): (&Indicator, Published), place: &str| outcome_of(indicator, place, place, published);
    let indicators = vec![one.0.clone(), other.0.clone()];
    dataset(indicators, vec![of(one, "anyshire"), of(other, "othershire")])
}

fn years(before: &str, after: &str) -> Published {
    pair((before, "2015-03-31"), (after, "2017-03-31"))
}

fn over(published: Published, period: &str) -> Published {
    let when = Period::parse(period).unwrap();
    match published {
        Published::Change { stated, level, .. } => Published::Change { stated, over: when, level },
        Published::Direction { direction, .. } => Published::Direction { direction, over: when },
        other => other,
    }
}

fn fell(period: &str) -> Published {
    over(change_only(&["fell 15%"], None), period)
}

fn with(mut dataset: Dataset, change: impl Fn(&mut Outcome)) -> Dataset {
    dataset.programmes[0].outcomes.iter_mut().for_each(change);
    dataset
}

fn of(unit: &str, measure: Measure) -> Indicator {
    indicator(measure, unit)
}

/// A dataset of which the weakest reason is this one.
fn example(reason: ComparabilityReason) -> Dataset {
    let plain = || two((&stock(), years("100", "90")), (&stock(), years("200", "190")));
    match reason {
        ComparabilityReason::FewerThanTwo => with(plain(), |outcome| outcome.places = vec![CouncilId::new("anyshire")]),
        ComparabilityReason::Concepts => {
            let other = Indicator { concept: "people".to_owned(), id: crate::model::IndicatorId::new("p"), ..stock() };
            two((&stock(), years("100", "90")), (&other, years("100", "90")))
        }
        ComparabilityReason::Units => two((&stock(), years("100", "90")), (&of("£", Measure::Flow), fell("2015/2017"))),
        ComparabilityReason::Bases => two(
            (&of("per 10,000 children", Measure::Rate), years("60", "50")),
            (&of("per 1,000 people", Measure::Rate), years("60", "50")),
        ),
        ComparabilityReason::Scales => {
            let graded = |framework| Published::Rating {
                before: grade("inadequate", framework),
                after: grade("good", framework),
            };
            let ratings = of("grade", Measure::Rating);
            two((&ratings, graded("Ofsted ILACS")), (&ratings, graded("Ofsted SIF")))
        }
        ComparabilityReason::Forms => {
            two((&stock(), years("100", "90")), (&stock(), Published::Single(level(("52", "2017")))))
        }
        ComparabilityReason::Definitions => {
            let other = Indicator { id: crate::model::IndicatorId::new("cases"), ..stock() };
            two((&stock(), years("100", "90")), (&other, years("100", "90")))
        }
        ComparabilityReason::Lengths => two((&stock(), fell("1 year")), (&stock(), fell("5 years"))),
        ComparabilityReason::LengthsNotStated => two((&stock(), fell("since 2011")), (&stock(), fell("1 year"))),
        ComparabilityReason::Dates => two((&stock(), fell("2010/2012")), (&stock(), fell("2015/2017"))),
        ComparabilityReason::DatesNotStated => two((&stock(), fell("2 years")), (&stock(), fell("2015/2017"))),
        ComparabilityReason::Bounds => two((&stock(), years("100", "90")), (&stock(), years("200", "over 190"))),
        ComparabilityReason::Directions => {
            let rose = Published::Direction { direction: Direction::Rose, over: Period::not_stated() };
            two((&stock(), fell("2015/2017")), (&stock(), over(rose, "2015/2017")))
        }
        ComparabilityReason::Clients => with(plain(), |outcome| outcome.counted.group = CountedGroup::Clients),
        ComparabilityReason::PartOfYear => {
            let flow = of("enquiries", Measure::Flow);
            let counts = || pair(("40", "2016-01/2016-06"), ("50", "2017-07/2017-12"));
            two((&flow, counts()), (&flow, counts()))
        }
        ComparabilityReason::SmallNumbers => two((&stock(), years("8", "4")), (&stock(), years("200", "190"))),
        ComparabilityReason::Conflicts => {
            let at = ("2015-03-31", "2017-03-31");
            let conflicting = pair_stated(("100", at.0), ("90", at.1), &["fell 50%"]);
            two((&stock(), conflicting), (&stock(), years("200", "190")))
        }
        ComparabilityReason::Suppressed => {
            let remains = Remains {
                form: Form::Pair,
                before: Remnant::Known(level(("100", "2015-03-31"))),
                after: Remnant::Suppressed(Period::parse("2017-03-31").unwrap()),
                whole: None,
                over: Period::not_stated(),
            };
            two((&stock(), Published::Suppressed(remains)), (&stock(), years("200", "190")))
        }
        ComparabilityReason::NotOutcomes => with(plain(), |outcome| outcome.role = Role::Target),
    }
}

fn reasons(dataset: &Dataset) -> Vec<ComparabilityReason> {
    let comparisons = compare(dataset);
    Comparability::of(&comparisons, &[], &[]).unwrap().reasons
}

#[test]
fn each_reason_against_comparing_is_found() {
    for reason in ComparabilityReason::ALL {
        let found = reasons(&example(reason));
        assert_eq!(found.first(), Some(&reason), "{found:?}");
    }
}

#[test]
fn equal_lengths_are_spoken_of_only_where_they_are_equal() {
    for reason in [ComparabilityReason::Lengths, ComparabilityReason::LengthsNotStated] {
        let found = reasons(&example(reason));
        assert!(!found.contains(&ComparabilityReason::DatesNotStated), "{reason:?}: {found:?}");
    }
}

#[test]
fn the_same_count_over_the_same_time_may_be_compared() {
    let plain = two((&stock(), years("100", "90")), (&stock(), years("200", "190")));
    assert!(reasons(&plain).is_empty());
    let comparisons = compare(&plain);
    assert_eq!(Comparability::of(&comparisons, &[], &[]).unwrap().answer(), Comparable::Yes);
    let spelled = two(
        (&of("% of children", Measure::Share), years("60", "50")),
        (&of("per cent of children", Measure::Share), years("60", "50")),
    );
    assert_eq!(reasons(&spelled), [ComparabilityReason::Definitions]);
}

#[test]
fn one_outcome_gets_no_answer() {
    let plain = two((&stock(), years("100", "90")), (&stock(), years("200", "190")));
    let comparisons = compare(&plain);
    let one = comparisons.get(..1).unwrap();
    assert!(Comparability::of(one, &[], &[]).is_none());
    let left = LeftOut {
        comparison: comparisons[1].clone(),
        reason: LeftOutReason::OtherUnit { unit: "£".to_owned(), axis_unit: "children".to_owned() },
    };
    let answer = Comparability::of(one, std::slice::from_ref(&left), &[]).unwrap();
    assert_eq!(answer.reasons, [ComparabilityReason::FewerThanTwo, ComparabilityReason::Units]);
}

#[test]
fn the_weakest_reason_decides_and_is_first() {
    let mut weak = two((&stock(), fell("since 2011")), (&stock(), years("8", "over 4")));
    weak.programmes[0].outcomes[1].counted.group = CountedGroup::Clients;
    let found = reasons(&weak);
    assert!(found.is_sorted(), "{found:?}");
    assert_eq!(found[0], ComparabilityReason::LengthsNotStated);
    let comparisons = compare(&weak);
    assert_eq!(Comparability::of(&comparisons, &[], &[]).unwrap().answer(), Comparable::WithCare);
    let no = two((&of("£", Measure::Flow), fell("1 year")), (&stock(), fell("5 years")));
    let comparisons = compare(&no);
    assert_eq!(Comparability::of(&comparisons, &[], &[]).unwrap().answer(), Comparable::No);
}

#[test]
fn context_answers_only_beside_a_single_place() {
    let mut plain = two((&stock(), years("100", "90")), (&stock(), years("200", "190")));
    plain.programmes[0].outcomes[1].role = Role::Context;
    assert!(reasons(&plain).is_empty(), "one council beside the country");
    let third = outcome_of(&stock(), "thirdshire", "c", fell("5 years"));
    plain.programmes[0].outcomes.push(third);
    let found = reasons(&plain);
    assert_eq!(found.first(), Some(&ComparabilityReason::Lengths));
    let comparisons = compare(&plain);
    assert_eq!(Comparability::of(&comparisons, &[], &[]).unwrap().asked.len(), 2);
}

#[test]
fn changes_in_points_and_in_per_cent_are_two_scales() {
    let share = of("%", Measure::Share);
    let points = Published::Change {
        stated: vec![Change::parse("fell 5 pp").unwrap()],
        over: Period::parse("2015/2017").unwrap(),
        level: None,
    };
    let found = reasons(&two((&share, points), (&share, fell("2015/2017"))));
    assert_eq!(found.first(), Some(&ComparabilityReason::Scales));
}

#[test]
fn one_outcome_of_two_councils_is_compared_with_nobody() {
    let mut joint = two((&stock(), years("100", "90")), (&stock(), years("200", "190")));
    joint.programmes[0].outcomes[0].places.push(CouncilId::new("othershire"));
    let comparisons = compare(&joint);
    let left = LeftOut { comparison: comparisons[1].clone(), reason: LeftOutReason::Single };
    let answer = Comparability::of(&comparisons[..1], std::slice::from_ref(&left), &[]).unwrap();
    assert_eq!(answer.reasons, [ComparabilityReason::FewerThanTwo, ComparabilityReason::Forms]);
}

#[test]
fn two_scales_are_seen_behind_a_first_that_has_none() {
    let share = of("%", Measure::Share);
    let direction = over(Published::Direction { direction: Direction::Fell, over: Period::not_stated() }, "2015/2017");
    let points = over(change_only(&["fell 5 pp"], None), "2015/2017");
    let mut dataset = two((&share, direction), (&share, points));
    dataset.programmes[0].outcomes.push(outcome_of(&share, "anyshire", "third", fell("2015/2017")));
    assert_eq!(reasons(&dataset).first(), Some(&ComparabilityReason::Scales));
}
