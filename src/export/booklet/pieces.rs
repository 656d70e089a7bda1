//! What a booklet is made of, drawn: headings, paragraphs, small figures, entries of the contents.
//!
//! All pieces of a chapter are drawn below one another on one long sheet, and each becomes a block of shapes that knows its height.
//! A line of small figures is a block of its own, so that a page may end after each.

use egui::epaint::ClippedShape;
use egui::text::{LayoutJob, TextFormat};
use egui::{Align, FontId, Pos2, Rect, Stroke, Ui, UiBuilder, Vec2};

use crate::draw::{self, Interactivity, Setting};
use crate::export::canvas::bounds_of;
use crate::export::headless::shapes_of;
use crate::export::install_for_layout;
use crate::export::pdf::{PartRole, TaggedPart};
use crate::figure::{Body, Figure};
use crate::theme::{self, Tokens, Type, space};

use super::flow::BlockExtent;

/// Paragraphs of more lines than this are parted, so that a page can end between them.
const MOST_LINES: usize = 30;
/// Height of a line of the contents, and what its number takes of it.
const ENTRY: f32 = 22.0;
const NUMBER: f32 = 48.0;

/// How loud words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextTone {
    /// Text.
    Full,
    /// Quieter text.
    Quiet,
}

/// Words, how they look, and what they are to a screen reader.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub words: String,
    pub font: FontId,
    pub ink: TextTone,
    pub role: PartRole,
}

/// Something that is drawn below what comes before it.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    /// Wrapped words; with a line above them where they are `ruled`, and on one line where they are `one_line`.
    Text { text: Box<Text>, above: f32, keeps_with_next: bool, ruled: bool, one_line: bool },
    /// Small figures.
    Figure { figure: Box<Figure>, above: f32 },
    /// What the marks of a figure mean.
    Key { figure: Box<Figure>, above: f32 },
    /// A line of the contents that leads to a page, counted from 0.
    Entry { words: String, page: usize },
}

impl Piece {
    pub(super) fn text(words: &str, font: FontId, ink: TextTone) -> Self {
        let role = PartRole::Paragraph(words.to_owned());
        let text = Box::new(Text { words: words.to_owned(), font, ink, role });
        Self::Text { text, above: 2.0, keeps_with_next: false, ruled: false, one_line: false }
    }

    /// A heading of a level, from 1 on, which stands on the page of what follows.
    pub(super) fn heading(words: &str, level: u16, font: FontId) -> Self {
        let role = match level {
            1 => PartRole::Heading(words.to_owned()),
            _ => PartRole::Subheading(level, words.to_owned()),
        };
        let text = Box::new(Text { words: words.to_owned(), font, ink: TextTone::Full, role });
        Self::Text { text, above: 2.0, keeps_with_next: true, ruled: false, one_line: false }
    }

    /// Words on one line, cut off where they are longer.
    pub(super) fn line(text: Text) -> Self {
        Self::Text { text: Box::new(text), above: 0.0, keeps_with_next: false, ruled: false, one_line: true }
    }

    /// The same further below what comes before it.
    pub(super) fn after(mut self, space: f32) -> Self {
        match &mut self {
            Self::Text { above, .. } | Self::Figure { above, .. } | Self::Key { above, .. } => *above = space,
            Self::Entry { .. } => {}
        }
        self
    }

    /// The same on the page of what follows.
    pub(super) fn with_next(mut self) -> Self {
        if let Self::Text { keeps_with_next, .. } = &mut self {
            *keeps_with_next = true;
        }
        self
    }

    /// The same below a line.
    pub(super) fn ruled(mut self) -> Self {
        if let Self::Text { ruled, .. } = &mut self {
            *ruled = true;
        }
        self
    }
}

/// A piece, or a part of one, as shapes whose top left corner is the origin.
pub(super) struct Block {
    pub shapes: Vec<ClippedShape>,
    pub role: PartRole,
    pub extent: BlockExtent,
}

impl Block {
    /// The block with its top left corner there.
    pub(super) fn at(self, corner: Vec2) -> TaggedPart {
        TaggedPart { role: self.role, shapes: moved(self.shapes, corner) }
    }
}

fn moved(shapes: Vec<ClippedShape>, by: Vec2) -> Vec<ClippedShape> {
    let moved = shapes.into_iter().map(|mut clipped| {
        clipped.shape.translate(by);
        ClippedShape { clip_rect: clipped.clip_rect.translate(by), ..clipped }
    });
    moved.collect()
}

/// Where a block stands on the long sheet.
struct Band {
    top: f32,
    role: PartRole,
    extent: BlockExtent,
}

/// Draws pieces below one another in so much width.
pub(super) fn blocks(pieces: &[Piece], width: f32) -> Vec<Block> {
    let tokens = Tokens::light();
    let setup = |ctx: &egui::Context| {
        install_for_layout(ctx);
        theme::install_style(ctx, &tokens);
    };
    let mut bands: Vec<Band> = Vec::new();
    let drawn = shapes_of(Vec2::new(width, 100.0), setup, |ui| {
        let mut sheet = LongSheet { ui, tokens: &tokens, width, down: 0.0, bands: Vec::new() };
        for (nth, piece) in pieces.iter().enumerate() {
            sheet.piece(nth, piece);
        }
        bands = sheet.bands;
        sheet.down
    });
    let mut blocks: Vec<Block> = Vec::with_capacity(bands.len());
    let ends: Vec<f32> = bands.iter().map(|band| band.top + band.extent.height).collect();
    for Band { role, extent, .. } in &bands {
        blocks.push(Block { shapes: Vec::new(), role: role.clone(), extent: *extent });
    }
    for clipped in drawn.shapes {
        let bounds = bounds_of(&clipped.shape).intersect(clipped.clip_rect);
        if !bounds.is_finite() || bounds.is_negative() {
            continue;
        }
        let home = ends.partition_point(|end| *end <= bounds.center().y);
        if let Some(block) = blocks.get_mut(home) {
            block.shapes.push(clipped);
        }
    }
    for (block, band) in blocks.iter_mut().zip(&bands) {
        block.shapes = moved(std::mem::take(&mut block.shapes), Vec2::new(0.0, -band.top));
    }
    blocks
}

/// The long sheet while it is drawn.
struct LongSheet<'a> {
    ui: &'a mut Ui,
    tokens: &'a Tokens,
    width: f32,
    down: f32,
    bands: Vec<Band>,
}

impl LongSheet<'_> {
    fn piece(&mut self, nth: usize, piece: &Piece) {
        match piece {
            Piece::Text { text, above, keeps_with_next, ruled, one_line } => {
                let extent = BlockExtent { above: *above, height: 0.0, keeps_with_next: *keeps_with_next };
                self.text(text, extent, *ruled, usize::from(*one_line));
            }
            Piece::Figure { figure, above } => self.figure(nth, figure, *above),
            Piece::Key { figure, above } => self.key(nth, figure, *above),
            Piece::Entry { words, page } => self.entry(words, *page),
        }
    }

    /// Puts a block of this height down; gives where it begins.
    fn band(&mut self, role: PartRole, extent: BlockExtent) -> f32 {
        // A gap, so that no line of one block reaches into another.
        let top = self.down + space::XS;
        self.down = top + extent.height;
        self.bands.push(Band { top, role, extent });
        top
    }

    /// Words, on `most` lines at most where that is not 0. Paragraphs of many lines become several, which say the same one after the
    /// other.
    fn text(&mut self, text: &Text, extent: BlockExtent, ruled: bool, most: usize) {
        let colour = match text.ink {
            TextTone::Full => self.tokens.ink,
            TextTone::Quiet => self.tokens.quiet,
        };
        let layout = |words: &str| {
            let mut job = LayoutJob::single_section(words.to_owned(), TextFormat::simple(text.font.clone(), colour));
            job.wrap.max_width = self.width;
            if most > 0 {
                job.wrap.max_rows = most;
            }
            self.ui.painter().layout_job(job)
        };
        let galley = layout(&text.words);
        let is_paragraph = matches!(text.role, PartRole::Paragraph(_));
        let parts: Vec<String> = if is_paragraph && galley.rows.len() > MOST_LINES {
            let lines: Vec<String> = galley.rows.iter().map(|row| row.text()).collect();
            lines.chunks(MOST_LINES).map(|lines| lines.concat().trim().to_owned()).collect()
        } else {
            vec![text.words.clone()]
        };
        let galleys: Vec<_> = parts.iter().map(|words| layout(words)).collect();
        let line = if ruled { space::S } else { 0.0 };
        for (words, galley) in parts.into_iter().zip(galleys) {
            let role = if is_paragraph { PartRole::Paragraph(words) } else { text.role.clone() };
            let top = self.band(role, BlockExtent { height: galley.size().y + line, ..extent });
            if ruled {
                self.ui.painter().hline(0.0..=self.width, top + 1.0, Stroke::new(1.0, self.tokens.line));
            }
            self.ui.painter().galley(Pos2::new(0.0, top + line), galley, colour);
        }
    }

    /// Draws a figure's body on the sheet; gives what stands where.
    fn drawn(&mut self, nth: usize, figure: &Figure, extent: draw::Extent, top: f32) -> draw::DrawResponse {
        let place = Rect::from_min_size(Pos2::new(0.0, top), Vec2::new(self.width, f32::INFINITY));
        let mut child = self.ui.new_child(UiBuilder::new().id_salt(("piece", nth)).max_rect(place));
        let setting =
            Setting { tokens: self.tokens, liveness: Interactivity::Static, extent, selected: None, order: None };
        draw::figure_ui(&mut child, figure, setting)
    }

    fn figure(&mut self, nth: usize, figure: &Figure, above: f32) {
        let top = self.down + space::XS;
        let measured = self.drawn(nth, figure, draw::Extent::BodyOnly, top).measured;
        let Body::Tiles(groups) = &figure.body else { return };
        let mut tiles = groups.iter().flat_map(|group| &group.tiles);
        self.down = top;
        for (line, item) in measured.items.iter().enumerate() {
            let spoken: Vec<&str> = tiles.by_ref().take(item.outcomes).map(|tile| tile.spoken.as_str()).collect();
            let above = if line == 0 { above } else { 0.0 };
            let extent = BlockExtent { above, height: item.height, keeps_with_next: false };
            self.bands.push(Band { top: self.down, role: PartRole::Picture(spoken.join(" ")), extent });
            self.down += item.height;
        }
        self.down += space::S;
    }

    fn key(&mut self, nth: usize, figure: &Figure, above: f32) {
        let top = self.down + space::XS;
        let height = self.drawn(nth, figure, draw::Extent::BodyAndKey, top).height;
        let extent = BlockExtent { above, height, keeps_with_next: false };
        self.band(PartRole::Picture(figure.alt.clone()), extent);
    }

    fn entry(&mut self, words: &str, page: usize) {
        let extent = BlockExtent { above: 0.0, height: ENTRY, keeps_with_next: false };
        let top = self.band(PartRole::Entry(words.to_owned(), page), extent);
        let ink = self.tokens.ink;
        let painter = self.ui.painter();
        let mut job = LayoutJob::single_section(words.to_owned(), TextFormat::simple(Type::Body.regular(), ink));
        job.wrap.max_width = self.width - NUMBER;
        job.wrap.max_rows = 1;
        let name = painter.layout_job(job);
        let end = name.size().x;
        painter.galley(Pos2::new(0.0, top + 2.0), name, ink);
        let mut number =
            LayoutJob::single_section((page + 1).to_string(), TextFormat::simple(Type::Body.regular(), ink));
        number.halign = Align::RIGHT;
        let number = painter.layout_job(number);
        let from = self.width - number.size().x - space::S;
        painter.galley(Pos2::new(self.width, top + 2.0), number, ink);
        if end + space::S < from {
            painter.hline(end + space::S..=from, top + 16.0, Stroke::new(1.0, self.tokens.line));
        }
    }
}
