//! Tables from the window: what the preview shows is what is imported, everything can be changed by name, stopped and undone.

use super::exporting::write;
use super::*;
use sidebyside::app::{Action, ImportStep};
use sidebyside::dataset::to_ron;
use sidebyside::model::Dataset;
use tempfile::TempDir;

const TABLE: &str = "\
time_period,geographic_level,country_code,country_name,region_code,region_name,new_la_code,la_name,sex,looked_after,spare
2022,Local authority,E92000001,England,E12000003,Yorkshire and The Humber,E08000035,Leeds,Total,1339,1
2022,Local authority,E92000001,England,E12000003,Yorkshire and The Humber,E08000035,Leeds,Male,700,1
2023,Local authority,E92000001,England,E12000003,Yorkshire and The Humber,E08000035,Leeds,Total,1401,1
2023,Local authority,E92000001,England,E12000003,Yorkshire and The Humber,E08000035,Leeds,Male,720,1
2022,Local authority,E92000001,England,E12000003,Yorkshire and The Humber,E08000099,Leedz,Total,12,1
2023,Local authority,E92000001,England,E12000003,Yorkshire and The Humber,E08000032,Bradford,Total,q?,1
2022,Local authority,E92000001,England,E12000003,Yorkshire and The Humber,E08000032,Bradford,Total,1204,1
";

const PLACES: &str = "Column H (la_name)";

fn saved(folder: &TempDir, name: &str, text: &str) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    path
}

/// Lets the pause pass after which what was said is read.
fn settle(window: &mut Window) {
    for _ in 0..3 {
        window.harness.step();
    }
    window.run();
}

/// Picks from a box of choices that may have to come into sight first, as Tab brings it there.
fn pick(window: &mut Window, selector: &str, choice: &str) {
    let name = window.selector(selector);
    window.node(Role::ComboBox, &name).focus();
    window.run();
    window.choose(selector, choice);
    settle(window);
}

fn is_open(window: &Window) -> bool {
    window.state().import.dialog.is_some()
}

fn can(window: &Window, button: &str) -> bool {
    !window.node(Role::Button, button).accesskit_node().is_disabled()
}

/// The dialog with a table in it.
fn with(folder: &TempDir, name: &str, text: &str) -> Window {
    let path = saved(folder, name, text);
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::I);
    assert!(is_open(&window));
    write(&mut window, Role::TextInput, "Path of a table", &path.display().to_string());
    window.press(Key::Enter);
    window
}

fn original(window: &Window) -> &Dataset {
    &window.state().document.original
}

#[test]
fn the_preview_names_roles_and_rows_as_the_file_has_them() {
    let folder = TempDir::new().unwrap();
    let window = with(&folder, "cla.csv", TABLE);
    assert_eq!(window.chosen(PLACES), "Council name");
    assert_eq!(window.chosen("Column A (time_period)"), "Period");
    assert_eq!(window.chosen("Column G (new_la_code)"), "Council code");
    let rows = window.names(Role::Row);
    assert!(rows[0].starts_with("Row 1, the headings: time_period; geographic_level"), "{rows:?}");
    assert!(rows[6].starts_with("Row 7: 2023") && rows[6].contains("Bradford"), "{rows:?}");
    window.assert_says("2 statistics of 2 indicators, 2 places; 7 numbers, 1 symbols");
}

#[test]
fn a_changed_role_is_read_again_and_what_comes_is_what_is_shown() {
    let folder = TempDir::new().unwrap();
    let mut window = with(&folder, "cla.csv", TABLE);
    let result = window.state().import.dialog.as_ref().unwrap().result.clone().unwrap();
    window.harness.state_mut().state.act(Action::Import(ImportStep::SetColumn(
        "spare".to_owned(),
        sidebyside::app::ColumnChoice::Role(sidebyside::app::RoleProfile::LeaveOut),
    )));
    window.harness.step();
    let dialog = window.state().import.dialog.as_ref().unwrap();
    assert!(dialog.is_stale(), "the last good preview is known to be old");
    assert!(std::sync::Arc::ptr_eq(dialog.result.as_ref().unwrap(), &result), "and it stays");
    assert!(!can(&window, "Make a new dataset"));
    settle(&mut window);
    window.assert_says("1 statistic of 1 indicator, 2 places; 3 numbers, 1 symbols");
    pick(&mut window, "Keep of sex", "Male");
    window.assert_says("1 statistic of 1 indicator, 1 place; 2 numbers, 0 symbols");
    let shown = window.state().import.dialog.as_ref().unwrap().result.clone().unwrap();
    let made = shown.draft.clone().into_dataset(&shown.profile);
    window.activate(Role::Button, "Make a new dataset");
    assert!(!is_open(&window));
    assert_eq!(to_ron(original(&window)), to_ron(&made), "what was shown is what was made");
}

#[test]
fn a_role_is_chosen_by_keyboard_and_pointer() {
    let folder = TempDir::new().unwrap();
    let mut window = with(&folder, "cla.csv", TABLE);
    window.choose("Column B (geographic_level)", "Leave out");
    settle(&mut window);
    assert_eq!(window.chosen("Column B (geographic_level)"), "Leave out");
    let name = window.selector("Column B (geographic_level)");
    window.node(Role::ComboBox, &name).focus();
    window.press(Key::Space);
    window.press(Key::ArrowUp);
    window.press(Key::Enter);
    settle(&mut window);
    assert_eq!(window.chosen("Column B (geographic_level)"), "Value");
}

#[test]
fn polarity_waits_for_a_person_and_words_can_be_changed() {
    let folder = TempDir::new().unwrap();
    let mut window = with(&folder, "cla.csv", TABLE);
    assert_eq!(window.chosen("Polarity of Looked after"), "Not confirmed (neither)");
    pick(&mut window, "Polarity of Looked after", "Lower is better");
    write(&mut window, Role::TextInput, "Unit of Looked after", "children");
    write(&mut window, Role::TextInput, "Name of Looked after", "Children looked after");
    settle(&mut window);
    window.activate(Role::Button, "Make a new dataset");
    let indicators = &original(&window).indicators;
    let made = indicators.iter().find(|indicator| indicator.name == "Children looked after").unwrap();
    assert_eq!((made.unit.as_str(), made.polarity.keyword()), ("children", "lower is better"));
}

#[test]
fn findings_name_their_rows_and_lead_to_them() {
    let folder = TempDir::new().unwrap();
    let mut window = with(&folder, "cla.csv", TABLE);
    let findings = window.names(Role::Button);
    let unknown =
        findings.iter().find(|name| name.contains("Leedz")).unwrap_or_else(|| panic!("{findings:#?}")).clone();
    assert!(unknown.starts_with("Row 6: "), "{unknown}");
    window.activate(Role::Button, &unknown);
    assert_eq!(window.state().import.dialog.as_ref().unwrap().row.map(|(row, _)| row), Some(6));
    window.assert_says("Not matched, and so left out:");
}

#[test]
fn a_new_dataset_is_opened_unsaved_and_asks_before_it_is_lost() {
    let folder = TempDir::new().unwrap();
    let mut window = with(&folder, "cla.csv", TABLE);
    window.activate(Role::Button, "Make a new dataset");
    assert!(!is_open(&window));
    let document = &window.state().document;
    assert!(document.path.is_none() && document.history.is_modified() && !document.is_read_only);
    assert_eq!(document.original.statistics.len(), 2);
    window.press_with(Modifiers::COMMAND, Key::N);
    assert!(
        window.has(Role::Button, "Discard") || window.has(Role::Button, "Don’t save"),
        "{:?}",
        window.names(Role::Button)
    );
}

#[test]
fn adding_is_one_step_and_undone_to_the_same_bytes() {
    let folder = TempDir::new().unwrap();
    let mut window = Window::open();
    window.harness.state_mut().state.act(Action::NewDataset);
    window.run();
    let before = to_ron(original(&window));
    let path = saved(&folder, "cla.csv", TABLE);
    window.drop_file(&path);
    assert!(is_open(&window), "a table that falls onto the window is imported");
    window.activate(Role::Button, "Add to the open dataset");
    assert!(!is_open(&window), "{}", window.text());
    assert_eq!(original(&window).statistics.len(), 2);
    assert_eq!(window.state().document.history.undo_label(), Some("Import 2 statistics"));
    let added = to_ron(original(&window));
    window.harness.state_mut().state.act(Action::Undo);
    window.run();
    assert_eq!(to_ron(original(&window)), before);
    window.harness.state_mut().state.act(Action::Redo);
    window.run();
    assert_eq!(to_ron(original(&window)), added);
}

#[test]
fn what_the_dataset_tells_otherwise_is_asked_one_by_one() {
    let folder = TempDir::new().unwrap();
    for (answer, statistics, value) in [
        ("Leave the imported one out", 2, "1339"),
        ("Take the imported one", 2, "1340"),
        ("Keep both, as two releases", 4, "1339"),
    ] {
        let mut window = with(&folder, "cla.csv", TABLE);
        window.activate(Role::Button, "Make a new dataset");
        let path = saved(&folder, "later.csv", &TABLE.replace("1339,1", "1340,2"));
        window.drop_file(&path);
        window.activate(Role::Button, "Add to the open dataset");
        window.assert_says("Looked after: Leeds, 2022 is 1,339 in the dataset and 1,340 in the import.");
        window.assert_says("1 of 2");
        window.activate(Role::CheckBox, "Do the same for all that follow");
        window.activate(Role::Button, answer);
        assert!(!is_open(&window), "{answer}: {}", window.text());
        let made = original(&window);
        assert_eq!(made.statistics.len(), statistics, "{answer}");
        let first = &made.statistics.iter().find(|statistic| statistic.indicator.as_str() == "looked-after").unwrap();
        assert_eq!(first.values_at(0)[0].number().unwrap().to_string().replace(',', ""), value, "{answer}");
        window.harness.state_mut().state.act(Action::Undo);
        window.run();
        assert_eq!(original(&window).statistics.len(), 2, "{answer}");
    }
}

#[test]
fn what_is_there_already_is_not_added_again() {
    let folder = TempDir::new().unwrap();
    let mut window = with(&folder, "cla.csv", TABLE);
    window.activate(Role::Button, "Make a new dataset");
    let before = to_ron(original(&window));
    window.drop_file(&folder.path().join("cla.csv"));
    window.activate(Role::Button, "Add to the open dataset");
    assert_eq!(to_ron(original(&window)), before);
    assert!(window.alerts().concat().contains("2 were there already"), "{:?}", window.alerts());
}

#[test]
fn reading_is_stopped_at_once_and_begun_again() {
    let folder = TempDir::new().unwrap();
    let path = saved(&folder, "cla.csv", TABLE);
    let mut window = Window::open();
    let state = &mut window.harness.state_mut().state;
    state.act(Action::Import(ImportStep::AddFiles(vec![path])));
    assert!(state.import.dialog.as_ref().unwrap().busy().is_some());
    state.act(Action::Import(ImportStep::Stop));
    assert!(state.import.dialog.as_ref().unwrap().busy().is_none());
    window.run();
    assert!(window.state().import.dialog.as_ref().unwrap().result.is_none(), "what came later is not wanted");
    window.assert_says("It was stopped before the end.");
    window.activate(Role::Button, "Read again");
    window.assert_says("2 statistics of 2 indicators");
}

#[test]
fn a_bad_file_is_a_sentence_and_the_dialog_stays() {
    let folder = TempDir::new().unwrap();
    for (name, text, said) in [
        ("empty.csv", "", "holds nothing"),
        ("nul.csv", "a,b\n1,\0", "holds a NUL byte"),
        ("headings.csv", "la_name,2018\n", "there are headings and no rows"),
        ("dataset.ron", "()", "is a dataset; open it with File, Open"),
    ] {
        let window = with(&folder, name, text);
        assert!(is_open(&window), "{name}");
        let told = [window.text(), window.names(Role::Button).join("\n")].concat();
        assert!(told.contains(said), "{name}: {told}");
        assert!(!can(&window, "Make a new dataset"), "{name}");
    }
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::I);
    write(&mut window, Role::TextInput, "Path of a table", "/nowhere/at-all.csv");
    window.press(Key::Enter);
    window.assert_says("/nowhere/at-all.csv can't be read");
    window.press(Key::Escape);
    assert!(!is_open(&window));
}

#[test]
fn a_profile_keeps_what_was_said_and_asks_about_a_new_name() {
    let folder = TempDir::new().unwrap();
    let mut window = with(&folder, "cla.csv", TABLE);
    pick(&mut window, "Keep of sex", "Male");
    let profile = folder.path().join("cla.ron");
    window.activate(Role::Button, "Save as a profile…");
    write(&mut window, Role::TextInput, "Save the profile as", &profile.display().to_string());
    window.press(Key::Enter);
    let kept = std::fs::read_to_string(&profile).unwrap();
    assert!(kept.contains("\"sex\": \"Male\"") && kept.contains("\"la_name\": council_name"), "{kept}");
    let mut window = with(&folder, "next.csv", &TABLE.replace("sex", "gender"));
    window.activate(Role::Button, "Use a profile…");
    write(&mut window, Role::TextInput, "Path of the profile to use", &profile.display().to_string());
    window.press(Key::Enter);
    window.assert_says("The profile names what no table has");
    pick(&mut window, "Column sex is now", "gender");
    let text = window.text();
    assert!(!text.contains("The profile names what no table has"), "{text}");
    assert_eq!(window.chosen("Keep of gender"), "Male");
}

#[test]
fn a_table_without_a_period_is_given_one() {
    let folder = TempDir::new().unwrap();
    let mut window = with(&folder, "figures.csv", "la_name,children\nLeeds,12\nBradford,13\nKirklees,15\n");
    assert!(!can(&window, "Make a new dataset"));
    write(&mut window, Role::TextInput, "Period of figures.csv", "2016/18");
    settle(&mut window);
    window.assert_says("2016/18");
    write(&mut window, Role::TextInput, "Period of figures.csv", "2017/18");
    settle(&mut window);
    assert!(can(&window, "Make a new dataset"), "{}", window.text());
}

#[test]
fn every_button_is_in_reach_on_small_screens_and_when_zoomed() {
    let folder = TempDir::new().unwrap();
    let path = saved(&folder, "cla.csv", TABLE);
    for (size, scale) in [(vec2(1024.0, 576.0), 1.25), (LAPTOP, 1.0), (vec2(456.0, 256.0), 3.0)] {
        let mut window = Window::of_size(size, scale);
        window.drop_file(&path);
        for button in ["Make a new dataset", "Add to the open dataset", "Save as a profile…", "Cancel"] {
            if size.y < 400.0 {
                window.node(Role::Button, button).scroll_to_me();
                window.run();
            }
            let rect = window.node(Role::Button, button).rect();
            assert!(window.screen().contains_rect(rect), "{button} at {size:?}: {rect:?}");
        }
    }
}

#[test]
fn an_indicator_that_is_counted_otherwise_is_another_one() {
    let folder = TempDir::new().unwrap();
    let mut window = with(&folder, "cla.csv", TABLE);
    window.activate(Role::Button, "Make a new dataset");
    let path = saved(&folder, "later.csv", TABLE);
    window.drop_file(&path);
    write(&mut window, Role::TextInput, "Unit of Looked after", "families");
    settle(&mut window);
    window.activate(Role::Button, "Add to the open dataset");
    let indicators: Vec<(&str, &str)> =
        original(&window).indicators.iter().map(|known| (known.id.as_str(), known.unit.as_str())).collect();
    assert!(indicators.contains(&("looked-after", "number")), "{indicators:?}");
    assert!(indicators.contains(&("looked-after-2", "families")), "{indicators:?}");
    assert!(window.alerts().concat().contains("counted in families"), "{:?}", window.alerts());
}

#[test]
fn a_question_before_loss_comes_in_front_and_the_dialog_waits() {
    let folder = TempDir::new().unwrap();
    let mut window = with(&folder, "cla.csv", TABLE);
    window.activate(Role::Button, "Make a new dataset");
    window.drop_file(&folder.path().join("cla.csv"));
    pick(&mut window, "Keep of sex", "Male");
    window.activate(Role::Button, "Make a new dataset");
    assert!(!window.has(Role::Button, "Make a new dataset") && window.has(Role::Button, "Discard"));
    window.press(Key::Escape);
    assert_eq!(window.chosen("Keep of sex"), "Male", "nothing that was said is lost");
    window.activate(Role::Button, "Make a new dataset");
    window.activate(Role::Button, "Discard");
    assert!(!is_open(&window));
    assert_eq!(original(&window).councils.len(), 1);
}

#[test]
fn adding_to_the_example_waits_for_the_answer_about_a_copy() {
    let folder = TempDir::new().unwrap();
    let mut window = with(&folder, "cla.csv", TABLE);
    window.activate(Role::Button, "Add to the open dataset");
    assert!(!window.has(Role::Button, "Add to the open dataset"), "the question is in front");
    window.press(Key::Escape);
    assert!(is_open(&window) && original(&window).statistics.is_empty());
    window.activate(Role::Button, "Add to the open dataset");
    window.harness.state_mut().state.act(Action::MakeCopy);
    window.run();
    assert!(!is_open(&window));
    assert_eq!((original(&window).statistics.len(), window.state().document.is_read_only), (2, false));
}

#[test]
fn tables_dropped_together_are_imported_together() {
    let folder = TempDir::new().unwrap();
    let later = TABLE.replace("2023,", "2025,").replace("2022,", "2024,").replace("1339", "1500");
    let paths = [saved(&folder, "early.csv", TABLE), saved(&folder, "later.csv", &later)];
    let mut window = Window::open();
    for path in paths {
        window.harness.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(path)));
    }
    window.run();
    window.assert_says("4 statistics of 2 indicators, 2 places; 14 numbers, 2 symbols");
    assert_eq!(window.chosen("Table"), "early.csv");
    window.choose("Table", "later.csv");
    let rows = window.names(Role::Row);
    assert!(rows[1].starts_with("Row 2: 2024; Local authority"), "{rows:?}");
}
