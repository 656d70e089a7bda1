//! Parts of a whole that the keyboard walks with arrows: Tab comes to the whole once, arrows go from part to part.
//!
//! Figures, the list of councils and the table are walked like this. The words of a part that has the focus are painted
//! beside it; a screen reader has them from the part itself.

use egui::accesskit::Action;
use egui::{
    Align, FocusDirection, Id, Key, LayerId, Modifiers, Order, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui,
    vec2,
};

use crate::theme::{Tokens, Type};

/// Whether Tab stops at a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TabStop {
    /// Tab and arrows come to it.
    Tab,
    /// Only arrows and the screen reader do.
    Arrows,
}

/// Which way an arrow key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walk {
    /// To the one above.
    Up,
    /// To the one below.
    Down,
    /// To the one before.
    Left,
    /// To the one after.
    Right,
    /// To the first.
    Home,
    /// To the last.
    End,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the very first, whatever the line.
    First,
    /// To the very last, whatever the line.
    Last,
}

const WALKS: [(Modifiers, Key, Walk); 10] = [
    (Modifiers::NONE, Key::ArrowUp, Walk::Up),
    (Modifiers::NONE, Key::ArrowDown, Walk::Down),
    (Modifiers::NONE, Key::ArrowLeft, Walk::Left),
    (Modifiers::NONE, Key::ArrowRight, Walk::Right),
    (Modifiers::NONE, Key::Home, Walk::Home),
    (Modifiers::NONE, Key::End, Walk::End),
    (Modifiers::NONE, Key::PageUp, Walk::PageUp),
    (Modifiers::NONE, Key::PageDown, Walk::PageDown),
    (Modifiers::COMMAND, Key::Home, Walk::First),
    (Modifiers::COMMAND, Key::End, Walk::Last),
];

/// Takes the walks that were pressed, in the order of the table of keys; a held key may come several times in a frame.
pub fn take_walks(ui: &Ui) -> Vec<Walk> {
    let mut walks = Vec::new();
    for (modifiers, key, walk) in WALKS {
        let presses = ui.input_mut(|i| i.count_and_consume_key(modifiers, key));
        walks.extend(std::iter::repeat_n(walk, presses));
    }
    if !walks.is_empty() {
        // Otherwise the toolkit would also go to whatever lies in this direction on the screen.
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    walks
}

/// Whether a container around `ui` has the focus itself, as a pane has after F6.
pub fn is_around(ui: &Ui) -> bool {
    let Some(focused) = ui.memory(egui::Memory::focused) else { return false };
    ui.stack().iter().any(|around| around.unique_id == focused)
}

/// Makes `rect` a part that can be clicked, walked to and focused by a screen reader.
pub fn part(ui: &Ui, rect: Rect, id: Id, stop: TabStop) -> Response {
    let asked = ui.input(|i| i.has_accesskit_action_request(id, Action::Focus));
    if asked {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let stops = stop == TabStop::Tab || ui.memory(|memory| memory.has_focus(id));
    let response = ui.interact(rect, id, if stops { Sense::click() } else { Sense::CLICK });
    let _ = ui.ctx().accesskit_node_builder(id, |node| node.add_action(Action::Focus));
    if response.gained_focus() {
        // A part that is wider than what is seen of it would jump sideways to its end.
        let seen = ui.clip_rect();
        let fits = rect.width() <= seen.width();
        ui.scroll_to_rect(if fits { rect } else { Rect::from_x_y_ranges(seen.x_range(), rect.y_range()) }, None);
    }
    response
}

/// Where the menu of a part opens, where that was asked for in this frame: by the right mouse button at the pointer, by Shift and F10
/// or the menu key at the part.
pub fn menu_asked(response: &Response) -> Option<Pos2> {
    if response.secondary_clicked() {
        return response.interact_pointer_pos().or(Some(response.rect.left_bottom()));
    }
    let asked = response.has_focus()
        && response.ctx.input_mut(|input| {
            input.consume_key(Modifiers::SHIFT, Key::F10) || input.consume_key(Modifiers::NONE, Key::Menu)
        });
    asked.then(|| response.rect.intersect(response.interact_rect).left_bottom())
}

/// Paints words beside what has the focus: below it where there is room, and else above.
pub fn tell_ui(ui: &Ui, beside: Rect, words: &str, tokens: &Tokens) {
    let screen = ui.ctx().content_rect().shrink(6.0);
    let seen = beside.intersect(ui.clip_rect());
    // A dialog that has just opened over it has the reader's eye.
    let is_covered = !ui.memory(|memory| memory.is_above_modal_layer(ui.layer_id()));
    if !seen.is_positive() || is_covered {
        return;
    }
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, ui.unique_id().with("told")));
    let most = (screen.width() - 20.0).min(460.0);
    let mut job = egui::text::LayoutJob::single_section(
        words.to_owned(),
        egui::text::TextFormat::simple(Type::Body.regular(), tokens.ink),
    );
    job.wrap.max_width = most;
    job.halign = Align::LEFT;
    let galley = painter.layout_job(job);
    let size = galley.size() + vec2(20.0, 12.0);
    let below = seen.bottom() + 7.0;
    let top = if below + size.y <= screen.bottom() { below } else { (seen.top() - 7.0 - size.y).max(screen.top()) };
    let left = seen.left().min(screen.right() - size.x).max(screen.left());
    let rect = Rect::from_min_size(egui::pos2(left, top), size);
    painter.rect(rect, 6.0, tokens.surface, Stroke::new(1.0, tokens.accent), StrokeKind::Inside);
    painter.galley(rect.min + vec2(10.0, 6.0), galley, tokens.ink);
}

/// Which part comes next among parts in reading order, `rects` being where they are; `None` to stay.
pub fn next_part(rects: &[Rect], now: Option<usize>, walk: Walk) -> Option<usize> {
    let last = rects.len().checked_sub(1)?;
    let Some(now) = now else { return Some(if matches!(walk, Walk::End | Walk::Last) { last } else { 0 }) };
    let here = rects.get(now)?;
    let near = |below: bool| {
        let beyond = rects.iter().enumerate().filter(|(_, rect)| {
            if below { rect.top() >= here.bottom() - 1.0 } else { rect.bottom() <= here.top() + 1.0 }
        });
        // The nearest line first, and on it the nearest part.
        beyond
            .min_by(|(_, a), (_, b)| {
                let far = |rect: &Rect| {
                    let down = if below { rect.top() - here.bottom() } else { here.top() - rect.bottom() };
                    (down.max(0.0) / 24.0).round() * 10_000.0 + (rect.center().x - here.center().x).abs()
                };
                far(a).total_cmp(&far(b))
            })
            .map(|(index, _)| index)
    };
    match walk {
        Walk::Left => now.checked_sub(1),
        Walk::Right => (now < last).then_some(now + 1),
        Walk::Up => near(false),
        Walk::Down => near(true),
        Walk::Home | Walk::First => Some(0),
        Walk::End | Walk::Last => Some(last),
        Walk::PageUp => Some(now.saturating_sub(10)),
        Walk::PageDown => Some((now + 10).min(last)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn arrows_go_through_a_wall_as_it_is_read() {
        // Two lines of three cards.
        let rects: Vec<Rect> = (0..6)
            .map(|i| Rect::from_min_size(pos2((i % 3) as f32 * 100.0, (i / 3) as f32 * 60.0), vec2(90.0, 50.0)))
            .collect();
        let go = |now, walk| next_part(&rects, now, walk);
        assert_eq!(go(None, Walk::Down), Some(0));
        assert_eq!(go(Some(1), Walk::Down), Some(4));
        assert_eq!(go(Some(4), Walk::Up), Some(1));
        assert_eq!(go(Some(2), Walk::Right), Some(3), "on to the next line");
        assert_eq!(go(Some(0), Walk::Left), None);
        assert_eq!(go(Some(5), Walk::Down), None);
        assert_eq!(go(Some(1), Walk::End), Some(5));
        assert_eq!(go(Some(5), Walk::Home), Some(0));
        assert_eq!(next_part(&[], None, Walk::Down), None);
    }
}
