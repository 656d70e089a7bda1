//! Notices, below the room: they take their own space, cover nothing, and are a few lines high at most; all of their words are
//! in the log. What was done is spoken when there is time for it, what went wrong at once, and always whole.

use egui::accesskit::{Live, Role};
use egui::text::LayoutJob;
use egui::{Margin, Stroke, TextStyle, Ui};

use crate::app::{Action, Notice, NoticeKind, Overlay};
use crate::say;

use super::rooms::steady_ui;
use super::shell::{Height, PanelContext};

pub(super) fn notices_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let (shown, behind) = scene.state.notices.in_front();
    for notice in shown {
        let behind = if notice.severity == NoticeKind::Error { behind } else { 0 };
        // One that goes takes no focus from the others.
        steady_ui(ui, ("notice", notice.number), |ui| notice_ui(ui, scene, notice, behind));
    }
}

/// A notice, and how many errors stand behind it.
fn notice_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, notice: &Notice, behind: usize) {
    let tokens = scene.tokens;
    let (edge, live) = match notice.severity {
        NoticeKind::Error => (tokens.caution, Live::Assertive),
        NoticeKind::Done => (tokens.edge, Live::Polite),
    };
    let frame = egui::Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, edge))
        .corner_radius(6)
        .inner_margin(Margin::symmetric(10, 6))
        .outer_margin(Margin { left: 0, right: 10, top: 0, bottom: 6 });
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::TOP), |ui| {
                if ui.button(say!("notice-dismiss")).clicked() {
                    scene.send(Action::Dismiss(notice.number));
                }
                if let Some((words, action)) = &notice.way
                    && ui.button(*words).clicked()
                {
                    scene.send(action.clone());
                }
                // The words are cut only where the button beside them leads to all of them.
                let more = match behind {
                    0 => say!("notice-more").to_owned(),
                    _ => say!("notice-more-behind", n = behind),
                };
                let colour = ui.visuals().text_color();
                let font = TextStyle::Body.resolve(ui.style());
                let room = ui.painter().layout_no_wrap(more.clone(), font.clone(), colour).size().x
                    + 2.0 * ui.spacing().button_padding.x
                    + ui.spacing().item_spacing.x;
                let mut job = LayoutJob::simple(notice.text.clone(), font, colour, ui.available_width() - room);
                job.wrap.max_rows = if scene.height == Height::Low { 2 } else { 3 };
                let galley = ui.painter().layout_job(job);
                if galley.elided || behind > 0 {
                    let button = ui.button(&more).on_hover_text(say!("notice-more.hint"));
                    if button.clicked() {
                        scene.send(Action::OpenOverlay(Overlay::Notices));
                    }
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    let response = ui.add(egui::Label::new(galley));
                    let _ = ui.ctx().accesskit_node_builder(response.id, |node| {
                        node.set_role(Role::Alert);
                        node.set_label(notice.text.clone());
                        node.set_live(live);
                    });
                });
            });
        });
    });
}
