//! Whatever the operating system refuses, the file is untouched, one sentence says so with the fix, and nothing is left over.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use sidebyside::storage::{
    Backup, Fingerprint, Overwrite, Replacing, Saved, StorageError, WriteStep, backup_path, save_as, save_over,
    write_watched,
};
use tempfile::TempDir;

use super::names_in;

/// More than one piece.
fn long() -> Vec<u8> {
    b"new".repeat(200_000)
}

fn owned() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("mine.ron");
    fs::write(&path, "old").unwrap();
    (folder, path)
}

/// Saves over the old file while these steps fail.
fn save_while(path: &Path, fails: impl Fn(WriteStep) -> Option<ErrorKind>) -> Result<Saved, StorageError> {
    let old = Fingerprint::of_file(path).unwrap();
    let mut watcher = |step| fails(step).map_or(Ok(()), |kind| Err(io::Error::from(kind)));
    write_watched(path, &long(), Replacing::Only(&old), Backup::Keep, &mut watcher)
}

#[test]
fn what_the_system_says_of_a_folder_is_told_without_its_numbers() {
    let (_folder, path) = owned();
    let old = Fingerprint::of_file(&path).unwrap();
    // "No such file or directory", as the system numbers it.
    let mut watcher = |step| if step == WriteStep::SyncFolder { Err(io::Error::from_raw_os_error(2)) } else { Ok(()) };
    let saved = write_watched(&path, &long(), Replacing::Only(&old), Backup::Keep, &mut watcher).unwrap();
    let remark = saved.remark.unwrap();
    assert!(remark.contains("(there is nothing of that name)") && !remark.contains("os error"), "{remark}");
}

#[test]
fn an_error_before_the_rename_leaves_the_file_and_nothing_else() {
    for kind in [ErrorKind::StorageFull, ErrorKind::PermissionDenied, ErrorKind::TimedOut] {
        for failing in [
            WriteStep::Create,
            WriteStep::Write { from: 0 },
            WriteStep::Write { from: 256 * 1024 },
            WriteStep::Write { from: 512 * 1024 },
            WriteStep::Permit,
            WriteStep::Sync,
            WriteStep::Ask,
            WriteStep::RenameBackup,
            WriteStep::Rename,
        ] {
            let (folder, path) = owned();
            let error = save_while(&path, |step| (step == failing).then_some(kind)).unwrap_err().to_string();
            assert_eq!(fs::read(&path).unwrap(), b"old", "{failing:?}");
            let left = names_in(folder.path());
            // Before the last step the previous version has its second name already.
            let expected: &[&str] =
                if failing == WriteStep::Rename { &["mine.ron", "mine.ron.bak"] } else { &["mine.ron"] };
            assert_eq!(left, expected, "{failing:?}");
            assert!(error.contains("mine.ron") && error.lines().count() == 1, "{error}");
            let fix = match kind {
                ErrorKind::StorageFull => "make room on the disk, or save in another folder, and try again",
                ErrorKind::PermissionDenied => "check that you may write in this folder",
                _ => "check that there is room",
            };
            assert!(error.contains(fix), "{error}");
        }
    }
}

#[test]
fn the_previous_version_is_kept_by_a_copy_where_links_fail() {
    for links in [true, false] {
        let (folder, path) = owned();
        fs::write(backup_path(&path), "older").unwrap();
        let fails = |step| (!links && step == WriteStep::LinkBackup).then_some(ErrorKind::Unsupported);
        let saved = save_while(&path, fails).unwrap();
        assert_eq!(saved.backup.as_deref(), Some(backup_path(&path).as_path()));
        assert_eq!(fs::read(backup_path(&path)).unwrap(), b"old");
        assert_eq!(fs::read(&path).unwrap(), long());
        assert_eq!(names_in(folder.path()), ["mine.ron", "mine.ron.bak"]);
        assert_eq!(saved.fingerprint, Fingerprint::of_file(&path).unwrap());
    }
    let (folder, path) = owned();
    let refused = save_while(&path, |step| {
        matches!(step, WriteStep::LinkBackup | WriteStep::CopyBackup).then_some(ErrorKind::StorageFull)
    });
    let error = refused.unwrap_err();
    assert!(matches!(error, StorageError::Backup { .. }), "{error}");
    assert!(
        error.to_string().contains("mine.ron.bak: the previous version could not be kept under this name"),
        "{error}"
    );
    assert_eq!((fs::read(&path).unwrap(), names_in(folder.path())), (b"old".to_vec(), vec!["mine.ron".to_owned()]));
}

#[test]
fn a_backup_that_is_the_file_itself_leaves_no_third_name() {
    // As a crash between the two renames leaves it.
    let (folder, path) = owned();
    fs::hard_link(&path, backup_path(&path)).unwrap();
    save_while(&path, |_| None).unwrap();
    assert_eq!(fs::read(backup_path(&path)).unwrap(), b"old");
    assert_eq!(names_in(folder.path()), ["mine.ron", "mine.ron.bak"]);
}

#[test]
fn a_folder_that_misses_the_disk_is_told_and_the_file_is_there() {
    let (_folder, path) = owned();
    let saved = save_while(&path, |step| (step == WriteStep::SyncFolder).then_some(ErrorKind::TimedOut)).unwrap();
    assert_eq!(fs::read(&path).unwrap(), long());
    assert!(saved.remark.unwrap().contains("save once more"));
}

#[test]
fn a_new_name_is_taken_where_no_single_step_can_take_it() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("mine.ron");
    let first_fails = || {
        let mut renames = 0;
        move |step| {
            renames += usize::from(step == WriteStep::Rename);
            if step == WriteStep::Rename && renames == 1 { Err(ErrorKind::Unsupported.into()) } else { Ok(()) }
        }
    };
    write_watched(&path, b"new", Replacing::None, Backup::Keep, &mut first_fails()).unwrap();
    assert_eq!((fs::read(&path).unwrap(), names_in(folder.path())), (b"new".to_vec(), vec!["mine.ron".to_owned()]));
    // Somebody takes the name while the file is being written.
    let other = folder.path().join("other.ron");
    let mut first = first_fails();
    let mut watcher = |step| {
        if step == WriteStep::Claim {
            fs::write(&other, "theirs")?;
        }
        first(step)
    };
    let error = write_watched(&other, b"mine", Replacing::None, Backup::Keep, &mut watcher).unwrap_err();
    assert!(matches!(error, StorageError::Exists { .. }), "{error}");
    assert_eq!(fs::read(&other).unwrap(), b"theirs");
}

#[test]
fn a_folder_that_vanished_is_named() {
    let (folder, path) = owned();
    let opened = Fingerprint::of_file(&path).unwrap();
    let gone = folder.path().join("gone");
    let within = gone.join("mine.ron");
    let error = save_over(&within, b"new", &opened).unwrap_err();
    assert!(matches!(&error, StorageError::NoFolder { folder } if *folder == gone), "{error}");
    let error = save_as(&path.join("mine.ron"), b"new", Overwrite::Replace).unwrap_err();
    assert!(matches!(error, StorageError::NoFolder { .. }), "{error}");
}

#[test]
fn a_path_that_became_a_folder_is_told() {
    let (_folder, path) = owned();
    let opened = Fingerprint::of_file(&path).unwrap();
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    let error = save_over(&path, b"new", &opened).unwrap_err();
    assert!(matches!(error, StorageError::NotAFile { .. }), "{error}");
}

#[test]
fn a_file_marked_as_read_only_is_left_and_told() {
    let (folder, path) = owned();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let error = save_over(&path, b"new", &Fingerprint::of_file(&path).unwrap()).unwrap_err();
    assert!(matches!(error, StorageError::ReadOnly { .. }), "{error}");
    assert_eq!((fs::read(&path).unwrap(), names_in(folder.path())), (b"old".to_vec(), vec!["mine.ron".to_owned()]));
}

#[test]
fn a_name_that_is_too_long_is_told_as_such() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("n".repeat(300) + ".ron");
    let error = save_as(&path, b"new", Overwrite::Refuse).unwrap_err().to_string();
    assert!(error.ends_with("choose a shorter name"), "{error}");
    assert_eq!(names_in(folder.path()), [""; 0]);
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_or_in_a_circle_are_told() {
    use std::os::unix::fs::symlink;
    let folder = TempDir::new().unwrap();
    let (a, b, nowhere) = (folder.path().join("a.ron"), folder.path().join("b.ron"), folder.path().join("c.ron"));
    symlink(&a, &b).unwrap();
    symlink(&b, &a).unwrap();
    symlink(folder.path().join("absent.ron"), &nowhere).unwrap();
    for path in [&a, &nowhere] {
        let error = save_as(path, b"new", Overwrite::Replace).unwrap_err();
        assert!(matches!(error, StorageError::BrokenLink { .. }), "{error}");
    }
    assert_eq!(names_in(folder.path()), ["a.ron", "b.ron", "c.ron"]);
}

#[cfg(unix)]
#[test]
fn the_backup_of_a_linked_file_stands_beside_the_file_itself() {
    let (folder, path) = owned();
    let link = folder.path().join("link.ron");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    save_over(&link, b"new", &Fingerprint::of_file(&link).unwrap()).unwrap();
    assert_eq!(names_in(folder.path()), ["link.ron", "mine.ron", "mine.ron.bak"]);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read(&path).unwrap(), b"new");
}

#[test]
fn a_save_sweeps_up_what_a_crash_left_days_ago_and_nothing_else() {
    let (folder, path) = owned();
    let days_ago = std::time::SystemTime::now() - std::time::Duration::from_hours(72);
    for name in [".sidebyside-old.part", ".sidebyside-new.part", "theirs.part", ".hidden"] {
        let file = fs::File::create(folder.path().join(name)).unwrap();
        if name != ".sidebyside-new.part" {
            file.set_modified(days_ago).unwrap();
        }
    }
    save_while(&path, |_| None).unwrap();
    assert_eq!(names_in(folder.path()), [".hidden", ".sidebyside-new.part", "mine.ron", "mine.ron.bak", "theirs.part"]);
}
