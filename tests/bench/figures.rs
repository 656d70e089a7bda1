//! One figure of 1600×900 points: 20 councils, before and after, 40 labels of values.

use divan::Bencher;
use sidebyside::dataset::load_text;
use sidebyside::export::figure::{PageSize, shapes, to_pdf, to_png, to_svg};
use sidebyside::export::{FontFaces, Format};
use sidebyside::figure::{Figure, figure};
use sidebyside::model::{Dataset, FigureKind, View};

use crate::councils;

const SHEET: PageSize = PageSize { width: 1600.0, least_height: 900.0, scale: 1.0, ..PageSize::USUAL };

fn dataset() -> Dataset {
    load_text(&councils::dataset(20, 1)).unwrap().dataset
}

fn bars() -> Figure {
    figure(&dataset(), &View::default(), FigureKind::Paired).unwrap()
}

/// From the dataset to the figure as plain data.
#[divan::bench]
fn as_plain_data(bencher: Bencher) {
    let dataset = dataset();
    bencher.bench(|| figure(&dataset, &View::default(), FigureKind::Paired));
}

/// The figure as egui's shapes.
#[divan::bench]
fn as_shapes(bencher: Bencher) {
    let figure = bars();
    bencher.bench(|| shapes(&figure, SHEET));
}

#[divan::bench]
fn reading_the_faces() -> FontFaces {
    FontFaces::new()
}

#[divan::bench]
fn to_an_svg(bencher: Bencher) {
    let (figure, fonts) = (bars(), FontFaces::new());
    bencher.bench(|| to_svg(&figure, SHEET, &fonts));
}

#[divan::bench]
fn to_a_png(bencher: Bencher) {
    let (figure, fonts) = (bars(), FontFaces::new());
    bencher.bench(|| to_png(&figure, SHEET, &fonts));
}

#[divan::bench]
fn to_a_pdf(bencher: Bencher) {
    let (figure, fonts) = (bars(), FontFaces::new());
    bencher.bench(|| to_pdf(&figure, SHEET, &fonts));
}

#[divan::bench]
fn to_a_workbook(bencher: Bencher) {
    let (dataset, figure, fonts) = (dataset(), bars(), FontFaces::new());
    bencher.bench(|| Format::Xlsx.file(&dataset, &View::default(), &figure, SHEET, &fonts));
}
