//! Copying from the built-in dataset brings along what is named, and never twice.

use sidebyside::dataset::{load_text, to_ron};
use sidebyside::edit::{Edit, PartPath, copy_into, new_parts};
use sidebyside::model::CouncilId;

use super::built_in;

#[test]
fn a_copied_programme_brings_all_it_names_without_errors() {
    let source = built_in();
    for at in 0..source.programmes.len() {
        let mut mine = new_parts::dataset("Mine");
        copy_into(&mine, &source, PartPath::Programme(at)).unwrap().apply(&mut mine).unwrap();
        let loaded = load_text(&to_ron(&mine)).unwrap_or_else(|findings| panic!("{at}: {findings:#?}"));
        assert_eq!(loaded.dataset, mine);
        assert_eq!(mine.programmes[0].outcomes.len(), source.programmes[at].outcomes.len());
        let again = copy_into(&mine, &source, PartPath::Programme(at)).unwrap();
        assert!(again.is_empty(), "{at}: {:#?}", again.ops);
    }
}

#[test]
fn everything_copied_one_by_one_is_everything_once() {
    let source = built_in();
    let mut mine = new_parts::dataset(&source.title);
    for place in PartPath::all(&source).into_iter().filter(|p| *p != PartPath::Facts) {
        copy_into(&mine, &source, place).unwrap().apply(&mut mine).unwrap();
    }
    let counts = |d: &sidebyside::model::Dataset| {
        (d.sources.len(), d.councils.len(), d.indicators.len(), d.programmes.len(), d.outcomes().count())
    };
    assert_eq!(counts(&mine), counts(&source));
}

#[test]
fn an_id_that_is_taken_by_something_else_gets_a_number() {
    let source = built_in();
    let at = source.councils.iter().position(|c| c.id.as_str() == "leeds").unwrap();
    let mut mine = new_parts::dataset("Mine");
    let mut other = new_parts::council(&mine, "Leeds Castle Trust");
    other.id = CouncilId::new("leeds");
    Edit::add(&mine, PartPath::Council(0), other).unwrap().apply(&mut mine).unwrap();
    copy_into(&mine, &source, PartPath::Council(at)).unwrap().apply(&mut mine).unwrap();
    assert_eq!(mine.councils[1].id.as_str(), "leeds-2");
    assert_eq!(mine.councils[1].gss, source.councils[at].gss);
}
