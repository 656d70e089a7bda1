//! Why a figure was not saved: what is told in one way, whether drawing or writing stopped.

use crate::export::ExportError;
use crate::storage::StorageError;

/// Why a figure was not saved.
pub(in crate::app) enum SaveFault {
    /// It was stopped.
    Stopped,
    /// A file is there, and nobody agreed to its replacement.
    Exists,
    /// Anything else, as a sentence.
    Other(String),
}

impl From<ExportError> for SaveFault {
    fn from(error: ExportError) -> Self {
        if let ExportError::Stopped(_) = error {
            return Self::Stopped;
        }
        Self::Other(error.to_string())
    }
}

impl From<StorageError> for SaveFault {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Stopped { .. } => Self::Stopped,
            StorageError::Exists { .. } => Self::Exists,
            other @ (StorageError::NoFolder { .. }
            | StorageError::NotAFile { .. }
            | StorageError::BrokenLink { .. }
            | StorageError::ReadOnly { .. }
            | StorageError::ChangedByOthers { .. }
            | StorageError::Vanished { .. }
            | StorageError::Backup { .. }
            | StorageError::NoFilesThere { .. }
            | StorageError::Write { .. }) => Self::Other(other.to_string()),
        }
    }
}
