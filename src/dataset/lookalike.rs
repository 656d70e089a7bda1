//! What a file is that is no dataset, told by how its bytes begin, so that a person who picked the wrong file knows which.
//!
//! It names what people have beside their datasets; it is no register of all formats, and it opens none of them.

/// How many bytes are looked at.
const LOOKED_AT: usize = 64 * 1024;

/// The marks with which files of other kinds begin, and what they are.
const MARKS: [(&[u8], &str); 11] = [
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF-", "a PDF document"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint file"),
    (b"{\\rtf", "a rich text document (RTF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"7z\xbc\xaf", "a compressed folder (7z)"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
];

/// What a zip file is, by the names of the files in it.
const IN_ZIP: [(&[u8], &str); 4] = [
    (b"word/", "a Word document (DOCX)"),
    (b"xl/", "an Excel workbook (XLSX)"),
    (b"ppt/", "a PowerPoint presentation (PPTX)"),
    (b"opendocument", "an OpenDocument file (ODT, ODS)"),
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
        return Some(Lookalike::Other(what));
    }
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        let holds = |name: &[u8]| start.windows(name.len()).any(|window| window == name);
        let what = IN_ZIP.iter().find(|(name, _)| holds(name)).map_or("a ZIP file", |(_, what)| *what);
        return Some(Lookalike::Other(what));
    }
    if start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff") || has_every_other_zero(start) {
        return Some(Lookalike::Utf16);
    }
    start.contains(&0).then_some(Lookalike::Other("a file of another program, with bytes that are no text"))
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
        return Some("a web page (HTML)");
    }
    if start.starts_with("<?xml") || start.starts_with("<svg") {
        return Some(if text.contains("<svg") { "a drawing (SVG)" } else { "an XML file" });
    }
    if start.starts_with('{') || start.starts_with('[') {
        return Some("a JSON file");
    }
    let may_be_ron = first.starts_with(['(', '/', '#']) || first.contains('(') || first.contains(':');
    let cells = |sign: char| first.matches(sign).count();
    if !may_be_ron && cells(',').max(cells(';')).max(cells('\t')) > 0 && text.lines().nth(1).is_some() {
        return Some("a table (CSV)");
    }
    None
}
