//! After a crash every journalled edit is offered back, and never over a newer file.

use super::*;

/// Ends the window without closing it, as a crash does; what the journal was given is on the disk.
pub(super) fn crash(window: Window) {
    drop(window);
}

pub(super) fn is_offered(window: &Window) -> bool {
    window.text().contains("Unsaved edits were found")
}

#[test]
fn edits_are_offered_back_by_name_and_restored_as_unsaved() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    let state = &mut window.harness.state_mut().state;
    let edit =
        Edit::facts(&state.document.original, "licence", |facts| facts.licence = "OGL-UK-3.0".to_owned()).unwrap();
    state.act(Action::Edit(Box::new(edit)));
    crash(window);
    let mut window = desk.start(None);
    window.assert_says("Unsaved edits were found");
    window.assert_says("2 edits of mine.ron not saved. The file is as it was before them.");
    window.assert_says("The last edit was made at ");
    window.press(Key::Enter);
    assert!(!is_offered(&window) && window.is_unsaved());
    assert_eq!((window.title().as_str(), window.state().document.original.licence.as_str()), ("Ours", "OGL-UK-3.0"));
    assert_eq!(window.state().document.title(), "mine.ron (recovered, unsaved edits)");
    assert_eq!(title_in(&path), "A small dataset");
    // They are steps that can be undone.
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!((window.title().as_str(), window.state().document.original.licence.as_str()), ("Ours", "CC0-1.0"));
    window.save();
    assert_eq!(window.state().document.title(), "mine.ron");
    assert_eq!(title_in(&path), "Ours");
    window.end();
    assert!(!is_offered(&desk.start(None)));
}

#[test]
fn a_clean_end_leaves_no_journal() {
    let desk = Desk::new();
    let (mut window, _) = desk.edited();
    window.save();
    window.end();
    assert_eq!(desk.journals(), 0);
}

#[test]
fn a_window_that_is_ended_with_unsaved_edits_unasked_keeps_them() {
    let desk = Desk::new();
    let (window, _) = desk.edited();
    window.end();
    assert!(is_offered(&desk.start(None)));
}

#[test]
fn not_now_offers_again_and_discard_asks_once_more() {
    let desk = Desk::new();
    crash(desk.edited().0);
    let mut window = desk.start(None);
    window.click(Role::Button, "Not now");
    assert!(!is_offered(&window));
    window.end();
    let mut window = desk.start(None);
    window.press(Key::Escape);
    window.end();
    let mut window = desk.start(None);
    window.click(Role::Button, "Discard mine.ron…");
    window.assert_says("Discard the edits of mine.ron?");
    // Keeping them has the focus.
    window.press(Key::Enter);
    assert!(is_offered(&window));
    window.click(Role::Button, "Discard mine.ron…");
    window.click(Role::Button, "Discard for good");
    assert!(!is_offered(&window));
    window.end();
    assert!(!is_offered(&desk.start(None)));
}

#[test]
fn over_a_newer_file_they_open_as_a_copy_that_needs_a_name() {
    let desk = Desk::new();
    let (window, path) = desk.edited();
    crash(window);
    let newer = std::fs::read_to_string(&path).unwrap().replace("CC0-1.0", "OGL-UK-3.0");
    std::fs::write(&path, &newer).unwrap();
    let mut window = desk.start(None);
    window.assert_says("The file was changed since");
    window.press(Key::Enter);
    assert!(window.state().document.path.is_none());
    assert_eq!(window.state().document.title(), "recovered copy of mine.ron (recovered, unsaved edits)");
    window.save();
    window.assert_says("Save the dataset as");
    window.write_path(&desk.path("second.ron"));
    window.press(Key::Enter);
    assert_eq!(
        (title_in(&desk.path("second.ron")), std::fs::read_to_string(&path).unwrap()),
        ("Ours".to_owned(), newer)
    );
    assert_eq!(window.state().document.name, "second.ron");
}

#[test]
fn a_new_dataset_and_a_copy_of_the_example_are_recovered_too() {
    let desk = Desk::new();
    let mut window = desk.start(None);
    window.press_with(Modifiers::COMMAND, Key::N);
    window.retitle("Ours");
    crash(window);
    let mut window = desk.start(None);
    window.assert_says("It was never saved.");
    window.press(Key::Enter);
    assert_eq!((window.title().as_str(), window.state().document.name.as_str()), ("Ours", "Untitled dataset"));
    crash(window);
    let mut window = desk.start(None);
    assert!(is_offered(&window), "what was restored and not saved outlives the next crash");
    window.click(Role::Button, "Not now");
}

#[test]
fn undo_past_a_save_is_recovered_as_what_it_did() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    window.save();
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.title(), "A small dataset");
    crash(window);
    let mut window = desk.start(None);
    window.assert_says("1 edit of mine.ron not saved.");
    window.press(Key::Enter);
    assert_eq!((window.title().as_str(), title_in(&path).as_str()), ("A small dataset", "Ours"));
}

#[test]
fn what_was_undone_before_the_crash_is_not_counted_or_named() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    window.save();
    // Back over the save and forth again, then two edits, two that are undone, and one of those again.
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    for title in ["One", "Two", "Three", "Four"] {
        window.retitle(title);
    }
    for _ in 0..3 {
        window.press_with(Modifiers::COMMAND, Key::Z);
    }
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(window.title(), "Two");
    crash(window);
    let mut window = desk.start(None);
    window.assert_says("2 edits of mine.ron not saved.");
    assert_eq!(window.state().session.offers[0].labels.len(), 2);
    window.press(Key::Enter);
    assert_eq!((window.title().as_str(), title_in(&path).as_str()), ("Two", "Ours"));
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(window.title(), "Three", "what was undone can be taken again");
}

#[test]
fn edits_that_were_all_undone_are_not_offered() {
    let desk = Desk::new();
    let (mut window, _) = desk.edited();
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert!(!window.is_unsaved());
    crash(window);
    assert!(!is_offered(&desk.start(None)));
    assert_eq!(desk.journals(), 0);
}

#[test]
fn a_recovered_copy_with_all_edits_undone_outlives_a_crash() {
    type Others = fn(&Path);
    let deleted: Others = |path| std::fs::remove_file(path).unwrap();
    let changed: Others = |path| std::fs::write(path, "(format: 1, title: \"Theirs\", licence: \"CC0-1.0\")").unwrap();
    for others in [deleted, changed] {
        let desk = Desk::new();
        let (window, path) = desk.edited();
        crash(window);
        others(&path);
        let mut window = desk.start(None);
        window.press(Key::Enter);
        window.press_with(Modifiers::COMMAND, Key::Z);
        assert_eq!((window.title().as_str(), window.is_unsaved()), ("A small dataset", true));
        crash(window);
        let mut window = desk.start(None);
        window.assert_says("mine.ron itself, without further edits. It was never saved.");
        window.press(Key::Enter);
        assert_eq!((window.title().as_str(), window.is_unsaved()), ("A small dataset", true));
        assert!(!window.state().document.original.programmes.is_empty());
    }
}

#[test]
fn a_changed_or_gone_file_is_offered_as_the_window_had_it() {
    for (is_there, standing) in [(true, "The file was changed since"), (false, "The file is no longer there")] {
        let desk = Desk::new();
        let (mut window, path) = desk.edited();
        window.press_with(Modifiers::COMMAND, Key::Z);
        crash(window);
        std::fs::remove_file(&path).unwrap();
        if is_there {
            std::fs::write(&path, "(format: 1, title: \"Theirs\", licence: \"CC0-1.0\")").unwrap();
        }
        let mut window = desk.start(None);
        window.assert_says(&format!("mine.ron itself, without further edits. {standing}"));
        window.press(Key::Enter);
        assert_eq!((window.title().as_str(), window.is_unsaved()), ("A small dataset", true));
    }
}

#[test]
fn what_was_saved_to_a_file_that_has_gone_since_is_offered() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    window.save();
    std::fs::remove_file(&path).unwrap();
    window.look();
    assert!(window.is_unsaved());
    crash(window);
    let mut window = desk.start(None);
    window.assert_says("mine.ron itself, without further edits. The file is no longer there");
    window.press(Key::Enter);
    assert_eq!((window.title().as_str(), window.is_unsaved()), ("Ours", true));
}

#[test]
fn a_new_dataset_with_nothing_in_it_is_not_offered() {
    let desk = Desk::new();
    let mut window = desk.start(None);
    window.press_with(Modifiers::COMMAND, Key::N);
    window.retitle("Ours");
    window.press_with(Modifiers::COMMAND, Key::Z);
    crash(window);
    assert!(!is_offered(&desk.start(None)));
    assert_eq!(desk.journals(), 0);
}

/// Leaves a journal of `mine.ron` behind, in which its title was set to each number in turn, and so many steps were undone.
fn numbered(desk: &Desk, steps: usize, undone: usize) {
    use sidebyside::edit::{History, to_journal_line_of};
    use sidebyside::recovery::{Journal, Start};
    use sidebyside::storage::Content;
    let path = desk.file("mine.ron");
    let base = std::fs::read_to_string(&path).unwrap();
    let (mut dataset, mut history) = (load_file(&path).unwrap().dataset, History::new());
    let mut edits = Vec::new();
    for n in 1..=steps {
        let edit = Edit::facts(&dataset, "title", |facts| facts.title = n.to_string()).unwrap();
        history.commit(&mut dataset, edit.clone()).unwrap();
        edits.push(to_journal_line_of(&edit, history.merge_policy()));
        history.end_merge();
    }
    for _ in 0..undone {
        let edit = history.undo(&mut dataset).unwrap().unwrap();
        edits.push(to_journal_line_of(&edit, history.merge_policy()));
    }
    let file = Some((path.clone(), Content::of_file(&path).unwrap()));
    drop(Journal::begin(desk.data.path(), Start { name: "mine.ron".to_owned(), file, base, folded: 0, edits }, || ()));
}

#[test]
fn edits_beyond_the_reach_of_undo_are_counted_and_offered() {
    use sidebyside::edit::MAX_STEPS;
    for (steps, undone, told) in [(MAX_STEPS + 20, 0, "1,020 edits"), (MAX_STEPS + 20, MAX_STEPS, "20 edits")] {
        let desk = Desk::new();
        numbered(&desk, steps, undone);
        let mut window = desk.start(None);
        let left = steps - undone;
        window.assert_says(&format!("{told} of mine.ron not saved."));
        assert_eq!(window.state().session.offers[0].labels.len(), left);
        window.press(Key::Enter);
        assert_eq!((window.title(), window.is_unsaved()), (left.to_string(), true));
    }
}

#[test]
fn a_letter_typed_deleted_and_typed_again_is_one_step() {
    let desk = Desk::new();
    let path = desk.file("mine.ron");
    let mut window = desk.start(Some(&path));
    let was = window.title();
    for title in ["A", &was, "A", "Ab"] {
        let state = &mut window.harness.state_mut().state;
        let edit = Edit::facts(&state.document.original, "title", |facts| title.clone_into(&mut facts.title)).unwrap();
        state.act(Action::Edit(Box::new(edit)));
    }
    let steps = |window: &Window| window.state().document.history.labels().count();
    assert_eq!(steps(&window), 1);
    crash(window);
    let mut window = desk.start(None);
    window.assert_says("1 edit of mine.ron not saved.");
    window.press(Key::Enter);
    assert_eq!((window.title().as_str(), steps(&window)), ("Ab", 1));
}

#[test]
fn an_edit_during_the_first_save_is_recovered_on_what_was_saved() {
    let desk = Desk::new();
    let mut window = desk.start(None);
    let state = &mut window.harness.state_mut().state;
    let question = Question::SaveAs;
    state.act(Action::Answer(question, desk.path("own.ron"), Replace::NotAsked));
    window.run();
    let state = &mut window.harness.state_mut().state;
    state.act(Action::Answer(question, desk.path("second.ron"), Replace::NotAsked));
    let edit = Edit::facts(&state.document.original, "title", |facts| facts.title = "Later".to_owned()).unwrap();
    state.act(Action::Edit(Box::new(edit)));
    window.run();
    crash(window);
    let mut window = desk.start(None);
    window.assert_says("1 edit of second.ron not saved. The file is as it was before them.");
    window.press(Key::Enter);
    assert_eq!(window.title(), "Later");
}

#[test]
fn edits_that_can_not_be_made_again_are_kept_aside() {
    let desk = Desk::new();
    let start = sidebyside::recovery::Start {
        name: "odd.ron".to_owned(),
        base: "(format: 1, title: \"Odd\", licence: \"CC0-1.0\")".to_owned(),
        edits: vec!["no edit at all".to_owned()],
        ..Default::default()
    };
    let journal = sidebyside::recovery::Journal::begin(desk.data.path(), start, || {});
    journal.flush().unwrap();
    drop(journal);
    let mut window = desk.start(None);
    window.press(Key::Enter);
    let alerts = window.alerts();
    assert!(
        alerts.iter().any(|told| told.contains("could not be made again") && told.contains("kept in")),
        "{alerts:?}"
    );
    window.end();
    assert!(!is_offered(&desk.start(None)));
}

#[test]
fn a_journal_that_can_not_be_written_is_told_once() {
    let desk = Desk::new();
    std::fs::write(desk.data.path().join("recovery"), "in the way").unwrap();
    let (mut window, path) = desk.edited();
    // Saving waits for the journal, so that it has had its turn.
    window.save();
    window.retitle("Again");
    let told = |window: &Window| window.alerts().iter().filter(|told| told.contains("recovery")).count();
    assert_eq!(told(&window), 1, "{:?}", window.alerts());
    assert_eq!((window.title().as_str(), title_in(&path).as_str()), ("Again", "Ours"));
}

#[test]
fn recovered_edits_stay_unsaved_when_the_file_goes_and_returns() {
    use sidebyside::recovery::{Journal, Start};
    use sidebyside::storage::Content;
    let desk = Desk::new();
    let path = desk.file("mine.ron");
    let base = std::fs::read_to_string(&path).unwrap().replace("A small dataset", "Ours");
    let file = Some((path.clone(), Content::of_file(&path).unwrap()));
    drop(Journal::begin(
        desk.data.path(),
        Start { name: "mine.ron".to_owned(), file, base, folded: 1, edits: Vec::new() },
        || (),
    ));
    let mut window = desk.start(None);
    window.press(Key::Enter);
    assert_eq!((window.title().as_str(), window.is_unsaved()), ("Ours", true));
    let away = desk.path("away.ron");
    std::fs::rename(&path, &away).unwrap();
    window.look();
    std::fs::rename(&away, &path).unwrap();
    window.look();
    assert!(window.is_unsaved() && window.bar().is_empty(), "{}", window.bar());
}

#[test]
fn of_several_offers_each_can_be_taken_or_kept_and_none_is_lost() {
    let desk = Desk::new();
    for name in ["one.ron", "two.ron", "three.ron"] {
        let path = desk.file(name);
        let mut window = desk.start(None);
        if is_offered(&window) {
            window.click(Role::Button, "Not now");
        }
        window.do_this(Action::Open(path));
        window.retitle(name);
        crash(window);
    }
    let mut window = desk.start(None);
    assert_eq!(window.state().session.offers.len(), 3);
    window.click(Role::Button, "Restore two.ron");
    assert_eq!(window.title(), "two.ron");
    assert!(is_offered(&window), "the others are asked about next");
    // What was restored is unsaved, so the next one asks before it takes its place.
    window.click(Role::Button, "Restore one.ron");
    window.assert_says("Save the edits of two.ron?");
    window.press(Key::Escape);
    assert_eq!((window.title().as_str(), window.state().session.offers.len()), ("two.ron", 2));
    window.click(Role::Button, "Restore one.ron");
    window.press(Key::Enter);
    assert_eq!((title_in(&desk.path("two.ron")).as_str(), window.title().as_str()), ("two.ron", "one.ron"));
    window.click(Role::Button, "Not now");
    assert!(!is_offered(&window));
    crash(window);
    let offers: Vec<String> = desk.start(None).state().session.offers.iter().map(|offer| offer.name.clone()).collect();
    assert_eq!(offers.len(), 2, "{offers:?}");
    assert!(["one.ron", "three.ron"].iter().all(|name| offers.iter().any(|offer| offer == name)), "{offers:?}");
}

#[test]
fn a_recovered_copy_is_offered_a_name_beside_the_file_it_was() {
    let desk = Desk::new();
    let (window, path) = desk.edited();
    crash(window);
    std::fs::write(&path, std::fs::read_to_string(&path).unwrap().replace("CC0-1.0", "OGL-UK-3.0")).unwrap();
    let mut window = desk.start(None);
    window.press(Key::Enter);
    window.save();
    let offered = window.node(Role::TextInput, PATH).value().unwrap_or_default();
    assert_eq!(PathBuf::from(offered), desk.path("mine (recovered).ron"));
}

#[test]
fn recovered_edits_are_the_same_steps_as_before() {
    let desk = Desk::new();
    let (mut window, _) = desk.edited();
    // The same field is left and come back to.
    for title in ["Our", "Our region"] {
        let state = &mut window.harness.state_mut().state;
        let edit = Edit::facts(&state.document.original, "title", |facts| title.clone_into(&mut facts.title)).unwrap();
        state.act(Action::Edit(Box::new(edit)));
    }
    let steps = |window: &Window| window.state().document.history.labels().count();
    assert_eq!(steps(&window), 2);
    crash(window);
    let mut window = desk.start(None);
    window.assert_says("2 edits of mine.ron not saved.");
    window.press(Key::Enter);
    assert_eq!(steps(&window), 2);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.title(), "Ours");
}

/// Puts a journal into the folder, as a crash leaves it.
fn left_behind(desk: &Desk, journal: &str) {
    let folder = desk.data.path().join("recovery");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("1-2-3.journal"), journal).unwrap();
}

fn of_version_1() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/journals/version-1.journal");
    std::fs::read_to_string(path).unwrap().replace("\r\n", "\n")
}

#[test]
fn a_journal_of_version_1_is_offered_back_for_ever() {
    let desk = Desk::new();
    left_behind(&desk, &of_version_1());
    let mut window = desk.start(None);
    window.assert_says("1 edit of Untitled dataset not saved. It was never saved.");
    window.press(Key::Enter);
    assert_eq!(window.title(), "Ours");
    crash(window);
    let mut window = desk.start(None);
    window.press(Key::Enter);
    assert_eq!(window.title(), "Ours", "what goes on with it is of this version");
}

#[test]
fn a_journal_says_that_it_is_newer_than_builds_of_version_1() {
    let desk = Desk::new();
    crash(desk.edited().0);
    let folder = desk.data.path().join("recovery");
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let journal = paths.into_iter().find(|path| path.extension().is_some_and(|e| e == "journal")).unwrap();
    let text = std::fs::read_to_string(journal).unwrap();
    // What such a build reads first, and refuses with a sentence that names both versions.
    assert!(text.lines().next().unwrap().ends_with(" journal 2"), "{text}");
    assert!(text.contains("goes_on") && text.contains("{\"v\":2,"), "{text}");
}
