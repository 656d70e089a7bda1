//! The frame of the window: one bar above, councils to the left, the outcome to the right, the room between; below it what goes on and
//! what has to be said, while there is anything.

use eframe::Frame;
use egui::accesskit::Role;
use egui::{
    Align, Color32, Context, Id, Layout, Margin, Panel, Pos2, Rect, Response, ScrollArea, Stroke, Ui, UiBuilder,
};

use crate::app::{
    Action, ActiveTask, Drawer, FileDialogs, FrameInput, ImportStep, PointedAt, SidePane, State, Tab, Waker, is_table,
};
use crate::draw::roving::menu_asked;
use crate::edit::PartPath;
use crate::say;
use crate::theme::{self, Mode, Tokens};

use super::batch::AllWindow;
use super::context_menu::{ContextMenu, MenuTarget};
use super::controls::live_ui;
use super::export::ExportWindow;
use super::focus::{Focus, is_in};
use super::import::ImportWindow;
use super::palette::Palette;
use super::panes::{Pane, pane_ui};
use super::path_dialog::PathDialog;
use super::presentation::{presentation_ui, zoom_factor};
use super::progress::waited_for;
use super::requests::Requests;
use super::saved_views::SavedViewsWindow;
use super::splitter::{NARROW, splitter_ui, width_of};
use super::{copy_question, councils, editor, help, keys, menu, notices, outcome, rooms, session};

/// Below this width the panes fold into one: the list lies behind a button, the outcome in place of the figure.
const FOLDED: f32 = 800.0;
/// From this width on, at 100%, everything is larger by so much.
const LARGE: f32 = 2200.0;
const LARGE_GROWTH: f32 = 1.15;
/// Below this height controls and figure scroll together.
const LOW: f32 = 440.0;

/// Around what stands below the room, and its height with that until it was measured.
const STATUS_MARGIN: Margin = Margin { left: 10, right: 10, top: 5, bottom: 5 };
const STATUS_HEIGHT: f32 = 38.0;

/// Around the room.
const ROOM_MARGIN: Margin = Margin { left: 14, right: 4, top: 10, bottom: 6 };

/// Whether the panes stand side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Folding {
    /// List, figure and outcome side by side.
    Open,
    /// One at a time.
    Folded,
}

/// Whether the window is high enough for panes that scroll by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Height {
    /// As usual.
    Usual,
    /// Everything in a pane scrolls together.
    Low,
}

/// The application in its window.
pub struct App {
    /// Everything the window knows.
    pub state: State,
    path_dialog: PathDialog,
    export_window: ExportWindow,
    all_window: AllWindow,
    import_window: ImportWindow,
    views_window: SavedViewsWindow,
    palette: Palette,
    context_menu: ContextMenu,
    focus: Focus,
    mode: Option<Mode>,
    title: String,
    requests: Requests,
}

/// What a panel is given: the state to read, the colours, and the list of actions to add to.
pub(super) struct PanelContext<'s> {
    pub state: &'s State,
    pub tokens: &'s Tokens,
    pub requests: &'s Requests,
    pub actions: Vec<Action>,
    /// The panes shown so far, in reading order.
    pub panes: Vec<Pane>,
    /// Whether the panes stand side by side.
    pub folding: Folding,
    /// Whether panes scroll by themselves.
    pub height: Height,
    /// What is worked on, once it takes longer than a moment, and has no bar of its own.
    pub busy: Option<ActiveTask>,
    /// Whether the keyboard is in the list of councils.
    pub list_has_focus: bool,
    /// What the pointer is at in this frame.
    pub pointed_at: Option<PointedAt>,
    /// The menu that was asked for in this frame, and where it opens.
    pub menu: Option<(MenuTarget, Pos2)>,
}

impl<'s> PanelContext<'s> {
    /// What a dialog is given, which stands over the panes.
    pub fn of_dialog(ctx: &Context, state: &'s State, tokens: &'s Tokens, requests: &'s Requests) -> Self {
        let (width, height) = (ctx.content_rect().width(), ctx.content_rect().height());
        Self {
            state,
            tokens,
            requests,
            actions: Vec::new(),
            panes: Vec::new(),
            folding: if width < FOLDED { Folding::Folded } else { Folding::Open },
            // A dialog scrolls as a whole.
            height: if height < LOW { Height::Low } else { Height::Usual },
            busy: None,
            list_has_focus: false,
            pointed_at: None,
            menu: None,
        }
    }

    pub fn send(&mut self, action: Action) {
        self.actions.push(action);
    }

    /// Opens the menu of `target`, where it was asked for at the part that answered so.
    pub fn offer_menu(&mut self, response: &Response, target: impl FnOnce() -> MenuTarget) {
        if let Some(at) = menu_asked(response) {
            self.menu = Some((target(), at));
        }
    }
}

impl App {
    /// The application with the built-in dataset, its fonts and its look.
    pub fn new(ctx: &Context, asking: FileDialogs) -> Self {
        theme::install_fonts(ctx);
        ctx.add_plugin(SilentScrollBars);
        // The steps of zoom are this application's own.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let mut app = Self {
            state: State::new(asking),
            path_dialog: PathDialog::default(),
            export_window: ExportWindow::default(),
            all_window: AllWindow::default(),
            import_window: ImportWindow::default(),
            views_window: SavedViewsWindow::default(),
            palette: Palette::default(),
            context_menu: ContextMenu::default(),
            focus: Focus::default(),
            mode: None,
            title: String::new(),
            requests: Requests::default(),
        };
        let waker = ctx.clone();
        app.state.wake_by(Waker::new(move || waker.request_repaint()));
        app.dress(ctx);
        app
    }

    /// Puts the look on when it is not on yet; tells whether it was put on now.
    fn dress(&mut self, ctx: &Context) -> bool {
        let mode = self.state.mode(ctx.system_theme());
        let changes = self.mode != Some(mode);
        if changes {
            self.mode = Some(mode);
            theme::install_style(ctx, &Tokens::of(mode));
        }
        changes
    }

    /// In a folded window an outcome stands in place of the room; who asks for a room wants to see it.
    fn make_way(&mut self, ctx: &Context, action: &Action) {
        let is_folded = ctx.content_rect().width() < FOLDED;
        if is_folded && matches!(action, Action::Show(room) if *room != Tab::Edit) {
            self.state.act(Action::Select(None));
        }
    }

    /// Who came to the form from what it makes, by keyboard, is at its first field, or at the form where nothing can be changed; where no
    /// part was asked for, at the list of parts.
    fn lead_to_form(&mut self, ctx: &Context) {
        let editor = &self.state.editor;
        if !(is_in(ctx, Pane::Outcome) || is_in(ctx, Pane::Figure))
            || self.requests.field.is_some()
            || editor.plan.is_some()
        {
            return;
        }
        if self.state.document.is_read_only {
            self.focus.go(ctx, Pane::Figure);
            return;
        }
        if self.state.editor.place == PartPath::Facts {
            // Nobody asked for a field, where the next letter would take the place of what stands there.
            self.focus.go(ctx, Pane::Councils);
            return;
        }
        self.requests.field = Some((editor.place, editor::first_field(editor.place).to_owned()));
    }

    fn name_window(&mut self, ctx: &Context) {
        let title = say!("window-title", document = self.state.document.title());
        if title != self.title {
            self.title.clone_from(&title);
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title));
        }
    }

    /// Draws the panels; gives what they ask for, the panes there are, and the menu that was asked for.
    fn panels(&mut self, ui: &mut Ui, tokens: &Tokens) -> PanelsResponse {
        let (width, height) = (ui.available_width(), ui.available_height());
        let folding = if width < FOLDED { Folding::Folded } else { Folding::Open };
        let mut scene = PanelContext {
            state: &self.state,
            tokens,
            requests: &self.requests,
            actions: Vec::new(),
            panes: Vec::new(),
            folding,
            height: if height < LOW { Height::Low } else { Height::Usual },
            // Figures of all councils have a bar of their own.
            busy: waited_for(ui.ctx(), self.state.busy()).filter(|_| self.state.batch.run.is_none()),
            list_has_focus: is_in(ui.ctx(), Pane::Councils),
            menu: None,
            pointed_at: None,
        };
        if self.state.window.presents {
            presentation_ui(ui, &mut scene);
            return PanelsResponse { actions: scene.actions, panes: scene.panes, menu: None };
        }
        let bar = egui::Frame::new().fill(tokens.surface).inner_margin(Margin::symmetric(10, 5));
        Panel::top("menu").frame(bar).show(ui, |ui| pane_ui(ui, &mut scene, Pane::Menu, menu::menu_ui));
        // What stands below is drawn last, so that it comes last for the keyboard and the screen reader.
        let whole = ui.available_rect_before_wrap();
        let id = Id::unique("status-height");
        // In a low window it stands above the room, with which it scrolls.
        let has_status = scene.height == Height::Usual && rooms::comes(&scene);
        let status: f32 = if has_status { ui.data(|data| data.get_temp(id)).unwrap_or(STATUS_HEIGHT) } else { 0.0 };
        let (rest, below) = whole.split_top_bottom_at_y(whole.bottom() - status);
        if folding == Folding::Folded {
            area_ui(ui, rest, ROOM_MARGIN, tokens.ground, |ui| folded_ui(ui, &mut scene));
        } else {
            side_by_side_ui(ui, &mut scene, rest, width);
        }
        if has_status {
            let used = area_ui(ui, below, STATUS_MARGIN, tokens.surface, |ui| {
                pane_ui(ui, &mut scene, Pane::Status, rooms::coming_ui);
            });
            ui.painter().hline(below.x_range(), below.top(), Stroke::new(1.0, tokens.line));
            let needed = used + STATUS_MARGIN.sum().y;
            if (needed - status).abs() > 0.5 {
                ui.data_mut(|data| data.insert_temp(id, needed));
                ui.ctx().request_repaint();
            }
        }
        notices::toast_ui(ui, &mut scene, rest);
        if scene.pointed_at != self.state.views.pointing.at {
            let at = scene.pointed_at.take();
            scene.send(Action::PointAt(at));
        }
        let mut panes = scene.panes;
        panes.sort_by_key(|pane| Pane::ORDER.iter().position(|p| p == pane));
        PanelsResponse { actions: scene.actions, panes, menu: scene.menu }
    }
}

/// What came of drawing the panels.
struct PanelsResponse {
    actions: Vec<Action>,
    panes: Vec<Pane>,
    menu: Option<(MenuTarget, Pos2)>,
}

/// List, room and outcome, in the order in which they are read: Tab and the screen reader come to them in this order too.
fn side_by_side_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, whole: Rect, width: f32) {
    let tokens = scene.tokens;
    let list_width = width_of(scene.state, SidePane::List, width);
    let has_side = has_side(scene.state) || (scene.state.views.room == Tab::Compare && reserves_side(ui.ctx()));
    let outcome_width = if has_side { width_of(scene.state, SidePane::Outcome, width) } else { 0.0 };
    let (list, rest) = whole.split_left_right_at_x(whole.left() + list_width);
    let (room, outcome) = rest.split_left_right_at_x(rest.right() - outcome_width);
    area_ui(ui, list, Margin { left: 10, right: 6, top: 10, bottom: 6 }, tokens.surface, |ui| {
        pane_ui(ui, scene, Pane::Councils, list_ui);
    });
    area_ui(ui, room, ROOM_MARGIN, tokens.ground, |ui| rooms::room_ui(ui, scene));
    splitter_ui(ui, scene, SidePane::List, list, width);
    if outcome_width > 0.0 {
        area_ui(ui, outcome, Margin { left: 14, right: 6, top: 12, bottom: 6 }, tokens.surface, |ui| {
            if holds_something(scene.state) {
                pane_ui(ui, scene, Pane::Outcome, side_ui);
            } else {
                // No stop on the way through the panes.
                side_ui(ui, scene);
            }
        });
        splitter_ui(ui, scene, SidePane::Outcome, outcome, width);
    }
}

/// Keeps the bars that scroll an area from a screen reader: they have no name, and the keyboard scrolls the area itself.
struct SilentScrollBars;

impl egui::Plugin for SilentScrollBars {
    fn debug_name(&self) -> &'static str {
        "bars"
    }

    fn output_hook(&mut self, _ctx: &Context, output: &mut egui::FullOutput) {
        let Some(update) = &mut output.platform_output.accesskit_update else { return };
        for (_, node) in update.nodes.iter_mut().filter(|(_, node)| node.role() == Role::ScrollBar) {
            node.set_hidden();
        }
    }
}

/// A part of the window with its ground and margin; gives the height that was used within.
fn area_ui(ui: &mut Ui, rect: Rect, margin: Margin, fill: Color32, add: impl FnOnce(&mut Ui)) -> f32 {
    ui.painter().rect_filled(rect, 0.0, fill);
    let builder = UiBuilder::new().max_rect(rect - margin).layout(Layout::top_down(Align::Min));
    let mut child = ui.new_child(builder);
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    add(&mut child);
    child.min_rect().height()
}

/// Whether the window is so wide that Compare always keeps the place of the outcome, so that nothing moves under the pointer when one is
/// chosen.
pub(super) fn reserves_side(ctx: &Context) -> bool {
    ctx.content_rect().width() >= NARROW
}

/// How much larger everything is on a large screen, which is looked at from further away, besides what the reader asks for.
fn growth(ctx: &Context) -> f32 {
    let width = ctx.content_rect().width() * ctx.zoom_factor();
    if width >= LARGE { LARGE_GROWTH } else { 1.0 }
}

/// Whether what stands right of the room is more than the place that is kept for it.
fn holds_something(state: &State) -> bool {
    has_side(state) || state.views.pages.missing.is_some()
}

/// Whether something stands right of the room. Beside the form of an outcome it does whether or not there is a figure to show yet: the
/// form keeps its width while somebody types.
fn has_side(state: &State) -> bool {
    if state.views.room == Tab::Edit {
        state.editor.plan.is_some() || matches!(state.editor.place, PartPath::Outcome(..))
    } else {
        state.views.pages.detail.is_some()
    }
}

/// Left: the parts of the dataset while they are edited, otherwise the councils.
fn list_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    if scene.state.views.room == Tab::Edit {
        editor::outline_ui(ui, scene);
    } else {
        councils::councils_ui(ui, scene);
    }
}

/// Right: what the outcome that is edited will look like, otherwise the outcome in full.
fn side_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    if scene.state.views.room == Tab::Edit {
        editor::preview_ui(ui, scene);
    } else {
        outcome::outcome_ui(ui, scene);
    }
}

/// One pane at a time: the list where it was opened, else the selected outcome, else the room.
fn folded_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let has_list = scene.state.window.drawer == Drawer::Open;
    let has_outcome = scene.state.views.room != Tab::Edit && has_side(scene.state);
    if (has_list || has_outcome) && rooms::has_bars(scene) {
        // The room, which shows the bars otherwise, is not on screen. What stands below them keeps half of the window at least.
        let most = ui.available_height() / 2.0;
        ScrollArea::vertical().id_salt("bars").max_height(most).auto_shrink([false, true]).show(ui, |ui| {
            pane_ui(ui, scene, Pane::Controls, rooms::bars_ui);
        });
    }
    if has_list {
        if ui.button(say!("window-drawer-close")).clicked() {
            scene.send(Action::ToggleDrawer);
        }
        pane_ui(ui, scene, Pane::Councils, list_ui);
    } else if has_outcome {
        pane_ui(ui, scene, Pane::Outcome, side_ui);
    } else {
        rooms::room_ui(ui, scene);
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        let ctx = ui.ctx().clone();
        self.state.collect(frame_input(&ctx));
        self.requests.take(&ctx, self.state.take_effects());
        if self.dress(&ctx) {
            // The frame was begun in the old look, and nothing would draw it again before something happens.
            ui.reset_style();
            ctx.request_repaint();
        }
        self.name_window(&ctx);
        let tokens = Tokens::of(self.mode.unwrap_or_default());
        ctx.set_zoom_factor(zoom_factor(&ctx, &self.state, growth(&ctx)));
        let _ = ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label("Side by Side"));
        live_ui(ui, "window", &self.state.notices.said);
        self.focus.begin(&ctx, &self.requests.panes);
        let mut actions = keys::actions(&ctx, &self.state, &mut self.focus);
        actions.extend(dropped(&ctx));
        actions.extend(session::window_actions(&ctx, &self.state));
        let PanelsResponse { actions: asked, panes, menu } = self.panels(ui, &tokens);
        actions.extend(asked);
        actions.extend(self.context_menu.show(&ctx, &self.state, menu));
        actions.extend(session::show(&ctx, &self.state, &tokens));
        actions.extend(self.path_dialog.show(&ctx, &self.state, &tokens));
        actions.extend(copy_question::show(&ctx, &self.state, &tokens));
        actions.extend(editor::questions::show(&ctx, &self.state, &tokens));
        actions.extend(editor::quick_entry::show(&ctx, &self.state, &tokens, &self.requests));
        actions.extend(self.export_window.show(&ctx, &self.state, &tokens));
        actions.extend(self.all_window.show(&ctx, &self.state, &tokens));
        actions.extend(self.import_window.show(&ctx, &self.state, &tokens));
        actions.extend(self.views_window.show(&ctx, &self.state, &tokens));
        actions.extend(self.palette.show(&ctx, &self.state, &mut self.focus, &tokens));
        actions.extend(help::help_ui(&ctx, &self.state, &tokens));
        self.focus.end(&ctx, &tokens, panes);
        self.requests = Requests::default();
        let was = self.state.views.room;
        for action in actions {
            self.make_way(&ctx, &action);
            self.state.act(action);
            ctx.request_repaint();
        }
        self.requests.take(&ctx, self.state.take_effects());
        if was != Tab::Edit && self.state.views.room == Tab::Edit {
            self.lead_to_form(&ctx);
        }
    }

    /// What is being saved when the window closes is saved; a run over all councils stops.
    fn on_exit(&mut self, _glow: Option<&eframe::glow::Context>) {
        self.state.close();
    }
}

/// What fell onto the window: tables are imported together, anything else is opened.
fn dropped(ctx: &Context) -> Vec<Action> {
    let files = ctx.input(|i| i.raw.dropped_files.clone());
    let paths = files.iter().map(|file| file.path().to_path_buf());
    let (tables, others): (Vec<_>, Vec<_>) = paths.partition(|path| is_table(path));
    let import = (!tables.is_empty()).then_some(Action::Import(ImportStep::AddFiles(tables)));
    others.into_iter().map(Action::Open).chain(import).collect()
}

/// What the window tells at the beginning of a frame.
fn frame_input(ctx: &Context) -> FrameInput {
    let zoom = ctx.zoom_factor();
    let holds_notice = notices::is_held(ctx);
    ctx.input(|input| {
        let window = input.viewport();
        FrameInput {
            seconds: input.time,
            zoom,
            pixels_per_point: input.pixels_per_point,
            longest_texture: input.max_texture_side,
            screen: window.monitor_size,
            inner: window.inner_rect,
            outer: window.outer_rect,
            is_maximised: window.maximized == Some(true),
            holds_notice,
            is_elsewhere: window.fullscreen == Some(true) || window.minimized == Some(true),
        }
    })
}
