//! The line below a field: its help, how a text was understood, or what is wrong, in the same height, so that no field moves while
//! somebody types. Words that do not fit are elided; while the cursor is in the field they float below it in full.

use egui::containers::menu::MenuButton;
use egui::{Align, Layout, Rect, Ui, vec2};

use crate::app::Action;
use crate::edit::Mend;
use crate::edit::typed::TypedError;
use crate::say;
use crate::theme::{Tokens, Type};

use super::super::controls::quiet;
use super::super::shell::Scene;
use super::field::Field;

/// Its height, in points, whatever it says.
const HEIGHT: f32 = 20.0;

/// The words keep at least this much of the width beside the buttons.
const BUTTON_SHARE: f32 = 0.4;

/// What it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Message {
    /// Help, or how the text was understood; may be empty.
    Plain(String),
    /// What is wrong or doubtful, and how to mend it.
    Warning(String),
}

/// What can be done about it with one click.
pub(super) enum Offered<'a> {
    /// Write one of these texts.
    Texts(&'a TypedError),
    /// Make one of these edits.
    Mends(&'a [Mend]),
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
            Self::Mends(mends) => mends.iter().map(|mend| mend.label.clone()).collect(),
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
    scene: &mut Scene<'_>,
    field: &Field<'_>,
    message: &Message,
    offered: &Offered<'_>,
    cursor: Cursor,
) -> Option<String> {
    let tokens = scene.tokens;
    let width = field.width.min(ui.available_width());
    let (rect, _) = ui.allocate_exact_size(vec2(width, HEIGHT), egui::Sense::hover());
    let (words, is_warning) = match message {
        Message::Plain(words) => (words, false),
        Message::Warning(words) => (words, true),
    };
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
            // The button goes with what it mended; the keyboard stays where it was needed.
            ui.memory_mut(|memory| memory.request_focus(field.id()));
            match offered {
                Offered::Nothing => {}
                Offered::Texts(error) => picked = error.choices.get(nth).cloned(),
                Offered::Mends(mends) => {
                    if let Some(mend) = mends.get(nth) {
                        scene.send(Action::Edit(Box::new(mend.edit.clone())));
                    }
                }
            }
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let text = if is_warning {
                egui::RichText::new(words).font(Type::Small.regular()).color(tokens.ink)
            } else {
                quiet(words, tokens)
            };
            let needed = ui.painter().layout_no_wrap(words.clone(), Type::Small.regular(), tokens.ink).size().x;
            is_elided = needed > ui.available_width();
            ui.add(egui::Label::new(text).truncate().show_tooltip_when_elided(true));
        });
    });
    if is_elided && cursor == Cursor::Inside && ui.clip_rect().contains_rect(rect) {
        let area = egui::Area::new(field.id().with("in-full")).order(egui::Order::Tooltip).interactable(false);
        area.fixed_pos(rect.left_bottom() + vec2(0.0, 2.0)).show(ui.ctx(), |ui| {
            egui::Frame::popup(ui.style()).show(ui, |ui| {
                ui.set_max_width(width.max(320.0));
                // What the field's description says to a screen reader already.
                ui.label(egui::RichText::new(words).font(Type::Small.regular()).color(tokens.ink));
            });
        });
    }
    picked
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
    let menu = width(say!("form-mend"));
    let fit = (0..=labels.len()).rev().find(|fit| {
        let whole: f32 = widths.iter().take(*fit).sum();
        whole + if *fit < labels.len() { menu } else { 0.0 } <= room
    });
    let (shown, rest) = labels.split_at(fit.unwrap_or(0));
    let mut clicked = None;
    if !rest.is_empty() {
        let (menu, _) = MenuButton::from_button(egui::Button::new(say!("form-mend")).small()).ui(ui, |ui| {
            for (nth, label) in rest.iter().enumerate() {
                if ui.button(label).clicked() {
                    clicked = Some(shown.len() + nth);
                    ui.close();
                }
            }
        });
        menu.on_hover_text(say!("form-mend.hint"));
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
