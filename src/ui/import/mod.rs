//! The dialog that imports tables: the files, the preview with a role above each column, what will be made, what is doubtful.
//!
//! It reads the dialog's state and sends steps. What it shows is what is imported: nothing is worked out here.

mod conflicts;
mod findings;
mod foot;
mod made;
mod preview;
mod profiles;

use egui::{Context, Id, Key, Margin, Response, ScrollArea, TextEdit, Ui};

use crate::app::{Action, ImportDialog, ImportStep, State};
use crate::say;
use crate::theme::{Tokens, Type, space};

use super::controls::{bold, caution, quiet};
use super::dialog::{modal_ui, paged_ui};

/// The dialog's width and its margin, in points.
const WIDTH: f32 = 1240.0;
const MARGIN: i8 = 16;
/// Below this height of the dialog all of it scrolls as one, in points.
const LOW: f32 = 400.0;
/// The most height of what is made in such a window, in points.
const LOW_PART: f32 = 220.0;
/// Below this width what is made stands above what is doubtful, in points.
const NARROW: f32 = 720.0;

/// What is on screen besides the dialog's state.
#[derive(Default)]
pub(super) struct ImportWindow {
    open: bool,
    focused_before: Option<Id>,
    /// The field that is being typed into, and its text, which stays as it is typed.
    typing: Option<(Id, String)>,
    /// How often a row had been asked for in the frame before.
    rows_asked: Option<u64>,
    /// Whether a path could be typed in the frame before.
    had_field: bool,
}

/// One frame of the dialog.
pub(super) struct ImportForm<'a> {
    pub dialog: &'a ImportDialog,
    pub state: &'a State,
    pub tokens: &'a Tokens,
    pub window: &'a mut ImportWindow,
    /// Whether the dialog has just opened.
    pub fresh: bool,
    pub steps: Vec<ImportStep>,
}

impl ImportWindow {
    /// Shows the dialog while it is open and nothing else is asked; gives what was asked for.
    pub fn show(&mut self, ctx: &Context, state: &State, tokens: &Tokens) -> Vec<Action> {
        let is_asked =
            state.session.is_asking() || state.session.question.is_some() || state.editor.copy_request.is_some();
        let Some(dialog) = state.import.dialog.as_deref().filter(|_| !is_asked) else {
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
            self.had_field = false;
            self.rows_asked = dialog.row.map(|(_, times)| times);
        }
        let mut form = ImportForm { dialog, state, tokens, window: self, fresh, steps: Vec::new() };
        let frame = egui::Frame::window(&ctx.style_of(ctx.theme())).inner_margin(Margin::same(MARGIN));
        let most = ctx.content_rect().height() - 2.0 * f32::from(MARGIN) - 20.0;
        modal_ui(ctx, say!("import-window-title"), frame, |ui| form.whole_ui(ui, most));
        form.steps.into_iter().map(Action::Import).collect()
    }
}

impl ImportForm<'_> {
    fn whole_ui(&mut self, ui: &mut Ui, most: f32) {
        ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 2.0 * f32::from(MARGIN) - 20.0));
        if most < LOW {
            let area = ScrollArea::vertical().id_salt("import-whole").max_height(most).min_scrolled_height(most);
            area.auto_shrink([false, true]).show(ui, |ui| {
                paged_ui(ui, most, |ui| {
                    self.head_ui(ui);
                    self.body_ui(ui, None);
                    self.foot_ui(ui);
                });
            });
            return;
        }
        let top = ui.cursor().top();
        self.head_ui(ui);
        let id = Id::unique("import-foot");
        let foot: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(40.0);
        let left = most - (ui.cursor().top() - top) - foot - 2.0 * ui.spacing().item_spacing.y;
        self.body_ui(ui, Some(left.max(120.0)));
        let from = ui.cursor().top();
        self.foot_ui(ui);
        let used = ui.cursor().top() - from;
        if (used - foot).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, used));
            ui.ctx().request_repaint();
        }
    }

    /// The title, and the files.
    fn head_ui(&mut self, ui: &mut Ui) {
        ui.label(bold(say!("import-window-title"), Type::Heading));
        if self.dialog.files.is_empty() {
            ui.label(say!("import-window-intro"));
        }
        self.files_ui(ui);
        for fault in &self.dialog.faults {
            caution(ui, self.tokens, fault);
        }
    }

    fn files_ui(&mut self, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            let choose = ui.button(say!("import-window-choose"));
            if self.fresh && !self.dialog.no_desktop_dialog {
                choose.request_focus();
            }
            if choose.clicked() {
                self.steps.push(ImportStep::Choose);
            }
            let had_field = std::mem::replace(&mut self.window.had_field, self.dialog.no_desktop_dialog);
            if self.dialog.no_desktop_dialog {
                self.path_ui(ui, !had_field && self.dialog.files.is_empty());
            }
            for (nth, file) in self.dialog.files.iter().enumerate() {
                let name = file.name.as_str();
                let shown = if file.is_companion() {
                    say!("import-window-with-companion", file = name)
                } else {
                    name.to_owned()
                };
                ui.label(bold(shown, Type::Small)).on_hover_text(file.path.display().to_string());
                let remove = ui.small_button("\u{d7}");
                let _ = ui.ctx().accesskit_node_builder(remove.id, |node| {
                    node.set_label(say!("import-window-remove", file = name));
                });
                if remove.on_hover_text(say!("import-window-remove", file = name)).clicked() {
                    self.steps.push(ImportStep::RemoveFile(nth));
                }
            }
        });
    }

    fn path_ui(&mut self, ui: &mut Ui, begins: bool) {
        let label = ui.label(say!("import-window-path")).id;
        let mut path = self.dialog.path.clone();
        let width = (ui.available_width() - 60.0).clamp(120.0, 360.0);
        let response = ui
            .add(TextEdit::singleline(&mut path).id(Id::unique("import-path")).desired_width(width))
            .labelled_by(label);
        if begins {
            response.request_focus();
        }
        if response.changed() {
            self.steps.push(ImportStep::TypePath(path));
        }
        let entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        if entered {
            // The next path may follow.
            response.request_focus();
        }
        if ui.button(say!("import-window-read")).clicked() || entered {
            self.steps.push(ImportStep::AddTyped);
        }
    }

    /// What is between the files and the buttons, at most so high; as high as it is where `None`.
    fn body_ui(&mut self, ui: &mut Ui, height: Option<f32>) {
        if let Some(stage) = &self.dialog.stage
            && stage.answers.len() < stage.conflicts.len()
        {
            self.conflicts_ui(ui, stage);
            return;
        }
        let Some(result) = self.dialog.result.clone() else {
            return;
        };
        if self.dialog.is_stale() {
            // The last good preview stays, and is seen to be the last one.
            ui.multiply_opacity(0.6);
        }
        let top = ui.cursor().top();
        self.tables_ui(ui, &result);
        let used = ui.cursor().top() - top;
        let preview = height.map_or(170.0, |height| ((height - used) * 0.46).clamp(96.0, 330.0));
        self.grid_ui(ui, &result, preview);
        let used = ui.cursor().top() - top;
        let rest = height.map(|height| (height - used - space::XS).max(90.0));
        if ui.available_width() < NARROW {
            let both = |form: &mut Self, ui: &mut Ui| {
                form.made_ui(ui, &result);
                form.findings_ui(ui, &result, 180.0);
            };
            match rest {
                None => {
                    // The buttons below are not far, however many indicators there are.
                    let area = ScrollArea::vertical().id_salt("import-made").max_height(LOW_PART);
                    area.auto_shrink([false, true]).show(ui, |ui| self.made_ui(ui, &result));
                    self.findings_ui(ui, &result, LOW_PART * 0.6);
                }
                Some(rest) => {
                    let area = ScrollArea::vertical().id_salt("import-rest").max_height(rest).min_scrolled_height(rest);
                    area.auto_shrink([false, false]).show(ui, |ui| both(self, ui));
                }
            }
            return;
        }
        let rest = rest.unwrap_or(220.0);
        let width = ui.available_width();
        let (left, _) = ui.available_rect_before_wrap().split_left_right_at_fraction(0.58);
        ui.horizontal_top(|ui| {
            ui.set_height(rest);
            ui.vertical(|ui| {
                ui.set_width(left.width() - space::M);
                let area = ScrollArea::vertical().id_salt("import-made").max_height(rest).min_scrolled_height(rest);
                area.auto_shrink([false, false]).show(ui, |ui| self.made_ui(ui, &result));
            });
            ui.vertical(|ui| {
                ui.set_width(width - left.width() - space::M);
                self.findings_ui(ui, &result, rest - 26.0);
            });
        });
    }

    /// A field of one line whose text is what was typed, until the cursor leaves it; gives what was typed anew.
    fn text_ui(
        &mut self,
        ui: &mut Ui,
        key: impl std::hash::Hash + std::fmt::Debug,
        current: &str,
        width: f32,
        name: &str,
    ) -> Option<String> {
        let id = Id::unique(("import-field", Id::unique(key)));
        let typed = self.window.typing.as_ref().filter(|(field, _)| *field == id).map(|(_, text)| text.clone());
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let mut text = typed.filter(|_| has_focus).unwrap_or_else(|| current.to_owned());
        let response = ui.add(TextEdit::singleline(&mut text).id(id).desired_width(width));
        name_it(ui, &response, name);
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        if !response.changed() {
            return None;
        }
        self.window.typing = Some((id, text.clone()));
        Some(text)
    }

    /// A text with its label above it or before it.
    fn labelled_ui(&mut self, ui: &mut Ui, key: &str, label: &str, current: &str, width: f32) -> Option<String> {
        ui.label(quiet(label, self.tokens));
        self.text_ui(ui, key, current, width, label)
    }
}

/// Tells a screen reader what a control is called.
fn name_it(ui: &Ui, response: &Response, name: &str) {
    let _ = ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
}
