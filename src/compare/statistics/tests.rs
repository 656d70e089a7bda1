//! Which release stands, what was revised, and pairs of dates as outcomes.

use std::sync::Arc;

use super::*;
use crate::model::{Break, CouncilKind, Nation, Polarity, ReleaseId, Source, SourceId, StatisticId, Symbol, parse_row};

pub(in crate::compare) fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

fn council(id: &str, kind: CouncilKind) -> Council {
    Council {
        id: CouncilId::new(id),
        name: id.to_owned(),
        aliases: Vec::new(),
        kind,
        region: String::new(),
        nation: Nation::England,
        gss: None,
        from: None,
        until: None,
        successors: Vec::new(),
        members: Vec::new(),
        note: String::new(),
    }
}

/// England and Leeds, looked-after children as released in 2023 and in 2024; the figures of England are those of the two releases.
pub(in crate::compare) fn dataset() -> Dataset {
    let indicator = Indicator {
        id: IndicatorId::new("cla"),
        name: "Looked-after children".to_owned(),
        concept: "looked-after children".to_owned(),
        topic: "Children".to_owned(),
        unit: "children".into(),
        measure: Measure::Stock,
        polarity: Polarity::Neither,
        definition: String::new(),
        statistic: None,
    };
    let mut dataset = Dataset {
        councils: vec![council("england", CouncilKind::Nation), council("leeds", CouncilKind::Metropolitan)],
        indicators: vec![indicator],
        ..Dataset::default()
    };
    for (id, periods, england, leeds) in [
        ("r2023", ["2022-03-31", "2023-03-31"], "82170 83840", "x 1535"),
        ("r2024", ["2023-03-31", "2024-03-31"], "83760 83630", "1535 1553"),
    ] {
        let mut release = Release::new(ReleaseId::new(id), SourceId::new(id));
        release.released = period(id.trim_start_matches('r'));
        release.symbols = vec![Symbol { text: "x".to_owned(), meaning: Missing::Suppressed, note: String::new() }];
        let values = [england, leeds].iter().flat_map(|line| parse_row(line, 2, &release).unwrap()).collect();
        let places = vec![CouncilId::new("england"), CouncilId::new("leeds")];
        let periods = periods.iter().map(|text| period(text)).collect();
        let (statistic, indicator) = (StatisticId::new(format!("cla-{id}")), IndicatorId::new("cla"));
        let mut statistic = Statistic::new(statistic, indicator, release.id.clone(), periods, places, values)
            .with_rows([2, 3, 4, 5].into());
        if id == "r2024" {
            statistic.breaks = vec![Break { at: period("2024-03-31"), why: "Counted otherwise.".to_owned() }];
        }
        dataset.sources.push(Source {
            id: SourceId::new(id),
            title: id.to_owned(),
            publisher: String::new(),
            published: Period::not_stated(),
            file: Some(format!("{id}.csv")),
            note: String::new(),
        });
        dataset.statistics.push(Arc::new(statistic));
        dataset.releases.push(release);
    }
    dataset
}

#[test]
fn r16_the_newest_release_stands_and_the_revision_can_be_seen() {
    let dataset = dataset();
    let vintages = Vintages::of(&dataset, &dataset.indicators[0]);
    let periods: Vec<String> = vintages.periods().iter().map(ToString::to_string).collect();
    assert_eq!(periods, ["2022-03-31", "2023-03-31", "2024-03-31"]);
    let england = CouncilId::new("england");
    let standing = vintages.standing(&england, &period("2023-03-31")).unwrap();
    assert_eq!(standing.value.unwrap().to_string(), "83760");
    let revisions = vintages.revisions();
    assert_eq!(revisions.len(), 1, "values that agree are no revision");
    assert_eq!(revisions[0].earlier.value.unwrap().to_string(), "83840");
    assert_eq!(revisions[0].earlier.vintage.release.id.as_str(), "r2023");
}

#[test]
fn r16_a_pair_of_two_releases_or_over_a_break_says_so() {
    let dataset = dataset();
    let vintages = Vintages::of(&dataset, &dataset.indicators[0]);
    let pairs = vintages.pairs(&period("2022-03-31"), &period("2024-03-31"));
    let england = pairs[0].outcome(&dataset.councils[0]).unwrap();
    assert!(england.notes.iter().any(|note| note.contains("Counted otherwise.")), "{:?}", england.notes);
    assert!(england.notes.iter().any(|note| note.contains("two releases")), "{:?}", england.notes);
    let within = vintages.pairs(&period("2022-03-31"), &period("2023-03-31"));
    assert!(within[0].breaks().is_empty());
}

#[test]
fn r14_a_suppressed_end_is_a_gap_with_its_reason() {
    let dataset = dataset();
    let vintages = Vintages::of(&dataset, &dataset.indicators[0]);
    let pairs = vintages.pairs(&period("2022-03-31"), &period("2024-03-31"));
    let leeds = &pairs[1];
    assert_eq!(StatisticPair::gap(leeds.from.as_ref()), Some(Missing::Suppressed));
    assert_eq!((leeds.change(), leeds.change_percent()), (None, None));
    let outcome = leeds.outcome(&dataset.councils[1]).unwrap();
    assert!(matches!(outcome.published, Published::Single(_)));
    assert!(outcome.notes.iter().any(|note| note.contains("31 March 2022") && note.contains("suppressed")));
}

#[test]
fn r18_england_is_context_and_a_full_count_has_no_interval() {
    let dataset = dataset();
    let vintages = Vintages::of(&dataset, &dataset.indicators[0]);
    let pairs = vintages.pairs(&period("2023-03-31"), &period("2024-03-31"));
    let (of_pairs, without) = as_outcomes(&dataset, &pairs);
    assert!(without.is_empty());
    let roles: Vec<Role> = of_pairs.context.iter().map(|outcome| outcome.role).collect();
    assert_eq!(roles, [Role::Context, Role::Outcome]);
    assert!(of_pairs.context.iter().all(|outcome| outcome.has(Fact::FullCount)));
    assert_eq!(pairs[1].change(), Some(18.0));
    assert!((pairs[1].change_percent().unwrap() - 18.0 / 1535.0 * 100.0).abs() < 1e-12);
    assert_eq!(of_pairs.locators(&of_pairs.context[1].sources), "r2024.csv:4; r2024.csv:5");
}

#[test]
fn a_year_names_a_period_where_it_names_one() {
    let dataset = dataset();
    let vintages = Vintages::of(&dataset, &dataset.indicators[0]);
    assert_eq!(vintages.named("2023").unwrap().to_string(), "2023-03-31");
    assert_eq!(vintages.named("2024-03-31").unwrap().to_string(), "2024-03-31");
    assert_eq!(vintages.named("2019"), Err(PeriodChoice::None));
}
