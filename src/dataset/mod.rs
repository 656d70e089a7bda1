//! Datasets as files: the RON format by version, migration, validation, loading and saving.
//!
//! The straight way in is: text, positions, version, file types of that version, steps to the latest, model, validation. The
//! model knows nothing of it. `data/README.md` is the promise this room keeps. It leaves out the dialogs (ui), import
//! of tables (import) and what is done with a dataset once it is loaded.

mod builtin;
mod conversion;
mod difference;
mod fault;
mod finding;
mod format_v1;
mod format_v2;
mod layout;
mod load;
mod lookalike;
mod migration;
mod positions;
mod save;
mod save_statistics;
mod statistics_file;
mod syntax;
mod validation;
mod version;
mod words;

pub use builtin::{BuiltIn, DatasetName, load_builtin, reference};
pub use difference::{Difference, DifferenceLine, FieldDifference, PartType, difference};
pub use fault::Fault;
pub use finding::{Finding, InFile, Severity};
pub use load::{LoadError, Loaded, MAX_BYTES, check, load_draft, load_file, load_file_watched, load_text};
pub use save::{LineEnds, save_file, save_file_watched, to_ron, to_ron_with};
pub(crate) use validation::{academic_year, months_of_financial_year};
pub use version::{FIRST_FORMAT, LATEST, format_of, newer_parts};
