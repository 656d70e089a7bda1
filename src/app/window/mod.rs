//! What keyboard, zoom and screen reader need to be known: colours, zoom, what lies over the window, panes asked for.
//!
//! How any of it looks is the window's business.

pub(in crate::app) mod help_navigation;
pub(in crate::app) mod placement;

use serde::{Deserialize, Serialize};

use crate::app::Scheme;
use crate::app::settings::in_range;
use crate::say;

use crate::app::HelpNavigation;
use crate::app::context::Context;

/// The steps of zoom, in per cent.
const ZOOMS: [u16; 10] = [75, 90, 100, 110, 125, 150, 175, 200, 250, 300];
/// How large everything is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zoom {
    percent: u16,
}

impl Default for Zoom {
    fn default() -> Self {
        Self { percent: 100 }
    }
}

impl Zoom {
    /// The step nearest to so many per cent, from 75 to 300.
    pub fn nearest(percent: u16) -> Self {
        let nearest = ZOOMS.into_iter().min_by_key(|step| step.abs_diff(percent));
        Self { percent: nearest.unwrap_or(100) }
    }

    /// In per cent, from 75 to 300.
    pub fn percent(self) -> u16 {
        self.percent
    }

    /// As a factor, from 0.75 to 3.
    pub fn factor(self) -> f32 {
        f32::from(self.percent) / 100.0
    }

    fn stepped(self, step: ZoomStep) -> Self {
        let percent = match step {
            ZoomStep::In => ZOOMS.into_iter().find(|z| *z > self.percent),
            ZoomStep::Out => ZOOMS.into_iter().rev().find(|z| *z < self.percent),
            ZoomStep::Reset => Some(100),
        };
        percent.map_or(self, |percent| Self { percent })
    }
}

/// A change of zoom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoomStep {
    /// Larger.
    In,
    /// Smaller.
    Out,
    /// Back to 100%.
    Reset,
}

/// What can lie over the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Overlay {
    /// Every command, council, programme and indicator by name.
    Palette,
    /// The help.
    Help,
    /// What was told since the start.
    Notices,
}

impl Overlay {
    /// Its title.
    pub fn label(self) -> &'static str {
        match self {
            Self::Palette => say!("app-overlay-palette"),
            Self::Help => say!("app-overlay-help"),
            Self::Notices => say!("app-overlay-notices"),
        }
    }
}

/// Which pane the keyboard goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaneStep {
    /// The next one, in reading order.
    Next,
    /// The one before.
    Previous,
}

/// Whether the list of councils is open where the window has no room for it beside the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Drawer {
    /// Behind its button.
    #[default]
    Closed,
    /// In place of the figure.
    Open,
}

/// A pane beside the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SidePane {
    /// Left: the councils, in Edit the parts.
    List,
    /// Right: the outcome in full, in Edit how it will look.
    Outcome,
}

impl SidePane {
    /// No pane is narrower than this, in points.
    pub const LEAST: f32 = 150.0;

    /// What its edge is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::List => say!("splitter.list"),
            Self::Outcome => say!("splitter.outcome"),
        }
    }
}

/// How wide the reader left the panes beside the room, in points; 0 for the usual width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PaneWidths {
    #[serde(deserialize_with = "in_range")]
    list: u16,
    #[serde(deserialize_with = "in_range")]
    outcome: u16,
}

impl PaneWidths {
    /// The width of a pane.
    pub fn get(self, pane: SidePane) -> u16 {
        match pane {
            SidePane::List => self.list,
            SidePane::Outcome => self.outcome,
        }
    }

    /// Gives a pane another width.
    pub(in crate::app) fn set(&mut self, pane: SidePane, width: u16) {
        match pane {
            SidePane::List => self.list = width,
            SidePane::Outcome => self.outcome = width,
        }
    }
}

/// What keyboard, zoom and screen reader need to be known.
#[derive(Clone, Debug, Default)]
pub struct WindowState {
    /// Colours.
    pub scheme: Scheme,
    /// How large everything is.
    pub zoom: Zoom,
    /// What lies over the window, if anything.
    pub overlay: Option<Overlay>,
    /// Whether a figure says what its marks mean.
    pub shows_key: bool,
    /// The list of councils in a narrow window.
    pub drawer: Drawer,
    /// How wide the panes beside the room are.
    pub pane_widths: PaneWidths,
    /// Whether one figure alone fills the screen.
    pub presents: bool,
    /// Which place of the help is read.
    pub reading: HelpNavigation,
    pub(in crate::app) placed: placement::PlacementState,
}

impl WindowState {
    /// Makes everything larger or smaller.
    pub(in crate::app) fn step_zoom(&mut self, step: ZoomStep) {
        self.zoom = self.zoom.stepped(step);
    }

    /// Reads the help.
    pub(in crate::app) fn read(&mut self, step: crate::app::HelpStep) {
        self.overlay = Some(Overlay::Help);
        self.reading.take(step);
    }

    /// Lays something over the window.
    pub(in crate::app) fn open_overlay(&mut self, overlay: Overlay, cx: &mut Context<'_>) {
        self.overlay = Some(overlay);
        if overlay == Overlay::Notices {
            // The log holds them all, so that they are read with it.
            cx.notices.open.clear();
        }
    }

    /// Closes what lies over the window or in place of the figure; tells whether there was anything.
    pub(in crate::app) fn lift_overlay(&mut self) -> bool {
        self.overlay.take().is_some() || std::mem::take(&mut self.drawer) == Drawer::Open
    }

    /// Opens or closes the list of councils where it lies behind a button.
    pub(in crate::app) fn toggle_drawer(&mut self) {
        self.drawer = match self.drawer {
            Drawer::Closed => Drawer::Open,
            Drawer::Open => Drawer::Closed,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zoom_goes_from_75_to_300_per_cent_and_no_further() {
        let mut zoom = Zoom::default();
        for _ in 0..20 {
            zoom = zoom.stepped(ZoomStep::In);
        }
        assert_eq!(zoom.percent(), 300);
        for _ in 0..20 {
            zoom = zoom.stepped(ZoomStep::Out);
        }
        assert_eq!(zoom.percent(), 75);
        assert_eq!(zoom.stepped(ZoomStep::Reset), Zoom::default());
        assert_eq!(Zoom::nearest(199).percent(), 200);
        assert_eq!(Zoom::nearest(9_000).percent(), 300);
    }
}
