//! What to do where nothing is shown: the buttons below the sentence that says why.

use egui::Ui;

use crate::app::{Action, Room, Scope, State};

use super::shell::Scene;

/// What can be done about it, as a button each; nothing where something is shown.
fn ways_out(state: &State) -> Vec<(&'static str, Action)> {
    let dataset = &state.document.dataset;
    let has_outcomes = dataset.outcomes().next().is_some();
    if !has_outcomes {
        return vec![
            ("Open a dataset…", Action::AskToOpen),
            ("Open the built-in dataset", Action::OpenBuiltIn),
            ("Write one in Edit", Action::Show(Room::Edit)),
        ];
    }
    let mut ways = Vec::new();
    if state.filters.is_active() {
        ways.push(("Clear the search and the filters", Action::ClearFilters));
    }
    if !state.shows_unreal && !dataset.outcomes().any(|l| l.outcome.role.is_shown_by_default()) {
        ways.push(("Show estimates, targets and plans", Action::ToggleUnreal));
    }
    match state.room {
        Room::Table if state.table.scope != Scope::All => ways.push(("All outcomes", Action::FillTable(Scope::All))),
        Room::Compare if !state.pinned.is_empty() => ways.push(("Unpin all", Action::UnpinAll)),
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
