//! What Help shows over the window: the pages of the help, and the log of notices.

mod page;

use egui::{Context, Ui};

use crate::app::{Action, NoticeKind, Overlay, State};
use crate::say;
use crate::theme::{Tokens, Type, space};

pub(super) use page::read;

use super::controls::{bold, quiet};
use super::dialog::dialog_ui;

/// Shows what is asked for; gives what it asks for.
pub(super) fn help_ui(ctx: &Context, state: &State, tokens: &Tokens) -> Vec<Action> {
    let mut actions = Vec::new();
    let shown = match state.window.overlay {
        Some(overlay @ Overlay::Help) => dialog_ui(ctx, overlay.label(), 740.0, |ui| {
            page::reading_ui(ui, state, tokens, &mut actions);
        }),
        Some(overlay @ Overlay::Notices) => dialog_ui(ctx, overlay.label(), 620.0, |ui| {
            // Above the list, as in the help: below a long one the buttons, and with them the keyboard, would be far from the newest.
            ui.horizontal_wrapped(|ui| {
                if !state.notices.log.is_empty() && ui.button(say!("dialog-notices-copy")).clicked() {
                    actions.push(Action::CopyLog);
                }
                if ui.button(say!("dialog-close")).clicked() {
                    actions.push(Action::CloseOverlay);
                }
            });
            ui.add_space(space::S);
            notices_ui(ui, state, tokens);
        }),
        Some(Overlay::Palette) | None => return actions,
    };
    if shown.wants_close && actions.is_empty() {
        actions.push(Action::CloseOverlay);
    }
    actions
}

fn notices_ui(ui: &mut Ui, state: &State, tokens: &Tokens) {
    if state.notices.log.is_empty() {
        ui.label(say!("dialog-notices-none"));
        return;
    }
    for notice in state.notices.log.iter().rev() {
        let severity = notice.severity.label();
        let words =
            if notice.severity == NoticeKind::Error { bold(severity, Type::Small) } else { quiet(severity, tokens) };
        ui.label(words);
        ui.add(egui::Label::new(&notice.text).wrap());
        ui.add_space(space::XS);
    }
}
