//! What the room of files promises, apart from faults and kills, which tests/promises/saving makes.

use std::fs;
use std::path::Path;

use super::*;
use crate::work::Work;

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

#[test]
fn a_write_that_is_stopped_leaves_what_was_there_at_whatever_step() {
    let bytes = vec![b'x'; 700 * 1024];
    let all = {
        let folder = tempfile::tempdir().unwrap();
        let (work, mut seen) = (Work::default(), Vec::new());
        let mut waited = Waited { stretch: work.whole(), bytes: bytes.len() };
        let mut steps = |step| {
            waited.before(step)?;
            seen.push((step, work.share()));
            Ok(())
        };
        write_watched(&folder.path().join("a.ron"), &bytes, Replacing::Any, Backup::Keep, &mut steps).unwrap();
        assert!(seen.is_sorted_by(|(_, a), (_, b)| a <= b) && work.share() > 0.99, "{seen:?}");
        seen.len()
    };
    let mut stopped = 0;
    for at in 0..all {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        fs::write(&path, b"before").unwrap();
        let (work, mut count) = (Work::default(), 0);
        let mut waited = Waited { stretch: work.whole(), bytes: bytes.len() };
        let mut steps = |step| {
            if count == at {
                work.stop();
            }
            count += 1;
            waited.before(step)
        };
        match write_watched(&path, &bytes, Replacing::Any, Backup::None, &mut steps) {
            Err(StorageError::Stopped { .. }) => {
                stopped += 1;
                assert_eq!(fs::read(&path).unwrap(), b"before");
                assert_eq!(names_in(folder.path()), ["a.ron"], "no temporary file stays behind");
            }
            Err(other) => panic!("{other}"),
            Ok(_) => assert_eq!(fs::read(&path).unwrap(), bytes, "once it has its name it is not taken back"),
        }
    }
    assert!(stopped >= 5, "it can be stopped at {stopped} steps");
}
