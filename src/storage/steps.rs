//! The steps that a write is made of, and the seam at which tests make one of them fail or stop the process.
//!
//! In use somebody waits for a save, a copy or a figure ([`Waited`]), and nobody for journals and whole folders of figures
//! ([`Unwatched`], whose answer is known when the program is compiled, so that nothing of it is left). The code that runs in tests
//! is the code that runs in use.

use std::io;

use crate::progress::{ProgressRange, Stopped};

/// One call to the operating system, in the order in which a write makes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WriteStep {
    /// The temporary file is made.
    Create,
    /// A piece of the bytes is written to it, from this place on.
    Write {
        /// How many bytes were written before, from 0.
        from: usize,
    },
    /// It is given the permissions of the file that it replaces.
    Permit,
    /// It is brought to the disk.
    Sync,
    /// The file that stands there is asked once more whether it is the one that may be replaced.
    Ask,
    /// The file that stands there is given a second name.
    LinkBackup,
    /// Where no second name can be given: the file that stands there is copied.
    CopyBackup,
    /// The second name or the copy becomes the backup.
    RenameBackup,
    /// The temporary file becomes the file.
    Rename,
    /// Where a new name can't be taken in one step: an empty file takes it.
    Claim,
    /// The folder is brought to the disk, and with it the names.
    SyncFolder,
    /// Nothing is left to do.
    Finish,
    /// Lines are added to the end of a journal.
    Append,
    /// These lines are brought to the disk.
    SyncLines,
}

/// Who is told of each step before it is made.
pub trait Steps {
    /// Called before the step; an error takes its place, and the step is not made.
    ///
    /// # Errors
    /// Whatever the watcher wants to see happen.
    fn before(&mut self, step: WriteStep) -> io::Result<()>;
}

/// Nobody: every step is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unwatched;

impl Steps for Unwatched {
    #[inline]
    fn before(&mut self, _step: WriteStep) -> io::Result<()> {
        Ok(())
    }
}

/// Whoever waits for one write: it hears how far it is, and may stop it until the first name in the folder changes.
///
/// That is the backup's, where the version before is kept: stopped after that, the file would be its own backup, and the version
/// before it gone. Elsewhere it is the file's own name, or the empty file that takes it.
#[derive(Debug)]
pub struct Waited<'w> {
    stretch: ProgressRange<'w>,
    bytes: usize,
    /// Whether a name has changed, so that only going on leaves things in order.
    is_bound: bool,
}

impl<'w> Waited<'w> {
    /// For a write of so many bytes, which is this part of the work.
    pub fn new(stretch: ProgressRange<'w>, bytes: usize) -> Self {
        Self { stretch, bytes, is_bound: false }
    }
}

impl Steps for Waited<'_> {
    fn before(&mut self, step: WriteStep) -> io::Result<()> {
        let all = self.bytes + self.bytes / 4 + 1;
        // What is asked for while the bytes go to the disk, which may take longest, is heard right after.
        let (done, of) = match step {
            WriteStep::Create => (0, all),
            WriteStep::Write { from } => (from, all),
            WriteStep::Permit
            | WriteStep::Sync
            | WriteStep::Ask
            | WriteStep::LinkBackup
            | WriteStep::CopyBackup
            | WriteStep::RenameBackup => (self.bytes, all),
            WriteStep::Rename | WriteStep::Claim => (1, 1),
            WriteStep::SyncFolder | WriteStep::Finish | WriteStep::Append | WriteStep::SyncLines => return Ok(()),
        };
        let heard = self.stretch.report(done, of);
        if self.is_bound {
            return Ok(());
        }
        heard.map_err(io::Error::other)?;
        // A first try to rename that fails has changed nothing.
        self.is_bound = matches!(step, WriteStep::RenameBackup | WriteStep::Claim);
        Ok(())
    }
}

/// Whether a step was refused because whoever waits stopped the write, and not by the operating system.
pub(super) fn is_stop(refused: &io::Error) -> bool {
    refused.get_ref().and_then(|inner| inner.downcast_ref::<Stopped>()).is_some()
}

impl<F: FnMut(WriteStep) -> io::Result<()>> Steps for F {
    fn before(&mut self, step: WriteStep) -> io::Result<()> {
        self(step)
    }
}
