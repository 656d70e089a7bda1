//! The selected outcome in full: what was published, what was computed and by which rule, and what a reader should know.

use egui::accesskit::Role;
use egui::{Margin, ScrollArea, Ui};

use crate::app::{Action, CouncilScope, Tab};
use crate::figure::detail::Detail;
use crate::help::HelpAnchor;
use crate::model::FigureKind;
use crate::say;
use crate::theme::{Type, space};

use super::compare::missing_ui;
use super::controls::{HeadingLevel, ToggleShape, bold, choice, heading, quiet};
use super::dialog::paged_ui;
use super::focus::is_in;
use super::help::read;
use super::panes::Pane;
use super::shell::PanelContext;
use super::why::{heading_ui, why_ui};

pub(super) fn outcome_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let tokens = scene.tokens;
    let Some(detail) = &scene.state.views.pages.detail else {
        ui.label(quiet(say!("compare-outcome"), tokens));
        missing_ui(ui, scene);
        ui.label(quiet(say!("compare-outcome-none"), tokens));
        return;
    };
    ui.horizontal(|ui| {
        ui.label(quiet(say!("compare-outcome"), tokens));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(8.0);
            if ui.button(say!("compare-outcome-close")).on_hover_text(say!("compare-outcome-close.hint")).clicked() {
                scene.send(Action::Select(None));
            }
            if !detail.is_official
                && ui.button(say!("compare-outcome-edit")).on_hover_text(say!("compare-outcome-edit.hint")).clicked()
            {
                scene.send(Action::Show(Tab::Edit));
            }
        });
    });
    actions_ui(ui, scene, detail);
    let salt = scene.state.views.selected.as_ref().map_or("", |s| s.as_str());
    let height = ui.available_height();
    ScrollArea::vertical().id_salt(("outcome", salt)).auto_shrink([false, false]).show(ui, |ui| {
        if is_in(ui.ctx(), Pane::Outcome) {
            paged_ui(ui, height, |ui| words_ui(ui, scene, detail));
        } else {
            words_ui(ui, scene, detail);
        }
    });
}

/// What can be done with it: set beside others, said in a sentence, left for the one before or after it.
fn actions_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, detail: &Detail) {
    let views = &scene.state.views;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 4.0);
        let is_there = views.room == Tab::Compare && views.concept == detail.concept;
        let has_others =
            || views.pages.offers.iter().any(|offer| offer.concept == detail.concept && offer.is_of_several());
        if !is_there && has_others() && ui.button(say!("compare-outcome-others")).clicked() {
            scene.send(Action::Compare(detail.concept.clone()));
            scene.actions.extend(views.selected.clone().map(Action::ShowOutcome));
        }
        let copy = ui.button(say!("compare-outcome-sentence")).on_hover_text(&detail.sentence);
        // The strip of a figure has such a button as well.
        copy.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, say!("compare-outcome-sentence.spoken")));
        if copy.clicked() {
            scene.send(Action::CopySentence(detail.sentence.clone()));
        }
        let [before, after] = &views.pages.beside;
        for (words, outcome) in [(say!("compare-outcome-previous"), before), (say!("compare-outcome-next"), after)] {
            if ui.add_enabled(outcome.is_some(), egui::Button::new(words)).clicked() {
                scene.actions.extend(outcome.clone().map(Action::ShowOutcome));
            }
        }
    });
    ui.add_space(space::XS);
}

/// The outcome in words, from its figures to the rules applied.
fn words_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, detail: &Detail) {
    let tokens = scene.tokens;
    ui.set_max_width(ui.available_width() - 12.0);
    let place = if detail.place.trim().is_empty() { say!("compare-outcome-no-council") } else { detail.place.as_str() };
    let title = say!("compare-outcome-title", place = place, indicator = detail.indicator.as_str());
    heading(ui, bold(title, Type::Heading), HeadingLevel::First);
    figures_ui(ui, scene, detail);
    for caution in &detail.cautions {
        egui::Frame::new()
            .fill(tokens.hovered)
            .corner_radius(4)
            .inner_margin(Margin { left: 12, right: 8, top: 6, bottom: 6 })
            .show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                let left = ui.min_rect().left() - 12.0;
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.label(&caution.text);
                why_ui(ui, scene, caution.rule, &caution.text);
                let bar = egui::Rect::from_min_max(
                    egui::pos2(left, ui.min_rect().top() - 6.0),
                    egui::pos2(left + 4.0, ui.min_rect().bottom() + 6.0),
                );
                ui.painter().rect_filled(bar, 2.0, tokens.caution);
            });
    }
    for section in &detail.sections {
        ui.add_space(space::XS);
        heading_ui(ui, scene, section.heading);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            for line in &section.lines {
                ui.label(line);
            }
        });
        if detail.has_series && section.heading == say!("detail-heading-series") {
            series_ui(ui, scene);
        }
    }
    ui.add_space(space::XS);
    heading_ui(ui, scene, say!("compare-rules-applied"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 4.0);
        for rule in &detail.rules {
            let spoken = say!("compare-rule-spoken", rule = rule.label());
            if choice(ui, tokens, ToggleShape::Pill, false, rule.label(), &spoken).on_hover_text(rule.why()).clicked() {
                scene.send(read(HelpAnchor::rule(rule.number())));
            }
        }
    });
    ui.add_space(space::M);
}

/// The figures of the official series, with the council of the outcome in hand.
fn series_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let state = scene.state;
    let selected = state.views.selected.as_ref().and_then(|id| state.document.dataset.outcome(id));
    let Some(located) = selected else { return };
    let council = located
        .outcome
        .places
        .first()
        .filter(|id| state.document.dataset.council(id).is_some_and(|council| council.kind.is_council()));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 4.0);
        for (label, kind) in
            [(say!("compare-series-trend"), FigureKind::Trend), (say!("compare-series-strip"), FigureKind::Strip)]
        {
            if !ui.button(label).clicked() {
                continue;
            }
            let mut actions = vec![
                Action::CompareOutcome(located.outcome.id.clone()),
                Action::CompareIndicator(Some(located.indicator.id.clone())),
                Action::Draw(kind),
            ];
            if let Some(council) = council {
                if !state.views.pinned.contains(council) {
                    actions.push(Action::Pin(council.clone()));
                }
                actions.push(Action::HoldTo(CouncilScope::Ticked));
            }
            for action in actions {
                scene.send(action);
            }
        }
    });
}

fn figures_ui(ui: &mut Ui, scene: &PanelContext<'_>, detail: &Detail) {
    let letters: usize = detail.figures.iter().map(|f| f.text.chars().count().max(f.caption.len() / 2)).sum();
    let grades = detail.figures.iter().any(|f| f.text.chars().all(|c| c.is_alphabetic() || c == ' '));
    // Grades, and more than fits a line, stand below each other in smaller letters.
    let size = if letters > 14 || grades { Type::Heading } else { Type::Number };
    let texts = |ui: &mut Ui| {
        for figure in &detail.figures {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.label(quiet(&figure.caption, scene.tokens));
                ui.label(bold(&figure.text, size));
                if !figure.below.is_empty() {
                    ui.label(quiet(&figure.below, scene.tokens));
                }
            });
            ui.add_space(space::S);
        }
    };
    if size == Type::Number {
        ui.horizontal_top(texts);
    } else {
        ui.vertical(texts);
    }
}
