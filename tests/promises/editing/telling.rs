//! Findings in the words of the forms: as many as the command line tells, of the same fields, and nothing of the file's language.

use std::collections::BTreeSet;

use super::super::window::test_data;
use super::built_in;
use sidebyside::dataset::{self, Finding, load_draft};
use sidebyside::edit::{PlacedFinding, check};
use sidebyside::model::Dataset;

/// The datasets with a fault that can be read, by the name of their file.
pub(crate) fn faulty() -> Vec<(String, Dataset)> {
    let files = std::fs::read_dir(test_data("invalid")).unwrap().map(|file| file.unwrap().path());
    let mut all: Vec<(String, Dataset)> = files
        .filter_map(|path| {
            let loaded = load_draft(&std::fs::read_to_string(&path).ok()?).ok()?;
            Some((path.file_stem()?.to_str()?.to_owned(), loaded.dataset))
        })
        .collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all.push(("built-in".to_owned(), built_in()));
    all
}

/// What can't stand in a sentence for somebody who does not see the file.
const OF_THE_FILE: [&str; 8] = ["`", "[\"", "Some(", "[0]", "[1]", "sources[", ": [", "(…)"];

#[test]
fn every_finding_of_the_check_is_told_in_no_words_of_the_file() {
    let mut told_anew = BTreeSet::new();
    for (name, dataset) in faulty() {
        let mut of_file = dataset::check(&dataset);
        let in_window = check(&dataset);
        let mut same: Vec<Finding> = in_window.iter().map(|placed| placed.finding.clone()).collect();
        let key = |finding: &Finding| (finding.path.clone(), finding.sentence.clone());
        of_file.sort_by_key(key);
        same.sort_by_key(key);
        assert_eq!(same, of_file, "{name}");
        for PlacedFinding { finding, place, field, sentence, fix } in &in_window {
            assert_eq!(place.path_of(field), finding.path, "{name}");
            for words in [sentence, fix] {
                assert!(!words.is_empty() && !words.contains("finding-"), "{name}: {words}");
                let of_the_file = OF_THE_FILE.iter().find(|sign| words.contains(**sign));
                assert_eq!(of_the_file, None, "{name}: {words}");
            }
            if *fix != finding.fix || *sentence != finding.sentence {
                told_anew.insert(format!("{:?}", finding.fault).split([' ', '{']).next().unwrap().to_owned());
            }
            let is_of_file = OF_THE_FILE.iter().any(|sign| finding.fix.contains(sign));
            assert!(!is_of_file || fix != &finding.fix, "{name}: {fix}");
        }
    }
    assert!(told_anew.len() >= 12, "faults in words of their own: {told_anew:?}");
}
