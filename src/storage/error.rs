//! Why a file was not written: one sentence each, with the fix.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::say;
use crate::words::within_a_sentence;

/// Why a file was not written, each as one sentence with the fix. The path holds what it held before.
#[derive(Debug, Error)]
pub enum StorageError {
    /// A file of that name is there, and replacing it was not asked for.
    #[error("{}", say!("storage-exists", path = path.display().to_string()))]
    Exists {
        /// The file that was left as it is.
        path: PathBuf,
    },
    /// It was stopped before the file got its name.
    #[error("{}", say!("storage-stopped", path = path.display().to_string()))]
    Stopped {
        /// The file that was left as it is.
        path: PathBuf,
    },
    /// The folder of the file does not exist, or no longer.
    #[error("{}", say!("storage-no-folder", folder = folder.display().to_string()))]
    NoFolder {
        /// The missing folder.
        folder: PathBuf,
    },
    /// The path names a folder, or nothing.
    #[error("{}", say!("storage-not-a-file", path = path.display().to_string()))]
    NotAFile {
        /// The path as it was given.
        path: PathBuf,
    },
    /// The path is a link to a file that is not there, or links that lead in a circle.
    #[error("{}", say!("storage-broken-link", path = path.display().to_string(), why = system_reason(source)))]
    BrokenLink {
        /// The link.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// The file is marked as read-only.
    #[error("{}", say!("storage-read-only", path = path.display().to_string()))]
    ReadOnly {
        /// The file that was left as it is.
        path: PathBuf,
    },
    /// The file is not the one that was opened.
    #[error("{}", say!("storage-changed-by-others", path = path.display().to_string()))]
    ChangedByOthers {
        /// The file that was left as it is.
        path: PathBuf,
    },
    /// The file that was opened is gone.
    #[error("{}", say!("storage-vanished", path = path.display().to_string()))]
    Vanished {
        /// Where it stood.
        path: PathBuf,
    },
    /// The version that stands there could not be kept as the backup.
    #[error("{}", say!("storage-backup", path = backup.display().to_string(), why = system_reason(source), fix = fix(source)))]
    Backup {
        /// The backup that could not be made.
        backup: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// The folder is there, and the system makes no files in it, as in `/proc`.
    #[error("{}", say!("storage-no-files-there", folder = folder.display().to_string()))]
    NoFilesThere {
        /// The folder.
        folder: PathBuf,
    },
    /// The operating system refused to write.
    #[error("{}", say!("storage-write", path = path.display().to_string(), why = system_reason(source), fix = fix(source)))]
    Write {
        /// The file that was to be written.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
}

/// What the operating system said, in a few plain words without its numbers.
pub fn system_reason(error: &io::Error) -> String {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the list of kinds is open")]
    let told = match error.kind() {
        io::ErrorKind::PermissionDenied => say!("storage-told-no-permission"),
        io::ErrorKind::ReadOnlyFilesystem => say!("storage-told-only-read"),
        io::ErrorKind::StorageFull => say!("storage-told-no-room"),
        io::ErrorKind::QuotaExceeded => say!("storage-told-no-share"),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => say!("storage-told-nothing-there"),
        io::ErrorKind::InvalidFilename => say!("storage-told-name"),
        _ => {
            let told = error.to_string();
            if error.raw_os_error().is_none() {
                return told;
            }
            let told = told.split(" (os error ").next().unwrap_or(&told).trim_end_matches('.');
            return within_a_sentence(told);
        }
    };
    told.to_owned()
}

/// What a person can do about a refusal of the operating system.
pub(super) fn fix(error: &io::Error) -> &'static str {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the list of kinds is open")]
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            say!("storage-fix-no-room")
        }
        io::ErrorKind::FileTooLarge => say!("storage-fix-too-large"),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            say!("storage-fix-not-allowed")
        }
        io::ErrorKind::InvalidFilename => say!("storage-fix-name-too-long"),
        io::ErrorKind::IsADirectory | io::ErrorKind::DirectoryNotEmpty => say!("storage-fix-folder"),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            say!("storage-fix-not-there")
        }
        _ => say!("storage-fix-other"),
    }
}
