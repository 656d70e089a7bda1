//! What must outlive a crash: a journal of the edits that are not saved yet, and who has which file open.
//!
//! Both stand in the application's own folder on this machine, never beside the dataset. There is one journal for each open
//! document: what it began from in full, then a line for each edit, in words that only the caller understands. A lock file
//! that the running process holds tells a journal in use from one that a crash left. It leaves out what an edit does, and the
//! dialog that offers edits back.

mod folder;
mod found;
mod journal;
mod line;
mod presence;
mod writer;

pub use folder::{DATA_VARIABLE, data_folder};
pub use found::{Found, Recovery, Standing, recoverable};
pub use journal::{Journal, Save, Start};
pub use presence::{Claim, Presence, claim};
