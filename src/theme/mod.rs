//! Colours, type and spacing, for light, dark and high contrast. The only room with raw colours in it.
//!
//! The colours of marks follow the accessible palette of the Government Analysis Function; dark has lighter tokens of its own,
//! because #12436D on a dark ground is 1.6:1. What a colour is for is said by its field; no other file names one.

mod contrast;
mod style;
mod type_scale;
#[cfg(test)]
mod vision;

use egui::Color32;
use strum::{EnumCount, VariantArray};

pub use contrast::contrast;
pub use style::{install_fonts, install_style};
pub use type_scale::{Type, space};

/// Light, dark, or as much contrast as there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, EnumCount, VariantArray)]
pub enum Mode {
    /// Dark ink on a light ground; exports are always light.
    #[default]
    Light,
    /// Light ink on a dark ground.
    Dark,
    /// White on black with yellow for focus; all text at least 7:1, every mark and edge at least 4.5:1.
    HighContrast,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; Self::COUNT] = every!();
}

/// The colours, each named by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tokens {
    /// Which mode they are of.
    pub mode: Mode,
    /// Behind the cards.
    pub ground: Color32,
    /// Cards, panels and fields.
    pub surface: Color32,
    /// Thin rules between areas; carries no meaning.
    pub line: Color32,
    /// Edges of controls, at least 3:1 on surface.
    pub edge: Color32,
    /// Grid lines behind marks; carry no meaning of their own.
    pub grid: Color32,
    /// Text.
    pub ink: Color32,
    /// Quieter text, at least 4.5:1 on surface and on ground.
    pub quiet: Color32,
    /// Buttons that are on, links, focus.
    pub accent: Color32,
    /// Text on accent.
    pub on_accent: Color32,
    /// Behind what is selected.
    pub selected: Color32,
    /// Behind what is hovered, and small tags.
    pub hovered: Color32,
    /// The bar beside a caution.
    pub caution: Color32,
    /// Marks.
    pub mark: Color32,
    /// Marks of context.
    pub mark_muted: Color32,
    /// Marks of others, where the reader's own council has those in the accent's colour.
    pub mark_other: Color32,
}

impl Tokens {
    /// The tokens of a mode.
    pub fn of(mode: Mode) -> Self {
        match mode {
            Mode::Light => Self::light(),
            Mode::Dark => Self::dark(),
            Mode::HighContrast => Self::high_contrast(),
        }
    }

    /// Dark ink on light.
    pub fn light() -> Self {
        Self {
            mode: Mode::Light,
            ground: Color32::from_rgb(0xF3, 0xF5, 0xF8),
            surface: Color32::from_rgb(0xFF, 0xFF, 0xFF),
            line: Color32::from_rgb(0xD9, 0xDE, 0xE5),
            edge: Color32::from_rgb(0x83, 0x8D, 0x9A),
            grid: Color32::from_rgb(0xE3, 0xE7, 0xEC),
            ink: Color32::from_rgb(0x14, 0x1B, 0x23),
            quiet: Color32::from_rgb(0x4B, 0x57, 0x65),
            accent: Color32::from_rgb(0x12, 0x43, 0x6D),
            on_accent: Color32::from_rgb(0xFF, 0xFF, 0xFF),
            selected: Color32::from_rgb(0xDF, 0xE9, 0xF3),
            hovered: Color32::from_rgb(0xEB, 0xEF, 0xF4),
            caution: Color32::from_rgb(0xE0, 0x5A, 0x17),
            mark: Color32::from_rgb(0x12, 0x43, 0x6D),
            mark_muted: Color32::from_rgb(0x6B, 0x76, 0x83),
            mark_other: Color32::from_rgb(0x3F, 0x84, 0xC2),
        }
    }

    /// Light ink on dark.
    pub fn dark() -> Self {
        Self {
            mode: Mode::Dark,
            ground: Color32::from_rgb(0x11, 0x15, 0x1A),
            surface: Color32::from_rgb(0x1A, 0x20, 0x28),
            line: Color32::from_rgb(0x2F, 0x38, 0x43),
            edge: Color32::from_rgb(0x76, 0x83, 0x92),
            grid: Color32::from_rgb(0x2A, 0x32, 0x3C),
            ink: Color32::from_rgb(0xEE, 0xF2, 0xF6),
            quiet: Color32::from_rgb(0xAA, 0xB5, 0xC1),
            accent: Color32::from_rgb(0x7C, 0xB8, 0xF2),
            on_accent: Color32::from_rgb(0x0C, 0x12, 0x18),
            selected: Color32::from_rgb(0x21, 0x36, 0x4C),
            hovered: Color32::from_rgb(0x26, 0x2E, 0x38),
            caution: Color32::from_rgb(0xF2, 0x8B, 0x4E),
            mark: Color32::from_rgb(0x6F, 0xB1, 0xEF),
            mark_muted: Color32::from_rgb(0x8F, 0x9B, 0xA8),
            mark_other: Color32::from_rgb(0x45, 0x84, 0xBF),
        }
    }

    /// White on black.
    pub fn high_contrast() -> Self {
        Self {
            mode: Mode::HighContrast,
            ground: Color32::from_rgb(0x00, 0x00, 0x00),
            surface: Color32::from_rgb(0x00, 0x00, 0x00),
            line: Color32::from_rgb(0xA0, 0xA0, 0xA0),
            edge: Color32::from_rgb(0xFF, 0xFF, 0xFF),
            grid: Color32::from_rgb(0x5A, 0x5A, 0x5A),
            ink: Color32::from_rgb(0xFF, 0xFF, 0xFF),
            quiet: Color32::from_rgb(0xEB, 0xEB, 0xEB),
            accent: Color32::from_rgb(0xFF, 0xE1, 0x4D),
            on_accent: Color32::from_rgb(0x00, 0x00, 0x00),
            selected: Color32::from_rgb(0x0B, 0x3B, 0x66),
            hovered: Color32::from_rgb(0x2B, 0x2B, 0x2B),
            caution: Color32::from_rgb(0xFF, 0xA6, 0x4D),
            mark: Color32::from_rgb(0x5C, 0xC8, 0xFF),
            mark_muted: Color32::from_rgb(0xC4, 0xC4, 0xC4),
            mark_other: Color32::from_rgb(0x5C, 0xC8, 0xFF),
        }
    }
}
