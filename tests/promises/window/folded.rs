//! Zoom and narrow windows: panes fold into one, nothing is cut off, every room stays usable.

use super::*;

/// Screens and the zoom on them, in per cent.
const ZOOMED: [(Vec2, u16); 6] = [
    (LAPTOP, 150),
    (LAPTOP, 200),
    (LAPTOP, 300),
    (vec2(1280.0, 720.0), 150),
    (vec2(1280.0, 720.0), 300),
    (vec2(1920.0, 1080.0), 200),
];

fn windows() -> impl Iterator<Item = (Window, String)> {
    ZOOMED.into_iter().map(|(size, percent)| {
        let factor = f32::from(percent) / 100.0;
        (Window::of_size(size / factor, factor), format!("{size:?} at {percent}%"))
    })
}

/// The least width of a figure, and what stands left and right of it in a folded window, in points.
const LEAST_FIGURE: f32 = 420.0;
const MARGINS: f32 = 60.0;

/// Whatever takes part in the tree reaches neither left nor right out of the window.
#[track_caller]
fn assert_nothing_is_cut_off(window: &Window, what: &str) {
    let screen = window.screen();
    let in_a_table: Vec<_> = window.harness.query_all_by_role(Role::Table).collect();
    // A table has more columns than fit and scrolls sideways.
    if !in_a_table.is_empty() {
        return;
    }
    for role in [Role::Button, Role::Tab, Role::ComboBox, Role::TextInput, Role::Label, Role::Alert, Role::ListItem] {
        for node in window.harness.query_all_by_role(role) {
            let (name, rect) = (name_of(&node), node.rect());
            // A row of a figure keeps room for its marks and scrolls sideways in less; its words wrap in what is seen.
            if role == Role::ListItem && screen.width() < LEAST_FIGURE + MARGINS && rect.width() >= LEAST_FIGURE - 1.0 {
                continue;
            }
            assert!(
                rect.left() >= screen.left() - 1.0 && rect.right() <= screen.right() + 1.0,
                "{what}: {role:?} {name:?} at {rect:?} reaches out of {screen:?}"
            );
        }
    }
}

#[test]
fn every_room_is_usable_and_nothing_is_cut_off_at_any_zoom() {
    for (mut window, what) in windows() {
        for room in ["Overview", "Compare", "Council", "Table"] {
            window.activate(Role::Tab, &format!("Room: {room}"));
            assert_nothing_is_cut_off(&window, &format!("{what}, {room}"));
            let shown = match room {
                "Table" => window.has(Role::Table, "Outcomes"),
                _ => !window.data().is_empty(),
            };
            assert!(shown, "{what}: nothing in {room}");
        }
    }
}

#[test]
fn an_outcome_and_the_list_take_the_figures_place_and_return_it() {
    for (mut window, what) in windows() {
        window.press_with(Modifiers::COMMAND, Key::Num2);
        let folded = window.has(Role::Button, "List of councils");
        let datum = window.data()[0].clone();
        window.activate(Role::ListItem, &datum);
        window.assert_says("What was published");
        assert_nothing_is_cut_off(&window, &what);
        window.press(Key::Escape);
        assert!(window.data().contains(&datum), "{what}: the figure is back");
        if !folded {
            assert!(window.has(Role::ListBox, "Councils and bodies"), "{what}");
            continue;
        }
        window.activate(Role::Button, "List of councils");
        assert!(window.has(Role::ListBox, "Councils and bodies"), "{what}");
        assert_nothing_is_cut_off(&window, &what);
        window.go_to("Wolverhampton");
        assert!(!window.has(Role::ListBox, "Councils and bodies"), "{what}: the list closes");
        assert_eq!(window.state().views.council.as_ref().unwrap().as_str(), "wolverhampton");
    }
}

#[test]
fn dialogs_and_menus_fit_into_the_window_and_scroll() {
    for (mut window, what) in windows() {
        let screen = window.screen();
        for key in [Key::O, Key::K] {
            window.press_with(Modifiers::COMMAND, key);
            let dialog = window.harness.query_all_by_role(Role::TextInput).last().unwrap().rect();
            assert!(screen.contains_rect(dialog), "{what}: the field of {key:?} is at {dialog:?} of {screen:?}");
            window.press(Key::Escape);
        }
        window.press(Key::F1);
        assert_nothing_is_cut_off(&window, &what);
        window.activate(Role::Button, "Close");
        window.menu("View", "Zoom 100%");
    }
}

/// What has the keyboard, by its name, and whether its middle is seen.
fn focused(window: &Window) -> (String, bool) {
    let ctx = &window.harness.ctx;
    let id = ctx.memory(egui::Memory::focused).expect("nothing has the keyboard");
    let seen = ctx.read_response(id).is_some_and(|response| {
        let middle = response.rect.shrink2(response.rect.size() * 0.4);
        // What is higher than what it is seen through can't be seen whole.
        response.interact_rect.expand(1.0).contains_rect(middle) || response.interact_rect.height() > 60.0
    });
    let node = window.harness.root().children_recursive().find(Node::is_focused);
    let name = node.and_then(|node| name_of(&node)).unwrap_or_default();
    (name, seen)
}

/// Opens a dialog.
type Open = fn(&mut Window);

/// Several notices of errors, each of some lines.
fn fail_to_open(window: &mut Window, times: usize) {
    for n in 0..times {
        let name = format!("a/folder/that/is/not/there/fostering-and-adoption-enquiries-2016-2017-{n}.ron");
        window.drop_file(&test_data(&name));
    }
}

#[test]
fn what_the_keyboard_comes_to_is_seen_in_dialogs_at_any_zoom() {
    for (mut window, what) in windows() {
        fail_to_open(&mut window, 4);
        let open: [(&str, Open); 5] = [
            ("Save the figure", |window| window.press_with(Modifiers::COMMAND, Key::E)),
            ("All councils", |window| window.menu("File", "Save figures of all councils…")),
            ("Notices", |window| window.menu("Help", "Notices")),
            ("Help", |window| window.press(Key::F1)),
            ("Copy from the example", |window| {
                window.press_with(Modifiers::COMMAND, Key::N);
                window.menu("Edit", "Copy from the built-in example…");
            }),
        ];
        for (dialog, open) in open {
            open(&mut window);
            for _ in 0..16 {
                window.press(Key::Tab);
                let (name, seen) = focused(&window);
                assert!(seen, "{what}, {dialog}: {name:?} has the keyboard and is out of sight");
            }
            window.press(Key::Escape);
        }
    }
}

#[test]
fn page_keys_scroll_a_dialog_of_words_alone() {
    let mut window = Window::of_size(LAPTOP / 3.0, 3.0);
    fail_to_open(&mut window, 4);
    window.menu("Help", "Notices");
    let top = |window: &Window| window.node(Role::Button, "Copy all").rect().top();
    let before = top(&window);
    window.press(Key::PageDown);
    assert!(top(&window) < before - 50.0, "the log is scrolled by a page");
    window.press(Key::PageUp);
    assert!((top(&window) - before).abs() < 1.0, "and back");
}

#[test]
fn at_200_per_cent_on_a_laptop_no_figure_scrolls_sideways() {
    // A screen of 1366 pixels, and a window of 1280.
    for size in [LAPTOP / 2.0, vec2(640.0, 384.0)] {
        let mut window = Window::of_size(size, 2.0);
        window.press_with(Modifiers::COMMAND, Key::Num2);
        let first = window.data()[0].clone();
        window.node(Role::ListItem, &first).focus();
        window.run();
        let ctx = &window.harness.ctx;
        let row = ctx.memory(egui::Memory::focused).and_then(|id| ctx.read_response(id)).unwrap();
        let (wide, seen) = (row.rect.width(), row.interact_rect.width());
        assert!(wide <= seen + 1.0, "a row is {wide} wide and {seen} of it are seen");
    }
}

#[test]
fn keys_zoom_in_out_and_back() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Plus);
    assert_eq!(window.state().window.zoom.percent(), 110);
    window.press_with(Modifiers::COMMAND, Key::Equals);
    assert_eq!(window.state().window.zoom.percent(), 125);
    assert!((window.harness.ctx.zoom_factor() - 1.25).abs() < 1e-6);
    window.press_with(Modifiers::COMMAND, Key::Minus);
    assert_eq!(window.state().window.zoom.percent(), 110);
    window.press_with(Modifiers::COMMAND, Key::Num0);
    assert!((window.harness.ctx.zoom_factor() - 1.0).abs() < 1e-6);
}

#[test]
fn folded_the_focus_follows_what_replaces_the_figure_and_back() {
    let mut window = Window::of_size(LAPTOP / 2.0, 2.0);
    window.press_with(Modifiers::COMMAND, Key::Num2);
    for _ in 0..3 {
        window.press(Key::F6);
    }
    window.press(Key::ArrowDown);
    let datum = window.data()[0].clone();
    assert!(window.node(Role::ListItem, &datum).is_focused());
    window.press(Key::Enter);
    assert!(window.node(Role::Complementary, "Outcome in full").is_focused());
    window.press(Key::Escape);
    assert!(window.node(Role::ListItem, &datum).is_focused(), "and back at the datum");
}

#[test]
fn what_has_to_be_said_is_above_a_pane_that_fills_the_window() {
    let mut window = Window::of_size(LAPTOP / 2.0, 2.0);
    window.press_with(Modifiers::COMMAND, Key::Num2);
    let datum = window.data()[0].clone();
    window.activate(Role::ListItem, &datum);
    window.assert_says("What was published");
    window.drop_file(&test_data("valid/no-such-file.ron"));
    assert!(!window.alerts().is_empty(), "a notice is told");
    window.assert_says("What was published");
    let screen = window.screen();
    let alert = window.harness.query_all_by_role(Role::Alert).next().unwrap().rect();
    assert!(screen.contains(alert.center()), "and seen: {alert:?} in {screen:?}");
}
