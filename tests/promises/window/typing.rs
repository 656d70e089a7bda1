//! What is typed and pasted into the window: paths with their quotes, names without accents, keys of other keyboards, marks of files.

use super::exporting::{PATH, write};
use super::*;
use sidebyside::app::Tab;

#[test]
fn a_path_is_read_as_it_is_pasted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("our counts.ron");
    std::fs::copy(test_data("valid/small.ron"), &path).unwrap();
    let plain = path.display().to_string();
    for pasted in [
        format!("\"{plain}\""),
        format!("'{plain}'"),
        format!("\u{201c}{plain}\u{201d}"),
        format!("file://{}", plain.replace(' ', "%20")),
    ] {
        let mut window = Window::open();
        window.menu("File", "Open…");
        write(&mut window, Role::TextInput, "Path of the file:", &pasted);
        window.click(Role::Button, "Open");
        assert_eq!(window.listed(), ["Anyshire", "Elsewhere"], "{pasted}: {:?}", window.alerts());
    }
}

#[test]
fn a_figure_is_saved_where_a_pasted_path_says() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    window.click(Role::Button, "Compare fostering enquiries");
    window.press_with(Modifiers::COMMAND, Key::E);
    let path = folder.path().join("our figure.csv");
    write(&mut window, Role::TextInput, PATH, &format!("\"{}\"", path.display()));
    window.assert_says("For Excel, save a workbook (XLSX)");
    window.click(Role::CheckBox, "Begin with a byte order mark");
    window.click(Role::Button, "Save");
    let bytes = std::fs::read(&path).unwrap();
    assert!(bytes.starts_with("\u{feff}council,".as_bytes()), "{:?}", &bytes[..12]);
    assert!(window.state().settings.figure.csv_mark, "the tick is remembered");
    window.press_with(Modifiers::COMMAND, Key::E);
    window.click(Role::Button, "Format: CSV");
    assert!(window.is_on(Role::CheckBox, "Begin with a byte order mark"));
}

#[test]
fn names_are_found_without_their_accents() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("accents.ron");
    let text = std::fs::read_to_string(test_data("valid/small.ron")).unwrap();
    std::fs::write(&path, text.replace("Anyshire", "Ynys Môn")).unwrap();
    for typed in ["ynys mon", "Ynys Mo\u{302}n", "YNYS MÔN"] {
        let mut window = Window::open();
        window.drop_file(&path);
        assert_eq!(window.state().find(typed, 1)[0].name, "Ynys Môn", "the palette, {typed}");
        window.type_into(SEARCH, typed);
        assert_eq!(window.listed(), ["Ynys Môn"], "the list, {typed}");
    }
}

#[test]
fn a_digit_goes_by_the_place_of_its_key() {
    let mut window = Window::open();
    // Ctrl and the key of 4 on a French keyboard.
    window.harness.event(egui::Event::Key {
        key: Key::Quote,
        physical_key: Some(Key::Num5),
        pressed: true,
        repeat: false,
        modifiers: Modifiers::COMMAND,
    });
    window.run();
    assert_eq!(window.state().views.room, Tab::Table);
}
