//! Headings of rows: what stands in each column, and the ticks of its axis. In the window they stay in view while rows scroll.

use egui::accesskit::Role;
use egui::{Align, Align2, Pos2, Rect, Sense, Stroke, Vec2};

use crate::figure::{Panel, Tick};
use crate::model::Order;
use crate::say;
use crate::theme::{Type, space};

use super::panels::{Names, PanelRect};
use super::{Drawing, Interactivity};

const HEADER_HEIGHT: f32 = 22.0;
const HEADER_LINE: f32 = 16.0;
const TICKS_HEIGHT: f32 = 18.0;

impl Drawing<'_, '_> {
    /// The headings above a body of rows that begins at the top of `body`; where that has scrolled out of view, over its rows.
    pub(super) fn headings(&mut self, panels: &[PanelRect<'_>], names: Names, body: Rect) {
        let tokens = self.setting.tokens;
        let height = self.header_height(panels);
        let top = match self.setting.liveness {
            Interactivity::Interactive => self.ui.clip_rect().top().min(body.bottom() - 2.0 * height),
            Interactivity::Static => f32::NEG_INFINITY,
        };
        let bottom = (top + height).max(body.top());
        if bottom > body.top() {
            let ground = Rect::from_x_y_ranges(body.x_range().expand(space::S), bottom - height..=bottom);
            self.ui.painter().rect_filled(ground, 0.0, tokens.surface);
            self.ui.painter().hline(ground.x_range(), ground.bottom(), Stroke::new(1.0, tokens.line));
            // What lies below it is not under the pointer.
            self.ui.interact(ground, self.id.with("headings"), Sense::hover() | Sense::CLICK);
        }
        let titles = bottom - ticks_height(panels);
        if let Names::Beside(width) = names {
            let words = say!("draw-heading-council");
            let at = Pos2::new(body.left(), titles - 4.0);
            let rect = self.pen().line(at, Align2::LEFT_BOTTOM, words, Type::Small.bold(), tokens.ink);
            debug_assert!(rect.width() <= width || words.is_empty());
            self.sorting(rect, words, Order::Name);
        }
        for placed in panels {
            let title = self.header(placed, titles);
            if let Some(order) = placed.panel.role.order() {
                self.sorting(title, &placed.panel.title, order);
            }
            self.ticks(placed, bottom);
        }
    }

    /// Makes a heading sort the rows, where they can be sorted, and shows by a small triangle that they are.
    fn sorting(&mut self, title: Rect, words: &str, order: Order) {
        let Some(now) = self.setting.order else { return };
        let tokens = self.setting.tokens;
        let is_now = now == order;
        let spoken = if is_now { say!("draw-sorted", heading = words) } else { say!("draw-sort", heading = words) };
        let response =
            self.ui.interact(title.expand2(Vec2::new(4.0, 3.0)), self.id.with(("sort", order)), Sense::click());
        response.widget_info(|| egui::WidgetInfo::selected(Role::Button, true, is_now, &spoken));
        if response.clicked() {
            // Again puts the rows back into their first order, which may have no heading here.
            self.sorted = Some(if is_now { Order::default() } else { order });
        }
        if is_now {
            let tip = title.right_center() + Vec2::new(8.0, 3.0);
            let points = vec![tip, tip + Vec2::new(-4.0, -6.0), tip + Vec2::new(4.0, -6.0)];
            self.ui.painter().add(egui::Shape::convex_polygon(points, tokens.accent, Stroke::NONE));
        }
        if response.hovered() || response.has_focus() {
            self.ui.painter().hline(title.x_range(), title.bottom(), Stroke::new(1.5, tokens.accent));
        }
        response.on_hover_cursor(egui::CursorIcon::PointingHand);
    }

    /// Tick labels above the panel: each, or every second or third, so that none touches another.
    fn ticks(&self, placed: &PanelRect<'_>, bottom: f32) {
        let (Some(axis), Some(scale)) = (&placed.panel.axis, placed.scale) else { return };
        let pen = self.pen();
        let (left, right) = (placed.left, placed.left + placed.width);
        let place = |tick: &Tick| {
            let half = pen.width(&tick.label, Type::Small.regular()) / 2.0;
            let (low, high) = (left + half - 8.0, right - half + 8.0);
            ((left + scale.points(tick.at)).min(high).max(low), half)
        };
        // The base line is always told, and the others at even distances from it.
        let base = axis.ticks.iter().position(|tick| axis.is_base(tick)).unwrap_or(0);
        let told = |every: usize| axis.ticks.iter().enumerate().filter(move |(at, _)| at.abs_diff(base) % every == 0);
        let fits = |every: &usize| {
            let places: Vec<(f32, f32)> = told(*every).map(|(_, tick)| place(tick)).collect();
            places.windows(2).all(|pair| match pair {
                [(left, a), (right, b)] => left + a + 8.0 < right - b,
                _ => true,
            })
        };
        let every = (1..=axis.ticks.len()).find(fits).unwrap_or(axis.ticks.len().max(1));
        for (_, tick) in told(every) {
            let at = Pos2::new(place(tick).0, bottom - 3.0);
            pen.line(at, Align2::CENTER_BOTTOM, &tick.label, Type::Small.regular(), self.setting.tokens.quiet);
        }
    }

    pub(super) fn header_height(&self, panels: &[PanelRect<'_>]) -> f32 {
        let height = |placed: &PanelRect<'_>| {
            let title = self.header_title(placed).size().y;
            if self.sides_fit(placed) { title } else { title + HEADER_LINE }
        };
        panels.iter().map(height).fold(HEADER_HEIGHT - 6.0, f32::max) + 6.0 + ticks_height(panels)
    }

    fn header_title(&self, placed: &PanelRect<'_>) -> std::sync::Arc<egui::Galley> {
        self.pen().wrapped(&placed.panel.title, Type::Small.bold(), self.setting.tokens.ink, placed.width, Align::LEFT)
    }

    /// Whether the words for both sides of zero stand on one line with the title.
    fn sides_fit(&self, placed: &PanelRect<'_>) -> bool {
        let Some((low, high)) = &placed.panel.side_words else { return true };
        let pen = self.pen();
        let sides =
            pen.width(&leftwards(low), Type::Small.regular()) + pen.width(&rightwards(high), Type::Small.regular());
        self.header_title(placed).size().x + 14.0 + sides + 16.0 <= placed.width
    }

    /// The width in which no word above a panel breaks, and the words for both sides of zero stay within it.
    pub(super) fn heading_need(&self, panel: &Panel) -> f32 {
        let pen = self.pen();
        let words = panel.title.split_whitespace().map(|word| pen.width(word, Type::Small.bold()));
        let sides = panel.side_words.as_ref().map_or(0.0, |(low, high)| {
            pen.width(&leftwards(low), Type::Small.regular())
                + 16.0
                + pen.width(&rightwards(high), Type::Small.regular())
        });
        words.fold(sides, f32::max).ceil()
    }

    /// A panel's title, and the words for the two sides of zero beside or below it; gives where the title stands.
    fn header(&self, placed: &PanelRect<'_>, bottom: f32) -> Rect {
        let tokens = self.setting.tokens;
        let pen = self.pen();
        let y = bottom - 4.0;
        let (left, right) = (placed.left, placed.left + placed.width);
        let galley = self.header_title(placed);
        let beside = self.sides_fit(placed);
        let title_bottom = if beside { y } else { y - HEADER_LINE };
        let title = Rect::from_min_size(Pos2::new(left, title_bottom - galley.size().y), galley.size());
        self.ui.painter().galley(title.min, galley, tokens.ink);
        let Some((low, high)) = &placed.panel.side_words else { return title };
        let zero = left + placed.base();
        let (low, high) = (leftwards(low), rightwards(high));
        let low_width = pen.width(&low, Type::Small.regular());
        let high_width = pen.width(&high, Type::Small.regular());
        // Each stays on its side of zero where there is room, and they never touch.
        let first = if beside { title.right() + 14.0 } else { left };
        let low_right = (zero - 10.0).max(first + low_width).min(right - high_width - 16.0);
        pen.line(Pos2::new(low_right, y), Align2::RIGHT_BOTTOM, &low, Type::Small.regular(), tokens.quiet);
        let high_left = (zero + 10.0).max(low_right + 16.0).min(right - high_width);
        pen.line(Pos2::new(high_left, y), Align2::LEFT_BOTTOM, &high, Type::Small.regular(), tokens.quiet);
        title
    }
}

/// The height of tick labels; nothing where no panel has an axis.
fn ticks_height(panels: &[PanelRect<'_>]) -> f32 {
    if panels.iter().any(|placed| placed.scale.is_some()) { TICKS_HEIGHT } else { 0.0 }
}

fn leftwards(words: &str) -> String {
    say!("draw-leftwards", words = words)
}

fn rightwards(words: &str) -> String {
    say!("draw-rightwards", words = words)
}
