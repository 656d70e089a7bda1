//! Council: one council, its programmes' stories, and all its outcomes as small figures.

use egui::{Margin, Stroke, Ui};

use crate::app::{Action, Chapter, EditorAction};
use crate::compare::phrases::all_of;
use crate::edit::PartPath;
use crate::figure::words;
use crate::model::{Council, Dataset, Programme};
use crate::say;
use crate::theme::{Type, space};

use super::controls::{HeadingLevel, ToggleShape, bold, choice, heading, quiet};
use super::empty::ways_out_ui;
use super::rooms::figure_ui;
use super::shell::PanelContext;

pub(super) fn bar_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let listed = &scene.state.views.pages.listed;
    let now = scene.state.views.council.as_ref().and_then(|c| listed.iter().position(|l| l == c));
    let name = |index: Option<usize>| {
        let id = index.and_then(|i| listed.get(i))?;
        scene.state.document.dataset.council(id).map(|c| c.name.clone())
    };
    let before = name(now.and_then(|i| i.checked_sub(1)));
    let after = name(now.map(|i| i + 1));
    if before.is_none() {
        // So that the other button keeps its id, and with it the focus.
        ui.skip_ahead_auto_ids(1);
    }
    if let Some(before) = before
        && ui.button(say!("council-previous", name = before)).on_hover_text(say!("council-previous.hint")).clicked()
    {
        scene.send(Action::PreviousCouncil);
    }
    if let Some(after) = after
        && ui.button(say!("council-next", name = after)).on_hover_text(say!("council-next.hint")).clicked()
    {
        scene.send(Action::NextCouncil);
    }
    if scene.state.views.council.is_some() {
        let is_mine = scene.state.views.council == scene.state.views.my_council;
        let label = say!("council-mine");
        if choice(ui, scene.tokens, ToggleShape::Chip, is_mine, label, label)
            .on_hover_text(say!("command-my-council.hint"))
            .clicked()
        {
            scene.send(Action::ToggleMine);
        }
    }
}

pub(super) fn council_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let state = scene.state;
    let dataset = state.document.dataset.clone();
    let Some(council) = state.views.council.as_ref().and_then(|id| dataset.council(id)) else {
        ui.label(if dataset.councils.is_empty() { say!("council-none-in-dataset") } else { say!("council-choose") });
        ways_out_ui(ui, scene);
        return;
    };
    head_ui(ui, scene, &dataset, council);
    let chapters: &[Chapter] = &state.views.pages.council.chapters;
    if chapters.is_empty() {
        ui.label(say!("council-without-figures"));
    }
    for chapter in chapters {
        let programme = chapter.programme.as_ref().and_then(|id| dataset.programme(id));
        if chapter.programme.is_some() && scene.requests.programme == chapter.programme {
            ui.scroll_to_cursor(Some(egui::Align::TOP));
        }
        story_ui(ui, scene, (&dataset, council), programme, chapter);
        if let Some(figure) = &chapter.figure {
            let salt = chapter.programme.as_ref().map_or("context", |p| p.as_str());
            ui.push_id(salt, |ui| figure_ui(ui, scene, figure));
        }
    }
    if dataset.outcomes().next().is_none() {
        ways_out_ui(ui, scene);
    }
}

fn head_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, dataset: &Dataset, council: &Council) {
    // A long name wraps, so that whatever stands below it keeps to the width of the room.
    ui.horizontal_wrapped(|ui| {
        heading(ui, bold(&council.name, Type::Title), HeadingLevel::First);
        edit_link_ui(ui, scene, PartPath::of_council(dataset, &council.id), &council.name);
    });
    let mut facts = vec![council.kind.label().to_owned()];
    if !council.region.is_empty() {
        facts.push(council.region.clone());
    }
    if council.name != council.nation.label() {
        facts.push(council.nation.label().to_owned());
    }
    if let Some(gss) = &council.gss {
        facts.push(gss.clone());
    }
    if let Some(until) = council.until {
        facts.push(say!("council-until", date = words::date(until)));
    }
    if !council.successors.is_empty() {
        let names: Vec<String> =
            council.successors.iter().map(|id| dataset.names(std::slice::from_ref(id), "")).collect();
        facts.push(say!("council-followed-by", names = all_of(&names).unwrap_or_default()));
    }
    ui.label(quiet(facts.join(" · "), scene.tokens));
    if !council.note.is_empty() {
        ui.label(quiet(&council.note, scene.tokens));
    }
    ui.add_space(space::XS);
}

/// Leads to the form of a part.
fn edit_link_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, place: Option<PartPath>, name: &str) {
    let Some(place) = place else { return };
    let link = ui.link(quiet(say!("council-edit"), scene.tokens));
    let spoken = say!("council-edit.spoken", name = name);
    link.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Link, true, &spoken));
    if link.on_hover_text(say!("council-edit.hint")).clicked() {
        scene.send(Action::Editor(EditorAction::GoTo(place)));
    }
}

fn story_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    (dataset, council): (&Dataset, &Council),
    programme: Option<&Programme>,
    chapter: &Chapter,
) {
    let tokens = scene.tokens;
    egui::Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(8)
        .inner_margin(Margin::same(14))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 4.0;
            let Some(programme) = programme else {
                heading(ui, bold(say!("council-context"), Type::Heading), HeadingLevel::Second);
                ui.label(say!("council-context-meaning"));
                return;
            };
            ui.horizontal_wrapped(|ui| {
                heading(ui, bold(&programme.name, Type::Heading), HeadingLevel::Second);
                edit_link_ui(ui, scene, PartPath::of_programme(dataset, &programme.id), &programme.name);
            });
            let mut facts = Vec::new();
            if !programme.topic.trim().is_empty() {
                facts.push(programme.topic.clone());
            }
            if programme.dates.is_stated() {
                facts.push(words::period(&programme.dates));
            }
            if programme.places.len() > 1 {
                facts.push(dataset.names(&programme.places, say!("list-comma")));
            }
            if !facts.is_empty() {
                ui.label(quiet(facts.join(" · "), tokens));
            }
            told_ui(ui, dataset, council, programme);
            if programme.outcomes.is_empty() {
                ui.label(bold(say!("council-no-figure"), Type::Body));
            } else if chapter.figure.is_none() && programme.places_with_figures().contains(&council.id) {
                ui.label(say!("council-unreal-only"));
            }
            if !programme.sources.is_empty() {
                ui.label(quiet(say!("council-source", places = place_in_sources(dataset, programme)), tokens));
            }
        });
}

/// What is told of a programme. Where only some of its places have figures it is told of them by name, and no other council is lent
/// their praise; what a body did that is no council may be the programme itself.
fn told_ui(ui: &mut Ui, dataset: &Dataset, council: &Council, programme: &Programme) {
    let owners = programme.told_of();
    let names = owners.as_ref().map(|owners| dataset.names(owners, say!("list-comma")));
    let is_lent = owners.is_some_and(|owners| !owners.contains(&council.id));
    if let Some(names) = names.as_ref().filter(|_| is_lent) {
        let told = say!("council-figures-of-others", names = names.as_str(), name = council.name.as_str());
        ui.label(bold(told, Type::Body));
    }
    let summary = programme.summary.trim();
    if !summary.is_empty() {
        match names.as_ref().filter(|_| is_lent) {
            Some(names) => ui.label(say!("council-told-of", names = names.as_str(), words = summary)),
            None => ui.label(summary),
        };
    }
    if is_lent && council.kind.is_council() {
        return;
    }
    for claim in &programme.claims {
        match &names {
            Some(names) => ui.label(say!("council-claim-of", names = names.as_str(), claim = claim.as_str())),
            None => ui.label(say!("council-claim", claim = claim.as_str())),
        };
    }
}

fn place_in_sources(dataset: &Dataset, programme: &Programme) -> String {
    let parts = programme.sources.iter().map(|reference| {
        let title = dataset.source_titles(std::slice::from_ref(reference));
        match (reference.lines.first(), reference.lines.last()) {
            (Some(first), Some(last)) if first != last => {
                say!("council-source-lines", title = title, first = first.to_string(), last = last.to_string())
            }
            (Some(line), _) => say!("council-source-line", title = title, line = line.to_string()),
            _ if reference.at.is_empty() => title,
            _ => say!("council-source-at", title = title, place = reference.at.as_str()),
        }
    });
    parts.collect::<Vec<_>>().join(say!("list-semicolon"))
}
