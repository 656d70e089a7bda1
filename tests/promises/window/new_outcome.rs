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
    person.clicks("Add with the full form");
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
    person.clicks("Add with the full form");
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
    person.clicks("Add with the full form");
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
    person.clicks("Add with the full form");
    assert_eq!(at_the_cursor(&person), "What was counted");
    person.types("Referrals");
    person.presses(Key::Enter);
    assert_eq!(at_the_cursor(&person), "Unit");
    person.picks("Add another place", "swale");
    assert_eq!(at_the_cursor(&person), "Add another place");
    person.writes("Type it as published", "508 in 2017");
    person.clicks("Add the outcome");
    person.clicks("Edit Early Help Hubs");
    person.clicks("Add with the full form");
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

#[test]
fn ctrl_enter_adds_and_begins_the_next_with_what_stays_the_same() {
    let mut person = at_a_new_outcome();
    let outcomes = |person: &Person| person.window.state().document.original.programmes[0].outcomes.len();
    let before = outcomes(&person);
    person.types("Fostering enquiries");
    person.presses(Key::Enter);
    person.chord(Modifiers::COMMAND, Key::Enter);
    assert_eq!(outcomes(&person), before, "R1: nothing was published yet");
    assert!(person.window.alerts()[0].contains("Type first what was published"), "{:?}", person.window.alerts());
    person.writes("Type it as published", "780 to 626 (2015 to 2017)");
    person.writes("Page, line or place", "page 14");
    person.chord(Modifiers::COMMAND, Key::Enter);
    assert_eq!(outcomes(&person), before + 1);
    let added = person.window.state().document.original.programmes[0].outcomes[before].clone();
    let plan = person.window.state().editor.plan.clone().expect("the next is begun");
    assert_eq!((plan.places, plan.source.as_ref()), (added.places, added.sources.first().map(|cited| &cited.source)));
    assert_eq!((plan.statement.as_str(), plan.locator.as_str()), ("", "page 14"));
    assert_eq!(at_the_cursor(&person), "What was counted");
    person.types("Fostering enquiries");
    person.presses(Key::Enter);
    person.writes("Type it as published", "626 to 500");
    person.clicks("Same time as before: 2015 to 2017");
    person.chord(Modifiers::COMMAND, Key::Enter);
    assert_eq!(outcomes(&person), before + 2);
    let added = &person.window.state().document.original.programmes[0].outcomes[before + 1];
    assert!(format!("{:?}", added.published).contains("2015"), "{:?}", added.published);
}

#[test]
fn pasted_lines_are_looked_through_and_added_in_one_step() {
    let mut person = at_a_new_outcome();
    let before = person.file();
    person.types("Fostering enquiries");
    person.presses(Key::Enter);
    person.goes_into("Type it as published");
    let lines = "780 to 626 (2015 to 2017)\n\nsoon\nfell by a fifth since 2016\nup 12%";
    person.window.harness.event(egui::Event::Paste(lines.to_owned()));
    person.window.run();
    assert_eq!(person.file(), before, "nothing is added before it was looked through");
    person.window.assert_says("Fostering enquiries, Leeds: 780 before, 626 after, 2015 to 2017.");
    let soon = person.window.node(Role::CheckBox, "soon");
    assert!(soon.accesskit_node().is_disabled(), "what is not understood can't be ticked");
    person.window.click(Role::CheckBox, "up 12%");
    person.clicks("Add 2 outcomes");
    let outcomes = &person.window.state().document.original.programmes[0].outcomes;
    assert_eq!(outcomes.len(), 3);
    person.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(person.file(), before, "one step");
}

#[test]
fn the_last_figure_stays_dimmed_while_what_is_typed_makes_none() {
    let mut person = at_a_new_outcome();
    person.types("Fostering enquiries");
    person.presses(Key::Enter);
    person.writes("Type it as published", "780 to 626");
    let title = "Leeds: Fostering enquiries";
    person.window.assert_says(title);
    person.types(" p");
    person.window.assert_says("As it was last understood:");
    person.window.assert_says(title);
    assert!(person.window.state().editor.preview.is_none(), "it is nothing to be saved");
    person.chord(Modifiers::COMMAND, Key::A);
    person.types("780 to 600");
    assert!(!person.window.text().contains("As it was last understood:"));
}

#[test]
fn what_is_not_understood_is_told_on_leaving_the_field() {
    let mut person = at_a_new_outcome();
    person.types("Fostering enquiries");
    person.presses(Key::Enter);
    person.writes("Type it as published", "12.5 p");
    let wrong = "is not understood";
    let told = |person: &Person| {
        let said = described(&person.window, "Type it as published");
        let words = person.window.text();
        (said.clone(), words.lines().filter(|line| !line.is_empty() && said.contains(line.trim())).count())
    };
    assert_eq!(told(&person).1, 0, "{wrong}: {:?}", told(&person).0);
    person.presses(Key::Tab);
    assert_eq!(told(&person).1, 1, "once, beside its field: {:?}", told(&person).0);
    person.goes_into("Type it as published");
    assert!(told(&person).1 >= 1, "who comes back sees what to fix");
}

#[test]
fn a_new_part_opens_without_errors_and_tells_them_on_leaving() {
    let mut person = Person::begin();
    person.types("Mine");
    person.clicks("Add a programme");
    let told = |person: &Person| {
        let text = person.window.text().to_lowercase();
        let findings = &person.window.state().editor.findings;
        assert!(findings.len() > 1, "the check finds them nevertheless: {findings:?}");
        findings.iter().filter(|found| text.contains(&found.sentence.to_lowercase())).count()
    };
    let badges = |person: &Person| person.window.names(Role::Button).iter().any(|name| name.contains("error"));
    assert_eq!((told(&person), badges(&person)), (0, false));
    person.goes_into("Councils");
    person.presses(Key::Tab);
    person.presses(Key::Tab);
    assert_eq!((told(&person), badges(&person)), (2, false), "those of the two fields that were left");
    person.clicks("Edit Mine");
    assert!(badges(&person), "{:#?}", person.window.names(Role::Button));
}
