//! Councils on paper: a booklet of one chapter each with contents, bookmarks, page numbers and sources, or one council's page alone.
//!
//! A4, upright, as tagged PDF. What stands on a page is what the room Council shows, drawn by the same code. There is no date in it
//! but those of the data, so that the same dataset gives the same bytes. Left out: where a page ends, which [`flow`] decides, and how
//! a piece is drawn, which stands in [`pieces`].

mod flow;
mod pieces;

use std::collections::BTreeMap;

use egui::Vec2;

use crate::figure::council_page::{CouncilPage, StoryTone, council_page};
use crate::figure::{Body, Figure, KeyEntry, left_out_sentences, words};
use crate::model::{CouncilId, Dataset, Source, SourceId, View};
use crate::progress::ProgressRange;
use crate::say;
use crate::theme::{Tokens, Type, space};

use super::pdf::{self, PartRole, Pdf, PdfPage, TaggedPart};
use super::{About, ExportError, FontFaces, PageSheet};

use flow::{BlockExtent, pages};
use pieces::{Block, Piece, Text, TextTone, blocks};

/// A4 in points of this application, 96 to the inch.
const PAPER: Vec2 = Vec2::new(793.7, 1122.52);
/// Around what stands on a page; the page's number stands in the lower one.
const MARGIN: f32 = 56.0;
/// Width of the text, and height of what a page holds above its number.
const WIDTH: f32 = PAPER.x - 2.0 * MARGIN;
const ROOM: f32 = PAPER.y - 2.0 * MARGIN - 16.0;
/// The share of the work that is drawing; the rest is writing the file.
const DRAWING: f32 = 0.35;

/// How councils are bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binding {
    /// With a title, contents and sources.
    Booklet,
    /// The councils' pages alone, as they are printed from the window.
    Pages,
}

/// The councils' pages as a PDF, each beginning on a page of its own, of what the view asks for of each of them.
///
/// # Errors
/// As [`pdf::pdf_from_leaves`], and where it is told to stop.
pub fn booklet(
    dataset: &Dataset,
    view: &View,
    (councils, binding): (&[CouncilId], Binding),
    fonts: &FontFaces,
    stretch: ProgressRange<'_>,
) -> Result<Pdf, ExportError> {
    let drawing = stretch.part(0.0..DRAWING);
    let mut chapters = Vec::with_capacity(councils.len());
    for (nth, id) in councils.iter().enumerate() {
        let page = council_page(dataset, &View { councils: vec![id.clone()].into(), ..view.clone() });
        let blocks = blocks(&chapter(&page, binding), WIDTH);
        drawing.report(nth + 1, councils.len())?;
        chapters.push(DrawnChapter { council: id.clone(), leaves: leaves(blocks), page });
    }
    let (front, back) = match binding {
        Binding::Booklet => {
            // Contents take the same room whatever numbers stand in them.
            let at_first = leaves(blocks(&front(dataset, view, &chapters, 0), WIDTH)).len();
            let front = leaves(blocks(&front(dataset, view, &chapters, at_first), WIDTH));
            let back = leaves(blocks(&back(dataset, &chapters, at_first), WIDTH));
            (front, back)
        }
        Binding::Pages => (Vec::new(), Vec::new()),
    };
    let title = match (binding, chapters.as_slice()) {
        (Binding::Pages, [only]) => only.page.name.clone(),
        (Binding::Pages | Binding::Booklet, _) => dataset.title.clone(),
    };
    let description = match chapters.as_slice() {
        [only] => only.page.summary.clone(),
        _ => counted(dataset, view, &chapters),
    };
    let within = chapters.into_iter().flat_map(|chapter| chapter.leaves);
    let all: Vec<Leaf> = front.into_iter().chain(within).chain(back).collect();
    let folio = |nth: usize| {
        let words = say!("paper-folio", title = title.as_str(), page = nth + 1, of = all.len());
        Piece::line(Text { words, font: Type::Small.regular(), ink: TextTone::Quiet, role: PartRole::Folio })
    };
    let folios = blocks(&(0..all.len()).map(folio).collect::<Vec<_>>(), WIDTH);
    let paper: Vec<PdfPage> = all.into_iter().zip(folios).map(|(leaf, folio)| paper(leaf, folio)).collect();
    pdf::pdf_from_leaves(&paper, fonts, &About { title, description }, stretch.part(DRAWING..1.0))
}

/// What stands on one page, each from so many points below the margin on.
type Leaf = Vec<(f32, Block)>;

/// A council's chapter, parted into pages.
struct DrawnChapter {
    council: CouncilId,
    page: CouncilPage,
    leaves: Vec<Leaf>,
}

/// Parts blocks into pages.
fn leaves(blocks: Vec<Block>) -> Vec<Leaf> {
    let extents: Vec<BlockExtent> = blocks.iter().map(|block| block.extent).collect();
    let mut rest = blocks.into_iter();
    let leaf = |count: usize| {
        let mut down = 0.0;
        let blocks = rest.by_ref().take(count).enumerate();
        let placed = blocks.map(|(nth, block)| {
            // Nothing is left free above what begins a page.
            let top = if nth == 0 { 0.0 } else { down + block.extent.above };
            down = top + block.extent.height;
            (top, block)
        });
        placed.collect()
    };
    pages(&extents, ROOM).into_iter().map(leaf).collect()
}

/// A page of the file with its number at the foot. What is taller than a page makes it longer.
fn paper(leaf: Leaf, folio: Block) -> PdfPage {
    let end = leaf.iter().map(|(top, block)| top + block.extent.height).fold(0.0, f32::max);
    let height = PAPER.y.max(PAPER.y - ROOM + end);
    let drawn = leaf.into_iter().filter(|(_, block)| !block.shapes.is_empty());
    let mut parts: Vec<TaggedPart> = drawn.map(|(top, block)| block.at(Vec2::new(MARGIN, MARGIN + top))).collect();
    parts.push(folio.at(Vec2::new(MARGIN, height - MARGIN)));
    let page = PageSheet::of(Vec2::new(PAPER.x, height), Tokens::light().surface);
    PdfPage { page, parts }
}

/// The pieces of a council's chapter. Bound with others, its name is a heading below that of the booklet.
fn chapter(page: &CouncilPage, binding: Binding) -> Vec<Piece> {
    let level = match binding {
        Binding::Booklet => 2,
        Binding::Pages => 1,
    };
    let mut pieces = vec![
        Piece::heading(&page.name, level, Type::Title.bold()),
        Piece::text(&page.facts, Type::Body.regular(), TextTone::Quiet).with_next(),
    ];
    if !page.note.is_empty() {
        pieces.push(Piece::text(&page.note, Type::Body.regular(), TextTone::Quiet));
    }
    pieces.push(Piece::text(&page.summary, Type::Body.bold(), TextTone::Full).after(space::S));
    for chapter in &page.chapters {
        pieces.push(Piece::heading(&chapter.heading, level + 1, Type::Heading.bold()).ruled().after(space::L));
        if !chapter.facts.is_empty() {
            pieces.push(Piece::text(&chapter.facts, Type::Small.regular(), TextTone::Quiet).with_next());
        }
        for line in &chapter.told {
            let (font, ink) = match line.tone {
                StoryTone::Plain => (Type::Body.regular(), TextTone::Full),
                StoryTone::Strong => (Type::Body.bold(), TextTone::Full),
                StoryTone::Quiet => (Type::Small.regular(), TextTone::Quiet),
            };
            pieces.push(Piece::text(&line.words, font, ink).after(space::XS));
        }
        pieces.extend(chapter.figure.clone().map(|figure| Piece::Figure { figure: Box::new(figure), above: space::M }));
    }
    let figure = &page.figure;
    let left_out = left_out_sentences(&figure.left_out);
    let notes = figure.notes.iter().map(|note| &note.text).chain(&left_out).chain([&figure.source]);
    let notes: Vec<&String> = notes.filter(|words| !words.is_empty()).collect();
    if !notes.is_empty() {
        pieces.push(Piece::heading(say!("paper-notes"), level + 1, Type::Heading.bold()).ruled().after(space::L));
    }
    let note = |words: &String| Piece::text(words, Type::Small.regular(), TextTone::Quiet).after(2.0);
    pieces.extend(notes.into_iter().map(note));
    pieces
}

/// Title, what it is, what the marks mean, and the contents, whose numbers count the pages before the chapters as so many.
fn front(dataset: &Dataset, view: &View, chapters: &[DrawnChapter], before: usize) -> Vec<Piece> {
    let mut pieces = vec![Piece::heading(&dataset.title, 1, egui::FontId::new(26.0, Type::Title.bold().family))];
    let facts = [dataset.summary.clone(), counted(dataset, view, chapters), documents(dataset, chapters)];
    let licence = (!dataset.licence.is_empty()).then(|| say!("paper-licence", licence = dataset.licence.as_str()));
    for words in facts.into_iter().chain(licence).filter(|words| !words.trim().is_empty()) {
        pieces.push(Piece::text(words.trim(), Type::Body.regular(), TextTone::Full).after(space::S));
    }
    let mut key: Vec<KeyEntry> = Vec::new();
    for entry in chapters.iter().flat_map(|chapter| &chapter.page.figure.key) {
        if !key.contains(entry) {
            key.push(*entry);
        }
    }
    if !key.is_empty() {
        let labels: Vec<&str> = key.iter().map(|entry| entry.label()).collect();
        let alt = say!("paper-key-alt", marks = labels.join(say!("list-semicolon")));
        // A body of nothing has no key beside it; one of no small figures has.
        let figure = Figure { key, alt, body: Body::Tiles(Vec::new()), ..Figure::default() };
        pieces.push(Piece::Key { figure: Box::new(figure), above: space::M });
    }
    pieces.push(Piece::heading(say!("paper-contents"), 2, Type::Heading.bold()).after(space::L));
    let mut page = before;
    for chapter in chapters {
        pieces.push(Piece::Entry { words: chapter.page.name.clone(), page });
        page += chapter.leaves.len();
    }
    pieces.push(Piece::Entry { words: say!("paper-sources").to_owned(), page });
    pieces
}

fn counted(dataset: &Dataset, view: &View, chapters: &[DrawnChapter]) -> String {
    let of_these = |place: &CouncilId| chapters.iter().any(|chapter| &chapter.council == place);
    let outcomes = view.select(dataset).into_iter().filter(|l| l.outcome.places.iter().any(of_these)).count();
    say!("paper-counted", n = chapters.len(), outcomes = outcomes)
}

/// When the documents were published that these chapters are written in; empty where none says when.
fn documents(dataset: &Dataset, chapters: &[DrawnChapter]) -> String {
    let dates: Vec<String> = used(dataset, chapters)
        .filter(|source| source.published.is_stated())
        .map(|source| words::period(&source.published))
        .collect();
    let mut each: Vec<&String> = Vec::new();
    for date in &dates {
        if !each.contains(&date) {
            each.push(date);
        }
    }
    if each.is_empty() {
        return String::new();
    }
    let each: Vec<String> = each.into_iter().cloned().collect();
    say!("paper-documents", n = dates.len(), dates = each.join(say!("list-comma")))
}

/// The documents that these chapters are written in, in the dataset's order.
fn used<'a>(dataset: &'a Dataset, chapters: &'a [DrawnChapter]) -> impl Iterator<Item = &'a Source> {
    dataset.sources.iter().filter(|source| chapters.iter().any(|chapter| chapter.page.sources.contains(&source.id)))
}

/// The sources, each with the pages of the chapters that use it.
fn back(dataset: &Dataset, chapters: &[DrawnChapter], before: usize) -> Vec<Piece> {
    let mut on: BTreeMap<&SourceId, Vec<usize>> = BTreeMap::new();
    let mut page = before + 1;
    for chapter in chapters {
        for source in &chapter.page.sources {
            on.entry(source).or_default().push(page);
        }
        page += chapter.leaves.len();
    }
    let mut pieces = vec![Piece::heading(say!("paper-sources"), 2, Type::Title.bold())];
    for source in used(dataset, chapters) {
        pieces.push(Piece::text(&source.title, Type::Body.bold(), TextTone::Full).after(space::M).with_next());
        let mut facts: Vec<String> = Vec::new();
        if !source.publisher.is_empty() {
            facts.push(source.publisher.clone());
        }
        if source.published.is_stated() {
            facts.push(words::period(&source.published));
        }
        let numbers = on.get(&source.id).cloned().unwrap_or_default();
        let listed: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        facts.push(say!("paper-chapters-from", n = listed.len(), pages = listed.join(say!("list-comma"))));
        pieces.push(Piece::text(&facts.join(" · "), Type::Small.regular(), TextTone::Quiet));
        if !source.note.is_empty() {
            pieces.push(Piece::text(&source.note, Type::Small.regular(), TextTone::Quiet));
        }
    }
    pieces
}
