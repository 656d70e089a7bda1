//! Notices, above the room: they take their own space and cover nothing. What was done is spoken when there is time for it,
//! what went wrong at once.

use egui::accesskit::{Live, Role};
use egui::{Margin, Stroke, Ui};

use crate::app::{Action, Severity};

use super::shell::Scene;

pub(super) fn notices_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let tokens = scene.tokens;
    let notices = scene.state.notices.clone();
    for notice in notices {
        let (edge, live) = match notice.severity {
            Severity::Error => (tokens.caution, Live::Assertive),
            Severity::Done => (tokens.edge, Live::Polite),
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
                    if ui.button("Dismiss").clicked() {
                        scene.send(Action::Dismiss(notice.number));
                    }
                    if let Some((words, action)) = &notice.way
                        && ui.button(*words).clicked()
                    {
                        scene.send(action.clone());
                    }
                    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center).with_main_wrap(true), |ui| {
                        let response = ui.add(egui::Label::new(&notice.text).wrap());
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
}
