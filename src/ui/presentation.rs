//! One figure alone on the whole screen, as large as the screen allows, for a room full of people.

use egui::{Context, FocusDirection, Key, Margin, Modifiers, ScrollArea, Ui};

use crate::app::{Action, SavedViewsStep, State, Tab};
use crate::say;

use super::compare::card_ui;
use super::controls::quiet;
use super::panes::{Pane, pane_ui};
use super::shell::PanelContext;
use super::{council, side_by_side};

/// The figure is laid out for a screen of this width, in points, and enlarged to the one there is.
const WIDTH: f32 = 1000.0;
/// Nothing is made smaller than it is, nor larger than this.
const MOST: f32 = 3.0;

/// The factor of zoom: that of the window, times what a large screen adds, or what fills the screen while one figure is shown alone.
pub(super) fn zoom_factor(ctx: &Context, state: &State, growth: f32) -> f32 {
    let usual = state.window.zoom.factor() * growth;
    if !state.window.presents {
        return usual;
    }
    let across = ctx.content_rect().width() * ctx.zoom_factor();
    (across / WIDTH).clamp(usual.min(1.0), MOST)
}

/// The figure of the room on screen, alone.
pub(super) fn presentation_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let state = scene.state;
    egui::Frame::new().fill(scene.tokens.ground).inner_margin(Margin::symmetric(24, 16)).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        pane_ui(ui, scene, Pane::Figure, |ui, scene| {
            ui.label(quiet(say!("presentation-keys"), scene.tokens));
            ScrollArea::vertical().id_salt("presentation").auto_shrink([false, false]).show(ui, |ui| {
                match state.views.room {
                    Tab::Council => council::council_ui(ui, scene),
                    Tab::SideBySide => side_by_side::side_by_side_ui(ui, scene),
                    Tab::Overview | Tab::Compare | Tab::Table | Tab::Edit => {
                        card_ui(ui, scene, state.figure_on_screen());
                    }
                }
            });
        });
    });
}

/// Where keys lead: arrows from council to council, in Compare from row to row; Page up and Page down from kept view to kept view.
pub(super) fn steps(ctx: &Context, state: &State) -> Vec<Action> {
    let keys = [(Key::ArrowRight, 1), (Key::ArrowDown, 1), (Key::Space, 1), (Key::ArrowLeft, -1), (Key::ArrowUp, -1)];
    let mut by = 0;
    for (key, step) in keys {
        let presses = ctx.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        by += step * isize::try_from(presses).unwrap_or_default();
    }
    let pages = |key| ctx.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    let (next, previous) = (pages(Key::PageDown), pages(Key::PageUp));
    if !state.document.dataset.views.is_empty() && next + previous > 0 {
        let step = |step, times| std::iter::repeat_n(Action::SavedViews(step), times);
        return step(SavedViewsStep::Next, next).chain(step(SavedViewsStep::Previous, previous)).collect();
    }
    if by == 0 {
        return Vec::new();
    }
    ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    let drawn = state.figure_on_screen().drawn();
    if state.views.room == Tab::Council || drawn.is_empty() {
        let step = if by > 0 { Action::NextCouncil } else { Action::PreviousCouncil };
        return vec![step; by.unsigned_abs()];
    }
    let now = state.views.selected.as_ref().and_then(|id| drawn.iter().position(|outcome| *outcome == id));
    let next = match now {
        Some(now) => now.saturating_add_signed(by).min(drawn.len() - 1),
        None => 0,
    };
    drawn.get(next).map(|outcome| Action::Select(Some((*outcome).clone()))).into_iter().collect()
}
