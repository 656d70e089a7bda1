//! Puts bytes on the disk whole or not at all, keeps the previous version, and notices what others did to a file.
//!
//! A write goes to a temporary file in the same folder, which is synced and then renamed into place (of many files in one go, each
//! is renamed first and synced after, see [`write_without_sync`]); where asked for, the
//! version that stood there before is first kept beside it as `NAME.bak`, in such an order that there is no moment without the
//! file. Datasets, exports and journals are written here. It knows no formats and asks no questions; whoever calls it decides
//! whether a file may be replaced. What is untried on Windows and on network drives stands in
//! `assets/decisions/saving.md`.

mod backup;
mod error;
mod fingerprint;
mod save;
mod steps;
mod temporary;
#[cfg(test)]
mod tests;
mod typed_path;

pub use backup::backup_path;
pub use error::{StorageError, system_reason};
pub use fingerprint::{Content, FileChange, Fingerprint, changed_since};
pub use save::{
    Backup, Overwrite, Replacing, Saved, save_as, save_over, sync, write_file, write_file_watched, write_watched,
    write_without_sync,
};
pub use steps::{Steps, Unwatched, Waited, WriteStep};
pub use temporary::sweep;
pub use typed_path::typed_path;
