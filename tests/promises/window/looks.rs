//! What is seen: nothing stale stays on screen, words stand on their lines, and where nothing is shown there is a way out.

use super::*;
use sidebyside::app::{Action, Scheme};

#[test]
fn a_frame_begun_in_the_old_colours_is_drawn_again() {
    let mut window = Window::open();
    let ctx = window.harness.ctx.clone();
    window.harness.state_mut().state.act(Action::SetTheme(Scheme::Dark));
    window.harness.step();
    assert!(ctx.has_requested_repaint(), "letters of the old colours would stay on the new ground");
}

#[test]
fn a_dialog_stands_within_the_window_at_any_zoom() {
    for percent in [100.0_f32, 200.0, 300.0] {
        let factor = percent / 100.0;
        let dialogs = [
            (Modifiers::COMMAND, Key::K, "Find anything"),
            (Modifiers::NONE, Key::F1, "Help"),
            (Modifiers::COMMAND, Key::E, "Save the figure"),
        ];
        for (modifiers, key, title) in dialogs {
            let mut window = Window::of_size(LAPTOP / factor, factor);
            window.press_with(modifiers, key);
            let area = egui::Id::unique(("dialog", title));
            let rect = window.harness.ctx.memory(|memory| memory.area_rect(area)).unwrap();
            let screen = window.screen();
            assert!(screen.expand(1.0).contains_rect(rect), "{percent}%, {title}: {rect:?} reaches out of {screen:?}");
        }
    }
}

#[test]
fn the_dialog_for_all_councils_is_within_the_window_at_any_zoom() {
    for percent in [100.0_f32, 200.0, 300.0] {
        let factor = percent / 100.0;
        let mut window = Window::of_size(LAPTOP / factor, factor);
        window.menu("File", "Save figures of all councils…");
        let area = egui::Id::unique(("dialog", "Save figures of all councils"));
        let rect = window.harness.ctx.memory(|memory| memory.area_rect(area)).unwrap();
        let screen = window.screen();
        assert!(screen.expand(1.0).contains_rect(rect), "{percent}%: {rect:?} reaches out of {screen:?}");
    }
}

#[test]
fn a_link_of_the_help_stands_on_the_line_of_its_words() {
    let mut window = Window::open();
    window.press(Key::F1);
    let link = window.node(Role::Link, "Five-minute tour").rect();
    let words: Vec<Rect> = window
        .harness
        .query_all_by_role(Role::Label)
        .filter(|node| name_of(node).is_some_and(|name| name.contains("from the opening window to a figure")))
        .map(|node| node.rect())
        .collect();
    assert_eq!(words.len(), 1);
    for rect in words {
        assert!((rect.bottom() - link.bottom()).abs() < 1.0, "words at {rect:?}, link at {link:?}");
    }
}

#[test]
fn the_menu_of_columns_stays_within_a_low_window() {
    let mut window = Window::of_size(LAPTOP / 3.0, 3.0);
    window.activate(Role::Tab, "Room: Table");
    window.activate(Role::Button, "Columns");
    let screen = window.screen();
    let seen = window
        .harness
        .query_all_by_role(Role::CheckBox)
        .filter(|node| {
            name_of(node).is_some_and(|name| !name.starts_with("Tick ")) && screen.contains(node.rect().center())
        })
        .count();
    assert!(seen >= 2, "{seen} columns can be seen");
}

#[test]
fn a_figure_keeps_room_for_its_marks_at_the_largest_zoom() {
    let mut window = Window::of_size(LAPTOP / 3.0, 3.0);
    window.press_with(Modifiers::COMMAND, Key::Num2);
    let widest = window.harness.query_all_by_role(Role::ListItem).map(|node| node.rect().width()).fold(0.0, f32::max);
    assert!(widest >= 420.0, "a row is {widest} points wide");
}

#[test]
fn the_number_of_rows_stands_on_one_line_at_any_width() {
    let mut window = Window::open();
    window.activate(Role::Tab, "Room: Table");
    for width in (800..1200).step_by(25) {
        window.harness.set_size(vec2(width as f32, 600.0));
        window.run();
        let labels = window.harness.query_all_by_role(Role::Label);
        let rows = labels.into_iter().find(|node| name_of(node).is_some_and(|name| name.ends_with(" rows"))).unwrap();
        assert!(rows.rect().height() < 25.0, "{:?} at {width}", rows.rect());
    }
}

#[test]
fn where_nothing_fits_a_button_leads_out() {
    for room in ["Overview", "Compare", "Table"] {
        let mut window = Window::open();
        window.activate(Role::Tab, &format!("Room: {room}"));
        window.harness.state_mut().state.act(Action::FilterRegion(Some("zzzz".to_owned())));
        window.run();
        window.click(Role::Button, "Clear the search and the filters");
        assert!(!window.state().views.filters.is_active(), "{room}");
    }
}

#[test]
fn a_letter_and_the_keys_of_a_page_lead_through_the_list() {
    let mut window = Window::open();
    let first = window.state().views.pages.listed.first().cloned().unwrap();
    window.harness.state_mut().state.act(Action::GoTo(first.clone()));
    window.press(Key::F6);
    window.press(Key::F6);
    let now = |window: &Window| window.state().views.council.clone().unwrap();
    window.harness.event(egui::Event::Text("s".to_owned()));
    window.run();
    let name = |window: &Window| window.state().document.dataset.council(&now(window)).unwrap().name.clone();
    assert_eq!(name(&window), "Salford");
    window.harness.event(egui::Event::Text("S".to_owned()));
    window.run();
    assert_eq!(name(&window), "Sevenoaks");
    window.press(Key::Home);
    assert_eq!(now(&window), first);
    window.press(Key::PageDown);
    assert_eq!(now(&window), window.state().views.pages.listed[10]);
    window.press(Key::End);
    assert_eq!(Some(now(&window)), window.state().views.pages.listed.last().cloned());
}

#[test]
fn a_datum_the_keyboard_comes_to_is_seen_at_the_largest_zoom() {
    let mut window = Window::of_size(LAPTOP / 3.0, 3.0);
    window.press_with(Modifiers::COMMAND, Key::Num2);
    for key in [Key::F6, Key::F6, Key::F6, Key::ArrowDown, Key::ArrowDown] {
        window.press(key);
    }
    let focused = window.harness.ctx.memory(egui::Memory::focused).unwrap();
    let rect = window.harness.ctx.read_response(focused).unwrap().rect;
    assert!(window.screen().y_range().contains(rect.center().y), "the datum is at {rect:?}");
}

#[test]
fn words_keep_their_contrast_at_the_edge_of_what_scrolls() {
    let window = Window::open();
    let fade = window.harness.ctx.style_of(egui::Theme::Light).spacing.scroll.fade;
    assert!(fade.strength == 0.0, "words would fade to grey: {fade:?}");
}
