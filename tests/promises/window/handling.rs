//! Handling what is on screen: the menu of the right mouse button and of Shift+F10, ticking with Ctrl and Shift, the menu by F10 and
//! Alt, zoom by the wheel, one figure alone on the screen.

use super::*;
use sidebyside::app::{Action, SavedViewsStep, Tab};
use sidebyside::model::CouncilId;

const LEEDS: &str = "Leeds, looked-after children: fell by 15.5%";

fn compare() -> Window {
    let mut window = Window::open();
    window.click(Role::Button, "Compare looked-after children");
    window
}

/// What was copied in the last frames.
fn copied(window: &Window) -> Vec<String> {
    let commands = &window.harness.output().platform_output.commands;
    commands
        .iter()
        .filter_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
        .collect()
}

/// Activates an entry of the open menu, and gives what was copied by that.
fn copy_by(window: &mut Window, entry: &str) -> Vec<String> {
    window.node(Role::MenuItem, entry).click_accesskit();
    let mut found = Vec::new();
    for _ in 0..4 {
        window.harness.step();
        found.extend(copied(window));
    }
    window.run();
    found
}

#[test]
fn the_right_button_offers_what_a_datum_can_do() {
    let mut window = compare();
    let leeds = window.datum(LEEDS);
    window.node(Role::ListItem, &leeds).click_secondary();
    window.run();
    for entry in
        ["Copy value", "Copy sentence", "Copy picture", "Compare with others", "Go to Leeds", "Tick Leeds", "Edit…"]
    {
        assert!(window.has(Role::MenuItem, entry), "{entry}: {:?}", window.names(Role::MenuItem));
    }
    window.activate(Role::MenuItem, "Go to Leeds");
    assert_eq!(window.state().views.room, Tab::Council);
    assert!(!window.has(Role::MenuItem, "Copy value"), "the menu is closed");
}

#[test]
fn shift_f10_and_the_menu_key_offer_the_same_by_keyboard() {
    for (modifiers, key) in [(Modifiers::SHIFT, Key::F10), (Modifiers::NONE, Key::Menu)] {
        let mut window = compare();
        let leeds = window.datum(LEEDS);
        window.node(Role::ListItem, &leeds).focus();
        window.run();
        window.press_with(modifiers, key);
        assert!(window.has(Role::MenuItem, "Copy value"), "{key:?}: {:?}", window.names(Role::MenuItem));
        assert!(window.node(Role::MenuItem, "Copy value").is_focused(), "{key:?}: its first entry has the keyboard");
        window.press(Key::Escape);
        assert!(!window.has(Role::MenuItem, "Copy value"), "{key:?}");
        assert!(window.node(Role::ListItem, &leeds).is_focused(), "{key:?}: the datum has the keyboard again");
    }
}

#[test]
fn a_copied_value_keeps_its_bound_unit_and_source() {
    let mut window = compare();
    let leeds = window.datum(LEEDS);
    window.node(Role::ListItem, &leeds).click_secondary();
    window.run();
    assert_eq!(copy_by(&mut window, "Copy value"), ["fell by 15.5%, since 2011"]);
    window.node(Role::ListItem, &leeds).click_secondary();
    window.run();
    let said = copy_by(&mut window, "Copy sentence").concat();
    assert!(said.starts_with(LEEDS) && said.contains("Source: ") && said.ends_with('.'), "{said}");
}

#[test]
fn the_menu_of_the_list_ticks_and_leads_to_a_page() {
    let mut window = Window::open();
    let row = window.row("Leeds");
    window.node(Role::ListBoxOption, &row).click_secondary();
    window.run();
    window.activate(Role::MenuItem, "Tick Leeds");
    assert_eq!(window.state().views.pinned.len(), 1);
    window.node(Role::ListBoxOption, &row).click_secondary();
    window.run();
    assert!(window.has(Role::MenuItem, "Untick Leeds"));
    window.activate(Role::MenuItem, "Go to its page");
    assert_eq!(window.state().views.room, Tab::Council);
}

#[test]
fn a_cell_of_the_table_is_copied_as_it_reads() {
    let mut window = compare();
    window.press_with(Modifiers::COMMAND, Key::T);
    let cells = window.names(Role::Cell);
    let change = cells.iter().find(|name| name.starts_with("Change, row 1")).expect("a change").clone();
    let text = change.split_once(": ").expect("its value").1.to_owned();
    window.node(Role::Cell, &change).click_secondary();
    window.run();
    assert_eq!(copy_by(&mut window, "Copy value"), [text]);
}

#[test]
fn ctrl_ticks_one_and_shift_ticks_a_run_of_councils() {
    let mut window = Window::open();
    let listed = window.listed();
    let click = |window: &mut Window, council: &str, modifiers: Modifiers| {
        let row = window.row(council);
        window.node(Role::ListBoxOption, &row).click_modifiers(modifiers);
        window.run();
    };
    window.go_to(&listed[1]);
    click(&mut window, &listed[4], Modifiers::SHIFT);
    assert_eq!(window.state().views.pinned.len(), 4, "from the current council to the one that was clicked");
    click(&mut window, &listed[2], Modifiers::COMMAND);
    assert_eq!(window.state().views.pinned.len(), 3, "one is unticked");
    let room = window.state().views.room;
    assert_eq!(room, Tab::Council, "and nothing else changes");
}

#[test]
fn shift_and_arrows_tick_along_the_list() {
    let mut window = Window::open();
    let listed = window.listed();
    window.go_to(&listed[0]);
    let row = window.row(&listed[0]);
    window.node(Role::ListBoxOption, &row).focus();
    window.run();
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(window.state().views.pinned.len(), 3);
}

#[test]
fn f10_and_alt_open_the_menu_and_escape_closes_it() {
    let mut window = Window::open();
    window.press(Key::F10);
    assert!(window.has(Role::MenuItem, "File"), "F10");
    window.press(Key::Escape);
    assert!(!window.has(Role::MenuItem, "File"));
    let hold = |window: &mut Window, modifiers: Modifiers| {
        window.harness.event(egui::Event::ModifiersChanged(modifiers));
        window.harness.step();
    };
    hold(&mut window, Modifiers::ALT);
    hold(&mut window, Modifiers::NONE);
    window.run();
    assert!(window.has(Role::MenuItem, "File"), "Alt alone");
    window.press(Key::Escape);
    hold(&mut window, Modifiers::ALT);
    window.harness.key_press_modifiers(Modifiers::ALT, Key::B);
    window.harness.step();
    hold(&mut window, Modifiers::NONE);
    window.run();
    assert!(!window.has(Role::MenuItem, "File"), "Alt with another key is no wish for the menu");
}

#[test]
fn the_wheel_zooms_while_ctrl_is_held() {
    let mut window = Window::open();
    window.harness.event(egui::Event::Zoom(1.25));
    window.run();
    assert_eq!(window.state().window.zoom.percent(), 110);
    window.harness.event(egui::Event::Zoom(0.8));
    window.run();
    assert_eq!(window.state().window.zoom.percent(), 100);
}

#[test]
fn f11_shows_one_figure_alone_and_arrows_go_on_by_council() {
    let mut window = compare();
    window.press(Key::F11);
    assert!(window.state().window.presents);
    assert!(!window.has(Role::Button, "Menu"), "the figure is alone");
    let rows = window.data().len();
    assert!(rows > 3);
    window.press(Key::ArrowRight);
    let first = window.state().views.selected.clone().expect("the first row");
    window.press(Key::ArrowDown);
    let second = window.state().views.selected.clone().expect("the second row");
    assert_ne!(first, second);
    window.press(Key::ArrowLeft);
    assert_eq!(window.state().views.selected, Some(first));
    window.press(Key::Escape);
    assert!(!window.state().window.presents && window.has(Role::Button, "Menu"));

    window.press_with(Modifiers::COMMAND, Key::Num4);
    window.press(Key::F11);
    let here = window.state().views.council.clone();
    window.press(Key::ArrowRight);
    assert_ne!(window.state().views.council, here, "in the room of one council the next one is shown");
    window.press(Key::F11);
    assert!(!window.state().window.presents);
}

#[test]
fn the_page_keys_of_f11_go_from_kept_view_to_kept_view() {
    let mut window = compare();
    for _ in 0..2 {
        // The example is kept in a copy, and a second name makes a second view.
        let name = format!("View {}", window.state().document.dataset.views.len());
        window.harness.state_mut().state.act(Action::SavedViews(SavedViewsStep::Keep(name)));
        window.run();
        window.harness.state_mut().state.act(Action::MakeCopy);
        window.run();
    }
    assert_eq!(window.state().document.dataset.views.len(), 2);
    window.press(Key::F11);
    let opened = |window: &Window| window.state().saved_views.opened.clone();
    window.press(Key::PageDown);
    let first = opened(&window);
    window.press(Key::PageDown);
    let second = opened(&window);
    assert!(first.is_some() && first != second, "{first:?} {second:?}");
    window.press(Key::PageUp);
    assert_eq!(opened(&window), first);
    assert!(window.state().window.presents);
}

#[test]
fn a_council_is_set_beside_the_readers_own_by_one_press() {
    let mut window = Window::open();
    for action in [
        Action::Show(Tab::Council),
        Action::GoTo(CouncilId::new("leeds")),
        Action::ToggleMine,
        Action::Pin(CouncilId::new("devon")),
        Action::Show(Tab::Council),
    ] {
        window.harness.state_mut().state.act(action);
        window.run();
    }
    window.harness.state_mut().state.act(Action::GoTo(CouncilId::new("leeds")));
    window.run();
    assert!(!window.has(Role::Button, "Beside my council"), "on the page of one's own");
    window.harness.state_mut().state.act(Action::GoTo(CouncilId::new("brighton-and-hove")));
    window.run();
    window.click(Role::Button, "Beside my council");
    let views = &window.state().views;
    let mut ticked: Vec<&str> = views.pinned.iter().map(CouncilId::as_str).collect();
    ticked.sort_unstable();
    assert_eq!((views.room, ticked), (Tab::SideBySide, vec!["brighton-and-hove", "leeds"]));
}

#[test]
fn edges_of_panes_are_moved_by_keys_and_pointer_and_kept() {
    let mut window = compare();
    let folder = tempfile::tempdir().expect("a folder");
    window.harness.state_mut().state.remember_in(folder.path());
    window.run();
    let edge = |window: &Window| window.node(Role::Splitter, "Width of the list").rect().center().x;
    let usual = edge(&window);
    window.node(Role::Splitter, "Width of the list").focus();
    window.run();
    window.press(Key::ArrowRight);
    assert!((edge(&window) - usual - 16.0).abs() < 1.0, "a key is a step");
    let grip = window.node(Role::Splitter, "Width of the list").rect().center();
    window.harness.drag_at(grip);
    window.harness.step();
    window.harness.hover_at(grip + vec2(60.0, 0.0));
    window.harness.step();
    window.harness.drop_at(grip + vec2(60.0, 0.0));
    window.run();
    let wide = edge(&window);
    assert!((wide - usual - 76.0).abs() < 2.0, "the edge follows the pointer: {usual} to {wide}");
    window.harness.state_mut().state.close();
    let mut again = Window::open();
    again.harness.state_mut().state.remember_in(folder.path());
    again.run();
    assert!((edge(&again) - wide).abs() < 1.0, "the width is remembered");
    again.node(Role::Splitter, "Width of the list").focus();
    again.run();
    again.press(Key::Home);
    assert!((edge(&again) - usual).abs() < 1.0, "Home gives back the usual width");
}

#[test]
fn the_pointer_lights_a_council_up_in_list_and_figure() {
    let mut window = compare();
    let leeds = window.datum(LEEDS);
    let row = window.row("Leeds");
    window.node(Role::ListItem, &leeds).hover();
    window.run();
    let pointing = window.state().views.pointing.clone();
    assert!(pointing.councils.iter().any(|council| council.as_str() == "leeds"), "{pointing:?}");
    window.node(Role::ListBoxOption, &row).hover();
    window.run();
    let pointing = window.state().views.pointing.clone();
    assert!(pointing.councils.is_empty() && pointing.outcomes.len() > 1, "{pointing:?}");
    window.node(Role::Button, "Menu").hover();
    window.run();
    assert_eq!(window.state().views.pointing, sidebyside::app::Pointing::default());
}
