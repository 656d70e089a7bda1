//! Type and spacing: the few sizes there are.

use egui::{FontFamily, FontId};

/// The family name of the bold face.
pub(super) const BOLD: &str = "bold";

/// The steps of the type scale, in points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Title of a figure.
    Title,
    /// Heading of a section or a card.
    Heading,
    /// Running text and controls.
    Body,
    /// Periods, captions, axis labels; the smallest.
    Small,
    /// A number that is the message.
    Number,
}

impl Type {
    /// Size in points.
    pub fn size(self) -> f32 {
        match self {
            Self::Title => 18.0,
            Self::Heading => 14.5,
            Self::Body => 13.5,
            Self::Small => 12.0,
            Self::Number => 24.0,
        }
    }

    /// The regular face at this size.
    pub fn regular(self) -> FontId {
        FontId::new(self.size(), FontFamily::Proportional)
    }

    /// The bold face at this size.
    pub fn bold(self) -> FontId {
        FontId::new(self.size(), FontFamily::Name(BOLD.into()))
    }
}

/// The steps of the spacing scale, in points.
pub mod space {
    /// Between a word and its mark.
    pub const XS: f32 = 4.0;
    /// Between neighbours.
    pub const S: f32 = 8.0;
    /// Inside cards.
    pub const M: f32 = 12.0;
    /// Between cards and sections.
    pub const L: f32 = 18.0;
}
