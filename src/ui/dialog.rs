//! A dialog over the window: named, never wider or taller than the window, scrolling where it would be, closed by Escape.
//!
//! The focus stays within and goes back when it closes; [`super::focus`] sees to that for every dialog.

use egui::accesskit::Role;
use egui::{Context, Id, Key, Modifiers, ScrollArea, Ui, vec2};

use crate::theme::{Type, space};

use super::controls::bold;

/// How much of a page is still seen on the next one, in points.
const OVERLAP: f32 = 40.0;

/// What came of showing a dialog.
pub(super) struct DialogResponse<R> {
    /// What its contents gave.
    pub inner: R,
    /// Whether the reader wants it closed: Escape, or a click beside it.
    pub wants_close: bool,
}

/// Shows a dialog with a title, at most `width` points wide.
pub(super) fn dialog_ui<R>(
    ctx: &Context,
    title: &str,
    width: f32,
    add: impl FnOnce(&mut Ui) -> R,
) -> DialogResponse<R> {
    let screen = ctx.content_rect();
    let margin = if screen.width() < 600.0 { 10 } else { 18 };
    let frame = egui::Frame::window(&ctx.style_of(ctx.theme())).inner_margin(egui::Margin::same(margin));
    let around = 2.0 * f32::from(margin) + 24.0;
    let modal = modal_ui(ctx, title, frame, |ui| {
        ui.set_width(width.min(screen.width() - around));
        // A long title wraps, and takes its lines from what scrolls.
        let titled = ui.label(bold(title, Type::Heading)).rect.height() + 2.0 * ui.spacing().item_spacing.y;
        ui.add_space(space::XS);
        let most = (screen.height() - around - titled).max(80.0);
        // The least is the most as well: a dialog that grows after it was opened has room to.
        let area = ScrollArea::vertical().max_height(most).min_scrolled_height(most).auto_shrink([false, true]);
        area.show(ui, |ui| paged_ui(ui, most, add)).inner
    });
    DialogResponse { wants_close: modal.should_close(), inner: modal.inner }
}

/// What every dialog is: over the window, with a name that a screen reader is told, and nothing behind it to go to.
pub(super) fn modal_ui<R>(
    ctx: &Context,
    title: &str,
    frame: egui::Frame,
    add: impl FnOnce(&mut Ui) -> R,
) -> egui::ModalResponse<R> {
    let id = Id::unique(("dialog", title));
    let modal = egui::Modal::new(id).frame(frame).show(ctx, |ui| {
        let dialog = ui.stack().iter().find(|s| s.kind() == Some(egui::UiKind::Modal)).map(|s| s.unique_id);
        let _ = ctx.accesskit_node_builder(dialog.unwrap_or(ui.unique_id()), |node| {
            node.set_role(Role::Dialog);
            node.set_label(title);
            node.set_modal();
        });
        add(ui)
    });
    settle(ctx, id, modal.response.rect.size());
    modal
}

/// Contents of an area that scrolls, this high in points: Page up and Page down scroll it where nothing in it has taken them, because
/// a long text may hold nothing that Tab comes to.
pub(super) fn paged_ui<R>(ui: &mut Ui, height: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let inner = add(ui);
    let pressed = |key| ui.ctx().input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key)) as f32;
    let pages = pressed(Key::PageUp) - pressed(Key::PageDown);
    if pages != 0.0 {
        ui.scroll_with_delta(vec2(0.0, pages * (height - OVERLAP).max(OVERLAP)));
    }
    inner
}

/// Draws once more until a dialog stays as it is: it is put in the middle by the size it had in the frame before, and scrolls by it
/// as well.
fn settle(ctx: &Context, dialog: Id, size: egui::Vec2) {
    let id = dialog.with("size");
    let before: Option<egui::Vec2> = ctx.data(|data| data.get_temp(id));
    if before != Some(size) {
        ctx.data_mut(|data| data.insert_temp(id, size));
        ctx.request_repaint();
    }
}
