//! Window and file draw one figure with the same code: the same figure, the same shapes.

use egui::epaint::ClippedShape;
use egui::{Context, Margin, Shape, Vec2};
use sidebyside::dataset::{load_builtin, reference};
use sidebyside::draw::{self, Extent, Interactivity, Setting};
use sidebyside::export::figure::{PageSize, shapes};
use sidebyside::export::headless::shapes_of;
use sidebyside::figure::{Body, Figure, TileBody, figure};
use sidebyside::model::{Dataset, FigureKind, OutcomeId, Reference, View};
use sidebyside::theme::{self, Mode, Tokens};

/// The margin of a page in a file, in points.
const MARGIN: i8 = 20;

/// The figure as the window draws it, on the page of a file: no pointer, nothing focused.
fn live(figure: &Figure, width: f32, mode: Mode, selected: Option<&OutcomeId>) -> Vec<ClippedShape> {
    let tokens = Tokens::of(mode);
    let setup = |ctx: &Context| {
        theme::install_fonts(ctx);
        theme::install_style(ctx, &tokens);
    };
    let drawn = shapes_of(Vec2::new(width, 100.0), setup, |ui| {
        let mut height = 0.0;
        egui::Frame::new().inner_margin(Margin::same(MARGIN)).show(ui, |ui| {
            let setting = Setting {
                tokens: &tokens,
                liveness: Interactivity::Interactive,
                extent: Extent::Whole,
                selected,
                order: None,
            };
            height = draw::figure_ui(ui, figure, setting).height;
        });
        height + 2.0 * f32::from(MARGIN)
    });
    drawn.shapes
}

fn in_a_file(figure: &Figure, width: f32) -> Vec<ClippedShape> {
    shapes(figure, PageSize { width, ..PageSize::default() }).unwrap().0.shapes
}

/// A shape as it is compared: text by its words, their look and where each letter stands. How the letters are painted is left
/// out, because a file writes their outlines and the window copies pictures of them.
fn compared(shape: &ClippedShape) -> (ClippedShape, String) {
    let Shape::Text(text) = &shape.shape else { return (shape.clone(), String::new()) };
    let colours = (text.fallback_color, text.override_text_color, text.underline, text.opacity_factor);
    let mut words = format!("{:?} {} {colours:?} {:?} {:?}", text.pos, text.angle, text.galley.job, text.galley.size());
    for row in &text.galley.rows {
        words.push_str(&format!("\n{:?} {:?}", row.pos, row.size));
        for glyph in &row.glyphs {
            words.push_str(&format!(" {:?} {:?} {}", glyph.chr, glyph.pos, glyph.advance_width));
        }
    }
    (ClippedShape { shape: Shape::Noop, ..shape.clone() }, words)
}

/// Shapes that paint something.
fn painted(shapes: &[ClippedShape]) -> Vec<(ClippedShape, String)> {
    shapes.iter().filter(|s| s.shape != Shape::Noop).map(compared).collect()
}

/// The first shape in which two drawings differ, in words.
fn difference(a: &[ClippedShape], b: &[ClippedShape]) -> Option<String> {
    let (a, b) = (painted(a), painted(b));
    let words = |shape: &(ClippedShape, String)| format!("{shape:?}").chars().take(400).collect::<String>();
    if let Some(index) = a.iter().zip(&b).position(|(a, b)| a != b) {
        return Some(format!("shape {index} is {} and {}", words(&a[index]), words(&b[index])));
    }
    (a.len() != b.len()).then(|| format!("{} shapes and {}", a.len(), b.len()))
}

fn built_in() -> Dataset {
    let mut dataset = load_builtin().expect("the built-in dataset").dataset;
    dataset.reference = Reference::lazy(reference);
    dataset
}

fn of_concept(dataset: &Dataset, concept: &str, kind: FigureKind) -> Figure {
    let indicators = dataset.indicators.iter().filter(|i| i.concept == concept).map(|i| i.id.clone()).collect();
    figure(dataset, &View { indicators, ..View::default() }, kind).unwrap()
}

/// Every kind of figure on the shipped dataset, the profile with all of it.
fn figures(dataset: &Dataset) -> Vec<Figure> {
    let mut figures = Vec::new();
    for kind in FigureKind::ALL {
        if kind.needs_one_concept() {
            figures
                .extend(["looked-after children", "fostering enquiries"].map(|name| of_concept(dataset, name, kind)));
        } else {
            figures.push(figure(dataset, &crate::view_for(dataset, kind), kind).unwrap());
        }
    }
    figures
}

#[test]
fn a_file_has_the_shapes_of_the_window() {
    let dataset = built_in();
    for figure in figures(&dataset) {
        assert!(!figure.drawn().is_empty(), "{} draws nothing", figure.title);
        for width in [700.0, 1000.0] {
            let differs = difference(&live(&figure, width, Mode::Light, None), &in_a_file(&figure, width));
            assert_eq!(differs, None, "{:?} of {:?} at {width}", figure.kind, figure.title);
        }
    }
}

#[test]
fn a_file_is_the_same_on_every_run() {
    let dataset = built_in();
    let figure = of_concept(&dataset, "looked-after children", FigureKind::Both);
    assert_eq!(difference(&in_a_file(&figure, 1000.0), &in_a_file(&figure, 1000.0)), None);
}

#[test]
fn the_comparison_sees_a_selection_another_colour_another_word() {
    let dataset = built_in();
    let figure = of_concept(&dataset, "looked-after children", FigureKind::Both);
    let file = in_a_file(&figure, 1000.0);
    let selected = figure.drawn()[0].clone();
    assert!(difference(&live(&figure, 1000.0, Mode::Light, Some(&selected)), &file).is_some());
    assert!(difference(&live(&figure, 1000.0, Mode::Dark, None), &file).is_some());
    let mut other = figure.clone();
    other.source.push('.');
    assert!(difference(&live(&other, 1000.0, Mode::Light, None), &file).is_some());
}

/// The lines of text in a drawing, each with its words, without the space above and below its letters.
fn text_lines(shapes: &[ClippedShape]) -> Vec<(String, egui::Rect)> {
    let mut lines = Vec::new();
    for clipped in shapes {
        let Shape::Text(text) = &clipped.shape else { continue };
        for row in text.galley.rows.iter().filter(|row| row.size.x > 0.0) {
            let rect = egui::Rect::from_min_size(text.pos + row.pos.to_vec2(), row.size).shrink2(Vec2::new(0.5, 4.0));
            lines.push((text.galley.text().to_owned(), rect));
        }
    }
    lines
}

#[test]
fn words_of_before_and_after_never_overlap_however_narrow() {
    let dataset = built_in();
    for kind in FigureKind::ALL.into_iter().filter(|kind| kind.needs_one_concept()) {
        let figure = of_concept(&dataset, "fostering enquiries", kind);
        for width in [560.0, 620.0, 680.0, 740.0, 1000.0] {
            let lines = text_lines(&in_a_file(&figure, width));
            for (index, (words, line)) in lines.iter().enumerate() {
                let over = lines.iter().skip(index + 1).find(|(other, at)| other != words && at.intersects(*line));
                assert_eq!(over, None, "{kind:?}, {width} wide: it lies over {words:?} at {line:?}");
            }
        }
    }
}

#[test]
fn the_key_keeps_to_the_narrowest_figure() {
    let figure = figure(&built_in(), &View::default(), FigureKind::Profile).unwrap();
    let page = 208.0 + 2.0 * f32::from(MARGIN);
    let lines = text_lines(&live(&figure, page, Mode::Light, None));
    let of_key: Vec<_> =
        lines.iter().filter(|(words, _)| figure.key.iter().any(|entry| entry.label() == words)).collect();
    assert!(of_key.len() > 3, "{of_key:?}");
    for (words, line) in of_key {
        assert!(line.right() <= page - f32::from(MARGIN) + 1.0, "{words:?} at {line:?} leaves the figure");
    }
}

#[test]
fn headings_of_small_figures_wrap_and_keep_apart_when_narrow() {
    let figure = figure(&built_in(), &View::default(), FigureKind::Profile).unwrap();
    let Body::Tiles(groups) = &figure.body else { panic!("no small figures") };
    for inner in [208.0, 320.0, 960.0] {
        let page = inner + 2.0 * f32::from(MARGIN);
        let lines = text_lines(&live(&figure, page, Mode::Light, None));
        // The pages of the window draw what can be seen; here that is the first group at least.
        let of = |words: &str| lines.iter().filter(|(told, _)| told == words).map(|(_, at)| *at).collect::<Vec<_>>();
        let drawn: Vec<_> = groups.iter().map(|group| (of(&group.heading), of(&group.aside), group)).collect();
        assert!(drawn.iter().all(|(heading, aside, _)| !heading.is_empty() && !aside.is_empty()));
        for (heading, aside, group) in drawn {
            let right = page - f32::from(MARGIN) + 1.0;
            assert!(heading.iter().chain(&aside).all(|line| line.right() <= right), "{:?} at {inner}", group.heading);
            let over = heading.iter().any(|line| aside.iter().any(|other| other.intersects(*line)));
            assert!(!over, "{:?} lies over {:?} at {inner}", group.heading, group.aside);
        }
    }
}

fn of_council(council: &str) -> Figure {
    let dataset = built_in();
    let councils = dataset.councils.iter().filter(|c| c.name == council).map(|c| c.id.clone()).collect();
    figure(&dataset, &View { councils, ..View::default() }, FigureKind::Profile).unwrap()
}

#[test]
fn no_column_of_small_figures_stays_empty() {
    // Two programmes with three outcomes each, where four cards would fit side by side.
    let cards = in_a_file(&of_council("Leeds"), 1000.0);
    let right = cards.iter().filter_map(|shape| match &shape.shape {
        Shape::Rect(rect) if rect.rect.width() > 200.0 && rect.rect.width() < 500.0 => Some(rect.rect.right()),
        _ => None,
    });
    assert!((right.fold(0.0, f32::max) - (1000.0 - f32::from(MARGIN))).abs() < 1.0);
}

#[test]
fn a_grade_alone_in_its_card_says_its_year_once() {
    let figure = of_council("Leeds");
    let Body::Tiles(groups) = &figure.body else { panic!("no small figures") };
    let mut alone = 0;
    for tile in groups.iter().flat_map(|group| &group.tiles) {
        if let TileBody::Ladders { ladders, .. } = &tile.body {
            let told = ladders.iter().filter(|ladder| ladder.caption == tile.foot).count();
            assert_eq!((told, tile.foot.is_empty()), (0, false), "{}", tile.title);
            alone += 1;
        }
    }
    assert_eq!(alone, 3);
}
