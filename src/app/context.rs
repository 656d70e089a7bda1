//! What the whole lends to a feature for the time of one step, and what the feature may ask of the whole.
//!
//! A feature changes its own state and what stands in [`Context`]. What it needs to read of another feature, the state hands to it as
//! a value; what it wants of another, it asks for by a [`Request`], which the state carries out after the step.

use crate::edit::{Edit, PartPath};

use std::path::PathBuf;

use super::{Question, Replace, Tab};
use crate::model::{CouncilId, OutcomeId};

use super::batch::BatchState;
use super::document::{Document, PreparedDocument};
use super::editor::Editor;
use super::effect::{Effect, FrameInput};
use super::export::ExportState;
use super::file_dialogs::FileDialogs;
use super::import::ImportState;
use super::message::Message;
use super::notices::Notices;
use super::paper::PaperState;
use super::saved_views::SavedViews;
use super::session::{DocumentReplacement, Session};
use super::settings::{Settings, SettingsStore};
use super::table::TableSetting;
use super::tasks::BackgroundTasks;
use super::views::Views;
use super::window::WindowState;

/// What features share, lent for one step.
pub(in crate::app) struct Context<'a> {
    /// The open dataset.
    pub document: &'a mut Document,
    /// What is remembered from one time to the next.
    pub settings: &'a mut Settings,
    /// What the reader is told, and a screen reader says.
    pub notices: &'a mut Notices,
    /// Work in the background.
    pub tasks: &'a mut BackgroundTasks<Message>,
    /// What the window has to do.
    pub effects: &'a mut Vec<Effect>,
    /// What the window told at the beginning of the frame.
    pub frame: FrameInput,
    /// How a path is asked for.
    pub file_dialogs: FileDialogs,
    /// What other features hold that saving and closing depend on.
    pub elsewhere: Elsewhere,
    /// What the feature asks of the whole, in this order.
    pub requests: Vec<Request>,
}

/// What other features hold that saving and closing depend on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct Elsewhere {
    /// How many texts were typed into forms and are not in the dataset.
    pub texts: usize,
    /// How many new outcomes were begun.
    pub begun: usize,
    /// How many errors the dataset has, as last checked.
    pub errors: usize,
    /// Whether a dialog is open that has the keyboard to itself.
    pub is_asking: bool,
}

/// What a feature asks of the whole, because it crosses features.
pub(in crate::app) enum Request {
    /// Work the pages out anew.
    RebuildPages,
    /// Hear of an edit that was made, be it done, undone or redone.
    Edited(Box<Edit>),
    /// Go on with a copy of the read-only example, and make the edit that waits for it.
    MakeCopy,
    /// Tell that this was done.
    Tell(String),
    /// Show the form of this part.
    ShowPart(PartPath),
    /// Select this outcome and bring it into view.
    ShowOutcome(OutcomeId),
    /// Show this room as it is.
    ShowRoom(Tab),
    /// Remember that a council was looked at.
    RememberVisit(CouncilId),
    /// Put another document in the open one's place.
    Replace(Box<DocumentReplacement>),
    /// Put a dataset that was imported in the open one's place.
    OpenImported(Box<PreparedDocument>),
    /// Make the edit that adds what was imported, and tell this of it.
    AddImported(Box<Edit>, String),
    /// Begin an empty dataset.
    NewDataset,
    /// Ask for a path.
    AskForPath(Question),
    /// Ask again, because there is a file at this path, which nobody has agreed to replace.
    AskAboutTaken(Question, PathBuf),
    /// Write the PDF that waits for its path to this one.
    SavePdf(PathBuf, Replace),
}

/// The features that take steps, each with a state of its own.
pub(in crate::app) struct Features<'a> {
    pub session: &'a mut Session,
    pub editor: &'a mut Editor,
    pub views: &'a mut Views,
    pub table: &'a mut TableSetting,
    pub export: &'a mut ExportState,
    pub batch: &'a mut BatchState,
    pub import: &'a mut ImportState,
    pub paper: &'a mut PaperState,
    pub saved_views: &'a mut SavedViews,
    pub window: &'a mut WindowState,
    /// Where the settings are kept; `None` where nothing is remembered.
    pub settings_store: &'a mut Option<SettingsStore>,
}

impl Context<'_> {
    /// Asks the whole for this, after the step.
    pub fn request(&mut self, request: Request) {
        self.requests.push(request);
    }
}
