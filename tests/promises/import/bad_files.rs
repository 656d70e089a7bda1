//! Files that are damaged, empty, too large or of another kind: a sentence each, and nothing half imported.

use sidebyside::import::{ImportFindingKind, Profile};

use super::{import, import_with, told};

/// The one sentence that is said of a file of which nothing is made.
fn refused(name: &str, bytes: &[u8]) -> String {
    let draft = import_with(&[(name, bytes)], &Profile::default());
    assert!(draft.is_empty() && draft.places.is_empty() && draft.indicators.is_empty(), "{name}: {draft:?}");
    draft.findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn each_bad_file_gets_a_sentence() {
    for (name, bytes, said) in [
        ("empty.csv", b"".to_vec(), "empty.csv holds nothing"),
        ("blank.csv", b"\n\n , \n".to_vec(), "blank.csv: the sheet is empty"),
        ("nul.csv", b"a,b\n1,\x00\n".to_vec(), "nul.csv is no text: row 2"),
        ("quote.csv", b"a,b\n\"1,2\n".to_vec(), "row 2 that is never closed"),
        ("wide.csv", "1,".repeat(100_000).into_bytes(), "at most 16,384 are read"),
        ("headings.csv", b"year,council,places\n".to_vec(), "there are headings and no rows"),
        ("numbers.csv", b"1,2,3\n4,5,6\n".to_vec(), "no row of headings was found"),
        ("words.csv", b"council,who\nLeeds,me\nYork,you\n".to_vec(), "no column holds numbers"),
        (
            "places.csv",
            b"year,shop,sales\n2019,Here,5\n2020,There,6\n".to_vec(),
            "no column holds names or codes of places",
        ),
        ("period.csv", b"council,places\nLeeds,5\nYork,6\n".to_vec(), "says when this was counted"),
        ("zip.xlsx", b"PK\x03\x04rubbish".to_vec(), "zip.xlsx can't be read as a workbook"),
    ] {
        let sentence = refused(name, &bytes);
        assert!(sentence.contains(said), "{name}: {sentence}");
    }
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let good = "year,council,places\n2019,Leeds,5\n2020,Leeds,6\n";
    let draft = import_with(&[("bad.csv", b""), ("good.csv", good.as_bytes())], &Profile::default());
    assert_eq!(draft.statistics.len(), 1);
    assert_eq!(told(&draft, ImportFindingKind::Unreadable).len(), 1);
}

#[test]
fn the_same_file_twice_is_taken_once() {
    let text = "year,council,places\n2019,Leeds,5\n";
    let draft = import_with(&[("a.csv", text.as_bytes()), ("b.csv", text.as_bytes())], &Profile::default());
    assert_eq!(draft.statistics.len(), 1);
    assert!(told(&draft, ImportFindingKind::SameFile)[0].contains("b.csv: the file holds the same as a.csv"));
}

#[test]
fn lines_cut_anywhere_never_stop_the_program() {
    let text = "year,council,\"places, all\",£\r\n2019/20,Leeds,\"1,234\",£5m\r\n2020/21,York,(5),x\r\n";
    for end in 0..text.len() {
        if text.is_char_boundary(end) {
            import("cut.csv", &text[..end]);
        }
    }
}
