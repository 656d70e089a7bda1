//! Which files are open in the windows on this machine, so that a second window learns of the first.
//!
//! A window holds the lock of a small file named after the dataset's path. On a shared drive, windows on other machines do not
//! see it; there the change of the file itself is what is noticed.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use siphasher::sip128::SipHasher24;

use crate::say;
use crate::storage::system_reason;

use super::folder::{self, FolderLock, LockState, OPEN};

/// That a file is open in this window, until it is dropped.
#[derive(Debug)]
pub struct FileLock {
    dataset: PathBuf,
    lock: PathBuf,
    held: Option<File>,
}

impl FileLock {
    /// Whether it is of this dataset, by whatever way its path is written.
    pub fn is_of(&self, dataset: &Path) -> bool {
        self.dataset == one_way(dataset)
    }
}

impl Drop for FileLock {
    fn drop(&mut self) {
        // Removed while nobody judges locks, so that nobody takes the lock of a file that is gone. Where that can't be had, the
        // empty file stays until somebody else opens a dataset.
        if let Some(folder) = self.lock.parent()
            && let Ok(_turn) = FolderLock::wait(folder)
        {
            let _ = fs::remove_file(&self.lock);
        }
        self.held = None;
    }
}

/// What came of saying that a file is open here.
#[derive(Debug)]
pub enum Claim {
    /// It is open in this window only.
    Ours(FileLock),
    /// It is open in another window on this machine already, or in this one by an earlier claim that still lives.
    Elsewhere,
    /// It can't be told; a sentence says why. The file can be used all the same.
    Unknown(String),
}

/// Says that a dataset's file is open in this window, and learns whether it is in another. What windows that crashed left is
/// cleaned away.
pub fn claim(data: &Path, dataset: &Path) -> Claim {
    let folder = data.join(OPEN);
    let dataset = one_way(dataset);
    let lock =
        folder.join(format!("{:032x}.lock", SipHasher24::new().hash(dataset.as_os_str().as_encoded_bytes()).as_u128()));
    let unknown = |error: io::Error| {
        Claim::Unknown(say!(
            "recovery-open-elsewhere-unknown",
            file = dataset.display().to_string(),
            why = system_reason(&error)
        ))
    };
    let taken = folder::make(&folder).and_then(|()| {
        let _turn = FolderLock::wait(&folder)?;
        for left in folder::files(&folder, "lock")? {
            if matches!(folder::take(&left), Ok(LockState::Us(_))) {
                let _ = fs::remove_file(&left);
            }
        }
        folder::take(&lock)
    });
    match taken {
        Ok(LockState::Us(file)) => Claim::Ours(FileLock { dataset, lock, held: Some(file) }),
        Ok(LockState::Another) => Claim::Elsewhere,
        Ok(LockState::Unknown) => unknown(io::Error::from(io::ErrorKind::Unsupported)),
        Err(error) => unknown(error),
    }
}

/// The same path for every way to write it; links are followed. A file that is not there yet is told by its folder.
fn one_way(path: &Path) -> PathBuf {
    if let Ok(path) = fs::canonicalize(path) {
        return path;
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match (fs::canonicalize(folder), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}
