//! A click on a datum selects it everywhere; the outcome panel tells all of it. What a screen reader finds in a figure.

use super::*;

const LEEDS: &str = "Leeds, looked-after children: fell by 15.5%";

fn compare() -> Window {
    let mut window = Window::open();
    window.click(Role::Button, "Compare looked-after children");
    window
}

fn has_outcome_panel(window: &Window) -> bool {
    window.has(Role::Label, "Outcome") && window.has(Role::Button, "Close")
}

#[test]
fn a_click_on_a_datum_opens_what_was_published_and_where() {
    let mut window = compare();
    assert!(!has_outcome_panel(&window));
    let leeds = window.datum(LEEDS);
    window.click(Role::ListItem, &leeds);
    assert!(has_outcome_panel(&window));
    assert!(window.is_on(Role::ListItem, &leeds), "the datum is marked as selected");
    for words in ["Leeds: Looked-after children", "What was published", "Interval", "Source", "Rules applied"] {
        window.assert_says(words);
    }
    let detail = window.state().views.pages.detail.clone().expect("the outcome in full");
    for section in &detail.sections {
        for line in &section.lines {
            window.assert_says(line);
        }
    }
    let section = |heading: &str| detail.sections.iter().find(|s| s.heading == heading).expect("a section");
    assert!(section("What was published").lines.join(" ").contains("15.5%"));
    assert!(section("Interval").lines.join(" ").starts_with("No interval") || !section("Interval").lines.is_empty());
    assert!(section("Source").lines.join(" ").contains(", line"), "{:?}", section("Source").lines);
    assert!(window.is_on(Role::ListBoxOption, &window.row("Leeds")), "the list follows");
}

#[test]
fn a_second_click_escape_and_the_close_button_let_go() {
    let mut window = compare();
    let leeds = window.datum(LEEDS);
    for way in 0..3 {
        window.click(Role::ListItem, &leeds);
        assert!(has_outcome_panel(&window));
        match way {
            0 => window.click(Role::ListItem, &leeds),
            1 => window.press(Key::Escape),
            _ => window.click(Role::Button, "Close"),
        }
        assert!(!has_outcome_panel(&window), "way {way}");
        assert!(!window.is_on(Role::ListItem, &leeds));
    }
}

#[test]
fn escape_lets_the_outcome_go_before_it_clears_the_search() {
    let mut window = compare();
    window.type_into(SEARCH, "leeds");
    let leeds = window.datum(LEEDS);
    window.click(Role::ListItem, &leeds);
    window.press(Key::Escape);
    assert!(!has_outcome_panel(&window));
    assert_eq!(window.listed(), ["Leeds"]);
    window.press(Key::Escape);
    assert!(window.listed().len() > 1);
}

#[test]
fn the_selection_stays_from_room_to_room() {
    let mut window = compare();
    let leeds = window.datum(LEEDS);
    window.click(Role::ListItem, &leeds);
    for room in ["Council", "Overview", "Compare"] {
        window.click(Role::Tab, &format!("Room: {room}"));
        assert!(has_outcome_panel(&window), "{room}");
        assert!(window.is_on(Role::ListItem, &leeds), "{room}");
    }
}

#[test]
fn in_compare_a_council_of_the_list_selects_its_row() {
    let mut window = compare();
    window.go_to("Wolverhampton");
    assert!(window.is_on(Role::Tab, "Room: Compare"), "the room stays");
    let datum = window.datum("Wolverhampton, looked-after children");
    assert!(window.is_on(Role::ListItem, &datum));
    window.assert_says("780");
    window.press(Key::ArrowDown);
    assert!(!window.data().contains(&datum) || !window.is_on(Role::ListItem, &datum), "the next council follows");
}

#[test]
fn a_card_of_the_wall_opens_its_outcome() {
    let mut window = Window::open();
    let card = window.data()[0].clone();
    window.click(Role::ListItem, &card);
    assert!(has_outcome_panel(&window));
    assert!(window.is_on(Role::ListItem, &card));
}

#[test]
fn the_whole_wall_can_be_heard_and_not_only_what_is_in_view() {
    let window = Window::open();
    assert_eq!(window.data().len(), window.state().figure_on_screen().drawn().len());
}

#[test]
fn every_figure_has_a_name_and_a_description() {
    let mut window = Window::open();
    for room in ["Overview", "Compare", "Council"] {
        window.click(Role::Tab, &format!("Room: {room}"));
        let figures: Vec<_> = window.harness.get_all_by_role(Role::Figure).collect();
        for figure in figures {
            let node = figure.accesskit_node();
            assert!(node.label().is_some_and(|l| !l.trim().is_empty()), "{room}: a figure without a name");
            let description = node.data().description().unwrap_or_default();
            assert!(description.len() > 20, "{room}: a figure says no more than {description:?}");
            assert_ne!(Some(description), node.label().as_deref());
            let data = figure.children_recursive().filter(|n| n.accesskit_node().role() == Role::ListItem).count();
            assert!(data > 0, "{room}: the data are inside their figure");
        }
    }
}

#[test]
fn the_keyboard_alone_reaches_a_datum_and_selects_it() {
    let mut window = compare();
    window.type_into(SEARCH, "leeds");
    let first = window.data()[0].clone();
    let reached = (0..40).any(|_| {
        window.press(Key::Tab);
        window.harness.query_all_by_role(Role::Figure).any(|figure| figure.is_focused())
    });
    assert!(reached, "Tab never came to the figure");
    window.press(Key::ArrowDown);
    assert!(window.node(Role::ListItem, &first).is_focused(), "an arrow leads to the first datum");
    window.press(Key::Enter);
    assert!(has_outcome_panel(&window));
    assert!(window.is_on(Role::ListItem, &first));
}

#[test]
fn what_the_keyboard_comes_to_is_scrolled_into_view() {
    let mut window = Window::open();
    let below = window.state().figure_on_screen().drawn().len() - 1;
    let last = window.data()[below].clone();
    window.node(Role::ListItem, &last).focus();
    window.run();
    let (card, screen) = (window.node(Role::ListItem, &last).rect(), window.screen());
    assert!(screen.contains_rect(card), "the last card is at {card:?}, the window is {screen:?}");
}
