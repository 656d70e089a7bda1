//! What to do where nothing is shown: the buttons below the sentence that says why.

use egui::Ui;

use crate::app::{Action, BuiltIn, CouncilScope, EditorAction, QuickStep, Scope, State, Tab};
use crate::edit::PartKind;
use crate::say;

use super::shell::PanelContext;

/// What can be done about it, as a button each; nothing where something is shown.
fn ways_out(state: &State) -> Vec<(&'static str, Vec<Action>)> {
    let dataset = &state.document.dataset;
    let has_outcomes = dataset.outcomes().next().is_some();
    if !has_outcomes {
        let mut ways = Vec::new();
        if state.views.room != Tab::Council || state.views.council.is_none() {
            // The page of a council has this above it.
            let quick = Action::Editor(EditorAction::Quick(QuickStep::Open));
            ways.push((say!("command-add-an-outcome"), vec![quick]));
        }
        if !state.document.is_read_only && state.document.original.programmes.is_empty() {
            ways.push((
                say!("empty-programme"),
                vec![Action::Show(Tab::Edit), Action::Editor(EditorAction::Add(PartKind::Programme))],
            ));
        }
        ways.push((say!("empty-open"), vec![Action::AskToOpen]));
        ways.push((say!("empty-example"), vec![Action::OpenBuiltIn(BuiltIn::Claims)]));
        return ways;
    }
    let mut ways = Vec::new();
    if state.views.filters.is_active() {
        ways.push((say!("empty-clear"), vec![Action::ClearFilters]));
    }
    if !state.views.shows_unreal && !dataset.outcomes().any(|l| l.outcome.role.is_shown_by_default()) {
        ways.push((say!("empty-unreal"), vec![Action::ToggleUnreal]));
    }
    if state.views.holds_to_ticked() {
        ways.push((say!("empty-all-councils"), vec![Action::HoldTo(CouncilScope::All)]));
    }
    match state.views.room {
        Tab::Table if state.table.scope != Scope::All => {
            ways.push((say!("empty-all-outcomes"), vec![Action::FillTable(Scope::All)]));
        }
        Tab::Overview | Tab::Compare | Tab::SideBySide | Tab::Council | Tab::Table | Tab::Edit => {}
    }
    ways
}

/// The buttons, in a line that wraps.
pub(super) fn ways_out_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    ui.horizontal_wrapped(|ui| {
        for (label, actions) in ways_out(scene.state) {
            if ui.button(label).clicked() {
                for action in actions {
                    scene.send(action);
                }
            }
        }
    });
}
