//! What is remembered: recent files, what was open last, colours, room. Nothing remembered keeps the window from starting.

use super::*;

#[test]
fn what_was_open_last_opens_again_and_a_named_file_wins() {
    let desk = Desk::new();
    let (path, other) = (desk.file("mine.ron"), desk.file("other.ron"));
    desk.start(Some(&path)).end();
    let window = desk.start(None);
    assert_eq!(window.state().document.name, "mine.ron");
    window.end();
    let window = desk.start(Some(&other));
    assert_eq!(window.state().document.name, "other.ron");
    window.end();
    std::fs::remove_file(&other).unwrap();
    let window = desk.start(None);
    assert_eq!(window.state().document.name, "built-in dataset");
    assert!(window.alerts()[0].contains("so the built-in dataset is open"), "{:?}", window.alerts());
    window.end();
    // It is said once.
    assert!(desk.start(None).alerts().is_empty());
}

#[test]
fn recent_files_are_eight_and_vanished_ones_say_so() {
    let desk = Desk::new();
    let mut window = desk.start(None);
    for number in 0..10 {
        let path = desk.file(&format!("d{number}.ron"));
        window.do_this(Action::Open(path));
    }
    window.end();
    std::fs::remove_file(desk.path("d5.ron")).unwrap();
    let mut window = desk.start(None);
    let recent: Vec<String> = window
        .state()
        .recent_files()
        .iter()
        .map(|r| r.path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(recent, ["d9.ron", "d8.ron", "d7.ron", "d6.ron", "d5.ron", "d4.ron", "d3.ron", "d2.ron"]);
    window.menu("File", "Open recent");
    let folder = desk.path("").display().to_string();
    let named = |name: &str| format!("{name}, in {}", folder.trim_end_matches('/'));
    assert!(window.has(Role::MenuItem, "d5.ron, no longer there"), "{:?}", window.names(Role::MenuItem));
    window.click(Role::MenuItem, &named("d3.ron"));
    assert_eq!(window.state().document.name, "d3.ron");
    assert_eq!(window.state().recent_files()[0].path, desk.path("d3.ron"));
}

#[test]
fn colours_zoom_and_room_come_back() {
    let desk = Desk::new();
    let mut window = desk.start(None);
    window.do_this(Action::Zoom(sidebyside::app::ZoomStep::In));
    window.menu("View", "Dark colours");
    window.click(Role::Tab, "Room: Table");
    window.end();
    let window = desk.start(None);
    assert_eq!(window.state().window.zoom.percent(), 110);
    assert_eq!(window.state().window.scheme, sidebyside::app::Scheme::Dark);
    assert_eq!(window.state().views.room, sidebyside::app::Tab::Table);
}

#[test]
fn the_room_comes_back_with_the_last_file_and_with_a_named_one() {
    use sidebyside::app::Tab;
    let desk = Desk::new();
    let path = desk.file("mine.ron");
    for (number, room) in [(2, Tab::Compare), (4, Tab::Table), (5, Tab::Edit), (3, Tab::Council)] {
        let mut window = desk.start(Some(&path));
        window.press_with(Modifiers::COMMAND, [Key::Num1, Key::Num2, Key::Num4, Key::Num5, Key::Num6][number - 1]);
        window.end();
        for named in [None, Some(path.as_path())] {
            let window = desk.start(named);
            let state = window.state();
            assert_eq!((state.document.name.as_str(), state.views.room), ("mine.ron", room), "named: {named:?}");
            let is_of_this_file =
                state.views.council.as_ref().is_none_or(|id| state.document.dataset.council(id).is_some());
            assert!(is_of_this_file && state.views.selected.is_none(), "nothing of the dataset before");
            window.end();
        }
    }
    // A file that is opened later begins on the wall, as ever.
    let mut window = desk.start(None);
    window.do_this(Action::Open(desk.file("other.ron")));
    assert_eq!(window.state().views.room, Tab::Overview);
}

#[test]
fn damaged_or_odd_memory_starts_cleanly() {
    for (text, is_told) in [
        ("(recent: [\"", true),
        ("(recent: 5)", true),
        (
            "(room: \"Attic\", colours: \"plaid\", zoom: 65000, placement: (width: -5, x: 99999), last: \"/nowhere/at/all.ron\")",
            true,
        ),
        ("(later: 5)", false),
    ] {
        let desk = Desk::new();
        std::fs::write(desk.data.path().join("settings.ron"), text).unwrap();
        let window = desk.start(None);
        assert_eq!(window.state().document.name, "built-in dataset", "{text}");
        assert_eq!(!window.alerts().is_empty(), is_told, "{text}: {:?}", window.alerts());
        assert!(sidebyside::app::settings::remembered_placement(desk.data.path()).is_none(), "{text}");
        window.end();
    }
}
