//! Side by side: the ticked councils as columns, what each published as aligned rows.

use egui::Ui;

use crate::app::Action;
use crate::figure::Body;
use crate::model::FigureKind;
use crate::say;

use super::compare::card_ui;
use super::controls::{HeadingLevel, bold, heading, quiet};
use super::shell::PanelContext;
use crate::theme::Type;

pub(super) fn bar_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let ticked = scene.state.views.pinned.len();
    let most = FigureKind::SideBySide.councils().map_or(0, |many| *many.end());
    if ticked > most {
        ui.label(quiet(say!("grid-first-of", most = most, n = ticked), scene.tokens));
    }
}

pub(super) fn side_by_side_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let state = scene.state;
    let figure = &state.views.pages.side_by_side;
    if !matches!(figure.body, Body::Empty(_)) {
        card_ui(ui, scene, figure);
        return;
    }
    heading(ui, bold(say!("grid-begin"), Type::Title), HeadingLevel::First);
    ui.label(say!("grid-begin.how"));
    let Some(pair) = &state.views.pages.pair else { return };
    let dataset = &state.document.dataset;
    let name = |at: usize| pair.get(at).and_then(|id| dataset.council(id)).map_or("", |council| council.name.as_str());
    if ui.button(say!("grid-begin-with", one = name(0), other = name(1))).clicked() {
        for council in pair.iter().filter(|id| !state.views.pinned.contains(id)) {
            scene.send(Action::Pin(council.clone()));
        }
    }
}
