//! `--suppress [N]` on table, chart and export.

use super::{column, folder, run, run_in};

/// Portsmouth's "22 to 1".
const INCIDENTS: &str = "portsmouth-up2u-incidents";

#[test]
fn a_table_without_a_number_suppresses_up_to_five() {
    let csv = run(&["table", "--council", "Portsmouth", "--format", "csv", "--suppress"]).done_with_remarks().out;
    let ids = column(&csv, "outcome_id");
    let at = ids.iter().position(|id| id == INCIDENTS).unwrap();
    assert_eq!((column(&csv, "before")[at].as_str(), column(&csv, "after")[at].as_str()), ("22", "suppressed"));
    let same = run(&["table", "--council", "Portsmouth", "--format", "csv", "--suppress", "5"]).done_with_remarks().out;
    assert_eq!(csv, same);
    let more =
        run(&["table", "--council", "Portsmouth", "--format", "csv", "--suppress", "22"]).done_with_remarks().out;
    assert_eq!(column(&more, "before")[at], "suppressed");
}

#[test]
fn chart_and_export_take_it_as_well() {
    let folder = folder();
    let words = ["chart", "--council", "Portsmouth", "--kind", "profile", "--out", "p.csv", "--suppress"];
    run_in(folder.path(), &words).done_with_remarks();
    let csv = std::fs::read_to_string(folder.path().join("p.csv")).unwrap();
    assert!(column(&csv, "after").iter().any(|cell| cell == "suppressed"), "{csv}");
    let words = ["export", "--council", "Portsmouth", "--out", "figures", "--format", "csv,svg", "--suppress", "3"];
    let done = run_in(folder.path(), &words);
    assert_eq!(done.code, 0, "{}", done.err);
    let svg = std::fs::read_to_string(folder.path().join("figures/portsmouth.svg")).unwrap();
    assert!(svg.contains("Counts of 1 to 3 are suppressed: three here."), "the description says it");
}

#[test]
fn a_number_out_of_range_is_answered_in_one_sentence() {
    for number in ["0", "100", "few", "2.5"] {
        let sentence = run(&["table", "--format", "csv", "--suppress", number]).stopped(2);
        assert!(sentence.contains("1 to 99") && sentence.contains(number), "{sentence}");
    }
}

#[test]
fn what_was_not_taken_for_a_count_is_listed_on_standard_error() {
    let run = run(&["table", "--council", "Liverpool", "--format", "csv", "--suppress"]).done_with_remarks();
    assert!(run.err.starts_with("Not taken for small counts: "), "{}", run.err);
    assert!(run.err.contains("Outside money for homecare technology (euros)"), "{}", run.err);
    super::run(&["table", "--council", "Liverpool", "--format", "csv"]).done();
}
