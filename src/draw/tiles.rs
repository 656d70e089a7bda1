//! Small figures: one outcome a card, each with its own axis, before beside after.

use egui::{Align, Align2, Pos2, Rect, Stroke, Vec2};

use crate::figure::pages::Item;
use crate::figure::{GradeScale, Owner, Tile, TileBody, TileFrame, TileGroup};
use crate::theme::{Type, space};

use super::marks::Marks;
use super::plot::still_plot;
use super::strips::ItemStanding;
use super::tile_bodies::{CAPTION, PartBar};
use super::{Drawing, OWN_BAR, name_font};

/// A card is at least this wide; the wall fits as many as it can.
const CARD_WIDTH: f32 = 226.0;
/// And at most this wide, so that what belongs together in it stays together.
const MOST_CARD_WIDTH: f32 = 360.0;
/// Between cards.
const GAP: f32 = 10.0;
const BODY_HEIGHT: f32 = 92.0;
const PADDING: f32 = 12.0;
/// A drawing beside a headline is at least this wide.
const LEAST_DRAWING: f32 = 110.0;
/// Height of a ladder of four grades.
const LADDER: f32 = 24.0;
/// Between the drawing and the words above and below it.
const AROUND: f32 = 4.0;

/// What the small figures of one line share, so that their drawings stand at one height: how high is what stands above the drawing,
/// the drawing, and what stands below.
#[derive(Clone, Copy, Default)]
pub(super) struct TileHeights {
    head: f32,
    body: f32,
    foot: f32,
}

impl TileHeights {
    fn or_more(self, other: Self) -> Self {
        Self { head: self.head.max(other.head), body: self.body.max(other.body), foot: self.foot.max(other.foot) }
    }

    pub(super) fn total(self) -> f32 {
        self.head + AROUND + self.body + AROUND + self.foot
    }
}

impl Drawing<'_, '_> {
    /// Draws walls of cards under their headings; gives the y where they end.
    pub(super) fn tiles(&mut self, groups: &[TileGroup], origin: Pos2, width: f32) -> f32 {
        let mut y = origin.y;
        for (number, group) in groups.iter().enumerate() {
            let top = y;
            let clip = self.ui.clip_rect();
            // Without a card around them they keep the same distance from each other.
            let (padding, gap) = match group.frame {
                TileFrame::Card => (PADDING, GAP),
                TileFrame::Bare => (0.0, GAP + 2.0 * PADDING),
            };
            let least = CARD_WIDTH - 2.0 * (PADDING - padding);
            let fitting = (((width + gap) / (least + gap)).floor() as usize).max(1);
            let columns = fitting.min(group.max_columns.max(1));
            let card_width = ((width - gap * (columns - 1) as f32) / columns as f32).min(MOST_CARD_WIDTH);
            let wall = columns as f32 * (card_width + gap) - gap;
            let folds = self.wishes.folded.filter(|_| !group.heading.is_empty());
            if let Some(folded) = folds {
                let is_open = !folded.contains(&group.heading);
                y = self.band_head(group, (number, is_open), Pos2::new(origin.x, y), wall);
                if !is_open {
                    self.covered = 0.0;
                    continue;
                }
            } else if !group.heading.is_empty() {
                y = self.wall_heading(group, Pos2::new(origin.x, y), wall);
                let rect = Rect::from_min_max(Pos2::new(origin.x, top), Pos2::new(origin.x + wall, y));
                self.heading(rect, number, &group.heading);
            }
            let heading = y - top + space::S;
            for line in group.tiles.chunks(columns) {
                let heights = self.tile_heights(line, card_width - 2.0 * padding, BODY_HEIGHT);
                let height = heights.total() + 2.0 * padding;
                for (index, tile) in line.iter().enumerate() {
                    let left = origin.x + index as f32 * (card_width + gap);
                    let rect = Rect::from_min_size(Pos2::new(left, y), Vec2::new(card_width, height));
                    match group.frame {
                        TileFrame::Card => self.card(tile, rect, heights),
                        TileFrame::Bare => self.bare_tile(tile, rect, heights),
                    }
                }
                self.measured.items.push(Item { outcomes: line.len(), height: height + GAP, group: number, heading });
                y += height + GAP;
            }
            if !group.listed.is_empty() {
                let list = y;
                y = self.claims(group, Pos2::new(origin.x, y), wall) + GAP;
                self.measured.items.push(Item {
                    outcomes: group.listed().count(),
                    height: y - list,
                    group: number,
                    heading,
                });
            }
            self.ui.set_clip_rect(clip);
            self.covered = 0.0;
            y += space::S;
            if folds.is_some() {
                self.ui.data_mut(|data| data.insert_temp(self.band_id(&group.heading), y - top));
            }
        }
        y
    }

    /// What was published without a number, as a list; gives the y where it ends.
    fn claims(&mut self, group: &TileGroup, at: Pos2, width: f32) -> f32 {
        let mut y = at.y;
        for line in &group.listed {
            y = self.strip_line(line, (at.x, width), y, ItemStanding::Datum) + 2.0;
        }
        y
    }

    /// A group's heading with what is said beside it, or below it where the two do not stand on one line; gives the y where the
    /// cards begin.
    fn wall_heading(&self, group: &TileGroup, at: Pos2, wall: f32) -> f32 {
        let tokens = self.setting.tokens;
        let pen = self.pen();
        let (bold, small) = (Type::Heading.bold(), Type::Small.regular());
        let beside = pen.width(&group.heading, bold.clone()) + pen.width(&group.aside, small.clone()) + 12.0 <= wall;
        if beside {
            let baseline = at.y + 20.0;
            pen.line(Pos2::new(at.x, baseline), Align2::LEFT_BOTTOM, &group.heading, bold, tokens.ink);
            pen.line(Pos2::new(at.x + wall, baseline), Align2::RIGHT_BOTTOM, &group.aside, small, tokens.quiet);
            return baseline + 6.0;
        }
        let below = self.paragraph(at, &group.heading, bold, tokens.ink, wall);
        if group.aside.is_empty() {
            return below + 6.0;
        }
        self.paragraph(Pos2::new(at.x, below), &group.aside, small, tokens.quiet, wall) + 6.0
    }

    /// What small figures beside each other need, whose drawings are at least `least` high.
    pub(super) fn tile_heights(&self, line: &[Tile], inner: f32, least: f32) -> TileHeights {
        let pen = self.pen();
        let ink = self.setting.tokens.ink;
        let words = |words: &str, font| {
            if words.is_empty() { 0.0 } else { pen.wrapped(words, font, ink, inner, Align::LEFT).size().y }
        };
        let of = |tile: &Tile| TileHeights {
            head: words(&tile.title, name_font(tile.owner, Type::Heading))
                + words(&tile.subtitle, Type::Small.regular()),
            body: self.body_height(tile, inner, least),
            foot: self.foot_height(tile, inner),
        };
        line.iter().map(of).fold(TileHeights::default(), TileHeights::or_more)
    }

    /// Words of several lines, and bars on both sides of zero, make their card grow.
    fn body_height(&self, tile: &Tile, inner: f32, least: f32) -> f32 {
        let headline = self.headline(tile, inner);
        let beside = headline.as_ref().map_or(0.0, Headline::beside);
        let below = headline.as_ref().map_or(0.0, Headline::below);
        let width = inner - beside;
        let drawing = match &tile.body {
            TileBody::Columns(columns) => self.columns_height(columns, width),
            TileBody::Change { reach: None, mark, caption } => self.number_height(&mark.label, caption, width),
            TileBody::Change { mark, caption, .. } => self.change_height(mark, caption, width),
            TileBody::Ladders { ladders, caption } => {
                let foot = self.caption_height(caption, inner);
                let tallest = self.grade_height(ladders, inner / ladders.len().max(1) as f32);
                foot + when_height(ladders) + tallest + 4.0 + LADDER
            }
            TileBody::Part { share, label, caption, .. } => self.part_height(*share, label, caption, width),
            TileBody::Number { label, caption } => self.number_height(label, caption, width),
            TileBody::Series { points, missing } => self.series_height(points, missing, width),
        };
        drawing.max(least) + below
    }

    pub(super) fn caption_height(&self, caption: &str, width: f32) -> f32 {
        if caption.is_empty() {
            return 0.0;
        }
        let ink = self.setting.tokens.quiet;
        self.pen().wrapped(caption, Type::Small.regular(), ink, width, Align::LEFT).size().y
    }

    fn grade_height(&self, ladders: &[GradeScale], pitch: f32) -> f32 {
        ladders.iter().map(|ladder| self.grade(&ladder.label, pitch - 6.0).size().y).fold(CAPTION, f32::max)
    }

    fn foot_height(&self, tile: &Tile, inner: f32) -> f32 {
        let pen = self.pen();
        let ink = self.setting.tokens.ink;
        let flag = self.flag(tile, inner).size();
        let foot = pen.wrapped(&tile.foot, Type::Small.regular(), ink, inner, Align::LEFT).size().y;
        let beside = tile.flag.is_empty() || pen.width(&tile.foot, Type::Small.regular()) + flag.x + 12.0 <= inner;
        if beside { foot } else { foot + flag.y }
    }

    fn flag(&self, tile: &Tile, inner: f32) -> std::sync::Arc<egui::Galley> {
        self.pen().wrapped(&tile.flag, Type::Small.bold(), self.setting.tokens.quiet, inner, Align::RIGHT)
    }

    fn card(&mut self, tile: &Tile, rect: Rect, heights: TileHeights) {
        // In the window a wall may be far taller than the screen; what can't be seen is not drawn. The keyboard and the screen
        // reader still come to it.
        if !self.ui.is_rect_visible(rect) {
            self.datum(rect, &tile.outcome, &tile.spoken);
            return;
        }
        let tokens = self.setting.tokens;
        let selected = self.setting.selected == Some(&tile.outcome);
        let edge = if selected { Stroke::new(2.0, tokens.accent) } else { Stroke::new(1.0, tokens.line) };
        let fill = self.emphasis(&tile.outcome).unwrap_or(tokens.surface);
        self.ui.painter().rect(rect, 8.0, fill, edge, egui::StrokeKind::Inside);
        if tile.owner == Owner::Own {
            let bar = Rect::from_min_size(rect.min, Vec2::new(OWN_BAR, rect.height())).shrink2(Vec2::new(0.0, 6.0));
            self.ui.painter().rect_filled(bar, 1.0, tokens.accent);
        }
        self.inside(tile, rect.shrink(PADDING), heights);
        self.datum(rect, &tile.outcome, &tile.spoken);
    }

    /// A small figure without a card around it, which is a datum as one with a card is.
    pub(super) fn bare_tile(&mut self, tile: &Tile, rect: Rect, heights: TileHeights) {
        if self.ui.is_rect_visible(rect) {
            if let Some(fill) = self.emphasis(&tile.outcome) {
                self.ui.painter().rect_filled(rect.expand(4.0), 4.0, fill);
            }
            self.inside(tile, rect, heights);
        }
        // An outcome of several councils is one datum, which stands in the column of each.
        if self.walked.outcomes.contains(&tile.outcome) {
            self.also_datum(rect, &tile.outcome, &tile.spoken);
        } else {
            self.datum(rect, &tile.outcome, &tile.spoken);
        }
    }

    /// What a small figure shows, below a head and above a foot of the heights of its line.
    fn inside(&mut self, tile: &Tile, inner: Rect, heights: TileHeights) {
        let tokens = self.setting.tokens;
        let mut y = inner.top();
        for (words, font, colour) in [
            (&tile.title, name_font(tile.owner, Type::Heading), tokens.ink),
            (&tile.subtitle, Type::Small.regular(), tokens.quiet),
        ] {
            if !words.is_empty() {
                y = self.paragraph(Pos2::new(inner.left(), y), words, font, colour, inner.width());
            }
        }
        let body = Rect::from_min_size(
            Pos2::new(inner.left(), inner.top() + heights.head + AROUND),
            Vec2::new(inner.width(), heights.body),
        );
        let headline = self.headline(tile, inner.width());
        let mut drawing = body;
        if let Some(headline) = &headline {
            drawing.max.x -= headline.beside();
            drawing.max.y -= headline.below();
            self.put_headline(headline, body);
        }
        self.tile_body(tile, drawing);
        self.tile_foot(tile, inner, body.bottom() + AROUND);
    }

    /// The change in large characters: beside the drawing where both have room, and else below it; `None` where there is none.
    fn headline(&self, tile: &Tile, inner: f32) -> Option<Headline> {
        if tile.headline.is_empty() {
            return None;
        }
        let tokens = self.setting.tokens;
        let pen = self.pen();
        let font = egui::FontId::new(17.0, Type::Heading.bold().family);
        let number = |width: f32, align| pen.fitted(&tile.headline, font.clone(), tokens.ink, width, align);
        let caption =
            |width: f32, align| pen.fitted(&tile.headline_caption, Type::Small.regular(), tokens.quiet, width, align);
        let wide = pen.width(&tile.headline, font.clone());
        // Longer words wrap, for the bars need room as well.
        let beside = caption((inner * 0.42).max(wide), Align::RIGHT);
        let width = wide.max(beside.size().x) + 10.0;
        if width + self.least_width(&tile.body) <= inner {
            return Some(Headline { number: number(wide + 1.0, Align::RIGHT), caption: beside, beside: Some(width) });
        }
        Some(Headline { number: number(inner, Align::LEFT), caption: caption(inner, Align::LEFT), beside: None })
    }

    /// In less than this the words of a drawing do not stand beside a headline.
    fn least_width(&self, body: &TileBody) -> f32 {
        let TileBody::Columns(columns) = body else { return LEAST_DRAWING };
        let pen = self.pen();
        columns.iter().map(|column| pen.width(&column.label, Type::Body.bold())).fold(LEAST_DRAWING, f32::max)
    }

    fn put_headline(&self, headline: &Headline, body: Rect) {
        let painter = self.ui.painter();
        let ink = self.setting.tokens.ink;
        let Headline { number, caption, beside } = headline;
        if beside.is_some() {
            let middle = body.center().y + 4.0;
            painter.galley(Pos2::new(body.right(), middle - number.size().y), number.clone(), ink);
            self.pen().right_paragraph(Pos2::new(body.right(), middle), caption.clone(), ink);
        } else {
            let top = body.bottom() - headline.below() + 4.0;
            painter.galley(Pos2::new(body.left(), top), number.clone(), ink);
            painter.galley(Pos2::new(body.left(), top + number.size().y), caption.clone(), ink);
        }
    }

    fn tile_foot(&self, tile: &Tile, inner: Rect, top: f32) {
        let tokens = self.setting.tokens;
        let at = Pos2::new(inner.left(), top);
        self.paragraph(at, &tile.foot, Type::Small.regular(), tokens.quiet, inner.width());
        let flag = self.flag(tile, inner.width());
        let corner = Pos2::new(inner.right(), inner.bottom() - flag.size().y);
        self.pen().right_paragraph(corner, flag, tokens.quiet);
    }

    fn tile_body(&mut self, tile: &Tile, rect: Rect) {
        let salt = format!("tile-{}", tile.outcome);
        let mut marks = Marks::new(self.setting.tokens);
        match &tile.body {
            TileBody::Columns(columns) => self.columns(columns, rect, &mut marks),
            TileBody::Change { reach: Some(reach), mark, caption } => {
                self.change_tile(*reach, mark, caption, rect, &mut marks);
            }
            TileBody::Change { reach: None, mark, caption } => self.number(&mark.label, caption, rect),
            TileBody::Ladders { ladders, caption } => self.ladders(ladders, caption, rect, &mut marks),
            TileBody::Part { share, high, label, caption, look, open } => {
                let part = PartBar { share: *share, high: *high, look: *look, open: *open };
                self.part(part, label, caption, rect, &mut marks);
            }
            TileBody::Number { label, caption } => self.number(label, caption, rect),
            TileBody::Series { points, missing } => self.series(points, missing, rect, &mut marks),
        }
        let (w, h) = (f64::from(rect.width()), f64::from(rect.height()));
        still_plot(self.ui, rect, &salt, 0.0..=w, 0.0..=h, marks.items);
    }

    fn ladders(&self, ladders: &[GradeScale], caption: &str, rect: Rect, marks: &mut Marks<'_>) {
        let tokens = self.setting.tokens;
        let pen = self.pen();
        let pitch = rect.width() / ladders.len().max(1) as f32;
        let foot = self.caption_height(caption, rect.width());
        let tallest = self.grade_height(ladders, pitch);
        let when_height = when_height(ladders);
        for (index, ladder) in ladders.iter().enumerate() {
            let left = pitch * index as f32;
            if let Some((step, of)) = ladder.step {
                let (wide, gap) = (18.0, 3.0);
                for at in 0..of {
                    let tall = 8.0 + 5.0 * at as f32;
                    let corner = Pos2::new(left + at as f32 * (wide + gap), foot + when_height + tallest + 2.0);
                    let step_rect = Rect::from_min_size(corner, Vec2::new(wide, tall));
                    if at == step { marks.bar(step_rect, ladder.look) } else { marks.faint(step_rect) }
                }
            }
            let grade = self.grade(&ladder.label, pitch - 6.0);
            let grade_y = rect.bottom() - foot - when_height - tallest;
            self.ui.painter().galley(Pos2::new(rect.left() + left, grade_y), grade, tokens.ink);
            let when = Pos2::new(rect.left() + left, rect.bottom() - foot);
            pen.line(when, Align2::LEFT_BOTTOM, &ladder.caption, Type::Small.regular(), tokens.quiet);
        }
        let below = Pos2::new(rect.left(), rect.bottom() - foot);
        self.paragraph(below, caption, Type::Small.regular(), tokens.quiet, rect.width());
    }
}

/// A headline as it is laid out.
struct Headline {
    number: std::sync::Arc<egui::Galley>,
    caption: std::sync::Arc<egui::Galley>,
    /// The width it takes beside the drawing; `None` where it stands below.
    beside: Option<f32>,
}

impl Headline {
    /// The width it takes from the drawing.
    fn beside(&self) -> f32 {
        self.beside.unwrap_or(0.0)
    }

    /// The height it takes below the drawing.
    fn below(&self) -> f32 {
        if self.beside.is_some() { 0.0 } else { self.number.size().y + self.caption.size().y + 8.0 }
    }
}

/// The line below grades that says when each was given; none where the foot of the card says it.
fn when_height(ladders: &[GradeScale]) -> f32 {
    if ladders.iter().all(|ladder| ladder.caption.is_empty()) { 0.0 } else { CAPTION }
}
