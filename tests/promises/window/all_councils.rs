//! Figures of all councils from the window, and what is remembered: whole files or none, a stop at every moment.

use super::exporting::{PATH, write};
use super::*;
use sidebyside::app::{Action, AllStep};
use sidebyside::dataset::load_builtin;
use sidebyside::export::Format;
use sidebyside::export::batch::{Batch, council_items, run as run_batch};
use sidebyside::export::figure::PageSize;
use sidebyside::export::table::ByteOrderMark;
use sidebyside::model::View;
use sidebyside::progress::Progress;
use sidebyside::storage::Overwrite;
use tempfile::TempDir;

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    entries.map(|entry| entry.unwrap().path()).collect()
}

#[track_caller]
fn assert_whole(folder: &Path) {
    for path in files_in(folder) {
        let bytes = std::fs::read(&path).unwrap();
        let whole = match path.extension().and_then(|e| e.to_str()) {
            Some("svg") => bytes.starts_with(b"<svg") && bytes.ends_with(b"</svg>\n"),
            Some("csv") => bytes.starts_with(b"council,programme,") && bytes.ends_with(b"\r\n"),
            _ => false,
        };
        assert!(whole, "{} is half a file, or one that should not be there", path.display());
    }
}

fn open(region: &str, folder: &Path) -> Window {
    let mut window = Window::open();
    let region = Some(region.to_owned());
    window.harness.state_mut().state.act(Action::FilterRegion(region));
    window.run();
    window.menu("File", "Save figures of all councils…");
    write(&mut window, Role::TextInput, "Folder", &folder.display().to_string());
    window.click(Role::CheckBox, "PNG");
    window.click(Role::CheckBox, "CSV");
    window
}

#[test]
fn the_filters_apply_and_the_files_are_made_and_told_of() {
    let folder = TempDir::new().unwrap();
    let made = folder.path().join("made");
    let mut window = open("South East", &made);
    window.assert_says("The ticks and filters of the list apply: region South East.");
    window.click(Role::Button, "Begin");
    assert_whole(&made);
    let files = files_in(&made);
    assert!(files.contains(&made.join("portsmouth.svg")) && !files.contains(&made.join("leeds.svg")), "{files:?}");
    window.assert_says("portsmouth.csv");
    assert!(window.alerts()[0].starts_with(&format!("{} files made.", files.len())), "{:?}", window.alerts());
    // A second time everything is there, and stays.
    window.click(Role::Button, "Close the summary");
    window.menu("File", "Save figures of all councils…");
    window.click(Role::Button, "Begin");
    assert!(
        window.alerts()[0].starts_with(&format!("0 files made, {} not made", files.len())),
        "{:?}",
        window.alerts()
    );
    window.assert_says("tick Replace files that are there");
}

#[test]
fn what_can_not_begin_says_why() {
    let folder = TempDir::new().unwrap();
    let mut window = open("South East", folder.path());
    window.click(Role::CheckBox, "SVG");
    window.click(Role::CheckBox, "CSV");
    window.assert_says("Tick at least one format.");
    window.press(Key::Escape);
    std::fs::write(folder.path().join("file"), "").unwrap();
    let mut window = open("South East", &folder.path().join("file"));
    window.click(Role::Button, "Begin");
    assert_eq!(window.alerts(), ["Nothing was made."]);
    window.assert_says("the folder can't be made");
    let mut window = Window::open();
    window.narrow_to_nobody();
    window.menu("File", "Save figures of all councils…");
    window.assert_says("No council fits the filters and the ticks");
    assert!(window.node(Role::Button, "Begin").accesskit_node().is_disabled());
}

#[test]
fn closing_the_window_stops_the_run_and_leaves_whole_files() {
    let folder = TempDir::new().unwrap();
    let mut window = open("South East", folder.path());
    window.harness.state_mut().state.act(Action::AllCouncils(AllStep::Start));
    eframe::App::on_exit(window.harness.state_mut(), None);
    assert_whole(folder.path());
}

#[test]
fn a_stop_after_any_council_leaves_whole_files_and_nothing_else() {
    let dataset = load_builtin().unwrap().dataset;
    let view = View { regions: vec!["South West".to_owned()].into(), ..View::default() };
    let councils = sidebyside::export::batch::councils(&dataset, &view).len();
    assert!(councils > 2, "{councils}");
    for after in 0..=councils {
        let folder = TempDir::new().unwrap();
        let stop = Progress::default();
        if after == 0 {
            stop.stop();
        }
        let batch = Batch {
            dataset: &dataset,
            items: council_items(&dataset, &view),
            formats: vec![Format::Csv, Format::Svg],
            folder: folder.path().to_path_buf(),
            overwrite: Overwrite::Refuse,
            sheet: PageSize::default(),
            mark: ByteOrderMark::Without,
        };
        let summary = run_batch(&batch, &stop, |progress| {
            if progress.done >= after {
                stop.stop();
            }
        })
        .unwrap();
        let (mut there, mut made) = (files_in(folder.path()), summary.made.clone());
        there.sort();
        made.sort();
        assert_eq!(there, made, "after {after} no other file stays behind");
        assert_whole(folder.path());
        assert!(summary.failed.is_empty(), "{summary:?}");
        assert_eq!(summary.stopped, made.len() < councils * 2, "after {after}: {summary:?}");
    }
}

#[test]
fn the_last_choices_are_remembered_others_memory_is_left_alone() {
    let (data, papers) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let mut window = Window::open();
    window.harness.state_mut().state.remember_in(data.path());
    window.click(Role::Button, "Compare fostering enquiries");
    window.press_with(Modifiers::COMMAND, Key::E);
    write(&mut window, Role::TextInput, "Width", "640");
    write(&mut window, Role::TextInput, PATH, &papers.path().join("a.png").display().to_string());
    window.choose("Resolution of the picture", "300 dots an inch");
    window.click(Role::Button, "Save");
    eframe::App::on_exit(window.harness.state_mut(), None);
    let mut later = Window::open();
    later.harness.state_mut().state.remember_in(data.path());
    later.press_with(Modifiers::COMMAND, Key::E);
    assert!(later.is_on(Role::Button, "Format: PNG"));
    assert_eq!(later.node(Role::TextInput, "Width").value().as_deref(), Some("640"));
    assert_eq!(later.chosen("Resolution of the picture"), "300 dots an inch");
    let suggested = later.node(Role::TextInput, PATH).value().unwrap();
    assert!(suggested.starts_with(&papers.path().display().to_string()), "{suggested}");
    assert_eq!(files_in(data.path()), [data.path().join("settings.ron")]);
}

#[test]
fn damaged_settings_are_told_of_and_set_aside() {
    let data = TempDir::new().unwrap();
    std::fs::write(data.path().join("settings.ron"), "(figure: (").unwrap();
    let mut window = Window::open();
    window.harness.state_mut().state.remember_in(data.path());
    window.run();
    assert!(window.alerts()[0].contains("settings.ron.bad"), "{:?}", window.alerts());
    assert_eq!(std::fs::read_to_string(data.path().join("settings.ron.bad")).unwrap(), "(figure: (");
}
