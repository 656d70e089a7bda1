//! Puts bytes on the disk whole or not at all: a temporary file in the same folder, synced, then renamed into place.
//!
//! Datasets and exports alike are written here. It knows no formats and asks no questions; whoever calls it decides whether a
//! file may be replaced.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;
use thiserror::Error;

/// Why a file was not written, each as one sentence with the mend. The path holds what it held before.
#[derive(Debug, Error)]
pub enum StorageError {
    /// A file of that name is there, and replacing it was not asked for.
    #[error("{}: the file is there already, so nothing was written; choose another name or ask for it to be replaced (--force)", path.display())]
    Exists {
        /// The file that was left as it is.
        path: PathBuf,
    },
    /// The folder of the file does not exist.
    #[error("{}: there is no such folder to write in; make it first or choose another one", folder.display())]
    NoFolder {
        /// The missing folder.
        folder: PathBuf,
    },
    /// The path names a folder, or nothing.
    #[error("{}: this names a folder and not a file; add a file name", path.display())]
    NotAFile {
        /// The path as it was given.
        path: PathBuf,
    },
    /// The operating system refused to write.
    #[error("{}: the file could not be written ({source}); check that there is room and that you may write there", path.display())]
    Write {
        /// The file that was to be written.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
}

/// What to do about a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// Leave it and fail.
    Refuse,
    /// Put the new bytes in its place, with the permissions it had.
    Replace,
}

/// Writes a file. Whatever happens, the path holds either what it held before or all of the bytes.
///
/// # Errors
/// The folder is missing, the path names a folder, the file is there and may not be replaced, or the operating system refuses
/// (no room, no permission, a file held open by another program on Windows).
pub fn write_file(path: &Path, bytes: &[u8], overwrite: Overwrite) -> Result<(), StorageError> {
    if path.file_name().is_none() || path.is_dir() {
        return Err(StorageError::NotAFile { path: path.to_owned() });
    }
    let failed = |source: io::Error| StorageError::Write { path: path.to_owned(), source };
    // Asked first for the sake of a better sentence; the rename below asks again, with nothing in between.
    let occupied = fs::symlink_metadata(path).is_ok();
    if occupied && overwrite == Overwrite::Refuse {
        return Err(StorageError::Exists { path: path.to_owned() });
    }
    // A link is followed, so that the file it points to is replaced and the link stays.
    let target = if occupied { fs::canonicalize(path).map_err(failed)? } else { path.to_owned() };
    let folder = folder_of(&target);
    if !folder.is_dir() {
        return Err(StorageError::NoFolder { folder });
    }
    let mut temporary = temporary_in(&folder).map_err(failed)?;
    temporary.write_all(bytes).map_err(failed)?;
    if occupied {
        keep_permissions(&target, &temporary).map_err(failed)?;
    }
    temporary.as_file().sync_all().map_err(failed)?;
    let moved = match overwrite {
        Overwrite::Refuse => temporary.persist_noclobber(&target),
        Overwrite::Replace => temporary.persist(&target),
    };
    match moved {
        Ok(_) => Ok(()),
        Err(fault) if fault.error.kind() == io::ErrorKind::AlreadyExists => {
            Err(StorageError::Exists { path: path.to_owned() })
        }
        Err(fault) => Err(failed(fault.error)),
    }
}

/// The folder a path stands in; the current one for a bare name.
fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn temporary_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".sidebyside-").suffix(".part");
    // Temporary files are private by default; a figure is an ordinary file, open to whom the user's umask allows.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Windows keeps permissions with the folder, and a read-only file there refuses to be replaced.
#[cfg(unix)]
fn keep_permissions(replaced: &Path, temporary: &NamedTempFile) -> io::Result<()> {
    temporary.as_file().set_permissions(fs::metadata(replaced)?.permissions())
}

#[cfg(not(unix))]
fn keep_permissions(_replaced: &Path, _temporary: &NamedTempFile) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_in(folder: &Path) -> Vec<String> {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
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
}
