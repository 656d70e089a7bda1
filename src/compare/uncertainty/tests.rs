//! Intervals where R12 allows them, of the shown change, and each reason where it does not.

use proptest::prelude::*;

use super::*;
use crate::compare::computed::computed_change;
use crate::compare::examples::{change_only, flow, indicator, outcome, pair, stock};
use crate::model::{Form, Period, Remains, Remnant};

fn refusals(indicator: &Indicator, outcome: &Outcome) -> Vec<Refusal> {
    match Uncertainty::of(indicator, outcome) {
        Uncertainty::Refused(reasons) => reasons,
        interval => panic!("an interval was given: {interval:?}"),
    }
}

fn enquiries() -> Outcome {
    let mut outcome = outcome("a", pair(("52", "2016-01-01/2016-12-31"), ("81", "2017-04-01/2017-09-30")));
    outcome.facts = vec![Fact::IndependentEvents];
    outcome
}

#[test]
fn r12_independent_counts_over_known_lengths_have_an_interval() {
    let (low, high) = Uncertainty::of(&flow(), &enquiries()).percent_limits().unwrap();
    // Worked with arbitrary precision from the limits of 81 among 133.
    assert!((low - 117.240_423_9).abs() < 1e-5 && (high - 350.232_012_6).abs() < 1e-5, "{low} {high}");
}

#[test]
fn r12_portsmouth_has_no_interval_and_says_why() {
    let mut incidents = outcome("a", pair(("22", "12 months before the programme"), ("1", "12 months after it")));
    incidents.counted.group = CountedGroup::Clients;
    incidents.facts = vec![Fact::SamePeople, Fact::OverlappingEvents];
    let found = Uncertainty::of(&flow(), &incidents);
    let expected = vec![Refusal::SamePeople, Refusal::OverlappingEvents, Refusal::SampleSizeNotKnown];
    assert_eq!(found, Uncertainty::Refused(expected));
    let words = found.reason().unwrap();
    for part in ["same people", "repeat", "number of people counted is not stated"] {
        assert!(words.contains(part), "{part}: {words}");
    }
}

#[test]
fn r14_a_suppressed_account_has_no_interval_and_says_why() {
    let (before, after) = (Remnant::NotPublished, Remnant::Suppressed(Period::not_stated()));
    let left = Remains { form: Form::Single, before, after, whole: None, over: Period::not_stated() };
    assert_eq!(refusals(&flow(), &outcome("a", Published::Suppressed(left))), [Refusal::Suppressed]);
}

#[test]
fn r12_each_fact_that_bars_an_interval_is_given_as_the_reason() {
    for (fact, reason) in [
        (Fact::ChosenClients, Refusal::ChosenClients),
        (Fact::OverlappingEvents, Refusal::OverlappingEvents),
        (Fact::FullCount, Refusal::FullCount),
    ] {
        let mut outcome = enquiries();
        outcome.facts.push(fact);
        assert_eq!(refusals(&flow(), &outcome), [reason]);
    }
    let mut outcome = enquiries();
    outcome.overlaps = vec![crate::model::OutcomeId::new("b")];
    assert_eq!(refusals(&flow(), &outcome), [Refusal::OverlappingEvents]);
}

#[test]
fn r12_what_is_missing_for_an_interval_is_given_as_the_reason() {
    let with = |published: Published| Outcome { published, ..enquiries() };
    let periods = |before, after| with(pair(("52", before), ("81", after)));
    let numbers = |before, after| with(pair((before, "2016"), (after, "2017")));
    for (outcome, reason) in [
        (periods("2016", "since 2017"), Refusal::ExposureNotKnown),
        (numbers("0", "5"), Refusal::ZeroBase),
        (numbers("52", "over 81"), Refusal::BoundedFigures),
        (numbers("52.5", "81"), Refusal::NotCounts),
        (with(change_only(&["rose 29"], None)), Refusal::LevelsNotPublished),
        (with(Published::Single(crate::compare::examples::level(("52", "2016")))), Refusal::NotAComparison),
        (Outcome { facts: Vec::new(), ..enquiries() }, Refusal::NotSaidToBeIndependent),
        (Outcome { role: Role::Estimate, ..enquiries() }, Refusal::NotMeasured),
    ] {
        assert_eq!(refusals(&flow(), &outcome), [reason]);
    }
    for measure in Measure::ALL.into_iter().filter(|measure| *measure != Measure::Flow) {
        let reason = if measure == Measure::Rating { Refusal::NotAComparison } else { Refusal::NotCounts };
        assert_eq!(refusals(&indicator(measure, "children"), &enquiries()), [reason], "{measure:?}");
    }
    assert_eq!(refusals(&indicator(Measure::Flow, "£"), &enquiries()), [Refusal::NotCounts]);
}

#[test]
fn r12_a_stock_of_the_whole_council_is_a_full_count() {
    let mut children = outcome("a", pair(("780", "2015"), ("626", "2017")));
    children.counted.group = CountedGroup::WholeCouncil;
    assert!(refusals(&stock(), &children).contains(&Refusal::FullCount));
}

#[test]
fn r12_clients_have_an_interval_only_where_as_many_were_counted() {
    let mut clients = enquiries();
    clients.counted.group = CountedGroup::Clients;
    assert_eq!(refusals(&flow(), &clients), [Refusal::SampleSizeNotKnown]);
    clients.counted.before = Number::parse("40").ok();
    clients.counted.after = Number::parse("80").ok();
    // It would be of the rate per client, but the change shown is of the count.
    assert_eq!(refusals(&flow(), &clients), [Refusal::AnotherQuantity]);
    clients.counted.after = clients.counted.before;
    let (low, high) = Uncertainty::of(&flow(), &clients).percent_limits().unwrap();
    assert!((low - 117.240_423_9).abs() < 1e-5 && (high - 350.232_012_6).abs() < 1e-5, "{low} {high}");
}

#[test]
fn r12_periods_that_do_not_stand_apart_have_no_interval() {
    for (before, after, reason) in [
        ("2016-01/2016-12", "2016-07/2017-06", Refusal::OverlappingPeriods),
        ("2015/2017", "2016", Refusal::OverlappingPeriods),
        ("2016", "2016/17", Refusal::OverlappingPeriods),
        ("2016", "2016-01-01/2016-12-31", Refusal::SamePeriod),
        ("2017", "2015", Refusal::PeriodsTurnedRound),
    ] {
        let outcome = Outcome { published: pair(("100", before), ("150", after)), ..enquiries() };
        assert_eq!(refusals(&flow(), &outcome), [reason], "{before} to {after}");
    }
}

#[test]
fn r12_amounts_have_no_interval() {
    for unit in ["pounds", "€", "£000", "hours", "per cent", "tonnes", "%", "calls a month", "per 1,000"] {
        let outcome = Outcome { published: pair(("4000", "2016"), ("5000", "2017")), ..enquiries() };
        assert_eq!(refusals(&indicator(Measure::Flow, unit), &outcome), [Refusal::NotCounts], "{unit}");
    }
}

#[test]
fn r12_counts_beyond_the_method_are_said_to_be_too_large() {
    let huge = Outcome { published: pair(("60000000", "2016"), ("50000000", "2017")), ..enquiries() };
    assert_eq!(refusals(&flow(), &huge), [Refusal::CountsTooLarge]);
    assert!(Refusal::CountsTooLarge.describe().contains("100 million"));
}

/// An outcome of one figure of a sample.
fn of_sample(published: Published, size: Option<&str>) -> Outcome {
    let mut outcome = outcome("a", published);
    outcome.facts = vec![Fact::Sample];
    outcome.counted.after = size.and_then(|size| Number::parse(size).ok());
    outcome
}

fn part(count: Option<&str>, of: Option<&str>, share: Option<&str>) -> Published {
    let number = |text: Option<&str>| text.map(|text| Number::parse(text).unwrap());
    let period = Period::parse("2017").unwrap();
    Published::Part { count: number(count), of: number(of), share: number(share), period }
}

#[test]
fn r12_one_share_of_a_sample_has_wilsons_interval() {
    let single = |text| Published::Single(crate::compare::examples::level((text, "2017")));
    let share = indicator(Measure::Share, "%");
    let close = |found: Uncertainty| {
        // Worked by hand from the formula of 1927, for 28 of 44.
        let (low, high) = found.level_limits().unwrap_or_else(|| panic!("{found:?}"));
        assert!((low - 48.866_376).abs() < 1e-5 && (high - 76.216_470).abs() < 1e-5, "{low} {high}");
        assert_eq!((found.percent_limits(), found.reason()), (None, None));
    };
    close(Uncertainty::of(&flow(), &of_sample(part(Some("28"), Some("44"), None), None)));
    close(Uncertainty::of(&flow(), &of_sample(part(Some("28"), Some("44"), Some("64")), None)));
    close(Uncertainty::of(&share, &of_sample(part(None, Some("44"), Some("63.6")), None)));
    close(Uncertainty::of(&share, &of_sample(part(None, None, Some("63.6")), Some("44"))));
    close(Uncertainty::of(&share, &of_sample(single("63.6"), Some("44"))));
    for (indicator, outcome, reason) in [
        (&flow(), of_sample(part(Some("28"), None, None), None), Refusal::SampleSizeNotKnown),
        (&flow(), of_sample(part(Some("28"), Some("over 44"), None), None), Refusal::BoundedFigures),
        (&flow(), of_sample(part(Some("28"), Some("44"), Some("70")), None), Refusal::FiguresDisagree),
        (&share, of_sample(single("63.6"), None), Refusal::SampleSizeNotKnown),
        (&share, of_sample(single("over 60"), Some("44")), Refusal::BoundedFigures),
        (&share, of_sample(single("63.2"), Some("44")), Refusal::SampleSizeNotKnown),
        (&indicator(Measure::Average, "%"), of_sample(single("63.6"), Some("44")), Refusal::NotAComparison),
    ] {
        assert_eq!(refusals(indicator, &outcome), [reason], "{outcome:?}");
    }
    let mut chosen = of_sample(part(Some("28"), Some("44"), None), None);
    chosen.facts = Vec::new();
    assert_eq!(refusals(&flow(), &chosen), [Refusal::NotAComparison], "nothing says that it is a sample");
    chosen.facts = vec![Fact::Sample, Fact::ChosenClients];
    assert_eq!(refusals(&flow(), &chosen), [Refusal::ChosenClients]);
}

proptest! {
    #[test]
    fn r12_the_interval_holds_the_change_that_is_shown(
        before in 1_u32..100_000,
        after in 0_u32..100_000,
        lengths in prop::sample::select(vec![
            ("52 weeks", "53 weeks"),
            ("2015", "2016"),
            ("2016-02", "2017-03"),
            ("2016", "2017-04/2017-09"),
            ("365 days", "12 months"),
        ]),
        clients in prop::option::of(1_u32..500),
    ) {
        let (before, after) = (before.to_string(), after.to_string());
        let mut outcome = outcome("a", pair((&before, lengths.0), (&after, lengths.1)));
        outcome.facts = vec![Fact::IndependentEvents];
        if let Some(clients) = clients {
            outcome.counted.group = CountedGroup::Clients;
            outcome.counted.before = Number::parse(&clients.to_string()).ok();
            outcome.counted.after = outcome.counted.before;
        }
        let shown = computed_change(&flow(), &outcome.published).0.value().unwrap();
        let (low, high) = Uncertainty::of(&flow(), &outcome).percent_limits().unwrap();
        prop_assert!(low <= shown && shown <= high, "{low} to {high} without {shown}");
    }
}

#[test]
fn r12_shares_of_two_samples_have_an_interval_in_points() {
    let share = indicator(Measure::Share, "%");
    let mut sample = outcome("a", pair(("60", "2016"), ("80", "2017")));
    sample.facts = vec![Fact::Sample];
    assert_eq!(refusals(&share, &sample), [Refusal::SampleSizeNotKnown]);
    sample.counted.before = Number::parse("80").ok();
    sample.counted.after = Number::parse("70").ok();
    let found = Uncertainty::of(&share, &sample);
    let Uncertainty::Points { low_points, high_points, .. } = found else { panic!("{found:?}") };
    assert!((low_points - 5.24).abs() < 0.005 && (high_points - 33.39).abs() < 0.005);
    assert_eq!(found.percent_limits(), None);
    assert!(found.reason().unwrap().contains("percentage points"));
    sample.facts.push(Fact::SamePeople);
    assert_eq!(refusals(&share, &sample), [Refusal::SamePeople]);
}

#[test]
fn r12_a_share_that_no_number_of_people_gives_has_no_interval() {
    let mut sample = outcome("a", pair(("33", "2016"), ("80", "2017")));
    sample.facts = vec![Fact::Sample];
    sample.counted.before = Number::parse("10").ok();
    sample.counted.after = Number::parse("70").ok();
    assert_eq!(refusals(&indicator(Measure::Share, "%"), &sample), [Refusal::SampleSizeNotKnown]);
}

#[test]
fn r12_no_reason_speaks_of_chance_or_of_true_change() {
    for reason in [
        Refusal::SamePeople,
        Refusal::ChosenClients,
        Refusal::OverlappingEvents,
        Refusal::FullCount,
        Refusal::LevelsNotPublished,
        Refusal::SamePeriod,
        Refusal::OverlappingPeriods,
        Refusal::PeriodsTurnedRound,
        Refusal::ExposureNotKnown,
        Refusal::AnotherQuantity,
        Refusal::SampleSizeNotKnown,
        Refusal::NotCounts,
        Refusal::CountsTooLarge,
        Refusal::FiguresDisagree,
        Refusal::NotSaidToBeIndependent,
        Refusal::ZeroBase,
        Refusal::BoundedFigures,
        Refusal::NotAComparison,
        Refusal::NotMeasured,
    ] {
        let words = reason.describe().to_lowercase();
        assert!(!words.contains("chance") && !words.contains("true change") && words.ends_with('.'), "{words}");
    }
}

#[test]
fn r12_a_sample_of_the_same_size_before_and_after_is_one() {
    let share = indicator(Measure::Share, "%");
    let single = |text| Published::Single(crate::compare::examples::level((text, "2017")));
    for (before, after, is_known) in [
        (None, Some("44"), true),
        (Some("44"), None, true),
        (Some("44"), Some("44"), true),
        (Some("40"), Some("44"), false),
    ] {
        let mut outcome = of_sample(single("63.6"), None);
        let number = |text: &str| Number::parse(text).unwrap();
        (outcome.counted.before, outcome.counted.after) = (before.map(number), after.map(number));
        let found = Uncertainty::of(&share, &outcome).level_limits();
        assert_eq!(found.is_some(), is_known, "{before:?} {after:?}");
    }
}
