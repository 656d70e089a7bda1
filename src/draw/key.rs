//! The key: one swatch a kind of mark, above the figure.

use egui::{Align, Pos2, Rect, Stroke, Vec2};
use egui_plot::LineStyle;

use crate::figure::{Fill, KeyEntry, MarkOutline, MarkStyle, Tone};
use crate::model::OpenSide;
use crate::theme::Type;

use super::Drawing;
use super::marks::Marks;
use super::plot::still_plot;

const SWATCH: Vec2 = Vec2::new(28.0, 14.0);
const LINE_HEIGHT: f32 = 20.0;

impl Drawing<'_, '_> {
    /// Draws the key, wrapping it; gives the y where it ends.
    pub(super) fn key(&mut self, origin: Pos2, entries: &[KeyEntry], width: f32) -> f32 {
        let (mut at, mut line) = (origin, LINE_HEIGHT);
        for entry in entries {
            // Words wider than the page wrap beside their swatch.
            let most = (width - SWATCH.x - 6.0).max(40.0);
            let ink = self.setting.tokens.ink;
            let words = self.pen().wrapped(entry.label(), Type::Small.regular(), ink, most, Align::LEFT);
            let needed = SWATCH.x + 6.0 + words.size().x + 20.0;
            if at.x > origin.x && at.x + needed - 20.0 > origin.x + width {
                at = Pos2::new(origin.x, at.y + line);
                line = LINE_HEIGHT;
            }
            self.swatch(*entry, Rect::from_min_size(Pos2::new(at.x, at.y + 3.0), SWATCH));
            let first_row = words.rows.first().map_or(LINE_HEIGHT, |row| row.size.y);
            line = line.max(words.size().y - first_row + LINE_HEIGHT);
            let corner = Pos2::new(at.x + SWATCH.x + 6.0, at.y + (LINE_HEIGHT - first_row) / 2.0);
            self.ui.painter().galley(corner, words, ink);
            at.x += needed;
        }
        at.y + line
    }

    fn swatch(&mut self, entry: KeyEntry, rect: Rect) {
        let mut marks = Marks::new(self.setting.tokens);
        let (w, h) = (rect.width(), rect.height());
        let box_rect = Rect::from_min_max(Pos2::new(2.0, 2.0), Pos2::new(w - 4.0, h - 2.0));
        let look = |fill, tone, outline| MarkStyle { fill, tone, outline };
        let solid = look(Fill::Solid, Tone::Main, MarkOutline::Plain);
        match entry {
            KeyEntry::Before => marks.bar(box_rect, look(Fill::Hollow, Tone::Main, MarkOutline::Plain)),
            KeyEntry::After => marks.bar(box_rect, solid),
            KeyEntry::BeforeDot => marks.dot(w / 2.0, h / 2.0, look(Fill::Hollow, Tone::Main, MarkOutline::Plain)),
            KeyEntry::AfterDot => marks.dot(w / 2.0, h / 2.0, solid),
            KeyEntry::Way => marks.way(-2.0, w + 3.0, h / 2.0, solid),
            KeyEntry::Change => marks.change(2.0, w - 8.0, h / 2.0, solid, OpenSide::Neither),
            KeyEntry::OpenBound => marks.change(2.0, w - 8.0, h / 2.0, solid, OpenSide::Above),
            KeyEntry::DirectionOnly => marks.direction(1.0, w - 9.0, h / 2.0, Tone::Main),
            KeyEntry::Unreal => marks.bar(box_rect, look(Fill::Hatched, Tone::Main, MarkOutline::Plain)),
            KeyEntry::Context => marks.bar(box_rect, look(Fill::Solid, Tone::Muted, MarkOutline::Plain)),
            KeyEntry::SmallNumbers => marks.bar(box_rect, look(Fill::Hollow, Tone::Main, MarkOutline::Dotted)),
            KeyEntry::FarEnd => marks.range(2.0, w - 9.0, h / 2.0, solid),
            KeyEntry::RangeOfBar => {
                let (near, far) = (box_rect.with_max_x(w / 2.0 - 2.0), box_rect.with_min_x(w / 2.0 - 2.0));
                marks.bar(near, solid);
                marks.range_of_bar(far, solid);
            }
            KeyEntry::RangeOfDots => {
                let hollow = look(Fill::Hollow, Tone::Main, MarkOutline::Plain);
                marks.range_of_dots(4.0, w - 6.0, h / 2.0, hollow);
                marks.dot(4.0, h / 2.0, hollow);
            }
            KeyEntry::OpenPeriod => {
                marks.bar(Rect::from_min_max(Pos2::new(2.0, h / 2.0 - 3.0), Pos2::new(5.0, h / 2.0 + 3.0)), solid);
                let stroke = Stroke::new(2.25, marks.colour(Tone::Main));
                marks.path(&[[5.0, h / 2.0], [w - 4.0, h / 2.0]], stroke, LineStyle::Dashed { length: 5.0 });
            }
            KeyEntry::Own => marks.dot(w / 2.0, h / 2.0, look(Fill::Solid, Tone::Own, MarkOutline::Plain)),
            KeyEntry::Benchmark => {
                let colour = marks.colour(Tone::Muted);
                marks.diamond(w / 2.0, h / 2.0, colour);
            }
        }
        if entry == KeyEntry::Benchmark {
            let colour = marks.colour(Tone::Muted);
            marks.path(&[[4.0, h / 2.0], [w - 4.0, h / 2.0]], Stroke::new(1.0, colour), LineStyle::Solid);
        }
        let salt = format!("key-{entry:?}");
        still_plot(self.ui, rect, &salt, 0.0..=f64::from(w), 0.0..=f64::from(h), marks.items);
    }
}
