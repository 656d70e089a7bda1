//! The menu bar, made from the table of commands.

use egui::Ui;

use crate::app::{Action, COMMANDS, ExportStep, Menu, Switch, command_of};

use super::controls::{Shape, choice, quiet};
use super::life;
use super::shell::Scene;

pub(super) fn menu_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    egui::MenuBar::new().ui(ui, |ui| {
        for menu in Menu::ALL {
            ui.menu_button(menu.title(), |ui| {
                for command in COMMANDS.iter().filter(|c| c.menu == menu) {
                    let ticked = command.action == Action::ToggleUnreal && scene.state.shows_unreal;
                    let label = if ticked { format!("{} (shown)", command.label) } else { command.label.to_owned() };
                    let step = step_of(&command.action, scene);
                    let can_step = step.is_some() || !matches!(command.action, Action::Undo | Action::Redo);
                    let enabled = can_step && life::can_be_used(&command.action, scene.state);
                    let label = step.map_or(label.clone(), |step| format!("{label}: {step}"));
                    let suppressed = scene.state.suppression.switch == Switch::On;
                    let label = match command.action {
                        Action::ToggleSuppression if suppressed => format!("{label} (on)"),
                        _ => label,
                    };
                    let mut button = egui::Button::new(label);
                    if let Some(shortcut) = &command.shortcut {
                        button = button.shortcut_text(ui.ctx().format_shortcut(shortcut));
                    }
                    if ui.add_enabled(enabled, button).on_hover_text(command.hint).clicked() {
                        scene.send(command.action.clone());
                        ui.close();
                    }
                    if command.action == Action::AskToOpen {
                        life::recent_ui(ui, scene);
                    }
                }
            });
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let action = Action::Export(ExportStep::Open(None));
            if let Some(command) = command_of(&action) {
                let keys = command.shortcut.map(|s| ui.ctx().format_shortcut(&s)).unwrap_or_default();
                let button = choice(ui, scene.tokens, Shape::Outlined, false, command.label, command.label);
                if button.on_hover_text(format!("{} ({keys})", command.hint)).clicked() {
                    scene.send(action);
                }
            }
            ui.with_layout(egui::Layout::centered_and_justified(egui::Direction::LeftToRight), |ui| {
                ui.label(quiet(format!("{} — Side by Side", scene.state.document.title()), scene.tokens));
            });
        });
    });
}

/// The step that undo or redo would take, beginning with a small letter; `None` where there is none, and for other commands.
fn step_of(action: &Action, scene: &Scene<'_>) -> Option<String> {
    let history = &scene.state.document.history;
    let label = match action {
        Action::Undo => history.undo_label()?,
        Action::Redo => history.redo_label()?,
        _ => return None,
    };
    let mut letters = label.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
    Some(first + letters.as_str())
}
