//! Notices: success goes with the next thing done, errors stay until they are read, and neither takes the window.

use super::*;

/// Tells of so many files that can't be opened.
fn fail(window: &mut Window, desk: &Desk, names: &[&str]) {
    for name in names {
        window.do_this(Action::Open(desk.path(name)));
    }
}

#[test]
fn what_was_done_is_not_told_of_the_next_dataset() {
    let desk = Desk::new();
    let (mut window, _) = desk.edited();
    window.save();
    assert!(window.alerts()[0].starts_with("Saved "));
    window.do_this(Action::NewDataset);
    assert_eq!(window.alerts(), Vec::<String>::new());
    assert!(window.state().notices.log.iter().any(|notice| notice.text.starts_with("Saved ")), "the log keeps it");
}

#[test]
fn errors_stay_until_they_are_read_the_newest_in_front() {
    let desk = Desk::new();
    let mut window = desk.start(None);
    fail(&mut window, &desk, &["a.ron", "b.ron", "c.ron", "c.ron"]);
    assert_eq!(window.alerts().len(), 1, "{:?}", window.alerts());
    assert!(window.alerts()[0].contains("c.ron"));
    window.do_this(Action::NewDataset);
    assert_eq!(window.alerts().len(), 1, "errors outlast the dataset");
    window.click(Role::Button, "2 more…");
    for name in ["a.ron", "b.ron", "c.ron"] {
        window.assert_says(name);
    }
    window.press(Key::Escape);
    assert_eq!(window.alerts(), Vec::<String>::new(), "they were read in the log");
}

#[test]
fn escape_and_the_button_put_a_notice_away_and_show_the_next() {
    let desk = Desk::new();
    let mut window = desk.start(None);
    fail(&mut window, &desk, &["a.ron", "b.ron"]);
    window.press(Key::Escape);
    assert!(window.alerts().len() == 1 && window.alerts()[0].contains("a.ron"), "{:?}", window.alerts());
    window.click(Role::Button, "Dismiss");
    assert_eq!(window.alerts(), Vec::<String>::new());
}

#[test]
fn a_long_notice_is_a_few_lines_high_and_spoken_whole() {
    let desk = Desk::new();
    let long = format!("{}.ron", "a very long name ".repeat(12));
    for zoom in [1.0, 2.0, 3.0] {
        let mut window = desk.start(None);
        window.harness.set_size(LAPTOP / zoom);
        window.run();
        fail(&mut window, &desk, &[&long]);
        let alert = window.alerts().remove(0);
        assert!(alert.contains("there is no such file; check its name and folder"), "{alert}");
        let height = window.node(Role::Alert, &alert).rect().height();
        assert!(height < 64.0, "{height} points at {zoom}");
        if zoom > 2.5 {
            window.click(Role::Button, "More…");
            window.assert_says("there is no such file; check its name and folder");
        }
    }
}
