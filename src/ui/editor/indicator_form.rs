//! The form of an indicator, and its short version where one is made while an outcome is written.

use egui::Ui;

use crate::app::{Action, EditorAction};
use crate::edit::forms::{counted_words, measures, polarities, series_offers, series_shown, unit_meaning, units};
use crate::edit::{Edit, PartPath};
use crate::model::{Indicator, Measure};
use crate::say;

use super::super::controls::{ToggleShape, choice, quiet};
use super::super::shell::PanelContext;
use super::choices::{chooser_ui, named, options_ui, pair_ui, whole};
use super::field::{Field, field_ui, section_ui, text_ui};
use super::lists::{advanced_ui, send};

/// The form.
pub(super) fn indicator_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, at: usize, indicator: &Indicator) {
    let place = PartPath::Indicator(at);
    let tokens = scene.tokens;
    section_ui(ui, tokens, say!("indicator-form-what"), say!("indicator-form-what.about"), |ui| {
        let width = whole(ui);
        let name = Field::line(place, "name", say!("indicator-form-name"), width);
        text_ui(ui, scene, &name.hint(say!("indicator-form-name.hint")));
        how_ui(ui, scene, at, indicator);
        let definition = Field::line(place, "definition", say!("indicator-form-definition"), width)
            .rows(2)
            .hint(say!("indicator-form-definition.hint"));
        text_ui(ui, scene, &definition);
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
            text_ui(ui, scene, &concept);
            let topic = Field::line(place, "topic", say!("indicator-form-topic"), width)
                .help(say!("indicator-form-topic.help"));
            text_ui(ui, scene, &topic);
        });
        series_ui(ui, scene, at, indicator);
        advanced_ui(ui, scene, place, |_, _| {});
    });
}

/// The official series that counts the same (R19).
fn series_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, at: usize, indicator: &Indicator) {
    let dataset = scene.state.document.original.clone();
    let field = named(PartPath::Indicator(at), "statistic", say!("indicator-form-series"), whole(ui))
        .help(say!("indicator-form-series.help"));
    let shown = series_shown(&dataset, indicator);
    if let Some(picked) = chooser_ui(ui, scene, &field, &shown, |text| series_offers(&dataset, indicator, text)) {
        let edit = Edit::indicator(&dataset, at, "statistic", |indicator| indicator.statistic = picked);
        send(scene, edit);
    }
}

/// What was said of how an indicator is counted.
pub(super) enum How {
    /// The unit, as typed.
    Typed(String),
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
        Some(How::Typed(text)) => {
            scene.send(Action::Editor(EditorAction::Type(place, "unit".to_owned(), text)));
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
    if let Some(text) = field_ui(ui, scene, &unit, indicator.unit.as_str(), unit_meaning) {
        said = Some(How::Typed(text));
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
