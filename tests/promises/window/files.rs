//! Opening and saving a copy: what is asked, what is told, and that nothing is overwritten or lost by chance.

use super::*;
use sidebyside::app::Action;
use sidebyside::dataset::load_file;
use tempfile::TempDir;

const PATH: &str = "Path of the file:";

fn ask_to_open(window: &mut Window, path: &Path) {
    window.menu("File", "Open…");
    window.assert_says("Open a dataset");
    write_path(window, path);
    window.click(Role::Button, "Open");
}

/// Replaces what the field suggests.
fn write_path(window: &mut Window, path: &Path) {
    window.node(Role::TextInput, PATH).focus();
    window.press_with(Modifiers::COMMAND, Key::A);
    window.harness.event(egui::Event::Text(path.display().to_string()));
    window.run();
}

fn is_asking(window: &Window) -> bool {
    window.has(Role::TextInput, PATH)
}

#[test]
fn the_path_of_a_dataset_opens_it() {
    let mut window = Window::open();
    ask_to_open(&mut window, &test_data("valid/small.ron"));
    assert!(!is_asking(&window));
    assert_eq!(window.state().document.title(), "small.ron");
    window.click(Role::Button, "Menu");
    window.assert_says("1 programme");
    window.press(Key::Escape);
    assert_eq!(window.listed(), ["Anyshire", "Elsewhere"]);
    assert_eq!(window.alerts().len(), 1);
    assert!(window.alerts()[0].starts_with("Opened small.ron"), "{:?}", window.alerts());
    window.menu("File", "Built-in dataset: programmes and claims");
    assert_eq!(window.state().document.title(), "built-in dataset");
    assert!(window.listed().len() > 40);
}

#[test]
fn every_valid_dataset_can_be_walked_through() {
    for entry in std::fs::read_dir(test_data("valid")).unwrap() {
        let path = entry.unwrap().path();
        let mut window = Window::open();
        window.drop_file(&path);
        for room in ["Overview", "Compare", "Council"] {
            window.click(Role::Tab, &format!("Room: {room}"));
        }
        for name in window.listed() {
            window.go_to(&name);
        }
    }
}

#[test]
fn a_damaged_file_is_told_with_its_place_the_open_one_stays() {
    let mut window = Window::open();
    ask_to_open(&mut window, &test_data("invalid/missing-comma.ron"));
    let alerts = window.alerts();
    assert_eq!(alerts.len(), 1, "{alerts:?}");
    assert!(alerts[0].starts_with("Not opened; what was open stays open."), "{alerts:?}");
    let place = alerts[0].split("missing-comma.ron:").nth(1).expect("the file is named with its line");
    assert!(place.starts_with(|c: char| c.is_ascii_digit()), "{alerts:?}");
    assert_eq!(window.state().document.title(), "built-in dataset");
    assert!(window.listed().len() > 40);
}

#[test]
fn a_truncated_file_is_told_to_lack_brackets_or_quotes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("half.ron");
    let whole = std::fs::read_to_string(test_data("valid/small.ron")).unwrap();
    std::fs::write(&path, whole.trim_end().strip_suffix(')').unwrap()).unwrap();
    let mut window = Window::open();
    ask_to_open(&mut window, &path);
    let told = window.alerts().join(" ");
    let fix = told.split("ends in the middle").nth(1).unwrap_or_else(|| panic!("{told}"));
    assert!(fix.contains("bracket") && fix.contains("quote") && !fix.contains("open"), "{told}");
}

#[test]
fn a_file_that_is_not_there_is_told() {
    let mut window = Window::open();
    ask_to_open(&mut window, Path::new("no-such-dataset.ron"));
    assert!(window.alerts()[0].contains("no-such-dataset.ron: there is no such file"), "{:?}", window.alerts());
}

#[test]
fn a_file_dropped_onto_the_window_is_opened() {
    let mut window = Window::open();
    window.drop_file(&test_data("valid/every-form.ron"));
    assert_eq!(window.state().document.title(), "every-form.ron");
    assert!(window.listed().iter().any(|name| name == "Anyshire"));
}

#[test]
fn a_notice_is_put_away_by_its_button() {
    let mut window = Window::open();
    window.drop_file(&test_data("invalid/missing-comma.ron"));
    assert_eq!(window.alerts().len(), 1);
    window.click(Role::Button, "Dismiss");
    assert!(window.alerts().is_empty());
}

#[test]
fn cancel_and_escape_leave_everything_as_it_is() {
    for by_key in [false, true] {
        let mut window = Window::open();
        window.press_with(Modifiers::COMMAND, Key::O);
        assert!(is_asking(&window));
        if by_key {
            window.press(Key::Escape);
        } else {
            window.click(Role::Button, "Cancel");
        }
        assert!(!is_asking(&window));
        assert!(window.alerts().is_empty());
        assert_eq!(window.state().document.title(), "built-in dataset");
    }
}

#[test]
fn a_saved_copy_loads_to_the_same_dataset() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("copy.ron");
    let mut window = Window::open();
    window.menu("File", "Save a copy…");
    write_path(&mut window, &path);
    window.click(Role::Button, "Save");
    let told = "It is written in format 2, because it holds links to official statistics: older versions of Side by Side can't open it";
    assert_eq!(window.alerts(), [format!("Saved {}. {told}", path.display())]);
    let copy = load_file(&path).expect("the copy loads");
    assert_eq!(copy.dataset, *window.state().document.dataset);
}

#[test]
fn a_name_without_an_ending_gets_the_right_one() {
    let folder = TempDir::new().unwrap();
    let mut window = Window::open();
    window.menu("File", "Save a copy…");
    write_path(&mut window, &folder.path().join("copy"));
    window.press(Key::Enter);
    assert!(folder.path().join("copy.ron").exists(), "{:?}", window.alerts());
}

#[test]
fn a_folder_that_is_not_there_is_told_and_the_window_goes_on() {
    let folder = TempDir::new().unwrap();
    let mut window = Window::open();
    window.menu("File", "Save a copy…");
    write_path(&mut window, &folder.path().join("nowhere/copy.ron"));
    window.click(Role::Button, "Save");
    assert_eq!(window.alerts().len(), 1, "{:?}", window.alerts());
    assert!(window.alerts()[0].contains("nowhere: there is no such folder"), "{:?}", window.alerts());
    window.click(Role::Tab, "Room: Compare");
}

#[test]
fn what_is_being_saved_when_the_window_closes_is_saved() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("copy.ron");
    let mut window = Window::open();
    let state = &mut window.harness.state_mut().state;
    let question = sidebyside::app::Question::SaveCopy;
    let replace = sidebyside::app::Replace::NotAsked;
    state.act(Action::Answer(question, path.clone(), replace));
    eframe::App::on_exit(window.harness.state_mut(), None);
    assert!(load_file(&path).is_ok());
}

#[test]
fn to_replace_one_file_is_not_to_replace_the_next_that_is_named() {
    let folder = TempDir::new().unwrap();
    let [first, second] = ["first.ron", "second.ron"].map(|name| folder.path().join(name));
    for path in [&first, &second] {
        std::fs::copy(test_data("valid/small.ron"), path).unwrap();
    }
    let mut window = Window::open();
    window.menu("File", "Save a copy…");
    write_path(&mut window, &first);
    window.click(Role::CheckBox, "Replace the file that is there");
    assert!(window.is_on(Role::CheckBox, "Replace the file that is there"));
    write_path(&mut window, &second);
    assert!(!window.is_on(Role::CheckBox, "Replace the file that is there"));
}

#[test]
fn opening_that_is_stopped_leaves_what_was_open_and_says_so() {
    let mut window = Window::open();
    let before = window.state().document.dataset.title.clone();
    let path = test_data("valid/small.ron");
    let state = &mut window.harness.state_mut().state;
    state.act(Action::Open(path.clone()));
    // Whether the file is read by now or not: what was stopped is not taken in.
    assert_eq!(state.why_not(&Action::StopWork), None, "it can be stopped");
    state.act(Action::StopWork);
    window.run();
    assert_eq!(window.state().document.dataset.title, before);
    assert!(window.alerts().iter().any(|told| told.starts_with("Opening was stopped")), "{:?}", window.alerts());
    assert!(window.state().why_not(&Action::StopWork).is_some());
    let state = &mut window.harness.state_mut().state;
    state.act(Action::Open(path));
    window.run();
    assert_ne!(window.state().document.dataset.title, before, "and is opened when asked for again");
}

#[test]
fn a_proposed_name_is_a_whole_path_whose_stem_typing_replaces() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::N);
    window.press_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    let field = |window: &Window| {
        let node = window.node(Role::TextInput, "Path of the file:");
        node.accesskit_node().value().unwrap_or_default()
    };
    let proposed = field(&window);
    assert!(Path::new(&proposed).is_absolute(), "{proposed}");
    window.harness.event(egui::Event::Text("mine".to_owned()));
    window.run();
    assert_eq!(Path::new(&field(&window)), Path::new(&proposed).with_file_name("mine.ron"));
    window.press(Key::Escape);
    // The figure likewise.
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::E);
    window.harness.event(egui::Event::Text("mine".to_owned()));
    window.run();
    let typed = window.node(Role::TextInput, "Save as").accesskit_node().value().unwrap_or_default();
    assert_eq!(typed, "mine.svg");
    window.assert_says(&format!("in {}", env!("CARGO_TARGET_TMPDIR")));
}

#[test]
fn opening_looks_in_the_folders_of_the_open_and_the_last_file() {
    let mut window = Window::open();
    let file = test_data("valid/small.ron");
    let proposed = |window: &mut Window| {
        window.press_with(Modifiers::COMMAND, Key::O);
        let node = window.node(Role::TextInput, "Path of the file:");
        let typed = node.accesskit_node().value().unwrap_or_default();
        window.press(Key::Escape);
        assert!(Path::new(&typed).is_absolute() && typed.ends_with(std::path::MAIN_SEPARATOR), "{typed}");
        PathBuf::from(typed)
    };
    proposed(&mut window);
    window.drop_file(&file);
    assert_eq!(proposed(&mut window), file.parent().unwrap());
    // The built-in dataset has no file, and the one before it had.
    window.harness.state_mut().state.act(Action::OpenBuiltIn(sidebyside::dataset::BuiltIn::Claims));
    window.run();
    assert_eq!(proposed(&mut window), file.parent().unwrap());
}
