//! What to do where nothing is shown: the buttons below the sentence that says why.

use egui::Ui;

use crate::app::{Action, Room, Scope, State};
use crate::say;

use super::shell::Scene;

/// What can be done about it, as a button each; nothing where something is shown.
fn ways_out(state: &State) -> Vec<(&'static str, Action)> {
    let dataset = &state.document.dataset;
    let has_outcomes = dataset.outcomes().next().is_some();
    if !has_outcomes {
        return vec![
            (say!("window-way-open"), Action::AskToOpen),
            (say!("window-way-built-in"), Action::OpenBuiltIn),
            (say!("window-way-edit"), Action::Show(Room::Edit)),
        ];
    }
    let mut ways = Vec::new();
    if state.filters.is_active() {
        ways.push((say!("window-way-clear"), Action::ClearFilters));
    }
    if !state.shows_unreal && !dataset.outcomes().any(|l| l.outcome.role.is_shown_by_default()) {
        ways.push((say!("window-way-unreal"), Action::ToggleUnreal));
    }
    match state.room {
        Room::Table if state.table.scope != Scope::All => {
            ways.push((say!("window-way-all-outcomes"), Action::FillTable(Scope::All)))
        }
        Room::Compare if !state.pinned.is_empty() => ways.push((say!("window-way-unpin"), Action::UnpinAll)),
        _ => {}
    }
    ways
}

/// The buttons, in a line that wraps.
pub(super) fn ways_out_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    ui.horizontal_wrapped(|ui| {
        for (label, action) in ways_out(scene.state) {
            if ui.button(label).clicked() {
                scene.send(action);
            }
        }
    });
}
