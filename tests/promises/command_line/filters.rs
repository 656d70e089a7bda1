//! Filters: the same one repeated means either, different ones mean both; names are found as people write them.

use std::collections::BTreeSet;

use super::{column, run};

/// The outcomes that filters select.
fn selected(words: &[&str]) -> BTreeSet<String> {
    let run = run(&[&["table", "--format", "csv"], words].concat()).done();
    let ids = column(&run.out, "outcome_id");
    let set: BTreeSet<String> = ids.iter().cloned().collect();
    assert_eq!(set.len(), ids.len(), "an outcome stands twice");
    assert!(!set.is_empty());
    set
}

#[test]
fn the_same_filter_repeated_means_either() {
    let (leeds, barnsley) = (selected(&["--council", "Leeds"]), selected(&["--council", "Barnsley"]));
    let both: BTreeSet<String> = leeds.union(&barnsley).cloned().collect();
    assert_eq!(selected(&["--council", "Leeds", "--council", "Barnsley"]), both);
    assert_eq!(selected(&["--council", "Leeds", "--council", "leeds"]), leeds, "named twice, told once");
}

#[test]
fn different_filters_mean_both() {
    let (leeds, children) = (selected(&["--council", "Leeds"]), selected(&["--indicator", "Looked-after children"]));
    let both: BTreeSet<String> = leeds.intersection(&children).cloned().collect();
    assert_eq!(selected(&["--council", "Leeds", "--indicator", "Looked-after children"]), both);
    let targets = selected(&["--role", "target"]);
    let found = selected(&["--role", "target", "--council", "Norfolk"]);
    assert!(found.is_subset(&targets) && found.is_subset(&selected(&["--council", "Norfolk"])));
}

#[test]
fn a_council_is_found_by_id_code_name_and_alias() {
    for (expected, words) in [
        ("Leeds", &["E08000035", "leeds", "Leeds City Council", "LEEDS", "city of leeds"][..]),
        (
            "Brighton and Hove",
            &["brighton-and-hove", "Brighton & Hove", "BRIGHTON AND HOVE", "brighton & hove city council"],
        ),
        ("Isle of Wight", &["IOW", "Isle of Wight", "isle-of-wight"]),
        ("Hull", &["Kingston upon Hull, City of", "hull"]),
        ("Barnsley", &["E08000038", "E08000016", "Barnsley MBC", "barnsley metropolitan borough council"]),
    ] {
        for word in words {
            let out = run(&["table", "--format", "csv", "--council", word]).done().out;
            let councils = column(&out, "council");
            assert!(!councils.is_empty() && councils.iter().all(|c| c.split("; ").any(|c| c == expected)), "{word}");
        }
    }
}

#[test]
fn an_indicator_is_found_by_its_concept_too() {
    let number = selected(&["--indicator", "Children in need"]);
    let rate = selected(&["--indicator", "children-in-need-rate"]);
    assert!(!rate.is_empty() && rate.is_subset(&number), "the concept holds the number and the rate");
    assert!(number.len() > rate.len());
}

#[test]
fn topics_regions_programmes_and_roles_select() {
    let all = selected(&[]);
    for words in [
        ["--topic", "Fostering and adoption"],
        ["--topic", "FOSTERING & ADOPTION"],
        ["--region", "Yorkshire and The Humber"],
        ["--region", "Yorkshire & the Humber"],
        ["--programme", "Care Close to Home"],
        ["--role", "context"],
    ] {
        let found = selected(&words);
        assert!(found.is_subset(&all) && found.len() < all.len(), "{words:?}");
    }
    assert_eq!(selected(&["--topic", "Fostering and adoption"]), selected(&["--topic", "fostering & adoption"]),);
    let roles = ["outcome", "estimate", "target", "plan", "context"];
    let by_role: usize = roles.iter().map(|role| selected(&["--role", role]).len()).sum();
    assert_eq!(by_role, all.len(), "the table has all roles unless one is asked for");
}

#[test]
fn an_unknown_name_is_answered_with_the_nearest() {
    for (filter, word, nearest) in [
        ("--council", "Ledes", "Leeds"),
        ("--council", "York", "North Yorkshire"),
        ("--indicator", "looked after childs", "Looked-after children"),
        ("--programme", "Care Close to Hom", "Care Close to Home"),
        ("--topic", "Fostering", "Fostering and adoption"),
        ("--region", "North", "North East"),
    ] {
        for command in [&["table", "--format", "csv"][..], &["chart", "--kind", "profile", "--out", "/nowhere/a.svg"]] {
            let sentence = run(&[command, &[filter, word]].concat()).stopped(2);
            assert!(sentence.contains(&format!("\"{word}\"")) && sentence.contains(nearest), "{sentence}");
        }
    }
    let sentence = run(&["table", "--format", "csv", "--council", "qqq"]).stopped(2);
    assert!(sentence.contains("\"qqq\"") && sentence.contains("; "), "{sentence}");
}

#[test]
fn known_names_with_nothing_to_show_are_no_error() {
    let empty = run(&["table", "--format", "csv", "--council", "Camden", "--role", "target"]);
    assert_eq!(empty.code, 0);
    assert_eq!(empty.out.trim_end().lines().count(), 1, "the header stands");
    assert!(empty.out.starts_with("council,programme,indicator,"));
    assert_eq!(empty.err, "no outcome fits all that was asked for, so the table has no rows\n");
    let empty = run(&["table", "--format", "json", "--council", "Camden", "--role", "target"]);
    assert_eq!((empty.code, empty.out.as_str()), (0, "[]\n"));
}
