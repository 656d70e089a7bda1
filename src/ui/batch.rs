//! Figures of all councils, or of all kept views: the dialog, the strip that tells how far it is, and the summary.

use egui::accesskit::Role;
use egui::{Context, Id, Key, Margin, Response, ScrollArea, Stroke, TextEdit, Ui};

use crate::app::{Action, AllDialog, AllDraft, AllStep, BatchSubject, Density, FigureFormat, Preset, State};
use crate::say;
use crate::theme::{Tokens, Type, space};

use super::controls::{ToggleShape, bold, choice, quiet};
use super::dialog::{modal_ui, paged_ui};
use super::export::{csv_ui, faults_ui, resolution_ui};
use super::progress::bar_ui;
use super::shell::PanelContext;

/// The dialog's width and its margin, in points.
const WIDTH: f32 = 620.0;
const MARGIN: i8 = 18;

/// What is on screen besides the dialog's state.
#[derive(Default)]
pub(super) struct AllWindow {
    open: bool,
    focused_before: Option<Id>,
}

impl AllWindow {
    /// Shows the dialog while it is open; gives what was asked for.
    pub fn show(&mut self, ctx: &Context, state: &State, tokens: &Tokens) -> Vec<Action> {
        let Some(dialog) = &state.batch.dialog else {
            if std::mem::take(&mut self.open)
                && let Some(id) = self.focused_before.take()
            {
                ctx.memory_mut(|memory| memory.request_focus(id));
            }
            return Vec::new();
        };
        let fresh = !std::mem::replace(&mut self.open, true);
        if fresh {
            self.focused_before = ctx.memory(egui::Memory::focused);
        }
        let mut form =
            BatchForm { dialog, draft: dialog.draft.clone(), tokens, fresh, entered: false, steps: Vec::new() };
        let frame = egui::Frame::window(&ctx.style_of(ctx.theme())).inner_margin(Margin::same(MARGIN));
        let most = ctx.content_rect().height() - 2.0 * f32::from(MARGIN) - 24.0;
        modal_ui(ctx, title(dialog.subject), frame, |ui| {
            // At a large zoom it scrolls as a whole.
            ScrollArea::vertical()
                .id_salt("all-councils-whole")
                .max_height(most)
                .min_scrolled_height(most)
                .auto_shrink([true, true])
                .show(ui, |ui| paged_ui(ui, most, |ui| form.whole_ui(ui)));
        });
        let mut actions = Vec::new();
        if form.draft != dialog.draft {
            actions.push(Action::AllCouncils(AllStep::Draft(Box::new(form.draft))));
        }
        actions.extend(form.steps.into_iter().map(Action::AllCouncils));
        actions
    }
}

/// One frame of the dialog.
struct BatchForm<'a> {
    dialog: &'a AllDialog,
    draft: AllDraft,
    tokens: &'a Tokens,
    /// Whether the dialog has just opened.
    fresh: bool,
    /// Whether Enter was pressed in a field.
    entered: bool,
    steps: Vec<AllStep>,
}

impl BatchForm<'_> {
    fn whole_ui(&mut self, ui: &mut Ui) {
        ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 60.0));
        ui.label(bold(title(self.dialog.subject), Type::Heading));
        ui.label(&self.dialog.filters);
        self.folder_ui(ui);
        self.formats_ui(ui);
        self.size_ui(ui);
        if self.draft.formats.iter().any(|format| format.has_mark()) {
            csv_ui(ui, self.tokens, &mut self.draft.csv_mark);
        }
        ui.checkbox(&mut self.draft.replace, say!("dialog-all-replace")).on_hover_text(say!("dialog-all-replace.hint"));
        ui.add_space(space::XS);
        let n = self.dialog.items.len();
        let files = n * self.draft.formats.len();
        ui.label(match self.dialog.subject {
            BatchSubject::Councils => say!("dialog-all-count", bodies = n, files = files),
            BatchSubject::Views => say!("dialog-all-count-views", views = n, files = files),
        });
        self.foot_ui(ui);
    }

    fn folder_ui(&mut self, ui: &mut Ui) {
        ui.horizontal(|ui| {
            let label = ui.label(say!("dialog-all-folder")).id;
            let width = ui.available_width() - 112.0;
            let (response, entered) = field_ui(ui, &mut self.draft.folder, label, width);
            self.entered |= entered;
            if self.fresh {
                response.request_focus();
            }
            let hint = say!("dialog-all-choose-hint");
            if ui.button(say!("dialog-choose")).on_hover_text(hint).clicked() {
                self.steps.push(AllStep::Choose);
            }
        });
        if self.dialog.no_desktop_dialog {
            ui.label(quiet(say!("dialog-no-desktop"), self.tokens));
        }
        ui.label(quiet(say!("dialog-all-made-if-missing"), self.tokens));
    }

    fn formats_ui(&mut self, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            ui.label(bold(say!("dialog-all-formats"), Type::Body));
            for format in FigureFormat::of_figures() {
                let formats = &mut self.draft.formats;
                let mut on = formats.contains(&format);
                let box_ = ui.checkbox(&mut on, format.ending().to_uppercase()).on_hover_text(format.purpose());
                if box_.changed() {
                    // The order of the formats stays, whatever the order of the ticks.
                    let ticked = |f: &FigureFormat| if *f == format { on } else { formats.contains(f) };
                    *formats = FigureFormat::of_figures().filter(ticked).collect();
                }
            }
        });
    }

    fn size_ui(&mut self, ui: &mut Ui) {
        let Self { draft, entered, tokens, .. } = self;
        if draft.formats.iter().any(|format| format.has_size()) {
            ui.horizontal_wrapped(|ui| {
                ui.label(bold(say!("save-figure-for"), Type::Body));
                let by_hand = (None, say!("save-figure-by-hand").to_owned(), say!("save-figure-by-hand").to_owned());
                let uses = Preset::ALL.map(|preset| {
                    let spoken = say!("save-figure-preset-spoken", preset = preset.label(), note = preset.note());
                    (Some(preset), preset.label().to_owned(), spoken)
                });
                for (preset, label, spoken) in uses.into_iter().chain([by_hand]) {
                    let is_on = draft.sizing.preset == preset;
                    if choice(ui, tokens, ToggleShape::Chip, is_on, &label, &spoken).clicked() {
                        draft.sizing.preset = preset;
                    }
                }
            });
        }
        if draft.sizing.preset.is_some() {
            return;
        }
        if draft.formats.iter().any(|format| format.has_size()) {
            ui.horizontal_wrapped(|ui| {
                ui.label(bold(say!("dialog-size"), Type::Body));
                let label = ui.label(say!("dialog-width")).id;
                *entered |= field_ui(ui, &mut draft.sizing.width, label, 70.0).1;
                ui.label(say!("dialog-all-height"));
            });
        }
        if draft.formats.iter().any(|format| format.has_pixels()) {
            ui.horizontal_wrapped(|ui| {
                resolution_ui(ui, &mut draft.sizing);
                if draft.sizing.density == Density::Pixels {
                    let label = ui.label(say!("dialog-pixels")).id;
                    *entered |= field_ui(ui, &mut draft.sizing.pixels, label, 70.0).1;
                }
            });
        }
        // Those of pictures in pixels have a sentence more than the others.
        let faults = draft.formats.iter().filter_map(|format| draft.sizing.sheet(*format).err());
        if let Some(faults) = faults.max_by_key(|faults| faults.pixels.is_some()) {
            faults_ui(ui, tokens, &faults);
        }
    }

    fn foot_ui(&mut self, ui: &mut Ui) {
        let obstacle = self.dialog.obstacle();
        ui.horizontal(|ui| {
            let begin = ui.add_enabled(obstacle.is_none(), egui::Button::new(say!("dialog-all-begin"))).clicked();
            if (begin || self.entered) && obstacle.is_none() {
                self.steps.push(AllStep::Start);
            }
            if ui.button(say!("dialog-cancel")).clicked() {
                self.steps.push(AllStep::Close);
            }
            if let Some(sentence) = &obstacle {
                ui.label(quiet(sentence, self.tokens));
            }
        });
    }
}

/// What the dialog is called.
fn title(subject: BatchSubject) -> &'static str {
    match subject {
        BatchSubject::Councils => say!("dialog-all"),
        BatchSubject::Views => say!("dialog-all-views"),
    }
}

/// A field with its label's name; also tells whether Enter was pressed in it.
fn field_ui(ui: &mut Ui, text: &mut String, label: Id, width: f32) -> (Response, bool) {
    let field = TextEdit::singleline(text).desired_width(width).margin(Margin::symmetric(6, 4));
    let response = ui.add(field).labelled_by(label);
    let entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
    (response, entered)
}

/// How far the run is, with the way to stop it, above the room.
pub(super) fn progress_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let Some(run) = &scene.state.batch.run else { return };
    let stopping = run.is_stopping();
    let told = if stopping {
        say!("dialog-all-stopping").to_owned()
    } else if run.name.is_empty() {
        say!("dialog-all-beginning", n = run.of)
    } else {
        say!("dialog-all-progress", done = run.done, of = run.of, name = run.name.as_str())
    };
    let share = run.done as f32 / run.of.max(1) as f32;
    let tokens = scene.tokens;
    card(tokens).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.horizontal(|ui| {
            bar_ui(ui, share, &told, 220.0, tokens);
            if ui.add_enabled(!stopping, egui::Button::new(say!("dialog-all-stop"))).clicked() {
                scene.send(Action::AllCouncils(AllStep::Stop));
            }
            ui.add(egui::Label::new(&told).truncate());
        });
    });
}

/// What came of the last run, until it is closed.
pub(super) fn summary_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let Some(summary) = scene.state.batch.summary.clone() else { return };
    let tokens = scene.tokens;
    card(tokens).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            let title = ui.label(bold(&summary.title, Type::Body));
            let _ = ui.ctx().accesskit_node_builder(title.id, |node| {
                node.set_role(Role::Alert);
                node.set_live(egui::accesskit::Live::Assertive);
            });
            if ui.button(say!("dialog-all-copy-summary")).clicked() {
                scene.send(Action::AllCouncils(AllStep::CopySummary));
            }
            if ui.button(say!("dialog-all-close-summary")).clicked() {
                scene.send(Action::AllCouncils(AllStep::CloseSummary));
            }
        });
        // Never more than a sixth of the window, so that there is room for the figure at any zoom.
        let most = (ui.ctx().content_rect().height() / 6.0).clamp(36.0, 132.0);
        ScrollArea::vertical().id_salt("all-councils-summary").max_height(most).auto_shrink([false, true]).show(
            ui,
            |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                for line in &summary.lines {
                    ui.label(line);
                }
            },
        );
    });
}

fn card(tokens: &Tokens) -> egui::Frame {
    egui::Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, tokens.edge))
        .corner_radius(6)
        .inner_margin(Margin::symmetric(10, 6))
        .outer_margin(Margin { left: 0, right: 10, top: 0, bottom: 6 })
}
