//! Temporary files: made beside the file they become, and swept up when a crash left one.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::NamedTempFile;

/// How the names of temporary files begin; short, so that no name is too long because of it.
const BEGINNING: &str = ".sidebyside-";
/// How they end.
const ENDING: &str = ".part";
/// A temporary file this much older than the file just written was left by a crash: no write takes a day.
const LEFT_BEHIND: Duration = Duration::from_hours(24);

/// The folder a path stands in; the current one for a bare name.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// An empty file under a temporary name. It is no secret, as temporary files are elsewhere: it becomes an ordinary file, open to
/// whom the user's umask allows.
pub(super) fn temporary_in(folder: &Path) -> io::Result<NamedTempFile> {
    temporary_name(folder, |name| File::options().write(true).create_new(true).open(name))
}

/// A temporary name in the folder at which `make` puts something.
pub(super) fn temporary_name<R>(
    folder: &Path,
    make: impl FnMut(&Path) -> io::Result<R>,
) -> io::Result<NamedTempFile<R>> {
    tempfile::Builder::new().prefix(BEGINNING).suffix(ENDING).make_in(folder, make)
}

/// Removes temporary files that a crash left beside a file just written. Times are compared with that file's own, because the
/// clock of a network drive is not ours.
pub fn sweep(written: &Path) {
    let Ok(now) = fs::metadata(written).and_then(|metadata| metadata.modified()) else { return };
    let Ok(entries) = fs::read_dir(folder_of(written)) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_ours = name.to_str().is_some_and(|name| name.starts_with(BEGINNING) && name.ends_with(ENDING));
        let age = || entry.metadata().and_then(|metadata| metadata.modified()).map(|then| now.duration_since(then));
        if is_ours && matches!(age(), Ok(Ok(age)) if age > LEFT_BEHIND) {
            // One that can't be removed does no harm and is tried again after the next save.
            let _ = fs::remove_file(entry.path());
        }
    }
}
