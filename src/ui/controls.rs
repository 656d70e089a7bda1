//! Controls with this application's look: tabs, chips, headings.

use std::path::is_separator;

use egui::accesskit::{Role, Toggled};
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Align, Align2, Color32, Id, Rect, Response, RichText, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::say;
use crate::theme::{Tokens, Type};

/// A tab or a chip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ToggleShape {
    /// A room's tab.
    Tab,
    /// A small round button that is on or off.
    Chip,
    /// A small round button that goes somewhere.
    Pill,
    /// An outlined button.
    Outlined,
}

/// Beside the words of an outlined button.
pub(super) const OUTLINED_PADDING: f32 = 11.0;

/// A button, a tab, or a switch that is on or off.
pub(super) fn choice(
    ui: &mut Ui,
    tokens: &Tokens,
    shape: ToggleShape,
    on: bool,
    label: &str,
    spoken: &str,
) -> Response {
    let (font, padding, rounding, height) = match shape {
        ToggleShape::Tab => (if on { Type::Body.bold() } else { Type::Body.regular() }, 11.0, 6.0, 34.0),
        ToggleShape::Chip | ToggleShape::Pill => (Type::Small.regular(), 10.0, 11.0, 23.0),
        ToggleShape::Outlined => (Type::Body.regular(), OUTLINED_PADDING, 6.0, 26.0),
    };
    let galley = ui.painter().layout_no_wrap(label.to_owned(), font, Color32::PLACEHOLDER);
    let size = Vec2::new(galley.size().x + 2.0 * padding, height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let role = if shape == ToggleShape::Tab { Role::Tab } else { Role::Button };
    response.widget_info(|| WidgetInfo::labeled(role, true, spoken));
    let _ = ui.ctx().accesskit_node_builder(response.id, |node| match shape {
        ToggleShape::Tab => node.set_selected(on),
        // Without a state it is a plain button.
        ToggleShape::Outlined | ToggleShape::Pill => {}
        ToggleShape::Chip => node.set_toggled(if on { Toggled::True } else { Toggled::False }),
    });
    if ui.is_rect_visible(rect) {
        // A tab that is on stands on a line of its own colour, and is no dark block beside what it leads to.
        let is_filled = on && shape != ToggleShape::Tab;
        let (fill, ink) = if is_filled { (tokens.accent, tokens.on_accent) } else { (tokens.surface, tokens.ink) };
        let fill = if !on && response.hovered() { tokens.hovered } else { fill };
        let edge = if is_filled {
            tokens.accent
        } else if shape != ToggleShape::Tab || response.hovered() {
            tokens.edge
        } else {
            Color32::TRANSPARENT
        };
        let fill = if shape == ToggleShape::Tab && !response.hovered() { Color32::TRANSPARENT } else { fill };
        ui.painter().rect(rect, rounding, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
        let at = Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size()).min;
        ui.painter().galley(at, galley, ink);
        if on && shape == ToggleShape::Tab {
            let line =
                Rect::from_min_max(egui::pos2(rect.left() + 4.0, rect.bottom() - 3.0), rect.max - Vec2::new(4.0, 0.0));
            ui.painter().rect_filled(line, 1.5, tokens.accent);
        }
    }
    response
}

/// Bold text.
pub(super) fn bold(text: impl Into<String>, size: Type) -> RichText {
    RichText::new(text).font(size.bold())
}

/// Quiet text.
pub(super) fn quiet(text: impl Into<String>, tokens: &Tokens) -> RichText {
    RichText::new(text).font(Type::Small.regular()).color(tokens.quiet)
}

/// How deep a heading lies, for a screen reader that goes from heading to heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeadingLevel {
    /// Of a page.
    First,
    /// Of a section.
    Second,
    /// Of a part of a section.
    Third,
}

/// A heading, which a screen reader is told as one.
pub(super) fn heading(ui: &mut Ui, text: RichText, level: HeadingLevel) -> Response {
    let words = text.text().to_owned();
    heading_label(ui, egui::Label::new(text), &words, level)
}

/// The same of a label that is more than words.
pub(super) fn heading_label(ui: &mut Ui, label: egui::Label, words: &str, level: HeadingLevel) -> Response {
    let response = ui.add(label);
    let _ = ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(words);
        node.set_level(match level {
            HeadingLevel::First => 1,
            HeadingLevel::Second => 2,
            HeadingLevel::Third => 3,
        });
    });
    response
}

/// A sentence that the reader should see, with a bar beside it.
pub(super) fn caution(ui: &mut Ui, tokens: &Tokens, sentence: &str) {
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.add_space(10.0);
        let response = ui.add(egui::Label::new(RichText::new(sentence).font(Type::Small.regular())).wrap());
        let _ = ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
        let (left, rect) = (response.rect.left() - 10.0, response.rect);
        let bar = Rect::from_min_max(egui::pos2(left, rect.top()), egui::pos2(left + 4.0, rect.bottom()));
        ui.painter().rect_filled(bar, 2.0, tokens.caution);
    });
}

/// A tick in a dialog: Space changes it, and Enter is for the dialog as it is in its fields, which is told besides.
pub(super) fn tick(ui: &mut Ui, on: &mut bool, label: &str) -> (Response, bool) {
    let remembered = ui.scope_id().with(label);
    let known: Option<Id> = ui.data(|data| data.get_temp(remembered));
    // Taken before the box sees it, which would change with it.
    let entered = known.is_some_and(|id| ui.memory(|memory| memory.has_focus(id)))
        && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Enter));
    let response = ui.checkbox(on, label);
    ui.data_mut(|data| data.insert_temp(remembered, response.id));
    (response, entered)
}

/// As [`selector_ui`], where its button needs nothing more.
pub(super) fn selector<T: Clone + PartialEq>(
    ui: &mut Ui,
    name: &str,
    width: f32,
    chosen: &T,
    choices: &[(T, String)],
) -> Option<T> {
    selector_ui(ui, name, width, chosen, choices).0
}

/// A box of choices whose button shows the chosen one; its name says it as well, because on Linux a screen reader is not told the
/// value of such a box. Gives what was chosen anew, and the button.
pub(super) fn selector_ui<T: Clone + PartialEq>(
    ui: &mut Ui,
    name: &str,
    width: f32,
    chosen: &T,
    choices: &[(T, String)],
) -> (Option<T>, Response) {
    let shown = choices.iter().find(|(value, _)| value == chosen).map_or("", |(_, label)| label.as_str());
    let mut picked = None;
    let response = egui::ComboBox::from_id_salt(name)
        .selected_text(shown)
        .width(width)
        .height((ui.ctx().content_rect().height() - 80.0).clamp(120.0, 420.0))
        .truncate()
        .show_ui(ui, |ui| {
            let opens = opens(ui);
            for (value, label) in choices {
                let option = ui.selectable_label(value == chosen, label);
                let _ = ui.ctx().accesskit_node_builder(option.id, |node| {
                    node.set_role(Role::ListBoxOption);
                    node.clear_toggled();
                    node.set_selected(value == chosen);
                });
                if opens && value == chosen {
                    // From here arrows go on, and in a long list it is seen.
                    option.request_focus();
                    option.scroll_to_me(Some(Align::Center));
                }
                if option.gained_focus() {
                    option.scroll_to_me(None);
                }
                if option.clicked() {
                    // The toolkit closes it for the pointer alone; keyboard and screen reader are done with it as well.
                    ui.close();
                    if value != chosen {
                        picked = Some(value.clone());
                    }
                }
            }
        })
        .response;
    let spoken = if shown.is_empty() { name.to_owned() } else { say!("alt-chosen", name = name, chosen = shown) };
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &spoken));
    // The toolkit tells the chosen one as the value, which elsewhere would be heard twice.
    let _ = ui.ctx().accesskit_node_builder(response.id, egui::accesskit::Node::clear_value);
    (picked, response)
}

/// What is folded away under a line of words; the line's name says so, because on Linux a screen reader is not told whether it is
/// folded. `spoken` is what the line is called where its words do not stand alone.
pub(super) fn fold_ui(
    ui: &mut Ui,
    words: &str,
    spoken: &str,
    salt: impl egui::AsIdSalt,
    indent: Indent,
    body: impl FnOnce(&mut Ui),
) {
    let fold = egui::CollapsingHeader::new(words).id_salt(salt);
    let header = match indent {
        Indent::Indented => fold.show(ui, body).header_response,
        Indent::Flush => fold.show_unindented(ui, body).header_response,
    };
    name_fold(ui, &header, spoken);
}

/// Names the line of words above what is folded away, as [`fold_ui`] does, which says what it is called while it is open.
pub(super) fn name_fold(ui: &Ui, header: &Response, spoken: &str) {
    let state = egui::collapsing_header::CollapsingState::load(ui.ctx(), header.id);
    let is_open = state.is_some_and(|state| state.is_open());
    let name = if is_open { spoken.to_owned() } else { say!("alt-folded", name = spoken) };
    let _ = ui.ctx().accesskit_node_builder(header.id, |node| node.set_label(name));
}

/// Whether what is folded away stands further in than the line above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Indent {
    Indented,
    Flush,
}

/// Words that a screen reader hears whenever they change, and nobody sees: what a list has come to hold, or what was done to it. The
/// node is there before it speaks, because one that comes with its words is not heard.
pub(super) fn live_ui(ui: &mut Ui, salt: &str, words: &str) {
    let id = Id::unique(("live", salt));
    let place = Rect::from_min_size(ui.cursor().min, Vec2::splat(1.0));
    let response = ui.interact(place, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, words));
    let _ = ui.ctx().accesskit_node_builder(id, |node| node.set_live(egui::accesskit::Live::Polite));
}

/// Whether what is drawn here was not there in the frame before, or was measured then and not yet shown.
fn opens(ui: &Ui) -> bool {
    let id = ui.scope_id().with("opens");
    let now = ui.ctx().cumulative_pass_nr();
    let (last, since): (u64, u64) = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let since = if last + 1 < now { now } else { since };
    ui.data_mut(|data| data.insert_temp(id, (now, since)));
    now <= since + 1
}

/// Words that appear under the pointer and say no more than the name of what they belong to, so that a screen reader does not
/// hear them twice.
pub(super) fn echo(response: Response, words: &str) -> Response {
    response.on_hover_ui(|ui| {
        ui.set_max_width(ui.spacing().tooltip_width);
        ui.label(words);
    })
}

/// As [`echo`], beside a line of a list and not below it, where the words would cover the next lines; below only where the window
/// has no room beside it.
pub(super) fn echo_beside(response: &Response, line: Rect, words: &str) {
    let mut tooltip = egui::Tooltip::for_enabled(response);
    tooltip.popup = tooltip
        .popup
        .anchor(egui::PopupAnchor::ParentRect(line))
        .align(egui::RectAlign::RIGHT)
        .align_alternatives(&[egui::RectAlign::BOTTOM_START, egui::RectAlign::TOP_START]);
    // Past the bar that scrolls the list.
    tooltip.gap(16.0).show(|ui| {
        ui.set_max_width(ui.spacing().tooltip_width);
        ui.label(words);
    });
}

/// Gives the keyboard to a field that holds a proposed text, all of it marked: what is typed next takes its place.
pub(super) fn begin_marked(response: &Response, text: &str) {
    response.request_focus();
    mark(response, 0, text.chars().count());
}

/// Gives the keyboard to a field that holds a proposed path, with the name of the file marked and not its folder or its ending: what is
/// typed next takes its place. In a folder without a name it is typed behind it.
pub(super) fn begin_at_stem(response: &Response, path: &str) {
    response.request_focus();
    let letters: Vec<char> = path.chars().collect();
    let from = letters.iter().rposition(|c| is_separator(*c)).map_or(0, |at| at + 1);
    let name = letters.get(from..).unwrap_or_default();
    let stem = name.iter().rposition(|c| *c == '.').filter(|at| *at > 0).unwrap_or(name.len());
    mark(response, from, from + stem);
}

/// Marks the letters of a field between these, the second left out.
fn mark(response: &Response, from: usize, to: usize) {
    let mut state = TextEditState::load(&response.ctx, response.id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(from), CCursor::new(to))));
    state.store(&response.ctx, response.id);
}
