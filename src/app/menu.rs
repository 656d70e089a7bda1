//! The menus of the bar.

use strum::{EnumCount, VariantArray};

use crate::say;

/// The menus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount, VariantArray)]
pub enum Menu {
    /// Datasets.
    File,
    /// Undo and redo.
    Edit,
    /// Rooms, pins, colours.
    View,
    /// Views that are kept.
    Kept,
    /// Saving figures.
    Figure,
    /// Help and notices.
    Help,
}

impl Menu {
    /// Every menu, from left to right.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// Its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::File => say!("menu-file"),
            Self::Edit => say!("menu-edit"),
            Self::View => say!("menu-view"),
            Self::Kept => say!("menu-kept"),
            Self::Figure => say!("menu-figure"),
            Self::Help => say!("menu-help"),
        }
    }
}
