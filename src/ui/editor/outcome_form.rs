//! The form of an outcome, in the order in which a reader asks: what changed, who and where, how sure, where it stands.

use egui::Ui;

use crate::edit::forms::{
    add_outcome, attributions, choose_indicator, comparisons, counted_words, groups, indicator_offers, is_shared,
    outcome_offers, roles, take_out, uncertainty_facts,
};
use crate::edit::{Edit, OutcomeParent, Part, PartPath};
use crate::model::{Dataset, Outcome, OutcomeId};
use crate::say;
use crate::theme::{Type, space};

use super::super::controls::{bold, quiet};
use super::super::shell::PanelContext;
use super::choices::{chips_ui, chooser_ui, named, options_ui, pair_ui, whole};
use super::field::{Field, findings_ui, label_ui, section_ui, text_ui};
use super::lists::{CouncilList, advanced_ui, citations_ui, councils_ui, send};
use super::{benchmark, indicator_form, published};

/// The form.
pub(super) fn outcome_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, home: OutcomeParent, at: usize, outcome: &Outcome) {
    let place = PartPath::Outcome(home, at);
    let dataset = scene.state.document.original.clone();
    let tokens = scene.tokens;
    section_ui(ui, tokens, say!("outcome-form-what"), "", |ui| {
        what_ui(ui, scene, &dataset, home, at, outcome);
        published::published_ui(ui, scene, &dataset, place, outcome);
    });
    section_ui(ui, tokens, say!("outcome-form-who"), "", |ui| who_ui(ui, scene, &dataset, home, at, outcome));
    section_ui(ui, tokens, say!("outcome-form-sure"), say!("outcome-form-sure.about"), |ui| {
        let role = named(place, "role", say!("outcome-form-role"), whole(ui));
        if let Some(role) = options_ui(ui, scene, &role, Some(outcome.role), &roles()) {
            send(scene, Edit::outcome(&dataset, home, at, "role", |o| o.role = role));
        }
        let attribution = named(place, "attribution", say!("outcome-form-attribution"), whole(ui));
        if let Some(chosen) = options_ui(ui, scene, &attribution, Some(outcome.attribution), &attributions()) {
            send(scene, Edit::outcome(&dataset, home, at, "attribution", |o| o.attribution = chosen));
        }
        let compared = named(place, "compared_with", say!("outcome-form-compared"), whole(ui));
        if let Some(chosen) = options_ui(ui, scene, &compared, Some(outcome.compared_with), &comparisons()) {
            send(scene, Edit::outcome(&dataset, home, at, "compared_with", |o| o.compared_with = chosen));
        }
        benchmark::benchmark_ui(ui, scene, &dataset, place, outcome);
        facts_ui(ui, scene, &dataset, home, at, outcome);
    });
    section_ui(ui, tokens, say!("outcome-form-where"), say!("outcome-form-where.about"), |ui| {
        citations_ui(ui, scene, place, &outcome.sources);
        let notes = Field::line(place, "notes", say!("outcome-form-notes"), whole(ui))
            .rows(2)
            .hint(say!("outcome-form-notes.hint"));
        text_ui(ui, scene, &notes);
        advanced_ui(ui, scene, place, |ui, scene| {
            for others in [Others::Overlaps, Others::Disagrees] {
                others_ui(ui, scene, &dataset, (home, at, outcome), others);
            }
        });
    });
}

fn what_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    dataset: &Dataset,
    home: OutcomeParent,
    at: usize,
    outcome: &Outcome,
) {
    let place = PartPath::Outcome(home, at);
    let indicator = dataset.indicators.iter().enumerate().find(|(_, i)| i.id == outcome.indicator);
    let shown = indicator.map_or(outcome.indicator.as_str(), |(_, i)| i.name.as_str());
    // How it is counted stands in the line below the field, which would be empty otherwise.
    let told = match indicator {
        Some((nth, indicator)) if !scene.state.editor.is_finishing(nth, indicator) => counted_words(indicator),
        _ => String::new(),
    };
    let field = Field::line(place, "indicator", say!("outcome-form-indicator"), whole(ui));
    let field = field.hint(say!("outcome-form-indicator.hint")).help(&told);
    let typed = scene.state.editor.drafts.text(place, "indicator");
    if let Some(picked) = chooser_ui(ui, scene, &field, shown, |text| indicator_offers(dataset, text)) {
        send(scene, choose_indicator(dataset, place, picked, typed));
    }
    // A new one is finished here, where it is needed; one that others use is changed in its own form, for all of them.
    if let Some((nth, indicator)) = indicator
        && told.is_empty()
    {
        if is_shared(dataset, &indicator.id, &outcome.id) {
            indicator_form::in_words_ui(ui, scene, nth, indicator);
        } else {
            ui.label(quiet(say!("outcome-form-how-counted"), scene.tokens));
            indicator_form::how_ui(ui, scene, nth, indicator);
        }
    }
    ui.add_space(space::XS);
}

fn who_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    dataset: &Dataset,
    home: OutcomeParent,
    at: usize,
    outcome: &Outcome,
) {
    let place = PartPath::Outcome(home, at);
    let width = whole(ui);
    let places = Field::line(place, "places", CouncilList::Places.label(), width).help(say!("outcome-form-places"));
    councils_ui(ui, scene, &places, CouncilList::Places, &outcome.places);
    let group = named(place, "counted.group", say!("outcome-form-group"), width);
    if let Some(chosen) = options_ui(ui, scene, &group, Some(outcome.counted.group), &groups()) {
        send(scene, Edit::outcome(dataset, home, at, "counted.group", |o| o.counted.group = chosen));
    }
    let who = Field::line(place, "counted.who", say!("outcome-form-in-words"), width)
        .hint(say!("outcome-form-in-words.hint"));
    text_ui(ui, scene, &who);
    pair_ui(ui, |ui, width| {
        let before = Field::line(place, "counted.before", say!("outcome-form-heads-before"), width)
            .hint(say!("outcome-form-heads-before.hint"));
        text_ui(ui, scene, &before);
        let after = Field::line(place, "counted.after", say!("outcome-form-heads-after"), width)
            .hint(say!("outcome-form-heads-after.hint"));
        text_ui(ui, scene, &after);
    });
}

fn facts_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    dataset: &Dataset,
    home: OutcomeParent,
    at: usize,
    outcome: &Outcome,
) {
    let place = PartPath::Outcome(home, at);
    let label =
        Field::line(place, "facts", say!("outcome-form-facts"), whole(ui)).help(say!("outcome-form-facts.help"));
    label_ui(ui, scene.tokens, &label);
    ui.spacing_mut().item_spacing.y = 2.0;
    for (fact, word, meaning) in uncertainty_facts() {
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

/// Which other outcomes are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Others {
    Overlaps,
    Disagrees,
}

impl Others {
    /// The field, as findings name it.
    fn field(self) -> &'static str {
        match self {
            Self::Overlaps => "overlaps",
            Self::Disagrees => "disagrees_with",
        }
    }

    /// Its label, the label of the field that adds one, and the help.
    fn labels(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Overlaps => {
                (say!("outcome-form-overlaps"), say!("outcome-form-overlaps.add"), say!("outcome-form-overlaps.help"))
            }
            Self::Disagrees => (
                say!("outcome-form-disagrees"),
                say!("outcome-form-disagrees.add"),
                say!("outcome-form-disagrees.help"),
            ),
        }
    }
}

/// Other outcomes that are named.
fn others_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    dataset: &Dataset,
    (home, at, outcome): (OutcomeParent, usize, &Outcome),
    others: Others,
) {
    let place = PartPath::Outcome(home, at);
    let (field, (label, add, help)) = (others.field(), others.labels());
    let list = match others {
        Others::Overlaps => &outcome.overlaps,
        Others::Disagrees => &outcome.disagrees_with,
    };
    let name_of = |id: &OutcomeId| {
        let place = PartPath::of_outcome(dataset, id)?;
        Some(Part::at(dataset, place)?.name(dataset))
    };
    ui.add_space(space::XS);
    ui.label(bold(label, Type::Small));
    let names: Vec<String> = list.iter().map(|id| name_of(id).unwrap_or_else(|| id.to_string())).collect();
    if let Some(out) = chips_ui(ui, scene, |name| say!("outcome-form-other.out", name = name), &names) {
        send(scene, take_out(dataset, place, field, out));
    }
    findings_ui(ui, scene, place, field);
    let name = [field, " add"].concat();
    let adder = Field::line(place, &name, add, whole(ui)).help(help).hint(say!("outcome-form-other"));
    let offers = |text: &str| outcome_offers(dataset, text, &outcome.id, list);
    if let Some(picked) = chooser_ui(ui, scene, &adder, "", offers) {
        send(scene, add_outcome(dataset, place, field, picked));
    }
}
