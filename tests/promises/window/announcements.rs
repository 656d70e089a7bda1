//! What is heard and not seen: states that Linux has no word for stand in names, and what changes out of sight is told.

use super::editing::{Person, described};
use super::exporting::{PATH, write};
use super::*;
use sidebyside::app::{Action, EditorAction};
use sidebyside::edit::PartKind;

#[track_caller]
fn assert_heard(window: &Window, words: &str) {
    let heard = window.heard();
    assert!(heard.iter().any(|said| said.trim_end() == words), "{words:?} is not heard but {heard:?}");
}

#[test]
fn a_box_of_choices_says_the_chosen_one_in_its_name() {
    let mut window = Window::open();
    window.click(Role::Button, "Compare fostering enquiries");
    assert!(
        window.has(Role::ComboBox, "Concept to compare: Fostering enquiries (2)"),
        "{:?}",
        window.names(Role::ComboBox)
    );
    window.activate(Role::DisclosureTriangle, "Filters, folded");
    assert!(window.has(Role::ComboBox, "Filter by region: Every region"));
    window.choose("Filter by region", "West Midlands");
    let region = window.node(Role::ComboBox, "Filter by region: West Midlands");
    assert_eq!(region.accesskit_node().value(), None, "and says it once");
}

/// Opens a dialog.
type Open = fn(&mut Window);

#[test]
fn every_dialog_has_a_name_and_is_modal() {
    let open: [(&str, Open); 3] = [
        ("Save the figure", |window| window.press_with(Modifiers::COMMAND, Key::E)),
        ("Save figures of all councils", |window| window.menu("File", "Save figures of all councils…")),
        ("Notices", |window| window.menu("Help", "Notices")),
    ];
    for (name, open) in open {
        let mut window = Window::open();
        open(&mut window);
        assert!(window.node(Role::Dialog, name).accesskit_node().is_modal(), "{name}");
    }
}

#[test]
fn a_fold_says_that_it_is_folded_and_why_says_of_what() {
    let mut window = Window::open();
    window.activate(Role::DisclosureTriangle, "Filters, folded");
    assert!(window.has(Role::DisclosureTriangle, "Filters"), "{:?}", window.names(Role::DisclosureTriangle));
    window.click(Role::Button, "Compare fostering enquiries");
    let outcomes: Vec<String> = window.data();
    let mut asked = 0;
    for datum in outcomes {
        window.activate(Role::ListItem, &datum);
        let whys: Vec<String> =
            window.names(Role::DisclosureTriangle).into_iter().filter(|name| name.starts_with("Why? ")).collect();
        asked += whys.len();
        assert!(whys.iter().all(|name| name.len() > "Why? , folded".len() && name.ends_with(", folded")), "{whys:?}");
        let mut alone = whys.clone();
        alone.dedup();
        assert_eq!(alone, whys);
    }
    assert!(asked > 0, "an outcome of these has a caution");
}

#[test]
fn search_and_filters_tell_how_many_councils_are_left() {
    let mut window = Window::open();
    assert!(window.heard().is_empty(), "{:?}", window.heard());
    window.type_into(SEARCH, "leeds");
    let n = window.listed().len();
    let count = if n == 1 { "1 council or body".to_owned() } else { format!("{n} councils and bodies") };
    assert_heard(&window, &count);
    window.type_into(SEARCH, "zzz");
    assert_heard(&window, "No council fits");
    window.narrow_to_nobody();
    assert_heard(&window, "No council fits. Nothing to draw.");
    window.press(Key::Escape);
    let all = window.listed().len();
    assert_heard(&window, &format!("{all} councils and bodies"));
}

#[test]
fn the_palette_tells_how_much_it_found() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::K);
    window.harness.event(egui::Event::Text("notices".to_owned()));
    window.run();
    assert!(window.heard().iter().any(|said| said.contains("found")), "{:?}", window.heard());
    window.harness.event(egui::Event::Text("zzzz".to_owned()));
    window.run();
    assert_heard(&window, "Nothing found");
}

#[test]
fn pins_are_told() {
    let mut window = Window::open();
    window.activate(Role::CheckBox, "Tick Leeds");
    assert_heard(&window, "Ticked Leeds; 1 ticked");
    window.activate(Role::CheckBox, "Tick Leeds");
    assert_heard(&window, "Unticked Leeds; 0 ticked");
}

#[test]
fn a_sorted_column_says_so_and_the_open_row_too() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num5);
    window.activate(Role::ColumnHeader, "Council");
    assert!(window.has(Role::ColumnHeader, "Council, sorted upwards"), "{:?}", window.names(Role::ColumnHeader));
    assert_heard(&window, "Sorted by Council, upwards");
    window.activate(Role::ColumnHeader, "Council, sorted upwards");
    assert!(window.has(Role::ColumnHeader, "Council, sorted downwards"));
    let outcome = window.state().views.pages.table[1].outcome.clone();
    window.harness.state_mut().state.act(Action::Select(Some(outcome)));
    window.run();
    assert!(window.is_on(Role::Row, "Row 2, open"));
    assert!(!window.is_on(Role::Row, "Row 1"));
}

#[test]
fn copying_the_notices_is_told_each_time() {
    let mut window = Window::open();
    window.menu("Figure", "Copy table as cells");
    window.menu("Help", "Notices");
    window.click(Role::Button, "Copy all");
    let first = window.heard();
    assert_heard(&window, "Copied all notices");
    window.click(Role::Button, "Copy all");
    assert_heard(&window, "Copied all notices");
    assert_ne!(window.heard(), first, "words that stay as they are would not be spoken");
}

#[test]
fn what_is_wrong_in_a_field_is_heard_on_leaving_as_is_undo() {
    let mut person = Person::begin();
    person.types("Fostering in Leeds");
    person.clicks("Add a programme");
    person.writes("When", "soon");
    let told = described(&person.window, "When");
    let is_heard = |said: &String| told.contains(said.as_str());
    assert!(!person.window.heard().iter().any(is_heard), "not before the word is whole: {:?}", person.window.heard());
    person.presses(Key::Tab);
    let heard = person.window.heard();
    assert!(heard.iter().any(is_heard), "{told:?} is described and {heard:?} heard");
    person.writes("When", "2016");
    person.goes_into("Topic");
    person.chord(Modifiers::COMMAND, Key::Z);
    let heard = person.window.heard();
    assert!(heard.iter().any(|said| said.starts_with("Undone: ")), "{heard:?}");
    person.chord(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
    let heard = person.window.heard();
    assert!(heard.iter().any(|said| said.starts_with("Redone: ")), "{heard:?}");
}

#[test]
fn topics_programmes_and_sections_of_forms_are_headings() {
    let mut window = Window::open();
    let topics = window.state().views.pages.topics.clone();
    let headings = window.names(Role::Heading);
    assert!(topics.iter().any(|topic| headings.contains(topic)), "{headings:?} of {topics:?}");
    window.go_to("Leeds");
    let name =
        window.state().document.dataset.programmes.iter().find(|p| p.places.iter().any(|c| c.as_str() == "leeds"));
    for name in ["Leeds", name.unwrap().name.as_str()] {
        assert!(window.has(Role::Heading, name), "{name}: {:?}", window.names(Role::Heading));
    }
    window.press_with(Modifiers::COMMAND, Key::N);
    assert!(
        window.names(Role::Heading).iter().any(|name| name.starts_with("Add")),
        "{:?}",
        window.names(Role::Heading)
    );
}

#[test]
fn a_figure_is_described_without_its_name_and_bars_are_silent() {
    let mut window = Window::open();
    window.click(Role::Button, "Compare fostering enquiries");
    let figure = window.harness.query_all_by_role(Role::Figure).next().unwrap();
    let (name, about) =
        (name_of(&figure).unwrap(), figure.accesskit_node().data().description().unwrap_or_default().to_owned());
    assert!(!about.is_empty() && !about.starts_with(&name), "{name:?}: {about:?}");
    let bars = window.harness.query_all_by_role(Role::ScrollBar);
    assert_eq!(bars.filter(|bar| !bar.accesskit_node().is_hidden()).count(), 0);
}

#[test]
fn where_f8_leads_the_finding_is_described() {
    let mut person = Person::begin();
    person.types("Fostering in Leeds");
    person.clicks("Add a programme");
    let add = Action::Editor(EditorAction::Add(PartKind::Council));
    person.window.harness.state_mut().state.act(add);
    person.window.run();
    let found: Vec<String> = person.window.state().editor.findings.iter().map(|f| f.sentence[1..].to_owned()).collect();
    assert!(found.len() > 1, "{found:?}");
    for _ in 0..found.len() {
        person.presses(Key::F8);
        let node = person.window.harness.root().children_recursive().find(Node::is_focused).unwrap();
        let node = node.accesskit_node();
        let about = node.data().description().unwrap_or_default().to_owned();
        assert!(
            found.iter().any(|words| about.contains(words)),
            "{:?} is described by {about:?}; found {found:?}",
            node.label()
        );
    }
}

#[test]
fn save_stays_the_same_node_when_a_sentence_above_it_comes() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::E);
    let save = |window: &Window| window.node(Role::Button, "Save").accesskit_node().id();
    let before = save(&window);
    write(&mut window, Role::TextInput, PATH, "no such folder/figure");
    window.assert_says("There is no such folder");
    assert_eq!(save(&window), before);
}
