//! Deleting what others refer to says what would go, and takes it along.

use sidebyside::dataset::load_text;
use sidebyside::edit::{Consequences, Edit, OutcomeParent, PartPath, consequences};
use sidebyside::model::Dataset;

use super::{built_in, unknown};

fn example() -> Dataset {
    let readme = include_str!("../../../data/README.md");
    let text = readme.split_once("```ron\n").unwrap().1.split_once("```").unwrap().0;
    load_text(text).unwrap().dataset
}

#[test]
fn an_indicator_takes_its_outcomes_along() {
    let dataset = example();
    let told = consequences(&dataset, PartPath::Indicator(1));
    assert_eq!(
        told.goes,
        [PartPath::Outcome(OutcomeParent::Programme(0), 1), PartPath::Outcome(OutcomeParent::Context, 0)]
    );
    assert_eq!(told.describe(), "2 outcomes go with it.");
    let mut rest = dataset.clone();
    Edit::delete(&dataset, PartPath::Indicator(1)).unwrap().apply(&mut rest).unwrap();
    assert_eq!((rest.outcomes().count(), rest.indicators.len()), (2, 2));
}

#[test]
fn a_council_takes_along_what_is_of_it_alone() {
    let mut dataset = example();
    dataset.programmes[1].places.push(sidebyside::model::CouncilId::new("england"));
    let told = consequences(&dataset, PartPath::Council(0));
    let goes = [
        PartPath::Programme(0),
        PartPath::Outcome(OutcomeParent::Programme(0), 0),
        PartPath::Outcome(OutcomeParent::Programme(0), 1),
        PartPath::Outcome(OutcomeParent::Programme(1), 0),
    ];
    assert_eq!((told.goes.as_slice(), told.stops_naming.as_slice()), (&goes[..], &[PartPath::Programme(1)][..]));
    assert_eq!(told.describe(), "1 programme and 3 outcomes go with it, 1 other part stops naming it.");
    let mut rest = dataset.clone();
    let back = Edit::delete(&dataset, PartPath::Council(0)).unwrap().apply(&mut rest).unwrap();
    assert_eq!((rest.programmes.len(), rest.outcomes().count()), (1, 1));
    assert_eq!(unknown(&rest), Vec::<String>::new());
    back.apply(&mut rest).unwrap();
    assert_eq!(rest, dataset);
}

#[test]
fn deleting_a_source_keeps_outcomes_and_says_which_lose_it() {
    let dataset = example();
    let told = consequences(&dataset, PartPath::Source(0));
    assert_eq!((told.goes.len(), told.stops_naming.len(), told.without_source.len()), (0, 6, 4));
    let mut rest = dataset.clone();
    Edit::delete(&dataset, PartPath::Source(0)).unwrap().apply(&mut rest).unwrap();
    assert_eq!((rest.outcomes().count(), unknown(&rest).len()), (4, 0));
}

#[test]
fn while_a_twin_keeps_the_id_nothing_goes() {
    let mut dataset = example();
    dataset.councils.push(dataset.councils[0].clone());
    assert_eq!(consequences(&dataset, PartPath::Council(0)), Consequences::default());
}

#[test]
fn every_deletion_from_the_built_in_dataset_does_what_it_says() {
    let dataset = built_in();
    for place in PartPath::all(&dataset).into_iter().filter(|p| *p != PartPath::Facts) {
        let told = consequences(&dataset, place);
        let mut rest = dataset.clone();
        Edit::delete(&dataset, place).unwrap().apply(&mut rest).unwrap();
        let gone = PartPath::all(&dataset).len() - PartPath::all(&rest).len();
        assert_eq!(gone, told.goes.len() + 1, "{place:?}");
        assert_eq!(unknown(&rest), Vec::<String>::new(), "{place:?}");
    }
}
