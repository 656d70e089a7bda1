//! The strip under a title: whether the figures may be compared, why, and what one may say.

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{Align, Layout, Margin, TextFormat, Ui, WidgetInfo};

use crate::app::Action;
use crate::compare::Comparable;
use crate::figure::comparability::ComparabilityStrip;
use crate::help::HelpAnchor;
use crate::say;
use crate::theme::{Type, space};

use super::controls::quiet;
use super::help::read;
use super::shell::PanelContext;

/// Below this width the buttons stand under the words.
pub(super) const WIDE: f32 = 520.0;
/// Room for the two buttons beside the words.
const BUTTONS: f32 = 210.0;
/// Width of the bar at the left edge.
const BAR: f32 = 4.0;

/// The answer, with its sentence to copy and its reasons.
pub(super) fn strip_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, strip: &ComparabilityStrip) {
    let tokens = scene.tokens;
    ui.add_space(space::XS);
    let frame =
        egui::Frame::new().fill(tokens.selected).inner_margin(Margin { left: 14, right: 10, top: 8, bottom: 8 });
    let shown = frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        if ui.available_width() >= WIDE {
            ui.horizontal(|ui| {
                let words = ui.available_width() - BUTTONS;
                ui.allocate_ui_with_layout(egui::vec2(words, 0.0), Layout::top_down(Align::Min), |ui| {
                    words_ui(ui, scene, strip, false);
                });
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| buttons_ui(ui, scene, strip));
            });
        } else {
            words_ui(ui, scene, strip, true);
            ui.horizontal(|ui| buttons_ui(ui, scene, strip));
        }
    });
    let rect = shown.response.rect;
    let bar = egui::Rect::from_min_size(rect.min, egui::vec2(BAR, rect.height()));
    let colour = match strip.answer {
        Comparable::Yes => tokens.accent,
        Comparable::WithCare | Comparable::No => tokens.caution,
    };
    ui.painter().rect_filled(bar, 0.0, colour);
    ui.add_space(space::S);
}

fn words_ui(ui: &mut Ui, scene: &PanelContext<'_>, strip: &ComparabilityStrip, is_narrow: bool) {
    let ink = scene.tokens.ink;
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    let (answer, mut rest) = strip.parts();
    // Where there is little room the figure comes first; what one may say is copied, and spoken, in full.
    if is_narrow {
        rest = rest.split(strip.advice.as_str()).next().unwrap_or(rest);
    }
    job.append(answer, 0.0, TextFormat::simple(Type::Body.bold(), ink));
    job.append(rest, 0.0, TextFormat::simple(Type::Body.regular(), ink));
    let galley = ui.painter().layout_job(job);
    let response = ui.add(egui::Label::new(galley));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &strip.text));
}

fn buttons_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, strip: &ComparabilityStrip) {
    if !strip.reasons.is_empty() {
        ui.menu_button(say!("comparability-why"), |ui| {
            ui.set_max_width(420.0);
            ui.label(quiet(say!("comparability-why.reasons"), scene.tokens));
            for reason in &strip.reasons {
                ui.label(reason);
            }
            ui.add_space(space::XS);
            if ui.link(say!("comparability-why.help")).clicked() {
                scene.send(read(HelpAnchor::comparing()));
                ui.close();
            }
        });
    }
    if ui.button(say!("comparability-copy")).on_hover_text(&strip.sentence).clicked() {
        scene.send(Action::CopySentence(strip.sentence.clone()));
    }
}
