//! What Help shows over the window: the keys, made from the table of commands, and the log of notices.

use egui::{Context, Grid, Ui};

use crate::app::{Action, COMMANDS, Menu, Overlay, Severity, State};
use crate::theme::{Tokens, Type, space};

use super::controls::{bold, quiet};
use super::dialog::dialog_ui;

/// Keys that belong to no command, each with what it does.
const OTHER_KEYS: [(&str, &str); 9] = [
    ("Tab, Shift+Tab", "To the next or the previous control"),
    ("Enter, Space", "Press the control that has the focus"),
    ("Escape", "Close what is open, let the outcome go, clear search and filters"),
    ("Arrow up and down", "In the list of councils: from council to council"),
    ("Arrow keys, Home, End", "In a figure: from datum to datum; Enter opens it"),
    ("Arrow keys, Home, End", "In the table: from cell to cell; Enter opens the row's outcome"),
    ("Page up, Page down", "In figure and table: ten further"),
    ("Arrow keys, Enter", "In a menu: from entry to entry, and choose"),
    ("Ctrl+=", "Zoom in, as Ctrl++"),
];

/// Shows the page that is asked for; gives what it asks for.
pub(super) fn help_ui(ctx: &Context, state: &State, tokens: &Tokens) -> Vec<Action> {
    let mut actions = Vec::new();
    let shown = match state.access.overlay {
        Some(overlay @ Overlay::Keyboard) => dialog_ui(ctx, overlay.title(), 620.0, |ui| {
            keyboard_ui(ui, tokens);
            close_ui(ui, &mut actions);
        }),
        Some(overlay @ Overlay::Notices) => dialog_ui(ctx, overlay.title(), 620.0, |ui| {
            notices_ui(ui, state, tokens, &mut actions);
            close_ui(ui, &mut actions);
        }),
        Some(Overlay::Palette) | None => return actions,
    };
    if shown.wants_close && actions.is_empty() {
        actions.push(Action::LiftOverlay);
    }
    actions
}

fn close_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.add_space(space::S);
    if ui.button("Close").clicked() {
        actions.push(Action::LiftOverlay);
    }
}

fn keyboard_ui(ui: &mut Ui, tokens: &Tokens) {
    for menu in Menu::ALL {
        ui.label(bold(menu.title(), Type::Body));
        let commands = COMMANDS.iter().filter(|c| c.menu == menu);
        let keys = commands.filter_map(|c| Some((ui.ctx().format_shortcut(&c.shortcut?), c.label, c.hint)));
        let lines: Vec<(String, String)> =
            keys.map(|(keys, label, hint)| (keys, format!("{}: {hint}", label.trim_end_matches('…')))).collect();
        lines_ui(ui, menu.title(), &lines, tokens);
        ui.add_space(space::S);
    }
    ui.label(bold("Everywhere", Type::Body));
    let others: Vec<(String, String)> =
        OTHER_KEYS.into_iter().map(|(keys, does)| (keys.to_owned(), does.to_owned())).collect();
    lines_ui(ui, "everywhere", &others, tokens);
    ui.add_space(space::S);
    ui.label(quiet("In a text field, keys that type or edit belong to the field.", tokens));
}

/// A key and what it does, a line each. One text a line is what a screen reader reads in one go.
fn lines_ui(ui: &mut Ui, salt: &str, lines: &[(String, String)], tokens: &Tokens) {
    let keys_width = 150.0;
    let rest = (ui.available_width() - keys_width - 24.0).max(120.0);
    Grid::new(salt).num_columns(2).min_col_width(keys_width).spacing([12.0, 4.0]).show(ui, |ui| {
        for (keys, does) in lines {
            ui.label(quiet(keys, tokens));
            ui.scope(|ui| {
                ui.set_max_width(rest);
                ui.add(egui::Label::new(does).wrap());
            });
            ui.end_row();
        }
    });
}

fn notices_ui(ui: &mut Ui, state: &State, tokens: &Tokens, actions: &mut Vec<Action>) {
    if state.access.log.is_empty() {
        ui.label("Nothing was told yet. What is opened, saved and copied is listed here, and what went wrong.");
        return;
    }
    for notice in state.access.log.iter().rev() {
        let severity = notice.severity.title();
        let words =
            if notice.severity == Severity::Error { bold(severity, Type::Small) } else { quiet(severity, tokens) };
        ui.label(words);
        ui.add(egui::Label::new(&notice.text).wrap());
        ui.add_space(space::XS);
    }
    if ui.button("Copy all").clicked() {
        actions.push(Action::CopyLog);
    }
}
