//! What the room of files promises, apart from faults and kills, which tests/promises/saving makes.

use std::fs;
use std::path::Path;

use super::*;
use crate::progress::Progress;

fn names_in(folder: &Path) -> Vec<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn a_file_that_is_settled_later_is_whole_before_and_after() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("figure.svg");
    write_without_sync(&path, b"first", Overwrite::Refuse).unwrap();
    assert!(write_without_sync(&path, b"second", Overwrite::Refuse).is_err());
    write_without_sync(&path, b"second", Overwrite::Replace).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"second");
    sync(&path).unwrap();
    sync(folder.path()).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"second");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
    fs::remove_file(&path).unwrap();
    assert!(sync(&path).unwrap_err().to_string().contains("figure.svg"));
}

#[test]
fn a_file_that_is_there_stays_unless_replacing_is_asked_for() {
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
fn a_write_tells_how_far_it_is_to_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let (bytes, work, mut seen) = (long(), Progress::default(), Vec::new());
    let mut waited = Waited::new(work.whole(), bytes.len());
    let mut steps = |step| {
        waited.before(step)?;
        seen.push((step, work.share()));
        Ok(())
    };
    write_watched(&folder.path().join("a.ron"), &bytes, Replacing::Any, Backup::Keep, &mut steps).unwrap();
    assert!(seen.is_sorted_by(|(_, a), (_, b)| a <= b) && work.share() > 0.99, "{seen:?}");
}

/// More than one piece.
fn long() -> Vec<u8> {
    vec![b'x'; 700 * 1024]
}

/// The names in a folder, each with what it holds.
fn held_in(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut names = names_in(folder);
    names.sort();
    names.into_iter().map(|name| (name.clone(), fs::read(folder.join(name)).unwrap())).collect()
}

/// A way to write.
#[derive(Debug)]
struct Way {
    replacing: Replacing<'static>,
    backup: Backup,
    /// The step that fails the first time, because the file system lacks what it needs.
    lacks: Option<WriteStep>,
    /// How many steps can be stopped.
    stoppable: usize,
}

impl Way {
    /// Writes, and is stopped right before the step of this number, from 0. Gives what came of it, how many steps there were, and
    /// whether what stands at the path was at each of them what it was at the first.
    fn stopped_at(&self, at: usize, path: &Path) -> (Result<Saved, StorageError>, usize, bool) {
        let length = || fs::metadata(path).map(|metadata| metadata.len()).ok();
        let (bytes, work, before) = (long(), Progress::default(), length());
        let (mut count, mut is_same, mut lacks) = (0, true, self.lacks);
        let mut waited = Waited::new(work.whole(), bytes.len());
        let mut steps = |step| {
            if count == at {
                work.stop();
            }
            count += 1;
            is_same &= length() == before;
            waited.before(step)?;
            match lacks.take_if(|lacking| *lacking == step) {
                Some(_) => Err(std::io::ErrorKind::Unsupported.into()),
                None => Ok(()),
            }
        };
        let result = write_watched(path, &bytes, self.replacing, self.backup, &mut steps);
        (result, count, is_same)
    }
}

#[test]
fn a_stopped_write_leaves_what_was_there_at_whatever_step() {
    let (any, none) = (Replacing::Any, Replacing::None);
    for way in [
        Way { replacing: any, backup: Backup::None, lacks: None, stoppable: 8 },
        Way { replacing: any, backup: Backup::Keep, lacks: None, stoppable: 9 },
        Way { replacing: any, backup: Backup::Keep, lacks: Some(WriteStep::LinkBackup), stoppable: 10 },
        Way { replacing: none, backup: Backup::Keep, lacks: None, stoppable: 7 },
        Way { replacing: none, backup: Backup::Keep, lacks: Some(WriteStep::Rename), stoppable: 8 },
    ] {
        let mut stopped = 0;
        for at in 0.. {
            let folder = tempfile::tempdir().unwrap();
            let (path, backup) = (folder.path().join("a.ron"), folder.path().join("a.ron.bak"));
            if way.replacing == any {
                fs::write(&path, b"before").unwrap();
                fs::write(&backup, b"older").unwrap();
            }
            let before = held_in(folder.path());
            let (result, steps, is_same) = way.stopped_at(at, &path);
            match result {
                Err(StorageError::Stopped { path: told }) => {
                    stopped += 1;
                    assert_eq!(told, path);
                    assert_eq!(held_in(folder.path()), before, "{way:?} at {at}");
                    assert!(is_same, "{way:?} at {at}: others saw the name taken");
                }
                Err(other) => panic!("{way:?} at {at}: {other}"),
                Ok(_) => {
                    assert_eq!(fs::read(&path).unwrap(), long(), "{way:?} at {at}: once a name has changed it goes on");
                    let kept = fs::read(&backup).ok();
                    let expected: Option<&[u8]> = match (way.replacing == any, way.backup) {
                        (true, Backup::Keep) => Some(b"before"),
                        (true, Backup::None) => Some(b"older"),
                        (false, _) => None,
                    };
                    assert_eq!(kept.as_deref(), expected, "{way:?} at {at}");
                }
            }
            // By now there were fewer steps, and it was not stopped.
            if at >= steps {
                break;
            }
        }
        assert_eq!(stopped, way.stoppable, "{way:?}");
    }
}
