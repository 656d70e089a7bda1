//! The window answers whether councils may be compared: in the strip of Compare, and side by side row by row.

use egui::accesskit::Role;
use egui::{Key, Modifiers, OutputCommand};
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
