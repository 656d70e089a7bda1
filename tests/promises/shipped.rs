//! The dataset that ships: how much it holds, that it is complete, and that it carries the cautions it should and no others.

use std::collections::BTreeSet;

use sidebyside::compare::{Comparison, Rule};
use sidebyside::dataset::load_builtin;
use sidebyside::model::{
    Dataset, Direction, Fact, Form, IndicatorId, Located, Measure, Number, Outcome, Polarity, Published, Role, View,
};

/// No text of ours is longer, in letters: whoever wants more has the document.
const LONGEST: usize = 400;

fn shipped() -> Dataset {
    load_builtin().unwrap().dataset
}

/// The ids of the outcomes that hold, in dataset order.
fn ids(dataset: &Dataset, holds: impl Fn(&Located<'_>) -> bool) -> Vec<String> {
    dataset.outcomes().filter(holds).map(|located| located.outcome.id.to_string()).collect()
}

#[test]
fn there_are_as_many_programmes_councils_and_outcomes_as_we_say() {
    let dataset = shipped();
    assert_eq!(dataset.sources.len(), 5);
    assert!(dataset.programmes.len() >= 60, "{} programmes", dataset.programmes.len());
    let councils = dataset.councils.iter().filter(|council| council.kind.is_council()).count();
    assert!((45..=55).contains(&councils), "\"about fifty councils\": {councils}");
    let outcomes = dataset.outcomes().count();
    assert!(outcomes >= 200, "{outcomes} outcomes");
    for (form, least) in [
        (Form::Pair, 19),
        (Form::Change, 43),
        (Form::Direction, 55),
        (Form::Rating, 6),
        (Form::Part, 13),
        (Form::Single, 63),
        (Form::Series, 1),
    ] {
        let found = dataset.outcomes().filter(|located| located.outcome.published.form() == form).count();
        assert!(found >= least, "{}: {found} of {least}", form.keyword());
    }
    for (role, least) in
        [(Role::Outcome, 94), (Role::Context, 89), (Role::Target, 6), (Role::Plan, 6), (Role::Estimate, 5)]
    {
        let found = dataset.outcomes().filter(|located| located.outcome.role == role).count();
        assert!(found >= least, "{}: {found} of {least}", role.keyword());
    }
}

#[test]
fn every_council_is_placed_and_has_its_code() {
    let dataset = shipped();
    let mut codes = BTreeSet::new();
    for council in dataset.councils.iter().filter(|council| council.kind.is_council()) {
        assert!(!council.region.is_empty(), "{} has no region", council.id);
        let gss = council.gss.as_deref().unwrap_or_else(|| panic!("{} has no GSS code", council.id));
        assert!(codes.insert(gss), "{gss} is the code of two councils");
        assert!(council.until.is_none() || !council.successors.is_empty(), "{} ended without successors", council.id);
    }
    // A council that no programme and no outcome names is only there as a successor.
    for council in &dataset.councils {
        let has_programme = dataset.programmes.iter().any(|programme| programme.places.contains(&council.id));
        let has_outcome = dataset.outcomes().any(|located| located.outcome.places.contains(&council.id));
        let is_linked =
            dataset.councils.iter().any(|c| c.successors.contains(&council.id) || c.members.contains(&council.id));
        let is_nation = council.gss.as_deref().is_some_and(|gss| gss.ends_with("000000") || !gss.starts_with('E'));
        assert!(has_programme || has_outcome || is_linked || is_nation, "{} is named nowhere", council.id);
    }
}

#[test]
fn every_programme_and_every_outcome_says_where_it_is_written() {
    let dataset = shipped();
    for programme in &dataset.programmes {
        assert!(!programme.summary.is_empty(), "{} has no summary", programme.id);
        assert!(!programme.sources.is_empty(), "{} has no source", programme.id);
    }
    for located in dataset.outcomes() {
        let outcome = located.outcome;
        let locators = dataset.locators(&outcome.sources);
        assert!(!locators.is_empty(), "{}", outcome.id);
        for locator in locators.split("; ") {
            let (file, line) = locator.split_once(".txt:").unwrap_or_else(|| panic!("{}: {locator}", outcome.id));
            assert!(!file.is_empty() && line.parse::<u32>().is_ok_and(|line| line > 0), "{}: {locator}", outcome.id);
        }
    }
}

#[test]
fn nothing_is_copied_at_length() {
    let dataset = shipped();
    let of_programmes =
        dataset.programmes.iter().flat_map(|programme| programme.claims.iter().chain([&programme.summary]));
    let of_outcomes = dataset.outcomes().flat_map(|located| &located.outcome.notes);
    let of_lists = dataset.indicators.iter().map(|indicator| &indicator.definition);
    for text in of_programmes.chain(of_outcomes).chain(of_lists) {
        let length = text.chars().count();
        assert!(length <= LONGEST, "{length} letters: {text}");
    }
}

/// The ids of the outcomes that carry a caution of this rule.
fn cautioned(dataset: &Dataset, rule: Rule) -> BTreeSet<String> {
    let with_rule = |located: &Located<'_>| Comparison::of(dataset, *located).cautions.iter().any(|c| c.rule == rule);
    ids(dataset, with_rule).into_iter().collect()
}

#[test]
fn r5_only_the_homeless_households_contradict_themselves() {
    let dataset = shipped();
    let found: Vec<_> = cautioned(&dataset, Rule::R5).into_iter().collect();
    assert_eq!(found, ["england-homeless-households"]);
}

#[test]
fn r11_shared_events_and_other_accounts_are_linked_both_ways() {
    let dataset = shipped();
    let pairs = |list: fn(&Outcome) -> Vec<String>| -> BTreeSet<(String, String)> {
        let of_one = |located: Located<'_>| {
            let own = located.outcome.id.to_string();
            list(located.outcome).into_iter().map(move |other| (own.clone(), other)).collect::<Vec<_>>()
        };
        dataset.outcomes().flat_map(of_one).collect()
    };
    let overlaps = pairs(|outcome| outcome.overlaps.iter().map(ToString::to_string).collect());
    let disagrees = pairs(|outcome| outcome.disagrees_with.iter().map(ToString::to_string).collect());
    for (a, b) in overlaps.iter().chain(&disagrees) {
        let back = (b.clone(), a.clone());
        assert!(overlaps.contains(&back) || disagrees.contains(&back), "{b} does not name {a}");
    }
    let accounts: Vec<(&str, &str)> =
        disagrees.iter().filter(|(a, b)| a < b).map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(
        accounts,
        [
            ("england-child-protection-enquiries-2006-2016", "england-child-protection-enquiries-decade"),
            ("england-childrens-services-spending", "england-childrens-social-care-spending"),
            ("england-government-funding-10-years", "england-government-funding-2010-2018"),
            ("england-homeless-households", "england-homelessness-more-than-doubled"),
            ("hertfordshire-care-training-interventions", "hertfordshire-care-training-people"),
            ("isle-of-wight-admissions-care-homes", "isle-of-wight-admissions-residential-care"),
            ("isle-of-wight-delayed-transfers-social-care", "isle-of-wight-delayed-transfers-system"),
        ]
    );
    // All that is linked is cautioned, and nothing else is.
    let linked: BTreeSet<String> = overlaps.iter().chain(&disagrees).map(|(a, _)| a.clone()).collect();
    assert_eq!(cautioned(&dataset, Rule::R11), linked);
}

#[test]
fn checking_it_tells_of_its_contradictions_and_of_nothing_else() {
    let loaded = load_builtin().unwrap();
    let paths: Vec<&str> = loaded.cautions.iter().map(|caution| caution.path.rsplit_once('[').unwrap().0).collect();
    assert_eq!(paths.iter().filter(|path| path.ends_with("published.stated")).count(), 1);
    assert_eq!(paths.iter().filter(|path| path.ends_with("disagrees_with")).count(), 7);
    assert_eq!(paths.len(), 8, "{paths:?}");
}

#[test]
fn what_can_be_compared_between_councils_is_one_indicator() {
    let dataset = shipped();
    for (indicator, unit, measure, places) in [
        (
            "looked-after-children",
            "children",
            Measure::Stock,
            &["brighton-and-hove", "leeds", "north-yorkshire", "staffordshire", "wolverhampton"][..],
        ),
        ("fostering-enquiries", "enquiries", Measure::Flow, &["barnsley", "hampshire"]),
    ] {
        let view = View { indicators: vec![IndicatorId::new(indicator)].into(), ..View::default() };
        let found = view.select(&dataset);
        for place in places {
            assert!(
                found.iter().any(|l| l.outcome.places.iter().any(|id| id.as_str() == *place)),
                "{indicator} of {place}"
            );
        }
        for located in &found {
            assert_eq!((located.indicator.unit.as_str(), located.indicator.measure), (unit, measure));
            assert_eq!(located.indicator.polarity, Polarity::Neither, "{indicator}");
        }
    }
    // The rate of admissions and their number are two indicators of one concept, so that they never share an axis.
    let admissions: BTreeSet<&str> = dataset
        .outcomes()
        .filter(|located| located.indicator.concept == "admissions to care homes")
        .map(|located| located.indicator.unit.as_str())
        .collect();
    assert_eq!(admissions, BTreeSet::from(["admissions", "not stated"]));
}

#[test]
fn r12_facts_are_said_only_where_they_can_hold() {
    let dataset = shipped();
    for located in dataset.outcomes() {
        let (id, outcome) = (&located.outcome.id, located.outcome);
        let independent = outcome.has(Fact::IndependentEvents);
        assert!(!independent || located.indicator.measure == Measure::Flow, "{id} is no flow");
        let barred = [Fact::SamePeople, Fact::ChosenClients, Fact::OverlappingEvents, Fact::FullCount];
        assert!(!independent || !barred.iter().any(|&fact| outcome.has(fact)), "{id} contradicts itself");
        assert!(!outcome.has(Fact::Sample) || !outcome.has(Fact::FullCount), "{id} contradicts itself");
        let of_all = located.indicator.id.as_str() == "looked-after-children" && outcome.role != Role::Target;
        let numeric = matches!(outcome.published, Published::Pair { .. } | Published::Change { .. });
        assert!(!(of_all && numeric) || outcome.has(Fact::FullCount), "{id} is a full count of a stock");
    }
}

#[test]
fn figures_are_possible() {
    let dataset = shipped();
    for located in dataset.outcomes() {
        let (id, indicator) = (&located.outcome.id, located.indicator);
        let possible = |number: &Number| {
            assert!(number.value() >= 0.0, "{id}");
            assert!(indicator.unit.as_str() != "%" || number.value() <= 100.0, "{id}");
        };
        match &located.outcome.published {
            Published::Pair { before, after, stated, .. } => {
                possible(&before.number);
                possible(&after.number);
                let rose = after.number.centre() > before.number.centre();
                for change in stated {
                    assert_eq!(change.direction == Direction::Rose, rose, "{id} says which way it went twice");
                }
            }
            Published::Change { stated, .. } => {
                let falls = stated.iter().filter(|change| change.direction == Direction::Fell).count();
                assert!(falls == 0 || falls == stated.len(), "{id} fell and rose");
            }
            Published::Single(level) => possible(&level.number),
            _ => {}
        }
    }
}
