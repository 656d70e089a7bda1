//! The lines of a journal: a checksum, a word that says what it is, and a text.
//!
//! A journal opens with its head (what it is a journal of, and the whole dataset it began from), which is written in one step
//! with the file. Edits follow, each a line. A line is whole when its checksum fits, so that one that a crash cut off is known.

use std::path::{Path, PathBuf};

use siphasher::sip::SipHasher24;

use crate::storage::Content;

/// The version of this format that is written. In version 1 the text of an edit need not say whether it went on with the step before
/// it: the first builds never said so, and refuse a text that does. That is why the version went up; all are read alike.
pub(super) const FORMAT: u32 = 2;
/// The oldest version that is read.
const OLDEST: u32 = 1;

/// What a journal is of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// What the document is called.
    pub(super) name: String,
    /// The file it was opened from or saved to last, and what that held then; `None` while it has none.
    pub(super) file: Option<(PathBuf, Content)>,
    /// When the journal was begun, in seconds since 1970, and the process that did; for people who read journals.
    pub(super) started: (u64, u32),
    /// How many edits the base holds that the file does not.
    pub(super) folded: u64,
    /// The journal that this one continues, which is not needed any more.
    pub(super) replaces: Option<String>,
}

/// A line after the head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Record {
    /// An edit: its number, when it was made in seconds since 1970, and its text.
    Edit { number: u64, at: u64, text: String },
    /// A save was begun of a dataset with the edits up to this number.
    Saving { number: u64, content: Content, path: PathBuf },
}

impl Record {
    /// The number of the last edit it speaks of.
    pub(super) fn number(&self) -> u64 {
        match self {
            Self::Edit { number, .. } | Self::Saving { number, .. } => *number,
        }
    }

    /// The line, with its line break.
    pub(super) fn line(&self) -> String {
        match self {
            Self::Edit { number, at, text } => line("edit", &format!("{number} {at} {text}")),
            Self::Saving { number, content, path } => line("saving", &format!("{number} {content} {}", told(path))),
        }
    }

    fn parse(word: &str, text: &str) -> Option<Self> {
        let (number, rest) = text.split_once(' ')?;
        let number = number.parse().ok()?;
        let (second, rest) = rest.split_once(' ')?;
        match word {
            "edit" => Some(Self::Edit { number, at: second.parse().ok()?, text: rest.to_owned() }),
            "saving" => Some(Self::Saving { number, content: second.parse().ok()?, path: path_of(rest)? }),
            _ => None,
        }
    }
}

/// What stands before the units of a path that is not Unicode; no path has a zero in it.
const UNITS: &str = "\0units ";

/// A path as text. One that is not Unicode is told by the numbers of its bytes, on Windows of its 16-bit units.
fn told(path: &Path) -> String {
    path.to_str().map_or_else(|| format!("{UNITS}{}", units(path)), str::to_owned)
}

#[cfg(unix)]
fn units(path: &Path) -> String {
    use std::os::unix::ffi::OsStrExt as _;
    let units: Vec<String> = path.as_os_str().as_bytes().iter().map(|unit| format!("{unit:x}")).collect();
    units.join(" ")
}

#[cfg(windows)]
fn units(path: &Path) -> String {
    use std::os::windows::ffi::OsStrExt as _;
    let units: Vec<String> = path.as_os_str().encode_wide().map(|unit| format!("{unit:x}")).collect();
    units.join(" ")
}

/// The path that [`told`] told; `None` where its units are none of this system.
fn path_of(text: &str) -> Option<PathBuf> {
    match text.strip_prefix(UNITS) {
        Some(units) => path_of_units(units),
        None => Some(PathBuf::from(text)),
    }
}

#[cfg(unix)]
fn path_of_units(units: &str) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStringExt as _;
    let units: Option<Vec<u8>> = units.split(' ').map(|unit| u8::from_str_radix(unit, 16).ok()).collect();
    Some(PathBuf::from(std::ffi::OsString::from_vec(units?)))
}

#[cfg(windows)]
fn path_of_units(units: &str) -> Option<PathBuf> {
    use std::os::windows::ffi::OsStringExt as _;
    let units: Option<Vec<u16>> = units.split(' ').map(|unit| u16::from_str_radix(unit, 16).ok()).collect();
    Some(PathBuf::from(std::ffi::OsString::from_wide(&units?)))
}

/// The head and the base as lines.
pub(super) fn opening(head: &Head, base: &str) -> String {
    let mut lines = line("journal", &FORMAT.to_string());
    lines.push_str(&line("name", &head.name));
    if let Some((path, content)) = &head.file {
        lines.push_str(&line("file", &format!("{content} {}", told(path))));
    }
    lines.push_str(&line("started", &format!("{} {}", head.started.0, head.started.1)));
    lines.push_str(&line("folded", &head.folded.to_string()));
    if let Some(replaced) = &head.replaces {
        lines.push_str(&line("replaces", replaced));
    }
    lines.push_str(&line("base", base));
    lines
}

fn line(word: &str, text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 64);
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            c => escaped.push(c),
        }
    }
    let body = format!("{word} {escaped}");
    format!("{:016x} {body}\n", SipHasher24::new().hash(body.as_bytes()))
}

/// The word and the text of a line without its line break; `None` where it is not whole.
fn parse(line: &[u8]) -> Option<(String, String)> {
    let line = std::str::from_utf8(line).ok()?;
    let (sum, body) = line.split_once(' ')?;
    if u64::from_str_radix(sum, 16).ok()? != SipHasher24::new().hash(body.as_bytes()) {
        return None;
    }
    let (word, escaped) = body.split_once(' ')?;
    let mut text = String::with_capacity(escaped.len());
    let mut chars = escaped.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next()? {
                'n' => text.push('\n'),
                'r' => text.push('\r'),
                other => text.push(other),
            },
            c => text.push(c),
        }
    }
    Some((word.to_owned(), text))
}

/// How a journal ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum JournalEnd {
    /// After a whole line.
    Whole,
    /// In the middle of its last line, as a crash leaves it.
    Torn,
    /// Somewhere a line is damaged or missing; what follows can't be trusted.
    Damaged,
}

/// A journal that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Read {
    pub(super) head: Head,
    pub(super) base: String,
    /// Every whole line after the head, up to the first that is not.
    pub(super) entries: Vec<Record>,
    pub(super) ending: JournalEnd,
}

/// Why a journal can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// It was written by a newer version of the application, in this format.
    Newer(u32),
    /// Its head is damaged.
    Head,
}

/// Reads a journal. Nothing in it, however damaged, makes this panic.
pub(super) fn read(bytes: &[u8]) -> Result<Read, Unreadable> {
    let mut lines = bytes.split_inclusive(|&byte| byte == b'\n');
    let mut next = || lines.next().and_then(|line| line.strip_suffix(b"\n")).and_then(parse).ok_or(Unreadable::Head);
    match next()? {
        (word, text) if word == "journal" => match text.parse::<u32>() {
            Ok(OLDEST..=FORMAT) => {}
            Ok(newer) if newer > FORMAT => return Err(Unreadable::Newer(newer)),
            _ => return Err(Unreadable::Head),
        },
        _ => return Err(Unreadable::Head),
    }
    let mut head = Head::default();
    let base = loop {
        let (word, text) = next()?;
        let halves = || text.split_once(' ').ok_or(Unreadable::Head);
        match word.as_str() {
            "name" => head.name = text,
            "file" => {
                let (content, path) = halves()?;
                head.file =
                    Some((path_of(path).ok_or(Unreadable::Head)?, content.parse().map_err(|()| Unreadable::Head)?));
            }
            "started" => {
                let (at, process) = halves()?;
                head.started = (at.parse().unwrap_or_default(), process.parse().unwrap_or_default());
            }
            "folded" => head.folded = text.parse().map_err(|_| Unreadable::Head)?,
            "replaces" => head.replaces = Some(text),
            "base" => break text,
            _ => return Err(Unreadable::Head),
        }
    };
    let (mut entries, mut ending, mut last) = (Vec::new(), JournalEnd::Whole, None);
    for line in lines {
        let entry = line.strip_suffix(b"\n").and_then(parse).and_then(|(word, text)| Record::parse(&word, &text));
        match (entry, ending) {
            // Only the last line can lack its end; one that has it and does not fit its checksum was damaged later.
            (None, JournalEnd::Whole) => {
                ending = if line.ends_with(b"\n") { JournalEnd::Damaged } else { JournalEnd::Torn }
            }
            (_, JournalEnd::Torn | JournalEnd::Damaged) => {}
            (Some(entry), JournalEnd::Whole) => {
                // Edits are numbered without a gap.
                let fits = match (&entry, last) {
                    (Record::Edit { number, .. }, Some(last)) => *number == last + 1,
                    // Its text is made on a thread of its own, so that edits may come before it.
                    (Record::Saving { number, .. }, Some(last)) => *number <= last,
                    (_, None) => true,
                };
                if fits {
                    last = Some(last.map_or(entry.number(), |last| last.max(entry.number())));
                    entries.push(entry);
                } else {
                    ending = JournalEnd::Damaged;
                }
            }
        }
    }
    Ok(Read { head, base, entries, ending })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn journal() -> (Head, String, Vec<Record>) {
        let head = Head {
            name: "my \"region\".ron".to_owned(),
            file: Some((PathBuf::from("a folder/my region.ron"), Content::of(b"old"))),
            started: (1_700_000_000, 42),
            folded: 3,
            replaces: Some("1-2-3".to_owned()),
        };
        let edit = |number, text: &str| Record::Edit { number, at: 1_700_000_001, text: text.to_owned() };
        let saving = Record::Saving { number: 8, content: Content::of(b"new"), path: PathBuf::from("b c.ron") };
        let entries = vec![edit(7, "set a to \"x\\ny\"\nand \\ more\r\n"), edit(8, ""), saving, edit(9, "é £ – 🙂")];
        (head, "(\n    format: 1,\\\r\n)\n".to_owned(), entries)
    }

    fn written() -> String {
        let (head, base, entries) = journal();
        opening(&head, &base) + &entries.iter().map(Record::line).collect::<String>()
    }

    #[test]
    fn a_journal_is_read_as_it_was_written() {
        let (head, base, entries) = journal();
        assert_eq!(read(written().as_bytes()), Ok(Read { head, base, entries, ending: JournalEnd::Whole }));
        assert_eq!(written().lines().count(), 11, "one line each, whatever the texts hold");
    }

    #[cfg(unix)]
    #[test]
    fn a_path_that_is_not_unicode_is_read_as_it_was() {
        use std::os::unix::ffi::OsStringExt as _;
        let path = PathBuf::from(std::ffi::OsString::from_vec(b"/drive/caf\xe9 1.ron".to_vec()));
        let head = Head { file: Some((path.clone(), Content::of(b"old"))), ..journal().0 };
        let saving = Record::Saving { number: 1, content: Content::of(b"new"), path };
        let read = read((opening(&head, "") + &saving.line()).as_bytes()).unwrap();
        assert_eq!((read.head, read.entries), (head, vec![saving]));
    }

    #[test]
    fn a_journal_cut_anywhere_gives_every_line_before_the_cut() {
        let (head, base, entries) = journal();
        let (text, head_ends) = (written(), opening(&head, &base).len());
        for cut in 0..text.len() {
            match read(&text.as_bytes()[..cut]) {
                Err(fault) => assert!(cut < head_ends && fault == Unreadable::Head, "cut at {cut}"),
                Ok(read) => {
                    let whole = text.as_bytes()[head_ends..cut].split(|&byte| byte == b'\n').count() - 1;
                    assert_eq!(read.entries, entries[..whole], "cut at {cut}");
                    let ending = if text.as_bytes()[cut - 1] == b'\n' { JournalEnd::Whole } else { JournalEnd::Torn };
                    assert_eq!(read.ending, ending, "cut at {cut}");
                }
            }
        }
    }

    #[test]
    fn any_changed_byte_is_noticed() {
        let (text, good) = (written(), read(written().as_bytes()).unwrap());
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 0x04;
            match read(&bytes) {
                Err(_) => {}
                Ok(read) => {
                    assert_ne!(read.ending, JournalEnd::Whole, "byte {at}");
                    assert!(good.entries.starts_with(&read.entries), "byte {at}");
                }
            }
        }
    }

    #[test]
    fn a_missing_line_is_noticed_and_a_newer_format_is_named() {
        let text = written();
        let without: String =
            text.split_inclusive('\n').enumerate().filter(|(n, _)| *n != 8).map(|(_, line)| line).collect();
        assert_eq!(read(without.as_bytes()).unwrap().ending, JournalEnd::Damaged);
        let newer = line("journal", "3") + "whatever";
        assert_eq!(read(newer.as_bytes()), Err(Unreadable::Newer(3)));
    }
}
