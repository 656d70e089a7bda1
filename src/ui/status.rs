//! The status bar: what the dataset holds, what is shown, what is being worked on.

use egui::{Align, Layout, Ui};

use crate::app::{Action, EditorAction, EditorList, Tab};
use crate::figure::Body;
use crate::say;
use crate::theme::Type;

use super::controls::quiet;
use super::progress::{progress_ui, waited_for};
use super::shell::{Folding, PanelContext};

pub(super) fn status_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let state = scene.state;
    let dataset = &state.document.dataset;
    let folded = scene.folding == Folding::Folded;
    let bar = |ui: &mut Ui| {
        // Of the dataset as it is now: the pages of the other rooms wait until Edit is left.
        let outcomes = dataset.programmes.iter().map(|p| p.outcomes.len()).sum::<usize>() + dataset.context.len();
        ui.label(quiet(say!("status-programmes", n = dataset.programmes.len()), scene.tokens));
        ui.label(quiet(say!("status-outcomes", n = outcomes), scene.tokens));
        let figure = state.figure_on_screen();
        let in_table = state.views.room == Tab::Table;
        let drawn = if in_table { state.views.pages.table.len() } else { figure.drawn().len() };
        if !matches!(figure.body, Body::Empty(_)) && state.views.room != Tab::Edit {
            let shown = if !figure.left_out.is_empty() && state.views.room == Tab::Compare {
                say!("status-shown-and-left-out", shown = drawn, out = figure.left_out.len())
            } else {
                say!("status-shown", shown = drawn)
            };
            let label = ui.label(quiet(shown, scene.tokens));
            if !figure.left_out.is_empty() && !in_table {
                label.on_hover_text(crate::figure::left_out_sentences(&figure.left_out).join("\n"));
            }
        }
        // Figures of all councils have a bar of their own above the room.
        let busy = waited_for(ui.ctx(), state.busy()).filter(|_| state.batch.run.is_none());
        if folded {
            if busy.is_some_and(|busy| progress_ui(ui, busy, scene.tokens)) {
                scene.send(Action::StopWork);
            }
            return;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            findings_ui(ui, scene);
            if let Some(run) = &state.batch.run {
                ui.label(quiet(say!("status-run", done = run.done, of = run.of), scene.tokens));
            } else if let Some(busy) = busy {
                // From left to right, as it is read; what stands to the right keeps its place.
                let layout = Layout::left_to_right(Align::Center);
                if ui.with_layout(layout, |ui| progress_ui(ui, busy, scene.tokens)).inner {
                    scene.send(Action::StopWork);
                }
            } else if state.views.room != Tab::Edit {
                let forms: Vec<String> = state
                    .views
                    .pages
                    .forms
                    .iter()
                    .map(|(form, n)| say!("status-form", n = *n, form = form.keyword()))
                    .collect();
                let forms = forms.join(" · ");
                // Only where there is room for it beside what stands to the left.
                let galley = ui.painter().layout_no_wrap(forms.clone(), Type::Small.regular(), scene.tokens.quiet);
                if galley.size().x + 24.0 < ui.available_width() {
                    ui.label(quiet(forms, scene.tokens)).on_hover_text(say!("status-forms.hint"));
                }
            }
        });
    };
    if folded {
        ui.horizontal_wrapped(bar);
    } else {
        ui.horizontal(bar);
    }
}

/// How many findings there are; a click goes to their list.
fn findings_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let findings = &scene.state.editor.findings;
    let errors = findings.iter().filter(|f| f.finding.is_error()).count();
    let cautions = findings.len() - errors;
    let words = match errors {
        0 => say!("status-cautions", cautions = cautions),
        _ => say!("status-findings", errors = errors, cautions = cautions),
    };
    let label = ui.link(quiet(words, scene.tokens)).on_hover_text(say!("status-findings.hint"));
    if label.clicked() {
        scene.send(Action::Show(Tab::Edit));
        scene.send(Action::Editor(EditorAction::ShowList(EditorList::Findings)));
    }
}
