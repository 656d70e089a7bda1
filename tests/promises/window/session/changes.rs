//! What others do to the open file: told in a bar, with what differs and what can be done.

use super::*;

/// Someone else saves the file with another licence.
fn change_it(path: &Path) {
    let text = std::fs::read_to_string(path).unwrap().replace("CC0-1.0", "OGL-UK-3.0");
    std::fs::write(path, text).unwrap();
}

impl Window {
    /// Presses Keep mine and agrees to it.
    fn keep_mine(&mut self) {
        self.click(Role::Button, "Keep mine…");
        self.click(Role::Button, "Write mine over theirs");
    }
}

fn licence_in(path: &Path) -> String {
    load_file(path).unwrap().dataset.licence
}

#[test]
fn a_change_by_others_is_told_with_what_differs() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    window.look();
    assert_eq!(window.bar(), "");
    change_it(&path);
    window.look();
    let bar = window.bar();
    assert!(bar.starts_with("mine.ron was changed by someone else at "), "{bar}");
    for part in ["licence", "OGL-UK-3.0", "title", "Ours", "KeepMine", "TakeTheirs", "SaveAs", "mine.ron.bak"] {
        assert!(bar.contains(part), "{part} in {bar}");
    }
    // The work goes on beside it.
    window.click(Role::Tab, "Room: Compare");
}

#[test]
fn a_question_with_a_long_title_stands_within_a_zoomed_window() {
    let desk = Desk::new();
    let path = desk.file("fostering-enquiries-in-anyshire-2026.ron");
    let mut window = desk.start(Some(&path));
    window.retitle("Ours");
    let text = std::fs::read_to_string(&path).unwrap().replace("CC0-1.0", "OGL-UK-3.0");
    std::fs::write(&path, text.replace("Annual report", "Yearly report").replace("Leaflet", "Flyer")).unwrap();
    window.look();
    window.harness.set_size(LAPTOP / 3.0);
    window.run();
    window.activate(Role::Button, "Keep mine…");
    let title = "Write over what someone else saved in fostering-enquiries-in-anyshire-2026.ron?";
    let area = egui::Id::unique(("dialog", title));
    let dialog = window.harness.ctx.memory(|memory| memory.area_rect(area)).unwrap();
    let screen = window.screen();
    assert!(screen.shrink(4.0).contains_rect(dialog), "{dialog:?} in {screen:?}");
}

#[test]
fn what_differs_is_told_as_people_read_it_not_as_files_write_it() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    let text = std::fs::read_to_string(&path).unwrap();
    let text = text.replace("pair(before: (40,", "pair(before: (45,").replace("kind: county", "kind: unitary");
    let text = text.replace(r#"Some("E10000099")"#, r#"Some("E10000098")"#);
    std::fs::write(&path, text.replace(r#"places: ["anyshire"]"#, r#"places: ["elsewhere"]"#)).unwrap();
    window.look();
    let lines = window.state().banner_view().unwrap().lines;
    let told = "figures: mine 40 (2016) to 60 (2017), stated: rose by 50%, \
                theirs 45 (2016) to 60 (2017), stated: rose by 50%";
    assert!(lines.iter().any(|line| line.contains(told)), "{lines:#?}");
    assert!(lines.iter().any(|line| line.contains("kind: mine County council, theirs Unitary")), "{lines:#?}");
    assert!(lines.iter().any(|line| line.contains("places: mine Anyshire, theirs Elsewhere")), "{lines:#?}");
    for code in ["pair(", "Some(", "[\"", "anyshire\"]"] {
        assert!(!lines.iter().any(|line| line.contains(code)), "{code} in {lines:#?}");
    }
    window.click(Role::Button, "Keep mine…");
    window.assert_says("mine 40 (2016) to 60 (2017)");
}

#[test]
fn a_save_never_writes_over_what_others_did_unseen() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    change_it(&path);
    window.save();
    assert_eq!(licence_in(&path), "OGL-UK-3.0");
    assert!(window.is_unsaved() && window.bar().contains("KeepMine"), "{}", window.bar());
    assert!(window.alerts().iter().any(|alert| alert.starts_with("Not saved")), "{:?}", window.alerts());
}

#[test]
fn keep_mine_saves_mine_and_keeps_theirs_beside_it() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    change_it(&path);
    window.look();
    window.keep_mine();
    assert_eq!((title_in(&path).as_str(), licence_in(&path).as_str()), ("Ours", "CC0-1.0"));
    assert_eq!(licence_in(&desk.path("mine.ron.bak")), "OGL-UK-3.0");
    assert!(window.bar().is_empty() && !window.is_unsaved());
    window.look();
    assert_eq!(window.bar(), "");
}

#[test]
fn keep_mine_does_not_write_over_a_change_that_was_not_shown() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    change_it(&path);
    window.look();
    let text = std::fs::read_to_string(&path).unwrap().replace("OGL-UK-3.0", "OGL-UK-4.0");
    std::fs::write(&path, text).unwrap();
    window.keep_mine();
    window.run();
    assert_eq!(licence_in(&path), "OGL-UK-4.0");
    assert!(window.bar().contains("OGL-UK-4.0"), "{}", window.bar());
}

#[test]
fn the_bar_has_the_same_buttons_with_edits_and_without() {
    let desk = Desk::new();
    let path = desk.file("mine.ron");
    let mut window = desk.start(Some(&path));
    change_it(&path);
    window.look();
    let buttons = |window: &Window| window.state().banner_view().unwrap().buttons;
    let without = buttons(&window);
    window.retitle("Ours");
    assert_eq!(buttons(&window), without);
    let words: Vec<_> = without.iter().map(|(label, _)| *label).collect();
    assert_eq!(words, ["Save mine as…", "Take theirs", "Keep mine…"]);
}

#[test]
fn a_colleagues_save_is_written_over_only_after_naming_it() {
    let desk = Desk::new();
    let path = desk.file("mine.ron");
    let mut window = desk.start(Some(&path));
    change_it(&path);
    window.look();
    window.click(Role::Button, "Keep mine…");
    assert_eq!(licence_in(&path), "OGL-UK-3.0", "nothing is written before the answer");
    for part in ["Write over what someone else saved", "licence", "OGL-UK-3.0", "mine.ron.bak"] {
        window.assert_says(part);
    }
    window.press(Key::Enter);
    assert_eq!(window.state().session.question, Some(Question::SaveAs), "the first button is the harmless one");
    window.press(Key::Escape);
    window.keep_mine();
    assert_eq!(licence_in(&path), "CC0-1.0");
    assert_eq!(licence_in(&desk.path("mine.ron.bak")), "OGL-UK-3.0");
}

#[test]
fn a_save_by_others_meanwhile_is_told_before_it_is_written_over() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    change_it(&path);
    window.look();
    window.click(Role::Button, "Keep mine…");
    let text = std::fs::read_to_string(&path).unwrap().replace("OGL-UK-3.0", "OGL-UK-4.0");
    std::fs::write(&path, text).unwrap();
    window.look();
    let asked = |window: &Window| window.state().confirm_view().unwrap().sentences.join("\n");
    let before = asked(&window);
    assert!(before.starts_with("mine.ron was changed again while this question was open."), "{before}");
    assert!(before.contains("OGL-UK-3.0") && !before.contains("OGL-UK-4.0"), "the question is what it was: {before}");
    assert!(!window.has(Role::Button, "Write mine over theirs"));
    window.click(Role::Button, "Show what differs now");
    let now = asked(&window);
    assert!(now.contains("OGL-UK-4.0") && !now.contains("changed again"), "{now}");
    assert_eq!(licence_in(&path), "OGL-UK-4.0");
    window.click(Role::Button, "Write mine over theirs");
    assert_eq!(licence_in(&path), "CC0-1.0");
    assert_eq!(licence_in(&desk.path("mine.ron.bak")), "OGL-UK-4.0");
}

#[test]
fn the_list_of_what_differs_follows_later_edits() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    change_it(&path);
    window.look();
    assert!(window.bar().contains("Ours"), "{}", window.bar());
    window.retitle("Another title");
    assert!(window.bar().contains("Another title") && !window.bar().contains("Ours"), "{}", window.bar());
    window.retitle("A small dataset");
    assert!(!window.bar().contains("title"), "{}", window.bar());
}

#[test]
fn take_theirs_asks_once_more_where_edits_would_go() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    change_it(&path);
    window.look();
    window.click(Role::Button, "Take theirs");
    window.assert_says("Take theirs, and lose your edits?");
    window.press(Key::Escape);
    assert_eq!(window.title(), "Ours");
    window.click(Role::Button, "Take theirs");
    let buttons: Vec<_> = window.harness.query_all_by_role_and_label(Role::Button, "Take theirs").collect();
    buttons.last().unwrap().click();
    window.run();
    let dataset = &window.state().document.original;
    assert_eq!((dataset.title.as_str(), dataset.licence.as_str()), ("A small dataset", "OGL-UK-3.0"));
    assert!(!window.is_unsaved() && window.bar().is_empty());
    window.retitle("Ours");
    window.save();
    assert_eq!((title_in(&path).as_str(), licence_in(&path).as_str()), ("Ours", "OGL-UK-3.0"));
}

#[test]
fn without_unsaved_edits_theirs_is_taken_at_once() {
    let desk = Desk::new();
    let path = desk.file("mine.ron");
    let mut window = desk.start(Some(&path));
    change_it(&path);
    window.look();
    window.click(Role::Button, "Take theirs");
    assert_eq!(window.state().document.original.licence, "OGL-UK-3.0");
}

#[test]
fn save_as_leaves_theirs_alone() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    change_it(&path);
    window.look();
    window.click(Role::Button, "Save mine as…");
    window.write_path(&desk.path("second.ron"));
    window.press(Key::Enter);
    assert_eq!((licence_in(&path).as_str(), title_in(&desk.path("second.ron")).as_str()), ("OGL-UK-3.0", "Ours"));
    assert_eq!(window.bar(), "");
}

#[test]
fn a_change_that_was_taken_back_needs_no_answer() {
    let desk = Desk::new();
    let path = desk.file("mine.ron");
    let before = std::fs::read(&path).unwrap();
    let mut window = desk.start(Some(&path));
    change_it(&path);
    window.look();
    assert!(!window.bar().is_empty());
    std::fs::write(&path, before).unwrap();
    window.look();
    assert_eq!(window.bar(), "");
}

#[test]
fn what_can_not_be_read_any_more_can_be_written_over_or_left() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    std::fs::write(&path, "half a fi").unwrap();
    window.look();
    let bar = window.bar();
    assert!(bar.contains("can't be opened") && !bar.contains("TakeTheirs"), "{bar}");
    window.keep_mine();
    assert_eq!(title_in(&path), "Ours");
    assert_eq!(std::fs::read_to_string(desk.path("mine.ron.bak")).unwrap(), "half a fi");
}

#[test]
fn a_vanished_file_is_told_and_saved_again_where_it_was() {
    let desk = Desk::new();
    let path = desk.file("mine.ron");
    let mut window = desk.start(Some(&path));
    let text = std::fs::read(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    window.look();
    assert!(window.bar().starts_with("mine.ron was moved or deleted by someone else."), "{}", window.bar());
    assert!(window.is_unsaved(), "what is open is all there is");
    std::fs::write(&path, text).unwrap();
    window.look();
    assert!(window.bar().is_empty() && !window.is_unsaved());
    std::fs::remove_file(&path).unwrap();
    window.look();
    window.click(Role::Button, "Save it there again");
    assert_eq!(title_in(&path), "A small dataset");
    assert!(window.bar().is_empty() && !window.is_unsaved());
}

#[test]
fn a_vanished_folder_or_one_in_the_files_place_is_a_sentence() {
    let desk = Desk::new();
    let path = desk.path("drive/mine.ron");
    std::fs::create_dir(desk.path("drive")).unwrap();
    std::fs::copy(test_data("valid/small.ron"), &path).unwrap();
    let mut window = desk.start(Some(&path));
    std::fs::rename(desk.path("drive"), desk.path("away")).unwrap();
    window.look();
    assert!(window.bar().contains("its folder is gone"), "{}", window.bar());
    std::fs::rename(desk.path("away"), desk.path("drive")).unwrap();
    window.look();
    assert_eq!(window.bar(), "");
    std::fs::remove_file(&path).unwrap();
    std::fs::create_dir(&path).unwrap();
    window.look();
    assert!(window.bar().contains("no file stands in its place"), "{}", window.bar());
}

#[cfg(unix)]
#[test]
fn a_file_turned_read_only_is_told_and_saves_under_another_name() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o444)).unwrap();
    window.look();
    assert!(window.alerts().iter().any(|alert| alert.contains("was marked as read-only")), "{:?}", window.alerts());
    window.save();
    assert!(window.bar().contains("marked as read-only") && window.is_unsaved(), "{}", window.bar());
    window.click(Role::Button, "Save as…");
    window.write_path(&desk.path("second.ron"));
    window.press(Key::Enter);
    assert_eq!(title_in(&desk.path("second.ron")), "Ours");
}

impl Window {
    /// The window is come back to from another one.
    fn come_back(&mut self) {
        self.harness.event(egui::Event::WindowFocused(true));
        self.run();
        self.run();
    }
}

#[test]
fn a_change_by_others_stays_told_when_the_window_comes_back() {
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    change_it(&path);
    window.look();
    let told = window.bar();
    assert!(told.contains("was changed by someone else"), "{told}");
    for times in 1..=2 {
        window.come_back();
        assert_eq!(window.bar(), told, "come back to {times} times");
    }
    // The same bytes under another date are theirs all the same.
    std::fs::write(&path, std::fs::read(&path).unwrap()).unwrap();
    window.come_back();
    assert!(window.bar().contains("TakeTheirs"), "{}", window.bar());
}

#[cfg(unix)]
#[test]
fn theirs_marked_as_read_only_is_still_theirs() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new();
    let (mut window, path) = desk.edited();
    change_it(&path);
    window.look();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o444)).unwrap();
    window.come_back();
    assert!(window.bar().contains("was changed by someone else"), "{}", window.bar());
}

#[test]
fn theirs_that_went_and_came_back_is_told_again() {
    let desk = Desk::new();
    let path = desk.file("mine.ron");
    let mut window = desk.start(Some(&path));
    change_it(&path);
    window.look();
    let theirs = std::fs::read(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    window.come_back();
    assert!(window.bar().contains("moved or deleted"), "{}", window.bar());
    std::fs::write(&path, theirs).unwrap();
    window.come_back();
    assert!(window.bar().contains("was changed by someone else"), "{}", window.bar());
    assert!(!window.is_unsaved(), "nothing was edited here");
}

#[test]
fn not_saved_is_told_only_as_long_as_it_is_true() {
    for takes_theirs in [true, false] {
        let desk = Desk::new();
        let (mut window, path) = desk.edited();
        change_it(&path);
        window.save();
        let says_so = |window: &Window| window.alerts().iter().any(|alert| alert.starts_with("Not saved"));
        assert!(says_so(&window), "{:?}", window.alerts());
        if takes_theirs {
            window.click(Role::Button, "Take theirs");
            let agree: Vec<_> = window.harness.query_all_by_role_and_label(Role::Button, "Take theirs").collect();
            agree.last().unwrap().click();
            window.run();
        } else {
            window.keep_mine();
        }
        assert!(!says_so(&window), "{:?}", window.alerts());
        assert!(!window.is_unsaved());
    }
}
