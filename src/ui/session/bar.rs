//! The bar about the file: a save that failed, changes by others, a file that is gone. It takes its own space, covers nothing,
//! and the work goes on beside it.

use egui::accesskit::{Live, Role};
use egui::{Label, Margin, ScrollArea, Stroke, Ui};

use crate::app::{Action, SessionAction};
use crate::say;

use super::super::controls::quiet;
use super::super::shell::PanelContext;

/// The tallest the list of differences grows, in points.
const TALLEST: f32 = 120.0;

pub(in super::super) fn bar_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let Some(view) = scene.state.banner_view() else { return };
    let tokens = scene.tokens;
    let frame = egui::Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, tokens.caution))
        .corner_radius(6)
        .inner_margin(Margin::symmetric(10, 8))
        .outer_margin(Margin { left: 0, right: 10, top: 0, bottom: 6 });
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let told = ui.add(Label::new(&view.sentence).wrap());
        let _ = ui.ctx().accesskit_node_builder(told.id, |node| {
            node.set_role(Role::Alert);
            node.set_live(Live::Assertive);
        });
        if !view.lines.is_empty() {
            // In a low or enlarged window the figure below needs the room more.
            let most = (ui.ctx().content_rect().height() / 6.0).clamp(36.0, TALLEST);
            ScrollArea::vertical().id_salt("differences").max_height(most).show(ui, |ui| {
                ui.set_width(ui.available_width() - 10.0);
                for line in &view.lines {
                    ui.add(Label::new(quiet(say!("session-bullet", line = line.as_str()), tokens)).wrap());
                }
            });
        }
        if !view.more.is_empty() {
            ui.add(Label::new(quiet(&view.more, tokens)).wrap());
        }
        ui.horizontal_wrapped(|ui| {
            for (label, button) in &view.buttons {
                if ui.add_enabled(!scene.state.session.is_saving(), egui::Button::new(*label)).clicked() {
                    scene.send(Action::Session(SessionAction::Bar(*button)));
                }
            }
        });
    });
}
