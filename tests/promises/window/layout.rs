//! At every size a laptop has, nothing covers anything and nothing important is out of the window.

use super::*;

/// Screens people have: a laptop, a projector, an old projector.
const SIZES: [Vec2; 3] = [LAPTOP, vec2(1280.0, 720.0), vec2(1024.0, 640.0)];

/// At 1.25 pixels to the point a laptop has fewer points.
fn screens() -> Vec<(Vec2, f32)> {
    SIZES.into_iter().flat_map(|size| [(size, 1.0), (size / 1.25, 1.25)]).collect()
}

#[track_caller]
fn assert_inside(outer: Rect, inner: Rect, what: &str) {
    assert!(outer.expand(0.5).contains_rect(inner), "{what} is at {inner:?}, outside {outer:?}");
}

/// Rectangles of all nodes of a role whose name fits.
fn rects(window: &Window, role: Role, fits: impl Fn(&str) -> bool) -> Vec<(String, Rect)> {
    let nodes = window.harness.query_all_by_role(role);
    nodes.filter_map(|node| Some((name_of(&node)?, node.rect()))).filter(|(name, _)| fits(name)).collect()
}

#[track_caller]
fn assert_apart(a: &[(String, Rect)], b: &[(String, Rect)], screen: Vec2) {
    for (name, rect) in a {
        for (other, other_rect) in b.iter().filter(|(other, _)| other != name) {
            let shared = rect.intersect(*other_rect);
            assert!(
                shared.width() <= 1.0 || shared.height() <= 1.0,
                "at {screen:?} {name:?} at {rect:?} covers {other:?} at {other_rect:?}"
            );
        }
    }
}

/// Where rows of the list can be seen: below the search and the filters, above the line that counts them.
fn list_area(window: &Window) -> Rect {
    let screen = window.screen();
    let top = rects(window, Role::DisclosureTriangle, |n| n.starts_with("Filters"))[0].1.bottom();
    let counted = rects(window, Role::Label, |n| n.contains("councils and bodies") || n.contains("council or body"));
    Rect::from_min_max(egui::pos2(screen.left(), top), egui::pos2(screen.right(), counted[0].1.top()))
}

/// Tabs, list, menus and the controls of the room, each inside the window and none over another.
fn check(window: &Window, size: Vec2) {
    let screen = window.screen();
    let in_list = list_area(window);
    let tabs = rects(window, Role::Tab, |n| n.starts_with("Room: "));
    let pins: Vec<_> = rects(window, Role::CheckBox, |n| n.starts_with("Tick "))
        .into_iter()
        .filter(|(_, r)| in_list.contains_rect(*r))
        .collect();
    let rows: Vec<_> = rects(window, Role::ListBoxOption, |n| n.ends_with(" outcome") || n.ends_with(" outcomes"))
        .into_iter()
        .filter(|(_, r)| in_list.contains_rect(*r))
        .collect();
    let selectors = rects(window, Role::ComboBox, |_| true);
    let menus =
        rects(window, Role::Button, |n| ["Menu", "Find a council, figure or command", "Save the figure…"].contains(&n));
    let search = rects(window, Role::TextInput, |n| n == SEARCH);
    let concepts = rects(window, Role::Button, |n| n.starts_with("Only these"));
    let outcome = rects(window, Role::Button, |n| n == "Close");
    assert_eq!(tabs.len(), sidebyside::app::Tab::ALL.len());
    assert!(rows.len() >= 8, "only {} councils are in view at {size:?}", rows.len());
    for (name, rect) in tabs.iter().chain(&selectors).chain(&menus).chain(&search).chain(&concepts).chain(&outcome) {
        assert_inside(screen, *rect, &format!("at {size:?} {name:?}"));
    }
    let all: Vec<_> = [tabs.clone(), selectors, menus, search, concepts, outcome, pins].concat();
    assert_apart(&all, &all, size);
    assert_apart(&tabs, &rows, size);
    let figure = rects(window, Role::Figure, |_| true);
    if let Some((name, rect)) = figure.first() {
        let list_right = rows.iter().map(|(_, r)| r.right()).fold(0.0, f32::max);
        assert!(rect.left() >= list_right, "{name:?} begins right of the list");
        // In a council's room its programmes' stories may come first.
        let top = if window.is_on(Role::Tab, "Room: Council") { screen.top() } else { rect.top() };
        assert_inside(screen, Rect::from_min_size(egui::pos2(rect.left(), top), vec2(60.0, 40.0)), name);
        assert!(
            rect.right() <= screen.right() + 0.5,
            "at {size:?} {name:?} ends at {} of {}",
            rect.right(),
            screen.right()
        );
    }
}

#[test]
fn no_panel_covers_another_at_any_usual_size() {
    for (size, pixels) in screens() {
        let mut window = Window::of_size(size, pixels);
        check(&window, size);
        for room in ["Compare", "Council"] {
            window.click(Role::Tab, &format!("Room: {room}"));
            check(&window, size);
        }
        window.click(Role::Tab, "Room: Overview");
        let card = window.data()[0].clone();
        window.activate(Role::ListItem, &card);
        assert!(window.has(Role::Button, "Close"));
        for room in ["Overview", "Compare", "Council"] {
            window.click(Role::Tab, &format!("Room: {room}"));
            check(&window, size);
        }
    }
}

#[test]
fn a_notice_takes_its_own_space() {
    for (size, pixels) in screens() {
        let mut window = Window::of_size(size, pixels);
        window.drop_file(&test_data("invalid/missing-comma.ron"));
        check(&window, size);
        let screen = window.screen();
        let notice = rects(&window, Role::Alert, |_| true);
        let mut tabs = rects(&window, Role::Tab, |n| n.starts_with("Room: "));
        tabs.extend(rects(&window, Role::Button, |n| n == "Dismiss"));
        assert_inside(screen, notice[0].1, "the notice");
        assert_apart(&notice, &tabs, size);
    }
}

#[test]
fn the_open_filters_leave_room_for_the_list() {
    for (size, pixels) in screens() {
        let mut window = Window::of_size(size, pixels);
        window.click(Role::DisclosureTriangle, "Filters, folded");
        let screen = window.screen();
        for (name, rect) in rects(&window, Role::ComboBox, |n| n.starts_with("Filter by")) {
            assert_inside(screen, rect, &name);
        }
        let rows = rects(&window, Role::ListBoxOption, |n| n.ends_with(" outcome") || n.ends_with(" outcomes"));
        let area = list_area(&window);
        let last = rects(&window, Role::ComboBox, |n| n.starts_with("Filter by form of evidence"))[0].1.bottom();
        let seen = rows.iter().filter(|(_, r)| area.contains_rect(*r) && r.top() >= last).count();
        assert!(seen >= 3, "{seen} rows are in view at {size:?}");
    }
}

#[test]
fn the_path_dialog_fits_into_the_window() {
    for (size, pixels) in screens() {
        let mut window = Window::of_size(size, pixels);
        window.press_with(Modifiers::COMMAND, Key::O);
        let screen = window.screen();
        for (role, name) in [(Role::TextInput, "Path of the file:"), (Role::Button, "Open"), (Role::Button, "Cancel")] {
            assert_inside(screen, window.node(role, name).rect(), name);
        }
    }
}

#[test]
fn the_dialogs_that_save_fit_into_the_window() {
    for (size, pixels) in screens() {
        let mut window = Window::of_size(size, pixels);
        window.press_with(Modifiers::COMMAND, Key::Num2);
        window.press_with(Modifiers::COMMAND, Key::E);
        let screen = window.screen();
        // A long path with everything to be told about it takes room from the settings, not from the buttons.
        exporting::write(&mut window, Role::TextInput, exporting::PATH, "nowhere/CON.png");
        window.run();
        for (role, name) in [
            (Role::Button, "Format: XLSX"),
            (Role::TextInput, "Save as"),
            (Role::Button, "Another folder…"),
            (Role::Button, "Save"),
            (Role::Button, "Cancel"),
        ] {
            assert_inside(screen, window.node(role, name).rect(), &format!("at {size:?} {name}"));
        }
        window.press(Key::Escape);
        window.menu("File", "Save figures of all councils…");
        for (role, name) in [(Role::TextInput, "Folder"), (Role::Button, "Begin"), (Role::Button, "Cancel")] {
            assert_inside(screen, window.node(role, name).rect(), &format!("at {size:?} {name}"));
        }
    }
}

#[test]
fn most_of_the_height_of_a_small_window_is_data() {
    // 1280×720 at 125%.
    let size = vec2(1024.0, 576.0);
    let mut window = Window::of_size(size, 1.25);
    for (name, tab) in rects(&window, Role::Tab, |_| true) {
        assert!(tab.bottom() <= 44.0, "the bar is 44 points high: {name} at {tab:?}");
    }
    window.activate(Role::CheckBox, "Tick Leeds");
    window.press_with(Modifiers::COMMAND, Key::Num5);
    let heading = rects(&window, Role::ColumnHeader, |_| true)[0].1;
    assert!(size.y - heading.bottom() >= 0.6 * size.y, "the rows of the table begin at {heading:?}");
    window.press_with(Modifiers::COMMAND, Key::Num2);
    let title = rects(&window, Role::Heading, |n| n.starts_with("Looked-after children"))[0].1;
    assert!(title.top() <= 0.3 * size.y, "Compare begins at {title:?}");
    let first = rects(&window, Role::ListItem, |_| true)[0].1;
    assert!(size.y - first.top() >= 0.6 * size.y, "the rows of Compare begin at {first:?}");
}
