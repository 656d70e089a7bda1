//! From an older version of the format to the latest, one pure step after the other, on the text of the file.
//!
//! A step says which places of the text are replaced by what, and tells the user in a sentence what it changed. It works on
//! text because the types of an old version then need not be kept, and because every place in the new text can be traced back
//! to the file that the user sees: findings of an old file name its own lines and columns. Versions 1 and 2 are read alike (see
//! [`super::version`]), so the list of steps is empty; a version 0 that exists for tests alone shows that the machinery works
//! (`tests/data/old`).

use std::ops::Range;

use super::finding::Finding;
use super::positions::{Positions, lines_and_columns};

/// One step, from a version to the next.
pub(super) struct Migration {
    /// The version it starts from; it leads to the next.
    pub(super) from: u32,
    /// Says what is to be replaced, and in a sentence what was changed. It is given a text that may be damaged in any way, and
    /// leaves to the reader of the latest version what it does not understand.
    pub(super) apply: fn(&str, &Positions<'_>) -> (Vec<Replacement>, String),
}

/// A place in a text, and what is put there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Replacement {
    pub(super) place: Range<usize>,
    pub(super) by: String,
}

/// Every step, in order.
pub(super) const MIGRATIONS: &[Migration] = &[];

/// A text in the latest version.
pub(super) struct Migrated {
    pub(super) text: String,
    /// What was changed on the way, one sentence a step.
    pub(super) told: Vec<String>,
    pub(super) trace: Trace,
}

/// Takes every step that starts at or after the version `from`.
pub(super) fn migrate(text: &str, from: u32, migrations: &[Migration]) -> Migrated {
    let mut migrated = Migrated { text: text.to_owned(), told: Vec::new(), trace: Trace(Vec::new()) };
    for step in migrations.iter().filter(|step| step.from >= from) {
        let (replacements, told) = (step.apply)(&migrated.text, &Positions::scan(&migrated.text));
        let (text, taken) = replaced(&migrated.text, replacements);
        migrated.text = text;
        migrated.told.push(told);
        migrated.trace.0.push(taken);
    }
    migrated
}

/// The text with everything replaced that can be: places that overlap an earlier one, or that are not in the text, are left out.
fn replaced(text: &str, mut replacements: Vec<Replacement>) -> (String, Vec<Replacement>) {
    replacements.sort_by_key(|replacement| (replacement.place.start, replacement.place.end));
    let (mut out, mut at, mut taken) = (String::with_capacity(text.len()), 0, Vec::new());
    for replacement in replacements {
        let Some(kept) = text.get(at..replacement.place.start) else { continue };
        if text.get(replacement.place.clone()).is_none() {
            continue;
        }
        out.push_str(kept);
        out.push_str(&replacement.by);
        at = replacement.place.end;
        taken.push(replacement);
    }
    out.push_str(text.get(at..).unwrap_or_default());
    (out, taken)
}

/// What was replaced in each step, so that a place in the latest text leads back to the file.
pub(super) struct Trace(Vec<Vec<Replacement>>);

impl Trace {
    /// The findings at their places in the file.
    pub(super) fn in_file(&self, mut findings: Vec<Finding>, file: &str, latest: &str) -> Vec<Finding> {
        if self.0.is_empty() {
            return findings;
        }
        for finding in &mut findings {
            let offset = self.back(offset_of(latest, finding.line, finding.column));
            if let Some(&(line, column)) = lines_and_columns(file, &[offset]).first() {
                (finding.line, finding.column) = (line, column);
            }
        }
        findings
    }

    /// Where a place of the latest text stood in the file; a place in what was put in, where that was put.
    fn back(&self, offset: usize) -> usize {
        self.0.iter().rev().fold(offset, |offset, step| {
            // How much longer the text got before the place.
            let (mut added, mut removed) = (0, 0);
            for Replacement { place, by } in step {
                let start = place.start + added - removed;
                if offset < start {
                    break;
                }
                if offset < start + by.len() {
                    return place.start;
                }
                added += by.len();
                removed += place.len();
            }
            offset + removed - added
        })
    }
}

/// The place of a line and column, both from 1.
fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(start..).unwrap_or_default();
    start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::super::load::{Halt, LoadRequest, Loaded, load_text, load_with};
    use super::super::version::FIRST_FORMAT;
    use super::*;
    use crate::progress::Progress;

    const VERSION_0: &str = include_str!("../../tests/data/old/format-0.ron");

    /// Version 0 called councils authorities, spelt the licence otherwise, and wrote no nation because all were in England.
    const FROM_0: Migration = Migration {
        from: 0,
        apply: |_, positions| {
            let mut replacements = Vec::new();
            let mut put = |place: Range<usize>, by: &str| replacements.push(Replacement { place, by: by.to_owned() });
            positions.fields("", "format").into_iter().for_each(|field| put(field.value, "1"));
            positions.fields("", "license").into_iter().for_each(|field| put(field.name, "licence"));
            positions.fields("", "authorities").into_iter().for_each(|field| put(field.name, "councils"));
            for field in positions.fields("authorities[]", "kind") {
                put(field.value.end..field.value.end, ", nation: england");
            }
            (replacements, "Version 1 says the nation of each council; all were taken to be in England.".to_owned())
        },
    };

    /// A step that a version 2 might need, to show a chain.
    const FROM_1: Migration = Migration {
        from: 1,
        apply: |_, positions| {
            let renamed = positions.fields("programmes[].outcomes[]", "id").into_iter();
            (
                renamed.map(|field| Replacement { place: field.name, by: "name".to_owned() }).collect(),
                "Version 2 calls ids names.".to_owned(),
            )
        },
    };

    fn load_0(text: &str) -> Result<Loaded, Vec<Finding>> {
        load_with(text, &[FROM_0], LoadRequest::Finished, Progress::default().without_progress())
            .map_err(Halt::findings)
    }

    #[test]
    fn a_file_of_version_0_loads_and_says_what_was_changed() {
        let loaded = load_0(VERSION_0).unwrap();
        assert_eq!(loaded.migrated, ["Version 1 says the nation of each council; all were taken to be in England."]);
        assert_eq!(loaded.dataset.councils.len(), 2);
        assert_eq!(loaded.dataset.licence, "CC0-1.0");
        let saved = super::super::to_ron(&loaded.dataset);
        let again = load_text(&saved).unwrap();
        assert_eq!((again.dataset, again.migrated), (loaded.dataset, vec![]), "what is saved is the latest version");
    }

    #[test]
    fn findings_of_an_old_file_stand_at_its_own_lines_and_columns() {
        let place = |text: &str, word: &str| lines_and_columns(text, &[text.find(word).unwrap()])[0];
        for (good, bad, at) in [
            // After what was put in, on the same line.
            ("gss: Some(\"E10000099\")", "gss: Some(\"X\")", "Some(\"X\")"),
            ("indicator: \"enquiries\"", "indicator: \"inquiries\"", "\"inquiries\""),
            ("measure: flow", "measure: flows", "flows"),
        ] {
            assert!(VERSION_0.contains(good), "{good}");
            let text = VERSION_0.replacen(good, bad, 1);
            let findings = load_0(&text).unwrap_err();
            assert_eq!((findings[0].line, findings[0].column), place(&text, at), "{findings:?}");
        }
    }

    #[test]
    fn a_chain_takes_every_step_in_order_a_newer_file_those_left() {
        let from_0 = migrate(VERSION_0, 0, &[FROM_0, FROM_1]);
        assert_eq!(from_0.told.len(), 2);
        assert!(from_0.text.contains("nation: england") && from_0.text.contains("name: \"anyshire-enquiries\""));
        let from_1 = migrate(VERSION_0, 1, &[FROM_0, FROM_1]);
        assert_eq!(from_1.told, ["Version 2 calls ids names."]);
        let word = "over 60";
        let now = from_0.text.find(word).unwrap();
        assert_eq!(from_0.trace.back(now), VERSION_0.find(word).unwrap());
        assert_eq!(migrate(VERSION_0, 2, &[FROM_0, FROM_1]).text, VERSION_0);
    }

    #[test]
    fn the_steps_lead_from_version_1_to_those_read_alike() {
        let from: Vec<u32> = MIGRATIONS.iter().map(|step| step.from).collect();
        assert_eq!(from, (1..FIRST_FORMAT).collect::<Vec<_>>());
    }

    #[test]
    fn a_damaged_file_of_version_0_is_refused_without_a_panic() {
        for cut in (0..VERSION_0.trim_end().len()).filter(|&cut| VERSION_0.is_char_boundary(cut)) {
            assert!(load_0(&VERSION_0[..cut]).is_err(), "cut at {cut}");
        }
    }

    #[test]
    fn without_its_step_version_0_is_none_and_a_newer_is_refused() {
        assert!(load_text(VERSION_0).unwrap_err()[0].sentence.contains("no format version 0"));
        let newer = load_0(&VERSION_0.replacen("format: 0", "format: 7", 1)).unwrap_err();
        let expected = "the file is written in format version 7, and this application reads up to version 2";
        assert_eq!((newer.len(), newer[0].sentence.as_str()), (1, expected));
    }
}
