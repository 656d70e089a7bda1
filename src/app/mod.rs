//! What the window knows and does: the state, the actions that change it, files and notices. The only mutator.
//!
//! It draws nothing. [`crate::ui`] reads the state and sends actions; [`State::act`] carries them out.

mod action;
mod announcements;
mod availability;
mod batch;
mod command;
mod containing_folder;
mod context;
mod document;
mod editor;
mod effect;
mod export;
mod file_dialogs;
mod import;
mod menu;
mod message;
mod notices;
mod on_screen;
mod palette;
mod paper;
mod saved_views;
mod session;
pub mod settings;
mod sizing;
mod state;
mod table;
mod tasks;
mod update;
mod view_commands;
mod views;
mod window;
mod wordings;

pub use crate::dataset::BuiltIn;
pub use crate::export::batch::caution_on_name;
pub use crate::export::{Format as FigureFormat, Preset};
pub use crate::import::{
    FilterKept, FilterUse, ImportFinding, ImportFindingKind, RoleProfile, ShownColumn, ShownTable,
};
pub use crate::storage::typed_path;
pub use action::{Action, CopiedWords, Question, Replace};
pub use availability::{Toggle, begins_group};
pub use batch::{AllDialog, AllDraft, AllStep, BatchRun, BatchState, BatchSubject, RunSummary};
pub use command::{COMMANDS, Command, command_of};
pub use document::{DataVersion, Document};
pub use editor::drafts::{Draft, Drafts};
pub use editor::{
    Editor, EditorAction, EditorList, EditorQuestion, Group, OutlineRow, QuickForm, QuickNext, QuickStep, is_in_field,
};
pub use effect::{Effect, FocusTarget, FrameInput, ScrollTarget};
pub use export::{
    ExportDialog, ExportDraft, ExportState, ExportStep, PreviewImage, PreviewNumber, PreviewScale, PreviewState,
    TargetProbe,
};
pub use file_dialogs::FileDialogs;
pub use import::{
    ColumnChoice, ConflictAnswer, ConflictStage, ImportConflict, ImportDialog, ImportFact, ImportResult, ImportSource,
    ImportState, ImportStep, IndicatorFact, MissingName, ProfileDialog, ProfileQuestion, is_table,
};
pub use menu::Menu;
pub use notices::{Notice, NoticeEnd, NoticeKind, Notices};
pub use palette::matcher::{Finder, Match, score};
pub use paper::{PaperState, PaperStep, Printer};
pub use saved_views::{SavedViews, SavedViewsDialog, SavedViewsStep, is_view_name_taken};
pub use session::{
    Answer, BannerButton, BannerView, ConfirmDialog, ConfirmView, Failure, FileStatus, Opened, PendingAction, Recent,
    RecoveryOffer, Session, SessionAction, file_holds_all, holds_all,
};
pub use sizing::{Density, SizeFaults, Sizing, millimetres, pixels};
pub use state::{ColumnOrder, CouncilScope, Scheme, Scope, State, Tab};
pub use table::TableSetting;
pub use table::columns::{COLUMN_GAP, ColumnSettings, ColumnStep, LEAST_WIDTH, MOST_WIDTH};
pub use tasks::{ActiveTask, Cancellation, Waker};
pub use views::Views;
pub use views::dates::DatesAction;
pub use views::filter::Filters;
pub use views::offers::ConceptOffer;
pub use views::overview::OverviewStep;
pub use views::pages::Pages;
pub use views::pointing::{PointedAt, Pointing};
pub use views::search::FoundBy;
pub use views::suppression::{Suppression, Switch};
pub use window::help_navigation::{HelpNavigation, HelpStep, page_with_keys};
pub use window::placement::Placement;
pub use window::{Drawer, Overlay, PaneStep, PaneWidths, SidePane, WindowState, Zoom, ZoomStep};
pub use wordings::Wordings;
