//! A file of another kind is told by its kind, in the window and on the command line alike.

use sidebyside::dataset::load_file;

#[test]
fn a_file_that_is_no_dataset_is_told_by_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let utf16 = |start: &[u8], swap: bool| {
        let units = "(format: 1, title: \"A title\")".encode_utf16();
        let bytes = units.flat_map(|unit| if swap { unit.to_be_bytes() } else { unit.to_le_bytes() });
        start.iter().copied().chain(bytes).collect::<Vec<u8>>()
    };
    let cases: [(&str, Vec<u8>, &str); 16] = [
        ("a.ron", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "this is a PNG picture and not a dataset"),
        ("b.ron", b"\xff\xd8\xff\xe0\0".to_vec(), "this is a JPEG picture"),
        ("c.ron", b"%PDF-1.7\n%\xe2\xe3".to_vec(), "this is a PDF document"),
        ("d.ron", b"PK\x03\x04....xl/workbook.xml".to_vec(), "this is an Excel workbook (XLSX)"),
        ("e.ron", b"PK\x03\x04....word/document.xml".to_vec(), "this is a Word document (DOCX)"),
        ("f.ron", b"PK\x03\x04....photo.jpg".to_vec(), "this is a ZIP file"),
        ("g.ron", b"\xd0\xcf\x11\xe0\xa1\xb1".to_vec(), "this is an old Word, Excel or PowerPoint file"),
        ("h.ron", b"some\0thing\0\x01\x02 else".to_vec(), "bytes that are no text"),
        ("i.ron", utf16(b"\xff\xfe", false), "saved as UTF-16; save it as UTF-8"),
        ("j.ron", utf16(b"\xfe\xff", true), "saved as UTF-16"),
        ("k.ron", utf16(b"", false), "saved as UTF-16"),
        ("l.ron", b"council,before,after\nLeeds,3,4\n".to_vec(), "this is a table (CSV)"),
        ("m.ron", b"{\"type\": \"FeatureCollection\"}".to_vec(), "this is a JSON file"),
        ("n.ron", b"<!DOCTYPE html>\n<html></html>".to_vec(), "this is a web page (HTML)"),
        ("o.ron", b"<?xml version=\"1.0\"?>\n<svg/>".to_vec(), "this is a drawing (SVG)"),
        ("p.ron", b"".to_vec(), "the file is empty; a dataset begins with"),
    ];
    for (name, bytes, told) in cases {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let sentence = load_file(&path).unwrap_err().to_string();
        assert!(sentence.contains(told) && sentence.starts_with(&path.display().to_string()), "{sentence}");
        assert!(sentence.contains("(format: 1,") || sentence.contains("UTF-8"), "what is wanted: {sentence}");
    }
}

#[test]
fn a_dataset_with_an_error_is_never_taken_for_another_kind() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.ron");
    for text in ["(format: 1, title: \"A, b; c\"\nlicence)", "// a, b\n(format: 1", "Dataset(format: 1,\n", "half a fi"]
    {
        std::fs::write(&path, text).unwrap();
        let sentence = load_file(&path).unwrap_err().to_string();
        assert!(!sentence.contains("this is a"), "{sentence}");
    }
    // One wrong byte is told by its place.
    std::fs::write(&path, b"(format: 1, title: \"Caf\xe9\")").unwrap();
    assert!(load_file(&path).unwrap_err().to_string().contains("byte 23 of the file is not UTF-8"));
}
