//! Where the keyboard is: one ring for every widget, F6 from pane to pane, and a focus that is never lost.
//!
//! Dialogs and menus get all of it for nothing: while one is open the focus stays within, and when it closes the focus goes
//! back to what had it before.

use egui::accesskit::{self, ActionRequest, TreeId};
use egui::{Context, Event, FocusDirection, Id, Key, LayerId, Popup, Rect, Stroke, StrokeKind};

use crate::app::PaneStep;
use crate::theme::Tokens;

use super::panes::Pane;

/// Width of the ring and of the gap to what it surrounds, in points.
const RING: f32 = 2.0;
const GAP: f32 = 1.5;
/// How many places are remembered for the way back.
const REMEMBERED: usize = 12;
/// In how many frames what has come to the keyboard is scrolled to, until it is seen: what lies in two areas that scroll needs one
/// for each. After that the reader may scroll it away.
const TRIES: u8 = 4;

/// Keys that move the focus or work on what has it; after one of them the ring is shown.
const MOVES: [Key; 14] = [
    Key::Tab,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::Enter,
    Key::Space,
    Key::Escape,
    Key::F6,
    Key::F1,
];

/// Where the keyboard is, and where it was.
#[derive(Default)]
pub(super) struct Focus {
    /// Whether the focus came by keyboard or screen reader, so that it is shown.
    is_shown: bool,
    /// Places in the window itself that had the focus, the newest last.
    trail: Vec<Id>,
    /// What had it at the end of the last frame.
    last: Option<Id>,
    /// In how many frames it may still be scrolled to.
    tries: u8,
    /// The panes of the last frame, in reading order.
    panes: Vec<Pane>,
}

/// Whether a dialog is open over the window.
pub(super) fn has_dialog(ctx: &Context) -> bool {
    !ctx.memory(|memory| memory.is_above_modal_layer(LayerId::background()))
}

/// Whether a widget lies within a container.
pub(super) fn is_within(ctx: &Context, widget: Id, container: Id) -> bool {
    ctx.viewport(|viewport| {
        let find = |id| viewport.this_pass.widgets.get(id).or_else(|| viewport.prev_pass.widgets.get(id));
        let mut now = widget;
        // A container may be deep, but never as deep as this.
        for _ in 0..64 {
            if now == container {
                return true;
            }
            match find(now) {
                Some(found) if found.parent_id != now => now = found.parent_id,
                _ => return false,
            }
        }
        false
    })
}

/// Whether the focus is in this pane, or the pane has it itself.
pub(super) fn is_in(ctx: &Context, pane: Pane) -> bool {
    ctx.memory(egui::Memory::focused).is_some_and(|focused| is_within(ctx, focused, pane.id()))
}

impl Focus {
    /// At the beginning of a frame, before any widget: brings back a focus that was lost, and carries out F6.
    pub fn begin(&mut self, ctx: &Context, wants_panes: &[PaneStep]) {
        let pressed = ctx.input(|i| i.pointer.any_pressed());
        #[expect(clippy::wildcard_enum_match_arm, reason = "the events are those of the toolkit")]
        let moved = ctx.input(|i| {
            i.events.iter().any(|event| match event {
                Event::Key { key, pressed: true, .. } => MOVES.contains(key),
                Event::AccessKitActionRequest(_) => true,
                _ => false,
            })
        });
        self.is_shown = (self.is_shown || moved) && !pressed;
        if pressed {
            // Who works with the pointer lets go of the focus on purpose.
            self.trail.clear();
        }
        let focused = ctx.memory(egui::Memory::focused);
        if has_dialog(ctx) {
            if focused.is_none() {
                // The keyboard belongs to the dialog; its first control takes it.
                ctx.memory_mut(|memory| memory.move_focus(FocusDirection::Next));
            }
            self.scroll_to_focus(ctx);
            return;
        }
        if Popup::is_any_open(ctx) {
            return;
        }
        if !wants_panes.is_empty() {
            self.go(ctx, self.stepped(ctx, focused, wants_panes));
        } else if focused.is_none() && !pressed {
            self.come_back(ctx);
        }
        self.scroll_to_focus(ctx);
    }

    /// Gives the focus to a pane.
    pub fn go(&mut self, ctx: &Context, pane: Pane) {
        self.is_shown = true;
        ctx.memory_mut(|memory| memory.request_focus(pane.id()));
    }

    /// When the dialog closes the keyboard goes to the figure, or to what stands in its place, and not to where it was.
    pub fn lead_to_figure(&mut self) {
        self.is_shown = true;
        // A pane that has not got the focus is no widget, so that the way back ends at the figure.
        self.trail = vec![Pane::Figure.id()];
    }

    /// The pane to which so many steps lead from where the focus is.
    fn stepped(&self, ctx: &Context, focused: Option<Id>, steps: &[PaneStep]) -> Pane {
        let count = self.panes.len().max(1);
        let mut now = focused.and_then(|id| self.panes.iter().position(|pane| is_within(ctx, id, pane.id())));
        for step in steps {
            now = Some(match (now, step) {
                (None, PaneStep::Next) => 0,
                (None, PaneStep::Previous) => count - 1,
                (Some(now), PaneStep::Next) => (now + 1) % count,
                (Some(now), PaneStep::Previous) => (now + count - 1) % count,
            });
        }
        now.and_then(|index| self.panes.get(index)).copied().unwrap_or(Pane::Figure)
    }

    /// The newest place that is still there has the focus again.
    fn come_back(&mut self, ctx: &Context) {
        if !self.trail.is_empty() && !self.panes.contains(&Pane::Figure) {
            // In a folded window something stands in place of the figure; the way back to the figure stays as it is.
            let instead = self.panes.iter().copied().find(|p| matches!(p, Pane::Outcome | Pane::Councils));
            self.go(ctx, instead.unwrap_or(Pane::Menu));
            return;
        }
        while let Some(id) = self.trail.pop() {
            let is_there = ctx.viewport(|v| v.prev_pass.widgets.get(id).is_some_and(|w| w.enabled && w.visible));
            if is_there {
                ctx.memory_mut(|memory| memory.request_focus(id));
                return;
            }
            if self.trail.is_empty() {
                self.go(ctx, Pane::Figure);
            }
        }
    }

    /// What the keyboard comes to is scrolled into view, in whatever it lies.
    fn scroll_to_focus(&mut self, ctx: &Context) {
        let Some(id) = ctx.memory(egui::Memory::focused) else { return };
        if Some(id) != self.last {
            self.tries = TRIES;
        }
        if !self.is_shown || self.tries == 0 {
            return;
        }
        self.tries -= 1;
        let window = ctx.content_rect().width();
        let is_pane = self.panes.iter().any(|pane| pane.id() == id);
        let is_hidden = ctx.viewport(|v| {
            v.prev_pass.widgets.get(id).is_some_and(|w| {
                let seen = w.interact_rect.expand(1.0);
                // What is wider than the window sees to it itself: it would jump sideways. A pane may be higher than what is seen of it.
                let is_enough = if is_pane { w.interact_rect.is_positive() } else { seen.contains_rect(w.rect) };
                w.rect.width() <= window && !is_enough
            })
        });
        if is_hidden {
            let request = ActionRequest {
                action: accesskit::Action::ScrollIntoView,
                target_tree: TreeId::ROOT,
                target_node: id.accesskit_id(),
                data: None,
            };
            ctx.input_mut(|i| i.events.push(Event::AccessKitActionRequest(request)));
            ctx.request_repaint();
        } else {
            self.tries = 0;
        }
    }

    /// At the end of a frame: remembers where the focus is and draws its ring.
    pub fn end(&mut self, ctx: &Context, tokens: &Tokens, panes: Vec<Pane>) {
        self.panes = panes;
        let focused = ctx.memory(egui::Memory::focused);
        if focused != self.last {
            // A key moves it while the frame is drawn; where it came to is known only then.
            self.tries = TRIES;
            ctx.request_repaint();
        }
        self.last = focused;
        // What had it in a dialog that has just closed is no longer there; the ring would stay until something else is drawn.
        let is_there = |id: &Id| ctx.viewport(|viewport| viewport.this_pass.widgets.get(*id).is_some());
        let Some(id) = focused else { return };
        if !is_there(&id) {
            ctx.request_repaint();
            return;
        }
        let Some(response) = ctx.read_response(id) else { return };
        if response.layer_id == LayerId::background() && self.trail.last() != Some(&response.id) {
            self.trail.push(response.id);
            if self.trail.len() > REMEMBERED {
                self.trail.remove(0);
            }
        }
        if self.is_shown {
            let is_pane = self.panes.iter().any(|pane| pane.id() == response.id);
            let inset = if is_pane { 2.0 * RING } else { GAP };
            ring_ui(ctx, response.layer_id, response.interact_rect.expand(inset), tokens);
        }
    }
}

/// Two lines, so that the ring is seen on any ground: the accent outside, the colour of the surface within.
fn ring_ui(ctx: &Context, layer: LayerId, around: Rect, tokens: &Tokens) {
    if !around.is_positive() {
        return;
    }
    let rect = around.intersect(ctx.content_rect().shrink(RING));
    let painter = ctx.layer_painter(layer);
    painter.rect_stroke(rect, 5.0, Stroke::new(GAP, tokens.surface), StrokeKind::Inside);
    painter.rect_stroke(rect, 5.0, Stroke::new(RING, tokens.accent), StrokeKind::Outside);
}
