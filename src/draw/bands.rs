//! Bands of small figures: a head that folds what is below it, and that stays in view while its band scrolls by.

use egui::accesskit::Role;
use egui::{Align, Align2, CursorIcon, Id, Pos2, Rect, Shape, Stroke, Vec2, WidgetInfo, pos2};

use crate::figure::TileGroup;
use crate::say;
use crate::theme::{Type, space};

use super::Drawing;
use super::roving::{TabStop, part};

/// Height of a head.
const HEAD: f32 = 30.0;
/// Before its words, for the triangle.
const INDENT: f32 = 26.0;

impl Drawing<'_, '_> {
    /// Where the height of a band is kept from frame to frame.
    pub(super) fn band_id(&self, heading: &str) -> Id {
        self.id.with(("band", heading))
    }

    /// The head of a band with its name, what is in it and whether it is open; gives the y where the small figures begin. While the band
    /// scrolls by, the head stays at the top of what is seen, and nothing of the band is drawn behind it.
    pub(super) fn band_head(
        &mut self,
        group: &TileGroup,
        (number, is_open): (usize, bool),
        at: Pos2,
        width: f32,
    ) -> f32 {
        let id = self.band_id(&group.heading);
        let height: f32 = self.ui.data(|data| data.get_temp(id)).unwrap_or(HEAD);
        let clip = self.ui.clip_rect();
        let end = (at.y + height - HEAD - space::S).max(at.y);
        let top = if is_open { clip.top().clamp(at.y, end) } else { at.y };
        let natural = Rect::from_min_size(at, Vec2::new(width, HEAD));
        let rect = Rect::from_min_size(pos2(at.x, top), natural.size());
        self.heading(natural, number, &group.heading);
        let response = part(self.ui, rect, id.with("head"), TabStop::Tab);
        let spoken = say!("draw-band", heading = group.heading.as_str(), aside = group.aside.as_str());
        let spoken = if is_open { spoken } else { say!("alt-folded", name = spoken) };
        response.widget_info(|| WidgetInfo::labeled(Role::DisclosureTriangle, true, &spoken));
        let _ = self.ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
        if response.clicked() {
            self.folded = Some(group.heading.clone());
        }
        if self.wishes.band == Some(group.heading.as_str()) {
            response.request_focus();
            self.ui.scroll_to_rect(natural, Some(Align::Min));
        }
        if self.ui.is_rect_visible(rect) {
            self.paint_head(group, is_open, rect, response.hovered());
        }
        response.on_hover_cursor(CursorIcon::PointingHand);
        if top > at.y {
            self.ui.set_clip_rect(clip.with_min_y(top + HEAD));
        }
        self.covered = HEAD;
        at.y + HEAD + space::S
    }

    fn paint_head(&self, group: &TileGroup, is_open: bool, rect: Rect, is_hovered: bool) {
        let tokens = self.setting.tokens;
        let painter = self.ui.painter();
        let fill = if is_hovered { tokens.selected } else { tokens.hovered };
        painter.rect_filled(rect.expand2(Vec2::new(0.0, 1.0)), 0.0, tokens.ground);
        painter.rect_filled(rect, 6.0, fill);
        let centre = pos2(rect.left() + INDENT / 2.0, rect.center().y);
        let corners = if is_open {
            [Vec2::new(-4.5, -2.5), Vec2::new(4.5, -2.5), Vec2::new(0.0, 3.5)]
        } else {
            [Vec2::new(-2.5, -4.5), Vec2::new(3.5, 0.0), Vec2::new(-2.5, 4.5)]
        };
        painter.add(Shape::convex_polygon(corners.map(|by| centre + by).to_vec(), tokens.ink, Stroke::NONE));
        let pen = self.pen();
        let at = pos2(rect.left() + INDENT, rect.center().y);
        let name = pen.line(at, Align2::LEFT_CENTER, &group.heading, Type::Heading.bold(), tokens.ink);
        let small = Type::Small.regular();
        // Where the two have no room side by side, the name goes first.
        if name.right() + pen.width(&group.aside, small.clone()) + 24.0 <= rect.right() {
            let at = pos2(rect.right() - 10.0, rect.center().y);
            pen.line(at, Align2::RIGHT_CENTER, &group.aside, small, tokens.quiet);
        }
    }
}
