//! What is remembered from one time to the next: choices of exports, files, window, colours. A small RON file in the user's own folder.
//!
//! A missing file means the defaults; a damaged one is set aside with the ending `.bad` and told of; what this version does not
//! know is passed over. Nothing is kept unless [`super::State::remember_in`] was called, so that tests and the command line leave the
//! user's folder alone. What belongs to a dataset (words of figures, filters) is not remembered here.

use std::path::{Path, PathBuf};
use std::{fs, io};

use serde::{Deserialize, Deserializer, Serialize};

use crate::model::{CouncilId, Dataset};
pub use crate::recovery::data_folder;
use crate::say;
use crate::storage::{Overwrite, system_reason, write_file};
use crate::words::letters::folded;

use super::context::Context;
use super::message::Message;
use super::session::RECENT;
use super::tasks::TaskKind;
use super::{ColumnSettings, Effect, NoticeKind, PaneWidths, Placement};

/// The name of the file.
const FILE: &str = "settings.ron";

/// The longest side of a window that is taken for one, in points: two of the widest screens side by side.
const LONGEST_SIDE: i32 = 16_000;

/// How long a change rests before it is written, in seconds, so that many changes in a row are one write.
const REST: f64 = 0.6;

/// What is remembered. Everything is text that is read tolerantly, so that a file of another version still serves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The choices of the dialog that saves a figure.
    pub figure: Choices,
    /// The choices of the dialog that saves figures of all councils.
    pub all_councils: Choices,
    /// Files that were opened or saved, the last one first.
    pub recent: Vec<String>,
    /// The file that was open last; empty where there was none.
    pub last: String,
    /// Where the window stood.
    pub placement: Placement,
    /// The reader's own council.
    pub my_council: MyCouncil,
    /// Whether the built-in official statistics do not stand beside datasets.
    pub without_reference: bool,
    /// Colours, by their word.
    pub colours: String,
    /// Zoom in per cent; 0 where nothing was remembered.
    #[serde(deserialize_with = "in_range")]
    pub zoom: u16,
    /// The room, by its title.
    pub room: String,
    /// The columns of the table.
    pub table: ColumnSettings,
    /// How wide the panes beside the room are.
    pub panes: PaneWidths,
}

/// The choices of one export; empty texts stand for the defaults.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// The formats, by their endings; one where only one can be chosen.
    pub formats: Vec<String>,
    /// What the figure is for, by its word; empty where nothing was chosen yet.
    pub preset: String,
    /// Width in points, as typed.
    pub width: String,
    /// Least height in points, as typed.
    pub height: String,
    /// The resolution of pictures, by its word.
    pub density: String,
    /// Width of pictures in pixels, as typed.
    pub pixels: String,
    /// The folder.
    pub folder: String,
    /// Whether CSV begins with a byte order mark.
    pub csv_mark: bool,
}

/// The reader's own council; empty texts where none was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MyCouncil {
    /// Its id in the dataset it was chosen in.
    pub id: String,
    /// Its name there, by which it is known in other datasets.
    pub name: String,
}

impl MyCouncil {
    /// The same council of a dataset: the one of this name, else the one of this id.
    pub(super) fn find(&self, dataset: &Dataset) -> Option<CouncilId> {
        let named = dataset.councils.iter().find(|council| folded(&council.name) == folded(&self.name));
        let same = named.or_else(|| dataset.councils.iter().find(|council| council.id.as_str() == self.id));
        same.filter(|_| !self.id.is_empty()).map(|council| council.id.clone())
    }
}

/// A whole number; one that is out of range is as good as none, and damages nothing else that is remembered.
pub(super) fn in_range<'de, D: Deserializer<'de>, N: TryFrom<i64> + Default>(number: D) -> Result<N, D::Error> {
    i64::deserialize(number).map(|number| N::try_from(number).unwrap_or_default())
}

/// Keeps the memory in its file.
#[derive(Debug)]
pub(super) struct SettingsStore {
    file: PathBuf,
    written: Settings,
    /// What the memory was when it was last looked at, and when that was first seen.
    seen: (Settings, f64),
    writing: bool,
    failed: bool,
}

/// What is in the file, and a sentence where it was damaged.
fn read(file: &Path) -> (Settings, Option<String>) {
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return (Settings::default(), None),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            return (Settings::default(), Some(aside(file, &error)));
        }
        Err(error) => {
            let told = say!("app-settings-unread", why = system_reason(&error), file = file.display().to_string());
            return (Settings::default(), Some(told));
        }
    };
    match ron::from_str(&text) {
        Ok(memory) => (memory, None),
        Err(error) => (Settings::default(), Some(aside(file, &error))),
    }
}

/// Sets a damaged file aside; says what was done.
fn aside(file: &Path, fault: &dyn std::fmt::Display) -> String {
    let mut kept = file.as_os_str().to_owned();
    kept.push(".bad");
    let kept = PathBuf::from(kept);
    match fs::rename(file, &kept) {
        Ok(()) => say!("app-settings-damaged", why = fault.to_string(), file = kept.display().to_string()),
        Err(error) => say!("app-settings-not-set-aside", why = fault.to_string(), error = system_reason(&error)),
    }
}

/// What is to be written: what is in the file now, with what this window changed since `before`, so that two windows keep
/// each other's choices. In the instant between reading and writing the other's may be lost still.
fn merged(file: &Path, before: &Settings, mine: &Settings) -> Settings {
    let theirs = fs::read_to_string(file).ok().and_then(|text| ron::from_str::<Settings>(&text).ok());
    let Some(theirs) = theirs else { return mine.clone() };
    Settings {
        figure: changed(&before.figure, &mine.figure, theirs.figure),
        all_councils: changed(&before.all_councils, &mine.all_councils, theirs.all_councils),
        recent: merged_recent(&before.recent, &mine.recent, theirs.recent),
        last: changed(&before.last, &mine.last, theirs.last),
        my_council: changed(&before.my_council, &mine.my_council, theirs.my_council),
        placement: changed(&before.placement, &mine.placement, theirs.placement),
        without_reference: changed(&before.without_reference, &mine.without_reference, theirs.without_reference),
        colours: changed(&before.colours, &mine.colours, theirs.colours),
        zoom: changed(&before.zoom, &mine.zoom, theirs.zoom),
        room: changed(&before.room, &mine.room, theirs.room),
        table: ColumnSettings::merged(&before.table, &mine.table, &theirs.table),
        panes: changed(&before.panes, &mine.panes, theirs.panes),
    }
}

/// Mine where this window changed it, else theirs.
fn changed<T: Clone + PartialEq>(before: &T, mine: &T, theirs: T) -> T {
    if mine == before { theirs } else { mine.clone() }
}

/// What this window opened stands in front, what it took off the list is gone, and the rest is theirs.
fn merged_recent(before: &[String], mine: &[String], theirs: Vec<String>) -> Vec<String> {
    let opened = mine
        .iter()
        .enumerate()
        .filter(|(at, file)| before.iter().position(|known| known == *file).is_none_or(|was| *at == 0 && was > 0));
    let mut merged: Vec<String> = opened.map(|(_, file)| file.clone()).collect();
    for file in theirs {
        let was_taken_off = before.contains(&file) && !mine.contains(&file);
        if !was_taken_off && !merged.contains(&file) {
            merged.push(file);
        }
    }
    merged.truncate(RECENT);
    merged
}

fn write(file: &Path, memory: &Settings) -> Result<(), String> {
    let text = ron::ser::to_string_pretty(memory, ron::ser::PrettyConfig::default()).map_err(|e| e.to_string())?;
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|e| format!("{}: {}", folder.display(), system_reason(&e)))?;
    }
    write_file(file, text.as_bytes(), Overwrite::Replace).map_err(|e| e.to_string())
}

/// Where the window stood when it was closed; `None` where that is not known, or no size that a window can have.
pub fn remembered_placement(folder: &Path) -> Option<Placement> {
    let memory: Settings = ron::from_str(&fs::read_to_string(folder.join(FILE)).ok()?).ok()?;
    let is_a_length = |points: i32| (1..=LONGEST_SIDE).contains(&points);
    Some(memory.placement).filter(|window| is_a_length(window.width) && is_a_length(window.height))
}

impl SettingsStore {
    /// Keeps in a folder from now on what is remembered; with what was remembered there, and a sentence where that was damaged.
    pub(super) fn open(folder: &Path) -> (Self, Settings, Option<String>) {
        let file = folder.join(FILE);
        let (settings, told) = read(&file);
        let seen = (settings.clone(), 0.0);
        (Self { file, written: settings.clone(), seen, writing: false, failed: false }, settings, told)
    }

    /// Writes what changed, when it has rested; called in every frame.
    pub(super) fn save(&mut self, cx: &mut Context<'_>) {
        if *cx.settings == self.written || self.writing || self.failed {
            return;
        }
        let now = cx.frame.seconds;
        if self.seen.0 != *cx.settings {
            self.seen = (cx.settings.clone(), now);
        }
        let left = self.seen.1 + REST - now;
        if left > 0.0 {
            cx.effects.push(Effect::RepaintAfter(left as f32));
            return;
        }
        self.writing = true;
        let (file, settings, before) = (self.file.clone(), cx.settings.clone(), self.written.clone());
        cx.tasks.spawn(TaskKind::Remembering, move |_| {
            let result = write(&file, &merged(&file, &before, &settings));
            Message::Remembered(Box::new(settings), result)
        });
    }

    /// Takes in whether these settings were written.
    pub(super) fn on_message(&mut self, settings: Settings, result: Result<(), String>, cx: &mut Context<'_>) {
        self.writing = false;
        match result {
            Ok(()) => self.written = settings,
            Err(sentence) => {
                // Told once; a folder that can't be written would otherwise be told of after each change.
                self.failed = true;
                cx.notices.tell(NoticeKind::Error, say!("app-settings-not-kept", why = sentence));
            }
        }
    }

    /// Writes what changed at once, because the window closes; nobody is there any more to be told of a fault.
    pub(super) fn save_now(&mut self, settings: &Settings) {
        if self.written != *settings && write(&self.file, &merged(&self.file, &self.written, settings)).is_ok() {
            self.written = settings.clone();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{LEAST_WIDTH, MOST_WIDTH, State};
    use crate::figure::screen_table::COLUMNS;

    fn some() -> Settings {
        let choices =
            Choices { formats: vec!["png".to_owned()], folder: "C:\\papers \"x\"".to_owned(), ..Choices::default() };
        Settings { figure: choices, ..Settings::default() }
    }

    #[test]
    fn what_was_written_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deep/settings.ron");
        assert_eq!(read(&file), (Settings::default(), None));
        write(&file, &some()).unwrap();
        assert_eq!(read(&file), (some(), None));
    }

    #[test]
    fn two_windows_keep_each_others_choices_and_recent_files() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        let files = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let before = Settings { recent: files(&["a", "b", "c"]), zoom: 100, ..Settings::default() };
        write(&file, &before).unwrap();
        let one = Settings { recent: files(&["d", "a", "b", "c"]), zoom: 150, ..before.clone() };
        write(&file, &merged(&file, &before, &one)).unwrap();
        // The other window knows nothing of that; it opened b again, took c off the list, and dressed in dark.
        let other = Settings { recent: files(&["b", "a"]), colours: "dark".to_owned(), ..before.clone() };
        write(&file, &merged(&file, &before, &other)).unwrap();
        let (both, told) = read(&file);
        assert_eq!((both.zoom, both.colours.as_str(), told), (150, "dark", None));
        assert_eq!(both.recent, files(&["b", "d", "a"]));
    }

    #[test]
    fn a_file_of_another_version_still_serves() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        fs::write(&file, "(figure: (width: \"700\", colour: \"green\"), window: (1, 2))").unwrap();
        let (memory, told) = read(&file);
        assert_eq!((memory.figure.width.as_str(), told), ("700", None));
    }

    #[test]
    fn a_number_out_of_range_damages_nothing_else_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        let numbers = "zoom: 70000, placement: (x: -5000000000), table: (widths: {\"unit\": 70000, \"after\": -5})";
        fs::write(&file, format!("(recent: [\"mine.ron\"], {numbers})")).unwrap();
        let mut state = State::new(crate::app::FileDialogs::Field);
        state.remember_in(folder.path());
        assert_eq!((state.settings.recent.as_slice(), state.settings.zoom), (&["mine.ron".to_owned()][..], 0));
        let width = |name| state.table.width(COLUMNS.iter().position(|column| *column == name).unwrap());
        assert_eq!((width("unit"), width("after")), (MOST_WIDTH, LEAST_WIDTH));
        assert!(file.exists() && state.notices.open.is_empty());
    }

    #[test]
    fn a_damaged_file_is_set_aside_and_told_of() {
        for damage in [&b"(figure: ("[..], b"\xff\xfe\x00", b"(figure: 5)"] {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join(FILE);
            fs::write(&file, damage).unwrap();
            let (memory, told) = read(&file);
            assert_eq!(memory, Settings::default());
            assert!(told.is_some_and(|sentence| sentence.contains("settings.ron.bad")));
            assert_eq!(fs::read(folder.path().join("settings.ron.bad")).unwrap(), damage);
            assert!(!file.exists());
        }
    }

    #[test]
    fn a_folder_that_can_not_be_made_is_a_sentence() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("file"), "").unwrap();
        assert!(write(&folder.path().join("file/settings.ron"), &some()).is_err());
    }
}
