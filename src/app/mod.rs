//! What the window knows and does: the state, the actions that change it, files and notices. The only mutator.
//!
//! It draws nothing. [`crate::ui`] reads the state and sends actions; [`State::act`] carries them out.

mod access;
mod action;
mod availability;
mod command;
mod document;
mod errand;
mod files;
mod filter;
mod find;
mod navigation;
mod notice;
mod pages;
mod state;
mod table;

pub use crate::export::Format as FigureFormat;
pub use access::{Access, Drawer, Overlay, PaneStep, Zoom, ZoomStep};
pub use action::{Action, Question, Replace};
pub use availability::{Switch, begins_group};
pub use command::{COMMANDS, Command, Menu, command_of};
pub use document::Document;
pub use errand::Asking;
pub use filter::Filters;
pub use find::{Found, score};
pub use notice::{Notice, Severity};
pub use pages::{Chapter, CouncilPage, Pages};
pub use state::{Room, Scheme, State, Whom};
pub use table::{Scope, TableSetting, Way};
