//! The application's own folder, and locks in it.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// The environment variable that names the folder for the application's own data in place of the desktop's.
pub const DATA_VARIABLE: &str = "SIDEBYSIDE_DATA";

/// Where journals stand, below the application's folder.
pub(super) const JOURNALS: &str = "recovery";
/// Where journals are put that can't be read, below the journals.
pub(super) const DAMAGED: &str = "damaged";
/// Where open files are told, below the application's folder.
pub(super) const OPEN: &str = "open";

/// The folder for the application's own data: the one that [`DATA_VARIABLE`] names, or the desktop's. It may not exist yet.
/// `None` where the desktop knows no home folder.
pub fn data_folder() -> Option<PathBuf> {
    match std::env::var_os(DATA_VARIABLE) {
        Some(folder) if !folder.is_empty() => Some(PathBuf::from(folder)),
        _ => Some(directories::ProjectDirs::from("", "", "sidebyside")?.data_local_dir().to_owned()),
    }
}

/// Makes a folder that only this user may look into: journals hold what is not published yet.
pub(super) fn make(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Keeps every other process from making and judging locks in a folder, until it is dropped. It is held for a moment only.
pub(super) struct FolderLock {
    _held: Option<File>,
}

impl FolderLock {
    /// Waits for it. Where the file system has no locks, everybody has the turn.
    pub(super) fn wait(folder: &Path) -> io::Result<Self> {
        let file = lock_file(&folder.join("turn"))?;
        match file.lock() {
            Ok(()) => Ok(Self { _held: Some(file) }),
            Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(Self { _held: None }),
            Err(error) => Err(error),
        }
    }
}

/// Who holds a lock.
pub(super) enum LockState {
    /// Nobody did; now we do, as long as the file is open.
    Us(File),
    /// A running process.
    Another,
    /// The file system has no locks, so that it can't be told.
    Unknown,
}

/// Takes the lock of a file, which is made where it is missing, without waiting.
pub(super) fn take(path: &Path) -> io::Result<LockState> {
    let file = lock_file(path)?;
    match file.try_lock() {
        Ok(()) => Ok(LockState::Us(file)),
        Err(TryLockError::WouldBlock) => Ok(LockState::Another),
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(LockState::Unknown),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

fn lock_file(path: &Path) -> io::Result<File> {
    File::options().create(true).truncate(false).write(true).open(path)
}

/// The files of a folder with this ending, by name; none where there is no folder.
pub(super) fn files(folder: &Path, ending: &str) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    let mut paths: Vec<PathBuf> =
        paths.into_iter().filter(|path| path.extension().is_some_and(|e| e == ending)).collect();
    paths.sort();
    Ok(paths)
}
