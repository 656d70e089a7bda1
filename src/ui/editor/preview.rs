//! The right of the room: the small figure that the outcome makes, and its words, as they stand now.

use egui::{Margin, ScrollArea, Ui};

use crate::draw::{self, Extent, Interactivity, Setting};
use crate::figure::Figure;
use crate::figure::detail::Detail;
use crate::say;
use crate::theme::{Type, space};

use super::super::controls::{HeadingLevel, bold, heading, quiet};
use super::super::shell::PanelContext;
use super::field::section_ui;

/// How strongly the last figure is drawn while what is typed makes none.
const BEFORE: f32 = 0.45;

pub(in super::super) fn preview_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    heading(ui, quiet(say!("edit-room-preview"), scene.tokens), HeadingLevel::Second);
    let editor = &scene.state.editor;
    let Some(shown) = editor.preview.as_deref().or(editor.preview_before.as_deref()) else {
        ui.label(quiet(say!("edit-room-no-preview"), scene.tokens));
        return;
    };
    if editor.preview.is_none() {
        ui.label(quiet(say!("edit-room-preview-before"), scene.tokens));
        ui.set_opacity(BEFORE);
    }
    ScrollArea::vertical().id_salt("preview").auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 12.0);
        body_ui(ui, scene, shown);
    });
}

/// In a window with no room beside the form: below it.
pub(super) fn below_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    if let Some(shown) = scene.state.editor.preview.as_deref() {
        section_ui(ui, scene.tokens, say!("edit-room-preview"), "", |ui| body_ui(ui, scene, shown));
    }
}

fn body_ui(ui: &mut Ui, scene: &PanelContext<'_>, (figure, detail): &(Figure, Detail)) {
    let tokens = scene.tokens;
    let place = if detail.place.trim().is_empty() { say!("edit-room-no-council") } else { detail.place.as_str() };
    let title = say!("edit-room-preview-of", place = place, indicator = detail.indicator.as_str());
    heading(ui, bold(title, Type::Heading), HeadingLevel::Third);
    let setting =
        Setting { tokens, liveness: Interactivity::Interactive, extent: Extent::BodyOnly, selected: None, order: None };
    draw::figure_ui(ui, figure, setting);
    for caution in &detail.cautions {
        let frame = egui::Frame::new().fill(tokens.hovered).corner_radius(4);
        frame.inner_margin(Margin::symmetric(10, 5)).show(ui, |ui| ui.label(&caution.text));
    }
    for section in &detail.sections {
        ui.add_space(space::XS);
        heading(ui, bold(section.heading, Type::Body), HeadingLevel::Third);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            for line in &section.lines {
                ui.label(line);
            }
        });
    }
    ui.add_space(space::M);
}
