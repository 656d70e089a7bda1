//! Tests of the sentences of a figure: what its title finds, and what its alternative text says.

use super::alt_text::{lower_first, of_rows};
use super::titles::finding;
use crate::compare::examples::{change_only, compare, dataset, flow, outcome_of, pair, stock};
use crate::model::{Dataset, Role};

fn fell() -> crate::model::Published {
    pair(("100", "2015"), ("80", "2016"))
}

#[test]
fn r9_a_title_tells_of_outcomes_and_else_of_context() {
    let mut context = outcome_of(&stock(), "otherham", "context", pair(("50", "2015"), ("60", "2016")));
    context.role = Role::Context;
    let dataset = dataset(vec![stock()], vec![outcome_of(&stock(), "anyshire", "outcome", fell()), context]);
    let all = compare(&dataset);
    let title = finding(&all, &stock());
    assert!(title.contains("anyshire") && !title.contains("otherham"), "{title}");
    assert_eq!(title, finding(&all[..1], &stock()));
    assert!(finding(&all[1..], &stock()).contains("otherham"));
}

#[test]
fn events_are_fewer_and_a_rate_is_lower() {
    let rate = crate::compare::examples::indicator(crate::model::Measure::Rate, "per 10,000 children");
    for (indicator, word) in [(flow(), "fewer"), (rate, "lower")] {
        let dataset = dataset(vec![indicator.clone()], vec![outcome_of(&indicator, "anyshire", "a", fell())]);
        let title = finding(&compare(&dataset), &indicator);
        assert!(title.contains(word), "{title}");
    }
}

#[test]
fn a_name_keeps_its_capital_within_a_sentence() {
    let told = ["Looked-after children", "GCSE results", "Ofsted grades", "Éclairs", "A"].map(lower_first);
    assert_eq!(told, ["looked-after children", "GCSE results", "Ofsted grades", "éclairs", "A"]);
}

#[test]
fn r1_only_unpublished_levels_are_said_to_be_missing() {
    let of = |published| dataset(vec![stock()], vec![outcome_of(&stock(), "anyshire", "a", published)]);
    let alt = |dataset: &Dataset| of_rows(&compare(dataset), &[]).join(" ");
    let (levels, change) = (alt(&of(fell())), alt(&of(change_only(&["fell 12%"], None))));
    assert!(!levels.contains("No level was published"), "{levels}");
    assert!(change.contains("No level was published"), "{change}");
}
