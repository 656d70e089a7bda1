//! Save, save as, save a copy, revert; failures; comments, errors and line ends.

use super::*;

#[test]
fn save_writes_the_file_keeps_the_one_before_and_says_so() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    assert_eq!(window.state().document.title(), "mine.ron (unsaved edits)");
    window.save();
    assert_eq!(window.state().document.title(), "mine.ron");
    assert_eq!(title_in(&path), "Ours");
    assert_eq!(title_in(&desk.path("mine.ron.bak")), "A small dataset");
    assert_eq!(window.alerts(), [format!("Saved {}", path.display())]);
    window.save();
    assert_eq!(window.alerts(), ["mine.ron is saved already."]);
}

#[test]
fn save_on_the_built_in_dataset_leads_to_a_file_of_ones_own() {
    let desk = Desk::new();
    let mut window = desk.start(None);
    window.save();
    window.assert_says("It holds links to official statistics, which came with format 2");
    window.click(Role::Button, "Save in the new format");
    window.assert_says("Save the dataset as");
    window.write_path(&desk.path("own"));
    window.press(Key::Enter);
    let document = &window.state().document;
    assert!(document.name == "own.ron" && !document.is_read_only && !window.is_unsaved());
    window.retitle("Ours");
    window.save();
    assert_eq!(title_in(&desk.path("own.ron")), "Ours");
}

#[test]
fn save_as_goes_on_with_the_new_file_a_copy_with_the_old_one() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    window.menu("File", "Save a copy…");
    window.write_path(&desk.path("copy.ron"));
    window.press(Key::Enter);
    assert!(window.is_unsaved() && window.state().document.name == "mine.ron");
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.write_path(&desk.path("second.ron"));
    window.press(Key::Enter);
    assert!(!window.is_unsaved());
    assert_eq!(window.state().document.title(), "second.ron");
    window.retitle("Again");
    window.save();
    let titles = [&path, &desk.path("copy.ron"), &desk.path("second.ron")].map(|path| title_in(path));
    assert_eq!(titles, ["A small dataset", "Ours", "Again"]);
}

#[test]
fn save_as_replaces_only_what_it_was_told_to_a_copy_not_its_own() {
    let desk = Desk::new();
    let other = desk.file("other.ron");
    let (mut window, path) = desk.edited();
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.write_path(&other);
    // The button can be pressed at once; what stands in the way is told then, and where it can be agreed to.
    window.click(Role::Button, "Save");
    window.assert_says("A file named other.ron is there.");
    assert!(window.node(Role::CheckBox, "Replace the file that is there").is_focused());
    assert_eq!(title_in(&other), "A small dataset");
    // Enter does not agree by itself, and saves once it was agreed to by the space bar.
    window.press(Key::Enter);
    assert_eq!(title_in(&other), "A small dataset");
    window.press(Key::Space);
    window.press(Key::Enter);
    assert_eq!((title_in(&other).as_str(), title_in(&path).as_str()), ("Ours", "A small dataset"));
    window.menu("File", "Save a copy…");
    window.write_path(&other);
    window.click(Role::CheckBox, "Replace the file that is there");
    window.click(Role::Button, "Save");
    assert!(window.alerts()[0].contains("the open file itself"), "{:?}", window.alerts());
}

#[test]
fn revert_is_for_edits_of_a_file() {
    let desk = Desk::new();
    let mut window = desk.start(None);
    window.open_menu("File");
    assert!(window.node(Role::MenuItem, "Revert to saved").accesskit_node().is_disabled());
}

#[test]
fn a_save_that_fails_keeps_the_edit_and_can_be_tried_again() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    let backup = desk.path("mine.ron.bak");
    std::fs::create_dir(&backup).unwrap();
    std::fs::write(backup.join("in-the-way"), "").unwrap();
    window.save();
    assert!(window.is_unsaved() && window.title() == "Ours");
    assert!(window.bar().starts_with("Not saved; your edits are still here."), "{}", window.bar());
    assert_eq!(title_in(&path), "A small dataset");
    std::fs::remove_dir_all(&backup).unwrap();
    window.click(Role::Button, "Try again");
    assert_eq!((window.bar().as_str(), title_in(&path).as_str()), ("", "Ours"));
    assert!(!window.is_unsaved());
}

#[test]
fn a_save_that_fails_leads_to_another_name() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    let backup = desk.path("mine.ron.bak");
    std::fs::create_dir(&backup).unwrap();
    std::fs::write(backup.join("in-the-way"), "").unwrap();
    window.save();
    window.click(Role::Button, "Save as…");
    window.write_path(&desk.path("second.ron"));
    window.press(Key::Enter);
    assert!(window.bar().is_empty() && !window.is_unsaved());
    assert_eq!((title_in(&path).as_str(), title_in(&desk.path("second.ron")).as_str()), ("A small dataset", "Ours"));
}

#[test]
fn comments_are_warned_of_once_with_their_line() {
    let desk = Desk::new();
    let path = desk.file("mine.ron");
    let text = std::fs::read_to_string(&path).unwrap().replace("    licence", "    // By hand.\n    licence");
    std::fs::write(&path, &text).unwrap();
    let mut window = desk.start(Some(&path));
    window.retitle("Ours");
    window.save();
    window.assert_says("Save mine.ron without its comments?");
    window.assert_says("the first in line 4, column 5");
    window.press(Key::Escape);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    // Save as leaves it alone, and has the focus.
    window.save();
    window.press(Key::Enter);
    window.write_path(&desk.path("second.ron"));
    window.press(Key::Enter);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    window.do_this(Action::Open(path.clone()));
    window.retitle("Ours");
    window.save();
    window.click(Role::Button, "Save without comments");
    assert_eq!(title_in(&path), "Ours");
    assert_eq!(std::fs::read_to_string(desk.path("mine.ron.bak")).unwrap(), text);
    window.retitle("Again");
    window.save();
    assert_eq!(title_in(&path), "Again");
}

#[test]
fn errors_are_said_before_a_save_and_the_file_opens_for_fixing() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    let state = &mut window.harness.state_mut().state;
    let edit = Edit::delete(&state.document.original, PartPath::Source(0)).unwrap();
    state.act(Action::Edit(Box::new(edit)));
    window.run();
    window.save();
    window.assert_says("Save mine.ron with 1 error?");
    window.press(Key::Escape);
    assert!(window.is_unsaved());
    window.save();
    window.press(Key::Enter);
    assert!(!window.is_unsaved() && window.alerts()[0].ends_with("It has 1 error to fix"), "{:?}", window.alerts());
    // Agreed to once, it is not asked again.
    window.retitle("Again");
    window.save();
    assert!(!window.is_unsaved());
    assert!(load_file(&path).is_err());
    window.press_with(Modifiers::COMMAND, Key::N);
    window.drop_file(&path);
    window.assert_says("mine.ron has 1 error");
    window.assert_says("Line ");
    assert!(!window.text().contains("[0]"), "it is told in the words of the forms: {}", window.text());
    window.press(Key::Escape);
    assert_eq!(window.state().document.name, "Untitled dataset");
    window.drop_file(&path);
    window.click(Role::Button, "Open anyway to fix it");
    assert_eq!((window.state().document.name.as_str(), window.title().as_str()), ("mine.ron", "Again"));
}

#[test]
fn the_ends_of_lines_stay() {
    let desk = Desk::new();
    let path = desk.file("mine.ron");
    let text = std::fs::read_to_string(&path).unwrap().replace('\n', "\r\n");
    std::fs::write(&path, text).unwrap();
    let mut window = desk.start(Some(&path));
    window.retitle("Ours");
    window.save();
    let saved = std::fs::read_to_string(&path).unwrap();
    assert_eq!(saved.matches('\n').count(), saved.matches("\r\n").count());
    assert_eq!(title_in(&path), "Ours");
}

#[test]
fn what_is_edited_during_a_save_stays_unsaved() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    let state = &mut window.harness.state_mut().state;
    state.act(Action::Session(SessionAction::Save));
    let edit = Edit::facts(&state.document.original, "title", |facts| facts.title = "Later".to_owned()).unwrap();
    state.act(Action::Edit(Box::new(edit)));
    window.run();
    assert_eq!((title_in(&path).as_str(), window.title().as_str()), ("Ours", "Later"));
    assert!(window.is_unsaved());
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert!(!window.is_unsaved(), "undoing what came after the save is what was saved");
}

#[test]
fn revert_stays_in_the_room_and_at_the_part_where_one_was() {
    let desk = Desk::new();
    let (mut window, _) = desk.edited();
    let place = PartPath::Source(0);
    window.do_this(Action::Editor(EditorAction::GoTo(place)));
    window.do_this(Action::Session(SessionAction::Revert));
    window.click(Role::Button, "Discard");
    let state = window.state();
    assert_eq!(
        (state.views.room, state.editor.place, window.title().as_str()),
        (sidebyside::app::Tab::Edit, place, "A small dataset")
    );
    // Also the council, in another room.
    let council = window.state().document.original.councils[0].id.clone();
    window.do_this(Action::GoTo(council.clone()));
    window.retitle("Ours");
    let room = window.state().views.room;
    window.do_this(Action::Session(SessionAction::Revert));
    window.click(Role::Button, "Discard");
    assert_eq!((window.state().views.room, window.state().views.council.clone()), (room, Some(council)));
}

#[test]
fn a_save_as_after_a_failed_save_is_told_and_nothing_is_lost() {
    let desk = Desk::new();
    let folder = desk.path("drive");
    std::fs::create_dir(&folder).unwrap();
    let path = folder.join("mine.ron");
    std::fs::copy(test_data("valid/small.ron"), &path).unwrap();
    let mut window = desk.start(Some(&path));
    window.retitle("Ours");
    std::fs::rename(&folder, desk.path("away")).unwrap();
    let second = desk.path("second.ron");
    let state = &mut window.harness.state_mut().state;
    state.act(Action::Session(SessionAction::Save));
    state.act(Action::Answer(Question::SaveAs, second.clone(), Replace::NotAsked));
    window.run();
    window.run();
    assert!(!second.exists() && window.is_unsaved() && window.title() == "Ours");
    let told = format!("Not saved as {}, because the save before it failed", second.display());
    assert!(window.alerts().iter().any(|alert| alert.starts_with(&told)), "{:?}", window.alerts());
}

#[test]
fn a_place_that_takes_no_files_is_a_sentence_edits_or_not() {
    let desk = Desk::new();
    let path = desk.file("mine.ron");
    let mut window = desk.start(Some(&path));
    let nowhere = desk.path("no folder/second.ron");
    window.do_this(Action::Answer(Question::SaveAs, nowhere.clone(), Replace::NotAsked));
    assert!(window.bar().starts_with("Not saved. ") && !window.bar().contains("edits"), "{}", window.bar());
    window.retitle("Ours");
    assert!(window.bar().starts_with("Not saved; your edits are still here. "), "{}", window.bar());
    assert!(!window.bar().contains("os error"), "{}", window.bar());
    #[cfg(target_os = "linux")]
    {
        window.do_this(Action::Answer(Question::SaveAs, PathBuf::from("/proc/second.ron"), Replace::NotAsked));
        let bar = window.bar();
        assert!(bar.contains("/proc: no file can be made in this folder") && !bar.contains("os error"), "{bar}");
        window.do_this(Action::Open(PathBuf::from("/proc/self/mem")));
        let alerts = window.alerts();
        assert!(alerts.iter().any(|told| told.contains("/proc/self/mem: the file can't be read")), "{alerts:?}");
        assert!(!alerts.iter().any(|told| told.contains("os error")), "{alerts:?}");
    }
}

#[test]
fn a_save_says_what_was_typed_and_is_not_saved_and_leads_there() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    let place = PartPath::Facts;
    let typed = EditorAction::Type(place, "licence".to_owned(), "x".repeat(600));
    window.do_this(Action::Editor(typed));
    window.do_this(Action::Show(sidebyside::app::Tab::Overview));
    window.save();
    let told = format!("Saved {}. Not in the file: 1 typed text that is not understood yet", path.display());
    assert_eq!(window.alerts(), [told]);
    window.click(Role::Button, "Go there");
    assert_eq!(window.state().views.room, sidebyside::app::Tab::Edit);
    assert_eq!(window.state().editor.place, place);
}

#[test]
fn several_remarks_after_a_save_have_one_full_stop_each() {
    let desk = Desk::new();
    let (mut window, _) = desk.edited();
    window.do_this(Action::ToggleSuppression);
    let typed = EditorAction::Type(PartPath::Facts, "licence".to_owned(), "x".repeat(600));
    window.do_this(Action::Editor(typed));
    window.save();
    let told = window.alerts().join(" ");
    assert!(told.contains("Not in the file: 1 typed text") && told.contains("do not publish it."), "{told}");
    assert!(!told.contains(".."), "{told}");
}

/// A folder `leeds` and a file `leeds.ron`, and a window that is about to be saved under the name `leeds`.
fn about_to_save_beside_a_folder(desk: &Desk, question: Question) -> (Window, PathBuf) {
    std::fs::create_dir(desk.path("leeds")).unwrap();
    let there = desk.file("leeds.ron");
    let (mut window, _) = desk.edited();
    window.do_this(if question == Question::SaveAs {
        Action::Session(SessionAction::AskToSaveAs)
    } else {
        Action::AskToSaveCopy
    });
    window.write_path(&desk.path("leeds"));
    (window, there)
}

/// The file `leeds.ron` is as it was, and is written over once the tick that names it is set.
#[track_caller]
fn is_replaced_once_it_is_agreed_to(window: &mut Window, there: &Path) {
    assert_eq!(title_in(there), "A small dataset");
    window.assert_says("A file named leeds.ron is there.");
    window.click(Role::CheckBox, "Replace the file that is there");
    window.click(Role::Button, "Save");
    assert_eq!(title_in(there), "Ours");
}

#[test]
fn only_the_agreed_file_is_replaced_whatever_ending_it_gets() {
    for question in [Question::SaveAs, Question::SaveCopy] {
        let desk = Desk::new();
        let (mut window, there) = about_to_save_beside_a_folder(&desk, question);
        window.click(Role::Button, "Save");
        is_replaced_once_it_is_agreed_to(&mut window, &there);
    }
}

#[test]
fn a_folder_of_the_typed_name_is_no_file_to_replace() {
    for folder in ["leeds", "leeds.ron"] {
        let desk = Desk::new();
        std::fs::create_dir(desk.path(folder)).unwrap();
        let (mut window, _) = desk.edited();
        window.do_this(Action::Session(SessionAction::AskToSaveAs));
        window.write_path(&desk.path("leeds"));
        assert!(!window.has(Role::CheckBox, "Replace the file that is there"), "{folder}");
    }
}

#[test]
fn agreement_to_a_bare_name_is_none_to_the_name_with_its_ending() {
    for question in [Question::SaveAs, Question::SaveCopy] {
        let desk = Desk::new();
        let there = desk.file("leeds.ron");
        let (mut window, _) = desk.edited();
        window.do_this(Action::Answer(question, desk.path("leeds"), Replace::Agreed));
        is_replaced_once_it_is_agreed_to(&mut window, &there);
    }
}

#[test]
fn a_save_that_finds_a_file_asks_again_with_what_was_typed() {
    let desk = Desk::new();
    let there = desk.file("other.ron");
    let (mut window, _) = desk.edited();
    window.do_this(Action::NewDataset);
    window.do_this(Action::Session(SessionAction::Reply(Answer::Discard)));
    window.retitle("Ours");
    window.do_this(Action::Quit);
    window.do_this(Action::Session(SessionAction::Reply(Answer::Save)));
    window.assert_says("Save the dataset as");
    // A drive that has not answered yet: the save is the first to find the file.
    window.do_this(Action::Answer(Question::SaveAs, there.clone(), Replace::NotAsked));
    assert_eq!(
        (title_in(&there).as_str(), window.bar().as_str()),
        ("A small dataset", ""),
        "nothing to try again in vain"
    );
    window.assert_says("A file named other.ron is there.");
    assert_eq!(window.node(Role::TextInput, PATH).accesskit_node().value().unwrap(), there.display().to_string());
    assert!(window.node(Role::CheckBox, "Replace the file that is there").is_focused());
    assert!(!window.state().session.is_closing);
    window.click(Role::CheckBox, "Replace the file that is there");
    window.click(Role::Button, "Save");
    assert_eq!(title_in(&there), "Ours");
    assert!(window.state().session.is_closing, "what waited goes on");
}

#[test]
fn a_question_that_returns_while_on_screen_is_asked_again() {
    let desk = Desk::new();
    let there = desk.file("other.ron");
    let (mut window, _) = desk.edited();
    window.do_this(Action::Session(SessionAction::AskToSaveAs));
    window.assert_says("Save the dataset as");
    let state = &mut window.harness.state_mut().state;
    state.act(Action::Answer(Question::SaveAs, there.clone(), Replace::NotAsked));
    // The drive answers before the next frame is drawn.
    state.finish();
    window.run();
    window.assert_says("A file named other.ron is there.");
    assert_eq!(window.node(Role::TextInput, PATH).accesskit_node().value().unwrap(), there.display().to_string());
}

#[test]
fn nothing_in_the_window_speaks_of_options_of_the_command_line() {
    let desk = Desk::new();
    let there = desk.file("other.ron");
    let (mut window, _) = desk.edited();
    let state = &mut window.harness.state_mut().state;
    state.act(Action::Answer(Question::SaveCopy, there.clone(), Replace::NotAsked));
    // Another question is open when the answer comes, which is not taken away from who is asked it.
    state.act(Action::AskToOpen);
    window.run();
    let told = window.alerts().join(" ");
    assert!(told.contains("the file is there already") && !told.contains("--force"), "{told}");
    assert_eq!(window.state().session.question, Some(Question::Open));
    assert_eq!(title_in(&there), "A small dataset");
}
