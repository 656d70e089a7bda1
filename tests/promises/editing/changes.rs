//! One step for each thing a person meant, with its label; ids and places that others follow; the state that was saved.

use sidebyside::dataset::load_text;
use sidebyside::edit::{
    Edit, EditError, History, MAX_STEPS, OutcomeParent, PartPath, check, facts, new_parts, quick_fixes,
};
use sidebyside::model::{Dataset, Measure, Number, Period, Published};

use super::{built_in, unknown};

fn example() -> Dataset {
    let readme = include_str!("../../../data/README.md");
    let text = readme.split_once("```ron\n").unwrap().1.split_once("```").unwrap().0;
    load_text(text).unwrap().dataset
}

fn titled(dataset: &Dataset, title: &str) -> Edit {
    Edit::facts(dataset, "title", |facts| title.clone_into(&mut facts.title)).unwrap()
}

#[test]
fn edits_of_one_field_are_one_step_until_it_is_left() {
    let (mut dataset, mut history) = (example(), History::new());
    let first = dataset.title.clone();
    for title in ["A", "An", "And"] {
        let edit = titled(&dataset, title);
        history.commit(&mut dataset, edit).unwrap();
    }
    assert_eq!(history.labels().count(), 1);
    history.end_merge();
    let edit = titled(&dataset, "And so");
    history.commit(&mut dataset, edit).unwrap();
    assert_eq!(history.labels().count(), 2);
    let edit = Edit::facts(&dataset, "licence", |facts| facts.licence.push('x')).unwrap();
    history.commit(&mut dataset, edit).unwrap();
    assert_eq!(history.labels().count(), 3);

    history.undo(&mut dataset).unwrap();
    history.undo(&mut dataset).unwrap();
    assert_eq!(dataset.title, "And");
    history.undo(&mut dataset).unwrap();
    assert_eq!(dataset.title, first);
    assert_eq!((history.undo_label(), history.redo_label()), (None, Some("Change the title of the dataset")));
}

#[test]
fn a_step_is_labelled_with_its_field_and_its_part() {
    let dataset = example();
    let edit = Edit::outcome(&dataset, OutcomeParent::Programme(0), 0, "published.after[0]", |outcome| {
        if let Published::Pair { after, .. } = &mut outcome.published {
            after.number = Number::parse("over 70").unwrap();
        }
    });
    assert_eq!(edit.unwrap().label, "Change the level after of Fostering enquiries, Anyshire");
    assert_eq!(Edit::delete(&dataset, PartPath::Programme(1)).unwrap().label, "Delete Improvement plan");
}

#[test]
fn what_was_saved_is_unmodified_also_after_undoing_back_to_it() {
    let (mut dataset, mut history) = (example(), History::new());
    assert!(!history.is_modified());
    let edit = titled(&dataset, "A");
    history.commit(&mut dataset, edit).unwrap();
    assert!(history.is_modified());
    history.mark_saved();
    assert!(!history.is_modified());
    // The same field, and yet a step of its own, because what was saved lies between.
    let edit = titled(&dataset, "An");
    history.commit(&mut dataset, edit).unwrap();
    assert!(history.is_modified());
    history.undo(&mut dataset).unwrap();
    assert!(!history.is_modified() && dataset.title == "A");
    history.undo(&mut dataset).unwrap();
    assert!(history.is_modified());
    history.redo(&mut dataset).unwrap();
    assert!(!history.is_modified());
    history.undo(&mut dataset).unwrap();
    let edit = titled(&dataset, "B");
    history.commit(&mut dataset, edit).unwrap();
    assert!(history.redo_label().is_none() && history.is_modified(), "a new edit clears what was undone");
    assert!(History::unsaved().is_modified());
}

#[test]
fn what_changes_nothing_is_no_step_nor_typing_taken_back() {
    let (mut dataset, mut history) = (example(), History::new());
    let first = dataset.title.clone();
    let edit = titled(&dataset, &first);
    history.commit(&mut dataset, edit).unwrap();
    assert_eq!(history.undo_label(), None);
    for title in ["A", first.as_str()] {
        let edit = titled(&dataset, title);
        history.commit(&mut dataset, edit).unwrap();
    }
    assert_eq!((history.undo_label(), history.is_modified()), (None, false));
}

#[test]
fn the_oldest_steps_are_forgotten_the_rest_can_be_taken_back() {
    let (mut dataset, mut history) = (new_parts::dataset("0"), History::new());
    for n in 1..=MAX_STEPS + 5 {
        let edit = titled(&dataset, &n.to_string());
        history.commit(&mut dataset, edit).unwrap();
        history.end_merge();
    }
    while history.undo(&mut dataset).unwrap().is_some() {}
    assert_eq!(dataset.title, "5");
    assert!(history.is_modified(), "what was saved is older than what is kept");
}

#[test]
fn a_new_id_is_followed_by_all_who_name_it_and_must_be_free() {
    let dataset = example();
    for (rename, old) in [
        (Edit::council(&dataset, 0, "id", |c| c.id = sidebyside::model::CouncilId::new("new")), "\"anyshire\""),
        (Edit::source(&dataset, 0, "id", |s| s.id = sidebyside::model::SourceId::new("new")), "\"annual-report\""),
        (
            Edit::indicator(&dataset, 1, "id", |i| i.id = sidebyside::model::IndicatorId::new("new")),
            "\"looked-after-children\"",
        ),
    ] {
        let mut renamed = dataset.clone();
        rename.unwrap().apply(&mut renamed).unwrap();
        assert_eq!(unknown(&renamed), Vec::<String>::new());
        assert!(!sidebyside::dataset::to_ron(&renamed).contains(old), "{old}");
    }
    let taken = Edit::council(&dataset, 0, "id", |c| c.id = sidebyside::model::CouncilId::new("england"));
    assert_eq!(taken, Err(EditError::IdTaken("england".to_owned())));
}

#[test]
fn outcomes_with_the_places_of_their_programme_follow_it() {
    let mut dataset = example();
    let england = sidebyside::model::CouncilId::new("england");
    let edit = Edit::programme(&dataset, 0, "places", |p| p.places.push(england.clone())).unwrap();
    edit.apply(&mut dataset).unwrap();
    assert!(dataset.programmes[0].outcomes.iter().all(|o| o.places.contains(&england)));
    assert!(dataset.programmes[1].outcomes.iter().all(|o| !o.places.contains(&england)));
}

#[test]
fn a_dataset_is_made_from_nothing_and_can_be_saved() {
    let (mut dataset, mut history) = (new_parts::dataset(" "), History::unsaved());
    let edit = Edit::add(&dataset, PartPath::Source(0), new_parts::source(&dataset, "Annual report 2018")).unwrap();
    history.commit(&mut dataset, edit).unwrap();
    let barnsley = facts::suggest("barns")[0].council(&dataset);
    let edit = Edit::add(&dataset, PartPath::Council(0), barnsley).unwrap();
    history.commit(&mut dataset, edit).unwrap();
    let enquiries = new_parts::indicator(&dataset, "Fostering enquiries", "enquiries", Measure::Flow);
    let edit = Edit::add(&dataset, PartPath::Indicator(0), enquiries).unwrap();
    history.commit(&mut dataset, edit).unwrap();
    let places = vec![dataset.councils[0].id.clone()];
    let programme = new_parts::programme(&dataset, "Foster with us", places.clone());
    let edit = Edit::add(&dataset, PartPath::Programme(0), programme).unwrap();
    history.commit(&mut dataset, edit).unwrap();
    let said = sidebyside::edit::typed::statement("52 in 2016 to 81 in Apr–Sep 2017", None).unwrap();
    let cited =
        sidebyside::model::SourceRef { source: dataset.sources[0].id.clone(), lines: vec![], at: "page 3".to_owned() };
    let outcome = new_parts::outcome(&dataset, &dataset.indicators[0].id, places, said.published, vec![cited]);
    let edit = Edit::add(&dataset, PartPath::Outcome(OutcomeParent::Programme(0), 0), outcome).unwrap();
    history.commit(&mut dataset, edit).unwrap();

    let text = sidebyside::dataset::to_ron(&dataset);
    let loaded = load_text(&text).unwrap_or_else(|findings| panic!("{findings:#?}\n{text}"));
    assert_eq!(loaded.dataset, dataset);
    assert_eq!(dataset.title, "Untitled dataset");
    assert_eq!(dataset.programmes[0].id.as_str(), "barnsley-foster-with-us");
    assert_eq!(dataset.programmes[0].outcomes[0].id.as_str(), "barnsley-fostering-enquiries");
}

type Damage = Box<dyn Fn(&mut Dataset)>;

#[test]
fn a_simple_fix_answers_its_finding_and_brings_no_new_one() {
    let base = example();
    let broken: Vec<(&str, Damage)> = vec![
        ("places", Box::new(|d| d.programmes[0].places[0] = sidebyside::model::CouncilId::new("anyshir"))),
        (
            "indicator",
            Box::new(|d| {
                d.context[0].indicator = sidebyside::model::IndicatorId::new("looked-after-childrn");
            }),
        ),
        (
            "sources",
            Box::new(|d| {
                d.context[0].sources[0].source = sidebyside::model::SourceId::new("anual-report");
            }),
        ),
        ("id", Box::new(|d| d.councils[1].id = sidebyside::model::CouncilId::new("Eng land"))),
        ("id", Box::new(|d| d.indicators[1].id = d.indicators[0].id.clone())),
        ("unit", Box::new(|d| d.indicators[0].unit = "".into())),
        ("gss", Box::new(|d| d.councils[0].gss = Some("e10 000020".to_owned()))),
        (
            "until",
            Box::new(|d| {
                let date = |year| Some(sidebyside::model::Date::Year(year));
                (d.councils[0].from, d.councils[0].until) = (date(2020), date(2010));
            }),
        ),
        (
            "overlaps",
            Box::new(|d| {
                d.context[0].overlaps = vec![d.programmes[0].outcomes[0].id.clone()];
            }),
        ),
        ("overlaps", Box::new(|d| d.context[0].overlaps = vec![d.context[0].id.clone()])),
        (
            "overlaps",
            Box::new(|d| {
                d.context[0].overlaps = vec![sidebyside::model::OutcomeId::new("nobody")];
            }),
        ),
        (
            "published",
            Box::new(|d| {
                let point = |year: &str| sidebyside::model::SeriesPoint {
                    period: Period::parse(year).unwrap(),
                    value: sidebyside::model::PointValue::Missing(sidebyside::model::Missing::Suppressed),
                };
                d.context[0].published =
                    Published::Series { points: vec![point("2017"), point("2015"), point("2016")], start: None };
            }),
        ),
    ];
    for (field, damage) in broken {
        let mut dataset = base.clone();
        damage(&mut dataset);
        let before = check(&dataset);
        let found =
            before.iter().find(|p| p.field.starts_with(field)).unwrap_or_else(|| panic!("{field}: {before:#?}"));
        let offered = quick_fixes(&dataset, found);
        assert!(!offered.is_empty(), "{field}: {found:?}");
        for fix in offered {
            let mut fixed = dataset.clone();
            let back = fix.edit.apply(&mut fixed).unwrap();
            let after = check(&fixed);
            assert!(!after.contains(found), "{field}: {}", fix.label);
            assert!(after.len() < before.len(), "{field}: {} leaves {after:#?}", fix.label);
            back.apply(&mut fixed).unwrap();
            assert_eq!(fixed, dataset, "{field}: {} is one step", fix.label);
        }
    }
}

#[test]
fn known_councils_agree_with_those_of_the_built_in_dataset() {
    let dataset = built_in();
    let mut both = 0;
    for council in dataset.councils.iter().filter(|c| c.kind.is_council()) {
        let code = council.gss.as_deref().unwrap_or_default();
        let Some(known) = facts::by_gss(code) else {
            panic!("{} ({code}) is not in the table", council.name);
        };
        let names: Vec<&str> = council.aliases.iter().map(String::as_str).chain([council.name.as_str()]).collect();
        let all = || known.aliases.iter().copied().chain([known.name]);
        assert!(all().any(|name| names.iter().any(|n| sidebyside::model::same_name(n, name))), "{}", council.name);
        assert_eq!((known.kind, known.region, known.nation), (council.kind, council.region.as_str(), council.nation));
        assert_eq!(known.until.is_some(), council.until.is_some(), "{}", council.name);
        let suggested = facts::suggest(&council.name);
        assert!(suggested.iter().any(|k| k.gss == code), "{}", council.name);
        both += 1;
    }
    assert!(both > 40, "{both}");
}
