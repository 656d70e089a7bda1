//! In the window: the switch, the strip that says it is on, every room, and the copy that holds all numbers.

use super::*;
use sidebyside::app::{Action, Question, Replace, Switch, Tab, holds_all};
use sidebyside::compare::Threshold;
use sidebyside::edit::{Edit, OutcomeParent};
use sidebyside::model::{CouncilId, FigureKind, Number, OutcomeId, Published};

use crate::suppression::every_output::{UP_TO, secrets_in, with_secret_statistics};

/// Portsmouth's "22 to 1".
const INCIDENTS: &str = "portsmouth-up2u-incidents";

fn act(window: &mut Window, action: Action) {
    window.harness.state_mut().state.act(action);
    window.run();
}

fn suppressed() -> Window {
    let mut window = Window::open();
    window.menu("View", "Suppress small counts");
    assert_eq!(window.state().views.suppression.switch, Switch::On);
    window
}

#[test]
fn the_strip_stands_above_every_room_while_it_is_on() {
    let mut window = suppressed();
    for room in Tab::ALL {
        act(&mut window, Action::Show(room));
        window.assert_says("Small counts suppressed: 1 to");
        window.assert_says("hidden");
    }
    window.click(Role::Button, "Show all numbers");
    assert!(!window.text().contains("Small counts suppressed"));
    assert_eq!(window.state().document.dataset, window.state().document.original);
}

#[test]
fn every_room_and_the_clipboard_are_made_from_what_is_shown() {
    let mut window = suppressed();
    act(&mut window, Action::GoTo(CouncilId::new("portsmouth")));
    act(&mut window, Action::Select(Some(OutcomeId::new(INCIDENTS))));
    window.assert_says("After: suppressed, 12 months after completion.");
    let pages = &window.state().views.pages;
    for figure in [&pages.council.figure, &pages.overview] {
        assert!(format!("{figure:?}").contains("22 to suppressed"));
        assert!(figure.alt.contains("Counts of 1 to 5 are suppressed"), "{}", figure.alt);
    }
    let line = pages.table.iter().find(|line| line.outcome.as_str() == INCIDENTS).unwrap();
    assert!(line.spoken.contains("22 (12 months before the programme) to suppressed"));
    let copied = window.state().table_cells();
    assert!(copied.contains("22 incidents\tsuppressed"), "{copied}");
}

#[test]
fn another_number_and_another_dataset_keep_it_on() {
    let mut window = suppressed();
    act(&mut window, Action::SuppressUpTo(Threshold::new(30).unwrap()));
    assert!(window.state().views.pages.overview.alt.contains("Counts of 1 to 30"));
    act(&mut window, Action::OpenBuiltIn(sidebyside::dataset::BuiltIn::Claims));
    window.assert_says("Small counts suppressed: 1 to");
    assert!(window.state().views.pages.overview.alt.contains("Counts of 1 to 30"));
}

#[test]
fn a_saved_copy_holds_all_numbers_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("copy.ron");
    let mut window = suppressed();
    act(&mut window, Action::Answer(Question::SaveCopy, path.clone(), Replace::NotAsked));
    let notices: Vec<_> = window.state().notices.open.iter().map(|n| n.text.clone()).collect();
    assert!(notices.iter().any(|text| text.contains(holds_all())), "{notices:?}");
    let saved = sidebyside::dataset::load_file(&path).unwrap().dataset;
    assert_eq!(&saved, window.state().document.original.as_ref());
}

#[test]
fn what_was_edited_while_suppressed_is_in_every_room() {
    let mut window = Window::open();
    window.drop_file(&test_data("valid/small.ron"));
    act(&mut window, Action::ToggleSuppression);
    act(&mut window, Action::Show(Tab::Edit));
    let state = &mut window.harness.state_mut().state;
    let edit = Edit::outcome(&state.document.original, OutcomeParent::Programme(0), 0, "published.after", |outcome| {
        if let Published::Pair { after, .. } = &mut outcome.published {
            after.number = Number::parse("70").unwrap();
        }
    });
    state.act(Action::Edit(Box::new(edit.unwrap())));
    act(&mut window, Action::ToggleUnreal);
    act(&mut window, Action::Show(Tab::Overview));
    let pages = &window.state().views.pages;
    assert!(pages.overview.alt.contains("to 70 (2017)"), "{}", pages.overview.alt);
    assert!(pages.table.iter().any(|line| line.spoken.contains("to 70 (2017)")), "{:?}", pages.table);
}

/// Everything that a reader or a screen reader finds on screen.
fn all_of(window: &Window) -> String {
    let nodes = window.harness.query_all(egui_kittest::kittest::By::new());
    let said = nodes.flat_map(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value(), node.description()].into_iter().flatten()
    });
    said.collect::<Vec<_>>().join("\n")
}

#[test]
fn no_room_no_kind_and_no_clipboard_holds_what_is_hidden() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("made-up.ron");
    std::fs::write(&path, with_secret_statistics()).unwrap();
    let [plain, public] = [false, true].map(|is_suppressed| {
        let mut window = Window::open();
        window.drop_file(&path);
        if is_suppressed {
            act(&mut window, Action::SuppressUpTo(Threshold::new(UP_TO).unwrap()));
            act(&mut window, Action::ToggleSuppression);
        }
        let outcomes: Vec<_> = window.state().document.dataset.outcomes().map(|o| o.outcome.id.clone()).collect();
        let mut said: Vec<(String, String)> = Vec::new();
        for room in Tab::ALL {
            act(&mut window, Action::Show(room));
            match room {
                Tab::Overview => said.push(("the overview".to_owned(), all_of(&window))),
                Tab::Compare => {
                    for kind in FigureKind::ALL
                        .into_iter()
                        .filter(|kind| *kind != FigureKind::Rating && kind.councils().is_none())
                    {
                        act(&mut window, Action::Draw(kind));
                        said.push((format!("{kind:?} in Compare"), all_of(&window)));
                    }
                }
                Tab::SideBySide => {
                    for council in ["p0", "p2", "p5"].map(CouncilId::new) {
                        act(&mut window, Action::Pin(council));
                    }
                    said.push(("the councils side by side".to_owned(), all_of(&window)));
                    act(&mut window, Action::UnpinAll);
                }
                Tab::Council => {
                    for council in ["p0", "p2", "p5"].map(CouncilId::new) {
                        act(&mut window, Action::GoTo(council.clone()));
                        said.push((format!("the council {council}"), all_of(&window)));
                    }
                }
                Tab::Table => {
                    for outcome in &outcomes {
                        act(&mut window, Action::Select(Some(outcome.clone())));
                        said.push((format!("the panel of {outcome}"), all_of(&window)));
                    }
                    said.push(("the clipboard".to_owned(), window.state().table_cells()));
                }
                // Its author changes the numbers there.
                Tab::Edit => {}
            }
        }
        said
    });
    for ((name, plain), (_, public)) in plain.iter().zip(&public) {
        assert!(!secrets_in(plain).is_empty(), "{name} shows nothing where nothing is hidden: {plain}");
        assert_eq!(secrets_in(public), [""; 0], "{name}: {public}");
    }
}
