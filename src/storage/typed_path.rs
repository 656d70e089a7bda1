//! A path as people type and paste it: with the quotation marks of "Copy as path", as the `file://` address that a file manager copies,
//! or from the home folder with `~`.
//!
//! It looks at no disk. The command line does not ask it: there a shell has read quotation marks already.

use std::path::{Path, PathBuf};

/// The path that a text names.
///
/// ```
/// use sidebyside::storage::typed_path;
/// assert_eq!(typed_path("\"/papers/our counts.ron\""), std::path::Path::new("/papers/our counts.ron"));
/// ```
pub fn typed_path(text: &str) -> PathBuf {
    let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_path_buf());
    read(text, home.as_deref())
}

fn read(text: &str, home: Option<&Path>) -> PathBuf {
    let text = unquoted(text.trim());
    if let Some(path) = of_address(text) {
        return path;
    }
    let below_home = text.strip_prefix("~/").or_else(|| text.strip_prefix("~\\"));
    match (home, below_home) {
        (Some(home), Some(rest)) => home.join(rest),
        (Some(home), None) if text == "~" => home.to_path_buf(),
        _ => PathBuf::from(text),
    }
}

/// Without the quotation marks around the whole.
fn unquoted(text: &str) -> &str {
    const PAIRS: [(char, char); 5] =
        [('"', '"'), ('\'', '\''), ('\u{201c}', '\u{201d}'), ('\u{2018}', '\u{2019}'), ('<', '>')];
    let inner = PAIRS.iter().find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
    inner.map_or(text, str::trim)
}

/// The path in an address: `file:///papers/our%20counts.ron`; of another computer's file it is that of a network share.
fn of_address(text: &str) -> Option<PathBuf> {
    let scheme = text.get(..5).filter(|scheme| scheme.eq_ignore_ascii_case("file:"))?;
    let rest = text.get(scheme.len()..)?;
    let path = match rest.strip_prefix("//") {
        Some(after) if !after.starts_with('/') => {
            let (host, path) = after.split_at_checked(after.find('/')?)?;
            if host.eq_ignore_ascii_case("localhost") { path.to_owned() } else { format!("//{after}") }
        }
        Some(after) => after.to_owned(),
        None => rest.to_owned(),
    };
    let bytes = decoded(&path);
    // `/C:/papers` is a drive of Windows.
    let is_drive = matches!(bytes.get(..3), Some([b'/', drive, b':']) if drive.is_ascii_alphabetic());
    Some(of_bytes(bytes.get(usize::from(is_drive)..).unwrap_or_default()))
}

/// `%20` is a blank; what is no such code stays.
fn decoded(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let (mut decoded, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while let Some(&byte) = bytes.get(at) {
        let code =
            bytes.get(at + 1..at + 3).filter(|_| byte == b'%').filter(|code| code.iter().all(u8::is_ascii_hexdigit));
        let value =
            code.and_then(|code| std::str::from_utf8(code).ok()).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        decoded.push(value.unwrap_or(byte));
        at += if value.is_some() { 3 } else { 1 };
    }
    decoded
}

#[cfg(unix)]
fn of_bytes(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt as _;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn of_bytes(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_addresses_and_the_home_folder_are_read() {
        for (typed, path) in [
            ("/papers/our counts.ron", "/papers/our counts.ron"),
            (" \"/papers/our counts.ron\" ", "/papers/our counts.ron"),
            ("'/papers/our counts.ron'", "/papers/our counts.ron"),
            ("\u{201c}/papers/x.ron\u{201d}", "/papers/x.ron"),
            ("file:///papers/our%20counts.ron", "/papers/our counts.ron"),
            ("\"file:///papers/Ynys%20M%C3%B4n.ron\"", "/papers/Ynys Môn.ron"),
            ("FILE://localhost/papers/x.ron", "/papers/x.ron"),
            ("file:/papers/100%.ron", "/papers/100%.ron"),
            ("file:///C:/papers/x.ron", "C:/papers/x.ron"),
            ("file://server/papers/x.ron", "//server/papers/x.ron"),
            ("~/x.ron", "/people/a/x.ron"),
            ("'~/our counts.ron'", "/people/a/our counts.ron"),
            ("~", "/people/a"),
            ("~x.ron", "~x.ron"),
            ("it's.ron", "it's.ron"),
            ("file.ron", "file.ron"),
            ("\"", "\""),
            ("", ""),
        ] {
            assert_eq!(read(typed, Some(Path::new("/people/a"))), Path::new(path), "{typed}");
        }
    }
}
