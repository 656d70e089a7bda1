//! No file, however damaged, makes the application panic or hang, and each is told in one sentence that names the file.

use std::fs::{self, File};
use std::path::PathBuf;

use sidebyside::dataset::{LoadError, Loaded, MAX_BYTES, load_file, load_file_watched, load_text};
use sidebyside::progress::Progress;
use tempfile::TempDir;

use super::{datasets, readme_example};

/// A file with these bytes, in a folder that goes away with it.
fn file(bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("damaged.ron");
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

fn load(bytes: &[u8]) -> Result<Loaded, LoadError> {
    let (_folder, path) = file(bytes);
    load_file(&path)
}

/// The sentence without the folder, which differs in each run.
fn sentence(error: &LoadError) -> String {
    let told = error.to_string();
    assert_eq!(told.lines().count(), 1, "{told}");
    told.split_once("damaged.ron").map_or(told.clone(), |(_, rest)| rest.to_owned())
}

#[test]
fn a_file_that_is_not_there_is_told() {
    let folder = TempDir::new().unwrap();
    let error = load_file(&folder.path().join("damaged.ron")).unwrap_err();
    assert_eq!(sentence(&error), ": there is no such file; check its name and folder");
}

#[test]
fn a_folder_is_told() {
    let folder = TempDir::new().unwrap();
    let error = load_file(folder.path()).unwrap_err();
    assert!(error.to_string().ends_with(": this is a folder; name a dataset file that ends in .ron"), "{error}");
}

#[cfg(unix)]
#[test]
fn a_device_is_told_and_not_waited_for() {
    let error = load_file(std::path::Path::new("/dev/zero")).unwrap_err();
    assert!(matches!(error, LoadError::NotAFile { .. }), "{error}");
}

#[test]
fn an_empty_file_is_told() {
    for bytes in [&b""[..], b" \n\t\n", b"\xef\xbb\xbf"] {
        let error = load(bytes).unwrap_err();
        let expected = ": the file is empty; a dataset begins with \"(format: 1,\" and data/README.md shows the rest";
        assert_eq!(sentence(&error), expected);
    }
}

#[test]
fn a_file_over_the_limit_is_told_before_it_is_read() {
    let (_folder, path) = file(b"");
    File::options().write(true).open(&path).unwrap().set_len(65 * 1024 * 1024).unwrap();
    let expected = ": the file has 68157440 bytes and at most 67108864 are read; split it into smaller datasets";
    assert_eq!(sentence(&load_file(&path).unwrap_err()), expected);
    assert_eq!(MAX_BYTES, 64 * 1024 * 1024);
}

#[test]
fn bytes_that_are_not_utf_8_are_told_at_their_line_and_column() {
    let error = load(b"\xef\xbb\xbf(\n    title: \"\xc3\xa9\xa3\",\n)").unwrap_err();
    assert_eq!(sentence(&error), ":2:14: byte 19 of the file is not UTF-8 text; save the file as UTF-8");
    let error = load(b"\x9f(").unwrap_err();
    assert_eq!(sentence(&error), ":1:1: byte 0 of the file is not UTF-8 text; save the file as UTF-8");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_no_harm() {
    let plain = load_text(readme_example()).unwrap();
    let marked = format!("\u{feff}{}", readme_example().replace('\n', "\r\n"));
    assert_eq!(load(marked.as_bytes()).unwrap().dataset, plain.dataset);
}

#[test]
fn findings_of_a_file_are_told_with_its_name_and_their_number() {
    let bad = readme_example().replace("\"E10000099\"", "\"E1\"").replace("kind: nation", "aliases: [], kind: nation");
    let error = load(bad.as_bytes()).unwrap_err();
    let expected = ":9:140: error: councils[0].gss: \"E1\" is not a GSS code; \
                    write a capital letter and eight digits, like \"E10000099\", or leave `gss` out";
    assert_eq!(sentence(&error), expected);
    let error = load(bad.replace("\"Foster with us\"", "\"\"").as_bytes()).unwrap_err();
    assert!(sentence(&error).ends_with("or leave `gss` out (and one more error)"), "{error}");
}

#[test]
fn a_file_cut_anywhere_is_told_at_a_place_within_it() {
    for (name, text) in datasets("valid") {
        for cut in (0..text.trim_end().len()).step_by(97) {
            match load(&text.as_bytes()[..cut]) {
                Err(LoadError::Findings { findings, .. }) => {
                    let lines = text.as_bytes()[..cut].split(|&byte| byte == b'\n').count();
                    assert!(findings[0].is_error() && findings[0].line <= lines, "{name} cut at {cut}: {findings:?}");
                }
                Err(LoadError::Empty { .. }) => assert_eq!(cut, 0, "{name}"),
                Err(LoadError::NotUtf8 { byte, .. }) => assert!(byte < cut && byte + 4 > cut, "{name} cut at {cut}"),
                other => panic!("{name} cut at {cut}: {other:?}"),
            }
        }
    }
}

/// The same noise in each run (xorshift).
fn noise(bytes: usize, alphabet: &[u8]) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % 65_521).unwrap()
    };
    (0..bytes).map(|_| alphabet[next() % alphabet.len()]).collect()
}

#[test]
fn a_megabyte_of_noise_is_refused() {
    let every_byte: Vec<u8> = (0..=255).collect();
    let of_ron = b"()[]{},:\"#/*r' \n\\ab1.-_";
    for alphabet in [&every_byte[..], of_ron, b"(\"", b"r#\"", b"/*", b"'\\", b"a(", b"[(,", b"#!["] {
        assert!(load(&noise(1 << 20, alphabet)).is_err());
    }
}

#[test]
fn a_megabyte_of_noise_within_a_dataset_is_refused() {
    let (head, tail) = readme_example().split_once("(40, ").unwrap();
    for piece in ["(", "[", "a(", "Some(", "1,", "\"", "/*", "r#", "'", "-", "9", "missing(", "(a:", "// x\n", "\\"] {
        let text = format!("{head}({} {tail}", piece.repeat((1 << 20) / piece.len()));
        assert!(load(text.as_bytes()).is_err(), "{piece}");
    }
}

#[test]
fn brackets_a_hundred_thousand_deep_are_refused() {
    let deep = |open: &str, close: &str| format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
    let change = "change(stated: [\"fell about 12%\"], over: \"since 2015\")";
    let (head, tail) = readme_example().split_once(change).unwrap();
    for nested in
        [deep("(", ")"), deep("[", "]"), deep("Some(", ")"), deep("a(", ")"), deep("{", "}"), deep("(a:", ")")]
    {
        assert!(load(nested.as_bytes()).is_err());
        assert!(load(format!("{head}change(stated: {nested}){tail}").as_bytes()).is_err());
        assert!(load(format!("{head}series(points: [(\"2016\", {nested})]){tail}").as_bytes()).is_err());
    }
    let sound = format!("{head}series(points: [(\"2016\", 1)]){tail}");
    assert!(load(sound.as_bytes()).is_ok());
}

#[test]
fn reading_tells_how_far_it_is_and_ends_where_it_is_stopped() {
    let path = super::folder("valid").join("small.ron");
    let work = Progress::default();
    load_file_watched(&path, work.whole()).unwrap();
    assert!(work.share() > 0.9, "it ended at {}", work.share());
    work.stop();
    assert!(matches!(load_file_watched(&path, work.whole()), Err(LoadError::Stopped(_))));
}

#[test]
fn reading_ends_near_where_it_is_stopped_on_its_way() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("long.ron");
    let text = fs::read_to_string(super::folder("valid").join("small.ron")).unwrap();
    // A file of several pieces, as they come from a drive; reading them is the first tenth of the work.
    fs::write(&path, format!("{text}\n// {}\n", "a long remark ".repeat(150_000))).unwrap();
    load_file(&path).unwrap();
    // Making sense of the text is a call for each step.
    for (limit, more) in [(0.02, 0.02), (0.05, 0.02), (0.08, 0.02), (0.2, 0.2), (0.5, 0.2), (0.7, 0.1)] {
        let work = Progress::up_to(limit);
        let loaded = load_file_watched(&path, work.whole());
        assert!(matches!(loaded, Err(LoadError::Stopped(_))), "reading stopped at {limit} went on to its end");
        assert!(work.share() <= limit + more, "reading stopped at {limit} went on to {}", work.share());
    }
}
