//! What a file is that is no dataset, told by how its bytes begin, so that a person who picked the wrong file knows which.
//!
//! It names what people have beside their datasets; it is no register of all formats, and it opens none of them.

use crate::say;

/// What a kind of file is called.
type KindNames = fn() -> &'static str;

/// How many bytes are looked at.
const LOOKED_AT: usize = 64 * 1024;

/// The marks with which files of other kinds begin, and what they are.
const MARKS: [(&[u8], KindNames); 11] = [
    (b"\x89PNG\r\n", || say!("load-another-png")),
    (b"\xff\xd8\xff", || say!("load-another-jpeg")),
    (b"GIF8", || say!("load-another-gif")),
    (b"%PDF-", || say!("load-another-pdf")),
    (b"\xd0\xcf\x11\xe0", || say!("load-another-old-office")),
    (b"{\\rtf", || say!("load-another-rtf")),
    (b"\x1f\x8b", || say!("load-another-gzip")),
    (b"7z\xbc\xaf", || say!("load-another-7z")),
    (b"SQLite format 3", || say!("load-another-sqlite")),
    (b"\x7fELF", || say!("load-another-program")),
    (b"MZ\x90", || say!("load-another-program")),
];

/// What a zip file is, by the names of the files in it.
const IN_ZIP: [(&[u8], KindNames); 4] = [
    (b"word/", || say!("load-another-docx")),
    (b"xl/", || say!("load-another-xlsx")),
    (b"ppt/", || say!("load-another-pptx")),
    (b"opendocument", || say!("load-another-odf")),
];

/// Why the bytes are not a dataset's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lookalike {
    /// They are this.
    Other(&'static str),
    /// They are text, in UTF-16.
    Utf16,
}

/// What these bytes are, where they are no text in UTF-8; `None` where that can't be told, or only some bytes are wrong.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<Lookalike> {
    let start = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    if let Some((_, what)) = MARKS.iter().find(|(mark, _)| start.starts_with(mark)) {
        return Some(Lookalike::Other(what()));
    }
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        let holds = |name: &[u8]| start.windows(name.len()).any(|window| window == name);
        let what =
            IN_ZIP.iter().find(|(name, _)| holds(name)).map_or_else(|| say!("load-another-zip"), |(_, what)| what());
        return Some(Lookalike::Other(what));
    }
    if start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff") || has_every_other_zero(start) {
        return Some(Lookalike::Utf16);
    }
    start.contains(&0).then_some(Lookalike::Other(say!("load-another-binary")))
}

/// UTF-16 without its mark: letters of western languages have a zero beside each.
fn has_every_other_zero(bytes: &[u8]) -> bool {
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let half = bytes.len() / 2;
    half >= 4 && zeros(0).max(zeros(1)) * 10 > half * 9 && zeros(0).min(zeros(1)) * 10 < half
}

/// What a text is that can't be read as a dataset; `None` where it may be meant as one.
pub(super) fn of_text(text: &str) -> Option<&'static str> {
    let text = text.trim_start();
    let first = text.lines().next().unwrap_or_default();
    let start = first.to_ascii_lowercase();
    if start.starts_with("<!doctype html") || start.starts_with("<html") {
        return Some(say!("load-another-html"));
    }
    if start.starts_with("<?xml") || start.starts_with("<svg") {
        return Some(if text.contains("<svg") { say!("load-another-svg") } else { say!("load-another-xml") });
    }
    if start.starts_with('{') || start.starts_with('[') {
        return Some(say!("load-another-json"));
    }
    let may_be_ron = first.starts_with(['(', '/', '#']) || first.contains('(') || first.contains(':');
    let cells = |sign: char| first.matches(sign).count();
    if !may_be_ron && cells(',').max(cells(';')).max(cells('\t')) > 0 && text.lines().nth(1).is_some() {
        return Some(say!("load-another-csv"));
    }
    None
}
