//! The form of an indicator, and its short version where one is made while an outcome is written.

use egui::Ui;

use crate::app::{Action, EditorAction};
use crate::edit::{Edit, PartKind, PartPath};
use crate::model::{Dataset, Indicator, IndicatorId, Measure, OutcomeId, Polarity};
use crate::say;

use super::super::controls::{ToggleShape, choice, quiet};
use super::super::shell::PanelContext;
use super::choices::{Option3, named, options_ui, pair_ui, whole};
use super::field::{Field, FieldMeaning, field_ui, section_ui, text_ui};
use super::forms::{followed_id, not_empty, too_long, wrong};
use super::lists::{advanced_ui, send};

/// Measures, with what each means.
fn measures() -> [Option3<Measure>; 7] {
    [
        (Measure::Flow, say!("indicator-form-flow"), say!("indicator-form-flow.hint")),
        (Measure::Stock, say!("indicator-form-stock"), say!("indicator-form-stock.hint")),
        (Measure::Rate, say!("indicator-form-rate"), say!("indicator-form-rate.hint")),
        (Measure::Average, say!("indicator-form-average"), say!("indicator-form-average.hint")),
        (Measure::Share, say!("indicator-form-share"), say!("indicator-form-share.hint")),
        (Measure::Rating, say!("indicator-form-rating"), say!("indicator-form-rating.hint")),
        (Measure::NotStated, say!("indicator-form-measure-not-stated"), say!("indicator-form-measure-not-stated.hint")),
    ]
}

/// Polarities, with what each means.
fn polarities() -> [Option3<Polarity>; 3] {
    [
        (Polarity::Neither, say!("indicator-form-neither"), say!("indicator-form-neither.hint")),
        (Polarity::LowerIsBetter, say!("indicator-form-lower"), say!("indicator-form-lower.hint")),
        (Polarity::HigherIsBetter, say!("indicator-form-higher"), say!("indicator-form-higher.hint")),
    ]
}

/// Units that are offered with one click.
fn units() -> [&'static str; 6] {
    [
        say!("indicator-form-unit-children"),
        say!("indicator-form-unit-people"),
        "%",
        say!("indicator-form-unit-rate"),
        "£",
        say!("indicator-form-unit-days"),
    ]
}

/// The form.
pub(super) fn indicator_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, at: usize, indicator: &Indicator) {
    let place = PartPath::Indicator(at);
    let tokens = scene.tokens;
    section_ui(ui, tokens, say!("indicator-form-what"), say!("indicator-form-what.about"), |ui| {
        let width = whole(ui);
        name_ui(ui, scene, at, indicator, width);
        how_ui(ui, scene, at, indicator);
        let definition = Field::line(place, "definition", say!("indicator-form-definition"), width)
            .rows(2)
            .hint(say!("indicator-form-definition.hint"));
        text_ui(ui, scene, &definition, &indicator.definition, FieldMeaning::any, |dataset, text| {
            Edit::indicator(dataset, at, "definition", |indicator| indicator.definition = text)
        });
    });
    section_ui(ui, tokens, say!("indicator-form-read"), "", |ui| {
        let polarity = named(place, "polarity", say!("indicator-form-polarity"), whole(ui));
        if let Some(polarity) = options_ui(ui, scene, &polarity, Some(indicator.polarity), &polarities()) {
            send(
                scene,
                Edit::indicator(&scene.state.document.original, at, "polarity", |indicator| {
                    indicator.polarity = polarity;
                }),
            );
        }
        pair_ui(ui, |ui, width| {
            let concept = Field::line(place, "concept", say!("indicator-form-concept"), width)
                .help(say!("indicator-form-concept.help"));
            let asked = not_empty(say!("indicator-form-concept.asked"));
            text_ui(ui, scene, &concept, &indicator.concept, asked, |dataset, text| {
                Edit::indicator(dataset, at, "concept", |indicator| indicator.concept = text)
            });
            let topic = Field::line(place, "topic", say!("indicator-form-topic"), width)
                .help(say!("indicator-form-topic.help"));
            text_ui(ui, scene, &topic, &indicator.topic, FieldMeaning::any, |dataset, text| {
                Edit::indicator(dataset, at, "topic", |indicator| indicator.topic = text)
            });
        });
        advanced_ui(ui, scene, place, |_, _| {});
    });
}

fn name_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, at: usize, indicator: &Indicator, width: f32) {
    let place = PartPath::Indicator(at);
    let name = Field::line(place, "name", say!("indicator-form-name"), width).hint(say!("indicator-form-name.hint"));
    text_ui(ui, scene, &name, &indicator.name, not_empty(say!("indicator-form-name.asked")), |dataset, text| {
        let id = followed_id(dataset, place, PartKind::Indicator, &indicator.name, &text);
        // The concept follows the name until somebody writes another.
        let follows = indicator.concept == indicator.name.trim().to_lowercase();
        Edit::indicator(dataset, at, "name", |indicator| {
            if follows {
                indicator.concept = text.trim().to_lowercase();
            }
            indicator.name = text;
            indicator.id = id.map_or_else(|| indicator.id.clone(), IndicatorId::new);
        })
    });
}

/// Whether unit and measure are still asked for where the indicator is used; also while they are being finished there, so that Tab
/// goes from one to the next.
pub(super) fn is_unfinished(scene: &PanelContext<'_>, at: usize, indicator: &Indicator) -> bool {
    scene.state.editor.finishing == Some(PartPath::Indicator(at))
        || (indicator.measure == Measure::NotStated && indicator.definition.is_empty())
        || indicator.unit.is_blank()
}

/// What data say of a unit where a source does not tell; a word of the format and not of the window.
pub(super) const NOT_STATED: &str = "not stated";

/// How an indicator is counted and in what, in a sentence: "Counted on a day, in children.", "A grade given by an inspector."
pub(super) fn counted_words(indicator: &Indicator) -> String {
    let unit = indicator.unit.as_str();
    let kind = match unit {
        "" | NOT_STATED => "none",
        "%" => "percent",
        rate if rate.starts_with("per ") => "rate",
        _ => "other",
    };
    let measure = match indicator.measure {
        Measure::Rating => return say!("outcome-form-counted.grade").to_owned(),
        Measure::Flow => "flow",
        Measure::Stock => "stock",
        Measure::Rate => "rate",
        Measure::Average => "average",
        Measure::Share => "share",
        Measure::NotStated => "not-stated",
    };
    say!("outcome-form-counted", measure = measure, kind = kind, unit = unit)
}

/// What was said of how an indicator is counted.
pub(super) enum How {
    /// The unit, as typed, and whether it is understood.
    Typed(String, bool),
    /// A unit that was offered.
    Unit(&'static str),
    /// The measure.
    Measure(Measure),
}

/// Unit and measure of an indicator of the dataset, without which a figure says little.
pub(super) fn how_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, at: usize, indicator: &Indicator) {
    let place = PartPath::Indicator(at);
    let dataset = scene.state.document.original.clone();
    match how_fields_ui(ui, scene, place, indicator) {
        Some(How::Typed(text, is_understood)) => {
            let edit = Edit::indicator(&dataset, at, "unit", |indicator| indicator.unit = text.as_str().into());
            let edit = edit.ok().filter(|_| is_understood).map(Box::new);
            scene.send(Action::Editor(EditorAction::Type { place, field: "unit".to_owned(), text, edit }));
        }
        Some(How::Unit(unit)) => {
            scene.send(Action::Editor(EditorAction::KeepChoicesInSight(place)));
            scene.send(Action::Editor(EditorAction::DropDrafts(place, "unit".to_owned())));
            send(scene, Edit::indicator(&dataset, at, "unit", |indicator| indicator.unit = unit.into()));
        }
        Some(How::Measure(measure)) => {
            scene.send(Action::Editor(EditorAction::KeepChoicesInSight(place)));
            send(scene, Edit::indicator(&dataset, at, "measure", |indicator| indicator.measure = measure));
        }
        None => {}
    }
}

/// The fields of unit and measure; gives what was said. They change nothing themselves.
pub(super) fn how_fields_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    place: PartPath,
    indicator: &Indicator,
) -> Option<How> {
    let mut said = None;
    let width = whole(ui);
    let unit = Field::line(place, "unit", say!("indicator-form-unit"), width).hint(say!("indicator-form-unit.hint"));
    if let Some(text) = field_ui(ui, scene, &unit, indicator.unit.as_str(), read_unit) {
        let is_understood = matches!(read_unit(&text), FieldMeaning::Fine(_)) && too_long(&text, 1).is_none();
        said = Some(How::Typed(text, is_understood));
    }
    // Beside a unit of one's own they are gone, so that Tab goes to the next field, but their room stays: nothing below may move
    // while somebody types. One that was chosen among them stays in sight with the others, so that another can be chosen.
    let offered = units();
    ui.scope(|ui| {
        if !indicator.unit.is_blank() && !offered.contains(&indicator.unit.as_str()) {
            ui.set_invisible();
        }
        ui.horizontal_wrapped(|ui| {
            for unit in offered {
                let spoken = say!("indicator-form-unit.spoken", unit = unit);
                let on = indicator.unit.as_str() == unit;
                if choice(ui, scene.tokens, ToggleShape::Chip, on, unit, &spoken).clicked() && !on {
                    said = Some(How::Unit(unit));
                }
            }
        });
    });
    let measure = named(place, "measure", say!("indicator-form-measure"), width);
    options_ui(ui, scene, &measure, Some(indicator.measure), &measures()).map(How::Measure).or(said)
}

/// How an indicator that others use is counted, in words, with the way to its own form: what is changed there is changed for all.
pub(super) fn in_words_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, at: usize, indicator: &Indicator) {
    ui.horizontal_wrapped(|ui| {
        ui.label(quiet(counted_words(indicator), scene.tokens));
        let uses = scene.state.document.original.outcomes().filter(|l| l.indicator.id == indicator.id).count();
        if ui.small_button(say!("outcome-form-change-for-all", n = uses)).clicked() {
            scene.send(Action::Editor(EditorAction::GoToField(PartPath::Indicator(at), "unit".to_owned())));
        }
    });
}

/// Whether other outcomes than this one are counted by an indicator.
pub(super) fn is_shared(dataset: &Dataset, indicator: &IndicatorId, by: &OutcomeId) -> bool {
    dataset.outcomes().any(|located| located.indicator.id == *indicator && located.outcome.id != *by)
}

/// A unit says what is counted; a text that begins with a number is a figure in the wrong field.
fn read_unit(text: &str) -> FieldMeaning {
    if text.trim().trim_start_matches(['-', '\u{2212}', '+']).starts_with(|c: char| c.is_ascii_digit()) {
        return FieldMeaning::Wrong(wrong(say!("indicator-form-unit.number"), say!("indicator-form-unit.number-mend")));
    }
    FieldMeaning::any(text)
}
