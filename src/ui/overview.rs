//! Overview: the wall of small figures, and the concepts that are one click away.

use egui::Ui;

use crate::app::Action;
use crate::figure::Body;
use crate::figure::words::sentence_case;
use crate::say;

use super::controls::{ToggleShape, choice, quiet};
use super::empty::ways_out_ui;
use super::rooms::figure_ui;
use super::shell::PanelContext;

pub(super) fn bar_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    // A strip leads to its concept already.
    let pages = &scene.state.views.pages;
    let has_strip =
        |concept: &String| pages.overview.strips.iter().flat_map(|s| &s.strips).any(|s| &s.concept == concept);
    let favoured: Vec<&String> = pages.favoured.iter().filter(|concept| !has_strip(concept)).collect();
    if favoured.is_empty() {
        return;
    }
    ui.label(quiet(say!("compare-favoured"), scene.tokens));
    for concept in favoured {
        let name = sentence_case(concept);
        let spoken = say!("compare-favoured-spoken", concept = concept.as_str());
        if choice(ui, scene.tokens, ToggleShape::Pill, false, &name, &spoken).clicked() {
            scene.send(Action::Compare(concept.clone()));
        }
    }
}

pub(super) fn overview_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let figure = &scene.state.views.pages.overview;
    figure_ui(ui, scene, figure);
    if matches!(figure.body, Body::Empty(_)) {
        ways_out_ui(ui, scene);
    }
}
