//! Keys go to what is in front, and only those that are meant: Escape closes one thing at a time, and a letter typed with Ctrl and Alt
//! is no shortcut.

use super::*;
use sidebyside::app::Tab;

#[test]
fn escape_closes_what_is_in_front_and_leaves_what_is_behind() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num6);
    window.type_into("Search the contents of the dataset", "the");
    for (modifiers, key) in [(Modifiers::NONE, Key::F1), (Modifiers::COMMAND, Key::K), (Modifiers::COMMAND, Key::O)] {
        window.press_with(modifiers, key);
        assert!(window.state().is_asking() || window.state().window.overlay.is_some(), "{key:?} opens a dialog");
        window.press(Key::Escape);
        assert!(!window.state().is_asking() && window.state().window.overlay.is_none(), "{key:?}");
        assert_eq!(window.state().editor.search, "the", "{key:?}");
    }
    window.press(Key::Escape);
    assert_eq!(window.state().editor.search, "");
}

#[test]
fn a_key_with_ctrl_and_alt_types_a_letter_and_is_no_shortcut() {
    let mut window = Window::open();
    let both = Modifiers::COMMAND.plus(Modifiers::CTRL).plus(Modifiers::ALT);
    for key in [Key::E, Key::Q, Key::K, Key::N, Key::Num2, Key::O] {
        window.press_with(both, key);
        assert!(!window.state().is_asking() && window.state().window.overlay.is_none(), "{key:?}");
        assert!(!window.state().session.is_closing, "{key:?}");
        assert_eq!(window.state().views.room, Tab::Overview, "{key:?}");
    }
    window.type_into(SEARCH, "leeds");
    // All of it would be marked, and the next letter would take its place.
    window.press_with(both, Key::A);
    window.harness.event(egui::Event::Text("!".to_owned()));
    window.run();
    assert_eq!(window.state().views.filters.search, "leeds!");
}

#[test]
fn what_is_pasted_into_the_palette_is_not_told_back_whole() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::K);
    window.harness.event(egui::Event::Paste("lorem ".repeat(20_000)));
    window.run();
    assert!(window.text().len() < 20_000, "{} bytes on screen", window.text().len());
}

#[test]
fn the_palettes_field_stays_where_it_is_while_somebody_types() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::K);
    let place = |window: &Window| {
        let fields = window.harness.query_all_by_role(Role::TextInput);
        fields
            .into_iter()
            .find(|node| name_of(node).is_some_and(|name| name.starts_with("Find a command")))
            .unwrap()
            .rect()
    };
    let empty = place(&window);
    for more in ["leeds", "zzzz"] {
        window.harness.event(egui::Event::Text(more.to_owned()));
        window.run();
        assert_eq!(place(&window), empty, "{more}");
    }
}
