//! What was published, as a form: the line as published, the form of evidence, and the fields that this form needs and no others.

use egui::Ui;

use crate::app::{Action, EditorAction};
use crate::edit::PartPath;
use crate::edit::forms::{FormField, FormRow, PublishedForm, directions, forms_of_evidence, sides};
use crate::model::{Dataset, Form, Outcome};
use crate::say;
use crate::theme::{Type, space};

use super::super::controls::bold;
use super::super::shell::PanelContext;
use super::choices::{named, options_ui, pair_ui, whole};
use super::field::{Field, field_ui, findings_ui, text_ui, warning_ui};

/// What was published.
pub(super) fn published_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    dataset: &Dataset,
    place: PartPath,
    outcome: &Outcome,
) {
    let line = Field::line(place, "statement", say!("published-form-statement"), whole(ui))
        .help(say!("published-form-statement.help"))
        .hint(say!("published-form-statement.hint"));
    text_ui(ui, scene, &line);
    ui.add_space(space::XS);
    let form = scene.state.editor.published_form(dataset, place, outcome);
    let field = named(place, "published", say!("published-form"), whole(ui));
    if let Some(form) = options_ui(ui, scene, &field, Some(form.form()), &forms_of_evidence()) {
        scene.send(Action::Editor(EditorAction::ChooseForm(place, form)));
    }
    for row in form.rows() {
        row_ui(ui, scene, place, &form, &row);
    }
    if !matches!(form.form(), Form::Pair | Form::Change | Form::Direction) {
        findings_ui(ui, scene, place, "published.over");
    }
    // Below the fields, so that none of them moves while somebody types.
    if scene.state.editor.drafts.is_waiting(place, "published.") && form.has_faults() {
        warning_ui(ui, scene.tokens, |ui| {
            ui.label(say!("published-form-not-taken-over"));
            if ui.small_button(say!("published-form-not-taken-over.back")).clicked() {
                scene.send(Action::Editor(EditorAction::DropDrafts(place, "published".to_owned())));
            }
        });
    }
}

fn row_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, place: PartPath, form: &PublishedForm, row: &FormRow) {
    let choose = |scene: &mut PanelContext<'_>, field: &str, value: &str| {
        scene.send(Action::Editor(EditorAction::Type(place, ["published.", field].concat(), value.to_owned())));
    };
    let width = whole(ui);
    match row {
        FormRow::Columns(columns) => {
            let content = |ui: &mut Ui, width| {
                for column in columns {
                    ui.vertical(|ui| {
                        ui.set_max_width(width);
                        if let Some(heading) = column.heading {
                            ui.label(bold(heading, Type::Body));
                        }
                        for field in &column.fields {
                            line_ui(ui, scene, place, form, field, |line| Field { width, ..line });
                        }
                    });
                }
            };
            if columns.len() > 1 {
                pair_ui(ui, content);
            } else {
                let mut content = content;
                content(ui, width);
            }
        }
        FormRow::Whole(field) => line_ui(ui, scene, place, form, field, |line| Field { width, ..line }),
        FormRow::Lines(field) => {
            let help = say!("published-form-values.help");
            line_ui(ui, scene, place, form, field, |line| Field { width, rows: 5, help, ..line });
        }
        FormRow::Side => {
            let sides = sides();
            let chosen = sides.iter().map(|(side, ..)| *side).find(|side| *side == form.text("side"));
            let field = named(place, "published.side", say!("published-form-side"), width);
            if let Some(side) = options_ui(ui, scene, &field, chosen, &sides) {
                choose(scene, "side", side);
            }
        }
        FormRow::Way => {
            let ways = directions();
            let chosen = ways.iter().map(|(way, ..)| *way).find(|way| way.keyword() == form.text("direction"));
            let field = named(place, "published.direction", say!("published-form-way"), width);
            if let Some(way) = options_ui(ui, scene, &field, chosen, &ways) {
                choose(scene, "direction", way.keyword());
            }
        }
    }
}

/// A field of the form, in the shape that `shape` gives it.
fn line_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    place: PartPath,
    form: &PublishedForm,
    field: &FormField,
    shape: impl for<'a> Fn(Field<'a>) -> Field<'a>,
) {
    let name = ["published.", &field.name].concat();
    let line = shape(Field::line(place, &name, field.label, 0.0).hint(field.hint));
    if let Some(text) = field_ui(ui, scene, &line, form.text(&field.name), |_| form.meaning(&field.name)) {
        scene.send(Action::Editor(EditorAction::Type(place, name, text)));
    }
}
