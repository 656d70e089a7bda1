//! What the window knows and does: the state, the actions that change it, files and notices. The only mutator.
//!
//! It draws nothing. [`crate::ui`] reads the state and sends actions; [`State::act`] carries them out.

mod action;
mod all_councils;
mod announcements;
mod availability;
mod columns;
mod command;
mod document;
mod drafts;
mod editing;
mod editor;
mod editor_update;
mod effect;
mod export_dialog;
mod file_dialogs;
mod files;
mod filter;
mod help_navigation;
mod matcher;
mod message;
mod navigation;
mod new_outcome;
mod notice;
mod outline;
mod page_cache;
mod pages;
mod palette_index;
mod path_probe;
mod search;
mod session;
pub mod settings;
mod state;
mod suppression;
mod table;
mod tasks;
mod update;
mod view_snapshot;
mod views;
mod window_state;

pub use crate::export::Format as FigureFormat;
pub use crate::export::batch::caution_on_name;
pub use crate::storage::typed_path;
pub use action::{Action, Question, Replace};
pub use all_councils::{AllDialog, AllDraft, AllStep, BatchRun, BatchState, RunSummary};
pub use availability::{Toggle, begins_group};
pub use columns::{ColumnSettings, ColumnStep, LEAST_WIDTH, MOST_WIDTH};
pub use command::{COMMANDS, Command, Menu, command_of};
pub use document::{DataVersion, Document};
pub use drafts::{Draft, Drafts};
pub use editor::{Editor, EditorAction, EditorList, EditorQuestion, Group, OutlineRow, is_in_field};
pub use editor_update::offered;
pub use effect::{Effect, FocusTarget, FrameInput, ScrollTarget};
pub use export_dialog::{
    Density, ExportDialog, ExportDraft, ExportState, ExportStep, PREVIEW_WIDTH, PreviewImage, PreviewState, SizeFaults,
    Sizing, TargetProbe, Wordings, has_size, millimetres, pixels,
};
pub use file_dialogs::FileDialogs;
pub use files::holds_all;
pub use filter::Filters;
pub use help_navigation::{HelpNavigation, HelpStep, page_with_keys};
pub use matcher::{Finder, Match, score};
pub use new_outcome::{NewOutcome, NewParts, as_printed, with_printed};
pub use notice::{Notice, NoticeKind};
pub use outline::{cite, planned};
pub use pages::{Chapter, CouncilPage, Pages};
pub use search::FoundBy;
pub use session::{
    Answer, BannerButton, BannerView, ConfirmDialog, ConfirmView, Failure, FileStatus, Opened, PendingAction,
    Placement, Recent, RecoveryOffer, Session, SessionAction, file_holds_all,
};
pub use state::{CompareScope, Scheme, State, Tab};
pub use suppression::{Suppression, Switch};
pub use table::{ColumnOrder, Scope, TableSetting};
pub use tasks::{ActiveTask, Cancellation, Waker};
pub use views::Views;
pub use window_state::{Drawer, Overlay, PaneStep, WindowState, Zoom, ZoomStep};
