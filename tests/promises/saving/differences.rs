//! What differs between two datasets is told part by part, and nothing that saving keeps can differ unseen.

use proptest::prelude::*;
use sidebyside::dataset::{Difference, PartType, difference, load_builtin};
use sidebyside::model::{CouncilId, Dataset, Period};

use crate::generation::dataset;

fn builtin() -> Dataset {
    load_builtin().unwrap().dataset
}

fn told(mine: &Dataset, theirs: &Dataset) -> Vec<String> {
    difference(mine, theirs).iter().map(ToString::to_string).collect()
}

#[test]
fn the_same_dataset_differs_in_nothing() {
    assert_eq!(told(&builtin(), &builtin()), [""; 0]);
}

#[test]
fn each_part_that_differs_is_told_in_words() {
    let (mine, mut theirs) = (builtin(), builtin());
    theirs.title = "Ours".to_owned();
    let council = theirs.councils.remove(0);
    theirs.indicators[0].definition = "Counted otherwise.".to_owned();
    theirs.programmes[0].dates = Period::parse("2019").unwrap();
    let mut added = theirs.programmes[1].clone();
    added.name = "New one".to_owned();
    added.id = sidebyside::model::ProgrammeId::new("new-one");
    added.outcomes.clear();
    theirs.programmes.push(added);
    let lines = told(&mine, &theirs);
    assert_eq!(lines[0], format!("The dataset: title: mine \"{}\", theirs \"Ours\"", mine.title));
    assert_eq!(lines[1], format!("Council {} ({}): only in mine", council.name, council.id));
    let indicator = &mine.indicators[0];
    assert!(lines[2].starts_with(&format!("Indicator {} ({}): definition: mine ", indicator.name, indicator.id)));
    assert!(lines[2].ends_with("theirs \"Counted otherwise.\""), "{}", lines[2]);
    assert!(lines[3].contains(": dates: mine ") && lines[3].ends_with("theirs \"2019\""), "{}", lines[3]);
    assert_eq!(lines[4], "Programme New one (new-one): only in theirs");
    assert_eq!(lines.len(), 5, "{lines:#?}");
}

#[test]
fn an_outcome_is_told_with_the_field_where_it_differs() {
    let (mine, mut theirs) = (builtin(), builtin());
    let at = theirs.programmes.iter().position(|p| !p.outcomes.is_empty()).unwrap();
    let outcome = &mut theirs.programmes[at].outcomes[0];
    outcome.notes.push("Seen again.".to_owned());
    outcome.places = vec![CouncilId::new("elsewhere")];
    let id = outcome.id.clone();
    let lines = difference(&mine, &theirs);
    assert_eq!((lines.len(), lines[0].part, lines[0].id.as_str()), (1, PartType::Outcome, id.as_str()));
    let Difference::Changed(fields) = &lines[0].difference else { panic!("{lines:?}") };
    let mut names: Vec<&str> = fields.iter().map(|field| field.field).collect();
    names.sort_unstable();
    assert_eq!(names, ["notes", "places"]);
}

#[test]
fn a_moved_outcome_and_another_order_are_told() {
    let (mine, mut theirs) = (builtin(), builtin());
    theirs.councils.swap(0, 1);
    let at = theirs.programmes.iter().position(|p| p.outcomes.len() > 2).unwrap();
    let moved = theirs.programmes[at].outcomes.remove(0);
    let id = moved.id.clone();
    theirs.programmes[at].outcomes.swap(0, 1);
    let holder = theirs.programmes[at].id.clone();
    theirs.context.push(moved);
    let lines = told(&mine, &theirs);
    assert_eq!(lines[0], "The councils stand in another order");
    assert!(lines[1].contains(&format!("({id}): programme: mine {holder}, theirs the context")), "{}", lines[1]);
    assert_eq!(lines[2], format!("The outcomes of {holder} stand in another order"));
    assert_eq!(lines.len(), 3, "{lines:#?}");
}

#[test]
fn a_long_text_is_told_from_a_little_before_where_it_differs() {
    let (mine, mut theirs) = (builtin(), builtin());
    let long = "All the same for a long while. ".repeat(9);
    let mut with = mine.clone();
    with.summary = format!("{long}mine");
    theirs.summary = format!("{long}theirs");
    let line = told(&with, &theirs).remove(0);
    assert!(line.contains("while. mine\", theirs …") && line.ends_with("while. theirs\""), "{line}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn there_is_a_difference_exactly_where_two_datasets_differ(mine in dataset(), theirs in dataset()) {
        prop_assert_eq!(difference(&mine, &theirs).is_empty(), mine == theirs);
        prop_assert!(difference(&mine, &mine).is_empty());
    }
}
