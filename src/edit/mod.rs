//! Editing: every change to a dataset as a value that can be labelled, undone, redone, written to a journal and replayed.
//!
//! An [`Edit`] is made from the dataset as it is and the part as it shall be; [`History`] makes it and remembers the way back.
//! What a window or another program needs around it is here, too: new parts ([`new_parts`]), an outcome that is being made
//! ([`NewOutcome`]), the forms of the parts and what is typed into them ([`forms`], [`typed`]), what a deletion would do
//! ([`consequences`]), copies from another dataset, findings with their places and quick fixes ([`check`]), and known councils
//! ([`facts`]). It leaves out the window, files, and when the journal is written.

mod change;
mod check;
mod copying;
mod deletion;
mod edit_op;
pub mod facts;
mod finding_text;
pub mod forms;
mod history;
mod journal;
mod new_outcome;
pub mod new_parts;
mod part;
mod part_path;
mod pasted_outcomes;
mod period_fixes;
mod quick_entry;
mod quick_fixes;
mod references;
mod tables;
pub mod typed;
mod words;

pub use change::Edit;
pub use check::{PlacedFinding, check, placed};
pub use copying::{copy_into, copyable};
pub use deletion::{Consequences, consequences};
pub use edit_op::{EditError, EditOp};
pub use history::{History, MAX_STEPS, MergePolicy};
pub use journal::{JOURNAL_VERSION, from_journal_line, merge_policy_of, to_journal_line, to_journal_line_of};
pub use new_outcome::{NewOutcome, NewParts, as_printed, next_field, with_printed};
pub use new_parts::{PartKind, propose_id};
pub use part::{Facts, Part, PartId};
pub use part_path::{OutcomeParent, PartPath};
pub use pasted_outcomes::{PastedLine, PastedOutcomes, several_lines};
pub use quick_entry::{
    QuickChoice, QuickDefaults, QuickEntry, QuickGap, QuickHome, QuickMeaning, QuickReading, home_offers,
};
pub use quick_fixes::{QuickFix, quick_fixes};
pub use references::unused;
pub use tables::{ListEnd, TablesChange};
