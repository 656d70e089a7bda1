//! R11: counted once. R12: uncertainty, or the reason why not. R13: what was it compared with?

use std::collections::BTreeSet;

use sidebyside::compare::evidence::bad_moment;
use sidebyside::compare::{Comparison, Refusal, Rule, Uncertainty};
use sidebyside::figure::table::Value;
use sidebyside::figure::{KeyEntry, figure};
use sidebyside::model::{ComparedWith, Fact, FigureKind, Form, Role, View};

use super::{
    cautions, cell, close, comparison, figure_of, in_full, located, made, section, shipped, text, tile, words,
};

const PORTSMOUTH: [&str; 4] =
    ["portsmouth-up2u-incidents", "portsmouth-up2u-arrests", "portsmouth-up2u-convictions", "portsmouth-up2u-marac"];

#[test]
fn r11_one_outcome_in_two_documents_stands_once_with_both() {
    let dataset = shipped();
    let mut twice = 0;
    for located in dataset.outcomes() {
        let sources: BTreeSet<&str> = located.outcome.sources.iter().map(|s| s.source.as_str()).collect();
        if sources.len() < 2 {
            continue;
        }
        twice += 1;
        let id = located.outcome.id.as_str();
        let Value::Text(titles) = cell(dataset, id, "source") else { panic!("{id}") };
        assert_eq!(titles.split("; ").count(), sources.len(), "{titles}");
        let profile = figure(dataset, &View::default(), FigureKind::Profile).unwrap();
        assert_eq!(profile.drawn().iter().filter(|drawn| drawn.as_str() == id).count(), 1);
        let figure = figure_of(dataset, id, FigureKind::Profile);
        assert!(titles.split("; ").all(|title| figure.source.contains(title)), "{}", figure.source);
    }
    assert!(twice >= 5, "Staffordshire is told in two documents");
    // No two outcomes of one place give the same figures of one indicator. Two that only say "rose" may speak of two times.
    let mut seen = BTreeSet::new();
    for located in dataset.outcomes().filter(|l| l.outcome.published.form() != Form::Direction) {
        let outcome = located.outcome;
        let told = format!("{:?} {} {:?} {:?}", outcome.places, outcome.indicator, outcome.role, outcome.published);
        assert!(seen.insert(told.clone()), "{} stands twice: {told}", outcome.id);
    }
}

#[test]
fn r11_accounts_that_disagree_stay_apart_and_say_so() {
    let dataset = shipped();
    for (a, b) in [
        ("isle-of-wight-admissions-care-homes", "isle-of-wight-admissions-residential-care"),
        ("england-homeless-households", "england-homelessness-more-than-doubled"),
        ("hertfordshire-care-training-people", "hertfordshire-care-training-interventions"),
    ] {
        let councils = located(dataset, a).outcome.places.clone().into();
        let indicators = [a, b].map(|id| located(dataset, id).outcome.indicator.clone()).into_iter().collect();
        let view = View { councils, indicators, ..View::default() };
        let figure = figure(dataset, &view, FigureKind::Profile).unwrap();
        for (id, other) in [(a, b), (b, a)] {
            assert_eq!(figure.drawn().iter().filter(|drawn| drawn.as_str() == id).count(), 1, "{id}");
            let told = cautions(dataset, id, Rule::R11).join(" ");
            let name = &located(dataset, other).indicator.name;
            assert!(told.contains("Another account of the same thing disagrees") && told.contains(name), "{told}");
            let flag = &tile(&figure, id).flag;
            assert!(flag.ends_with("accounts disagree") || flag.ends_with("stated change does not fit"), "{flag}");
        }
    }
}

#[test]
fn r11_outcomes_that_count_the_same_events_say_so() {
    let dataset = shipped();
    for id in PORTSMOUTH {
        let told = cautions(dataset, id, Rule::R11).join(" ");
        for other in PORTSMOUTH.into_iter().filter(|other| *other != id) {
            let name = &located(dataset, other).indicator.name;
            assert!(
                told.contains(&format!("Counts some of the same people or events as \u{201c}{name}\u{201d}")),
                "{told}"
            );
        }
        assert!(told.contains("never added"), "{told}");
        let figure = figure_of(dataset, id, FigureKind::Both);
        assert!(figure.notes.iter().any(|note| note.rule == Rule::R11), "{:?}", figure.notes);
    }
    // One that is named by another says it as well, whichever of the two the file names it at.
    let pair = "pair(before: (50, \"2015\"), after: (60, \"2016\"))";
    let dataset = made(&[
        ["x", "a", "enquiries", pair, "overlaps: [\"y\"]"],
        ["y", "a", "incidents", pair, ""],
        ["z", "b", "incidents", pair, ""],
    ]);
    assert_eq!(cautions(&dataset, "y", Rule::R11).len(), 1);
    assert!(cautions(&dataset, "z", Rule::R11).is_empty());
}

#[test]
fn r12_portsmouth_has_no_interval_and_gives_every_reason() {
    let dataset = shipped();
    for id in PORTSMOUTH {
        assert_eq!(cell(dataset, id, "interval_low"), Value::Empty, "{id}");
        assert_eq!(cell(dataset, id, "interval_high"), Value::Empty, "{id}");
        let Value::Text(reason) = cell(dataset, id, "interval_reason") else { panic!("{id} has no reason") };
        for part in ["same people", "Events repeat or overlap", "number of people counted is not stated"] {
            assert!(reason.contains(part), "{id}: {reason}");
        }
        let told = section(dataset, id, "Interval");
        assert!(told.starts_with("None. ") && told.contains("The same people were counted"), "{told}");
    }
}

#[test]
fn r12_barnsley_has_one_with_its_method() {
    let (dataset, id) = (shipped(), "barnsley-fostering-enquiries");
    let Uncertainty::Interval { low_percent, high_percent, .. } = comparison(dataset, id).uncertainty else {
        panic!("no interval");
    };
    close(low_percent, 117.2404);
    close(high_percent, 350.2320);
    assert_eq!(cell(dataset, id, "interval_reason"), Value::Empty);
    let told = section(dataset, id, "Interval");
    assert!(told.contains("+117.2% to +350.2%") && told.contains("ratio of two rates"), "{told}");
}

#[test]
fn r12_only_independent_counts_have_an_interval_and_no_full_one() {
    let mut intervals = Vec::new();
    for located in shipped().outcomes() {
        let comparison = Comparison::of(shipped(), located);
        let outcome = located.outcome;
        if comparison.uncertainty.percent_limits().is_some() {
            intervals.push(outcome.id.as_str());
            assert!(outcome.has(Fact::IndependentEvents), "{}", outcome.id);
        }
        let barred = [Fact::FullCount, Fact::SamePeople, Fact::ChosenClients, Fact::OverlappingEvents];
        if barred.into_iter().any(|fact| outcome.has(fact)) {
            assert!(matches!(&comparison.uncertainty, Uncertainty::Refused(why) if !why.is_empty()), "{}", outcome.id);
        }
    }
    assert_eq!(intervals, ["barnsley-fostering-enquiries"]);
    let pair = "pair(before: (52, \"2015\"), after: (81, \"2016\"))";
    let refused = |indicator: &str, rest: &str| {
        let dataset = made(&[["x", "a", indicator, pair, rest]]);
        match comparison(&dataset, "x").uncertainty {
            Uncertainty::Refused(reasons) => reasons,
            given => panic!("{rest}: {given:?}"),
        }
    };
    let dataset = made(&[["x", "a", "enquiries", pair, "facts: [independent_events]"]]);
    assert!(comparison(&dataset, "x").uncertainty.percent_limits().is_some(), "the rest alone bars it");
    for (fact, reason) in [
        ("full_count", Refusal::FullCount),
        ("same_people", Refusal::SamePeople),
        ("chosen_clients", Refusal::ChosenClients),
        ("overlapping_events", Refusal::OverlappingEvents),
    ] {
        assert!(refused("enquiries", &format!("facts: [independent_events, {fact}]")).contains(&reason), "{fact}");
    }
    assert_eq!(refused("enquiries", ""), [Refusal::NotSaidToBeIndependent]);
    assert!(refused("children", "counted: (group: whole_council)").contains(&Refusal::FullCount));
    assert!(refused("enquiries", "facts: [independent_events], role: estimate").contains(&Refusal::NotMeasured));
}

#[test]
fn r12_chance_and_true_change_are_words_that_are_not_used() {
    use Refusal as R;
    let all = [
        R::SamePeople,
        R::ChosenClients,
        R::OverlappingEvents,
        R::FullCount,
        R::LevelsNotPublished,
        R::SamePeriod,
        R::OverlappingPeriods,
        R::PeriodsTurnedRound,
        R::ExposureNotKnown,
        R::AnotherQuantity,
        R::SampleSizeNotKnown,
        R::NotCounts,
        R::CountsTooLarge,
        R::FiguresDisagree,
        R::NotSaidToBeIndependent,
        R::ZeroBase,
        R::BoundedFigures,
        R::NotAComparison,
        R::NotMeasured,
    ];
    let mut said: Vec<String> = all.iter().map(|refusal| refusal.describe().to_owned()).collect();
    said.extend(Rule::ALL.iter().flat_map(|rule| [rule.why().to_owned(), rule.label().to_owned()]));
    for located in shipped().outcomes() {
        let detail = in_full(shipped(), located.outcome.id.as_str());
        // What the sources' own words are is told under other headings.
        for section in
            detail.sections.iter().filter(|s| !matches!(s.heading, "Notes" | "Indicator" | "Who was counted"))
        {
            said.extend(section.lines.iter().cloned());
        }
        said.extend(detail.cautions.into_iter().map(|caution| caution.text));
    }
    for kind in [FigureKind::Profile, FigureKind::Rating] {
        said.extend(words(&figure(shipped(), &View::default(), kind).unwrap()));
    }
    for sentence in said {
        let small = sentence.to_lowercase();
        for never in ["chance", "true change", "significan"] {
            assert!(!small.contains(never), "{sentence}");
        }
    }
}

#[test]
fn r13_every_outcome_says_its_comparator_and_its_level() {
    for located in shipped().outcomes() {
        let (id, outcome) = (located.outcome.id.as_str(), located.outcome);
        let told = section(shipped(), id, "What was it compared with?");
        assert!(told.contains("Maryland Scientific Methods Scale"), "{id}: {told}");
        let evidence = comparison(shipped(), id).evidence;
        let form = outcome.published.form();
        let expected = match (form, outcome.role) {
            (Form::Rating | Form::Single | Form::Part, _) | (_, Role::Context | Role::Target | Role::Plan) => None,
            _ => Some(1),
        };
        assert_eq!(evidence.maryland, expected, "{id}");
        assert_eq!(told.contains("Level 1 of 5"), expected == Some(1), "{id}: {told}");
        assert_eq!(told.contains("Not applicable"), expected.is_none(), "{id}: {told}");
    }
}

#[test]
fn r13_itself_or_a_benchmark_is_level_one_a_comparator_three() {
    let pair = "pair(before: (52, \"2015\"), after: (81, \"2016\"))";
    for (with, level, said) in [
        ("itself", Some(1), "Compared with itself, before and after."),
        ("stated_benchmark", Some(1), "Compared with itself, and with a benchmark that the source states."),
        ("measured_comparators", Some(3), "Compared with others that were measured over the same time."),
        ("not_applicable", None, "There is no comparison to grade."),
    ] {
        let dataset = made(&[["x", "a", "children", pair, &format!("compared_with: {with}")]]);
        assert_eq!(comparison(&dataset, "x").evidence.maryland, level, "{with}");
        assert!(section(&dataset, "x", "What was it compared with?").starts_with(said), "{with}");
    }
    let leeds = comparison(shipped(), "leeds-children-in-care").evidence;
    assert_eq!((leeds.compared_with, leeds.maryland), (ComparedWith::StatedBenchmark, Some(1)));
    let rotherham = section(shipped(), "rotherham-ofsted", "What was it compared with?");
    assert!(rotherham.contains("Not applicable"), "{rotherham}");
    let dataset = made(&[["x", "a", "children", pair, "facts: [picked_at_a_bad_moment]"]]);
    assert_eq!(cautions(&dataset, "x", Rule::R13), [bad_moment()]);
    let figure = figure_of(&dataset, "x", FigureKind::Both);
    assert!(!figure.key.contains(&KeyEntry::Benchmark));
    assert_eq!(cell(&dataset, "x", "benchmark"), Value::Empty);
    assert_eq!(cell(&dataset, "x", "form"), text("pair"));
}

#[test]
fn r11_several_overlaps_are_told_in_one_caution_in_full() {
    let told: Vec<_> = in_full(shipped(), "portsmouth-up2u-incidents")
        .cautions
        .into_iter()
        .filter(|caution| caution.rule == Rule::R11)
        .map(|caution| caution.text)
        .collect();
    assert_eq!(told.len(), 1, "{told:?}");
    for name in ["Domestic abuse arrests", "Domestic abuse convictions", "Times named as perpetrator at MARAC"] {
        assert!(told[0].contains(name), "{told:?}");
    }
}
