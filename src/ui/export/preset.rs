//! What the figure is for: four uses of which one is taken, or a size by hand.

use egui::accesskit::{Role, Toggled};
use egui::{Align2, EventFilter, Key, Modifiers, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::app::Preset;
use crate::say;
use crate::theme::{Tokens, Type, space};

use super::super::controls::{bold, quiet};
use super::ExportForm;

/// The height of a use, in points.
const HEIGHT: f32 = 40.0;
/// The sheet that is drawn beside its words, in points.
const SHEET: egui::Vec2 = vec2(26.0, 30.0);

impl ExportForm<'_> {
    pub(super) fn preset_ui(&mut self, ui: &mut Ui) {
        let group = ui.scope(|ui| {
            ui.label(bold(say!("save-figure-for"), Type::Body));
            ui.spacing_mut().item_spacing.y = space::XS;
            let chosen = self.draft.sizing.preset;
            let shown = Preset::ALL.map(|preset| (preset, use_ui(ui, self.tokens, preset, chosen == Some(preset))));
            for (preset, response) in &shown {
                if response.clicked() {
                    self.draft.sizing.preset = Some(*preset);
                }
            }
            if let Some(next) = stepped(ui, &shown) {
                self.draft.sizing.preset = Some(next);
            }
        });
        let _ = ui.ctx().accesskit_node_builder(group.response.id, |node| {
            node.set_role(Role::RadioGroup);
            node.set_label(say!("save-figure-for.spoken"));
        });
        if self.draft.sizing.preset.is_none() && self.draft.format.has_size() {
            ui.label(quiet(say!("save-figure-by-hand-now"), self.tokens));
        }
    }
}

/// The use that an arrow key goes on to from the one that has the keyboard, which it takes along; `None` where none was pressed.
fn stepped(ui: &Ui, shown: &[(Preset, Response)]) -> Option<Preset> {
    let at = shown.iter().position(|(_, response)| response.has_focus())?;
    let id = shown.get(at)?.1.id;
    let arrows = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    let pressed = |key| ui.ctx().input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let forward = pressed(Key::ArrowDown) || pressed(Key::ArrowRight);
    let back = pressed(Key::ArrowUp) || pressed(Key::ArrowLeft);
    let next = match (forward, back) {
        (true, false) => (at + 1) % shown.len(),
        (false, true) => (at + shown.len() - 1) % shown.len(),
        (true, true) | (false, false) => return None,
    };
    let (preset, response) = shown.get(next)?;
    response.request_focus();
    Some(*preset)
}

/// One use, with what it is.
fn use_ui(ui: &mut Ui, tokens: &Tokens, preset: Preset, is_on: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click());
    let spoken = say!("save-figure-preset-spoken", preset = preset.label(), note = preset.note());
    response.widget_info(|| WidgetInfo::labeled(Role::RadioButton, true, &spoken));
    let _ = ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_toggled(if is_on { Toggled::True } else { Toggled::False });
    });
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let (fill, edge) = match (is_on, response.hovered()) {
        (true, _) => (tokens.selected, Stroke::new(1.5, tokens.accent)),
        (false, true) => (tokens.hovered, Stroke::new(1.0, tokens.accent)),
        (false, false) => (tokens.surface, Stroke::new(1.0, tokens.edge)),
    };
    let edge = if response.has_focus() { Stroke::new(2.5, tokens.accent) } else { edge };
    let painter = ui.painter();
    painter.rect(rect, 6.0, fill, edge, StrokeKind::Inside);
    let left = rect.left() + space::M;
    let [sheet, figure] =
        sheet_of(preset, Rect::from_center_size(egui::pos2(left + SHEET.x / 2.0, rect.center().y), SHEET));
    painter.rect(sheet, 1.0, tokens.surface, Stroke::new(1.0, tokens.edge), StrokeKind::Inside);
    painter.rect_filled(figure, 0.0, tokens.accent);
    let words = left + SHEET.x + space::M;
    let at = |y: f32| egui::pos2(words, rect.center().y + y);
    painter.text(at(1.0), Align2::LEFT_BOTTOM, preset.label(), Type::Body.bold(), tokens.ink);
    painter.text(at(1.0), Align2::LEFT_TOP, preset.note(), Type::Small.regular(), tokens.quiet);
    response
}

/// A sheet within `room`, and where the figure stands on it.
fn sheet_of(preset: Preset, room: Rect) -> [Rect; 2] {
    let sheet = match preset {
        Preset::Page | Preset::Half => Rect::from_center_size(room.center(), vec2(21.0, 28.0)),
        Preset::Slide | Preset::Web => Rect::from_center_size(room.center(), vec2(26.0, 18.0)),
    };
    let within = sheet.shrink(3.5);
    let figure = match preset {
        Preset::Page => within.with_max_y(within.top() + 9.0),
        Preset::Half => Rect::from_min_size(within.min, vec2(within.width() / 2.0, 9.0)),
        Preset::Slide => sheet.shrink(2.5),
        Preset::Web => sheet.shrink2(vec2(6.0, 0.0)).with_min_y(sheet.top() + 4.0),
    };
    [sheet, figure]
}
