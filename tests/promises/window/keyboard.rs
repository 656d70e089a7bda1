//! Everything by keyboard: panes, focus that is never lost, figures and table by arrows, the palette, shortcuts and text.

use super::*;
use sidebyside::app::{COMMANDS, Overlay, Tab};

/// The name of what has the focus.
pub(super) fn focused(window: &Window) -> String {
    let node = window.harness.root().children_recursive().find(Node::is_focused);
    node.and_then(|node| name_of(&node)).unwrap_or_default()
}

fn compare() -> Window {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window
}

/// From the beginning of the window to its first figure.
fn to_figure(window: &mut Window) {
    for _ in 0..4 {
        window.press(Key::F6);
    }
    assert_eq!(focused(window), "Figure");
}

#[test]
fn f6_goes_from_pane_to_pane_by_name_and_shift_f6_back() {
    let mut window = compare();
    let bar = "Rooms, finding and menu";
    let names = [bar, "Councils", "Controls of the room", "Figure", bar];
    for name in names {
        window.press(Key::F6);
        assert_eq!(focused(&window), name);
    }
    window.press_with(Modifiers::SHIFT, Key::F6);
    assert_eq!(focused(&window), "Figure");
    let first = window.data()[0].clone();
    window.activate(Role::ListItem, &first);
    window.press(Key::F6);
    assert_eq!(focused(&window), "Outcome in full");
}

#[test]
fn tab_follows_the_reading_order_with_list_and_figure_once() {
    let mut window = compare();
    window.press(Key::F6);
    let mut order = Vec::new();
    for _ in 0..40 {
        window.press(Key::Tab);
        let name = focused(&window);
        if order.first() == Some(&name) {
            break;
        }
        assert!(!name.is_empty(), "the focus is lost after {order:?}");
        order.push(name);
    }
    let at = |name: &str| {
        let found: Vec<usize> = (0..order.len()).filter(|i| order[*i].starts_with(name)).collect();
        assert_eq!(found.len(), 1, "{name} is one stop of {order:#?}");
        found[0]
    };
    let figure = window.names(Role::Figure)[0].clone();
    let stops = [
        "Room: Overview",
        "Room: Table",
        "Find a council, figure or command",
        "Menu",
        "Save the figure…",
        SEARCH,
        "Filters, folded",
        "Concept to compare",
        &figure,
    ];
    let places: Vec<usize> = stops.iter().map(|name| at(name)).collect();
    assert!(places.is_sorted(), "{order:#?}");
}

#[test]
fn tab_goes_round_each_room_by_named_stops() {
    let mut window = Window::open();
    for (key, room) in [(Key::Num1, "Overview"), (Key::Num2, "Compare"), (Key::Num4, "Council"), (Key::Num5, "Table")] {
        window.press_with(Modifiers::COMMAND, key);
        // To the first stop of the window.
        while focused(&window) != "Rooms, finding and menu" {
            window.press(Key::F6);
        }
        let mut order: Vec<String> = Vec::new();
        loop {
            window.press(Key::Tab);
            let name = focused(&window);
            if order.first() == Some(&name) {
                break;
            }
            assert!(!name.is_empty(), "{room}: a stop without a name after {:?}", order.last());
            order.push(name);
            assert!(order.len() < 60, "{room}: Tab never comes round: {order:#?}");
        }
    }
}

#[test]
fn a_choice_made_by_keyboard_or_screen_reader_closes_its_list() {
    let mut window = compare();
    window.node(Role::ComboBox, &window.selector("Kind of figure")).focus();
    window.press(Key::Enter);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    let offers = |window: &Window, kind| window.names(Role::ListBoxOption).iter().any(|name| name.starts_with(kind));
    assert!(!offers(&window, "Levels as slopes"), "the list is closed");
    assert_eq!(window.state().views.kind, sidebyside::model::FigureKind::Paired);
    assert!(
        window.node(Role::ComboBox, &window.selector("Kind of figure")).is_focused(),
        "and its box has the keyboard again"
    );
    let kind = window.selector("Kind of figure");
    window.activate(Role::ComboBox, &kind);
    window.choice("Kind of figure", "Levels as slopes").click_accesskit();
    window.run();
    assert!(!offers(&window, "Change ("), "closed for a screen reader too");
}

#[test]
fn arrows_go_from_datum_to_datum_and_enter_opens_one() {
    let mut window = compare();
    to_figure(&mut window);
    let data = window.data();
    for datum in &data[..3] {
        window.press(Key::ArrowDown);
        assert_eq!(focused(&window), *datum);
    }
    window.press(Key::ArrowUp);
    assert_eq!(focused(&window), data[1]);
    window.press(Key::End);
    assert_eq!(focused(&window), *data.last().unwrap());
    window.press(Key::ArrowDown);
    assert_eq!(focused(&window), *data.last().unwrap(), "it stays at the end");
    window.press(Key::Home);
    assert_eq!(focused(&window), data[0]);
    window.press(Key::Enter);
    assert!(window.has(Role::Button, "Close") && window.is_on(Role::ListItem, &data[0]));
    assert_eq!(focused(&window), data[0], "the focus stays at the datum");
    window.press(Key::Escape);
    assert!(!window.has(Role::Button, "Close"));
    assert_eq!(focused(&window), data[0], "Escape closes and gives the focus back");
}

#[test]
fn arrows_in_the_list_take_the_focus_along() {
    let mut window = Window::open();
    window.press(Key::F6);
    window.press(Key::F6);
    let listed = window.listed();
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    window.press(Key::Tab);
    window.press(Key::F6);
    assert_eq!(window.state().views.council.as_ref().unwrap().as_str(), listed[1].to_lowercase());
}

#[test]
fn the_table_is_walked_by_rows_and_columns_and_enter_selects() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num5);
    to_figure(&mut window);
    window.press(Key::ArrowDown);
    assert!(focused(&window).starts_with("Council, row 1: "), "{}", focused(&window));
    window.press(Key::ArrowRight);
    window.press(Key::ArrowDown);
    assert!(focused(&window).starts_with("Indicator, row 2: "), "{}", focused(&window));
    window.press(Key::PageDown);
    window.press(Key::PageDown);
    window.press(Key::PageDown);
    assert!(focused(&window).starts_with("Indicator, row 32: "), "scrolled into view: {}", focused(&window));
    window.press(Key::Home);
    assert!(focused(&window).starts_with("Council, row 32: "), "{}", focused(&window));
    window.press(Key::Enter);
    assert_eq!(window.state().views.selected.as_ref(), Some(&window.state().views.pages.table[31].outcome));
    assert!(focused(&window).starts_with("Council, row 32: "), "{}", focused(&window));
}

pub(super) const FIND: &str = "Find a command, council, programme or indicator";

#[test]
fn the_palette_goes_to_a_council_and_gives_the_focus_back() {
    let mut window = compare();
    to_figure(&mut window);
    window.press(Key::ArrowDown);
    let datum = focused(&window);
    window.press_with(Modifiers::COMMAND, Key::K);
    let first = format!("{}, Command", COMMANDS[0].label.trim_end_matches('…'));
    assert!(window.has(Role::TextInput, FIND) && focused(&window) == first);
    window.press(Key::Escape);
    assert_eq!(focused(&window), datum, "Escape gives the focus back");
    window.press_with(Modifiers::COMMAND, Key::K);
    window.harness.event(egui::Event::Text("wolv".to_owned()));
    window.run();
    assert!(window.is_on(Role::ListBoxOption, "Wolverhampton, Council"));
    window.press(Key::Enter);
    assert_eq!(window.state().views.room, Tab::Council);
    assert_eq!(window.state().views.council.as_ref().unwrap().as_str(), "wolverhampton");
    assert_eq!(window.state().window.overlay, None);
    assert_eq!(window.state().find("", 3)[0].name, "Wolverhampton", "what was picked last comes first");
    assert_eq!(focused(&window), "Figure", "the keyboard comes to what was gone to");
    window.press_with(Modifiers::COMMAND, Key::K);
    window.harness.event(egui::Event::Text("fostering enquiries".to_owned()));
    window.run();
    window.press(Key::Enter);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    assert!(focused(&window).contains("fostering enquiries"), "arrows walk its data: {}", focused(&window));
}

#[test]
fn the_palette_goes_to_a_document_and_the_wall_of_what_it_tells() {
    let mut window = compare();
    window.type_into(SEARCH, "wolv");
    window.press(Key::Tab);
    window.press_with(Modifiers::COMMAND, Key::K);
    window.harness.event(egui::Event::Text("village".to_owned()));
    window.run();
    assert!(window.is_on(Role::ListBoxOption, "It takes a village to raise a child, Document"));
    window.press(Key::Enter);
    let state = window.state();
    assert_eq!((state.views.room, state.views.filters.search.as_str()), (Tab::Overview, ""));
    let cites = |id: &sidebyside::model::OutcomeId| {
        let located = state.document.dataset.outcome(id).unwrap();
        located.outcome.sources.iter().any(|cited| cited.source.as_str() == "village")
    };
    let drawn = state.views.pages.overview.drawn();
    assert!(!drawn.is_empty() && drawn.into_iter().all(cites));
}

#[test]
fn whatever_of_a_dataset_has_a_name_the_palette_goes_there() {
    let mut window = Window::open();
    let found = |window: &Window, typed: &str, kind: &str| {
        let all = window.state().find(typed, 60);
        all.into_iter().find(|found| found.kind == kind).unwrap_or_else(|| panic!("no {kind} for {typed}"))
    };
    let region = found(&window, "yorkshire and the humber", "Region");
    let topic = found(&window, "domestic abuse", "Topic");
    let benchmark = found(&window, "national average", "Benchmark");
    assert!(benchmark.name.contains("National average"), "{}", benchmark.name);
    assert!(found(&window, "title page is missing", "Note on a document").name.contains("It takes a village"));
    let noted =
        window.state().document.dataset.councils.iter().find(|c| c.note.split_whitespace().count() > 3).cloned();
    let noted = noted.expect("a council has a note");
    assert!(found(&window, &noted.note, "Note on a council").name.starts_with(&noted.name));
    let mut go = |found: sidebyside::app::Match| {
        for action in found.actions {
            window.harness.state_mut().state.act(action);
        }
        let state = window.state();
        (state.views.room, state.views.filters.clone(), state.views.selected.clone())
    };
    let (room, filters, _) = go(region);
    assert_eq!((room, filters.region.as_deref()), (Tab::Overview, Some("Yorkshire and The Humber")));
    let (room, filters, _) = go(topic);
    assert!(filters.region.is_none() && filters.topic.is_some() && room == Tab::Overview, "{filters:?}");
    let (_, _, selected) = go(benchmark);
    let dataset = window.state().document.dataset.clone();
    assert!(dataset.outcome(&selected.unwrap()).unwrap().outcome.benchmark.is_some());
}

#[test]
fn an_empty_document_leads_to_its_form_an_untitled_one_nowhere() {
    use sidebyside::app::{Action, EditorAction};
    use sidebyside::edit::PartKind;
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::N);
    window.harness.state_mut().state.act(Action::Editor(EditorAction::Add(PartKind::Source)));
    window.run();
    assert!(window.state().find("", 200).iter().all(|found| !found.name.is_empty()));
    window.type_into("Title", "A report");
    window.harness.state_mut().state.act(Action::Show(Tab::Overview));
    let found = window.state().find("a report", 1).remove(0);
    assert_eq!((found.name.as_str(), found.kind), ("A report", "Document"));
    for action in found.actions {
        window.harness.state_mut().state.act(action);
    }
    window.run();
    assert_eq!(window.state().views.room, Tab::Edit);
    assert!(window.has(Role::TextInput, "Title"));
}

#[test]
fn the_palette_has_every_command_with_its_key_or_why_not() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::K);
    let listed = window.names(Role::ListBoxOption);
    for command in COMMANDS.iter().filter(|c| c.label != "Find anything…") {
        let name = command.label.trim_end_matches('…');
        let can_be_used = window.state().why_not(&command.action).is_none();
        let is_listed = listed.iter().any(|line| line.starts_with(name));
        assert!(is_listed || !can_be_used, "{name} is not among {listed:#?}");
        let found = window.state().find(name, 10).into_iter().find(|found| found.actions == [command.action.clone()]);
        assert_eq!(found.map(|found| found.why_not.is_none()), Some(can_be_used), "{name}");
    }
    assert!(!listed.iter().any(|line| line.contains("not now")), "{listed:#?}");
    window.harness.event(egui::Event::Text("untick all".to_owned()));
    window.run();
    assert!(window.has(Role::ListBoxOption, "Untick all, not now: no council is ticked"));
    window.press(Key::Enter);
    assert_eq!(window.state().window.overlay, Some(Overlay::Palette), "nothing happens");
}

#[test]
fn arrows_choose_in_the_palette_and_typing_narrows_it() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::K);
    let lines = window.names(Role::ListBoxOption).into_iter().filter(|l| l.contains(", Command")).collect::<Vec<_>>();
    window.press(Key::ArrowDown);
    assert!(window.is_on(Role::ListBoxOption, &lines[1]));
    window.harness.event(egui::Event::Text("looked-after".to_owned()));
    window.run();
    window.press(Key::Enter);
    assert_eq!(
        (window.state().views.room, window.state().views.concept.as_str()),
        (Tab::Compare, "looked-after children")
    );
}

#[test]
fn a_programme_and_an_indicator_are_gone_to_by_name() {
    let mut window = Window::open();
    let dataset = window.state().document.dataset.clone();
    let programme = &dataset.programmes[3];
    let found = window.state().find(&programme.name, 40).into_iter().find(|f| f.kind == "Programme").unwrap();
    assert_eq!(found.name, programme.name);
    for action in found.actions {
        window.harness.state_mut().state.act(action);
    }
    assert_eq!(window.state().views.room, Tab::Council);
    window.run();
    window.assert_says(&programme.name);
}

#[test]
fn shortcuts_that_edit_text_belong_to_the_text_field() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num4);
    let council = window.state().views.council.clone();
    window.type_into(SEARCH, "leeds");
    window.press_with(Modifiers::COMMAND, Key::ArrowDown);
    window.press(Key::ArrowDown);
    window.press_with(Modifiers::COMMAND, Key::A);
    window.press(Key::Delete);
    assert_eq!(window.state().views.council, council);
    assert_eq!(window.state().views.filters.search, "", "Ctrl+A and Delete cleared the field");
    assert!(window.node(Role::TextInput, SEARCH).is_focused());
}

#[test]
fn escape_leads_out_of_a_field_with_nothing_left_to_clear() {
    let mut window = Window::open();
    window.type_into(SEARCH, "leeds");
    window.press(Key::Escape);
    assert!(window.node(Role::TextInput, SEARCH).is_focused(), "the search is cleared, the cursor stays");
    window.press(Key::Escape);
    assert_eq!(focused(&window), "Councils");
}

#[test]
fn the_page_of_keys_lists_every_command_of_the_table() {
    let mut window = Window::open();
    window.press(Key::F1);
    window.activate(Role::Link, "Keyboard shortcuts");
    let text = window.text();
    for command in COMMANDS.iter() {
        assert!(text.contains(command.label.trim_end_matches('…')) && text.contains(command.hint), "{}", command.label);
        let Some(shortcut) = command.shortcut else { continue };
        let keys = window.harness.ctx.format_shortcut(&shortcut);
        assert!(text.contains(&keys), "{keys}: {}", command.hint);
    }
    window.press(Key::Escape);
    assert!(!window.has(Role::Dialog, "Help"));
}

#[test]
fn no_key_means_two_things() {
    let keys: Vec<_> = COMMANDS.iter().filter_map(|c| c.shortcut).collect();
    for (index, key) in keys.iter().enumerate() {
        assert!(!keys[..index].contains(key), "{key:?} stands twice in the table");
    }
}

#[test]
fn no_shortcut_works_through_a_dialog_and_focus_stays_within() {
    let mut window = Window::open();
    window.menu("Help", "Notices");
    window.press_with(Modifiers::COMMAND, Key::Num2);
    assert_eq!(window.state().views.room, Tab::Overview);
    for _ in 0..5 {
        window.press(Key::Tab);
        assert_eq!(focused(&window), "Close");
    }
    window.press(Key::Enter);
    assert_eq!(window.state().window.overlay, None);
}

#[test]
fn a_focus_whose_control_is_gone_finds_its_way_back() {
    let mut window = compare();
    let first = window.data()[0].clone();
    to_figure(&mut window);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    window.press(Key::F6);
    assert_eq!(focused(&window), "Outcome in full");
    window.press(Key::Tab);
    assert_eq!(focused(&window), "Close");
    window.press(Key::Enter);
    assert_eq!(focused(&window), first, "back at the datum that was opened");
}

#[test]
fn a_menu_opens_and_closes_by_keyboard_and_gives_the_focus_back() {
    let mut window = Window::open();
    window.press(Key::F6);
    while focused(&window) != "Menu" {
        window.press(Key::Tab);
    }
    window.press(Key::Enter);
    while focused(&window) != "File" {
        window.press(Key::Tab);
    }
    window.press(Key::Enter);
    assert!(window.has(Role::MenuItem, "Quit"));
    window.press(Key::Escape);
    assert!(!window.has(Role::MenuItem, "Quit"));
    assert_eq!(focused(&window), "Menu");
}

/// The rings on screen: lines of two points in the accent's colour around something.
pub(super) fn rings(window: &Window) -> Vec<Rect> {
    let accent = sidebyside::theme::Tokens::of(window.state().mode(None)).accent;
    let shapes = &window.harness.output().shapes;
    let rects = shapes.iter().filter_map(|clipped| match &clipped.shape {
        egui::Shape::Rect(rect) => Some(rect),
        _ => None,
    });
    let lines = rects.filter(|r| r.stroke.color == accent && r.stroke.width >= 2.0);
    lines.filter(|r| r.stroke_kind == egui::StrokeKind::Outside).map(|r| r.rect).collect()
}

#[test]
fn one_ring_shows_where_the_keyboard_is_and_none_the_pointer() {
    let mut window = compare();
    assert!(rings(&window).is_empty());
    to_figure(&mut window);
    assert_eq!(rings(&window).len(), 1, "around the pane");
    window.press(Key::ArrowDown);
    let datum = window.node(Role::ListItem, &window.data()[0]).rect();
    assert!(rings(&window).len() == 1 && rings(&window)[0].contains_rect(datum.shrink(1.0)), "{:?}", rings(&window));
    window.press(Key::F6);
    window.press(Key::Tab);
    let file = window.node(Role::Tab, "Room: Overview").rect();
    assert!(rings(&window).len() == 1 && rings(&window)[0].contains_rect(file), "{:?} of {file:?}", rings(&window));
    window.click(Role::Tab, "Room: Overview");
    assert!(rings(&window).is_empty(), "who points needs no ring: {:?}", rings(&window));
}

#[test]
fn nothing_moves_by_itself_and_colours_follow_the_system() {
    let mut window = Window::open();
    let style = window.harness.ctx.style_of(window.harness.ctx.theme());
    assert!(style.animation_time.abs() < f32::EPSILON);
    assert_eq!(style.scroll_animation, egui::style::ScrollAnimation::none());
    window.menu("View", "Dark colours");
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Dark);
    window.menu("View", "Match system");
    assert_eq!(window.state().mode(Some(egui::Theme::Dark)), sidebyside::theme::Mode::Dark);
    assert_eq!(window.state().mode(Some(egui::Theme::Light)), sidebyside::theme::Mode::Light);
}

#[test]
fn presses_that_come_together_are_a_step_each() {
    let mut window = compare();
    for _ in 0..4 {
        window.harness.key_press(Key::F6);
    }
    window.run();
    assert_eq!(focused(&window), "Figure");
}
