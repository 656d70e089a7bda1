//! Promises about the command line: the program itself is run, as a script would run it, with no display.

mod chart;
mod checking;
mod export;
mod filters;
mod starting;
mod suppression;
mod table;
mod typing;
mod views;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// What a run of the program left behind.
#[derive(Debug)]
struct Run {
    /// The exit code.
    code: i32,
    /// Standard output.
    out: String,
    /// Standard error.
    err: String,
}

impl Run {
    /// Asserts that it was done, and that nothing was remarked.
    #[track_caller]
    fn done(self) -> Self {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{}", self.out);
        self
    }

    /// Asserts that it ended with 0, whatever it remarked.
    #[track_caller]
    fn done_with_remarks(self) -> Self {
        assert_eq!(self.code, 0, "{}", self.err);
        self
    }

    /// Asserts that it stopped with this exit code and one sentence on standard error, and left nothing on standard output.
    #[track_caller]
    fn stopped(self, code: i32) -> String {
        assert_eq!((self.code, self.out.as_str()), (code, ""), "{}", self.err);
        assert_eq!(self.err.trim_end().lines().count(), 1, "{}", self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self.err.trim_end().to_owned()
    }
}

/// Runs the program in a folder.
fn run_in(folder: &Path, words: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_sidebyside"))
        .args(words)
        .current_dir(folder)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    Run {
        code: output.status.code().unwrap_or_else(|| panic!("{words:?} was ended by a signal: {}", output.status)),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs the program where it does not matter in which folder.
fn run(words: &[&str]) -> Run {
    run_in(Path::new(env!("CARGO_MANIFEST_DIR")), words)
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// A dataset for tests.
fn dataset(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

/// A small sound dataset as text.
fn small() -> String {
    std::fs::read_to_string(dataset("valid/small.ron")).unwrap()
}

/// Rows of a table as CSV, with the header apart.
fn rows(csv: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let header = cells(reader.headers().unwrap());
    (header, reader.records().map(|record| cells(&record.unwrap())).collect())
}

/// The cells of one column.
fn column(csv: &str, name: &str) -> Vec<String> {
    let (header, rows) = rows(csv);
    let at = header.iter().position(|column| column == name).unwrap_or_else(|| panic!("no column {name}"));
    rows.into_iter().map(|mut row| row.swap_remove(at)).collect()
}

#[test]
fn r2_many_concepts_are_named_briefly_in_a_sentence() {
    let found = (0..100).map(|n| format!("concept {n}")).collect();
    let said = sidebyside::figure::SeveralConcepts { kind: "slope", found }.to_string();
    assert!(said.contains("has 100") && said.ends_with("and 90 more") && said.len() < 300, "{said}");
}

#[test]
fn r2_a_kind_that_needs_one_concept_lists_those_it_finds() {
    let dir = folder();
    let file = dir.path().join("chart.svg").display().to_string();
    let run = run(&["chart", "--kind", "slope", "--out", &file]);
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{}", run.err);
    let mut lines = run.err.lines();
    let first = lines.next().unwrap();
    assert!(first.contains("--indicator") && first.ends_with(':'), "{first}");
    let listed: Vec<&str> = lines.map(str::trim).collect();
    assert!(listed.len() > 10 && first.contains(&format!("has {};", listed.len())), "{}", run.err);
    let data = sidebyside::dataset::load_builtin().unwrap().dataset;
    for concept in &listed {
        assert!(data.indicators.iter().any(|i| i.concept == *concept), "{concept} is no concept of the dataset");
    }
    // What is listed can be handed over as it is.
    let chosen = self::run(&["chart", "--kind", "slope", "--out", &file, "--indicator", listed[10]]);
    assert_eq!(chosen.code, 0, "{}", chosen.err);
}
