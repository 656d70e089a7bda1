//! What the room of files promises, apart from faults and kills, which tests/promises/saving makes.

use std::fs;
use std::path::Path;

use super::*;

fn names_in(folder: &Path) -> Vec<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn a_file_that_is_settled_later_is_whole_before_and_after() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("figure.svg");
    write_unsettled(&path, b"first", Overwrite::Refuse).unwrap();
    assert!(write_unsettled(&path, b"second", Overwrite::Refuse).is_err());
    write_unsettled(&path, b"second", Overwrite::Replace).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"second");
    settle(&path).unwrap();
    settle(folder.path()).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"second");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
    fs::remove_file(&path).unwrap();
    assert!(settle(&path).unwrap_err().to_string().contains("figure.svg"));
}

#[test]
fn a_file_that_is_there_is_left_alone_unless_replacing_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("figure.svg");
    write_file(&path, b"first", Overwrite::Refuse).unwrap();
    let refusal = write_file(&path, b"second", Overwrite::Refuse).unwrap_err();
    assert!(matches!(refusal, StorageError::Exists { .. }), "{refusal}");
    assert!(refusal.to_string().contains("figure.svg") && refusal.to_string().contains("--force"), "{refusal}");
    assert_eq!(fs::read(&path).unwrap(), b"first");

    write_file(&path, b"second", Overwrite::Replace).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"second");
    assert_eq!(names_in(folder.path()), ["figure.svg"], "no temporary file stays behind");
}

#[test]
fn a_missing_folder_and_a_folder_in_place_of_a_file_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let missing = write_file(&folder.path().join("papers/figure.svg"), b"", Overwrite::Refuse).unwrap_err();
    assert!(missing.to_string().contains("papers: there is no such folder"), "{missing}");
    let not_a_file = write_file(folder.path(), b"", Overwrite::Replace).unwrap_err();
    assert!(matches!(not_a_file, StorageError::NotAFile { .. }), "{not_a_file}");
}

#[cfg(unix)]
#[test]
fn replacing_keeps_links_and_permissions() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = tempfile::tempdir().unwrap();
    let (real, link) = (folder.path().join("real.svg"), folder.path().join("link.svg"));
    write_file(&real, b"first", Overwrite::Refuse).unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&real, &link).unwrap();
    write_file(&link, b"second", Overwrite::Replace).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read(&real).unwrap(), b"second");
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
}
