//! Tests of links: what looks linked and is hidden for it, and what only looks so and stays.

use super::{Threshold, withhold};
use crate::compare::examples::{change_only, dataset, indicator, level, outcome_of, pair, stock};
use crate::model::{
    CouncilId, Dataset, Indicator, IndicatorId, Measure, Number, Outcome, OutcomeId, Period, Published,
};

fn number(text: &str) -> Number {
    Number::parse(text).unwrap()
}

/// An indicator of the one concept, counted as stock.
fn named(id: &str) -> Indicator {
    Indicator { id: IndicatorId::new(id), ..stock() }
}

fn told(kind: &Indicator, id: &str, places: &[&str], published: Published) -> Outcome {
    let places = places.iter().map(|place| CouncilId::new(*place)).collect();
    Outcome { places, ..outcome_of(kind, "a", id, published) }
}

fn one(n: &str) -> Published {
    Published::Single(level((n, "2016-03-31")))
}

/// Those of these outcomes with something hidden.
fn hidden<'i>(kinds: &[Indicator], outcomes: &[Outcome], of: &[&'i str]) -> Vec<&'i str> {
    let public: Dataset = withhold(&dataset(kinds.to_vec(), outcomes.to_vec()), Threshold::default());
    let is_hidden = |id: &&&str| {
        let outcome = public.outcome(&OutcomeId::new(**id)).unwrap().outcome;
        outcome.withheld.as_ref().is_some_and(|withheld| !withheld.numbers.is_empty())
    };
    of.iter().filter(is_hidden).copied().collect()
}

#[test]
fn a_total_printed_over_58_is_still_the_total_of_its_parts() {
    let kinds = ["all", "boys", "girls"].map(named);
    let [all, boys, girls] = &kinds;
    let with = |total: &str| {
        vec![
            told(all, "all-a", &["a"], one("30")),
            told(boys, "boys-a", &["a"], one("18")),
            told(girls, "girls-a", &["a"], one("12")),
            told(all, "all-b", &["b"], one(total)),
            told(boys, "boys-b", &["b"], one("28")),
            told(girls, "girls-b", &["b"], one("32")),
            told(all, "all-c", &["c"], one("23")),
            told(girls, "girls-c", &["c"], one("3")),
            told(boys, "boys-cd", &["c", "d"], one("50")),
            told(boys, "boys-d", &["d"], one("30")),
        ]
    };
    // 23 less 50 less 30 are 3 girls, for boys and girls are all of them.
    let of = ["all-c", "boys-cd", "boys-d"];
    assert_eq!(hidden(&kinds, &with("over 58"), &of).len(), 1);
    // Where all are over 70 they are not these boys and girls.
    assert_eq!(hidden(&kinds, &with("over 70"), &of), [""; 0]);
}

#[test]
fn a_rate_of_0_0_beside_another_rate_tells_that_there_were_few() {
    let rate = Indicator { id: IndicatorId::new("rate"), ..indicator(Measure::Rate, "per 10,000 children") };
    let kinds = [stock(), rate];
    let rates = pair(("0.0", "2015-03-31"), ("12.0", "2016-03-31"));
    let with = |n: &str| vec![told(&kinds[0], "n", &["a"], one(n)), told(&kinds[1], "rates", &["a"], rates.clone())];
    // Of a million people 1,200 are 12.0, and so less than 0.05 are at most five.
    assert_eq!(hidden(&kinds, &with("1200"), &["rates"]), ["rates"]);
    // Of a hundred million they may be many.
    assert_eq!(hidden(&kinds, &with("120000"), &["n", "rates"]), [""; 0]);
}

#[test]
fn parts_that_are_printed_only_as_shares_add_up_too() {
    let kinds = ["closed", "open", "moved"].map(named);
    let part = |share: &str| Published::Part {
        count: None,
        of: Some(number("40")),
        share: Some(number(share)),
        period: Period::parse("2016").unwrap(),
    };
    let outcomes: Vec<Outcome> = (kinds.iter().zip(["7.5", "50", "42.5"]))
        .map(|(kind, share)| told(kind, kind.id.as_str(), &["a"], part(share)))
        .collect();
    // 40 less 20 less 17 are 3.
    let found = hidden(&kinds, &outcomes, &["closed", "open", "moved"]);
    assert!(found.len() == 2 && found.contains(&"closed"), "{found:?}");
}

#[test]
fn two_counts_of_one_concept_that_nothing_links_stay() {
    let kinds = ["boys", "girls"].map(named);
    let [boys, girls] = &kinds;
    let near = |place: &str| vec![told(boys, "30", &[place], one("30")), told(girls, "28", &["a"], one("28"))];
    assert_eq!(hidden(&kinds, &near("a"), &["30", "28"]), ["28"], "a total and its only part");
    assert_eq!(hidden(&kinds, &near("b"), &["30", "28"]), [""; 0], "another place");
    let of_both = vec![told(boys, "30", &["a", "b"], one("30")), told(boys, "28", &["a"], one("28"))];
    assert_eq!(hidden(&kinds, &of_both, &["30", "28"]), ["28"], "one place inside two");
    // Elsewhere girls outnumber boys, and so are no part of them.
    let mut elsewhere = near("a");
    elsewhere.extend([told(boys, "17", &["b"], one("17")), told(girls, "40", &["b"], one("40"))]);
    assert_eq!(hidden(&kinds, &elsewhere, &["30", "28", "17", "40"]), [""; 0]);
    // Elsewhere both are parts of all.
    let kinds = ["boys", "girls", "all"].map(named);
    let mut parts = near("a");
    parts.extend([told(&kinds[0], "17", &["b"], one("17")), told(&kinds[1], "11", &["b"], one("11"))]);
    assert_eq!(hidden(&kinds, &parts, &["30", "28"]), ["28"]);
    parts.push(told(&kinds[2], "all", &["b"], one("28")));
    assert_eq!(hidden(&kinds, &parts, &["30", "28"]), [""; 0]);
}

#[test]
fn a_rate_that_moved_as_a_hidden_count_is_hidden_with_it() {
    let rate = |concept: &str| Indicator {
        id: IndicatorId::new("rate"),
        concept: concept.to_owned(),
        ..indicator(Measure::Rate, "per 10,000 people")
    };
    let fell = |by: &str| change_only(&[by], None);
    for (published, is_hidden) in [
        (fell("fell 86.7%"), true),
        (fell("fell 40%"), false),
        (pair(("15.0", "2015"), ("2.0", "2016")), true),
        (pair(("15.0", "2015"), ("9.0", "2016")), false),
    ] {
        let kinds = [stock(), rate("another concept")];
        let outcomes = vec![
            told(&kinds[0], "n", &["a"], pair(("30", "2015"), ("4", "2016"))),
            told(&kinds[1], "rate", &["a"], published.clone()),
        ];
        let found = hidden(&kinds, &outcomes, &["rate"]);
        assert_eq!(!found.is_empty(), is_hidden, "{published:?}");
    }
}

#[test]
fn counts_of_a_body_are_those_of_its_successors_together() {
    let outcomes = vec![
        told(&stock(), "old", &["old"], one("23")),
        told(&stock(), "small", &["a"], one("3")),
        told(&stock(), "rest", &["b"], one("20")),
    ];
    let kinds = [stock()];
    let mut all = dataset(kinds.to_vec(), outcomes);
    let old = all.councils.iter().position(|council| council.id == CouncilId::new("old")).unwrap();
    all.councils[old].successors = ["a", "b"].map(CouncilId::new).to_vec();
    let public = withhold(&all, Threshold::default());
    let shown = |id: &str| public.outcome(&OutcomeId::new(id)).unwrap().outcome.withheld.is_none();
    assert!(!shown("small"));
    assert!(!shown("rest") || !shown("old"), "23 less 20 are 3");
    all.councils[old].successors.clear();
    let public = withhold(&all, Threshold::default());
    let shown = |id: &str| public.outcome(&OutcomeId::new(id)).unwrap().outcome.withheld.is_none();
    assert!(shown("rest") && shown("old"), "nothing links them");
}

#[test]
fn one_thing_under_two_indicators_and_writings_is_one() {
    // One contains the small count of the other, however concept and unit are written.
    let other = |concept: &str, unit: &str| Indicator {
        id: IndicatorId::new("other"),
        concept: concept.to_owned(),
        unit: unit.into(),
        ..stock()
    };
    for other in [other("things", "children"), other("Things ", "children"), other("things", "Children")] {
        let kinds = [stock(), other];
        let outcomes = vec![
            told(&kinds[0], "total", &["a", "b"], one("103")),
            told(&kinds[0], "small", &["a"], one("3")),
            told(&kinds[1], "rest", &["b"], one("100")),
        ];
        let found = hidden(&kinds, &outcomes, &["total", "rest"]);
        assert_eq!(found.len(), 1, "{:?}: 103 less 100 are 3", kinds[1]);
    }
}

#[test]
fn persons_named_one_by_one_go_where_a_number_went() {
    let mut outcome = told(&stock(), "n", &["a"], pair(("22", "2015"), ("3", "2016")));
    outcome.notes = vec!["A mother, her son and her daughter.".to_owned(), "Mothers were asked.".to_owned()];
    let public = withhold(&dataset(vec![stock()], vec![outcome.clone()]), Threshold::default());
    let left = &public.outcome(&OutcomeId::new("n")).unwrap().outcome.notes;
    assert_eq!(*left, ["Mothers were asked.", super::instead_of_words()]);
}
