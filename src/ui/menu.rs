//! The bar at the top of the window: rooms, finding, the menus that are made from the table of commands, saving.

use egui::accesskit::{HasPopup, Role, Toggled};
use egui::{Button, Popup, Response, ScrollArea, Stroke, Ui, vec2};

use crate::app::{Action, COMMANDS, ColumnStep, Command, ExportStep, Menu, Overlay, Toggle, begins_group, command_of};
use crate::say;
use crate::theme::{Type, space};
use crate::words::within_a_sentence;

use super::controls::{OUTLINED_PADDING, ToggleShape, choice, quiet};
use super::rooms::tabs_ui;
use super::saved_views;
use super::session;
use super::shell::{Folding, PanelContext};
use super::status::status_ui;

/// With the margin around it the bar is 44 points high.
const HEIGHT: f32 = 34.0;
/// What finds anything is no wider than this.
const FIND_WIDTH: f32 = 310.0;

/// Room for the tick before an entry.
pub(super) const TICK_ROOM: &str = "       ";

/// The rooms, what finds anything, the menus, and saving the figure, in one line.
pub(super) fn menu_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    if scene.folding == Folding::Folded {
        // The tabs have a line of their own above the room, and menus that open beside one another have none.
        egui::MenuBar::new().ui(ui, |ui| {
            let opens = scene.requests.menu;
            for (number, menu) in Menu::ALL.into_iter().enumerate() {
                let button = menu_button(ui, menu.label(), Role::Button, |ui| {
                    entries_ui(ui, scene, menu);
                    if menu == Menu::Help {
                        ui.separator();
                        status_ui(ui, scene);
                    }
                });
                if opens && number == 0 {
                    open_by_key(&button);
                }
            }
        });
        return;
    }
    ui.horizontal(|ui| {
        ui.set_min_height(HEIGHT);
        tabs_ui(ui, scene);
        let save = command_of(&Action::Export(ExportStep::Open(None)));
        let width = |ui: &Ui, words: &str| {
            let galley =
                ui.painter().layout_no_wrap(words.to_owned(), Type::Body.regular(), egui::Color32::PLACEHOLDER);
            galley.size().x + 2.0 * OUTLINED_PADDING + ui.spacing().item_spacing.x
        };
        let behind = width(ui, say!("window-menu")) + save.map_or(0.0, |command| width(ui, command.label));
        let room = ui.available_width() - behind;
        find_ui(ui, scene, room);
        ui.add_space((ui.available_width() - behind).max(0.0));
        menus_ui(ui, scene);
        if let Some(command) = save {
            save_ui(ui, scene, command);
        }
    });
}

/// A field to look at and a button in truth: it opens the palette, in the middle of so much room.
fn find_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, room: f32) {
    let Some(command) = command_of(&Action::OpenOverlay(Overlay::Palette)) else { return };
    let keys = command.shortcut.map(|s| ui.ctx().format_shortcut(&s)).unwrap_or_default();
    let width = (room - 2.0 * space::L).clamp(64.0, FIND_WIDTH);
    ui.add_space(((room - width) / 2.0).max(0.0));
    let button = if width < FIND_WIDTH * 0.9 {
        Button::new(quiet(say!("window-find-short"), scene.tokens))
    } else {
        let words = quiet(say!("window-find"), scene.tokens);
        Button::new(words).right_text(quiet(&keys, scene.tokens))
    };
    let response = ui.add(button.min_size(vec2(width, 28.0)).truncate());
    let _ = ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(say!("window-find"));
        node.set_keyboard_shortcut(keys.clone());
    });
    if response.on_hover_text(say!("window-hint-keys", hint = command.hint, keys = keys.as_str())).clicked() {
        scene.send(command.action.clone());
    }
}

/// All menus behind one button, with what the dataset holds below them.
fn menus_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let opens = scene.requests.menu;
    let button = menu_button(ui, say!("window-menu"), Role::Button, |ui| {
        for menu in Menu::ALL {
            let _ = menu_button(ui, menu.label(), Role::MenuItem, |ui| entries_ui(ui, scene, menu));
        }
        ui.separator();
        status_ui(ui, scene);
    });
    if opens {
        open_by_key(&button);
    }
}

/// Opens a menu for the keyboard, as a press of its button does.
fn open_by_key(button: &Response) {
    button.request_focus();
    Popup::open_id(&button.ctx, Popup::default_response_id(button));
    button.ctx.request_repaint();
}

/// A button that opens a menu, and says so; gives the button.
fn menu_button(ui: &mut Ui, label: &str, role: Role, entries: impl FnOnce(&mut Ui)) -> Response {
    let button = ui.menu_button(label, entries);
    let is_open = button.inner.is_some();
    let _ = ui.ctx().accesskit_node_builder(button.response.id, |node| {
        node.set_role(role);
        node.set_has_popup(HasPopup::Menu);
        node.set_expanded(is_open);
    });
    button.response
}

fn entries_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, menu: Menu) {
    // In a low window a menu scrolls.
    let most = (ui.ctx().content_rect().height() - 64.0).max(120.0);
    ScrollArea::vertical().max_height(most).min_scrolled_height(most).auto_shrink([true, true]).show(ui, |ui| {
        for (index, command) in COMMANDS.iter().filter(|c| c.menu == menu).enumerate() {
            if index > 0 && begins_group(&command.action) {
                ui.separator();
            }
            entry_ui(ui, scene, command);
            if command.action == Action::AskToOpen {
                session::recent_ui(ui, scene);
            }
        }
        if menu == Menu::Kept {
            saved_views::entries_ui(ui, scene);
        }
    });
}

fn save_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, command: &Command) {
    let keys = command.shortcut.map(|s| ui.ctx().format_shortcut(&s)).unwrap_or_default();
    let button = choice(ui, scene.tokens, ToggleShape::Outlined, true, command.label, command.label);
    if button.on_hover_text(say!("window-hint-keys", hint = command.hint, keys = keys)).clicked() {
        scene.send(command.action.clone());
    }
}

pub(super) fn entry_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, command: &Command) {
    let why_not = scene.state.why_not(&command.action);
    let switch = scene.state.toggle(&command.action);
    let keys = command.shortcut.map(|shortcut| ui.ctx().format_shortcut(&shortcut));
    // The blanks are the room for the tick.
    let label = match step_of(&command.action, scene) {
        Some(step) => say!("window-menu-step", command = command.label, step = step),
        None => command.label.to_owned(),
    };
    let mut button = Button::new(format!("{TICK_ROOM}{label}")).wrap_mode(egui::TextWrapMode::Extend);
    if let Some(keys) = &keys {
        button = button.shortcut_text(keys.clone());
    }
    let response = ui.add_enabled(why_not.is_none(), button);
    if switch.is_on() {
        let at = egui::pos2(response.rect.left() + 14.0, response.rect.center().y);
        let (stroke, bend) = (Stroke::new(2.0, scene.tokens.ink), at + vec2(-1.0, 3.5));
        ui.painter().line_segment([at + vec2(-4.0, 0.5), bend], stroke);
        ui.painter().line_segment([bend, at + vec2(4.5, -4.0)], stroke);
    }
    let _ = ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(label);
        if let Some(keys) = keys {
            node.set_keyboard_shortcut(keys);
        }
        let on = if switch.is_on() { Toggled::True } else { Toggled::False };
        match switch {
            Toggle::None => node.set_role(Role::MenuItem),
            Toggle::Single(_) => {
                node.set_role(Role::MenuItemCheckBox);
                node.set_toggled(on);
            }
            Toggle::OneOf(_) => {
                node.set_role(Role::MenuItemRadio);
                node.set_toggled(on);
            }
        }
    });
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let hint = match why_not {
        None => command.hint.to_owned(),
        Some(why) => say!("window-hint-not-now", hint = command.hint, why = why),
    };
    if response.on_hover_text(&hint).on_disabled_hover_text(&hint).clicked() {
        scene.send(command.action.clone());
        ui.close();
    }
}

/// The step that undo or redo would take, beginning with a small letter, or the column that would be changed; `None` where there is
/// none, and for other commands.
fn step_of(action: &Action, scene: &PanelContext<'_>) -> Option<String> {
    if let Action::Column(ColumnStep::Wider | ColumnStep::Narrower | ColumnStep::Fit) = action {
        // While the table is not on screen no column is meant.
        return scene.state.why_not(action).is_none().then(|| scene.state.table.current_heading())?;
    }
    let history = &scene.state.document.history;
    #[expect(clippy::wildcard_enum_match_arm, reason = "the question is about these actions alone")]
    let label = match action {
        Action::Undo => history.undo_label()?,
        Action::Redo => history.redo_label()?,
        _ => return None,
    };
    Some(within_a_sentence(label))
}
