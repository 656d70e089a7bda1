//! The thread that brings a journal to the disk, gathering what comes within a second.
//!
//! It keeps every line in memory until the next save. What could only be added in part is cut off again; where that can't be
//! done, the journal is written anew as a whole, in one step. So no half of a line stays in the middle of it.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::folder::{self, FolderLock, JOURNALS, LockState};
use super::journal::{Shared, WriterRequest};
use super::record::{Head, Record, opening};
use super::recoverable::Claimed;
use crate::say;
use crate::storage::{Backup, Replacing, Steps, WriteStep, sweep, system_reason, write_watched};

/// How long edits are gathered before they are brought to the disk together. With the time that takes it stays under the two
/// seconds that are promised.
const GATHER: Duration = Duration::from_secs(1);
/// How long after a failure it is tried again.
const RETRY: Duration = Duration::from_secs(5);

/// A line that the journal has or is to get.
struct QueuedLine {
    number: u64,
    is_edit: bool,
    text: String,
}

/// The writer of one journal.
pub(super) struct Writer {
    folder: PathBuf,
    head: Head,
    base: Arc<str>,
    lines: Vec<QueuedLine>,
    /// How many of the lines are on the disk.
    written: usize,
    /// The number of the last edit that is in the base.
    begun: u64,
    /// The number of the last edit that is in the base or among the lines.
    last: u64,
    /// Our name among the journals and the lock that says that we live; `None` before the first write.
    own: Option<Own>,
    /// How many bytes of the journal are good.
    length: u64,
    /// Open for adding lines; `None` where the journal is to be written as a whole.
    file: Option<File>,
    /// Removed once we have written everything.
    claimed: Option<Claimed>,
    in_trouble: bool,
    shared: Arc<Shared>,
    wake: Box<dyn Fn() + Send>,
    steps: Box<dyn Steps + Send>,
}

struct Own {
    journal: PathBuf,
    lock: PathBuf,
    /// Held as long as we live; `None` where the file system has no locks.
    _held: Option<File>,
}

impl Writer {
    pub(super) fn new(
        data: &Path,
        head: Head,
        base: Arc<str>,
        claimed: Option<Claimed>,
        shared: Arc<Shared>,
        wake: Box<dyn Fn() + Send>,
        steps: Box<dyn Steps + Send>,
    ) -> Self {
        let folder = data.join(JOURNALS);
        let (lines, own, file) = (Vec::new(), None, None);
        let (written, begun, last, length, in_trouble) = (0, 0, 0, 0, false);
        Self {
            folder,
            head,
            base,
            lines,
            written,
            begun,
            last,
            own,
            length,
            file,
            claimed,
            in_trouble,
            shared,
            wake,
            steps,
        }
    }

    /// Works until the journal is closed or let go of.
    pub(super) fn run(&mut self, receiver: &Receiver<WriterRequest>) {
        // The journal is made at once, so that a folder that can't be written to is told before the first edit.
        let mut due = Some(Instant::now());
        loop {
            let message = match due {
                Some(due) => receiver.recv_timeout(due.saturating_duration_since(Instant::now())),
                None => receiver.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            let mut now = false;
            match message {
                Ok(WriterRequest::Add(entry)) => {
                    self.add(&entry);
                    due.get_or_insert_with(|| Instant::now() + GATHER);
                }
                Ok(WriterRequest::AddNow(entry, reply)) => {
                    self.add(&entry);
                    // Who asked may have gone away meanwhile; so too below.
                    let _ = reply.send(self.bring());
                    due = self.next_due();
                }
                Ok(WriterRequest::Flush(reply)) => {
                    let _ = reply.send(self.bring());
                    due = self.next_due();
                }
                Ok(WriterRequest::Saved { number, file, name, base }) => {
                    (self.head.file, self.head.name, self.head.folded) = (Some(file), name, 0);
                    self.begin_anew(number, base);
                    now = true;
                }
                Ok(WriterRequest::Rebase { number, base }) => {
                    self.head.folded += self.edits_up_to(number);
                    self.begin_anew(number, base);
                    now = true;
                }
                Ok(WriterRequest::Remake { number, base }) => {
                    self.head.folded += self.edits_up_to(number) + 1;
                    self.begin_anew(number, base().into());
                    now = true;
                }
                Ok(WriterRequest::Close) => {
                    self.remove();
                    return;
                }
                Err(RecvTimeoutError::Timeout) => now = true,
                Err(RecvTimeoutError::Disconnected) => {
                    // What can't be written now is lost with the process; the window has said so.
                    let _ = self.bring();
                    return;
                }
            }
            if now || due.is_some_and(|due| due <= Instant::now()) {
                // What went wrong is in the notice.
                let _ = self.bring();
                due = self.next_due();
            }
        }
    }

    fn next_due(&self) -> Option<Instant> {
        self.in_trouble.then(|| Instant::now() + RETRY)
    }

    pub(super) fn add(&mut self, entry: &Record) {
        self.last = self.last.max(entry.number());
        let is_edit = matches!(entry, Record::Edit { .. });
        // A save of less than the base holds says nothing of the edits since: they are only in the base.
        if !is_edit && entry.number() < self.begun {
            return;
        }
        self.lines.push(QueuedLine { number: entry.number(), is_edit, text: entry.line() });
    }

    /// How many edits among the lines have at most this number.
    fn edits_up_to(&self, number: u64) -> u64 {
        self.lines.iter().filter(|line| line.is_edit && line.number <= number).count() as u64
    }

    /// A new base, with the edits up to this number in it.
    fn begin_anew(&mut self, number: u64, base: Arc<str>) {
        self.base = base;
        self.lines.retain(|line| line.number > number);
        self.begun = number;
        self.last = self.last.max(number);
        self.file = None;
    }

    /// Brings everything to the disk. What goes wrong is told once, and so is that it works again.
    fn bring(&mut self) -> Result<(), String> {
        let brought = if self.file.is_some() { self.append() } else { self.write_whole() };
        match brought {
            Ok(()) => {
                self.shared.synced.store(self.last, Ordering::Release);
                if self.in_trouble {
                    self.in_trouble = false;
                    self.tell(say!("recovery-again").to_owned());
                }
                Ok(())
            }
            Err(error) => {
                // On a full disk, room for what is to be added comes sooner than room for a second journal.
                let good = self.length;
                self.file = self.file.take().filter(|file| file.set_len(good).is_ok());
                let sentence = say!("recovery-trouble", why = system_reason(&error));
                if !self.in_trouble {
                    self.in_trouble = true;
                    self.tell(sentence.clone());
                }
                Err(sentence)
            }
        }
    }

    fn tell(&self, sentence: String) {
        *self.shared.notice.lock().unwrap_or_else(PoisonError::into_inner) = Some(sentence);
        (self.wake)();
    }

    fn append(&mut self) -> io::Result<()> {
        let new: String = self.lines.iter().skip(self.written).map(|line| line.text.as_str()).collect();
        let Some(file) = self.file.as_mut().filter(|_| !new.is_empty()) else { return Ok(()) };
        self.steps.before(WriteStep::Append)?;
        file.write_all(new.as_bytes())?;
        self.steps.before(WriteStep::SyncLines)?;
        file.sync_data()?;
        self.length += new.len() as u64;
        self.shared.length.store(self.length, Ordering::Relaxed);
        self.written = self.lines.len();
        Ok(())
    }

    fn write_whole(&mut self) -> io::Result<()> {
        if self.own.is_none() {
            self.own = Some(own_place(&self.folder)?);
        }
        let Some(own) = &self.own else { return Ok(()) };
        let mut text = opening(&self.head, &self.base);
        self.shared.opening.store(text.len() as u64, Ordering::Relaxed);
        text.extend(self.lines.iter().map(|line| line.text.as_str()));
        write_watched(&own.journal, text.as_bytes(), Replacing::Any, Backup::None, &mut *self.steps)
            .map_err(io::Error::other)?;
        sweep(&own.journal);
        self.file = Some(File::options().append(true).open(&own.journal)?);
        self.length = text.len() as u64;
        self.shared.length.store(self.length, Ordering::Relaxed);
        self.written = self.lines.len();
        if let Some(claimed) = self.claimed.take() {
            // One that can't be removed now is known as replaced at the next start.
            let _ = claimed.remove();
        }
        Ok(())
    }

    fn remove(&mut self) {
        self.file = None;
        if let Some(claimed) = self.claimed.take() {
            let _ = claimed.remove();
        }
        if let Some(own) = self.own.take() {
            // The lock is held until both are gone, so that nobody takes the journal for one that a crash left. If it can't be
            // removed, its edits are offered back once more, which loses nothing.
            let _ = fs::remove_file(&own.journal);
            let _ = fs::remove_file(&own.lock);
        }
    }
}

/// A name that no other journal has or ever had, with its lock held: another may still name one that is gone as replaced.
fn own_place(folder: &Path) -> io::Result<Own> {
    folder::make(folder)?;
    let _turn = FolderLock::wait(folder)?;
    let (process, now) = (std::process::id(), SystemTime::now());
    let now = now.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_micros());
    for number in 1_u32.. {
        let lock = folder.join(format!("{now}-{process}-{number}.lock"));
        let journal = lock.with_extension("journal");
        if lock.exists() || journal.exists() {
            continue;
        }
        let held = match folder::take(&lock)? {
            LockState::Us(file) => Some(file),
            LockState::Unknown => None,
            LockState::Another => continue,
        };
        return Ok(Own { journal, lock, _held: held });
    }
    Err(io::Error::other(say!("recovery-no-journal-name-left")))
}
