//! Short ways to write outcomes in the tests of this module.

use super::Comparison;
use crate::model::{
    Attribution, Change, ComparedWith, Council, CouncilId, CouncilKind, Counted, CountedGroup, Dataset, Framework,
    Grade, Indicator, IndicatorId, KnownLevel, Level, Measure, Nation, Number, Outcome, OutcomeId, Period, Polarity,
    Programme, ProgrammeId, Published, Role,
};

pub fn indicator(measure: Measure, unit: &str) -> Indicator {
    Indicator {
        id: IndicatorId::new(format!("{}-{unit}", measure.keyword())),
        name: format!("{} in {unit}", measure.keyword()),
        concept: "things".to_owned(),
        topic: "Topic".to_owned(),
        unit: unit.into(),
        measure,
        polarity: Polarity::Neither,
        definition: String::new(),
        statistic: None,
    }
}

pub fn flow() -> Indicator {
    indicator(Measure::Flow, "enquiries")
}

pub fn stock() -> Indicator {
    indicator(Measure::Stock, "children")
}

pub fn level((number, period): (&str, &str)) -> Level {
    Level { number: Number::parse(number).unwrap(), period: Period::parse(period).unwrap() }
}

pub fn pair(before: (&str, &str), after: (&str, &str)) -> Published {
    pair_stated(before, after, &[])
}

pub fn pair_stated(before: (&str, &str), after: (&str, &str), stated: &[&str]) -> Published {
    let stated = stated.iter().map(|text| Change::parse(text).unwrap()).collect();
    Published::Pair { before: level(before), after: level(after), stated, over: Period::not_stated() }
}

pub fn change_only(stated: &[&str], known: Option<KnownLevel>) -> Published {
    let stated = stated.iter().map(|text| Change::parse(text).unwrap()).collect();
    Published::Change { stated, over: Period::not_stated(), level: known }
}

pub fn grade(grade: &str, framework: &str) -> Grade {
    Grade {
        grade: grade.to_owned(),
        framework: Framework::of_text(framework),
        judgement: "overall effectiveness".to_owned(),
        date: Period::not_stated(),
        body: "Ofsted".to_owned(),
    }
}

/// A plain outcome of the flow, in the council "anyshire".
pub fn outcome(id: &str, published: Published) -> Outcome {
    Outcome {
        id: OutcomeId::new(id),
        indicator: flow().id,
        places: vec![CouncilId::new("anyshire")],
        counted: Counted { group: CountedGroup::NotStated, who: String::new(), before: None, after: None },
        role: Role::Outcome,
        attribution: Attribution::NotSaid,
        published,
        benchmark: None,
        compared_with: ComparedWith::Itself,
        facts: Vec::new(),
        overlaps: Vec::new(),
        disagrees_with: Vec::new(),
        sources: Vec::new(),
        notes: Vec::new(),
        withheld: None,
        statistic: None,
    }
}

pub fn outcome_of(indicator: &Indicator, place: &str, id: &str, published: Published) -> Outcome {
    Outcome { indicator: indicator.id.clone(), places: vec![CouncilId::new(place)], ..outcome(id, published) }
}

/// A dataset of these outcomes, whose councils have their ids as names.
pub fn dataset(indicators: Vec<Indicator>, outcomes: Vec<Outcome>) -> Dataset {
    let mut councils: Vec<Council> = Vec::new();
    for place in outcomes.iter().flat_map(|outcome| &outcome.places) {
        if councils.iter().all(|council| &council.id != place) {
            councils.push(Council {
                id: place.clone(),
                name: place.to_string(),
                aliases: Vec::new(),
                kind: CouncilKind::County,
                region: String::new(),
                nation: Nation::England,
                gss: None,
                from: None,
                until: None,
                successors: Vec::new(),
                members: Vec::new(),
                note: String::new(),
            });
        }
    }
    let programme = Programme {
        id: ProgrammeId::new("programme"),
        name: "Programme".to_owned(),
        places: councils.iter().map(|council| council.id.clone()).collect(),
        topic: "Topic".to_owned(),
        dates: Period::not_stated(),
        summary: String::new(),
        claims: Vec::new(),
        sources: Vec::new(),
        outcomes,
    };
    Dataset { councils, indicators, programmes: vec![programme], ..Dataset::default() }
}

/// A comparison of every outcome, in dataset order.
pub fn compare(dataset: &Dataset) -> Vec<Comparison<'_>> {
    dataset.outcomes().map(|located| Comparison::of(dataset, located)).collect()
}

pub fn compare_one(indicator: &Indicator, published: Published) -> (Dataset, OutcomeId) {
    let outcome = outcome_of(indicator, "anyshire", "a", published);
    (dataset(vec![indicator.clone()], vec![outcome]), OutcomeId::new("a"))
}
