//! Editing: every change to a dataset as a value that can be labelled, undone, redone, written to a journal and replayed.
//!
//! An [`Edit`] is made from the dataset as it is and the part as it shall be; [`History`] makes it and remembers the way back.
//! Around it stand what forms need: new parts ([`making`]), what deleting would do ([`consequences`]), copying from another
//! dataset, the check of the dataset in memory with the place of each finding ([`check`]), simple mends, what people type
//! ([`typed`]), and known councils ([`known`]). It leaves out the window, files, and when the journal is written.

mod change;
mod check;
mod copying;
mod deletion;
mod history;
mod journal;
pub mod known;
pub mod making;
mod mends;
mod part;
mod period_mends;
mod place;
mod references;
mod swap;
mod told;
pub mod typed;
mod words;

pub use change::Edit;
pub use check::{PlacedFinding, check, placed};
pub use copying::copy_into;
pub use deletion::{Consequences, consequences};
pub use history::{History, MAX_STEPS, Stride};
pub use journal::{JOURNAL_VERSION, from_journal_line, stride_of, to_journal_line, to_journal_line_of};
pub use making::{PartKind, propose_id};
pub use mends::{Mend, mends};
pub use part::{Facts, Part, PartId};
pub use place::{Home, Place};
pub use references::unused;
pub use swap::{EditError, Swap};
