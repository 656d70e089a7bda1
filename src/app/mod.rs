//! What the window knows and does: the state, the actions that change it, files and notices. The only mutator.
//!
//! It draws nothing. [`crate::ui`] reads the state and sends actions; [`State::act`] carries them out.

mod action;
mod command;
mod desk;
mod deskwork;
mod document;
mod drafts;
mod editing;
mod errand;
mod files;
mod filter;
mod navigation;
mod notice;
mod outline;
mod pages;
mod state;
mod table;

pub use crate::export::Format as FigureFormat;
pub use action::{Action, Question, Replace};
pub use command::{COMMANDS, Command, Menu, command_of};
pub use desk::{Desk, DeskAction, DeskList, DeskQuestion, Group, NewOutcome, OutlineRow};
pub use deskwork::offered;
pub use document::Document;
pub use drafts::{Draft, Drafts};
pub use errand::Asking;
pub use filter::Filters;
pub use notice::{Notice, Severity};
pub use outline::{cite, planned};
pub use pages::{Chapter, CouncilPage, Pages};
pub use state::{Room, Scheme, State, Whom};
pub use table::{Scope, TableSetting, Way};
