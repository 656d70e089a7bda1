//! The state of the window, and the one place where actions change it.

use crate::app::Action;
use crate::app::Effect;
use crate::app::FrameInput;
use crate::app::Switch;
use crate::app::message::Message;
use crate::app::tasks::Waker;
use crate::dataset::{BuiltIn, DatasetName};
use crate::edit::Edit;
use crate::say;
use crate::theme::Mode;
use std::path::Path;
use strum::{EnumCount, VariantArray};

use super::context::{Context, Elsewhere, Features};
use super::palette::PaletteMemory;
use super::session::Session;
use super::settings::{Settings, SettingsStore};
use super::tasks::{ActiveTask, BackgroundTasks};
use super::{
    BatchState, Document, Drawer, Editor, ExportState, FileDialogs, Filters, ImportState, NoticeKind, Notices,
    PaperState, Printer, SavedViews, TableSetting, Views, WindowState, Zoom,
};

/// The rooms of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumCount, VariantArray)]
pub enum Tab {
    /// A wall of small figures.
    Overview,
    /// One concept, many councils.
    Compare,
    /// A few councils as columns.
    SideBySide,
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
            Self::SideBySide => say!("app-room-side-by-side"),
            Self::Council => say!("app-room-council"),
            Self::Table => say!("app-room-table"),
            Self::Edit => say!("app-room-edit"),
        }
    }

    /// The word by which it is remembered.
    pub(super) fn keyword(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Compare => "compare",
            Self::SideBySide => "side-by-side",
            Self::Council => "council",
            Self::Table => "table",
            Self::Edit => "edit",
        }
    }
}

/// Whom every room, table and file is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CouncilScope {
    /// Everyone who fits the filters.
    #[default]
    All,
    /// The councils that are ticked, as far as they fit the filters; in Compare context stays beside them.
    Ticked,
}

/// Which outcomes the table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Scope {
    /// All that the filters let through.
    #[default]
    All,
    /// Those of the concept in Compare.
    Concept,
    /// Those of the current council.
    Council,
}

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnOrder {
    /// Smallest, or A, first, within one unit.
    Up,
    /// Largest, or Z, first, within one unit; what was not published stays last.
    Down,
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
    /// Importing tables of official statistics.
    pub import: ImportState,
    /// Printing, and saving booklets.
    pub(super) paper: PaperState,
    /// What is known of views that are kept, besides what the dataset holds.
    pub saved_views: SavedViews,
    /// What the palette remembers.
    pub(super) palette: PaletteMemory,
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
            document: Document::built_in(BuiltIn::Claims),
            session: Session::default(),
            editor: Editor::default(),
            views: Views::default(),
            table: TableSetting::default(),
            export: ExportState::default(),
            batch: BatchState::default(),
            import: ImportState::default(),
            paper: PaperState::default(),
            saved_views: SavedViews::default(),
            palette: PaletteMemory::default(),
            window: WindowState::default(),
            settings: Settings::default(),
            settings_store: None,
            notices: Notices::default(),
            frame: FrameInput::default(),
            file_dialogs,
            tasks: BackgroundTasks::new(),
            effects: Vec::new(),
        };
        state.document.set_beside(true);
        state.reset_view();
        state
    }

    /// Lends what features share to one step of a feature, and carries out what it asks for.
    pub(in crate::app) fn lend<R>(&mut self, step: impl FnOnce(Features<'_>, &mut Context<'_>) -> R) -> R {
        let elsewhere = self.elsewhere();
        let features = Features {
            session: &mut self.session,
            editor: &mut self.editor,
            views: &mut self.views,
            table: &mut self.table,
            export: &mut self.export,
            batch: &mut self.batch,
            import: &mut self.import,
            paper: &mut self.paper,
            saved_views: &mut self.saved_views,
            window: &mut self.window,
            settings_store: &mut self.settings_store,
        };
        let mut context = Context {
            document: &mut self.document,
            settings: &mut self.settings,
            notices: &mut self.notices,
            tasks: &mut self.tasks,
            effects: &mut self.effects,
            frame: self.frame,
            file_dialogs: self.file_dialogs,
            elsewhere,
            requests: Vec::new(),
        };
        let result = step(features, &mut context);
        for request in context.requests {
            self.carry_out(request);
        }
        result
    }

    /// What saving and closing depend on in other features than the session.
    pub(super) fn elsewhere(&self) -> Elsewhere {
        Elsewhere {
            texts: self.editor.drafts.waiting(),
            begun: self.editor.plans().count(),
            errors: self.editor.findings.iter().filter(|found| found.finding.is_error()).count(),
            is_asking: self.is_asking(),
        }
    }

    /// Reads what was remembered in a folder, and keeps it there from now on.
    pub fn remember_in(&mut self, folder: &Path) {
        let (store, settings, told) = SettingsStore::open(folder);
        self.settings = settings;
        self.session.data = Some(folder.to_path_buf());
        self.apply_settings();
        self.settings_store = Some(store);
        if let Some(told) = told {
            self.notices.tell(NoticeKind::Error, told);
        }
    }

    /// Puts on what was remembered of colours, zoom, tab and table.
    fn apply_settings(&mut self) {
        if let Some(scheme) = Scheme::ALL.into_iter().find(|scheme| scheme.keyword() == self.settings.colours) {
            self.window.scheme = scheme;
        }
        if self.settings.zoom > 0 {
            self.window.zoom = Zoom::nearest(self.settings.zoom);
        }
        if let Some(tab) = Tab::ALL.into_iter().find(|tab| tab.keyword().eq_ignore_ascii_case(&self.settings.room)) {
            self.show(tab);
        }
        self.views.begin_with(self.settings.my_council.find(&self.document.dataset));
        self.views.reference = if self.settings.without_reference { Switch::Off } else { Switch::On };
        self.document.set_beside(self.views.has_reference());
        self.show_suppressed();
        self.rebuild_pages();
        self.table.put_on(&self.settings.table);
        self.window.pane_widths = self.settings.panes;
    }

    /// Notes what is to be remembered, in each frame.
    fn note_settings(&mut self) {
        self.lend(|features, cx| features.window.placed.fit_screen(cx));
        if self.session.data.is_none() {
            return;
        }
        self.settings.zoom = self.window.zoom.percent();
        self.window.scheme.keyword().clone_into(&mut self.settings.colours);
        self.views.room.keyword().clone_into(&mut self.settings.room);
        self.settings.panes = self.window.pane_widths;
        self.settings.without_reference = !self.views.has_reference();
        self.settings.table = self.table.to_settings(&self.settings.table);
        self.lend(|features, cx| features.window.placed.note(cx));
    }

    /// Looks for what a crash left, and opens what is named, or what was open last. To be called once, after
    /// [`State::remember_in`].
    pub fn begin(&mut self, named: Option<&DatasetName>) {
        self.lend(|features, cx| features.session.begin(named, cx));
    }

    /// Watches the open file from now on, every two seconds.
    pub fn watch(&mut self) {
        self.lend(|features, cx| features.session.watch(cx));
    }

    /// Watches what is open now.
    pub(super) fn watch_file(&mut self) {
        self.lend(|features, cx| features.session.watch_file(cx));
    }

    /// Hears of an edit that was made, be it done, undone or redone.
    pub(super) fn record_edit(&mut self, edit: &Edit) {
        self.lend(|features, cx| features.session.record_edit(edit, cx));
    }

    /// Prints by this from now on.
    pub fn print_by(&mut self, printer: Printer) {
        self.paper.printer = printer;
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
        if let Some(left) = self.notices.pass(frame.seconds, frame.holds_notice) {
            self.effects.push(Effect::RepaintAfter(left));
        }
        self.check_if_changed();
        self.lend(|features, cx| {
            features.session.on_frame(cx);
            features.import.on_frame(cx);
        });
        self.note_settings();
        self.lend(|features, cx| {
            if let Some(store) = features.settings_store {
                store.save(cx);
            }
        });
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
            if !self.session.is_saving() {
                break;
            }
        }
        self.session.close(&self.document);
        if let Some(store) = &mut self.settings_store {
            store.save_now(&self.settings);
        }
    }

    /// Whether a dialog is open that has the keyboard to itself.
    pub fn is_asking(&self) -> bool {
        self.session.question.is_some()
            || self.session.is_asking()
            || self.editor.copy_request.is_some()
            || self.editor.question.is_some()
            || self.editor.quick.is_some()
            || self.export.dialog.is_some()
            || self.batch.dialog.is_some()
            || self.import.dialog.is_some()
            || self.saved_views.dialog.is_some()
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
            || self.window.presents
            || self.window.drawer == Drawer::Open
            || !self.notices.open.is_empty()
            || self.views.selected.is_some()
            || self.views.filters.is_active()
    }

    /// Escape: the innermost thing first.
    pub(super) fn step_back(&mut self) {
        if self.session.question.is_some() {
            self.session.drop_question();
        } else if self.session.dismiss_confirmation() {
            // A question was closed.
        } else if self.editor.copy_request.is_some() {
            self.editor.copy_request = None;
        } else if self.editor.question.take().is_some() {
            // What is asked in the editor was put aside.
        } else if self.editor.quick.is_some() {
            self.editor.close_quick();
        } else if self.export.dialog.is_some() {
            self.export.close();
        } else if self.batch.dialog.is_some() {
            self.batch.close();
        } else if self.import.dialog.is_some() {
            self.lend(|features, cx| features.import.close(cx));
        } else if self.saved_views.dialog.take().is_some() {
            // The dialog of kept views was closed.
        } else if self.window.lift_overlay() {
            // That was the innermost thing.
        } else if self.window.presents {
            self.act(Action::Present);
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
