//! The sheet of a new outcome: what was counted, what was published, whose figure it is and where it stands. It is put into the
//! dataset when it says what was counted and what was published (R1); everything else can be said later. Until then nothing of it is
//! in the dataset, nor are the parts that are made for it.

use egui::Ui;

use crate::app::{Action, EditorAction, NewOutcome, NewParts, as_printed, planned};
use crate::edit::{OutcomeParent, PartPath, new_parts, typed};
use crate::model::{Dataset, Indicator, Measure, Programme, Published};
use crate::say;
use crate::theme::space;

use super::super::controls::quiet;
use super::super::shell::PanelContext;
use super::choices::{chips_ui, chooser_ui, whole};
use super::field::{Field, FieldMeaning, field_ui, section_ui};
use super::indicator_form::{self, How};
use super::lists::{CouncilList, CouncilOffer, council_offers, indicator_offers, send, source_offers};
use super::published;

/// A new outcome of a programme: in its places, taken from its document.
pub(in super::super) fn begin(programme: &Programme, home: OutcomeParent) -> NewOutcome {
    let source = programme.sources.first().or_else(|| programme.outcomes.last().and_then(|o| o.sources.first()));
    NewOutcome {
        home,
        indicator: None,
        places: programme.places.clone(),
        statement: String::new(),
        source: source.map(|cited| cited.source.clone()),
        locator: String::new(),
        made: NewParts::default(),
    }
}

/// A new figure of no programme.
pub(super) fn begin_context() -> NewOutcome {
    NewOutcome {
        home: OutcomeParent::Context,
        indicator: None,
        places: Vec::new(),
        statement: String::new(),
        source: None,
        locator: String::new(),
        made: NewParts::default(),
    }
}

/// The sheet.
pub(super) fn plan_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, plan: &NewOutcome) {
    let dataset = scene.state.document.original.clone();
    let tokens = scene.tokens;
    let place = place_of(&dataset, plan);
    let mut next = plan.clone();
    let about = match plan.home {
        OutcomeParent::Programme(_) => say!("new-outcome.about"),
        OutcomeParent::Context => say!("new-outcome.about-context"),
    };
    section_ui(ui, tokens, say!("new-outcome"), about, |ui| {
        indicator_ui(ui, scene, place, &mut next);
        // Grades need no indicator to be understood: what is made for them is counted as a grade.
        let grades = typed::says_grades(&plan.statement);
        let of_grades = || new_parts::indicator(&dataset, "", new_parts::GRADE, Measure::Rating);
        let indicator = plan.indicator_in(&dataset).cloned().or_else(|| grades.then(of_grades));
        let indicator = indicator.as_ref();
        let line = Field::line(place, "plan.statement", say!("published-form-statement"), whole(ui))
            .hint(say!("published-form-statement.hint"));
        let read = |text: &str| match text.trim() {
            "" => FieldMeaning::Missing(say!("new-outcome-statement-asked").to_owned()),
            _ => kept_as_printed(text, indicator, published::read_statement(text, indicator)),
        };
        if let Some(text) = field_ui(ui, scene, &line, &plan.statement, read) {
            next.statement = text;
        }
        next.choose_grades();
    });
    section_ui(ui, tokens, say!("outcome-form-who"), "", |ui| places_ui(ui, scene, place, &mut next));
    section_ui(ui, tokens, say!("outcome-form-where"), "", |ui| source_ui(ui, scene, place, &mut next));
    if next != *plan {
        scene.send(Action::Editor(EditorAction::Plan(Some(Box::new(next)))));
    }
}

/// How a statement was understood, with what the notes will keep of its words.
fn kept_as_printed(text: &str, indicator: Option<&Indicator>, read: FieldMeaning) -> FieldMeaning {
    let counted = indicator.map(typed::CountedPhrase::of);
    let printed = typed::statement(text, counted.as_ref()).ok().and_then(|it| as_printed(text, &it.published));
    let Some(printed) = printed else { return read };
    let told = |understood: &str| say!("new-outcome-as-printed-kept", understood = understood, printed = printed);
    match read {
        FieldMeaning::Fine(words) => FieldMeaning::Fine(told(&words)),
        FieldMeaning::Either(words, choices) => FieldMeaning::Either(told(&words), choices),
        FieldMeaning::Missing(_) | FieldMeaning::Wrong(_) => read,
    }
}

/// The height of the buttons below the sheet, in points.
pub(super) const FOOTER: f32 = 48.0;

/// The buttons below the sheet, which do not scroll with it, and beside them what is still asked for.
pub(super) fn footer_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, plan: &NewOutcome) {
    let dataset = scene.state.document.original.clone();
    let place = place_of(&dataset, plan);
    ui.separator();
    ui.horizontal(|ui| {
        let made = planned(&dataset, plan);
        if ui.add_enabled(made.is_some(), egui::Button::new(say!("new-outcome-add"))).clicked()
            && let Some(outcome) = made
        {
            scene.send(Action::Editor(EditorAction::Plan(None)));
            let field = asked_after(&outcome.published);
            send(scene, plan.added(&dataset, place, outcome));
            scene.send(Action::Editor(EditorAction::GoToField(place, field.to_owned())));
        } else if ui.button(say!("new-outcome-cancel")).clicked() {
            scene.send(Action::Editor(EditorAction::Plan(None)));
        }
        if let Some(asked) = asked(&dataset, plan) {
            ui.add(egui::Label::new(quiet(asked, scene.tokens)).truncate());
        }
    });
}

/// The field where the next thing is typed once it is added: grades have a framework, without which no step between them is counted (R8).
fn asked_after(published: &Published) -> &'static str {
    match published {
        Published::Rating { before, .. } if before.framework.is_none() => "published.before.framework",
        Published::SingleGrade(grade) if grade.framework.is_none() => "published.framework",
        Published::Rating { .. }
        | Published::SingleGrade(_)
        | Published::Pair { .. }
        | Published::Change { .. }
        | Published::Direction { .. }
        | Published::Part { .. }
        | Published::Single { .. }
        | Published::Series { .. }
        | Published::Suppressed(_) => "statement",
    }
}

/// Where it will stand; nothing stands there yet.
fn place_of(dataset: &Dataset, plan: &NewOutcome) -> PartPath {
    let count = match plan.home {
        OutcomeParent::Context => dataset.context.len(),
        OutcomeParent::Programme(p) => dataset.programmes.get(p).map_or(0, |programme| programme.outcomes.len()),
    };
    PartPath::Outcome(plan.home, count)
}

/// What an outcome is still asked for before it can be added; `None` where nothing is.
fn asked(dataset: &Dataset, plan: &NewOutcome) -> Option<&'static str> {
    let Some(indicator) = plan.indicator_in(dataset) else {
        return Some(say!("new-outcome-choose-first"));
    };
    if plan.statement.trim().is_empty() {
        return Some(say!("new-outcome-type-first"));
    }
    let counted = typed::CountedPhrase::of(indicator);
    let is_wrong = typed::statement(&plan.statement, Some(&counted)).is_err();
    if is_wrong {
        return Some(say!("new-outcome-not-understood"));
    }
    // These can wait too, and are told before they are found wanting.
    if indicator.unit.is_blank() {
        return Some(say!("new-outcome-unit-first"));
    }
    if plan.places.is_empty() {
        return Some(say!("new-outcome-places-first"));
    }
    plan.source.is_none().then_some(say!("new-outcome-source-first"))
}

/// What was counted: one that is there is told in words, one that is made is finished here and stands nowhere else yet.
fn indicator_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, place: PartPath, next: &mut NewOutcome) {
    let dataset = scene.state.document.original.clone();
    let there = next.indicator.as_ref().and_then(|id| dataset.indicators.iter().enumerate().find(|(_, i)| i.id == *id));
    let made = next.made_indicator().cloned();
    let field = Field::line(place, "indicator", say!("outcome-form-indicator"), whole(ui));
    let field = field.hint(say!("outcome-form-indicator.hint"));
    let text = scene.state.editor.drafts.get(place, "indicator").map_or_else(String::new, |draft| draft.text.clone());
    let shown = next.indicator_in(&dataset).map_or("", |indicator| indicator.name.as_str()).to_owned();
    let unit_of_new = PartPath::Indicator(dataset.indicators.len());
    match chooser_ui(ui, scene, &field, &shown, |text| indicator_offers(&dataset, text)) {
        Some(Some(id)) => {
            next.indicator = Some(id);
            scene.send(Action::Editor(EditorAction::Cursor(place, "plan.statement".to_owned())));
        }
        Some(None) => {
            let made = new_parts::indicator(&dataset, text.trim(), "", Measure::NotStated);
            next.indicator = Some(made.id.clone());
            next.made.indicator = Some(made);
            scene.send(Action::Editor(EditorAction::DropDrafts(unit_of_new, String::new())));
            scene.send(Action::Editor(EditorAction::Cursor(unit_of_new, "unit".to_owned())));
        }
        None => {}
    }
    if let Some(mut indicator) = made {
        ui.label(quiet(say!("outcome-form-how-counted"), scene.tokens));
        if let Some(how) = indicator_form::how_fields_ui(ui, scene, unit_of_new, &indicator) {
            // A text that is not understood stays in its field.
            let mut draft = EditorAction::DropDrafts(unit_of_new, "unit".to_owned());
            match how {
                How::Typed(text, false) => {
                    let (place, field) = (unit_of_new, "unit".to_owned());
                    draft = EditorAction::Type { place, field, text, edit: None };
                }
                How::Typed(text, true) => indicator.unit = text.into(),
                How::Unit(unit) => indicator.unit = unit.into(),
                How::Measure(measure) => {
                    indicator.measure = measure;
                    draft = EditorAction::Enter(unit_of_new, "measure".to_owned());
                }
            }
            scene.send(Action::Editor(draft));
            next.made.indicator = Some(indicator);
        }
    } else if let Some((nth, indicator)) = there {
        indicator_form::in_words_ui(ui, scene, nth, indicator);
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
    if picked.is_some() {
        scene.send(Action::Editor(EditorAction::Cursor(place, "places".to_owned())));
    }
    match picked {
        Some(CouncilOffer::There(id)) => next.places.push(id),
        Some(CouncilOffer::New(council)) => next.add_council(*council),
        None => {}
    }
}

fn source_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, place: PartPath, next: &mut NewOutcome) {
    let dataset = scene.state.document.original.clone();
    let shown = next.source_in(&dataset).map_or("", |source| source.title.as_str()).to_owned();
    let field = Field::line(place, "sources", say!("fields-source"), whole(ui)).hint(say!("fields-source.hint"));
    let text = scene.state.editor.drafts.get(place, "sources").map_or_else(String::new, |draft| draft.text.clone());
    let picked = chooser_ui(ui, scene, &field, &shown, |text| source_offers(&dataset, text));
    if picked.is_some() {
        scene.send(Action::Editor(EditorAction::Cursor(place, "plan.locator".to_owned())));
    }
    match picked {
        Some(Some(id)) => next.source = Some(id),
        Some(None) => {
            let made = new_parts::source(&dataset, text.trim());
            next.source = Some(made.id.clone());
            next.made.source = Some(made);
        }
        None => {}
    }
    let locator =
        Field::line(place, "plan.locator", say!("fields-locator"), whole(ui)).hint(say!("fields-locator.hint"));
    if let Some(text) = field_ui(ui, scene, &locator, &next.locator, FieldMeaning::any) {
        next.locator = text;
    }
}
