//! Figures as files: SVG that any reader opens alike, and pictures that look as they did when somebody last looked.

use std::path::Path;

use sidebyside::dataset::load_file;
use sidebyside::export::FontFaces;
use sidebyside::export::figure::{PageSize, to_png, to_svg};
use sidebyside::figure::{Figure, figure};
use sidebyside::model::{FigureKind, View};

use super::generated;

/// How far a channel of a pixel may be off, of 255: none of it can be seen.
const OFF_BY: u8 = 2;

fn figures() -> Vec<Figure> {
    let dataset = generated::dataset(5);
    FigureKind::ALL.into_iter().map(|kind| generated::figure_of(&dataset, kind)).collect()
}

#[test]
fn an_svg_has_outlines_for_text_and_says_what_it_shows() {
    for figure in figures() {
        let svg = to_svg(&figure, PageSize::default(), &FontFaces::new()).unwrap();
        assert!(!svg.contains("<text"), "{:?} needs a font to be installed", figure.kind);
        assert!(!svg.contains("<image"), "{:?} is not sharp at every size", figure.kind);
        let between = |tag: &str| {
            let (_, after) =
                svg.split_once(&format!("<{tag}")).unwrap_or_else(|| panic!("{:?} has no {tag}", figure.kind));
            after.split_once('>').unwrap().1.split_once("</").unwrap().0.to_owned()
        };
        let plain = |text: String| {
            text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&")
        };
        assert_eq!(plain(between("title")), figure.title);
        assert_eq!(plain(between("desc")), figure.alt);
    }
}

#[test]
fn an_svg_is_read_back_in_its_size() {
    for figure in figures() {
        for width in [700.0, 1600.0] {
            let svg = to_svg(&figure, PageSize { width, ..PageSize::default() }, &FontFaces::new()).unwrap();
            let tree = usvg::Tree::from_str(&svg, &usvg::Options::default()).expect("any reader reads it");
            assert!((tree.size().width() - width).abs() < 0.01);
            assert!(tree.size().height() > 100.0 && tree.root().has_children());
        }
    }
}

#[test]
fn the_same_figure_gives_the_same_bytes() {
    let figure = generated::figure_of(&generated::dataset(5), FigureKind::Both);
    let png = || to_png(&figure, PageSize::default(), &FontFaces::new()).unwrap();
    assert!(png() == png());
}

/// Size and pixels of a PNG, three channels each.
fn pixels(bytes: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("it is a PNG");
    let mut data = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut data).unwrap();
    assert_eq!(info.color_type, png::ColorType::Rgb);
    data.truncate(info.buffer_size());
    (info.width, info.height, data)
}

/// In what a picture differs from the expected one; `None` where nobody can see a difference.
fn difference(expected: &[u8], picture: &[u8]) -> Option<String> {
    let (a, b) = (pixels(expected), pixels(picture));
    if (a.0, a.1) != (b.0, b.1) {
        return Some(format!("it is {} by {} pixels and was {} by {}", b.0, b.1, a.0, a.1));
    }
    let off = a.2.iter().zip(&b.2).filter(|(a, b)| a.abs_diff(**b) > OFF_BY).count();
    (off > 0).then(|| format!("{off} of {} values differ", a.2.len()))
}

/// Compares with the picture that somebody looked at. A new one is put into the folder for temporary files, to be looked at
/// and copied by hand.
#[track_caller]
fn assert_looks_the_same(name: &str, figure: &Figure, width: f32) {
    let picture =
        to_png(figure, PageSize { width, least_height: 0.0, scale: 1.0, ..PageSize::USUAL }, &FontFaces::new())
            .unwrap();
    let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures").join(name);
    let differs = match std::fs::read(&expected) {
        Ok(bytes) => difference(&bytes, &picture),
        Err(error) => Some(error.to_string()),
    };
    if let Some(differs) = differs {
        let new = std::env::temp_dir().join(format!("sidebyside-{name}"));
        std::fs::write(&new, &picture).unwrap();
        panic!(
            "{name}: {differs}. Look at {}; if it is as it should be, copy it to {}",
            new.display(),
            expected.display()
        );
    }
}

#[test]
fn levels_and_changes_look_as_they_did() {
    assert_looks_the_same("both.png", &generated::figure_of(&generated::dataset(7), FigureKind::Both), 900.0);
}

#[test]
fn grades_look_as_they_did() {
    assert_looks_the_same("rating.png", &generated::figure_of(&generated::dataset(4), FigureKind::Rating), 900.0);
}

#[test]
fn small_figures_of_every_form_look_as_they_did() {
    let dataset = load_file(&crate::window::test_data("valid/every-form.ron")).unwrap().dataset;
    assert_looks_the_same("profile.png", &figure(&dataset, &View::default(), FigureKind::Profile).unwrap(), 760.0);
}

#[test]
fn the_comparison_of_pictures_sees_another_word() {
    let mut figure = generated::figure_of(&generated::dataset(4), FigureKind::Rating);
    let png = |figure: &Figure| {
        to_png(figure, PageSize { width: 900.0, least_height: 0.0, scale: 1.0, ..PageSize::USUAL }, &FontFaces::new())
            .unwrap()
    };
    let before = png(&figure);
    assert_eq!(difference(&before, &before), None);
    figure.title.push('s');
    assert!(difference(&before, &png(&figure)).is_some());
}
