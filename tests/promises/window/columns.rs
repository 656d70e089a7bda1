//! Widths of the table's columns: what the pointer does, the keyboard and a screen reader do as well, on the same widths, and they
//! are remembered.

use super::*;
use sidebyside::app::{Action, ColumnStep, LEAST_WIDTH, Tab};
use sidebyside::figure::screen_table::{COLUMNS, heading};
use sidebyside::theme::Type;

fn column(name: &str) -> usize {
    COLUMNS.iter().position(|c| *c == name).unwrap()
}

fn table() -> Window {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num5);
    window
}

/// Puts the keyboard into a column's cell of the first row.
fn into(window: &mut Window, name: &'static str) {
    let start = format!("{}, row 1: ", heading(name));
    let cell = window.names(Role::Cell).into_iter().find(|cell| cell.starts_with(&start)).unwrap();
    window.node(Role::Cell, &cell).focus();
    window.run();
}

fn width(window: &Window, name: &str) -> u16 {
    window.state().table.width(column(name))
}

/// How wide a column is on screen.
fn shown_width(window: &Window, name: &'static str) -> f32 {
    let start = format!("{}, row 1: ", heading(name));
    let cell = window.names(Role::Cell).into_iter().find(|cell| cell.starts_with(&start)).unwrap();
    window.node(Role::Cell, &cell).rect().width()
}

fn said(window: &Window) -> String {
    window.names(Role::Status).into_iter().find(|said| said.contains("olumn")).unwrap_or_default()
}

fn resize(window: &mut Window, key: Key) {
    window.press_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), key);
}

/// Where the line right of a column can be taken hold of.
fn line(window: &Window, name: &'static str) -> egui::Pos2 {
    window.node(Role::Splitter, &format!("Width of the column {}", heading(name))).rect().center_top() + vec2(0.0, 12.0)
}

#[test]
fn a_column_is_made_wider_and_narrower_by_keyboard_and_says_so() {
    let mut window = table();
    into(&mut window, "change");
    let (before, on_screen) = (width(&window, "change"), shown_width(&window, "change"));
    resize(&mut window, Key::ArrowRight);
    assert_eq!(width(&window, "change"), before + 20);
    assert!((shown_width(&window, "change") - on_screen - 20.0).abs() < 0.1);
    assert_eq!(said(&window), format!("Column Change: {} points wide.", before + 20));
    let focused = window.harness.root().children_recursive().find(Node::is_focused).unwrap();
    assert!(name_of(&focused).unwrap().starts_with("Change, row 1: "), "the keyboard stays where it is");
    for _ in 0..8 {
        resize(&mut window, Key::ArrowLeft);
    }
    assert_eq!(width(&window, "change"), LEAST_WIDTH);
    assert_eq!(said(&window), format!("Column Change: {LEAST_WIDTH} points wide, as narrow as it can be."));
    window.press_with(Modifiers::COMMAND, Key::Num1);
    window.press_with(Modifiers::COMMAND, Key::Num5);
    assert_eq!(said(&window), "", "it is said until something else is done");
}

#[test]
fn a_heading_with_the_keyboard_is_its_column() {
    let mut window = table();
    window.node(Role::ColumnHeader, heading("after")).focus();
    window.run();
    let before = width(&window, "after");
    resize(&mut window, Key::ArrowRight);
    assert_eq!(width(&window, "after"), before + 20);
}

#[test]
fn a_column_fits_its_content_so_that_nothing_is_cut_off() {
    for name in ["indicator", "council", "form", "change"] {
        let mut window = table();
        if name == "form" {
            window.harness.state_mut().state.act(Action::ShowColumn(column(name)));
            window.run();
        }
        into(&mut window, name);
        resize(&mut window, Key::ArrowUp);
        let texts: Vec<String> =
            window.state().views.pages.table.iter().map(|line| line.cells[column(name)].text.clone()).collect();
        let widest = window.harness.ctx.fonts_mut(|fonts| {
            let laid = |text: String| fonts.layout_no_wrap(text, Type::Body.regular(), egui::Color32::BLACK).size().x;
            texts.into_iter().map(laid).fold(0.0, f32::max)
        });
        assert!(shown_width(&window, name) >= widest, "{name}: {} for {widest}", shown_width(&window, name));
        assert!(shown_width(&window, name) < widest.max(100.0) + 30.0, "{name}: no wider than it needs");
        assert!(said(&window).starts_with(&format!("Column {}: ", heading(name))), "{}", said(&window));
    }
}

#[test]
fn the_pointer_and_the_keyboard_change_the_same_width() {
    let mut window = table();
    let from = line(&window, "indicator");
    let before = width(&window, "indicator");
    window.harness.hover_at(from);
    window.run();
    window.harness.drag_at(from);
    window.run();
    window.harness.hover_at(from + vec2(95.0, 0.0));
    window.run();
    window.harness.drop_at(from + vec2(95.0, 0.0));
    window.run();
    assert_eq!(width(&window, "indicator"), before + 95);
    into(&mut window, "indicator");
    resize(&mut window, Key::ArrowRight);
    assert_eq!(width(&window, "indicator"), before + 115);
    // A double click on the line is what fits a column to its content everywhere.
    let at = line(&window, "indicator");
    window.harness.ctx.options_mut(|options| options.input_options.max_double_click_delay = 5.0);
    for _ in 0..2 {
        window.harness.drag_at(at);
        window.harness.drop_at(at);
    }
    window.run();
    let fitted = width(&window, "indicator");
    assert_ne!(fitted, before + 115);
    resize(&mut window, Key::ArrowRight);
    resize(&mut window, Key::ArrowUp);
    assert_eq!(width(&window, "indicator"), fitted);
}

#[test]
fn a_screen_reader_changes_a_width_at_the_line_itself() {
    let mut window = table();
    let before = width(&window, "change");
    let name = format!("Width of the column {}", heading("change"));
    let node = window.node(Role::Splitter, &name);
    assert_eq!(node.accesskit_node().numeric_value(), Some(f64::from(before)));
    let request = egui::accesskit::ActionRequest {
        action: egui::accesskit::Action::Increment,
        target_tree: egui::accesskit::TreeId::ROOT,
        target_node: node.accesskit_node().locate().0,
        data: None,
    };
    window.harness.event(egui::Event::AccessKitActionRequest(request));
    window.run();
    assert_eq!(width(&window, "change"), before + 20);
    assert_eq!(said(&window), format!("Column Change: {} points wide.", before + 20));
}

#[test]
fn all_columns_get_their_usual_widths_back_and_a_menu_of_ways() {
    let mut window = table();
    let usual = (width(&window, "change"), width(&window, "after"));
    for name in ["change", "after"] {
        into(&mut window, name);
        resize(&mut window, Key::ArrowRight);
    }
    window.click(Role::Button, "Columns");
    let entries = window.names(Role::MenuItem);
    let screen = window.screen();
    assert!(
        screen.contains(window.node(Role::MenuItem, "Usual widths of columns").rect().center()),
        "with no scrolling"
    );
    for name in ["Wider column", "Narrower column", "Fit column to its content", "Usual widths of columns"] {
        assert!(entries.iter().any(|entry| entry.starts_with(name)), "{name} is not among {entries:?}");
    }
    window.activate(Role::MenuItem, "Usual widths of columns");
    assert_eq!((width(&window, "change"), width(&window, "after")), usual);
    assert_eq!(said(&window), "All columns have their usual widths.");
    assert!(window.state().why_not(&Action::Column(ColumnStep::Usual)).is_some());
}

#[test]
fn in_text_fields_and_other_rooms_keys_of_widths_do_nothing() {
    let mut window = table();
    into(&mut window, "change");
    let before = width(&window, "change");
    window.click(Role::TextInput, SEARCH);
    for key in [Key::ArrowRight, Key::ArrowLeft, Key::ArrowUp, Key::Home] {
        resize(&mut window, key);
    }
    assert_eq!(width(&window, "change"), before);
    window.press(Key::Escape);
    window.press_with(Modifiers::COMMAND, Key::Num1);
    resize(&mut window, Key::ArrowRight);
    assert_eq!((window.state().views.room, width(&window, "change")), (Tab::Overview, before));
}

#[test]
fn widths_and_columns_are_remembered() {
    let data = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    window.harness.state_mut().state.remember_in(data.path());
    window.press_with(Modifiers::COMMAND, Key::Num5);
    window.harness.state_mut().state.act(Action::ShowColumn(column("locator")));
    into(&mut window, "change");
    resize(&mut window, Key::ArrowRight);
    window.harness.state_mut().state.close();
    let mut later = Window::open();
    later.harness.state_mut().state.remember_in(data.path());
    assert_eq!(later.state().table.width(column("change")), width(&window, "change"));
    assert_eq!(later.state().table.columns, window.state().table.columns);
}

#[test]
fn the_menu_says_which_column_would_be_made_wider() {
    let mut window = table();
    into(&mut window, "change");
    window.open_menu("View");
    let entries = window.names(Role::MenuItem);
    for command in ["Wider column", "Narrower column", "Fit column to its content"] {
        assert!(entries.contains(&format!("{command}: Change")), "{command}: {entries:?}");
    }
}

#[test]
fn spare_width_goes_to_words_and_widths_set_by_hand_stay() {
    let mut window = table();
    window.harness.set_size(vec2(1900.0, 900.0));
    window.run();
    let total = |window: &Window| -> f32 {
        let table = &window.state().table;
        table.columns.iter().map(|index| f32::from(table.width(*index)) + 8.0).sum()
    };
    let across = f32::from(window.state().table.across());
    assert!(across > 1200.0 && (total(&window) - across).abs() < 1.0, "{} of {across}", total(&window));
    let (council, change, words) = (width(&window, "council"), width(&window, "change"), width(&window, "indicator"));
    into(&mut window, "indicator");
    resize(&mut window, Key::ArrowRight);
    assert_eq!(width(&window, "indicator"), words + 20, "a step from what is seen");
    assert!((total(&window) - across).abs() < 1.0, "the other columns of words give way");
    window.harness.set_size(vec2(1400.0, 900.0));
    window.run();
    assert_eq!(width(&window, "indicator"), words + 20);
    assert_eq!((width(&window, "council"), width(&window, "change")), (council, change));
}
