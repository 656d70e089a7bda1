//! The previous version of a file, kept once beside it.
//!
//! The backup is a second name of the file that stands there (a hard link), or a copy where the file system has none. Either is
//! made under a temporary name and then renamed over the backup before, so that at every moment both names hold a whole file.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::error::StorageError;
use super::steps::{Steps, WriteStep, is_stop};
use super::temporary::temporary_name;

/// Where the previous version of a file is kept: `NAME.ron.bak` beside `NAME.ron`.
pub fn backup_path(path: &Path) -> PathBuf {
    let mut name = path.file_name().map_or_else(OsString::new, OsString::from);
    name.push(".bak");
    path.with_file_name(name)
}

/// Keeps the file at `target` as its backup. `path` is how it was named, for what is said where it is stopped.
pub(super) fn keep<S: Steps + ?Sized>(
    path: &Path,
    target: &Path,
    folder: &Path,
    steps: &mut S,
) -> Result<PathBuf, StorageError> {
    let backup = backup_path(target);
    match make(target, folder, &backup, steps) {
        Ok(()) => Ok(backup),
        Err(source) if is_stop(&source) => Err(StorageError::Stopped { path: path.to_owned() }),
        Err(source) => Err(StorageError::Backup { backup, source }),
    }
}

fn make<S: Steps + ?Sized>(target: &Path, folder: &Path, backup: &Path, steps: &mut S) -> io::Result<()> {
    let linked =
        steps.before(WriteStep::LinkBackup).and_then(|()| temporary_name(folder, |name| fs::hard_link(target, name)));
    let second = match linked {
        Ok(second) => second,
        Err(error) if is_stop(&error) => return Err(error),
        // Whatever the reason (FAT, some network drives, a limit on links), a copy does as well.
        Err(_) => {
            steps.before(WriteStep::CopyBackup)?;
            temporary_name(folder, |name| copy(target, name))?
        }
    };
    steps.before(WriteStep::RenameBackup)?;
    let second = second.into_temp_path();
    let name = second.to_path_buf();
    super::save::patiently(second, |second| second.persist(backup).map_err(|fault| (fault.error, fault.path)))?;
    // Where the backup already is this very file, because a crash came between the two renames of the last save, renaming
    // does nothing and leaves the temporary name; otherwise it is gone by now.
    let _ = fs::remove_file(name);
    Ok(())
}

/// Copies bytes and permissions, and brings them to the disk. Nothing is left where it fails.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    // Claims the name first, so that nobody's file is written over.
    File::create_new(to)?;
    let copied = fs::copy(from, to).and_then(|_| File::options().write(true).open(to)?.sync_all());
    if copied.is_err() {
        let _ = fs::remove_file(to);
    }
    copied
}
