//! What a figure is for: arrow keys go from use to use, the last use counts for copies and for many figures, and the folder can be typed.

use super::*;
use sidebyside::app::{Action, AllStep, BatchSubject, Preset};
use tempfile::TempDir;

#[test]
fn arrow_keys_go_from_one_use_of_a_figure_to_the_next() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.press_with(Modifiers::COMMAND, Key::E);
    window.node(Role::RadioButton, "Page width: 160 mm wide, in a paper").focus();
    window.run();
    let chosen = |window: &Window| window.state().export.dialog.as_ref().unwrap().draft.sizing.preset;
    for (key, preset) in [
        (Key::ArrowDown, Preset::Half),
        (Key::ArrowRight, Preset::Slide),
        (Key::ArrowUp, Preset::Half),
        (Key::ArrowUp, Preset::Page),
        (Key::ArrowUp, Preset::Web),
    ] {
        window.press(key);
        assert_eq!(chosen(&window), Some(preset), "{key:?}");
    }
    assert!(window.node(Role::RadioButton, "Web: 700 pixels wide").is_focused());
}

#[test]
fn another_folder_is_typed_where_no_dialog_chooses_it() {
    let folder = TempDir::new().unwrap();
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.press_with(Modifiers::COMMAND, Key::E);
    window.click(Role::Button, "Another folder…");
    let field = window.node(Role::TextInput, "Folder");
    assert!(field.is_focused(), "it can be typed at once");
    window.press_with(Modifiers::COMMAND, Key::A);
    window.harness.event(egui::Event::Text(folder.path().display().to_string()));
    window.run();
    window.press(Key::Enter);
    let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 1, "{names:?}");
}

#[test]
fn figures_of_all_councils_take_a_use_in_place_of_a_width() {
    let mut window = Window::open();
    window.harness.state_mut().state.act(Action::AllCouncils(AllStep::Open(BatchSubject::Councils)));
    window.run();
    assert!(window.has(Role::TextInput, "Width"));
    window.click(Role::Button, "Page width: 160 mm wide, in a paper");
    assert_eq!(window.state().batch.dialog.as_ref().unwrap().draft.sizing.preset, Some(Preset::Page));
    assert!(!window.has(Role::TextInput, "Width"));
    window.click(Role::Button, "Set the size by hand");
    assert!(window.has(Role::TextInput, "Width"));
}
