//! The window answers whether councils may be compared: in the strip of Compare, and side by side row by row.

use egui::accesskit::Role;
use egui::{Key, Modifiers, OutputCommand};
use egui_kittest::kittest::NodeT as _;
use sidebyside::app::{Action, Tab};
use sidebyside::figure::Body;
use sidebyside::model::CouncilId;

use super::Window;

fn ticked(window: &mut Window, councils: &[&str]) {
    for council in councils {
        window.harness.state_mut().state.act(Action::Pin(CouncilId::new(*council)));
    }
    window.run();
}

fn copied(window: &Window) -> Option<String> {
    let commands = &window.harness.output().platform_output.commands;
    commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    })
}

#[test]
fn the_strip_answers_before_the_figure_and_gives_a_sentence() {
    let mut window = Window::open();
    ticked(&mut window, &["leeds", "brighton-and-hove"]);
    window.press_with(Modifiers::COMMAND, Key::Num2);
    let answer = "With care: both fell; since 2011 against one year. Say both fell, not which fell further.";
    window.assert_says(answer);
    let datum = window.datum("Leeds, looked-after children");
    let (strip, datum) = (window.node(Role::Label, answer).rect(), window.node(Role::ListItem, &datum).rect());
    assert!(strip.bottom() < datum.top(), "{strip:?} above {datum:?}");
    window.node(Role::Button, "Copy sentence").click();
    window.harness.step();
    let sentence = copied(&window).expect("nothing was copied");
    assert!(sentence.starts_with("Looked-after children: Leeds fell by 15.5% (since 2011);"), "{sentence}");
    window.run();
    window.click(Role::Button, "Why");
    window.assert_says("Since 2011 against one year.");
    window.assert_says("Why care is needed:");
}

#[test]
fn the_answer_of_a_row_side_by_side_leads_to_its_reasons() {
    let mut window = Window::open();
    ticked(&mut window, &["leeds", "brighton-and-hove"]);
    window.press_with(Modifiers::COMMAND, Key::Num3);
    let badge = window.node(Role::Button, "With care: why, for looked-after children");
    let told = badge.accesskit_node().description().unwrap_or_default();
    assert!(told.contains("Say both fell, not which fell further."), "{told}");
    badge.click();
    window.run();
    assert_eq!(
        (window.state().views.room, window.state().views.concept.as_str()),
        (Tab::Compare, "looked-after children")
    );
    assert!(window.has(Role::Button, "Why"));
}

#[test]
fn one_outcome_gets_no_strip() {
    let mut window = Window::open();
    ticked(&mut window, &["leeds"]);
    window.press_with(Modifiers::COMMAND, Key::Num2);
    // Context stays beside a single council; without it there is nobody to compare with.
    let compare = &window.state().views.pages.compare;
    assert_eq!(compare.comparability.is_some(), compare.drawn().len() > 1);
}

#[test]
fn ticked_councils_stand_side_by_side_by_the_tree_alone() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num3);
    window.assert_says("Tick two to four councils in the list.");
    window.click(Role::Button, "Show Brighton and Hove and Leeds");
    assert_eq!(window.state().views.room, Tab::SideBySide);
    let Body::Grid(grid) = &window.state().views.pages.side_by_side.body else { panic!("no columns") };
    assert_eq!(grid.columns.len(), 2);
    let headings = window.names(Role::Heading);
    for heading in ["Brighton and Hove", "Leeds", "Children in care and protection"] {
        assert!(headings.iter().any(|name| name == heading), "{headings:?}");
    }
    assert!(window.data().iter().any(|datum| datum.starts_with("Leeds, looked-after children")));
}

#[test]
fn of_more_than_four_ticked_the_first_four_stand_and_it_says_so() {
    let mut window = Window::open();
    ticked(&mut window, &["leeds", "brighton-and-hove", "staffordshire", "hull", "devon"]);
    window.press_with(Modifiers::COMMAND, Key::Num3);
    window.assert_says("The first 4 of the 5 ticked councils stand here.");
    let Body::Grid(grid) = &window.state().views.pages.side_by_side.body else { panic!("no columns") };
    assert_eq!(grid.columns.len(), 4);
}

#[test]
fn the_picker_has_two_parts_and_is_used_by_keyboard_alone() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    let picker = window.selector("Concept to compare");
    window.click(Role::ComboBox, &picker);
    let offers = window.state().views.pages.offers.clone();
    let of_several = offers.iter().filter(|offer| offer.is_of_several()).count();
    window.assert_says(&format!("Several councils ({of_several})"));
    window.assert_says(&format!("One council only ({})", offers.len() - of_several));
    assert!(offers.is_sorted_by_key(|offer| !offer.is_of_several()));
    window.harness.event(egui::Event::Text("cp".to_owned()));
    window.run();
    let found: Vec<String> = window.names(Role::ListBoxOption).into_iter().filter(|name| name.ends_with(')')).collect();
    assert!(!found.is_empty() && found.iter().any(|name| name.starts_with("Child protection")), "{found:?}");
    window.press(Key::ArrowDown);
    window.press(Key::ArrowUp);
    window.press(Key::Enter);
    assert!(window.state().views.concept.contains("protection"), "{}", window.state().views.concept);
    assert!(!window.has(Role::TextInput, "Find what to compare"), "it is closed");
    let picker = window.selector("Concept to compare");
    assert!(window.node(Role::ComboBox, &picker).is_focused());
    let before = window.state().views.concept.clone();
    window.press(Key::Enter);
    assert!(window.has(Role::TextInput, "Find what to compare"));
    window.harness.event(egui::Event::Text("zzzz".to_owned()));
    window.run();
    window.assert_says("Nothing to compare is called “zzzz”.");
    window.press(Key::Escape);
    assert!(!window.has(Role::TextInput, "Find what to compare"));
    assert_eq!(window.state().views.concept, before);
}

#[test]
fn nothing_moves_when_an_outcome_is_chosen() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.assert_says("Choose a row: its outcome stands here in full");
    let datum = window.datum("Leeds, looked-after children");
    let before = window.node(Role::ListItem, &datum).rect();
    window.activate(Role::ListItem, &datum);
    assert!(window.has(Role::Button, "Close"));
    assert_eq!(window.node(Role::ListItem, &datum).rect(), before);
    window.click(Role::Button, "Next");
    let drawn: Vec<_> = window.state().views.pages.compare.drawn().into_iter().cloned().collect();
    let at = drawn.iter().position(|id| Some(id) == window.state().views.selected.as_ref()).unwrap();
    window.click(Role::Button, "Previous");
    assert_eq!(window.state().views.selected.as_ref(), drawn.get(at - 1));
    window.node(Role::Button, "Copy this outcome as a sentence").click();
    window.harness.step();
    assert!(copied(&window).is_some_and(|words| !words.is_empty()));
}

#[test]
fn an_outcome_is_let_go_in_a_room_that_does_not_show_it() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    let datum = window.datum("Leeds, looked-after children");
    window.activate(Role::ListItem, &datum);
    window.press_with(Modifiers::COMMAND, Key::Num1);
    assert!(window.state().views.selected.is_some(), "the wall shows it as well");
    window.press_with(Modifiers::COMMAND, Key::Num2);
    let england = window.state().views.pages.compare.drawn().into_iter().find(|id| {
        let dataset = &window.state().document.dataset;
        dataset.outcome(id).is_some_and(|l| l.outcome.role == sidebyside::model::Role::Context)
    });
    let england = england.cloned();
    window.harness.state_mut().state.act(Action::Select(england));
    window.run();
    assert!(window.state().views.selected.is_some());
    window.press_with(Modifiers::COMMAND, Key::Num1);
    assert_eq!(window.state().views.selected, None, "the Overview does not show context");
    assert!(!window.has(Role::Button, "Close"));
}

#[test]
fn a_council_without_a_row_is_told_with_the_way_to_its_page() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.go_to("Camden");
    window.assert_says("Camden published nothing on looked-after children.");
    window.go_to("Leeds");
    let leeds = window.state().views.selected.clone().unwrap();
    assert!(window.state().document.dataset.outcome(&leeds).unwrap().outcome.places.contains(&CouncilId::new("leeds")));
    assert!(!window.text().contains("published nothing"));
    window.go_to("Camden");
    window.click(Role::Button, "Open Camden");
    assert_eq!(window.state().views.room, Tab::Council);
    window.assert_says("Camden");
}
