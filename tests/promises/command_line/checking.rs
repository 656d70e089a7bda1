//! `check`: each fault with its file, line and column; what is damaged is refused in a sentence.

use std::fs;

use super::{dataset, folder, run, run_in, small};

#[test]
fn a_sound_dataset_is_told_on_standard_output() {
    let folder = folder();
    fs::write(folder.path().join("small.ron"), small()).unwrap();
    let told = run_in(folder.path(), &["check", "small.ron"]).done();
    assert_eq!(told.out, "small.ron: no errors, 0 cautions; 1 programme, 2 outcomes\n");
}

#[test]
fn cautions_are_told_and_are_no_errors() {
    let path = dataset("valid/cautions.ron");
    let path = path.to_str().unwrap();
    let told = run(&["check", path]).done();
    let caution = format!("{path}:27:95: caution: programmes[0].outcomes[0].published.stated[0]: ");
    assert!(told.out.contains(&caution), "{}", told.out);
    assert!(told.out.lines().last().unwrap().contains("no errors, "), "{}", told.out);
}

#[test]
fn every_fault_is_told_with_file_line_and_column() {
    let path = dataset("invalid/several.ron");
    let path = path.to_str().unwrap();
    let told = run(&["check", path]);
    assert_eq!((told.code, told.out.as_str()), (1, ""));
    let lines: Vec<&str> = told.err.lines().collect();
    for (line, place) in lines.iter().zip(["10:80", "19:17", "27:46", "27:55", "37:22"]) {
        assert!(line.starts_with(&format!("{path}:{place}: error: ")) && line.contains("; "), "{line}");
    }
    assert_eq!(lines.len(), 6, "{lines:?}");
    assert_eq!(lines[5], "1 of 1 dataset can't be used as it is");
}

#[test]
fn of_several_files_each_is_told_and_one_that_is_off_counts() {
    let folder = folder();
    fs::write(folder.path().join("good.ron"), small()).unwrap();
    fs::write(folder.path().join("bad.ron"), small().replace("kind: county", "kind: shire")).unwrap();
    let told = run_in(folder.path(), &["check", "bad.ron", "good.ron", "missing.ron"]);
    assert_eq!(told.code, 1);
    assert!(told.out.starts_with("good.ron: no errors"), "{}", told.out);
    let lines: Vec<&str> = told.err.lines().collect();
    assert!(lines[0].starts_with("bad.ron:10:50: error: councils[0].kind: "), "{lines:?}");
    assert!(lines[1].starts_with("missing.ron: there is no such file; "), "{lines:?}");
    assert_eq!(lines[2..], ["2 of 3 datasets can't be used as they are"]);
}

#[test]
fn what_is_no_dataset_is_refused_with_name_place_and_fix() {
    let folder = folder();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    let text = small();
    write("empty.ron", b"");
    write("blank.ron", b" \n\t\n");
    write("noise.ron", &(0..100_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect::<Vec<_>>());
    write(
        "latin.ron",
        &text
            .replace("A small dataset", "A sm\u{1}ll dataset")
            .into_bytes()
            .iter()
            .map(|&b| if b == 1 { 0xe4 } else { b })
            .collect::<Vec<_>>(),
    );
    write("cut.ron", &text.as_bytes()[..text.len() / 2]);
    write("deep.ron", format!("(format: 1, title: {}", "[".repeat(1_000_000)).as_bytes());
    fs::create_dir(folder.path().join("folder.ron")).unwrap();
    // A sparse file: its size counts, no block is written.
    fs::File::create(folder.path().join("huge.ron")).unwrap().set_len(65 * 1024 * 1024).unwrap();
    for (name, place, fix) in [
        ("missing.ron", ": there is no such file", "check its name"),
        ("folder.ron", ": this is a folder", "name a dataset file"),
        ("empty.ron", ": the file is empty", "begins with \"(format: 1"),
        ("blank.ron", ": the file is empty", "begins with \"(format: 1"),
        ("noise.ron", ": this is a file of another program", "whose text begins with \"(format: 1,\""),
        ("latin.ron", ":3:17: byte 33 of the file is not UTF-8", "save the file as UTF-8"),
        ("cut.ron", ":2", "; "),
        ("deep.ron", ":1:", "; "),
        ("huge.ron", ": the file has 68157440 bytes", "split it"),
    ] {
        let told = run_in(folder.path(), &["check", name]);
        assert_eq!((told.code, told.out.as_str()), (1, ""), "{name}: {}", told.err);
        let first = told.err.lines().next().unwrap();
        assert!(first.starts_with(&format!("{name}{place}")) && first.contains(fix), "{first}");
        assert!(first.len() < 600, "{first}");

        // The other commands refuse it as well, in one sentence.
        let sentence = run_in(folder.path(), &["table", name, "--format", "csv"]).stopped(1);
        assert!(sentence.starts_with(&format!("{name}{place}")) && sentence.contains(fix), "{sentence}");
    }
    let sentence = run_in(folder.path(), &["chart", "cut.ron", "--kind", "both", "--out", "figure.svg"]).stopped(1);
    assert!(sentence.starts_with("cut.ron:"), "{sentence}");
    assert!(!folder.path().join("figure.svg").exists());
}

#[test]
fn a_newer_version_is_refused_with_a_hint() {
    let path = dataset("invalid/newer-version.ron");
    let sentence = run(&["table", path.to_str().unwrap(), "--format", "csv"]).stopped(1);
    assert!(sentence.contains("newer-version.ron:2:13: error: format: "), "{sentence}");
    assert!(sentence.ends_with("open it with a newer version of Side by Side"), "{sentence}");
}
