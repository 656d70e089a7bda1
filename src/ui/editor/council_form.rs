//! The form of a council or other body, with known councils offered as the name is typed.

use egui::Ui;

use crate::app::{Action, EditorAction};
use crate::edit::facts::{self, KnownCouncil};
use crate::edit::{Edit, EditError, PartKind, PartPath};
use crate::model::{Council, CouncilId, CouncilKind, Dataset, Nation};
use crate::say;

use super::super::controls::{quiet, selector_ui};
use super::super::shell::PanelContext;
use super::choices::{pair_ui, whole};
use super::field::{Field, FieldMeaning, describe, findings_ui, label_ui, section_ui, text_ui};
use super::forms::{date, followed_id, not_empty, read_date, wrong};
use super::lists::{CouncilList, advanced_ui, councils_ui, send};
use super::suggestions::{self, AtFirst};

/// The form.
pub(super) fn council_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, at: usize, council: &Council) {
    let place = PartPath::Council(at);
    let tokens = scene.tokens;
    section_ui(ui, tokens, say!("council-form-body"), say!("council-form-body.about"), |ui| {
        let width = whole(ui);
        let name = Field::line(place, "name", say!("council-form-name"), width).hint(say!("council-form-name.hint"));
        let offered = offered(council);
        let pressed = suggestions::arrows(ui, name.id(), offered.len());
        let chosen = suggestions::chosen(ui, name.id(), &council.name, pressed, offered.len(), AtFirst::None);
        // Without a chosen one Enter leaves the field, and the text stays as it was typed.
        let taken = chosen.filter(|_| suggestions::enter(ui, name.id())).and_then(|nth| offered.get(nth).copied());
        text_ui(ui, scene, &name, &council.name, not_empty(say!("council-form-name.asked")), |dataset, text| {
            let id = followed_id(dataset, place, PartKind::Council, &council.name, &text);
            Edit::council(dataset, at, "name", |council| {
                council.name = text;
                council.id = id.map_or_else(|| council.id.clone(), CouncilId::new);
            })
        });
        if let Some(known) = known_ui(ui, scene, &name, &offered, chosen).or(taken) {
            send(scene, filled(&scene.state.document.original, at, council, known));
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
            let regions = regions(&council.region);
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
            gss_ui(ui, scene, at, council, width);
        });
        let aliases =
            Field::line(place, "aliases", say!("council-form-aliases"), width).hint(say!("council-form-aliases.hint"));
        text_ui(ui, scene, &aliases, &council.aliases.join("; "), FieldMeaning::any, |dataset, text| {
            let list = text.split(';').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
            Edit::council(dataset, at, "aliases", |council| council.aliases = list)
        });
        let note =
            Field::line(place, "note", say!("council-form-note"), width).rows(2).hint(say!("council-form-note.hint"));
        text_ui(ui, scene, &note, &council.note, FieldMeaning::any, |dataset, text| {
            Edit::council(dataset, at, "note", |council| council.note = text)
        });
    });
    section_ui(ui, tokens, say!("council-form-life"), say!("council-form-life.about"), |ui| {
        life_ui(ui, scene, at, council);
    });
}

fn life_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, at: usize, council: &Council) {
    let place = PartPath::Council(at);
    let width = whole(ui);
    pair_ui(ui, |ui, width| {
        let written = |date: Option<crate::model::Date>| date.map_or_else(String::new, |date| date.to_string());
        let from = Field::line(place, "from", say!("council-form-from"), width).hint(say!("council-form-from.hint"));
        text_ui(ui, scene, &from, &written(council.from), read_date, |dataset, text| {
            let from = date(&text).unwrap_or(council.from);
            Edit::council(dataset, at, "from", |council| council.from = from)
        });
        let until =
            Field::line(place, "until", say!("council-form-until"), width).hint(say!("council-form-until.hint"));
        text_ui(ui, scene, &until, &written(council.until), read_date, |dataset, text| {
            let until = date(&text).unwrap_or(council.until);
            Edit::council(dataset, at, "until", |council| council.until = until)
        });
    });
    let successors =
        Field::line(place, "successors", CouncilList::Successors.label(), width).help(say!("council-form-successors"));
    councils_ui(ui, scene, &successors, CouncilList::Successors, &council.successors, |dataset, list| {
        Edit::council(dataset, at, "successors", |council| council.successors = list)
    });
    if council.kind == CouncilKind::Group || !council.members.is_empty() {
        let members =
            Field::line(place, "members", CouncilList::Members.label(), width).help(say!("council-form-members"));
        councils_ui(ui, scene, &members, CouncilList::Members, &council.members, |dataset, list| {
            Edit::council(dataset, at, "members", |council| council.members = list)
        });
    }
    advanced_ui(ui, scene, place, |_, _| {});
}

/// How many known councils are offered.
const OFFERED: usize = 5;

/// Known councils of this name, while no code says which one it is.
fn offered(council: &Council) -> Vec<&'static KnownCouncil> {
    if council.gss.is_some() || !council.kind.is_council() {
        return Vec::new();
    }
    facts::suggest(&council.name).into_iter().take(OFFERED).collect()
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

fn filled(dataset: &Dataset, at: usize, old: &Council, known: &KnownCouncil) -> Result<Edit, EditError> {
    let place = PartPath::Council(at);
    let made = known.council(dataset);
    let follows = followed_id(dataset, place, PartKind::Council, &old.name, known.name).is_some();
    let id = if follows { made.id.clone() } else { old.id.clone() };
    let new = Council { id, note: old.note.clone(), members: old.members.clone(), ..made };
    let edit = Edit::change(dataset, place, new.into(), "")?;
    Ok(Edit { label: say!("council-form-fill", name = known.name), ..edit })
}

fn gss_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, at: usize, council: &Council, width: f32) {
    let place = PartPath::Council(at);
    let read = |text: &str| match text.trim() {
        "" => FieldMeaning::Fine(String::new()),
        code => match facts::by_gss(&code.to_uppercase()) {
            Some(known) => {
                FieldMeaning::Fine(say!("council-form-gss.understood", name = known.name, kind = known.kind.label()))
            }
            None if is_code(code) => FieldMeaning::Fine(say!("council-form-gss.unknown").to_owned()),
            None => {
                FieldMeaning::Wrong(wrong(say!("council-form-gss.wrong", code = code), say!("council-form-gss.mend")))
            }
        },
    };
    let field = Field::line(place, "gss", say!("council-form-gss"), width).hint("E08000035");
    text_ui(ui, scene, &field, council.gss.as_deref().unwrap_or_default(), read, |dataset, text| {
        let code = Some(text.trim().to_uppercase()).filter(|code| !code.is_empty());
        Edit::council(dataset, at, "gss", |council| council.gss = code)
    });
}

fn is_code(text: &str) -> bool {
    matches!(text.as_bytes(), [letter, digits @ ..]
        if letter.is_ascii_alphabetic() && digits.len() == 8 && digits.iter().all(u8::is_ascii_digit))
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

fn regions(current: &str) -> Vec<(String, String)> {
    let mut regions = vec![(String::new(), say!("council-form-region.none").to_owned())];
    regions.extend(facts::regions().iter().map(|&region| (region.to_owned(), region.to_owned())));
    if !regions.iter().any(|(region, _)| region == current) {
        regions.push((current.to_owned(), current.to_owned()));
    }
    regions
}
