//! The letters of an SVG: outlines that stand once in the file, in the places that a reader with the font would set them.

use sidebyside::export::FontFaces;
use sidebyside::export::figure::{PageSize, shapes, to_svg};
use sidebyside::export::svg::tree_from_shapes;
use sidebyside::figure::Figure;
use sidebyside::model::FigureKind;
use sidebyside::progress::Progress;

use super::painting::{painted, rendered};
use super::{built_in, figure_of};

fn figures() -> Vec<Figure> {
    let dataset = built_in();
    let concept = Some("looked-after children");
    vec![
        figure_of(&dataset, concept, FigureKind::Both),
        figure_of(&dataset, concept, FigureKind::Slope),
        figure_of(&dataset, None, FigureKind::Rating),
    ]
}

#[test]
fn outlines_are_painted_as_the_text_that_they_stand_for() {
    let fonts = FontFaces::new();
    for figure in figures() {
        let (drawn, page) = shapes(&figure, PageSize::default()).unwrap();
        let outlines = painted(&to_svg(&figure, PageSize::default(), &fonts).unwrap(), 1.0).take();
        let text = tree_from_shapes(&drawn.shapes, &page, &fonts, Progress::default().without_progress()).unwrap();
        let set = rendered(&text, 1.0);
        let far = outlines.iter().zip(set.data()).filter(|(a, b)| a.abs_diff(**b) > 64).count();
        assert!(far * 2000 < outlines.len(), "{}: {far} of {} samples are far off", figure.title, outlines.len());
        let sum: u64 = outlines.iter().zip(set.data()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
        assert!(sum < outlines.len() as u64 / 4, "{}: the mean is off by {sum}", figure.title);
    }
}

#[test]
fn every_letter_is_stored_once_and_every_word_has_its_outlines() {
    let fonts = FontFaces::new();
    for figure in figures() {
        let svg = to_svg(&figure, PageSize::default(), &fonts).unwrap();
        let mut outlines: Vec<&str> =
            svg.lines().filter(|l| l.starts_with("<path id=")).filter_map(|l| l.split(" d=").nth(1)).collect();
        let all = outlines.len();
        outlines.retain(|data| *data != "\"\"/>");
        outlines.sort_unstable();
        outlines.dedup();
        // Faces draw some letters alike (capital I and small l), and white space not at all; the rest differ.
        assert!(all > 30 && outlines.len() + 6 > all, "{} of {all}", outlines.len());
        assert!(svg.matches("<use ").count() > 5 * all);
        let first = figure.title.split(' ').next().unwrap();
        assert!(svg.contains(&format!("aria-label=\"{first}")), "{}", figure.title);
        assert!(svg.len() < 200_000, "{} bytes", svg.len());
    }
}
