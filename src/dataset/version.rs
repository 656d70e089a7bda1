//! Which version of the format a file is written in, and which version a dataset needs.
//!
//! A newer version than this application knows is refused with a hint. How an older one is brought up to date is
//! [`super::migration`]'s. A version that only adds lists and fields to the one before needs no such step: both are read alike, and
//! [`SINCE`] says from which version on each may stand in a file. A dataset is written as the first version that can hold it, so that
//! older copies of the application go on to open what uses nothing new.

use super::finding::Problem;
use super::positions::Positions;
use crate::model::{CouncilKind, Dataset};
use crate::say;

/// The newest version that can be read, and the newest that is written.
pub const LATEST: u32 = 2;

/// The first version of the format, which any copy of the application opens. It is read as the latest one is, because what came since was
/// only added.
pub const FIRST_FORMAT: u32 = 1;

/// What may only be written from some version on: the path of its holder with every index left out (`programmes[].outcomes[]`; empty
/// for the file as a whole), its name, and that version.
const SINCE: [(&str, &str, u32); 4] =
    [("indicators[]", "statistic", 2), ("", "releases", 2), ("", "statistics", 2), ("", "views", 2)];

/// The first version of the format that can hold this dataset, and so the one that it is written in.
pub fn format_of(dataset: &Dataset) -> u32 {
    if newer_parts(dataset).is_empty() { FIRST_FORMAT } else { 2 }
}

/// What a dataset holds that the first version of the format can't, in words; nothing where it can hold all of it.
pub fn newer_parts(dataset: &Dataset) -> Vec<&'static str> {
    let has_statistics = !dataset.statistics.is_empty() || !dataset.releases.is_empty();
    let has_regions = dataset.councils.iter().any(|council| council.kind == CouncilKind::Region);
    let has_links = dataset.indicators.iter().any(|indicator| indicator.statistic.is_some());
    let all = [
        (!dataset.views.is_empty(), say!("format-views")),
        (has_statistics, say!("format-statistics")),
        (has_regions, say!("format-regions")),
        (has_links, say!("format-links")),
    ];
    all.into_iter().filter(|(has, _)| *has).map(|(_, what)| what).collect()
}

/// Tells fields that a file of this version can't have: another copy of the application would refuse them, or read them otherwise.
pub(super) fn check_fields(positions: &Positions<'_>, version: u32, problems: &mut Vec<Problem>) {
    for (holder, name, since) in SINCE {
        if since <= version || positions.fields(holder, name).is_empty() {
            continue;
        }
        // The first one is enough: the fix is the same for all.
        let path = if holder.is_empty() { name.to_owned() } else { format!("{}.{name}", holder.replace("[]", "[0]")) };
        let sentence = say!("check-field-of-newer-version", field = name, version = version.to_string());
        problems.push(Problem::error(
            path,
            sentence,
            say!("check-field-of-newer-version.fix", since = since.to_string()),
        ));
    }
}

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
            say!("load-version-unknown.fix", latest = FIRST_FORMAT.to_string()),
        ))),
        _ => Err(Box::new(Problem::error(
            "format",
            say!("load-version-too-new", version = number.to_string(), latest = LATEST.to_string()),
            say!("load-version-too-new.fix"),
        ))),
    }
}
