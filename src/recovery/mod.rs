//! What must outlive a crash: a journal of the edits that are not saved yet, and who has which file open.
//!
//! Both stand in the application's own folder on this machine, never beside the dataset. There is one journal for each open
//! document: what it began from in full, then a line for each edit, in words that only the caller understands. A lock file
//! that the running process holds tells a journal in use from one that a crash left. It leaves out what an edit does, and the
//! dialog that offers edits back.
//!
//! One document's way from opening to closing, and what the next start does if it crashes on the way:
//!
//! ```
//! use sidebyside::dataset::{load_draft, load_file, to_ron_with};
//! use sidebyside::recovery::{Claim, Journal, Start, claim, recoverable};
//! use sidebyside::storage::{FileChange, changed_since, save_over};
//!
//! # let folder = tempfile::tempdir()?;
//! # let (data, path) = (folder.path().join("data"), folder.path().join("mine.ron"));
//! # std::fs::write(&path, "(format: 1, title: \"Mine\", licence: \"CC0-1.0\")")?;
//! // Opening. The base is the dataset as it is written, so that an older format or a comment is no part of it.
//! let loaded = load_file(&path)?;
//! let mut fingerprint = loaded.fingerprint;
//! let base = to_ron_with(&loaded.dataset, loaded.line_ends);
//! let Claim::Ours(presence) = claim(&data, &path) else { panic!("another window has it open") };
//! let start = Start {
//!     name: "mine.ron".to_owned(),
//!     file: Some((path.clone(), fingerprint.content())),
//!     base,
//!     ..Start::default()
//! };
//! let mut journal = Journal::begin(&data, start, || { /* ctx.request_repaint() */ });
//!
//! // Editing: a line for each edit, and a look at its notice each frame.
//! let mut dataset = loaded.dataset;
//! dataset.title = "Ours".to_owned();
//! journal.edit("title \"Mine\" \"Ours\"");
//! assert_eq!(journal.take_notice(), None);
//!
//! // Every two seconds, away from the window's thread: what did others do?
//! match changed_since(&path, &fingerprint)? {
//!     FileChange::Same => {}
//!     FileChange::Touched(now) | FileChange::BecameReadOnly(now) => fingerprint = now,
//!     FileChange::Changed | FileChange::Vanished | FileChange::FolderVanished | FileChange::NotAFile => { /* tell the user */ }
//! }
//!
//! // Saving: on the window's thread `saving`, on the task's thread `wait` and the write, on the window's thread `saved`.
//! let save = journal.saving(&path, to_ron_with(&dataset, loaded.line_ends));
//! save.wait();
//! fingerprint = save_over(save.path(), save.bytes(), &fingerprint)?.fingerprint;
//! journal.saved(save);
//!
//! // An edit more, and then a crash.
//! journal.edit("title \"Ours\" \"Theirs\"");
//! drop((journal, presence));
//!
//! // The next start: offer back, replay, go on. `file` is `None` where the file is newer or gone: then it needs a new name.
//! let mut found = recoverable(&data);
//! let recovery = found.recoveries.remove(0);
//! assert_eq!(recovery.describe(), "1 edit of mine.ron not saved. The file is as it was before them.");
//! assert_eq!(load_draft(recovery.base()).map_err(|findings| format!("{findings:?}"))?.dataset, dataset);
//! assert_eq!(recovery.lines(), ["title \"Ours\" \"Theirs\""]);
//! assert_eq!(recovery.file(), Some((path.as_path(), fingerprint.content())));
//! let journal = Journal::resume(&data, recovery, || {});
//! // Saved or discarded, nothing is left to recover.
//! journal.close();
//! assert!(recoverable(&data).recoveries.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod folder;
mod journal;
mod presence;
mod record;
mod recoverable;
mod writer;

pub use folder::{DATA_VARIABLE, data_folder};
pub use journal::{Journal, Pass, Save, Start};
pub use presence::{Claim, FileLock, claim};
pub use recoverable::{Recoverable, RecoveredFile, Recovery, recoverable};
