//! The palette knows outcomes and every button that is a command; keys whose command can't be used now say why.

use super::*;
use sidebyside::app::{Action, Match};

fn found(window: &Window, typed: &str) -> Vec<Match> {
    window.state().find(typed, 30)
}

#[test]
fn an_outcome_is_found_by_place_and_what_was_counted() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::K);
    window.harness.event(egui::Event::Text("wolverhampton looked".to_owned()));
    window.run();
    let outcome = found(&window, "wolverhampton looked").remove(0);
    assert_eq!(outcome.kind, "Outcome");
    assert!(window.is_on(Role::ListBoxOption, &format!("{}, Outcome", outcome.name)));
    window.press(Key::Enter);
    let state = window.state();
    let located = state.document.dataset.outcome(state.views.selected.as_ref().unwrap()).unwrap();
    assert_eq!(located.outcome.places[0].as_str(), "wolverhampton");
    window.assert_says("780");
}

#[test]
fn an_outcome_comes_after_council_indicator_and_programme() {
    let window = Window::open();
    let dataset = &window.state().document.dataset;
    for council in &dataset.councils {
        assert_ne!(found(&window, &council.name)[0].kind, "Outcome", "{}", council.name);
    }
    for name in dataset.indicators.iter().map(|i| &i.name).chain(dataset.programmes.iter().map(|p| &p.name)) {
        assert_ne!(found(&window, name)[0].kind, "Outcome", "{name}");
    }
}

#[test]
fn every_outcome_shown_is_found_by_a_name_and_no_hidden_one() {
    let mut window = Window::open();
    let names = |window: &Window| {
        let all = window.state().find("", 100_000);
        all.into_iter().filter(|found| found.kind == "Outcome").count()
    };
    let dataset = window.state().document.dataset.clone();
    let shown = dataset.outcomes().filter(|located| located.outcome.role.is_shown_by_default()).count();
    assert_eq!(names(&window), shown);
    window.harness.state_mut().state.act(Action::ToggleUnreal);
    assert_eq!(names(&window), dataset.outcomes().count());
}

#[test]
fn making_a_copy_to_edit_says_why_where_nothing_is_read_only() {
    let mut window = Window::open();
    let copy = found(&window, "make a copy").remove(0);
    assert_eq!((copy.name.as_str(), copy.kind, copy.why_not), ("Make a copy to edit", "Command", None));
    window.menu("Edit", "Make a copy to edit…");
    assert!(window.state().editor.copy_request.is_some(), "it is asked for");
    window.harness.state_mut().state.act(Action::MakeCopy);
    window.run();
    assert!(!window.state().document.is_read_only);
    assert_eq!(found(&window, "make a copy")[0].why_not, Some("this dataset can be edited as it is"));
}

#[test]
fn a_key_without_use_says_why_but_not_undo_and_arrows() {
    let mut window = Window::open();
    let told = |window: &Window| window.state().notices.open.iter().map(|n| n.text.clone()).collect::<Vec<_>>();
    window.press_with(Modifiers::COMMAND, Key::Num6);
    for silent in [Key::Z, Key::Y, Key::ArrowRight] {
        window.press_with(Modifiers::COMMAND, silent);
        window.press_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), silent);
        assert!(told(&window).is_empty(), "{silent:?}: {:?}", told(&window));
    }
    window.press_with(Modifiers::COMMAND, Key::E);
    let why = "Not now: no outcome is open here, so there is no figure.";
    assert_eq!(told(&window), [why]);
    assert_eq!(window.alerts(), [why], "a screen reader hears it too");
}

#[test]
fn a_command_comes_before_mentions_of_it_strewn_letters_last() {
    let mut window = Window::open();
    let (first, kind) = found(&window, "suppress").into_iter().next().map(|found| (found.name, found.kind)).unwrap();
    assert_eq!((first.as_str(), kind), ("Suppress small counts", "Command"));
    // A word in a note is a match; "print" strewn over "Professionals trained in time" is none before it.
    let names: Vec<String> = found(&window, "print").into_iter().map(|found| found.name.to_lowercase()).collect();
    let strewn = names.iter().position(|name| !name.contains("print")).unwrap_or(names.len());
    assert!(strewn > 0 && names[strewn..].iter().all(|name| !name.contains("print")), "{names:#?}");
    window.press_with(Modifiers::COMMAND, Key::K);
    window.harness.event(egui::Event::Text("suppress".to_owned()));
    window.run();
    window.press(Key::Enter);
    assert_eq!(window.state().views.suppression.switch, sidebyside::app::Switch::On);
}

#[test]
fn opened_empty_it_offers_recent_councils_and_usable_commands() {
    let mut window = Window::open();
    for council in ["Leeds", "Camden"] {
        window.go_to(council);
    }
    let offered = found(&window, "");
    assert_eq!([offered[0].name.as_str(), offered[1].name.as_str()], ["Camden", "Leeds"]);
    assert!(offered.iter().any(|found| found.kind == "Command"));
    let not_now: Vec<&Match> = offered.iter().filter(|found| found.why_not.is_some()).collect();
    assert!(not_now.is_empty(), "{not_now:#?}");
    // Typed, it is found, with the reason.
    assert!(found(&window, "revert to saved")[0].why_not.is_some());
}
