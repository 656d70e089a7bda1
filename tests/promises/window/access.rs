//! What a screen reader is told: names, roles and states of panes, rooms, list, menus, table and notices.

use super::*;
use egui::accesskit::Live;

fn live(window: &Window) -> Vec<Live> {
    window.harness.query_all_by_role(Role::Alert).map(|node| node.accesskit_node().live()).collect()
}

#[test]
fn the_window_and_its_panes_have_names() {
    let mut window = Window::open();
    assert_eq!(window.harness.root().accesskit_node().label().as_deref(), Some("Side by Side"));
    let first = window.data()[0].clone();
    window.activate(Role::ListItem, &first);
    for (role, name) in [
        (Role::Banner, "Rooms, finding and menu"),
        (Role::Navigation, "Councils"),
        (Role::Toolbar, "Controls of the room"),
        (Role::Main, "Figure"),
        (Role::Complementary, "Outcome in full"),
        (Role::ListBox, "Councils and bodies"),
        (Role::TabList, "Rooms"),
    ] {
        window.node(role, name);
    }
    assert!(window.harness.query_all_by_role(Role::Pane).next().is_none(), "no group without a name");
}

#[test]
fn rooms_are_tabs_one_of_which_is_selected() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    let selected: Vec<String> = window
        .harness
        .query_all_by_role(Role::Tab)
        .filter(|tab| tab.accesskit_node().is_selected() == Some(true))
        .filter_map(|tab| name_of(&tab))
        .collect();
    assert_eq!(selected, ["Room: Compare"]);
}

#[test]
fn a_plain_button_is_no_switch_and_a_switch_tells_its_state() {
    let mut window = Window::open();
    for name in ["Save the figure…", "Menu", "Compare fostering enquiries"] {
        assert_eq!(window.node(Role::Button, name).accesskit_node().toggled(), None, "{name}");
    }
    window.open_menu("View");
    let entry = |role, name| window.node(role, name).accesskit_node().toggled();
    assert_eq!(entry(Role::MenuItemCheckBox, "Estimates, targets and plans"), Some(Toggled::False));
    assert_eq!(entry(Role::MenuItemRadio, "Match system"), Some(Toggled::True));
    assert_eq!(entry(Role::MenuItemRadio, "Dark colours"), Some(Toggled::False));
    assert_eq!(entry(Role::MenuItem, "Zoom in"), None);
    assert!(window.node(Role::MenuItem, "Untick all").accesskit_node().is_disabled());
}

#[test]
fn done_is_told_politely_an_error_at_once_and_both_are_logged() {
    let mut window = Window::open();
    window.menu("Figure", "Copy table as cells");
    assert_eq!(live(&window), [Live::Polite]);
    window.drop_file(&test_data("invalid/missing-comma.ron"));
    assert_eq!(live(&window), [Live::Assertive]);
    window.click(Role::Button, "Dismiss");
    window.menu("Help", "Notices");
    window.assert_says("Not opened; what was open stays open.");
    window.assert_says("rows as cells");
    assert!(window.state().notices.log_text().starts_with("Done: Copied"));
    window.click(Role::Button, "Copy all");
    window.click(Role::Button, "Close");
}

#[test]
fn the_table_speaks_row_and_column() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num5);
    let table = window.node(Role::Table, "Outcomes");
    let node = table.accesskit_node();
    assert_eq!(node.data().row_count(), Some(window.state().views.pages.table.len()));
    assert_eq!(node.data().column_count(), Some(window.state().table.columns.len()));
    let rows: Vec<_> = table.children_recursive().filter(|n| n.accesskit_node().role() == Role::Row).collect();
    assert!(rows.len() > 5);
    let cells: Vec<_> = rows[2].children_recursive().filter(|n| n.accesskit_node().role() == Role::Cell).collect();
    assert_eq!(cells.len(), window.state().table.columns.len(), "a row holds its cells");
    let second = cells[1].accesskit_node();
    assert_eq!((second.data().row_index(), second.data().column_index()), (Some(2), Some(1)));
    assert!(second.label().is_some_and(|l| l.starts_with("Indicator, row 3: ")), "{:?}", second.label());
    assert!(window.has(Role::ColumnHeader, "Council"));
}

#[test]
fn a_figure_tells_how_to_walk_it_and_a_datum_is_told_once() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    let figure = window.harness.query_all_by_role(Role::Figure).next().unwrap();
    let description = figure.accesskit_node().data().description().unwrap_or_default().to_owned();
    assert!(description.contains("arrow keys"), "{description}");
    for datum in window.harness.query_all_by_role(Role::ListItem) {
        assert_eq!(datum.accesskit_node().data().description(), None, "{:?} is told twice", name_of(&datum));
    }
}

#[test]
fn every_list_option_and_selector_has_a_name_and_a_state() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    let order = window.selector("Order of rows");
    window.click(Role::ComboBox, &order);
    let options: Vec<_> = window.harness.query_all_by_role(Role::ListBoxOption).collect();
    assert!(options.len() > 50);
    for option in options {
        assert!(option.accesskit_node().is_selected().is_some(), "{:?}", name_of(&option));
    }
}
