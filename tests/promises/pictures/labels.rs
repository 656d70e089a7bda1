//! Words on a figure never leave the page, are never cut, and never cover each other, however many councils there are.

use egui::epaint::{ClippedShape, TextShape};
use egui::{Rect, Shape};
use sidebyside::dataset::load_builtin;
use sidebyside::draw::{self, Extent, Interactivity, Setting};
use sidebyside::export::figure::{PageSize, shapes};
use sidebyside::export::headless::shapes_of;
use sidebyside::figure::{Figure, figure};
use sidebyside::model::{Dataset, FigureKind, Role, View};
use sidebyside::theme::{self, Tokens};

use super::generated;

/// Words that share less than this on either axis do not cover each other, in points.
const TOUCH: f32 = 1.0;

/// A line of words and where its letters stand.
pub(super) struct Line {
    words: String,
    pub(super) rect: Rect,
    clip: Rect,
}

/// The lines of a text: as wide as they were laid out, as high as their letters.
pub(super) fn lines(text: &TextShape, clip: Rect) -> Vec<Line> {
    let placed = |row: &egui::epaint::text::PlacedRow| {
        let origin = text.pos + row.pos.to_vec2();
        let letters = row.visuals.mesh_bounds.translate(origin.to_vec2());
        let inked = || row.glyphs.iter().filter(|glyph| !glyph.chr.is_whitespace());
        let wide =
            inked().next().map_or(0.0, |g| g.pos.x)..=inked().next_back().map_or(0.0, |g| g.pos.x + g.advance_width);
        let rect = Rect::from_x_y_ranges((origin.x + wide.start())..=(origin.x + wide.end()), letters.y_range());
        Line { words: row.text(), rect, clip }
    };
    text.galley.rows.iter().filter(|row| !row.text().trim().is_empty()).map(placed).collect()
}

/// What stands on a page.
#[derive(Default)]
struct Read {
    /// Everything that is written.
    written: Vec<Line>,
    /// Filled marks.
    marks: Vec<Rect>,
    /// Cards of small figures.
    cards: Vec<Rect>,
}

fn read(shapes: &[ClippedShape]) -> Read {
    let tokens = Tokens::light();
    let Read { mut written, mut marks, mut cards } = Read::default();
    let mut rest: Vec<(&Shape, Rect)> = shapes.iter().map(|s| (&s.shape, s.clip_rect)).collect();
    while let Some((shape, clip)) = rest.pop() {
        match shape {
            Shape::Vec(inner) => rest.extend(inner.iter().map(|s| (s, clip))),
            Shape::Text(text) => written.extend(lines(text, clip)),
            Shape::Rect(rect) if [tokens.mark, tokens.mark_muted].contains(&rect.fill) => marks.push(rect.rect),
            Shape::Circle(dot) if [tokens.mark, tokens.mark_muted].contains(&dot.fill) => {
                marks.push(Rect::from_center_size(dot.center, egui::Vec2::splat(2.0 * dot.radius)));
            }
            Shape::Path(path) if [tokens.mark, tokens.mark_muted].contains(&path.fill) => {
                marks.push(Rect::from_points(&path.points));
            }
            Shape::Rect(rect) if rect.fill == tokens.surface && rect.stroke.color == tokens.line => {
                cards.push(rect.rect);
            }
            _ => {}
        }
    }
    Read { written, marks, cards }
}

/// What is wrong with the words of a figure at a width, a line each.
fn faults(figure: &Figure, width: f32) -> Vec<String> {
    let (_, page) = shapes(figure, PageSize { width, ..PageSize::default() }).unwrap();
    let sheet = Rect::from_min_size(egui::Pos2::ZERO, page.size);
    faults_of(sheet, &read(&with_letters(figure, width)))
}

/// The shapes of a file, its letters as high as the window paints them; a file's own are laid out without being painted.
pub(super) fn with_letters(figure: &Figure, width: f32) -> Vec<ClippedShape> {
    let tokens = Tokens::light();
    let setup = |ctx: &egui::Context| {
        theme::install_fonts(ctx);
        theme::install_style(ctx, &tokens);
    };
    let drawn = shapes_of(egui::vec2(width, 100.0), setup, |ui| {
        let mut height = 0.0;
        egui::Frame::new().inner_margin(20).show(ui, |ui| {
            let setting = Setting {
                tokens: &tokens,
                liveness: Interactivity::Static,
                extent: Extent::Whole,
                selected: None,
                order: None,
            };
            height = draw::figure_ui(ui, figure, setting).height;
        });
        height + 40.0
    });
    assert!(!drawn.shapes.is_empty());
    drawn.shapes
}

fn faults_of(sheet: Rect, Read { written, marks, cards }: &Read) -> Vec<String> {
    let mut faults = Vec::new();
    for (index, line) in written.iter().enumerate() {
        for card in
            cards.iter().filter(|card| card.intersects(line.rect) && !card.shrink(10.0).contains_rect(line.rect))
        {
            faults.push(format!("{:?} at {:?} leaves its card {card:?}", line.words, line.rect));
        }
        if !sheet.contains_rect(line.rect) {
            faults.push(format!("{:?} leaves the page: {:?}", line.words, line.rect));
        }
        if !line.clip.expand(TOUCH).contains_rect(line.rect) {
            faults.push(format!("{:?} is cut: {:?} by {:?}", line.words, line.rect, line.clip));
        }
        for other in &written[index + 1..] {
            if covers(line.rect, other.rect) {
                faults.push(format!(
                    "{:?} at {:?} and {:?} at {:?} cover each other",
                    line.words, line.rect, other.words, other.rect
                ));
            }
        }
        for mark in marks {
            if covers(line.rect, *mark) {
                faults.push(format!("{:?} at {:?} stands on a mark at {mark:?}", line.words, line.rect));
            }
        }
    }
    faults
}

fn covers(a: Rect, b: Rect) -> bool {
    let shared = a.intersect(b);
    shared.width() > TOUCH && shared.height() > TOUCH
}

#[track_caller]
pub(super) fn assert_legible(figures: &[(String, Figure)], widths: &[f32]) {
    let mut all = Vec::new();
    for (name, figure) in figures {
        for width in widths {
            all.extend(faults(figure, *width).into_iter().map(|fault| format!("{name} at {width}: {fault}")));
        }
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
}

fn check(councils: usize) {
    let dataset = generated::dataset(councils);
    let figures: Vec<_> = FigureKind::ALL
        .into_iter()
        .map(|kind| (format!("{} of {councils}", kind.keyword()), generated::figure_of(&dataset, kind)))
        .collect();
    assert_legible(&figures, &[700.0, 1000.0, 1600.0]);
}

#[test]
fn words_of_one_council_are_legible() {
    check(1);
}

#[test]
fn words_of_five_councils_are_legible() {
    check(5);
}

#[test]
fn words_of_twenty_councils_are_legible() {
    check(20);
}

#[test]
fn words_of_sixty_councils_are_legible() {
    check(60);
}

/// Figures of the shipped dataset that the window offers: every concept with its levels and changes, all grades, the wall.
fn shipped(dataset: &Dataset) -> Vec<(String, Figure)> {
    let mut concepts: Vec<&str> = dataset.indicators.iter().map(|i| i.concept.as_str()).collect();
    concepts.sort_unstable();
    concepts.dedup();
    let everything = View { roles: Role::ALL.into_iter().collect(), ..View::default() };
    let mut figures = Vec::new();
    for concept in concepts {
        let indicators = dataset.indicators.iter().filter(|i| i.concept == concept).map(|i| i.id.clone()).collect();
        let view = View { indicators, ..everything.clone() };
        figures.push((format!("both of {concept}"), figure(dataset, &view, FigureKind::Both).unwrap()));
    }
    for kind in FigureKind::ALL.into_iter().filter(|kind| !kind.needs_one_concept()) {
        figures.push((format!("{} of everything", kind.keyword()), figure(dataset, &everything, kind).unwrap()));
    }
    figures
}

#[test]
fn words_of_the_shipped_figures_are_legible() {
    let dataset = load_builtin().unwrap().dataset;
    assert_legible(&shipped(&dataset), &[700.0, 1000.0]);
}

#[test]
fn words_of_the_wall_are_legible_in_the_room_300_per_cent_leave() {
    let dataset = load_builtin().unwrap().dataset;
    let wall: Vec<_> = shipped(&dataset).into_iter().filter(|(_, figure)| figure.kind == FigureKind::Profile).collect();
    assert!(!wall.is_empty());
    assert_legible(&wall, &[390.0, 420.0]);
}

#[test]
fn the_check_sees_words_that_overlap_leave_the_page_or_are_cut() {
    let sheet = Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(100.0, 50.0));
    let line = |left: f32, clip: Rect| Line {
        words: "words".to_owned(),
        rect: Rect::from_min_size(egui::pos2(left, 10.0), egui::vec2(30.0, 10.0)),
        clip,
    };
    let faults = |written: Vec<Line>, marks: Vec<Rect>, cards: Vec<Rect>| {
        faults_of(sheet, &Read { written, marks, cards }).len()
    };
    assert_eq!(faults(vec![line(0.0, sheet), line(40.0, sheet)], vec![], vec![]), 0);
    assert_eq!(faults(vec![line(0.0, sheet), line(20.0, sheet)], vec![], vec![]), 1);
    assert_eq!(faults(vec![line(80.0, Rect::EVERYTHING)], vec![], vec![]), 1);
    let half = Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(20.0, 50.0));
    assert_eq!(faults(vec![line(0.0, half)], vec![], vec![]), 1);
    assert_eq!(faults(vec![line(0.0, sheet)], vec![sheet], vec![]), 1);
    assert_eq!(faults(vec![line(8.0, sheet)], vec![], vec![half]), 1);
}
