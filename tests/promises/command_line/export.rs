//! `export`: every council's figures in one go, in safe names, whole or not at all.

use std::collections::BTreeSet;

use super::*;
use sidebyside::dataset::load_builtin;
use sidebyside::export::Format;
use sidebyside::export::batch::{Batch, council_items, run as run_batch};
use sidebyside::export::figure::PageSize;
use sidebyside::export::table::ByteOrderMark;
use sidebyside::model::View;
use sidebyside::progress::Progress;
use sidebyside::storage::Overwrite;

#[test]
fn each_council_that_has_an_outcome_gets_a_file_in_each_format() {
    let folder = TempDir::new().unwrap();
    let told = run_in(folder.path(), &["export", "--region", "South East", "--out", "made", "--format", "svg,csv"]);
    assert_eq!(told.code, 0, "{}", told.err);
    let names: BTreeSet<String> = std::fs::read_dir(folder.path().join("made"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(names.contains("portsmouth.svg") && names.contains("portsmouth.csv"), "{names:?}");
    assert_eq!(names.len() % 2, 0, "{names:?}");
    assert_eq!(told.out.lines().count(), names.len(), "each file is named on standard output");
    assert!(told.err.contains("1 of ") && told.err.contains(" made, 0 not made"), "{}", told.err);
}

#[test]
fn what_is_there_is_left_alone_and_told_and_the_rest_is_made() {
    let folder = TempDir::new().unwrap();
    let words = ["export", "--council", "Leeds", "--council", "Devon", "--out", "made", "--format", "csv"];
    std::fs::create_dir(folder.path().join("made")).unwrap();
    std::fs::write(folder.path().join("made/leeds.csv"), "mine").unwrap();
    let told = run_in(folder.path(), &words);
    assert_eq!(told.code, 1);
    assert!(told.err.contains("leeds.csv") && told.err.contains("--force"), "{}", told.err);
    assert_eq!(std::fs::read_to_string(folder.path().join("made/leeds.csv")).unwrap(), "mine");
    assert!(folder.path().join("made/devon.csv").exists());
    let forced = run_in(folder.path(), &[&words[..], &["--force"]].concat());
    assert_eq!(forced.code, 0, "{}", forced.err);
    assert_ne!(std::fs::read_to_string(folder.path().join("made/leeds.csv")).unwrap(), "mine");
}

#[test]
fn an_unknown_format_is_answered_with_the_known_ones() {
    let folder = TempDir::new().unwrap();
    let told = run_in(folder.path(), &["export", "--out", "made", "--format", "svg,docx"]);
    assert_eq!(told.code, 2);
    assert!(told.err.contains("docx") && told.err.contains("xlsx"), "{}", told.err);
    assert!(!folder.path().join("made").exists(), "nothing is made before the words are right");
}

#[test]
fn a_stop_leaves_whole_files_and_says_so() {
    let folder = TempDir::new().unwrap();
    let dataset = load_builtin().unwrap().dataset;
    let stop = Progress::default();
    let batch = Batch {
        dataset: &dataset,
        items: council_items(&dataset, &View::default()),
        formats: vec![Format::Csv],
        folder: folder.path().to_path_buf(),
        overwrite: Overwrite::Refuse,
        sheet: PageSize::default(),
        mark: ByteOrderMark::Without,
    };
    let summary = run_batch(&batch, &stop, |_| stop.stop()).unwrap();
    assert!(summary.stopped && summary.failed.is_empty(), "{summary:?}");
    let there: BTreeSet<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(there, summary.made.iter().cloned().collect(), "no half file and no temporary one stays behind");
    for path in there {
        assert!(std::fs::read_to_string(path).unwrap().starts_with("council,programme,"));
    }
}

#[test]
fn two_runs_give_the_same_bytes_whatever_the_threads_order() {
    let folder = TempDir::new().unwrap();
    for name in ["first", "second"] {
        let told =
            run_in(folder.path(), &["export", "--topic", "Fostering and adoption", "--out", name, "--format", "svg"]);
        assert_eq!(told.code, 0, "{}", told.err);
    }
    for entry in std::fs::read_dir(folder.path().join("first")).unwrap() {
        let path = entry.unwrap().path();
        let twin = folder.path().join("second").join(path.file_name().unwrap());
        assert_eq!(std::fs::read(&path).unwrap(), std::fs::read(twin).unwrap(), "{}", path.display());
    }
}

#[test]
fn a_booklet_is_one_file_wherever_it_is_named() {
    let folder = TempDir::new().unwrap();
    let few = ["export", "--council", "Leeds", "--council", "Devon"];
    for (words, file) in [
        (&["--booklet", "a.pdf"][..], "a.pdf"),
        (&["--booklet", "--out", "b.pdf"], "b.pdf"),
        (&["--booklet", "--out", "made"], "made/booklet.pdf"),
        (&["--out", "figures", "--format", "csv", "--booklet", "c.pdf"], "c.pdf"),
    ] {
        let told = run_in(folder.path(), &[&few[..], words].concat());
        assert_eq!(told.code, 0, "{words:?}: {}", told.err);
        assert!(told.out.contains(&file.replace('/', std::path::MAIN_SEPARATOR_STR)), "{}", told.out);
        let bytes = std::fs::read(folder.path().join(file)).unwrap();
        assert!(bytes.starts_with(b"%PDF"), "{file}");
    }
    assert!(folder.path().join("figures/leeds.csv").exists(), "figures and booklet in one go");
    let first = std::fs::read(folder.path().join("a.pdf")).unwrap();
    assert_eq!(first, std::fs::read(folder.path().join("b.pdf")).unwrap(), "the same bytes each time");
    let again = run_in(folder.path(), &[&few[..], &["--booklet", "a.pdf"]].concat());
    assert_eq!(again.code, 1);
    assert!(again.err.contains("a.pdf") && again.err.contains("--force"), "{}", again.err);
    let forced = run_in(folder.path(), &[&few[..], &["--booklet", "a.pdf", "--force"]].concat());
    assert_eq!(forced.code, 0, "{}", forced.err);
}

#[test]
fn a_booklet_without_a_file_of_its_own_is_answered_in_words() {
    let folder = TempDir::new().unwrap();
    for (words, fix) in [
        (&["export", "--booklet"][..], "such as --booklet councils.pdf"),
        (&["export", "--booklet", "data.ron"], "a dataset before --booklet"),
        (&["export", "--booklet", "--out", "x.svg"], "ends in .pdf"),
        (&["export", "--booklet", "a.pdf", "--out", "b.pdf"], "name it once"),
    ] {
        let told = run_in(folder.path(), words);
        assert_eq!(told.code, 2, "{words:?}: {}", told.err);
        assert!(told.err.contains(fix), "{words:?}: {}", told.err);
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_booklet_of_nobody_is_told_and_not_made() {
    let folder = TempDir::new().unwrap();
    let told = run_in(folder.path(), &["export", "--council", "West Berkshire", "--booklet", "a.pdf"]);
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(told.err.contains("no booklet to make") && !folder.path().join("a.pdf").exists());
}

#[test]
fn every_figure_takes_the_preset_that_is_asked_for() {
    let folder = TempDir::new().unwrap();
    let words = ["export", "--council", "Leeds", "--out", "made", "--format", "svg", "--preset", "half"];
    let told = run_in(folder.path(), &words);
    assert_eq!(told.code, 0, "{}", told.err);
    let text = std::fs::read_to_string(folder.path().join("made/leeds.svg")).unwrap();
    assert!(text.contains("width=\"78mm\""), "{}", &text[..200]);
    let both = run_in(folder.path(), &[&words[..], &["--width", "700"]].concat());
    assert_eq!(both.code, 2, "{}", both.err);
}
