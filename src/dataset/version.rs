//! Which version of the format a file is written in.
//!
//! A newer version than this application knows is refused with a hint. How an older one is brought up to date is
//! [`super::migration`]'s.

use super::finding::Problem;
use super::positions::Positions;

/// The version that is written, and the newest that can be read.
pub const LATEST: u32 = 1;

/// The version that the file's field `format` names.
///
/// `Ok(None)` means that there is no such field or no whole number in it; reading it as the latest version tells where.
///
/// # Errors
/// A version that does not exist, because `oldest` is the first one, or a newer one than [`LATEST`].
pub(super) fn find(positions: &Positions<'_>, oldest: u32) -> Result<Option<u32>, Problem> {
    let Some(number) = positions.text_at("format").and_then(|word| word.parse::<u64>().ok()) else { return Ok(None) };
    match u32::try_from(number) {
        Ok(version) if (oldest..=LATEST).contains(&version) => Ok(Some(version)),
        Ok(version) if version < oldest => Err(Problem::error(
            "format",
            format!("there is no format version {version}"),
            format!("write format: {LATEST}"),
        )),
        _ => Err(Problem::error(
            "format",
            format!(
                "the file is written in format version {number}, and this application reads up to version {LATEST}"
            ),
            "open it with a newer version of Side by Side",
        )),
    }
}
