//! Figures of all councils: the dialog, the strip that tells how far it is, and the summary.

use egui::accesskit::Role;
use egui::{Context, Id, Key, Margin, ProgressBar, ScrollArea, Stroke, TextEdit, Ui, WidgetInfo};

use crate::app::{Action, AllStep, Density, FigureFormat, State, has_size};
use crate::theme::{Tokens, Type, space};

use super::controls::{bold, quiet};
use super::export_dialog::{faults_ui, purpose, resolution_ui};
use super::shell::Scene;

const WIDTH: f32 = 620.0;

/// What is on screen besides the dialog's state.
#[derive(Default)]
pub(super) struct AllWindow {
    open: bool,
    focused_before: Option<Id>,
}

impl AllWindow {
    /// Shows the dialog while it is open; gives what was asked for.
    pub fn show(&mut self, ctx: &Context, state: &State, tokens: &Tokens) -> Vec<Action> {
        let Some(dialog) = &state.all_councils else {
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
        let mut draft = dialog.draft.clone();
        let mut steps = Vec::new();
        let mut entered = false;
        let frame = egui::Frame::window(&ctx.style_of(ctx.theme())).inner_margin(Margin::same(18));
        egui::Modal::new(Id::unique("all-councils-dialog")).frame(frame).show(ctx, |ui| {
            ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 60.0));
            let mut field = |ui: &mut Ui, text: &mut String, label: Id, width: f32| {
                let margin = Margin::symmetric(6, 4);
                let field = TextEdit::singleline(text).desired_width(width).margin(margin);
                let response = ui.add(field).labelled_by(label);
                entered |= response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
                response
            };
            ui.label(bold("Save figures of all councils", Type::Heading));
            ui.label(&dialog.filters);
            ui.horizontal(|ui| {
                let label = ui.label("Folder").id;
                let width = ui.available_width() - 112.0;
                let response = field(ui, &mut draft.folder, label, width);
                if fresh {
                    response.request_focus();
                }
                if ui.button("Choose…").on_hover_text("Choose the folder in the desktop's dialog").clicked() {
                    steps.push(AllStep::Choose);
                }
            });
            if dialog.no_desktop_dialog {
                ui.label(quiet("This desktop offers no file dialog, so the path is typed here.", tokens));
            }
            ui.label(quiet("It is made if it is missing.", tokens));
            ui.horizontal_wrapped(|ui| {
                ui.label(bold("Formats", Type::Body));
                for format in FigureFormat::ALL {
                    let mut on = draft.formats.contains(&format);
                    let box_ = ui.checkbox(&mut on, format.ending().to_uppercase()).on_hover_text(purpose(format));
                    if box_.changed() {
                        // The order of the formats stays, whatever the order of the ticks.
                        let ticked = |f: &FigureFormat| if *f == format { on } else { draft.formats.contains(f) };
                        draft.formats = FigureFormat::ALL.into_iter().filter(|f| ticked(f)).collect();
                    }
                }
            });
            if draft.formats.iter().any(|format| has_size(*format)) {
                ui.horizontal_wrapped(|ui| {
                    ui.label(bold("Size", Type::Body));
                    let label = ui.label("Width").id;
                    field(ui, &mut draft.sizing.width, label, 70.0);
                    ui.label("points; each as tall as it needs");
                });
            }
            if draft.formats.contains(&FigureFormat::Png) {
                ui.horizontal_wrapped(|ui| {
                    resolution_ui(ui, &mut draft.sizing);
                    if draft.sizing.density == Density::Pixels {
                        let label = ui.label("Pixels across").id;
                        field(ui, &mut draft.sizing.pixels, label, 70.0);
                    }
                });
            }
            // Those of pictures in pixels have a sentence more than the others.
            let faults = draft.formats.iter().filter_map(|format| draft.sizing.sheet(*format).err());
            let faults = faults.max_by_key(|faults| faults.pixels.is_some());
            if let Some(faults) = faults {
                faults_ui(ui, tokens, &faults);
            }
            ui.checkbox(&mut draft.replace, "Replace files that are there")
                .on_hover_text("Otherwise they stay as they are, and the summary names them");
            ui.add_space(space::XS);
            let obstacle = dialog.obstacle();
            let files = dialog.councils * draft.formats.len();
            let (bodies, made) = (counted(dialog.councils, "council or body", "councils and bodies"), files);
            ui.label(format!("{bodies}, {}.", counted(made, "file", "files")));
            ui.horizontal(|ui| {
                let begin = ui.add_enabled(obstacle.is_none(), egui::Button::new("Begin")).clicked();
                if (begin || entered) && obstacle.is_none() {
                    steps.push(AllStep::Start);
                }
                if ui.button("Cancel").clicked() {
                    steps.push(AllStep::Close);
                }
                if let Some(sentence) = &obstacle {
                    ui.label(quiet(sentence, tokens));
                }
            });
        });
        let mut actions = Vec::new();
        if draft != dialog.draft {
            actions.push(Action::AllCouncils(AllStep::Draft(Box::new(draft))));
        }
        actions.extend(steps.into_iter().map(Action::AllCouncils));
        actions
    }
}

fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// How far the run is, with the way to stop it, above the room.
pub(super) fn progress_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Some(run) = &scene.state.run else { return };
    let told = if run.stopping {
        "Stopping after the file that is being written…".to_owned()
    } else if run.council.is_empty() {
        format!("Saving figures of {}", counted(run.of, "council", "councils"))
    } else {
        format!("{} of {}: {}", run.done, run.of, run.council)
    };
    let stopping = run.stopping;
    let share = run.done as f32 / run.of.max(1) as f32;
    let tokens = scene.tokens;
    card(tokens).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.visuals_mut().extreme_bg_color = tokens.line;
            let bar = ProgressBar::new(share).desired_width(220.0).desired_height(12.0).fill(tokens.accent);
            let bar = ui.add(bar);
            bar.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &told));
            if ui.add_enabled(!stopping, egui::Button::new("Stop")).clicked() {
                scene.send(Action::AllCouncils(AllStep::Stop));
            }
            ui.add(egui::Label::new(&told).truncate());
        });
    });
}

/// What came of the last run, until it is closed.
pub(super) fn summary_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Some(summary) = scene.state.run_summary.clone() else { return };
    let tokens = scene.tokens;
    card(tokens).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            let title = ui.label(bold(&summary.title, Type::Body));
            let _ = ui.ctx().accesskit_node_builder(title.id, |node| {
                node.set_role(Role::Alert);
                node.set_live(egui::accesskit::Live::Assertive);
            });
            if ui.button("Copy the summary").clicked() {
                scene.send(Action::AllCouncils(AllStep::CopySummary));
            }
            if ui.button("Close the summary").clicked() {
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
