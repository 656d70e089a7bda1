//! The notice that is shown, over the end of the room: it moves nothing, never lies over what the keyboard is at, and is a few lines
//! high at most; all of its words are in the log. What was done is spoken when there is time for it, what went wrong at once, and
//! always whole.

use egui::accesskit::{Live, Role};
use egui::text::LayoutJob;
use egui::{Align, Context, Id, Layout, Margin, Rect, Shadow, Stroke, TextStyle, Ui, UiBuilder, pos2, vec2};

use crate::app::{Action, Notice, NoticeKind, Overlay};
use crate::say;

use super::focus::is_in;
use super::panes::{Pane, pane_ui};
use super::rooms::steady_ui;
use super::shell::{Height, PanelContext};

/// A notice is no wider than this, and so far from the edge of the room, in points.
const MOST_WIDTH: f32 = 640.0;
const GAP: f32 = 10.0;

/// Where the notice stood in the last frame, and whether at the end of the room.
#[derive(Clone, Copy)]
struct Placed {
    rect: Rect,
    at_end: bool,
}

fn placed_id() -> Id {
    Id::unique("notice-placed")
}

/// Whether the pointer or the keyboard is at the notice, whose time does not run then.
pub(super) fn is_held(ctx: &Context) -> bool {
    let Some(placed) = ctx.data(|data| data.get_temp::<Placed>(placed_id())) else { return false };
    is_in(ctx, Pane::Notice) || ctx.input(|input| input.pointer.hover_pos()).is_some_and(|at| placed.rect.contains(at))
}

/// The notice over the end of the room, or over its beginning where the end has the keyboard.
pub(super) fn toast_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, room: Rect) {
    let Some((notice, behind)) = scene.state.notices.in_front() else {
        ui.data_mut(|data| data.remove::<Placed>(placed_id()));
        return;
    };
    let before = ui.data(|data| data.get_temp::<Placed>(placed_id()));
    let size = vec2(MOST_WIDTH.min(room.width() - 2.0 * GAP), before.map_or(44.0, |placed| placed.rect.height()));
    let left = room.center().x - size.x / 2.0;
    let at = |at_end: bool| {
        let top = if at_end { room.bottom() - GAP - size.y } else { room.top() + GAP };
        Rect::from_min_size(pos2(left, top), size)
    };
    let at_end = if is_in(ui.ctx(), Pane::Notice) {
        before.is_none_or(|placed| placed.at_end)
    } else {
        // A pane that has the keyboard itself is larger than any notice; nothing of it is lost.
        focused_rect(ui).is_none_or(|focused| focused.height() > room.height() / 2.0 || !focused.intersects(at(true)))
    };
    let builder = UiBuilder::new().max_rect(at(at_end)).layout(Layout::top_down(Align::Min));
    let mut child = ui.new_child(builder);
    pane_ui(&mut child, scene, Pane::Notice, |ui, scene| {
        // Another notice takes no focus from this one.
        steady_ui(ui, ("notice", notice.number), |ui| notice_ui(ui, scene, notice, behind));
    });
    let rect = Rect::from_min_size(at(at_end).min, vec2(size.x, child.min_rect().height()));
    if before.is_none_or(|placed| (placed.rect.height() - rect.height()).abs() > 0.5) {
        // It was measured now, and stands in its place with the next frame.
        ui.ctx().request_repaint();
    }
    ui.data_mut(|data| data.insert_temp(placed_id(), Placed { rect, at_end }));
}

/// Where what has the keyboard stands.
fn focused_rect(ui: &Ui) -> Option<Rect> {
    let focused = ui.memory(egui::Memory::focused)?;
    ui.ctx().viewport(|viewport| viewport.this_pass.widgets.get(focused).map(|widget| widget.rect))
}

/// A notice, and how many stand behind it.
fn notice_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, notice: &Notice, behind: usize) {
    let tokens = scene.tokens;
    let (edge, live) = match notice.severity {
        NoticeKind::Error => (tokens.caution, Live::Assertive),
        NoticeKind::Done => (tokens.edge, Live::Polite),
    };
    let frame = egui::Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, edge))
        .corner_radius(6)
        .shadow(Shadow { offset: [0, 2], blur: 8, spread: 0, color: tokens.line })
        .inner_margin(Margin::symmetric(10, 6));
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
                if ui.button(say!("notice-dismiss")).clicked() {
                    scene.send(Action::Dismiss(notice.number));
                }
                for (words, action) in &notice.ways {
                    if ui.button(*words).clicked() {
                        scene.send(action.clone());
                    }
                }
                // The words are cut only where the button beside them leads to all of them.
                let more = match behind {
                    0 => say!("notice-more").to_owned(),
                    _ => say!("notice-more-behind", n = behind),
                };
                let colour = ui.visuals().text_color();
                let font = TextStyle::Body.resolve(ui.style());
                let room = ui.painter().layout_no_wrap(more.clone(), font.clone(), colour).size().x
                    + 2.0 * ui.spacing().button_padding.x
                    + ui.spacing().item_spacing.x;
                let mut job = LayoutJob::simple(notice.text.clone(), font, colour, ui.available_width() - room);
                job.wrap.max_rows = if scene.height == Height::Low { 2 } else { 3 };
                let galley = ui.painter().layout_job(job);
                if galley.elided || behind > 0 {
                    let button = ui.button(&more).on_hover_text(say!("notice-more.hint"));
                    if button.clicked() {
                        scene.send(Action::OpenOverlay(Overlay::Notices));
                    }
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let response = ui.add(egui::Label::new(galley));
                    let _ = ui.ctx().accesskit_node_builder(response.id, |node| {
                        node.set_role(Role::Alert);
                        node.set_label(notice.text.clone());
                        node.set_live(live);
                    });
                });
            });
        });
    });
}
