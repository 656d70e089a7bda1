//! What a reader finds in a PDF: words, structure, fonts. The small reader here knows just as much of the format as it needs.

use std::collections::HashMap;
use std::io::Read as _;

use sidebyside::export::FontFaces;
use sidebyside::export::figure::{PageSize, to_pdf};
use sidebyside::export::pdf::{Conformance, Pdf};
use sidebyside::figure::Figure;
use sidebyside::model::FigureKind;

use super::{built_in, figure_of, mischief};

fn pdf_of(figure: &Figure) -> Pdf {
    to_pdf(figure, PageSize::default(), &FontFaces::new()).unwrap()
}

/// The file's objects as text, by number; streams are inflated.
pub(super) fn objects(pdf: &[u8]) -> HashMap<String, String> {
    let text: String = pdf.iter().map(|byte| char::from(*byte)).collect();
    let mut found = HashMap::new();
    for part in text.split("\nendobj") {
        let Some((head, body)) = part.rsplit_once(" 0 obj\n") else { continue };
        let number = head.rsplit('\n').next().unwrap().to_owned();
        let body = match body.split_once("\nstream\n") {
            Some((dictionary, data)) if dictionary.contains("FlateDecode") => {
                let data: Vec<u8> = data.chars().map(|chr| u8::try_from(u32::from(chr)).unwrap()).collect();
                let mut inflated = Vec::new();
                flate2::read::ZlibDecoder::new(data.as_slice()).read_to_end(&mut inflated).unwrap();
                inflated.iter().map(|byte| char::from(*byte)).collect()
            }
            _ => body.to_owned(),
        };
        found.insert(number, body);
    }
    found
}

/// The words on the page, as a search would find them: each glyph by the map to Unicode of its own font.
pub fn words(pdf: &[u8]) -> String {
    pages(pdf).join("\n")
}

/// The number behind a name in a dictionary.
fn number_behind<'o>(object: &'o str, name: &str) -> Option<&'o str> {
    object.split_once(name)?.1.trim_start().split(' ').next()
}

/// The same page by page, in the order of the file.
pub fn pages(pdf: &[u8]) -> Vec<String> {
    let objects = objects(pdf);
    let tree = objects.values().find(|object| object.contains("/Type/Pages")).unwrap();
    let (_, kids) = tree.split_once("/Kids[").unwrap();
    let kids = kids.split_once(']').unwrap().0.split(" 0 R").map(str::trim).filter(|kid| !kid.is_empty());
    kids.map(|kid| words_of_page(&objects, &objects[kid])).collect()
}

fn words_of_page(objects: &HashMap<String, String>, page: &str) -> String {
    let resources =
        number_behind(page, "/Resources").and_then(|number| objects.get(number)).map_or(page, String::as_str);
    let Some((_, fonts)) = resources.split_once("/Font<<") else { return String::new() };
    let fonts = fonts.split_once(">>").map_or(fonts, |(fonts, _)| fonts);
    let mut letters: HashMap<String, HashMap<String, String>> = HashMap::new();
    for font in fonts.split("/f").skip(1) {
        let mut parts = font.split(' ');
        let (name, number) = (parts.next().unwrap(), parts.next().unwrap());
        let (_, map) = objects[number].split_once("/ToUnicode ").unwrap();
        let map = &objects[map.split(' ').next().unwrap()];
        let pairs = map.lines().filter_map(|line| line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <"));
        let known = pairs.map(|(glyph, code)| (glyph.to_owned(), utf16(code)));
        letters.insert(format!("/f{name}"), known.collect());
    }
    let page = &objects[number_behind(page, "/Contents").unwrap()];
    let mut said = String::new();
    for glyph in page.split("BT").skip(1) {
        let font = glyph.split_once("Tr").map_or(glyph, |(_, rest)| rest).trim_start();
        let (font, rest) = font.split_once(' ').unwrap();
        let (_, code) = rest.split_once("Tm").unwrap();
        said.push_str(&letters[font][&glyph_code(code)]);
    }
    said
}

/// The words on the page, and every text of the file that no page shows: titles, descriptions, alternative text.
pub fn words_and_descriptions(pdf: &[u8]) -> String {
    words(pdf) + &descriptions(pdf)
}

/// Every text of the file that no page shows; the words of paragraphs are among them.
pub fn descriptions(pdf: &[u8]) -> String {
    let mut said = String::new();
    // Streams are drawn or are fonts; their brackets hold glyphs.
    for object in objects(pdf).values().filter(|object| object.starts_with("<<") || object.starts_with("<?xpacket")) {
        if object.starts_with("<?xpacket") {
            said.push_str(object);
        }
        for text in object.split('(').skip(1).filter_map(|text| text.split_once(')')) {
            said.push('\n');
            said.extend(text.0.chars().filter(|chr| *chr != '\0'));
        }
        for text in object.split("<FEFF").skip(1).filter_map(|text| text.split_once('>')) {
            said.push('\n');
            said.push_str(&utf16(text.0));
        }
    }
    said
}

/// The glyph of a string of two bytes, as four hexadecimal digits; PDF escapes bytes as C does.
fn glyph_code(string: &str) -> String {
    if let Some(hex) = string.strip_prefix('<') {
        return hex.split('>').next().unwrap().to_owned();
    }
    let mut chars = string.strip_prefix('(').unwrap().chars().peekable();
    let byte = std::iter::from_fn(|| match chars.next()? {
        '\\' => Some(match chars.next()? {
            'n' => 10,
            'r' => 13,
            't' => 9,
            'b' => 8,
            'f' => 12,
            digit @ '0'..='7' => {
                let more: String = std::iter::from_fn(|| chars.next_if(|c| c.is_digit(8))).take(2).collect();
                u32::from_str_radix(&format!("{digit}{more}"), 8).unwrap()
            }
            other => u32::from(other),
        }),
        other => Some(u32::from(other)),
    });
    let code = byte.take(2).fold(0, |code, byte| code * 256 + byte);
    format!("{code:04X}")
}

fn utf16(hex: &str) -> String {
    let units: Vec<u16> =
        (0..hex.len() / 4).map(|at| u16::from_str_radix(&hex[at * 4..at * 4 + 4], 16).unwrap()).collect();
    String::from_utf16(&units).unwrap()
}

/// A text as PDF writes it outside the ASCII letters.
fn hex(text: &str) -> String {
    let units: Vec<String> = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    format!("<FEFF{}>", units.concat())
}

#[test]
fn the_words_of_a_figure_can_be_searched() {
    let figure = figure_of(&built_in(), Some("looked-after children"), FigureKind::Both);
    let found = words(&pdf_of(&figure).bytes);
    let source: String = figure.source.chars().take(80).collect();
    for wanted in [
        &figure.title,
        &source,
        "Wolverhampton",
        "Brighton and Hove",
        "−19.7% worked out",
        "18 months, dates not given",
    ] {
        assert!(found.contains(wanted), "“{wanted}” in {found}");
    }
    assert!(!found.contains("Portsmouth"));
}

#[test]
fn a_screen_reader_finds_title_language_and_alternative_text() {
    let figure = figure_of(&built_in(), Some("looked-after children"), FigureKind::Both);
    let pdf = pdf_of(&figure);
    assert_eq!(pdf.conformance, Conformance::PdfUa1);
    let all = objects(&pdf.bytes).into_values().collect::<Vec<_>>().join("\n");
    assert!(all.contains("/Lang(en-GB)") && all.contains("/DisplayDocTitle true") && all.contains("/Marked true"));
    assert!(all.contains("/S/H1/") && all.contains(&format!("/T({})", figure.title)), "the headline is the heading");
    assert!(all.contains(&format!("/Alt{}", hex(&figure.alt))), "the picture has the alternative text");
    assert_eq!(all.matches("/S/Figure").count(), 1);
    // Subtitle, notes, what was left out, and source are read as paragraphs of their own.
    let below = figure.notes.len() + sidebyside::figure::left_out_sentences(&figure.left_out).len();
    assert_eq!(all.matches("/S/P/").count(), 2 + below);
    assert!(all.contains("/Type/Outlines") && all.contains("<pdfuaid:part>1</pdfuaid:part>"));
}

#[test]
fn fonts_travel_in_the_file() {
    let pdf = pdf_of(&figure_of(&built_in(), Some("looked-after children"), FigureKind::Both));
    let objects = objects(&pdf.bytes);
    let fonts = objects.values().filter(|o| o.starts_with("<</Type/FontDescriptor"));
    let embedded: Vec<bool> = fonts.map(|font| font.contains("NotoSans") && font.contains("/FontFile2")).collect();
    assert_eq!(embedded, [true, true], "a regular and a bold face");
}

#[test]
fn every_kind_gives_the_same_bytes_twice_and_holds_no_date() {
    let dataset = built_in();
    for (concept, kind) in [
        (Some("looked-after children"), FigureKind::Both),
        (Some("looked-after children"), FigureKind::Paired),
        (Some("looked-after children"), FigureKind::Change),
        (None, FigureKind::Rating),
        (None, FigureKind::Profile),
    ] {
        let figure = figure_of(&dataset, concept, kind);
        let pdf = pdf_of(&figure);
        assert_eq!(pdf, pdf_of(&figure), "{kind:?}");
        assert_eq!(pdf.conformance, Conformance::PdfUa1, "{kind:?}");
        let text = String::from_utf8_lossy(&pdf.bytes);
        for date in ["CreationDate", "ModDate", "CreateDate", "ModifyDate", "MetadataDate"] {
            assert!(!text.contains(date), "{kind:?}: {date}");
        }
    }
}

#[test]
fn a_letter_the_face_lacks_is_told_and_never_stops_the_export() {
    let mut figure = figure_of(&built_in(), Some("looked-after children"), FigureKind::Both);
    figure.title = "Looked-after children 🦊".to_owned();
    let pdf = pdf_of(&figure);
    let remark = pdf.conformance.remark().unwrap();
    assert!(remark.contains("no letter for “🦊”"), "{remark}");
    let text = String::from_utf8_lossy(&pdf.bytes);
    assert!(text.contains("/S/Figure") && !text.contains("pdfuaid:part"), "tagged, but no false claim");
}

#[test]
fn words_from_a_dataset_stay_words() {
    let mut figure = figure_of(&mischief(), None, FigureKind::Both);
    figure.title = "Two lines\n(and) a \\ bracket <script>".to_owned();
    let pdf = pdf_of(&figure);
    let found = words(&pdf.bytes);
    assert!(found.contains("<script>alert(1)</script> & Co") && found.contains("+SUM(1;2)"), "{found}");
    let text = String::from_utf8_lossy(&pdf.bytes);
    let (_, metadata) = text.split_once("<rdf:RDF").unwrap();
    let (metadata, _) = metadata.split_once("</rdf:RDF>").unwrap();
    assert!(
        metadata.contains("Two lines (and) a \\ bracket &lt;script") && !metadata.contains("<script>"),
        "{metadata}"
    );
}

#[test]
fn an_empty_figure_is_a_page_that_says_why() {
    let figure = Figure {
        title: "Nothing to draw".to_owned(),
        alt: "Nothing is selected.".to_owned(),
        body: sidebyside::figure::Body::Empty("Nothing is selected.".to_owned()),
        ..Figure::default()
    };
    let pdf = pdf_of(&figure);
    assert_eq!(pdf.conformance, Conformance::PdfUa1);
    assert!(words(&pdf.bytes).contains("Nothing is selected."));
}

#[test]
fn a_page_longer_than_any_reader_shows_is_refused_in_words() {
    let figure = figure_of(&built_in(), Some("looked-after children"), FigureKind::Both);
    let sheet = PageSize { least_height: 19_500.0, ..PageSize::default() };
    let sentence = to_pdf(&figure, sheet, &FontFaces::new()).unwrap_err().to_string();
    assert!(sentence.contains("19500 points long") && sentence.contains("SVG"), "{sentence}");
}
