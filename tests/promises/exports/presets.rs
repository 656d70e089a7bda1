//! Presets: a figure of any kind is laid out again for a page, half a page, a slide or the web, and its type can be read there.

use std::collections::BTreeSet;

use egui::epaint::TextShape;
use egui::{Rect, Shape, pos2, vec2};
use sidebyside::export::figure::{PageSize, shapes, to_pdf, to_png, to_svg};
use sidebyside::export::pdf::Conformance;
use sidebyside::export::{ExportError, FontFaces, LEGIBLE_ON_A_SLIDE, Preset};
use sidebyside::figure::{Figure, figure};
use sidebyside::model::{CouncilId, Dataset, FigureKind, Filter, View};

use super::built_in;
use super::pdf::objects;

/// Points of a printer to a millimetre.
const POINTS: f32 = 72.0 / 25.4;

/// What is drawn of the built-in dataset: each kind of each of its concepts, of the councils with the most, and of some side by side.
fn figures(dataset: &Dataset) -> Vec<(String, Figure)> {
    let concepts: BTreeSet<&str> = dataset.indicators.iter().map(|indicator| indicator.concept.as_str()).collect();
    let of_concept = |concept: &str| {
        let indicators = dataset.indicators.iter().filter(|i| i.concept == concept).map(|i| i.id.clone());
        View { indicators: indicators.collect(), ..View::default() }
    };
    let mut all = Vec::new();
    for kind in FigureKind::ALL {
        let named = |name: &str| format!("{} of {name}", kind.keyword());
        if let Some(many) = kind.councils() {
            for count in many.clone() {
                let most = crate::view_for(dataset, kind).councils.named().to_vec();
                let councils: Filter<CouncilId> = most.into_iter().take(count).collect::<Vec<_>>().into();
                let view = View { councils, ..View::default() };
                all.push((named(&format!("{count} councils")), figure(dataset, &view, kind).unwrap()));
            }
            continue;
        }
        if !kind.needs_one_concept() {
            for council in ["staffordshire", "hertfordshire", "leeds", "portsmouth", "isle-of-wight"] {
                let view = View { councils: vec![CouncilId::new(council)].into(), ..View::default() };
                all.push((named(council), figure(dataset, &view, kind).unwrap()));
            }
        }
        for concept in &concepts {
            let figure = figure(dataset, &of_concept(concept), kind).unwrap();
            if !figure.drawn().is_empty() {
                all.push((named(concept), figure));
            }
        }
    }
    all
}

/// The texts of a figure on its page.
fn texts(made: &[egui::epaint::ClippedShape]) -> Vec<TextShape> {
    fn collect(shape: &Shape, found: &mut Vec<TextShape>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, found)),
            Shape::Text(text) if !text.galley.text().trim().is_empty() => found.push(text.clone()),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in made {
        collect(&clipped.shape, &mut found);
    }
    found
}

fn lines(text: &TextShape) -> Vec<Rect> {
    let lines = text.galley.rows.iter().filter(|row| row.size.x > 0.0);
    lines.map(|row| Rect::from_min_size(text.pos + row.pos.to_vec2(), row.size).shrink2(vec2(0.5, 3.0))).collect()
}

/// What is wrong with the words of a figure: they leave the page, overlap, or are broken within a word.
fn faults(figure: &Figure, sheet: PageSize) -> Vec<String> {
    let Ok((made, page)) = shapes(figure, sheet) else { return Vec::new() };
    let page = Rect::from_min_size(pos2(0.0, 0.0), page.size);
    let texts = texts(&made.shapes);
    let mut faults = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        let (words, here) = (text.galley.text(), lines(text));
        if here.iter().any(|line| !page.contains_rect(*line)) {
            faults.push(format!("{words:?} leaves the page"));
        }
        let rows = &text.galley.rows;
        let is_broken = rows.windows(2).any(|pair| {
            let ends = pair[0].row.glyphs.last().is_some_and(|glyph| glyph.chr.is_alphanumeric());
            let goes_on = pair[1].row.glyphs.first().is_some_and(|glyph| glyph.chr.is_alphanumeric());
            ends && goes_on && !pair[0].ends_with_newline
        });
        if is_broken {
            faults.push(format!("{words:?} is broken within a word"));
        }
        for other in &texts[index + 1..] {
            if here.iter().any(|line| lines(other).iter().any(|other| line.intersects(*other))) {
                faults.push(format!("{words:?} overlaps {:?}", other.galley.text()));
            }
        }
    }
    faults
}

/// The smallest type of an SVG whose letters are outlines, in points of a printer: each line of words has its scale from the 2048 units
/// of its face, and the drawing its own from its view box.
fn smallest_type(svg: &str) -> f32 {
    let head = svg.split_once('>').unwrap().0;
    let value = |name: &str| head.split_once(&format!(" {name}=\"")).unwrap().1.split_once('"').unwrap().0;
    let written = value("width");
    let width = match written.strip_suffix("mm") {
        Some(millimetres) => millimetres.parse::<f32>().unwrap() * POINTS,
        None => written.parse::<f32>().unwrap() * 0.75,
    };
    let laid_out: f32 = value("viewBox").split(' ').nth(2).unwrap().parse().unwrap();
    let scales = svg.split("scale(").skip(1).map(|rest| rest.split_once(')').unwrap().0.parse::<f32>().unwrap());
    scales.reduce(f32::min).unwrap() * 2048.0 * width / laid_out
}

#[test]
fn on_paper_no_type_of_any_kind_is_below_eight_points() {
    let (dataset, fonts) = (built_in(), FontFaces::new());
    let mut small = Vec::new();
    for (name, figure) in figures(&dataset) {
        for preset in [Preset::Page, Preset::Half] {
            let smallest = smallest_type(&to_svg(&figure, preset.page(), &fonts).unwrap());
            if smallest < 8.0 {
                small.push(format!("{name} has {smallest:.2} points for {}", preset.keyword()));
            }
        }
    }
    assert!(small.is_empty(), "{small:#?}");
}

#[test]
fn no_word_is_cut_off_broken_or_covered_at_any_preset() {
    let dataset = built_in();
    let mut found = Vec::new();
    for (name, figure) in figures(&dataset) {
        for preset in Preset::ALL {
            let faults = faults(&figure, preset.page());
            found.extend(faults.into_iter().map(|fault| format!("{name}, {}: {fault}", preset.keyword())));
        }
    }
    assert!(found.is_empty(), "{} faults: {found:#?}", found.len());
}

fn one(dataset: &Dataset, concept: &str, kind: FigureKind) -> Figure {
    super::figure_of(dataset, Some(concept), kind)
}

#[test]
fn a_page_is_160_millimetres_wide_in_every_format_and_half_78() {
    let (dataset, fonts) = (built_in(), FontFaces::new());
    let figure = one(&dataset, "fostering enquiries", FigureKind::Both);
    for (preset, millimetres) in [(Preset::Page, 160.0_f32), (Preset::Half, 78.0)] {
        let svg = to_svg(&figure, preset.page(), &fonts).unwrap();
        assert!(svg.contains(&format!(" width=\"{millimetres}mm\"")), "{}", &svg[..200]);
        let drawing = usvg::Tree::from_str(&svg, &usvg::Options::default()).unwrap();
        assert!((drawing.size().width() / 96.0 * 25.4 - millimetres).abs() < 0.02);
        let png = to_png(&figure, preset.page(), &fonts).unwrap();
        let reader = png::Decoder::new(std::io::Cursor::new(&png)).read_info().unwrap();
        // 300 dots an inch are 11811 a metre.
        assert_eq!(reader.info().pixel_dims.unwrap().xppu, 11811);
        let wide = reader.info().width as f32 / 11811.0 * 1000.0;
        assert!((wide - millimetres).abs() < 0.1, "{wide}");
        let pdf = to_pdf(&figure, preset.page(), &fonts).unwrap();
        assert_eq!(pdf.conformance, Conformance::PdfUa1);
        assert!((media_boxes(&pdf.bytes)[0].0 / POINTS - millimetres).abs() < 0.02);
    }
}

/// Width and height of the pages of a PDF, in points of a printer.
fn media_boxes(pdf: &[u8]) -> Vec<(f32, f32)> {
    let all = objects(pdf);
    let boxes = all.values().filter_map(|object| object.split_once("/MediaBox[0 0 "));
    let sides = boxes.map(|(_, rest)| rest.split_once(']').unwrap().0.split_once(' ').unwrap());
    sides.map(|(width, height)| (width.parse().unwrap(), height.parse().unwrap())).collect()
}

#[test]
fn a_slide_is_sixteen_to_nine_with_the_largest_type_that_fits() {
    let (dataset, fonts) = (built_in(), FontFaces::new());
    let mut sizes = BTreeSet::new();
    for (concept, kind) in [("children's services", FigureKind::Rating), ("fostering enquiries", FigureKind::Both)] {
        let figure = one(&dataset, concept, kind);
        let (_, page) = shapes(&figure, Preset::Slide.page()).unwrap();
        assert!((page.size.x * 9.0 - page.size.y * 16.0).abs() < 1e-3, "{:?}", page.size);
        let svg = to_svg(&figure, Preset::Slide.page(), &fonts).unwrap();
        assert!(svg.contains(" width=\"1280\" height=\"720\""), "{}", &svg[..200]);
        let png = to_png(&figure, Preset::Slide.page(), &fonts).unwrap();
        let reader = png::Decoder::new(std::io::Cursor::new(&png)).read_info().unwrap();
        assert_eq!((reader.info().width, reader.info().height), (2560, 1440));
        sizes.insert((smallest_type(&svg) * 10.0).round() as u32);
    }
    assert!(sizes.iter().all(|size| *size >= 80), "{sizes:?} tenths of a point");
}

#[test]
fn what_no_slide_holds_goes_over_several_as_pdf_only() {
    let (dataset, fonts) = (built_in(), FontFaces::new());
    let figure = one(&dataset, "looked-after children", FigureKind::Both);
    assert!(matches!(to_png(&figure, Preset::Slide.page(), &fonts), Err(ExportError::SlideTooFull)));
    let pdf = to_pdf(&figure, Preset::Slide.page(), &fonts).unwrap();
    let pages = media_boxes(&pdf.bytes);
    assert!(pages.len() > 1, "{pages:?}");
    assert!(pages.iter().all(|page| *page == (960.0, 540.0)), "{pages:?}");
    let whole = Preset::Slide.page();
    let several = PageSize { width: 960.0, ..whole };
    assert!(several.zoom() * 9.0 >= LEGIBLE_ON_A_SLIDE - 0.05, "type on several slides stays legible");
}

#[test]
fn a_tall_figure_goes_over_pages_that_fit_the_paper() {
    let (dataset, fonts) = (built_in(), FontFaces::new());
    for preset in [Preset::Page, Preset::Half] {
        let figure = one(&dataset, "looked-after children", FigureKind::Index);
        let pages = media_boxes(&to_pdf(&figure, preset.page(), &fonts).unwrap().bytes);
        assert!(pages.iter().all(|(_, height)| height / POINTS <= 240.0), "{pages:?}");
    }
}
