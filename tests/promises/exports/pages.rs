//! Tall figures: as PDF they go over pages, each outcome on exactly one; as PNG a picture beyond all measure is refused.

use sidebyside::dataset::load_text;
use sidebyside::export::FontFaces;
use sidebyside::export::figure::{PageSize, shapes, to_pdf, to_png};
use sidebyside::export::pdf::Conformance;
use sidebyside::figure::pages::{Item, PageSpace, plan, split};
use sidebyside::figure::{Body, Figure, figure};
use sidebyside::model::{Dataset, FigureKind, View};

use super::pdf::objects;
use super::{built_in, figure_of};

/// So many councils, each with one outcome of one indicator, under two headings by length of period.
fn crowd(councils: usize) -> Dataset {
    let numbers = || 1..=councils;
    let bodies: Vec<String> = numbers()
        .map(|n| format!("(id: \"c{n}\", name: \"Council {n:04}\", kind: unitary, nation: england),"))
        .collect();
    let programmes: Vec<String> = numbers()
        .map(|n| {
            let until = if n % 3 == 0 { 2020 } else { 2016 };
            format!(
                "(id: \"p{n}\", name: \"Programme {n}\", places: [\"c{n}\"], topic: \"Places\", summary: \"Made up.\", sources: \
                 [(source: \"doc\", at: \"page {n}\")], outcomes: [(id: \"o{n}\", indicator: \"places\", published: \
                 pair(before: (\"{}\", \"2015-03-31\"), after: (\"{}\", \"{until}-03-31\")), sources: [(source: \"doc\", at: \
                 \"page {n}\")])]),",
                100 + n * 37 % 400,
                100 + n * 53 % 400,
            )
        })
        .collect();
    let ron = format!(
        "(format: 1, title: \"Made up\", licence: \"CC0\", sources: [(id: \"doc\", title: \"Made up\")], councils: [{}], \
         indicators: [(id: \"places\", name: \"Places\", concept: \"places\", topic: \"Places\", unit: \"places\", measure: \
         stock)], programmes: [{}])",
        bodies.concat(),
        programmes.concat()
    );
    load_text(&ron).unwrap().dataset
}

fn crowded(councils: usize, kind: FigureKind) -> Figure {
    figure(&crowd(councils), &View::default(), kind).unwrap()
}

fn narrow() -> PageSize {
    PageSize { width: 700.0, ..PageSize::default() }
}

#[test]
fn every_outcome_is_on_exactly_one_page_in_the_figures_order() {
    for kind in FigureKind::ALL {
        let figure = crowded(61, kind);
        for outcomes in 1..=4 {
            // Slopes are parted between groups only.
            let outcomes = if kind == FigureKind::Slope { figure.drawn().len() } else { outcomes };
            let mut left = figure.drawn().len();
            let items: Vec<Item> = std::iter::from_fn(|| {
                let here = outcomes.min(left);
                left -= here;
                (here > 0).then_some(Item { outcomes: here, height: 50.0, group: 0, heading: 0.0 })
            })
            .collect();
            let counts = plan(&items, PageSpace { first: 320.0, next: 400.0, notes: 170.0 });
            let pages = split(&figure, &items, &counts);
            let shown: Vec<_> = pages.iter().flat_map(Figure::drawn).collect();
            assert_eq!(shown, figure.drawn(), "{kind:?}");
            let (last, others) = pages.split_last().unwrap();
            assert_eq!((&last.notes, &last.left_out, &last.source), (&figure.notes, &figure.left_out, &figure.source));
            assert!(others.iter().all(|page| page.notes.is_empty() && page.source.is_empty()));
            assert!(pages.iter().all(|page| page.key == figure.key && page.subtitle == figure.subtitle));
        }
    }
}

#[test]
fn a_tall_figure_goes_over_equal_pages_with_type_full_size() {
    let figure = crowded(61, FigureKind::Both);
    let pdf = to_pdf(&figure, narrow(), &FontFaces::new()).unwrap();
    assert_eq!(pdf, to_pdf(&figure, narrow(), &FontFaces::new()).unwrap(), "the same bytes twice");
    assert_eq!(pdf.conformance, Conformance::PdfUa1);
    let all = objects(&pdf.bytes);
    let pages: Vec<&String> =
        all.values().filter(|o| o.contains("/Type/Page/") || o.contains("/Type/Page>>")).collect();
    assert!(pages.len() > 2, "{}", pages.len());
    // 700 points of the window at 96 to the inch are 525 of PDF at 72; 989 and 741.75 are the proportions of A4.
    for page in &pages {
        assert!(page.contains("/MediaBox[0 0 525 741.75]"), "{page}");
    }
    let all = all.values().cloned().collect::<Vec<_>>().join("\n");
    assert_eq!(all.matches("/S/Figure").count(), pages.len());
    assert_eq!(all.matches("/S/H1/").count(), pages.len());
    for page in 2..=pages.len() {
        let title = format!("{} (continued, page {page} of {})", figure.title, pages.len());
        assert!(
            all.contains(&format!("/T({})", title.replace('(', "\\(").replace(')', "\\)"))) || all.contains(&title)
        );
    }
}

#[test]
fn a_figure_that_fits_stays_on_one_page_as_high_as_it_needs() {
    let figure = figure_of(&built_in(), Some("looked-after children"), FigureKind::Both);
    let (_, page) = shapes(&figure, PageSize::default()).unwrap();
    let pdf = to_pdf(&figure, PageSize::default(), &FontFaces::new()).unwrap();
    let all = objects(&pdf.bytes).into_values().collect::<Vec<_>>().join("\n");
    assert!(all.contains(&format!("/MediaBox[0 0 750 {}]", page.size.y * 0.75)));
    // Who wants one long page asks for the height.
    let tall = PageSize { least_height: 9000.0, ..narrow() };
    let pdf = to_pdf(&crowded(61, FigureKind::Both), tall, &FontFaces::new()).unwrap();
    let all = objects(&pdf.bytes).into_values().collect::<Vec<_>>().join("\n");
    assert!(all.contains("/MediaBox[0 0 525 6750]"));
}

#[test]
fn slopes_too_tall_for_a_page_keep_their_axes_whole() {
    let figure = crowded(61, FigureKind::Slope);
    assert!(matches!(&figure.body, Body::Slopes(_)));
    let pdf = to_pdf(&figure, narrow(), &FontFaces::new()).unwrap();
    assert_eq!(pdf.conformance, Conformance::PdfUa1);
}

#[test]
fn five_thousand_rows_are_told_what_they_can_become() {
    let figure = crowded(5000, FigureKind::Paired);
    let refused = to_png(&figure, PageSize { scale: 1.0, ..narrow() }, &FontFaces::new()).unwrap_err().to_string();
    assert!(refused.contains("choose a smaller scale") && refused.contains("save it as PDF"), "{refused}");
}

#[test]
fn sizes_and_scales_out_of_range_are_refused_in_words() {
    let figure = crowded(1, FigureKind::Paired);
    for (sheet, words) in [
        (PageSize { width: 0.0, ..narrow() }, "width of 0 points"),
        (PageSize { width: 100_000.0, ..narrow() }, "width of 100000 points"),
        (PageSize { width: f32::NAN, ..narrow() }, "width of NaN points"),
        (PageSize { least_height: f32::NAN, ..narrow() }, "height of NaN points"),
        (PageSize { least_height: 1e6, ..narrow() }, "height of 1000000 points"),
        (PageSize { scale: 0.0, ..narrow() }, "scale 0 is not above 0"),
        (PageSize { scale: f32::NAN, ..narrow() }, "scale NaN is not above 0"),
        (PageSize { scale: 1000.0, ..narrow() }, "million pixels are the most"),
    ] {
        let refused = to_png(&figure, sheet, &FontFaces::new()).unwrap_err().to_string();
        assert!(refused.contains(words), "{refused}");
    }
}
