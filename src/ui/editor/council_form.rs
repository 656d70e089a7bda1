//! The form of a council or other body, with known councils offered as the name is typed.

use egui::Ui;

use crate::app::{Action, EditorAction};
use crate::edit::facts::KnownCouncil;
use crate::edit::{Edit, PartPath, forms};
use crate::model::{Council, CouncilKind, Nation};
use crate::say;

use super::super::controls::{quiet, selector_ui};
use super::super::shell::PanelContext;
use super::choices::{pair_ui, whole};
use super::field::{Field, describe, findings_ui, label_ui, section_ui, text_ui};
use super::lists::{CouncilList, advanced_ui, councils_ui, send};
use super::suggestions::{self, AtFirst};

/// The form.
pub(super) fn council_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, at: usize, council: &Council) {
    let place = PartPath::Council(at);
    let tokens = scene.tokens;
    section_ui(ui, tokens, say!("council-form-body"), say!("council-form-body.about"), |ui| {
        let width = whole(ui);
        let name = Field::line(place, "name", say!("council-form-name"), width).hint(say!("council-form-name.hint"));
        let offered = forms::known_councils(council);
        let pressed = suggestions::arrows(ui, name.id(), offered.len());
        let chosen = suggestions::chosen(ui, name.id(), &council.name, pressed, offered.len(), AtFirst::None);
        // Without a chosen one Enter leaves the field, and the text stays as it was typed.
        let taken = chosen.filter(|_| suggestions::enter(ui, name.id())).and_then(|nth| offered.get(nth).copied());
        text_ui(ui, scene, &name);
        if let Some(known) = known_ui(ui, scene, &name, &offered, chosen).or(taken) {
            send(scene, forms::fill_council(&scene.state.document.original, place, known));
            scene.send(Action::Editor(EditorAction::DropDrafts(place, "name".to_owned())));
        }
        pair_ui(ui, |ui, width| {
            choice_ui(
                ui,
                scene,
                at,
                ("kind", say!("council-form-kind")),
                width,
                &council.kind,
                &kinds(),
                |council, kind| {
                    council.kind = kind;
                },
            );
            choice_ui(
                ui,
                scene,
                at,
                ("nation", say!("council-form-nation")),
                width,
                &council.nation,
                &nations(),
                |council, nation| {
                    council.nation = nation;
                },
            );
        });
        pair_ui(ui, |ui, width| {
            let regions = forms::regions(&council.region);
            choice_ui(
                ui,
                scene,
                at,
                ("region", say!("council-form-region")),
                width,
                &council.region,
                &regions,
                |council, region| {
                    council.region = region;
                },
            );
            let gss = Field::line(place, "gss", say!("council-form-gss"), width).hint("E08000035");
            text_ui(ui, scene, &gss);
        });
        let aliases =
            Field::line(place, "aliases", say!("council-form-aliases"), width).hint(say!("council-form-aliases.hint"));
        text_ui(ui, scene, &aliases);
        let note =
            Field::line(place, "note", say!("council-form-note"), width).rows(2).hint(say!("council-form-note.hint"));
        text_ui(ui, scene, &note);
    });
    section_ui(ui, tokens, say!("council-form-life"), say!("council-form-life.about"), |ui| {
        life_ui(ui, scene, at, council);
    });
}

fn life_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, at: usize, council: &Council) {
    let place = PartPath::Council(at);
    let width = whole(ui);
    pair_ui(ui, |ui, width| {
        let from = Field::line(place, "from", say!("council-form-from"), width).hint(say!("council-form-from.hint"));
        text_ui(ui, scene, &from);
        let until =
            Field::line(place, "until", say!("council-form-until"), width).hint(say!("council-form-until.hint"));
        text_ui(ui, scene, &until);
    });
    let successors =
        Field::line(place, "successors", CouncilList::Successors.label(), width).help(say!("council-form-successors"));
    councils_ui(ui, scene, &successors, CouncilList::Successors, &council.successors);
    if council.kind == CouncilKind::Group || !council.members.is_empty() {
        let members =
            Field::line(place, "members", CouncilList::Members.label(), width).help(say!("council-form-members"));
        councils_ui(ui, scene, &members, CouncilList::Members, &council.members);
    }
    advanced_ui(ui, scene, place, |_, _| {});
}

/// The known councils that are offered below the name; gives the one that was clicked, which fills the form.
fn known_ui(
    ui: &mut Ui,
    scene: &PanelContext<'_>,
    name: &Field<'_>,
    offered: &[&'static KnownCouncil],
    chosen: Option<usize>,
) -> Option<&'static KnownCouncil> {
    if offered.is_empty() {
        return None;
    }
    ui.label(quiet(say!("council-form-known"), scene.tokens));
    let mut clicked = None;
    suggestions::list_ui(ui, name.label, |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        for (nth, known) in offered.iter().enumerate() {
            let is_chosen = chosen == Some(nth);
            let button = ui.add(egui::Button::new(format!("{} · {}", known.name, known.hint())).selected(is_chosen));
            let spoken = say!("council-form-fill.spoken", name = known.name, gss = known.gss);
            suggestions::mark(ui, scene.tokens, name.id(), &button, &spoken, is_chosen);
            if button.clicked() {
                clicked = Some(*known);
            }
        }
    });
    clicked
}

#[allow(clippy::too_many_arguments, reason = "one box of choices, said once")]
fn choice_ui<T: Clone + PartialEq>(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    at: usize,
    (name, label): (&str, &str),
    width: f32,
    chosen: &T,
    choices: &[(T, String)],
    change: impl FnOnce(&mut Council, T),
) {
    let place = PartPath::Council(at);
    ui.vertical(|ui| {
        ui.set_min_width(width);
        ui.set_max_width(width);
        ui.spacing_mut().item_spacing.y = 3.0;
        label_ui(ui, scene.tokens, &Field::line(place, name, label, width));
        let (picked, button) = selector_ui(ui, label, width, chosen, choices);
        describe(ui, scene, &Field::line(place, name, label, width), button.id, "");
        if scene.requests.wants(place, name) {
            button.request_focus();
            button.scroll_to_me(Some(egui::Align::Center));
        }
        if let Some(value) = picked {
            let edit = Edit::council(&scene.state.document.original, at, name, |council| change(council, value));
            send(scene, edit);
        }
        findings_ui(ui, scene, place, name);
    });
}

fn kinds() -> Vec<(CouncilKind, String)> {
    CouncilKind::ALL.into_iter().map(|kind| (kind, kind.label().to_owned())).collect()
}

fn nations() -> Vec<(Nation, String)> {
    Nation::ALL.into_iter().map(|nation| (nation, nation.label().to_owned())).collect()
}
