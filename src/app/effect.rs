//! What the window has to do after an action: focus, scroll, copy, repaint, its size and place, closing.
//!
//! The state asks for it here and does none of it, so that every feature can be tried without a window. The window takes the effects
//! after each action and after each message, and carries them out in the order in which they were asked for.

use crate::edit::PartPath;
use crate::model::{OutcomeId, ProgrammeId};

use super::PaneStep;

/// Something that the window has to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Move the keyboard.
    Focus(FocusTarget),
    /// Bring something into view.
    Scroll(ScrollTarget),
    /// Measure the content of this column of the table and make the column as wide.
    FitColumn(usize),
    /// Put a text into the clipboard.
    CopyText(String),
    /// Put a picture into the clipboard.
    CopyImage(egui::ColorImage),
    /// Draw again at once.
    Repaint,
    /// Draw again after so many seconds, if nothing else happens before.
    RepaintAfter(f32),
    /// Let nobody make the window smaller than this, in points.
    SetSmallestSize(egui::Vec2),
    /// Make the window this large, in points.
    Resize(egui::Vec2),
    /// Move the window's upper left corner there, in points of the screen.
    MoveTo(egui::Pos2),
    /// Fill the screen without a frame, or stop that.
    FillScreen(bool),
    /// Close the window.
    Close,
}

/// Where the keyboard goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The search field of the list.
    Search,
    /// Another pane.
    Pane(PaneStep),
    /// The menu of the bar, which opens.
    Menu,
    /// A field of a part's form, named as in findings.
    Field(PartPath, String),
}

/// What comes into view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScrollTarget {
    /// The current council, in the list.
    Council,
    /// A programme, on the page of a council.
    Programme(ProgrammeId),
    /// A topic of the Overview.
    Topic(String),
    /// An outcome, in the figure.
    Outcome(OutcomeId),
    /// The part whose form is shown, in the outline.
    OutlineRow,
}

/// What the window tells in each frame; the default is a window that tells nothing, as in tests.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FrameInput {
    /// Seconds since the start.
    pub seconds: f64,
    /// The factor of zoom that points are in.
    pub zoom: f32,
    /// Pixels of the screen in a point.
    pub pixels_per_point: f32,
    /// The longest side of a picture that the graphics take, in pixels.
    pub longest_texture: usize,
    /// The size of the screen in points; `None` where it is not known.
    pub screen: Option<egui::Vec2>,
    /// The window without its frame, in points of the screen; `None` where it is not known.
    pub inner: Option<egui::Rect>,
    /// The window with its frame; `None` where it is not known.
    pub outer: Option<egui::Rect>,
    /// Whether the window fills the screen and keeps its frame.
    pub is_maximised: bool,
    /// Whether the window is minimised, or fills the screen without a frame.
    pub is_elsewhere: bool,
    /// Whether the pointer or the keyboard is at the notice that is shown.
    pub holds_notice: bool,
}

impl Default for FrameInput {
    fn default() -> Self {
        Self {
            seconds: 0.0,
            zoom: 1.0,
            pixels_per_point: 1.0,
            longest_texture: 2048,
            screen: None,
            inner: None,
            outer: None,
            is_maximised: false,
            is_elsewhere: false,
            holds_notice: false,
        }
    }
}
