//! How long this application takes, in-process: one figure in each format, every council's figures, a large dataset.
//!
//! `cargo bench` runs it. `cargo bench --bench speed -- write FOLDER` writes the datasets it measures with, for
//! `tests/bench/beside.py`, which runs the whole program beside others.

#![allow(clippy::unwrap_used, reason = "a benchmark that can't run stops with what went wrong, as a test does")]

mod batches;
mod clicks;
mod councils;
mod datasets;
mod figures;
mod national;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The datasets that the script measures with: a file's name, councils, and indicators of each.
const FILES: [(&str, usize, usize); 4] =
    [("twenty.ron", 20, 1), ("councils-38.ron", 38, 6), ("councils-152.ron", 152, 6), ("councils-608.ron", 608, 6)];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.first().is_some_and(|word| word == "write") {
        let folder = words.get(1).map_or_else(|| PathBuf::from("."), PathBuf::from);
        return match write(&folder) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("{}: the datasets can't be written ({error})", folder.display());
                ExitCode::FAILURE
            }
        };
    }
    divan::main();
    ExitCode::SUCCESS
}

/// Writes the datasets, and their figures as a table that any program reads.
fn write(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    for (file, councils, indicators) in FILES {
        std::fs::write(folder.join(file), councils::dataset(councils, indicators))?;
        let mut table = String::from("council,indicator,before,after\n");
        for council in 0..councils {
            for indicator in 0..indicators {
                let (before, after) = councils::levels(council, indicator);
                table.push_str(&format!("{},{indicator},{before},{after}\n", councils::name(council)));
            }
        }
        std::fs::write(folder.join(file).with_extension("csv"), table)?;
    }
    std::fs::write(folder.join("national.csv"), national::csv())?;
    std::fs::write(folder.join("national.ron"), national::dataset())
}
