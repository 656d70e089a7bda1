//! The findings of the dataset, grouped by part: a click goes to the place, quick fixes are one click.

use egui::accesskit::Role;
use egui::{Button, ScrollArea, Ui, WidgetInfo};

use crate::app::{Action, EditorAction};
use crate::edit::{Part, PartPath, PlacedFinding};
use crate::figure::words::sentence_case;
use crate::say;
use crate::theme::{Type, space};

use super::super::controls::{HeadingLevel, bold, heading, quiet};
use super::super::shell::PanelContext;
use super::field::{fixes_ui, warning_ui};

/// More than this are not listed: nobody reads them, and the first are fixed first.
const LISTED: usize = 200;

pub(super) fn findings_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let state = scene.state;
    let (findings, dataset) = (&state.editor.findings, &state.document.original);
    if findings.is_empty() {
        ui.add_space(space::S);
        ui.label(say!("edit-room-nothing-found"));
        ui.label(quiet(say!("edit-room-nothing-found.hint"), scene.tokens));
    } else {
        let errors = findings.iter().filter(|f| f.finding.is_error()).count();
        let cautions = findings.len() - errors;
        ui.label(quiet(say!("edit-room-found", errors = errors, cautions = cautions), scene.tokens));
    }
    ScrollArea::vertical().id_salt("findings").auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 12.0);
        let mut shown: Option<PartPath> = None;
        for (nth, finding) in findings.iter().enumerate().take(LISTED) {
            if shown != Some(finding.place) {
                shown = Some(finding.place);
                let name = Part::at(dataset, finding.place).map_or_else(String::new, |part| part.name(dataset));
                ui.add_space(space::XS);
                ui.label(bold(sentence_case(&name), Type::Body));
            }
            finding_ui(ui, scene, nth, finding);
        }
        if findings.len() > LISTED {
            ui.label(quiet(say!("edit-room-more-findings", n = findings.len() - LISTED), scene.tokens));
        }
        unused_ui(ui, scene);
    });
}

/// The parts that nothing names, each with what removes it.
fn unused_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let (unused, dataset) = (&scene.state.editor.unused, scene.state.document.original.clone());
    if unused.is_empty() {
        return;
    }
    ui.add_space(space::S);
    heading(ui, bold(say!("edit-room-unused", n = unused.len()), Type::Body), HeadingLevel::Second);
    ui.label(quiet(say!("edit-room-unused.hint"), scene.tokens));
    for place in unused.iter().copied().take(LISTED) {
        let Some(part) = Part::at(&dataset, place) else { continue };
        let name = part.name(&dataset);
        ui.horizontal_wrapped(|ui| {
            let remove =
                ui.add_enabled(!scene.state.document.is_read_only, Button::new(say!("edit-room-unused-remove")));
            let spoken = say!("edit-room-unused-remove.spoken", name = name.as_str());
            remove.widget_info(|| WidgetInfo::labeled(Role::Button, remove.enabled(), &spoken));
            if remove.clicked() {
                scene.send(Action::Editor(EditorAction::Delete(place)));
            }
            if ui.link(sentence_case(&name)).on_hover_text(say!("edit-room-unused-remove.go")).clicked() {
                scene.send(Action::Editor(EditorAction::GoTo(place)));
            }
        });
    }
    if unused.len() > LISTED {
        ui.label(quiet(say!("edit-room-more-findings", n = unused.len() - LISTED), scene.tokens));
    }
}

fn finding_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, nth: usize, finding: &PlacedFinding) {
    warning_ui(ui, scene.tokens, |ui| {
        ui.set_min_width(ui.available_width());
        let found = &finding.finding;
        let severity = sentence_case(found.severity.label());
        let text = say!("edit-room-finding", severity = severity, sentence = finding.sentence.as_str());
        let link = ui.link(text).on_hover_text(say!("edit-room-finding.hint"));
        if link.clicked() {
            scene.send(Action::Editor(EditorAction::GoToField(finding.place, finding.field.clone())));
        }
        ui.label(quiet(say!("edit-room-finding.fix", fix = sentence_case(&finding.fix)), scene.tokens));
        fixes_ui(ui, scene, nth);
    });
}
