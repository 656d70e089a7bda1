//! Which version of the format a file is written in, and its types as they were parsed.
//!
//! A newer version than this application knows is refused with a hint. How an older one is brought up to date is
//! [`super::migration`]'s.

use super::finding::Problem;
use super::format_v1::DatasetFile;
use super::positions::Positions;

/// The version that is written, and the newest that can be read.
pub const LATEST: u32 = 1;

/// A file as it was parsed, in the version it was written in.
#[derive(Clone, Debug)]
pub(super) enum Versioned {
    /// Version 1, which is the latest.
    V1(Box<DatasetFile>),
}

impl Versioned {
    /// Reads the text as this version.
    ///
    /// # Errors
    /// The first fault of syntax or type. `version` is at most [`LATEST`], as [`find`] makes sure.
    pub(super) fn parse(_version: u32, text: &str) -> Result<Self, ron::error::SpannedError> {
        ron::from_str(text).map(Box::new).map(Self::V1)
    }

    /// The types of the latest version, once every step was taken.
    pub(super) fn into_latest(self) -> DatasetFile {
        match self {
            Self::V1(file) => *file,
        }
    }
}

/// The version that the file's field `format` names.
///
/// `Ok(None)` means that there is no such field or no whole number in it; reading it as the latest version tells where.
///
/// # Errors
/// A version that does not exist, or a newer one than [`LATEST`].
pub(super) fn find(positions: &Positions<'_>) -> Result<Option<u32>, Problem> {
    let Some(number) = positions.text_at("format").and_then(|word| word.parse::<u64>().ok()) else { return Ok(None) };
    match u32::try_from(number) {
        Ok(version @ 1..=LATEST) => Ok(Some(version)),
        Ok(0) => Err(Problem::error("format", "there is no format version 0", format!("write format: {LATEST}"))),
        _ => Err(Problem::error(
            "format",
            format!(
                "the file is written in format version {number}, and this application reads up to version {LATEST}"
            ),
            "open it with a newer version of Side by Side",
        )),
    }
}
