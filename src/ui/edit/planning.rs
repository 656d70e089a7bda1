//! The sheet of a new outcome: what was counted, what was published, whose figure it is and where it stands. It is put into the
//! dataset when it says what was counted and what was published (R1); everything else can be said later.

use egui::Ui;

use crate::app::{Action, DeskAction, NewOutcome, planned};
use crate::edit::{Edit, Home, Place, typed};
use crate::model::{Dataset, Programme};
use crate::say;
use crate::theme::space;

use super::super::controls::quiet;
use super::super::shell::Scene;
use super::choices::{chips_ui, chooser_ui, whole};
use super::field::{Field, Reading, field_ui, section_ui};
use super::lists::{CouncilList, CouncilOffer, council_offers, indicator_offers, new_indicator, send, source_offers};
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
    section_ui(ui, tokens, say!("new-outcome"), say!("new-outcome.about"), |ui| {
        indicator_ui(ui, scene, place, &mut next);
        let indicator = plan.indicator.as_ref().and_then(|id| dataset.indicator(id));
        let line = Field::line(place, "plan.statement", say!("published-form-statement"), whole(ui))
            .hint(say!("published-form-statement.hint"));
        let read = |text: &str| match text.trim() {
            "" => Reading::Missing(say!("new-outcome-statement-asked").to_owned()),
            _ => published::read_statement(text, indicator),
        };
        if let Some(text) = field_ui(ui, scene, &line, &plan.statement, read) {
            next.statement = text;
        }
    });
    section_ui(ui, tokens, say!("outcome-form-who"), "", |ui| places_ui(ui, scene, place, &mut next));
    section_ui(ui, tokens, say!("outcome-form-where"), "", |ui| source_ui(ui, scene, place, &mut next));
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
        if ui.add_enabled(made.is_some(), egui::Button::new(say!("new-outcome-add"))).clicked()
            && let Some(outcome) = made
        {
            scene.send(Action::Desk(DeskAction::DropDrafts(place, String::new())));
            scene.send(Action::Desk(DeskAction::Plan(None)));
            send(scene, Edit::add(&dataset, place, outcome));
            scene.send(Action::Desk(DeskAction::GoToField(place, "statement".to_owned())));
        } else if ui.button(say!("new-outcome-cancel")).clicked() {
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
        return Some(say!("new-outcome-choose-first"));
    };
    if plan.statement.trim().is_empty() {
        return Some(say!("new-outcome-type-first"));
    }
    let counted = typed::Counted::of(indicator);
    let is_wrong = typed::statement(&plan.statement, Some(&counted)).is_err();
    is_wrong.then_some(say!("new-outcome-not-understood"))
}

fn indicator_ui(ui: &mut Ui, scene: &mut Scene<'_>, place: Place, next: &mut NewOutcome) {
    let dataset = scene.state.document.original.clone();
    let chosen = next.indicator.clone();
    let indicator = chosen.as_ref().and_then(|id| dataset.indicators.iter().enumerate().find(|(_, i)| i.id == *id));
    let told = match indicator {
        Some((nth, indicator)) if !indicator_form::is_unfinished(scene, nth, indicator) => {
            indicator_form::counted_words(indicator)
        }
        _ => String::new(),
    };
    let field = Field::line(place, "indicator", say!("outcome-form-indicator"), whole(ui));
    let field = field.hint(say!("outcome-form-indicator.hint")).help(&told);
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
        ui.label(quiet(say!("outcome-form-how-counted"), scene.tokens));
        indicator_form::how_ui(ui, scene, nth, indicator);
    }
    ui.add_space(space::XS);
}

fn places_ui(ui: &mut Ui, scene: &mut Scene<'_>, place: Place, next: &mut NewOutcome) {
    let dataset = scene.state.document.original.clone();
    let names: Vec<String> =
        next.places.iter().map(|id| dataset.council(id).map_or(id.as_str(), |c| c.name.as_str()).to_owned()).collect();
    if let Some(out) = chips_ui(ui, scene, |name| CouncilList::Places.take_out(name), &names) {
        next.places.remove(out);
    }
    let label = if next.places.is_empty() { CouncilList::Places.label() } else { CouncilList::Places.add() };
    let field = Field::line(place, "places", label, whole(ui)).hint(say!("fields-council.hint"));
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
    let field = Field::line(place, "sources", say!("fields-source"), whole(ui)).hint(say!("fields-source.hint"));
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
    let locator =
        Field::line(place, "plan.locator", say!("fields-locator"), whole(ui)).hint(say!("fields-locator.hint"));
    if let Some(text) = field_ui(ui, scene, &locator, &next.locator, Reading::any) {
        next.locator = text;
    }
}
