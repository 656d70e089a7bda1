//! Writing a file in steps, each of which leaves the path with what it held before or with all of the bytes.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use tempfile::NamedTempFile;

use crate::say;

use super::backup;
use super::error::{StorageError, system_reason};
use super::fingerprint::{FileChange, Fingerprint, Trust, changed};
use super::steps::{Steps, Unwatched, WriteStep, is_stop};
use super::temporary::{folder_of, sweep, temporary_in};

/// How many bytes are written at a time.
const PIECE: usize = 256 * 1024;

/// What to do about a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// Leave it and fail.
    Refuse,
    /// Put the new bytes in its place, with the permissions it had.
    Replace,
}

/// Which file may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replacing<'a> {
    /// None: a file that is there is left, and the write fails.
    None,
    /// Whatever is there.
    Any,
    /// Only the file with this content.
    Only(&'a Fingerprint),
}

impl From<Overwrite> for Replacing<'_> {
    fn from(overwrite: Overwrite) -> Self {
        match overwrite {
            Overwrite::Refuse => Self::None,
            Overwrite::Replace => Self::Any,
        }
    }
}

/// Whether the version that is replaced is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backup {
    /// As `NAME.bak` beside it, in place of the backup before.
    Keep,
    /// Not at all: for what can be made again.
    None,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// What it is now; to be asked with from now on.
    pub fingerprint: Fingerprint,
    /// Where the previous version is kept; `None` where there was none or none was asked for.
    pub backup: Option<PathBuf>,
    /// A sentence where the file is written whole, and yet a power cut might bring the previous version back.
    pub remark: Option<String>,
}

/// Writes a file that can be made again, such as a figure. Whatever happens, the path holds either what it held before or all
/// of the bytes: they are brought to the disk before the file gets its name. The name itself is not waited for, so that a power
/// cut right after may bring back what the path held before.
///
/// # Errors
/// The folder is missing, the path names a folder, the file is there and may not be replaced, or the operating system refuses
/// (no room, no permission, a file held open by another program on Windows).
pub fn write_file(path: &Path, bytes: &[u8], overwrite: Overwrite) -> Result<(), StorageError> {
    write(path, bytes, overwrite.into(), Backup::None, Durability::Bytes, &mut Unwatched).map(drop)
}

/// Writes a file as [`write_file`] does, and tells `steps` of each step before it is made.
///
/// # Errors
/// As [`write_file`]; an error from `steps` stands in the place of the system's own.
pub fn write_file_watched<S: Steps + ?Sized>(
    path: &Path,
    bytes: &[u8],
    overwrite: Overwrite,
    steps: &mut S,
) -> Result<(), StorageError> {
    write(path, bytes, overwrite.into(), Backup::None, Durability::Bytes, steps).map(drop)
}

/// Writes a file as [`write_file`] does, and leaves it to [`sync`] to bring it to the disk: for many files in one go, none of
/// which should wait for the disk by itself. The path holds what it held before or all of the bytes, whatever happens to the
/// program; a power cut before [`sync`] may leave the file shorter, on file systems that put the new name down first.
///
/// # Errors
/// As [`write_file`]. Some network drives report a lack of room only in [`sync`].
pub fn write_without_sync(path: &Path, bytes: &[u8], overwrite: Overwrite) -> Result<(), StorageError> {
    write(path, bytes, overwrite.into(), Backup::None, Durability::Nothing, &mut Unwatched).map(drop)
}

/// Brings a file of [`write_without_sync`], or the names in a folder, to the disk.
///
/// # Errors
/// The operating system could not bring it there, or it is gone.
pub fn sync(path: &Path) -> Result<(), StorageError> {
    let settled = if path.is_dir() {
        sync_folder(path, &mut Unwatched)
    } else {
        File::options().write(true).open(path).and_then(|file| file.sync_all())
    };
    settled.map_err(|source| refusal(path, source))
}

/// What is brought to the disk while a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Durability {
    /// The bytes before the file gets its name, and the name after that.
    All,
    /// The bytes before the file gets its name.
    Bytes,
    /// Nothing: whoever wrote it does so.
    Nothing,
}

/// Writes a file that is owned by somebody under a new name, or over whatever stands there, which is kept as the backup.
///
/// # Errors
/// As [`write_file`]; also if the version that stands there can't be kept.
pub fn save_as(path: &Path, bytes: &[u8], overwrite: Overwrite) -> Result<Saved, StorageError> {
    write_watched(path, bytes, overwrite.into(), Backup::Keep, &mut Unwatched)
}

/// Writes over a file that was opened or saved before, if it still is that file, and keeps it as the backup.
///
/// The file is read for that, right before it is replaced. Between that and the replacing there is an instant in which someone
/// else's change would go unnoticed; it is then in the backup, or lost if it was a replacement by renaming in that instant.
///
/// # Errors
/// As [`save_as`]; [`StorageError::ChangedByOthers`] or [`StorageError::Vanished`] where it is not the file it was.
pub fn save_over(path: &Path, bytes: &[u8], expected: &Fingerprint) -> Result<Saved, StorageError> {
    write_watched(path, bytes, Replacing::Only(expected), Backup::Keep, &mut Unwatched)
}

/// Does what the other functions of this room do, and tells `steps` of each step before it is made.
///
/// # Errors
/// As the others; an error from `steps` stands in the place of the system's own.
pub fn write_watched<S: Steps + ?Sized>(
    path: &Path,
    bytes: &[u8],
    replacing: Replacing<'_>,
    backup: Backup,
    steps: &mut S,
) -> Result<Saved, StorageError> {
    write(path, bytes, replacing, backup, Durability::All, steps)
}

fn write<S: Steps + ?Sized>(
    path: &Path,
    bytes: &[u8],
    replacing: Replacing<'_>,
    backup: Backup,
    settling: Durability,
    steps: &mut S,
) -> Result<Saved, StorageError> {
    if path.file_name().is_none() || path.is_dir() {
        return Err(StorageError::NotAFile { path: path.to_owned() });
    }
    let failed = |source: io::Error| refusal(path, source);
    // Asked first for the sake of a better sentence; the rename below asks again, with nothing in between.
    let there = match fs::symlink_metadata(path) {
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(StorageError::NoFolder { folder: folder_of(path) });
        }
        Err(error) => return Err(failed(error)),
    };
    if there.is_some() && replacing == Replacing::None {
        return Err(StorageError::Exists { path: path.to_owned() });
    }
    // A link is followed, so that the file it points to is replaced and the link stays.
    let target = match &there {
        Some(metadata) if metadata.is_symlink() => {
            fs::canonicalize(path).map_err(|source| StorageError::BrokenLink { path: path.to_owned(), source })?
        }
        _ => path.to_owned(),
    };
    let folder = folder_of(&target);
    if !folder.is_dir() {
        return Err(StorageError::NoFolder { folder });
    }
    allowed(path, &target, replacing)?;

    #[expect(clippy::wildcard_enum_match_arm, reason = "the list of kinds is open")]
    let (temporary, written) =
        fill(&target, &folder, bytes, there.is_some(), settling, steps).map_err(|source| match source.kind() {
            // A new file could not be made in a folder that is there.
            io::ErrorKind::NotFound if there.is_none() && folder.is_dir() => {
                StorageError::NoFilesThere { folder: folder.clone() }
            }
            _ => failed(source),
        })?;
    steps.before(WriteStep::Ask).map_err(failed)?;
    allowed(path, &target, replacing)?;
    let backup_wanted = backup;
    let backup = match backup_wanted {
        Backup::Keep if there.is_some() => Some(backup::keep(path, &target, &folder, steps)?),
        Backup::Keep | Backup::None => None,
    };
    match replacing {
        Replacing::None => put_new(temporary, &target, steps),
        Replacing::Any | Replacing::Only(_) => put(temporary, &target, steps),
    }
    .map_err(failed)?;
    let synced = if settling == Durability::All { sync_folder(&folder, steps) } else { Ok(()) };
    let remark = synced.err().map(|error| say!("storage-unsettled", why = system_reason(&error)));
    if backup_wanted == Backup::Keep {
        sweep(&target);
    }
    // The file is in place: an error here has nothing to change.
    let _ = steps.before(WriteStep::Finish);
    Ok(Saved { fingerprint: written, backup, remark })
}

/// Refuses where the file that stands there may not be replaced.
fn allowed(path: &Path, target: &Path, replacing: Replacing<'_>) -> Result<(), StorageError> {
    let here = || path.to_owned();
    if let Replacing::Only(expected) = replacing {
        match changed(target, expected, Trust::SameBytes).map_err(|error| refusal(path, error))? {
            FileChange::Same | FileChange::Touched(_) | FileChange::BecameReadOnly(_) => {}
            FileChange::Changed => return Err(StorageError::ChangedByOthers { path: here() }),
            FileChange::Vanished => return Err(StorageError::Vanished { path: here() }),
            FileChange::FolderVanished => return Err(StorageError::NoFolder { folder: folder_of(target) }),
            FileChange::NotAFile => return Err(StorageError::NotAFile { path: here() }),
        }
    }
    // Unix would replace it all the same, because that is the folder's business there; who marked it meant it.
    match fs::metadata(target) {
        Ok(metadata) if metadata.permissions().readonly() => Err(StorageError::ReadOnly { path: here() }),
        _ => Ok(()),
    }
}

/// The temporary file with all of the bytes, on the disk where that is asked for, and what it will be once it is in place.
fn fill<S: Steps + ?Sized>(
    target: &Path,
    folder: &Path,
    bytes: &[u8],
    is_there: bool,
    settling: Durability,
    steps: &mut S,
) -> io::Result<(NamedTempFile, Fingerprint)> {
    steps.before(WriteStep::Create)?;
    let mut temporary = temporary_in(folder)?;
    for (nth, piece) in bytes.chunks(PIECE).enumerate() {
        steps.before(WriteStep::Write { from: nth * PIECE })?;
        temporary.as_file_mut().write_all(piece)?;
    }
    if is_there {
        steps.before(WriteStep::Permit)?;
        keep_permissions(target, &temporary)?;
    }
    if settling != Durability::Nothing {
        steps.before(WriteStep::Sync)?;
        temporary.as_file().sync_all()?;
    }
    let written = Fingerprint::of_file_with(bytes, &temporary.as_file().metadata()?);
    Ok((temporary, written))
}

/// Renames over whatever stands there.
fn put<S: Steps + ?Sized>(temporary: NamedTempFile, target: &Path, steps: &mut S) -> io::Result<()> {
    steps.before(WriteStep::Rename)?;
    patiently(temporary, |file| file.persist(target).map(drop).map_err(|fault| (fault.error, fault.file)))
}

/// Renames to a name that nobody has.
fn put_new<S: Steps + ?Sized>(temporary: NamedTempFile, target: &Path, steps: &mut S) -> io::Result<()> {
    let (refused, temporary) = match steps.before(WriteStep::Rename) {
        Ok(()) => match temporary.persist_noclobber(target) {
            Ok(_) => return Ok(()),
            Err(fault) => (fault.error, fault.file),
        },
        Err(error) => (error, temporary),
    };
    if refused.kind() == io::ErrorKind::AlreadyExists || is_stop(&refused) {
        return Err(refused);
    }
    // Some file systems can't take a new name in one step (no RENAME_NOREPLACE, no hard links). An empty file takes it there,
    // which succeeds for one only, and is replaced. A crash in between leaves an empty file where none was.
    let claimed = steps.before(WriteStep::Claim).and_then(|()| File::create_new(target));
    match claimed {
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists || is_stop(&error) => return Err(error),
        Err(_) => return Err(refused),
    }
    let put = put(temporary, target, steps);
    if put.is_err() {
        let _ = fs::remove_file(target);
    }
    put
}

/// Windows refuses to rename a file that another program holds for a moment (virus scanners, search, synchronisation), with
/// "access denied" or a sharing violation: there it is tried again for a third of a second.
pub(super) fn patiently<T>(mut subject: T, attempt: impl Fn(T) -> Result<(), (io::Error, T)>) -> io::Result<()> {
    const HELD: [i32; 3] = [5, 32, 33];
    let mut waits = if cfg!(windows) { [10, 30, 90, 200].as_slice() } else { &[] }.iter();
    loop {
        match attempt(subject) {
            Ok(()) => return Ok(()),
            Err((error, again)) => {
                let held = error.raw_os_error().is_some_and(|code| HELD.contains(&code));
                let Some(wait) = waits.next().filter(|_| held) else { return Err(error) };
                thread::sleep(Duration::from_millis(*wait));
                subject = again;
            }
        }
    }
}

/// On Unix a rename is in the folder, which is written down by itself.
fn sync_folder<S: Steps + ?Sized>(folder: &Path, steps: &mut S) -> io::Result<()> {
    steps.before(WriteStep::SyncFolder)?;
    if cfg!(unix) {
        match File::open(folder).and_then(|folder| folder.sync_all()) {
            // Some file systems (network drives, FUSE) know no such thing, and some folders may be written and not read.
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported | io::ErrorKind::PermissionDenied
                ) => {}
            other => other?,
        }
    }
    Ok(())
}

fn refusal(path: &Path, source: io::Error) -> StorageError {
    let path = path.to_owned();
    #[expect(clippy::wildcard_enum_match_arm, reason = "the list of kinds is open")]
    match source.kind() {
        io::ErrorKind::AlreadyExists => StorageError::Exists { path },
        io::ErrorKind::IsADirectory => StorageError::NotAFile { path },
        _ if is_stop(&source) => StorageError::Stopped { path },
        _ => StorageError::Write { path, source },
    }
}

/// Windows keeps permissions with the folder, and a read-only file there refuses to be replaced.
#[cfg(unix)]
fn keep_permissions(replaced: &Path, temporary: &NamedTempFile) -> io::Result<()> {
    temporary.as_file().set_permissions(fs::metadata(replaced)?.permissions())
}

#[cfg(not(unix))]
fn keep_permissions(_replaced: &Path, _temporary: &NamedTempFile) -> io::Result<()> {
    Ok(())
}
