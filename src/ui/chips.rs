//! The councils in hand, as chips above every room, and whether the room shows all councils or only these.

use egui::accesskit::Role;
use egui::{Align2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::app::{Action, CouncilScope, PointedAt, Tab};
use crate::model::Council;
use crate::say;
use crate::theme::Type;

use super::comparability::is_low;
use super::context_menu::MenuTarget;
use super::controls::{ToggleShape, choice};
use super::shell::PanelContext;

/// As many chips as fit into a line beside the controls of a room; the others are behind a button.
const MOST: usize = 4;
const HEIGHT: f32 = 23.0;
/// Before the name, and between it and the cross.
const PADDING: f32 = 10.0;
/// The cross with its ground: no target is smaller than 24 by 23 points.
const CROSS: f32 = 24.0;
/// The mark of the reader's own council, with the gap behind it.
const MARK: f32 = 12.0;
/// A longer name is cut; the pointer and a screen reader are told all of it.
const LONGEST_NAME: f32 = 150.0;

pub(super) fn chips_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let state = scene.state;
    let dataset = &state.document.dataset;
    let ticked: Vec<&Council> = state.views.pinned.iter().filter_map(|id| dataset.council(id)).collect();
    if ticked.is_empty() || state.views.room == Tab::Edit {
        return;
    }
    let (shown, behind) = ticked.split_at(ticked.len().min(MOST));
    for council in shown {
        chip_ui(ui, scene, council);
    }
    if !behind.is_empty() {
        ui.menu_button(say!("scope-more", n = behind.len()), |ui| {
            for council in behind {
                if ui.button(say!("scope-untick", name = council.name.as_str())).clicked() {
                    scene.send(Action::Pin(council.id.clone()));
                }
            }
        });
    }
    if ticked.len() > 1 && ui.button(say!("scope-clear")).on_hover_text(say!("scope-clear.hint")).clicked() {
        scene.send(Action::UnpinAll);
    }
    // The room of one council shows that one, whoever is in hand.
    if state.views.room != Tab::Council {
        switch_ui(ui, scene, ticked.len());
    }
}

/// All councils, or only those in hand.
fn switch_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, ticked: usize) {
    let only = scene.state.views.holds_to_ticked();
    let these = say!("scope-only-these", n = ticked);
    if is_low(ui.ctx()) {
        // One switch that goes back and forth takes half the width.
        let scope = if only { CouncilScope::All } else { CouncilScope::Ticked };
        if choice(ui, scene.tokens, ToggleShape::Chip, only, &these, &these).clicked() {
            scene.send(Action::HoldTo(scope));
        }
        return;
    }
    for (scope, on, label) in
        [(CouncilScope::All, !only, say!("scope-all")), (CouncilScope::Ticked, only, these.as_str())]
    {
        if choice(ui, scene.tokens, ToggleShape::Chip, on, label, label).clicked() {
            scene.send(Action::HoldTo(scope));
        }
    }
}

/// A council in hand: its name leads to it, the cross unticks it.
fn chip_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, council: &Council) {
    let tokens = scene.tokens;
    let is_mine = scene.state.views.my_council.as_ref() == Some(&council.id);
    let mut job = egui::text::LayoutJob::single_section(
        council.name.clone(),
        egui::text::TextFormat::simple(if is_mine { Type::Small.bold() } else { Type::Small.regular() }, tokens.ink),
    );
    job.wrap = egui::text::TextWrapping::truncate_at_width(LONGEST_NAME);
    let galley = ui.painter().layout_job(job);
    let mark = if is_mine { MARK } else { 0.0 };
    let size = vec2(PADDING + mark + galley.size().x + CROSS, HEIGHT);
    let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
    let (left, right) = whole.split_left_right_at_x(whole.right() - CROSS);
    let part = |ui: &mut Ui, rect: Rect, what: &str, spoken: &str| -> Response {
        let response = ui.interact(rect, egui::Id::unique(("scope", what, council.id.as_str())), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken));
        response
    };
    let spoken = if is_mine {
        say!("scope-go-to-mine", name = council.name.as_str())
    } else {
        say!("scope-go-to", name = council.name.as_str())
    };
    let name = part(ui, left, "name", &spoken);
    let untick = say!("scope-untick", name = council.name.as_str());
    let cross = part(ui, right, "cross", &untick);
    if name.hovered() {
        scene.pointed_at = Some(PointedAt::Council(council.id.clone()));
    }
    scene.offer_menu(&name, || MenuTarget::Council(council.id.clone()));
    if name.clicked() {
        scene.send(Action::GoTo(council.id.clone()));
    }
    if cross.clicked() {
        scene.send(Action::Pin(council.id.clone()));
    }
    let (fill, edge) = if is_mine { (tokens.selected, tokens.accent) } else { (tokens.surface, tokens.edge) };
    let painter = ui.painter();
    painter.rect(whole, HEIGHT / 2.0, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    for hovered in [&name, &cross].into_iter().filter(|part| part.hovered()) {
        painter.rect_filled(hovered.rect.shrink(2.0), HEIGHT / 2.0, tokens.hovered);
    }
    if is_mine {
        painter.circle_filled(pos2(left.left() + PADDING + 3.0, left.center().y), 3.5, tokens.accent);
    }
    let at = Align2::LEFT_CENTER.anchor_size(pos2(left.left() + PADDING + mark, left.center().y), galley.size()).min;
    painter.galley(at, galley, tokens.ink);
    let (centre, arm) = (right.center() - vec2(1.0, 0.0), Vec2::splat(3.5));
    let stroke = Stroke::new(1.5, tokens.quiet);
    painter.line_segment([centre - arm, centre + arm], stroke);
    painter.line_segment([centre + vec2(-arm.x, arm.y), centre + vec2(arm.x, -arm.y)], stroke);
    name.on_hover_text(spoken);
    cross.on_hover_text(untick);
}
