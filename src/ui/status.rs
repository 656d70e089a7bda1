//! What the dataset holds, at the foot of the menu; and what is being worked on, below the room while there is anything.

use egui::Ui;

use crate::app::{Action, EditorAction, EditorList, Tab};
use crate::say;

use super::controls::quiet;
use super::progress::progress_ui;
use super::shell::PanelContext;

/// About this dataset: its name, what is in it, and the way to what is wrong or doubtful.
pub(super) fn status_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let state = scene.state;
    let dataset = &state.document.dataset;
    // Of the dataset as it is now: the pages of the other rooms wait until Edit is left.
    let outcomes = dataset.programmes.iter().map(|p| p.outcomes.len()).sum::<usize>() + dataset.context.len();
    let line = |ui: &mut Ui, words: String| ui.add(egui::Label::new(quiet(words, scene.tokens)).extend());
    line(ui, state.document.title());
    line(ui, say!("status-programmes", n = dataset.programmes.len()));
    line(ui, say!("status-outcomes", n = outcomes)).on_hover_text(say!("status-forms.hint"));
    for (form, n) in &state.views.pages.forms {
        line(ui, say!("status-form", n = *n, form = form.keyword()));
    }
    findings_ui(ui, scene);
}

/// What takes longer than a moment, and the way to stop it.
pub(super) fn work_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let Some(busy) = scene.busy else { return };
    let stops = ui.horizontal_wrapped(|ui| progress_ui(ui, busy, scene.tokens)).inner;
    if stops {
        scene.send(Action::StopWork);
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
        ui.close();
    }
}
