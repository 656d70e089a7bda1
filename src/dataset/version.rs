//! Which version of the format a file is written in.
//!
//! A newer version than this application knows is refused with a hint. How an older one is brought up to date is
//! [`super::migration`]'s.

use super::finding::Problem;
use super::positions::Positions;
use crate::say;

/// The version that is written, and the newest that can be read.
pub const LATEST: u32 = 1;

/// The version that the file's field `format` names.
///
/// `Ok(None)` means that there is no such field or no whole number in it; reading it as the latest version tells where.
///
/// # Errors
/// A version that does not exist, because `oldest` is the first one, or a newer one than [`LATEST`].
pub(super) fn find(positions: &Positions<'_>, oldest: u32) -> Result<Option<u32>, Box<Problem>> {
    let Some(number) = positions.text_at("format").and_then(|word| word.parse::<u64>().ok()) else { return Ok(None) };
    match u32::try_from(number) {
        Ok(version) if (oldest..=LATEST).contains(&version) => Ok(Some(version)),
        Ok(version) if version < oldest => Err(Box::new(Problem::error(
            "format",
            say!("load-version-unknown", version = version.to_string()),
            say!("load-version-unknown.mend", latest = LATEST.to_string()),
        ))),
        _ => Err(Box::new(Problem::error(
            "format",
            say!("load-version-too-new", version = number.to_string(), latest = LATEST.to_string()),
            say!("load-version-too-new.mend"),
        ))),
    }
}
