//! After a crash an import is offered back, be it a step of an edited dataset or a dataset of its own.

use super::recovery::{crash, is_offered};
use super::*;
use sidebyside::app::ImportStep;
use sidebyside::dataset::to_ron;

/// A table of official statistics with so many years.
fn table(years: u16) -> String {
    let mut text = "time_period,new_la_code,la_name,category,looked_after\n".to_owned();
    for (place, year, nth) in (0..40).flat_map(|nth| (1..=years).map(move |year| ("E08000035,Leeds", year, nth))) {
        text.push_str(&format!("{},{place},kind {nth},{}\n", 1900 + year, 1000 + nth));
    }
    text
}

#[test]
fn an_import_survives_a_crash_however_long_it_is() {
    for (years, can_undo) in [(5, true), (120, false)] {
        let desk = Desk::new();
        let (mut window, _) = desk.edited();
        let path = desk.path("figures.csv");
        std::fs::write(&path, table(years)).unwrap();
        window.do_this(Action::Import(ImportStep::AddFiles(vec![path])));
        window.do_this(Action::Import(ImportStep::AddToOpen));
        assert_eq!(window.state().document.original.statistics.len(), 40);
        window.retitle("Later");
        let had = to_ron(&window.state().document.original);
        crash(window);
        let journal = std::fs::read_dir(desk.data.path().join("recovery")).unwrap();
        let journal =
            journal.map(|entry| entry.unwrap().path()).find(|path| path.extension().is_some_and(|e| e == "journal"));
        let lines = std::fs::read_to_string(journal.unwrap()).unwrap();
        let edits = lines.lines().filter(|line| line.contains("swaps"));
        assert!(
            edits.map(str::len).max().unwrap() < 80 * 1024,
            "an edit is a line of 64 KiB at most, and how it is kept"
        );
        let mut window = desk.start(None);
        window.assert_says("3 edits of mine.ron not saved.");
        window.press(Key::Enter);
        assert_eq!(to_ron(&window.state().document.original), had, "{years}");
        window.press_with(Modifiers::COMMAND, Key::Z);
        window.press_with(Modifiers::COMMAND, Key::Z);
        let left = window.state().document.original.statistics.len();
        assert_eq!(left, if can_undo { 0 } else { 40 }, "{years}");
    }
}

#[test]
fn a_new_dataset_of_an_import_survives_a_crash_at_once() {
    let desk = Desk::new();
    let path = desk.path("figures.csv");
    std::fs::write(&path, table(3)).unwrap();
    let mut window = desk.start(None);
    window.do_this(Action::Import(ImportStep::AddFiles(vec![path])));
    window.do_this(Action::Import(ImportStep::Make));
    let had = to_ron(&window.state().document.original);
    crash(window);
    let mut window = desk.start(None);
    assert!(is_offered(&window));
    window.press(Key::Enter);
    assert!(window.is_unsaved());
    assert_eq!(to_ron(&window.state().document.original), had);
}
