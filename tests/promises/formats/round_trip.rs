//! What is saved is what was loaded: the same dataset, the same bytes, in one step.

use std::fs;

use proptest::prelude::*;
use sidebyside::dataset::{BuiltIn, load_builtin, load_draft, load_file, load_text, save_file, to_ron};
use sidebyside::model::Dataset;
use sidebyside::storage::{Overwrite, StorageError};
use tempfile::TempDir;

use super::{datasets, readme_example};
use crate::generation::dataset;

fn loaded(text: &str) -> Dataset {
    load_text(text).unwrap_or_else(|findings| panic!("{findings:#?}\n{text}")).dataset
}

#[test]
fn the_example_in_the_readme_loads_without_a_caution() {
    let example = load_text(readme_example()).unwrap();
    assert_eq!(example.dataset.outcomes().count(), 4);
    assert_eq!((example.cautions, example.migrated, example.has_comments), (vec![], vec![], false));
}

#[test]
fn the_built_in_dataset_loads_and_survives_saving() {
    let builtin = load_builtin().unwrap_or_else(|findings| panic!("{findings:#?}"));
    assert_eq!(loaded(BuiltIn::Claims.text()), builtin.dataset);
    assert_eq!(loaded(&to_ron(&builtin.dataset)), builtin.dataset);
}

#[test]
fn every_valid_dataset_survives_saving_and_is_written_alike() {
    let mut all = datasets("valid");
    all.push(("README".to_owned(), readme_example().to_owned()));
    for (name, text) in all {
        let dataset = loaded(&text);
        let written = to_ron(&dataset);
        assert_eq!(loaded(&written), dataset, "{name}");
        assert_eq!(to_ron(&loaded(&written)), written, "{name}");
    }
}

#[test]
fn what_is_written_reads_like_what_the_readme_shows() {
    let written = to_ron(&loaded(readme_example()));
    let as_written = |text: &str| -> Vec<String> {
        let mut lines: Vec<String> = text.lines().map(|line| line.trim().to_owned()).collect();
        lines.sort();
        lines
    };
    assert_eq!(as_written(&written), as_written(readme_example()));
}

#[test]
fn comments_are_noticed_because_saving_loses_them() {
    assert!(load_text(&format!("// mine\n{}", readme_example())).unwrap().has_comments);
    assert!(!load_text(&readme_example().replace("A recruitment", "https://a.example /* b */")).unwrap().has_comments);
}

#[test]
fn saving_makes_a_file_and_leaves_nothing_else() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("mine.ron");
    let dataset = loaded(readme_example());
    save_file(&path, &dataset, Overwrite::Refuse).unwrap();
    assert_eq!(load_file(&path).unwrap().dataset, dataset);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_file_is_replaced_only_when_that_is_asked_for() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("mine.ron");
    fs::write(&path, "precious").unwrap();
    let dataset = loaded(readme_example());
    let error = save_file(&path, &dataset, Overwrite::Refuse).unwrap_err();
    assert!(error.to_string().contains("mine.ron: the file is there already"), "{error}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "precious");
    save_file(&path, &dataset, Overwrite::Replace).unwrap();
    assert_eq!(load_file(&path).unwrap().dataset, dataset);
}

#[test]
fn a_name_that_can_not_be_saved_to_is_told() {
    let folder = TempDir::new().unwrap();
    let save = |name: &str| save_file(&folder.path().join(name), &Dataset::default(), Overwrite::Replace).unwrap_err();
    assert!(matches!(save(""), StorageError::NotAFile { .. }));
    assert!(matches!(save("absent/mine.ron"), StorageError::NoFolder { .. }));
}

#[cfg(unix)]
#[test]
fn a_replaced_file_keeps_its_rights_and_a_link_stays_a_link() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    let (path, link) = (folder.path().join("mine.ron"), folder.path().join("link.ron"));
    fs::write(&path, "").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink(&path, &link).unwrap();
    save_file(&link, &loaded(readme_example()), Overwrite::Replace).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(load_file(&path).is_ok());
}

#[test]
fn a_half_done_dataset_survives_the_journal_its_errors_told() {
    let mut draft = loaded(readme_example());
    draft.title.clear();
    draft.councils.clear();
    draft.programmes[0].places.clear();
    draft.programmes[0].outcomes[0].sources.clear();
    draft.programmes[0].id = sidebyside::model::ProgrammeId::new("");
    let written = to_ron(&draft);
    assert!(load_text(&written).is_err());
    let again = load_draft(&written).unwrap();
    assert_eq!(again.dataset, draft);
    assert!(again.cautions.iter().any(sidebyside::dataset::Finding::is_error));
    assert!(load_draft(&readme_example().replace("over 60", "over sixty")).is_err(), "this is no dataset");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_dataset_survives_saving(dataset in dataset()) {
        let written = to_ron(&dataset);
        let loaded = load_text(&written).map_err(|findings| TestCaseError::fail(format!("{findings:#?}\n{written}")))?;
        prop_assert_eq!(&loaded.dataset, &dataset);
        prop_assert!(!loaded.has_comments);
        prop_assert_eq!(to_ron(&loaded.dataset), written);
    }

    #[test]
    fn any_text_is_read_or_refused_without_a_panic(text in "[()\\[\\]{},:\"'#/*rA-c0-9. \n\\\\é]{0,200}") {
        let _ = load_text(&text);
        let _ = load_text(&readme_example().replace("rose 8.6%", &text));
        let _ = load_text(&readme_example().replace("(40, ", &text));
    }
}
