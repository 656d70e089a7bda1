//! Unsaved edits are journalled and given back after a crash, never over a newer file, and nothing is deleted unasked.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use sidebyside::recovery::{Journal, RecoveredFile, Recovery, Start, recoverable};
use sidebyside::storage::{Content, Overwrite, WriteStep, save_as};
use tempfile::TempDir;

use super::{names_in, version};

/// A file, and the folder for the application's data.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("mine.ron"), version(0)).unwrap();
        Self { folder }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("mine.ron")
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn journals(&self) -> Vec<String> {
        let folder = self.data().join("recovery");
        if folder.is_dir() { names_in(&folder) } else { Vec::new() }
    }

    fn start(&self) -> Start {
        let file = Some((self.file(), Content::of_file(&self.file()).unwrap()));
        Start { name: "mine.ron".to_owned(), file, base: version(0), ..Start::default() }
    }

    fn begin(&self) -> Journal {
        Journal::begin(&self.data(), self.start(), || ())
    }

    /// A window that made these edits and crashed.
    fn crash(&self, edits: &[&str]) {
        let mut journal = self.begin();
        for edit in edits {
            journal.edit(*edit);
        }
        journal.flush().unwrap();
    }

    #[track_caller]
    fn only(&self) -> Recovery {
        let mut found = recoverable(&self.data());
        // A process that another test starts right now holds the locks of this one until it becomes the other program.
        for _ in 0..10_000 {
            if !found.recoveries.is_empty() || !found.remarks.is_empty() {
                break;
            }
            std::thread::yield_now();
            found = recoverable(&self.data());
        }
        assert_eq!((found.recoveries.len(), found.remarks.as_slice()), (1, &[][..]));
        found.recoveries.remove(0)
    }

    #[track_caller]
    fn nothing(&self) {
        let found = recoverable(&self.data());
        assert!(found.recoveries.is_empty() && found.remarks.is_empty(), "{found:?}");
    }

    fn journal_file(&self) -> PathBuf {
        let name = self.journals().into_iter().find(|name| name.ends_with(".journal")).unwrap();
        self.data().join("recovery").join(name)
    }
}

#[test]
fn edits_come_back_after_a_crash_with_what_they_began_from() {
    let desk = Desk::new();
    desk.crash(&["one", "two\nlines", "three \\ four"]);
    let recovery = desk.only();
    assert_eq!((recovery.name(), recovery.path()), ("mine.ron", Some(desk.file().as_path())));
    assert_eq!(
        (recovery.file_state(), recovery.edits(), recovery.base()),
        (RecoveredFile::Same, 3, version(0).as_str())
    );
    assert_eq!(recovery.lines(), ["one", "two\nlines", "three \\ four"]);
    assert!(recovery.last_edit().is_some() && recovery.is_certain() && recovery.file().is_some());
    assert_eq!(recovery.describe(), "3 edits of mine.ron not saved. The file is as it was before them.");
}

#[test]
fn an_edit_reaches_the_disk_by_itself() {
    let desk = Desk::new();
    let mut journal = desk.begin();
    journal.edit("one");
    // Not a measure of time; it only keeps a fault from hanging the test.
    let started = Instant::now();
    while journal.synced() < 1 && started.elapsed() < Duration::from_mins(1) {
        std::thread::yield_now();
    }
    assert_eq!(journal.synced(), 1);
    assert!(fs::read_to_string(desk.journal_file()).unwrap().ends_with(" one\n"));
}

#[test]
fn nothing_is_offered_while_the_window_lives_or_once_it_closed() {
    let desk = Desk::new();
    let mut journal = desk.begin();
    journal.edit("one");
    journal.flush().unwrap();
    desk.nothing();
    journal.close();
    desk.nothing();
    assert_eq!(desk.journals(), ["turn"]);
}

#[test]
fn what_one_window_is_offered_no_other_is_until_it_is_put_off() {
    let desk = Desk::new();
    desk.crash(&["one"]);
    let offered = desk.only();
    desk.nothing();
    drop(offered);
    desk.only().discard().unwrap();
    desk.nothing();
    assert_eq!(desk.journals(), ["turn"]);
}

#[test]
fn nothing_unsaved_leaves_nothing_to_offer() {
    let desk = Desk::new();
    desk.crash(&[]);
    assert_eq!(desk.journals().len(), 3);
    desk.nothing();
    assert_eq!(desk.journals(), ["turn"]);
}

#[test]
fn edits_are_never_offered_over_a_newer_file() {
    let desk = Desk::new();
    desk.crash(&["one"]);
    fs::write(desk.file(), version(9)).unwrap();
    let recovery = desk.only();
    assert_eq!((recovery.file_state(), recovery.file()), (RecoveredFile::Changed, None));
    assert!(
        recovery.describe().ends_with("it opens as a recovered copy that needs a name of its own."),
        "{}",
        recovery.describe()
    );
    drop(recovery);
    fs::remove_file(desk.file()).unwrap();
    let recovery = desk.only();
    assert_eq!(
        (recovery.file_state(), recovery.file(), recovery.base()),
        (RecoveredFile::Gone, None, version(0).as_str())
    );
    // Continued, it still has no file to be saved to.
    drop(Journal::resume(&desk.data(), recovery, || ()));
    assert_eq!(desk.only().file_state(), RecoveredFile::Untitled);
}

#[test]
fn a_dataset_that_was_never_saved_comes_back_without_a_file() {
    let desk = Desk::new();
    let start = Start { name: "New dataset".to_owned(), base: version(0), ..Start::default() };
    let mut journal = Journal::begin(&desk.data(), start, || ());
    journal.edit("one");
    drop(journal);
    let recovery = desk.only();
    assert_eq!((recovery.file_state(), recovery.path()), (RecoveredFile::Untitled, None));
    assert_eq!(recovery.describe(), "1 edit of New dataset not saved. It was never saved.");
}

#[test]
fn after_a_save_only_later_edits_are_unsaved() {
    let desk = Desk::new();
    let mut journal = desk.begin();
    journal.edit("one");
    let save = journal.saving(&desk.file(), version(1));
    journal.edit("made while it was saved");
    save.wait();
    save_as(save.path(), save.bytes(), Overwrite::Replace).unwrap();
    journal.saved(save);
    drop(journal);
    let recovery = desk.only();
    assert_eq!(
        (recovery.file_state(), recovery.lines()),
        (RecoveredFile::Same, &["made while it was saved".to_owned()][..])
    );
    assert_eq!(recovery.base(), version(1));
}

#[test]
fn a_crash_after_a_save_does_not_offer_back_what_was_saved() {
    let desk = Desk::new();
    let elsewhere = desk.folder.path().join("saved as.ron");
    let mut journal = desk.begin();
    journal.edit("one");
    let save = journal.saving(&elsewhere, version(1));
    save.wait();
    save_as(save.path(), save.bytes(), Overwrite::Refuse).unwrap();
    drop(save);
    let text = fs::read(desk.journal_file()).unwrap();
    journal.edit("two");
    drop(journal);
    let recovery = desk.only();
    assert_eq!((recovery.name(), recovery.lines()), ("saved as.ron", &["two".to_owned()][..]));
    assert_eq!(recovery.file(), Some((elsewhere.as_path(), Content::of(version(1).as_bytes()))));
    drop(recovery);
    fs::write(desk.journal_file(), text).unwrap();
    desk.nothing();
}

#[test]
fn a_new_base_holds_its_edits_and_still_counts_them() {
    let desk = Desk::new();
    let mut journal = desk.begin();
    journal.edit("one");
    journal.edit("two");
    journal.rebase(version(2));
    journal.edit("three");
    drop(journal);
    let recovery = desk.only();
    assert_eq!(
        (recovery.edits(), recovery.lines(), recovery.base()),
        (3, &["three".to_owned()][..], version(2).as_str())
    );
    assert_eq!(recovery.file_state(), RecoveredFile::Same, "the file is still what it was");
    let mut journal = Journal::resume(&desk.data(), recovery, || ());
    journal.edit("four");
    drop(journal);
    let recovery = desk.only();
    assert_eq!((recovery.edits(), recovery.lines().len()), (4, 2));
}

#[test]
fn a_long_journal_asks_for_a_new_base_and_gets_short() {
    let desk = Desk::new();
    let mut journal = desk.begin();
    assert!(!journal.is_large());
    for _ in 0..10 {
        journal.edit("x".repeat(1 << 20));
    }
    journal.flush().unwrap();
    assert!(journal.is_large());
    journal.rebase(version(10));
    journal.flush().unwrap();
    assert!(!journal.is_large());
    assert!(fs::metadata(desk.journal_file()).unwrap().len() < 10_000);
}

#[test]
fn a_long_dataset_alone_asks_for_no_new_base() {
    let desk = Desk::new();
    let mut journal = Journal::begin(&desk.data(), Start { base: "x".repeat(9 << 20), ..desk.start() }, || ());
    journal.edit("one");
    journal.flush().unwrap();
    assert!(!journal.is_large());
    journal.edit("x".repeat(9 << 20));
    journal.flush().unwrap();
    assert!(journal.is_large());
}

#[test]
fn what_is_typed_while_a_save_is_prepared_comes_back() {
    let desk = Desk::new();
    for is_done in [false, true] {
        let mut journal = desk.begin();
        journal.edit("one");
        let pass = journal.pass_at(journal.edits());
        journal.edit("two");
        let save = pass.saving(&desk.file(), version(1));
        save.wait();
        if is_done {
            save_as(save.path(), save.bytes(), Overwrite::Replace).unwrap();
        }
        journal.edit("three");
        drop(journal);
        let recovery = desk.only();
        let (base, lines): (_, &[&str]) =
            if is_done { (version(1), &["two", "three"]) } else { (version(0), &["one", "two", "three"]) };
        assert_eq!(
            (recovery.base(), recovery.lines()),
            (base.as_str(), lines.iter().map(ToString::to_string).collect::<Vec<_>>().as_slice())
        );
        recovery.discard().unwrap();
    }
}

#[test]
fn a_save_of_less_than_a_new_base_loses_nothing_of_the_base() {
    let desk = Desk::new();
    let mut journal = desk.begin();
    journal.edit("one");
    let pass = journal.pass_at(journal.edits());
    journal.edit("two");
    journal.rebase(version(2));
    let save = pass.saving(&desk.file(), version(1));
    save.wait();
    save_as(save.path(), save.bytes(), Overwrite::Replace).unwrap();
    journal.edit("three");
    drop(journal);
    let recovery = desk.only();
    assert_eq!((recovery.base(), recovery.lines()), (version(2).as_str(), &["three".to_owned()][..]));
}

#[test]
fn what_is_continued_replaces_what_was_recovered_once_on_disk() {
    let desk = Desk::new();
    desk.crash(&["one", "two"]);
    let mut journal = Journal::resume(&desk.data(), desk.only(), || ());
    journal.edit("three");
    journal.flush().unwrap();
    assert_eq!(journal.edits(), 3);
    assert_eq!(desk.journals().len(), 3, "one journal, its lock and the turn");
    drop(journal);
    assert_eq!(desk.only().lines(), ["one", "two", "three"]);
}

#[test]
fn a_continued_journal_that_stays_is_not_offered_twice() {
    let desk = Desk::new();
    desk.crash(&["one"]);
    let (old, text) = (desk.journal_file(), fs::read(desk.journal_file()).unwrap());
    drop(Journal::resume(&desk.data(), desk.only(), || ()));
    // As if the process was killed between writing the new one and removing the old one.
    assert!(!old.exists());
    fs::write(&old, text).unwrap();
    assert_eq!(desk.only().lines(), ["one"]);
    assert!(!old.exists());
}

#[test]
fn all_journals_are_offered_last_edited_first_and_bad_ones_told() {
    let desk = Desk::new();
    desk.crash(&["one"]);
    desk.crash(&["two"]);
    fs::create_dir(desk.data().join("recovery/no-file.journal")).unwrap();
    let found = recoverable(&desk.data());
    let mut lines: Vec<&str> = found.recoveries.iter().flat_map(Recovery::lines).map(String::as_str).collect();
    lines.sort_unstable();
    assert_eq!(lines, ["one", "two"]);
    assert!(found.recoveries.is_sorted_by_key(|recovery| std::cmp::Reverse(recovery.last_edit())));
    assert_eq!(found.remarks.len(), 1);
    assert!(found.remarks[0].contains("no-file.journal") && found.remarks[0].contains("they stay there"), "{found:?}");
}

#[test]
fn a_journal_of_a_newer_version_is_left_and_told() {
    let desk = Desk::new();
    desk.crash(&["one"]);
    // The checksum of a line "journal 3", as a newer version would write it.
    let text = fs::read_to_string(desk.journal_file()).unwrap();
    let (_, rest) = text.split_once('\n').unwrap();
    fs::write(desk.journal_file(), format!("a572a0f64ae8ba6c journal 3\n{rest}")).unwrap();
    let path = desk.journal_file();
    let found = recoverable(&desk.data());
    assert!(found.recoveries.is_empty() && found.remarks[0].contains("newer version of Side by Side"), "{found:?}");
    assert!(found.remarks[0].contains("(format 3, this one reads up to 2)"), "{found:?}");
    assert!(path.exists());
}

#[test]
fn a_torn_end_is_dropped_and_every_whole_edit_comes_back() {
    let desk = Desk::new();
    desk.crash(&["one", "two"]);
    let text = fs::read(desk.journal_file()).unwrap();
    fs::write(desk.journal_file(), &text[..text.len() - 2]).unwrap();
    assert_eq!(desk.only().lines(), ["one"]);
}

#[test]
fn a_damaged_journal_is_kept_aside_with_a_sentence() {
    let desk = Desk::new();
    desk.crash(&["one", "two", "three"]);
    let text = fs::read_to_string(desk.journal_file()).unwrap();
    // In the middle: what comes before is offered, and all of it is kept.
    fs::write(desk.journal_file(), text.replace(" two\n", " too\n")).unwrap();
    let mut found = recoverable(&desk.data());
    assert_eq!(found.recoveries.remove(0).lines(), ["one"]);
    assert!(found.remarks[0].contains("damaged in the middle"), "{:?}", found.remarks);
    let damaged = desk.data().join("recovery/damaged");
    assert_eq!(names_in(&damaged).len(), 1);
    // At its head: nothing can be offered, and it is kept.
    fs::write(desk.journal_file(), text.replace("started", "startled")).unwrap();
    let found = recoverable(&desk.data());
    assert!(found.recoveries.is_empty() && found.remarks[0].contains("it is kept here"), "{found:?}");
    assert_eq!(names_in(&damaged).len(), 2);
    assert_eq!(desk.journals(), ["damaged", "turn"]);
}

#[test]
fn edits_that_can_not_be_applied_are_set_aside_for_good() {
    let desk = Desk::new();
    desk.crash(&["one"]);
    let kept = desk.only().set_aside().unwrap();
    assert!(fs::read_to_string(kept).unwrap().contains(" one\n"));
    desk.nothing();
}

/// A journal whose writing fails while the switch is on.
fn failing(desk: &Desk, step: WriteStep) -> (Journal, Arc<AtomicBool>, Arc<AtomicUsize>) {
    let (fails, woken) = (Arc::new(AtomicBool::new(true)), Arc::new(AtomicUsize::new(0)));
    let (switch, count) = (Arc::clone(&fails), Arc::clone(&woken));
    let steps = move |at: WriteStep| {
        if at == step && switch.load(Ordering::SeqCst) { Err(io::Error::from(ErrorKind::StorageFull)) } else { Ok(()) }
    };
    let wake = move || {
        count.fetch_add(1, Ordering::SeqCst);
    };
    (Journal::begin_watched(&desk.data(), desk.start(), wake, steps), fails, woken)
}

#[test]
fn a_full_disk_is_told_once_and_edits_are_written_with_room() {
    for step in [
        WriteStep::Create,
        WriteStep::Write { from: 0 },
        WriteStep::Sync,
        WriteStep::Rename,
        WriteStep::Append,
        WriteStep::SyncLines,
    ] {
        let desk = Desk::new();
        let (mut journal, fails, woken) = failing(&desk, step);
        // The steps that add lines come only after the journal was made.
        let _ = journal.flush();
        for edit in ["one", "two", "three"] {
            journal.edit(edit);
            assert!(journal.flush().unwrap_err().contains("go on, and save often"), "{step:?}");
        }
        let notice = journal.take_notice().unwrap();
        assert!(notice.starts_with("Edits can't be kept for recovery now ("), "{notice}");
        assert_eq!((woken.load(Ordering::SeqCst), journal.take_notice()), (1, None), "once, not for each edit");
        assert_eq!(journal.synced(), 0);
        fails.store(false, Ordering::SeqCst);
        journal.flush().unwrap();
        assert_eq!((journal.synced(), woken.load(Ordering::SeqCst)), (3, 2));
        assert_eq!(journal.take_notice().as_deref(), Some("Edits are kept for recovery again."));
        drop(journal);
        assert_eq!(desk.only().lines(), ["one", "two", "three"], "{step:?}");
    }
}

#[test]
fn a_data_folder_that_can_not_be_made_is_told_and_edits_go_on() {
    let desk = Desk::new();
    fs::write(desk.data(), "a file in its place").unwrap();
    let mut journal = desk.begin();
    journal.edit("one");
    let sentence = journal.flush().unwrap_err();
    assert_eq!(journal.take_notice(), Some(sentence));
    fs::remove_file(desk.data()).unwrap();
    journal.flush().unwrap();
    assert_eq!(journal.synced(), 1);
}

#[cfg(unix)]
#[test]
fn nobody_else_may_look_into_the_journals() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new();
    desk.crash(&["one"]);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&desk.data().join("recovery")), 0o700);
}
