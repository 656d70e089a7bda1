//! What the window knows and does: the state, the actions that change it, files and notices. The only mutator.
//!
//! It draws nothing. [`crate::ui`] reads the state and sends actions; [`State::act`] carries them out.

mod access;
mod action;
mod all_councils;
mod availability;
mod columns;
mod command;
mod desk;
mod deskwork;
mod document;
mod drafts;
mod editing;
mod errand;
mod export_dialog;
mod files;
mod filter;
mod find;
mod findable;
mod heard;
mod life;
mod made;
pub mod memory;
mod navigation;
mod new_outcome;
mod notice;
mod outline;
mod pages;
mod path_look;
mod reading;
mod search;
mod state;
mod suppression;
mod table;
mod whereabouts;

pub use crate::export::Format as FigureFormat;
pub use crate::export::batch::caution_on_name;
pub use crate::storage::typed_path;
pub use access::{Access, Drawer, Overlay, PaneStep, Zoom, ZoomStep};
pub use action::{Action, Question, Replace};
pub use all_councils::{AllDialog, AllDraft, AllStep, Run, RunSummary};
pub use availability::{Toggle, begins_group};
pub use columns::{ColumnStep, LEAST_WIDTH, MOST_WIDTH, TableMemory};
pub use command::{COMMANDS, Command, Menu, command_of};
pub use desk::{Desk, DeskAction, DeskList, DeskQuestion, Group, OutlineRow};
pub use deskwork::offered;
pub use document::Document;
pub use drafts::{Draft, Drafts};
pub use errand::{Asking, Busy, Stop};
pub use export_dialog::{
    Density, ExportDialog, ExportDraft, ExportStep, Look, PREVIEW_WIDTH, Preview, Shown, SizeFaults, Sizing, Wordings,
    has_size, millimetres, pixels,
};
pub use files::holds_all;
pub use filter::Filters;
pub use find::{Finder, Found, score};
pub use life::{
    Answer, Ask, AskView, BarButton, BarView, Failure, Intention, Life, LifeAction, Offer, Opened, Placement, Recent,
    Standing, file_holds_all,
};
pub use new_outcome::{NewOutcome, NewParts, as_printed, with_printed};
pub use notice::{Notice, Severity};
pub use outline::{cite, planned};
pub use pages::{Chapter, CouncilPage, Pages};
pub use reading::{ReadStep, Reading, page_with_keys};
pub use search::FoundBy;
pub use state::{Room, Scheme, State, Whom};
pub use suppression::{Suppression, Switch};
pub use table::{Scope, TableSetting, Way};
