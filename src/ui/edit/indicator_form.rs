//! The form of an indicator, and its short version where one is made while an outcome is written.

use egui::Ui;

use crate::edit::{Edit, PartKind, Place};
use crate::model::{Indicator, IndicatorId, Measure, Polarity};

use super::super::controls::{Shape, choice};
use super::super::shell::Scene;
use super::choices::{Option3, named, options_ui, pair_ui, whole};
use super::field::{Field, Reading, section_ui, text_ui};
use super::forms::{followed_id, not_empty};
use super::lists::{advanced_ui, send};

/// Measures, with what each means.
pub(super) const MEASURES: [Option3<Measure>; 7] = [
    (
        Measure::Flow,
        "Over a period",
        "Counted over a time: enquiries in a year. Unequal periods are compared by the month.",
    ),
    (Measure::Stock, "On a day", "Counted on one day: children looked after on 31 March."),
    (Measure::Rate, "A rate", "So many per so many people."),
    (Measure::Average, "An average", "The mean of something: days to an offer."),
    (Measure::Share, "A share", "A part of a whole, in per cent."),
    (Measure::Rating, "A grade", "Given by an inspector: good, inadequate."),
    (Measure::NotStated, "Not stated", "The source does not say; then no average by the month is worked out."),
];

/// Polarities, with what each means.
const POLARITIES: [Option3<Polarity>; 3] = [
    (Polarity::Neither, "Neither", "More or fewer is told, and never better or worse."),
    (Polarity::LowerIsBetter, "Lower is better", "A fall is told as better. Only where nobody would dispute it."),
    (Polarity::HigherIsBetter, "Higher is better", "A rise is told as better. Only where nobody would dispute it."),
];

/// Units that are offered with one click.
const UNITS: [&str; 6] = ["children", "people", "%", "per 10,000 children", "£", "days"];

/// The form.
pub(super) fn indicator_ui(ui: &mut Ui, scene: &mut Scene<'_>, at: usize, indicator: &Indicator) {
    let place = Place::Indicator(at);
    let tokens = scene.tokens;
    section_ui(
        ui,
        tokens,
        "What is counted",
        "In one unit: a number and a rate of the same thing are two indicators.",
        |ui| {
            let width = whole(ui);
            name_ui(ui, scene, at, indicator, width);
            how_ui(ui, scene, at, indicator);
            let definition = Field::line(place, "definition", "What exactly is counted", width)
                .rows(2)
                .hint("Looked-after children on 31 March, full count");
            text_ui(ui, scene, &definition, &indicator.definition, Reading::any, |dataset, text| {
                Edit::indicator(dataset, at, "definition", |indicator| indicator.definition = text)
            });
        },
    );
    section_ui(ui, tokens, "How it is read", "", |ui| {
        let polarity = named(place, "polarity", "Better", whole(ui));
        if let Some(polarity) = options_ui(ui, scene, &polarity, Some(indicator.polarity), &POLARITIES) {
            send(
                scene,
                Edit::indicator(&scene.state.document.original, at, "polarity", |indicator| {
                    indicator.polarity = polarity;
                }),
            );
        }
        pair_ui(ui, |ui, width| {
            let concept = Field::line(place, "concept", "Concept", width)
                .help("Indicators of one concept count the same thing in different units.");
            let asked = not_empty("Write what is counted, whatever the unit.");
            text_ui(ui, scene, &concept, &indicator.concept, asked, |dataset, text| {
                Edit::indicator(dataset, at, "concept", |indicator| indicator.concept = text)
            });
            let topic = Field::line(place, "topic", "Topic", width).help("The heading it stands under on the wall.");
            text_ui(ui, scene, &topic, &indicator.topic, Reading::any, |dataset, text| {
                Edit::indicator(dataset, at, "topic", |indicator| indicator.topic = text)
            });
        });
        advanced_ui(ui, scene, place, |_, _| {});
    });
}

fn name_ui(ui: &mut Ui, scene: &mut Scene<'_>, at: usize, indicator: &Indicator, width: f32) {
    let place = Place::Indicator(at);
    let name = Field::line(place, "name", "Name of the indicator", width).hint("Fostering enquiries");
    text_ui(ui, scene, &name, &indicator.name, not_empty("Write its name."), |dataset, text| {
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
pub(super) fn is_unfinished(scene: &Scene<'_>, at: usize, indicator: &Indicator) -> bool {
    scene.state.desk.finishing == Some(Place::Indicator(at))
        || (indicator.measure == Measure::NotStated && indicator.definition.is_empty())
        || indicator.unit.is_empty()
}

/// Unit and measure, without which a figure says little.
pub(super) fn how_ui(ui: &mut Ui, scene: &mut Scene<'_>, at: usize, indicator: &Indicator) {
    let place = Place::Indicator(at);
    let width = whole(ui);
    let unit = Field::line(place, "unit", "Unit", width).hint("children, %, £, per 10,000 children, days");
    text_ui(ui, scene, &unit, &indicator.unit, Reading::any, |dataset, text| {
        Edit::indicator(dataset, at, "unit", |indicator| indicator.unit = text)
    });
    if indicator.unit.is_empty() {
        ui.horizontal_wrapped(|ui| {
            for unit in UNITS {
                if choice(ui, scene.tokens, Shape::Chip, false, unit, &format!("Unit: {unit}")).clicked() {
                    let edit = Edit::indicator(&scene.state.document.original, at, "unit", |indicator| {
                        unit.clone_into(&mut indicator.unit);
                    });
                    send(scene, edit);
                }
            }
        });
    }
    let measure = named(place, "measure", "How it is counted", width);
    if let Some(measure) = options_ui(ui, scene, &measure, Some(indicator.measure), &MEASURES) {
        send(
            scene,
            Edit::indicator(&scene.state.document.original, at, "measure", |indicator| indicator.measure = measure),
        );
    }
}
