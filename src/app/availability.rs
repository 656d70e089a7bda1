//! Which commands can be used now, which are on, and where a group of them begins. Menus and the palette ask here.

use crate::say;

use super::suppression::Switch;
use super::{Action, ColumnStep, ExportStep, LifeAction, Overlay, ReadStep, Room, Scheme, State, Stop, ZoomStep};

/// Whether a command is a switch, and how it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toggle {
    /// No switch: it does something.
    None,
    /// On or off by itself.
    Single(bool),
    /// One of several of which one is on.
    OneOf(bool),
}

impl Toggle {
    /// Whether it is on.
    pub fn is_on(self) -> bool {
        matches!(self, Self::Single(true) | Self::OneOf(true))
    }
}

/// Why no figure can be saved or copied in the room Edit.
pub(super) fn no_figure() -> &'static str {
    say!("app-not-without-outcome")
}

impl State {
    /// Why a command can't be used now; `None` where it can.
    pub fn why_not(&self, action: &Action) -> Option<&'static str> {
        match action {
            Action::Undo if self.document.history.undo_label().is_none() && self.desk.drafts.waiting() == 0 => {
                Some(say!("app-not-undo"))
            }
            Action::Redo if self.document.history.redo_label().is_none() => Some(say!("app-not-redo")),
            Action::AskToCopy if !self.document.is_read_only => Some(say!("app-not-read-only")),
            Action::PreviousCouncil | Action::NextCouncil if self.room == Room::Edit => None,
            Action::PinCurrent if self.council.is_none() => Some(say!("app-not-without-council")),
            Action::UnpinAll if self.pinned.is_empty() => Some(say!("app-not-without-pin")),
            Action::PreviousCouncil | Action::NextCouncil if self.pages.listed.is_empty() => {
                Some(say!("app-not-without-list"))
            }
            Action::StopWork if self.busy().is_none_or(|busy| busy.stop != Stop::Can) => Some(say!("app-not-busy")),
            Action::Life(LifeAction::Revert) if self.document.path.is_none() => Some(say!("app-not-without-file")),
            Action::Life(LifeAction::Revert) if !self.has_unsaved() => Some(say!("app-not-without-edits")),
            Action::Export(ExportStep::Open(_)) | Action::CopyPicture
                if self.room == Room::Edit && self.desk.preview.is_none() =>
            {
                Some(no_figure())
            }
            // What was edited since the table was made may have filled it; copying makes it anew.
            Action::CopyTable if self.pages.table.is_empty() && !self.is_stale => Some(say!("app-not-without-rows")),
            Action::Read(ReadStep::Back) if !self.access.reading.can_go_back() => {
                Some(say!("app-not-before-first-page"))
            }
            Action::Read(ReadStep::Forward) if !self.access.reading.can_go_forward() => {
                Some(say!("app-not-after-last-page"))
            }
            Action::Column(_) if self.room != Room::Table || self.pages.table.is_empty() => {
                Some(say!("app-not-without-table"))
            }
            Action::Column(ColumnStep::Usual) if self.table.widths.is_empty() => Some(say!("app-not-without-widths")),
            Action::Column(ColumnStep::Wider | ColumnStep::Narrower | ColumnStep::Fit)
                if self.table.current().is_none() =>
            {
                Some(say!("app-not-without-column"))
            }
            Action::Zoom(ZoomStep::In) if self.access.zoom.percent() >= 300 => Some(say!("app-not-larger")),
            Action::Zoom(ZoomStep::Out) if self.access.zoom.percent() <= 75 => Some(say!("app-not-smaller")),
            _ => None,
        }
    }

    /// How the switch of a command stands.
    pub fn toggle(&self, action: &Action) -> Toggle {
        match action {
            Action::ToggleUnreal => Toggle::Single(self.shows_unreal),
            Action::ToggleSuppression => Toggle::Single(self.suppression.switch == Switch::On),
            Action::Dress(scheme) => Toggle::OneOf(self.scheme == *scheme),
            Action::Show(room) => Toggle::OneOf(self.room == *room),
            _ => Toggle::None,
        }
    }
}

/// Whether a line is drawn above this command in its menu.
pub fn begins_group(action: &Action) -> bool {
    matches!(
        action,
        Action::Life(LifeAction::Save)
            | Action::Quit
            | Action::TurnTable
            | Action::Column(ColumnStep::Wider)
            | Action::PreviousCouncil
            | Action::PinCurrent
            | Action::ToggleUnreal
            | Action::Dress(Scheme::System)
            | Action::Zoom(ZoomStep::In)
            | Action::Desk(super::DeskAction::NextFinding)
            | Action::CopyPicture
    ) || *action == Action::GoToPane(super::PaneStep::Next)
        || *action == Action::Show(Room::Overview)
        || *action == Action::Lay(Overlay::Notices)
}
