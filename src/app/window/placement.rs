//! Where the window stands: what is remembered of it, the smallest size that the screen allows, and coming back onto the screen.

use serde::{Deserialize, Serialize};

use crate::app::context::Context;
use crate::app::settings::in_range;
use crate::app::{Effect, FrameInput};

/// In how many of the first frames it is looked whether the window is on the screen.
const LOOKS: u8 = 12;

/// Where the window stood, in points of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Placement {
    /// From the left edge of the screen.
    #[serde(deserialize_with = "in_range")]
    pub x: i32,
    /// From its upper edge.
    #[serde(deserialize_with = "in_range")]
    pub y: i32,
    /// The width; 0 where nothing was remembered.
    #[serde(deserialize_with = "in_range")]
    pub width: i32,
    /// The height.
    #[serde(deserialize_with = "in_range")]
    pub height: i32,
    /// Whether it filled the screen; then the rest is how it was before that.
    pub maximised: bool,
}

/// What was done with the remembered place of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct PlacementState {
    /// How many frames it was looked whether the window is on the screen.
    looks: u8,
    /// The screen that the smallest size was last worked out for, in points.
    screen: Option<(i32, i32)>,
}

impl PlacementState {
    /// Holds the smallest size of the window to what the screen leaves, whenever that is another one: at 200% a laptop has fewer points
    /// than the panes would like.
    pub(in crate::app) fn fit_screen(&mut self, cx: &mut Context<'_>) {
        let FrameInput { zoom, screen, inner, is_maximised, .. } = cx.frame;
        let Some(screen) = screen.filter(|screen| screen.x >= 1.0 && screen.y >= 1.0) else { return };
        let known = (screen.x.round() as i32, screen.y.round() as i32);
        if self.screen == Some(known) {
            return;
        }
        self.screen = Some(known);
        cx.effects.push(Effect::SetSmallestSize(smallest_on(screen, zoom)));
        let most = room_on(screen);
        if let Some(inner) = inner.filter(|inner| inner.width() > most.x || inner.height() > most.y)
            && !is_maximised
        {
            cx.effects.push(Effect::Resize(inner.size().min(most)));
        }
    }

    /// Notes in each frame where the window stands.
    pub(in crate::app) fn note(&mut self, cx: &mut Context<'_>) {
        let FrameInput { zoom, screen, inner, outer, is_maximised, is_elsewhere, .. } = cx.frame;
        let (Some(inner), Some(outer)) = (inner, outer) else { return };
        if is_elsewhere {
            return;
        }
        cx.settings.placement.maximised = is_maximised;
        if is_maximised {
            return;
        }
        // In the first frames the desktop moves the window, and lengths are those of another zoom.
        if let Some(screen) = screen.filter(|_| self.looks < LOOKS) {
            self.looks += 1;
            cx.effects.push(Effect::Repaint);
            if let Some(size) = within(outer, inner, screen) {
                cx.effects.push(Effect::Resize(size));
            }
            if let Some(at) = onto(outer, screen) {
                cx.effects.push(Effect::MoveTo(at));
                return;
            }
        }
        let points = |length: f32| (length * zoom).round() as i32;
        cx.settings.placement = Placement {
            x: points(outer.min.x),
            y: points(outer.min.y),
            width: points(inner.width()),
            height: points(inner.height()),
            maximised: false,
        };
    }
}

/// The smallest size at which the panes stand as usual, in points at 100%.
const SMALLEST: egui::Vec2 = egui::vec2(800.0, 560.0);
/// What the desktop takes of a screen's height for its bar and a window's title, in points at 100%.
const DESKTOP: f32 = 80.0;

/// What a screen leaves for the inside of a window.
fn room_on(screen: egui::Vec2) -> egui::Vec2 {
    egui::vec2(screen.x, (screen.y - DESKTOP).max(screen.y * 0.75))
}

/// The smallest size on a screen of this size, all in points at this zoom.
fn smallest_on(screen: egui::Vec2, zoom: f32) -> egui::Vec2 {
    (SMALLEST / zoom.max(0.1)).min(room_on(screen))
}

/// Where a window of this place goes so that it can be reached on a screen of this size; `None` where it can be.
fn onto(window: egui::Rect, screen: egui::Vec2) -> Option<egui::Pos2> {
    if screen.x < 1.0 || screen.y < 1.0 {
        return None;
    }
    let most = (screen - window.size()).max(egui::Vec2::ZERO);
    let at = window.min.clamp(egui::Pos2::ZERO, most.to_pos2());
    // A few points over an edge are what desktops do with frames and panels.
    (at.distance(window.min) > 40.0).then_some(at)
}

/// The size of what is in the window where it has to shrink, so that its frame and title are on the screen too; `None` where it fits.
fn within(outer: egui::Rect, inner: egui::Rect, screen: egui::Vec2) -> Option<egui::Vec2> {
    if screen.x < 1.0 || screen.y < 1.0 {
        return None;
    }
    let beyond = (outer.size() - screen).max(egui::Vec2::ZERO);
    // A frame of a few points that nobody sees is what desktops add to a window as large as the screen.
    (beyond.max_elem() > 24.0).then(|| (inner.size() - beyond).max(egui::Vec2::splat(1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Rect, pos2, vec2};

    #[test]
    fn a_window_larger_than_the_screen_shrinks_with_its_title() {
        let screen = vec2(1366.0, 768.0);
        let at = |size| Rect::from_min_size(pos2(0.0, 0.0), size);
        let inner = at(vec2(1366.0, 768.0));
        assert_eq!(within(at(vec2(1366.0, 808.0)), inner, screen), Some(vec2(1366.0, 728.0)));
        assert_eq!(within(at(vec2(1374.0, 776.0)), inner, screen), None);
        assert_eq!(within(at(vec2(800.0, 640.0)), at(vec2(800.0, 600.0)), screen), None);
    }

    #[test]
    fn the_smallest_size_fits_every_screen() {
        for (pixels, scale) in
            [((1920.0, 1080.0), 2.0), ((1366.0, 768.0), 1.5), ((1366.0, 768.0), 1.0), ((1280.0, 720.0), 1.25)]
        {
            let screen = vec2(pixels.0, pixels.1) / scale;
            for zoom in [0.8, 1.0, 2.0, 3.0] {
                let least = smallest_on(screen / zoom, zoom) * zoom;
                assert!(
                    least.x <= screen.x && least.y + 30.0 <= screen.y,
                    "{pixels:?} at {scale}, zoom {zoom}: {least}"
                );
                assert!(least.x <= 800.0 && least.y <= 560.0, "{least}");
            }
        }
        assert_eq!(smallest_on(vec2(1920.0, 1080.0), 1.0), vec2(800.0, 560.0));
    }

    #[test]
    fn a_window_beyond_the_screen_comes_back_onto_it() {
        let screen = vec2(1366.0, 768.0);
        let of = |x, y| Rect::from_min_size(pos2(x, y), vec2(800.0, 600.0));
        assert_eq!(onto(of(100.0, 50.0), screen), None);
        assert_eq!(onto(of(-8.0, -8.0), screen), None);
        assert_eq!(onto(of(3000.0, 50.0), screen), Some(pos2(566.0, 50.0)));
        assert_eq!(onto(of(-900.0, -700.0), screen), Some(pos2(0.0, 0.0)));
        assert_eq!(onto(of(0.0, 0.0), vec2(0.0, 0.0)), None);
        let wide = Rect::from_min_size(pos2(200.0, 0.0), vec2(4000.0, 3000.0));
        assert_eq!(onto(wide, screen), Some(pos2(0.0, 0.0)));
    }
}
