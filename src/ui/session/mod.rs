//! What the window shows of a document's life: questions before loss, edits to restore, the bar about the file, recent files.
//!
//! Words and buttons come from the application; here they are only laid out.

mod bar;
mod offers;
mod questions;
mod recent;

pub(super) use bar::bar_ui;
pub(super) use recent::recent_ui;

use egui::{Context, Event, ViewportCommand};

use crate::app::{Action, SessionAction, State};
use crate::theme::Tokens;

/// Shows what is asked or offered; gives what was answered.
pub(super) fn show(ctx: &Context, state: &State, tokens: &Tokens) -> Vec<Action> {
    let mut actions = offers::show(ctx, state, tokens);
    actions.extend(questions::show(ctx, state));
    actions
}

/// What the window itself is asked by the desktop: to close, and to be looked at again.
pub(super) fn window_actions(ctx: &Context, state: &State) -> Vec<Action> {
    let mut actions = Vec::new();
    if ctx.input(|i| i.viewport().close_requested()) && !state.may_close() {
        ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        actions.push(Action::Quit);
    }
    if ctx.input(|i| i.events.contains(&Event::WindowFocused(true))) {
        actions.push(Action::Session(SessionAction::LookAtFile));
    }
    actions
}
