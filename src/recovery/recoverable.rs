//! What a crash left: journals of processes that live no more, with what can be offered back from each.

use std::cmp::Reverse;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::folder::{self, DAMAGED, FolderLock, JOURNALS, LockState};
use super::journal::Start;
use super::record::{self, JournalEnd, Read, Record, Unreadable};
use crate::say;
use crate::storage::{Content, system_reason};

/// How the file of a recovered document stands now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveredFile {
    /// The document had no file yet.
    Untitled,
    /// It holds what it held when the edits were made: they may be saved to it.
    Same,
    /// It holds something else: what was recovered opens as a copy and needs a name of its own.
    Changed,
    /// It is gone, or its folder can't be reached.
    Gone,
}

/// A journal with its lock held by us.
#[derive(Debug)]
pub(super) struct Claimed {
    journal: PathBuf,
    lock: PathBuf,
    /// `None` where the file system has no locks.
    _held: Option<File>,
}

impl Claimed {
    /// Its name among the journals.
    pub(super) fn id(&self) -> String {
        self.journal.file_stem().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    }

    /// Removes the journal for good.
    pub(super) fn remove(self) -> io::Result<()> {
        match fs::remove_file(&self.journal) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        fs::remove_file(&self.lock)
    }

    /// Where it is kept when it can't be used.
    fn aside(&self) -> io::Result<PathBuf> {
        let folder = self.journal.parent().unwrap_or(Path::new(".")).join(DAMAGED);
        folder::make(&folder)?;
        for number in 1_u32.. {
            let path = folder.join(format!("{}-{number}.journal", self.id()));
            if !path.exists() {
                return Ok(path);
            }
        }
        Err(io::Error::other(say!("recovery-no-name-left")))
    }
}

/// The edits of one document that a crash left unsaved.
///
/// While it lives nobody else is offered them. Dropped, they are offered again at the next start.
#[derive(Debug)]
pub struct Recovery {
    name: String,
    path: Option<PathBuf>,
    content: Option<Content>,
    file_state: RecoveredFile,
    base: String,
    folded: u64,
    lines: Vec<String>,
    last_at: u64,
    is_certain: bool,
    claimed: Claimed,
}

impl Recovery {
    /// What the document was called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where the document was opened from or saved to last; `None` where it had no file. To be shown; see [`Self::file`].
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The file that the recovered document may be saved to, and what that holds; `None` where it needs a name of its own.
    pub fn file(&self) -> Option<(&Path, Content)> {
        match (self.file_state, &self.path, self.content) {
            (RecoveredFile::Same, Some(path), Some(content)) => Some((path, content)),
            _ => None,
        }
    }

    /// How its file stands.
    pub fn file_state(&self) -> RecoveredFile {
        self.file_state
    }

    /// The dataset as RON, before the [lines](Self::lines).
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The edits, in the words in which they were noted, in order. May be empty, where the base holds all of them.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// How many edits were unsaved.
    pub fn edits(&self) -> u64 {
        self.folded + self.lines.len() as u64
    }

    /// When the last edit was made, to the second; `None` where the base holds them all.
    pub fn last_edit(&self) -> Option<SystemTime> {
        (self.last_at > 0).then(|| UNIX_EPOCH + Duration::from_secs(self.last_at))
    }

    /// Whether it is certain that no other window has the document open; not so where the folder's file system has no locks.
    pub fn is_certain(&self) -> bool {
        self.is_certain
    }

    /// What would be restored, in a sentence or two.
    pub fn describe(&self) -> String {
        self.words_of(self.edits())
    }

    /// The same where this many edits are known: a word typed is one to a person, and a line a letter here.
    pub fn words_of(&self, edits: u64) -> String {
        let standing = match self.file_state {
            RecoveredFile::Untitled => "untitled",
            RecoveredFile::Same => "same",
            RecoveredFile::Changed => "changed",
            RecoveredFile::Gone => "gone",
        };
        let certain = if self.is_certain { "yes" } else { "no" };
        let name = self.name.as_str();
        say!("recovery-offer", edits = edits, name = name, standing = standing, certain = certain)
    }

    /// Lets go of the edits for good: the user chose so, or they are safe elsewhere.
    ///
    /// # Errors
    /// The journal can't be removed; the edits are offered again then.
    pub fn discard(self) -> io::Result<()> {
        self.claimed.remove()
    }

    /// Keeps the journal where it is not offered any more, because its edits could not be applied, and returns where that is.
    ///
    /// # Errors
    /// It can't be moved; it is offered again then.
    pub fn set_aside(self) -> io::Result<PathBuf> {
        let aside = self.claimed.aside()?;
        fs::rename(&self.claimed.journal, &aside)?;
        self.claimed.remove()?;
        Ok(aside)
    }

    /// What a journal that continues this one begins from.
    pub(super) fn into_start(self) -> (Start, Claimed) {
        let file = self.file().map(|(path, content)| (path.to_owned(), content));
        let Self { name, base, folded, lines, claimed, .. } = self;
        (Start { name, file, base, folded, edits: lines }, claimed)
    }
}

/// What was found at the start.
#[derive(Debug, Default)]
pub struct Recoverable {
    /// What can be offered back, the last edited first; each is held for us.
    pub recoveries: Vec<Recovery>,
    /// Sentences about journals that can't be used; nothing of them was deleted.
    pub remarks: Vec<String>,
}

/// Looks for edits that a crash left, below the application's folder. Journals of running windows are passed over; those with
/// nothing unsaved in them are removed.
pub fn recoverable(data: &Path) -> Recoverable {
    let mut found = Recoverable::default();
    let folder = data.join(JOURNALS);
    if folder.is_dir()
        && let Err(error) = look_through(&folder, &mut found)
    {
        found.remarks.push(say!(
            "recovery-not-looked-for",
            folder = folder.display().to_string(),
            why = system_reason(&error)
        ));
    }
    found
}

fn look_through(folder: &Path, found: &mut Recoverable) -> io::Result<()> {
    let _turn = FolderLock::wait(folder)?;
    // Read before any is removed, because what continues another may be removed first.
    let continued = continued(folder)?;
    for journal in folder::files(folder, "journal")? {
        let path = journal.clone();
        if let Err(error) = examine(journal, &continued, found) {
            found.remarks.push(say!(
                "recovery-not-looked-at",
                journal = path.display().to_string(),
                why = system_reason(&error)
            ));
        }
    }
    // A process that ended between its lock and its journal leaves the lock alone.
    for lock in folder::files(folder, "lock")? {
        if !lock.with_extension("journal").exists() && matches!(folder::take(&lock), Ok(LockState::Us(_))) {
            let _ = fs::remove_file(&lock);
        }
    }
    found.recoveries.sort_by_key(|recovery| Reverse(recovery.last_at));
    Ok(())
}

fn examine(journal: PathBuf, continued: &[String], found: &mut Recoverable) -> io::Result<()> {
    let lock = journal.with_extension("lock");
    let (held, is_certain) = match folder::take(&lock)? {
        LockState::Us(file) => (Some(file), true),
        LockState::Unknown => (None, false),
        LockState::Another => return Ok(()),
    };
    let read = record::read(&fs::read(&journal)?);
    let claimed = Claimed { journal, lock, _held: held };
    match read {
        // What continues a journal holds all of it.
        Ok(_) if continued.contains(&claimed.id()) => claimed.remove()?,
        Ok(read) => judge(claimed, is_certain, read, found)?,
        Err(Unreadable::Newer(format)) => found.remarks.push(say!(
            "recovery-newer",
            journal = claimed.journal.display().to_string(),
            format = format.to_string(),
            known = record::FORMAT.to_string()
        )),
        Err(Unreadable::Head) => {
            let aside = claimed.aside()?;
            fs::rename(&claimed.journal, &aside)?;
            claimed.remove()?;
            found.remarks.push(say!("recovery-damaged", journal = aside.display().to_string()));
        }
    }
    Ok(())
}

/// The journals that others continue.
fn continued(folder: &Path) -> io::Result<Vec<String>> {
    let journals = folder::files(folder, "journal")?;
    let read = journals.iter().filter_map(|journal| record::read(&fs::read(journal).ok()?).ok());
    Ok(read.filter_map(|read| read.head.replaces).collect())
}

fn judge(claimed: Claimed, is_certain: bool, read: Read, found: &mut Recoverable) -> io::Result<()> {
    let Read { head, mut base, entries, ending } = read;
    let (mut folded, mut file) = (head.folded, head.file);
    if ending == JournalEnd::Damaged {
        let aside = claimed.aside()?;
        fs::copy(&claimed.journal, &aside)?;
        found.remarks.push(say!(
            "recovery-damaged-in-the-middle",
            journal = aside.display().to_string(),
            name = head.name.as_str()
        ));
    }
    // A save that was done before the crash could be noted: then its edits are in the file.
    let mut saved_up_to = 0;
    let savings = entries.iter().rev().filter_map(|entry| match entry {
        Record::Saving { number, content, path } => Some((*number, *content, path)),
        Record::Edit { .. } => None,
    });
    for (number, content, path) in savings {
        if holds(path, content)
            && let Ok(text) = fs::read_to_string(path)
        {
            (saved_up_to, base, folded, file) = (number, text, 0, Some((path.clone(), content)));
            break;
        }
    }
    let (mut lines, mut last_at) = (Vec::new(), 0);
    for entry in entries {
        if let Record::Edit { number, at, text } = entry
            && number > saved_up_to
        {
            lines.push(text);
            last_at = at;
        }
    }
    let file_state = match &file {
        None => RecoveredFile::Untitled,
        Some((path, content)) if holds(path, *content) => RecoveredFile::Same,
        Some((path, _)) if path.exists() => RecoveredFile::Changed,
        Some(_) => RecoveredFile::Gone,
    };
    // Where the file has gone, what was saved to it is in the base alone.
    if lines.is_empty() && folded == 0 && file_state != RecoveredFile::Gone {
        // A journal that may be in use has nothing yet, and may have soon.
        return if is_certain { claimed.remove() } else { Ok(()) };
    }
    let (path, content) = file.unzip();
    let name = match &path {
        Some(path) => path.file_name().map_or(head.name, |name| name.to_string_lossy().into_owned()),
        None => head.name,
    };
    found.recoveries.push(Recovery {
        name,
        path,
        content,
        file_state,
        base,
        folded,
        lines,
        last_at,
        is_certain,
        claimed,
    });
    Ok(())
}

/// Whether a file holds this content. It is read only where its length fits, and never where it is no plain file.
fn holds(path: &Path, content: Content) -> bool {
    let fits = fs::metadata(path).is_ok_and(|metadata| metadata.is_file() && metadata.len() == content.length());
    fits && Content::of_file(path).is_ok_and(|now| now == content)
}
