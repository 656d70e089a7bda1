//! The form of an outcome, in the order in which a reader asks: what changed, who and where, how sure, where it stands.

use egui::Ui;

use crate::edit::typed::{self, Counted};
use crate::edit::{Edit, Home, Part, Place};
use crate::model::{Attribution, ComparedWith, CountedGroup, Dataset, Fact, Number, Outcome, OutcomeId, Role};
use crate::theme::{Type, space};

use super::super::controls::{bold, quiet};
use super::super::shell::Scene;
use super::choices::{Offer, Option3, chips_ui, chooser_ui, fits, named, options_ui, pair_ui, whole};
use super::field::{Field, Reading, findings_ui, label_ui, section_ui, text_ui};
use super::lists::{advanced_ui, citations_ui, councils_ui, indicator_offers, lines_ui, new_indicator, send};
use super::{benchmark, indicator_form, published};

const GROUPS: [Option3<CountedGroup>; 4] = [
    (CountedGroup::WholeCouncil, "The whole council", "Everyone in the council's area."),
    (CountedGroup::Clients, "The programme's clients", "Only the people the programme worked with."),
    (CountedGroup::Sample, "A sample", "A part of the people, such as those who answered a survey."),
    (CountedGroup::NotStated, "Not stated", "The source does not say."),
];

const ROLES: [Option3<Role>; 5] = [
    (Role::Outcome, "Outcome", "It happened and was counted."),
    (Role::Estimate, "Estimate", "Somebody reckons it; hidden until asked for, then hatched."),
    (Role::Target, "Target", "It was aimed at; hidden until asked for, then hatched."),
    (Role::Plan, "Plan", "It is intended; hidden until asked for, then hatched."),
    (Role::Context, "Context", "It happened elsewhere or nationally; shown in grey."),
];

const ATTRIBUTIONS: [Option3<Attribution>; 3] = [
    (Attribution::CausedBy, "Brought about", "The source says that the programme brought it about."),
    (Attribution::Alongside, "Told alongside", "The source tells both together, and not that one caused the other."),
    (Attribution::NotSaid, "Not said", "The source does not say."),
];

const COMPARISONS: [Option3<ComparedWith>; 4] = [
    (ComparedWith::Itself, "Itself, before and after", "The same place or people at two times, and nothing else."),
    (ComparedWith::StatedBenchmark, "A benchmark", "The source names a figure to hold it against; write it below."),
    (ComparedWith::MeasuredComparators, "Measured comparators", "Other places were measured over the same time."),
    (ComparedWith::NotApplicable, "Nothing", "A grade or a single level, which is compared with nothing."),
];

const FACTS: [Option3<Fact>; 7] = [
    (Fact::FullCount, "Everyone was counted", "Nothing was sampled, so there is no margin of sampling."),
    (Fact::Sample, "A sample of known size", "An interval can be worked out."),
    (Fact::IndependentEvents, "Separate events", "Each one counted happens by itself, and not because of another."),
    (Fact::SamePeople, "The same people twice", "The same people before and after."),
    (Fact::ChosenClients, "Chosen for it", "Clients were chosen because of the thing that is counted."),
    (Fact::OverlappingEvents, "Overlapping events", "It counts some of the same events as another outcome."),
    (Fact::PickedAtABadMoment, "Picked at a bad moment", "People and places picked so tend to improve anyway."),
];

/// The form.
pub(super) fn outcome_ui(ui: &mut Ui, scene: &mut Scene<'_>, home: Home, at: usize, outcome: &Outcome) {
    let place = Place::Outcome(home, at);
    let dataset = scene.state.document.original.clone();
    let tokens = scene.tokens;
    section_ui(ui, tokens, "What changed", "", |ui| {
        what_ui(ui, scene, &dataset, home, at, outcome);
        published::published_ui(ui, scene, &dataset, home, at, outcome);
    });
    section_ui(ui, tokens, "Who and where", "", |ui| who_ui(ui, scene, &dataset, home, at, outcome));
    section_ui(ui, tokens, "How sure", "What kind of statement it is, and how far it may be read.", |ui| {
        let role = named(place, "role", "What it is", whole(ui));
        if let Some(role) = options_ui(ui, scene, &role, Some(outcome.role), &ROLES) {
            send(scene, Edit::outcome(&dataset, home, at, "role", |o| o.role = role));
        }
        let attribution = named(place, "attribution", "Was it the programme?", whole(ui));
        if let Some(chosen) = options_ui(ui, scene, &attribution, Some(outcome.attribution), &ATTRIBUTIONS) {
            send(scene, Edit::outcome(&dataset, home, at, "attribution", |o| o.attribution = chosen));
        }
        let compared = named(place, "compared_with", "Compared with", whole(ui));
        if let Some(chosen) = options_ui(ui, scene, &compared, Some(outcome.compared_with), &COMPARISONS) {
            send(scene, Edit::outcome(&dataset, home, at, "compared_with", |o| o.compared_with = chosen));
        }
        benchmark::benchmark_ui(ui, scene, &dataset, home, at, outcome);
        facts_ui(ui, scene, &dataset, home, at, outcome);
    });
    section_ui(
        ui,
        tokens,
        "Where it stands",
        "The documents it is taken from; one outcome in two documents has two.",
        |ui| {
            citations_ui(ui, scene, place, &outcome.sources, |dataset, list, field| {
                Edit::outcome(dataset, home, at, field, |o| o.sources = list)
            });
            let notes =
                Field::line(place, "notes", "Notes", whole(ui)).rows(2).hint("What a reader should know; a line each");
            lines_ui(ui, scene, &notes, &outcome.notes, |dataset, lines| {
                Edit::outcome(dataset, home, at, "notes", |o| o.notes = lines)
            });
            advanced_ui(ui, scene, place, |ui, scene| {
                for (field, label, help) in [
                    ("overlaps", "Counts some of the same events as", "These are never added up."),
                    ("disagrees_with", "Another account of the same thing as", "Both stay, with a caution."),
                ] {
                    others_ui(ui, scene, &dataset, (home, at, outcome), (field, label, help));
                }
            });
        },
    );
}

fn what_ui(ui: &mut Ui, scene: &mut Scene<'_>, dataset: &Dataset, home: Home, at: usize, outcome: &Outcome) {
    let place = Place::Outcome(home, at);
    let indicator = dataset.indicators.iter().enumerate().find(|(_, i)| i.id == outcome.indicator);
    let shown = indicator.map_or(outcome.indicator.as_str(), |(_, i)| i.name.as_str());
    // How it is counted stands in the line below the field, which would be empty otherwise.
    let told = match indicator {
        Some((nth, indicator)) if !indicator_form::is_unfinished(scene, nth, indicator) => {
            let unit = if indicator.unit.is_empty() { "no unit" } else { indicator.unit.as_str() };
            format!("In {unit}, {}.", indicator.measure.meaning())
        }
        _ => String::new(),
    };
    let field = Field::line(place, "indicator", "What was counted", whole(ui));
    let field = field.hint("Type the name of an indicator").help(&told);
    let text = scene.state.desk.drafts.get(place, "indicator").map_or_else(String::new, |draft| draft.text.clone());
    if let Some(picked) = chooser_ui(ui, scene, &field, shown, |text| indicator_offers(dataset, text)) {
        let edit = if let Some(id) = picked {
            Edit::outcome(dataset, home, at, "indicator", |o| o.indicator = id)
        } else {
            new_indicator(dataset, text.trim()).and_then(|(id, add)| {
                let mut edit = Edit::outcome(dataset, home, at, "indicator", |o| o.indicator = id)?;
                edit.swaps.splice(0..0, add.swaps);
                Ok(edit)
            })
        };
        send(scene, edit);
    }
    // A new one is finished here, where it is needed.
    if let Some((nth, indicator)) = indicator
        && told.is_empty()
    {
        ui.label(quiet("How is it counted?", scene.tokens));
        indicator_form::how_ui(ui, scene, nth, indicator);
    }
    ui.add_space(space::XS);
}

fn who_ui(ui: &mut Ui, scene: &mut Scene<'_>, dataset: &Dataset, home: Home, at: usize, outcome: &Outcome) {
    let place = Place::Outcome(home, at);
    let width = whole(ui);
    let places = Field::line(place, "places", "Places", width)
        .help("Whose figure it is, where it is not every place of the programme.");
    councils_ui(ui, scene, &places, &outcome.places, |dataset, list| {
        Edit::outcome(dataset, home, at, "places", |o| o.places = list)
    });
    let group = named(place, "counted.group", "Who was counted", width);
    if let Some(chosen) = options_ui(ui, scene, &group, Some(outcome.counted.group), &GROUPS) {
        send(scene, Edit::outcome(dataset, home, at, "counted.group", |o| o.counted.group = chosen));
    }
    let who = Field::line(place, "counted.who", "In words", width).hint("families with a child on a protection plan");
    text_ui(ui, scene, &who, &outcome.counted.who, Reading::any, |dataset, text| {
        Edit::outcome(dataset, home, at, "counted.who", |o| o.counted.who = text)
    });
    pair_ui(ui, |ui, width| {
        let counted = dataset.indicator(&outcome.indicator).map_or_else(Counted::default, Counted::of);
        let heads = counted.heads(&outcome.counted.who);
        let read = |text: &str| published::read_number(text, &heads);
        let written = |number: &Option<Number>| number.as_ref().map_or_else(String::new, typed::number_text);
        let number = |text: &str| typed::number(text, &heads).ok().map(|read| read.number);
        let before = Field::line(place, "counted.before", "How many before", width).hint("where stated");
        text_ui(ui, scene, &before, &written(&outcome.counted.before), read, |dataset, text| {
            Edit::outcome(dataset, home, at, "counted.before", |o| o.counted.before = number(&text))
        });
        let after = Field::line(place, "counted.after", "How many after", width).hint("where stated");
        text_ui(ui, scene, &after, &written(&outcome.counted.after), read, |dataset, text| {
            Edit::outcome(dataset, home, at, "counted.after", |o| o.counted.after = number(&text))
        });
    });
}

fn facts_ui(ui: &mut Ui, scene: &mut Scene<'_>, dataset: &Dataset, home: Home, at: usize, outcome: &Outcome) {
    let place = Place::Outcome(home, at);
    let help = "Tick what the source says. It decides whether an interval may be worked out, and which reason stands in its place.";
    label_ui(ui, scene.tokens, &Field::line(place, "facts", "What is known of the counting", whole(ui)).help(help));
    ui.spacing_mut().item_spacing.y = 2.0;
    for (fact, word, meaning) in FACTS {
        let mut on = outcome.has(fact);
        ui.horizontal_wrapped(|ui| {
            if ui.checkbox(&mut on, word).changed() {
                let edit = Edit::outcome(dataset, home, at, "facts", |o| {
                    o.facts.retain(|f| *f != fact);
                    if on {
                        o.facts.push(fact);
                    }
                });
                send(scene, edit);
            }
            ui.label(quiet(meaning, scene.tokens));
        });
    }
    findings_ui(ui, scene, place, "facts");
}

/// Other outcomes that are named.
fn others_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    dataset: &Dataset,
    (home, at, outcome): (Home, usize, &Outcome),
    (field, label, help): (&str, &str, &str),
) {
    let place = Place::Outcome(home, at);
    let is_overlap = field == "overlaps";
    let list = if is_overlap { &outcome.overlaps } else { &outcome.disagrees_with };
    let change =
        |list: Vec<OutcomeId>| {
            Edit::outcome(dataset, home, at, field, |o| {
                if is_overlap { o.overlaps = list } else { o.disagrees_with = list }
            })
        };
    let name_of = |id: &OutcomeId| {
        let place = Place::of_outcome(dataset, id)?;
        Some(Part::at(dataset, place)?.name(dataset))
    };
    ui.add_space(space::XS);
    ui.label(bold(label, Type::Small));
    let names: Vec<String> = list.iter().map(|id| name_of(id).unwrap_or_else(|| id.to_string())).collect();
    if let Some(out) = chips_ui(ui, scene, "the list", &names) {
        let mut left = list.clone();
        left.remove(out);
        send(scene, change(left));
    }
    findings_ui(ui, scene, place, field);
    let name = format!("{field} add");
    let add = format!("Add: {}", label.to_lowercase());
    let adder = Field::line(place, &name, &add, whole(ui)).help(help).hint("Type the name of an outcome");
    let offers = |text: &str| -> Vec<Offer<OutcomeId>> {
        let others = dataset.outcomes().filter(|l| l.outcome.id != outcome.id && !list.contains(&l.outcome.id));
        let named = others.map(|l| Offer {
            name: format!("{}, {}", l.indicator.name, dataset.names(&l.outcome.places, ", ")),
            hint: l.programme.map_or_else(String::new, |p| p.name.clone()),
            value: l.outcome.id.clone(),
        });
        named.filter(|offer| fits(&format!("{} {}", offer.name, offer.hint), text)).collect()
    };
    if let Some(picked) = chooser_ui(ui, scene, &adder, "", offers) {
        let mut more = list.clone();
        more.push(picked);
        send(scene, change(more));
    }
}
