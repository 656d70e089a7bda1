//! The dialog that saves a figure: the preview to the left; what it is for, format, name, words and options to the right; the buttons below.
//!
//! It reads the dialog's state and sends steps; every field works on a copy of the draft, which is sent back when it changed.

mod place;
mod preset;
mod preview;
mod size;
mod words;

use std::sync::Arc;

use egui::{
    Context, Id, Key, KeyboardShortcut, Response, ScrollArea, TextEdit, TextureHandle, TextureOptions, Ui, vec2,
};

use crate::app::{Action, ActiveTask, ExportDialog, ExportDraft, ExportStep, PreviewImage, PreviewNumber, State};
use crate::say;
use crate::theme::{Tokens, Type, space};

use super::controls::bold;
use super::dialog::{modal_ui, paged_ui};
use super::progress::waited_for;

pub(super) use size::{csv_ui, faults_ui, resolution_ui};

/// The dialog's width and its margin to the window, in points.
const WIDTH: f32 = 1180.0;
const MARGIN: f32 = 18.0;
/// What heading, margins and the window's own bars take, in points; the rest is for settings, preview and foot.
const AROUND: f32 = 122.0;
/// The foot of a dialog in which nothing is off, in points.
const FOOT: f32 = 34.0;
/// Below this height of the window all of it is one column that scrolls as a whole, with a preview of this height, in points.
const LOW: f32 = 520.0;
const LOW_PREVIEW: f32 = 300.0;
/// The most height of settings and preview, in points.
const HIGHEST: f32 = 640.0;
/// The width of the settings, in points.
const SETTINGS: f32 = 336.0;

/// What is on screen besides the dialog's state.
#[derive(Default)]
pub(super) struct ExportWindow {
    open: bool,
    focused_before: Option<Id>,
    /// How often a save had found a file in its way in the frame before.
    refused: u32,
    /// Whether a folder was typed in the frame before.
    types_folder: bool,
    /// The height of the foot in the frame before: sentences there take room from the settings.
    foot: f32,
    /// The picture of the preview of this number, as the graphics have it.
    texture: Option<(PreviewNumber, TextureHandle)>,
}

/// One frame of the dialog.
#[expect(clippy::struct_excessive_bools, reason = "each is a wish or an event of its own in this frame")]
pub(super) struct ExportForm<'a> {
    pub dialog: &'a ExportDialog,
    pub draft: ExportDraft,
    pub tokens: &'a Tokens,
    /// What is worked on, once it takes longer than a moment.
    pub busy: Option<ActiveTask>,
    /// Whether the dialog has just opened.
    pub fresh: bool,
    /// Whether the keyboard should go to where it can be agreed to that a file is replaced.
    pub leads_to_agreeing: bool,
    /// Whether the keyboard should go to where another folder is typed.
    pub leads_to_folder: bool,
    /// Whether Enter was pressed in a field.
    pub entered: bool,
    pub steps: Vec<ExportStep>,
    /// The picture of the preview; `None` while there is none.
    pub texture: Option<&'a TextureHandle>,
    foot: f32,
}

/// A field of one line, or one that grows with its words; Enter saves from both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lines {
    One,
    Wrapped,
}

impl ExportWindow {
    /// Gives the picture of the preview to the graphics, where it is another one than before.
    fn load_preview(&mut self, ctx: &Context, shown: &PreviewImage) {
        match shown {
            PreviewImage::Picture { number, image, .. } => {
                if self.texture.as_ref().is_none_or(|(loaded, _)| loaded != number) {
                    let texture = ctx.load_texture("preview", Arc::clone(image), TextureOptions::LINEAR);
                    self.texture = Some((*number, texture));
                }
            }
            PreviewImage::Nothing | PreviewImage::Rows(..) | PreviewImage::Fault(_) => self.texture = None,
        }
    }

    /// Shows the dialog while it is open; gives what was asked for.
    pub fn show(&mut self, ctx: &Context, state: &State, tokens: &Tokens) -> Vec<Action> {
        let Some(dialog) = &state.export.dialog else {
            self.texture = None;
            if std::mem::take(&mut self.open)
                && let Some(id) = self.focused_before.take()
            {
                ctx.memory_mut(|memory| memory.request_focus(id));
            }
            return Vec::new();
        };
        let fresh = !std::mem::replace(&mut self.open, true);
        if fresh {
            self.refused = 0;
            self.focused_before = ctx.memory(egui::Memory::focused);
        }
        // Where it can be agreed to that a file is replaced, once it was pressed to save over one.
        let leads_to_agreeing = std::mem::replace(&mut self.refused, dialog.refused) < dialog.refused;
        let types_folder = dialog.typed_folder.is_some();
        let leads_to_folder = !std::mem::replace(&mut self.types_folder, types_folder) && types_folder;
        self.load_preview(ctx, &dialog.preview.shown);
        let draft = dialog.draft.clone();
        let busy = waited_for(ctx, state.busy()).filter(|_| dialog.saving);
        let mut editor = ExportForm {
            dialog,
            draft,
            tokens,
            busy,
            fresh,
            leads_to_agreeing,
            leads_to_folder,
            entered: false,
            steps: Vec::new(),
            texture: self.texture.as_ref().map(|(_, texture)| texture),
            foot: self.foot,
        };
        let frame = egui::Frame::window(&ctx.style_of(ctx.theme())).inner_margin(egui::Margin::same(MARGIN as i8));
        let most = ctx.content_rect().height() - 2.0 * MARGIN - 24.0;
        modal_ui(ctx, say!("dialog-save"), frame, |ui| {
            // In a low or enlarged window it scrolls as a whole.
            ScrollArea::vertical()
                .id_salt("export-whole")
                .max_height(most)
                .min_scrolled_height(most)
                .auto_shrink([true, true])
                .show(ui, |ui| paged_ui(ui, most, |ui| editor.whole_ui(ui)));
        });
        self.foot = editor.foot;
        let mut actions = Vec::new();
        if editor.draft != dialog.draft {
            actions.push(Action::Export(ExportStep::Draft(Box::new(editor.draft))));
        }
        if editor.entered && !editor.steps.contains(&ExportStep::Save) {
            editor.steps.push(ExportStep::Save);
        }
        actions.extend(editor.steps.into_iter().map(Action::Export));
        actions
    }
}

impl ExportForm<'_> {
    fn whole_ui(&mut self, ui: &mut Ui) {
        let screen = ui.ctx().content_rect().size();
        let width = (screen.x - 2.0 * MARGIN - 24.0).min(WIDTH);
        let height = (screen.y - AROUND - self.foot.max(FOOT)).clamp(120.0, HIGHEST);
        ui.set_width(width);
        ui.label(bold(say!("dialog-save"), Type::Heading));
        if screen.y < LOW {
            self.column_ui(ui);
            return;
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            let left = vec2(width - SETTINGS - space::L, height);
            ui.allocate_ui(left, |ui| {
                ui.set_min_size(left);
                ui.set_max_width(left.x);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = space::XS;
                    self.preview_ui(ui, height);
                });
            });
            ui.allocate_ui(vec2(SETTINGS, height), |ui| {
                ScrollArea::vertical().id_salt("export-settings").max_height(height).auto_shrink([false, false]).show(
                    ui,
                    |ui| {
                        ui.set_max_width(ui.available_width() - space::M);
                        ui.vertical(|ui| {
                            ui.spacing_mut().item_spacing.y = 5.0;
                            self.settings_ui(ui);
                        });
                    },
                );
            });
        });
        ui.separator();
        let foot = ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            self.foot_ui(ui);
        });
        self.foot = foot.response.rect.height();
    }

    fn settings_ui(&mut self, ui: &mut Ui) {
        self.preset_ui(ui);
        ui.add_space(space::XS);
        self.format_ui(ui);
        ui.add_space(space::XS);
        self.name_ui(ui);
        self.mark_ui(ui);
        ui.add_space(space::XS);
        self.words_ui(ui);
        self.options_ui(ui);
    }

    /// All of it below each other, so that nothing scrolls within what scrolls. What every file needs comes first: what has the
    /// keyboard when the dialog opens is on screen together with the formats.
    fn column_ui(&mut self, ui: &mut Ui) {
        ui.set_max_width(ui.available_width() - space::M);
        ui.spacing_mut().item_spacing.y = 6.0;
        self.format_ui(ui);
        self.name_ui(ui);
        self.mark_ui(ui);
        self.foot_ui(ui);
        ui.separator();
        self.preset_ui(ui);
        self.words_ui(ui);
        self.options_ui(ui);
        ui.separator();
        self.preview_ui(ui, LOW_PREVIEW);
    }

    /// A field with its label's name; Enter in it saves.
    fn field(&mut self, ui: &mut Ui, text: &mut String, label: Id, width: f32, lines: Lines) -> Response {
        self.add_field(ui, field(text, width, lines), label)
    }

    fn add_field(&mut self, ui: &mut Ui, field: TextEdit<'_>, label: Id) -> Response {
        let response = ui.add(field).labelled_by(label);
        let in_it = response.has_focus() || response.lost_focus();
        if in_it && ui.input(|i| i.key_pressed(Key::Enter)) {
            self.entered = true;
            // What can't be saved is fixed here, and what can be stopped is not begun anew by chance.
            response.request_focus();
        }
        response
    }
}

/// A field for text. One that grows takes no line breaks: Enter is for saving, and figures have no use for them.
fn field(text: &mut String, width: f32, lines: Lines) -> TextEdit<'_> {
    let field = match lines {
        Lines::One => TextEdit::singleline(text),
        Lines::Wrapped => TextEdit::multiline(text).desired_rows(1).return_key(None::<KeyboardShortcut>),
    };
    field.desired_width(width).margin(egui::Margin::symmetric(6, 4))
}
