//! The forms of the dataset's facts, of sources, of programmes and of kept views.

use egui::Ui;

use crate::app::{Action, EditorAction, SavedViewsStep};
use crate::edit::{OutcomeParent, Part, PartKind, PartPath};
use crate::model::{Programme, SavedView};
use crate::say;

use super::super::controls::{ToggleShape, choice, quiet};
use super::super::shell::PanelContext;
use super::choices::{pair_ui, whole};
use super::field::{Field, findings_ui, section_ui, text_ui};
use super::lists::{CouncilList, advanced_ui, citations_ui, councils_ui};

/// Title, licence, summary.
pub(super) fn facts_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let tokens = scene.tokens;
    section_ui(ui, tokens, say!("dataset-form"), say!("dataset-form.about"), |ui| {
        let width = whole(ui);
        let title = Field::line(PartPath::Facts, "title", say!("dataset-form-title"), width)
            .hint(say!("dataset-form-title.hint"));
        text_ui(ui, scene, &title);
        let licence = Field::line(PartPath::Facts, "licence", say!("dataset-form-licence"), width)
            .hint(say!("dataset-form-licence.hint"));
        text_ui(ui, scene, &licence);
        let summary = Field::line(PartPath::Facts, "summary", say!("dataset-form-summary"), width)
            .rows(3)
            .hint(say!("dataset-form-summary.hint"));
        text_ui(ui, scene, &summary);
    });
    section_ui(ui, tokens, say!("dataset-form-add"), say!("dataset-form-add.about"), |ui| {
        ui.horizontal_wrapped(|ui| {
            for (kind, label) in [
                (PartKind::Programme, say!("dataset-form-add-programme")),
                (PartKind::Council, say!("dataset-form-add-council")),
                (PartKind::Indicator, say!("dataset-form-add-indicator")),
                (PartKind::Source, say!("dataset-form-add-source")),
            ] {
                if choice(ui, tokens, ToggleShape::Outlined, false, label, label).clicked() {
                    scene.send(Action::Editor(EditorAction::Add(kind)));
                }
            }
        });
    });
}

/// A document.
pub(super) fn source_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, at: usize) {
    let place = PartPath::Source(at);
    let tokens = scene.tokens;
    section_ui(ui, tokens, say!("source-form"), say!("source-form.about"), |ui| {
        let width = whole(ui);
        let title = Field::line(place, "title", say!("source-form-title"), width).hint(say!("source-form-title.hint"));
        text_ui(ui, scene, &title);
        pair_ui(ui, |ui, width| {
            let publisher = Field::line(place, "publisher", say!("source-form-publisher"), width);
            text_ui(ui, scene, &publisher);
            let when = Field::line(place, "published", say!("source-form-published"), width)
                .hint(say!("source-form-published.hint"));
            text_ui(ui, scene, &when);
        });
        let file = Field::line(place, "file", say!("source-form-file"), width).help(say!("source-form-file.help"));
        text_ui(ui, scene, &file);
        let note =
            Field::line(place, "note", say!("source-form-note"), width).rows(2).hint(say!("source-form-note.hint"));
        text_ui(ui, scene, &note);
        advanced_ui(ui, scene, place, |_, _| {});
    });
}

/// A kept view: its name and whom it is about. Everything else is chosen where it is looked at.
pub(super) fn view_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, at: usize, view: &SavedView) {
    let place = PartPath::SavedView(at);
    let tokens = scene.tokens;
    let dataset = scene.state.document.original.clone();
    section_ui(ui, tokens, say!("saved-views-form"), say!("saved-views-form.about"), |ui| {
        let width = whole(ui);
        text_ui(ui, scene, &Field::line(place, "name", say!("saved-views-name"), width));
        let councils = Field::line(place, "councils", CouncilList::Councils.label(), width)
            .help(say!("saved-views-form-councils"));
        councils_ui(ui, scene, &councils, CouncilList::Councils, &view.councils);
        for field in ["concept", "indicator", "region", "topic", "source"] {
            findings_ui(ui, scene, place, field);
        }
        ui.label(view.in_words(&dataset));
        let label = say!("saved-views-open");
        if choice(ui, tokens, ToggleShape::Outlined, false, label, label).clicked() {
            scene.send(Action::SavedViews(SavedViewsStep::Open(view.id.clone())));
        }
        advanced_ui(ui, scene, place, |_, _| {});
    });
}

/// A programme, without its outcomes.
pub(super) fn programme_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, at: usize, programme: &Programme) {
    let place = PartPath::Programme(at);
    let tokens = scene.tokens;
    section_ui(ui, tokens, say!("programme-form-done"), "", |ui| {
        let width = whole(ui);
        let name =
            Field::line(place, "name", say!("programme-form-name"), width).hint(say!("programme-form-name.hint"));
        text_ui(ui, scene, &name);
        let places =
            Field::line(place, "places", CouncilList::Councils.label(), width).help(say!("programme-form-councils"));
        councils_ui(ui, scene, &places, CouncilList::Councils, &programme.places);
        pair_ui(ui, |ui, width| {
            let dates = Field::line(place, "dates", say!("programme-form-dates"), width)
                .hint(say!("programme-form-dates.hint"));
            text_ui(ui, scene, &dates);
            let topic = Field::line(place, "topic", say!("programme-form-topic"), width)
                .hint(say!("programme-form-topic.hint"));
            text_ui(ui, scene, &topic);
        });
        let summary = Field::line(place, "summary", say!("programme-form-summary"), width).rows(3);
        text_ui(ui, scene, &summary);
        let claims = Field::line(place, "claims", say!("programme-form-claims"), width)
            .rows(2)
            .help(say!("programme-form-claims.help"));
        text_ui(ui, scene, &claims);
    });
    section_ui(ui, tokens, say!("programme-form-outcomes"), say!("programme-form-outcomes.about"), |ui| {
        outcomes_ui(ui, scene, at, programme);
    });
    section_ui(ui, tokens, say!("programme-form-where"), say!("programme-form-where.about"), |ui| {
        citations_ui(ui, scene, place, &programme.sources);
        advanced_ui(ui, scene, place, |_, _| {});
    });
}

fn outcomes_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, at: usize, programme: &Programme) {
    let dataset = scene.state.document.original.clone();
    let home = OutcomeParent::Programme(at);
    ui.spacing_mut().item_spacing.y = 4.0;
    for (nth, outcome) in programme.outcomes.iter().enumerate() {
        let place = PartPath::Outcome(home, nth);
        let name = Part::at(&dataset, place).map_or_else(String::new, |part| part.name(&dataset));
        let form = outcome.published.form().label().to_lowercase();
        if ui.link(say!("programme-form-outcome", name = name, form = form)).clicked() {
            scene.send(Action::Editor(EditorAction::GoTo(place)));
        }
    }
    if programme.outcomes.is_empty() {
        ui.label(quiet(say!("programme-form-no-outcomes"), scene.tokens));
    }
}
