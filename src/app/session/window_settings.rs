//! What is remembered of files and of the window: recent files, what was open last, where the window stood, colours, zoom, room.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::dataset::LoadError;

use super::SessionMessage;
use super::open::Why;
use crate::app::message::Message;
use crate::app::settings::in_range;
use crate::app::tasks::TaskKind;
use crate::app::{Effect, FrameInput, Scheme, State, Tab, Zoom};

/// How many recent files are kept.
pub(in crate::app) const RECENT: usize = 8;

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

/// A recent file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recent {
    /// The file.
    pub path: PathBuf,
    /// Whether it is there; `None` while nobody looked.
    pub is_there: Option<bool>,
}

/// What was done with the remembered place of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PlacementState {
    /// How many frames it was looked whether the window is on the screen.
    looks: u8,
    /// The screen that the smallest size was last worked out for, in points.
    screen: Option<(i32, i32)>,
}

/// How a room is remembered, whatever it is called on screen.
fn keyword(room: Tab) -> &'static str {
    match room {
        Tab::Overview => "overview",
        Tab::Compare => "compare",
        Tab::Council => "council",
        Tab::Table => "table",
        Tab::Edit => "edit",
    }
}

impl State {
    /// Puts on what was remembered of colours and room.
    pub(in crate::app) fn put_on_remembered(&mut self) {
        if let Some(scheme) = Scheme::ALL.into_iter().find(|scheme| scheme.keyword() == self.settings.colours) {
            self.window.scheme = scheme;
        }
        if self.settings.zoom > 0 {
            self.window.zoom = Zoom::nearest(self.settings.zoom);
        }
        if let Some(room) = Tab::ALL.into_iter().find(|room| keyword(*room).eq_ignore_ascii_case(&self.settings.room)) {
            self.show(room);
        }
        self.table.put_on(&self.settings.table);
    }

    /// Holds the smallest size of the window to what the screen leaves, whenever that is another one: at 200% a laptop has fewer points
    /// than the panes would like.
    pub(super) fn fit_screen(&mut self) {
        let FrameInput { zoom, screen, inner, is_maximised, .. } = self.frame;
        let Some(screen) = screen.filter(|screen| screen.x >= 1.0 && screen.y >= 1.0) else { return };
        let known = (screen.x.round() as i32, screen.y.round() as i32);
        if self.session.placed.screen == Some(known) {
            return;
        }
        self.session.placed.screen = Some(known);
        self.effects.push(Effect::SetSmallestSize(smallest_on(screen, zoom)));
        let most = room_on(screen);
        if let Some(inner) = inner.filter(|inner| inner.width() > most.x || inner.height() > most.y)
            && !is_maximised
        {
            self.effects.push(Effect::Resize(inner.size().min(most)));
        }
    }

    /// Notes what is to be remembered of the window, in each frame.
    pub(super) fn note(&mut self) {
        if self.session.data.is_none() {
            return;
        }
        self.settings.zoom = self.window.zoom.percent();
        self.window.scheme.keyword().clone_into(&mut self.settings.colours);
        keyword(self.views.room).clone_into(&mut self.settings.room);
        self.settings.table = self.table.to_settings(&self.settings.table);
        let FrameInput { zoom, screen, inner, outer, is_maximised, is_elsewhere, .. } = self.frame;
        let (Some(inner), Some(outer)) = (inner, outer) else { return };
        if is_elsewhere {
            return;
        }
        self.settings.placement.maximised = is_maximised;
        if is_maximised {
            return;
        }
        // In the first frames the desktop moves the window, and lengths are those of another zoom.
        if let Some(screen) = screen.filter(|_| self.session.placed.looks < LOOKS) {
            self.session.placed.looks += 1;
            self.effects.push(Effect::Repaint);
            if let Some(size) = within(outer, inner, screen) {
                self.effects.push(Effect::Resize(size));
            }
            if let Some(at) = onto(outer, screen) {
                self.effects.push(Effect::MoveTo(at));
                return;
            }
        }
        let points = |length: f32| (length * zoom).round() as i32;
        self.settings.placement = Placement {
            x: points(outer.min.x),
            y: points(outer.min.y),
            width: points(inner.width()),
            height: points(inner.height()),
            maximised: false,
        };
    }

    pub(super) fn remember_recent(&mut self, path: &Path) {
        let path = path.display().to_string();
        self.settings.recent.retain(|known| *known != path);
        self.settings.recent.insert(0, path);
        self.settings.recent.truncate(RECENT);
        self.session.recents.clear();
    }

    /// What could not be opened because it is gone says so in the list.
    pub(super) fn forget_recent_if_gone(&mut self, path: &Path, error: &LoadError) {
        if matches!(error, LoadError::Missing { .. }) {
            for recent in self.session.recents.iter_mut().filter(|recent| recent.path == path) {
                recent.is_there = Some(false);
            }
        }
    }

    /// The recent files, the last one first, as far as it is known whether they are there.
    pub fn recent_files(&self) -> Vec<Recent> {
        let known = |path: &Path| self.session.recents.iter().find(|recent| recent.path == path)?.is_there;
        let paths = self.settings.recent.iter().take(RECENT).map(PathBuf::from);
        paths.map(|path| Recent { is_there: known(&path), path }).collect()
    }

    /// Looks which recent files are there, on a thread, because a drive that is gone may take its time to say so.
    pub(super) fn look_at_recent(&mut self) {
        let files = self.recent_files();
        self.tasks.spawn(TaskKind::LookingAtRecent, move |_| {
            let looked = files.into_iter().map(|recent| Recent { is_there: Some(recent.path.is_file()), ..recent });
            Message::Session(SessionMessage::Recents(looked.collect()))
        });
    }

    pub(super) fn remember_last(&mut self) {
        self.settings.last = match &self.document.path {
            Some(path) => path.display().to_string(),
            None => String::new(),
        };
    }

    pub(super) fn reopen_last(&mut self) {
        if !self.settings.last.is_empty() {
            self.open_because(PathBuf::from(&self.settings.last), Why::Last);
        }
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
