//! The sheet of a new outcome: nothing is written until it is added, what was printed is kept, and the cursor goes on.

use super::editing::{Person, described, field, text_of};
use super::*;
use sidebyside::app::Action;
use sidebyside::dataset::load_text;
use sidebyside::edit::PartPath;
use sidebyside::model::Measure;

/// A person in the sheet of a new outcome of a programme that has one.
fn at_a_new_outcome() -> Person {
    let mut person = Person::begin();
    person.makes_a_dataset();
    person.clicks("Edit Foster with us");
    person.clicks("Add an outcome");
    person
}

#[test]
fn an_indicator_others_use_is_told_not_edited_in_a_new_outcome() {
    let mut person = at_a_new_outcome();
    let before = person.file();
    person.picks("What was counted", "Fostering enquiries");
    person.window.assert_says("Counted over a period, in enquiries.");
    assert!(!person.window.has(Role::TextInput, "Unit"), "{:?}", person.window.names(Role::TextInput));
    person.window.press(Key::Escape);
    assert_eq!(person.file(), before);
    person.clicks("Add an outcome");
    person.picks("What was counted", "Fostering enquiries");
    person.clicks("Change for the outcome that uses it…");
    assert_eq!(person.window.state().editor.place, PartPath::Indicator(0));
    assert_eq!(text_of(&person.window, "Unit"), "enquiries", "the form of the indicator itself");
}

#[test]
fn an_unfinished_indicator_of_others_is_not_edited_either() {
    let mut person = at_a_new_outcome();
    person.clicks("Edit Fostering enquiries");
    person.writes("Unit", "");
    person.clicks("How it is counted: Not stated");
    person.clicks("Edit Foster with us");
    person.clicks("Add an outcome");
    person.picks("What was counted", "Fostering enquiries");
    assert!(!person.window.has(Role::TextInput, "Unit"), "{:?}", person.window.names(Role::TextInput));
}

#[test]
fn nothing_of_a_new_outcome_is_written_until_it_is_added() {
    for leaves in ["Cancel", "Escape", "adds"] {
        let mut person = at_a_new_outcome();
        let (before, label) = (person.file(), person.window.state().document.history.undo_label().map(str::to_owned));
        person.picks("What was counted", "Savings");
        person.writes("Unit", "£");
        person.clicks("How it is counted: Over a period");
        person.picks("Add another place", "medway");
        person.picks("Source", "Budget book");
        person.writes("Type it as published", "£300,000 to £250,000");
        assert_eq!(person.file(), before, "nothing is written");
        assert_eq!(person.window.state().document.history.undo_label().map(str::to_owned), label);
        match leaves {
            "Cancel" => person.clicks("Cancel"),
            "Escape" => person.presses(Key::Escape),
            _ => {
                person.clicks("Add the outcome");
                let dataset = person.window.state().document.original.clone();
                let added = dataset.outcomes().last().unwrap();
                assert_eq!((added.indicator.name.as_str(), added.indicator.unit.as_str()), ("Savings", "£"));
                assert_eq!(added.indicator.measure, Measure::Flow);
                assert_eq!(dataset.names(&added.outcome.places, ", "), "Leeds, Medway");
                assert_eq!(dataset.source_titles(&added.outcome.sources), "Budget book");
                assert_eq!(load_text(&person.file()).map(|loaded| loaded.dataset), Ok((*dataset).clone()));
                person.window.harness.state_mut().state.act(Action::Undo);
            }
        }
        assert_eq!(person.file(), before, "{leaves}: all of it goes, in one step");
    }
}

#[test]
fn r1_what_was_printed_is_kept_where_the_figure_differs() {
    let mut person = at_a_new_outcome();
    person.picks("What was counted", "Savings");
    person.writes("Unit", "£");
    person.writes("Type it as published", "£1.2m to £1.5m in 2017");
    let told = described(&person.window, "Type it as published");
    assert!(told.contains("taken as about") && told.contains("As printed: “£1.2m to £1.5m in 2017”"), "{told}");
    person.clicks("Add the outcome");
    let added = |person: &Person| person.window.state().document.original.programmes[0].outcomes[1].clone();
    assert_eq!(added(&person).notes, ["As printed: “£1.2m to £1.5m in 2017”"]);
    // Another figure has other words, and one that is held as it is printed needs none.
    person.writes("Type it as published", "doubled");
    assert_eq!(added(&person).notes, ["As printed: “doubled”"]);
    person.writes("Notes", "As printed: “doubled”\nOf the whole budget.");
    person.writes("Type it as published", "300 to 250");
    assert_eq!(added(&person).notes, ["Of the whole budget."]);
}

#[test]
fn r1_about_is_said_and_exactly_offered_where_none_was_printed() {
    let mut person = at_a_new_outcome();
    person.picks("What was counted", "Savings");
    person.writes("Unit", "£");
    person.writes("Type it as published", "£1.2m to £1.5m");
    person.clicks("Write exactly £1.2m to exactly £1.5m");
    assert_eq!(text_of(&person.window, "Type it as published"), "exactly £1.2m to exactly £1.5m");
    person.clicks("Add the outcome");
    let added = person.window.state().document.original.programmes[0].outcomes[1].clone();
    let sidebyside::model::Published::Pair { before, .. } = added.published else { panic!("a pair") };
    assert_eq!(before.number.to_string(), "1200000");
}

#[test]
fn dates_typed_with_a_figure_are_those_of_its_levels() {
    let mut person = at_a_new_outcome();
    person.picks("What was counted", "Looked-after children");
    person.writes("Unit", "children");
    person.clicks("How it is counted: On a day");
    person.writes("Type it as published", "down from 1,204 to 986 (Mar 2019-Mar 2023)");
    person.clicks("Add the outcome");
    assert_eq!(text_of(&person.window, "When before"), "March 2019");
    assert_eq!(text_of(&person.window, "When after"), "March 2023");
    assert!(!person.window.text().contains("date not stated"), "{}", person.window.text());
}

#[test]
fn no_date_is_called_not_stated_beside_a_stated_span() {
    let mut person = at_a_new_outcome();
    person.picks("What was counted", "Referrals");
    person.writes("Unit", "referrals");
    person.clicks("How it is counted: Over a period");
    person.writes("Type it as published", "1,204 to 986 (Mar 2019-Mar 2023)");
    person.clicks("Add the outcome");
    let text = person.window.text();
    assert!(!text.contains("date not stated") && !text.contains("period not stated"), "{text}");
    assert!(text.lines().any(|line| line == "March 2019 to March 2023"), "{text}");
}

#[test]
fn no_field_moves_while_the_choices_are_open() {
    let mut person = at_a_new_outcome();
    let offers = |person: &Person| -> Vec<Rect> {
        person.window.harness.query_all_by_role(Role::ListBoxOption).map(|offer| offer.rect()).collect()
    };
    let at = |person: &Person| {
        ["Type it as published", "Add another place", "Source"].map(|label| field(&person.window, label).rect())
    };
    let before = at(&person);
    for typed in ["F", "Fostering", "Nothing of the kind"] {
        person.writes("What was counted", typed);
        let name = field(&person.window, "What was counted").rect();
        let offers = offers(&person);
        assert!(!offers.is_empty() && offers.iter().all(|offer| !offer.intersects(name)), "{offers:?} at {name:?}");
        for (now, was) in at(&person).iter().zip(&before) {
            assert!(now.min.distance(was.min) < 1.0, "{was:?} moved to {now:?} while “{typed}” is searched");
        }
    }
    // The list does not cover what is typed next.
    person.goes_into("Type it as published");
    assert_eq!(offers(&person), []);
}

/// The name of what has the keyboard.
fn at_the_cursor(person: &Person) -> String {
    let focused = person.window.harness.root().children_recursive().find(Node::is_focused);
    focused.and_then(|node| name_of(&node)).unwrap_or_default()
}

#[test]
fn the_cursor_goes_where_the_next_thing_is_typed() {
    let mut person = Person::begin();
    person.clicks("Add a programme");
    person.types("Early Help Hubs");
    person.goes_into("Councils");
    for (typed, next) in [("kent", "Add another council"), ("medway", "Add another council")] {
        person.types(typed);
        person.presses(Key::Enter);
        assert_eq!(at_the_cursor(&person), next);
    }
    let programme = person.window.state().document.original.programmes[0].clone();
    assert_eq!((programme.name.as_str(), programme.places.len()), ("Early Help Hubs", 2));
    person.picks("Source", "Annual report");
    assert_eq!(at_the_cursor(&person), "Page, line or place");
    person.clicks("Add an outcome");
    assert_eq!(at_the_cursor(&person), "What was counted");
    person.types("Referrals");
    person.presses(Key::Enter);
    assert_eq!(at_the_cursor(&person), "Unit");
    person.picks("Add another place", "swale");
    assert_eq!(at_the_cursor(&person), "Add another place");
    person.writes("Type it as published", "508 in 2017");
    person.clicks("Add the outcome");
    person.clicks("Edit Early Help Hubs");
    person.clicks("Add an outcome");
    person.picks("What was counted", "Referrals");
    assert_eq!(at_the_cursor(&person), "Type it as published");
}

#[test]
fn the_room_edit_asked_for_by_key_takes_no_cursor_into_a_field() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    let before = person.file();
    for room in [Key::Num1, Key::Num2, Key::Num4] {
        person.chord(Modifiers::COMMAND, room);
        person.presses(Key::F6);
        person.presses(Key::F6);
        person.presses(Key::F6);
        person.chord(Modifiers::COMMAND, Key::Num6);
        person.types("x");
        assert_eq!(person.file(), before, "{room:?}");
    }
}

#[test]
fn r8_grades_choose_their_counting_and_ask_for_a_framework() {
    for grades_first in [true, false] {
        let mut person = at_a_new_outcome();
        let typed = "Requires improvement to Good";
        if grades_first {
            person.writes("Type it as published", typed);
            let told = described(&person.window, "Type it as published");
            assert!(told.contains("Understood"), "{told}");
        }
        person.picks("What was counted", "Overall effectiveness");
        if !grades_first {
            person.writes("Type it as published", typed);
        }
        person.window.run();
        assert!(person.window.is_on(Role::Button, "How it is counted: A grade"), "{grades_first}");
        person.clicks("Add the outcome");
        let dataset = person.window.state().document.original.clone();
        let added = dataset.outcomes().last().unwrap();
        assert_eq!((added.indicator.measure, added.indicator.unit.as_str()), (Measure::Rating, "grade"));
        assert!(matches!(added.outcome.published, sidebyside::model::Published::Rating { .. }));
        assert!(at_the_cursor(&person).to_lowercase().contains("framework"), "{}", at_the_cursor(&person));
    }
}

#[test]
fn the_sheet_says_beforehand_what_an_outcome_needs() {
    let mut person = Person::begin();
    person.types("Fostering in Leeds");
    person.writes("Licence of the data", "CC0-1.0");
    person.clicks("Add to Context");
    person.window.assert_says("whose figure it is, and its source");
    person.picks("What was counted", "Fostering enquiries");
    person.clicks("How it is counted: Over a period");
    person.writes("Type it as published", "52 in 2016 to 81 in 2017");
    person.window.assert_says("Say in what unit it is counted");
    person.writes("Unit", "enquiries");
    person.window.assert_says("Choose whose figure it is");
    person.picks("Places", "leeds");
    person.window.assert_says("Choose the source");
    person.picks("Source", "Annual report 2017");
    assert!(!person.window.text().contains("is an error"), "{}", person.window.text());
    person.clicks("Add the outcome");
    let errors = sidebyside::edit::check(&person.window.state().document.original);
    let errors: Vec<_> = errors.into_iter().filter(|found| found.finding.is_error()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}
