//! The sheet of a new outcome: what was counted, what was published, whose figure it is and where it stands. It is put into the
//! dataset when it says what was counted and what was published (R1); everything else can be said later.

use egui::Ui;

use crate::app::{Action, DeskAction, NewOutcome, planned};
use crate::edit::{Edit, Home, Place, typed};
use crate::model::{Dataset, Programme};
use crate::theme::space;

use super::super::controls::quiet;
use super::super::shell::Scene;
use super::choices::{chips_ui, chooser_ui, whole};
use super::field::{Field, Reading, field_ui, section_ui};
use super::lists::{CouncilOffer, council_offers, indicator_offers, new_indicator, send, source_offers};
use super::{indicator_form, published};

/// A new outcome of a programme: in its places, taken from its document.
pub(in super::super) fn begin(programme: &Programme, home: Home) -> NewOutcome {
    let source = programme.sources.first().or_else(|| programme.outcomes.last().and_then(|o| o.sources.first()));
    NewOutcome {
        home,
        indicator: None,
        places: programme.places.clone(),
        statement: String::new(),
        source: source.map(|cited| cited.source.clone()),
        locator: String::new(),
    }
}

/// A new figure of no programme.
pub(super) fn begin_context() -> NewOutcome {
    NewOutcome {
        home: Home::Context,
        indicator: None,
        places: Vec::new(),
        statement: String::new(),
        source: None,
        locator: String::new(),
    }
}

/// The sheet.
pub(super) fn plan_ui(ui: &mut Ui, scene: &mut Scene<'_>, plan: &NewOutcome) {
    let dataset = scene.state.document.original.clone();
    let tokens = scene.tokens;
    let place = place_of(&dataset, plan);
    let mut next = plan.clone();
    let about = "Two things are asked for: what was counted, and what was published. The rest can wait.";
    section_ui(ui, tokens, "A new outcome", about, |ui| {
        indicator_ui(ui, scene, place, &mut next);
        let indicator = plan.indicator.as_ref().and_then(|id| dataset.indicator(id));
        let line = Field::line(place, "plan.statement", "Type it as published", whole(ui))
            .hint("780 to 626 · down by over 60% · 28 of 44 · 52 in 2016 to 81 in Apr–Sep 2017");
        let read = |text: &str| match text.trim() {
            "" => Reading::Missing(
                "Write the figure as the source prints it; levels, a change, a grade or a direction.".to_owned(),
            ),
            _ => published::read_statement(text, indicator),
        };
        if let Some(text) = field_ui(ui, scene, &line, &plan.statement, read) {
            next.statement = text;
        }
    });
    section_ui(ui, tokens, "Who and where", "", |ui| places_ui(ui, scene, place, &mut next));
    section_ui(ui, tokens, "Where it stands", "", |ui| source_ui(ui, scene, place, &mut next));
    if next != *plan {
        scene.send(Action::Desk(DeskAction::Plan(Some(Box::new(next)))));
    }
}

/// The height of the buttons below the sheet, in points.
pub(super) const FOOTER: f32 = 48.0;

/// The buttons below the sheet, which do not scroll with it, and beside them what is still asked for.
pub(super) fn footer_ui(ui: &mut Ui, scene: &mut Scene<'_>, plan: &NewOutcome) {
    let dataset = scene.state.document.original.clone();
    let place = place_of(&dataset, plan);
    ui.separator();
    ui.horizontal(|ui| {
        let made = planned(&dataset, plan);
        if ui.add_enabled(made.is_some(), egui::Button::new("Add the outcome")).clicked()
            && let Some(outcome) = made
        {
            scene.send(Action::Desk(DeskAction::DropDrafts(place, String::new())));
            scene.send(Action::Desk(DeskAction::Plan(None)));
            send(scene, Edit::add(&dataset, place, outcome));
            scene.send(Action::Desk(DeskAction::GoToField(place, "statement".to_owned())));
        } else if ui.button("Cancel").clicked() {
            scene.send(Action::Desk(DeskAction::DropDrafts(place, String::new())));
            scene.send(Action::Desk(DeskAction::Plan(None)));
        }
        if let Some(asked) = asked(&dataset, plan) {
            ui.add(egui::Label::new(quiet(asked, scene.tokens)).truncate());
        }
    });
}

/// Where it will stand; nothing stands there yet.
fn place_of(dataset: &Dataset, plan: &NewOutcome) -> Place {
    let count = match plan.home {
        Home::Context => dataset.context.len(),
        Home::Programme(p) => dataset.programmes.get(p).map_or(0, |programme| programme.outcomes.len()),
    };
    Place::Outcome(plan.home, count)
}

/// What an outcome is still asked for before it can be added; `None` where nothing is.
fn asked(dataset: &Dataset, plan: &NewOutcome) -> Option<&'static str> {
    let Some(indicator) = plan.indicator.as_ref().and_then(|id| dataset.indicator(id)) else {
        return Some("Choose first what was counted.");
    };
    if plan.statement.trim().is_empty() {
        return Some("Type first what was published.");
    }
    let counted = typed::Counted::of(indicator);
    let is_wrong = typed::statement(&plan.statement, Some(&counted)).is_err();
    is_wrong.then_some("What is typed as published is not understood yet.")
}

fn indicator_ui(ui: &mut Ui, scene: &mut Scene<'_>, place: Place, next: &mut NewOutcome) {
    let dataset = scene.state.document.original.clone();
    let chosen = next.indicator.clone();
    let indicator = chosen.as_ref().and_then(|id| dataset.indicators.iter().enumerate().find(|(_, i)| i.id == *id));
    let told = match indicator {
        Some((nth, indicator)) if !indicator_form::is_unfinished(scene, nth, indicator) => {
            let unit = if indicator.unit.starts_with("per ") { "Numbers" } else { "In" };
            format!("{unit} {}, {}.", indicator.unit, indicator.measure.meaning())
        }
        _ => String::new(),
    };
    let field = Field::line(place, "indicator", "What was counted", whole(ui));
    let field = field.hint("Type the name of an indicator").help(&told);
    let text = scene.state.desk.drafts.get(place, "indicator").map_or_else(String::new, |draft| draft.text.clone());
    let shown = indicator.map_or("", |(_, i)| i.name.as_str());
    match chooser_ui(ui, scene, &field, shown, |text| indicator_offers(&dataset, text)) {
        Some(Some(id)) => next.indicator = Some(id),
        Some(None) => {
            if let Ok((id, add)) = new_indicator(&dataset, text.trim()) {
                scene.send(Action::Edit(Box::new(add)));
                next.indicator = Some(id);
            }
        }
        None => {}
    }
    if let Some((nth, indicator)) = indicator
        && told.is_empty()
    {
        ui.label(quiet("How is it counted?", scene.tokens));
        indicator_form::how_ui(ui, scene, nth, indicator);
    }
    ui.add_space(space::XS);
}

fn places_ui(ui: &mut Ui, scene: &mut Scene<'_>, place: Place, next: &mut NewOutcome) {
    let dataset = scene.state.document.original.clone();
    let names: Vec<String> =
        next.places.iter().map(|id| dataset.council(id).map_or(id.as_str(), |c| c.name.as_str()).to_owned()).collect();
    if let Some(out) = chips_ui(ui, scene, "places", &names) {
        next.places.remove(out);
    }
    let label = if next.places.is_empty() { "Places" } else { "Add to places" };
    let field = Field::line(place, "places", label, whole(ui)).hint("Type a name or a GSS code");
    let chosen = next.places.clone();
    match chooser_ui(ui, scene, &field, "", |text| council_offers(&dataset, text, &chosen)) {
        Some(CouncilOffer::There(id)) => next.places.push(id),
        Some(CouncilOffer::New(council)) => {
            next.places.push(council.id.clone());
            send(scene, Edit::add(&dataset, Place::Council(dataset.councils.len()), *council));
        }
        None => {}
    }
}

fn source_ui(ui: &mut Ui, scene: &mut Scene<'_>, place: Place, next: &mut NewOutcome) {
    let dataset = scene.state.document.original.clone();
    let source = next.source.as_ref().and_then(|id| dataset.source(id));
    let field = Field::line(place, "sources", "Source", whole(ui)).hint("Type the title of the document");
    let text = scene.state.desk.drafts.get(place, "sources").map_or_else(String::new, |draft| draft.text.clone());
    match chooser_ui(ui, scene, &field, source.map_or("", |s| s.title.as_str()), |text| source_offers(&dataset, text)) {
        Some(Some(id)) => next.source = Some(id),
        Some(None) => {
            let made = crate::edit::making::source(&dataset, text.trim());
            next.source = Some(made.id.clone());
            send(scene, Edit::add(&dataset, Place::Source(dataset.sources.len()), made));
        }
        None => {}
    }
    let locator = Field::line(place, "plan.locator", "Page, line or place", whole(ui)).hint("page 12, or table 3");
    if let Some(text) = field_ui(ui, scene, &locator, &next.locator, Reading::any) {
        next.locator = text;
    }
}
