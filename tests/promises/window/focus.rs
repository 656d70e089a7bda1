//! What the keyboard is at is in view, and stays where it is whatever else comes and goes.

use super::keyboard::{focused, rings};
use super::*;
use sidebyside::app::{Action, Tab};
use sidebyside::edit::PartPath;

fn act(window: &mut Window, action: Action) {
    window.harness.state_mut().state.act(action);
    window.run();
}

fn to_figure(window: &mut Window) {
    while focused(window) != "Figure" {
        window.press(Key::F6);
    }
}

/// A window whose dataset can be changed, with an outcome of it open in Compare and the keyboard at that outcome.
fn at_an_outcome() -> Window {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    act(&mut window, Action::MakeCopy);
    assert!(!window.state().document.is_read_only);
    to_figure(&mut window);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    window.press(Key::F6);
    assert_eq!(focused(&window), "Outcome in full");
    window
}

/// The middle of what has the keyboard is seen, and one ring is around it.
#[track_caller]
fn assert_is_seen(window: &Window, what: &str) {
    let ctx = &window.harness.ctx;
    let id = ctx.memory(egui::Memory::focused).unwrap_or_else(|| panic!("{what}: nothing has the keyboard"));
    let response = ctx.read_response(id).unwrap_or_else(|| panic!("{what}: it is not drawn"));
    let (rings, seen) = (rings(window), response.interact_rect);
    assert!(seen.is_positive() && rings.len() == 1, "{what}: {rings:?} around {seen:?} of {:?}", response.rect);
    assert!(rings[0].expand(2.0).contains_rect(seen), "{what}: {rings:?} around {seen:?}");
    assert!(window.screen().contains_rect(rings[0]), "{what}: {rings:?} on {:?}", window.screen());
}

#[test]
fn the_table_scrolls_sideways_to_the_cell_the_keyboard_comes_to() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num5);
    to_figure(&mut window);
    window.press(Key::ArrowDown);
    let seen_whole = |window: &Window| {
        let cell = window.harness.root().children_recursive().find(Node::is_focused).unwrap().rect();
        assert_is_seen(window, &focused(window));
        let id = window.harness.ctx.memory(egui::Memory::focused).unwrap();
        let seen = window.harness.ctx.read_response(id).unwrap().interact_rect;
        assert!((seen.width() - cell.width()).abs() < 1.0, "{}: {seen:?} of {cell:?}", focused(window));
    };
    for _ in 0..9 {
        window.press(Key::ArrowRight);
        seen_whole(&window);
    }
    window.press(Key::Home);
    seen_whole(&window);
    window.press(Key::End);
    seen_whole(&window);
    window.press(Key::PageDown);
    window.press(Key::PageDown);
    window.press(Key::PageDown);
    window.press(Key::Home);
    seen_whole(&window);
    window.press_with(Modifiers::COMMAND, Key::End);
    seen_whole(&window);
    window.press(Key::End);
    seen_whole(&window);
}

#[test]
fn what_is_told_above_the_room_takes_no_focus_from_its_controls() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num5);
    let copy = window.names(Role::Button).into_iter().find(|name| name.starts_with("Copy as")).unwrap();
    window.node(Role::Button, &copy).focus();
    window.run();
    window.press(Key::Enter);
    assert!(!window.alerts().is_empty(), "the copying is told");
    assert_eq!(focused(&window), copy, "beside a notice");
    act(&mut window, Action::ToggleSuppression);
    assert_eq!(focused(&window), copy, "below the strip of small counts");
    let missing = PathBuf::from("/nowhere/missing.ron");
    act(&mut window, Action::Open(missing));
    assert!(window.alerts().iter().any(|told| told.contains("missing.ron")), "{:?}", window.alerts());
    assert_eq!(focused(&window), copy, "beside an error");
    window.press(Key::Escape);
    assert_eq!(focused(&window), copy, "without them");
}

#[test]
fn what_no_link_of_a_council_leads_to_is_read_by_page_down() {
    let mut window = Window::of_size(vec2(1280.0, 520.0), 1.0);
    window.press_with(Modifiers::COMMAND, Key::Num4);
    window.go_to("Leeds");
    let first = window.data()[0].clone();
    window.activate(Role::ListItem, &first);
    let link = window.names(Role::Link).into_iter().find(|name| name.starts_with("Edit")).unwrap();
    window.node(Role::Link, &link).focus();
    window.run();
    let end = |window: &Window| {
        let lines = window.harness.query_all_by_role(Role::Label);
        let sources = lines.filter(|line| name_of(line).is_some_and(|words| words.starts_with("Source: ")));
        sources.map(|line| line.rect().bottom()).fold(0.0, f32::max)
    };
    let screen = window.screen();
    assert!(end(&window) > screen.bottom(), "there is more than is seen");
    for _ in 0..9 {
        window.press(Key::PageDown);
    }
    assert!(end(&window) < screen.bottom(), "the end is at {} of {screen:?}", end(&window));
    assert_eq!(focused(&window), link, "the focus stays");
    for _ in 0..9 {
        window.press(Key::PageUp);
    }
    let title = window.node(Role::Link, &link).rect();
    assert!(screen.contains_rect(title), "{title:?}");
}

#[test]
fn who_edits_an_outcome_comes_to_the_first_field_of_its_form() {
    for by_button in [true, false] {
        let mut window = at_an_outcome();
        if by_button {
            while focused(&window) != "Edit…" {
                window.press(Key::Tab);
            }
            window.press(Key::Enter);
        } else {
            window.press_with(Modifiers::COMMAND, Key::Num6);
        }
        assert_eq!(window.state().views.room, Tab::Edit);
        assert!(matches!(window.state().editor.place, PartPath::Outcome(..)));
        assert_eq!(focused(&window), "What was counted", "by the button: {by_button}");
    }
}

#[test]
fn who_looks_at_an_outcome_of_the_example_comes_to_its_form() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    to_figure(&mut window);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    window.press(Key::F6);
    window.press_with(Modifiers::COMMAND, Key::Num6);
    assert_eq!(focused(&window), "Form");
}

/// A laptop's window at 300%, in Compare.
fn largest() -> Window {
    let mut window = Window::of_size(LAPTOP / 3.0, 3.0);
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window
}

#[test]
fn at_the_largest_zoom_f6_shows_where_it_stops() {
    let mut window = largest();
    for _ in 0..6 {
        window.press(Key::F6);
        assert_is_seen(&window, &focused(&window));
    }
    let first = window.data()[0].clone();
    window.activate(Role::ListItem, &first);
    for _ in 0..6 {
        window.press(Key::F6);
        assert_is_seen(&window, &focused(&window));
        assert_ne!(focused(&window), "Rooms and controls", "nothing is in it");
    }
}

#[test]
fn who_asks_for_a_room_sees_it_where_an_outcome_stood() {
    let mut window = largest();
    let first = window.data()[0].clone();
    window.activate(Role::ListItem, &first);
    assert!(!window.has(Role::Tab, "Room: Compare"));
    window.press_with(Modifiers::COMMAND, Key::Num2);
    assert!(window.has(Role::Tab, "Room: Compare") && window.data().contains(&first));
}

#[test]
fn a_box_of_choices_opens_at_the_one_that_is_chosen() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    let offers = window.state().views.pages.offers.clone();
    let concepts: Vec<String> = offers.iter().map(|offer| offer.concept.clone()).collect();
    let (far, label) = (concepts[concepts.len() - 2].clone(), offers[concepts.len() - 2].label.clone());
    act(&mut window, Action::Compare(far.clone()));
    let selector = window.selector("Concept to compare");
    window.node(Role::ComboBox, &selector).focus();
    window.run();
    for _ in 0..2 {
        window.press(Key::Enter);
        // The cursor is in the field, and a screen reader speaks the chosen line.
        assert_eq!(focused(&window), label);
        assert!(window.is_on(Role::ListBoxOption, &label));
        let option = window.node(Role::ListBoxOption, &label).rect();
        assert!(window.screen().contains_rect(option), "{label} is at {option:?}");
        window.press(Key::Escape);
        assert_eq!(focused(&window), selector);
    }
    window.press(Key::Enter);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert_eq!(window.state().views.concept, concepts[concepts.len() - 1], "one further");
}

#[test]
fn the_button_to_the_next_council_keeps_the_focus() {
    let mut window = Window::open();
    let first = window.listed()[0].clone();
    window.go_to(&first);
    let next = |window: &Window| window.names(Role::Button).into_iter().rfind(|n| n.ends_with('→')).unwrap_or_default();
    let name = next(&window);
    window.node(Role::Button, &name).focus();
    window.run();
    window.press(Key::Enter);
    assert_eq!(focused(&window), next(&window));
}

#[test]
fn where_nothing_is_told_above_the_room_no_gap_is_left() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    let tab = window.node(Role::Tab, "Room: Compare").rect();
    let control = window.harness.query_all_by_role(Role::ComboBox).next().unwrap().rect();
    assert!(control.top() - tab.bottom() < 30.0, "{control:?} below {tab:?}");
}

#[test]
fn on_the_wall_arrows_follow_lines_and_columns() {
    let mut window = Window::open();
    to_figure(&mut window);
    let data = window.data();
    window.press(Key::ArrowRight);
    window.press(Key::ArrowRight);
    assert_eq!(focused(&window), data[1]);
    // A list of claims has no columns; between two lines of cards the column is kept.
    let rect = |window: &Window, name: &str| window.node(Role::ListItem, name).rect();
    let steps = (0..12).any(|_| {
        let above = focused(&window);
        window.press(Key::ArrowDown);
        let below = focused(&window);
        let (from, to) = (rect(&window, &above), rect(&window, &below));
        let keeps = (to.center().x - from.center().x).abs() < 1.0 && to.top() >= from.bottom();
        if keeps {
            window.press(Key::ArrowUp);
            assert_eq!(focused(&window), above, "and back up");
        }
        keeps
    });
    assert!(steps, "no card stands below another");
}
