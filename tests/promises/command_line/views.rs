//! Kept views on the command line: the same figure as in the window, alone or all together.

use std::fs;

use super::{column, folder, run_in};

fn put(folder: &std::path::Path) {
    fs::write(folder.join("kept.ron"), include_str!("../../data/valid/views.ron")).unwrap();
}

#[test]
fn a_kept_view_is_the_figure_that_its_filters_ask_for() {
    let folder = folder();
    put(folder.path());
    run_in(folder.path(), &["chart", "kept.ron", "--view", "Enquiries, two councils", "--out", "a.svg"]).done();
    let asked = ["--indicator", "enquiries", "--council", "Anyshire", "--council", "Elsewhere"];
    let words = [&["chart", "kept.ron", "--kind", "paired", "--order", "name", "--out", "b.svg"][..], &asked].concat();
    run_in(folder.path(), &words).done();
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(read("a.svg"), read("b.svg"));
    let text =
        "sidebyside-view 1: room=compare; concept=enquiries; councils=anyshire,elsewhere; kind=paired; order=name";
    run_in(folder.path(), &["chart", "kept.ron", "--view", text, "--out", "c.svg"]).done();
    assert_eq!(read("c.svg"), read("b.svg"), "a text that was copied is a view as well");
    let table = run_in(folder.path(), &["table", "kept.ron", "--view", "anyshire", "--format", "csv"]).done();
    assert!(column(&table.out, "council").iter().all(|council| council == "Anyshire"), "{}", table.out);
}

#[test]
fn the_words_of_a_view_are_in_its_figure() {
    let folder = folder();
    let text =
        include_str!("../../data/valid/views.ron").replace("estimates: true,", "").replace("form: Some(pair),", "");
    fs::write(folder.path().join("kept.ron"), text).unwrap();
    run_in(folder.path(), &["chart", "kept.ron", "--view", "report-alone", "--out", "a.svg"]).done();
    let svg = fs::read_to_string(folder.path().join("a.svg")).unwrap();
    assert!(svg.contains("Seen by the"), "the author's note");
}

#[test]
fn every_kept_view_is_saved_together() {
    let folder = folder();
    put(folder.path());
    run_in(folder.path(), &["export", "kept.ron", "--views", "--out", "made", "--format", "csv,svg"])
        .done_with_remarks();
    let mut made: Vec<String> = fs::read_dir(folder.path().join("made"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    made.sort();
    let expected = ["anyshire", "beside", "enquiries", "report-alone"];
    assert_eq!(
        made,
        expected.iter().flat_map(|name| [format!("{name}.csv"), format!("{name}.svg")]).collect::<Vec<_>>()
    );
}

#[test]
fn an_unknown_view_and_words_beside_a_view_are_refused() {
    let folder = folder();
    put(folder.path());
    let stop = |words: &[&str]| run_in(folder.path(), &[words, &["--out", "a.svg"]].concat()).stopped(2);
    let told = stop(&["chart", "kept.ron", "--view", "Enquiry, two councils"]);
    assert!(told.contains("no view is called") && told.contains("Enquiries, two councils"), "{told}");
    let told = stop(&["chart", "--view", "anything"]);
    assert!(told.contains("no view is called"), "{told}");
    let told = stop(&["chart", "kept.ron", "--view", "anyshire", "--kind", "both"]);
    assert!(told.contains("--kind") && told.contains("--view"), "{told}");
    let told = stop(&["chart", "kept.ron", "--view", "sidebyside-view 9: room=council"]);
    assert!(told.contains("newer version"), "{told}");
    assert!(stop(&["chart", "kept.ron"]).contains("--kind"));
}
