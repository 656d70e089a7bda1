//! The line below a field: its help, how a text was understood, or what is wrong, in the same height, so that no field moves while
//! somebody types. Words that do not fit are elided; while the cursor is in the field they stand in full below the form instead, where they
//! take room of their own and cover nothing. In a low window nothing is below the form: there they stand in full below the line, and
//! the fields below it move down while the cursor is in this one.

use egui::containers::menu::MenuButton;
use egui::{Align, Id, Layout, Rect, Ui, vec2};

use crate::app::Action;
use crate::edit::QuickFix;
use crate::edit::typed::TypedError;
use crate::say;
use crate::theme::{Tokens, Type};

use super::super::controls::{live_ui, quiet};
use super::super::shell::{Height, PanelContext};
use super::field::Field;

/// Its height, in points, whatever it says.
const HEIGHT: f32 = 20.0;

/// The words keep at least this much of the width beside the buttons.
const BUTTON_SHARE: f32 = 0.4;

/// What it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FieldMessage {
    /// Help, or how the text was understood; may be empty.
    Plain(String),
    /// What is wrong or doubtful, and how to fix it.
    Warning(String),
}

/// What can be done about it with one click.
pub(super) enum Offered<'a> {
    /// Write one of these texts.
    Texts(&'a TypedError),
    /// Make one of these edits.
    Fixes(&'a [QuickFix]),
    /// Nothing.
    Nothing,
}

impl Offered<'_> {
    /// What the buttons say, in order.
    fn labels(&self) -> Vec<String> {
        match self {
            Self::Nothing => Vec::new(),
            Self::Texts(error) => {
                error.choices.iter().map(|choice| say!("fields-write", text = choice.as_str())).collect()
            }
            Self::Fixes(fixes) => fixes.iter().map(|fix| fix.label.clone()).collect(),
        }
    }
}

/// Whether the cursor is in the field that the line belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cursor {
    Inside,
    Elsewhere,
}

/// Shows the line. Gives the text that was picked.
pub(super) fn message_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    field: &Field<'_>,
    message: &FieldMessage,
    offered: &Offered<'_>,
    cursor: Cursor,
) -> Option<String> {
    let tokens = scene.tokens;
    let width = field.width.min(ui.available_width());
    let (rect, _) = ui.allocate_exact_size(vec2(width, HEIGHT), egui::Sense::hover());
    let (words, is_warning) = match message {
        FieldMessage::Plain(words) => (words, false),
        FieldMessage::Warning(words) => (words, true),
    };
    // Of the field that is typed into, or was left, it is spoken; of the others the findings are told by their descriptions.
    let is_heard = cursor == Cursor::Inside || scene.state.editor.was_left(field.place, field.name);
    let heard = if is_warning && is_heard { words.as_str() } else { "" };
    live_ui(ui, &field.id().value().to_string(), heard);
    if words.is_empty() {
        return None;
    }
    if is_warning {
        ground(ui, tokens, rect);
    }
    let mut picked = None;
    let inner = if is_warning { rect.with_min_x(rect.left() + 10.0) } else { rect };
    let mut is_elided = false;
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner).layout(Layout::right_to_left(Align::Center)), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        if let Some(nth) = buttons_ui(ui, &offered.labels(), width * BUTTON_SHARE) {
            // The button goes with what it fixed; the keyboard stays where it was needed.
            ui.memory_mut(|memory| memory.request_focus(field.id()));
            match offered {
                Offered::Nothing => {}
                Offered::Texts(error) => picked = error.choices.get(nth).cloned(),
                Offered::Fixes(fixes) => {
                    if let Some(fix) = fixes.get(nth) {
                        scene.send(Action::Edit(Box::new(fix.edit.clone())));
                    }
                }
            }
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let needed = ui.painter().layout_no_wrap(words.clone(), Type::Small.regular(), tokens.ink).size().x;
            is_elided = needed > ui.available_width();
            // What is told in full elsewhere is not told here as well, and cut.
            let told_elsewhere = is_elided && cursor == Cursor::Inside;
            let words = if told_elsewhere { say!("form-told-below") } else { words.as_str() };
            let text = if is_warning {
                egui::RichText::new(words).font(Type::Small.regular()).color(tokens.ink)
            } else {
                quiet(words, tokens)
            };
            ui.add(egui::Label::new(text).truncate().show_tooltip_when_elided(true));
        });
    });
    if is_elided && cursor == Cursor::Inside {
        if scene.height == Height::Low {
            // There the form scrolls with everything else and has no place below it. The fields below move, and this one does not.
            ui.label(egui::RichText::new(words).font(Type::Small.regular()).color(tokens.ink));
        } else {
            InFull::tell(ui, field, words, rect);
        }
    }
    picked
}

/// What stands in full below the form: the elided words of the field that has the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct InFull {
    field: Id,
    words: String,
    /// How many frames it has stood there.
    frames: usize,
}

impl InFull {
    fn told() -> Id {
        Id::unique("message-in-full")
    }

    fn shown() -> Id {
        Id::unique("message-in-full-shown")
    }

    /// What the fields of the frame before asked for. To be called before they are drawn.
    pub fn of_last_frame(ui: &Ui) -> Option<Self> {
        ui.data_mut(|data| {
            let told: Option<Self> = data.get_temp(Self::told()).flatten();
            data.insert_temp(Self::told(), None::<Self>);
            data.insert_temp(Self::shown(), told.clone());
            told
        })
    }

    fn tell(ui: &Ui, field: &Field<'_>, words: &str, line: Rect) {
        let shown: Option<Self> = ui.data(|data| data.get_temp(Self::shown()).flatten());
        let before = shown.filter(|shown| shown.field == field.id());
        let frames = before.as_ref().map_or(0, |shown| shown.frames.saturating_add(1));
        if frames == 1 && !ui.clip_rect().contains_rect(line) {
            // The room it takes is the form's: the field that it belongs to stays in sight.
            ui.scroll_to_rect(line.expand(2.0 * HEIGHT), None);
        }
        if before.is_none_or(|shown| shown.words != words) {
            ui.request_repaint();
        }
        let told = Self { field: field.id(), words: words.to_owned(), frames };
        ui.data_mut(|data| data.insert_temp(Self::told(), Some(told)));
    }

    /// Whether the fields asked for it again since [`Self::of_last_frame`].
    fn is_asked_for(ui: &Ui) -> bool {
        ui.data(|data| data.get_temp::<Option<Self>>(Self::told())).flatten().is_some()
    }

    /// The height that it takes in this width, in points.
    pub fn height(&self, ui: &Ui, width: f32, tokens: &Tokens) -> f32 {
        let words = ui.painter().layout(self.words.clone(), Type::Small.regular(), tokens.ink, width - 26.0);
        words.size().y + 14.0
    }

    /// Shows it below the form.
    pub fn show(&self, ui: &mut Ui, width: f32, tokens: &Tokens) {
        let (rect, _) = ui.allocate_exact_size(vec2(width, self.height(ui, width, tokens)), egui::Sense::hover());
        ground(ui, tokens, rect.shrink2(vec2(0.0, 2.0)));
        let words = egui::RichText::new(&self.words).font(Type::Small.regular()).color(tokens.ink);
        let inner = rect.shrink2(vec2(13.0, 6.0));
        ui.scope_builder(egui::UiBuilder::new().max_rect(inner), |ui| ui.add(egui::Label::new(words).wrap()));
        if !Self::is_asked_for(ui) {
            ui.request_repaint();
        }
    }
}

/// A button for each of these; those that would leave the words too little room stand in a menu: none is ever out of reach. Gives
/// the number of the one that was clicked.
fn buttons_ui(ui: &mut Ui, labels: &[String], least: f32) -> Option<usize> {
    let padding = 2.0 * ui.spacing().button_padding.x + ui.spacing().item_spacing.x;
    let font = egui::TextStyle::Button.resolve(ui.style());
    let width = |label: &str| {
        ui.painter().layout_no_wrap(label.to_owned(), font.clone(), egui::Color32::PLACEHOLDER).size().x + padding
    };
    let room = ui.available_width() - least;
    let widths: Vec<f32> = labels.iter().map(|label| width(label)).collect();
    let menu = width(say!("form-fix"));
    let fit = (0..=labels.len()).rev().find(|fit| {
        let whole: f32 = widths.iter().take(*fit).sum();
        whole + if *fit < labels.len() { menu } else { 0.0 } <= room
    });
    let (shown, rest) = labels.split_at(fit.unwrap_or(0));
    let mut clicked = None;
    if !rest.is_empty() {
        let (menu, _) = MenuButton::from_button(egui::Button::new(say!("form-fix")).small()).ui(ui, |ui| {
            for (nth, label) in rest.iter().enumerate() {
                if ui.button(label).clicked() {
                    clicked = Some(shown.len() + nth);
                    ui.close();
                }
            }
        });
        menu.on_hover_text(say!("form-fix.hint"));
    }
    for (nth, label) in shown.iter().enumerate().rev() {
        if ui.small_button(label).clicked() {
            clicked = Some(nth);
        }
    }
    clicked
}

/// The ground of a warning, with a bar at its left.
fn ground(ui: &Ui, tokens: &Tokens, rect: Rect) {
    ui.painter().rect_filled(rect, 4.0, tokens.hovered);
    let bar = Rect::from_min_max(rect.min, egui::pos2(rect.left() + 4.0, rect.bottom()));
    ui.painter().rect_filled(bar, 2.0, tokens.caution);
}
