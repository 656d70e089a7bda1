//! What a file was when it was opened or saved, and whether it still is.
//!
//! Content is told by its length and a 128-bit `SipHash` with fixed keys: it is written into journals, so it must give the same
//! value in every version of the program, which the standard library's hasher does not promise. Nobody gains by forging it,
//! so it need not withstand that. Asking whether a file changed costs one look at its metadata as long as these are the same; a
//! change within the clock's grain that keeps the length can escape that look (never [`super::save_over`], which reads).

use std::fmt;
use std::fs::{self, File, Metadata};
use std::io::{self, Read as _};
use std::path::Path;
use std::str::FromStr;
use std::time::SystemTime;

use siphasher::sip128::SipHasher24;

use super::temporary::folder_of;

/// The content of a file, told by its length and hash. Written as `LENGTH-HASH`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Content {
    length: u64,
    hash: u128,
}

impl Content {
    /// The content that these bytes are.
    pub fn of(bytes: &[u8]) -> Self {
        Self { length: bytes.len() as u64, hash: SipHasher24::new().hash(bytes).as_u128() }
    }

    /// How many bytes it has.
    pub fn length(self) -> u64 {
        self.length
    }

    /// The content of a file, read in full.
    ///
    /// # Errors
    /// The file can't be read.
    pub fn of_file(path: &Path) -> io::Result<Self> {
        let mut bytes = Vec::new();
        File::open(path)?.read_to_end(&mut bytes)?;
        Ok(Self::of(&bytes))
    }
}

impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:032x}", self.length, self.hash)
    }
}

impl FromStr for Content {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (length, hash) = text.split_once('-').ok_or(())?;
        let hash = u128::from_str_radix(hash, 16).map_err(drop)?;
        Ok(Self { length: length.parse().map_err(drop)?, hash })
    }
}

/// What the folder says of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct FileStamp {
    /// `None` where the file system keeps no times.
    modified: Option<SystemTime>,
    /// The file's number, which a file put in its place does not have; `None` outside Unix.
    number: Option<u64>,
    read_only: bool,
}

impl FileStamp {
    fn at(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        let number = Some(std::os::unix::fs::MetadataExt::ino(metadata));
        #[cfg(not(unix))]
        let number = None;
        Self { modified: metadata.modified().ok(), number, read_only: metadata.permissions().readonly() }
    }
}

/// What a file was when it was opened or saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    content: Content,
    /// `None` for bytes that were not read from a file: then every question reads.
    look: Option<FileStamp>,
}

impl Fingerprint {
    /// Of bytes that stand in no file.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self { content: Content::of(bytes), look: None }
    }

    /// Of bytes that were read from, or written to, a file with these metadata.
    pub fn of_file_with(bytes: &[u8], metadata: &Metadata) -> Self {
        Self { content: Content::of(bytes), look: Some(FileStamp::at(metadata)) }
    }

    /// Of a file as it is now, read in full.
    ///
    /// # Errors
    /// The file can't be read.
    pub fn of_file(path: &Path) -> io::Result<Self> {
        let mut file = File::open(path)?;
        // Looked at before reading: what is written meanwhile then looks changed, and not the other way round.
        let metadata = file.metadata()?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(Self::of_file_with(&bytes, &metadata))
    }

    /// The content alone, without what the folder said.
    pub fn content(&self) -> Content {
        self.content
    }
}

/// What happened to a file since its fingerprint was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileChange {
    /// Nothing.
    Same,
    /// It holds the same bytes, and its date or number is another: ask with this fingerprint from now on, so that the file
    /// need not be read each time.
    Touched(Fingerprint),
    /// It holds the same bytes, and was marked as read-only; the fingerprint is the new one.
    BecameReadOnly(Fingerprint),
    /// It holds other bytes.
    Changed,
    /// It is gone, and its folder is there.
    Vanished,
    /// Its folder is gone too: perhaps a network drive is no longer connected.
    FolderVanished,
    /// A folder or a device stands in its place.
    NotAFile,
}

impl FileChange {
    /// Whether the file holds what it held.
    pub fn is_same_content(self) -> bool {
        matches!(self, Self::Same | Self::Touched(_) | Self::BecameReadOnly(_))
    }
}

/// Whether a file is still what it was. Cheap enough for every two seconds on a network drive: it is read only where the
/// folder says something else than before.
///
/// # Errors
/// The file is there and can't be looked at or read.
pub fn changed_since(path: &Path, was: &Fingerprint) -> io::Result<FileChange> {
    changed(path, was, Trust::SameLook)
}

/// When a file is taken as unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// As soon as the folder says the same of it as before.
    SameLook,
    /// When it was read and holds the same bytes.
    SameBytes,
}

pub(super) fn changed(path: &Path, was: &Fingerprint, trust: Trust) -> io::Result<FileChange> {
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(if folder_of(path).is_dir() { FileChange::Vanished } else { FileChange::FolderVanished });
        }
        Err(error) => return Err(error),
    };
    if !metadata.is_file() {
        return Ok(FileChange::NotAFile);
    }
    if metadata.len() != was.content.length {
        return Ok(FileChange::Changed);
    }
    let same_look = was.look == Some(FileStamp::at(&metadata));
    if same_look && trust == Trust::SameLook {
        return Ok(FileChange::Same);
    }
    let now = Fingerprint::of_file(path)?;
    let became_read_only = |look: FileStamp| look.read_only && was.look.is_some_and(|was| !was.read_only);
    Ok(match now.look {
        _ if now.content != was.content => FileChange::Changed,
        Some(look) if became_read_only(look) => FileChange::BecameReadOnly(now),
        _ if now.look == was.look => FileChange::Same,
        _ => FileChange::Touched(now),
    })
}
