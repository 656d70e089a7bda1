//! Promises about importing tables: layouts, findings, bad files, and the way from a table to a dataset and back.

mod bad_files;
mod command;
mod layouts;
mod official;
mod round_trip;
mod workbooks;

use std::borrow::Cow;

use sidebyside::import::{ImportDraft, ImportFile, ImportFindingKind, Profile, read};
use sidebyside::model::{Release, Statistic};
use sidebyside::progress::Progress;

/// What an import makes of files, each a name and what is in it.
fn import_with(files: &[(&str, &[u8])], profile: &Profile) -> ImportDraft {
    let files: Vec<ImportFile<'_>> = files
        .iter()
        .map(|(name, bytes)| ImportFile { name: (*name).to_owned(), bytes: Cow::Borrowed(*bytes) })
        .collect();
    read(&files, profile, Progress::default().whole()).unwrap()
}

fn import(name: &str, text: &str) -> ImportDraft {
    import_with(&[(name, text.as_bytes())], &Profile::default())
}

/// The statistic of the indicator with this name, with its release.
fn statistic<'a>(draft: &'a ImportDraft, name: &str) -> (&'a Statistic, &'a Release) {
    let names: Vec<&str> = draft.indicators.iter().map(|indicator| indicator.name.as_str()).collect();
    let indicator = draft.indicators.iter().find(|indicator| indicator.name == name);
    let indicator = indicator.unwrap_or_else(|| panic!("no {name} among {names:?}"));
    let statistic = draft.statistics.iter().find(|statistic| statistic.indicator == indicator.id).unwrap();
    (statistic, draft.releases.iter().find(|release| release.id == statistic.release).unwrap())
}

/// The values of a place, as they are printed.
fn row(draft: &ImportDraft, name: &str, place: &str) -> String {
    let (statistic, release) = statistic(draft, name);
    let places: Vec<&str> = statistic.places().iter().map(sidebyside::model::CouncilId::as_str).collect();
    let nth = places.iter().position(|other| *other == place);
    statistic.print_row(nth.unwrap_or_else(|| panic!("no {place} among {places:?}")), release)
}

fn periods(draft: &ImportDraft, name: &str) -> Vec<String> {
    statistic(draft, name).0.periods().iter().map(ToString::to_string).collect()
}

/// The findings of a kind, as they are told.
fn told(draft: &ImportDraft, kind: ImportFindingKind) -> Vec<String> {
    draft.findings.iter().filter(|finding| finding.kind == kind).map(ToString::to_string).collect()
}
