//! The state of the window, and the one place where actions change it.

use crate::app::Effect;
use crate::app::FrameInput;
use crate::app::message::Message;
use crate::app::tasks::Waker;
use crate::say;
use crate::theme::Mode;
use strum::{EnumCount, VariantArray};

use super::context::{Context, Features};
use super::palette::Palette;
use super::session::Session;
use super::settings::{Settings, SettingsStore};
use super::tasks::{ActiveTask, BackgroundTasks};
use super::{
    BatchState, Document, Drawer, Editor, ExportState, FileDialogs, Filters, Notices, TableSetting, Views, WindowState,
};

/// The rooms of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumCount, VariantArray)]
pub enum Tab {
    /// A wall of small figures.
    Overview,
    /// One concept, many councils.
    Compare,
    /// One council.
    Council,
    /// The figures as rows.
    Table,
    /// Forms for every part of the dataset.
    Edit,
}

impl Tab {
    /// Every room, from left to right.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// Its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Overview => say!("app-room-overview"),
            Self::Compare => say!("app-room-compare"),
            Self::Council => say!("app-room-council"),
            Self::Table => say!("app-room-table"),
            Self::Edit => say!("app-room-edit"),
        }
    }
}

/// Whom to compare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CompareScope {
    /// Everyone who fits the filters.
    #[default]
    All,
    /// The councils that are ticked, and context.
    Pinned,
}

/// Colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumCount, VariantArray)]
pub enum Scheme {
    /// As the system says; light where it says nothing.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// White on black.
    HighContrast,
}

impl Scheme {
    /// Every one.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// The word by which it is remembered.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::HighContrast => "high contrast",
        }
    }
}

/// Everything the window knows, by feature.
pub struct State {
    /// The open dataset.
    pub document: Document,
    /// What is known of files: questions, changes by others, recovery.
    pub session: Session,
    /// What the tab Edit knows.
    pub editor: Editor,
    /// What is looked at, and what the tabs show of it.
    pub views: Views,
    /// How the table is sorted, filled and shown.
    pub table: TableSetting,
    /// Saving the figure on screen.
    pub export: ExportState,
    /// Saving figures of all councils.
    pub batch: BatchState,
    /// What the palette remembers.
    pub(super) palette: Palette,
    /// Colours, zoom, overlays, panes, notices.
    pub window: WindowState,
    /// What is remembered from one time to the next.
    pub settings: Settings,
    pub(super) settings_store: Option<SettingsStore>,
    /// What the reader is told.
    pub notices: Notices,
    /// What the window told at the beginning of the frame.
    pub(super) frame: FrameInput,
    /// How a path is asked for.
    pub(super) file_dialogs: FileDialogs,
    pub(super) tasks: BackgroundTasks<Message>,
    /// What the window has to do, in the order in which it was asked for.
    pub(super) effects: Vec<Effect>,
}

impl State {
    /// The state on opening, with the built-in dataset.
    pub fn new(file_dialogs: FileDialogs) -> Self {
        let mut state = Self {
            document: Document::built_in(),
            session: Session::default(),
            editor: Editor::default(),
            views: Views::default(),
            table: TableSetting::default(),
            export: ExportState::default(),
            batch: BatchState::default(),
            palette: Palette::default(),
            window: WindowState::default(),
            settings: Settings::default(),
            settings_store: None,
            notices: Notices::default(),
            frame: FrameInput::default(),
            file_dialogs,
            tasks: BackgroundTasks::new(),
            effects: Vec::new(),
        };
        state.reset_view();
        state
    }

    /// Lends what features share to one step of a feature, and carries out what it asks for.
    pub(in crate::app) fn lend<R>(&mut self, step: impl FnOnce(Features<'_>, &mut Context<'_>) -> R) -> R {
        let features = Features {
            session: &mut self.session,
            editor: &mut self.editor,
            views: &mut self.views,
            table: &mut self.table,
            export: &mut self.export,
            batch: &mut self.batch,
            palette: &mut self.palette,
            window: &mut self.window,
        };
        let mut context = Context {
            document: &mut self.document,
            settings: &mut self.settings,
            notices: &mut self.notices,
            tasks: &mut self.tasks,
            effects: &mut self.effects,
            frame: self.frame,
            file_dialogs: self.file_dialogs,
            requests: Vec::new(),
        };
        let result = step(features, &mut context);
        for request in context.requests {
            self.carry_out(request);
        }
        result
    }

    /// Wakes the window by this when a task has something to tell.
    pub fn wake_by(&mut self, waker: Waker) {
        self.tasks.wake_by(waker);
    }

    /// What the window has to do now; nothing of it is told again.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Takes in what the window tells at the beginning of a frame, and what finished in the background: chosen paths, opened and
    /// saved files.
    pub fn collect(&mut self, frame: FrameInput) {
        self.frame = frame;
        while let Some(message) = self.tasks.next() {
            self.on_message(message);
        }
        self.check_if_changed();
        self.on_frame();
        self.save_settings();
    }

    /// Ends what goes on because the window closes: a run over all councils stops before its next file, files that are being
    /// written are finished, and what is to be remembered is written.
    pub fn close(&mut self) {
        self.batch.stop();
        loop {
            self.tasks.finish_writing();
            // What was being saved may be saved now, and then nothing of it need be recovered.
            while let Some(message) = self.tasks.next() {
                self.on_message(message);
            }
            // A save may have been asked for while another ran.
            if !self.is_saving() {
                break;
            }
        }
        self.close_session();
        self.save_settings_now();
    }

    /// Whether a dialog is open that has the keyboard to itself.
    pub fn is_asking(&self) -> bool {
        self.session.question.is_some()
            || self.session.is_asking()
            || self.editor.copy_request.is_some()
            || self.editor.question.is_some()
            || self.export.dialog.is_some()
            || self.batch.dialog.is_some()
    }

    /// Waits until the files that are being read and written elsewhere are done; the next [`Self::collect`] takes in what came
    /// of them. A dialog that is still open is not waited for.
    pub fn finish(&mut self) {
        self.tasks.finish();
    }

    /// What is being worked on elsewhere, in words; `None` while nothing is.
    pub fn busy(&self) -> Option<ActiveTask> {
        self.tasks.busy()
    }

    /// The colours to draw with, given what the system says.
    pub fn mode(&self, system: Option<egui::Theme>) -> Mode {
        match (self.window.scheme, system) {
            (Scheme::HighContrast, _) => Mode::HighContrast,
            (Scheme::Dark, _) | (Scheme::System, Some(egui::Theme::Dark)) => Mode::Dark,
            (Scheme::Light | Scheme::System, _) => Mode::Light,
        }
    }

    /// Whether Escape has anything to close, let go or clear.
    pub fn can_step_back(&self) -> bool {
        self.is_asking()
            || self.window.overlay.is_some()
            || self.window.drawer == Drawer::Open
            || !self.notices.open.is_empty()
            || self.views.selected.is_some()
            || self.views.filters.is_active()
    }

    /// Escape: the innermost thing first.
    pub(super) fn step_back(&mut self) {
        if self.session.question.is_some() {
            self.drop_question();
        } else if self.dismiss_confirmation() {
            // A question was closed.
        } else if self.editor.copy_request.is_some() {
            self.editor.copy_request = None;
        } else if self.editor.question.take().is_some() {
            // What is asked in the editor was put aside.
        } else if self.export.dialog.is_some() {
            self.export.close();
        } else if self.batch.dialog.is_some() {
            self.batch.close();
        } else if self.window.lift_overlay() {
            // That was the innermost thing.
        } else if self.lend(|features, cx| features.editor.step_back(features.views.room, cx)) {
            // Nothing lies over the room any more.
        } else if self.notices.has_errors() {
            self.notices.dismiss_in_front();
        } else {
            // What was done needs no key of its own: it goes along with what the key is pressed for.
            self.notices.dismiss_in_front();
            if self.views.selected.is_some() {
                self.views.selected = None;
                self.rebuild_pages();
            } else if self.views.filters.is_active() {
                self.views.filters = Filters::default();
                self.rebuild_pages();
            }
        }
    }
}
