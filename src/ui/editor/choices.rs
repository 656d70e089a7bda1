//! Choosing: one of a few, one of many with a search, and lists of what was chosen.

use egui::{Align, Layout, TextEdit, Ui};

use crate::app::{Action, EditorAction};
use crate::edit::PartPath;
use crate::edit::forms::{Choice, FormOption};
use crate::say;
use crate::theme::{Type, space};

use super::super::controls::{ToggleShape, bold, choice, quiet};
use super::super::keys::shares_undo;
use super::super::shell::PanelContext;
use super::field::{Field, describe, finding_ui, has_shared_undo, hint, label_ui, name_ui};
use super::message::Cursor;
use super::suggestions::{self, AtFirst};

/// How many offers a search shows.
const OFFERS: usize = 7;

/// One of a few, as a row of buttons; below it what the chosen one means. Gives what was chosen anew.
pub(super) fn options_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    field: &Field<'_>,
    chosen: Option<T>,
    options: &[FormOption<T>],
) -> Option<T> {
    let mut picked = None;
    ui.vertical(|ui| {
        ui.set_max_width(field.width);
        ui.spacing_mut().item_spacing.y = 3.0;
        label_ui(ui, scene.tokens, field);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(5.0, 4.0);
            for (value, word, meaning) in options {
                let on = chosen == Some(*value);
                let spoken = say!("fields-choice", label = field.label, word = *word);
                let button = choice(ui, scene.tokens, ToggleShape::Chip, on, word, &spoken);
                if on || chosen.is_none() {
                    describe(ui, scene, field, button.id, meaning);
                } else {
                    let _ = ui.ctx().accesskit_node_builder(button.id, |node| node.set_description(*meaning));
                }
                if scene.requests.wants(field.place, field.name) && (on || chosen.is_none()) {
                    button.request_focus();
                    button.scroll_to_me(Some(Align::Center));
                }
                if button.on_hover_text(*meaning).clicked() && !on {
                    picked = Some(*value);
                }
            }
        });
        let meaning = options.iter().find(|(value, ..)| chosen == Some(*value)).map_or("", |(_, _, meaning)| meaning);
        finding_ui(ui, scene, field, meaning, Cursor::Elsewhere);
    });
    picked
}

/// One of many: a field that searches while it is typed into, with the offers below it. `shown` is the name of the chosen one, and
/// empty where each choice is added to a list. Gives what was picked.
pub(super) fn chooser_ui<T: Clone>(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    field: &Field<'_>,
    shown: &str,
    offers: impl Fn(&str) -> Vec<Choice<T>>,
) -> Option<T> {
    let draft = scene.state.editor.drafts.get(field.place, field.name).filter(|draft| !draft.is_taken);
    let is_open = draft.is_some();
    let held = draft.map_or(shown, |draft| draft.text.as_str()).to_owned();
    let mut text = held.clone();
    let mut picked = None;
    ui.vertical(|ui| {
        ui.set_max_width(field.width);
        ui.set_min_width(field.width);
        // Beside another field the space between the two is not that between a field and its button.
        ui.spacing_mut().item_spacing = egui::vec2(8.0, 3.0);
        let label = name_ui(ui, field);
        let type_text = |scene: &mut PanelContext<'_>, text: String| {
            scene.send(Action::Editor(EditorAction::Type(field.place, field.name.to_owned(), text)));
        };
        let mut entered = false;
        // What is offered now is what the keys choose from; another letter offers others.
        let open = is_open.then(|| {
            let offers = offers(&held);
            (suggestions::arrows(ui, field.id(), offers.len()), offers)
        });
        let row = ui.horizontal(|ui| {
            let edit = TextEdit::singleline(&mut text).id(field.id()).desired_width(field.width - 82.0);
            let response = ui.add(edit.hint_text(hint(field.hint, scene.tokens))).labelled_by(label);
            describe(ui, scene, field, response.id, field.help);
            if response.has_focus() && has_shared_undo(scene, field.place) {
                shares_undo(ui.ctx(), response.id);
            }
            if response.gained_focus() {
                scene.send(Action::Editor(EditorAction::Enter(field.place, field.name.to_owned())));
                select_all(ui, response.id, &text);
            }
            if response.lost_focus() {
                scene.send(Action::Editor(EditorAction::Leave(field.place, field.name.to_owned())));
            }
            entered = response.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter));
            if scene.requests.wants(field.place, field.name) {
                response.request_focus();
                select_all(ui, response.id, &text);
                response.scroll_to_me(Some(Align::Center));
            }
            let (word, spoken) = if is_open {
                (say!("fields-close-list"), say!("fields-close-list.spoken", label = field.label))
            } else {
                (say!("fields-open-list"), say!("fields-open-list.spoken", label = field.label))
            };
            let button = ui.button(word);
            button.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &spoken));
            if button.clicked() {
                if is_open {
                    let name = field.name.to_owned();
                    scene.send(Action::Editor(EditorAction::DropDrafts(field.place, name)));
                } else {
                    type_text(scene, String::new());
                    response.request_focus();
                }
            }
            button.id
        });
        // The line below the field keeps its room, and the list lies over it and over the fields below.
        let cursor = if ui.memory(|memory| memory.has_focus(field.id())) { Cursor::Inside } else { Cursor::Elsewhere };
        finding_ui(ui, scene, field, if is_open { "" } else { field.help }, cursor);
        if text != held {
            type_text(scene, text.clone());
        }
        if let Some((pressed, offered)) = open {
            let offers = if text == held { offered } else { offers(&text) };
            let shown = offers.len().min(OFFERS);
            let chosen = suggestions::chosen(ui, field.id(), &text, pressed, shown, AtFirst::TheFirst);
            if entered {
                picked = chosen.and_then(|nth| offers.get(nth)).map(|offer| offer.value.clone());
            }
            suggestions::popup_ui(ui, scene.tokens, [field.id(), row.inner], row.response.rect, |ui| {
                ui.set_min_width(field.width - 10.0);
                ui.spacing_mut().item_spacing.y = 1.0;
                if offers.is_empty() {
                    ui.label(quiet(say!("fields-nothing-fits"), scene.tokens));
                }
                suggestions::list_ui(ui, field.label, |ui| {
                    for (nth, offer) in offers.iter().take(OFFERS).enumerate() {
                        let is_chosen = chosen == Some(nth);
                        if offer_ui(ui, scene, field, offer, is_chosen) {
                            picked = Some(offer.value.clone());
                        }
                    }
                });
                if offers.len() > OFFERS {
                    let more = say!("fields-more-offers", n = offers.len() - OFFERS);
                    ui.label(quiet(more, scene.tokens));
                }
            });
        }
    });
    if picked.is_some() {
        scene.send(Action::Editor(EditorAction::DropDrafts(field.place, field.name.to_owned())));
    }
    picked
}

fn offer_ui<T>(ui: &mut Ui, scene: &PanelContext<'_>, field: &Field<'_>, offer: &Choice<T>, is_chosen: bool) -> bool {
    let width = ui.available_width();
    let mut job = egui::text::LayoutJob::default();
    job.append(&offer.name, 0.0, egui::TextFormat::simple(Type::Body.regular(), scene.tokens.ink));
    job.append(&offer.hint, 8.0, egui::TextFormat::simple(Type::Small.regular(), scene.tokens.quiet));
    let button = egui::Button::new(job).frame_when_inactive(is_chosen).selected(is_chosen).truncate();
    ui.allocate_ui_with_layout(egui::vec2(width, 26.0), Layout::left_to_right(Align::Center), |ui| {
        let button = ui.add(button);
        let spoken = say!("fields-choose", name = offer.name.as_str());
        suggestions::mark(ui, scene.tokens, field.id(), &button, &spoken, is_chosen);
        button.on_hover_text(&offer.hint).clicked()
    })
    .inner
}

pub(super) fn select_all(ui: &Ui, id: egui::Id, text: &str) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(egui::text::CCursorRange::select_all_str(text)));
    TextEdit::store_state(ui.ctx(), id, state);
}

/// What was chosen, with a button each to take it out, which says so; gives the number of the one to take out.
pub(super) fn chips_ui(
    ui: &mut Ui,
    scene: &PanelContext<'_>,
    take_out: impl Fn(&str) -> String,
    names: &[String],
) -> Option<usize> {
    let mut out = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(5.0, 4.0);
        for (nth, name) in names.iter().enumerate() {
            let frame = egui::Frame::new().fill(scene.tokens.selected).corner_radius(11);
            frame.inner_margin(egui::Margin { left: 10, right: 3, top: 1, bottom: 1 }).show(ui, |ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                ui.spacing_mut().interact_size.y = 20.0;
                ui.label(name);
                let button = ui.add(egui::Button::new(bold("×", Type::Body)).frame_when_inactive(false).small());
                let spoken = take_out(name);
                button.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &spoken));
                if button.on_hover_text(spoken.as_str()).clicked() {
                    out = Some(nth);
                }
            });
        }
    });
    out
}

/// Two columns where there is room for them; gives the width of one.
pub(super) fn column(ui: &Ui) -> f32 {
    let width = ui.available_width();
    if width > 460.0 { ((width - space::L) / 2.0).floor() } else { width }
}

/// Two fields beside each other, or below each other where the form is narrow.
pub(super) fn pair_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui, f32)) {
    let width = column(ui);
    if width < ui.available_width() {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            content(ui, width);
        });
    } else {
        content(ui, width);
    }
}

/// The whole width of a form's field.
pub(super) fn whole(ui: &Ui) -> f32 {
    ui.available_width()
}

/// A field that only has a place and a label, for choices.
pub(super) fn named<'a>(place: PartPath, name: &'a str, label: &'a str, width: f32) -> Field<'a> {
    Field::line(place, name, label, width)
}
