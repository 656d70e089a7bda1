//! The journal of one open document, as the window's thread sees it: nothing here waits for a disk, unless its name says so.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{SystemTime, UNIX_EPOCH};

use super::record::{Head, Record};
use super::recoverable::{Claimed, Recovery};
use super::writer::Writer;
use crate::say;
use crate::storage::{Content, Steps, Unwatched};

/// A journal with more than this after its base, in bytes, should get a new one: see [`Journal::is_large`].
const LARGE: u64 = 8 * 1024 * 1024;

/// What a journal begins from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// What the document is called.
    pub name: String,
    /// Its file, and what that held when it was opened; `None` while it has none.
    pub file: Option<(PathBuf, Content)>,
    /// The whole dataset as RON, before any of the edits.
    pub base: String,
    /// How many edits the base holds that the file does not; 0 where it is what the file holds.
    pub folded: u64,
    /// Edits that are made already, each in the caller's own words.
    pub edits: Vec<String>,
}

/// What the window and the writer's thread both know.
#[derive(Default)]
pub(super) struct Shared {
    pub(super) synced: AtomicU64,
    pub(super) length: AtomicU64,
    /// How much of that is the head and the base.
    pub(super) opening: AtomicU64,
    pub(super) notice: Mutex<Option<String>>,
}

/// What the writer is asked to do.
pub(super) enum WriterRequest {
    /// Add this line, soon.
    Add(Record),
    /// Add this line now, and say when that is done or could not be.
    AddNow(Record, Sender<Result<(), String>>),
    /// Bring everything to the disk now.
    Flush(Sender<Result<(), String>>),
    /// Begin anew from a file that was saved, with the edits after this number.
    Saved { number: u64, file: (PathBuf, Content), name: String, base: Arc<str> },
    /// Begin anew from a dataset that is not saved.
    Rebase { number: u64, base: Arc<str> },
    /// Begin anew from a dataset that is not saved, whose text the writer makes; the edit of this number is in it and has no line.
    Remake { number: u64, base: Box<dyn FnOnce() -> String + Send> },
    /// Nothing is unsaved any more, or it is let go of: remove the journal.
    Close,
}

/// Says on another thread what [`Journal::saving`] says. While it lives the journal's thread does.
pub struct Pass {
    number: u64,
    sender: Option<Sender<WriterRequest>>,
}

impl Pass {
    /// Says that this text is about to be saved to this file. See [`Save`] for what to do with it.
    pub fn saving(self, path: &Path, text: impl Into<Arc<str>>) -> Save {
        let (text, number) = (text.into(), self.number);
        let (content, path) = (Content::of(text.as_bytes()), absolute(path));
        let (sender, done) = channel();
        if let Some(journal) = self.sender {
            // A journal that has ended meanwhile has nothing to know.
            let _ = journal.send(WriterRequest::AddNow(Record::Saving { number, content, path: path.clone() }, sender));
        }
        Save { number, path, text, content, done }
    }
}

/// A save that was begun. It may be handed to the thread that saves.
#[derive(Debug)]
pub struct Save {
    number: u64,
    path: PathBuf,
    text: Arc<str>,
    content: Content,
    done: Receiver<Result<(), String>>,
}

impl Save {
    /// Waits until the journal knows of the save, so that a crash right after it does not offer back what was saved. To be
    /// called on the thread that saves, before it does. Where the journal can't be written the save goes on all the same.
    pub fn wait(&self) {
        let _ = self.done.recv();
    }

    /// The bytes to save.
    pub fn bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }

    /// The file to save to.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// The journal of one open document.
///
/// Each edit is on the disk within two seconds, brought there by a thread of the journal's own. Dropped without
/// [`Journal::close`], the journal stays, and its edits are offered back at the next start.
pub struct Journal {
    next: u64,
    sender: Option<Sender<WriterRequest>>,
    thread: Option<JoinHandle<()>>,
    shared: Arc<Shared>,
}

impl Journal {
    /// Begins a journal in the application's folder. `wake` is called, on another thread, when there is [`Journal::take_notice`].
    ///
    /// It can't fail: where the folder can't be written to, the notice says so, and it is tried again every few seconds.
    pub fn begin(data: &Path, start: Start, wake: impl Fn() + Send + 'static) -> Self {
        Self::begin_watched(data, start, wake, Unwatched)
    }

    /// Continues after a crash: a new journal with everything in it. What was recovered is removed once that is on the disk.
    ///
    /// It has a file to save to only where [`Recovery::file`] has one.
    pub fn resume(data: &Path, recovery: Recovery, wake: impl Fn() + Send + 'static) -> Self {
        let (start, claimed) = recovery.into_start();
        Self::spawn(data, start, Some(claimed), Box::new(wake), Box::new(Unwatched))
    }

    /// As [`Journal::begin`], and tells `steps` of each step of writing before it is made.
    pub fn begin_watched(
        data: &Path,
        start: Start,
        wake: impl Fn() + Send + 'static,
        steps: impl Steps + Send + 'static,
    ) -> Self {
        Self::spawn(data, start, None, Box::new(wake), Box::new(steps))
    }

    fn spawn(
        data: &Path,
        start: Start,
        claimed: Option<Claimed>,
        wake: Box<dyn Fn() + Send>,
        steps: Box<dyn Steps + Send>,
    ) -> Self {
        let shared = Arc::new(Shared::default());
        let (sender, receiver) = channel();
        let head = Head {
            name: start.name,
            file: start.file.map(|(path, content)| (absolute(&path), content)),
            started: (seconds_now(), std::process::id()),
            folded: start.folded,
            replaces: claimed.as_ref().map(Claimed::id),
        };
        let mut writer = Writer::new(data, head, start.base.into(), claimed, Arc::clone(&shared), wake, steps);
        // They are with the writer before its first write, after which what was recovered is removed.
        let mut next = 1;
        for text in start.edits {
            writer.add(&Record::Edit { number: next, at: seconds_now(), text });
            next += 1;
        }
        let thread = thread::spawn(move || writer.run(&receiver));
        Self { next, sender: Some(sender), thread: Some(thread), shared }
    }

    /// Notes an edit, an undo or a redo, in words that lead from the state before it to the one after. Returns its number,
    /// counted from 1 since the journal was begun.
    pub fn edit(&mut self, text: impl Into<String>) -> u64 {
        let number = self.next;
        self.next += 1;
        self.send(WriterRequest::Add(Record::Edit { number, at: seconds_now(), text: text.into() }));
        number
    }

    /// The number of the last edit.
    pub fn edits(&self) -> u64 {
        self.next - 1
    }

    /// The number of the last edit that a crash can't take any more.
    pub fn synced(&self) -> u64 {
        self.shared.synced.load(Ordering::Acquire)
    }

    /// Waits until every edit is on the disk. For quitting and for tests; never on the window's thread while it is open.
    ///
    /// # Errors
    /// The sentence that [`Journal::take_notice`] gives too.
    pub fn flush(&self) -> Result<(), String> {
        let (sender, receiver) = channel();
        self.send(WriterRequest::Flush(sender));
        receiver.recv().unwrap_or_else(|_| Err(say!("recovery-stopped").to_owned()))
    }

    /// Says that this text, with every edit up to now, is about to be saved to this file. See [`Save`] for what to do with it.
    pub fn saving(&self, path: &Path, text: impl Into<Arc<str>>) -> Save {
        self.pass_at(self.edits()).saving(path, text)
    }

    /// What another thread needs to say that the dataset with the edits up to this number is about to be saved, so that its text
    /// can be made there.
    pub fn pass_at(&self, number: u64) -> Pass {
        Pass { number, sender: self.sender.clone() }
    }

    /// Says that a save was done: the journal begins anew from what was saved, with the edits that were made meanwhile.
    ///
    /// Lines after it must make sense from that state: an undo of an edit before the save is told as what it does, or by
    /// [`Journal::rebase`]. A save that failed is not told at all.
    pub fn saved(&self, save: Save) {
        let name = save.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let Save { number, path, text, content, .. } = save;
        self.send(WriterRequest::Saved { number, file: (path, content), name, base: text });
    }

    /// Begins the journal anew from the whole dataset as it is now, unsaved: when it [is large](Self::is_large), or after a
    /// change that no line can tell.
    pub fn rebase(&self, base: impl Into<Arc<str>>) {
        self.send(WriterRequest::Rebase { number: self.edits(), base: base.into() });
    }

    /// Notes an edit that no line can tell, because it is too long: the journal begins anew from the whole dataset as it is after the edit,
    /// whose text `base` makes on the journal's own thread. Returns its number, as [`Journal::edit`] does.
    pub fn edit_by_base(&mut self, base: impl FnOnce() -> String + Send + 'static) -> u64 {
        let number = self.next;
        self.next += 1;
        self.send(WriterRequest::Remake { number, base: Box::new(base) });
        number
    }

    /// Whether the journal has grown so long that it should be [begun anew](Self::rebase). The base does not count: a new one is
    /// as long.
    pub fn is_large(&self) -> bool {
        let opening = self.shared.opening.load(Ordering::Relaxed);
        self.shared.length.load(Ordering::Relaxed) > opening.saturating_add(LARGE)
    }

    /// A sentence for the user, once for each time that something changed: edits can't be kept for recovery, or can again.
    pub fn take_notice(&self) -> Option<String> {
        self.shared.notice.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Ends the journal and removes it: everything is saved, or the user chose to discard it.
    pub fn close(mut self) {
        self.send(WriterRequest::Close);
        self.end();
    }

    fn send(&self, message: WriterRequest) {
        if let Some(sender) = &self.sender {
            // The writer's thread ends only after the journal does.
            let _ = sender.send(message);
        }
    }

    fn end(&mut self) {
        self.sender = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Journal {
    /// Brings what is left to the disk.
    fn drop(&mut self) {
        self.end();
    }
}

/// The next start may happen in another folder.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Seconds since 1970.
fn seconds_now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}
