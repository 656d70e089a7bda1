//! Tests of single steps of the arithmetic that suppression does to see what a reader could work out.

use super::{Threshold, component, count, withhold};
use crate::compare::examples::{dataset, outcome_of, stock};
use crate::model::{Number, NumberField, OutcomeId, Period, Published};

fn number(text: &str) -> Number {
    Number::parse(text).unwrap()
}

#[test]
fn a_part_that_is_not_printed_is_its_share_of_the_whole() {
    assert_eq!(count::part(None, Some(&number("50")), Some(&number("8"))), Some(4.0));
    assert_eq!(count::part(Some(&number("3")), Some(&number("50")), Some(&number("8"))), Some(3.0));
    assert_eq!(count::part(None, Some(&number("50")), None), None);
}

#[test]
fn a_number_in_thousands_is_known_to_half_of_its_last_digit() {
    let told = component::told(&number("2.5"), 1000.0);
    assert!((told.low - 2450.0).abs() < 1e-6 && (told.high - 2550.0).abs() < 1e-6, "{told:?}");
}

#[test]
fn the_size_of_a_group_goes_where_a_share_of_it_is_small() {
    for (people, is_hidden) in [("30", true), ("300", false)] {
        let published =
            Published::Part { count: None, of: None, share: Some(number("10")), period: Period::not_stated() };
        let mut outcome = outcome_of(&stock(), "anyshire", "a", published);
        outcome.counted.before = Some(number(people));
        let public = withhold(&dataset(vec![stock()], vec![outcome]), Threshold::default());
        let left = &public.outcome(&OutcomeId::new("a")).unwrap().outcome;
        let is_withheld = left.withheld.as_ref().is_some_and(|withheld| withheld.holds(&NumberField::GroupSize));
        assert_eq!(is_withheld, is_hidden, "{people}");
    }
}
