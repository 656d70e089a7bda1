//! A dataset that is only begun: in every room words say what to do, and a button does it.

use super::*;
use sidebyside::app::{Action, EditorAction, Tab};
use sidebyside::edit::PartKind;

/// A new dataset with these parts, seen in a room.
fn begun(parts: &[PartKind], room: Tab) -> Window {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::N);
    for part in parts {
        window.harness.state_mut().state.act(Action::Editor(EditorAction::Add(*part)));
        window.run();
    }
    window.harness.state_mut().state.act(Action::Show(room));
    window.run();
    if room == Tab::Council
        && let Some(council) = window.state().document.dataset.councils.first().map(|council| council.id.clone())
    {
        window.harness.state_mut().state.act(Action::GoTo(council));
        window.run();
    }
    window
}

#[test]
fn in_every_room_of_a_dataset_only_begun_a_button_goes_on() {
    let begun_so_far: [(&[PartKind], &str, &str); 4] = [
        (&[], "Add a programme", "Name of the programme"),
        (&[PartKind::Council], "Add a programme", "Name of the programme"),
        (&[], "Add an outcome…", "The sentence as it is printed"),
        (&[PartKind::Council, PartKind::Programme], "Add an outcome…", "The sentence as it is printed"),
    ];
    for (parts, button, field) in begun_so_far {
        for room in Tab::ALL.into_iter().filter(|room| *room != Tab::Edit) {
            let mut window = begun(parts, room);
            let what = format!("{parts:?} in {room:?}");
            for line in window.text().lines() {
                let ends_in_nothing = line.trim_end().ends_with("Source:") || line.trim_end() == "Compare:";
                assert!(!ends_in_nothing, "{what}: {line:?} says nothing");
            }
            assert!(window.has(Role::Button, button), "{what}: {:#?}", window.names(Role::Button));
            window.activate(Role::Button, button);
            let next = if button == "Add a programme" { Tab::Edit } else { room };
            assert_eq!(window.state().views.room, next, "{what}");
            assert!(window.has(Role::TextInput, field), "{what}: {:#?}", window.names(Role::TextInput));
        }
    }
}
