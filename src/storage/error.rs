//! Why a file was not written: one sentence each, with the mend.

use std::io;
use std::path::PathBuf;

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
    /// The folder of the file does not exist, or no longer.
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
    /// The path is a link to a file that is not there, or links that lead in a circle.
    #[error("{}: this is a link that leads nowhere ({}), so nothing was written; choose another name", path.display(), told_plainly(source))]
    BrokenLink {
        /// The link.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// The file is marked as read-only.
    #[error("{}: the file is marked as read-only, so nothing was written; save under another name, or allow writing to it", path.display())]
    ReadOnly {
        /// The file that was left as it is.
        path: PathBuf,
    },
    /// The file is not the one that was opened.
    #[error("{}: the file was changed by someone else since it was opened, so nothing was written; look at what differs, or save under another name", path.display())]
    ChangedByOthers {
        /// The file that was left as it is.
        path: PathBuf,
    },
    /// The file that was opened is gone.
    #[error("{}: the file was moved or deleted by someone else since it was opened, so nothing was written; save it anew, here or under another name", path.display())]
    Vanished {
        /// Where it stood.
        path: PathBuf,
    },
    /// The version that stands there could not be kept as the backup.
    #[error("{}: the previous version could not be kept under this name ({}), so nothing was written; {mend}", backup.display(), told_plainly(source), mend = mend(source))]
    Backup {
        /// The backup that could not be made.
        backup: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// The folder is there, and the system makes no files in it, as in `/proc`.
    #[error("{}: no file can be made in this folder, because the system keeps it for itself; choose another folder", folder.display())]
    NoFilesThere {
        /// The folder.
        folder: PathBuf,
    },
    /// The operating system refused to write.
    #[error("{}: the file could not be written ({}); {mend}", path.display(), told_plainly(source), mend = mend(source))]
    Write {
        /// The file that was to be written.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
}

/// What the operating system said, in a few plain words without its numbers.
pub fn told_plainly(error: &io::Error) -> String {
    let told = match error.kind() {
        io::ErrorKind::PermissionDenied => "you have no permission for it",
        io::ErrorKind::ReadOnlyFilesystem => "this drive can only be read",
        io::ErrorKind::StorageFull => "there is no room left on the disk",
        io::ErrorKind::QuotaExceeded => "your share of the disk is used up",
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "there is nothing of that name",
        io::ErrorKind::InvalidFilename => "the name is too long, or has letters that are not allowed",
        _ => {
            let told = error.to_string();
            if error.raw_os_error().is_none() {
                return told;
            }
            let told = told.split(" (os error ").next().unwrap_or(&told).trim_end_matches('.');
            let mut letters = told.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
            return first + letters.as_str();
        }
    };
    told.to_owned()
}

/// What a person can do about a refusal of the operating system.
pub(super) fn mend(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "make room on the disk, or save in another folder, and try again"
        }
        io::ErrorKind::FileTooLarge => "this disk takes no file of that size; save in another folder",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "check that you may write in this folder and that no other program holds the file, or save in another folder"
        }
        io::ErrorKind::InvalidFilename => "choose a shorter name",
        io::ErrorKind::IsADirectory | io::ErrorKind::DirectoryNotEmpty => "a folder has this name; choose another one",
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            "check that the folder is still there and the drive connected, or save in another folder"
        }
        _ => "check that there is room and that you may write there",
    }
}
