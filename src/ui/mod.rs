//! The window: panels, rooms and dialogs. It reads the state and sends actions; it changes nothing itself.

mod batch;
mod columns;
mod comparability;
mod compare;
mod controls;
mod copy_question;
mod council;
mod councils;
mod dialog;
mod editor;
mod empty;
mod export;
mod filters;
mod focus;
mod grid;
mod help;
mod keys;
mod list_keys;
mod menu;
mod notices;
mod outcome;
mod overview;
mod palette;
mod panes;
mod path_dialog;
mod progress;
mod requests;
mod rooms;
mod session;
mod shell;
mod side_by_side;
mod status;
mod suppression;
mod table;
mod why;

pub use shell::App;
