//! Deleting what others refer to, through the tree of the parts: the question says what goes, and one undo brings all of it back.

use super::editing::Person;
use super::*;
use sidebyside::app::{Action, EditorAction, Group};
use sidebyside::edit::Part;

/// A copy of the example in the room Edit, with every list of the tree shown.
fn person() -> Person {
    let mut person = Person::at(Window::open());
    let state = &mut person.window.harness.state_mut().state;
    state.act(Action::MakeCopy);
    state.act(Action::Show(sidebyside::app::Tab::Edit));
    for group in Group::ALL {
        if state.editor.folded.contains(&group) {
            state.act(Action::Editor(EditorAction::Fold(group)));
        }
    }
    person.window.run();
    person
}

/// Deletes the part of this name, found in the tree by its name.
fn deletes(person: &mut Person, name: &str, told: &[&str]) {
    person.window.type_into("Search the contents of the dataset", name);
    person.window.click(Role::Button, &format!("Edit {name}"));
    let whole = person.file();
    let steps = person.window.state().document.history.undo_label().map(str::to_owned);
    person.clicks("Delete…");
    person.window.assert_says(&format!("Delete {name}?"));
    for words in told {
        person.window.assert_says(words);
    }
    assert_eq!(person.file(), whole, "asking deletes nothing");
    person.clicks("Delete");
    let rest = person.file();
    assert_ne!(rest, whole);
    person.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(person.file(), whole, "one undo brings all of {name} back");
    let state = person.window.state();
    let shown = Part::at(&state.document.original, state.editor.place).map(|part| part.name(&state.document.original));
    assert_eq!(shown.as_deref(), Some(name), "undo leads to what came back");
    assert_eq!(person.window.state().document.history.undo_label().map(str::to_owned), steps);
    person.chord(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
    assert_eq!(person.file(), rest, "and redo takes all of it again");
}

#[test]
fn deleting_a_council_takes_its_programmes_along_and_back() {
    let mut person = person();
    deletes(&mut person, "Leeds", &["3 programmes and 6 outcomes go with it.", "Child Friendly Leeds", "Goes with it"]);
    let dataset = person.window.state().document.original.clone();
    assert!(dataset.programmes.iter().all(|programme| !programme.name.contains("Child Friendly Leeds")));
    assert!(dataset.outcomes().all(|located| located.outcome.places.iter().all(|id| id.as_str() != "leeds")));
}

#[test]
fn deleting_an_indicator_takes_its_outcomes_along_and_back() {
    let mut person = person();
    let count = |person: &Person| person.window.state().document.original.outcomes().count();
    let before = count(&person);
    deletes(&mut person, "Looked-after children", &["outcomes go with it", "Goes with it: Looked-after children, "]);
    assert!(count(&person) + 5 < before, "{before} outcomes, then {}", count(&person));
}

#[test]
fn deleting_a_document_leaves_its_outcomes_and_says_so() {
    let mut person = person();
    let dataset = person.window.state().document.original.clone();
    let title = dataset.sources[0].title.clone();
    deletes(&mut person, &title, &["Stops naming it"]);
    let rest = person.window.state().document.original.clone();
    assert_eq!(rest.outcomes().count(), dataset.outcomes().count());
    assert_ne!(person.window.state().editor.findings.len(), 0, "those that lost their only document are told");
}
