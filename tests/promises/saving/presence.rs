//! Two windows on one machine know of each other's files.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use sidebyside::recovery::{Claim, DATA_VARIABLE, FileLock, claim, data_folder};
use tempfile::TempDir;

use super::names_in;

fn ours(claim: Claim) -> FileLock {
    match claim {
        Claim::Ours(presence) => presence,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_second_window_learns_of_an_open_file_however_its_path_is() {
    let data = TempDir::new().unwrap();
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("mine.ron");
    fs::write(&path, "").unwrap();
    let first = ours(claim(data.path(), &path));
    assert!(first.is_of(&path) && !first.is_of(&folder.path().join("other.ron")));
    let roundabout = folder.path().join(".").join("mine.ron");
    assert!(matches!(claim(data.path(), &roundabout), Claim::Elsewhere));
    let other = ours(claim(data.path(), &folder.path().join("other.ron")));
    drop(first);
    drop(ours(claim(data.path(), &path)));
    drop(other);
    assert_eq!(names_in(&data.path().join("open")), ["turn"], "nothing is left");
}

#[test]
fn what_a_crash_left_is_cleaned_away() {
    let data = TempDir::new().unwrap();
    fs::create_dir(data.path().join("open")).unwrap();
    fs::write(data.path().join("open/0123.lock"), "").unwrap();
    let _ours = ours(claim(data.path(), &data.path().join("mine.ron")));
    assert_eq!(names_in(&data.path().join("open")).len(), 2, "ours and the turn");
}

#[test]
fn a_folder_that_can_not_be_used_is_told_and_not_fatal() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data");
    fs::write(&data, "a file in its place").unwrap();
    match claim(&data, &folder.path().join("mine.ron")) {
        Claim::Unknown(sentence) => {
            assert!(sentence.contains("mine.ron open can't be told"), "{sentence}");
            assert!(!sentence.contains("os error"), "{sentence}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_applications_folder_is_the_one_the_environment_names() {
    // Set for a process of its own, because the environment belongs to all tests of this one.
    const NAMED: &str = "a folder that is named";
    if env::var_os(DATA_VARIABLE).is_some_and(|folder| folder == NAMED) {
        assert_eq!(data_folder().as_deref(), Some(Path::new(NAMED)));
        return;
    }
    assert_ne!(data_folder().as_deref(), Some(Path::new(NAMED)));
    let test = "saving::presence::the_applications_folder_is_the_one_the_environment_names";
    let named = Command::new(env::current_exe().unwrap()).args(["--exact", test]).env(DATA_VARIABLE, NAMED).output();
    assert!(named.unwrap().status.success());
}
