//! Everything that would lose unsaved edits asks first: save, discard, cancel.

use super::*;

const ASKED: &str = "Save the edits of mine.ron?";

/// A way to lose the edits.
type Way = fn(&mut Window, &Desk);

/// Every way, with its name.
const WAYS: [(&str, Way); 7] = [
    ("new", |window, _| window.press_with(Modifiers::COMMAND, Key::N)),
    ("open", |window, desk| {
        window.press_with(Modifiers::COMMAND, Key::O);
        window.write_path(&desk.path("other.ron"));
        window.press(Key::Enter);
    }),
    ("open recent", |window, desk| window.do_this(Action::Open(desk.path("other.ron")))),
    ("drop", |window, desk| window.drop_file(&desk.path("other.ron"))),
    ("built-in", |window, _| window.menu("File", "Built-in dataset: programmes and claims")),
    ("revert", |window, _| window.menu("File", "Revert to saved")),
    ("quit", |window, _| window.press_with(Modifiers::COMMAND, Key::Q)),
];

/// Whether what was asked for has come about.
fn has_happened(name: &str, window: &Window) -> bool {
    let document = &window.state().document;
    match name {
        "new" => document.name == "Untitled dataset",
        "built-in" => document.name == "built-in dataset",
        "revert" => document.name == "mine.ron" && !document.history.is_modified(),
        "quit" => window.state().session.is_closing,
        _ => document.name == "other.ron",
    }
}

#[test]
fn cancel_and_escape_leave_the_edits_and_what_was_open() {
    for (name, lose) in WAYS {
        for by_key in [true, false] {
            let desk = Desk::new();
            desk.file("other.ron");
            let (mut window, path) = desk.edited();
            lose(&mut window, &desk);
            window.assert_says(ASKED);
            if by_key {
                window.press(Key::Escape);
            } else {
                window.click(Role::Button, "Cancel");
            }
            assert!(!has_happened(name, &window) && window.is_unsaved(), "{name}");
            assert_eq!((window.title().as_str(), title_in(&path).as_str()), ("Ours", "A small dataset"), "{name}");
            assert!(!window.text().contains(ASKED), "{name}");
        }
    }
}

#[test]
fn discard_goes_on_and_leaves_the_file_as_it_was() {
    for (name, lose) in WAYS {
        let desk = Desk::new();
        desk.file("other.ron");
        let (mut window, path) = desk.edited();
        lose(&mut window, &desk);
        window.click(Role::Button, "Discard");
        assert!(has_happened(name, &window), "{name}: {}", window.state().document.name);
        assert_eq!(title_in(&path), "A small dataset", "{name}");
        window.end();
        assert_eq!(desk.journals(), 0, "{name}: what was discarded is not offered back");
    }
}

#[test]
fn save_has_the_focus_saves_and_goes_on() {
    for (name, lose) in WAYS {
        let desk = Desk::new();
        desk.file("other.ron");
        let (mut window, path) = desk.edited();
        lose(&mut window, &desk);
        window.press(Key::Enter);
        window.run();
        assert!(has_happened(name, &window), "{name}: {}", window.state().document.name);
        assert_eq!(title_in(&path), "Ours", "{name}");
        if name == "revert" {
            assert_eq!(window.title(), "Ours", "what was saved, not what was read before");
        }
    }
}

#[test]
fn save_without_a_file_is_save_as_and_then_does_what_was_asked() {
    let desk = Desk::new();
    let mut window = desk.start(None);
    window.press_with(Modifiers::COMMAND, Key::N);
    window.retitle("Ours");
    window.press_with(Modifiers::COMMAND, Key::Q);
    window.press(Key::Enter);
    assert!(!window.state().session.is_closing);
    window.write_path(&desk.path("ours.ron"));
    window.press(Key::Enter);
    assert!(window.state().session.is_closing && !window.is_unsaved());
    assert!(desk.path("ours.ron").exists());
}

#[test]
fn a_name_that_is_put_aside_does_nothing_of_what_was_asked() {
    let desk = Desk::new();
    let mut window = desk.start(None);
    window.press_with(Modifiers::COMMAND, Key::N);
    window.retitle("Ours");
    window.press_with(Modifiers::COMMAND, Key::Q);
    window.press(Key::Enter);
    window.press(Key::Escape);
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.write_path(&desk.path("ours.ron"));
    window.press(Key::Enter);
    assert!(!window.state().session.is_closing && desk.path("ours.ron").exists());
}

#[test]
fn a_save_that_fails_does_not_go_on() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    std::fs::remove_file(&path).unwrap();
    std::fs::create_dir(&path).unwrap();
    window.press_with(Modifiers::COMMAND, Key::Q);
    window.press(Key::Enter);
    assert!(!window.state().session.is_closing && window.is_unsaved());
    assert!(window.bar().contains("Not saved; your edits are still here."), "{}", window.bar());
}

#[test]
fn the_window_closes_at_once_with_nothing_unsaved_or_asks() {
    let desk = Desk::new();
    let mut window = desk.start(Some(&desk.file("mine.ron")));
    assert!(window.close());
    window.retitle("Ours");
    assert!(!window.close());
    window.assert_says(ASKED);
    // Asked again while the question is open, it stays open.
    assert!(!window.close());
    window.press(Key::Escape);
    assert!(!window.state().session.is_closing && window.is_unsaved());
    assert!(!window.close());
    window.click(Role::Button, "Discard");
    assert!(window.state().session.is_closing && window.close());
}

#[test]
fn undoing_all_edits_leaves_nothing_to_ask() {
    let desk = Desk::new();
    let (mut window, _) = desk.edited();
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.press_with(Modifiers::COMMAND, Key::N);
    assert_eq!(window.state().document.name, "Untitled dataset");
}

#[test]
fn what_can_not_be_opened_asks_nothing() {
    let desk = Desk::new();
    let (mut window, _) = desk.edited();
    window.drop_file(&test_data("invalid/missing-comma.ron"));
    assert!(!window.text().contains(ASKED) && window.is_unsaved());
}

/// Does these one after the other before anything that they begin is heard of, and then waits.
fn at_once(window: &mut Window, actions: Vec<Action>) {
    for action in actions {
        window.harness.state_mut().state.act(action);
    }
}

#[test]
fn reverting_while_a_save_runs_gives_what_was_saved() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    at_once(&mut window, vec![Action::Session(SessionAction::Save), Action::Session(SessionAction::Revert)]);
    window.run();
    window.run();
    assert_eq!((window.title().as_str(), title_in(&path).as_str()), ("Ours", "Ours"));
    assert!(!window.is_unsaved() && window.bar().is_empty());
}

#[test]
fn what_was_undone_while_a_save_runs_is_asked_about() {
    for (answer, title) in [("Save", "A small dataset"), ("Discard", "Ours")] {
        let desk = Desk::new();
        let (mut window, path) = desk.edited();
        at_once(&mut window, vec![Action::Session(SessionAction::Save), Action::Undo, Action::Quit]);
        assert!(!window.state().session.is_closing && !window.state().may_close());
        let answer = if answer == "Save" { Answer::Save } else { Answer::Discard };
        at_once(&mut window, vec![Action::Session(SessionAction::Reply(answer))]);
        assert!(!window.state().session.is_closing, "it waits for the save");
        window.run();
        window.run();
        assert!(window.state().session.is_closing);
        assert_eq!(title_in(&path), title);
    }
}

#[test]
fn a_name_chosen_while_a_save_runs_is_saved_to_after_it() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    let second = desk.path("second.ron");
    let save_as = Action::Answer(Question::SaveAs, second.clone(), Replace::NotAsked);
    at_once(&mut window, vec![Action::Session(SessionAction::Save), save_as, Action::Quit]);
    assert!(!window.state().session.is_closing);
    window.run();
    window.run();
    assert_eq!((title_in(&path).as_str(), title_in(&second).as_str()), ("Ours", "Ours"));
    assert!(window.state().session.is_closing && window.state().document.name == "second.ron");
}

/// Types a text that is not understood.
fn type_wrong(window: &mut Window) {
    let (place, field) = (PartPath::Source(0), "year".to_owned());
    window.do_this(Action::Editor(EditorAction::Type(place, field, "soon".to_owned())));
}

#[test]
fn what_was_typed_and_not_understood_is_not_lost_unasked() {
    for (name, lose) in WAYS.into_iter().filter(|(name, _)| *name != "revert") {
        let desk = Desk::new();
        desk.file("other.ron");
        let mut window = desk.start(Some(&desk.file("mine.ron")));
        type_wrong(&mut window);
        assert!(!window.state().may_close());
        lose(&mut window, &desk);
        window.assert_says("1 typed text that is not understood yet can't be saved.");
        window.click(Role::Button, "Cancel");
        assert!(!has_happened(name, &window) && window.state().editor.drafts.waiting() == 1, "{name}");
        lose(&mut window, &desk);
        window.click(Role::Button, "Discard");
        assert!(has_happened(name, &window), "{name}");
    }
}

#[test]
fn saving_edits_first_still_asks_about_what_was_typed() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    type_wrong(&mut window);
    window.press_with(Modifiers::COMMAND, Key::Q);
    window.assert_says(ASKED);
    window.press(Key::Enter);
    assert_eq!(title_in(&path), "Ours");
    assert!(!window.state().session.is_closing);
    window.assert_says("Lose what was typed in mine.ron?");
    window.click(Role::Button, "Discard");
    assert!(window.state().session.is_closing);
}

#[test]
fn revert_and_take_theirs_ask_before_a_typed_text_goes() {
    let desk = Desk::new();
    let path = desk.file("mine.ron");
    let mut window = desk.start(Some(&path));
    type_wrong(&mut window);
    window.do_this(Action::Session(SessionAction::Revert));
    window.assert_says("1 typed text that is not understood yet can't be saved.");
    window.click(Role::Button, "Cancel");
    assert_eq!(window.state().editor.drafts.waiting(), 1);
    std::fs::write(&path, std::fs::read_to_string(&path).unwrap().replace("CC0-1.0", "OGL-UK-3.0")).unwrap();
    window.look();
    window.click(Role::Button, "Take theirs");
    window.assert_says("Take theirs, and lose your edits?");
    window.assert_says("1 typed text that is not understood yet can't be saved.");
    window.press(Key::Escape);
    assert_eq!(window.state().editor.drafts.waiting(), 1);
    assert_eq!(window.state().document.original.licence, "CC0-1.0");
}
