//! Forms keep still and stay usable: no field moves while somebody types, whatever is said below it, and no length of text breaks
//! the window.

use super::editing::{Person, described, field, text_of};
use super::*;
use sidebyside::app::Room;

#[test]
fn no_field_moves_while_somebody_types() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    let watched = ["Level before", "When before", "Level after", "When after", "Over what time"];
    // To the whole point: a field with the cursor in it is rounded otherwise.
    let at = |person: &Person| {
        watched.map(|label| {
            let rect = field(&person.window, label).rect();
            [rect.left(), rect.top()].map(|x| (x / 2.0).round())
        })
    };
    let before = at(&person);
    for (label, typed) in [
        ("Level after", "-5 abc"),
        ("Level after", "soon, or a little later than soon, as far as anybody can tell from what was printed"),
        ("When after", "2016/2017"),
        ("Level before", ""),
    ] {
        person.writes(label, typed);
        assert_eq!(at(&person), before, "after {typed:?} in {label}");
        person.chord(Modifiers::COMMAND, Key::Z);
        assert_eq!(at(&person), before, "after {typed:?} in {label} was taken back");
    }
    // A finding of the check likewise: the after of this is before its before.
    person.writes("When after", "2011");
    assert_eq!(at(&person), before);
}

#[test]
fn a_text_of_ten_thousand_characters_is_refused_and_kept() {
    let long = "Fostering ".repeat(1000);
    let mut person = Person::begin();
    person.makes_a_dataset();
    let before = person.file();
    for (part, label) in [
        ("Edit Foster with us", "Name of the programme"),
        ("Edit Leeds", "Name"),
        ("Edit Fostering enquiries", "Name of the indicator"),
        ("Edit Annual report 2017", "Title"),
    ] {
        person.clicks(part);
        person.writes(label, &long);
        assert_eq!(text_of(&person.window, label), long, "{label}");
        let said = described(&person.window, label);
        assert!(said.contains("has 10000 characters, and at most 500"), "{label}: {said}");
        assert_eq!(person.file(), before, "{label}");
    }
    for room in [Room::Overview, Room::Compare, Room::Edit] {
        person.window.harness.state_mut().state.act(sidebyside::app::Action::Show(room), &egui::Context::default());
        person.window.run();
        let screen = person.window.harness.ctx.content_rect();
        assert!(screen.width() < 3000.0, "{room:?}");
    }
}
