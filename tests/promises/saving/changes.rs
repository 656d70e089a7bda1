//! What others do to a file is noticed, and never written over unasked.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use sidebyside::dataset::{LineEnds, load_file, load_text, to_ron_with};
use sidebyside::storage::{FileChange, Fingerprint, StorageError, backup_path, changed_since, save_over};
use tempfile::TempDir;

use super::version;

fn opened() -> (TempDir, PathBuf, Fingerprint) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("mine.ron");
    fs::write(&path, version(1)).unwrap();
    let fingerprint = load_file(&path).unwrap().fingerprint;
    (folder, path, fingerprint)
}

fn set_modified(path: &Path, seconds: u64) {
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_600_000_000 + seconds);
    File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
}

#[test]
fn an_untouched_file_is_the_same_and_can_be_saved_over_again() {
    let (_folder, path, mut fingerprint) = opened();
    for edits in 2..5 {
        assert_eq!(changed_since(&path, &fingerprint).unwrap(), FileChange::Same);
        fingerprint = save_over(&path, version(edits).as_bytes(), &fingerprint).unwrap().fingerprint;
        assert_eq!(fs::read_to_string(backup_path(&path)).unwrap(), version(edits - 1));
    }
}

#[test]
fn a_file_that_was_only_touched_is_read_once_and_then_known() {
    let (_folder, path, fingerprint) = opened();
    set_modified(&path, 7);
    let FileChange::Touched(now) = changed_since(&path, &fingerprint).unwrap() else { panic!("the date is another") };
    assert_eq!(changed_since(&path, &now).unwrap(), FileChange::Same);
    save_over(&path, b"new", &fingerprint).unwrap();
}

#[test]
fn a_change_by_others_is_noticed_and_not_written_over() {
    let (_folder, path, fingerprint) = opened();
    fs::write(&path, version(2)).unwrap();
    set_modified(&path, 7);
    assert_eq!(changed_since(&path, &fingerprint).unwrap(), FileChange::Changed);
    let error = save_over(&path, b"mine", &fingerprint).unwrap_err();
    assert!(matches!(error, StorageError::ChangedByOthers { .. }), "{error}");
    assert!(
        error.to_string().contains("changed by someone else since it was opened, so nothing was written"),
        "{error}"
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), version(2));
    assert!(!backup_path(&path).exists());
}

#[test]
fn a_change_keeping_length_and_date_is_noticed_before_a_save() {
    let (_folder, path, _) = opened();
    set_modified(&path, 7);
    let fingerprint = Fingerprint::of_file(&path).unwrap();
    fs::write(&path, version(2)).unwrap();
    set_modified(&path, 7);
    assert_eq!(version(1).len(), version(2).len());
    assert!(matches!(save_over(&path, b"mine", &fingerprint), Err(StorageError::ChangedByOthers { .. })));
    assert_eq!(fs::read_to_string(&path).unwrap(), version(2));
}

#[test]
fn a_file_gone_is_told_from_a_folder_gone_and_one_in_its_place() {
    let (folder, path, fingerprint) = opened();
    fs::remove_file(&path).unwrap();
    assert_eq!(changed_since(&path, &fingerprint).unwrap(), FileChange::Vanished);
    let error = save_over(&path, b"mine", &fingerprint).unwrap_err();
    assert!(matches!(error, StorageError::Vanished { .. }), "{error}");
    fs::create_dir(&path).unwrap();
    assert_eq!(changed_since(&path, &fingerprint).unwrap(), FileChange::NotAFile);
    let away = folder.path().join("drive/mine.ron");
    assert_eq!(changed_since(&away, &fingerprint).unwrap(), FileChange::FolderVanished);
}

#[test]
fn a_file_that_became_read_only_is_told() {
    let (_folder, path, fingerprint) = opened();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let FileChange::BecameReadOnly(now) = changed_since(&path, &fingerprint).unwrap() else {
        panic!("it is read-only")
    };
    assert_eq!(changed_since(&path, &now).unwrap(), FileChange::Same, "told once");
}

#[test]
fn the_first_comment_is_told_with_its_place() {
    let text = version(1).replacen("licence", "/* mine */ licence", 1);
    let loaded = load_text(&text).unwrap();
    assert_eq!((loaded.has_comments, loaded.first_comment), (true, Some((4, 5))));
    let marked = format!("\u{feff}\r\n  // at the head\r\n{}", version(1));
    assert_eq!(load_text(&marked).unwrap().first_comment, Some((2, 3)));
    let in_text = version(1).replacen("CC0-1.0", "https://x /* y */", 1);
    assert_eq!(load_text(&in_text).unwrap().first_comment, None);
}

#[test]
fn the_ends_of_lines_are_kept() {
    let windows = version(1).replace('\n', "\r\n");
    for (text, line_ends) in [(version(1), LineEnds::Unix), (windows, LineEnds::Windows)] {
        let loaded = load_text(&text).unwrap();
        assert_eq!(loaded.line_ends, line_ends);
        assert_eq!(to_ron_with(&loaded.dataset, loaded.line_ends), text);
    }
}

#[test]
fn the_fingerprint_of_a_loaded_file_is_of_all_its_bytes() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("mine.ron");
    fs::write(&path, format!("\u{feff}{}", version(1))).unwrap();
    assert_eq!(load_file(&path).unwrap().fingerprint, Fingerprint::of_file(&path).unwrap());
}
