//! Tests of what stands on which axis, and what is left out.

use proptest::prelude::*;

use super::*;
use crate::{
    compare::examples::{change_only, compare, dataset, flow, grade, indicator, level, outcome_of, pair, stock},
    model::{Dataset, Direction, KnownLevel, Outcome, Period, Role},
};

const NEEDS: [AxisNeed; 7] = [
    AxisNeed::Levels,
    AxisNeed::BothLevels,
    AxisNeed::ChangePercent,
    AxisNeed::Index,
    AxisNeed::LevelsAndChange,
    AxisNeed::Ratings,
    AxisNeed::Profile,
];

fn rate() -> Indicator {
    indicator(Measure::Rate, "per 10,000 children")
}

fn direction() -> Published {
    Published::Direction { direction: Direction::Fell, over: Period::not_stated() }
}

fn rating() -> Published {
    Published::Rating { before: grade("good", "ILACS"), after: grade("good", "ILACS") }
}

fn drawn(dataset: &Dataset, need: AxisNeed) -> Vec<String> {
    one_axis(compare(dataset), need).drawn.iter().map(|c| c.located.outcome.id.to_string()).collect()
}

fn reason(indicator: &Indicator, published: Published, need: AxisNeed) -> LeftOutReason {
    let outcome = outcome_of(indicator, "anyshire", "a", published);
    let dataset = dataset(vec![indicator.clone()], vec![outcome]);
    one_axis(compare(&dataset), need).left_out.remove(0).reason
}

#[test]
fn r2_one_axis_has_one_unit_and_the_larger_group_stands() {
    let years = || pair(("5", "2015"), ("6", "2016"));
    let dataset = dataset(
        vec![rate(), stock()],
        vec![
            outcome_of(&rate(), "essex", "essex-rate", years()),
            outcome_of(&stock(), "essex", "essex", years()),
            outcome_of(&stock(), "leeds", "leeds", years()),
        ],
    );
    for need in [AxisNeed::Levels, AxisNeed::BothLevels, AxisNeed::ChangePercent, AxisNeed::LevelsAndChange] {
        assert_eq!(drawn(&dataset, need), ["essex", "leeds"], "{need:?}");
        let left_out = one_axis(compare(&dataset), need).left_out;
        assert_eq!(
            left_out[0].reason.describe(),
            "Its unit is \u{201c}per 10,000 children\u{201d}, and this axis is in \u{201c}children\u{201d}."
        );
    }
    // Index points are one unit, whatever was counted.
    assert_eq!(drawn(&dataset, AxisNeed::Index).len(), 3);
    assert_eq!(drawn(&dataset, AxisNeed::Profile).len(), 3);
}

#[test]
fn r2_of_two_equal_groups_the_first_stands() {
    let years = || pair(("5", "2015"), ("6", "2016"));
    let outcomes = vec![outcome_of(&rate(), "a", "rate", years()), outcome_of(&stock(), "a", "stock", years())];
    assert_eq!(drawn(&dataset(vec![rate(), stock()], outcomes), AxisNeed::Levels), ["rate"]);
}

#[test]
fn r2_what_can_not_stand_is_left_out_with_its_reason() {
    use AxisNeed::{BothLevels, ChangePercent, Index, Levels, LevelsAndChange, Ratings};
    let single = || Published::Single(level(("508", "2017")));
    let part = || Published::Part { count: None, of: None, share: None, period: Period::not_stated() };
    let series = || Published::Series { points: Vec::new(), start: None };
    let in_unit = LeftOutReason::ChangeInUnit { unit: "children".to_owned() };
    let known = || Some(KnownLevel::After(level(("81", "2017"))));
    for (published, need, expected) in [
        (change_only(&["fell 12%"], None), Levels, LeftOutReason::ChangeOnly),
        (direction(), Levels, LeftOutReason::DirectionOnly),
        (change_only(&["fell 12%"], None), BothLevels, LeftOutReason::ChangeOnly),
        (change_only(&["rose 29"], known()), BothLevels, LeftOutReason::OneLevel),
        (direction(), BothLevels, LeftOutReason::DirectionOnly),
        (change_only(&["fell 12"], None), Index, in_unit.clone()),
        (pair(("0", "2015"), ("6", "2016")), Index, LeftOutReason::NoPercent(NoPercent::ZeroBase)),
        (change_only(&["fell 12"], None), ChangePercent, in_unit.clone()),
        (change_only(&["fell 12"], None), LevelsAndChange, in_unit),
        (pair(("0", "2015"), ("6", "2016")), ChangePercent, LeftOutReason::NoPercent(NoPercent::ZeroBase)),
        (single(), Levels, LeftOutReason::Single),
        (part(), ChangePercent, LeftOutReason::Part),
        (series(), LevelsAndChange, LeftOutReason::Series),
        (rating(), Levels, LeftOutReason::Grade),
        (single(), Ratings, LeftOutReason::NotAGrade),
    ] {
        assert_eq!(reason(&stock(), published, need), expected);
    }
}

#[test]
fn r1_a_change_with_one_level_is_on_the_axis_of_levels_with_it() {
    let known = Some(KnownLevel::After(level(("81", "2017"))));
    let outcome = outcome_of(&stock(), "anyshire", "a", change_only(&["rose 29"], known));
    let dataset = dataset(vec![stock()], vec![outcome]);
    let selection = one_axis(compare(&dataset), AxisNeed::Levels);
    let comparison = &selection.drawn[0];
    assert_eq!((comparison.before_on(selection.scale), comparison.after_on(selection.scale)), (None, Some(81.0)));
}

#[test]
fn r3_flows_of_unlike_length_share_an_axis_as_averages_a_month() {
    let outcomes = vec![
        outcome_of(&flow(), "a", "year", pair(("52", "2015"), ("60", "2016"))),
        outcome_of(&flow(), "b", "half", pair(("30", "2016-01/2016-06"), ("36", "2017-01/2017-06"))),
        outcome_of(&flow(), "c", "unknown", pair(("30", "not stated"), ("36", "not stated"))),
    ];
    let dataset = dataset(vec![flow()], outcomes);
    let selection = one_axis(compare(&dataset), AxisNeed::Levels);
    assert_eq!(selection.scale, LevelScale::AverageAMonth);
    assert!(selection.scale_caution().is_some());
    assert_eq!(selection.drawn[0].after_on(selection.scale), Some(5.0));
    assert_eq!(selection.drawn[1].after_on(selection.scale), Some(6.0));
    assert_eq!(selection.left_out[0].reason, LeftOutReason::LengthNotKnown);
    assert_eq!(one_axis(compare(&dataset), AxisNeed::ChangePercent).scale, LevelScale::AsPublished);
}

#[test]
fn r3_flows_of_equal_length_stand_as_published() {
    let outcomes = vec![
        outcome_of(&flow(), "a", "year", pair(("52", "2015"), ("60", "2016"))),
        outcome_of(&flow(), "c", "unknown", pair(("30", "not stated"), ("36", "not stated"))),
    ];
    let dataset = dataset(vec![flow()], outcomes);
    let selection = one_axis(compare(&dataset), AxisNeed::Levels);
    assert_eq!((selection.scale, selection.drawn.len()), (LevelScale::AsPublished, 2));
    assert_eq!(selection.scale_caution(), None);
    assert_eq!(selection.drawn[0].after_on(selection.scale), Some(60.0));
}

#[test]
fn context_stays_beside_the_outcomes_of_its_indicator() {
    let years = || pair(("5", "2015"), ("6", "2016"));
    let context = Outcome { role: Role::Context, ..outcome_of(&stock(), "england", "england", years()) };
    let dataset = dataset(vec![stock()], vec![outcome_of(&stock(), "leeds", "leeds", years()), context]);
    assert_eq!(drawn(&dataset, AxisNeed::Levels), ["leeds", "england"]);
}

fn any_published() -> impl Strategy<Value = Published> {
    let number = prop_oneof![Just("0"), Just("7"), Just("52"), Just("over 60"), Just("between 3 and 5")];
    let period = prop_oneof![Just("2015"), Just("2016-01/2016-06"), Just("2017-03-31"), Just("not stated")];
    let two = (number.clone(), period.clone(), number, period);
    two.prop_flat_map(|(before, from, after, to)| {
        let known = Some(KnownLevel::Before(level((before, from))));
        prop_oneof![
            Just(pair((before, from), (after, to))),
            Just(change_only(&["fell 12%"], None)),
            Just(change_only(&["rose 12"], known)),
            Just(direction()),
            Just(rating()),
            Just(Published::Single(level((before, from)))),
            Just(Published::SingleGrade(grade("good", "ILACS"))),
            Just(Published::Part { count: None, of: None, share: None, period: Period::not_stated() }),
            Just(Published::Series { points: Vec::new(), start: None }),
        ]
    })
}

proptest! {
    #[test]
    fn r2_drawn_plus_left_out_is_exactly_what_was_selected(
        picked in proptest::collection::vec((any_published(), 0_usize..4), 0..12),
        twice in any::<bool>(),
    ) {
        let indicators = vec![stock(), flow(), rate(), indicator(Measure::Rating, "grade")];
        let outcomes = picked
            .into_iter()
            .enumerate()
            .map(|(at, (published, which))| outcome_of(&indicators[which], "a", &format!("o{at}"), published))
            .collect();
        let dataset = dataset(indicators, outcomes);
        for need in NEEDS {
            let mut selected = compare(&dataset);
            if twice {
                selected.extend(compare(&dataset));
            }
            let ids = |c: &Comparison<'_>| c.located.outcome.id.clone();
            let mut before: Vec<_> = selected.iter().map(ids).collect();
            let selection = one_axis(selected, need);
            let mut after: Vec<_> = selection.drawn.iter().map(ids).collect();
            after.extend(selection.left_out.iter().map(|left| ids(&left.comparison)));
            before.sort();
            after.sort();
            prop_assert_eq!(before, after);
            if has_one_indicator(need) {
                let first = selection.drawn.first().map(|c| &c.located.indicator.id);
                prop_assert!(selection.drawn.iter().all(|c| Some(&c.located.indicator.id) == first));
            }
            prop_assert!(selection.left_out.iter().all(|left| left.reason.describe().ends_with('.')));
        }
    }
}

#[test]
fn r9_outcomes_weigh_more_on_an_axis_than_context() {
    let years = || pair(("5", "2015"), ("6", "2016"));
    let mut context = outcome_of(&rate(), "essex", "context", years());
    context.role = Role::Context;
    let dataset = dataset(vec![rate(), stock()], vec![context, outcome_of(&stock(), "leeds", "outcome", years())]);
    assert_eq!(drawn(&dataset, AxisNeed::Levels), ["outcome"]);
}
