//! Views that are kept: under a name, in the dataset, opened again as they were, in order, and by the text that a colleague pastes.

use super::*;
use sidebyside::app::{Action, CouncilScope, SavedViewsStep, Scope, Tab};
use sidebyside::dataset::load_text;
use sidebyside::figure::figure;
use sidebyside::model::{CouncilId, FigureKind, Order, SavedView, ShownAs, ViewRoom};

const ENQUIRIES: &str = "fostering enquiries";

/// The window on a copy of the built-in dataset, comparing two councils on fostering enquiries.
fn comparing() -> Window {
    let mut window = Window::open();
    let state = &mut window.harness.state_mut().state;
    state.act(Action::MakeCopy);
    for council in ["barnsley", "hampshire"] {
        state.act(Action::Pin(CouncilId::new(council)));
    }
    for action in [Action::Compare(ENQUIRIES.to_owned()), Action::Draw(FigureKind::Paired), Action::Sort(Order::Name)] {
        state.act(action);
    }
    window.run();
    window
}

/// Keeps what is on screen as a person does.
fn keep(window: &mut Window, name: &str) {
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::K);
    window.harness.event(egui::Event::Text(name.to_owned()));
    window.run();
    window.click(Role::Button, "Keep");
}

fn kept(window: &Window) -> Vec<String> {
    window.state().document.original.views.iter().map(|view| view.name.clone()).collect()
}

/// Leaves the view for another one.
fn leave(window: &mut Window) {
    for action in [Action::UnpinAll, Action::Sort(Order::Period), Action::Show(Tab::Overview)] {
        window.harness.state_mut().state.act(action);
    }
    window.run();
}

#[test]
fn a_kept_view_opens_again_as_it_was_and_can_be_taken_back() {
    let mut window = comparing();
    let before = window.data();
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::K);
    let title = window.state().views.pages.compare.title.clone();
    assert_eq!(window.node(Role::TextInput, "Name").accesskit_node().value().as_deref(), Some(title.as_str()));
    window.harness.event(egui::Event::Text("For the committee".to_owned()));
    window.run();
    window.press(Key::Enter);
    assert_eq!(kept(&window), ["For the committee"]);
    assert!(window.alerts()[0].starts_with("Kept the view For the committee."), "{:?}", window.alerts());
    leave(&mut window);
    window.menu("Kept views", "Open the view For the committee");
    let views = &window.state().views;
    assert_eq!((views.room, views.kind, views.order), (Tab::Compare, FigureKind::Paired, Order::Name));
    assert_eq!((views.concept.as_str(), views.council_scope), (ENQUIRIES, CouncilScope::Ticked));
    assert_eq!(window.data(), before);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(kept(&window), Vec::<String>::new());
}

#[test]
fn on_the_example_a_view_is_kept_in_a_copy() {
    let mut window = Window::open();
    keep(&mut window, "Mine");
    window.assert_says("Keep the view Mine");
    window.click(Role::Button, "Make a copy to edit");
    assert_eq!(kept(&window), ["Mine"]);
}

#[test]
fn a_view_of_the_same_name_takes_the_place_of_the_one_before() {
    let mut window = comparing();
    keep(&mut window, "Mine");
    window.harness.state_mut().state.act(Action::Draw(FigureKind::Change));
    window.run();
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::K);
    window.harness.event(egui::Event::Text("mine".to_owned()));
    window.run();
    window.assert_says("A view of this name is kept already; it is replaced.");
    window.click(Role::Button, "Keep");
    let views = &window.state().document.original.views;
    assert_eq!((views.len(), views[0].name.as_str(), views[0].kind), (1, "Mine", FigureKind::Change));
}

#[test]
fn ctrl_page_down_and_up_go_from_view_to_view() {
    let mut window = comparing();
    keep(&mut window, "One");
    leave(&mut window);
    keep(&mut window, "Two");
    let room = |window: &Window| window.state().views.room;
    window.press_with(Modifiers::COMMAND, Key::PageDown);
    assert_eq!(room(&window), Tab::Compare, "after the last comes the first");
    window.press_with(Modifiers::COMMAND, Key::PageDown);
    assert_eq!(room(&window), Tab::Overview);
    window.press_with(Modifiers::COMMAND, Key::PageUp);
    assert_eq!(room(&window), Tab::Compare);
    window.press_with(Modifiers::COMMAND, Key::PageUp);
    assert_eq!(room(&window), Tab::Overview, "before the first comes the last");
}

#[test]
fn views_are_renamed_moved_and_deleted_and_each_is_a_step() {
    let mut window = comparing();
    keep(&mut window, "One");
    keep(&mut window, "Two");
    window.menu("Kept views", "All kept views…");
    window.click(Role::Button, "Move the view Two up");
    assert_eq!(kept(&window), ["Two", "One"]);
    window.click(Role::Button, "Rename the view One");
    window.harness.event(egui::Event::Text("First".to_owned()));
    window.run();
    window.press(Key::Enter);
    assert_eq!(kept(&window), ["Two", "First"]);
    window.click(Role::Button, "Delete the view Two");
    assert_eq!(kept(&window), ["First"]);
    window.press(Key::Escape);
    for before in [vec!["Two", "First"], vec!["Two", "One"], vec!["One", "Two"], vec!["One"], vec![]] {
        window.press_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(kept(&window), before);
    }
}

#[test]
fn a_pasted_text_opens_the_view_and_says_what_is_not_there() {
    let mut window = Window::open();
    let paste = |window: &mut Window, text: &str| {
        window.harness.event(egui::Event::Paste(text.to_owned()));
        window.run();
    };
    let text = "sidebyside-view 1: room=compare; concept=fostering enquiries; councils=barnsley,nowhere; kind=paired; colour=red";
    paste(&mut window, text);
    let views = &window.state().views;
    assert_eq!((views.room, views.pinned.as_slice()), (Tab::Compare, &[CouncilId::new("barnsley")][..]));
    let told = window.alerts().join(" ");
    assert!(told.contains("\"nowhere\"") && told.contains("\"colour=red\" was not understood"), "{told}");
    window.press(Key::Escape);
    paste(&mut window, "Leeds");
    assert!(window.alerts()[0].starts_with("This is no view"), "{:?}", window.alerts());
    window.press(Key::Escape);
    window.menu("Kept views", "Paste a view…");
    paste(&mut window, "sidebyside-view 7: room=council");
    window.press(Key::Enter);
    window.assert_says("copied from a newer version");
    window.type_into("Text of the view", "");
    window.press_with(Modifiers::COMMAND, Key::A);
    paste(&mut window, "sidebyside-view 1: room=council; councils=leeds");
    window.press(Key::Enter);
    assert_eq!((window.state().views.room, window.state().saved_views.dialog.clone()), (Tab::Council, None));
}

#[test]
fn what_is_on_screen_is_what_its_text_asks_for_in_every_room() {
    let mut window = comparing();
    let state = &mut window.harness.state_mut().state;
    for region in [None, Some("South East".to_owned())] {
        state.act(Action::FilterRegion(region));
        for (tab, scope) in [
            (Tab::Overview, Scope::All),
            (Tab::Compare, Scope::All),
            (Tab::SideBySide, Scope::All),
            (Tab::Council, Scope::All),
            (Tab::Table, Scope::All),
            (Tab::Table, Scope::Concept),
            (Tab::Table, Scope::Council),
        ] {
            state.act(Action::FillTable(scope));
            state.act(Action::Show(tab));
            state.act(Action::SavedViews(SavedViewsStep::Copy));
            let text = state.take_effects().into_iter().find_map(|effect| match effect {
                sidebyside::app::Effect::CopyText(text) => Some(text),
                _ => None,
            });
            let view = SavedView::of_text(&text.unwrap()).unwrap().view;
            let dataset = state.document.dataset.clone();
            let drawn = figure(&dataset, &view.view(&dataset), view.figure_kind()).unwrap();
            if view.shown_as == ShownAs::Figure {
                // The window lists claims without a number, and sets the reader's own council apart; the outcomes are the same.
                let sorted = |figure: &sidebyside::figure::Figure| {
                    let mut outcomes: Vec<_> = figure.drawn().into_iter().cloned().collect();
                    outcomes.sort();
                    outcomes
                };
                assert_eq!(sorted(&drawn), sorted(state.figure_on_screen()), "{tab:?}: {}", view.to_text());
                assert_eq!(drawn.left_out, state.figure_on_screen().left_out, "{tab:?}");
            } else {
                let rows: Vec<_> = state.views.pages.table.iter().map(|row| row.outcome.clone()).collect();
                let mut asked: Vec<_> =
                    view.view(&dataset).select(&dataset).iter().map(|l| l.outcome.id.clone()).collect();
                asked.retain(|id| rows.contains(id));
                assert_eq!((asked.len(), view.view(&dataset).select(&dataset).len()), (rows.len(), rows.len()));
            }
            // Opened from elsewhere it is the same again.
            let before = (state.figure_on_screen().clone(), state.views.room, state.table.scope);
            state.act(Action::Show(Tab::Overview));
            state.act(Action::UnpinAll);
            state.act(Action::ClearFilters);
            state.act(Action::SavedViews(SavedViewsStep::Paste(view.to_text())));
            let scope_matters = tab == Tab::Table;
            assert_eq!((state.figure_on_screen(), state.views.room), (&before.0, before.1), "{tab:?}");
            assert!(!scope_matters || state.table.scope == before.2);
            // Back to both councils for the next room.
            state.act(Action::UnpinAll);
            for council in ["barnsley", "hampshire"] {
                state.act(Action::Pin(CouncilId::new(council)));
            }
            state.act(Action::FilterRegion((!view.region.is_empty()).then(|| view.region.clone())));
        }
    }
}

#[test]
fn the_readers_own_words_are_kept_with_a_view_and_come_back() {
    let mut window = comparing();
    let title = window.state().views.pages.compare.title.clone();
    let text = SavedView {
        room: ViewRoom::Compare,
        concept: ENQUIRIES.to_owned(),
        councils: vec![CouncilId::new("barnsley"), CouncilId::new("hampshire")],
        kind: FigureKind::Paired,
        order: Order::Name,
        words: sidebyside::model::OwnWords {
            changed: vec![sidebyside::model::ChangedWords {
                place: sidebyside::model::WordingSlot::Title,
                was: title,
                is: "More people asked".to_owned(),
            }],
            ..Default::default()
        },
        ..SavedView::default()
    }
    .to_text();
    window.harness.event(egui::Event::Paste(text));
    window.run();
    assert_eq!(window.state().figure_on_screen().title, "More people asked");
    keep(&mut window, "Reworded");
    let words = &window.state().document.original.views[0].words;
    assert_eq!(words.changed[0].is, "More people asked");
}

#[test]
fn a_view_is_found_by_name_and_stands_in_the_list_of_parts() {
    let mut window = comparing();
    keep(&mut window, "For the committee");
    leave(&mut window);
    let found = window.state().find("for the comm", 5);
    assert_eq!(found[0].name, "View: For the committee");
    window.press_with(Modifiers::COMMAND, Key::Num6);
    // The part that was edited last is the one that is shown.
    window.assert_says("Compare: fostering enquiries");
    window.activate(Role::Button, "Open this view");
    assert_eq!(window.state().views.room, Tab::Compare);
}

#[test]
fn saving_asks_once_before_older_versions_are_shut_out() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("mine.ron");
    std::fs::copy(test_data("valid/small.ron"), &path).unwrap();
    let mut window = Window::open();
    window.drop_file(&path);
    keep(&mut window, "Mine");
    window.press_with(Modifiers::COMMAND, Key::S);
    window.assert_says("came with format 2");
    window.click(Role::Button, "Cancel");
    assert!(load_text(&std::fs::read_to_string(&path).unwrap()).unwrap().dataset.views.is_empty());
    window.press_with(Modifiers::COMMAND, Key::S);
    window.click(Role::Button, "Save in the new format");
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("(\n    format: 2,"));
    keep(&mut window, "Another");
    window.press_with(Modifiers::COMMAND, Key::S);
    let saved = load_text(&std::fs::read_to_string(&path).unwrap()).unwrap().dataset;
    assert_eq!(saved.views.len(), 2, "nobody was asked again");
    let mut again = Window::open();
    again.drop_file(&path);
    keep(&mut again, "Third");
    again.press_with(Modifiers::COMMAND, Key::S);
    assert_eq!(load_text(&std::fs::read_to_string(&path).unwrap()).unwrap().dataset.views.len(), 3);
}

#[test]
fn figures_of_all_views_are_saved_together() {
    let folder = tempfile::TempDir::new().unwrap();
    let mut window = comparing();
    keep(&mut window, "Two councils");
    window.menu("Kept views", "Save figures of all kept views…");
    window.assert_says("Each is saved as it was kept");
    window.type_into("Folder", "");
    window.press_with(Modifiers::COMMAND, Key::A);
    window.harness.event(egui::Event::Text(folder.path().display().to_string()));
    window.run();
    window.click(Role::Button, "Begin");
    let mut made: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    made.sort();
    assert_eq!(made, ["two-councils.png", "two-councils.svg"]);
}
