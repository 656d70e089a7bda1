//! Nothing on screen is written as a file writes it: no ISO date, no word with an underscore, no hyphen for a minus.

use super::*;
use sidebyside::app::{Action, Tab};

/// How many outcomes are opened, taken evenly from all.
const OPENED: usize = 20;

/// Why a text reads as a file's and not as a reader's, if it does.
fn fault(text: &str) -> Option<&'static str> {
    let letters: Vec<char> = text.chars().collect();
    let at = |index: Option<usize>| index.and_then(|i| letters.get(i)).copied().unwrap_or(' ');
    let digits = |from: usize, count: usize| (from..from + count).all(|i| at(Some(i)).is_ascii_digit());
    for (i, letter) in letters.iter().enumerate() {
        let before = at(i.checked_sub(1));
        let after = at(Some(i + 1));
        match letter {
            // 2013-2017 and 2016-17 are spans of years as documents print them; 2016-17 is also no month.
            '-' if i >= 4 && digits(i - 4, 4) && digits(i + 1, 2) && !digits(i + 1, 3) => {
                let month: u32 = [at(Some(i + 1)), at(Some(i + 2))].iter().collect::<String>().parse().unwrap();
                if (1..=12).contains(&month) {
                    return Some("an ISO date");
                }
            }
            '-' if after.is_ascii_digit() && !before.is_alphanumeric() => return Some("a hyphen for a minus"),
            '_' if before.is_alphanumeric() && after.is_alphanumeric() => return Some("an underscore"),
            _ => {}
        }
    }
    None
}

fn faults_on_screen(window: &Window) -> Vec<String> {
    let nodes = window.harness.root().children_recursive();
    nodes
        .flat_map(|node| {
            let node = node.accesskit_node();
            [node.label(), node.value(), node.description()].into_iter().flatten().collect::<Vec<_>>()
        })
        .filter_map(|text| fault(&text).map(|why| format!("{why}: {text}")))
        .collect()
}

#[test]
fn no_text_on_screen_is_written_as_a_file_writes_it() {
    let mut window = Window::open();
    let ids: Vec<_> = window.state().document.dataset.outcomes().map(|located| located.outcome.id.clone()).collect();
    let ids: Vec<_> = ids.iter().step_by(ids.len() / OPENED).cloned().collect();
    assert!(ids.len() >= OPENED);
    let mut found = std::collections::BTreeSet::new();
    for room in Tab::ALL.into_iter().filter(|room| *room != Tab::Edit) {
        window.harness.state_mut().state.act(Action::Show(room));
        for id in &ids {
            window.harness.state_mut().state.act(Action::Select(Some(id.clone())));
            window.run();
            found.extend(faults_on_screen(&window).into_iter().map(|text| format!("{room:?}: {text}")));
        }
    }
    // The forms of the same outcomes.
    for id in &ids {
        window.harness.state_mut().state.act(Action::Show(Tab::Overview));
        window.harness.state_mut().state.act(Action::Select(Some(id.clone())));
        window.harness.state_mut().state.act(Action::Show(Tab::Edit));
        window.run();
        found.extend(faults_on_screen(&window).into_iter().map(|text| format!("Edit: {text}")));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_text_of_a_file_is_told_from_one_for_readers() {
    for (text, is_fault) in [
        ("until 2016-03-31", true),
        ("2016-03", true),
        ("single_grade", true),
        ("from -5 to 3", true),
        ("Ofsted single inspection framework (2013-2017)", false),
        ("2016-17", false),
        ("\u{2212}5", false),
        ("Apr\u{2013}Sep 2017", false),
        ("COVID-19", false),
    ] {
        assert_eq!(fault(text).is_some(), is_fault, "{text}");
    }
}
