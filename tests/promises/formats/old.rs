//! Files of every version that ever shipped are read for ever, and a newer one is refused by name.

use sidebyside::dataset::{LATEST, load_text, to_ron};
use sidebyside::storage::Content;

use super::datasets;

/// The file of each version that shipped, as it was put there, and how many outcomes it holds. Neither is ever changed.
const SHIPPED: &[(&str, &str, usize)] = &[
    ("format-1", "3687-0c58b76cb9cdd6f07d52d7accb4010c4", 9),
    ("format-2", "2420-53decdfcdb213ebfc7467cf8bc0c0b0e", 2),
];

#[test]
fn a_file_of_every_version_is_kept_unchanged_and_loads() {
    let old = datasets("old");
    // Version 0 never shipped; src/dataset/migration.rs reads it to show that old files are brought up to date.
    let shipped: Vec<_> = old.iter().filter(|(name, _)| name != "format-0").collect();
    assert_eq!(shipped.len(), SHIPPED.len());
    assert_eq!(SHIPPED.len(), LATEST as usize);
    for ((name, text), (expected, content, outcomes)) in shipped.into_iter().zip(SHIPPED) {
        assert_eq!(name, expected);
        assert_eq!(Content::of(text.replace("\r\n", "\n").as_bytes()).to_string(), *content, "{name} was changed");
        let loaded = load_text(text).unwrap_or_else(|findings| panic!("{name}: {findings:#?}"));
        assert_eq!(loaded.dataset.outcomes().count(), *outcomes, "{name}");
        let brought_up = load_text(&to_ron(&loaded.dataset)).unwrap();
        assert_eq!((brought_up.dataset, brought_up.migrated), (loaded.dataset, vec![]), "{name}");
    }
}

#[test]
fn a_newer_version_is_refused_in_a_sentence_that_names_both() {
    let newer = load_text(&format!("(format: {}, colours: [])", LATEST + 1)).unwrap_err();
    let expected = format!(
        "1:10: error: format: the file is written in format version {}, and this application reads up to version {LATEST}; \
         open it with a newer version of Side by Side",
        LATEST + 1
    );
    assert_eq!(newer.iter().map(ToString::to_string).collect::<Vec<_>>(), [expected]);
}
