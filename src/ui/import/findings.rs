//! What is doubtful, a line each; a click scrolls the preview to the row.

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::app::{ImportFinding, ImportResult, ImportStep};
use crate::say;
use crate::theme::Type;

use super::ImportForm;
use crate::ui::controls::{HeadingLevel, bold, heading, quiet};

/// The height of a finding, in points: two lines of small type.
const HEIGHT: f32 = 36.0;

/// A finding as a line says it, where its file need not be told.
fn in_words(finding: &ImportFinding, tells_file: bool) -> String {
    if tells_file {
        return finding.to_string();
    }
    let bare = ImportFinding { file: String::new(), ..finding.clone() };
    match finding.row {
        Some(row) => say!("import-window-finding-row", row = row.to_string(), sentence = bare.to_string()),
        None => bare.to_string(),
    }
}

impl ImportForm<'_> {
    pub(super) fn findings_ui(&mut self, ui: &mut Ui, result: &ImportResult, height: f32) {
        let findings = &result.draft.findings;
        let title = bold(say!("import-window-findings", n = findings.len()), Type::Body);
        heading(ui, title, HeadingLevel::Second);
        if findings.is_empty() {
            ui.label(quiet(say!("import-window-no-findings"), self.tokens));
            return;
        }
        let tells_file = result.draft.shown.len() > 1;
        let area = ScrollArea::vertical().id_salt("import-findings").max_height(height).min_scrolled_height(height);
        ui.spacing_mut().item_spacing.y = 2.0;
        area.auto_shrink([false, false]).show_rows(ui, HEIGHT, findings.len(), |ui, shown| {
            for nth in shown {
                if let Some(finding) = findings.get(nth) {
                    let words = in_words(finding, tells_file);
                    self.finding_ui(ui, nth, &words);
                }
            }
        });
    }

    fn finding_ui(&mut self, ui: &mut Ui, nth: usize, words: &str) {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
        let tokens = self.tokens;
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, 3.0, tokens.hovered);
        }
        if response.has_focus() {
            ui.painter().rect_stroke(rect, 3.0, Stroke::new(1.5, tokens.accent), StrokeKind::Inside);
        }
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        let mut job =
            LayoutJob::single_section(words.to_owned(), TextFormat::simple(Type::Small.regular(), tokens.ink));
        job.wrap = TextWrapping { max_width: rect.width() - 8.0, max_rows: 2, ..TextWrapping::default() };
        let galley = ui.painter().layout_job(job);
        let at = egui::pos2(rect.left() + 4.0, rect.center().y - galley.size().y / 2.0);
        let is_cut = galley.elided;
        ui.painter().galley(at, galley, tokens.ink);
        let clicked = response.clicked();
        if is_cut {
            super::super::controls::echo(response, words);
        }
        if clicked {
            self.steps.push(ImportStep::ShowFinding(nth));
        }
    }
}
