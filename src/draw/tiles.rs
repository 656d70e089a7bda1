//! Small figures: one outcome a card, each with its own axis, before beside after.

use egui::{Align, Align2, Pos2, Rect, Stroke, Vec2};
use egui_plot::LineStyle;

use crate::figure::pages::Item;
use crate::figure::{Column, Fill, Ladder, Look, MarkShape, Outline, SeriesMark, Tile, TileBody, TileGroup, Tone};
use crate::model::OpenSide;
use crate::theme::{Type, space};

use super::Drawing;
use super::marks::{Marks, Way};
use super::plot::still_plot;

/// A card is at least this wide; the wall fits as many as it can.
const CARD_WIDTH: f32 = 226.0;
/// And at most this wide, so that what belongs together in it stays together.
const MOST_CARD_WIDTH: f32 = 360.0;
/// Between cards.
const GAP: f32 = 10.0;
const BODY_HEIGHT: f32 = 92.0;
const PADDING: f32 = 12.0;
const CAPTION: f32 = 17.0;
/// Height of a ladder of four grades.
const LADDER: f32 = 24.0;
/// Height of the arrow above a bar that may be taller.
const ARROW: f32 = 7.0;

impl Drawing<'_, '_> {
    /// Draws walls of cards under their headings; gives the y where they end.
    pub(super) fn tiles(&mut self, groups: &[TileGroup], origin: Pos2, width: f32) -> f32 {
        let mut y = origin.y;
        for (number, group) in groups.iter().enumerate() {
            let top = y;
            let fitting = (((width + GAP) / (CARD_WIDTH + GAP)).floor() as usize).max(1);
            let columns = fitting.min(group.abreast.max(1));
            let card_width = ((width - GAP * (columns - 1) as f32) / columns as f32).min(MOST_CARD_WIDTH);
            let wall = columns as f32 * (card_width + GAP) - GAP;
            if !group.heading.is_empty() {
                y = self.wall_heading(group, Pos2::new(origin.x, y), wall);
                let rect = Rect::from_min_max(Pos2::new(origin.x, top), Pos2::new(origin.x + wall, y));
                self.heading(rect, number, &group.heading);
            }
            let heading = y - top + space::S;
            for line in group.tiles.chunks(columns) {
                let height = line.iter().map(|tile| self.card_height(tile, card_width)).fold(0.0, f32::max);
                for (index, tile) in line.iter().enumerate() {
                    let left = origin.x + index as f32 * (card_width + GAP);
                    let rect = Rect::from_min_size(Pos2::new(left, y), Vec2::new(card_width, height));
                    self.card(tile, rect);
                }
                self.measured.items.push(Item { outcomes: line.len(), height: height + GAP, group: number, heading });
                y += height + GAP;
            }
            y += space::S;
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

    fn card_height(&self, tile: &Tile, width: f32) -> f32 {
        let pen = self.pen();
        let ink = self.setting.tokens.ink;
        let inner = width - 2.0 * PADDING;
        let title = pen.wrapped(&tile.title, Type::Heading.bold(), ink, inner, Align::LEFT).size().y;
        let subtitle = pen.wrapped(&tile.subtitle, Type::Small.regular(), ink, inner, Align::LEFT).size().y;
        let foot = self.foot_height(tile, inner);
        2.0 * PADDING + title + subtitle + 4.0 + self.body_height(tile, inner) + 4.0 + foot
    }

    /// Grades of several words wrap, and their card grows.
    fn body_height(&self, tile: &Tile, inner: f32) -> f32 {
        let TileBody::Ladders { ladders, caption } = &tile.body else { return BODY_HEIGHT };
        let foot = self.caption_height(caption, inner);
        let tallest = self.grade_height(ladders, inner / ladders.len().max(1) as f32);
        (foot + when_height(ladders) + tallest + 4.0 + LADDER).max(BODY_HEIGHT)
    }

    fn caption_height(&self, caption: &str, width: f32) -> f32 {
        if caption.is_empty() {
            return 0.0;
        }
        let ink = self.setting.tokens.quiet;
        self.pen().wrapped(caption, Type::Small.regular(), ink, width, Align::LEFT).size().y
    }

    fn grade_height(&self, ladders: &[Ladder], pitch: f32) -> f32 {
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

    fn card(&mut self, tile: &Tile, rect: Rect) {
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
        let inner = rect.shrink(PADDING);
        let mut y = self.paragraph(inner.min, &tile.title, Type::Heading.bold(), tokens.ink, inner.width());
        let at = Pos2::new(inner.left(), y);
        y = self.paragraph(at, &tile.subtitle, Type::Small.regular(), tokens.quiet, inner.width()) + 4.0;
        let foot_height = self.foot_height(tile, inner.width());
        let body = Rect::from_min_max(
            Pos2::new(inner.left(), y),
            Pos2::new(inner.right(), inner.bottom() - foot_height - 4.0),
        );
        let headline = self.headline(tile, body);
        let drawing = Rect::from_min_max(body.min, Pos2::new(body.right() - headline, body.bottom()));
        self.tile_body(tile, drawing);
        self.tile_foot(tile, inner, foot_height);
        self.datum(rect, &tile.outcome, &tile.spoken);
    }

    /// The change in large characters, at the right; gives the width it takes.
    fn headline(&self, tile: &Tile, body: Rect) -> f32 {
        if tile.headline.is_empty() {
            return 0.0;
        }
        let tokens = self.setting.tokens;
        let pen = self.pen();
        let font = egui::FontId::new(17.0, Type::Heading.bold().family);
        let middle = body.center().y;
        let at = Pos2::new(body.right(), middle + 4.0);
        let number = pen.line(at, Align2::RIGHT_BOTTOM, &tile.headline, font, tokens.ink);
        let below = Pos2::new(body.right(), middle + 4.0);
        // Longer words wrap, for the bars need room as well.
        let most = (body.width() * 0.42).max(number.width());
        let small = Type::Small.regular();
        let caption = pen.wrapped(&tile.headline_caption, small, tokens.quiet, most, Align::RIGHT);
        let width = number.width().max(caption.size().x) + 10.0;
        pen.right_paragraph(below, caption, tokens.quiet);
        width
    }

    fn tile_foot(&self, tile: &Tile, inner: Rect, height: f32) {
        let tokens = self.setting.tokens;
        let top = inner.bottom() - height;
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
            TileBody::Change { reach, mark, caption } => self.change_tile(*reach, mark, caption, rect, &mut marks),
            TileBody::Ladders { ladders, caption } => self.ladders(ladders, caption, rect, &mut marks),
            TileBody::Part { share, label, look, open } => self.part(*share, label, *look, *open, rect, &mut marks),
            TileBody::Number { label, caption } => self.number(label, caption, rect),
            TileBody::Series(points) => self.series(points, rect, &mut marks),
        }
        let (w, h) = (f64::from(rect.width()), f64::from(rect.height()));
        still_plot(self.ui, rect, &salt, 0.0..=w, 0.0..=h, marks.items);
    }

    fn columns(&self, columns: &[Column], rect: Rect, marks: &mut Marks<'_>) {
        let tokens = self.setting.tokens;
        let pen = self.pen();
        let tallest = columns.iter().map(|c| c.value).fold(0.0, f64::max);
        let widest = columns.iter().map(|c| pen.width(&c.label, Type::Body.bold())).fold(0.0, f32::max);
        let pitch = (rect.width() / columns.len().max(1) as f32).min((widest + 10.0).max(78.0));
        // Labels that are wider than their share of the width stand above each other like stairs.
        let stairs = if widest + 6.0 > pitch { CAPTION * columns.len().saturating_sub(1) as f32 } else { 0.0 };
        let arrows = if columns.iter().any(|c| c.open == OpenSide::Above) { ARROW } else { 0.0 };
        let room = rect.height() - 2.0 * CAPTION - 4.0 - stairs - arrows;
        let bar = (pitch * 0.56).min(42.0);
        marks.path(
            &[[0.0, CAPTION], [pitch * columns.len() as f32, CAPTION]],
            Stroke::new(1.5, tokens.edge),
            LineStyle::Solid,
        );
        // What labels keep clear of, in points from the left and upwards: bars with their arrows, and labels put down before.
        let mut taken: Vec<Rect> = Vec::new();
        for (index, column) in columns.iter().enumerate() {
            let centre = pitch * (index as f32 + 0.5);
            let share = if tallest > 0.0 { (column.value / tallest).max(0.0) as f32 } else { 0.0 };
            let height = (share * room).max(1.5);
            let mut bar_rect = Rect::from_min_size(Pos2::new(centre - bar / 2.0, CAPTION), Vec2::new(bar, height));
            marks.bar(bar_rect, column.look);
            if column.open == OpenSide::Above {
                let colour = marks.colour(column.look.tone);
                marks.arrow(centre, CAPTION + height + 3.0, Way::Up, colour);
                bar_rect.max.y += ARROW;
            }
            taken.push(bar_rect);
        }
        for (index, column) in columns.iter().enumerate() {
            let centre = pitch * (index as f32 + 0.5);
            let half = pen.width(&column.label, Type::Body.bold()) / 2.0;
            let middle = centre.max(half).min((rect.width() - half).max(half));
            let own = taken.get(index).map_or(CAPTION, |bar| bar.max.y);
            let mut label = Rect::from_min_size(Pos2::new(middle - half, own + 2.0), Vec2::new(2.0 * half, CAPTION));
            // Each step up leaves one more of what is taken below, so that this ends.
            while let Some(below) = taken.iter().find(|t| t.expand2(Vec2::new(3.0, 0.0)).intersect(label).is_positive())
            {
                label = label.translate(Vec2::new(0.0, below.max.y + 0.5 - label.min.y));
            }
            taken.push(label);
            let label_at = Pos2::new(rect.left() + middle, rect.bottom() - label.min.y);
            pen.line(label_at, Align2::CENTER_BOTTOM, &column.label, Type::Body.bold(), tokens.ink);
            let caption_at = Pos2::new(rect.left() + centre, rect.bottom());
            pen.line(caption_at, Align2::CENTER_BOTTOM, &column.caption, Type::Small.regular(), tokens.quiet);
        }
    }

    fn change_tile(&self, reach: f64, mark: &crate::figure::Mark, caption: &str, rect: Rect, marks: &mut Marks<'_>) {
        let tokens = self.setting.tokens;
        let pen = self.pen();
        let words = pen.width(&mark.label, Type::Body.bold());
        let side = (rect.width() / 2.0 - 10.0).max(20.0);
        let zero = rect.width() / 2.0;
        let up = CAPTION + (rect.height() - CAPTION) / 2.0 - 6.0;
        let scaled = |value: f64| if reach > 0.0 { (value / reach) as f32 * side } else { 0.0 };
        let end = match mark.shape {
            MarkShape::Change { to, high, open } => {
                let end = zero + scaled(to);
                marks.change(zero, end, up, mark.look, open);
                if let Some(high) = high {
                    marks.range(end, zero + scaled(high), up, mark.look);
                }
                zero + scaled(high.unwrap_or(to))
            }
            MarkShape::DirectionOnly(direction) => {
                let length = direction.sign() as f32 * 44.0;
                marks.direction(zero, length, up, mark.look.tone);
                zero + length
            }
            MarkShape::Bar { .. }
            | MarkShape::Dot { .. }
            | MarkShape::Way { .. }
            | MarkShape::Benchmark { .. }
            | MarkShape::Step { .. } => zero,
        };
        // The words keep to their side of the zero line where there is room, and else may cross above it.
        let half = words / 2.0;
        let middle = f32::midpoint(zero, end);
        let centre = match end.total_cmp(&zero) {
            std::cmp::Ordering::Less => middle.min(zero - 6.0 - half).max(half),
            std::cmp::Ordering::Greater => middle.max(zero + 6.0 + half).min(rect.width() - half),
            std::cmp::Ordering::Equal => zero,
        };
        marks.path(&[[zero, up - 16.0], [zero, up + 16.0]], Stroke::new(1.5, tokens.edge), LineStyle::Solid);
        let crosses = (centre - half) < zero && zero < (centre + half);
        let lift = if crosses { 17.0 } else { 9.0 };
        let at = Pos2::new(rect.left() + centre, rect.bottom() - up - lift);
        pen.line(at, Align2::CENTER_BOTTOM, &mark.label, Type::Body.bold(), tokens.ink);
        let below = Pos2::new(rect.left() + zero, rect.bottom());
        pen.line(below, Align2::CENTER_BOTTOM, caption, Type::Small.regular(), tokens.quiet);
    }

    fn ladders(&self, ladders: &[Ladder], caption: &str, rect: Rect, marks: &mut Marks<'_>) {
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

    fn part(&self, share: Option<f64>, label: &str, look: Look, open: OpenSide, rect: Rect, marks: &mut Marks<'_>) {
        let tokens = self.setting.tokens;
        let up = rect.height() * 0.38;
        let whole = Rect::from_min_size(Pos2::new(0.0, up - 9.0), Vec2::new(rect.width() - 10.0, 18.0));
        let outline = Look { fill: Fill::Hollow, tone: Tone::Muted, outline: Outline::Plain };
        if let Some(share) = share {
            let filled =
                Rect::from_min_size(whole.min, Vec2::new(whole.width() * share.clamp(0.0, 1.0) as f32, whole.height()));
            marks.bar(filled, look);
            marks.bar(whole, outline);
            let way = match open {
                OpenSide::Above => Some(Way::Right),
                OpenSide::Below => Some(Way::Left),
                OpenSide::Neither => None,
            };
            if let Some(way) = way {
                let colour = marks.colour(look.tone);
                marks.arrow(filled.right() + 7.0, up, way, colour);
            }
        }
        let at = Pos2::new(rect.left(), rect.bottom() - up - if share.is_some() { 14.0 } else { 0.0 });
        self.pen().line(at, Align2::LEFT_BOTTOM, label, Type::Heading.bold(), tokens.ink);
    }

    fn number(&self, label: &str, caption: &str, rect: Rect) {
        let tokens = self.setting.tokens;
        let middle = rect.center().y;
        // A range in words may need a second line.
        let number = self.pen().wrapped(label, Type::Number.bold(), tokens.ink, rect.width(), Align::LEFT);
        let at = Pos2::new(rect.left(), (middle + 6.0 - number.size().y).max(rect.top()));
        let below = Pos2::new(rect.left(), at.y + number.size().y);
        self.ui.painter().galley(at, number, tokens.ink);
        self.paragraph(below, caption, Type::Small.regular(), tokens.quiet, rect.width());
    }

    fn series(&self, points: &[SeriesMark], rect: Rect, marks: &mut Marks<'_>) {
        let tokens = self.setting.tokens;
        let pen = self.pen();
        let tallest = points.iter().filter_map(|p| p.value).fold(0.0, f64::max);
        let room = rect.height() - 2.0 * CAPTION - 8.0;
        let pitch = rect.width() / points.len().max(1) as f32;
        let place = |index: usize, value: f64| {
            let share = if tallest > 0.0 { (value / tallest) as f32 } else { 0.0 };
            [pitch * (index as f32 + 0.5), CAPTION + 4.0 + share * room]
        };
        for (index, pair) in points.windows(2).enumerate() {
            if let [a, b] = pair
                && let (Some(from), Some(to)) = (a.value, b.value)
            {
                let ends = [place(index, from), place(index + 1, to)];
                // What was not measured is never joined like what was (R9).
                let unreal = a.look.fill == Fill::Hatched || b.look.fill == Fill::Hatched;
                let style = if unreal { LineStyle::Dashed { length: 5.0 } } else { LineStyle::Solid };
                marks.path(&ends, Stroke::new(2.0, marks.colour(a.look.tone)), style);
            }
        }
        for (index, point) in points.iter().enumerate() {
            let first_or_last = index == 0 || index + 1 == points.len();
            let [x, up] = place(index, point.value.unwrap_or(0.0));
            if point.value.is_some() {
                marks.dot(x, up, point.look);
            }
            if first_or_last || point.value.is_none() {
                let at = Pos2::new(rect.left() + x, rect.bottom() - up - 8.0);
                pen.line(at, Align2::CENTER_BOTTOM, &point.label, Type::Small.bold(), tokens.ink);
                let half = pen.width(&point.caption, Type::Small.regular()) / 2.0;
                let below = Pos2::new(rect.left() + x.min(rect.width() - half).max(half), rect.bottom());
                pen.line(below, Align2::CENTER_BOTTOM, &point.caption, Type::Small.regular(), tokens.quiet);
            }
        }
    }
}

/// The line below grades that says when each was given; none where the foot of the card says it.
fn when_height(ladders: &[Ladder]) -> f32 {
    if ladders.iter().all(|ladder| ladder.caption.is_empty()) { 0.0 } else { CAPTION }
}
