//! The bytes of a text as letters: UTF-8 with and without its mark, UTF-16, windows-1252.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::ImportError;
use super::finding::{ImportFinding, ImportFindingKind};
use crate::say;

/// How many bytes are looked at for UTF-16 without a mark.
const SAMPLE: usize = 4096;

/// The text of a file, and a finding where its encoding had to be taken for granted.
pub(super) fn decode(file: &str, bytes: &[u8]) -> Result<(String, Vec<ImportFinding>), ImportError> {
    if bytes.is_empty() {
        return Err(ImportError::Empty(file.to_owned()));
    }
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (without_mark(bytes), 0));
    let body = bytes.get(mark..).unwrap_or_default();
    let text = if encoding == UTF_8 {
        // It was looked through already.
        String::from_utf8(body.to_vec()).unwrap_or_else(|_| UTF_8.decode_without_bom_handling(body).0.into_owned())
    } else {
        encoding.decode_without_bom_handling(body).0.into_owned()
    };
    if let Some(at) = text.find('\0') {
        let row = 1 + text.get(..at).unwrap_or_default().matches('\n').count();
        return Err(ImportError::NotText(file.to_owned(), row));
    }
    if text.trim().is_empty() {
        return Err(ImportError::Empty(file.to_owned()));
    }
    let mut findings = Vec::new();
    if encoding == WINDOWS_1252 {
        let kind = ImportFindingKind::Encoding;
        findings.push(ImportFinding::of_file(kind, file, say!("import-windows-1252").to_owned()));
    } else if encoding == UTF_8 && text.contains('\u{fffd}') {
        let row = 1 + text.split('\u{fffd}').next().unwrap_or_default().matches('\n').count();
        let finding = ImportFinding::of_file(ImportFindingKind::Encoding, file, say!("import-lost-letters").to_owned());
        findings.push(finding.at_row(u32::try_from(row).unwrap_or(u32::MAX)));
    }
    Ok((text, findings))
}

/// The encoding of a text that does not say it.
fn without_mark(bytes: &[u8]) -> &'static Encoding {
    let sample = bytes.get(..bytes.len().min(SAMPLE)).unwrap_or_default();
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let half = sample.len() / 2;
    let (even, odd) = (zeros(0), zeros(1));
    // Latin letters in UTF-16 have a zero in every other byte; a file with zeros here and there is no text.
    if half > 1 && odd * 10 > half * 7 && even == 0 {
        UTF_16LE
    } else if half > 1 && even * 10 > half * 7 && odd == 0 {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_encoding_gives_the_same_text() {
        let text = "name,value\nYnys Môn,5\n";
        let utf_16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        let with = |mark: &[u8], body: Vec<u8>| [mark, &body].concat();
        let latin: Vec<u8> = text.chars().map(|letter| letter as u8).collect();
        for (name, bytes) in [
            ("utf-8", text.as_bytes().to_vec()),
            ("utf-8 with mark", with(&[0xEF, 0xBB, 0xBF], text.as_bytes().to_vec())),
            ("utf-16 little", with(&[0xFF, 0xFE], utf_16(u16::to_le_bytes))),
            ("utf-16 big", with(&[0xFE, 0xFF], utf_16(u16::to_be_bytes))),
            ("utf-16 without mark", utf_16(u16::to_le_bytes)),
            ("windows-1252", latin),
        ] {
            let (read, findings) = decode("f.csv", &bytes).unwrap();
            assert_eq!(read, text, "{name}");
            assert_eq!(findings.len(), usize::from(name == "windows-1252"), "{name}");
        }
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_row() {
        assert_eq!(decode("f.csv", b"a,b\n1,\x002\n").unwrap_err(), ImportError::NotText("f.csv".to_owned(), 2));
        assert_eq!(decode("f.csv", b" \n\n").unwrap_err(), ImportError::Empty("f.csv".to_owned()));
    }
}
