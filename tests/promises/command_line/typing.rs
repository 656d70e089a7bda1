//! What people write into files and commands: periods with two meanings, characters that nobody sees, names, endings and marks.

use std::fs;

use sidebyside::export::Format;

use super::{column, folder, run_in, small};

/// The small dataset with these two levels, and what `check` says of it.
fn checked(indicator: &str, published: &str) -> String {
    checked_whole(
        &format!(
            r#"(format: 1, title: "T", licence: "CC0-1.0", sources: [(id: "s", title: "Report", published: "2018")],
 councils: [(id: "a", name: "Ashire", kind: county, nation: england)],
 indicators: [(id: "i", name: "Calls", concept: "calls", topic: "T", unit: "calls", {indicator})],
 programmes: [(id: "p", name: "P", places: ["a"], topic: "T", summary: "S", sources: [(source: "s", at: "1")], outcomes: [
  (id: "o", indicator: "i", published: {published}, sources: [(source: "s", at: "1")])])])"#
        ),
        0,
    )
}

fn checked_whole(text: &str, code: i32) -> String {
    let folder = folder();
    fs::write(folder.path().join("d.ron"), text).unwrap();
    let run = run_in(folder.path(), &["check", "d.ron"]);
    assert_eq!(run.code, code, "{}{}", run.out, run.err);
    format!("{}{}", run.out, run.err)
}

#[test]
fn a_period_with_two_meanings_in_a_file_is_asked_about() {
    for (published, at, clear, other) in [
        (r#"pair(before: (520, "2010-11"), after: (610, "2016/17"))"#, "before[1]", "2010-11-01/2010-11-30", "2010/11"),
        (r#"pair(before: (5, "2014/15"), after: (6, "2016/2017"))"#, "after[1]", "2016-01-01/2017-12-31", "2016/17"),
        (r#"change(stated: ["fell 12%"], over: "since 2008-09")"#, "over", "since 2008-09-01", "since 2008/09"),
        (r#"single(level: 5, period: "2009-10/2010-11")"#, "period", "2009-10-01/2010-11-30", "2009/10/2010/11"),
    ] {
        let told = checked("measure: flow", published);
        let caution = format!(":5:{}: caution: programmes[0].outcomes[0].published.{at}: ", told_column(&told));
        assert!(told.contains(&caution), "{told}");
        assert!(told.contains(&format!("write \"{other}\"")) && told.contains(&format!("\"{clear}\"")), "{told}");
        assert!(told.contains(", 1 caution;"), "{told}");
        for sure in [clear, other] {
            let asked = told.split('"').nth(1).unwrap();
            let told = checked("measure: flow", &published.replace(asked, sure));
            assert!(told.contains(", 0 cautions;"), "{told}");
        }
    }
    for plain in [
        r#"pair(before: (5, "2016-11"), after: (6, "2017-11"))"#,
        r#"change(stated: ["fell 12%"], over: "2016/2017")"#,
        r#"series(points: [("2010-10", 5), ("2010-11", 6), ("2010-12", 7)])"#,
    ] {
        assert!(checked("measure: flow", plain).contains(", 0 cautions;"), "{plain}");
    }
}

/// The column of the first finding.
fn told_column(told: &str) -> &str {
    told.split(':').nth(2).unwrap()
}

#[test]
fn periods_that_can_hardly_be_are_cautions() {
    for (indicator, published, caution) in [
        ("measure: flow", r#"pair(before: (5, "2016"), after: (6, "2099"))"#, "has not begun yet"),
        ("measure: flow", r#"change(stated: ["fell 12%"], over: "since 2090-01-01")"#, "has not begun yet"),
        ("measure: flow", r#"pair(before: (5, "2016"), after: (6, "2020"))"#, "after the source was published"),
        ("measure: stock", r#"pair(before: (5, "2015/16"), after: (6, "2017-03-31"))"#, "is a whole year"),
        (
            "measure: flow",
            r#"pair(before: (310, "2017-01"), after: (280, "2017-02"))"#,
            "31 days and February 2017 has 28",
        ),
        (
            "measure: flow",
            r#"pair(before: (310, "2016-09-01/2017-08-31"), after: (280, "2017/18"))"#,
            "write \"2017-09/2018-08\"",
        ),
        (
            "measure: flow, definition: \"Pupils in the academic year\"",
            r#"single(level: 310, period: "2016/17")"#,
            "write \"2016-09/2017-08\"",
        ),
    ] {
        let told = checked(indicator, published);
        assert!(told.contains(caution) && told.contains(": caution: "), "{published}: {told}");
    }
    for (indicator, plain) in [
        ("measure: flow", r#"pair(before: (5, "2016/17"), after: (6, "2017/18"))"#),
        ("measure: flow", r#"pair(before: (5, "2016-10/2016-12"), after: (6, "2017-10/2017-12"))"#),
        ("measure: stock", r#"pair(before: (5, "2015"), after: (6, "2017"))"#),
    ] {
        assert!(checked(indicator, plain).contains(", 0 cautions;"), "{plain}");
    }
}

#[test]
fn a_character_nobody_sees_is_taken_or_named_with_its_place() {
    let change = r#"change(stated: ["fell 15%"], over: "2016")"#;
    for space in ["\u{a0}", "\u{202f}", "\u{2009}"] {
        let spaced = change.replace("fell 15", &format!("fell{space}15"));
        assert!(checked("measure: flow", &spaced).contains("no errors, 0 cautions"), "{space:?}");
        let period = change.replace("\"2016\"", &format!("\"18{space}months\""));
        assert!(checked("measure: flow", &period).contains("no errors, 0 cautions"), "{space:?}");
    }
    let text = small();
    assert!(checked_whole(&format!("\u{feff}{text}"), 0).contains("no errors"));
    let line = text.lines().position(|line| line.contains("kind: county")).unwrap() + 1;
    for (written, stray, name) in [
        ("\u{a0}kind: county", '\u{a0}', "a non-breaking space (U+00A0)"),
        ("kind: \u{200b}county", '\u{200b}', "a zero-width space (U+200B)"),
        ("kind: \u{201c}county\u{201d}", '\u{201c}', "a curly quotation mark (U+201C)"),
    ] {
        let damaged = text.replacen("kind: county", written, 1);
        let at = damaged.lines().nth(line - 1).unwrap().chars().position(|c| c == stray).unwrap() + 1;
        let told = checked_whole(&damaged, 1);
        assert!(told.contains(&format!("d.ron:{line}:{at}: error: ")) && told.contains(name), "{told}");
    }
    let hidden = checked_file(&change.replace("fell 15%", "fell \u{200b}15%"));
    assert!(hidden.contains("a zero-width space (U+200B)"), "{hidden}");
}

fn checked_file(published: &str) -> String {
    let text = small();
    let start = text.find("published: ").unwrap();
    checked_whole(&format!("{}published: {published}, counted: (), {}", &text[..start], "sources: [])])])"), 1)
}

#[test]
fn a_council_is_found_without_its_accents() {
    let folder = folder();
    fs::write(folder.path().join("d.ron"), small().replace("Anyshire", "Ynys Môn")).unwrap();
    for asked in ["Ynys Mon", "ynys mo\u{302}n", "YNYS MÔN"] {
        let told = run_in(folder.path(), &["table", "d.ron", "--council", asked, "--format", "csv"]).done();
        assert!(column(&told.out, "council").iter().all(|council| council == "Ynys Môn"), "{}", told.out);
    }
}

#[test]
fn a_csv_begins_with_a_mark_where_that_is_asked_for() {
    let folder = folder();
    let here = folder.path();
    fs::write(here.join("d.ron"), small()).unwrap();
    let plain = run_in(here, &["table", "d.ron", "--format", "csv"]).done().out;
    assert!(plain.starts_with("council,"));
    assert_eq!(run_in(here, &["table", "d.ron", "--format", "csv", "--bom"]).done().out, format!("\u{feff}{plain}"));
    run_in(here, &["chart", "d.ron", "--kind", "paired", "--out", "a.csv", "--bom"]).done();
    assert!(fs::read(here.join("a.csv")).unwrap().starts_with("\u{feff}".as_bytes()));
    let run = run_in(here, &["export", "d.ron", "--format", "csv,svg", "--out", "all", "--bom"]);
    let first = run.out.lines().find(|line| line.contains(".csv")).unwrap();
    assert!(fs::read(here.join(first)).unwrap().starts_with("\u{feff}".as_bytes()));
    let refused = run_in(here, &["table", "d.ron", "--format", "json", "--bom"]).stopped(2);
    assert!(refused.contains("--bom is for CSV"), "{refused}");
}

#[test]
fn a_file_whose_ending_says_another_format_is_refused() {
    let folder = folder();
    let here = folder.path();
    fs::write(here.join("d.ron"), small()).unwrap();
    for (format, name) in [("csv", "a.xlsx"), ("xlsx", "a.csv"), ("json", "a.CSV"), ("csv", "a.png"), ("xlsx", "a.xls")]
    {
        let refused = run_in(here, &["table", "d.ron", "--format", format, "--out", name]).stopped(2);
        assert!(refused.starts_with(&format!("{name}: ")) && refused.contains(&format!(".{format}")), "{refused}");
        assert!(!here.join(name).exists());
    }
    for (format, name) in [("csv", "a.csv"), ("xlsx", "a.XLSX"), ("csv", "a.txt"), ("json", "rows")] {
        run_in(here, &["table", "d.ron", "--format", format, "--out", name]).done();
    }
    let refused = run_in(here, &["export", "d.ron", "--format", "csv", "--out", "a.xlsx.csv"]).stopped(2);
    assert!(refused.contains("folder"), "{refused}");
}

#[test]
fn a_number_below_zero_is_told_its_range() {
    let folder = folder();
    fs::write(folder.path().join("d.ron"), small()).unwrap();
    for (option, value, range) in [
        ("--scale", "-1", "above 0"),
        ("--height", "-5", "from 1 to 20000"),
        ("--width", "-5", "320"),
        ("--dpi", "-1", "from"),
    ] {
        let words = ["chart", "d.ron", "--kind", "paired", "--out", "a.png", option, value];
        let refused = run_in(folder.path(), &words).stopped(2);
        assert!(refused.contains(range) && !refused.contains("unexpected"), "{option}: {refused}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_path_that_is_not_utf_8_works_for_every_command() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = folder();
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9.ron");
    fs::write(folder.path().join(name), small()).unwrap();
    for words in [vec!["check"], vec!["table", "--format", "csv"], vec!["chart", "--kind", "paired", "--out", "a.svg"]]
    {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_sidebyside"))
            .args(&words)
            .arg(name)
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn letters_that_the_face_lacks_are_told_for_every_picture() {
    let folder = folder();
    let here = folder.path();
    let name = "Bristol \u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} \u{5e2}\u{5d9}\u{5e8}";
    fs::write(here.join("d.ron"), small().replace("Anyshire", name)).unwrap();
    // A table of values needs no face.
    for ending in Format::of_figures().filter(|format| format.has_words()).map(Format::ending) {
        let file = format!("a.{ending}");
        let run = run_in(here, &["chart", "d.ron", "--kind", "paired", "--out", &file]);
        assert_eq!(run.code, 0);
        assert!(run.err.contains('\u{1f468}') && run.err.contains("box"), "{ending}: {}", run.err);
    }
    let svg = fs::read_to_string(here.join("a.svg")).unwrap();
    assert!(svg.contains(&format!("aria-label=\"{name}")), "the words stand in it as they were written");
    fs::write(here.join("d.ron"), small().replace("Anyshire", "Ynys Mo\u{302}n")).unwrap();
    run_in(here, &["chart", "d.ron", "--kind", "paired", "--out", "b.svg"]).done();
}
