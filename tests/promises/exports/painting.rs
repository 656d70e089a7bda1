//! A picture is painted from the shapes, not from the SVG: held to what resvg, another program's eye, makes of the SVG.

use resvg::tiny_skia::{Pixmap, Transform};
use sidebyside::dataset::load_file;
use sidebyside::export::FontFaces;
use sidebyside::export::figure::{PageSize, to_pixels, to_svg};
use sidebyside::figure::{Figure, figure};
use sidebyside::model::FigureKind;
use sidebyside::progress::Progress;

use crate::pictures::generated;
use crate::window::test_data;

/// How far any channel of any pixel may be off, of 255. Both painters sample an edge four times in a pixel; a letter that stands a
/// sixteenth of a pixel elsewhere can gain or lose two of the samples, where two of its edges meet in one pixel.
const FARTHEST: u8 = 128;

/// One sample: farther off than that are no more than one in [`FEW`].
const SAMPLE: u8 = 64;

/// See [`SAMPLE`].
const FEW: usize = 20_000;

/// How far it may be off in the mean, of 255.
const MEAN: f64 = 0.3;

/// A tree as resvg paints it.
pub(super) fn rendered(tree: &usvg::Tree, scale: f32) -> Pixmap {
    let size = tree.size().to_int_size().scale_by(scale).unwrap();
    let mut pixmap = Pixmap::new(size.width(), size.height()).unwrap();
    resvg::render(tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap
}

/// A file of SVG as resvg paints it.
pub(super) fn painted(svg: &str, scale: f32) -> Pixmap {
    rendered(&usvg::Tree::from_str(svg, &usvg::Options::default()).unwrap(), scale)
}

/// Every kind of figure, and the forms of a profile.
fn figures() -> Vec<Figure> {
    let dataset = generated::dataset(7);
    let mut figures: Vec<Figure> =
        FigureKind::ALL.into_iter().map(|kind| generated::figure_of(&dataset, kind)).collect();
    let forms = load_file(&test_data("valid/every-form.ron")).unwrap().dataset;
    figures.extend(
        FigureKind::ALL.into_iter().filter_map(|kind| figure(&forms, &crate::view_for(&forms, kind), kind).ok()),
    );
    figures
}

/// How far two pictures are from each other.
struct Distance {
    farthest: u8,
    /// How many values are off by more than one sample.
    far: usize,
    mean: f64,
}

fn distance(a: &[u8], b: &[u8]) -> Distance {
    assert_eq!(a.len(), b.len(), "they are of one size");
    let off: Vec<u8> = a.iter().zip(b).map(|(a, b)| a.abs_diff(*b)).collect();
    let sum: u64 = off.iter().map(|off| u64::from(*off)).sum();
    Distance {
        farthest: off.iter().copied().max().unwrap(),
        far: off.iter().filter(|off| **off > SAMPLE).count(),
        mean: sum as f64 / off.len() as f64,
    }
}

#[test]
fn every_kind_of_figure_is_painted_as_its_svg_is_read() {
    let fonts = FontFaces::new();
    for figure in figures() {
        for scale in [1.0, 2.0, 3.125] {
            let sheet = PageSize { width: 800.0, scale, ..PageSize::default() };
            let direct = to_pixels(&figure, sheet, &fonts, Progress::default().without_progress()).unwrap();
            let read = painted(&to_svg(&figure, sheet, &fonts).unwrap(), scale);
            // A page that ends within a pixel lets light through there as SVG, and is whole as a picture.
            let inner = direct.as_raw().len() - 4 * direct.width();
            let Distance { farthest, far, mean } = distance(&direct.as_raw()[..inner], &read.data()[..inner]);
            assert!(
                farthest <= FARTHEST && far * FEW <= read.data().len() && mean < MEAN,
                "{:?} of {:?} at {scale}: {farthest} at most, {far} of {} by more than a sample, {mean} in the mean",
                figure.kind,
                figure.title,
                read.data().len()
            );
        }
    }
}

#[test]
fn the_comparison_of_paintings_sees_another_word() {
    let fonts = FontFaces::new();
    let mut figure = generated::figure_of(&generated::dataset(4), FigureKind::Both);
    let sheet = PageSize { scale: 1.0, ..PageSize::default() };
    let before = to_pixels(&figure, sheet, &fonts, Progress::default().without_progress()).unwrap();
    figure.title.push('s');
    let after = to_pixels(&figure, sheet, &fonts, Progress::default().without_progress()).unwrap();
    let Distance { farthest, far, .. } = distance(before.as_raw(), after.as_raw());
    assert!(farthest > FARTHEST && far * FEW > before.as_raw().len(), "{farthest}, {far}");
}

#[test]
fn painting_with_the_letters_of_before_gives_the_same_pixels() {
    let fonts = FontFaces::new();
    for figure in figures().iter().take(3) {
        let sheet = PageSize::default();
        let first = to_pixels(figure, sheet, &FontFaces::new(), Progress::default().without_progress()).unwrap();
        let (second, third) = (
            to_pixels(figure, sheet, &fonts, Progress::default().without_progress()).unwrap(),
            to_pixels(figure, sheet, &fonts, Progress::default().without_progress()).unwrap(),
        );
        assert!(first == second && second == third, "{:?}", figure.kind);
    }
}
