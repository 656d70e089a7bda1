//! R19 and R20: published claims beside the official series, and how much councils of similar size usually move. Values of the series were
//! looked up in the yearly tables; those "of the time" stand in the table of that year, the others in that of 2018.

use sidebyside::compare::Comparison;
use sidebyside::compare::claim::{ClaimRow, ClaimVerdict, check};
use sidebyside::compare::ordinary::{NoOrdinaryMovement, ordinary_movement, similar_between};
use sidebyside::compare::statistics::vintages_of;
use sidebyside::compare::{Threshold, withhold};
use sidebyside::dataset::{BuiltIn, load_builtin, load_text, reference};
use sidebyside::figure::detail::detail;
use sidebyside::model::{CouncilId, Dataset, IndicatorId, OutcomeId, Period, Reference, StatisticId};

fn claims() -> Dataset {
    let mut dataset = load_builtin().unwrap().dataset;
    dataset.reference = Reference::lazy(reference);
    dataset
}

/// "2011 1448 2016 1239 -14.4 differs", the nearest first.
fn told(dataset: &Dataset, id: &str) -> Vec<String> {
    let located = dataset.outcome(&OutcomeId::new(id)).unwrap();
    let row = |row: &ClaimRow<'_>| {
        let (Some(from), Some(to)) = (&row.from, &row.to) else { return row.verdict.label().to_owned() };
        let end = |end: &sidebyside::compare::statistics::StandingValue<'_>| {
            let year = end.period.days().unwrap().1.year();
            format!("{year} {}", end.value.map_or("-".to_owned(), |number| number.value().to_string()))
        };
        let change = row.change_percent.map_or(String::new(), |percent| format!(" {percent:.1}"));
        format!("{} {}{change} {}", end(from), end(to), row.verdict.label())
    };
    check(dataset, &located).rows.iter().map(row).collect()
}

#[test]
fn r19_claims_stand_beside_the_values_of_the_tables() {
    let dataset = claims();
    let leeds = told(&dataset, "leeds-children-in-care");
    assert_eq!(
        leeds[..4],
        [
            "2011 1448 2016 1239 -14.4 differs",
            "2011 1448 2016 1226 -15.3 differs",
            "2011 1448 2017 1252 -13.5 differs",
            "2011 1448 2017 1253 -13.5 differs",
        ]
    );
    assert!(leeds.iter().all(|row| !row.contains(" 2018 ")), "the document came out before: {leeds:?}");
    assert_eq!(
        told(&dataset, "brighton-and-hove-children-in-care"),
        ["2017 456 2018 418 -8.3 differs", "2017 454 2018 418 -7.9 differs",]
    );
    assert_eq!(told(&dataset, "staffordshire-children-in-care"), ["2012 876 2017 994 13.5 not comparable"]);
    let wolverhampton = told(&dataset, "wolverhampton-looked-after");
    for row in ["2015 778 2017 638 -18.0 differs", "2014 772 2016 654 -15.3 differs", "2014 769 2016 653 -15.1 differs"]
    {
        assert!(wolverhampton.iter().any(|told| told == row), "{row}: {wolverhampton:?}");
    }
    let north_yorkshire = told(&dataset, "north-yorkshire-looked-after");
    assert_eq!(north_yorkshire[..2], ["2013 488 2016 411 -15.8 differs", "2014 460 2017 424 -7.8 differs"]);
    let since = told(&dataset, "north-yorkshire-looked-after-children");
    assert!(since.contains(&"2015 446 2017 423 -5.2 agrees".to_owned()), "{since:?}");
    assert!(told(&dataset, "rotherham-looked-after-children").contains(&"2016 431 2018 619 43.6 agrees".to_owned()));
    assert!(told(&dataset, "salford-looked-after-children").contains(&"2017 519 2018 572 10.2 agrees".to_owned()));
}

#[test]
fn r19_a_length_between_two_months_keeps_within_them() {
    let hertfordshire = told(&claims(), "hertfordshire-child-protection-plans");
    assert!(hertfordshire.iter().all(|row| row.starts_with("2015 ")), "{hertfordshire:?}");
}

#[test]
fn r19_nothing_is_set_beside_a_suppressed_outcome() {
    let text = BuiltIn::Claims.text().replace("(780, ", "(5, ").replace("(626, ", "(4, ");
    let mut small = load_text(&text).unwrap().dataset;
    small.reference = Reference::lazy(reference);
    assert!(told(&small, "wolverhampton-looked-after").len() > 1);
    let public = withhold(&small, Threshold::default());
    assert!(public.reference.is_on());
    assert_eq!(told(&public, "wolverhampton-looked-after"), [ClaimVerdict::CannotBeChecked.label()]);
}

#[test]
fn r19_a_reader_may_turn_the_reference_off() {
    let mut dataset = claims();
    dataset.reference = Reference::default();
    assert_eq!(told(&dataset, "leeds-children-in-care"), [ClaimVerdict::CannotBeChecked.label()]);
    let located = dataset.outcome(&OutcomeId::new("leeds-children-in-care")).unwrap();
    let reason = &check(&dataset, &located).rows[0].reason;
    assert!(reason.contains("\"cla-number\""), "{reason}");
}

#[test]
fn r19_a_link_to_an_unknown_series_is_a_caution() {
    let mut dataset = claims();
    dataset.indicators[0].statistic = Some(StatisticId::new("no-such-series"));
    let cautions = sidebyside::dataset::check(&dataset);
    let of_link: Vec<_> = cautions.iter().filter(|caution| caution.path == "indicators[0].statistic").collect();
    assert_eq!(of_link.len(), 1, "{cautions:?}");
    assert!(of_link[0].sentence.contains("no-such-series") && !of_link[0].is_error());
}

#[test]
fn r20_leeds_over_five_years_is_compared_with_the_forty_nearest() {
    let dataset = BuiltIn::Statistics.load().unwrap().dataset;
    let vintages = vintages_of(&dataset, &IndicatorId::new("cla-number")).unwrap();
    let [from, to] = ["2011-03-31", "2016-03-31"].map(|date| Period::parse(date).unwrap());
    let leeds = CouncilId::new("leeds");
    let usual = ordinary_movement(&dataset, &vintages, &leeds, (&from, &to)).unwrap();
    assert!((usual.low + 10.0).abs() < 1.0 && (usual.high - 37.0).abs() < 1.0, "{usual:?}");
    assert_eq!((usual.years, usual.councils), (5, 40));
    let similar = similar_between(&dataset, &vintages, &leeds, (&from, &to)).unwrap();
    assert_eq!((similar.councils, similar.fell), (40, 16));
}

#[test]
fn r20_too_few_councils_or_stretches_are_refused() {
    let dataset = BuiltIn::Statistics.load().unwrap().dataset;
    let leeds = CouncilId::new("leeds");
    let of = |indicator: &str, from: &str, to: &str| {
        let vintages = vintages_of(&dataset, &IndicatorId::new(indicator)).unwrap();
        let [from, to] = [from, to].map(|date| Period::parse(date).unwrap());
        ordinary_movement(&dataset, &vintages, &leeds, (&from, &to)).unwrap_err()
    };
    assert_eq!(of("fostering-enquiries", "2017/18", "2018/19"), NoOrdinaryMovement::FewStretches(1));
    assert_eq!(of("cla-number", "2011-03-31", "2011-03-31"), NoOrdinaryMovement::NoYears);
    let mut alone = dataset.clone();
    alone.indicators.retain(|indicator| indicator.id.as_str() != "population-0-17");
    let vintages = vintages_of(&alone, &IndicatorId::new("cla-number")).unwrap();
    let [from, to] = ["2011-03-31", "2016-03-31"].map(|date| Period::parse(date).unwrap());
    assert_eq!(ordinary_movement(&alone, &vintages, &leeds, (&from, &to)), Err(NoOrdinaryMovement::NoSize));
}

#[test]
fn the_panel_of_leeds_answers_in_plain_words() {
    let dataset = claims();
    let located = dataset.outcome(&OutcomeId::new("leeds-children-in-care")).unwrap();
    let detail = detail(&dataset, &Comparison::of(&dataset, located));
    let section = detail.sections.iter().find(|section| section.heading == "Official statistics").unwrap();
    let lines: Vec<&str> = section.lines.iter().map(String::as_str).collect();
    assert_eq!(lines[0], "Leeds fell 14.4% (2011 to 2016); England rose 7.4%; of the 40 nearest in size 16 fell.");
    assert!(
        lines[1].starts_with("31 March 2011 to 31 March 2016: 1,448 to 1,239, −14.4% (released 2011 / 2018): differs.")
    );
    assert!(
        lines.iter().any(|line| line.ends_with("for eight in ten councils of this size; this change lies below that."))
    );
    assert!(!lines.join(" ").contains("significant") && !lines.join(" ").contains("chance"));
}
