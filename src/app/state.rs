//! The state of the window, and the one place where actions change it.

use crate::edit::Edit;
use crate::model::{CouncilId, FigureKind, IndicatorId, Order, OutcomeId};
use crate::say;
use crate::theme::Mode;

use super::announcements::Announcement;
use super::session::{PendingAction, Session};
use super::settings::{Settings, SettingsStore};
use super::tasks::{ActiveTask, BackgroundTasks};
use super::{
    Action, Document, Editor, FileDialogs, Filters, Notice, Pages, Question, Suppression, TableSetting, WindowState,
};
use super::{AllDialog, BatchRun, ExportDialog, RunSummary, Wordings};

/// The rooms of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    pub const ALL: [Self; 5] = [Self::Overview, Self::Compare, Self::Council, Self::Table, Self::Edit];

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareScope {
    /// Everyone who fits the filters.
    All,
    /// The councils that are ticked, and context.
    Pinned,
}

/// Colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// As the system says; light where it says nothing.
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
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::HighContrast];

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

/// Everything the window knows.
#[allow(clippy::struct_excessive_bools, reason = "each is one wish that the window takes up and clears, or one switch")]
pub struct State {
    /// The open dataset.
    pub document: Document,
    /// The room on screen.
    pub room: Tab,
    /// What the list is narrowed to.
    pub filters: Filters,
    /// The current council.
    pub council: Option<CouncilId>,
    /// Councils ticked for comparison, in the order of ticking.
    pub pinned: Vec<CouncilId>,
    /// The concept being compared.
    pub concept: String,
    /// The indicator of that concept that the reader chose; `None` while the rules choose (R2).
    pub indicator: Option<IndicatorId>,
    /// The kind of figure in Compare.
    pub kind: FigureKind,
    /// The order of rows in Compare.
    pub order: Order,
    /// Whom to compare.
    pub compare_scope: CompareScope,
    /// Whether estimates, targets and plans are shown (R9).
    pub shows_unreal: bool,
    /// Whether small counts are suppressed.
    pub suppression: Suppression,
    /// The selected outcome.
    pub selected: Option<OutcomeId>,
    /// How the table is sorted, filled and shown.
    pub table: TableSetting,
    /// Colours.
    pub scheme: Scheme,
    /// Notices that were not put away, oldest first.
    pub notices: Vec<Notice>,
    /// The question that is being asked by a field for a path.
    pub question: Option<Question>,
    /// The dialog that saves a figure, while it is open.
    pub export: Option<Box<ExportDialog>>,
    /// The dialog that saves figures of all councils, while it is open.
    pub all_councils: Option<Box<AllDialog>>,
    /// The run that saves figures of all councils, while it goes on.
    pub run: Option<BatchRun>,
    /// What came of the last run, until it is put away.
    pub run_summary: Option<RunSummary>,
    /// The words of figures that were changed in this session.
    pub wordings: Wordings,
    /// What is remembered from one time to the next.
    pub settings: Settings,
    /// What the rooms show, worked out when something changed.
    pub pages: Pages,
    /// Set when the search field should take the cursor; the window clears it.
    pub wants_search: bool,
    /// Set when the current council should be scrolled into view; the window clears it.
    pub wants_council_in_view: bool,
    /// Set when the window should close.
    pub wants_to_quit: bool,
    /// The edit that waits until the reader agrees to a copy of the read-only example; an empty one where only the copy was
    /// asked for.
    pub wants_copy: Option<Box<Edit>>,
    /// What the room Edit knows.
    pub editor: Editor,
    /// Whether the other rooms show the dataset as it was before the last edits at the desk.
    pub(super) is_stale: bool,
    /// How many documents were opened before this one.
    pub(super) document_number: u64,
    /// What it knows of files: questions, changes by others, recovery.
    pub session: Session,
    /// Zoom, overlays, panes, the log.
    pub window: WindowState,
    pub(super) tasks: BackgroundTasks,
    pub(super) next_notice: u64,
    pub(super) settings_store: Option<SettingsStore>,
    pub(super) last_number: u64,
}

impl State {
    /// The state on opening, with the built-in dataset.
    pub fn new(asking: FileDialogs) -> Self {
        let mut state = Self {
            document: Document::built_in(),
            room: Tab::Overview,
            filters: Filters::default(),
            council: None,
            pinned: Vec::new(),
            concept: String::new(),
            indicator: None,
            kind: FigureKind::Both,
            order: Order::Period,
            compare_scope: CompareScope::All,
            shows_unreal: false,
            suppression: Suppression::default(),
            selected: None,
            table: TableSetting::default(),
            scheme: Scheme::System,
            notices: Vec::new(),
            question: None,
            export: None,
            all_councils: None,
            run: None,
            run_summary: None,
            wordings: Wordings::default(),
            settings: Settings::default(),
            pages: Pages::default(),
            wants_search: false,
            wants_council_in_view: false,
            wants_to_quit: false,
            wants_copy: None,
            editor: Editor::default(),
            is_stale: false,
            document_number: 0,
            session: Session::default(),
            window: WindowState::default(),
            tasks: BackgroundTasks::new(asking),
            next_notice: 0,
            settings_store: None,
            last_number: 0,
        };
        state.reset_view();
        state
    }

    /// Carries out an action. `ctx` is woken when work that was given away is done.
    pub fn act(&mut self, action: Action, ctx: &egui::Context) {
        if needs_fresh_rooms(&action) {
            self.rebuild_if_stale();
        }
        if !matches!(action, Action::Column(_)) {
            // What was said of a width is said until something else is done.
            self.table.said = None;
        }
        let told = Announcement::of(&action, self);
        #[expect(clippy::wildcard_enum_match_arm, reason = "the other actions are carried out elsewhere")]
        match action {
            Action::Editor(action) => self.update_editor(action),
            Action::AskToOpen => self.ask(Question::Open, ctx),
            Action::AskToSaveCopy => self.ask(Question::SaveCopy, ctx),
            Action::Export(step) => self.export_step(step, ctx),
            Action::AllCouncils(step) => self.all_councils_step(step, ctx),
            Action::Open(path) => self.open(path, ctx),
            Action::NewDataset => self.request(PendingAction::New, ctx),
            Action::Session(action) => self.handle(action, ctx),
            Action::Edit(edit) => {
                self.edit(*edit);
            }
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::AskToCopy => self.wants_copy = Some(Box::new(Edit::new(String::new(), Vec::new()))),
            Action::MakeCopy => self.make_copy(),
            Action::DropCopy => self.wants_copy = None,
            Action::OpenBuiltIn => self.request(PendingAction::BuiltIn, ctx),
            Action::Answer(question, path, replace) => self.answer(question, path, replace, ctx),
            Action::DropQuestion => self.drop_question(),
            Action::Dismiss(number) => self.notices.retain(|n| n.number != number),
            Action::SetTheme(scheme) => self.scheme = scheme,
            Action::Quit => self.request(PendingAction::Quit, ctx),
            Action::FocusSearch => self.wants_search = true,
            Action::StepBack => self.step_back(),
            Action::CopyTable => self.copy_table(ctx),
            Action::CopyPicture => self.copy_picture(ctx),
            Action::StopWork => self.stop_work(),
            Action::TellWhyNot(why) => self.tell(super::NoticeKind::Done, say!("app-not-now", why = why)),
            Action::CopyLog => {
                ctx.copy_text(self.log_text());
                self.announce(say!("heard-log-copied").to_owned());
            }
            Action::LookAtPath(path) => self.look_at_path(path, ctx),
            Action::RunPaletteEntry(name, actions) => {
                self.remember(name);
                for action in actions {
                    self.act(action, ctx);
                }
            }
            other => {
                if let Some(other) = self.size_columns(other).and_then(|other| self.reach(other)) {
                    self.navigate(other);
                }
            }
        }
        // However the room was left, what is on screen now holds the last edits.
        if self.room != Tab::Edit {
            self.rebuild_if_stale();
        }
        self.announce_result(told);
    }

    /// Takes in what finished elsewhere: chosen paths, opened and saved files.
    pub fn collect(&mut self, ctx: &egui::Context) {
        while let Some(news) = self.tasks.next() {
            self.on_message(news, ctx);
        }
        self.check_if_changed(ctx);
        self.on_frame(ctx);
        self.save_settings(ctx);
    }

    /// Ends what goes on because the window closes: a run over all councils stops before its next file, files that are being
    /// written are finished, and what is to be remembered is written.
    pub fn close(&mut self) {
        self.stop_run();
        let ctx = egui::Context::default();
        loop {
            self.tasks.finish_writing();
            // What was being saved may be saved now, and then nothing of it need be recovered.
            while let Some(news) = self.tasks.next() {
                self.on_message(news, &ctx);
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
        self.question.is_some()
            || self.session.is_asking()
            || self.wants_copy.is_some()
            || self.editor.question.is_some()
            || self.export.is_some()
            || self.all_councils.is_some()
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
        match (self.scheme, system) {
            (Scheme::HighContrast, _) => Mode::HighContrast,
            (Scheme::Dark, _) | (Scheme::System, Some(egui::Theme::Dark)) => Mode::Dark,
            (Scheme::Light | Scheme::System, _) => Mode::Light,
        }
    }

    /// Escape: the innermost thing first.
    fn step_back(&mut self) {
        if self.question.is_some() {
            self.drop_question();
        } else if self.dismiss_confirmation() {
            // A question was closed.
        } else if self.wants_copy.is_some() {
            self.wants_copy = None;
        } else if self.editor.question.take().is_some() {
            // What is asked at the desk was put aside.
        } else if self.export.is_some() {
            self.close_export();
        } else if self.all_councils.is_some() {
            self.all_councils = None;
        } else if self.lift_overlay() {
            // That was the innermost thing.
        } else if self.close_front_form() {
            // Nothing lies over the room any more.
        } else if self.notices.iter().any(|notice| notice.severity == super::NoticeKind::Error) {
            self.dismiss_shown();
        } else {
            // What was done needs no key of its own: it goes along with what the key is pressed for.
            self.dismiss_shown();
            if self.selected.is_some() {
                self.selected = None;
                self.rebuild_pages();
            } else if self.filters.is_active() {
                self.filters = Filters::default();
                self.rebuild_pages();
            }
        }
    }
}

/// Whether an action shows, copies or saves what the other rooms hold, or chooses by it where to go.
fn needs_fresh_rooms(action: &Action) -> bool {
    matches!(
        action,
        Action::Show(_)
            | Action::GoTo(_)
            | Action::ShowProgramme(_)
            | Action::Compare(_)
            | Action::TurnTable
            | Action::Export(_)
            | Action::AllCouncils(_)
            | Action::CopyPicture
            | Action::CopyTable
    )
}
