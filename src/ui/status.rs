//! The status bar: what the dataset holds, what is shown, what is being worked on.

use egui::{Align, Layout, Ui};

use crate::app::{Action, DeskAction, DeskList, Room};
use crate::figure::Body;
use crate::theme::Type;

use super::controls::quiet;
use super::shell::{Folding, Scene};

pub(super) fn status_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let state = scene.state;
    let dataset = &state.document.dataset;
    let folded = scene.folding == Folding::Folded;
    let bar = |ui: &mut Ui| {
        // Of the dataset as it is now: the pages of the other rooms wait until the desk is left.
        let outcomes = dataset.programmes.iter().map(|p| p.outcomes.len()).sum::<usize>() + dataset.context.len();
        let counted = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
        ui.label(quiet(counted(dataset.programmes.len(), "programme"), scene.tokens));
        ui.label(quiet(counted(outcomes, "outcome"), scene.tokens));
        let figure = state.figure_on_screen();
        let in_table = state.room == Room::Table;
        let drawn = if in_table { state.pages.table.len() } else { figure.drawn().len() };
        if !matches!(figure.body, Body::Empty(_)) && state.room != Room::Edit {
            let mut shown = format!("{drawn} shown");
            if !figure.left_out.is_empty() && state.room == Room::Compare {
                shown.push_str(&format!(", {} left out", figure.left_out.len()));
            }
            let label = ui.label(quiet(shown, scene.tokens));
            if !figure.left_out.is_empty() && !in_table {
                label.on_hover_text(crate::figure::left_out_sentences(&figure.left_out).join("\n"));
            }
        }
        if folded {
            if let Some(work) = state.busy() {
                ui.label(quiet(format!("{work}…"), scene.tokens));
            }
            return;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            findings_ui(ui, scene);
            if let Some(run) = &state.run {
                ui.label(quiet(format!("Saving figures: {} of {} councils", run.done, run.of), scene.tokens));
            } else if let Some(work) = state.busy() {
                ui.label(quiet(format!("{work}…"), scene.tokens));
                ui.spinner();
            } else if state.room != Room::Edit {
                let forms: Vec<String> =
                    state.pages.forms.iter().map(|(form, n)| format!("{n} {}", form.title().to_lowercase())).collect();
                let forms = forms.join(" · ");
                // Only where there is room for it beside what stands to the left.
                let galley = ui.painter().layout_no_wrap(forms.clone(), Type::Small.regular(), scene.tokens.quiet);
                if galley.size().x + 24.0 < ui.available_width() {
                    ui.label(quiet(forms, scene.tokens)).on_hover_text("Outcomes by form of evidence");
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
fn findings_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let findings = &scene.state.desk.findings;
    let errors = findings.iter().filter(|f| f.finding.is_error()).count();
    let cautions = findings.len() - errors;
    let counted = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
    let words = match errors {
        0 => format!("{} in the dataset", counted(cautions, "caution")),
        _ => format!("{}, {} in the dataset", counted(errors, "error"), counted(cautions, "caution")),
    };
    let label =
        ui.link(quiet(words, scene.tokens)).on_hover_text("Show what is wrong or doubtful (F8 goes to the next)");
    if label.clicked() {
        scene.send(Action::Show(Room::Edit));
        scene.send(Action::Desk(DeskAction::ShowList(DeskList::Findings)));
    }
}
