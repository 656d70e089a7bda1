//! Lists that parts name: places and cited documents. What is missing is made where it is chosen.

use egui::Ui;

use crate::app::{Action, EditorAction};
use crate::edit::forms::{add_council, add_source, council_offers, source_offers, take_out};
use crate::edit::{Edit, EditError, PartPath};
use crate::model::{CouncilId, SourceRef};
use crate::say;
use crate::theme::space;

use super::super::controls::{name_fold, quiet};
use super::super::shell::PanelContext;
use super::choices::{chips_ui, chooser_ui, whole};
use super::field::{Field, findings_ui, label_ui, text_ui};

/// A list of councils: whose, in the words of its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CouncilList {
    /// Where figures are from.
    Places,
    /// Whose programme it is.
    Councils,
    /// Which councils followed one.
    Successors,
    /// Which councils a group has.
    Members,
}

impl CouncilList {
    /// Its label.
    pub fn label(self) -> &'static str {
        match self {
            Self::Places => say!("fields-places"),
            Self::Councils => say!("fields-councils"),
            Self::Successors => say!("fields-successors"),
            Self::Members => say!("fields-members"),
        }
    }

    /// The label of the field that adds one more.
    pub fn add(self) -> &'static str {
        match self {
            Self::Places => say!("fields-places.add"),
            Self::Councils => say!("fields-councils.add"),
            Self::Successors => say!("fields-successors.add"),
            Self::Members => say!("fields-members.add"),
        }
    }

    /// What takes the council of this name out.
    pub fn take_out(self, name: &str) -> String {
        match self {
            Self::Places => say!("fields-places.out", name = name),
            Self::Councils => say!("fields-councils.out", name = name),
            Self::Successors => say!("fields-successors.out", name = name),
            Self::Members => say!("fields-members.out", name = name),
        }
    }
}

/// Chips of councils with a field to add one.
pub(super) fn councils_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    field: &Field<'_>,
    list: CouncilList,
    places: &[CouncilId],
) {
    let dataset = scene.state.document.original.clone();
    ui.vertical(|ui| {
        ui.set_max_width(field.width);
        ui.spacing_mut().item_spacing.y = 4.0;
        if !places.is_empty() {
            label_ui(ui, scene.tokens, &Field { help: "", ..*field });
            let names: Vec<String> = places
                .iter()
                .map(|id| dataset.council(id).map_or(id.as_str(), |c| c.name.as_str()).to_owned())
                .collect();
            if let Some(out) = chips_ui(ui, scene, |name| list.take_out(name), &names) {
                send(scene, take_out(&dataset, field.place, field.name, out));
            }
            findings_ui(ui, scene, field.place, field.name);
        }
        let name = if places.is_empty() { field.name.to_owned() } else { [field.name, " add"].concat() };
        let label = if places.is_empty() { field.label } else { list.add() };
        let adder = Field { name: &name, label, hint: say!("fields-council.hint"), ..*field };
        if let Some(picked) = chooser_ui(ui, scene, &adder, "", |text| council_offers(&dataset, text, places)) {
            send(scene, add_council(&dataset, field.place, field.name, picked));
            // The cursor stays, for the next one.
            scene.send(Action::Editor(EditorAction::Cursor(field.place, format!("{} add", field.name))));
        }
    });
}

/// Sends an edit, where it can be made.
pub(super) fn send(scene: &mut PanelContext<'_>, edit: Result<Edit, EditError>) {
    if let Ok(mut edit) = edit {
        // A choice is a step of its own.
        edit.field = None;
        scene.send(Action::Edit(Box::new(edit)));
    }
}

/// Cited documents, each with the place in it.
pub(super) fn citations_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, place: PartPath, cited: &[SourceRef]) {
    let dataset = scene.state.document.original.clone();
    let width = whole(ui);
    for (nth, reference) in cited.iter().enumerate() {
        let source = dataset.source(&reference.source);
        let title = source.map_or(reference.source.as_str(), |s| s.title.as_str());
        ui.horizontal_wrapped(|ui| {
            ui.label(title);
            let button = ui.small_button(say!("fields-source.out"));
            let spoken = say!("fields-source.out-spoken", title = title);
            button.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &spoken));
            if button.clicked() {
                send(scene, take_out(&dataset, place, "sources", nth));
            }
        });
        let name = ["sources[", &nth.to_string(), "]"].concat();
        let label =
            if cited.len() == 1 { say!("fields-locator").to_owned() } else { say!("fields-locator.of", title = title) };
        let field = Field::line(place, &name, &label, width).hint(say!("fields-locator.hint"));
        text_ui(ui, scene, &field);
    }
    let name = if cited.is_empty() { "sources" } else { "sources-more" };
    let label = if cited.is_empty() { say!("fields-source") } else { say!("fields-source.add") };
    let field = Field::line(place, name, label, width).hint(say!("fields-source.hint"));
    let typed = scene.state.editor.drafts.text(place, name);
    if let Some(picked) = chooser_ui(ui, scene, &field, "", |text| source_offers(&dataset, text)) {
        send(scene, add_source(&dataset, place, picked, typed));
        // What comes next is the place in it.
        scene.send(Action::Editor(EditorAction::Cursor(place, format!("sources[{}]", cited.len()))));
    }
    ui.add_space(space::XS);
}

/// The fold with the id, which opens where a finding leads to it.
pub(super) fn advanced_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    place: PartPath,
    more: impl FnOnce(&mut Ui, &mut PanelContext<'_>),
) {
    let wanted = ["id", "overlaps", "disagrees_with"].iter().any(|field| scene.requests.wants(place, field));
    let fold = egui::CollapsingHeader::new(say!("fields-advanced")).id_salt(("advanced", place.to_string()));
    let fold = if wanted { fold.open(Some(true)) } else { fold };
    let shown = fold.show_unindented(ui, |ui| {
        id_ui(ui, scene, place);
        more(ui, scene);
    });
    name_fold(ui, &shown.header_response, say!("fields-advanced"));
}

fn id_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, place: PartPath) {
    if place == PartPath::Facts {
        return;
    }
    text_ui(ui, scene, &Field::line(place, "id", say!("fields-id"), whole(ui)).help(say!("fields-id.help")));
    ui.label(quiet(say!("fields-id.followed"), scene.tokens));
}
