//! The strip under a title: whether the figures may be compared, why, and what one may say.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextWrapping};
use egui::{Align, Galley, Layout, Margin, TextFormat, Ui, WidgetInfo};

use crate::app::Action;
use crate::compare::Comparable;
use crate::figure::comparability::ComparabilityStrip;
use crate::help::HelpAnchor;
use crate::say;
use crate::theme::{Type, space};

use super::controls::{echo, quiet};
use super::help::read;
use super::shell::PanelContext;

/// Below this width the buttons stand under the words.
pub(super) const WIDE: f32 = 520.0;
/// Below this height of the window the strip has one line, and what names columns and axes goes before other words.
const LOW: f32 = 640.0;
/// Room for the two buttons beside the words.
const BUTTONS: f32 = 210.0;
/// Width of the bar at the left edge.
const BAR: f32 = 4.0;

/// The answer, with its sentence to copy and its reasons.
pub(super) fn strip_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, strip: &ComparabilityStrip) {
    let tokens = scene.tokens;
    ui.add_space(space::XS);
    let around = if is_low(ui.ctx()) { 2 } else { 8 };
    let margin = Margin { left: 14, right: 10, top: around, bottom: around };
    let frame = egui::Frame::new().fill(tokens.selected).inner_margin(margin);
    let shown = frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        if ui.available_width() >= WIDE {
            let room = if is_low(ui.ctx()) { StripRoom::Line } else { StripRoom::Whole };
            let words = words_of(ui, scene, strip, (room, ui.available_width() - BUTTONS));
            ui.horizontal(|ui| {
                words_ui(ui, strip, words);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| buttons_ui(ui, scene, strip));
            });
        } else {
            let words = words_of(ui, scene, strip, (StripRoom::Short, ui.available_width()));
            words_ui(ui, strip, words);
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
    ui.add_space(if is_low(ui.ctx()) { 0.0 } else { space::S });
}

/// How many of its words stand in the strip. What is cut off is told to the pointer, spoken and copied in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StripRoom {
    /// All.
    Whole,
    /// What fits into one line, in a low window: what one may say comes first there.
    Line,
    /// Not what one may say, in a narrow window.
    Short,
}

/// Whether the window is so low that the figure has to come before all that can be told elsewhere.
pub(super) fn is_low(ctx: &egui::Context) -> bool {
    ctx.content_rect().height() < LOW
}

fn words_of(
    ui: &Ui,
    scene: &PanelContext<'_>,
    strip: &ComparabilityStrip,
    (room, width): (StripRoom, f32),
) -> Arc<Galley> {
    let ink = scene.tokens.ink;
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    if room == StripRoom::Line {
        job.wrap = TextWrapping::truncate_at_width(width);
    }
    let in_line = strip.in_one_line();
    let (answer, mut rest) = strip.parts();
    if room == StripRoom::Line {
        rest = in_line.strip_prefix(answer).unwrap_or(&in_line);
    }
    // Where there is little room the figure comes first.
    if room == StripRoom::Short {
        rest = rest.split(strip.advice.as_str()).next().unwrap_or(rest);
    }
    job.append(answer, 0.0, TextFormat::simple(Type::Body.bold(), ink));
    job.append(rest, 0.0, TextFormat::simple(Type::Body.regular(), ink));
    ui.painter().layout_job(job)
}

fn words_ui(ui: &mut Ui, strip: &ComparabilityStrip, words: Arc<Galley>) {
    let is_cut = words.elided;
    let mut response = ui.add(egui::Label::new(words));
    if is_cut {
        response = echo(response, &strip.text);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &strip.text));
}

fn buttons_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, strip: &ComparabilityStrip) {
    if !strip.reasons.is_empty() {
        ui.menu_button(say!("comparability-why"), |ui| {
            ui.set_max_width(420.0);
            let heading = match strip.answer {
                Comparable::Yes | Comparable::WithCare => say!("comparability-why.care"),
                Comparable::No => say!("comparability-why.no"),
            };
            ui.label(quiet(heading, scene.tokens));
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
