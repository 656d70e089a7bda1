//! The palette: a field and a list of everything that can be done or gone to. The cursor stays in the field; arrows choose.

use egui::accesskit::Role;
use egui::{Context, Id, Key, Modifiers, Sense, TextEdit, Ui, WidgetInfo, vec2};

use crate::app::{Action, Finder, Match, Overlay, State};
use crate::say;
use crate::theme::{Tokens, Type};

use super::controls::live_ui;
use super::dialog::dialog_ui;
use super::focus::Focus;

const ROW: f32 = 28.0;
/// How much is listed; typing one more letter finds the rest.
const LISTED: usize = 60;

/// The most letters that are looked for; nothing has a longer name, and what is pasted is told back whole where nothing fits.
const LONGEST: usize = 200;

/// What has been typed, and which line is chosen.
#[derive(Default)]
pub(super) struct Palette {
    typed: String,
    chosen: usize,
    is_open: bool,
    finder: Finder,
}

impl Palette {
    /// Shows the palette while it is asked for; gives what was picked.
    ///
    /// The keyboard goes back to where it was after a command, and to the figure after a thing of the dataset was picked.
    pub fn show(&mut self, ctx: &Context, state: &State, focus: &mut Focus, tokens: &Tokens) -> Vec<Action> {
        if state.window.overlay != Some(Overlay::Palette) {
            self.is_open = false;
            return Vec::new();
        }
        let fresh = !self.is_open;
        if fresh {
            *self = Self { is_open: true, ..Self::default() };
        }
        let mut actions = Vec::new();
        // Before the field sees them: arrows choose a line, and the cursor stays where it is.
        let mut move_by = |key: Key, by: isize| {
            let presses = ctx.input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key));
            self.chosen = self.chosen.saturating_add_signed(by * presses.cast_signed());
            presses > 0
        };
        let moved = [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::PageDown, 8), (Key::PageUp, -8)]
            .map(|(key, by)| move_by(key, by))
            .contains(&true);
        let entered = ctx.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter));
        // Out of the palette while it is shown; what was gathered goes back with it.
        let mut finder = std::mem::take(&mut self.finder);
        let found = state.find_by(&mut finder, &self.typed, LISTED);
        self.chosen = self.chosen.min(found.len().saturating_sub(1));
        let shown = dialog_ui(ctx, Overlay::Palette.label(), 560.0, |ui| {
            self.field_ui(ui, fresh, found.len());
            let n = found.len();
            let count = if n == LISTED { say!("dialog-find-most", n = n) } else { say!("dialog-find-count", n = n) };
            live_ui(ui, "found", if self.typed.is_empty() { "" } else { &count });
            self.list_ui(ui, found, tokens, moved)
        });
        let picked = if entered { Some(self.chosen) } else { shown.inner };
        if let Some(found) = picked.and_then(|index| found.get(index))
            && found.why_not.is_none()
        {
            if found.is_shown_below() {
                focus.lead_to_figure();
            }
            actions.push(Action::RunPaletteEntry(found.name.clone(), found.actions.clone()));
        } else if shown.wants_close {
            actions.push(Action::CloseOverlay);
        }
        self.finder = finder;
        actions
    }

    fn field_ui(&mut self, ui: &mut Ui, fresh: bool, found: usize) {
        let field = TextEdit::singleline(&mut self.typed)
            .hint_text(say!("dialog-find"))
            .char_limit(LONGEST)
            .desired_width(f32::INFINITY)
            .margin(egui::Margin::symmetric(8, 6));
        let response = ui.add(field);
        if fresh {
            response.request_focus();
        }
        if response.changed() {
            self.chosen = 0;
        }
        let (count, chosen) = (found, self.chosen);
        let _ = ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_label(say!("dialog-find.spoken"));
            if count > 0 {
                // A screen reader speaks the chosen line while the cursor stays in the field.
                node.set_active_descendant(line_id(chosen).accesskit_id());
            }
        });
    }

    fn list_ui(&self, ui: &mut Ui, found: &[Match], tokens: &Tokens, moved: bool) -> Option<usize> {
        let mut picked = None;
        let most = (ui.ctx().content_rect().height() - 170.0).clamp(90.0, 400.0);
        // As high for one line as for many: the field stays where it is while somebody types.
        let area = egui::ScrollArea::vertical().id_salt("found").max_height(most).min_scrolled_height(most);
        area.auto_shrink(false).show(ui, |ui| {
            if found.is_empty() {
                ui.label(say!("dialog-find-nothing", typed = self.typed.trim()));
                return;
            }
            let list =
                egui::UiBuilder::new().accessibility_role(Role::ListBox).accessibility_label(say!("dialog-find-list"));
            ui.scope_builder(list, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (index, found) in found.iter().enumerate() {
                    if self.line_ui(ui, index, found, tokens, moved) {
                        picked = Some(index);
                    }
                }
            });
        });
        picked
    }

    fn line_ui(&self, ui: &mut Ui, index: usize, found: &Match, tokens: &Tokens, moved: bool) -> bool {
        let chosen = index == self.chosen;
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
        let response = ui.interact(rect, line_id(index), Sense::CLICK);
        let keys = found.shortcut.map(|s| ui.ctx().format_shortcut(&s)).unwrap_or_default();
        let aside = match found.why_not {
            Some(why) => say!("dialog-find-not-now", why = why),
            None if keys.is_empty() => found.kind.to_owned(),
            None => keys.clone(),
        };
        let what = if found.why_not.is_some() { &aside } else { found.kind };
        let spoken = say!("dialog-find-spoken", name = found.name.as_str(), what = what);
        response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, found.why_not.is_none(), &spoken));
        let _ = ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_selected(chosen);
            if !keys.is_empty() {
                node.set_keyboard_shortcut(keys);
            }
        });
        if chosen && moved {
            ui.scroll_to_rect(rect, None);
        }
        if ui.is_rect_visible(rect) {
            let fill = if chosen {
                tokens.selected
            } else if response.hovered() {
                tokens.hovered
            } else {
                tokens.surface
            };
            ui.painter().rect_filled(rect, 5.0, fill);
            if chosen {
                // Not by the ground's colour alone.
                let mark = egui::Rect::from_min_size(rect.min, vec2(3.0, ROW));
                ui.painter().rect_filled(mark, 1.0, tokens.accent);
            }
            // Painted words; the line itself is what a screen reader finds.
            let ink = if found.why_not.is_some() { tokens.quiet } else { tokens.ink };
            let aside = ui.painter().layout(aside, Type::Small.regular(), tokens.quiet, rect.width() * 0.6);
            let room = rect.width() - aside.size().x - 40.0;
            ui.painter().galley(
                egui::pos2(rect.right() - 10.0 - aside.size().x, rect.center().y - aside.size().y / 2.0),
                aside,
                tokens.quiet,
            );
            let mut job = egui::text::LayoutJob::single_section(
                found.name.clone(),
                egui::text::TextFormat::simple(Type::Body.regular(), ink),
            );
            job.wrap = egui::text::TextWrapping::truncate_at_width(room);
            let name = ui.painter().layout_job(job);
            let at = egui::pos2(rect.left() + 12.0, rect.center().y - name.size().y / 2.0);
            ui.painter().galley(at, name, ink);
        }
        response.clicked()
    }
}

fn line_id(index: usize) -> Id {
    Id::unique(("found", index))
}
