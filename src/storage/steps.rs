//! The steps that a write is made of, and the seam at which tests make one of them fail or stop the process.
//!
//! In use the seam is [`Unwatched`], whose answer is known when the program is compiled, so that nothing of it is left. The
//! code that runs in tests is the code that runs in use.

use std::io;

use crate::work::Stretch;

/// One call to the operating system, in the order in which a write makes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
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
    fn before(&mut self, step: Step) -> io::Result<()>;
}

/// Nobody: every step is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unwatched;

impl Steps for Unwatched {
    #[inline]
    fn before(&mut self, _step: Step) -> io::Result<()> {
        Ok(())
    }
}

/// Whoever waits for the write: it hears how far it is, and may stop it before the file gets its name.
#[derive(Clone, Copy, Debug)]
pub struct Waited<'w> {
    /// The part of the work that the write is.
    pub stretch: Stretch<'w>,
    /// How many bytes are written.
    pub bytes: usize,
}

impl Steps for Waited<'_> {
    fn before(&mut self, step: Step) -> io::Result<()> {
        // What is asked for while the bytes go to the disk, which may take longest, is heard right after.
        let done = match step {
            Step::Create => 0,
            Step::Write { from } => from,
            Step::Permit | Step::Sync | Step::Ask | Step::LinkBackup | Step::CopyBackup | Step::RenameBackup => {
                self.bytes
            }
            // From here on the file is there, and stopping would only leave it in doubt.
            Step::Rename => return self.stretch.reached(1, 1).map_err(io::Error::other),
            Step::Claim | Step::SyncFolder | Step::Finish | Step::Append | Step::SyncLines => return Ok(()),
        };
        self.stretch.reached(done, self.bytes + self.bytes / 4 + 1).map_err(io::Error::other)
    }
}

impl<F: FnMut(Step) -> io::Result<()>> Steps for F {
    fn before(&mut self, step: Step) -> io::Result<()> {
        self(step)
    }
}
