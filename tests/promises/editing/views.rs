//! Kept views follow what they name: an id that changes, a concept that is renamed, a part that is deleted.

use sidebyside::dataset::load_text;
use sidebyside::edit::{Edit, PartPath, consequences, unused};
use sidebyside::model::{CouncilId, Dataset, IndicatorId, SourceId};

use super::unknown;

fn example() -> Dataset {
    load_text(include_str!("../../data/valid/views.ron")).unwrap().dataset
}

fn done(dataset: &Dataset, edit: Edit) -> Dataset {
    let mut changed = dataset.clone();
    let back = edit.apply(&mut changed).unwrap();
    let mut again = changed.clone();
    back.apply(&mut again).unwrap();
    assert_eq!(&again, dataset, "it can be taken back");
    changed
}

#[test]
fn a_view_follows_ids_and_a_concept_that_nothing_else_counts() {
    let dataset = example();
    let edit = Edit::council(&dataset, 0, "id", |council| council.id = CouncilId::new("newshire"));
    let renamed = done(&dataset, edit.unwrap());
    assert_eq!((renamed.views[0].councils[0].as_str(), unknown(&renamed)), ("newshire", vec![]));
    let edit = Edit::source(&dataset, 0, "id", |source| source.id = SourceId::new("paper"));
    assert_eq!(done(&dataset, edit.unwrap()).views[1].source, Some(SourceId::new("paper")));
    let edit = Edit::indicator(&dataset, 0, "concept", |indicator| {
        indicator.id = IndicatorId::new("asked");
        indicator.concept = "people who asked".to_owned();
    });
    let renamed = done(&dataset, edit.unwrap());
    let view = &renamed.views[0];
    assert_eq!((view.concept.as_str(), view.indicator.as_ref().unwrap().as_str()), ("people who asked", "asked"));
    let mut shared = dataset.clone();
    shared.indicators[1].concept = shared.indicators[0].concept.clone();
    let edit = Edit::indicator(&shared, 0, "concept", |indicator| indicator.concept = "else".to_owned());
    assert_eq!(done(&shared, edit.unwrap()).views[0].concept, shared.views[0].concept, "the other still counts it");
}

#[test]
fn a_view_stops_naming_what_goes_and_goes_with_its_only_council() {
    let dataset = example();
    let told = consequences(&dataset, PartPath::Council(1));
    assert_eq!(told.stops_naming, [PartPath::SavedView(0), PartPath::SavedView(2)]);
    let left = done(&dataset, Edit::delete(&dataset, PartPath::Council(1)).unwrap());
    assert_eq!((left.views[0].councils.len(), unknown(&left)), (1, vec![]));
    let told = consequences(&dataset, PartPath::Council(0));
    assert!(told.goes.contains(&PartPath::SavedView(3)), "{told:?}");
    assert!(told.describe().contains("1 kept view goes with it"), "{}", told.describe());
    let left = done(&dataset, Edit::delete(&dataset, PartPath::Council(0)).unwrap());
    assert_eq!((left.views.len(), unknown(&left)), (3, vec![]));
    let left = done(&dataset, Edit::delete(&dataset, PartPath::Source(0)).unwrap());
    assert_eq!(left.views[1].source, None);
    let left = done(&dataset, Edit::delete(&dataset, PartPath::Indicator(0)).unwrap());
    assert_eq!(left.views[0].indicator, None);
}

#[test]
fn what_a_view_names_is_in_use() {
    let mut dataset = example();
    dataset.programmes.clear();
    dataset.context.clear();
    assert_eq!(unused(&dataset), [PartPath::Source(1), PartPath::Indicator(1)]);
}
