//! Overview: the wall of small figures, and the concepts that are one click away.

use egui::Ui;

use crate::app::{Action, OverviewStep};
use crate::figure::Body;
use crate::figure::words::sentence_case;
use crate::say;

use super::controls::{ToggleShape, choice, quiet};
use super::empty::ways_out_ui;
use super::rooms::figure_ui;
use super::shell::PanelContext;

/// Room for the word before the concepts and one of these, in points.
const FAVOURED: f32 = 240.0;

pub(super) fn bar_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    topics_ui(ui, scene);
    // A strip leads to its concept already.
    let pages = &scene.state.views.pages;
    let has_strip =
        |concept: &String| pages.overview.strips.iter().flat_map(|s| &s.strips).any(|s| &s.concept == concept);
    let favoured: Vec<&String> = pages.favoured.iter().filter(|concept| !has_strip(concept)).collect();
    if favoured.is_empty() {
        return;
    }
    if ui.available_size_before_wrap().x < FAVOURED {
        // No label at the end of a line without what it is about.
        ui.end_row();
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

/// The way to a topic, folding all of them, and context.
fn topics_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let views = &scene.state.views;
    let topics = || views.pages.topics_of_wall();
    if topics().nth(1).is_some() {
        ui.menu_button(say!("overview-topics"), |ui| {
            for topic in topics() {
                if ui.button(topic).clicked() {
                    scene.send(Action::Overview(OverviewStep::GoTo(topic.to_owned())));
                    ui.close();
                }
            }
        });
        let (words, step) = if topics().any(|topic| !views.folded.contains(topic)) {
            (say!("overview-fold-all"), OverviewStep::FoldAll)
        } else {
            (say!("overview-open-all"), OverviewStep::OpenAll)
        };
        if ui.button(words).clicked() {
            scene.send(Action::Overview(step));
        }
    }
    let hidden = views.pages.hidden_context;
    if hidden > 0 || views.shows_context {
        let hide = say!("overview-context.hide").to_owned();
        let words = if views.shows_context { hide } else { say!("overview-context", n = hidden) };
        if ui.button(words).on_hover_text(say!("overview-context.hint")).clicked() {
            scene.send(Action::Overview(OverviewStep::ToggleContext));
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
