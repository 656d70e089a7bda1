//! Which commands can be used now, which are on, and where a group of them begins. Menus and the palette ask here.

use std::path::PathBuf;

use crate::compare::statistic_pairs::DateStep;
use crate::say;

use super::palette::index::Findable;
use super::session::has_unsaved;
use super::views::suppression::Switch;
use super::{
    Action, AllStep, BannerView, BatchSubject, Cancellation, ColumnStep, ConfirmView, CouncilScope, DatesAction,
    ExportStep, Finder, HelpStep, Match, Overlay, PaperStep, Recent, SavedViewsStep, Scheme, SessionAction, State, Tab,
    ZoomStep,
};

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
        #[expect(clippy::wildcard_enum_match_arm, reason = "the question is about these actions alone")]
        match action {
            Action::Undo if self.document.history.undo_label().is_none() && self.editor.drafts.waiting() == 0 => {
                Some(say!("app-not-undo"))
            }
            Action::Redo if self.document.history.redo_label().is_none() => Some(say!("app-not-redo")),
            Action::AskToCopy if !self.document.is_read_only => Some(say!("app-not-read-only")),
            Action::PreviousCouncil | Action::NextCouncil if self.views.room == Tab::Edit => None,
            Action::PinCurrent | Action::ToggleMine if self.views.council.is_none() => {
                Some(say!("app-not-without-council"))
            }
            Action::UnpinAll | Action::HoldTo(CouncilScope::Ticked) if self.views.pinned.is_empty() => {
                Some(say!("app-not-without-pin"))
            }
            Action::PreviousCouncil | Action::NextCouncil if self.views.pages.listed.is_empty() => {
                Some(say!("app-not-without-list"))
            }
            Action::StopWork if self.busy().is_none_or(|busy| busy.stop != Cancellation::Can) => {
                Some(say!("app-not-busy"))
            }
            Action::Session(SessionAction::Revert) if self.document.path.is_none() => {
                Some(say!("app-not-without-file"))
            }
            Action::Session(SessionAction::Revert) if !has_unsaved(&self.document, self.elsewhere()) => {
                Some(say!("app-not-without-edits"))
            }
            Action::Export(ExportStep::Open(_))
            | Action::CopyPicture
            | Action::Present
            | Action::Paper(PaperStep::Print)
                if self.views.room == Tab::Edit && self.editor.preview.is_none() =>
            {
                Some(no_figure())
            }
            Action::Paper(PaperStep::Print) if self.views.room == Tab::Table => Some(say!("paper-not-a-table")),
            Action::Paper(PaperStep::Print) if self.views.room == Tab::Council && self.views.council.is_none() => {
                Some(say!("app-not-without-council"))
            }
            Action::SavedViews(SavedViewsStep::AskToKeep | SavedViewsStep::Copy) if self.views.room == Tab::Edit => {
                Some(say!("saved-views-not-in-edit"))
            }
            Action::SavedViews(SavedViewsStep::Next | SavedViewsStep::Previous | SavedViewsStep::ShowAll)
            | Action::AllCouncils(AllStep::Open(BatchSubject::Views))
                if self.document.dataset.views.is_empty() =>
            {
                Some(say!("saved-views-none"))
            }
            // What was edited since the table was made may have filled it; copying makes it anew.
            Action::CopyTable if self.views.pages.table.is_empty() && !self.views.is_stale => {
                Some(say!("app-not-without-rows"))
            }
            Action::Help(HelpStep::Back) if !self.window.reading.can_go_back() => {
                Some(say!("app-not-before-first-page"))
            }
            Action::Help(HelpStep::Forward) if !self.window.reading.can_go_forward() => {
                Some(say!("app-not-after-last-page"))
            }
            Action::Column(_) if self.views.room != Tab::Table || self.views.pages.table.is_empty() => {
                Some(say!("app-not-without-table"))
            }
            Action::Column(ColumnStep::Usual) if self.table.widths.is_empty() => Some(say!("app-not-without-widths")),
            Action::Column(ColumnStep::Wider | ColumnStep::Narrower | ColumnStep::Fit)
                if self.table.current().is_none() =>
            {
                Some(say!("app-not-without-column"))
            }
            Action::Dates(_) if self.views.room != Tab::Compare => Some(say!("app-not-outside-compare")),
            Action::Dates(step) => match (self.views.date_offer(), step) {
                (None, _) => Some(say!("app-not-without-statistics")),
                (Some(offer), DatesAction::Step(step)) if offer.stepped(*step).is_none() => {
                    Some(say!("app-not-without-date"))
                }
                (Some(_), DatesAction::Latest) if self.views.dates.chosen(&self.views.concept).is_none() => {
                    Some(say!("app-not-latest-already"))
                }
                (Some(_), _) => None,
            },
            Action::Zoom(ZoomStep::In) if self.window.zoom.percent() >= 300 => Some(say!("app-not-larger")),
            Action::Zoom(ZoomStep::Out) if self.window.zoom.percent() <= 75 => Some(say!("app-not-smaller")),
            _ => None,
        }
    }

    /// Whether the window may close without a question.
    pub fn may_close(&self) -> bool {
        self.session.may_close(&self.document, self.elsewhere())
    }

    /// The question that is asked about files, in words; `None` where none is.
    pub fn confirm_view(&self) -> Option<ConfirmView> {
        self.session.confirm_view(&self.document, self.elsewhere())
    }

    /// What the bar about the file says; `None` where there is nothing to say.
    pub fn banner_view(&self) -> Option<BannerView> {
        self.session.banner_view(&self.document, self.elsewhere())
    }

    /// The recent files, the last one first, as far as it is known whether they are there.
    pub fn recent_files(&self) -> Vec<Recent> {
        self.session.recent_files(&self.settings)
    }

    /// The file of the document, or what it may be saved as; `None` where nothing is known of one.
    pub fn suggested_path(&self) -> Option<PathBuf> {
        self.session.suggested_path(&self.document)
    }

    /// Where a dataset is looked for and goes, whole.
    pub fn suggested_folder(&self) -> PathBuf {
        self.session.suggested_folder(&self.document, &self.settings)
    }

    /// Whether paths are asked for in a field from the first, because this desktop has no dialog of its own.
    pub fn asks_in_fields(&self) -> bool {
        self.session.asks_in_fields(self.file_dialogs)
    }

    /// What the palette can find now.
    pub(super) fn findable(&self) -> Findable<'_> {
        Findable {
            document: &self.document,
            concepts: &self.views.pages.concepts,
            scope: self.views.in_hand(),
            topics: &self.views.pages.topics,
            regions: &self.views.pages.regions,
            shows_unreal: self.views.shows_unreal,
            is_stale: self.views.is_stale,
            recents: self.palette.recents(&self.document.dataset),
            why_not: Box::new(|action| self.why_not(action)),
        }
    }

    /// What fits the letters typed, the best first, at most `most`; see [`Finder::find`].
    pub fn find_by<'f>(&self, finder: &'f mut Finder, typed: &str, most: usize) -> &'f [Match] {
        finder.find(&self.findable(), typed, most)
    }

    /// The same for one who asks once.
    pub fn find(&self, typed: &str, most: usize) -> Vec<Match> {
        self.find_by(&mut Finder::default(), typed, most).to_vec()
    }

    /// How the switch of a command stands.
    pub fn toggle(&self, action: &Action) -> Toggle {
        #[expect(clippy::wildcard_enum_match_arm, reason = "the question is about these actions alone")]
        match action {
            Action::ToggleUnreal => Toggle::Single(self.views.shows_unreal),
            Action::ToggleReference => Toggle::Single(self.views.has_reference()),
            Action::Present => Toggle::Single(self.window.presents),
            Action::ToggleKey => Toggle::Single(self.window.shows_key),
            Action::ToggleSuppression => Toggle::Single(self.views.suppression.switch == Switch::On),
            Action::HoldTo(scope) => Toggle::OneOf(self.views.holds_to_ticked() == (*scope == CouncilScope::Ticked)),
            Action::ToggleMine => {
                Toggle::Single(self.views.council.is_some() && self.views.council == self.views.my_council)
            }
            Action::SetTheme(scheme) => Toggle::OneOf(self.window.scheme == *scheme),
            Action::Show(room) => Toggle::OneOf(self.views.room == *room),
            _ => Toggle::None,
        }
    }
}

/// Whether a line is drawn above this command in its menu.
pub fn begins_group(action: &Action) -> bool {
    matches!(
        action,
        Action::Session(SessionAction::Save)
            | Action::Quit
            | Action::TurnTable
            | Action::Column(ColumnStep::Wider)
            | Action::PreviousCouncil
            | Action::PinCurrent
            | Action::Dates(DatesAction::Step(DateStep::FromEarlier))
            | Action::ToggleUnreal
            | Action::SetTheme(Scheme::System)
            | Action::Zoom(ZoomStep::In)
            | Action::Editor(super::EditorAction::Quick(_))
            | Action::CopyPicture
            | Action::SavedViews(SavedViewsStep::ShowAll | SavedViewsStep::Copy)
    ) || *action == Action::GoToPane(super::PaneStep::Next)
        || *action == Action::Show(Tab::Overview)
        || *action == Action::OpenOverlay(Overlay::Notices)
}
