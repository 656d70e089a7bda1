//! What the window knows and does: the state, the actions that change it, files and notices. The only mutator.
//!
//! It draws nothing. [`crate::ui`] reads the state and sends actions; [`State::act`] carries them out.

mod action;
mod command;
mod document;
mod errand;
mod files;
mod filter;
mod navigation;
mod notice;
mod pages;
mod state;
mod suppression;
mod table;

pub use crate::export::Format as FigureFormat;
pub use action::{Action, Question, Replace};
pub use command::{COMMANDS, Command, Menu, command_of};
pub use document::Document;
pub use errand::Asking;
pub use files::HOLDS_ALL;
pub use filter::Filters;
pub use notice::{Notice, Severity};
pub use pages::{Chapter, CouncilPage, Pages};
pub use state::{Room, Scheme, State, Whom};
pub use suppression::{Suppression, Switch};
pub use table::{Scope, TableSetting, Way};
