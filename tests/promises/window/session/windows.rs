//! Two windows of the application know of each other's files.

use super::*;

#[test]
fn a_file_open_in_another_window_is_told_and_can_be_read_only() {
    let desk = Desk::new();
    let path = desk.file("mine.ron");
    let mut first = desk.start(Some(&path));
    let mut second = desk.start(Some(&path));
    second.assert_says("mine.ron is open in another window");
    second.press(Key::Escape);
    assert_eq!(second.state().document.name, "built-in dataset");
    second.drop_file(&path);
    second.press(Key::Enter);
    assert_eq!(second.state().document.title(), "mine.ron (read-only)");
    second.press_with(Modifiers::COMMAND, Key::Num6);
    second.assert_says("This file was opened to be read only");
    assert!(!second.text().contains("built-in example"), "it is not the example");
    second.retitle("Theirs");
    second.assert_says("Make a copy to edit?");
    second.press(Key::Escape);
    // Changes there are noticed here.
    first.retitle("Ours");
    first.save();
    second.look();
    second.click(Role::Button, "Take theirs");
    assert_eq!(second.title(), "Ours");
}

#[test]
fn opened_anyway_neither_window_writes_over_the_other_unseen() {
    let desk = Desk::new();
    let path = desk.file("mine.ron");
    let mut first = desk.start(Some(&path));
    let mut second = desk.start(Some(&path));
    second.click(Role::Button, "Open anyway");
    second.retitle("Theirs");
    second.save();
    first.retitle("Ours");
    first.save();
    assert_eq!(title_in(&path), "Theirs");
    assert!(first.is_unsaved() && first.bar().contains("KeepMine"), "{}", first.bar());
}

#[test]
fn the_same_file_again_in_one_window_is_no_second_window() {
    let desk = Desk::new();
    let path = desk.file("mine.ron");
    let mut window = desk.start(Some(&path));
    window.drop_file(&path);
    assert!(!window.text().contains("is open in another window"), "{}", window.text());
    // Once it is left it is free.
    window.menu("File", "Built-in dataset: programmes and claims");
    let other = desk.start(Some(&path));
    assert_eq!(other.state().document.name, "mine.ron");
    assert!(other.state().confirm_view().is_none());
}

#[test]
fn save_as_does_not_take_a_file_from_another_window() {
    let desk = Desk::new();
    let path = desk.file("theirs.ron");
    let _theirs = desk.start(Some(&path));
    let (mut window, _) = desk.edited();
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.write_path(&path);
    window.click(Role::CheckBox, "Replace the file that is there");
    window.click(Role::Button, "Save");
    assert!(window.bar().contains("open in another window"), "{}", window.bar());
    assert_eq!((title_in(&path).as_str(), window.is_unsaved()), ("A small dataset", true));
}
