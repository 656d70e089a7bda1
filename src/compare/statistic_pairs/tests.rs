//! Which two dates are compared, and the outcomes that come of them.

use super::*;
use crate::compare::statistics::tests::{dataset, period};
use crate::model::{Published, Role};

fn levels(dataset: &Dataset, place: &str) -> Vec<String> {
    let outcome = dataset.outcomes().find(|l| l.outcome.places.iter().any(|id| id.as_str() == place)).unwrap().outcome;
    assert!(outcome.statistic.is_some());
    match &outcome.published {
        Published::Pair { before, after, .. } => {
            vec![before.number.to_string(), after.number.to_string()]
        }
        Published::Single(level) => vec![level.number.to_string()],
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_statistic_is_compared_over_its_latest_two_dates_at_first() {
    let whole = with_pairs(&dataset(), &ChosenDates::default());
    let vintages = all_vintages(&whole);
    let (from, to) = vintages[0].latest_two().unwrap();
    assert_eq!((from.to_string().as_str(), to.to_string().as_str()), ("2023-03-31", "2024-03-31"));
    assert_eq!(levels(&whole, "england"), ["83760", "83630"]);
    assert_eq!(whole.outcomes().filter(|l| l.outcome.role == Role::Context).count(), 1, "R18: England is context");
}

#[test]
fn any_two_dates_of_a_concept_are_compared_where_chosen() {
    let dataset = dataset();
    let mut dates = ChosenDates::default();
    dates.choose(&dataset.indicators[0].concept, period("2022-03-31"), period("2023-03-31"));
    let whole = with_pairs(&dataset, &dates);
    assert_eq!(levels(&whole, "england")[1], "83760", "R16: the newest release stands");
    let ids = |whole: &Dataset| whole.outcomes().map(|l| l.outcome.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&whole), ids(&with_pairs(&dataset, &ChosenDates::default())), "who is looked at stays looked at");
}

#[test]
fn the_dates_of_a_concept_are_offered_and_stepped() {
    let dataset = dataset();
    let concept = dataset.indicators[0].concept.clone();
    let offer = DateOffer::of(&dataset, &concept, &ChosenDates::default()).unwrap();
    assert_eq!((offer.dates.len(), offer.from, offer.to), (3, 1, 2));
    assert_eq!(offer.stepped(DateStep::FromEarlier).map(|(from, _)| from.to_string()).as_deref(), Some("2022-03-31"));
    assert_eq!(offer.stepped(DateStep::FromLater), None, "the first comes before the second");
    assert_eq!(offer.stepped(DateStep::ToEarlier), None);
    assert_eq!(offer.stepped(DateStep::ToLater), None, "there is no later date");
    assert_eq!(DateOffer::of(&dataset, "nothing of the kind", &ChosenDates::default()), None);
}
