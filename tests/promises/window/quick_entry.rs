//! Quick entry: one sentence as printed becomes an outcome, from any room, in at most six actions.

use super::editing::{Person, described, field};
use super::*;
use sidebyside::app::{Action, Tab};
use sidebyside::edit::forms::describe_published;
use sidebyside::model::CouncilId;

const SENTENCE: &str = "The sentence as it is printed";
const PRINTED: &str = "Looked-after children down from 780 to 626, Wolverhampton, 2014 to 2016";

/// The last outcome of the dataset: what was counted, whose it is, what was published, and where it stands.
fn last(person: &Person) -> [String; 5] {
    let dataset = &person.window.state().document.original;
    let programme = dataset.programmes.iter().rfind(|programme| !programme.outcomes.is_empty()).unwrap();
    let outcome = programme.outcomes.last().unwrap();
    let indicator = dataset.indicator(&outcome.indicator).unwrap();
    [
        indicator.name.clone(),
        dataset.names(&outcome.places, ", "),
        describe_published(&outcome.published, &indicator.unit),
        programme.name.clone(),
        dataset.source_titles(&outcome.sources),
    ]
}

fn asks(person: &mut Person) {
    person.chord(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::A);
}

#[test]
fn a_printed_sentence_is_added_in_six_actions_from_any_room() {
    for room in Tab::ALL {
        let mut person = Person::at(Window::open());
        person.window.harness.state_mut().state.act(Action::Show(room));
        person.window.run();
        asks(&mut person);
        person.types(PRINTED);
        person.presses(Key::Enter);
        assert!(person.actions <= 6, "{room:?}: {}", person.actions);
        let expected = ["Looked-after children", "Wolverhampton", "780 (2014) before, 626 (2016) after"];
        assert_eq!(last(&person)[..3], expected, "{room:?}");
        assert_eq!(last(&person)[3..], ["Outcomes of Wolverhampton", "Own figures"], "{room:?}");
        assert_eq!(person.window.state().views.room, room);
        // One step, which goes back with all that was made for it.
        let count = person.window.state().document.original.programmes.len();
        person.window.harness.state_mut().state.act(Action::Undo);
        person.window.run();
        assert_eq!(person.window.state().document.original.programmes.len(), count - 1, "{room:?}");
        assert!(person.window.state().document.original.sources.iter().all(|source| source.title != "Own figures"));
    }
}

#[test]
fn a_button_asks_for_a_sentence_where_one_would_look() {
    for (room, council) in [(Tab::Edit, None), (Tab::Council, Some("leeds"))] {
        let mut person = Person::at(Window::open());
        person.window.harness.state_mut().state.act(Action::Show(room));
        if let Some(council) = council {
            person.window.harness.state_mut().state.act(Action::GoTo(CouncilId::new(council)));
        }
        person.window.run();
        person.clicks("Add an outcome…");
        person.types(if council.is_some() {
            "Fostering enquiries 52 to 81"
        } else {
            "Fostering enquiries 52 to 81, Leeds"
        });
        person.presses(Key::Enter);
        assert_eq!(
            (person.actions, &last(&person)[..2]),
            (3, &["Fostering enquiries".to_owned(), "Leeds".to_owned()][..])
        );
    }
}

#[test]
fn what_is_missing_is_asked_for_in_the_same_form() {
    let mut person = Person::at(Window::open());
    asks(&mut person);
    person.types("Looked-after children down from 780 to 626");
    person.presses(Key::Enter);
    assert!(
        described(&person.window, SENTENCE).contains("Whose figure is it?"),
        "{}",
        described(&person.window, SENTENCE)
    );
    assert!(person.window.state().document.is_read_only, "nothing is added");
    // The cursor is in the field that is asked for.
    person.types("wolverhampton");
    person.presses(Key::Enter);
    person.presses(Key::Enter);
    assert_eq!((last(&person)[1].as_str(), person.actions), ("Wolverhampton", 6));
}

#[test]
fn no_field_of_quick_entry_moves_while_somebody_types() {
    let mut person = Person::at(Window::open());
    asks(&mut person);
    let at = |person: &Person| {
        [SENTENCE, "What was counted", "Council", "Programme (optional)", "Source"]
            .map(|label| field(&person.window, label).rect().top())
    };
    let before = at(&person);
    for typed in [
        "Look",
        "ed-after children c to 12",
        ", 5\u{2013}3 Leeds Wolverhampton £1.2m doubled 2014 2015 2016 2017 2018 2019 ".repeat(4).as_str(),
    ] {
        person.types(typed);
        for (now, was) in at(&person).iter().zip(&before) {
            assert!((now - was).abs() < 1.0, "{typed}: {:?} {before:?}", at(&person));
        }
    }
    person.presses(Key::Escape);
    assert!(person.window.state().editor.quick.is_none());
}

#[test]
fn ctrl_enter_adds_and_asks_for_the_next_one() {
    let mut person = Person::at(Window::open());
    asks(&mut person);
    person.types(PRINTED);
    person.chord(Modifiers::COMMAND, Key::Enter);
    person.types("Looked-after children down from 626 to 600, Wolverhampton");
    person.chord(Modifiers::COMMAND, Key::Enter);
    let dataset = &person.window.state().document.original;
    assert_eq!(dataset.programmes.last().map(|programme| programme.outcomes.len()), Some(2));
    assert_eq!(dataset.sources.iter().filter(|source| source.title == "Own figures").count(), 1);
    assert!(person.window.state().editor.quick.is_some());
}
