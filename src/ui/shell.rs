//! The frame of the window: menu above, councils to the left, the outcome to the right, the room between, status below.

use eframe::Frame;
use egui::{Context, Margin, Panel, Ui};

use crate::app::{Action, Asking, Room, State};
use crate::theme::{self, Mode, Tokens};

use super::all_councils::{self, AllWindow};
use super::export_dialog::ExportWindow;
use super::path_dialog::PathDialog;
use super::{copy_question, councils, edit, keys, life, menu, notices, outcome, rooms, status, suppression};

/// Width of the list of councils and of the outcome, in points.
const LIST_WIDTH: f32 = 262.0;
const OUTCOME_WIDTH: f32 = 296.0;
/// Below this width of the window both become narrower, so that the figure keeps its room.
const NARROW: f32 = 1180.0;
const NARROW_LIST_WIDTH: f32 = 196.0;
const NARROW_OUTCOME_WIDTH: f32 = 244.0;

/// The application in its window.
pub struct App {
    /// Everything the window knows.
    pub state: State,
    path_dialog: PathDialog,
    export_window: ExportWindow,
    all_window: AllWindow,
    mode: Option<Mode>,
    title: String,
    is_closing: bool,
}

/// What a panel is given: the state to read, the colours, and the list of actions to add to.
pub(super) struct Scene<'s> {
    pub state: &'s State,
    pub tokens: &'s Tokens,
    pub actions: Vec<Action>,
}

impl Scene<'_> {
    pub fn send(&mut self, action: Action) {
        self.actions.push(action);
    }
}

impl App {
    /// The application with the built-in dataset, its fonts and its look.
    pub fn new(ctx: &Context, asking: Asking) -> Self {
        theme::install_fonts(ctx);
        let mut app = Self {
            state: State::new(asking),
            path_dialog: PathDialog::default(),
            export_window: ExportWindow::default(),
            all_window: AllWindow::default(),
            mode: None,
            title: String::new(),
            is_closing: false,
        };
        app.dress(ctx);
        app
    }

    /// Puts the look on when it is not on yet.
    fn dress(&mut self, ctx: &Context) {
        let mode = self.state.mode(ctx.system_theme());
        if self.mode != Some(mode) {
            self.mode = Some(mode);
            theme::install_style(ctx, &Tokens::of(mode));
        }
    }

    fn name_window(&mut self, ctx: &Context) {
        let title = format!("{} — Side by Side", self.state.document.title());
        if title != self.title {
            self.title.clone_from(&title);
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title));
        }
    }

    fn panels(&mut self, ui: &mut Ui, tokens: &Tokens) -> Vec<Action> {
        let mut scene = Scene { state: &self.state, tokens, actions: Vec::new() };
        let narrow = ui.available_width() < NARROW;
        let (list_width, outcome_width) =
            if narrow { (NARROW_LIST_WIDTH, NARROW_OUTCOME_WIDTH) } else { (LIST_WIDTH, OUTCOME_WIDTH) };
        let bar = egui::Frame::new().fill(tokens.surface).inner_margin(Margin::symmetric(10, 5));
        Panel::top("menu").frame(bar).show(ui, |ui| menu::menu_ui(ui, &mut scene));
        Panel::bottom("status").frame(bar).show(ui, |ui| status::status_ui(ui, &mut scene));
        let list =
            egui::Frame::new().fill(tokens.surface).inner_margin(Margin { left: 10, right: 6, top: 10, bottom: 6 });
        Panel::left("councils").resizable(false).exact_size(list_width).frame(list).show(ui, |ui| {
            match scene.state.room {
                Room::Edit => edit::outline_ui(ui, &mut scene),
                _ => councils::councils_ui(ui, &mut scene),
            }
        });
        let in_edit = scene.state.room == Room::Edit;
        let has_side = if in_edit { scene.state.desk.preview.is_some() } else { scene.state.pages.detail.is_some() };
        if has_side {
            let side =
                egui::Frame::new().fill(tokens.surface).inner_margin(Margin { left: 14, right: 6, top: 12, bottom: 6 });
            Panel::right("outcome").resizable(false).exact_size(outcome_width).frame(side).show(ui, |ui| {
                if in_edit {
                    edit::preview_ui(ui, &mut scene);
                } else {
                    outcome::outcome_ui(ui, &mut scene);
                }
            });
        }
        let room =
            egui::Frame::new().fill(tokens.ground).inner_margin(Margin { left: 14, right: 4, top: 10, bottom: 6 });
        egui::CentralPanel::no_frame().frame(room).show(ui, |ui| {
            all_councils::progress_ui(ui, &mut scene);
            all_councils::summary_ui(ui, &mut scene);
            life::bar_ui(ui, &mut scene);
            notices::notices_ui(ui, &mut scene);
            suppression::suppression_ui(ui, &mut scene);
            rooms::room_ui(ui, &mut scene);
        });
        scene.actions
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        let ctx = ui.ctx().clone();
        self.state.collect(&ctx);
        self.dress(&ctx);
        self.name_window(&ctx);
        let tokens = Tokens::of(self.mode.unwrap_or_default());
        let mut actions = keys::actions(&ctx, &self.state);
        for file in ctx.input(|i| i.raw.dropped_files.clone()) {
            actions.push(Action::Open(file.path().to_path_buf()));
        }
        actions.extend(life::window_actions(&ctx, &self.state));
        actions.extend(self.panels(ui, &tokens));
        actions.extend(life::show(&ctx, &self.state, &tokens));
        actions.extend(self.path_dialog.show(&ctx, &self.state, &tokens));
        actions.extend(copy_question::show(&ctx, &self.state, &tokens));
        actions.extend(edit::questions::show(&ctx, &self.state, &tokens));
        actions.extend(self.export_window.show(&ctx, &self.state, &tokens));
        actions.extend(self.all_window.show(&ctx, &self.state, &tokens));
        self.state.wants_search = false;
        self.state.wants_council_in_view = false;
        self.state.desk.wants_field = None;
        self.state.desk.wants_row_in_view = false;
        for action in actions {
            self.state.act(action, &ctx);
            ctx.request_repaint();
        }
        // Asked for once: each command wakes the window again.
        if self.state.wants_to_quit && !std::mem::replace(&mut self.is_closing, true) {
            ctx.send_viewport_cmd(egui::ViewportCommand::Close);
        }
    }

    /// What is being saved when the window closes is saved; a run over all councils stops.
    fn on_exit(&mut self, _glow: Option<&eframe::glow::Context>) {
        self.state.close();
    }
}
