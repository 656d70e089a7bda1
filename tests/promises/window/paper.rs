//! Paper: Ctrl+P hands a PDF of the room to the printing, or saves it where there is none; a booklet goes where the reader says.

use std::sync::{Arc, Mutex};

use super::exporting::write;
use super::*;
use crate::exports::pdf;
use sidebyside::app::{Action, Printer, Tab};
use sidebyside::model::CouncilId;
use tempfile::TempDir;

const PATH: &str = "Path of the file:";

/// A window whose printing takes every file and keeps its words, page by page.
fn printing() -> (Window, Arc<Mutex<Vec<Vec<String>>>>) {
    let printed = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&printed);
    let mut window = Window::open();
    window.harness.state_mut().state.print_by(Printer::new(move |path| {
        kept.lock().unwrap().push(pdf::pages(&std::fs::read(path).unwrap()));
        Ok(())
    }));
    (window, printed)
}

fn act(window: &mut Window, action: Action) {
    window.harness.state_mut().state.act(action);
    window.run();
}

/// All that was told so far.
fn told(window: &Window) -> String {
    window.state().notices.log.iter().map(|notice| notice.text.as_str()).collect::<Vec<_>>().join("\n")
}

fn go_to(window: &mut Window, council: &str) {
    act(window, Action::GoTo(CouncilId::new(council)));
    act(window, Action::Show(Tab::Council));
}

#[test]
fn ctrl_p_prints_what_the_room_shows() {
    let (mut window, printed) = printing();
    go_to(&mut window, "staffordshire");
    window.press_with(Modifiers::COMMAND, Key::P);
    assert!(told(&window).contains("Handed to the printer."), "{}", told(&window));
    act(&mut window, Action::Pin(CouncilId::new("leeds")));
    act(&mut window, Action::Pin(CouncilId::new("brighton-and-hove")));
    for (room, said) in [(Tab::SideBySide, "Brighton and Hove"), (Tab::Compare, "Source"), (Tab::Overview, "Source")] {
        act(&mut window, Action::Show(room));
        window.press_with(Modifiers::COMMAND, Key::P);
        let printed = printed.lock().unwrap();
        assert!(printed.last().unwrap().concat().contains(said), "{room:?}");
    }
    let printed = printed.lock().unwrap();
    assert_eq!(printed.len(), 4);
    assert!(printed[0][0].starts_with("Staffordshire") && printed[0].concat().contains("Six outcomes published"));
}

#[test]
fn a_table_is_not_printed_and_says_what_to_do() {
    let (mut window, printed) = printing();
    act(&mut window, Action::Show(Tab::Table));
    window.press_with(Modifiers::COMMAND, Key::P);
    assert!(told(&window).contains("a table is printed from a spreadsheet"), "{}", told(&window));
    assert!(printed.lock().unwrap().is_empty());
}

#[test]
fn where_nothing_prints_the_same_pages_are_saved() {
    let folder = TempDir::new().unwrap();
    let mut window = Window::open();
    go_to(&mut window, "leeds");
    window.click(Role::Button, "Print");
    assert!(told(&window).contains("Save it as a PDF instead"), "{}", told(&window));
    let file = folder.path().join("leeds.pdf");
    std::fs::write(&file, "mine").unwrap();
    write(&mut window, Role::TextInput, PATH, &file.display().to_string());
    window.click(Role::Button, "Save");
    assert_eq!(std::fs::read(&file).unwrap(), b"mine", "nobody agreed to replace it");
    window.click(Role::CheckBox, "Replace the file that is there");
    window.click(Role::Button, "Save");
    let pages = pdf::pages(&std::fs::read(&file).unwrap());
    assert!(pages[0].starts_with("Leeds"), "{}", pages[0]);
}

#[test]
fn a_booklet_has_the_ticked_councils_or_all() {
    let folder = TempDir::new().unwrap();
    let mut window = Window::open();
    act(&mut window, Action::Pin(CouncilId::new("leeds")));
    act(&mut window, Action::Pin(CouncilId::new("devon")));
    window.menu("File", "Save a booklet…");
    let file = folder.path().join("two");
    write(&mut window, Role::TextInput, PATH, &file.display().to_string());
    window.click(Role::Button, "Save");
    let pages = pdf::pages(&std::fs::read(file.with_extension("pdf")).unwrap());
    assert!(pages[0].contains("2 councils and bodies") && pages[0].contains("Devon2"), "{}", pages[0]);
    assert!(told(&window).contains("two.pdf"), "{}", told(&window));
}

#[test]
fn programmes_stand_two_by_two_and_say_whose_words_they_tell() {
    let mut window = Window::open();
    go_to(&mut window, "staffordshire");
    let top = |window: &Window, heading: &str| window.node(Role::Heading, heading).rect();
    let (first, second) = (top(&window, "Edge of Care"), top(&window, "Targeted family help"));
    assert!((first.top() - second.top()).abs() < 1.0 && second.left() > first.right(), "{first} {second}");
    window.assert_says("Six outcomes published, two of them with before and after: two rates fell");
    window.assert_says("Also claimed of Staffordshire:");
    window.harness.set_size(vec2(760.0, 700.0));
    window.run();
    assert!(top(&window, "Targeted family help").top() > top(&window, "Edge of Care").bottom(), "one below the other");
}
