//! The sheet of a new outcome: what was counted, what was published, whose figure it is and where it stands. It is put into the
//! dataset when it says what was counted and what was published (R1); everything else can be said later. Until then nothing of it is
//! in the dataset, nor are the parts that are made for it.

use egui::{Event, Id, Key, Modifiers, Ui};

use crate::app::{Action, EditorAction};
use crate::edit::forms::{FieldMeaning, council_offers, indicator_offers, source_offers, unit_meaning};
use crate::edit::{NewOutcome, OutcomeParent, PartPath, several_lines};
use crate::say;
use crate::theme::space;

use super::super::controls::quiet;
use super::super::shell::PanelContext;
use super::choices::{chips_ui, chooser_ui, whole};
use super::field::{Field, field_ui, section_ui};
use super::indicator_form::{self, How};
use super::lists::CouncilList;

/// The sheet.
pub(super) fn plan_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, plan: &NewOutcome) {
    let dataset = scene.state.document.original.clone();
    let tokens = scene.tokens;
    let place = plan.home.end(&dataset);
    let mut next = plan.clone();
    let about = match plan.home {
        OutcomeParent::Programme(_) => say!("new-outcome.about"),
        OutcomeParent::Context => say!("new-outcome.about-context"),
    };
    section_ui(ui, tokens, say!("new-outcome"), about, |ui| {
        indicator_ui(ui, scene, place, &mut next);
        let line = Field::line(place, "plan.statement", say!("published-form-statement"), whole(ui))
            .hint(say!("published-form-statement.hint"));
        if let Some(lines) = pasted_lines(ui, line.id()) {
            scene.send(Action::Editor(EditorAction::Review(lines)));
        }
        let read = |text: &str| plan.statement_meaning(&dataset, text);
        if let Some(text) = field_ui(ui, scene, &line, &plan.statement, read) {
            next.statement = text;
        }
        next.choose_grades();
        last_time_ui(ui, plan, &mut next);
    });
    section_ui(ui, tokens, say!("outcome-form-who"), "", |ui| places_ui(ui, scene, place, &mut next));
    section_ui(ui, tokens, say!("outcome-form-where"), "", |ui| source_ui(ui, scene, place, &mut next));
    if next != *plan {
        scene.send(Action::Editor(EditorAction::Plan(Some(Box::new(next)))));
    }
}

/// Several lines that are pasted into the field of this id, which takes one: they are looked through instead.
fn pasted_lines(ui: &Ui, field: Id) -> Option<String> {
    if !ui.memory(|memory| memory.has_focus(field)) {
        return None;
    }
    ui.ctx().input_mut(|input| {
        let is_several = |event: &Event| matches!(event, Event::Paste(text) if several_lines(text).is_some());
        let at = input.events.iter().position(is_several)?;
        let Event::Paste(text) = input.events.remove(at) else { return None };
        Some(text)
    })
}

/// The time of the outcome that was added before, for those whose time is the same.
fn last_time_ui(ui: &mut Ui, plan: &NewOutcome, next: &mut NewOutcome) {
    let time = plan.last_time.as_str();
    if time.is_empty() {
        return;
    }
    let can_add = !plan.statement.trim().is_empty() && !plan.statement.contains(time);
    let button = egui::Button::new(say!("new-outcome-same-time", time = time)).small();
    if ui.add_enabled(can_add, button).clicked() {
        next.statement = say!("new-outcome-statement-and-time", statement = plan.statement.trim(), time = time);
    }
}

/// The height of the line that says how something is counted, in points.
const COUNTED: f32 = 36.0;

/// The height of the buttons below the sheet, in points.
pub(super) const FOOTER: f32 = 48.0;

/// The buttons below the sheet, which do not scroll with it, and beside them what is still asked for.
pub(super) fn footer_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, plan: &NewOutcome) {
    let dataset = scene.state.document.original.clone();
    ui.separator();
    ui.horizontal(|ui| {
        let is_whole = plan.outcome(&dataset).is_some();
        let add = ui.add_enabled(is_whole, egui::Button::new(say!("new-outcome-add")));
        if add.on_hover_text(say!("new-outcome-add.hint")).clicked() {
            scene.send(Action::Editor(EditorAction::AddPlanned));
        } else if ui.button(say!("new-outcome-cancel")).clicked() {
            scene.send(Action::Editor(EditorAction::Plan(None)));
        }
        let asked = plan.asked(&dataset);
        if ui.ctx().input_mut(|i| i.consume_key(Modifiers::COMMAND, Key::Enter)) {
            match asked.filter(|_| !is_whole) {
                Some(why) => scene.send(Action::TellWhyNot(why)),
                None => scene.send(Action::Editor(EditorAction::AddPlannedAndNext)),
            }
        }
        if let Some(asked) = asked {
            ui.add(egui::Label::new(quiet(asked, scene.tokens)).truncate());
        }
    });
}

/// What was counted: one that is there is told in words, one that is made is finished here and stands nowhere else yet.
fn indicator_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, place: PartPath, next: &mut NewOutcome) {
    let dataset = scene.state.document.original.clone();
    let there = next.indicator.as_ref().and_then(|id| dataset.indicators.iter().enumerate().find(|(_, i)| i.id == *id));
    let made = next.made_indicator().cloned();
    let field = Field::line(place, "indicator", say!("outcome-form-indicator"), whole(ui));
    let field = field.hint(say!("outcome-form-indicator.hint"));
    let typed = scene.state.editor.drafts.text(place, "indicator");
    let shown = next.indicator_in(&dataset).map_or("", |indicator| indicator.name.as_str()).to_owned();
    let unit_of_new = PartPath::Indicator(dataset.indicators.len());
    if let Some(picked) = chooser_ui(ui, scene, &field, &shown, |text| indicator_offers(&dataset, text)) {
        let next_field = if picked.is_some() {
            (place, "plan.statement")
        } else {
            scene.send(Action::Editor(EditorAction::DropDrafts(unit_of_new, String::new())));
            (unit_of_new, "unit")
        };
        scene.send(Action::Editor(EditorAction::Cursor(next_field.0, next_field.1.to_owned())));
        next.choose_indicator(&dataset, picked, typed);
    }
    if made.is_none() {
        // One line, whether or not it says anything yet: what is below it keeps its place when an indicator is chosen.
        ui.scope(|ui| {
            ui.set_min_height(COUNTED);
            if let Some((nth, indicator)) = there {
                indicator_form::in_words_ui(ui, scene, nth, indicator);
            }
        });
    }
    if let Some(mut indicator) = made {
        ui.label(quiet(say!("outcome-form-how-counted"), scene.tokens));
        if let Some(how) = indicator_form::how_fields_ui(ui, scene, unit_of_new, &indicator) {
            // A text that is not understood stays in its field.
            let mut draft = EditorAction::DropDrafts(unit_of_new, "unit".to_owned());
            match how {
                How::Typed(text) if unit_meaning(&text).is_understood() => indicator.unit = text.into(),
                How::Typed(text) => draft = EditorAction::Type(unit_of_new, "unit".to_owned(), text),
                How::Unit(unit) => indicator.unit = unit.into(),
                How::Measure(measure) => {
                    indicator.measure = measure;
                    draft = EditorAction::Enter(unit_of_new, "measure".to_owned());
                }
            }
            scene.send(Action::Editor(draft));
            next.made.indicator = Some(indicator);
        }
    }
    ui.add_space(space::XS);
}

fn places_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, place: PartPath, next: &mut NewOutcome) {
    let dataset = scene.state.document.original.clone();
    let names: Vec<String> = next
        .places
        .iter()
        .map(|id| next.council_in(&dataset, id).map_or(id.as_str(), |c| c.name.as_str()).to_owned())
        .collect();
    if let Some(out) = chips_ui(ui, scene, |name| CouncilList::Places.take_out(name), &names) {
        next.places.remove(out);
    }
    let label = if next.places.is_empty() { CouncilList::Places.label() } else { CouncilList::Places.add() };
    let field = Field::line(place, "places", label, whole(ui)).hint(say!("fields-council.hint"));
    let chosen = next.places.clone();
    let picked = chooser_ui(ui, scene, &field, "", |text| council_offers(&dataset, text, &chosen));
    if let Some(picked) = picked {
        scene.send(Action::Editor(EditorAction::Cursor(place, "places".to_owned())));
        next.choose_council(picked);
    }
}

fn source_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, place: PartPath, next: &mut NewOutcome) {
    let dataset = scene.state.document.original.clone();
    let shown = next.source_in(&dataset).map_or("", |source| source.title.as_str()).to_owned();
    let field = Field::line(place, "sources", say!("fields-source"), whole(ui)).hint(say!("fields-source.hint"));
    let typed = scene.state.editor.drafts.text(place, "sources");
    let picked = chooser_ui(ui, scene, &field, &shown, |text| source_offers(&dataset, text));
    if let Some(picked) = picked {
        scene.send(Action::Editor(EditorAction::Cursor(place, "plan.locator".to_owned())));
        next.choose_source(&dataset, picked, typed);
    }
    let locator =
        Field::line(place, "plan.locator", say!("fields-locator"), whole(ui)).hint(say!("fields-locator.hint"));
    if let Some(text) =
        field_ui(ui, scene, &locator, &next.locator, |text| FieldMeaning::plain().unless_too_long(text, false))
    {
        next.locator = text;
    }
}
