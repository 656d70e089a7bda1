//! The benchmark of an outcome: whose figure it is, what it is, and over what time.

use egui::Ui;

use crate::app::{Action, EditorAction};
use crate::edit::PartPath;
use crate::edit::forms::{BenchmarkForm, BenchmarkKind, benchmark_kinds};
use crate::model::{Dataset, Outcome};
use crate::say;

use super::super::shell::PanelContext;
use super::choices::{named, options_ui, pair_ui, whole};
use super::field::{Field, field_ui};

/// The benchmark.
pub(super) fn benchmark_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    dataset: &Dataset,
    place: PartPath,
    outcome: &Outcome,
) {
    let form = scene.state.editor.benchmark_form(dataset, place, outcome);
    let field = named(place, "benchmark", say!("benchmark-form"), whole(ui));
    if let Some(kind) = options_ui(ui, scene, &field, Some(form.kind()), &benchmark_kinds()) {
        scene.send(Action::Editor(EditorAction::ChooseBenchmark(place, kind)));
        return;
    }
    if form.kind() == BenchmarkKind::None {
        return;
    }
    let value = ("value", say!("benchmark-form-value"), say!("benchmark-form-value.hint"));
    pair_ui(ui, |ui, width| {
        let of = ("of", say!("benchmark-form-of"), say!("benchmark-form-of.hint"));
        line_ui(ui, scene, place, &form, of, width);
        line_ui(ui, scene, place, &form, value, width);
    });
    let over = ("over", say!("benchmark-form-over"), say!("benchmark-form-over.hint"));
    let width = whole(ui);
    line_ui(ui, scene, place, &form, over, width);
}

/// A field of it: its name, its label, and what it shows while it is empty.
fn line_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    place: PartPath,
    form: &BenchmarkForm,
    (field, label, hint): (&str, &str, &str),
    width: f32,
) {
    let name = ["benchmark.", field].concat();
    let shown = Field::line(place, &name, label, width).hint(hint);
    if let Some(text) = field_ui(ui, scene, &shown, form.text(field), |_| form.meaning(field)) {
        scene.send(Action::Editor(EditorAction::Type(place, name, text)));
    }
}
