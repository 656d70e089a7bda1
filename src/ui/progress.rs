//! What is worked on: words, how far it is, and the way to stop it, wherever somebody waits for it.
//!
//! Nothing is shown of what is over in a moment. Nothing moves by itself but the bar, which grows.

use std::time::Duration;

use egui::accesskit::{Live, Role};
use egui::{Context, Id, ProgressBar, Ui, WidgetInfo};

use crate::app::{ActiveTask, Cancellation};
use crate::say;
use crate::theme::Tokens;

use super::controls::quiet;

/// What is over sooner shows nothing, in seconds: a flash would only disturb.
const A_MOMENT: f64 = 0.15;

/// How often how far it is is looked at.
const GLANCE: Duration = Duration::from_millis(100);

/// Width and height of the bar, in points.
const WIDTH: f32 = 110.0;
const HEIGHT: f32 = 10.0;

/// What is worked on, once it takes longer than a moment. To be asked in every frame.
pub(super) fn waited_for(ctx: &Context, busy: Option<ActiveTask>) -> Option<ActiveTask> {
    let id = Id::unique("worked-on");
    let now = ctx.input(|input| input.time);
    let Some(busy) = busy else {
        ctx.data_mut(|data| data.remove::<(&'static str, f64)>(id));
        return None;
    };
    let begun = ctx.data(|data| data.get_temp::<(&'static str, f64)>(id)).filter(|(words, _)| *words == busy.words);
    let (_, since) = begun.unwrap_or((busy.words, now));
    ctx.data_mut(|data| data.insert_temp(id, (busy.words, since)));
    let age = now - since;
    if age < A_MOMENT {
        ctx.request_repaint_after(Duration::from_secs_f64(A_MOMENT - age));
        return None;
    }
    ctx.request_repaint_after(GLANCE);
    Some(busy)
}

/// Its words, a bar where it tells how far it is, and a button that stops it; tells whether that was pressed.
pub(super) fn progress_ui(ui: &mut Ui, busy: ActiveTask, tokens: &Tokens) -> bool {
    let words = match busy.stop {
        Cancellation::Asked => say!("status-stopping", work = busy.words),
        Cancellation::Can | Cancellation::No => say!("status-busy", work = busy.words),
    };
    let label = ui.label(quiet(&words, tokens));
    // Said once when it appears; the share is the bar's, which is not read out by itself.
    let _ = ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(Live::Polite));
    if let Some(share) = busy.share {
        bar_ui(ui, share, busy.words, WIDTH, tokens);
        ui.label(quiet(say!("status-share", percent = percent(share).to_string()), tokens));
    }
    let button = || egui::Button::new(say!("status-stop")).small();
    match busy.stop {
        Cancellation::No => false,
        Cancellation::Can => ui.add(button()).on_hover_text(say!("status-stop.hint")).clicked(),
        Cancellation::Asked => ui.add_enabled(false, button()).clicked(),
    }
}

/// Whole per cent of a share.
fn percent(share: f32) -> f32 {
    (share * 100.0).floor()
}

/// A bar of this width that says how far something is.
pub(super) fn bar_ui(ui: &mut Ui, share: f32, name: &str, width: f32, tokens: &Tokens) {
    ui.scope(|ui| {
        ui.visuals_mut().extreme_bg_color = tokens.line;
        let bar = ProgressBar::new(share).desired_width(width).desired_height(HEIGHT).fill(tokens.accent);
        let bar = ui.add(bar);
        bar.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, name));
        let _ = ui.ctx().accesskit_node_builder(bar.id, |node| {
            node.set_numeric_value(f64::from(percent(share)));
            node.set_min_numeric_value(0.0);
            node.set_max_numeric_value(100.0);
        });
    });
}

#[cfg(test)]
mod tests {
    use egui_kittest::Harness;
    use egui_kittest::kittest::{NodeT as _, Queryable as _};

    use super::*;

    /// Whether the fonts are there, and whether the button was pressed.
    #[derive(Default)]
    struct ProgressState {
        has_fonts: bool,
        stopped: bool,
    }

    fn harness(busy: ActiveTask, frames: usize) -> Harness<'static, ProgressState> {
        let show = move |ui: &mut Ui, seen: &mut ProgressState| {
            if !std::mem::replace(&mut seen.has_fonts, true) {
                // They are there from the next frame on.
                crate::theme::install_fonts(ui.ctx());
            } else if let Some(busy) = waited_for(ui.ctx(), Some(busy)) {
                seen.stopped |= progress_ui(ui, busy, &Tokens::light());
            }
        };
        let mut harness = Harness::builder().with_step_dt(0.02).build_ui_state(show, ProgressState::default());
        harness.run_steps(frames);
        harness
    }

    /// Frames that take longer than the moment that nothing is shown for, by their own clock.
    const LONG: usize = 30;

    const OPENING: ActiveTask =
        ActiveTask { words: "Opening the dataset", share: Some(0.456), stop: Cancellation::Can };

    #[test]
    fn long_work_says_what_it_is_and_how_far_and_can_be_stopped() {
        let mut harness = harness(OPENING, LONG);
        let bar = harness.get_by_role(Role::ProgressIndicator);
        assert_eq!(bar.accesskit_node().numeric_value(), Some(45.0));
        assert!(harness.query_by_label("Opening the dataset…").is_some());
        assert!(harness.query_by_label("45%").is_some());
        harness.get_by_role_and_label(Role::Button, "Stop").click();
        harness.run_steps(3);
        assert!(harness.state().stopped);
    }

    #[test]
    fn what_was_asked_to_stop_says_so_and_is_not_asked_twice() {
        let harness = harness(ActiveTask { stop: Cancellation::Asked, ..OPENING }, LONG);
        assert!(harness.get_by_role_and_label(Role::Button, "Stop").accesskit_node().is_disabled());
        assert!(harness.query_by_label("Opening the dataset: stopping…").is_some());
    }

    #[test]
    fn work_of_unknown_length_shows_no_bar_and_brief_work_nothing() {
        let without = harness(ActiveTask { share: None, ..OPENING }, LONG);
        assert!(without.query_by_role(Role::ProgressIndicator).is_none());
        assert!(without.query_by_label("Opening the dataset…").is_some());
        let short = harness(OPENING, 2);
        assert!(short.query_by_label("Opening the dataset…").is_none());
    }
}
