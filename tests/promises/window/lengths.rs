//! Names of 500 characters and numbers of 15 digits: no label leaves its pane, in any room.

use super::*;
use sidebyside::app::{Action, Tab};
use sidebyside::edit::Edit;
use sidebyside::model::{LONGEST_NAME, Level, Number, Outcome, Published};

/// The longest name there may be, in words, or in one word that can't be broken.
fn name(breaks: bool) -> String {
    let word = if breaks { "Fostering " } else { "Fostering-" };
    word.repeat(LONGEST_NAME).chars().take(LONGEST_NAME - 1).chain(['x']).collect()
}

/// A copy of the example in which a programme, its council and the indicator have these names, and the levels as many digits as
/// can be written.
fn stretched(size: Vec2, breaks: bool) -> Window {
    let mut window = Window::of_size(size, 1.0);
    window.harness.state_mut().state.act(Action::MakeCopy);
    window.run();
    let dataset = window.state().document.original.clone();
    let is_pair = |outcome: &Outcome| matches!(outcome.published, Published::Pair { .. });
    let programme = dataset.programmes.iter().position(|p| p.outcomes.iter().any(is_pair)).unwrap();
    let at = dataset.programmes[programme].outcomes.iter().position(is_pair).unwrap();
    let outcome = &dataset.programmes[programme].outcomes[at];
    let council = dataset.councils.iter().position(|c| c.id == outcome.places[0]).unwrap();
    let indicator = dataset.indicators.iter().position(|i| i.id == outcome.indicator).unwrap();
    let home = sidebyside::edit::OutcomeParent::Programme(programme);
    let level = |text: &str, old: &Level| Level { number: Number::parse(text).unwrap(), period: old.period.clone() };
    let edits = [
        Edit::council(&dataset, council, "name", |c| c.name = name(breaks)),
        Edit::indicator(&dataset, indicator, "name", |i| {
            i.name = name(breaks);
            i.unit = name(breaks).chars().take(100).collect::<String>().into();
        }),
        Edit::programme(&dataset, programme, "name", |p| p.name = name(breaks)),
        Edit::outcome(&dataset, home, at, "published", |o| {
            if let Published::Pair { before, after, stated, .. } = &mut o.published {
                (*before, *after) = (level("123456789012345", before), level("987654321098765", after));
                stated.clear();
            }
        }),
    ];
    let state = &mut window.harness.state_mut().state;
    for edit in edits {
        state.act(Action::Edit(Box::new(edit.unwrap())));
    }
    // Its neighbours in the list, and a document, are as long.
    for nth in [0, 1].into_iter().filter(|nth| *nth != council) {
        let edit = Edit::council(&state.document.original, nth, "name", |c| c.name = name(breaks));
        state.act(Action::Edit(Box::new(edit.unwrap())));
    }
    for nth in 0..dataset.sources.len() {
        let edit = Edit::source(&state.document.original, nth, "title", |s| s.title = name(breaks));
        state.act(Action::Edit(Box::new(edit.unwrap())));
    }
    let (place, id) = (dataset.councils[council].id.clone(), outcome.id.clone());
    state.act(Action::GoTo(place));
    state.act(Action::Select(Some(id)));
    window.run();
    window
}

/// Where it stands; `None` for what is out of sight in a scroll area.
fn rect_of(node: &Node<'_>) -> Option<Rect> {
    let at = node.accesskit_node().bounding_box()?;
    Some(Rect::from_min_max(egui::pos2(at.x0 as f32, at.y0 as f32), egui::pos2(at.x1 as f32, at.y1 as f32)))
}

/// What is said that reaches beyond its pane, sideways: beyond the list where it begins there, beyond the middle where it begins
/// there, and beyond the window.
fn beyond(window: &Window) -> Vec<String> {
    let panes: Vec<(String, Rect)> = [Role::Navigation, Role::Main, Role::Complementary]
        .into_iter()
        .flat_map(|role| window.harness.query_all_by_role(role))
        .filter_map(|node| Some((name_of(&node).unwrap_or_default(), rect_of(&node)?)))
        .collect();
    let pane = |names: [&str; 2]| panes.iter().find(|(name, _)| names.contains(&name.as_str())).map(|(_, rect)| *rect);
    let list = pane(["Councils", "Contents of the dataset"]);
    let side = pane(["Outcome in full", "How it will look"]);
    let mut out = Vec::new();
    for role in [Role::Label, Role::Button, Role::Heading, Role::Link, Role::TextInput] {
        for node in window.harness.query_all_by_role(role) {
            let Some(rect) = rect_of(&node) else { continue };
            let edge = match (list, side) {
                (Some(list), _) if list.contains(rect.left_center()) => list.right(),
                (_, Some(side)) if rect.left() < side.left() && side.y_range().contains(rect.center().y) => side.left(),
                _ => window.screen().right(),
            };
            // The table scrolls sideways by itself.
            let scrolls =
                window.state().views.room == Tab::Table && rect.left() > list.map_or(0.0, |list| list.right());
            let is_seen = window.screen().contains(rect.left_center()) && rect.is_positive();
            if is_seen && !scrolls && rect.right() > edge + 8.0 {
                let start: String = name_of(&node).unwrap_or_default().chars().take(60).collect();
                out.push(format!("{role:?} {start:?} at {rect:?} leaves {edge}"));
            }
        }
    }
    out
}

#[test]
fn the_longest_names_and_numbers_leave_no_pane() {
    let mut found = Vec::new();
    for (size, breaks) in [(LAPTOP, true), (LAPTOP, false), (vec2(1024.0, 640.0), true), (vec2(1024.0, 640.0), false)] {
        let mut window = stretched(size, breaks);
        for room in Tab::ALL {
            window.harness.state_mut().state.act(Action::Show(room));
            window.run();
            for what in beyond(&window) {
                found.push(format!("{room:?} at {size:?}, breaks: {breaks}: {what}"));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
