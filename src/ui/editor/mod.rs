//! The room Edit: an outline of the dataset's parts, the form of one of them, and the figure it makes.
//!
//! Each text that is understood is an edit at once; one that is not stays as it was typed, with what is wrong and the fix beside
//! it. Undo is the dataset's own; only the sheet of a new outcome, which the dataset does not hold yet, has fields with their own.

mod benchmark;
mod choices;
mod council_form;
mod field;
mod findings;
mod indicator_form;
mod lists;
mod message;
mod outcome_form;
mod outline;
mod parts;
mod planning;
mod preview;
mod published;
pub(super) mod questions;
pub(super) mod quick_entry;
mod suggestions;

use egui::{Align, Layout, ScrollArea, Ui};

use crate::app::{Action, EditorAction, EditorQuestion, Group};
use crate::edit::{NewOutcome, OutcomeParent, Part, PartPath};
use crate::figure::words::sentence_case;
use crate::model::Dataset;
use crate::say;
use crate::theme::{Type, space};

use super::controls::{bold, quiet};
use super::shell::{Folding, Height, PanelContext};
use message::InFull;

pub(super) use outline::outline_ui;
pub(super) use preview::preview_ui;

/// The width of a form, in points: longer lines are hard to read.
const FORM_WIDTH: f32 = 760.0;

/// Below this width, in points, what can be done with a part stands in a menu, so that the programme of an outcome has its place.
const NARROW: f32 = 640.0;

/// The first field of the form of a part, as findings name it.
pub(super) fn first_field(place: PartPath) -> &'static str {
    match place {
        PartPath::Facts | PartPath::Source(_) => "title",
        PartPath::Council(_) | PartPath::Indicator(_) | PartPath::Programme(_) | PartPath::SavedView(_) => "name",
        PartPath::Outcome(..) => "indicator",
    }
}

/// Above the form: a new outcome, and what may be done with the example.
pub(super) fn bar_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    quick_entry::begin_ui(ui, scene);
    if scene.state.document.is_read_only
        && ui.button(say!("edit-room-copy")).on_hover_text(say!("edit-room-copy.hint")).clicked()
    {
        scene.send(Action::MakeCopy);
    }
}

/// What to do with the part, from the right.
fn actions_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, place: PartPath) {
    let actions = [
        (say!("edit-room-delete"), say!("edit-room-delete.hint"), EditorAction::Ask(EditorQuestion::Delete(place))),
        (say!("edit-room-move-down"), say!("edit-room-move-down.hint"), EditorAction::MoveDown(place)),
        (say!("edit-room-move-up"), say!("edit-room-move-up.hint"), EditorAction::MoveUp(place)),
        (say!("edit-room-duplicate"), say!("edit-room-duplicate.hint"), EditorAction::Duplicate(place)),
    ];
    if ui.available_width() < NARROW {
        ui.menu_button(say!("form-more"), |ui| {
            for (label, hint, action) in actions.into_iter().rev() {
                if ui.button(label).on_hover_text(hint).clicked() {
                    scene.send(Action::Editor(action));
                    ui.close();
                }
            }
        });
    } else {
        for (label, hint, action) in actions {
            if ui.button(label).on_hover_text(hint).clicked() {
                scene.send(Action::Editor(action));
            }
        }
    }
    if let PartPath::Programme(p) | PartPath::Outcome(OutcomeParent::Programme(p), _) = place
        && scene.state.document.original.programmes.get(p).is_some()
        && ui.button(say!("edit-room-add-outcome")).on_hover_text(say!("edit-room-add-outcome.hint")).clicked()
    {
        scene.send(Action::Editor(EditorAction::Begin(OutcomeParent::Programme(p))));
    }
}

/// The form of the part.
pub(super) fn edit_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let dataset = scene.state.document.original.clone();
    let place = scene.state.editor.place;
    let plan = scene.state.editor.plan.clone();
    heading_ui(ui, scene, place, plan.as_deref());
    let salt = if plan.is_some() { "plan".to_owned() } else { place.to_string() };
    let is_low = scene.height == Height::Low;
    let tokens = scene.tokens;
    let in_full = InFull::of_last_frame(ui).filter(|_| !is_low);
    let mut contents = |ui: &mut Ui| {
        ui.set_max_width((ui.available_width() - 12.0).min(FORM_WIDTH));
        let read_only = scene.state.document.is_read_only;
        // What can't be changed is still there to be read.
        ui.visuals_mut().disabled_alpha = 0.9;
        ui.add_enabled_ui(!read_only, |ui| {
            if let Some(plan) = &plan {
                planning::plan_ui(ui, scene, plan);
                return;
            }
            part_findings_ui(ui, scene, place);
            match place {
                PartPath::Facts => parts::facts_ui(ui, scene),
                PartPath::Source(at) => {
                    if at < dataset.sources.len() {
                        parts::source_ui(ui, scene, at);
                    }
                }
                PartPath::Council(at) => {
                    if let Some(council) = dataset.councils.get(at) {
                        council_form::council_ui(ui, scene, at, council);
                    }
                }
                PartPath::Indicator(at) => {
                    if let Some(indicator) = dataset.indicators.get(at) {
                        indicator_form::indicator_ui(ui, scene, at, indicator);
                    }
                }
                PartPath::Programme(at) => {
                    if let Some(programme) = dataset.programmes.get(at) {
                        parts::programme_ui(ui, scene, at, programme);
                    }
                }
                PartPath::SavedView(at) => {
                    if let Some(view) = dataset.views.get(at) {
                        parts::view_ui(ui, scene, at, view);
                    }
                }
                PartPath::Outcome(home, at) => {
                    let outcome = match home {
                        OutcomeParent::Context => dataset.context.get(at),
                        OutcomeParent::Programme(p) => dataset.programmes.get(p).and_then(|p| p.outcomes.get(at)),
                    };
                    if let Some(outcome) = outcome {
                        outcome_form::outcome_ui(ui, scene, home, at, outcome);
                    }
                }
            }
        });
        if scene.folding == Folding::Folded {
            preview::below_ui(ui, scene);
        }
        ui.add_space(space::L);
    };
    if is_low {
        // In a low window everything scrolls together.
        contents(ui);
    } else {
        let footer = if plan.is_some() { planning::FOOTER } else { 0.0 };
        let width = (ui.available_width() - 12.0).min(FORM_WIDTH);
        let below = in_full.as_ref().map_or(0.0, |told| told.height(ui, width, tokens) + ui.spacing().item_spacing.y);
        let room = ui.available_height() - footer - below;
        let form = ScrollArea::vertical().id_salt(("form", salt)).auto_shrink([false, false]).max_height(room);
        form.show(ui, contents);
        if let Some(told) = in_full {
            told.show(ui, width, tokens);
        }
    }
    if let Some(plan) = &plan {
        planning::footer_ui(ui, scene, plan);
    }
}

/// Findings that belong to the part as a whole stand above its form.
fn part_findings_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, place: PartPath) {
    let state = scene.state;
    let numbered = state.editor.findings.iter().enumerate();
    for (nth, finding) in numbered.filter(|(_, f)| f.place == place && f.field.is_empty()) {
        field::warning_ui(ui, scene.tokens, |ui| {
            ui.label(field::told_of(finding));
            field::fixes_ui(ui, scene, nth);
        });
    }
}

fn heading_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, place: PartPath, plan: Option<&NewOutcome>) {
    let dataset = scene.state.document.original.clone();
    let home = plan.map(|plan| plan.home).or(match place {
        PartPath::Outcome(home, _) => Some(home),
        PartPath::Facts
        | PartPath::Source(_)
        | PartPath::Council(_)
        | PartPath::Indicator(_)
        | PartPath::Programme(_)
        | PartPath::SavedView(_) => None,
    });
    let kind = match (home, Group::of(place)) {
        (Some(OutcomeParent::Programme(_)), _) => say!("edit-room-outcome"),
        (Some(OutcomeParent::Context), _) => say!("edit-room-context-figure"),
        (None, Some(group)) => group.one(),
        (None, None) => say!("edit-room-dataset"),
    };
    ui.horizontal(|ui| {
        ui.set_max_width(FORM_WIDTH.min(ui.available_width() - 12.0));
        ui.label(quiet(sentence_case(kind), scene.tokens));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let can_change = !scene.state.document.is_read_only && plan.is_none();
            if can_change && place != PartPath::Facts {
                actions_ui(ui, scene, place);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let Some(OutcomeParent::Programme(p)) = home else { return };
                let Some(programme) = scene.state.document.original.programmes.get(p) else { return };
                let name = egui::RichText::new(named(&programme.name)).color(scene.tokens.accent);
                let button = ui.add(egui::Button::new(name).frame_when_inactive(false).truncate());
                if button.on_hover_text(say!("edit-room-go-to-programme", name = programme.name.as_str())).clicked() {
                    scene.send(Action::Editor(EditorAction::GoTo(PartPath::Programme(p))));
                }
            });
        });
    });
    if plan.is_none() {
        let name = Part::at(&dataset, place).map_or_else(String::new, |part| name_of(&dataset, &part));
        let heading = ui.add(egui::Label::new(bold(&name, Type::Title)).truncate());
        heading.on_hover_text(&name);
    }
    if scene.state.views.suppression.threshold().is_some() {
        ui.label(say!("edit-room-small-counts"));
    }
    if scene.state.document.is_read_only {
        // Only the example has no file; any other dataset was opened read-only.
        ui.label(match &scene.state.document.path {
            None => say!("edit-room-read-only"),
            Some(_) => say!("edit-room-read-only-file"),
        });
    }
}

/// The name of a part as it is written, or what stands for it; its id is not one.
fn name_of(dataset: &Dataset, part: &Part) -> String {
    let name = match part {
        Part::Facts(facts) => facts.title.clone(),
        Part::Source(source) => source.title.clone(),
        Part::Council(council) => council.name.clone(),
        Part::Indicator(indicator) => indicator.name.clone(),
        Part::Programme(programme) => programme.name.clone(),
        Part::SavedView(view) => view.name.clone(),
        Part::Outcome(_) => part.name(dataset),
    };
    named(&name).to_owned()
}

/// The name, or what stands for it while there is none.
fn named(name: &str) -> &str {
    if name.trim().is_empty() { say!("edit-room-not-named") } else { name }
}
