//! The form of an outcome, in the order in which a reader asks: what changed, who and where, how sure, where it stands.

use egui::Ui;

use crate::edit::typed::{self, CountedPhrase};
use crate::edit::{Edit, OutcomeParent, Part, PartPath};
use crate::model::{Attribution, ComparedWith, CountedGroup, Dataset, Fact, Number, Outcome, OutcomeId, Role};
use crate::say;
use crate::theme::{Type, space};

use super::super::controls::{bold, quiet};
use super::super::shell::PanelContext;
use super::choices::{Choice, Option3, chips_ui, chooser_ui, fits, named, options_ui, pair_ui, whole};
use super::field::{Field, FieldMeaning, findings_ui, label_ui, section_ui, text_ui};
use super::lists::{
    CouncilList, advanced_ui, citations_ui, councils_ui, indicator_offers, lines_ui, new_indicator, send,
};
use super::{benchmark, indicator_form, published};

fn groups() -> [Option3<CountedGroup>; 4] {
    [
        (CountedGroup::WholeCouncil, say!("outcome-form-whole-council"), say!("outcome-form-whole-council.hint")),
        (CountedGroup::Clients, say!("outcome-form-clients"), say!("outcome-form-clients.hint")),
        (CountedGroup::Sample, say!("outcome-form-sample"), say!("outcome-form-sample.hint")),
        (CountedGroup::NotStated, say!("outcome-form-group-not-stated"), say!("outcome-form-group-not-stated.hint")),
    ]
}

fn roles() -> [Option3<Role>; 5] {
    [
        (Role::Outcome, say!("outcome-form-role-outcome"), say!("outcome-form-role-outcome.hint")),
        (Role::Estimate, say!("outcome-form-role-estimate"), say!("outcome-form-role-estimate.hint")),
        (Role::Target, say!("outcome-form-role-target"), say!("outcome-form-role-target.hint")),
        (Role::Plan, say!("outcome-form-role-plan"), say!("outcome-form-role-plan.hint")),
        (Role::Context, say!("outcome-form-role-context"), say!("outcome-form-role-context.hint")),
    ]
}

fn attributions() -> [Option3<Attribution>; 3] {
    [
        (Attribution::CausedBy, say!("outcome-form-caused-by"), say!("outcome-form-caused-by.hint")),
        (Attribution::Alongside, say!("outcome-form-alongside"), say!("outcome-form-alongside.hint")),
        (Attribution::NotSaid, say!("outcome-form-not-said"), say!("outcome-form-not-said.hint")),
    ]
}

fn comparisons() -> [Option3<ComparedWith>; 4] {
    [
        (ComparedWith::Itself, say!("outcome-form-itself"), say!("outcome-form-itself.hint")),
        (
            ComparedWith::StatedBenchmark,
            say!("outcome-form-stated-benchmark"),
            say!("outcome-form-stated-benchmark.hint"),
        ),
        (ComparedWith::MeasuredComparators, say!("outcome-form-comparators"), say!("outcome-form-comparators.hint")),
        (ComparedWith::NotApplicable, say!("outcome-form-nothing"), say!("outcome-form-nothing.hint")),
    ]
}

fn facts() -> [Option3<Fact>; 7] {
    [
        (Fact::FullCount, say!("outcome-form-full-count"), say!("outcome-form-full-count.hint")),
        (Fact::Sample, say!("outcome-form-known-sample"), say!("outcome-form-known-sample.hint")),
        (Fact::IndependentEvents, say!("outcome-form-separate-events"), say!("outcome-form-separate-events.hint")),
        (Fact::SamePeople, say!("outcome-form-same-people"), say!("outcome-form-same-people.hint")),
        (Fact::ChosenClients, say!("outcome-form-chosen-clients"), say!("outcome-form-chosen-clients.hint")),
        (
            Fact::OverlappingEvents,
            say!("outcome-form-overlapping-events"),
            say!("outcome-form-overlapping-events.hint"),
        ),
        (Fact::PickedAtABadMoment, say!("outcome-form-bad-moment"), say!("outcome-form-bad-moment.hint")),
    ]
}

/// The form.
pub(super) fn outcome_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, home: OutcomeParent, at: usize, outcome: &Outcome) {
    let place = PartPath::Outcome(home, at);
    let dataset = scene.state.document.original.clone();
    let tokens = scene.tokens;
    section_ui(ui, tokens, say!("outcome-form-what"), "", |ui| {
        what_ui(ui, scene, &dataset, home, at, outcome);
        published::published_ui(ui, scene, &dataset, home, at, outcome);
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
        benchmark::benchmark_ui(ui, scene, &dataset, home, at, outcome);
        facts_ui(ui, scene, &dataset, home, at, outcome);
    });
    section_ui(ui, tokens, say!("outcome-form-where"), say!("outcome-form-where.about"), |ui| {
        citations_ui(ui, scene, place, &outcome.sources, |dataset, list, field| {
            Edit::outcome(dataset, home, at, field, |o| o.sources = list)
        });
        let notes = Field::line(place, "notes", say!("outcome-form-notes"), whole(ui))
            .rows(2)
            .hint(say!("outcome-form-notes.hint"));
        lines_ui(ui, scene, &notes, &outcome.notes, |dataset, lines| {
            Edit::outcome(dataset, home, at, "notes", |o| o.notes = lines)
        });
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
        Some((nth, indicator)) if !indicator_form::is_unfinished(scene, nth, indicator) => {
            indicator_form::counted_words(indicator)
        }
        _ => String::new(),
    };
    let field = Field::line(place, "indicator", say!("outcome-form-indicator"), whole(ui));
    let field = field.hint(say!("outcome-form-indicator.hint")).help(&told);
    let text = scene.state.editor.drafts.get(place, "indicator").map_or_else(String::new, |draft| draft.text.clone());
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
    // A new one is finished here, where it is needed; one that others use is changed in its own form, for all of them.
    if let Some((nth, indicator)) = indicator
        && told.is_empty()
    {
        if indicator_form::is_shared(dataset, &indicator.id, &outcome.id) {
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
    councils_ui(ui, scene, &places, CouncilList::Places, &outcome.places, |dataset, list| {
        Edit::outcome(dataset, home, at, "places", |o| o.places = list)
    });
    let group = named(place, "counted.group", say!("outcome-form-group"), width);
    if let Some(chosen) = options_ui(ui, scene, &group, Some(outcome.counted.group), &groups()) {
        send(scene, Edit::outcome(dataset, home, at, "counted.group", |o| o.counted.group = chosen));
    }
    let who = Field::line(place, "counted.who", say!("outcome-form-in-words"), width)
        .hint(say!("outcome-form-in-words.hint"));
    text_ui(ui, scene, &who, &outcome.counted.who, FieldMeaning::any, |dataset, text| {
        Edit::outcome(dataset, home, at, "counted.who", |o| o.counted.who = text)
    });
    pair_ui(ui, |ui, width| {
        let counted = dataset.indicator(&outcome.indicator).map_or_else(CountedPhrase::default, CountedPhrase::of);
        let heads = counted.heads(&outcome.counted.who);
        let read = |text: &str| published::read_number(text, &heads);
        let written = |number: &Option<Number>| number.as_ref().map_or_else(String::new, typed::number_text);
        let number = |text: &str| typed::number(text, &heads).ok().map(|read| read.number);
        let before = Field::line(place, "counted.before", say!("outcome-form-heads-before"), width)
            .hint(say!("outcome-form-heads-before.hint"));
        text_ui(ui, scene, &before, &written(&outcome.counted.before), read, |dataset, text| {
            Edit::outcome(dataset, home, at, "counted.before", |o| o.counted.before = number(&text))
        });
        let after = Field::line(place, "counted.after", say!("outcome-form-heads-after"), width)
            .hint(say!("outcome-form-heads-after.hint"));
        text_ui(ui, scene, &after, &written(&outcome.counted.after), read, |dataset, text| {
            Edit::outcome(dataset, home, at, "counted.after", |o| o.counted.after = number(&text))
        });
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
    for (fact, word, meaning) in facts() {
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
    let is_overlap = others == Others::Overlaps;
    let list = if is_overlap { &outcome.overlaps } else { &outcome.disagrees_with };
    let change =
        |list: Vec<OutcomeId>| {
            Edit::outcome(dataset, home, at, field, |o| {
                if is_overlap { o.overlaps = list } else { o.disagrees_with = list }
            })
        };
    let name_of = |id: &OutcomeId| {
        let place = PartPath::of_outcome(dataset, id)?;
        Some(Part::at(dataset, place)?.name(dataset))
    };
    ui.add_space(space::XS);
    ui.label(bold(label, Type::Small));
    let names: Vec<String> = list.iter().map(|id| name_of(id).unwrap_or_else(|| id.to_string())).collect();
    if let Some(out) = chips_ui(ui, scene, |name| say!("outcome-form-other.out", name = name), &names) {
        let mut left = list.clone();
        left.remove(out);
        send(scene, change(left));
    }
    findings_ui(ui, scene, place, field);
    let name = [field, " add"].concat();
    let adder = Field::line(place, &name, add, whole(ui)).help(help).hint(say!("outcome-form-other"));
    let offers = |text: &str| -> Vec<Choice<OutcomeId>> {
        let others = dataset.outcomes().filter(|l| l.outcome.id != outcome.id && !list.contains(&l.outcome.id));
        let named = others.map(|l| Choice {
            name: say!(
                "outcome-form-other.name",
                indicator = l.indicator.name.as_str(),
                places = dataset.names(&l.outcome.places, say!("list-comma"))
            ),
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
